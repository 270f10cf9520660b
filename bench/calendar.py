"""Business-time additions per second, beside the `businesstimedelta` package where it is installed.

Run as `python -m bench.calendar`. One calendar: weekdays 9 to 5 in London less the public holidays of England. Each
round adds up to `--longest` business hours to starts spread over two years, first by one, then by the other, so that
both meet the same load. The baseline's answers are compared with ours on the same questions. It is no dependency of the
desk: install it, with `holidays`, into an environment of its own to see the ratio; without it this prints our figure
alone.
"""

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and this module would hide the standard library's.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

# ruff: noqa: E402 -- imports come after the path is right
import argparse
import json
import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time, timedelta
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from statistics import median
from time import perf_counter
from typing import Any

from amends.calendars.calendar import Calendar

Add = Callable[[datetime, timedelta], datetime]
Question = tuple[datetime, timedelta]

_ZONE, _COUNTRY, _REGION = "Europe/London", "GB", "ENG"
_PEER = "businesstimedelta"


def main() -> None:
    """Print the figures, and as the last line one JSON object of them."""
    sizes = _sizes()
    questions = _questions(sizes.n, sizes.longest, sizes.seed)
    asked = questions[: sizes.baseline_n]
    began = perf_counter()
    ours: Add = Calendar.of_office_hours(_ZONE, _COUNTRY, _REGION).add
    ours(*questions[0])
    first = perf_counter() - began
    peer = _peer()
    rates: list[float] = []
    peer_rates: list[float] = []
    for _ in range(sizes.rounds):
        rates.append(_rate(ours, questions))
        if peer:
            peer_rates.append(_rate(peer, asked))
    figures: dict[str, object] = {
        "additions_per_second": round(median(rates)),
        "microseconds_per_addition": round(1e6 / median(rates), 2),
        "first_addition_ms": round(first * 1e3, 1),
        "n": len(questions),
        "rounds": sizes.rounds,
        "spread": [round(min(rates)), round(max(rates))],
        "baseline": _name_of_peer(),
        "ratio_to_baseline": None,
    }
    if peer:
        figures |= _compared(ours, peer, asked, rates, peer_rates)
    else:
        print(f"{_PEER} is not installed here: no ratio, our figure alone")
    for name, figure in figures.items():
        print(f"{name:32} {figure}")
    print(json.dumps(figures))


def _compared(
    ours: Add, peer: Add, asked: Sequence[Question], rates: Sequence[float], peer_rates: Sequence[float]
) -> dict[str, object]:
    ratios = [one / other for one, other in zip(rates, peer_rates, strict=True)]
    return {
        "baseline_additions_per_second": round(median(peer_rates)),
        "baseline_n": len(asked),
        "baseline_spread": [round(min(peer_rates)), round(max(peer_rates))],
        "ratio_to_baseline": round(median(ratios), 1),
        "ratio_spread": [round(min(ratios), 1), round(max(ratios), 1)],
        "same_answers": sum(ours(*question) == peer(*question) for question in asked),
    }


def _rate(add: Add, questions: Sequence[Question]) -> float:
    began = perf_counter()
    for start, amount in questions:
        add(start, amount)
    return len(questions) / (perf_counter() - began)


def _questions(n: int, longest: int, seed: int) -> list[Question]:
    chance = random.Random(seed)  # the same questions every time
    first, minutes = datetime(2025, 1, 1, tzinfo=UTC), 2 * 365 * 24 * 60
    return [
        (first + timedelta(minutes=chance.randrange(minutes)), timedelta(minutes=chance.randint(1, longest * 60)))
        for _ in range(n)
    ]


def _peer() -> Add | None:
    try:
        peer: Any = import_module(_PEER)
        pytz: Any = import_module("pytz")
    except ModuleNotFoundError:
        return None
    zone = pytz.timezone(_ZONE)
    off = import_module("holidays").country_holidays(_COUNTRY, subdiv=_REGION)
    week = peer.WorkDayRule(start_time=time(9), end_time=time(17), working_days=[0, 1, 2, 3, 4], tz=zone)
    rules = peer.Rules([week, peer.HolidayRule(off, tz=zone)])

    def add(start: datetime, amount: timedelta) -> datetime:
        due: datetime = start + peer.BusinessTimeDelta(rules, timedelta=amount)
        return due

    return add


def _name_of_peer() -> str | None:
    try:
        return f"{_PEER} {version(_PEER)}"
    except PackageNotFoundError:
        return None


def _sizes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.calendar", description=__doc__)
    parser.add_argument("--n", type=int, default=100_000, help="additions of ours in a round")
    parser.add_argument("--baseline-n", type=int, default=1_000, help="additions of the baseline in a round")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--longest", type=int, default=16, help="business hours of the longest addition")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
