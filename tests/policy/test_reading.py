"""A pack with mistakes is refused with every one of them, each with its place and in plain words."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amends.policy.choosing import SHIPPED
from amends.policy.document import PackRefused
from amends.policy.pack import Money, Span
from amends.policy.reading import check, read, read_file
from amends.policy.words import Due, Ends, Kind, Role, Told, Unit
from tests.policy.specimens import GOOD, TWELVE

PACKS = sorted(SHIPPED.glob("*.yaml"))


def told(text: str) -> list[str]:
    """What is wrong, as it is printed."""
    return [str(mistake) for mistake in check(text)[1]]


def test_a_good_pack_is_read_as_it_is_written() -> None:
    pack = read(GOOD)
    assert pack.key == "shop@1"
    (limit,) = pack.deadlines
    assert (limit.due, limit.within, limit.ends) == (
        Due.FIRST_ANSWER,
        Span(4, Unit.BUSINESS_HOURS),
        Ends.SAME_TIME,
    )
    assert limit.tell == (Told.OWNER, Told.LEAD)
    assert (limit.kind, limit.valid_from, limit.valid_to) == (Kind.HOUSE_TARGET, pack.valid_from, None)
    (band,) = pack.authority
    assert (band.role, band.per_case) == (Role.AGENT, Money(Decimal("50.00"), "GBP"))


def test_twelve_planted_mistakes_are_twelve_sentences_with_their_places() -> None:
    assert told(TWELVE) == [
        "line 6, column 11: valid_to 2025-01-01 is not after valid_from 2026-01-01, so it would never hold",
        "line 10, column 1: 'deadlins' is not known in a pack; did you mean 'deadlines'?",
        "line 14, column 13: -4 business hours is negative; time to do something cannot be",
        "line 16, column 19: 'boss' is no one to tell; known are: deputy, everyone present, lead, manager, owner",
        "line 17, column 11: the row 'first answer' is a rule but has no source; name the law or handbook it stands in",
        (
            "line 21, column 13: the unit 'fortnights' is not known; known are: business days, business hours, "
            "business minutes, days, hours, minutes, months, weeks, years"
        ),
        "line 26, column 5: 'source' is written twice here; it stood on line 25 already",
        "line 27, column 12: the quotation mark that opens here is never closed",
        (
            "line 28, column 11: the name 'second answer' is taken by the row on line 19; "
            "each row of 'deadlines' has its own"
        ),
        "line 33, column 18: 'sever' is no severity; known are: critical, high, low, medium",
        "line 40, column 15: 50.00 has no currency; write one such as 50.00 GBP",
        (
            "line 56, column 5: the band 'lead again' overlaps 'lead' on line 47: both say what the role lead may give "
            "for the same failure and severity"
        ),
    ]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("due: first answer", "due first answer", ("line 11, column 5: there is no colon here; write a name, a colon "
         "and a value")),
        ("due: first answer", "due:first answer", "line 11, column 8: there is no space after the colon"),
        ("since: received", " since: received", ("line 13, column 6: this line is not indented like the lines it "
         "belongs to")),
        ("  - name: agent", " - name: agent", "line 21, column 5: this line is not indented like the lines it belongs to"),
        ("    due: first", "\tdue: first", "line 11, column 1: this line is indented with a tab; use spaces"),
        ("[owner, lead]", "[owner, lead", "line 15, column 11: the list that opens with [ here is never closed"),
        ("[owner, lead]", "{owner: lead", "line 15, column 11: the table that opens with { here is never closed"),
        ("small things", '"small" things', ("line 28, column 20: there is more after the end of this value; "
         "put quotation marks around all of it")),
        ("small things", "small: things", ("line 28, column 17: there is a second colon here; put quotation marks around "
         "text with a colon")),
        ("small things", "@small things", ("line 28, column 12: a value cannot begin with this character; put quotation "
         "marks around it")),
        ("small things", "sm\x07all things", "line 28, column 14: this character cannot be printed; take it out"),
        ("small things", "&small things", ("line 28, column 12: anchors such as &small are not understood in a pack; "
         "write each value out")),
        ("small things are settled at once", "*small", ("line 28, column 12: aliases such as *small are not understood "
         "in a pack; write the value out")),
        ("small things", "!!str things", ("line 28, column 12: tags such as tag:yaml.org,2002:str are not understood in a "
         "pack")),
        ("authority:", "---\nauthority:", "line 19, column 1: a second document begins here; a pack is a file of its own"),
        ("2027-01-01", "1 January", "line 7, column 13: '1 January' is not a date; write one such as 2026-12-31"),
        ("is not legal advice", "is the law", "line 6, column 9: the advice must contain the words 'not legal advice'"),
        ("role: agent", "role: agnet", "line 21, column 11: 'agnet' is no role; did you mean 'agent'?"),
        ("1000.00 GBP", "10.00 GBP", ("line 22, column 15: the row 'agent' allows more for one case than for a customer "
         "or a period")),
        ("1000.00 GBP", "1000.00 EUR", "line 22, column 15: the caps of the row 'agent' are in different currencies"),
        ("50.00 GBP", "-50.00 GBP", "line 22, column 15: -50.00 GBP is negative; nobody may give less than nothing"),
        ("50.00 GBP", "[50.00]", "line 22, column 15: this must be an amount of money such as 50.00 GBP, not a list"),
        ("4 business hours", "4.5 hours", ("line 12, column 13: 4.5 is not a whole number above nought; for a part of a unit "
         "use a smaller one")),
        ("4 business hours", "soon", "line 12, column 13: 'soon' is not an amount of time; write one such as 3 business days"),
        ("4 business hours", "4", "line 12, column 13: 4 has no unit; write one such as 4 business days"),
        ("    within: 4 business hours\n", "", ("line 10, column 5: the row 'first answer' has neither 'within' nor "
         "'promptly: true'; it needs one of them")),
        ("since: received", "since: received\n    promptly: yes", ("line 14, column 15: the row 'first answer' has both "
         "'promptly' and 'within'; it needs one of them")),
        ("since: received", "since: received\n    letter: sorry", ("line 14, column 13: there is no letter called 'sorry' in "
         "this pack; it has no letters")),
        ("since: received", "since: received\n    verify: true", ("line 14, column 13: the row 'first answer' is to be "
         "verified; say in a note what is unsure")),
        ("since: received", "since: received\n    exceptional: yes", ("line 14, column 18: the row 'first answer' is "
         "exceptional; say in 'only_if' when it counts")),
        ("since: received", "since: received\n    valid_from: 2025-01-01", ("line 14, column 17: this row begins before its "
         "pack, which begins on 2026-01-01")),
        ("[owner, lead]", "[owner, owner]", "line 15, column 19: 'owner' stands in this list twice"),
        ("source: the shop\nvalid", "source:\nvalid", "line 4, column 8: this is empty; write some text"),
        ("source: the shop\nvalid", "products: [beds]\nsource: the shop\nvalid", ""),
    ],
)  # fmt: skip
def test_one_mistake_is_one_sentence(old: str, new: str, sentence: str) -> None:
    changed = GOOD.replace(old, new, 1)
    assert changed != GOOD
    assert told(changed) == ([sentence] if sentence else [])


def test_each_part_of_the_calendar_is_told_apart() -> None:
    calendar = """\
