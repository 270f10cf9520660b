"""Kept mail: what could not be read stays whole, a person looks at it as plain text, and nothing is dropped."""

from __future__ import annotations

import re
from email.header import decode_header, make_header
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import parseaddr
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from amends.arrivals.arrival import Arrival
from amends.cases.ending import Refused
from amends.customers.customer import Channel
from amends.intake.opening import Complaint
from amends.intake.releasing import release
from amends.people.may import check
from amends.web.desk.forms import ReleaseForm, SetAsideForm
from amends.web.desk.search import SHOWN, number
from amends.web.door import DeskRequest, desk, page
from amends.web.rows import case_url

if TYPE_CHECKING:
    from django.forms import Form

#: As much of a mail as the page shows; all of it is one click away.
READ = 100_000
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@desk
@require_safe
def kept_mail(request: DeskRequest) -> HttpResponse:
    """What waits for a person, newest first."""
    check(request.user, "quarantine")
    before = number(request.GET.get("before", ""))
    kept = Arrival.objects.quarantined().defer("raw")
    found = list((kept.filter(pk__lt=before) if before else kept)[: SHOWN + 1])
    context = {
        "kept": found[:SHOWN], "first_url": request.path if before else "",
        "next_url": f"?before={found[SHOWN - 1].pk}" if len(found) > SHOWN else "",
    }  # fmt: skip
    return page(request, "desk/kept_mail.html", context)


@desk
@require_safe
def kept(request: DeskRequest, pk: int) -> HttpResponse:
    """One kept mail, as text, and what can be done with it."""
    return _show(request, _found(request, pk), {})


@desk
@require_safe
def raw(request: DeskRequest, pk: int) -> HttpResponse:
    """The bytes as they came, to be saved, never to be shown."""
    arrival = _found(request, pk)
    name = f'attachment; filename="kept-{arrival.digest[:12]}.eml"'
    headers = {"Content-Disposition": name, "Content-Security-Policy": "sandbox; default-src 'none'"}
    return HttpResponse(bytes(arrival.raw), content_type="application/octet-stream", headers=headers)


@desk
@require_POST
def release_one(request: DeskRequest, pk: int) -> HttpResponse:
    """A case is opened from it."""
    arrival, form = _found(request, pk), ReleaseForm(request.POST)
    if form.is_valid():
        complaint = Complaint(
            channel=Channel.EMAIL, received_at=arrival.arrived_at, owner=request.user, **form.cleaned_data
        )
        try:
            case = release(arrival, complaint, by=request.user, at=request.at)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The case is open, and yours.")
            return redirect(case_url(case.reference))
    return _show(request, arrival, {"release": form}, status=422)


@desk
@require_POST
def set_aside(request: DeskRequest, pk: int) -> HttpResponse:
    """It needs no case."""
    arrival, form = _found(request, pk), SetAsideForm(request.POST)
    if form.is_valid():
        arrival.set_aside(because=form.cleaned_data["because"], by=request.user, at=request.at)
        messages.success(request, "The mail is set aside. Its bytes are kept.")
        return redirect("kept_mail")
    return _show(request, arrival, {"aside": form}, status=422)


def _found(request: DeskRequest, pk: int) -> Arrival:
    check(request.user, "quarantine")
    return get_object_or_404(Arrival.objects.quarantined(), pk=pk)


def _show(request: DeskRequest, arrival: Arrival, refused: dict[str, Form], status: int = 200) -> HttpResponse:
    words = plain(bytes(arrival.raw[:READ]))
    forms = {"release": ReleaseForm(initial=guess(bytes(arrival.raw[:READ]))), "aside": SetAsideForm(), **refused}
    context = {"arrival": arrival, "words": words, "cut": arrival.size > READ, "forms": forms}
    return page(request, "desk/kept.html", context, status=status)


def plain(raw: bytes) -> str:
    """Any bytes as text a person can look at: what is not UTF-8 becomes a mark, and nothing invisible is left in."""
    words = raw.decode("utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8", errors="replace")
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", words.replace("\r\n", "\n"))


def guess(raw: bytes) -> dict[str, str]:
    """Name, address, subject and words, as far as the bytes tell; the person puts them right."""
    head, _, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    fields = BytesHeaderParser(policy=compat32).parsebytes(head + b"\n\n")
    name, email = parseaddr(_header(fields["From"]))
    words = plain(body if fields.keys() else raw).strip()
    return {
        "name": name[:200],
        "email": email if "@" in email else "",
        "subject": _header(fields["Subject"])[:300],
        "words": words,
    }


def _header(value: object) -> str:
    """A field's words; one whose encoding is broken as it stands."""
    text = str(value or "")
    try:
        return plain(str(make_header(decode_header(text))).encode(errors="replace"))
    except (LookupError, ValueError):
        return plain(text.encode(errors="replace"))
