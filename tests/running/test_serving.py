"""One parent runs the desk: whoever dies comes back, and when the parent goes, nothing is left."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

import psutil
import pytest

from amends.cli.serving import PortTaken, ensure_free
from amends.postgres.server import Server
from tests.postgres.conftest import reachable_folder
from tests.running.processes import Running, living, proportional_memory, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture
def data() -> Iterator[Path]:
    with reachable_folder() as folder:
        yield folder / "data"


@pytest.mark.parametrize("order", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_told_to_stop_it_leaves_nothing_running(data: Path, order: signal.Signals) -> None:
    with Running(data, "succeed", "idle") as desk:
        desk.ready()
        family = desk.family()
        assert "prepared" in desk.said
        assert len(desk.ours()) == 2
        assert any(one.name() == "postgres" for one in family)
        desk.command.send_signal(order)
        assert desk.ended() == 0
        assert living(family) == []


def test_told_twice_it_does_not_wait_for_the_stubborn(data: Path) -> None:
    with Running(data, "succeed", "stubborn") as desk:
        desk.ready()
        family = desk.family()
        web = desk.web()
        desk.command.send_signal(signal.SIGINT)
        until(lambda: living(web) == [])
        assert len(desk.ours()) == 1
        desk.command.send_signal(signal.SIGINT)
        assert desk.ended() == 0
        assert living(family) == []


def test_everything_that_is_killed_comes_back(data: Path) -> None:
    with Running(data, "succeed", "idle") as desk:
        desk.ready()
        neighbour = desk.ours()[1]
        neighbour.kill()
        until(lambda: len(desk.ours()) == 2 and neighbour not in desk.ours())
        worker = psutil.Process(int(desk.page().split()[0]))
        worker.kill()
        until(lambda: len(desk.web()) == 3 and worker not in desk.web())
        until(desk.answers)
        main, *workers = desk.web()
        main.kill()
        until(lambda: living(workers) == [])
        until(desk.answers)


def test_a_database_that_is_killed_comes_back(data: Path) -> None:
    with Running(data, "succeed") as desk:
        desk.ready()
        before = desk.page().split(maxsplit=1)[1]
        next(one for one in desk.parent.children() if one.name() == "postgres").kill()
        until(lambda: desk.answers() and desk.page().split(maxsplit=1)[1] != before)


def test_when_the_parent_is_killed_all_go_but_the_database_and_the_next_one_uses_that(data: Path) -> None:
    with Running(data, "succeed", "stubborn") as desk:
        desk.ready()
        database_began = desk.page().split(maxsplit=1)[1]
        family = desk.family()
        desk.parent.kill()
        desk.command.wait()
        until(lambda: {one.name() for one in living(family)} == {"postgres"})
    with Running(data, "succeed") as desk:
        desk.ready()
        assert desk.page().split(maxsplit=1)[1] == database_began
        desk.command.terminate()
        assert desk.ended() == 0
    assert living(family) == []


def test_a_preparation_that_fails_stops_everything_with_its_status(data: Path) -> None:
    with Running(data, "fail", "idle") as desk:
        assert desk.ended() == 3
    assert not Server(data).is_alive()


def test_told_to_stop_while_it_prepares_it_stops(data: Path) -> None:
    with Running(data, "idle") as desk:
        until(lambda: len(desk.ours()) == 1)
        family = desk.family()
        desk.command.send_signal(signal.SIGINT)
        assert desk.ended() == 130
        assert living(family) == []


def test_a_port_that_is_taken_is_told_in_plain_words(data: Path) -> None:
    with Running(data, "succeed") as desk:
        desk.ready()
        with pytest.raises(PortTaken, match=rf"Port {desk.port} on 127\.0\.0\.1 is taken"):
            ensure_free("127.0.0.1", desk.port)


def test_a_port_that_nobody_has_is_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match="choose one with --mail-port"):
            ensure_free("127.0.0.1", port, option="--mail-port")
    ensure_free("127.0.0.1", port)


def test_the_web_server_of_the_real_desk_stays_within_130_megabytes(data: Path) -> None:
    with Running(data, "migrate", settings="amends.site.settings") as desk:
        desk.ready()
        for _ in range(20):
            desk.answers()
        web = desk.web()
        assert len(web) == 3
        assert proportional_memory(web) <= 130 * 1024 * 1024
