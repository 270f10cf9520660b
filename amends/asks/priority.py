"""A case for priority: why a colleague should do this before other work, from what is on record and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q

from amends.asks.ask import State
from amends.cases.stages import OPEN, Ending
from amends.concerns.fact import About
from amends.deadlines.deadline import Kind
from amends.promises.promise import local

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from amends.cases.case import Case
    from amends.concerns.fact import Fact
    from amends.promises.promise import Promise

#: One page: so many entries of a list, each of so many characters.
_MOST, _LONGEST = 4, 160
_A_DAY, _AN_HOUR, _TWO_DAYS = 86_400, 3600, 2 * 86_400
#: What the law, or whoever watches this trade, sets a limit to.
_LIMITS = (Kind.ACKNOWLEDGEMENT, Kind.HOLDING, Kind.FINAL, Kind.STAGE_1, Kind.STAGE_2)


def case_for_priority(case: Case, *, at: datetime) -> str:
    """A page at the most, to be edited: harm, value, what is due to the customer, how long they wait, what went wrong before.

    A part about which nothing is on record is left out; nobody is quoted but for the concerns they need met.
    """
    facts = list(case.facts.order_by("pk"))
    promises = list(case.promises.select_related("deadline").order_by("deadline__due_at"))
    parts = [
        _listed("What it does to them", _harm(case, facts)),
        _listed(
            "What is at stake", [f"{fact.words} ({fact.get_status_display()})" for fact in facts if _of_value(fact)]
        ),
        _listed("What is due to them", _due(case, promises, at)),
        _listed("How long they wait", _waits(case, at)),
        _listed("What went wrong before", _history(case, promises, at)),
    ]
    return "\n\n".join(part for part in parts if part)


def _listed(heading: str, lines: Iterable[str]) -> str:
    found = [_short(line) for line in lines]
    if not found:
        return ""
    more = [f"- and {len(found) - _MOST} more"] if len(found) > _MOST else []
    return "\n".join([f"{heading}:", *(f"- {line}" for line in found[:_MOST]), *more])


def _short(line: str) -> str:
    words = " ".join(line.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _harm(case: Case, facts: Sequence[Fact]) -> list[str]:
    """The severity first, then the effect on them, then what they need met."""
    key = "; a key customer" if case.customer.key_customer else ""
    effects = [fact.words for fact in facts if fact.about == About.EFFECT]
    needs = list(case.concerns.filter(waived_at=None, act=None).order_by("pk").values_list("words", flat=True))
    return [f"{case.get_severity_display()} severity{key}", *effects, *(f"still needs met: {words}" for words in needs)]


def _of_value(fact: Fact) -> bool:
    return fact.about in {About.AMOUNT, About.ORDER}


def _due(case: Case, promises: Sequence[Promise], at: datetime) -> list[str]:
    """What we promised and have not done, then limits that the law sets, then our next word."""
    open_ones = [promise for promise in promises if not promise.kept_at and not promise.released_at]
    said = [f"we promised: {one.words}, {_by(one.deadline.due_at, at)}" for one in open_ones]
    rows = case.deadlines.filter(met_at=None, void_at=None, kind__in=[*_LIMITS, Kind.CALL_BACK, Kind.NEXT_UPDATE])
    others = [f"{row.get_kind_display()}, {_by(row.due_at, at)}" for row in rows.order_by("due_at")]
    return [*said, *others]


def _by(due: datetime, at: datetime) -> str:
    return f"due {local(due)}" if due > at else f"was due {local(due)}, {_span(at, due)} ago"


def _waits(case: Case, at: datetime) -> list[str]:
    lines = [f"they told us on {local(case.received_at)}, {_span(at, case.received_at)} ago"]
    if case.human_spoke_at is None:
        lines.append("nobody has told them anything yet")
    elif case.waiting_since:
        lines.append(f"they wait for an answer since {local(case.waiting_since)}")
    return lines


def _history(case: Case, promises: Sequence[Promise], at: datetime) -> list[str]:
    broken = sum(promise.state(at=at) in {"broken", "late"} for promise in promises)
    moved = sum(promise.moved_at is not None for promise in promises)
    missed = case.deadlines.filter(missed_at__isnull=False).exclude(kind=Kind.PROMISE).count()
    before = case.customer.cases.exclude(pk=case.pk).filter(received_at__lte=case.received_at)
    earlier = before.exclude(ending=Ending.MERGED).aggregate(
        all=Count("pk"), lost=Count("pk", filter=Q(ending=Ending.LOST)), open=Count("pk", filter=Q(stage__in=OPEN))
    )
    chased = case.chases.count()
    refused = case.asks.filter(state=State.REFUSED).count()
    return [
        line
        for count, line in (
            (case.round - 1, _times(case.round - 1, "it was thought right and was not")),
            (broken, _many(broken, "promise") + " to them broken"),
            (moved, _many(moved, "date") + " moved"),
            (chased, _times(chased, "they had to ask us where it is")),
            (missed, _many(missed, "deadline") + " of ours missed"),
            (earlier["all"], _earlier(earlier)),
            (refused, _many(refused, "ask") + " refused"),
        )
        if count
    ]


def _earlier(found: dict[str, int]) -> str:
    notes = ", ".join(
        f"{found[name]} {words}" for name, words in (("open", "still open"), ("lost", "lost")) if found[name]
    )
    return f"{_many(found['all'], 'earlier failure')} of ours with them{f' ({notes})' if notes else ''}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _times(count: int, what: str) -> str:
    return what if count == 1 else f"{what}, {count} times"


def _span(at: datetime, then: datetime) -> str:
    seconds = (at - then).total_seconds()
    if seconds < _TWO_DAYS:
        return _many(max(1, int(seconds // _AN_HOUR)), "hour")
    return _many(int(seconds // _A_DAY), "day")
