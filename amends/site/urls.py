"""The addresses of all pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import URLResolver, include, path
from django.urls.resolvers import RoutePattern

if TYPE_CHECKING:
    from django.urls import URLPattern

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("amends.web.desk.urls")),
    path("", include("amends.web.case.urls")),
    path("", include("amends.web.portal.urls")),
    path("", include("amends.web.colleague.urls")),
    path("", include("amends.integrations.urls")),
    path("", include("amends.web.problems.urls")),
    path("", include("amends.web.insight.urls")),
    path("", include("amends.web.lessons.urls")),
    path("account/", include("allauth.account.urls")),
    path("account/second-factor/", include("allauth.mfa.urls")),
    # Loaded by the first call: what reads and writes its JSON takes twelve megabytes that a desk without programs does not need.
    URLResolver(RoutePattern("api/v1/"), "amends.api.urls", app_name="api", namespace="api"),
]
