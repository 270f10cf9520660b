"""The manager's page at a million cases: its tallies kept by the worker and exact against a recount, and how long it takes to open.

Cases and outcomes are loaded by SQL; then the worker's own step settles cases whose customers did something new, and every
figure is held against a recount. The page is asked for as a browser asks, through the whole of Django, in this process: with
what was worked out of the tallies before (`page`), and anew after a change of theirs (`fresh`). The pages of how we work and of
all open cases are asked for too. The baseline beside it counts the head figure of the page straight from the outcomes.
"""

from __future__ import annotations

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and `calendar` here would hide the standard library's.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

# ruff: noqa: E402 -- imports come after the path is right
import argparse
import os
import time
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import psycopg

from bench.kit import desk, middle, percentile, spread, tell

_LOAD = """
INSERT INTO amends_customer (id, name, language, time_zone, preferred_channel, key_customer, known_since)
SELECT n, 'Customer ' || n, '', '', '', false, %(at)s - interval '3 years' FROM generate_series(1, %(cases)s) n;
INSERT INTO amends_address (customer_id, kind, value, normal, added_at, failure)
SELECT n, 'email', 'c' || n || '@example.com', 'c' || n || '@example.com', %(at)s, '' FROM generate_series(1, %(settled)s) n;
INSERT INTO amends_case (id, reference, customer_id, origin, channel, subject, received_at, opened_at, stage, severity, queue_id,
  restricted, packs, product, cadence, round, customer_spoke_at, ending, closed_at, source, source_id)
SELECT n, 'B' || lpad(n::text, 9, '0'), n, 'complaint', 'email', 'Something', z, z,
  CASE WHEN n %% 50 = 0 THEN 'listening' ELSE 'closed' END, 1 + n %% 4,
  (SELECT min(id) FROM amends_queue), false, '{}', '', '', 1, z,
  CASE WHEN n %% 50 = 0 THEN '' WHEN n %% 3 = 0 THEN 'unconfirmed' ELSE 'satisfied' END,
  CASE WHEN n %% 50 > 0 THEN z + interval '9 days' END, '', ''
FROM (SELECT n, %(at)s - make_interval(days => (n::bigint * 7919 %% 730)::int) AS z FROM generate_series(1, %(cases)s) n) s;
INSERT INTO amends_outcome (case_id, zero_at, first, severity, grade, word, known, days, within_days, loss, lost_at, d30, d90, d180,
  d365, own90, promises_due, promises_kept, ending, due_at, settled_at)
SELECT id, received_at, id %% 5 > 0, severity,
  CASE WHEN watched < 30 THEN '' ELSE (ARRAY['good', 'fair', 'poor'])[(1 + id %% 3)::int] END,
  CASE WHEN watched < 30 THEN '' ELSE (ARRAY['kept', 'broken', 'none'])[(1 + id %% 7 %% 3)::int] END,
  true, least(day, watched), NULL, CASE WHEN day <= watched THEN 'cancelled' ELSE '' END,
  CASE WHEN day <= watched THEN received_at + make_interval(days => day) END,
  amends_bench(30, day, watched), amends_bench(90, day, watched), amends_bench(180, day, watched), amends_bench(365, day, watched),
  amends_bench(90, day, watched), 2, (1 + id %% 2)::int, ending, NULL, %(at)s
FROM amends_case k CROSS JOIN LATERAL (SELECT (1 + id * 104729 %% 1400)::int AS day,
  coalesce((SELECT max(c) FROM unnest(ARRAY[7,14,30,60,90,120,150,180,240,300,365]) c
    WHERE received_at + make_interval(days => c) <= %(at)s), 0) AS watched) d;
"""
_BECAME = """
CREATE FUNCTION amends_bench(d int, day int, watched int) RETURNS varchar LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN watched < d THEN 'unknown' WHEN day <= d THEN 'lost' ELSE 'kept' END $$
"""
_HEAD = """
SELECT count(*) FILTER (WHERE d90 IN ('kept', 'advocate')), count(*) FILTER (WHERE d90 IN ('kept', 'advocate', 'lost'))
FROM amends_outcome WHERE zero_at >= %s
"""


