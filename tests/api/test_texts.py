"""Another desk has its drafts coached, its complaints read and its dates quoted, with a token that opens nothing else."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.cast import DAY, MORNING, make_cast
from tests.leadtimes.histories import learnt

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.api.conftest import Program

HOOK = Path(__file__).parents[2] / "docs" / "running" / "hooks" / "before_sending.py"
BAD = "We apologise for any inconvenience this may have caused. Unfortunately the courier let us down."


def test_a_draft_is_coached_with_its_case(program: Callable[..., Program]) -> None:
    answer = program("texts").post("coach", text=BAD, stage="first_reply", reads_as="anger", specifics=["order 4471"])
    assert answer.status_code == 200
    said = answer.json()
    blocked = {one["check"]: one for one in said["findings"] if one["level"] == "block"}
    assert {"C06", "C11"} <= blocked.keys()
    assert BAD[blocked["C11"]["start"] : blocked["C11"]["end"]] == blocked["C11"]["quote"] != ""
    assert 0 <= said["score"] < 100


def test_what_a_draft_promises_comes_with_its_time(program: Callable[..., Program]) -> None:
    answer = program("texts").post("coach", text="I will call you by 4 pm today.", now="2026-05-05T09:30+01:00")
    (promise,) = answer.json()["promises"]
    assert datetime.fromisoformat(promise["due"]) == datetime.fromisoformat("2026-05-05T16:00+01:00")


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ({}, "text"),
        ({"text": "Hello", "stge": "update"}, "stge"),
        ({"text": "Hello", "stage": "later"}, "later"),
        ({"text": "a" * 50_001}, "50,001"),
        ({"text": 5}, "text"),
    ],
)
def test_a_draft_that_cannot_be_read_is_refused_by_name(
    program: Callable[..., Program], said: dict[str, object], named: str
) -> None:
    answer = program("texts").post("coach", **said)
    assert answer.status_code == 422
    assert named in answer.json()["detail"]


def test_a_complaint_is_read_with_the_words_that_say_so(program: Callable[..., Program]) -> None:
    text = "The kettle gave my daughter an electric shock. I am taking this to a solicitor."
    said = program("texts").post("triage", text=text).json()
    flags = {one["flag"]: text[slice(*one["evidence"][0])] for one in said["flags"]}
    assert "shock" in flags["safety"]
    assert "solicitor" in flags["legal"]
    assert (said["complaint"], said["severity"]["level"], said["language"]) == (True, "critical", "en")


def test_a_date_is_quoted_from_what_this_desk_learnt_and_explains_itself(program: Callable[..., Program]) -> None:
    learnt()
    asked = {"kind": "deed", "at": MORNING.isoformat(), "by": (MORNING + DAY).isoformat()}
    said = program("texts").post("quotes", **asked).json()
    assert datetime.fromisoformat(said["due"]) > MORNING + DAY
    assert f"of the last {said['n']} cases" in said["sentence"]
    assert "probability 90%" in said["line"]
    assert 0 < said["chance"] < 0.9
    surer = program("texts").post("quotes", **asked, failed_before=True).json()
    assert (surer["probability"], said["probability"]) == (0.95, 0.9)
    assert surer["due"] >= said["due"]


def test_where_nothing_was_learnt_there_is_no_date_and_a_reason(program: Callable[..., Program]) -> None:
    said = program("texts").post("quotes", kind="money").json()
    assert (said["due"], said["level"], said["chance"]) == (None, 0, None)
    assert "nothing was learnt" in said["because"]
    assert program("texts").post("quotes", kind="deed", queue="Nowhere").status_code == 404
    assert program("texts").post("quotes", kind="magic").status_code == 422


def test_a_token_for_texts_opens_the_readers_alone(program: Callable[..., Program]) -> None:
    assert program("texts").get("cases").status_code == 403
    assert program("open", "read", "work").post("coach", text="Hello").status_code == 403


@pytest.mark.django_db(transaction=True)
def test_the_documented_hook_holds_back_what_the_coach_blocks(live_server: LiveServer, tmp_path: Path) -> None:
    cast = make_cast()
    secret = _secret(cast.ada)
    case = tmp_path / "case.json"
    case.write_text('{"stage": "first_reply", "reads_as": "anger", "specifics": ["order 4471"]}')

    def run(text: str, token: str = secret) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, str(HOOK), "--case", str(case)], input=text, text=True, capture_output=True, check=False,
            timeout=60, env={"AMENDS_URL": live_server.url, "AMENDS_TOKEN": token},
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    code, said = run(BAD)
    assert code == 1
    assert "C11 block" in said
    code, said = run(
        "Dear Mrs Okafor,\n\nI am sorry that order 4471 never came and that you waited at home for it. Thank you for writing.\n\n"
        "I have your case now and will call you myself by 4 pm today.\n\nAda"
    )
    assert code == 0, said
    assert "promise" in said
    assert run("Hello", token="amends_guess")[0] == 2


def _secret(person: object) -> str:
    _, secret = person.tokens.make(  # type: ignore[attr-defined]
        "their desk", scopes=["texts"], by=person, at=MORNING - timedelta(days=1)
    )
    return str(secret)
