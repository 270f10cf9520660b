"""`amends intake mail`: every message of every kind of file ends in one outcome, and a second run opens nothing."""

from __future__ import annotations

import io
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

from amends.arrivals.arrival import Arrival
from amends.cases.case import Case
from amends.files import mail as files
from amends.messages.delivery import Delivery
from tests.cast import make_mail
from tests.cli.console import amends

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db

FIRST = make_mail("It is lost.")
SECOND = make_mail("And the lamp is broken.", message_id="<second@mail.example.com>", sender="Mo <mo@example.com>")


def packed(kind: str, **members: bytes) -> bytes:
    buffer = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(f"{name}.eml", data)
        return buffer.getvalue()
    with tarfile.open(fileobj=buffer, mode="w:gz" if kind == "tar.gz" else "w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(f"inbox/{name}.eml")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def mbox(*mails: bytes) -> bytes:
    return b"".join(
        b"From okafor@example.com Tue Mar  3 10:00:00 2026\n" + mail.replace(b"\r\n", b"\n") + b"\n" for mail in mails
    )


def test_each_message_is_told_on_one_line_with_all_that_became_of_it(tmp_path: Path) -> None:
    (tmp_path / "one.eml").write_bytes(FIRST)
    said = amends("intake", "mail", tmp_path / "one.eml", "--json")
    assert said.code == 0
    assert said.row == {
        "file": str(tmp_path / "one.eml"),
        "message_id": "<first@mail.example.com>",
        "outcome": "opened",
        "case": Case.objects.get().reference,
        "recipients": [],
        "recipient": None,
        "text": "It is lost.",
    }


def test_no_receipt_goes_out_for_mail_from_files(tmp_path: Path) -> None:
    (tmp_path / "one.eml").write_bytes(FIRST)
    amends("intake", "mail", tmp_path)
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("kind", ["tar", "tar.gz", "zip"])
def test_an_archive_names_the_member(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"mails.{kind}"
    path.write_bytes(packed(kind, a=FIRST, b=SECOND))
    rows = amends("intake", "mail", path, "--json").rows
    inside = "" if kind == "zip" else "inbox/"
    assert [row["file"] for row in rows] == [f"{path}/{inside}a.eml", f"{path}/{inside}b.eml"]
    assert [row["outcome"] for row in rows] == ["opened", "opened"]


def test_an_mbox_holds_many_and_its_quoted_lines_are_words(tmp_path: Path) -> None:
    quoting = make_mail(">From here on it went wrong.", message_id="<third@mail.example.com>", sender="po@example.com")
    (tmp_path / "inbox.mbox").write_bytes(mbox(FIRST, SECOND, quoting))
    rows = amends("intake", "mail", tmp_path / "inbox.mbox", "--json").rows
    assert [row["text"] for row in rows] == ["It is lost.", "And the lamp is broken.", "From here on it went wrong."]


def test_a_line_that_begins_with_from_does_not_cut_a_letter_in_two(tmp_path: Path) -> None:
    letter = make_mail("It is late.\n\nFrom now on I shall shop elsewhere.")
    (tmp_path / "inbox.mbox").write_bytes(mbox(letter))
    assert len(amends("intake", "mail", tmp_path / "inbox.mbox", "--json").rows) == 1


def test_a_maildir_is_read_without_what_is_not_delivered_yet(tmp_path: Path) -> None:
    for folder in ("cur", "new", "tmp"):
        (tmp_path / folder).mkdir()
    (tmp_path / "cur" / "1:2,S").write_bytes(FIRST)
    (tmp_path / "new" / "2").write_bytes(SECOND)
    (tmp_path / "tmp" / "3").write_bytes(b"half a ma")
    rows = amends("intake", "mail", tmp_path, "--json").rows
    assert [row["outcome"] for row in rows] == ["opened", "opened"]


def test_standard_input_may_hold_any_of_these() -> None:
    assert [row["file"] for row in amends("intake", "mail", "-", "--json", given=FIRST).rows] == ["-"]
    assert [row["outcome"] for row in amends("intake", "mail", "-", "--json", given=mbox(FIRST, SECOND)).rows][1:] == [
        "opened"
    ]
    rows = amends("intake", "mail", "-", "--json", given=packed("tar.gz", a=SECOND)).rows
    assert [(row["file"], row["outcome"]) for row in rows] == [("-/inbox/a.eml", "duplicate")]


def test_a_second_run_opens_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(FIRST)
    (tmp_path / "b.eml").write_bytes(b"no mail at all")
    first = amends("intake", "mail", tmp_path, "--json").rows
    second = amends("intake", "mail", tmp_path, "--json").rows
    assert [row["outcome"] for row in first] == ["opened", "quarantined"]
    assert [(row["outcome"], row["case"]) for row in second] == [("duplicate", first[0]["case"]), ("duplicate", None)]
    assert Case.objects.count() == 1


def test_a_hostile_archive_can_do_nothing_but_be_read(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, link in (
            ("../../escaped.eml", ""),
            ("/etc/absolute.eml", ""),
            ("link.eml", "/etc/hostname"),
            ("pipe", ""),
        ):
            info = tarfile.TarInfo(name)
            info.type = tarfile.SYMTYPE if link else (tarfile.FIFOTYPE if name == "pipe" else tarfile.REGTYPE)
            info.linkname, info.size = link, 0 if link or name == "pipe" else len(FIRST)
            archive.addfile(info, io.BytesIO(FIRST))
    path = tmp_path / "hostile.tar"
    path.write_bytes(buffer.getvalue())
    rows = amends("intake", "mail", path, "--json").rows
    assert [row["outcome"] for row in rows] == ["opened", "duplicate"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["hostile.tar"]


def test_a_message_too_large_for_a_mail_keeps_its_beginning_for_a_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_MAIL", 10_000)
    monkeypatch.setattr(files, "BEGINNING", 1_000)
    (tmp_path / "huge.eml").write_bytes(FIRST + b"x" * 20_000)
    said = amends("intake", "mail", tmp_path, "--json")
    assert said.row["outcome"] == "quarantined"
    assert Arrival.objects.quarantined().get().size == 1_000


def test_an_archive_that_swells_without_end_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "ROOM", 50_000)
    monkeypatch.setattr(files, "SWELL", 2)
    (tmp_path / "bomb.tar.gz").write_bytes(packed("tar.gz", a=FIRST, b=b"\0" * 5_000_000))
    said = amends("intake", "mail", tmp_path, "--json")
    assert said.code == 4
    assert [row["outcome"] for row in said.rows] == ["opened"]
    assert "bomb.tar.gz: it unpacks to far more" in said.err


def test_a_broken_archive_gives_what_it_has_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "half.tar").write_bytes(packed("tar", a=FIRST, b=SECOND)[:1800])
    (tmp_path / "next.eml").write_bytes(SECOND)
    said = amends("intake", "mail", tmp_path, "--json")
    assert said.code == 4
    assert said.err.startswith(f"{tmp_path}/half.tar")
    assert said.rows[-1]["outcome"] == "opened"


def test_a_file_that_is_not_there_is_named() -> None:
    said = amends("intake", "mail", "/nowhere/mail.eml")
    assert (said.code, said.err) == (3, "There is no /nowhere/mail.eml.\n")


def test_a_person_reads_a_summary(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(packed("tar", a=FIRST, b=SECOND, c=FIRST))
    assert amends("intake", "mail", tmp_path).out == "2 opened, 1 duplicate\n"
