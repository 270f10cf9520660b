"""The world outside the desk: customers' mail servers that hand mail in, one that takes it, and a machine that answers it.

Each runs in a process of its own, so that none of its work is counted as the desk's.
"""

from __future__ import annotations

import asyncio
import json
import smtplib
import threading
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from email.parser import BytesHeaderParser, BytesParser
from email.policy import default
from email.utils import formatdate, make_msgid
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiosmtpd.smtp import SMTP

from bench.kit import ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from aiosmtpd.smtp import Envelope, Session

    from bench.corpus import Mail

RESPONDERS = "responder.example.net"
ROUNDS = 15  # after so many answers a responder is stopped: it would go on for ever


class Sink:
    """What was sent to customers, as a file that the receiving process writes one line a mail to."""

    def __init__(self, file: Path) -> None:
        self.file = file
        file.touch()
        self._lines: list[dict[str, str]] = []
        self._read = 0

    def mails(self) -> list[dict[str, str]]:
        """All mails so far: to, message_id, in_reply_to."""
        with self.file.open() as file:
            file.seek(self._read)
            for line in iter(file.readline, ""):
                if not line.endswith("\n"):
                    break
                self._lines.append(json.loads(line))
                self._read += len(line.encode())
        return self._lines

    def serve(self, port: int, desk_port: int) -> None:
        """Take every mail until the process ends, and answer those to responders."""
        loop = asyncio.new_event_loop()
        handler = _Taker(self.file, desk_port)
        loop.run_until_complete(
            loop.create_server(
                lambda: SMTP(handler, enable_SMTPUTF8=True, hostname="sink", loop=loop), "127.0.0.1", port
            )
        )
        loop.run_forever()


class _Taker:
    def __init__(self, file: Path, desk_port: int) -> None:
        self.file, self.desk_port = file, desk_port
        self.answered: dict[str, int] = {}

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        raw = bytes(envelope.content or b"")  # type: ignore[arg-type]  # aiosmtpd gives bytes unless told to decode
        headers = BytesHeaderParser().parsebytes(raw)
        to = envelope.rcpt_tos[0]
        names = {"message_id": "Message-ID", "in_reply_to": "In-Reply-To"}
        line = {"to": to, **{name: str(headers[header] or "").strip() for name, header in names.items()}}
        with self.file.open("a") as file:
            file.write(json.dumps(line) + "\n")
        if to.endswith(RESPONDERS):
            self.answered[to] = self.answered.get(to, 0) + 1
            if self.answered[to] <= ROUNDS:
                threading.Thread(target=_answer, args=(to, raw, self.desk_port), daemon=True).start()
        return "250 OK"


def begin_loops(desk_port: int) -> list[str]:
    """One complaint from each kind of naive responder; returns their addresses, which say what each does."""
    addresses = [f"{tag}-{words}@{RESPONDERS}" for tag in ("kept", "dropped") for words in ("own-words", "echo")]
    for address in addresses:
        mail = _plain(address, ADDRESS, "My order", "The table never came.")
        _hand_in([(address, mail.as_bytes())], desk_port)
    return addresses


def _answer(address: str, raw: bytes, desk_port: int) -> None:
    """Answer as a machine does that knows no auto header: everything, at once, with the tag and references or without."""
    theirs = BytesParser(policy=default).parsebytes(raw)
    kept = address.startswith("kept")
    to = str(theirs["Reply-To"] or theirs["From"]) if kept else ADDRESS
    body = theirs.get_body(("plain",))
    echo = str(body.get_content()) if body and "echo" in address else ""
    quoted = "\n".join(f"> {line}" for line in echo.splitlines())
    subject = f"Re: {theirs['Subject']}" if kept or echo else "About my order"
    mail = _plain(address, to, subject, f"I see. And when does the table come?\n\n{quoted}")
    if kept:
        mail["In-Reply-To"] = mail["References"] = str(theirs["Message-ID"])
    _hand_in([(address, mail.as_bytes())], desk_port)


def _plain(sender: str, to: str, subject: str, words: str) -> EmailMessage:
    mail = EmailMessage(policy=default.clone(max_line_length=900))
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail["Date"], mail["Message-ID"] = formatdate(), make_msgid(domain=RESPONDERS)
    mail.set_content(words)
    return mail


def feed(mails: Sequence[Mail], port: int, connections: int) -> None:
    """Hand the mails in, in order, over so many connections at once; returns when the desk has answered for all."""
    todo = iter([(mail.sender, mail.raw) for mail in mails])
    turn = threading.Lock()

    def taken() -> Iterable[tuple[str, bytes]]:
        while True:
            with turn:
                mail = next(todo, None)
            if mail is None:
                return
            yield mail

    with ThreadPoolExecutor(connections) as pool:
        for done in [pool.submit(_hand_in, taken(), port) for _ in range(connections)]:
            done.result()


def _hand_in(mails: Iterable[tuple[str, bytes]], port: int) -> None:
    with smtplib.SMTP("127.0.0.1", port, timeout=60) as server:
        for sender, raw in mails:
            refused: Any = server.sendmail(sender, [_recipient(raw)], raw)
            assert not refused, refused


def _recipient(raw: bytes) -> str:
    """Where the mail says it goes."""
    to = str(BytesHeaderParser().parsebytes(raw[:4000])["To"])
    return to.rpartition("<")[2].rstrip("> ")
