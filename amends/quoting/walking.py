"""Walking through a history in time: at each opening, what each level would have quoted from what was known then.

Fitting and replaying are this same walk; the model is where it ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Self

import numpy as np

from amends.calendars.calendar import Calendar
from amends.histories.history import DAY, EPOCH, Feature, Flags, Floats, History, Rows, ended_by, moment
from amends.quoting.bounds import NEVER, Curve, cohort, curve, fading, shrunk
from amends.quoting.forest import Forest, Shape, grow

ENOUGH: Final = 50  # comparable cases below which no date is given
LEVELS: Final = (1, 2, 3)
GRID: Final = (0.8, 0.9, 0.95)  # probabilities by which levels are compared
_COHORT: Final = 300  # cases of a mature cohort
_HALF: Final = 100  # cases after which a case counts half, at least
_WINDOW: Final = 4  # half-lives looked back
_MOST: Final = 4000  # cases in one calibration; more are thinned evenly
_TAUGHT: Final = 20_000  # newest cases that teach a forest
_FIRST: Final = 100  # cases before the first forest
_LENGTH: Final = 0.97  # share of cases whose length must have been seen before a forest is taught
_GROUP: Final = 100.0  # weight of a group that stands on its own
_MORE: Final = 16  # marks that a scale may have beyond those of its shape
_RECENT: Final = 20  # closings that tell how fast things go at the moment


@dataclass(frozen=True, slots=True)
class Clock:
    """A way of counting days. Elapsed time, or the open time of a calendar: `open_by[i]` of it had passed by `at[i]`."""

    at: Floats = field(default_factory=lambda: np.empty(0))
    open_by: Floats = field(default_factory=lambda: np.empty(0))
    calendar: Calendar | None = None

    @classmethod
    def of(cls, calendar: Calendar, begin: float, end: float) -> Self:
        """The clock of this calendar for times from `begin` to some years after `end`."""
        spans = calendar.spans(moment(begin - 1), moment(end + 3 * 366))
        edges = np.array([[(edge - EPOCH) / DAY for edge in span] for span in spans])
        length = np.cumsum(edges[:, 1] - edges[:, 0])
        open_by = np.stack([np.r_[0.0, length[:-1]], length], axis=1)
        return cls(edges.ravel(), open_by.ravel(), calendar)

    def read(self, at: Floats) -> Floats:
        """What the clock shows at these times."""
        return at if self.calendar is None else np.interp(at, self.at, self.open_by)

    def when(self, shown: Floats) -> Floats:
        """The first times at which it shows this; NEVER beyond its end."""
        if self.calendar is None:
            return shown
        index = np.searchsorted(self.open_by, shown, side="left")
        inside = np.minimum(index, len(self.at) - 1)
        found = self.at[inside] - (self.open_by[inside] - shown)
        return np.where(index < len(self.at), found, NEVER)


@dataclass(frozen=True, slots=True)
class Seen:
    """A history by one clock."""

    history: History
    clock: Clock
    opened: Floats
    closed: Floats
    group: Floats | None = None

    @classmethod
    def of(cls, history: History, clock: Clock, group: str = "") -> Self:
        """This history, by this clock; cases of the same `group` are compared with each other first."""
        codes = history.feature(group).values if group else None
        return cls(history, clock, clock.read(history.opened), clock.read(history.closed), codes)

    def known(self, rows: Rows, at: float) -> tuple[Floats, Flags]:
        """What was known at this time of these cases: how long they took, or had been open, and which had ended."""
        over = ended_by(self.history.closed[rows], at)
        now = float(self.clock.read(np.array([at]))[0])
        return np.where(over, self.closed[rows], now) - self.opened[rows], over

    def lag(self, before: int, at: float) -> float:
        """How long it takes until nineteen of twenty cases are over, from those opened lately; by this clock."""
        rows = np.arange(max(0, before - _MOST), before)
        if not len(rows):
            return NEVER
        lengths, over = self.known(rows, at)
        found = curve(lengths, over).bound(0.95)
        return found if np.isfinite(found) else float(lengths.max())


@dataclass(slots=True)
class Scores:
    """What each case looked like to the forest in force at its opening: a distribution each, on that forest's marks."""

    begin: int
    spread: Floats
    marks: Floats

    def place(self, rows: Rows, durations: Floats) -> Floats:
        """Where these durations stand in each case's own distribution: 0 to 1, and above 1 beyond its last mark."""
        return place(self.spread[rows - self.begin], self.marks[rows - self.begin], durations)

    def length(self, row: int, score: float) -> float:
        """The duration that stands there in the distribution of this case."""
        return length(self.spread[row - self.begin], self.marks[row - self.begin], score)


