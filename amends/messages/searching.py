"""Where words were said: messages and notes, newest first, at a cost that has a ceiling however common the word.

An index of words gives its finds in no order, and ten thousand of them must not be fetched to show the newest twenty-five.
So the newest messages are read first, which is enough for a word people use often; only for a word that is rare among them
is the index asked, and of what it finds no more than `MOST_FOUND` are looked at.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.contrib.postgres.search import SearchQuery
from django.db import connection

from amends.notes.note import Note
from amends.people.person import Role

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from amends.people.person import Person

NEWEST = 3000
MOST_FOUND = 5000
#: As much of a text as a snippet is cut from.
READ = 20_000

_SQL = """
WITH q AS (SELECT websearch_to_tsquery('simple', %(words)s) AS query),
recent AS MATERIALIZED (
  SELECT id FROM (
    SELECT id, found_by FROM amends_message WHERE id < %(before)s ORDER BY id DESC LIMIT %(newest)s
  ) newest WHERE found_by @@ (SELECT query FROM q) ORDER BY id DESC LIMIT %(most)s
), older AS MATERIALIZED (
  SELECT id FROM amends_message
  WHERE (SELECT count(*) FROM recent) < %(most)s AND id < %(before)s
    AND found_by @@ websearch_to_tsquery('simple', %(words)s) LIMIT %(most_found)s
), hits AS MATERIALIZED (SELECT id FROM recent UNION SELECT id FROM older ORDER BY id DESC LIMIT %(most)s)
SELECT m.id, c.reference, c.subject, c.stage, u.name, m.direction, m.channel, m.said_at, left(m.text, %(read)s),
  NOT (%(sees_all)s OR NOT c.restricted OR c.owner_id IS NOT DISTINCT FROM %(person)s)
FROM hits JOIN amends_message m ON m.id = hits.id JOIN amends_case c ON c.id = m.case_id
JOIN amends_customer u ON u.id = c.customer_id
ORDER BY m.id DESC
"""


class Find(NamedTuple):
    """One message that holds the words. `hidden` is set when its case is not for this person to see."""

    id: int
    reference: str
    subject: str
    stage: str
    customer: str
    direction: str
    channel: str
    said_at: datetime
    text: str
    hidden: bool


def said(words: str, *, to: Person, most: int, before: int | None = None) -> list[Find]:
    """The newest `most` messages that hold all the words (those recorded before the one numbered `before`, if given).

    Quotes, `or` and `-` work as people expect. One statement.
    """
    if not _asks(words):
        return []
    values: dict[str, str | int] = {
        "words": words, "before": before or 2**62, "newest": NEWEST, "most": most, "most_found": MOST_FOUND,
        "read": READ, "sees_all": to.role != Role.AGENT, "person": to.pk,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_SQL, values)
        return [Find(*row) for row in cursor.fetchall()]


def noted(words: str, *, most: int) -> QuerySet[Note]:
    """The newest notes that hold all the words, with their cases."""
    if not _asks(words):
        return Note.objects.none()
    query = SearchQuery(words, config="simple", search_type="websearch")
    found = Note.objects.filter(found_by=query).order_by().values("pk")[:MOST_FOUND]
    return Note.objects.filter(pk__in=found).select_related("case__customer", "written_by").order_by("-pk")[:most]


def _asks(words: str) -> bool:
    """Whether it asks for any word at all; "not this" alone would be everything else."""
    return any(word[0].isalnum() or word[0] == '"' for word in words.split())
