"""Comparing by lot at the desk: registered beforehand, inside guard-rails, and judged by everybody who was drawn."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.experiments.assignment import Assignment, KeptOut
from amends.experiments.experiment import Experiment
from amends.experiments.lots import facts_of
from amends.intake.opening import Complaint, open_cases
from amends.journal.actors import DESK
from amends.offers.loss import Loss
from amends.offers.offering import Terms, offer
from amends.offers.proposing import propose
from amends.people.may import NotAllowed
from amends.reports.judging import judge_drawn, own_plan, results
from amends.trials.drawing import Fixed
from amends.trials.judging import Verdict
from tests.cast import DAY, HOUR, MORNING, Cast, make_case
from tests.cli.console import amends
from tests.experiments.scenes import HALF, offered, ready, register, running
from tests.outcomes.scenes import settled, tell, told
from tests.remedies.scenes import given, stock

if TYPE_CHECKING:
    from django.test import Client

    from amends.offers.offer import Offer

pytestmark = pytest.mark.django_db


def costs(row: Offer) -> list[Decimal]:
    return [option.cost for option in row.options.order_by("position")]


@pytest.mark.parametrize(
    "change", ["arms = '[]'", "margin = 0.5", "planned = 1", "hypothesis = 'we knew'", "secret = 'x'"]
)
def test_what_was_registered_cannot_be_changed_even_in_the_database(change: str, cast: Cast) -> None:
    row = register(cast)
    with pytest.raises(IntegrityError, match="what was registered"), transaction.atomic():
        connection.cursor().execute(f"UPDATE amends_experiment SET {change}")  # noqa: S608 -- words of this file
    with pytest.raises(IntegrityError, match="stays on record"), transaction.atomic():
        connection.cursor().execute("DELETE FROM amends_experiment")
    row.refresh_from_db()
    assert row.sealed == row.registration.sealed


def test_nobody_is_drawn_before_it_begins_nor_after_it_stopped(cast: Cast) -> None:
    stock(cast)
    row = register(cast)
    offered(cast, 1)
    assert not Assignment.objects.exists()
    with pytest.raises(IntegrityError, match="runs as registered"), transaction.atomic():
        Assignment.objects.draw(row, make_case().customer_id, case=None, by=cast.ada, at=MORNING)
    row.begin(by=cast.mira, at=MORNING)
    offered(cast, 2)
    row.stop(because="the season ends", by=cast.mira, at=MORNING + HOUR)
    offered(cast, 3)
    assert Assignment.objects.count() == 1


def test_the_arm_says_in_which_order_the_three_are_put_and_nothing_else(cast: Cast) -> None:
    stock(cast)
    running(cast)
    seen: set[str] = set()
    for n in range(60):
        if n > 7 and len(seen) == 2:  # eight alike are drawn once in a hundred runs
            break
        row = offered(cast, n)
        drawn = Assignment.objects.get(case=row.case)
        assert drawn.propensity == 0.5
        assert drawn.cost == max(costs(row))
        seen.add(drawn.arm)
        if drawn.arm == "cheapest first":
            assert costs(row) == sorted(costs(row))
    assert seen == {"as proposed", "cheapest first"}


def test_what_was_drawn_stays_whatever_is_tried(cast: Cast) -> None:
    stock(cast)
    running(cast)
    offered(cast)
    for change in ("arm = 'dearest first'", "propensity = 0.9", "drawn_at = now()"):
        with pytest.raises(IntegrityError, match="not changed"), transaction.atomic():
            connection.cursor().execute(f"UPDATE amends_assignment SET {change}")  # noqa: S608 -- words of this file


@pytest.mark.parametrize(
    ("how", "fixed"),
    [("safety", Fixed.SAFETY), ("disclosed", Fixed.HARM), ("again", Fixed.AGAIN), ("reopened", Fixed.AGAIN), ("words", Fixed.LEGAL)],
)  # fmt: skip
def test_safety_law_the_vulnerable_and_a_second_failure_are_never_drawn(how: str, fixed: Fixed, cast: Cast) -> None:
    stock(cast)
    running(cast)
    case = ready(cast)
    changes: dict[str, dict[str, object]] = {
        "safety": {"safety_at": MORNING}, "disclosed": {"origin": "disclosure"}, "reopened": {"round": 2},
    }  # fmt: skip
    if how in changes:
        Case.objects.filter(pk=case.pk).update(**changes[how])
    if how == "again":
        make_case(email="c0@example.com", at=MORNING - DAY)
    if how == "words":
        from amends.messages.writing import hear  # noqa: PLC0415
        from amends.protection.reading import read_waiting  # noqa: PLC0415

        hear(case, "My lawyer will sue you in court over this.", by=case.customer, at=MORNING)
        read_waiting(by=DESK, at=MORNING)
    case.refresh_from_db()
    assert fixed in facts_of(case)
    Case.objects.filter(pk=case.pk).update(round=1)
    if how not in {"reopened", "safety"}:  # in safety mode nothing is offered at all
        near = propose(case, Loss.objects.get(case=case), by=cast.ada, at=MORNING)
        offer(case, [given(one) for one in near.options], Terms(), by=cast.ada, at=MORNING)
        assert not Assignment.objects.exists()
        assert KeptOut.objects.get().fixed == fixed.name


def test_whoever_has_the_case_may_object_with_a_reason_and_a_reasonable_wish_is_no_matter_for_a_lot(cast: Cast) -> None:
    stock(cast)
    row = running(cast)
    for n, terms in enumerate((Terms(objection="He cannot read"), Terms(asked=Decimal(5)))):
        case = ready(cast, n)
        near = propose(case, Loss.objects.get(case=case), by=cast.ada, at=MORNING)
        offer(case, [given(one) for one in near.options], terms, by=cast.ada, at=MORNING)
    assert sorted(KeptOut.objects.values_list("fixed", "because")) == [("OBJECTION", "He cannot read"), ("WISH", "")]
    assert results(row).objected == 1


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"arms": {"as proposed": Decimal(1)}}, "two arms"),
        ({"arms": {"cheapest first": HALF, "dearest first": HALF}}, "One arm must"),
        ({"arms": {"as proposed": HALF, "free beer": HALF}}, "no arm"), ({"place": "letters"}, "no place"), ({"days": 45}, "after 30"),
        ({"stops": " "}, "when it stops"), ({"margin": Decimal(0)}, "least difference"),
        ({"arms": {"as proposed": HALF, "cheapest first": Decimal("0.6")}}, "add up to 1"),
    ],
)  # fmt: skip
def test_a_comparison_that_cannot_be_made_is_refused_before_it_begins(change: dict, sentence: str, cast: Cast) -> None:  # type: ignore[type-arg]
    with pytest.raises(Refused, match=sentence):
        register(cast, **change)


def test_a_manager_answers_for_it_and_one_runs_at_a_place(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        register(cast, by=cast.leo)
    running(cast)
    with pytest.raises(Refused, match="already"):
        register(cast)
    with pytest.raises(Refused, match="Another"):
        running(cast, "soonest", arms={"as proposed": HALF, "soonest first": HALF})


def drawn_many(row: Experiment, *, n: dict[str, int], kept: dict[str, float]) -> None:
    """So many drawn, of whom such shares stay: loaded at once, since the draw itself is told above."""
    random = np.random.default_rng(4)
    arms = [arm for arm, count in n.items() for _ in range(count)]
    said = {"words": "It is lost", "channel": "form", "received_at": MORNING}
    complaints = [Complaint(email=f"m{number}@example.com", **said) for number in range(len(arms))]  # type: ignore[arg-type]
    shared: dict[str, Any] = {
        "experiment": row,
        "propensity": 0.5,
        "draw": 0.25,
        "sealed": row.sealed,
        "drawn_at": MORNING,
        "cost": 5,
    }
    rows = [
        Assignment(customer=case.customer, case=case, arm=arm, **shared)
        for case, arm in zip(open_cases(complaints, by=None, at=MORNING), arms, strict=True)
    ]
    Assignment.objects.bulk_create(rows)
    what = []
    for number, drawn in enumerate(rows):
        email = f"m{number}@example.com"
        what.append(told("contract", -100, email))
        if random.random() > kept[drawn.arm]:
            what.append(told("cancellation", 20, email))
    tell(*what, until=100)


def test_everybody_drawn_counts_in_their_arm_once_their_time_is_over(cast: Cast) -> None:
    row = running(cast)
    drawn_many(row, n={"as proposed": 120, "cheapest first": 120}, kept={"as proposed": 0.4, "cheapest first": 0.95})
    assert results(row).arms[0].known == 0
    assert judge_drawn(by=DESK, at=MORNING + 100 * DAY) == 240
    assert judge_drawn(by=DESK, at=MORNING + 101 * DAY) == 0
    control, arm = results(row).arms
    assert (control.drawn, control.known, arm.drawn, arm.known) == (120, 120, 120, 120)
    assert arm.comparison is not None
    assert arm.comparison.verdict is Verdict.BETTER
    assert arm.cost is not None
    assert results(row).ratio.fair


def test_a_lot_that_leaks_says_so_and_nothing_else(cast: Cast) -> None:
    row = running(cast)
    drawn_many(row, n={"as proposed": 55, "cheapest first": 120}, kept={"as proposed": 0.5, "cheapest first": 0.9})
    judge_drawn(by=DESK, at=MORNING + 100 * DAY)
    found = results(row)
    assert not found.ratio.fair
    assert found.arms[1].comparison is not None
    assert found.arms[1].comparison.verdict is Verdict.UNFAIR


def test_a_small_desk_is_told_how_long_it_would_take_by_its_own_cases(cast: Cast) -> None:
    at = MORNING + 30 * DAY
    assert "nobody to compare" in own_plan(days=90, margin=0.05, arms=2, at=at).because
    for n in range(12):
        make_case(email=f"p{n}@example.com", at=MORNING + n * DAY)
    assert "not enough data" in own_plan(days=90, margin=0.05, arms=2, at=at).because
    found = own_plan(days=90, margin=0.05, arms=2, at=at, base=0.7)
    assert found.monthly == pytest.approx(4.1, abs=0.05)
    assert found.plan is not None
    assert found.plan.months > 24
    assert found.plan.alternatives
    settled(30)
    assert "cannot be" in own_plan(days=90, margin=0.2, arms=2, at=at, base=0.9).because


def test_the_pages_plan_register_begin_judge_and_stop(cast: Cast, client: Client) -> None:
    client.force_login(cast.mira)
    assert "nobody to compare" in client.get("/experiments").content.decode()
    for n in range(6):
        make_case(email=f"p{n}@example.com", at=timezone.now() - DAY)
    assert "Not enough data" in client.get("/experiments").content.decode()
    said = client.get("/experiments?days=90&points=5&arms=2&base=70").content.decode()
    assert "you would need" in said
    assert "Make no claim" in said
    form = {
        "name": "dearest first", "place": "menu", "hypothesis": "It keeps more", "days": "90", "points": "5", "planned": "400",
        "stops": "at 400", "arms": ["menu:as proposed", "menu:dearest first"],
    }  # fmt: skip
    assert (
        "Tick arms of one place"
        in client.post("/experiments/new", {**form, "arms": ["win_back:apology"]}).content.decode()
    )
    answer = client.post("/experiments/new", form)
    row = Experiment.objects.get()
    assert answer["Location"] == f"/experiments/{row.pk}"
    client.post(f"/experiments/{row.pk}/beginning")
    page = client.get(f"/experiments/{row.pk}").content.decode()
    assert row.sealed in page
    assert "not enough data" in page
    client.post(f"/experiments/{row.pk}/end", {"because": " "})
    row.refresh_from_db()
    assert row.state == "running"
    client.post(f"/experiments/{row.pk}/end", {"because": "the season ends"})
    row.refresh_from_db()
    assert row.state == "stopped"


def test_the_console_does_the_same(cast: Cast) -> None:
    words = ("--by", cast.mira.email, "--place", "menu", "--arm", "as proposed=0.5", "--arm", "soonest first=0.5")
    more = ("--hypothesis", "x", "--stops", "y", "--planned", "400", "--json")
    said = amends("experiment", "register", "soonest", *words, *more).row
    assert (said["state"], len(said["sealed"])) == ("registered", 64)
    assert amends("experiment", "begin", "soonest", "--by", cast.mira.email, "--json").row["state"] == "running"
    assert [row["verdict"] for row in amends("experiment", "results", "soonest", "--json").rows] == [
        None,
        "not enough data",
    ]
    assert amends("experiment", "plan", "--base", "0.7", "--json").row["base"] == 0.7
    assert amends("experiment", "stop", "soonest", "--by", cast.mira.email, "--because", "done", "--json").code == 0
    assert [row["state"] for row in amends("experiment", "list", "--json").rows] == ["stopped"]
    assert amends("experiment", "results", "nothing").code == 3
