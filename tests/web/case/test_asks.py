"""What a case asks of colleagues, what nobody opened, and the red tape it met."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from amends.asks.ask import Ask
from amends.messages.writing import hear
from tests.cast import MORNING
from tests.web.case.teamwork import NOON, answered, shown

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


def test_what_nobody_has_opened_is_said_until_somebody_has(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    assert "nobody has opened" not in shown(ada.look())
    hear(ada.case, "Here is the photo.", by=ada.case.customer, at=NOON)
    assert "They sent something nobody has opened" in shown(ada.look())
    assert ada.act("opening", found="lacks", lacks="").status_code == 422
    assert ada.act("opening", found="lacks", lacks="the second page").status_code == 303
    page = shown(ada.look())
    assert "nobody has opened" not in page
    assert "opened what they sent: the second page" in page


# Asks and red tape.


def test_the_case_for_priority_is_drafted_and_can_be_changed(cast: Cast, ada: Desk) -> None:
    ada.case.facts.note("Her daughter sleeps on the floor", about="effect", by=cast.ada, at=MORNING)
    assert "Her daughter sleeps on the floor" in shown(ada.look("?asks=1"))
    answer = ada.act("asks", what="Look for the parcel", of="", name_elsewhere="Jo Lee", email="jo@depot.example.com",
                     department="Depot", priority="She waits for nine days.")  # fmt: skip
    assert answer.status_code == 303
    ask = Ask.objects.get()
    assert (ask.name, ask.priority, ask.notify_at) == ("Jo Lee", "She waits for nine days.", NOON)
    page = shown(ada.look())
    assert "Jo Lee, Depot" in page
    assert "the mail is about to go" in page


def test_an_ask_needs_a_person(ada: Desk) -> None:
    page = ada.act("asks", what="Look for the parcel", department="Depot", priority="It matters.")
    assert (page.status_code, "a department alone answers nobody" in shown(page)) == (422, True)
    assert "It matters." in shown(page)


def test_an_answer_is_recorded_checked_and_shown_with_its_state(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    ada.act("asks", what="Look for the parcel", of=cast.leo.pk)
    ask = Ask.objects.get()
    assert ask.of == cast.leo
    ada.act(f"asks/{ask.pk}/answer", said="acknowledged")
    assert "acknowledged" in shown(ada.look())
    assert ada.act(f"asks/{ask.pk}/answer", said="done", words="").status_code == 422
    ada.act(f"asks/{ask.pk}/answer", said="done", words="It stood behind the door.")
    page = shown(ada.look())
    assert "done, to be checked" in page
    assert "It stood behind the door." in page
    assert ada.act(f"asks/{ask.pk}/check").status_code == 303
    assert "done and checked" in shown(ada.look())


def test_an_ask_that_is_not_needed_is_withdrawn(cast: Cast, ada: Desk) -> None:
    ada.act("asks", what="Look for the parcel", of=cast.leo.pk)
    ask = Ask.objects.get()
    assert ada.act(f"asks/{ask.pk}/withdrawal", because="it came").status_code == 303
    assert ada.act(f"asks/{ask.pk}/withdrawal").status_code == 422


def test_red_tape_is_noted_with_what_it_cost_them(ada: Desk) -> None:
    assert ada.act("red-tape", words="Two signatures", kind="approval", cost="", unit="hours").status_code == 422
    typed = {"words": "Two signatures", "kind": "approval", "cost": "two days without a table", "unit": "days"}
    assert ada.act("red-tape", waited="1.5", **typed).status_code == 303
    assert ada.case.red_tape.get().waited == timedelta(days=1.5)
    assert "waiting for a yes; it cost them: two days without a table" in shown(ada.look())
