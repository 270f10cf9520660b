"""What a customer lets us note so that we serve them better, in words they agreed to; never a guess, and never a trait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.customers.customer import Channel
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

    from amends.customers.customer import Customer

#: Help, offered without a guess at what somebody needs, and the question that comes before anything is noted.
OFFER: Final = (
    "Would it help if we did this by phone, or would you rather have all of it in writing? If there is anything you would like us "
    "to bear in mind, please tell me, and say whether I may note it so that you need not explain it again."
)


class ConsentManager(models.Manager["Consent"]):
    """How an answer is recorded."""

    @transaction.atomic
    def record(self, *, yes: bool, said: str, via: str, by: Person, at: datetime, words: str = "") -> Consent:
        """The customer was asked and answered, in the words `said`. Only with a yes is there something to note: `words`.

        The journal says that they answered, and not what is noted: what they take back is gone. Raises Refused without their
        answer, for a yes with nothing to note, and for a no with something.
        """
        case: Case = self.instance  # type: ignore[attr-defined]
        check(by, "work", case)
        if not said.strip():
            message = "Write down what they answered, in their words."
            raise Refused(message)
        if yes and not words.strip():
            message = "Write down what we are to bear in mind."
            raise Refused(message)
        if not yes and words.strip():
            message = "They said no: nothing is noted."
            raise Refused(message)
        row = self.create(
            yes=yes, words=words.strip(), said=said.strip(), via=Channel(via), answered_at=at, recorded_by=by
        )
        answer = "yes" if yes else "no"
        record("consent.answered", by=by, at=at, case_id=case.pk, answer=answer, via=Channel(via).label)
        return row

    def helping(self, customer: Customer) -> models.QuerySet[Consent]:
        """What this customer lets us bear in mind now, on any case of theirs."""
        return self.filter(case__customer=customer, yes=True, withdrawn_at=None).order_by("pk")


class Consent(models.Model):
    """One answer of a customer's. `words` are there as long as their yes stands."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="consents")
    yes = models.BooleanField()
    words = models.TextField(blank=True, default="")
    said = models.TextField()
    via = models.CharField(max_length=10, choices=Channel.choices)
    answered_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ConsentManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(via__in=Channel.values), name="consent_via_known"),
            models.CheckConstraint(
                condition=Q(yes=True, withdrawn_at=None) & ~Q(words="") & ~Q(said="")
                | Q(yes=False, words="", withdrawn_at=None) & ~Q(said="")
                | Q(yes=True, withdrawn_at__isnull=False, words="", said=""),
                name="consent_words_while_it_stands",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False, withdrawn_at__gte=F("answered_at")),
                name="consent_withdrawn_pair",
            ),
        ]

    def __str__(self) -> str:
        return self.words or ("yes" if self.yes else "no")

    @transaction.atomic
    def withdraw(self, *, by: Person, at: datetime) -> None:
        """They took it back, or it helps no more: the words are gone, and that there was something is all that is left."""
        check(by, "work", self.case)
        gone = {"words": "", "said": "", "withdrawn_at": at, "withdrawn_by": by}
        if Consent.objects.filter(pk=self.pk, yes=True, withdrawn_at=None).update(**gone):
            record("consent.withdrawn", by=by, at=at, case_id=self.case_id)
