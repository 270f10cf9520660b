"""`kill -9` in the middle of many refunds, one in ten of them never answered: everybody is paid once, or it shows as uncertain."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from amends.deadlines.deadline import Deadline
from amends.journal.verifying import verify
from amends.offers.offering import Given, Terms
from amends.postgres.databases import renamed
from amends.remedies.choosing import grant
from amends.remedies.execution import Execution, State
from tests.cast import make_cast
from tests.mail.servers import WORKER, Process, until
from tests.remedies.scenes import lost, money, understood

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Refunds, how often a worker is killed, and how long from one kill to the next.
MANY = int(os.environ.get("REMEDIES_OUT", "80"))
KILLS, SECONDS = int(os.environ.get("REMEDIES_KILLS", "4")), 1.5
TIMEOUTS, HANG = 0.1, 0.4
#: The worker with less patience, so that an answer that never comes takes half a second.
IMPATIENT = "import amends.integrations.stripe as s; s.Stripe.__init__.__defaults__ = (s.Stripe.__init__.__defaults__[0], 0.25)\n"
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@contextmanager
def paymaster() -> Iterator[str]:
    """Whoever pays, as a process of its own that nobody kills meanwhile; its address."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "tests.integrations.paymaster", str(TIMEOUTS), str(HANG)]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.kill()
        process.wait()


def paid(url: str) -> dict[str, Any]:
    """What was paid, by our keys."""
    with urllib.request.urlopen(f"{url}/paid") as answer:  # noqa: S310 - our own
        found: dict[str, Any] = json.load(answer)
        return found


def agree_on_many() -> None:
    """So many customers, each with a refund that was agreed and begun."""
    at = timezone.now()
    cast = make_cast(at=at)
    one = money(cast, "1.00", way="stripe")
    for n in range(MANY):
        case = understood(cast.mira, at=at, email=f"c{n}@example.com")
        lost(case, "1.00", by=cast.mira, at=at, payment=f"pi_{n}")
        choice = grant(case, Given(remedy=one), Terms(wish=True), via="phone", by=cast.mira, at=at)
        Execution.objects.begin(choice, by=cast.mira, at=at)


def test_killed_again_and_again_everybody_is_paid_once_or_uncertain() -> None:
    agree_on_many()
    with paymaster() as url:
        address = renamed(os.environ["DATABASE_URL"], connection.settings_dict["NAME"])
        work = IMPATIENT + WORKER
        environment = {"DATABASE_URL": address, "AMENDS_STRIPE_KEY": "sk_test", "AMENDS_STRIPE_URL": url}
        workers = [Process(work, **environment).start() for _ in range(2)]
        killed_at_work = 0
        try:
            assert until(lambda: Execution.objects.filter(state=State.DONE).count() > MANY // 10, seconds=60)
            for kill in range(KILLS):
                _ask_for_runs(2)
                killed_at_work += Execution.objects.filter(state=State.SENDING).exists()
                workers[kill % 2].kill()
                workers[kill % 2].start()
                time.sleep(SECONDS)
            until(_all_settled, seconds=120, every=0.5)
        finally:
            for worker in workers:
                worker.kill()
        found = paid(url)
    states = Counter(Execution.objects.values_list("state", flat=True))
    assert killed_at_work > 0
    assert found["lost"] > 0
    times = Counter(found["paid"])
    assert max(times.values()) == 1
    for row in Execution.objects.select_related("choice"):
        assert row.state in {State.DONE, State.UNCERTAIN}, row.because
        if row.state == State.DONE:
            assert times[row.key] == 1
            assert row.choice.executed_at
        else:
            assert Deadline.objects.outstanding().filter(pk=row.task_id or 0).exists()
    assert states[State.DONE] > MANY * 0.9
    assert verify()[1] == []


def _ask_for_runs(count: int) -> None:
    app.perform_import_paths()  # type: ignore[no-untyped-call]
    for _ in range(count):
        app.configure_task("amends.carry_out", queue="clock").defer()


def _all_settled() -> bool:
    _ask_for_runs(1)
    return not Execution.objects.exclude(state=State.DONE).exists()
