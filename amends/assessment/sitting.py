"""A sitting: people of three roles answer the statements over some weeks; when it ends, what the records said is kept with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.db import models, transaction
from django.db.models import Q

from amends.assessment.evidence import gather
from amends.cases.ending import Refused
from amends.journal.entry import record
from amends.mirror.items import ITEMS
from amends.mirror.scoring import Answer, Evidence, Role, Score, reflect, score
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from amends.mirror.scoring import Reflection

_TOP: Final = 4
ROLES: Final = [(role.name.lower(), role.value) for role in Role]


class SittingManager(models.Manager["Sitting"]):
    """How a sitting begins."""

    @transaction.atomic
    def begin(self, *, by: Person, at: datetime) -> Sitting:
        """People can answer from now on; the one that is open already is returned as it is."""
        check(by, "work")
        if standing := self.filter(ended_at=None).select_for_update().first():
            return standing
        row = self.create(begun_at=at, begun_by=by)
        record("mirror.begun", by=by, at=at, sitting=row.pk)
        return row

    def standing(self) -> Sitting | None:
        """The one that is open, if one is."""
        return self.filter(ended_at=None).first()

    def ended(self) -> models.QuerySet[Sitting]:
        """Those before, the latest first."""
        return self.filter(ended_at__isnull=False).prefetch_related("said").order_by("-ended_at", "-pk")


class Sitting(models.Model):
    """One look in the mirror. `shown` is what the records said at its end, item by item."""

    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    shown = models.JSONField(default=list)

    objects = SittingManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="sitting_ended_at_and_by",
            ),
            models.UniqueConstraint(models.Value(1), condition=Q(ended_at=None), name="sitting_one_open"),
        ]

    def __str__(self) -> str:
        return f"begun {self.begun_at:%Y-%m-%d}"

    @transaction.atomic
    def answer(self, role: str, levels: Mapping[int, int | None], *, by: Person, at: datetime) -> None:
        """What this person says of these statements, seen from their role: 0 to 4, or None for "don't know".

        Answered again it replaces what they said before, and their role is the last one named. Refused once the sitting ended.
        """
        check(by, "work")
        known = {item.number for item in ITEMS}
        wrong = [n for n, level in levels.items() if n not in known or (level is not None and not 0 <= level <= _TOP)]
        if wrong or role not in dict(ROLES):
            message = "Answer each statement with 0 to 4, or leave it, from one of the three roles."
            raise Refused(message)
        if not Sitting.objects.select_for_update().filter(pk=self.pk, ended_at=None).exists():
            message = "This sitting has ended."
            raise Refused(message)
        self.said.filter(person=by).exclude(role=role).update(role=role)
        for item, level in levels.items():
            self.said.update_or_create(person=by, item=item, defaults={"role": role, "level": level, "said_at": at})
        record("mirror.answered", by=by, at=at, role=dict(ROLES)[role], count=len(levels), sitting=self.pk)

    @transaction.atomic
    def end(self, *, by: Person, at: datetime) -> None:
        """Nobody answers any more, and what the records say now is kept beside what was said, for the next one to be compared with."""
        check(by, "second")
        if not self.said.exists():
            message = "Nobody has answered yet."
            raise Refused(message)
        shown = [
            {"item": e.item, "value": e.value, "n": e.n, "low": e.low, "high": e.high, "also": e.also}
            for e in gather(at=at)
        ]
        if Sitting.objects.filter(pk=self.pk, ended_at=None).update(ended_at=at, ended_by=by, shown=shown) != 1:
            message = "This sitting has ended."
            raise Refused(message)
        self.refresh_from_db()
        record("mirror.ended", by=by, at=at, sitting=self.pk, people=self.said.values("person").distinct().count())

    def answers(self) -> list[Answer]:
        """What was said, as the mirror takes it."""
        names = {name: Role(label) for name, label in ROLES}
        return [Answer(row.item, names[row.role], row.level) for row in self.said.all()]

    def evidence(self, *, at: datetime) -> list[Evidence]:
        """What the records say: as they did when it ended, or do now."""
        return [Evidence(**row) for row in self.shown] if self.ended_at else gather(at=at)

    def reflect(self, *, at: datetime) -> Sequence[Reflection]:
        """Every statement with what is said and what is shown of it."""
        return reflect(self.answers(), self.evidence(at=at))


def mirrored(held: Sitting | None, *, at: datetime) -> Sequence[Reflection]:
    """The mirror of this sitting; before there was one, what the records say alone."""
    return held.reflect(at=at) if held else reflect([], gather(at=at))


@dataclass(frozen=True, slots=True)
class Past:
    """A sitting that ended, as its line in the history has it."""

    key: int
    ended_at: datetime
    score: Score
    people: int


def history(*, at: datetime, most: int = 12) -> list[Past]:
    """The sittings that ended, the latest first, each scored by what was said and shown then. Two statements."""
    return [
        Past(row.pk, row.ended_at, score(row.reflect(at=at)), len({one.person_id for one in row.said.all()}))
        for row in Sitting.objects.ended()[:most]
        if row.ended_at
    ]


class Said(models.Model):
    """What one person says of one statement; `level` is None for "don't know"."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="said")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=12, choices=ROLES)
    item = models.SmallIntegerField()
    level = models.SmallIntegerField(null=True)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sitting", "person", "item"], name="said_once_a_statement"),
            models.CheckConstraint(condition=Q(item__gte=1, item__lte=len(ITEMS)), name="said_of_a_statement"),
            models.CheckConstraint(
                condition=Q(level=None) | Q(level__gte=0, level__lte=_TOP), name="said_on_the_scale"
            ),
            models.CheckConstraint(condition=Q(role__in=[name for name, _ in ROLES]), name="said_from_a_role"),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.level}"
