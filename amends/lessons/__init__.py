"""A lesson is what many complaints say together: a theme that grows, a text that came before, the causes that cost most."""
