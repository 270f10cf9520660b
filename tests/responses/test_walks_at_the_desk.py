"""Each regulated pack on the desk: one complaint from its first day to its last letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from amends.cases.ending import Refused
from amends.deadlines.deadline import Deadline, Kind
from amends.messages.delivery import Delivery
from amends.messages.writing import Reply, reply
from amends.responses.escalation import escalate
from amends.responses.regulated import regulated
from amends.responses.responding import PartsMissing
from amends.responses.settlement import settle_shortly
from tests.cast import SURE
from tests.responses.walks import A_MOMENT, LONDON, NEW_YORK, SYDNEY, Walk, day, utc

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
REJECTED = {"decision": "rejected", "time bars": "time bars kept"}


def test_a_complaint_to_a_bank_is_acknowledged_held_and_answered(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "financial services", "2026-07-07T10:00", LONDON)
    assert walk.case.packs == ["fca-disp-general@2026-06", "house@1"]
    assert walk.due(Kind.ACKNOWLEDGEMENT) == utc("2026-07-08T16:00")
    assert walk.due(Kind.FINAL) == utc("2026-09-01T09:00")
    reply(walk.case, Reply(sure=SURE, words="Thank you. I am sorry."), by=cast.ada, at=walk.at("2026-07-07T11:00"))
    assert walk.is_due(Kind.ACKNOWLEDGEMENT), "the rules say what an acknowledgement holds, and this was none"
    letter = walk.write("acknowledgement", "2026-07-07T12:00").message
    assert not walk.is_due(Kind.ACKNOWLEDGEMENT)
    assert "You will have our final response from me by 1 September 2026" in letter.text
    assert Delivery.objects.get(message=letter).address == "okafor@example.com"
    assert walk.warned(Kind.FINAL, utc("2026-08-18T08:59")) == []
    assert walk.warned(Kind.FINAL, utc("2026-08-18T09:00")) == ["Ada"]
    held = walk.write(
        "holding response", "2026-08-28T10:00", because="The other bank is silent.", answer_by=day("2026-09-15")
    )
    assert "I expect to answer you by 15 September 2026" in held.message.text
    assert (held.referral, held.refer_until) == ("the Financial Ombudsman Service", None)
    assert walk.due(Kind.FINAL) == utc("2026-09-15T16:00")
    assert not walk.missed(Kind.FINAL, utc("2026-09-02T09:00"))
    sent = walk.write(
        "final response", "2026-09-10T11:00", outcomes=["upheld"], done_by=day("2026-09-15"),
        chosen={"decision": "accepted", "time bars": "time bars waived"},
    )  # fmt: skip
    assert sent.refer_until == utc("2027-03-11T00:00")
    assert "until 10 March 2027" in sent.message.text
    assert [(p.words, p.first_due_at) for p in walk.case.promises.all()] == [
        ("the amount with interest", utc("2026-09-15T16:00"))
    ]
    assert not walk.is_due(Kind.FINAL)
    assert not Deadline.objects.filter(case=walk.case, kind__in=[Kind.FINAL, Kind.ACKNOWLEDGEMENT]).exclude(
        missed_at=None
    )


def test_a_complaint_to_a_bank_that_is_settled_in_three_days_gets_its_summary(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "financial services", "2026-07-07T10:00", LONDON)
    settled = walk.at("2026-07-09T11:00")
    settle_shortly(walk.case, "The fee is paid back. That is fine by me.", accepted="oral", by=cast.ada, at=settled)
    assert not walk.is_due(Kind.FINAL)
    assert walk.due(Kind.SUMMARY) == utc("2026-07-13T16:00")
    letter = walk.write("summary resolution", "2026-07-10T09:00").message
    assert "on 9 July 2026 you told us that it is settled: The fee is paid back. That is fine by me." in letter.text
    assert not walk.is_due(Kind.SUMMARY)
    assert not walk.is_due(Kind.ACKNOWLEDGEMENT)


def test_a_complaint_to_a_bank_that_is_settled_on_the_fourth_day_takes_the_long_way(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "financial services", "2026-07-07T10:00", LONDON)
    with pytest.raises(Refused, match="takes the long one now"):
        settle_shortly(walk.case, "Fine.", accepted="oral", by=cast.ada, at=walk.at("2026-07-10T17:01"))
    assert walk.is_due(Kind.FINAL)


def test_a_bank_that_says_nothing_for_eight_weeks_has_missed_it(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "financial services", "2026-07-07T10:00", LONDON)
    assert walk.missed(Kind.ACKNOWLEDGEMENT, utc("2026-07-08T16:01"))
    assert not walk.missed(Kind.FINAL, utc("2026-09-01T08:59"))
    assert walk.missed(Kind.FINAL, utc("2026-09-01T09:00"))
    sent = walk.write("final response", "2026-09-03T11:00", outcomes=["not upheld"], chosen=REJECTED)
    row = Deadline.objects.get(case=walk.case, kind=Kind.FINAL)
    assert (row.met_at, row.missed_at) == (sent.sent_at, utc("2026-09-01T09:00"))


def test_a_complaint_about_a_payment_has_fifteen_days_and_thirty_five_for_a_reason(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "payment services", "2026-07-07T10:00", LONDON)
    assert walk.due(Kind.FINAL) == utc("2026-07-28T16:00")
    walk.write("acknowledgement", "2026-07-08T09:00")
    with pytest.raises(Refused, match="Write down why this is one"):
        walk.write("holding response", "2026-07-27T10:00")
    with pytest.raises(Refused, match="allow no answer later than 25 August 2026"):
        walk.write("holding response", "2026-07-27T10:00", because="A fire.", answer_by=day("2026-08-26"))
    walk.write("holding response", "2026-07-27T10:00", because="A fire at the other bank.")
    assert walk.due(Kind.FINAL) == utc("2026-08-25T16:00")
    asked = regulated(walk.case, at=walk.at("2026-07-27T10:01"))
    assert asked is not None
    final = next(one for one in asked.limits if one.kind == Kind.FINAL and one.state == "open")
    assert final.because.startswith("35 business days after they told us, because in exceptional cases")
    walk.write("final response", "2026-08-20T10:00", outcomes=["not upheld"], chosen=REJECTED)
    assert not walk.is_due(Kind.FINAL)


def test_a_holding_letter_that_comes_too_late_moves_nothing(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "payment services", "2026-07-07T10:00", LONDON)
    walk.write("holding response", "2026-07-29T10:00", because="A fire.")
    assert walk.due(Kind.FINAL) == utc("2026-07-28T16:00")
    assert walk.missed(Kind.FINAL, utc("2026-07-29T16:00"))


def test_a_complaint_through_the_portal_is_in_progress_and_then_answered(cast: Cast) -> None:
    walk = Walk.begin(cast, "US", "consumer finance", "2026-07-07T10:00", NEW_YORK)
    assert walk.due(Kind.ACKNOWLEDGEMENT) == utc("2026-07-08T21:00")
    assert walk.due(Kind.FINAL) == utc("2026-07-22T14:00")
    reply(walk.case, Reply(sure=SURE, words="Thank you. I am sorry."), by=cast.ada, at=walk.at("2026-07-07T11:00"))
    assert not walk.is_due(Kind.ACKNOWLEDGEMENT), "for this no letter is named, so that any human word is one"
    assert walk.warned(Kind.FINAL, utc("2026-07-17T13:59")) == []
    assert walk.warned(Kind.FINAL, utc("2026-07-17T14:00")) == ["Ada"]
    walk.write("in progress", "2026-07-20T10:00", because="March is not on paper.", outcomes=["in progress status"])
    assert walk.due(Kind.FINAL) == utc("2026-09-05T14:00")
    answer: dict[str, Any] = {"chosen": {"closing": "monetary relief"}, "unmarked": ["nothing more is open"]}
    with pytest.raises(Refused, match="Choose the closing: in progress status, with explanation"):
        walk.write("response", "2026-08-03T10:00", **answer)
    with pytest.raises(Refused, match="Only one closing can hold"):
        walk.write("response", "2026-08-03T10:00", outcomes=["with explanation", "with monetary relief"], **answer)
    sent = walk.write("response", "2026-08-03T10:00", outcomes=["with monetary relief"], **answer)
    assert "We have given you back 35.00 USD, in this way: a credit to the account." in sent.message.text
    assert (sent.referral, sent.refer_until) == ("the Consumer Financial Protection Bureau", None)
    assert not walk.is_due(Kind.FINAL)


@pytest.mark.parametrize(
    ("product", "final"), [("financial services", "2026-08-06T00:00"), ("superannuation", "2026-08-21T00:00")]
)
def test_a_complaint_in_sydney_is_acknowledged_in_a_day_and_answered(cast: Cast, product: str, final: str) -> None:
    walk = Walk.begin(cast, "AU", product, "2026-07-07T10:00", SYDNEY)
    assert walk.due(Kind.ACKNOWLEDGEMENT) == utc("2026-07-08T00:00")
    assert walk.due(Kind.FINAL) == utc(final)
    assert walk.warned(Kind.ACKNOWLEDGEMENT, utc("2026-07-07T18:00")) == ["Ada"]
    walk.write("acknowledgement", "2026-07-08T09:59")
    assert not walk.missed(Kind.ACKNOWLEDGEMENT, utc("2026-07-08T00:01"))
    with pytest.raises(PartsMissing, match="The part “decision” needs words for: decision"):
        walk.write("response", "2026-07-20T10:00", without="decision")
    sent = walk.write("response", "2026-07-20T10:00")
    assert sent.referral == "the Australian Financial Complaints Authority"
    assert not walk.is_due(Kind.FINAL)


def test_a_complaint_in_sydney_settled_in_five_days_needs_no_letter_and_is_registered(cast: Cast) -> None:
    walk = Walk.begin(cast, "AU", "financial services", "2026-07-07T10:00", SYDNEY)
    said = settle_shortly(walk.case, "All fine.", accepted="oral", by=cast.ada, at=walk.at("2026-07-11T10:00"))
    assert (walk.is_due(Kind.FINAL), walk.is_due(Kind.SUMMARY)) == (False, False)
    asked = regulated(walk.case, at=walk.at("2026-07-11T10:01"))
    assert asked is not None
    assert asked.settlement == said


def test_a_tenant_goes_through_both_stages_with_two_people(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "social housing", "2026-07-07T10:00", LONDON)
    assert walk.due(Kind.ACKNOWLEDGEMENT) == utc("2026-07-14T16:00")
    assert not walk.is_due(Kind.STAGE_1), "it is counted from the acknowledgement"
    walk.write("acknowledgement", "2026-07-09T11:00")
    assert walk.due(Kind.STAGE_1) == utc("2026-07-23T16:00")
    assert walk.warned(Kind.STAGE_1, utc("2026-07-21T16:00")) == ["Ada"]
    first = walk.write("stage 1 response", "2026-07-22T11:00")
    assert (first.stage, first.referral) == (1, "the Housing Ombudsman Service")
    asked = escalate(walk.case, "", by=cast.leo, at=walk.at("2026-08-03T09:00"))
    assert walk.due(Kind.STAGE_2) == utc("2026-08-31T16:00")
    assert asked.deadline.assignee not in {None, cast.ada}
    with pytest.raises(Refused, match="somebody other than the first"):
        asked.give_to(cast.ada, by=cast.leo, at=walk.at("2026-08-03T09:05"))
    with pytest.raises(Refused, match="somebody other than the first"):
        walk.write("stage 2 response", "2026-08-20T10:00", by=cast.ada)
    asked.give_to(cast.mira, by=cast.leo, at=walk.at("2026-08-03T09:05"))
    second = walk.write("stage 2 response", "2026-08-20T10:00", by=cast.mira)
    assert "I am Mira, and I took no part in the first answer." in second.message.text
    assert (second.stage, walk.is_due(Kind.STAGE_2)) == (2, False)


def test_a_tenant_who_calls_it_settled_is_answered_all_the_same(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "social housing", "2026-07-07T10:00", LONDON)
    walk.write("acknowledgement", "2026-07-09T11:00")
    settle_shortly(walk.case, "It is dry again.", accepted="oral", by=cast.ada, at=walk.at("2026-07-10T10:00"))
    assert walk.is_due(Kind.STAGE_1)


def test_an_energy_customer_hears_of_the_deadlock_before_the_eight_weeks_are_over(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "energy", "2026-07-07T10:00", LONDON)
    assert walk.due(Kind.FINAL) == utc("2026-09-01T09:00")
    with pytest.raises(PartsMissing, match="Choose the part “offer: offer stands, offer ends, no offer”"):
        walk.write("deadlock", "2026-07-30T10:00")
    sent = walk.write("deadlock", "2026-07-30T10:00", chosen={"offer": "no offer"})
    assert "I am sorry that we cannot agree." in sent.message.text
    assert (sent.kind, sent.referral, walk.is_due(Kind.FINAL)) == (Kind.FINAL, "the energy ombudsman", False)
    with pytest.raises(Refused, match="They have had this letter"):
        walk.write("eight weeks", "2026-09-01T08:00", chosen={"offer": "no offer"})


def test_an_energy_customer_is_told_after_eight_weeks_or_it_is_missed(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "energy", "2026-07-07T10:00", LONDON)
    assert walk.warned(Kind.FINAL, utc("2026-08-18T09:00") - A_MOMENT) == []
    assert walk.warned(Kind.FINAL, utc("2026-08-18T09:00")) == ["Ada"]
    walk.write("eight weeks", "2026-09-01T09:00", chosen={"offer": "offer stands"})
    assert not walk.missed(Kind.FINAL, utc("2026-09-02T09:00"))
