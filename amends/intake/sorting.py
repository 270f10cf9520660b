"""Sorting a batch of mail: which is a second copy, a bounce, an automatic reply, a word on a case we have, a new complaint.

Nothing is written here; three look-ups serve the whole batch, and mails of one batch find each other in memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Q

from amends.arrivals.arrival import Arrival, Outcome, Way
from amends.arrivals.threading import ThreadKey
from amends.cases.case import Case
from amends.cases.portal import tag_of
from amends.customers.address import Kind, normal
from amends.eml.names import servable_type
from amends.eml.verdicts import Verdict
from amends.messages.attachment import Enclosure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.eml.reading import Letter

#: How far back a sender's clock is believed; beyond it, they told us on the day the mail arrived. Files are old by nature.
BELIEVED = timedelta(days=30)


class Thread:
    """One case, or one that is about to be opened."""

    __slots__ = ("case",)

    def __init__(self, case: Case | None = None) -> None:
        self.case = case


@dataclass(slots=True)
class Key:
    """A known id: where it leads, who may follow it, and the automatic mail that waits for its case under it."""

    own: bool
    sender: str
    thread: Thread | None
    stray: int | None = None

    def leads(self, sender: str, *, own_id: bool) -> bool:
        """Whether a mail of this sender follows it. An id we hold leads everybody; one only referred to, its sender."""
        if self.thread is None:
            return False
        return (self.own and not own_id) or bool(sender and self.sender == sender)


class Mail:
    """One mail, what it says, and what became of it. `letter` is None when it could not be read."""

    __slots__ = ("arrival", "because", "hash", "keys", "letter", "message_id", "outcome", "sender", "thread")

    def __init__(self, arrival: Arrival, letter: Letter | None, content_hash: bytes) -> None:
        self.arrival, self.letter, self.hash = arrival, letter, content_hash
        self.sender = normal(Kind.EMAIL, letter.sender.address) if letter else ""
        self.message_id = (letter.message_id or "") if letter else ""
        self.keys = [key for key in letter.ancestors if key != self.message_id] if letter else []
        self.outcome, self.because = "", ""
        self.thread: Thread | None = None

    def end(self, outcome: str, *, thread: Thread | None = None, because: str = "") -> None:
        """What became of it."""
        self.outcome, self.thread, self.because = outcome, thread, because

    @property
    def said_at(self) -> datetime:
        """When they wrote it, as far as their clock can be believed."""
        arrived, written = self.arrival.arrived_at, self.letter.date if self.letter else None
        if written is None or written > arrived:
            return arrived
        return written if self.arrival.way.startswith(Way.FILE) or arrived - written < BELIEVED else arrived

    @property
    def failed_recipients(self) -> list[str]:
        """Whom a bounce is about."""
        bounce = self.letter.bounce if self.letter else None
        return [failure.address for failure in bounce.recipients] if bounce else []

    def enclosures(self) -> list[Enclosure]:
        """Its files up to the limit; what goes beyond stays in the original, one click away."""
        room = settings.ATTACHMENT_MAX_BYTES
        kept = []
        for file in self.letter.attachments if self.letter else ():
            room -= len(file.data)
            if room >= 0:
                kept.append(Enclosure(file.name[:255], servable_type(file.content_type, file.data)[:120], file.data))
        return kept


class Sorter:
    """What is known about a batch before it is sorted, and what its own mails add while it is."""

    def __init__(self, mails: Sequence[Mail]) -> None:
        self.originals = _originals(mails)
        self.threads: dict[int, Thread] = {}
        self.keyring: dict[str, list[Key]] = {}
        wanted = {key for mail in mails for key in (mail.message_id, *mail.keys) if key}
        # What others referred to leads only themselves: the thousands who answered one newsletter are not looked at.
        theirs = Q(own=True) | Q(sender__in={mail.sender for mail in mails})
        for row in (
            ThreadKey.objects.filter(theirs, key__in=wanted)
            .select_related("case__customer", "case__queue__site")
            .order_by("id")
        ):
            thread = self.thread_of(row.case) if row.case else None
            self._learn(row.key, Key(row.own, row.sender, thread, row.arrival_id))

    def sort(self, mail: Mail) -> None:
        """Give the mail its outcome and its thread, and learn its ids for the mails after it."""
        original = self.originals.get(mail.hash)
        if original is not None:
            mail.end(Outcome.DUPLICATE, thread=original.thread)
            return
        self.originals[mail.hash] = mail
        if mail.letter is None:
            return
        thread = self.find(mail)
        if mail.letter.verdict is Verdict.BOUNCE:
            mail.end(Outcome.BOUNCE, thread=thread)
        elif mail.letter.verdict is Verdict.AUTOMATIC or mail.sender == settings.MAIL_FROM.lower():
            mail.end(Outcome.AUTO_REPLY, thread=thread)
            self._remember(mail, stray=None if thread else mail.arrival.pk)
        else:
            mail.end(Outcome.CONTINUED if thread else Outcome.OPENED, thread=thread or Thread())
            self._remember(mail)

    def find(self, mail: Mail) -> Thread | None:
        """The case by the ids it answers, the nearest first; by its own id, if an answer came before it; by our tag."""
        for name in mail.keys:
            for key in self.keyring.get(name, ()):
                if key.leads(mail.sender, own_id=False):
                    return key.thread
        for key in self.keyring.get(mail.message_id, ()):
            if key.leads(mail.sender, own_id=True):
                return key.thread
        return self._by_tag(mail)

    def strays_of(self, mail: Mail) -> list[int]:
        """Automatic mails of the same sender that came before the mail they answer."""
        keys = self.keyring.get(mail.message_id, ())
        return [key.stray for key in keys if key.stray and key.thread is None and key.sender == mail.sender]

    def thread_of(self, case: Case) -> Thread:
        """One thread for one case."""
        return self.threads.setdefault(case.pk, Thread(case))

    def _by_tag(self, mail: Mail) -> Thread | None:
        letter = mail.letter
        addresses = [a.address for a in (*letter.to, *letter.cc)] if letter else []
        for address in (*mail.arrival.envelope_to, *addresses):
            if reference := tag_of(address, "r"):
                near = ("customer", "queue__site", "merged_into__customer", "merged_into__queue__site")
                case = Case.objects.select_related(*near).filter(reference=reference.upper()).first()
                return self.thread_of(case.merged_into or case) if case else None
        return None

    def _remember(self, mail: Mail, stray: int | None = None) -> None:
        if mail.message_id and stray is None:
            self._learn(mail.message_id, Key(own=True, sender=mail.sender, thread=mail.thread))
        for name in mail.keys:
            self._learn(name, Key(own=False, sender=mail.sender, thread=mail.thread, stray=stray))

    def _learn(self, name: str, key: Key) -> None:
        self.keyring.setdefault(name, []).append(key)


def _originals(mails: Sequence[Mail]) -> dict[bytes, Mail]:
    """Mails already received that hold the same content, by its hash."""
    rows = (
        Arrival.objects.filter(content_hash__in=[mail.hash for mail in mails])
        .exclude(outcome="")
        .exclude(outcome=Outcome.DUPLICATE)
        .select_related("case")
        .defer("raw")
    )
    found = {}
    for row in rows:
        known = Mail(row, None, bytes(row.content_hash or b""))
        known.thread = Thread(row.case) if row.case else None
        found[known.hash] = known
    return found
