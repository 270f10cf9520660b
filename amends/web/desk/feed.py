"""A person's calendar feed: what is due from them, for the calendar they look at anyway. RFC 5545."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from amends.cases.case import Case
from amends.deadlines.deadline import Deadline, Kind
from amends.people.person import Person
from amends.web.case.acts import SeeOther
from amends.web.door import DeskRequest, desk

if TYPE_CHECKING:
    from collections.abc import Iterable

#: More than this nobody reads in a calendar.
MOST = 500
_PAST = timedelta(days=30)
_LONG = 75  # octets of one line (RFC 5545, 3.1)
_LASTS = {Kind.CALL_BACK: timedelta(minutes=30), Kind.FOLLOW_UP_CALL: timedelta(minutes=30)}


@require_safe
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """The feed this key opens, without signing in, because calendars cannot; 404 for any other key."""
    person = Person.objects.staff().filter(feed_key=key).first() if len(key) >= 20 else None  # noqa: PLR2004
    if person is None:
        raise Http404
    body = calendar(person, at=timezone.now()).encode()
    mark = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if mark in request.headers.get("If-None-Match", ""):
        return HttpResponseNotModified(headers={"ETag": mark})
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["ETag"], response["Cache-Control"] = mark, "private, max-age=300"
    response["X-Robots-Tag"] = "noindex"
    response["Content-Disposition"] = 'attachment; filename="amends.ics"'
    return response


@desk
@require_POST
def renew(request: DeskRequest) -> HttpResponse:
    """A new address for one's own feed, or none; the one before stops working."""
    wanted = request.POST.get("feed") == "on"
    deed = request.user.open_feed if wanted else request.user.close_feed
    deed(by=request.user, at=request.at)
    messages.success(request, "Your feed has a new address." if wanted else "Your feed is closed.")
    return SeeOther(reverse("profile"))


def address_of(person: Person) -> str:
    """Where a calendar fetches the feed; empty while it is closed."""
    return settings.BASE_URL + reverse("feed", args=[person.feed_key]) if person.feed_key else ""


def calendar(person: Person, *, at: datetime) -> str:
    """What is due from this person, and was in the last month: the customer's name and the reference, never what was said."""
    theirs = Deadline.objects.outstanding().filter(owner=person, due_at__gte=at - _PAST)
    seen = theirs.filter(case__in=Case.objects.visible_to(person)).select_related("case__customer", "call_back")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//amends//desk//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
             f"X-WR-CALNAME:{_text(f'amends: {person.name}')}"]  # fmt: skip
    for row in seen.order_by("due_at", "pk")[:MOST]:
        lines += _event(row)
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def _event(row: Deadline) -> Iterable[str]:
    kind = Kind(row.kind)
    called = getattr(row, "call_back", None)
    starts = (called.next_try_at or row.due_at) if called else row.due_at
    who = row.case.customer.spoken_name
    yield "BEGIN:VEVENT"
    yield f"UID:deadline-{row.pk}@{settings.MAIL_FROM.partition('@')[2]}"
    yield f"DTSTAMP:{_moment(row.set_at)}"
    yield f"DTSTART:{_moment(starts)}"
    yield f"DTEND:{_moment(starts + _LASTS.get(kind, timedelta(minutes=15)))}"
    yield f"SUMMARY:{_text(f'{kind.label[:1].upper()}{kind.label[1:]}: {who} ({row.case.reference})')}"
    yield f"URL:{settings.BASE_URL}{reverse('case', args=[row.case.reference])}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(words: str) -> str:
    """RFC 5545, 3.3.11: backslash, semicolon, comma and line end are escaped; other control characters cannot be said."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        words = words.replace(plain, escaped)
    return "".join(letter for letter in words if letter == "\t" or (letter >= " " and letter != "\x7f"))


def _folded(line: str) -> str:
    """RFC 5545, 3.1: no line is longer than 75 octets; what goes beyond follows on lines that begin with a blank."""
    parts: list[str] = []
    part = ""
    for letter in line:
        if len((part + letter).encode()) > (_LONG if not parts else _LONG - 1):
            parts.append(part)
            part = ""
        part += letter
    return "\r\n ".join([*parts, part]) + "\r\n"
