"""Internal notes and drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.journal.entry import record
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime


class NoteManager(models.Manager["Note"]):
    """How notes are written."""

    @transaction.atomic
    def write(self, words: str, *, by: Person, at: datetime) -> Note:
        """A word among colleagues on this case. There is no way from here to the customer."""
        case: Case = self.instance  # type: ignore[attr-defined]
        if not words.strip():
            message = "The note is empty."
            raise Refused(message)
        note = self.create(words=words.strip(), written_at=at, written_by=by)
        record("note.written", by=by, at=at, case_id=case.pk, note=note.pk)
        return note


class Note(models.Model):
    """A word among colleagues."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes")
    words = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    found_by = models.GeneratedField(
        expression=SearchVector("words", config="simple"), output_field=SearchVectorField(), db_persist=True
    )

    objects = NoteManager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="note_has_words")]
        indexes = [GinIndex(fields=["found_by"], name="note_found_by")]

    def __str__(self) -> str:
        return self.words


class DraftManager(models.Manager["Draft"]):
    """How drafts are kept."""

    def keep(self, person: Person, words: str, *, at: datetime, fields: dict[str, str] | None = None) -> Draft | None:
        """What the person typed so far on this case, in place of what they typed before; nothing typed, nothing kept."""
        case: Case = self.instance  # type: ignore[attr-defined]
        if not words.strip() and not any((fields or {}).values()):
            self.filter(person=person).delete()
            return None
        saved = {"words": words, "fields": fields or {}, "saved_at": at}
        return Draft.objects.update_or_create(case=case, person=person, defaults=saved)[0]


class Draft(models.Model):
    """A reply not yet written to its end; its writer's own."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="drafts")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    words = models.TextField(blank=True)
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField()

    objects = DraftManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="draft_one_each")]

    def __str__(self) -> str:
        return self.words
