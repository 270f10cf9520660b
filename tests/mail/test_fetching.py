"""Fetching from a real Dovecot: everything is seen once, whoever has read it, and nothing there is changed."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from imapclient.exceptions import IMAPClientError

from amends.arrivals.arrival import Arrival
from amends.arrivals.mailbox import Mailbox
from amends.cases.case import Case
from amends.intake.receiving import receive_waiting
from amends.mail import fetching
from amends.mail.fetching import Moved, Source, fetch, keep_fetching
from tests.cast import MORNING, make_mail
from tests.mail.dovecot import PROGRAM, Dovecot, dovecot
from tests.mail.servers import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

needs_dovecot = pytest.mark.skipif(PROGRAM is None, reason="there is no Dovecot here (Debian: dovecot-imapd)")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def box(tmp_path: Path) -> Iterator[Dovecot]:
    with dovecot(tmp_path) as found:
        yield found


def mails(count: int, start: int = 0) -> list[bytes]:
    return [
        make_mail(f"Complaint {n}", sender=f"c{n}@example.com", message_id=f"<{n}@c.example>")
        for n in range(start, start + count)
    ]


def fetched(box: Dovecot) -> int:
    """Look into the mailbox once, as after a start."""
    source = Source.read(box.url)
    with source.opened() as client:
        return fetch(client, Mailbox.objects.named(source.name), source.folder)


@needs_dovecot
def test_mail_is_fetched_once_whoever_has_read_it_and_nothing_is_marked(box: Dovecot) -> None:
    box.put(*mails(2))
    box.put(*mails(2, start=2), flags=(b"\\Seen", b"\\Flagged"))
    assert fetched(box) == 4
    assert fetched(box) == 0
    assert box.flags() == [(), (), (b"\\Flagged", b"\\Seen"), (b"\\Flagged", b"\\Seen")]
    assert [bytes(arrival.raw).replace(b"\r\n", b"\n") for arrival in Arrival.objects.order_by("pk")] == mails(4)
    assert Arrival.objects.order_by("pk")[0].way == f"imap://care@127.0.0.1:{box.port}/INBOX"


@needs_dovecot
def test_what_came_while_we_were_away_is_caught_up(box: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_MOST", 7)
    box.put(*mails(3))
    assert fetched(box) == 3
    box.put(*mails(40, start=3), flags=(b"\\Seen",))
    with box.client() as other:
        other.delete_messages(other.search()[:10])
        other.expunge()
    assert fetched(box) == 33
    assert Mailbox.objects.get().last_uid == 43


@needs_dovecot
def test_new_numbers_from_the_server_double_no_case(box: Dovecot) -> None:
    box.put(*mails(3))
    fetched(box)
    receive_waiting(at=MORNING)
    box.renumber()
    box.put(*mails(1, start=3))
    assert fetched(box) == 4
    receive_waiting(at=MORNING)
    assert Case.objects.count() == 4
    assert sorted(Arrival.objects.values_list("outcome", flat=True)) == ["duplicate"] * 3 + ["opened"] * 4


@needs_dovecot
def test_two_fetchers_at_once_double_nothing(box: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_MOST", 5)
    box.put(*mails(60))
    gate = threading.Barrier(2)
    found: list[object] = []

    def look() -> None:
        try:
            gate.wait(timeout=10)
            while True:
                try:
                    found.append(fetched(box))
                    break
                except Moved:
                    continue
        finally:
            connection.close()

    threads = [threading.Thread(target=look) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(found) == 2
    assert Arrival.objects.count() == 60
    while receive_waiting(at=MORNING):
        pass
    assert Case.objects.count() == 60


@needs_dovecot
def test_a_fetcher_is_called_by_the_server_and_keeps_its_password(
    box: Dovecot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    stop, stored = threading.Event(), threading.Event()
    with caplog.at_level(logging.DEBUG):
        thread = threading.Thread(target=keep_fetching, args=(box.url, stop, stored))
        thread.start()
        assert until(lambda: Mailbox.objects.filter(checked_at__isnull=False).exists())
        box.put(*mails(1))
        assert stored.wait(10)
        wrong = keep_fetching_with_wrong_password(box)
        stop.set()
        thread.join(timeout=15)
    assert not thread.is_alive()
    assert Arrival.objects.count() == 1
    assert "LoginError" in wrong
    assert all("s@cret" not in words and "s%40cret" not in words for words in (caplog.text, wrong))


def keep_fetching_with_wrong_password(box: Dovecot) -> str:
    """What the mailbox's row says when the password is wrong."""
    stop = threading.Event()
    url = box.url.replace("care:s%40cret%2F1@", "mo:s%40cret-wrong@")
    thread = threading.Thread(target=keep_fetching, args=(url, stop, threading.Event()))
    thread.start()
    assert until(lambda: Mailbox.objects.filter(name__contains="mo@").exclude(trouble="").exists())
    stop.set()
    thread.join(timeout=15)
    return Mailbox.objects.get(name__contains="mo@").trouble


def test_a_message_the_server_cannot_give_is_kept_for_a_person_to_see() -> None:
    class Broken:
        """A server that has lost the second of three messages."""

        def select_folder(self, _folder: str, *, readonly: bool) -> dict[bytes, int]:
            assert readonly
            return {b"UIDVALIDITY": 7}

        def search(self, _words: list[str]) -> list[int]:
            return [1, 2, 3]

        def fetch(self, uids: list[int], what: list[str]) -> dict[int, dict[bytes, object]]:
            if what == ["RFC822.SIZE"]:
                return {uid: {b"RFC822.SIZE": 10} for uid in uids}
            if 2 in uids:
                raise IMAPClientError("[SERVERBUG] internal error")
            return {uid: {b"BODY[]": mails(1, start=uid)[0]} for uid in uids}

    mailbox = Mailbox.objects.named("imap://care@mail.example.com:993/INBOX")
    assert fetch(Broken(), mailbox, "INBOX") == 3
    receive_waiting(at=MORNING)
    assert list(Arrival.objects.order_by("pk").values_list("outcome", flat=True)) == ["opened", "quarantined", "opened"]
    assert b"SERVERBUG" in bytes(Arrival.objects.get(outcome="quarantined").raw)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("imaps://me%40x.org:p@mail.example.com", ("mail.example.com", 993, "me@x.org", "INBOX", "tls")),
        ("imap://me:p@mail.example.com/Shop%2FIn", ("mail.example.com", 143, "me", "Shop/In", "starttls")),
        ("imap://me:p@localhost:1143/?tls=none", ("localhost", 1143, "me", "INBOX", "none")),
    ],
)
def test_addresses_of_mailboxes_are_read(url: str, expected: tuple[object, ...]) -> None:
    source = Source.read(url)
    assert (source.host, source.port, source.user, source.folder, source.tls) == expected
    assert ":p@" not in repr(source) + source.name
