"""Curves as SVG: steps with their bands, drawn once for the page and for paper. Whatever they show stands in a table beside."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from amends.outcomes.tables import Lives
    from amends.surviving.curve import Curve

WIDE, HIGH, LEFT, BOTTOM, TOP = 640, 300, 44, 34, 12
#: Told apart by dashes too, for those who see no colours and for paper.
COLOURS = ("#1b5e53", "#9f2f1f", "#2a5379", "#774c00")
DASHES = ("", "7 4", "2 3", "9 3 2 3")
_POINTS = 60


def curves_svg(lives: Lives) -> str:
    """The curves of a comparison; for a page it needs `role` and a label around it, since its words are only on its axes."""
    drawn = [(group, number) for number, group in enumerate(lives.groups) if group.curve]
    last = max((group.curve.watched for group, _ in drawn if group.curve), default=1.0) or 1.0
    parts = [_axes(lives.since, last)]
    for group, number in drawn:
        if group.curve:
            parts += _curve(group.curve, number, last)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" class="chart" aria-hidden="true" focusable="false">'
        + "".join(parts)
        + "</svg>"
    )


def legend(lives: Lives) -> list[tuple[str, int]]:
    """The words of each curve, and the number that its style bears."""
    return [(group.words, number) for number, group in enumerate(lives.groups) if group.curve]


def _x(day: float, last: float) -> float:
    return round(LEFT + (WIDE - LEFT - 12) * day / last, 1)


def _y(share: float) -> float:
    return round(TOP + (HIGH - TOP - BOTTOM) * (1 - share), 1)


def _axes(since: int, last: float) -> str:
    out = []
    for tenth in range(0, 11, 2):
        y = _y(tenth / 10)
        out.append(
            f'<line class="chart-grid" x1="{LEFT}" x2="{WIDE - 12}" y1="{y}" y2="{y}" stroke="#ccc" stroke-width="0.6"/>'
        )
        out.append(_text(LEFT - 6, y + 4, f"{tenth * 10} %", "end"))
    step = 90 if last > 150 else 30 if last > 45 else 7  # noqa: PLR2004
    out += [_text(_x(day, last), HIGH - 14, str(day + since), "middle") for day in range(0, int(last) + 1, step)]
    out.append(_text(WIDE - 12, HIGH - 2, "days since they told us", "end"))
    return "".join(out)


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return (
        f'<text class="chart-words" x="{x}" y="{y}" text-anchor="{anchor}" font-size="12" font-family="sans-serif" fill="#444">'
        f"{escape(words)}</text>"
    )


def _curve(curve: Curve, number: int, last: float) -> list[str]:
    steps = _steps(curve)
    across = [_x(day, last) for day, *_ in steps]
    shares, lows, highs = (
        [f"{x},{_y(step[place])}" for x, step in zip(across, steps, strict=True)] for place in (1, 2, 3)
    )
    line, band = " ".join(shares), [*highs, *reversed(lows)]
    colour, dash = COLOURS[number % len(COLOURS)], DASHES[number % len(DASHES)]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return [
        f'<polygon class="chart-band chart-{number}" points="{" ".join(band)}" fill="{colour}" fill-opacity="0.12"/>',
        f'<polyline class="chart-line chart-{number}" points="{line}" fill="none" stroke="{colour}" stroke-width="2"{dashed}/>',
    ]


def _steps(curve: Curve) -> list[tuple[float, float, float, float]]:
    """Day, share, low and high at each corner, no more of them than a screen can show."""
    keep = range(0, len(curve.at), max(1, len(curve.at) // _POINTS))
    places = sorted({*keep, len(curve.at) - 1}) if len(curve.at) else []
    found, before = [(0.0, 1.0, 1.0, 1.0)], (1.0, 1.0, 1.0)
    for day, *now in zip(
        *(each[places].tolist() for each in (curve.at, curve.share, curve.low, curve.high)), strict=True
    ):
        share, low, high = now
        found += [(day, *before), (day, share, low, high)]
        before = (share, low, high)
    return found
