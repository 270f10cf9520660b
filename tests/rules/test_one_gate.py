"""Work is given to somebody who is here, or to nobody: few places give it, and each of them asks presence first."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from amends.callbacks.callback import CallBack
from amends.handoffs.handoff import Handoff
from amends.messages.writing import Reply
from amends.people.presence import NotHere
from amends.standins.sweeping import go_away
from tests.cast import HOUR, MORNING, SURE, Cast, make_case
from tests.rules.verbs import DOMAIN, HOUSE, modules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from amends.cases.case import Case

#: What says whose work something is, and the table it stands in.
GIVEN = {"owner": "Case", "caller": "CallBack", "of": "Ask"}
WRITES = {"create", "update", "bulk_update", "get_or_create", "update_or_create", "_step"}

#: Where each is given, in which function, and who asks presence there: the function itself or the one that calls it.
GATES = {
    ("owner", "cases.case", "_own"): ("_own", "ensure_here"),
    ("owner", "intake.opening", "_case"): ("open_cases", "here"),
    ("owner", "standins.sweeping", "_cases"): ("_stand_in", "is_here"),
    ("owner", "problems.problem", "open_one"): ("open_one", "ensure_here"),
    ("owner", "problems.problem", "give_to"): ("give_to", "ensure_here"),
    ("owner", "notices.writing", "_speak"): ("_speak", "here"),
    ("caller", "callbacks.callback", "ask"): ("_caller", "ensure_here"),
    ("caller", "callbacks.callback", "give_to"): ("give_to", "ensure_here"),
    ("of", "asks.ask", "make"): ("make", "ensure_here"),
    ("of", "asks.ask", "pass_to"): ("pass_to", "ensure_here"),
}


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """Every function and method of a module."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def name_of(call: ast.Call) -> str:
    """What is called, without what it is called on."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def table_of(call: ast.Call) -> str:
    """The model a chain of calls begins with, if it begins with one."""
    node: ast.expr = call.func
    while isinstance(node, ast.Attribute | ast.Call):
        node = node.value if isinstance(node, ast.Attribute) else node.func
    return node.id if isinstance(node, ast.Name) and node.id[0].isupper() else ""


def somebody(value: ast.expr) -> bool:
    """Whether more than nobody is given."""
    return not (isinstance(value, ast.Constant) and value.value is None)


def assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Attributes that are set, with what they are set to."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=True))
            for each, value in pairs:
                if isinstance(each, ast.Attribute):
                    yield each.attr, value


def written(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Columns that are written by a call that makes or changes rows."""
    if isinstance(node, ast.Call):
        table, name = table_of(node), name_of(node)
        for keyword in node.keywords:
            field = (keyword.arg or "").removesuffix("_id")
            ours = GIVEN.get(field)
            if ours and (name == ours or (name in WRITES and table in {"", ours})):
                yield field, keyword.value


def gathered(function: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    """Columns that a function gathers in a dict for such a call."""
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and name_of(node) in WRITES]
    if not any(keyword.arg is None for call in calls for keyword in call.keywords):
        return
    for node in ast.walk(function):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value, value


def given() -> Iterator[tuple[str, str, str]]:
    """Every place that says whose work something is: the column, the module, the function."""
    for module, tree in modules(*DOMAIN):
        for function in functions(tree):
            found = [*gathered(function)]
            for node in ast.walk(function):
                found += [*assigned(node), *written(node)]
            for field, value in found:
                if field.removesuffix("_id") in GIVEN and somebody(value):
                    yield field.removesuffix("_id"), module, function.name


def test_work_is_given_in_these_places_and_nowhere_else() -> None:
    assert set(given()) == set(GATES)


@pytest.mark.parametrize("gate", sorted(GATES))
def test_each_of_them_asks_presence(gate: tuple[str, str, str]) -> None:
    asking, question = GATES[gate]
    path = HOUSE / gate[1].replace(".", "/")
    asked = {
        name_of(node)
        for function in functions(ast.parse(path.with_suffix(".py").read_text()))
        if function.name == asking
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
    }
    assert question in asked


def call_back(case: Case, cast: Cast) -> CallBack:
    return case.call_backs.ask(caller=cast.leo, by=cast.leo, at=MORNING, due=MORNING + 3 * HOUR)


def offered(case: Case, cast: Cast) -> Handoff:
    """Offered to Ada, who then goes away; the sweep has not come by."""
    case.assign(cast.leo, by=cast.leo, at=MORNING)
    gain = "Ada speaks to the carrier every morning and can have the table found today"
    return case.handoffs.offer(cast.ada, gain=gain, by=cast.leo, at=MORNING)


WAYS: dict[str, Callable[[Case, Cast], object]] = {
    "taking": lambda case, cast: case.take(by=cast.ada, at=MORNING + HOUR),
    "assigning": lambda case, cast: case.assign(cast.ada, by=cast.leo, at=MORNING + HOUR),
    "asking for a call": lambda case, cast: case.call_backs.ask(
        caller=cast.ada, by=cast.leo, at=MORNING + HOUR, due=MORNING + 2 * HOUR
    ),
    "a call at a time when they are away": lambda case, cast: case.call_backs.ask(
        caller=cast.ada, by=cast.leo, at=MORNING, due=MORNING + 2 * HOUR
    ),
    "giving a call": lambda case, cast: call_back(case, cast).give_to(cast.ada, by=cast.leo, at=MORNING + HOUR),
    "asking a colleague": lambda case, cast: case.asks.make("Where is it?", of=cast.ada, by=cast.leo, at=MORNING + HOUR),
    "passing on an ask": lambda case, cast: case.asks.make(
        "Where is it?", name="Bo", by=cast.leo, at=MORNING
    ).pass_to(cast.ada, by=cast.leo, at=MORNING + HOUR),
    "offering a handoff": lambda case, cast: (
        case.assign(cast.leo, by=cast.leo, at=MORNING),
        case.handoffs.offer(cast.ada, gain="Ada knows the carrier, it comes today", by=cast.leo, at=MORNING + HOUR),
    ),
    "accepting a handoff": lambda case, cast: offered(case, cast).accept(
        Reply(sure=SURE, words="I am Ada."), by=cast.ada, at=MORNING + HOUR
    ),
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("way", sorted(WAYS))
def test_nobody_who_is_away_is_given_work(way: str, cast: Cast) -> None:
    case = make_case()
    go_away(cast.ada, starts_at=MORNING + HOUR / 2, by=cast.leo, at=MORNING)
    with pytest.raises(NotHere):
        WAYS[way](case, cast)
    case.refresh_from_db()
    assert case.owner != cast.ada


@pytest.mark.django_db
def test_a_case_that_comes_for_somebody_who_is_away_waits_for_somebody_who_is_here(cast: Cast) -> None:
    go_away(cast.ada, starts_at=MORNING, by=cast.leo, at=MORNING)
    assert make_case(owner=cast.ada).owner is None
    assert make_case(owner=cast.leo, email="other@example.com").owner == cast.leo
