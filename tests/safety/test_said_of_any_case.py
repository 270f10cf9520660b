"""Anybody at the desk says of any case that somebody may come to harm; and what a customer says on the phone is read too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from amends.callbacks.calling import call
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.intake.calls import Conversation, record_talk
from amends.journal.actors import DESK
from amends.journal.entry import Entry
from amends.people.may import NotAllowed
from amends.protection.reading import put_right, read_waiting
from amends.readings.reading import Reading
from amends.safety.alarm import Alarm
from amends.safety.paging import Page
from tests.api.conftest import program
from tests.cast import DAY, HOUR, MINUTE, MORNING, Cast, make_case
from tests.cli.console import amends
from tests.rules.stage import Stage
from tests.web.case.conftest import ada

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.api.conftest import Program
    from tests.web.case.conftest import Desk

__all__ = ["ada", "program"]
pytestmark = pytest.mark.django_db
BURNT = "She said the lid flew off and burned her daughter's hand"


def test_one_act_with_words_raises_the_alarm_as_a_reading_does(cast: Cast) -> None:
    case = make_case()
    alarm = Alarm.objects.raise_on(case, BURNT, by=cast.ada, at=MORNING + HOUR)
    case.refresh_from_db()
    assert (alarm.words, case.safety_at, case.severity) == (BURNT, MORNING + HOUR, 1)
    assert (alarm.raised_by, Page.objects.get(alarm=alarm).person, alarm.items.count()) == (cast.ada, cast.mira, 8)
    with pytest.raises(Refused, match="in a few words"):
        Alarm.objects.raise_on(make_case(email="a@example.com"), " ", by=cast.ada, at=MORNING)


def test_a_second_word_of_it_raises_no_second_alarm_and_is_not_lost(cast: Cast) -> None:
    case = make_case()
    first = Alarm.objects.raise_on(case, "smoke", by=cast.ada, at=MORNING)
    assert Alarm.objects.raise_on(case, "flames by now", by=cast.leo, at=MORNING + MINUTE) == first
    assert Entry.objects.get(deed="safety.said_again").data["words"] == "flames by now"


def test_a_closed_case_can_be_said_of_too_and_a_restricted_one_by_whoever_sees_it(cast: Cast) -> None:
    case = make_case()
    Case.objects.filter(pk=case.pk).update(stage="closed", ending="satisfied", closed_at=MORNING, restricted=True)
    case.refresh_from_db()
    with pytest.raises(NotAllowed):
        Alarm.objects.raise_on(case, "smoke", by=cast.ada, at=MORNING)
    assert Alarm.objects.raise_on(case, "smoke", by=cast.leo, at=MORNING).case == case


def test_a_flag_of_safety_added_by_hand_raises_it_and_one_that_stood_already_does_not_again(cast: Cast) -> None:
    case = make_case(words="The lid was loose when my boy picked it up.")
    read_waiting(by=DESK, at=MORNING)
    reading = Reading.objects.get()
    put_right(reading, "flag", "safety", holds=True, by=cast.ada, at=MORNING)
    alarm = Alarm.objects.get(case=case)
    assert alarm.words == "The lid was loose when my boy picked it up."
    put_right(Reading.objects.get(), "flag", "safety", holds=True, by=cast.leo, at=MORNING)
    put_right(Reading.objects.get(), "flag", "safety", holds=False, by=cast.leo, at=MORNING)
    assert Alarm.objects.standing().get() == alarm
    assert Entry.objects.filter(deed="safety.said_again").count() == 0


def test_a_severity_that_somebody_puts_right_is_the_cases(cast: Cast) -> None:
    case = make_case()
    read_waiting(by=DESK, at=MORNING)
    put_right(Reading.objects.get(), "severity", "serious", holds=True, by=cast.ada, at=MORNING)
    case.refresh_from_db()
    assert case.severity == 2


def test_a_word_of_harm_after_a_case_was_closed_raises_it_and_an_old_one_does_not(cast: Cast) -> None:
    old, new = make_case(words="It burned my hand."), make_case(words="It was late.", email="ann@example.com")
    closed = {"stage": "closed", "ending": "satisfied", "closed_at": MORNING + HOUR}
    Case.objects.filter(pk__in=[old.pk, new.pk]).update(**closed)
    new.messages.create(
        direction="in", channel="email", text="Now it burned my hand.", said_at=MORNING + DAY, recorded_at=MORNING + DAY
    )
    read_waiting(by=DESK, at=MORNING + DAY)
    assert [alarm.case for alarm in Alarm.objects.all()] == [new]


def test_what_they_said_on_the_phone_is_on_record_as_theirs_read_and_acted_on(cast: Cast) -> None:
    case = make_case()
    talk = Conversation(words="I told her to unplug it.", heard="Smoke came out of the plug.", said_at=MORNING + HOUR)
    record_talk(case, talk, by=cast.ada, at=MORNING + 2 * HOUR)
    said = [(row.direction, row.channel, row.author, row.text) for row in case.messages.order_by("pk")][1:]
    assert said == [
        ("in", "phone", None, "Smoke came out of the plug."), ("out", "phone", cast.ada, "I told her to unplug it."),
    ]  # fmt: skip
    read_waiting(by=DESK, at=MORNING + 2 * HOUR)
    case.refresh_from_db()
    assert Alarm.objects.get().case == case
    assert (case.customer_spoke_at, case.waiting_since) == (MORNING + HOUR, None)
    assert Entry.objects.filter(deed="message.taken_down", actor_id=cast.ada.pk).exists()


def test_words_of_ours_on_the_phone_wake_nobody(cast: Cast) -> None:
    talk = Conversation(words="I asked whether smoke came out of the plug. It did not.")
    record_talk(make_case(), talk, by=cast.ada, at=MORNING + HOUR)
    read_waiting(by=DESK, at=MORNING + HOUR)
    assert not Alarm.objects.exists()


def test_a_call_they_asked_for_is_heard_too(cast: Cast) -> None:
    stage = Stage(cast)
    asked = stage.case.call_backs.ask(by=cast.ada, at=stage.at, phone="+44 20 7946 0018")
    call(asked, "I said sorry.", heard="My son swallowed the little magnet.", by=cast.ada, at=stage.at + HOUR)
    read_waiting(by=DESK, at=stage.at + HOUR)
    assert Alarm.objects.get().case == stage.case


def test_on_the_page_the_key_h_opens_it_and_what_was_typed_is_kept_where_it_is_refused(ada: Desk) -> None:
    page = ada.look().content.decode()
    assert 'data-opens="h"' in page
    refused = ada.act("alarm", words="  ")
    assert refused.status_code == 422
    assert "Say in a few words" in refused.content.decode()
    assert ada.act("alarm", words="The lid may fly off").status_code == 303
    shown = ada.look().content.decode()
    assert "The lid may fly off" in shown
    assert 'data-opens="h"' not in shown
    assert Alarm.objects.get().case == ada.case


def test_the_labels_of_the_page_raise_it_too(ada: Desk) -> None:
    read_waiting(by=DESK, at=timezone.now())
    ada.act(f"readings/{Reading.objects.get().pk}/correction", label="flag.safety", holds="on")
    assert Alarm.objects.get().case == ada.case


def test_on_todays_page_an_alarm_that_nobody_answered_leads(cast: Cast, client: Client) -> None:
    alarm = Alarm.objects.raise_on(make_case(), "smoke", by=cast.ada, at=timezone.now())
    client.force_login(cast.leo)
    assert "nobody has answered" in client.get("/").content.decode()
    alarm.answer(by=cast.mira, at=timezone.now())
    assert "nobody has answered" not in client.get("/").content.decode()


def test_an_agent_sees_the_alarm_of_a_case_restricted_to_others_only_when_woken_for_it(
    cast: Cast, client: Client
) -> None:
    case = make_case(owner=cast.leo)
    case.restrict(by=cast.leo, at=timezone.now())
    alarm = Alarm.objects.raise_on(case, "a matter of two", by=cast.leo, at=timezone.now())
    client.force_login(cast.ada)
    assert "a matter of two" not in client.get("/").content.decode()
    Page.objects.filter(alarm=alarm).update(person=cast.ada)
    assert "a matter of two" in client.get("/").content.decode()


def test_at_the_console_it_is_raised_listed_and_answered(cast: Cast) -> None:
    case = make_case()
    made = amends("safety", "alarm", case.reference, "smoke", "--by", cast.ada.email)
    key = str(Alarm.objects.get().pk)
    assert made.out.strip() == key
    assert amends("safety", "list", "--json").row["case"] == case.reference
    assert amends("safety", "answer", key, "--by", cast.mira.email).code == 0
    assert Alarm.objects.get().answered_by == cast.mira
    assert amends("safety", "alarm", case.reference, " ", "--by", cast.ada.email).code == 1
    assert amends("safety", "drill", "--by", cast.ada.email).code == 1
    assert amends("safety", "drill", "--by", cast.leo.email).code == 0


def test_over_the_api_it_is_raised_once_a_case(cast: Cast, program: Callable[..., Program]) -> None:
    case = make_case()
    first, again = (program("work").post(f"cases/{case.reference}/alarms", words="smoke") for _ in range(2))
    assert (first.status_code, first.json()) == (201, again.json())
    assert Alarm.objects.get().case == case
    assert program("read").post(f"cases/{case.reference}/alarms", words="smoke").status_code == 403
