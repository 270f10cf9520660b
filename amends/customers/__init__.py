"""A customer is a person who was let down; they may have several addresses and belong to a household or a company."""
