"""`amends promise` and `amends sweep`: what we are bound to, what our word is worth, and the watch over everything due."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.cases.case import Case
from amends.journal.entry import Entry
from amends.people.absence import Absence
from amends.promises.promise import Promise
from tests.cast import DAY, HOUR, Cast, make_case
from tests.cli.console import Said, amends

if TYPE_CHECKING:
    from datetime import datetime

pytestmark = pytest.mark.django_db


@pytest.fixture
def lost(cast: Cast) -> Case:
    """Ada has the lost parcel; she was told today."""
    return make_case(owner=cast.ada, at=timezone.now())


def make(case: Case, words: str, *more: str, due: datetime | str, by: str = "ada@desk.example.com") -> Said:
    when = due if isinstance(due, str) else due.isoformat()
    return amends("promise", "make", case.reference, words, "--due", when, "--by", by, *more, "--json")


def past_promise(case: Case, cast: Cast, *, kept: bool) -> Promise:
    """One that fell due an hour ago."""
    now = timezone.now()
    promise: Promise = case.promises.make("call you", due=now - HOUR, by=cast.ada, at=now - DAY)
    if kept:
        promise.keep(evidence="She rang.", by=cast.ada, at=now - 2 * HOUR)
    return promise


def test_a_promise_is_made_watched_and_kept_with_evidence(lost: Case, cast: Cast) -> None:
    due = timezone.now() + 2 * DAY
    made = make(lost, "send the table", "--kind", "delivery", due=due).row
    assert (made["case"], made["kind"], made["state"], made["due_at"]) == (
        lost.reference,
        "delivery",
        "open",
        due.isoformat(),
    )
    assert made["owner"] == made["made_by"] == cast.ada.email
    assert amends("promise", "list", "--json").row == made
    kept = amends(
        "promise", "keep", str(made["id"]), "--evidence", "Signed for by Mrs Okafor.", "--by", cast.leo.email, "--json"
    ).row
    assert (kept["state"], kept["evidence"]) == ("kept", "Signed for by Mrs Okafor.")
    assert amends("promise", "list", "--json").rows == []
    assert amends("promise", "list", "--state", "kept", "--json").row == kept
    assert [
        entry.deed for entry in Entry.objects.filter(chain=lost.pk, deed__startswith="promise.").order_by("id")
    ] == [
        "promise.made",
        "promise.kept",
    ]


def test_a_day_alone_is_five_o_clock_of_it_and_a_weekday_is_understood(lost: Case) -> None:
    year = timezone.now().year + 1
    assert make(lost, "write", due=f"{year}-01-15").row["due_at"] == f"{year}-01-15T17:00:00+00:00"
    spoken = make(lost, "write again", due="tomorrow, 3 pm").row
    promise = Promise.objects.get(pk=spoken["id"])
    assert timezone.localtime(promise.first_due_at).hour == 15
    assert timedelta() < promise.first_due_at - timezone.now() < 2 * DAY


def test_promises_are_listed_by_whose_they_are_and_what_became_of_them(lost: Case, cast: Cast) -> None:
    other = make_case(owner=cast.leo, at=timezone.now(), email="lund@example.com", name="Mr Lund")
    broken, kept = past_promise(lost, cast, kept=False), past_promise(other, cast, kept=True)
    open_one = make(other, "send it", due=timezone.now() + DAY, by=cast.leo.email).row["id"]

    def listed(*words: str) -> list[int]:
        return [row["id"] for row in amends("promise", "list", *words, "--json").rows]

    assert listed() == [broken.pk, open_one]
    assert listed("--limit", "1") == [broken.pk]
    assert listed("--mine", cast.leo.email) == [open_one]
    assert [listed("--state", state) for state in ("open", "moved", "broken", "late", "kept", "released")] == [
        [open_one], [], [broken.pk], [], [kept.pk], []
    ]  # fmt: skip
    assert listed("--all") == [open_one, broken.pk, kept.pk] or listed("--all") == [open_one, kept.pk, broken.pk]
    assert amends("promise", "list").out.splitlines()[0].split() == ["id", "due_at", "state", "case", "owner", "words"]


def test_after_a_broken_promise_the_next_one_needs_the_name_of_a_lead(lost: Case, cast: Cast) -> None:
    past_promise(lost, cast, kept=False)
    due = timezone.now() + DAY
    said = make(lost, "call again", due=due)
    assert (said.code, said.err) == (
        1,
        "A promise on this case was broken. Name the lead who answers for the next one.\n",
    )
    assert make(lost, "call again", "--backed-by", cast.leo.email, due=due).row["backed_by"] == cast.leo.email


def test_what_our_word_is_worth_is_said_with_its_n_and_its_interval(lost: Case, cast: Cast) -> None:
    for _ in range(3):
        past_promise(lost, cast, kept=True)
    few = amends("promise", "figures")
    assert few.out.splitlines()[0].split(maxsplit=5)[-1] == "not enough data (n 3)"
    for _ in range(9):
        past_promise(make_case(at=timezone.now()), cast, kept=True)
    past_promise(lost, cast, kept=False)
    row = amends("promise", "figures", "--days", "30", "--json").row
    assert (row["first"]["kept"], row["first"]["n"], row["broken"], row["moved"]) == (12, 13, 1, 0)
    assert row["first"]["low"] < row["first"]["rate"] < row["first"]["high"]
    assert row["by_kind"]["to do something"]["n"] == 13
    assert "92% (n 13, 95 % interval" in amends("promise", "figures").out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["make", "REF", "pay", "--due", "2020-01-01"], 1, "A promise falls due in the future."),
        (["make", "REF", " ", "--due", "tomorrow"], 1, "Write down what was promised."),
        (["make", "REF", "pay", "--due", "one fine day"], 2, "'one fine day' names no time. Write it as 2026-12-24 15:00."),
        (["make", "REF", "pay", "--due", "tomorrow", "--kind", "gold"], 2, "Nobody promises 'gold'; the kinds are: deed,"),
        (["make", "AAAA-AAAA", "pay", "--due", "tomorrow"], 3, "There is no case AAAA-AAAA."),
        (["keep", "999999", "--evidence", "Seen."], 3, "There is no promise 999999."),
        (["list", "--state", "golden"], 2, "A promise is never 'golden'; it is one of: open,"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_one_sentence(lost: Case, words: list[str], code: int, told: str) -> None:
    by = [] if words[0] == "list" else ["--by", "ada@desk.example.com"]
    said = amends("promise", *[lost.reference if word == "REF" else word for word in words], *by)
    assert said.code == code
    assert said.err.startswith(told)
    assert not Promise.objects.exists()


def test_a_promise_is_kept_once_and_a_restricted_case_is_for_those_who_may(lost: Case, cast: Cast) -> None:
    number = str(make(lost, "send it", due=timezone.now() + DAY).row["id"])
    assert amends("promise", "keep", number, "--evidence", "Sent.", "--by", cast.ada.email).out == "send it: kept.\n"
    again = amends("promise", "keep", number, "--evidence", "Sent.", "--by", cast.ada.email)
    assert (again.code, again.err) == (1, "This promise is no longer open.\n")
    Case.objects.filter(pk=lost.pk).update(restricted=True, owner=cast.leo)
    assert make(lost, "call", due=timezone.now() + DAY).err == "This case is restricted to its owner and the leads.\n"


def test_one_sweep_records_what_was_missed_once_and_says_how_much(lost: Case, cast: Cast) -> None:
    past_promise(lost, cast, kept=False)
    said = amends("sweep", "--json")
    assert said.code == 0
    assert said.row["missed"] == 1
    assert said.row["taken"] >= said.row["missed"]
    assert said.row["alerts"] >= 1
    assert amends("sweep").out == "0 absences, 0 taken, 0 missed, 0 alerts\n"
    assert Entry.objects.filter(chain=lost.pk, deed="deadline.missed").count() == 1


def test_a_sweep_finds_somebody_for_those_who_have_gone_meanwhile(lost: Case, cast: Cast) -> None:
    now = timezone.now()
    Absence.objects.plan(cast.ada, starts_at=now - HOUR, by=cast.ines, at=now - DAY)
    assert amends("sweep", "--json").row["absences"] == 1
    lost.refresh_from_db()
    assert lost.owner not in {cast.ada, None}
