"""Our own machinery on public retention data: churn of a telephone company, repeat purchases of two shops, and a mailing drawn by lot.

Run as `python -m bench.retention`. The files are read from `--retention` (by default the folder `data/retention` of the shared
folder, AMENDS_SHARED or `../shared`). Beside the mailing's differences stands the textbook's interval, computed here by hand.
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
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from math import sqrt
from typing import Any

import numpy as np

from amends.histories.reading import read_table
from amends.surviving.curve import kaplan_meier, log_rank, stay_longer
from amends.surviving.outcome import Purchase, horizon, of_purchases
from amends.trials.drawing import ratio
from amends.trials.judging import Arm, fixed, judge
from bench.kit import tell

ARMS = (("No E-Mail", 1 / 3), ("Mens E-Mail", 1 / 3), ("Womens E-Mail", 1 / 3))
_Z = 1.959964


def main() -> None:
    """Each of the four, and the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    shared = Path(os.environ.get("AMENDS_SHARED") or Path(__file__).parents[2] / "shared")
    parser.add_argument("--retention", type=Path, default=shared / "data" / "retention")
    folder = parser.parse_args().retention
    if not folder.is_dir():
        raise SystemExit(f"There is no folder {folder}: name one with --retention.")
    began = time.perf_counter()
    figures = {**_telco(folder), **_cdnow(folder), **_retail(folder), **_hillstrom(folder)}
    tell({**figures, "seconds": round(time.perf_counter() - began, 1)})


def _telco(folder: Path) -> dict[str, Any]:
    table = read_table(folder / "telco_churn_a.csv.gz")
    months, lost = np.array(table["tenure"], dtype=np.float64), np.array(table["Churn"]) == "Yes"
    monthly = np.array(table["Contract"]) == "Month-to-month"
    found: dict[str, Any] = {}
    for name, chosen in (("month to month", monthly), ("one or two years", ~monthly)):
        curve = kaplan_meier(months[chosen], lost[chosen])
        found[f"telco, {name}: still after 24 months"] = [
            _share(still) if (still := curve.still(24)) else None,
            curve.n,
        ]
    longer = stay_longer(months[~monthly], lost[~monthly], months[monthly], lost[monthly], until=60)
    found["telco, months longer within 60 with a contract"] = [
        round(x, 2) for x in (longer.value, longer.low, longer.high)
    ]
    found["telco, log-rank chi-square"] = round(log_rank(months, lost, monthly)[0], 1)
    return found


def _cdnow(folder: Path) -> dict[str, Any]:
    table = read_table(folder / "cdnow_1997-01_1997-09.csv.gz")
    bought: dict[str, set[datetime]] = defaultdict(set)
    for customer, day in zip(table["customer_id"], table["date"], strict=True):
        bought[customer].add(datetime.fromisoformat(day))
    seen = datetime(1997, 9, 30)  # noqa: DTZ001 -- days of a shop
    days = [sorted(each) for each in bought.values()]
    again = np.array([((each[1] if len(each) > 1 else seen) - each[0]).days for each in days], dtype=np.float64)
    came = np.array([len(each) > 1 for each in days])
    curve = kaplan_meier(again, came)
    back = {day: still for day in (30, 90, 180) if (still := curve.still(day))}
    return {
        f"cdnow, bought again within {day} days": [_share((1 - s, 1 - high, 1 - low)), curve.n]
        for day, (s, low, high) in back.items()
    }


def _retail(folder: Path) -> dict[str, Any]:
    table = read_table(folder / "online_retail_2010-12_2011-05.csv.gz")
    bought: dict[str, set[datetime]] = defaultdict(set)
    returned: dict[str, datetime] = {}
    for invoice, customer, at in zip(table["InvoiceNo"], table["CustomerID"], table["InvoiceDate"], strict=True):
        if customer and invoice.startswith("C"):
            when = datetime.fromisoformat(at)
            returned[customer] = min(returned.get(customer, when), when)
        elif customer:
            bought[customer].add(datetime.fromisoformat(at))
    seen = datetime(2011, 5, 31, 23, 59)  # noqa: DTZ001
    counts: Counter[str] = Counter()
    for customer, zero in returned.items():
        purchases = [Purchase(at) for at in sorted(bought[customer])]
        within = horizon([each.at for each in purchases if each.at <= zero], usual=timedelta(days=30))
        counts[of_purchases(purchases, zero=zero, within=within, seen=seen)] += 1
    known = counts["kept"] + counts["lost"]
    return {
        "online retail, kept after a first return, by their own rhythm": [round(counts["kept"] / known, 3), known],
        "online retail, unknown yet": counts["unknown"],
    }  # fmt: skip


def _hillstrom(folder: Path) -> dict[str, Any]:
    table = read_table(folder / "hillstrom_email_a.csv.gz")
    segment, visit = np.array(table["segment"]), np.array(table["visit"], dtype=np.float64)
    counts = {name: int((segment == name).sum()) for name, _ in ARMS}
    results = {name: Arm.of(visit[segment == name]) for name, _ in ARMS}
    fair, compared = judge(results, counts, ARMS, margin=0.01, planned=10_000)
    found: dict[str, Any] = {f"hillstrom, visits, {name}": round(results[name].mean, 4) for name, _ in ARMS}
    found["hillstrom, fairness of the lot, p"] = round(ratio(counts, ARMS).p, 3)
    widths, textbook = [], []
    for name in ("Mens E-Mail", "Womens E-Mail"):
        each, (p, n), (q, m) = compared[name], _binomial(visit, segment, name), _binomial(visit, segment, "No E-Mail")
        half = _Z * sqrt(p * (1 - p) / (n - 1) + q * (1 - q) / (m - 1))
        ours = fixed(results[name], results["No E-Mail"])
        found[f"hillstrom, {name}, ours at one look"] = [round(x, 5) for x in ours]
        found[f"hillstrom, {name}, textbook"] = [round(x, 5) for x in (p - q, p - q - half, p - q + half)]
        found[f"hillstrom, {name}, always valid"] = [round(each.low, 5), round(each.high, 5), str(each.verdict)]
        widths.append(each.high - each.low)
        textbook.append(2 * half)
    base = sum(textbook) / len(textbook)
    return {
        **found, "n": int(fair.n), "spread": [round(width, 5) for width in widths], "baseline": round(base, 5),
        "ratio_to_baseline": round(sum(widths) / len(widths) / base, 2),
    }  # fmt: skip


def _binomial(visit: Any, segment: Any, name: str) -> tuple[float, int]:
    own = visit[segment == name]
    return float(own.sum() / len(own)), len(own)


def _share(bounds: tuple[float, float, float]) -> list[float]:
    return [round(x, 3) for x in bounds]


if __name__ == "__main__":
    main()
