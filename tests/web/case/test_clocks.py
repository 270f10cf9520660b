"""The clocks of a case: the customer's, the house's, what is due next and why then, and the pace they chose."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from time_machine import travel

from amends.people.absence import Absence
from amends.standins.sweeping import go_away
from tests.cast import DAY, HOUR, MORNING, make_case
from tests.web.case.test_promises import text

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = pytest.mark.django_db
#: The day before Good Friday.
MAUNDY = datetime(2026, 4, 2, 15, 0, tzinfo=UTC)


def test_the_clock_of_the_house_runs_while_it_is_open(ada: Desk) -> None:
    with travel(MORNING + 9 * HOUR, tick=False):
        words = text(ada.look())
    assert "7 hours 30 min of our opening hours since then closed until tomorrow 09:00" in words
    assert "9 hours since they told us" in words


def test_while_it_is_open_the_page_says_until_when(ada: Desk) -> None:
    with travel(MORNING + HOUR, tick=False):
        assert "1 hour of our opening hours since then open until today 17:30" in text(ada.look())


def test_a_due_time_says_why_and_is_counted_over_the_holidays(ada: Desk) -> None:
    ada.case = make_case(at=MAUNDY, email="lee@example.com")
    with travel(MAUNDY + HOUR, tick=False):
        page = ada.look()
        first = page.context["dossier"].next_things[0]
        words = text(page)
    assert first.what == "a first answer"
    assert [(f"{day:%d %B}", why) for day, why in first.counting.skipped] == [("03 April", "Good Friday")]
    assert [period.total for period in first.counting.periods][-1] == "4 hours"
    assert "4 business hours after they told us, because a person should answer within half a working day" in words
    assert "house@1" in words


def test_the_next_three_are_shown_with_whoever_must_do_them(cast: Cast, ada: Desk) -> None:
    for hours in (5, 6, 7, 30):
        ada.case.promises.make(f"call {hours}", due=MORNING + hours * HOUR, by=cast.ada, at=MORNING)
    ada.case.take(by=cast.ada, at=MORNING)
    with travel(MORNING + HOUR, tick=False):
        due = ada.look().context["dossier"].next_things
    assert [(one.about, one.who) for one in due[1:]] == [("call 5", "Ada"), ("call 6", "Ada")]
    assert due[1].because == "we said this time ourselves"
    assert len(due) == 3


def test_a_customer_chooses_how_often_they_hear_from_us(cast: Cast, ada: Desk) -> None:
    with travel(MORNING + HOUR, tick=False) as clock:
        ada.act("replies", words="Thank you for telling us.")
        assert "within 17 business hours, as a case of this severity asks for" in text(ada.look())
        clock.shift(60)
        assert ada.act("cadence", cadence="every hour").status_code == 303
        assert "every hour, as they chose" in text(ada.look())
        assert ada.case.deadlines.outstanding().get(kind="next_update").due_at == MORNING + 2 * HOUR
        assert ada.act("cadence", cadence="every minute").status_code == 422
        ada.act("cadence", cadence="")
    assert ada.case.cadence == ""


def test_a_graver_case_keeps_a_quicker_pace_at_once(ada: Desk) -> None:
    with travel(MORNING + HOUR, tick=False):
        ada.act("replies", words="Thank you for telling us.")
        ada.act("severity", severity="1", because="A child cut its hand.")
    assert ada.case.deadlines.outstanding().get(kind="next_update").due_at == MORNING + 2 * HOUR


def test_a_thank_you_that_was_read_is_opened(ada: Desk) -> None:
    ada.act("rest")
    assert not ada.case.deadlines.outstanding().filter(kind="inbound").exists()


def test_who_is_away_is_seen_and_cannot_be_given_the_case(cast: Cast, ada: Desk) -> None:
    now = datetime.now(UTC)
    Absence.objects.plan(cast.leo, starts_at=now - HOUR, by=cast.mira, at=now)
    field = ada.look("?run=1").context["page"]["owner"]["owner"]
    assert f'<option value="{cast.leo.pk}" disabled>Leo (away)</option>' in str(field)
    page = ada.act("owner", owner=cast.leo.pk)
    assert (page.status_code, "Leo is away. Choose somebody who is here." in text(page)) == (422, True)


def test_a_case_that_somebody_here_has_passes_by_a_handoff(cast: Cast, ada: Desk, leo: Desk) -> None:
    ada.case.take(by=cast.ada, at=MORNING)
    words = text(leo.look("?run=1"))
    assert "Ada is here and has it." in words
    assert "Change the owner" not in words
    page = leo.act("owner", owner=cast.leo.pk)
    assert (page.status_code, "Ask for it with a handoff" in text(page)) == (422, True)


def test_a_case_whose_owner_is_away_may_be_taken(cast: Cast, ada: Desk, leo: Desk) -> None:
    now = datetime.now(UTC)
    ada.case.take(by=cast.ada, at=MORNING)
    Absence.objects.plan(cast.ada, starts_at=now - timedelta(minutes=1), ends_at=now + DAY, by=cast.mira, at=now)
    assert "Ada is away: whoever is here may take it." in text(leo.look())
    assert leo.act("owner", owner=cast.leo.pk).status_code == 303
    assert leo.case.owner == cast.leo


def test_whoever_goes_away_leaves_nothing_behind(cast: Cast, ada: Desk, leo: Desk) -> None:
    now = datetime.now(UTC)
    ada.case.take(by=cast.ada, at=MORNING)
    go_away(cast.ada, starts_at=now, ends_at=now + DAY, by=cast.ada, at=now)
    assert "is away: whoever is here may take it" not in text(leo.look())
