"""A date for what no case of ours is about: another desk asks by which day a thing of this kind is done."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from amends.calendars.opening import CalendarError
from amends.deadlines.ruling import calendar_of, choice_of, day_of
from amends.leadtimes.lesson import Lesson, Of, lesson_for
from amends.leadtimes.proposing import ENOUGH
from amends.policy.words import Circumstance, Severity
from amends.quoting import wording

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from amends.calendars.calendar import Calendar
    from amends.people.queue import Queue
    from amends.quoting.model import Model, Quote


@dataclass(slots=True, kw_only=True)
class Asked:
    """What is asked: a thing of this kind, for a case that began at `received_at` and waits in this queue.

    `features` are what else is known of it, by the names the history was taken in with (`group`, `severity`, …).
    `probability` None means as sure as policy asks; `failed_before`, that this customer was failed before.
    """

    kind: str
    queue: Queue
    received_at: datetime
    severity: int = Severity.MEDIUM
    failed_before: bool = False
    probability: float | None = None
    features: Mapping[str, str] = field(default_factory=dict)
    product: str = ""
    cadence: str = ""
    pace: int = 100
    packs: list[str] = field(default_factory=list)

    @property
    def sureness(self) -> float:
        """How sure the date must be."""
        if self.probability is not None:
            return self.probability
        circumstances = {Circumstance.ORDINARY, *([Circumstance.REPEAT_FAILURE] if self.failed_before else [])}
        row = choice_of(self).sureness(Severity(self.severity), circumstances, on=day_of(self.received_at))
        return float(row.probability) if row else 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The date, or None and `because`. `sentence` is for the customer, `line` for whoever checks it.

    `chance` is how probable it is that a time of the asker's own is kept; None where none was asked for or too little is known.
    """

    probability: float
    due: datetime | None = None
    because: str = ""
    sentence: str = ""
    line: str = ""
    n: int = 0
    level: int = 0
    chance: float | None = None


def quote(asked: Asked, *, at: datetime, by_when: datetime | None = None) -> Answered:
    """By when it is done, said at this moment; on a slot at which the house is open. Two statements at most; nothing is kept."""
    lesson = lesson_for(Lesson.objects.facts(), asked.kind, asked.queue.pk)
    model = lesson.recall() if lesson else None
    sure = asked.sureness
    if lesson is None or model is None:
        learnt = lesson.why if lesson else ""
        return Answered(probability=sure, because=learnt or f"nothing was learnt yet of {Of(asked.kind).label}")
    given = {"group": asked.queue.name, "queue": asked.queue.name, "severity": str(asked.severity), **asked.features}
    if lesson.group and "group" in asked.features:
        given[lesson.group] = asked.features["group"]
    found = model.quote(at=at, probability=sure, features=given)
    chance = _chance(model, found, given, at=at, by_when=by_when)
    plain = Answered(probability=sure, n=found.n, level=found.level, chance=chance, line=wording.to_the_agent(found))
    hours = calendar_of(asked)
    if found.due is None:
        return replace(plain, because=found.because, sentence=_said(found, hours))
    try:
        due = wording.present(found.due, hours, [])
        due = wording.callable_slot(due, hours, [], zone=hours.zone) if asked.kind == Of.CALL else due
    except CalendarError:
        return replace(plain, because="the hours of the house do not reach that far", line="")
    said = wording.to_the_customer(found, hours, due=due)
    return replace(plain, due=due, sentence=said, line=f"{plain.line}; from {lesson.get_source_display()}")


def _chance(
    model: Model, found: Quote, given: Mapping[str, Any], *, at: datetime, by_when: datetime | None
) -> float | None:
    return None if by_when is None or found.n < ENOUGH else model.chance(at=at, due=by_when, features=given)


def _said(found: Quote, hours: Calendar) -> str:
    try:
        return wording.to_the_customer(found, hours)
    except CalendarError:
        return ""
