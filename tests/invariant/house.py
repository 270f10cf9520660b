"""The desk as a machine of deeds: whatever anybody may do, in any order, at any time, and people who fall ill meanwhile."""

# ruff: noqa: D102, FBT001 -- the name of a deed is its sentence, and what is drawn for it may be yes or no

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import connection, transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from amends.asks.ask import Ask
from amends.callbacks.callback import CallBack
from amends.callbacks.calling import call
from amends.cases.case import Case, HandoffNeeded, StageMoved
from amends.cases.ending import Refused, overrule
from amends.cases.stages import Stage
from amends.concerns.concern import Concern
from amends.customers.customer import Customer
from amends.deadlines import cadence
from amends.deadlines.deadline import Deadline
from amends.deadlines.sweeping import sweep
from amends.followups.asking import FiveParts, answer, record_call, send_mail
from amends.followups.declining import Decline
from amends.followups.ending import end, end_unconfirmed, silence_over
from amends.followups.resolving import resolve
from amends.handoffs.handoff import Handoff
from amends.journal.actors import DESK
from amends.merging.cases import merge
from amends.merging.customers import merge as unite
from amends.messages import inbound
from amends.messages.delivery import Delivery
from amends.messages.writing import Reply, hear, move_promise, record_conversation, record_letter, reply
from amends.people.absence import Absence, AbsenceRefused, name_deputy
from amends.people.may import NotAllowed
from amends.people.person import Person
from amends.people.presence import NotHere
from amends.promises.promise import Promise, Reason
from amends.standins.standin import StandIn
from amends.standins.sweeping import come_back, depart, go_away, sweep_begun
from tests.cast import DAY, HOUR, MINUTE, MORNING, SURE, arrive, make_case, make_cast, make_mail
from tests.invariant.killing import killed_after

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.db.models import QuerySet

