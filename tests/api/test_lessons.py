"""Other programs trace causes, take changes up and finish them, save replies and record consents: the same verbs, refused alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from amends.cases.case import Case
from amends.causes.action import CorrectiveAction
from amends.savedreplies.savedreply import SavedReply
from tests.cast import DAY, make_case

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.api.conftest import Program
    from tests.cast import Cast

CAUSE = "wrong part or material"
WORDS = "Dear {name},\n\nI have found your order {order} and have it beside me. I will write to you again on Friday at noon.\n\n{me}"


def test_other_programs_do_the_same_with_lessons(cast: Cast, program: Callable[..., Program]) -> None:
    case, shop = make_case(at=timezone.now() - DAY), program()
    assert any(row["name"] == CAUSE for row in shop.get("causes").json())
    assert shop.post(f"cases/{case.reference}/cause", cause="bad luck").status_code == 422
    assert shop.post(f"cases/{case.reference}/cause", cause=CAUSE).status_code == 201
    made = shop.post(f"cases/{case.reference}/improvement").json()
    assert made["state"] == "noted"
    due = (timezone.now() + 9 * DAY).isoformat()
    assert (
        shop.post(f"actions/{made['id']}/taking-up", cause=CAUSE, due=due, owner="nobody@example.com").status_code
        == 404
    )
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


def test_other_programs_do_the_same_with_what_is_kept(cast: Cast, program: Callable[..., Program]) -> None:
    case, shop = make_case(), program()
    assert (
        shop.post(
            "saved-replies",
            title="Late",
            words="We apologise for any inconvenience this may have caused.",
            stage="update",
        ).status_code
        == 422
    )
    key = shop.post("saved-replies", title="Late", words=WORDS, stage="update").json()["id"]
    assert (
        shop.post(f"saved-replies/{key}", title="Very late", words=WORDS, stage="update").json()["title"] == "Very late"
    )
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
