"""Making a promise on the page of a case: the date that holds, the chance of an earlier one, and its reason."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.leadtimes.proposing import propose
from tests.cast import DAY, make_case
from tests.leadtimes.histories import learnt
from tests.web.case.test_promises import later, row, text, typed
from tests.web.case.test_the_page import statements

if TYPE_CHECKING:
    from tests.web.case.conftest import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def taught(ada: Desk) -> Desk:
    """Ada's desk, which has learnt how long repairs take."""
    learnt(at=timezone.now())
    return ada


def holds(desk: Desk) -> datetime:
    """The date that would hold."""
    due = propose(desk.case, "deed", at=timezone.now()).due
    assert due is not None
    return due


def ask(desk: Desk, **fields: str) -> str:
    """The piece beside a promise, as it is asked for while somebody types."""
    answer = desk.client.post(f"/cases/{desk.case.reference}/promise-date", fields)
    assert answer.status_code == 200
    return text(answer)


def test_the_form_begins_with_the_date_that_holds_and_explains_it(taught: Desk) -> None:
    page = taught.look()
    form = page.context["page"]["promise"]
    assert form["due"].value() == typed(holds(taught))
    said = text(page)
    assert re.search(r"A date that holds: \w+ \d+ \w+ \d\d:\d\d", said)
    assert re.search(
        r"We will have this done by .*: of the last \d+ cases like yours, about 90 in 100 took no longer", said
    )
    assert re.search(
        r"\d+\.\d\d days, due .* \(n=\d+, all cases opened .*, probability 90%, level \d, \w+ time\)", said
    )


def test_a_desk_that_learnt_nothing_says_when_the_next_news_comes_and_why(ada: Desk) -> None:
    said = text(ada.look())
    assert "No date can be given that would hold. Next news by" in said
    assert "Why: nothing was learnt yet of how long it takes until something done" in said


def test_an_early_date_comes_back_with_its_chance_and_a_place_for_the_reason(taught: Desk) -> None:
    due = typed(later(30))
    page = taught.act("promises", words="repair it", due=due, kind="deed")
    assert (page.status_code, taught.case.promises.count()) == (422, 0)
    said = page.content.decode()
    assert "Say why this date is promised all the same, or choose a later one." in said
    assert re.search(r"would be kept (about (once|\d+ times)|less than once) in 100", said)
    assert 'name="hurried"' in said
    assert f'value="{due}"' in said


def test_with_its_reason_it_is_made_and_the_case_says_so(taught: Desk) -> None:
    answer = taught.act(
        "promises", words="repair it", due=typed(later(60)), kind="deed", hurried="she leaves on Friday"
    )
    assert answer.status_code == 303
    assert taught.case.promises.get().quoted.hurried == "she leaves on Friday"
    assert re.search(
        r"kept (about .*|less than once) in 100; promised all the same: she leaves on Friday", text(taught.look())
    )


def test_a_date_that_holds_and_news_need_no_reason(taught: Desk) -> None:
    assert taught.act("promises", words="repair it", due=typed(holds(taught)), kind="deed").status_code == 303
    assert taught.act("promises", words="write again", due=typed(later(2)), kind="news").status_code == 303
    assert taught.case.promises.count() == 2


def test_a_row_in_a_letter_or_call_is_weighed_alike(taught: Desk) -> None:
    said = {"way": "phone", "words": "She asks when it is repaired."}
    early = row(words="repair it", due=typed(later(30)), kind="deed")
    page = taught.act("calls", **said, **early)
    assert (page.status_code, taught.case.promises.count()) == (422, 0)
    [shown] = page.context["page"].refused.rows
    assert shown.error == "Say why this date is promised all the same, or choose a later one."
    assert shown.date is not None
    assert shown.date.early
    assert taught.act("calls", **said, **early, **row(hurried="he is here today")).status_code == 303
    assert taught.case.promises.get().quoted.hurried == "he is here today"


def test_a_row_without_a_time_is_filled_in_with_the_date_that_holds(taught: Desk) -> None:
    page = taught.act("calls", way="phone", words="When?", **row(words="repair it", kind="deed"))
    [shown] = page.context["page"].refused.rows
    assert (shown.due, shown.error) == (typed(holds(taught)), "Say by when: the date that would hold is filled in.")


