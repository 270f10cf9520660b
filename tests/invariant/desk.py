"""What customers do, and what the desk does with them: answers, steps, follow-ups, endings, mergers."""

# ruff: noqa: D102, FBT001 -- the name of a deed is its sentence, and what is drawn for it may be yes or no

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from amends.cases.case import Case
from amends.cases.ending import overrule
from amends.cases.stages import Stage
from amends.concerns.concern import Concern
from amends.customers.customer import Customer
from amends.followups.asking import FiveParts, answer, record_call, send_mail
from amends.followups.declining import Decline
from amends.followups.ending import end, end_unconfirmed
from amends.followups.resolving import resolve
from amends.journal.actors import DESK
from amends.merging.cases import merge
from amends.merging.customers import merge as unite
from amends.messages import inbound
from amends.messages.delivery import Delivery
from amends.messages.writing import Reply, hear, record_conversation, record_letter, reply
from tests.cast import SURE, arrive, make_mail
from tests.invariant.house import WORDS, House, ahead, deed, kills, which, who

if TYPE_CHECKING:
    from collections.abc import Callable


PARTS = FiveParts(
    apology="I am sorry.",
    what_went_wrong="It was lost.",
    how_put_right="It came.",
    thanks="Thank you.",
    not_promising=True,
)


class Desk(House):
    """The house with everything that happens on a case between a customer and whoever has it."""

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
