"""A colleague elsewhere gets their ask by mail once, whatever the server does; and nothing of the customer's is in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from amends.asks.ask import Ask
from amends.asks.link import follow
from amends.journal.entry import Entry
from amends.worker.asking import mail_asks
from tests.cast import HOUR, MINUTE, MORNING, make_case
from tests.mail.servers import Sink, sink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django.fixtures import Settings

    from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings: Settings) -> Iterator[Sink]:
    with sink() as found:
        settings.SMTP_URL = found.url
        yield found


@pytest.fixture
def ask(cast: Cast) -> Ask:
    case = make_case(words="My very own words", subject="My very own subject")
    case.take(by=cast.ada, at=MORNING)
    return case.asks.make(
        "Look for the parcel\nbehind the door", name="Jo Lee", email="jo@depot.example.com",
        priority="She waits for nine days.", by=cast.ada, at=MORNING,
    )  # fmt: skip


def test_asking_leaves_a_job_in_the_same_transaction(ask: Ask) -> None:
    assert ProcrastinateJob.objects.filter(task_name="amends.mail_asks").count() == 1


def test_it_goes_once_with_the_link_to_their_page(server: Sink, ask: Ask) -> None:
    assert [mail_asks(at=MORNING), mail_asks(at=MORNING + HOUR)] == [1, 0]
    (taken,) = server.taken
    assert taken.to == ["jo@depot.example.com"]
    assert taken.mail["Reply-To"] == "Ada <ada@desk.example.com>"
    assert taken.mail["Subject"] == "Ada asks you: Look for the parcel behind the door"
    text = taken.mail.get_payload(decode=True).decode()  # type: ignore[union-attr]
    link = re.search(r"/a/(\S+)", text)
    assert link
    assert follow(link[1], at=MORNING) == ask
    for hidden in ("very own", "Okafor", "nine days"):
        assert hidden not in text
    ask.refresh_from_db()
    assert ask.mailed_at == MORNING


def test_a_colleague_of_the_desk_is_not_mailed(cast: Cast, server: Sink) -> None:
    make_case().asks.make("Look", of=cast.leo, by=cast.ada, at=MORNING)
    assert mail_asks(at=MORNING) == 0
    assert server.taken == []


def test_a_server_that_says_not_now_or_is_away_is_asked_again_later(server: Sink, ask: Ask) -> None:
    server.answers["RCPT"] = lambda _: "450 later"
    assert mail_asks(at=MORNING) == 0
    server.close()
    assert mail_asks(at=MORNING + 5 * MINUTE) == 0
    del server.answers["RCPT"]
    server.open()
    assert mail_asks(at=MORNING + 6 * MINUTE) == 0
    assert mail_asks(at=MORNING + 10 * MINUTE) == 1
    assert len(server.taken) == 1


def test_an_address_that_is_refused_is_told_on_the_case(server: Sink, ask: Ask) -> None:
    server.answers["RCPT"] = lambda _: "550 nobody here"
    assert [mail_asks(at=MORNING), mail_asks(at=MORNING + HOUR)] == [0, 0]
    said = Entry.objects.filter(chain=ask.case_id).latest("seq").sentence
    assert said == "The mail to Jo Lee at jo@depot.example.com was refused: 550 nobody here"


@pytest.mark.parametrize("name", ["Jo\r\nBcc: all@example.com", "Jö Lé", "J" * 120, '"Jo" <x@example.com>'])
def test_no_name_adds_a_header(cast: Cast, server: Sink, name: str) -> None:
    make_case().asks.make(
        "Look\r\nBcc: x@example.com", name=name, email="jo@depot.example.com", by=cast.ada, at=MORNING
    )
    assert mail_asks(at=MORNING) == 1
    (taken,) = server.taken
    assert taken.mail["Bcc"] is None
    assert taken.to == ["jo@depot.example.com"]
