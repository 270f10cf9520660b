"""Whose doing it was and why, told in other than the usual words."""
