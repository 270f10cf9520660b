"""Every public verb writes its entry in the journal. A new verb without an example here fails the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.arrivals.arrival import Arrival
from amends.callbacks.calling import call
from amends.cases import ending
from amends.cases.case import Case
from amends.cases.portal import PortalLink
from amends.customers.customer import Customer
from amends.deadlines import cadence
from amends.deadlines.pacing import Timing
from amends.deadlines.sweeping import sweep
from amends.followups import asking
from amends.followups import ending as deciding
from amends.followups.asking import FiveParts
from amends.handoffs.giving import give
from amends.intake import forms, opening, receiving
from amends.intake.calls import Conversation, Told, record_talk, take_call
from amends.intake.releasing import release
from amends.journal.actors import DESK
from amends.journal.entry import Entry
from amends.merging import cases as merging_cases
from amends.merging import customers as merging_customers
from amends.messages.writing import Reply
from amends.people.absence import name_deputy
from amends.people.person import Person, SignInLink
from amends.people.queue import Queue
from amends.responses.escalation import Escalation, escalate
from amends.responses.settlement import settle_shortly
from amends.standins import returning
from amends.standins import sweeping as standing_in
from tests.cast import DAY, HOUR, SURE, Cast, arrive, make_case, make_mail
from tests.responses.walks import LONDON, Walk
from tests.rules import disclosing, lessons, reading, speaking, staying
from tests.rules.deeds import DEED
from tests.rules.remedies import REMEDIES
from tests.rules.stage import Stage
from tests.rules.verbs import verbs

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db
HOURS = {"zone": "Europe/London", "hours": {"mon": [["09:00", "17:00"]]}}
PARTS = FiveParts(apology="a", what_went_wrong="b", how_put_right="c", thanks="d", not_promising=True)

#: What takes `at` and is no verb: parts of verbs, readings, and the steps of a delivery, which a message shows itself.
NO_VERBS = {
    **reading.NO_VERBS,
    **speaking.NO_VERBS,
    **disclosing.NO_VERBS,
    **staying.NO_VERBS,
    **lessons.NO_VERBS,
    "cases.case:Case.customer_spoke": "part of the verbs that listen",
    "cases.case:Case.human_spoke": "part of the verbs that speak",
    "cases.portal:PortalLink.made": "unsaved",
    "cases.portal:PortalLinkManager.give": "part of the verbs that write",
    "cases.portal:PortalLinkManager.follow": "a reading",
    "people.person:SignInLinkManager.holder": "a reading",
    "intake.calls:Told.note": "part of the verbs that talk",
    "followups.ending:silence_lacks": "a reading",
    "people.token:TokenManager.holding": "a reading, and the minute of its last use",
    "people.token:TokenManager.standing": "a reading",
    "protection.reading:protect": "part of reading",
    "advice.beside:context_of": "a reading",
    "advice.beside:contexts_of": "a reading",
    "advice.advice:AdviceManager.keep": "part of the verbs that write",
    "people.presence:here": "a reading",
    "standins.uncovered:uncovered": "a reading",
    "people.presence:ensure_here": "a reading",
    "people.presence:Roster.read": "a reading",
    "people.presence:Roster.stand_in": "a reading",
    "people.presence:Roster.least_busy": "a reading",
    "deadlines.deadline:DeadlineManager.fall_due": "part of the verb that made it due",
    "deadlines.deadline:DeadlineManager.meet": "part of the verb that did the thing",
    "deadlines.deadline:DeadlineManager.meet_one": "part of the verb that did the thing",
    "deadlines.deadline:DeadlineManager.void": "part of the verb that made it void",
    "deadlines.deadline:DeadlineManager.take_back": "part of the verb that learns that a letter came back",
    "responses.composing:compose_letter": "a suggestion",
    "responses.composing:words_from": "a reading",
    "responses.escalation:fresh_eyes": "a reading",
    "responses.responding:lacks": "a reading",
    "responses.regulated:regulated": "a reading",
    "deadlines.deadline:DeadlineManager.void_at_the_end": "part of the verb that ended the case",
    "deadlines.cadence:pace_anew": "part of the verbs that change the pace",
    "deadlines.cadence:owe_update": "part of the verbs that leave a customer waiting",
    "deadlines.alert:AlertManager.claim": "a step of the mailing; the warning itself is journalled by the sweep",
    "deadlines.alert:AlertManager.put_away": "clears one person's own list; what is due stays due",
    "handoffs.brief:brief_of": "a reading",
    "merging.owed:Owed.settle": "part of merging two cases",
    "handoffs.introducing:suggested": "a reading",
    "handoffs.introducing:hears_by": "a reading",
    "handoffs.introducing:said_of_news": "a reading",
    "asks.ask:AskManager.claim": "a step of the mail to whom is asked; a mail that is refused is journalled",
    "asks.link:follow": "a reading",
    "asks.priority:case_for_priority": "a reading",
    "standins.standin:suggested": "a reading",
    "notes.note:DraftManager.keep": "a draft is no deed yet",
    "arrivals.arrival:ArrivalManager.store": "the arrival is its own record; what is read of it is journalled",
    "arrivals.arrival:Arrival.fresh": "unsaved",
    "arrivals.mailbox:Mailbox.seen": "the mailbox itself says when it was looked into",
    "intake.receipts:recent": "a reading",
    "followups.ending:unconfirmed_lacks": "a reading",
    "followups.followup:FollowUpManager.plan": "part of resolving",
    "followups.followup:FollowUp.complete": "part of the follow-up's mail or call",
    "catalogue.code:CodeManager.draw": "part of giving a code",
    "authority.spend:SpendManager.room": "a reading",
    "offers.proposing:propose": "a reading",
    "offers.proposing:holding": "a reading",
    "offers.proposing:due_when_chosen": "a reading",
    "offers.telling:letter": "a reading",
    "remedies.execution:ExecutionManager.find_abandoned": "each of them is journalled as uncertain",
    "remedies.execution:keep": "part of the verbs that carry out and track",
}


def kept(s: Stage) -> Arrival:
    return arrive(b"no mail at all")[0]


def unconfirmed(s: Stage) -> Case:
    s.resolved()
    asking.send_mail(s.case, PARTS, by=s.by, at=s.at + 2 * HOUR, sure=SURE)
    s.case.attempts.make(result="busy", follow_up=True, by=s.by, at=s.at + 3 * HOUR)
    return s.case


def escalated(s: Stage) -> Escalation:
    tenant = Walk.begin(s.cast, "GB", "social housing", "2026-07-07T10:00", LONDON)
    return escalate(tenant.case, "", by=s.by, at=tenant.at("2026-07-08T10:00"))


EXAMPLES: dict[str, Callable[[Stage], object]] = {
    **reading.EXAMPLES,
    **speaking.EXAMPLES,
    **REMEDIES,
    **disclosing.EXAMPLES,
    **staying.EXAMPLES,
    **lessons.EXAMPLES,
    "responses.responding:respond": lambda s: Walk.begin(
        s.cast, "GB", "social housing", "2026-07-07T10:00", LONDON
    ).write("acknowledgement", "2026-07-08T10:00"),
    "responses.settlement:settle_shortly": lambda s: settle_shortly(
        (bank := Walk.begin(s.cast, "GB", "financial services", "2026-07-07T10:00", LONDON)).case,
        "It is fine.",
        accepted="oral",
        by=s.by,
        at=bank.at("2026-07-08T10:00"),
    ),
    "responses.escalation:escalate": escalated,
    "responses.escalation:Escalation.give_to": lambda s: escalated(s).give_to(s.cast.mira, by=s.by, at=s.at),
    "responses.escalation:Escalation.pass_on": lambda s: escalated(s).pass_on(by=s.by, at=s.at),
    "people.person:PersonManager.add": lambda s: Person.objects.add("x@desk.example.com", name="X", by=s.by, at=s.at),
    "people.person:Person.change": lambda s: s.cast.ada.change(name="Ada L", by=s.by, at=s.at),
    "people.person:Person.open_feed": lambda s: s.cast.ada.open_feed(by=s.cast.ada, at=s.at),
    "people.person:Person.close_feed": lambda s: s.cast.ada.close_feed(by=s.cast.ada, at=s.at),
    "people.person:Person.leave": lambda s: s.cast.ada.leave(by=s.by, at=s.at),
    "concerns.concern:ConcernManager.note_all": lambda s: s.case.concerns.note_all(["It is lost"], by=s.by, at=s.at),
    "people.person:SignInLinkManager.make": lambda s: SignInLink.objects.make(
        s.by, expires_at=s.at + DAY, by=s.by, at=s.at
    ),
    "people.person:SignInLinkManager.use": lambda s: SignInLink.objects.use(
        SignInLink.objects.make(s.by, expires_at=s.at + DAY, by=s.by, at=s.at), at=s.at
    ),
    "people.token:TokenManager.make": lambda s: s.cast.ada.tokens.make("x", scopes=["read"], by=s.by, at=s.at),
    "people.token:Token.revoke": lambda s: s.cast.ada.tokens.make("x", scopes=["read"], by=s.by, at=s.at)[0].revoke(
        by=s.cast.ada, at=s.at
    ),
    "people.queue:QueueManager.add": lambda s: Queue.objects.add("Night", by=s.by, at=s.at),
    "people.queue:Queue.man": lambda s: s.case.queue.man(s.by, by=s.by, at=s.at),
    "customers.address:AddressManager.learn": lambda s: s.customer.addresses.learn(
        "phone", "020 7946 0000", by=s.by, at=s.at
    ),
    "customers.address:Address.fail": lambda s: s.customer.addresses.get().fail(because="gone", by=DESK, at=s.at),
    "customers.address:Address.retire": lambda s: s.customer.addresses.get().retire(by=s.by, at=s.at),
    "customers.customer:CustomerManager.add": lambda s: Customer.objects.add("Mo", by=s.by, at=s.at),
    "customers.customer:Customer.change": lambda s: s.customer.change(name="Mo", by=s.by, at=s.at),
    "customers.customer:Customer.join": lambda s: s.customer.join("The Okafors", by=s.by, at=s.at),
    "cases.case:Case.take": lambda s: s.case.take(by=s.by, at=s.at),
    "cases.case:Case.assign": lambda s: s.case.assign(s.cast.ada, by=s.by, at=s.at),
    "cases.case:Case.enqueue": lambda s: s.case.enqueue(Queue.objects.front_desk(), by=s.by, at=s.at),
    "cases.case:Case.grade": lambda s: s.case.grade(1, by=s.by, at=s.at),
    "cases.case:Case.rename": lambda s: s.case.rename("The table", by=s.by, at=s.at),
    "cases.case:Case.restrict": lambda s: s.case.restrict(by=s.by, at=s.at),
    "cases.case:Case.unrestrict": lambda s: s.case.unrestrict(by=s.by, at=s.at),
    "cases.case:Case.hear_out": lambda s: s.case.hear_out(by=s.by, at=s.at),
    "cases.case:Case.rest": lambda s: s.case.rest(by=s.by, at=s.at),
    "cases.ending:close": lambda s: ending.close(s.case, "withdrawn", because="found it", by=s.by, at=s.at),
    "cases.ending:reopen": lambda s: (s.resolved(), ending.reopen(s.case, because="no", by=s.by, at=s.at)),
    "cases.ending:overrule": lambda s: ending.overrule(s.case, "thanked", because="by phone", by=s.by, at=s.at),
    "cases.portal:PortalLinkManager.revoke": lambda s: PortalLink.objects.revoke(s.case, by=s.by, at=s.at),
    "concerns.concern:ActManager.do": lambda s: s.case.acts.do("Called the depot", by=s.by, at=s.at),
    "concerns.concern:ConcernManager.note": lambda s: s.case.concerns.note("It is lost", by=s.by, at=s.at),
    "concerns.concern:Concern.address": lambda s: s.acting(),
    "concerns.concern:Concern.waive": lambda s: s.case.concerns.note("x", by=s.by, at=s.at).waive(
        because="y", by=s.by, at=s.at
    ),
    "concerns.fact:FactManager.note": lambda s: s.case.facts.note("Order 7", by=s.by, at=s.at),
    "concerns.fact:Fact.verify": lambda s: s.case.facts.note("Order 7", by=s.by, at=s.at).verify(by=s.by, at=s.at),
    "concerns.round:Round.read_back": lambda s: s.round.read_back("It is lost", by=s.by, at=s.at),
    "concerns.round:Round.confirm": lambda s: (
        s.round.read_back("It is lost", by=s.by, at=s.at),
        s.round.confirm("phone", by=s.customer, at=s.at),
    ),
    "concerns.round:Round.dispute": lambda s: (
        s.round.read_back("It is lost", by=s.by, at=s.at),
        s.round.dispute("It is broken", "phone", by=s.customer, at=s.at),
    ),
    "concerns.round:Round.ask_wish": lambda s: s.round.ask_wish("phone", by=s.by, at=s.at),
    "concerns.round:Round.tell_wish": lambda s: s.round.tell_wish("Bring it", "phone", by=s.by, at=s.at),
    "concerns.round:Round.agree": lambda s: s.acting(),
    "people.queue:QueueManager.open_site": lambda s: Queue.objects.open_site("Leeds", HOURS, by=s.by, at=s.at),
    "people.queue:Queue.place": lambda s: s.case.queue.place(calendar=HOURS, by=s.by, at=s.at),
    "people.absence:AbsenceManager.plan": lambda s: s.away(),
    "people.absence:Absence.cancel": lambda s: s.away().cancel(by=s.by, at=s.at),
    "people.absence:name_deputy": lambda s: name_deputy(s.cast.ada, s.cast.leo, by=s.by, at=s.at),
    "deadlines.deadline:Deadline.postpone": lambda s: s.case.deadlines.get().postpone(
        Timing(s.at + DAY), because="x", by=s.by, at=s.at
    ),
    "deadlines.cadence:choose": lambda s: cadence.choose(s.case, "every hour", by=s.by, at=s.at),
    "deadlines.cadence:grade": lambda s: cadence.grade(s.case, 1, by=s.by, at=s.at),
    "deadlines.sweeping:sweep": lambda s: sweep(by=DESK, at=s.at + DAY),
    "notes.note:NoteManager.write": lambda s: s.case.notes.write("Careful", by=s.by, at=s.at),
    "arrivals.arrival:Arrival.set_aside": lambda s: kept(s).set_aside(because="spam", by=s.by, at=s.at),
    "callbacks.callback:CallBackManager.ask": lambda s: s.call_back(),
    "callbacks.callback:CallBackManager.promise": lambda s: s.case.call_backs.promise(
        "We call", due=s.at + DAY, by=s.by, at=s.at
    ),
    "callbacks.callback:CallBack.attempt": lambda s: s.call_back().attempt("busy", by=s.by, at=s.at),
    "callbacks.callback:CallBack.complete": lambda s: s.call_back().complete(s.said(), by=s.by, at=s.at),
    "callbacks.callback:CallBack.call_off": lambda s: s.call_back().call_off(because="no need", by=s.by, at=s.at),
    "callbacks.callback:CallBack.give_to": lambda s: s.call_back().give_to(s.cast.leo, by=s.by, at=s.at),
    "callbacks.calling:call": lambda s: call(s.call_back(), "Said sorry.", by=s.by, at=s.at),
    "asks.ask:AskManager.make": lambda s: s.ask(),
    "asks.ask:Ask.acknowledge": lambda s: s.ask().acknowledge(by=s.cast.ada, at=s.at),
    "asks.ask:Ask.finish": lambda s: s.ask().finish("In Leeds", by=s.cast.ada, at=s.at),
    "asks.ask:Ask.refuse": lambda s: s.ask().refuse("No time", by=s.cast.ada, at=s.at),
    "asks.ask:Ask.verify": lambda s: (a := s.ask(), a.finish("In Leeds", by=s.by, at=s.at), a.verify(by=s.by, at=s.at)),
    "asks.ask:Ask.withdraw": lambda s: s.ask().withdraw(because="found", by=s.by, at=s.at),
    "asks.ask:Ask.pass_to": lambda s: s.ask().pass_to(s.cast.leo, by=s.by, at=s.at),
    "asks.redtape:RedTapeManager.note": lambda s: s.case.red_tape.note(
        "Two signatures", kind="approval", cost="two days", by=s.by, at=s.at
    ),
    "handoffs.giving:give": lambda s: give(s.case, s.cast.ada, by=s.by, at=s.at),
    "handoffs.handoff:HandoffManager.offer": lambda s: s.offer(),
    "handoffs.handoff:Handoff.accept": lambda s: s.offer().accept(
        Reply(sure=SURE, words="I am Mira."), by=s.cast.mira, at=s.at
    ),
    "handoffs.handoff:Handoff.decline": lambda s: s.offer().decline(because="out today", by=s.cast.mira, at=s.at),
    "standins.returning:take_back": lambda s: (
        s.offered_back(),
        returning.take_back(by=s.cast.ada, at=s.at + DAY),
    ),
    "standins.returning:leave": lambda s: (s.offered_back(), returning.leave(by=s.cast.ada, at=s.at + DAY)),
    "standins.sweeping:go_away": lambda s: standing_in.go_away(s.cast.ada, starts_at=s.at, by=s.by, at=s.at),
    "standins.sweeping:sweep": lambda s: standing_in.sweep(s.away(), by=DESK, at=s.at + HOUR),
    "standins.sweeping:sweep_begun": lambda s: (s.away(), standing_in.sweep_begun(by=DESK, at=s.at + HOUR)),
    "standins.sweeping:come_back": lambda s: standing_in.come_back(
        standing_in.go_away(s.cast.ada, starts_at=s.at, by=s.by, at=s.at), by=s.by, at=s.at + HOUR
    ),
    "standins.sweeping:depart": lambda s: standing_in.depart(s.cast.ada, by=s.cast.ines, at=s.at),
    "standins.standin:StandIn.introduce": lambda s: s.stood_in().introduce(
        Reply(sure=SURE, words="Ada is away, I am Leo."), by=s.by, at=s.at + HOUR
    ),
    "standins.standin:StandIn.take_back": lambda s: s.offered_back().take_back(by=s.cast.ada, at=s.at + DAY),
    "standins.standin:StandIn.leave": lambda s: s.offered_back().leave(by=s.cast.ada, at=s.at + DAY),
    "merging.cases:merge": lambda s: merging_cases.merge(s.case, make_case(), by=s.by, at=s.at),
    "merging.customers:merge": lambda s: merging_customers.merge(
        s.customer, make_case(email="ngozi@example.com").customer, by=s.by, at=s.at
    ),
    "intake.bounces:mark_bounced": lambda s: arrive(
        make_mail("x", Auto_Submitted="auto-replied", In_Reply_To=s.delivery().message.message_id)
    ),
    "intake.calls:take_call": lambda s: take_call(
        opening.Complaint(words="It is lost", channel="phone", received_at=s.at), Told(), by=s.by, at=s.at
    ),
    "intake.calls:record_talk": lambda s: record_talk(s.case, Conversation(words="Sorry"), by=s.by, at=s.at),
    "intake.releasing:release": lambda s: release(
        kept(s), opening.Complaint(words="x", channel="email", received_at=s.at), by=s.by, at=s.at
    ),
    "intake.opening:open_case": lambda _: make_case(email="b@example.com"),
    "intake.opening:open_cases": lambda s: opening.open_cases(
        [opening.Complaint(words="x", channel="form", received_at=s.at)], by=DESK, at=s.at
    ),
    "intake.forms:complain": lambda s: forms.complain(forms.Form(key="k", words="x", phone="020 7946 0001"), at=s.at),
    "intake.receiving:receive_waiting": lambda s: (
        Arrival.objects.store(make_mail(), way="smtp", at=s.at),
        receiving.receive_waiting(at=s.at),
    ),
    "followups.asking:send_mail": lambda s: (
        s.resolved(),
        asking.send_mail(s.case, PARTS, by=s.by, at=s.at + DAY, sure=SURE),
    ),
    "followups.asking:record_call": lambda s: (
        s.resolved(),
        asking.record_call(s.case, "Fine", answers={}, by=s.by, at=s.at + DAY),
    ),
    "followups.asking:answer": lambda s: (
        s.resolved(),
        asking.answer(s.case, {s.case.concerns.get().pk: "right"}, via="phone", by=s.by, at=s.at + DAY),
    ),
    "followups.asking:begin_again": lambda s: (
        s.resolved(),
        asking.begin_again(s.case, because="no", by=s.by, at=s.at + DAY),
    ),
    "followups.asking:finish": lambda s: (
        s.resolved(),
        s.case.follow_ups.update(waived_at=s.at, waived_by=s.by, waived_because="x"),
        asking.answer(s.case, {s.case.concerns.get().pk: "right"}, via="phone", by=s.by, at=s.at + DAY),
    ),
    "followups.ending:end_unconfirmed": lambda s: (
        unconfirmed(s),
        deciding.end_unconfirmed(s.case, by=s.by, at=s.at + 9 * DAY),
    ),
    "followups.ending:silence_over": lambda s: (unconfirmed(s), deciding.silence_over(at=s.at + 9 * DAY)),
    "followups.ending:end": lambda s: deciding.end(s.case, "lost", because="moved away", by=s.by, at=s.at),
    "followups.followup:FollowUp.waive": lambda s: (
        s.resolved(),
        s.case.follow_ups.get(kind="call").waive(because="deaf", by=s.cast.mira, at=s.at),
    ),
    "followups.resolving:resolve": lambda s: s.resolved(),
}


def test_every_verb_has_an_example_or_a_reason() -> None:
    found = set(verbs())
    assert found - set(EXAMPLES) - set(NO_VERBS) == set()
    assert (set(EXAMPLES) | set(NO_VERBS)) - found == set()


@pytest.mark.parametrize("verb", sorted(EXAMPLES))
def test_the_verb_leaves_its_entry(verb: str, cast: Cast) -> None:
    stage = Stage(cast)
    before = Entry.objects.count()
    EXAMPLES[verb](stage)
    written = list(Entry.objects.order_by("id")[before:])
    assert written
    assert all(entry.sentence and entry.actor_name for entry in written)
    if verb in DEED:
        assert DEED[verb] in {entry.deed for entry in written}
