"""Three remedies to put to this customer: distinct in kind, in band for their loss, within what the asker may give, in time.

One statement reads the catalogue, however long it is, and of each candidate the last hundred that were given: how many
customers had them, and after how long. So the past may be as long as it likes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db import connection

from amends.authority.spend import NOTHING, Room, Spend
from amends.calendars.opening import CalendarError
from amends.catalogue.remedy import PRICELESS
from amends.deadlines.ruling import calendar_of, choice_of, day_of, house_calendar
from amends.leadtimes import proposing as leadtimes
from amends.offers.loss import BACK
from amends.offers.offer import THREE
from amends.policy.words import Failure, Place, Severity
from amends.policy.words import Remedy as Kinds
from amends.promises.figures import Rate
from amends.promises.promise import Kind as Promised

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date, datetime

    from amends.cases.case import Case
    from amends.offers.loss import Loss, Worth
    from amends.offers.offer import Option
    from amends.people.person import Person

#: Of each remedy so many of the last are looked at; of each kind so many candidates.
LOOKED_AT, OF_A_KIND = 100, 3
#: From so many on, what was given before says more than what the catalogue supposes.
ENOUGH = 20
_RANK = {Place.LEAD: 0, Place.NEXT: 1, None: 2}
_FALLBACK = 3
_MONEY = (Kinds.REFUND.value, Kinds.CREDIT.value, Kinds.WAIVER.value)
_BROUGHT = (Kinds.REPLACEMENT.value, Kinds.PART.value, Kinds.DELIVERY.value)
_FOUND = """
WITH standing AS (
  SELECT r.id, r.kind, r.name, r.about, r.customer_work, r.lead_hours, r.conditions, r.questions, v.worth,
    coalesce(r.cost, round(v.worth * r.cost_share, 2)) AS cost
  FROM amends_remedy r CROSS JOIN LATERAL (SELECT coalesce(r.worth, round(%(loss)s * r.worth_share, 2)) AS worth) v
  WHERE r.currency = %(currency)s AND r.valid_from <= %(day)s AND (r.valid_to IS NULL OR r.valid_to > %(day)s)
    AND (r.stock IS NULL OR r.stock > 0) AND NOT r.own_words AND r.kind <> ALL(%(never)s)
    AND (r.failures = '{}' OR r.failures @> ARRAY[%(failure)s]::varchar[])
    AND NOT EXISTS (SELECT FROM amends_usability u WHERE u.case_id = %(case)s AND u.remedy_id = r.id AND NOT u.can)
    AND (r.way <> 'code' OR EXISTS (SELECT FROM amends_code c WHERE c.remedy_id = r.id AND c.given_at IS NULL))
), placed AS (
  SELECT *, row_number() OVER (PARTITION BY kind ORDER BY customer_work <> '', worth DESC, id) AS number FROM standing
  WHERE cost <= %(left)s AND (worth BETWEEN %(least)s AND %(most)s OR worth = 0 AND kind = ANY(%(free)s))
)
SELECT p.id, p.kind, p.name, p.about, p.customer_work, p.lead_hours, p.conditions, p.questions, p.worth, p.cost,
  h.had, h.missed, h.took, (SELECT x.found -> 'gift card' FROM amends_experiment x
    WHERE x.place = 'card' AND x.found IS NOT NULL ORDER BY x.id DESC LIMIT 1)::text
FROM placed p CROSS JOIN LATERAL (
  SELECT count(had_at), count(missed_at), array_agg(extract(epoch FROM coalesce(had_at, executed_at) - chosen_at)::float8)
  FROM (SELECT had_at, missed_at, executed_at, chosen_at FROM amends_choice c
        WHERE c.remedy_id = p.id AND c.stands AND c.executed_at IS NOT NULL ORDER BY c.executed_at DESC LIMIT %(looked_at)s) last
) h(had, missed, took)
WHERE p.number <= %(of_a_kind)s
"""


class _Row(NamedTuple):
    remedy: int
    kind: str
    name: str
    words: str
    work: str
    lead_hours: int
    conditions: str
    questions: list[str]
    worth: Decimal
    cost: Decimal
    had: int
    missed: int
    took: list[float] | None
    compared: str | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One remedy as it could be offered. `used` is how many of the last who were given it had something of it."""

    remedy: int
    kind: str
    name: str
    words: str
    work: str
    worth: Decimal
    cost: Decimal
    ready_at: datetime
    used: Rate
    conditions: str = ""
    questions: Sequence[str] = ()
    reasons: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """Three proposals, the best fitting first, or fewer and why (`lacks`). `best` is the most worth that could be given."""

    options: Sequence[Proposal]
    others: Sequence[Proposal]
    band: Worth
    room: Room | None
    lacks: str = ""
    best: Proposal | None = field(default=None)


