"""A mail is cut by whose words stand where; what is not the writer's own is blank, and nothing moves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.texts.apart import apart, own_words

QUOTED = """Still no refund.

Kind regards,
Ann Lee
Solicitor, Lee & Co

On Mon, 3 Mar 2026 at 10:00, Bright Blinds <care@blinds.example> wrote:
> We are sorry.
> Our lawyers say no.
"""
LINES = st.sampled_from(
    ["", "> we said", "-- ", "Kind regards,", "Ann", "On Monday Ann wrote:", "From: a@b.example", "Subject: x", "To: me", "I am hurt.",
     "---------- Forwarded message ---------", "This e-mail is confidential.", "Sent from my iPhone", "\u2028", "\r"]
)  # fmt: skip


def kinds(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in apart(text):
        found[part.kind] = found.get(part.kind, "") + text[part.start : part.end].strip()
    return found


def test_an_answer_is_apart_from_the_signature_and_from_the_mail_it_answers() -> None:
    assert kinds(QUOTED)["own"] == "Still no refund."
    assert kinds(QUOTED)["signature"].startswith("Kind regards")
    assert "lawyers" in kinds(QUOTED)["quoted"]


def test_what_outlook_quotes_below_its_header_block_is_not_the_writers() -> None:
    text = (
        "Not fixed.\n\nFrom: Care <care@x.example>\nSent: Monday\nTo: me\nSubject: Re: kettle\n\nWe closed your case."
    )
    assert kinds(text)["own"] == "Not fixed."


def test_a_mail_passed_on_without_a_word_is_what_the_writer_wants_read() -> None:
    text = "FYI\n---------- Forwarded message ---------\nFrom: Jo\nSubject: kettle\n\nThe kettle burnt my hand."
    assert "burnt my hand" in kinds(text)["own"]
    assert "Subject" not in kinds(text)["own"]


def test_legal_words_of_a_footer_are_nobodys_threat() -> None:
    text = "Where is my order?\n\nThis email and any attachments are confidential and may be legally privileged.\nDo not copy it."
    assert kinds(text)["own"] == "Where is my order?"


def test_a_postscript_below_the_name_is_said() -> None:
    assert "doctor" in own_words("No refund yet.\n\nThanks,\nAnn\nPS I had to see a doctor.")


@pytest.mark.parametrize("line", ["Sent from my iPhone", "Get Outlook for Android"])
def test_the_line_of_a_telephone_is_a_signature(line: str) -> None:
    assert kinds(f"It broke again.\n\n{line}")["signature"] == line


@given(st.one_of(st.text(max_size=300), st.lists(LINES, max_size=20).map("\n".join)))
@settings(deadline=None, max_examples=200)
def test_the_parts_cover_the_text_without_a_gap_and_nothing_moves(text: str) -> None:
    at = 0
    for part in apart(text):
        assert part.start == at
        at = part.end
    assert at == len(text)
    assert len(own_words(text)) == len(text)
    assert all(now in {was, " "} for was, now in zip(text, own_words(text), strict=True))
