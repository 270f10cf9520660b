"""How form widgets become HTML: the same HTML that Django's templates make, at a tenth of the cost.

A page of a case has some forty fields and two hundred options; as templates, each with an include for its attributes, they
were a third of its CPU. Only the plain kinds are made here. Every other, and whatever has a template of its own, goes to
Django's renderer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from django.http import HttpRequest

Widget = Mapping[str, Any]


class Widgets(DjangoTemplates):
    """Renders inputs, text areas and selections itself."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """The HTML of a widget or form."""
        made = _MADE.get(template_name)
        return made(context["widget"]) if made else super().render(template_name, context, request)


def _attributes(widget: Widget) -> str:
    return "".join(
        f" {conditional_escape(name)}"
        if value is True
        else f' {conditional_escape(name)}="{conditional_escape(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _input(widget: Widget) -> str:
    value = "" if widget["value"] is None else f' value="{conditional_escape(widget["value"])}"'
    kind, name = conditional_escape(widget["type"]), conditional_escape(widget["name"])
    return mark_safe(f'<input type="{kind}" name="{name}"{value}{_attributes(widget)}>')  # noqa: S308 - each part is escaped


def _textarea(widget: Widget) -> str:
    words = conditional_escape(widget["value"] or "")
    start = f'<textarea name="{conditional_escape(widget["name"])}"{_attributes(widget)}>'
    return mark_safe(f"{start}\n{words}</textarea>")  # noqa: S308 - each part is escaped


def _select(widget: Widget) -> str:
    parts = [f'<select name="{conditional_escape(widget["name"])}"{_attributes(widget)}>']
    for group, options, _ in widget["optgroups"]:
        if group:
            parts.append(f'\n  <optgroup label="{conditional_escape(group)}">')
        parts += [f"\n{_option(option)}" for option in options]
        if group:
            parts.append("\n  </optgroup>")
    return mark_safe("".join([*parts, "\n</select>"]))  # noqa: S308 - each part is escaped


def _option(option: Widget) -> str:
    value, label = conditional_escape(option["value"]), conditional_escape(option["label"])
    return f'  <option value="{value}"{_attributes(option)}>{label}</option>'


_MADE: dict[str, Callable[[Widget], str]] = {
    **{
        f"django/forms/widgets/{kind}.html": _input
        for kind in (
            "text",
            "number",
            "email",
            "url",
            "hidden",
            "date",
            "datetime",
            "time",
            "file",
            "checkbox",
            "input",
        )
    },
    "django/forms/widgets/textarea.html": _textarea,
    "django/forms/widgets/select.html": _select,
}
