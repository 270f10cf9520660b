"""What every test may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db.backends.postgresql.operations import DatabaseOperations

from tests.cast import Cast, make_cast

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", autouse=True)
def _emptying_between_tests() -> Iterator[None]:
    """Tests that commit are emptied afterwards, journal included, and find the first queue again."""
    plain = DatabaseOperations.sql_flush

    def sql_flush(self: Any, style: Any, tables: Any, **options: Any) -> list[str]:
        return [
            "SET LOCAL session_replication_role = replica",
            *plain(self, style, tables, **options),
            "TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE",
            "INSERT INTO amends_queue (name, is_default, jurisdiction, product) VALUES ('Front desk', true, '', '')",
        ]

    patch = pytest.MonkeyPatch()
    patch.setattr(DatabaseOperations, "sql_flush", sql_flush)
    yield
    patch.undo()


@pytest.fixture
def cast(db: None) -> Cast:
    """Ada, Leo, Mira and Ines at the front desk."""
    return make_cast()
