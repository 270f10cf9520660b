"""Days and money with their places; words made plain with theirs; the language by its small words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.texts.language import language
from amends.texts.named import amounts, dates
from amends.texts.plain import plain_words
from amends.texts.sentences import plainly
from amends.texts.spelling import mended


def test_days_are_named_in_many_ways() -> None:
    text = "On 3 May, again May 4th, on 12/03/2026, last Tuesday, two weeks ago and yesterday; the 2nd time."
    assert [day.words for day in dates(text)] == [
        "3 May", "May 4th", "12/03/2026", "last Tuesday", "two weeks ago", "yesterday",
    ]  # fmt: skip
    assert all(text[day.start : day.end] == day.words for day in dates(text))


@pytest.mark.parametrize(
    ("text", "number", "currency"),
    [
        ("£46", "46", "GBP"), ("$1,200.50", "1200.50", "USD"), ("200 quid", "200", "GBP"), ("Rs. 5,000", "5000", "INR"),
        ("2k naira", "2000", "NGN"), ("EUR 30", "30", "EUR"),
    ],
)  # fmt: skip
def test_an_amount_has_its_number_and_currency(text: str, number: str, currency: str) -> None:
    (amount,) = amounts(f"I paid {text} there")
    assert (amount.words, amount.number, amount.currency) == (text, Decimal(number), currency)


def test_plain_words_spell_out_what_was_typed_in_haste_and_know_where_it_stood() -> None:
    text = "I cant wait, my solicter hasn't recieved it"
    words = plain_words(text)
    assert words.said == " i can not wait , my solicitor has not received it "
    at = words.said.index("solicitor has not")
    assert text[slice(*words.place(at, at + len("solicitor has not")))] == "solicter hasn't"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ombudsmn", "ombudsman"),
        ("solictor", "solicitor"),
        ("alergic", "allergic"),
        ("cancer", "cancer"),
        ("provider", "provider"),
    ],
)
def test_one_letter_wrong_in_a_word_that_decides_is_mended(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=200)
def test_plain_words_of_any_text_stand_inside_it(text: str) -> None:
    words = plain_words(plainly(text))
    assert words.said == " " + "".join(f"{token} " for token in words.tokens)
    for at in range(1, len(words.said) - 1):
        start, end = words.place(at, at + 1)
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Where is my parcel", "en"), ("refund pls", "en"), ("Wo ist mein Paket? Ich warte seit Wochen", "de"),
        ("J'ai commandé une lampe et elle est cassée", "fr"), ("Mi pedido no ha llegado", "es"), ("荷物が届きません", "ja"),
        ("Oga una no dey try, my money never enter since Monday", "en"), ("12345 !!", "und"),
    ],
)  # fmt: skip
def test_the_language_is_told_by_small_words_and_script(text: str, code: str) -> None:
    assert language(text) == code
