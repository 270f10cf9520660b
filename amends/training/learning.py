"""From texts with the labels that people gave them to leanings: what is learned of which label, and where its bar lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.leanings.leaning import Leanings
from amends.texts.apart import own_words
from amends.training.fitting import Row, adapted, best_bars, folded
from amends.training.network import taught
from amends.triage.likely import flag, level, sentences_of, signs_of
from amends.triage.saying import Saying
from amends.triage.weighing import EMOTIONS, FAILURES, FLAGS, LEVELS, heard

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_EVEN = 0.5
LABELS = ("complaint", *FAILURES, *EMOTIONS, *map(flag, FLAGS), *map(level, LEVELS))
BY_PASSAGE = tuple(map(flag, FLAGS))
"""What may stand in one sentence of a long letter."""
#: Of what is flagged about this share is right at least, where texts that taught nothing are read as they teach. Down to there the
#: more is heard the better: somebody may come to harm, or leave, unheard.
_RIGHT = 0.55


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
    sentences = sentences_of(saying)
    return Row(signs_of(saying, sentences, heard(saying)), sentences, frozenset(holds), frozenset(judged), hand)


def learn(rows: Sequence[Row], base: Leanings | None = None) -> Leanings:
    """Leanings from these rows alone, or of `base` moved by them.

    The bars are chosen where others than its own writer teach how a text is read.
    """
    rows = [row for row in rows if row.judged]
    even = dict.fromkeys(LABELS, _EVEN)

    def make(some: Sequence[Row], bars: Mapping[str, float] = even) -> Leanings:
        return (
            adapted(some, bars, base)
            if base and base.n
            else Leanings(len(some), bars, taught(some, LABELS, BY_PASSAGE))
        )

    said = folded(rows, make)
    bars = even | best_bars(rows, said, ["complaint"], _fewest_wrong) | best_bars(rows, said, [*FAILURES], _f1)
    return make(rows, bars | best_bars(rows, said, [*map(flag, FLAGS)], _most_heard))


def _fewest_wrong(_: int, missed: int, wrong: int) -> float:
    return -float(missed + wrong)


def _most_heard(hit: int, _: int, wrong: int) -> float:
    share = hit / max(1, hit + wrong)
    return hit if share >= _RIGHT else share - 1


def _f1(hit: int, missed: int, wrong: int) -> float:
    return 2 * hit / max(1, 2 * hit + missed + wrong)
