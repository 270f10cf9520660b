"""Telling the gateways that reach phones: a signed request to an address of the house's choice, or a command of its own.

What goes out is what whoever is woken needs: their name and number, what was said, and the link that answers. An address is
looked up once, and only that is called: never one of the machine's own cloud (link-local), nor anything that an answer
points to; and outside the house's own network nothing is said without TLS.
"""

from __future__ import annotations

import hmac
import http.client
import ipaddress
import json
import shlex
import socket
import ssl
import subprocess
import time
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from amends.safety.ringing import Ring, Way

if TYPE_CHECKING:
    from threading import Event

#: Seconds until a gateway that does not answer, or a command that does not end, counts as failed.
TIMEOUT: Final = 10.0
_FINE: Final = range(200, 300)


class NotRung(Exception):  # noqa: N818
    """The gateway did not take it; the sentence says why."""


def ring_due(*, stop: Event | None = None) -> int:
    """Everything that is to be told to a gateway now was tried once; returns how many were taken. Safe to run twice at once."""
    taken = 0
    while not (stop and stop.is_set()) and (row := Ring.objects.claim(at=timezone.now())):
        try:
            _WAYS[Way(row.way)](row)
        except (NotRung, OSError, ValueError, http.client.HTTPException, subprocess.SubprocessError) as trouble:
            row.failed(str(trouble) or type(trouble).__name__, at=timezone.now())
        else:
            row.taken(at=timezone.now())
            taken += 1
    return taken


def told_of(row: Ring) -> dict[str, Any]:
    """What a gateway is told. `key` is the same for every try of the same page."""
    page, alarm = row.page, row.page.alarm
    about = f"case {alarm.case.reference}" if alarm.case else (alarm.problem.title if alarm.problem else "the desk")
    return {
        "event": "safety.page", "key": row.key, "drill": alarm.drill, "words": alarm.words, "about": about,
        "name": page.person.name, "email": page.person.email, "phone": page.person.phone, "rung": page.rung + 1,
        "raised_at": alarm.raised_at.isoformat(), "answer_url": page.answer_url,
    }  # fmt: skip


def signed(body: bytes, secret: str, *, at: float) -> str:
    """`t=TIME,v1=HMAC-SHA256(TIME.BODY)`, by which the receiver knows that it is ours and of now."""
    moment = str(int(at))
    mac = hmac.new(secret.encode(), moment.encode() + b"." + body, sha256).hexdigest()
    return f"t={moment},v1={mac}"


def _webhook(row: Ring) -> None:
    if not settings.PAGE_SECRET:
        raise NotRung("AMENDS_PAGE_SECRET is not set: without it nobody could know that the page is ours")
    body = json.dumps(told_of(row)).encode()
    headers = {
        "Content-Type": "application/json", "User-Agent": "amends", "Idempotency-Key": row.key,
        "Amends-Signature": signed(body, settings.PAGE_SECRET, at=time.time()),
    }  # fmt: skip
    status = Target.read(settings.PAGE_WEBHOOK).post(body, headers)
    if status not in _FINE:
        raise NotRung(f"it answered {status}")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a webhook goes, looked up: the addresses that are called are those that were looked at."""

    host: str
    port: int
    path: str
    tls: bool
    addresses: tuple[str, ...]

    @classmethod
    def read(cls, url: str) -> Target:
        """Raises NotRung for an address that must not be called."""
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.password:
            raise NotRung("AMENDS_PAGE_WEBHOOK is no http or https address")
        tls = parts.scheme == "https"
        port = parts.port or (443 if tls else 80)
        try:
            found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        except OSError as trouble:
            raise NotRung(f"{parts.hostname} cannot be found") from trouble
        addresses = tuple(dict.fromkeys(str(one[4][0]) for one in found))
        for address in addresses:
            _ensure_callable(address, tls=tls)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return cls(parts.hostname, port, path, tls, addresses)

    def post(self, body: bytes, headers: dict[str, str]) -> int:
        """What it answers, as a number; a redirection is an answer like another, and is not followed."""
        line = http.client.HTTPConnection(self.host, self.port, timeout=TIMEOUT)
        line.sock = self._connected()
        if self.tls:
            line.sock = ssl.create_default_context().wrap_socket(line.sock, server_hostname=self.host)
        try:
            line.request("POST", self.path, body, headers)
            return line.getresponse().status
        finally:
            line.close()

    def _connected(self) -> socket.socket:
        """The first of its addresses that takes a connection."""
        trouble = OSError("it has no address")
        for address in self.addresses:
            try:
                return socket.create_connection((address, self.port), timeout=TIMEOUT)
            except OSError as refusal:
                trouble = refusal
        raise trouble


def _ensure_callable(address: str, *, tls: bool) -> None:
    found = ipaddress.ip_address(address.partition("%")[0])
    found = getattr(found, "ipv4_mapped", None) or found
    if (
        found.is_link_local
        or found.is_multicast
        or found.is_unspecified
        or (found.is_reserved and not found.is_loopback)
    ):
        raise NotRung(f"{address} is no address to call")
    if not tls and not found.is_private:
        raise NotRung("outside the house's own network a page goes by https alone")


def _command(row: Ring) -> None:
    told = told_of(row)
    done = subprocess.run(  # noqa: S603 -- the house's own command; without a shell, and nothing of a customer's among its words
        shlex.split(settings.PAGE_COMMAND), input=json.dumps(told), text=True, capture_output=True, timeout=TIMEOUT, check=False
    )  # fmt: skip
    if done.returncode:
        raise NotRung(f"it ended with {done.returncode}: {done.stderr.strip()[-200:]}")


_WAYS = {Way.WEBHOOK: _webhook, Way.COMMAND: _command}
