"""The coach reads a reply before it is sent. It is pure: no database, no clock, no network, every finding explained by its words."""

from amends.coach.reviewing import Review as Review
from amends.coach.reviewing import review as review
from amends.drafts.context import Unreadable as Unreadable
