"""`amends problem`: what we found first, at the console; each command can be tried without doing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.affected.affected import Affected
from amends.affected.opening import open_span
from amends.journal.actors import DESK
from amends.notices.wave import Wave
from amends.problems.problem import Problem
from amends.statuspage.page import StatusPost
from tests.cast import Cast
from tests.cli.console import amends
from tests.notices.waves import make_notice
from tests.problems.scenes import COURSE, WHAT, csv_of, people

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db


def opened(cast: Cast, *more: str) -> int:
    """A problem opened at the console, decided to be told."""
    words = ["problem", "open", "Jars", "--what-happened", WHAT, "--course", COURSE, "--by", cast.leo.email]
    return int(amends(*words, "--tell", "They should know", "--json", *more).row["id"] or 0)


def test_a_problem_is_opened_and_listed_and_a_dry_run_opens_none(cast: Cast) -> None:
    assert opened(cast, "--dry-run") == 0
    assert not Problem.objects.exists()
    key = opened(cast)
    (row,) = amends("problem", "status", "--json").rows
    assert (row["id"], row["decision"], row["affected"]) == (key, "tell them", 0)


def test_a_list_is_tried_and_added_from_a_file_or_from_standard_input(cast: Cast, tmp_path: Path) -> None:
    key, table = opened(cast), tmp_path / "orders.csv"
    table.write_bytes(csv_of(*people(3), "Nobody,,,,9").read())
    tried = amends("problem", "affect", str(key), table, "--by", cast.leo.email, "--dry-run")
    assert "no usable contact: Nobody" in tried.out
    assert not Affected.objects.exists()
    said = amends("problem", "affect", str(key), table, "--by", cast.leo.email, "--json").row
    assert (said["lines"], said["people"], said["no_contact"], said["added"]) == (4, 4, 1, True)
    again = amends("problem", "affect", str(key), "-", "--by", cast.leo.email, "--json", given=table.read_bytes()).row
    assert (again["people"], again["known"]) == (1, 3)  # of somebody without any contact nobody can say who they are


def test_an_approved_notice_goes_once(cast: Cast, tmp_path: Path) -> None:
    key, table = opened(cast), tmp_path / "orders.csv"
    table.write_bytes(csv_of(*people(3)).read())
    amends("problem", "affect", str(key), table, "--by", cast.leo.email)
    problem = Problem.objects.get()
    open_span(problem, 0, 10**9, by=DESK, at=timezone.now())
    notice = make_notice(problem, cast, at=timezone.now())
    words = ("problem", "notify", str(key), str(notice.pk), "--by", cast.leo.email)
    assert amends(*words, "--dry-run").out == "Would go to 3 people.\n"
    assert not Wave.objects.exists()
    assert amends(*words).out == "Goes to 3 people.\n"
    assert (amends(*words).code, amends("problem", "notify", str(key), "99", "--by", cast.leo.email).code) == (1, 3)
    assert amends("problem", "status", str(key), "--json").row["total"] == 3


def test_news_is_published_and_nobody_is_named(cast: Cast) -> None:
    key = str(opened(cast))
    publish = ("problem", "status", key, "--title", "Jars that do not close", "--by", cast.leo.email)
    assert amends(*publish, "--publish", "Call 020 7946 0001").code == 1
    amends(*publish, "--publish", "Some lids may not close.", "--how", "known", "--dry-run")
    assert not StatusPost.objects.exists()
    amends(*publish, "--publish", "Some lids may not close.", "--how", "known")
    assert StatusPost.objects.get().how == "known"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["status", "7"], 3),
        (["affect", "7", "nowhere.csv", "--by", "leo@desk.example.com"], 3),
        (["open", "x", "--what-happened", "a", "--found-by", "magic", "--by", "leo@desk.example.com"], 2),
        (["open", "x", "--what-happened", "One broke. Two broke. Three broke.", "--by", "leo@desk.example.com"], 1),
    ],
)
def test_what_cannot_be_is_refused_with_its_code(words: list[str], code: int, cast: Cast) -> None:
    assert amends("problem", *words).code == code
