"""What the tallies say: shares kept, curves with bands, how much longer some stay, and by which causes customers were lost.

Nothing here is causal: who was handled how was nobody's lot. Groups that are only known later are compared from day 30 on,
among those still there then (landmark).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import Sum

from amends.outcomes.fate import DAYS, Loss, Result
from amends.outcomes.outcome import LANDMARK, Grade, Tally, Word
from amends.promises.figures import Rate

# NumPy and SciPy are loaded where a curve is drawn: no other page, and no start of the desk, waits for them.
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    import numpy as np

    from amends.surviving.causes import Incidence
    from amends.surviving.curve import Curve, Difference

#: The groups, their names in order, and the one that the others are held against.
GROUPS: dict[str, tuple[str, dict[str, str]]] = {
    "failure": ("First failure or a later one", {"first": "their first", "later": "a later one"}),
    "word": (
        "Our promises",
        {Word.KEPT.value: "all kept", Word.BROKEN.value: "one broken", Word.NONE.value: "none made"},
    ),
    "grade": ("How it was handled", {each.value: f"{each.value}: {each.label}" for each in Grade}),
    "severity": ("How grave it was", {"1": "critical", "2": "high", "3": "medium", "4": "low"}),
}
_LATER = ("grade", "word")
# One row for each group and way of ending, so that what comes back stays small; numbers as one text, which NumPy reads at once.
_DAYS = """
SELECT kind, name, result, string_agg(day::text, ' '), string_agg(n::text, ' ') FROM (
  SELECT kind, name, result, day, sum(n) AS n FROM amends_tally
  WHERE kind LIKE 'life %%' AND n > 0 AND begins <= %(until)s
    AND (%(year)s::int IS NULL OR extract(year FROM begins) = %(year)s::int) GROUP BY 1, 2, 3, 4) d
GROUP BY 1, 2, 3
"""
_LATE = 6  # a curve is not drawn on, nor compared, where so few are left


@dataclass(frozen=True, slots=True)
class Share:
    """How many were kept (advocates among them), lost, had to go, and of how many nothing is known."""

    kept: int
    advocates: int
    lost: int
    elsewhere: int
    unknown: int

    @property
    def rate(self) -> Rate:
        """Kept, of those who were kept or lost."""
        return Rate(self.kept, self.kept + self.lost)

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The share kept if all who are unknown were lost, and if all were kept; None where there is nobody."""
        n = self.kept + self.lost + self.unknown
        return (self.kept / n, (self.kept + self.unknown) / n) if n else None

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> Share:
        """From the tallies of one group."""
        advocates = counts.get(Result.ADVOCATE, 0)
        return cls(
            counts.get(Result.KEPT, 0) + advocates, advocates, counts.get(Result.LOST, 0), counts.get(Result.ELSEWHERE, 0),
            counts.get(Result.UNKNOWN, 0),
        )  # fmt: skip


def shares(
    *, at: datetime, since: date | None = None, kinds: Sequence[str] = ("all",)
) -> dict[tuple[str, int], dict[str, Share]]:
    """By kind of group and days, the share kept by name, of the cases of the months from `since` on. One statement."""
    found: dict[tuple[str, int, str], Counter[str]] = defaultdict(Counter)
    rows = Tally.objects.filter(kind__in=kinds, begins__lte=at.date())
    rows = rows.filter(begins__gte=since) if since else rows
    for kind, day, name, result, n in (
        rows.values_list("kind", "day", "name", "result").annotate(sum=Sum("n")).order_by()
    ):
        found[kind, day, name][result] += n
    told: dict[tuple[str, int], dict[str, Share]] = defaultdict(dict)
    for (kind, day, name), counts in found.items():
        told[kind, day][name] = Share.of(counts)
    return told


