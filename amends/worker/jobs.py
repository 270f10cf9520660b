"""The jobs: what deeds leave behind, and what comes round by the clock. Each is safe to repeat and to run twice at once."""

from __future__ import annotations

import functools
import threading
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from amends.authority.approval import Approval
from amends.deadlines.sweeping import sweep
from amends.followups.ending import silence_over
from amends.integrations.running import carry_out_due
from amends.journal.actors import DESK
from amends.lessons.reporting import why
from amends.mail.alerting import mail_alerts
from amends.mail.sending import send_due
from amends.outcomes.settling import settle
from amends.promises.learning import learn
from amends.protection.reading import read_waiting
from amends.remedies.recognition import Recognition
from amends.reports.judging import judge_drawn
from amends.reports.monthly import ReportMail
from amends.standins.sweeping import sweep_begun
from amends.worker.asking import mail_asks
from amends.worker.carrying import carriers

if TYPE_CHECKING:
    from collections.abc import Callable

    from procrastinate import JobContext

#: Set when the worker is to stop, so that a long run of mails ends with the mail at hand.
STOP = threading.Event()
_KEPT = 24 * 14  # hours a job that failed is kept for people to look at
_SILENT = 60.0  # seconds without a sign of life after which a worker counts as dead


def _on_a_live_connection(work: Callable[[], object]) -> Callable[[], None]:
    """The thread's connection may have died since its last job; then the job gets a new one."""

    @functools.wraps(work)
    def job() -> None:
        connection.close_if_unusable_or_obsolete()
        work()

    return job


def _on_the_clock(work: Callable[[], object]) -> Callable[[int], None]:
    job = _on_a_live_connection(work)

    @functools.wraps(work)
    def ticked(timestamp: int) -> None:  # noqa: ARG001 - procrastinate says when it was due
        job()

    return ticked


@app.task(name="amends.send_mail", queue="mail")
@_on_a_live_connection
def send_mail() -> None:
    """Mail was written: send it now."""
    send_due(stop=STOP)


@app.periodic(cron="*/5 * * * *")
@app.task(name="amends.mail_asks_again", queue="mail")
@_on_the_clock
def mail_asks_again() -> None:
    """What the server would not take before is tried again."""
    mail_asks(at=timezone.now())


@app.task(name="amends.mail_asks", queue="mail")
@_on_a_live_connection
def mail_asks_now() -> None:
    """A colleague elsewhere was asked for something: mail it to them now."""
    mail_asks(at=timezone.now())


@app.task(name="amends.mail_alerts", queue="mail")
@_on_a_live_connection
def mail_alerts_now() -> None:
    """The sweep told people of something: mail it to them now."""
    mail_alerts(stop=STOP)


@app.periodic(cron="* * * * *")
@app.task(name="amends.mail_alerts_again", queue="mail")
@_on_the_clock
def mail_alerts_again() -> None:
    """Alerts whose quiet hours are over, and those the server would not take before, are mailed."""
    mail_alerts(stop=STOP)


@app.task(name="amends.read_waiting", queue="clock")
@_on_a_live_connection
def read_waiting_now() -> None:
    """A customer wrote: read it now."""
    _read_all()


@app.periodic(cron="* * * * *")
@app.task(name="amends.read_waiting_again", queue="clock")
@_on_the_clock
def read_waiting_again() -> None:
    """Whatever was received without a word to us is read too."""
    _read_all()


def _read_all() -> None:
    while not STOP.is_set() and read_waiting(by=DESK, at=timezone.now()):
        pass


@app.periodic(cron="* * * * *")
@app.task(name="amends.sweep", queue="clock")
@_on_the_clock
def sweep_deadlines() -> None:
    """Whatever is about to be missed, or was, is known to somebody who is here."""
    while sweep(by=DESK, at=timezone.now()).taken:
        pass


@app.periodic(cron="* * * * *")
@app.task(name="amends.sweep_absences", queue="clock")
@_on_the_clock
def sweep_absences() -> None:
    """Absences that have begun are swept, and those that are over give back."""
    sweep_begun(by=DESK, at=timezone.now())


@app.task(name="amends.carry_out", queue="clock")
@_on_a_live_connection
def carry_out() -> None:
    """Something was agreed that others carry out for us: have it done, once."""
    carry_out_due(carriers(), stop=STOP)


@app.periodic(cron="*/2 * * * *")
@app.task(name="amends.carry_out_again", queue="clock")
@_on_the_clock
def carry_out_again() -> None:
    """What is uncertain is asked about, and what a worker that died had in its hands is found."""
    carry_out_due(carriers(), stop=STOP)


@app.periodic(cron="* * * * *")
@app.task(name="amends.pass_approvals", queue="clock")
@_on_the_clock
def pass_approvals() -> None:
    """What is usual and nobody answered in time passes by itself."""
    while Approval.objects.pass_due(at=timezone.now()):
        pass


@app.periodic(cron="17 * * * *")
@app.task(name="amends.owe_recognition", queue="clock")
@_on_the_clock
def owe_recognition() -> None:
    """Key customers whose case ended well are owed a card."""
    Recognition.objects.owe_due(at=timezone.now())


@app.periodic(cron="7 * * * *")
@app.task(name="amends.end_in_silence", queue="clock")
@_on_the_clock
def end_in_silence() -> None:
    """Cases whose customers did not answer two tries end."""
    silence_over(at=timezone.now())


@app.periodic(cron="41 2 * * *")
@app.task(name="amends.learn_lead_times", queue="clock")
@_on_the_clock
def learn_lead_times() -> None:
    """How long things take is learnt anew each night, and dates that stopped being honest are noticed."""
    learn(by=DESK, at=timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="amends.settle_outcomes", queue="clock")
@_on_the_clock
def settle_outcomes() -> None:
    """What became of customers is known as far as it was told, and counted."""
    while not STOP.is_set() and settle(by=DESK, at=timezone.now()).more:
        pass


@app.periodic(cron="11 3 * * *")
@app.task(name="amends.judge_drawn", queue="clock")
@_on_the_clock
def judge_the_drawn() -> None:
    """Customers of experiments whose time is over have their result."""
    judge_drawn(by=DESK, at=timezone.now())


@app.periodic(cron="*/10 * * * *")
@app.task(name="amends.write_reports", queue="clock")
@_on_the_clock
def write_reports() -> None:
    """Once a month, when the house is open, whoever asked for the report has it on its way."""
    ReportMail.objects.write_due(by=DESK, at=timezone.now(), causes=why)


@app.periodic(cron="* * * * *")
@app.task(name="amends.retry_stalled", queue="clock", pass_context=True)
async def retry_stalled(context: JobContext, timestamp: int) -> None:  # noqa: ARG001
    """The jobs of workers that died are done by others."""
    manager: Any = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=_SILENT):
        await manager.retry_job(job)


@app.periodic(cron="23 3 * * *")
@app.task(name="amends.forget_old_jobs", queue="clock", pass_context=True)
async def forget_old_jobs(context: JobContext, timestamp: int) -> None:  # noqa: ARG001
    """Jobs that failed long ago go; those that succeeded went at once."""
    manager: Any = context.app.job_manager
    await manager.delete_old_jobs(nb_hours=_KEPT, include_failed=True, include_cancelled=True, include_aborted=True)
