"""The desk's own complaints are watched by theme; what comes more often than usual is told, and becomes a problem in one step."""

from __future__ import annotations

from decimal import Decimal

import pytest

from amends.cases.case import Case
from amends.cases.ending import Refused, close
from amends.causes.tracing import Tracing
from amends.journal.actors import DESK
from amends.lessons.alert import ThemeAlert
from amends.lessons.changing import change
from amends.lessons.costs import costs, improving, voiced
from amends.lessons.looking import look
from amends.lessons.reporting import why
from amends.lessons.twin import Twin
from amends.problems.problem import Problem
from amends.readings.reading import Reading
from tests.cast import DAY, HOUR, MORNING, Cast, make_case
from tests.problems.scenes import affect, make_problem, people

LATE = "My order came three weeks too late and you had promised it for Monday. I am still waiting for the rest of it."
LID = "The lid of the green kettle broke off in my hand and hot water ran over the table."


def quiet(weeks: int = 8, *, words: str = LATE) -> int:
    """One complaint a week about lateness: the desk's usual. How many days that makes."""
    for week in range(weeks):
        case = make_case(
            email=f"q{week}@example.com", at=MORNING + week * 7 * DAY, words=f"{words} Order {week}7{week}."
        )
        Reading.objects.keep(case.messages.theirs(), at=MORNING)
    return weeks * 7


def broken(cast: Cast, number: int, day: int) -> Case:
    """One more broken lid, in the customer's own words."""
    said = ("I am Mrs Bell.", "This was a gift.", "I use it every day.", "My son bought it.", "I live alone.")[
        number % 5
    ]
    case = make_case(
        email=f"b{number}@example.com", at=MORNING + day * DAY + number * HOUR, words=f"{said} {LID}", subject="Broken kettle",
    )  # fmt: skip
    Reading.objects.keep(case.messages.theirs(), at=MORNING)
    Tracing.objects.trace(case, "wears out too soon", by=cast.leo, at=MORNING + day * DAY + number * HOUR)
    return case


def test_three_complaints_of_one_kind_are_told_once_with_how_many_and_three_cases(cast: Cast) -> None:
    day = quiet()
    assert look(by=DESK, at=MORNING + day * DAY) == 0
    cases = [broken(cast, n, day) for n in range(3)]
    at = MORNING + day * DAY + 4 * HOUR
    assert look(by=DESK, at=at) >= 1
    alert = ThemeAlert.objects.get(about="cause", key="wears out too soon")
    assert (alert.name, alert.count, sorted(alert.examples)) == (
        "Made wrong: wears out too soon", 3, [case.pk for case in cases],
    )  # fmt: skip
    assert alert.expected < 1
    assert look(by=DESK, at=at + HOUR) == 0
    broken(cast, 3, day)
    assert look(by=DESK, at=at + 2 * HOUR) == 0
    alert.refresh_from_db()
    assert alert.count == 4
    assert not ThemeAlert.objects.filter(about="failure", key="F2").exists()


def test_an_alert_becomes_a_problem_in_one_step_and_only_once(cast: Cast) -> None:
    day = quiet()
    for n in range(3):
        broken(cast, n, day)
    at = MORNING + day * DAY + 4 * HOUR
    look(by=DESK, at=at)
    alert = ThemeAlert.objects.get(about="cause")
    problem = alert.open_problem(by=cast.leo, at=at)
    assert alert.open_problem(by=cast.mira, at=at) == problem
    assert (problem.found_by, problem.owner, problem.affected.count()) == ("theme", cast.leo, 3)
    assert problem.what_happened == "Since 28 April 3 customers have told us of made wrong: wears out too soon."
    action = change(
        problem, "A thicker hinge", "wears out too soon", owner=cast.mira, due=at + 5 * DAY, by=cast.leo, at=at
    )
    assert (action.problem, action.case.pk in alert.examples) == (problem, True)
    with pytest.raises(Refused, match="dealt with"):
        alert.put_aside(because="an old batch", by=cast.leo, at=at)


def test_a_theme_that_is_over_is_over_and_one_put_aside_stays_quiet_until_then(cast: Cast) -> None:
    day = quiet()
    for n in range(3):
        broken(cast, n, day)
    at = MORNING + day * DAY + 4 * HOUR
    look(by=DESK, at=at)
    alert = ThemeAlert.objects.get(about="cause")
    alert.put_aside(because="an old batch, none are left", by=cast.leo, at=at)
    assert not ThemeAlert.objects.standing().filter(about="cause").exists()
    assert look(by=DESK, at=at + DAY) == 0
    look(by=DESK, at=at + 10 * DAY)
    alert.refresh_from_db()
    assert alert.over_at is not None


