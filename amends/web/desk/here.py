"""Who is here: who is away until when, who stands in, what each has on their hands; and the ways to change that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.deadlines.deadline import Deadline, Kind
from amends.people.absence import Absence, AbsenceRefused, name_deputy
from amends.people.person import Person, Role
from amends.people.presence import Roster
from amends.standins.standin import StandIn
from amends.standins.sweeping import come_back, go_away
from amends.standins.uncovered import uncovered
from amends.web.case.forms.form import Moment
from amends.web.desk.today import end_of_today
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from django.http import HttpResponse

#: As many swept things of one absence stand on the page.
SWEPT = 50


class AwayForm(forms.Form):
    """An absence to come, or one that has begun."""

    person = forms.ModelChoiceField(Person.objects.none(), label="Who", empty_label=None)
    starts_at = Moment("From", help_text="Empty means now.")
    ends_at = Moment("Until", future=True, help_text="Empty: until they say that they are back. Half a day is fine.")
    deputy = forms.ModelChoiceField(
        Person.objects.none(), label="Who stands in", required=False, empty_label="Whoever is their deputy, or has least",
    )  # fmt: skip
    use_required_attribute = False

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        kwargs |= {"auto_id": "away-%s", "label_suffix": ""}
        super().__init__(*args, **kwargs)
        self.now = now
        for name in ("person", "deputy"):
            self.fields[name].queryset = Person.objects.staff().order_by("name")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Times lie where they can: an absence may begin in the past, the present or the future, and ends in the future."""
        super().clean()
        ends = self.cleaned_data.get("ends_at")
        if ends is not None and ends <= self.now:
            self.add_error("ends_at", ValidationError("An absence ends in the future."))
        self.cleaned_data["starts_at"] = self.cleaned_data.get("starts_at") or self.now
        return self.cleaned_data


@dataclass(frozen=True, slots=True)
class Standing:
    """One person as the page shows them: away by `absence`, with `stand_in`, and with so much on their hands."""

    person: Person
    absence: Absence | None
    coming: Absence | None
    stand_in: Person | None
    open: int
    today: int
    late: int
    swept: Sequence[StandIn]


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def here(request: DeskRequest) -> HttpResponse:
    """Everybody; a POST records an absence, by anybody on the team."""
    form = AwayForm(request.POST or None, now=request.at)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        if _done(form, lambda: go_away(**typed, by=request.user, at=request.at)):
            gone = typed["starts_at"] <= request.at
            said = "is away now; what was theirs is with others." if gone else "will be away; it is planned."
            messages.success(request, f"{typed['person'].name} {said}")
            return _back()
    return _show(request, form, status=422 if form.errors else 200)


@desk
@require_POST
def ill(request: DeskRequest, pk: int) -> HttpResponse:
    """One click: this person cannot act from now on, until they say that they are back."""
    person = get_object_or_404(Person.objects.staff(), pk=pk)
    _say(
        request, lambda: go_away(person, starts_at=request.at, by=request.user, at=request.at),
        f"{person.name} is away now; what was theirs is with others.",
    )  # fmt: skip
    return _back()


@desk
@require_POST
def back(request: DeskRequest, pk: int) -> HttpResponse:
    """They are here again, or will not be away after all."""
    absence = get_object_or_404(Absence.objects.standing().select_related("person"), pk=pk)
    begun = absence.starts_at <= request.at
    deed = (
        (lambda: come_back(absence, by=request.user, at=request.at))
        if begun
        else (lambda: absence.cancel(by=request.user, at=request.at))
    )
    said = "is back. What others had is offered to them." if begun else "is not away after all."
    _say(request, deed, f"{absence.person.name} {said}")
    return _back()


@desk
@require_POST
def deputy(request: DeskRequest, pk: int) -> HttpResponse:
    """Who stands in for this person whenever nothing else is said."""
    person = get_object_or_404(Person.objects.staff(), pk=pk)
    key = request.POST.get("deputy", "")
    named = get_object_or_404(Person.objects.staff(), pk=int(key)) if key.isdecimal() and len(key) < 10 else None  # noqa: PLR2004
    said = f"{named.name} stands in for {person.name}." if named else f"{person.name} has no deputy now."
    _say(request, lambda: name_deputy(person, named, by=request.user, at=request.at), said)
    return _back()


def _show(request: DeskRequest, form: AwayForm, status: int) -> HttpResponse:
    roster = Roster.read(at=request.at)
    lead = request.user.role != Role.AGENT
    alarm = list(uncovered(at=request.at).select_related("customer", "owner")[:SWEPT]) if lead else []
    context = {"form": form, "standings": _standings(request, roster), "alarm": alarm, "staff": _by_name(roster)}
    return page(request, "desk/here.html", context, status=status)


def _standings(request: DeskRequest, roster: Roster) -> list[Standing]:
    """Four statements for everybody, however many there are."""
    opened = dict(Case.objects.open().exclude(owner=None).values_list("owner").annotate(n=Count("pk")).order_by())
    until = end_of_today(request.at)
    due = (
        Deadline.objects.outstanding()
        .filter(due_at__lt=until, kind__in=[Kind.PROMISE, Kind.CALL_BACK])
        .exclude(owner=None)
    )
    counts = (
        due.values("owner").annotate(today=Count("pk"), late=Count("pk", filter=Q(due_at__lt=request.at))).order_by()
    )
    owed = {row["owner"]: (row["today"], row["late"]) for row in counts}
    swept: dict[int, list[StandIn]] = {}
    rows = StandIn.objects.filter(absence__in=[a for held in roster.absences.values() for a in held])
    visible = rows.filter(case__in=Case.objects.visible_to(request.user))
    for row in visible.select_related("case__customer", "person", "deadline").order_by("pk")[: SWEPT * 10]:
        swept.setdefault(row.of_id, []).append(row)
    return [
        Standing(
            person, roster.absence_of(person.pk), _coming(roster, person), roster.deputy_of(person.pk),
            opened.get(person.pk, 0), *owed.get(person.pk, (0, 0)),
            swept.get(person.pk, [])[:SWEPT],
        )
        for person in _by_name(roster)
    ]  # fmt: skip


def _coming(roster: Roster, person: Person) -> Absence | None:
    ahead = [absence for absence in roster.absences.get(person.pk, ()) if absence.starts_at > roster.at]
    return min(ahead, key=lambda absence: absence.starts_at, default=None)


def _by_name(roster: Roster) -> list[Person]:
    return sorted(roster.people.values(), key=lambda person: (person.name, person.pk))


def _done(form: forms.Form, deed: Callable[[], object]) -> bool:
    try:
        deed()
    except (AbsenceRefused, Refused) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _say(request: DeskRequest, deed: Callable[[], object], said: str) -> None:
    try:
        deed()
    except (AbsenceRefused, Refused) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)


def _back() -> HttpResponse:
    response = redirect("here")
    response.status_code = 303
    return response