REFUSALS = (Refused, StageMoved, NotHere, HandoffNeeded, AbsenceRefused, NotAllowed)
PARTS = FiveParts(
    apology="I am sorry.",
    what_went_wrong="It was lost.",
    how_put_right="It came.",
    thanks="Thank you.",
    not_promising=True,
)
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

    # What customers do.

    @deed(
        new=st.booleans(),
        place=which,
        kill=kills,
        text=st.sampled_from(["Thanks, fine.", "Where is my parcel? Any news?"]),
    )
    def a_mail_comes(self, new: bool, place: int, kill: int | None, text: str) -> None:
        self.mails += 1
        sender = f"Mrs {place} <c{place % 5}@example.com>"
        headers = {}
        if not new and (theirs := self.one(Case.objects.all(), place)) is not None:
            last = theirs.messages.exclude(message_id="").order_by("-pk").values_list("message_id", flat=True).first()
            headers = {"In_Reply_To": last} if last else {}
        mail = make_mail(text, sender=sender, message_id=f"<m{self.mails}@c.example>", at=self.at, **headers)
        self.do(lambda: arrive(mail, at=self.at), kill)

    @deed(place=which)
    def they_write_on_their_page(self, place: int) -> None:
        case = self.one(Case.objects.exclude(ending="merged"), place)
        if case is not None:
            self.do(lambda: hear(case, "Is there any news?", by=case.customer, at=self.at))

    @deed(place=which)
    def a_mail_of_ours_comes_back(self, place: int) -> None:
        sent = self.one(Delivery.objects.exclude(state__in=["bounced", "failed"]), place)
        if sent is not None:
            self.do(lambda: sent.bounce(because="550 no such user", by=DESK, at=self.at))

    @deed(place=which, right=st.booleans(), all_of_them=st.booleans())
    def they_say_whether_it_is_right(self, place: int, right: bool, all_of_them: bool) -> None:
        case = self.one(Case.objects.filter(stage__in=[Stage.RESOLVED, Stage.CLOSED]).exclude(ending="merged"), place)
        if case is not None:
            said = Concern.Answer.RIGHT if right else Concern.Answer.NOT_YET
            keys = list(case.concerns.standing().values_list("pk", flat=True))
            answers = dict.fromkeys(keys if all_of_them else keys[:1], said)
            self.do(lambda: answer(case, answers, via="portal", by=case.customer, at=self.at))

    # What people do.

    @deed(often=3, place=which, name=who, words=WORDS, kill=kills, promise=st.booleans(), due=ahead)
    def somebody_answers(
        self, place: int, name: str, words: str, kill: int | None, promise: bool, due: timedelta
    ) -> None:
        def act(case: Case) -> None:
            message = reply(
                case, Reply(sure=SURE, words=words, readback="It is lost.", ask_wish=True), by=self.by(name), at=self.at
            )
            if promise:
                case.promises.make(
                    "a new one",
                    due=self.at + due,
                    by=self.by(name),
                    at=self.at,
                    made_in=message,
                    backed_by=self.by("leo"),
                )

        self.on(place, act, kill)

    @deed(place=which, name=who, earlier=st.sampled_from([0, 30, 600]))
    def somebody_speaks_with_them(self, place: int, name: str, earlier: int) -> None:
        said_at = self.at - timedelta(minutes=earlier)
        self.on(
            place, lambda case: record_conversation(case, "We spoke.", said_at=said_at, by=self.by(name), at=self.at)
        )

    @deed(place=which, name=who, theirs=st.booleans())
    def a_letter(self, place: int, name: str, theirs: bool) -> None:
        self.on(place, lambda case: record_letter(case, "On paper.", theirs=theirs, by=self.by(name), at=self.at))

    @deed(often=3, place=which, name=who, step=st.integers(0, 9), kill=kills)
    def the_case_goes_on(self, place: int, name: str, step: int, kill: int | None) -> None:
        """One deed of the way from listening to resolved; most fit only where the case stands."""

        def act(case: Case) -> object:
            by, at, held = self.by(name), self.at, case.rounds.current()
            ways: list[Callable[[], object]] = [
                lambda: case.concerns.note("It must come", by=by, at=at),
                lambda: held.confirm("phone", by=case.customer, at=at),
                lambda: held.tell_wish("a new one", "phone", by=by, at=at),
                lambda: held.agree("a new one", "phone", by=by, at=at),
                lambda: case.acts.do("sent", meets=list(case.concerns.unanswered()), by=by, at=at),
                lambda: resolve(case, by=by, at=at),
                lambda: inbound.rest(case, by=by, at=at),
                lambda: inbound.open_inbound(case, by=by, at=at),
                lambda: held.dispute("no", "phone", by=case.customer, at=at),
                lambda: overrule(case, "confirmed", because="it is plain", by=by, at=at),
            ]
            return ways[step]()

        self.on(place, act, kill)

    @deed(often=2, place=which, name=who)
    def the_whole_way(self, place: int, name: str) -> None:
        """From wherever it stands to resolved, in one go, so that later stages are often reached."""

        def act(case: Case) -> None:
            by, at = self.by(name), self.at
            for promise in case.promises.outstanding():
                promise.keep(evidence="seen", by=by, at=at)
            if case.stage in {Stage.NEW, Stage.LISTENING}:
                record_conversation(case, "We spoke.", by=by, at=at)
                held = Case.objects.get(pk=case.pk).rounds.current()
                held.read_back("It is lost.", by=by, at=at)
                held.confirm("phone", by=by, at=at)
            fresh = Case.objects.get(pk=case.pk)
            fresh.concerns.note("It must come", by=by, at=at)
            if fresh.stage == Stage.UNDERSTOOD:
                fresh.rounds.current().tell_wish("a new one", "phone", by=by, at=at)
                fresh.rounds.current().agree("a new one", "phone", by=by, at=at)
            fresh = Case.objects.get(pk=case.pk)
            fresh.acts.do("sent", meets=list(fresh.concerns.unanswered()), by=by, at=at)
            record_conversation(fresh, "It is done, we told them.", by=by, at=at)
            resolve(Case.objects.get(pk=case.pk), by=by, at=at)

        self.on(place, act)

    @deed(often=2, place=which, name=who, mail=st.booleans(), waive=st.booleans())
    def somebody_follows_up(self, place: int, name: str, mail: bool, waive: bool) -> None:
        case = self.case(place, stage=Stage.RESOLVED)
        if case is None:
            return
        if waive:
            tasks = case.follow_ups.outstanding().filter(kind="mail" if mail else "call")
            self.do(lambda: [task.waive(because="they asked", by=self.by(name), at=self.at) for task in tasks])
        elif mail:
            self.do(lambda: send_mail(case, PARTS, by=self.by(name), at=self.at, sure=SURE))
        else:
            self.do(lambda: record_call(case, "We called.", answers={}, by=self.by(name), at=self.at))

    @deed(place=which, name=who, ending=st.sampled_from(["declined", "withdrawn", "lost", "unconfirmed"]))
    def somebody_ends_it(self, place: int, name: str, ending: str) -> None:
        def act(case: Case) -> None:
            if ending == "unconfirmed":
                end_unconfirmed(case, by=self.by(name), at=self.at)
            elif ending == "declined":
                case.declines.propose(
                    "so it is", instead="a repair", reader=self.by("mira"), by=self.by(name), at=self.at
                )
            else:
                end(case, ending, because="so it is", by=self.by(name), at=self.at)

        self.on(place, act)

    @deed(place=which, name=who, agree=st.booleans())
    def somebody_reads_whether_to_decline(self, place: int, name: str, agree: bool) -> None:
        row: Decline | None = self.one(Decline.objects.waiting(), place)
        if row is not None:
            by, at = self.by(name), self.at
            self.do(lambda: row.agree(by=by, at=at) if agree else row.object("they are right", by=by, at=at))

    @deed(often=2, place=which, other=which, name=who, kill=kills)
    def two_cases_turn_out_to_be_one(self, place: int, other: int, name: str, kill: int | None) -> None:
        into = self.case(other)
        if into is not None:
            self.on(place, lambda case: merge(case, into, by=self.by(name), at=self.at), kill)

    @deed(place=which, other=which, name=who, kill=kills)
    def two_customers_turn_out_to_be_one(self, place: int, other: int, name: str, kill: int | None) -> None:
        one, known = self.one(Customer.objects.all(), place), self.one(Customer.objects.all(), other)
        self.do(lambda: unite(one, known, by=self.by(name), at=self.at), kill)

    # Promises, calls, asks, handoffs.

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
