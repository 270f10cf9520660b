"""The page that shows every piece in every state: for whoever builds a page, and for the test that renders them all."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from django import forms

from amends.cases.case import Origin, Severity
from amends.cases.stages import Ending, Stage
from amends.web.door import DeskRequest, desk, page
from amends.web.rows import Row
from amends.web.wording import due_words, since_words

if TYPE_CHECKING:
    from django.http import HttpResponse


ICONS = tuple(re.findall(r'<symbol id="([a-z]+)"', (Path(__file__).parent / "static" / "icons.svg").read_text()))

ROW = Row(
    id="row-sample",
    url="#main",
    clock="9 days",
    clock_what="since they told us",
    customer="Mrs Okafor",
    subject="Where is my table?",
    waits="wait for a first answer",
    human="a human last told them something 31 hours ago",
    stage="new",
    stage_words="new",
    owner="Ada",
    initials="A",
    hue="1",
)
GRAVE = replace(
    ROW, tone="alarm", late="first answer 2 hours late", grave="critical", severity=1, owner="", initials="", hue="none"
)


class Sample(forms.Form):
    """One field of each kind."""

    name = forms.CharField(help_text="As they call themselves.")
    email = forms.EmailField(label="E-mail")
    words = forms.CharField(label="What they told us", widget=forms.Textarea, required=False)
    channel = forms.ChoiceField(choices=[("email", "e-mail"), ("phone", "phone")])
    key_customer = forms.BooleanField(label="A key customer", required=False)
    way = forms.ChoiceField(
        label="How they told us", widget=forms.RadioSelect, choices=[("call", "a call"), ("visit", "a visit")]
    )


@desk
def pieces(request: DeskRequest) -> HttpResponse:
    """Every piece in every state."""
    broken = Sample({"name": "Mrs Okafor", "email": "not an address"})
    broken.add_error(None, "The case has moved on meanwhile; look at it, then send again.")
    ages = [timedelta(seconds=20), timedelta(minutes=12), timedelta(hours=31), timedelta(days=9), timedelta(days=200)]
    context = {
        "stages": Stage.choices,
        "endings": Ending.choices,
        "severities": Severity.choices,
        "origins": Origin.choices,
        "icons": ICONS,
        "rows": [ROW, GRAVE],
        "form": Sample(auto_id="fresh_%s"),
        "broken": broken,
        "since": [since_words(request.at - age, request.at) for age in ages],
        "due": [due_words(request.at + age, request.at) for age in (ages[2], -ages[2], ages[0])],
    }
    return page(request, "desk/pieces.html", context)
