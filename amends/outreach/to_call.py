"""A call to make to one of the affected. Ten callers share a list and never get the same person."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from django.db import connection, models, transaction
from django.db.models import Q

from amends.affected.affected import Affected
from amends.callbacks.callback import DAYTIME, in_their_hours
from amends.cases.ending import Refused
from amends.journal.entry import record
from amends.messages.attempt import Result
from amends.messages.message import Message
from amends.messages.writing import record_conversation
from amends.people.may import check
from amends.people.person import Person
from amends.people.presence import ensure_here
from amends.policy.house import HOUSE
from amends.problems.decision import ensure_telling
from amends.problems.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.journal.actors import Actor
    from amends.messages.committing import Commitment

#: For so long a person is one caller's; whoever is called away loses them to the next.
CLAIM = timedelta(minutes=15)
#: House target: how long until the next try, by how many there were; after the last nobody tries of themselves.
AGAIN = (timedelta(hours=2), timedelta(hours=5), timedelta(days=1), timedelta(days=2))


class Whom(models.TextChoices):
    """Which of the affected are put on the call list."""

    KEY = "key", "key customers"
    PHONE_ONLY = "phone_only", "those without an e-mail address that works"
    ALL = "all", "everybody with a number"


_WHOM = {
    Whom.KEY: "a.key_customer OR u.key_customer",
    Whom.PHONE_ONLY: """NOT EXISTS (SELECT FROM amends_address d WHERE d.customer_id = u.id AND d.kind = 'email'
      AND d.retired_at IS NULL AND d.failed_at IS NULL)""",
    Whom.ALL: "true",
}
_NEW = """INSERT INTO amends_tocall (problem_id, affected_id, because, priority, phone, time_zone, hours_from, hours_until,
  added_at, next_try_at, tries, outcome)
SELECT a.problem_id, a.id, %(because)s, CASE WHEN a.key_customer OR u.key_customer THEN 1 ELSE 2 END, n.phone,
  coalesce(nullif(u.time_zone, ''), nullif(a.time_zone, ''), %(zone)s), %(from)s, %(until)s, %(at)s, %(at)s, 0, ''
FROM amends_affected a JOIN amends_case c ON c.id = a.case_id JOIN amends_customer u ON u.id = c.customer_id
CROSS JOIN LATERAL (SELECT coalesce(nullif(a.phone, ''), (SELECT d.value FROM amends_address d
  WHERE d.customer_id = u.id AND d.kind = 'phone' AND d.retired_at IS NULL ORDER BY d.id LIMIT 1), '') AS phone) n
WHERE {which} AND a.unreachable_at IS NULL AND n.phone <> '' AND c.stage <> 'closed'
  AND NOT EXISTS (SELECT FROM amends_tocall t WHERE t.affected_id = a.id AND (t.over_at IS NULL OR t.outcome = 'spoke'))
ORDER BY a.id"""
_UNTOLD = "a.problem_id = %(problem)s AND c.origin = 'disclosure' AND c.human_spoke_at IS NULL AND a.linked_at IS NULL AND ({whom})"
_BOUNCED = """c.origin = 'disclosure' AND c.human_spoke_at IS NULL AND a.id IN (
  SELECT r.affected_id FROM amends_recipient r JOIN amends_message m ON m.id = r.message_id
  JOIN amends_delivery d ON d.message_id = m.id WHERE m.failed AND d.state IN ('bounced', 'failed'))"""
# In the hours of the customer, on their clock; hours may span midnight. Whoever has somebody already keeps them.
_CLAIM = """SELECT id FROM amends_tocall t
WHERE problem_id = %(problem)s AND over_at IS NULL
  AND (claimed_by_id = %(person)s AND claimed_until > %(at)s OR (claimed_until IS NULL OR claimed_until <= %(at)s)
    AND next_try_at <= %(at)s AND CASE WHEN hours_from < hours_until
      THEN (%(at)s AT TIME ZONE time_zone)::time >= hours_from AND (%(at)s AT TIME ZONE time_zone)::time < hours_until
      ELSE (%(at)s AT TIME ZONE time_zone)::time >= hours_from OR (%(at)s AT TIME ZONE time_zone)::time < hours_until END)
