"""What is given on a case, as its page shows it: what they lost, what was offered, chosen and asked for. It rides on the case."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from amends.advice.voice import voice_wanted
from amends.effort.effort import KINDS
from amends.experiments.arms import Place
from amends.offers.loss import Fault, Loss
from amends.offers.naming import named_in
from amends.offers.proposing import Proposed, propose
from amends.remedies.execution import State
from amends.reports.money import Costs
from amends.web.case.timeline import riding

if TYPE_CHECKING:
    from django.db.models.expressions import RawSQL

    from amends.cases.case import Case
    from amends.people.person import Person
    from amends.policy.pack import Rung

_LOSS = """
SELECT to_jsonb(l) || jsonb_build_object('by', p.name, 'amount', l.amount::text)
FROM amends_loss l JOIN amends_person p ON p.id = l.noted_by_id
WHERE l.case_id = amends_case.id
"""
_OFFERS = """
SELECT jsonb_build_object('pk', o.id, 'wish', o.wish, 'goodwill', o.goodwill, 'currency', o.currency, 'planned', o.planned::text,
  'asked', o.asked::text, 'made_at', o.made_at, 'by', p.name, 'begun_at', o.begun_at, 'withdrawn_at', o.withdrawn_at,
  'because', o.withdrawn_because, 'told_via', o.told_via, 'said', CASE WHEN o.begun_at IS NULL AND o.withdrawn_at IS NULL THEN (
    SELECT jsonb_agg(jsonb_build_object('text', left(s.text, 4000), 'said_at', s.said_at, 'channel', s.channel))
    FROM (SELECT m.text, m.said_at, m.channel FROM amends_message m WHERE m.case_id = o.case_id AND m.direction = 'in'
      AND NOT m.automatic AND m.said_at > o.made_at ORDER BY m.said_at DESC, m.id DESC LIMIT 3) s) END, 'options', (
    SELECT jsonb_agg(jsonb_build_object('pk', x.id, 'position', x.position, 'name', x.name, 'kind', x.kind, 'words', x.words,
      'worth', nullif(x.worth, 0)::text, 'cost', x.cost::text, 'ready_at', x.ready_at, 'work', x.work) ORDER BY x.position)
    FROM amends_option x
    WHERE x.offer_id = o.id), 'choice', (
    SELECT jsonb_build_object('pk', c.id, 'option', c.option_id, 'chosen_at', c.chosen_at, 'via', c.via, 'theirs', c.theirs,
      'words', c.words, 'executed_at', c.executed_at, 'on_its_way_at', c.on_its_way_at, 'had_at', c.had_at, 'had_how', c.had_how,
      'missed_at', c.missed_at, 'missed_how', c.missed_how, 'missed_because', c.missed_because, 'travels', r.travels,
      'kind', r.kind, 'way', r.way, 'due_at', d.due_at, 'state', e.state, 'execution', e.id, 'trouble', e.because,
      'evidence', e.evidence, 'reference', e.reference)
    FROM amends_choice c JOIN amends_remedy r ON r.id = c.remedy_id JOIN amends_promise m ON m.id = c.promise_id
    JOIN amends_deadline d ON d.id = m.deadline_id LEFT JOIN amends_execution e ON e.choice_id = c.id
    WHERE c.offer_id = o.id AND c.stands))
FROM amends_offer o JOIN amends_person p ON p.id = o.made_by_id WHERE o.case_id = amends_case.id ORDER BY o.made_at DESC, o.id DESC
"""
_APPROVALS = """
SELECT jsonb_build_object('pk', a.id, 'what', r.name, 'remedy', r.id, 'worth', a.worth::text, 'cost', a.cost::text,
  'currency', a.currency,
  'state', a.state, 'because', a.because, 'by', p.name, 'by_id', a.asked_by_id, 'of', q.name, 'due_at', d.due_at, 'answer', a.answer,
  'answered_by', n.name, 'used', EXISTS (SELECT FROM amends_offer o WHERE o.approval_id = a.id))
