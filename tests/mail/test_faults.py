"""Real processes, killed and started again in the middle of mail: nothing lost, nothing doubled unseen.

`FAULTS_IN`, `FAULTS_OUT`, `FAULTS_SECONDS` and `FAULTS_KILLS` set the sizes; the full run is 2000, 500, 30 and 8.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections import Counter
from typing import TYPE_CHECKING

import psutil
import psycopg
import pytest
from django.db import connection
from django.utils import timezone

from amends.arrivals.arrival import Arrival
from amends.cases.case import Case
from amends.journal.verifying import verify
from amends.messages.delivery import Delivery
from amends.messages.message import Message
from amends.postgres.databases import renamed
from amends.postgres.server import Server
from tests.cast import arrive, make_mail
from tests.mail.servers import MAIL, WORKER, Process, Sink, free_port, post, sink, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
MAILS_IN = int(os.environ.get("FAULTS_IN", "120"))
MAILS_OUT = int(os.environ.get("FAULTS_OUT", "100"))
OUTAGE = float(os.environ.get("FAULTS_SECONDS", "2"))
KILLS = int(os.environ.get("FAULTS_KILLS", "3"))
#: A server that hangs is given up sooner than in earnest, so that the test need not wait as long.
IMPATIENT = "from amends.mail import server; server.CONNECTING = 1.0; server.DECIDING = 3.0\n"


@pytest.fixture
def processes() -> Iterator[list[Process]]:
    """Whatever a test starts and puts here is killed after it."""
    found: list[Process] = []
    yield found
    for process in found:
        process.kill()


@pytest.fixture
def environment() -> dict[str, str]:
    """Our own test database, for processes of their own."""
    return {"DATABASE_URL": renamed(os.environ["DATABASE_URL"], connection.settings_dict["NAME"])}


@pytest.fixture
def mailserver() -> Iterator[Sink]:
    with sink() as found:
        yield found


def thread_of_mails(count: int) -> list[bytes]:
    """Three complaints and an answer to the first of them, again and again; each known only by its ids."""
    raws = []
    for n in range(count):
        to = {"In_Reply_To": f"<{n - 3}@c.example>"} if n % 4 == 3 else {}
        raws.append(
            make_mail(
                f"Mail {n}", sender=f"c{n - 3 if to else n}@example.com", message_id=f"<{n}@c.example>",
                at=timezone.now(), **to,
            )
        )  # fmt: skip
    return raws


def listening(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def nothing_waits() -> bool:
    return not Arrival.objects.unread().exists()


def check_all_came_once(count: int, raws: list[bytes]) -> None:
    """Each mail is on record, each complaint is one case, each answer is on the case it answers."""
    words = {f"Mail {n}" for n in range(count)}
    said = Counter(Message.objects.filter(direction="in").values_list("text", flat=True))
    assert (set(said), set(said.values())) == (words, {1})
    assert Case.objects.count() == sum(n % 4 != 3 for n in range(count))
    for answer in Message.objects.filter(
        direction="in", message_id__in=[f"<{n}@c.example>" for n in range(3, count, 4)]
    ):
        n = int(answer.text.split()[1])
        assert Message.objects.get(message_id=f"<{n - 3}@c.example>").case_id == answer.case_id
    assert set(Arrival.objects.values_list("outcome", flat=True)) <= {"opened", "continued", "duplicate"}
    stored = {bytes(arrival.raw).replace(b"\r\n", b"\n").rstrip() for arrival in Arrival.objects.all()}
    assert stored == {raw.rstrip() for raw in raws}
    assert verify()[1] == []


def check_all_went_once(mailserver: Sink, kills: int) -> None:
    """Each mail reached the server; what reached it twice is the same mail, shown as such, and one a kill at most."""
    got = Counter(mail.mail["Message-ID"] for mail in mailserver.taken)
    assert set(got) == set(Message.objects.filter(direction="out").values_list("message_id", flat=True))
    twice = {name for name, times in got.items() if times > 1}
    doubtful = set(Delivery.objects.filter(maybe_twice=True).values_list("message__message_id", flat=True))
    assert twice <= doubtful
    assert len(doubtful) <= kills
    assert sum(got.values()) - len(got) <= kills
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}


@pytest.mark.parametrize(("readers", "kills"), [(1, KILLS), (2, (KILLS + 1) // 2)])
def test_mail_comes_in_though_the_process_that_takes_it_is_killed_again_and_again(
    readers: int, kills: int, processes: list[Process], environment: dict[str, str]
) -> None:
    ports = [free_port() for _ in range(readers)]
    processes += [Process(MAIL, AMENDS_MAIL_LISTEN=f"127.0.0.1:{port}", **environment) for port in ports]
    for process in processes:
        process.start()
    raws = thread_of_mails(MAILS_IN)
    # With two readers every mail comes to both at once, as from two overlapping fetchers.
    clients = [threading.Thread(target=post, args=(port, raws)) for port in ports]
    for client in clients:
        client.start()
    for kill in range(1, kills + 1):
        goal = MAILS_IN * readers * kill // (kills + 1)
        assert until(lambda goal=goal: Arrival.objects.count() >= goal, seconds=60)  # type: ignore[misc]
        process = processes[kill % readers]
        process.kill()
        process.start()
    for client in clients:
        client.join(timeout=120)
    assert until(nothing_waits, seconds=60)
    check_all_came_once(MAILS_IN, raws)


def test_mail_goes_out_though_the_worker_is_killed_again_and_again(
    processes: list[Process], environment: dict[str, str], mailserver: Sink
) -> None:
    mailserver.pause = 0.004
    make_receipts(MAILS_OUT)
    worker = Process(WORKER, AMENDS_SMTP_URL=mailserver.url, **environment)
    processes.append(worker.start())
    for kill in range(1, KILLS + 1):
        goal = MAILS_OUT * kill // (KILLS + 1)
        assert until(lambda goal=goal: len(mailserver.taken) >= goal, seconds=60, every=0.001)  # type: ignore[misc]
        worker.kill()
        worker.start()
    assert until(lambda: not Delivery.objects.exclude(state="sent").exists(), seconds=60)
    check_all_went_once(mailserver, KILLS)


def make_receipts(count: int) -> None:
    """So many new cases whose receipts wait to be sent."""
    now = timezone.now()
    raws = [make_mail(f"{n}", sender=f"c{n}@example.com", message_id=f"<{n}@c.example>", at=now) for n in range(count)]
    arrive(*raws, at=now)
    assert Delivery.objects.filter(state="queued").count() == count


@pytest.mark.parametrize("way", ["refusing", "accepting and hanging", "taking connections and saying nothing"])
def test_mail_goes_out_once_when_the_server_is_itself_again(
    way: str, processes: list[Process], environment: dict[str, str], mailserver: Sink
) -> None:
    mailserver.pause = 0.002
    make_receipts(MAILS_OUT)
    worker = Process(IMPATIENT + WORKER, AMENDS_SMTP_URL=mailserver.url, **environment)
    processes.append(worker.start())
    assert until(lambda: len(mailserver.taken) >= MAILS_OUT // 3, seconds=60, every=0.001)
    taken = trouble(mailserver, way)
    back = time.monotonic()
    assert until(lambda: len(mailserver.taken) > taken, seconds=60)
    assert time.monotonic() - back < 60
    assert until(lambda: not Delivery.objects.exclude(state="sent").exists(), seconds=90)
    # What the server had whole when it began to hang is in doubt; each further look while it hangs puts one more there.
    check_all_went_once(mailserver, 1 if way == "refusing" else 2 + int(OUTAGE // 3))
    assert not Delivery.objects.exclude(tries=1).filter(maybe_twice=False).exists()
    assert worker.running
    assert worker.running.poll() is None


def trouble(mailserver: Sink, way: str) -> int:
    """The server does not do its work for a while; returns how many mails it had taken by then."""
    if way == "accepting and hanging":
        mailserver.hanging = True
        time.sleep(OUTAGE)
        mailserver.hanging = False
        return len(mailserver.taken)
    mailserver.close()
    taken = len(mailserver.taken)
    if way == "refusing":
        time.sleep(OUTAGE)
    else:
        with socket.create_server(("127.0.0.1", mailserver.port), backlog=50):
            time.sleep(OUTAGE)
    mailserver.open()
    return taken


def test_everything_comes_and_goes_though_the_database_is_killed_in_the_middle(
    processes: list[Process], mailserver: Sink, tmp_path: Path
) -> None:
    count = max(MAILS_IN // 4, 40)
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents[:2]:
        parent.chmod(0o755)
    server = Server(tmp_path / "data", tied=True)
    url = server.start()
    try:
        port = free_port()
        environment = {"DATABASE_URL": url}
        first = Process(
            "from django.core.management import call_command; call_command('migrate', verbosity=0)", **environment
        )
        processes.append(first.start())
        assert first.running
        assert first.running.wait(timeout=120) == 0
        processes.append(Process(MAIL, AMENDS_MAIL_LISTEN=f"127.0.0.1:{port}", **environment).start())
        processes.append(Process(WORKER, AMENDS_SMTP_URL=mailserver.url, **environment).start())
        raws = thread_of_mails(count)
        client = threading.Thread(target=post, args=(port, raws))
        client.start()
        for part in (count // 4, count // 2):
            assert until(lambda part=part: len(mailserver.taken) >= part // 2, seconds=60, every=0.005)  # type: ignore[misc]
            kill_database(tmp_path / "data")
            time.sleep(1)
            server.start()
        client.join(timeout=120)
        assert not client.is_alive()
        expected = sum(n % 4 != 3 for n in range(count))
        assert until(
            lambda: asked(url, "SELECT count(*) FROM amends_delivery WHERE state = 'sent'") == expected, seconds=60
        )
        assert asked(url, "SELECT count(*) FROM amends_arrival WHERE outcome = ''") == 0
        assert asked(url, "SELECT count(*) FROM amends_case") == expected
        assert asked(url, "SELECT count(DISTINCT text) FROM amends_message WHERE direction = 'in'") == count
        assert asked(url, "SELECT count(*) FROM amends_message WHERE direction = 'in'") == count
        got = Counter(mail.mail["Message-ID"] for mail in mailserver.taken)
        assert len(got) == expected
        assert sum(got.values()) - expected <= asked(url, "SELECT count(*) FROM amends_delivery WHERE maybe_twice") <= 2
    finally:
        for process in processes:
            process.kill()
        server.stop(force=True)


def kill_database(data: Path) -> None:
    """`kill -9` of the server and all its sessions, as when the machine runs out of memory."""
    postmaster = psutil.Process(int((data / "postgres" / "cluster" / "postmaster.pid").read_text().split()[0]))
    for process in [postmaster, *postmaster.children(recursive=True)]:
        process.kill()
    postmaster.wait()


def asked(url: str, query: str) -> int:
    with psycopg.connect(url) as one:
        row = one.execute(query.encode()).fetchone()
        return int(row[0]) if row else -1


#: What the machine keeps of the mail it answers.
KEPT = {
    "tag and references kept": ["In_Reply_To", "References"],
    "tag dropped, references kept": ["In_Reply_To"],
    "both dropped": [],
}


@pytest.mark.parametrize(
    ("keeping", "echoing"),
    [
        ("tag and references kept", True),
        ("tag dropped, references kept", False),
        ("both dropped", True),
        ("both dropped", False),
    ],
)
def test_a_machine_that_answers_everything_is_stopped_after_two_rounds(
    keeping: str,
    echoing: bool,  # noqa: FBT001
    processes: list[Process],
    environment: dict[str, str],
    mailserver: Sink,
) -> None:
    port = free_port()
    processes.append(Process(MAIL, AMENDS_MAIL_LISTEN=f"127.0.0.1:{port}", **environment).start())
    processes.append(Process(WORKER, AMENDS_SMTP_URL=mailserver.url, **environment).start())
    answers: list[bytes] = []

    def answer() -> None:
        """Answer each mail of ours at once, without a sign that nobody wrote it."""
        answered = 0
        while not stop.wait(0.02):
            for mail in mailserver.taken[answered:]:
                answered += 1
                headers = dict.fromkeys(KEPT[keeping], mail.mail["Message-ID"])
                to = mail.mail["Reply-To"] if keeping.startswith("tag and") else "care@desk.example.com"
                subject = f"Re: {mail.mail['Subject']}" if echoing else "Thank you for contacting Acme"
                answers.append(
                    make_mail(
                        f"Ticket {answered} was opened.", sender="bot@acme.example", subject=subject,
                        message_id=f"<{answered}@acme.example>", at=timezone.now(), **headers,
                    )
                )  # fmt: skip
                post(port, [answers[-1]], to=to, sender="bot@acme.example")

    stop = threading.Event()
    bot = threading.Thread(target=answer)
    bot.start()
    try:
        post(port, [make_mail("Hello", sender="bot@acme.example", at=timezone.now())])
        assert until(lambda: Arrival.objects.filter(outcome__in=["opened", "continued"]).count() >= 2, seconds=30)
        quiet = time.monotonic() + 2
        while time.monotonic() < quiet:
            time.sleep(0.1)
            if Delivery.objects.exclude(state="sent").exists() or not nothing_waits():
                quiet = time.monotonic() + 2
    finally:
        stop.set()
        bot.join(timeout=20)
    assert 1 <= len(mailserver.taken) <= 2
    assert len(answers) == len(mailserver.taken)
    assert Arrival.objects.count() == 1 + len(answers)
