"""Every amount is counted once, however many give at the same moment, and whatever is done in whatever order."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from decimal import Decimal
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from amends.authority.approval import Approval
from amends.authority.spend import BeyondAuthority, Purse, Spend
from amends.cases.case import Case, StageMoved
from amends.cases.ending import Refused
from amends.catalogue.code import Code
from amends.catalogue.remedy import Remedy
from amends.offers.offer import Choice, Offer
from amends.offers.offering import Given, Terms, offer, withdraw
from amends.people.may import NotAllowed
from amends.people.person import Person, Role
from amends.remedies.choosing import choose
from amends.remedies.choosing import grant as grant_wish
from amends.remedies.execution import Execution, State
from amends.remedies.tracking import miss, receive
from tests.cast import MINUTE, MORNING, Cast, make_cast
from tests.remedies.scenes import lost, money, remedy, understood

if TYPE_CHECKING:
    from collections.abc import Callable

EIGHT = 8


def race(deed: Callable[[int], str]) -> Counter[str]:
    """Eight at the same moment; what became of each."""
    gate = Barrier(EIGHT)

    def run(n: int) -> str:
        try:
            gate.wait(timeout=30)
            return deed(n)
        except (Refused, StageMoved) as refusal:
            return type(refusal).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(EIGHT) as pool:
        return Counter(pool.map(run, range(EIGHT)))


def eight_cases(cast: Cast, *, customers: int) -> list[int]:
    """Eight cases of so many customers, each ready for its answer."""
    keys = []
    for n in range(EIGHT):
        case = understood(cast.ada, email=f"c{n % customers}@example.com")
        lost(case, "80.00", by=cast.ada)
        keys.append(case.pk)
    return keys


def grant_on(key: int, by: Person, remedy: Remedy) -> str:
    grant_wish(Case.objects.get(pk=key), Given(remedy=remedy), Terms(wish=True), via="phone", by=by, at=MORNING)
    return "given"


@pytest.mark.django_db(transaction=True)
def test_eight_race_for_the_last_hundred_of_the_period() -> None:
    cast = make_cast()
    agents = [
        Person.objects.add(f"a{n}@desk.example.com", name=f"A{n}", role=Role.AGENT, by=cast.ines, at=MORNING)
        for n in range(EIGHT)
    ]
    keys, fifty = eight_cases(cast, customers=EIGHT), money(cast, "50.00")
    begins = MORNING.date().replace(day=1)
    Purse.objects.create(role="agent", currency="GBP", begins=begins, cap=Decimal(1000), spent=Decimal(900))
    found = race(lambda n: grant_on(keys[n], agents[n], fifty))
    assert found == {"given": 2, "BeyondAuthority": 6}
    assert (Purse.objects.get().spent, Spend.objects.aggregate(sum=Sum("amount"))["sum"]) == (
        Decimal(1000),
        Decimal(100),
    )


@pytest.mark.django_db(transaction=True)
def test_eight_race_for_the_last_hundred_of_one_customer() -> None:
    cast = make_cast()
    keys, fifty = eight_cases(cast, customers=1), money(cast, "50.00")
    assert Case.objects.values("customer").distinct().count() == 1
    found = race(lambda n: grant_on(keys[n], cast.ada, fifty))
    assert found == {"given": 2, "BeyondAuthority": 6}
    assert Spend.objects.aggregate(sum=Sum("amount"))["sum"] == Decimal(100)


@pytest.mark.django_db(transaction=True)
def test_eight_carry_out_one_choice_and_it_is_done_once() -> None:
    cast = make_cast()
    case = understood(cast.ada)
    lost(case, by=cast.ada)
    choice = grant_wish(case, Given(remedy=remedy(cast)), Terms(wish=True), via="phone", by=cast.ada, at=MORNING)

    def begin(_: int) -> str:
        Execution.objects.begin(choice, by=cast.ada, at=MORNING, evidence="paid")
        return "done"

    found = race(begin)
    assert found == {"done": 1, "Refused": 7}
    assert case.acts.count() == 1


@pytest.mark.django_db(transaction=True)
def test_eight_approve_one_request_and_it_is_put_aside_once() -> None:
    cast = make_cast()
    case = understood(cast.ada)
    lost(case, "80.00", by=cast.ada)
    row = case.approvals.ask(
        money(cast, "80.00"), worth=Decimal(80), cost=Decimal(80), failure="F5", because="x", in_band=True, by=cast.ada,
        at=MORNING,
    )  # fmt: skip

    def answer(n: int) -> str:
        mine = Approval.objects.get(pk=row.pk)
        if n % 2:
            return f"passed {Approval.objects.pass_due(at=MORNING + 31 * MINUTE)}"
        mine.grant(by=(cast.leo, cast.mira)[n // 2 % 2], at=MORNING)
        return "granted"

    race(answer)
    assert (
        Spend.objects.filter(released_at=None).get().amount == sum(purse.spent for purse in Purse.objects.all()) == 80
    )


@pytest.mark.django_db(transaction=True)
def test_eight_draw_from_a_pool_of_five_and_none_gets_another_s() -> None:
    cast = make_cast()
    card = remedy(cast, "A card", kind="gift card", way="code")
    Code.objects.upload(card, [f"CODE-{n}" for n in range(5)], by=cast.mira, at=MORNING)

    def draw(_: int) -> str:
        with transaction.atomic():
            code = Code.objects.draw(card, at=MORNING)
            return code.code if code else "none left"

    found = race(draw)
    assert found["none left"] == 3
    assert {count for code, count in found.items() if code != "none left"} == {1}


# Any sequence of verbs.

VERBS = (
    "grant",
    "offer",
    "choose",
    "withdraw",
    "begin",
    "complete",
    "miss",
    "receive",
    "ask",
    "approve",
    "pass",
    "give",
    "fake",
)
STEPS = some.lists(
    some.tuples(some.sampled_from(VERBS), some.integers(0, 3), some.integers(0, 5)), min_size=8, max_size=40
)


class Play:
    """Two customers, three colleagues, a catalogue; each verb is tried on whatever is there, and may be refused."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.minutes = cast, 0
        self.people = [cast.ada, cast.leo, cast.mira]
        self.cases = [understood(cast.ada, email=f"p{n % 2}@example.com") for n in range(3)]
        for case in self.cases:
            lost(case, "45.00", by=cast.ada)
        self.remedies = [money(cast, "45.00", kind) for kind in ("refund", "credit", "redo", "replacement")]
        self.remedies += [remedy(cast, "A chair", kind="visit", stock=2), money(cast, "67.50", "discount")]
        self.codes = remedy(cast, "A card", kind="recognition", worth=Decimal(0), cost=Decimal(0), way="code")
        Code.objects.upload(self.codes, ["ONE", "TWO"], by=cast.mira, at=MORNING)
        self.outside = remedy(cast, "Gone", valid_to=MORNING.date())

    def step(self, verb: str, n: int, m: int) -> None:  # noqa: C901, PLR0912 - one line a verb
        """One verb, later than the one before."""
        self.minutes += 1
        at, by, case = MORNING + self.minutes * MINUTE, self.people[n % 3], self.cases[n % 3]
        case = Case.objects.get(pk=case.pk)
        wish = Terms(wish=True)
        choices, offers = list(Choice.objects.order_by("pk")), list(Offer.objects.order_by("pk"))
        approvals, waiting = list(Approval.objects.order_by("pk")), list(Execution.objects.order_by("pk"))
        pick: Callable[[list[Any]], Any] = lambda rows: rows[(n + m) % len(rows)] if rows else None  # noqa: E731
        if verb == "grant":
            grant_wish(
                case, Given(remedy=[*self.remedies, self.codes][m % 7]), wish, via="phone", consent=True, by=by, at=at
            )
        elif verb == "fake":
            grant_wish(case, Given(remedy=self.outside), wish, via="phone", by=by, at=at)
        elif verb == "offer":
            offer(case, [Given(remedy=self.remedies[(m + i) % 4]) for i in range(3)], Terms(), by=by, at=at)
        elif verb == "ask":
            case.approvals.ask(
                self.remedies[0], worth=Decimal(45), cost=Decimal(45), failure="F5", because="x", in_band=bool(m % 2), by=by, at=at
            )  # fmt: skip
        elif verb == "pass":
            Approval.objects.pass_due(at=at + 40 * MINUTE)
        elif verb == "give" and (row := pick(approvals)):
            grant_wish(row.case, Given(remedy=row.remedy), Terms(wish=True, approval=row), via="phone", by=by, at=at)
        elif verb == "approve" and (row := pick(approvals)):
            row.grant(by=by, at=at) if m else row.withdraw(by=by, at=at)
        elif verb == "choose" and (row := pick(offers)):
            every = [option for one in offers for option in one.options.all()]
            choose(row, pick(every), via="portal", by=row.case.customer, at=at, consent=True)
        elif verb == "withdraw" and (row := pick(offers)):
            withdraw(row, because="x", by=by, at=at)
        elif verb == "begin" and (row := pick(choices)):
            Execution.objects.begin(row, by=by, at=at, evidence="paid" if m % 2 else "")
        elif verb == "complete" and (row := pick(waiting)):
            row.complete("paid", by=by, at=at)
        elif verb == "miss" and (row := pick(choices)):
            miss(row, Choice.Miss.DECLINED, "no", by=by, at=at)
        elif verb == "receive" and (row := pick(choices)):
            receive(row, by=row.case.customer, at=at)

    def check(self) -> None:
        """What must hold, whatever was done."""
        standing = Spend.objects.filter(released_at=None)
        for purse in Purse.objects.all():
            assert purse.spent == (standing.filter(purse=purse).aggregate(sum=Sum("amount"))["sum"] or 0) <= purse.cap
        most = max(spend.case_cap for spend in standing) if standing else Decimal(0)
        for case in self.cases:
            held = standing.filter(case=case).aggregate(sum=Sum("amount"))["sum"] or 0
            done = sum(row.choice.option.cost for row in Execution.objects.filter(choice__case=case, state=State.DONE))
            assert done <= held <= most
        executed = Choice.objects.filter(executed_at__isnull=False)
        assert set(executed.values_list("pk", flat=True)) == set(
            Execution.objects.filter(state=State.DONE).values_list("choice", flat=True)
        )
        assert not executed.filter(stands=False).exists()
        assert not Offer.objects.filter(options__remedy=self.outside).exists()
        codes = Execution.objects.exclude(code=None).values_list("code", flat=True)
        assert len(set(codes)) == len(codes) == Code.objects.exclude(given_at=None).count()
        promised = Choice.objects.filter(stands=True, missed_at=None).values_list("promise__released_at", flat=True)
        assert set(promised) <= {None}


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_no_sequence_of_verbs_breaks_a_cap_pays_twice_or_gives_what_nobody_agreed(
    steps: list[tuple[str, int, int]],
) -> None:
    with transaction.atomic():
        play = Play(make_cast())
        for verb, n, m in steps:
            with suppress(Refused, StageMoved, BeyondAuthority, NotAllowed), transaction.atomic():
                play.step(verb, n, m)
            play.check()
        transaction.set_rollback(True)
