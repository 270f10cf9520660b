"""Dates as tables write them are read as people mean them, or refused."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from amends.files.dates import NoDate, moment

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-03", datetime(2026, 3, 3, 12, 0, tzinfo=UTC)),
        ("20260303", datetime(2026, 3, 3, 12, 0, tzinfo=UTC)),
        ("2026-07-03 10:15", datetime(2026, 7, 3, 9, 15, tzinfo=UTC)),
        ("2026-03-03T10:15:30Z", datetime(2026, 3, 3, 10, 15, 30, tzinfo=UTC)),
        ("2026-03-03T10:15:30.5+02:00", datetime(2026, 3, 3, 8, 15, 30, 500_000, tzinfo=UTC)),
        ("03/04/2026", datetime(2026, 4, 3, 11, 0, tzinfo=UTC)),
        ("3.4.26 8:05", datetime(2026, 4, 3, 7, 5, tzinfo=UTC)),
        ("3-4-1999", datetime(1999, 4, 3, 11, 0, tzinfo=UTC)),
        ("2026/04/03", datetime(2026, 4, 3, 11, 0, tzinfo=UTC)),
        ("3 April 2026", datetime(2026, 4, 3, 11, 0, tzinfo=UTC)),
        ("3rd Apr. 2026 2:30 pm", datetime(2026, 4, 3, 13, 30, tzinfo=UTC)),
        ("April 3, 2026", datetime(2026, 4, 3, 11, 0, tzinfo=UTC)),
        ("03-Apr-2026 12:05 AM", datetime(2026, 4, 2, 23, 5, tzinfo=UTC)),
        ("Tue, 3 Mar 2026 10:00:00 +0100", datetime(2026, 3, 3, 9, 0, tzinfo=UTC)),
        ("1772532000", datetime(2026, 3, 3, 10, 0, tzinfo=UTC)),
    ],
)
def test_a_date_is_read_as_it_is_meant_in_the_house(text: str, expected: datetime) -> None:
    assert moment(text, day_first=True, zone=LONDON) == expected


def test_the_house_says_whether_the_day_or_the_month_comes_first() -> None:
    assert moment("3/4/2026", day_first=False, zone=LONDON) == datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
    assert moment("3.4.2026", day_first=False, zone=LONDON) == datetime(2026, 4, 3, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["", "soon", "31/02/2026", "13/13/2026", "2026-02-30", "5", "99:99", "Foo 3, 2026", "9" * 30]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(NoDate):
        moment(text, day_first=True, zone=LONDON)
