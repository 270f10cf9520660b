"""The simulated complaints, each with what the trainee knows of the case and one good answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

#: What holds for every one of them: a first reply by mail, written on a Tuesday morning.
_EVERY: Final = {"stage": "first_reply", "channel": "email", "now": "2026-05-05T09:30+01:00"}


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint: `mood` is how it reads, `case` what the coach is told of it, `answer` one good answer and not the only one."""

    id: str
    trade: str
    mood: str
    text: str
    answer: str
    case: Mapping[str, Any]


@cache
def complaints() -> tuple[Complaint, ...]:
    """All thirty, in a fixed order."""
    import yaml  # noqa: PLC0415 - the import of the package need not wait for it

    rows = yaml.safe_load((Path(__file__).parent / "complaints.yaml").read_text(encoding="utf-8"))
    return tuple(
        Complaint(
            row["id"],
            row["trade"],
            row["case"]["reads_as"],
            row["text"],
            row["answer"],
            MappingProxyType({**_EVERY, **row["case"]}),
        )
        for row in rows
    )


def pick(*, seed: int, done: Collection[str] = (), mood: str = "", trade: str = "") -> Complaint | None:
    """One that is not among those done, chosen by the seed alone; None where none of that mood and trade is left."""
    left = [
        one
        for one in complaints()
        if one.id not in done and mood in {"", one.mood} and trade.lower() in {"", one.trade.lower()}
    ]
    return Random(seed).choice(left) if left else None  # noqa: S311 - a drill is no secret
