"""The closed lists of words a pack may use: a value outside its list is a mistake, not a new meaning."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """Whether a row is law or our own decision."""

    RULE = "rule"
    HOUSE_TARGET = "house target"


class Unit(StrEnum):
    """What an amount of time is counted in. Business time is open time of a calendar; the rest runs on every clock."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    BUSINESS_MINUTES = "business minutes"
    BUSINESS_HOURS = "business hours"
    BUSINESS_DAYS = "business days"


class Ends(StrEnum):
    """At which moment of its last day an amount counted in days or longer is over."""

    SAME_TIME = "same time"  # the time of day from which it was counted
    NEXT_OPENING = "next opening"  # that time, or the next opening if the house is closed then
    CLOSE = "close"  # when the house closes on that day, or last closed before its end
    END_OF_DAY = "end of day"  # midnight


class ClosedDay(StrEnum):
    """What it means for business days that the count begins on a day that is none."""

    STANDS = "stands"  # the first business day after it is day one: the earlier, safer reading
    NEXT = "next business day"  # it counts as begun on the next business day, which is then day nought


class Since(StrEnum):
    """The moment from which an amount is counted."""

    RECEIVED = "received"  # when they told us, however late it was typed
    ACKNOWLEDGED = "acknowledged"
    LAST_UPDATE = "last update"  # when a human last told them something new
    CALL_ASKED = "call asked"
    ASKED = "asked"  # another department was asked, or a person for approval
    ARRIVED = "arrived"  # something came in that nobody has opened
    DELAY_KNOWN = "delay known"
    HANDED = "handed"  # a handoff was proposed
    RESOLVED = "resolved"
    TRIED = "tried"  # the later of the two tries to reach them
    ESCALATED = "escalated"  # they asked for the next stage
    ANSWERED = "answered"  # the final response left
    ACCEPTED = "accepted"  # they accepted an offer


class Due(StrEnum):
    """What can be due."""

    ACKNOWLEDGEMENT = "acknowledgement"
    FIRST_ANSWER = "first answer"
    NEXT_UPDATE = "next update"
    CALL_BACK = "call-back"
    INBOUND_OPENING = "inbound opening"
    DELAY_ESTIMATE = "delay estimate"
    ASK = "ask"
    APPROVAL = "approval"
    HANDOFF = "handoff acceptance"
    FOLLOW_UP = "follow-up"
    SECOND_TRY = "silence after both tries"
    SHORT_ROUTE = "short route"
    HOLDING = "holding response"
    FINAL = "final response"
    STAGE_1 = "stage 1 response"
    STAGE_2 = "stage 2 response"
    SUMMARY = "summary resolution"
    DEADLOCK = "deadlock letter"
    REFERRAL = "referral"
    SAFETY_REPORT = "safety report"


class Severity(IntEnum):
    """How much is at stake for the customer; 1 is the gravest."""

    CRITICAL = 1
    HIGH = 2
    MEDIUM = 3
    LOW = 4


class Role(StrEnum):
    """What somebody is at the desk."""

    AGENT = "agent"
    LEAD = "lead"
    MANAGER = "manager"
    ADMIN = "admin"


class Told(StrEnum):
    """Who is told that something is about to be missed; only those who are present."""

    OWNER = "owner"
    DEPUTY = "deputy"
    LEAD = "lead"
    EVERYONE_PRESENT = "everyone present"
    MANAGER = "manager"


class Channel(StrEnum):
    """How we can reach a customer."""

    EMAIL = "email"
    PHONE = "phone"
    LETTER = "letter"
    VISIT = "visit"
    PORTAL = "portal"
    SMS = "sms"
    CHAT = "chat"


class Matter(StrEnum):
    """What is being said to the customer, where the way of saying it depends on that."""

    DELAY = "delay"
    APOLOGY = "apology"
    DISCLOSURE = "disclosure"


class Failure(StrEnum):
    """What went wrong, by the codes of the failure taxonomy."""

    CORE = "F1"
    TIME = "F2"
    INFORMATION = "F3"
    PERSON = "F4"
    MONEY = "F5"
    BURDEN = "F6"
    RESPONSE = "F7"
    TRUST = "F8"
    NEED = "F9"
    OUTSIDE = "F10"


class Remedy(StrEnum):
    """A way of making amends."""

    APOLOGY = "apology"
    CONTACT = "personal contact"  # a named senior calls or comes
    RECOGNITION = "recognition"  # that it was a trouble to them
    REFUND = "refund"
    CREDIT = "credit"
    WAIVER = "fee waived"
    REPLACEMENT = "replacement"
    PART = "missing part"
    REDO = "redo"  # the service again, first in the queue
    DELIVERY = "delivery"  # with a date that holds
    WORK = "we do the rest"  # whatever would have been left to them
    CORRECTION = "correction"  # everywhere, and said so in writing
    DISCOUNT = "discount"
    VISIT = "visit"
    GIFT_CARD = "gift card"
    NOTE = "handwritten note"
    ELSEWHERE = "refer elsewhere"
    OTHER = "something of its own"


class Place(StrEnum):
    """How well a kind of remedy fits a kind of failure."""

    LEAD = "lead"
    NEXT = "next"
    AVOID = "avoid"


class Effort(StrEnum):
    """What we may come to ask of a customer who should not have to do anything."""

    CONTACTS = "contacts"
    FORMS = "forms"
    DOCUMENTS = "documents"
    REPEATS = "repeats"
    TRANSFERS = "transfers"


class Circumstance(StrEnum):
    """What raises or lowers the probability with which a quoted date must hold."""

    ORDINARY = "ordinary"
    REPEAT_FAILURE = "repeat failure"
    STRONG_ANGER = "strong anger"
    INTERNAL = "internal target"


class Duty(StrEnum):
    """A duty without a number of its own, by which the desk behaves differently."""

    PROMPT = "prompt answer"
    KEEP_INFORMED = "keep informed"
    EXPLAIN = "explain the decision"
    ACCEPTED_OFFER_BINDS = "accepted offer binds"
    FREE_OF_CHARGE = "free of charge"
    ROOT_CAUSES = "root causes"
    LESSONS = "lessons from decisions"
    OTHERS_AFFECTED = "others affected"
    NO_MAGIC_WORD = "any dissatisfaction counts"
    REGISTER_ALL = "register all"
    ANSWER_WHEN_KNOWN = "answer when known"
    AGREE_OUTCOMES = "agree outcomes"
    NO_REASONS_NEEDED = "no reasons needed"
    ASSESS_YEARLY = "assess yearly"
    REPORT = "report"
    FEEDBACK = "feedback"
