"""A customer's page of one case, what they can do on it, and its files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import content_disposition_header

from amends.cases.case import StageMoved
from amends.cases.ending import Refused
from amends.customers.customer import Channel
from amends.deadlines.cadence import choose
from amends.deadlines.pacing import open_at
from amends.eml.names import safe_name, servable_type
from amends.followups.asking import answer
from amends.messages.attachment import Attachment
from amends.messages.delivery import send_new_link
from amends.messages.writing import SPOKEN, hear
from amends.remedies.choosing import choose as choose_remedy
from amends.remedies.tracking import fall_short, receive
from amends.web.portal.door import Visit, expired, mark, marked, show, unknown, with_any_link, with_link
from amends.web.portal.forms import (
    AnswersForm,
    ChoiceForm,
    CorrectionForm,
    SayForm,
    ShortfallForm,
    WishForm,
    enclosures,
)
from amends.web.portal.limits import NEW_LINKS, NEW_LINKS_FROM_ONE_PLACE, ON_ONE_CASE, Once, place, window_ends
from amends.web.portal.story import Story
from amends.web.portal.wishes import CadenceForm, CallForm
from amends.web.portal.wording import Clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from django.http import HttpRequest

#: Pictures a browser shows without running anything; whatever else there is, it is saved.
SHOWN_INLINE = {"image/jpeg", "image/png", "image/gif", "image/webp"}
READS = ("GET", "HEAD")
_FORMS = ("message", "correction", "wish", "answers", "call", "cadence", "choice", "shortfall")
_KEY = re.compile(r"[0-9]{1,18}")


@with_link
def case(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Where the case stands. Reading it changes nothing: mail scanners follow links too."""
    if request.method not in READS:
        return HttpResponseNotAllowed(READS)
    return _page(request, visit)


