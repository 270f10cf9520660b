"""What it costs to freeze everybody a problem lets down, and to look whether a case is frozen, among `--people` of them.

Run as `python bench/frozen.py`. The affected and their cases are put into the tables by one statement each, without the
desk's own verbs, which `bench/outreach.py` measures. Then the alarm of their problem is raised, answered and stood down
`--rounds` times, and cases of it are asked, each in a transaction of its own, whether they are frozen. Figures are milliseconds.
`journal` and those who are woken are in them. The baseline is what copying would cost: the mark set on every case and taken away
again, by two statements in the same database.
"""

# ruff: noqa: E402, PLC0415 -- imports come after the path is right, and the desk's own once its settings are

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and our modules would hide the standard library's.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

import argparse
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from django.db import transaction

from bench import kit

ASKED = 200
_CASES = """
INSERT INTO amends_case (id, reference, customer_id, origin, channel, subject, received_at, opened_at, stage, severity, queue_id,
  restricted, packs, product, cadence, round, customer_spoke_at, ending, source, source_id)
SELECT c.id + n, 'M' || n, c.customer_id, 'disclosure', 'email', 'Jar', now(), now(), 'new', 3, c.queue_id, FALSE, '{}', '', '', 1,
  now(), '', 'bench', n FROM generate_series(1, %s) n, (SELECT * FROM amends_case ORDER BY id LIMIT 1) c
"""
_AFFECTED = """
INSERT INTO amends_affected (problem_id, via, name, email, phone, household, time_zone, key_customer, lines, facts, case_id, found_it,
  added_at, unreachable_because)
SELECT %s, 'list', '', 'm' || c.id || '@example.com', '', '', '', FALSE, 1, '[]', c.id, FALSE, now(), '' FROM amends_case c
WHERE c.source = 'bench'
"""
_COPIED = (
    "UPDATE amends_case SET safety_at = now() WHERE id IN (SELECT case_id FROM amends_affected)",
    "UPDATE amends_case SET safety_at = NULL WHERE id IN (SELECT case_id FROM amends_affected)",
)


def main() -> None:
    """Print the figures, and as the last line one JSON object of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    sizes = parser.parse_args()
    with kit.desk() as desk:
        problem, person = _filled(desk, sizes.people)
        rounds = [_round(problem, person) for _ in range(sizes.rounds)]
        copied = sum(_ms(partial(desk.sql, statement)) for statement in _COPIED)
    kit.tell(
        {
            "raise_ms": kit.middle([one["raise"] for one in rounds], 1),
            "n": sizes.rounds,
            "spread": kit.spread([one["raise"] for one in rounds], 1),
            "stand_down_ms": kit.middle([one["end"] for one in rounds], 1),
            "asked_free_ms": kit.middle([one["free"] for one in rounds], 2),
            "asked_frozen_ms": kit.middle([one["frozen"] for one in rounds], 2),
            "people": sizes.people,
            "baseline": "the mark set on every case and taken away again, ms",
            "baseline_ms": round(copied),
            "ratio_to_baseline": round(kit.middle([one["raise"] + one["end"] for one in rounds], 1) / copied, 6),
        }
    )


def _filled(desk: kit.Desk, people: int) -> tuple[Any, Any]:
    from amends.intake.opening import Complaint, open_case
    from amends.journal.actors import DESK
    from amends.people.person import Person, Role
    from amends.problems.problem import Problem

    now = datetime.now(UTC)
    person = Person.objects.add("leo@desk.example.com", name="Leo", role=Role.LEAD, by=DESK, at=now)
    open_case(Complaint(words="Late.", channel="email", received_at=now, email="a@example.com"), by=None, at=now)
    problem = Problem.objects.open_one("Jars", what_happened="A lid is loose.", knew_at=now, by=person, at=now)
    desk.sql("SET session_replication_role = replica;" + _CASES % int(people))
    desk.sql("SET session_replication_role = replica;" + _AFFECTED % int(problem.pk))
    desk.sql("ANALYZE amends_case, amends_affected")
    return problem, person


def _round(problem: Any, person: Any) -> dict[str, float]:
    from amends.cases.case import Case
    from amends.cases.harm import harm_of
    from amends.safety.alarm import Alarm

    cases = list(Case.objects.filter(source="bench").order_by("reference")[:ASKED])

    def asked() -> None:
        for case in cases:
            with transaction.atomic():
                harm_of(case)

    now, rows, free = datetime.now(UTC), [], _ms(asked) / len(cases)
    raised = _ms(lambda: rows.append(Alarm.objects.sound("smoke", problem=problem, by=person, at=now)))
    frozen = _ms(asked) / len(cases)
    rows[0].answer(by=person, at=now)
    ended = _ms(lambda: rows[0].stand_down(because="steam", by=person, at=now))
    return {"raise": raised, "end": ended, "free": free, "frozen": frozen}


def _ms(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
