"""Running a case from its page: no answer needed, back to the queue, the customer's links revoked."""

from __future__ import annotations

from datetime import UTC, datetime

from amends.cases.portal import PortalLink
from tests.cast import HOUR, MORNING
from tests.web.case.conftest import Desk


def test_a_thank_you_needs_no_answer_and_leaves_what_is_due_as_it_was(ada: Desk) -> None:
    assert ada.act("rest").status_code == 303
    assert ada.case.waiting_since is None
    assert [row.kind for row in ada.case.deadlines.filter(met_at=None, void_at=None)] == ["first_answer"]


def test_a_case_goes_back_to_its_queue(ada: Desk) -> None:
    ada.case.take(by=ada.person, at=MORNING + HOUR)
    assert ada.act("queue").status_code == 303
    assert ada.case.owner is None


def test_a_revoked_link_opens_nothing(ada: Desk) -> None:
    link = PortalLink.objects.give([ada.case], at=datetime.now(UTC))[ada.case.pk]
    assert ada.client.get(f"/c/{link.token}").status_code == 200
    ada.act("portal-links")
    assert ada.client.get(f"/c/{link.token}").status_code == 404


def test_the_seldom_used_forms_are_one_click_away_with_and_without_javascript(ada: Desk) -> None:
    assert "Set the severity" not in ada.look().content.decode()
    assert 'href="/cases/' in ada.look().content.decode()
    assert "Set the severity" in ada.look("?run=1").content.decode()
