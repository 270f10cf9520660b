"""Mails a second, CPU and statements a mail from the customer's server to the receipt, beside parsing and storing alone.

Run as `python -m bench.intake`. The desk runs as it does in earnest: embedded PostgreSQL with fsync, the mail process
(listener and reader) and the worker. The mails of `bench.corpus` come in over SMTP, and a mail server in a process of its
own takes the receipts; a round ends when the last receipt is there. Then everything is counted: a case for each
complaint, each reply and automatic reply on its case, second deliveries recorded once, one receipt for each case. CPU is
that of the mail process, the worker and PostgreSQL, not of the mail servers around them. Statements are counted in one
more round, which is not timed. Every second round is written by half as many customers. The baseline reads each mail with
the standard library and commits one row.
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
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from email.parser import BytesParser
from email.policy import default
from functools import partial

import psycopg

from bench import kit
from bench.corpus import AUTOMATIC, COMPLAINT, REPLY, SECOND, Mail, corpus, count
from bench.mailing import Sink, begin_loops, feed
from bench.scale import load_cases

Figures = dict[str, float]
PATIENCE = 600  # seconds a round may take
QUIET = 4  # seconds without a mail after which a loop has ended


class Site:
    """The desk with its processes and the mail servers around it."""

    def __init__(self, desk: kit.Desk, port: int, sink_port: int, held: ExitStack) -> None:
        self.desk, self.port = desk, port
        self.sink = Sink(desk.folder / "sink.jsonl")
        held.enter_context(kit.Running("sink", partial(self.sink.serve, sink_port, port)))
        kit.until(lambda: kit.answers(sink_port), seconds=20, what="the sink listens")
        self.worker = held.enter_context(kit.Running.module("amends.worker.running"))
        self.mail = held.enter_context(kit.Running.module("amends.mail.running"))
        kit.until(lambda: kit.answers(port), seconds=30, what="the listener listens")

    def watch(self) -> kit.Stopwatch:
        """Begin to measure."""
        return kit.Stopwatch({"mail": self.mail.pid, "worker": self.worker.pid, "pg": self.desk.postmaster})

    def arrived(self, since: int) -> tuple[int, int]:
        """Mails stored after this arrival, and how many of them were not read yet."""
        query = "SELECT count(*), count(*) FILTER (WHERE outcome = '') FROM amends_arrival WHERE id > %s"
        stored, unread = self.desk.sql(query, [since])[0]
        return stored, unread


def main() -> None:
    """Print the figures, and as the last line one JSON object of them."""
    sizes = _sizes()
    if len(sizes.cases) > 1:
        kit.tell(_compared([_apart(cases) for cases in sizes.cases]))
        return
    with ExitStack() as held:
        port, sink_port = kit.free_port(), kit.free_port()
        desk = held.enter_context(kit.desk(port=port, smtp_port=sink_port, folder=sizes.desk))
        if sizes.cases[0] and not desk.sql("SELECT 1 FROM amends_case LIMIT 1"):
            load_cases(desk, sizes.cases[0], at=datetime.now(UTC))
        kit.tell(_measured(Site(desk, port, sink_port, held), sizes))


def _measured(site: Site, sizes: argparse.Namespace) -> dict[str, object]:
    ways = ("smtp", "file") if sizes.through == "both" else (sizes.through,)
    rounds: dict[str, list[Figures]] = {way: [] for way in ways}
    baseline: list[Figures] = []
    wrong: list[str] = []
    seed = 0
    for nr in range(sizes.rounds):
        for way in ways:
            seed += 1
            mails = _mails(sizes, seed, half=nr % 2 == 1)
            rounds[way].append(_round(site, mails, sizes, way, wrong))
        baseline.append(_baseline(site.desk, mails[: sizes.baseline_n]))
    with kit.Statements(site.desk) as statements:
        _round(site, _mails(sizes, seed + 1, half=False), sizes, ways[0], wrong)
        counted = statements.read()
    for statement, times in counted.most_common(sizes.show):
        print(f"{times / sizes.mails:8.3f}  {statement}")
    figures: dict[str, object] = _summary(rounds[ways[0]])
    figures["sql_per_mail"] = round(counted.total() / sizes.mails, 2)
    figures |= {
        "exact": not wrong,
        "wrong": wrong,
        "through": ways[0],
        "n": sizes.mails,
        "rounds": sizes.rounds,
        "cases_before": sizes.cases[0],
        "baseline": "read by the standard library, one committed row a mail",
        "baseline_cpu_ms_per_mail": kit.middle([one["cpu_ms_per_mail"] for one in baseline]),
        "baseline_mails_per_second": kit.middle([one["mails_per_second"] for one in baseline], 1),
        "ratio_to_baseline": _ratio(rounds[ways[0]], baseline, "cpu_ms_per_mail"),
        "load": round(os.getloadavg()[0], 1),
    }
    if len(ways) > 1:
        figures["file"] = _summary(rounds["file"])
    if sizes.loops and "smtp" in ways:
        figures["loop_rounds"] = _loops(site)
    return figures


def _mails(sizes: argparse.Namespace, seed: int, *, half: bool) -> list[Mail]:
    customers = count(sizes.mails)[COMPLAINT] // 2 if half else 0
    return corpus(sizes.mails, to=kit.ADDRESS, seed=seed, shuffle=sizes.shuffle + seed, customers=customers)


def _round(site: Site, mails: list[Mail], sizes: argparse.Namespace, way: str, wrong: list[str]) -> Figures:
    """Feed the mails, wait for the last receipt, and compare everything with what should be."""
    since = int(site.desk.sql("SELECT coalesce(max(id), 0) FROM amends_arrival")[0][0])
    sent = len(site.sink.mails())
    receipts = count(len(mails))[COMPLAINT]
    other = 0.0
    watch = site.watch()
    if way == "smtp":
        feeder = kit.Running("feeder", partial(feed, mails, site.port, sizes.connections))
    else:
        other = _read_files(mails, site.desk.folder)
    kit.until(
        lambda: len(site.sink.mails()) - sent >= receipts and site.arrived(since) == (len(mails), 0),
        seconds=PATIENCE,
        what="every mail was read and every receipt sent",
    )
    seconds, cpu = watch.read()
    if way == "smtp":
        feeder.stop()
    time.sleep(1)  # for what should not come
    wrong += [f"{way}: {what}" for what in _faults(site, mails, since, site.sink.mails()[sent:], receipts)]
    app = cpu["mail"] + cpu["worker"] + other
    return {
        "mails_per_second": len(mails) / seconds,
        "cpu_ms_per_mail": 1000 * (app + cpu["pg"]) / len(mails),
        "app_cpu_ms_per_mail": 1000 * app / len(mails),
        "mail_cpu_ms_per_mail": 1000 * (cpu["mail"] + other) / len(mails),
        "worker_cpu_ms_per_mail": 1000 * cpu["worker"] / len(mails),
        "pg_cpu_ms_per_mail": 1000 * cpu["pg"] / len(mails),
    }


def _read_files(mails: list[Mail], folder: Path) -> float:
    """`amends intake mail` over a folder of files; its CPU seconds."""
    with tempfile.TemporaryDirectory(dir=folder) as path:
        for nr, mail in enumerate(mails):
            Path(path, f"{nr:06}.eml").write_bytes(mail.raw)
        before = os.times()
        command = [sys.executable, "-m", "amends", "intake", "mail", path, "--receipts", "--json"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=Path(__file__).parents[1])
        after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def _faults(site: Site, mails: list[Mail], since: int, sent: list[dict[str, str]], receipts: int) -> list[str]:
    """What differs from the one right result, in words; nothing if all is exact."""
    wanted = count(len(mails))
    rows = site.desk.sql(
        "SELECT a.message_id, a.outcome, a.case_id, (SELECT count(*) FROM amends_message m WHERE m.arrival_id = a.id), "
        "(SELECT count(*) FROM amends_message m WHERE m.message_id = a.message_id AND m.message_id <> '') "
        "FROM amends_arrival a WHERE a.id > %s",
        [since],
    )
    first = {key: (outcome, case, own) for key, outcome, case, own, _ in rows if outcome != "duplicate"}
    twice = [key for key, outcome, *_ in rows if outcome == "duplicate"]
    seconds = [mail.message_id for mail in mails if mail.kind == SECOND]
    cases = {mail.root: first.get(mail.message_id, ("", None, 0))[1] for mail in mails if mail.kind == COMPLAINT}
    right = {
        kind: sum(
            first.get(mail.message_id) == ({AUTOMATIC: "auto_reply"}.get(kind, "continued"), cases[mail.root], 1)
            for mail in mails
            if mail.kind == kind
        )
        for kind in (REPLY, AUTOMATIC)
    }
    opening = sum(outcome == "opened" for outcome, _, _ in first.values())
    early = sum(first.get(m.message_id, ("", 0, 0))[:2] == ("opened", cases[m.root]) for m in mails if m.kind == REPLY)
    roots = {mail.message_id: mail.root for mail in mails}
    sent = [line for line in sent if line["in_reply_to"]]  # what goes to people of the house answers no mail
    answered = [roots.get(line["in_reply_to"], "") for line in sent]
    automatic = {mail.message_id for mail in mails if mail.kind == AUTOMATIC}
    seen = {
        "cases": (len(set(cases.values()) - {None}), wanted[COMPLAINT]),
        "opened": (opening, wanted[COMPLAINT]),
        "replies on their case": (right[REPLY] + early, wanted[REPLY]),
        "automatic replies on their case": (right[AUTOMATIC], wanted[AUTOMATIC]),
        "second deliveries set aside": (len(set(twice) & set(seconds)), wanted[SECOND]),
        "mails on record once": (sum(own == every == 1 for *_, own, every in rows), len(mails) - wanted[SECOND]),
        "mails that were read": (len(first) + len(twice), len(mails)),
        "receipts": (len(sent), receipts),
        "cases with a receipt": (len(set(answered) - {""}), receipts),
        "automatic replies answered": (sum(line["in_reply_to"] in automatic for line in sent), 0),
    }
    return [f"{name}: {found} instead of {right}" for name, (found, right) in seen.items() if found != right]


def _loops(site: Site) -> dict[str, int]:
    """How many mails each naive responder got until the desk stopped answering it."""
    before = len(site.sink.mails())
    addresses = begin_loops(site.port)
    last, since = -1, time.monotonic()
    while time.monotonic() - since < QUIET:
        if (now := len(site.sink.mails())) != last:
            last, since = now, time.monotonic()
        time.sleep(0.1)
    sent = [line["to"] for line in site.sink.mails()[before:]]
    return {address.partition("@")[0]: sent.count(address) for address in addresses}


def _baseline(desk: kit.Desk, mails: list[Mail]) -> Figures:
    with psycopg.connect(desk.server.url) as connection:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS bench_plain (id text, sender text, subject text, words text, raw bytea)"
        )
        connection.commit()
        watch, own = kit.Stopwatch({"pg": desk.postmaster}), time.process_time()
        for mail in mails:
            letter = BytesParser(policy=default).parsebytes(mail.raw)
            body = letter.get_body(("plain",))
            values = [
                letter["Message-ID"],
                letter["From"],
                letter["Subject"],
                body.get_content() if body else "",
                mail.raw,
            ]
            connection.execute("INSERT INTO bench_plain VALUES (%s, %s, %s, %s, %s)", values)
            connection.commit()
        seconds, cpu = watch.read()
        own = time.process_time() - own
        connection.execute("TRUNCATE bench_plain")
    return {"mails_per_second": len(mails) / seconds, "cpu_ms_per_mail": 1000 * (own + cpu["pg"]) / len(mails)}


def _summary(rounds: list[Figures]) -> dict[str, object]:
    figures: dict[str, object] = {name: kit.middle([one[name] for one in rounds]) for name in rounds[0]}
    return figures | {"spread": {name: kit.spread([one[name] for one in rounds]) for name in rounds[0]}}


def _ratio(ours: list[Figures], theirs: list[Figures], name: str) -> float:
    return kit.middle([one[name] / other[name] for one, other in zip(ours, theirs, strict=True)])


def _apart(cases: int) -> dict[str, object]:
    """The same at one size, in a process of its own: a process has one desk."""
    at = sys.argv.index("--cases")
    rest = sys.argv[1:at] + sys.argv[at + 1 + len(_sizes().cases) :]
    done = subprocess.run(
        [sys.executable, __file__, *rest, "--cases", str(cases)], check=True, stdout=subprocess.PIPE, text=True
    )
    print(f"with {cases:,} cases\n{done.stdout}", flush=True)
    figures: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _compared(sizes: list[dict[str, object]]) -> dict[str, object]:
    """The figures of the first size, with what became of them at the others."""
    names = (
        "mails_per_second",
        "cpu_ms_per_mail",
        "app_cpu_ms_per_mail",
        "pg_cpu_ms_per_mail",
        "sql_per_mail",
        "exact",
    )
    by_cases = {str(one["cases_before"]): {name: one[name] for name in names} for one in sizes}
    costs = [float(str(one["cpu_ms_per_mail"])) for one in sizes]
    return sizes[0] | {
        "exact": all(one["exact"] for one in sizes),
        "by_cases": by_cases,
        "growth": round(costs[-1] / costs[0], 2),
    }


def _sizes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.intake", description=__doc__)
    parser.add_argument("--mails", type=int, default=2000, help="mails in a round")
    parser.add_argument("--through", choices=["smtp", "file", "both"], default="smtp")
    parser.add_argument(
        "--cases", type=int, nargs="+", default=[0], help="open cases that the desk has before; several to compare"
    )
    parser.add_argument(
        "--desk", default="", help="a folder for the desk, kept; one that holds cases is used as it is, once"
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=4, help="SMTP connections at once")
    parser.add_argument("--shuffle", type=int, default=1, help="seed of the order of arrival")
    parser.add_argument("--baseline-n", type=int, default=300, help="mails that the baseline reads in a round")
    parser.add_argument("--show", type=int, default=30, help="how many of the statements to show")
    parser.add_argument("--no-loops", dest="loops", action="store_false", help="leave the naive responders out")
    return parser.parse_args()


if __name__ == "__main__":
    main()
