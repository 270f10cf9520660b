"""Two workers sweep one database, and one of them is killed again and again: every warning once, every miss once, no mail twice."""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from amends.cases.case import Case
from amends.deadlines.alert import About, Alert
from amends.deadlines.deadline import Deadline
from amends.deadlines.sweeping import sweep
from amends.intake.opening import Complaint, open_cases
from amends.journal.actors import DESK
from amends.journal.entry import Entry
from amends.journal.verifying import verify
from amends.people.person import Person
from amends.postgres.databases import renamed
from tests.cast import Cast, make_case, make_cast
from tests.mail.servers import WORKER, Process, sink, until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.mail.servers import Taken

#: Cases, and how often a worker is killed; all of them fall due while that goes on.
CASES = int(os.environ.get("SWEEP_CASES", "200"))
KILLS = int(os.environ.get("SWEEP_KILLS", "3"))
SECONDS, LEAD = 3.0, 8.0  # from one kill to the next, and from a warning to its miss
pytestmark = [pytest.mark.django_db(transaction=True)]


def open_many(cast: Cast) -> None:
    """Cases of Ada's on which nothing is due for now."""
    at = timezone.now()
    complaints = [
        Complaint(
            words="It is broken.", channel="email", received_at=at, name=f"C{n}", email=f"c{n}@example.com", severity=1,
            owner=cast.ada,
        )
        for n in range(CASES)
    ]  # fmt: skip
    for start in range(0, CASES, 1000):
        open_cases(complaints[start : start + 1000], by=DESK, at=at)
    Deadline.objects.update(policy="", wake_at=None)


def fall_due(seconds: float) -> None:
    """From now on one deadline after the other is warned of, evenly over so many seconds, and missed a little later."""
    with connection.cursor() as cursor:
        cursor.execute(
            """UPDATE amends_deadline d SET warn_at = t.at, wake_at = t.at, due_at = t.at + %s * interval '1 second'
            FROM (SELECT id, now() + random() * %s * interval '1 second' AS at FROM amends_deadline) t WHERE t.id = d.id""",
            [LEAD, seconds],
        )


def ask_for_sweeps(count: int) -> None:
    """As the clock does each minute, only more often."""
    for _ in range(count):
        app.configure_task("amends.sweep", queue="clock").defer(timestamp=0)


@pytest.mark.slow
def test_two_workers_one_killed_again_and_again_warn_once_and_miss_once() -> None:
    app.perform_import_paths()  # type: ignore[no-untyped-call]
    cast = make_cast(at=timezone.now() - timedelta(days=9))
    open_many(cast)
    with sink() as server:
        killed_at_work = _sweep_and_kill(server.url)
        until(lambda: not Alert.objects.filter(mailed_at=None, notify_at__lte=timezone.now()).exists(), seconds=60)
        until(lambda: not _jobs_left("amends.mail_alerts"), seconds=20)
        mailed = _mentions(server.taken)
    assert killed_at_work > 0
    _everything_once(cast.ada)
    told = Counter(Alert.objects.values_list("person__email", "deadline__case__reference"))
    assert not {who: count for who, count in mailed.items() if count > told[who]}
    assert mailed


def _sweep_and_kill(smtp: str) -> int:
    """Until nothing is left to be swept; returns how many of the killed had a sweep in their hands."""
    address = renamed(os.environ["DATABASE_URL"], connection.settings_dict["NAME"])
    workers = [Process(WORKER, DATABASE_URL=address, AMENDS_SMTP_URL=smtp).start() for _ in range(2)]
    busy = 0
    try:
        assert until(lambda: _workers() == 2, seconds=60)
        fall_due(SECONDS * KILLS)
        for kill in range(KILLS):
            _keep_asking(SECONDS)
            newest = _newest_worker()
            ask_for_sweeps(40)
            until(lambda: _jobs_left("amends.sweep", status="doing") > 0, seconds=5, every=0)
            workers[kill % 2].kill()
            busy += _jobs_left("amends.sweep", status="doing") > 0
            workers[kill % 2].start()
            assert until(lambda: _newest_worker() > newest, seconds=60)  # noqa: B023 - called at once
        assert until(_all_swept, seconds=120, every=0.5)
    finally:
        for worker in workers:
            worker.kill()
    return busy


