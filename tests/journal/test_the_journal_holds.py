"""The journal refuses change, and shows when somebody got round the refusal."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from amends.journal.entry import Entry
from amends.journal.verifying import verify
from tests.cast import HOUR, MORNING, Cast, make_case

pytestmark = pytest.mark.django_db


def tamper(statement: str) -> None:
    """Do what only the owner of the database can: switch the guards off."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement)
        cursor.execute("SET LOCAL session_replication_role = origin")


@pytest.mark.parametrize(
    "statement", ["UPDATE amends_entry SET actor_name = 'x'", "DELETE FROM amends_entry", "TRUNCATE amends_entry"]
)
def test_an_entry_can_be_neither_changed_nor_removed(statement: str, cast: Cast) -> None:
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_each_case_has_a_chain_of_its_own_counted_from_one(cast: Cast) -> None:
    case = make_case()
    case.take(by=cast.ada, at=MORNING + HOUR)
    assert list(Entry.objects.filter(chain=case.pk).order_by("seq").values_list("seq", "deed")) == [
        (1, "case.opened"),
        (2, "case.taken"),
    ]


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE amends_entry SET actor_name = 'nobody' WHERE deed = 'case.taken'", "this entry was changed"),
        ("DELETE FROM amends_entry WHERE deed = 'case.opened'", "an entry before this one is missing"),
        ("DELETE FROM amends_entry WHERE deed = 'case.graded'", "the last entries of this chain are missing"),
        ("UPDATE amends_entry SET data = '{\"a\": 1}' WHERE deed = 'case.taken'", "this entry was changed"),
    ],
)
def test_what_was_changed_behind_its_back_shows(statement: str, fault: str, cast: Cast) -> None:
    case = make_case()
    case.take(by=cast.ada, at=MORNING + HOUR)
    case.grade(2, by=cast.ada, at=MORNING + HOUR)
    assert verify()[1] == []
    tamper(statement)
    assert fault in {found.fault for found in verify()[1]}


def test_a_deed_that_is_rolled_back_leaves_no_entry(cast: Cast) -> None:
    case = make_case()
    before = Entry.objects.count()
    with transaction.atomic():
        case.take(by=cast.ada, at=MORNING + HOUR)
        transaction.set_rollback(True)
    case.refresh_from_db()
    assert (Entry.objects.count(), case.owner) == (before, None)
