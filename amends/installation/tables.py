"""Whether this version can take the tables of a desk further."""

from __future__ import annotations

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from amends.migrations._before import FIRST, LAST

REMEDY = f"Run `amends setup` of the last version that has the step {LAST} first, then this one's."


def too_early() -> str:
    """Return where the tables stand, in words, if they stopped before where this version begins; else nothing. Read only."""
    steps = {step for app, step in MigrationRecorder(connection).applied_migrations() if app == "amends"}
    if FIRST not in steps or LAST in steps:
        return ""
    return f"they stand at {max(steps)}, and this version goes on from {LAST}"
