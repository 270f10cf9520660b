"""What the customer chose, as they read it: once, with what becomes of it; and a word where it has not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.journal.entry import Entry
from amends.remedies.choosing import choose
from amends.remedies.execution import Execution
from amends.remedies.tracking import receive
from tests.cast import HOUR, Cast
from tests.remedies.scenes import lost, options, stock, three, understood
from tests.web.portal.forms import send
from tests.web.portal.scenes import token
from tests.web.portal.test_the_page import words_of

if TYPE_CHECKING:
    from datetime import datetime

    from django.test import Client

    from amends.offers.offer import Choice

pytestmark = pytest.mark.django_db


def changed_their_mind(cast: Cast, now: datetime) -> Choice:
    """First the redo, then the replacement."""
    at = now - 3 * HOUR
    stock(cast)
    case = understood(cast.ada, at=at, wish="The moon")
    lost(case, failure="F1", by=cast.ada, at=at)
    row = three(case, cast.ada, at=at)
    replacement, redo, _ = options(row)
    choose(row, redo, via="portal", by=case.customer, at=at + HOUR)
    return choose(row, replacement, via="portal", by=case.customer, at=now - HOUR)


def test_what_they_chose_stands_once_and_what_they_chose_before_is_no_broken_word(
    browser: Client, now: datetime, cast: Cast
) -> None:
    choice = changed_their_mind(cast, now)
    shown = words_of(browser, choice.case, now)
    assert "You chose: The same again, sent first We do it by" in shown
    assert "What we promised you" not in shown
    assert "What we do for you" not in shown
    assert "no longer needed" not in shown


def test_it_has_not_come_is_a_word_of_theirs_that_is_read_and_answered(
    browser: Client, now: datetime, cast: Cast
) -> None:
    choice = changed_their_mind(cast, now)
    case = choice.case
    Execution.objects.begin(choice, evidence="packed", by=cast.ada, at=now)
    assert "It has not come, or is not right" in words_of(browser, case, now)
    act = f"remedies/{choice.pk}/shortfall"
    assert send(browser, token(case, at=now), act, words=" ").status_code == 422
    answer = send(browser, token(case, at=now), act, words="The box came empty.")
    assert (answer.status_code, answer["Location"].rpartition("?")[2]) == (303, "done=shortfall")
    assert "We find out what happened, and write to you." in browser.get(answer["Location"]).content.decode()
    assert case.messages.latest("pk").text == "The box came empty."
    assert Entry.objects.filter(chain=case.pk, deed="remedy.disputed").count() == 1


def test_whoever_said_that_they_have_it_may_say_that_it_is_not_right_after_all(
    browser: Client, now: datetime, cast: Cast
) -> None:
    choice = changed_their_mind(cast, now)
    Execution.objects.begin(choice, evidence="packed", by=cast.ada, at=now)
    choice.refresh_from_db()
    receive(choice, by=choice.case.customer, at=now)
    assert "It is not right after all" in words_of(browser, choice.case, now)
    send(browser, token(choice.case, at=now), f"remedies/{choice.pk}/shortfall", words="It is the wrong one.")
    choice.refresh_from_db()
    assert (choice.had_at, choice.state()) == (None, "executed")


def test_of_another_case_nothing_can_be_said(browser: Client, now: datetime, cast: Cast) -> None:
    choice = changed_their_mind(cast, now)
    Execution.objects.begin(choice, evidence="packed", by=cast.ada, at=now)
    other = understood(cast.ada, email="other@example.com")
    answer = send(browser, token(other, at=now), f"remedies/{choice.pk}/shortfall", words="Where is it?")
    assert answer.status_code == 409
    assert not other.messages.filter(text="Where is it?").exists()
