"""Who is here: one click says that somebody is ill, everything of theirs moves, and a lead would see what it left behind."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.cases.case import Case
from amends.messages.writing import Reply, reply
from amends.people.absence import Absence, name_deputy
from amends.people.presence import here
from amends.people.queue import Queue
from amends.standins.standin import StandIn
from amends.standins.sweeping import come_back, go_away
from amends.standins.uncovered import uncovered
from tests.cast import DAY, HOUR, MINUTE, MORNING, SURE, Cast, make_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client


@pytest.fixture(autouse=True)
def _it_is_the_morning() -> Iterator[None]:
    with time_machine.travel(MORNING, tick=False):
        yield


def test_anybody_on_the_team_says_with_one_click_that_somebody_is_ill(cast: Cast, client: Client) -> None:
    make_case(owner=cast.leo)
    client.force_login(cast.ada)
    answer = client.post(f"/here/people/{cast.leo.pk}/absence")
    assert (answer.status_code, answer["Location"]) == (303, "/here")
    assert not here(cast.leo, at=MORNING)
    assert Case.objects.get().owner != cast.leo
    assert "Leo is away now" in client.get("/here").content.decode()


def test_a_second_click_is_told_that_they_are_away_already(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    client.post(f"/here/people/{cast.leo.pk}/absence")
    again = client.post(f"/here/people/{cast.leo.pk}/absence")
    assert Absence.objects.count() == 1
    assert again.status_code == 422
    assert "Leo is already away" in again.content.decode()


def test_ill_today_ends_with_the_day_on_their_own_clock(cast: Cast, client: Client) -> None:
    cast.leo.change(time_zone="America/New_York", by=cast.leo, at=MORNING)
    client.force_login(cast.ada)
    client.post(f"/here/people/{cast.leo.pk}/absence", {"until": "today"})
    assert Absence.objects.get().ends_at == datetime(2026, 3, 4, 5, tzinfo=UTC)


def test_who_is_away_until_they_are_back_has_no_end(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    client.post(f"/here/people/{cast.leo.pk}/absence", {"until": "back"})
    assert Absence.objects.get().ends_at is None
    assert "Away until they say that they are back." in client.get("/here").content.decode()


def test_nobody_who_left_goes_away(cast: Cast, client: Client) -> None:
    cast.leo.leave(by=cast.ines, at=MORNING)
    client.force_login(cast.ada)
    assert client.post(f"/here/people/{cast.leo.pk}/absence").status_code == 404


def test_each_ones_load_is_told_and_who_would_stand_in_at_the_end_of_the_chain(cast: Cast, client: Client) -> None:
    case = make_case(owner=cast.ada, at=MORNING - DAY)
    case.promises.make("a card", due=MORNING + HOUR, by=cast.ada, at=MORNING)
    case.call_backs.ask(due=MORNING + 2 * HOUR, caller=cast.ada, by=cast.ada, at=MORNING)
    name_deputy(cast.ada, cast.leo, by=cast.ada, at=MORNING)
    name_deputy(cast.leo, cast.mira, by=cast.leo, at=MORNING)
    go_away(cast.leo, starts_at=MORNING, by=cast.ada, at=MORNING)
    client.force_login(cast.leo)
    one = next(one for one in client.get("/here").context["standings"] if one.person == cast.ada)
    assert (one.load.open, one.load.calls, one.load.promises, one.load.late) == (1, 1, 1, 1)
    assert (one.stand_in, one.queues) == (cast.mira, ["Front desk"])


def test_what_others_had_says_who_has_it_who_was_told_and_what_became_of_it(cast: Cast, client: Client) -> None:
    for name in ("a", "b"):
        case = make_case(owner=cast.leo, name=name, email=f"{name}@example.com")
        reply(case, Reply(sure=SURE, words="I am sorry. Thank you."), by=cast.leo, at=MORNING)
        case.promises.make("a card", due=MORNING + 8 * HOUR, by=cast.leo, at=MORNING)
    away = go_away(cast.leo, starts_at=MORNING, deputy=cast.ada, by=cast.ada, at=MORNING)
    first, second = StandIn.objects.filter(absence=away).order_by("case_id")
    first.introduce(Reply(sure=SURE, words="I am Ada, and look after it."), by=cast.ada, at=MORNING)
    client.force_login(cast.mira)
    assert swept(client, cast) == [
        ("a", "the case", "Ada", "they were told", ""),
        ("b", "the case", "Ada", "to be told, in 2 hours", ""),
    ]
    come_back(away, by=cast.leo, at=MORNING + MINUTE)
    second.refresh_from_db()
    second.take_back(by=cast.leo, at=MORNING + MINUTE)
    assert [line[-1] for line in swept(client, cast)] == ["offered back", "taken back"]


def swept(client: Client, cast: Cast) -> list[tuple[str, str, str, str, str]]:
    one = next(one for one in client.get("/here").context["standings"] if one.person == cast.leo)
    return [(row.customer, row.what, row.person, row.told, row.answer) for row in one.swept]


def test_half_a_day_next_week_is_planned_with_a_deputy(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    typed = {
        "person": cast.ada.pk,
        "starts_at": "2026-03-10T13:00",
        "ends_at": "2026-03-10T17:30",
        "deputy": cast.leo.pk,
    }
    assert client.post("/here", typed).status_code == 303
    absence = Absence.objects.get()
    assert (absence.deputy, absence.swept_at, absence.starts_at) == (cast.leo, None, MORNING + 7 * DAY + 3 * HOUR)
    page = client.get("/here").content.decode()
    assert "away from Tue 10 Mar 13:00 until Tue 10 Mar 17:30" in page


def test_what_was_typed_comes_back_with_what_is_wrong_about_it(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    typed = {"person": cast.ada.pk, "starts_at": "", "ends_at": "2026-03-12T17:30", "deputy": cast.ada.pk}
    answer = client.post("/here", typed)
    assert answer.status_code == 422
    assert "Somebody else who works here has to stand in." in answer.content.decode()
    assert "2026-03-12T17:30" in answer.content.decode()
    assert not Absence.objects.exists()


def test_whoever_is_back_is_offered_what_others_had(cast: Cast, client: Client) -> None:
    make_case(owner=cast.leo)
    absence = go_away(cast.leo, starts_at=MORNING - HOUR, by=cast.ada, at=MORNING - MINUTE)
    client.force_login(cast.leo)
    client.post(f"/here/absences/{absence.pk}/end")
    assert here(cast.leo, at=MORNING)
    assert StandIn.objects.offered(cast.leo).count() == 1


def test_an_absence_to_come_is_called_off(cast: Cast, client: Client) -> None:
    absence = go_away(cast.leo, starts_at=MORNING + DAY, by=cast.ada, at=MORNING)
    client.force_login(cast.ada)
    client.post(f"/here/absences/{absence.pk}/end")
    assert not Absence.objects.standing().exists()


def test_a_deputy_is_named_and_a_circle_refused(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    client.post(f"/here/people/{cast.ada.pk}/deputy", {"deputy": cast.leo.pk})
    circle = client.post(f"/here/people/{cast.leo.pk}/deputy", {"deputy": cast.ada.pk})
    cast.ada.refresh_from_db()
    cast.leo.refresh_from_db()
    assert (cast.ada.deputy, cast.leo.deputy) == (cast.leo, None)
    assert circle.status_code == 422
    assert "circle" in circle.content.decode()


def test_a_lead_sees_a_case_with_nobody_present_as_an_alarm(cast: Cast, client: Client) -> None:
    case = make_case(owner=cast.ada)
    Absence.objects.create(person=cast.ada, starts_at=MORNING - HOUR, recorded_at=MORNING - HOUR)  # as if no sweep came
    for person, seen in ((cast.leo, True), (cast.ines, True)):
        client.force_login(person)
        for page in ("/", "/here"):
            assert ("Cases with nobody present" in client.get(page).content.decode()) is seen
    case.assign(cast.leo, by=cast.leo, at=MORNING)
    assert "Cases with nobody present" not in client.get("/").content.decode()


def test_a_case_that_waits_where_nobody_present_watches_is_an_alarm_though_others_are_here(
    cast: Cast, client: Client
) -> None:
    case = make_case()
    assert not uncovered(at=MORNING).exists()
    night = Queue.objects.add("Night", by=cast.ines, at=MORNING)
    case.enqueue(night, by=cast.ines, at=MORNING)
    assert list(uncovered(at=MORNING)) == [case]
    night.man(cast.ada, by=cast.ines, at=MORNING)
    assert not uncovered(at=MORNING).exists()
    Absence.objects.create(person=cast.ada, starts_at=MORNING - HOUR, recorded_at=MORNING - HOUR)
    client.force_login(cast.leo)
    assert "nobody who is here watches its queue" in client.get("/here").content.decode()


def test_a_case_of_somebody_who_is_gone_is_an_alarm_and_an_agent_is_not_shown_it(cast: Cast, client: Client) -> None:
    case = make_case(owner=cast.ada)
    cast.ada.leave(by=cast.ines, at=MORNING)  # as if nobody had handed on what was theirs
    assert list(uncovered(at=MORNING)) == [case]
    client.force_login(cast.leo)
    assert "Ada is gone" in " ".join(client.get("/").content.decode().split())
    cast.leo.change(role="agent", by=cast.ines, at=MORNING)
    assert "Cases with nobody present" not in client.get("/").content.decode()


def test_what_an_agent_may_not_see_is_not_listed_as_swept(cast: Cast, client: Client) -> None:
    make_case(owner=cast.leo, name="Mr Secret").restrict(by=cast.leo, at=MORNING - HOUR)
    go_away(cast.leo, starts_at=MORNING, by=cast.mira, at=MORNING)
    client.force_login(cast.ada)
    assert "Mr Secret" not in client.get("/here").content.decode()
    client.force_login(cast.mira)
    assert "Mr Secret" in client.get("/here").content.decode()


def test_it_costs_the_same_for_one_swept_case_and_for_thirty(cast: Cast, client: Client) -> None:
    client.force_login(cast.mira)
    client.get("/here")
    costs = []
    for person, size in ((cast.leo, 1), (cast.ada, 30)):
        for number in range(size):
            make_case(owner=person, email=f"{person.pk}-{number}@example.com")
        go_away(person, starts_at=MORNING, by=cast.mira, at=MORNING)
        with CaptureQueriesContext(connection) as spent:
            client.get("/here")
        costs.append(len(spent))
    assert costs[0] == costs[1] <= 14


def test_a_stranger_is_asked_to_sign_in(cast: Cast, client: Client) -> None:
    for page in ("/here", "/promises"):
        assert client.get(page).status_code == 302
    assert client.post(f"/here/people/{cast.leo.pk}/absence").status_code == 302
    assert here(cast.leo, at=MORNING)
