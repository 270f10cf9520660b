"""`amends intake csv`: each row is a case with its own date, or is named with the reason; it can be run twice."""

from __future__ import annotations

import csv
import gzip
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from amends.cases.case import Case
from amends.journal.verifying import verify
from amends.messages.message import Message
from tests.cli.console import amends, shared

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db

MAP = ["--map", "words=what", "--map", "received_at=when", "--map", "id=no"]


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "complaints.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_row_is_a_case_with_its_own_date_and_an_unnamed_customer(tmp_path: Path) -> None:
    path = table(tmp_path, "no,when,what\n17,2019-05-02 14:30,My lamp is broken\n")
    said = amends("intake", "csv", path, *MAP)
    case = Case.objects.get()
    assert (said.code, said.out) == (0, "1 opened, 0 already here, 0 failed\n")
    assert case.received_at == datetime(2019, 5, 2, 13, 30, tzinfo=UTC)
    assert (case.customer.name, case.source, case.source_id) == ("", "csv:complaints.csv", "17")
    assert Message.objects.get().text == "My lamp is broken"
    assert verify()[1] == []


def test_a_row_may_say_who_and_how_and_how_grave(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "who;mail;tel;how;grave;topic;words\n"
        "Ann Lee;ann@example.com;020 7946 0018;telephone;high;Lamp;It broke\n"
        "Ann Lee;ann@example.com;;web;2;Lamp;It broke again\n",
    )
    names = ["name=who", "email=mail", "phone=tel", "channel=how", "severity=grave", "subject=topic", "words=words"]
    amends("intake", "csv", path, *[word for name in names for word in ("--map", name)])
    one, other = Case.objects.order_by("id")
    assert (one.channel, one.severity, one.subject) == ("phone", 2, "Lamp")
    assert (other.channel, other.severity) == ("form", 2)
    assert one.customer == other.customer
    assert {address.normal for address in one.customer.addresses.all()} == {"ann@example.com", "+442079460018"}


def test_a_row_that_fails_is_named_with_the_reason_and_the_others_go_on(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "no,when,what\n"
        "1,yesterday,It broke\n"
        "2,2019-05-02,\n"
        "3,2019-05-02,Fine,and,more\n"
        '4,2019-05-02,"Two\nlines"\n'
        "5,2999-01-01,From the future\n"
        "6,,No date\n"
        "7,2019-05-02,Good\n",
    )
    said = amends("intake", "csv", path, *MAP, "--json")
    assert said.code == 4
    *failed, totals = said.rows
    assert [(row["row"], row["line"], row["because"]) for row in failed] == [
        (1, 2, "'yesterday' is no date we can read"),
        (2, 3, "the column what is empty"),
        (3, 4, "it has 5 fields, and the table has 3 columns"),
        (5, 7, "2999-01-01 lies in the future"),
        (6, 8, "it has no date"),
    ]
    assert totals == {"opened": 2, "already_here": 0, "failed": 5}
    assert (
        amends("intake", "csv", path, *MAP).err.splitlines()[0] == "Row 1 (line 2): 'yesterday' is no date we can read"
    )


def test_it_can_be_run_twice_and_a_longer_table_adds_what_is_new(tmp_path: Path) -> None:
    path = table(tmp_path, "no,when,what\n1,2019-05-02,One\n2,2019-05-02,Two\n2,2019-05-02,Two\n")
    assert amends("intake", "csv", path, *MAP, "--json").row == {"opened": 2, "already_here": 1, "failed": 0}
    path = table(tmp_path, "no,when,what\n1,2019-05-02,One\n2,2019-05-02,Two\n3,2019-05-03,Three\n")
    assert amends("intake", "csv", path, *MAP, "--json").row == {"opened": 1, "already_here": 2, "failed": 0}


def test_rows_without_a_number_are_known_by_what_they_hold(tmp_path: Path) -> None:
    path = table(tmp_path, "what\nOne\nTwo\n")
    amends("intake", "csv", path, "--map", "narrative=what")
    assert amends("intake", "csv", path, "--map", "text=what", "--json").row["already_here"] == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_in_the_encodings_that_tables_come_in(tmp_path: Path, encoding: str) -> None:
    amends(
        "intake", "csv", table(tmp_path, "what\nDas Sofa ist für Müller € zu groß\n", encoding), "--map", "words=what"
    )
    assert Message.objects.get().text == "Das Sofa ist für Müller € zu groß"


def test_huge_fields_nul_and_lost_quotes_do_not_stop_the_others(tmp_path: Path) -> None:
    text = (
        "no,when,what\n1,2019-05-02," + "x" * 200_000 + "\n2,2019-05-02,A\x00B\n3,2019-05-02," + "y" * 1_000_001 + "\n"
    )
    said = amends("intake", "csv", table(tmp_path, text), *MAP, "--json")
    assert said.rows[-1] == {"opened": 2, "already_here": 0, "failed": 1}
    assert {len(message.text) for message in Message.objects.all()} == {200_000, 2}


@pytest.mark.parametrize(
    ("mapped", "told"),
    [
        (["words=text"], "There is no column 'text'; there are: no, when, what."),
        (["wrods=what"], "'wrods=what' maps nothing we know. Write NAME=COLUMN; the names are: received_at, words,"),
        (["id=no"], "Say which column holds the customer's words: --map words=COLUMN."),
    ],
)
def test_a_wrong_map_is_refused_with_what_there_is(tmp_path: Path, mapped: list[str], told: str) -> None:
    path = table(tmp_path, "no,when,what\n1,2019-05-02,One\n")
    said = amends("intake", "csv", path, *[word for pair in mapped for word in ("--map", pair)])
    assert said.code == 2
    assert said.err.startswith(told)
    assert not Case.objects.exists()


def test_the_dated_narratives_open_with_their_own_dates() -> None:
    path = shared("complaints/cfpb_narratives_to_2023-02-13.csv.gz")
    names = ["received_at=date_received", "narrative=narrative", "id=complaint_id", "subject=issue"]
    words = [word for name in names for word in ("--map", name)]
    assert amends("intake", "csv", path, *words, "--json").row == {"opened": 3050, "already_here": 0, "failed": 0}
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as file:
        expected = {row["complaint_id"]: row["date_received"] for row in csv.DictReader(file)}
    opened = Case.objects.values_list("source_id", "received_at")
    assert {number: at.astimezone(ZoneInfo("Europe/London")).date().isoformat() for number, at in opened} == expected
    assert amends("intake", "csv", path, *words, "--json").row == {"opened": 0, "already_here": 3050, "failed": 0}
