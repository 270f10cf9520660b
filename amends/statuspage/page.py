"""What the public is told of a problem: a title, posts in the customer's words, and nothing about any person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db import connection, models, transaction
from django.db.models import Q
from procrastinate.contrib.django import app

from amends.cases.ending import Refused
from amends.cases.references import tidy
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.problems.decision import ensure_telling
from amends.problems.problem import Problem
from amends.statuspage.subscriber import StatusMail

if TYPE_CHECKING:
    from datetime import datetime

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.\w+")
_NUMBER = re.compile(r"(?:\+|\b0)\d(?:[ ()/-]?\d){7,}")
_NAMED = """SELECT name FROM amends_affected WHERE problem_id = %s AND length(name) > 4
  AND position(lower(name) IN lower(%s)) > 0 LIMIT 1"""


class How(models.TextChoices):
    """How far we are, as a customer would ask."""

    LOOKING = "looking", "We are finding out what happened"
    KNOWN = "known", "We know what happened"
    MENDING = "mending", "We are putting it right"
    RIGHT = "right", "It is put right"


class PostManager(models.Manager["StatusPost"]):
    """How the public is told."""

    @transaction.atomic
    def publish(self, words: str, *, how: str, by: Person, at: datetime, title: str = "") -> StatusPost:
        """The post is public as soon as the files are written, and goes to whoever asked for updates by mail.

        Raises Refused before it was decided to tell, and for words with an address, a number, a case or the name of somebody
        affected in them. `title` is the problem in the customer's words, kept for the posts that follow.
        """
        check(by, "work")
        problem: Problem = self.instance  # type: ignore[attr-defined]
        ensure_telling(problem)
        before = self.order_by("-posted_at", "-pk").first()
        title = " ".join(title.split()) or (before.title if before else "")
        if not words.strip() or not title:
            message = "A post has a title and words, in the customer's words."
            raise Refused(message)
        _ensure_public(problem, f"{title}\n{words}")
        row = self.create(title=title[:200], words=words.strip(), how=How(how), posted_at=at, posted_by=by)
        StatusMail.objects.tell(problem, row.pk, at=at)
        record("status.posted", by=by, at=at, case_id=problem.chain, how=How(how).label, words=row.words)
        problem.said_something(at=at)
        write_soon()
        return row


class StatusPost(models.Model):
    """One post. A post is never changed: what was wrong is put right by the next."""

    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=200)
    words = models.TextField()
    how = models.CharField(max_length=8, choices=How.choices)
    posted_at = models.DateTimeField()
    posted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = PostManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words="") & ~Q(title=""), name="post_has_words"),
            models.CheckConstraint(condition=Q(how__in=How.values), name="post_how_known"),
        ]
        indexes = [models.Index(fields=["-posted_at", "-id"], name="post_newest")]

    def __str__(self) -> str:
        return self.title


def write_soon() -> None:
    """A job writes the files anew; it commits with the post."""
    app.configure_task("amends.write_status", queue="outreach").defer()


def _ensure_public(problem: Problem, words: str) -> None:
    """Nothing about any person is said to everybody."""
    if _ADDRESS.search(words) or _NUMBER.search(words):
        message = "The status page names nobody's address or number."
        raise Refused(message)
    if any(tidy(word) for word in re.findall(r"\b\w{4}-\w{4}\b", words)):
        message = "The status page names no case."
        raise Refused(message)
    with connection.cursor() as cursor:
        cursor.execute(_NAMED, [problem.pk, words])
        if (row := cursor.fetchone()) is not None:
            message = f"The status page names nobody, and {row[0]} is affected."
            raise Refused(message)
