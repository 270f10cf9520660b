"""Composing: the bytes of one mail of ours, the same each time it is composed.

Written by hand for the plain text that nearly all our mail is, because the library's general way costs more than everything
else that happens to a mail. Values are stripped of control characters, so that nothing can add a header.
"""

from __future__ import annotations

import base64
import contextlib
import re
from email.charset import QP, Charset
from email.header import Header
from email.quoprimime import body_encode
from email.utils import format_datetime, quote
from typing import TYPE_CHECKING
from urllib.parse import quote as percent_encoded

from django.conf import settings

from amends.cases.portal import tagged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from amends.messages.attachment import Attachment
    from amends.messages.delivery import Delivery
    from amends.people.person import Person

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]+")
_LINE = 76
_UTF8 = Charset("utf-8")
_UTF8.header_encoding = QP
_ATOM = re.compile(r"[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]*\Z")


def compose(delivery: Delivery, *, references: Sequence[str] = (), attachments: Sequence[Attachment] = ()) -> bytes:
    """The mail of this delivery, ready for the server: CRLF line ends, and ASCII throughout but for an address that is not.

    `references` are the ids of the thread, the oldest first. Our Message-ID, date and words are those of the message row, so
    that a mail that had to go twice is the same mail.
    """
    message = delivery.message
    author = message.author
    name = f"{author.name} ({settings.MAIL_FROM_NAME})" if author else settings.MAIL_FROM_NAME
    fields = [
        ("Date", format_datetime(message.said_at)),
        ("From", _mailbox(name, settings.MAIL_FROM)),
        ("Reply-To", tagged("r", message.case.reference)),
        ("To", deliverable(delivery.address)),
        ("Subject", _words("Subject", message.subject)),
        ("Message-ID", _one_line(message.message_id)),
        ("X-Amends-Delivery", str(delivery.pk)),
    ]
    if known := [_one_line(name)[:900] for name in references if name.isascii()]:
        fields.append(("References", "\r\n ".join(known)))
    if message.in_reply_to and message.in_reply_to.isascii():
        fields.append(("In-Reply-To", _one_line(message.in_reply_to)[:900]))
    if message.automatic:
        fields.append(("Auto-Submitted", "auto-replied" if message.in_reply_to else "auto-generated"))
        fields.append(("X-Auto-Response-Suppress", "All"))
    fields.append(("MIME-Version", "1.0"))
    head = "".join(f"{field}: {value}\r\n" for field, value in fields)
    text = _text(message.sent_text or message.text)
    if not attachments:
        return (head + text).encode()
    return head.encode() + _mixed(delivery, text, attachments)


def compose_to_us(person: Person, subject: str, words: str, *, message_id: str, at: datetime) -> bytes:
    """A mail of the desk to one of our own, which nobody's program answers (RFC 3834)."""
    fields = [
        ("Date", format_datetime(at)),
        ("From", _mailbox(settings.MAIL_FROM_NAME, settings.MAIL_FROM)),
        ("To", deliverable(person.email)),
        ("Subject", _words("Subject", subject)),
        ("Message-ID", message_id),
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "All"),
        ("MIME-Version", "1.0"),
    ]
    return ("".join(f"{field}: {value}\r\n" for field, value in fields) + _text(words)).encode()


def deliverable(address: str) -> str:
    """The address as servers take it: the domain in its ASCII form. Only the part before the @ may be beyond ASCII."""
    local, at, domain = _one_line(address).rpartition("@")
    if not domain.isascii():
        with contextlib.suppress(UnicodeError):
            domain = domain.encode("idna").decode()
    return local + at + domain


def thread(ids: Sequence[str], answered: str) -> list[str]:
    """The References of an answer: the first id and the newest of a long thread, ending with the one that is answered."""
    most = 20
    known = [name for name in dict.fromkeys(ids) if name and name != answered]
    if len(known) > most:
        known = [known[0], *known[1 - most :]]
    return [*known, answered] if answered else known


def _one_line(value: str) -> str:
    return _CONTROL.sub(" ", value).strip()


def _words(field: str, value: str) -> str:
    """Free words in a header: encoded where they must be, folded."""
    value = _one_line(value)
    if value.isascii() and len(field) + 2 + len(value) <= _LINE and "=?" not in value:
        return value
    return Header(value, _UTF8, maxlinelen=_LINE, header_name=field).encode(linesep="\r\n")


def _mailbox(name: str, address: str) -> str:
    name = _one_line(name)
    if not name:
        return address
    if not name.isascii():
        return (
            f"{Header(name, _UTF8, maxlinelen=_LINE, header_name='From').encode(linesep=chr(13) + chr(10))} <{address}>"
        )
    return f"{name} <{address}>" if _ATOM.match(name) else f'"{quote(name)}" <{address}>'


def _text(words: str) -> str:
    """The text part with its own headers: as it is where every server can carry it, else quoted-printable."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").rstrip("\n").split("\n")
    plain = words.isascii() and all(
        len(line) <= _LINE + 2 and not line.startswith(("From ", ".")) and not line.endswith(" ") for line in lines
    )
    if plain:
        return (
            "Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
            + "\r\n".join(lines)
            + "\r\n"
        )
    # The encoder takes bytes as characters; a line that begins "From " would be altered on its way by old programs.
    octets = "\n".join(lines).encode("utf-8", "replace").decode("latin-1")
    encoded = body_encode(octets, maxlinelen=_LINE, eol="\r\n")
    encoded = re.sub(r"(?m)^From ", "=46rom ", encoded)
    encoded = re.sub(r"(?m)^\.", "=2E", encoded)
    return (
        f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{encoded}\r\n"
    )


def _mixed(delivery: Delivery, text: str, attachments: Iterable[Attachment]) -> bytes:
    """The text and the files, in one body."""
    boundary = f"amends-{delivery.message_id}-{delivery.message.message_id[8:24].strip('<>@.') or 'part'}"
    parts = [
        f'Content-Type: multipart/mixed; boundary="{boundary}"\r\n\r\n--{boundary}\r\n{text}'.encode("ascii", "replace")
    ]
    for file in attachments:
        head = (
            f"--{boundary}\r\nContent-Type: {_one_line(file.content_type) or 'application/octet-stream'}\r\n"
            f"Content-Disposition: attachment; {_file_name(file.name)}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        )
        parts.append(head.encode("ascii", "replace"))
        parts.append(base64.encodebytes(bytes(file.blob.data)).replace(b"\n", b"\r\n"))
    parts.append(f"--{boundary}--\r\n".encode())
    return b"".join(parts)


def _file_name(name: str) -> str:
    """The name parameter; names beyond ASCII as RFC 2231 has them."""
    name = _one_line(name) or "file"
    if name.isascii():
        return f'filename="{quote(name)}"'
    return f"filename*=utf-8''{percent_encoded(name, safe='._-')}"
