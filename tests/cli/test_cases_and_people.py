"""`amends case`, `people`, `journal` and `calendar`: what is on record, at the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.utils import timezone

from amends.cases.case import Case
from amends.people.person import Person, SignInLink
from amends.standins.sweeping import go_away
from tests.cast import DAY, Cast, make_case
from tests.cli.console import amends

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db


def test_a_case_is_opened_with_the_words_and_when_they_were_said(cast: Cast) -> None:
    said = amends(
        "case", "open", "The bed squeaks.", "--name", "Mr Lund", "--phone", "020 7946 0018", "--received-at", "2026-02-27 16:00",
        "--owner", cast.ada.email, "--by", cast.ada.email, "--json",
    )  # fmt: skip
    case = Case.objects.get()
    assert (said.code, said.row["reference"], said.row["owner"]) == (0, case.reference, "ada@desk.example.com")
    assert said.row["received_at"] == "2026-02-27T16:00:00+00:00"
    assert [entry["who"] for entry in amends("journal", "show", case.reference, "--json").rows] == ["Ada"]


def test_words_may_come_from_standard_input() -> None:
    amends("case", "open", "-", given="A long story.\n")
    assert Case.objects.get().messages.get().text == "A long story."


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["case", "show", "AAAA-AAAA"], 3, "There is no case AAAA-AAAA."),
        (["case", "open", "x", "--received-at", "2999-01-01"], 1, "2999-01-01 lies in the future."),
        (["case", "open", "x", "--received-at", "soon"], 2, "'soon' is no date we can read."),
        (["case", "open", " "], 2, "Say what the customer said,"),
        (["case", "open", "x", "--owner", "nobody@example.com"], 3, "Nobody here has the address nobody@example.com."),
        (["case", "list", "--stage", "done"], 2, "There is no stage 'done'; there are: new, listening,"),
        (["people", "add", "ada@desk.example.com", "--name", "Ada"], 1, "Somebody here has the address"),
        (["people", "add", "bob", "--name", "Bob"], 2, "bob is no e-mail address."),
        (["people", "add", "b@example.com", "--name", "Bob", "--role", "boss"], 2, "There is no role 'boss';"),
        (["calendar", "run", "/nowhere.csv"], 3, "There is no file /nowhere.csv."),
    ],
)
def test_what_cannot_be_done_is_said_with_its_exit_code(cast: Cast, words: list[str], code: int, told: str) -> None:
    said = amends(*words)
    assert said.code == code
    assert said.err.startswith(told)


def test_cases_are_listed_as_they_were_told_last_first(cast: Cast) -> None:
    old, young = (
        make_case(owner=cast.ada),
        make_case(email="mo@example.com", name="Mo", received_at=cast.ada.joined_at - DAY),
    )
    Case.objects.filter(pk=young.pk).update(stage="listening")
    assert [row["reference"] for row in amends("case", "list", "--json").rows] == [old.reference, young.reference]
    assert [row["reference"] for row in amends("case", "list", "--stage", "listening", "--json").rows] == [
        young.reference
    ]
    assert [row["reference"] for row in amends("case", "list", "--owner", cast.ada.email, "--json").rows] == [
        old.reference
    ]
    header, first, _ = amends("case", "list").out.splitlines()
    assert header.split() == ["reference", "stage", "received_at", "owner", "customer", "subject"]
    assert first.startswith(f"{old.reference}  new")


def test_a_case_shows_what_was_said_and_what_comes_next() -> None:
    case = make_case()
    row = amends("case", "show", case.reference.lower().replace("-", ""), "--json").row
    assert (row["reference"], row["next_act"]) == (case.reference, "Write down what they need met, in their words")
    assert row["messages"][0]["text"].startswith("My parcel never came")
    assert "My parcel never came" in amends("case", "show", case.reference).out


def test_somebody_new_can_sign_in_once() -> None:
    row = amends("people", "add", "Bo@example.com", "--name", "Bo", "--role", "lead", "--json").row
    person = Person.objects.get()
    assert (row["email"], person.role, [queue.name for queue in person.queues.all()]) == (
        "bo@example.com",
        "lead",
        ["Front desk"],
    )
    secret = row["sign_in"].rpartition("/")[2]
    assert SignInLink.objects.use(secret, at=person.joined_at) == person
    assert SignInLink.objects.use(secret, at=person.joined_at) is None
    assert amends("people", "link", "bo@example.com").out.startswith("http://127.0.0.1:8000/")


def test_who_leaves_gives_their_open_cases_to_somebody_present(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    said = amends("people", "leave", cast.ada.email, "--to", cast.leo.email, "--json")
    case.refresh_from_db()
    assert (said.row["open_cases"], case.owner) == (1, cast.leo)
    assert amends("people", "link", cast.ada.email).code == 1
    assert [row["left_at"] is None for row in amends("people", "list", "--json").rows] == [False, True, True, True]


def test_what_was_theirs_goes_to_whoever_is_here_and_has_the_least_if_no_heir_is_named(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    make_case(owner=cast.leo, email="busy@example.com")
    assert amends("people", "leave", cast.ada.email, "--by", cast.ines.email).code == 0
    case.refresh_from_db()
    assert case.owner == cast.mira


def test_only_where_nobody_is_here_do_they_wait_in_the_queue(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    at = timezone.now()
    for person in (cast.leo, cast.mira):
        go_away(person, starts_at=at, by=cast.ines, at=at)
    go_away(cast.ines, starts_at=at, by=cast.ines, at=at)
    assert amends("people", "leave", cast.ada.email).code == 0
    case.refresh_from_db()
    assert case.owner is None


def test_a_case_opened_for_somebody_who_is_away_waits_for_somebody_who_is_here(cast: Cast) -> None:
    at = timezone.now()
    go_away(cast.leo, starts_at=at, by=cast.ines, at=at)
    said = amends("case", "open", "The bed squeaks.", "--phone", "020 7946 0018", "--owner", cast.leo.email, "--json")
    assert (said.code, Case.objects.get().owner) == (0, None)


def test_a_changed_journal_is_found_with_exit_code_one(cast: Cast) -> None:
    make_case()
    assert amends("journal", "verify", "--json").row["whole"] is True
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE amends_entry DISABLE TRIGGER amends_entry_append_only")
        cursor.execute("UPDATE amends_entry SET actor_name = 'Somebody else' WHERE deed = 'case.opened'")
        cursor.execute("ALTER TABLE amends_entry ENABLE TRIGGER amends_entry_append_only")
    said = amends("journal", "verify", "--json")
    assert (said.code, said.row["whole"]) == (1, False)
    assert said.row["faults"][0]["fault"] == "this entry was changed"


def test_business_time_is_computed_without_a_desk(tmp_path: Path) -> None:
    path = tmp_path / "vectors.csv"
    path.write_text(
        "id,operation,start,amount,unit,expected,timezone,hours,special_hours,holidays\n"
        'a,add,2026-11-23T16:30,1,hours,,UTC,"{""mon"":[[""09:00"",""17:00""]],""tue"":[[""09:00"",""17:00""]]}",{},[]\n'
        'b,add,soon,1,hours,,UTC,"{""mon"":[[""09:00"",""17:00""]]}",{},[]\n'
    )
    said = amends("calendar", "run", path, "--json")
    assert (said.code, said.rows[0]) == (4, {"id": "a", "result": "2026-11-24T09:30"})
