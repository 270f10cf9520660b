"""What the manager reads, led by the customers who stayed: from tallies alone, so that it costs the same at a million cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Sum

from amends.outcomes.activity import Feed
from amends.outcomes.fate import DAYS
from amends.outcomes.outcome import Tally
from amends.outcomes.tables import GROUPS, Lives, Share, lives, severities, shares
from amends.outcomes.tallying import remembered, stamp
from amends.promises.figures import Rate
from amends.reports.money import Costs, Ratio, revenue_kept

if TYPE_CHECKING:
    from decimal import Decimal

    from amends.surviving.causes import Incidence

#: The horizon the page leads with.
HEAD = 90
_MONTHS = 12
NOT_CAUSAL = (
    "Nobody drew lots over who was handled how. The gravest cases get the most attention and are the likeliest to be "
    "lost, so that good handling can look harmful here. Only an experiment says what keeps customers."
)
#: A survey changes what it measures: it is a treatment, and it is not ours to leave somebody out of it by lot.
ASKED_TOO = (
    "Being asked is a treatment too: a follow-up may itself keep somebody. Who answered one is therefore compared with "
    "nobody here, and no group below is made by it alone."
)


@dataclass(frozen=True, slots=True)
class Why:
    """One cause of failures: how many cases and how many lost customers it stands behind, and what is done about it."""

    words: str
    cases: int
    lost: int
    done: str = ""
    url: str = ""


#: Whatever knows causes says them so: since a day, as of a time.
Causes = Callable[[date, datetime], Sequence[Why]]


def no_causes(_since: date, _at: datetime) -> Sequence[Why]:
    """Nobody has said why yet."""
    return ()


@dataclass(frozen=True, slots=True)
class Mix:
    """One group of cases, what became of them, and how grave they were: how many critical, high, medium and low."""

    words: str
    share: Share
    graves: tuple[int, int, int, int] = (0, 0, 0, 0)

    @property
    def grave(self) -> Rate:
        """The share of those that were critical or high."""
        return Rate(sum(self.graves[:2]), sum(self.graves))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything of the page but names: cases told since `since`, as known until `seen` by the systems of `feeds`.

    Whatever is made of its tallies alone may be kept under `key`, which is None before there are any.
    """

    at: datetime
    since: date
    key: tuple[object, ...] | None
    seen: datetime | None
    feeds: Sequence[Feed]
    kept: dict[int, Share]
    own: Share
    promises: Rate
    confirmed: Rate
    endings: dict[str, int]
    why: Sequence[Why]
    groups: dict[str, Sequence[Mix]]
    lost_to: dict[str, Incidence]
    lives: dict[str, Lives]
    ratio: Ratio | None
    costs: Costs | None
    revenue: tuple[Decimal, Decimal] | None

    @property
    def head(self) -> Share:
        """At the horizon the page leads with."""
        return self.kept[HEAD]


def report(*, at: datetime, months: int = _MONTHS, causes: Causes = no_causes) -> Report:
    """As of now, over the cases of so many months back. A fixed number of statements, whatever happened before.

    What is worked out of tallies alone is kept in this process until one of them changes: it costs most, and changes least.
    """
    since, stamped = _months_back(at.date(), months), stamp()
    key = ("report", stamped, since, at.date()) if stamped else None
    told = remembered(key, lambda: _tallied(since, at)) if key else _tallied(since, at)
    counts, kept = told.counts, told.kept
    costs = Costs.objects.order_by("-ends", "-pk").first()
    feeds = list(Feed.objects.filter(ended_at=None).order_by("source"))
    seen = [feed.told_until(at) for feed in feeds if feed.tells_staying]
    return Report(
        at=at, since=since, key=key, seen=min(seen, default=None), feeds=feeds, kept=kept, own=Share.of(counts["own"]),
        promises=Rate(counts["promises"]["kept"], counts["promises"].total()),
        confirmed=Rate(counts["ending"]["satisfied"], counts["ending"]["satisfied"] + counts["ending"]["unconfirmed"]),
        endings=dict(counts["ending"]), why=causes(since, at),
        groups=told.groups, lost_to=told.lost_to, lives=told.lives, ratio=costs.ratio if costs else None, costs=costs,
        revenue=revenue_kept(kept[365], costs.margin) if costs else None,
    )  # fmt: skip


