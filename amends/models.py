"""Every table, so that Django finds them; nothing else."""

from amends.affected.affected import Affected, Listing
from amends.affected.redress import Redress
from amends.affected.upload import Upload
from amends.arrivals.arrival import Arrival
from amends.arrivals.mailbox import Mailbox
from amends.arrivals.threading import ThreadKey
from amends.asks.ask import Ask
from amends.asks.redtape import RedTape
from amends.callbacks.callback import CallBack
from amends.cases.case import Case
from amends.cases.ending import Closure, Overrule
from amends.cases.portal import PortalLink
from amends.concerns.concern import Act, Concern
from amends.concerns.fact import Fact
from amends.concerns.round import Round
from amends.customers.address import Address
from amends.customers.customer import Customer, Household
from amends.deadlines.alert import Alert
from amends.deadlines.deadline import Deadline
from amends.followups.followup import FollowUp
from amends.handoffs.handoff import Handoff
from amends.journal.entry import Entry, Head
from amends.messages.attachment import Attachment, Blob
from amends.messages.attempt import Attempt
from amends.messages.delivery import Delivery
from amends.messages.inbound import Chase
from amends.messages.message import Message
from amends.notes.note import Draft, Note
from amends.notices.notice import Notice, Recipient
from amends.notices.wave import Wave
from amends.outreach.to_call import ToCall
from amends.people.absence import Absence
from amends.people.person import Person, SignInLink
from amends.people.queue import Queue, Site
from amends.problems.decision import Decision
from amends.problems.nudge import Nudge
from amends.problems.problem import Problem
from amends.promises.promise import Promise
from amends.responses.escalation import Escalation
from amends.responses.response import Response
from amends.responses.settlement import Settlement
from amends.safety.alarm import Alarm, Item
from amends.safety.paging import Duty, Page
from amends.safety.watching import Watched
from amends.signals.signal import Signal
from amends.standins.standin import StandIn
from amends.statuspage.page import StatusPost
from amends.statuspage.subscriber import StatusMail, Subscriber

__all__ = [
    "Absence", "Act", "Address", "Affected", "Alarm", "Alert", "Arrival", "Ask", "Attachment", "Attempt", "Blob",
    "CallBack", "Case", "Chase", "Closure", "Concern", "Customer", "Deadline", "Decision", "Delivery", "Draft",
    "Duty", "Entry", "Escalation", "Fact", "FollowUp", "Handoff", "Head", "Household", "Item", "Listing", "Mailbox",
    "Message", "Note", "Notice", "Nudge", "Overrule", "Page", "Person", "PortalLink", "Problem", "Promise", "Queue",
    "Recipient", "RedTape", "Redress", "Response", "Round", "Settlement", "SignInLink", "Signal", "Site", "StandIn",
    "StatusMail", "StatusPost", "Subscriber", "ThreadKey", "ToCall", "Upload", "Watched", "Wave",
]  # fmt: skip
