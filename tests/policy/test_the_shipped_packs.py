"""What holds for every pack that comes with the desk."""

from __future__ import annotations

import re
from datetime import date

import pytest

from amends.policy.choosing import explain, shipped
from amends.policy.letters import slots_of
from amends.policy.pack import Pack
from amends.policy.words import Due, Duty, Kind

REGULATED = [pack for pack in shipped().packs if pack.name != "house"]
every = pytest.mark.parametrize("pack", shipped().packs, ids=lambda pack: pack.name)
each_regulated = pytest.mark.parametrize("pack", REGULATED, ids=lambda pack: pack.name)


def test_these_packs_are_shipped() -> None:
    assert [pack.name for pack in REGULATED] == [
        "asic-rg271",
        "cfpb-portal",
        "energy",
        "fca-disp-general",
        "fca-disp-payment-services",
        "housing-ombudsman",
    ]


@every
def test_a_pack_says_that_it_is_no_advice_and_what_to_recheck_by_when(pack: Pack) -> None:
    assert "not legal advice" in pack.advice
    assert pack.recheck
    assert pack.recheck_by <= date(2027, 12, 31)


@every
def test_every_row_names_its_source_and_explains_itself(pack: Pack) -> None:
    for row in pack.rows():
        assert row.source.strip()
        assert f"because {row.about} ({row.kind}, {row.source})" in explain(row)
        assert not row.about.endswith(".")
        assert (row.kind is Kind.RULE) == (row.source not in {"the house", "the ombudsman's guidance on letters"})


@each_regulated
def test_a_regulated_pack_is_whole(pack: Pack) -> None:
    assert pack.calendar is not None
    for section in (pack.deadlines, pack.short_routes, pack.referrals, pack.independence, pack.retention, pack.letters):
        assert section
    served = {limit.letter for limit in pack.deadlines if limit.kind is Kind.RULE and limit.due is not Due.SHORT_ROUTE}
    assert served == {letter.name for letter in pack.letters} - {""}


@each_regulated
def test_every_required_part_of_a_letter_can_be_recognised(pack: Pack) -> None:
    for letter in pack.letters:
        for block in letter.blocks:
            known = set(slots_of(block))
            for phrase in block.says:
                assert set(re.findall(r"\{(\w+)\}", phrase)) <= known, (letter.name, block.name)
                if "{" not in phrase:
                    assert phrase.casefold() in block.text.casefold(), (letter.name, block.name)


def test_letters_avoid_the_words_that_a_pack_avoids() -> None:
    (pack,) = [pack for pack in REGULATED if pack.name == "energy"]
    (wording,) = pack.wording
    said = " ".join(block.text for letter in pack.letters for block in letter.blocks).casefold()
    assert [word for word in wording.avoid if word in said] == []


@pytest.mark.parametrize("name", ["fca-disp-general", "fca-disp-payment-services"])
def test_an_accepted_offer_is_a_promise_under_the_handbook(name: str) -> None:
    (pack,) = [pack for pack in REGULATED if pack.name == name]
    (row,) = [row for row in pack.duties if row.duty is Duty.ACCEPTED_OFFER_BINDS]
    assert explain(row) == (
        "because the firm must comply promptly with any offer that the customer accepted (rule, DISP 1.4)"
    )
