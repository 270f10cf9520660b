"""The journal is the append-only record of every deed: who, when, what, on which case. A verb writes it in its own transaction."""
