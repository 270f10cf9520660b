"""Advice is what the coach said of a reply of ours with its case beside it, and why it was sent all the same."""
