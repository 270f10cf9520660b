"""The MIME parts of a message: split on the raw bytes, within limits, and never refusing a broken one."""

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from amends.eml import headers
from amends.eml.headers import Headers
from amends.eml.names import safe_name

MAX_DEPTH: Final = 12
"""Levels of nesting that are opened; what lies deeper is kept as one attachment."""
MAX_PARTS: Final = 400
"""Parts that are read; what follows stays in the last one."""
MAX_TEXT: Final = 400_000
"""Characters kept of the text, and of the HTML."""

_GUESS = re.compile(rb"^--([^\s-][^\r\n]{0,199}?)[ \t]*\r?$", re.MULTILINE)
_ENDING = re.compile(r"[a-z0-9]{1,5}\Z")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_ENDINGS: Final = {
    "message/rfc822": "message.eml",
    "text/calendar": "invitation.ics",
    "message/delivery-status": "delivery-status.txt",
    "text/rfc822-headers": "headers.txt",
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with the message: a safe name, the type the sender declared, and its bytes."""

    name: str
    content_type: str
    data: bytes
    content_id: str
    """Without angle brackets; empty when there is none."""
    inline: bool
    """Shown within the text (a picture of an HTML message) rather than attached to it."""


@dataclass(slots=True)
class Part:
    """One node of the MIME tree; `start` to `end` are its body within the raw message."""

    raw: bytes
    head: Headers
    start: int
    end: int
    content_type: str = "text/plain"
    parameters: dict[str, str] = field(default_factory=dict)
    disposition: str = ""
    filename: str = ""
    children: list["Part"] = field(default_factory=list)

    def data(self) -> bytes:
        """The body with its transfer encoding undone."""
        body = self.raw[self.start : self.end]
        encoding = self.head.get("content-transfer-encoding").lower()
        if "base64" in encoding:
            return headers.unbase64(body)
        if "quoted" in encoding:
            return quopri.decodestring(body)
        return _unuu(body) if "uu" in encoding else body

    def text(self) -> str:
        """The body as text with plain line ends."""
        value = headers.text(self.data()[: 4 * MAX_TEXT], self.parameters.get("charset", ""))[:MAX_TEXT]
        return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value

    def walk(self) -> Iterator["Part"]:
        """The part and everything below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def is_file(self) -> bool:
        """True for a part that is a file of its own and no words of the message."""
        if self.content_type not in {"text/plain", "text/html"}:
            return self.content_type not in {"text/enriched", "text/richtext", "text/x-amp-html"}
        return self.disposition == "attachment" or bool(self.filename and self.disposition)


@dataclass(frozen=True, slots=True)
class Block:
    """Words of the message, as plain text or as HTML."""

    kind: Literal["plain", "html"]
    text: str


class Budget:
    """How many more parts may be opened."""

    __slots__ = ("left",)

    def __init__(self, parts: int = MAX_PARTS) -> None:
        """Start with that many."""
        self.left = parts


def parse(raw: bytes, start: int = 0, end: int | None = None) -> Part:
    """The MIME tree of the message in raw[start:end]. Never raises."""
    end = len(raw) if end is None else end
    return _parse(raw, start, end, depth=0, budget=Budget(), default="text/plain")


def _parse(raw: bytes, start: int, end: int, *, depth: int, budget: Budget, default: str) -> Part:
    head, body = headers.split(raw, start, end)
    kind, parameters = head.parameters("content-type")
    if "/" not in kind:
        kind = {"text": "text/plain", "html": "text/html", "multipart": "multipart/mixed"}.get(kind, default)
    disposition, more = head.parameters("content-disposition") if "content-disposition" in head else ("", {})
    name = more.get("filename") or parameters.get("name", "")
    part = Part(raw, head, body, end, kind, parameters, disposition.split(" ")[0], name)
    if kind.startswith("multipart/") and depth < MAX_DEPTH:
        for first, last in _slices(part, budget):
            inner = "message/rfc822" if kind == "multipart/digest" else "text/plain"
            part.children.append(_parse(raw, first, last, depth=depth + 1, budget=budget, default=inner))
        if not part.children:
            part.content_type = "text/plain" if depth == 0 or not name else kind
    return part


def _slices(part: Part, budget: Budget) -> Iterator[tuple[int, int]]:
    """From where to where the children of a multipart lie."""
    raw, end = part.raw, part.end
    boundary = part.parameters.get("boundary", "").encode("utf-8", "ignore").rstrip()
    mark = b"--" + boundary
    if not boundary or raw.find(mark, part.start, end) < 0:
        guess = _GUESS.search(raw, part.start, end)
        if not guess:
            return
        mark = b"--" + guess[1]
    first, position = -1, part.start
    while (found := raw.find(mark, position, end)) >= 0:
        line = raw.find(b"\n", found, end)
        line = end if line < 0 else line
        rest = raw[found + len(mark) : min(line, found + len(mark) + 80)].strip()
        position = found + len(mark)
        if (found > part.start and raw[found - 1] not in b"\r\n") or rest not in {b"", b"--"}:
            continue
        if first >= 0:
            budget.left -= 1
            yield first, _before_break(raw, first, found)
            if budget.left <= 0:
                return
        position = min(line + 1, end)
        first = position
        if rest == b"--":
            return
    if 0 <= first < end:
        budget.left -= 1
        yield first, end


def _before_break(raw: bytes, first: int, mark: int) -> int:
    """The line break before a boundary belongs to the boundary."""
    if mark > first and raw[mark - 1 : mark] == b"\n":
        mark -= 1
    if mark > first and raw[mark - 1 : mark] == b"\r":
        mark -= 1
    return mark


def _unuu(body: bytes) -> bytes:
    out: list[bytes] = []
    for line in body.splitlines():
        if line.startswith((b"begin ", b"end", b"`")) or not line:
            continue
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            continue
    return b"".join(out)


def blocks(part: Part) -> list[Block]:
    """The words of the message in order; of alternatives the plain one when it says anything, else the HTML."""
    if part.content_type.startswith("multipart/"):
        offers = [blocks(child) for child in part.children]
        if part.content_type != "multipart/alternative":
            return [block for offer in offers for block in offer]
        plain = [offer for offer in offers if any(b.kind == "plain" and b.text.strip() for b in offer)]
        spoken = [offer for offer in offers if any(b.text.strip() for b in offer)]
        return (plain or spoken or [[]])[0]
    if part.is_file:
        return []
    if part.content_type == "text/html":
        return [Block("html", part.text())]
    if part.content_type == "text/x-amp-html":
        return []
    words = part.text()
    return [Block("plain", words if part.content_type == "text/plain" else _TAG.sub("", words))]


def named_blocks(part: Part) -> list[Block]:
    """The first text shown inline that has a file name: where some programs put the words of a message without others."""
    named = [p for p in part.walk() if p.content_type == "text/plain" and p.is_file and p.disposition == "inline"]
    return [Block("plain", leaf.text()) for leaf in named[:1]]


def html(part: Part) -> str | None:
    """Every HTML body of the message, one after the other; None when there is none."""
    found = [p.text() for p in part.walk() if p.content_type == "text/html" and not p.is_file]
    return "\n".join(found)[:MAX_TEXT] if found else None


def attachments(part: Part) -> tuple[Attachment, ...]:
    """The files that came with the message, in order."""
    found: list[Attachment] = []
    for leaf in part.walk():
        if leaf.children or not leaf.is_file or (leaf.content_type.startswith("multipart/") and leaf is part):
            continue
        content_id = leaf.head.get("content-id").strip("<> ")[:300]
        inline = leaf.disposition != "attachment" and bool(content_id or leaf.disposition == "inline")
        name = safe_name(leaf.filename, _fallback(leaf.content_type, len(found) + 1))
        found.append(Attachment(name, leaf.content_type[:127], leaf.data(), content_id, inline))
    return tuple(found)


def _fallback(content_type: str, number: int) -> str:
    if content_type in _ENDINGS:
        return _ENDINGS[content_type]
    family, _, sort = content_type.partition("/")
    ending = sort if family == "image" and _ENDING.match(sort) else "bin"
    return f"attachment-{number}.{ending}"
