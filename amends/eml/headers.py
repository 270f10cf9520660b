"""The header fields of a message, decoded only when asked for."""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import getaddresses, parsedate_to_datetime
from typing import Final
from urllib.parse import unquote_to_bytes

MAX_HEADER_BYTES: Final = 1_048_576
"""Bytes of one header block that are read; the rest of it is skipped."""
MAX_VALUE: Final = 16_384
"""Bytes of one field that are read."""
MAX_FIELDS: Final = 2_000
MAX_ADDRESSES: Final = 200
MAX_REFERENCES: Final = 50
"""Ancestors kept: the first, and the newest ones."""
MAX_ID: Final = 500
"""A Message-ID longer than this many characters is no usable key and counts as absent."""
FIRST_YEAR: Final = 1982
"""The year of RFC 822."""
LAST_YEAR: Final = 2099

_FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:[ \t]*(.*(?:\n[ \t].*)*)", re.MULTILINE)
_STRAY = re.compile(rb"^(?![!-9;-~]+[ \t]*:|[ \t]|>?From )", re.MULTILINE)
_BLANK = re.compile(rb"\r?\n\r?\n|\r\r|(?<=\n)\r\r?\n")
_WORD = re.compile(r"=\?([^?\s]{1,64})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_WORDS = re.compile(r"(\?=)\s+(?==\?)")
_UNSAFE = re.compile(r"[\x00\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]+")
_PARAMETER = re.compile(r';\s*([^\s=;"]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)')
_PLAIN_ADDRESS = re.compile(r'^\s*(?:"([^"\\<>]*)"|([^"<>,;:@()\\]*?))\s*<\s*([^<>\s,;:"()]+@[^<>\s,;:"()@]+)\s*>\s*$')
_BARE_ADDRESS = re.compile(r"^\s*<?([^<>\s,;:\"()@]+@[^<>\s,;:\"()@]+)>?\s*$")
_ANY_ADDRESS = re.compile(r"[^\s<>,;:\"()\[\]@]{1,64}@[^\s<>,;:\"()@]{1,255}")
_ID = re.compile(r"<\s*([^<>\s]+(?:\s[^<>]{0,300})?)>")
_CHARSET = re.compile(r"([^']*)'[^']*'")
_MAX_DIGITS: Final = 4
_SPACE = re.compile(r"\s+")

# Codecs that are no charset, or cost more than linear time.
_NOT_CHARSETS = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
_CHARSETS: Final = {
    "": "utf-8",
    "ascii": "utf-8",
    "us-ascii": "utf-8",
    "ansi_x3.4-1968": "utf-8",
    "utf8": "utf-8",
    "utf-8": "utf-8",
    "unknown-8bit": "utf-8",
    "default": "utf-8",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "iso8859-1": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "iso-2022-jp": "iso2022_jp_2",
    "unicode-1-1-utf-7": "utf-7",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "windows-874": "cp874",
    "big5-hkscs": "big5hkscs",
    "cp-850": "cp850",
}


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox: its display name (may be empty) and its address as written; compare addresses casefolded."""

    name: str
    address: str


class Headers:
    """The fields of one header block, in order. Names are compared without regard to case."""

    __slots__ = ("_fields",)

    def __init__(self, block: bytes) -> None:
        """Split the block; nothing is decoded yet. A line that is no field is skipped."""
        fields: dict[str, list[bytes]] = {}
        for count, found in enumerate(_FIELD.finditer(block.replace(b"\r\n", b"\n"))):
            if count >= MAX_FIELDS:
                break
            fields.setdefault(found[1].decode("ascii").lower(), []).append(found[2])
        self._fields = fields

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def raw(self, name: str) -> bytes:
        """The first field of that name as it came, or nothing."""
        found = self._fields.get(name.lower())
        return found[0][:MAX_VALUE] if found else b""

    def get(self, name: str) -> str:
        """The first field of that name in one decoded line without control characters; empty when absent."""
        value = self.raw(name)
        return one_line(decoded(value)) if value else ""

    def all(self, name: str) -> tuple[str, ...]:
        """Every field of that name, decoded."""
        return tuple(one_line(decoded(value[:MAX_VALUE])) for value in self._fields.get(name.lower(), ())[:100])

    def unworded(self, name: str) -> str:
        """The field in one line with its encoded words left alone, as address and parameter syntax needs it."""
        return one_line(text(b" ".join(self._fields.get(name.lower(), ()))[:MAX_VALUE]))

    def addresses(self, name: str) -> tuple[Address, ...]:
        """The mailboxes named in the fields of that name."""
        return addresses(self.unworded(name)) if name in self else ()

    def parameters(self, name: str) -> tuple[str, dict[str, str]]:
        """The value before the first semicolon in lower case, and the parameters decoded by RFC 2231 and RFC 2047."""
        value = self.raw(name)
        return parameters(one_line(text(value))) if value else ("", {})

    def ids(self, name: str) -> tuple[str, ...]:
        """The message ids in the fields of that name, each as ``<id>``."""
        return message_ids(text(b" ".join(self._fields.get(name.lower(), ()))[: 4 * MAX_VALUE])) if name in self else ()


def split(raw: bytes, start: int = 0, end: int | None = None) -> tuple[Headers, int]:
    """The header fields of raw[start:end] and the offset where the body begins."""
    end = len(raw) if end is None else end
    if raw[start : start + 1] in {b"\n", b"\r"} and start:  # a part without fields
        return Headers(b""), start
    gap = _BLANK.search(raw, start, min(end, start + MAX_HEADER_BYTES))
    stop, body = (gap.start(), gap.end()) if gap else (min(end, start + MAX_HEADER_BYTES), end)
    if not gap and end - start > MAX_HEADER_BYTES:
        later = _BLANK.search(raw, stop, end)
        body = later.end() if later else end
    block = raw[start:stop]
    stray = _STRAY.search(block)
    if stray and stray.start() < len(block) and not _FIELD.search(block, stray.start() + 1):
        return Headers(block[: stray.start()]), start + stray.start()
    return Headers(block), body


def text(value: bytes, charset: str = "") -> str:
    """The bytes as text that PostgreSQL accepts: by the charset named, else UTF-8, else Windows-1252. Never raises."""
    if value.isascii() and b"\x1b" not in value and b"\x00" not in value and not charset.lower().startswith("utf-7"):
        return value.decode("ascii")
    return _UNSAFE.sub("", _by_charset(value, charset.strip(" \"'").lower()))


def _by_charset(value: bytes, charset: str) -> str:
    if b"\x1b$" in value or b"\x1b(" in value:
        charset = charset if charset.startswith("iso-2022") else "iso-2022-jp"
    name = _CHARSETS.get(charset, charset)
    if name.replace("-", "_") in _NOT_CHARSETS:
        name = "utf-8"
    for attempt in (name, "utf-8"):
        try:
            return value.decode(attempt)
        except (LookupError, ValueError):
            continue
    try:
        return value.decode("cp1252" if name == "utf-8" else name, "replace")
    except (LookupError, ValueError):
        return value.decode("cp1252", "replace")


def decoded(value: bytes) -> str:
    """A field's value with its RFC 2047 words decoded. Never raises."""
    line = text(value)
    if "=?" not in line:
        return line
    return unworded(line)


def unworded(line: str) -> str:
    """The line with its RFC 2047 words decoded; a character split over two words is joined again."""
    line = _BETWEEN_WORDS.sub(r"\1", line)
    pieces: list[str] = []
    pending: list[bytes] = []
    charset, position = "", 0
    for found in _WORD.finditer(line):
        name = found[1].partition("*")[0].lower()
        if pending and (found.start() != position or name != charset):
            pieces.append(text(b"".join(pending), charset))
            pending = []
        pieces.append(line[position : found.start()])
        pending.append(_word_bytes(found[2], found[3]))
        charset, position = name, found.end()
    if pending:
        pieces.append(text(b"".join(pending), charset))
    return "".join(pieces) + line[position:]


def _word_bytes(encoding: str, content: str) -> bytes:
    try:
        raw = content.encode("ascii" if content.isascii() else "cp1252")  # as `text` read bytes that were no UTF-8
    except UnicodeEncodeError:
        raw = content.encode("utf-8", "ignore")
    if encoding in "qQ":
        return quopri.decodestring(raw.replace(b" ", b"_"), header=True)
    return unbase64(raw)


def unbase64(raw: bytes) -> bytes:
    """The bytes behind base64, whatever else stands between and however it ends."""
    try:
        return binascii.a2b_base64(raw)
    except binascii.Error:
        kept = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
        return base64.b64decode(kept[: len(kept) - (len(kept) % 4 == 1)] + b"===", validate=False)


def one_line(value: str) -> str:
    """The value without line breaks, control characters and lone surrogates."""
    if value.isprintable():
        return value.strip()
    return _CONTROL.sub(" ", _SPACE.sub(" ", value)).strip()


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """``text/plain; charset=x`` as its value in lower case and its parameters, continued and encoded ones joined."""
    head, semicolon, _ = value.partition(";")
    found: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, bool, str]]] = {}
    for match in _PARAMETER.finditer(value, len(head)) if semicolon else ():
        name, content = match[1].lower(), match[2].strip()
        if content.startswith('"'):
            content = re.sub(
                r"\\(.)", r"\1", content[1:-1] if content.endswith('"') and len(content) > 1 else content[1:]
            )
        base, star, rest = name.partition("*")
        if not star:
            found.setdefault(base, one_line(unworded(content)) if "=?" in content else content)
            continue
        number = rest.rstrip("*")
        pieces.setdefault(base, []).append(
            (
                int(number) if number.isascii() and number.isdigit() and len(number) <= _MAX_DIGITS else 0,
                name.endswith("*"),
                content,
            )
        )
    for base, parts in pieces.items():
        found[base] = one_line(_joined(sorted(parts)))
    return head.strip().lower(), found


