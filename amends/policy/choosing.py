"""Which pack and which row govern a case, when a row falls due, and why."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self
from zoneinfo import ZoneInfo

from amends.calendars.horizon import instant, moment
from amends.policy.document import PackRefused
from amends.policy.pack import HOUSE_JURISDICTION, Limit, Pack, Row, Timed
from amends.policy.reading import read_file
from amends.policy.words import Circumstance, ClosedDay, Due, Ends, Kind, Since, Unit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from decimal import Decimal

    from amends.calendars.calendar import Calendar
    from amends.policy.pack import Band, Cadence, Independence, Quote, Rung, ShortRoute, Span
    from amends.policy.words import Failure, Matter, Role, Severity

SHIPPED: Final = Path(__file__).with_name("packs")


class NoPack(LookupError):  # noqa: N818 -- named for the refusal
    """No pack governs this, or two do; the message says which and what to do."""


class NoNumber(ValueError):  # noqa: N818 -- named for the refusal
    """The row gives no amount of time: the law says "promptly", and a house target has to give the number."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The packs that govern a case, the most particular first; the house's is the last and fills what is left open."""

    packs: tuple[Pack, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """What a case keeps so that it stays with these packs (`Shelf.kept`)."""
        return tuple(pack.key for pack in self.packs)

    def deadlines(
        self, due: Due, *, on: date, severity: Severity | None = None, product: str = "", exceptional: bool = False
    ) -> tuple[Limit, ...]:
        """Every row on this, the one to go by first: the regulator's pack before the house's, particular before general.

        Exceptional rows are left out unless asked for, and then they come first. A rule without a number comes after
        the target that gives it one.
        """
        found = [
            (not limit.exceptional, limit.within is None, i, -_closeness(limit, product, severity), j, limit)
            for i, pack in enumerate(self.packs)
            for j, limit in enumerate(pack.deadlines)
            if limit.due is due
            and limit.holds_on(on)
            and (exceptional or not limit.exceptional)
            and _fits(limit.products, product)
            and _fits(limit.severities, severity)
        ]
        return tuple(each[-1] for each in sorted(found, key=lambda each: each[:-1]))

    def deadline(
        self, due: Due, *, on: date, severity: Severity | None = None, product: str = "", exceptional: bool = False
    ) -> Limit | None:
        """The row by which this is due, if any says so with a number."""
        found = self.deadlines(due, on=on, severity=severity, product=product, exceptional=exceptional)
        return next((limit for limit in found if limit.within is not None), None)

    def cadence(self, severity: Severity, *, on: date) -> Cadence | None:
        """How often a customer of this severity hears from a human."""
        rows = [
            row for pack in self.packs for row in pack.cadence if row.holds_on(on) and _fits(row.severities, severity)
        ]
        return max(rows, key=lambda row: bool(row.severities), default=None)

    def band(self, role: Role, failure: Failure, severity: Severity, *, currency: str, on: date) -> Band | None:
        """What this role may give for this, in this currency, without asking; None: nothing."""
        for pack in self.packs:
            for band in pack.authority:
                fits = _fits(band.failures, failure) and _fits(band.severities, severity)
                if fits and band.role is role and band.per_case.currency == currency and band.holds_on(on):
                    return band
        return None

    def probability(self, severity: Severity, circumstances: Collection[Circumstance], *, on: date) -> Decimal | None:
        """How sure a quoted date must be: the highest that any of the circumstances, or the ordinary one, asks for.

        For an internal target the ordinary probability does not count.
        """
        asked = set(circumstances) or {Circumstance.ORDINARY}
        if Circumstance.INTERNAL not in asked:
            asked.add(Circumstance.ORDINARY)
        found = self.sureness(severity, asked, on=on)
        return found.probability if found else None

    def sureness(self, severity: Severity, circumstances: Collection[Circumstance], *, on: date) -> Quote | None:
        """The row that asks for the highest probability in just these circumstances, if any does."""
        rows = [
            row for pack in self.packs for row in pack.quoting if row.holds_on(on) and row.circumstance in circumstances
        ]
        return max(
            (row for row in rows if _fits(row.severities, severity)), key=lambda row: row.probability, default=None
        )

    def rungs(
        self, *, on: date, severity: Severity, value: Decimal | None = None, currency: str = "", crowd: int = 1,
        matter: Matter | None = None,
    ) -> tuple[Rung, ...]:  # fmt: skip
        """The rules on how to reach this customer, all of which hold; `crowd` is how many are to be reached at once."""
        return tuple(
            row
            for pack in self.packs
            for row in pack.channels
            if row.holds_on(on)
            and _fits(row.severities, severity)
            and (not row.matters or matter in row.matters)
            and (row.crowd_from is None or crowd >= row.crowd_from)
            and (
                row.value_from is None
                or (value is not None and currency == row.value_from.currency and value >= row.value_from.amount)
            )
        )

    def independence(self, stage: Due, *, on: date) -> Independence | None:
        """The rule that this stage is taken by somebody new to the case; law before house."""
        rows = [row for pack in self.packs for row in pack.independence if row.stage is stage and row.holds_on(on)]
        return min(rows, key=lambda row: row.kind is not Kind.RULE, default=None)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All packs there are. Two versions of one pack are never in force on the same day. Raises NoPack."""

    packs: tuple[Pack, ...]

    def __post_init__(self) -> None:
        """Refuse two packs of one name that cannot be told apart."""
        for a, b in combinations(self.packs, 2):
            if a.key == b.key:
                raise NoPack(f"there are two packs {a.key}; a changed pack needs a new version")
            if a.name == b.name and _overlap(a, b):
                raise NoPack(f"{a.key} and {b.key} hold on the same days; end the older where the newer begins")

    @classmethod
    def read(cls, paths: Iterable[Path]) -> Self:
        """The packs in these files. Raises PackRefused, with the file in a note, OSError and NoPack."""
        return cls(tuple(_read(path) for path in sorted(paths)))

    def choose(self, *, on: date, jurisdiction: str = "", product: str = "", queue: str = "") -> Choice:
        """The packs for a complaint received on this day: the one nearest to its queue and product, then the house's.

        A pack that names products or queues governs only these. Raises NoPack if none governs, or two equally near.
        """
        house = [pack for pack in self.packs if pack.jurisdiction == HOUSE_JURISDICTION and pack.holds_on(on)]
        near = [
            (pack, _nearness(pack, product, queue))
            for pack in self.packs
            if jurisdiction and pack.jurisdiction == jurisdiction and pack.holds_on(on)
        ]
        best = max((nearness for _, nearness in near), default=-1)
        particular = [pack for pack, nearness in near if nearness == best and best >= 0]
        for packs in (particular, house):
            if len(packs) > 1:
                names = " and ".join(sorted(pack.key for pack in packs))
                raise NoPack(f"{names} are equally near; let one of them name the product or the queue")
        if not particular and not house:
            raise NoPack(f"no pack holds on {on} in {jurisdiction or 'any jurisdiction'}")
        return Choice((*particular, *house))

    def kept(self, keys: Iterable[str]) -> Choice:
        """The packs a case began under, whatever has come after. Raises NoPack for one that is no longer here."""
        by_key = {pack.key: pack for pack in self.packs}
        wanted = list(keys)
        for key in wanted:
            if key not in by_key:
                raise NoPack(f"the pack {key} is gone; a pack that a case began under is never deleted")
        return Choice(tuple(by_key[key] for key in wanted))


@lru_cache(maxsize=1)
def shipped() -> Shelf:
    """The packs that come with the desk; read once, at the first question."""
    return Shelf.read(SHIPPED.glob("*.yaml"))


def due(row: Timed, since: datetime, calendar: Calendar) -> datetime:
    """When this row falls due, in UTC, if it is counted from `since`.

    Business time runs by the calendar; days, weeks, months and years are counted on the wall clock of its zone, and a
    month that lacks the day ends on its last. Never before `since`. Raises NoNumber, NaiveTime, NeverOpens, TooFar.
    """
    if row.within is None:
        raise NoNumber(f"{row.name} says no more than promptly ({row.kind}, {row.source})")
    begin = moment(instant(since))
    reached = _counted(row.within, row, begin, calendar)
    return calendar.next_close(begin) if reached <= begin else reached


def warn_at(row: Limit | Cadence, due_at: datetime, calendar: Calendar) -> datetime:
    """When the first person is told that this is about to be missed, in UTC; the due time itself without a lead.

    Raises NaiveTime, NeverOpens, TooFar.
    """
    lead, due_at = row.warn, moment(instant(due_at))
    if lead is None:
        return due_at
    match lead.unit:
        case Unit.BUSINESS_DAYS:
            return calendar.add_days(due_at, -lead.amount)
        case Unit.BUSINESS_HOURS | Unit.BUSINESS_MINUTES:
            return calendar.subtract(due_at, _length(lead))
        case Unit.HOURS | Unit.MINUTES:
            return due_at - _length(lead)
        case _:
            return _on(_shifted(due_at, lead, calendar, back=True), _local(due_at, calendar).time(), calendar)


def explain(row: Row) -> str:
    """One sentence: how much time since when if the row says so, because of what, and whether that is law."""
    because = f"because {row.about} ({row.kind}, {row.source})"
    within: Span | None = getattr(row, "within", None)
    since: Since | None = getattr(row, "since", None)
    said = f"{within} after {_SINCE[since]}, {because}" if within and since else because
    return f"{said}; to be verified: {row.note}" if row.verify else said


def short_route(
    choice: Choice, *, received: datetime, settled: datetime, accepted: str, calendar: Calendar, product: str = ""
) -> ShortRoute | None:
    """The short route that a case settled then may take; None: it takes the long one.

    `accepted` is how the customer said that it is settled: "written", "oral", or "" if they did not.
    """
    on = _local(received, calendar).date()
    for pack in choice.packs:
        limits = {
            limit.name: limit for limit in pack.deadlines if limit.holds_on(on) and _fits(limit.products, product)
        }
        for route in pack.short_routes:
            limit = limits.get(route.deadline)
            agreed = not route.acceptance or accepted == "written" or (route.oral and accepted == "oral")
            if limit and agreed and route.holds_on(on) and settled <= due(limit, received, calendar):
                return route
    return None


def stands_in_the_way(choice: Choice, stage: Due, *, who: str, took: Mapping[Due, str], on: date) -> str | None:
    """Why this person may not take this stage, in a sentence; None if nothing does. `took` says who took which stage."""
    rule = choice.independence(stage, on=on)
    before = next((earlier for earlier in rule.after if took.get(earlier) == who), None) if rule else None
    if rule is None or before is None:
        return None
    return f"The {stage} needs another person than the {before}, {explain(rule)}."


_SINCE: Final = {
    Since.RECEIVED: "they told us",
    Since.ACKNOWLEDGED: "we acknowledged it",
    Since.LAST_UPDATE: "a person last told them something new",
    Since.CALL_ASKED: "they asked for a call",
    Since.ASKED: "it was asked",
    Since.ARRIVED: "it arrived",
    Since.DELAY_KNOWN: "the delay was known",
    Since.HANDED: "it was handed on",
    Since.RESOLVED: "it was resolved",
    Since.TRIED: "the last try to reach them",
    Since.ESCALATED: "they asked for the next stage",
    Since.ANSWERED: "our final response",
    Since.ACCEPTED: "they accepted the offer",
}
_MONTHS: Final = {Unit.MONTHS: 1, Unit.YEARS: 12}


def _counted(span: Span, row: Timed, since: datetime, calendar: Calendar) -> datetime:
    match span.unit:
        case Unit.MINUTES | Unit.HOURS:
            reached = since + _length(span)
        case Unit.BUSINESS_MINUTES | Unit.BUSINESS_HOURS:
            reached = calendar.add(since, _length(span))
        case Unit.BUSINESS_DAYS:
            begins_closed = calendar.first_business_day(since) != since
            early = begins_closed and row.closed_day is ClosedDay.STANDS
            days = span.amount - int(early)
            reached = calendar.add_days(since, days) if days else calendar.first_business_day(since)
            return _ended(reached, row.ends, calendar)
        case _:
            day = _shifted(since, span, calendar)
            return _ended(_on(day, _local(since, calendar).time(), calendar), row.ends, calendar)
    return calendar.next_open(reached) if row.ends is Ends.NEXT_OPENING else reached


def _ended(reached: datetime, ends: Ends, calendar: Calendar) -> datetime:
    """The moment of its day at which it is over."""
    midnight = _on(_local(reached, calendar).date() + timedelta(days=1), time(), calendar)
    match ends:
        case Ends.SAME_TIME:
            return reached
        case Ends.NEXT_OPENING:
            return calendar.next_open(reached)
        case Ends.CLOSE:
            return calendar.last_open(midnight)
        case Ends.END_OF_DAY:
            return midnight


def _shifted(start: datetime, span: Span, calendar: Calendar, *, back: bool = False) -> date:
    day, amount = _local(start, calendar).date(), -span.amount if back else span.amount
    if span.unit not in _MONTHS:
        return day + timedelta(days=amount * (7 if span.unit is Unit.WEEKS else 1))
    year, month = divmod(day.year * 12 + day.month - 1 + amount * _MONTHS[span.unit], 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _length(span: Span) -> timedelta:
    hours = span.unit in {Unit.HOURS, Unit.BUSINESS_HOURS}
    return timedelta(hours=span.amount) if hours else timedelta(minutes=span.amount)


def _local(at: datetime, calendar: Calendar) -> datetime:
    return at.astimezone(ZoneInfo(calendar.zone))


def _on(day: date, clock: time, calendar: Calendar) -> datetime:
    return datetime.combine(day, clock, tzinfo=ZoneInfo(calendar.zone)).astimezone(UTC)


def _fits(listed: Collection[object], wanted: object) -> bool:
    return not listed or wanted in listed


def _closeness(limit: Limit, product: str, severity: Severity | None) -> int:
    return int(product in limit.products) + int(severity in limit.severities)


def _nearness(pack: Pack, product: str, queue: str) -> int:
    """How near a pack is to a product and queue: -1 it does not govern them, 0 it governs all, more is nearer."""
    if not _fits(pack.products, product) or not _fits(pack.queues, queue):
        return -1
    return int(bool(pack.products)) + 2 * int(bool(pack.queues))


def _overlap(a: Pack, b: Pack) -> bool:
    return all(y.valid_to is None or x.valid_from < y.valid_to for x, y in ((a, b), (b, a)))


def _read(path: Path) -> Pack:
    try:
        return read_file(path)
    except PackRefused as wrong:
        wrong.add_note(f"in the pack {path.name}")
        raise
