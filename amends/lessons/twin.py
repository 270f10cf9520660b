"""A twin: two complaints that say the same in the same words, so that nobody answers one of them twice, or as if it were alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.case import Case, Origin
from amends.journal.entry import entry, record_all
from amends.messages.message import Message

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor

_BACK, _MOST, _READ = timedelta(days=60), 3_000, 8_000
#: Of fewer words than this two complaints are alike by chance.
_FEWEST = 8


class TwinManager(models.Manager["Twin"]):
    """How twins are found."""

    @transaction.atomic
    def find(self, *, by: Actor, at: datetime) -> int:
        """Complaints of the last weeks whose first words were said before stand with the earlier one; how many are new."""
        from amends.themes.likeness import alike  # noqa: PLC0415 -- NumPy, which a page is not to wait for

        near = Message.objects.theirs().filter(
            case__origin__in=[Origin.COMPLAINT, Origin.SIGNAL], case__merged_into=None, said_at=F("case__received_at"),
            said_at__lte=at, said_at__gte=at - _BACK,
        )  # fmt: skip
        rows = list(near.order_by("-said_at", "-pk").values_list("case", "case__reference", "text")[:_MOST])
        rows = [row for row in reversed(rows) if len(row[2].split()) >= _FEWEST]
        known = set(self.values_list("case_id", flat=True).filter(case_id__in=[row[0] for row in rows]))
        fresh = [
            (
                Twin(case_id=rows[pair.second][0], earlier_id=rows[pair.first][0], likeness=pair.likeness, found_at=at),
                rows[pair.first][1],
            )
            for pair in alike(text[:_READ] for _, _, text in rows)
            if rows[pair.second][0] not in known and rows[pair.first][0] != rows[pair.second][0]
        ]
        self.bulk_create([twin for twin, _ in fresh], ignore_conflicts=True)
        record_all(
            [
                entry(
                    "case.twin_found",
                    by=by,
                    at=at,
                    case_id=twin.case_id,
                    earlier=earlier,
                    percent=round(100 * twin.likeness),
                )
                for twin, earlier in fresh
            ]
        )
        return len(fresh)


class Twin(models.Model):
    """A case whose first words are those of an earlier one, or nearly: `likeness` is the share of word runs in common."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="twin")
    earlier = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="later_twins")
    likeness = models.FloatField()
    found_at = models.DateTimeField()

    objects = TwinManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(case=F("earlier")), name="twin_of_another"),
            models.CheckConstraint(condition=Q(likeness__gt=0, likeness__lte=1), name="twin_likeness_is_a_share"),
        ]

    def __str__(self) -> str:
        return f"{self.case} is like {self.earlier}"
