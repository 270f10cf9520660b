"""Composing: what the customer's program gets, read back by the standard library."""

from __future__ import annotations

import email
from email import policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from amends.mail.composing import _file_name, compose, thread
from amends.messages.attachment import Attachment, Enclosure
from amends.messages.delivery import Delivery
from amends.messages.writing import Reply, reply
from tests.cast import HOUR, MORNING, SURE, Cast, arrive, make_case, make_mail

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db


def read(raw: bytes) -> EmailMessage:
    found = email.message_from_bytes(raw, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def make_delivery(cast: Cast, **changes: object) -> Delivery:
    fields: dict[str, object] = {"words": "We are sorry.", **changes}
    message = reply(make_case(), Reply(sure=SURE, **fields), by=cast.ada, at=MORNING + HOUR)  # type: ignore[arg-type]
    return message.deliveries.get()


def test_a_reply_says_who_writes_where_answers_go_and_what_it_answers(cast: Cast, settings: Settings) -> None:
    settings.MAIL_FROM_NAME = "Elm & Oak, Furniture"
    delivery = make_delivery(cast)
    mail = read(compose(delivery, references=["<a@x.example>", "<b@x.example>"]))
    assert mail["From"] == '"Ada (Elm & Oak, Furniture)" <care@desk.example.com>'
    assert mail["To"] == "okafor@example.com"
    assert mail["Date"] == "Tue, 03 Mar 2026 11:00:00 +0000"
    assert mail["Reply-To"].startswith(f"care+r.{delivery.message.case.reference.lower()}.")
    assert mail["References"] == "<a@x.example> <b@x.example>"
    assert mail["Message-ID"] == delivery.message.message_id
    assert mail["X-Amends-Delivery"] == str(delivery.pk)
    assert (mail["Auto-Submitted"], mail["X-Auto-Response-Suppress"], mail["Precedence"]) == (None, None, None)
    assert text_of(mail).startswith("We are sorry.\n")


def test_a_receipt_is_marked_automatic() -> None:
    arrive(make_mail())
    mail = read(compose(Delivery.objects.get(), references=["<first@mail.example.com>"]))
    assert (mail["Auto-Submitted"], mail["X-Auto-Response-Suppress"]) == ("auto-replied", "All")
    assert mail["In-Reply-To"] == "<first@mail.example.com>"


def test_composing_twice_gives_the_same_mail(cast: Cast) -> None:
    delivery = make_delivery(cast, enclosures=[Enclosure("a.txt", "text/plain", b"a")])
    files = list(Attachment.objects.all())
    assert compose(delivery, attachments=files) == compose(delivery, attachments=files)


@pytest.mark.parametrize(
    "words",
    [
        "Plain and short.\n\nSecond paragraph.",
        "Grüße aus Köln — 你好 🙂\n" * 30,
        "one very long line " * 200,
        "From the beginning\n.\n.hidden\n..\ntrailing space \n\ttab\n\n\nend",
        "https://desk.example.com/c/" + "x" * 300,
        "=20 is no space, = is equal, =?utf-8?q?x?=",
    ],
)
def test_words_arrive_as_they_were_written(cast: Cast, words: str) -> None:
    delivery = make_delivery(cast)
    delivery.message.sent_text = words
    raw = compose(delivery)
    assert max(len(line) for line in raw.split(b"\r\n")) <= 78
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert raw.isascii()
    assert not any(line.startswith((b".", b"From ")) for line in raw.split(b"\r\n"))
    assert text_of(read(raw)).rstrip("\n") == words.rstrip("\n")


@pytest.mark.parametrize(
    "evil",
    ["Hello\r\nBcc: x@example.org", "Hello\nBcc: x@example.org\n\nbody", "Hello\rBcc: x", "Hello\x00\u2028Bcc: x"],
)
def test_nothing_that_people_type_adds_a_header(cast: Cast, evil: str) -> None:
    delivery = make_delivery(cast)
    message = delivery.message
    message.subject = message.message_id = message.in_reply_to = delivery.address = evil
    message.author.name = evil  # type: ignore[union-attr]
    files = [Attachment(name=evil, content_type=evil, message=message)]
    head, _, body = compose(delivery, references=[evil]).partition(b"\r\n\r\n")
    assert not any(line.lower().startswith(b"bcc") for line in head.replace(b"\r", b"\n").split(b"\n"))
    assert b"Bcc" not in body
    assert "\n" not in _file_name(files[0].name)
    assert "\r" not in _file_name(files[0].name)


@pytest.mark.parametrize("subject", ["Where is it?", "Grüße " * 40, "x" * 300, "=?utf-8?q?no?=", "a, b; c: <d>", ""])
def test_a_subject_arrives_as_it_is(cast: Cast, subject: str) -> None:
    delivery = make_delivery(cast)
    delivery.message.subject = subject
    assert read(compose(delivery))["Subject"] == " ".join(subject.split())


def test_a_long_subject_is_folded(cast: Cast) -> None:
    delivery = make_delivery(cast)
    delivery.message.subject = "My table is broken and nobody calls me back at all " * 4
    raw = compose(delivery)
    assert max(len(line) for line in raw.split(b"\r\n")) <= 78
    assert read(raw)["Subject"] == delivery.message.subject.strip()


def test_files_go_along_with_their_names(cast: Cast) -> None:
    picture = bytes(range(256)) * 40
    delivery = make_delivery(
        cast,
        enclosures=[
            Enclosure("Übersicht «1».png", "image/png", picture),
            Enclosure('a "quoted" name.txt', "text/plain", b"hi\n"),
        ],
    )
    mail = read(compose(delivery, attachments=list(Attachment.objects.order_by("pk"))))
    assert [(part.get_filename(), part.get_payload(decode=True)) for part in mail.iter_attachments()] == [
        ("Übersicht «1».png", picture),
        ('a "quoted" name.txt', b"hi\n"),
    ]
    assert text_of(mail).startswith("We are sorry.")


def test_an_address_abroad_goes_in_its_ascii_form(cast: Cast) -> None:
    delivery = make_delivery(cast)
    delivery.address = "anna@köln.example"
    assert b"To: anna@xn--kln-sna.example\r\n" in compose(delivery)


def test_a_long_thread_keeps_its_first_id_and_the_newest() -> None:
    ids = [f"<{n}@x.example>" for n in range(50)]
    found = thread(ids, "<50@x.example>")
    assert (len(found), found[0], found[-2], found[-1]) == (21, ids[0], ids[-1], "<50@x.example>")
    assert thread(["<a@x>", "<b@x>", "<a@x>"], "<a@x>") == ["<b@x>", "<a@x>"]
    assert thread([], "") == []


def test_a_person_named_in_other_letters_is_shown(cast: Cast) -> None:
    delivery = make_delivery(cast)
    assert delivery.message.author
    delivery.message.author.name = "Zoë Łukasiewicz-Müller"
    field = email.message_from_bytes(compose(delivery))["From"]
    name, address = str(make_header(decode_header(field))).rsplit(" ", 1)
    assert (name, address) == ("Zoë Łukasiewicz-Müller (The service desk)", "<care@desk.example.com>")
