"""A list that was handed in and tried, and waits for somebody to say that it is right; and lists made of our own records."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from django.db import models, transaction

from amends.affected.affected import Listing, Via
from amends.affected.listing import Counts, add_list, try_list
from amends.cases.case import Case
from amends.journal.entry import record
from amends.messages.message import Message
from amends.people.may import check
from amends.people.person import Person
from amends.problems.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

#: More of our own customers than this are no list to be read through.
MOST = 50_000


class UploadManager(models.Manager["Upload"]):
    """How a list is handed in."""

    @transaction.atomic
    def hand_in(
        self, data: bytes, *, name: str, by: Person, at: datetime, chosen: Mapping[str, str] | None = None,
        via: str = Via.LIST,
    ) -> tuple[Upload, Counts]:  # fmt: skip
        """The list is kept, and what adding it would come to is counted; nobody is added yet. Raises Refused for no list."""
        check(by, "work")
        problem: Problem = self.instance  # type: ignore[attr-defined]
        counts = try_list(problem, io.BytesIO(data), chosen=chosen)
        row = self.create(
            name=name[:200], data=data, chosen=dict(chosen or {}), via=via, handed_in_at=at, handed_in_by=by
        )
        record("affected.tried", by=by, at=at, case_id=problem.chain, name=row.name, lines=counts.lines)
        return row, counts


class Upload(models.Model):
    """A list that was tried. Its bytes go as soon as it is added."""

    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="uploads")
    name = models.CharField(max_length=200)
    data = models.BinaryField()
    chosen = models.JSONField(default=dict)
    via = models.CharField(max_length=8, choices=Via.choices)
    handed_in_at = models.DateTimeField()
    handed_in_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = UploadManager()

    def __str__(self) -> str:
        return self.name

    def again(self) -> Counts:
        """What adding it would come to now."""
        return try_list(self.problem, io.BytesIO(bytes(self.data)), chosen=self.chosen)

    @transaction.atomic
    def add(self, *, by: Person, at: datetime) -> Listing:
        """Everybody on it is affected, and the list itself is not kept any longer."""
        listing = add_list(
            self.problem, io.BytesIO(bytes(self.data)), name=self.name, chosen=self.chosen, via=self.via, by=by, at=at
        )
        self.delete()
        return listing


def of_records(words: str, *, since: datetime, until: datetime, person: Person) -> bytes:
    """Our own customers whose cases speak of these words, told to us in [since, until), as a list: name, e-mail, phone, case."""
    spoken = Message.objects.theirs().sought(words).values("case")
    cases = Case.objects.visible_to(person).filter(pk__in=spoken, received_at__gte=since, received_at__lt=until)
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["name", "email", "phone", "case"])
    for case in cases.select_related("customer").prefetch_related("customer__addresses").order_by("pk")[:MOST]:
        found = {a.kind: a.value for a in reversed(case.customer.addresses.all()) if a.retired_at is None}
        table.writerow([case.customer.name, found.get("email", ""), found.get("phone", ""), case.reference])
    return out.getvalue().encode()
