"""A call-back is a call the customer asked for: who calls, by when, in their own hours, with every try on record."""
