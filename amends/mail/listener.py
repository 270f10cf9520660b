"""The SMTP listener: a mail is answered with 250 once it is committed, and not before; many at once share one commit."""

from __future__ import annotations

import asyncio
import logging
import queue
import re
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from aiosmtpd.smtp import SMTP
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from amends.arrivals.arrival import Arrival
from amends.mail.tireless import start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiosmtpd.smtp import Envelope, Session

log = logging.getLogger(__name__)
_RECIPIENTS = 100  # of one mail, as RFC 5321 asks
_CONNECTIONS = 200
_IDLE = 120  # seconds a silent client is kept
_GRACE = 5.0  # seconds that clients in mid-mail have when the listener stops
_PLAIN = re.compile(r"<([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+)>(?: (.*))?\Z")
_MOST = 100  # mails in one commit
_MOST_BYTES = 32 * 1024 * 1024
_Job = tuple[Arrival, "Future[None]"]


def our_domains() -> set[str]:
    """The domains we take mail for: that of our own address, and those of AMENDS_MAIL_DOMAINS."""
    named = getattr(settings, "MAIL_DOMAINS", ())
    return {domain.lower() for domain in (settings.MAIL_FROM.rpartition("@")[2], *named) if domain}


def size_limit() -> int:
    """Bytes of the largest mail taken: our limit for files, as large as their encoding makes them, and room for words."""
    return int(settings.ATTACHMENT_MAX_BYTES * 1.4) + 1024 * 1024


