"""Tables of counts, texts and outcomes, read for `amends spikes`, `amends themes` and `amends trial judge`. Plain functions."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date as day_of
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import holidays
import numpy as np

from amends.histories.dates import times
from amends.histories.history import Floats, moment
from amends.histories.reading import read_table
from amends.spikes.expecting import MEMORY
from amends.spikes.series import NoSeries, Series, Step, usual_step
from amends.spikes.watching import Alert, watch
from amends.trials.drawing import NotDrawn

Row = dict[str, Any]


class NoColumn(ValueError):  # noqa: N818 -- named for the refusal
    """The table has no such column, or it does not hold what it should; the sentence says which and where."""


class NothingFound(ValueError):  # noqa: N818 -- named for the refusal
    """Nothing can be found in so little; the sentence says so."""


REFUSALS: Final = (NoSeries, NotDrawn, NoColumn, NothingFound)


def watched(
    file: Path, *, date: str, count: str, group: str, exposure: str, step: str, country: str
) -> Iterator[tuple[str, list[Row], int, bool]]:
    """For each group its name, its alerts, how many periods were watched, and whether these were enough. Raises REFUSALS."""
    table = read_table(file)
    at = _moments(table, date)
    counts = _numbers(table, count) if count else np.ones(len(at))
    names = _column(table, group) if group else [""] * len(at)
    sizes = _numbers(table, exposure) if exposure else None
    known = [each for each in at if each is not None]
    if not known:
        raise NothingFound("there is not one row with a date.")
    if step and step not in set(Step):
        raise NoColumn(f"{step!r} is no step: hour, day, week or month.")
    chosen = Step(step) if step else (usual_step(known) if count else Step.DAY)
    off = _days_off(country, min(known).year, max(known).year)
    for name in dict.fromkeys(names):
        rows = [i for i, each in enumerate(names) if each == name and at[i] is not None]
        counted, exposed = _summed(at, counts, rows, chosen), None
        if sizes is not None:
            exposed = _summed(at, sizes, rows, chosen)
        if not counted:
            continue
        series = Series.of(chosen, counted, end=max(known), exposure=exposed, days_off=off)
        alerts, _ = watch(series)
        yield name, [_told(alert, chosen) for alert in alerts], len(series), len(series) > MEMORY[chosen].fewest


def _summed(at: Sequence[datetime | None], values: Floats, rows: Sequence[int], step: Step) -> dict[datetime, float]:
    found: dict[datetime, float] = {}
    for i in rows:
        when = at[i]
        if when is not None and not math.isnan(values[i]):
            found[step.begin(when)] = found.get(step.begin(when), 0.0) + float(values[i])
    return found


def _told(alert: Alert, step: Step) -> Row:
    form = "%Y-%m-%d %H:00" if step is Step.HOUR else "%Y-%m-%d"
    return {
        "since": alert.since.strftime(form), "raised": alert.raised.strftime(form),
        "end": alert.end.strftime(form) if alert.end else None, "count": alert.count, "expected": round(alert.expected, 1),
        "times": round(alert.times, 2), "evidence": round(alert.evidence, 1),
    }  # fmt: skip


def found_themes(file: Path, *, text: str, themes: int) -> list[Row]:
    """The themes of the column, the largest first, each with three texts from near its middle. Raises REFUSALS."""
    from amends.themes.groups import NoThemes, find

    texts = _column(read_table(file), text)
    try:
        found = find(lambda: texts, themes=themes)
    except NoThemes as few:
        raise NothingFound(str(few)) from None
    return [
        {
            "theme": each.name, "words": list(each.words), "n": each.n, "of": each.of,
            "examples": [texts[place][:300] for place in each.examples],
        }
        for each in found.themes
    ]  # fmt: skip


def grown(file: Path, *, text: str, date: str, recent: float) -> list[Row]:
    """What the last part of the texts holds more of than the rest. Raises REFUSALS."""
    from amends.themes.growing import growing

    table = read_table(file)
    texts, at = _column(table, text), _moments(table, date)
    dated = sorted((when, i) for i, when in enumerate(at) if when is not None)
    order = [texts[i] for _, i in dated]
    cut = round(len(order) * (1 - recent))
    return [
        {
            "phrase": each.phrase, "others": list(each.others), "new": each.new, "now": each.now, "of_now": each.of_now,
            "before": each.before, "of_before": each.of_before, "at_least_times": round(each.low, 2), "p": each.adjusted,
            "examples": [order[cut + place][:300] for place in each.examples],
        }
        for each in growing(order[:cut], order[cut:])
    ]  # fmt: skip


def judged(
    file: Path, arms: Sequence[tuple[str, float]], *, by: str, outcome: str, margin: float, planned: int, before: str, cost: str
) -> list[Row]:  # fmt: skip
    """Every arm against the first, by everybody who was drawn and whose outcome is known. Raises REFUSALS."""
    from amends.trials.judging import Arm, cost_of_one_more, cuped, judge

    table = read_table(file)
    drawn, values = np.array(_column(table, by)), _numbers(table, outcome)
    names = [name for name, _ in arms]
    if strangers := sorted(set(drawn.tolist()) - set(names)):
        raise NoColumn(f"the column {by!r} holds arms that were not named: {', '.join(map(repr, strangers[:5]))}.")
    known = ~np.isnan(values)
    if before:
        earlier = _numbers(table, before)
        known &= ~np.isnan(earlier)
        values = values.copy()
        values[known] = cuped(values[known], earlier[known])[0]
    elif set(np.unique(values[known]).tolist()) <= {0.0, 1.0}:
        found = {
            name: Arm.counted(int(values[known & (drawn == name)].sum()), int((known & (drawn == name)).sum()))
            for name in names
        }
    if before or not set(np.unique(values[known]).tolist()) <= {0.0, 1.0}:
        found = {name: Arm.of(values[known & (drawn == name)]) for name in names}
    fair, compared = judge(
        found, {name: int((drawn == name).sum()) for name in names}, arms, margin=margin, planned=planned
    )
    rows: list[Row] = []
    for name, each in compared.items():
        low, high = (each.low, each.high) if math.isfinite(each.low) else (None, None)
        row: Row = {
            "arm": name, "verdict": each.verdict.value, "difference": each.difference, "low": low, "high": high, "p": each.p,
            "n": each.n[0], "n_control": each.n[1], "mean": found[name].mean, "mean_control": found[names[0]].mean,
            "sample_ratio_p": fair.p,
        }  # fmt: skip
        if cost:
            price = _numbers(table, cost)
            own, other = (known & (drawn == each_name) & ~np.isnan(price) for each_name in (name, names[0]))
            told = cost_of_one_more(values[own], price[own], values[other], price[other])
            row["cost_of_one_more"] = (
                told.reason or f"One more kept costs {told.each:.2f} ({told.low:.2f} to {told.high:.2f})."
            )
        rows.append(row)
    return rows


def _column(table: Mapping[str, list[str]], name: str) -> list[str]:
    if name not in table:
        raise NoColumn(f"there is no column {name!r}. There are: {', '.join(table) or 'none'}.")
    return table[name]


def _moments(table: Mapping[str, list[str]], name: str) -> list[datetime | None]:
    """When each row was, by the clock it was written with; None where there is nothing."""
    texts = [text.strip() for text in _column(table, name)]
    days = times([f"{text}-01" if len(text) == len("2026-01") else text for text in texts])
    wrong = [i for i, (text, day) in enumerate(zip(texts, days, strict=True)) if text and math.isnan(day)]
    if wrong:
        raise NoColumn(f"row {wrong[0] + 2}: {texts[wrong[0]][:40]!r} in {name!r} is no date.")
    return [None if math.isnan(day) else moment(float(day)).replace(tzinfo=None) for day in days]


def _numbers(table: Mapping[str, list[str]], name: str) -> Floats:
    """Each row's number, NaN where there is nothing."""
    found = np.full(len(_column(table, name)), np.nan)
    for i, text in enumerate(table[name]):
        try:
            found[i] = float(text) if text.strip() else math.nan
        except ValueError:
            raise NoColumn(f"row {i + 2}: {text[:40]!r} in {name!r} is no number.") from None
    return found


def _days_off(country: str, first: int, last: int) -> set[day_of]:
    if not country:
        return set()
    try:
        return set(holidays.country_holidays(country.upper(), years=range(first, last + 1)))
    except NotImplementedError:
        raise NoColumn(f"the holidays of {country!r} are not known; write a country as GB or DE.") from None
