"""Making amends on the page of a case: what they lost, three to choose from, their wish granted, until they have it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.catalogue.remedy import Remedy
from amends.catalogue.starting import stock_up
from amends.offers.offer import Choice
from amends.remedies.execution import Execution
from amends.reports.money import Costs
from tests.cast import HOUR
from tests.web.case.conftest import Desk

if TYPE_CHECKING:
    from pytest_django.fixtures import DjangoAssertNumQueries

    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def understood(desk: Desk, wish: str = "Just $5 off") -> None:
    """As far as their wish, with a catalogue to give from."""
    at = timezone.now() - HOUR
    held = desk.case.rounds.current()
    desk.case.concerns.note("The parcel never came", by=desk.person, at=at)
    held.read_back("It never came.", by=desk.person, at=at)
    held.confirm("phone", by=desk.person, at=at)
    held.tell_wish(wish, "phone", by=desk.person, at=at)
    desk.case.refresh_from_db()


def lost(desk: Desk, amount: str = "40.00", failure: str = "F1") -> None:
    assert (
        desk.act("loss", failure=failure, amount=amount, currency="GBP", rejected="yes", fault="open").status_code
        == 303
    )


def words(desk: Desk, tail: str = "?remedies=1") -> str:
    text = desk.look(tail).content.decode()
    begins = text.index('id="giving"') if 'id="giving"' in text else len(text)
    part = (
        text[begins : text.index('id="next"')]
        + text[text.index('id="record-remedies"') : text.index('id="record-deeds"')]
    )
    return " ".join(re.sub(r"<[^>]+>", " ", part).split())


def test_before_their_wish_nothing_can_be_given(ada: Desk) -> None:
    assert "ask before anything is offered" in words(ada)
    assert ada.act("loss", failure="F1", amount="-1", currency="GBP", rejected="yes", fault="open").status_code == 422
    lost(ada)
    assert "Choose a remedy" not in words(ada, "")


def test_the_panel_opens_with_three_that_may_be_given(ada: Desk, cast: Cast) -> None:
    stock_up(by=cast.mira, at=timezone.now())
    understood(ada, "The moon")
    lost(ada)
    shown = words(ada)
    for part in (
        "For such a loss: worth 24.00 to 48.00 GBP",
        "It may still cost us 50.00 GBP without asking anybody",
        "The best we can do: We do it again, first in the queue, 40.00 GBP",
        "The same again, sent first",
    ):
        assert part in shown


def thanked_and_understood(desk: Desk, wish: str) -> None:
    """As `understood`, and every step before it done."""
    said = "Dear Mrs Okafor, thank you for telling us. I am so sorry that your table never came. Ada"
    desk.act("concerns", words="The parcel never came", kind="stated")
    answer = desk.act("replies", words=said, readback="It never came.", sure="It is as it is.")
    assert answer.status_code == 303
    desk.act("readback-confirmation", said="yes", via="phone")
    desk.act("wish", words=wish, via="phone")


def next_act(desk: Desk) -> str:
    text = desk.look().content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", text[text.index('id="next"') :].partition("</section>")[0]).split())


def test_the_next_act_leads_from_what_they_lost_to_the_three_and_to_their_choice(ada: Desk, cast: Cast) -> None:
    stock_up(by=cast.mira, at=timezone.now())
    thanked_and_understood(ada, "The moon")
    assert "Write down what they lost; then three remedies stand here" in next_act(ada)
    typed = {"failure": "F1", "amount": "40.00", "currency": "GBP", "rejected": "yes", "fault": "open", "first": "1"}
    landed = ada.act("loss", **typed)
    assert landed["Location"].endswith("?remedies=1#giving")
    assert "Choose a remedy" in next_act(ada)
    cards = re.findall(r'<option value="(\d+)" selected>', ada.look("?remedies=1").content.decode())
    ada.act("offers", via="phone", words="Read out.", **dict(zip(("first", "second", "third"), cards, strict=True)))
    offer = ada.case.offers.get()
    told = next_act(ada)
    assert "Hear which of the three they choose" in told
    assert "Choose a remedy" not in told
    page = ada.look().content.decode()
    assert f'href="#offer-{offer.pk}"' in page
    assert "They know what they have to do for it" not in page  # none of the three asks anything of them
    ada.act(f"offers/{offer.pk}/choice", option=offer.options.earliest("position").pk, via="phone")
    assert "Carry it out" in next_act(ada)
    assert "Give something besides" in words(ada, "")


def test_a_yes_that_waits_or_came_is_the_next_act(ada: Desk, cast: Cast) -> None:
    stock_up(by=cast.mira, at=timezone.now())
    thanked_and_understood(ada, "All of it back")
    lost(ada, "80.00", failure="F5")
    back = Remedy.objects.get(name="All of your money back")
    ada.act("grants", remedy=back.pk, via="phone", because="We charged her twice")
    assert "Hear whether you may give it" in next_act(ada)
    ada.case.approvals.get().grant(by=cast.leo, at=timezone.now())
    assert "Give what was approved You may give it" in next_act(ada).replace("Next ", "")


def test_only_what_may_be_offered_can_be_swapped_in_and_a_swap_is_shown_as_it_stands(ada: Desk, cast: Cast) -> None:
    stock_up(by=cast.mira, at=timezone.now())
    understood(ada, "The moon")
    lost(ada)
    page = ada.look("?remedies=1").content.decode()
    shelf = page[page.index('name="third"') :].partition("</select>")[0]
    # Worth half of it, it is too little for such a loss; the token and the half are not among what can be swapped in.
    assert [name in shelf for name in ("Something of its own", "A credit (", "The same again, sent first")] == [
        False,
        False,
        True,
    ]
    cards = re.findall(r'<option value="(\d+)" selected>', page)
    sorry = Remedy.objects.get(kind="apology")
    typed = {"first": cards[0], "second": cards[1], "third": str(sorry.pk)}
    back = ada.act("offers", via="email", words="", **typed)
    assert back.status_code == 422
    shown = re.findall(r'class="three-name">([^<]+)', back.content.decode())
    assert shown[2] == sorry.name


def test_the_letter_says_back_what_they_said_and_not_what_was_read_between_the_lines(ada: Desk, cast: Cast) -> None:
    stock_up(by=cast.mira, at=timezone.now())
    at = timezone.now() - HOUR
    ada.case.concerns.note("Is the rest of it safe?", by=ada.person, at=at)
    ada.case.concerns.note("Not to be left alone with it", kind="implied", by=ada.person, at=at)
    understood(ada, "The moon")
    lost(ada)
    page = ada.look("?remedies=1").content.decode()
    letter = page[page.index("Your words before the three") :].partition("</textarea>")[0]
    assert "Is the rest of it safe?\nThe parcel never came." in letter
    assert "left alone" not in letter


def test_three_are_offered_by_mail_and_she_records_what_they_chose(ada: Desk, cast: Cast) -> None:
    stock_up(by=cast.mira, at=timezone.now())
    understood(ada, "The moon")
    lost(ada)
    cards = re.findall(r'<option value="(\d+)" selected>', ada.look("?remedies=1").content.decode())
    assert len(cards) == 3
    typed = dict(zip(("first", "second", "third"), cards, strict=True))
    assert ada.act("offers", via="email", words="Please choose.", **typed).status_code == 303
    offer = ada.case.offers.get()
    assert ada.case.messages.latest("pk").text.count("/choice?option=") == 3
    assert "their choice is awaited" in words(ada)
    option = offer.options.order_by("position")[1]
    assert ada.act(f"offers/{offer.pk}/choice", option=option.pk, via="phone", words="the second").status_code == 303
    choice = Choice.objects.get()
    assert ada.act(f"choices/{choice.pk}/execution", evidence="booked with the fitters").status_code == 303
    assert ada.act(f"choices/{choice.pk}/tracking", became="received", words="she rang").status_code == 303
    assert "they have it" in words(ada)


def test_their_wish_is_granted_and_done_in_one_form(ada: Desk, cast: Cast) -> None:
    stock_up(by=cast.mira, at=timezone.now())
    understood(ada)
    lost(ada, failure="F5")
    five = Remedy.objects.get(name="Five off, today")
    answer = ada.act("grants", remedy=five.pk, via="phone", words="That's all", asked="5", evidence="off the bill")
    assert answer.status_code == 303
    assert (Execution.objects.get().state, ada.case.stage) == ("done", "acting")


def test_what_is_beyond_her_is_asked_for_in_the_same_form_and_given_when_approved(ada: Desk, cast: Cast) -> None:
    stock_up(by=cast.mira, at=timezone.now())
    understood(ada, "All of it back")
    lost(ada, "80.00", failure="F5")
    back = Remedy.objects.get(name="All of your money back")
    refused = ada.act("grants", remedy=back.pk, via="phone")
    assert refused.status_code == 422
    assert "more than the agents may still give for this case: 50.00 GBP" in refused.content.decode()
    assert ada.act("grants", remedy=back.pk, via="phone", because="We charged her twice").status_code == 303
    asked = ada.case.approvals.get()
    assert "waits for a yes" in words(ada)
    asked.grant(by=cast.leo, at=timezone.now())
    assert ada.act("grants", remedy=back.pk, worth="80.00", via="phone", approval=asked.pk).status_code == 303
    assert ada.case.offers.get().approval == asked


def test_too_much_asked_of_them_is_an_alarm_until_somebody_makes_up_for_it(ada: Desk) -> None:
    for what in ("the claim form", "the claim form again"):
        ada.act("efforts", kind="forms", words=what)
    assert "We ask too much of them: to fill in a form" in words(ada)
    alarm = ada.case.efforts.exclude(deadline=None).get()
    ada.act(f"efforts/{alarm.pk}/easing", words="I filled it in for her")
    assert "We ask too much of them" not in words(ada)


def test_another_case_s_offers_and_choices_are_not_found(ada: Desk, cast: Cast) -> None:
    for noun in (
        "offers/1/choice",
        "offers/1/withdrawal",
        "choices/1/execution",
        "choices/1/tracking",
        "choices/1/retry",
    ):
        answer = ada.act(noun, option="1", via="phone", because="x", became="sent", evidence="x")
        assert answer.status_code == 404, noun


def test_the_page_costs_as_many_statements_with_remedies_as_without(
    ada: Desk, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    stock_up(by=cast.mira, at=timezone.now())
    understood(ada)
    lost(ada, failure="F5")
    with django_assert_max_num_queries(15):
        ada.look()
    with django_assert_max_num_queries(24):
        ada.look("?remedies=1")


def test_beside_three_remedies_stands_what_is_at_stake(ada: Desk, cast: Cast) -> None:
    stock_up(by=cast.mira, at=timezone.now())
    understood(ada)
    lost(ada)
    assert "At stake" not in words(ada)
    Costs.objects.note(
        begins=date(2026, 1, 1),
        ends=date(2026, 6, 1),
        currency="GBP",
        margin=Decimal(420),
        by=cast.leo,
        at=timezone.now(),
    )
    assert "At stake: a customer earns you 420.00 GBP a year" in words(ada)
