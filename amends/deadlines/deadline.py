"""One table for everything due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection, models, transaction
from django.db.models import F, Q

from amends.cases.case import Case
from amends.journal.actors import DESK
from amends.journal.entry import entry, record, record_all
from amends.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from amends.deadlines.pacing import Timing
    from amends.journal.actors import Actor
    from amends.messages.message import Message


class Kind(models.TextChoices):
    """What is due."""

    ACKNOWLEDGEMENT = "acknowledgement", "an acknowledgement"
    FIRST_ANSWER = "first_answer", "a first answer"
    INBOUND = "inbound", "opening what they sent"
    NEXT_UPDATE = "next_update", "the next update"
    CALL_BACK = "call_back", "a call-back"
    PROMISE = "promise", "a promise"
    ASK = "ask", "an answer from a colleague"
    CHECK = "check", "checking what a colleague did"
    APPROVAL = "approval", "an approval"
    TASK = "task", "something to see to"
    CORRECTIVE = "corrective", "a change so that it stops"
    HANDOFF = "handoff", "taking over the case"
    STAND_IN = "stand_in", "telling them who stands in"
    FOLLOW_UP_MAIL = "follow_up_mail", "the follow-up mail"
    FOLLOW_UP_CALL = "follow_up_call", "the follow-up call"
    PATIENCE = "patience", "the end of the wait for their answer"
    HOLDING = "holding", "a holding response"
    FINAL = "final", "the final response"
    STAGE_1 = "stage_1", "the stage 1 response"
    STAGE_2 = "stage_2", "the stage 2 response"
    SUMMARY = "summary", "the summary of the resolution"
    REPORT = "report", "a report to the regulator"


#: Of these a case may have several at once; of every other kind one.
SEVERAL = (Kind.PROMISE, Kind.CALL_BACK, Kind.ASK, Kind.CHECK, Kind.APPROVAL, Kind.TASK, Kind.CORRECTIVE, Kind.REPORT)
#: What law or a watchdog limits, and a letter of ours meets.
LAWFUL = (Kind.ACKNOWLEDGEMENT, Kind.HOLDING, Kind.FINAL, Kind.STAGE_1, Kind.STAGE_2, Kind.SUMMARY)
#: What was said to the customer, asked by them, or is owed to them by law outlasts the end of the case.
LASTING = (
    Kind.PROMISE,
    Kind.CALL_BACK,
    Kind.TASK,
    Kind.CORRECTIVE,
    Kind.FINAL,
    Kind.STAGE_1,
    Kind.STAGE_2,
    Kind.SUMMARY,
    Kind.REPORT,
)
OUTSTANDING = Q(met_at=None, void_at=None)

# What is met late was missed, whether or not the sweep had come by.
_MEET = """
UPDATE amends_deadline d SET met_at = %(at)s, met_in_id = %(by_letter)s,
  missed_at = coalesce(missed_at, CASE WHEN due_at < %(at)s THEN %(at)s END)
FROM (SELECT id, missed_at AS before FROM amends_deadline
      WHERE met_at IS NULL AND void_at IS NULL AND {which} FOR UPDATE) o
