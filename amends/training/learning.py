"""From texts with the labels that people gave them to leanings: what is learned of which label, and where its bar lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.texts.apart import own_words
from amends.training.fitting import Row, best_bars, folded, learned
from amends.triage.likely import shown
from amends.triage.saying import Saying, hits
from amends.triage.weighing import EMOTIONS, FAILURES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from amends.leanings.leaning import Leanings

_EVEN = 0.5
#: The texts that teach are complaints for the most part, and what comes to a desk less so: more than even is asked.
_COMPLAINT = 0.65
LABELS = ("complaint", *FAILURES, *EMOTIONS)


def row_of(text: str, *, failures: Collection[str] | None, emotion: str = "") -> Row:
    """A text and what was said of it: the failures (none: no complaint; None: not judged) and the first feeling ("": not judged)."""
    saying = Saying(own_words(text))
    holds: set[str] = set()
    judged: set[str] = set()
    if failures is not None:
        judged |= {"complaint", *FAILURES}
        holds |= {*failures, *(["complaint"] if failures else [])}
    if failures and emotion in EMOTIONS:
        judged |= set(EMOTIONS)
        holds.add(emotion)
    return Row(shown(saying, hits(saying)), frozenset(holds), frozenset(judged))


def learn(rows: Sequence[Row]) -> Leanings:
    """Leanings from these rows. The bar of each failure is where it is found best (F1) when others than its own text teach it."""
    rows = [row for row in rows if row.judged]
    bars = dict.fromkeys(LABELS, _EVEN) | {"complaint": _COMPLAINT}
    bars |= best_bars(rows, folded(rows, bars), [*FAILURES], _f1)
    return learned(rows, bars)


def _f1(hit: int, missed: int, wrong: int) -> float:
    return 2 * hit / max(1, 2 * hit + missed + wrong)
