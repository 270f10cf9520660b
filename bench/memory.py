"""The memory of the web server at rest with two workers, and of the whole desk, beside a server of empty pages.

Run as `python -m bench.memory`. After a few requests of each kind on four connections, and a pause, the memory of the
process tree is added up, each shared page divided among those who share it (PSS); once more after a rush in which every
thread answered at the same time. MB are millions of bytes. The baseline is the same web server with two workers and a page
that says nothing, without Django.
"""

# ruff: noqa: E402 -- imports come after the path is right

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and our modules would hide the standard library's.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

import argparse
import os
import time
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
        rounds = [_web(sizes, session, pages) for _ in range(sizes.rounds)]
        empty = [_empty(sizes) for _ in range(sizes.rounds)]
        whole = _whole(sizes, session, pages, desk.postmaster)
    web = [rest for rest, _ in rounds]
    kit.tell(
        {
            "web_mb": kit.middle(web, 1),
            "web_after_a_rush_mb": kit.middle([rush for _, rush in rounds], 1),
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


def _web(sizes: argparse.Namespace, session: str, pages: list[str]) -> tuple[float, float]:
    """`amends web` alone, in MB: at rest, and after a rush."""
    port = kit.free_port()
    with kit.Command("web", "--port", str(port), "--workers", str(sizes.workers)) as web:
        kit.until(lambda: kit.answers(port), seconds=60, what="the web server answers")
        visitor = Visitor(port, session)
        return _at_rest(web.pid, sizes, visitor, pages), _at_rest(web.pid, sizes, visitor, pages, rush=True)


def _empty(sizes: argparse.Namespace) -> float:
    port = kit.free_port()
    with kit.Command(str(port), str(sizes.workers), module="bench.empty") as server:
        kit.until(lambda: kit.answers(port), seconds=60, what="the empty server answers")
        return _at_rest(server.pid, sizes, Visitor(port, ""), ["/"] * 4)


def _at_rest(pid: int, sizes: argparse.Namespace, visitor: Visitor, pages: list[str], *, rush: bool = False) -> float:
    for path in pages:
        visitor.get(path)
    if rush:
        visitor.warm(pages)
    time.sleep(sizes.rest)
    return kit.memory(pid) / MB


def _whole(sizes: argparse.Namespace, session: str, pages: list[str], postmaster: int) -> dict[str, float]:
    """`amends serve` on this desk: the parent with web, worker and mail, and PostgreSQL, in MB."""
    port, mail = kit.free_port(), kit.free_port()
    environment = {**os.environ, "AMENDS_MAIL_LISTEN": f"127.0.0.1:{mail}"}
    del environment["DATABASE_URL"]
    with kit.Command("serve", "--port", str(port), environment=environment) as serve:
        kit.until(lambda: kit.answers(port) and kit.answers(mail), seconds=60, what="the desk answers")
        desk = _at_rest(serve.pid, sizes, Visitor(port, session), pages)
        return {"desk": round(desk, 1), "pg": round(kit.memory(postmaster) / MB, 1)}


def _sizes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.memory", description=__doc__)
    parser.add_argument("--cases", type=int, default=1000, help="open cases of the desk")
    parser.add_argument("--workers", type=int, default=2, help="web processes")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rest", type=float, default=3, help="seconds of rest before the memory is read")
    return parser.parse_args()


if __name__ == "__main__":
    main()