class Conversation(SMTP):
    """One client's session."""

    # Lines longer than the standard's 998 come from real customers' programs; a mail is not refused for its line length.
    line_length_limit = 256 * 1024

    def __init__(self, door: Door, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(
            door,
            data_size_limit=size_limit(),
            enable_SMTPUTF8=True,
            hostname=settings.MAIL_FROM.rpartition("@")[2] or "localhost",
            ident="amends",
            timeout=_IDLE,
            loop=loop,
        )

    def connection_made(self, transport: Any) -> None:
        """Refuse politely what would be one client too many; it comes again."""
        sessions = self.event_handler.sessions
        if len(sessions) >= _CONNECTIONS:
            transport.write(b"421 4.3.2 Too many connections, try again later\r\n")
            transport.close()
            return
        sessions.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """Forget the client."""
        if self in self.event_handler.sessions:
            self.event_handler.sessions.discard(self)
            super().connection_lost(error)

    def _getaddr(self, arg: str) -> tuple[str | None, str | None]:
        """The usual form of an address is read at once; the full grammar costs more than all the rest of the session."""
        if plain := _PLAIN.match(arg or ""):
            return plain[1], plain[2] or ""
        found: tuple[str | None, str | None] = super()._getaddr(arg)
        return found


class Door:
    """Who may come in, and the answer each mail gets."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.domains = our_domains()
        self.sessions: set[Conversation] = set()

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Only mail to ourselves is taken: we relay for nobody."""
        local, at, domain = address.rpartition("@")
        if (at and domain.lower() not in self.domains) or (not at and address.lower() != "postmaster"):
            return "550 5.7.1 We take no mail for this address"
        if not local and at:
            return "553 5.1.3 This is no address"
        if len(envelope.rcpt_tos) >= _RECIPIENTS:
            return "452 4.5.3 Too many recipients, send the others later"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Stored and committed, or 451: the sender keeps the mail and tries again."""
        sender = envelope.mail_from or ""
        arrival = Arrival.fresh(
            bytes(envelope.content or b""),  # type: ignore[arg-type]  # bytes, as we asked for
            way="smtp",
            at=timezone.now(),
            envelope_from="" if sender == "<>" else _clean(sender),
            envelope_to=[_clean(address) for address in envelope.rcpt_tos],
        )
        try:
            await asyncio.wrap_future(self.store.put(arrival))
        except Exception as trouble:  # noqa: BLE001 - whatever it is, the mail is not stored and must not be acknowledged
            log.warning("a mail could not be stored and is left with its sender: %s", trouble)
            return "451 4.3.0 The mail could not be stored, try again later"
        return "250 2.0.0 Stored"


class Listener:
    """A listening socket and its loop in a thread of their own."""

    def __init__(self, store: Store, *, host: str, port: int) -> None:
        """Listening when this returns; OSError if the address cannot be had."""
        self.door = Door(store)
        self.loop = asyncio.new_event_loop()
        self.server = self.loop.run_until_complete(
            self.loop.create_server(lambda: Conversation(self.door, self.loop), host, port, backlog=512)
        )
        self.port: int = self.server.sockets[0].getsockname()[1]
        self._thread = start("mail listener", self.loop.run_forever)

    def close(self) -> None:
        """Nobody new is let in; who is in the middle of a mail may finish it within a few seconds."""
        asyncio.run_coroutine_threadsafe(self._close(), self.loop).result()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()
        self.loop.close()

    async def _close(self) -> None:
        self.server.close()
        for session in list(self.door.sessions):
            if not (session.envelope and session.envelope.rcpt_tos) and session.transport:
                session.transport.close()
        for _ in range(int(_GRACE / 0.05)):
            if not self.door.sessions:
                break
            await asyncio.sleep(0.05)
        for session in list(self.door.sessions):
            session.transport.abort()  # type: ignore[union-attr]  # a client that is not lost has a socket
        await asyncio.sleep(0)


def place(address: str) -> tuple[str, int]:
    """The host and port of `host:port`; `[::1]:25` and `:25` are understood too."""
    host, _, port = address.rpartition(":")
    return host.strip("[]") or "127.0.0.1", int(port)


def _clean(address: str) -> str:
    return address.encode("utf-8", "replace").decode().replace("\x00", "")


# Its per-command log lines hold addresses and cost time.
logging.getLogger("mail.log").setLevel(logging.ERROR)


class Store:
    """One thread with one connection that commits arrivals in groups; `stored` is set after each commit."""

    def __init__(self) -> None:
        self.stored = threading.Event()
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = start("mail store", self._run)

    def put(self, arrival: Arrival) -> Future[None]:
        """The future is done once the mail is committed, or holds the database's trouble: then it is not stored."""
        future: Future[None] = Future()
        self._jobs.put((arrival, future))
        return future

    def close(self) -> None:
        """Everything put so far is decided; the thread and its connection are gone."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        going = True
        while going:
            jobs: list[_Job] = []
            going = self._collect(jobs)
            if jobs:
                self._commit(jobs)
        connection.close()

    def _collect(self, jobs: list[_Job]) -> bool:
        """Wait for a mail and take all that came meanwhile; False when there will be no more."""
        job = self._jobs.get()
        size = 0
        while job is not None:
            # Whoever hung up before this gets no answer and sends it again; from here on it is stored.
            if job[1].set_running_or_notify_cancel():
                jobs.append(job)
                size += job[0].size
            if len(jobs) >= _MOST or size >= _MOST_BYTES:
                return True
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return True
        return False

    def _commit(self, jobs: Sequence[_Job]) -> None:
        """Commit them together; if that cannot be, each alone, so that one mail's trouble is not another's."""
        try:
            _insert([arrival for arrival, _ in jobs])
        except Exception as trouble:  # noqa: BLE001 - handed to whoever waits for it
            if len(jobs) > 1 and not isinstance(trouble, OperationalError | InterfaceError):
                for job in jobs:
                    self._commit([job])
            else:
                for _, future in jobs:
                    future.set_exception(trouble)
            return
        for _, future in jobs:
            future.set_result(None)
        self.stored.set()


def _insert(arrivals: list[Arrival]) -> None:
    """Insert with one statement. A connection that died while nobody used it is replaced once.

    Should the first try have been committed after all, the second copy is recognised as one when it is read.
    """
    try:
        Arrival.objects.bulk_create(arrivals)
    except (OperationalError, InterfaceError):
        connection.close()
        Arrival.objects.bulk_create(arrivals)
    finally:
        if connection.connection is not None and connection.connection.closed:
            connection.close()
