"""From the page of a case: it is the same as another. And what is left of it afterwards: a notice that leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.cases.portal import PortalLink
from amends.merging.cases import merge
from tests.cast import DAY, HOUR, MORNING, make_case

if TYPE_CHECKING:
    from amends.cases.case import Case
    from tests.web.case.conftest import Desk


@pytest.fixture
def again(ada: Desk) -> Case:
    """She told us again."""
    return make_case(at=MORNING + HOUR, words="Still no table!", subject="The table again")


def test_the_other_open_cases_of_theirs_are_offered_one_click_away(ada: Desk, again: Case) -> None:
    make_case(name="Mo", email="mo@example.com", subject="A chair")
    assert "They are one case" not in ada.look().content.decode()
    page = ada.look("?run=1").content.decode()
    assert f"The table again ({again.reference}, new)" in page
    assert "A chair" not in page
    assert "1 message, 0 concerns, 0 promises" in " ".join(page.split())


def test_the_case_chosen_goes_on_and_is_shown(ada: Desk, again: Case) -> None:
    answer = ada.act("merging", into=again.reference)
    assert (answer.status_code, answer["Location"]) == (303, f"/cases/{again.reference}")
    assert ada.case.merged_into == again
    page = ada.client.get(f"/cases/{again.reference}").content.decode()
    assert "My parcel never came" in page
    assert f"Ada merged case {ada.case.reference} into {again.reference}" in page


def test_a_reference_is_typed_as_people_type_it(ada: Desk, again: Case) -> None:
    assert ada.act("merging", reference=again.reference.lower().replace("-", " ")).status_code == 303
    assert ada.case.merged_into == again


def test_nothing_chosen_or_no_such_case_is_said_with_what_was_typed(ada: Desk, again: Case) -> None:
    assert "Choose the case, or type its reference." in ada.act("merging").content.decode()
    answer = ada.act("merging", reference="QQQQ-QQQQ")
    assert answer.status_code == 422
    assert "There is no such case that you may see." in answer.content.decode()
    assert 'value="QQQQ-QQQQ"' in answer.content.decode()
    assert ada.case.merged_into is None


def test_a_case_of_somebody_else_is_refused_with_what_to_do_first(ada: Desk) -> None:
    other = make_case(name="Mo", email="mo@example.com")
    answer = ada.act("merging", reference=other.reference)
    assert answer.status_code == 422
    assert "If they are one person, merge the customers first." in answer.content.decode()


def test_a_case_that_is_not_theirs_to_see_is_not_there(ada: Desk, leo: Desk, again: Case) -> None:
    again.restrict(by=leo.person, at=MORNING + HOUR)
    assert "There is no such case that you may see." in ada.act("merging", reference=again.reference).content.decode()
    leo.case.restrict(by=leo.person, at=MORNING + HOUR)
    assert ada.act("merging", reference=again.reference).status_code == 404
    assert leo.act("merging", reference=again.reference).status_code == 303


def test_a_merged_case_is_a_notice_that_leads_to_where_it_goes_on(ada: Desk, again: Case) -> None:
    merge(ada.case, again, by=ada.person, at=MORNING + DAY)
    page = ada.look()
    words = page.content.decode()
    assert page.status_code == 200
    assert f'href="/cases/{again.reference}"' in words
    main = words.partition("<main")[2].partition("</main>")[0]
    assert "<form" not in main
    assert "opened the case" in main  # what was done here before it ended


def test_whoever_may_not_see_where_it_goes_on_gets_no_link_to_it(ada: Desk, leo: Desk, again: Case) -> None:
    merge(ada.case, again, by=ada.person, at=MORNING + DAY)
    again.refresh_from_db()
    again.restrict(by=leo.person, at=MORNING + DAY)
    page = ada.look().content.decode()
    assert f'href="/cases/{again.reference}"' not in page
    assert "restricted to its owner and the leads" in page
    assert f'href="/cases/{again.reference}"' in leo.look().content.decode()


def test_what_somebody_typed_meanwhile_is_kept_and_goes_where_it_goes_on(ada: Desk, again: Case) -> None:
    merge(ada.case, again, by=ada.person, at=MORNING + DAY)
    answer = ada.act("replies", words="Dear Mrs Okafor, I am sorry.")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f"Case {ada.case.reference} goes on as {again.reference}. Do it there; nothing was done here." in page
    assert "Dear Mrs Okafor, I am sorry." in page
    assert f'action="/cases/{again.reference}/replies"' in page
    assert ada.act("reopening", because="no").status_code == 422
    assert ada.case.stage == "closed"


def test_the_old_link_of_the_customer_opens_where_it_goes_on(ada: Desk, again: Case) -> None:
    link = PortalLink.objects.give([ada.case], at=ada.case.opened_at)[ada.case.pk]
    PortalLink.objects.update(expires_at=link.expires_at + 4000 * DAY)
    merge(ada.case, again, by=ada.person, at=MORNING + DAY)
    page = ada.client.get(f"/c/{link.token}")
    assert page.status_code == 200
    assert "Still no table!" in page.content.decode()


def test_a_merged_case_is_a_page_of_few_statements(ada: Desk, again: Case) -> None:
    merge(ada.case, again, by=ada.person, at=MORNING + DAY)
    ada.look()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        ada.look()
    assert len(queries) <= 15
    with CaptureQueriesContext(connection) as queries:
        ada.client.get(f"/cases/{again.reference}?run=1")
    assert len(queries) <= 15
