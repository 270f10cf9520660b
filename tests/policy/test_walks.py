"""One made-up complaint walked through each regulated pack: every due time, every letter, and who may take what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from amends.calendars.daysoff import DaysOff
from amends.policy.choosing import Choice, due, explain, shipped, short_route, stands_in_the_way, warn_at
from amends.policy.letters import ChoiceMissing, SlotMissing, compose, lacking, slots_of
from amends.policy.pack import Limit, Retention
from amends.policy.words import Due, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from amends.calendars.calendar import Calendar
    from amends.policy.pack import Pack

WORDS = {
    "customer": "Mrs Okafor",
    "reference": "K7-2208",
    "matter": "the transfer that went to a stranger",
    "received_on": "18 December 2026",
    "owner": "Leo Marsh",
    "owner_contact": "020 7946 0000",
    "answer_by": "12 February 2027",
    "ombudsman_web": "ombudsman.example.org",
    "ombudsman_address": "1 Example Street",
}


@dataclass(frozen=True)
class Walk:
    """A complaint under the packs that govern it."""

    choice: Choice
    product: str
    received: datetime

    @classmethod
    def begin(cls, jurisdiction: str, product: str, received: datetime) -> Walk:
        """Received at that wall-clock time."""
        return cls(shipped().choose(on=received.date(), jurisdiction=jurisdiction, product=product), product, received)

    @property
    def pack(self) -> Pack:
        """The regulator's pack."""
        return self.choice.packs[0]

    @property
    def calendar(self) -> Calendar:
        """The regulator's business days."""
        assert self.pack.calendar is not None
        return self.pack.calendar

    def limit(self, what: Due, *, exceptional: bool = False) -> Limit:
        """The row by which this is due."""
        on = self.received.date()
        found = self.choice.deadline(what, on=on, product=self.product, exceptional=exceptional)
        assert found is not None
        return found

    def due(self, what: Due, since: datetime | None = None, *, exceptional: bool = False) -> datetime:
        """When it is due, in UTC."""
        return due(self.limit(what, exceptional=exceptional), since or self.received, self.calendar)

    def kept_until(self) -> datetime:
        """Until when the complaint's record is kept."""
        rows = [row for row in self.pack.retention if not row.products or self.product in row.products]
        row: Retention = max(rows, key=lambda row: bool(row.products))
        return due(row, self.received, self.calendar)

    def refer_by(self, answered: datetime) -> datetime:
        """Until when the customer may go elsewhere."""
        return due(self.pack.referrals[0], answered, self.calendar)

    def write(self, name: str, words: Mapping[str, str], chosen: Mapping[str, str] | None = None) -> str:
        """A letter; every slot it has must be given, or it is refused by that slot's name."""
        letter, given = self.pack.letter(name), WORDS | dict(words)
        text = compose(letter, given, chosen)
        assert "{" not in text
        assert lacking(letter, text, given, chosen) == []
        for block in letter.blocks:
            if block.required and block.choice in {"", *(chosen or {})} and slots_of(block):
                if block.choice and (chosen or {})[block.choice] != block.name:
                    continue
                slot = slots_of(block)[-1]
                with pytest.raises(SlotMissing, match=rf"\{{{slot}\}}"):
                    compose(letter, given | {slot: ""}, chosen)
        return text

    def second_stage(self, who: str, first: Due) -> str | None:
        """What keeps this person, when Leo took the first stage, from the second."""
        took = {first: "Leo"}
        return stands_in_the_way(self.choice, Due.STAGE_2, who=who, took=took, on=self.received.date())


def at(zone: str, text: str) -> datetime:
    """A wall-clock time."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def utc(text: str) -> datetime:
    """A time in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


LONDON, NEW_YORK, SYDNEY = "Europe/London", "America/New_York", "Australia/Sydney"
OMBUDSMAN = {"ombudsman": "the Financial Ombudsman Service", "leaflet": "Want to take it further"}


