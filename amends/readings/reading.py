"""What triage said of one message of a customer's, and the labels that people put right."""

from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q
from procrastinate.contrib.django import app

from amends.cases.ending import Refused
from amends.journal.entry import record
from amends.leanings.leaning import leanings
from amends.people.may import check
from amends.people.person import Person
from amends.triage import read
from amends.triage.reading import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from django.db.models.expressions import Combinable

    from amends.cases.case import Case
    from amends.leanings.leaning import Leanings
    from amends.messages.message import Message

log = logging.getLogger(__name__)

#: From this confidence on a label acts; below it is a question to ask (triage's own rule).
ACTS: Final = 0.5


def read_soon(wanted: bool = True) -> None:  # noqa: FBT001, FBT002
    """Leave word for the worker: a customer's words wait to be read. Part of the verbs that receive; nothing if nothing came."""
    if wanted:
        app.configure_task("amends.read_waiting", queue="clock").defer()


class Kind(models.TextChoices):
    """What a label says something about."""

    COMPLAINT = "complaint", "whether it is a complaint"
    FAILURE = "failure", "what failed"
    EMOTION = "emotion", "how it reads"
    FLAG = "flag", "what may not wait"
    SEVERITY = "severity", "how grave it is"


#: How strongly a feeling shows, the weakest first.
INTENSITIES: Final = ("low", "medium", "high")
#: The labels there are, with the words in which people read them.
LABELS: Final[dict[str, dict[str, str]]] = {
    Kind.COMPLAINT: {"complaint": "a complaint"},
    Kind.FAILURE: {
        "F1": "what we delivered", "F2": "time", "F3": "information", "F4": "how a person behaved", "F5": "money",
        "F6": "effort they had", "F7": "how we answered before", "F8": "trust", "F9": "a special need",
        "F10": "a cause outside",
    },
    Kind.EMOTION: {
        "calm": "calm", "anger": "anger", "disappointment": "disappointment", "betrayal": "betrayal",
        "anxiety": "anxiety", "frustration": "frustration", "hurt": "hurt", "resignation": "resignation",
        "contempt": "contempt",
    },
    Kind.FLAG: {
        "exit": "may leave", "legal": "law", "safety": "safety", "vulnerable": "may need care", "public": "in public",
        "repeat": "it happened again", "discrimination": "unequal treatment", "privacy": "privacy",
        "abuse": "abuse of staff", "sarcasm": "may be meant the other way",
    },
    Kind.SEVERITY: {"minor": "minor", "moderate": "moderate", "serious": "serious", "critical": "critical"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """One label as it stands: what triage said, or what somebody said of it since. `acts`: sure enough to act on.

    `intensity` is that of a feeling: low, medium or high.
    """

    kind: str
    name: str
    words: str
    confidence: float = 1.0
    evidence: tuple[tuple[int, int], ...] = ()
    corrected: bool = False
    intensity: str = ""

    @property
    def stronger(self) -> str:
        """The next intensity up; empty at the highest and for what has none."""
        return dict(pairwise(INTENSITIES)).get(self.intensity, "")

    @property
    def weaker(self) -> str:
        """The next intensity down; empty at the lowest and for what has none."""
        return {above: below for below, above in pairwise(INTENSITIES)}.get(self.intensity, "")

    @property
    def acts(self) -> bool:
        """Whether it is more than a question to ask."""
        return self.confidence >= ACTS


def untriaged(case: str) -> Combinable:
    """Whether nobody looked yet at what was read on a case, nor asked who wrote; `case` is the path to its key."""
    rows = Reading.objects.filter(message__case=OuterRef(case))
    seen = rows.exclude(checked_at=None, shown_at=None)
    return ExpressionWrapper(Exists(rows) & ~Exists(seen), output_field=models.BooleanField())


class ReadingManager(models.Manager["Reading"]):
    """How readings come to be."""

    def keep(self, messages: Iterable[Message], *, at: datetime) -> list[Reading]:
        """A reading of each of these messages, once; part of the job that reads. Their words are read, and nothing else."""
        read = list(messages)
        self.bulk_create((_reading(message, at) for message in read), ignore_conflicts=True)
        rows = self.filter(message__in=read).select_related("message").prefetch_related("corrections")
        return list(rows.order_by("message_id"))

    def unseen(self) -> models.QuerySet[Reading]:
        """Those at which nobody has looked, and of which nobody asked who wrote it."""
        return self.filter(checked_at=None, shown_at=None)

    def of(self, case: Case) -> list[Reading]:
        """What was read on this case, the newest words last, with its corrections: two statements."""
        rows = self.filter(message__case=case).prefetch_related("corrections")
        return list(rows.order_by("message__said_at", "message_id"))


class Reading(models.Model):
    """What triage said of one message. `labels` is its answer as plain data; it is never changed, corrections stand beside it."""

    message = models.OneToOneField("amends.Message", on_delete=models.PROTECT, related_name="reading")
    language = models.CharField(max_length=20)
    labels = models.JSONField()
    read_at = models.DateTimeField()
    checked_at = models.DateTimeField(
        null=True, help_text="when a person said that the labels are right, or put them right"
    )
    checked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    shown_at = models.DateTimeField(null=True, help_text="when somebody asked who wrote it before anybody looked at it")
    shown_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadingManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_at=None, checked_by=None) | Q(checked_at__isnull=False, checked_by__isnull=False),
                name="reading_checked_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(shown_at=None, shown_by=None) | Q(shown_at__isnull=False, shown_by__isnull=False),
                name="reading_shown_at_and_by",
            ),
        ]
        indexes = [models.Index(fields=["read_at", "id"], condition=Q(checked_at=None), name="reading_unchecked")]

    def __str__(self) -> str:
        return ", ".join(label.words for label in self.standing()) or "nothing was read"

    def standing(self) -> list[Label]:
        """The labels as they stand, with what people put right of them."""
        return standing(self.labels, self._corrected(), self._felt())

    def _felt(self) -> dict[str, str]:
        return {
            row.label: row.intensity for row in sorted(self.corrections.all(), key=lambda row: row.pk) if row.intensity
        }

    def _corrected(self) -> dict[tuple[str, str], bool]:
        rows = sorted(self.corrections.all(), key=lambda row: row.pk)
        return {(row.kind, row.label): row.holds for row in rows}

    def flags(self) -> set[str]:
        """The flags that act."""
        return {label.name for label in self.standing() if label.kind == Kind.FLAG and label.acts}

    @transaction.atomic
    def correct(
        self, kind: str, label: str, *, holds: bool, by: Person, at: datetime, intensity: str = "", because: str = ""
    ) -> None:
        """Somebody says that this label holds, or that it does not; triage's own answer stays beside it, to learn from.

        A severity that holds takes the place of the other. `intensity` is how strongly a feeling shows; it is lowered only with
        a note (`because`), so that nobody is belittled in passing. Raises Refused for a label that there is not.
        """
        case = self.message.case
        check(by, "work", case)
        if label not in LABELS.get(kind, {}):
            message = f"There is no label {label!r}."
            raise Refused(message)
        because = because.strip()
        self._ensure_noted(kind, label, intensity, because)
        self.corrections.create(
            kind=kind, label=label, holds=holds, intensity=intensity, because=because, corrected_at=at, corrected_by=by
        )
        if kind == Kind.SEVERITY and holds:
            for other in LABELS[kind]:
                if other != label and self._corrected().get((kind, other)):
                    self.corrections.create(kind=kind, label=other, holds=False, corrected_at=at, corrected_by=by)
        self._checked(by, at)
        words = LABELS[kind][label]
        said = f"reads as {intensity}" if intensity else "holds" if holds else "does not hold"
        record("reading.corrected", by=by, at=at, case_id=case.pk, because=because, label=words, holds=said)

    def _ensure_noted(self, kind: str, label: str, intensity: str, because: str) -> None:
        if not intensity:
            return
        if kind != Kind.EMOTION or intensity not in INTENSITIES:
            message = "A feeling reads as low, medium or high."
            raise Refused(message)
        now = next((one.intensity for one in self.standing() if (one.kind, one.name) == (kind, label)), "")
        if now and INTENSITIES.index(intensity) < INTENSITIES.index(now) and not because:
            message = "Say what in their words makes it weaker than it was read."
            raise Refused(message)

    @transaction.atomic
    def confirm(self, *, by: Person, at: datetime) -> None:
        """Somebody read the words and finds the labels right."""
        check(by, "work", self.message.case)
        if Reading.objects.filter(pk=self.pk, checked_at=None).update(checked_at=at, checked_by=by):
            record("reading.confirmed", by=by, at=at, case_id=self.message.case_id)

    @transaction.atomic
    def show(self, *, by: Person, at: datetime) -> None:
        """Somebody wants to know who wrote it before anybody looked at the reading; from now on the desk shows it."""
        check(by, "work", self.message.case)
        if Reading.objects.unseen().filter(pk=self.pk).update(shown_at=at, shown_by=by):
            record("reading.shown", by=by, at=at, case_id=self.message.case_id)

    def _checked(self, by: Person, at: datetime) -> None:
        Reading.objects.filter(pk=self.pk, checked_at=None).update(checked_at=at, checked_by=by)


