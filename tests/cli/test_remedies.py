"""`amends remedy`: three are offered, one is chosen, carried out and found in the list; above one's authority somebody approves."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import timezone

from amends.cases.case import Case
from tests.cast import Cast
from tests.cli.console import amends
from tests.remedies.scenes import lost, money, stock, understood

pytestmark = pytest.mark.django_db
ADA, LEO = ("--by", "ada@desk.example.com"), ("--by", "leo@desk.example.com")


@pytest.fixture
def ready(cast: Cast) -> Case:
    """Understood, with a wish, a loss and a catalogue."""
    stock(cast)
    case = understood(cast.ada, at=timezone.now(), wish="The moon")
    lost(case, failure="F1", by=cast.ada, at=timezone.now())
    return case


def test_offered_chosen_carried_out_and_listed(ready: Case) -> None:
    assert len(amends("remedy", "offer", ready.reference, "--propose", *ADA, "--json").rows) == 3
    offered = amends("remedy", "offer", ready.reference, "--via", "phone", *ADA, "--json").row
    assert amends("remedy", "list", "--state", "offered", "--json").row["id"] == offered["id"]
    chosen = amends("remedy", "choose", str(offered["id"]), "2", *ADA, "--words", "the second", "--json").row
    assert chosen["state"] == "agreed"
    done = amends("remedy", "execute", str(chosen["id"]), "--evidence", "booked", *ADA, "--json").row
    assert (done["state"], done["execution"]) == ("executed", "done")
    assert amends("remedy", "list", "--case", ready.reference, "--json").row["id"] == chosen["id"]
    purse = amends("remedy", "spend", "--json").row
    assert (purse["role"], Decimal(str(purse["spent"])) > 0) == ("agent", True)


def test_a_request_is_listed_and_approved_by_somebody_else(ready: Case, cast: Cast) -> None:
    asked = ready.approvals.ask(
        money(cast, "80.00"), worth=Decimal(80), cost=Decimal(80), failure="F1", because="she waited", in_band=False,
        by=cast.ada, at=timezone.now(),
    )  # fmt: skip
    assert amends("remedy", "approve", *LEO, "--json").row["id"] == asked.pk
    refused = amends("remedy", "approve", str(asked.pk), *ADA)
    assert (refused.code, "Somebody else" in refused.err) == (1, True)
    assert amends("remedy", "approve", str(asked.pk), *LEO, "--json").row["state"] == "granted"


def test_what_is_not_there_is_said_and_nothing_is_done(ready: Case) -> None:
    for line in (("choose", "99", "1"), ("execute", "99"), ("approve", "99"), ("offer", ready.reference, "A yacht")):
        assert amends("remedy", *line, *ADA).code == 3
    assert not ready.offers.exists()
