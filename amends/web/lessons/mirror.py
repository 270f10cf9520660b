"""The mirror: what a house thinks of its recovery beside what its records say; answered here, read here, printed from here."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amends.assessment.printing import as_pdf, told
from amends.assessment.sitting import ROLES, Sitting, history, mirrored
from amends.cases.ending import Refused
from amends.mirror.items import DIMENSIONS, ITEMS, NOT_VALIDATED, SCALE
from amends.mirror.reading import APART, changed, disagreements, next_best, overconfidence, owners_above_front
from amends.mirror.scoring import Role, score
from amends.people.may import may
from amends.reports.exporting import NotInstalled
from amends.web.case.acts import SeeOther
from amends.web.door import DeskRequest, desk, page

#: What is moved by a page of the desk, with the name of its address.
MOVERS: Final[dict[int, str]] = {
    1: "problems", 2: "problems", 3: "today", 4: "safety", 13: "dates", 14: "promises", 15: "promises", 16: "drills",
    20: "spend", 21: "approvals", 24: "drills", 26: "lessons", 27: "lessons",
}  # fmt: skip


@desk
@require_safe
def mirror(request: DeskRequest) -> HttpResponse:
    """The sitting that is open, else the last one; what to read first stands first."""
    held = Sitting.objects.standing() or Sitting.objects.ended().first()
    return _show(request, held)


@desk
@require_safe
def past(request: DeskRequest, pk: int) -> HttpResponse:
    """One sitting, as it was."""
    return _show(request, get_object_or_404(Sitting, pk=pk))


def _show(request: DeskRequest, held: Sitting | None) -> HttpResponse:
    answers = held.answers() if held else []
    rows = mirrored(held, at=request.at)
    ended = list(Sitting.objects.ended()[:12])
    before = next(
        (one for one in ended if held is None or (one.pk != held.pk and (held.ended_at is None or one.pk < held.pk))),
        None,
    )
    moved = changed(before.reflect(at=request.at), rows) if before else {}
    context = {
        "sitting": held, "score": score(rows), "apart": owners_above_front(rows), "least_apart": APART,
        "confidence": overconfidence(rows), "disagreements": disagreements(answers), "history": history(at=request.at),
        "next_best": [(one, MOVERS.get(one.item.number, "")) for one in next_best(rows)],
        "dimensions": [
            (letter, name, [
                (row, [row.by_role.get(role) for role in Role], moved.get(row.item.number), told(row))
                for row in rows if row.item.dimension == letter
            ])
            for letter, name in DIMENSIONS.items()
        ],
        "people": held.said.values("person").distinct().count() if held else 0,
        "mine": held.said.filter(person=request.user).count() if held else 0, "count": len(ITEMS),
        "not_validated": NOT_VALIDATED, "roles": list(Role), "before": before, "may_end": may(request.user, "second"),
    }  # fmt: skip
    return page(request, "lessons/mirror.html", context)


@desk
@require_safe
def printed(request: DeskRequest, pk: int | None = None) -> HttpResponse:
    """The mirror as an accessible PDF: this sitting, else the one that is open, else the last."""
    held = get_object_or_404(Sitting, pk=pk) if pk else Sitting.objects.standing() or Sitting.objects.ended().first()
    before = [past for past in history(at=request.at) if held is None or past.key != held.pk]
    try:
        body = as_pdf(mirrored(held, at=request.at), before, house=str(settings.MAIL_FROM_NAME), at=request.at)
    except NotInstalled as missing:
        messages.error(request, f"{missing} Until then, print this page from your browser.")
        return redirect("mirror")
    answer = HttpResponse(body, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="amends-mirror-{request.at:%Y-%m-%d}.pdf"'
    return answer


@desk
@require_POST
def begin(request: DeskRequest) -> HttpResponse:
    """A sitting begins: people can answer."""
    Sitting.objects.begin(by=request.user, at=request.at)
    return SeeOther(reverse("mirror_answers"))


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: DeskRequest) -> HttpResponse:
    """The 28 statements, for one person to answer from where they stand; evidence is not shown before they have."""
    held = Sitting.objects.standing()
    if held is None:
        return SeeOther(reverse("mirror"))
    said = {row.item: row for row in held.said.filter(person=request.user)}
    role, refused = next((row.role for row in said.values()), ""), ""
    typed = {number: "" if row.level is None else str(row.level) for number, row in said.items()}
    if request.method == "POST":
        role = request.POST.get("role", "")
        typed = {item.number: request.POST.get(f"item{item.number}", "")[:1] for item in ITEMS}
        levels = {number: int(value) if value.isdecimal() else None for number, value in typed.items()}
        try:
            held.answer(role, levels, by=request.user, at=request.at)
        except Refused as refusal:
            refused = str(refusal)
        else:
            messages.success(request, "Your answers are kept. You may change them until the sitting ends.")
            return SeeOther(reverse("mirror"))
    context = {
        "sitting": held, "roles": ROLES, "role": role, "refused": refused, "scale": list(enumerate(SCALE)),
        "dimensions": [
            (letter, name, [(item, typed.get(item.number)) for item in ITEMS if item.dimension == letter])
            for letter, name in DIMENSIONS.items()
        ],
    }  # fmt: skip
    return page(request, "lessons/answers.html", context, status=422 if refused else 200)


@desk
@require_POST
def end(request: DeskRequest) -> HttpResponse:
    """The sitting ends, and what the records say is kept with it."""
    held = Sitting.objects.standing()
    try:
        if held is not None:
            held.end(by=request.user, at=request.at)
            messages.success(request, "It has ended. Hold the mirror up again in a quarter.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return SeeOther(reverse("mirror"))
