"""The door of the portal: who holds a link comes in, and nobody else learns that there is anything inside.

No cookie is used here. The link is the whole authority, so there is nothing that another site could borrow; each form
carries a mark signed for its link all the same, and a POST without it is refused. (Django's own mark needs a cookie, and
the `Origin` that a browser withholds from a page that sends no referrer.)
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from amends.cases.portal import PortalLink
from amends.web.portal.forms import MOST_FILES, limit_uploads

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.http import HttpRequest

    from amends.cases.case import Case

#: No mark is worth more than a form that was left open for a week.
MARK_AGE = 7 * 24 * 3600
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


@dataclass(frozen=True, slots=True)
class Visit:
    """A customer at the door: their link, the moment, and whether the link still holds."""

    link: PortalLink
    at: datetime

    @property
    def case(self) -> Case:
        """The one case the link leads to."""
        return self.link.case

    @property
    def token(self) -> str:
        """What stands in the address."""
        return self.link.token

    @property
    def expired(self) -> bool:
        """Whether the link has run out."""
        return self.link.expires_at <= self.at


def private(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The answer is kept by nobody, listed nowhere, and tells no other site where it was; uploads are bounded."""

    @csrf_exempt
    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST":
            limit_uploads(request)
        response = view(request, *args, **kwargs)
        for name, value in _HEADERS.items():
            response[name] = value
        return response

    return kept


def with_any_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view is shown to whoever holds a link that was not revoked; anybody else gets the same 404."""

    @private
    @wraps(view)
    def opened(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponse:
        at = timezone.now()
        link = PortalLink.objects.follow(token, at=at)
        return view(request, Visit(link, at), *args, **kwargs) if link else unknown(request)

    return opened


def with_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The same, for a link that has not run out either; one that has shows how to get a new one."""

    @with_any_link
    @wraps(view)
    def opened(request: HttpRequest, visit: Visit, *args: Any, **kwargs: Any) -> HttpResponse:
        return expired(request, visit) if visit.expired else view(request, visit, *args, **kwargs)

    return opened


def unknown(request: HttpRequest) -> HttpResponse:
    """One page for a forged, an unknown and a revoked link, and for what a link does not lead to."""
    return show(request, "portal/unknown.html", status=404)


def expired(request: HttpRequest, visit: Visit, *, sent: bool = False, status: int = 410) -> HttpResponse:
    """The link has run out: a new one can be sent to the address we hold. What was typed is given back."""
    typed = request.POST.get("words", "") if request.method == "POST" else ""
    context = {"token": visit.token, "mark": mark(visit.token), "sent": sent, "typed": typed}
    return show(request, "portal/expired.html", context, status=status)


def show(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """A page of the portal, with the house's name, address and limits on it."""
    house = {
        "house_name": settings.MAIL_FROM_NAME,
        "house_mail": settings.MAIL_FROM,
        "most_files": MOST_FILES,
        "most_megabytes": settings.ATTACHMENT_MAX_BYTES // (1024 * 1024),
        "had_files": status >= HTTPStatus.BAD_REQUEST and bool(request.FILES),
    }
    return render(request, template, house | (context or {}), status=status)


def mark(purpose: str) -> str:
    """A fresh mark for one form, signed for this purpose: a link's token, or the form for complaints."""
    return TimestampSigner(salt=f"amends.portal.form.{purpose}").sign(secrets.token_urlsafe(12))


def marked(request: HttpRequest, purpose: str) -> bool:
    """Whether the form that was sent is one that we gave out for this purpose, within the week."""
    return mark_key(request, purpose) is not None


def mark_key(request: HttpRequest, purpose: str) -> str | None:
    """What names the one form that was sent; None when the mark is missing, forged or old."""
    try:
        return TimestampSigner(salt=f"amends.portal.form.{purpose}").unsign(
            request.POST.get("mark", ""), max_age=MARK_AGE
        )
    except (BadSignature, SignatureExpired):
        return None
