"""Safety mode: somebody may come to harm, so the routine stops, a named person is woken, and one person speaks for the house."""
