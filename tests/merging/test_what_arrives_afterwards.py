"""Whatever comes for a case that was merged continues the one that goes on, and never revives the one that ended."""

from __future__ import annotations

from typing import Any

import pytest

from amends.cases.case import Case
from amends.cases.portal import tagged
from amends.customers.address import Address
from amends.intake.forms import Form, complain
from amends.journal.verifying import verify
from amends.merging.cases import merge
from amends.messages.delivery import Delivery
from amends.messages.message import Message
from amends.messages.writing import Reply, reply
from tests.cast import DAY, HOUR, MORNING, SURE, Cast, arrive, make_mail

pytestmark = pytest.mark.django_db
NOON = MORNING + 2 * HOUR
LATER = "<later@mail.example.com>"


def two_mails() -> tuple[Case, Case]:
    """She wrote twice, the second time without answering her first mail: two cases."""
    first, second = arrive(make_mail(), make_mail("Still no table!", message_id="<again@mail.example.com>"))
    assert first.case is not None
    assert second.case is not None
    assert first.case != second.case
    return first.case, second.case


def merged(cast: Cast) -> tuple[Case, Case]:
    """The second mail's case goes on as the first one's."""
    old, new = two_mails()
    merge(new, old, by=cast.ada, at=NOON)
    return Case.objects.get(pk=old.pk), Case.objects.get(pk=new.pk)


def untouched(case: Case) -> bool:
    """The case that ended holds nothing, is still ended, and nobody waits on it."""
    case = Case.objects.get(pk=case.pk)
    return (case.stage, case.ending, case.waiting_since, case.messages.count()) == ("closed", "merged", None, 0)


@pytest.mark.parametrize("header", ["In_Reply_To", "References"])
def test_an_answer_to_the_second_mail_is_said_on_the_first_ones_case(cast: Cast, header: str) -> None:
    old, new = merged(cast)
    headers: Any = {header: "<again@mail.example.com>"}
    raw = make_mail("Any news?", message_id=LATER, **headers)
    (arrival,) = arrive(raw, at=NOON + HOUR)
    assert (arrival.outcome, arrival.case) == ("continued", old)
    assert old.messages.theirs().count() == 3
    assert untouched(new)
    assert Case.objects.count() == 2


def test_an_answer_to_the_tagged_address_too(cast: Cast) -> None:
    old, new = merged(cast)
    raw = make_mail("Any news?", message_id=LATER, Cc=tagged("r", new.reference))
    (arrival,) = arrive(raw, at=NOON + HOUR)
    assert (arrival.outcome, arrival.case) == ("continued", old)
    assert untouched(new)


def test_an_answer_to_our_own_mail_of_before(cast: Cast) -> None:
    old, new = two_mails()
    ours = reply(new, Reply(sure=SURE, words="I am sorry."), by=cast.ada, at=NOON)
    merge(new, old, by=cast.ada, at=NOON)
    (arrival,) = arrive(make_mail("Thank you.", message_id=LATER, In_Reply_To=ours.message_id), at=NOON + HOUR)
    assert (arrival.outcome, arrival.case) == ("continued", old)
    assert untouched(new)


def test_the_same_mail_once_more_is_a_duplicate_of_where_it_is_now(cast: Cast) -> None:
    old, _ = two_mails()
    merge(Case.objects.exclude(pk=old.pk).get(), old, by=cast.ada, at=NOON)
    (arrival,) = arrive(make_mail("Still no table!", message_id="<again@mail.example.com>"), at=NOON + HOUR)
    assert (arrival.outcome, arrival.case) == ("duplicate", old)


def test_an_automatic_reply_changes_nothing_that_is_due(cast: Cast) -> None:
    old, new = merged(cast)
    away = make_mail(
        "I am away.", message_id=LATER, In_Reply_To="<again@mail.example.com>", Auto_Submitted="auto-replied"
    )
    (arrival,) = arrive(away, at=NOON + HOUR)
    assert (arrival.outcome, arrival.case) == ("auto_reply", old)
    assert untouched(new)


def test_a_bounce_of_its_mail_is_shown_and_acted_on_where_it_goes_on(cast: Cast) -> None:
    old, new = two_mails()
    ours = reply(new, Reply(sure=SURE, words="I am sorry."), by=cast.ada, at=NOON)
    delivery = Delivery.objects.select_related("message__case").get(message=ours)
    merge(new, old, by=cast.ada, at=NOON)
    old.refresh_from_db()
    assert old.stage == "listening"
    delivery.bounce(because="5.1.1 unknown", by=cast.ada, at=NOON + HOUR)  # a sender that held it since before
    old.refresh_from_db()
    assert (old.stage, old.waiting_since, old.human_spoke_at) == ("new", NOON + HOUR, None)
    assert [row.state for row in Delivery.objects.filter(message__case=old, message=ours)] == ["bounced"]
    assert untouched(new)


def test_the_form_sent_again_is_heard_where_it_goes_on(cast: Cast) -> None:
    old, _ = two_mails()
    form = Form(key="k", words="No table.", email="okafor@example.com")
    sent = complain(form, at=NOON)
    merge(sent, old, by=cast.ada, at=NOON)
    again = complain(Form(key="k", words="No table, and no answer.", email="okafor@example.com"), at=NOON + HOUR)
    assert again == old
    assert old.messages.filter(text="No table, and no answer.").exists()
    assert untouched(sent)


def test_what_arrives_at_the_case_it_was_merged_into_and_that_into_the_next_finds_the_last(cast: Cast) -> None:
    old, new = merged(cast)
    (arrival,) = arrive(make_mail("A third!", message_id="<third@mail.example.com>"), at=NOON)
    assert arrival.case is not None
    merge(old, arrival.case, by=cast.ada, at=NOON + HOUR)
    (last,) = arrive(make_mail("Any news?", message_id=LATER, Cc=tagged("r", new.reference)), at=NOON + DAY)
    assert last.case == arrival.case
    assert Message.objects.theirs().filter(case=arrival.case).count() == 4
    assert Address.objects.count() == 1
    assert verify()[1] == []
