"""Replaying a history: what would have been promised, was it kept, how long was it, and which level did best.

Each quote uses only what was known when its case opened, the choice of the level included. The choice is one for all
probabilities, so that a higher probability never gives an earlier date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from amends.calendars.calendar import Calendar
from amends.histories.cut import why_cut
from amends.histories.history import Flags, Floats, History, NotCalibrated, ended_by, moment
from amends.quoting.bounds import NEVER, needed
from amends.quoting.walking import ENOUGH, GRID, LEVELS, Clock, Seen, Walk, situation, walk

Choice = tuple[str, int]
"""A clock ("elapsed" or "business") and a level."""

START: Final = 0.4  # share of the cases that only teach
_EVIDENCE: Final = 100  # past quotes needed before anything but the plain level is chosen
_LOOK: Final = 1500  # newest past quotes looked at
_BETTER: Final = 0.98  # of the plain level's loss, to be preferred to it
_SLACK: Final = 0.015  # of coverage that counts as equal
_CHOICES: Final = 60  # times in a replay at which the choice is made anew
_COMPARED: Final = (0.5, *GRID)
_HABITS: Final = 3000  # times at which the baselines are worked out anew, in a long history
_PLAIN: Final = 2


@dataclass(frozen=True, slots=True)
class Replay:
    """What was quoted, in elapsed days from each opening, for each case from `begin` on and each probability."""

    history: History
    begin: int
    probabilities: tuple[float, ...]
    quotes: Floats
    chosen: tuple[Choice, ...]  # case by case
    candidates: Mapping[Choice, Floats]

    @property
    def took(self) -> Floats:
        """How long each case took in elapsed days; NaN where it was still open at the end."""
        return self.history.closed[self.begin :] - self.history.opened[self.begin :]

    def figures(self, probability: float) -> dict[str, object]:
        """The spec's metrics of what was quoted at this probability."""
        return figures(self.history, self.begin, self.quotes[:, self.probabilities.index(probability)], probability)


def replay(
    history: History,
    *,
    probability: float = 0.9,
    level: int | None = None,
    calendar: Calendar | None = None,
    group: str = "",
    start: float = START,
) -> Replay:
    """The replay of this history from the share `start` of its cases on, by one level or the best of all at each time.

    Raises NotCalibrated if the history was cut by closing date, or if not one date could have been given.
    """
    refuse_what_is_cut(history)
    begin = max(1, int(len(history) * start))
    probabilities = tuple(sorted({*GRID, 0.5, probability}))
    levels = LEVELS if level is None else (level,)
    walks = walks_of(history, begin, probabilities, levels=levels, calendar=calendar, group=group)
    candidates = {choice: elapsed(each, choice[1]) for choice, each in walks.items()}
    chosen = _choose_along(history, begin, probabilities, candidates)
    order = list(candidates)
    stacked = np.stack([candidates[choice] for choice in order])
    picked = np.array([order.index(choice) for choice in chosen], dtype=np.intp)
    quotes = stacked[picked, np.arange(len(chosen))]
    if not np.isfinite(quotes[:, probabilities.index(probability)]).any():
        raise NotCalibrated(_too_short(history, probability))
    return Replay(history, begin, probabilities, quotes, tuple(chosen), candidates)


def refuse_what_is_cut(history: History) -> None:
    """Raise NotCalibrated if this history was cut by closing date."""
    reason = why_cut(history)
    if reason:
        raise NotCalibrated(reason)


def walks_of(
    history: History,
    begin: int,
    probabilities: tuple[float, ...],
    *,
    levels: tuple[int, ...] = LEVELS,
    calendar: Calendar | None = None,
    group: str = "",
    ticks: int = 1500,
    forests: int = 12,
) -> dict[Choice, Walk]:
    """A walk by each clock, named for each of its levels."""
    clocks = {"elapsed": Clock()}
    if calendar is not None:
        clocks["business"] = Clock.of(calendar, float(history.opened.min(initial=history.until)), history.until)
    features = situation(history) + history.features
    found: dict[Choice, Walk] = {}
    for name, clock in clocks.items():
        seen = Seen.of(history, clock, group)
        walked = walk(seen, features, begin, probabilities, levels=levels, ticks=ticks, forests=forests)
        found |= {(name, level): walked for level in levels}
    return found


