"""Whether a history was cut by closing date. What may be learnt from one that was is nothing, so it is refused."""

from __future__ import annotations

from typing import Final

import numpy as np

from amends.histories.history import Flags, History, in_words

_FEW: Final = 20  # fewer cases than this prove nothing
_CLEAR: Final = 0.15  # error of a slope above which it shows nothing
_ALL: Final = 0.995  # closed cases from which on we say that none is open


def why_cut(history: History) -> str | None:
    """Why nothing may be learnt from this history because it holds only what was closed in some period; None if it may.

    Two traces give that away. Closings that begin long after openings: whoever was opened early and closed soon is
    missing. And, where next to nothing is open, openings that thin out towards the end exactly as closings lag behind them.
    """
    return _begins_late(history) or _thins_out(history)


def _begins_late(history: History) -> str | None:
    done = ~np.isnan(history.closed)
    if done.sum() < _FEW:
        return None
    start = float(np.quantile(history.closed[done], 0.01))
    early, later = history.opened < start, done & (history.opened >= start)
    if early.sum() < _FEW:
        return None
    if later.sum() < _FEW:
        return _told_by_length(history, done)
    lengths = np.sort((history.closed - history.opened)[later])
    expected = float(np.searchsorted(lengths, start - history.opened[early]).sum() / len(lengths))
    seen = int((done & (history.closed < start)).sum())
    if expected < max(_FEW / 2, 5.0 * seen):
        return None
    return (
        f"Nearly all closings lie after {in_words(start)}, but cases were opened since {in_words(history.opened[0])}: about "
        f"{expected:.0f} of the {int(early.sum())} cases opened before that date should have been closed by then and "
        f"only {seen} were. This export holds cases by their closing date, so quick cases of the past are missing and every "
        "duration in it misleads. Export every case opened in a period, closed or not."
    )


def _told_by_length(history: History, done: Flags) -> str | None:
    """Among cases closed in one short period the slow ones are those that were opened early, day for day."""
    opened, length = history.opened[done], (history.closed - history.opened)[done]
    noise = float(opened.std() / max(length.std(), 1e-9) / np.sqrt(len(opened)))
    slope = float(np.cov(opened, length)[0, 1] / max(length.var(), 1e-9))
    if noise > _CLEAR or slope > -0.5 - 2 * noise:
        return None
    return (
        f"The longer a case took, the earlier it was opened, day for day: these are cases closed between "
        f"{in_words(float(history.closed[done].min()))} and {in_words(float(history.closed[done].max()))}, whenever opened. "
        "Which cases were still open then is not in it. Export every case opened in a period, closed or not."
    )


def _thins_out(history: History) -> str | None:
    length = history.closed - history.opened
    done = ~np.isnan(length)
    if done.mean() < _ALL or done.sum() < _FEW:
        return None
    end, last = float(history.closed[done].max()), float(history.opened[-1])
    lengths = np.sort(length[done & (history.opened < end - np.quantile(length[done], 0.99))])
    if len(lengths) < _FEW:
        return None
    lag = float(np.quantile(lengths, 0.95))
    start = max(end - 3 * lag, float(history.opened[0]))
    span, late = end - lag - start, last - (end - lag)
    if late <= 0 or span <= lag / 2:
        return None
    pace = float(((history.opened < end - lag) & (history.opened >= start)).sum()) / span
    ages = end - np.linspace(end - lag, last, 400)
    full, seen = pace * late, float((history.opened >= end - lag).sum())
    thin = full * float(np.searchsorted(lengths, ages, side="right").mean()) / len(lengths)
    to_the_end = end - last <= max(np.quantile(lengths, 0.2), 3 * late / max(seen, 1.0))
    still = int((~done).sum())
    if still >= max(1.0, (full - thin) / 4):
        return None  # quick work: there are about as many open as there would be
    sure, share = (1.5, 0.15) if to_the_end else (3.0, 0.25)
    if full - thin < max(sure * np.sqrt(full), share * full, 10.0) or seen > (full + thin) / 2 or seen < thin / 3:
        return None
    return (
        f"{_open(still)} open, although at the usual pace about {full - thin:.0f} of those opened since {in_words(end - lag)} "
        f"would still be; instead only {seen:.0f} are there where {full:.0f} were to be expected. This export holds only "
        "closed cases, so the slow ones are missing. Export every case opened in a period, closed or not."
    )


def _open(count: int) -> str:
    if not count:
        return "Not one case is"
    return "Only one case is" if count == 1 else f"Only {count} cases are"