def _months_back(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)


def _counts(since: date, at: datetime) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {kind: Counter() for kind in ("own", "promises", "ending")}
    rows = Tally.objects.filter(kind__in=found, begins__gte=since, begins__lte=at.date())
    for kind, result, n in rows.values_list("kind", "result").annotate(sum=Sum("n")).order_by():
        found[kind][result] += n
    return found


@dataclass(frozen=True, slots=True)
class _Tallied:
    """What the tallies alone say."""

    counts: dict[str, Counter[str]]
    kept: dict[int, Share]
    groups: dict[str, Sequence[Mix]]
    lost_to: dict[str, Incidence]
    lives: dict[str, Lives]


def _tallied(since: date, at: datetime) -> _Tallied:
    found, graves = shares(at=at, since=since, kinds=("all", *GROUPS)), severities(at=at, since=since)
    kept = {day: found.get(("all", day), {}).get("", Share.of({})) for day in DAYS}
    groups = {kind: _group(kind, found.get((kind, HEAD), {}), graves) for kind in GROUPS}
    return _Tallied(_counts(since, at), kept, groups, *lives(at=at))


def _group(kind: str, found: Mapping[str, Share], graves: Mapping[tuple[str, str], Any]) -> Sequence[Mix]:
    return [
        Mix(words, found.get(name, Share.of({})), graves.get((kind, name), (0, 0, 0, 0)))
        for name, words in GROUPS[kind][1].items()
    ]


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the report, as tables have it: a share or days with its interval and n; `note` where there is none."""

    section: str
    measure: str
    group: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    note: str = ""


def lines(found: Report) -> list[Line]:
    """The whole report, one figure a line."""
    rows = [_rate("customers kept", f"kept after {day} days", "all", share.rate) for day, share in found.kept.items()]
    rows.append(_rate("customers kept", "kept after 90 days, vouchers of ours not counted", "all", found.own.rate))
    for day, share in found.kept.items():
        low, high = share.bounds or (None, None)
        n, measure = (
            share.kept + share.lost + share.unknown,
            f"kept after {day} days, if all unknown were lost or all kept",
        )
        rows.append(Line("customers kept", measure, "all", None, low, high, n, f"{share.unknown} unknown"))
    rows.append(_rate("our word", "promises kept by the date said first", "all", found.promises))
    rows.append(_rate("follow-up", "confirmed as put right, of those who were asked", "all", found.confirmed))
    for kind, groups in found.groups.items():
        measure = f"kept after {HEAD} days by {GROUPS[kind][0].lower()}"
        rows += [_rate("not causal", measure, mix.words, mix.share.rate) for mix in groups]
        if kind != "severity":
            measure = f"critical or high, by {GROUPS[kind][0].lower()}"
            rows += [_rate("who was in which group", measure, mix.words, mix.grave) for mix in groups]
    for compared in found.lives.values():
        words = {group.name: group.words for group in compared.groups}
        rows += [
            Line("not causal", f"days longer within {compared.until}, from day {compared.since}: {next(iter(words.values()))} against",
                 words[name], longer.value, longer.low, longer.high, sum(longer.n),
                 f"log-rank p {compared.p[name]:.3g}" + ("; not watched alike" if name in compared.unseen else ""))
            for name, longer in compared.longer.items()
        ]  # fmt: skip
    for cause, incidence in found.lost_to.items():
        value, least, most = incidence.by(365)
        rows.append(Line("lost to", "lost within a year", cause, value, least, most, incidence.n))
    rows += [Line("causes", "cases", why.words, float(why.cases), None, None, why.cases, why.done) for why in found.why]
    return rows


def _rate(section: str, measure: str, group: str, rate: Rate) -> Line:
    interval = rate.interval
    low, high = interval or (None, None)
    return Line(section, measure, group, rate.rate, low, high, rate.n, "" if rate.enough else "not enough data")
