"""The customer's page says where they may go if our answer does not satisfy them, and until when."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from amends.cases.portal import PortalLink
from tests.responses.walks import LONDON, Walk

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_after_the_final_response_it_names_the_body_and_the_last_day(cast: Cast, client: Client) -> None:
    walk = Walk.begin(cast, "GB", "financial services", "2026-07-07T10:00", LONDON)
    link = PortalLink.objects.give([walk.case], at=datetime.now(UTC))[walk.case.pk]
    assert "somebody else to look at it" not in client.get(f"/c/{link.token}").content.decode()
    walk.write(
        "final response", "2026-09-01T09:00", outcomes=["not upheld"],
        chosen={"decision": "rejected", "time bars": "time bars kept"},
    )  # fmt: skip
    page = client.get(f"/c/{link.token}").content.decode()
    assert "you may go to the Financial Ombudsman Service until 1 March 2027" in page
