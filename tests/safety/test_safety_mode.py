"""A first word of harm at three at night: somebody is woken within the minute, the routine rests, and a drill proves that it works."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from amends.affected.joining import link
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.journal.actors import DESK
from amends.merging.cases import merge
from amends.messages.writing import Reply, hear, reply
from amends.notices.wave import Wave
from amends.people.may import NotAllowed
from amends.protection.reading import read_waiting
from amends.safety.alarm import CHECKLIST, Alarm
from amends.safety.paging import Duty, Page
from amends.safety.watching import climb_all
from amends.standins.sweeping import go_away
from amends.worker.telling import mail_out
from tests.cast import DAY, MINUTE, SURE, Cast, arrive, make_case, make_mail
from tests.mail.servers import Sink
from tests.notices.waves import make_notice
from tests.problems.scenes import affect, jar, make_problem, people

pytestmark = pytest.mark.django_db
THREE = datetime(2026, 3, 3, 3, 0, tzinfo=UTC)
BURNT: dict[str, Any] = {"words": "The lid flew off and burned my hand.", "subject": "Jar"}


@pytest.fixture
def duty(cast: Cast) -> Cast:
    """Mira is woken first, then Ines, then Leo."""
    Duty.objects.appoint([cast.mira, cast.ines, cast.leo], by=cast.leo, at=THREE - DAY)
    return cast


def test_from_the_first_word_at_three_at_night_to_the_answer(duty: Cast, server: Sink) -> None:
    (arrival,) = arrive(make_mail("It burned my hand!", at=THREE), at=THREE)
    assert read_waiting(by=DESK, at=THREE + MINUTE / 2) == 1
    mail_out(at=THREE + MINUTE / 2)
    assert climb_all(by=DESK, at=THREE + 9 * MINUTE) == 0
    assert climb_all(by=DESK, at=THREE + 10.5 * MINUTE) == 1
    mail_out(at=THREE + 10.5 * MINUTE)
    alarm = Alarm.objects.get(case=arrival.case)
    alarm.answer(by=duty.ines, at=THREE + 13 * MINUTE)
    assert climb_all(by=DESK, at=THREE + 40 * MINUTE) == 0
    pages = [mail for mail in server.taken if "SAFETY" in str(mail.mail["Subject"])]
    assert [mail.to for mail in pages] == [["mira@desk.example.com"], ["ines@desk.example.com"]]
    assert alarm.waited == 12.5 * MINUTE
    with pytest.raises(Refused, match="Ines has answered"):
        alarm.answer(by=duty.mira, at=THREE + 14 * MINUTE)


def test_a_drill_wakes_people_is_timed_and_stops_nothing(duty: Cast, server: Sink) -> None:
    problem = make_problem(duty, at=THREE)
    drill = Alarm.objects.sound("A drill", problem=problem, drill=True, by=duty.leo, at=THREE)
    for minutes in (10, 20):
        climb_all(by=DESK, at=THREE + minutes * MINUTE)
    mail_out(at=THREE + 20 * MINUTE)
    drill.answer(by=duty.leo, at=THREE + 22 * MINUTE)
    assert [mail.to[0].split("@")[0] for mail in server.taken] == ["mira", "ines", "leo"]
    assert all("DRILL" in str(mail.mail["Subject"]) for mail in server.taken)
    drill.refresh_from_db()
    problem.refresh_from_db()
    assert (drill.waited, drill.over_because, problem.safety_at) == (22 * MINUTE, "the drill was answered", None)
    assert not drill.items.exists()


def test_whoever_is_away_is_not_woken_and_the_round_begins_again_at_its_end(duty: Cast) -> None:
    go_away(duty.mira, starts_at=THREE - DAY / 2, by=duty.leo, at=THREE - DAY / 2)
    alarm = Alarm.objects.sound("smoke", by=DESK, at=THREE)
    for minutes in (10, 20):
        climb_all(by=DESK, at=THREE + minutes * MINUTE)
    assert [page.person for page in Page.objects.filter(alarm=alarm).order_by("rung")] == [
        duty.ines,
        duty.leo,
        duty.ines,
    ]


def test_where_nobody_was_named_the_managers_are_woken(cast: Cast) -> None:
    alarm = Alarm.objects.sound("smoke", by=DESK, at=THREE)
    assert Page.objects.get(alarm=alarm).person == cast.mira


def test_the_routine_of_the_case_and_its_problem_rests(duty: Cast) -> None:
    problem = make_problem(duty, at=THREE)
    affect(problem, people(3), duty, at=THREE)
    notice = make_notice(problem, duty, at=THREE)
    wave = notice.waves.send(by=duty.ada, at=THREE)
    case = make_case(at=THREE, email="ann@example.com", **BURNT)
    link(problem, case, by=duty.leo, at=THREE)
    read_waiting(by=DESK, at=THREE + MINUTE)
    wave.refresh_from_db()
    problem.refresh_from_db()
    case.refresh_from_db()
    assert wave.stopped_at is not None
    assert (problem.safety_at, case.safety_at, case.severity) == (THREE + MINUTE, THREE + MINUTE, 1)
    with pytest.raises(Refused, match="only a notice that warns"):
        notice.waves.send(by=duty.ada, at=THREE + MINUTE)
    with pytest.raises(Refused, match="price of silence"):
        problem.redress.propose(jar(duty), failure="F1", by=duty.leo, at=THREE)
    assert make_notice(problem, duty, at=THREE, safety=True).waves.send(by=duty.ada, at=THREE).people == 3
    assert Wave.objects.count() == 2


def test_one_person_speaks_for_the_house_until_it_is_over(duty: Cast) -> None:
    case = make_case(at=THREE, **BURNT)
    read_waiting(by=DESK, at=THREE)
    alarm = Alarm.objects.get(case=case)
    alarm.answer(by=duty.mira, at=THREE)
    alarm.appoint(duty.mira, by=duty.mira, at=THREE)
    with pytest.raises(Refused, match="Mira alone speaks"):
        reply(Case.objects.get(pk=case.pk), Reply(sure=SURE, words="Sorry about that."), by=duty.ada, at=THREE + MINUTE)
    reply(
        Case.objects.get(pk=case.pk),
        Reply(sure=SURE, words="Are you being seen to?", alone="She wrote this minute"),
        by=duty.mira,
        at=THREE + MINUTE,
    )
    with pytest.raises(NotAllowed):
        alarm.stand_down(because="It was a scratch", by=duty.ada, at=THREE + DAY)
    alarm.stand_down(because="It was a scratch", by=duty.mira, at=THREE + DAY)
    reply(Case.objects.get(pk=case.pk), Reply(sure=SURE, words="Sorry about that."), by=duty.ada, at=THREE + DAY)


def test_the_checklist_is_open_and_the_regulators_clock_runs_by_the_pack(duty: Cast) -> None:
    case = make_case(at=THREE, **BURNT)
    read_waiting(by=DESK, at=THREE)
    alarm = Alarm.objects.get(case=case)
    assert [item.words for item in alarm.items.all()] == list(CHECKLIST)
    assert alarm.report_by == THREE + DAY
    first = alarm.items.first()
    assert first
    first.tick(by=duty.mira, at=THREE)
    assert alarm.items.filter(done_at=None).count() == len(CHECKLIST) - 1


def test_a_case_that_is_merged_takes_its_alarm_along(duty: Cast) -> None:
    harmed = make_case(at=THREE, **BURNT)
    read_waiting(by=DESK, at=THREE)
    other = make_case(at=THREE)
    merge(harmed, other, by=duty.leo, at=THREE)
    assert Alarm.objects.get().case == other
    assert Case.objects.get(pk=other.pk).safety_at == THREE


def test_words_are_read_once_and_one_case_has_one_alarm(duty: Cast) -> None:
    case = make_case(at=THREE, **BURNT)
    assert (read_waiting(by=DESK, at=THREE), read_waiting(by=DESK, at=THREE)) == (1, 0)
    hear(case, "It burned my hand, I said!", by=case.customer, at=THREE + MINUTE)
    read_waiting(by=DESK, at=THREE + MINUTE)
    assert Alarm.objects.filter(case=case).count() == 1
