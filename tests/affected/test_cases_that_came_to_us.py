"""A complaint that is of a problem we know is linked to it by a person; whoever told us first is not told twice, and it is counted."""

from __future__ import annotations

from typing import Any

import pytest

from amends.affected.affected import Affected
from amends.affected.funnel import State, funnel
from amends.affected.joining import found_after_we_knew, link, suggestions
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.messages.delivery import Delivery
from tests.cast import HOUR, MORNING, Cast, make_case
from tests.notices.waves import make_notice, send
from tests.problems.scenes import affect, make_problem

pytestmark = pytest.mark.django_db

LID: dict[str, Any] = {"words": "The lid of your jar does not close, and the shelf is full of honey.", "subject": "Jar"}


def test_cases_that_speak_of_the_same_are_suggested_the_likest_first_and_none_twice(cast: Cast) -> None:
    problem = make_problem(cast)
    table = make_case()
    make_case(email="cy@example.com", words="The line was busy, and the jam was filled with regret.", subject="Line")
    lid = make_case(email="ann@example.com", **LID)
    assert suggestions(problem, cast.leo) == [lid]
    link(problem, lid, by=cast.leo, at=MORNING)
    assert suggestions(problem, cast.leo) == []
    assert table.affected.count() == 0


def test_who_told_us_of_what_we_knew_and_had_not_told_is_marked_and_counted(cast: Cast) -> None:
    problem = make_problem(cast)
    after = link(problem, make_case(email="ann@example.com", **LID), by=cast.leo, at=MORNING)
    before = link(
        problem, make_case(at=problem.knew_at - HOUR, email="bob@example.com", **LID), by=cast.leo, at=MORNING
    )
    assert (after.found_it, before.found_it) == (True, False)
    assert found_after_we_knew() == found_after_we_knew(problem) == 1


def test_who_complained_after_our_notice_reached_them_did_not_find_it_first(cast: Cast) -> None:
    problem = make_problem(cast)
    affect(problem, ["Ann,ann@example.com,,,1"], cast)
    send(make_notice(problem, cast), cast)
    late = make_case(at=MORNING + HOUR, email="ann@example.com", **LID)
    assert not link(problem, late, by=cast.leo, at=MORNING + HOUR).found_it


def test_who_had_complained_is_on_the_list_once_with_their_own_case_and_is_not_told_twice(cast: Cast) -> None:
    problem = make_problem(cast)
    case = make_case(email="ann@example.com", **LID)
    link(problem, case, by=cast.leo, at=MORNING)
    listing = affect(problem, ["Ann,ann@example.com,,,1", "Bob,bob@example.com,,,2"], cast)
    assert (listing.people, listing.known) == (1, 1)
    assert Affected.objects.get(case=case).facts == [{"order": "1"}]
    send(make_notice(problem, cast), cast)
    assert list(Delivery.objects.values_list("address", flat=True)) == ["bob@example.com"]
    found = funnel(problem)
    assert (found.of(State.ANSWERED), found.of(State.TO_REACH), found.total) == (1, 1, 2)


def test_a_case_we_opened_goes_on_as_the_one_they_began(cast: Cast) -> None:
    problem = make_problem(cast)
    affect(problem, ["Ann,ann@example.com,,,1"], cast)
    ours = Case.objects.get()
    theirs = make_case(email="ann@example.com", **LID)
    row = link(problem, theirs, by=cast.leo, at=MORNING)
    ours.refresh_from_db()
    assert (ours.merged_into, row.case, Affected.objects.count()) == (theirs, theirs, 1)


def test_a_case_we_opened_ourselves_is_no_complaint_to_link(cast: Cast) -> None:
    problem = make_problem(cast)
    affect(problem, ["Ann,ann@example.com,,,1"], cast)
    with pytest.raises(Refused, match="did not come from the customer"):
        link(problem, Case.objects.get(), by=cast.leo, at=MORNING)
