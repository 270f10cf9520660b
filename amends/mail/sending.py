"""Sending: deliveries that are due are claimed, composed and handed to the server, one at a time and each on record.

A sender's number is the advisory lock its own database session holds; when the session ends, however it ends, the lock is
free and what the sender held goes back (`Delivery.objects.reclaim`). Only the session that holds the lock writes that a mail
is handed over, so nothing is sent by a sender that counts as dead.
"""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections import defaultdict
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from amends.cases.portal import tagged
from amends.journal.actors import DESK
from amends.mail.composing import compose, deliverable, thread
from amends.mail.server import Address, Answer, Away, Server
from amends.messages.attachment import Attachment
from amends.messages.delivery import Delivery

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

log = logging.getLogger(__name__)
SENDERS = 2  # at once in the whole installation, so that a hanging server never takes all workers
SENDING = 0x6D61696C  # the advisory locks of those two places
BATCH = 40  # deliveries claimed together
_PAUSE = 5.0  # seconds in which this process leaves a server alone that was away

_KEEPALIVE = "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3"
_THREADS = """
SELECT m.case_id, m.message_id FROM unnest(%s::bigint[]) AS c(id) CROSS JOIN LATERAL (
  (SELECT case_id, message_id, said_at, id FROM amends_message
   WHERE case_id = c.id AND message_id <> '' ORDER BY said_at, id LIMIT 1)
  UNION
  (SELECT case_id, message_id, said_at, id FROM amends_message
   WHERE case_id = c.id AND message_id <> '' ORDER BY said_at DESC, id DESC LIMIT 20)
) AS m ORDER BY m.case_id, m.said_at, m.id
"""


class Rest:
    """Until when this process leaves the server alone."""

    until = 0.0


#: One sender in each process, so that a process that is killed leaves one mail in doubt and not two.
BUSY = threading.Lock()
#: Set when somebody asked for sending while the sender was at work: it may just have looked for the last time.
ASKED = threading.Event()


def send_due(*, stop: threading.Event | None = None) -> int:
    """Everything due has been tried once, or the server is away, or `stop` is set; returns how many mails the server took.

    One sender works in this process and two in the installation; a further one returns at once. Safe to call at any time.
    """
    if time.monotonic() < Rest.until or not Delivery.objects.due(at=timezone.now()).exists():
        return 0
    if not BUSY.acquire(blocking=False):
        ASKED.set()
        return 0
    ASKED.clear()
    try:
        with _place() as number:
            sent = Sender(number).send_all(stop or threading.Event()) if number else 0
    except Away as trouble:
        Rest.until = time.monotonic() + _PAUSE
        log.warning("the mail server is away, trying again soon: %s", trouble)
        return 0
    finally:
        BUSY.release()
    return sent + send_due(stop=stop) if ASKED.is_set() else sent


@contextmanager
def _place() -> Iterator[int | None]:
    """One of the two places, and the number of the sender in it; None when both are taken."""
    try:
        yield _place_number()
    finally:
        with suppress(DatabaseError), connection.cursor() as cursor:  # a session that broke has no locks any more
            cursor.execute("SELECT pg_advisory_unlock_all()")


def _place_number() -> int | None:
    number = secrets.randbits(62) + 1
    with connection.cursor() as cursor:
        for place in range(SENDERS):
            cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [SENDING, place])
            if cursor.fetchone() == (True,):
                # A session whose machine vanished must not hold its locks for hours.
                cursor.execute(_KEEPALIVE)
                cursor.execute("SELECT pg_advisory_lock(%s)", [number])
                return number
    return None


class Sender:
    """One sender at work: claims, one connection to the server, and the last mail it has yet to write down as taken."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.address = Address.read(settings.SMTP_URL)
        self.domain = settings.MAIL_FROM.rpartition("@")[2]
        self.server = self._connected()
        self.taken = 0
        self._unwritten: Delivery | None = None

    def send_all(self, stop: threading.Event) -> int:
        """Try everything that is due, once; returns how many mails were taken. `Away` when the server went away."""
        try:
            while not stop.is_set():
                batch = Delivery.objects.claim(self.number, at=timezone.now(), most=BATCH)
                if not batch:
                    break
                for delivery, raw in _composed(batch):
                    if stop.is_set():
                        break
                    if self._hand_on(delivery):
                        self._send(delivery, raw)
                self._hand_on(None)
        finally:
            self.server.close()
            with suppress(DatabaseError):  # then the session is gone, and whoever comes next reclaims what it held
                self._hand_on(None)
                Delivery.objects.release(self.number, at=timezone.now())
        return self.taken

    def _hand_on(self, delivery: Delivery | None) -> bool:
        """The last mail the server took is on record as sent, and the next as being handed over, in one commit.

        So a sender that is killed leaves one mail in doubt at most.
        """
        done, self._unwritten = self._unwritten, None
        if done is None and delivery is None:
            return False
        return Delivery.objects.hand_on(self.number, done, delivery, at=timezone.now())

    def _connected(self) -> Server:
        return Server(self.address, name=self.domain or "localhost")

    def _send(self, delivery: Delivery, raw: bytes) -> None:
        """Send one. A connection that the server closed between two mails is opened anew once."""
        try:
            try:
                self._try(delivery, raw)
            except Away as trouble:
                if trouble.doubtful or not self.server.carried:
                    raise
                self.server.close()
                self.server = self._connected()
                self._try(delivery, raw)
        except Away as trouble:
            if not trouble.doubtful:
                delivery.untried(at=timezone.now())
            raise

    def _try(self, delivery: Delivery, raw: bytes) -> None:
        try:
            answer, said = self.server.send(raw, sender=tagged("b", str(delivery.pk)), to=deliverable(delivery.address))
        except Away as trouble:
            if trouble.doubtful:
                delivery.doubt(because=str(trouble), by=DESK, at=timezone.now())
            raise
        self._note(delivery, answer, said)

    def _note(self, delivery: Delivery, answer: Answer, said: str) -> None:
        if answer is Answer.TAKEN:
            self.taken += 1
            self._unwritten = delivery
        elif answer is Answer.NOT_NOW:
            delivery.put_off(because=said, by=DESK, at=timezone.now())
        else:
            delivery.give_up(because=said, by=DESK, at=timezone.now())


def _composed(batch: Sequence[Delivery]) -> Iterator[tuple[Delivery, bytes]]:
    """Each delivery with its bytes; threads and files of the whole batch are loaded together."""
    messages = [delivery.message for delivery in batch]
    threads: dict[int, list[str]] = defaultdict(list)
    if cases := list({message.case_id for message in messages if not message.automatic}):
        with connection.cursor() as cursor:
            cursor.execute(_THREADS, [cases])
            for case, name in cursor.fetchall():
                threads[case].append(name)
    files: dict[int, list[Attachment]] = defaultdict(list)
    # Only the small rows at once; the bytes are loaded with the mail they go with.
    for file in Attachment.objects.filter(message__in=[m for m in messages if not m.automatic]).order_by("pk"):
        files[file.message_id].append(file)
    for delivery in batch:
        message = delivery.message
        earlier = [name for name in threads[message.case_id] if name != message.message_id]
        references = thread(earlier, message.in_reply_to)
        yield delivery, compose(delivery, references=references, attachments=files[delivery.message_id])
