"""What the law asks of a case, as its page shows it: every limit with its reason, every letter, and where the customer may go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from amends.deadlines.deadline import LAWFUL, Deadline, Kind
from amends.deadlines.ruling import because, row_of
from amends.policy.pack import Limit
from amends.policy.words import Duty
from amends.responses.escalation import Escalation, knows_stage_2, needs_no_reasons
from amends.responses.response import MEETS, Response, day_words, pack_of, rows_for
from amends.responses.settlement import Settlement, short_route_until

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case
    from amends.policy.pack import Letter, Pack, Row


@dataclass(frozen=True, slots=True)
class Asked:
    """One limit: by when, on whose word and why, how it stands (`open`, `missed`, `met`, `late`), and the letters that meet it."""

    kind: Kind
    due_at: datetime
    warn_at: datetime | None
    state: str
    rule: str
    because: str
    unsure: str
    letters: tuple[str, ...] = ()
    assignee: str = ""
    met_at: datetime | None = None


@dataclass(slots=True)
class Regulated:
    """A case under a regulator's pack. `letters` may be written now; `short_until` is when the short route closes."""

    pack: Pack
    limits: list[Asked] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    sent: list[Response] = field(default_factory=list)
    settlement: Settlement | None = None
    short_until: datetime | None = None
    escalation: Escalation | None = None
    may_escalate: bool = False
    reasons_needed: bool = True
    duties: list[Row] = field(default_factory=list)

    @property
    def referral(self) -> Response | None:
        """The last letter that said where the customer may go from here."""
        return next((row for row in self.sent if row.referral), None)

    @property
    def refer_until_words(self) -> str:
        """The last day on which they may go there, if the pack names one."""
        row = self.referral
        return day_words(row.refer_until, self.pack.calendar) if row and row.refer_until and self.pack.calendar else ""


def governed(case: Case) -> bool:
    """Whether a regulator's pack governs the case."""
    return len(case.packs) > 1


def regulated(case: Case, *, at: datetime) -> Regulated | None:
    """What is asked of the case at this moment; None where only the house's own pack governs it.

    Three statements, or four once the second stage has begun.
    """
    if not governed(case):
        return None
    pack = pack_of(case)
    rows = Deadline.objects.filter(case=case, kind__in=LAWFUL, void_at=None).select_related("assignee")
    deadlines = list(rows.order_by("due_at", "pk"))
    sent = list(Response.objects.standing().filter(case=case).select_related("sent_by", "message"))
    settlement = Settlement.objects.filter(case=case).select_related("recorded_by").first()
    outstanding = {row.kind for row in deadlines if row.met_at is None}
    until = short_route_until(case) if not settlement and outstanding & {Kind.FINAL, Kind.STAGE_1} else None
    stage_2 = Kind.STAGE_2 in {row.kind for row in deadlines}
    asked = Escalation.objects.filter(case=case).select_related("deadline").order_by("pk")
    return Regulated(
        pack=pack,
        limits=[_asked(case, row, at) for row in deadlines],
        letters=_letters(case, outstanding, sent),
        sent=sent,
        settlement=settlement,
        short_until=until if until and until >= at else None,
        escalation=asked.last() if stage_2 else None,
        may_escalate=not stage_2 and knows_stage_2(case),
        reasons_needed=not needs_no_reasons(case),
        duties=[row for row in rows_for(case, pack.duties) if row.duty is not Duty.REPORT],
    )


def _asked(case: Case, row: Deadline, at: datetime) -> Asked:
    policy = row_of(row.policy)
    late = row.missed_at is not None or (row.met_at is None and row.due_at <= at)
    states = {(True, True): "late", (True, False): "met", (False, True): "missed", (False, False): "open"}
    letters = (one.name for one in rows_for(case, pack_of(case).letters) if MEETS.get(one.serves) == row.kind)
    own = "the day we named in our last letter"
    return Asked(
        kind=Kind(row.kind),
        due_at=row.due_at,
        warn_at=row.warn_at,
        state=states[row.met_at is not None, late],
        rule=str(policy.kind) if policy else "our own word",
        because=because(row.policy) or own,
        unsure=policy.note if isinstance(policy, Limit) and policy.verify else "",
        letters=tuple(letters),
        assignee=row.assignee.name if row.assignee else "",
        met_at=row.met_at,
    )


def _letters(case: Case, outstanding: set[str], sent: list[Response]) -> list[Letter]:
    """The letters for which there is an occasion: what is due, and a holding letter where an answer may be held."""
    had = {row.kind for row in sent}
    found = []
    for letter in rows_for(case, pack_of(case).letters):
        kind = MEETS.get(letter.serves)
        holds = kind == Kind.HOLDING and Kind.FINAL in outstanding
        before_its_time = kind == Kind.STAGE_1 and kind not in had  # an answer may come without an acknowledgement
        if kind in outstanding or holds or before_its_time:
            found.append(letter)
    return found
