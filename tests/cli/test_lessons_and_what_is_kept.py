"""Lessons, saved replies and consents from the command line and by other programs: the same verbs, refused alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.causes.action import CorrectiveAction
from amends.cases.case import Case
from amends.consents.consent import Consent
from amends.savedreplies.savedreply import SavedReply
from tests.api.conftest import Program, program
from tests.cast import DAY, Cast, make_case
from tests.cli.console import amends

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db
__all__ = ["program"]
CAUSE = "wrong part or material"
WORDS = "Dear {name},\n\nthank you for telling us. I am sorry that it is late. I look into it now.\n\n{me}"


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
    taken = amends("lesson", "take-up", number, *ada, "--cause", CAUSE, "--due", due, "--owner", cast.leo.email, "--json").row
    assert (taken["state"], taken["owner"]) == ("open", cast.leo.email)
    assert amends("lesson", "list", "--json").row["id"] == noted["id"]
    assert amends("lesson", "finish", number, *ada, "--evidence", " ").code == 1
    assert amends("lesson", "finish", number, *ada, "--evidence", "two pairs of eyes", "--json").row["state"] == "watched"
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
    blunt = "Your complaint is unfounded. Calm down."
    assert amends("reply", "write", "Late", *ada, "--stage", "first_reply", "--words", blunt).code == 1
    made = amends("reply", "write", "Late", *ada, "--stage", "first_reply", "--words", WORDS, "--json").row
    assert made["held"] == []
    assert amends("reply", "show", str(made["id"])).out.startswith("Dear {name}")
    assert amends("reply", "change", str(made["id"]), *ada, "--title", "Very late", "--json").row["title"] == "Very late"
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


def test_other_programs_do_the_same_with_lessons(cast: Cast, program: Callable[..., Program]) -> None:  # noqa: F811
    case, shop = make_case(at=timezone.now() - DAY), program()
    assert any(row["name"] == CAUSE for row in shop.get("causes").json())
    assert shop.post(f"cases/{case.reference}/cause", cause="bad luck").status_code == 422
    assert shop.post(f"cases/{case.reference}/cause", cause=CAUSE).status_code == 201
    made = shop.post(f"cases/{case.reference}/improvement").json()
    assert made["state"] == "noted"
    due = (timezone.now() + 9 * DAY).isoformat()
    assert shop.post(f"actions/{made['id']}/taking-up", cause=CAUSE, due=due, owner="nobody@example.com").status_code == 404
    assert shop.post(f"actions/{made['id']}/taking-up", cause=CAUSE, due=due).json()["owner"] == cast.ada.email
    assert shop.post(f"actions/{made['id']}/done", evidence="two pairs of eyes").json()["state"] == "watched"
    assert [row["state"] for row in shop.get("actions", state="watched").json()["actions"]] == ["watched"]
    assert shop.post(f"actions/{made['id']}/drop", because="x").status_code in {409, 422}
    assert shop.get("costs").status_code == 403
    found = program(of=cast.leo).get("costs").json()
    assert (found["by_given"][0]["name"], found["by_given"][0]["lost"]) == ("made wrong", "not enough data (n 0)")
    Case.objects.update(restricted=True)
    assert shop.get(f"actions/{made['id']}").status_code == 404
    assert CorrectiveAction.objects.get().state == "watched"
    assert program("read").post(f"cases/{case.reference}/improvement").status_code == 403


def test_other_programs_do_the_same_with_what_is_kept(cast: Cast, program: Callable[..., Program]) -> None:  # noqa: F811
    case, shop = make_case(), program()
    assert shop.post("saved-replies", title="Late", words="Calm down.", stage="first_reply").status_code == 422
    key = shop.post("saved-replies", title="Late", words=WORDS, stage="first_reply").json()["id"]
    assert shop.post(f"saved-replies/{key}", title="Very late", words=WORDS, stage="first_reply").json()["title"] == "Very late"
    assert [row["id"] for row in shop.get("saved-replies").json()] == [key]
    assert shop.get(f"saved-replies/{key}").json()["words"].startswith("Dear {name}")
    assert shop.post(f"saved-replies/{key}/retirement").status_code == 201
    assert shop.get(f"saved-replies/{key}").status_code == 404
    assert SavedReply.objects.get().retired_at is not None
    here = f"cases/{case.reference}/consents"
    assert shop.post(here, yes=True, said="Yes").status_code == 422
    assert shop.post(here, yes=True, said="Yes", via="pigeon").status_code == 422
    made = shop.post(here, yes=True, said="Yes", words="By phone only").json()["id"]
    assert shop.get(here).json()[0]["words"] == "By phone only"
    assert shop.post(f"consents/{made}/withdrawal").status_code == 201
    assert shop.get(here).json()[0]["words"] == ""
    assert shop.post(f"consents/{made}/withdrawal").status_code == 404
