"""The door of every page of the desk: who comes in, on whose clock they read, and what a refusal looks like."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast
from zoneinfo import ZoneInfo

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.people.may import NotAllowed
from amends.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime, tzinfo

P = ParamSpec("P")


class DeskRequest(HttpRequest):
    """A request by somebody who works here, with the one reading of the clock that belongs to it."""

    user: Person
    at: datetime


def desk(view: Callable[Concatenate[DeskRequest, P], HttpResponse]) -> Callable[..., HttpResponse]:
    """Only for people of the house: strangers are asked to sign in. Sets `request.at`; times read on the person's clock.

    A verb's `NotAllowed` becomes a 403 page with its sentence.
    """

    @wraps(view)
    def opened(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        ours = cast("DeskRequest", request)
        ours.at = timezone.now()
        with timezone.override(zone_of(ours.user)):
            try:
                return view(ours, *args, **kwargs)
            except NotAllowed as refusal:
                raise PermissionDenied(str(refusal)) from refusal

    opened.for_the_desk = True  # type: ignore[attr-defined]
    return opened


def zone_of(person: Person) -> tzinfo:
    """The clock on this person's wall; the house's where they named none."""
    try:
        return ZoneInfo(person.time_zone) if person.time_zone else timezone.get_default_timezone()
    except (KeyError, ValueError):
        return timezone.get_default_timezone()


def page(
    request: DeskRequest, template: str, context: Mapping[str, object] | None = None, status: int = 200
) -> HttpResponse:
    """The page, with `now` in its context."""
    return render(request, template, {"now": request.at, **(context or {})}, status=status)
