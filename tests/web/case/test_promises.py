"""Promises on the page of a case: recorded as they are written, kept, moved with a letter, answered for, and all to be seen."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from amends.deadlines.deadline import Deadline
from amends.messages.inbound import Chase
from amends.messages.writing import Reply, hear, reply
from tests.cast import DAY, HOUR, MORNING, SURE, make_case
from tests.web.case.test_speaking import last, shown
from tests.web.case.test_the_page import resolved, statements

if TYPE_CHECKING:
    from datetime import datetime

    from amends.promises.promise import Promise
    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = pytest.mark.django_db
BINDS = "I am sorry. We will send you a new table tomorrow."
SENTENCE = "We will send you a new table tomorrow."


def typed(when: datetime) -> str:
    """As a browser sends it."""
    return f"{timezone.localtime(when):%Y-%m-%dT%H:%M}"


def later(hours: int = 24) -> datetime:
    return timezone.now() + timedelta(hours=hours)


def promised(desk: Desk, words: str = "send a new table", *, made: timedelta = DAY, due: timedelta = DAY) -> Promise:
    """Made so long ago, and due so long from now; before now is negative."""
    now = timezone.now()
    return desk.case.promises.make(words, due=now + due, by=desk.person, at=now - made)


def row(number: int = 0, /, **fields: str) -> dict[str, str]:
    """A row as the page sends it."""
    return {f"promise-{number}-{name}": value for name, value in fields.items()}


def text(page: object) -> str:
    words = re.sub(r"<[^>]+>", " ", page.content.decode())  # type: ignore[attr-defined]
    return " ".join(words.split())


# In what is written.


def test_a_mail_that_promises_something_unrecorded_comes_back_with_the_sentence_and_its_time(ada: Desk) -> None:
    page = ada.act("replies", words=BINDS, readback="The table never came.")
    assert (page.status_code, ada.case.messages.ours().count()) == (422, 0)
    assert "These words promise something that is not on record yet." in shown(page)
    [asked] = page.context["page"].refused.shown
    assert (asked.words, asked.kind, asked.found) == (SENTENCE, "delivery", True)
    assert asked.due == f"{timezone.localtime() + DAY:%Y-%m-%d}T17:00"
    assert f'value="{SENTENCE}"' in shown(page)
    assert "The table never came." in shown(page)


def test_once_it_is_recorded_the_mail_goes_and_the_promise_knows_its_mail(ada: Desk) -> None:
    due = later()
    answer = ada.act("replies", words=BINDS, **row(words=SENTENCE, due=typed(due), kind="delivery", found="on"))
    assert answer.status_code == 303
    held = ada.case.promises.get()
    assert (held.words, held.kind, held.made_in) == (SENTENCE, "delivery", last(ada))
    assert typed(held.deadline.due_at) == typed(due)


def test_a_sentence_that_is_no_promise_is_let_go_with_a_tick(ada: Desk) -> None:
    assert ada.act("replies", words=BINDS, **row(words=SENTENCE, found="on", none="on")).status_code == 303
    assert ada.case.promises.count() == 0


def test_a_found_sentence_without_a_time_is_asked_for_again_and_nothing_is_lost(ada: Desk) -> None:
    page = ada.act("replies", words=BINDS, **row(words=SENTENCE, due="", kind="delivery", found="on"))
    assert page.status_code == 422
    assert "Say by when, or that it is no promise." in shown(page)
    assert [one.words for one in page.context["page"].refused.shown] == [SENTENCE]


def test_a_sentence_the_writer_took_out_is_not_asked_about_any_more(ada: Desk) -> None:
    kept = row(words=SENTENCE, due="", kind="delivery", found="on")
    assert ada.act("replies", **{"words": "I am sorry.", **kept}).status_code == 303
    assert ada.case.promises.count() == 0


def test_two_promises_leave_in_one_mail(ada: Desk) -> None:
    rows = row(words="send the table", due=typed(later()), kind="delivery") | row(
        3, words="call about the bill", due=typed(later(48)), kind="call"
    )
    assert ada.act("replies", words="I am sorry.", **rows).status_code == 303
    assert [(p.words, p.kind) for p in ada.case.promises.order_by("pk")] == [
        ("send the table", "delivery"),
        ("call about the bill", "call"),
    ]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"words": "send it"}, "Say by when."),
        ({"due": "2999-01-01T10:00", "words": "send it"}, "Choose a time that is still to come, within five years."),
        ({"due": "2020-01-01T10:00", "words": "send it"}, "Choose a time that is still to come, within five years."),
        ({"due": "soon", "words": "send it"}, "Enter a valid date/time."),
        ({"due": "2026-12-01T10:00"}, "Write what is promised, or empty the row."),
    ],
)
def test_half_a_promise_is_refused_with_what_it_lacks(ada: Desk, fields: dict[str, str], sentence: str) -> None:
    page = ada.act("replies", words="I am sorry.", **row(0, **fields))
    assert (page.status_code, sentence in shown(page)) == (422, True)
    assert ada.case.messages.ours().count() == 0


def test_an_empty_row_is_none(ada: Desk) -> None:
    assert ada.act("replies", words="I am sorry.", **row(words="", due="", kind="deed")).status_code == 303
    assert ada.case.promises.count() == 0


def test_a_draft_keeps_its_promises(ada: Desk) -> None:
    ada.act("draft", words="Dear Mrs Okafor", **row(words="send the table", due=typed(later()), kind="delivery"))
    form = ada.look().context["page"].fresh("reply")
    kept = [(one.words, one.due, one.kind) for one in form.rows]
    assert kept == [("send the table", typed(later()), "delivery")]
    assert 'value="send the table"' in shown(ada.look())


def test_the_selected_words_say_what_is_promised_and_by_when(ada: Desk) -> None:
    url = f"/cases/{ada.case.reference}/promise-guess"
    said = ada.client.post(url, {"words": "We will call you tomorrow at 10:00"}).json()
    assert said == {"due": f"{timezone.localtime() + DAY:%Y-%m-%d}T10:00", "kind": "call"}
    assert ada.client.post(url, {"words": "a new table"}).json() == {"due": "", "kind": ""}
    assert ada.client.get(url).status_code == 405
    assert ada.client.post("/cases/AAAA-AAAA/promise-guess", {"words": "x"}).status_code == 404


@pytest.mark.parametrize("way", ["phone", "visit", "letter_out"])
def test_what_is_promised_in_a_talk_is_recorded_with_it(ada: Desk, way: str) -> None:
    rows = row(words="bring the table", due=typed(later()), kind="delivery")
    assert ada.act("calls", way=way, words="We spoke.", **rows).status_code == 303
    assert ada.case.promises.get().made_in == last(ada)


def test_their_own_letter_promises_nothing_for_us(ada: Desk) -> None:
    page = ada.act("calls", way="letter_in", words="Dear all", **row(words="send it", due=typed(later())))
    assert (page.status_code, "A letter of theirs promises nothing for us." in shown(page)) == (422, True)
    assert ada.case.promises.count() == 0


def test_a_caller_who_had_to_ask_is_counted_and_shows_on_the_line(ada: Desk) -> None:
    ada.act("calls", way="phone", words="She asked where it is.", chased="on")
    assert Chase.objects.get().message == last(ada)
    words = text(ada.look())
    assert "they had to ask us 1 time" in words
    assert words.count("they had to ask us") == 2


def test_a_follow_up_mail_that_promises_can_be_sent(ada: Desk) -> None:
    ada.case = make_case(email="other@example.com", name="Priya")
    resolved(ada)
    parts = {
        "apology": "Sorry.", "what_went_wrong": "It was lost.", "how_put_right": "We sent it.", "thanks": "Thank you.",
        "recurrence": "We will check every parcel before it leaves.",
    }  # fmt: skip
    page = ada.act("follow-up-mail", **parts)
    assert page.status_code == 422
    [asked] = page.context["page"].refused.shown
    assert ada.act("follow-up-mail", **parts, **row(words=asked.words, found="on", none="on")).status_code == 303


# One promise.


def test_a_promise_has_a_kind(ada: Desk) -> None:
    ada.act("promises", words="call her", due=typed(later()), kind="call")
    assert ada.case.promises.get().kind == "call"


def test_a_kept_promise_is_told_by_our_next_word_or_was_by_the_last(ada: Desk) -> None:
    told, untold = promised(ada, "call her"), promised(ada, "write to her")
    message = reply(ada.case, Reply(sure=SURE, words="It is done. I called."), by=ada.person, at=timezone.now())
    ada.act(f"promises/{told.pk}/keeping", evidence="I called at ten.", known="on")
    ada.act(f"promises/{untold.pk}/keeping", evidence="The letter is in the post.")
    told.refresh_from_db()
    untold.refresh_from_db()
    assert (told.told_in, untold.told_in) == (message, None)
    words = text(ada.look())
    assert "the customer was told" in words
    assert "The customer has not been told yet." in words


def test_nobody_knows_what_was_never_said(ada: Desk) -> None:
    held = promised(ada)
    page = ada.act(f"promises/{held.pk}/keeping", evidence="It is there.", known="on")
    assert (page.status_code, "We have not said anything to them since it was promised." in shown(page)) == (422, True)
    held.refresh_from_db()
    assert held.kept_at is None


def move(desk: Desk, held: Promise, **changes: str) -> Any:
    given = {
        "due": typed(later(72)),
        "because": "carrier",
        "words": "I am sorry. The new date is [the new date]. [why]",
    }
    return desk.act(f"promises/{held.pk}/move", **{**given, **changes})


def test_a_date_moves_with_the_letter_that_says_so(ada: Desk) -> None:
    held, new = promised(ada), typed(later(72))
    assert move(ada, held, due=new).status_code == 303
    held.refresh_from_db()
    due = timezone.localtime(held.deadline.due_at)
    assert (held.notice, held.moved_because, typed(due)) == (last(ada), "carrier", new)
    assert last(ada).text == (
        f"I am sorry. The new date is {due:%A} {due.day} {due:%B} at {due:%H:%M}. The carrier is late."
    ).replace(f"{due:%B} at", f"{due:%B}{'' if due.year == timezone.localtime().year else f' {due.year}'} at")
    words = text(ada.look())
    assert "moved, told first" in words
    assert "Its date moved once already." in words


def test_the_letter_is_begun_with_both_dates_and_our_regret(ada: Desk) -> None:
    held = promised(ada)
    form = ada.look(f"?move.{held.pk}=1").context["page"].moving
    first = timezone.localtime(held.first_due_at)
    assert f"by {first:%A} {first.day} {first:%B}" in form.suggested
    assert "[the new date]" in form.suggested
    assert "I am sorry" in form.suggested
    assert move(ada, held, words=form.suggested).status_code == 303


def test_a_letter_that_does_not_say_the_new_date_moves_nothing(ada: Desk) -> None:
    held = promised(ada)
    page = move(ada, held, words="I am sorry, it takes longer.")
    assert (page.status_code, "The letter does not name the new date." in shown(page)) == (422, True)
    assert "I am sorry, it takes longer." in shown(page)
    assert ada.case.messages.ours().count() == 0


def test_what_else_the_letter_promises_is_recorded_or_let_go(ada: Desk) -> None:
    held = promised(ada)
    words = "I am sorry. The new date is [the new date]. We will refund the delivery tomorrow."
    page = move(ada, held, words=words)
    assert page.status_code == 422
    [asked] = page.context["page"].refused.shown
    assert asked.words == "We will refund the delivery tomorrow."
    answer = move(ada, held, words=words, **row(words=asked.words, due=asked.due, kind="money", found="on"))
    assert answer.status_code == 303
    assert ada.case.promises.count() == 2


def test_a_customer_without_mail_is_told_on_the_phone(ada: Desk) -> None:
    ada.case = make_case(email="", phone="020 7946 0017", channel="phone", name="Old Mr Lee")
    held = promised(ada)
    assert ada.look(f"?move.{held.pk}=1").context["page"].moving["spoken"].value() is True
    assert move(ada, held, spoken="on").status_code == 303
    held.refresh_from_db()
    assert held.notice == last(ada)
    assert last(ada).channel == "phone"


def test_a_date_does_not_move_twice_nor_after_it_has_passed(ada: Desk) -> None:
    moved, broken = promised(ada), promised(ada, "call her", due=-HOUR)
    move(ada, moved)
    for held, sentence in ((moved, "It moves once."), (broken, "it is broken, and can only be kept late")):
        page = move(ada, held)
        assert (page.status_code, sentence in shown(page)) == (422, True)
        assert ada.look(f"?move.{held.pk}=1").context["page"].moving is None
    assert "Its time has passed, so its date cannot move" in text(ada.look())


def test_a_promise_of_another_case_is_not_found(ada: Desk) -> None:
    other = make_case(email="lee@example.com")
    held = other.promises.make("x", due=later(), by=ada.person, at=timezone.now())
    for noun in ("keeping", "release", "move"):
        given = {"evidence": "x", "because": "carrier", "words": "[the new date]", "due": typed(later(72))}
        assert ada.act(f"promises/{held.pk}/{noun}", **given).status_code == 404


# After one was broken.


def test_after_a_broken_promise_the_next_one_names_a_lead(cast: Cast, ada: Desk) -> None:
    promised(ada, due=-HOUR)
    rows = row(words="call her", due=typed(later()), kind="call")
    for noun, given in (
        ("replies", {"words": "I am sorry.", **rows}),
        ("calls", {"words": "We spoke.", "way": "phone", **rows}),
        ("promises", {"words": "call her", "due": typed(later())}),
    ):
        page = ada.act(noun, **given)
        assert (page.status_code, "Name the lead who answers for the next one." in shown(page)) == (422, True)
        assert "call her" in shown(page)
        assert ada.act(noun, **given, backed_by=cast.leo.pk).status_code == 303
    backed = ada.case.promises.filter(words="call her")
    assert [held.backed_by for held in backed] == [cast.leo] * 3
    assert "Leo; Ada keeps it" in text(ada.look()) or "Answers for it Leo" in text(ada.look())


def test_a_lead_answers_for_their_own_and_words_alone_need_nobody(ada: Desk, leo: Desk) -> None:
    promised(ada, due=-HOUR)
    assert ada.act("replies", words="I am sorry.").status_code == 303
    assert "Lead who answers for it" not in shown(leo.look())
    assert leo.act("promises", words="call her", due=typed(later())).status_code == 303


def test_an_agent_cannot_answer_as_a_lead(cast: Cast, ada: Desk) -> None:
    promised(ada, due=-HOUR)
    page = ada.act("promises", words="call her", due=typed(later()), backed_by=cast.ada.pk)
    assert page.status_code == 422


# To be seen.


def test_every_state_is_said_in_words(cast: Cast, ada: Desk, leo: Desk) -> None:
    promised(leo, "stay open")
    promised(leo, "break", due=-HOUR)
    move(leo, promised(leo, "move"))
    now = timezone.now()
    promised(leo, "keep").keep(evidence="seen", by=cast.leo, at=now)
    promised(leo, "keep late", due=-2 * HOUR).keep(evidence="seen", by=cast.leo, at=now)
    promised(leo, "let go").release(because="never mind", by=cast.leo, at=now)
    held = {one.row.words: one.label for one in leo.look().context["dossier"].ledger.all}
    assert held == {
        "stay open": "open",
        "break": "broken",
        "move": "moved, told first",
        "keep": "kept",
        "keep late": "kept late",
        "let go": "they released us",
    }
    words = text(leo.look())
    assert "1 broken · 1 open · 1 moved · 1 kept late · 1 kept · 1 released" in words
    assert "never mind" in words


def test_a_promise_leads_to_the_message_that_made_it(ada: Desk) -> None:
    ada.act("replies", words=BINDS, **row(words=SENTENCE, due=typed(later()), kind="delivery", found="on"))
    assert f'in <a href="#message-{last(ada).pk}">an e-mail</a>' in shown(ada.look())


def test_one_promise_and_thirty_cost_as_many_statements(cast: Cast, ada: Desk, leo: Desk) -> None:
    ada.act("replies", words=BINDS, **row(words=SENTENCE, due=typed(later()), kind="delivery", found="on"))
    promised(leo, due=-HOUR)
    one = statements(ada)
    for number in range(30):
        held = promised(leo, f"promise {number}", due=timedelta(hours=number - 10))
        if number % 3 == 0:
            held.keep(evidence="seen", by=cast.leo, at=timezone.now())
        hear(ada.case, "Where is it?", by=ada.case.customer, at=timezone.now())
    assert len(ada.look().context["dossier"].ledger.all) == 32
    assert statements(ada) == one
    assert one <= 15


def test_a_word_that_says_nothing_new_is_marked(ada: Desk) -> None:
    reply(ada.case, Reply(sure=SURE, words="We are still looking into it."), by=ada.person, at=timezone.now())
    assert "said nothing new" in text(ada.look())


def test_the_deadline_watches_each_of_them(ada: Desk) -> None:
    ada.act("promises", words="call her", due=typed(later()))
    assert Deadline.objects.outstanding().filter(case=ada.case, kind="promise").count() == 1
    assert ada.case.received_at == MORNING


def test_what_came_may_be_recorded_as_not_what_was_said(ada: Desk) -> None:
    promise = promised(ada)
    assert ada.act(f"promises/{promise.pk}/short", words="It is beech").status_code == 422  # it was not done yet
    promise.keep(evidence="the receipt", by=ada.person, at=timezone.now())
    assert "They say it was not what we had said" in shown(ada.look())
    assert ada.act(f"promises/{promise.pk}/short", words=" ").status_code == 422
    assert ada.act(f"promises/{promise.pk}/short", words="It is beech").status_code == 303
    page = shown(ada.look())
    assert "It is beech" in page
    assert "They say it was not what we had said" not in page
