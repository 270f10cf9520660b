"""Carrying out what waits, one after the other; what is uncertain is asked about first, and nothing is ever sent on a guess."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.utils import timezone

from amends.integrations.asking import Declined, NoAnswer
from amends.journal.actors import DESK
from amends.remedies.execution import HOLDS, Execution, State, hold, let_go

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from threading import Event

    from amends.integrations.asking import Carrier

log = logging.getLogger(__name__)


def carry_out_due(by_way: Mapping[str, Carrier], *, stop: Event | None = None, ask_again: int = 20) -> int:
    """Everything that waits is tried once, and the oldest of what is uncertain is asked about. Returns how many were tried.

    Safe to run twice at once and to be killed anywhere.
    """
    Execution.objects.find_abandoned(at=timezone.now())
    for row in list(Execution.objects.to_ask_about()[:ask_again]):
        _ask(row, by_way, timezone.now())
    tried = 0
    while not (stop and stop.is_set()):
        taken = Execution.objects.take(at=timezone.now())
        if taken is None:
            return tried
        try:
            _carry_out(taken, by_way)
        finally:
            let_go(taken.pk)
        tried += 1
    return tried


def _carry_out(row: Execution, by_way: Mapping[str, Carrier]) -> None:
    carrier = by_way.get(row.way)
    if carrier is None:
        row.fail("Nobody is set up who could do this; see the settings.", at=timezone.now())
        return
    try:
        reference = carrier.carry_out(row)
    except Declined as refusal:
        row.fail(str(refusal), at=timezone.now())
    except NoAnswer as silence:
        row.doubt(str(silence), at=timezone.now())
    except Exception as broken:
        log.exception("carrying out %s", row.key)
        row.doubt(f"{type(broken).__name__} on our side", at=timezone.now())
    else:
        row.succeed(reference, at=timezone.now())


def _ask(row: Execution, by_way: Mapping[str, Carrier], now: datetime) -> None:
    """What they know is what happened. What they do not know of is tried again only while they surely remember its key."""
    carrier = by_way.get(row.way)
    if carrier is None or not hold(row.pk):
        return
    try:
        Execution.objects.filter(pk=row.pk).update(asked_at=now)
        found = carrier.find(row)
        if found.reference and not found.failed:
            row.succeed(found.reference, at=now)
        elif found.failed:
            row.fail(found.because, at=now)
        elif row.state == State.UNCERTAIN and now - row.begun_at < HOLDS:
            row.try_again(by=DESK, at=now)
    except NoAnswer as silence:
        log.info("nobody can say whether %s was done: %s", row.key, silence)
    finally:
        let_go(row.pk)
