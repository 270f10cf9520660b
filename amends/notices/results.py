"""What became of a notice, recipient by recipient: nothing is said to be sent that was not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connection, models

from amends.notices.notice import Recipient

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.notices.notice import Notice


class Result(models.TextChoices):
    """What became of one mail of a notice."""

    WAITS = "waits", "not sent yet"
    ACCEPTED = "accepted", "accepted by their server"
    UNCERTAIN = "uncertain", "accepted, perhaps twice"
    BOUNCED = "bounced", "came back"
    REPLIED = "replied", "they replied"
    HELD = "held", "held back by the coach: write to them yourself"
    OVER = "over", "not written to after all"


_RESULT = """CASE
  WHEN r.held <> '{}' THEN 'held'
  WHEN r.passed_over <> '' THEN 'over'
  WHEN EXISTS (SELECT FROM amends_message i WHERE i.case_id = m.case_id AND i.direction = 'in' AND NOT i.automatic
    AND i.said_at >= m.said_at) THEN 'replied'
  WHEN d.state IN ('bounced', 'failed') THEN 'bounced'
  WHEN d.state = 'sent' AND d.maybe_twice THEN 'uncertain'
  WHEN d.state = 'sent' THEN 'accepted'
  ELSE 'waits' END"""
_FROM = """FROM amends_recipient r LEFT JOIN amends_message m ON m.id = r.message_id
  LEFT JOIN amends_delivery d ON d.message_id = m.id WHERE r.notice_id = %(notice)s"""
_COUNT = f"SELECT {_RESULT}, count(*) {_FROM} GROUP BY 1"
_LIST = f"""SELECT * FROM (SELECT r.id, {_RESULT} AS result, coalesce(d.because, '') AS because {_FROM} AND r.id > %(after)s) s
  WHERE %(result)s IN ('', result) ORDER BY id LIMIT %(most)s"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True)
class Got:
    """One recipient and what became of their mail; `because` is what a server said."""

    recipient: Recipient
    result: Result
    because: str


def results(notice: Notice) -> dict[Result, int]:
    """How many recipients there are of each result. They add up to all recipients. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"notice": notice.pk})
        found = dict(cursor.fetchall())
    return {result: found.get(result.value, 0) for result in Result}


def recipients(notice: Notice, result: str = "", *, most: int, after: int = 0) -> Sequence[Got]:
    """The recipients with this result, or all, in the order in which they were written to. Two statements."""
    with connection.cursor() as cursor:
        cursor.execute(_LIST, {"notice": notice.pk, "after": after, "most": most, "result": result})
        found = {key: (said, because) for key, said, because in cursor.fetchall()}
    rows = Recipient.objects.filter(pk__in=found).select_related("affected__case").order_by("pk")
    return [Got(row, Result(found[row.pk][0]), found[row.pk][1]) for row in rows]
