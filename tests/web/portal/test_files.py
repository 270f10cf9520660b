"""Files come and go under safe names and types, and nothing in them ever runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from amends.messages.attachment import Attachment, Blob, Enclosure
from amends.messages.message import Message
from amends.messages.writing import hear
from tests.cast import Cast, make_case
from tests.web.portal.forms import send
from tests.web.portal.scenes import make_scene, token

if TYPE_CHECKING:
    from datetime import datetime

    from django.test import Client

    from amends.cases.case import Case

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
SCRIPT = b"<script>alert(document.domain)</script>"


def upload(name: str, data: bytes, kind: str = "application/octet-stream") -> SimpleUploadedFile:
    file = SimpleUploadedFile("x", data, kind)
    file.__dict__["_name"] = name
    return file


def stored(browser: Client, case: Case, now: datetime, *files: Any) -> list[Any]:
    """Send the files with a message; returns how each is served afterwards."""
    link = token(case, at=now)
    assert send(browser, link, "messages", words="See here.", files=list(files)).status_code == 303
    keys = Attachment.objects.filter(message__case=case).order_by("pk").values_list("pk", flat=True)
    return [browser.get(f"/c/{link}/files/{key}") for key in keys]


ACTIVE = [
    ("page.html", SCRIPT, "text/html"),
    ("page.xhtml", b"<?xml version='1.0'?>" + SCRIPT, "application/xhtml+xml"),
    ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT + b"</svg>", "image/svg+xml"),
    ("picture.png", SCRIPT, "image/png"),
    ("notes.txt", SCRIPT, "text/plain"),
    ("code.js", b"alert(1)", "text/javascript"),
    ("odd", b"x", "text/html; charset=utf-7"),
    ("long", b"x", "application/vnd.oasis.opendocument." + "x" * 300),
]


@pytest.mark.parametrize(("name", "data", "kind"), ACTIVE, ids=[row[0] for row in ACTIVE])
def test_active_content_is_a_download(
    browser: Client, now: datetime, cast: Cast, name: str, data: bytes, kind: str
) -> None:
    (page,) = stored(browser, make_case(at=now), now, upload(name, data, kind))
    assert (page.status_code, page.content) == (200, data)
    assert page["Content-Type"] == "application/octet-stream"
    assert page["Content-Disposition"].startswith("attachment")
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert page["Cache-Control"] == "no-store"


def test_a_picture_is_shown_and_a_document_saved(browser: Client, now: datetime, cast: Cast) -> None:
    picture, document = stored(
        browser, make_case(at=now), now, upload("a.png", PNG, "text/html"), upload("b.pdf", b"%PDF-1.7", "x/y")
    )
    assert (picture["Content-Type"], picture["Content-Disposition"]) == ("image/png", 'inline; filename="a.png"')
    assert (document["Content-Type"], document["Content-Disposition"]) == (
        "application/pdf",
        'attachment; filename="b.pdf"',
    )


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\windows\\win.ini", "win.ini"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("<img src=x onerror=alert(1)>.png", "_img src=x onerror=alert(1)_.png"),
        ("a:b|c?*.txt", "a_b_c__.txt"),
        ("...", "attachment"),
        ("con.txt", "_con.txt"),
        ("Ü" * 300 + ".jpg", "Ü" * 116 + ".jpg"),
    ],
)
def test_odd_names_are_made_safe(browser: Client, now: datetime, cast: Cast, name: str, safe: str) -> None:
    stored(browser, make_case(at=now), now, upload(name, b"x"))
    assert Attachment.objects.get().name == safe


def test_a_name_that_was_stored_by_another_way_is_made_safe_when_it_is_served(
    browser: Client, now: datetime, cast: Cast
) -> None:
    case = make_case(at=now)
    message = hear(case, "x", by=case.customer, at=now)
    name = '../a"b\r\nSet-Cookie: x=1\u202e.txt'
    (file,) = Attachment.objects.enclose([(message, Enclosure(name, "text/html", b"x"))])
    page = browser.get(f"/c/{token(case, at=now)}/files/{file.pk}")
    assert page["Content-Disposition"] == 'attachment; filename="a_bSet-Cookie_ x=1.txt"'
    assert page["Content-Type"] == "application/octet-stream"
    assert not page.cookies


def test_files_of_another_case_or_of_a_call_are_not_found(browser: Client, now: datetime, cast: Cast) -> None:
    mine, other = make_case(at=now), make_scene("acting", cast, now=now)
    theirs = hear(make_case(at=now, email="z@example.com"), "x", by=cast.ada, at=now)
    call = other.messages.get(channel="phone")
    automatic = Message.objects.create(
        case=mine, direction="in", channel="email", automatic=True, text="x", said_at=now, recorded_at=now
    )
    file = Enclosure("x.txt", "text/plain", b"x")
    for message, case in ((theirs, mine), (call, other), (automatic, mine)):
        (attachment,) = Attachment.objects.enclose([(message, file)])
        assert browser.get(f"/c/{token(case, at=now)}/files/{attachment.pk}").status_code == 404
    assert browser.get(f"/c/{token(mine, at=now)}/files/{'9' * 40}").status_code == 404


def test_too_much_at_once_is_refused_with_the_words_kept(
    browser: Client, now: datetime, cast: Cast, settings: Any
) -> None:
    settings.ATTACHMENT_MAX_BYTES = 1024 * 1024
    case = make_case(at=now)
    large = [upload(f"{n}.bin", b"x" * 700_000) for n in range(2)]
    many = [upload(f"{n}.txt", b"x") for n in range(11)]
    for files, why in ((large, "together at most 1 MB"), (many, "These are 11 files. Please send at most 10 at once.")):
        page = send(browser, token(case, at=now), "messages", files=files, words="Keep these words.")
        shown = page.content.decode()
        assert page.status_code == 409
        assert why in shown
        assert "Keep these words." in shown
        assert "Your files could not be kept: please choose them again." in shown
    assert (Attachment.objects.count(), Blob.objects.count()) == (0, 0)
    assert "Up to 10 files, 1 MB together." in browser.get(f"/c/{token(case, at=now)}").content.decode()


def test_a_file_alone_is_a_message(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_case(at=now)
    page = send(browser, token(case, at=now), "messages", files=[upload("a.png", PNG)])
    assert page.status_code == 303
    assert [file.name for file in Attachment.objects.filter(message__case=case)] == ["a.png"]
    assert 'a.png</a> <span class="quiet">1 kB' in browser.get(page["Location"]).content.decode()
