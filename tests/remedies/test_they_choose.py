"""The choice is the customer's: once, by their own hand or told to us, changed until it is carried out, and kept as a promise."""

from __future__ import annotations

from decimal import Decimal

import pytest

from amends.authority.spend import Purse
from amends.cases.ending import Refused, close
from amends.catalogue.code import Code
from amends.deadlines.deadline import Deadline
from amends.followups.resolving import missing, resolve
from amends.messages.message import Purpose
from amends.messages.writing import record_conversation
from amends.offers.loss import Loss
from amends.offers.offer import Choice
from amends.offers.offering import Given, Terms, offer, withdraw
from amends.offers.proposing import propose
from amends.offers.telling import put
from amends.remedies.choosing import TooLate, choose, grant
from amends.remedies.execution import Execution
from amends.remedies.recognition import Recognition
from amends.remedies.tracking import miss, receive, send_off
from tests.cast import DAY, HOUR, MORNING, Cast
from tests.leadtimes.histories import learnt
from tests.remedies.scenes import fresh, lost, money, options, remedy, stock, three, understood

pytestmark = pytest.mark.django_db
NOON = MORNING + 2 * HOUR


def test_they_choose_change_their_mind_get_it_and_say_so(cast: Cast) -> None:
    stock(cast)
    case = understood(cast.ada, wish="The moon")
    lost(case, failure="F1", by=cast.ada)
    row = three(case, cast.ada)
    replacement, redo, _ = options(row)
    first = choose(row, redo, via="portal", by=case.customer, at=NOON)
    second = choose(row, replacement, via="portal", by=case.customer, at=NOON + HOUR)
    assert (fresh(first).state(), second.state()) == ("changed", "agreed")
    assert (first.promise.state(at=NOON + HOUR), second.promise.state(at=NOON + HOUR)) == ("released", "open")
    assert choose(row, replacement, via="portal", by=case.customer, at=NOON + HOUR) == second
    execution = Execution.objects.begin(second, by=cast.ada, at=NOON + 2 * HOUR)
    with pytest.raises(TooLate):
        choose(row, redo, via="portal", by=case.customer, at=NOON + 3 * HOUR)
    execution.complete("packed and labelled", by=cast.ada, at=NOON + 3 * HOUR)
    assert fresh(second).promise.state(at=NOON + 3 * HOUR) == "open"  # it is not theirs before it is there
    send_off(second, words="with the morning van", by=cast.ada, at=NOON + 4 * HOUR)
    assert second.state() == "on its way"
    receive(second, by=case.customer, at=MORNING + DAY)
    assert (second.state(), fresh(second).promise.state(at=MORNING + DAY)) == ("had", "kept")
    assert Purse.objects.get().spent == replacement.cost


def test_what_was_agreed_says_what_when_and_how(cast: Cast) -> None:
    stock(cast)
    case = understood(cast.ada)
    lost(case, failure="F1", by=cast.ada)
    row = three(case, cast.ada)
    choice = choose(row, options(row)[1], via="portal", by=case.customer, at=NOON)
    held = case.rounds.current()
    assert held.agreement.startswith("We do it again, first in the queue, by ")
    assert (held.agreed_via, held.agreed_at, held.agreed_by) == ("portal", NOON, cast.ada)
    assert (choice.theirs, choice.recorded_by, choice.promise.words) == (True, None, choice.option.name)
    case.refresh_from_db()
    assert (case.stage, case.customer_spoke_at) == ("agreed", NOON)


def test_read_out_on_the_phone_it_is_recorded_for_them(cast: Cast) -> None:
    stock(cast)
    case = understood(cast.ada)
    lost(case, failure="F1", by=cast.ada)
    three_of_them = [Given(remedy=money(cast, "30.00", kind)) for kind in ("redo", "refund", "replacement")]
    row = put(case, three_of_them, Terms(), words="I read them out.", via="phone", by=cast.ada, at=MORNING)
    assert row.told_via == "phone"
    assert "2. 30.00 as refund (30.00 GBP), by " in case.messages.latest("pk").text
    choice = choose(row, options(row)[1], via="phone", by=cast.ada, at=MORNING, words="The money, please")
    assert (choice.theirs, choice.recorded_by, choice.words) == (False, cast.ada, "The money, please")