def test_a_complaint_to_a_bank_over_christmas_under_disp() -> None:
    # Friday at four; closed on Friday 25 and Monday 28 December and on Friday 1 January.
    walk = Walk.begin("GB", "financial services", at(LONDON, "2026-12-18T16:00"))
    assert walk.due(Due.ACKNOWLEDGEMENT) == utc("2026-12-21T17:00")
    assert walk.limit(Due.ACKNOWLEDGEMENT).kind is Kind.HOUSE_TARGET
    assert walk.due(Due.SHORT_ROUTE) == utc("2026-12-23T17:00")
    assert walk.due(Due.FINAL) == utc("2027-02-12T16:00")
    assert walk.due(Due.HOLDING, exceptional=True) == utc("2027-02-12T16:00")
    assert warn_at(walk.limit(Due.FINAL), walk.due(Due.FINAL), walk.calendar) == utc("2027-01-29T16:00")
    assert explain(walk.limit(Due.FINAL)) == (
        "8 weeks after they told us, because a final or a holding response must be sent within eight weeks of receipt "
        "(rule, DISP 1.6)"
    )
    assert walk.refer_by(at(LONDON, "2027-02-10T11:00")) == utc("2027-08-10T23:00")  # the end of 10 August, in summer
    assert walk.kept_until() == utc("2029-12-19T00:00")
    funds = Walk.begin("GB", "fund business", walk.received)
    assert funds.kept_until() == utc("2031-12-19T00:00")
    assert walk.second_stage("Leo", Due.FINAL) is not None
    assert walk.second_stage("Mira", Due.FINAL) is None


def test_a_bank_settles_in_three_days_or_takes_the_long_way() -> None:
    walk = Walk.begin("GB", "financial services", at(LONDON, "2026-12-18T16:00"))

    def route(settled: str, accepted: str) -> str | None:
        found = short_route(
            walk.choice,
            received=walk.received,
            settled=at(LONDON, settled),
            accepted=accepted,
            calendar=walk.calendar,
            product=walk.product,
        )
        return found.letter if found else None

    assert route("2026-12-23T17:00", "oral") == "summary resolution"
    assert route("2026-12-23T17:00", "written") == "summary resolution"
    assert route("2026-12-23T17:00", "") is None
    assert route("2026-12-23T17:01", "written") is None


@pytest.mark.parametrize("product", ["financial services", "e-money"])
def test_the_letters_of_disp(product: str) -> None:
    walk = Walk.begin("GB", product, at(LONDON, "2026-12-18T16:00"))
    said = walk.write("acknowledgement", {"response": "final response"})
    assert "You will have our final response from me by 12 February 2027" in said
    settled = {"settled_on": "21 December 2026", "settlement": "the fee is paid back"}
    assert "free of charge" in walk.write("summary resolution", settled | OMBUDSMAN)
    said = walk.write("holding response", {"why_not_ready": "the other bank has not answered"} | OMBUDSMAN)
    assert "You do not have to wait for us." in said
    findings = OMBUDSMAN | {
        "what_we_looked_at": "the transfer",
        "findings": "the name was not checked",
        "refer_by": "10 August 2027",
        "annex_3_waived": "(the wording of Annex 3)",
        "annex_3_not_waived": "(the other wording of Annex 3)",
        "offer": "the amount with interest",
        "done_by": "15 February 2027",
        "reasons": "the name was right",
    }
    for decision in ("accepted", "offer without accepting", "rejected"):
        for bars in ("time bars waived", "time bars kept"):
            said = walk.write("final response", findings, {"decision": decision, "time bars": bars})
            assert "You have six months from the date of this letter, until 10 August 2027." in said
    with pytest.raises(ChoiceMissing, match="time bars waived, time bars kept"):
        compose(walk.pack.letter("final response"), WORDS | findings, {"decision": "rejected"})


