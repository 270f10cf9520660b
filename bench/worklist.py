"""What *Today*, a case, the customers and full-text search cost at 10,000 and 100,000 open cases, beside naive statements.

Run as `python -m bench.worklist`. `bench.scale` loads the desk; `amends web` serves it with two workers; somebody who owns
one case in seventy is signed in. Each page is asked for over HTTP on four connections in turn, after a warm-up of every
thread. Figures are milliseconds at the client, statements of one request (the session's and the person's included), and
CPU of the web server and of PostgreSQL. The baseline is what a first draft would ask PostgreSQL: all open cases counted
and sorted by what is due, and messages searched with ILIKE.
"""

# ruff: noqa: E402 -- imports come after the path is right

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and our modules would hide the standard library's.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

import argparse
import http.client
import json
import os
import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import cycle, islice
from typing import Any
from urllib.parse import quote_plus

from django.apps import apps
from django.db import connections
from django.test import Client

from bench import kit
from bench.scale import COMMON, PHRASE_FIRST, PHRASE_LATER, load_cases

CONNECTIONS, WARMING = 4, 24
#: The most that each page may cost: statements, and milliseconds at the 95th percentile.
BARS = {"today": (12, 60), "case": (15, 60), "search": (12, 60), "customers": (12, 60)}
_NAIVE_LIST = """
SELECT c.*, u.name, d.due_at, count(*) OVER () FROM amends_case c JOIN amends_customer u ON u.id = c.customer_id
JOIN amends_deadline d ON d.case_id = c.id AND d.met_at IS NULL AND d.void_at IS NULL
WHERE c.stage <> 'closed' ORDER BY d.due_at LIMIT 25
"""
_NAIVE_SEARCH = "SELECT id, case_id FROM amends_message WHERE text ILIKE %s ORDER BY said_at DESC LIMIT 25"


class Visitor:
    """Somebody signed in, with a few connections that stay open."""

    def __init__(self, port: int, session: str) -> None:
        self._headers = {"Cookie": f"sessionid={session}", "Accept": "text/html"}
        self._port = port
        self._lines = cycle([http.client.HTTPConnection("127.0.0.1", port, timeout=60) for _ in range(CONNECTIONS)])

    def get(self, path: str, line: http.client.HTTPConnection | None = None) -> tuple[float, str]:
        """The seconds until the last byte, and the page; anything but 200 ends the benchmark."""
        line = line or next(self._lines)
        began = time.perf_counter()
        line.request("GET", path, headers=self._headers)
        answer = line.getresponse()
        text = answer.read().decode()
        seconds = time.perf_counter() - began
        if answer.status != http.client.OK:
            raise SystemExit(f"{path} answered {answer.status}")
        return seconds, text

    def warm(self, paths: Sequence[str]) -> None:
        """Every thread of every worker has its connection to the database and has seen each page."""

        def once(path: str) -> None:
            line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
            self.get(path, line)
            line.close()

        with ThreadPoolExecutor(WARMING) as pool:
            list(pool.map(once, islice(cycle(paths), max(3 * WARMING, 3 * len(paths)))))


def main() -> None:
    """Print the figures, and as the last line one JSON object of them."""
    sizes = _sizes()
    if len(sizes.cases) > 1:
        kit.tell(_compared([_apart(cases) for cases in sizes.cases]))
        return
    with kit.desk(folder=sizes.desk) as desk:
        if not desk.sql("SELECT 1 FROM amends_case LIMIT 1"):
            load_cases(desk, sizes.cases[0], at=datetime.now(UTC))
        session, port = signed_in(), kit.free_port()
        with kit.Command("web", "--port", str(port), "--workers", "2") as web:
            kit.until(lambda: kit.answers(port), seconds=60, what="the web server answers")
            kit.tell(_measured(desk, web.pid, Visitor(port, session), sizes))


def _measured(desk: kit.Desk, web: int, visitor: Visitor, sizes: argparse.Namespace) -> dict[str, object]:
    pages = pages_of(desk)
    visitor.warm([path for paths in pages.values() for path in paths[:3]])
    measured = {name: _page(desk, web, visitor, paths, sizes.requests) for name, paths in pages.items()}
    with kit.Statements(desk) as statements:
        for name, paths in pages.items():
            measured[name]["sql"] = max(_counted(visitor, statements, path, sizes.show) for path in paths[:5])
    naive = {
        "naive_list_ms": _timed(desk, _NAIVE_LIST, []),
        "naive_search_ms": _timed(desk, _NAIVE_SEARCH, [f"%{PHRASE_FIRST}%"]),
    }
    figures: dict[str, object] = {
        f"{name}_{what}": value for name, one in measured.items() for what, value in one.items()
    }
    return figures | {
        "found": _found(visitor),
        "over": _over(measured),
        "n": sizes.requests,
        "cases": sizes.cases[0],
        "spread": {name: [one["p50_ms"], one["p95_ms"]] for name, one in measured.items()},
        "baseline": "the same asked naively, in PostgreSQL alone",
        **naive,
        "ratio_to_baseline": round(measured["today"]["p50_ms"] / naive["naive_list_ms"], 2),
        "search_ratio_to_baseline": round(measured["search_first"]["p50_ms"] / naive["naive_search_ms"], 2),
        "load": round(os.getloadavg()[0], 1),
    }


