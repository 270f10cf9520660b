"""What stands beside a case: calls to make, asks of colleagues, who is offered it, who stands in. It rides on the case."""

from __future__ import annotations

from datetime import datetime, time
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.db.models import IntegerField
from django.db.models.expressions import RawSQL

from amends.asks.ask import OPEN, State
from amends.asks.redtape import Kind as Tape
from amends.callbacks.callback import in_their_hours
from amends.customers.customer import Channel
from amends.messages.attempt import Result
from amends.web.case.timeline import riding
from amends.web.zones import place

if TYPE_CHECKING:
    from amends.cases.case import Case
    from amends.people.person import Person

_CALLS = """
SELECT jsonb_build_object('pk', b.id, 'about', b.about, 'phone', b.phone, 'via', b.asked_via, 'asked_at', b.asked_at,
  'caller', p.name, 'caller_id', b.caller_id, 'due_at', d.due_at, 'zone', b.time_zone, 'begins', b.hours_from,
  'ends', b.hours_until, 'next_try_at', b.next_try_at, 'promised', b.promise_id IS NOT NULL, 'tries', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('at', t.tried_at, 'result', t.result, 'by', q.name) ORDER BY t.tried_at, t.id),
      '[]') FROM amends_callback_attempts x JOIN amends_attempt t ON t.id = x.attempt_id
      JOIN amends_person q ON q.id = t.tried_by_id WHERE x.callback_id = b.id))
FROM amends_callback b JOIN amends_deadline d ON d.id = b.deadline_id LEFT JOIN amends_person p ON p.id = b.caller_id
WHERE b.case_id = amends_case.id AND b.done_at IS NULL AND b.void_at IS NULL ORDER BY d.due_at, b.id
"""
_ASKS = """
SELECT jsonb_build_object('pk', a.id, 'what', a.what, 'name', a.name, 'email', a.email, 'department', a.department,
  'outside', a.of_id IS NULL, 'state', a.state, 'asked_at', a.asked_at, 'by', p.name, 'mailed_at', a.mailed_at,
  'due_at', d.due_at, 'answer', a.answer, 'answered_at', a.answered_at, 'checked_at', a.checked_at)
FROM amends_ask a JOIN amends_deadline d ON d.id = a.deadline_id JOIN amends_person p ON p.id = a.asked_by_id
WHERE a.case_id = amends_case.id ORDER BY a.asked_at, a.id
"""
_OFFERS = """
SELECT jsonb_build_object('pk', h.id, 'gain', h.gain, 'brief', h.brief, 'offered_at', h.offered_at, 'due_at', d.due_at,
  'receiver', r.name, 'receiver_id', h.receiver_id, 'giver', g.name, 'by', o.name)
FROM amends_handoff h JOIN amends_deadline d ON d.id = h.deadline_id JOIN amends_person r ON r.id = h.receiver_id
JOIN amends_person g ON g.id = h.giver_id JOIN amends_person o ON o.id = h.offered_by_id
WHERE h.case_id = amends_case.id AND h.accepted_at IS NULL AND h.declined_at IS NULL
"""
_TRANSFERS = "SELECT count(*) FROM amends_handoff h WHERE h.case_id = amends_case.id AND h.accepted_at IS NOT NULL"
_STAND_INS = """
SELECT jsonb_build_object('pk', s.id, 'of', o.name, 'of_id', s.of_id, 'person', p.name, 'person_id', s.person_id,
  'began_at', s.began_at, 'due_at', d.due_at, 'untold', d.id IS NOT NULL AND s.message_id IS NULL AND d.met_at IS NULL
    AND d.void_at IS NULL, 'offered_at', s.offered_at, 'answer', s.answer, 'away', s.absence_id IS NOT NULL,
  'what', CASE WHEN s.call_back_id IS NOT NULL THEN 'call' WHEN s.ask_id IS NOT NULL THEN 'ask' ELSE 'case' END)
FROM amends_standin s JOIN amends_person o ON o.id = s.of_id LEFT JOIN amends_person p ON p.id = s.person_id
LEFT JOIN amends_deadline d ON d.id = s.deadline_id
WHERE s.case_id = amends_case.id AND (d.id IS NOT NULL AND s.message_id IS NULL AND d.met_at IS NULL AND d.void_at IS NULL
  OR s.of_id = %s AND s.offered_at IS NOT NULL AND s.answer = '') ORDER BY s.began_at, s.id
"""
_RED_TAPE = """
SELECT jsonb_build_object('pk', t.id, 'kind', t.kind, 'words', t.words, 'cost', t.cost, 'by', p.name, 'at', t.noted_at)
FROM amends_redtape t JOIN amends_person p ON p.id = t.noted_by_id
WHERE t.case_id = amends_case.id ORDER BY t.noted_at, t.id
"""


