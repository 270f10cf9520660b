"""What people do with and for each other: promises, calls, asks, handoffs, absences."""

# ruff: noqa: D102, FBT001 -- the name of a deed is its sentence, and what is drawn for it may be yes or no

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from amends.asks.ask import Ask
from amends.callbacks.callback import CallBack
from amends.callbacks.calling import call
from amends.cases.case import Case
from amends.deadlines import cadence
from amends.handoffs.handoff import Handoff
from amends.journal.actors import DESK
from amends.messages.writing import Reply, move_promise
from amends.people.absence import Absence, name_deputy
from amends.people.person import Person
from amends.promises.promise import Promise, Reason
from amends.standins.standin import StandIn
from amends.standins.sweeping import come_back, depart, go_away
from tests.cast import SURE
from tests.invariant.desk import Desk
from tests.invariant.house import ahead, begins, deed, kills, lasting, may_go, which, who

if TYPE_CHECKING:
    from collections.abc import Callable


class Together(Desk):
    """The desk with what is given, asked and taken back among its people."""

    @deed(often=3, place=which, name=who, deed=st.sampled_from(["keep", "release", "move"]), kill=kills, due=ahead)
    def a_promise_goes_on(self, place: int, name: str, deed: str, kill: int | None, due: timedelta) -> None:
        promise: Promise | None = self.one(Promise.objects.outstanding(), place)
        if promise is None:
            return
        by, at = self.by(name), self.at
        ways: dict[str, Callable[[], object]] = {
            "keep": lambda: promise.keep(evidence="seen", by=by, at=at),
            "release": lambda: promise.release(because="never mind", by=by, at=at),
            "move": lambda: move_promise(
                promise, Reply(sure=SURE, words="It comes later, I am sorry."), due=promise.first_due_at + due,
                because=Reason.CARRIER, by=by, at=at,
            ),
        }  # fmt: skip
        self.do(ways[deed], kill)

    @deed(place=which, name=who, due=st.one_of(st.none(), ahead), kill=kills, caller=st.one_of(st.none(), who))
    def they_want_a_call(
        self, place: int, name: str, due: timedelta | None, kill: int | None, caller: str | None
    ) -> None:
        then = self.at + due if due else None
        self.on(
            place,
            lambda case: case.call_backs.ask(
                due=then, caller=self.by(caller) if caller else None, by=self.by(name), at=self.at
            ),
            kill,
        )

    @deed(often=2, place=which, name=who, deed=st.sampled_from(["try", "call", "off", "give"]), kill=kills)
    def a_call_goes_on(self, place: int, name: str, deed: str, kill: int | None) -> None:
        row: CallBack | None = self.one(CallBack.objects.outstanding(), place)
        if row is None:
            return
        by, at = self.by(name), self.at
        ways: dict[str, Callable[[], object]] = {
            "try": lambda: row.attempt("no_answer", by=by, at=at),
            "call": lambda: call(row, "We spoke.", by=by, at=at),
            "off": lambda: row.call_off(because="no need", by=by, at=at),
            "give": lambda: row.give_to(by, by=by, at=at),
        }
        self.do(ways[deed], kill)

    @deed(place=which, name=who, of=st.one_of(st.none(), who))
    def somebody_asks_a_colleague(self, place: int, name: str, of: str | None) -> None:
        asked: dict[str, Any] = {"of": self.by(of)} if of else {"name": "Sam in the store"}
        self.on(place, lambda case: case.asks.make("find it", by=self.by(name), at=self.at, **asked))

    @deed(place=which, name=who, deed=st.integers(0, 4))
    def an_ask_goes_on(self, place: int, name: str, deed: int) -> None:
        row: Ask | None = self.one(Ask.objects.all(), place)
        if row is None:
            return
        by, at = self.by(name), self.at
        ways: list[Callable[[], object]] = [
            lambda: row.acknowledge(by=by, at=at),
            lambda: row.finish("found", by=by, at=at),
            lambda: row.refuse("not ours", by=by, at=at),
            lambda: row.verify(by=by, at=at),
            lambda: row.withdraw(because="found it", by=by, at=at),
        ]
        self.do(ways[deed])

    @deed(place=which, name=who, to=who, kill=kills)
    def somebody_hands_off(self, place: int, name: str, to: str, kill: int | None) -> None:
        gain = "Leo repairs these tables himself and can tell you at once what is wrong"
        self.on(place, lambda case: case.handoffs.offer(self.by(to), gain=gain, by=self.by(name), at=self.at), kill)

    @deed(often=2, place=which, accept=st.booleans(), kill=kills)
    def an_offer_is_answered(self, place: int, accept: bool, kill: int | None) -> None:
        row: Handoff | None = self.one(Handoff.objects.standing(), place)
        if row is None:
            return
        by = Person.objects.get(pk=row.receiver_id)
        if accept:
            self.do(lambda: row.accept(Reply(sure=SURE, words="I look after it now."), by=by, at=self.at), kill)
        else:
            self.do(lambda: row.decline(because="I cannot help", by=by, at=self.at), kill)

    @deed(
        place=which,
        name=who,
        to=who,
        way=st.sampled_from(["take", "assign", "queue", "grade", "hourly", "usual"]),
        kill=kills,
    )
    def somebody_runs_it(self, place: int, name: str, to: str, way: str, kill: int | None) -> None:
        def act(case: Case) -> object:
            by, at = self.by(name), self.at
            ways: dict[str, Callable[[], object]] = {
                "take": lambda: case.take(by=by, at=at),
                "assign": lambda: case.assign(self.by(to), by=by, at=at),
                "queue": lambda: case.enqueue(case.queue, by=by, at=at),
                "grade": lambda: cadence.grade(case, 1, by=by, at=at),
                "hourly": lambda: cadence.choose(case, "every hour", by=case.customer, at=at),
                "usual": lambda: cadence.choose(case, "", by=case.customer, at=at),
            }
            return ways[way]()

        self.on(place, act, kill)

    # Who is here.

    @deed(often=2, name=may_go, starts=begins, lasts=lasting, deputy=st.one_of(st.none(), who), kill=kills)
    def somebody_goes_away(
        self, name: str, starts: timedelta, lasts: timedelta | None, deputy: str | None, kill: int | None
    ) -> None:
        begins = self.at + timedelta(seconds=20) + starts if starts else self.at
        self.do(
            lambda: go_away(
                self.by(name), starts_at=begins, ends_at=begins + lasts if lasts else None,
                deputy=self.by(deputy) if deputy else None, by=self.by("mira"), at=self.at,
            ),
            kill,
        )  # fmt: skip

    @deed(often=2, place=which)
    def somebody_is_back(self, place: int) -> None:
        row = self.one(Absence.objects.standing().filter(returned_at=None), place)
        if row is not None:
            self.do(lambda: come_back(row, by=row.person, at=self.at))

    @deed(often=2, place=which, take=st.booleans())
    def what_was_given_away_is_answered(self, place: int, take: bool) -> None:
        row: StandIn | None = self.one(StandIn.objects.filter(offered_at__isnull=False, answer=""), place)
        if row is not None:
            self.do(lambda: (row.take_back if take else row.leave)(by=row.of, at=self.at))

    @deed(often=2, place=which, name=who, kill=kills)
    def a_customer_is_told_who_stands_in(self, place: int, name: str, kill: int | None) -> None:
        row: StandIn | None = self.one(StandIn.objects.untold(), place)
        if row is not None:
            self.do(
                lambda: row.introduce(Reply(sure=SURE, words="I look after it now."), by=self.by(name), at=self.at),
                kill,
            )

    @deed(name=who, deputy=st.one_of(st.none(), who))
    def a_deputy_is_named(self, name: str, deputy: str | None) -> None:
        self.do(lambda: name_deputy(self.by(name), self.by(deputy) if deputy else None, by=DESK, at=self.at))

    @deed(name=st.sampled_from(["bo", "cy"]), kill=kills)
    def somebody_leaves_for_good(self, name: str, kill: int | None) -> None:
        person = self.by(name)
        if person.is_active and self.done > 25:
            self.do(lambda: depart(person, by=self.by("mira"), at=self.at), kill)
