"""Loading the sample: the stories that are not here yet are played, each as a whole, in the order in which they began."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from amends.arrivals.arrival import Arrival
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.deadlines.sweeping import sweep
from amends.journal.actors import DESK
from amends.people.person import Person
from amends.sample.chapters import acting, ended, kept, listening, otherwise, resolved, today, understood
from amends.sample.clock import Clock
from amends.sample.shop import NORA, SOURCE, address_of, staff
from amends.sample.stage import Stage

if TYPE_CHECKING:
    from datetime import datetime

    from amends.sample.story import Story

CHAPTERS = (today, listening, understood, acting, resolved, ended, otherwise)
SWEEP = timedelta(minutes=20)  # nothing of a story falls due between steps that are closer together
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
        return staff(at=Clock(at).when(BEGINNING))


def load(*, at: datetime) -> int:
    """The sample is on the desk, told back from `at`; returns how many stories were new. A second time changes nothing.

    Raises `Refused` as `begin` does.
    """
    people, clock = begin(at=at), Clock(at)
    known = set(Case.objects.filter(source=SOURCE).values_list("source_id", flat=True))
    fresh = sorted(
        (story for story in stories() if story.name not in known), key=lambda story: clock.when(story.steps[0][0])
    )
    for story in fresh:
        _play(story, Stage(people, clock))
    if fresh:
        _keep(clock)
        sweep(by=DESK, at=at)
    return len(fresh)


@transaction.atomic
def _play(story: Story, stage: Stage) -> None:
    """One story from its first word to where it stands now; what was missed on the way is on record as missed."""
    swept = None
    for when, deed in story.steps:
        at = stage.clock.when(when)
        if swept is None or at - swept > SWEEP:
            sweep(by=DESK, at=at)
            swept = at
        deed(stage, at)
    stage.sent()


@transaction.atomic
def _keep(clock: Clock) -> None:
    """The mail that nobody could read, once."""
    for name, when, raw in kept.mails():
        if not Arrival.objects.filter(name=name).exists():
            kept.receive(raw, name=name, at=clock.when(when))