@dataclass(frozen=True, slots=True)
class Calibration:
    """What is known at one time: a curve of durations for levels 1 and 2, of scores for level 3, and how many cases."""

    curves: dict[int, Curve]
    counts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Walk:
    """What each level would have quoted, in days of the clock, for each case and probability; NEVER is no date."""

    seen: Seen
    rows: Rows
    probabilities: tuple[float, ...]
    quotes: dict[int, Floats]
    scores: Scores | None


def place(spread: Floats, marks: Floats, durations: Floats) -> Floats:
    """Row by row, where each duration stands in its distribution."""
    rows = np.arange(len(durations))
    index = (marks <= durations[:, None]).sum(axis=1)
    right = np.minimum(index, marks.shape[1] - 1)
    left = np.maximum(index - 1, 0)
    x0, y0 = np.where(index > 0, marks[rows, left], 0.0), np.where(index > 0, spread[rows, left], 0.0)
    width = marks[rows, right] - x0
    inside = y0 + (spread[rows, right] - y0) * np.where(width > 0, (durations - x0) / np.where(width > 0, width, 1), 0)
    last = marks[:, -1]
    return np.where(index < marks.shape[1], inside, durations / last)


def length(spread: Floats, marks: Floats, score: float) -> float:
    """The duration that stands at this score of one distribution: the inverse of `place`."""
    if score > 1:
        return float(marks[-1] * score)
    index = int(np.searchsorted(spread, score, side="left"))
    x0, y0 = (float(marks[index - 1]), float(spread[index - 1])) if index else (0.0, 0.0)
    rise = float(spread[index]) - y0
    return x0 + (float(marks[index]) - x0) * ((score - y0) / rise if rise > 0 else 1.0)


def situation(history: History) -> tuple[Feature, ...]:
    """What the history itself says about the moment of each opening: the hour, the day, how much waits, how fast it goes."""
    opened, done = history.opened, ~np.isnan(history.closed)
    closings = np.argsort(history.closed[done], kind="stable")
    closed = history.closed[done][closings]
    pace = np.r_[0.0, np.cumsum(np.log1p((closed - history.opened[done][closings]) * 24))]
    before = np.searchsorted(closed, opened, side="right")
    start = np.maximum(before - _RECENT, 0)
    recent = np.where(before > 0, (pace[before] - pace[start]) / np.maximum(before - start, 1), np.nan)
    found = {
        "hour": (opened % 1) * 24,
        "weekday": np.floor(opened + 3) % 7,
        "waiting": np.arange(len(opened)) - before,
        "pace": recent,
        "rush": np.arange(len(opened)) - np.searchsorted(opened, opened - 7),
    }
    return tuple(Feature(name, np.asarray(values, dtype=np.float64)) for name, values in found.items())


