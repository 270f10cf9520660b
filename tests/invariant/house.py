"""The desk as a machine of deeds: whatever anybody may do, in any order, at any time, and people who fall ill meanwhile."""

# ruff: noqa: D102 -- the name of a deed is its sentence, and what is drawn for it may be yes or no

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import connection, transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from amends.callbacks.callback import CallBack
from amends.cases.case import Case, HandoffNeeded, StageMoved
from amends.cases.ending import Refused
from amends.deadlines.deadline import Deadline
from amends.deadlines.sweeping import sweep
from amends.followups.ending import silence_over
from amends.journal.actors import DESK
from amends.people.absence import Absence, AbsenceRefused
from amends.people.may import NotAllowed
from amends.people.person import Person
from amends.people.presence import NotHere
from amends.standins.sweeping import sweep_begun
from tests.cast import DAY, HOUR, MINUTE, MORNING, make_case, make_cast
from tests.invariant.killing import killed_after

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.db.models import QuerySet

REFUSALS = (Refused, StageMoved, NotHere, HandoffNeeded, AbsenceRefused, NotAllowed)

#: Any of the things there are, by its place; shrinks to the first.
which = st.integers(0, 40)
begins = st.sampled_from([timedelta(), HOUR, DAY])
lasting = st.one_of(st.none(), st.sampled_from([4 * HOUR, DAY, 7 * DAY]))
may_go = st.sampled_from(["ada", "leo", "ines", "bo", "cy"])
who = st.sampled_from(["ada", "leo", "mira", "ines", "bo", "cy"])
WORDS = st.sampled_from(
    ["Here is what we found: the parcel is in Leeds.", "We are still looking into it.", "It is on its way now."]
)
waits = st.sampled_from([5 * MINUTE, 40 * MINUTE, 3 * HOUR, 20 * HOUR, 2 * DAY, 5 * DAY])
ahead = st.sampled_from([HOUR, 5 * HOUR, DAY, 3 * DAY])
kills = st.one_of(st.none(), st.none(), st.integers(1, 25))


def _silence(*, by: Any, at: datetime) -> object:
    return silence_over(at=at)


DEEDS: list[tuple[Callable[..., None], dict[str, st.SearchStrategy[Any]]]] = []
Method = TypeVar("Method", bound="Callable[..., None]")


def deed(*, often: int = 1, **drawn: st.SearchStrategy[Any]) -> Callable[[Method], Method]:
    """One of the deeds of the house, with what is drawn for it; `often` weighs it against the others."""

    def known(method: Method) -> Method:
        DEEDS.extend([(method, drawn)] * often)
        return method

    return known


class House(RuleBasedStateMachine):
    """Six people, some customers, one clock. Mira is never away, so that somebody is always here."""

    def __init__(self) -> None:
        super().__init__()
        self.at: datetime = MORNING
        self.mails = 0
        self.done = 0
        self.everything = transaction.atomic()
        self.everything.__enter__()

    def teardown(self) -> None:
        """Nothing of this desk stays."""
        transaction.set_rollback(True)
        self.everything.__exit__(None, None, None)

    @initialize()
    def open_the_house(self) -> None:
        cast = make_cast(at=self.at - DAY)
        self.people: dict[str, Person] = {name: getattr(cast, name) for name in ("ada", "leo", "mira", "ines")}
        for name in ("bo", "cy"):
            self.people[name] = Person.objects.add(
                f"{name}@desk.example.com", name=name.title(), by=DESK, at=self.at - DAY
            )
        make_case(at=self.at)

    @rule(data=st.data())
    def somebody_does_something(self, data: st.DataObject) -> None:
        """One rule for all deeds, so that each of them comes up in every run; rules of their own come in swarms of a few."""
        method, drawn = data.draw(st.sampled_from(DEEDS))
        method(self, **{name: data.draw(strategy) for name, strategy in drawn.items()})

    # How the machine does things.

    def do(self, deed: Callable[[], object], kill: int | None = None) -> None:
        """The deed happens, is refused, or dies half-way and is gone; a refusal leaves nothing behind either."""
        self.at += timedelta(seconds=20)
        self.done += 1
        try:
            if kill is None:
                with transaction.atomic():
                    deed()
            else:
                with killed_after(kill):
                    deed()
        except REFUSALS:
            pass

    def one(self, rows: QuerySet[Any], place: int) -> Any:
        """One of them, or None where there are none."""
        keys = list(rows.order_by("pk").values_list("pk", flat=True))
        return rows.model._default_manager.get(pk=keys[place % len(keys)]) if keys else None

    def case(self, place: int, **where: Any) -> Case | None:
        found: Case | None = self.one(Case.objects.filter(**where) if where else Case.objects.open(), place)
        return found

    def by(self, name: str) -> Person:
        person = self.people[name]
        person.refresh_from_db()
        return person

    def on(self, place: int, deed: Callable[[Case], object], kill: int | None = None) -> None:
        case = self.case(place)
        if case is not None:
            self.do(lambda: deed(case), kill)

    # What the clock does.

    @deed(often=3, wait=waits, kill=kills)
    def time_passes(self, wait: timedelta, kill: int | None) -> None:
        """The worker comes round, dies at any statement, and another takes its place."""
        self.at += wait
        for deed in (sweep_begun, lambda by, at: sweep(by=by, at=at), _silence):
            self.do(lambda deed=deed: deed(by=DESK, at=self.at), kill)  # type: ignore[misc]
            if kill is not None:
                self.do(lambda deed=deed: deed(by=DESK, at=self.at))  # type: ignore[misc]

    # What must hold, whatever happened.

    @invariant()
    def every_open_case_has_a_next_act_a_time_and_a_person_who_is_here(self) -> None:
        if not hasattr(self, "people"):
            return
        away = set(Absence.objects.at(self.at).values_list("person_id", flat=True))
        away |= set(Person.objects.filter(is_active=False).values_list("pk", flat=True))
        idle = Case.objects.open().exclude(pk__in=Deadline.objects.outstanding().values("case_id"))
        assert list(idle) == [], "nothing is due on an open case"
        assert list(Case.objects.open().filter(owner__in=away)) == [], "somebody who is away owns an open case"
        assert list(Deadline.objects.outstanding().filter(owner__in=away)) == [], "somebody away must do something"
        unwatched = Deadline.objects.outstanding().filter(missed_at=None, wake_at=None)
        assert list(unwatched) == [], "something is due and the sweep will never look at it"

    @invariant()
    def nobody_is_to_call_while_they_are_out(self) -> None:
        if not hasattr(self, "people"):
            return
        for row in CallBack.objects.outstanding().exclude(caller=None).select_related("deadline"):
            then = max(row.deadline.due_at, self.at)
            assert not Absence.objects.at(then).filter(person=row.caller).exists()

    @invariant()
    def nothing_is_left_half_done(self) -> None:
        assert not connection.needs_rollback
