"""Every time has its row: which pack, which hours, how often, and why; what a case began under it keeps."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from amends.calendars.opening import Misread
from amends.cases.case import Case, Severity
from amends.cases.ending import Refused
from amends.deadlines import cadence
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.ruling import because, presets
from amends.deadlines.sweeping import sweep
from amends.journal.actors import DESK
from amends.journal.entry import Entry
from amends.messages.writing import hear, record_conversation
from amends.people.queue import Queue
from amends.policy.choosing import SHIPPED
from tests.cast import DAY, HOUR, MINUTE, MORNING, Cast, make_case

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ROUND_THE_CLOCK = {"zone": "Europe/London", "hours": {day: [["00:00", "24:00"]] for day in WEEK}}
LUNCH = {"zone": "Europe/London", "hours": {day: [["09:00", "12:00"], ["13:00", "17:00"]] for day in WEEK[:5]}}


def due(case: Case, kind: str = Kind.FIRST_ANSWER) -> Deadline:
    return Deadline.objects.outstanding().get(case=case, kind=kind)


def spoken(cast: Cast, at: datetime = MORNING, **more: object) -> Case:
    """Ada has answered; the next update has its time."""
    case = make_case(owner=cast.ada, at=at, **more)
    record_conversation(case, "The parcel is in Leeds.", by=cast.ada, at=at)
    return Case.objects.get(pk=case.pk)


@pytest.mark.parametrize(
    ("severity", "row", "hours", "lead"),
    [
        (Severity.CRITICAL, "first answer critical", 0.5, 1 / 6),
        (Severity.HIGH, "first answer high", 2, 0.5),
        (Severity.MEDIUM, "first answer medium", 4, 1),
    ],
)
def test_a_deadline_remembers_the_row_that_gave_it_its_time(
    cast: Cast, severity: int, row: str, hours: float, lead: float
) -> None:
    first = due(make_case(severity=severity))
    assert first.policy == f"house@1/deadlines/{row}"
    assert first.due_at == MORNING + hours * HOUR
    assert first.warn_at == MORNING + (hours - lead) * HOUR


def test_why_it_is_due_then_is_a_sentence_with_the_row_and_its_pack(cast: Cast) -> None:
    said = because(due(make_case()).policy)
    assert said == (
        "4 business hours after they told us, because a person should answer within half a working day "
        "(house target, the house); house@1"
    )
    assert because("") == because("gone@1/deadlines/first answer") == because("house@1/deadlines/no such row") == ""


def test_the_next_update_says_which_cadence_it_follows(cast: Cast) -> None:
    case = spoken(cast)
    assert due(case, Kind.NEXT_UPDATE).policy == "house@1/cadence/update medium"
    cadence.choose(case, "daily", by=cast.ada, at=MORNING)
    assert due(case, Kind.NEXT_UPDATE).policy == "house@1/presets/daily"


def own_pack(folder: Path, *, valid_from: str) -> None:
    text = (SHIPPED / "house.yaml").read_text()
    text = text.replace('version: "1"', 'version: "2"').replace("valid_from: 2000-01-01", f"valid_from: {valid_from}")
    (folder / "ours.yaml").write_text(
        text.replace("within: 4 business hours\n    since: received", "within: 6 business hours\n    since: received")
    )


def test_a_pack_of_the_houses_own_replaces_the_shipped_one_from_its_day(
    cast: Cast, tmp_path: Path, settings: Settings
) -> None:
    own_pack(tmp_path, valid_from="2026-03-04")
    old = make_case(severity=Severity.MEDIUM)
    settings.AMENDS_POLICY = str(tmp_path)
    same_day, next_day = make_case(), make_case(at=MORNING + DAY)
    assert [case.packs for case in (old, same_day, next_day)] == [["house@1"], ["house@1"], ["house@2"]]
    assert due(same_day).due_at == MORNING + 4 * HOUR
    assert due(next_day).due_at == MORNING + DAY + 6 * HOUR
    assert because(due(next_day).policy).endswith("; house@2")


def test_a_case_keeps_the_pack_it_began_under_for_all_that_falls_due_later(
    cast: Cast, tmp_path: Path, settings: Settings
) -> None:
    case = make_case(owner=cast.ada)
    own_pack(tmp_path, valid_from="2026-03-04")
    settings.AMENDS_POLICY = str(tmp_path)
    record_conversation(case, "The parcel is in Leeds.", by=cast.ada, at=MORNING + 7 * DAY)
    assert due(case, Kind.NEXT_UPDATE).policy.startswith("house@1/")
    assert because(due(case, Kind.NEXT_UPDATE).policy).endswith("; house@1")


def test_what_was_told_on_friday_and_typed_on_monday_began_under_fridays_pack(
    cast: Cast, tmp_path: Path, settings: Settings
) -> None:
    own_pack(tmp_path, valid_from="2026-03-04")
    settings.AMENDS_POLICY = str(tmp_path)
    assert make_case(at=MORNING + 3 * DAY, received_at=MORNING).packs == ["house@1"]


def test_a_pack_that_is_gone_leaves_its_cases_to_the_houses(cast: Cast, tmp_path: Path, settings: Settings) -> None:
    own_pack(tmp_path, valid_from="2026-03-01")
    settings.AMENDS_POLICY = str(tmp_path)
    case = make_case(owner=cast.ada)
    assert case.packs == ["house@2"]
    settings.AMENDS_POLICY = ""
    record_conversation(case, "The parcel is in Leeds.", by=cast.ada, at=MORNING + HOUR)
    assert due(case, Kind.NEXT_UPDATE).policy.startswith("house@1/")


def test_the_hours_are_those_of_the_queue_or_of_its_site_or_of_the_house(cast: Cast) -> None:
    site = Queue.objects.open_site("Leeds", LUNCH, by=DESK, at=MORNING)
    queues = [Queue.objects.add(name, by=DESK, at=MORNING) for name in ("House", "Leeds", "Night")]
    queues[1].place(site=site, by=DESK, at=MORNING)
    queues[2].place(site=site, calendar=ROUND_THE_CLOCK, by=DESK, at=MORNING)
    evening = datetime(2026, 3, 3, 20, tzinfo=UTC)
    next_day = evening.replace(day=4)
    reached = [due(make_case(queue=queue, at=evening)).due_at for queue in queues]
    assert reached == [next_day.replace(hour=13), next_day.replace(hour=14), next_day.replace(hour=0)]


def test_hours_that_cannot_be_understood_are_refused(cast: Cast) -> None:
    with pytest.raises(Misread, match="hours"):
        Queue.objects.front_desk().place(calendar={"zone": "UTC", "hours": {"mon": "nine"}}, by=DESK, at=MORNING)


@pytest.mark.parametrize(
    ("preset", "reached"),
    [
        ("every hour", datetime(2026, 3, 6, 18, tzinfo=UTC)),  # round the clock, also on a Friday evening
        ("every working hour", datetime(2026, 3, 9, 9, 30, tzinfo=UTC)),
        ("twice a day", datetime(2026, 3, 9, 12, 30, tzinfo=UTC)),
        ("daily", datetime(2026, 3, 9, 17, tzinfo=UTC)),
        ("weekly", datetime(2026, 3, 13, 17, tzinfo=UTC)),
        ("", datetime(2026, 3, 10, 17, tzinfo=UTC)),
    ],
)
def test_the_customer_chooses_how_often_they_hear(cast: Cast, preset: str, reached: datetime) -> None:
    friday = datetime(2026, 3, 6, 17, tzinfo=UTC)
    case = spoken(cast, at=friday)
    cadence.choose(case, preset, by=case.customer, at=friday + MINUTE)
    assert due(case, Kind.NEXT_UPDATE).due_at == reached


def test_what_they_chose_counts_for_every_update_after(cast: Cast) -> None:
    case = spoken(cast)
    cadence.choose(case, "every hour", by=case.customer, at=MORNING + MINUTE)
    record_conversation(case, "The van has it on board.", by=cast.ada, at=MORNING + HOUR)
    assert due(case, Kind.NEXT_UPDATE).due_at == MORNING + 2 * HOUR


def test_every_preset_can_be_chosen_and_nothing_else(cast: Cast) -> None:
    case = spoken(cast)
    names = [row.name for row in presets(case)]
    assert names == ["every hour", "every working hour", "twice a day", "daily", "weekly"]
    for name in names:
        cadence.choose(case, name, by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match="on offer"):
        cadence.choose(case, "every minute", by=cast.ada, at=MORNING)


def test_a_stricter_pace_begins_now_and_makes_nobody_late_in_the_past(cast: Cast) -> None:
    case = spoken(cast)
    now = MORNING + 5 * HOUR
    cadence.choose(case, "every hour", by=case.customer, at=now)
    assert due(case, Kind.NEXT_UPDATE).due_at == now + HOUR
    assert sweep(by=DESK, at=now).missed == 0


def test_a_graver_case_is_paced_as_such(cast: Cast) -> None:
    case = spoken(cast)
    cadence.grade(case, Severity.CRITICAL, by=cast.ada, at=MORNING + MINUTE)
    assert due(case, Kind.NEXT_UPDATE).due_at == MORNING + HOUR
    assert due(case, Kind.NEXT_UPDATE).policy == "house@1/cadence/update critical"


def test_no_pace_makes_a_missed_update_unmissed(cast: Cast) -> None:
    case = spoken(cast)
    late = due(case, Kind.NEXT_UPDATE).due_at
    sweep(by=DESK, at=late)
    cadence.choose(case, "weekly", by=case.customer, at=late + HOUR)
    assert due(case, Kind.NEXT_UPDATE).due_at == late
    assert due(case, Kind.NEXT_UPDATE).missed_at is not None


@pytest.mark.parametrize("words", ["Thanks!", "OK, thank you very much.", "Where is it? I have heard nothing."])
def test_nothing_they_say_changes_what_we_owe_them(cast: Cast, words: str) -> None:
    case = spoken(cast)
    case.promises.make("a new table", due=MORNING + DAY, by=cast.ada, at=MORNING)
    case.call_backs.ask(due=MORNING + 6 * HOUR, by=cast.ada, at=MORNING)
    fields = ("kind", "due_at", "warn_at", "wake_at", "met_at", "void_at")
    before = set(case.deadlines.values_list(*fields))
    hear(case, words, by=case.customer, at=MORNING + HOUR)
    assert set(case.deadlines.exclude(kind=Kind.INBOUND).values_list(*fields)) == before
    assert Entry.objects.filter(deed="deadline.moved").count() == 0
