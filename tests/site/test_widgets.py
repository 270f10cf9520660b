"""Widgets made here are those that Django would make, white space aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates

from amends.site.widgets import Widgets

if TYPE_CHECKING:
    from collections.abc import Sequence

SHARP = "a \"sharp\" <b>'word'</b> & more"
CHOICES: Sequence[tuple[object, object]] = [("", "nobody"), (1, SHARP), ("Group <&>", [(2, "two"), ("3", "three")])]
KINDS = [
    forms.TextInput({"class": "wide", "required": True, "hidden": False, "data-x": SHARP}),
    forms.EmailInput(),
    forms.NumberInput({"min": 1}),
    forms.URLInput(),
    forms.HiddenInput(),
    forms.DateTimeInput({"type": "datetime-local"}),
    forms.CheckboxInput(),
    forms.FileInput(),
    forms.Textarea({"rows": 3}),
    forms.Select(choices=CHOICES),
    forms.SelectMultiple(choices=CHOICES),
    forms.RadioSelect(choices=CHOICES),
    forms.CheckboxSelectMultiple(choices=CHOICES),
    forms.PasswordInput(),
]


RENDERERS = (Widgets(), DjangoTemplates())


@pytest.mark.parametrize("widget", KINDS, ids=lambda widget: type(widget).__name__)
@pytest.mark.parametrize("value", [None, "", 1, "1", SHARP, True, ["2", "3"], "first\nsecond"], ids=repr)
def test_a_widget_is_the_one_that_django_makes(widget: forms.Widget, value: object) -> None:
    made, expected = (_bare(widget.render("a<name>", value, {"id": "id_1"}, renderer=r)) for r in RENDERERS)
    assert made == expected


def _bare(html: str) -> list[str]:
    return re.split(r"\s*([<>])\s*", html)