def pages_of(desk: kit.Desk) -> dict[str, list[str]]:
    """The pages by name, each with addresses that are asked for in turn."""
    cases = desk.sql("SELECT reference FROM amends_case WHERE id % 97 = 0 OR id <= 20 ORDER BY md5(id::text) LIMIT 40")
    customers = desk.sql("SELECT name FROM amends_customer ORDER BY md5(id::text) LIMIT 10")
    return {
        "today": ["/"],
        "today_everybody": ["/?whose=everybody"],
        "case": [f"/cases/{reference}" for (reference,) in cases],
        "search_first": [_search(PHRASE_FIRST)],
        "search_later": [_search(PHRASE_LATER), _search(f'"{PHRASE_LATER}"')],
        "search_common": [_search(COMMON)],
        "search_nothing": [_search("nothinglikethis")],
        "customers": ["/customers"],
        "customers_sought": [f"/customers?q={quote_plus(name)}" for (name,) in customers],
    }


def _search(words: str) -> str:
    return f"/search?q={quote_plus(words)}"


def _page(desk: kit.Desk, web: int, visitor: Visitor, paths: Sequence[str], requests: int) -> dict[str, float]:
    watch = kit.Stopwatch({"web": web, "pg": desk.postmaster})
    seconds = [visitor.get(path)[0] for path in islice(cycle(paths), requests)]
    _, cpu = watch.read()
    return {
        "p50_ms": round(1000 * kit.percentile(seconds, 0.5), 1),
        "p95_ms": round(1000 * kit.percentile(seconds, 0.95), 1),
        "app_cpu_ms": round(1000 * cpu["web"] / requests, 1),
        "pg_cpu_ms": round(1000 * cpu["pg"] / requests, 1),
    }


def _counted(visitor: Visitor, statements: kit.Statements, path: str, show: int) -> int:
    """The statements of one request."""
    statements.skip()
    visitor.get(path)
    counted = statements.read()
    if show:
        print(f"{counted.total():4}  {path}", *(f"        {n} {words}" for words, n in counted.items()), sep="\n")
    return counted.total()


def _found(visitor: Visitor) -> dict[str, int]:
    """In how many messages each phrase is found: three and one."""
    pages = {name: visitor.get(_search(words))[1] for name, words in (("first", PHRASE_FIRST), ("later", PHRASE_LATER))}
    words = {"first": PHRASE_FIRST, "later": PHRASE_LATER}
    return {name: page.lower().count(f"<mark>{words[name].split()[0]}</mark>") for name, page in pages.items()}


def _over(measured: dict[str, dict[str, float]]) -> list[str]:
    """Which pages cost more than they may."""
    over = []
    for name, one in measured.items():
        most, slowest = BARS[name.partition("_")[0]]
        if one["sql"] > most:
            over.append(f"{name}: {one['sql']} statements, {most} are allowed")
        if one["p95_ms"] > slowest:
            over.append(f"{name}: {one['p95_ms']} ms at p95, {slowest} are allowed")
    return over


def _timed(desk: kit.Desk, statement: str, values: list[str]) -> float:
    desk.sql(statement, values)
    began = time.perf_counter()
    desk.sql(statement, values)
    return round(1000 * (time.perf_counter() - began), 1)


def signed_in() -> str:
    """The session of the first agent."""
    models: Any = apps
    client = Client()
    client.force_login(models.get_model("amends.Person").objects.order_by("pk")[0])
    connections.close_all()
    return str(client.cookies["sessionid"].value)


def _apart(cases: int) -> dict[str, Any]:
    """The same at one size, in a process of its own: a process has one desk."""
    at = sys.argv.index("--cases") if "--cases" in sys.argv else len(sys.argv)
    rest = sys.argv[1:at] + sys.argv[at + 1 + len(_sizes().cases) :]
    done = subprocess.run(
        [sys.executable, __file__, *rest, "--cases", str(cases)], check=True, stdout=subprocess.PIPE, text=True
    )
    print(f"with {cases:,} cases\n{done.stdout}", flush=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _compared(sizes: list[dict[str, Any]]) -> dict[str, object]:
    """The figures of the largest desk, and by how much each page costs more there than at the smallest."""
    small, large = sizes[0], sizes[-1]
    growth = {}
    for name in large["spread"]:
        costs = [one[f"{name}_app_cpu_ms"] + one[f"{name}_pg_cpu_ms"] for one in (small, large)]
        growth[name] = {
            "p50": round(large[f"{name}_p50_ms"] / small[f"{name}_p50_ms"], 2),
            "p95": round(large[f"{name}_p95_ms"] / small[f"{name}_p95_ms"], 2),
            "cpu": round(costs[1] / costs[0], 2) if costs[0] else None,
        }
    by_cases = {
        str(one["cases"]): {name: value for name, value in one.items() if name.endswith(("_ms", "_sql"))}
        for one in sizes
    }
    return large | {
        "over": [f"{one['cases']}: {what}" for one in sizes for what in one["over"]],
        "growth": growth,
        "by_cases": by_cases,
    }


def _sizes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.worklist", description=__doc__)
    parser.add_argument(
        "--cases", type=int, nargs="+", default=[10_000, 100_000], help="open cases; several to compare"
    )
    parser.add_argument("--requests", type=int, default=40, help="requests of each page")
    parser.add_argument("--show", action="store_true", help="show the statements of each page")
    parser.add_argument(
        "--desk", default="", help="a folder for the loaded desk, to be kept and used again (for one size)"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
