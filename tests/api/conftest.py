"""A program at the door of the API, with a token for everything."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone

from amends.people.token import Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from amends.people.person import Person
    from tests.cast import Cast


class Program:
    """Another program, which shows a token and speaks JSON."""

    def __init__(self, secret: str) -> None:
        self.secret = secret
        self.client = Client()

    def get(self, path: str, **asked: str) -> Any:
        """What is at this address."""
        return self.client.get(f"/api/v1/{path}", asked, headers=self._shown)

    def post(self, path: str, /, **said: object) -> Any:
        """Send this there."""
        return self.client.post(
            f"/api/v1/{path}", json.dumps(said), content_type="application/json", headers=self._shown
        )

    @property
    def _shown(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.secret}"} if self.secret else {}


@pytest.fixture
def program(cast: Cast) -> Callable[..., Program]:
    """Makes a program of somebody's, Ada's if not said, with all scopes or those that are named."""

    def make(*scopes: str, of: Person | None = None) -> Program:
        whose = of or cast.ada
        _, secret = whose.tokens.make("the shop", scopes=scopes or Scope.values, by=whose, at=timezone.now())
        return Program(secret)

    return make
