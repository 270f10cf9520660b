"""What needs a human now, in four lanes, each in the order in which it should be taken.

Every query walks an index in the lane's own order and stops, so that a lane costs the same among a hundred thousand open
cases as among a hundred. "Mine" is two such walks, what I own and what nobody owns, merged by their order. The statements
are written out: composed anew for each request they would cost more than they take to run.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from django.db import connection

from amends.people.person import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.people.person import Person

#: A lane is counted no further than this.
MOST_COUNTED = 100
_BEFORE_ALL = (datetime(1, 1, 2, tzinfo=UTC), 0)


class Line(NamedTuple):
    """One row of a lane. `key` and `id` are its place in the lane's order; `due_at` is None when nothing is due.

    `held` is how many rows the lane has from its first row on, up to `MOST_COUNTED`.
    """

    key: datetime
    id: int
    held: int
    reference: str
    subject: str
    received_at: datetime
    human_spoke_at: datetime | None
    waiting_since: datetime | None
    stage: str
    severity: int
    customer: str
    owner: str | None
    due_at: datetime | None
    kind: str | None
    promised: str | None


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose work is meant: `person`'s own and what nobody owns, or (`everybody`) all that they may see. `until` ends today."""

    person: Person
    everybody: bool
    until: datetime


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its name in the address, its title, what it means, and which rows are in it.

    A lane of cases is ordered by their column `key`; one of deadlines (no `key`) by when they fall due.
    """

    name: str
    title: str
    why: str
    holds: str
    key: str = ""

    def walks(self, scope: Scope) -> Sequence[str]:
        """The rows this person may see, as `visible_to` has it: all in one walk, or their own and nobody's in two."""
        open_to_all = "NOT c.restricted" if scope.person.role == Role.AGENT else "TRUE"
        own, walk = ("c.owner_id = %(person)s", _CASES) if self.key else ("d.owner_id = %(person)s", _DEADLINES)
        if scope.everybody:
            return [self._said(walk, f"({open_to_all} OR {own})" if open_to_all != "TRUE" else "TRUE")]
        if self.key:
            return [self._said(walk, own), self._said(walk, f"c.owner_id IS NULL AND {open_to_all}")]
        return [self._said(walk, own), self._said(_NOBODYS, open_to_all)]

    def _said(self, walk: str, whose: str) -> str:
        return walk.format(key=self.key, lane=self.holds, whose=whose)


# Each walk says exactly what the partial index it runs along says; {whose} narrows it to some owners.
_CASES = """(SELECT c.{key} AS key, c.id AS place FROM amends_case c
  WHERE {lane} AND {whose} AND (c.{key}, c.id) > (%(key)s, %(place)s) ORDER BY c.{key}, c.id LIMIT %(counted)s)"""
_DEADLINES = """(SELECT d.due_at AS key, d.id AS place FROM amends_deadline d JOIN amends_case c ON c.id = d.case_id
  WHERE d.met_at IS NULL AND d.void_at IS NULL AND {lane} AND c.stage <> 'closed' AND {whose}
    AND (d.due_at, d.id) > (%(key)s, %(place)s) ORDER BY d.due_at, d.id LIMIT %(counted)s)"""
# Whoever speaks first owns the case, so hardly any answered case is nobody's: these few are looked up one by one. (A case that
# nobody has answered stands in the first lane, whatever else is due on it.) What is asked of them first is what their small
# index holds and no more: with one condition more, PostgreSQL takes the index of all owners and reads every unowned case.
_NOBODYS = """(SELECT d.due_at AS key, d.id AS place FROM
  (SELECT id, restricted FROM amends_case WHERE owner_id IS NULL AND NOT stage IN ('new', 'closed') LIMIT 5000) c
  CROSS JOIN LATERAL (SELECT d.due_at, d.id FROM amends_deadline d WHERE d.case_id = c.id AND d.met_at IS NULL
    AND d.void_at IS NULL AND {lane} AND (d.due_at, d.id) > (%(key)s, %(place)s) LIMIT 1000) d
  WHERE {whose} ORDER BY d.due_at, d.id LIMIT %(counted)s)"""
_ALL = """WITH walked AS MATERIALIZED ({walks}),
  shown AS (SELECT key, place, count(*) OVER () AS held FROM walked ORDER BY key, place LIMIT %(most)s)
SELECT s.key, s.place, least(s.held, %(counted)s), c.reference, c.subject, c.received_at, c.human_spoke_at, c.waiting_since,
  c.stage, c.severity, u.name, o.name, d.due_at, d.kind, p.words
FROM shown s {joins} JOIN amends_customer u ON u.id = c.customer_id LEFT JOIN amends_person o ON o.id = c.owner_id
  LEFT JOIN amends_promise p ON p.deadline_id = d.id
ORDER BY s.key, s.place"""
_JOINS = {
    True: """JOIN amends_case c ON c.id = s.place LEFT JOIN amends_deadline d
  ON d.case_id = c.id AND d.kind = 'first_answer' AND d.met_at IS NULL AND d.void_at IS NULL""",
    False: "JOIN amends_deadline d ON d.id = s.place JOIN amends_case c ON c.id = d.case_id",
}

LANES = (
    Lane(
        "unanswered",
        "Nobody has answered",
        "They told us, and no human of ours has written or called yet.",
        "c.stage = 'new'",
        key="received_at",
    ),
    Lane(
        "due",
        "Due to a customer",
        "Promises and next words, overdue or due by the end of today.",
        "d.kind IN ('promise', 'next_update') AND d.due_at < %(until)s",
    ),
    Lane(
        "waiting",
        "Customer confirmed or replied",
        "They spoke last, and wait for us; also after their case was closed.",
        "c.waiting_since IS NOT NULL AND NOT c.stage = 'new'",
        key="waiting_since",
    ),
    Lane(
        "followups",
        "Follow-ups today",
        "Put right some days ago: ask whether it is right.",
        "d.kind IN ('follow_up_mail', 'follow_up_call') AND d.due_at < %(until)s",
    ),
)
_LATER = Lane("later", "", "", "TRUE")


def lines(lane: Lane, scope: Scope, *, most: int, after: tuple[datetime, int] | None = None) -> list[Line]:
    """The first `most` rows of the lane, or those that come after this place in its order. One statement."""
    return _run(lane, scope, most=most, counted=max(most, MOST_COUNTED), after=after)


def next_due(scope: Scope) -> Line | None:
    """What falls due first after today: the honest answer to "and then?"."""
    return next(iter(_run(_LATER, scope, most=1, counted=1, after=(scope.until, 0))), None)


def _run(lane: Lane, scope: Scope, *, most: int, counted: int, after: tuple[datetime, int] | None = None) -> list[Line]:
    walks = " UNION ALL ".join(lane.walks(scope))
    key, place = after or _BEFORE_ALL
    values: dict[str, int | datetime] = {
        "person": scope.person.pk, "until": scope.until, "key": key, "place": place, "most": most, "counted": counted,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_ALL.format(walks=walks, joins=_JOINS[bool(lane.key)]), values)
        return [Line(*row) for row in cursor.fetchall()]