FROM amends_approval a JOIN amends_remedy r ON r.id = a.remedy_id JOIN amends_person p ON p.id = a.asked_by_id
JOIN amends_deadline d ON d.id = a.deadline_id LEFT JOIN amends_person q ON q.id = a.approver_id
LEFT JOIN amends_person n ON n.id = a.answered_by_id
WHERE a.case_id = amends_case.id AND a.state <> 'withdrawn' ORDER BY a.asked_at DESC, a.id DESC
"""
_DECLINES = """
SELECT jsonb_build_object('pk', n.id, 'because', n.because, 'instead', n.instead, 'by', p.name, 'by_id', n.proposed_by_id,
  'of', q.name, 'of_id', n.reader_id, 'at', n.proposed_at, 'due_at', d.due_at, 'state', n.state, 'answer', n.answer)
FROM amends_decline n JOIN amends_person p ON p.id = n.proposed_by_id JOIN amends_person q ON q.id = n.reader_id
JOIN amends_deadline d ON d.id = n.deadline_id WHERE n.case_id = amends_case.id AND n.state = 'proposed'
"""
_EFFORTS = """
SELECT jsonb_build_object('pk', e.id, 'kind', e.kind, 'words', e.words, 'at', e.asked_at, 'by', p.name,
  'alarm', e.deadline_id IS NOT NULL AND e.eased_at IS NULL)
