"""The jobs of problems: opening cases of the affected, writing waves, the status page, and what comes round by itself."""

from __future__ import annotations

import functools
import threading
import time
from typing import TYPE_CHECKING

from django.db import IntegrityError, connection
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from amends.affected.opening import open_span
from amends.affected.redress import Redress, give_soon
from amends.journal.actors import DESK
from amends.notices.wave import Wave, write_soon
from amends.notices.writing import write_on
from amends.outreach.to_call import ToCall
from amends.problems.nudge import Nudge
from amends.problems.problem import Problem
from amends.safety.watching import climb_all
from amends.statuspage.files import write
from amends.worker.telling import mail_out

if TYPE_CHECKING:
    from collections.abc import Callable

#: Two problems may bring the same new customer at the same moment; the second finds them the next time.
_TURN, _PAUSE = 20.0, 0.1  # seconds that one job writes on, and between looks while enough waits to be sent
#: Set when the worker is to stop.
STOP = threading.Event()
_AGAIN = RetryStrategy(max_attempts=5, wait=1, retry_exceptions={IntegrityError})


def _job(work: Callable[..., object]) -> Callable[..., None]:
    """The thread's connection may have died since its last job; then the job gets a new one."""

    @functools.wraps(work)
    def job(**values: int) -> None:
        connection.close_if_unusable_or_obsolete()
        work(**values)

    return job


@app.task(name="amends.open_affected", queue="outreach", retry=_AGAIN)
@_job
def open_affected(problem: int, first: int, last: int) -> None:
    """Some hundreds of the affected have cases."""
    row = Problem.objects.select_related("queue__site").get(pk=problem)
    open_span(row, first, last, by=DESK, at=timezone.now())


@app.task(name="amends.write_notices", queue="outreach")
@_job
def write_notices(wave: int) -> None:
    """A wave is written as fast as it is sent, for a while; then another job goes on with it."""
    ends = time.monotonic() + _TURN
    while (written := write_on(wave, at=timezone.now())) is not None and not STOP.is_set():
        if time.monotonic() > ends:
            write_soon(wave)
            return
        if not written:
            time.sleep(_PAUSE)


@app.task(name="amends.put_right", queue="outreach")
@_job
def put_right(redress: int) -> None:
    """What everybody affected is given is done for some hundreds after the others, until it is done for all who were reached."""
    row = Redress(pk=redress)
    after: int | None = 0
    while after is not None and not STOP.is_set():
        after = row.go_on(after, at=timezone.now())


@app.task(name="amends.write_status", queue="outreach")
@_job
def write_status() -> None:
    """The files of the status page say what was published."""
    write(at=timezone.now())


@app.task(name="amends.mail_out", queue="mail")
@_job
def mail_out_now() -> None:
    """Somebody is to be woken or reminded, or asked for updates: mail it now."""
    mail_out(at=timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="amends.nudge", queue="clock")
@_job
def nudge(timestamp: int) -> None:
    """Whoever has a problem on which something is overdue is reminded."""
    del timestamp
    Nudge.objects.settle(at=timezone.now())
    if Nudge.objects.give_due(by=DESK, at=timezone.now()):
        mail_out(at=timezone.now())


def look() -> None:
    """What waits for no job: unanswered alarms, mails that came back, waves whose job was lost."""
    at = timezone.now()
    climb_all(by=DESK, at=at)
    ToCall.objects.call_who_bounced(by=DESK, at=at)
    for wave in Wave.objects.going().values_list("pk", flat=True):
        write_soon(wave)
    for row in Redress.objects.going():
        give_soon(row)
    mail_out(at=timezone.now())
