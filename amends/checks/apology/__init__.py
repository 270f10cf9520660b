"""Saying sorry: real, first, for a thing that has a name, not taken back; and what the message that follows up owes them."""
