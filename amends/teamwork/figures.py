"""What the page "How we work" shows, counted by the worker each hour, so that it opens as fast among a million cases as among ten."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from django.db import models
from django.db.models import Q

from amends.promises.figures import Rate
from amends.reports.report import Line
from amends.teamwork.pace import RATES, WAITS, Wait, rates, waits
from amends.teamwork.spread import Hands, OurWord, handled, our_word

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What is looked back on. A grade is known after thirty days, so that the spread looks back further.
SPAN, GRADED = timedelta(days=180), timedelta(days=395)
#: Older figures than this are counted anew where somebody asks for them: no worker is at work.
_STALE: Final = timedelta(hours=3)


class WorkFiguresManager(models.Manager["WorkFigures"]):
    """How they are counted and read."""

    def renew(self, *, at: datetime) -> WorkFigures:
        """They are as of now. Safe to repeat; a job of each hour."""
        since = at - SPAN
        found: dict[str, Any] = {
            "waits": {name: [one.n, one.still, one.half, one.long] for name, one in waits(since=since, at=at).items()},
            "rates": {name: [one.kept, one.n] for name, one in rates(since=since, at=at).items()},
            "hands": [[one.kind, one.name, one.good, one.fair, one.n, one.grave] for one in handled(since=at - GRADED, at=at)],
            "word": [
                [one.kind, one.name, one.time.kept, one.time.n, one.content.kept, one.content.n]
                for one in our_word(since=since, at=at)
            ],
        }  # fmt: skip
        return self.update_or_create(pk=1, defaults={"counted_at": at, "found": found})[0]

    def as_of(self, *, at: datetime) -> WorkFigures:
        """As they were counted last; counted now where that is long ago. One statement, but then."""
        row = self.filter(pk=1).first()
        return row if row and at - row.counted_at < _STALE else self.renew(at=at)


class WorkFigures(models.Model):
    """The figures as of `counted_at`; there is one row. `found` holds counts and minutes alone: nothing of it names a customer."""

    counted_at = models.DateTimeField()
    found = models.JSONField()

    objects = WorkFiguresManager()

    class Meta:
        verbose_name_plural = "work figures"
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="work_figures_are_one")]

    def __str__(self) -> str:
        return f"as of {self.counted_at:%d %b %Y, %H:%M}"

    @property
    def waits(self) -> dict[str, Wait]:
        """Each of `WAITS`; one that was not counted yet when these were has nobody."""
        rows = self.found["waits"]
        return {
            name: Wait(n, still, _three(half), _three(long))
            for name in WAITS
            for n, still, half, long in [rows.get(name, (0, 0, None, None))]
        }

    @property
    def rates(self) -> dict[str, Rate]:
        """Each of `RATES`."""
        return {name: Rate(*self.found["rates"].get(name, (0, 0))) for name in RATES}

    def hands(self, kind: str) -> Sequence[Hands]:
        """The spread by `person` or `site`, or of `all`, by name."""
        return [Hands(*row) for row in self.found["hands"] if row[0] == kind]

    def word(self, kind: str) -> Sequence[OurWord]:
        """Kept promises by `person` or `team`, by name."""
        rows = self.found["word"]
        return [
            OurWord(of, name, Rate(kept, n), Rate(said, done)) for of, name, kept, n, said, done in rows if of == kind
        ]

    @property
    def lines(self) -> list[Line]:
        """All of it, one figure a line, as tables have it."""
        rows = []
        for name, one in self.waits.items():
            note = f"{one.still} still wait" if one.still else ""
            rows += [
                _minutes(f"{WAITS[name]}: half within, in minutes", one.half, one.n, note),
                _minutes(f"{WAITS[name]}: nine of ten within, in minutes", one.long, one.n, note),
            ]
        rows += [_share("shares", RATES[name], "all", rate) for name, rate in self.rates.items()]
        for kind in ("all", "person", "site"):
            for one_ in self.hands(kind):
                rate, grave = one_.rates if one_.enough else (Rate(0, 0), Rate(0, 0))
                rows.append(_share("not causal", f"handled well, by {kind}", one_.name, rate, n=one_.n))
                rows.append(_share("not causal", f"critical or high, by {kind}", one_.name, grave, n=one_.n))
        for kind in ("person", "team"):
            for each in self.word(kind):
                rows.append(_share("our word", f"kept by the date said first, by {kind}", each.name, each.time))
                rows.append(_share("our word", f"what came was what we had said, by {kind}", each.name, each.content))
        return rows


def _three(values: list[float] | None) -> tuple[float, float, float] | None:
    return (values[0], values[1], values[2]) if values else None


def _minutes(measure: str, found: tuple[float, float, float] | None, n: int, note: str) -> Line:
    value, low, high = (round(each, 1) for each in found) if found else (None, None, None)
    return Line(
        "waits",
        measure,
        "all",
        value,
        low,
        high,
        n,
        note if found else "; ".join(filter(None, ["not enough data", note])),
    )


def _share(section: str, measure: str, group: str, rate: Rate, n: int | None = None) -> Line:
    low, high = rate.interval or (None, None)
    n = rate.n if n is None else n
    return Line(section, measure, group or "all", rate.rate, low, high, n, "" if rate.enough else "not enough data")
