"""What was found in a customer's words becomes a concern, a fact, the wish or a watched day of the case, by one press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db import models, transaction
from django.db.models import OuterRef, Q, Subquery

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.coach.times import due_in
from amends.concerns.concern import Concern
from amends.concerns.fact import Fact, Status
from amends.concerns.round import WISHES
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import promised
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.policy.house import HOUSE
from amends.readings.finding import DEADLINE, WISH, Found, found_in
from amends.readings.reading import Reading

if TYPE_CHECKING:
    from datetime import datetime

_GONE: Final = "Nothing of that kind was found in these words."


class TakenManager(models.Manager["Taken"]):
    """How something found is taken onto the case; reached through the reading."""

    @transaction.atomic
    def take(self, place: str, *, by: Person, at: datetime) -> Taken:
        """What was found there is on the case, in their words, with the message as its source. A second time changes nothing.

        A concern becomes a concern, a named thing a fact that they told us, what they ask their wish, and a day by which they
        need it a fact that is watched. What was on the case already is only marked as found here. Refused where nothing was
        found at that place, and on a case that has ended.
        """
        case = self._case(by)
        one = next((one for one in found_in(self._reading.labels) if one.place == place), None)
        if one is None:
            raise Refused(_GONE)
        return self._take(one, case, by, at)

    @transaction.atomic
    def take_all(self, *, by: Person, at: datetime) -> list[Taken]:
        """All that they said themselves is on the case. What only may stand behind their words is not: ask first, then take it."""
        case = self._case(by)
        return [self._take(one, case, by, at) for one in found_in(self._reading.labels) if one.plain]

    @property
    def _reading(self) -> Reading:
        return self.instance  # type: ignore[attr-defined,no-any-return]

    def _case(self, by: Person) -> Case:
        case = Case.objects.hold(self._reading.message.case_id)
        check(by, "work", case)
        if not case.is_open:
            message = "The case has ended. Open it again, then take what they say onto it."
            raise Refused(message)
        return case

    def _take(self, one: Found, case: Case, by: Person, at: datetime) -> Taken:
        if known := self.filter(place=one.place).first():
            return known
        row = Taken(reading=self._reading, place=one.place, taken_at=at, taken_by=by)
        message = self._reading.message
        if one.is_concern:
            row.made = not case.concerns.standing().filter(words__iexact=one.text).exists()
            row.concern = case.concerns.note(one.text, kind=one.kind, by=by, at=at)
        elif one.kind == WISH:
            row.wish, row.made = True, _wish(case, one.text, message.channel, by, at)
        else:
            row.fact, row.made = _fact(case, one, by, at)
            row.deadline = _watch(case, one, message.said_at, at)
        row.save()
        record(
            "reading.taken", by=by, at=at, case_id=case.pk, words=one.text, what=one.label, message=message.pk,
            taken=row.pk,
        )  # fmt: skip
        return row


class Taken(models.Model):
    """One thing found in a message and taken onto its case. `made`: the taking put it there, and undoing it takes it away.

    `wish`: it was added to their wish.
    """

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="taken")
    place = models.CharField(max_length=20)
    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, null=True, related_name="found_in")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, null=True, related_name="found_in")
    deadline = models.OneToOneField(Deadline, on_delete=models.PROTECT, null=True, related_name="found_in")
    wish = models.BooleanField(default=False)
    made = models.BooleanField(default=True)
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = TakenManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reading", "place"], name="taken_once"),
            models.CheckConstraint(
                condition=Q(concern__isnull=False, fact=None, deadline=None, wish=False)
                | Q(concern=None, fact__isnull=False, wish=False)
                | Q(concern=None, fact=None, deadline=None, wish=True),
                name="taken_as_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return self.place

    @transaction.atomic
    def undo(self, *, by: Person, at: datetime) -> None:
        """It was taken by mistake: what the taking put on the case is off it again, and may be taken anew.

        Until the customer has confirmed what we understood, and while nothing rests on it. Raises Refused after that.
        """
        case = Case.objects.hold(self.reading.message.case_id)
        check(by, "work", case)
        held = case.rounds.filter(number=case.round).first()
        if held and held.confirmed_at and held.confirmed_at >= self.taken_at:
            message = "They have confirmed it since. Waive the concern with a reason, or write down what is so."
            raise Refused(message)
        if self.wish and self.made:
            case.rounds.current().take_back_wish(self.words, at=self.taken_at)
        if Taken.objects.filter(pk=self.pk).delete()[0] != 1:
            return
        if self.deadline_id:
            Deadline.objects.filter(pk=self.deadline_id, met_at=None).update(void_at=at)
        if self.made:
            self._remove()
        record("reading.taken_back", by=by, at=at, case_id=case.pk, words=self.words)

    def _remove(self) -> None:
        others = Taken.objects.filter(Q(concern=self.concern_id or 0) | Q(fact=self.fact_id or 0))
        if others.exists():  # found elsewhere too: it stays for that
            others.filter(pk=others.order_by("pk").values("pk")[:1]).update(made=True)
        elif self.concern:
            if self.concern.act_id or self.concern.waived_at or self.concern.answer:
                message = "Something rests on this concern already. Waive it with a reason."
                raise Refused(message)
            self.concern.delete()
        elif self.fact:
            if self.fact.verified_at:
                message = "Somebody verified it. It stays on record."
                raise Refused(message)
            self.fact.delete()

    @transaction.atomic
    def in_time(self, *, by: Person, at: datetime) -> None:
        """They have by that day what they needed: the day is watched no longer."""
        check(by, "work", self.reading.message.case)
        if self.deadline_id is None or not Deadline.objects.outstanding().filter(pk=self.deadline_id).exists():
            message = "No day is watched here."
            raise Refused(message)
        Deadline.objects.meet_one(self.deadline_id, at=at)
        record("reading.in_time", by=by, at=at, case_id=self.reading.message.case_id, words=self.words)

    @property
    def words(self) -> str:
        """What was found, in their words."""
        return next((one.text for one in found_in(self.reading.labels) if one.place == self.place), "")


def said_in(what: str) -> Subquery:
    """The key of the message in which a concern or a fact (`what`) was found, riding on its row; None where it was typed."""
    rows = Taken.objects.filter(**{what: OuterRef("pk")}).order_by("pk")
    return Subquery(rows.values("reading__message")[:1])


def _fact(case: Case, one: Found, by: Person, at: datetime) -> tuple[Fact, bool]:
    words = f"They need it by: {one.text}" if one.kind == DEADLINE else one.text
    if same := case.facts.filter(words__iexact=words, about=one.about).order_by("pk").first():
        return same, False
    return case.facts.note(words, about=one.about, status=Status.TOLD, by=by, at=at), True


def _watch(case: Case, one: Found, said_at: datetime, at: datetime) -> Deadline | None:
    """The day is watched where it can be read and is still to come."""
    due = due_in(one.text, said_at=said_at, zone=HOUSE.time_zone) if one.kind == DEADLINE else None
    if due is None or due <= at:
        return None
    return Deadline.objects.fall_due(case, Due.TASK, promised(due, since=at), at=at)


def _wish(case: Case, words: str, channel: str, by: Person, at: datetime) -> bool:
    """Whether these words were added to the wish; False where it said so already."""
    held = case.rounds.current()
    if words.lower() in held.wish.lower():
        return False
    if held.agreed_at:
        text = "Something was agreed already. Write a new wish down where the wish stands."
        raise Refused(text)
    held.tell_wish(WISHES.join(filter(None, (held.wish, words))), channel, by=by, at=at)
    return True
