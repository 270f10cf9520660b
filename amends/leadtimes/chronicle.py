"""Histories that were taken in: how long one kind of thing took elsewhere, or before this desk, as columns of numbers."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Q

from amends.cases.ending import Refused
from amends.journal.actors import person_id
from amends.journal.entry import record
from amends.leadtimes.lesson import Of
from amends.people.person import Person
from amends.people.queue import Queue

if TYPE_CHECKING:
    from datetime import datetime

    from amends.histories.history import History
    from amends.journal.actors import Actor


class ChronicleManager(models.Manager["Chronicle"]):
    """How a history is taken in."""

    @transaction.atomic
    def take_in(
        self,
        kind: str,
        history: History,
        *,
        name: str,
        by: Actor,
        at: datetime,
        group: str = "",
        queue: Queue | None = None,
    ) -> Chronicle:
        """From the next lesson on this teaches how long this kind takes, in place of what was taken in for it before.

        It is kept as it is; the desk's own promises take over once they are enough. `group` is the feature by which its
        cases are told apart; with a `queue` it teaches that queue alone. Refused, with the reason, for a history that was
        cut by closing date, and for one from the future.
        """
        # NumPy is loaded by those processes alone that have a history in hand.
        from amends.histories.cut import why_cut  # noqa: PLC0415
        from amends.histories.history import moment  # noqa: PLC0415

        if reason := why_cut(history):
            raise Refused(reason)
        until = moment(history.until)
        if until > at:
            message = f"This history goes on until {until:%d %B %Y}, which has not come yet. Look at the order of day and month."
            raise Refused(message)
        closed = int((history.closed == history.closed).sum())
        row, _ = self.update_or_create(
            kind=Of(kind),
            queue=queue,
            defaults={
                "name": name.strip() or "a file", "packed": pack(history), "n": len(history), "closed": closed, "group": group,
                "opened_from": moment(float(history.opened[0])), "until": until, "taken_in_at": at,
                "taken_in_by_id": person_id(by),
            },
        )  # fmt: skip
        record(
            "history.taken_in", by=by, at=at, name=row.name, n=row.n, open=row.n - closed, kind=Of(kind).label,
        )  # fmt: skip
        return row


class Chronicle(models.Model):
    """One history for one kind; `packed` is plain arrays in which nothing can run."""

    kind = models.CharField(max_length=10, choices=Of.choices)
    queue = models.ForeignKey(Queue, on_delete=models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=200)
    packed = models.BinaryField()
    n = models.IntegerField()
    closed = models.IntegerField()
    group = models.CharField(max_length=80, blank=True, default="")
    opened_from = models.DateTimeField()
    until = models.DateTimeField()
    taken_in_at = models.DateTimeField()
    taken_in_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ChronicleManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "queue"], nulls_distinct=False, name="chronicle_once"),
            models.CheckConstraint(condition=Q(kind__in=Of.values), name="chronicle_kind_known"),
            models.CheckConstraint(
                condition=Q(n__gt=0, closed__gte=0, closed__lte=models.F("n")), name="chronicle_counts"
            ),
            models.CheckConstraint(
                condition=Q(opened_from__lte=models.F("until"), until__lte=models.F("taken_in_at")),
                name="chronicle_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def unpack(self) -> History:
        """The history as it was taken in."""
        return unpack(bytes(self.packed))


def pack(history: History) -> bytes:
    """The history as bytes: its columns, and the names and words of its features."""
    import numpy as np  # noqa: PLC0415 -- as above

    about = {"until": history.until, "features": [{"name": f.name, "words": f.words} for f in history.features]}
    columns: dict[str, Any] = {f"feature{i}": feature.values for i, feature in enumerate(history.features)}
    kept = BytesIO()
    np.savez_compressed(
        kept, about=np.frombuffer(json.dumps(about).encode(), dtype=np.uint8), opened=history.opened,
        closed=history.closed, **columns,
    )  # fmt: skip
    return kept.getvalue()


def unpack(data: bytes) -> History:
    """The history that was packed."""
    import numpy as np  # noqa: PLC0415 -- as above

    from amends.histories.history import Feature, History  # noqa: PLC0415

    with np.load(BytesIO(data), allow_pickle=False) as kept:
        about = json.loads(kept["about"].tobytes())
        features = tuple(
            Feature(each["name"], kept[f"feature{i}"], tuple(each["words"])) for i, each in enumerate(about["features"])
        )
        return History(kept["opened"], kept["closed"], about["until"], features)
