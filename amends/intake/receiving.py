"""Receiving mail: each stored arrival is read and ends in exactly one outcome, in the transaction that acts on it.

A batch is received with as many statements as one mail. One receiver works at a time in the whole installation (an advisory
lock), so that two overlapping fetchers, or a reply in one batch and its mail in the other, cannot open two cases for one.
"""

from __future__ import annotations

import hashlib
import logging
from datetime import timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models.functions import Coalesce, Greatest

from amends.arrivals.arrival import Arrival, Outcome, Way
from amends.arrivals.threading import ThreadKey
from amends.cases.case import Case
from amends.customers.customer import Channel
from amends.eml.reading import Letter, Unreadable, content_hash, read
from amends.intake.bounces import mark_bounced
from amends.intake.opening import Complaint, open_cases, thread_keys
from amends.intake.sorting import Mail, Sorter
from amends.journal.actors import DESK
from amends.journal.entry import Entry, entry, record_all
from amends.messages.attachment import Attachment
from amends.messages.inbound import note_chases, owe_opening
from amends.messages.message import Message
from amends.readings.reading import read_soon

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from django.db.models import QuerySet

BATCH = 50  # mails in one transaction
_BATCH_BYTES = 32 * 1024 * 1024
_FRESH = timedelta(days=7)  # a receipt for older mail, found in a mailbox that is new to us, would only puzzle
#: One receiver at a time: the number of the advisory lock.
RECEIVING = 0x616D656E6473
log = logging.getLogger(__name__)

_SETTLE = """
UPDATE amends_arrival a SET outcome = s.outcome, because = s.because, case_id = s.case_id, content_hash = s.hash,
  message_id = s.message_id, sender = s.sender, read_at = %s,
  recipients = coalesce(string_to_array(nullif(s.recipients, ''), E'\\n'), '{}')
FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::bigint[], %s::bytea[], %s::text[], %s::text[], %s::text[])
  AS s(id, outcome, because, case_id, hash, message_id, sender, recipients)
WHERE a.id = s.id
"""


def receive_waiting(*, at: datetime, most: int = BATCH, among: Sequence[int] | None = None) -> int:
    """Read up to `most` waiting arrivals (of those `among`, if given), oldest first; returns how many there were.

    A mail that breaks the batch is found by reading one at a time, and kept in quarantine with the reason; whatever the
    reason, since one mail must never hold up all others. A database that is away is nobody's fault and is raised.
    """
    try:
        return _receive(at, most, among)
    except (OperationalError, InterfaceError):
        raise
    except Exception as trouble:  # noqa: BLE001 - found below
        log.warning("a batch of mail could not be received together: %s", trouble)
    keys = list(_waiting(among).values_list("pk", flat=True)[:most])
    for key in keys:
        try:
            _receive(at, 1, [key])
        except (OperationalError, InterfaceError):
            raise
        except Exception as trouble:
            log.exception("arrival %s is kept in quarantine", key)
            _quarantine(key, f"{type(trouble).__name__}: {trouble}", at)
    return len(keys)


def _waiting(among: Sequence[int] | None) -> QuerySet[Arrival]:
    waiting = Arrival.objects.unread()
    return waiting if among is None else waiting.filter(pk__in=among)


@transaction.atomic
def _receive(at: datetime, most: int, among: Sequence[int] | None) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [RECEIVING])
    mails = [_read(arrival) for arrival in Arrival.objects.filter(pk__in=_batch(most, among)).order_by("id")]
    if mails:
        _act(mails, at)
    return len(mails)


def _batch(most: int, among: Sequence[int] | None) -> list[int]:
    """The arrivals to read together: not many, and not so large together that they fill the memory."""
    rows = list(_waiting(among).values_list("pk", "size")[:most])
    totals = accumulate(size for _, size in rows)
    return [key for (key, size), total in zip(rows, totals, strict=True) if total <= _BATCH_BYTES or total == size]


def _read(arrival: Arrival) -> Mail:
    """The mail, read as far as it can be; one that cannot be is quarantined with the reason."""
    raw = bytes(arrival.raw)
    try:
        letter = read(raw)
    except Unreadable as trouble:
        mail = Mail(arrival, None, bytes.fromhex(content_hash(raw)))
        mail.end(Outcome.QUARANTINED, because=trouble.reason)
        return mail
    return Mail(arrival, letter, bytes.fromhex(letter.content_hash))


def _act(mails: Sequence[Mail], at: datetime) -> None:
    """Sort the batch, open and continue the cases, and write every outcome down."""
    sorter = Sorter(mails)
    strays: list[tuple[int, Mail]] = []
    for mail in mails:
        sorter.sort(mail)
        if mail.outcome in {Outcome.OPENED, Outcome.CONTINUED}:
            strays.extend((stray, mail) for stray in sorter.strays_of(mail))
    opening = [mail for mail in mails if mail.outcome == Outcome.OPENED]
    cases = open_cases([_complaint(mail, at) for mail in opening], by=None, at=at) if opening else []
    for mail, case in zip(opening, cases, strict=True):
        assert mail.thread is not None  # noqa: S101 - the sorter gave every opened mail its own thread
        mail.thread.case = case
    entries = _continue([mail for mail in mails if mail.outcome in {Outcome.CONTINUED, Outcome.AUTO_REPLY}], at)
    for mail in mails:
        if mail.outcome == Outcome.BOUNCE:
            mark_bounced(mail, at=at)
        if mail.outcome == Outcome.QUARANTINED:
            entries.append(entry("arrival.quarantined", by=DESK, at=at, because=mail.because, arrival=mail.arrival.pk))
    record_all(entries)
    _settle(mails, at)
    _adopt(strays, at)  # after the outcomes: an automatic reply and the mail it answers may be of one batch


