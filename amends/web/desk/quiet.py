"""Key customers, the quietest first: how long since both sides spoke, so that somebody gets in touch before they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.http import require_safe

from amends.reports.exporting import csv_of
from amends.teamwork.contact import QUIET, key_customers
from amends.web.door import DeskRequest, desk, page
from amends.web.tables import taken_away

if TYPE_CHECKING:
    from django.http import HttpResponse


@desk
@require_safe
def key(request: DeskRequest) -> HttpResponse:
    """Those who were quiet for long, then the others. For leads."""
    rows = [(row, row.days(request.at)) for row in key_customers(by=request.user)]
    quiet = [pair for pair in rows if pair[0].is_quiet(request.at)]
    context = {"quiet": quiet, "others": rows[len(quiet) :], "all": len(rows), "days": QUIET.days}
    return page(request, "desk/key_customers.html", context)


@desk
@require_safe
def key_table(request: DeskRequest) -> HttpResponse:
    """The same list to take away."""
    names = (
        "customer",
        "days since both sides spoke",
        "both sides spoke",
        "known since",
        "open cases",
        "last did something",
    )
    rows = [
        (row.name, row.days(request.at), f"{row.in_touch_at:%Y-%m-%d}" if row.in_touch_at else "never on record",
         f"{row.known_since:%Y-%m-%d}", row.open_cases, f"{row.did_at:%Y-%m-%d}" if row.did_at else "")
        for row in key_customers(by=request.user)
    ]  # fmt: skip
    return taken_away("key-customers", csv_of(names, rows), request.at)