@with_link
def confirmation(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Yes, that is it."""
    held = visit.case.rounds
    return _act(
        request, visit, "", lambda _: held.current().confirm(Channel.PORTAL, by=visit.case.customer, at=visit.at)
    )


@with_link
def correction(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Not quite."""
    by, held = visit.case.customer, visit.case.rounds

    def correct(form: Any) -> None:
        held.current().dispute(form.cleaned_data["words"], Channel.PORTAL, by=by, at=visit.at)

    return _act(request, visit, "correction", correct)


@with_link
def wish(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What would put it right."""

    def tell(form: Any) -> None:
        if not visit.case.is_open:
            raise Refused("This case has ended. Please write us a message instead; it reaches the same person.")
        by, words = visit.case.customer, form.cleaned_data["words"]
        visit.case.rounds.current().tell_wish(words, Channel.PORTAL, by=by, at=visit.at)

    return _act(request, visit, "wish", tell)


@with_link
def choice(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Which of what we offered. A link in a mail opens the page with that one marked, and chooses nothing: scanners follow it too."""
    if request.method in READS:
        marked_one = request.GET.get("option", "")
        page = reverse("portal-case", args=[visit.token])
        return HttpResponseRedirect(f"{page}?option={marked_one}#choose" if _KEY.fullmatch(marked_one) else page)

    def take(form: Any) -> None:
        offer, option = Story(visit.case, at=visit.at).offer, form.chosen()
        if offer is None:
            raise Refused("There is nothing to choose from any more. Please write to us; it reaches the same person.")
        typed = form.cleaned_data
        choose_remedy(
            offer, option, via=Channel.PORTAL, words=typed["words"], consent=typed["consent"], by=visit.case.customer, at=visit.at
        )  # fmt: skip

    return _act(request, visit, "choice", take)


@with_link
def receipt(request: HttpRequest, visit: Visit, key: int) -> HttpResponse:
    """They have it."""

    def have(_: Any) -> None:
        row = visit.case.choices.select_related("option", "promise", "offer").filter(pk=key).first()
        if row is None:
            raise Refused("That is not on this page any more.")
        receive(row, by=visit.case.customer, at=visit.at)

    return _act(request, visit, "", have, done="receipt")


@with_link
def shortfall(request: HttpRequest, visit: Visit, key: int) -> HttpResponse:
    """It has not come, or is not what was agreed."""

    def tell(form: Any) -> None:
        row = visit.case.choices.select_related("case__customer", "option", "promise").filter(pk=key).first()
        if row is None:
            raise Refused("That is not on this page any more. Please write us a message instead.")
        fall_short(row, form.cleaned_data["words"], by=visit.case.customer, at=visit.at)

    return _act(request, visit, "shortfall", tell)


@with_link
def messages(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Something the customer says to us."""

    def say(form: Any) -> None:
        by, files = visit.case.customer, enclosures(request)
        hear(visit.case, form.cleaned_data["words"], by=by, at=visit.at, enclosures=files)

    return _act(request, visit, "message", say)


@with_link
def answers(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Whether it is right, of each concern."""

    def tell(form: Any) -> None:
        if not Story(visit.case, at=visit.at).may_answer:
            raise Refused("We have not said yet that it is put right. Please write us a message instead.")
        by, words = visit.case.customer, form.cleaned_data["words"]
        answer(visit.case, form.answers, via=Channel.PORTAL, words=words, by=by, at=visit.at)

    return _act(request, visit, "answers", tell)


@with_link
def calls(request: HttpRequest, visit: Visit) -> HttpResponse:
    """They would rather be called."""

    def ask(form: Any) -> None:
        if Story(visit.case, at=visit.at).calls:
            raise Refused("A call to you is on our list already. If another time suits you better, please write to us.")
        typed = dict(form.cleaned_data)
        if typed["due"] and not open_at(visit.case, typed["due"]):
            raise Refused("We are closed at that time. Please choose another, or none: then we call as soon as we can.")
        hours = typed.pop("hours_from"), typed.pop("hours_until")
        visit.case.call_backs.ask(via=Channel.PORTAL, hours=hours, by=visit.case.customer, at=visit.at, **typed)

    return _act(request, visit, "call", ask, done="calls")


@with_link
def cadence(request: HttpRequest, visit: Visit) -> HttpResponse:
    """How often they hear from us."""

    def choose_it(form: Any) -> None:
        if not Story(visit.case, at=visit.at).may_choose_cadence:
            raise Refused("Nothing more of ours is due on this case. Write to us, and we answer.")
        choose(visit.case, form.cleaned_data["cadence"], by=visit.case.customer, at=visit.at)

    return _act(request, visit, "cadence", choose_it)


@with_link
def file(request: HttpRequest, visit: Visit, key: int) -> HttpResponse:
    """A file of the conversation: pictures are shown, everything else is saved, and nothing in it runs."""
    said = Attachment.objects.filter(message__case=visit.case, message__automatic=False)
    found = said.exclude(message__channel__in=SPOKEN).filter(pk=key).select_related("blob").first()
    if found is None:
        return unknown(request)
    data = bytes(found.blob.data)
    kind = servable_type(found.content_type, data)
    response = HttpResponse(data, content_type=kind)
    disposition = content_disposition_header(kind not in SHOWN_INLINE, safe_name(found.name))
    response["Content-Disposition"] = disposition or "attachment"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


@with_any_link
def link(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A new link goes to the address we hold, which is not shown; the answer is the same if we hold none."""
    if request.method != "POST" or not visit.expired:
        return _back(visit)
    if not marked(request, visit.token):
        return expired(request, visit, status=403)
    name, where = visit.case.reference, place(request)
    if NEW_LINKS_FROM_ONE_PLACE.reached(where, visit.at):
        return expired(request, visit, status=429)
    NEW_LINKS_FROM_ONE_PLACE.count(where, visit.at)
    if not NEW_LINKS.reached(name, visit.at):
        NEW_LINKS.count(name, visit.at)
        send_new_link(visit.case, at=visit.at)
    return expired(request, visit, sent=True, status=200)


def _act(
    request: HttpRequest, visit: Visit, name: str, deed: Callable[[Any], object], *, done: str = ""
) -> HttpResponse:
    """Do what the customer asks, once however often it is sent; a refusal shows the page with their words kept."""
    if request.method in READS:
        return _back(visit)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = _form(Story(visit.case, at=visit.at), name, request.POST)
    if refusal := _refusal(request, visit, form):
        status, why = refusal
        return _page(request, visit, form, name, why, status=status)
    try:
        with Once(request) as once:
            if once.first:
                ON_ONE_CASE.count(visit.case.reference, visit.at)
                deed(form)
    except StageMoved:
        return _back(visit)
    except Refused as refused:
        return _page(request, visit, form, name, str(refused), status=409)
    return _back(visit, done or name or "confirmation")


def _refusal(request: HttpRequest, visit: Visit, form: forms.Form | None) -> tuple[int, str] | None:
    """Why nothing is done with what was sent, and the status that says so; None when all is well."""
    if not marked(request, visit.token):
        return 403, "This page had been open for a long time. Nothing is lost: please press the button once more."
    if ON_ONE_CASE.reached(visit.case.reference, visit.at):
        zone = Clock.of(visit.case.customer.time_zone, at=visit.at).zone
        again = f"{window_ends(visit.at).astimezone(zone):%H:%M}"
        return 429, f"That was a great deal in a short time. Please press the button again after {again}."
    if form and not form.is_valid():
        return 422, "Something is missing or not right yet; it is marked below."
    return None


def _back(visit: Visit, done: str = "") -> HttpResponse:
    page = reverse("portal-case", args=[visit.token])
    response = HttpResponseRedirect(f"{page}?done={done}" if done else page)
    response.status_code = 303
    return response


def _form(story: Story, name: str, data: Any = None) -> forms.Form | None:
    if name == "answers":
        return AnswersForm(data, concerns=story.concerns)
    if name == "call":
        return CallForm(data, case=story.case, at=story.at, auto_id="call-%s")
    if name == "cadence":
        return CadenceForm(data, case=story.case, auto_id="cadence-%s")
    if name == "choice":
        return ChoiceForm(data, options=story.options, auto_id="choice-%s")
    kind = {"message": SayForm, "correction": CorrectionForm, "wish": WishForm, "shortfall": ShortfallForm}.get(name)
    return kind(data, auto_id=f"{name}-%s") if kind else None


def _page(
    request: HttpRequest, visit: Visit, form: Any = None, name: str = "", why: str = "", *, status: int = 200
) -> HttpResponse:
    before = request.GET.get("before", "")
    story = Story(visit.case, at=visit.at, before=int(before) if _KEY.fullmatch(before) else None)
    forms = {kind: _form(story, kind) for kind in _FORMS}
    if form and not story.shows(name):
        # The page has no place for this form any more; what was typed stands ready to be sent as a message.
        forms["message"] = SayForm(auto_id="message-%s", initial={"words": form.data.get("words", "")})
    context = {
        "story": story,
        "case": visit.case,
        "token": visit.token,
        "mark": mark(visit.token),
        "forms": forms | ({name: form} if form else {}),
        "marked": request.GET.get("option", ""),
        "failed": name,
        "why": why,
        "thanks": story.thanks(request.GET.get("done", "")),
    }
    return show(request, "portal/case.html", context, status=status)
