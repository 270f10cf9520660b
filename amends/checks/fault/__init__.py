"""Whose doing it was: not proved against them, not laid on them or on others, not admitted before it is known, not excused."""
