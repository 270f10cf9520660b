"""Whatever a customer does on their page reaches the owner, and twice the same click is one deed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from amends.cases.stages import Stage
from amends.journal.entry import Entry
from amends.web.portal.limits import ON_ONE_CASE
from tests.cast import HOUR, Cast
from tests.web.portal.forms import mark_on, send
from tests.web.portal.scenes import make_scene, token
from tests.web.portal.test_the_page import everything, words_of

if TYPE_CHECKING:
    from datetime import datetime

    from django.test import Client

    from amends.cases.case import Case

pytestmark = pytest.mark.django_db


def entries(case: Case, deed: str) -> list[tuple[str, str]]:
    """Who did this deed on the case, in the journal's words."""
    found = Entry.objects.filter(chain=case.pk, deed=deed).order_by("seq")
    return [(entry.actor_kind, entry.actor_name) for entry in found]


def answers(case: Case, *said: str) -> dict[str, str]:
    """The radio buttons of the follow-up, in the order of the page."""
    keys = case.concerns.standing().order_by("pk").values_list("pk", flat=True)
    return {f"concern-{key}": value for key, value in zip(keys, said, strict=False) if value}


def test_yes_reaches_the_owner_and_two_clicks_are_one_yes(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    link = token(case, at=now)
    filled = {"mark": mark_on(browser.get(f"/c/{link}"))}
    for _ in range(2):
        page = browser.post(f"/c/{link}/confirmation", filled)
        assert (page.status_code, page["Location"]) == (303, f"/c/{link}?done=confirmation")
    case.refresh_from_db()
    assert (case.stage, case.owner, case.waiting_since) == (Stage.UNDERSTOOD, cast.ada, now)
    assert entries(case, "case.understood") == [("customer", "Mrs Okafor")]
    assert "Thank you. Now we know that we got it right." in browser.get(page["Location"]).content.decode()


def test_yes_in_two_windows_is_one_yes(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    link = token(case, at=now)
    marks = [mark_on(browser.get(f"/c/{link}")) for _ in range(2)]
    assert [browser.post(f"/c/{link}/confirmation", {"mark": mark}).status_code for mark in marks] == [303, 303]
    assert len(entries(case, "case.understood")) == 1


def test_not_quite_reaches_the_owner_with_their_words(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    assert send(browser, token(case, at=now), "correction", words="It was the chair.").status_code == 303
    case.refresh_from_db()
    assert (case.stage, case.waiting_since) == (Stage.LISTENING, now)
    assert entries(case, "readback.disputed") == [("customer", "Mrs Okafor")]
    shown = words_of(browser, case, now)
    assert "You told us that this is not quite right: It was the chair." in shown
    assert "Did we understand you?" not in shown


def test_the_wish_reaches_the_owner(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    link = token(case, at=now)
    send(browser, link, "confirmation")
    assert "What would put it right for you?" in words_of(browser, case, now)
    assert send(browser, link, "wish", words="Bring it on Friday.").status_code == 303
    case.refresh_from_db()
    assert (case.rounds.current().wish, case.waiting_since) == ("Bring it on Friday.", now)
    assert entries(case, "wish.told") == [("customer", "Mrs Okafor")]


def test_a_message_reaches_the_owner_and_a_double_click_is_one_message(
    browser: Client, now: datetime, cast: Cast
) -> None:
    case = make_scene("acting", cast, now=now)
    link = token(case, at=now)
    mark = mark_on(browser.get(f"/c/{link}"))
    for words in ("Where is it?", "Where is it?", "Where is it now?"):
        page = browser.post(f"/c/{link}/messages", {"mark": mark, "words": words})
        assert (page.status_code, page["Location"]) == (303, f"/c/{link}?done=message")
    case.refresh_from_db()
    said = case.messages.theirs().filter(channel="portal").order_by("pk").values_list("text", flat=True)
    assert (list(said), case.waiting_since) == (["Where is it?", "Where is it now?"], now)
    assert entries(case, "message.received")[-1] == ("customer", "Mrs Okafor")
    assert "Thank you. We have your message; it goes to Ada." in browser.get(page["Location"]).content.decode()


def test_not_yet_on_one_concern_begins_again_with_the_same_owner(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("followed", cast, now=now)
    link = token(case, at=now)
    page = send(browser, link, "answers", words="One leg is loose.", **answers(case, "not_yet", "right"))
    case.refresh_from_db()
    assert (case.stage, case.round, case.owner, case.waiting_since) == (Stage.UNDERSTOOD, 2, cast.ada, now)
    assert entries(case, "concern.answered") == [("customer", "Mrs Okafor")] * 2
    shown = browser.get(page["Location"]).content.decode()
    assert "We are sorry that it is not right yet. Your case is open again." in shown
    assert "Ada is working out with you how to put it right, and will write to you by 09:30 tomorrow" not in shown
    assert "“One leg is loose.”" in shown


def test_yes_to_everything_waits_for_the_call_and_says_so(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("followed", cast, now=now)
    send(browser, token(case, at=now), "answers", **answers(case, "right", "right"))
    case.refresh_from_db()
    assert (case.stage, case.waiting_since) == (Stage.RESOLVED, now)
    shown = words_of(browser, case, now)
    assert "Ada will still call you, to hear it from you in person; after that we end your case." in shown


def test_yes_to_everything_after_the_call_ends_the_case(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("followed", cast, now=now)
    case.follow_ups.get(kind="call").waive(because="asked for mail only", by=cast.mira, at=now)
    send(browser, token(case, at=now), "answers", **answers(case, "right", "right"))
    case.refresh_from_db()
    assert (case.stage, case.ending, case.waiting_since) == (Stage.CLOSED, "satisfied", None)
    assert "You told us it is put right" in words_of(browser, case, now)


def test_some_answers_leave_the_others_open(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("followed", cast, now=now)
    page = send(browser, token(case, at=now), "answers", **answers(case, "right"))
    assert "1 of your points still wait for an answer" in browser.get(page["Location"]).content.decode()


@pytest.mark.parametrize("scene", ["satisfied", "unconfirmed"])
def test_an_ended_case_begins_again_by_not_yet(browser: Client, now: datetime, cast: Cast, scene: str) -> None:
    case = make_scene(scene, cast, now=now)
    assert send(browser, token(case, at=now), "answers", **answers(case, "not_yet")).status_code == 303
    case.refresh_from_db()
    assert (case.stage, case.owner, case.waiting_since) == (Stage.UNDERSTOOD, cast.ada, now)


def test_an_ended_case_still_hears_a_message(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("declined", cast, now=now)
    assert send(browser, token(case, at=now), "messages", words="That is not fair.").status_code == 303
    case.refresh_from_db()
    assert case.waiting_since == now


@pytest.mark.parametrize(
    ("scene", "act", "typed"),
    [
        ("new", "confirmation", {}),
        ("new", "correction", {"words": "No."}),
        ("satisfied", "wish", {"words": "More."}),
        ("acting", "answers", "right"),
        ("declined", "answers", "not_yet"),
        ("new", "messages", {"words": "  "}),
    ],
)
def test_what_has_no_place_is_refused_and_the_words_are_kept(
    browser: Client, now: datetime, cast: Cast, scene: str, act: str, typed: Any
) -> None:
    case = make_scene(scene, cast, now=now)
    if isinstance(typed, str):
        case.concerns.note("It is late", by=cast.ada, at=now)
        typed = {"words": "Kept words", **answers(case, typed)}
    page = send(browser, token(case, at=now), act, **typed)
    assert page.status_code == 409
    assert typed.get("words", "").strip() in page.content.decode()
    assert 'role="alert"' in page.content.decode()


def test_a_form_that_is_not_ours_does_nothing(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    link, other = token(case, at=now), make_scene("new", cast, now=now)
    foreign = mark_on(browser.get(f"/c/{token(other, at=now)}"))
    before = everything()
    for mark in ("", "x", foreign):
        for act in ("confirmation", "correction", "wish", "messages", "answers"):
            page = browser.post(f"/c/{link}/{act}", {"mark": mark, "words": "These words stay."})
            assert page.status_code == 403
            assert act in {"confirmation", "answers"} or "These words stay." in page.content.decode()
    assert everything() == before


def test_a_flood_on_one_case_must_wait_and_the_words_are_kept(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("acting", cast, now=now)
    link = token(case, at=now)
    for n in range(ON_ONE_CASE.most):
        assert send(browser, link, "messages", words=f"Word {n}").status_code == 303
    page = send(browser, link, "messages", words="And one more.")
    assert page.status_code == 429
    assert "Please press the button again after 10:15" in page.content.decode()
    assert "And one more." in page.content.decode()
    assert case.messages.filter(text="And one more.").count() == 0


def test_the_thanks_in_the_address_say_nothing_that_is_not_so(browser: Client, now: datetime, cast: Cast) -> None:
    link = token(make_scene("acting", cast, now=now), at=now + HOUR)
    for done in ("confirmation", "correction", "wish", "message", "answers", "x", "<b>"):
        page = browser.get(f"/c/{link}", {"done": done}).content.decode()
        assert ("notice-good" in page) == (done in {"confirmation", "wish"})
