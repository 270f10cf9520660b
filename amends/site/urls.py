"""The addresses of all pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import include, path

if TYPE_CHECKING:
    from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("amends.web.desk.urls")),
    path("", include("amends.web.case.urls")),
    path("", include("amends.web.portal.urls")),
    path("", include("amends.web.colleague.urls")),
    path("", include("amends.web.problems.urls")),
    path("account/", include("allauth.account.urls")),
    path("account/second-factor/", include("allauth.mfa.urls")),
]
