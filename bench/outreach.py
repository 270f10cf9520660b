"""Telling everybody we let down: a list becomes people and cases, and letters go out, in this many a second.

Run as `python bench/outreach.py`. A CSV of `--people` people (one line in fifty is a second order of somebody on the list) is
added with the verb of `amends problem affect` in a process of its own, whose memory is watched; two workers open the cases.
`affected_per_second` counts people from the first byte of the file until the list is on record: deduplicated, with the jobs
queued that open the cases. `with_cases_per_second` counts until the last of them has a case. The same list at a tenth of the
size shows whether memory is flat. Then `--letters` people are written to through two workers and a local server that takes
all mail. The baseline is COPY of the same file into a table without any index, in the same database.
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
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial

from bench import kit
from bench.mailing import Sink

MB = 1_000_000
_LOOK = 1.0  # seconds between looks: each reads much of the list, and is work that the desk itself never does
_IMPORT = """
import json, os, resource, sys, time
import django; django.setup()
from datetime import UTC, datetime
from amends.affected.listing import add_list
from amends.people.person import Person
from amends.problems.problem import Problem
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began, clock, busy = time.perf_counter(), time.time(), time.process_time()
with open(sys.argv[2], "rb") as file:
    row = add_list(Problem.objects.get(pk=int(sys.argv[1])), file, name="orders", by=Person.objects.first(), at=datetime.now(UTC))
