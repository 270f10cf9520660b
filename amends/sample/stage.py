"""Where a story is played: the case as it stands, the people of the shop, and the clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F

from amends.cases.case import Case
from amends.concerns.concern import Concern
from amends.intake.opening import Complaint, open_case
from amends.messages.committing import Commitment
from amends.messages.delivery import Delivery, State
from amends.sample.shop import SOURCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from amends.asks.ask import Ask
    from amends.callbacks.callback import CallBack
    from amends.concerns.round import Round
    from amends.customers.customer import Customer
    from amends.people.person import Person
    from amends.promises.promise import Promise
    from amends.sample.clock import Clock
    from amends.sample.story import Story


@dataclass(frozen=True, slots=True)
class Vow:
    """A promise as a story tells it: `due` as the clock says it, `backed` the short name of the lead who answers for it."""

    words: str
    due: str
    kind: str = "deed"
    backed: str = ""


_STATUS = {"!": "verified", "?": "assumed"}


@dataclass
class Stage:
    """One story's stage. The case is loaded anew for each step, as an edge would."""

    people: dict[str, Person]
    clock: Clock
    key: int = 0

    @property
    def case(self) -> Case:
        """The case as it stands now."""
        return Case.objects.select_related("customer", "owner", "queue__site").get(pk=self.key)

    @property
    def round(self) -> Round:
        """The round it is in."""
        return self.case.rounds.current()

    def who(self, by: str) -> Person | Customer:
        """A person of the shop; without a name, the customer."""
        return self.people[by] if by else self.case.customer

    def promise(self) -> Promise:
        """The oldest promise still open."""
        return self.case.promises.outstanding().select_related("deadline").order_by("pk")[0]

    def commitments(self, vows: Sequence[Vow]) -> list[Commitment]:
        """What is promised together with what is said."""
        return [
            Commitment(
                words=vow.words, due=self.clock.when(vow.due), kind=vow.kind, backed_by=self.people.get(vow.backed)
            )
            for vow in vows
        ]

    def call_back(self) -> CallBack:
        """The call they wait for."""
        return self.case.call_backs.outstanding().select_related("deadline", "promise").order_by("pk")[0]

    def ask(self) -> Ask:
        """What a colleague was asked last and has not answered."""
        return self.case.asks.outstanding().select_related("deadline").latest("pk")

    def facts(self, by: str, facts: Mapping[str, str], at: datetime) -> None:
        """Write facts down, each with how we know it."""
        person = self.people[by]
        for about, words in facts.items():
            status = _STATUS.get(words[0], "told")
            told = "told" if status == "verified" else status
            fact = self.case.facts.note(words.lstrip("!?"), by=person, at=at, about=about, status=told)
            if status == "verified":
                fact.verify(by=person, at=at)

    def answers(self, said: Sequence[str]) -> dict[int, str]:
        """Answers to the standing concerns, in their order."""
        concerns: list[Concern] = list(self.case.concerns.standing().order_by("pk"))
        return {concern.pk: word for concern, word in zip(concerns, said, strict=False) if word}

    def opened(self, case: Case, name: str) -> None:
        """This is the story's case from now on."""
        Case.objects.filter(pk=case.pk).update(source=SOURCE, source_id=name)
        self.key = case.pk

    def sent(self) -> None:
        """What we wrote counts as sent when it was written: nobody of the sample exists, and no mail may leave for them."""
        self.case.asks.filter(notify_at__isnull=False, mailed_at=None).update(mailed_at=F("asked_at"))
        for delivery in Delivery.objects.filter(message__case=self.key, state=State.QUEUED).select_related("message"):
            rows = Delivery.objects.filter(pk=delivery.pk)
            rows.update(state=State.SENT, sent_at=delivery.message.recorded_at, tries=1)


def open_by(stage: Stage, story: Story, text: str, *, told: str, more: Mapping[str, Any], at: datetime) -> None:
    """Open a story's case by another way than mail; `by` of the shop took it down."""
    complaint = Complaint(
        words=text,
        subject=more["subject"],
        channel=more["channel"],
        received_at=stage.clock.when(told),
        name=story.customer,
        email=story.email,
        phone=story.phone,
        origin=more.get("origin", "complaint"),
        severity=more.get("severity", 3),
        owner=stage.people.get(more.get("owner", "")),
        enclosures=more.get("files", ()),
        receipt=more["channel"] == "form" and bool(story.email),
    )
    stage.opened(open_case(complaint, by=stage.people.get(more.get("by", "")), at=at), story.name)
