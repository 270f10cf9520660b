"""How a promise is known: what binds us, who keeps it, what is other people's, and the hours of the clock."""
