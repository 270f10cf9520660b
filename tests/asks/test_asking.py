"""An ask from the question to the check: a named person, an answer in words, checked by whoever speaks for the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.asks.ask import Ask, State
from amends.asks.link import follow, token_of
from amends.asks.priority import case_for_priority
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.followups.ending import end
from amends.messages.writing import hear
from amends.people.presence import NotHere
from amends.standins.sweeping import go_away
from tests.cast import DAY, HOUR, MORNING, make_case

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def owned(cast: Cast) -> Case:
    case = make_case()
    case.take(by=cast.ada, at=MORNING)
    return case


def asked(cast: Cast, case: Case | None = None) -> Ask:
    return (case or owned(cast)).asks.make(
        "Look for the parcel", name="Jo Lee", email="jo@depot.example.com", department="Depot", by=cast.ada, at=MORNING
    )


def test_a_department_alone_answers_nobody(cast: Cast) -> None:
    with pytest.raises(Refused, match="a department alone answers nobody"):
        owned(cast).asks.make("Look", department="Depot", by=cast.ada, at=MORNING)


def test_nobody_who_is_away_is_asked(cast: Cast) -> None:
    go_away(cast.leo, starts_at=MORNING, ends_at=MORNING + DAY, by=cast.leo, at=MORNING)
    with pytest.raises(NotHere):
        owned(cast).asks.make("Look", of=cast.leo, by=cast.ada, at=MORNING)


def test_an_ask_of_somebody_who_goes_away_passes_to_somebody_who_is_here(cast: Cast) -> None:
    ask = owned(cast).asks.make("Look", of=cast.leo, by=cast.ada, at=MORNING)
    go_away(cast.leo, starts_at=MORNING + HOUR, ends_at=MORNING + DAY, deputy=cast.mira, by=cast.leo, at=MORNING + HOUR)
    ask.refresh_from_db()
    assert (ask.of, ask.deadline.assignee) == (cast.mira, cast.mira)


def test_the_owner_of_the_case_checks_what_was_done_not_the_doer(cast: Cast) -> None:
    case = owned(cast)
    ask = case.asks.make("Look", of=cast.leo, by=cast.ada, at=MORNING)
    ask.finish("It stood behind the door", by=cast.leo, at=MORNING + HOUR)
    assert (ask.state, ask.deadline.met_at) == (State.DONE, MORNING + HOUR)
    assert ask.check_due is not None
    ask.check_due.refresh_from_db()
    assert (ask.check_due.owner, ask.check_due.met_at) == (cast.ada, None)
    ask.verify(by=cast.ada, at=MORNING + 2 * HOUR)
    ask.check_due.refresh_from_db()
    assert (ask.state, ask.check_due.met_at) == (State.CHECKED, MORNING + 2 * HOUR)


def test_a_refusal_has_a_reason_and_comes_back_to_the_owner(cast: Cast) -> None:
    ask = asked(cast)
    with pytest.raises(Refused, match="Say why not"):
        ask.refuse(" ", by=cast.leo, at=MORNING)
    ask.refuse("The belt is broken", by=cast.leo, at=MORNING)
    assert ask.state == State.REFUSED
    assert ask.check_due is not None


def test_an_answer_is_given_once(cast: Cast) -> None:
    ask = asked(cast)
    ask.finish("Found", by=cast.leo, at=MORNING)
    acts: list[Callable[[], None]] = [
        lambda: ask.finish("x", by=cast.leo, at=MORNING),
        lambda: ask.refuse("x", by=cast.leo, at=MORNING),
        lambda: ask.acknowledge(by=cast.leo, at=MORNING),
        lambda: ask.withdraw(because="", by=cast.leo, at=MORNING),
    ]
    for again in acts:
        with pytest.raises(Refused, match="answered before"):
            again()


def test_an_answer_that_comes_after_the_end_makes_nothing_fall_due(cast: Cast) -> None:
    case = owned(cast)
    asked(cast, case)
    end(case, "withdrawn", because="found it", by=cast.ada, at=MORNING)
    Ask.objects.get().finish("Found", by=cast.leo, at=MORNING + HOUR)
    assert not case.deadlines.filter(met_at=None, void_at=None).exists()


# The mail to somebody elsewhere, and their link.


def test_an_ask_is_claimed_for_mailing_once(cast: Cast) -> None:
    ask = asked(cast)
    owned(cast).asks.make("Look", of=cast.leo, by=cast.ada, at=MORNING)
    assert Ask.objects.claim(at=MORNING) == [ask]
    assert Ask.objects.claim(at=MORNING) == []
    Ask.objects.give_back([ask], until=MORNING + HOUR)
    assert Ask.objects.claim(at=MORNING) == []
    assert Ask.objects.claim(at=MORNING + HOUR) == [ask]


def test_what_is_no_longer_asked_is_not_mailed(cast: Cast) -> None:
    asked(cast).withdraw(because="it came", by=cast.ada, at=MORNING)
    assert Ask.objects.claim(at=MORNING) == []


def test_the_link_leads_to_this_ask_and_runs_out(cast: Cast) -> None:
    ask = asked(cast)
    token = token_of(ask)
    assert follow(token, at=MORNING) == ask
    assert follow(token, at=MORNING + 89 * DAY) == ask
    assert follow(token, at=MORNING + 91 * DAY) is None


@pytest.mark.parametrize("spoil", [lambda t: t[:-1] + "x", lambda t: f"9{t}", lambda t: t.partition("-")[2],
                                   lambda _: "", lambda _: "-", lambda _: "9" * 40 + "-x", lambda _: "²-x"])  # fmt: skip
def test_a_spoilt_link_leads_nowhere(cast: Cast, spoil: object) -> None:
    assert follow(spoil(token_of(asked(cast))), at=MORNING) is None  # type: ignore[operator]


def test_the_link_dies_with_the_ask_and_when_it_passes_to_somebody_else(cast: Cast) -> None:
    ask, other = asked(cast), asked(cast)
    tokens = [token_of(ask), token_of(other)]
    ask.withdraw(because="", by=cast.ada, at=MORNING)
    other.pass_to(cast.leo, by=cast.ada, at=MORNING)
    assert [follow(token, at=MORNING) for token in tokens] == [None, None]


# The case for priority.


def test_the_case_for_priority_says_harm_value_what_is_due_the_wait_and_what_went_wrong(cast: Cast) -> None:
    make_case(at=MORNING - 90 * DAY, subject="Chair")
    case = make_case(at=MORNING - 9 * DAY)
    case.grade(2, by=cast.ada, at=MORNING)
    case.facts.note("Her daughter sleeps on the floor", about="effect", by=cast.ada, at=MORNING)
    case.facts.note("480.00", about="amount", by=cast.ada, at=MORNING)
    case.concerns.note("A bed by Friday", by=cast.ada, at=MORNING)
    case.promises.make("A call from the depot", due=MORNING - DAY, by=cast.ada, at=MORNING - 8 * DAY)
    hear(case, "Where is my bed?", by=case.customer, at=MORNING)
    case.refresh_from_db()
    assert case_for_priority(case, at=MORNING).splitlines() == [
        "What it does to them:",
        "- high severity",
        "- Her daughter sleeps on the floor",
        "- still needs met: A bed by Friday",
        "",
        "What is at stake:",
        "- 480.00 (told by the customer)",
        "",
        "What is due to them:",
        "- we promised: A call from the depot, was due Mon 02 Mar, 10:00, 24 hours ago",
        "",
        "How long they wait:",
        "- they told us on Sun 22 Feb, 10:00, 9 days ago",
        "- nobody has told them anything yet",
        "",
        "What went wrong before:",
        "- 1 promise to them broken",
        "- they had to ask us where it is",
        "- 1 earlier failure of ours with them (1 still open)",
    ]


def test_it_says_only_what_is_on_record_and_never_their_messages(cast: Cast) -> None:
    case = make_case(words="My secret words", subject="My secret subject")
    text = case_for_priority(case, at=MORNING)
    assert "secret" not in text
    assert "What is at stake" not in text
    assert "What went wrong before" not in text


def test_it_fits_on_a_page_however_much_there_is(cast: Cast) -> None:
    case = make_case()
    for number in range(40):
        case.facts.note(f"effect {number} " + "of words " * 60, about="effect", by=cast.ada, at=MORNING)
        case.facts.note(f"amount {number}", about="amount", by=cast.ada, at=MORNING)
        case.promises.make(f"promise {number}", due=MORNING + DAY, by=cast.ada, at=MORNING)
    text = case_for_priority(case, at=MORNING)
    assert len(text.splitlines()) <= 40
    assert len(text) <= 3000
    assert "- and 37 more" in text
