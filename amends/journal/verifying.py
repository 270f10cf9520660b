"""Is every chain whole? One pass in the database; only the faults come back."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

_FAULTS = """
WITH links AS (
  SELECT e.*, lag(e.hash, 1, ''::bytea) OVER w AS prior, lag(e.seq, 1, 0) OVER w AS before FROM amends_entry e
  WINDOW w AS (PARTITION BY chain ORDER BY seq)
), faults AS (
  SELECT chain, seq, CASE WHEN seq <> before + 1 THEN 'an entry before this one is missing'
                          ELSE 'this entry was changed' END AS fault
  FROM links l
  WHERE seq <> before + 1
     OR hash IS DISTINCT FROM amends_entry_digest(prior, (SELECT e FROM amends_entry e WHERE e.id = l.id))
  UNION ALL
  SELECT coalesce(h.chain, t.chain), coalesce(t.length, 0), 'the last entries of this chain are missing'
  FROM amends_head h FULL JOIN (SELECT chain, max(seq) AS length FROM amends_entry GROUP BY chain) t USING (chain)
  WHERE h.length IS DISTINCT FROM t.length
)
SELECT chain, seq, fault FROM faults ORDER BY chain, seq LIMIT 100
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where a chain does not hold: the chain (a case's key, 0 for the desk's own), the entry, and what is wrong."""

    chain: int
    seq: int
    fault: str


def verify() -> tuple[int, list[Fault]]:
    """The number of entries read, and the first hundred faults; an empty list means that the journal is whole."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM amends_entry")
        (count,) = cursor.fetchone() or (0,)
        cursor.execute(_FAULTS)
        return count, [Fault(*row) for row in cursor.fetchall()]
