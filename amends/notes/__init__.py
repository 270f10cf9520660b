"""A note is a word among colleagues: a kind of row of its own that can never be sent. A draft is a reply not yet written to its end."""
