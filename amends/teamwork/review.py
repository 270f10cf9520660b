"""One case a week, looked at by the whole team: which one is not chosen by anybody, and what was learnt stays on record."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zlib import crc32
from zoneinfo import ZoneInfo

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case, Origin
from amends.cases.ending import Refused
from amends.cases.stages import Ending, Stage
from amends.deadlines.ruling import house_calendar
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What is asked of every case, in this order.
QUESTIONS: Final[dict[str, str]] = {
    "saw": "What did the customer see and hear, in their order, not in ours?",
    "turned": "When did it turn, for better or worse, and what did somebody do at that moment?",
    "held": "What held us up: a rule, a system, a colleague we waited for?",
    "said": "Read our first answer aloud. What would you have liked to hear instead?",
    "change": "Which one thing do we change, who does it, and by when?",
}
_BACK = timedelta(days=35)


class ReviewManager(models.Manager["CaseReview"]):
    """Which case is looked at, and what was said of it."""

    def chosen(self, *, at: datetime) -> Case | None:
        """The case of this week: by lot among those that ended in the last five weeks, those that went badly first; None if none did.

        The lot is the week's own, so that everybody who asks gets the same case until it was looked at.
        """
        week = monday(at)
        held = self.filter(week=week).select_related("case__customer").first()
        if held:
            return held.case
        ended = Case.objects.filter(
            stage=Stage.CLOSED, closed_at__gte=at - _BACK, closed_at__lte=at, restricted=False, review=None,
            origin__in=[Origin.COMPLAINT, Origin.SIGNAL],
        ).exclude(ending=Ending.MERGED)  # fmt: skip
        badly = ended.filter(Q(round__gt=1) | Q(ending__in=[Ending.UNCONFIRMED, Ending.LOST]))
        keys = list((badly if badly.exists() else ended).values_list("pk", flat=True))
        if not keys:
            return None
        drawn = min(keys, key=lambda key: (crc32(f"{week}:{key}".encode()), key))
        return Case.objects.select_related("customer").get(pk=drawn)

    @transaction.atomic
    def record(self, case: Case, answers: Mapping[str, str], *, by: Person, at: datetime) -> CaseReview:
        """The team looked at it, and this is what it found. Refused without the one change, and where the week has its case."""
        check(by, "work", case)
        kept = {name: answers.get(name, "").strip()[:5000] for name in QUESTIONS}
        if not kept["change"]:
            message = "Say which one thing changes, even if it is that nothing should."
            raise Refused(message)
        row, new = self.get_or_create(
            week=monday(at), defaults={"case": case, "answers": kept, "held_at": at, "held_by": by}
        )
        if not new:
            message = "This week's case was looked at. The next one is drawn on Monday."
            raise Refused(message)
        record("case.reviewed", by=by, at=at, case_id=case.pk, change=kept["change"])
        return row


class CaseReview(models.Model):
    """What the team said of one case in one week; `answers` by the name of each question."""

    week = models.DateField(unique=True, help_text="its Monday")
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="review")
    answers = models.JSONField()
    held_at = models.DateTimeField()
    held_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = ReviewManager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(week__iso_week_day=1), name="review_week_begins_on_monday")]

    def __str__(self) -> str:
        return f"{self.case}, week of {self.week}"

    @property
    def said(self) -> list[tuple[str, str]]:
        """Each question that was answered, with its answer."""
        return [(words, self.answers[name]) for name, words in QUESTIONS.items() if self.answers.get(name)]


def monday(at: datetime) -> date:
    """The Monday of the week of this moment, on the house's clock."""
    day = at.astimezone(ZoneInfo(house_calendar().zone)).date()
    return day - timedelta(days=day.weekday())
