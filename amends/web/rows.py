"""One row of a worklist, with every word ready, so that a page of a hundred renders quickly."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What `pieces/row.html` shows. `tone` is "", "warn" or "alarm"; `grave` is empty but for the gravest two severities."""

    id: str
    url: str
    clock: str
    clock_what: str
    customer: str
    subject: str
    stage: str
    stage_words: str
    tone: str = ""
    waits: str = ""
    late: str = ""
    human: str = ""
    grave: str = ""
    severity: int = 3
    owner: str = ""
    initials: str = ""
    hue: str = "none"
