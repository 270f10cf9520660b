"""Who is here: the ways in which somebody goes away, is back, or names who stands in."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from amends.cases.ending import Refused
from amends.people.absence import Absence, AbsenceRefused, name_deputy
from amends.people.person import Person, Role
from amends.people.presence import NotHere, Roster
from amends.standins.sweeping import come_back, go_away
from amends.standins.uncovered import uncovered
from amends.web.case.acts import SeeOther
from amends.web.case.forms.form import Moment
from amends.web.desk.standings import standings
from amends.web.door import DeskRequest, desk, page, zone_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

#: As many cases of the alarm stand on the page; one is too many.
ALARMED = 50
_FAR = timedelta(days=5 * 366)


class AwayForm(forms.Form):
    """An absence to come, or one that has begun."""

    person = forms.ModelChoiceField(Person.objects.none(), label="Who", empty_label=None)
    starts_at = Moment("From", help_text="Empty means now.")
    ends_at = Moment("Until", help_text="Empty: until they say that they are back. Half a day is fine.")
    deputy = forms.ModelChoiceField(
        Person.objects.none(), label="Who stands in", required=False, empty_label="Whoever is their deputy, or has least",
    )  # fmt: skip
    use_required_attribute = False

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        kwargs |= {"auto_id": "away-%s", "label_suffix": ""}
        super().__init__(*args, **kwargs)
        self.now = now
        for name in ("person", "deputy"):
            self.fields[name].queryset = Person.objects.staff().order_by("name", "pk")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Times lie where they can: an absence may have begun, and ends in the future."""
        super().clean()
        starts, ends = self.cleaned_data.get("starts_at") or self.now, self.cleaned_data.get("ends_at")
        if not self.now - _FAR < starts < self.now + _FAR:
            self.add_error("starts_at", ValidationError("Choose a time within five years."))
        if ends is not None and not self.now < ends < self.now + _FAR:
            self.add_error("ends_at", ValidationError("An absence ends in the future, within five years."))
        self.cleaned_data["starts_at"] = starts
        return self.cleaned_data


class DeputyForm(forms.Form):
    """Who stands in for somebody in general."""

    deputy = forms.ModelChoiceField(
        Person.objects.none(), label="Who stands in", required=False, empty_label="Nobody in particular"
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Person.objects.staff().exclude(pk=person.pk).order_by("name", "pk")
        self.fields["deputy"].queryset = others  # type: ignore[attr-defined]


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def here(request: DeskRequest) -> HttpResponse:
    """Everybody; a POST records an absence, by anybody on the team."""
    form = AwayForm(request.POST or None, now=request.at)
    if request.method != "POST" or not form.is_valid():
        return _show(request, form, status=422 if form.errors else 200)
    typed = form.cleaned_data
    gone = typed["starts_at"] <= request.at
    said = "is away now; what was theirs is with others." if gone else "will be away; it is planned."
    return _carried(
        request, lambda: go_away(**typed, by=request.user, at=request.at), f"{typed['person'].name} {said}", form
    )


@desk
@require_POST
def ill(request: DeskRequest, pk: int) -> HttpResponse:
    """One click: this person cannot act from now on, to the end of their day, or (`until=back`) until they say so."""
    person = get_object_or_404(Person.objects.staff(), pk=pk)
    ends = None if request.POST.get("until") == "back" else end_of_their_day(person, request.at)
    return _carried(
        request, lambda: go_away(person, starts_at=request.at, ends_at=ends, by=request.user, at=request.at),
        f"{person.name} is away now; what was theirs is with others.",
    )  # fmt: skip


@desk
@require_POST
def back(request: DeskRequest, pk: int) -> HttpResponse:
    """They are here again, or will not be away after all."""
    absence = get_object_or_404(Absence.objects.standing().select_related("person"), pk=pk)
    begun = absence.starts_at <= request.at
    said = "is back. What others had is offered to them." if begun else "is not away after all."

    def deed() -> object:
        return (
            come_back(absence, by=request.user, at=request.at)
            if begun
            else absence.cancel(by=request.user, at=request.at)
        )

    return _carried(request, deed, f"{absence.person.name} {said}")


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def deputy(request: DeskRequest, pk: int) -> HttpResponse:
    """Who stands in for this person whenever nothing else is said; nobody in particular for an empty choice."""
    person = get_object_or_404(Person.objects.staff(), pk=pk)
    form = DeputyForm(request.POST or None, person=person, initial={"deputy": person.deputy_id})
    if request.method == "POST" and form.is_valid():
        named = form.cleaned_data["deputy"]
        try:
            name_deputy(person, named, by=request.user, at=request.at)
        except AbsenceRefused as refusal:
            form.add_error("deputy", str(refusal))
        else:
            said = f"{named.name} stands in for {person.name}." if named else f"{person.name} has no deputy now."
            messages.success(request, said)
            return SeeOther(reverse("here"))
    context = {
        "form": form, "title": f"Who stands in for {person.name}?", "button": "Name the deputy", "kind": "primary",
        "words": "Whenever they are away and nothing else was said. If the deputy is away too, the deputy's own deputy does.",
        "back_url": reverse("here"), "back_words": "Who is here",
    }  # fmt: skip
    return page(request, "desk/one_form.html", context, status=422 if form.errors else 200)


def end_of_their_day(person: Person, now: datetime) -> datetime:
    """The midnight that ends this day on the person's own clock."""
    there = now.astimezone(zone_of(person))
    return (there + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)


def _carried(request: DeskRequest, deed: Callable[[], object], said: str, form: AwayForm | None = None) -> HttpResponse:
    """The deed is done and said, or the page comes back with the sentence that refuses it."""
    try:
        deed()
    except (AbsenceRefused, Refused, NotHere) as refusal:
        return _show(request, form or AwayForm(now=request.at), status=422, refused=str(refusal))
    messages.success(request, said)
    return SeeOther(reverse("here"))


def _show(request: DeskRequest, form: AwayForm, status: int, refused: str = "") -> HttpResponse:
    roster = Roster.read(at=request.at)
    lead = request.user.role != Role.AGENT
    everybody = standings(roster, viewer=request.user)
    context = {
        "form": form, "refused": refused, "standings": everybody, "away": sum(1 for one in everybody if one.absence),
        "alarm": list(uncovered(at=request.at).select_related("customer", "owner")[:ALARMED]) if lead else [],
    }  # fmt: skip
    return page(request, "desk/here.html", context, status=status)
