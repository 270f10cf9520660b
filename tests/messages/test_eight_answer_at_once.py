"""Eight colleagues answer the same new case at the same moment: one letter reaches the customer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from amends.cases.case import Case, StageMoved
from amends.journal.entry import Entry
from amends.messages.message import Message
from amends.messages.writing import Reply, SomethingNew, reply
from amends.people.person import Person
from tests.cast import HOUR, MORNING, SURE, make_case, make_cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("told_what_they_saw", [True, False])
def test_one_wins_and_seven_are_told(told_what_they_saw: bool) -> None:  # noqa: FBT001
    make_cast()
    key = make_case().pk
    seen = Message.objects.latest("pk").pk if told_what_they_saw else None
    gate = Barrier(8)

    def answer(n: int) -> str:
        try:
            case, person = Case.objects.get(pk=key), Person.objects.order_by("pk")[n % 4]
            gate.wait(timeout=20)
            reply(case, Reply(sure=SURE, words=f"Sorry, says {n}", seen=seen), by=person, at=MORNING + HOUR)
        except (StageMoved, SomethingNew) as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "sent"

    with ThreadPoolExecutor(8) as pool:
        results = sorted(pool.map(answer, range(8)))
    assert results == ["StageMoved"] * 7 + ["sent"]
    assert Message.objects.filter(direction="out").count() == 1
    assert Entry.objects.filter(deed="case.acknowledged").count() == 1
