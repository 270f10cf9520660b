"""What Ada and Leo do together on a case, at noon of the Tuesday on which the story begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.callbacks.callback import CallBack
from amends.messages.writing import Reply, reply
from amends.people.person import Person
from amends.standins.standin import StandIn
from amends.standins.sweeping import go_away
from tests.cast import DAY, HOUR, MORNING, SURE

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.web.case.conftest import Desk

GAIN = "Leo handles nothing but lost parcels and can see the depot's cameras."
NOON = MORNING + 2 * HOUR


def shown(page: object) -> str:
    return " ".join(page.content.decode().split())  # type: ignore[attr-defined]


def answered(desk: Desk, by: Person) -> None:
    """The case is answered by this person, who has it from then on."""
    reply(desk.case, Reply(sure=SURE, words="Thank you for telling us. I am sorry."), by=by, at=MORNING + HOUR)
    desk.case.refresh_from_db()


def call(desk: Desk, **typed: object) -> CallBack:
    filled = {
        "about": "the table", "phone": "+44 20 7946 0017", "via": "phone", "time_zone": "Europe/London",
        "hours_from": "08:00", "hours_until": "20:00", **typed,
    }  # fmt: skip
    answer = desk.act("call-backs", **filled)
    assert answer.status_code == 303, shown(answer)
    return CallBack.objects.latest("pk")


def offered(ada: Desk, cast: Cast) -> int:
    answered(ada, cast.ada)
    answer = ada.act("handoffs", to=cast.leo.pk, gain=GAIN, brief="")
    assert answer.status_code == 303, shown(answer)
    return int(ada.case.handoffs.get().pk)


def away(ada: Desk, cast: Cast) -> StandIn:
    """Ada answered, and is ill for two days from noon; Leo is her deputy."""
    answered(ada, cast.ada)
    ada.case.promises.make("The table comes", due=NOON + DAY, by=cast.ada, at=NOON)
    go_away(cast.ada, starts_at=NOON, ends_at=NOON + 2 * DAY, deputy=cast.leo, by=cast.ada, at=NOON)
    return StandIn.objects.get(case=ada.case, call_back=None)
