"""Tables to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse

if TYPE_CHECKING:
    from datetime import datetime


def taken_away(name: str, body: str, at: datetime) -> HttpResponse:
    """A table as a file of its own, named for what it holds and the day."""
    answer = HttpResponse(body, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="amends-{name}-{at:%Y-%m-%d}.csv"'
    return answer
