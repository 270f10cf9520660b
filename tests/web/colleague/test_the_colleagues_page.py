"""The page of a colleague outside the desk: three answers, and nothing of the customer's but what was written for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from amends.asks.ask import Ask, State
from amends.asks.link import token_of
from amends.journal.entry import Entry
from tests.cast import DAY, HOUR, MORNING, make_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    cache.clear()
    with time_machine.travel(MORNING + HOUR, tick=False):
        yield


@pytest.fixture
def ask(cast: Cast) -> Ask:
    """Ada asks Jo at the depot to look for the parcel."""
    case = make_case(words="My very own words", subject="My very own subject")
    case.take(by=cast.ada, at=MORNING)
    return case.asks.make(
        "Look for the parcel", name="Jo Lee", email="jo@depot.example.com", department="Depot",
        priority="She waits for nine days.", by=cast.ada, at=MORNING,
    )  # fmt: skip


def opened(ask: Ask) -> Any:
    return Client().get(f"/a/{token_of(ask)}")


def shown(page: Any) -> str:
    return " ".join(page.content.decode().split())


def answer(ask: Ask, noun: str, **typed: str) -> Any:
    """As a browser does: open the page, fill in the form, press its button."""
    browser = Client(enforce_csrf_checks=True)
    token = token_of(ask)
    found = re.search(r'name="mark" value="([^"]+)"', browser.get(f"/a/{token}").content.decode())
    mark = found[1] if found else ""
    page = browser.post(f"/a/{token}/{noun}", {"mark": mark, **typed})
    ask.refresh_from_db()
    return page


def test_it_shows_what_is_asked_by_whom_by_when_and_why_and_nothing_else(ask: Ask) -> None:
    page = shown(opened(ask))
    for words in ("Ada asks you", "Look for the parcel", "She waits for nine days.", "Jo Lee, Depot"):
        assert words in page
    for words in ("very own", "Okafor", ask.case.reference):
        assert words not in page


def test_they_say_that_they_see_to_it_and_then_that_it_is_done(ask: Ask) -> None:
    assert answer(ask, "acknowledgement").status_code == 303
    assert ask.state == State.ACKNOWLEDGED
    assert "You told us today (Tuesday) that you see to it." in shown(opened(ask))
    assert answer(ask, "answer", words="It stood behind the door.").status_code == 303
    assert (ask.state, ask.answer) == (State.DONE, "It stood behind the door.")
    assert "You told us that it is done" in shown(opened(ask))
    sentences = [entry.sentence for entry in Entry.objects.filter(chain=ask.case_id)]
    assert "Jo Lee did what was asked: Look for the parcel: It stood behind the door." in sentences
    assert Entry.objects.filter(chain=ask.case_id).latest("seq").actor_name == "Jo Lee"


def test_they_say_why_not_in_words(ask: Ask) -> None:
    page = answer(ask, "refusal", words="")
    assert (page.status_code, "Please say why not." in shown(page)) == (422, True)
    assert answer(ask, "refusal", words="The belt is broken.").status_code == 303
    assert ask.state == State.REFUSED


def test_what_was_answered_before_is_not_answered_again(ask: Ask) -> None:
    page = opened(ask)
    mark = re.search(r'name="mark" value="([^"]+)"', page.content.decode())
    assert mark
    ask.finish("Found", by=ask.asked_by, at=MORNING)
    again = Client().post(f"/a/{token_of(ask)}/refusal", {"mark": mark[1], "words": "no"})
    assert (again.status_code, "answered before" in shown(again)) == (409, True)


def test_sent_twice_it_is_one_answer(ask: Ask) -> None:
    mark = re.search(r'name="mark" value="([^"]+)"', opened(ask).content.decode())
    assert mark
    for _ in range(2):
        typed = {"mark": mark[1], "words": "Found"}
        assert Client().post(f"/a/{token_of(ask)}/answer", typed).status_code == 303


def test_a_form_that_we_did_not_give_out_does_nothing(ask: Ask) -> None:
    for mark in ("", "x", "abc:def:ghi"):
        page = Client().post(f"/a/{token_of(ask)}/answer", {"mark": mark, "words": "my words"})
        assert (page.status_code, "my words" in shown(page)) == (403, True)
    ask.refresh_from_db()
    assert ask.state == State.ASKED


def test_looking_changes_nothing(ask: Ask) -> None:
    token = token_of(ask)
    for noun in ("acknowledgement", "answer", "refusal"):
        assert Client().get(f"/a/{token}/{noun}").status_code == 303
        assert Client().put(f"/a/{token}/{noun}").status_code == 405
    assert Client().post(f"/a/{token}").status_code == 405
    ask.refresh_from_db()
    assert ask.state == State.ASKED


def test_a_great_deal_in_a_short_time_is_put_off(ask: Ask) -> None:
    for number in range(40):
        answer(ask, "refusal", words=f"no {number}")
        Ask.objects.update(state=State.ASKED, answered_at=None, answer="", check_due=None)
        ask.case.deadlines.filter(kind="check").delete()
    page = answer(ask, "answer", words="my words")
    assert (page.status_code, "my words" in shown(page)) == (429, True)


@pytest.mark.parametrize("spoil", [lambda t: f"{t}x", lambda _: "1-x", lambda _: "x", lambda t: t.replace("-", "--")])
def test_a_stranger_gets_the_same_404(ask: Ask, spoil: Any) -> None:
    pages = [Client().get(f"/a/{spoil(token_of(ask))}"), Client().post(f"/a/{spoil(token_of(ask))}/answer")]
    assert [page.status_code for page in pages] == [404, 404]
    assert "Look for the parcel" not in shown(pages[0])


def test_a_link_that_ran_out_or_is_no_longer_wanted_opens_nothing(cast: Cast, ask: Ask) -> None:
    with time_machine.travel(MORNING + 91 * DAY, tick=False):
        assert opened(ask).status_code == 404
    ask.withdraw(because="it came", by=cast.ada, at=MORNING)
    assert opened(ask).status_code == 404


def test_the_page_is_kept_by_nobody_and_tells_no_other_site(ask: Ask) -> None:
    page = opened(ask)
    assert (page["Cache-Control"], page["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert not page.cookies


def test_what_is_written_in_an_ask_is_text_and_never_markup(cast: Cast, ask: Ask) -> None:
    Ask.objects.update(what="<script>alert(1)</script>", priority="<img src=x>")
    page = shown(opened(ask))
    assert "<script>alert" not in page
    assert "<img src=x" not in page
