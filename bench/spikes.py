"""Spikes, measured: known events in public complaint counts, false alarms per series-year, and two baselines in the same run.

Run as `python -m bench.spikes`. Files are read from `--complaints` (by default the folder `data/complaints` of the shared folder,
AMENDS_SHARED or `../shared`); `--file`, `--date`, `--count`, `--group`, `--step` and `--event` add a table of your own. Part 1 says
for each known event in which period each detector first alerted. Part 2 counts the alerts of the same series outside known events.
Part 3 does both on made-up series, in which every event is known. The last line is one JSON object.
"""

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and `calendar` here would hide the standard library's.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

# ruff: noqa: E402 -- imports come after the path is right
import argparse
import csv
import gzip
import json
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter
from typing import Any

import numpy as np

from amends.spikes.series import Series, Step
from amends.spikes.watching import watch

YEAR = {Step.HOUR: 24 * 365.25, Step.DAY: 365.25, Step.WEEK: 52.2, Step.MONTH: 12.0}
WINDOW = {Step.HOUR: 24 * 7, Step.DAY: 28, Step.WEEK: 13, Step.MONTH: 12}
SEVERAL = 3
"""An alert that begins within so many periods after an event's first is of that event."""


@dataclass(frozen=True)
class Watched:
    """A series with the begins of its known events: the first period that shows each."""

    name: str
    series: Series
    events: tuple[datetime, ...] = ()
    part: str = ""


def main() -> None:
    """Print the three parts, and as the last line one JSON object of them."""
    wanted = _wanted()
    began = perf_counter()
    public = list(_public(wanted.complaints)) if wanted.complaints.is_dir() else []
    own = list(_own(wanted)) if wanted.file else []
    made = list(made_up(wanted.made))
    found: dict[str, dict[str, Any]] = {"events": {}, "false_alarms_per_series_year": {}, "made_up": {}}
    for each in [*public, *own]:
        for event in each.events:
            first = {who: _first(each.series, raised, event) for who, raised in _detected(each.series).items()}
            found["events"][f"{each.name} {event:%Y-%m-%d}"] = first
            print(f"{each.name}, first seen {event:%Y-%m-%d %H:%M}: {first}")
    for part, rows in _parts([*public, *own]).items():
        found["false_alarms_per_series_year"][part] = _false(part, rows)
    for part, rows in _parts(made).items():
        found["made_up"][part] = _false(part, rows) | _power(rows)
    hits = [first["amends"] == 0 for first in found["events"].values()]
    every = _false("all public series", public) if public else {}
    spans = sum(len(each.series) for each in [*public, *own, *made])
    figures = {
        **found, "n": len(public) + len(own) + len(made), "spread": "counts of events, exact",
        "in_first_period": f"{sum(hits)} of {len(hits)}",
        "false_alarms": every, "baseline": "3-sigma on a moving window; CUSUM (k 0.5, h 5)",
        "ratio_to_baseline": {who: _ratio(every, who) for who in ("3-sigma", "cusum")} if every else {},
        "periods": spans, "seconds": round(perf_counter() - began, 1),
    }  # fmt: skip
    print(json.dumps(figures, ensure_ascii=False))


