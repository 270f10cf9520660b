"""Tables, or changes of columns, constraints and indexes, that are planned together, so that a new desk is ready in a moment.

After each operation Django makes all its models anew, more than a hundred; a hundred operations in a row take seconds. What is
made of the tables is the same, in the same order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.migrations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterField,
    CreateModel,
    RemoveConstraint,
    RemoveIndex,
)
from django.db.migrations.operations.base import Operation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.db.backends.base.schema import BaseDatabaseSchemaEditor
    from django.db.migrations.state import ProjectState


class Together(Operation):
    """Several operations as one: the models are made anew once, after all of them."""

    reduces_to_sql = True

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = list(operations)

    @property
    def reversible(self) -> bool:  # type: ignore[override]
        """Whether each of them is."""
        return all(operation.reversible for operation in self.operations)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """All of them have changed the plan; models that were made of the old one are forgotten."""
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """All of them have changed the tables."""
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """All of them are undone, the last one first."""
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """One line for `--plan`."""
        return "; ".join(operation.describe() for operation in self.operations)


def together(operations: Sequence[Operation]) -> list[Operation]:
    """The same operations, those that can be planned together as one.

    Two that concern the same column, constraint or index are never together: the second needs what the first made. Tables are made
    together with tables alone, for each is made with all the columns that are planned by then; so two may name each other.
    """
    return [run[0] if len(run) == 1 else Together(run) for run in _runs(operations)]


_PLAIN = (AddField, AlterField, AddConstraint, AddIndex, RemoveConstraint, RemoveIndex)


def _runs(operations: Sequence[Operation]) -> Iterator[list[Operation]]:
    run: list[Operation] = []
    known: set[tuple[str, str]] = set()
    for operation in operations:
        key = _concerns(operation)
        if run and (
            key is None or key in known or isinstance(operation, CreateModel) != isinstance(run[0], CreateModel)
        ):
            yield run
            run, known = [], set()
        if key is None:
            yield [operation]
            continue
        run.append(operation)
        known.add(key)
    if run:
        yield run


def _concerns(operation: Operation) -> tuple[str, str] | None:
    """Which table, or which column, constraint or index of which; None for what is planned alone."""
    if isinstance(operation, CreateModel):
        return operation.name_lower, ""
    if not isinstance(operation, _PLAIN):
        return None
    thing: Any = getattr(operation, "constraint", None) or getattr(operation, "index", operation)
    return operation.model_name_lower, thing.name
