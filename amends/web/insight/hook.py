"""Where shops and billing tell what customers did: one thing, or several, as JSON with the key of the installation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from amends.journal.actors import DESK
from amends.outcomes.noting import NoActivity, Told, note_all
from amends.web.problems.public import hook

if TYPE_CHECKING:
    from datetime import datetime

MOST = 200


def _activities(said: dict[str, object], at: datetime) -> dict[str, object]:
    """`activities` is a list of objects, or the object itself is one; each is answered for, in order."""
    listed = said.get("activities", [said])
    if not isinstance(listed, list) or len(listed) > MOST:
        raise NoActivity(f"activities is a list of at most {MOST}")
    answers: list[dict[str, str]] = []
    good: list[tuple[int, Told]] = []
    for one in listed:
        answers.append({"outcome": "failed"})
        try:
            told = _told(one if isinstance(one, dict) else {})
            told.checked(by=at)
        except NoActivity as wrong:
            answers[-1]["because"] = str(wrong)
        else:
            good.append((len(answers) - 1, told))
    source = f"hook:{_text(said, 'source') or 'shop'}"[:80]
    outcomes = note_all([told for _, told in good], source=source, by=DESK, at=at, live=True)
    for (place, _), outcome in zip(good, outcomes, strict=True):
        answers[place]["outcome"] = outcome
    return {"activities": answers}


def _told(one: dict[str, Any]) -> Told:
    when = parse_datetime(_text(one, "at")) if _text(one, "at") else None
    if when is None:
        raise NoActivity("at is no time such as 2026-03-03T10:00:00Z")
    return Told(
        kind=_text(one, "kind"), at=when if timezone.is_aware(when) else timezone.make_aware(when), source_id=_text(one, "id"),
        email=_text(one, "email"), phone=_text(one, "phone"), case=_text(one, "case"), amount=_text(one, "amount"),
        voucher=one.get("voucher") is True, reason=_text(one, "reason"), evidence=_text(one, "evidence"),
    )  # fmt: skip


def _text(said: dict[str, Any], name: str) -> str:
    value = said.get(name, "")
    text = str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
    return text.replace("\x00", "").strip()[:2000]


activity_hook = hook(_activities)
