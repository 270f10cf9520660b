"""Public retention data through our own machinery, equal to a textbook computation done beside it."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from math import sqrt

import numpy as np
import pytest

from amends.histories.reading import read_table
from amends.surviving.curve import kaplan_meier, log_rank, stay_longer
from amends.surviving.outcome import Outcome, Purchase, horizon, of_purchases, time_to_loss
from amends.trials.drawing import ratio
from amends.trials.judging import Arm, Verdict, fixed, judge
from tests.cli.console import shared

ARMS = (("No E-Mail", 1 / 3), ("Mens E-Mail", 1 / 3), ("Womens E-Mail", 1 / 3))


def test_churn_of_a_telephone_company_by_contract() -> None:
    table = read_table(shared("retention/telco_churn_a.csv.gz"))
    months = np.array(table["tenure"], dtype=np.float64)
    lost = np.array(table["Churn"]) == "Yes"
    monthly = np.array(table["Contract"]) == "Month-to-month"
    found = kaplan_meier(months[monthly], lost[monthly])
    share = 1.0
    for month in range(25):
        there = (monthly & (months >= month)).sum()
        share *= 1 - (monthly & lost & (months == month)).sum() / there
    still = found.still(24)
    assert still is not None
    assert still[0] == pytest.approx(share)
    assert still[1] < still[0] < still[2]
    longer = stay_longer(months[~monthly], lost[~monthly], months[monthly], lost[monthly], until=60)
    assert longer.low > 10
    assert log_rank(months, lost, monthly)[1] < 1e-50


def test_the_first_customers_of_a_shop_for_records_come_again() -> None:
    table = read_table(shared("retention/cdnow_1997-01_1997-09.csv.gz"))
    bought: dict[str, list[datetime]] = defaultdict(list)
    for customer, day in zip(table["customer_id"], table["date"], strict=True):
        bought[customer].append(datetime.fromisoformat(day))
    seen = datetime(1997, 9, 30)  # noqa: DTZ001 -- days of a shop
    days = [sorted(set(each)) for each in bought.values()]
    again = np.array(
        [(each[1] - each[0]).days if len(each) > 1 else (seen - each[0]).days for each in days], dtype=np.float64
    )
    came = np.array([len(each) > 1 for each in days])
    still = kaplan_meier(again, came).still(90)
    assert still is not None
    # Everybody began by the end of March, so that each was watched for 180 days: there the curve is a plain share.
    assert 1 - still[0] == pytest.approx(np.mean(came & (again <= 90)))
    half = 1.96 * sqrt(still[0] * (1 - still[0]) / len(days))
    assert (still[1], still[2]) == pytest.approx((still[0] - half, still[0] + half), abs=2e-4)


def test_who_of_a_shop_for_gifts_is_kept_by_their_own_rhythm() -> None:
    table = read_table(shared("retention/online_retail_2010-12_2011-05.csv.gz"))
    bought: dict[str, set[datetime]] = defaultdict(set)
    returned: dict[str, datetime] = {}
    for invoice, customer, at in zip(table["InvoiceNo"], table["CustomerID"], table["InvoiceDate"], strict=True):
        if customer and invoice.startswith("C"):
            when = datetime.fromisoformat(at)
            returned[customer] = min(returned.get(customer, when), when)
        elif customer:
            bought[customer].add(datetime.fromisoformat(at))
    seen = datetime(2011, 5, 31, 23, 59)  # noqa: DTZ001
    found: dict[Outcome, int] = defaultdict(int)
    for customer, zero in returned.items():
        purchases = [Purchase(at) for at in bought[customer]]
        within = horizon([each.at for each in purchases if each.at <= zero], usual=timedelta(days=30))
        outcome = of_purchases(purchases, zero=zero, within=within, seen=seen)
        found[outcome] += 1
        assert within is not None
        time, lost = time_to_loss(purchases, zero=zero, within=within, seen=seen)
        brute = [at for at in bought[customer] if zero < at <= zero + within]
        assert (outcome is Outcome.KEPT) == bool(brute)
        assert time > 0
        assert not (outcome is Outcome.LOST and not lost and zero + within < seen)
    assert min(found[Outcome.KEPT], found[Outcome.LOST], found[Outcome.UNKNOWN]) > 20


def test_a_lot_of_thirty_two_thousand_customers_is_judged_as_a_textbook_does() -> None:
    table = read_table(shared("retention/hillstrom_email_a.csv.gz"))
    segment, visit = np.array(table["segment"]), np.array(table["visit"], dtype=np.float64)
    counts = {name: int((segment == name).sum()) for name, _ in ARMS}
    assert ratio(counts, ARMS).fair
    results = {name: Arm.of(visit[segment == name]) for name, _ in ARMS}
    _, found = judge(results, counts, ARMS, margin=0.01, planned=10_000)
    none = visit[segment == "No E-Mail"]
    for name in ("Mens E-Mail", "Womens E-Mail"):
        own = visit[segment == name]
        p, q = own.sum() / len(own), none.sum() / len(none)
        half = 1.959964 * sqrt(p * (1 - p) / (len(own) - 1) + q * (1 - q) / (len(none) - 1))
        assert fixed(results[name], results["No E-Mail"]) == pytest.approx(
            (p - q, p - q - half, p - q + half), abs=1e-7
        )
        assert found[name].difference == pytest.approx(p - q)
        assert found[name].low < p - q - half < p - q + half < found[name].high
        assert found[name].verdict is Verdict.BETTER
    assert results["Mens E-Mail"].mean == pytest.approx(0.1828, abs=0.01)
    assert results["No E-Mail"].mean == pytest.approx(0.1062, abs=0.01)
