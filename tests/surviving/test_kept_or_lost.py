"""Kept or lost, by rules fixed beforehand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from amends.surviving.outcome import (
    Contract,
    Outcome,
    Purchase,
    horizon,
    of_contract,
    of_purchases,
    time_to_loss,
    value,
)  # fmt: skip

ZERO = datetime(2026, 3, 2, 10, tzinfo=UTC)
DAY = timedelta(days=1)


def test_a_contract_is_kept_if_no_notice_was_given_in_time() -> None:
    def found(contract: Contract, seen: int) -> Outcome:
        return of_contract(contract, zero=ZERO, days=90, seen=ZERO + seen * DAY)

    assert found(Contract(), 90) is Outcome.KEPT
    assert found(Contract(), 89) is Outcome.UNKNOWN
    assert found(Contract(ZERO + 91 * DAY), 120) is Outcome.KEPT
    assert found(Contract(ZERO + 90 * DAY), 120) is Outcome.LOST
    assert found(Contract(ZERO + 10 * DAY), 20) is Outcome.LOST
    assert found(Contract(ZERO + 10 * DAY, involuntary=True), 120) is Outcome.ELSEWHERE
    assert found(Contract(ZERO - DAY), 120) is Outcome.UNKNOWN


def test_the_horizon_is_the_customers_own_rhythm_and_a_month_at_least() -> None:
    weekly = [ZERO - i * 7 * DAY for i in range(5)]
    seldom = [ZERO - i * 50 * DAY for i in range(3)]
    assert horizon(weekly) == 30 * DAY
    assert horizon(seldom) == 100 * DAY
    assert horizon(seldom, gaps=3) == 150 * DAY
    assert horizon(seldom[:1], usual=40 * DAY) == 80 * DAY
    assert horizon([]) is None


def test_a_buyer_is_kept_by_buying_and_our_own_voucher_is_counted_apart() -> None:
    def found(*purchases: Purchase, seen: int = 90, vouchers: bool = True) -> Outcome:
        return of_purchases(purchases, zero=ZERO, within=60 * DAY, seen=ZERO + seen * DAY, vouchers=vouchers)

    assert found(Purchase(ZERO + 60 * DAY)) is Outcome.KEPT
    assert found(Purchase(ZERO + 61 * DAY)) is Outcome.LOST
    assert found(Purchase(ZERO)) is Outcome.LOST
    assert found(seen=59) is Outcome.UNKNOWN
    assert found(Purchase(ZERO + DAY, voucher=True)) is Outcome.KEPT
    assert found(Purchase(ZERO + DAY, voucher=True), vouchers=False) is Outcome.LOST
    assert of_purchases([], zero=ZERO, within=None, seen=ZERO + 90 * DAY) is Outcome.UNKNOWN


def test_silence_is_a_loss_once_it_is_longer_than_the_rule() -> None:
    bought = [Purchase(ZERO + 10 * DAY), Purchase(ZERO + 30 * DAY), Purchase(ZERO + 200 * DAY)]
    assert time_to_loss(bought, zero=ZERO, within=40 * DAY, seen=ZERO + 300 * DAY) == (70, True)
    assert time_to_loss(bought, zero=ZERO, within=40 * DAY, seen=ZERO + 60 * DAY) == (60, False)
    assert time_to_loss([], zero=ZERO, within=40 * DAY, seen=ZERO + 100 * DAY) == (40, True)


def test_the_value_is_margin_less_what_the_remedy_cost() -> None:
    bought = [Purchase(ZERO, 100), Purchase(ZERO + DAY, 50), Purchase(ZERO + 100 * DAY, 70)]
    assert value(bought, zero=ZERO, within=90 * DAY, margin=0.4, cost=15) == 5


@given(st.lists(st.integers(1, 400), max_size=12), st.integers(31, 120), st.integers(1, 500))
def test_a_customer_is_lost_or_still_watched_never_both_and_never_after_what_is_known(
    days: list[int], within: int, seen: int
) -> None:
    bought = [Purchase(ZERO + day * DAY) for day in days]
    time, lost = time_to_loss(bought, zero=ZERO, within=within * DAY, seen=ZERO + seen * DAY)
    assert 0 < time <= seen
    assert lost or time == seen
    if lost:
        assert time >= within
