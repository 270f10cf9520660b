"""What strangers reach: the files of the status page, updates by mail, and the hooks for monitoring and signs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.dateparse import parse_datetime
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amends.cases.ending import Refused
from amends.journal.actors import DESK
from amends.problems.problem import FoundBy, Problem
from amends.signals.signal import Sign, Signal
from amends.statuspage.files import folder
from amends.statuspage.serving import HEADERS, TYPES
from amends.statuspage.subscriber import Subscriber
from amends.web.portal.limits import FROM_ONE_PLACE, Limit, place

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.http import HttpRequest

ASKED = Limit("status", FROM_ONE_PLACE.most)
_MOST = 64 * 1024


@require_safe
def status_file(request: HttpRequest, name: str = "index.html") -> HttpResponse:  # noqa: ARG001
    """One file of the status page, as it lies in its folder."""
    path = folder() / name
    if name not in TYPES or not path.is_file():
        return HttpResponse("There is no status page yet.\n", status=404, content_type="text/plain; charset=utf-8")
    answer = HttpResponse(path.read_bytes(), content_type=TYPES[name])
    for header, value in HEADERS.items():
        answer.headers[header] = value
    answer._csp_exempt = True  # type: ignore[attr-defined]  # noqa: SLF001 - it bears the narrower one of its own
    return answer


@csrf_exempt
@require_POST
def subscribe(request: HttpRequest) -> HttpResponse:
    """Somebody asks for updates. Whatever the address, the answer is the same; only the mail to it can say yes."""
    at, where = timezone.now(), place(request)
    key = request.POST.get("problem", "")
    problem = Problem.objects.filter(pk=int(key) if key.isdigit() and len(key) < 18 else 0, posts__isnull=False).first()  # noqa: PLR2004
    if problem is None:
        return _plain(request, "This is over.", "There are no updates to ask for any more.", 404)
    if ASKED.reached(where, at):
        return _plain(
            request,
            "Please wait a little.",
            "Too many asked from where you are. Try again in a quarter of an hour.",
            429,
        )
    try:
        Subscriber.objects.ask(problem, request.POST.get("email", "").replace("\x00", ""), at=at)
    except Refused as refusal:
        return _plain(request, "That did not work.", str(refusal), 422)
    ASKED.count(where, at)
    return _plain(request, "Look into your mailbox.", "If we can write to that address, a mail asks it to say yes.")


@require_http_methods(["GET", "HEAD", "POST"])
def mailing(request: HttpRequest, key: str) -> HttpResponse:
    """Somebody says yes, or stop: by a button, since programs follow links."""
    row = Subscriber.objects.by_key(key)
    if row is None:
        return _plain(request, "We do not know this link.", "Nothing was changed.", 404)
    at = timezone.now()
    if request.method != "POST":
        return render(request, "statuspage/mailing.html", {"subscriber": row})
    if row.wants_mail:
        row.end(at=at)
        return _plain(request, "No more updates.", "Nothing more goes to this address.")
    row.confirm(at=at)
    return _plain(request, "Thank you.", "You get updates from now on. Every mail says how to end it.")


def _plain(request: HttpRequest, title: str, words: str, status: int = 200) -> HttpResponse:
    return render(request, "statuspage/said.html", {"title": title, "words": words}, status=status)


def hook(taken: Callable[[dict[str, object], datetime], dict[str, object]]) -> Callable[[HttpRequest], HttpResponse]:
    """A hook: JSON by POST, with the key of the installation as a bearer token; without a key there are no hooks."""

    @csrf_exempt
    def answered(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        key, given = settings.HOOK_KEY, request.headers.get("Authorization", "")
        if not key or not constant_time_compare(given, f"Bearer {key}"):
            return JsonResponse({"error": "The key is missing or wrong."}, status=401)
        try:
            said = json.loads(request.body[:_MOST])
            if not isinstance(said, dict):
                raise TypeError  # noqa: TRY301
        except (ValueError, TypeError):
            return JsonResponse({"error": "This is no JSON object."}, status=400)
        try:
            return JsonResponse(taken(said, timezone.now()), status=201)
        except (Refused, ValueError) as refusal:
            return JsonResponse({"error": str(refusal)}, status=422)

    return answered


def _text(said: dict[str, object], name: str, most: int = 5000) -> str:
    value = said.get(name, "")
    return value.replace("\x00", "").strip()[:most] if isinstance(value, str) else ""


def _when(said: dict[str, object], name: str, at: datetime) -> datetime:
    typed = parse_datetime(_text(said, name)) if _text(said, name) else None
    if typed is not None and timezone.is_naive(typed):
        typed = timezone.make_aware(typed)
    return min(typed or at, at)


def _problem(said: dict[str, object], at: datetime) -> dict[str, object]:
    severity = said.get("severity", 3)
    row = Problem.objects.open_one(
        _text(said, "title", 200), what_happened=_text(said, "what_happened"), knew_at=_when(said, "knew_at", at),
        found_by=FoundBy.MONITORING, severity=severity if severity in {1, 2, 3, 4} else 3, source=_text(said, "source", 80) or "hook",
        source_id=_text(said, "id", 200), by=DESK, at=at,
    )  # fmt: skip
    return {"problem": row.pk}


def _signal(said: dict[str, object], at: datetime) -> dict[str, object]:
    sign = _text(said, "sign")
    row = Signal.objects.note(
        sign if sign in Sign.values else Sign.OTHER, _text(said, "words"), seen_at=_when(said, "seen_at", at),
        name=_text(said, "name", 200),
        email=_text(said, "email", 320), phone=_text(said, "phone", 40), source=_text(said, "source", 80) or "hook",
        source_id=_text(said, "id", 200), by=DESK, at=at,
    )  # fmt: skip
    return {"case": row.case.reference}


problem_hook = hook(_problem)
signal_hook = hook(_signal)
