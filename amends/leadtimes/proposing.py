"""The date that may be promised: as sure as policy asks, on open time, with everybody needed there; or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from amends.calendars.opening import CalendarError
from amends.cases.case import Case
from amends.deadlines.pacing import NoRow, next_update
from amends.deadlines.ruling import calendar_of, choice_of, day_of
from amends.leadtimes.lesson import Lesson, Of, lesson_for
from amends.people.absence import Absence
from amends.policy.words import Circumstance, Severity
from amends.quoting import wording

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from amends.leadtimes.lesson import Facts
    from amends.quoting.model import Model, Quote

#: The probabilities at which every date is remembered, so that it can be told afterwards whether they were right.
STATED: Final = (0.5, 0.8, 0.9, 0.95)
#: A customer who was let down within so many days before has been let down again.
RECENT: Final = timedelta(days=365)
#: Cases without which a chance means nothing.
ENOUGH: Final = 50
_ORDINARY: Final = 0.9


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure a date must be, and the sentence that says why."""

    probability: float
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What may be promised of this kind on this case at this moment.

    `due` is the date, on a slot people understand; without one `because` says why, and `news_at` is by when the customer
    hears from us whatever we know by then. `sentence` is for the customer, `line` for whoever wants to check it. `stood`
    holds the dates at STATED probabilities, as they came out before they were rounded.
    """

    kind: str
    at: datetime
    sure: Sure
    due: datetime | None = None
    because: str = ""
    news_at: datetime | None = None
    sentence: str = ""
    line: str = ""
    n: int = 0
    level: int = 0
    cohort: str = ""
    source: str = ""
    stood: Mapping[float, datetime] = field(default_factory=dict)
    lesson: Lesson | None = None
    model: Model | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    opened: datetime | None = None

    def chance(self, due: datetime) -> float | None:
        """How probable it is that it is done by `due`; None where too little is known to say."""
        if self.model is None or self.n < ENOUGH:
            return None
        return self.model.chance(at=self.at, due=due, features=self.given, opened=self.opened)

    def is_early(self, due: datetime) -> bool:
        """Whether this date would be kept less often than policy asks."""
        if self.due is not None:
            return due < self.due
        chance = self.chance(due)
        return chance is not None and chance < self.sure.probability

    def challenge(self, due: datetime) -> str:
        """What is said of a date that is too early: its chance beside what is asked, and the date that would hold."""
        chance = self.chance(due) or 0.0
        asked = f"{in_hundred(self.sure.probability)} in 100 are asked for, because {self.sure.because}"
        return f"That date would be kept about {in_hundred(chance)} times in 100. {asked}."


def in_hundred(probability: float) -> int:
    """The probability as so many in a hundred, rounded; never 0 or 100, which nothing is."""
    return min(99, max(1, round(100 * probability)))


def propose(
    case: Case, kind: str, *, at: datetime, lessons: Facts | None = None, opened: datetime | None = None
) -> Proposal:
    """The date for a promise of this kind, made now; with `opened`, for one that was made then and still is to be kept."""
    lesson = lesson_for(Lesson.objects.facts() if lessons is None else lessons, kind, case.queue_id)
    model = lesson.recall() if lesson else None
    if lesson is None or model is None:
        return _without(
            case, Proposal(kind=kind, at=at, sure=_asked(case, at, broken=None), because=_why(kind, lesson))
        )
    sure = _asked(case, at, broken=_failed_before(case, at))
    given = known_of(case, group=lesson.group)
    quote = model.quote(at=at, probability=sure.probability, features=given, opened=opened)
    plain = Proposal(
        kind=kind, at=at, sure=sure, because=quote.because, n=quote.n, level=quote.level,
        cohort=quote.cohort, source=lesson.get_source_display(), lesson=lesson, model=model, given=given, opened=opened,
        stood=_stood(model, at, given, opened),
    )  # fmt: skip
    return _dated(case, plain, quote, quote.due) if quote.due else _without(case, plain)


def known_of(case: Case, *, group: str = "") -> dict[str, str]:
    """What is known of a case when something is promised on it. `group` is whoever it waits for elsewhere, else its queue."""
    asked = case.asks.filter(answered_at=None).order_by("-asked_at", "-pk").values_list("department", "name").first()
    waits_for = (asked[0] or asked[1]) if asked else case.queue.name
    found = {"group": waits_for, "queue": case.queue.name, "severity": str(case.severity), "product": case.product}
    return found | ({group: waits_for} if group and group not in found else {})


def _asked(case: Case, at: datetime, *, broken: bool | None) -> Sure:
    circumstances = {Circumstance.ORDINARY}
    if _failed_before(case, at) if broken is None else broken:
        circumstances.add(Circumstance.REPEAT_FAILURE)
    row = choice_of(case).sureness(Severity(case.severity), circumstances, on=day_of(case.received_at))
    if row is None:
        return Sure(_ORDINARY, "policy says nothing else")
    return Sure(float(row.probability), f"{row.about} ({row.kind}, {row.source})")


def _failed_before(case: Case, at: datetime) -> bool:
    """Whether we failed this customer before: a promise broken here, a case reopened, another case in the last year."""
    if case.round > 1 or case.promises.broken(at=at).exists():
        return True
    others = Case.objects.filter(customer=case.customer_id, merged_into=None).exclude(pk=case.pk)
    return others.filter(received_at__lt=case.received_at, received_at__gte=case.received_at - RECENT).exists()


def _stood(model: Model, at: datetime, given: Mapping[str, str], opened: datetime | None) -> dict[float, datetime]:
    quotes = ((p, model.quote(at=at, probability=p, features=given, opened=opened).due) for p in STATED)
    return {probability: due for probability, due in quotes if due}


def _why(kind: str, lesson: Lesson | None) -> str:
    if lesson and lesson.why:
        return lesson.why
    return (
        f"nothing was learnt yet of how long it takes until {Of(kind).label}: {ENOUGH} promises of this kind, or a history "
        "that is taken in, are needed first"
    )


def _without(case: Case, plain: Proposal) -> Proposal:
    """No date: by when the customer hears from us, whatever we know by then."""
    try:
        news = next_update(case, since=plain.at).due_at
    except (NoRow, CalendarError):
        news = None
    said = "We cannot yet name a date that we could be sure to keep"
    when = f"; you will hear from us {_spoken(news, case, plain.at)}, whatever we know by then." if news else "."
    line = f"No date: {plain.because}."
    return replace(plain, due=None, level=0, news_at=news, sentence=said + when, line=line)


def _dated(case: Case, plain: Proposal, quote: Quote, due: datetime) -> Proposal:
    """The first slot after the quote at which the house is open and whoever keeps it is there."""
    try:
        calendar, away = calendar_of(case), _absences(case, plain.at)
        zone = case.customer.time_zone or calendar.zone
        slot = wording.present(due, calendar, away)
        if plain.kind == Of.CALL:
            slot = wording.callable_slot(slot, calendar, away, zone=zone)
    except CalendarError:
        return _without(case, replace(plain, because="the hours of the house do not reach that far"))
    said = wording.to_the_customer(quote, calendar, due=slot, zone=zone)
    return replace(plain, due=slot, sentence=said, line=f"{wording.to_the_agent(quote)}; from {plain.source}")


def _absences(case: Case, at: datetime) -> list[tuple[datetime, datetime]]:
    """When whoever has the case is away, as far as the end is known; after that somebody stands in."""
    if case.owner_id is None:
        return []
    rows = Absence.objects.standing().filter(Q(ends_at__gt=at), person=case.owner_id)
    return [(begin, end) for begin, end in rows.values_list("starts_at", "ends_at") if end]


def _spoken(moment: datetime, case: Case, at: datetime) -> str:
    """The moment as the customer reads it, on their clock."""
    return wording.spoken(moment, case.customer.time_zone or calendar_of(case).zone, at=at)