def beside(person: Person) -> dict[str, RawSQL]:
    """The columns that bring all of it along with the case, as this person needs it."""
    return {
        "call_rows": riding(_CALLS),
        "ask_rows": riding(_ASKS),
        "offer_rows": riding(_OFFERS),
        "stand_in_rows": riding(_STAND_INS, person.pk),
        "tape_rows": riding(_RED_TAPE),
        "transfers": RawSQL(f"({_TRANSFERS})", [], output_field=IntegerField()),  # noqa: S611 - the text is ours
    }


class Besides:
    """All of it as one person sees it at one moment."""

    def __init__(self, case: Case, person: Person, at: datetime) -> None:
        self.case, self.person, self.at = case, person, at

    def _rows(self, name: str, *moments: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = getattr(self.case, name)
        return [{**row, **{one: _moment(row[one]) for one in moments}} for row in rows]

    @cached_property
    def calls(self) -> list[dict[str, Any]]:
        """Calls that somebody has to make, the soonest first."""
        return [self._call(row) for row in self._rows("call_rows", "asked_at", "due_at", "next_try_at")]

    def _call(self, row: dict[str, Any]) -> dict[str, Any]:
        zone = ZoneInfo(row["zone"])
        hours = time.fromisoformat(row["begins"]), time.fromisoformat(row["ends"])
        due = row["due_at"].astimezone(zone)
        tries = [{**one, "at": _moment(one["at"]), "result": Result(one["result"]).label} for one in row["tries"]]
        return {
            **row, "tries": tries, "via": Channel(row["via"]).label, "place": place(row["zone"]),
            "there": f"{due:%a} {due.day} {due:%b} {due:%H:%M}", "clock": f"{self.at.astimezone(zone):%H:%M}",
            "hours": f"{hours[0]:%H:%M} to {hours[1]:%H:%M}", "mine": row["caller_id"] == self.person.pk,
            "callable": in_their_hours(self.at, row["zone"], hours) == self.at, "late": row["due_at"] < self.at,
            "tel": "".join(c for c in row["phone"] if c.isdigit() or c == "+"),
        }  # fmt: skip

    @property
    def my_calls(self) -> list[dict[str, Any]]:
        """Those that this person makes."""
        return [row for row in self.calls if row["mine"]]

    @cached_property
    def asks(self) -> list[dict[str, Any]]:
        """What colleagues were asked, in order."""
        rows = self._rows("ask_rows", "asked_at", "due_at", "mailed_at", "answered_at", "checked_at")
        return [
            {
                **row, "label": State(row["state"]).label, "is_open": row["state"] in OPEN,
                "to_check": row["state"] in {State.DONE, State.REFUSED},
                "late": row["state"] in OPEN and row["due_at"] < self.at,
            }
            for row in rows
        ]  # fmt: skip

    @cached_property
    def offer(self) -> dict[str, Any] | None:
        """The handoff nobody has answered, if there is one."""
        return next(iter(self._rows("offer_rows", "offered_at", "due_at")), None) if self.case.is_open else None

    @property
    def offered_to_me(self) -> bool:
        """Whether this person is the one to answer."""
        return self.offer is not None and self.offer["receiver_id"] == self.person.pk

    @property
    def transfers(self) -> int:
        """How often the case passed from one owner to another."""
        count: int = getattr(self.case, "transfers", 0)
        return count

    @cached_property
    def _stand_ins(self) -> list[dict[str, Any]]:
        return self._rows("stand_in_rows", "began_at", "due_at", "offered_at")

    @property
    def untold(self) -> dict[str, Any] | None:
        """The stand-in of whom the customer should know and does not; the one who has it now, where there are several."""
        rows = [row for row in self._stand_ins if row["untold"]]
        return next((row for row in reversed(rows) if row["person_id"] == self.person.pk), rows[-1] if rows else None)

    @property
    def offered_back(self) -> list[dict[str, Any]]:
        """What others had while this person was away, and what they can have back."""
        mine = [row for row in self._stand_ins if row["of_id"] == self.person.pk]
        return [row for row in mine if row["offered_at"] and not row["answer"]]

    @cached_property
    def red_tape(self) -> list[dict[str, Any]]:
        """What stood in the way, in order."""
        return [{**row, "label": Tape(row["kind"]).label} for row in self._rows("tape_rows", "at")]


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
