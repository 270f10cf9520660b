"""What is owed on two cases that become one: all of it stands, and of what a case owes only once, whatever is due first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q

from amends.cases.stages import Stage
from amends.deadlines.cadence import owe_update
from amends.deadlines.deadline import LAWFUL, SEVERAL, Deadline, Kind
from amends.deadlines.pacing import Timing, first_answer, patience
from amends.messages.inbound import owe_opening
from amends.standins.standin import StandIn

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case

#: Due once a case, and not less due because the case goes on as another: what the law limits, and what lies here unopened.
CARRIED = (Kind.INBOUND, *LAWFUL)


@dataclass(slots=True)
class Owed:
    """What was outstanding on either when they became one, by kind; of the kinds that are due once a case."""

    case: Case
    into: Case
    theirs: dict[str, Deadline] = field(default_factory=dict)
    ours: dict[str, Deadline] = field(default_factory=dict)

    @classmethod
    def read(cls, case: Case, into: Case) -> Owed:
        """As it stands before anything moved."""
        found = cls(case, into)
        rows = Deadline.objects.outstanding().filter(case__in=[case.pk, into.pk]).exclude(kind__in=SEVERAL)
        for row in rows:
            (found.theirs if row.case_id == case.pk else found.ours)[row.kind] = row
        return found

    def bring(self) -> None:
        """Whatever a case may owe several times goes along with what it is about, met or not.

        So does what was met of the law's: if the letter that met it comes back, it is due again, and there.
        """
        several = Q(kind__in=SEVERAL) | Q(kind__in=LAWFUL, met_at__isnull=False)
        Deadline.objects.filter(several, case=self.case).update(case=self.into)

    def settle(self, into: Case, *, at: datetime) -> None:
        """`into` owes what was due first, and always something; nothing is due any more on the case that ended."""
        self.into = into
        for kind in CARRIED:
            self._carry(kind, at)
        self._carry_telling()
        if into.stage == Stage.NEW:
            self._carry(Kind.FIRST_ANSWER, at)
        else:
            self._answered(at)
        Deadline.objects.outstanding().filter(case=self.case).update(void_at=at)
        self._owe_something(at)

    def _carry(self, kind: Kind, at: datetime) -> None:
        row, own = self.theirs.get(kind), self.ours.get(kind)
        if row is None or (own is not None and own.due_at <= row.due_at):
            return
        if own is not None:
            Deadline.objects.void(self.into.pk, kind, at=at)
        Deadline.objects.filter(pk=row.pk).update(case=self.into)

    def _carry_telling(self) -> None:
        """Who stands in is told once, to a customer whom nobody has told and for whom somebody still does."""
        row, own = self.theirs.get(Kind.STAND_IN), self.ours.get(Kind.STAND_IN)
        if row is None or not StandIn.objects.untold().filter(deadline=row, answer="").exists():
            return
        if own is None:
            Deadline.objects.filter(pk=row.pk).update(case=self.into)
        else:
            StandIn.objects.filter(deadline=row).update(deadline=own)

    def _answered(self, at: datetime) -> None:
        """One of the two was answered, so both are: what the other's first answer was due by, the next word now is."""
        spoken = self.into.human_spoke_at or at
        Deadline.objects.meet(self.into.pk, Kind.FIRST_ANSWER, at=spoken)
        owe_update(self.into, at=spoken, since=spoken)
        awaited = [row[Kind.FIRST_ANSWER] for row in (self.theirs, self.ours) if Kind.FIRST_ANSWER in row]
        if not awaited or self.into.waiting_since is None:
            return
        owe_opening([self.into], at=at)
        first = min(awaited, key=lambda row: row.due_at)
        update = Deadline.objects.outstanding().filter(case=self.into, kind=Kind.NEXT_UPDATE).first()
        if update is not None and at < first.due_at < update.due_at:
            update.move_to(Timing(first.due_at, first.warn_at, first.policy))

    def _owe_something(self, at: datetime) -> None:
        owe_update(self.into, at=at)
        if Deadline.objects.outstanding().filter(case=self.into).exists():
            return
        if self.into.stage == Stage.NEW:
            Deadline.objects.fall_due(self.into, Kind.FIRST_ANSWER, first_answer(self.into, since=at), at=at)
        else:
            Deadline.objects.fall_due(self.into, Kind.PATIENCE, patience(self.into, since=at), at=at)
