"""Where every verb can be tried: a case of Mrs Okafor's, and how it gets as far as the verb needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.changes.change import Change
from amends.changes.way import Content, Way
from amends.followups import resolving
from amends.journal.actors import DESK
from amends.messages import writing
from amends.messages.delivery import Delivery
from amends.messages.writing import Reply
from amends.people.absence import Absence
from amends.standins import sweeping as standing_in
from amends.standins.standin import StandIn
from tests.cast import DAY, HOUR, MORNING, SURE, Cast, make_case

if TYPE_CHECKING:
    from amends.asks.ask import Ask
    from amends.callbacks.callback import CallBack
    from amends.cases.case import Case
    from amends.concerns.concern import Act
    from amends.handoffs.handoff import Handoff
    from amends.messages.message import Message
    from amends.promises.promise import Promise


class Stage:
    """A case with everything on it, so that each verb finds what it needs."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.by, self.at = cast, cast.leo, MORNING + HOUR
        self.case = make_case()
        self.customer = self.case.customer
        self.round = self.case.rounds.current()

    def acting(self) -> Act:
        """The case, as far as acting."""
        writing.reply(
            self.case, Reply(sure=SURE, words="Sorry, and thank you.", readback="It is lost."), by=self.by, at=self.at
        )
        concern = self.case.concerns.note("It is lost", by=self.by, at=self.at)
        self.case.refresh_from_db()
        held = self.case.rounds.current()
        held.confirm("phone", by=self.by, at=self.at)
        held.tell_wish("Bring it", "phone", by=self.by, at=self.at)
        held.agree("We bring it", "phone", by=self.by, at=self.at)
        self.case.refresh_from_db()
        act = self.case.acts.do("Brought it", by=self.by, at=self.at)
        concern.address(act, by=self.by, at=self.at)
        writing.record_conversation(self.case, "It is there.", by=self.by, at=self.at + HOUR)
        self.case.refresh_from_db()
        return act

    def resolved(self) -> Case:
        """The case, resolved."""
        self.acting()
        resolving.resolve(self.case, by=self.by, at=self.at + HOUR)
        return self.case

    def promise(self) -> Promise:
        """We promised something."""
        return self.case.promises.make("We bring it", due=self.at + DAY, by=self.by, at=self.at)

    def moved(self) -> Message:
        """The notice of a promise that was moved."""
        promise, notice = self.promise(), self.said()
        promise.move(self.at + 2 * DAY, because="carrier", notice=notice, by=self.by, at=self.at)
        return notice

    def late(self) -> Change:
        """The first sign that a promise will be late."""
        return Change.objects.notice(self.promise(), because="carrier", by=self.by, at=self.at)

    def rerouted(self) -> Change:
        """A promise comes another way than they were told."""
        promise = self.promise()
        Way.objects.note(promise, "post", by=self.by, at=self.at)
        return Change.objects.notice(promise, because="carrier", to_method="visit", by=self.by, at=self.at)

    def asked_instead(self) -> Content:
        """A new date made something stale, and they were asked what they want instead."""
        promise = self.promise()
        Way.objects.note(promise, "post", contents=[("Cream", self.at.date())], by=self.by, at=self.at)
        words = "I am sorry: it comes later, and the cream is no longer good. What would you like instead?"
        letter = writing.Reply(sure=SURE, words=words)
        writing.move_promise(promise, letter, due=self.at + 2 * DAY, because="carrier", by=self.by, at=self.at)
        return Content.objects.get()

    def said(self) -> Message:
        """We spoke with them."""
        return writing.record_conversation(self.case, "Said sorry.", by=self.by, at=self.at)

    def call_back(self) -> CallBack:
        """They asked for a call."""
        return self.case.call_backs.ask(by=self.by, at=self.at, due=self.at + HOUR)

    def ask(self) -> Ask:
        """A colleague was asked."""
        return self.case.asks.make("Where is it?", of=self.cast.ada, by=self.by, at=self.at)

    def offer(self) -> Handoff:
        """The case is offered to Mira."""
        self.case.take(by=self.by, at=self.at)
        gain = "Mira knows the carrier and can have the table sent tomorrow"
        return self.case.handoffs.offer(self.cast.mira, gain=gain, by=self.by, at=self.at)

    def away(self) -> Absence:
        """Ada is away in an hour."""
        return Absence.objects.plan(self.cast.ada, starts_at=self.at + HOUR, by=self.by, at=self.at)

    def stood_in(self) -> StandIn:
        """Leo has Ada's case, and the customer waits for something she promised."""
        writing.record_conversation(self.case, "Said sorry.", by=self.cast.ada, at=self.at)
        self.case.promises.make("We bring it", due=self.at + 3 * HOUR, by=self.cast.ada, at=self.at)
        standing_in.go_away(
            self.cast.ada, starts_at=self.at, ends_at=self.at + 5 * HOUR, deputy=self.cast.leo, by=self.by, at=self.at
        )
        return StandIn.objects.untold().get()

    def offered_back(self) -> StandIn:
        """Ada is here again."""
        row = self.stood_in()
        standing_in.sweep_begun(by=DESK, at=self.at + 6 * HOUR)
        row.refresh_from_db()
        return row

    def delivery(self, state: str = "") -> Delivery:
        """A delivery of a reply, in this state if one is named."""
        message = writing.reply(self.case, Reply(sure=SURE, words="Sorry."), by=self.by, at=self.at)
        row = Delivery.objects.get(message=message)
        if state:
            Delivery.objects.filter(pk=row.pk).update(state=state, claimed_by=7 if state != "bounced" else None)
        row.refresh_from_db()
        return row
