"""What is shown to keep more customers comes first, and nothing else moves a rank; what nobody wants could leave the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from amends.catalogue.remedy import Remedy
from amends.experiments.arms import Card
from amends.experiments.experiment import Experiment
from amends.journal.actors import DESK
from amends.offers.loss import Loss
from amends.offers.offer import Choice
from amends.offers.offering import Given, Terms, offer
from amends.offers.proposing import propose
from amends.remedies.choosing import choose
from amends.remedies.retiring import Tried, to_retire, tried
from amends.reports.judging import judge_drawn
from tests.cast import DAY, MORNING, Cast
from tests.cli.console import amends
from tests.experiments.scenes import HALF, running
from tests.experiments.test_comparing_by_lot import drawn_many
from tests.remedies.scenes import lost, money, stock, understood

if TYPE_CHECKING:
    from django.test import Client

    from amends.cases.case import Case

pytestmark = pytest.mark.django_db


def proposed(case: Case, cast: Cast) -> list[tuple[str, list[str]]]:
    found = propose(case, Loss.objects.get(case=case), by=cast.ada, at=MORNING)
    return [(one.kind, list(one.reasons)) for one in [*found.options, *found.others]]


@pytest.mark.parametrize(("kept", "first"), [((0.4, 0.95), "gift card"), ((0.95, 0.4), "credit"), ((0.7, 0.72), "")])
def test_of_credit_and_gift_card_the_one_that_surely_keeps_more_is_put_before_the_other(
    kept: tuple[float, float], first: str, cast: Cast
) -> None:
    stock(cast)
    money(cast, "24.00", "gift card", name="A card")
    money(cast, "24.00", "credit", name="As credit")
    case = understood(cast.ada)
    lost(case, failure="F4", by=cast.ada)
    before = [kind for kind, _ in proposed(case, cast)]
    row = running(cast, place="card", arms={Card.CREDIT: HALF, Card.GIFT_CARD: HALF})
    drawn_many(row, n={"credit": 120, "gift card": 120}, kept={"credit": kept[0], "gift card": kept[1]})
    judge_drawn(by=DESK, at=MORNING + 100 * DAY)
    after = proposed(case, cast)
    kinds = [kind for kind, _ in after]
    told = {kind for kind, reasons in after if any("by lot" in reason for reason in reasons)}
    if not first:
        assert (kinds, told) == (before, set())
        return
    other = ({"credit", "gift card"} - {first}).pop()
    assert kinds.index(first) < kinds.index(other)
    assert told == {first}
    others = [kind for kind in kinds if kind != first]
    assert others == [kind for kind in before if kind != first]


def test_what_the_lot_hides_is_not_kept_as_a_finding(cast: Cast) -> None:
    row = running(cast, place="card", arms={Card.CREDIT: HALF, Card.GIFT_CARD: HALF})
    drawn_many(row, n={"credit": 55, "gift card": 120}, kept={"credit": 0.4, "gift card": 0.95})
    judge_drawn(by=DESK, at=MORNING + 100 * DAY)
    found: dict[str, Any] = Experiment.objects.get().found or {}
    assert {one["verdict"] for one in found.values()} <= {"the lot was not fair"}


def chosen(cast: Cast, n: int, *, which: int) -> Choice:
    """Three are offered to one more customer, who chooses one of them."""
    case = understood(cast.leo, email=f"c{n}@example.com")
    lost(case, failure="F4", by=cast.leo)
    three = [Given(remedy=Remedy.objects.get(name=name)) for name in ("Cinema", "As credit", "An apology, in person")]
    row = offer(case, three, Terms(), by=cast.leo, at=MORNING)
    option = row.options.get(position=which)
    return choose(row, option, via="phone", words="That one", consent=True, by=cast.leo, at=MORNING)


def test_what_customers_surely_do_not_choose_could_leave_with_n_and_interval(cast: Cast, client: Client) -> None:
    stock(cast)
    money(cast, "24.00", "gift card", name="Cinema")
    money(cast, "25.00", "credit", name="As credit")
    since, at = MORNING - DAY, MORNING + DAY
    for n in range(19):
        chosen(cast, n, which=3)
    assert to_retire(since=since, at=at) == []
    for n in range(19, 26):
        chosen(cast, n, which=3)
    found = {one.name: one for one in tried(since=since, at=at)}
    assert (found["Cinema"].chosen, found["An apology, in person"].chosen) == (Tried(0, 26), Tried(26, 26))
    assert {one.name for one in to_retire(since=since, at=at)} == {"Cinema", "As credit"}
    client.force_login(cast.mira)
    page = client.get("/remedies").content.decode()
    assert "Perhaps let go" not in page  # a year before today is later than that
    said = amends("remedy", "tried", "--to-retire", "--days", "3000", "--json").rows
    assert {row["remedy"] for row in said} == {"Cinema", "As credit"}
    assert "n 26" in said[0]["chosen"]
    assert amends("remedy", "retire", "Cinema", "--by", cast.ada.email).code != 0
    assert amends("remedy", "retire", "Cinema", "--by", cast.mira.email).code == 0
    assert "Cinema" not in {one.name for one in tried(since=since, at=MORNING + 3000 * DAY)}
