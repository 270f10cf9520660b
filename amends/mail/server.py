"""The SMTP server that takes our mail: one connection, and an answer to each mail that tells what to do with it."""

from __future__ import annotations

import contextlib
import enum
import re
import smtplib
import ssl
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

CONNECTING = 10.0  # seconds until a server that does not answer counts as away
COMMAND = 30.0  # seconds for its answer to a command
#: Seconds for its answer to a whole mail. The standard asks for ten minutes; a hanging server would block a sender that long.
DECIDING = 60.0
_SLOWEST = 50_000  # bytes a second that a line must carry for a large mail not to count as hanging
_LOCAL = {"localhost", "127.0.0.1", "::1"}


class Answer(enum.Enum):
    """What the server's last word means for the mail."""

    TAKEN = "taken"
    NOT_NOW = "not now"
    NEVER = "never"


class Away(Exception):  # noqa: N818
    """The server cannot be reached, hangs, or wants no mail from us at all; no mail is to blame.

    `doubtful` is set when it had the whole mail and did not answer.
    """

    def __init__(self, words: str, *, doubtful: bool = False) -> None:
        super().__init__(words)
        self.doubtful = doubtful


@dataclass(frozen=True, slots=True)
class Address:
    """`smtp://user:password@host:port?tls=starttls|tls|none`.

    Without `tls`, STARTTLS is used where it is offered, and is demanded before a password goes to another machine.
    """

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    tls: str

    @classmethod
    def read(cls, url: str) -> Address:
        """The parts; user and password may be percent-encoded."""
        parts = urlsplit(url)
        tls = parse_qs(parts.query).get("tls", ["tls" if parts.scheme == "smtps" else "offered"])[0]
        host = parts.hostname or "127.0.0.1"
        user = unquote(parts.username or "")
        if tls == "offered" and user and host not in _LOCAL:
            tls = "starttls"
        port = parts.port or {"tls": 465}.get(tls, 587 if user else 25)
        return cls(host=host, port=port, user=user, password=unquote(parts.password or ""), tls=tls)


class Server:
    """One open connection. `carried` counts the mails it has taken over it."""

    def __init__(self, address: Address, *, name: str) -> None:
        """Connected, encrypted and signed in as the address says. `Away` when that cannot be; `name` is what we call ourselves."""
        self.carried = 0
        context = ssl.create_default_context()
        with _troubles():
            self._smtp = (
                smtplib.SMTP_SSL(address.host, address.port, name, timeout=CONNECTING, context=context)
                if address.tls == "tls"
                else smtplib.SMTP(address.host, address.port, name, timeout=CONNECTING)
            )
            self._patience(COMMAND)
            self._smtp.ehlo_or_helo_if_needed()
            if address.tls == "starttls" or (address.tls == "offered" and self._smtp.has_extn("starttls")):
                self._smtp.starttls(context=context if address.tls == "starttls" else _unverified())
                self._smtp.ehlo_or_helo_if_needed()
            if address.user:
                self._smtp.login(address.user, address.password)

    def send(self, raw: bytes, *, sender: str, to: str) -> tuple[Answer, str]:
        """Hand one mail over, and tell what the server said. `Away` when the connection broke or hung."""
        if not to.isascii() and not self._smtp.has_extn("smtputf8"):
            return Answer.NEVER, "the mail server cannot write to addresses with letters beyond ASCII"
        with _troubles():
            options = [f"size={len(raw)}"] if self._smtp.has_extn("size") else []
            options += ["SMTPUTF8", "BODY=8BITMIME"] if not to.isascii() else []
            code, said = self._smtp.mail(sender, options)
            if code >= 400:  # noqa: PLR2004
                # Only its size can be this mail's own fault; that our address is refused will be put right by somebody.
                return self._refused(552 if code == 552 else min(code, 499), said)  # noqa: PLR2004
            code, said = self._smtp.rcpt(to)
            if code >= 400:  # noqa: PLR2004
                return self._refused(code, said)
            code, said = self._smtp.docmd("DATA")
            if code != 354:  # noqa: PLR2004
                return self._refused(code, said)
        with _troubles(doubtful=True):
            self._patience(max(COMMAND, len(raw) / _SLOWEST))
            self._smtp.send(_stuffed(raw))
            self._patience(DECIDING)
            code, said = self._smtp.getreply()
            self._patience(COMMAND)
        if 200 <= code < 300:  # noqa: PLR2004
            self.carried += 1
            return Answer.TAKEN, ""
        return self._refused(code, said)

    def close(self) -> None:
        """Say goodbye if it still listens."""
        with contextlib.suppress(OSError, smtplib.SMTPException):
            self._patience(2.0)
            self._smtp.quit()
        self._smtp.close()

    def _refused(self, code: int, said: bytes) -> tuple[Answer, str]:
        words = f"{code} {said.decode('utf-8', 'replace')}"[:500]
        if code in {-1, 421}:
            raise Away(words)
        self._smtp.rset()
        return (Answer.NEVER if code >= 500 else Answer.NOT_NOW), words  # noqa: PLR2004

    def _patience(self, seconds: float) -> None:
        if self._smtp.sock is not None:
            self._smtp.sock.settimeout(seconds)


@contextlib.contextmanager
def _troubles(*, doubtful: bool = False) -> Iterator[None]:
    """Whatever breaks a connection is one thing to us."""
    try:
        yield
    except (OSError, smtplib.SMTPException) as trouble:
        raise Away(f"{type(trouble).__name__}: {trouble}"[:500], doubtful=doubtful) from trouble


def _stuffed(raw: bytes) -> bytes:
    """As it goes over the line: CRLF, dots doubled, the end marked."""
    if b"\n." in raw or raw[:1] == b".":
        raw = re.sub(rb"(?m)^\.", b"..", raw)
    return raw + (b".\r\n" if raw.endswith(b"\r\n") else b"\r\n.\r\n")


def _unverified() -> ssl.SSLContext:
    """Encryption that was only offered is better than none, whoever signed the certificate."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
