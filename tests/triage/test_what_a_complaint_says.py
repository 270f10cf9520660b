"""What failed, how it reads, how serious it is, what it names and what is to be asked, each with the words that show it."""

from __future__ import annotations

import json

import pytest

from amends.triage import TooLong, read
from amends.triage.reading import LONGEST
from amends.triage.specifics import Specific


def codes(text: str) -> set[str]:
    return {failure.code for failure in read(text).failures}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The kettle arrived broken.", "F1"), ("I have been waiting three weeks for the sofa.", "F2"),
        ("Nobody told me that the class was off.", "F3"), ("Your receptionist was rude to my mother.", "F4"),
        ("I was charged twice for one ticket.", "F5"), ("I've explained this four times and was passed around.", "F6"),
        ("You promised a call by Friday and nobody called.", "F7"), ("He lied to me about the mileage.", "F8"),
        ("I told you about the wheelchair and there was no ramp.", "F9"), ("My mistake, I entered the wrong postcode.", "F10"),
    ],
)  # fmt: skip
def test_each_kind_of_failure_is_told_by_its_words(text: str, code: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    "text", ["Do you ship to Malta?", "Thank you, the bathroom is perfect.", "ok thanks", "", "?!"]
)
def test_a_question_and_praise_are_no_complaint(text: str) -> None:
    reading = read(text)
    assert not reading.complaint
    assert reading.failures == ()


@pytest.mark.parametrize(
    ("text", "emotion"),
    [
        ("This is an absolute disgrace and I am furious.", "anger"), ("I expected better, such a let down.", "disappointment"),
        ("After 12 years with you I trusted you, and you lied to me.", "betrayal"), ("I'm so worried, what if it fails?", "anxiety"),
        ("It is so frustrating, I keep trying.", "frustration"), ("I was humiliated in front of my children.", "hurt"),
        ("Never mind. Forget it, there is no point.", "resignation"), ("Could you please send the right lid? Thanks.", "calm"),
    ],
)  # fmt: skip
def test_how_it_reads_is_told_by_its_words(text: str, emotion: str) -> None:
    assert emotion in {feeling.emotion for feeling in read(text).reads_as}


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The heater caught fire in the hall.", "critical"), ("No heating for a week and I am 84.", "critical"),
        ("My husband died and you keep charging him.", "serious"), ("You charged me twice, please refund £12.", "moderate"),
        ("The soup was a little bland.", "minor"),
    ],
)  # fmt: skip
def test_severity_has_a_level_and_a_reason(text: str, level: str) -> None:
    severity = read(text).severity
    assert severity is not None
    assert (severity.level, bool(severity.why)) == (level, True)


def test_what_is_named_is_found_in_the_writers_words() -> None:
    text = "I spoke to Priya on 3 May about order 4471. The green kettle cost £46.00. I want a refund by Friday."
    named = {(one.kind, one.text) for one in read(text).specifics}
    assert {
        ("person", "Priya"),
        ("date", "3 May"),
        ("order", "4471"),
        ("amount", "£46.00"),
        ("product", "green kettle"),
    } <= named
    assert {"wish", "deadline"} <= {kind for kind, _ in named}


def test_what_may_stand_behind_the_words_is_a_question() -> None:
    reading = read("I'm not one to complain, but where is my order? The party is on Saturday.")
    implied = [concern for concern in reading.concerns if concern.kind == "implied"]
    assert len(implied) >= 2
    assert all(concern.question and concern.question.endswith("?") for concern in implied)


def test_a_language_that_is_not_read_is_named_and_nothing_is_guessed() -> None:
    reading = read("Ich warte seit drei Wochen auf meine Bestellung und rufe meinen Anwalt an.")
    assert reading.language == "de"
    assert (reading.complaint, reading.failures, reading.flags, reading.severity) == (False, (), (), None)
    assert read("Ich warte.", language="en").language == "en"


def test_a_reading_is_plain_data_for_json() -> None:
    plain = read("Refund £46, or I go to the ombudsman.").as_json()
    assert json.loads(json.dumps(plain)) == plain
    assert set(plain) == {"complaint", "failures", "reads_as", "flags", "severity", "specifics", "concerns", "language"}
    assert set(plain["specifics"][0]) == {"kind", "text", "evidence"}


def test_what_only_the_subject_says_counts_without_evidence() -> None:
    (flag,) = read("See below.", subject="Cancel my membership").flags
    assert (flag.flag, flag.evidence) == ("exit", ())


def test_a_text_nobody_wrote_by_hand_is_refused_with_its_length() -> None:
    with pytest.raises(TooLong, match="1,000,000 characters"):
        read("x" * 1_000_000)
    assert read("a " * (LONGEST // 2)).complaint is False


def test_numbers_stay_with_their_amounts() -> None:
    found = [one for one in read("You took £1,200 from us.").specifics if one.kind == "amount"]
    assert [(one.text, str(one.number), one.currency) for one in found if isinstance(one, Specific)] == [
        ("£1,200", "1200", "GBP")
    ]