def test_the_mail_has_a_link_for_each_and_promises_nothing_yet(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, failure="F1", by=cast.ada)
    three_of_them = [Given(remedy=money(cast, "30.00", kind)) for kind in ("redo", "refund", "replacement")]
    words = "Dear Mrs Okafor, I am sorry that you were charged for a delivery that never came."
    row = put(case, three_of_them, Terms(), words=words, by=cast.ada, at=MORNING)
    told = case.messages.latest("pk")
    assert (row.told_in, told.purpose) == (told, Purpose.OFFER)
    assert [f"/choice?option={option.pk}" in told.text for option in options(row)] == [True] * 3
    assert not case.promises.exists()


def test_what_asks_something_of_them_needs_their_yes_to_that(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, by=cast.ada)
    visit = remedy(cast, "A visit", kind="visit", customer_work="be at home for it")
    with pytest.raises(Refused, match="be at home for it"):
        grant(case, Given(remedy=visit), Terms(wish=True), via="phone", by=cast.ada, at=MORNING)
    choice = grant(case, Given(remedy=visit), Terms(wish=True), via="phone", consent=True, by=cast.ada, at=MORNING)
    assert (choice.works, choice.consented) == (True, True)


def test_what_was_not_offered_cannot_be_chosen_nor_what_was_agreed_be_withdrawn(cast: Cast) -> None:
    case, other = understood(cast.ada), understood(cast.ada, email="b@example.com")
    for one in (case, other):
        lost(one, by=cast.ada)
    row = offer(case, [Given(remedy=remedy(cast))], Terms(wish=True), by=cast.ada, at=MORNING)
    others = offer(other, [Given(remedy=remedy(cast))], Terms(wish=True), by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match="not offered"):
        choose(row, options(others)[0], via="portal", by=case.customer, at=NOON)
    choose(row, options(row)[0], via="portal", by=case.customer, at=NOON)
    with pytest.raises(Refused, match="not taken back"):
        withdraw(row, because="too dear", by=cast.ada, at=NOON)


def test_a_promise_that_broke_meanwhile_does_not_keep_them_from_choosing(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, by=cast.ada)
    row = offer(case, [Given(remedy=remedy(cast))], Terms(wish=True), by=cast.ada, at=MORNING)
    case.promises.make("a call", due=MORNING + HOUR, by=cast.ada, at=MORNING)
    choice = choose(row, options(row)[0], via="portal", by=case.customer, at=MORNING + DAY)
    assert choice.promise.backed_by == cast.leo
    assert choice.promise.first_due_at > MORNING + DAY


def test_stock_is_kept_for_whoever_it_was_offered_to(cast: Cast) -> None:
    last = remedy(cast, "The last chair", kind="replacement", stock=1)
    case, other = understood(cast.ada), understood(cast.ada, email="b@example.com")
    for one in (case, other):
        lost(one, by=cast.ada)
    row = offer(case, [Given(remedy=last)], Terms(wish=True), by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match="not in the catalogue now"):
        offer(other, [Given(remedy=last)], Terms(wish=True), by=cast.ada, at=MORNING)
    withdraw(row, because="they moved abroad", by=cast.ada, at=NOON)
    offer(other, [Given(remedy=last)], Terms(wish=True), by=cast.ada, at=NOON)


def test_what_was_never_used_or_declined_counts_as_a_miss_and_frees_the_money(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, by=cast.ada)
    choice = grant(case, Given(remedy=money(cast, "30.00")), Terms(wish=True), via="phone", by=cast.ada, at=MORNING)
    miss(choice, Choice.Miss.DECLINED, "I'd rather not", by=cast.ada, at=NOON)
    assert (choice.state(), Purse.objects.get().spent, choice.promise.state(at=NOON)) == (
        "missed",
        Decimal(0),
        "released",
    )
    with pytest.raises(Refused, match="not agreed any more"):
        Execution.objects.begin(choice, by=cast.ada, at=NOON, evidence="paid")
    again = grant(case, Given(remedy=remedy(cast)), Terms(wish=True), via="phone", by=cast.ada, at=NOON)
    Execution.objects.begin(again, by=cast.ada, at=NOON, evidence="taken off")
    miss(again, Choice.Miss.UNUSED, "never went there", by=cast.ada, at=NOON + 30 * DAY)
    assert (again.state(), Purse.objects.get().spent) == ("missed", Decimal(5))


def bring_to_resolution(case: object, cast: Cast) -> None:
    """The rest of the way: every concern met by a deed, and the customer told."""
    act = case.acts.do("Cancelled the charge", by=cast.ada, at=NOON)  # type: ignore[attr-defined]
    for concern in case.concerns.unanswered():  # type: ignore[attr-defined]
        concern.address(act, by=cast.ada, at=NOON)
    record_conversation(case, "Told her that it is cancelled.", by=cast.ada, at=NOON + HOUR)  # type: ignore[arg-type]


