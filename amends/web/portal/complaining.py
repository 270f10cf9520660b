"""The form for complaints, open to everybody: it thanks first, asks for little, and never loses what was typed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from amends.cases.case import Case, Severity
from amends.cases.ending import Refused
from amends.cases.portal import PortalLink
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.pacing import first_answer
from amends.intake.forms import SOURCE, Form, complain
from amends.messages.message import Purpose
from amends.people.queue import Queue
from amends.policy.house import HOUSE
from amends.web.portal.door import Visit, mark, mark_key, private, show, with_link
from amends.web.portal.forms import ComplaintForm, enclosures
from amends.web.portal.limits import FROM_EVERYWHERE, FROM_ONE_MAILBOX, FROM_ONE_PLACE, place, window_ends
from amends.web.portal.wording import Clock

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest

PURPOSE = "complaint"
#: The field no person sees. Its name means nothing to the programs that fill in addresses for people.
TRAP = "leave_this_empty"
log = logging.getLogger(__name__)


@private
def complaint(request: HttpRequest) -> HttpResponse:
    """The form; sent, it is a case, and the customer is led to its first page."""
    at = timezone.now()
    if request.method in {"GET", "HEAD"}:
        return _form(request, ComplaintForm(), at)
    if request.method != "POST":
        return HttpResponseNotAllowed(["GET", "POST"])
    if request.POST.get(TRAP):
        log.info("a complaint form came with its trap filled in and was dropped")
        return _see(reverse("portal-complaint-received"))
    return _take(request, ComplaintForm(request.POST), at)


@private
def dropped(request: HttpRequest) -> HttpResponse:
    """What a machine reads after it filled in the trap; a person who ever came here learns what to do."""
    return show(request, "portal/dropped.html")


@with_link
def received(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Thanks, the reference, by when a person writes, and the way to their page."""
    case = visit.case
    due = Deadline.objects.filter(case=case, kind=Kind.FIRST_ANSWER).order_by("set_at").first()
    context = {
        "case": case,
        "page": reverse("portal-case", args=[visit.token]),
        "url": visit.link.url,
        "due": Clock.of(case.customer.time_zone, at=visit.at).by(due.due_at) if due else "",
        "answered": case.human_spoke_at is not None,
        "mailed": case.messages.filter(purpose=Purpose.RECEIPT).exists(),
    }
    return show(request, "portal/received.html", context)


def _take(request: HttpRequest, form: ComplaintForm, at: datetime) -> HttpResponse:
    key = mark_key(request, PURPOSE)
    if key is None:
        why = "This form had been open for a long time. Nothing is lost: please press the button once more."
        return _form(request, form, at, why, status=403)
    if not form.is_valid():
        return _form(request, form, at, "Something is still missing; it is marked below.", status=422)
    known = Case.objects.filter(source=SOURCE, source_id=key).exists()
    if not known and (why := _limited(request, form, at)):
        return _form(request, form, at, why, status=429)
    try:
        case = complain(Form(key=key, enclosures=enclosures(request), **form.cleaned_data), at=at)
    except Refused as refusal:
        return _form(request, form, at, str(refusal), status=413)
    link = PortalLink.objects.give([case], at=at)[case.pk]
    return _see(reverse("portal-received", args=[link.token]))


def _limited(request: HttpRequest, form: ComplaintForm, at: datetime) -> str:
    """Why it must wait, in words; if it need not, it is counted."""
    counted = [(FROM_ONE_PLACE, place(request)), (FROM_EVERYWHERE, "")]
    if email := form.cleaned_data["email"]:
        counted.append((FROM_ONE_MAILBOX, email.lower()))
    if any(limit.reached(name, at) for limit, name in counted):
        again = window_ends(at).astimezone(ZoneInfo(HOUSE.time_zone))
        return (
            f"We are getting more forms than we can take just now. Your words are kept on this page: please press the "
            f"button again after {again:%H:%M}."
        )
    for limit, name in counted:
        limit.count(name, at)
    return ""


def _form(request: HttpRequest, form: ComplaintForm, at: datetime, why: str = "", *, status: int = 200) -> HttpResponse:
    held = mark_key(request, PURPOSE) if request.method == "POST" else None
    context: dict[str, Any] = {
        "form": form,
        "why": why,
        "trap": TRAP,
        # The same form keeps its mark, so that it stays one complaint however often it comes back.
        "mark": request.POST["mark"] if held else mark(PURPOSE),
        "due": Clock.of(HOUSE.time_zone, at=at).by(first_answer(_case(at), since=at).due_at),
    }
    return show(request, "portal/complaint.html", context, status=status)


def _case(at: datetime) -> Case:
    """What a complaint sent now would become, to say by when it is answered."""
    return Case(severity=Severity.MEDIUM, queue=Queue.objects.front_desk(), received_at=at)


def _see(where: str) -> HttpResponse:
    response = HttpResponseRedirect(where)
    response.status_code = 303
    return response
