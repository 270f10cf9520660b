"""The manager's page: customers kept first, then our word, follow-ups, causes, and whom we lost, by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amends.cases.ending import Refused
from amends.lessons.reporting import why
from amends.outcomes.activity import Feed
from amends.outcomes.fairness import MEASURES, gaps
from amends.outcomes.tables import GROUPS, Lives
from amends.outcomes.tallying import remembered
from amends.people.may import check
from amends.reports.drawing import curves_svg, legend
from amends.reports.exporting import NotInstalled, as_csv, as_parquet
from amends.reports.lost import lost
from amends.reports.money import Costs
from amends.reports.monthly import ReportOrder
from amends.reports.printing import as_pdf
from amends.reports.report import ASKED_TOO, HEAD, NOT_CAUSAL, lines, report
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.outcomes.tables import Group
    from amends.people.person import Person
    from amends.reports.report import Report

_LATELY, _YEAR = timedelta(days=180), timedelta(days=365)
_KINDS = {
    "csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet", "pdf": "application/pdf",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chart:
    """One comparison, ready for the page: the drawing, its legend, and the table that says the same."""

    lives: Lives
    svg: SafeString
    legend: Sequence[tuple[str, int]]
    rows: Sequence[tuple[str, int, Sequence[str]]]
    days: Sequence[int]
    longer: Sequence[str]
    mixes: Sequence[tuple[str, str, Sequence[int], str]]
    unseen: Sequence[str]

    @property
    def drawn(self) -> bool:
        """Whether there is enough for any curve."""
        return bool(self.legend)


@desk
@require_safe
def reports(request: DeskRequest) -> HttpResponse:
    """What became of customers, as far as it is known. A fixed number of statements at any size."""
    check(request.user, "outcomes")
    found = report(at=request.at, causes=why)
    order = ReportOrder.objects.filter(person=request.user, ended_at=None).first()
    context = {
        "found": found, "not_causal": NOT_CAUSAL, "asked_too": ASKED_TOO, "head": HEAD, "charts": _charts(found),
        "lost": lost(request.user, since=request.at - _LATELY), "order": order,
        "causes": [(cause, each.by(90), each.by(365), each.n) for cause, each in found.lost_to.items()],
        "downloads": _KINDS,
    }  # fmt: skip
    return page(request, "insight/reports.html", context)


def _charts(found: Report) -> list[Chart]:
    """Every comparison; drawn anew where a tally changed, and else as it was drawn before."""

    def draw() -> list[Chart]:
        return [_chart(found, kind) for kind in GROUPS]

    return remembered(("charts", *found.key), draw) if found.key else draw()


def _chart(found: Report, kind: str) -> Chart:
    lives = found.lives[kind]
    days = [day - lives.since for day in (30, 90, 180, 365) if day > lives.since]
    drawn = [group for group in lives.groups if group.curve]
    rows = [(group.words, group.n, [_still(group, day) for day in days]) for group in lives.groups]
    first = lives.groups[0].words
    longer = [
        f"Within {lives.until} days, those of “{first}” stay {each.value:+.1f} days longer than those of “{words}” "
        f"({each.low:+.1f} to {each.high:+.1f}, n {each.n[0]} and {each.n[1]}; log-rank p {lives.p[name]:.2g})."
        for name, words in ((group.name, group.words) for group in lives.groups)
        if (each := lives.longer.get(name))
    ]
    mixes = [
        (mix.words, str(mix.share.rate), mix.graves, "" if kind == "severity" else str(mix.grave))
        for mix in found.groups[kind]
    ]
    svg = mark_safe(curves_svg(lives)) if drawn else mark_safe("")  # noqa: S308 - numbers, and words of ours escaped there
    return Chart(lives, svg, legend(lives), rows, [day + lives.since for day in days], longer, mixes, lives.warnings)


def _still(group: Group, day: int) -> str:
    still = group.curve.still(day) if group.curve else None
    return f"{still[0]:.0%} ({still[1]:.0%} to {still[2]:.0%})" if still else "not enough data"


@desk
@require_safe
def download(request: DeskRequest, kind: str) -> HttpResponse:
    """The same figures to take away: CSV, Parquet, or an accessible PDF."""
    check(request.user, "outcomes")
    if kind not in _KINDS:
        raise Http404("There is no such download.")
    found = report(at=request.at, causes=why)
    try:
        body = (
            as_csv(lines(found)) if kind == "csv" else as_parquet(lines(found)) if kind == "parquet"
            else as_pdf(found, house=str(settings.MAIL_FROM_NAME))
        )  # fmt: skip
    except NotInstalled as missing:
        messages.error(request, str(missing))
        return redirect("reports")
    answer = HttpResponse(body, content_type=_KINDS[kind])
    answer["Content-Disposition"] = f'attachment; filename="amends-{request.at:%Y-%m-%d}.{kind}"'
    return answer


@desk
@require_safe
def fairness(request: DeskRequest) -> HttpResponse:
    """Whether all are served alike."""
    check(request.user, "outcomes")
    context = {"gaps": gaps(since=request.at - _YEAR, at=request.at), "measures": MEASURES}
    return page(request, "insight/fairness.html", context)


@desk
@require_POST
def subscribe(request: DeskRequest) -> HttpResponse:
    """The month's report comes by mail from now on, or comes no more."""
    if request.POST.get("wanted") == "no":
        for row in ReportOrder.objects.filter(person=request.user, ended_at=None):
            row.end(by=request.user, at=request.at)
        messages.success(request, "You get no more reports by mail.")
    else:
        ReportOrder.objects.order(by=request.user, at=request.at)
        messages.success(request, "The report comes on the first morning of each month on which the house is open.")
    return redirect("reports")


