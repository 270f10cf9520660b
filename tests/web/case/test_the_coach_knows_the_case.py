"""What the coach says at the desk depends on the case: whose fault it was, what they asked, what they have, what was agreed."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amends.catalogue.code import Code
from amends.catalogue.starting import stock_up
from amends.changes.way import Way
from amends.offers.offering import Given, Terms
from amends.readings.reading import Reading
from amends.remedies.choosing import grant
from amends.remedies.execution import Execution
from tests.cast import HOUR, make_case
from tests.remedies.scenes import money, remedy
from tests.web.case.conftest import Desk
from tests.web.case.test_making_amends import lost, understood

if TYPE_CHECKING:
    from amends.catalogue.remedy import Remedy
    from amends.offers.offer import Choice
    from tests.cast import Cast

pytestmark = pytest.mark.django_db

NOT_ASKED = "Reasons of ours, which they did not ask for."
NOT_ESTABLISHED = "It admits a fault that is not established."


def says(desk: Desk, words: str = "", form: str = "reply", **typed: object) -> str:
    """What stands beside the form while somebody types these words."""
    path = f"/cases/{desk.case.reference}/advice"
    answer = desk.client.post(path, {"form": form, "words": words, **typed})
    assert answer.status_code == 200
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split()))


def established(desk: Desk, fault: str = "established") -> None:
    loss = {"failure": "F1", "amount": "40.00", "currency": "GBP", "rejected": "yes", "fault": fault}
    assert desk.act("loss", **loss).status_code == 303


def agreed(desk: Desk, what: Remedy, *, consent: bool = False) -> Choice:
    """They wished for it, and it is granted."""
    understood(desk)
    lost(desk)
    at = timezone.now() - HOUR / 2
    terms = Terms(wish=True)
    return grant(desk.case, Given(remedy=what), terms, via="phone", by=desk.person, at=at, consent=consent)


def test_a_fault_that_is_established_may_be_admitted_and_must_be_said_plainly(ada: Desk) -> None:
    ours = "I am sorry that your table never came. We sent it to the wrong house. It is our mistake."
    hedged = "I am sorry that your table never came. An error may have occurred on our side."
    assert NOT_ESTABLISHED in says(ada, ours)
    established(ada)
    assert NOT_ESTABLISHED not in says(ada, ours)
    assert "The fault is established: say plainly what happened." in says(ada, hedged)
    established(ada, "open")
    assert NOT_ESTABLISHED in says(ada, ours)
    assert "say plainly" not in says(ada, hedged)


def test_with_the_fault_established_an_apology_that_owns_it_goes_without_a_reason(ada: Desk) -> None:
    whole = (
        "Dear Mrs Okafor,\n\nI am sorry that you waited for your table and that nobody answered: it was our mistake, we sent your "
        "parcel to the wrong house. Thank you for writing. You ordered the table on 2 February and have had nothing to eat at "
        "since. I have your order and look after it.\n\nAda"
    )
    kept = ada.act("replies", words=whole, sure="")
    assert kept.status_code == 422
    assert NOT_ESTABLISHED in html.unescape(kept.content.decode())
    established(ada)
    text = html.unescape(ada.act("replies", words=whole, sure="").content.decode())
    assert NOT_ESTABLISHED not in text


def test_reasons_are_for_those_who_asked_why(ada: Desk) -> None:
    reason = "I am sorry that it never came. The new system went live on Monday and our driver was off sick."
    assert NOT_ASKED in says(ada, reason)
    words = "My parcel never came. Why did nobody call me? I want to know what went wrong."
    asked = Desk(ada.person, make_case(words=words, email="b@example.com"), ada.client)
    assert NOT_ASKED not in says(asked, reason)


def test_nothing_is_said_to_be_done_before_it_is(ada: Desk, cast: Cast) -> None:
    choice = agreed(ada, money(cast, "40.00", name="Your money back"))
    paid = "I have good news: your refund has been paid."
    assert "On record it is agreed: Your money back (40.00 GBP), by" in says(ada, paid)
    assert "On record" not in says(ada, "Your parcel was sent on Monday.")
    Execution.objects.begin(choice, by=ada.person, at=timezone.now())
    assert "On record it is scheduled" in says(ada, paid)
    Execution.objects.get().complete("seen on the account", by=ada.person, at=timezone.now())
    assert "On record" not in says(ada, paid)


def test_what_waits_for_a_yes_is_not_said_to_be_approved(ada: Desk, cast: Cast) -> None:
    understood(ada, "All of it back")
    lost(ada, "80.00", failure="F5")
    back = money(cast, "80.00")
    ask = {"remedy": back.pk, "via": "phone", "because": "We charged her twice"}
    assert ada.act("grants", **ask).status_code == 303
    assert "On record it is awaiting approval" in says(ada, "Your refund of 80 pounds has been approved.")
    ada.case.approvals.get().grant(by=cast.leo, at=timezone.now())
    assert "On record" not in says(ada, "Your refund of 80 pounds has been approved.")


FIVE = {
    "apology": "I am sorry for the wait.", "what_went_wrong": "It happened because a label was torn.",
    "how_put_right": "We delivered your table on Monday.", "thanks": "Thank you for your patience.",
}  # fmt: skip


def test_a_follow_up_shows_its_parts_and_names_what_was_agreed(ada: Desk, cast: Cast) -> None:
    shown = says(ada, form="followup-mail", **FIVE)
    for part in ("regret", "cause", "fix", "thanks"):
        assert f"{part} missing" not in shown
        assert part in shown
    assert "what was agreed" not in shown
    agreed(ada, money(cast, "40.00", name="Your money back"))
    assert "what was agreed missing" in says(ada, form="followup-mail", **FIVE)
    named = FIVE | {"how_put_right": "We delivered your table on Monday and you have your £40 back."}
    shown = says(ada, form="followup-mail", **named)
    assert "what was agreed" in shown
    assert "what was agreed missing" not in shown
    assert "thanks missing" in says(ada, form="followup-mail", **FIVE | {"thanks": "Ada"})


def test_a_gift_that_was_agreed_is_no_part_of_the_follow_up(ada: Desk, cast: Cast) -> None:
    agreed(ada, money(cast, "10.00", kind="gift card", name="Lunch on us"))
    assert "what was agreed" not in says(ada, form="followup-mail", **FIVE)


def test_what_is_good_until_a_day_is_out_of_date_after_it(ada: Desk) -> None:
    now = timezone.now()
    until = timezone.localtime(now).date() - timedelta(days=1)
    promise = ada.case.promises.make("The starter box", due=now + HOUR, by=ada.person, at=now - HOUR)
    Way.objects.note(promise, "courier", contents=[("June peaches", until)], by=ada.person, at=now - HOUR)
    assert f"Out of date since {until}" in says(ada, "Your box brings you the June peaches.")
    assert "Out of date" not in says(ada, "The June peaches are no longer good: what would you like instead?")


def test_work_that_they_agreed_to_may_be_asked_of_them(ada: Desk, cast: Cast) -> None:
    asks = "Please print the label and take the parcel back to our store."
    assert "It gives them work to do." in says(ada, asks)
    exchange = remedy(cast, "An exchange", kind="replacement", customer_work="bring it to our store")
    agreed(ada, exchange, consent=True)
    assert "It gives them work to do." not in says(ada, asks)


def test_an_offer_is_of_exactly_three(ada: Desk, cast: Cast) -> None:
    understood(ada, "The moon")
    lost(ada)
    keys = [money(cast, "30.00", kind).pk for kind in ("refund", "credit", "replacement")]
    three = dict(zip(("first", "second", "third"), keys, strict=True))
    words = "Dear Mrs Okafor, I am sorry that the parcel never came."
    assert "offer exactly three" in says(ada, words, form="offer")
    assert "2 options" in says(ada, words, form="offer", first=keys[0], second=keys[1])
    assert "exactly three" not in says(ada, words, form="offer", **three)


def test_an_offer_letter_is_held_back_like_a_reply_and_goes_with_a_reason(ada: Desk, cast: Cast) -> None:
    understood(ada, "The moon")
    lost(ada)
    keys = [money(cast, "30.00", kind).pk for kind in ("refund", "credit", "replacement")]
    typed = dict(zip(("first", "second", "third"), keys, strict=True))
    bad = "We apologise for any inconvenience. The parcel never came because you gave us the wrong address."
    held = ada.act("offers", via="email", words=bad, sure="", **typed)
    assert held.status_code == 422
    text = html.unescape(held.content.decode())
    assert "The coach holds this back" in text
    assert "Why it must go as it is" in text
    assert not ada.case.offers.exists()
    assert ada.act("offers", via="email", words=bad, sure="She wants it in these words", **typed).status_code == 303
    message = ada.case.messages.latest("pk")
    assert message.advice.because == "She wants it in these words"
    assert "C06" in message.advice.held


def test_the_letter_that_the_desk_proposes_with_an_offer_passes(ada: Desk, cast: Cast) -> None:
    stock_up(by=cast.mira, at=timezone.now())
    understood(ada, "The moon")
    lost(ada)
    page = ada.look("?remedies=1").content.decode()
    keys = re.findall(r'<option value="(\d+)" selected>', page)
    proposed = re.search(r'<textarea name="words"[^>]*id="offer-words"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    assert proposed
    typed = dict(zip(("first", "second", "third"), keys, strict=True))
    answer = ada.act("offers", via="email", words=html.unescape(proposed[1]).strip(), sure="", **typed)
    assert answer.status_code == 303, says(ada, html.unescape(proposed[1]), form="offer", **typed)
    assert ada.case.messages.latest("pk").advice.held == []


def test_an_offer_read_out_on_the_phone_is_nobody_elses_to_read(ada: Desk, cast: Cast) -> None:
    understood(ada, "The moon")
    lost(ada)
    keys = [money(cast, "30.00", kind).pk for kind in ("refund", "credit", "replacement")]
    typed = dict(zip(("first", "second", "third"), keys, strict=True))
    assert (
        ada.act("offers", via="phone", words="We apologise for any inconvenience.", sure="", **typed).status_code == 303
    )


def code_of(desk: Desk, cast: Cast, conditions: str) -> Choice:
    """A code that they wished for, with one in the pool."""
    what = remedy(cast, "Ten off the next order", way="code", conditions=conditions)
    Code.objects.upload(what, ["8K2-FGH7"], by=cast.mira, at=timezone.now())
    return agreed(desk, what)


def test_a_code_goes_in_a_plain_letter_that_the_coach_lets_pass(ada: Desk, cast: Cast) -> None:
    choice = code_of(ada, cast, "It is good until the end of the year.")
    assert ada.act(f"choices/{choice.pk}/execution", sure="").status_code == 303
    sent = ada.case.messages.latest("pk")
    assert (sent.purpose, "8K2-FGH7" in sent.text, sent.advice.held) == ("gift", True, [])


def test_the_letter_of_a_gift_is_held_back_like_a_reply_and_no_code_is_lost(ada: Desk, cast: Cast) -> None:
    choice = code_of(ada, cast, "Please be advised that a positive review is needed to use this discount.")
    held = ada.act(f"choices/{choice.pk}/execution", sure="")
    text = html.unescape(held.content.decode())
    assert held.status_code == 422
    assert "The coach holds this back" in text
    assert "Why it must go as it is" in text
    assert Code.objects.left().count() == 1
    assert ada.act(f"choices/{choice.pk}/execution", sure="The shop wrote it so").status_code == 303
    assert ada.case.messages.latest("pk").advice.because == "The shop wrote it so"


def test_a_token_is_offered_only_once_they_were_asked(ada: Desk) -> None:
    token = "I am sorry. Please accept 10% off your next order."
    assert "Nobody has asked yet what would put it right" in says(ada, token)
    ada.case.rounds.current().ask_wish("email", by=ada.person, at=timezone.now())
    assert "Nobody has asked yet" not in says(ada, token)


def test_a_wish_that_came_unasked_is_as_good_as_asked(ada: Desk) -> None:
    words = "My parcel never came. I want a refund of 40 pounds."
    desk = Desk(ada.person, make_case(words=words, email="c@example.com"), ada.client)
    Reading.objects.keep(desk.case.messages.theirs(), at=timezone.now())
    assert "Nobody has asked yet" not in says(desk, "I am sorry. Please accept 10% off your next order.")


def test_the_score_stands_beside_what_is_found_and_never_alone(ada: Desk) -> None:
    assert re.search(r"\(score \d+ of 100\)", says(ada, "We apologise for any inconvenience."))
    assert "score" not in says(ada, "")


def test_a_letter_of_the_desk_goes_once_its_sender_has_read_what_is_said_of_it(ada: Desk) -> None:
    at = timezone.now()
    promise = ada.case.promises.make("The table is with you", due=at + 2 * HOUR, by=ada.person, at=at - HOUR)
    due = timezone.localtime(at + timedelta(days=2))
    typed = {
        "due": f"{due:%Y-%m-%dT%H:%M}", "because": "supplier",
        "words": "We apologise for any inconvenience. The new date is [the new date]. [why]",
        "hurried": "the supplier said so",
    }  # fmt: skip
    live = says(ada, form="move", row=promise.pk, **typed)
    assert "A place of the template was left open" not in live
    assert "Put right" in live
    shown = ada.act(f"promises/{promise.pk}/move", sure="", read="", **typed)
    text = html.unescape(shown.content.decode())
    assert shown.status_code == 422
    assert "to send it as it is, press again" in text
    assert "Why it must go as it is" not in text
    assert not ada.case.messages.ours().exists()
    mark = re.search(r'name="read" value="(\w+)"', shown.content.decode())
    assert mark
    assert ada.act(f"promises/{promise.pk}/move", sure="", read=mark[1], **typed).status_code == 303
    assert ada.case.messages.ours().get().advice.held == []


def test_the_coach_asks_the_record_as_often_for_a_full_case_as_for_an_empty_one(ada: Desk, cast: Cast) -> None:
    with CaptureQueriesContext(connection) as few:
        says(ada, "I am sorry.")
    agreed(ada, money(cast, "40.00", name="Your money back"))
    for number in range(20):
        ada.case.facts.note(f"fact {number}", by=ada.person, at=timezone.now())
        ada.case.concerns.note(f"concern {number}", by=ada.person, at=timezone.now())
    with CaptureQueriesContext(connection) as many:
        says(ada, "I am sorry.")
    assert len(many) == len(few)
