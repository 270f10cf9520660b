"""Another program opens cases, reads them, and does deeds in somebody's name."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amends.cases.case import Case
from amends.journal.entry import Entry
from tests.cast import DAY, HOUR, make_case

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.api.conftest import Program
    from tests.cast import Cast


def test_a_complaint_told_on_friday_starts_its_clock_on_friday(cast: Cast, program: Callable[..., Program]) -> None:
    friday = timezone.now() - 3 * DAY
    answer = program("open").post(
        "cases", words="My table is broken.", email="okafor@example.com", received_at=friday.isoformat()
    )
    case = Case.objects.get()
    assert answer.status_code == 201
    assert answer.json()["reference"] == case.reference
    assert (case.received_at, case.customer.addresses.get().value) == (friday, "okafor@example.com")
    assert Entry.objects.get(deed="case.opened").actor_id == cast.ada.pk


def test_sent_twice_it_is_one_case(program: Callable[..., Program]) -> None:
    shop = program("open")
    first, again = (shop.post("cases", words="Broken.", source="shop", source_id="7") for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"words": ""}, "words"),
        ({"words": "x", "email": "nobody"}, "email"),
        ({"words": "x", "severity": 9}, "severity"),
        ({"words": "x", "channel": "pigeon"}, "channel"),
        ({"words": "x", "received_at": "2026-01-01T10:00:00"}, "received_at"),
        ({"words": "x", "wrods": "y"}, "wrods"),
        ({"words": "a\0b"}, "words"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_field(
    program: Callable[..., Program], said: dict[str, object], field: str
) -> None:
    answer = program().post("cases", **said)
    assert answer.status_code == 422
    assert field in answer.json()["detail"]
    assert not Case.objects.exists()


def test_a_complaint_from_tomorrow_is_refused(program: Callable[..., Program]) -> None:
    tomorrow = (timezone.now() + DAY).isoformat()
    assert program().post("cases", words="x", received_at=tomorrow).status_code == 422


def test_a_case_says_what_was_promised_and_what_comes_next(cast: Cast, program: Callable[..., Program]) -> None:
    case = make_case(owner=cast.ada, at=timezone.now() - HOUR)
    shop = program()
    due = (timezone.now() + DAY).isoformat()
    made = shop.post(f"cases/{case.reference}/promises", words="call back", due=due)
    assert made.status_code == 201
    kept = shop.post(f"cases/{case.reference}/promises/{made.json()['id']}/evidence", evidence="called at ten")
    assert kept.json()["state"] == "kept"
    shop.post(f"cases/{case.reference}/concerns", words="It must come this week")
    shown = shop.get(f"cases/{case.reference}").json()
    assert [(one["words"], one["state"]) for one in shown["promises"]] == [("call back", "kept")]
    assert shown["concerns"] == ["It must come this week"]
    assert shown["next_act"]
    assert shown["next_due_at"]


def test_a_reply_that_promises_what_nobody_recorded_does_not_leave(cast: Cast, program: Callable[..., Program]) -> None:
    case = make_case(owner=cast.ada, at=timezone.now() - HOUR)
    answer = program().post(f"cases/{case.reference}/replies", words="I will call you tomorrow at 10:00.")
    assert answer.status_code == 422
    assert not case.messages.filter(direction="out").exists()


def test_a_note_is_written_in_her_name(cast: Cast, program: Callable[..., Program]) -> None:
    case = make_case(at=timezone.now() - HOUR)
    assert program().post(f"cases/{case.reference.lower()}/notes", words="Seen at the shop.").status_code == 201
    assert case.notes.get().written_by == cast.ada


@pytest.mark.parametrize("count", [1, 30])
def test_a_list_costs_the_same_however_long(cast: Cast, program: Callable[..., Program], count: int) -> None:
    for n in range(count):
        make_case(email=f"c{n}@example.com", at=timezone.now() - timedelta(minutes=n + 1))
    shop = program()
    shop.get("cases")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert len(shop.get("cases").json()["cases"]) == count
    assert len(asked) == 2


def test_pages_hold_every_case_once(
    cast: Cast, program: Callable[..., Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("amends.api.cases.MOST", 3)
    same = timezone.now() - HOUR
    for n in range(8):
        make_case(email=f"c{n}@example.com", at=same - timedelta(minutes=n // 3))
    shop, after, seen = program(), "", []
    while True:
        page = shop.get("cases", **({"after": after} if after else {})).json()
        seen += [one["reference"] for one in page["cases"]]
        if not (after := page["next"]):
            break
    assert len(seen) == len(set(seen)) == 8


anything: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda some: st.lists(some, max_size=3),
    max_leaves=4,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(["", "/{}/notes", "/{}/concerns", "/{}/promises", "/{}/promises/1/evidence", "/{}/replies"]),
    said=st.dictionaries(st.sampled_from(["words", "due", "evidence", "email", "phone", "name", "severity"]), anything),
)
def test_whatever_is_sent_the_answer_is_never_a_fault_of_ours(
    program: Callable[..., Program], path: str, said: dict[str, object]
) -> None:
    case = Case.objects.first() or make_case(at=timezone.now() - HOUR)
    answer = program().post("cases" + path.format(case.reference), **said)
    assert answer.status_code < 500
