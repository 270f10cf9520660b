"""A wave: one notice on its way to everybody who should get it now, with a button that stops it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django.db import connection, models, transaction
from django.db.models import Q
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.stages import Stage
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.journal.entry import record
from amends.messages.delivery import Delivery, State
from amends.messages.message import Message
from amends.notices.notice import Kind, Notice, Recipient
from amends.people.may import check
from amends.people.person import Person
from amends.problems.decision import ensure_telling
from amends.promises.promise import Promise

if TYPE_CHECKING:
    from datetime import datetime

_WORKS = """EXISTS (SELECT FROM amends_address d WHERE d.customer_id = c.customer_id AND d.kind = 'email'
  AND d.retired_at IS NULL AND d.failed_at IS NULL)"""
#: Whom each kind of notice is for. Who told us themselves, or was called, is not told again; who waits for a call is called.
_FOR = {
    Kind.TELL: "c.origin = 'disclosure' AND c.stage = 'new' AND c.human_spoke_at IS NULL AND a.linked_at IS NULL",
    Kind.UPDATE: "c.stage NOT IN ('new', 'resolved', 'closed')",
    Kind.FOLLOW_UP: """c.stage = 'resolved' AND EXISTS (SELECT FROM amends_followup f WHERE f.case_id = c.id AND f.kind = 'mail'
      AND f.done_at IS NULL AND f.waived_at IS NULL AND f.void_at IS NULL)""",
}
_RECIPIENTS = """INSERT INTO amends_recipient (notice_id, wave_id, affected_id, passed_over, held)
SELECT %(notice)s, %(wave)s, a.id, '', '{{}}' FROM amends_affected a JOIN amends_case c ON c.id = a.case_id
WHERE a.problem_id = %(problem)s AND a.unreachable_at IS NULL AND {works} AND {kind}
  AND NOT EXISTS (SELECT FROM amends_tocall t WHERE t.affected_id = a.id AND t.over_at IS NULL)
  AND NOT EXISTS (SELECT FROM amends_recipient r WHERE r.notice_id = %(notice)s AND r.affected_id = a.id)
ORDER BY a.id"""


class WaveManager(models.Manager["Wave"]):
    """How a wave begins."""

    @transaction.atomic
    def send(self, *, by: Person, at: datetime) -> Wave:
        """The notice goes to everybody who should have it and has not, from now on, some at a time.

        Pressed twice, or by two at once, there is one wave. Raises Refused before the approval, while a wave goes, where
        nobody is left to write to, and in safety mode for what does not warn.
        """
        check(by, "work")
        notice: Notice = self.instance  # type: ignore[attr-defined]
        held = Notice.objects.select_for_update(of=("self",)).select_related("problem").get(pk=notice.pk)
        ensure_telling(held.problem)
        if held.approved_at is None:
            message = "Somebody else reads it before anybody gets it."
            raise Refused(message)
        if held.problem.safety_at is not None and not held.safety:
            message = "Somebody may come to harm: only a notice that warns of it goes out now."
            raise Refused(message)
        if self.filter(over_at=None).exists():
            message = "It is on its way already."
            raise Refused(message)
        wave = self.create(begun_at=at, begun_by=by)
        with connection.cursor() as cursor:
            cursor.execute(
                _RECIPIENTS.format(works=_WORKS, kind=_FOR[Kind(held.kind)]),
                {"notice": held.pk, "wave": wave.pk, "problem": held.problem_id},
            )
            count = cursor.rowcount
        if not count:
            message = "Nobody is left to write to: everybody has it, is being called, or has no address that works."
            raise Refused(message)
        Wave.objects.filter(pk=wave.pk).update(people=count)
        wave.people = count
        record("wave.begun", by=by, at=at, case_id=held.problem.chain, subject=held.subject, people=count, wave=wave.pk)
        write_soon(wave.pk)
        return wave

    def going(self) -> models.QuerySet[Wave]:
        """Waves on their way."""
        return self.filter(over_at=None, stopped_at=None)


class Wave(models.Model):
    """One sending of one notice. It is over when everybody was written to, or when somebody stopped it."""

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="waves")
    people = models.IntegerField(default=0)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    stopped_at = models.DateTimeField(null=True)
    stopped_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    over_at = models.DateTimeField(null=True)

    objects = WaveManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notice"], condition=Q(over_at=None), name="wave_one_going"),
            models.CheckConstraint(
                condition=Q(stopped_at=None, stopped_by=None) | Q(stopped_at__isnull=False, stopped_by__isnull=False),
                name="wave_stopped_at_and_by",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice}, {self.begun_at:%d %b %H:%M}"

    @transaction.atomic
    def stop(self, *, by: Person, at: datetime) -> int:
        """Nothing more of it goes out, but for the one mail a sender may have in hand; returns how many were held back.

        What was written and held back counts as not said. Another wave goes to those who did not get it.
        """
        check(by, "work")
        if Wave.objects.filter(pk=self.pk, over_at=None).update(stopped_at=at, stopped_by=by, over_at=at) != 1:
            message = "This wave is over."
            raise Refused(message)
        left = Recipient.objects.filter(wave=self, message=None, passed_over="")
        held = list(
            Delivery.objects.filter(message__notice__wave=self, state__in=[State.QUEUED, State.CLAIMED], maybe_twice=False)
            .select_for_update(of=("self",)).values_list("pk", "message_id", "message__case_id")
        )  # fmt: skip
        unsay(held, at=at)
        count = left.delete()[0] + len(held)
        record("wave.stopped", by=by, at=at, case_id=self.notice.problem.chain, subject=self.notice.subject, held=count)
        self.refresh_from_db()
        return count


def unsay(held: list[tuple[int, int, int]], *, at: datetime) -> None:
    """These mails do not leave: they were not said, their cases wait as before, and another wave may reach them. Part of stopping."""
    messages, cases = [message for _, message, _ in held], [case for _, _, case in held]
    Delivery.objects.filter(pk__in=[key for key, _, _ in held]).update(state=State.HELD, claimed_by=None)
    Message.objects.filter(pk__in=messages).update(failed=True)
    Recipient.objects.filter(message__in=messages).delete()
    spoken = Message.objects.ours().filter(case__in=cases).values("case")
    silent = Case.objects.filter(pk__in=cases).exclude(pk__in=spoken)
    keys = list(silent.filter(stage=Stage.LISTENING).values_list("pk", flat=True))
    Case.objects.filter(pk__in=keys).update(stage=Stage.NEW, human_spoke_at=None)
    said = Deadline.objects.filter(case__in=keys)
    said.filter(kind=Due.NEXT_UPDATE, met_at=None, void_at=None).update(void_at=at)
    said.filter(kind=Due.FIRST_ANSWER, met_at__isnull=False).update(met_at=None)
    promised = Promise.objects.outstanding().filter(made_in__in=messages)
    Deadline.objects.filter(promise__in=promised, met_at=None).update(void_at=at)
    promised.update(released_at=at, released_because="the letter that said it was held back")


def write_soon(wave: int) -> None:
    """A job writes the wave on; one that waits already is enough."""
    task = app.configure_task("amends.write_notices", queue="outreach", queueing_lock=f"wave-{wave}")
    with suppress(AlreadyEnqueued), transaction.atomic():
        task.defer(wave=wave)
