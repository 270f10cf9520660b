"""Mail in files: every message of an eml, mbox, Maildir, folder or archive, in order, with memory that does not grow.

Nothing is ever written to disk and no link is followed, so that a hostile archive can do nothing but be read; what would
unpack to far more than it is stops being read, and the reader is told.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import re
import stat
import tarfile
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MAX_MAIL = 64 * 1024 * 1024
"""Bytes of one message; of a larger one only the beginning is kept."""
BEGINNING = 64 * 1024
ROOM = 1024 * 1024 * 1024
SWELL = 200
"""An archive may unpack to `ROOM` bytes, or to this many times its own size."""
MAX_RECORD = 1024 * 1024
"""Bytes of a tar's own records (long names and the like), which its reader takes into memory whole."""

_PACKED: dict[bytes, Callable[..., Any]] = {b"\x1f\x8b": gzip.open, b"BZ": bz2.open, b"\xfd7": lzma.open}
_ZIP = b"PK\x03\x04", b"PK\x05\x06"
_FROM = re.compile(
    rb"^From (?:\S.{0,300}? )?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .{0,12}\d{1,2}:\d\d.{0,40}\d{4}.{0,12}\r?\n?$",
    re.DOTALL,
)
_QUOTED_FROM = re.compile(rb"^>+From ")
_SINGLE = {".eml", ".msg", ".txt", ".mht", ".emlx"}
_MBOX_NAMES = {".mbox", ".mbx"}
_BROKEN = (
    OSError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
    RuntimeError,
    NotImplementedError,
)


class Readable(Protocol):
    """What can be read."""

    def read(self, size: int = -1, /) -> bytes:
        """So many bytes at most."""


class Found(NamedTuple):
    """One message: the file it came from (with the member's name inside an archive) and its bytes.

    Of an `oversize` one these are the beginning; `trouble` says why something has no bytes at all.
    """

    file: str
    raw: bytes = b""
    oversize: bool = False
    trouble: str = ""


class _Swollen(OSError):  # noqa: N818 -- named for what it is
    pass


