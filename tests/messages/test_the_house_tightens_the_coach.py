"""The house's own pack says how the coach reads the letters of the desk, from its first day on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.messages.writing import Reply, advise
from amends.policy.choosing import SHIPPED
from tests.cast import DAY, MORNING, Cast, make_case

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import Settings

WORDS = "I am so sorry. Let us touch base."


def test_a_phrase_that_the_house_bans_is_found_from_the_day_of_its_pack(
    cast: Cast, tmp_path: Path, settings: Settings
) -> None:
    text = (SHIPPED / "house.yaml").read_text(encoding="utf-8").replace('version: "1"', 'version: "2"', 1)
    lines = [
        f"valid_from: {MORNING + DAY:%Y-%m-%d}" if line.startswith("valid_from:") else line
        for line in text.splitlines()
    ]
    (tmp_path / "house.yaml").write_text("\n".join([*lines, "coach: {banned: [touch base]}", ""]), encoding="utf-8")
    settings.AMENDS_POLICY = str(tmp_path)
    case = make_case(owner=cast.ada)

    def banned(at: object) -> list[str]:
        found = advise(case, Reply(words=WORDS), by=cast.ada, at=at)  # type: ignore[arg-type]
        return [one.quote for one in found.findings if one.check == "C23"]

    assert banned(MORNING) == []
    assert banned(MORNING + DAY) == ["touch base"]
