"""After a crisis: whether those it touched bought again, beside customers who had bought as often and as lately, and no other way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.aftermath.aftermath import aftermath
from amends.customers.customer import Customer
from amends.outcomes.activity import Activity, Feed
from amends.people.may import NotAllowed
from tests.cast import DAY, MORNING
from tests.problems.scenes import affect, make_problem, people

if TYPE_CHECKING:
    from django.test import Client

    from amends.problems.problem import Problem
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
LATER = MORNING + 120 * DAY


def bought(customers: list[Customer], *days: float) -> None:
    """Each of them bought on each of these days, counted from when the problem came up."""
    Activity.objects.bulk_create(
        Activity(
            customer=customer, kind="order", at=MORNING + day * DAY, source="shop", source_id=f"{customer.pk} {day}", noted_at=LATER
        )
        for customer in customers
        for day in days
    )  # fmt: skip


def told(until: float = 100) -> None:
    end = MORNING + until * DAY
    Feed.objects.create(source="shop", tells_staying=True, known_until=end, heard_at=end)


def others(n: int, name: str = "Other") -> list[Customer]:
    return Customer.objects.bulk_create(Customer(name=f"{name} {number}", known_since=MORNING) for number in range(n))


def crisis(cast: Cast, n: int = 40) -> tuple[Problem, list[Customer]]:
    problem = make_problem(cast)
    affect(problem, people(n), cast)
    return problem, list(Customer.objects.filter(cases__affected__problem=problem).order_by("pk"))


def test_those_touched_stand_beside_customers_like_them_in_the_same_days(cast: Cast) -> None:
    problem, touched = crisis(cast)
    like, unlike = others(100), others(100, "Loyal")
    bought(touched, -10)
    bought(like, -12)
    bought(unlike, -70, -40, -11, 5)  # bought oftener, and all again: they are not like those who were touched
    bought(touched[:12], 30)
    bought(like[:60], 30)
    told()
    found = aftermath(problem, by=cast.leo, at=LATER)
    assert found.touched is not None
    assert str(found.touched.rate) == "30% (n 40, 95 % interval 18% to 45%)"
    assert found.beside.startswith("-30 points (-")


def test_nobody_stands_beside_their_own_past_and_without_others_nothing_is_said(cast: Cast) -> None:
    problem, touched = crisis(cast)
    bought(touched, -100, -10)
    bought(others(50), -100)  # gone before it began
    told()
    found = aftermath(problem, by=cast.leo, at=LATER)
    assert found.touched is not None
    assert (found.touched.rate.n, found.beside) == (40, "")


def test_of_few_it_says_not_enough_data(cast: Cast) -> None:
    problem, touched = crisis(cast, 5)
    bought(touched, -10, 20)
    told()
    found = aftermath(problem, by=cast.leo, at=LATER)
    assert str(found.touched.rate if found.touched else "") == "not enough data (n 5)"


def test_until_all_of_it_is_known_it_says_until_when_it_is(cast: Cast, client: Client) -> None:
    problem, touched = crisis(cast)
    bought(touched, -10)
    client.force_login(cast.leo)
    here = f"/problems/{problem.pk}/aftermath"
    assert "no system tells what customers buy" in client.get(here).content.decode()
    told(until=60)
    assert "known until 2 May 2026" in client.get(here).content.decode()
    Feed.objects.update(known_until=LATER, heard_at=LATER)
    shown = client.get(here).content.decode()
    assert "0% (n 40" in shown
    assert "Not causal" in shown
    assert here in client.get(f"/problems/{problem.pk}").content.decode()


def test_it_is_for_leads(cast: Cast, client: Client) -> None:
    problem, _ = crisis(cast, 3)
    with pytest.raises(NotAllowed):
        aftermath(problem, by=cast.ada, at=LATER)
    client.force_login(cast.ada)
    assert client.get(f"/problems/{problem.pk}/aftermath").status_code == 403
    assert "Whether they bought again" not in client.get(f"/problems/{problem.pk}").content.decode()
