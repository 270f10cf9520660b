"""What holds for every calendar, every start and every amount."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from amends.calendars.calendar import Calendar
from amends.calendars.daysoff import DaysOff
from amends.calendars.explaining import explain
from tests.calendars.shops import amounts, calendars, days, moments

NONE = timedelta()
MOMENT = timedelta(microseconds=1)
MINUTE = timedelta(minutes=1)

# A new calendar has a few years to work out, which can take longer than hypothesis allows on a busy machine.
patiently = settings(deadline=None, max_examples=40)


@given(calendars(), moments, amounts)
@patiently
def test_adding_then_measuring_gives_back_the_amount(calendar: Calendar, start: datetime, amount: timedelta) -> None:
    assert calendar.between(start, calendar.add(start, amount)) == amount


@given(calendars(), moments, amounts)
@patiently
def test_subtracting_then_measuring_gives_back_the_amount(
    calendar: Calendar, start: datetime, amount: timedelta
) -> None:
    assert calendar.between(calendar.subtract(start, amount), start) == amount


@given(calendars(), moments, st.just(NONE) | amounts, amounts)
@patiently
def test_a_wait_may_be_split(calendar: Calendar, start: datetime, first: timedelta, second: timedelta) -> None:
    assert calendar.add(calendar.add(start, first), second) == calendar.add(start, first + second)


@given(calendars(), moments, amounts)
@patiently
def test_subtracting_undoes_adding_up_to_closed_time(calendar: Calendar, start: datetime, amount: timedelta) -> None:
    assert calendar.subtract(calendar.add(start, amount), amount) == calendar.next_open(start)
    assert calendar.add(calendar.subtract(start, amount), amount) == calendar.last_open(start)
    assert calendar.add(start, -amount) == calendar.subtract(start, amount)
    assert calendar.subtract(start, -amount) == calendar.add(start, amount)


@given(calendars(), moments, moments, moments)
@patiently
def test_measuring_is_additive_and_signed(calendar: Calendar, one: datetime, two: datetime, three: datetime) -> None:
    assert calendar.between(one, two) + calendar.between(two, three) == calendar.between(one, three)
    assert calendar.between(one, two) == -calendar.between(two, one)


@given(calendars(), moments, amounts)
@patiently
def test_nothing_falls_due_inside_closed_time(calendar: Calendar, start: datetime, amount: timedelta) -> None:
    due = calendar.add(start, amount)
    assert calendar.is_open(due - MOMENT)
    assert calendar.is_open(calendar.next_open(start))
    assert calendar.is_open(calendar.last_open(start) - MOMENT)
    assert not calendar.is_open(calendar.next_close(start)) or due == calendar.next_open(due)


@given(calendars(), moments, amounts, st.frozensets(days, min_size=1, max_size=30))
@patiently
def test_holidays_never_bring_a_due_time_forward(
    calendar: Calendar, start: datetime, amount: timedelta, more: frozenset[date]
) -> None:
    rested = replace(calendar, off=DaysOff(dates=calendar.off.dates | more))
    assert rested.add(start, amount) >= calendar.add(start, amount)
    assert rested.subtract(start, amount) <= calendar.subtract(start, amount)
    assert rested.add_days(start, 3) >= calendar.add_days(start, 3)


@given(calendars(), moments, moments)
@patiently
def test_a_closure_never_adds_open_time(calendar: Calendar, one: datetime, two: datetime) -> None:
    assume(one != two)
    begin, end = sorted((one, two))
    shut = replace(calendar, closures=(*calendar.closures, (begin, end)))
    assert shut.between(begin, end) == NONE
    assert not shut.is_open(begin)
    around = timedelta(days=3)
    kept = calendar.between(begin - around, begin) + calendar.between(end, end + around)
    assert shut.between(begin - around, end + around) == kept


@given(calendars(), moments)
@patiently
def test_open_time_is_what_the_clock_on_the_wall_says(calendar: Calendar, start: datetime) -> None:
    begin = start.replace(second=0, microsecond=0)
    hours = timedelta(hours=26)
    minutes = [begin + n * MINUTE for n in range(hours // MINUTE)]
    # Closures begin and end within a minute, so they are measured by the property above and left out here.
    wall = replace(calendar, closures=())
    said = [_says_open(wall, minute) for minute in minutes]
    assert [wall.is_open(minute) for minute in minutes] == said
    assert wall.between(begin, begin + hours) == sum(said) * MINUTE


def _says_open(calendar: Calendar, now: datetime) -> bool:
    wall = now.astimezone(ZoneInfo(calendar.zone)).replace(tzinfo=None)
    return any(begin <= wall < end for begin, end in _walls(calendar, wall.date()))


def _walls(calendar: Calendar, today: date) -> Iterator[tuple[datetime, datetime]]:
    for day in (today - timedelta(days=1), today):
        midnight = datetime.combine(day, datetime.min.time())
        for opening in calendar.openings_on(day):
            yield midnight + timedelta(seconds=opening.opens), midnight + timedelta(seconds=opening.closes)


@given(calendars(), moments, st.integers(-40, 40))
@patiently
def test_business_days_are_counted_as_on_fingers(calendar: Calendar, start: datetime, count: int) -> None:
    wall = replace(calendar, zone="UTC", closures=())
    due = wall.add_days(start, count)
    assert due.time() == start.time()
    assert due.date() == _counted_on_fingers(wall, start.date(), count)


def _counted_on_fingers(calendar: Calendar, day: date, count: int) -> date:
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left or (count and not calendar.openings_on(day)):
        left -= bool(calendar.openings_on(day))
        day += step
    return day


@given(calendars(), days, days)
@patiently
def test_days_between_agree_with_days_added(calendar: Calendar, one: date, two: date) -> None:
    wall = replace(calendar, zone="UTC", closures=())
    first = wall.first_business_day(datetime(one.year, one.month, one.day, tzinfo=UTC))
    last = wall.first_business_day(datetime(two.year, two.month, two.day, tzinfo=UTC))
    assert wall.add_days(first, wall.business_days(first.date(), last.date())) == last


@given(calendars(), moments, amounts, st.booleans())
@patiently
def test_an_explanation_adds_up(calendar: Calendar, start: datetime, amount: timedelta, backwards: bool) -> None:  # noqa: FBT001
    signed = -amount if backwards else amount
    count = explain(calendar, start, signed)
    assert count.due == calendar.add(start, signed)
    assert count.periods[-1].total == amount
    total = NONE
    for period in count.periods:
        begin, end = period.begin.astimezone(UTC), period.end.astimezone(UTC)
        total += end - begin
        assert (period.counted, period.total) == (end - begin, total)
        assert calendar.between(begin, end) == end - begin > NONE
    assert all(not calendar.openings_on(skipped.day) for skipped in count.skipped)


@given(calendars(), moments, amounts, st.integers(1995, 2027))
@patiently
def test_what_was_asked_before_changes_no_answer(
    calendar: Calendar, start: datetime, amount: timedelta, year: int
) -> None:
    # The added day off lies in another century; it only makes a second calendar that shares nothing with the first.
    other = replace(calendar, off=DaysOff(dates=calendar.off.dates | {date(1800, 1, 1)}))
    other.is_open(datetime(year, 6, 1, tzinfo=UTC))
    assert other.add(start, amount) == calendar.add(start, amount)
    assert other.next_close(start) == calendar.next_close(start)
    assert other.subtract(start, amount) == calendar.subtract(start, amount)