def test_a_gift_goes_apart_once_the_matter_is_resolved_and_does_not_hold_that_up(cast: Cast) -> None:
    card = remedy(
        cast, "A gift card", kind="gift card", worth=Decimal(20), cost=Decimal(16), way="code", lead_hours=240
    )
    Code.objects.upload(card, ["AAAA-1111", "AAAA-1111", "BBBB-2222"], by=cast.mira, at=MORNING)
    case = understood(cast.ada)
    lost(case, failure="F7", by=cast.ada)
    choice = grant(case, Given(remedy=card), Terms(wish=True), via="phone", by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match="A gift goes apart"):
        Execution.objects.begin(choice, by=cast.ada, at=NOON)
    case.refresh_from_db()
    bring_to_resolution(case, cast)
    case.refresh_from_db()
    assert missing(case) == []
    resolve(case, by=cast.ada, at=NOON + 2 * HOUR)
    assert choice.promise.state(at=NOON + 2 * HOUR) == "open"
    Execution.objects.begin(choice, by=cast.ada, at=NOON + 3 * HOUR)
    sent = case.messages.latest("pk")
    assert (sent.purpose, "AAAA-1111" in sent.text) == (Purpose.GIFT, True)
    assert fresh(choice).promise.state(at=NOON + 3 * HOUR) == "kept"
    assert Code.objects.left().get().code == "BBBB-2222"
    assert "AAAA-1111" not in " ".join(str(row) for row in case.acts.all())


def test_a_key_customer_gets_a_card_after_it_ended_well_and_not_before(cast: Cast) -> None:
    case = understood(cast.ada)
    case.customer.change(key_customer=True, by=cast.ada, at=MORNING)
    lost(case, by=cast.ada)
    choice = grant(case, Given(remedy=remedy(cast)), Terms(wish=True), via="phone", by=cast.ada, at=MORNING)
    Execution.objects.begin(choice, by=cast.ada, at=NOON, evidence="off the bill")
    case.refresh_from_db()
    bring_to_resolution(case, cast)
    case.refresh_from_db()
    resolve(case, by=cast.ada, at=NOON + 2 * HOUR)
    assert Recognition.objects.owe_due(at=NOON + 3 * HOUR) == 0
    case.refresh_from_db()
    close(case, "satisfied", by=cast.ada, at=NOON + DAY)
    assert [Recognition.objects.owe_due(at=NOON + DAY + HOUR) for _ in range(2)] == [1, 0]
    owed = Recognition.objects.get()
    assert Deadline.objects.outstanding().filter(pk=owed.deadline_id, kind="task").exists()
    with pytest.raises(Refused, match="Tick"):
        owed.finish(" ", by=cast.ada, at=NOON + 2 * DAY)
    owed.finish("written and posted", by=cast.ada, at=NOON + 2 * DAY)
    assert not Deadline.objects.outstanding().filter(pk=owed.deadline_id).exists()


def test_who_paid_for_what_did_not_work_finds_money_or_credit_among_the_three(cast: Cast) -> None:
    stock(cast)
    case = understood(cast.ada)
    lost(case, "80.00", failure="F1", fault="established", by=cast.ada)
    short = propose(case, Loss.objects.get(case=case), by=cast.ada, at=MORNING)
    assert "nothing you may give by yourself gives it back" in short.lacks
    assert {"refund", "credit"} & {option.kind for option in options(three(case, cast.mira))}


def test_the_day_that_is_offered_is_one_that_would_hold_and_choosing_is_never_refused_for_it(cast: Cast) -> None:
    stock(cast)
    case = understood(cast.ada, wish="The moon")
    lost(case, failure="F1", by=cast.ada)
    before = {option.name: option.ready_at for option in options(three(case, cast.ada))}
    held = case.offers.get()
    learnt("delivery", at=MORNING)
    # It was said before the desk learnt better: the customer is not refused, and it stands with the promise.
    same = next(option for option in options(held) if option.kind == "replacement")
    choice = choose(held, same, via="portal", by=case.customer, at=NOON)
    assert choice.promise.first_due_at == same.ready_at == before[same.name]
    assert choice.promise.quoted.hurried == "that day was said when it was offered"

    other = understood(cast.ada, wish="The moon", email="b@example.com")
    lost(other, failure="F1", by=cast.ada)
    again = three(other, cast.ada)
    later = next(option for option in options(again) if option.kind == "replacement")
    assert later.ready_at > same.ready_at
    assert choose(again, later, via="portal", by=other.customer, at=MORNING).promise.quoted.hurried == ""
