"""Eight colleagues merge the same two cases at the same moment while others go on working: once, and nothing is left behind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, connection

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.portal import tagged
from amends.deadlines.deadline import Deadline
from amends.journal.entry import Entry
from amends.journal.verifying import verify
from amends.merging.cases import MOVED, merge
from amends.merging.customers import merge as merge_customers
from amends.messages.message import Message
from amends.messages.writing import Reply, SomethingNew, hear, reply
from amends.people.person import Person
from tests.cast import DAY, HOUR, MORNING, SURE, Cast, arrive, make_case, make_cast, make_mail

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db(transaction=True)
NOON = MORNING + 2 * HOUR


def at_once(*deeds: Callable[[], object]) -> list[str]:
    """All of them, each on a connection of its own; what became of each, sorted."""
    gate = Barrier(len(deeds))

    def do(deed: Callable[[], object]) -> str:
        try:
            gate.wait(timeout=20)
            deed()
        except (Refused, SomethingNew, IntegrityError) as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(do, deeds))


def nothing_left_behind(case: Case) -> bool:
    """No row of the case stands anywhere but where it goes on, and nothing is due on it."""
    left = [table.__name__ for table in MOVED if table._default_manager.filter(case=case).exists()]
    due = Deadline.objects.outstanding().filter(case=case).count()
    case.refresh_from_db()
    return (left, due, case.stage, case.waiting_since) == ([], 0, "closed", None)


def two() -> tuple[Cast, Case, Case]:
    cast = make_cast()
    return cast, make_case(owner=cast.ada), make_case(at=MORNING + HOUR, words="Still no table!")


def test_one_merges_and_seven_are_told() -> None:
    cast, old, new = two()
    people = list(Person.objects.order_by("pk")) * 2
    results = at_once(*(lambda p=p: merge(new, old, by=p, at=NOON) for p in people))
    assert sorted(results) == ["Merged"] * 7 + ["done"]
    assert Entry.objects.filter(deed="case.merged").count() == 2
    assert nothing_left_behind(new)
    assert verify()[1] == []
    assert cast.ada.is_active


def test_two_who_merge_them_the_other_way_round_do_not_wait_for_each_other_for_ever() -> None:
    cast, old, new = two()
    results = at_once(
        *[lambda: merge(new, old, by=cast.ada, at=NOON), lambda: merge(old, new, by=cast.leo, at=NOON)] * 4
    )
    assert results.count("done") == 1
    assert Case.objects.open().count() == 1
    assert verify()[1] == []


def test_whoever_replies_at_that_moment_is_heard_or_told_and_no_letter_stays_on_the_one_that_ended() -> None:
    cast, old, new = two()
    promise = new.promises.make("we bring it", due=NOON + DAY, by=cast.leo, at=NOON)

    def note() -> None:
        Case.objects.get(pk=new.pk).notes.write("Careful", by=cast.mira, at=NOON)

    results = at_once(
        lambda: merge(new, old, by=cast.ada, at=NOON),
        lambda: merge(new, old, by=cast.leo, at=NOON),
        lambda: merge(new, old, by=cast.mira, at=NOON),
        lambda: reply(Case.objects.get(pk=new.pk), Reply(sure=SURE, words="I am sorry."), by=cast.leo, at=NOON),
        lambda: hear(new, "Hello?", by=new.customer, at=NOON),
        lambda: promise.keep(evidence="He signed", by=cast.leo, at=NOON),
        note,
        lambda: arrive(make_mail("By mail.", Cc=tagged("r", new.reference)), at=NOON),
    )
    assert results[:3].count("done") == 1
    assert results[4] == "done"  # the customer is always heard
    assert results[5] == "done"
    assert results[7] == "done"
    assert old.messages.filter(text="By mail.").exists()
    assert nothing_left_behind(new)
    sent = Message.objects.filter(direction="out", automatic=False)
    assert [message.case for message in sent] == ([old] if results[3] == "done" else [])
    assert old.notes.count() == (results[6] == "done")
    promise.refresh_from_db()
    assert (promise.case, promise.deadline.case, promise.kept_at) == (old, old, NOON)
    assert verify()[1] == []


def test_a_complaint_that_comes_while_two_customers_become_one_is_that_ones() -> None:
    cast = make_cast()
    her, again = make_case().customer, make_case(name="N. Okafor", email="ngozi@example.com").customer
    merging = [lambda: merge_customers(again, her, by=cast.ada, at=NOON)] * 4
    coming = [
        lambda n=n: make_case(at=NOON, words=f"Complaint {n}", name="N. Okafor", email="ngozi@example.com")
        for n in range(4)
    ]
    results = at_once(*merging, *coming)
    assert results[:4].count("done") == 1
    assert results[4:] == ["done"] * 4
    assert {case.customer for case in Case.objects.select_related("customer")} == {her}
    assert verify()[1] == []
