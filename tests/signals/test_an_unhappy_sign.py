"""An unhappy sign opens a case with a due time, once, and the time until a human spoke with them is told with its n."""

from __future__ import annotations

from typing import Any

import pytest

from amends.cases.ending import Refused
from amends.journal.actors import DESK
from amends.messages.writing import record_conversation
from amends.signals.signal import Signal, waits
from tests.cast import DAY, HOUR, MORNING, Cast

pytestmark = pytest.mark.django_db


def note(n: int = 0, **changes: str) -> Signal:
    fields: dict[str, Any] = {"email": f"c{n}@example.com", "source": "shop", "source_id": f"s{n}", **changes}
    return Signal.objects.note("score", "2 of 10: it was late", seen_at=MORNING, by=DESK, at=MORNING, **fields)


def test_a_low_score_opens_a_case_of_origin_signal_with_a_first_contact_due(cast: Cast) -> None:
    case = note().case
    assert case.origin == "signal"
    assert case.deadlines.filter(kind="first_answer", met_at=None).exists()


def test_the_same_sign_is_taken_in_once(cast: Cast) -> None:
    assert note() == note()


def test_a_sign_of_nobody_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="an address or number"):
        note(email="", source_id="")


def test_the_time_to_the_first_contact_has_an_n_and_an_interval_or_is_not_told(cast: Cast) -> None:
    for n in range(5):
        record_conversation(note(n).case, "Called.", by=cast.ada, at=MORNING + (n + 1) * HOUR)
    assert waits(since=MORNING - DAY, at=MORNING + DAY).median is None
    note(5)
    found = waits(since=MORNING - DAY, at=MORNING + DAY)
    assert (found.n, found.uncontacted) == (6, 1)
    assert found.low
    assert found.median
    assert found.high
    assert found.low <= found.median == 3.5 * HOUR <= found.high
