"""Who comes in: people are added by an admin, by a link that works once; never by signing themselves up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import perform_login
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from amends.people.person import SignInLink

if TYPE_CHECKING:
    from typing import NoReturn

    from django.http import HttpRequest


class Doorkeeper(DefaultAccountAdapter):  # type: ignore[misc]
    """No open sign-up, and no mail about accounts: whoever is locked out gets a link from an admin."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Never."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """None is sent; the desk's mail is for customers, and its pages say who helps."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """The page of a one-time link. Only a POST uses it, so that a mail program that looks at links does not.

    A second factor is still asked for; somebody without a password is led to choosing one.
    """
    at = timezone.now()
    if request.method != "POST":
        person = SignInLink.objects.holder(secret, at=at)
        return render(request, "account/enter.html", {"person": person}, status=200 if person else 404)
    person = SignInLink.objects.use(secret, at=at)
    if person is None:
        return render(request, "account/enter.html", {"person": None}, status=404)
    first = reverse("today" if person.has_usable_password() else "account_set_password")
    response: HttpResponse = perform_login(request, person, redirect_url=first)
    return response


def nowhere(request: HttpRequest) -> NoReturn:  # noqa: ARG001
    """Pages of the sign-in package that this desk does not have."""
    raise Http404
