"""Dates that hold: what the dates we quote rest on, whether they were kept as often as stated, and beginning anew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from amends.cases.case import Case
from amends.leadtimes.lesson import Lesson, Of
from amends.leadtimes.proposing import in_hundred
from amends.people.may import may
from amends.promises.figures import Rate
from amends.promises.honesty import Honesty, honesty
from amends.promises.learning import restart
from amends.promises.promise import Promise
from amends.web.case.acts import SeeOther
from amends.web.case.forms.form import Line, done
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.http import HttpResponse

LATELY = timedelta(days=90)
#: The picture of reliability, in its own units: a square of this side with a margin for words.
_SIDE, _MARGIN = 240, 36
#: At 100 the monitor says that dates are no longer honest; this is half the way there, on the scale it grows on.
DOUBTFUL = 10.0


@dataclass(frozen=True, slots=True)
class Tried:
    """What dates of one probability would have been worth over the history a lesson was learnt from."""

    asked: int
    kept: Rate
    median: float


@dataclass(frozen=True, slots=True)
class Known:
    """One kind's lesson as the page tells it."""

    lesson: Lesson
    tried: Sequence[Tried]

    @property
    def name(self) -> str:
        """The kind, and the queue where it has a lesson of its own."""
        label = str(self.lesson.get_kind_display()).capitalize()
        return f"{label}, {self.lesson.queue.name}" if self.lesson.queue else label

    @property
    def evidence(self) -> str:
        """The monitor's e-value in plain figures."""
        value = self.lesson.evidence
        return f"{value:.0f}" if value >= 10 else f"{value:.2f}"  # noqa: PLR2004

    @property
    def doubtful(self) -> bool:
        """Whether the evidence against honesty is half the way to the alarm."""
        return self.lesson.evidence >= DOUBTFUL


@dataclass(frozen=True, slots=True)
class Point:
    """One probability in the picture: where it stands, and the interval of what was kept, as the picture writes numbers."""

    x: str
    y: str
    low: str
    high: str
    label: str


class RestartForm(forms.Form):
    """After a known change older promises teach nothing any more."""

    kind = forms.ChoiceField(label="What changed", choices=Of.choices)
    since = forms.DateField(label="From which day on", widget=forms.DateInput({"type": "date"}))
    because = Line("What happened", required=True, most=300, error_messages={"required": "Say what changed."})
    use_required_attribute = False

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, auto_id="restart-%s", label_suffix="", **kwargs)


@desk
@require_safe
def dates(request: DeskRequest) -> HttpResponse:
    """What dates rest on and what they have been worth, over the cases that this person may see."""
    return _show(request)


@desk
@require_POST
def begin_anew(request: DeskRequest) -> HttpResponse:
    """A lead says that something changed: dates of this kind are learnt anew from that day on."""
    form = RestartForm(request.POST)
    if not form.is_valid() or not done(form, lambda: _restart(form, request)):
        return _show(request, form)
    messages.success(request, "Dates of this kind are learnt anew from that day on.")
    return SeeOther(reverse("dates"))


def _restart(form: RestartForm, request: DeskRequest) -> None:
    typed = form.cleaned_data
    since = datetime.combine(typed["since"], time(), timezone.get_current_timezone())
    restart(typed["kind"], since=since, because=typed["because"], by=request.user, at=request.at)


def _show(request: DeskRequest, form: RestartForm | None = None) -> HttpResponse:
    seen = Promise.objects.filter(case__in=Case.objects.visible_to(request.user))
    ever, lately = honesty(seen, at=request.at), honesty(seen, at=request.at, since=request.at - LATELY)
    lessons = [Known(each, _tried(each.replayed)) for each in Lesson.objects.facts().values()]
    order = list(Of.values)
    lessons.sort(key=lambda each: (order.index(each.lesson.kind), each.lesson.queue_id or 0))
    unlearnt = [Of(kind).label for kind in order if not any(each.lesson.kind == kind for each in lessons)]
    leads = may(request.user, "dates")
    context = {
        "ever": ever, "lately": lately, "rows": _rows(ever, lately), "lessons": lessons, "unlearnt": unlearnt,
        "points": _points(ever), "side": _SIDE, "margin": _MARGIN, "leads": leads,
        "hoped": in_hundred(ever.hoped) if ever.hoped else None,
        "form": form or (RestartForm(initial={"since": timezone.localdate(request.at)}) if leads else None),
    }  # fmt: skip
    return page(request, "desk/dates.html", context, status=422 if form else 200)


def _rows(ever: Honesty, lately: Honesty) -> list[tuple[str, int, Rate, Rate]]:
    """Reliability as a table: the dates of each probability, and how many of them held."""
    return [
        (f"{in_hundred(p)} in 100", in_hundred(p), lately.reliability[p], ever.reliability[p]) for p in ever.reliability
    ]


def _tried(replayed: Mapping[str, Mapping[str, Any]]) -> list[Tried]:
    return [
        Tried(in_hundred(float(p)), Rate(each["kept"], each["n"]), each["median_quote_days"])
        for p, each in sorted(replayed.items())
        if each.get("median_quote_days") is not None
    ]


def _points(told: Honesty) -> list[Point]:
    """Where each probability stands in the picture; those without enough data are left out."""
    found = []
    for p, rate in told.reliability.items():
        if rate.rate is not None and rate.interval is not None:
            low, high = rate.interval
            found.append(
                Point(
                    _across(p), _up(rate.rate), _up(low), _up(high), f"stated {p:.0%}, kept {rate.rate:.0%}, n {rate.n}"
                )
            )
    return found


def _across(share: float) -> str:
    return f"{_MARGIN + share * _SIDE:.1f}"


def _up(share: float) -> str:
    return f"{_SIDE + 12 - share * _SIDE:.1f}"
