"""A cause has stopped when it comes less often per opportunity, for certain; silence alone proves nothing."""

from __future__ import annotations

import pytest

from amends.spikes.recurring import Recurrence, recurrence


@pytest.mark.parametrize(
    ("before", "of_before", "after", "of_after", "verdict"),
    [
        (30, 1000, 2, 1000, Recurrence.FALLEN),
        (30, 1000, 29, 1000, Recurrence.BACK),
        (3, 1000, 0, 1000, Recurrence.NOT_ENOUGH),
        (3, 100, 0, 1000, Recurrence.FALLEN),
        (30, 1000, 0, 50, Recurrence.NOT_ENOUGH),
        (0, 1000, 0, 1000, Recurrence.NOT_ENOUGH),
        (0, 1000, 6, 1000, Recurrence.BACK),
    ],
)
def test_what_may_be_said_of_a_change(
    before: int, of_before: float, after: int, of_after: float, verdict: Recurrence
) -> None:
    found = recurrence(before, of_before, after, of_after)
    assert found.verdict is verdict
    assert found.ratio is None or found.low <= found.ratio <= found.high


def test_the_interval_is_the_exact_one_of_the_binomial() -> None:
    """10 of 40 came afterwards: Clopper and Pearson give 0.1269 to 0.4120 of all, as odds 0.1453 to 0.7006."""
    found = recurrence(30, 500, 10, 500)
    assert found.ratio == pytest.approx(1 / 3)
    assert (found.low, found.high) == pytest.approx((0.1453, 0.7006), abs=2e-4)


def test_more_opportunities_afterwards_make_the_same_count_a_smaller_rate() -> None:
    assert recurrence(20, 100, 20, 1000).verdict is Recurrence.FALLEN
    with pytest.raises(ValueError, match="above 0"):
        recurrence(1, 0, 1, 10)
