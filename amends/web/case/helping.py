"""What helps whoever answers: that the words are read before it is seen who wrote, what may be borne in mind, saved replies."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from amends.cases.stages import Stage
from amends.consents.consent import OFFER
from amends.readings.reading import Kind, untriaged
from amends.web.case.timeline import riding

if TYPE_CHECKING:
    from amends.cases.case import Case
    from amends.web.case.forms.reading import ReadAs
    from amends.web.case.timeline import Item, Timeline

_SAVED = """
SELECT jsonb_build_object('pk', s.id, 'title', s.title) FROM amends_savedreply s
WHERE s.retired_at IS NULL ORDER BY s.title, s.id LIMIT 200
"""
_CONSENTS = """
SELECT jsonb_build_object('pk', k.id, 'yes', k.yes, 'words', k.words, 'said', k.said, 'via', k.via, 'at', k.answered_at,
  'here', k.case_id = amends_case.id) FROM amends_consent k JOIN amends_case kc ON kc.id = k.case_id
WHERE kc.customer_id = amends_case.customer_id AND k.withdrawn_at IS NULL ORDER BY k.id
"""
_ALARMS = """
SELECT jsonb_build_object('pk', a.id, 'words', CASE WHEN a.case_id IS NULL OR a.case_id = amends_case.id THEN a.words END,
  'at', a.raised_at, 'answered', a.answered_at IS NOT NULL, 'speaks', p.name, 'own', coalesce(a.case_id = amends_case.id, FALSE),
  'problem', b.title, 'problem_id', b.id)
FROM amends_alarm a LEFT JOIN amends_person p ON p.id = a.spokesperson_id LEFT JOIN amends_problem b ON b.id = a.problem_id
WHERE (a.case_id = amends_case.id OR a.problem_id IN (SELECT problem_id FROM amends_affected WHERE case_id = amends_case.id))
  AND a.over_at IS NULL AND NOT a.drill
ORDER BY (a.case_id = amends_case.id) DESC NULLS LAST, a.spokesperson_id IS NULL, a.case_id IS NOT NULL, a.id
"""
_REPORTS = """
SELECT jsonb_build_object('alarm', a.id, 'due_at', t.due_at) FROM amends_report t JOIN amends_alarm a ON a.id = t.alarm_id
JOIN amends_deadline w ON w.id = t.deadline_id WHERE w.case_id = amends_case.id AND t.ended_at IS NULL ORDER BY t.due_at, t.id
"""
#: What may be put into a reply beside the saved ones: help, offered without a guess.
HELP: Final = "help"


def helped_by() -> dict[str, Any]:
    """The columns that ride on the case."""
    return {
        "alarm_rows": riding(_ALARMS),
        "report_rows": riding(_REPORTS),
        "saved_rows": riding(_SAVED),
        "consent_rows": riding(_CONSENTS),
        "untriaged_now": untriaged("pk"),
    }


class Helping:
    """For one case; nothing is read that did not come with it."""

    def __init__(self, case: Case, timeline: Timeline) -> None:
        self.case, self.timeline = case, timeline

    @property
    def alarm(self) -> dict[str, Any] | None:
        """The alarm that stands, `own` or that of a problem it is of: somebody may come to harm, and the routine rests.

        What a customer said on another case is not shown here; then `words` is None.
        """
        rows = self.case.alarm_rows  # type: ignore[attr-defined]
        return next(({**row, "at": datetime.fromisoformat(row["at"])} for row in rows), None)

    @property
    def report(self) -> dict[str, Any] | None:
        """The report to a regulator that is due first and was neither made nor spared."""
        rows = self.case.report_rows  # type: ignore[attr-defined]
        return next(({**row, "due_at": datetime.fromisoformat(row["due_at"])} for row in rows), None)

    @property
    def saved(self) -> list[dict[str, Any]]:
        """Saved replies, by title."""
        rows: list[dict[str, Any]] = self.case.saved_rows  # type: ignore[attr-defined]
        return rows

    @property
    def offer(self) -> str:
        """Words that offer help and ask before anything is noted."""
        return OFFER

    @property
    def untriaged(self) -> bool:
        """Whether nobody has looked yet at what their words read as, nor asked who wrote them."""
        return self.case.stage == Stage.NEW and bool(self.case.untriaged_now)  # type: ignore[attr-defined]

    @property
    def first_reading(self) -> ReadAs | None:
        """The first reading on this page of the line."""
        return next((item.reading for item in self.timeline.items if item.reading), None)

    @property
    def untaken(self) -> Item | None:
        """The message with the newest reading, while something they say in it is not on the case yet."""
        item = next((item for item in self.timeline.items if item.newest_read), None)
        return item if item and item.reading and item.reading.left else None

    @cached_property
    def consents(self) -> list[dict[str, Any]]:
        """What this customer answered when asked whether we may note what helps them; `here`: on this case."""
        rows = self.case.consent_rows  # type: ignore[attr-defined]
        return [{**row, "at": datetime.fromisoformat(row["at"])} for row in rows]

    @property
    def minded(self) -> list[dict[str, Any]]:
        """What they let us bear in mind."""
        return [row for row in self.consents if row["yes"]]

    @property
    def care_unasked(self) -> bool:
        """Whether their words say that they may need care, and no answer to an offer of help is on record here."""
        labels = (label for item in self.timeline.items if item.reading for label in item.reading.labels)
        flagged = any(label.kind == Kind.FLAG and label.name == "vulnerable" and label.acts for label in labels)
        return self.case.is_open and flagged and not any(row["here"] for row in self.consents)
