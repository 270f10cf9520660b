"""Cases that were carried to an end, quickly: what failed, what was agreed, what was done, and why it had happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.cases.ending import close
from amends.causes.tracing import Tracing
from amends.journal.actors import DESK
from tests.cast import DAY, HOUR, MORNING, make_case
from tests.remedies.scenes import lost

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case
    from tests.cast import Cast

CAUSE = "address or label wrong"


def handled(
    cast: Cast, name: str = "bell", *, failure: str = "F2", cause: str = CAUSE, done: str = "Sent it again by courier", day: int = 0,
    **more: object,
) -> Case:  # fmt: skip
    """Somebody was let down, we agreed on something and did it; nothing was asked yet."""
    at: datetime = MORNING + day * DAY
    case = make_case(at=at, email=f"{name}@example.com", owner=cast.leo, **more)
    concern = case.concerns.note("It is not here", by=cast.leo, at=at)
    if failure:
        lost(case, failure=failure, by=cast.leo, at=at)
    held = case.rounds.current()
    held.read_back("It is lost.", by=cast.leo, at=at)
    held.confirm("phone", by=cast.leo, at=at)
    held.tell_wish("Send it again", "phone", by=cast.leo, at=at)
    case.refresh_from_db()
    held.agree("A second one by Friday", "phone", by=cast.leo, at=at)
    case.refresh_from_db()
    case.acts.do(done, by=cast.leo, at=at + HOUR, meets=[concern])
    if cause:
        Tracing.objects.trace(case, cause, words="the label was smudged", by=cast.leo, at=at + HOUR)
    case.refresh_from_db()
    return case


def satisfied(cast: Cast, name: str = "bell", **more: object) -> Case:
    """The same, and they said that it is right."""
    case = handled(cast, name, **more)  # type: ignore[arg-type]
    close(case, "satisfied", by=DESK, at=case.received_at + 9 * DAY)
    return case