def _complaint(mail: Mail, at: datetime) -> Complaint:
    letter = mail.letter
    assert letter is not None  # noqa: S101 - only mails that were read open a case
    return Complaint(
        words=letter.kept_text or letter.text,
        whole_text=letter.text,
        channel=Channel.EMAIL,
        received_at=mail.said_at,
        written_at=letter.date,
        name=letter.sender.name[:200],
        email=letter.sender.address,
        subject=letter.subject,
        message_id=mail.message_id,
        keys=mail.keys,
        arrival=mail.arrival,
        enclosures=mail.enclosures(),
        receipt=_wants_receipt(mail, at),
    )


def _wants_receipt(mail: Mail, at: datetime) -> bool:
    """Not for old mail, from files or long in its mailbox, nor for the null sender, which is never answered (RFC 3834)."""
    arrival = mail.arrival
    if arrival.way in {Way.FILE_RECEIPTED, Way.FILE_QUIET}:
        return arrival.way == Way.FILE_RECEIPTED
    written = mail.letter.date if mail.letter and arrival.way == Way.FILE else arrival.arrived_at
    if written is None or at - written > _FRESH:
        return False
    return not (arrival.way == "smtp" and arrival.envelope_from in {"", "<>"})


def _continue(mails: Sequence[Mail], at: datetime) -> list[Entry]:
    """Words on cases we have, and automatic replies, which change nothing that is due."""
    placed = [(mail, mail.letter, mail.thread.case) for mail in mails if mail.thread and mail.letter]
    rows = [(mail, letter, case) for mail, letter, case in placed if case]
    messages = Message.objects.bulk_create(_message(mail, letter, case, at) for mail, letter, case in rows)
    Attachment.objects.enclose(
        [(m, file) for m, (mail, _, _) in zip(messages, rows, strict=True) for file in mail.enclosures()]
    )
    ThreadKey.objects.bulk_create(
        [key for mail, _, case in rows for key in thread_keys(mail.message_id, mail.keys, mail.sender, case)]
        + [
            ThreadKey(key=key, own=False, sender=mail.sender, arrival=mail.arrival)
            for mail in mails
            if mail.thread is None
            for key in mail.keys
        ]
    )
    spoken = {case.pk for mail, _, case in rows if mail.outcome == Outcome.CONTINUED}
    if spoken:
        Case.objects.filter(pk__in=spoken).update(
            customer_spoke_at=Greatest("customer_spoke_at", at), waiting_since=Coalesce("waiting_since", at)
        )
        owe_opening({case.pk: case for mail, _, case in rows if mail.outcome == Outcome.CONTINUED}.values(), at=at)
        note_chases(messages, at=at)
        read_soon()
    return [_told(mail, case, at) for mail, _, case in rows]


def _told(mail: Mail, case: Case, at: datetime) -> Entry:
    if mail.outcome == Outcome.AUTO_REPLY:
        return entry("message.auto_replied", by=DESK, at=at, case_id=case.pk)
    return entry("message.received", by=case.customer, at=at, case_id=case.pk, channel=Channel.EMAIL.label)


def _message(mail: Mail, letter: Letter, case: Case, at: datetime) -> Message:
    return Message(
        case=case,
        direction="in",
        channel=Channel.EMAIL,
        automatic=mail.outcome == Outcome.AUTO_REPLY,
        address=letter.sender.address,
        subject=letter.subject,
        text=letter.kept_text or letter.text,
        said_at=mail.said_at,
        recorded_at=at,
        message_id=mail.message_id,
        in_reply_to=mail.keys[0] if mail.keys else "",
        arrival=mail.arrival,
    )


def _adopt(strays: Sequence[tuple[int, Mail]], at: datetime) -> None:
    """Automatic replies that came before the mail they answer are put on its case now."""
    for key, mail in strays:
        case = mail.thread.case if mail.thread else None
        arrival = Arrival.objects.filter(pk=key, case=None).first()
        if case is None or arrival is None:
            continue
        stray = _read(arrival)
        stray.outcome = Outcome.AUTO_REPLY
        if stray.letter:
            _message(stray, stray.letter, case, at).save(force_insert=True)
        Arrival.objects.filter(pk=key).update(case=case)
        ThreadKey.objects.filter(arrival=key).update(case=case, arrival=None)
        record_all([entry("message.auto_replied", by=DESK, at=at, case_id=case.pk)])


def _settle(mails: Sequence[Mail], at: datetime) -> None:
    """Write every outcome down, with one statement."""
    rows = [
        (
            mail.arrival.pk,
            mail.outcome,
            mail.because,
            mail.thread.case.pk if mail.thread and mail.thread.case else None,
            mail.hash,
            mail.message_id,
            mail.sender,
            "\n".join(mail.failed_recipients),
        )
        for mail in mails
    ]
    with connection.cursor() as cursor:
        cursor.execute(_SETTLE, [at, *map(list, zip(*rows, strict=True))])


@transaction.atomic
def _quarantine(key: int, because: str, at: datetime) -> None:
    """Keep a mail that could be read but not acted on; a person sees it with the reason."""
    arrival = Arrival.objects.select_for_update().get(pk=key)
    if arrival.outcome:
        return
    arrival.outcome, arrival.because, arrival.read_at = Outcome.QUARANTINED, because.replace("\x00", "")[:500], at
    arrival.content_hash = hashlib.sha256(bytes(arrival.raw)).digest()
    arrival.save(update_fields=["outcome", "because", "read_at", "content_hash"])
    record_all([entry("arrival.quarantined", by=DESK, at=at, because=arrival.because, arrival=key)])
