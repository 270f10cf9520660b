"""The hourly look: the desk's own complaints counted by day, each theme watched by a sequential test, and texts that came before."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.models import F, Min

from amends.cases.case import Case, Origin
from amends.causes.tracing import FAILURES
from amends.causes.tree import tree
from amends.deadlines.ruling import house_calendar
from amends.lessons.alert import EXAMPLES, About, ThemeAlert
from amends.lessons.news import ThemeNews
from amends.messages.message import Message
from amends.outcomes.activity import Feed, orders_by_day
from amends.readings.reading import ACTS, LABELS, Kind
from amends.spikes.series import Series, Step
from amends.spikes.watching import WATCH, watch
from amends.themes.words import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from amends.journal.actors import Actor

#: So many days teach, and so many of the last are judged at each look.
TAUGHT, JUDGED = timedelta(days=180), 35
#: A desk's themes are many and small: three in a day may be a theme, and nobody is called for fewer.
RULE: Final = replace(WATCH[Step.DAY], least=EXAMPLES, evidence=50)
#: What went wrong was bought before: a day is exposed to the orders of so many days before it. Fewer orders than so many say
#: nothing of how many there are, and orders that were told for a shorter time, or not of late, are left aside.
ORDERED, FEWEST_ORDERS, TOLD_FOR, TOLD_LATELY = 14, 50, timedelta(days=91), timedelta(days=7)
#: What customers' words alone say needs more: there are many words.
WORDY: Final = replace(RULE, evidence=5_000, sharp=1e-6)
_RECENT, _MOST_TEXTS, _MOST_PHRASES = timedelta(days=7), 3_000, 200

# One row for each case and theme: a reading's failure codes as people put them right, the product, the cause.
_THEMES: Final = """
WITH told AS (
  SELECT c.id, c.received_at, coalesce(nullif(c.product, ''), q.product) AS product FROM amends_case c
  JOIN amends_queue q ON q.id = c.queue_id
  WHERE c.received_at >= %(since)s AND c.received_at <= %(at)s AND c.origin IN ('complaint', 'signal') AND c.ending <> 'merged'),
put_right AS (
  SELECT DISTINCT ON (k.reading_id, k.label) k.reading_id, k.label, k.holds FROM amends_correction k
  WHERE k.kind = 'failure' ORDER BY k.reading_id, k.label, k.id DESC),
failed AS (
  SELECT t.id, f.value ->> 'code' AS code FROM told t JOIN amends_message m ON m.case_id = t.id
  JOIN amends_reading r ON r.message_id = m.id CROSS JOIN jsonb_array_elements(r.labels -> 'failures') f
  WHERE (f.value ->> 'confidence')::float >= %(acts)s AND NOT EXISTS (
    SELECT 1 FROM put_right p WHERE p.reading_id = r.id AND p.label = f.value ->> 'code' AND NOT p.holds)
  UNION SELECT t.id, p.label FROM told t JOIN amends_message m ON m.case_id = t.id JOIN amends_reading r ON r.message_id = m.id
  JOIN put_right p ON p.reading_id = r.id AND p.holds
  UNION SELECT t.id, l.failure FROM told t JOIN amends_loss l ON l.case_id = t.id)