@desk
@require_POST
def end_feed(request: DeskRequest, pk: int) -> HttpResponse:
    """A system that tells nothing any more is waited for no longer."""
    get_object_or_404(Feed, pk=pk).end(by=request.user, at=request.at)
    return redirect("reports")


class CostsForm(forms.Form):
    """The house's own numbers of a period. What is left empty stays unknown, and then there is no ratio."""

    begins = forms.DateField(label="From", widget=forms.DateInput({"type": "date"}))
    ends = forms.DateField(label="until, not including", widget=forms.DateInput({"type": "date"}))
    currency = forms.RegexField(r"^[A-Za-z]{3}$", label="Currency", initial="GBP", max_length=3)
    acquisition = forms.DecimalField(
        label="Spent on winning customers", required=False, min_value=0, max_digits=14, decimal_places=2
    )
    new_customers = forms.IntegerField(label="Customers won", required=False, min_value=0)
    service = forms.DecimalField(
        label="What service cost", required=False, min_value=0, max_digits=14, decimal_places=2
    )
    recovery = forms.DecimalField(
        label="What remedies cost", required=False, min_value=0, max_digits=14, decimal_places=2
    )
    retention = forms.DecimalField(
        label="Else spent on keeping customers", required=False, min_value=0, max_digits=14, decimal_places=2
    )
    kept_customers = forms.IntegerField(label="Customers kept", required=False, min_value=0)
    margin = forms.DecimalField(
        label="What a customer earns you in a year", required=False, min_value=0, max_digits=12, decimal_places=2
    )
    use_required_attribute = False

    def carry_out(self, *, by: Person, at: datetime) -> Costs:
        """They are on record."""
        typed: dict[str, Any] = dict(self.cleaned_data)
        first: date = typed.pop("begins")
        last: date = typed.pop("ends")
        numbers: dict[str, Decimal | int | None] = {name: value for name, value in typed.items() if name != "currency"}
        return Costs.objects.note(begins=first, ends=last, currency=typed["currency"], by=by, at=at, **numbers)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def costs(request: DeskRequest) -> HttpResponse:
    """What winning and keeping customers costs here."""
    check(request.user, "outcomes")
    form = CostsForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            form.carry_out(by=request.user, at=request.at)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Your numbers are on record.")
            return redirect("reports")
    context = {
        "title": "What customers cost", "form": form, "button": "Note them", "kind": "primary", "back_url": "/reports",
        "back_words": "The report", "words": "Your own numbers of one period. Nothing is taken from anybody else.",
    }  # fmt: skip
    return page(request, "desk/one_form.html", context, status=422 if form.errors else 200)
