"""Asking a customer who is satisfied for more: thanks first, a referral or a review; never before they said that it is right."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.harm import ensure_unharmed, safe
from amends.cases.stages import Ending
from amends.customers.customer import Customer
from amends.journal.entry import record
from amends.messages.message import Message
from amends.messages.writing import Reply, reply
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

#: A customer is asked for one thing in so long.
REST = timedelta(days=90)


class For(models.TextChoices):
    """What they are asked for."""

    THANKS = "thanks", "nothing: we thank them"
    REFERRAL = "referral", "to tell somebody of us"
    REVIEW = "review", "to say in public what they think"


class InvitationManager(models.Manager["Invitation"]):
    """How they are asked."""

    def may_ask(self, *, at: datetime) -> models.QuerySet[Case]:
        """Cases whose customers confirmed that all is right and were asked for nothing lately, those ended last first."""
        lately = self.filter(asked_at__gt=at - REST).values("customer")
        rows = Case.objects.filter(safe(), ending=Ending.SATISFIED, closed_at__gt=at - REST).exclude(
            customer__in=lately
        )
        return rows.select_related("customer", "owner").order_by("-closed_at", "-pk")

    @transaction.atomic
    def ask(self, case: Case, what: str, letter: Reply, *, by: Person, at: datetime) -> Invitation:
        """They are asked by this letter.

        Raises Refused unless the case ended satisfied, for a customer asked lately, and for one who may come to harm.
        """
        check(by, "work", case)
        held = Case.objects.hold(case.pk)
        if what not in For.values:
            raise Refused("Say what they are asked for: thanks, referral or review.")
        if held.ending != Ending.SATISFIED:
            raise Refused("They have not said that it is put right: nothing is asked of them before.")
        if self.filter(customer=held.customer_id, asked_at__gt=at - REST).exists():
            raise Refused("They were asked within three months.")
        ensure_unharmed(held.customer_id)
        message = reply(held, letter, by=by, at=at)
        row = self.create(case=held, customer=held.customer, what=what, message=message, asked_at=at, asked_by=by)
        record("invitation.sent", by=by, at=at, case_id=held.pk, what=For(what).label)
        return row


class Invitation(models.Model):
    """One customer asked once for one thing, after they were satisfied."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="invitations")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="invitations")
    what = models.CharField(max_length=8, choices=For.choices)
    message = models.OneToOneField(Message, on_delete=models.PROTECT, related_name="invitation")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = InvitationManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(what__in=For.values), name="invitation_for_a_known_thing"),
            models.UniqueConstraint(fields=["case", "what"], name="invitation_once_a_case"),
        ]

    def __str__(self) -> str:
        return str(self.get_what_display())
