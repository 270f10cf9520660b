"""A calendar written as plain data reads back as itself."""

from __future__ import annotations

import json

from amends.calendars.calendar import Calendar
from amends.calendars.reading import plain, read

ODD = {
    "zone": "Europe/Berlin",
    "hours": {"mon": [["09:00", "12:30"], ["22:00", "06:00"]], "sat": [["00:00", "24:00"]]},
    "special": {"2026-12-24": [], "2026-12-31": [["09:00", "12:00"]]},
    "holidays": {"country": "DE", "region": "BY", "dates": ["2026-05-04"], "worked": ["Tag der Arbeit"]},
    "closures": [["2026-07-01T12:00+00:00", "2026-07-02T12:00+00:00"]],
}


def test_it_reads_back_as_itself_through_json() -> None:
    for calendar in (read(ODD), Calendar.of_office_hours("Europe/London", "GB", "ENG")):
        assert read(json.loads(json.dumps(plain(calendar)))) == calendar
