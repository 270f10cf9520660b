"""Whether the sample's stories are just coming in: whoever loads them holds a lock, which ends with them however they end."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The class and number of the advisory lock.
_CLASS, _NUMBER = 0x53414D50, 1
_ASK: Final = """SELECT EXISTS (SELECT FROM pg_locks
    WHERE locktype = 'advisory' AND classid = %s AND objid = %s AND objsubid = 2
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))"""


@contextmanager
def coming_in() -> Iterator[None]:
    """What is loaded in here is just coming in, for every session of this database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock_shared(%s, %s)", [_CLASS, _NUMBER])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock_shared(%s, %s)", [_CLASS, _NUMBER])


def comes_in() -> bool:
    """Whether the sample is loaded now. A desk that was not started with it (`AMENDS_SAMPLE`, set by `serve`) does not ask."""
    if "AMENDS_SAMPLE" not in os.environ:
        return False
    with connection.cursor() as cursor:
        cursor.execute(_ASK, [_CLASS, _NUMBER])
        found: bool = cursor.fetchone()[0]
    return found
