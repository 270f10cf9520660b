"""When an absence begins, all that is theirs finds somebody present, in one transaction; when it ends, each is offered back."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q

from amends.asks.ask import Ask
from amends.callbacks.callback import CallBack, may_see
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.stages import Stage
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.pacing import Timing, promised
from amends.deadlines.ruling import calendar_of
from amends.followups.declining import Decline
from amends.handoffs.handoff import Handoff
from amends.journal.entry import Entry, entry, record, record_all
from amends.messages.message import Message
from amends.people.absence import Absence
from amends.people.person import Person
from amends.people.presence import Roster
from amends.responses.escalation import Escalation
from amends.standins.standin import StandIn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.journal.actors import Actor

#: An absence without an end is thought to last so long when it is asked which customers would notice.
_OPEN_ENDED = timedelta(days=3)
#: In business time, by when a customer who would notice knows who stands in.
_TELL_WITHIN = timedelta(hours=2)
_NOTICED = (Kind.CALL_BACK, Kind.PROMISE, Kind.NEXT_UPDATE)


@transaction.atomic
def go_away(
    person: Person,
    *,
    starts_at: datetime,
    by: Actor,
    at: datetime,
    ends_at: datetime | None = None,
    deputy: Person | None = None,
) -> Absence:
    """The person is away in [starts_at, ends_at), or until they say that they are back.

    If it has begun, everything of theirs is swept now; if not, when it begins; calls that fall into it find another caller
    at once in either case. Raises AbsenceRefused.
    """
    absence = Absence.objects.plan(person, starts_at=starts_at, ends_at=ends_at, deputy=deputy, by=by, at=at)
    if starts_at <= at:
        sweep(absence, by=by, at=at)
    else:
        _Sweep(person, absence, by, at).calls(during=(starts_at, ends_at))
    return absence


@transaction.atomic
def sweep(absence: Absence, *, by: Actor, at: datetime) -> list[StandIn]:
    """Every open case, call, promise, ask and follow-up of theirs has somebody present, or waits where somebody watches.

    Once for each absence, however many workers look at it. Customers who would notice are owed a word by the stand-in.
    """
    person = Person.objects.select_for_update(no_key=True).get(pk=absence.person_id)
    if Absence.objects.begun(at).filter(pk=absence.pk).update(swept_at=at) != 1:
        return []
    absence.swept_at = at
    return _Sweep(person, absence, by, at).everything()


def sweep_begun(*, by: Actor, at: datetime) -> int:
    """Absences that have begun are swept, and those that are over give back; returns how many there were."""
    begun = list(Absence.objects.begun(at).select_related("person"))
    for absence in begun:
        sweep(absence, by=by, at=at)
    over = Absence.objects.standing().filter(returned_at=None, ends_at__lte=at)
    ended = list(over.select_related("person"))
    for absence in ended:
        come_back(absence, by=by, at=at)
    return len(begun) + len(ended)


@transaction.atomic
def come_back(absence: Absence, *, by: Actor, at: datetime) -> int:
    """They are here again, whatever was planned; what went to others is offered back, one by one. Returns how many."""
    ends = min(absence.ends_at, at) if absence.ends_at else at
    if ends <= absence.starts_at:
        message = "This absence has not begun. Call it off instead."
        raise Refused(message)
    if (
        Absence.objects.filter(pk=absence.pk, returned_at=None, cancelled_at=None).update(returned_at=at, ends_at=ends)
        != 1
    ):
        return 0
    offered = StandIn.objects.filter(absence=absence, answer="").update(offered_at=at)
    record("absence.ended", by=by, at=at, name=absence.person.name, offered=offered, person=absence.person_id)
    return offered


@transaction.atomic
def depart(person: Person, *, by: Actor, at: datetime, heir: Person | None = None) -> int:
    """The person no longer works here: sign-in ends, and all that is theirs goes to `heir`, a deputy or the queue.

    Returns how many open cases moved. Nobody can let themselves go.
    """
    if by.actor_kind == "person" and by.pk == person.pk:
        message = "Somebody else must record that you left."
        raise Refused(message)
    person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    person.leave(by=by, at=at)
    swept = _Sweep(person, None, by, at, heir=heir or person.deputy).everything()
    return sum(1 for row in swept if row.call_back_id is None and row.ask_id is None)


class _Sweep:
    """What one sweep moves, and to whom."""

    def __init__(
        self, person: Person, absence: Absence | None, by: Actor, at: datetime, heir: Person | None = None
    ) -> None:
        self.person, self.absence, self.by, self.at, self.heir = person, absence, by, at, heir
        self.roster = Roster.read(at=at)
        loads = Case.objects.open().exclude(owner=None).values_list("owner").annotate(n=Count("pk")).order_by()
        self.roster.load.update(dict(loads))

    def everything(self) -> list[StandIn]:
        """Offers lapse, then cases move, then calls and asks; told in one entry of the desk's own chain."""
        self._offers()
        for escalation in Escalation.objects.outstanding().filter(deadline__assignee=self.person):
            escalation.pass_on(by=self.by, at=self.at)
        for decline in (
            Decline.objects.waiting().filter(deadline__assignee=self.person).select_related("case", "deadline")
        ):
            decline.pass_on(by=self.by, at=self.at)
        rows = [
            *self._cases(),
            *self.calls(during=(self.at, self.absence.ends_at if self.absence else None)),
            *self._asks(),
        ]
        record("absence.swept", by=self.by, at=self.at, name=self.person.name, count=len(rows), person=self.person.pk)
        return rows

    def _offers(self) -> None:
        for offer in (
            Handoff.objects.standing().filter(receiver=self.person).select_related("case", "receiver", "deadline")
        ):
            offer.decline(because=f"{self.person.name} is away", by=self.by, at=self.at)

    def _stand_in(self, case: Case, at: datetime | None = None) -> Person | None:
        if self.heir is not None and self.roster.is_here(self.heir.pk, at) and may_see(self.heir, case):
            return self.heir
        # Who has a restricted case may see it; everybody else must be a lead to get it.
        return self.roster.stand_in(
            self.person.pk, queue=case.queue_id, at=at, fit=lambda p: not case.restricted or p.role != "agent"
        )

    def _cases(self) -> list[StandIn]:
        owed = Deadline.objects.outstanding().filter(case=OuterRef("pk"))
        mine = Case.objects.filter(~Q(stage=Stage.CLOSED) | Exists(owed), owner=self.person)
        cases = list(mine.select_related("customer", "queue__site").select_for_update(of=("self",)).order_by("pk"))
        given: dict[Person | None, list[Case]] = defaultdict(list)
        for case in cases:
            to = self._stand_in(case)
            given[to].append(case)
            if to is not None:
                self.roster.load[to.pk] = self.roster.load.get(to.pk, 0) + 1
        for to, theirs in given.items():
            Case.objects.filter(pk__in=[case.pk for case in theirs]).update(owner=to)
        record_all([self._moved(case, to) for to, theirs in given.items() for case in theirs])
        telling = self._telling(cases)
        return StandIn.objects.bulk_create(
            StandIn(
                absence=self.absence, of=self.person, person=to, case=case, began_at=self.at,
                deadline=telling.get(case.pk),
            )
            for to, theirs in given.items()
            for case in theirs
        )  # fmt: skip

    def _moved(self, case: Case, to: Person | None) -> Entry:
        if to is None:
            return entry("case.queued", by=self.by, at=self.at, case_id=case.pk, queue=case.queue.name)
        return entry(
            "case.stood_in", by=self.by, at=self.at, case_id=case.pk, to=to.name, of=self.person.name, person=to.pk
        )

    def _telling(self, cases: Sequence[Case]) -> dict[int, Deadline]:
        """For customers who know the absent person and wait for something meanwhile: telling them is due."""
        ends = self.absence.ends_at if self.absence and self.absence.ends_at else self.at + _OPEN_ENDED
        keys = [case.pk for case in cases if case.stage != Stage.CLOSED]
        spoken = Message.objects.ours().filter(author=self.person, case__in=keys).values_list("case_id", flat=True)
        waiting = Deadline.objects.outstanding().filter(case__in=keys, kind__in=_NOTICED, due_at__lt=ends)
        soonest: dict[int, datetime] = {}
        for key, due_at in waiting.values_list("case_id", "due_at"):
            soonest[key] = min(due_at, soonest.get(key, due_at))
        known = set(spoken)
        return self._owe_telling(
            [(case, soonest[case.pk]) for case in cases if case.pk in known and case.pk in soonest]
        )

    def _owe_telling(self, cases: Sequence[tuple[Case, datetime]]) -> dict[int, Deadline]:
        """Telling is due once a case, before the thing itself is; an earlier one that nobody did stands for the new one."""
        keys = [case.pk for case, _ in cases]
        standing = Deadline.objects.outstanding().filter(case__in=keys, kind=Kind.STAND_IN)
        found = {row.case_id: row for row in standing}
        for case, soonest in cases:
            if case.pk not in found:
                within = calendar_of(case).add(self.at, _TELL_WITHIN)
                due = min(within, soonest) if soonest > self.at else within
                when: Timing = promised(due, since=self.at)
                found[case.pk] = Deadline.objects.fall_due(case, Kind.STAND_IN, when, at=self.at)
        return found

    def calls(self, during: tuple[datetime, datetime | None]) -> list[StandIn]:
        """Calls that would fall into the absence have another caller, who is here then, and the customer is told who."""
        begins, ends = during
        mine = CallBack.objects.outstanding().filter(caller=self.person)
        if begins > self.at:  # planned: the calls before and after it stay with them
            mine = mine.filter(deadline__due_at__gte=begins)
            mine = mine.filter(deadline__due_at__lt=ends) if ends is not None else mine
        calls = list(mine.select_related("case__queue__site", "case__customer", "deadline"))
        owed = self._owe_telling(
            [(call.case, call.deadline.due_at) for call in calls if call.case.stage != Stage.CLOSED]
        )
        rows = []
        for call in calls:
            to = self._stand_in(call.case, max(call.deadline.due_at, self.at))
            call.give_to(to, by=self.by, at=self.at)
            rows.append(self._stand_in_row(call.case, to, owed.get(call.case_id), call_back=call))
        return rows

    def _asks(self) -> list[StandIn]:
        asks = Ask.objects.outstanding().filter(of=self.person).select_related("case__queue__site", "deadline")
        rows = []
        for ask in asks:
            to = self._stand_in(ask.case)
            ask.pass_to(to, by=self.by, at=self.at)
            rows.append(self._stand_in_row(ask.case, to, None, ask=ask))
        return rows

    def _stand_in_row(self, case: Case, to: Person | None, deadline: Deadline | None, **what: object) -> StandIn:
        return StandIn.objects.create(
            absence=self.absence, of=self.person, person=to, case=case, began_at=self.at, deadline=deadline, **what
        )