def test_a_sentence_that_is_no_promise_is_not_weighed(taught: Desk) -> None:
    words = "I am sorry. We will repair it tomorrow."
    assert taught.act(
        "replies", words=words, **row(words="We will repair it tomorrow.", found="on", none="on")
    ).status_code == 303  # fmt: skip


def test_a_draft_keeps_the_reason(taught: Desk) -> None:
    taught.act("draft", words="Dear", **row(words="repair it", due=typed(later(30)), hurried="because"))
    assert 'value="because"' in taught.look().content.decode()


def test_while_it_is_typed_the_piece_says_what_the_date_is_worth(taught: Desk) -> None:
    part = {"part": "promise-3-", "form": "reply"}
    early = ask(taught, **part, **{"promise-3-due": typed(later(30)), "promise-3-kind": "deed"})
    assert "90 in 100 are asked for, because a broken date costs more than an early one earns" in early
    assert "Why it is promised all the same" in early
    late = ask(taught, **part, **{"promise-3-due": typed(later(24 * 60)), "promise-3-kind": "deed"})
    assert re.search(r"The date you chose would be kept (about \d+|more than 99) times in 100\.", late)
    assert "all the same" not in late
    taken = ask(taught, due=typed(holds(taught)), kind="deed")
    assert "taken" in taken
    assert ask(taught, due=typed(later(2)), kind="news") == ""
    assert "No date can be given" in ask(taught, due=typed(later(2)), kind="money")


@pytest.mark.parametrize(
    "wrong",
    [
        {"due": "soon"}, {"due": "9999-99-99T99:99"}, {"due": "0001-01-01T00:00"}, {"kind": "x"}, {"part": "<script>"},
        {"form": '"><b>'}, {"hurried": "x" * 9000}, {"due": "9999-12-31T23:59"}, {"due": "\x00"}, {},
    ],
)  # fmt: skip
def test_what_cannot_be_read_counts_as_not_typed(taught: Desk, wrong: dict[str, str]) -> None:
    said = taught.client.post(f"/cases/{taught.case.reference}/promise-date", wrong)
    assert said.status_code == 200
    assert "A date that holds" in said.content.decode()
    assert "<script>" not in said.content.decode()
    assert "would be kept" not in said.content.decode()


def test_it_is_asked_for_with_post_by_those_who_see_the_case(taught: Desk, leo: Desk) -> None:
    path = f"/cases/{taught.case.reference}/promise-date"
    assert taught.client.get(path).status_code == 405
    taught.case.restrict(by=leo.person, at=timezone.now())
    assert taught.client.post(path).status_code == 404
    assert leo.client.post(path).status_code == 200


def test_a_reason_that_is_typed_is_shown_as_text(taught: Desk) -> None:
    fields = {"due": typed(later(30)), "kind": "deed", "hurried": '"><img src=x>'}
    said = taught.client.post(f"/cases/{taught.case.reference}/promise-date", fields)
    assert "<img" not in said.content.decode()


def test_a_promised_call_takes_its_reason_with_it(ada: Desk) -> None:
    learnt("call", at=timezone.now())
    when = timezone.localtime(later(3))
    fields = {
        "about": "call about the table", "phone": "020 7946 0017", "due": f"{when:%Y-%m-%dT%H:%M}",
        "promised": "on", "via": "phone", "caller": "", "time_zone": "Europe/London", "hours_from": "00:00", "hours_until": "23:59",
    }  # fmt: skip
    refused = ada.act("call-backs", **fields)
    assert (refused.status_code, ada.case.call_backs.count()) == (422, 0)
    assert "in 100" in refused.content.decode()
    assert ada.act("call-backs", **fields, hurried="she asked for today").status_code == 303
    assert ada.case.promises.get().quoted.hurried == "she asked for today"


def test_dates_cost_the_page_no_statement(taught: Desk) -> None:
    assert statements(taught) <= 15


def test_a_customer_who_was_let_down_before_is_promised_a_surer_date(taught: Desk) -> None:
    make_case(at=taught.case.received_at - 30 * DAY, subject="another")
    said = text(taught.look())
    assert "95 in 100 are asked for, because after one failure the next promise must hold" in said
