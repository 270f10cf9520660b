"""Fetching mailboxes: every message after the last one stored, whoever has read it, and without leaving a trace there."""

from __future__ import annotations

import contextlib
import functools
import logging
import ssl
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from django.db import connection
from django.utils import timezone
from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError

from amends.arrivals.arrival import Arrival
from amends.arrivals.mailbox import Mailbox
from amends.mail.tireless import tirelessly

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator, Sequence
    from datetime import datetime

log = logging.getLogger(__name__)
_TIMEOUT = SocketTimeout(connect=10, read=60)
_RETRY = 60.0  # seconds after which a mailbox that cannot be reached is tried again, at most
_POLL = 15.0  # seconds between looks where the server cannot call us
_IDLE = 120.0  # seconds of waiting for its call before we look ourselves
_MOST = 50  # messages fetched at once
_MOST_BYTES = 16 * 1024 * 1024


class Moved(Exception):  # noqa: N818
    """Another fetcher stored these messages first."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a mailbox lies: `imaps://user:password@host/Folder`, or `imap://…` with `?tls=starttls` (the default) or `none`."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    folder: str
    tls: str

    @classmethod
    def read(cls, url: str) -> Source:
        """The parts of the address; user and password may be percent-encoded."""
        parts = urlsplit(url)
        tls = "tls" if parts.scheme == "imaps" else "starttls"
        tls = parse_qs(parts.query).get("tls", [tls])[0]
        return cls(
            host=parts.hostname or "localhost",
            port=parts.port or (993 if tls == "tls" else 143),
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            folder=unquote(parts.path.strip("/")) or "INBOX",
            tls=tls,
        )

    @property
    def name(self) -> str:
        """The address without the password."""
        return f"imap://{quote(self.user)}@{self.host}:{self.port}/{self.folder}"

    @contextlib.contextmanager
    def opened(self) -> Iterator[IMAPClient]:
        """A session that has the folder open for reading only: nothing is marked, moved or removed."""
        context = ssl.create_default_context()
        client = IMAPClient(
            self.host, self.port, ssl=self.tls == "tls", ssl_context=context, use_uid=True, timeout=_TIMEOUT
        )
        client.normalise_times = False
        try:
            if self.tls == "starttls":
                client.starttls(context)
            client.login(self.user, self.password)
            yield client
        finally:
            with contextlib.suppress(Exception):
                client.logout()


def keep_fetching(url: str, stop: threading.Event, stored: threading.Event) -> None:
    """Fetch from this mailbox until `stop`, and through any outage; `stored` is set whenever mail was stored."""
    source = Source.read(url)
    name = source.name
    work = functools.partial(_watch, source, stop, stored)
    tirelessly(
        functools.partial(_noting_trouble, name, work), what=f"fetching {name}", stop=stop, every=0, patience=_RETRY
    )


def _noting_trouble(name: str, work: Any) -> None:
    """What keeps us from a mailbox stands in its row, for people to see."""
    try:
        work()
    except (OSError, IMAPClientError) as trouble:
        Mailbox.objects.named(name).seen(at=timezone.now(), trouble=f"{type(trouble).__name__}: {trouble}")
        raise


def _watch(source: Source, stop: threading.Event, stored: threading.Event) -> None:
    """Catch up, then wait for the server's call or for a while, again and again on one session."""
    with source.opened() as client:
        mailbox = Mailbox.objects.named(source.name)
        idles = client.has_capability("IDLE")
        while not stop.is_set():
            try:
                if fetch(client, mailbox, source.folder):
                    stored.set()
            except Moved:
                stop.wait(1.0)
                continue
            mailbox.seen(at=timezone.now())
            if idles:
                _idle(client, stop)
            else:
                stop.wait(_POLL)
            connection.close_if_unusable_or_obsolete()


def fetch(client: IMAPClient, mailbox: Mailbox, folder: str) -> int:
    """Everything after the last message we hold is stored; returns how many messages that were."""
    opened = client.select_folder(folder, readonly=True)
    validity = int(opened[b"UIDVALIDITY"])
    mailbox.refresh_from_db()
    if mailbox.uid_validity != validity:
        mailbox.begin_again(validity)
    total = 0
    # "*" means the last message even if it lies before the range, so what we have is left out once more.
    uids = sorted(uid for uid in client.search(["UID", f"{mailbox.last_uid + 1}:*"]) if uid > mailbox.last_uid)
    for batch in _batches(client, uids):
        arrivals = [_arrival(mailbox, uid, raw, came) for uid, raw, came in _bodies(client, batch)]
        if not mailbox.store(arrivals, up_to=batch[-1]):
            raise Moved(mailbox.name)
        total += len(arrivals)
    return total


def _batches(client: IMAPClient, uids: Sequence[int]) -> Iterator[list[int]]:
    """UIDs in groups that are neither many nor large; those that vanished meanwhile are passed over with their group."""
    for start in range(0, len(uids), _MOST * 10):
        part = uids[start : start + _MOST * 10]
        sizes = client.fetch(part, ["RFC822.SIZE"])
        batch: list[int] = []
        total = 0
        for uid in part:
            size = int(sizes.get(uid, {}).get(b"RFC822.SIZE", 0))
            if batch and (len(batch) >= _MOST or total + size > _MOST_BYTES):
                yield batch
                batch, total = [], 0
            batch.append(uid)
            total += size
        yield batch


def _bodies(client: IMAPClient, uids: Sequence[int]) -> list[tuple[int, bytes, datetime]]:
    """The messages' bytes, and when each came to the mailbox.

    One that the server cannot give is not passed over: a note in its place goes to quarantine.
    """
    try:
        found = client.fetch(uids, ["BODY.PEEK[]", "INTERNALDATE"])
    except IMAPClient.AbortError:
        raise
    except IMAPClientError as trouble:
        if len(uids) == 1:
            note = f"the server cannot give message {uids[0]}: {trouble}"
            return [(uids[0], note.encode(), timezone.now())]
        return [body for uid in uids for body in _bodies(client, [uid])]
    here = [(uid, found[uid]) for uid in uids if uid in found and b"BODY[]" in found[uid]]
    return [(uid, bytes(data[b"BODY[]"] or b""), data.get(b"INTERNALDATE") or timezone.now()) for uid, data in here]


def _arrival(mailbox: Mailbox, uid: int, raw: bytes, came: datetime) -> Arrival:
    """It arrived when it came to the mailbox, however long we were away."""
    return Arrival.fresh(raw, way=mailbox.name[:80], at=min(came, timezone.now()), name=f"message {uid}")


def _idle(client: IMAPClient, stop: threading.Event) -> None:
    """Return when the server says that something changed, or after a while."""
    client.idle()
    try:
        waited = 0.0
        while waited < _IDLE and not stop.is_set():
            if client.idle_check(timeout=1.0):
                break
            waited += 1.0
    finally:
        client.idle_done()
