"""Triage reads what a customer wrote before anybody answers: what failed, how it reads, what may not wait, and what to ask.

It is pure: no database, no clock, no network, no model; every label with the words that caused it. Nobody's character is read,
and nothing acts on a reading but to add protection.
"""

from amends.triage.reading import Reading as Reading
from amends.triage.reading import TooLong as TooLong
from amends.triage.reading import read as read