ORDER BY (claimed_by_id IS NOT DISTINCT FROM %(person)s AND claimed_until > %(at)s) DESC, priority, next_try_at, id
LIMIT 1 FOR UPDATE SKIP LOCKED"""


class ToCallManager(models.Manager["ToCall"]):
    """How a list comes about and is shared."""

    @transaction.atomic
    def put_on(self, problem: Problem, whom: str, *, by: Person, at: datetime) -> int:
        """These of the affected who were told nothing yet are to be called; returns how many are new on the list.

        Nobody who is on it, was spoken with, told us themselves, or has no number. Raises Refused before it was decided to tell.
        """
        check(by, "work")
        ensure_telling(problem)
        label = Whom(whom).label
        count = self._add(_UNTOLD.format(whom=_WHOM[Whom(whom)]), label, at, problem=problem.pk)
        record("calls.listed", by=by, at=at, case_id=problem.chain, whom=label, people=count)
        return count

    @transaction.atomic
    def call_who_bounced(self, *, by: Actor, at: datetime) -> int:
        """Whoever's notice came back is to be called; who has no number cannot be reached, and is listed. Returns how many.

        Comes round by the clock; one small statement if nothing came back.
        """
        count = self._add(_BOUNCED, "their mail came back", at)
        nowhere = Affected.objects.filter(
            notices__message__failed=True, notices__message__deliveries__state__in=["bounced", "failed"], phone="",
            unreachable_at=None, case__human_spoke_at=None,
        ).exclude(customer__addresses__kind="phone").exclude(calls__over_at=None, calls__isnull=False)  # fmt: skip
        for row in nowhere.select_related("problem").distinct():
            row.give_up(because="the mail came back, and we know no number", by=by, at=at)
        if count:
            record("calls.added", by=by, at=at, people=count)
        return count

    @staticmethod
    def _add(which: str, because: str, at: datetime, **values: Any) -> int:
        with connection.cursor() as cursor:
            given: dict[str, Any] = {
                "because": because,
                "at": at,
                "zone": HOUSE.time_zone,
                "from": DAYTIME[0],
                "until": DAYTIME[1],
                **values,
            }
            cursor.execute(_NEW.format(which=which), given)
            return int(cursor.rowcount)

    @transaction.atomic
    def claim(self, problem: Problem, *, by: Person, at: datetime) -> ToCall | None:
        """The next person for this caller to ring, theirs alone for a quarter of an hour; None if nobody is to be called now.

        Asked again, it is the same person until there is a result. Raises NotHere for a caller who is marked as away.
        """
        check(by, "work")
        ensure_here(by, at=at)
        with connection.cursor() as cursor:
            cursor.execute(_CLAIM, {"problem": problem.pk, "person": by.pk, "at": at})
            row = cursor.fetchone()
        if row is None:
            return None
        self.filter(pk=row[0]).update(claimed_by=by, claimed_until=at + CLAIM)
        return self.select_related("affected__case__customer", "problem").get(pk=row[0])

    def open(self) -> models.QuerySet[ToCall]:
        """Calls still to make."""
        return self.filter(over_at=None)


class ToCall(models.Model):
    """One call to make. It is over when they were spoken with, want no call, or cannot be reached by phone."""

    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="calls")
    affected = models.ForeignKey(Affected, on_delete=models.PROTECT, related_name="calls")
    because = models.CharField(max_length=80)
    priority = models.SmallIntegerField()
    phone = models.CharField(max_length=320)
    time_zone = models.CharField(max_length=60)
    hours_from = models.TimeField(default=time(8))
    hours_until = models.TimeField(default=time(20))
    added_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    tries = models.SmallIntegerField(default=0)
    claimed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    claimed_until = models.DateTimeField(null=True)
    over_at = models.DateTimeField(null=True)
    outcome = models.CharField(
        max_length=8,
        blank=True,
        default="",
        choices=[("spoke", "spoken with"), ("no_more", "not by phone"), ("given_up", "not reached by phone")],
    )
    message = models.ForeignKey(Message, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ToCallManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["affected"], condition=Q(over_at=None), name="to_call_once"),
            models.CheckConstraint(
                condition=Q(claimed_by=None, claimed_until=None)
                | Q(claimed_by__isnull=False, claimed_until__isnull=False),
                name="to_call_claimed_until",
            ),
            models.CheckConstraint(
                condition=Q(over_at=None, outcome="")
                | Q(over_at__isnull=False, outcome__in=["spoke", "no_more", "given_up"]),
                name="to_call_over_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="spoke") | Q(message__isnull=False), name="to_call_spoke_in_a_call"
            ),
        ]
        indexes = [
            models.Index(
                fields=["problem", "priority", "next_try_at", "id"], condition=Q(over_at=None), name="to_call_next"
            )
        ]

    def __str__(self) -> str:
        return f"call {self.affected}"

    @transaction.atomic
    def spoke(
        self, words: str, *, by: Person, at: datetime, promises: Sequence[Commitment] = (), heard: str = ""
    ) -> Message:
        """We reached them and told them; what was said (`heard` by them) and promised is on their case.

        Raises Refused for another's person.
        """
        row = self._mine(by, at)
        message = record_conversation(row.affected.case, words, heard=heard, promises=promises, by=by, at=at)  # type: ignore[arg-type]
        self._over("spoke", at, message=message)
        row.problem.said_something(at=at)
        record("calls.spoke", by=by, at=at, case_id=row.problem.chain, name=str(row.affected), affected=row.affected_id)
        return message

    @transaction.atomic
    def missed(self, result: str, *, by: Person, at: datetime, next_try_at: datetime | None = None) -> None:
        """Nobody was reached: it is an attempt on their case, and the next try is set in their hours.

        A wrong number, and the fifth try, end it; who has an e-mail address that works then gets the next wave.
        """
        row = self._mine(by, at)
        case = row.affected.case
        assert case is not None  # noqa: S101 - only people with a case are put on the list
        case.attempts.make(result=result, by=by, at=at)
        if result == Result.WRONG or row.tries >= len(AGAIN):
            self._over("given_up", at, tries=row.tries + 1)
            return
        later = next_try_at if next_try_at and next_try_at > at else at + AGAIN[row.tries]
        ToCall.objects.filter(pk=row.pk).update(
            tries=row.tries + 1, claimed_by=None, claimed_until=None,
            next_try_at=in_their_hours(later, row.time_zone, (row.hours_from, row.hours_until)),
        )  # fmt: skip

    @transaction.atomic
    def decline(self, words: str, *, by: Person, at: datetime) -> Message:
        """They want no call, in these words, which are on their case; nobody rings them about this again."""
        row = self._mine(by, at)
        message = record_conversation(row.affected.case, words, by=by, at=at)  # type: ignore[arg-type]
        self._over("no_more", at, message=message)
        record("calls.declined", by=by, at=at, case_id=row.problem.chain, name=str(row.affected), because=words)
        return message

    def _mine(self, by: Person, at: datetime) -> ToCall:
        """The call, held; Refused where it is over, or another caller has them."""
        row = ToCall.objects.select_for_update(of=("self",)).select_related("affected__case", "problem").get(pk=self.pk)
        if row.over_at is not None:
            message = "This call is over: somebody recorded what came of it."
            raise Refused(message)
        if row.claimed_by_id not in {None, by.pk} and row.claimed_until is not None and row.claimed_until > at:
            message = "Somebody else is calling this person at the moment."
            raise Refused(message)
        return row

    def _over(self, outcome: str, at: datetime, **also: object) -> None:
        ToCall.objects.filter(pk=self.pk).update(
            over_at=at, outcome=outcome, claimed_by=None, claimed_until=None, **also
        )
