"""Postgres is the embedded database: the server that a desk without one of its own starts, shares and backs up."""