calendar:
  zone: Europe/Lundon
  hours:
    mon: [["09:00", "25:00"]]
    fri: [["09:00"]]
  holidays: {country: XX}
"""
    assert told(GOOD + calendar) == [
        "line 30, column 9: in the calendar: there is no time zone 'Europe/Lundon'; write one such as Europe/London",
        "line 32, column 5: in the calendar: hours.mon[0]: '25:00' is not a time of day; write HH:MM, at most 24:00",
        "line 33, column 5: in the calendar: hours.fri[0]: ['09:00'] is not a pair [from, to]",
        (
            "line 34, column 13: in the calendar: no holidays are known for the country 'XX'; write its two-letter code, "
            "such as GB or DE"
        ),
    ]


def test_a_letter_needs_blocks_whose_braces_are_slots() -> None:
    letters = """\
letters:
  - name: sorry
    serves: final response
    kind: house target
    source: the shop
    about: we say it in writing
    blocks:
      - name: opening
        text: Dear {Customer}, sorry.
      - name: opening
        text: And again.
      - name: opening
        text: And again.
  - name: empty
    serves: final response
    kind: house target
    source: the shop
    about: there is nothing in it
    blocks: []
"""
    assert told(GOOD + letters) == [
        "line 37, column 15: there is a brace that is no slot; a slot is a name in small letters such as {reference}",
        "line 40, column 15: the row 'sorry' has two blocks called 'opening'",
        "line 47, column 13: the row 'empty' has no 'blocks'; a letter is a list of at least one",
    ]


ROW = """\
{section}:
  - name: row
    kind: house target
    source: the shop
    about: it is so
    {fields}