SELECT 'failure', f.code, t.id, t.received_at FROM failed f JOIN told t USING (id)
UNION ALL SELECT 'product', t.product, t.id, t.received_at FROM told t WHERE t.product <> ''
UNION ALL SELECT 'cause', x.cause, t.id, t.received_at FROM told t JOIN amends_tracing x ON x.case_id = t.id AND x.over_at IS NULL
ORDER BY 4, 3
"""


def look(*, by: Actor, at: datetime) -> int:
    """Every theme of the desk is watched up to this moment, and alerts stand as the counts have it; how many are new.

    The day that is still running is judged as if nothing more came in it, so that an early look raises nothing that the
    whole day would not. Two looks at once raise an alert once. Whoever runs the desk is told of what is new.
    """
    zone = ZoneInfo(house_calendar().zone)
    since = datetime.combine((at - TAUGHT).astimezone(zone).date(), time(), zone)
    themes = _counted(since, at)
    spoken = _spoken(at)
    new, closed = 0, _closed(since.date(), at.date())
    begin = max(since, _first(at).astimezone(zone))
    exposure = _exposure(begin, at.astimezone(zone))
    for (about, key), came in [*themes.items(), *spoken.items()]:
        new += _watched(about, key, came, exposure=exposure, closed=closed, begin=begin, by=by, at=at)
    ThemeAlert.objects.filter(over_at=None, seen_at__lt=at).update(over_at=at)
    ThemeNews.objects.tell_new(by=by, at=at)
    return new


def _counted(since: datetime, at: datetime) -> dict[tuple[str, str], dict[int, datetime]]:
    """When the cases of each theme came, by case."""
    found: dict[tuple[str, str], dict[int, datetime]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(_THEMES, {"since": since, "at": at, "acts": ACTS})
        for about, key, case, received_at in cursor.fetchall():
            found[about, key].setdefault(case, received_at)
    return found


def _spoken(at: datetime) -> dict[tuple[str, str], dict[int, datetime]]:
    """When phrases that came in three first letters of the last week came, by case; the newest thousands of letters are read."""
    near = Message.objects.theirs().filter(
        case__origin__in=[Origin.COMPLAINT, Origin.SIGNAL], said_at=F("case__received_at"), said_at__lte=at,
        said_at__gte=at - TAUGHT,
    )  # fmt: skip
    rows = list(near.order_by("-said_at", "-pk").values_list("case", "case__received_at", "text")[:_MOST_TEXTS])
    said = [(case, moment, {p for p in phrases(text[:4000]) if " " in p}) for case, moment, text in rows]
    recent: dict[str, int] = defaultdict(int)
    for _, moment, own in said:
        if moment >= at - _RECENT:
            for phrase in own:
                recent[phrase] += 1
    wanted = sorted((p for p, n in recent.items() if n >= EXAMPLES), key=lambda p: (-recent[p], -len(p), p))
    chosen = set(_apart(wanted)[:_MOST_PHRASES])
    found: dict[tuple[str, str], dict[int, datetime]] = defaultdict(dict)
    for case, moment, own in reversed(said):
        for phrase in own & chosen:
            found[About.WORDS, phrase].setdefault(case, moment)
    return found


def _apart(ranked: list[str]) -> list[str]:
    """None within a longer one that came as often."""
    return [p for n, p in enumerate(ranked) if not any(f" {p} " in f" {other} " for other in ranked[:n])]


def _exposure(begin: datetime, at: datetime) -> dict[datetime, float] | None:
    """By day, how much was ordered lately, beside its mean; None where that is not known. Both on the house's clock.

    It may begin later than asked for. Days after the last that was told have what was ordered before that.
    """
    told = Feed.objects.known_until(at=at)
    if told is None or told < at - TOLD_LATELY:
        return None
    first, known = begin.date(), told.astimezone(begin.tzinfo).date()
    counts = orders_by_day(since=datetime.combine(first - timedelta(days=ORDERED), time(), begin.tzinfo), until=told)
    sizes: dict[date, int] = {}
    for day in (at.date() - timedelta(days=back) for back in range((at.date() - first).days + 1)):
        size = sum(counts[min(day, known) - timedelta(days=back)] for back in range(1, ORDERED + 1))
        if size < FEWEST_ORDERS:
            break
        sizes[day] = size
    if not sizes or (min(sizes) > first and at.date() - min(sizes) < TOLD_FOR):
        return None
    mean = sum(sizes.values()) / len(sizes)
    return {datetime.combine(day, time()): size / mean for day, size in sizes.items()}


def _watched(
    about: str, key: str, came: Mapping[int, datetime], *, exposure: Mapping[datetime, float] | None, closed: set[date],
    begin: datetime, by: Actor, at: datetime,
) -> bool:  # fmt: skip
    """Whether this theme's alert is new."""
    if len(came) < EXAMPLES:
        return False
    zone = begin.tzinfo
    start, end = begin.replace(tzinfo=None), at.astimezone(zone).replace(tzinfo=None)
    start = max(start, min(exposure)) if exposure else start
    walls = (moment.astimezone(zone).replace(tzinfo=None) for moment in came.values())
    counted = Counter(Step.DAY.begin(wall) for wall in walls if wall >= start)
    series = Series.of(Step.DAY, counted, begin=start, end=end, days_off=closed, exposure=exposure)
    alerts, _ = watch(series, WORDY if about == About.WORDS else RULE, last=JUDGED)
    lasting = next((one for one in reversed(alerts) if one.end is None), None)
    if lasting is None:
        return False
    begun = lasting.since.replace(tzinfo=zone)
    examples = sorted((case for case, moment in came.items() if moment >= begun), reverse=True)[:EXAMPLES]
    row = ThemeAlert(
        about=about, key=key[:200], name=_named(about, key)[:200], since=begun, count=int(lasting.count),
        expected=lasting.expected, evidence=min(lasting.evidence, 1e9), examples=examples,
        by_orders=exposure is not None,
    )  # fmt: skip
    with transaction.atomic():
        return ThemeAlert.objects.raise_or_keep(row, by=by, at=at)


def _first(at: datetime) -> datetime:
    """The desk's first complaint: before it nothing was counted."""
    return Case.objects.filter(FAILURES).aggregate(first=Min("received_at"))["first"] or at


def _closed(first: date, last: date) -> set[date]:
    calendar, day, found = house_calendar(), first, set()
    while day <= last:
        if not calendar.openings_on(day) and day.weekday() < 5:  # noqa: PLR2004 -- a weekday on which the house is closed
            found.add(day)
        day += timedelta(days=1)
    return found


def _named(about: str, key: str) -> str:
    """A theme in the words of the desk."""
    if about == About.FAILURE:
        return LABELS[Kind.FAILURE].get(key, key).capitalize()
    if about == About.CAUSE:
        cause = tree().get(key)
        return (cause.path if cause else key).capitalize()
    return f"“{key}”" if about == About.WORDS else key.capitalize()
