"""What everybody is given is counted once, whoever else spends at the same moment: no cap is passed, nobody has it twice."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import transaction
from django.db.models import Sum

from amends.affected.redress import Redress
from amends.authority.spend import Purse, Spend
from amends.cases.case import Case
from amends.messages.delivery import Delivery
from tests.cast import HOUR, MORNING, make_cast
from tests.notices.waves import make_notice, send
from tests.problems.scenes import affect, jar, make_problem, people
from tests.remedies.test_counted_once import race


@pytest.mark.django_db(transaction=True)
def test_eight_give_it_and_spend_on_the_same_customers_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amends.affected.redress._BATCH", 2)
    cast = make_cast()
    problem = make_problem(cast)
    affect(problem, people(12), cast)
    send(make_notice(problem, cast), cast)
    Delivery.objects.update(state="sent", sent_at=MORNING)
    cases = list(Case.objects.order_by("pk"))
    redress = problem.redress.propose(jar(cast, worth=Decimal(1500)), failure="F1", by=cast.leo, at=MORNING)
    redress.approve(by=cast.mira, at=MORNING)
    assert Purse.objects.get().spent == 18_000

    def act(n: int) -> str:
        if n % 2:
            row = Redress.objects.get(pk=redress.pk)
            row.carry_out("sent", by=cast.leo, at=MORNING + HOUR)
            after: int | None = 0
            while after is not None:
                after = row.go_on(after, at=MORNING + HOUR)
            return "given"
        with transaction.atomic():
            case = Case.objects.hold(cases[n].pk)
            Spend.objects.take(case, Decimal(400), "GBP", failure="F1", role="manager", by=cast.mira, at=MORNING)
        return "spent"

    found = race(act)
    assert found["spent"] == 4
    assert found["given"] >= 1
    rows = Spend.objects.filter(redress=redress)
    redress.refresh_from_db()
    assert redress.given == rows.count() == rows.values("case").distinct().count() == 12
    # 18,000 were put aside, of which all is spent now, and 1,600 were spent beside.
    assert (Purse.objects.get().spent, redress.put_aside) == (Decimal(19_600), Decimal(0))
    assert Spend.objects.aggregate(sum=Sum("amount"))["sum"] == Decimal(19_600)
    assert Spend.objects.order_by("-case_total")[0].case_total == 1900


@pytest.mark.django_db(transaction=True)
def test_two_approve_totals_that_together_pass_the_cap_and_one_is_refused() -> None:
    cast = make_cast()
    problem = make_problem(cast)
    affect(problem, people(8), cast)
    rows = [
        problem.redress.propose(jar(cast, name=f"jar {n}", worth=Decimal(1500)), failure="F1", by=cast.leo, at=MORNING)
        for n in range(8)
    ]

    def approve(n: int) -> str:
        rows[n].approve(by=cast.mira, at=MORNING)
        return "approved"

    assert race(approve) == {"approved": 1, "BeyondAuthority": 7}
    assert Purse.objects.get().spent == 12_000
