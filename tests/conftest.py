"""What every test may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db.backends.postgresql.operations import DatabaseOperations

from tests.cast import Cast, make_cast

if TYPE_CHECKING:
    from collections.abc import Iterator


#: Tables of the queue of jobs, which Django does not know as its own.
JOBS = ["procrastinate_events", "procrastinate_periodic_defers", "procrastinate_jobs", "procrastinate_workers"]


@pytest.fixture(scope="session", autouse=True)
def _emptying_between_tests() -> Iterator[None]:
    """Tests that commit are emptied afterwards, journal included, and find the first queue again.

    Most tables are empty anyhow: to delete nothing of one costs far less than the new file that TRUNCATE makes of each. Like
    TRUNCATE it waits for whoever still writes.
    """

    def sql_flush(self: Any, style: Any, tables: Any, **options: Any) -> list[str]:
        del style, options
        names = [self.quote_name(name) for name in sorted({*tables, *JOBS})]
        return [
            "SET LOCAL session_replication_role = replica",
            f"LOCK TABLE {', '.join(names)} IN ACCESS EXCLUSIVE MODE",
            ";".join(f"DELETE FROM {name}" for name in names),  # noqa: S608 -- names of our tables
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
