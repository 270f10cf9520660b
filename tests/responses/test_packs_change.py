"""What a case began under holds to its end, whatever comes after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.deadlines.deadline import Kind
from amends.policy.choosing import SHIPPED
from amends.responses.escalation import escalate
from amends.responses.regulated import regulated
from amends.standins.sweeping import go_away
from tests.cast import make_case
from tests.responses.walks import LONDON, Walk, day, utc

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import Settings

    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_case_from_before_a_new_version_keeps_the_old_one(cast: Cast, tmp_path: Path, settings: Settings) -> None:
    text = (SHIPPED / "fca-disp-general.yaml").read_text()
    text = text.replace('version: "2026-06"', 'version: "2027-01"').replace(
        "valid_from: 2026-06-01\nadvice", "valid_from: 2027-01-01\nadvice"
    )
    (tmp_path / "fca-disp-general.yaml").write_text(text.replace("within: 8 weeks", "within: 6 weeks"))
    before = Walk.begin(cast, "GB", "financial services", "2026-12-18T10:00", LONDON)
    settings.AMENDS_POLICY = str(tmp_path)
    after = make_case(at=utc("2027-01-05T10:00"), queue=before.case.queue)
    assert (before.case.packs[0], after.packs[0]) == ("fca-disp-general@2026-06", "fca-disp-general@2027-01")
    assert before.due(Kind.FINAL) == utc("2027-02-12T10:00")
    assert after.deadlines.get(kind=Kind.FINAL).due_at == utc("2027-02-16T10:00")
    before.write("holding response", "2027-02-10T10:00", because="A fire.", answer_by=day("2027-02-20"))
    asked = regulated(before.case, at=utc("2027-02-10T11:00"))
    assert asked is not None
    assert asked.pack.key == "fca-disp-general@2026-06"
    assert [one.state for one in asked.limits if one.kind == Kind.FINAL] == ["met", "open"]


def test_a_case_of_the_house_alone_is_not_regulated(cast: Cast) -> None:
    assert regulated(make_case(), at=utc("2026-03-03T10:00")) is None


def test_the_second_stage_passes_to_other_fresh_eyes_when_somebody_falls_ill(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "social housing", "2026-07-07T10:00", LONDON)
    walk.write("stage 1 response", "2026-07-22T11:00")
    asked = escalate(walk.case, "", by=cast.leo, at=walk.at("2026-08-03T09:00"), to=cast.mira)
    go_away(cast.mira, starts_at=walk.at("2026-08-04T09:00"), by=cast.leo, at=walk.at("2026-08-04T09:00"))
    asked.deadline.refresh_from_db()
    assert asked.deadline.assignee in {cast.leo, cast.ines}
