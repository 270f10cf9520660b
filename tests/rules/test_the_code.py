"""Rules about the code itself: the clock stays outside, deeds are known, half a pair is refused by the database."""

from __future__ import annotations

import ast

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from amends.journal.deeds import DEEDS
from amends.messages.delivery import Delivery
from amends.messages.message import Message
from tests.rules.verbs import DOMAIN, EDGES, HOUSE, modules

PURE = (
    "blanks",
    "calendars",
    "checks",
    "coach",
    "drafts",
    "eml",
    "histories",
    "mirror",
    "policy",
    "practice",
    "quoting",
    "remaining",
    "spikes",
    "surviving",
    "texts",
    "themes",
    "trials",
    "triage",
)
#: Used as libraries by others than the desk: beside its definition the package opens its door, and holds nothing else.
DOORS = ("coach", "practice", "triage")
CLOCKS = {
    ("timezone", "now"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
}


@pytest.mark.parametrize(
    ("name", "tree"), list(modules(*DOMAIN, *PURE, "journal")), ids=lambda x: x if isinstance(x, str) else ""
)
def test_nothing_below_an_edge_asks_the_clock(name: str, tree: ast.Module) -> None:
    asked = [
        f"{name}:{node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and (node.value.id, node.attr) in CLOCKS
    ]
    assert asked == []


@pytest.mark.parametrize(("name", "tree"), list(modules(*PURE)), ids=lambda x: x if isinstance(x, str) else "")
def test_the_pure_packages_know_no_django(name: str, tree: ast.Module) -> None:
    imported = [
        node.module if isinstance(node, ast.ImportFrom) else node.names[0].name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom | ast.Import)
    ]
    assert [module for module in imported if module and module.startswith("django")] == []


def test_every_deed_that_is_recorded_is_known_and_every_known_deed_is_recorded() -> None:
    packages = (*DOMAIN, *EDGES, "journal")
    said = {
        node.args[0].value
        for _, tree in modules(*packages)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"record", "entry"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert said - set(DEEDS) == set()
    assert set(DEEDS) - said == set()


def test_a_package_says_what_its_word_means() -> None:
    for path in HOUSE.iterdir():
        if (path / "__init__.py").exists() and path.name != "migrations":
            tree = ast.parse((path / "__init__.py").read_text())
            assert ast.get_docstring(tree), path.name
            rest = tree.body[1:]
            assert path.name in DOORS or not rest, f"{path.name}/__init__ holds more than its definition"
            assert all(isinstance(node, ast.ImportFrom) for node in rest), path.name


def test_no_package_grows_past_eight_modules() -> None:
    for path in [*HOUSE.iterdir(), *(HOUSE / "checks").iterdir(), *(HOUSE / "coach").iterdir()]:
        if path.is_dir() and path.name not in {"migrations", "web", "cli", "sample"}:
            assert len([file for file in path.glob("*.py") if file.name != "__init__.py"]) <= 8, path.name


def test_a_delivery_can_only_be_of_a_message_never_of_a_note() -> None:
    assert Delivery._meta.get_field("message").related_model is Message


def pairs() -> list[tuple[str, str, str]]:
    """Every table with `<deed>_at` and `<deed>_by` that may both be empty."""
    found = []
    for model in apps.get_app_config("amends").get_models():
        names = {field.name: field for field in model._meta.concrete_fields}
        for name, field in names.items():
            partner = names.get(name[:-3] + "_by")
            if name.endswith("_at") and partner is not None and field.null and partner.null:
                found.append((model._meta.db_table, str(field.column), str(partner.column)))
    return found


@pytest.mark.django_db
@pytest.mark.parametrize(("table", "at", "by"), pairs())
def test_half_a_pair_of_at_and_by_is_refused_by_the_database(table: str, at: str, by: str) -> None:
    """Proved on the table's own constraint: it names both columns and refuses one without the other."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'c'",
            [table],
        )
        definitions = [row[0] for row in cursor.fetchall()]
        both = [d for d in definitions if f"{at} IS NULL" in d and f"{by} IS NULL" in d]
        assert both, f"{table}: no constraint pairs {at} and {by}"
        cursor.execute(f"CREATE TEMP TABLE half (LIKE {table} INCLUDING CONSTRAINTS)")
        cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = 'half'")
        for (column,) in cursor.fetchall():
            cursor.execute(f'ALTER TABLE half ALTER COLUMN "{column}" DROP NOT NULL')
    for given, value in ((at, "now()"), (by, "1")):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO half ({given}) VALUES ({value})")  # noqa: S608 - our own column names
