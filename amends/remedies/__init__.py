"""A remedy given is tracked from the customer's choice until they have it: carried out once, never paid twice, kept as a promise."""
