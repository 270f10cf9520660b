"""A sentence that binds us is found, with its place, its time and its kind; a polite one is left alone."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from amends.coach.promising import Found, covered, promises_in

LONDON = "Europe/London"
TUESDAY = datetime(2026, 3, 10, 10, 30, tzinfo=ZoneInfo(LONDON))


def found(text: str) -> list[Found]:
    return promises_in(text, said_at=TUESDAY, zone=LONDON)


@pytest.mark.parametrize(
    ("words", "kind", "due"),
    [
        ("I will ring you myself by 4 pm today with the answer.", "call", "10 16:00"),
        ("Our driver will phone you tomorrow morning.", "call", "11 12:00"),
        ("My colleague Priya, who knows the file, will call at 11.", "call", "10 11:00"),
        ("Sam will call you Thursday.", "call", "12 17:00"),
        ("Will call you tomorrow.", "call", "11 17:00"),
        ("I'm calling you back this afternoon.", "call", "10 17:00"),
        ("Let me call you tomorrow at 10.", "call", "11 10:00"),
        ("Expect a call from us by 5 pm.", "call", "10 17:00"),
        ("When I know more I will call you.", "call", None),
        ("We will look into it and get back to you.", "news", None),
        ("Someone from the team will be in touch shortly.", "news", None),
        ("We\u2019ll keep you updated.", "news", None),
        ("You'll hear from me tomorrow at 10 with one, or with the reason there is none.", "news", "11 10:00"),
        ("I'll write at 10, 1 and 4 today, even if nothing has changed.", "news", "10 10:00"),
        ("We guarantee a reply within 24 hours.", "news", "11 10:30"),
        ("Sam will reply tomorrow.", "news", "11 17:00"),
        ("Next note at 4.", "news", "10 16:00"),
        ("Your refund will be issued by Friday.", "money", "13 17:00"),
        ("Your refund will take 5 working days.", "money", "17 17:00"),
        ("You will have your money back by Friday.", "money", "13 17:00"),
        ("We have checked the order and will refund you today.", "money", "10 17:00"),
        ("We'll, of course, refund the postage.", "money", None),
        ("We will not only refund you but also collect it.", "money", None),
        ("We shall refund you.", "money", None),
        ("Your replacement will be with you within 3 working days.", "delivery", "13 17:00"),
        ("It will arrive on Thursday.", "delivery", "12 17:00"),
        ("It should be with you by Friday.", "delivery", "13 17:00"),
        ("Your parcel leaves tonight.", "delivery", "10 21:00"),
        ("Guaranteed delivery tomorrow, no question.", "delivery", "11 17:00"),
        ("By Friday at the latest it is back with you.", "delivery", "13 17:00"),
        ("We are going to replace it.", "delivery", None),
        ("I'll be happy to send you a new one.", "delivery", None),
        ("Our engineer will visit on Friday.", "deed", "13 17:00"),
        ("It will definitely be fixed by 5 pm today.", "deed", "10 17:00"),
        ("We promise this will never happen again.", "deed", None),
        ("If you send us the receipt, we will look at it again.", "deed", None),
        ("We will do our best to have it there by Friday.", "deed", "13 17:00"),
        ("I will read it by Friday.", "deed", "13 17:00"),
        ("Rest assured we will get this fixed.", "deed", None),
    ],
)
def test_is_found_with_its_kind_and_its_time(words: str, kind: str, due: str | None) -> None:
    (promise,) = found(words)
    assert promise.words == words
    assert promise.kind == kind
    assert (promise.due.astimezone(ZoneInfo(LONDON)).strftime("%d %H:%M") if promise.due else None) == due


@pytest.mark.parametrize(
    "words",
    [
        "I will read it carefully.",
        "Thank you, I hope this helps.",
        "We look forward to hearing from you.",
        "I will be happy to help.",
        "We'll be delighted to welcome you back.",
        "We will always value you.",
        "We will miss you.",
        "Feel free to write back.",
        "We will not share your data.",
        "We won't charge you for it.",
        "We will never ask for your password.",
        "Shall I call you tomorrow?",
        "Will you be home on Friday?",
        "We sent it on Monday.",
        "I called you on Friday at 3 pm.",
        "We are open until 5 pm.",
        "You wrote \u201cwe will refund you by Friday\u201d.",
        "You told us you will be away on Friday.",
        "You will need to sign for it.",
        "You should have received it by now.",
        "We hope you will come back soon.",
        "I can't promise it won't recur.",
        "We will do our best.",
        "It will rain tomorrow.",
        "Your feedback helps us.",
        "I am asking whether it will arrive today.",
        "Your refund was sent within 5 working days.",
        "Kind regards,\nSam Reed",
        "> We will call you tomorrow",
    ],
)
def test_is_not_seen_in_a_polite_sentence_a_question_a_refusal_or_the_past(words: str) -> None:
    assert found(words) == []


def test_stands_where_its_offsets_say() -> None:
    text = "Dear Anna,\nI'm sorry about the lamp. I will ring you\ntomorrow at 10; the refund is gone.\n- We'll send a new one.\n"
    assert [promise.words for promise in found(text)] == ["I will ring you\ntomorrow at 10", "We'll send a new one."]
    assert all(text[promise.start : promise.end] == promise.words for promise in found(text))


def test_after_a_semicolon_is_one_of_its_own() -> None:
    assert [promise.kind for promise in found("The fix goes live tonight at 9; I'll confirm at 9:30.")] == [
        "deed",
        "news",
    ]


def test_in_the_same_sentence_as_a_refusal_is_still_found() -> None:
    assert found("We won't leave it there, and I will call you tomorrow.")[0].kind == "call"


def test_with_a_question_at_its_end_is_still_found() -> None:
    (promise,) = found("I'll call you at 4, is that alright?")
    assert promise.due == datetime(2026, 3, 10, 16, tzinfo=UTC)


def test_on_a_line_of_a_list_may_be_without_a_verb() -> None:
    (promise,) = found("What happens next:\n- Refund of \u00a340 by Friday\n- the blue lamp")
    assert (promise.words, promise.kind) == ("Refund of \u00a340 by Friday", "money")


def test_below_the_line_of_the_signature_is_not_ours() -> None:
    assert found("Thank you.\n-- \nWe will always call back within 3 days.") == []


def test_of_the_customers_own_words_further_down_is_not_ours() -> None:
    assert found("Thank you.\n\n-----Original Message-----\nI will send the photos tomorrow.") == []


def test_with_a_time_before_its_verb_is_due_then() -> None:
    (promise,) = found("By Friday at noon we will have replaced the lock.")
    assert promise.due == datetime(2026, 3, 13, 12, tzinfo=UTC)


def test_after_an_abbreviation_is_not_cut_in_two() -> None:
    (promise,) = found("Mr. Osei will call you at 3 p.m. on Friday.")
    assert promise.due == datetime(2026, 3, 13, 15, tzinfo=UTC)


def test_that_waits_on_an_event_has_no_time() -> None:
    assert found("We will refund you within 5 days of receiving the lamp.")[0].due is None


@pytest.mark.parametrize(
    "recorded",
    [
        "I'll ring you tomorrow at 10.",
        "i'll ring you  tomorrow, at 10",
        "ring you tomorrow",
        "Dear Anna, I'll ring you tomorrow at 10. Sam",
    ],
)
def test_is_covered_by_the_same_words_a_part_of_them_or_more(recorded: str) -> None:
    (promise,) = found("I'll ring you tomorrow at 10.")
    assert covered(promise, ["We refund you.", recorded])


@pytest.mark.parametrize("recorded", [[], [""], [" - "], ["I'll ring you today"]])
def test_is_not_covered_by_other_words_or_none(recorded: list[str]) -> None:
    (promise,) = found("I'll ring you tomorrow at 10.")
    assert not covered(promise, recorded)
