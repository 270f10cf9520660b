"""Template tags of the desk; loaded everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.conf import settings
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from amends.arrivals.arrival import Arrival
from amends.cases.stages import Stage
from amends.handoffs.handoff import Handoff
from amends.journal.entry import Entry
from amends.people import may as rules
from amends.standins.standin import StandIn
from amends.web import wording

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from amends.people.may import Owned
    from amends.people.person import Person

register = template.Library()

STYLES = (
    "tokens", "base", "layout", "button", "badge", "clock", "worklist", "panel", "form", "flash", "timeline", "small", "desk", "today",
    "problem",
)  # fmt: skip
#: A count stops here, so that it costs the same at ten rows and at ten million.
MOST_COUNTED = 99


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite. Without a label it is decoration, and hidden from those who listen."""
    told = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="icon" width="20" height="20" focusable="false" {}><use href="{}#{}"></use></svg>',
        told, static("icons.svg"), name,
    )  # fmt: skip


@register.simple_tag
def styles() -> SafeString:
    """The style sheets of every page, the one that orders the layers first."""
    return format_html_join(
        "\n  ", '<link rel="stylesheet" href="{}">', ((static(f"css/{name}.css"),) for name in STYLES)
    )


@register.simple_tag
def house_name() -> str:
    """What the business calls itself in its mail."""
    return str(settings.MAIL_FROM_NAME)


@register.simple_tag(takes_context=True)
def here(context: template.Context, name: str) -> str:
    """Marks the link to the page one is on."""
    match = getattr(context.get("request"), "resolver_match", None)
    return mark_safe(' aria-current="page"') if match and match.url_name == name else ""


@register.simple_tag
def kept_mail_count() -> str:
    """How many kept mails wait for a person, up to "99+"; empty when none does. One statement on a small index."""
    return bounded(Arrival.objects.quarantined()[: MOST_COUNTED + 1].count())


@register.inclusion_tag("desk/offers.html")
def offers(person: Person, now: datetime) -> dict[str, object]:
    """What waits for this person's own yes or no: cases they are offered, and theirs that others had. Two small statements.

    `news` counts what happened on the case since somebody else had it.
    """
    since = Entry.objects.filter(chain=OuterRef("case_id"), at__gt=OuterRef("began_at")).order_by()
    news = since.values("chain").annotate(n=Count("pk")).values("n")
    mine = Handoff.objects.standing().filter(receiver=person).exclude(case__stage=Stage.CLOSED)
    return {
        "offers": mine.select_related("case__customer", "offered_by", "deadline").order_by("offered_at", "pk")[
            :MOST_COUNTED
        ],
        "back": StandIn.objects.offered(person)
        .select_related("case__customer", "person")
        .annotate(news=Coalesce(Subquery(news), 0))
        .order_by("began_at", "pk")[:MOST_COUNTED],
        "now": now,
    }


@register.filter
def bounded(count: int) -> str:
    """A count that was stopped at 100: "" for none, "99+" for more."""
    return f"{MOST_COUNTED}+" if count > MOST_COUNTED else str(count or "")


@register.filter
def since(then: datetime | None, now: datetime) -> str:
    """How long ago: `{{ case.received_at|since:now }}` is "9 days"; empty for never."""
    return wording.since_words(then, now) if then else ""


@register.filter
def due(then: datetime | None, now: datetime) -> str:
    """How far off: `{{ deadline.due_at|due:now }}` is "in 2 hours" or "3 days late"."""
    return wording.due_words(then, now) if then else ""


@register.filter
def localtime_words(then: datetime | None, now: datetime) -> str:
    """A moment on the reader's clock: `{{ message.said_at|localtime_words:now }}` is "yesterday 14:05"."""
    return wording.moment_words(then, now) if then else ""


@register.filter
def span(length: timedelta | None) -> str:
    """A length of time: `{{ waits.median|span }}` is "3 hours"; empty for none."""
    return wording.span_words(length.total_seconds()) if length else ""


@register.filter
def percent(share: float | None) -> str:
    """A share: `{{ 0.734|percent }}` is "73 %"; empty for none."""
    return "" if share is None else f"{100 * share:.0f} %"


@register.filter
def initials(name: str | None) -> str:
    """The letters of an avatar."""
    return wording.initials(name or "")


@register.filter
def hue(name: str | None) -> int:
    """The colour of an avatar."""
    return wording.hue(name or "")


@register.filter
def may(person: Person, deed: str) -> bool:
    """Whether somebody may: `{% if user|may:"people" %}`. For a case: `{% may user "overrule" case as allowed %}`."""
    return rules.may(person, deed)


@register.simple_tag(name="may")
def may_on(person: Person, deed: str, case: Owned | None = None) -> bool:
    """The same rule, asked about one case."""
    return rules.may(person, deed, case)
