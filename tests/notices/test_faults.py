"""A wave through real workers that are killed, and a mail server that goes away: each person has it once, or is shown as uncertain.

`FAULTS_WAVE` and `FAULTS_SECONDS` set the sizes; the full run is 5000 and 30.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.utils import timezone

from amends.cases.case import Case
from amends.journal.verifying import verify
from amends.messages.delivery import Delivery
from amends.messages.message import Message
from amends.notices.notice import Recipient
from amends.notices.results import Result, results
from amends.notices.wave import Wave
from amends.postgres.databases import renamed
from tests.cast import make_cast
from tests.mail.servers import WORKER, Process, Sink, sink, until
from tests.notices.waves import make_notice
from tests.problems.scenes import affect, make_problem, people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.notices.notice import Notice

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PEOPLE = int(os.environ.get("FAULTS_WAVE", "600"))
OUTAGE = float(os.environ.get("FAULTS_SECONDS", "2"))


@pytest.fixture
def processes() -> Iterator[list[Process]]:
    """Whatever a test starts and puts here is killed after it."""
    found: list[Process] = []
    yield found
    for process in found:
        process.kill()


@pytest.fixture
def mailserver() -> Iterator[Sink]:
    with sink() as found:
        found.pause = 0.002
        yield found


def begin(processes: list[Process], mailserver: Sink) -> Notice:
    """A wave to so many people, pressed, and two workers."""
    cast, now = make_cast(), timezone.now()
    problem = make_problem(cast, at=now)
    affect(problem, people(PEOPLE), cast, at=now)
    notice = make_notice(problem, cast, at=now)
    notice.waves.send(by=cast.ada, at=now)
    environment = {"DATABASE_URL": renamed(os.environ["DATABASE_URL"], connection.settings_dict["NAME"])}
    processes += [Process(WORKER, AMENDS_SMTP_URL=mailserver.url, **environment).start() for _ in range(2)]
    return notice


def all_sent() -> bool:
    return Delivery.objects.filter(state="sent").count() == PEOPLE and not Wave.objects.going().exists()


def check_each_has_it_once(notice: Notice, mailserver: Sink) -> None:
    got = Counter(mail.to[0] for mail in mailserver.taken)
    assert set(got) == {f"c{n}@example.com" for n in range(PEOPLE)}
    uncertain = set(Delivery.objects.filter(maybe_twice=True).values_list("address", flat=True))
    assert {address for address, times in got.items() if times > 1} <= uncertain
    ids = Counter(str(mail.mail["Message-ID"]) for mail in mailserver.taken)
    assert len(ids) == PEOPLE  # what came twice is the same mail
    found = results(notice)
    assert found[Result.ACCEPTED] + found[Result.UNCERTAIN] == PEOPLE
    assert (Recipient.objects.count(), Message.objects.filter(direction="out").count()) == (PEOPLE, PEOPLE)
    assert Case.objects.filter(stage="listening").count() == PEOPLE
    assert verify()[1] == []


def test_a_worker_is_killed_in_the_middle_of_a_wave(processes: list[Process], mailserver: Sink) -> None:
    notice = begin(processes, mailserver)
    assert until(lambda: len(mailserver.taken) >= PEOPLE // 3, seconds=240)
    processes[0].kill()
    assert until(lambda: len(mailserver.taken) >= PEOPLE // 2, seconds=240)
    processes[1].kill()
    processes[0].start()
    processes[1].start()
    assert until(all_sent, seconds=600, every=0.5)
    check_each_has_it_once(notice, mailserver)
    assert results(notice)[Result.UNCERTAIN] <= 2


def test_the_mail_server_is_away_in_the_middle_of_a_wave(processes: list[Process], mailserver: Sink) -> None:
    notice = begin(processes, mailserver)
    assert until(lambda: len(mailserver.taken) >= PEOPLE // 3, seconds=240)
    mailserver.close()
    time.sleep(OUTAGE)
    assert results(notice)[Result.WAITS] > 0
    mailserver.open()
    assert until(all_sent, seconds=600, every=0.5)
    check_each_has_it_once(notice, mailserver)


def test_the_stop_button_stops_a_running_wave_within_one_batch(processes: list[Process], mailserver: Sink) -> None:
    notice = begin(processes, mailserver)
    assert until(lambda: len(mailserver.taken) >= PEOPLE // 4, seconds=240, every=0.005)
    wave = Wave.objects.select_related("notice__problem", "begun_by").get()
    held = wave.stop(by=wave.begun_by, at=timezone.now())
    at_the_press = len(mailserver.taken)
    time.sleep(2)
    more = len(mailserver.taken) - at_the_press
    assert more <= 2 * 2  # each of two senders may have one in hand, and one on its way to the server
    assert held + len(mailserver.taken) == PEOPLE
    assert Case.objects.filter(stage="new").count() == held
    found = results(notice)
    assert found[Result.ACCEPTED] + found[Result.UNCERTAIN] == len(mailserver.taken)
