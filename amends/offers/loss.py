"""What they lost: which kind of failure, how much, whether they keep what they got, and whether it was ours."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.authority.banding import number
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.catalogue.remedy import CENT, FAILURES, Remedy
from amends.deadlines.ruling import day_of
from amends.experiments.arms import Place, Token
from amends.experiments.experiment import Experiment
from amends.experiments.lots import decide
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.policy.words import Failure
from amends.policy.words import Remedy as Kinds

if TYPE_CHECKING:
    from datetime import datetime

_HUNDRED = Decimal(100)
#: Who paid for what did not work is given it back, unless somebody says why not.
_CREDITED = (Failure.CORE.value, Failure.MONEY.value)
_TOKENS: dict[str, int] = {Token.FULL: 100, Token.HALF: 50, Token.RECOGNITION: 0}
_THREE = 3
BACK = (Kinds.REFUND.value, Kinds.CREDIT.value)


class Fault(models.TextChoices):
    """Whether we caused it. Goodwill needs no finding: what is not established may be made good all the same."""

    ESTABLISHED = "established", "it was our fault"
    OPEN = "open", "not established"
    NOT_OURS = "not_ours", "not our fault"


@dataclass(frozen=True, slots=True)
class Worth:
    """What a remedy for this loss should be worth: in [least, most], and never beyond `cap`."""

    least: Decimal
    most: Decimal
    cap: Decimal

    def __contains__(self, amount: Decimal) -> bool:
        return self.least <= amount <= self.most


class LossManager(models.Manager["Loss"]):
    """How it comes on record."""

    @transaction.atomic
    def note(
        self,
        case: Case,
        failure: str,
        amount: Decimal,
        *,
        by: Person,
        at: datetime,
        currency: str = "GBP",
        rejected: bool = True,
        fault: str = Fault.OPEN,
        payment: str = "",
        objection: str = "",
    ) -> Loss:
        """What they lost; noted again it replaces what was noted before, and the journal keeps both.

        Where no money was lost an experiment may draw how large a token is, unless `objection` says why not.

        `rejected`: they do not keep what they got. `payment` names the payment at the house that took the money, where it
        can be given back that way. Refused for a negative amount and a failure nobody knows.
        """
        check(by, "work", case)
        if failure not in {code.value for code in FAILURES}:
            message = "Say what kind of failure it was."
            raise Refused(message)
        if amount < 0:
            message = "A loss cannot be negative."
            raise Refused(message)
        values = {
            "failure": failure, "amount": amount.quantize(CENT), "currency": currency.upper(), "rejected": rejected,
            "fault": Fault(fault), "payment": payment.strip(), "noted_at": at, "noted_by": by,
        }  # fmt: skip
        row, _ = self.update_or_create(case=case, defaults=values)
        if not row.amount:
            row.draw_token(objection=objection, by=by, at=at)
        record(
            "loss.noted", by=by, at=at, case_id=case.pk, amount=str(row.amount), currency=row.currency,
            failure=row.failure_words, rejected=rejected, fault=row.get_fault_display(),
        )  # fmt: skip
        return row


class Loss(models.Model):
    """What one customer lost by one failure."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="loss")
    failure = models.CharField(max_length=4, choices=[(code.value, words) for code, words in FAILURES.items()])
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3)
    rejected = models.BooleanField(default=True)
    fault = models.CharField(max_length=12, choices=Fault.choices, default=Fault.OPEN)
    payment = models.CharField(max_length=120, blank=True, default="")
    token = models.SmallIntegerField(
        default=100, db_default=100, help_text="up to which share of policy's token, in hundredths"
    )
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = LossManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="loss_not_negative"),
            models.CheckConstraint(
                condition=Q(failure__in=[code.value for code in FAILURES]), name="loss_failure_known"
            ),
            models.CheckConstraint(condition=Q(fault__in=Fault.values), name="loss_fault_known"),
            models.CheckConstraint(condition=Q(currency__regex="^[A-Z]{3}$"), name="loss_currency_of_three_letters"),
            models.CheckConstraint(condition=Q(token__gte=0, token__lte=100), name="loss_token_within_policy"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    @property
    def failure_words(self) -> str:
        """What kind of failure, in words."""
        return self.get_failure_display()

    @property
    def owed_back(self) -> bool:
        """Whether they paid for what did not work, by our fault, and do not keep it: money or credit is then among what is offered."""
        paid = self.failure in _CREDITED and self.amount > 0
        return bool(paid and self.rejected and self.fault == Fault.ESTABLISHED)

    def band(self) -> Worth:
        """What policy thinks right for such a loss. Where no money was lost: a token."""
        if not self.amount:
            token = number(self.case, "remedy token")
            return Worth(Decimal(0), token, token)
        kept = "rejected" if self.rejected else "kept"
        least, most, cap = (
            (self.amount * number(self.case, name) / _HUNDRED).quantize(CENT)
            for name in (f"remedy least, {kept}", f"remedy most, {kept}", "remedy cap")
        )
        return Worth(least, most, cap)

    def menu(self) -> Worth:
        """What of that band is put to them unasked: all of it, or up to the share that was drawn. A wish has the whole band."""
        band = self.band()
        if self.amount or self.token == _HUNDRED:
            return band
        return Worth(band.least, (band.most * self.token / _HUNDRED).quantize(CENT), band.cap)

    def draw_token(self, *, objection: str, by: Person, at: datetime) -> None:
        """How large a token is here, drawn once; part of the verb that notes the loss."""
        experiment = Experiment.objects.running(Place.TOKEN)
        if experiment is None:
            return
        fits = Remedy.objects.fitting(self.failure, currency=self.currency, day=day_of(at)).filter(
            worth=0, own_words=False
        )
        kinds = fits.exclude(kind=Kinds.NOTE.value).values("kind").distinct().count()
        if kinds < _THREE and any(name == Token.RECOGNITION for name, _ in experiment.arms):
            return  # who could not be drawn into every arm is compared with nobody
        arm = decide(Place.TOKEN, self.case, objection=objection, by=by, at=at)
        share = _TOKENS.get(arm, 100)
        if share != self.token:
            self.token = share
            self.save(update_fields=["token"])
