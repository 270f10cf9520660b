"""Who stands in, on the page of a case: the letter to the customer, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine

from amends.standins.sweeping import come_back
from tests.cast import DAY, HOUR
from tests.web.case.teamwork import NOON, away, shown

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


def test_the_stand_in_reads_the_letter_and_sends_it(cast: Cast, ada: Desk, leo: Desk) -> None:
    row = away(ada, cast)
    page = leo.look()
    assert "Tell them that you stand in for Ada" in shown(page)
    words = page.context["page"].introducing.initial["words"]
    assert leo.act(f"stand-ins/{row.pk}/introduction", words=words).status_code == 303
    assert "Ada is away until" in leo.case.messages.ours().latest("pk").text
    assert "Tell them that you stand in" not in shown(leo.look())
    assert leo.act(f"stand-ins/{row.pk}/introduction", words=words).status_code == 422


def test_what_was_said_on_the_phone_sends_no_mail(cast: Cast, ada: Desk, leo: Desk) -> None:
    row = away(ada, cast)
    assert leo.act(f"stand-ins/{row.pk}/introduction", words="I called her.", spoken="on").status_code == 303
    assert leo.case.messages.ours().latest("pk").channel == "phone"


@pytest.mark.parametrize(("answer", "owner"), [("return", "Ada"), ("leaving", "Leo")])
def test_whoever_is_back_sees_what_happened_and_takes_it_back_or_leaves_it(
    cast: Cast, ada: Desk, leo: Desk, answer: str, owner: str
) -> None:
    row = away(ada, cast)
    with time_machine.travel(NOON + DAY, tick=False):
        leo.act("notes", words="The depot called.")
    assert row.absence is not None
    come_back(row.absence, by=cast.ada, at=NOON + 2 * DAY)
    with time_machine.travel(NOON + 2 * DAY, tick=False):
        page = shown(ada.look())
        assert "Leo had this case since Tue 3 Mar 12:00" in page
        assert "Leo noted: The depot called." in page
        assert "While you were away" not in shown(leo.look())
        assert ada.act(f"stand-ins/{row.pk}/{answer}").status_code == 303
        assert ada.case.owner is not None
        assert ada.case.owner.name == owner
        assert "While you were away" not in shown(ada.look())


def test_when_it_is_taken_back_there_is_nobody_to_tell_of_any_more(cast: Cast, ada: Desk, leo: Desk) -> None:
    row = away(ada, cast)
    assert row.absence is not None
    come_back(row.absence, by=cast.ada, at=NOON + HOUR)
    with time_machine.travel(NOON + HOUR, tick=False):
        assert "Ada was away, and I, Leo" in leo.look().context["page"].introducing.initial["words"]
        ada.act(f"stand-ins/{row.pk}/return")
        assert "stand in for" not in shown(leo.look())
    assert ada.case.deadlines.get(kind="stand_in").void_at == NOON + HOUR
