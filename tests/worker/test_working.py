"""The worker: what deeds left behind is done, what the clock brings is seen, and what a dead worker held is not forgotten."""

from __future__ import annotations

import os
import re
import threading
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from amends.arrivals.arrival import Arrival
from amends.deadlines.deadline import Deadline
from amends.journal.entry import Entry
from amends.mail.tireless import tirelessly
from amends.messages.delivery import Delivery
from amends.postgres.databases import renamed
from amends.worker import beat, jobs, outreach, running
from tests.cast import arrive, make_case, make_mail
from tests.journeys.browser import alive, free_port
from tests.mail.servers import WORKER, Process, Sink, sink, until
from tests.rules.verbs import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def working() -> Iterator[Sink]:
    """A worker in a process of its own, and the mail server it sends to."""
    with sink() as server:
        yield from _working(server)


def _working(server: Sink) -> Iterator[Sink]:
    address = renamed(os.environ["DATABASE_URL"], connection.settings_dict["NAME"])
    query("DELETE FROM procrastinate_workers")
    worker = Process(WORKER, DATABASE_URL=address, AMENDS_SMTP_URL=server.url).start()
    assert until(lambda: query("SELECT count(*) FROM procrastinate_workers") == 1, seconds=30)
    yield server
    assert worker.ask_to_stop() == 0
    worker.kill()


def mail_jobs() -> list[int]:
    """The jobs of sending mail, whatever became of them."""
    jobs_left = ProcrastinateJob.objects.filter(task_name="amends.send_mail")
    return list(jobs_left.order_by("id").values_list("id", flat=True))


def query(words: str, *values: str | int) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(words, values or None)
        return cursor.fetchone()[0] if cursor.description else None


def test_a_mail_goes_as_soon_as_its_deed_is_committed_and_not_before(working: Sink) -> None:
    now = timezone.now()
    with transaction.atomic():
        arrive(make_mail(at=now), at=now)
        time.sleep(0.3)
        assert working.taken == []
    committed = time.monotonic()
    assert until(lambda: working.taken)
    assert time.monotonic() - committed < beat.SENDING
    assert until(lambda: mail_jobs() == [])


