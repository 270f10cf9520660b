"""An example of every verb of our word: what we say, promise, change and ask consent for, on the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.changes.way import Way
from amends.consents.consent import Consent
from amends.followups.wanting import find_wanting
from amends.journal.actors import DESK
from amends.leadtimes.chronicle import Chronicle
from amends.leadtimes.lesson import Lesson
from amends.messages import delivery, inbound, writing
from amends.messages.committing import Commitment, record_all
from amends.messages.delivery import Delivery
from amends.messages.writing import Reply
from amends.promises import learning
from amends.promises.promise import Promise
from amends.readings.reading import Reading
from amends.rehearsals.rehearsal import Sharing
from amends.savedreplies.savedreply import SavedReply
from amends.telling.way import tell_of_way
from tests.cast import DAY, HOUR, SURE
from tests.leadtimes.histories import learnt, repairs

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rules.stage import Stage

NO_VERBS = {
    "changes.change:ChangeManager.told": "part of the verbs that tell",
    "changes.change:ChangeManager.take_back": "part of the verb that learns of a bounce",
    "changes.way:ContentManager.ask": "part of the verb that moves a promise",
    "changes.way:ContentManager.take_back": "part of the verb that learns of a bounce",
    "rehearsals.rehearsal:RehearsalManager.answer": "practice is one's own, and the journal is read by others",
    "savedreplies.savedreply:SavedReply.note_override": "part of the verbs that save",
    "messages.writing:advise": "a reading",
    "readings.reading:ReadingManager.keep": "part of reading",
    "promises.figures:figures": "a reading",
    "promises.honesty:honesty": "a reading",
    "leadtimes.proposing:propose": "a reading",
    "leadtimes.proposing:riding": "a reading",
    "leadtimes.chain:Chain.quote": "a reading",
    "leadtimes.chain:Chain.chance": "a reading",
    "promises.promise:Promise.later": "a reading",
    "leadtimes.elsewhere:quote": "a reading",
    "leadtimes.lesson:Lesson.forget": "part of the verbs that learn, unsaved",
    "leadtimes.lesson:Lesson.begin_anew": "part of the verbs that begin anew, unsaved",
    "promises.promise:PromiseManager.broken": "a reading",
    "promises.promise:PromiseManager.tell": "part of the verbs that speak",
    "promises.promise:Promise.state": "a reading",
    "messages.committing:find_unrecorded": "a reading",
    "messages.inbound:owe_opening": "part of the verbs that receive",
    "messages.delivery:DeliveryManager.due": "a reading",
    "messages.delivery:DeliveryManager.claim": "a step of the delivery",
    "messages.delivery:DeliveryManager.hand_on": "a step of the delivery",
    "messages.delivery:DeliveryManager.release": "a step of the delivery",
    "messages.delivery:Delivery.put_off": "a step of the delivery; giving up is journalled",
    "messages.delivery:Delivery.untried": "a step of the delivery",
}


def consent(s: Stage) -> Consent:
    """Mrs Okafor's yes to being written to."""
    row: Consent = s.case.consents.record(yes=True, said="Yes, do", words="In writing", via="phone", by=s.by, at=s.at)
    return row


def kept(s: Stage) -> Promise:
    """A promise that was done."""
    promise = s.promise()
    promise.keep(evidence="seen", by=s.by, at=s.at)
    return promise


def saved(s: Stage) -> SavedReply:
    """Words kept for use."""
    return SavedReply.objects.write("Sorry", "We are sorry.", stage="update", sure=SURE, by=s.by, at=s.at)


def read_of(s: Stage) -> Reading:
    """What was read in the first words of the case."""
    (found, *_) = Reading.objects.keep(s.case.messages.theirs()[:1], at=s.at)
    return found


