"""The shop's books of fifteen months: how long repairs and deliveries took, so that dates can be quoted from the first day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from amends.leadtimes.chronicle import Chronicle
from amends.promises.learning import take_in

if TYPE_CHECKING:
    from datetime import datetime

    from amends.histories.history import History
    from amends.people.person import Person

_MONTHS: Final = timedelta(days=456)
#: What was entered, who did it, how often of ten, and how many days it takes in the middle.
_BOOKS: Final = {
    "deed": ("workshop", "Repairs, from the workshop's book", 430, (("our own bench", 6, 4.5), ("Mr Bell", 4, 9.0))),
    "delivery": ("carrier", "Deliveries, from the dispatch book", 380, (("our own van", 7, 2.5), ("the carrier", 3, 5.0))),
}  # fmt: skip


def opened(by: Person, *, at: datetime) -> None:
    """The books are on the desk, and dates of repairs and deliveries are learnt from them; a second time changes nothing."""
    for kind, (group, name, count, who) in _BOOKS.items():
        if not Chronicle.objects.filter(kind=kind).exists():
            take_in(kind, _book(group, count, who, at=at), name=name, group=group, by=by, at=at)


def _book(group: str, count: int, who: tuple[tuple[str, int, float], ...], *, at: datetime) -> History:
    """Invented, and the same each time: a few take very long, and what came in lately is still open."""
    import numpy as np  # noqa: PLC0415 -- NumPy is loaded only where a sample is made

    from amends.histories.history import History, day  # noqa: PLC0415

    random = np.random.default_rng(len(group) * count)
    begun = np.sort(random.uniform(day(at - _MONTHS), day(at) - 0.05, count))
    shares = np.array([share for _, share, _ in who]) / sum(share for _, share, _ in who)
    whose = random.choice(len(who), count, p=shares)
    took = np.array([days for *_, days in who])[whose] * random.lognormal(0, 0.55, count)
    names = [who[each][0] for each in whose]
    return History.of(begun, begun + took, until=at, features={group: names})
