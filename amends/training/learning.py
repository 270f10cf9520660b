"""From texts with the labels that people gave them to leanings: what is learned of which label, and where its bar lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.texts.apart import own_words
from amends.training.fitting import Row, best_bars, folded, learned
from amends.triage.likely import flag, level, shown
from amends.triage.saying import Saying
from amends.triage.weighing import EMOTIONS, FAILURES, FLAGS, LEVELS, heard

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from amends.leanings.leaning import Leanings

_EVEN = 0.5
LABELS = ("complaint", *FAILURES, *EMOTIONS, *map(flag, FLAGS), *map(level, LEVELS))
#: So many times as bad as a wrong flag is one that is missed (the beta of F): somebody may come to harm, or leave, unheard.
_MISSED = {
    "exit": 1.2, "legal": 2.0, "safety": 2.5, "vulnerable": 1.6, "public": 1.3, "repeat": 1.3, "discrimination": 1.6,
    "privacy": 1.6, "abuse": 1.5, "sarcasm": 1.0,
}  # fmt: skip


def row_of(
    text: str,
    *,
    failures: Collection[str] | None,
    emotion: str = "",
    flags: Collection[str] | None = None,
    unsure: Collection[str] = (),
    severity: str = "",
    hand: str = "",
) -> Row:
    """A text and what was said of it, as far as it was judged (None or "": it was not).

    No failures at all: no complaint. `emotion` is the first feeling; `unsure` are flags that may be raised or not; `hand` is who
    wrote it.
    """
    saying = Saying(own_words(text))
    holds: set[str] = set()
    judged: set[str] = set()
    if failures is not None:
        judged |= {"complaint", *FAILURES}
        holds |= {*failures, *(["complaint"] if failures else [])}
    if failures and emotion in EMOTIONS:
        judged |= set(EMOTIONS)
        holds.add(emotion)
    if flags is not None:
        judged |= {flag(one) for one in FLAGS if one not in unsure}
        holds |= set(map(flag, flags))
    if failures and severity in LEVELS:
        judged |= set(map(level, LEVELS))
        holds.add(level(severity))
    return Row(shown(saying, heard(saying)), frozenset(holds), frozenset(judged), hand)


def learn(rows: Sequence[Row]) -> Leanings:
    """Leanings from these rows. The bar of a failure or a flag is where it is found best when others than its own writer teach it."""
    rows = [row for row in rows if row.judged]
    bars = dict.fromkeys(LABELS, _EVEN)
    said = folded(rows, bars)
    bars |= best_bars(rows, said, ["complaint"], _fewest_wrong) | best_bars(rows, said, [*FAILURES], _f(1.0))
    for one in FLAGS:
        bars |= best_bars(rows, said, [flag(one)], _f(_MISSED.get(one, 1.0)))
    return learned(rows, bars)


def _fewest_wrong(_: int, missed: int, wrong: int) -> float:
    return -float(missed + wrong)


def _f(beta: float) -> Callable[[int, int, int], float]:
    def right(hit: int, missed: int, wrong: int) -> float:
        return (1 + beta**2) * hit / max(1.0, (1 + beta**2) * hit + beta**2 * missed + wrong)

    return right