def calibration(
    seen: Seen, scores: Scores | None, before: int, *, at: float, lag: float, group: float | None
) -> Calibration:
    """The curves of the cases opened before this one, from what was known at its opening."""
    curves, counts = {}, {}
    now = float(seen.clock.read(np.array([at]))[0])
    grown = int(np.searchsorted(seen.opened[:before], now - lag, side="right"))
    rows = _of_group(seen, np.arange(max(0, grown - (_MOST if group is not None else _COHORT)), grown), group)[
        -_COHORT:
    ]
    counts[1] = len(rows)
    curves[1] = cohort(*seen.known(rows, at))
    half = max(_HALF, before - grown)
    rows = np.arange(max(0, before - _WINDOW * half), before)
    step = -(-len(rows) // _MOST) or 1
    rows = rows[::-1][::step][::-1]
    lengths, over = seen.known(rows, at)
    weights = _weights(seen, rows, half / step, group)
    counts[2], curves[2] = len(rows), curve(lengths, over, weights)
    if scores is not None:
        own = rows >= scores.begin
        placed = scores.place(rows[own], lengths[own])
        counts[3], curves[3] = int(own.sum()), curve(placed, over[own], weights[own])
    return Calibration(curves, counts)


def _of_group(seen: Seen, rows: Rows, group: float | None) -> Rows:
    """The cases of this group if they are enough to stand on their own, otherwise all."""
    if group is None or seen.group is None:
        return rows
    own = rows[seen.group[rows] == group]
    return own if len(own) >= _GROUP else rows


def _weights(seen: Seen, rows: Rows, half: float, group: float | None) -> Floats:
    if group is None or seen.group is None:
        return fading(len(rows), half)
    same = seen.group[rows] == group
    own = np.zeros(len(rows))
    own[same] = fading(int(same.sum()), half)
    own[~same] = fading(int((~same).sum()), half)
    return shrunk(own, same, enough=_GROUP)


def taught(seen: Seen, features: tuple[Feature, ...], before: int, at: float, shape: Shape) -> Forest:
    """The forest that the newest cases opened before this one teach, by what was known of them then."""
    rows = np.arange(max(0, before - _TAUGHT), before)
    lengths, over = seen.known(rows, at)
    return grow(tuple(feature.take(rows) for feature in features), lengths, over, shape=shape)


def scored(seen: Seen, features: tuple[Feature, ...], begin: int, forests: int, shape: Shape) -> Scores | None:
    """Every case from `begin` on as the forest saw it that had been taught last before its opening."""
    count = len(seen.history)
    begin = _ripe(seen, max(begin, _FIRST))
    if begin >= count:
        return None
    stops = _stops(begin, count, forests)
    spread, marks = [], []
    for start, stop in zip(stops, [*stops[1:], count], strict=True):
        forest = taught(seen, features, start, float(seen.history.opened[start]), shape)
        found = forest.spread([feature.values[start:stop] for feature in features])
        spread.append(_wide(found, shape.marks + _MORE))
        marks.append(_wide(np.broadcast_to(forest.marks, found.shape), shape.marks + _MORE))
    return Scores(begin, np.concatenate(spread), np.concatenate(marks))


def _ripe(seen: Seen, begin: int) -> int:
    """The first case from here on before whose opening nearly the whole length of such cases had been seen.

    A forest that was taught while no slow case could have ended yet knows nothing of them.
    """
    count, step = len(seen.history), max(1, len(seen.history) // 50)
    while begin < count:
        rows = np.arange(max(0, begin - _TAUGHT), begin)
        if np.isfinite(curve(*seen.known(rows, float(seen.history.opened[begin]))).bound(_LENGTH)):
            break
        begin += step
    return min(begin, count)


def _stops(begin: int, count: int, forests: int) -> list[int]:
    """Where forests are taught anew: after an eighth more cases, and so many times at most after the first."""
    stops, least = [begin], (count - begin) // forests
    while (after := stops[-1] + max(_FIRST // 2, least, stops[-1] // 8)) < count:
        stops.append(after)
    return stops


def _wide(rows: Floats, width: int) -> Floats:
    """The same rows with the last column repeated up to this width, for forests whose scales differ in length."""
    return np.pad(rows, ((0, 0), (0, width - rows.shape[1])), mode="edge")


def walk(
    seen: Seen,
    features: tuple[Feature, ...],
    begin: int,
    probabilities: tuple[float, ...],
    *,
    levels: tuple[int, ...] = LEVELS,
    ticks: int = 3000,
    forests: int = 12,
    shape: Shape | None = None,
) -> Walk:
    """What each level would have quoted for the cases from `begin` on. Calibrated at most `ticks` times on the way."""
    count = len(seen.history)
    look = max(_HALF * _WINDOW, begin // 2)
    scores = scored(seen, features, max(0, begin - look), forests, shape or Shape()) if 3 in levels else None  # noqa: PLR2004
    rows = np.arange(begin, count)
    quotes = {level: np.full((len(rows), len(probabilities)), NEVER) for level in levels}
    lag, step = NEVER, max(1, -(-len(rows) // ticks))
    for start in range(begin, count, step):
        at = float(seen.history.opened[start])
        if start == begin or (start - begin) // step % 20 == 0:
            lag = seen.lag(start, at)
        for row, known in _calibrated(seen, scores, range(start, min(start + step, count)), at, lag):
            for level in levels:
                quotes[level][row - begin] = quoted(known, level, scores, row, probabilities)
    return Walk(seen, rows, probabilities, quotes, scores)


def _calibrated(
    seen: Seen, scores: Scores | None, rows: range, at: float, lag: float
) -> Iterator[tuple[int, Calibration]]:
    """For each case of a tick what was known at the tick, once for each group among them."""
    known: dict[float | None, Calibration] = {}
    for row in rows:
        group = None if seen.group is None else float(seen.group[row])
        if group not in known:
            known[group] = calibration(seen, scores, rows.start, at=at, lag=lag, group=group)
        yield row, known[group]


def quoted(
    known: Calibration, level: int, scores: Scores | None, row: int, probabilities: tuple[float, ...]
) -> list[float]:
    """What this level quotes for this case at each probability, in days of the clock."""
    if known.counts.get(level, 0) < ENOUGH:
        return [NEVER] * len(probabilities)
    bounds = [known.curves[level].bound(p) for p in probabilities]
    if level < 3 or scores is None:  # noqa: PLR2004 -- the third level is the one that has scores
        return bounds
    return [scores.length(row, bound) if np.isfinite(bound) else NEVER for bound in bounds]
