"""People: who works at the desk, and what each of them says of themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from amends.cases.ending import Refused
from amends.people.may import check
from amends.people.person import Person, SignInLink
from amends.standins.sweeping import depart
from amends.web.case.acts import SeeOther
from amends.web.desk.feed import address_of
from amends.web.desk.forms import LeavingForm, PersonForm, ProfileForm, RoleForm
from amends.web.door import DeskRequest, desk, page
from amends.web.wording import counted

if TYPE_CHECKING:
    from django.http import HttpResponse

LINK_LASTS = timedelta(days=3)
#: A house of more people than this keeps them in a directory; the page shows the first.
MOST = 500


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: DeskRequest) -> HttpResponse:
    """Everybody; a POST adds somebody and shows their one-time link, once."""
    check(request.user, "people")
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _link(request, form.save(by=request.user, at=request.at), status=201)
    return _list(request, form, status=422 if form.errors else 200)


@desk
@require_POST
def link(request: DeskRequest, pk: int) -> HttpResponse:
    """A fresh one-time link, shown once."""
    check(request.user, "people")
    return _link(request, get_object_or_404(Person.objects.staff(), pk=pk))


@desk
@require_POST
def role(request: DeskRequest, pk: int) -> HttpResponse:
    """Somebody is something else at the desk; nobody changes their own role."""
    check(request.user, "people")
    person, form = get_object_or_404(Person.objects.staff(), pk=pk), RoleForm(request.POST)
    if person.pk == request.user.pk:
        messages.error(request, "Ask another admin to change your own role.")
    elif form.is_valid():
        person.change(role=form.cleaned_data["role"], by=request.user, at=request.at)
        messages.success(request, f"{person.name} is {person.get_role_display().lower()} now.")
    return redirect("people")


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: DeskRequest, pk: int) -> HttpResponse:
    """Somebody no longer works here; what was theirs goes to the heir that was named, or else to somebody who is here."""
    check(request.user, "people")
    person = get_object_or_404(Person.objects.staff(), pk=pk)
    form = LeavingForm(request.POST if request.method == "POST" else None, person=person, now=request.at)
    if form.is_valid():
        try:
            moved = depart(person, heir=form.cleaned_data["heir"], by=request.user, at=request.at)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _gone(person, moved))
            return SeeOther(reverse("people"))
    context = {
        "form": form, "title": f"{person.name} leaves", "button": "End their sign-in", "kind": "danger",
        "words": "Their sign-in ends for good. What they did stays on record, and customers who would notice are told.",
        "back_url": reverse("people"), "back_words": "People",
    }  # fmt: skip
    return page(request, "desk/one_form.html", context, status=422 if form.errors else 200)


def _gone(person: Person, moved: int) -> str:
    with_others = f" {counted(moved, 'open case')} passed to others." if moved else ""
    return f"{person.name} can no longer sign in.{with_others} What they did stays on record."


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: DeskRequest) -> HttpResponse:
    """One's own name, clock and signature."""
    fields = ProfileForm.base_fields
    form = ProfileForm(request.POST or None, initial={name: getattr(request.user, name) for name in fields})
    if request.method == "POST" and form.is_valid():
        form.save(request.user, at=request.at)
        messages.success(request, "Your profile is saved.")
        return redirect("profile")
    return page(
        request,
        "desk/profile.html",
        {"form": form, "feed_address": address_of(request.user)},
        status=422 if form.errors else 200,
    )


def _list(request: DeskRequest, form: PersonForm, status: int) -> HttpResponse:
    everybody = list(Person.objects.order_by("-is_active", "name", "pk")[:MOST])
    present = [
        (person, RoleForm(initial={"role": person.role}, auto_id=f"role_{person.pk}_%s"))
        for person in everybody
        if person.is_active
    ]
    context = {"present": present, "gone": [person for person in everybody if not person.is_active], "form": form}
    return page(request, "desk/people.html", context, status=status)


def _link(request: DeskRequest, person: Person, status: int = 200) -> HttpResponse:
    expires_at = request.at + LINK_LASTS
    secret = SignInLink.objects.make(person, expires_at=expires_at, by=request.user, at=request.at)
    address = settings.BASE_URL + reverse("enter", args=[secret])
    return page(
        request, "desk/link.html", {"person": person, "address": address, "expires_at": expires_at}, status=status
    )
