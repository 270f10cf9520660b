"""Whether what was learned reads better than what stands: on texts that taught nothing, with the interval of the difference."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from math import sqrt
from typing import TYPE_CHECKING, Any

from amends.leanings.leaning import Leanings, shipped
from amends.training.learning import learn, row_of
from amends.triage.reading import LONGEST, read
from amends.triage.weighing import ACTS, FAILURES, FLAGS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Fewer texts teach nothing that would hold, and fewer to judge by show nothing.
FEWEST_TO_TEACH, FEWEST_TO_JUDGE = 60, 20
_FIFTH = 5
_TWO_SIDED = 1.96


class NotEnough(ValueError):  # noqa: N818 - named for the refusal
    """There are too few texts to learn from, or too few to judge by."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was learned from `taught` texts, and how it did on `texts` others with `judged` labels. `better`: surely so."""

    leanings: Leanings
    taught: int
    texts: int
    judged: int
    right_before: int
    right_after: int
    change: float
    interval: tuple[float, float]

    @property
    def better(self) -> bool:
        """Whether the whole interval of the change lies above nothing."""
        return self.interval[0] > 0

    def as_data(self) -> dict[str, Any]:
        """The figures as plain data."""
        return {
            "taught": self.taught, "texts": self.texts, "labels": self.judged, "right_before": self.right_before,
            "right_after": self.right_after, "change": round(self.change, 4),
            "interval": [round(end, 4) for end in self.interval], "better": self.better,
        }  # fmt: skip


def prove(rows: Sequence[Mapping[str, Any]], before: Leanings | None = None) -> Proof:
    """Learn from four fifths of the rows (`text`, `failures`, `emotion`, `flags`, `severity`) and judge by the fifth, by a hash.

    A text's labels are whether it is a complaint, each of the ten failures, and where they were given its first feeling, each of
    the flags (but those in `unsure`) and its severity. `before` is what is used now (what is shipped, if none is given): it is
    moved by the rows, and of labels that too few of them bear it stays as it is. The interval is that of the mean change per text
    (normal, 95 %).
    NotEnough below 60 texts to teach or 20 to judge.
    """
    once = {str(row["text"])[:LONGEST]: row for row in rows}
    held = {text: row for text, row in once.items() if int(sha256(text.encode()).hexdigest(), 16) % _FIFTH == 0}
    if len(once) - len(held) < FEWEST_TO_TEACH or len(held) < FEWEST_TO_JUDGE:
        raise NotEnough(
            f"There are {len(once)} texts with labels, {len(held)} of them to judge by; at least {FEWEST_TO_TEACH} are needed "
            f"to learn and {FEWEST_TO_JUDGE} to judge."
        )
    taught = [
        row_of(
            text,
            failures=row["failures"],
            emotion=row.get("emotion", ""),
            flags=row.get("flags"),
            unsure=row.get("unsure", ()),
            severity=row.get("severity", ""),
        )
        for text, row in once.items()
        if text not in held
    ]
    stands = before or shipped()
    made = learn(taught, stands)
    counts = [(_right(text, row, stands), _right(text, row, made), _labels(row)) for text, row in held.items()]
    changes = [(after - was) / labels for was, after, labels in counts]
    mean = sum(changes) / len(changes)
    spread = sqrt(sum((change - mean) ** 2 for change in changes) / max(1, len(changes) - 1) / len(changes))
    return Proof(
        made, len(taught), len(held), sum(labels for *_, labels in counts), sum(was for was, *_ in counts),
        sum(after for _, after, _ in counts), mean, (mean - _TWO_SIDED * spread, mean + _TWO_SIDED * spread),
    )  # fmt: skip


def _labels(row: Mapping[str, Any]) -> int:
    return 1 + len(FAILURES) + bool(row.get("emotion")) + len(_judged(row)) + bool(row.get("severity"))


def _judged(row: Mapping[str, Any]) -> list[str]:
    """The flags that were judged in a row."""
    return [] if row.get("flags") is None else [name for name in FLAGS if name not in row.get("unsure", ())]


def _right(text: str, row: Mapping[str, Any], leanings: Leanings) -> int:
    found = read(text, "en", leanings=leanings)
    said = {failure.code for failure in found.failures if failure.confidence >= ACTS}
    first = found.reads_as[0].emotion if found.reads_as else ""
    level = found.severity.level if found.severity else ""
    return (
        (found.complaint == bool(row["failures"]))
        + sum((code in said) == (code in row["failures"]) for code in FAILURES)
        + (bool(row.get("emotion")) and first == row["emotion"])
        + sum((found.flag(name) >= ACTS) == (name in row["flags"]) for name in _judged(row))
        + (bool(row.get("severity")) and level == row["severity"])
    )
