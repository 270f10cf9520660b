"""Names and types of attachments: what a stranger called a file is never trusted as a path or as a type."""

import re
import unicodedata
from typing import Final

MAX_NAME: Final = 120
"""Characters kept of a file name; the ending survives the cut."""

_MAX_ENDING: Final = 10

OPAQUE: Final = "application/octet-stream"

# Control characters, and the marks that turn the reading direction so that "gpj.exe" reads as "exe.jpg".
_INVISIBLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_PATH = re.compile(r"[/\\\u2044\u2215\uff0f\uff3c]")
_RESERVED = re.compile(r"(?i)^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)")

# Types a browser shows without running anything in them.
_PASSIVE = frozenset(
    {
        "application/gzip",
        "application/msword",
        "application/pdf",
        "application/rtf",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/zip",
        "audio/aac",
        "audio/amr",
        "audio/mp4",
        "audio/mpeg",
        "audio/ogg",
        "audio/wav",
        "text/calendar",
        "text/csv",
        "text/plain",
        "video/3gpp",
        "video/mp4",
        "video/mpeg",
        "video/ogg",
        "video/quicktime",
        "video/webm",
    }
)
_PASSIVE_FAMILIES = ("application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument.")
_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_ACTIVE_START = re.compile(rb"(?i)^\s*(?:<\?xml|<!doctype|<html|<svg|<script|<head|<body|<!--)")


def safe_name(name: str, fallback: str = "attachment") -> str:
    """A file name without folders, control or direction marks, of at most MAX_NAME characters; never empty."""
    name = _PATH.split(unicodedata.normalize("NFC", name[:4096]))[-1]
    name = _FORBIDDEN.sub("_", _INVISIBLE.sub("", name))
    name = " ".join(name.split()).strip(". ")
    if not name:
        return fallback
    if _RESERVED.match(name):
        name = f"_{name}"
    if len(name) > MAX_NAME:
        stem, dot, ending = name.rpartition(".")
        name = (
            f"{stem[: MAX_NAME - len(ending) - 1]}.{ending}" if dot and len(ending) <= _MAX_ENDING else name[:MAX_NAME]
        )
    return name


def servable_type(declared: str, data: bytes) -> str:
    """The type under which a browser may be handed these bytes.

    Images are known by their first bytes, not by what the sender says. Whatever could run (HTML, SVG, XML, scripts) or is
    not known to be passive is OPAQUE, to be downloaded and not shown.
    """
    for mark, kind in _MARKS:
        if data.startswith(mark):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and data[8:12] in {b"heic", b"heix", b"mif1", b"avif"}:
        return "image/avif" if data[8:12] == b"avif" else "image/heic"
    if data.startswith(b"%PDF-"):
        return "application/pdf"
    kind = declared.partition(";")[0].strip().lower()
    if kind == "application/pdf" or _ACTIVE_START.match(data[:256]):
        return OPAQUE
    return kind if kind in _PASSIVE or kind.startswith(_PASSIVE_FAMILIES) else OPAQUE
