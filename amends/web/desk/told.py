"""What stands above the lanes of Today: unanswered alarms, what one is asked to do, news of themes, and that one is away."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from django.db import connection

from amends.lessons.alert import ThemeAlert
from amends.lessons.news import ThemeNews
from amends.people.absence import Absence
from amends.people.person import Role
from amends.problems.nudge import Nudge
from amends.problems.problem import Problem
from amends.safety.alarm import Alarm

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person

#: So many of each at most.
MOST: Final = 25
# One statement: these are seldom there, and the page is asked for all day.
_TOLD: Final = """
(SELECT 'harm' AS kind, a.id, NULL::bigint, a.words, '', a.raised_at, NULL::timestamptz, a.drill, 0, 0::float FROM amends_alarm a
 LEFT JOIN amends_case c ON c.id = a.case_id
 WHERE a.over_at IS NULL AND a.answered_at IS NULL AND (NOT %(agent)s OR c.id IS NULL OR NOT c.restricted
   OR c.owner_id = %(person)s OR EXISTS (SELECT FROM amends_page g WHERE g.alarm_id = a.id AND g.person_id = %(person)s))
 ORDER BY a.id LIMIT %(most)s)
UNION ALL
(SELECT 'nudge', n.id, n.problem_id, p.title, n.about, n.due_at, NULL, FALSE, 0, 0 FROM amends_nudge n
 JOIN amends_problem p ON p.id = n.problem_id WHERE n.person_id = %(person)s AND n.over_at IS NULL
 ORDER BY n.raised_at DESC, n.id DESC LIMIT %(most)s)
UNION ALL
(SELECT 'news', w.id, w.theme_id, t.name, '', t.since, NULL, FALSE, t.count, t.expected FROM amends_themenews w
 JOIN amends_themealert t ON t.id = w.theme_id WHERE w.person_id = %(person)s AND w.seen_at IS NULL
   AND t.over_at IS NULL AND t.problem_id IS NULL AND t.put_aside_at IS NULL
 ORDER BY t.evidence DESC, w.id LIMIT %(most)s)
UNION ALL
(SELECT 'away', b.id, NULL, '', '', b.starts_at, b.ends_at, FALSE, 0, 0 FROM amends_absence b
 WHERE b.person_id = %(person)s AND b.cancelled_at IS NULL AND b.starts_at <= %(at)s AND (b.ends_at IS NULL OR b.ends_at > %(at)s)
 ORDER BY b.id LIMIT 1)
"""


@dataclass(slots=True)
class Told:
    """What one person is told; the rows hold what the page shows of them, and no more."""

    harms: list[Alarm] = field(default_factory=list)
    nudges: list[Nudge] = field(default_factory=list)
    news: list[ThemeNews] = field(default_factory=list)
    away: Absence | None = None


def told(person: Person, *, at: datetime) -> Told:
    """Unanswered alarms of what this person may see or is woken for, what they are asked to do, themes they have not seen.

    And whether they are marked as away at that moment.
    """
    found = Told()
    with connection.cursor() as cursor:
        cursor.execute(_TOLD, {"person": person.pk, "agent": person.role == Role.AGENT, "most": MOST, "at": at})
        for kind, pk, of, words, about, since, until, drill, count, expected in cursor.fetchall():
            if kind == "harm":
                found.harms.append(Alarm(pk=pk, words=words, drill=drill, raised_at=since))
            elif kind == "nudge":
                found.nudges.append(Nudge(pk=pk, problem=Problem(pk=of, title=words), about=about, due_at=since))
            elif kind == "away":
                found.away = Absence(pk=pk, starts_at=since, ends_at=until)
            else:
                theme = ThemeAlert(pk=of, name=words, count=count, expected=expected, since=since)
                found.news.append(ThemeNews(pk=pk, theme=theme))
    return found
