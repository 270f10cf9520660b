"""A lost customer is asked back knowing why they left; some are left alone by lot; and nobody is asked before they are satisfied."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction

from amends.affected.joining import link
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.experiments.assignment import Assignment
from amends.followups import asking
from amends.journal.actors import DESK
from amends.messages.writing import Reply
from amends.outcomes.activity import Feed
from amends.outcomes.outcome import Outcome
from amends.outreach.ending import end
from amends.playbook.steps import Records, panel
from amends.protection.reading import read_waiting
from amends.readings.reading import Reading
from amends.winbacks.inviting import Invitation
from amends.winbacks.returning import returns
from amends.winbacks.winback import WinBack
from tests.cast import DAY, MORNING, SURE, Cast, make_case
from tests.experiments.scenes import running
from tests.outcomes.scenes import outcome, settled, tell, told
from tests.problems.scenes import make_problem
from tests.rules.stage import Stage

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
LATER = MORNING + 130 * DAY


def lost_customer(n: int = 0, **more: Any) -> Outcome:
    """They gave notice on day 40."""
    email = f"gone{n}@example.com"
    case = make_case(email=email, name=f"Gone {n}")
    Case.objects.filter(pk=case.pk).update(stage="closed", ending="withdrawn", closed_at=MORNING + 5 * DAY)
    tell(
        told("contract", -500, email), told("cancellation", 40, email, reason="You never rang back", **more), until=120
    )
    settled(120)
    return outcome(case)


def test_a_lost_customer_becomes_a_case_of_their_own_with_the_reason_and_a_next_act(cast: Cast) -> None:
    row = WinBack.objects.ask(lost_customer(), approach="apology", by=cast.ada, at=LATER)
    assert row.reason == "You never rang back"
    assert row.case is not None
    assert (row.case.origin, row.case.owner, row.case.customer) == ("win_back", cast.ada, row.lost_case.customer)
    assert "You never rang back" in row.case.notes.get().words
    assert row.case.deadlines.outstanding().get().kind == "first_answer"
    assert panel(Records.of(row.case)).next is not None


def test_nobody_is_asked_back_who_was_not_lost_came_back_or_was_asked_before(cast: Cast) -> None:
    stays = make_case(email="stays@example.com")
    tell(told("contract", -10, "stays@example.com"), until=120)
    gone = lost_customer()
    with pytest.raises(Refused, match="was not lost"):
        WinBack.objects.ask(outcome(stays), approach="apology", by=cast.ada, at=LATER)
    WinBack.objects.ask(gone, approach="apology", by=cast.ada, at=LATER)
    with pytest.raises(Refused, match="within a year"):
        WinBack.objects.ask(gone, approach="discount", by=cast.ada, at=LATER + 30 * DAY)
    back = lost_customer(2)
    tell(told("renewal", 110, "gone2@example.com"), until=121)
    settled(121)
    back.refresh_from_db()
    with pytest.raises(Refused, match="came back"):
        WinBack.objects.ask(back, approach="apology", by=cast.ada, at=LATER)


def test_proof_needs_something_of_theirs_that_was_really_put_right(cast: Cast) -> None:
    gone = lost_customer()
    with pytest.raises(Refused, match="no proof"):
        WinBack.objects.ask(gone, approach="proof", by=cast.ada, at=LATER)
    problem = make_problem(cast, at=MORNING)
    link(problem, gone.case, by=cast.leo, at=MORNING + DAY)
    with pytest.raises(Refused, match="really put right"):
        WinBack.objects.ask(gone, approach="proof", fix=problem, by=cast.ada, at=LATER)
    end(problem, because="The depot has a second shift", by=cast.leo, at=LATER)
    problem.refresh_from_db()
    row = WinBack.objects.ask(gone, approach="proof", fix=problem, by=cast.ada, at=LATER)
    assert problem.title in row.case.notes.get().words  # type: ignore[union-attr]
    with pytest.raises(IntegrityError, match="winback_proof_of_a_fix"), transaction.atomic():
        WinBack.objects.filter(pk=row.pk).update(fix=None)


def test_the_lot_leaves_some_alone_and_our_own_rate_is_shown_beside_theirs(cast: Cast) -> None:
    half = Decimal(1) / 2
    running(cast, "asking back", place="win_back", arms={"untouched": half, "apology": half})
    rows: list[WinBack] = []
    while len({row.approach for row in rows}) < 2:  # six alike are drawn once in thirty runs
        rows.append(WinBack.objects.ask(lost_customer(len(rows)), by=cast.ada, at=LATER))
    assert {row.approach for row in rows} == {"untouched", "apology"}
    for row in rows:
        assert (row.case is None) == (row.approach == "untouched")
        assert row.assignment is not None
    assert Assignment.objects.count() == len(rows)
    tell(told("renewal", 140, rows[0].customer.addresses.get().value), until=230)
    found = {one.words: one.drawn for one in returns(seen=Feed.objects.known_until(at=MORNING + 230 * DAY))}
    assert sum(rate.n for rate in found.values()) == len(rows)
    assert sum(rate.kept for rate in found.values()) == 1
    assert "not enough data" in str(found["an apology"])


def test_whoever_may_be_vulnerable_is_not_drawn_and_a_person_says_how(cast: Cast) -> None:
    running(cast, "asking back", place="win_back", arms={"untouched": Decimal("0.5"), "apology": Decimal("0.5")})
    gone = lost_customer()
    read_waiting(by=DESK, at=MORNING)
    reading = Reading.objects.filter(message__case=gone.case_id)[0]
    reading.correct("flag", "vulnerable", holds=True, by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match="Say how"):
        WinBack.objects.ask(gone, by=cast.ada, at=LATER)
    assert WinBack.objects.ask(gone, approach="apology", by=cast.ada, at=LATER).assignment is None


def test_nobody_is_asked_for_a_word_before_they_said_that_it_is_right(cast: Cast) -> None:
    stage = Stage(cast)
    letter = Reply(words="Thank you for seeing it through with us.", sure=SURE)
    with pytest.raises(Refused, match="have not said"):
        Invitation.objects.ask(stage.case, "review", letter, by=cast.leo, at=stage.at)
    stage.resolved()
    stage.case.follow_ups.update(waived_at=stage.at, waived_by=cast.leo, waived_because="x")
    asking.answer(stage.case, {stage.case.concerns.get().pk: "right"}, via="phone", by=cast.leo, at=stage.at + DAY)
    stage.case.refresh_from_db()
    assert stage.case.ending == "satisfied"
    row = Invitation.objects.ask(stage.case, "review", letter, by=cast.leo, at=stage.at + 2 * DAY)
    assert row.message.text.startswith("Thank you")
    stage.case.refresh_from_db()
    assert stage.case.ending == "satisfied"
    with pytest.raises(Refused, match="three months"):
        Invitation.objects.ask(stage.case, "referral", letter, by=cast.leo, at=stage.at + 3 * DAY)


def test_the_pages_ask_and_invite(cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: LATER)
    client.force_login(cast.leo)
    gone = lost_customer()
    page = client.get("/win-backs").content.decode()
    assert "You never rang back" in page
    answer = client.post(f"/win-backs/{gone.case.reference}", {"approach": "discount", "reason": ""})
    assert answer.status_code == 302
    new = WinBack.objects.get().case
    assert new is not None
    assert answer["Location"] == f"/cases/{new.reference}"
    assert client.get(answer["Location"]).status_code == 200
    assert "Ask them back" not in client.get("/win-backs").content.decode()
    done = make_case(email="done@example.com")
    Case.objects.filter(pk=done.pk).update(stage="closed", ending="satisfied", closed_at=LATER - DAY)
    assert f"/cases/{done.reference}/invitation" in client.get("/win-backs").content.decode()
    path = f"/cases/{done.reference}/invitation"
    assert client.get(path).status_code == 200
    assert client.post(path, {"what": "thanks", "words": "Thank you, Mo.", "sure": SURE}).status_code == 302
    assert Invitation.objects.get().what == "thanks"
