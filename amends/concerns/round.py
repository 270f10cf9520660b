"""One round of putting it right: what we understood and they confirmed, what they wish, what was agreed.

A case has one round, and one more for each time it was reopened. A read-back, a wish or an agreement given again replaces
the one before it; the journal keeps both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.stages import EARLY, Stage
from amends.customers.customer import Channel
from amends.journal.entry import record
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


#: Between two wishes of one letter.
WISHES = "; "


class RoundManager(models.Manager["Round"]):
    """The round a case is in."""

    def current(self) -> Round:
        """The round the case is in, begun if nothing of it was recorded yet."""
        case: Case = self.instance  # type: ignore[attr-defined]
        return self.get_or_create(number=case.round)[0]


class Round(models.Model):
    """The current read-back, wish and agreement of one round."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="rounds")
    number = models.SmallIntegerField()
    readback = models.TextField(blank=True, default="")
    readback_at = models.DateTimeField(null=True)
    readback_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_via = models.CharField(max_length=10, choices=Channel.choices, blank=True, default="")
    disputed_at = models.DateTimeField(null=True)
    disputed_words = models.TextField(blank=True, default="")
    wish_asked_at = models.DateTimeField(null=True)
    wish_asked_via = models.CharField(max_length=10, choices=Channel.choices, blank=True, default="")
    wish = models.TextField(blank=True, default="")
    wish_told_at = models.DateTimeField(null=True)
    wish_told_via = models.CharField(max_length=10, choices=Channel.choices, blank=True, default="")
    agreement = models.TextField(blank=True, default="")
    agreed_at = models.DateTimeField(null=True)
    agreed_via = models.CharField(max_length=10, choices=Channel.choices, blank=True, default="")
    agreed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    mail_alone = models.TextField(
        blank=True, default="", help_text="why mail alone must do, where policy wants a voice"
    )
    mail_alone_at = models.DateTimeField(null=True)
    mail_alone_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = RoundManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="round_once"),
            models.CheckConstraint(
                condition=Q(readback="", readback_at=None, readback_by=None)
                | ~Q(readback="") & Q(readback_at__isnull=False, readback_by__isnull=False),
                name="round_readback_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, confirmed_via="")
                | Q(confirmed_at__isnull=False, readback_at__isnull=False, disputed_at=None) & ~Q(confirmed_via=""),
                name="round_confirms_a_readback",
            ),
            models.CheckConstraint(
                condition=Q(wish="", wish_told_at=None, wish_told_via="")
                | ~Q(wish="") & Q(wish_told_at__isnull=False, wish_asked_at__isnull=False) & ~Q(wish_told_via=""),
                name="round_wish_was_asked",
            ),
            models.CheckConstraint(
                condition=Q(wish_asked_at=None, wish_asked_via="")
                | Q(wish_asked_at__isnull=False) & ~Q(wish_asked_via=""),
                name="round_asked_at_and_via",
            ),
            models.CheckConstraint(
                condition=Q(agreement="", agreed_at=None, agreed_via="", agreed_by=None)
                | ~Q(agreement="")
                & Q(agreed_at__isnull=False, wish_told_at__isnull=False, agreed_by__isnull=False)
                & ~Q(agreed_via=""),
                name="round_agreement_follows_a_wish",
            ),
            models.CheckConstraint(
                condition=Q(mail_alone="", mail_alone_at=None, mail_alone_by=None)
                | ~Q(mail_alone="") & Q(mail_alone_at__isnull=False, mail_alone_by__isnull=False),
                name="round_mail_alone_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"round {self.number}"

    @transaction.atomic
    def read_back(self, words: str, *, by: Person, at: datetime) -> None:
        """We said what we understood; the customer's yes is awaited again, whatever they said before."""
        if not words.strip():
            message = "Write what you understood."
            raise Refused(message)
        self.readback, self.readback_at, self.readback_by = words.strip(), at, by
        self.confirmed_at, self.confirmed_via, self.disputed_at, self.disputed_words = None, "", None, ""
        self.save()
        record("readback.made", by=by, at=at, case_id=self.case_id, words=self.readback)

    @transaction.atomic
    def confirm(self, via: str, *, by: Actor, at: datetime) -> None:
        """The customer says: yes, that is it. A second yes changes nothing."""
        if not self.readback_at:
            message = "Nothing was read back yet."
            raise Refused(message)
        if self.confirmed_at:
            return
        self.confirmed_at, self.confirmed_via, self.disputed_at, self.disputed_words = at, via, None, ""
        self.save()
        if self.case.stage in EARLY:
            self.case.move("understand")
        self._heard(by, at)
        record("case.understood", by=by, at=at, case_id=self.case_id, via=via)

    @transaction.atomic
    def dispute(self, words: str, via: str, *, by: Actor, at: datetime) -> None:
        """The customer says: not quite. Their words stand beside ours until we read back again."""
        if not self.readback_at:
            message = "Nothing was read back yet."
            raise Refused(message)
        self.disputed_at, self.disputed_words = at, words.strip()
        self.confirmed_at, self.confirmed_via = None, ""
        self.save()
        self._heard(by, at)
        record("readback.disputed", by=by, at=at, case_id=self.case_id, words=self.disputed_words, via=via)

    @transaction.atomic
    def ask_wish(self, via: str, *, by: Actor, at: datetime) -> None:
        """We asked what would put it right."""
        self.wish_asked_at, self.wish_asked_via = at, via
        self.save()
        record("wish.asked", by=by, at=at, case_id=self.case_id, via=via)

    @transaction.atomic
    def tell_wish(self, words: str, via: str, *, by: Actor, at: datetime) -> None:
        """The customer said what would put it right, in their words; who says it unasked was as good as asked."""
        if not words.strip():
            message = "Write the wish in the customer's words."
            raise Refused(message)
        if not self.wish_asked_at:
            self.wish_asked_at, self.wish_asked_via = at, via
        self.wish, self.wish_told_at, self.wish_told_via = words.strip(), at, via
        self.save()
        if by.actor_kind == "customer":
            self._heard(by, at)
        record("wish.told", by=by, at=at, case_id=self.case_id, words=self.wish, via=via)

    @transaction.atomic
    def take_back_wish(self, words: str, *, at: datetime) -> None:
        """These words of the wish, written down at `at`, were not meant: the rest of it stands. Part of the verb that takes them back.

        Refused once something was agreed on it, or where it no longer says so.
        """
        framed, sought = f"{WISHES}{self.wish}{WISHES}", f"{WISHES}{words}{WISHES}"
        if self.agreed_at or sought not in framed:
            message = "The wish has changed since, or something was agreed on it. Write down what they wish now."
            raise Refused(message)
        self.wish = framed.replace(sought, WISHES, 1).removeprefix(WISHES).removesuffix(WISHES)
        if not self.wish:
            if self.wish_asked_at == at:  # nobody had asked: they had said it unasked
                self.wish_asked_at, self.wish_asked_via = None, ""
            self.wish_told_at, self.wish_told_via = None, ""
        self.save()

    @transaction.atomic
    def agree(self, words: str, via: str, *, by: Person, at: datetime) -> None:
        """The customer chose, and we said yes: what will be done. Needs the wish, and at least one concern to meet."""
        if not words.strip():
            message = "Write what was agreed."
            raise Refused(message)
        if not self.wish_told_at:
            message = "Ask what would put it right, and write down the answer, before anything is agreed."
            raise Refused(message)
        if not self.case.concerns.standing().exists():
            message = "Write down at least one concern in the customer's words first."
            raise Refused(message)
        self.agreement, self.agreed_at, self.agreed_via, self.agreed_by = words.strip(), at, via, by
        self.save()
        if self.case.stage != Stage.AGREED:
            self.case.move("agree")
        record("case.agreed", by=by, at=at, case_id=self.case_id, words=self.agreement, via=via)

    @transaction.atomic
    def write_alone(self, because: str, *, by: Person, at: datetime) -> None:
        """Mail alone must do for this round, though policy wants a voice: the reason is on record."""
        if not because.strip():
            message = "Say why mail alone must do."
            raise Refused(message)
        self.mail_alone, self.mail_alone_at, self.mail_alone_by = because.strip(), at, by
        self.save()
        record("mail.alone", by=by, at=at, case_id=self.case_id, because=self.mail_alone)

    def _heard(self, by: Actor, at: datetime) -> None:
        """What the customer does themselves waits for the owner; what a colleague notes down for them was heard already."""
        if by.actor_kind == "customer":
            self.case.customer_spoke(at=at)
