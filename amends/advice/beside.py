"""The case beside a draft, as the coach wants it: only what is on record, so that what it suggests is true."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from amends.cases.case import Severity
from amends.cases.stages import Stage
from amends.causes.watching import fix_for
from amends.concerns.fact import About
from amends.customers.address import Kind as AddressKind
from amends.drafts.context import Concern, Context, Fact, Present
from amends.leadtimes.proposing import propose
from amends.people.absence import Absence
from amends.policy.house import HOUSE
from amends.promises.promise import Kind as Promised
from amends.readings.reading import Kind, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from amends.cases.case import Case
    from amends.concerns.round import Round
    from amends.people.person import Person

#: The house's four severities in the coach's words.
SEVERITIES: Final = {
    Severity.CRITICAL: "critical", Severity.HIGH: "serious", Severity.MEDIUM: "moderate", Severity.LOW: "minor",
}  # fmt: skip
#: Emotions that the coach knows, the one that asks for most care first.
_CARE: Final = ("betrayal", "anger", "hurt", "anxiety", "frustration", "disappointment", "resignation")
_GIVEN: Final = {About.WHAT: "description", About.WHEN: "dates", About.ORDER: "order_number"}
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
    names it; if not given, a first reply while nobody has answered, else an update. What is not on
    record is left out, and the checks that need it stay silent.
    """
    readings = Reading.objects.of(case)
    held = case.rounds.filter(number=case.round).first()
    facts = list(case.facts.all())
    regrets, acts = _regrets(case)
    fix = fix_for(case)
    return Context(
        stage=stage or ("first_reply" if case.stage == Stage.NEW else "update"),
        channel=channel,
        severity=SEVERITIES[Severity(case.severity)],
        reads_as=_emotion(readings),
        flags=frozenset().union(*(reading.flags() for reading in readings)) & _FLAGS,
        relationship="key" if case.customer.key_customer else "",
        customer_name=case.customer.name,
        sender=by.name,
        apologies_so_far=regrets,
        acts_since_last_apology=acts,
        wish_asked=bool(held and held.wish_asked_at) or None,
        wish=held.wish if held else "",
        given=_given(case, [fact.about for fact in facts]),
        specifics=_specifics(held, readings),
        concerns=tuple(_concern(row.words, row.kind) for row in case.concerns.standing()),
        facts=tuple(Fact(fact.words, fact.status, keywords(fact.words)) for fact in facts),
        quote_not_before=min(dates, default=None) or propose(case, Promised.DEED, at=at).due,
        fix_state=fix.state if fix else "",
        fix_text=fix.words if fix else "",
        roster=_roster(at),
        now=at.astimezone(ZoneInfo(HOUSE.time_zone)),
    )


def keywords(words: str) -> tuple[str, ...]:
    """Words by which an answer to it is known: the longer ones, lower case, in their order."""
    found = ("".join(letter for letter in word if letter.isalnum()).lower() for word in words.split())
    return tuple(dict.fromkeys(word for word in found if len(word) > _SHORT))


def _concern(words: str, kind: str) -> Concern:
    return Concern(words, kind, keywords(words))


def _emotion(readings: Iterable[Reading]) -> str:
    """What their last words read as; calm where nothing shows."""
    for reading in reversed(list(readings)):
        names = {label.name for label in reading.standing() if label.kind == Kind.EMOTION and label.acts}
        if found := next((name for name in _CARE if name in names), ""):
            return found
    return "calm"


def _specifics(held: Round | None, readings: list[Reading]) -> tuple[str, ...]:
    """What a first answer should show that we read: amounts, dates, orders and things of their first words."""
    if held and held.confirmed_at:
        return ()
    wanted = {"order", "amount", "date", "product"}
    first = readings[0].labels.get("specifics", ()) if readings else ()
    return tuple(dict.fromkeys(one["text"] for one in first if one["kind"] in wanted))


def _regrets(case: Case) -> tuple[int, int]:
    """How often we said sorry so far, and how many deeds came since the last time."""
    said = list(case.messages.ours().filter(says__contains=["regret"]).values_list("said_at", flat=True))
    return len(said), case.acts.filter(done_at__gt=max(said)).count() if said else case.acts.count()


def _given(case: Case, abouts: list[str]) -> frozenset[str]:
    kinds = set(case.customer.addresses.standing().values_list("kind", flat=True))
    ways = {AddressKind.EMAIL: "email", AddressKind.PHONE: "phone", AddressKind.POST: "address"}
    named = {_GIVEN[About(about)] for about in abouts if about in _GIVEN}
    return frozenset({ways[AddressKind(kind)] for kind in kinds} | named)


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
