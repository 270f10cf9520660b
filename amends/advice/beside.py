"""The case beside a draft, as the coach wants it: only what is on record, so that what it suggests is true."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from amends.advice.known import Known, known_of
from amends.cases.case import Severity
from amends.cases.stages import Stage
from amends.causes.watching import fix_for
from amends.concerns.fact import About
from amends.customers.customer import Channel
from amends.drafts.context import Concern, Context, Fact, Present
from amends.leadtimes.proposing import propose
from amends.people.absence import Absence
from amends.policy.house import HOUSE
from amends.promises.promise import Kind as Promised
from amends.readings.reading import Kind, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from amends.cases.case import Case
    from amends.causes.watching import Fix
    from amends.people.person import Person

#: The house's four severities in the coach's words.
SEVERITIES: Final = {
    Severity.CRITICAL: "critical", Severity.HIGH: "serious", Severity.MEDIUM: "moderate", Severity.LOW: "minor",
}  # fmt: skip
#: Emotions that the coach knows, the one that asks for most care first.
_CARE: Final = ("betrayal", "anger", "hurt", "anxiety", "frustration", "disappointment", "resignation")
_GIVEN: Final = {About.WHAT: "description", About.WHEN: "dates", About.ORDER: "order_number"}
#: The way they would rather be reached by, as the coach names it.
_CHOSEN: Final[dict[str, str]] = {Channel.EMAIL: "email", Channel.PHONE: "phone", Channel.LETTER: "letter"}
_FLAGS: Final = frozenset({"safety", "legal", "vulnerable", "public", "privacy", "discrimination", "exit"})
#: So far ahead nobody promises a call; absences beyond it are of no account.
_AHEAD: Final = timedelta(days=60)
#: Whoever leaves before this hour is away for the day.
_MORNING: Final = 10
#: Words too short or too common to know an answer by.
_SHORT: Final = 4


def context_of(
    case: Case, *, by: Person, at: datetime, stage: str = "", channel: str = "email", dates: Iterable[datetime] = ()
) -> Context:
    """The case beside a draft that `by` writes at this moment.

    `dates` are those of the promises that are recorded with it: each was weighed as it was recorded, and may be named. Without
    any, the earliest that may be named is the one we would propose; where we can propose none, none may. `stage` as the coach
    names it; if not given, a first reply while nobody has answered, a refusal while they have not heard that they were refused,
    else an update. What is not on record is left out, and the checks that need it stay silent.
    """
    known = known_of([case.pk])[case.pk]
    written = _Written(
        stage or ("first_reply" if case.stage == Stage.NEW else "refusal" if known.refused else "update"),
        channel, by.name, min(dates, default=None) or propose(case, Promised.DEED, at=at).due, fix_for(case), _roster(at),
        at.astimezone(ZoneInfo(HOUSE.time_zone)),
    )  # fmt: skip
    return _beside(case, known, Reading.objects.of(case), written)


def contexts_of(
    cases: Sequence[Case], *, sender: str, at: datetime, stage: str, dates: Iterable[datetime] = ()
) -> dict[int, Context]:
    """Each case beside a letter that goes to all of them, by their keys: the same few statements however many they are.

    They are of one problem, so what is said of the change against its cause is that of the first. `dates` as for one case.
    """
    known = known_of([case.pk for case in cases])
    read: dict[int, list[Reading]] = defaultdict(list)
    rows = Reading.objects.filter(message__case__in=cases).select_related("message").prefetch_related("corrections")
    for row in rows.order_by("message__said_at", "message_id"):
        read[row.message.case_id].append(row)
    zone = at.astimezone(ZoneInfo(HOUSE.time_zone))
    fix = fix_for(cases[0]) if cases else None
    written = _Written(stage, "email", sender, min(dates, default=None), fix, _roster(at), zone)
    return {case.pk: _beside(case, known[case.pk], read[case.pk], written) for case in cases}


@dataclass(frozen=True, slots=True)
class _Written:
    """What is known of the letter itself."""

    stage: str
    channel: str
    sender: str
    earliest: datetime | None
    fix: Fix | None
    roster: tuple[Present, ...]
    now: datetime


def _beside(case: Case, known: Known, readings: list[Reading], written: _Written) -> Context:
    stage, fix = written.stage, written.fix
    return Context(
        stage=stage, channel=written.channel, sender=written.sender, now=written.now, roster=written.roster,
        severity=SEVERITIES[Severity(case.severity)],
        reads_as=_emotion(readings),
        fault=known.fault,
        flags=frozenset().union(*(reading.flags() for reading in readings)) & _FLAGS,
        relationship=known.relationship,
        customer_name=case.customer.name,
        asked_why=known.asked_why,
        channel_choice=_CHOSEN.get(case.customer.preferred_channel, ""),
        apologies_so_far=known.regrets,
        acts_since_last_apology=known.acts,
        wish_asked=known.wish_asked or bool(_named(readings, {"wish"})),
        wish=known.wish,
        given=_given(known, readings),
        specifics=() if known.confirmed else _named(readings[:1], {"order", "amount", "date", "product"}),
        concerns=tuple(Concern(words, kind, keywords(words)) for words, kind in known.concerns),
        facts=tuple(Fact(words, status, keywords(words)) for words, status, _ in known.facts),
        quote_not_before=written.earliest,
        consented_work=known.consented(stage),
        beyond_authority=known.beyond(stage),
        stale=known.stale,
        remedies=known.remedies(stage),
        fix_state=fix.state if fix else "",
        fix_text=fix.words if fix else "",
    )  # fmt: skip


def keywords(words: str) -> tuple[str, ...]:
    """Words by which an answer to it is known: the longer ones, lower case, in their order."""
    found = ("".join(letter for letter in word if letter.isalnum()).lower() for word in words.split())
    return tuple(dict.fromkeys(word for word in found if len(word) > _SHORT))


def _emotion(readings: Iterable[Reading]) -> str:
    """What their last words read as; calm where nothing shows."""
    for reading in reversed(list(readings)):
        names = {label.name for label in reading.standing() if label.kind == Kind.EMOTION and label.acts}
        if found := next((name for name in _CARE if name in names), ""):
            return found
    return "calm"


def _named(readings: Iterable[Reading], kinds: set[str]) -> tuple[str, ...]:
    """What triage read them name of these kinds, each once."""
    found = (one for reading in readings for one in reading.labels.get("specifics", ()))
    return tuple(dict.fromkeys(one["text"] for one in found if one["kind"] in kinds))


def _given(known: Known, readings: Iterable[Reading]) -> frozenset[str]:
    named = {_GIVEN[About(about)] for _, _, about in known.facts if about in _GIVEN}
    return frozenset(known.given | named | ({"order_number"} if _named(readings, {"order"}) else set()))


def _roster(at: datetime) -> tuple[Present, ...]:
    """Who is away, and on which days of the house's calendar, or from when on the first of them; nobody who is simply here."""
    zone = ZoneInfo(HOUSE.time_zone)
    end = at + _AHEAD
    rows = Absence.objects.standing().filter(starts_at__lt=end, person__is_active=True).exclude(ends_at__lte=at)
    return tuple(
        Present(name, _days(max(starts, at), min(ends or end, end), zone), starts if starts > at else None)
        for name, starts, ends in rows.values_list("person__name", "starts_at", "ends_at")
    )


def _days(starts: datetime, ends: datetime, zone: ZoneInfo) -> frozenset[date]:
    """The days on which they are away from the morning on."""
    first, last = starts.astimezone(zone), (ends - timedelta(seconds=1)).astimezone(zone)
    whole = range((last.date() - first.date()).days + 1)
    return frozenset(first.date() + timedelta(days=n) for n in whole if n or first.hour < _MORNING)
