"""The sample's mail: written as raw messages, and received like any other."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from typing import TYPE_CHECKING

from django.conf import settings

from amends.arrivals.arrival import Arrival
from amends.cases.portal import tagged
from amends.intake.receiving import receive_waiting
from amends.messages.delivery import Delivery
from amends.messages.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.messages.attachment import Enclosure
    from amends.sample.stage import Stage
    from amends.sample.story import Story

_REPORT = """\
From: Mail Delivery System <MAILER-DAEMON@mx.example.com>
To: {to}
Subject: Undelivered Mail Returned to Sender
Date: {date}
Message-ID: <{key}@mx.example.com>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=="

--==
Content-Type: text/plain

This is the mail system at mx.example.com. Your message could not be delivered.

<{address}>: {because}

--==
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; {address}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; {because}

--==
Content-Type: text/rfc822-headers

Message-ID: {original}

--==--
"""


def receive(raw: bytes, *, at: datetime, envelope_to: Sequence[str] = (), name: str = "") -> Arrival:
    """Store a mail and receive it, at the time the story says."""
    arrival = Arrival.objects.store(raw, way="smtp", at=at, envelope_to=envelope_to, name=name)
    receive_waiting(at=at, among=[arrival.pk])
    return Arrival.objects.select_related("case").get(pk=arrival.pk)


def write_in(stage: Stage, story: Story, text: str, *, subject: str, files: Sequence[Enclosure], at: datetime) -> None:
    """The customer writes: the first mail opens the case, each other one is an answer and finds its way to it."""
    mail = _mail(story, text, subject or _answering(stage), at)
    if stage.key:
        mail.replace_header("To", tagged("r", stage.case.reference))
        if last := stage.case.messages.exclude(message_id="").order_by("said_at", "pk").last():
            mail["In-Reply-To"] = last.message_id
    for file in files:
        kind, _, form = file.content_type.partition("/")
        mail.add_attachment(file.data, maintype=kind, subtype=form, filename=file.name)
    arrival = receive(mail.as_bytes(), at=at)
    if not stage.key and arrival.case:
        stage.opened(arrival.case, story.name)


def _answering(stage: Stage) -> str:
    first = stage.case.messages.exclude(subject="").order_by("said_at", "pk")[0]
    return f"Re: {first.subject.removeprefix('Re: ')}"


def auto_reply(stage: Stage, story: Story, text: str, at: datetime) -> None:
    """A machine answers for the customer."""
    last = _last(stage)
    mail = _mail(story, text, f"Automatic reply: {last.subject}", at)
    mail["In-Reply-To"], mail["Auto-Submitted"] = last.message_id, "auto-replied"
    receive(mail.as_bytes(), at=at)


def bounce_last(stage: Stage, because: str, at: datetime) -> None:
    """Our last mail comes back from where it was sent."""
    last = _last(stage)
    delivery = Delivery.objects.filter(message=last).latest("pk")
    to = tagged("b", str(delivery.pk))
    report = _REPORT.format(
        to=to, date=format_datetime(at), key=_key(story=str(stage.key), at=at), address=delivery.address, because=because,
        original=last.message_id,
    )  # fmt: skip
    receive(report.encode(), at=at, envelope_to=[to])


def _last(stage: Stage) -> Message:
    """The mail of ours that is answered, or came back."""
    return stage.case.messages.filter(direction="out", channel="email", automatic=False).latest("said_at", "pk")


def _mail(story: Story, text: str, subject: str, at: datetime) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"] = formataddr((story.customer, story.email)), settings.MAIL_FROM
    mail["Subject"], mail["Date"] = subject, format_datetime(at)
    mail["Message-ID"] = f"<{_key(story=story.name, at=at)}@mail.example.com>"
    mail.set_content(text)
    return mail


def _key(*, story: str, at: datetime) -> str:
    return hashlib.sha256(f"{story} {at.isoformat()}".encode()).hexdigest()[:24]
