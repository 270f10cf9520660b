"""Whether all are served alike: compared in like cases, and said only where it is certain and large."""

from __future__ import annotations

import pytest
from django.test import Client

from amends.deadlines.deadline import Deadline
from amends.intake.opening import Complaint, open_cases
from amends.outcomes.fairness import gaps
from tests.cast import DAY, HOUR, MINUTE, MORNING, Cast
from tests.outcomes.scenes import settled

pytestmark = pytest.mark.django_db


def answered(channel: str, n: int, *, late: int, severity: int = 3) -> None:
    """So many told us this way, of whom some were answered late."""
    told = [
        Complaint(
            words="It is lost",
            channel=channel,
            received_at=MORNING,
            severity=severity,
            email=f"{channel}{severity}{k}@example.com",
        )
        for k in range(n)
    ]
    for place, case in enumerate(open_cases(told, by=None, at=MORNING)):
        row = Deadline.objects.get(case=case, kind="first_answer")
        Deadline.objects.filter(pk=row.pk).update(met_at=row.due_at + (HOUR if place < late else -MINUTE))


def test_a_group_that_waits_longer_in_like_cases_is_flagged() -> None:
    answered("phone", 40, late=2)
    answered("letter", 40, late=20)
    settled(40)
    found = gaps(since=MORNING - DAY, at=MORNING + 40 * DAY)["How they reach us"]
    letter, phone = found["letter"][0], found["phone"][0]
    assert letter.value == pytest.approx(-0.45)
    assert letter.flagged
    assert phone.value == pytest.approx(0.45)
    assert phone.rate.kept == 38
    assert "not enough data" in str(found["letter"][1])


def test_graver_cases_explain_a_gap_away_and_few_say_nothing() -> None:
    answered("phone", 60, late=0, severity=4)
    answered("phone", 30, late=15, severity=1)
    answered("letter", 20, late=0, severity=4)
    answered("letter", 80, late=40, severity=1)
    answered("visit", 9, late=9)
    settled(40)
    found = gaps(since=MORNING - DAY, at=MORNING + 40 * DAY)["How they reach us"]
    assert (
        found["letter"][0].rate.kept / found["letter"][0].rate.n
        < found["phone"][0].rate.kept / found["phone"][0].rate.n
    )
    assert found["letter"][0].value == pytest.approx(0.0)
    assert not any(each.flagged for each in (*found["letter"], *found["phone"], *found["visit"]))


def test_the_page_says_so(cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: MORNING + 60 * DAY)
    answered("phone", 25, late=0)
    settled(40)
    client.force_login(cast.leo)
    page = client.get("/reports/fairness")
    assert "How they reach us" in page.content.decode()
