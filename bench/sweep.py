"""What one sweep costs among 10,000, 100,000 and 1,000,000 open deadlines of which 1,000 are due, and when none is.

Run as `python -m bench.sweep`. Each size has a desk of its own, loaded in SQL: fifty people, five deadlines a case over sixty
days, three cases in ten that nobody owns. A sweep is all its batches until nothing is left to do; afterwards its rows are put
back and the tables vacuumed. Figures are milliseconds and CPU of this process and of PostgreSQL, statements counted by the
server, all per deadline that was due; and the query alone. The baseline is the loop a first draft would have: every open
deadline read with its case, one after the other, and each that has passed saved on its own.
"""

# ruff: noqa: E402 -- imports come after the path is right

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and our modules would hide the standard library's.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

import argparse
import json
import os
import subprocess
import time
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import connection, connections, transaction

from bench import kit

SIZES = (10_000, 100_000, 1_000_000)
PEOPLE = 50
QUIET, QUERIES = 200, 20  # so many, because one of them is less than the clock of /proc can tell
BARS = {"growth_10k_to_1m": 1.3, "sql_a_deadline": 5.0, "cpu_ms_a_deadline": 5.0, "quiet_pg_cpu_ms": 10.0}
_LOAD = """
SET session_replication_role = replica;
INSERT INTO amends_customer (id, name, language, time_zone, preferred_channel, key_customer, known_since)
VALUES (1, 'Customer', '', '', '', false, now());
INSERT INTO amends_case (id, reference, customer_id, origin, channel, subject, received_at, opened_at, stage, severity, owner_id,
  queue_id, restricted, round, customer_spoke_at, ending, source, source_id, packs, product, cadence)
SELECT i, 'S' || i, 1, 'complaint', 'email', '', now() - interval '9 days', now() - interval '9 days', 'acting', 1 + i % 4,
  CASE WHEN i % 10 >= 3 THEN (SELECT min(id) FROM amends_person) + i % {people} END,
  (SELECT id FROM amends_queue LIMIT 1), false, 1, now() - interval '9 days', '', '', '', '{{house@1}}', '', ''
FROM generate_series(1, {cases}) i;
INSERT INTO amends_head (chain, length, hash) SELECT i, 0, '' FROM generate_series(1, {cases}) i;
INSERT INTO amends_deadline (case_id, kind, due_at, warn_at, wake_at, told, policy, set_at, owner_id)
SELECT c.id, CASE n WHEN 0 THEN 'next_update' ELSE 'promise' END, t, t, t, 0,
  CASE n WHEN 0 THEN 'house@1/cadence/update medium' ELSE '' END, now() - interval '9 days', c.owner_id
FROM amends_case c CROSS JOIN generate_series(0, 4) n
  CROSS JOIN LATERAL (SELECT now() + interval '2 days' + ((c.id * 5 + n) * 7919 % 86400) * interval '1 minute' AS t) due;
SET session_replication_role = DEFAULT;
"""
# The rows that are due: the first so many keys, which lie among all the others.
_DUE = """UPDATE amends_deadline SET due_at = %s, warn_at = %s, wake_at = %s, told = 0, missed_at = NULL
WHERE id IN (SELECT id FROM amends_deadline ORDER BY md5(id::text) LIMIT %s)"""