def severities(*, at: datetime, since: date) -> dict[tuple[str, str], tuple[int, int, int, int]]:
    """By kind of group and name, how many of its cases were critical, high, medium and low, of the months from `since` on."""
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    rows = Tally.objects.filter(kind__startswith="mix ", begins__gte=since, begins__lte=at.date())
    for kind, name, severity, n in rows.values_list("kind", "name", "day").annotate(sum=Sum("n")).order_by():
        found[kind.removeprefix("mix "), name][severity - 1] += n
    return {key: (one, two, three, four) for key, (one, two, three, four) in found.items()}


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a comparison: its curve, or None where there are too few for one."""

    name: str
    words: str
    n: int
    curve: Curve | None


@dataclass(frozen=True, slots=True)
class Lives:
    """A comparison of groups: their curves from day `since` on, and how much longer the first group stays than each other.

    `longer` holds days within `until`, with the interval; `p` is of the log-rank test. Absent where not enough is known.
    `unseen` names the groups of which another share than of the first was lost from sight before `until`, with both shares: who
    cannot be seen may be who left, and the comparison with them is not to be trusted.
    """

    kind: str
    title: str
    since: int
    until: int
    groups: Sequence[Group]
    longer: Mapping[str, Difference]
    p: Mapping[str, float]
    unseen: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def warnings(self) -> list[str]:
        """For each group that was not watched as the first was, a sentence that says so."""
        words = {group.name: group.words for group in self.groups}
        first = next(iter(words.values()))
        return [
            f"Not watched alike: of “{first}” {mine:.0%} were lost from sight before the end, of “{words[name]}” {theirs:.0%}. "
            "Who cannot be seen may be who left, so that this difference is not to be trusted."
            for name, (mine, theirs) in self.unseen.items()
        ]


@dataclass(frozen=True, slots=True)
class _Times:
    days: np.ndarray
    lost: np.ndarray
    many: np.ndarray
    causes: Sequence[str | None]

    @property
    def n(self) -> int:
        return int(self.many.sum())


def lives(*, at: datetime, year: int | None = None) -> tuple[dict[str, Incidence], dict[str, Lives]]:
    """How many were lost to each cause by which day, and the comparisons by every group: one statement."""
    from amends.surviving.causes import incidence  # noqa: PLC0415
    from amends.surviving.curve import FEWEST  # noqa: PLC0415

    found = _times(at, year)
    everybody = found.get(("life all", ""))
    causes = {}
    if everybody is not None and everybody.n >= FEWEST:
        causes = {
            str(key): value for key, value in incidence(everybody.days, everybody.causes, many=everybody.many).items()
        }
    return causes, {kind: _lives(kind, found) for kind in GROUPS}


def _times(at: datetime, year: int | None) -> dict[tuple[str, str], _Times]:
    with connection.cursor() as cursor:
        cursor.execute(_DAYS, {"until": at.date(), "year": year})
        rows = cursor.fetchall()
    found: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for kind, name, result, days, many in rows:
        found[kind, name].append((result, days, many))
    return {key: _as_times(values) for key, values in found.items()}


def _as_times(values: Sequence[tuple[str, str, str]]) -> _Times:
    import numpy as np  # noqa: PLC0415

    days, many = ([np.fromstring(value[place], dtype=np.float64, sep=" ") for value in values] for place in (1, 2))
    # Whoever had to go is seen until then, and no longer: that is no loss of ours.
    lost = [
        np.full(len(each), result not in {"still", Loss.ELSEWHERE})
        for (result, *_), each in zip(values, days, strict=True)
    ]
    causes: list[str | None] = []
    for (result, *_), each in zip(values, days, strict=True):
        causes += [None if result == "still" else result] * len(each)
    return _Times(np.concatenate(days), np.concatenate(lost), np.concatenate(many), causes)


def _lives(kind: str, found: Mapping[tuple[str, str], _Times]) -> Lives:
    from amends.surviving.curve import FEWEST  # noqa: PLC0415

    title, names = GROUPS[kind]
    times = {name: found[f"life {kind}", name] for name in names if (f"life {kind}", name) in found}
    enough = {name: each for name, each in times.items() if each.n >= FEWEST}
    groups = [
        Group(name, words, times[name].n if name in times else 0, _curve(enough.get(name)))
        for name, words in names.items()
    ]
    since = LANDMARK if kind in _LATER else 0
    until = 0
    longer: dict[str, Difference] = {}
    p: dict[str, float] = {}
    unseen: dict[str, tuple[float, float]] = {}
    first, *others = names
    for other in others:
        if first in enough and other in enough:
            own, rest = enough[first], enough[other]
            until_ = _watched(own, rest, since)
            if until_:
                until = max(until, until_)
                longer[other], p[other], away = _compared(own, rest, until_)
                unseen |= {other: away} if away else {}
    return Lives(kind, title, since, until, groups, longer, p, unseen)


def _curve(times: _Times | None) -> Curve | None:
    from amends.surviving.curve import kaplan_meier  # noqa: PLC0415

    return None if times is None else kaplan_meier(times.days, times.lost, many=times.many)


def _watched(own: _Times, rest: _Times, since: int) -> int:
    """The longest of our days by which enough of both were still watched."""
    for day in reversed([each - since for each in DAYS if each > since]):
        if all(each.many[each.days >= day].sum() >= _LATE for each in (own, rest)):
            return day
    return 0


def _compared(own: _Times, rest: _Times, until: int) -> tuple[Difference, float, tuple[float, float] | None]:
    import numpy as np  # noqa: PLC0415

    from amends.surviving.curve import censored_alike, log_rank, stay_longer  # noqa: PLC0415

    longer = stay_longer(own.days, own.lost, rest.days, rest.lost, until=until, many=own.many, others_many=rest.many)
    days, lost, many = (
        np.concatenate([getattr(each, name) for each in (own, rest)]) for name in ("days", "lost", "many")
    )
    first = np.arange(len(days)) < len(own.days)
    mine, theirs, alike = censored_alike(days, lost, first, until=until, many=many)
    return longer, log_rank(days, lost, first, many=many)[1], None if alike else (mine, theirs)