class Correction(models.Model):
    """Somebody said that a label of a reading holds, or does not. A row to learn from."""

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="corrections")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    label = models.CharField(max_length=20)
    holds = models.BooleanField()
    intensity = models.CharField(max_length=6, blank=True, default="", help_text="how strongly the feeling shows")
    because = models.TextField(blank=True, default="")
    corrected_at = models.DateTimeField()
    corrected_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="correction_kind_known"),
            models.CheckConstraint(condition=~Q(label=""), name="correction_of_a_label"),
            models.CheckConstraint(
                condition=Q(intensity="") | Q(intensity__in=INTENSITIES, kind=Kind.EMOTION, holds=True),
                name="correction_intensity_of_a_feeling",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} {'holds' if self.holds else 'does not hold'}"


def standing(
    labels: Mapping[str, Any], corrected: Mapping[tuple[str, str], bool], felt: Mapping[str, str] | None = None
) -> list[Label]:
    """Triage's own labels, less those that somebody took away, and those that somebody added; one severity at most.

    `felt` is how strongly a feeling shows, where somebody said so.
    """
    found = [
        replace(label, confidence=1.0, corrected=True) if corrected.get((label.kind, label.name)) else label
        for label in said(labels)
        if corrected.get((label.kind, label.name), True)
    ]
    had = {(label.kind, label.name) for label in found}
    added = [
        Label(kind, name, LABELS[kind][name], corrected=True, intensity="medium" if kind == Kind.EMOTION else "")
        for (kind, name), holds in corrected.items()
        if holds and (kind, name) not in had
    ]
    if any(label.kind == Kind.SEVERITY for label in added):  # the other one stood until then
        found = [label for label in found if label.kind != Kind.SEVERITY]
    told = felt or {}
    return [
        replace(label, intensity=told[label.name]) if label.kind == Kind.EMOTION and label.name in told else label
        for label in (*found, *added)
    ]


