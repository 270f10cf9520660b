"""The coach reads a reply before it is sent. It is pure: no database, no clock, no network, every finding explained by its words."""

from amends.coach.reviewing import Review, review

__all__ = ["Review", "review"]
