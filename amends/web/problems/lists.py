"""Adding a list: handed in or pasted, tried and counted, and added when somebody says that it is right."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from amends.affected.affected import Via
from amends.affected.listing import pasted
from amends.affected.upload import Upload, of_records
from amends.cases.ending import Refused
from amends.outcomes.activity import who_bought
from amends.problems.problem import Problem
from amends.web.case.acts import SeeOther
from amends.web.case.forms.form import Line, Moment, Words
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from django.http import HttpResponse

#: What is larger comes by `amends problem affect`, which reads it as it comes.
MOST_BYTES = 20 * 1024 * 1024


class ListForm(forms.Form):
    """A file, or lines that were pasted, or words by which our own cases are sought; and which column is what."""

    file = forms.FileField(label="A table (CSV) with names in its first line", required=False)
    words = Words("Or paste it, or one e-mail address or number a line", most=2_000_000)
    sought = Line("Or seek our own customers whose cases speak of")
    bought = forms.BooleanField(label="Or everybody who bought from us in the time below", required=False)
    since = Moment("From", help_text="Empty: a year before.")
    until = Moment("Until", help_text="Empty: now.")
    email = Line("Column with the e-mail address", help_text="Empty: found by its name.")
    phone = Line("Column with the phone number")
    name = Line("Column with the name")
    household = Line("Column by which a household is one")
    use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        """One of the four ways."""
        typed = super().clean() or {}
        ways = (typed.get("file"), (typed.get("words") or "").strip(), (typed.get("sought") or "").strip())
        if not (any(ways) or typed.get("bought")):
            raise ValidationError("Choose a file, paste a list, or say whom to seek.")
        if (file := typed.get("file")) and file.size > MOST_BYTES:
            self.add_error("file", f"This is larger than {MOST_BYTES >> 20} MB. Add it with `amends problem affect`.")
        return typed

    def read(self, request: DeskRequest) -> tuple[bytes, str, str]:
        """The bytes of the list, what it is called, and how we know of it."""
        typed = self.cleaned_data
        if typed["file"]:
            return typed["file"].read(), typed["file"].name, Via.LIST
        if typed["words"].strip():
            return pasted(typed["words"]).read(), "a pasted list", Via.LIST
        until = typed["until"] or request.at
        since = typed["since"] or until - timedelta(days=365)
        if typed["bought"]:
            return (
                who_bought(since=since, until=until),
                f"bought from {since:%d %b %Y} to {until:%d %b %Y}",
                Via.RECORDS,
            )
        data = of_records(typed["sought"], since=since, until=until, person=request.user)
        return data, f"cases that speak of {typed['sought']}", Via.RECORDS

    @property
    def chosen(self) -> dict[str, str]:
        """Which column is what, as far as it was said."""
        return {
            name: self.cleaned_data[name] for name in ("email", "phone", "name", "household") if self.cleaned_data[name]
        }


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: DeskRequest, pk: int) -> HttpResponse:
    """A list is handed in; what follows is the count, and nobody is added yet."""
    problem = get_object_or_404(Problem.objects.open(), pk=pk)
    form = ListForm(request.POST or None, request.FILES or None, auto_id="list-%s", label_suffix="")
    if request.method == "POST" and form.is_valid():
        data, name, via = form.read(request)
        try:
            row, _ = problem.uploads.hand_in(
                data, name=name, chosen=form.chosen, via=via, by=request.user, at=request.at
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return SeeOther(reverse("problem_upload", args=[pk, row.pk]))
    return page(request, "problems/list.html", {"problem": problem, "form": form}, status=422 if form.errors else 200)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def tried(request: DeskRequest, pk: int, row: int) -> HttpResponse:
    """What adding the list would come to; a POST adds it."""
    upload = get_object_or_404(Upload.objects.select_related("problem"), problem=pk, pk=row)
    refused = ""
    if request.method == "POST":
        try:
            listing = upload.add(by=request.user, at=request.at)
        except Refused as refusal:
            refused = str(refusal)
        else:
            messages.success(request, f"{listing.people} people are added; their cases are opened in a moment.")
            return SeeOther(reverse("problem", args=[pk]))
    context = {"problem": upload.problem, "upload": upload, "counts": upload.again(), "refused": refused}
    return page(request, "problems/tried.html", context, status=422 if refused else 200)
