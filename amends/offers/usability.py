"""Whether this customer can use a remedy: asked before it is offered, and what they cannot use is not offered to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.catalogue.remedy import Remedy
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime


class CannotUse(Refused):
    """They said that they cannot use it: free minutes are worth nothing to somebody who calls nobody."""


class UsabilityManager(models.Manager["Usability"]):
    """How it is learnt."""

    @transaction.atomic
    def note(
        self, case: Case, remedy: Remedy, question: str, *, can: bool, by: Person, at: datetime, words: str = ""
    ) -> Usability:
        """What they answered to one of the remedy's questions; said again it replaces what was said before.

        From then on a remedy with a no is neither proposed to this customer on this case nor can it be offered. Refused for
        a question that the catalogue does not ask of it.
        """
        check(by, "work", case)
        if question not in remedy.questions:
            message = f"That is not a question of “{remedy.name}”."
            raise Refused(message)
        values = {"can": can, "words": words.strip(), "noted_at": at, "noted_by": by}
        row, _ = self.update_or_create(case=case, remedy=remedy, question=question, defaults=values)
        record(
            "usability.noted", by=by, at=at, case_id=case.pk, name=remedy.name, question=question,
            answer="yes" if can else "no", words=row.words,
        )  # fmt: skip
        return row

    def unusable(self, case: Case, remedy: Remedy) -> Usability | None:
        """The answer by which this is no use to them, if there is one."""
        return self.filter(case=case, remedy=remedy, can=False).order_by("pk").first()


class Usability(models.Model):
    """One answer of one customer to one question of a remedy; `words` are theirs."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="usabilities")
    remedy = models.ForeignKey(Remedy, on_delete=models.PROTECT, related_name="usabilities")
    question = models.CharField(max_length=200)
    can = models.BooleanField()
    words = models.TextField(blank=True, default="")
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = UsabilityManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "remedy", "question"], name="usability_answered_once"),
            models.CheckConstraint(condition=~Q(question=""), name="usability_answers_a_question"),
        ]

    def __str__(self) -> str:
        return f"{self.question} {'yes' if self.can else 'no'}"
