"""The pool of gift-card codes: each is uploaded once and given once, ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.catalogue.remedy import Remedy
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


class CodeManager(models.Manager["Code"]):
    """How the pool is filled and drawn from."""

    @transaction.atomic
    def upload(self, remedy: Remedy, codes: Iterable[str], *, by: Person, at: datetime) -> int:
        """These codes are in the pool; those that are in it already, given or not, are left as they are. Returns how many are new."""
        check(by, "catalogue")
        wanted = list(dict.fromkeys(filter(None, (code.strip() for code in codes))))
        known = set(self.filter(code__in=wanted).values_list("code", flat=True))
        fresh = [code for code in wanted if code not in known]
        self.bulk_create(
            (self.model(remedy=remedy, code=code, uploaded_at=at, uploaded_by=by) for code in fresh),
            ignore_conflicts=True,
        )
        record("catalogue.codes_uploaded", by=by, at=at, name=remedy.name, count=len(fresh), remedy=remedy.pk)
        return len(fresh)

    def left(self) -> models.QuerySet[Code]:
        """Those nobody was given."""
        return self.filter(given_at=None)

    def draw(self, remedy: Remedy, *, at: datetime) -> Code | None:
        """One that nobody had and nobody else gets; None when the pool is empty. Part of the verb that gives it."""
        row = self.left().filter(remedy=remedy).select_for_update(skip_locked=True).order_by("pk").first()
        if row is None or self.filter(pk=row.pk, given_at=None).update(given_at=at) != 1:
            return None
        row.given_at = at
        return row


class Code(models.Model):
    """One code. It is money to whoever reads it, so it is shown in the message that gives it, and nowhere else."""

    remedy = models.ForeignKey(Remedy, on_delete=models.PROTECT, related_name="codes")
    code = models.CharField(max_length=120, unique=True)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(null=True)

    objects = CodeManager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(code=""), name="code_has_letters")]
        indexes = [models.Index(fields=["remedy", "id"], condition=Q(given_at=None), name="code_left")]

    def __str__(self) -> str:
        return f"…{self.code[-4:]}"
