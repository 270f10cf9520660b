"""A letter that law or a watchdog asks for, as it was sent; and how the packs a case began under are read for it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeVar
from zoneinfo import ZoneInfo

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.deadlines.deadline import LAWFUL, Kind
from amends.deadlines.ruling import calendar_of, choice_of, house_calendar
from amends.messages.message import Message
from amends.people.person import Person
from amends.policy.pack import Row
from amends.policy.words import Due

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from amends.calendars.calendar import Calendar
    from amends.policy.pack import Letter, Pack

#: Which deadline a letter meets, by what the pack says it is an answer to. A deadlock letter is a final response before time.
MEETS: Final = {
    Due.ACKNOWLEDGEMENT: Kind.ACKNOWLEDGEMENT,
    Due.HOLDING: Kind.HOLDING,
    Due.FINAL: Kind.FINAL,
    Due.DEADLOCK: Kind.FINAL,
    Due.STAGE_1: Kind.STAGE_1,
    Due.STAGE_2: Kind.STAGE_2,
    Due.SUMMARY: Kind.SUMMARY,
}
#: Letters that decide: they name an outcome, and where the customer may go from here.
DECISIONS: Final = (Kind.FINAL, Kind.STAGE_1, Kind.STAGE_2)
R = TypeVar("R", bound=Row)


class ResponseManager(models.Manager["Response"]):
    """How responses are found."""

    def standing(self) -> models.QuerySet[Response]:
        """Those that, as far as we know, reached the customer; the newest first."""
        return self.filter(message__failed=False).order_by("-sent_at", "-pk")


class Response(models.Model):
    """One such letter: what it met, under which pack, who sent it and what it decided.

    `outcomes` are in the regulator's terms; `chosen` names the block taken for each choice of the letter, `slots` the words
    put into it. `because` is the reason on record where an exceptional limit was used. The customer may refer the matter to
    `referral` until just before `refer_until`; without one the pack names no limit.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="responses")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    stage = models.SmallIntegerField(default=1)
    letter = models.CharField(max_length=80)
    pack = models.CharField(max_length=60)
    message = models.OneToOneField(Message, on_delete=models.PROTECT, related_name="response")
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    outcomes = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    chosen = models.JSONField(default=dict, blank=True)
    slots = models.JSONField(default=dict, blank=True)
    because = models.TextField(blank=True, default="")
    referral = models.CharField(max_length=200, blank=True, default="")
    refer_until = models.DateTimeField(null=True)

    objects = ResponseManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=LAWFUL), name="response_kind_known"),
            models.CheckConstraint(
                condition=Q(kind=Kind.STAGE_2, stage=2) | ~Q(kind=Kind.STAGE_2) & Q(stage=1), name="response_of_a_stage"
            ),
            models.CheckConstraint(condition=~Q(letter="") & ~Q(pack=""), name="response_names_letter_and_pack"),
            models.CheckConstraint(
                condition=~Q(kind=Kind.HOLDING) | ~Q(because=""), name="response_holds_for_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(refer_until=None) | ~Q(referral="") & Q(refer_until__gt=models.F("sent_at")),
                name="response_referred_to_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.letter


def pack_of(case: Case) -> Pack:
    """The regulator's pack the case began under. Refused where the house's own alone governs it."""
    packs = choice_of(case).packs
    if len(packs) < 2:  # noqa: PLR2004 - the house's pack is always the last
        message = "No rules but the house's own govern this case."
        raise Refused(message)
    return packs[0]


def day_of(case: Case) -> date:
    """The day by which the rows of a pack are read: the one on which they told us."""
    return case.received_at.astimezone(ZoneInfo(house_calendar().zone)).date()


def rows_for(case: Case, rows: Iterable[R]) -> list[R]:
    """The rows that hold for this case: by its day, and by its product where they name any."""
    day = day_of(case)
    fitting = (row for row in rows if row.holds_on(day))
    return [row for row in fitting if not getattr(row, "products", ()) or case.product in getattr(row, "products", ())]


def letter_of(case: Case, name: str) -> Letter:
    """The letter of this name. Refused where the pack has none."""
    for letter in rows_for(case, pack_of(case).letters):
        if letter.name == name and letter.serves in MEETS:
            return letter
    message = f"The rules this case began under have no letter “{name}”."
    raise Refused(message)


def calendar_for(case: Case) -> Calendar:
    """The business days the regulator counts by."""
    return pack_of(case).calendar or calendar_of(case)


def day_words(moment: datetime, calendar: Calendar) -> str:
    """The last day of a time that ends then, as a letter has it: 12 February 2027. Midnight still belongs to the day before."""
    last = (moment - timedelta(microseconds=1)).astimezone(ZoneInfo(calendar.zone))
    return f"{last.day} {last:%B %Y}"
