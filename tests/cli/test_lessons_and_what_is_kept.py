"""Lessons, saved replies and consents from the command line with the same refusals as on the pages."""

from __future__ import annotations

import pytest
from django.utils import timezone

from amends.cases.case import Case
from amends.consents.consent import Consent
from tests.cast import DAY, Cast, make_case
from tests.cli.console import amends

pytestmark = pytest.mark.django_db
CAUSE = "wrong part or material"
WORDS = "Dear {name},\n\nI have found your order {order} and have it beside me. I will write to you again on Friday at noon.\n\n{me}"


def test_a_complaint_becomes_a_change_from_the_command_line_and_is_watched(cast: Cast) -> None:
    case = make_case(at=timezone.now() - DAY)
    ada = ("--by", cast.ada.email)
    assert any(row["cause"] == CAUSE for row in amends("lesson", "causes", "--tree", "--json").rows)
    assert amends("lesson", "trace", case.reference, "bad luck", *ada).code == 1
    assert amends("lesson", "trace", case.reference, CAUSE, *ada, "--json").row["cause"] == CAUSE
    noted = amends("lesson", "note", case.reference, *ada, "--words", "Check the parts", "--json").row
    number = str(noted["id"])
    assert (noted["state"], noted["words"]) == ("noted", "Check the parts")
    due = f"{timezone.now() + 9 * DAY:%Y-%m-%d}"
    taken = amends(
        "lesson", "take-up", number, *ada, "--cause", CAUSE, "--due", due, "--owner", cast.leo.email, "--json"
    ).row
    assert (taken["state"], taken["owner"]) == ("open", cast.leo.email)
    assert amends("lesson", "list", "--json").row["id"] == noted["id"]
    assert amends("lesson", "finish", number, *ada, "--evidence", " ").code == 1
    assert (
        amends("lesson", "finish", number, *ada, "--evidence", "two pairs of eyes", "--json").row["state"] == "watched"
    )
    assert amends("lesson", "measure", number, *ada, "--unit", "orders", "--before", "400").code == 0
    assert amends("lesson", "list", "--state", "watched", "--json").row["evidence"] == "two pairs of eyes"
    assert "watched" in amends("lesson", "show", number).out
    assert amends("lesson", "drop", number, *ada, "--because", "x").code == 1
    assert amends("lesson", "show", "99").code == 3
    (row, untraced) = amends("lesson", "causes", "--json").rows
    assert (row["cause"], row["cases"], row["lost"]) == ("made wrong", 1, "not enough data (n 0)")
    assert untraced["cases"] == 0


def test_saved_replies_are_coached_from_the_command_line_too(cast: Cast) -> None:
    ada = ("--by", cast.ada.email)
    blunt = "We apologise for any inconvenience this may have caused."
    assert amends("reply", "write", "Late", *ada, "--stage", "update", "--words", blunt).code == 1
    made = amends("reply", "write", "Late", *ada, "--stage", "update", "--words", WORDS, "--json").row
    assert made["held"] == []
    assert amends("reply", "show", str(made["id"])).out.startswith("Dear {name}")
    assert (
        amends("reply", "change", str(made["id"]), *ada, "--title", "Very late", "--json").row["title"] == "Very late"
    )
    assert [row["title"] for row in amends("reply", "list", "--json").rows] == ["Very late"]
    assert amends("reply", "retire", str(made["id"]), *ada).code == 0
    assert amends("reply", "list", "--json").rows == []
    assert amends("reply", "show", str(made["id"])).code == 3


def test_consents_are_recorded_seen_and_taken_back_for_good(cast: Cast) -> None:
    case, ada = make_case(), ("--by", cast.ada.email)
    done = ("consent", "record", case.reference, *ada)
    assert amends(*done, "--said", "Yes, please", "--via", "phone").code == 1
    made = amends(*done, "--said", "Yes, please", "--words", "Write in large letters", "--json").row
    assert amends("consent", "list", case.reference, *ada, "--json").row["words"] == "Write in large letters"
    Case.objects.filter(pk=case.pk).update(restricted=True)
    assert amends("consent", "list", case.reference, *ada).code == 3
    assert amends("consent", "withdraw", str(made["id"]), *ada).code == 3
    assert amends("consent", "withdraw", str(made["id"]), "--by", cast.leo.email).code == 0
    assert Consent.objects.get().words == ""
    assert amends("consent", "record", case.reference, "--by", cast.leo.email, "--said", "No", "--no").code == 0
