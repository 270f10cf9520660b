"""A date is proposed as sure as policy asks, on open time, with everybody there; an earlier one needs a reason."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from amends.calendars.calendar import Calendar
from amends.deadlines.ruling import house_calendar
from amends.journal.entry import Entry
from amends.leadtimes.proposing import propose
from amends.messages.writing import record_conversation
from amends.people.absence import Absence
from amends.promises.promise import TooEarly
from amends.promises.quoted import Quoted
from amends.readings.reading import Reading
from tests.cast import DAY, HOUR, MORNING, Cast, make_case
from tests.leadtimes.histories import learnt

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")


def test_the_date_explains_itself_to_the_customer_and_to_whoever_checks_it(cast: Cast) -> None:
    learnt()
    found = propose(make_case(owner=cast.ada), "deed", at=MORNING)
    assert found.due is not None
    assert "about 90 in 100 took no longer" in found.sentence
    assert f"n={found.n}" in found.line
    assert "probability 90%" in found.line
    assert f"level {found.level}" in found.line
    assert "a history that was taken in" in found.line
    assert found.sure.because.startswith("a broken date costs more than an early one earns")


def test_the_date_is_the_end_of_a_morning_or_of_a_day_on_which_the_house_is_open(cast: Cast) -> None:
    learnt()
    case = make_case(owner=cast.ada)
    hours: Calendar = house_calendar()
    for number in range(24):
        at = MORNING + number * 9 * HOUR
        due = propose(case, "deed", at=at).due
        assert due is not None
        assert hours.is_open(due - timedelta(microseconds=1))
        assert f"{due.astimezone(LONDON):%H:%M}" in {"12:00", "17:30"}


def test_a_graver_case_and_one_where_we_failed_before_must_be_surer(cast: Cast) -> None:
    learnt(typical=15.0)
    plain = propose(make_case(name="A", email="a@example.com"), "deed", at=MORNING)
    grave = propose(make_case(name="B", email="b@example.com", severity=1), "deed", at=MORNING)
    make_case(name="C", email="c@example.com", at=MORNING - 20 * DAY)
    again = propose(make_case(name="C", email="c@example.com"), "deed", at=MORNING)
    assert [each.sure.probability for each in (plain, grave, again)] == [0.9, 0.95, 0.95]
    assert plain.due is not None
    assert grave.due is not None
    assert again.due is not None
    assert plain.due < grave.due == again.due
    assert again.sure.because.startswith("after one failure the next promise must hold")


def test_a_broken_promise_raises_what_the_next_date_must_hold(cast: Cast) -> None:
    learnt()
    case = make_case(owner=cast.leo)
    case.promises.make("Call", due=MORNING + HOUR, kind="news", by=cast.leo, at=MORNING)
    assert propose(case, "deed", at=MORNING).sure.probability == 0.9
    assert propose(case, "deed", at=MORNING + 2 * HOUR).sure.probability == 0.95


def test_somebody_strongly_angry_is_not_let_down_again_unless_somebody_says_they_are_not(cast: Cast) -> None:
    learnt()
    case = make_case(words="I am FURIOUS and absolutely livid!!! This is outrageous!", owner=cast.ada)
    assert propose(case, "deed", at=MORNING).sure.probability == 0.9  # nothing was read of it yet
    (reading,) = Reading.objects.keep(case.messages.all(), at=MORNING)
    found = propose(case, "deed", at=MORNING)
    assert found.sure.probability == 0.95
    assert found.sure.because.startswith("they are upset already")
    for feeling in {label.name for label in reading.standing() if label.kind == "emotion"}:
        reading.correct("emotion", feeling, holds=False, by=cast.ada, at=MORNING)
    assert propose(case, "deed", at=MORNING).sure.probability == 0.9


def test_no_date_falls_into_the_absence_of_whoever_has_the_case(cast: Cast) -> None:
    learnt()
    case = make_case(owner=cast.ada)
    due = propose(case, "deed", at=MORNING).due
    assert due is not None
    back = due + 4 * DAY
    Absence.objects.plan(cast.ada, starts_at=due - DAY, ends_at=back, by=cast.leo, at=MORNING)
    later = propose(case, "deed", at=MORNING).due
    assert later is not None
    assert later > back


def test_a_call_is_never_proposed_for_the_customers_night(cast: Cast) -> None:
    learnt("call", typical=0.5)
    case = make_case(owner=cast.ada)
    for zone in ("Asia/Tokyo", "America/Los_Angeles", "Australia/Sydney"):
        case.customer.time_zone = zone
        due = propose(case, "call", at=MORNING).due
        assert due is not None
        assert time(8) <= due.astimezone(ZoneInfo(zone)).time() <= time(21)
        assert house_calendar().is_open(due - timedelta(microseconds=1)) or house_calendar().is_open(due)


def test_without_a_history_there_is_no_date_but_news_and_a_reason(cast: Cast) -> None:
    found = propose(make_case(owner=cast.ada), "deed", at=MORNING)
    assert found.due is None
    assert "nothing was learnt yet" in found.because
    assert found.news_at is not None
    assert found.sentence.startswith(
        "We cannot yet name a date that we could be sure to keep; you will hear from us by "
    )
    assert found.chance(MORNING + DAY) is None
    assert not found.is_early(MORNING + DAY)


def test_an_early_date_is_refused_with_its_chance_and_the_date_that_holds(cast: Cast) -> None:
    learnt()
    case = make_case(owner=cast.ada)
    with pytest.raises(
        TooEarly, match=r"kept about (once|\d+ times) in 100\. 90 in 100 are asked for.* would hold\. Say why"
    ):
        case.promises.make("Repair it", due=MORNING + 2 * DAY, by=cast.ada, at=MORNING)
    assert not case.promises.exists()


def test_with_a_reason_it_is_made_and_the_chance_and_the_reason_stay_with_it(cast: Cast) -> None:
    learnt()
    case = make_case(owner=cast.ada)
    promise = case.promises.make(
        "Repair it", due=MORNING + 3 * DAY, hurried="the workshop is free", by=cast.ada, at=MORNING
    )
    quoted: Quoted = promise.quoted
    assert quoted.proposed_due_at is not None
    assert quoted.proposed_due_at > quoted.said_due_at == promise.first_due_at
    assert quoted.chance is not None
    assert 0 < quoted.chance < quoted.required == 0.9
    assert quoted.hurried == "the workshop is free"
    assert "because: the workshop is free" in Entry.objects.filter(deed="promise.made").latest("seq").sentence


def test_a_date_that_holds_needs_no_reason_and_one_that_is_given_is_not_kept(cast: Cast) -> None:
    learnt()
    case = make_case(owner=cast.ada)
    due = propose(case, "deed", at=MORNING).due
    assert due is not None
    quoted: Quoted = case.promises.make("Repair it", due=due, hurried="x", by=cast.ada, at=MORNING).quoted
    assert quoted.hurried == ""
    assert quoted.chance is not None
    assert quoted.chance >= 0.9
    assert quoted.due_50 is not None
    assert quoted.due_95 is not None
    assert quoted.due_50 < quoted.due_95


def test_what_is_said_on_the_phone_is_asked_for_its_reason_too(cast: Cast) -> None:
    from amends.messages.committing import Commitment  # noqa: PLC0415

    learnt()
    case = make_case(owner=cast.ada)
    said = Commitment(words="repair it", due=MORNING + DAY)
    with pytest.raises(TooEarly):
        record_conversation(case, "We repair it.", promises=[said], by=cast.ada, at=MORNING)
    assert not case.messages.filter(direction="out", automatic=False).exists()
    hurried = Commitment(words="repair it", due=MORNING + DAY, hurried="he sits beside me")
    record_conversation(case, "We repair it.", promises=[hurried], by=cast.ada, at=MORNING)
    assert case.promises.get().quoted.hurried == "he sits beside me"


def test_news_is_promised_for_any_time(cast: Cast) -> None:
    learnt()
    case = make_case(owner=cast.ada)
    promise = case.promises.make("Write again", due=MORNING + HOUR, kind="news", by=cast.ada, at=MORNING)
    assert not Quoted.objects.filter(promise=promise).exists()


def test_the_database_refuses_an_early_date_without_its_reason(cast: Cast) -> None:
    learnt()
    case = make_case(owner=cast.ada)
    promise = case.promises.make("Repair it", due=MORNING + DAY, hurried="x", by=cast.ada, at=MORNING)
    with pytest.raises(IntegrityError, match="quoted_early_with_reason"), transaction.atomic():
        Quoted.objects.filter(promise=promise).update(hurried="")
    with pytest.raises(IntegrityError, match="quoted_date_or_why"), transaction.atomic():
        Quoted.objects.filter(promise=promise).update(chance=None)
    with pytest.raises(IntegrityError, match="quoted_probabilities"), transaction.atomic():
        Quoted.objects.filter(promise=promise).update(required=1.5)


def test_a_date_far_from_now_is_no_mistake(cast: Cast) -> None:
    learnt()
    far = datetime(2031, 1, 15, 12, tzinfo=UTC)
    promise = make_case(owner=cast.ada).promises.make("Repair it", due=far, by=cast.ada, at=MORNING)
    assert promise.quoted.chance is not None


def test_a_date_is_moved_to_one_that_holds_for_a_thing_that_is_not_done_yet_or_with_a_reason(cast: Cast) -> None:
    learnt(count=1200)
    case = make_case(owner=cast.ada)
    first = propose(case, "deed", at=MORNING).due
    assert first is not None
    promise = case.promises.make("Repair it", due=first, by=cast.ada, at=MORNING)
    later = MORNING + 8 * DAY
    proposal = promise.later(at=later)
    assert proposal is not None
    assert proposal.due is not None
    fresh = propose(case, "deed", at=later)
    assert fresh.due is not None
    assert proposal.chance(later + DAY) != fresh.chance(later + DAY)  # its age counts
    notice = record_conversation(case, "The workshop needs longer.", by=cast.ada, at=later)
    soon = first + HOUR
    with pytest.raises(TooEarly, match="Say why it is promised all the same"), transaction.atomic():
        promise.move(soon, because="supplier", notice=notice, by=cast.ada, at=later)
    promise.refresh_from_db()
    assert promise.moved_at is None
    promise.move(soon, because="supplier", notice=notice, hurried="it lies on the bench", by=cast.ada, at=later)
    quoted = Quoted.objects.get(promise=promise)
    assert (quoted.moved_to, quoted.moved_hurried) == (soon, "it lies on the bench")
    assert quoted.moved_chance == pytest.approx(proposal.chance(soon))
    assert "because: it lies on the bench" in Entry.objects.get(deed="promise.moved").because
    assert quoted.said_due_at == first


def test_the_date_that_holds_now_needs_no_reason(cast: Cast) -> None:
    learnt()
    case = make_case(owner=cast.ada)
    first = propose(case, "deed", at=MORNING).due
    assert first is not None
    promise = case.promises.make("Repair it", due=first, by=cast.ada, at=MORNING)
    at = MORNING + 4 * DAY
    proposal = promise.later(at=at)
    assert proposal is not None
    assert proposal.due is not None
    notice = record_conversation(case, "The workshop needs longer.", by=cast.ada, at=at)
    promise.move(max(proposal.due, first + HOUR), because="supplier", notice=notice, by=cast.ada, at=at)
    assert Quoted.objects.get(promise=promise).moved_hurried == ""