WHERE d.id = o.id RETURNING d.case_id, d.kind, d.due_at, o.before IS NULL AND d.missed_at IS NOT NULL
"""


class DeadlineManager(models.Manager["Deadline"]):
    """How deadlines are set and met."""

    def fall_due(
        self,
        case: Case,
        kind: str,
        timing: Timing,
        *,
        at: datetime,
        assignee: Person | None = None,
        set_in: Message | None = None,
    ) -> Deadline:
        """This is due on the case by then, to be done by its owner or `assignee`; part of the verb that made it so.

        `set_in` is the letter without which it would not be due.
        """
        return self.create(
            case=case, kind=kind, due_at=timing.due_at, warn_at=timing.warn_at, policy=timing.policy, set_at=at,
            assignee=assignee, set_in=set_in,
        )  # fmt: skip

    def set_all(self, wanted: Iterable[Deadline]) -> list[Deadline]:
        """Set many at once, with one statement; part of a verb that journals the deed they follow from."""
        return self.bulk_create(wanted)

    def outstanding(self) -> models.QuerySet[Deadline]:
        """Deadlines that are neither met nor void; a missed one stays outstanding until the thing is done."""
        return self.filter(OUTSTANDING)

    def meet(self, case_id: int, *kinds: str, at: datetime, by_letter: Message | None = None) -> None:
        """The thing was done; part of the verb that did it. What was done late is recorded as missed.

        `by_letter` is the letter that did it, where only that letter counts: if it comes back, the thing is due again.
        """
        values = {"case": case_id, "kinds": list(kinds), "by_letter": by_letter.pk if by_letter else None}
        self._meet("case_id = %(case)s AND kind = ANY(%(kinds)s)", values, at)

    def meet_one(self, key: int, *, at: datetime) -> None:
        """This one thing was done; part of the verb that did it."""
        self._meet("id = %(key)s", {"key": key, "by_letter": None}, at)

    def take_back(self, letter: Message, *, at: datetime) -> None:
        """A letter came back: what it had set is void, and what it had met is due again. Part of the verb that learns of it.

        Unless another letter has answered since: then there is nothing left to be said.
        """
        of_case = self.filter(case=letter.case_id)
        if of_case.filter(set_in=letter, met_at__isnull=False).exists():
            return
        of_case.filter(set_in=letter, void_at=None).update(void_at=at)
        standing = of_case.filter(OUTSTANDING).values("kind")
        of_case.filter(met_in=letter).exclude(kind__in=standing).update(met_at=None, met_in=None)

    def _meet(self, which: str, values: dict[str, Any], at: datetime) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_MEET.format(which=which), {**values, "at": at})
            late = [row for row in cursor.fetchall() if row[3]]
        if late:
            record_all(
                entry("deadline.missed", by=DESK, at=due_at, case_id=case_id, kind=Kind(kind).label)
                for case_id, kind, due_at, _ in late
            )

    def void(self, case_id: int, *kinds: str, at: datetime) -> None:
        """The thing is no longer due; part of the verb that made it so."""
        self.outstanding().filter(case_id=case_id, kind__in=kinds).update(void_at=at)

    def void_at_the_end(self, case_id: int, *, at: datetime) -> None:
        """Nothing more is due on a case that ended, but for what outlasts it."""
        self.outstanding().filter(case_id=case_id).exclude(kind__in=LASTING).update(void_at=at)


class Deadline(models.Model):
    """Something due to a customer by a time.

    `assignee` must do it where that is not the owner of the case. `wake_at` is when the sweep next looks at it: to warn, to
    record the miss, to tell the next person; the database sets it where nobody did. `told` counts the rungs of the ladder
    that were told. `policy` is the row that gave it its time. Where only one letter counts, `set_in` is the one without which
    it would not be due, and `met_in` the one that met it.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="deadlines")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    due_at = models.DateTimeField()
    warn_at = models.DateTimeField(null=True)
    wake_at = models.DateTimeField(null=True, editable=False)
    told = models.SmallIntegerField(default=0, editable=False)
    policy = models.TextField(blank=True, default="")
    set_at = models.DateTimeField()
    met_at = models.DateTimeField(null=True)
    missed_at = models.DateTimeField(null=True)
    void_at = models.DateTimeField(null=True)
    set_in = models.ForeignKey(
        "amends.Message", on_delete=models.PROTECT, null=True, editable=False, related_name="+", db_index=False
    )
    met_in = models.ForeignKey(
        "amends.Message", on_delete=models.PROTECT, null=True, editable=False, related_name="+", db_index=False
    )
    assignee = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    owner = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        db_index=False,
        help_text="who must do it: the assignee, else the owner of the case; kept by the database alone",
    )

    objects = DeadlineManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="deadline_kind_known"),
            models.CheckConstraint(condition=Q(met_at=None) | Q(void_at=None), name="deadline_met_or_void"),
            models.CheckConstraint(condition=Q(met_in=None) | Q(met_at__isnull=False), name="deadline_met_in_a_letter"),
            models.CheckConstraint(
                condition=Q(missed_at=None) | Q(missed_at__gte=F("due_at")), name="deadline_missed_after_due"
            ),
            models.CheckConstraint(
                condition=Q(warn_at=None) | Q(warn_at__lte=F("due_at")), name="deadline_warns_before_due"
            ),
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=OUTSTANDING & ~Q(kind__in=SEVERAL),
                name="deadline_one_of_a_kind",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], condition=OUTSTANDING, name="deadline_outstanding"),
            models.Index(
                fields=["wake_at", "id"], condition=OUTSTANDING & Q(wake_at__isnull=False), name="deadline_wakes"
            ),
            models.Index(fields=["case"], condition=OUTSTANDING, name="deadline_of_case"),
            # The lanes of Today walk one kind at a time in the order of what is due: mine, nobody's, everybody's. "Nobody's" is no
            # equality to PostgreSQL, which would sort all of them: hence an order of their own.
            models.Index(
                fields=["owner", "kind", "due_at", "id"], condition=OUTSTANDING, name="deadline_mine_of_a_kind"
            ),
            models.Index(
                fields=["kind", "due_at", "id"], condition=OUTSTANDING & Q(owner=None), name="deadline_nobodys"
            ),
            models.Index(fields=["kind", "due_at", "id"], condition=OUTSTANDING, name="deadline_of_a_kind"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    def move_to(self, timing: Timing) -> None:
        """It is due at another time, and is watched anew; part of the verb that moved it."""
        self.due_at, self.warn_at, self.policy = timing.due_at, timing.warn_at, timing.policy or self.policy
        self.wake_at, self.told, self.missed_at = timing.warn_at or timing.due_at, 0, None
        self.save(update_fields=["due_at", "warn_at", "policy", "wake_at", "told", "missed_at"])

    @transaction.atomic
    def postpone(self, timing: Timing, *, because: str, by: Actor, at: datetime) -> None:
        """It falls due at another time, for this reason. A promise is not postponed; it is moved (`Promise.move`)."""
        self.move_to(timing)
        record(
            "deadline.moved",
            by=by,
            at=at,
            case_id=self.case_id,
            because=because,
            kind=self.get_kind_display(),
            due=f"{timing.due_at:%d %b %H:%M}",
        )
