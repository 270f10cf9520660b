"""`amends quote`: a model from a history, a date from a model, and what the dates of the past would have been worth.

Plain functions; each gives what is printed. What is refused is data too: `refused` with a `reason` a person can act on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from amends.calendars.calendar import Calendar
from amends.calendars.reading import read as read_calendar
from amends.histories.history import NotCalibrated
from amends.histories.reading import Reading, read

Answer = dict[str, Any]

_FIGURES: Final = ("coverage", "median_quote_days", "no_quote_rate", "pinball", "n")


def fit(
    history: Path,
    output: Path,
    *,
    opened: str = "",
    closed: str = "",
    case: str = "",
    features: Sequence[str] = (),
    group: str = "",
    calendar: Path | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    zone: str = "UTC",
    level: int | None = None,
) -> Answer:
    """Learn from a file and keep the model in `output`. Says what was learnt, or why nothing could be."""
    from amends.quoting.model import fit as learn

    try:
        reading = _read(
            history, opened=opened, closed=closed, case=case, features=features, group=group, until=until, zone=zone
        )
        model = learn(reading.history, calendar=_hours(calendar), group=_name(reading, group), since=since, level=level)
    except NotCalibrated as refusal:
        return _refused(refusal)
    model.save(output)
    return {
        "refused": False, "model": str(output), "cases": len(reading.history), "level": model.choice[1], "clock": model.choice[0],
        "n": model.counts["*"], "groups": len(model.counts) - 1, **_read_as(reading),
    }  # fmt: skip


def quote(
    model: Path,
    *,
    at: datetime,
    probability: float = 0.9,
    opened: datetime | None = None,
    features: Mapping[str, str] | None = None,
    calendar: Path | None = None,
    by: datetime | None = None,
) -> Answer:
    """The date for a case that is open at `at`, rounded up to a slot of `calendar`; with `by`, the chance of that date."""
    from amends.quoting import wording
    from amends.quoting.model import Model

    kept = Model.load(model)
    found = kept.quote(at=at, probability=probability, opened=opened, features=features)
    hours = _calendar(calendar) or kept.clock.calendar or Calendar.of_office_hours()
    slot = wording.slot(found.due, hours) if found.due else None
    answer: Answer = {
        "due": slot.isoformat() if slot else None,
        "days": (slot - at).total_seconds() / 86_400 if slot else None,
        "unrounded_days": found.days,
        "probability": probability,
        "level": found.level,
        "n": found.n,
        "cohort": found.cohort,
        "clock": found.clock,
        "because": found.because,
        "to_the_customer": wording.to_the_customer(found, hours),
        "to_the_agent": wording.to_the_agent(found),
    }
    if by is not None:
        chance = kept.chance(at=at, due=by, opened=opened, features=features)
        answer |= {"by": by.isoformat(), "chance": chance, "warning": wording.to_the_challenger(chance, probability)}
    return answer


def replay(
    history: Path,
    *,
    opened: str = "",
    closed: str = "",
    case: str = "",
    features: Sequence[str] = (),
    group: str = "",
    calendar: Path | None = None,
    until: datetime | None = None,
    zone: str = "UTC",
    probability: float = 0.9,
    level: int | None = None,
    start: float = 0.4,
) -> Answer:
    """What would have been quoted for each case of a file after the first `start`, by what was known at its opening."""
    from amends.quoting.replaying import baselines, figures
    from amends.quoting.replaying import replay as replayed

    try:
        reading = _read(
            history, opened=opened, closed=closed, case=case, features=features, group=group, until=until, zone=zone
        )
        found = replayed(
            reading.history,
            probability=probability,
            level=level,
            calendar=_calendar(calendar),
            group=_name(reading, group),
            start=start,
        )
    except NotCalibrated as refusal:
        return _refused(refusal)
    own = found.figures(probability)
    habits = baselines(found.history, found.begin, probability)
    return {
        "refused": False,
        **own,
        "probability": probability,
        "levels": {
            f"{clock} {level}": found.chosen.count((clock, level)) for clock, level in sorted(set(found.chosen))
        },
        "baselines": {
            name: {key: figures(found.history, found.begin, quotes, probability)[key] for key in _FIGURES}
            for name, quotes in habits.items()
        },
        "cases": len(found.history),
        **_read_as(reading),
    }


def printed(answer: Answer, *, as_json: bool) -> str:
    """The answer as it is printed: one JSON object alone, or lines for a person with the JSON object as the last."""
    last = json.dumps(answer, ensure_ascii=False)
    if as_json:
        return last
    lines = [f"{name:22} {value}" for name, value in answer.items() if value not in (None, "", {}, [])]
    return "\n".join([*lines, last])


def _read(
    history: Path,
    *,
    opened: str,
    closed: str,
    case: str,
    features: Sequence[str],
    group: str,
    until: datetime | None,
    zone: str,
) -> Reading:
    wanted = [*features, *([group] if group and group not in features else [])]
    return read(history, opened=opened, closed=closed, case=case, features=wanted, until=until, zone=ZoneInfo(zone))


def _name(reading: Reading, group: str) -> str:
    if not group:
        return ""
    plain = group.strip().lower()
    found = next((name for name in reading.history.names if name.lower() == plain), "")
    if not found:
        raise NotCalibrated(
            f"{group!r} cannot group the cases: {reading.left_out.get(group, 'there is no such column')}."
        )
    return found


def _read_as(reading: Reading) -> Answer:
    found: Answer = {"opened": reading.opened, "closed": reading.closed}
    extra = {"case": reading.case, "skipped": reading.skipped, "left_out": dict(reading.left_out)}
    extra |= {"closings_that_mean_open": reading.placeholders, "repeated_rows": reading.repeated}
    return found | {name: value for name, value in extra.items() if value}


def _refused(refusal: NotCalibrated) -> Answer:
    return {"refused": True, "reason": str(refusal), **dict.fromkeys(_FIGURES[:-1]), "n": 0}


def _hours(calendar: Path | None) -> Mapping[str, object] | None:
    """The plain data of a calendar file, JSON or YAML."""
    if calendar is None:
        return None
    import yaml

    data: Mapping[str, object] = yaml.safe_load(calendar.read_text(encoding="utf-8"))
    return data


def _calendar(calendar: Path | None) -> Calendar | None:
    data = _hours(calendar)
    return None if data is None else read_calendar(data)
