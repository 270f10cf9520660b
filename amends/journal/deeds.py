"""Every deed the desk knows, each with its sentence for the timeline and its icon. Adding a deed edits this one table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed in the past tense: `{who}` and the entry's data fill the sentence; `told` marks deeds a customer notices."""

    name: str
    sentence: str
    icon: str = "dot"


_ALL = (
    Deed("desk.set_up", "{who} set up the desk"),
    Deed("person.added", "{who} added {name} as {role}", "person"),
    Deed("person.changed", "{who} changed {name}: {changes}", "person"),
    Deed("person.left", "{who} recorded that {name} left", "person"),
    Deed("person.link_made", "{who} made a one-time sign-in link for {name}", "key"),
    Deed("person.signed_in_by_link", "{who} signed in with a one-time link", "key"),
    Deed("queue.added", "{who} added the queue {name}"),
    Deed("queue.manned", "{who} put {name} on the queue {queue}"),
    Deed("customer.added", "{who} added the customer {name}", "person"),
    Deed("customer.changed", "{who} changed {changes}", "person"),
    Deed("address.added", "{who} added the address {value}", "person"),
    Deed("address.failed", "{value} cannot be reached: {because}", "alarm"),
    Deed("address.retired", "{who} retired the address {value}", "person"),
    Deed("household.formed", "{who} formed the {kind} {name}", "person"),
    Deed("household.joined", "{who} put {name} in the {kind} {household}", "person"),
    Deed("case.opened", "{who} opened the case: {origin}, by {channel}", "open"),
    Deed("case.taken", "{who} took the case", "person"),
    Deed("case.assigned", "{who} gave the case to {to}", "person"),
    Deed("case.queued", "{who} put the case in the queue {queue}", "person"),
    Deed("case.graded", "{who} set the severity to {severity}", "alarm"),
    Deed("case.renamed", "{who} changed the subject", "pen"),
    Deed("case.restricted", "{who} closed the case to all but its owner and leads", "key"),
    Deed("case.unrestricted", "{who} opened the case to the whole desk again", "key"),
    Deed("case.acknowledged", "{who} gave the first human answer", "reply"),
    Deed("case.unanswered", "The first answer did not arrive; the case waits for one again", "alarm"),
    Deed("case.understood", "The customer confirmed what we understood, by {via}", "tick"),
    Deed("case.agreed", "{who} recorded the agreement, by {via}", "tick"),
    Deed("case.acted_on", "{who} began to put it right", "deed"),
    Deed("case.resolved", "{who} resolved the case: everything promised is done and told", "tick"),
    Deed("case.closed", "{who} closed the case: {ending}", "close"),
    Deed("case.reopened", "{who} reopened the case: {because}", "open"),
    Deed("case.rested", "{who} read it: no answer is needed", "tick"),
    Deed("case.heard", "{who} heard the story to its end", "ear"),
    Deed("step.overruled", "{who} overruled the step “{step}”: {because}", "alarm"),
    Deed("concern.noted", "{who} noted a concern ({kind}): {words}", "concern"),
    Deed("concern.addressed", "{who} answered a concern by a deed: {words}", "deed"),
    Deed("concern.waived", "{who} waived a concern: {because}", "concern"),
    Deed("concern.answered", "{who} said “{answer}” to: {words}", "concern"),
    Deed("fact.noted", "{who} noted a fact ({about}, {status}): {words}", "fact"),
    Deed("fact.verified", "{who} verified: {words}", "fact"),
    Deed("readback.made", "{who} read back what we understood", "reply"),
    Deed("readback.disputed", "The customer said “not quite”, by {via}: {words}", "alarm"),
    Deed("wish.asked", "{who} asked what would put it right, by {via}", "ask"),
    Deed("wish.told", "{who} recorded the customer's wish: {words}", "ask"),
    Deed("act.done", "{who} did: {words}", "deed"),
    Deed("promise.made", "{who} promised: {words}, by {due}", "promise"),
    Deed("promise.kept", "{who} kept the promise: {words}", "tick"),
    Deed("promise.released", "The customer released us from: {words}", "promise"),
    Deed("message.received", "{who} wrote by {channel}", "mail"),
    Deed("message.written", "{who} wrote to the customer by {channel}", "reply"),
    Deed("message.recorded", "{who} recorded a {channel}", "call"),
    Deed("message.acknowledged", "The desk sent its automatic receipt", "mail"),
    Deed("message.braked", "No automatic receipt was sent: {because}", "mail"),
    Deed("message.auto_replied", "An automatic reply came back", "mail"),
    Deed("delivery.bounced", "Our message did not reach {address}: {because}", "alarm"),
    Deed("delivery.failed", "Our message could not be sent to {address}: {because}", "alarm"),
    Deed(
        "delivery.uncertain", "A message to {address} may have been sent; it goes again under the same number", "alarm"
    ),
    Deed("delivery.released", "{who} sent the message to {address} again", "mail"),
    Deed("attempt.made", "{who} tried by {channel} and reached nobody: {outcome}", "call"),
    Deed("note.written", "{who} wrote an internal note", "note"),
    Deed("arrival.quarantined", "A mail could not be read and was kept: {because}", "alarm"),
    Deed("arrival.released", "{who} opened a case from a kept mail", "mail"),
    Deed("arrival.set_aside", "{who} set a kept mail aside: {because}", "mail"),
    Deed("portal.link_revoked", "{who} revoked the customer's link", "key"),
    Deed("portal.link_renewed", "A new link was sent to {address}", "key"),
    Deed("deadline.missed", "Missed: {kind}", "alarm"),
    Deed("deadline.moved", "{who} moved {kind} to {due}", "clock"),
    Deed("followup.planned", "Follow-up by mail and by phone is due {due}", "clock"),
    Deed("followup.mailed", "{who} sent the follow-up mail", "reply"),
    Deed("followup.called", "{who} followed up by phone", "call"),
    Deed("followup.waived", "{who} waived the follow-up {kind}: {because}", "alarm"),
)
DEEDS = {deed.name: deed for deed in _ALL}
