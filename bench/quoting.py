"""Dates that hold, measured: replays of public logs, the point estimate beside published errors, speed and memory.

Run as `python -m bench.quoting`. Logs are read from `--events` (by default the folder `data/events` of the shared folder,
AMENDS_SHARED or `../shared`); `--log` adds one of your own, with `--opened` and `--closed`. Part 1 replays the last 60 % of
the cases in time, each quote by what was known at its opening, and three habits beside it in the same run. Part 2 teaches
on the split `train` and is judged on `val`; where a file has rows of the split `test`, on those after teaching on both
others. Published errors are of the part `test`; how hard the judged part is beside earlier ones of its length is measured
too. Part 3 makes 100,000 cases up. The last line is one JSON object.
"""

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and `calendar` here would hide the standard library's.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

# ruff: noqa: E402 -- imports come after the path is right
import argparse
import csv
import json
import os
import resource
from collections.abc import Mapping
from datetime import timedelta
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import numpy as np

from amends.histories.dates import times
from amends.histories.history import History, NotCalibrated, moment
from amends.histories.reading import read, read_table
from amends.quoting.model import Model, fit
from amends.quoting.replaying import baselines, figures, replay
from amends.remaining.estimating import Prefixes, by_length, estimate, prefixes, teach

PROBABILITIES = (0.8, 0.9, 0.95)
HABITS = ("mean", "median", "opened recently and closed")
SHOWN = ("coverage", "median_quote_days", "pinball", "no_quote_rate", "n")
HELPDESK = (
    "org:resource", "customer", "product", "responsible_section", "seriousness", "seriousness_2", "service_level", "service_type",
    "support_section", "workgroup",
)  # fmt: skip
LOGS: dict[str, dict[str, Any]] = {
    "helpdesk": {"file": "helpdesk_train_val.csv.gz", "features": (*HELPDESK, "concept:name"), "published": "Helpdesk"},
    "bpic12": {
        "file": "bpic2012_train_val.csv.gz",
        "features": ("org:resource", "case:AMOUNT_REQ"),
        "published": "BPIC12",
    },
    "bpic13 closed": {
        "file": "bpic2013_closed_train_val.csv.gz",
        "features": ("org:resource", "org:group"),
        "published": "BPIC13C",
    },
    "env permit": {
        "file": "env_permit_train_val.csv.gz",
        "features": ("org:resource", "org:group", "case:channel", "case:department"),
        "published": "Env.Permit",
    },
    "servicenow": {
        "file": "servicenow_incidents_a.csv.gz",
        "opened": "opened_at",
        "closed": "closed_at",
        "features": ("category", "priority", "assignment_group"),
    },
    "bpic14": {"file": "bpic2014_incident_sla_at_open_a.csv.gz", "features": ()},
}


def main() -> None:
    """Print the three parts, and as the last line one JSON object of them."""
    wanted = _wanted()
    logs = dict(LOGS) if not wanted.only else {name: LOGS[name] for name in wanted.only}
    if wanted.log:
        logs = {wanted.log.name: {"file": wanted.log, "opened": wanted.opened, "closed": wanted.closed, "features": ()}}
    found: dict[str, Any] = {"replays": {}, "point_estimates": {}}
    if not wanted.skip_speed:  # first, so that the peak of memory is its own
        found["speed"] = _speed(wanted.cases)
    for name, log in logs.items():
        found["replays"][name] = _replayed(wanted.events, name, log)
    for name, log in logs.items():
        if "published" in log and not wanted.skip_point:
            found["point_estimates"][name] = _estimated(wanted.events, name, log)
    print(json.dumps(found, ensure_ascii=False))


