"""Today asks for a yes or no: cases one is offered, and what others had while one was away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine

from amends.messages.writing import Reply, reply
from amends.standins.sweeping import come_back, go_away
from tests.cast import DAY, HOUR, MORNING, SURE, make_case

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def look(client: Client) -> str:
    with time_machine.travel(MORNING + 2 * HOUR, tick=False):
        return " ".join(client.get("/").content.decode().split())


def test_who_is_offered_a_case_sees_it_until_they_answer(cast: Cast, client: Client) -> None:
    case = make_case()
    reply(case, Reply(sure=SURE, words="Thank you."), by=cast.ada, at=MORNING)
    case.refresh_from_db()
    gain = "Leo handles nothing but lost parcels and sees the cameras."
    offer = case.handoffs.offer(cast.leo, gain=gain, by=cast.ada, at=MORNING)
    client.force_login(cast.leo)
    assert f"Ada offers you this case: {gain}" in look(client)
    client.force_login(cast.ada)
    assert "offers you this case" not in look(client)
    offer.decline(because="full", by=cast.leo, at=MORNING)
    client.force_login(cast.leo)
    assert "offers you this case" not in look(client)


def test_who_is_back_sees_what_others_had(cast: Cast, client: Client) -> None:
    case = make_case()
    reply(case, Reply(sure=SURE, words="Thank you."), by=cast.ada, at=MORNING)
    absence = go_away(cast.ada, starts_at=MORNING, ends_at=MORNING + DAY, deputy=cast.leo, by=cast.ada, at=MORNING)
    client.force_login(cast.ada)
    assert "while you were away" not in look(client)
    come_back(absence, by=cast.ada, at=MORNING + HOUR)
    assert "Leo had this case while you were away" in look(client)
