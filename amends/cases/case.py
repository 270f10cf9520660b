"""The case: who was let down, how it began, where it stands, who owns it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Greatest

from amends.cases.references import draw
from amends.cases.stages import MOVES, OPEN, Ending, Stage
from amends.customers.customer import Channel, Customer
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person, Role
from amends.people.presence import ensure_here, here
from amends.people.queue import Queue

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


class Origin(models.TextChoices):
    """How a case began."""

    COMPLAINT = "complaint", "they told us"
    SIGNAL = "signal", "an unhappy sign"
    DISCLOSURE = "disclosure", "we told them"
    WIN_BACK = "win_back", "winning back"


class Severity(models.IntegerChoices):
    """How much is at stake for the customer; 1 is the gravest."""

    CRITICAL = 1, "critical"
    HIGH = 2, "high"
    MEDIUM = 3, "medium"
    LOW = 4, "low"


class StageMoved(Exception):  # noqa: N818
    """Somebody or something else moved the case first; nothing was changed."""

    def __init__(self, case: Case, verb: str) -> None:
        self.case, self.verb = case, verb
        super().__init__(f"Case {case.reference} has moved on meanwhile; it cannot {verb} from where it stands now.")


class HandoffNeeded(Exception):  # noqa: N818 - named for the refusal
    """Somebody who is here owns the case; it passes from them only for the customer's gain."""

    def __init__(self, case: Case) -> None:
        self.case = case
        owner = case.owner.name if case.owner else "Somebody"
        super().__init__(
            f"{owner} has this case and is here. Ask for it with a handoff that says what the customer gains."
        )


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases, by what holds for them."""

    def open(self) -> CaseQuerySet:
        """Cases that have not ended."""
        return self.exclude(stage=Stage.CLOSED)

    def visible_to(self, person: Person) -> CaseQuerySet:
        """Cases this person may see; edges load through this, so that a stranger gets 404."""
        if not person.is_active:
            return self.none()
        if person.role == Role.AGENT:
            return self.filter(Q(restricted=False) | Q(owner=person))
        return self


Cases = models.Manager.from_queryset(CaseQuerySet)


class CaseManager(Cases["Case"]):
    """Cases; they are opened by `messages.opening`, with the customer's first words."""

    def hold(self, key: int) -> Case:
        """The case, held until the transaction ends; one that was merged meanwhile is the one it goes on as."""
        near = ("customer", "owner", "queue__site")
        row = self.select_for_update(of=("self",)).select_related(*near).get(pk=key)
        return self.hold(row.merged_into_id) if row.merged_into_id else row


#: They told us and nobody answered. Whom we are to tell of a problem waits for a notice, on the page of the problem.
UNANSWERED = Q(stage=Stage.NEW) & ~Q(origin=Origin.DISCLOSURE)


