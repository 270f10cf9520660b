"""Watching what was changed: how often the cause came per opportunity before and since, and what may be said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.db import transaction

from amends.cases.case import Case
from amends.causes.action import CorrectiveAction, State
from amends.causes.tracing import FAILURES, Tracing, came_of, traced
from amends.causes.tree import lineage

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor
    from amends.spikes.recurring import Rate

_WEEK: Final = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Shown:
    """The counts before and since, the rate with its interval, and all of it in a sentence. No `rate`: nothing can be said."""

    came: tuple[int, int]
    rate: Rate | None
    sentence: str

    @property
    def fallen(self) -> bool:
        """Whether recurrence is shown to have fallen."""
        return self.rate is not None and self.rate.verdict == "fallen"


def shown(action: CorrectiveAction, *, until: datetime) -> Shown:
    """What the record shows of a watched action at this moment.

    As many weeks before it was done are set beside those since, or the opportunities that were counted. A case nobody has traced to
    a cause is not known not to be of this one: opportunities count only as far as what came was traced.
    """
    begin, done, after_from = action.watch_from, action.done_at, action.watch_from
    assert begin is not None and done is not None and after_from is not None and action.watch_until is not None  # noqa: S101, PT018 -- watched
    window = action.watch_until - begin
    spans = ((done - window, done), (after_from, max(until, after_from + timedelta(days=1))))
    came = tuple(came_of(action.cause).filter(received_at__gte=a, received_at__lt=b).count() for a, b in spans)
    share = [_traced_share(a, b) for a, b in spans]
    weeks = [(b - a) / _WEEK for a, b in spans]
    counted = action.of_before is not None and action.of_after is not None and until <= action.watch_until + _WEEK
    sizes = [action.of_before, action.of_after] if counted else weeks
    unit = action.unit if counted else "weeks"
    of = [float(size or 0) * part for size, part in zip(sizes, share, strict=True)]
    words = f"{came[1]} in {_few(sizes[1])} {unit} since, {came[0]} in {_few(sizes[0])} {unit} before"
    if min(of) <= 0:
        return Shown((came[0], came[1]), None, f"{words}: not enough data, for what came was not traced to causes")
    from amends.spikes.recurring import recurrence  # noqa: PLC0415 -- SciPy, which a page is not to wait for

    rate = recurrence(came[0], of[0], came[1], of[1])
    return Shown((came[0], came[1]), rate, f"{words}: {_said(rate)}{_partly(share)}")


def _few(size: float | None) -> str:
    """A number without more digits than it has sense."""
    return f"{size or 0:.1f}".removesuffix(".0")


def _said(rate: Rate) -> str:
    if rate.ratio is None:
        return f"{rate.verdict.value} (none had come before)"
    high = f"{rate.high:.2f}" if rate.high < _FAR else "no end"
    return (
        f"{rate.verdict.value}, the rate is {rate.ratio:.2f} times what it was (95 % interval {rate.low:.2f} to {high})"
    )


def _partly(share: list[float]) -> str:
    if min(share) > _NEARLY:
        return ""
    return f"; {share[0]:.0%} of what came before and {share[1]:.0%} of what came since were traced to a cause"


def _traced_share(begin: datetime, end: datetime) -> float:
    every = Case.objects.filter(FAILURES, received_at__gte=begin, received_at__lt=end).count()
    known = traced().filter(received_at__gte=begin, received_at__lt=end).count()
    return known / every if every else 1.0


@transaction.atomic
def judge_due(*, by: Actor, at: datetime) -> int:
    """Actions whose window is over are proven or come back; those proven come back once they no longer hold. How many moved."""
    moved = 0
    rows = CorrectiveAction.objects.filter(state__in=[State.WATCHED, State.PROVEN], watch_until__lte=at)
    for action in rows.select_for_update(skip_locked=True, of=("self",)).select_related("case", "owner").order_by("pk"):
        if action.state == State.WATCHED:
            found = shown(action, until=action.watch_until or at)
            deed = action.prove if found.fallen else action.come_back
            deed(found.came, found.sentence, by=by, at=at)
            moved += 1
        elif not (found := shown(action, until=at)).fallen:
            action.come_back(found.came, found.sentence, by=by, at=at)
            moved += 1
    return moved


@dataclass(frozen=True, slots=True)
class Fix:
    """What may be said of the cause of a case: `done` only when the change is shown to have worked, else `planned`."""

    state: str
    words: str
    sentence: str = ""


def fix_for(case: Case) -> Fix | None:
    """The change made against what the case was traced to; None where nobody traced it or nothing is being changed."""
    cause = Tracing.objects.cause_of(case)
    if not cause:
        return None
    rows = CorrectiveAction.objects.filter(cause__in=lineage(cause))
    if proven := rows.filter(state=State.PROVEN).order_by("-proven_at", "-pk").first():
        return Fix("done", proven.words, _for_them(proven))
    going = rows.filter(state__in=[State.OPEN, State.WATCHED]).order_by("-taken_at", "-pk").first()
    return Fix("planned", going.words) if going else None


def _for_them(action: CorrectiveAction) -> str:
    """What a customer may be told of a change that worked: what, since when, and what was seen of it since."""
    assert action.done_at is not None and action.watch_from is not None and action.watch_until is not None  # noqa: S101, PT018 -- proven
    weeks = round((action.watch_until - action.watch_from) / _WEEK)
    before, after = action.came_before or 0, action.came_after or 0
    came = "it did not come again" if not after else f"it came {after} more time{'s' if after > 1 else ''}"
    return (
        f"What we changed so that it stops: {action.words.rstrip('.')}, since {action.done_at.day} {action.done_at:%B}. "
        f"We watched it for {weeks} weeks, and {came}; in the {weeks} weeks before it had come {before} times."
    )


_NEARLY: Final = 0.995
_FAR: Final = 1e6