def test_a_complaint_about_a_payment_over_christmas() -> None:
    walk = Walk.begin("GB", "payment services", at(LONDON, "2026-12-18T16:00"))
    assert walk.due(Due.SHORT_ROUTE) == utc("2026-12-23T17:00")
    assert walk.due(Due.FINAL) == utc("2027-01-13T17:00")
    assert walk.due(Due.HOLDING, exceptional=True) == utc("2027-01-13T17:00")
    assert walk.due(Due.FINAL, exceptional=True) == utc("2027-02-10T17:00")
    assert walk.kept_until() == utc("2029-12-19T00:00")
    assert walk.second_stage("Leo", Due.FINAL) is not None
    assert walk.second_stage("Mira", Due.FINAL) is None
    on_saturday = Walk.begin("GB", "payment services", at(LONDON, "2026-12-19T10:00"))
    assert on_saturday.due(Due.FINAL) == utc("2027-01-13T17:00")  # Monday is day one


def test_a_complaint_through_the_portal_over_independence_day() -> None:
    # Friday evening; closed on Friday 3 July, the day observed for the 4th.
    walk = Walk.begin("US", "consumer finance", at(NEW_YORK, "2026-06-26T20:00"))
    assert walk.due(Due.ACKNOWLEDGEMENT) == utc("2026-06-29T21:00")
    assert walk.due(Due.FINAL) == utc("2026-07-12T00:00")  # 11 July, eight in the evening
    assert walk.due(Due.HOLDING, exceptional=True) == utc("2026-07-12T00:00")
    assert walk.due(Due.FINAL, exceptional=True) == utc("2026-08-26T00:00")
    assert warn_at(walk.limit(Due.FINAL), walk.due(Due.FINAL), walk.calendar) == utc("2026-07-08T00:00")
    assert all(limit.verify for limit in walk.pack.deadlines if limit.kind is Kind.RULE)
    assert [row.name for row in walk.pack.outcomes if row.group == "closing"] == [
        "in progress status",
        "with explanation",
        "with monetary relief",
        "with non-monetary relief",
    ]
    said = walk.write("in progress", {"what_is_missing": "the records of March"})
    assert "our response is in progress" in said
    response = {
        "steps_taken": "we looked at the statements",
        "communications": "two letters",
        "explanation": "the fee was right",
        "amount": "35.00 USD",
        "relief": "a credit to your account",
        "follow_up": "nothing more is open",
        "regulator": "the Consumer Financial Protection Bureau",
    }
    assert "the fee was right" in walk.write("response", response, {"closing": "explanation"})
    assert "35.00 USD" in walk.write("response", response, {"closing": "monetary relief"})
    assert walk.second_stage("Leo", Due.FINAL) is not None
    assert walk.second_stage("Mira", Due.FINAL) is None


def test_a_complaint_in_sydney_on_the_day_before_the_clocks_change() -> None:
    # A Saturday; that night an hour is left out, and Monday 5 October is a holiday only in some states.
    walk = Walk.begin("AU", "financial services", at(SYDNEY, "2026-10-03T10:00"))
    assert walk.due(Due.ACKNOWLEDGEMENT) == utc("2026-10-04T00:00")  # 24 hours, so eleven on the clock
    assert walk.due(Due.SHORT_ROUTE) == utc("2026-10-07T23:00")
    assert walk.due(Due.FINAL) == utc("2026-11-01T23:00")  # 2 November, ten in the morning
    superannuation = Walk.begin("AU", "superannuation", walk.received)
    assert superannuation.due(Due.FINAL) == utc("2026-11-16T23:00")
    settled = at(SYDNEY, "2026-10-08T10:00")
    route = short_route(walk.choice, received=walk.received, settled=settled, accepted="oral", calendar=walk.calendar)
    assert route is not None
    assert (route.letter, route.register) == ("", True)
    walk.write("acknowledgement", {})
    words = {
        "ombudsman": "the Australian Financial Complaints Authority",
        "decision": "you are right",
        "what_we_looked_at": "the statements",
        "reasons": "the fee was charged twice",
    }
    assert "you have the right to take it to the Australian Financial Complaints Authority" in walk.write(
        "response", words
    )
    assert "a credit" in walk.write("response", words | {"offer": "a credit", "done_by": "5 November"})
    assert walk.second_stage("Leo", Due.FINAL) is not None
    assert walk.second_stage("Mira", Due.FINAL) is None


