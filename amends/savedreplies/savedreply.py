"""Words kept for replies, read by the coach when they are saved, and filled in from what is on record of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Q

from amends.advice.advice import HeldBack
from amends.blanks.blank import OF_A_CASE, blanks, fill
from amends.cases.ending import Refused
from amends.coach import Unreadable, review
from amends.concerns.fact import Status
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case
    from amends.coach import Review

#: What a saved reply can be for, as the coach names it.
STAGES: Final = {
    "first_reply": "a first reply", "update": "an update", "offer": "an offer", "refusal": "a no, with what we can do",
    "handoff": "somebody else takes over", "follow_up": "a follow-up",
}  # fmt: skip


def coached(words: str, stage: str) -> Review:
    """What the coach says of the words, filled in as for one customer; nothing is written. Refused where they are too long."""
    try:
        return review(sample(words), {"stage": stage, "channel": "email", "sender": {"name": OF_A_CASE["me"]}})
    except Unreadable as refusal:
        raise Refused(str(refusal)) from refusal


def sample(words: str) -> str:
    """The words as one customer would read them."""
    return fill(words, OF_A_CASE)


def filled(words: str, case: Case, *, by: Person) -> tuple[str, list[str]]:
    """The words with what is on record of this case, and the blanks for which nothing is: those stay, for their writer to fill.

    What is only assumed fills nothing. At most two statements.
    """
    facts = case.facts.exclude(status=Status.ASSUMED).order_by("pk").values_list("about", "words")
    rows = [{about: said} for about, said in facts]
    held = case.rounds.filter(number=case.round).first()
    values = {
        "name": case.customer.name, "reference": case.reference, "me": by.name, "wish": held.wish if held else "",
    }  # fmt: skip
    text = fill(words, {name: value for name, value in values.items() if value}, rows)
    return text, [name for name in blanks(text) if name in OF_A_CASE]


class SavedReplyManager(models.Manager["SavedReply"]):
    """How saved replies are written."""

    def standing(self) -> models.QuerySet[SavedReply]:
        """Those that may be used."""
        return self.filter(retired_at=None).order_by("title", "pk")

    @transaction.atomic
    def write(self, title: str, words: str, *, stage: str, by: Person, at: datetime, sure: str = "") -> SavedReply:
        """The words may be used in replies from now on; what the coach holds back is saved only with a reason (`sure`).

        Raises Refused for what is empty, has a blank that no case fills, or a title that is taken; HeldBack without a reason.
        """
        check(by, "work")
        row = self.create(**_fit(title, words, stage, sure, by), written_at=at, written_by=by)
        record("saved_reply.written", by=by, at=at, title=row.title, saved_reply=row.pk)
        row.note_override(by=by, at=at)
        return row


class SavedReply(models.Model):
    """Words for many. `held` are the checks that would hold them back, and `because` why they were saved all the same."""

    title = models.CharField(max_length=120)
    words = models.TextField()
    stage = models.CharField(max_length=20)
    held = ArrayField(models.CharField(max_length=4), default=list)
    because = models.TextField(blank=True, default="")
    overridden_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    retired_at = models.DateTimeField(null=True)
    retired_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = SavedReplyManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(words=""), name="saved_reply_has_words"),
            models.CheckConstraint(condition=Q(stage__in=list(STAGES)), name="saved_reply_stage_known"),
            models.CheckConstraint(
                condition=Q(held=[], because="", overridden_by=None)
                | ~Q(held=[]) & ~Q(because="") & Q(overridden_by__isnull=False),
                name="saved_reply_overridden_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(retired_at=None, retired_by=None) | Q(retired_at__isnull=False, retired_by__isnull=False),
                name="saved_reply_retired_pair",
            ),
            models.UniqueConstraint(fields=["title"], condition=Q(retired_at=None), name="saved_reply_title_once"),
        ]

    def __str__(self) -> str:
        return self.title

    @transaction.atomic
    def change(self, title: str, words: str, *, stage: str, by: Person, at: datetime, sure: str = "") -> None:
        """It has this title and these words from now on, coached anew. Raises what writing one raises."""
        check(by, "work")
        for name, value in _fit(title, words, stage, sure, by, but=self.pk).items():
            setattr(self, name, value)
        self.save()
        record("saved_reply.changed", by=by, at=at, title=self.title, saved_reply=self.pk)
        self.note_override(by=by, at=at)

    @transaction.atomic
    def retire(self, *, by: Person, at: datetime) -> None:
        """It is offered no more; what was sent with it stays as it is. Twice is once."""
        check(by, "work")
        if SavedReply.objects.filter(pk=self.pk, retired_at=None).update(retired_at=at, retired_by=by):
            record("saved_reply.retired", by=by, at=at, title=self.title, saved_reply=self.pk)

    def note_override(self, *, by: Person, at: datetime) -> None:
        """That it was saved against the coach is on record, with the reason. Part of the verbs that save."""
        if self.held:
            record(
                "saved_reply.overridden", by=by, at=at, because=self.because, title=self.title, checks=", ".join(self.held)
            )  # fmt: skip


def _fit(title: str, words: str, stage: str, sure: str, by: Person, *, but: int | None = None) -> dict[str, Any]:
    """The columns of a reply that may be saved."""
    title, words = title.strip()[:120], words.strip()
    if not title or not words or stage not in STAGES:
        message = "A saved reply has a title, words, and what it is for."
        raise Refused(message)
    if unknown := [name for name in blanks(words) if name not in OF_A_CASE]:
        message = f"No case says what {{{unknown[0]}}} is. The blanks are: {', '.join(OF_A_CASE)}."
        raise Refused(message)
    if SavedReply.objects.standing().filter(title=title).exclude(pk=but or 0).exists():
        message = f"There is a saved reply “{title}” already."
        raise Refused(message)
    found = coached(words, stage)
    if found.blocks and not sure.strip():
        raise HeldBack(found)
    held = sorted({one.check for one in found.findings if one.level == "block"})
    return {
        "title": title, "words": words, "stage": stage, "held": held, "because": sure.strip() if held else "",
        "overridden_by": by if held else None,
    }  # fmt: skip
