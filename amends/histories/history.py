"""A history: when cases were opened and closed and what was known of them at the opening, as columns of numbers.

Times are days since 1970 in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Rows = NDArray[np.intp]

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
DAY: Final = timedelta(days=1)
MISSING: Final = frozenset({"", "?", "-", "nan", "nat", "none", "null", "na", "n/a", "unknown"})
_MOST_WORDS: Final = 200
_MOSTLY: Final = 0.95


class NotCalibrated(ValueError):  # noqa: N818 -- named for the refusal
    """Nothing may be learnt from this history; the sentence says why and what to ask for instead."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing known at the opening: numbers, or codes into `words` (the last word is "any other"). NaN is unknown."""

    name: str
    values: Floats
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, given: Sequence[str]) -> Self:
        """The column as numbers if nearly all of it are numbers, otherwise as words."""
        texts = [text.strip() for text in given]
        known = [text for text in texts if text.lower() not in MISSING]
        numbers = [number for text in known if (number := _number(text)) is not None]
        if known and len(numbers) >= _MOSTLY * len(known):
            return cls(
                name, np.array([_number(text) or 0.0 if _number(text) is not None else np.nan for text in texts])
            )
        return cls(name, *_coded(texts))

    def code(self, given: str | float | None) -> float:
        """This one value as `values` has it; a word never seen is "any other"."""
        if given is None or str(given).strip().lower() in MISSING:
            return float("nan")
        if not self.words:
            number = _number(str(given))
            return float("nan") if number is None else number
        text = str(given).strip()
        return float(self.words.index(text) if text in self.words else len(self.words) - 1)

    def take(self, rows: Rows) -> Self:
        """The same feature of these rows."""
        return type(self)(self.name, self.values[rows], self.words)


@dataclass(frozen=True, slots=True)
class History:
    """Cases in order of opening. `closed` is NaN where a case was still open at `until`, when the history was taken."""

    opened: Floats
    closed: Floats
    until: float
    features: tuple[Feature, ...] = ()

    @classmethod
    def of(
        cls,
        opened: Sequence[datetime] | Floats,
        closed: Sequence[datetime | None] | Floats,
        *,
        until: datetime | float | None = None,
        features: Mapping[str, Sequence[str]] | None = None,
    ) -> Self:
        """The history of these cases, in any order.

        Without `until` it was taken at the last time seen. What is closed after `until` was open then, and what was
        opened after it was not there. A closing before the opening is a mistake of the clock: it took no time.
        Raises NotCalibrated if there is no case.
        """
        begin, end = days(opened), days(closed)
        if not len(begin):
            raise NotCalibrated("There is no case in this history.")
        last = float(np.nanmax(np.r_[begin, end])) if until is None else day(until)
        order = np.argsort(begin, kind="stable")
        order = order[begin[order] <= last]
        begin, end = begin[order], np.maximum(end[order], begin[order])
        found = tuple(Feature.of(name, column).take(order) for name, column in (features or {}).items())
        return cls(begin, np.where(end <= last, end, np.nan), last, found)

    def __len__(self) -> int:
        return len(self.opened)

    def since(self, start: datetime | float) -> Self:
        """Only the cases opened since then: what remains after a known change made the rest useless."""
        rows = np.flatnonzero(self.opened >= day(start))
        return self.rows(rows)

    def rows(self, rows: Rows) -> Self:
        """Only these cases."""
        features = tuple(feature.take(rows) for feature in self.features)
        return type(self)(self.opened[rows], self.closed[rows], self.until, features)

    def feature(self, name: str) -> Feature:
        """The feature of this name. Raises KeyError."""
        return next(feature for feature in self.features if feature.name == name) if name in self.names else _no(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the features."""
        return tuple(feature.name for feature in self.features)


def ended_by(closed: Floats, at: float) -> Flags:
    """Which cases were known to be closed at this time."""
    with np.errstate(invalid="ignore"):
        return np.asarray(closed <= at, dtype=np.bool_)


def days(times: Sequence[datetime] | Sequence[datetime | None] | Floats) -> Floats:
    """These times as days since 1970; None is NaN."""
    if isinstance(times, np.ndarray):
        return times.astype(np.float64)
    return np.array([np.nan if time is None else day(time) for time in times])


def day(time: datetime | float) -> float:
    """This time as days since 1970. Raises ValueError for a time without an offset."""
    if not isinstance(time, datetime):
        return float(time)
    if time.tzinfo is None:
        msg = f"{time.isoformat()} has no offset from UTC"
        raise ValueError(msg)
    return (time - EPOCH) / DAY


def moment(at: float) -> datetime:
    """The time that so many days since 1970 are, in UTC."""
    return EPOCH + at * DAY


def in_words(at: float) -> str:
    """The day of this time, as it is written in a sentence."""
    time = moment(at)
    return f"{time.day} {time:%B %Y}"


def _coded(texts: Sequence[str]) -> tuple[Floats, tuple[str, ...]]:
    counts: dict[str, int] = {}
    for text in texts:
        if text.lower() not in MISSING:
            counts[text] = counts.get(text, 0) + 1
    words = sorted(counts, key=lambda word: (-counts[word], word))[:_MOST_WORDS]
    code = {word: float(i) for i, word in enumerate(words)}
    other = float(len(words))
    values = [np.nan if text.lower() in MISSING else code.get(text, other) for text in texts]
    return np.array(values), (*words, "any other")


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if np.isfinite(number) else None


def _no(name: str) -> Feature:
    raise KeyError(name)