FROM amends_effort e JOIN amends_person p ON p.id = e.asked_by_id WHERE e.case_id = amends_case.id ORDER BY e.asked_at, e.id
"""
_RECOGNITION = """
SELECT jsonb_build_object('pk', r.id, 'words', r.words, 'done_at', r.done_at, 'evidence', r.evidence, 'due_at', d.due_at)
FROM amends_recognition r JOIN amends_deadline d ON d.id = r.deadline_id WHERE r.case_id = amends_case.id
"""
_LOTS = "SELECT to_jsonb(x.place) FROM amends_experiment x WHERE x.begun_at IS NOT NULL AND x.stopped_at IS NULL"
_TIMES = (
    "made_at", "begun_at", "withdrawn_at", "ready_at", "chosen_at", "executed_at", "on_its_way_at", "had_at", "missed_at",
    "due_at", "done_at", "at", "noted_at", "said_at",
)  # fmt: skip


def given_with() -> dict[str, RawSQL]:
    """The columns that bring all of it along with the case."""
    return {
        "loss_rows": riding(_LOSS), "given_rows": riding(_OFFERS), "approval_rows": riding(_APPROVALS),
        "effort_rows": riding(_EFFORTS), "recognition_rows": riding(_RECOGNITION), "lot_rows": riding(_LOTS),
        "decline_rows": riding(_DECLINES),
    }  # fmt: skip


class Giving:
    """All of it as one person sees it at one moment."""

    def __init__(self, case: Case, person: Person, at: datetime) -> None:
        self.case, self.person, self.at = case, person, at

    def _rows(self, name: str) -> list[dict[str, Any]]:
        return [_timed(row) for row in getattr(self.case, name)]

    @property
    def drawn(self) -> bool:
        """Whether an experiment draws something of the three."""
        return bool({Place.MENU, Place.CARD} & self.lots)

    @property
    def lots(self) -> set[str]:
        """The places at which an experiment draws now."""
        return set(self.case.lot_rows)  # type: ignore[attr-defined]

    @cached_property
    def stake(self) -> Costs | None:
        """What a customer earns the house in a year, in the currency of the loss; asked where the form stands, and nowhere else."""
        return Costs.objects.at_stake().get(self.loss.currency) if self.loss else None

    @cached_property
    def loss(self) -> Loss | None:
        """What they lost, if it is on record."""
        row = next(iter(self._rows("loss_rows")), None)
        if row is None:
            return None
        fields = {
            name: row[name] for name in ("token", "failure", "currency", "rejected", "fault", "payment", "noted_at")
        }
        return Loss(
            pk=row["id"], case=self.case, amount=Decimal(row["amount"]), noted_by_id=row["noted_by_id"], **fields
        )

    @property
    def declining(self) -> dict[str, Any] | None:
        """The proposal to decline that waits for a second reader; `mine`: this person made it."""
        row = next(iter(self._rows("decline_rows")), None)
        return {**row, "mine": row["by_id"] == self.person.pk} if row else None

    @property
    def voice(self) -> Rung | None:
        """The row of policy by which a mail alone is too little for them."""
        return voice_wanted(self.case, (self.loss.amount, self.loss.currency) if self.loss else (None, None))

    @property
    def unrecognised(self) -> bool:
        """Whether it was our fault and nothing was given for their trouble."""
        return self.loss is not None and self.loss.fault == Fault.ESTABLISHED and not self.gave

    @cached_property
    def offers(self) -> list[dict[str, Any]]:
        """What was offered, the newest first, each with its options and what they chose."""
        found = []
        for row in self._rows("given_rows"):
            options = [_timed(option) for option in row["options"] or []]
            choice = _timed(row["choice"]) if row["choice"] else None
            if choice:
                choice["name"] = next(option["name"] for option in options if option["pk"] == choice["option"])
                choice["stage"] = _stage(choice)
                choice["apart"] = choice["kind"] in {"gift card", "handwritten note"}
            waits = not row["withdrawn_at"] and not row["begun_at"]
            found.append(
                {
                    **row, "options": options, "choice": choice, "open": waits, "unanswered": waits and not choice,
                    "asks_work": any(option["work"] for option in options),
                    "named": _named(row["said"] or [], options, choice) if waits and not row["wish"] else None,
                }
            )  # fmt: skip
        return found

    @property
    def waiting(self) -> dict[str, Any] | None:
        """The offer they have not chosen from yet."""
        return next((row for row in self.offers if row["unanswered"]), None)

    @cached_property
    def approvals(self) -> list[dict[str, Any]]:
        """What was asked for beyond one's authority, the newest first."""
        rows = self._rows("approval_rows")
        for row in rows:
            row["open"], row["yes"] = row["state"] in {"asked", "refusing"}, row["state"] in {"granted", "passed"}
            row["usable"] = row["yes"] and not row["used"]
        return rows

    @property
    def approval(self) -> dict[str, Any] | None:
        """What was asked for and may be given now, or else the one that waits for a yes."""
        given = (row for row in self.approvals if row["usable"])
        return next(given, None) or next((row for row in self.approvals if row["open"]), None)

    @property
    def agreed(self) -> dict[str, Any] | None:
        """What they chose and nobody has begun to carry out; a gift waits until the matter is resolved."""
        rows = (row for row in self.offers if row["choice"] and row["choice"]["stage"] == "agreed")
        return next((row for row in rows if not row["choice"]["apart"]), None)

    @property
    def gave(self) -> bool:
        """Whether they chose something, or were granted it, that did not come to nothing."""
        return any(offer["choice"] and not offer["choice"]["missed_at"] for offer in self.offers)

    @cached_property
    def efforts(self) -> list[dict[str, Any]]:
        """What we asked of them, in order."""
        labels = dict(KINDS)
        return [{**row, "label": labels[row["kind"]]} for row in self._rows("effort_rows")]

    @property
    def alarms(self) -> list[dict[str, Any]]:
        """What was too much to ask, and nobody has made up for."""
        return [row for row in self.efforts if row["alarm"]]

    @cached_property
    def recognition(self) -> dict[str, Any] | None:
        """The card that is owed to a key customer."""
        return next(iter(self._rows("recognition_rows")), None)

    @cached_property
    def proposed(self) -> Proposed | None:
        """Three remedies this person may put to them now; None before it is on record what they lost."""
        return propose(self.case, self.loss, by=self.person, at=self.at) if self.loss else None


def _named(
    said: list[dict[str, Any]], options: list[dict[str, Any]], choice: dict[str, Any] | None
) -> dict[str, Any] | None:
    """The option that they seem to name in what they wrote since, the newest first, unless it is what stands or is older."""
    places = {option["pk"]: (option["position"], option["name"]) for option in options}
    for message in map(_timed, said):
        found = named_in(message["text"], places)
        if found is None:
            continue
        if choice and (choice["chosen_at"] >= message["said_at"] or choice["option"] == found.option):
            return None
        option = next(option for option in options if option["pk"] == found.option)
        return {**message, "option": option, "words": found.words}
    return None


def _stage(choice: dict[str, Any]) -> str:
    if choice["missed_at"]:
        return "missed"
    if choice["had_at"]:
        return "had"
    if choice["on_its_way_at"]:
        return "on its way"
    if choice["executed_at"]:
        return "executed"
    return (
        choice["state"]
        if choice["state"] in {State.UNCERTAIN, State.FAILED, State.SENDING, State.WAITING}
        else "agreed"
    )


def _timed(row: dict[str, Any]) -> dict[str, Any]:
    return {name: datetime.fromisoformat(value) if name in _TIMES and value else value for name, value in row.items()}
