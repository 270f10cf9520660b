"""What went although the coach held it back is counted by check and by person, each share with its n and interval."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from amends.messages.writing import Reply, reply
from amends.teamwork.overruled import first_answers, overruled, overruling
from tests.cast import MORNING, SURE, Cast, make_case
from tests.notices.waves import make_notice, send
from tests.problems.scenes import WORDS, affect, make_problem, people

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person

pytestmark = pytest.mark.django_db

BAD = "We apologise for any inconvenience."


def write(by: Person, *, at: datetime, words: str = BAD, number: int = 0) -> None:
    """A first answer, sent against the coach where it has to be."""
    case = make_case(at=at, owner=by, email=f"c{number}-{at:%d%m}@example.com")
    reply(case, Reply(words=words, sure=SURE), by=by, at=at)


def test_each_check_that_was_overruled_is_counted_with_the_letters_that_were_read(cast: Cast) -> None:
    for number in range(10):
        write(cast.ada, at=MORNING, number=number)
    found = {one.code: one for one in overruled(at=MORNING)}
    assert found["C06"].rate.kept == 10
    assert str(found["C06"].rate).startswith("100% (n 10, 95 % interval")
    assert found["C06"].name == "Conditional or catch-all apology"
    assert overruling(at=MORNING)[0][0] == "Ada"
    assert overruling(at=MORNING)[0][1].kept == 10


def test_few_letters_show_no_share(cast: Cast) -> None:
    write(cast.ada, at=MORNING)
    assert str(overruled(at=MORNING)[0].rate) == "not enough data (n 1)"


def test_a_check_that_is_overruled_more_often_of_late_is_said_to_be_perhaps_wrong(cast: Cast) -> None:
    fair = "I am sorry that your table never came."
    before = MORNING - timedelta(days=60)
    for number in range(20):
        write(cast.ada, at=before, words=fair, number=number)
    for number in range(10):
        write(cast.ada, at=MORNING, number=number)
    rising = {one.code for one in overruled(at=MORNING) if one.rising}
    assert "C06" in rising
    assert "C15" not in rising  # as often before


def test_a_notice_is_one_decision_however_many_got_it(cast: Cast) -> None:
    problem = make_problem(cast)
    affect(problem, people(30), cast)
    send(make_notice(problem, cast, words=f"{WORDS}\n{BAD}\n"), cast)
    assert {one.code: one.rate.kept for one in overruled(at=MORNING)}["C06"] == 1
    assert [(name, rate.kept, rate.n) for name, rate in overruling(at=MORNING)] == [("Ada", 1, 1)]


def test_first_answers_are_told_by_their_parts(cast: Cast) -> None:
    for number in range(10):
        write(cast.ada, at=MORNING, number=number)
    found = first_answers(at=MORNING)
    assert (found.n, found.whole.kept) == (10, 0)
    assert dict(found.parts)["regret"].kept == 0
    assert found.score is not None


def test_leads_see_it_on_a_page_and_agents_do_not(cast: Cast) -> None:
    leo, ada = Client(), Client()
    leo.force_login(cast.leo)
    ada.force_login(cast.ada)
    assert ada.get("/practice/coach").status_code == 403
    assert "Nothing went against the coach" in leo.get("/practice/coach").content.decode()
    assert "/practice/coach" in leo.get("/practice").content.decode()
