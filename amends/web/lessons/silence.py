"""Customers who met with a fault of ours, said nothing and left: by name, and the act that is left to us."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.views.decorators.http import require_safe

from amends.experiments.arms import Approach, Place
from amends.experiments.experiment import Experiment
from amends.lessons.silent import Silence, silent
from amends.people.may import check
from amends.reports.exporting import csv_of
from amends.web.door import DeskRequest, desk, page
from amends.web.tables import taken_away

if TYPE_CHECKING:
    from django.http import HttpResponse

_BACK: Final = timedelta(days=365)


@desk
@require_safe
def silent_customers(request: DeskRequest) -> HttpResponse:
    """Who they are, what they met with, when they stopped; each can be reached out to, once."""
    context = {
        "found": _found(request), "experiment": Experiment.objects.running(Place.WIN_BACK),
        "approaches": [pair for pair in Approach.choices if pair[0] in {Approach.APOLOGY, Approach.DISCOUNT}],
    }  # fmt: skip
    return page(request, "lessons/silent.html", context)


@desk
@require_safe
def silent_table(request: DeskRequest) -> HttpResponse:
    """The same list to take away."""
    names = ("case", "customer", "met with", "told or noticed", "left", "asked back")
    rows = [
        (row.case.reference, row.case.customer.name, row.met, f"{row.outcome.zero_at:%Y-%m-%d}", f"{row.outcome.lost_at:%Y-%m-%d}",
         "yes" if row.asked else "no")
        for row in _found(request).rows
    ]  # fmt: skip
    return taken_away("silent-customers", csv_of(names, rows), request.at)


def _found(request: DeskRequest) -> Silence:
    check(request.user, "outcomes")
    return silent(request.user, since=request.at - _BACK)
