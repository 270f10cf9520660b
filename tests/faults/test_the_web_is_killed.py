"""`kill -9` of the web process, again and again, while colleagues press "send": an answer is on record whole, or not at all.

`FAULTS_OUT` says how many answers, `FAULTS_KILLS` how many kills; the full run is 500 and 8.
"""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from amends.journal.verifying import verify
from amends.mail.sending import send_due
from amends.messages.message import Message
from tests.cast import Cast, make_case, make_cast
from tests.journeys.browser import free_port
from tests.mail.servers import sink, until

KILLS = int(os.environ.get("FAULTS_KILLS", "3"))
TRIES = int(os.environ.get("FAULTS_OUT", "45"))
MARK = "m" * 32


class Web:
    """`amends web` as a process of its own, on the test's database."""

    def __init__(self) -> None:
        self.port = free_port()
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        name = connection.settings_dict
        url = f"postgresql://{name['USER']}@{name['HOST'].replace('/', '%2F')}/{name['NAME']}"
        self.process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "amends", "web", "--port", str(self.port)],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "DATABASE_URL": url, "AMENDS_SECRET_KEY": os.environ["AMENDS_SECRET_KEY"]},
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert until(lambda: self.ask("GET", "/account/login/") == 200, seconds=30)

    def kill(self) -> None:
        """As `kill -9` does, the whole of it."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def ask(self, method: str, path: str, cookies: str = "", **typed: str) -> int:
        """The status of the answer; 0 when nobody answers."""
        try:
            connection_ = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
            headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
            connection_.request(method, path, urlencode(typed) if typed else None, headers)
            return connection_.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_an_answer_is_sent_once_or_was_never_taken(settings: object) -> None:
    cast: Cast = make_cast(at=timezone.now())
    cases = [make_case(at=timezone.now(), email=f"c{n}@example.com") for n in range(TRIES)]
    signed_in = Client()
    signed_in.force_login(cast.ada)
    cookies = f"sessionid={signed_in.cookies['sessionid'].value}; csrftoken={MARK}"
    web, taken = Web(), set()
    for n, case in enumerate(cases):
        if n % max(TRIES // KILLS, 1) == 1:
            before = subprocess.Popen(
                [sys.executable, "-c", f"import os,time; time.sleep(0.03); os.killpg({web.process.pid}, 9)"]
            )
            status = web.ask(
                "POST",
                f"/cases/{case.reference}/replies",
                cookies,
                words="Sorry.",
                sure="short",
                csrfmiddlewaretoken=MARK,
            )
            before.wait()
            web.process.wait()
            web.start()
        else:
            status = web.ask(
                "POST",
                f"/cases/{case.reference}/replies",
                cookies,
                words="Sorry.",
                sure="short",
                csrfmiddlewaretoken=MARK,
            )
            assert status == 303
        if status == 303:
            taken.add(case.pk)
    web.kill()
    written = Message.objects.filter(direction="out", automatic=False)
    assert taken <= set(written.values_list("case", flat=True))
    assert written.count() == written.values("case").distinct().count()
    assert all(message.deliveries.count() == 1 for message in written)
    assert verify()[1] == []
    with sink() as post:
        settings.SMTP_URL = post.url  # type: ignore[attr-defined]
        time.sleep(0.1)
        send_due()
        assert sorted(mail.mail["Message-ID"] for mail in post.taken) == sorted(
            written.values_list("message_id", flat=True)
        )
