"""A calendar from plain data, and what is said about data that cannot be one."""

from datetime import UTC, date, datetime

import pytest

from amends.calendars.daysoff import DaysOff, UnknownRegion
from amends.calendars.horizon import NeverOpens
from amends.calendars.opening import CalendarError, Misread, Opening
from amends.calendars.reading import read


def test_everything_that_can_be_said_is_read() -> None:
    calendar = read(
        {
            "zone": "Europe/London",
            "hours": {"mon": [["09:00", "12:30"], ["13:15:30", "17:00"]], "fri": [["22:00", "06:00"]]},
            "special": {"2026-12-31": [], "2026-12-30": [["10:00", "24:00"]]},
            "holidays": {"country": "GB", "region": "ENG", "dates": ["2026-07-01"], "worked": ["May Day"]},
            "closures": [["2026-01-02T14:00+00:00", "2026-01-03T09:00+00:00"]],
        }
    )
    morning, afternoon = Opening(9 * 3600, 12 * 3600 + 1800), Opening(13 * 3600 + 930, 17 * 3600)
    assert calendar.week == ((morning, afternoon), (), (), (), (Opening(22 * 3600, 30 * 3600),), (), ())
    assert calendar.special == ((date(2026, 12, 30), (Opening(36_000, 86_400),)), (date(2026, 12, 31), ()))
    assert calendar.off == DaysOff("GB", "ENG", frozenset({date(2026, 7, 1)}), frozenset({"May Day"}))
    assert calendar.closures == ((datetime(2026, 1, 2, 14, tzinfo=UTC), datetime(2026, 1, 3, 9, tzinfo=UTC)),)


def test_what_yaml_makes_of_times_and_dates_is_understood() -> None:
    # Unquoted, 17:00 is the number 1020 to YAML, and a date is a date.
    calendar = read({"zone": "UTC", "hours": {"mon": [["09:00", 1020]]}, "special": {date(2026, 1, 1): []}})
    assert calendar.week[0] == (Opening(32_400, 61_200),)
    assert calendar.special == ((date(2026, 1, 1), ()),)


def test_midnight_ends_a_day_in_either_spelling() -> None:
    assert Opening.read("18:00", "00:00") == Opening.read("18:00", "24:00") == Opening(64_800, 86_400)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"zone": "Mars"}, "no time zone 'Mars'"),
        ({"zone": "../etc/passwd"}, "no time zone"),
        ({"zone": ""}, "no time zone"),
        ({"zone": 3}, "zone: 3 is not text"),
        ({"hour": {}}, "calendar: 'hour' is not known here; known are: closures, holidays, hours"),
        ({"hours": []}, "hours: .* is not a table"),
        ({"hours": {"monday": []}}, "hours: 'monday' is not known here; known are: fri, mon"),
        ({"hours": {"mon": "09:00-17:00"}}, "hours.mon: .* is not a list"),
        ({"hours": {"mon": [["09:00"]]}}, r"hours.mon\[0\]: .* is not a pair"),
        ({"hours": {"mon": [["09:00", "17:00"], ["9", "10:00"]]}}, r"hours.mon\[1\]: '9' is not a time of day"),
        ({"hours": {"mon": [["09:00", "24:01"]]}}, r"hours.mon\[0\]: '24:01' is not a time of day"),
        ({"hours": {"mon": [["09:60", "17:00"]]}}, r"'09:60' is not a time of day"),
        ({"hours": {"mon": [["09:00", -1]]}}, "-1 is not a time of day"),
        ({"hours": {"mon": [["09:00", 9.5]]}}, "9.5 is not text"),
        ({"hours": {"mon": [["08:00", "08:00"]]}}, "has no length; the whole day is 00:00 to 24:00"),
        ({"special": {"1 May": []}}, "special: '1 May' is not a date"),
        ({"holidays": {"dates": ["2026-02-30"]}}, "holidays.dates: '2026-02-30' is not a date"),
        ({"holidays": {"land": "DE"}}, "holidays: 'land' is not known here"),
        ({"closures": [["2026-01-02T14:00", "2026-01-03T09:00"]]}, r"closures\[0\]: .* is not a time with an offset"),
        ({"closures": [["soon", "later"]]}, r"closures\[0\]: 'soon' is not a time with an offset"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(part: dict[str, object], said: str) -> None:
    with pytest.raises(Misread, match=said):
        read({"zone": "UTC", "hours": {"mon": [["09:00", "17:00"]]}} | part)


def test_every_refusal_is_a_calendar_error() -> None:
    for refusal in (Misread, NeverOpens, UnknownRegion):
        assert issubclass(refusal, CalendarError)


def test_an_opening_that_cannot_be_is_refused() -> None:
    for opens, closes in ((-1, 10), (86_400, 90_000), (10, 10), (0, 86_401)):
        with pytest.raises(Misread, match="impossible"):
            Opening(opens, closes)
