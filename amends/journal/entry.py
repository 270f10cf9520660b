"""One entry, and the head of each chain. The database computes the hashes and refuses to change or remove an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from amends.journal.deeds import DEEDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from amends.journal.actors import Actor


class Entry(models.Model):
    """A deed. `chain` is the case's key, or 0 for what happened to no case; `seq` counts from 1 within the chain."""

    chain = models.BigIntegerField(default=0)
    seq = models.IntegerField(default=0, editable=False)
    at = models.DateTimeField(help_text="when it happened, as told by the edge")
    recorded_at = models.DateTimeField(db_default=models.functions.Now(), editable=False)
    deed = models.CharField(max_length=40)
    actor_kind = models.CharField(max_length=10)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.TextField()
    because = models.TextField(default="", blank=True)
    data = models.JSONField(default=dict)
    hash = models.BinaryField(max_length=32, default=b"", editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chain", "seq"], name="entry_seq_unique"),
            models.CheckConstraint(
                condition=models.Q(actor_kind__in=["person", "customer", "desk"]), name="entry_actor_kind_known"
            ),
        ]
        indexes = [models.Index(fields=["deed", "at"], name="entry_deed_at")]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """What happened, in words; a deed of a newer release than this one is named rather than hidden."""
        deed = DEEDS.get(self.deed)
        words = _Blanks(self.data, who=self.actor_name, because=self.because)
        return deed.sentence.format_map(words) if deed else self.deed

    @property
    def icon(self) -> str:
        """The name of the icon that stands beside the sentence."""
        deed = DEEDS.get(self.deed)
        return deed.icon if deed else "dot"


class _Blanks(dict[str, Any]):
    """A sentence with a missing word still reads: the word is a dash."""

    def __init__(self, data: dict[str, Any], **more: str) -> None:
        super().__init__(data, **more)

    def __missing__(self, key: str) -> str:
        return "…"


class Head(models.Model):
    """The last link of each chain: with it a removed last entry shows. Written by the trigger alone."""

    chain = models.BigIntegerField(primary_key=True)
    length = models.IntegerField()
    hash = models.BinaryField(max_length=32)


def entry(
    deed: str, *, by: Actor, at: datetime, case_id: int | None = None, because: str = "", **data: object
) -> Entry:
    """An unsaved entry, for verbs that write many at once with `record_all`. An unknown deed is a KeyError."""
    return Entry(
        chain=case_id or 0,
        at=at,
        deed=DEEDS[deed].name,
        actor_kind=by.actor_kind,
        actor_id=by.pk,
        actor_name=by.spoken_name,
        because=because,
        data=data,
    )


def record(
    deed: str, *, by: Actor, at: datetime, case_id: int | None = None, because: str = "", **data: object
) -> None:
    """Write one entry in the caller's transaction."""
    entry(deed, by=by, at=at, case_id=case_id, because=because, **data).save(force_insert=True)


def record_all(entries: Iterable[Entry]) -> None:
    """Write many entries with one statement, in the order given."""
    Entry.objects.bulk_create(entries)


def hold(chains: Collection[int]) -> set[int]:
    """Those of these chains on which nobody writes at this moment; nobody will until the caller's transaction ends.

    For whoever writes on many cases at once: it waits for none of them, so that no two can wait for each other.
    """
    wanted = set(chains)
    free = Head.objects.filter(chain__in=wanted).order_by("chain").select_for_update(skip_locked=True)
    left = wanted - set(free.values_list("chain", flat=True))
    busy = set(Head.objects.filter(chain__in=left).values_list("chain", flat=True)) if left else set()
    return wanted - busy
