"""Practice: thirty complaints that nobody sent; one answers, the coach answers back, and nobody else sees it unasked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amends.cases.ending import Refused
from amends.coach.reviewing import MOST_CHARACTERS
from amends.people.may import check, may
from amends.people.person import Person
from amends.practice import Complaint, complaints, mark
from amends.rehearsals.progress import Progress
from amends.rehearsals.rehearsal import Rehearsal, Sharing, complaint_named
from amends.teamwork.overruled import LATELY, SPAN, first_answers, overruled, overruling
from amends.web.case.acts import SeeOther
from amends.web.case.forms.advised import HasPart, Shown
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from collections.abc import Sequence

_FAULTS: Final = {
    "established": "It was our fault, and we know it.", "not_established": "Whose fault it was is not known yet.",
    "not_ours": "It was not our fault.",
}  # fmt: skip
_FLAGS: Final = {
    "safety": "Somebody may come to harm.", "legal": "They speak of the law.", "exit": "They may leave.",
    "vulnerable": "They may need care.", "bereavement": "Somebody died.", "public": "They speak in public.",
    "privacy": "It is about what others may not know.", "discrimination": "They were treated unequally.",
}  # fmt: skip
#: People who share, on one page.
MOST = 200


class AnswerForm(forms.Form):
    """The trainee's answer."""

    words = forms.CharField(
        label="Your answer", max_length=MOST_CHARACTERS, widget=forms.Textarea({"rows": 9}),
        error_messages={"required": "Write your answer first."},
    )  # fmt: skip
    use_required_attribute = False


@dataclass(frozen=True, slots=True)
class Line:
    """One complaint in the list: its state is "new", "again" (something is missing) or "whole"."""

    complaint: Complaint
    state: str
    missing: Sequence[str]


@desk
@require_safe
def practice(request: DeskRequest) -> HttpResponse:
    """All thirty, how far one has come, and who may see that. The same statements however much was practised."""
    progress = Progress.of(request.user.rehearsals.defer("words"))
    context = {
        "lines": [_line(one, progress.latest.get(one.id)) for one in complaints()],
        "progress": progress, "sharing": request.user.sharings.standing().first(), "all": len(complaints()),
        "leads": may(request.user, "practice"),
    }  # fmt: skip
    return page(request, "desk/practice.html", context)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def drill(request: DeskRequest, name: str) -> HttpResponse:
    """One complaint: what is known of it, one's answer, and what the coach says of that."""
    complaint = complaint_named(name)
    if complaint is None:
        raise Http404
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            Rehearsal.objects.answer(name, form.cleaned_data["words"], by=request.user, at=request.at)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return SeeOther(reverse("drill", args=[name]) + "#said")
    last = request.user.rehearsals.filter(complaint=name).order_by("-pk").first()
    if request.method != "POST" and last:
        form = AnswerForm(initial={"words": last.words})
    context = {
        "complaint": complaint, "form": form, "known": _known(complaint), "last": last, **_marked(complaint, last),
        "next": Progress.of(request.user.rehearsals.defer("words")).next,
    }  # fmt: skip
    return page(request, "desk/drill.html", context, status=422 if form.is_bound else 200)


@desk
@require_POST
def sharing(request: DeskRequest) -> HttpResponse:
    """Leads may see how one practises, or no longer."""
    if request.POST.get("share") == "1":
        Sharing.objects.begin(by=request.user, at=request.at)
        messages.success(request, "Leads can see your practice now. You can end that at any time.")
    elif standing := request.user.sharings.standing().first():
        standing.end(by=request.user, at=request.at)
        messages.success(request, "Nobody but you sees your practice.")
    return SeeOther(reverse("practice"))


@desk
@require_safe
def sharers(request: DeskRequest) -> HttpResponse:
    """For a lead: how far those have come who share it, by name. Three statements for however many."""
    check(request.user, "practice")
    people = Person.objects.staff().filter(sharings__in=Sharing.objects.standing()).exclude(pk=request.user.pk)
    found = list(people.order_by("name", "pk")[:MOST])
    rows: dict[int, list[Rehearsal]] = defaultdict(list)
    for row in Rehearsal.objects.seen_by(request.user).filter(person__in=found).defer("words"):
        rows[row.person_id].append(row)
    shown = [(person, Progress.of(rows[person.pk])) for person in found]
    return page(request, "desk/practice_people.html", {"people": shown, "all": len(complaints())})


@desk
@require_safe
def coach(request: DeskRequest) -> HttpResponse:
    """For a lead: what first answers are made of, and what went although the coach held it back. Three statements."""
    check(request.user, "practice")
    context = {
        "first": first_answers(at=request.at), "checks": overruled(at=request.at), "people": overruling(at=request.at),
        "days": SPAN.days, "lately": LATELY.days,
    }  # fmt: skip
    return page(request, "desk/practice_coach.html", context)


def _line(complaint: Complaint, row: Rehearsal | None) -> Line:
    state = "new" if row is None else "whole" if row.whole else "again"
    return Line(complaint, state, row.missing if row else [])


def _known(complaint: Complaint) -> list[str]:
    """What is on record of its case, in sentences."""
    case = complaint.case
    said = [_FAULTS[case["fault"]], *(_FLAGS[flag] for flag in case.get("flags", ()))]
    if given := case.get("given"):
        said.append(f"We have already: {', '.join(one.replace('_', ' ') for one in given)}.")
    if case.get("relationship") == "key":
        said.append("They have been with us for long.")
    return [*said, f"You write as {case['sender']['name']}, by e-mail, on a Tuesday at half past nine."]


def _marked(complaint: Complaint, row: Rehearsal | None) -> dict[str, Any]:
    """The parts, what the coach says, and a good answer; nothing before there is an answer of one's own."""
    if row is None:
        return {}
    marked = mark(complaint, row.words)
    parts = [HasPart(name, there) for name, there in marked.parts.items()]
    return {"parts": parts, "advice": Shown.of(marked.review, row.words), "model": marked.model}