"""


@pytest.mark.parametrize(
    ("section", "fields", "sentence"),
    [
        ("numbers", "value: -3\n    unit: tries", "line 34, column 12: -3 is negative, which nothing in a pack can be"),
        ("numbers", "value: few\n    unit: tries", "line 34, column 12: 'few' is not a number"),
        ("numbers", "value: [3]\n    unit: tries", "line 34, column 12: this must be a number, not a list"),
        (
            "numbers",
            "value: {a: 3}\n    unit: x",
            "line 34, column 12: this must be a number, not a table of names and values",
        ),
        ("numbers", "value:\n    unit: tries", "line 34, column 11: this must be a number, not empty"),
        ("effort", "asks: forms\n    at_most: 1.5", "line 35, column 14: 1.5 is not a whole number"),
        (
            "quoting",
            "probability: 1",
            "line 34, column 18: 1 is not a probability; write one above 0 and below 1, such as 0.90",
        ),
        (
            "quoting",
            "probability: 0.9\n    severities: {a: low}",
            "line 35, column 17: this must be a list, not a table",
        ),
        ("quoting", "probability: 0.9\n    verify: maybe", "line 35, column 13: 'maybe' is neither true nor false"),
        ("quoting", "probability: 0.9\n    note: [a]", "line 35, column 11: this must be text, not a list"),
        ("quoting", "? [a]\n    : 0.9", "line 34, column 7: a name must be a word, not a list or a table"),
        ("duties", "duty: report\n    products: [boats]", ""),
    ],
)
def test_each_value_is_what_it_should_be(section: str, fields: str, sentence: str) -> None:
    found = told(GOOD + ROW.format(section=section, fields=fields))
    assert found[-1:] == ([sentence] if sentence else [])


def test_a_row_stays_within_its_pack() -> None:
    pack = GOOD.replace("recheck_by", "valid_to: 2027-01-01\nproducts: [beds]\nrecheck_by")
    row = ROW.format(section="duties", fields="duty: report\n    products: [bed]\n    valid_to: 2028-01-01")
    assert told(pack + row) == [
        "line 37, column 15: the pack does not govern 'bed'; did you mean 'beds'?",
        "line 38, column 15: this row ends after its pack, which ends on 2027-01-01",
    ]


def test_an_empty_list_of_what_to_recheck_is_no_list() -> None:
    assert told(GOOD.replace("[that it still fits]", "[]")) == [
        "line 8, column 10: this list is empty; say what to compare with the law"
    ]


def test_a_calendar_is_a_table() -> None:
    assert told(GOOD + "calendar: nine to five\n") == [
        "line 29, column 11: a calendar must be a table with 'zone' and 'hours'"
    ]


def test_a_quotation_mark_that_another_closed_far_below_is_found_where_it_opens() -> None:
    changed = GOOD.replace("source: the shop\nvalid", 'source: "the shop\nvalid').replace(
        "about: small", 'about: "small'
    )
    assert told(changed.replace("at once", 'at once"')) == [
        "line 4, column 9: the quotation mark that opens here is never closed"
    ]


def test_mistakes_at_the_very_end_are_told_where_they_stand() -> None:
    assert told(GOOD + "note\n\n\n") == ["line 29, column 1: there is no colon here; write a name, a colon and a value"]


@pytest.mark.parametrize("text", ["", "hello", "- a\n- b\n", "# nothing\n"])
def test_what_is_no_table_is_no_pack(text: str) -> None:
    assert told(text) == ["line 1, column 1: a pack is a table of names and values; this is none"]


@pytest.mark.parametrize(
    "text", ["[" * 300_000, "{a: " * 90_000, "- " * 150_000, "\n".join(" " * i + "a:" for i in range(800))]
)
def test_what_is_nested_beyond_all_sense_costs_nothing(text: str) -> None:
    (mistake,) = told(text)
    assert mistake.endswith("this is nested more than 12 deep, which nothing in a pack is")


def test_a_bomb_of_aliases_does_not_grow() -> None:
    levels = "\n".join(f"b{i + 1}: &b{i + 1} [*b{i}, *b{i}, *b{i}]" for i in range(200))
    _, mistakes = check(f"b0: &b0 boom\n{levels}\n")
    assert sum("aliases such as" in mistake.sentence for mistake in mistakes) == 600


def test_a_file_beyond_any_pack_is_not_read() -> None:
    assert told("#" * 400_001) == ["line 1, column 1: this file has 400001 characters; a pack has at most 400000"]


def test_a_file_in_another_encoding_is_told_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_bytes(b"name: shop\nsource: \xff\n")
    with pytest.raises(PackRefused) as refused:
        read_file(file)
    assert [str(mistake) for mistake in refused.value.mistakes] == [
        "line 2, column 9: this is not UTF-8; save the file as UTF-8"
    ]


def test_a_refusal_says_all_of_it() -> None:
    with pytest.raises(PackRefused) as refused:
        read(TWELVE)
    assert str(refused.value).splitlines() == told(TWELVE)


@given(st.data())
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
def test_no_damage_makes_the_reader_fail_and_every_mistake_has_a_place(data: st.DataObject) -> None:
    text = GOOD.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        i = data.draw(st.integers(0, len(text) - 1))
        j = data.draw(st.integers(0, len(text[i])))
        damage = data.draw(
            st.sampled_from(
                ["", ":", '"', "'", "[", "{", "}", "- ", "  ", "\t", "#", "&a", "\x00", "\u2028", "\x85", "é", "|"]
            )
        )
        text[i] = text[i][:j] + damage + text[i][j + data.draw(st.integers(0, 3)) :]
    found, mistakes = check("\n".join(text))
    assert (found is None) == bool(mistakes)
    assert all(1 <= mistake.line <= len(text) + 1 and mistake.column >= 1 for mistake in mistakes)
    assert list(mistakes) == sorted(mistakes)


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_every_row_may_lose_any_line_and_the_reader_still_answers(path: Path) -> None:
    text = path.read_text().splitlines()
    for i in range(0, len(text), 29):
        found, mistakes = check("\n".join(text[:i] + text[i + 1 :]))
        assert (found is None) == bool(mistakes)


COACH = """\
coach:
  levels:
    C21: block
    C24: {level: "off", by: Mira, because: we are a surf shop}
  limits: {upset: 90}
  banned: [touch base]
"""


def test_a_house_pack_says_how_the_coach_reads_and_who_loosened_what() -> None:
    house = read(GOOD + COACH).coach
    assert house is not None
    assert (dict(house.levels), house.limits["upset"]) == ({"C21": "block", "C24": None}, 90)
    assert house.loosened == {"C24": "Mira: we are a surf shop"}
    assert "touch base" in house.phrases["banned"]
    assert read(GOOD).coach is None


def test_each_mistake_in_the_part_of_the_coach_has_its_line() -> None:
    wrong = COACH.replace(", because: we are a surf shop", "").replace("90", "lots").replace("banned", "baned")
    found = check(GOOD + wrong.replace("C21", "C99"))[1]
    lines = len(GOOD.splitlines())
    assert [one.line - lines for one in found] == [3, 4, 5, 6]
    assert "a name (`by`) and a reason (`because`)" in found[1].sentence


def test_only_the_house_says_how_the_coach_reads() -> None:
    (wrong,) = told(GOOD.replace("jurisdiction: any", "jurisdiction: GB") + "coach: {banned: [touch base]}\n")
    assert "only the house's own pack" in wrong
