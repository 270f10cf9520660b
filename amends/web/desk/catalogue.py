"""The catalogue of remedies: what can be given, changed by a manager; with a look at who would be offered it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amends.cases.case import Case
from amends.catalogue.code import Code
from amends.catalogue.remedy import FAILURES, Remedy, Way
from amends.catalogue.starting import stock_up
from amends.offers.loss import Loss
from amends.people.may import check, may
from amends.policy.words import Remedy as Kinds
from amends.remedies.retiring import to_retire
from amends.web.case.acts import SeeOther
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpResponse

SHOWN, PREVIEWED = 400, 10
_YEAR = timedelta(days=365)


class RemedyForm(forms.Form):
    """One remedy. A charge to the customer cannot be written down: there is no field for it."""

    name = forms.CharField(max_length=120, error_messages={"required": "Give it a name."})
    kind = forms.ChoiceField(choices=[(kind.value, kind.value) for kind in Kinds])
    about = forms.CharField(
        label="What the customer reads", required=False, max_length=2000, widget=forms.Textarea({"rows": 2})
    )
    failures = forms.MultipleChoiceField(
        label="Fits", required=False, choices=[(code.value, words) for code, words in FAILURES.items()],
        widget=forms.CheckboxSelectMultiple, help_text="None ticked: every kind of failure.",
    )  # fmt: skip
    worth = forms.DecimalField(label="Worth to them", required=False, min_value=0, max_digits=9, decimal_places=2)
    cost = forms.DecimalField(label="Costs us", required=False, min_value=0, max_digits=9, decimal_places=2)
    worth_share = forms.DecimalField(
        label="Or: worth, as a share of what they lost", required=False, min_value=Decimal("0.01"), max_value=Decimal("1.5"),
        max_digits=5, decimal_places=2, help_text="1.00 is all of it.",
    )  # fmt: skip
    cost_share = forms.DecimalField(
        label="and costs us, as a share of that worth",
        required=False,
        min_value=0,
        max_value=2,
        max_digits=5,
        decimal_places=2,
    )
    currency = forms.RegexField(r"^[A-Z]{3}$", initial="GBP", error_messages={"invalid": "Three letters, like GBP."})
    customer_work = forms.CharField(label="What they would have to do", required=False, max_length=300)
    conditions = forms.CharField(required=False, max_length=2000, widget=forms.Textarea({"rows": 2}))
    questions = forms.CharField(
        label="Make sure first", required=False, max_length=2000, widget=forms.Textarea({"rows": 2}),
        help_text="One on each line: can this customer use it, where, by when?",
    )  # fmt: skip
    stock = forms.IntegerField(
        label="How many there are", required=False, min_value=0, help_text="Empty: as many as one likes."
    )
    lead_hours = forms.IntegerField(label="Hours until they have it", min_value=0, max_value=8760, initial=24)
    way = forms.ChoiceField(label="Carried out", choices=Way.choices)
    supplier = forms.EmailField(label="Supplier's e-mail", required=False)
    travels = forms.BooleanField(label="It travels: theirs only once it arrived", required=False)
    own_words = forms.BooleanField(label="Said in one's own words each time", required=False)
    valid_from = forms.DateField(widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    valid_to = forms.DateField(required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    codes = forms.CharField(
        label="Codes for the pool", required=False, max_length=200_000, widget=forms.Textarea({"rows": 3}),
        help_text="One on each line; each is given once, ever. They are not shown again.",
    )  # fmt: skip
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "remedy-%s", "label_suffix": "", **kwargs})

    def clean(self) -> dict[str, Any]:
        """Either amounts or shares; what has no price has none."""
        typed = self.cleaned_data
        fixed = typed.get("worth") is not None or typed.get("cost") is not None
        shares = typed.get("worth_share") is not None or typed.get("cost_share") is not None
        if fixed == shares and not {"worth", "cost", "worth_share", "cost_share"} & set(self.errors):
            raise ValidationError("Say what it is worth and costs: as amounts, or as shares of what they lost.")
        for one, other in (
            ("worth", "cost"),
            ("cost", "worth"),
            ("worth_share", "cost_share"),
            ("cost_share", "worth_share"),
        ):
            if typed.get(one) is not None and typed.get(other) is None and other not in self.errors:
                self.add_error(other, ValidationError("This is needed too."))
        if typed.get("way") == Way.SUPPLIER and not typed.get("supplier"):
            self.add_error("supplier", ValidationError("Name the supplier."))
        if typed.get("valid_to") and typed.get("valid_from") and typed["valid_to"] <= typed["valid_from"]:
            self.add_error("valid_to", ValidationError("It ends after it begins."))
        if typed.get("kind") in {"apology", "personal contact", "recognition"} and (typed.get("worth") or shares):
            self.add_error("worth", ValidationError("Words and attention have no price: write 0."))
        return typed

    def values(self) -> dict[str, Any]:
        """The columns of the remedy."""
        typed = dict(self.cleaned_data)
        typed.pop("codes")
        typed["questions"] = [line.strip() for line in typed["questions"].splitlines() if line.strip()]
        return typed


@desk
@require_safe
def catalogue(request: DeskRequest) -> HttpResponse:
    """All of it by kind, with how many of each codes are left."""
    rows = Remedy.objects.annotate(codes_left=Count("codes", filter=Q(codes__given_at=None))).order_by("kind", "name")
    changes = may(request.user, "catalogue")
    context = {
        "remedies": list(rows[:SHOWN]), "today": request.at.date(), "may_change": changes,
        "going": to_retire(since=request.at - _YEAR, at=request.at) if changes else (),
    }  # fmt: skip
    return page(request, "desk/catalogue.html", context)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def remedy(request: DeskRequest, pk: int | None = None) -> HttpResponse:
    """One remedy, with whom it would be offered to now, or a new one; `look` shows that of what is typed and saves nothing."""
    check(request.user, "catalogue")
    row = get_object_or_404(Remedy, pk=pk) if pk else None
    form = RemedyForm(request.POST or None, initial=_initial(row, request))
    valid = request.method == "POST" and form.is_valid()
    looks = valid and request.POST.get("look") == "1"
    if valid and not looks:
        return SeeOther(_saved(request, row, form))
    preview = _preview(Remedy(**form.values()), request) if looks else _preview(row, request) if row else None
    context = {
        "form": form, "remedy": row, "preview": preview, "looks": looks,
        "codes_left": Code.objects.left().filter(remedy=row).count() if row else 0,
    }  # fmt: skip
    return page(request, "desk/remedy.html", context, status=422 if request.method == "POST" and not valid else 200)


def _saved(request: DeskRequest, row: Remedy | None, form: RemedyForm) -> str:
    values = form.values()
    if row is None:
        row = Remedy.objects.add(values.pop("name"), by=request.user, at=request.at, **values)
    else:
        row.change(by=request.user, at=request.at, **values)
    if codes := form.cleaned_data["codes"]:
        count = Code.objects.upload(row, codes.splitlines(), by=request.user, at=request.at)
        messages.success(request, f"{count} new codes are in the pool.")
    messages.success(request, f"“{row.name}” is saved.")
    return reverse("catalogue")


@desk
@require_POST
def retire(request: DeskRequest, pk: int) -> HttpResponse:
    """It is offered no more from today on."""
    row = get_object_or_404(Remedy, pk=pk)
    row.retire(request.at.date(), by=request.user, at=request.at)
    messages.success(request, f"“{row.name}” is offered no more.")
    return SeeOther(reverse("catalogue"))


@desk
@require_POST
def begin(request: DeskRequest) -> HttpResponseRedirect:
    """A catalogue to begin with: what is not there yet is added."""
    count = stock_up(by=request.user, at=request.at)
    messages.success(request, f"{count} remedies are new. Change them as you like.")
    return SeeOther(reverse("catalogue"))


def _initial(row: Remedy | None, request: DeskRequest) -> dict[str, Any]:
    if row is None:
        return {"valid_from": request.at.date(), "currency": "GBP", "lead_hours": 24}
    names = [name for name in RemedyForm.base_fields if name not in {"codes", "questions"}]
    return {**{name: getattr(row, name) for name in names}, "questions": "\n".join(row.questions)}


def _preview(draft: Remedy, request: DeskRequest) -> tuple[int, Sequence[Loss]]:
    """How many open cases it would fit now: the failure, the currency, and a worth within the band of the loss; and some of them."""
    seen = Case.objects.visible_to(request.user).open()
    losses = Loss.objects.filter(case__in=seen, currency=draft.currency).select_related(
        "case__customer", "case__queue__site"
    )
    if draft.failures:
        losses = losses.filter(failure__in=draft.failures)
    found = [row for row in losses.order_by("-noted_at")[:SHOWN] if _fits(draft, row)]
    return len(found), found[:PREVIEWED]


def _fits(draft: Remedy, loss: Loss) -> bool:
    worth = draft.worth_for(loss.amount)
    return not worth or worth in loss.band()