def main() -> None:
    """Load, settle, recount, open."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--opens", type=int, default=20)
    parser.add_argument("--settled", type=int, default=2_000)
    chosen = parser.parse_args()
    with desk(durable=False) as bench:
        from django.db import connection  # noqa: PLC0415 - the desk is there only now

        at = datetime.now(UTC)
        began = time.perf_counter()
        bench.sql(_BECAME)
        with psycopg.connect(bench.server.url, autocommit=True) as raw:
            client = psycopg.ClientCursor(raw)
            client.execute("SET session_replication_role = replica")
            client.execute(_LOAD, {"cases": chosen.cases, "settled": min(chosen.settled, chosen.cases), "at": at})
            client.execute(
                "SELECT setval('amends_case_id_seq', %s), setval('amends_customer_id_seq', %s)", [chosen.cases] * 2
            )
        bench.sql("VACUUM ANALYZE")  # as the server does by itself after a while
        loaded = time.perf_counter() - began
        figures = _figures(chosen, at)
        connection.close()
    tell({"cases": chosen.cases, "load_s": round(loaded, 1), **figures})


def _figures(chosen: argparse.Namespace, at: datetime) -> dict[str, Any]:
    from django.db import connection  # noqa: PLC0415

    from amends.outcomes.tallying import differing, recount  # noqa: PLC0415
    from amends.teamwork.figures import WorkFigures  # noqa: PLC0415

    began = time.perf_counter()
    recount()
    recounted = time.perf_counter() - began
    settled, seconds = _settle(chosen.settled, at)
    wrong = differing()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE amends_tally, amends_outcome")
    fresh, *_ = _open("/reports", chosen.opens, fresh=True)
    opens, worked, statements, size = _open("/reports", chosen.opens)
    counted = time.perf_counter()
    WorkFigures.objects.renew(at=at)
    counted = time.perf_counter() - counted
    work, *_ = _open("/how-we-work", chosen.opens)
    ages, *_ = _open("/open", chosen.opens)
    baseline = middle(_baseline(at, chosen.opens), 1)
    return {
        "recount_s": round(recounted, 1), "settled": settled, "settled_per_s": round(settled / seconds), "figures_differing": wrong,
        "page_ms": middle(opens, 1), "page_ms_p95": round(percentile(opens, 0.95), 1), "spread": spread(opens, 1), "n": len(opens),
        "fresh_ms": middle(fresh, 1), "fresh_ms_p95": round(percentile(fresh, 0.95), 1), "work_counted_s": round(counted, 2),
        "work_ms_p95": round(percentile(work, 0.95), 1), "open_cases_ms_p95": round(percentile(ages, 0.95), 1),
        "page_cpu_ms": middle(worked, 1), "load_average": round(os.getloadavg()[0], 1), "statements": statements,
        "page_kb": round(size / 1000), "baseline": baseline,
        "ratio_to_baseline": round(middle(opens) / baseline, 2), "under_200_ms": percentile([*opens, *fresh], 0.95) < 200,
    }  # fmt: skip


def _settle(many: int, at: datetime) -> tuple[int, float]:
    """Some customers did something: the worker's step settles them, one batch after the other."""
    from amends.journal.actors import DESK  # noqa: PLC0415
    from amends.outcomes.noting import Told, note_all  # noqa: PLC0415
    from amends.outcomes.settling import settle  # noqa: PLC0415

    told = [
        Told(kind="renewal", at=at - timedelta(days=n % 50), source_id=str(n), email=f"c{n}@example.com")
        for n in range(1, many + 1)
    ]
    for first in range(0, many, 500):
        note_all(told[first : first + 500], source="bench", by=DESK, at=at, live=True)
    cases, began = 0, time.perf_counter()
    while True:
        step = settle(by=DESK, at=at)
        cases += step.cases
        if not step.more:
            return cases, time.perf_counter() - began


def _open(page: str, times: int, *, fresh: bool = False) -> tuple[list[float], list[float], int, int]:
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from amends.journal.actors import DESK  # noqa: PLC0415
    from amends.outcomes.outcome import Mark  # noqa: PLC0415
    from amends.people.person import Person  # noqa: PLC0415

    lead = Person.objects.filter(email="lead@desk.example.com").first() or Person.objects.add(
        "lead@desk.example.com", name="Lead", role="lead", by=DESK, at=timezone.now()
    )
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(lead)
    seen: list[str] = []

    def noted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 -- as Django calls it
        seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noted):
        answer = client.get(page)
    assert answer.status_code == 200, answer.status_code
    took, worked = [], []
    for _ in range(times):
        if fresh:
            Mark.objects.update(tallied=uuid4())
        began, worked_before = time.perf_counter(), time.process_time()
        answer = client.get(page)
        took.append(1000 * (time.perf_counter() - began))
        worked.append(1000 * (time.process_time() - worked_before))
    return took, worked, len(seen), len(answer.content)


def _baseline(at: datetime, times: int) -> list[float]:
    from django.db import connection  # noqa: PLC0415

    took = []
    for _ in range(min(times, 5)):
        began = time.perf_counter()
        with connection.cursor() as cursor:
            cursor.execute(_HEAD, [at - timedelta(days=365)])
            cursor.fetchone()
        took.append(1000 * (time.perf_counter() - began))
    return took


if __name__ == "__main__":
    main()
