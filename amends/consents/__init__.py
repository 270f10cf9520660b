"""A consent is a customer's own yes, or no, to our noting what would help them; without a yes nothing of the kind is kept."""