took = time.perf_counter() - began
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
said = {"seconds": took, "began": clock, "cpu": time.process_time() - busy, "people": row.people, "peak": after * 1024}
print(json.dumps(said))
"""
_WORDS = "Dear {name},\n\nwe are sorry: {what_happened}\n\nThis concerns your order {order}. {course}\n"


def main() -> None:
    """Print the figures, and as the last line one JSON object of them."""
    sizes = _sizes()
    smtp = kit.free_port()
    with ExitStack() as held:
        desk = held.enter_context(kit.desk(smtp_port=smtp))
        sink = Sink(desk.folder / "taken")
        held.enter_context(kit.Running("sink", partial(sink.serve, smtp, 0)))
        small = _opened(desk, max(sizes.people // 10, 1), "small")
        rounds = [_opened(desk, sizes.people, f"r{n}") for n in range(sizes.rounds)]
        letters = [_letters(desk, sink, sizes.letters, f"l{n}") for n in range(sizes.rounds)]
        copied = _copied(desk, sizes.people)
    rates = [one["import_rate"] for one in rounds]
    kit.tell(
        {
            "affected_per_second": kit.middle(rates, 0),
            "n": sizes.rounds,
            "spread": kit.spread(rates, 0),
            "with_cases_per_second": kit.middle([one["rate"] for one in rounds], 0),
            "cases_per_second": kit.middle([one["case_rate"] for one in rounds], 0),
            "cpu_ms_a_person": kit.middle([one["cpu"] for one in rounds], 3),
            "people": sizes.people,
            "affected_per_second_at_a_tenth": round(small["import_rate"]),
            "peak_mb": kit.middle([one["peak"] for one in rounds], 1),
            "peak_mb_at_a_tenth": round(small["peak"], 1),
            "worker_peak_mb": kit.middle([one["worker_peak"] for one in rounds], 1),
            "messages_per_second": kit.middle(letters, 1),
            "messages_spread": kit.spread(letters, 1),
            "letters": sizes.letters,
            "workers": 2,
            "baseline": "COPY of the same file into a table without an index",
            "baseline_per_second": round(copied),
            "ratio_to_baseline": round(kit.middle(rates) / copied, 3),
        }
    )


def _table(desk: kit.Desk, people: int, tag: str) -> Path:
    """A list of so many people, each with an e-mail address and a number of their own, and one line in fifty doubled."""
    path = desk.folder / f"{tag}.csv"
    start = int.from_bytes(tag.encode()[:2].ljust(2), "big") % 80 * 100_000_000
    with path.open("w") as file:
        file.write("Name,E-mail,Phone,Order,Product\n")
        for n in range(people):
            line = f"Customer {n},{tag}{n}@example.org,+{49_000_000_000_0 + start + n},{n},A jar of the batch 2026-11\n"
            file.write(line)
            if n % 50 == 49:
                file.write(line.replace(f",{n},A", f",{n + people},A"))
    return path


def _problem(tag: str) -> int:
    from django.db import connections  # noqa: PLC0415 - Django is set up by now, and not before

    from amends.journal.actors import DESK  # noqa: PLC0415
    from amends.people.person import Person  # noqa: PLC0415
    from amends.people.queue import Queue  # noqa: PLC0415
    from amends.problems.problem import Problem  # noqa: PLC0415

    now = datetime.now(UTC)
    ada, leo = (
        Person.objects.filter(email=f"{name}@desk.example.com").first()
        or Person.objects.add(f"{name}@desk.example.com", name=name.title(), role="lead", by=DESK, at=now)
        for name in ("ada", "leo")
    )
    Queue.objects.front_desk().man(ada, by=leo, at=now)
    problem = Problem.objects.open_one(
        f"Jars {tag}", what_happened="A batch of our jars does not close.", course="We replace each of them.", knew_at=now,
        owner=ada, by=ada, at=now,
    )  # fmt: skip
    problem.decisions.make(tell=True, because="They should know", by=ada, at=now)
    connections.close_all()
    return problem.pk


def _opened(desk: kit.Desk, people: int, tag: str) -> dict[str, float]:
    """The list is added by one process while two workers open the cases."""
    path, problem = _table(desk, people, tag), _problem(tag)
    with kit.Running.module("amends.worker.running") as one, kit.Running.module("amends.worker.running") as two:
        time.sleep(2)  # until both look for work
        watch = kit.Stopwatch({"one": one.pid, "two": two.pid, "pg": desk.postmaster})
        command = [sys.executable, "-W", "ignore", "-c", _IMPORT, str(problem), str(path)]
        done = subprocess.run(
            command, cwd=kit.REPOSITORY, stdout=subprocess.PIPE, text=True, check=True,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": kit.SETTINGS},
        )  # fmt: skip
        said = json.loads(done.stdout.splitlines()[-1])
        imported, peak = said["seconds"], 0
        limit = time.perf_counter() + 3600
        while _without_case(desk, problem):
            peak = max(peak, kit.memory(one.pid), kit.memory(two.pid))
            if time.perf_counter() > limit:
                raise SystemExit("the cases were not opened within an hour")
            time.sleep(_LOOK)
        spent = sum(watch.read()[1].values()) + said["cpu"]
        took = max(time.time() - said["began"], imported)
    assert said["people"] == people, said
    return {
        "rate": people / took, "import_rate": people / imported, "case_rate": people / max(took - imported, 0.001),
        "cpu": spent / people * 1000,
        "peak": said["peak"] / MB, "worker_peak": peak / MB,
    }  # fmt: skip


def _without_case(desk: kit.Desk, problem: int) -> bool:
    query = "SELECT 1 FROM amends_affected WHERE problem_id = %s AND case_id IS NULL AND unreachable_at IS NULL LIMIT 1"
    return bool(desk.sql(query, [problem]))


def _letters(desk: kit.Desk, sink: Sink, people: int, tag: str) -> float:
    """One wave to so many, written and sent by two workers; mails a second from the press of the button to the last."""
    from django.db import connections  # noqa: PLC0415

    _opened(desk, people, tag)
    from amends.people.person import Person  # noqa: PLC0415
    from amends.problems.problem import Problem  # noqa: PLC0415

    now, before = datetime.now(UTC), len(sink.mails())
    ada, leo = (Person.objects.get(email=f"{name}@desk.example.com") for name in ("ada", "leo"))
    problem = Problem.objects.get(title=f"Jars {tag}")
    notice = problem.notices.write("Your order {order}", _WORDS, sure="a bench tells of speed", by=leo, at=now)
    notice.approve(by=ada, at=now)
    connections.close_all()
    with kit.Running.module("amends.worker.running"), kit.Running.module("amends.worker.running"):
        time.sleep(2)
        began = time.perf_counter()
        notice.waves.send(by=leo, at=datetime.now(UTC))
        connections.close_all()
        kit.until(lambda: len(sink.mails()) - before >= people, seconds=3600, what=f"{people} mails", every=0.1)
        took = time.perf_counter() - began
    got = [mail["to"] for mail in sink.mails()[before:]]
    if len(set(got)) != people or len(got) != people:
        raise SystemExit(f"{len(got)} mails went to {len(set(got))} of {people} people")
    return people / took


def _copied(desk: kit.Desk, people: int) -> float:
    """Lines a second of COPY alone."""
    import psycopg  # noqa: PLC0415

    path = _table(desk, people, "base")
    with psycopg.connect(desk.server.url) as connection:
        connection.execute("CREATE TABLE plain (name text, email text, phone text, nr text, product text)")
        began = time.perf_counter()
        with path.open("rb") as file, connection.cursor().copy("COPY plain FROM STDIN (FORMAT csv, HEADER)") as copy:
            while data := file.read(1 << 16):
                copy.write(data)
        connection.commit()
        took = time.perf_counter() - began
        connection.execute("DROP TABLE plain")
        connection.commit()
    return people / took


def _sizes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--letters", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
