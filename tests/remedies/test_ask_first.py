"""Ask first: nothing is offered before the wish is on record, a small wish is granted on the spot, and nothing is pushed on top."""

from __future__ import annotations

from decimal import Decimal

import pytest

from amends.authority.spend import BeyondAuthority, Purse, Spend
from amends.cases.ending import Refused
from amends.offers.offer import Choice, Offer
from amends.offers.offering import Given, NotAsked, OutsideCatalogue, Terms, offer, withdraw
from amends.offers.proposing import propose
from amends.remedies.choosing import choose, grant
from amends.remedies.execution import Execution
from tests.cast import DAY, HOUR, MORNING, Cast, make_case
from tests.remedies.scenes import FROM, given, lost, money, options, remedy, stock, three, understood

pytestmark = pytest.mark.django_db


def test_nothing_is_offered_before_they_were_asked(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    lost(case, by=cast.ada)
    with pytest.raises(NotAsked, match="Ask what would put it right"):
        offer(case, [Given(remedy=remedy(cast))], Terms(wish=True), by=cast.ada, at=MORNING)
    case.rounds.current().ask_wish("phone", by=cast.ada, at=MORNING)
    with pytest.raises(NotAsked):
        offer(case, [Given(remedy=remedy(cast))], Terms(wish=True), by=cast.ada, at=MORNING)


def test_five_off_is_granted_on_the_spot_and_kept(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, "40.00", by=cast.ada)
    terms = Terms(wish=True, asked=Decimal(5), planned=Decimal("12.00"))
    choice = grant(
        case, Given(remedy=remedy(cast)), terms, via="phone", by=cast.ada, at=MORNING, words="That's all I wanted"
    )
    Execution.objects.begin(choice, by=cast.ada, at=MORNING + HOUR / 4, evidence="taken off the bill")
    choice.refresh_from_db()
    case.refresh_from_db()
    assert (choice.state(), choice.via, choice.words) == ("executed", "phone", "That's all I wanted")
    assert (case.stage, case.promises.get().state(at=MORNING + HOUR)) == ("acting", "kept")
    assert (choice.offer.planned, choice.offer.asked, choice.worth) == (Decimal("12.00"), Decimal(5), Decimal(5))
    assert case.rounds.current().agreement.startswith("Five off, today, by Tuesday")
    assert Spend.objects.get().amount == Purse.objects.get().spent == Decimal(5)


def test_an_apology_alone_is_a_whole_answer_and_costs_nobody_anything(cast: Cast) -> None:
    stock(cast)
    case = understood(cast.ada, wish="Just say sorry and mean it")
    lost(case, "0", failure="F8", by=cast.ada)  # where an agent may give no money at all
    choice = grant(
        case,
        Given(remedy=remedy(cast, "An apology, in person")),
        Terms(wish=True),
        via="phone",
        by=cast.ada,
        at=MORNING,
    )
    assert (choice.worth, choice.offer.spend, choice.offer.options.count()) == (Decimal(0), None, 1)


def test_what_is_not_in_the_catalogue_today_cannot_be_offered(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, by=cast.ada)
    ended = remedy(cast, "Last year's", valid_to=FROM.replace(year=2021))
    used_up = remedy(cast, "The last one", stock=0)
    elsewhere = remedy(cast, "In euros", currency="EUR")
    for one in (ended, used_up, elsewhere):
        with pytest.raises(OutsideCatalogue):
            offer(case, [Given(remedy=one)], Terms(wish=True), by=cast.ada, at=MORNING)
    assert not Offer.objects.exists()


def test_the_three_are_of_different_kinds_in_band_and_within_what_she_may_give(cast: Cast) -> None:
    stock(cast)
    case = understood(cast.ada, wish="A new kitchen")
    lost(case, "40.00", failure="F1", by=cast.ada)
    found = propose(case, case.loss, by=cast.ada, at=MORNING)
    assert len(found.options) == len({one.kind for one in found.options}) == 3
    assert all(Decimal(24) <= one.worth <= Decimal(48) and one.cost <= 50 for one in found.options)
    assert [one.kind for one in found.options] == ["replacement", "redo", "refund"]
    assert all(one.reasons and one.ready_at > MORNING for one in found.options)


def test_for_a_rude_word_attention_leads_and_money_is_avoided(cast: Cast) -> None:
    stock(cast)
    case = understood(cast.ada)
    lost(case, "0", failure="F4", by=cast.ada)
    kinds = [one.kind for one in propose(case, case.loss, by=cast.ada, at=MORNING).options]
    assert kinds[:2] == ["apology", "personal contact"]
    assert "refund" not in kinds


def test_the_asker_may_swap_one_but_not_for_the_same_kind_nor_out_of_band(cast: Cast) -> None:
    stock(cast)
    case = understood(cast.ada)
    lost(case, "40.00", failure="F1", by=cast.ada)
    first, second, third = (given(one) for one in propose(case, case.loss, by=cast.ada, at=MORNING).options)
    with pytest.raises(Refused, match="different kinds"):
        offer(case, [first, second, second], Terms(), by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match=r"should be 24\.00 to 48\.00"):
        offer(case, [first, second, Given(remedy=money(cast, "10.00", "credit"))], Terms(), by=cast.ada, at=MORNING)
    own = Given(remedy=remedy(cast, "Something of its own"), name="The chairs to match", worth=Decimal("30.00"))
    row = offer(case, [first, third, own], Terms(), by=cast.ada, at=MORNING)
    assert options(row)[2].name == "The chairs to match"


def test_beyond_one_and_a_half_times_the_loss_nothing_is_given_at_all(cast: Cast) -> None:
    case = understood(cast.mira)
    lost(case, "40.00", by=cast.mira)
    with pytest.raises(Refused, match=r"policy stops at 60\.00"):
        offer(case, [Given(remedy=money(cast, "61.00"))], Terms(wish=True), by=cast.mira, at=MORNING)


def test_whoever_paid_for_what_did_not_work_is_offered_it_back_or_a_reason_why_not(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, "40.00", failure="F1", fault="established", by=cast.ada)
    other = [Given(remedy=money(cast, "30.00", kind)) for kind in ("redo", "replacement", "visit")]
    with pytest.raises(Refused, match="paid for what did not work"):
        offer(case, other, Terms(), by=cast.ada, at=MORNING)
    offer(case, other, Terms(left_out="they want the table, not the money"), by=cast.ada, at=MORNING)


def test_goodwill_needs_no_finding_of_fault(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, "40.00", fault="not_ours", by=cast.ada)
    assert offer(case, [Given(remedy=remedy(cast))], Terms(wish=True), by=cast.ada, at=MORNING).goodwill


def test_more_than_she_may_give_is_refused_and_says_what_is_left(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, "100.00", by=cast.ada)
    with pytest.raises(BeyondAuthority, match=r"for this case: 50\.00 GBP") as refusal:
        offer(case, [Given(remedy=money(cast, "60.00"))], Terms(wish=True), by=cast.ada, at=MORNING)
    assert refusal.value.left == Decimal(50)
    assert offer(case, [Given(remedy=money(cast, "60.00"))], Terms(wish=True), by=cast.leo, at=MORNING).spend


def test_silence_is_no_choice_and_a_withdrawn_offer_is_free_again(cast: Cast) -> None:
    stock(cast)
    case = understood(cast.ada)
    lost(case, failure="F1", by=cast.ada)
    row = three(case, cast.ada)
    assert Purse.objects.get().spent == max(option.cost for option in options(row))
    again = [Given(remedy=option.remedy) for option in options(row)]
    with pytest.raises(Refused, match="stands already"):
        offer(case, again, Terms(), by=cast.ada, at=MORNING + 30 * DAY)
    assert not Choice.objects.exists()
    withdraw(row, because="they would rather talk", by=cast.ada, at=MORNING + 30 * DAY)
    assert Purse.objects.get().spent == 0
    with pytest.raises(Refused, match="withdrawn"):
        choose(row, options(row)[0], via="portal", by=case.customer, at=MORNING + 30 * DAY)


def test_after_a_broken_promise_an_offer_needs_the_name_of_a_lead(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, by=cast.ada)
    case.promises.make("a call", due=MORNING + HOUR, by=cast.ada, at=MORNING)
    later = MORNING + 2 * HOUR
    with pytest.raises(Refused, match="Name the lead"):
        grant(case, Given(remedy=remedy(cast)), Terms(wish=True), via="phone", by=cast.ada, at=later)
    backed = Terms(wish=True, backed_by=cast.leo)
    choice = grant(case, Given(remedy=remedy(cast)), backed, via="phone", by=cast.ada, at=later)
    assert choice.promise.backed_by == cast.leo
