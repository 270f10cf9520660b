"""Every table, so that Django finds them; nothing else."""

from amends.advice.advice import Advice
from amends.arrivals.arrival import Arrival
from amends.arrivals.mailbox import Mailbox
from amends.arrivals.threading import ThreadKey
from amends.asks.ask import Ask
from amends.asks.redtape import RedTape
from amends.authority.approval import Approval
from amends.authority.spend import Purse, Spend
from amends.callbacks.callback import CallBack
from amends.cases.case import Case
from amends.cases.ending import Closure, Overrule
from amends.cases.portal import PortalLink
from amends.catalogue.code import Code
from amends.catalogue.remedy import Remedy
from amends.concerns.concern import Act, Concern
from amends.concerns.fact import Fact
from amends.concerns.round import Round
from amends.customers.address import Address
from amends.customers.customer import Customer, Household
from amends.deadlines.alert import Alert
from amends.deadlines.deadline import Deadline
from amends.effort.effort import Effort
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
from amends.offers.loss import Loss
from amends.offers.offer import Choice, Offer, Option
from amends.people.absence import Absence
from amends.people.person import Person, SignInLink
from amends.people.queue import Queue, Site
from amends.people.token import Token
from amends.promises.promise import Promise
from amends.promises.quoted import Quoted
from amends.readings.reading import Correction, Reading
from amends.remedies.execution import Execution
from amends.remedies.recognition import Recognition
from amends.responses.escalation import Escalation
from amends.responses.response import Response
from amends.responses.settlement import Settlement
from amends.standins.standin import StandIn

__all__ = [
    "Absence", "Act", "Address", "Advice", "Alert", "Approval", "Arrival", "Ask", "Attachment", "Attempt", "Blob",
    "CallBack", "Case", "Chase", "Choice", "Chronicle", "Closure", "Code", "Concern", "Correction", "Customer",
    "Deadline", "Delivery", "Draft", "Effort", "Entry", "Escalation", "Execution", "Fact", "FollowUp", "Handoff",
    "Head", "Household", "Lesson", "Loss", "Mailbox", "Message", "Note", "Offer", "Option", "Overrule", "Person",
    "PortalLink", "Promise", "Purse", "Queue", "Quoted", "Reading", "Recognition", "RedTape", "Remedy", "Response",
    "Round", "Settlement", "SignInLink", "Site", "Spend", "StandIn", "ThreadKey", "Token",
]  # fmt: skip
