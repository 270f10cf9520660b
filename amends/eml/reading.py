"""Reading a raw message: everything the desk wants to know of it, from any bytes at all."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from amends.eml import headers, html, parts, replies, verdicts
from amends.eml.bounces import Bounce, bounced
from amends.eml.headers import Address, Headers
from amends.eml.parts import Attachment
from amends.eml.verdicts import Verdict

MAX_SUBJECT: Final = 500
"""Characters kept of a subject."""

# Fields that a server on the way adds or changes; two deliveries of one message differ in these only.
_TRACE = re.compile(
    rb"^(?:received|return-path|delivered-to|envelope-to|delivery-date|x-original-to|x-delivered-to|x-envelope-[a-z]+|x-received"
    rb"|received-spf|authentication-results|arc-[a-z-]+|x-spam[a-z-]*|x-virus[a-z-]*|x-rspamd[a-z-]*|x-forwarded-[a-z]+|x-fetchmail[a-z-]*"
    rb"|x-getmail[a-z-]*|x-[a-z-]*trace|x-uid[a-z]*|x-imap[a-z]*|x-keywords|x-mozilla[a-z-]*|x-status|status|x-evolution[a-z-]*|x-account-key"
    rb"|x-google-smtp-source|x-gm-[a-z-]+|x-peer|x-mailfrom|x-rcptto|lines|content-length)[ \t]*:.*\n(?:[ \t].*\n)*",
    re.IGNORECASE | re.MULTILINE,
)
_MBOX = re.compile(rb"\A(?:\s*\n)?>?From [^\n:]*\n")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Unreadable(ValueError):  # noqa: N818 - exceptions are named for the refusal
    """The bytes are no message that can be put on a case; `reason` says why in words for a person."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Letter:
    """One message, read. No text in it holds NUL or a lone surrogate."""

    message_id: str | None
    """As ``<id>``; None when there is none that could serve as a key."""
    in_reply_to: str | None
    references: tuple[str, ...]
    """The ancestors from the first to the newest, at most `headers.MAX_REFERENCES`."""
    sender: Address
    """The address is empty only in messages that no person wrote."""
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    date: datetime | None
    """What the sender's clock said, in UTC; None when absent or absurd."""
    text: str
    html: str | None
    kept_text: str
    """The words of this message without the quoted mail and the signature; never empty when `text` is not."""
    attachments: tuple[Attachment, ...]
    verdict: Verdict
    bounce: Bounce | None
    headers: Headers
    content_hash: str

    @property
    def ancestors(self) -> tuple[str, ...]:
        """The ids this message answers, the nearest first and each once: how a reply finds its case."""
        nearest = (self.in_reply_to,) if self.in_reply_to else ()
        return tuple(dict.fromkeys((*nearest, *reversed(self.references))))


def content_hash(raw: bytes) -> str:
    """SHA-256 of the message without the fields added on its way, so that a second delivery has the same one."""
    gap = raw.find(b"\r\n\r\n")
    lone = raw.find(b"\n\n")
    gap = gap + 2 if gap >= 0 and (lone < 0 or gap < lone) else lone + 1
    if gap <= 0 or gap > headers.MAX_HEADER_BYTES:
        gap = min(len(raw), headers.MAX_HEADER_BYTES)
    head = _MBOX.sub(b"", raw[:gap].replace(b"\r\n", b"\n"), count=1)
    digest = hashlib.sha256(_TRACE.sub(b"", head))
    digest.update(raw[gap:].replace(b"\r\n", b"\n").rstrip())
    return digest.hexdigest()


def read(raw: bytes) -> Letter:
    """The message in these bytes. Raises Unreadable, and nothing else, whatever the bytes are.

    Unreadable are bytes without a single header field, and a message by a person that names no sender. All else is read
    as far as it goes: broken MIME, unknown charsets, missing fields.
    """
    source = _message_bytes(raw)
    tree = parts.parse(source)
    head = tree.head
    if not any(
        name in head for name in ("from", "to", "subject", "date", "message-id", "received", "return-path", "sender")
    ):
        reason = "these bytes have no header fields of a message"
        raise Unreadable(reason)
    verdict = verdicts.classify(head)
    blocks = parts.blocks(tree) or parts.named_blocks(tree)
    text = _text(blocks)
    bounce = None
    if verdict is not Verdict.HUMAN or verdicts.may_be_report(head):
        bounce = bounced(
            tree,
            text,
            certain=verdict is Verdict.BOUNCE,
            machine=verdict is not Verdict.HUMAN or verdicts.is_machine(head),
        )
        verdict = _settled(verdict, bounce)
    sender = _sender(head)
    if verdict is Verdict.HUMAN and not sender.address:
        reason = "the message does not say who sent it"
        raise Unreadable(reason)
    ids = head.ids("in-reply-to")
    return Letter(
        message_id=next(iter(head.ids("message-id")), None),
        in_reply_to=ids[0] if ids else None,
        references=head.ids("references"),
        sender=sender,
        reply_to=head.addresses("reply-to"),
        to=head.addresses("to"),
        cc=head.addresses("cc"),
        subject=head.get("subject")[:MAX_SUBJECT],
        date=headers.date(head.get("date")),
        text=text,
        html=parts.html(tree),
        kept_text=_kept(blocks, text),
        attachments=parts.attachments(tree),
        verdict=verdict,
        bounce=bounce if verdict is Verdict.BOUNCE else None,
        headers=head,
        content_hash=content_hash(raw),
    )


def _message_bytes(raw: bytes) -> bytes:
    """The message without what mail folders and careless programs put before it."""
    if not raw.strip(b"\x00 \t\r\n"):
        reason = "the message is empty"
        raise Unreadable(reason)
    if raw[:2] in _UTF16:
        raw = raw.decode("utf-16", "replace").encode()
    elif raw[:3] == b"\xef\xbb\xbf":
        raw = raw[3:]
    if b"\n" not in raw[: headers.MAX_HEADER_BYTES]:
        raw = raw.replace(b"\r", b"\n")
    return _MBOX.sub(b"", raw.lstrip(b"\r\n"), count=1) if raw[:1] in b"\r\n>F" else raw


def _settled(verdict: Verdict, bounce: Bounce) -> Verdict:
    """A report without anybody who was not reached is an automatic message; a failure anywhere makes a bounce."""
    if bounce.recipients:
        return Verdict.BOUNCE
    if bounce.delivered:
        return Verdict.AUTOMATIC
    return verdict


def _text(blocks: list[parts.Block]) -> str:
    words = [block.text if block.kind == "plain" else html.text_of(block.text) for block in blocks]
    return "\n\n".join(word.strip("\n") for word in words if word.strip())[: parts.MAX_TEXT].strip("\n")


def _kept(blocks: list[parts.Block], text: str) -> str:
    if any(block.kind == "html" for block in blocks):
        words = [block.text if block.kind == "plain" else html.reply_of(block.text) for block in blocks]
        return replies.kept_text("\n\n".join(word.strip("\n") for word in words if word.strip())) or text
    return replies.kept_text(text)


def _sender(head: Headers) -> Address:
    """Who wrote it: From, else the fields that stand in for it."""
    for name in ("from", "sender", "reply-to", "return-path", "x-sender"):
        found = head.addresses(name)
        if found:
            return found[0]
    return Address(head.get("from")[:200], "")
