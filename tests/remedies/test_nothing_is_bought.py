"""A remedy is never the price of silence, never useless to whoever gets it, and what is said of it is what was given."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import transaction

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.followups.given import Given as Sum
from amends.followups.given import given_on, wrong_credit
from amends.journal.entry import Entry
from amends.offers.naming import named_in
from amends.offers.offer import Choice
from amends.offers.offering import Given, SafetyFirst, Terms, offer
from amends.offers.proposing import propose
from amends.offers.usability import CannotUse, Usability
from amends.remedies.choosing import choose, grant
from amends.remedies.execution import Execution
from amends.remedies.tracking import dispute, receive
from tests.cast import HOUR, MORNING, Cast
from tests.remedies.scenes import fresh, given, lost, money, options, remedy, stock, three, understood


@pytest.mark.django_db
def test_while_somebody_may_come_to_harm_nothing_is_offered_agreed_or_carried_out(cast: Cast) -> None:
    stock(cast)
    case = understood(cast.ada)
    lost(case, failure="F1", by=cast.ada)
    row = three(case, cast.ada)
    agreed = choose(row, options(row)[1], via="portal", by=case.customer, at=MORNING)
    other = understood(cast.ada, name="B", email="b@example.com")
    lost(other, failure="F1", by=cast.ada)
    Case.objects.filter(pk__in=[case.pk, other.pk]).update(safety_at=MORNING)
    with pytest.raises(SafetyFirst, match="price of silence"), transaction.atomic():
        three(other, cast.ada)
    with pytest.raises(SafetyFirst), transaction.atomic():
        grant(other, Given(remedy=remedy(cast)), Terms(wish=True), via="phone", by=cast.ada, at=MORNING)
    with pytest.raises(SafetyFirst), transaction.atomic():
        choose(row, options(row)[0], via="portal", by=case.customer, at=MORNING + HOUR)
    with pytest.raises(SafetyFirst), transaction.atomic():
        Execution.objects.begin(agreed, evidence="done", by=cast.ada, at=MORNING + HOUR)
    Case.objects.filter(pk=case.pk).update(safety_at=None)
    assert Execution.objects.begin(agreed, evidence="done", by=cast.ada, at=MORNING + HOUR)


@pytest.mark.django_db
def test_what_was_begun_before_the_alarm_is_not_paid_while_it_stands(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, by=cast.ada)
    terms = Terms(wish=True)
    listed = grant(case, Given(remedy=money(cast, "20.00", way="csv")), terms, via="phone", by=cast.ada, at=MORNING)
    Execution.objects.begin(listed, by=cast.ada, at=MORNING)
    Case.objects.filter(pk=case.pk).update(safety_at=MORNING)
    assert Execution.objects.hand_to_finance(by=cast.mira, at=MORNING) == ""
    Case.objects.filter(pk=case.pk).update(safety_at=None)
    assert Execution.objects.hand_to_finance(by=cast.mira, at=MORNING) != ""


@pytest.mark.django_db
def test_what_they_cannot_use_is_neither_proposed_nor_offered(cast: Cast) -> None:
    minutes = money(cast, "30.00", "redo", questions=["Do they call abroad?"], name="300 minutes")
    for kind in ("credit", "refund", "replacement"):
        money(cast, "30.00", kind)
    case = understood(cast.ada)
    loss = lost(case, failure="F5", by=cast.ada)
    assert minutes.pk in {one.remedy for one in propose(case, loss, by=cast.ada, at=MORNING).options} | {
        one.remedy for one in propose(case, loss, by=cast.ada, at=MORNING).others
    }
    with pytest.raises(Refused, match="not a question of"), transaction.atomic():
        Usability.objects.note(case, minutes, "Do they like tea?", can=True, by=cast.ada, at=MORNING)
    Usability.objects.note(
        case, minutes, "Do they call abroad?", can=False, words="I know nobody there", by=cast.ada, at=MORNING
    )
    found = propose(case, loss, by=cast.ada, at=MORNING)
    assert minutes.pk not in {one.remedy for one in [*found.options, *found.others]}
    with pytest.raises(CannotUse, match="no use to them"), transaction.atomic():
        offer(case, [Given(remedy=minutes), *map(given, found.options[:2])], Terms(), by=cast.ada, at=MORNING)
    Usability.objects.note(case, minutes, "Do they call abroad?", can=True, by=cast.ada, at=MORNING + HOUR)
    assert Usability.objects.get().can
    assert Entry.objects.filter(deed="usability.noted").count() == 2


@pytest.mark.django_db
def test_a_credit_that_is_missing_or_wrong_opens_the_case_again(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, by=cast.ada)
    choice = grant(
        case, Given(remedy=money(cast, "10.00", "credit")), Terms(wish=True), via="phone", by=cast.ada, at=MORNING
    )
    with pytest.raises(Refused), transaction.atomic():
        dispute(choice, "nothing came", by=case.customer, at=MORNING)  # nothing was carried out yet
    Execution.objects.begin(choice, evidence="booked", by=cast.ada, at=MORNING)
    receive(fresh(choice), words="they saw it", by=cast.ada, at=MORNING)
    Case.objects.filter(pk=case.pk).update(stage="resolved")
    dispute(fresh(choice), "It is 1.00 and not 10.00", by=case.customer, at=MORNING + HOUR)
    case.refresh_from_db()
    assert (case.stage, case.round) == ("answered", 2) or case.is_open
    assert Choice.objects.get(pk=choice.pk).had_at is None
    assert "1.00 and not 10.00" in Entry.objects.get(deed="remedy.disputed").sentence


@pytest.mark.django_db
def test_the_record_says_what_the_follow_up_must_say_of_it(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, by=cast.ada)
    choice = grant(
        case, Given(remedy=money(cast, "10.00", "credit")), Terms(wish=True), via="phone", by=cast.ada, at=MORNING
    )
    assert given_on(case) == []
    Execution.objects.begin(choice, evidence="booked", by=cast.ada, at=MORNING)
    assert given_on(case) == [Sum("10.00 as credit", Decimal("10.00"), "GBP")]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("We put £10.00 on your account.", ""),
        ("We put 10 GBP on your account.", ""),
        ("You have had a credit.", ""),
        ("We are sorry and have talked to the driver.", "does not say what was given"),
        ("We put £15 on your account as a credit.", "speaks of 15.00"),
        ("A credit of 1,000.00 GBP is yours.", "speaks of 1000.00"),
    ],
)
def test_a_wrong_or_a_missing_credit_does_not_leave_with_the_follow_up(said: str, wrong: str) -> None:
    found = wrong_credit(said, [Sum("a credit", Decimal("10.00"), "GBP")])
    assert wrong in found
    assert bool(found) == bool(wrong)


NAMES = {11: (1, "All of your money back"), 12: (2, "A credit"), 13: (3, "We do it again, first in the queue")}


@pytest.mark.parametrize(
    ("words", "option"),
    [
        ("The second one please", 12), ("Option 2", 12), ("2", 12), ("Hi,\n\nI would like option 3 please.\n\nThanks", 13),
        ("All of your money back please", 11), ("Thank you, a credit would be fine.", 12), ("The 3rd suits us best.", 13),
        ("I'll take the first. The second time I called nobody answered.", 11), ("I don't want the second one", None),
        ("What about the second one?", None), ("Either the first or the second", None), ("I want option 2 or option 3", None),
        ("On Monday you wrote:\n> the second one please", None), ("This is the second time I ask", None), ("Thank you", None),
    ],
)  # fmt: skip
def test_a_choice_in_a_mail_is_read_only_where_it_is_one(words: str, option: int | None) -> None:
    found = named_in(words, NAMES)
    assert (found.option if found else None) == option
    assert found is None or found.words in words
