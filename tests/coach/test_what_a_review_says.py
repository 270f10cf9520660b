"""The coach reads a draft with its case; what it needs and is not told keeps it silent, and it points at words that are there."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.checks.apology import follow_ups, regret
from amends.checks.every import CHECKS, about
from amends.checks.fault import admitting, blame
from amends.checks.hearing import listening, thanks
from amends.checks.honesty import truth
from amends.checks.manner import tone
from amends.checks.next_steps import forecasts, steps
from amends.checks.remedy import asking, redress
from amends.coach import Unreadable, review
from amends.coach.parts import first_reply
from amends.coach.parts import follow_up as parts_of_follow_up
from amends.coach.reviewing import MOST_CHARACTERS, house_policy
from amends.drafts.cue import Cue
from amends.drafts.house import UnfitPolicy, ours
from amends.drafts.turns import Turns
from amends.texts.sentences import plainly

DRAFTS = [
    row
    for name in (
        "messages.yaml",
        "words.yaml",
        "second.yaml",
        "third.yaml",
        "fourth.yaml",
        "fifth.yaml",
        "sixth.yaml",
        "seventh.yaml",
    )
    for row in yaml.safe_load((Path(__file__).parents[2] / "bench" / "drafts" / name).read_text(encoding="utf-8"))
]
FULL: dict[str, Any] = {
    "stage": "first_reply", "channel": "email", "severity": "serious", "reads_as": "anger", "fault": "not_established",
    "flags": ["safety", "exit"], "customer": {"name": "Sarah Adeyemi"}, "sender": {"name": "Tomasz Lis"}, "apologies_so_far": 1,
    "acts_since_last_apology": 0, "wish_asked": False, "given": ["order_number", "photos"], "specifics": ["order 4471"],
    "concerns": [{"text": "is it safe", "kind": "stated", "keywords": ["safe"]}], "beyond_authority": True,
    "facts": [{"text": "stolen from the porch", "status": "assumed", "keywords": ["stolen", "porch"]}],
    "roster": [{"name": "Sam", "away": ["2026-05-05"]}], "stale": [{"text": "open day", "valid_until": "2026-05-01"}],
    "remedy": {"kind": "refund", "state": "agreed"}, "corrective_action": {"state": "planned", "text": "new lock"},
    "now": "2026-05-04T10:00+01:00",
}  # fmt: skip
PIECES = [
    "sorry", "for any", "if you", "you should have", "but", "we", "our", "the courier", "refund", "will be",
    "by Friday", "at 4", "apologise", "and", "or", ",", ".", "?", "!!", ";", "\n", "\n\n", "> ", "-- \n", "I",
    "Sam", "{name}", "[PRODUCT]", "review", "voucher", "safe", "not", "YOUR", "HAS", "\u2019", "\u00a0",
    "\U0001f605", "never", "happen", "again", "please", "call", "order number", "£5", "either",
    "transfer you to",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=80).map(" ".join))


def found(text: str, **case: Any) -> set[str]:
    return {finding.check for finding in review(text, case).findings}


@given(
    TEXTS,
    st.sampled_from([{}, FULL, {**FULL, "stage": "follow_up"}, {**FULL, "channel": "public", "stage": "public_reply"}]),
)
@settings(deadline=None, max_examples=300)
def test_a_finding_points_at_its_words_and_one_about_something_missing_at_the_end(
    text: str, case: dict[str, Any]
) -> None:
    said = review(text, case)
    for finding in said.findings:
        assert finding.quote == text[finding.start : finding.end]
        assert finding.start < finding.end or finding.start == finding.end == len(text)
        assert finding.why
    for promise in said.promises:
        assert promise.quote == text[promise.start : promise.end]
        assert promise.due is None or promise.due.utcoffset() is not None
    assert 0 <= said.score <= 100


def test_every_check_is_explained_with_a_bad_and_a_good_sentence() -> None:
    assert [check.code for check in CHECKS] == [f"C{number:02}" for number in range(1, 51)]
    for check in CHECKS:
        assert about(check.code).keys() == {"name", "when", "why", "bad", "good"}


def test_every_check_speaks_on_the_drafts_that_were_written_for_it() -> None:
    spoken = {check for row in DRAFTS for check in found(row["text"], **row.get("case", {})) if check in row["labels"]}
    assert spoken == {check.code for check in CHECKS}


def cues() -> Iterator[tuple[str, Cue]]:
    for module in (
        admitting,
        asking,
        blame,
        follow_ups,
        forecasts,
        listening,
        redress,
        regret,
        steps,
        thanks,
        tone,
        truth,
    ):
        for name, value in vars(module).items():
            if isinstance(value, Cue):
                yield f"{module.__name__}.{name}", value
            elif isinstance(value, dict):
                yield from (
                    (f"{module.__name__}.{name}.{key}", one) for key, one in value.items() if isinstance(one, Cue)
                )
    for name in ("banned", "jargon", "stiff", "chummy"):
        yield f"house.{name}", ours().cue(name)


HINTED = [(name, cue) for name, cue in cues() if not isinstance(cue, Turns)]


@pytest.mark.parametrize(("name", "cue"), HINTED, ids=lambda one: one if isinstance(one, str) else "")
def test_what_a_cue_finds_holds_one_of_its_hints(name: str, cue: Cue) -> None:
    for row in DRAFTS:
        text = plainly(row["text"])
        for match in cue.pattern.finditer(text):
            assert any(hint in match[0].lower() for hint in cue.hints), match[0]


@pytest.fixture
def patience() -> Iterator[None]:
    """A guard and no measure: an expression that runs away is stopped, and the test fails."""

    def enough(*_: object) -> None:
        raise AssertionError("an expression ran away")

    before = signal.signal(signal.SIGALRM, enough)
    signal.alarm(120)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def test_no_expression_runs_away_on_words_said_again_and_again(patience: None) -> None:
    for _, cue in cues():
        for piece in (
            *PIECES,
            " ",
            "a",
            "a ",
            "we will ",
            "sorry if ",
            "you had ",
            "or ",
            "if ",
            "not ",
            "the the ",
            "- ",
            "'",
            *([] if isinstance(cue, Turns) else cue.hints[:6]),
        ):
            if isinstance(cue, Turns):
                for turn in cue.turns:
                    turn.pattern.search((piece * 1500)[:3000] + "\x00")
            else:
                cue.pattern.search((piece * 1500)[:3000] + "\x00")


def test_the_whole_reading_does_not_run_away_either(patience: None) -> None:
    for piece in (*PIECES, "I will call you at 4, ", "sorry for any if ", "at 1, 2, ", "\n\n- ", "you "):
        for glue in ("", " "):
            review(((piece + glue) * MOST_CHARACTERS)[:5_000], FULL)


def test_a_text_longer_than_any_reply_is_refused_with_its_length() -> None:
    with pytest.raises(Unreadable, match="1,000,000 characters"):
        review("a " * 500_000)


@pytest.mark.parametrize(
    ("case", "named"),
    [
        ({"stages": "offer"}, "'stages'"),
        ({"stage": "offering"}, "'offering'"),
        ({"flags": ["fire"]}, "'fire'"),
        ({"customer": {"surname": "Lis"}}, "customer.surname"),
        ({"now": "2026-05-04T10:00"}, "with its offset"),
        ({"concerns": [{"text": "x", "kind": "spoken"}]}, "'spoken'"),
        ({"apologies_so_far": True}, "whole number"),
        ({"remedy": {"state": "paid"}}, "'paid'"),
    ],
)
def test_an_unknown_key_or_value_is_an_error_that_names_it(case: dict[str, Any], named: str) -> None:
    with pytest.raises(Unreadable, match=named):
        review("Hello", case)


def test_the_text_and_its_case_may_come_as_one_object() -> None:
    one = {"text": "Please send your order number.", "given": ["order_number"]}
    assert [finding.check for finding in review(one).findings] == ["C17"]


def test_a_draft_in_another_language_gets_its_code_and_no_findings() -> None:
    said = review("Es tut uns leid, falls Ihnen Unannehmlichkeiten entstanden sind. Wir melden uns.")
    assert (said.language, said.findings, said.promises, said.score) == ("de", (), (), 100)
    assert review("We apologise for any inconvenience.", {"language": "fr"}).findings == ()


def test_what_others_wrote_is_not_judged() -> None:
    ours_alone = "I have put the shelf right.\n\n"
    for theirs in (
        "> If anyone was offended, we are sorry!!!\n",
        'You wrote: "calm down, you should have read it".\n',
        "--\nYOUR FRIENDS AT DO NOT CALL US LTD\n",
    ):
        assert found(ours_alone + theirs) == set()


@pytest.mark.parametrize(
    ("text", "check", "case"),
    [
        ("Please send your order number.", "C17", {"given": ["order_number"]}),
        ("We have put 500 points on your card.", "C28", {"wish_asked": False}),
        (
            "Sam will call you on Tuesday.",
            "C44",
            {"now": "2026-05-04T10:00+01:00", "roster": [{"name": "Sam", "away": ["2026-05-05"]}]},
        ),
        ("Your refund has been paid.", "C49", {"remedy": {"kind": "refund", "state": "approved"}}),
        (
            "It was stolen from the porch.",
            "C37",
            {"facts": [{"text": "stolen", "status": "assumed", "keywords": ["stolen", "porch"]}]},
        ),
        (
            "Your money is on its way.",
            "C36",
            {"concerns": [{"text": "is the oven safe", "kind": "stated", "keywords": ["oven"]}]},
        ),
        ("Happy Friday! Your claim is here.", "C45", {"reads_as": "anger"}),
        ("Oops, the crane hit it.", "C24", {"severity": "critical"}),
        (
            "Come to the open day on Saturday.",
            "C48",
            {"now": "2026-05-04T10:00+01:00", "stale": [{"text": "open day", "valid_until": "2026-05-01"}]},
        ),
    ],
)
def test_a_check_that_is_not_told_what_it_needs_is_silent(text: str, check: str, case: dict[str, Any]) -> None:
    assert check in found(text, **case)
    assert check not in found(text)


def test_a_score_falls_once_for_each_check_by_how_much_it_weighs_and_not_for_saying_it_twice() -> None:
    once = review("If anyone was offended, we are sorry.")
    twice = review("If anyone was offended, we are sorry. If anybody was hurt, we are sorry.")
    assert (once.score, twice.score) == (80, 80)
    assert review("I have put it right. " * 3).score == review("I have put it right.").score == 100


def test_a_house_adds_phrases_and_tightens_as_it_likes() -> None:
    house = house_policy({"banned": ["touch base"], "levels": {"C21": "block"}, "limits": {"others": 5}})
    assert [(one.check, one.level) for one in review("I want to touch base about your RMA now.", house=house).findings] == [
        ("C20", "warn"), ("C21", "block"), ("C23", "block"),
    ]  # fmt: skip


def test_a_house_loosens_only_with_a_name_and_a_reason() -> None:
    for loose in (
        {"levels": {"C06": "hint"}},
        {"levels": {"C06": "off"}},
        {"limits": {"upset": 300}},
        {"allowed": [{"phrase": "please be (advised|informed|assured)"}]},
    ):
        with pytest.raises(UnfitPolicy, match="a name"):
            house_policy(loose)
    house = house_policy({"levels": {"C06": {"level": "off", "by": "Ruth Osei", "because": "our lawyers write these"}}})
    assert "C06" not in {one.check for one in review("If anyone was hurt, we are sorry.", house=house).findings}
    assert house.loosened == {"C06": "Ruth Osei: our lawyers write these"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"levels": {"C99": "warn"}},
        {"levels": {"C01": "loud"}},
        {"words": []},
        {"limits": {"upset": "few"}},
        {"banned": "one"},
    ],
)
def test_a_policy_that_is_not_understood_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(UnfitPolicy):
        house_policy(wrong)


def test_the_parts_of_a_first_reply_are_told_one_by_one() -> None:
    case = {"stage": "first_reply", "specifics": ["order 4471"], "now": "2026-05-04T10:00+01:00"}
    assert first_reply("Thanks for writing. I'm sorry that order 4471 came late. I will call you at 4.", case) == {
        "regret": False, "thanks": True, "read-back": True, "effect": False, "what I am doing": True, "when you will hear": True,
    }  # fmt: skip


def test_the_parts_of_a_follow_up_depend_on_what_was_agreed_and_done() -> None:
    told = (
        "I'm sorry again for the double charge. You have your £46 back. It came from a form that saved twice."
        " Thank you for your patience."
    )
    assert parts_of_follow_up(told, {"stage": "follow_up"}) == {
        "apology": True,
        "cause": True,
        "fix": True,
        "thanks": True,
    }
    done = parts_of_follow_up(
        told, {"stage": "follow_up", "remedy": {"state": "done"}, "corrective_action": {"state": "planned"}}
    )
    assert done["accommodation"] is True
    assert done["prevention, or that it is not done yet"] is False
