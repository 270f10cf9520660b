"""Above one's authority: asked of somebody who is here, answered in time, passed by itself where it is usual, refused by two."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from amends.authority.approval import Approval, State
from amends.authority.spend import BeyondAuthority, Purse
from amends.cases.ending import Refused
from amends.deadlines.deadline import Deadline
from amends.deadlines.sweeping import sweep
from amends.journal.actors import DESK
from amends.offers.offering import Given, Terms
from amends.people.absence import name_deputy
from amends.people.person import Person, Role
from amends.remedies.choosing import grant
from amends.standins.sweeping import go_away
from tests.cast import DAY, HOUR, MINUTE, MORNING, Cast
from tests.remedies.scenes import lost, money, understood

if TYPE_CHECKING:
    from amends.cases.case import Case

pytestmark = pytest.mark.django_db


def asked(cast: Cast, amount: str = "80.00", *, in_band: bool = True, **more: Any) -> Approval:
    """Ada may give fifty; she asks for eighty."""
    case = understood(cast.ada, wish="All of it back", **more)
    lost(case, "80.00", by=cast.ada)
    row: Approval = case.approvals.ask(
        money(cast, amount), worth=Decimal(amount), cost=Decimal(amount), failure="F5", because="She chased us for a month",
        in_band=in_band, by=cast.ada, at=MORNING,
    )  # fmt: skip
    return row


def give(row: Approval, cast: Cast, case: Case | None = None) -> None:
    terms = Terms(wish=True, approval=row)
    grant(case or row.case, Given(remedy=row.remedy), terms, via="phone", by=cast.ada, at=MORNING + HOUR)


def test_a_lead_who_is_here_is_asked_and_has_half_an_hour(cast: Cast) -> None:
    row = asked(cast)
    assert (row.approver, row.deadline.kind, row.deadline.due_at) == (cast.leo, "approval", MORNING + 30 * MINUTE)
    row.grant(by=cast.leo, at=MORNING + 10 * MINUTE)
    give(row, cast)
    purse = Purse.objects.get()
    assert (purse.role, purse.spent) == ("lead", Decimal(80))
    with pytest.raises(Refused, match=r"stands already|was used"):
        give(row, cast)


def test_asked_at_ten_the_lead_is_ill_and_her_deputy_answers_in_time(cast: Cast) -> None:
    name_deputy(cast.leo, cast.mira, by=cast.ines, at=MORNING)
    row = asked(cast)
    go_away(cast.leo, starts_at=MORNING + MINUTE, by=cast.ada, at=MORNING + MINUTE)
    sweep(by=DESK, at=MORNING + 21 * MINUTE)
    told = row.deadline.alerts.values_list("person__name", flat=True)
    assert "Mira" in told
    row.grant(by=cast.mira, at=MORNING + 25 * MINUTE)
    row.deadline.refresh_from_db()
    assert (row.deadline.met_at, row.deadline.missed_at) == (MORNING + 25 * MINUTE, None)
    assert Purse.objects.get().role == "manager"


def test_whoever_is_away_is_not_asked_at_all(cast: Cast) -> None:
    go_away(cast.leo, starts_at=MORNING, by=cast.ada, at=MORNING)
    assert asked(cast).approver == cast.mira


def test_nobody_approves_what_they_asked_for_nor_what_is_beyond_them(cast: Cast) -> None:
    row = asked(cast)
    with pytest.raises(Refused, match="Somebody else"):
        row.grant(by=cast.ada, at=MORNING)
    other = Person.objects.add("bea@desk.example.com", name="Bea", role=Role.AGENT, by=DESK, at=MORNING)
    with pytest.raises(Refused, match="more than you may give"):
        row.grant(by=other, at=MORNING)


def test_what_is_usual_passes_by_itself_and_is_looked_over_within_days(cast: Cast) -> None:
    row = asked(cast)
    assert Approval.objects.pass_due(at=MORNING + 29 * MINUTE) == 0
    assert [Approval.objects.pass_due(at=MORNING + 31 * MINUTE) for _ in range(2)] == [1, 0]
    row.refresh_from_db()
    assert (row.state, row.yes, Purse.objects.get().spent) == (State.PASSED, True, Decimal(80))
    give(row, cast)
    assert Deadline.objects.outstanding().filter(second_look=row, kind="check").exists()
    with pytest.raises(Refused):
        row.look_over("fine by me", by=cast.ada, at=MORNING + DAY)
    row.look_over("I would have said yes", by=cast.leo, at=MORNING + DAY)
    assert not Deadline.objects.outstanding().filter(second_look=row).exists()


def test_what_is_not_usual_waits_for_a_person_however_long(cast: Cast) -> None:
    asked(cast, in_band=False)
    assert Approval.objects.pass_due(at=MORNING + DAY) == 0


def test_what_would_break_a_cap_does_not_pass(cast: Cast) -> None:
    row = asked(cast)
    Purse.objects.create(
        role="lead", currency="GBP", begins=MORNING.date().replace(day=1), cap=Decimal(5000), spent=Decimal(4950)
    )
    assert Approval.objects.pass_due(at=MORNING + HOUR) == 0
    row.refresh_from_db()
    assert (row.state, row.in_band) == (State.ASKED, False)
    with pytest.raises(BeyondAuthority):
        row.grant(by=cast.leo, at=MORNING + HOUR)
    row.grant(by=cast.mira, at=MORNING + HOUR)


def test_a_no_needs_a_reason_and_a_second_reader_and_does_not_stop_the_clock(cast: Cast) -> None:
    row = asked(cast)
    with pytest.raises(Refused, match="Say why not"):
        row.refuse(" ", by=cast.leo, at=MORNING + MINUTE)
    row.refuse("too much for a late parcel", by=cast.leo, at=MORNING + MINUTE)
    assert (row.state, row.is_open, row.deadline.met_at) == (State.REFUSING, True, None)
    for nobody in (cast.leo, cast.ada):
        with pytest.raises(Refused, match="second reader"):
            row.refuse("", by=nobody, at=MORNING + 2 * MINUTE)
    row.refuse("", by=cast.mira, at=MORNING + 3 * MINUTE)
    assert (row.state, row.second_reader, row.yes) == (State.REFUSED, cast.mira, False)
    with pytest.raises(Refused, match="not for this"):
        give(row, cast)


def test_a_second_reader_may_say_yes_instead_and_a_lone_no_does_not_hold(cast: Cast) -> None:
    row = asked(cast)
    row.refuse("too much", by=cast.leo, at=MORNING + MINUTE)
    row.grant(by=cast.mira, at=MORNING + 2 * MINUTE)
    assert row.yes
    other = asked(cast, email="b@example.com")
    other.refuse("too much", by=cast.leo, at=MORNING + MINUTE)
    assert Approval.objects.pass_due(at=MORNING + HOUR) == 1


def test_a_yes_to_one_thing_is_none_to_another(cast: Cast) -> None:
    row = asked(cast, "60.00")
    row.grant(by=cast.leo, at=MORNING)
    with pytest.raises(Refused, match="not for this"):
        grant(
            row.case, Given(remedy=money(cast, "80.00", "credit")), Terms(wish=True, approval=row), via="phone", by=cast.ada,
            at=MORNING,
        )  # fmt: skip


def test_beyond_everybody_the_answer_is_that_policy_would_have_to_change(cast: Cast) -> None:
    with pytest.raises(Refused, match="Nobody in the house"):
        asked(cast, "2001.00")


def test_what_is_no_longer_asked_for_is_free_again(cast: Cast) -> None:
    row = asked(cast)
    row.grant(by=cast.leo, at=MORNING)
    row.withdraw(by=cast.ada, at=MORNING + MINUTE)
    assert Purse.objects.get().spent == 0
