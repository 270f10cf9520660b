"""Who can do a deed: a person of the house, a customer, or the desk itself."""

from __future__ import annotations

from typing import Protocol


class Actor(Protocol):
    """Anybody the journal can name. `pk` is a person's key for `person`, a customer's for `customer`, None for `desk`."""

    @property
    def actor_kind(self) -> str: ...  # noqa: D102
    @property
    def spoken_name(self) -> str: ...  # noqa: D102
    @property
    def pk(self) -> int | None: ...  # noqa: D102


class _Desk:
    """The desk itself: what happened by rule, without a person deciding it at that moment."""

    actor_kind = "desk"
    spoken_name = "The desk"
    pk = None


DESK = _Desk()


def person_id(by: Actor) -> int | None:
    """The key to store in a `…_by` column: the person's, or None when a customer or the desk did it."""
    return by.pk if by.actor_kind == "person" else None
