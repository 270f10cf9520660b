"""Whoever has an unhappy customer on the line sees in one place what worked for others: what was agreed, done, and why it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amends.cases.case import Case
from amends.cases.ending import close, reopen
from amends.journal.actors import DESK
from amends.lessons.changing import explain
from amends.readings.reading import Reading
from amends.solved.finding import like, solved
from tests.api.conftest import program
from tests.cast import DAY, MORNING, make_case
from tests.outcomes.scenes import settled, tell, told
from tests.problems.scenes import make_problem
from tests.remedies.scenes import lost
from tests.solved.scenes import CAUSE, handled, satisfied

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.test import Client

    from amends.solved.solved import Solved
    from tests.api.conftest import Program
    from tests.cast import Cast

__all__ = ["program"]
pytestmark = pytest.mark.django_db


def of(rows: Sequence[Solved]) -> list[str]:
    return [row.reference for row in rows]


def test_a_solved_case_says_what_was_agreed_what_put_it_right_and_why_it_had_happened(cast: Cast) -> None:
    case = satisfied(cast)
    (one,) = solved(cast.ada)
    assert (one.reference, one.agreed, one.put_right) == (
        case.reference, "A second one by Friday", "Sent it again by courier",
    )  # fmt: skip
    assert (one.why, one.shown_by, list(one.failures)) == (
        "packed or carried wrong: address or label wrong", "the label was smudged", ["F2"],
    )  # fmt: skip
    assert one.ended == "they said it is right"


def test_only_what_ended_well_is_held_up_as_an_example(cast: Cast) -> None:
    good = satisfied(cast)
    handled(cast, "open")
    for name, ending in (("gone", "lost"), ("back", "withdrawn"), ("mute", "unconfirmed")):
        close(handled(cast, name), ending, because="they said so", by=cast.leo, at=MORNING + 9 * DAY)
    assert of(solved(cast.ada)) == [good.reference]
    reopen(good, because="it broke again", by=DESK, at=MORNING + 10 * DAY)
    assert solved(cast.ada) == []


def test_whoever_gave_no_answer_and_stayed_is_one_and_whoever_was_content_and_left_is_none(cast: Cast) -> None:
    mute = handled(cast, "mute")
    close(mute, "unconfirmed", by=DESK, at=MORNING + 20 * DAY)
    content = satisfied(cast, "content")
    for name in ("mute", "content"):
        tell(told("contract", -400, f"{name}@example.com"), until=0)
    tell(told("cancellation", 80, "content@example.com"), until=120)
    settled(120)
    assert of(solved(cast.ada)) == [mute.reference]
    assert solved(cast.ada)[0].ended == "stayed for 90 days"
    tell(told("renewal", 150, "content@example.com"), until=200)
    settled(200)
    assert content.reference in of(solved(cast.ada))


def test_they_are_found_by_failure_by_cause_by_product_and_by_words(cast: Cast) -> None:
    label, money = (
        satisfied(cast),
        satisfied(cast, "cole", failure="F5", cause="charged twice", done="Gave the money back", day=1),
    )
    boiler = satisfied(cast, "dunn", failure="F1", cause="", done="Replaced the valve of the boiler", day=2)
    Case.objects.filter(pk=boiler.pk).update(product="heating")
    assert of(solved(cast.ada, failure="F5")) == [money.reference]
    assert of(solved(cast.ada, cause="packed or carried wrong")) == [label.reference]
    assert of(solved(cast.ada, product="heating")) == [boiler.reference]
    assert of(solved(cast.ada, words="valve boiler")) == [boiler.reference]
    assert of(solved(cast.ada, words="table nobody")) == [boiler.reference, money.reference, label.reference]
    assert of(solved(cast.ada, words="courier", failure="F5")) == []
    assert of(solved(cast.ada, words="courier")) == [label.reference]
    assert of(solved(cast.ada, most=2)) == [boiler.reference, money.reference]
    assert of(solved(cast.ada, before=money.pk)) == [label.reference]


def test_a_label_that_somebody_took_away_no_longer_finds_it(cast: Cast) -> None:
    case = satisfied(
        cast, failure="", cause="", words="The parcel came three weeks late, you had promised it for Monday."
    )
    Reading.objects.keep(case.messages.theirs(), at=MORNING)
    assert of(solved(cast.ada, failure="F2")) == [case.reference]
    reading = Reading.objects.get()
    reading.correct("failure", "F2", holds=False, by=cast.leo, at=MORNING)
    reading.correct("failure", "F3", holds=True, by=cast.leo, at=MORNING)
    assert solved(cast.ada, failure="F2") == []
    assert of(solved(cast.ada, failure="F3")) == [case.reference]


def test_the_likest_come_first_the_same_cause_before_the_same_failure_and_nothing_else(cast: Cast) -> None:
    same = satisfied(cast, "a", failure="F1", cause=CAUSE)
    for n in range(3):
        satisfied(cast, f"late{n}", failure="F2", cause="", day=1 + n)
    satisfied(cast, "money", failure="F5", cause="charged twice", day=9)
    case = make_case(email="now@example.com", at=MORNING + 30 * DAY)
    assert like(case, viewer=cast.ada) == []
    lost(case, failure="F2", by=cast.leo, at=MORNING + 30 * DAY)
    assert len(like(case, viewer=cast.ada)) == 3
    from amends.affected.joining import link  # noqa: PLC0415 - only here

    problem = make_problem(cast)
    link(problem, case, by=cast.leo, at=MORNING + 31 * DAY)
    explain(problem, CAUSE, by=cast.leo, at=MORNING + 31 * DAY)
    found = like(case, viewer=cast.ada)
    assert (len(found), found[0].reference) == (3, same.reference)
    assert "charged twice" not in {one.cause for one in found}


def test_of_one_failure_only_those_told_in_like_words_are_alike_the_likest_first(cast: Cast) -> None:
    sofa = satisfied(cast, "a", cause="", words="The sofa has a torn cushion and the zipper is broken.")
    for n in range(2):
        satisfied(cast, f"b{n}", cause="", words="My new sofa is broken.", day=1 + n)
    satisfied(cast, "c", cause="", words="The newspaper was not delivered on Sunday.", subject="Newspaper", day=9)
    case = make_case(
        email="now@example.com", at=MORNING + 30 * DAY, words="My sofa came with a broken zipper.", subject="Sofa"
    )
    lost(case, failure="F2", by=cast.leo, at=MORNING + 30 * DAY)
    found = like(case, viewer=cast.ada)
    assert (len(found), found[0].reference) == (3, sofa.reference)
    lost(case, failure="F8", by=cast.leo, at=MORNING + 30 * DAY)
    assert like(case, viewer=cast.ada) == []


def test_nobody_sees_what_worked_in_a_case_that_they_may_not_see(
    cast: Cast, client: Client, program: Callable[..., Program]
) -> None:
    hidden = satisfied(cast, done="Paid for the clinic")
    hidden.restrict(by=cast.leo, at=MORNING)
    case = make_case(email="now@example.com")
    lost(case, failure="F2", by=cast.ada)
    assert (solved(cast.ada, words="clinic"), like(case, viewer=cast.ada)) == ([], [])
    assert of(solved(cast.mira, words="clinic")) == of(like(case, viewer=cast.leo)) == [hidden.reference]
    client.force_login(cast.ada)
    for path in ("/lessons/solved", "/lessons/solved?q=clinic", f"/cases/{case.reference}"):
        assert "Paid for the clinic" not in client.get(path).content.decode()
    assert program().get("solved").json()["cases"] == []
    assert program().get(f"cases/{case.reference}/solved").json() == []


def test_the_page_shows_them_and_says_when_there_is_none_like_that(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    assert "None yet" in client.get("/lessons/solved").content.decode()
    satisfied(cast)
    shown = client.get("/lessons/solved?failure=F2&cause=address+or+label+wrong&q=courier").content.decode()
    assert "A second one by Friday" in shown
    assert "They said it is right" in shown
    assert "None like that" in client.get("/lessons/solved?q=nothing").content.decode()
    for odd in ("?failure=F99&cause=x&product=y", "?q=%00%27", "?before=abc", "?before=99999999999999999999", "?q=%22"):
        assert client.get(f"/lessons/solved{odd}").status_code == 200


def test_the_page_takes_as_many_statements_with_thirty_as_with_one(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    satisfied(cast)
    counts = []
    for _ in range(2):
        client.get("/lessons/solved")
        with CaptureQueriesContext(connection) as spent:
            page = client.get("/lessons/solved?failure=F2")
        counts.append(len(spent))
        for n in range(29):
            satisfied(cast, f"n{n}", day=1 + n)
    assert "Earlier ones" in page.content.decode()
    assert counts[0] == counts[1]


def test_an_open_case_has_at_most_three_of_one_line_each_and_an_ended_one_has_none(cast: Cast, client: Client) -> None:
    for n in range(4):
        satisfied(cast, f"n{n}", done=f"Sent it again, {n}")
    case = make_case(email="now@example.com")
    client.force_login(cast.ada)
    here = f"/cases/{case.reference}"
    assert "What worked in like cases" not in client.get(here).content.decode()
    lost(case, failure="F2", by=cast.ada)
    assert client.get(here).content.decode().count("Sent it again, ") == 3
    close(case, "withdrawn", because="a mistake", by=cast.leo, at=timezone.now())
    assert "What worked in like cases" not in client.get(here).content.decode()


def test_other_programs_and_the_command_line_find_the_same(cast: Cast, program: Callable[..., Program]) -> None:
    from tests.cli.console import amends  # noqa: PLC0415 - only here

    case = satisfied(cast)
    (row,) = program().get("solved", failure="F2", words="courier").json()["cases"]
    assert (row["case"], row["agreed"], row["deeds"]) == (
        case.reference, "A second one by Friday", ["Sent it again by courier"],
    )  # fmt: skip
    assert program().get("solved", words="\0").status_code == 422
    now = make_case(email="now@example.com")
    lost(now, failure="F2", by=cast.ada)
    assert program().get(f"cases/{now.reference}/solved").json()[0]["case"] == case.reference
    ada = ("--by", cast.ada.email)
    assert amends("lesson", "solved", "--cause", CAUSE, *ada, "--json").row["put_right"] == "Sent it again by courier"
    assert amends("lesson", "solved", now.reference, *ada, "--json").row["case"] == case.reference
    assert amends("lesson", "solved", "--failure", "F9", *ada, "--json").rows == []
