"""Integrations carry out what was agreed through others: whoever moves the money, and suppliers; each asked once, by a key."""
