"""When somebody is away, all that is theirs is with somebody who is here, the customer hears who, and it is offered back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, connection, transaction

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.deadlines.deadline import Deadline, Kind
from amends.followups.asking import begin_again
from amends.followups.ending import end
from amends.journal.actors import DESK
from amends.messages.writing import Reply, record_conversation, reply
from amends.people.absence import Absence, AbsenceRefused, name_deputy
from amends.people.presence import NotHere, Roster, here
from amends.standins.standin import StandIn, suggested
from amends.standins.sweeping import come_back, depart, go_away, sweep, sweep_begun
from tests.cast import DAY, HOUR, MINUTE, MORNING, SURE, Cast, make_case

if TYPE_CHECKING:
    from datetime import datetime

NOON = MORNING + 2 * HOUR
HOME = Reply(sure=SURE, words="I look after your case now.")


def ill(cast: Cast, *, at: datetime = NOON, **more: object) -> Absence:
    return go_away(cast.ada, starts_at=at, by=cast.leo, at=at, **more)  # type: ignore[arg-type]


def known_case(cast: Cast, email: str = "okafor@example.com") -> Case:
    """Ada has spoken with Mrs Okafor, who waits for a promise."""
    case = make_case(owner=cast.ada, email=email)
    record_conversation(case, "We spoke.", by=cast.ada, at=MORNING + MINUTE)
    case.promises.make("a new table", due=MORNING + DAY, by=cast.ada, at=MORNING + MINUTE)
    return Case.objects.get(pk=case.pk)


def test_every_case_call_and_ask_of_theirs_is_with_somebody_here_at_once(cast: Cast) -> None:
    case, other = known_case(cast), known_case(cast, email="b@example.com")
    call = case.call_backs.ask(due=NOON + HOUR, by=cast.ada, at=MORNING + MINUTE)
    ask = other.asks.make("find it", of=cast.ada, by=cast.leo, at=MORNING + MINUTE)
    ill(cast, deputy=cast.leo)
    assert set(Case.objects.values_list("owner", flat=True)) == {cast.leo.pk}
    call.refresh_from_db()
    ask.refresh_from_db()
    assert (call.caller, ask.of) == (cast.leo, cast.leo)
    assert not Deadline.objects.outstanding().filter(owner=cast.ada).exists()


def test_deputies_stand_in_for_deputies_and_never_in_a_circle(cast: Cast) -> None:
    name_deputy(cast.ada, cast.leo, by=cast.ines, at=MORNING)
    name_deputy(cast.leo, cast.mira, by=cast.ines, at=MORNING)
    cast.mira.refresh_from_db()
    with pytest.raises(AbsenceRefused, match="circle"):
        name_deputy(cast.mira, cast.ada, by=cast.ines, at=MORNING)
    case = known_case(cast)
    go_away(cast.leo, starts_at=NOON, by=cast.ines, at=NOON)
    ill(cast)
    case.refresh_from_db()
    assert case.owner == cast.mira


def test_when_the_stand_in_falls_ill_too_the_case_goes_on_and_one_word_to_the_customer_is_owed(cast: Cast) -> None:
    case = known_case(cast)
    ill(cast, deputy=cast.leo)
    go_away(cast.leo, starts_at=NOON + HOUR, deputy=cast.mira, by=cast.ines, at=NOON + HOUR)
    case.refresh_from_db()
    assert case.owner == cast.mira
    assert Deadline.objects.outstanding().filter(case=case, kind=Kind.STAND_IN).count() == 1


def test_without_a_deputy_whoever_of_the_queue_has_least_takes_it(cast: Cast) -> None:
    for i in range(3):
        make_case(owner=cast.leo, email=f"leo{i}@example.com")
    make_case(owner=cast.mira, email="mira@example.com")
    case = known_case(cast)
    ill(cast)
    case.refresh_from_db()
    assert case.owner == cast.ines


def test_a_restricted_case_goes_to_somebody_who_may_see_it(cast: Cast) -> None:
    case = known_case(cast)
    case.restrict(by=cast.leo, at=MORNING + HOUR)
    cast.ines.change(role="agent", by=cast.mira, at=MORNING)
    ill(cast, deputy=cast.ines)
    case.refresh_from_db()
    assert case.owner in {cast.leo, cast.mira}


def test_if_nobody_is_here_it_waits_in_its_queue(cast: Cast) -> None:
    case = known_case(cast)
    for person in (cast.leo, cast.mira, cast.ines):
        go_away(person, starts_at=NOON, by=DESK, at=NOON)
    ill(cast)
    case.refresh_from_db()
    assert case.owner is None
    assert Deadline.objects.outstanding().filter(case=case).exists()


def test_nobody_is_given_anything_while_they_are_away(cast: Cast) -> None:
    ill(cast)
    case = make_case(email="new@example.com", owner=cast.ada, at=NOON + MINUTE)
    assert case.owner is None
    for give in (
        lambda: case.assign(cast.ada, by=cast.leo, at=NOON + MINUTE),
        lambda: case.take(by=cast.ada, at=NOON + MINUTE),
        lambda: case.asks.make("find it", of=cast.ada, by=cast.leo, at=NOON + MINUTE),
        lambda: case.call_backs.ask(caller=cast.ada, by=cast.leo, at=NOON + MINUTE),
    ):
        with pytest.raises(NotHere), transaction.atomic():
            give()
    reply(case, Reply(sure=SURE, words="From my bed."), by=cast.ada, at=NOON + MINUTE)
    case.refresh_from_db()
    assert case.owner is None


def test_a_planned_absence_begins_when_it_begins_and_calls_that_fall_into_it_move_at_once(cast: Cast) -> None:
    case = known_case(cast)
    inside = case.call_backs.ask(due=MORNING + 2 * DAY, by=cast.leo, at=MORNING + HOUR)
    before = case.call_backs.ask(due=MORNING + 3 * HOUR, by=cast.leo, at=MORNING + HOUR)
    absence = go_away(
        cast.ada, starts_at=MORNING + DAY, ends_at=MORNING + 4 * DAY, deputy=cast.leo, by=cast.ada, at=NOON
    )
    inside.refresh_from_db()
    before.refresh_from_db()
    case.refresh_from_db()
    assert (inside.caller, before.caller, case.owner) == (cast.leo, cast.ada, cast.ada)
    assert here(cast.ada, at=MORNING + DAY - MINUTE)
    assert not here(cast.ada, at=MORNING + DAY)
    assert sweep_begun(by=DESK, at=MORNING + DAY) == 1
    assert sweep_begun(by=DESK, at=MORNING + DAY) == 0
    case.refresh_from_db()
    assert case.owner == cast.leo
    assert sweep(absence, by=DESK, at=MORNING + DAY) == []


def test_half_a_day_is_a_period_like_any_other(cast: Cast) -> None:
    go_away(cast.ada, starts_at=NOON + HOUR, ends_at=NOON + 4 * HOUR, by=cast.ada, at=NOON)
    roster = Roster.read(at=NOON)
    assert [roster.is_here(cast.ada.pk, NOON + n * HOUR) for n in (0, 1, 3, 4)] == [True, False, False, True]


def test_two_absences_of_one_person_never_overlap_and_the_database_says_so_too(cast: Cast) -> None:
    ill(cast)
    with pytest.raises(AbsenceRefused, match="already away"), transaction.atomic():
        ill(cast, at=NOON + HOUR)
    with pytest.raises(IntegrityError, match="absence_never_twice"), transaction.atomic():
        Absence.objects.create(person=cast.ada, starts_at=NOON + DAY, recorded_at=NOON)
    Absence.objects.create(person=cast.leo, starts_at=NOON + DAY, recorded_at=NOON)
    Absence.objects.create(person=cast.mira, starts_at=NOON, ends_at=NOON + HOUR, recorded_at=NOON)
    Absence.objects.create(person=cast.mira, starts_at=NOON + HOUR, ends_at=NOON + 2 * HOUR, recorded_at=NOON)


def test_a_customer_who_would_notice_is_told_in_a_message_the_stand_in_confirms(cast: Cast) -> None:
    case = known_case(cast)
    quiet = make_case(owner=cast.ada, email="quiet@example.com")
    ill(cast, deputy=cast.leo)
    row = StandIn.objects.untold().get()
    assert (row.case, row.person) == (case, cast.leo)
    assert not Deadline.objects.filter(case=quiet, kind=Kind.STAND_IN).exists()
    words = suggested(row, by=cast.leo, at=NOON)
    assert "Ada is away" in words
    assert "a new table: by" in words
    assert not case.messages.filter(author=cast.leo).exists()
    message = row.introduce(Reply(sure=SURE, words=words), by=cast.leo, at=NOON + MINUTE)
    assert (message.author, message.channel) == (cast.leo, "email")
    assert not Deadline.objects.outstanding().filter(case=case, kind=Kind.STAND_IN).exists()
    with pytest.raises(Refused, match="told before"):
        row.introduce(HOME, by=cast.leo, at=NOON + 2 * MINUTE)


def test_if_that_message_comes_back_they_are_still_to_be_told(cast: Cast) -> None:
    case = known_case(cast)
    ill(cast, deputy=cast.leo)
    message = StandIn.objects.untold().get().introduce(HOME, by=cast.leo, at=NOON + MINUTE)
    message.deliveries.get().bounce(because="550", by=DESK, at=NOON + HOUR)
    assert Deadline.objects.outstanding().filter(case=case, kind=Kind.STAND_IN).exists()


def test_back_again_each_thing_is_offered_back_and_taken_or_left(cast: Cast) -> None:
    case, other = known_case(cast), known_case(cast, email="b@example.com")
    absence = ill(cast, deputy=cast.leo)
    assert come_back(absence, by=cast.ada, at=NOON + DAY) == 2
    first, second = StandIn.objects.offered(cast.ada).order_by("case")
    first.take_back(by=cast.ada, at=NOON + DAY + MINUTE)
    second.leave(by=cast.ada, at=NOON + DAY + MINUTE)
    case.refresh_from_db()
    other.refresh_from_db()
    assert (case.owner, other.owner) == (cast.ada, cast.leo)
    assert not StandIn.objects.offered(cast.ada).exists()
    with pytest.raises(Refused):
        first.leave(by=cast.ada, at=NOON + DAY + HOUR)


def test_what_has_moved_on_meanwhile_is_not_taken_back(cast: Cast) -> None:
    case = known_case(cast)
    absence = ill(cast, deputy=cast.leo)
    case.refresh_from_db()
    case.assign(cast.mira, by=cast.leo, at=NOON + HOUR)
    come_back(absence, by=cast.ada, at=NOON + DAY)
    with pytest.raises(Refused, match="Somebody else"), transaction.atomic():
        StandIn.objects.offered(cast.ada).get().take_back(by=cast.ada, at=NOON + DAY)


def test_an_absence_that_runs_out_gives_back_by_itself(cast: Cast) -> None:
    known_case(cast)
    ill(cast, deputy=cast.leo, ends_at=NOON + DAY)
    sweep_begun(by=DESK, at=NOON + DAY + MINUTE)
    assert StandIn.objects.offered(cast.ada).count() == 1
    assert here(cast.ada, at=NOON + DAY + MINUTE)


def test_an_offer_to_somebody_who_went_away_lapses(cast: Cast) -> None:
    case = make_case(owner=cast.leo)
    gain = "Ada repairs these tables herself and can tell you at once what is wrong"
    offer = case.handoffs.offer(cast.ada, gain=gain, by=cast.leo, at=MORNING)
    ill(cast)
    offer.refresh_from_db()
    assert offer.declined_because == "Ada is away"
    assert not Deadline.objects.outstanding().filter(kind=Kind.HANDOFF).exists()


def test_whoever_leaves_for_good_leaves_nothing_behind(cast: Cast) -> None:
    case = known_case(cast)
    with pytest.raises(Refused, match="Somebody else must"):
        depart(cast.ada, by=cast.ada, at=NOON)
    assert depart(cast.ada, heir=cast.leo, by=cast.ines, at=NOON) == 1
    case.refresh_from_db()
    assert case.owner == cast.leo
    assert "no longer works with us" in suggested(StandIn.objects.untold().get(), by=cast.leo, at=NOON)


def test_a_hundred_cases_are_swept_with_as_many_statements_as_ten(cast: Cast) -> None:
    def counted(name: str, many: int) -> int:
        for i in range(many):
            make_case(owner=cast.ada, email=f"{name}{i}@example.com")
        before = len(connection.queries_log)
        connection.force_debug_cursor = True
        try:
            absence = ill(cast, deputy=cast.leo, at=NOON + timedelta(minutes=many))
            count = len(connection.queries_log) - before
        finally:
            connection.force_debug_cursor = False
        come_back(absence, by=cast.ada, at=NOON + timedelta(minutes=many, seconds=30))
        connection.queries_log.clear()
        return count

    assert counted("few", 10) == counted("many", 100)


def test_who_is_here_again_before_the_sweep_came_keeps_what_is_theirs(cast: Cast) -> None:
    case = known_case(cast)
    planned = Absence.objects.plan(cast.ada, starts_at=NOON, by=cast.ada, at=MORNING)
    come_back(planned, by=cast.ada, at=NOON + MINUTE)
    assert sweep(planned, by=DESK, at=NOON + MINUTE) == []
    case.refresh_from_db()
    assert case.owner == cast.ada


def test_a_case_that_comes_back_while_its_owner_is_away_comes_back_to_who_stands_in(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    end(case, "withdrawn", because="she found it", by=cast.ada, at=MORNING + HOUR)
    ill(cast, deputy=cast.leo)
    assert Case.objects.get(pk=case.pk).owner == cast.ada
    begin_again(Case.objects.get(pk=case.pk), because="it is lost again", by=case.customer, at=NOON + HOUR)
    assert Case.objects.get(pk=case.pk).owner == cast.leo
    assert set(Deadline.objects.outstanding().filter(case=case).values_list("owner", flat=True)) == {cast.leo.pk}


def test_an_absence_that_nobody_swept_while_it_lasted_moves_nothing_afterwards(cast: Cast) -> None:
    case = known_case(cast)
    absence = Absence.objects.plan(cast.ada, starts_at=NOON, ends_at=NOON + HOUR, by=cast.ada, at=MORNING)
    assert (sweep_begun(by=DESK, at=NOON + DAY), sweep_begun(by=DESK, at=NOON + DAY)) == (1, 0)
    absence.refresh_from_db()
    case.refresh_from_db()
    assert (absence.swept_at, absence.returned_at, case.owner) == (None, NOON + DAY, cast.ada)
