"""One approval for the total, and everybody who was reached is put right on their own case, with their own follow-up."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from amends.affected.funnel import State, funnel
from amends.affected.redress import Redress
from amends.authority.spend import BeyondAuthority, Purse, Spend
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.catalogue.remedy import Remedy
from amends.concerns.concern import Act
from amends.followups.followup import FollowUp
from amends.followups.given import given_on, wrong_credit
from amends.lessons.changing import explain
from amends.lessons.costs import costs
from amends.mail.sending import send_due
from amends.merging.cases import merge
from amends.messages.writing import hear
from amends.problems.problem import Problem
from tests.cast import DAY, HOUR, MORNING, Cast, make_case
from tests.mail.servers import Sink
from tests.notices.waves import make_notice, send
from tests.problems.scenes import affect, jar, make_problem, people

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def problem(cast: Cast, server: Sink) -> Problem:
    """Three people, two of whom have their notice."""
    found = make_problem(cast)
    affect(found, people(2), cast)
    send(make_notice(found, cast), cast)
    send_due()
    affect(found, people(1, first=9), cast)
    return found


def test_somebody_else_approves_the_total_and_nothing_is_done_before(problem: Problem, cast: Cast) -> None:
    redress = problem.redress.propose(jar(cast), failure="F1", by=cast.leo, at=MORNING)
    assert (redress.people, redress.total) == (3, Decimal("13.50"))
    with pytest.raises(Refused, match="Somebody else"):
        redress.approve(by=cast.leo, at=MORNING)
    with pytest.raises(Refused, match="First the total"):
        redress.carry_out("sent by post", by=cast.leo, at=MORNING)


def test_those_who_were_reached_are_put_right_and_followed_up_each_on_their_own_case(
    problem: Problem, cast: Cast
) -> None:
    redress = problem.redress.propose(jar(cast), failure="F1", by=cast.leo, at=MORNING)
    redress.approve(by=cast.mira, at=MORNING)
    assert redress.carry_out("sent by post", by=cast.leo, at=MORNING + HOUR) == 2
    found = funnel(problem)
    assert (found.of(State.PUT_RIGHT), found.of(State.TO_REACH)) == (2, 1)
    assert FollowUp.objects.outstanding().count() == 4
    words = "We are sorry for the jar. Is all well with the new one, {name}?"
    follow = make_notice(problem, cast, kind="follow_up", words=words)
    assert send(follow, cast, at=MORNING + 4 * DAY).people == 2
    send_due()
    assert funnel(problem).of(State.FOLLOWED_UP) == 2


def test_who_wrote_back_is_answered_first(problem: Problem, cast: Cast) -> None:
    case = Case.objects.get(customer__name="Customer 0")
    hear(case, "I would rather have my money back.", by=case.customer, at=MORNING + HOUR)
    redress = problem.redress.propose(jar(cast), failure="F1", by=cast.leo, at=MORNING)
    redress.approve(by=cast.mira, at=MORNING)
    assert redress.carry_out("sent by post", by=cast.leo, at=MORNING + 2 * HOUR) == 1
    assert funnel(problem).of(State.ANSWERED) == 1


def approved(problem: Problem, cast: Cast, **changes: object) -> Redress:
    """Proposed by Leo, and approved by Mira for the total."""
    redress: Redress = problem.redress.propose(jar(cast, **changes), failure="F1", by=cast.leo, at=MORNING)
    redress.approve(by=cast.mira, at=MORNING)
    return redress


def spent() -> Decimal:
    return Purse.objects.get(role="manager").spent


def test_the_total_is_put_aside_when_it_is_approved_and_spent_case_by_case(problem: Problem, cast: Cast) -> None:
    redress = approved(problem, cast)
    assert (spent(), redress.put_aside) == (Decimal("13.50"), Decimal("13.50"))
    redress.carry_out("sent by post", by=cast.leo, at=MORNING + HOUR)
    assert (spent(), redress.put_aside, redress.given) == (Decimal("13.50"), Decimal("4.50"), 2)
    assert (
        list(Spend.objects.values_list("amount", "case_total", "customer_total", "role"))
        == [(Decimal("4.50"), Decimal("4.50"), Decimal("4.50"), "manager")] * 2
    )
    redress.end(by=cast.mira, at=MORNING + 2 * HOUR)
    assert (spent(), redress.put_aside) == (Decimal("9.00"), Decimal(0))
    with pytest.raises(Refused, match="given back"):
        redress.carry_out("sent by post", by=cast.leo, at=MORNING + 3 * HOUR)


def test_it_counts_in_what_causes_cost_and_in_what_is_given(problem: Problem, cast: Cast, client: Client) -> None:
    explain(problem, "wrong part or material", by=cast.leo, at=MORNING)
    approved(problem, cast).carry_out("sent by post", by=cast.leo, at=MORNING + HOUR)
    assert costs(since=MORNING - DAY, until=MORNING + DAY).by_given[0].given == 9
    client.force_login(cast.mira)
    page = client.get("/spend").content.decode()
    assert "Jars that do not close" in page
    assert "2 of 3" in page


def test_a_follow_up_says_it_and_says_it_right(problem: Problem, cast: Cast) -> None:
    approved(problem, cast, kind="refund", name="Your money back").carry_out("paid", by=cast.leo, at=MORNING + HOUR)
    given = given_on(Case.objects.get(customer__name="Customer 0"))
    assert [(one.name, one.amount, one.currency) for one in given] == [("Your money back", Decimal("4.50"), "GBP")]
    assert not wrong_credit("You have £4.50 back.", given)
    assert "what was given is 4.50 GBP" in wrong_credit("Your money back came to £5.", given)


def test_what_its_approver_may_not_give_is_not_approved(problem: Problem, cast: Cast) -> None:
    dear = problem.redress.propose(jar(cast, worth=Decimal(300)), failure="F1", by=cast.mira, at=MORNING)
    with pytest.raises(BeyondAuthority, match="on one case: 250"):
        dear.approve(by=cast.leo, at=MORNING)
    many = problem.redress.propose(jar(cast, worth=Decimal(1900)), failure="F1", by=cast.leo, at=MORNING)
    Purse.objects.create(role="manager", currency="GBP", begins=MORNING.date().replace(day=1), cap=20_000, spent=15_000)
    with pytest.raises(BeyondAuthority, match="in this period: 5000"):
        many.approve(by=cast.mira, at=MORNING)
    assert spent() == 15_000


def test_whoever_would_pass_a_cap_of_theirs_is_left_to_their_own_case(problem: Problem, cast: Cast) -> None:
    case = Case.objects.get(customer__name="Customer 0")
    other = make_case(email="c0@example.com")
    for _ in range(2):
        Spend.objects.take(other, Decimal(1999), "GBP", failure="F1", role="manager", by=cast.mira, at=MORNING)
        other = make_case(email="c0@example.com")
    redress = approved(problem, cast)
    assert redress.carry_out("sent by post", by=cast.leo, at=MORNING + HOUR) == 1
    case.refresh_from_db()
    assert (redress.given, redress.beyond, case.stage) == (1, 1, "listening")


def test_it_is_of_the_catalogue_in_its_own_currency_and_the_same_for_all(problem: Problem, cast: Cast) -> None:
    euro = jar(cast, name="Un bocal", currency="EUR")
    assert problem.redress.propose(euro, failure="F1", by=cast.leo, at=MORNING).currency == "EUR"
    for change, why in (
        ({"customer_work": "send it back"}, "would have to do something"), ({"way": "code"}, "code of their own"),
        ({"stock": 2}, "there are 2"), ({"valid_to": MORNING.date()}, "not in the catalogue"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=why):
            problem.redress.propose(jar(cast, name=why, **change), failure="F1", by=cast.leo, at=MORNING)
    share = jar(cast, name="A part", worth=None, cost=None, worth_share=Decimal("0.3"), cost_share=Decimal("0.5"))
    with pytest.raises(Refused, match="worth to each"):
        problem.redress.propose(share, failure="F1", by=cast.leo, at=MORNING)
    row = problem.redress.propose(share, failure="F1", worth=Decimal(6), by=cast.leo, at=MORNING)
    assert (row.worth, row.cost) == (Decimal(6), Decimal(3))


def test_the_stock_is_put_aside_and_what_is_left_goes_back(problem: Problem, cast: Cast) -> None:
    redress = approved(problem, cast, stock=3)
    assert redress.remedy is not None
    assert Remedy.objects.get().stock == 0
    redress.carry_out("sent by post", by=cast.leo, at=MORNING + HOUR)
    redress.end(by=cast.mira, at=MORNING + HOUR)
    assert Remedy.objects.get().stock == 1


def test_many_are_put_right_by_a_job_once_each_however_often_it_runs(
    problem: Problem, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("amends.affected.redress._BATCH", 1)
    redress = approved(problem, cast)
    assert redress.carry_out("sent by post", by=cast.leo, at=MORNING + HOUR) == 1
    assert list(Redress.objects.going()) == [redress]
    for _ in range(2):
        after: int | None = 0
        while after is not None:
            after = redress.go_on(after, at=MORNING + HOUR)
    assert (Act.objects.count(), Spend.objects.count(), FollowUp.objects.count()) == (2, 2, 4)
    assert not Redress.objects.going()


def test_two_cases_that_become_one_bring_along_what_either_was_given(problem: Problem, cast: Cast) -> None:
    approved(problem, cast, kind="refund", name="Your money back").carry_out("paid", by=cast.leo, at=MORNING + HOUR)
    one, other = Case.objects.filter(customer__name__in=["Customer 0", "Customer 1"]).order_by("pk")
    Case.objects.filter(pk=other.pk).update(customer=one.customer)
    merge(Case.objects.get(pk=other.pk), one, by=cast.leo, at=MORNING + 2 * HOUR)
    assert [found.amount for found in given_on(one)] == [Decimal("4.50")] * 2
