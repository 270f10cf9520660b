"""The date that may be promised: as sure as policy asks, on open time, with everybody needed there; or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.db.models import JSONField
from django.db.models.expressions import RawSQL

from amends.calendars.opening import CalendarError
from amends.deadlines.pacing import NoRow, next_update
from amends.deadlines.ruling import calendar_of, choice_of, day_of
from amends.leadtimes.lesson import Lesson, Of, lesson_for
from amends.policy.words import Circumstance, Severity
from amends.quoting import wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from amends.cases.case import Case
    from amends.leadtimes.chain import Chain
    from amends.leadtimes.lesson import Facts
    from amends.quoting.model import Model, Quote

#: The probabilities at which every date is remembered, so that it can be told afterwards whether they were right.
STATED: Final = (0.5, 0.8, 0.9, 0.95)
#: What kind of failure it was, as far as was known then: as whoever noted the loss says, else as their first words read.
FAILED_BY: Final = """coalesce(
  (SELECT l.failure FROM amends_loss l WHERE l.case_id = {case} AND l.noted_at <= {at}),
  (SELECT split_part(r.labels->'failures'->0->>'code', '.', 1) FROM amends_reading r JOIN amends_message m ON m.id = r.message_id
   WHERE m.case_id = {case} AND m.direction = 'in' ORDER BY m.said_at, m.id LIMIT 1), '')"""
_KNOWN: Final = """jsonb_build_object(
  'lessons', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'queue_id', l.queue_id,
     'source', l.source, 'learnt_at', l.learnt_at, 'why', l.why, 'level', l.level, 'group', l."group")), '[]')
   FROM amends_lesson l WHERE l.queue_id IS NULL OR l.queue_id = amends_case.queue_id),
  'failed_before', amends_case.round > 1 OR EXISTS(SELECT 1 FROM amends_promise p JOIN amends_deadline d ON d.id = p.deadline_id
     WHERE p.case_id = amends_case.id AND p.released_at IS NULL
     AND (p.kept_at IS NULL AND d.due_at <= %s OR p.kept_at > d.due_at))
   OR EXISTS(SELECT 1 FROM amends_case c WHERE c.customer_id = amends_case.customer_id AND c.id <> amends_case.id
     AND c.merged_into_id IS NULL AND c.received_at < amends_case.received_at
     AND c.received_at >= amends_case.received_at - interval '365 days'),
  'upset', EXISTS(SELECT 1 FROM amends_message m JOIN amends_reading r ON r.message_id = m.id
     CROSS JOIN LATERAL jsonb_array_elements(coalesce(r.labels->'reads_as', '[]')) f
     WHERE m.case_id = amends_case.id AND m.direction = 'in' AND f->>'intensity' = 'high'
     AND f->>'emotion' IN ('anger', 'betrayal', 'anxiety')
     AND coalesce((SELECT o.holds FROM amends_correction o WHERE o.reading_id = r.id AND o.kind = 'emotion'
       AND o.label = f->>'emotion' ORDER BY o.id DESC LIMIT 1), true)),
  'waits', (SELECT jsonb_build_object('for', coalesce(nullif(a.department, ''), a.name), 'since', a.asked_at)
     FROM amends_ask a WHERE a.case_id = amends_case.id
     AND a.state IN ('asked', 'acknowledged') ORDER BY a.asked_at DESC, a.id DESC LIMIT 1),
  'failure', {failure},
  'away', (SELECT coalesce(jsonb_agg(jsonb_build_array(b.starts_at, b.ends_at)), '[]') FROM amends_absence b
     WHERE b.person_id = amends_case.owner_id AND b.cancelled_at IS NULL AND b.ends_at > %s))""".replace(
    "{failure}", FAILED_BY.format(case="amends_case.id", at="%s")
)
#: Cases without which a chance means nothing.
ENOUGH: Final = 50
_ORDINARY: Final = 0.9
_SELDOM: Final = 0.005


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure a date must be, and the sentence that says why."""

    probability: float
    because: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a date depends on besides the case itself.

    The lessons there are; whether we failed this customer before (a promise broken here, a case reopened, another case in
    the last year); whether their words here read as strongly angry, betrayed or afraid, and nobody said that they do not; whom
    the case waits for elsewhere, if anybody, and since when; what kind of failure it was; and when its owner is away, as far
    as the end is known.
    """

    lessons: Facts
    failed_before: bool
    upset: bool
    waits_for: str
    waits_since: datetime | None
    failure: str
    away: list[tuple[datetime, datetime]]

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Known:
        """All of it, from the column that `riding` brings along with the case."""
        lessons = (
            Lesson(**{**each, "learnt_at": datetime.fromisoformat(each["learnt_at"])}) for each in row["lessons"]
        )
        away = [(datetime.fromisoformat(begin), datetime.fromisoformat(end)) for begin, end in row["away"]]
        facts = {(lesson.kind, lesson.queue_id): lesson for lesson in lessons}
        waits = row["waits"] or {}
        since = datetime.fromisoformat(waits["since"]) if waits else None
        return cls(facts, row["failed_before"], row["upset"], waits.get("for", ""), since, row["failure"], away)


def riding(*, at: datetime) -> RawSQL:
    """The column of a case that says what its dates depend on besides."""
    return RawSQL(_KNOWN, [at, at, at], output_field=JSONField())  # noqa: S611 - the text is ours


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
    known: Known
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
    model: Model | Chain | None = None
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
        return f"That date would be kept {often(chance)}. {asked}."


def in_hundred(probability: float) -> int:
    """The probability as so many in a hundred, rounded; never 0 or 100, which nothing is."""
    return min(99, max(1, round(100 * probability)))


def often(probability: float) -> str:
    """How often, in words: `about 62 times in 100`, `less than once in 100`."""
    if probability < _SELDOM:
        return "less than once in 100"
    if probability > 1 - _SELDOM:
        return "more than 99 times in 100"
    count = in_hundred(probability)
    return "about once in 100" if count == 1 else f"about {count} times in 100"


def propose(
    case: Case, kind: str, *, at: datetime, known: Known | None = None, opened: datetime | None = None
) -> Proposal:
    """The date for a promise of this kind, made now; with `opened`, for one that was made then and still is to be kept.

    One statement, or none where what is `known` of the case was read before.
    """
    known = known or Known.of(type(case).objects.filter(pk=case.pk).values_list(riding(at=at), flat=True).get())
    lesson = lesson_for(known.lessons, kind, case.queue_id)
    model = lesson.recall() if lesson else None
    chain = lesson.chain(known.waits_for, known.waits_since) if lesson else None
    plain = Proposal(kind=kind, at=at, sure=_asked(case, known), known=known, opened=opened)
    if lesson is None or model is None:
        return _without(case, replace(plain, because=_why(kind, lesson)))
    waits_for = known.waits_for or case.queue.name
    given = {"group": waits_for, "queue": case.queue.name, "severity": str(case.severity), "product": case.product,
             "failure": known.failure}  # fmt: skip
    given |= {lesson.group: waits_for} if lesson.group else {}
    by: Model | Chain = chain or model
    quote = by.quote(at=at, probability=plain.sure.probability, features=given, opened=opened)
    dated = replace(
        plain, because=quote.because, n=quote.n, level=quote.level, cohort=quote.cohort, source=lesson.get_source_display(),
        lesson=lesson, model=by, given=given, stood=_stood(by, at, given, opened),
    )  # fmt: skip
    return _dated(case, dated, quote, quote.due) if quote.due else _without(case, dated)


def _asked(case: Case, known: Known) -> Sure:
    circumstances = {Circumstance.ORDINARY}
    circumstances |= {Circumstance.REPEAT_FAILURE} if known.failed_before else set()
    circumstances |= {Circumstance.STRONG_ANGER} if known.upset else set()
    row = choice_of(case).sureness(Severity(case.severity), circumstances, on=day_of(case.received_at))
    if row is None:
        return Sure(_ORDINARY, "policy says nothing else")
    return Sure(float(row.probability), f"{row.about} ({row.kind}, {row.source})")


def _stood(
    model: Model | Chain, at: datetime, given: Mapping[str, str], opened: datetime | None
) -> dict[float, datetime]:
    quotes = ((p, model.quote(at=at, probability=p, features=given, opened=opened).due) for p in STATED)
    return {probability: due for probability, due in quotes if due}


def _why(kind: str, lesson: Lesson | None) -> str:
    if lesson and lesson.why:
        return lesson.why
    done = Of(kind).label if kind in Of.values else "something of this kind"
    return (
        f"nothing was learnt yet of how long it takes until {done}: {ENOUGH} promises of this kind, or a history "
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
        calendar, away = calendar_of(case), plain.known.away
        zone = case.customer.time_zone or calendar.zone
        slot = wording.present(due, calendar, away)
        if plain.kind == Of.CALL:
            slot = wording.callable_slot(slot, calendar, away, zone=zone)
    except CalendarError:
        return _without(case, replace(plain, because="the hours of the house do not reach that far"))
    said = wording.to_the_customer(quote, calendar, due=slot, zone=zone)
    return replace(plain, due=slot, sentence=said, line=f"{wording.to_the_agent(quote)}; from {plain.source}")


def _spoken(moment: datetime, case: Case, at: datetime) -> str:
    """The moment as the customer reads it, on their clock."""
    return wording.spoken(moment, case.customer.time_zone or calendar_of(case).zone, at=at)
