"""Queues: at which site each stands, which hours it keeps, and whose rules govern the cases that come to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from amends.deadlines.ruling import choose, shelf
from amends.people.may import check
from amends.people.queue import Queue, Site
from amends.policy.document import PackRefused
from amends.policy.pack import HOUSE_JURISDICTION
from amends.policy.reading import read_hours
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from django.http import HttpResponse

    from amends.people.person import Person

_SHAPE = """zone: Europe/London
hours:
  mon: [["09:00", "17:00"]]
  tue: [["09:00", "12:00"], ["13:00", "17:00"]]
holidays: {country: GB, region: ENG}
"""


class Hours(forms.CharField):
    """Opening hours as YAML: plain data, or a sentence for each mistake with its line."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        widget = forms.Textarea({"rows": 12, "spellcheck": "false", "class": "code", "placeholder": _SHAPE})
        super().__init__(label=label, widget=widget, max_length=20_000, **kwargs)

    def clean(self, value: Any) -> Any:
        """The hours as a dict; nothing typed is None."""
        words = super().clean(value)
        if not words:
            return None
        try:
            return read_hours(words)
        except PackRefused as refused:
            raise ValidationError([f"Line {one.line}: {one.sentence}" for one in refused.mistakes]) from refused

    def prepare_value(self, value: Any) -> Any:
        """As a person reads and edits it."""
        return yaml.safe_dump(value, sort_keys=False, default_flow_style=None) if isinstance(value, dict) else value


class SiteForm(forms.Form):
    """A place with hours of its own."""

    name = forms.CharField(max_length=80)
    calendar = Hours("Opening hours")

    def __init__(self, *args: Any, site: Site | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.site = site
        if site:
            self.initial = {"name": site.name, "calendar": site.calendar}
            self.fields["name"].disabled = True  # its name is what finds it

    def clean_name(self) -> str:
        """A new site does not take the place of another."""
        name = str(self.cleaned_data["name"]).strip()
        if self.site is None and Site.objects.filter(name=name).exists():
            raise ValidationError("There is a site of this name already. Change its hours on its own page.")
        return name

    def save(self, *, by: Person, at: datetime) -> Site:
        """The site keeps these hours from now on."""
        return Queue.objects.open_site(self.cleaned_data["name"], self.cleaned_data["calendar"], by=by, at=at)


class QueueForm(forms.Form):
    """Where a queue stands and whose rules govern it."""

    site = forms.TypedChoiceField(label="Site", coerce=int, empty_value=None, required=False)
    rules = forms.ChoiceField(
        label="Whose rules govern its cases", required=False,
        help_text="Cases that are open keep what they began under. No pack is legal advice.",
    )  # fmt: skip
    calendar = Hours("Hours of its own", required=False, help_text="Empty: those of its site, or the house's.")

    def __init__(self, queue: Queue, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.queue = queue
        sites = [(site.pk, site.name) for site in Site.objects.order_by("name")]
        self.fields["site"].choices = [("", "none: the house's hours"), *sites]  # type: ignore[attr-defined]
        now = f"{queue.jurisdiction}|{queue.product}"
        rules = ruled(on)
        if now not in rules and now != "|":
            rules[now] = f"{queue.jurisdiction}, {queue.product or 'anything'} (no pack in force)"
        self.fields["rules"].choices = [("", "the house's own alone"), *rules.items()]  # type: ignore[attr-defined]
        self.initial = {"site": queue.site_id, "calendar": queue.calendar, "rules": now if now != "|" else ""}

    def save(self, *, by: Person, at: datetime) -> None:
        """It stands there from now on."""
        typed = self.cleaned_data
        jurisdiction, _, product = typed["rules"].partition("|")
        site = Site.objects.get(pk=typed["site"]) if typed["site"] else None
        self.queue.place(
            site=site, calendar=typed["calendar"], jurisdiction=jurisdiction, product=product, by=by, at=at
        )


class AddingForm(forms.Form):
    """One more queue."""

    name = forms.CharField(label="Name of the queue", max_length=80)

    def clean_name(self) -> str:
        """No two of one name."""
        name = str(self.cleaned_data["name"]).strip()
        if Queue.objects.filter(name=name).exists():
            raise ValidationError("There is a queue of this name already.")
        return name


def ruled(on: date) -> dict[str, str]:
    """What the packs in force on this day govern: `GB|energy` and the words for it."""
    found: dict[str, str] = {}
    for pack in shelf().packs:
        if pack.jurisdiction != HOUSE_JURISDICTION and pack.holds_on(on):
            for product in pack.products or ("",):
                found[f"{pack.jurisdiction}|{product}"] = f"{pack.jurisdiction}, {product or 'anything'} ({pack.name})"
    return dict(sorted(found.items()))


def _thin(row: Queue, thin: Mapping[int, Person | None]) -> str:
    if row.pk not in thin:
        return ""
    alone = thin[row.pk]
    return f"only {alone.name} watches it, and has no deputy" if alone else "nobody watches it"


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def queues(request: DeskRequest) -> HttpResponse:
    """Every queue with its hours and rules, and every site; a POST adds a queue."""
    check(request.user, "settings")
    form = AddingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        added = Queue.objects.add(form.cleaned_data["name"], by=request.user, at=request.at)
        return redirect("queue", added.pk)
    rows = Queue.objects.select_related("site").order_by("-is_default", "name")
    thin = {row.pk: alone for row, alone in Queue.objects.thin()}
    context = {
        "queues": [(row, choose(row, received_at=request.at).packs, _thin(row, thin)) for row in rows],
        "overdue": [pack for pack in shelf().packs if pack.overdue_on(request.at.date())],
        "sites": Site.objects.order_by("name"),
        "form": form,
    }
    return page(request, "desk/queues.html", context, status=422 if form.errors else 200)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def queue(request: DeskRequest, pk: int) -> HttpResponse:
    """Where one queue stands; a POST places it."""
    check(request.user, "settings")
    row = get_object_or_404(Queue.objects.select_related("site"), pk=pk)
    form = QueueForm(row, request.POST or None, on=request.at.date())
    if request.method == "POST" and form.is_valid():
        form.save(by=request.user, at=request.at)
        messages.success(request, f"{row.name} is placed. New cases in it go by this.")
        return redirect("queues")
    context = {"form": form, "title": row.name, "shape": _SHAPE, "packs": choose(row, received_at=request.at).packs}
    return page(request, "desk/queue.html", context, status=422 if form.errors else 200)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def site(request: DeskRequest, pk: int | None = None) -> HttpResponse:
    """The hours of one site, or of a new one."""
    check(request.user, "settings")
    row = get_object_or_404(Site, pk=pk) if pk else None
    form = SiteForm(request.POST or None, site=row)
    if request.method == "POST" and form.is_valid():
        kept = form.save(by=request.user, at=request.at)
        messages.success(request, f"The hours of {kept.name} are kept.")
        return redirect("queues")
    context = {"form": form, "title": row.name if row else "A new site", "shape": _SHAPE}
    return page(request, "desk/queue.html", context, status=422 if form.errors else 200)
