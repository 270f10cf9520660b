"""Today shows what needs a human now, led by the customer's clock, at the same cost for one row and for thirty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.cases.ending import close
from amends.deadlines.alert import Alert
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.pacing import Timing
from amends.deadlines.sweeping import sweep
from amends.journal.actors import DESK
from amends.messages.writing import Reply, hear, reply
from amends.people.absence import Absence
from amends.standins.sweeping import go_away
from amends.web.coming import coming_in
from tests.cast import DAY, HOUR, MORNING, SURE, arrive, make_case, make_mail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from amends.web.desk.today import Shelf
    from tests.cast import Cast


@pytest.fixture(autouse=True)
def _it_is_the_morning() -> Iterator[None]:
    with time_machine.travel(MORNING, tick=False):
        yield


def shelves(client: Client, whose: str = "mine") -> dict[str, list[str]]:
    page = client.get("/", {"whose": whose})
    return {shelf.lane.name: [row.customer for row in shelf.rows] for shelf in page.context["shelves"]}


def shelf(client: Client, name: str) -> Shelf:
    shelves: list[Shelf] = client.get("/").context["shelves"]
    return next(shelf for shelf in shelves if shelf.lane.name == name)


def test_a_mail_is_on_today_as_soon_as_it_is_received(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    arrive(make_mail())
    page = client.get("/")
    row = page.context["shelves"][0].rows[0]
    assert (row.customer, row.clock, row.clock_what) == ("Mrs Okafor", "just now", "they told us")
    assert row.waits == "waits for a first answer, in 4 hours"


def test_an_answered_case_leaves_the_first_lane_and_comes_back_when_the_customer_replies(
    cast: Cast, client: Client
) -> None:
    client.force_login(cast.ada)
    case = make_case(at=MORNING - DAY)
    reply(case, Reply(sure=SURE, words="I am sorry. Thank you for telling us."), by=cast.ada, at=MORNING - HOUR)
    assert shelves(client)["unanswered"] == []
    hear(case, "Thank you. And the table?", by=case.customer, at=MORNING)
    assert shelves(client)["waiting"] == ["Mrs Okafor"]


def test_a_promise_due_today_is_about_to_break(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    case = make_case(at=MORNING - DAY)
    case.take(by=cast.ada, at=MORNING - DAY)
    case.promises.make("call back about the table", due=MORNING + HOUR, by=cast.ada, at=MORNING - DAY)
    case.promises.make("send a card", due=MORNING + 3 * DAY, by=cast.ada, at=MORNING - DAY)
    due = shelf(client, "promises")
    assert [row.waits for row in due.rows] == ["we promised: “call back about the table”, in 1 hour"]


def test_a_promise_that_passed_is_said_to_be_late(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    case = make_case(at=MORNING - DAY)
    case.take(by=cast.ada, at=MORNING - DAY)
    case.promises.make("call back", due=MORNING - 3 * HOUR, by=cast.ada, at=MORNING - DAY)
    assert [row.late for row in shelf(client, "promises").rows] == ["3 hours late"]


def test_a_promise_stays_on_today_after_its_case_was_closed(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    case = make_case(at=MORNING - DAY)
    case.take(by=cast.ada, at=MORNING - DAY)
    case.promises.make("send a card", due=MORNING + HOUR, by=cast.ada, at=MORNING - DAY)
    close(case, "withdrawn", because="they found it", by=cast.ada, at=MORNING)
    assert shelves(client)["promises"] == ["Mrs Okafor"]


def test_a_next_word_that_is_due_is_a_silence_about_to_fall(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    case = make_case(at=MORNING - 4 * DAY)
    reply(case, Reply(sure=SURE, words="I am sorry. Thank you for telling us."), by=cast.ada, at=MORNING - 4 * DAY)
    assert shelves(client)["silence"] == ["Mrs Okafor"]


def test_a_promised_call_stands_once_among_the_calls_whoever_owns_the_case(cast: Cast, client: Client) -> None:
    case = make_case(owner=cast.leo)
    case.call_backs.promise("about the table", due=MORNING + HOUR, caller=cast.ada, by=cast.leo, at=MORNING)
    client.force_login(cast.ada)
    held = shelves(client)
    assert (held["calls"], held["promises"]) == (["Mrs Okafor"], [])
    assert [row.waits for row in shelf(client, "calls").rows] == ["we promised to call: “about the table”, in 1 hour"]


def test_a_call_that_reached_nobody_is_tried_again_today_though_it_is_due_later(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    call = make_case(owner=cast.ada).call_backs.ask(due=MORNING + 2 * DAY, by=cast.ada, at=MORNING - HOUR)
    assert shelves(client)["calls"] == []
    call.attempt("busy", next_try_at=MORNING + HOUR, by=cast.ada, at=MORNING)
    assert ["nobody was reached, try again today 11:00" in row.waits for row in shelf(client, "calls").rows] == [True]


def test_what_colleagues_were_asked_stands_with_whoever_was_asked_and_then_with_who_checks(
    cast: Cast, client: Client
) -> None:
    case = make_case(owner=cast.ada)
    ask = case.asks.make("the tracking number", of=cast.leo, due=MORNING + HOUR, by=cast.ada, at=MORNING)
    client.force_login(cast.leo)
    assert [row.waits for row in shelf(client, "house").rows] == ["Leo was asked: “the tracking number”, in 1 hour"]
    ask.finish("It is 4711", by=cast.leo, at=MORNING)
    assert shelves(client)["house"] == []
    Deadline.objects.get(checks=ask).move_to(Timing(MORNING + HOUR))
    client.force_login(cast.ada)
    assert [row.waits for row in shelf(client, "house").rows] == [
        "check what Leo answered: “the tracking number”, in 1 hour"
    ]


def test_a_limit_of_the_law_is_seen_some_days_before_it_falls(cast: Cast, client: Client) -> None:
    case = make_case(owner=cast.ada)
    Deadline.objects.fall_due(case, Kind.FINAL, Timing(MORNING + 2 * DAY), at=MORNING)
    client.force_login(cast.ada)
    assert [row.waits for row in shelf(client, "law").rows] == ["the final response is due, in 2 days"]


def test_mine_is_what_i_own_and_what_nobody_owns(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    make_case(name="Nobody's", email="a@example.com", at=MORNING - 2 * DAY)
    make_case(name="Ada's", email="b@example.com", owner=cast.ada, at=MORNING - DAY)
    make_case(name="Leo's", email="c@example.com", owner=cast.leo)
    assert shelves(client)["unanswered"] == ["Nobody's", "Ada's"]
    assert shelves(client, "everybody")["unanswered"] == ["Nobody's", "Ada's", "Leo's"]


def test_mine_are_the_deadlines_i_must_meet_and_those_nobody_has(cast: Cast, client: Client) -> None:
    for name, owner in (("Nobody's", None), ("Ada's", cast.ada), ("Leo's", cast.leo)):
        case = make_case(name=name, email=f"{name[0]}@example.com", owner=owner)
        case.promises.make("a card", due=MORNING + HOUR, by=cast.leo, at=MORNING)
    client.force_login(cast.ada)
    assert shelves(client)["promises"] == ["Nobody's", "Ada's"]
    assert shelves(client, "everybody")["promises"] == ["Nobody's", "Ada's", "Leo's"]


@pytest.mark.parametrize("whose", ["mine", "everybody"])
def test_what_is_due_on_a_restricted_case_is_on_no_lane_of_an_agent_who_does_not_own_it(
    cast: Cast, client: Client, whose: str
) -> None:
    case = make_case(owner=cast.leo)
    case.promises.make("a card", due=MORNING + HOUR, by=cast.leo, at=MORNING)
    case.asks.make("the number", of=cast.ada, due=MORNING + HOUR, by=cast.leo, at=MORNING)
    case.restrict(by=cast.leo, at=MORNING)
    client.force_login(cast.ada)
    assert [name for name, rows in shelves(client, whose).items() if rows] == []
    client.force_login(cast.mira)
    assert [name for name, rows in shelves(client, "everybody").items() if rows] == ["unanswered", "promises", "house"]


def test_a_restricted_case_is_on_no_list_of_an_agent_who_does_not_own_it(cast: Cast, client: Client) -> None:
    make_case(owner=cast.leo).restrict(by=cast.leo, at=MORNING)
    client.force_login(cast.ada)
    assert shelves(client, "everybody")["unanswered"] == []
    client.force_login(cast.leo)
    assert shelves(client, "everybody")["unanswered"] == ["Mrs Okafor"]


def test_when_nothing_is_due_the_page_says_what_comes_next(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    case = make_case(at=MORNING - DAY, owner=cast.ada)
    reply(case, Reply(sure=SURE, words="I am sorry. Thank you for telling us."), by=cast.ada, at=MORNING)
    page = client.get("/").content.decode()
    assert "Nothing else to do" in page
    assert "who waits to hear from us, in 2 days (Thu 5 Mar 10:00)" in page


def test_while_the_sample_comes_in_an_empty_page_says_so(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AMENDS_SAMPLE", "1")
    client.force_login(cast.ada)
    with coming_in():
        page = client.get("/").content.decode()
        assert "The sample is coming in" in page
        assert "Nothing else to do" not in page
    assert "Nothing else to do" in client.get("/").content.decode()


def test_a_lane_is_read_to_its_end_page_by_page(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    for number in range(60):
        make_case(name=f"Customer {number}", email=f"c{number}@example.com", at=MORNING - DAY)
    seen, url = [], "/today/unanswered"
    while url:
        page = client.get(url)
        seen += [row.customer for row in page.context["rows"]]
        url = page.context["next_url"] and "/today/unanswered" + page.context["next_url"]
    assert seen == [f"Customer {number}" for number in range(60)]


@pytest.mark.parametrize("place", ["", "x", "2026-03-03T10:00:00+00:00", "2026-03-03T10:00:00~1", "9999~9", "~" * 99])
def test_a_spoilt_place_in_a_lane_is_its_start(cast: Cast, client: Client, place: str) -> None:
    client.force_login(cast.ada)
    make_case()
    assert len(client.get("/today/unanswered", {"after": place}).context["rows"]) == 1


def test_a_lane_that_does_not_exist_is_not_found(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    assert client.get("/today/nonsense").status_code == 404


def test_one_begins_with_what_is_due_first_and_who_waits_is_due_now(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    case = make_case(name="Soon", email="s@example.com", owner=cast.ada)
    case.promises.make("a card", due=MORNING + HOUR, by=cast.ada, at=MORNING)
    make_case(name="Later", email="l@example.com", owner=cast.ada)
    assert client.get("/").context["begin"].customer == "Soon"
    waiting = make_case(name="Waits", email="w@example.com", at=MORNING - DAY)
    reply(waiting, Reply(sure=SURE, words="I am sorry. Thank you for telling us."), by=cast.ada, at=MORNING - HOUR)
    hear(waiting, "And the table?", by=waiting.customer, at=MORNING)
    assert client.get("/").context["begin"].customer == "Waits"


def test_what_one_was_warned_of_is_put_away_with_one_press(cast: Cast, client: Client) -> None:
    case = make_case(at=MORNING - DAY, owner=cast.ada)
    sweep(by=DESK, at=MORNING)
    client.force_login(cast.ada)
    page = client.get("/")
    alerts = page.context["alerts"]
    assert {alert.deadline.case_id for alert in alerts} == {case.pk}
    assert f'value="{alerts[0].pk}"' in page.content.decode()
    answer = client.post("/today/alerts/putting-away", {"alert": [alert.pk for alert in alerts]})
    assert (answer.status_code, answer["Location"]) == (303, "/")
    assert client.get("/").context["alerts"] == []


def test_nobody_puts_away_what_somebody_else_was_warned_of(cast: Cast, client: Client) -> None:
    make_case(at=MORNING - DAY, owner=cast.ada)
    sweep(by=DESK, at=MORNING)
    theirs = list(Alert.objects.filter(person=cast.ada).values_list("pk", flat=True))
    client.force_login(cast.leo)
    client.post("/today/alerts/putting-away", {"alert": [*theirs, "x", "9" * 40]})
    assert Alert.objects.unseen(cast.ada).count() == len(theirs) > 0


def test_a_case_that_was_restricted_meanwhile_is_not_named_in_an_alert(cast: Cast, client: Client) -> None:
    case = make_case(at=MORNING - DAY, owner=cast.ada)
    sweep(by=DESK, at=MORNING)
    case.refresh_from_db()
    case.assign(cast.leo, by=cast.leo, at=MORNING)
    case.restrict(by=cast.leo, at=MORNING)
    client.force_login(cast.ada)
    assert client.get("/").context["alerts"] == []


@pytest.mark.parametrize("whose", ["mine", "everybody"])
def test_today_costs_the_same_for_one_row_and_for_thirty(cast: Cast, client: Client, whose: str) -> None:
    client.force_login(cast.ada)
    make_case()
    client.get("/")
    costs = []
    for size in (1, 30):
        for number in range(size):
            fill(f"{size}-{number}", cast)
        with CaptureQueriesContext(connection) as spent:
            page = client.get("/", {"whose": whose})
        costs.append(len(spent))
    assert {shelf.lane.name for shelf in page.context["shelves"] if len(shelf.rows) < 10} == {"followups", "waiting"}
    assert costs == [10, 10]


def fill(name: str, cast: Cast) -> None:
    """A case on most lanes, and one that nobody answered."""
    make_case(name=name, email=f"n{name}@example.com")
    case = make_case(name=name, email=f"c{name}@example.com", at=MORNING - 4 * DAY)
    reply(case, Reply(sure=SURE, words="I am sorry. Thank you for telling us."), by=cast.ada, at=MORNING - 4 * DAY)
    case.promises.make("a card", due=MORNING + HOUR, by=cast.ada, at=MORNING)
    case.call_backs.ask(due=MORNING + HOUR, caller=cast.ada, by=cast.ada, at=MORNING)
    case.asks.make("the number", of=cast.ada, due=MORNING + HOUR, by=cast.ada, at=MORNING)
    Deadline.objects.fall_due(case, Kind.FINAL, Timing(MORNING + DAY), at=MORNING)


@pytest.mark.parametrize("looks", ["idle", "alarmed"])
def test_a_lead_never_pays_more_than_twelve_statements_with_nothing_to_do_or_with_the_alarm(
    cast: Cast, client: Client, looks: str
) -> None:
    client.force_login(cast.leo)
    if looks == "alarmed":
        make_case(owner=cast.ada)
        Absence.objects.create(
            person=cast.ada, starts_at=MORNING - HOUR, recorded_at=MORNING - HOUR
        )  # as if no sweep came
    with CaptureQueriesContext(connection) as spent:
        page = client.get("/")
    assert bool(page.context["alarm"]) is (looks == "alarmed")
    assert len(spent) == 12


def test_whoever_is_marked_as_away_is_told_and_says_that_they_are_back(cast: Cast, client: Client) -> None:
    absence = go_away(cast.ada, starts_at=MORNING - HOUR, by=cast.leo, at=MORNING - HOUR)
    client.force_login(cast.ada)
    assert "You are marked as away" in client.get("/").content.decode()
    client.post(f"/here/absences/{absence.pk}/end")
    assert "You are marked as away" not in client.get("/").content.decode()


def test_asking_for_news_costs_three_statements_and_answers_not_modified(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    mark = client.get("/today/news")["ETag"]
    with CaptureQueriesContext(connection) as spent:
        assert client.get("/today/news", headers={"If-None-Match": mark}).status_code == 304
    assert len(spent) == 3
    make_case()
    assert client.get("/today/news", headers={"If-None-Match": mark}).status_code == 200
