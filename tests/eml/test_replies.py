"""What the writer says now is kept; what the mail quotes, advertises or signs is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.eml.html import reply_of, text_of
from amends.eml.reading import read
from amends.eml.replies import kept_text
from tests.eml.dialects import ATTRIBUTIONS, CLIENT_LINES, HEADER_BLOCKS
from tests.eml.samples import Row, needs_shared, reply_rows


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_a_quote_is_cut_where_the_client_introduces_it(attribution: str) -> None:
    inside = "\n".join(f"> {line}" for line in attribution.split("\n"))

    assert kept_text(f"My words.\n\n{attribution}\n> old\n> words\n") == "My words."
    assert kept_text(f"My words.\n\n{attribution}\n\nold words\n") == "My words."
    assert kept_text(f"My words.\n\n{inside}\n>\n> old\n") == "My words."


@pytest.mark.parametrize("block", HEADER_BLOCKS)
def test_a_block_of_header_fields_begins_the_quoted_mail(block: str) -> None:
    assert kept_text(f"My words.\n\n{block}\n\nold words\n") == "My words."
    assert kept_text(f"My words.\n{block}\n\nold words\n\nthanks") == "My words."


@pytest.mark.parametrize("line", CLIENT_LINES)
def test_the_clients_own_line_goes(line: str) -> None:
    assert kept_text(f"My words.\n\n{line}\n") == "My words."
    assert kept_text(f"My words.\n\n{line}\n\n{ATTRIBUTIONS[0]}\n> hi") == "My words."


@pytest.mark.parametrize(
    "text",
    [
        "On Monday I called you.\n\nOn the phone you said: tomorrow.",
        "On 5 May your driver came.\nHe left at 10:30.",
        "From: London\nTo: Paris\n\nthe parcel took nine days.",
        "Sent from the depot on Monday, it arrived broken.",
        "Sent from my desk, it is easier than by telephone.",
        "The mail was sent from my iPhone to you.",
        "I wrote:\n\nplease call me.",
        "Model   Price\n-------------\nSofa    450\nChair   90\nI paid for both.",
        "It broke -- twice -- in a week.",
        "> only a quote",
        "With regards to the sofa: it is broken.\n\nRegards",
        "Thanks,\nAda",
        "> Did you get the parcel?\n\nNo.\n\n> Was anybody at home?\n\nYes, all day.",
        "",
    ],
)
def test_what_only_looks_like_a_quote_stays(text: str) -> None:
    assert kept_text(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("My words.\n-- \nAda\nExample Ltd", "My words."),
        ("My words.\n--\nAda", "My words."),
        ("My words.\n\n___\nlist footer", "My words."),
        ("My words.\n\nKind regards,\n\nAda Byron\nCountess", "My words."),
        ("Meine Worte.\n\nMit freundlichen Grüßen\nAda", "Meine Worte."),
        ("My words.\n\nRegards,\nAda\n\nP.S. Please hurry.", "My words.\n\nRegards,\nAda\n\nP.S. Please hurry."),
        ("My words.\n\n> old\n> words\n", "My words."),
        ("On Wed, Apr 5, 2017 at 10:00 AM Ada <ada@example.com> wrote:\n\n> old\n\nMy words.", "My words."),
        ("Hi,\nOn Wed, Apr 5, 2017, Ada wrote:\n> one\n\nFirst.\n\n> two\n\nSecond.", "Hi,\n\nFirst.\n\n\nSecond."),
        ("My words. On Wed, Apr 5, 2017 at 10:00 AM, ada@example.com wrote:\n> old", "My words."),
        ("My words.\r\n\r\n> old\r\n", "My words."),
        (
            "Here it is again.\n\nBegin forwarded message:\n\n> From: Bob <bob@example.com>\n> Subject: x\n>\n> old",
            "Here it is again.",
        ),
    ],
)
def test_quotes_and_signatures_go(text: str, kept: str) -> None:
    assert kept_text(text) == kept


def test_a_forwarded_mail_that_is_the_whole_point_stays() -> None:
    text = "FYI\n\n---------- Forwarded message ---------\nFrom: Bob <bob@example.com>\nSubject: Sofa\n\nIt is broken."

    assert kept_text(text) == text


@pytest.mark.parametrize(
    "hostile",
    [
        ">" * 200_000,
        ">\n" * 100_000,
        "*" * 200_000,
        "--\n" * 60_000,
        "On 1.1.2020 \n" * 15_000,
        "On 1.1.2020 x wrote:\n" * 10_000,
        "From: a@example.com\n" * 10_000,
        "a\n" + "  \n" * 60_000,
        "On Mon 1 " * 20_000 + " wrote:",
        "regards\n" * 25_000,
    ],
)
def test_hostile_text_is_read_and_not_lost_whole(hostile: str) -> None:
    assert kept_text(hostile).strip()


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["My words.", "> old", "", "--", "On 1.1.2020 x wrote:", "From: a@b.c", "To: x", "regards", "é"]
        )
    )
)
def test_something_is_always_left_and_nothing_is_added(lines: list[str]) -> None:
    text = "\n".join(lines)

    kept = kept_text(text)

    assert bool(kept.strip()) == bool(text.strip())
    assert set(kept.split()) <= set(text.split())


def _kept(row: Row) -> str:
    if row["format"] == "eml":
        return read(row["input"].encode()).kept_text
    return kept_text(reply_of(row["input"]) if row["format"] == "html" else row["input"])


def _tight(text: str) -> str:
    return "".join(text.split())


def _agrees(row: Row) -> dict[str, bool]:
    """For each thing a row expects of the kept text, whether it is so; spaces aside."""
    kept, expect = _tight(_kept(row)), row["expect"]
    equal = {
        key: kept == _tight(expect[key])
        for key in ("visible_equals", "first_block_equals", "before_equals")
        if key in expect
    }
    if "html_equals_nospace" in expect:
        equal["html_equals_nospace"] = kept == _tight(text_of(expect["html_equals_nospace"]))
    if "whole_message_visible" in expect:
        equal["whole_message_visible"] = kept == _tight(row["input"])
    if "contains" in expect:
        equal["contains"] = all(_tight(part) in kept for part in expect["contains"])
    if "not_contains" in expect:
        equal["not_contains"] = all(_tight(part) not in kept for part in expect["not_contains"])
    return equal


@needs_shared
def test_the_shared_replies_are_kept_as_other_projects_keep_them() -> None:
    """Where the sources disagree (iPhone lines, quotes between paragraphs) we follow one rule, so not all can be right."""
    right: dict[str, int] = {}
    total: dict[str, int] = {}
    for row in reply_rows():
        for key, agrees in _agrees(row).items():
            right[key] = right.get(key, 0) + agrees
            total[key] = total.get(key, 0) + 1

    assert {key: (right[key], total[key]) for key in total} == {
        "visible_equals": (62, 67),
        "first_block_equals": (22, 23),
        "before_equals": (4, 4),
        "whole_message_visible": (3, 3),
        "html_equals_nospace": (7, 7),
        "contains": (23, 23),
        "not_contains": (16, 17),
    }