def taken_away(labels: Mapping[str, Any], corrected: Mapping[tuple[str, str], bool]) -> list[Label]:
    """What triage said and somebody took away, so that it can be put back; of a severity another took the place."""
    return [
        label for label in said(labels)
        if label.kind != Kind.SEVERITY and not corrected.get((label.kind, label.name), True)
    ]  # fmt: skip


def said(labels: Mapping[str, Any]) -> list[Label]:
    """Triage's answer, as it goes out as plain data, in labels."""
    found: dict[str, list[Label]] = defaultdict(list)
    if labels.get("complaint"):
        found[Kind.COMPLAINT].append(Label(Kind.COMPLAINT, "complaint", LABELS[Kind.COMPLAINT]["complaint"]))
    for kind, key, name in (
        (Kind.FAILURE, "failures", "code"),
        (Kind.EMOTION, "reads_as", "emotion"),
        (Kind.FLAG, "flags", "flag"),
    ):
        for one in labels.get(key, ()):
            spans = tuple((start, end) for start, end in one["evidence"])
            words = LABELS[kind].get(one[name], one[name])
            felt = one.get("intensity", "") if kind == Kind.EMOTION else ""
            found[kind].append(Label(kind, one[name], words, one["confidence"], spans, intensity=felt))
    level = (labels.get("severity") or {}).get("level")
    if labels.get("complaint") and level:
        found[Kind.SEVERITY].append(Label(Kind.SEVERITY, level, LABELS[Kind.SEVERITY][level]))
    return [label for kind in Kind.values for label in found[kind]]


def _reading(message: Message, at: datetime) -> Reading:
    answer = read(
        message.text[:LONGEST],
        subject=message.subject[:500],
        channel=message.channel,
        leanings=_house_leanings(settings.AMENDS_LEANINGS),
    )
    return Reading(message=message, language=answer.language[:20], labels=answer.as_json(), read_at=at)


@cache
def _house_leanings(file: str) -> Leanings | None:
    """What the house taught, by the file that `amends triage train` wrote. One that cannot be used must not keep words unread."""
    try:
        return leanings(Path(file).read_text(encoding="utf-8")) if file else None
    except (OSError, ValueError):
        log.exception("AMENDS_LEANINGS cannot be used; messages are read with what is shipped")
        return None
