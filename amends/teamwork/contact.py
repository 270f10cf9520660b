"""Being in touch: when both sides last spoke, on open cases and with the customers who matter most.

In touch is an exchange: an answer, theirs to us or ours to them, or a conversation. Three letters of ours that nobody answered
are none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.db import connection

from amends.people.may import check

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from amends.people.person import Person

#: A key customer with whom nobody was in touch for so long is quiet.
QUIET: Final = timedelta(days=60)
#: No longer list than this is read.
MOST: Final = 1000
_TURNS: Final = """
SELECT {who} AS who, m.said_at, m.channel, m.direction,
  lag(m.direction) OVER (PARTITION BY {who} ORDER BY m.said_at, m.id) AS before
FROM {rows} JOIN amends_message m ON m.case_id = c.id AND NOT m.automatic AND NOT m.failed
"""
_EXCHANGED: Final = (
    "max(said_at) FILTER (WHERE before <> direction OR before IS NOT NULL AND channel IN ('phone', 'visit'))"
)
_OF_CASES: Final = f"""
SELECT who, {_EXCHANGED} FROM ({_TURNS.format(who="c.id", rows="unnest(%(keys)s::bigint[]) AS c(id)")}) t GROUP BY who
"""  # noqa: S608 - the text is ours
_OF_KEY: Final = f"""
WITH spoken AS (SELECT who, {_EXCHANGED} AS at FROM ({
    _TURNS.format(
        who="c.customer_id",
        rows='''amends_case c
  JOIN amends_customer u ON u.id = c.customer_id AND u.key_customer AND u.merged_into_id IS NULL''',
    )
}) t GROUP BY who)
SELECT u.id, u.name, u.known_since, s.at, (SELECT count(*) FROM amends_case o WHERE o.customer_id = u.id AND o.stage <> 'closed'),
  (SELECT max(a.at) FROM amends_activity a WHERE a.customer_id = u.id)
FROM amends_customer u LEFT JOIN spoken s ON s.who = u.id WHERE u.key_customer AND u.merged_into_id IS NULL
ORDER BY coalesce(s.at, u.known_since), u.id LIMIT %(most)s
"""  # noqa: S608 - the text is ours


def in_touch(cases: Collection[int]) -> Mapping[int, datetime]:
    """When both sides of each of these cases last spoke; those on which only one has are left out. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_CASES, {"keys": list(cases)})
        return {key: at for key, at in cursor.fetchall() if at is not None}


@dataclass(frozen=True, slots=True)
class KeyCustomer:
    """One of them: when we were last in touch (None: never on record), how many cases they have open, and what they did last."""

    key: int
    name: str
    known_since: datetime
    in_touch_at: datetime | None
    open_cases: int
    did_at: datetime | None

    @property
    def since(self) -> datetime:
        """From when the silence counts: since we know them, where there never was an exchange."""
        return self.in_touch_at or self.known_since

    def days(self, at: datetime) -> int:
        """Whole days of silence."""
        return (at - self.since).days

    def is_quiet(self, at: datetime) -> bool:
        """Whether it is time to get in touch."""
        return at - self.since > QUIET


def key_customers(*, by: Person) -> Sequence[KeyCustomer]:
    """The key customers, the quietest first. For leads: what was said on cases that others may not see counts too. One statement."""
    check(by, "outcomes")
    with connection.cursor() as cursor:
        cursor.execute(_OF_KEY, {"most": MOST})
        return [KeyCustomer(*row) for row in cursor.fetchall()]
