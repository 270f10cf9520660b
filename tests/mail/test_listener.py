"""The listener: a mail is acknowledged when it is committed, and taken only when it is for us."""

from __future__ import annotations

import smtplib
import socket
import struct
from typing import TYPE_CHECKING

import pytest
from django.db import OperationalError

from amends.arrivals.arrival import Arrival
from amends.mail import listener as listening
from amends.mail.listener import Listener, Store, place
from tests.cast import make_mail
from tests.mail.servers import post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def listener(settings: Settings) -> Iterator[Listener]:
    """A listener for care@desk.example.com that takes no more than 20 kB of files."""
    settings.ATTACHMENT_MAX_BYTES = 20_000
    settings.MAIL_DOMAINS = ["other.example.org"]
    store = Store()
    found = Listener(store, host="127.0.0.1", port=0)
    yield found
    found.close()
    store.close()


@pytest.fixture
def client(listener: Listener) -> Iterator[smtplib.SMTP]:
    with smtplib.SMTP("127.0.0.1", listener.port, timeout=10) as found:
        yield found


def test_a_mail_is_stored_whole_with_its_envelope_before_it_is_acknowledged(client: smtplib.SMTP) -> None:
    raw = make_mail("First line\n.\n..two dots\nFrom here on").replace(b"\n", b"\r\n")
    client.sendmail("okafor@example.com", ["care+r.x.y@desk.example.com", "Care@DESK.example.com"], raw)
    arrival = Arrival.objects.get()
    assert bytes(arrival.raw) == raw
    assert (arrival.way, arrival.envelope_from, arrival.envelope_to, arrival.outcome) == (
        "smtp", "okafor@example.com", ["care+r.x.y@desk.example.com", "Care@DESK.example.com"], "",
    )  # fmt: skip


def test_a_bounce_comes_from_nobody(client: smtplib.SMTP) -> None:
    client.sendmail("", ["care@desk.example.com"], make_mail())
    assert Arrival.objects.get().envelope_from == ""


def test_a_line_of_any_length_is_taken(client: smtplib.SMTP) -> None:
    client.sendmail("o@example.com", ["care@desk.example.com"], make_mail("word " * 3000))
    assert Arrival.objects.get().size > 15_000


def test_letters_beyond_ascii_are_taken_in_addresses_and_words(client: smtplib.SMTP) -> None:
    client.ehlo()
    assert client.has_extn("smtputf8")
    assert client.has_extn("8bitmime")
    raw = make_mail().replace(b"parcel", "Päckchen".encode())
    client.sendmail("zoë@example.com", ["care@desk.example.com"], raw, mail_options=["SMTPUTF8", "BODY=8BITMIME"])
    assert Arrival.objects.get().envelope_from == "zoë@example.com"


@pytest.mark.parametrize("address", ["care@desk.example.com", "other@other.example.org", "postmaster"])
def test_mail_for_us_is_taken(client: smtplib.SMTP, address: str) -> None:
    client.sendmail("o@example.com", [address], make_mail())
    assert Arrival.objects.count() == 1


@pytest.mark.parametrize(
    "address", ["someone@example.com", "care@desk.example.com.evil.example", "x%example.com@example.net", "root"]
)
def test_we_relay_for_nobody(client: smtplib.SMTP, address: str) -> None:
    with pytest.raises(smtplib.SMTPRecipientsRefused) as refusal:
        client.sendmail("o@example.com", [address], make_mail())
    assert [code for code, _ in refusal.value.recipients.values()] == [550]
    assert Arrival.objects.count() == 0


def test_a_mail_that_is_too_large_is_refused_for_good(client: smtplib.SMTP) -> None:
    client.ehlo()
    raw = make_mail("x" * 70 + "\n" * 2) + b"y" * 60 + (b"\r\n" + b"y" * 70) * 20_000
    client.mail("o@example.com")
    client.rcpt("care@desk.example.com")
    assert client.data(raw)[0] == 552
    assert client.mail("o@example.com", [f"size={len(raw)}"])[0] == 552
    client.sendmail("o@example.com", ["care@desk.example.com"], make_mail())
    assert Arrival.objects.count() == 1


def test_recipients_are_limited_and_the_rest_may_come_later(client: smtplib.SMTP) -> None:
    refused = client.sendmail("o@example.com", [f"a{n}@desk.example.com" for n in range(103)], make_mail())
    assert sorted(code for code, _ in refused.values()) == [452] * 3
    assert len(Arrival.objects.get().envelope_to) == 100


def test_what_could_not_be_stored_is_left_with_its_sender(
    client: smtplib.SMTP, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_arrivals: list[Arrival]) -> None:
        raise OperationalError("the database is away")

    with monkeypatch.context() as outage:
        outage.setattr(listening, "_insert", away)
        with pytest.raises(smtplib.SMTPDataError) as refusal:
            client.sendmail("o@example.com", ["care@desk.example.com"], make_mail())
    assert refusal.value.smtp_code == 451
    client.sendmail("o@example.com", ["care@desk.example.com"], make_mail())
    assert Arrival.objects.count() == 1


def test_many_clients_at_once_lose_nothing(listener: Listener) -> None:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: post(listener.port, [make_mail(f"{n} {m}") for m in range(10)]), range(8)))
    assert Arrival.objects.count() == 80


def test_places_are_read() -> None:
    assert [place(words) for words in ("127.0.0.1:25", "[::1]:2525", ":25")] == [
        ("127.0.0.1", 25), ("::1", 2525), ("127.0.0.1", 25),
    ]  # fmt: skip


def test_a_client_too_many_is_told_to_come_again(listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "_CONNECTIONS", 1)
    with smtplib.SMTP("127.0.0.1", listener.port, timeout=10) as first:
        first.ehlo()
        with pytest.raises(smtplib.SMTPConnectError) as refusal:
            smtplib.SMTP("127.0.0.1", listener.port, timeout=10)
        assert refusal.value.smtp_code == 421
        first.sendmail("o@example.com", ["care@desk.example.com"], make_mail())
    post(listener.port, [make_mail("Again", message_id="<again@c.example>")])
    assert Arrival.objects.count() == 2


def test_clients_that_hang_up_before_the_answer_harm_nobody(listener: Listener) -> None:
    for n in range(30):
        with socket.create_connection(("127.0.0.1", listener.port), timeout=10) as client:
            words = b"EHLO x\r\nMAIL FROM:<o@example.com>\r\nRCPT TO:<care@desk.example.com>\r\nDATA\r\n"
            client.sendall(words + make_mail(f"{n}").replace(b"\n", b"\r\n") + b".\r\n")
            if n % 2:
                client.shutdown(socket.SHUT_WR)
            else:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    post(listener.port, [make_mail("The last")])
    assert any(b"The last" in bytes(arrival.raw) for arrival in Arrival.objects.all())
