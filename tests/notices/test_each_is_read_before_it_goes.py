"""Each letter of a wave is read with the facts of its own case; whose letter does not pass is set apart, and shown."""

from __future__ import annotations

import pytest

from amends.advice.advice import Advice, HeldBack
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.messages.message import Message
from amends.notices.notice import Notice, Recipient
from amends.notices.results import Result, results
from amends.offers.offering import Given, Terms
from amends.problems.problem import Problem
from amends.remedies.choosing import grant
from tests.cast import HOUR, MORNING, SURE, Cast
from tests.notices.waves import make_notice, send
from tests.problems.scenes import WORDS, affect, make_problem
from tests.remedies.scenes import lost, money

pytestmark = pytest.mark.django_db

TITLED = WORDS.replace("Dear {name}", "Dear Mr {name}")


@pytest.fixture
def problem(cast: Cast) -> Problem:
    """Three customers, each with an order."""
    found = make_problem(cast)
    rows = [
        "John Bell,john@example.com,,,17",
        "Sarah Adeyemi,sarah@example.com,,,18",
        "David Osei,david@example.com,,,19",
    ]
    affect(found, rows, cast)
    return found


def test_who_would_be_called_by_a_title_that_is_not_theirs_is_set_apart(problem: Problem, cast: Cast) -> None:
    notice = make_notice(problem, cast, words=TITLED)
    send(notice, cast)
    apart = Recipient.objects.exclude(held=[]).get()
    assert (apart.affected.name, apart.held, apart.message) == ("Sarah Adeyemi", ["C47"], None)
    assert "Title and name do not go together" in apart.passed_over
    assert (results(notice)[Result.HELD], results(notice)[Result.WAITS], results(notice)[Result.OVER]) == (1, 2, 0)
    waiting = Case.objects.get(customer__name="Sarah Adeyemi")
    assert (waiting.stage, waiting.human_spoke_at) == ("new", None)
    assert problem.journal.filter(deed="wave.held").count() == 1


def test_a_fact_of_the_list_that_is_a_place_left_open_is_found_in_the_letter_that_bears_it(cast: Cast) -> None:
    problem = make_problem(cast)
    affect(problem, ["John Bell,john@example.com,,,[ORDER]", "David Osei,david@example.com,,,19"], cast)
    send(make_notice(problem, cast), cast)
    assert Recipient.objects.exclude(held=[]).get().affected.name == "John Bell"


def test_a_name_that_is_a_place_left_open_is_set_apart_and_a_plain_one_is_not(cast: Cast) -> None:
    problem = make_problem(cast)
    affect(problem, ["[First name],a@example.com,,,18", "Zoë O'Neil-Smith,z@example.com,,,19"], cast)
    send(make_notice(problem, cast), cast)
    assert Recipient.objects.exclude(held=[]).get().affected.name == "[First name]"


def test_every_letter_that_goes_was_read(problem: Problem, cast: Cast) -> None:
    send(make_notice(problem, cast), cast)
    assert Message.objects.filter(purpose="notice").count() == 3
    assert [one.held for one in Advice.objects.all()] == [[], [], []]


def test_what_its_writer_overruled_for_all_holds_nobodys_letter_back(problem: Problem, cast: Cast) -> None:
    notice = make_notice(problem, cast, words=WORDS + "\nWe apologise for any inconvenience.\n")
    assert "C06" in notice.held
    assert notice.because == SURE
    send(notice, cast)
    assert results(notice)[Result.HELD] == 0


@pytest.mark.parametrize("kind", ["tell", "update", "follow_up"])
def test_a_notice_of_any_kind_is_held_back(problem: Problem, cast: Cast, kind: str) -> None:
    words = WORDS + "\nWe are sorry you feel that way."
    with pytest.raises(HeldBack, match="Sorry for how they feel"):
        problem.notices.write("News", words, kind=kind, by=cast.ada, at=MORNING)
    assert not Notice.objects.exists()


def test_news_that_promises_is_recorded_with_it_too(problem: Problem, cast: Cast) -> None:
    with pytest.raises(Refused, match="not recorded with it"):
        problem.notices.write("News", "We will send you a new jar by Friday.", kind="update", by=cast.ada, at=MORNING)


def test_news_of_a_refund_does_not_go_to_whose_refund_is_not_paid(problem: Problem, cast: Cast) -> None:
    send(make_notice(problem, cast), cast)
    case = Case.objects.get(customer__name="Sarah Adeyemi")
    case.concerns.note("The jar leaks", by=cast.leo, at=MORNING)
    held = case.rounds.current()
    held.read_back("The jar leaks.", by=cast.leo, at=MORNING)
    held.confirm("phone", by=cast.leo, at=MORNING)
    held.tell_wish("My money back", "phone", by=cast.leo, at=MORNING)
    case.refresh_from_db()
    lost(case, by=cast.leo)
    grant(case, Given(remedy=money(cast, "40.00")), Terms(wish=True), via="phone", by=cast.leo, at=MORNING)
    later = MORNING + HOUR
    news = make_notice(problem, cast, kind="update", at=later, words="Dear {name},\n\nyour refund has been paid.\n")
    send(news, cast, at=later)
    apart = Recipient.objects.exclude(held=[]).get()
    assert (apart.affected.name, apart.held) == ("Sarah Adeyemi", ["C49"])
    assert "On record it is agreed" in apart.passed_over
    assert results(news)[Result.WAITS] == 2
