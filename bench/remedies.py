"""The three options for a case, with a catalogue of a thousand entries and a million remedies that were given before.

Run as `python -m bench.remedies`. A desk of its own is filled: the catalogue fits all failures, and the past is spread over
it. Then three options are proposed for one case after the other, each with another failure and loss, as the page of a case
does when the panel is opened. The baseline is what a first draft would ask PostgreSQL: the rates of the whole past, by remedy.
"""

# ruff: noqa: E402 -- imports come after the path is right

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and our modules would hide the standard library's.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

import argparse
import json
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from statistics import median, quantiles
from typing import Any

from django.db import connection

from bench import kit

BAR = 50.0
FAILURES = ["F1", "F2", "F3", "F4", "F5", "F6", "F7", "F9"]
KINDS = [
    "refund",
    "credit",
    "replacement",
    "redo",
    "missing part",
    "fee waived",
    "visit",
    "correction",
    "delivery",
    "we do the rest",
]
_CATALOGUE = """
INSERT INTO amends_remedy (name, kind, about, failures, currency, worth, cost, charge, conditions, customer_work,
  questions, valid_from, lead_hours, way, supplier, travels, own_words, added_at, added_by_id)
SELECT 'Remedy ' || n, (%(kinds)s::text[])[1 + n %% 10], 'What they read', ARRAY[(%(failures)s::text[])[1 + n %% 8],
  (%(failures)s::text[])[1 + (n / 8) %% 8]], 'GBP', 5 + n %% 60, 4 + n %% 40, 0, '',
  CASE WHEN n %% 7 = 0 THEN 'be at home' ELSE '' END,
  '{}', '2020-01-01', 24, 'hand', '', n %% 3 = 0, false, now(), %(person)s FROM generate_series(1, %(entries)s) n
"""
_PAST = """
INSERT INTO amends_choice (offer_id, option_id, remedy_id, case_id, stands, chosen_at, via, theirs, words, consented, works, worth,
  promise_id, executed_at, had_at, had_how, missed_at, missed_how, missed_because)
SELECT n, n, (SELECT min(id) FROM amends_remedy) + (n::bigint * 7919) %% %(entries)s, 1, true, t.at, 'portal',
  true, '', false, false, 20, n,
  t.at + interval '1 hour' * (1 + n %% 90), CASE WHEN n %% 9 <> 0 THEN t.at + interval '1 hour' * (2 + n %% 120) END,
  CASE WHEN n %% 9 <> 0 THEN 'received' ELSE '' END, CASE WHEN n %% 9 = 0 THEN t.at + interval '40 days' END,
  CASE WHEN n %% 9 = 0 THEN 'unused' ELSE '' END, CASE WHEN n %% 9 = 0 THEN 'never used' ELSE '' END
FROM generate_series(1, %(past)s) n CROSS JOIN LATERAL (SELECT now() - interval '1 minute' * (n + 90000) AS at) t
"""
_NAIVE = """
SELECT remedy_id, count(*), count(had_at), count(missed_at), percentile_disc(0.9) WITHIN GROUP (ORDER BY executed_at - chosen_at)
FROM amends_choice WHERE stands AND executed_at IS NOT NULL GROUP BY remedy_id
"""


def main() -> None:
    """Print the figures; the last line is one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=1000, help="entries of the catalogue")
    parser.add_argument("--past", type=int, default=1_000_000, help="remedies that were given before")
    parser.add_argument("--rounds", type=int, default=400, help="cases for which three are proposed")
    asked = parser.parse_args()
    with kit.desk():
        figures = measured(asked)
    print(json.dumps(figures))
    if figures["over"]:
        raise SystemExit(1)


def measured(asked: argparse.Namespace) -> dict[str, Any]:
    """Everything that was measured, on a desk that is filled first."""
    from amends.intake.opening import Complaint, open_case  # noqa: PLC0415
    from amends.journal.actors import DESK  # noqa: PLC0415
    from amends.offers.loss import Loss  # noqa: PLC0415
    from amends.offers.proposing import propose  # noqa: PLC0415
    from amends.people.person import Person  # noqa: PLC0415

    at = datetime.now(UTC)
    ada = Person.objects.add("ada@desk.example.com", name="Ada", by=DESK, at=at)
    case = open_case(Complaint(words="x", channel="email", received_at=at, email="c@example.com"), by=None, at=at)
    _fill(asked, ada.pk)
    taken, three = [], 0
    for n in range(asked.rounds + 20):
        loss = Loss(
            case=case, failure=FAILURES[n % 8], amount=Decimal(20 + n % 60), currency="GBP", rejected=bool(n % 2)
        )
        began = time.perf_counter()
        found = propose(case, loss, by=ada, at=at + timedelta(seconds=n))
        if n >= 20:  # the first ones warm the caches, as the first page of the day does
            taken.append((time.perf_counter() - began) * 1000)
            three += len(found.options) == 3
    naive = [_timed(_NAIVE) for _ in range(3)]
    p95 = quantiles(taken, n=20)[-1]
    return {
        "p95_ms": round(p95, 2), "median_ms": round(median(taken), 2), "max_ms": round(max(taken), 2), "n": len(taken),
        "spread": [round(one, 2) for one in quantiles(taken, n=4)], "entries": asked.entries, "past": asked.past,
        "with_three": three, "naive_ms": round(median(naive), 1), "ratio_to_baseline": round(median(naive) / median(taken), 1),
        "baseline": "the rates and lead times of the whole past, by remedy, in one statement",
        "over": [f"p95_ms: {p95:.1f}, {BAR} is allowed"] if p95 > BAR else [],
    }  # fmt: skip


def _fill(asked: argparse.Namespace, person: int) -> None:
    values = {"kinds": KINDS, "failures": FAILURES, "person": person, "entries": asked.entries, "past": asked.past}
    with connection.cursor() as cursor:
        cursor.execute(_CATALOGUE, values)
        cursor.execute("SET session_replication_role = replica")  # the past hangs on no offers of its own
        cursor.execute(_PAST, values)
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("VACUUM ANALYZE amends_choice, amends_remedy")


def _timed(statement: str) -> float:
    began = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(statement)
        cursor.fetchall()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
