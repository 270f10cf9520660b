"""A check reads a draft with its case for one thing that hurts people who were let down, and marks where it stands or is missing."""
