"""What the lot decides of how a case is answered: its first words, how often they hear of it, what comes first afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from amends.cases.case import Case
from amends.customers.customer import Channel
from amends.experiments.arms import PACES, FollowUps, Opening, Place
from amends.experiments.lots import decide, foresee
from amends.trials.drawing import Fixed

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person

#: Whoever calls or comes is answered in the same breath: there are no first words to begin with.
_SPOKEN: Final = (Channel.PHONE, Channel.VISIT)
_SORRY: Final = "I am sorry that this happened to you."
_THANKS: Final = "Thank you for telling us."
_FORMS: Final = {Opening.SORRY: f"{_SORRY} {_THANKS}", Opening.THANKS: f"{_THANKS} {_SORRY}"}
#: The earlier of the two follow-ups falls due after two thirds of the wait.
EARLIER: Final = 67


def opening(case: Case) -> str:
    """The words with which the first answer to this case may begin; "" where its writer begins as they like. A reading."""
    if case.channel in _SPOKEN:
        return ""
    words = _FORMS.get(Opening(arm)) if (arm := foresee(Place.OPENING, case)) else None
    who = f"Dear {case.customer.name}" if case.customer.name else "Hello"
    return f"{who},\n\n{words}\n\n" if words else ""


def first_answered(case: Case, *, by: Person, at: datetime) -> None:
    """How it was begun is drawn, whatever was then written; and how often they hear from us. Part of the first answer."""
    if case.channel not in _SPOKEN:
        decide(Place.OPENING, case, by=by, at=at)
    wished = {Fixed.WISH} if case.cadence else set()
    pace = PACES.get(decide(Place.CADENCE, case, fixed=wished, by=by, at=at), 100)
    if pace != case.pace:
        case.pace = pace
        Case.objects.filter(pk=case.pk).update(pace=pace)


def follow_up_shares(case: Case, *, by: Person, at: datetime) -> dict[str, int]:
    """After which share of the wait `mail` and `call` fall due, in hundredths: at most one is earlier. Part of resolving."""
    wished = {Fixed.WISH} if case.customer.preferred_channel else set()
    arm = decide(Place.FOLLOW_UP, case, fixed=wished, by=by, at=at)
    return {
        "mail": EARLIER if arm == FollowUps.MAIL_FIRST else 100,
        "call": EARLIER if arm == FollowUps.CALL_FIRST else 100,
    }
