"""The ask: a named person, what, by when; acknowledged, done or refused with a reason; and checked by whoever asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import Timing, promised, timing
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.people.presence import ensure_here
from amends.policy.words import Due as What
from amends.promises.promise import local

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


class State(models.TextChoices):
    """How far it came."""

    ASKED = "asked", "asked"
    ACKNOWLEDGED = "acknowledged", "acknowledged"
    DONE = "done", "done, to be checked"
    REFUSED = "refused", "refused"
    CHECKED = "checked", "done and checked"
    WITHDRAWN = "withdrawn", "withdrawn"


OPEN = (State.ASKED, State.ACKNOWLEDGED)


class AskManager(models.Manager["Ask"]):
    """How asks are made."""

    @transaction.atomic
    def make(
        self,
        what: str,
        *,
        by: Person,
        at: datetime,
        of: Person | None = None,
        name: str = "",
        email: str = "",
        department: str = "",
        due: datetime | None = None,
        priority: str = "",
    ) -> Ask:
        """A colleague is asked: somebody of the desk (`of`), or a named person elsewhere in the house (`name`, `email`).

        `due` is by when, else as policy says. `priority` is the case made for doing it before other work. Raises Refused
        without words, without a person, for a time that has passed; NotHere for a colleague who is away.
        """
        case: Case = self.instance  # type: ignore[attr-defined]
        check(by, "work", case)
        if not what.strip():
            message = "Write what you ask for."
            raise Refused(message)
        if of is None and not name.strip():
            message = "Name the person you ask; a department alone answers nobody."
            raise Refused(message)
        if due is not None and due <= at:
            message = "An ask falls due in the future."
            raise Refused(message)
        if of is not None:
            ensure_here(of, at=at)
        when: Timing = promised(due, since=at) if due else timing(case, What.ASK, since=at)
        deadline = Deadline.objects.fall_due(case, Due.ASK, when, at=at, assignee=of)
        row = self.create(
            what=what.strip(), of=of, name=of.name if of else name.strip(), email=of.email if of else email.strip(),
            department=department.strip(), priority=priority.strip(), asked_at=at, asked_by=by, deadline=deadline,
        )  # fmt: skip
        record("ask.made", by=by, at=at, case_id=case.pk, of=row.name, what=row.what, due=local(when.due_at))
        return row

    def outstanding(self) -> models.QuerySet[Ask]:
        """Asks nobody has answered yet."""
        return self.filter(state__in=OPEN)


class Ask(models.Model):
    """One request for one customer's case. The owner of the case holds it, whoever owns the case meanwhile."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="asks")
    what = models.TextField()
    of = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="asks")
    name = models.CharField(max_length=120)
    email = models.CharField(max_length=254, blank=True, default="")
    department = models.CharField(max_length=120, blank=True, default="")
    priority = models.TextField(blank=True, default="")
    state = models.CharField(max_length=12, choices=State.choices, default=State.ASKED)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    acknowledged_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True, default="")
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    deadline = models.OneToOneField(Deadline, on_delete=models.PROTECT, related_name="ask")
    check_due = models.OneToOneField(Deadline, on_delete=models.PROTECT, null=True, related_name="checks")

    objects = AskManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="ask_state_known"),
            models.CheckConstraint(condition=~Q(what="") & ~Q(name=""), name="ask_says_what_of_whom"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | Q(answered_at__isnull=False) & ~Q(answer=""),
                name="ask_answered_in_words",
            ),
            models.CheckConstraint(
                condition=Q(checked_at=None, checked_by=None) | Q(checked_at__isnull=False, checked_by__isnull=False),
                name="ask_checked_at_and_by",
            ),
        ]
        indexes = [
            models.Index(fields=["case"], name="ask_of_case"),
            models.Index(fields=["of"], condition=Q(state__in=OPEN), name="ask_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.what}"

    def _step(self, *origins: str, refusal: str = "This was answered before.", **to: object) -> None:
        if Ask.objects.filter(pk=self.pk, state__in=origins).update(**to) != 1:
            raise Refused(refusal)
        self.refresh_from_db()

    @transaction.atomic
    def acknowledge(self, *, by: Actor, at: datetime) -> None:
        """Whoever was asked has seen it and will see to it."""
        self._step(State.ASKED, state=State.ACKNOWLEDGED, acknowledged_at=at)
        record("ask.acknowledged", by=by, at=at, case_id=self.case_id, of=self.name, what=self.what)

    @transaction.atomic
    def finish(self, answer: str, *, by: Actor, at: datetime) -> None:
        """It was done, in these words; the owner of the case checks it, not the doer."""
        if not answer.strip():
            message = "Say what was done."
            raise Refused(message)
        due = timing(self.case, What.ASK, since=at)
        check_due = Deadline.objects.fall_due(self.case, Due.CHECK, due, at=at)
        self._step(*OPEN, state=State.DONE, answered_at=at, answer=answer.strip(), check_due=check_due)
        Deadline.objects.meet_one(self.deadline_id, at=at)
        record("ask.done", by=by, at=at, case_id=self.case_id, of=self.name, what=self.what, answer=answer.strip())

    @transaction.atomic
    def refuse(self, because: str, *, by: Actor, at: datetime) -> None:
        """They will not, for this reason; the owner of the case decides how else the customer is helped."""
        if not because.strip():
            message = "Say why not."
            raise Refused(message)
        due = timing(self.case, What.ASK, since=at)
        check_due = Deadline.objects.fall_due(self.case, Due.CHECK, due, at=at)
        self._step(*OPEN, state=State.REFUSED, answered_at=at, answer=because.strip(), check_due=check_due)
        Deadline.objects.meet_one(self.deadline_id, at=at)
        record("ask.refused", by=by, at=at, case_id=self.case_id, of=self.name, what=self.what, because=because)

    @transaction.atomic
    def verify(self, *, by: Person, at: datetime) -> None:
        """Whoever speaks for the customer has looked: it is really done, or the refusal is dealt with."""
        self._step(
            State.DONE, State.REFUSED, refusal="There is nothing to check yet, or it was checked.",
            state=State.CHECKED, checked_at=at, checked_by=by,
        )  # fmt: skip
        if self.check_due_id:
            Deadline.objects.meet_one(self.check_due_id, at=at)
        record("ask.checked", by=by, at=at, case_id=self.case_id, of=self.name, what=self.what)

    @transaction.atomic
    def withdraw(self, *, because: str, by: Actor, at: datetime) -> None:
        """It is not needed any more."""
        self._step(*OPEN, state=State.WITHDRAWN, answered_at=at, answer=because.strip() or "no longer needed")
        Deadline.objects.filter(pk=self.deadline_id, met_at=None).update(void_at=at)
        record("ask.withdrawn", by=by, at=at, case_id=self.case_id, of=self.name, what=self.what, because=because)

    @transaction.atomic
    def pass_to(self, person: Person | None, *, by: Actor, at: datetime) -> None:
        """That colleague sees to it instead; None: nobody of the desk for now, and the owner of the case is warned instead."""
        if person is not None:
            ensure_here(person, at=at)
        named = {"of": person, "name": person.name, "email": person.email} if person else {"of": None}
        self._step(*OPEN, state=State.ASKED, acknowledged_at=None, **named)
        self.deadline.assignee = person
        self.deadline.save(update_fields=["assignee"])
        record(
            "ask.passed", by=by, at=at, case_id=self.case_id, of=self.name, what=self.what,
            to=person.name if person else "nobody yet",
        )  # fmt: skip
