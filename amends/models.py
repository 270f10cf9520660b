"""Every table, so that Django finds them; nothing else."""

from amends.advice.advice import Advice
from amends.affected.affected import Affected, Listing
from amends.affected.redress import Redress
from amends.affected.upload import Upload
from amends.arrivals.arrival import Arrival
from amends.arrivals.mailbox import Mailbox
from amends.arrivals.threading import ThreadKey
from amends.asks.ask import Ask
from amends.asks.redtape import RedTape
from amends.assessment.sitting import Said, Sitting
from amends.authority.approval import Approval
from amends.authority.spend import Purse, Spend
from amends.callbacks.callback import CallBack
from amends.cases.case import Case
from amends.cases.ending import Closure, Overrule
from amends.cases.portal import PortalLink
from amends.catalogue.code import Code
from amends.catalogue.remedy import Remedy
from amends.causes.action import CorrectiveAction
from amends.causes.tracing import Tracing
from amends.changes.change import Change
from amends.changes.way import Content, Way
from amends.concerns.concern import Act, Concern
from amends.concerns.fact import Fact
from amends.concerns.round import Round
from amends.consents.consent import Consent
from amends.customers.address import Address
from amends.customers.customer import Customer, Household
from amends.deadlines.alert import Alert
from amends.deadlines.deadline import Deadline
from amends.effort.effort import Effort
from amends.experiments.assignment import Assignment, KeptOut
from amends.experiments.experiment import Experiment
from amends.followups.declining import Decline
from amends.followups.followup import FollowUp
from amends.handoffs.handoff import Handoff
from amends.journal.entry import Entry, Head
from amends.leadtimes.chronicle import Chronicle
from amends.leadtimes.lesson import Lesson
from amends.lessons.alert import ThemeAlert
from amends.lessons.news import ThemeNews
from amends.lessons.twin import Twin
from amends.messages.attachment import Attachment, Blob
from amends.messages.attempt import Attempt
from amends.messages.delivery import Delivery
from amends.messages.inbound import Chase
from amends.messages.message import Message
from amends.notes.note import Draft, Note
from amends.notices.notice import Notice, Recipient
from amends.notices.wave import Wave
from amends.offers.loss import Loss
from amends.offers.offer import Choice, Offer, Option
from amends.outcomes.activity import Activity, Feed
from amends.outcomes.outcome import Mark, Outcome, Tally
from amends.outreach.to_call import ToCall
from amends.people.absence import Absence
from amends.people.person import Person, SignInLink
from amends.people.queue import Queue, Site
from amends.people.token import Token
from amends.problems.decision import Decision
from amends.problems.nudge import Nudge
from amends.problems.problem import Problem
from amends.promises.promise import Promise
from amends.promises.quoted import Quoted
from amends.readings.reading import Correction, Reading
from amends.readings.taking import Taken
from amends.rehearsals.rehearsal import Rehearsal, Sharing
from amends.remedies.execution import Execution
from amends.remedies.recognition import Recognition
from amends.reports.money import Costs
from amends.reports.monthly import ReportMail, ReportOrder
from amends.responses.escalation import Escalation
from amends.responses.response import Response
from amends.responses.settlement import Settlement
from amends.safety.alarm import Alarm, Item
from amends.safety.paging import Duty, Page
from amends.safety.report import Report
from amends.safety.ringing import Ring
from amends.savedreplies.savedreply import SavedReply
from amends.signals.signal import Signal
from amends.standins.standin import StandIn
from amends.statuspage.page import StatusPost
from amends.statuspage.subscriber import StatusMail, Subscriber
from amends.teamwork.drill import AbsenceDrill
from amends.teamwork.figures import WorkFigures
from amends.teamwork.review import CaseReview
from amends.winbacks.inviting import Invitation
from amends.winbacks.winback import WinBack

__all__ = [
    "Absence", "AbsenceDrill", "Act", "Activity", "Address", "Advice", "Affected", "Alarm", "Alert", "Approval",
    "Arrival", "Ask", "Assignment", "Attachment", "Attempt", "Blob", "CallBack", "Case", "CaseReview", "Change",
    "Chase", "Choice", "Chronicle", "Closure", "Code", "Concern", "Consent", "Content", "Correction",
    "CorrectiveAction", "Costs", "Customer", "Deadline", "Decision", "Decline", "Delivery", "Draft", "Duty",
    "Effort", "Entry", "Escalation", "Execution", "Experiment", "Fact", "Feed", "FollowUp", "Handoff", "Head",
    "Household", "Invitation", "Item", "KeptOut", "Lesson", "Listing", "Loss", "Mailbox", "Mark", "Message", "Note",
    "Notice", "Nudge", "Offer", "Option", "Outcome", "Overrule", "Page", "Person", "PortalLink", "Problem",
    "Promise", "Purse", "Queue", "Quoted", "Reading", "Recipient", "Recognition", "RedTape", "Redress", "Rehearsal",
    "Remedy", "Report", "ReportMail", "ReportOrder", "Response", "Ring", "Round", "Said", "SavedReply", "Settlement",
    "Sharing", "SignInLink", "Signal", "Site", "Sitting", "Spend", "StandIn", "StatusMail", "StatusPost",
    "Subscriber", "Taken", "Tally", "ThemeAlert", "ThemeNews", "ThreadKey", "ToCall", "Token", "Tracing", "Twin",
    "Upload", "Wave", "Way", "WinBack", "WorkFigures",
]  # fmt: skip
