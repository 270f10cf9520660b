"""A wave is written a batch at a time: a mail of their own for each, on their own case, with what follows from a human word.

The next batch is written when little of it waits to be sent, so that a letter to one customer never stands behind thousands,
and a stop has little to hold back. A batch is one transaction, so that a worker that dies leaves whole batches or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Coalesce

from amends.advice.advice import Advice
from amends.arrivals.threading import ThreadKey
from amends.blanks.blank import fill, unfilled
from amends.cases.case import Case
from amends.cases.portal import PortalLink
from amends.cases.stages import Stage
from amends.customers.address import Address
from amends.customers.address import Kind as AddressKind
from amends.customers.customer import Channel
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import next_update
from amends.followups.followup import FollowUp
from amends.journal.actors import DESK
from amends.journal.entry import entry, record, record_all
from amends.messages.delivery import Delivery, State, send_soon
from amends.messages.message import Message, Purpose, fresh_message_id
from amends.messages.writing import found_in
from amends.notices.notice import Kind, Notice, Recipient
from amends.notices.reading import Letter, Reader, held_of
from amends.notices.wave import Wave
from amends.people.person import Person
from amends.people.presence import Roster, here
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from amends.coach import Review

#: People whose mails are written together, and how many of a wave may wait to be sent before more are written.
BATCH = 200
WAITING = 400
_FOLLOW = {Kind.TELL: Purpose.NOTICE, Kind.UPDATE: Purpose.NOTICE, Kind.FOLLOW_UP: Purpose.FOLLOW_UP}


def write_on(wave_id: int, *, at: datetime) -> int | None:
    """The next batch of the wave is written, if little of it waits to be sent; returns how many were, 0 while enough waits.

    None when there is nothing to write: it is over, was stopped, or somebody else writes at this moment. Safe to run twice
    at once, and to be killed anywhere: each recipient has one mail, or none yet.
    """
    with transaction.atomic():
        wave = Wave.objects.going().select_for_update(skip_locked=True, of=("self",)).filter(pk=wave_id).first()
        if wave is None:
            return None
        waiting = Delivery.objects.filter(
            message__notice__wave=wave, state__in=[State.QUEUED, State.CLAIMED, State.HANDING_OVER]
        )
        if waiting[:WAITING].count() >= WAITING:
            return 0
        near = ("problem__owner", "problem__queue__site", "written_by", "approved_by")
        notice = Notice.objects.select_related(*near).get(pk=wave.notice_id)
        left = Recipient.objects.filter(wave=wave, message=None, passed_over="").select_for_update(of=("self",))
        rows = list(left.select_related("affected").order_by("pk")[:BATCH])
        if not rows:
            Wave.objects.filter(pk=wave.pk).update(over_at=at)
            record("wave.over", by=notice.written_by, at=at, case_id=notice.problem.chain, subject=notice.subject)
            return None
        _Batch(notice, rows, at).write()
    return len(rows)


class _Batch:
    """What some hundred recipients of one notice get."""

    def __init__(self, notice: Notice, rows: Sequence[Recipient], at: datetime) -> None:
        self.notice, self.rows, self.at, self.problem = notice, rows, at, notice.problem
        self.author = self._author()
        keys = [row.affected.case_id for row in rows if row.affected.case_id]
        held = Case.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
        self.cases = {case.pk: case for case in held.select_related("customer", "queue__site")}
        self.addresses = self._addresses()
        self.links = PortalLink.objects.give(self.cases.values(), at=at)

    def _author(self) -> Person:
        """In whose name it goes and whom an answer reaches: the problem's owner if here, else who stands in, else its writer."""
        owner = self.problem.owner
        if owner is not None and here(owner, at=self.at):
            return owner
        deputy = Roster.read(at=self.at).deputy_of(owner.pk) if owner else None
        return deputy or self.notice.written_by

    def _addresses(self) -> Mapping[int, str]:
        """The first working e-mail address of each customer; the one on the list before others."""
        works = Address.objects.standing().filter(
            kind=AddressKind.EMAIL, failed_at=None, customer__in=[case.customer_id for case in self.cases.values()]
        )
        found: dict[int, list[str]] = {}
        for customer, value in works.order_by("pk").values_list("customer", "normal"):
            found.setdefault(customer, []).append(value)
        chosen = {}
        for row in self.rows:
            case = self.cases[row.affected.case_id or 0]
            values = found.get(case.customer_id, [])
            chosen[case.pk] = row.affected.email if row.affected.email in values else next(iter(values), "")
        return chosen

    def write(self) -> None:
        """Mails, deliveries, and what a human word means for each case, with a fixed number of statements."""
        going, read = self._read()
        Message.objects.bulk_create(message for _, _, message in going)
        Advice.objects.bulk_create(
            Advice(message=message, score=found.score, checks=sorted({one.check for one in found.findings}))
            for (_, _, message), found in zip(going, read, strict=True)
        )
        Delivery.objects.bulk_create(
            Delivery(message=message, address=message.address, next_try_at=self.at) for _, _, message in going
        )
        ThreadKey.objects.bulk_create(ThreadKey(key=m.message_id, own=True, case=case) for _, case, m in going)
        for row, _, message in going:
            row.message = message
        Recipient.objects.bulk_update(self.rows, ["message", "passed_over", "held"])
        if held := sum(bool(row.held) for row in self.rows):
            record("wave.held", by=DESK, at=self.at, case_id=self.problem.chain, subject=self.notice.subject, held=held)
        record_all(
            entry(
                "message.written", by=self.author, at=self.at, case_id=case.pk, channel=Channel.EMAIL.label,
                message=message.pk, notice=self.notice.pk,
            )
            for _, case, message in going
        )  # fmt: skip
        self._speak([case for _, case, _ in going])
        self._bind(going)
        if going:
            self.problem.said_something(at=self.at)
        send_soon(bool(going))

    def _read(self) -> tuple[list[tuple[Recipient, Case, Message]], list[Review]]:
        """The mails that go, each with what the coach says of it; whoever is not written to is marked with the reason."""
        near = []
        for row in self.rows:
            case = self.cases[row.affected.case_id or 0]
            if because := self._hindrance(row, case):
                row.passed_over = because
            else:
                near.append((row, case))
        reader = Reader(self.notice, sender=self.author.name, at=self.at)
        found = reader.read([Letter(case, self._values(case), row.affected.facts) for row, case in near])
        going, read = [], []
        for (row, case), said in zip(near, found, strict=True):
            if held := held_of(said, self.notice):
                row.held, row.passed_over = (
                    sorted(held),
                    f"The coach holds it back. {' '.join(dict.fromkeys(held.values()))}",
                )
            else:
                going.append((row, case, self._message(row, case)))
                read.append(said)
        return going, read

    def _hindrance(self, row: Recipient, case: Case) -> str:
        """Why this one is not written to after all, or the empty string."""
        if not case.is_open and self.notice.kind != Kind.FOLLOW_UP:
            return "the case has ended"
        if self.notice.kind == Kind.TELL and case.human_spoke_at is not None:
            return "told meanwhile, by somebody"
        if not self.addresses[case.pk]:
            return "no e-mail address that works"
        lacking = unfilled(self.notice.subject + self.notice.words, self._values(case), row.affected.facts)
        return f"nothing is known of {', '.join(lacking)}" if lacking else ""

    def _values(self, case: Case) -> dict[str, str]:
        news = self.problem.next_news_at
        return {
            "name": case.customer.name or "customer",
            "what_happened": self.problem.what_happened,
            "course": self.problem.course,
            "next_news": _day(news) if news else "",
            "status_page": f"{settings.BASE_URL}/status/",
            "their_page": self.links[case.pk].url,
        }

    def _message(self, row: Recipient, case: Case) -> Message:
        values = self._values(case)
        text = fill(self.notice.words, values, row.affected.facts)
        lines = (
            f"{self.author.signature.strip() or self.author.name}\n{settings.MAIL_FROM_NAME}\n\n--\n"
            f"A reply to this mail reaches {self.author.name}. You can also see where this stands, and write to us, here:\n"
            f"{values['their_page']}\nReference {case.reference}\n"
        )
        return Message(
            case=case, direction="out", channel=Channel.EMAIL, purpose=_FOLLOW[Kind(self.notice.kind)],
            author=self.author, address=self.addresses[case.pk], subject=fill(self.notice.subject, values, row.affected.facts)[:500],
            text=text, sent_text=f"{text}\n\n{lines}", says=found_in(text), said_at=self.at, recorded_at=self.at,
            message_id=fresh_message_id(),
        )  # fmt: skip

    def _speak(self, cases: Sequence[Case]) -> None:
        """As `messages.writing.spoke`, for all of them: owned, answered, and the next word has its time."""
        keys = [case.pk for case in cases]
        mine = Case.objects.filter(pk__in=keys)
        if here(self.author, at=self.at):
            mine.filter(owner=None).update(owner=self.author)
        fresh = [case.pk for case in cases if case.stage == Stage.NEW]
        Case.objects.filter(pk__in=fresh, stage=Stage.NEW).update(stage=Stage.LISTENING)
        mine.update(human_spoke_at=self.at)
        record_all(entry("case.acknowledged", by=self.author, at=self.at, case_id=key) for key in fresh)
        said = Deadline.objects.outstanding().filter(case__in=keys, kind__in=[Due.FIRST_ANSWER, Due.NEXT_UPDATE])
        late = Q(due_at__lt=self.at, missed_at=None)
        said.filter(late).update(missed_at=self.at)
        said.update(met_at=Coalesce("met_at", self.at))
        owed = [case for case in cases if case.stage not in {Stage.RESOLVED, Stage.CLOSED}]
        Deadline.objects.set_all(
            Deadline(
                case=case, kind=Due.NEXT_UPDATE, due_at=when.due_at, warn_at=when.warn_at, policy=when.policy, set_at=self.at
            )
            for case in owed if (when := next_update(case, since=self.at))
        )  # fmt: skip

    def _bind(self, going: Sequence[tuple[Recipient, Case, Message]]) -> None:
        """What the notice promises is a promise to each; what it follows up is followed up, by this mail."""
        if self.notice.promise and self.notice.promise_due and self.notice.promise_due > self.at:
            for _, case, message in going:
                case.promises.make(
                    self.notice.promise, due=self.notice.promise_due, made_in=message, backed_by=self.notice.approved_by,
                    by=self.author, at=self.at,
                )  # fmt: skip
        if self.notice.kind == Kind.FOLLOW_UP:
            by_case = {case.pk: message for _, case, message in going}
            tasks = FollowUp.objects.outstanding().filter(case__in=by_case, kind="mail").select_related("case")
            for task in tasks:
                task.complete(by_case[task.case_id], by=self.author, at=self.at)
                record("followup.mailed", by=self.author, at=self.at, case_id=task.case_id)


def _day(moment: datetime) -> str:
    """As it stands in a letter."""
    there = moment.astimezone(ZoneInfo(HOUSE.time_zone))
    return f"{there:%A} {there.day} {there:%B}, {there:%H:%M}"
