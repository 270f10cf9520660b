"""`amends queue` and `amends site`: which hours a queue keeps, and whose rules govern the cases that come to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.people.queue import Queue, Site
from tests.cli.console import Said, amends

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cast import Cast

pytestmark = pytest.mark.django_db

BERLIN = 'zone: Europe/Berlin\nhours:\n  mon: [["09:00", "12:00"], ["13:00", "17:00"]]\n  thu: [["09:00", "17:00"]]\n'
INES = ["--by", "ines@desk.example.com"]


def hours(folder: Path, text: str = BERLIN) -> Path:
    path = folder / "hours.yaml"
    path.write_text(text)
    return path


def place(*words: str | Path) -> Said:
    return amends("queue", "place", "Front desk", *words, *INES, "--json")


def test_a_queue_keeps_the_hours_of_its_site_and_the_rules_of_its_country(cast: Cast, tmp_path: Path) -> None:
    site = amends("site", "set", "Kiel", hours(tmp_path), *INES, "--json").row
    assert (site["name"], site["hours"]["zone"], site["hours"]["hours"]["thu"]) == (
        "Kiel",
        "Europe/Berlin",
        [["09:00", "17:00"]],
    )
    placed = place("--site", "Kiel", "--jurisdiction", "GB", "--product", "energy").row
    assert (placed["site"], placed["hours"], placed["own_hours"]) == ("Kiel", site["hours"], False)
    assert [key.partition("@")[0] for key in placed["packs"]] == ["energy", "house"]
    assert amends("queue", "list", "--json").row == placed | {
        "people": [person.email for person in Queue.objects.get().members.all()]
    }
    assert amends("site", "list", "--json").row["queues"] == ["Front desk"]


def test_what_is_not_named_stays_and_an_empty_value_takes_it_away(cast: Cast, tmp_path: Path) -> None:
    amends("site", "set", "Kiel", hours(tmp_path), *INES)
    place("--site", "Kiel", "--jurisdiction", "GB", "--product", "energy")
    with_hours = place("--calendar", hours(tmp_path, BERLIN.replace("Berlin", "Madrid"))).row
    assert (with_hours["site"], with_hours["hours"]["zone"], with_hours["product"]) == (
        "Kiel",
        "Europe/Madrid",
        "energy",
    )
    bare = place("--calendar", "", "--site", "", "--jurisdiction", "", "--product", "").row
    assert (bare["site"], bare["hours"], bare["jurisdiction"]) == (None, None, None)
    assert [key.partition("@")[0] for key in bare["packs"]] == ["house"]


def test_new_hours_of_a_site_take_the_place_of_the_old(cast: Cast, tmp_path: Path) -> None:
    amends("site", "set", "Kiel", hours(tmp_path), *INES)
    assert (
        amends("site", "set", "Kiel", hours(tmp_path, BERLIN.replace("17:00", "16:00")), *INES).out
        == "The hours of Kiel are kept.\n"
    )
    assert Site.objects.get().calendar["hours"]["thu"] == [["09:00", "16:00"]]
    assert amends("site", "list").out.splitlines()[1].split() == ["Kiel", "Europe/Berlin"]


def test_every_mistake_in_a_calendar_is_told_with_its_place(cast: Cast, tmp_path: Path) -> None:
    file = hours(tmp_path, 'zone: Europe/Berlin\nhours:\n  mon: [["09:00", "25:00"]]\n  mun: [["09:00", "17:00"]]\n')
    setting: list[str | Path] = ["site", "set", "Kiel", file]
    for words in (setting, ["queue", "place", "Front desk", "--calendar", file]):
        said = amends(*words, *INES)
        assert said.code == 1
        assert [line.removeprefix(str(file))[:5] for line in said.err.splitlines()] == [":3:3:", ":4:3:"]
        assert "'25:00' is not a time of day; write HH:MM, at most 24:00" in said.err
    file.write_bytes(b"zone: Z\xfcrich\n")
    assert amends("site", "set", "Kiel", file, *INES).err == f"{file}:1:8: this is not UTF-8; save the file as UTF-8\n"
    assert not Site.objects.exists()


def test_rules_that_no_pack_has_are_refused_with_those_there_are(cast: Cast) -> None:
    said = place("--jurisdiction", "GB", "--product", "lamps")
    assert said.code == 1
    assert said.err.startswith("No pack in force governs lamps in GB. There are: ")
    assert "GB energy" in said.err
    assert Queue.objects.get().jurisdiction == ""


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["queue", "place", "Back office"], 3, "There is no queue Back office. See `amends queue list`."),
        (["queue", "place", "Front desk", "--site", "Kiel"], 3, "There is no site Kiel. See `amends site list`."),
        (["queue", "place", "Front desk", "--calendar", "none.yaml"], 3, "There is no file none.yaml."),
        (["site", "set", "Kiel", "none.yaml"], 3, "There is no file none.yaml."),
    ],
)
def test_what_is_not_there_is_said(cast: Cast, words: list[str], code: int, told: str) -> None:
    said = amends(*words, *INES)
    assert (said.code, said.err) == (code, told + "\n")


def test_only_an_admin_places_queues_and_opens_sites(cast: Cast, tmp_path: Path) -> None:
    commands: list[list[str | Path]] = [["queue", "place", "Front desk"], ["site", "set", "Kiel", hours(tmp_path)]]
    for words in commands:
        said = amends(*words, "--by", cast.leo.email)
        assert (said.code, said.err) == (1, "An admin looks after settings.\n")
