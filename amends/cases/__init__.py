"""A case is one customer's one failure, from the first word to the confirmed end; two customers hit by one fault are two cases."""
