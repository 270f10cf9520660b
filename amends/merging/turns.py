"""Merges take turns, in the whole installation.

Whoever comes late to something that was merged holds it first and then what it goes on as. So does a merge, where the order
of keys would make the two wait for each other; two merges the opposite ways round must then not meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db import connection

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

T = TypeVar("T", bound="Model")
#: The number of the advisory lock.
MERGING = 0x6D65726765


def hold(rows: QuerySet[T], one: T, into: T) -> tuple[T, T]:
    """Both as they are now, held until the transaction ends, which no other merge begins before."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [MERGING])
    locked = rows.select_for_update(of=("self",))
    return locked.get(pk=one.pk), locked.get(pk=into.pk)
