"""The addresses of the API, under `/api/v1/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.api.activities import router as activities
from amends.api.cases import router as cases
from amends.api.door import api
from amends.api.kept import router as kept
from amends.api.lessons import router as lessons
from amends.api.signals import router as signals
from amends.api.texts import router as texts

if TYPE_CHECKING:
    from django.urls import URLPattern, URLResolver

api.add_router("/cases", cases)
api.add_router("/activities", activities)
api.add_router("", lessons)
api.add_router("", kept)
api.add_router("/signals", signals)
api.add_router("", texts)
urlpatterns: list[URLPattern | URLResolver] = list(api.urls[0])
