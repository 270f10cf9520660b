"""The steps in which the tables came about before they were drawn up anew, and which new step stands for which of them.

A desk that took all of them has the tables of the new ones. One that stopped between has the first of them and not the last, which
is why the people stand for both: on such a desk Django takes no new step for done, nor for one to be made.
"""

from __future__ import annotations

FIRST, LAST = "0001_desk", "0025_solved"
_TABLES = (
    "0003_keeping_word", "0004_whose_word", "0005_ask_mailed", "0006_merging", "0007_responses", "0008_lanes", "0009_token",
    "0010_quoting", "0011_readings", "0012_remedies", "0013_problems", "0014_agreeing", "0015_changes", "0016_promise",
    "0017_practice", "0018_outcomes", "0019_lessons", "0020_taken", "0021_coached", "0022_tried", "0023_kept", "0024_harm",
)  # fmt: skip
PEOPLE = [("amends", FIRST), ("amends", LAST)]
TABLES = [("amends", step) for step in _TABLES]
GUARDS = [("amends", "0002_ground")]
