"""A note is a word among colleagues, a row of a kind that can never be sent; a draft is a reply not yet written to its end."""
