"""The ask: a named person, what, by when; acknowledged, done or refused with a reason; and checked by whoever asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Q
from procrastinate.contrib.django import app

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
    from collections.abc import Iterable
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
            notify_at=at if of is None and email.strip() else None,
        )  # fmt: skip
        record("ask.made", by=by, at=at, case_id=case.pk, of=row.name, what=row.what, due=local(when.due_at))
        if row.notify_at:
            app.configure_task("amends.mail_asks", queue="mail").defer()
        return row

    def outstanding(self) -> models.QuerySet[Ask]:
        """Asks nobody has answered yet."""
        return self.filter(state__in=OPEN)

    @transaction.atomic
    def claim(self, *, at: datetime, most: int = 50) -> list[Ask]:
        """Asks of colleagues elsewhere that may be mailed now, marked as mailed before they are: none is mailed twice.

        Whoever dies between this and the sending leaves an ask that its deadline still watches; a server that is away gives
        it back (`give_back`). Two at once take different ones.
        """
        due = (
            self.outstanding()
            .filter(mailed_at=None, notify_at__lte=at)
            .select_for_update(skip_locked=True, of=("self",))
        )
        rows = list(due.select_related("asked_by", "deadline", "case").order_by("notify_at", "pk")[:most])
        self.filter(pk__in=[row.pk for row in rows]).update(mailed_at=at)
        return rows

    def give_back(self, asks: Iterable[Ask], *, until: datetime) -> None:
        """The server would not take these mails; they are tried again then."""
        self.filter(pk__in=[ask.pk for ask in asks]).update(mailed_at=None, notify_at=until)


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
    notify_at = models.DateTimeField(null=True, help_text="when they may be mailed; empty for a colleague of the desk")
    mailed_at = models.DateTimeField(null=True)
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
            models.CheckConstraint(
                condition=Q(mailed_at=None) | Q(notify_at__isnull=False) & ~Q(email=""), name="ask_mailed_where_it_may"
            ),
        ]
        indexes = [
            models.Index(fields=["case"], name="ask_of_case"),
            models.Index(fields=["of"], condition=Q(state__in=OPEN), name="ask_of_person"),
            models.Index(
                fields=["notify_at"], condition=Q(mailed_at=None, notify_at__isnull=False), name="ask_to_mail"
            ),
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
        check_due = self._owe_check(at)
        self._step(*OPEN, state=State.DONE, answered_at=at, answer=answer.strip(), check_due=check_due)
        Deadline.objects.meet_one(self.deadline_id, at=at)
        record("ask.done", by=by, at=at, case_id=self.case_id, of=self.name, what=self.what, answer=answer.strip())

    @transaction.atomic
    def refuse(self, because: str, *, by: Actor, at: datetime) -> None:
        """They will not, for this reason; the owner of the case decides how else the customer is helped."""
        if not because.strip():
            message = "Say why not."
            raise Refused(message)
        check_due = self._owe_check(at)
        self._step(*OPEN, state=State.REFUSED, answered_at=at, answer=because.strip(), check_due=check_due)
        Deadline.objects.meet_one(self.deadline_id, at=at)
        record("ask.refused", by=by, at=at, case_id=self.case_id, of=self.name, what=self.what, because=because)

    def _owe_check(self, at: datetime) -> Deadline | None:
        """The owner looks at the answer by then; on a case that has ended nothing falls due any more."""
        if not self.case.is_open:
            return None
        return Deadline.objects.fall_due(self.case, Due.CHECK, timing(self.case, What.ASK, since=at), at=at)

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
        to: dict[str, Any] = {"of": person, "state": State.ASKED, "acknowledged_at": None}
        if person is not None:
            to |= {"name": person.name, "email": person.email}
        if self.mailed_at is None:  # whoever is of the desk sees it there, and is not mailed
            to["notify_at"] = None
        self._step(*OPEN, **to)
        self.deadline.assignee = person
        self.deadline.save(update_fields=["assignee"])
        record(
            "ask.passed", by=by, at=at, case_id=self.case_id, of=self.name, what=self.what,
            to=person.name if person else "nobody yet",
        )  # fmt: skip
