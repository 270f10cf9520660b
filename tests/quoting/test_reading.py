"""Histories from whatever another desk exports."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from amends.histories.dates import is_day_first, times
from amends.histories.history import NotCalibrated, days
from amends.histories.reading import read

NOON = days([datetime(2026, 3, 4, 12, tzinfo=UTC)])[0]


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-04T12:00:00Z", "2026-03-04 12:00", "2026-03-04T13:00:00.000+01:00", "04-03-2026 12:00", "04.03.2026 12:00:00",
        "4 Mar 2026 12:00", "04-Mar-2026 12:00 PM", "2026/03/04 12:00", "1772625600", "1772625600000", "46085.5",
        "20260304T120000", "20260304120000", "Wed Mar 04 12:00:00 2026", "Wed, 04 Mar 2026 13:00:00 +0100", "Mar 4, 2026 12:00 PM",
        "March 4, 2026 12:00", "4. März 2026 12:00", "4 mars 2026 12:00", "2026-03-04 12:00:00 UTC", "2026-03-04 07:00:00 EST",
        "2026-03-04 13:00:00 Europe/Paris", "04.03.2026 13:00 CET",
    ],
)  # fmt: skip
def test_a_time_is_read_however_it_is_written(text: str) -> None:
    assert times([text]).tolist() == pytest.approx([NOON])


def test_a_whole_column_is_read_with_one_order_of_day_and_month() -> None:
    assert is_day_first(["03/04/2026", "25/04/2026"])
    assert not is_day_first(["03/04/2026", "04/25/2026"])
    assert not is_day_first(["03/04/2026 09:00:00 AM"])
    assert is_day_first(["03-04-2026"])


def test_a_time_without_an_offset_is_of_the_zone_that_was_named() -> None:
    assert times(["2026-03-04 13:00"], zone=ZoneInfo("Europe/Berlin")).tolist() == pytest.approx([NOON])


def test_one_row_per_case_with_an_open_one(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(
        "Ticket;Created Date;Closed Date;Kind\nA;2026-03-01;2026-03-02;x\nB;2026-03-03;;y\n", encoding="utf-8-sig"
    )
    reading = read(path, features=["kind"])
    assert (reading.opened, reading.closed) == ("Created Date", "Closed Date")
    assert np.isnan(reading.history.closed).tolist() == [False, True]
    assert reading.history.feature("Kind").words[:2] == ("x", "y")


def test_updates_of_one_ticket_are_one_case(tmp_path: Path) -> None:
    path = tmp_path / "incidents.csv.gz"
    rows = ["number,state,opened_at,closed_at", "I1,New,29-02-2016 01:16,"]
    rows += ["I1,Closed,29-02-2016 01:16,05-03-2016 12:00", "I2,New,01-03-2016 08:00,?"]
    path.write_bytes(gzip.compress("\n".join(rows).encode()))
    reading = read(path, opened="opened_at", closed="closed_at", features=["state"])
    assert reading.case == "number"
    assert len(reading.history) == 2
    assert reading.history.closed[0] == times(["2016-03-05T12:00"])[0]
    assert [reading.history.feature("state").words[int(v)] for v in reading.history.feature("state").values] == [
        "New",
        "New",
    ]


def test_an_event_log_is_read_from_first_to_last_event(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(
        "case:concept:name,concept:name,time:timestamp\nA,end,2026-03-05\nA,start,2026-03-01\nB,start,2026-03-02\n"
    )
    history = read(path, opened="time:timestamp", closed="time:timestamp").history
    assert (history.closed - history.opened).tolist() == [4.0, 0.0]


def test_an_xes_log_is_read_as_the_same_events_in_a_table(tmp_path: Path) -> None:
    path = tmp_path / "log.xes"
    event = '<event><string key="concept:name" value="{}"/><date key="time:timestamp" value="{}"/></event>'
    events = event.format("start", "2026-03-01T00:00:00Z") + event.format("end", "2026-03-03T00:00:00Z")
    path.write_text(f'<?xml version="1.0"?><log><trace><string key="concept:name" value="A"/>{events}</trace></log>')
    history = read(path).history
    assert (history.closed - history.opened).tolist() == [2.0]


def test_a_feature_that_is_only_known_afterwards_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    rows = [f"2026-03-{day:02},2026-04-{day:02},x,2026-04-{day:02}" for day in range(1, 28)]
    path.write_text("opened,closed,closed_month,last seen\n" + "\n".join(rows))
    reading = read(path, features=["closed_month", "last seen"])
    assert set(reading.left_out) == {"closed_month", "last seen"}
    assert reading.history.names == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a,b\n1,2\n", "No column says when a case was opened"),
        ("opened,b\n2026-01-01,2\n", "No column says when a case was closed"),
        ("opened,closed\nsoon,later\n", "are no times, such as 'soon'"),
        ("opened,closed\n", "There is no case"),
        ("", "No column says"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "export.csv"
    path.write_text(text)
    with pytest.raises(NotCalibrated, match=sentence):
        read(path)


def test_a_closing_that_means_open_and_a_row_said_twice_are_told_and_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    twice = "A,2026-03-01,2026-03-02"
    rows = [
        "ref,opened,closed",
        twice,
        twice,
        "B,2026-03-02,1900-01-01",
        "C,2026-03-03,9999-12-31",
        "D,2026-03-04,2026-03-06",
    ]
    path.write_text("\n".join(rows))
    reading = read(path)
    assert np.isnan(reading.history.closed).tolist() == [False, True, True, False]
    assert (reading.placeholders, reading.repeated) == (2, 1)
    assert reading.history.until == days([datetime(2026, 3, 6, tzinfo=UTC)])[0]