def test_the_beat_sends_and_reads_what_no_job_was_left_for(working: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    now = timezone.now()
    with transaction.atomic():
        make_case(receipt=True, at=now)
        query("DELETE FROM procrastinate_jobs")
    Arrival.objects.store(make_mail(at=now), way="smtp", at=now, envelope_from="okafor@example.com")
    assert until(lambda: len(working.taken) == 2, seconds=25)
    # The server has it a moment before we have noted that.
    assert until(lambda: set(Delivery.objects.values_list("state", flat=True)) == {"sent"}, seconds=25)


def test_a_missed_deadline_is_recorded_once() -> None:
    make_case(at=timezone.now() - timedelta(days=9))
    jobs.sweep_deadlines(0)
    jobs.sweep_deadlines(0)
    assert Deadline.objects.filter(missed_at__isnull=False).count() == 1
    assert Entry.objects.filter(deed="deadline.missed").count() == 1


def test_the_job_of_a_worker_that_died_is_done_by_another(working: Sink) -> None:
    query("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '10 minutes')")
    dead = query("SELECT max(id) FROM procrastinate_workers")
    with transaction.atomic():
        arrive(make_mail(at=timezone.now()), at=timezone.now())
        query(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE task_name = 'amends.send_mail'", dead
        )
    assert mail_jobs() != []

    app.perform_import_paths()  # type: ignore[no-untyped-call]
    app.configure_task("amends.retry_stalled", queue="clock").defer(timestamp=0)
    assert until(lambda: mail_jobs() == [], seconds=20)


def test_a_look_that_finds_nothing_is_cheap() -> None:
    statements: list[str] = []

    def count(execute, sql, params, many, context):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        statements.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        beat.send(threading.Event())
        beat.read()
    assert len([sql for sql in statements if sql.startswith("SELECT")]) == 3
    jobs.sweep_deadlines(0)


def test_a_worker_stops_when_it_is_told_to_and_takes_nothing_along() -> None:
    query("DELETE FROM procrastinate_workers")
    worker = Process(WORKER, DATABASE_URL=renamed(os.environ["DATABASE_URL"], connection.settings_dict["NAME"])).start()
    try:
        assert until(lambda: query("SELECT count(*) FROM procrastinate_workers") == 1, seconds=30)
        assert worker.ask_to_stop() == 0
        assert query("SELECT count(*) FROM procrastinate_workers") == 0
    finally:
        worker.kill()


def test_every_job_that_deeds_leave_is_known_to_the_worker() -> None:
    app.perform_import_paths()  # type: ignore[no-untyped-call]
    left = {
        name
        for path in HOUSE.rglob("*.py")
        for name in re.findall(r"configure_task\(\s*\"(amends\.\w+)\"", path.read_text())
    }
    assert {"amends.send_mail", "amends.mail_alerts"} <= left
    assert left - set(app.tasks) == set()


def test_what_comes_round_by_the_clock_comes_round() -> None:
    app.perform_import_paths()  # type: ignore[no-untyped-call]
    assert {"amends.sweep", "amends.sweep_absences", "amends.end_in_silence", "amends.retry_stalled"} <= {
        task.task.name for task in app.periodic_registry.periodic_tasks.values()
    }


def test_after_a_long_sleep_of_the_machine_what_comes_round_is_done_once_not_for_every_time_it_missed() -> None:
    app.perform_import_paths()  # type: ignore[no-untyped-call]
    rounds, shut = running.Rounds(app.periodic_registry), datetime(2026, 3, 6, 18, 0, 30, tzinfo=UTC)

    def due(at: datetime) -> dict[str, int]:
        return Counter(row.task.name for row, _ in rounds.get_previous_tasks(at=at.timestamp()))

    before, opened = due(shut), due(shut + timedelta(days=3))
    assert {"amends.sweep", "amends.mail_asks_again", "amends.retry_stalled"} <= set(before) <= set(opened)
    assert set(opened.values()) == {1}
    soon = due(shut + timedelta(days=3, minutes=1))
    assert soon["amends.sweep"] == 1
    assert "amends.mail_asks_again" not in soon


def test_jobs_that_failed_long_ago_are_forgotten_and_fresh_ones_kept(working: Sink) -> None:
    with transaction.atomic():  # no worker sees them before they have failed
        for days in (1, 30):
            key = app.configure_task("amends.send_mail", queue="mail").defer()
            for status in ("doing", "failed"):
                query("UPDATE procrastinate_jobs SET status = %s WHERE id = %s", status, key)
            query("UPDATE procrastinate_events SET at = now() - make_interval(days => %s) WHERE job_id = %s", days, key)
    kept = mail_jobs()[0]
    app.perform_import_paths()  # type: ignore[no-untyped-call]
    app.configure_task("amends.forget_old_jobs", queue="clock").defer(timestamp=0)
    assert until(lambda: mail_jobs() == [kept], seconds=20)


def test_trouble_is_tried_again_and_said_once(caplog: pytest.LogCaptureFixture) -> None:
    stop = threading.Event()
    tries: list[int] = []

    def work() -> None:
        tries.append(1)
        if len(tries) < 3:
            raise OSError("it is away")
        stop.set()

    thread = threading.Thread(target=tirelessly, args=(work,), kwargs={"what": "looking", "stop": stop, "every": 0.01})
    thread.start()
    thread.join(timeout=10)
    assert len(tries) == 3
    assert [record.message for record in caplog.records] == [
        "looking: OSError: it is away; trying again", "looking: works again",
    ]  # fmt: skip


def test_a_worker_that_was_stopped_leaves_nobody_stopped_who_runs_a_job_after_it(settings: Settings) -> None:
    settings.MAIL_LISTEN = f"127.0.0.1:{free_port()}"
    with alive():
        assert until(lambda: query("SELECT count(*) FROM procrastinate_workers") >= 1, seconds=30)
    assert not jobs.STOP.is_set()
    assert not outreach.STOP.is_set()