EXAMPLES: dict[str, Callable[[Stage], object]] = {
    "readings.reading:Reading.correct": lambda s: read_of(s).correct("flag", "safety", holds=False, by=s.by, at=s.at),
    "readings.reading:Reading.confirm": lambda s: read_of(s).confirm(by=s.by, at=s.at),
    "leadtimes.chronicle:ChronicleManager.take_in": lambda s: Chronicle.objects.take_in(
        "deed", repairs(at=s.at), name="repairs.csv", by=s.by, at=s.at
    ),
    "leadtimes.lesson:LessonManager.restart": lambda s: Lesson.objects.restart(
        "deed", since=s.at, because="moved", by=s.by, at=s.at
    ),
    "promises.learning:take_in": lambda s: learnt(at=s.at),
    "promises.learning:restart": lambda s: learning.restart("deed", since=s.at, because="moved", by=s.by, at=s.at),
    "promises.learning:learn": lambda s: (s.promise(), learning.learn(by=DESK, at=s.at + HOUR)),
    "promises.promise:PromiseManager.make": lambda s: s.promise(),
    "promises.promise:Promise.keep": lambda s: s.promise().keep(evidence="seen", by=s.by, at=s.at),
    "promises.promise:Promise.fall_short": lambda s: kept(s).fall_short("Not the oak", by=s.by, at=s.at),
    "followups.wanting:find_wanting": lambda s: find_wanting(kept(s), "Not the oak", by=s.by, at=s.at),
    "concerns.concern:Act.verify": lambda s: s.acting().verify("She tried it", by=s.by, at=s.at),
    "promises.promise:Promise.release": lambda s: s.promise().release(because="never mind", by=s.by, at=s.at),
    "promises.promise:Promise.move": lambda s: s.moved(),
    "promises.promise:PromiseManager.take_back_moves": lambda s: Promise.objects.take_back_moves(s.moved(), at=s.at),
    "messages.attempt:AttemptManager.make": lambda s: s.case.attempts.make(result="busy", by=s.by, at=s.at),
    "messages.delivery:DeliveryManager.abandoned": lambda s: (
        s.delivery("handing_over"),
        Delivery.objects.abandoned([7], by=DESK, at=s.at),
    ),
    "messages.delivery:DeliveryManager.reclaim": lambda s: (
        s.delivery("handing_over"),
        Delivery.objects.reclaim(by=DESK, at=s.at),
    ),
    "messages.delivery:Delivery.doubt": lambda s: s.delivery("handing_over").doubt(because="?", by=DESK, at=s.at),
    "messages.delivery:Delivery.give_up": lambda s: s.delivery("handing_over").give_up(because="550", by=DESK, at=s.at),
    "messages.delivery:Delivery.bounce": lambda s: s.delivery().bounce(because="5.1.1", by=DESK, at=s.at),
    "messages.delivery:Delivery.send_again": lambda s: s.delivery("bounced").send_again(by=s.by, at=s.at),
    "messages.writing:reply": lambda s: writing.reply(s.case, Reply(sure=SURE, words="Sorry"), by=s.by, at=s.at),
    "messages.writing:record_conversation": lambda s: writing.record_conversation(s.case, "Sorry", by=s.by, at=s.at),
    "messages.writing:record_letter": lambda s: writing.record_letter(s.case, "Dear", theirs=True, by=s.by, at=s.at),
    "messages.writing:hear": lambda s: writing.hear(s.case, "And now?", by=s.customer, at=s.at),
    "messages.delivery:send_new_link": lambda s: delivery.send_new_link(s.case, at=s.at),
    "messages.writing:move_promise": lambda s: writing.move_promise(
        s.promise(), Reply(sure=SURE, words="I am sorry."), due=s.at + 2 * DAY, because="carrier", by=s.by, at=s.at
    ),
    "changes.change:ChangeManager.notice": lambda s: s.late(),
    "changes.change:Change.reckon": lambda s: s.late().reckon(s.at + 3 * DAY, by=s.by, at=s.at),
    "changes.change:Change.withdraw": lambda s: s.late().withdraw(because="the carrier called", by=s.by, at=s.at),
    "changes.way:WayManager.note": lambda s: Way.objects.note(s.promise(), "post", by=s.by, at=s.at),
    "changes.way:Content.answered": lambda s: s.asked_instead().answered("Jam.", by=s.by, at=s.at),
    "telling.way:tell_of_way": lambda s: tell_of_way(
        s.rerouted(), Reply(sure=SURE, words="I am sorry: we bring it to you."), by=s.by, at=s.at
    ),
    "messages.committing:record_all": lambda s: record_all(
        s.case, [Commitment(words="We bring it", due=s.at + DAY)], s.said(), by=s.by, at=s.at
    ),
    "messages.inbound:open_inbound": lambda s: inbound.open_inbound(s.case, by=s.by, at=s.at),
    "messages.inbound:rest": lambda s: inbound.rest(s.case, by=s.by, at=s.at),
    "messages.inbound:note_chases": lambda s: (
        s.promise(),
        writing.hear(s.case, "Where is my table? I am still waiting.", by=s.customer, at=s.at),
    ),
    "messages.inbound:record_chase": lambda s: inbound.record_chase(s.said(), by=s.by, at=s.at),
    "readings.reading:Reading.show": lambda s: read_of(s).show(by=s.by, at=s.at),
    "rehearsals.rehearsal:SharingManager.begin": lambda s: Sharing.objects.begin(by=s.by, at=s.at),
    "rehearsals.rehearsal:Sharing.end": lambda s: Sharing.objects.begin(by=s.by, at=s.at).end(by=s.by, at=s.at),
    "consents.consent:ConsentManager.record": consent,
    "consents.consent:Consent.withdraw": lambda s: consent(s).withdraw(by=s.by, at=s.at),
    "savedreplies.savedreply:SavedReplyManager.write": saved,
    "savedreplies.savedreply:SavedReply.change": lambda s: saved(s).change(
        "Sorry", "So sorry.", stage="update", sure=SURE, by=s.by, at=s.at
    ),
    "savedreplies.savedreply:SavedReply.retire": lambda s: saved(s).retire(by=s.by, at=s.at),
}
DEED = {
    "rehearsals.rehearsal:Sharing.end": "practice.unshared",
    "consents.consent:Consent.withdraw": "consent.withdrawn",
    "savedreplies.savedreply:SavedReply.change": "saved_reply.changed",
    "savedreplies.savedreply:SavedReply.retire": "saved_reply.retired",
    "promises.learning:take_in": "history.taken_in",
    "promises.learning:restart": "dates.restarted",
    "promises.learning:learn": "dates.learnt",
    "messages.delivery:DeliveryManager.abandoned": "delivery.uncertain",
    "messages.delivery:DeliveryManager.reclaim": "delivery.uncertain",
    "messages.delivery:Delivery.doubt": "delivery.uncertain",
    "messages.delivery:Delivery.give_up": "delivery.failed",
    "messages.delivery:Delivery.bounce": "delivery.bounced",
    "messages.delivery:Delivery.send_again": "delivery.released",
    "promises.promise:Promise.keep": "promise.kept",
    "promises.promise:Promise.fall_short": "promise.fell_short",
    "followups.wanting:find_wanting": "promise.fell_short",
    "concerns.concern:Act.verify": "act.verified",
    "promises.promise:Promise.release": "promise.released",
    "promises.promise:Promise.move": "promise.moved",
    "promises.promise:PromiseManager.take_back_moves": "promise.move_undone",
    "messages.writing:move_promise": "promise.moved",
    "changes.change:ChangeManager.notice": "change.noticed",
    "changes.change:Change.reckon": "change.estimated",
    "changes.change:Change.withdraw": "change.withdrawn",
    "changes.way:WayManager.note": "way.noted",
    "changes.way:Content.answered": "way.answered",
    "telling.way:tell_of_way": "change.told",
    "messages.committing:record_all": "promise.made",
    "messages.inbound:note_chases": "customer.chased",
    "messages.inbound:record_chase": "customer.chased",
}
