"""How quickly and how well we work, counted from what is on record: waits with their long end, shares with n, and no ranking."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amends.callbacks.calling import call
from amends.cases.ending import close, overrule
from amends.deadlines.deadline import Deadline
from amends.followups.resolving import resolve
from amends.followups.wanting import find_wanting
from amends.messages.writing import Reply, record_conversation
from amends.outcomes.outcome import Outcome
from amends.teamwork.figures import WorkFigures
from amends.teamwork.pace import rates, wait, waits
from amends.teamwork.spread import handled, our_word
from tests.cast import DAY, HOUR, MINUTE, MORNING, SURE, Cast, make_case
from tests.cli.console import amends
from tests.rules.stage import Stage

if TYPE_CHECKING:
    from amends.cases.case import Case

SINCE, LATER = MORNING - DAY, MORNING + 40 * DAY


def test_the_middle_and_the_ninth_tenth_have_their_intervals_by_ranks() -> None:
    """Worked by hand for 1 … 100: 50 ± 1.96·√25 are the ranks 40 and 61, 90 ± 1.96·3 the ranks 84 and 97."""
    found = wait([float(minute) for minute in range(1, 101)])
    assert found.half == (50.0, 40.0, 61.0)
    assert found.long == (90.0, 84.0, 97.0)


def test_of_nine_waits_nothing_is_said_and_of_twenty_nothing_of_the_longest() -> None:
    assert (wait([1.0] * 9).half, wait([1.0] * 9).long) == (None, None)
    twenty = wait([float(minute) for minute in range(20)])
    assert (twenty.half is not None, twenty.long) == (True, None)


pytestmark = pytest.mark.django_db


def owned(cast: Cast, name: str, **more: Any) -> Case:
    return make_case(email=f"{name}@example.com", owner=cast.ada, **more)


def test_who_still_waits_for_a_call_counts_with_the_wait_so_far(cast: Cast) -> None:
    for minutes in range(10, 20):
        row = owned(cast, f"c{minutes}").call_backs.ask(by=cast.ada, at=MORNING)
        call(row, "We spoke.", by=cast.ada, at=MORNING + minutes * MINUTE)
    owned(cast, "forgotten").call_backs.ask(by=cast.ada, at=MORNING)
    case = owned(cast, "named")
    case.call_backs.promise(
        "We call you", due=MORNING + 5 * DAY, by=cast.ada, at=MORNING
    )  # the customer named the time
    found = waits(since=SINCE, at=LATER)["call"]
    assert (found.n, found.still) == (11, 1)
    assert found.half is not None
    assert found.half[0] == 15.0
    in_time = rates(since=SINCE, at=LATER)["call in time"]
    assert (in_time.kept, in_time.n) == (10, 12)


def test_somebody_has_a_case_when_they_take_it_or_had_it_from_the_start(cast: Cast) -> None:
    for number in range(8):
        make_case(email=f"t{number}@example.com").take(by=cast.ada, at=MORNING + 30 * MINUTE)
    owned(cast, "from-the-start")
    make_case(email="nobody@example.com")
    passed = owned(cast, "passed")
    row = passed.handoffs.offer(cast.leo, gain="Leo decides on refunds, today", by=cast.ada, at=MORNING + HOUR)
    row.accept(Reply(words="I am Leo, and I have your case now.", sure=SURE), by=cast.leo, at=MORNING + 2 * HOUR)
    found = waits(since=SINCE, at=MORNING + 5 * HOUR)["owner"]
    assert (found.n, found.still, found.half) == (11, 1, (30.0, 0.0, 30.0))


def test_from_agreement_to_the_first_act_and_to_the_end(cast: Cast) -> None:
    for number in range(10):
        stage = Stage.__new__(Stage)
        stage.cast, stage.by, stage.at = cast, cast.leo, MORNING + HOUR
        stage.case = make_case(email=f"s{number}@example.com")
        stage.customer, stage.round = stage.case.customer, stage.case.rounds.current()
        stage.acting()
        resolve(stage.case, by=cast.leo, at=MORNING + 3 * HOUR)
    stage.case.rounds.current()
    found = waits(since=SINCE, at=LATER)
    assert (found["act"].n, found["act"].half) == (10, (0.0, 0.0, 0.0))
    assert (found["done"].n, found["done"].half) == (10, (120.0, 120.0, 120.0))


def test_a_resolved_case_has_two_weeks_to_come_back_before_it_counts(cast: Cast) -> None:
    stage = Stage(cast)
    stage.resolved()
    assert rates(since=SINCE, at=MORNING + 13 * DAY)["reopened"].n == 0
    promise = stage.promise()
    promise.keep(evidence="seen", by=stage.by, at=stage.at + HOUR)
    find_wanting(promise, "It is beech", by=stage.by, at=stage.at + DAY)
    found = rates(since=SINCE, at=LATER)
    assert (found["reopened"].kept, found["reopened"].n) == (1, 1)
    assert (found["as said"].kept, found["as said"].n) == (0, 1)


def test_a_case_was_handled_inside_policy_where_nothing_was_missed_and_nothing_overruled(cast: Cast) -> None:
    for name in ("inside", "missed", "overruled", "open"):
        case = owned(cast, name)
        if name == "missed":
            Deadline.objects.filter(case=case).update(missed_at=MORNING + DAY)
        if name == "overruled":
            overrule(case, "understood", because="They would not say", by=cast.leo, at=MORNING + DAY)
        if name != "open":
            close(case, "withdrawn", because="x", by=cast.leo, at=MORNING + 2 * DAY)
    found = rates(since=SINCE, at=LATER)["inside"]
    assert (found.kept, found.n) == (1, 3)


def test_of_grave_cases_only_those_count_in_which_somebody_spoke_with_them(cast: Cast) -> None:
    for name, severity in (("spoken", 1), ("written", 2), ("small", 3)):
        case = owned(cast, name)
        case.grade(severity, by=cast.ada, at=MORNING)
        if name == "spoken":
            record_conversation(case, "I am sorry.", by=cast.ada, at=MORNING + HOUR)
    found = rates(since=SINCE, at=LATER)["live"]
    assert (found.kept, found.n) == (1, 2)


def test_a_handoff_that_goes_back_was_a_wrong_turn(cast: Cast) -> None:
    case = owned(cast, "passed")
    letter = "I am {}, and I have your case now."
    for to, at in ((cast.leo, HOUR), (cast.ada, 2 * HOUR)):
        by = cast.ada if to == cast.leo else cast.leo
        row = case.handoffs.offer(to, gain="Leo decides on refunds, today", by=by, at=MORNING + at)
        row.accept(Reply(words=letter.format(to.name), sure=SURE), by=to, at=MORNING + at)
        case.refresh_from_db()
    found = rates(since=SINCE, at=LATER)
    assert (found["back"].kept, found["back"].n) == (1, 2)
    assert (found["declined"].kept, found["declined"].n) == (0, 2)


def graded(cast: Cast, count: int, grade: str, *, first: int = 0) -> None:
    for number in range(first, first + count):
        case = owned(cast, f"g{number}")
        Outcome.objects.create(
            case=case, zero_at=MORNING, first=True, severity=2 if number % 2 else 3, grade=grade, settled_at=MORNING
        )


def test_the_spread_says_nothing_of_a_person_with_few_cases_and_ranks_nobody(cast: Cast) -> None:
    graded(cast, 12, "good")
    assert [one.words[0] for one in handled(since=SINCE, at=LATER) if one.kind == "person"] == [
        "not enough data (n 12)"
    ]
    graded(cast, 12, "poor", first=12)
    (ada,) = [one for one in handled(since=SINCE, at=LATER) if one.kind == "person"]
    assert ada.words == ("50% (n 24, 95 % interval 31% to 69%)", "50% (n 24, 95 % interval 31% to 69%)")


def test_our_word_is_told_by_who_kept_it_and_by_team(cast: Cast) -> None:
    for number in range(12):
        promise = owned(cast, f"p{number}").promises.make("a new table", due=MORNING + DAY, by=cast.leo, at=MORNING)
        if number:
            promise.keep(evidence="seen", by=cast.ada, at=MORNING + HOUR)
    rows = {(row.kind, row.name): row for row in our_word(since=SINCE, at=LATER)}
    ada = rows["person", "Ada"]
    assert (ada.time.kept, ada.time.n, ada.content.n) == (11, 12, 11)  # the one that nobody kept is hers to keep
    assert [name for kind, name in rows if kind == "team"] == ["Front desk"]


def test_leads_read_it_in_one_statement_and_agents_do_not(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    assert client.get("/how-we-work").status_code == client.get("/how-we-work.csv").status_code == 403
    client.force_login(cast.leo)
    first = client.get("/how-we-work")
    assert "not enough data (n 0)" in first.content.decode()
    owned(cast, "new", at=timezone.now()).call_backs.ask(by=cast.ada, at=timezone.now())
    with CaptureQueriesContext(connection) as spent:
        again = client.get("/how-we-work")
    assert again.context["waits"] == first.context["waits"]  # as it was counted last
    assert sum("amends_workfigures" in query["sql"] for query in spent) == 1
    assert WorkFigures.objects.renew(at=timezone.now()).waits["call"].still == 1
    table = list(csv.DictReader(io.StringIO(client.get("/how-we-work.csv").content.decode())))
    calls = next(
        row for row in table if row["measure"].startswith("They asked for a call") and "half" in row["measure"]
    )
    assert (calls["n"], calls["value"], calls["note"]) == ("1", "", "not enough data; 1 still wait")


def test_on_the_promises_leads_see_it_by_person_and_agents_do_not(cast: Cast, client: Client) -> None:
    client.force_login(cast.leo)
    assert "By person and by team" in client.get("/promises?whose=everybody").content.decode()
    client.force_login(cast.ada)
    assert "By person and by team" not in client.get("/promises?whose=everybody").content.decode()


def test_the_command_line_says_the_same(cast: Cast) -> None:
    owned(cast, "p").promises.make("a table", due=MORNING + DAY, by=cast.leo, at=MORNING)
    assert "They asked for a call" in amends("lead", "figures").out
    assert amends("promise", "figures", "--of", "nobody").code == 2
    assert amends("promise", "figures", "--of", "team", "--days", "3650").out.count("not enough data (n 1)") == 1
