"""The status page: plain files in the customer's words, nothing about any person, served when the desk is dead."""

from __future__ import annotations

import re
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from amends.affected.affected import Affected
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.statuspage.files import write
from amends.statuspage.subscriber import StatusMail, Subscriber
from amends.worker.telling import mail_out
from tests.cast import DAY, HOUR, MORNING, Cast
from tests.mail.servers import Sink, free_port, until
from tests.problems.scenes import affect, make_problem

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

    from amends.problems.problem import Problem

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Where the files go."""
    settings.STATUS_FOLDER = str(tmp_path / "status")
    return tmp_path / "status"


def publish(problem: Problem, cast: Cast, words: str = "Some lids may not close.", how: str = "known") -> None:
    problem.posts.publish(words, title="Jars that do not close", how=how, by=cast.leo, at=MORNING)


def test_what_is_published_is_in_the_files_and_the_feed(cast: Cast, folder: Path) -> None:
    problem = make_problem(cast)
    publish(problem, cast)
    problem.posts.publish("New jars are on their way.", how="mending", by=cast.leo, at=MORNING + HOUR)
    write(at=MORNING + HOUR)
    page = (folder / "index.html").read_text()
    assert page.index("New jars are on their way.") < page.index("Some lids may not close.")
    feed = ET.fromstring((folder / "feed.atom").read_text())  # noqa: S314 - our own
    atom = "{http://www.w3.org/2005/Atom}"
    assert [entry.findtext(f"{atom}content") for entry in feed.iter(f"{atom}entry")] == [
        "New jars are on their way.",
        "Some lids may not close.",
    ]
    assert "Jars that do not close" in (folder / "banner.js").read_text()


def test_it_names_nobody_whatever_is_typed(cast: Cast, folder: Path) -> None:
    problem = make_problem(cast)
    affect(problem, ["Annabel Lee,ann@example.com,+442079460001,,17"], cast)
    reference = Case.objects.get().reference
    for words in ("Write to ann@example.com", "Call 020 7946 0001", f"See {reference}", "Thanks to annabel lee"):
        with pytest.raises(Refused, match="names no"):
            publish(problem, cast, words)
    publish(problem, cast)
    write(at=MORNING)
    row = Affected.objects.get()
    for path in folder.iterdir():
        for secret in (row.name, row.email, row.phone, reference, cast.leo.name, cast.leo.email):
            assert not re.search(rf"\b{re.escape(secret)}\b", path.read_text()), (path.name, secret)


def test_odd_characters_are_words_and_no_markup(cast: Cast, folder: Path) -> None:
    problem = make_problem(cast)
    publish(problem, cast, "Lids <b>may</b> </script> & not close")
    write(at=MORNING)
    assert "<b>may" not in (folder / "index.html").read_text()
    assert "</script" not in (folder / "banner.js").read_text()
    ET.fromstring((folder / "feed.atom").read_text())  # noqa: S314 - our own


def test_nothing_is_published_before_it_was_decided_to_tell(cast: Cast) -> None:
    with pytest.raises(Refused, match="Decide first"):
        publish(make_problem(cast, told=False), cast)


def test_what_is_put_right_leaves_the_banner_at_once_and_the_page_after_a_while(cast: Cast, folder: Path) -> None:
    problem = make_problem(cast)
    publish(problem, cast, "Every jar was replaced.", how="right")
    write(at=MORNING)
    assert "Every jar was replaced." in (folder / "index.html").read_text()
    assert (folder / "banner.html").read_text() == ""
    write(at=MORNING + 91 * DAY)
    assert "Nothing to report" in (folder / "index.html").read_text()


def test_updates_by_mail_go_only_to_whoever_confirmed_and_until_they_say_stop(
    cast: Cast, folder: Path, server: Sink
) -> None:
    problem = make_problem(cast)
    publish(problem, cast)
    Subscriber.objects.ask(problem, "Eve@example.org", at=MORNING)
    Subscriber.objects.ask(problem, "eve@example.org", at=MORNING)
    publish(problem, cast, "First.")
    mail_out(at=MORNING)
    assert [str(mail.mail["Subject"]) for mail in server.taken] == ["Do you want updates by e-mail?"]
    eve = Subscriber.objects.get()
    assert eve.url in server.taken[0].mail.get_payload(decode=True).decode()  # type: ignore[union-attr]
    eve.confirm(at=MORNING)
    publish(problem, cast, "Second.")
    mail_out(at=MORNING)
    assert "Second." in server.taken[1].mail.get_payload(decode=True).decode()  # type: ignore[union-attr]
    eve.end(at=MORNING)
    publish(problem, cast, "Third.")
    assert (mail_out(at=MORNING), len(server.taken), StatusMail.objects.filter(mailed_at=None).count()) == (0, 2, 0)


def test_it_is_served_while_the_desk_and_its_database_are_dead(cast: Cast, folder: Path) -> None:
    publish(make_problem(cast), cast)
    write(at=MORNING)
    port = free_port()
    environment = {"PATH": "/usr/bin:/bin", "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    command = [sys.executable, "-m", "amends", "status", "serve", "--folder", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:

        def got(path: str) -> bytes:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
                return bytes(answer.read())

        def up() -> bool:
            try:
                return bool(got("/"))
            except OSError:
                return False

        assert until(up, seconds=30)
        assert b"Some lids may not close." in got("/status/")
        assert got("/feed.atom").startswith(b"<?xml")
        with pytest.raises(urllib.error.HTTPError):
            got("/../secret")
    finally:
        process.terminate()
        process.wait(timeout=10)
