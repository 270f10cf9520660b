"""The stages of a case and the moves between them: one table. A move is one compare-and-set UPDATE that must touch one row."""

from __future__ import annotations

from typing import NamedTuple

from django.db import models


class Stage(models.TextChoices):
    """Where a case stands; each is reached by evidence on record, never by choosing it."""

    NEW = "new", "new"
    LISTENING = "listening", "listening"
    UNDERSTOOD = "understood", "understood"
    AGREED = "agreed", "agreed"
    ACTING = "acting", "acting"
    RESOLVED = "resolved", "resolved"
    CLOSED = "closed", "closed"


class Ending(models.TextChoices):
    """How a case ended. Only `satisfied` is a success; `merged` goes on as another case and is counted nowhere."""

    SATISFIED = "satisfied", "satisfied"
    UNCONFIRMED = "unconfirmed", "unconfirmed"
    DECLINED = "declined", "declined"
    WITHDRAWN = "withdrawn", "withdrawn"
    LOST = "lost", "lost"
    MERGED = "merged", "merged into another case"


class Move(NamedTuple):
    """From any of these stages to that one, and what the evidence is."""

    origins: tuple[Stage, ...]
    target: Stage
    evidence: str


OPEN = tuple(stage for stage in Stage if stage != Stage.CLOSED)
EARLY = (Stage.NEW, Stage.LISTENING)
MOVES: dict[str, Move] = {
    "acknowledge": Move((Stage.NEW,), Stage.LISTENING, "the first human reply was written"),
    "unanswer": Move((Stage.LISTENING,), Stage.NEW, "that reply bounced and there was no other"),
    "understand": Move(EARLY, Stage.UNDERSTOOD, "the customer confirmed the read-back"),
    "agree": Move((Stage.UNDERSTOOD, Stage.AGREED, Stage.ACTING), Stage.AGREED, "wish asked, choice recorded"),
    "act": Move((Stage.AGREED,), Stage.ACTING, "the first act is done"),
    "resolve": Move((Stage.ACTING,), Stage.RESOLVED, "every promised act done and told"),
    "put_right": Move(
        (Stage.LISTENING, Stage.UNDERSTOOD, Stage.AGREED, Stage.ACTING),
        Stage.RESOLVED,
        "a disclosure: what everybody affected was given is done",
    ),
    "close": Move(OPEN, Stage.CLOSED, "an ending with its grounds"),
    "reopen": Move((Stage.RESOLVED, Stage.CLOSED), Stage.UNDERSTOOD, "the customer says it is not right"),
}
