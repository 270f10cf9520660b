"""`amends case merge`: two cases of one failure become one, at the console."""

from __future__ import annotations

import pytest

from amends.cases.case import Case
from amends.journal.entry import Entry
from tests.cast import DAY, HOUR, MORNING, Cast, make_case
from tests.cli.console import amends

pytestmark = pytest.mark.django_db


def test_a_case_goes_on_as_another_and_says_who_did_it(cast: Cast) -> None:
    old, new = make_case(), make_case(at=MORNING + HOUR)
    said = amends("case", "merge", new.reference, "--into", old.reference, "--by", cast.ada.email, "--json")
    assert (said.code, said.row["ending"], said.row["merged_into"]) == (0, "merged", old.reference)
    assert {entry.actor_name for entry in Entry.objects.filter(deed="case.merged")} == {"Ada"}
    assert Case.objects.open().get() == old


def test_what_cannot_be_one_is_refused_with_the_reason(cast: Cast) -> None:
    old, other = make_case(), make_case(name="Mo", email="mo@example.com")
    said = amends("case", "merge", other.reference, "--into", old.reference)
    assert (said.code, said.err.strip()) == (
        1,
        "These are cases of two customers. If they are one person, merge the customers first.",
    )
    assert amends("case", "merge", "QQQQ-QQQQ", "--into", old.reference).code == 3


def test_a_case_shows_what_became_of_its_promises(cast: Cast) -> None:
    case = make_case()
    case.promises.make("we bring it", due=MORNING + DAY, by=cast.ada, at=MORNING)
    assert [row["state"] for row in amends("case", "show", case.reference, "--json").row["promises"]] == ["broken"]
