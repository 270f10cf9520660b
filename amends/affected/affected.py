"""One person a problem lets down, and the list they came with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F, Q
from procrastinate.contrib.django import app

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.customers.address import Kind, normal
from amends.customers.customer import Customer
from amends.journal.actors import person_id
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.problems.problem import Problem

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor

#: People whose cases one job opens.
BATCH = 500
NO_CONTACT = "no e-mail address and no phone number that could be used"


class Via(models.TextChoices):
    """How we know that they are affected."""

    LIST = "list", "a list"
    RECORDS = "records", "our own records"
    CASE = "case", "a case of theirs"


class Listing(models.Model):
    """One list of affected people that was added: its lines, and what became of each. The four counts add up to `lines`."""

    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="listings")
    name = models.CharField(max_length=200)
    lines = models.IntegerField()
    people = models.IntegerField(help_text="lines that brought somebody new")
    same_contact = models.IntegerField(help_text="lines of somebody on another line of the list, by e-mail or phone")
    same_household = models.IntegerField(help_text="lines of the same household as another line")
    known = models.IntegerField(help_text="lines of somebody who was known to be affected before")
    no_contact = models.IntegerField(help_text="of the people, those without a usable contact")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(lines=F("people") + F("same_contact") + F("same_household") + F("known")),
                name="listing_adds_up",
            ),
            models.CheckConstraint(condition=Q(no_contact__lte=F("people")), name="listing_no_contact_of_people"),
        ]

    def __str__(self) -> str:
        return self.name


class Affected(models.Model):
    """One person, or one household, of one problem. `lines` counts the lines of lists they stand for, `facts` holds what each said.

    `case` is theirs alone: opened by us (origin `disclosure`), or, where they told us themselves, the one they began.
    `found_it` says that they told us of what we knew and had not told them.
    """

    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="affected", db_index=False)
    listing = models.ForeignKey(Listing, on_delete=models.PROTECT, null=True, related_name="affected", db_index=False)
    via = models.CharField(max_length=8, choices=Via.choices)
    name = models.CharField(max_length=200, blank=True, default="")
    email = models.CharField(max_length=320, blank=True, default="")
    phone = models.CharField(max_length=320, blank=True, default="")
    household = models.CharField(max_length=200, blank=True, default="")
    time_zone = models.CharField(max_length=60, blank=True, default="")
    key_customer = models.BooleanField(default=False)
    lines = models.IntegerField(default=0)
    facts = models.JSONField(default=list)
    customer = models.ForeignKey(
        Customer, on_delete=models.PROTECT, null=True, related_name="affected_by", db_index=False
    )
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="affected", db_index=False)
    found_it = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    linked_at = models.DateTimeField(null=True, help_text="when somebody confirmed that their case is of this problem")
    linked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    unreachable_at = models.DateTimeField(null=True)
    unreachable_because = models.TextField(blank=True, default="")

    class Meta:
        verbose_name_plural = "affected"
        constraints = [
            models.CheckConstraint(condition=Q(via__in=Via.values), name="affected_via_known"),
            models.UniqueConstraint(
                fields=["case", "problem"], condition=Q(case__isnull=False), name="affected_one_a_case"
            ),
            models.UniqueConstraint(fields=["problem", "email"], condition=~Q(email=""), name="affected_one_an_email"),
            models.CheckConstraint(
                condition=Q(unreachable_at=None, unreachable_because="")
                | Q(unreachable_at__isnull=False) & ~Q(unreachable_because=""),
                name="affected_unreachable_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(linked_at=None, linked_by=None) | Q(linked_at__isnull=False, linked_by__isnull=False),
                name="affected_linked_at_and_by",
            ),
            models.CheckConstraint(
                condition=~Q(via=Via.CASE) | Q(case__isnull=False), name="affected_by_a_case_has_one"
            ),
        ]
        # What is empty while a long list comes in is not indexed then.
        indexes = [
            models.Index(fields=["problem", "id"], name="affected_of_problem"),
            models.Index(fields=["customer"], condition=Q(customer__isnull=False), name="affected_customer"),
            models.Index(fields=["problem", "phone"], condition=~Q(phone=""), name="affected_phone"),
            models.Index(fields=["problem", "household"], condition=~Q(household=""), name="affected_household"),
        ]

    def __str__(self) -> str:
        return self.name or self.email or self.phone or "somebody"

    @transaction.atomic
    def learn_contact(self, *, by: Person, at: datetime, email: str = "", phone: str = "") -> None:
        """They can be reached after all; their case is opened by a job. Raises Refused where that is no contact, or another's."""
        check(by, "work")
        email, phone = normal(Kind.EMAIL, email), normal(Kind.PHONE, phone) if phone.strip() else ""
        if not phone and "@" not in email:
            message = "Give an e-mail address or a phone number."
            raise Refused(message)
        others = Affected.objects.filter(problem=self.problem_id).exclude(pk=self.pk)
        if email and others.filter(email=email).exists():
            message = f"{email} is on the list already."
            raise Refused(message)
        self.email, self.phone = email or self.email, phone or self.phone
        self.unreachable_at, self.unreachable_because = None, ""
        self.save(update_fields=["email", "phone", "unreachable_at", "unreachable_because"])
        record("affected.contact_learned", by=by, at=at, case_id=self.problem.chain, name=str(self), affected=self.pk)
        open_soon(self.problem_id, [(self.pk, self.pk)])

    @transaction.atomic
    def give_up(self, *, because: str, by: Actor, at: datetime) -> None:
        """They cannot be reached by any way we know, and that is on record with the reason."""
        if not because.strip():
            message = "Say what was tried."
            raise Refused(message)
        self.unreachable_at, self.unreachable_because = at, because.strip()
        self.save(update_fields=["unreachable_at", "unreachable_because"])
        record(
            "affected.unreachable", by=by, at=at, case_id=self.problem.chain, because=because.strip(), name=str(self),
            affected=self.pk, person=person_id(by),
        )  # fmt: skip


def open_soon(problem: int, spans: list[tuple[int, int]]) -> None:
    """Leave jobs that open the cases of those people whose keys lie in each span; they commit with the people."""
    if spans:
        task = app.configure_task("amends.open_affected", queue="outreach")
        jobs: list[dict[str, Any]] = [{"problem": problem, "first": first, "last": last} for first, last in spans]
        task.batch_defer(*jobs)
