"""A small good pack, and one with twelve mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

GOOD: Final = """\
name: shop
version: "1"
jurisdiction: any
source: the shop
valid_from: 2026-01-01
advice: This is not legal advice; look at it again each year.
recheck_by: 2027-01-01
recheck: [that it still fits]
deadlines:
  - name: first answer
    due: first answer
    within: 4 business hours
    since: received
    warn: 1 business hour
    tell: [owner, lead]
    kind: house target
    source: the shop
    about: nobody should wait longer than half a day
authority:
  - name: agent
    role: agent
    per_case: 50.00 GBP
    per_customer: 100.00 GBP
    per_period: 1000.00 GBP
    period: 1 month
    kind: house target
    source: the shop
    about: small things are settled at once
"""

TWELVE: Final = """\
name: shop
version: "1"
jurisdiction: any
source: the shop
valid_from: 2026-01-01
valid_to: 2025-01-01
advice: This is not legal advice; look at it again each year.
recheck_by: 2027-01-01
recheck: [that it still fits]
deadlins: []
deadlines:
  - name: first answer
    due: first answer
    within: -4 business hours
    since: received
    tell: [owner, boss]
    kind: rule
    about: nobody should wait longer than half a day
  - name: second answer
    due: next update
    within: 4 fortnights
    since: received
    tell: [owner]
    kind: house target
    source: the shop
    source: the shop again
    about: "unfinished
  - name: second answer
    due: next update
    within: 2 days
    since: received
    tell: [owner]
    severities: [sever]
    kind: house target
    source: the shop
    about: two rows of one name
authority:
  - name: agent
    role: agent
    per_case: 50.00
    per_customer: 100.00 GBP
    per_period: 1000.00 GBP
    period: 1 month
    kind: house target
    source: the shop
    about: small things are settled at once
  - name: lead
    role: lead
    per_case: 50.00 GBP
    per_customer: 100.00 GBP
    per_period: 1000.00 GBP
    period: 1 month
    kind: house target
    source: the shop
    about: what is beyond an agent
  - name: lead again
    role: lead
    failures: [F1]
    per_case: 60.00 GBP
    per_customer: 100.00 GBP
    per_period: 1000.00 GBP
    period: 1 month
    kind: house target
    source: the shop
    about: the same again
"""


def grown_old(folder: Path) -> Path:
    """A folder with a pack that is in force and was to be looked at again years ago."""
    words = GOOD.replace('name: shop\nversion: "1"\njurisdiction: any', 'name: old\nversion: "2020"\njurisdiction: FR')
    words = words.replace("2026-01-01", "2020-01-01").replace("2027-01-01", "2020-12-31")
    (folder / "old.yaml").write_text(words, encoding="utf-8")
    return folder
