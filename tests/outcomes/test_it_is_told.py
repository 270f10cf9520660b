"""What customers did comes by table, by the API and by a hook: each thing once, and one that is wrong stops nobody."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from amends.outcomes.activity import Activity, Feed
from tests.cast import Cast, make_case
from tests.cli.console import amends

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db
TABLE = """type;date;id;email;amount;voucher;evidence
order;2026-02-01;A1;okafor@example.com;12,50;;
order;1/3/2026;A2;okafor@example.com;1,200.00;yes;
sigh;2026-02-01;A3;okafor@example.com;;;
referral;2026-02-01;A4;okafor@example.com;;;
order;2026-02-01;A5;stranger@example.com;;;
order;yesterday;A6;okafor@example.com;;;
order;2026-02-01
"""


def test_a_table_is_noted_row_by_row_and_the_wrong_ones_are_named(tmp_path: Path) -> None:
    make_case()
    path = tmp_path / "shop.csv"
    path.write_text(TABLE)
    said = amends("outcomes", "import", path, "--json")
    assert said.code == 4
    *failed, totals = said.rows
    assert totals == {"noted": 2, "already_here": 0, "nobody": 1, "failed": 4}
    assert [row["row"] for row in failed] == [3, 4, 6, 7]
    assert "no kind 'sigh'" in failed[0]["because"]
    assert "only with evidence" in failed[1]["because"]
    again = amends("outcomes", "import", path, "--json")
    assert again.rows[-1]["already_here"] == 2
    assert Activity.objects.count() == 2
    assert f"{Feed.objects.get().known_until:%d %b %Y}" == "01 Mar 2026"


def test_a_table_says_until_when_it_is_whole_and_what_its_columns_hold(tmp_path: Path) -> None:
    make_case()
    path = tmp_path / "ends.csv"
    path.write_text("Nummer,Kunde,gekündigt am\n7,okafor@example.com,2026-02-01\n")
    named = ("--map", "id=Nummer", "--map", "email=Kunde", "--map", "notice=gekündigt am")
    assert amends("outcomes", "import", path, *named).code == 2
    said = amends(
        "outcomes", "import", path, *named, "--kind", "cancellation", "--until", "2026-02-20", "--source", "billing"
    )
    assert (said.code, said.out) == (0, "1 noted, 0 already here, 0 of nobody we know, 0 failed\n")
    assert f"{Feed.objects.get(source='csv:billing').known_until:%d %b %Y}" == "20 Feb 2026"
    assert amends("outcomes", "import", path, "--map", "id=Number").code == 2
    assert amends("outcomes", "import", tmp_path / "nothing.csv").code == 3


ACT = {"kind": "order", "at": "2026-03-04T10:00:00Z", "id": "9", "email": "okafor@example.com"}


def test_a_program_tells_it_with_a_token_of_somebody_who_may(cast: Cast, client: Client) -> None:
    make_case()

    def send(person: Any, *acts: dict[str, Any]) -> Any:
        _, secret = person.tokens.make("shop", scopes=["work"], by=person, at=person.joined_at)
        body = json.dumps({"source": "shop", "activities": acts})
        return client.post(
            "/api/v1/activities", body, content_type="application/json", headers={"Authorization": f"Bearer {secret}"}
        )

    assert send(cast.ada, ACT).status_code == 403
    answer = send(cast.leo, ACT, {**ACT, "id": "10", "kind": "sigh"}, ACT)
    assert [one["outcome"] for one in answer.json()["activities"]] == ["noted", "failed", "already_here"]
    assert send(cast.leo, {**ACT, "mood": "glad"}).status_code == 422
    assert Feed.objects.get().live


def test_a_shop_tells_it_by_the_hook_with_the_key_of_the_house(client: Client, settings: Settings) -> None:
    make_case()
    settings.HOOK_KEY = "k" * 20

    def post(body: object, key: str = "k" * 20) -> Any:
        return client.post(
            "/hooks/activities",
            json.dumps(body),
            content_type="application/json",
            headers={"Authorization": f"Bearer {key}"},
        )

    assert post(ACT, key="wrong").status_code == 401
    assert post(ACT).json() == {"activities": [{"outcome": "noted"}]}
    several = post({"source": "shop", "activities": [ACT, {**ACT, "id": 11}, {"id": 1}, "nonsense"]}).json()[
        "activities"
    ]
    assert [one["outcome"] for one in several] == ["already_here", "noted", "failed", "failed"]
    assert post({"activities": "all"}).status_code == 422
    assert Activity.objects.count() == 2
