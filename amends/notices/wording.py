"""The words of a notice: what stands between braces is filled in for each, and what a notice lacks is said before it goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from django.conf import settings

from amends.advice.beside import SEVERITIES
from amends.blanks.blank import BLANK, OF_A_CASE
from amends.cases.case import Severity
from amends.cases.ending import Refused
from amends.coach import Unreadable, review
from amends.coach.promising import covered, promises_in
from amends.deadlines.ruling import coach_policy
from amends.drafts.context import Context
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.coach import Review
    from amends.problems.problem import Problem

#: How the coach names a notice, by what it is for.
STAGES: Final = {"tell": "notice", "update": "update", "follow_up": "follow_up"}
#: Blanks that every notice may use; the others are the columns of the lists.
OWN = ("name", "what_happened", "course", "next_news", "status_page", "their_page")


@dataclass(frozen=True, slots=True)
class NoticeRead:
    """What a notice lacks, as sentences, whoever writes it; and what the coach says of it as one recipient reads it."""

    lacks: Sequence[str]
    review: Review

    @property
    def sentences(self) -> list[str]:
        """All that speaks against it."""
        blocks = [one.why for one in self.review.findings if one.level == "block"]
        return [*self.lacks, *dict.fromkeys(blocks)]


def read_as_notice(
    words: str,
    problem: Problem,
    *,
    promise: str,
    sender: str,
    at: datetime,
    kind: str = "tell",
    promise_due: datetime | None = None,
    safety: bool = False,
) -> NoticeRead:
    """The coach's review of a notice as one made-up recipient gets it, and the parts that no notice may lack, before anybody does.

    What each recipient gets is read again as it is written, with their own facts (`notices.reading`).
    """
    said = _lacking(words, problem) if kind == "tell" else []
    bound = promises_in(BLANK.sub("it", words), said_at=at, zone=HOUSE.time_zone)
    left = [one for one in bound if not covered(one, [promise] if promise else [])]
    said += [f"This promises something that is not recorded with it: “{one.words}”" for one in left]
    zone = ZoneInfo(HOUSE.time_zone)
    news = f"{problem.next_news_at.astimezone(zone):%A %d %B at %H:%M}" if problem.next_news_at else ""
    known = {
        "name": OF_A_CASE["name"], "what_happened": problem.what_happened, "course": problem.course, "next_news": news,
        "status_page": settings.BASE_URL, "their_page": settings.BASE_URL,
    }  # fmt: skip
    text = BLANK.sub(lambda blank: known.get(blank[1], OF_A_CASE["order"]), words)
    context = Context(
        stage=STAGES[kind], severity=SEVERITIES[Severity(problem.severity)], sender=sender, now=at.astimezone(zone),
        flags=frozenset({"safety"} if safety or problem.safety_at else ()), customer_name=OF_A_CASE["name"],
        fault="established" if problem.cause in {"known", "removed"} else "", quote_not_before=promise_due,
    )  # fmt: skip
    try:
        return NoticeRead(said, review(f"{text.rstrip()}\n\n{sender}", context, house=coach_policy(at)))
    except Unreadable as refusal:
        raise Refused(str(refusal)) from refusal


def _lacking(words: str, problem: Problem) -> list[str]:
    """What the first word of a problem may not lack, in sentences."""
    said = []
    if "{what_happened}" not in words:
        said.append("It does not say what happened: put {what_happened} where the two sentences belong.")
    if problem.course and "{course}" not in words:
        said.append("It brings no solution: put {course} where what we do about it belongs.")
    if not problem.course and not (problem.next_news_at and "{next_news}" in words):
        said.append("It brings neither a solution nor the time of the next news: put {next_news} in.")
    return said