class _Record(tarfile.TarInfo):
    """A header of a tar that does not fill the memory with its own records."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Record:
        found = super().frombuf(buf, encoding, errors)
        if found.type in {
            tarfile.XHDTYPE,
            tarfile.XGLTYPE,
            tarfile.GNUTYPE_LONGNAME,
            tarfile.GNUTYPE_LONGLINK,
            b"X",
        } and (found.size > MAX_RECORD):
            message = "a record of the archive is larger than any real one"
            raise tarfile.ReadError(message)
        return found


def messages(paths: Iterable[str], *, standard_input: IO[bytes]) -> Iterator[Found]:
    """Every message under these paths, in their order; `-` is standard input. What cannot be read comes as `trouble`."""
    for path in paths:
        try:
            if path == "-":
                yield from _from_stream(standard_input)
            else:
                yield from _under(Path(path), path)
        except _BROKEN as trouble:
            yield Found(path, trouble=_words(trouble))


def _words(trouble: BaseException) -> str:
    if isinstance(trouble, OSError) and trouble.strerror:
        return trouble.strerror
    return str(trouble) or "it ends too soon"


def _from_stream(stream: IO[bytes]) -> Iterator[Found]:
    with tempfile.TemporaryFile() as spool:
        while chunk := stream.read(1 << 20):
            spool.write(chunk)
        size = spool.tell()
        spool.seek(0)
        yield from _in_file(spool, "-", size)


def _under(path: Path, name: str) -> Iterator[Found]:
    """The messages of a file or a folder. Links are followed only when they were named."""
    if not path.is_dir():
        with path.open("rb") as file:
            yield from _in_file(file, name, path.stat().st_size)
        return
    for inside in sorted(path.iterdir(), key=lambda entry: entry.name):
        label = f"{name.rstrip('/')}/{inside.name}"
        if inside.name.startswith(".") and not (inside.is_dir() and (inside / "cur").is_dir()):
            continue  # what programs keep for themselves; a folder of a Maildir begins with a dot too
        if inside.is_symlink() or (inside.name == "tmp" and (path / "cur").is_dir()):
            continue  # what lies in a Maildir's `tmp` is not delivered yet
        if not (inside.is_dir() or inside.is_file()):
            continue
        try:
            yield from _under(inside, label)
        except _BROKEN as trouble:
            yield Found(label, trouble=_words(trouble))


def _in_file(file: IO[bytes], name: str, size: int) -> Iterator[Found]:
    """The messages of one file, by what its first bytes say it is."""
    head = file.read(6)
    file.seek(0)
    if head[:4] in _ZIP:
        yield from _in_zip(file, name, max(ROOM, size * SWELL))
        return
    opened = next((way for magic, way in _PACKED.items() if head.startswith(magic)), None)
    if opened and not (head.startswith(b"BZ") and not head.startswith(b"BZh")):
        with cast("IO[bytes]", opened(file, "rb")) as unpacked:
            yield from _in_plain(_Limited(unpacked, max(ROOM, size * SWELL)), _bare(name), name)
        return
    yield from _in_plain(_Limited(file, size + 1), name, name)


def _bare(name: str) -> str:
    return re.sub(r"\.(?:gz|bz2|xz)$", "", name)


class _Limited:
    """A stream that is read forward only, can be looked into, and refuses to swell without end."""

    def __init__(self, stream: Readable, room: int) -> None:
        self.stream, self.room, self.peeked = stream, room, b""

    def peek(self, size: int) -> bytes:
        if len(self.peeked) < size:
            self.peeked += self._fresh(size - len(self.peeked))
        return self.peeked[:size]

    def read(self, size: int = -1, /) -> bytes:
        size = BEGINNING if size < 0 else size
        held, self.peeked = self.peeked[:size], self.peeked[size:]
        return held or self._fresh(size)

    def _fresh(self, size: int) -> bytes:
        got = self.stream.read(size)
        self.room -= len(got)
        if self.room < 0:
            message = "it unpacks to far more than a mailbox does; the rest was left unread"
            raise _Swollen(message)
        return got


def _in_plain(stream: _Limited, bare: str, name: str) -> Iterator[Found]:
    """The messages of an unpacked stream: a tar, an mbox, or one message."""
    ending = Path(bare).suffix.lower()
    head = stream.peek(1024)
    if head[257:262] == b"ustar" or ending in {".tar", ".tgz", ".tbz", ".txz"}:
        yield from _in_tar(stream, name)
    elif ending in _MBOX_NAMES or (ending not in _SINGLE and _FROM.match(head.partition(b"\n")[0] + b"\n")):
        yield from _in_mbox(stream, name)
    else:
        yield _one(stream, name)


def _one(stream: Readable, name: str) -> Found:
    """The whole stream as one message."""
    chunks = []
    held = 0
    while held <= MAX_MAIL and (chunk := stream.read(BEGINNING)):
        chunks.append(chunk)
        held += len(chunk)
    if held > MAX_MAIL:
        return Found(name, chunks[0], oversize=True)
    return Found(name, b"".join(chunks))


def _in_tar(stream: Readable, name: str) -> Iterator[Found]:
    with tarfile.open(fileobj=cast("IO[bytes]", stream), mode="r|", tarinfo=_Record) as archive:
        while (member := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined]  # or the list of all members grows with the archive
            if member.isfile() and (file := archive.extractfile(member)):
                yield _one(file, _inside(name, member.name))


def _in_zip(file: IO[bytes], name: str, room: int) -> Iterator[Found]:
    with zipfile.ZipFile(file) as archive:
        for member in archive.infolist():
            if member.is_dir() or stat.S_ISLNK(member.external_attr >> 16):
                continue
            label = _inside(name, member.filename)
            try:
                with archive.open(member) as opened:
                    limited = _Limited(opened, room)
                    yield _one(limited, label)
                    room = limited.room
            except _Swollen:
                raise
            except _BROKEN as trouble:
                yield Found(label, trouble=_words(trouble))


def _inside(name: str, member: str) -> str:
    return f"{name}/{member.replace(chr(0), '').removeprefix('./')}"


def _in_mbox(stream: _Limited, name: str) -> Iterator[Found]:
    """The messages of an mbox: each begins with a `From ` line that has a date, after an empty line."""
    held: list[bytes] = []
    size = 0
    after_gap = True
    for line in _lines(stream):
        if after_gap and line.startswith(b"From ") and _FROM.match(line):
            if held:
                yield _of_lines(held, name, size)
            held, size, after_gap = [], 0, False
            continue
        after_gap = not line.strip(b"\r\n")
        size += len(line)
        if size <= MAX_MAIL:
            held.append(line[1:] if _QUOTED_FROM.match(line) else line)
    if held:
        yield _of_lines(held, name, size)


def _of_lines(lines: list[bytes], name: str, size: int) -> Found:
    raw = b"".join(lines)
    if size > MAX_MAIL:
        return Found(name, raw[:BEGINNING], oversize=True)
    return Found(name, raw)


def _lines(stream: _Limited) -> Iterator[bytes]:
    """The lines of a stream, with their ends; an endless line comes in pieces."""
    rest = b""
    while chunk := stream.read(1 << 18):
        *whole, rest = (rest + chunk).splitlines(keepends=True)
        if rest.endswith(b"\n"):
            whole.append(rest)
            rest = b""
        yield from whole
        if len(rest) > 1 << 20:
            yield rest
            rest = b""
    if rest:
        yield rest