def test_complaints_in_the_same_words_stand_together(cast: Cast) -> None:
    first = make_case(words=LID + " I want my money back, please, and an answer this week.")
    other = make_case(email="x@example.com", at=MORNING + HOUR, words=LATE)
    copy = make_case(
        email="y@example.com",
        at=MORNING + 2 * HOUR,
        words=LID + " I want my money back, please, and an answer this week!",
    )
    assert Twin.objects.find(by=DESK, at=MORNING + DAY) == 1
    twin = Twin.objects.get()
    assert (twin.case, twin.earlier) == (copy, first)
    assert twin.likeness > 0.9
    assert not Twin.objects.filter(case=other).exists()
    assert Twin.objects.find(by=DESK, at=MORNING + DAY) == 0


def test_causes_are_ranked_by_what_was_given_and_by_customers_lost_and_the_untraced_are_told(cast: Cast) -> None:
    from amends.authority.spend import Spend  # noqa: PLC0415 - only here

    dear, lossy, blank = (make_case(email=f"{n}@example.com") for n in range(3))
    Tracing.objects.trace(dear, "charged twice", by=cast.leo, at=MORNING)
    Tracing.objects.trace(lossy, "tone", by=cast.leo, at=MORNING)
    Spend.objects.take(dear, Decimal(12), "GBP", failure="F5", role="lead", by=cast.leo, at=MORNING)
    close(lossy, "lost", because="they said so", by=cast.leo, at=MORNING + HOUR)
    found = costs(since=MORNING - DAY, until=MORNING + DAY)
    assert [(cost.name, cost.given, cost.percent) for cost in found.by_given] == [
        ("charged wrong", Decimal(12), 100), ("tone", Decimal(0), 100),
    ]  # fmt: skip
    assert [(cost.name, cost.lost) for cost in found.by_lost] == [("tone", 1), ("charged wrong", 0)]
    assert str(found.by_lost[0].loss) == "not enough data (n 1)"
    assert (found.traced.kept, found.traced.n, found.untraced.cases) == (2, 3, 1)
    assert improving(since=MORNING - DAY, until=MORNING + DAY).noted.n == 3
    assert blank.pk


def test_two_currencies_are_never_added_up_and_neither_is_left_out(cast: Cast) -> None:
    from amends.authority.spend import Spend  # noqa: PLC0415 - only here

    pounds, euros = (make_case(email=f"{n}@example.com") for n in range(2))
    for case, amount, currency in ((pounds, 12, "GBP"), (euros, 9, "EUR")):
        Tracing.objects.trace(case, "tone", by=cast.leo, at=MORNING)
        Spend.objects.take(case, Decimal(amount), "GBP", failure="F5", role="lead", by=cast.leo, at=MORNING)
        Spend.objects.filter(case=case).update(currency=currency)  # the shipped packs give no authority in euros
    found = costs(since=MORNING - DAY, until=MORNING + DAY)
    assert (found.by_given[0].given, found.others) == (Decimal(12), {"EUR": Decimal(9)})
    found = costs(since=MORNING - DAY, until=MORNING + DAY, currency="EUR")
    assert (found.by_given[0].given, found.others) == (Decimal(9), {"GBP": Decimal(12)})


def test_the_voiced_share_rests_on_lists_and_not_on_those_who_spoke(cast: Cast) -> None:
    from amends.affected.joining import link  # noqa: PLC0415 - only here

    assert voiced().rate.n == 0
    problem = make_problem(cast)
    affect(problem, people(20), cast)
    link(problem, make_case(), by=cast.leo, at=MORNING + HOUR)
    found = voiced()
    assert (found.rate.kept, found.rate.n, found.problems) == (1, 21, 1)
    assert Problem.objects.count() == 1


def test_the_managers_report_says_why_with_what_is_done_about_it(cast: Cast) -> None:
    lossy, other, blank = (make_case(email=f"{n}@example.com") for n in range(3))
    Tracing.objects.trace(lossy, "tone", by=cast.leo, at=MORNING)
    Tracing.objects.trace(other, "charged twice", by=cast.leo, at=MORNING)
    close(lossy, "lost", because="they said so", by=cast.leo, at=MORNING + HOUR)
    first, second = why((MORNING - DAY).date(), MORNING + DAY)
    assert (first.words.endswith("tone"), first.cases, first.lost, first.done) == (True, 1, 1, "nothing yet")
    assert (second.cases, second.lost) == (1, 0)
    assert why((MORNING + DAY).date(), MORNING + 2 * DAY) == []
    assert blank.tracings.count() == 0
