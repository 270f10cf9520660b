"""Every table, so that Django finds them; nothing else."""

from amends.advice.advice import Advice
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
from amends.leadtimes.chronicle import Chronicle
from amends.leadtimes.lesson import Lesson
from amends.messages.attachment import Attachment, Blob
from amends.messages.attempt import Attempt
from amends.messages.delivery import Delivery
from amends.messages.inbound import Chase
from amends.messages.message import Message
from amends.notes.note import Draft, Note
from amends.people.absence import Absence
from amends.people.person import Person, SignInLink
from amends.people.queue import Queue, Site
from amends.people.token import Token
from amends.promises.promise import Promise
from amends.promises.quoted import Quoted
from amends.readings.reading import Correction, Reading
from amends.responses.escalation import Escalation
from amends.responses.response import Response
from amends.responses.settlement import Settlement
from amends.standins.standin import StandIn

__all__ = [
    "Absence", "Act", "Address", "Advice", "Alert", "Arrival", "Ask", "Attachment", "Attempt", "Blob", "CallBack",
    "Case", "Chase", "Chronicle", "Closure", "Concern", "Correction", "Customer", "Deadline", "Delivery", "Draft",
    "Entry", "Escalation", "Fact", "FollowUp", "Handoff", "Head", "Household", "Lesson", "Mailbox", "Message",
    "Note", "Overrule", "Person", "PortalLink", "Promise", "Queue", "Quoted", "Reading", "RedTape", "Response",
    "Round", "Settlement", "SignInLink", "Site", "StandIn", "ThreadKey", "Token",
]  # fmt: skip