def main() -> None:
    """Print the figures, and as the last line one JSON object of them."""
    sizes = _sizes()
    if len(sizes.deadlines) > 1:
        kit.tell(_compared([_apart(size) for size in sizes.deadlines]))
        return
    with kit.desk() as desk:
        size = sizes.deadlines[0]
        _load(desk, size)
        kit.tell(_measured(desk, size, min(sizes.due, size // 2), sizes.rounds))


def _load(desk: kit.Desk, size: int) -> None:
    models: Any = apps
    person, queue, by = (
        models.get_model("amends.Person"),
        models.get_model("amends.Queue"),
        _module("journal.actors").DESK,
    )
    at = datetime.now(UTC)
    with transaction.atomic():
        front = queue.objects.front_desk()
        for n in range(PEOPLE):
            role = "lead" if n % 10 == 1 else "manager" if n % 25 == 2 else "agent"
            one = person.objects.add(f"p{n}@desk.example.com", name=f"Person {n}", role=role, by=by, at=at)
            if n < PEOPLE // 5:
                front.man(one, by=by, at=at)
    for statement in _LOAD.format(people=PEOPLE, cases=size // 5).split(";\n"):
        if statement.strip():
            with connection.cursor() as cursor:
                cursor.execute(statement)
    connections.close_all()
    desk.sql("ALTER SYSTEM SET autovacuum = off")  # it is done by hand between the rounds, not in the middle of one
    desk.sql("SELECT pg_reload_conf()")
    desk.sql("VACUUM ANALYZE")
    desk.sql("CHECKPOINT")


def _measured(desk: kit.Desk, size: int, due: int, rounds: int) -> dict[str, object]:
    walls, app, pg, query, query_pg = [], [], [], [], []
    for number in range(rounds + 1):  # the first warms what is read once in a process
        _make_due(desk, due)
        asked = _query(desk)
        wall, cpu = _swept(desk, due)
        if number:
            query.append(asked[0])
            query_pg.append(asked[1])
            walls.append(wall)
            app.append(cpu["app"])
            pg.append(cpu["pg"])
    quiet = _quiet(desk)
    figures: dict[str, object] = {
        "deadlines": size, "due": due, "sweep_ms": kit.middle([1000 * wall for wall in walls]),
        "app_cpu_ms": kit.middle([1000 * one for one in app]), "pg_cpu_ms": kit.middle([1000 * one for one in pg]),
        "cpu_ms_a_deadline": kit.middle([1000 * (a + p) / due for a, p in zip(app, pg, strict=True)], 3),
        "query_ms": kit.middle([1000 * one for one in query]),
        "query_pg_cpu_ms": kit.middle([1000 * one for one in query_pg]), **quiet,
        "sql_a_deadline": _statements(desk, due),
        "mailed_in_the_tick": desk.sql("SELECT count(*) FROM amends_alert WHERE mailed_at IS NOT NULL")[0][0],
        "alerts": desk.sql("SELECT count(*) FROM amends_alert")[0][0], "n": rounds,
        "spread": {
            "sweep_ms": kit.spread([1000 * wall for wall in walls]),
            "app_cpu_ms": kit.spread([1000 * one for one in app]), "pg_cpu_ms": kit.spread([1000 * one for one in pg]),
        },
    }  # fmt: skip
    if size == min(SIZES) or size < min(SIZES):
        _make_due(desk, due)
        naive = _naive()
        figures |= {"naive_ms": round(1000 * naive, 1), "ratio_to_baseline": round(naive / (sum(walls) / rounds), 1)}
    return figures | {"load": round(os.getloadavg()[0], 1)}


def _make_due(desk: kit.Desk, due: int) -> None:
    at = datetime.now(UTC)
    desk.sql("TRUNCATE amends_alert")
    with connection.cursor() as cursor:
        cursor.execute(_DUE, [at, at, at, due])
    connections.close_all()
    desk.sql("VACUUM ANALYZE amends_deadline")
    desk.sql("VACUUM ANALYZE amends_entry")
    time.sleep(0.01)


def _swept(desk: kit.Desk, due: int) -> tuple[float, dict[str, float]]:
    sweep, by = _module("deadlines.sweeping").sweep, _module("journal.actors").DESK
    connection.ensure_connection()
    watch, began = kit.Stopwatch({"pg": desk.postmaster}), time.process_time()
    taken = 0
    while found := sweep(by=by, at=datetime.now(UTC)).taken:
        taken += found
    wall, cpu = watch.read()
    assert taken == due, f"{taken} of {due}"
    return wall, {"app": time.process_time() - began, **cpu}


def _query(desk: kit.Desk) -> tuple[float, float]:
    """The query alone, for one batch and without its locks: the seconds until its rows are read, and PostgreSQL's CPU."""
    models: Any = apps
    waking = models.get_model("amends.Deadline").objects.outstanding().filter(wake_at__lte=datetime.now(UTC))
    batch = waking.select_related("case__queue__site").order_by("wake_at", "id")[:500]
    watch = kit.Stopwatch({"pg": desk.postmaster})
    for _ in range(QUERIES):
        list(batch.all())
    wall, cpu = watch.read()
    return wall / QUERIES, cpu["pg"] / QUERIES


def _quiet(desk: kit.Desk) -> dict[str, float]:
    """Sweeps that find nothing."""
    sweep, by = _module("deadlines.sweeping").sweep, _module("journal.actors").DESK
    sweep(by=by, at=datetime.now(UTC))
    watch = kit.Stopwatch({"pg": desk.postmaster})
    for _ in range(QUIET):
        assert sweep(by=by, at=datetime.now(UTC)).taken == 0
    wall, cpu = watch.read()
    return {"quiet_ms": round(1000 * wall / QUIET, 2), "quiet_pg_cpu_ms": round(1000 * cpu["pg"] / QUIET, 2)}


def _statements(desk: kit.Desk, due: int) -> float:
    _make_due(desk, due)
    connections.close_all()
    with kit.Statements(desk) as statements:
        connection.ensure_connection()
        statements.skip()
        _swept(desk, due)
        return round(statements.read().total() / due, 3)


def _naive() -> float:
    """Every open deadline and its case, one after the other; those that passed are saved, each on its own."""
    models: Any = apps
    at, began = datetime.now(UTC), time.perf_counter()
    for row in models.get_model("amends.Deadline").objects.outstanding():
        if row.case.owner_id is not None and row.due_at <= at and row.missed_at is None:
            row.missed_at = at
            row.save(update_fields=["missed_at"])
    return time.perf_counter() - began


def _module(name: str) -> Any:
    """A module of the desk, which loads with it and not before."""
    return import_module(f"amends.{name}")


def _apart(size: int) -> dict[str, Any]:
    """The same at one size, in a process of its own: a process has one desk."""
    at = sys.argv.index("--deadlines") if "--deadlines" in sys.argv else len(sys.argv)
    rest = sys.argv[1:at] + sys.argv[at + 1 + len(_sizes().deadlines) :]
    words = [sys.executable, __file__, *rest, "--deadlines", str(size)]
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True)
    print(f"with {size:,} deadlines\n{done.stdout}", flush=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _compared(sizes: list[dict[str, Any]]) -> dict[str, object]:
    """The figures of the largest, and how much more it costs than the smallest: CPU of both processes, then time."""
    small, large = sizes[0], sizes[-1]
    kept = ("naive_ms", "ratio_to_baseline")
    figures: dict[str, object] = {
        **{name: value for name, value in large.items() if name not in kept},
        **{name: small[name] for name in kept if name in small},
        "growth_10k_to_1m": round(large["cpu_ms_a_deadline"] / small["cpu_ms_a_deadline"], 2),
        "growth_in_time": round(large["sweep_ms"] / small["sweep_ms"], 2),
        "growth_of_the_query": round(large["query_ms"] / small["query_ms"], 2),
        "baseline": "every open deadline of the smallest read with its case, one by one",
        "by_deadlines": {str(one["deadlines"]): one for one in sizes},
    }
    over = [
        f"{name}: {figures[name]}, {bar} is allowed" for name, bar in BARS.items() if float(str(figures[name])) > bar
    ]
    return figures | {"over": over}


def _sizes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--deadlines", type=int, nargs="+", default=SIZES, help="how many are open")
    parser.add_argument("--due", type=int, default=1000, help="how many of them are due")
    parser.add_argument("--rounds", type=int, default=7)
    return parser.parse_args()


if __name__ == "__main__":
    main()