def propose(case: Case, loss: Loss, *, by: Person, at: datetime) -> Proposed:
    """What this person may put to the customer now. A reading; two or three statements, whatever was given before."""
    band = loss.menu()
    room = Spend.objects.room(by.role, case, loss.failure, loss.currency, at=at)
    left = room.left if room else NOTHING
    places = _places(case, loss.failure)
    asker = _Asker(case, places, band, left, at)
    rows = _read(loss, asker)
    hold = holding(case, {row.kind for row in rows}, at=at)
    kept_more = _kept_more(next((row.compared for row in rows), None))
    found = _preferring(kept_more, [_proposal(asker, row, hold) for row in rows])
    ranked = sorted(found, key=lambda each: each[0])
    chosen: list[Proposal] = []
    others: list[Proposal] = []
    kinds: set[str] = set()
    for _, one in ranked:
        if one.kind in kinds or len(chosen) == THREE:
            others.append(one)
        else:
            kinds.add(one.kind)
            chosen.append(one)
    if loss.owed_back and not kinds & {*BACK} and (back := next((one for one in others if one.kind in BACK), None)):
        others = [*chosen[THREE - 1 :], *(one for one in others if one is not back)]
        chosen = [*chosen[: THREE - 1], back]
    lacks = "" if len(chosen) == THREE else _lacks(len(chosen), room, loss)
    if not lacks and loss.owed_back and not any(one.kind in BACK for one in chosen):
        lacks = "They paid for what did not work, and nothing you may give by yourself gives it back: ask for it, or say why not."
    best = max((one for _, one in found), key=lambda one: (one.worth, -one.cost), default=None)
    return Proposed(chosen, others, band, room, lacks, best)


def _lacks(count: int, room: Room | None, loss: Loss) -> str:
    if room is None:
        return "Policy gives you no authority for this failure: offer what costs nothing, or ask."
    only = {0: "Nothing", 1: "Only one kind of remedy", 2: "Only two kinds of remedy"}[count]
    return f"{only} of the catalogue fits {loss.failure_words} within {room.left} {loss.currency}. Choose others, or ask for more."


def _places(case: Case, failure: str) -> dict[str, Place]:
    day = day_of(case.received_at)
    rows = [row for pack in choice_of(case).packs for row in pack.matches if row.holds_on(day)]
    found: dict[str, Place] = {}
    for row in rows:
        if Failure(failure) in row.failures:
            for kind in row.remedies:
                found.setdefault(kind.value, row.place)
    return found


class _Asker(NamedTuple):
    """What is the same for all candidates: the case, how kinds fit it, the band, and what may be given, now."""

    case: Case
    places: dict[str, Place]
    band: Worth
    left: Decimal
    at: datetime


def _read(loss: Loss, asker: _Asker) -> list[_Row]:
    avoided = [kind for kind, place in asker.places.items() if place is Place.AVOID]
    free = [kind for kind, place in asker.places.items() if place is not Place.AVOID]
    values: dict[str, Any] = {
        "case": asker.case.pk, "loss": loss.amount, "currency": loss.currency, "day": _today(asker.at),
        "failure": loss.failure, "left": asker.left,
        "least": asker.band.least, "most": asker.band.most, "never": [*avoided, Kinds.NOTE.value],
        "free": [*free, *PRICELESS], "looked_at": LOOKED_AT, "of_a_kind": OF_A_KIND,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_FOUND, values)
        return [_Row(*row) for row in cursor.fetchall()]


def _proposal(asker: _Asker, row: _Row, hold: Mapping[str, datetime]) -> tuple[tuple[Any, ...], Proposal]:
    case, places, band, left, at = asker
    place = places.get(row.kind)
    rank = _FALLBACK if place is None and row.kind in PRICELESS else _RANK[place]
    used = Rate(row.had, row.had + row.missed)
    ready_at = ready(case, row.lead_hours, row.took or [], at, holds=hold.get(row.kind))
    reasons = [
        {Place.LEAD: "what mends this kind of failure best", Place.NEXT: "fits this kind of failure"}.get(
            place or Place.AVOID, "asks nothing of anybody" if row.worth == 0 else "always possible"
        ),
        f"worth {row.worth}, within {band.least} to {band.most}" if row.worth else "costs no money",
        f"costs {row.cost} of the {left} you may give" if row.cost else "needs nobody's leave",
        *([f"had by {used}"] if used.n else []),
    ]
    one = Proposal(
        row.remedy, row.kind, row.name, row.words, row.work, row.worth, row.cost, ready_at, used, row.conditions,
        row.questions, reasons,
    )  # fmt: skip
    share = used.kept / used.n if used.n >= ENOUGH else 1.0
    return (rank, bool(row.work), -round(share, 1), -row.worth, row.remedy), one


