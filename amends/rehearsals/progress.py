"""How far somebody has come: what their first answers had, and what their latest have. Counts, each with what it is out of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from amends.practice import complaints

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from amends.practice import Complaint
    from amends.rehearsals.rehearsal import Rehearsal

#: The parts of a first reply, in their order.
PARTS: Final = ("regret", "thanks", "read-back", "effect", "what I am doing", "when you will hear")


@dataclass(frozen=True, slots=True)
class Part:
    """In how many first answers, and in how many of the latest, this part was there."""

    name: str
    first: int
    latest: int


@dataclass(frozen=True, slots=True)
class Progress:
    """One person's: `latest` and `first` by the complaint they answer, `tries` in all."""

    first: Mapping[str, Rehearsal]
    latest: Mapping[str, Rehearsal]
    tries: int

    @classmethod
    def of(cls, rows: Iterable[Rehearsal]) -> Progress:
        """From the rehearsals of one person, in any order; those on complaints that are no more do not count."""
        known = {one.id for one in complaints()}
        ordered = sorted((row for row in rows if row.complaint in known), key=lambda row: row.pk)
        first = {row.complaint: row for row in reversed(ordered)}
        return cls(first, {row.complaint: row for row in ordered}, len(ordered))

    @property
    def answered(self) -> int:
        """Complaints that were answered at all."""
        return len(self.latest)

    @property
    def whole(self) -> int:
        """Complaints whose latest answer has every part, with nothing to hold it back."""
        return sum(row.whole for row in self.latest.values())

    @property
    def whole_at_first(self) -> int:
        """Complaints whose first answer did."""
        return sum(row.whole for row in self.first.values())

    @property
    def parts(self) -> list[Part]:
        """Each part, in the order of a good reply."""
        lacked = Counter(name for row in self.first.values() for name in row.missing)
        lacks = Counter(name for row in self.latest.values() for name in row.missing)
        return [Part(name, self.answered - lacked[name], self.answered - lacks[name]) for name in PARTS]

    @property
    def next(self) -> Complaint | None:
        """The one to practise on next: the first that was not answered, then the first whose answer is not whole yet."""
        every = complaints()
        fresh = next((one for one in every if one.id not in self.latest), None)
        return fresh or next((one for one in every if not self.latest[one.id].whole), None)
