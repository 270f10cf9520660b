"""What waits for a yes: cards for a thumb, on a phone, with the case for each; and what passed by itself and is to be looked over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from amends.authority.approval import Approval, State
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.people.presence import LEADS
from amends.reports.money import Costs
from amends.web.case.acts import SeeOther
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.db.models import QuerySet
    from django.http import HttpResponse

    from amends.people.person import Person

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Card:
    """One request as this person sees it: whether it was put to them, what they may say to it, and what a customer earns us."""

    row: Approval
    mine: bool
    may_answer: bool
    may_second: bool
    stake: Costs | None = None

    @property
    def own(self) -> bool:
        """Whether they asked for it themselves."""
        return not self.may_answer and not self.may_second


@desk
@require_safe
def approvals(request: DeskRequest) -> HttpResponse:
    """What waits, the longest wait first and what was put to this person before all; then what passed by itself."""
    return _show(request)


@desk
@require_POST
def answer(request: DeskRequest, pk: int) -> HttpResponse:
    """Yes, no with a reason, or the second reader's no."""
    row, by, at = _one(request, pk), request.user, request.at
    words, said = request.POST.get("words", "")[:2000], request.POST.get("said", "")
    deeds: dict[str, tuple[Callable[[], object], str]] = {
        "yes": (lambda: row.grant(by=by, at=at, words=words), "Approved."),
        "no": (lambda: row.refuse(words, by=by, at=at), "Your no is on record. A second reader has to agree."),
        "second": (lambda: row.refuse("", by=by, at=at), "Refused, read by two."),
        "withdraw": (lambda: row.withdraw(by=by, at=at), "It is no longer asked for."),
        "look": (lambda: row.look_over(words, by=by, at=at), "Looked over."),
    }
    if said not in deeds:
        return _show(request, status=422, refused="Say yes or no.")
    deed, told = deeds[said]
    try:
        deed()
    except Refused as refusal:
        return _show(request, status=422, refused=str(refusal), about=row.pk)
    messages.success(request, told)
    return SeeOther(reverse("approvals"))


def _seen(request: DeskRequest) -> QuerySet[Approval]:
    near = (
        "case__customer",
        "case__queue__site",
        "case__loss",
        "remedy",
        "asked_by",
        "approver",
        "answered_by",
        "deadline",
    )
    return Approval.objects.filter(case__in=Case.objects.visible_to(request.user)).select_related(*near)


def _one(request: DeskRequest, pk: int) -> Approval:
    return get_object_or_404(_seen(request), pk=pk)


def _show(request: DeskRequest, *, status: int = 200, refused: str = "", about: int = 0) -> HttpResponse:
    me, stakes = request.user, Costs.objects.at_stake()
    waits = _seen(request).filter(state__in=(State.ASKED, State.REFUSING)).order_by("asked_at", "pk")[:SHOWN]
    waiting = [_card(row, me, stakes) for row in waits]
    waiting.sort(key=lambda card: (card.own, not card.mine))
    passed = _seen(request).filter(state=State.PASSED, looked_at=None).order_by("passed_at", "pk")[:SHOWN]
    context = {
        "waiting": waiting, "passed": [_card(row, me, stakes) for row in passed], "refused": refused, "about": about,
    }  # fmt: skip
    return page(request, "desk/approvals.html", context, status=status)


def _card(row: Approval, me: Person, stakes: Mapping[str, Costs]) -> Card:
    may = row.may_answer(me)
    second = row.state == State.REFUSING and me.role in LEADS and me.pk not in {row.answered_by_id, row.asked_by_id}
    return Card(row, row.approver_id == me.pk, may, second, stakes.get(row.currency))
