"""The mirror on paper: a tagged, accessible PDF (PDF/UA-1), set by Typst as the report is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from amends.mirror.items import DIMENSIONS, NOT_VALIDATED
from amends.mirror.reading import next_best, overconfidence, owners_above_front
from amends.mirror.scoring import Role, score
from amends.reports.exporting import needed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.assessment.sitting import Past
    from amends.mirror.scoring import Reflection

_NOTHING = "\N{EN DASH}"
_LAYOUT = Path(__file__).with_name("mirror.typ")


def as_pdf(rows: Sequence[Reflection], history: Sequence[Past], *, house: str, at: datetime) -> bytes:
    """The mirror as a PDF/UA-1 file. Nothing that was typed is read as layout. Raises NotInstalled."""
    typst = needed("typst")
    found = score(rows)
    data = {
        "house": house, "at": f"{at:%d %B %Y}", "not_validated": NOT_VALIDATED, "score": _whole(found.overall),
        "stage": str(found.stage or ""), "capped": found.capped, "missing": len(found.missing),
        "apart": _one(owners_above_front(rows)),
        "confidence": [f"{row.role}: {_one(row.index)} (n {row.n})" for row in overconfidence(rows)],
        "next": [f"{one.item.statement} (level {_one(one.level)}; moved by {one.item.moved_by})" for one in next_best(rows)],
        "dimensions": [
            {
                "title": f"{letter} · {name}, {_whole(found.dimensions[letter])} of 100",
                "rows": [_row(row) for row in rows if row.item.dimension == letter],
            }
            for letter, name in DIMENSIONS.items()
        ],
        "history": [
            [f"{past.ended_at:%d %B %Y}", _whole(past.score.overall), str(past.score.stage or "no score"), str(past.people)]
            for past in history
        ],
    }  # fmt: skip
    made: bytes = typst.compile(
        _LAYOUT.read_bytes(), format="pdf", pdf_standards=["ua-1"], sys_inputs={"data": json.dumps(data)}
    )
    return made


def _row(row: Reflection) -> list[str]:
    said = [_one(row.by_role.get(role)) for role in Role]
    return [str(row.item.number), row.item.statement, *said, _one(row.shown), _one(row.gap), told(row)]


def told(row: Reflection) -> str:
    """What the records say of a statement, in words: with n and interval, or why they say nothing."""
    if row.label == "unevidenced":
        return "no table of the desk says it yet"
    if row.label:
        return f"not enough data (n {row.n}, {row.item.fewest} needed)"
    interval = "" if row.low is None or row.high is None else f"; level {row.low:.1f} to {row.high:.1f}"
    return f"{row.item.evidence}, n {row.n}{interval}"


def _one(value: float | None) -> str:
    return _NOTHING if value is None else f"{value:.1f}"


def _whole(value: float | None) -> str:
    return _NOTHING if value is None else f"{value:.0f}"
