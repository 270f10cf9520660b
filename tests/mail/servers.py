# ruff: noqa: D102 - aiosmtpd names the handlers
"""A sink that takes, refuses, hangs or counts mail, and a process of ours that tests start, kill and start again."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import smtplib
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiosmtpd.smtp import SMTP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from email.message import Message

ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Taken:
    """One mail as the sink got it."""

    sender: str
    to: list[str]
    raw: bytes

    @property
    def mail(self) -> Message:
        """The mail, read."""
        return message_from_bytes(self.raw)


@dataclass
class Sink:
    """An SMTP server on a port of its own. `answers` may hold, for a command, what it says instead of taking the mail."""

    port: int = 0
    taken: list[Taken] = field(default_factory=list)
    answers: dict[str, Callable[[Any], str | None]] = field(default_factory=dict)
    hanging: bool = False
    pause: float = 0.0  # seconds it takes over each mail
    on_mail: Callable[[Taken], None] | None = None
    sessions: set[Any] = field(default_factory=set)
    _loop: Any = None
    _server: Any = None
    _cutting: bool = False

    def cut_after_answer(self) -> None:
        """Close the connection when the answer to the mail at hand is out, as servers with a limit do."""
        self._cutting = True

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, _options: list[str]) -> str:  # noqa: N802
        if self._cutting:
            self._cutting = False
            server.transport.abort()
            return "421 closed"
        self.sessions.add(session)
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: list[str]) -> str:  # noqa: N802
        if (answer := self.answers.get("RCPT")) and (said := answer(address)):
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if self.hanging:
            await asyncio.sleep(3600)
        if self.pause:
            await asyncio.sleep(self.pause)
        if (answer := self.answers.get("DATA")) and (said := answer(envelope)):
            return said
        mail = Taken(envelope.mail_from, list(envelope.rcpt_tos), bytes(envelope.content))
        self.taken.append(mail)
        if self.on_mail:
            self.on_mail(mail)
        return "250 OK"

    def open(self) -> None:
        """Take mail, on the same port as before."""
        ready = threading.Event()

        def run() -> None:
            self._loop = asyncio.new_event_loop()
            make = lambda: SMTP(self, enable_SMTPUTF8=True, hostname="sink", loop=self._loop)  # noqa: E731
            self._server = self._loop.run_until_complete(self._loop.create_server(make, "127.0.0.1", self.port))
            self.port = self._server.sockets[0].getsockname()[1]
            ready.set()
            self._loop.run_forever()

        threading.Thread(target=run, daemon=True).start()
        assert ready.wait(10)

    def close(self) -> None:
        """Refuse connections, and cut those there are."""

        async def cut() -> None:
            self._server.close()
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                task.cancel()
            for transport in list(getattr(self._loop, "_transports", {}).values()):
                transport.abort()
            await asyncio.sleep(0.05)
            self._loop.stop()

        if not self._loop.is_running():
            return
        asyncio.run_coroutine_threadsafe(cut(), self._loop)
        limit = time.monotonic() + 5
        while self._loop.is_running() and time.monotonic() < limit:
            time.sleep(0.01)

    @property
    def url(self) -> str:
        """Its address, as our settings name it."""
        return f"smtp://127.0.0.1:{self.port}"


@contextlib.contextmanager
def sink() -> Iterator[Sink]:
    """An open sink, gone afterwards."""
    found = Sink()
    found.open()
    try:
        yield found
    finally:
        found.close()


class Process:
    """`python -c` with our settings; killed for good at the end of the test."""

    def __init__(self, code: str, **environment: str) -> None:
        self.code, self.environment = code, environment
        self.running: subprocess.Popen[bytes] | None = None

    def start(self) -> Process:
        """Start it, again perhaps."""
        code = f"import django; django.setup()\n{self.code}"
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "amends.site.settings", **self.environment}
        self.running = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=environment, start_new_session=True)
        return self

    def kill(self) -> None:
        """`kill -9`."""
        if self.running:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.running.pid, signal.SIGKILL)
            self.running.wait()
            self.running = None

    def ask_to_stop(self) -> int:
        """SIGTERM, and the exit code."""
        assert self.running
        self.running.terminate()
        return self.running.wait(timeout=60)


_STOPPABLE = (
    "import signal, threading; stop = threading.Event(); signal.signal(signal.SIGTERM, lambda *a: stop.set())\n"
)
MAIL = _STOPPABLE + "from amends.mail.running import run; run(stop)"
WORKER = _STOPPABLE + "from amends.worker.running import run; run(stop, concurrency=2)"


def free_port() -> int:
    """A port nobody listens on now."""
    import socket  # noqa: PLC0415

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def until(true: Callable[[], object], *, seconds: float = 20.0, every: float = 0.05) -> bool:
    """Wait until it holds; False if it does not in time."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        if true():
            return True
        time.sleep(every)
    return bool(true())


def post(
    port: int, raws: Sequence[bytes], *, to: str = "care@desk.example.com", sender: str = "okafor@example.com"
) -> None:
    """Send mails over one connection, as a careful client does: what was not acknowledged is sent again."""
    left = list(raws)
    limit = time.monotonic() + 120
    while left:
        assert time.monotonic() < limit, f"{len(left)} mails were never taken"
        try:
            with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
                while left:
                    client.sendmail(sender, [to], left[0])
                    left.pop(0)
        except (OSError, smtplib.SMTPException):
            time.sleep(0.1)
