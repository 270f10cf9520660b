"""How far we came with each of the affected, answered from the record and never chosen: the funnel, and the people in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connection, models

from amends.affected.affected import Affected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.problems.problem import Problem


class State(models.TextChoices):
    """Where one of the affected is; each is in exactly one, the furthest of which there is evidence."""

    TO_REACH = "to_reach", "to reach"
    TRIED = "tried", "tried"
    REACHED = "reached", "reached"
    ANSWERED = "answered", "answered"
    PUT_RIGHT = "put_right", "put right"
    FOLLOWED_UP = "followed_up", "followed up"
    CANNOT = "cannot", "cannot be reached"


# A mail counts as reached once the server has taken it and it has not come back; one that waits has reached nobody.
STATE = """CASE
  WHEN c.id IS NOT NULL AND (c.ending IN ('satisfied', 'unconfirmed') OR EXISTS (
    SELECT FROM amends_followup f JOIN amends_message m ON m.id = f.message_id
    WHERE f.case_id = c.id AND f.done_at IS NOT NULL AND NOT m.failed)) THEN 'followed_up'
  WHEN c.stage IN ('resolved', 'closed') THEN 'put_right'
  WHEN a.linked_at IS NOT NULL OR EXISTS (
    SELECT FROM amends_message m WHERE m.case_id = c.id AND m.direction = 'in' AND NOT m.automatic) THEN 'answered'
  WHEN c.human_spoke_at IS NOT NULL AND EXISTS (
    SELECT FROM amends_message m WHERE m.case_id = c.id AND m.direction = 'out' AND NOT m.automatic AND NOT m.failed
      AND (m.channel <> 'email' OR EXISTS (SELECT FROM amends_delivery d WHERE d.message_id = m.id AND d.state = 'sent'))
    ) THEN 'reached'
  WHEN a.unreachable_at IS NOT NULL THEN 'cannot'
  WHEN EXISTS (SELECT FROM amends_attempt t WHERE t.case_id = c.id)
    OR EXISTS (SELECT FROM amends_message m WHERE m.case_id = c.id AND m.direction = 'out' AND m.failed AND EXISTS (
      SELECT FROM amends_delivery d WHERE d.message_id = m.id AND d.state IN ('bounced', 'failed'))) THEN 'tried'
  ELSE 'to_reach' END"""
_FUNNEL = f"""SELECT state, count(*), sum(greatest(lines - 1, 0)) FROM (
  SELECT a.lines, {STATE} AS state FROM amends_affected a LEFT JOIN amends_case c ON c.id = a.case_id
  WHERE a.problem_id = %s) s GROUP BY state"""  # noqa: S608 - our own words
_PEOPLE = f"""SELECT id, state FROM (
  SELECT a.id, {STATE} AS state FROM amends_affected a LEFT JOIN amends_case c ON c.id = a.case_id
  WHERE a.problem_id = %(problem)s AND a.id > %(after)s) s WHERE %(state)s IN ('', state) ORDER BY id LIMIT %(most)s"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Step:
    """One state: how many people are in it, and which share of all they are."""

    state: str
    label: str
    people: int
    share: float


@dataclass(frozen=True, slots=True)
class Funnel:
    """Everybody affected, each in one state. `total` counts the lines of all lists: people, and lines that were one of them."""

    steps: Sequence[Step]
    people: int
    merged: int

    @property
    def total(self) -> int:
        """What the states and the merged lines add up to."""
        return sum(step.people for step in self.steps) + self.merged

    def of(self, state: str) -> int:
        """How many are in this state."""
        return next(step.people for step in self.steps if step.state == state)


def funnel(problem: Problem) -> Funnel:
    """Where everybody is now. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_FUNNEL, [problem.pk])
        rows = {state: (people, int(merged)) for state, people, merged in cursor.fetchall()}
    everybody = sum(people for people, _ in rows.values())
    steps = [
        Step(state, state.label, found := rows.get(state, (0, 0))[0], found / everybody if everybody else 0.0)
        for state in State
    ]
    return Funnel(steps, everybody, sum(merged for _, merged in rows.values()))


def people_in(problem: Problem, state: str = "", *, most: int, after: int = 0) -> list[tuple[Affected, str]]:
    """The people in this state, or all, with the state of each, in the order in which they came. Two statements."""
    with connection.cursor() as cursor:
        cursor.execute(_PEOPLE, {"problem": problem.pk, "after": after, "state": state, "most": most})
        states = dict(cursor.fetchall())
    rows = Affected.objects.filter(pk__in=states).select_related("case__owner", "customer").order_by("pk")
    return [(row, states[row.pk]) for row in rows]
