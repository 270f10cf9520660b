"""The model: what a history taught, small enough for a file, and the quotes it gives."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final, Self, cast

import numpy as np
from numpy.typing import NDArray

from amends.calendars.calendar import Calendar
from amends.calendars.reading import read as read_calendar
from amends.histories.history import DAY, Feature, Floats, History, day, moment
from amends.quoting.bounds import NEVER, Curve
from amends.quoting.forest import Encoding, Forest, Shape
from amends.quoting.replaying import Choice, choose, elapsed, refuse_what_is_cut, walks_of
from amends.quoting.walking import (
    ENOUGH,
    GRID,
    LEVELS,
    Clock,
    Walk,
    calibration,
    length,
    place,
    situation,
    taught,
)

Given = Mapping[str, str | float | None]

_FORMAT: Final = 1
_EVIDENCE: Final = 3000  # newest cases that are replayed to choose the level
_ALL: Final = "*"
_SITUATION: Final = ("waiting", "pace", "rush")


@dataclass(frozen=True, slots=True)
class Quote:
    """What may be promised. `due` is None where no date may be given, and `because` says why."""

    at: datetime
    probability: float
    due: datetime | None
    level: int
    n: int
    cohort: str
    clock: str
    because: str = ""

    @property
    def days(self) -> float | None:
        """Elapsed days from now to the date."""
        return None if self.due is None else (self.due - self.at) / DAY


@dataclass(frozen=True, slots=True)
class Model:
    """A calibrated way of quoting. `curves` and `counts` are by the word of the group; "*" is all cases together."""

    choice: Choice
    curves: Mapping[str, Curve]
    counts: Mapping[str, int]
    clock: Clock
    forest: Forest | None
    group: str
    until: float
    opened_from: float
    state: Mapping[str, float]
    calendar: Mapping[str, object] | None = None

    def quote(
        self,
        *,
        at: datetime,
        probability: float = 0.9,
        features: Given | None = None,
        opened: datetime | None = None,
    ) -> Quote:
        """The date by which a case that is open at `at` will be over with this probability.

        `opened` is when it was, if not just now: that it is still open is taken into account. `features` are what was
        known at the opening; what is missing is unknown.
        """
        begin = opened or at
        word, curve, count = self._curve(features)
        named = {"at": at, "probability": probability, "level": self.choice[1], "n": count, "clock": self.choice[0]}
        quote = Quote(due=None, cohort=self._cohort(word), **named)  # type: ignore[arg-type]
        if count < ENOUGH:
            why = f"there are only {count} comparable cases, and {ENOUGH} are needed before a date means anything"
            return replace(quote, level=0, because=why)
        spread = self._spread(begin, features)
        shown = self._shown(begin, at)
        bound = curve.bound(
            probability, after=self._score(spread, shown[1] - shown[0]) if shown[1] > shown[0] else -NEVER
        )
        if not np.isfinite(bound):
            return replace(
                quote, level=0, because="too many comparable cases are still open, or this one is older than nearly all"
            )
        took = bound if spread is None or self.forest is None else length(spread, self.forest.marks, bound)
        due = float(self.clock.when(np.array([shown[0] + took]))[0])
        if not np.isfinite(due):
            return replace(quote, level=0, because="the date lies beyond the calendar")
        return replace(quote, due=max(at, moment(due + 1e-9)))

    def chance(
        self, *, at: datetime, due: datetime, features: Given | None = None, opened: datetime | None = None
    ) -> float:
        """The probability that a case that is open at `at` is over by `due`; 0 where too little is known to say."""
        begin = opened or at
        _, curve, count = self._curve(features)
        spread, shown = self._spread(begin, features), self._shown(begin, at)
        if count < ENOUGH or due <= at:
            return 0.0
        wait = float(self.clock.read(np.array([day(due)]))[0]) - shown[0]
        after = self._score(spread, shown[1] - shown[0]) if shown[1] > shown[0] else -NEVER
        return curve.chance(self._score(spread, wait), after=after)

    def _curve(self, features: Given | None) -> tuple[str, Curve, int]:
        word = str((features or {}).get(self.group, _ALL)) if self.group else _ALL
        word = word if word in self.curves else _ALL
        return word, self.curves[word], self.counts[word]

    def _shown(self, *times: datetime) -> Floats:
        return self.clock.read(np.array([day(time) for time in times]))

    def _score(self, spread: Floats | None, wait: float) -> float:
        if spread is None or self.forest is None:
            return wait
        return float(place(spread[None], self.forest.marks[None], np.array([wait]))[0])

    def _spread(self, opened: datetime, features: Given | None) -> Floats | None:
        if self.forest is None:
            return None
        at, given = day(opened), features or {}
        own = dict(self.state) | {"hour": (at % 1) * 24, "weekday": float(np.floor(at + 3) % 7)}
        columns = []
        for each in self.forest.encodings:
            known = (
                own[each.name]
                if each.name in own
                else Feature(each.name, np.empty(0), each.words).code(given.get(each.name))
            )
            columns.append(np.array([known]))
        spread: Floats = self.forest.spread(columns)[0]
        return spread

    def _cohort(self, word: str) -> str:
        which = f"{self.group} {word}" if word != _ALL else "all cases"
        return f"{which} opened {moment(self.opened_from):%Y-%m-%d} to {moment(self.until):%Y-%m-%d}"

    def save(self, path: Path | BinaryIO) -> None:
        """Keep the model in a file of plain arrays; nothing in it can run."""
        words = list(self.curves)
        about = {
            "format": _FORMAT, "choice": self.choice, "group": self.group, "words": words, "until": self.until,
            "opened_from": self.opened_from, "state": self.state, "calendar": self.calendar, "counts": [self.counts[w] for w in words],
            "features": [{"name": e.name, "words": e.words} for e in self.forest.encodings] if self.forest else None,
        }  # fmt: skip
        arrays: dict[str, Any] = {"about": np.frombuffer(json.dumps(about).encode(), dtype=np.uint8)}
        for i, word in enumerate(words):
            each = self.curves[word]
            arrays[f"curve{i}"] = np.stack([each.at, each.open_after])
        if self.clock.calendar is not None:
            arrays["clock"] = np.stack([self.clock.at, self.clock.open_by])
        if self.forest:
            arrays |= self.forest.arrays("forest_")
        if isinstance(path, Path):
            with path.open("wb") as file:
                np.savez_compressed(file, **arrays)
        else:
            np.savez_compressed(path, **arrays)

    @classmethod
    def load(cls, path: Path | BinaryIO) -> Self:
        """The model that was kept there. Raises ValueError for a file that is none."""
        with np.load(path, allow_pickle=False) as kept:
            if "about" not in kept:
                msg = f"{path} is no model"
                raise ValueError(msg)
            about = json.loads(kept["about"].tobytes())
            arrays = {name: kept[name] for name in kept.files}
        words = cast("list[str]", about["words"])
        clock = Clock()
        if "clock" in arrays:
            clock = Clock(arrays["clock"][0], arrays["clock"][1], read_calendar(about["calendar"]))
        return cls(
            choice=(about["choice"][0], about["choice"][1]),
            curves={word: _curve(arrays, i) for i, word in enumerate(words)},
            counts=dict(zip(words, about["counts"], strict=True)),
            clock=clock,
            forest=_forest(about["features"], arrays) if about["features"] else None,
            group=about["group"],
            until=about["until"],
            opened_from=about["opened_from"],
            state=about["state"],
            calendar=about["calendar"],
        )


def _curve(arrays: Mapping[str, NDArray[Any]], index: int) -> Curve:
    at, open_after = arrays[f"curve{index}"]
    return Curve(at, open_after)


def _forest(features: list[dict[str, Any]], arrays: Mapping[str, NDArray[Any]]) -> Forest:
    encodings = tuple(
        Encoding(each["name"], tuple(each["words"]), arrays[f"forest_means{i}"], arrays[f"forest_cuts{i}"])
        for i, each in enumerate(features)
    )
    plain = {name: arrays[f"forest_{name}"] for name in ("marks", "feature", "cut", "over", "gone", "whole")}
    return Forest(encodings, **plain)


def fit(
    history: History,
    *,
    calendar: Mapping[str, object] | None = None,
    group: str = "",
    since: datetime | None = None,
    level: int | None = None,
    clock: str | None = None,
) -> Model:
    """The model that this history teaches.

    `calendar` is plain data as `amends.calendars.reading` reads it: business time is tried beside elapsed time, and the
    sharper that covers is kept, unless `clock` says which. `since` restarts after a known change: older cases count no more. Raises
    NotCalibrated if the history was cut by closing date.
    """
    refuse_what_is_cut(history)
    if since is not None:
        history = history.since(since)
    hours = None if calendar is None else read_calendar(calendar)
    choice, walked = _chosen(history, hours, group, level, clock)
    seen, scores = walked.seen, walked.scores
    count = len(history)
    lag = seen.lag(count, history.until)
    curves, counts = {}, {}
    for word, code in _groups(history, group).items():
        known = calibration(seen, scores, count, at=history.until, lag=lag, group=code)
        if choice[1] in known.curves:
            curves[word], counts[word] = known.curves[choice[1]], known.counts[choice[1]]
    features = situation(history) + history.features
    forest = taught(seen, features, count, history.until, Shape()) if choice[1] == max(LEVELS) else None
    state = {each.name: float(each.values[-1]) for each in features if each.name in _SITUATION} if count else {}
    return Model(
        choice, curves, counts, seen.clock, forest, group, history.until,
        float(history.opened[-max(counts.get(_ALL, 1), 1)]) if count else history.until, state, calendar,
    )  # fmt: skip


def _chosen(
    history: History, hours: Calendar | None, group: str, level: int | None, clock: str | None
) -> tuple[Choice, Walk]:
    begin = max(1, int(len(history) * 0.4), len(history) - _EVIDENCE)
    levels = LEVELS if level is None else (level,)
    probabilities = tuple(sorted({*GRID, 0.5}))
    walks = walks_of(
        history,
        min(begin, len(history)),
        probabilities,
        levels=levels,
        calendar=hours,
        group=group,
        ticks=300,
        forests=6,
    )
    walks = {each: found for each, found in walks.items() if clock in {None, each[0]}}
    candidates = {each: elapsed(found, each[1]) for each, found in walks.items()}
    choice = choose(history, range(begin, len(history)), history.until, probabilities, candidates)
    return choice, walks[choice]


def _groups(history: History, group: str) -> dict[str, float | None]:
    found: dict[str, float | None] = {_ALL: None}
    if group:
        feature = history.feature(group)
        words = feature.words or tuple(str(value) for value in np.unique(feature.values[~np.isnan(feature.values)]))
        present = {float(value) for value in np.unique(feature.values[~np.isnan(feature.values)])}
        codes = range(len(words)) if feature.words else (float(word) for word in words)
        found |= {word: float(code) for word, code in zip(words, codes, strict=True) if float(code) in present}
    return found