class Case(models.Model):
    """One customer's one failure. `received_at` is when they told us, which may be before it was typed in."""

    reference = models.CharField(max_length=12, unique=True, default=draw, editable=False)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="cases")
    origin = models.CharField(max_length=12, choices=Origin.choices, default=Origin.COMPLAINT)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    subject = models.CharField(max_length=300, blank=True, default="")
    received_at = models.DateTimeField()
    opened_at = models.DateTimeField()
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.NEW)
    severity = models.SmallIntegerField(choices=Severity.choices, default=Severity.MEDIUM)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    queue = models.ForeignKey(Queue, on_delete=models.PROTECT, related_name="cases")
    restricted = models.BooleanField(default=False)
    packs = ArrayField(models.CharField(max_length=60), default=list, blank=True, help_text="the policy it began under")
    product = models.CharField(max_length=80, blank=True, default="", help_text="as policy names it")
    cadence = models.CharField(max_length=40, blank=True, default="", help_text="how often they chose to hear from us")
    pace = models.SmallIntegerField(
        default=100, db_default=100, help_text="after which share of policy's time they hear again, in hundredths"
    )
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    round = models.SmallIntegerField(default=1, help_text="counts up each time the case is reopened")
    heard_at = models.DateTimeField(null=True, blank=True, help_text="their story was heard to its end")
    heard_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    safety_at = models.DateTimeField(null=True, blank=True, help_text="since when somebody may come to harm by it")
    spokesperson = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False,
        help_text="who alone speaks for the house while that lasts",
    )  # fmt: skip
    # What the worklists are ordered by; kept by the verbs that speak and listen.
    customer_spoke_at = models.DateTimeField(help_text="their last word to us")
    human_spoke_at = models.DateTimeField(
        null=True, blank=True, help_text="when a human of ours last told them something"
    )
    waiting_since = models.DateTimeField(null=True, blank=True, help_text="since when they wait for an answer of ours")
    ending = models.CharField(max_length=12, choices=Ending.choices, blank=True, default="")
    closed_at = models.DateTimeField(null=True, blank=True)
    source = models.CharField(max_length=80, blank=True, default="", help_text="which import or system it came from")
    source_id = models.CharField(max_length=200, blank=True, default="", help_text="its number there")

    objects = CaseManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="case_stage_known"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="case_origin_known"),
            models.CheckConstraint(condition=Q(severity__in=Severity.values), name="case_severity_known"),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="case_channel_known"),
            models.CheckConstraint(condition=Q(pace__gte=25, pace__lte=100), name="case_pace_never_below_policy"),
            models.CheckConstraint(
                condition=Q(stage=Stage.CLOSED, ending__in=Ending.values, closed_at__isnull=False)
                | (~Q(stage=Stage.CLOSED) & Q(ending="", closed_at=None)),
                name="case_closed_has_ending",
            ),
            models.CheckConstraint(
                condition=Q(ending=Ending.MERGED, merged_into__isnull=False)
                | (~Q(ending=Ending.MERGED) & Q(merged_into=None)),
                name="case_merged_into_another",
            ),
            models.CheckConstraint(condition=~Q(merged_into=F("pk")), name="case_merged_elsewhere"),
            models.CheckConstraint(
                condition=Q(merged_into=None) | Q(waiting_since=None), name="case_merged_waits_for_nothing"
            ),
            models.CheckConstraint(condition=Q(opened_at__gte=F("received_at")), name="case_received_before_opened"),
            models.CheckConstraint(
                condition=Q(heard_at=None, heard_by=None) | Q(heard_at__isnull=False, heard_by__isnull=False),
                name="case_heard_at_and_by",
            ),
            models.UniqueConstraint(
                fields=["source", "source_id"], condition=~Q(source_id=""), name="case_source_once"
            ),
        ]
        indexes = [
            models.Index(fields=["received_at", "id"], condition=UNANSWERED, name="case_unanswered"),
            models.Index(fields=["owner", "received_at", "id"], condition=UNANSWERED, name="case_unanswered_mine"),
            # "Nobody's" is no equality to PostgreSQL, which would sort all of them: hence an order of their own.
            models.Index(
                fields=["received_at", "id"],
                condition=UNANSWERED & Q(owner=None),
                name="case_unanswered_nobodys",
            ),
            models.Index(
                fields=["waiting_since", "id"],
                condition=Q(waiting_since__isnull=False) & ~Q(stage=Stage.NEW),
                name="case_waiting",
            ),
            models.Index(
                fields=["owner", "waiting_since", "id"],
                condition=Q(waiting_since__isnull=False) & ~Q(stage=Stage.NEW),
                name="case_waiting_mine",
            ),
            models.Index(
                fields=["waiting_since", "id"],
                condition=Q(owner=None, waiting_since__isnull=False) & ~Q(stage=Stage.NEW),
                name="case_waiting_nobodys",
            ),
            models.Index(fields=["-received_at", "-id"], name="case_recent"),
            # Answered and yet nobody's: hardly ever any, and so a very small index.
            models.Index(
                fields=["id"],
                include=["restricted"],
                condition=Q(owner=None) & ~Q(stage__in=[Stage.NEW, Stage.CLOSED]),
                name="case_nobodys",
            ),
            models.Index(fields=["owner", "-received_at"], condition=~Q(stage=Stage.CLOSED), name="case_mine"),
            models.Index(fields=["received_at", "id"], condition=~Q(stage=Stage.CLOSED), name="case_by_age"),
            # What worked: those that ended satisfied, or whose customer may have stayed all the same.
            models.Index(
                fields=["-closed_at", "-id"],
                condition=Q(ending__in=[Ending.SATISFIED, Ending.UNCONFIRMED]),
                name="case_ended_well",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_open(self) -> bool:
        """Whether it has not ended."""
        return self.stage in OPEN

    def move(self, verb: str, **also: Any) -> None:
        """Make the declared move, setting other columns with it; `StageMoved` when the case is not where it may start."""
        rule = MOVES[verb]
        moved = Case.objects.filter(pk=self.pk, stage__in=rule.origins).update(stage=rule.target, **also)
        if moved != 1:
            raise StageMoved(self, verb)
        self.stage = rule.target
        for field, value in also.items():
            setattr(self, field, value)

    @transaction.atomic
    def take(self, *, by: Person, at: datetime) -> None:
        """The person owns the case from now on, which nobody present owned: from a colleague who is here it passes by a handoff.

        Raises NotHere for somebody who is marked as away, HandoffNeeded when somebody present has it.
        """
        check(by, "work", self)
        if self.owner_id not in {None, by.pk} and here(self.owner_id, at=at):
            raise HandoffNeeded(self)
        self._own(by, at)
        record("case.taken", by=by, at=at, case_id=self.pk)

    @transaction.atomic
    def assign(self, to: Person, *, by: Actor, at: datetime) -> None:
        """`to` owns the case from now on. Raises NotHere for somebody who is away or has left.

        This is how work finds somebody; from one person who is here to another a case passes by a handoff.
        """
        self._own(to, at)
        record("case.assigned", by=by, at=at, case_id=self.pk, to=to.name, person=to.pk)

    @transaction.atomic
    def enqueue(self, queue: Queue, *, by: Actor, at: datetime) -> None:
        """The case waits in this queue, owned by nobody, until somebody takes it."""
        self.queue, self.owner = queue, None
        self.save(update_fields=["queue", "owner"])
        record("case.queued", by=by, at=at, case_id=self.pk, queue=queue.name)

    def _own(self, person: Person, at: datetime) -> None:
        ensure_here(person, at=at)
        self.owner = person
        self.save(update_fields=["owner"])

    @transaction.atomic
    def grade(self, severity: int, *, by: Actor, at: datetime, because: str = "") -> None:
        """How grave it is for the customer."""
        self.severity = Severity(severity)
        self.save(update_fields=["severity"])
        label = Severity(severity).label
        record("case.graded", by=by, at=at, case_id=self.pk, because=because, severity=label)

    @transaction.atomic
    def rename(self, subject: str, *, by: Actor, at: datetime) -> None:
        """What the case is called at the desk."""
        former, self.subject = self.subject, subject[:300]
        self.save(update_fields=["subject"])
        record("case.renamed", by=by, at=at, case_id=self.pk, former=former)

    @transaction.atomic
    def restrict(self, *, by: Person, at: datetime) -> None:
        """Only the owner and the leads see it."""
        check(by, "restrict", self)
        self.restricted = True
        self.save(update_fields=["restricted"])
        record("case.restricted", by=by, at=at, case_id=self.pk)

    @transaction.atomic
    def unrestrict(self, *, by: Person, at: datetime) -> None:
        """The whole desk sees it again."""
        check(by, "restrict", self)
        self.restricted = False
        self.save(update_fields=["restricted"])
        record("case.unrestricted", by=by, at=at, case_id=self.pk)

    @transaction.atomic
    def hear_out(self, *, by: Person, at: datetime) -> None:
        """The customer told their whole story and nobody interrupted."""
        self.heard_at, self.heard_by = at, by
        self.save(update_fields=["heard_at", "heard_by"])
        record("case.heard", by=by, at=at, case_id=self.pk)

    @transaction.atomic
    def rest(self, *, by: Person, at: datetime) -> None:
        """Their last word needs no answer (a "thank you", say). Whatever else is due to them stays due."""
        Case.objects.filter(pk=self.pk).update(waiting_since=None)
        record("case.rested", by=by, at=at, case_id=self.pk)

    def customer_spoke(self, *, at: datetime) -> None:
        """They wait for us from now on, unless they waited already. Part of the verbs that record their words."""
        Case.objects.filter(pk=self.pk).update(
            customer_spoke_at=Greatest("customer_spoke_at", at),
            waiting_since=models.functions.Coalesce("waiting_since", at),
        )

    def human_spoke(self, *, at: datetime) -> None:
        """A human told them something: they wait no longer, unless they spoke after it. Part of the verbs that speak."""
        answered = models.When(customer_spoke_at__lte=at, then=models.Value(None))
        Case.objects.filter(pk=self.pk).update(
            human_spoke_at=Greatest("human_spoke_at", at),
            waiting_since=models.Case(answered, default=F("waiting_since")),
        )