def _wanted() -> argparse.Namespace:
    shared = Path(os.environ.get("AMENDS_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    parser = argparse.ArgumentParser(description="Spikes, measured.")
    parser.add_argument("--complaints", type=Path, default=shared / "data" / "complaints")
    parser.add_argument("--file", type=Path, help="a CSV of your own, also .gz")
    parser.add_argument("--date", default="date")
    parser.add_argument("--count", default="", help="the column of counts; without it every row is one")
    parser.add_argument("--group", default="", help="one series for each value of this column")
    parser.add_argument("--step", type=Step, default=Step.DAY)
    parser.add_argument("--event", action="append", default=[], metavar="[GROUP=]DATE", help="its first period")
    parser.add_argument("--made", type=int, default=12, help="made-up series of each kind")
    return parser.parse_args()


def _detected(series: Series) -> dict[str, list[int]]:
    """The periods in which each detector began an alert."""
    if id(series) in _KNOWN:
        return _KNOWN[id(series)]
    at = {begin: index for index, begin in enumerate(series.begins)}
    _KNOWN[id(series)] = {
        "amends": [at[alert.raised] for alert in watch(series)[0]],
        "3-sigma": _begins(_three_sigma(series)),
        "cusum": _begins(_cusum(series)),
    }
    return _KNOWN[id(series)]


_KNOWN: dict[int, dict[str, list[int]]] = {}


def _three_sigma(series: Series) -> list[bool]:
    """Above mean and three standard deviations of the last so many periods."""
    window, counts = WINDOW[series.step], series.counts
    found = [False] * len(counts)
    for i in range(4, len(counts)):
        past = counts[max(0, i - window) : i]
        found[i] = bool(counts[i] > past.mean() + 3 * max(past.std(ddof=1), 1e-9) and counts[i] >= SEVERAL)
    return found


def _cusum(series: Series) -> list[bool]:
    """The textbook's upper CUSUM on counts standardised by a moving window: allowance 0.5, decision at 5, then from 0 again."""
    window, counts, sum_ = WINDOW[series.step], series.counts, 0.0
    found = [False] * len(counts)
    for i in range(4, len(counts)):
        past = counts[max(0, i - window) : i]
        sum_ = max(0.0, sum_ + (counts[i] - past.mean()) / max(past.std(ddof=1), 1.0) - 0.5)
        if sum_ > 5:
            found[i], sum_ = True, 0.0
    return found


def _begins(alarms: list[bool]) -> list[int]:
    return [i for i, alarm in enumerate(alarms) if alarm and not (i and alarms[i - 1])]


def _first(series: Series, raised: list[int], event: datetime) -> int | None:
    """How many periods after the event's first one the alert came; 0 is in it, None is not within a few."""
    shown = series.begins.index(series.step.begin(event))
    return next((i - shown for i in raised if shown <= i <= shown + SEVERAL), None)


def _false(part: str, rows: list[Watched]) -> dict[str, Any]:
    """Alerts outside every known event, to a series-year."""
    years = sum(len(each.series) / YEAR[each.series.step] for each in rows)
    wrong: dict[str, int] = defaultdict(int)
    worst: dict[str, float] = defaultdict(float)
    for each in rows:
        shown = [each.series.begins.index(each.series.step.begin(event)) for event in each.events]
        for who, raised in _detected(each.series).items():
            false = [i for i in raised if not any(s <= i <= s + _lasts(each.series.step) for s in shown)]
            wrong[who] += len(false)
            worst[who] = max(worst[who], len(false) / max(len(each.series) / YEAR[each.series.step], 1.0))
            if who == "amends":
                for i in false if each.part.startswith("public") else []:
                    print(
                        f"  {each.name}: {each.series.begins[i]:%Y-%m-%d %H:%M} {each.series.counts[max(0, i - 5) : i + 3]}"
                    )
    found = {
        who: {
            "alarms": wrong[who],
            "per_series_year": round(wrong[who] / max(years, 1e-9), 3),
            "worst": round(worst[who], 2),
        }
        for who in wrong
    }
    print(f"{part}: {len(rows)} series, {years:.1f} years: {found}")
    return found | {"series": len(rows), "years": round(years, 2)}


def _lasts(step: Step) -> int:
    return {Step.HOUR: 48, Step.DAY: 14, Step.WEEK: 6, Step.MONTH: 5}[step]


def _power(rows: list[Watched]) -> dict[str, Any]:
    """In how many events the alert came in the first period, and within a few."""
    delays = [
        (who, _first(each.series, raised, event))
        for each in rows
        for event in each.events
        for who, raised in _detected(each.series).items()
    ]
    found = {}
    for who in ("amends", "3-sigma", "cusum"):
        own = [delay for name, delay in delays if name == who]
        found[who] = {
            "events": len(own),
            "first": sum(d == 0 for d in own),
            "within_3": sum(d is not None for d in own),
        }
    print(f"  found: {found}")
    return {"found": found}


def _ratio(every: Mapping[str, Any], who: str) -> float | None:
    return round(every[who]["alarms"] / every["amends"]["alarms"], 1) if every["amends"]["alarms"] else None


def _parts(rows: list[Watched]) -> dict[str, list[Watched]]:
    found: dict[str, list[Watched]] = defaultdict(list)
    for each in rows:
        found[each.part].append(each)
    return found


def _table(path: Path) -> Iterator[dict[str, str]]:
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8", "replace")
    yield from csv.DictReader(text.splitlines())


def _grouped(rows: Iterator[tuple[str, datetime, float]]) -> dict[str, dict[datetime, float]]:
    found: dict[str, dict[datetime, float]] = defaultdict(lambda: defaultdict(float))
    for name, at, n in rows:
        found[name][at] += n
    return found


KNOWN = {
    "WFC": (datetime(2016, 9, 1),),  # noqa: DTZ001 -- wall-clock months
    "NAVI": (datetime(2017, 1, 1),),  # noqa: DTZ001
}


def _public(folder: Path) -> Iterator[Watched]:
    for path in sorted(folder.glob("cfpb_monthly_by_company*.csv.gz")):
        rows = [(row["ticker"], datetime.fromisoformat(row["month"] + "-01"), float(row["n"])) for row in _table(path)]
        end = max(at for _, at, _ in rows)
        for name, counted in sorted(_grouped(iter(rows)).items()):
            yield Watched(
                name, Series.of(Step.MONTH, counted, end=end), KNOWN.get(name, ()), "public, company, monthly"
            )
    for path in sorted(folder.glob("cfpb_monthly_by_product*.csv.gz")):
        rows = [(row["product"], datetime.fromisoformat(row["month"] + "-01"), float(row["n"])) for row in _table(path)]
        for name, counted in sorted(_grouped(iter(rows)).items()):
            yield Watched(name, Series.of(Step.MONTH, counted), (), "public, product, monthly")
    yield from _daily(folder)
    yield from _hourly(folder)


def _daily(folder: Path) -> Iterator[Watched]:
    for path in sorted(folder.glob("boa_*.csv.gz")):
        rows = [(row["Product"], datetime.fromisoformat(row["Date received"])) for row in _table(path)]
        for step in (Step.DAY, Step.WEEK):
            yield Watched(
                f"Bank of America, {step}",
                Series.counting(step, [at for _, at in rows]),
                (),
                f"public, one bank, {step}",
            )
        for name, counted in sorted(_grouped((name, at, 1.0) for name, at in rows).items()):
            end = max(at for _, at in rows)
            yield Watched(
                f"Bank of America, {name}",
                Series.of(Step.DAY, counted, end=end),
                (),
                "public, one bank by product, daily",
            )
    for path in sorted(folder.glob("comcast*.csv.gz")):
        at = [datetime.fromisoformat(row["date_iso"]) for row in _table(path)]
        yield Watched("Comcast", Series.counting(Step.DAY, at), (), "public, Comcast, daily")


def _hourly(folder: Path) -> Iterator[Watched]:
    for path in sorted(folder.glob("airline_tweets*.csv.gz")):
        rows = [
            (row["airline"], datetime.strptime(row["created"], "%d-%m-%Y %H.%M"))  # noqa: DTZ007 -- wall clock
            for row in _table(path)
            if row["airline_sentiment"] == "negative"
        ]
        for step in (Step.HOUR, Step.DAY):
            begin, end = (f(step.begin(at) for _, at in rows) for f in (min, max))
            for name, counted in sorted(_grouped((name, step.begin(at), 1.0) for name, at in rows).items()):
                yield Watched(
                    f"{name}, {step}", Series.of(step, counted, begin=begin, end=end), (), f"public, airlines, {step}"
                )


def _own(wanted: argparse.Namespace) -> Iterator[Watched]:
    rows = []
    for row in _table(wanted.file):
        name = row[wanted.group] if wanted.group else wanted.file.name
        n = float(row[wanted.count]) if wanted.count else 1.0
        rows.append((name, datetime.fromisoformat(row[wanted.date]), n))
    events: dict[str, list[datetime]] = defaultdict(list)
    for words in wanted.event:
        name, _, at = words.rpartition("=")
        events[name or wanted.file.name].append(datetime.fromisoformat(at))
    end = max(at for _, at, _ in rows)
    for name, counted in sorted(_grouped(iter(rows)).items()):
        yield Watched(name, Series.of(wanted.step, counted, end=end), tuple(events[name]), "your own")


KINDS: dict[str, dict[str, Any]] = {
    "monthly, large": {"step": Step.MONTH, "n": 120, "mean": 800, "spread": 0.015, "season": 0.1, "growth": 0.006},
    "monthly, small": {"step": Step.MONTH, "n": 120, "mean": 6, "spread": 0.1},
    "monthly, growing 4 %": {"step": Step.MONTH, "n": 72, "mean": 60, "spread": 0.03, "growth": 0.04},
    "weekly": {"step": Step.WEEK, "n": 260, "mean": 40, "spread": 0.04, "season": 0.2},
    "daily, weekdays": {"step": Step.DAY, "n": 900, "mean": 40, "spread": 0.05, "week": 0.7, "holidays": True},
    "daily, overdispersed": {"step": Step.DAY, "n": 730, "mean": 25, "spread": 0.3, "week": 0.3},
    "daily, sparse": {"step": Step.DAY, "n": 730, "mean": 0.4, "spread": 0.3},
    "daily, many zeros": {"step": Step.DAY, "n": 730, "mean": 6, "spread": 0.3, "zeros": 0.6},
    "daily, wandering": {"step": Step.DAY, "n": 730, "mean": 60, "spread": 0.03, "week": 0.5, "walk": 0.03},
    "daily, growing": {"step": Step.DAY, "n": 730, "mean": 20, "spread": 0.05, "week": 0.4, "growth": 0.003},
    "daily, autocorrelated": {"step": Step.DAY, "n": 730, "mean": 40, "spread": 0.02, "week": 0.4, "ar": 0.2},
    "hourly": {"step": Step.HOUR, "n": 24 * 90, "mean": 8, "spread": 0.15, "day": 0.9, "week": 0.4},
    "hourly, sparse": {"step": Step.HOUR, "n": 24 * 90, "mean": 0.5, "spread": 0.3, "day": 0.9},
}


def made_up(each: int, seed: int = 7) -> Iterator[Watched]:
    """Series of each kind, half with one event: a rise for three periods by eight deviations, twofold at least."""
    for kind, rule in KINDS.items():
        random = np.random.default_rng([seed, len(kind), sum(map(ord, kind))])
        for number in range(each):
            yield _made(kind, rule, random, event=number % 2 == 0)


def _made(kind: str, rule: Mapping[str, Any], random: np.random.Generator, *, event: bool) -> Watched:
    step, n = rule["step"], rule["n"]
    begins = [datetime(2021, 1, 1) if step is not Step.WEEK else datetime(2021, 1, 4)]  # noqa: DTZ001
    while len(begins) < n:
        begins.append(step.after(begins[-1]))
    rate = _seasonal(rule, begins) * _wandering(rule, n, random)
    if rule.get("holidays"):
        for i in random.choice(n - 1, n // 36, replace=False):
            rate[i], rate[i + 1] = rate[i] * 0.2, rate[i + 1] * 1.4
    zero = random.random(n) < rule.get("zeros", 0.0)
    events: tuple[datetime, ...] = ()
    if event:
        at = int(n * random.uniform(0.5, 0.9))
        while step is Step.HOUR and not 9 <= begins[at].hour <= 15:
            at += 1
        spread = rule["spread"] + rule.get("ar", 0) ** 2
        rise = max(2 * rate[at], rate[at] + 8 * np.sqrt(max(rate[at], 1) + spread * rate[at] ** 2))
        rate[at : at + 3] *= rise / rate[at]
        zero[at : at + 3] = False
        events = (begins[at],)
    counts = random.poisson(rate * random.gamma(1 / rule["spread"], rule["spread"], n)).astype(float)
    counts[zero] = 0
    counted = dict(zip(begins, counts, strict=True))
    return Watched(kind, Series.of(step, counted, begin=begins[0], end=begins[-1]), events, f"made up, {kind}")


def _seasonal(rule: Mapping[str, Any], begins: list[datetime]) -> np.ndarray[Any, Any]:
    """The rate of each period by growth, year, week and day."""
    rate = rule["mean"] * np.exp(rule.get("growth", 0.0) * np.arange(len(begins)))
    rate *= 1 + rule.get("season", 0.0) * np.sin([2 * np.pi * each.timetuple().tm_yday / 365 for each in begins])
    rate *= np.array([1 - rule.get("week", 0.0) * (each.weekday() >= 5) for each in begins])
    return np.asarray(rate * [1 + rule.get("day", 0.0) * np.sin(2 * np.pi * (each.hour - 8) / 24) for each in begins])


def _wandering(rule: Mapping[str, Any], n: int, random: np.random.Generator) -> np.ndarray[Any, Any]:
    """What the rate does by itself: a bounded random walk, or noise that remembers."""
    noise = np.clip(np.cumsum(random.normal(0, rule["walk"], n)), -1.5, 1.5) if "walk" in rule else np.zeros(n)
    for i in range(1, n if "ar" in rule else 0):
        noise[i] = 0.7 * noise[i - 1] + random.normal(0, rule["ar"] * 0.7)
    return np.exp(noise)


if __name__ == "__main__":
    main()