def _kept_more(compared: str | None) -> tuple[str, str] | None:
    """The kind that kept more customers than the other of the same worth, and the words for it; None where no experiment says so."""
    said = json.loads(compared) if compared else {}
    if said.get("verdict") not in {"better", "worse"}:
        return None
    better = said["verdict"] == "better"
    kind, other = (Kinds.GIFT_CARD, Kinds.CREDIT) if better else (Kinds.CREDIT, Kinds.GIFT_CARD)
    values = [100 * said[name] * (1 if better else -1) for name in ("difference", "low", "high")]
    low, high = sorted(values[1:])
    return (
        kind.value,
        f"kept more than a {other.value} did: {values[0]:+.1f} points ({low:+.1f} to {high:+.1f}, n {said['n']}), by lot",
    )


def _preferring(
    kept_more: tuple[str, str] | None, found: list[tuple[tuple[Any, ...], Proposal]]
) -> list[tuple[tuple[Any, ...], Proposal]]:
    """What is shown to keep more customers stands no lower than what it was compared with; nothing else moves a rank."""
    if kept_more is None:
        return found
    kind, words = kept_more
    told = [(key, replace(one, reasons=(*one.reasons, words)) if one.kind == kind else one) for key, one in found]
    theirs = sorted((each for each in told if each[1].kind == kind), key=lambda each: each[0])
    other = min(
        (key for key, one in told if one.kind in {Kinds.CREDIT.value, Kinds.GIFT_CARD.value} - {kind}), default=None
    )
    if other is None or not theirs or theirs[0][0] < other:
        return told
    # Before the other of the two, in their own order: what is last in a rank is the remedy's number, which is above nought.
    lifted = [((*other[:-1], number - len(theirs)), one) for number, (_, one) in enumerate(theirs)]
    return [*(each for each in told if each[1].kind != kind), *lifted]


def promised_as(kind: str, *, apart: bool = False) -> str:
    """What kind of promise a remedy of this kind is, once they chose it."""
    if apart:
        return Promised.GIFT
    return Promised.MONEY if kind in _MONEY else Promised.DELIVERY if kind in _BROUGHT else Promised.DEED


def holding(case: Case, kinds: Collection[str], *, at: datetime) -> dict[str, datetime]:
    """By when a promise of remedies of these kinds would hold, where the desk has learnt it. One statement."""
    if not kinds:
        return {}
    known = leadtimes.Known.of(
        type(case).objects.filter(pk=case.pk).values_list(leadtimes.riding(at=at), flat=True).get()
    )
    dates = {
        promise: leadtimes.propose(case, promise, at=at, known=known).due for promise in set(map(promised_as, kinds))
    }
    return {kind: due for kind in kinds if (due := dates[promised_as(kind)])}


def due_when_chosen(option: Option, case: Case, *, at: datetime) -> datetime:
    """By when they have it if they choose it now: the day that was said, unless it has passed meanwhile."""
    if option.ready_at > at:
        return option.ready_at
    hold = holding(case, [option.kind], at=at)
    return ready(case, option.remedy.lead_hours, [], at, holds=hold.get(option.kind))


def ready(
    case: Case, lead_hours: int, took: Sequence[float], at: datetime, *, holds: datetime | None = None
) -> datetime:
    """By when they have it, as surely as policy asks of a date that is said: from the last that were given, in seconds.

    With too few of them it is what the catalogue supposes, or the longest it ever took; never before a promise of its kind
    would hold (`holds`). Within opening hours.
    """
    sure = choice_of(case).probability(Severity(case.severity), (), on=day_of(case.received_at)) or Decimal("0.9")
    place = ceil(float(sure) * (len(took) + 1))
    known = sorted(took)
    seconds = known[place - 1] if place <= len(known) else max([lead_hours * 3600.0, *known])
    reached = max(at + timedelta(seconds=max(seconds, 3600.0)), holds or at)
    try:
        return calendar_of(case).next_open(reached)
    except CalendarError:
        return reached


def _today(at: datetime) -> date:
    return at.astimezone(ZoneInfo(house_calendar().zone)).date()
