"""What is known of how long one kind of thing takes: a model, where enough was seen, and what it rests on."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Q

from amends.cases.ending import Refused
from amends.journal.entry import record
from amends.leadtimes.chain import Chain
from amends.people.queue import Queue

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from amends.journal.actors import Actor
    from amends.quoting.model import Model


Facts = dict[tuple[str, int | None], "Lesson"]


class Of(models.TextChoices):
    """What takes time. News has no lead time: it comes when it is promised, whatever is known by then."""

    DEED = "deed", "something done"
    DELIVERY = "delivery", "something delivered"
    MONEY = "money", "something paid"
    CALL = "call", "a call"


class Source(models.TextChoices):
    """Where a lesson was learnt."""

    NONE = "", "nowhere yet"
    OWN = "own", "our own promises"
    TAKEN_IN = "taken in", "a history that was taken in"


class LessonQuerySet(models.QuerySet["Lesson"]):
    """Lessons, by what they are of."""

    def facts(self) -> Facts:
        """Each lesson by its kind and queue, without its model, which is read when a date is asked for."""
        rows = self.defer("model", "chains").select_related("queue")
        return {(each.kind, each.queue_id): each for each in rows}


Lessons = models.Manager.from_queryset(LessonQuerySet)


class LessonManager(Lessons["Lesson"]):
    """How lessons begin anew."""

    @transaction.atomic
    def restart(self, kind: str, *, since: datetime, because: str, by: Actor, at: datetime) -> None:
        """What was promised before `since` teaches nothing any more about this kind, and until enough is seen no date is given.

        For a known change (a new vendor, a strike, the peak of the season). Refused without a reason, and for a time that
        is still to come.
        """
        if not because.strip():
            message = "Say what changed."
            raise Refused(message)
        if since > at:
            message = "A change that has not come yet has made nothing useless."
            raise Refused(message)
        self.get_or_create(kind=Of(kind), queue=None, defaults={"learnt_at": at, "why": "nothing was learnt yet"})
        for lesson in self.select_for_update().filter(kind=kind):
            lesson.begin_anew(since, because=because.strip(), at=at)
            lesson.save()
        record("dates.restarted", by=by, at=at, because=because.strip(), kind=Of(kind).label, since=f"{since:%d %b %Y}")


class Lesson(models.Model):
    """One kind's lesson, learnt anew by a job of the night; `model` is empty where no date may be given, and `why` says why.

    With a `queue` it is that queue's own, which goes before the whole desk's: hours differ, and so do people.
    `watched` promises have fallen due that were dated by it, and `evidence` is the monitor's e-value over them: 100 says
    that they are not kept as often as stated. `replayed` is what such dates would have been worth over the history.
    """

    kind = models.CharField(max_length=10, choices=Of.choices)
    queue = models.ForeignKey(Queue, on_delete=models.CASCADE, null=True, related_name="+")
    source = models.CharField(max_length=10, choices=Source.choices, blank=True, default=Source.NONE)
    learnt_at = models.DateTimeField()
    model = models.BinaryField(default=b"", editable=False)
    why = models.TextField(blank=True, default="")
    n = models.IntegerField(default=0)
    level = models.SmallIntegerField(default=0)
    chains = models.JSONField(
        default=dict, editable=False, help_text="what those who are asked elsewhere took, and we after them"
    )
    clock = models.CharField(max_length=10, blank=True, default="")
    group = models.CharField(max_length=80, blank=True, default="")
    opened_from = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    replayed = models.JSONField(default=dict)
    since = models.DateTimeField(null=True, help_text="what was promised before teaches nothing any more")
    since_because = models.TextField(blank=True, default="")
    watched_from = models.DateTimeField(null=True, help_text="promises made from then on are watched")
    watched = models.IntegerField(default=0)
    evidence = models.FloatField(default=1.0)
    alarmed_at = models.DateTimeField(null=True, help_text="when dates were last found to have stopped being honest")

    objects = LessonManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "queue"], nulls_distinct=False, name="lesson_once"),
            models.CheckConstraint(condition=Q(kind__in=Of.values), name="lesson_kind_known"),
            models.CheckConstraint(condition=Q(source__in=Source.values), name="lesson_source_known"),
            models.CheckConstraint(
                condition=Q(model=b"", level=0) & ~Q(why="")
                | ~Q(model=b"") & ~Q(source="") & Q(why="", level__gte=1, level__lte=3, n__gt=0),
                name="lesson_model_or_why",
            ),
            models.CheckConstraint(
                condition=Q(since=None, since_because="") | Q(since__isnull=False) & ~Q(since_because=""),
                name="lesson_since_because",
            ),
            models.CheckConstraint(condition=Q(watched__gte=0, evidence__gte=0), name="lesson_watched"),
        ]

    def __str__(self) -> str:
        return f"how long it takes until {self.get_kind_display()}"

    def begin_anew(self, since: datetime, *, because: str, at: datetime) -> None:
        """Older promises teach nothing any more, and those made from now on are watched; unsaved."""
        self.since, self.since_because, self.watched_from = since, because, at
        self.watched, self.evidence, self.alarmed_at = 0, 1.0, None
        self.forget(because=f"it is being learnt anew from {since:%d %B %Y} on: {because}", at=at)

    def forget(self, *, because: str, at: datetime) -> None:
        """No date is given by it, for this reason; unsaved."""
        self.model, self.why, self.learnt_at, self.replayed = b"", because, at, {}
        self.source, self.n, self.level, self.clock, self.group, self.chains = Source.NONE, 0, 0, "", "", {}
        self.opened_from = self.until = None

    def recall(self) -> Model | None:
        """The model as it is kept, read once for each time it was learnt; None where there is none."""
        return _recalled(self.pk, self.learnt_at)[0] if self.level else None

    def chain(self, who: str, since: datetime | None) -> Chain | None:
        """What is known of this one elsewhere, who was asked then, and of us after them; None where that is too little."""
        known = _recalled(self.pk, self.learnt_at)[1] if self.level and who else {}
        return Chain.of(known, who, since)


def lesson_for(facts: Mapping[tuple[str, int | None], Lesson], kind: str, queue_id: int | None) -> Lesson | None:
    """The queue's own lesson if it gives dates, else that of the whole desk."""
    own = facts.get((kind, queue_id))
    return own if own and own.level else facts.get((kind, None))


@lru_cache(maxsize=64)
def _recalled(pk: int, learnt_at: datetime) -> tuple[Model | None, Mapping[str, Any]]:
    # NumPy is loaded by those processes alone that have a date to give.
    from amends.quoting.model import Model  # noqa: PLC0415

    row: Any = Lesson.objects.filter(pk=pk, learnt_at=learnt_at).values_list("model", "chains").first()
    return (Model.load(BytesIO(bytes(row[0]))), row[1]) if row and row[0] else (None, {})