def test_a_complaint_to_a_landlord_over_easter() -> None:
    # Maundy Thursday; Good Friday is a day off everywhere, Easter Monday is not one in Scotland.
    walk = Walk.begin("GB", "social housing", at(LONDON, "2027-03-25T14:00"))
    assert walk.due(Due.ACKNOWLEDGEMENT) == utc("2027-04-02T16:00")
    in_england = replace(walk.calendar, off=DaysOff("GB", "ENG"))
    assert due(walk.limit(Due.ACKNOWLEDGEMENT), walk.received, in_england) == utc("2027-04-05T16:00")
    acknowledged = at(LONDON, "2027-03-31T11:00")
    assert walk.due(Due.STAGE_1, acknowledged) == utc("2027-04-14T16:00")
    escalated = at(LONDON, "2027-04-29T09:00")
    assert walk.due(Due.STAGE_2, escalated) == utc("2027-05-28T16:00")  # past May Day
    assert walk.limit(Due.STAGE_2).verify
    assert walk.second_stage("Leo", Due.STAGE_1) == (
        "The stage 2 response needs another person than the stage 1 response, because the second stage is taken by "
        "somebody other than the first (rule, Housing Ombudsman Code, section 6)."
    )
    assert walk.second_stage("Mira", Due.STAGE_1) is None
    sought = {"stage": "stage 1", "outcomes_sought": "a dry bathroom by May"}
    assert "This is what you would like to happen: a dry bathroom by May." in walk.write("acknowledgement", sought)
    answer = {
        "decision": "you are right",
        "reasons": "the leak was reported in January",
        "offer": "a new seal, and a month's rent",
        "outstanding": "the plaster, by 30 April; I write every Friday",
        "ombudsman": "the Housing Ombudsman Service",
    }
    assert "You do not have to say why." in walk.write("stage 1 response", answer)
    assert "I am Mira Stone, and I took no part" in walk.write("stage 2 response", answer | {"owner": "Mira Stone"})


def test_a_complaint_to_an_energy_supplier_over_the_change_to_summer_time() -> None:
    walk = Walk.begin("GB", "energy", at(LONDON, "2026-03-02T10:00"))
    assert walk.due(Due.ACKNOWLEDGEMENT) == utc("2026-03-03T17:00")
    assert walk.due(Due.FINAL) == utc("2026-04-27T09:00")  # ten on the clock, as on the first day
    words = {
        "where_it_stands": "the meter is being tested",
        "what_we_did": "I had the meter read twice",
        "reasons": "the readings agree",
        "ombudsman": "the energy ombudsman",
        "kinds_of_help": "apologise, explain, put it right and pay you",
        "offer": "40.00 GBP off the next bill",
    }
    for offer in ("offer stands", "offer ends", "no offer"):
        assert "It is independent of us and free for you." in walk.write("eight weeks", words, {"offer": offer})
        assert "I am sorry that we cannot agree." in walk.write("deadlock", words, {"offer": offer})
    assert walk.second_stage("Leo", Due.FINAL) is not None
    assert walk.second_stage("Mira", Due.FINAL) is None


def test_a_case_that_began_in_2026_keeps_its_pack_when_the_rules_change() -> None:
    walk = Walk.begin("GB", "financial services", at(LONDON, "2026-12-18T16:00"))
    kept = shipped().kept(walk.choice.keys)
    assert kept == walk.choice
    assert kept.deadline(Due.FINAL, on=date(2026, 12, 18), product=walk.product) == walk.limit(Due.FINAL)