def elapsed(walked: Walk, level: int) -> Floats:
    """The quotes of this level in elapsed days from each opening, whatever clock they were worked out by."""
    seen, quotes = walked.seen, walked.quotes[level]
    shown = seen.opened[walked.rows][:, None] + quotes
    due = np.where(np.isfinite(quotes), seen.clock.when(np.where(np.isfinite(quotes), shown, 0.0)), NEVER)
    return np.where(np.isfinite(due), np.maximum(due - seen.history.opened[walked.rows][:, None], 0.0), NEVER)


def _choose_along(
    history: History, begin: int, probabilities: tuple[float, ...], candidates: Mapping[Choice, Floats]
) -> list[Choice]:
    count = len(history) - begin
    chosen: list[Choice] = []
    step = max(1, -(-count // _CHOICES))
    for start in range(0, count, step):
        choice = choose(
            history, range(begin, begin + start), float(history.opened[begin + start]), probabilities, candidates
        )
        chosen += [choice] * min(step, count - start)
    return chosen


def choose(
    history: History,
    quoted: range,
    at: float,
    probabilities: tuple[float, ...],
    candidates: Mapping[Choice, Floats],
) -> Choice:
    """The clock and level that did best on the quotes of these cases, the first of each array, by what was known at `at`.

    Better means a smaller pinball loss at no less coverage, with no more cases left without a date; features must also
    have made the median quote shorter. Without enough evidence it is the plain level.
    """
    plain = next((each for each in candidates if each[1] == _PLAIN), next(iter(candidates)))
    if len(candidates) == 1:
        return plain
    rows = slice(max(0, len(quoted) - _LOOK), len(quoted))
    opened, closed = (column[quoted.start : quoted.stop][rows] for column in (history.opened, history.closed))
    over = ended_by(closed, at)
    took = np.where(over, closed, at) - opened
    mature = at - opened >= np.quantile(took, 0.95) if len(took) else over
    columns = [probabilities.index(p) for p in _COMPARED]
    cuts = {choice: quotes[rows][mature][:, columns] for choice, quotes in candidates.items()}
    both = np.all([np.isfinite(cut).all(axis=1) for cut in cuts.values()], axis=0)
    if both.sum() < _EVIDENCE:
        return plain
    marks = {choice: _marks(cut, both, took[mature]) for choice, cut in cuts.items()}
    return min((each for each in marks if _admitted(each, plain, marks)), key=lambda each: marks[each].loss)


@dataclass(frozen=True, slots=True)
class _Marks:
    loss: float
    kept: Floats
    median: Floats
    unquoted: float


def _marks(quotes: Floats, both: Flags, took: Floats) -> _Marks:
    kept = (took[both][:, None] <= quotes[both]).mean(axis=0)
    loss = float(np.mean([pinball(quotes[both][:, i], took[both], p) for i, p in enumerate(_COMPARED) if i]))
    return _Marks(loss, kept, np.median(quotes[both], axis=0), float((~np.isfinite(quotes)).any(axis=1).mean()))


def _admitted(choice: Choice, plain: Choice, marks: Mapping[Choice, _Marks]) -> bool:
    if choice == plain or choice[1] < _PLAIN:
        return (
            choice == plain
        )  # the mature cohort alone is for those who ask for it: recent cases made quotes no less honest
    own, other = marks[choice], marks[plain]
    equal = bool((own.kept >= np.minimum(np.array(_COMPARED), other.kept) - _SLACK)[1:].all())
    level = np.interp(other.kept, own.kept, own.median)  # its median quotes at the coverage that the plain level had
    shorter = choice[1] != max(LEVELS) or float(np.mean((level / np.maximum(other.median, 1e-9))[1:])) < 1
    return equal and shorter and own.loss <= _BETTER * other.loss and own.unquoted <= other.unquoted + 0.02


def pinball(quotes: Floats, took: Floats, probability: float) -> float:
    """The mean pinball loss in days: each day too late costs `probability`, each day too long the rest."""
    gap = took - quotes
    return float(np.maximum(probability * gap, (probability - 1) * gap).mean())


def figures(history: History, begin: int, quotes: Floats, probability: float) -> dict[str, object]:
    """Coverage over the promises that have fallen due, sharpness, pinball loss and the share given no date.

    A promise has fallen due when its date has passed; where no case at all is open every outcome is known. `n` counts
    the promises that `coverage` is a share of. Days are elapsed.
    """
    opened, closed = history.opened[begin:], history.closed[begin:]
    dated, known = np.isfinite(quotes), ~np.isnan(closed)
    due = dated & ((opened + quotes <= history.until) | bool(known.all()))
    took = np.where(known, closed, history.until) - opened
    late = due & ~(known & (took <= quotes))
    both = due & known
    gap = (quotes - took)[both & ~late]
    return {
        "coverage": _rounded(1 - late[due].mean()) if due.any() else None,
        "median_quote_days": _rounded(np.median(quotes[dated])) if dated.any() else None,
        "no_quote_rate": _rounded(1 - dated.mean()),
        "pinball": _rounded(pinball(quotes[due], took[due], probability)) if due.any() else None,
        "n": int(due.sum()),
        "median_early_days": _rounded(np.median(gap)) if len(gap) else None,
        "share_twice_too_long": _rounded((quotes > 2 * took)[both].mean()) if both.any() else None,
        "median_late_days": _rounded(np.median((took - quotes)[late])) if late.any() else None,
    }


def baselines(history: History, begin: int, probability: float) -> dict[str, Floats]:
    """What three habits would have quoted, from what was known at each opening.

    The mean and the median of all closed cases, and the quantile of those opened lately and already closed, which
    forgets the slow ones that are still open. Lately is three times what nineteen of twenty early cases took at most.
    """
    opened, closed = history.opened, history.closed
    took = closed - opened
    found = {name: np.full(len(history) - begin, NEVER) for name in ("mean", "median", "opened recently and closed")}
    early = took[:begin][ended_by(closed[:begin], opened[begin])]
    window = 3 * float(np.quantile(early, 0.95)) if len(early) else NEVER
    step = max(1, -(-(len(history) - begin) // _HABITS))
    for row in range(begin, len(history), step):
        own = slice(row - begin, row - begin + step)
        past = took[:row][ended_by(closed[:row], opened[row])]
        rows = slice(int(np.searchsorted(opened, opened[row] - window)), row)
        recent = took[rows][ended_by(closed[rows], opened[row])]
        if len(past):
            found["mean"][own], found["median"][own] = past.mean(), np.median(past)
        if len(recent):
            found["opened recently and closed"][own] = np.quantile(recent, probability)
    return found


def _too_short(history: History, probability: float) -> str:
    if np.isnan(history.closed).all():
        return (
            f"No date could have been given: not one of the {len(history)} cases has a closing. Name the column that says when "
            "a case was closed, and give a history that is long enough for most of its cases to have ended."
        )
    span = history.opened[-1] - history.opened[0]
    took: NDArray[np.float64] = (history.closed - history.opened)[~np.isnan(history.closed)]
    slow = f"the slower cases take {np.quantile(took, probability):.1f} days or more"
    cases = "the only case was" if len(history) == 1 else f"the {len(history)} cases were"
    return (
        f"No date could have been given: {cases} opened within {span:.1f} days, from "
        f"{moment(float(history.opened[0])):%d %B %Y} on, and {slow}, so that at no opening were there "
        f"{max(ENOUGH, needed(probability))} comparable cases of which enough had ended. Give a longer history."
    )


def _rounded(value: float | np.floating) -> float:
    return round(float(value), 6)
