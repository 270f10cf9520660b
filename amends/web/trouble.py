"""When the database cannot keep something (its disk is full, it is being restarted): a plain page, and nothing typed is lost.

A verb is one transaction, so nothing half was stored; the visitor gets their own words back to copy or send again.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

log = logging.getLogger(__name__)
_HEADERS = {
    "Retry-After": "30",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
_HIDDEN = ("csrfmiddlewaretoken", "mark", "password", "code", "secret")


class Trouble:
    """Turns a database that cannot work now into a 503 page that holds what was typed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:  # noqa: D102
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Only for what the database cannot help; a fault of ours stays a fault."""
        if not isinstance(exception, OperationalError | InterfaceError | InternalError):
            return None
        log.error("the database could not keep a request to %s: %s", request.path, exception)
        page = render_to_string("refusals/trouble.html", {"typed": typed(request)})
        return HttpResponse(page, status=503, headers=_HEADERS)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What the visitor wrote, field by field, without marks and secrets."""
    return [
        (name.replace("_", " "), value)
        for name, values in request.POST.lists()
        for value in values
        if value.strip() and not any(hidden in name for hidden in _HIDDEN)
    ]
