"""An alert: more of one theme came than is usual, since when, with three cases; and the problem that it was opened as."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Q

from amends.affected.joining import link
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.policy.house import HOUSE
from amends.problems.problem import FoundBy, Problem

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor

EXAMPLES = 3
_SOME = 0.05


class About(models.TextChoices):
    """By what complaints are put together."""

    FAILURE = "failure", "what failed"
    PRODUCT = "product", "product"
    CAUSE = "cause", "cause"
    WORDS = "words", "customers' words"


class ThemeAlertManager(models.Manager["ThemeAlert"]):
    """How alerts are raised and kept up."""

    def raise_or_keep(self, found: ThemeAlert, *, by: Actor, at: datetime) -> bool:
        """The alert stands with its latest counts; whether it is new. Part of the look."""
        values = {
            "count": found.count,
            "expected": found.expected,
            "evidence": found.evidence,
            "seen_at": at,
            "by_orders": found.by_orders,
        }
        if self.filter(about=found.about, key=found.key, over_at=None).update(**values):
            return False
        _, new = self.get_or_create(
            about=found.about, key=found.key, over_at=None,
            defaults={**values, "name": found.name, "since": found.since, "raised_at": at, "examples": found.examples},
        )  # fmt: skip
        if new:
            record(
                "theme.alerted", by=by, at=at, theme=found.name, count=found.count, expected=f"{found.expected:.1f}",
                since=f"{found.began:%d %b}",
            )  # fmt: skip
        return new

    def standing(self) -> models.QuerySet[ThemeAlert]:
        """Alerts that are not over and that nobody has dealt with, the surest first."""
        return self.filter(over_at=None, problem=None, put_aside_at=None).order_by("-evidence", "pk")


class ThemeAlert(models.Model):
    """More of one theme than usual: `count` came since `since` where `expected` were, as of `seen_at`."""

    about = models.CharField(max_length=8, choices=About.choices)
    key = models.CharField(max_length=200)
    name = models.CharField(max_length=200, help_text="what it is called at the desk")
    since = models.DateTimeField()
    raised_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    count = models.IntegerField()
    expected = models.FloatField()
    evidence = models.FloatField()
    by_orders = models.BooleanField(
        default=False, db_default=False, help_text="expected for as many orders as there were"
    )
    examples = ArrayField(models.BigIntegerField(), default=list, help_text="three of the cases")
    over_at = models.DateTimeField(null=True)
    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, null=True, related_name="theme_alerts")
    put_aside_at = models.DateTimeField(null=True)
    put_aside_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    put_aside_because = models.TextField(blank=True, default="")

    objects = ThemeAlertManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(about__in=About.values), name="theme_about_known"),
            models.CheckConstraint(condition=Q(count__gt=0) & Q(expected__gte=0), name="theme_counts"),
            models.UniqueConstraint(fields=["about", "key"], condition=Q(over_at=None), name="theme_one_standing"),
            models.CheckConstraint(
                condition=Q(put_aside_at=None, put_aside_by=None, put_aside_because="")
                | Q(put_aside_at__isnull=False, put_aside_by__isnull=False) & ~Q(put_aside_because=""),
                name="theme_put_aside_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def began(self) -> datetime:
        """`since`, on the house's clock."""
        return self.since.astimezone(ZoneInfo(HOUSE.time_zone))

    @property
    def times(self) -> float:
        """How many times what was expected."""
        return self.count / max(self.expected, 0.05)

    @property
    def usual(self) -> str:
        """How many were expected, in words that fit a small desk."""
        return f"{self.expected:.1f}" if self.expected >= _SOME else "hardly any"

    @property
    def expected_from(self) -> str:
        """What was borne in mind when so many were expected."""
        return "season, weekday, trend and how many ordered" if self.by_orders else "season, weekday and trend"

    def cases(self, person: Person) -> list[Case]:
        """The three cases, as far as this person may see them, the latest first."""
        rows = Case.objects.visible_to(person).filter(pk__in=self.examples).select_related("customer", "merged_into")
        return list(rows.order_by("-received_at", "-pk"))

    @transaction.atomic
    def open_problem(self, *, by: Person, at: datetime) -> Problem:
        """It is a problem on record, theirs, with the three cases linked to it; once: who comes second finds the same."""
        check(by, "work")
        held = ThemeAlert.objects.select_for_update(of=("self",)).select_related("problem").get(pk=self.pk)
        if held.problem:
            return held.problem
        if held.put_aside_at:
            message = f"This was put aside: {held.put_aside_because}"
            raise Refused(message)
        came = "customer has" if held.count == 1 else "customers have"
        problem = Problem.objects.open_one(
            held.name, knew_at=held.raised_at, found_by=FoundBy.THEME, owner=by, by=by, at=at, source="theme",
            source_id=str(held.pk),
            what_happened=f"Since {held.began.day} {held.began:%B} {held.count} {came} told us of {_plain(held.name)}.",
        )  # fmt: skip
        held.problem = problem
        held.save(update_fields=["problem"])
        for case in held.cases(by):
            if not case.merged_into_id:
                link(problem, case, by=by, at=at)
        record("theme.opened", by=by, at=at, case_id=problem.chain, theme=held.name, count=held.count)
        return problem

    @transaction.atomic
    def put_aside(self, *, because: str, by: Person, at: datetime) -> None:
        """It is no problem, for this reason; the same theme is not told again until it was over."""
        check(by, "work")
        if not because.strip():
            message = "Say why this is no problem."
            raise Refused(message)
        rows = ThemeAlert.objects.filter(pk=self.pk, problem=None, put_aside_at=None)
        if rows.update(put_aside_at=at, put_aside_by=by, put_aside_because=because.strip()) != 1:
            message = "Somebody dealt with this alert before."
            raise Refused(message)
        record("theme.put_aside", by=by, at=at, because=because.strip(), theme=self.name)


def _plain(name: str) -> str:
    """A name within a sentence, which it does not end early."""
    return (name[:1].lower() + name[1:]).replace(".", "").replace("!", "").replace("?", "")
