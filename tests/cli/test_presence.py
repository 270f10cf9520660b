"""`amends people here`, `away`, `back` and `deputy`: who can act, and who stands in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.people.absence import Absence
from amends.people.person import Person
from tests.cast import DAY, HOUR, Cast, make_case
from tests.cli.console import Said, amends

if TYPE_CHECKING:
    from typing import Any

pytestmark = pytest.mark.django_db


def standing(email: str) -> dict[str, Any]:
    """What is shown of this person."""
    (row,) = (row for row in amends("people", "here", "--json").rows if row["email"] == email)
    return row


def away(*words: str, by: str = "ines@desk.example.com") -> Said:
    return amends("people", "away", *words, "--by", by, "--json")


def test_whoever_is_ill_is_away_at_once_and_a_deputy_has_their_cases(cast: Cast) -> None:
    case = make_case(owner=cast.ada, at=timezone.now())
    said = away("ada@desk.example.com", "--deputy", "leo@desk.example.com", by="leo@desk.example.com")
    case.refresh_from_db()
    assert (said.code, said.row["moved"], said.row["ends_at"]) == (0, 1, None)
    assert case.owner == cast.leo
    ada, leo = standing(cast.ada.email), standing(cast.leo.email)
    assert (ada["here"], ada["away_until"], ada["stand_in"], ada["open_cases"]) == (False, None, cast.leo.email, 0)
    assert (leo["here"], leo["open_cases"]) == (True, 1)
    assert "AWAY" in amends("people", "here").out


def test_an_absence_can_be_planned_by_the_day_and_called_off(cast: Cast) -> None:
    year = timezone.now().year + 1
    said = away(cast.ada.email, "--from", f"{year}-07-06", "--until", f"7 July {year} 13:00")
    assert said.row["starts_at"] == datetime(year, 7, 5, 23, tzinfo=UTC).isoformat()  # midnight of a London summer
    assert said.row["ends_at"] == datetime(year, 7, 7, 12, tzinfo=UTC).isoformat()
    shown = standing(cast.ada.email)
    assert (shown["here"], shown["next_away"]) == (True, said.row["starts_at"])
    assert amends("people", "back", cast.ada.email, "--by", cast.ada.email, "--json").row["ended"] == "called_off"
    assert standing(cast.ada.email)["next_away"] is None


def test_who_comes_back_is_offered_what_others_had(cast: Cast) -> None:
    make_case(owner=cast.ada, at=timezone.now())
    away(cast.ada.email)
    said = amends("people", "back", cast.ada.email, "--by", cast.ada.email)
    assert (said.code, said.out) == (0, "Ada is here again; 1 cases, calls and asks are offered back.\n")
    assert standing(cast.ada.email)["here"] is True
    assert Absence.objects.get().returned_at is not None


def test_a_deputy_is_named_and_taken_away_again(cast: Cast) -> None:
    named = amends("people", "deputy", cast.ada.email, cast.leo.email, "--by", cast.ines.email, "--json")
    assert named.row == {"email": cast.ada.email, "deputy": cast.leo.email}
    assert Person.objects.get(pk=cast.ada.pk).deputy == cast.leo
    assert amends("people", "deputy", cast.ada.email, "--by", cast.ines.email).out == "Ada has no deputy now.\n"
    assert Person.objects.get(pk=cast.ada.pk).deputy is None


def test_cases_that_nobody_present_looks_after_are_told_on_standard_error(cast: Cast) -> None:
    make_case(owner=cast.ada, at=timezone.now())
    now = timezone.now()
    Absence.objects.plan(cast.ada, starts_at=now - HOUR, ends_at=now + DAY, by=cast.ines, at=now)
    said = amends("people", "here", "--json")
    assert said.err == "Nobody who is here looks after 1 open cases. Give them to somebody.\n"
    assert len(said.rows) == 4


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["away", "ada@desk.example.com", "--until", "2020-01-01"], 1, "An absence ends after it begins, and in the future."),
        (["away", "ada@desk.example.com", "--until", "whenever"], 2, "'whenever' names no time. Write it as 2026-12-24 15:00."),
        (["away", "ada@desk.example.com", "--deputy", "ada@desk.example.com"], 1, "Somebody else who works here has to stand in."),
        (["away", "bo@desk.example.com"], 3, "Nobody here has the address bo@desk.example.com. See `amends people list`."),
        (["back", "ada@desk.example.com"], 1, "Ada is not away, and nothing is planned."),
        (["deputy", "leo@desk.example.com", "ada@desk.example.com"], 1, "Ada is stood in for, in the end, by Leo: that is a circle."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_one_sentence(cast: Cast, words: list[str], code: int, told: str) -> None:
    amends("people", "deputy", cast.ada.email, cast.leo.email, "--by", cast.ines.email)
    said = amends("people", *words, "--by", cast.ines.email)
    assert (said.code, said.err) == (code, told + "\n")
    assert not Absence.objects.exists()


def test_nobody_who_left_does_anything_here(cast: Cast) -> None:
    amends("people", "leave", cast.leo.email, "--by", cast.ines.email)
    said = away(cast.ada.email, by=cast.leo.email)
    assert (said.code, said.err) == (1, "Leo no longer works here.\n")


def test_a_case_opened_for_somebody_who_is_away_waits_where_others_watch(cast: Cast) -> None:
    away(cast.ada.email)
    said = amends("case", "open", "The bed squeaks.", "--owner", cast.ada.email, "--by", cast.leo.email, "--json")
    assert (said.code, said.row["owner"]) == (0, None)
