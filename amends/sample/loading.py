"""Loading the sample: stories that are not here yet are played up to when Sam rang in, each as a whole; then the rest of today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from amends.arrivals.arrival import Arrival
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.catalogue.starting import stock_up
from amends.deadlines.alert import Alert
from amends.deadlines.sweeping import sweep
from amends.journal.actors import DESK
from amends.people.person import Person
from amends.reports.money import Costs
from amends.sample.chapters import (
    acting,
    away,
    ended,
    giving,
    kept,
    listening,
    oil,
    otherwise,
    resolved,
    today,
    together,
    understood,
    workshop,
)
from amends.sample.clock import Clock
from amends.sample.shop import NORA, SOURCE, TOM, address_of, staff
from amends.sample.stage import Stage
from amends.teamwork.figures import WorkFigures

if TYPE_CHECKING:
    from datetime import datetime

    from amends.sample.story import Deed, Story

CHAPTERS = (today, listening, understood, acting, giving, together, resolved, ended, otherwise)
SWEEP = timedelta(minutes=20)  # nothing of a story falls due between steps that are closer together
FRESH = "m60"  # what people were told of since then they have not put away
BEGINNING = "w60 09:00"  # when the shop's people came to the desk


def stories() -> list[Story]:
    """Every story of the sample."""
    return [story for chapter in CHAPTERS for story in chapter.stories()]


def begin(*, at: datetime) -> dict[str, Person]:
    """The people of the shop are at the desk; returns them by their short names.

    Raises `Refused` on a desk that has cases of its own: invented customers have no business there.
    """
    begun = Person.objects.filter(email=address_of(NORA)).exists()
    if not begun and Case.objects.exists():
        message = "This desk has cases of its own; the sample goes on an empty one."
        raise Refused(message)
    with transaction.atomic():
        people = staff(at=Clock(at).when(BEGINNING))
        stock_up(by=people[TOM], at=Clock(at).when(BEGINNING))
        return people


def load(*, at: datetime) -> int:
    """The sample is on the desk, told back from `at`; returns how many stories were new. A second time changes nothing.

    Raises `Refused` as `begin` does.
    """
    people, clock = begin(at=at), Clock(at)
    rang_in = clock.when(away.RANG_IN)
    known = dict(Case.objects.filter(source=SOURCE).values_list("source_id", "pk"))
    fresh = sorted(
        (story for story in stories() if story.name not in known), key=lambda story: clock.when(story.steps[0][0])
    )
    for story in fresh:
        if steps := _between(story, clock, until=rang_in):
            known[story.name] = _play(steps, Stage(people, clock))
    if not away.happened(people):
        _today(Stage(people, clock), known, begins=rang_in)
    if fresh:
        _keep(clock)
    workshop.opened(people[NORA], at=at)
    oil.happened(people, clock)
    if fresh:
        _numbers(people[TOM], at=at)
        WorkFigures.objects.renew(at=at)
    return len(fresh)


def _numbers(tom: Person, *, at: datetime) -> None:
    """What winning and keeping customers cost the shop last year, and what one earns it."""
    year = at.year - 1
    Costs.objects.note(
        begins=date(year, 1, 1), ends=date(year + 1, 1, 1), currency="GBP", acquisition=Decimal(46000), new_customers=820,
        service=Decimal(31000), recovery=Decimal(9400), retention=Decimal(5200), kept_customers=1350, margin=Decimal(190),
        by=tom, at=at,
    )  # fmt: skip


Step = tuple["datetime", "Deed"]


def _between(story: Story, clock: Clock, *, since: datetime | None = None, until: datetime | None = None) -> list[Step]:
    steps = [(clock.when(when), deed) for when, deed in story.steps]
    return [(at, deed) for at, deed in steps if (since is None or at >= since) and (until is None or at < until)]


@transaction.atomic
def _play(steps: list[Step], stage: Stage) -> int:
    """One story from its first word to when Sam rang in; what was missed on the way is on record as missed.

    Returns the key of its case.
    """
    beat = _Beat()
    for at, deed in steps:
        beat.sweep(at)
        deed(stage, at)
    stage.sent()
    _quiet(seen_until=stage.clock.at)
    return stage.key


@transaction.atomic
def _today(stage: Stage, known: dict[str, int], *, begins: datetime) -> None:
    """All that happened since Sam rang in, in the order in which it happened, and whole or not at all."""
    stages = {story.name: Stage(stage.people, stage.clock, known.get(story.name, 0)) for story in stories()}
    steps = [
        (at, number, deed, stages[story.name])
        for story in stories()
        for number, (at, deed) in enumerate(_between(story, stage.clock, since=begins))
    ]
    beat = _Beat()
    beat.sweep(begins)
    away.happens(stage.people, stage.clock, at=begins)
    for at, _, deed, each in sorted(steps, key=lambda step: step[:2]):
        beat.sweep(at)
        deed(each, at)
    for each in stages.values():
        each.sent()
    sweep(by=DESK, at=stage.clock.at)
    _quiet(seen_until=stage.clock.when(FRESH))


@dataclass(slots=True)
class _Beat:
    """The sweep as it comes round while a story is told."""

    last: datetime | None = None

    def sweep(self, at: datetime) -> None:
        """Whatever was about to be missed by then was known, unless a sweep has just come by."""
        if self.last is None or at - self.last > SWEEP:
            sweep(by=DESK, at=at)
            self.last = at


def _quiet(*, seen_until: datetime) -> None:
    """Nobody of the sample gets mail for an alert, and those of former days were seen."""
    Alert.objects.filter(mailed_at=None).update(mailed_at=F("raised_at"))
    Alert.objects.filter(seen_at=None, raised_at__lt=seen_until).update(seen_at=F("raised_at"))


@transaction.atomic
def _keep(clock: Clock) -> None:
    """The mail that nobody could read, once."""
    for name, when, raw in kept.mails():
        if not Arrival.objects.filter(name=name).exists():
            kept.receive(raw, name=name, at=clock.when(when))
