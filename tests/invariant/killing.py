"""A process that dies in the middle of a deed: PostgreSQL then takes back whatever it had not committed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Killed(BaseException):
    """The process is gone. Nothing in the house may catch this, as nothing can catch a kill."""


@contextmanager
def killed_after(statements: int) -> Iterator[None]:
    """The deed inside dies at its so-many-th statement, if it comes so far; what it had written is gone with it."""
    left = statements

    def count(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001
        nonlocal left
        left -= 1
        if left < 0:
            raise Killed
        return execute(sql, params, many, context)

    try:
        with transaction.atomic(), connection.execute_wrapper(count):
            yield
    except Killed:
        pass