def _wanted() -> argparse.Namespace:
    shared = Path(os.environ.get("AMENDS_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    parser = argparse.ArgumentParser(description="Dates that hold, measured.")
    parser.add_argument("--events", type=Path, default=shared / "data" / "events")
    parser.add_argument("--only", nargs="*", choices=list(LOGS))
    parser.add_argument("--log", type=Path)
    parser.add_argument("--opened", default="")
    parser.add_argument("--closed", default="")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--skip-point", action="store_true")
    parser.add_argument("--skip-speed", action="store_true")
    return parser.parse_args()


def _replayed(events: Path, name: str, log: Mapping[str, Any]) -> dict[str, Any]:
    began = perf_counter()
    try:
        reading = read(
            events / log["file"], opened=log.get("opened", ""), closed=log.get("closed", ""), features=log["features"]
        )
        found = replay(reading.history)
    except NotCalibrated as refusal:
        print(f"\n{name}: refused. {refusal}")
        return {"refused": True, "reason": str(refusal)}
    history, begin = found.history, found.begin
    seconds = perf_counter() - began
    took = history.closed - history.opened
    levels = {f"{clock} {level}": found.chosen.count((clock, level)) for clock, level in sorted(set(found.chosen))}
    print(
        f"\n{name}: {len(history)} cases, mean {np.nanmean(took):.2f} days, {seconds:.1f} s, quotes by level {levels}"
    )
    answer: dict[str, Any] = {"refused": False, "cases": len(history), "levels": levels, "seconds": round(seconds, 1)}
    for probability in PROBABILITIES:
        own = {"quoting": found.quotes[:, found.probabilities.index(probability)]}
        own |= {
            f"level {level}": quotes[:, found.probabilities.index(probability)]
            for (_, level), quotes in found.candidates.items()
        }
        rows = own | baselines(history, begin, probability)
        told = {who: figures(history, begin, quotes, probability) for who, quotes in rows.items()}
        answer[str(probability)] = {who: {key: each[key] for key in SHOWN} for who, each in told.items()}
        for who, each in told.items():
            print(f"  {probability:.0%} {who:27}" + "  ".join(f"{key} {_short(each[key])}" for key in SHOWN))
    gaps = [abs(float(answer[str(p)]["quoting"]["coverage"]) - p) for p in PROBABILITIES]
    answer["worst_gap_points"] = round(100 * max(gaps), 2)
    return answer


def _short(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _estimated(events: Path, name: str, log: Mapping[str, Any]) -> dict[str, Any]:
    table = read_table(events / log["file"])
    at, case = times(table["time:timestamp"]), table["case:concept:name"]
    named = {feature: table[feature] for feature in log["features"] if feature in table and feature != "concept:name"}
    known = prefixes(case, at, table["concept:name"], attributes=named)
    split = _splits(table, known)
    judged = "test" if (split == "test").any() else "val"
    began = perf_counter()
    teaching, asked = known.of(np.flatnonzero(split != judged)), known.of(np.flatnonzero(split == judged))
    off = np.abs(estimate(teach(teaching), asked) - asked.left)
    error, plain = float(off.mean()), float(np.abs(by_length(teaching, asked) - asked.left).mean())
    published = _published(events, log["published"])
    found: dict[str, Any] = {
        "judged_on": judged, "mae_days": round(error, 3), "median_by_length_mae_days": round(plain, 3), "prefixes": len(asked.left),
        "published": published, "beats": [who for who, figure in published.items() if error < figure],
        "seconds": round(perf_counter() - began, 1),
        "mae_by_quarter": [round(float(part.mean()), 2) for part in np.array_split(off, 4)],
        "earlier": _earlier(known, known.case[split == judged]),
    }  # fmt: skip
    print(f"\n{name}, point estimate:")
    print("\n".join(f"  {key:26}{value}" for key, value in found.items()))
    missed = [who for who in published if who not in found["beats"]]
    if missed:
        print(
            f"  Not below the published figure of {', '.join(missed)}, which is of another part of this log than {judged}."
        )
    return found


def _earlier(known: Prefixes, judged: np.ndarray[Any, Any]) -> list[dict[str, float]]:
    """The same method on up to three parts as long as the judged one that come before it, each taught by what precedes it.

    `steady` is the error of the one value that would have been best for that part: how much its cases differ at all. It
    says whether the judged part is harder than others; a method is compared with published errors on one part only.
    """
    first, size = int(judged.min()), len(np.unique(judged))
    found = []
    for begin in range(first - size, size // 2, -size)[:3]:
        past = known.of(np.flatnonzero(known.case < begin))
        part = known.of(np.flatnonzero((known.case >= begin) & (known.case < begin + size)))
        error = float(np.abs(estimate(teach(past), part) - part.left).mean())
        steady = float(np.abs(part.left - np.median(part.left)).mean())
        found.append({"taught_by_cases": begin, "mae_days": round(error, 3), "steady": round(steady, 3)})
    return found


def _splits(table: Mapping[str, list[str]], known: Prefixes) -> np.ndarray[Any, Any]:
    """The split of each beginning; cases are numbered in the order of their starts, as `prefixes` numbers them."""
    start: dict[str, float] = {}
    split = dict(zip(table["case:concept:name"], table["case:split"], strict=True))
    for name, at in zip(table["case:concept:name"], times(table["time:timestamp"]).tolist(), strict=True):
        start[name] = min(start.get(name, at), at)
    order = sorted(start, key=lambda name: start[name])
    return np.array([split[order[i]] for i in known.case])


def _published(events: Path, log: str) -> dict[str, float]:
    with (events / "published_mae_holdout_64_16_20.csv").open(encoding="utf-8") as file:
        row = next(row for row in csv.DictReader(file) if row["event_log"] == log)
    return {name.removesuffix("_mae_days"): float(row[name]) for name in row if name.endswith("_mae_days")}


def _speed(cases: int) -> dict[str, Any]:
    """Fit to made-up cases over three years, a part of them open; then quote a thousand times."""
    random = np.random.default_rng(1)
    opened = np.sort(random.uniform(18_000, 19_100, cases))
    kind = random.integers(0, 8, cases)
    closed = opened + random.lognormal(1 + 0.2 * kind, 0.9)
    words = [f"kind {each}" for each in kind]
    history = History.of(
        opened, closed, until=19_100.0, features={"kind": words, "size": [str(x) for x in random.random(cases)]}
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began, worked = perf_counter(), process_time()
    model = fit(history)
    seconds, worked = perf_counter() - began, process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with TemporaryDirectory() as folder:
        model.save(Path(folder) / "model")
        size = (Path(folder) / "model").stat().st_size
        kept = Model.load(Path(folder) / "model")
    at = moment(history.until)
    kept.quote(at=at, features={"kind": "kind 3", "size": 0.5})
    began = perf_counter()
    for i in range(1000):
        kept.quote(at=at + timedelta(minutes=i), features={"kind": f"kind {i % 8}", "size": 0.5})
    each = perf_counter() - began
    found = {
        "cases": cases, "open": int(np.isnan(history.closed).sum()), "fit_seconds": round(seconds, 2),
        "fit_cpu_seconds": round(worked, 2),
        "quote_ms": round(each, 4),
        "level": model.choice[1],
        "peak_mib": round(peak / 1024), "peak_before_fit_mib": round(before / 1024),
        "model_kib": round(size / 1024),
    }  # fmt: skip
    print(f"\nspeed: {found}")
    return found


if __name__ == "__main__":
    main()
