"""Twice the orders bring twice the complaints, and that is no news: where it is known how many ordered, a theme is judged by that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.causes.tracing import Tracing
from amends.journal.actors import DESK
from amends.lessons.alert import ThemeAlert
from amends.lessons.looking import look
from amends.outcomes.activity import Activity, Feed
from tests.cast import DAY, HOUR, MORNING, make_case

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast

pytestmark = pytest.mark.django_db
CAUSE = "address or label wrong"
#: Orders begin long before the first complaint, or with it.
LONG = -20


def complaints(cast: Cast, *days: int) -> None:
    """One complaint of one cause on each of these days."""
    for n, day in enumerate(days):
        case = make_case(email=f"c{n}@example.com", at=MORNING + day * DAY + n % 7 * HOUR)
        Tracing.objects.trace(case, CAUSE, by=cast.leo, at=MORNING + day * DAY + n % 7 * HOUR)


def orders(
    *, until: float, each: int = 4, more: int = 4, rise: int = 400, begin: int = LONG, live: bool = False
) -> None:
    """So many orders a day, and `more` from the day `rise` on; the shop tells all of them until that day."""
    buyer = make_case(email="buyer@example.com", at=MORNING).customer
    Activity.objects.bulk_create(
        Activity(
            customer=buyer, kind="order", at=MORNING + day * DAY + n * HOUR / 8, source="shop", source_id=f"{day}-{n}",
            noted_at=MORNING,
        )
        for day in range(begin, int(until))
        for n in range(more if day >= rise else each)
    )  # fmt: skip
    end = MORNING + until * DAY
    Feed.objects.create(source="shop", tells_staying=True, live=live, known_until=end, heard_at=end)


def risen(cast: Cast) -> None:
    """One a day for six weeks, and four a day for ten days."""
    complaints(cast, *range(41), *(41 + n // 4 for n in range(40)))


def looked(day: float) -> list[ThemeAlert]:
    look(by=DESK, at=MORNING + day * DAY + 8 * HOUR)
    return list(ThemeAlert.objects.filter(about="cause", over_at=None))


def test_four_times_the_complaints_of_four_times_the_orders_are_no_news(cast: Cast) -> None:
    orders(until=51, more=16, rise=27)
    risen(cast)
    assert looked(50) == []


def test_where_nobody_tells_how_many_ordered_it_is(cast: Cast) -> None:
    risen(cast)
    (alert,) = looked(50)
    assert (alert.by_orders, alert.expected_from) == (False, "season, weekday and trend")


def test_more_complaints_of_as_many_orders_are_news_and_it_says_that_the_orders_were_borne_in_mind(
    cast: Cast, client: Client
) -> None:
    orders(until=51)
    risen(cast)
    (alert,) = looked(50)
    assert alert.by_orders
    client.force_login(cast.leo)
    shown = client.get(f"/lessons/alerts/{alert.pk}").content.decode()
    assert "were expected from season, weekday, trend and how many ordered" in shown


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"until": 42.0, "more": 16, "rise": 27}, "the shop has told nothing for longer than a week"),
        ({"until": 51.0, "each": 1, "more": 3, "rise": 27}, "so few orders say nothing"),
        ({"until": 51.0, "more": 16, "rise": 27, "begin": 15}, "they were told for a few weeks alone"),
    ],
)
def test_orders_that_are_few_or_told_too_long_ago_or_too_short_a_time_are_left_aside(
    told: dict[str, float], why: str, cast: Cast
) -> None:
    orders(**told)  # type: ignore[arg-type]
    risen(cast)
    (alert,) = looked(50)
    assert not alert.by_orders, why


def test_a_few_days_that_were_not_told_yet_have_what_was_ordered_before(cast: Cast) -> None:
    orders(until=47.5, more=16, rise=27)
    risen(cast)
    assert looked(50) == []
