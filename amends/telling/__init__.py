"""A telling is the letter or call by which the customer hears, before the old date, of what changes about a promise."""
