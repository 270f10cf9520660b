"""A time named in words is read as the customer reads it, from the moment it was said."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from amends.coach.times import due_in

LONDON = ZoneInfo("Europe/London")
TUESDAY = datetime(2026, 3, 10, 10, 30, tzinfo=LONDON)


def read(words: str, said_at: datetime = TUESDAY) -> str | None:
    due = due_in(words, said_at=said_at, zone="Europe/London")
    return due.astimezone(LONDON).strftime("%a %Y-%m-%d %H:%M") if due else None


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("today", "Tue 2026-03-10 17:00"),
        ("tonight", "Tue 2026-03-10 21:00"),
        ("tonight at 9", "Tue 2026-03-10 21:00"),
        ("tomorrow", "Wed 2026-03-11 17:00"),
        ("tomorrow morning", "Wed 2026-03-11 12:00"),
        ("the day after tomorrow", "Thu 2026-03-12 17:00"),
        ("this afternoon", "Tue 2026-03-10 17:00"),
        ("by Thursday", "Thu 2026-03-12 17:00"),
        ("on Tuesday", "Tue 2026-03-17 17:00"),
        ("next Tuesday", "Tue 2026-03-17 17:00"),
        ("next Friday", "Fri 2026-03-20 17:00"),
        ("on Friday at 3 pm", "Fri 2026-03-13 15:00"),
        ("by 5pm on Thursday", "Thu 2026-03-12 17:00"),
        ("by 3 p.m. tomorrow", "Wed 2026-03-11 15:00"),
        ("between 9 and 11 on Friday", "Fri 2026-03-13 11:00"),
        ("on Friday, 9 to 11 am", "Fri 2026-03-13 11:00"),
        ("between Wednesday and Friday", "Fri 2026-03-13 17:00"),
        ("by Wed, 18 March", "Wed 2026-03-18 17:00"),
        ("by close of business tomorrow", "Wed 2026-03-11 17:00"),
        ("by the end of the day", "Tue 2026-03-10 17:00"),
        ("by the end of the week", "Fri 2026-03-13 17:00"),
        ("next week", "Fri 2026-03-20 17:00"),
        ("by the end of the month", "Tue 2026-03-31 17:00"),
        ("by the end of next month", "Thu 2026-04-30 17:00"),
        ("by the end of May", "Sun 2026-05-31 17:00"),
        ("by the end of the year", "Thu 2026-12-31 17:00"),
        ("12 March", "Thu 2026-03-12 17:00"),
        ("March 12th", "Thu 2026-03-12 17:00"),
        ("on 12 March at 9.30 am", "Thu 2026-03-12 09:30"),
        ("12/03", "Thu 2026-03-12 17:00"),
        ("12.03.2026", "Thu 2026-03-12 17:00"),
        ("12/03/27", "Fri 2027-03-12 17:00"),
        ("2026-03-12", "Thu 2026-03-12 17:00"),
        ("8 March", "Mon 2027-03-08 17:00"),
        ("8 March 2026", "Sun 2026-03-08 17:00"),
        ("29 February", "Tue 2028-02-29 17:00"),
        ("by the 14th", "Sat 2026-03-14 17:00"),
        ("by the 9th", "Thu 2026-04-09 17:00"),
        ("by 5 pm", "Tue 2026-03-10 17:00"),
        ("by 9 am", "Wed 2026-03-11 09:00"),
        ("by 12 pm", "Tue 2026-03-10 12:00"),
        ("at 17:15", "Tue 2026-03-10 17:15"),
        ("at 4", "Tue 2026-03-10 16:00"),
        ("at three", "Tue 2026-03-10 15:00"),
        ("by 8", "Wed 2026-03-11 08:00"),
        ("by noon", "Tue 2026-03-10 12:00"),
        ("by midnight", "Tue 2026-03-10 23:59"),
        ("within the hour", "Tue 2026-03-10 11:30"),
        ("in half an hour", "Tue 2026-03-10 11:00"),
        ("in 20 minutes", "Tue 2026-03-10 10:50"),
        ("within 48 hours", "Thu 2026-03-12 10:30"),
        ("within 6 business hours", "Tue 2026-03-10 16:30"),
        ("within 8 working hours", "Wed 2026-03-11 10:30"),
        ("in 3 days", "Fri 2026-03-13 17:00"),
        ("within 2 working days", "Thu 2026-03-12 17:00"),
        ("within five business days", "Tue 2026-03-17 17:00"),
        ("within 3-5 working days", "Tue 2026-03-17 17:00"),
        ("within a day or two", "Thu 2026-03-12 17:00"),
        ("in a couple of weeks", "Tue 2026-03-24 17:00"),
        ("in one month", "Fri 2026-04-10 17:00"),
        ("three days from now", "Fri 2026-03-13 17:00"),
        ("within 24h", "Wed 2026-03-11 10:30"),
        ("at 0845 on Friday", "Fri 2026-03-13 08:45"),
        ("by 1400 hrs", "Tue 2026-03-10 14:00"),
        ("at 3.15pm", "Tue 2026-03-10 15:15"),
        ("at 3:15", "Tue 2026-03-10 15:15"),
        ("at 03:15", "Wed 2026-03-11 03:15"),
        ("at 6 tomorrow morning", "Wed 2026-03-11 06:00"),
        ("at 14 tomorrow morning", "Wed 2026-03-11 14:00"),
        ("by 15h30", "Tue 2026-03-10 15:30"),
        ("at half past two", "Tue 2026-03-10 14:30"),
        ("at quarter to four tomorrow", "Wed 2026-03-11 15:45"),
        ("Wednesday 25th at noon", "Wed 2026-03-25 12:00"),
        ("Friday week", "Fri 2026-03-20 17:00"),
        ("a week on Thursday", "Thu 2026-03-19 17:00"),
        ("at the weekend", "Sun 2026-03-15 17:00"),
        ("next weekend", "Sun 2026-03-22 17:00"),
        ("Thursday 2-4", "Thu 2026-03-12 16:00"),
        ("ship on Thursday, call the next day", "Thu 2026-03-12 17:00"),
    ],
)
def test_is_read_from_the_moment_it_was_said(words: str, due: str) -> None:
    assert read(words) == due


@pytest.mark.parametrize(
    "words",
    [
        "soon",
        "Good morning",
        "24/7",
        "part 1/2",
        "31 February",
        "45 March",
        "2026-13-40",
        "two weeks ago",
        "last Tuesday",
        "within 5 days of receipt",
        "after we receive it",
        "at 20 High Street",
        "at 25",
        "we may",
        "13 pm",
        "for 12.50",
        "that day",
        "by 2030",
        "at 1200 High Street",
    ],
)
def test_is_not_read_into_words_that_name_none(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    ("said", "words", "due"),
    [
        ("2026-03-10 18:00", "today", "Tue 2026-03-10 23:59"),
        ("2026-03-10 18:00", "by 5 pm", "Wed 2026-03-11 17:00"),
        ("2026-03-13 16:00", "within 2 working days", "Tue 2026-03-17 17:00"),
        ("2026-03-14 12:00", "within 2 working hours", "Mon 2026-03-16 11:00"),
        ("2026-03-14 12:00", "within one working day", "Mon 2026-03-16 17:00"),
        ("2026-03-13 18:00", "within 2 working hours", "Mon 2026-03-16 11:00"),
        ("2026-03-14 12:00", "by the end of the week", "Fri 2026-03-20 17:00"),
        ("2026-03-14 12:00", "next week", "Fri 2026-03-20 17:00"),
        ("2026-03-31 18:00", "by the end of the month", "Thu 2026-04-30 17:00"),
        ("2026-01-31 12:00", "in one month", "Sat 2026-02-28 17:00"),
        ("2026-12-30 12:00", "by 2 January", "Sat 2027-01-02 17:00"),
        ("2026-03-28 12:00", "within 24 hours", "Sun 2026-03-29 13:00"),
        ("2026-03-28 12:00", "tomorrow at 9 am", "Sun 2026-03-29 09:00"),
    ],
)
def test_depends_on_when_it_was_said(said: str, words: str, due: str) -> None:
    assert read(words, datetime.fromisoformat(said).replace(tzinfo=LONDON)) == due


@pytest.mark.parametrize(
    ("spoken_of", "words", "due"),
    [
        ("2026-03-12 17:00", "the same day", "Thu 2026-03-12 17:00"),
        ("2026-03-12 17:00", "that evening", "Thu 2026-03-12 21:00"),
        ("2026-03-12 17:00", "at 11", "Thu 2026-03-12 11:00"),
        ("2026-03-12 17:00", "the next morning", "Fri 2026-03-13 12:00"),
        ("2026-03-12 17:00", "the day after", "Fri 2026-03-13 17:00"),
        ("2026-03-12 17:00", "at 4 today", "Tue 2026-03-10 16:00"),
        ("2026-03-10 21:00", "at 9:30", "Tue 2026-03-10 21:30"),
        ("2026-03-10 09:00", "at 9:30", "Wed 2026-03-11 09:30"),
    ],
)
def test_follows_the_time_spoken_of_before(spoken_of: str, words: str, due: str) -> None:
    before = datetime.fromisoformat(spoken_of).replace(tzinfo=LONDON)
    read_so = due_in(words, said_at=TUESDAY, zone="Europe/London", follows=before)
    assert read_so is not None
    assert read_so.astimezone(LONDON).strftime("%a %Y-%m-%d %H:%M") == due


def test_is_told_in_utc_and_meant_in_the_customers_zone() -> None:
    due = due_in("by 5 pm on 1 July", said_at=TUESDAY, zone="Europe/London")
    assert due == datetime(2026, 7, 1, 16, tzinfo=UTC)
    assert due is not None
    assert due.tzinfo is UTC


def test_cannot_be_read_from_a_moment_without_a_zone() -> None:
    with pytest.raises(ValueError, match="without its zone"):
        due_in("today", said_at=datetime(2026, 3, 10), zone="Europe/London")  # noqa: DTZ001 - the very mistake


@pytest.mark.parametrize("words", ["in 999 months", "tomorrow", "next week", "within 2 working hours"])
def test_beyond_the_last_year_there_is_is_none(words: str) -> None:
    assert read(words, datetime(9999, 12, 31, 20, tzinfo=UTC)) is None
