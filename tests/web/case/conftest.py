"""Ada at her desk with Mrs Okafor's case open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.test import Client

from tests.cast import HOUR, MORNING, SURE, make_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

    from amends.cases.case import Case
    from amends.people.person import Person
    from tests.cast import Cast


@dataclass(slots=True)
class Desk:
    """One person at the desk, looking at one case."""

    person: Person
    case: Case
    client: Client

    def look(self, tail: str = "") -> Answer:
        """The page."""
        return self.client.get(f"/cases/{self.case.reference}{tail}")

    def act(self, noun: str, **typed: Any) -> Answer:
        """Send a form of the case, and take the case as it is afterwards.

        Whoever writes is sure of it, and presses again where a letter of the desk is shown with what the coach says, if nothing
        else is said (`sure`, `read`).
        """
        path, sent = f"/cases/{self.case.reference}/{noun}", {"sure": SURE, **typed}
        answer = self.client.post(path, sent)
        shown = re.search(r'name="read" value="(\w+)"', answer.content.decode()) if answer.status_code == 422 else None
        if shown and "read" not in typed:
            answer = self.client.post(path, {**sent, "read": shown[1]})
        self.case.refresh_from_db()
        return answer

    def as_(self, person: Person) -> Desk:
        """The same case, somebody else at the desk."""
        client = Client()
        client.force_login(person)
        return Desk(person, self.case, client)


@pytest.fixture
def ada(cast: Cast) -> Desk:
    """Ada, looking at the lost parcel."""
    client = Client()
    client.force_login(cast.ada)
    return Desk(cast.ada, make_case(), client)


@pytest.fixture
def leo(cast: Cast, ada: Desk) -> Desk:
    """Leo, who leads, looking at the same case."""
    return ada.as_(cast.leo)


@pytest.fixture
def noon() -> Iterator[None]:
    """The clock stands at noon of the Tuesday on which the story begins."""
    with time_machine.travel(MORNING + 2 * HOUR, tick=False):
        yield
