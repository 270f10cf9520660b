"""What is asked of a colleague elsewhere in the house: they say that they have seen it, that it is done, or why not.

No cookie and no sign-in: the link is the whole authority, as it is on the portal, whose door, marks and limits are used here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from amends.asks.ask import OPEN, Ask
from amends.asks.link import Colleague, follow
from amends.cases.ending import Refused
from amends.web.portal.door import mark, marked, private, show
from amends.web.portal.forms import Words
from amends.web.portal.limits import ON_ONE_CASE, Once, window_ends
from amends.web.portal.wording import Clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.http import HttpRequest

READS = ("GET", "HEAD")
_MOST = 5000


class AnswerForm(forms.Form):
    """What was done."""

    words = Words(
        label="What was done",
        max_length=_MOST,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Please say what was done."},
    )


class RefusalForm(forms.Form):
    """Why not."""

    words = Words(
        label="Why it cannot be done, or not by then",
        max_length=_MOST,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Please say why not."},
    )


@dataclass(frozen=True, slots=True)
class Visit:
    """A colleague at the door: what stands in the address, the ask it leads to, and the moment."""

    token: str
    ask: Ask
    at: datetime

    @property
    def by(self) -> Colleague:
        """Who they are, as far as a link can tell."""
        return Colleague(self.ask.name)

    @property
    def counted(self) -> str:
        """Under which name their acts are counted."""
        return f"ask {self.ask.pk}"


def _with_ask(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For whoever holds a link that stands; anybody else gets the same 404."""

    @private
    @wraps(view)
    def opened(request: HttpRequest, token: str) -> HttpResponse:
        at = timezone.now()
        ask = follow(token, at=at)
        return view(request, Visit(token, ask, at)) if ask else show(request, "colleague/unknown.html", status=404)

    return opened


@_with_ask
def asked(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What is asked, by whom, by when and why. Reading it changes nothing: mail scanners follow links too."""
    return _page(request, visit) if request.method in READS else HttpResponseNotAllowed(READS)


@_with_ask
def acknowledgement(request: HttpRequest, visit: Visit) -> HttpResponse:
    """They have seen it."""
    return _act(request, visit, "", lambda _: visit.ask.acknowledge(by=visit.by, at=visit.at))


@_with_ask
def answer(request: HttpRequest, visit: Visit) -> HttpResponse:
    """It is done."""
    return _act(request, visit, "answer", lambda words: visit.ask.finish(words, by=visit.by, at=visit.at))


@_with_ask
def refusal(request: HttpRequest, visit: Visit) -> HttpResponse:
    """It cannot be done."""
    return _act(request, visit, "refusal", lambda words: visit.ask.refuse(words, by=visit.by, at=visit.at))


_FORMS: dict[str, type[forms.Form]] = {"answer": AnswerForm, "refusal": RefusalForm}


def _act(request: HttpRequest, visit: Visit, name: str, deed: Callable[[str], object]) -> HttpResponse:
    """Do it once, however often it is sent; a refusal shows the page with what was typed."""
    if request.method != "POST":
        return _back(visit) if request.method in READS else HttpResponseNotAllowed(["POST"])
    form = _FORMS[name](request.POST, auto_id=f"{name}-%s") if name else None
    if why := _forbids(request, visit):
        return _page(request, visit, form, name, why[1], status=why[0])
    if form and not form.is_valid():
        return _page(request, visit, form, name, "A few words are missing; see below.", status=422)
    try:
        with Once(request) as once:
            if once.first:
                ON_ONE_CASE.count(visit.counted, visit.at)
                deed(form.cleaned_data["words"] if form else "")
    except Refused as refused:
        visit.ask.refresh_from_db()
        return _page(request, visit, form, name, str(refused), status=409)
    return _back(visit)


def _forbids(request: HttpRequest, visit: Visit) -> tuple[int, str] | None:
    if not marked(request, f"ask {visit.token}"):
        return 403, "This page had been open for a long time. Nothing is lost: please press the button once more."
    if ON_ONE_CASE.reached(visit.counted, visit.at):
        again = timezone.localtime(window_ends(visit.at))
        return 429, f"That was a great deal in a short time. Please press the button again after {again:%H:%M}."
    return None


def _back(visit: Visit) -> HttpResponse:
    response = HttpResponseRedirect(reverse("asked", args=[visit.token]))
    response.status_code = 303
    return response


def _page(
    request: HttpRequest, visit: Visit, form: Any = None, name: str = "", why: str = "", *, status: int = 200
) -> HttpResponse:
    ask = visit.ask
    clock = Clock.of("", at=visit.at)
    context = {
        "ask": ask, "token": visit.token, "mark": mark(f"ask {visit.token}"), "why": why, "failed": name,
        "forms": {kind: made(auto_id=f"{kind}-%s") for kind, made in _FORMS.items()} | ({name: form} if name else {}),
        "due": clock.by(ask.deadline.due_at), "late": ask.deadline.due_at < visit.at, "is_open": ask.state in OPEN,
        "seen": clock.on(ask.acknowledged_at) if ask.acknowledged_at else "",
        "answered": clock.on(ask.answered_at) if ask.answered_at else "", "clock": clock,
    }  # fmt: skip
    return show(request, "colleague/ask.html", context, status=status)
