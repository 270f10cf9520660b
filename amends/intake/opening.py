"""Opening a case: one verb for every edge, by mail, phone, form, import or API, one at a time or many at once.

Many are opened with as many statements as one, so that a full mailbox after a weekend costs what it must and no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from amends.arrivals.threading import ThreadKey
from amends.cases.case import Case, Origin, Severity
from amends.cases.portal import PortalLink
from amends.customers.address import Address, normal
from amends.customers.address import Kind as AddressKind
from amends.customers.customer import Channel, Customer
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.pacing import first_answer, limits
from amends.deadlines.ruling import choose
from amends.intake import receipts
from amends.journal.actors import DESK
from amends.journal.entry import Entry, entry, record_all
from amends.messages.attachment import Attachment, Enclosure, within_limits
from amends.messages.delivery import Delivery, send_soon
from amends.messages.inbound import owe_opening
from amends.messages.message import Message, Purpose, fresh_message_id
from amends.people.presence import here
from amends.people.queue import Queue
from amends.readings.reading import read_soon
from amends.repeats.again import known_of, raises

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.arrivals.arrival import Arrival
    from amends.deadlines.pacing import Timing
    from amends.journal.actors import Actor
    from amends.people.person import Person
    from amends.repeats.again import Again


@dataclass(slots=True, kw_only=True)
class Complaint:
    """A customer's first words on a failure, as an edge brings them.

    The customer is given, or found by e-mail address or phone number, or made. `received_at` is when they told us;
    `written_at` what their own clock said. `message_id` and `keys` are those of a mail, and a mail alone has an `arrival`.
    `receipt` asks for the automatic receipt.
    """

    words: str
    channel: str
    received_at: datetime
    customer: Customer | None = None
    name: str = ""
    email: str = ""
    phone: str = ""
    subject: str = ""
    origin: str = Origin.COMPLAINT
    severity: int = Severity.MEDIUM
    queue: Queue | None = None
    owner: Person | None = None
    source: str = ""
    source_id: str = ""
    whole_text: str = ""
    written_at: datetime | None = None
    message_id: str = ""
    keys: Sequence[str] = ()
    arrival: Arrival | None = None
    enclosures: Sequence[Enclosure] = ()
    receipt: bool = False


def open_case(complaint: Complaint, *, by: Actor | None, at: datetime) -> Case:
    """One case, as `open_cases` opens it. Raises `Refused` when the files are too large."""
    return open_cases([complaint], by=by, at=at)[0]


@transaction.atomic
def open_cases(complaints: Sequence[Complaint], *, by: Actor | None, at: datetime) -> list[Case]:
    """A case for each complaint, in order: customer known, first words kept, first answer due, receipt on its way.

    `by` is who opened them; None means each customer themselves. Raises `Refused` when somebody's files are too large.
    """
    for complaint in complaints:
        within_limits(complaint.enclosures)
    customers = _customers(complaints, at)
    queue = Queue.objects.front_desk()
    owners = {c.owner.pk for c in complaints if c.owner and here(c.owner, at=at)}
    before = known_of(
        [(customer.pk, min(c.received_at, at)) for c, customer in zip(complaints, customers, strict=True)], at=at
    )
    cases = Case.objects.bulk_create(
        _case(c, customer, c.queue or queue, owners, at=at, again=again)
        for c, customer, again in zip(complaints, customers, before, strict=True)
    )
    deadlines = [_deadline(case, Kind.FIRST_ANSWER, first_answer(case, since=case.received_at), at) for case in cases]
    also = [_deadline(case, kind, due, at) for case in cases for kind, due in limits(case)]
    Deadline.objects.set_all([*deadlines, *also])
    owe_opening([case for c, case in zip(complaints, cases, strict=True) if c.enclosures and not c.owner], at=at)
    messages = Message.objects.bulk_create(_first_words(c, case, at) for c, case in zip(complaints, cases, strict=True))
    Attachment.objects.enclose(
        [(m, enclosure) for c, m in zip(complaints, messages, strict=True) for enclosure in c.enclosures]
    )
    ThreadKey.objects.bulk_create(
        key
        for c, case in zip(complaints, cases, strict=True)
        for key in thread_keys(c.message_id, c.keys, c.email, case)
    )
    entries = [
        entry(
            "case.opened",
            by=by or case.customer,
            at=at,
            case_id=case.pk,
            origin=Origin(case.origin).label,
            channel=Channel(case.channel).label,
            severity=case.severity,
        )
        for case in cases
    ]
    wanting = [row for row in zip(complaints, cases, deadlines, strict=True) if row[0].receipt and row[0].email]
    record_all([*entries, *_repeats(cases, before, at), *_acknowledge(wanting, at)])
    read_soon(bool(cases))
    return cases


def thread_keys(message_id: str, keys: Sequence[str], sender: str, case: Case) -> list[ThreadKey]:
    """The keys a mail leaves for the mails that come after it, and before it."""
    sender = normal(AddressKind.EMAIL, sender)
    own = [ThreadKey(key=message_id, own=True, sender=sender, case=case)] if message_id else []
    return own + [ThreadKey(key=key, own=False, sender=sender, case=case) for key in keys]


def _customers(complaints: Sequence[Complaint], at: datetime) -> list[Customer]:
    """The customer of each complaint; those nobody knew are made, once each, with one statement a table."""
    known = {
        kind: Address.objects.owners(kind, wanted) if (wanted := {getattr(c, kind) for c in complaints} - {""}) else {}
        for kind in (AddressKind.EMAIL, AddressKind.PHONE)
    }
    fresh: list[Customer] = []
    addresses: list[Address] = []
    found = []
    for complaint in complaints:
        ways = [(kind, value) for kind in known if (value := getattr(complaint, kind))]
        customer = complaint.customer
        for kind, value in ways:
            customer = customer or known[kind].get(normal(kind, value))
        if customer is None:
            customer = Customer(name=complaint.name, known_since=at)
            fresh.append(customer)
        for kind, value in ways:
            if normal(kind, value) not in known[kind]:
                known[kind][normal(kind, value)] = customer
                addresses.append(
                    Address(
                        customer=customer, kind=kind, value=value[:320], normal=normal(kind, value)[:320], added_at=at
                    )
                )
        found.append(customer)
    Customer.objects.bulk_create(fresh)
    for address in addresses:
        address.customer_id = address.customer.pk
    Address.objects.bulk_create(addresses)
    return found


def _deadline(case: Case, kind: str, due: Timing, at: datetime) -> Deadline:
    return Deadline(case=case, kind=kind, due_at=due.due_at, warn_at=due.warn_at, policy=due.policy, set_at=at)


def _repeats(cases: Sequence[Case], before: Sequence[Again], at: datetime) -> list[Entry]:
    """What the journal says of customers whom we had let down before."""
    return [
        entry(
            "case.again", by=DESK, at=at, case_id=case.pk, nth=again.nth, broken=again.broken, kin=again.kin,
            severity=Severity(case.severity).label,
        )
        for case, again in zip(cases, before, strict=True)
        if again.demands and raises(case.origin)
    ]  # fmt: skip


def _case(
    complaint: Complaint, customer: Customer, queue: Queue, owners: set[int], *, at: datetime, again: Again
) -> Case:
    """Whoever should own it and is away does not: it waits in its queue. Whom we let down before is graver."""
    received_at = min(complaint.received_at, at)
    return Case(
        customer=customer,
        origin=complaint.origin,
        channel=complaint.channel,
        subject=complaint.subject[:300],
        received_at=received_at,
        opened_at=at,
        severity=again.raised(complaint.severity) if raises(complaint.origin) else complaint.severity,
        owner=complaint.owner if complaint.owner and complaint.owner.pk in owners else None,
        queue=queue,
        packs=list(choose(queue, received_at=received_at).keys),
        product=queue.product,
        customer_spoke_at=received_at,
        waiting_since=received_at,
        source=complaint.source,
        source_id=complaint.source_id,
    )


def _first_words(complaint: Complaint, case: Case, at: datetime) -> Message:
    return Message(
        case=case,
        direction="in",
        channel=complaint.channel,
        address=complaint.email or complaint.phone,
        subject=complaint.subject,
        text=complaint.words,
        said_at=case.received_at,
        recorded_at=at,
        message_id=complaint.message_id,
        in_reply_to=complaint.keys[0] if complaint.keys else "",
        arrival=complaint.arrival,
    )


def _acknowledge(wanting: Sequence[tuple[Complaint, Case, Deadline]], at: datetime) -> list[Entry]:
    """Write the automatic receipts that no brake holds back; returns what the journal should say."""
    if not wanting:
        return []
    sent = receipts.recent([complaint.email for complaint, _, _ in wanting], at=at)
    entries: list[Entry] = []
    going: list[tuple[Complaint, Case, Deadline]] = []
    for complaint, case, deadline in wanting:
        if because := receipts.braked(complaint, sent):
            entries.append(entry("message.braked", by=DESK, at=at, case_id=case.pk, because=because))
            continue
        sent.setdefault(normal(AddressKind.EMAIL, complaint.email), []).append(at)
        going.append((complaint, case, deadline))
    links = PortalLink.objects.give([case for _, case, _ in going], at=at)
    messages = Message.objects.bulk_create(_receipt(*row, links[row[1].pk].url, at) for row in going)
    Delivery.objects.bulk_create(
        Delivery(message=message, address=normal(AddressKind.EMAIL, message.address), next_try_at=at)
        for message in messages
    )
    ThreadKey.objects.bulk_create(ThreadKey(key=m.message_id, own=True, case=m.case) for m in messages)
    send_soon(bool(messages))
    return entries + [entry("message.acknowledged", by=DESK, at=at, case_id=case.pk) for _, case, _ in going]


def _receipt(complaint: Complaint, case: Case, deadline: Deadline, url: str, at: datetime) -> Message:
    text = receipts.words(
        name=case.customer.name,
        reference=case.reference,
        due=deadline.due_at,
        url=url,
        owner=case.owner.name if case.owner else "",
    )
    return Message(
        case=case,
        direction="out",
        channel=Channel.EMAIL,
        purpose=Purpose.RECEIPT,
        automatic=True,
        address=complaint.email,
        subject=f"{receipts.SUBJECT}: {complaint.subject}"[:500] if complaint.subject else receipts.SUBJECT,
        text=text,
        sent_text=text,
        said_at=at,
        recorded_at=at,
        message_id=fresh_message_id(),
        in_reply_to=complaint.message_id,
    )
