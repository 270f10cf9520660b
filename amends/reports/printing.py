"""The report on paper: a tagged, accessible PDF (PDF/UA-1) with the curves and the tables, set by Typst."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from amends.reports.drawing import curves_svg
from amends.reports.exporting import needed
from amends.reports.report import ASKED_TOO, NOT_CAUSAL, lines

if TYPE_CHECKING:
    from amends.reports.report import Report

_LAYOUT = Path(__file__).with_name("report.typ")


def as_pdf(found: Report, *, house: str) -> bytes:
    """The report as a PDF/UA-1 file. Nothing that was typed is read as layout. Raises NotInstalled."""
    typst = needed("typst")
    made: bytes = typst.compile(
        _LAYOUT.read_bytes(),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"data": json.dumps(told(found, house=house))},
    )
    return made


def told(found: Report, *, house: str) -> dict[str, Any]:
    """What stands on the paper."""
    return {
        "house": house, "since": f"{found.since:%B %Y}", "at": f"{found.at:%d %B %Y}",
        "seen": f"{found.seen:%d %B %Y}" if found.seen else "nothing was told yet", "not_causal": NOT_CAUSAL,
        "asked_too": ASKED_TOO, "head": str(found.head.rate),
        "rows": [[line.section, line.measure, line.group, _share(line), str(line.n), line.note] for line in lines(found)],
        "charts": [
            {"title": lives.title, "svg": curves_svg(lives), "alt": _alt(lives), "warnings": lives.warnings}
            for lives in found.lives.values()
            if any(group.curve for group in lives.groups)
        ],
    }  # fmt: skip


def _share(line: Any) -> str:
    scale, unit = (1, "") if line.measure.startswith(("days", "cases")) else (100, " %")
    if line.low is None:
        return "" if line.value is None else f"{line.value * scale:.0f}{unit}"
    interval = f"{line.low * scale:.0f} to {line.high * scale:.0f}{unit}"
    return interval if line.value is None else f"{line.value * scale:.0f}{unit} ({interval})"


def _alt(lives: Any) -> str:
    told = "; ".join(
        f"{group.words}: {group.curve.share[-1]:.0%} after {group.curve.watched + lives.since:.0f} days, n {group.n}"
        for group in lives.groups
        if group.curve
    )
    return f"Share still customers by day, {lives.title.lower()}. {told}"
