"""The memory of the web server at rest with two workers, and of the whole desk, beside a server of empty pages.

Run as `python -m bench.memory`. After some requests of each kind have been answered by every thread, and a pause, the
memory of the process tree is added up, each shared page divided among those who share it (PSS). The baseline is the same
web server with two workers and a page that says nothing, without Django.
"""

# ruff: noqa: E402 -- imports come after the path is right

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and our modules would hide the standard library's.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

import argparse
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime

from bench import kit
from bench.scale import load_cases
from bench.worklist import Visitor, pages_of, signed_in

MB = 1_000_000


def main() -> None:
    """Print the figures, and as the last line one JSON object of them."""
    sizes = _sizes()
    with kit.desk() as desk:
        load_cases(desk, sizes.cases, at=datetime.now(UTC))
        pages = [path for paths in pages_of(desk).values() for path in paths[:3]]
        session = signed_in()
        web = [_web(sizes, session, pages) for _ in range(sizes.rounds)]
        empty = [_empty(sizes) for _ in range(sizes.rounds)]
        whole = _whole(sizes, session, pages, desk.postmaster)
    kit.tell(
        {
            "web_mb": kit.middle(web, 1),
            "serve_mb": round(sum(whole.values()), 1),
            "serve_parts_mb": whole,
            "n": sizes.rounds,
            "spread": kit.spread(web, 1),
            "workers": sizes.workers,
            "cases": sizes.cases,
            "baseline": "the same web server with an empty page, without Django",
            "baseline_web_mb": kit.middle(empty, 1),
            "ratio_to_baseline": round(kit.middle(web) / kit.middle(empty), 2),
        }
    )


def _web(sizes: argparse.Namespace, session: str, pages: list[str]) -> float:
    """`amends web` alone, in MB."""
    port = kit.free_port()
    with kit.Command("web", "--port", str(port), "--workers", str(sizes.workers)) as web:
        return _at_rest(web.pid, port, sizes, lambda: Visitor(port, session).warm(pages))


def _empty(sizes: argparse.Namespace) -> float:
    port = kit.free_port()
    with kit.Command(str(port), str(sizes.workers), module="bench.empty") as server:
        return _at_rest(server.pid, port, sizes, lambda: Visitor(port, "").warm(["/"]))


def _at_rest(pid: int, port: int, sizes: argparse.Namespace, visit: Callable[[], None]) -> float:
    kit.until(lambda: kit.answers(port), seconds=60, what="the web server answers")
    visit()
    time.sleep(sizes.rest)
    return kit.memory(pid) / MB


def _whole(sizes: argparse.Namespace, session: str, pages: list[str], postmaster: int) -> dict[str, float]:
    """`amends serve` on this desk: the parent with web, worker and mail, and PostgreSQL, in MB."""
    port, mail = kit.free_port(), kit.free_port()
    environment = {**os.environ, "AMENDS_MAIL_LISTEN": f"127.0.0.1:{mail}"}
    del environment["DATABASE_URL"]
    with kit.Command("serve", "--port", str(port), environment=environment) as serve:
        kit.until(lambda: kit.answers(port) and kit.answers(mail), seconds=60, what="the desk answers")
        Visitor(port, session).warm(pages)
        time.sleep(sizes.rest)
        return {"desk": round(kit.memory(serve.pid) / MB, 1), "pg": round(kit.memory(postmaster) / MB, 1)}


def _sizes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.memory", description=__doc__)
    parser.add_argument("--cases", type=int, default=1000, help="open cases of the desk")
    parser.add_argument("--workers", type=int, default=2, help="web processes")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rest", type=float, default=3, help="seconds of rest before the memory is read")
    return parser.parse_args()


if __name__ == "__main__":
    main()
