"""The alarm that must never sound: open cases with nobody who is here to look after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection

from amends.cases.case import Case

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

#: So many of one owner or one queue are told; one is too many.
MOST = 100
# Begins with the few people and queues that nobody can count on, so that it costs the same at any number of cases.
_SQL = """
WITH here AS MATERIALIZED (
  SELECT id FROM amends_person p WHERE is_active AND NOT EXISTS (
    SELECT FROM amends_absence a WHERE a.person_id = p.id AND a.cancelled_at IS NULL
      AND a.starts_at <= %(at)s AND (a.ends_at IS NULL OR a.ends_at > %(at)s)))
SELECT c.id FROM amends_person p CROSS JOIN LATERAL (
  SELECT id FROM amends_case WHERE owner_id = p.id AND NOT stage = 'closed' ORDER BY received_at DESC LIMIT %(most)s) c
WHERE p.id NOT IN (SELECT id FROM here)
UNION ALL
SELECT c.id FROM amends_queue q CROSS JOIN LATERAL (
  SELECT id FROM amends_case WHERE queue_id = q.id AND owner_id IS NULL AND NOT stage = 'closed' LIMIT %(most)s) c
WHERE NOT EXISTS (
  SELECT FROM amends_queue_members m WHERE m.queue_id = q.id AND m.person_id IN (SELECT id FROM here))
"""


def uncovered(*, at: datetime) -> QuerySet[Case]:
    """Open cases whose owner is away or gone, and those nobody owns in a queue that nobody who is here watches.

    The sweep of an absence leaves none; what stands here slipped past it, or nobody is left to take it. At most `MOST` of
    each owner and of each queue, those that waited longest first. One statement, and none more while there are none.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SQL, {"at": at, "most": MOST})
        keys = [key for (key,) in cursor.fetchall()]
    return Case.objects.filter(pk__in=keys).order_by("received_at", "pk") if keys else Case.objects.none()
