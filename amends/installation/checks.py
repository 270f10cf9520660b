"""What is wrong with an installation, in plain words: each check is one finding, with what to do about it."""

from __future__ import annotations

import os
import shlex
import shutil
import socket
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from amends.arrivals.arrival import Arrival
from amends.deadlines.ruling import shelf
from amends.installation.tables import REMEDY, too_early
from amends.people.person import Person, Role
from amends.people.queue import Queue
from amends.policy.choosing import NoPack
from amends.policy.document import PackRefused
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterator

OK, WARNING, BROKEN = "ok", "warning", "broken"
OLDEST_PYTHON = 3, 11
OLDEST, NEWEST = 15, 18  # PostgreSQL, major versions
LOCAL = {"localhost", "127.0.0.1", "::1"}
ROOM = 500 * 1024 * 1024  # bytes free in the data folder
_APART = timedelta(seconds=5)
_ALIVE = timedelta(minutes=2)
_PATIENCE = 3  # seconds
_KEY_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `ok`, `warning` or `broken`, what was found, and what to do."""

    name: str
    state: str
    words: str
    remedy: str = ""


def findings(*, at: datetime) -> Iterator[Finding]:
    """Look at everything; what needs the database is left out when it cannot be reached."""
    yield _python()
    yield _secret()
    yield _data()
    yield _address()
    yield _mail_from()
    yield _smtp()
    yield _waking()
    yield _zone()
    reached = _database()
    yield reached
    if reached.state == BROKEN:
        return
    yield _clock(at)
    tables = _tables()
    yield tables
    if tables.state != BROKEN:
        yield _people()
        yield _queues()
        yield _policy(at)
        yield _worker(at)
        yield _unread(at)


def _python() -> Finding:
    words = f"Python {sys.version_info.major}.{sys.version_info.minor}"
    if sys.version_info[:2] < OLDEST_PYTHON:
        return Finding("python", BROKEN, words, "Install Python 3.11 or newer.")
    return Finding("python", OK, words)


def _secret() -> Finding:
    try:
        length = len(settings.SECRET_KEY)
    except ImproperlyConfigured:
        length = 0
    if length < _KEY_LENGTH:
        return Finding(
            "secret",
            BROKEN,
            "the secret is missing or short",
            "Set AMENDS_SECRET_KEY to 50 random characters, or remove it.",
        )
    return Finding("secret", OK, "there is one")


def _data() -> Finding:
    folder = settings.DATA
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        return Finding("data folder", BROKEN, f"{folder} cannot be written to", "Make it, or name another by --data.")
    free = shutil.disk_usage(folder).free
    words = f"{folder}, {free / 1e9:.1f} GB free"
    if free < ROOM:
        return Finding("data folder", WARNING, words, "Make room: mail cannot be stored on a full disk.")
    return Finding("data folder", OK, words)


def _address() -> Finding:
    url = urlsplit(settings.BASE_URL)
    if url.scheme not in {"http", "https"} or not url.hostname:
        return Finding(
            "address",
            BROKEN,
            f"{settings.BASE_URL} is no address of a page",
            "Set AMENDS_URL, as https://desk.example.com.",
        )
    if url.hostname in LOCAL:
        remedy = "Set AMENDS_URL to the address customers can open; it stands in every mail."
        return Finding("address", WARNING, f"{settings.BASE_URL} works on this machine only", remedy)
    if url.scheme == "http":
        return Finding("address", WARNING, f"{settings.BASE_URL} is not encrypted", "Put it behind https.")
    return Finding("address", OK, settings.BASE_URL)


def _mail_from() -> Finding:
    local, _, domain = settings.MAIL_FROM.partition("@")
    if not local or not domain:
        return Finding(
            "mail address", BROKEN, f"{settings.MAIL_FROM!r} is none", "Set AMENDS_MAIL_FROM, as care@example.com."
        )
    if domain in LOCAL:
        remedy = "Set AMENDS_MAIL_FROM to the address your customers write to."
        return Finding("mail address", WARNING, f"{settings.MAIL_FROM} cannot be answered from outside", remedy)
    return Finding("mail address", OK, settings.MAIL_FROM)


def _smtp() -> Finding:
    try:
        url = urlsplit(settings.SMTP_URL)
        place = url.hostname or "", url.port or (465 if url.scheme == "smtps" else 25)
        socket.create_connection(place, timeout=_PATIENCE).close()
    except (OSError, ValueError) as trouble:
        because = getattr(trouble, "strerror", None) or str(trouble)
        where = settings.SMTP_URL.rpartition("@")[2].removeprefix("smtp://")  # never the password
        remedy = "Set AMENDS_SMTP_URL to your mail server. Until then mail waits in the queue; none is lost."
        return Finding("sending mail", WARNING, f"no answer from {where}: {because}", remedy)
    return Finding("sending mail", OK, f"{place[0]} port {place[1]} answers")


def _waking() -> Finding:
    """Whether a page for safety has another way than the mail, and whether that can work."""
    if not settings.PAGE_WEBHOOK and not settings.PAGE_COMMAND:
        remedy = "At night nobody reads mail: see docs/running/safety.md for a way to a phone."
        return Finding("waking people", WARNING, "by mail alone", remedy)
    if settings.PAGE_WEBHOOK and not settings.PAGE_SECRET:
        remedy = "Set AMENDS_PAGE_SECRET, the same as at the receiver."
        return Finding("waking people", BROKEN, "the webhook has no secret, so nothing is sent to it", remedy)
    words = next(iter(shlex.split(settings.PAGE_COMMAND)), "") if settings.PAGE_COMMAND else ""
    if words and not shutil.which(words):
        remedy = "Set AMENDS_PAGE_COMMAND to a command that this machine has, and run a drill."
        return Finding("waking people", BROKEN, f"there is no command {words}", remedy)
    return Finding("waking people", OK, "by mail and by a gateway; a drill shows whether it works")


def _zone() -> Finding:
    for name in (settings.TIME_ZONE, HOUSE.time_zone):
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            return Finding(
                "time zone", BROKEN, f"there is no time zone {name!r}", "Set AMENDS_TIME_ZONE, as Europe/London."
            )
    return Finding("time zone", OK, settings.TIME_ZONE)


def _database() -> Finding:
    try:
        connection.ensure_connection()
        version = connection.pg_version // 10_000  # type: ignore[attr-defined]
    except (DatabaseError, ImproperlyConfigured) as trouble:
        remedy = "See that it runs and that DATABASE_URL is right."
        return Finding("database", BROKEN, f"it cannot be reached: {trouble}".strip(), remedy)
    if version < OLDEST:
        return Finding("database", BROKEN, f"PostgreSQL {version}", f"amends needs PostgreSQL {OLDEST} to {NEWEST}.")
    if version > NEWEST:
        return Finding("database", WARNING, f"PostgreSQL {version}", f"amends was tried with {OLDEST} to {NEWEST}.")
    return Finding("database", OK, f"PostgreSQL {version}")


def _clock(at: datetime) -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (theirs,) = cursor.fetchone() or (at,)
    apart = abs(theirs - datetime.now(UTC))
    if apart > _APART:
        words = f"this machine and the database are {apart.total_seconds():.0f} s apart"
        return Finding("clock", WARNING, words, "Let both keep time (NTP); what is due is told by these clocks.")
    return Finding("clock", OK, f"{at:%Y-%m-%d %H:%M} UTC")


def _tables() -> Finding:
    if found := too_early():
        return Finding("tables", BROKEN, found, REMEDY)
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        return Finding("tables", BROKEN, f"{len(plan)} changes are not made yet", "Run `amends setup`.")
    return Finding("tables", OK, "all there")


def _people() -> Finding:
    present = Person.objects.staff()
    count, admins = present.count(), present.filter(role=Role.ADMIN).count()
    if not admins:
        return Finding("people", BROKEN, "no admin can sign in", "Run `amends setup --email … --name …`.")
    return Finding("people", OK, f"{count} can sign in, {admins} of them as admin")


def _queues() -> Finding:
    thin = Queue.objects.thin()
    if thin:
        words = "; ".join(f"{queue}: {f'only {alone}, with no deputy' if alone else 'nobody'}" for queue, alone in thin)
        remedy = (
            "Put a second person on the queue, or name a deputy (`amends people deputy`): one illness would leave it."
        )
        return Finding("queues", WARNING, f"watched by too few: {words}", remedy)
    return Finding("queues", OK, "each is watched by two, or by one with a deputy")


def _policy(at: datetime) -> Finding:
    day = at.astimezone(ZoneInfo(HOUSE.time_zone)).date()
    try:
        past = [pack for pack in shelf().packs if pack.overdue_on(day)]
    except (NoPack, PackRefused, OSError) as refused:
        return Finding("policy", BROKEN, f"a pack cannot be used: {refused}", "Run `amends policy check` on each file.")
    if past:
        words = "; ".join(f"{pack.key} by {pack.recheck_by}" for pack in past)
        remedy = "Compare it with the law and with what your cases show, and bring out a new version with a later day."
        return Finding("policy", WARNING, f"was to be looked at again: {words}", remedy)
    return Finding("policy", OK, "nothing in force is past its day")


def _worker(at: datetime) -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(last_heartbeat) FROM procrastinate_workers")
        (beat,) = cursor.fetchone() or (None,)
    if beat is None or at - beat > _ALIVE:
        seen = "has never been seen" if beat is None else f"was last seen at {beat:%d %b %H:%M} UTC"
        return Finding("worker", WARNING, f"it {seen}", "Run `amends serve`, or `amends work` beside `amends web`.")
    return Finding("worker", OK, "it is alive")


def _unread(at: datetime) -> Finding:
    oldest = Arrival.objects.unread().values_list("arrived_at", flat=True).first()
    if oldest and at - oldest > _ALIVE:
        return Finding(
            "mail in",
            BROKEN,
            f"mail waits to be read since {oldest:%d %b %H:%M} UTC",
            "Run `amends serve` or `amends mail`.",
        )
    kept = Arrival.objects.quarantined().count()
    if kept:
        return Finding(
            "mail in", WARNING, f"{kept} kept mails wait for a person", "Look at them on the page Kept mail."
        )
    return Finding("mail in", OK, "nothing waits")
