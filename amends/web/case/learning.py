"""What is to be learnt from a case: whether it is the customer's failure again, why it happened, what is being changed."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from amends.causes.action import State
from amends.causes.tree import tree
from amends.repeats.again import Again
from amends.repeats.again import riding as before
from amends.web.case.timeline import riding

if TYPE_CHECKING:
    from django.db.models.expressions import RawSQL

    from amends.cases.case import Case
    from amends.people.person import Person

_CAUSES = """
SELECT x.row FROM (
  SELECT jsonb_build_object('cause', t.cause, 'words', t.words, 'by', p.name, 'at', t.traced_at, 'own', t.case_id IS NOT NULL) AS row,
    t.case_id IS NOT NULL AS own, t.traced_at, t.id
  FROM amends_tracing t JOIN amends_person p ON p.id = t.traced_by_id
  WHERE t.over_at IS NULL AND (t.case_id = amends_case.id OR t.problem_id IN (
    SELECT a.problem_id FROM amends_affected a WHERE a.case_id = amends_case.id))) x
ORDER BY x.own DESC, x.traced_at DESC, x.id DESC LIMIT 1
"""
_ACTIONS = """
SELECT jsonb_build_object('pk', a.id, 'words', a.words, 'cause', a.cause, 'state', a.state, 'owner', o.name, 'due_at', d.due_at,
  'watch_until', a.watch_until, 'returned', a.returned, 'judged', a.judged, 'taken_at', a.taken_at, 'because', a.dropped_because,
  'here', a.case_id = amends_case.id)
FROM amends_correctiveaction a LEFT JOIN amends_person o ON o.id = a.owner_id LEFT JOIN amends_deadline d ON d.id = a.deadline_id
JOIN amends_case k ON k.id = a.case_id
WHERE a.case_id = amends_case.id OR a.state <> 'dropped' AND (NOT k.restricted OR k.owner_id = %s OR %s) AND (
  a.problem_id IN (SELECT f.problem_id FROM amends_affected f WHERE f.case_id = amends_case.id)
  OR a.cause IN (SELECT t.cause FROM amends_tracing t WHERE t.case_id = amends_case.id AND t.over_at IS NULL))
ORDER BY a.noted_at DESC, a.id DESC LIMIT 10
"""
_TWINS = """
SELECT jsonb_build_object('reference', c.reference, 'percent', round(100 * w.likeness), 'customer', k.name, 'same', c.customer_id =
  amends_case.customer_id, 'stage', c.stage)
FROM amends_twin w JOIN amends_case c ON c.id = CASE WHEN w.case_id = amends_case.id THEN w.earlier_id ELSE w.case_id END
JOIN amends_customer k ON k.id = c.customer_id
WHERE (w.case_id = amends_case.id OR w.earlier_id = amends_case.id) AND c.ending <> 'merged'
  AND (NOT c.restricted OR c.owner_id = %s OR %s)
ORDER BY w.likeness DESC, w.id LIMIT 5
"""


def learnt_with(person: Person, *, at: datetime, sees_all: bool) -> dict[str, RawSQL]:
    """The columns that bring all of it along with the case."""
    return {
        "again_row": before(at=at), "cause_rows": riding(_CAUSES), "action_rows": riding(_ACTIONS, person.pk, sees_all),
        "twin_rows": riding(_TWINS, person.pk, sees_all),
    }  # fmt: skip


class Learning:
    """All of it as one person sees it."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def again(self) -> Again:
        """What they went through before."""
        return Again.of(self.case.again_row, round_=self.case.round)  # type: ignore[attr-defined]

    @cached_property
    def cause(self) -> dict[str, Any] | None:
        """Why it happened, as far as anybody has said; `path` is its place in the tree."""
        rows: list[dict[str, Any]] = self.case.cause_rows  # type: ignore[attr-defined]
        if not rows:
            return None
        place = tree().get(rows[0]["cause"])
        return {**rows[0], "at": _moment(rows[0]["at"]), "path": place.path if place else rows[0]["cause"]}

    @cached_property
    def actions(self) -> list[dict[str, Any]]:
        """What is being changed because of it, or against its cause, the latest first."""
        rows: list[dict[str, Any]] = self.case.action_rows  # type: ignore[attr-defined]
        moments = ("due_at", "watch_until", "taken_at")
        return [
            {**row, **{name: _moment(row[name]) for name in moments}, "label": State(row["state"]).label}
            for row in rows
        ]

    @property
    def twins(self) -> list[dict[str, Any]]:
        """Cases whose first words are the same, or nearly."""
        rows: list[dict[str, Any]] = self.case.twin_rows  # type: ignore[attr-defined]
        return rows

    @property
    def noted(self) -> bool:
        """Whether it stands as something to improve that nobody has taken up yet."""
        return any(row["here"] and row["state"] == State.NOTED for row in self.actions)

    @property
    def change(self) -> tuple[str, datetime] | None:
        """The change that somebody took up, for the playbook."""
        return next(
            ((row["words"], row["taken_at"]) for row in self.actions if row["taken_at"] and not row["because"]), None
        )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