def _keep_asking(seconds: float) -> None:
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        ask_for_sweeps(4)
        time.sleep(0.2)


def _all_swept() -> bool:
    ask_for_sweeps(2)
    return not Deadline.objects.outstanding().filter(missed_at=None).exists()


def _everything_once(owner: Person) -> None:
    entries = Counter(Entry.objects.filter(chain__gt=0).values_list("chain", "deed"))
    cases = list(Case.objects.values_list("pk", flat=True))
    assert len(cases) == CASES
    assert {entries[case, "deadline.missed"] for case in cases} == {1}
    assert {entries[case, "deadline.warned"] for case in cases} == {1}
    due = dict(Deadline.objects.values_list("case", "due_at"))
    assert dict(Entry.objects.filter(deed="deadline.missed").values_list("chain", "at")) == due
    alerts = Counter(Alert.objects.filter(person=owner).values_list("deadline__case", "about"))
    assert {alerts[case, About.MISS] for case in cases} == {1}
    assert max(alerts.values()) == 1
    assert alerts.total() > CASES  # many were warned of before they were missed
    assert verify()[1] == []


def _mentions(taken: Sequence[Taken]) -> Counter[tuple[str, str]]:
    """In how many mails to this person each case stands."""
    found: Counter[tuple[str, str]] = Counter()
    for one in taken:
        words = one.mail.get_payload(decode=True)
        assert isinstance(words, bytes)
        found.update((one.to[0], name) for name in set(re.findall(rb"/cases/([A-Z0-9-]+)", words)))
    return Counter({(who, name.decode()): count for (who, name), count in found.items()})  # type: ignore[attr-defined]


def _workers() -> int:
    return _one("SELECT count(*) FROM procrastinate_workers")


def _newest_worker() -> int:
    """Those that died are struck off after a while; a number is given once."""
    return _one("SELECT coalesce(max(id), 0) FROM procrastinate_workers")


def _jobs_left(name: str, *, status: str = "todo") -> int:
    return _one("SELECT count(*) FROM procrastinate_jobs WHERE task_name = %s AND status = %s", name, status)


def _one(words: str, *values: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(words, values)
        return int(cursor.fetchone()[0])


@pytest.fixture
def elsewhere() -> object:
    """A connection of somebody else, whose transaction is open."""
    other = connections.create_connection("default")
    other.set_autocommit(False)
    yield other
    other.rollback()
    other.close()


def test_a_case_on_which_somebody_writes_is_passed_over_and_looked_at_the_next_time(elsewhere: object) -> None:
    cast, now = make_cast(at=timezone.now()), timezone.now()
    written, other = (make_case(owner=cast.ada, email=f"{n}@example.com", at=now) for n in "ab")
    with elsewhere.cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute("SELECT 1 FROM amends_head WHERE chain = %s FOR UPDATE", [written.pk])
    late = now + timedelta(days=9)
    assert sweep(by=DESK, at=late).taken == 1
    assert Deadline.objects.get(case=other).missed_at == late
    assert sweep(by=DESK, at=late).taken == 0
    elsewhere.rollback()  # type: ignore[attr-defined]
    assert sweep(by=DESK, at=late).taken == 1
    assert Deadline.objects.get(case=written).missed_at == late


def test_somebody_who_reports_ill_at_that_moment_holds_nothing_up(elsewhere: object) -> None:
    cast, now = make_cast(at=timezone.now()), timezone.now()
    make_case(owner=cast.ada, at=now)
    with elsewhere.cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute("SELECT 1 FROM amends_person WHERE id = %s FOR NO KEY UPDATE", [cast.ada.pk])
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '2s'")
        assert sweep(by=DESK, at=now + timedelta(days=9)).missed == 1
