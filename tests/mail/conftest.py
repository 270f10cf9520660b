"""What the mail's tests may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.mail import sending
from tests.mail.servers import Sink, sink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django.fixtures import Settings


@pytest.fixture
def server(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sink]:
    """A mail server that takes our mail, and which nobody found away a moment ago."""
    monkeypatch.setattr(sending.Rest, "until", 0.0)
    with sink() as found:
        settings.SMTP_URL = found.url
        yield found
