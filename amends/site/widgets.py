"""How form widgets become HTML: the same HTML that Django's templates make, at a tenth of the cost.

A page of a case has some forty fields and two hundred options; as templates, each with an include for its attributes, they
were a third of its CPU. Only the plain kinds are made here. Every other, and whatever has a template of its own, goes to
Django's renderer.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from django.http import HttpRequest

Widget = Mapping[str, Any]


class Widgets(DjangoTemplates):
    """Renders inputs, text areas and choices itself."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """The HTML of a widget or form."""
        made = _MADE.get(template_name)
        if made is None:
            return super().render(template_name, context, request)
        return mark_safe(made(context["widget"]))  # noqa: S308 - each part of it was escaped


def _safe(value: Any) -> str:
    """The value in HTML. Most values are plain text, for which Django's own way takes ten times as long."""
    return html.escape(value) if type(value) is str else conditional_escape(value)


def _attributes(widget: Widget) -> str:
    return "".join(
        f" {_safe(name)}" if value is True else f' {_safe(name)}="{_safe(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _input(widget: Widget) -> str:
    value = "" if widget["value"] is None else f' value="{_safe(widget["value"])}"'
    return f'<input type="{_safe(widget["type"])}" name="{_safe(widget["name"])}"{value}{_attributes(widget)}>'


def _textarea(widget: Widget) -> str:
    return f'<textarea name="{_safe(widget["name"])}"{_attributes(widget)}>\n{_safe(widget["value"] or "")}</textarea>'


def _select(widget: Widget) -> str:
    parts = [f'<select name="{_safe(widget["name"])}"{_attributes(widget)}>']
    for group, options, _ in widget["optgroups"]:
        made = [f'  <option value="{_safe(o["value"])}"{_attributes(o)}>{_safe(o["label"])}</option>' for o in options]
        parts += [f'  <optgroup label="{_safe(group)}">', *made, "  </optgroup>"] if group else made
    return "\n".join([*parts, "</select>"])


def _several(widget: Widget) -> str:
    """Radio buttons, or boxes of which several may be ticked, each in its label."""
    attrs = widget["attrs"]
    parts = ["<div" + "".join(f' {name}="{_safe(attrs[name])}"' for name in ("id", "class") if attrs.get(name)) + ">"]
    for group, options, _ in widget["optgroups"]:
        made = [f"<div>\n    {_labelled(option)}</div>" for option in options]
        parts.append(f"\n  <div><label>{_safe(group)}</label>{''.join(made)}\n  </div>" if group else "".join(made))
    return "".join([*parts, "\n</div>"])


def _labelled(option: Widget) -> str:
    if not option["wrap_label"]:
        return _input(option)
    its = f' for="{_safe(option["attrs"]["id"])}"' if option["attrs"].get("id") else ""
    return f"<label{its}>{_input(option)} {_safe(option['label'])}</label>"


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
    "django/forms/widgets/radio.html": _several,
    "django/forms/widgets/checkbox_select.html": _several,
}
