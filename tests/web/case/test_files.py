"""Attachments and originals: for those who may see the case, and never anything that runs."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from amends.messages.attachment import Attachment
from amends.messages.message import Message
from tests.cast import MORNING, arrive

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def hostile(ada: Desk) -> Message:
    """A mail with HTML that would run, and files that would too."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Mallory <mallory@example.com>", "Look"
    mail["Message-ID"] = "<evil@mail.example.com>"
    mail.set_content("Look at this.")
    mail.add_alternative(
        '<p onclick="x()">Look <b>here</b></p><script>alert(1)</script><img src="https://evil.example.com/p.gif">'
        '<a href="javascript:alert(1)">a</a><form action="https://evil.example.com"><input name="p"></form>',
        subtype="html",
    )
    mail.add_attachment(SVG, maintype="image", subtype="svg+xml", filename="plan.svg")
    mail.add_attachment(b"<html><script>1</script>", maintype="text", subtype="html", filename="page.html")
    mail.add_attachment(PNG, maintype="image", subtype="png", filename='photo"; filename="evil.html.png')
    (arrival,) = arrive(mail.as_bytes(), at=MORNING)
    return Message.objects.get(arrival=arrival)


def test_nothing_active_is_shown_and_a_picture_is(ada: Desk, hostile: Message) -> None:
    rows = Attachment.objects.filter(message=hostile).order_by("pk")
    answers = [ada.client.get(f"/attachments/{row.pk}") for row in rows]
    kinds = [(a.headers["Content-Type"], a.headers["Content-Disposition"].split(";")[0]) for a in answers]
    assert kinds == [
        ("application/octet-stream", "attachment"),
        ("application/octet-stream", "attachment"),
        ("image/png", "inline"),
    ]
    for answer in answers:
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; sandbox;")
    assert answers[2].content == PNG


def test_a_file_is_not_there_for_strangers_and_those_who_may_not_see_the_case(
    cast: Cast, ada: Desk, hostile: Message
) -> None:
    row = Attachment.objects.filter(message=hostile).first()
    assert row is not None
    assert Client().get(f"/attachments/{row.pk}").status_code == 302
    hostile.case.restrict(by=cast.leo, at=MORNING)
    for place in (f"attachments/{row.pk}", f"messages/{hostile.pk}/original", f"messages/{hostile.pk}/raw"):
        assert ada.client.get(f"/{place}").status_code == 404
    assert ada.client.get("/attachments/99999999999999999999").status_code == 404


def test_the_original_shows_the_html_made_safe_on_a_page_that_runs_nothing(ada: Desk, hostile: Message) -> None:
    page = ada.client.get(f"/messages/{hostile.pk}/original")
    words = page.content.decode()
    policy = page.headers["Content-Security-Policy"]
    assert "Look <b>here</b>" in words
    for active in ("<script", "onclick", "javascript:", "evil.example.com/p.gif", "<form", "<input"):
        assert active not in words.partition('<h2 id="as-text">')[0]
    assert policy.startswith("default-src 'none'; style-src 'self'; sandbox")
    assert "script-src" not in policy
    assert "unsafe" not in policy


def test_the_bytes_of_the_mail_are_saved_as_they_came(ada: Desk, hostile: Message) -> None:
    answer = ada.client.get(f"/messages/{hostile.pk}/raw")
    assert hostile.arrival is not None
    assert answer.content == bytes(hostile.arrival.raw)
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_what_did_not_come_by_mail_has_its_words_and_no_bytes(ada: Desk) -> None:
    message = ada.case.messages.get()
    assert "My parcel never came" in ada.client.get(f"/messages/{message.pk}/original").content.decode()
    assert ada.client.get(f"/messages/{message.pk}/raw").status_code == 404


def test_the_case_names_the_files_and_links_the_original(ada: Desk, hostile: Message) -> None:
    ada.case = hostile.case
    words = ada.look().content.decode()
    assert "plan.svg" in words
    assert f"/messages/{hostile.pk}/original" in words
    assert "<script>alert" not in words