def _joined(parts: list[tuple[int, bool, str]]) -> str:
    charset = ""
    out = b""
    for index, (_, encoded, piece) in enumerate(parts):
        if not encoded:
            out += piece.encode("utf-8", "ignore")
            continue
        named = _CHARSET.match(piece) if index == 0 else None
        charset = named[1] if named else charset
        out += unquote_to_bytes(piece[named.end() :] if named else piece)
    return text(out, charset)


def addresses(value: str) -> tuple[Address, ...]:
    """The mailboxes in an address field, at most MAX_ADDRESSES; whatever cannot be read as one is left out."""
    plain = _PLAIN_ADDRESS.match(value)
    if plain:
        return (Address(_name(plain[1] or plain[2] or ""), plain[3]),)
    bare = _BARE_ADDRESS.match(value)
    if bare:
        return (Address("", bare[1]),)
    try:
        pairs = getaddresses([value])
    except Exception:  # noqa: BLE001 - the parser recurses on nested comments and indexes past the end on broken ones
        pairs = []
    found = [(name, address.strip()) for name, address in pairs if "@" in address and " " not in address.strip()]
    if not found:
        found = [("", address) for address in _ANY_ADDRESS.findall(value)]
    return tuple(Address(_name(name), one_line(address)) for name, address in found[:MAX_ADDRESSES])


def _name(value: str) -> str:
    return one_line(unworded(value) if "=?" in value else value).strip("\"' ")


def message_ids(value: str) -> tuple[str, ...]:
    """The ids in a Message-ID, In-Reply-To or References field, in order and once each, at most MAX_REFERENCES."""
    found = [_SPACE.sub("", identifier) for identifier in _ID.findall(value)]
    if not found:
        found = [word.strip("<>,;\"'") for word in value.split() if "@" in word]
    clean = list(dict.fromkeys(f"<{one_line(i)}>" for i in found if i and len(i) <= MAX_ID))
    return tuple(clean if len(clean) <= MAX_REFERENCES else clean[:1] + clean[1 - MAX_REFERENCES :])


def date(value: str) -> datetime | None:
    """The moment of a Date field in UTC; None for what cannot be a date of an e-mail (outside FIRST_YEAR to LAST_YEAR)."""
    try:
        moment = parsedate_to_datetime(value)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError, AttributeError):
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None
