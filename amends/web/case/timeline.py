"""The conversation and the deeds as one line of time: at most a page of it, the newest last."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, JSONField, Q
from django.db.models.expressions import RawSQL

from amends.journal.entry import Entry
from amends.messages.delivery import State
from amends.messages.message import Message
from amends.web.case.forms.reading import ReadAs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.db.models import QuerySet

    from amends.cases.case import Case

PAGE = 100
#: Deeds whose message or note stands on the line itself.
_SHOWN_OTHERWISE = (
    "message.received", "message.written", "message.recorded", "message.acknowledged", "note.written",
    "delivery.bounced", "delivery.failed", "delivery.uncertain", "message.auto_replied", "concern.addressed",
    "followup.mailed", "followup.called", "reading.taken",
)  # fmt: skip
#: A message is folded after about so many characters or lines; a run of deeds when it is longer than this.
_FOLD_CHARACTERS, _FOLD_LINES, _FOLD_DEEDS = 1100, 16, 4
_WAITING = {State.QUEUED, State.CLAIMED, State.HANDING_OVER}

_DELIVERIES = """
SELECT jsonb_build_object('pk', d.id, 'address', d.address, 'state', d.state, 'because', d.because,
  'maybe_twice', d.maybe_twice, 'sent_at', d.sent_at, 'next_try_at', d.next_try_at, 'tries', d.tries)
FROM amends_delivery d WHERE d.message_id = amends_message.id ORDER BY d.id
"""
_FILES = """
SELECT jsonb_build_object('pk', f.id, 'name', f.name, 'size', b.size)
FROM amends_attachment f JOIN amends_blob b ON b.sha256 = f.blob_id
WHERE f.message_id = amends_message.id ORDER BY f.id
"""
_READING = """
SELECT jsonb_build_object('pk', r.id, 'labels', r.labels, 'language', r.language, 'checked', r.checked_at IS NOT NULL,
  'corrections', (SELECT jsonb_agg(jsonb_build_array(c.kind, c.label, c.holds, c.intensity) ORDER BY c.id) FROM amends_correction c
    WHERE c.reading_id = r.id), 'taken', (SELECT jsonb_agg(jsonb_build_object('pk', t.id, 'place', t.place, 'made', t.made,
    'due', d.due_at, 'open', d.met_at IS NULL AND d.void_at IS NULL)) FROM amends_taken t
    LEFT JOIN amends_deadline d ON d.id = t.deadline_id WHERE t.reading_id = r.id))
FROM amends_reading r WHERE r.message_id = amends_message.id
"""
_CHASED = "EXISTS(SELECT 1 FROM amends_chase c WHERE c.message_id = amends_message.id)"
_ROWS = ArrayField(JSONField())

_REPLY = re.compile(r"^(?:\s*(?:re|aw|fwd?|wg)\s*:)+", re.IGNORECASE)

Cursor = tuple[datetime, int, int]


def riding(rows: str, *values: object) -> RawSQL:
    """The rows of a small table as a list of dicts, riding on the statement that reads what they belong to.

    They are written out: composed anew for each page by the ORM, they cost several times what they take to run.
    """
    return RawSQL(f"ARRAY({rows})", values, output_field=_ROWS)  # noqa: S611 - the text is ours, the values are apart


@dataclass(slots=True)
class Item:
    """One thing on the line. `rank` orders what happened at the same moment: what was said, notes, then deeds.

    `newest_read`: theirs is the newest reading on the page, which the keys are about.
    """

    kind: str
    at: datetime
    rank: int
    pk: int
    row: Any
    opening: str = ""
    rest: str = ""
    subject: str = ""
    deliveries: list[dict[str, Any]] = field(default_factory=list)
    reading: ReadAs | None = None
    newest_read: bool = False

    @property
    def cursor(self) -> Cursor:
        """Its place on the line."""
        return self.at, self.rank, self.pk


@dataclass(slots=True)
class Run:
    """Deeds in a row; folded when there are many."""

    deeds: list[Item]
    kind: str = "deeds"

    @property
    def folded(self) -> bool:
        """Whether they are many."""
        return len(self.deeds) > _FOLD_DEEDS


@dataclass(slots=True)
class Timeline:
    """A page of the line. `older` leads to the page before it; `every_message` holds all of the case's, if they are few."""

    items: list[Item]
    older: str
    every_message: list[Message] | None

    @classmethod
    def read(cls, case: Case, *, before: str = "") -> Timeline:
        """The last page, or the one that ends before the cursor. Three statements, however much there is."""
        cursor = read_cursor(before)
        sources: tuple[tuple[Callable[[Any], Item], QuerySet[Any], str, int], ...] = (
            (_message, _messages(case), "said_at", 0),
            (_note, case.notes.select_related("written_by").defer("found_by"), "written_at", 1),
            (_deed, _deeds(case), "at", 2),
        )
        found: list[Item] = []
        for make, rows, column, rank in sources:
            kept = rows.filter(_earlier(cursor, column, rank)) if cursor else rows
            found += [make(row) for row in kept.order_by(f"-{column}", "-pk")[: PAGE + 1]]
        found.sort(key=lambda item: item.cursor)
        messages = [item.row for item in found if item.kind == "message"]
        every = messages if len(messages) <= PAGE and not cursor else None
        newest = next((item for item in reversed(found) if item.reading), None)
        if newest and not cursor:
            newest.newest_read = True  # the keys are its
        items = found[-PAGE:]
        older = write_cursor(items[0].cursor) if len(found) > PAGE else ""
        return cls(items, older, every)

    @property
    def messages(self) -> list[Message]:
        """Those of its items that are messages."""
        return [item.row for item in self.items if item.kind == "message"]

    @property
    def runs(self) -> list[Item | Run]:
        """The items, with deeds in a row taken together."""
        runs: list[Item | Run] = []
        for item in self.items:
            if item.kind != "deed":
                runs.append(item)
            elif runs and isinstance(runs[-1], Run):
                runs[-1].deeds.append(item)
            else:
                runs.append(Run([item]))
        return runs


def _messages(case: Case) -> QuerySet[Message]:
    return (
        case.messages.select_related("author")
        .defer("found_by", "sent_text")
        .annotate(
            delivery_rows=riding(_DELIVERIES),
            file_rows=riding(_FILES),
            reading_rows=riding(_READING),
            chased=RawSQL(_CHASED, [], output_field=BooleanField()),  # noqa: S611 - the text is ours
        )
    )


def _deeds(case: Case) -> QuerySet[Entry]:
    return Entry.objects.filter(chain=case.pk).exclude(deed__in=_SHOWN_OTHERWISE).defer("hash")


def _message(row: Message) -> Item:
    opening, rest = fold(row.text)
    deliveries = [_delivery(delivery) for delivery in row.delivery_rows]  # type: ignore[attr-defined]
    subject = "" if _bare(row.subject) == _bare(row.case.subject) else row.subject
    reading = next((ReadAs.of(one) for one in row.reading_rows), None)  # type: ignore[attr-defined]
    return Item("message", row.said_at, 0, row.pk, row, opening, rest, subject, deliveries, reading)


def _bare(subject: str) -> str:
    """Without the marks of a reply, which say nothing new below a case of the same name."""
    return _REPLY.sub("", subject).strip().casefold()


def _delivery(row: dict[str, Any]) -> dict[str, Any]:
    moments = {name: datetime.fromisoformat(row[name]) if row[name] else None for name in ("sent_at", "next_try_at")}
    mood = "waiting" if row["state"] in _WAITING else row["state"]
    return {**row, **moments, "mood": mood, "label": State(row["state"]).label}


def _note(row: Any) -> Item:
    opening, rest = fold(row.words)
    return Item("note", row.written_at, 1, row.pk, row, opening, rest)


def _deed(row: Entry) -> Item:
    return Item("deed", row.at, 2, row.pk, row)


def fold(text: str) -> tuple[str, str]:
    """What is shown at once of a text, and the rest; a text that is only a little longer is shown whole."""
    rows = text.split("\n")
    if len(text) <= _FOLD_CHARACTERS * 1.3 and len(rows) <= _FOLD_LINES * 1.3:
        return text, ""
    opening = "\n".join(rows[:_FOLD_LINES])
    if len(opening) > _FOLD_CHARACTERS:
        cut = max(opening.rfind(" ", 0, _FOLD_CHARACTERS), opening.rfind("\n", 0, _FOLD_CHARACTERS))
        opening = opening[: cut if cut > _FOLD_CHARACTERS // 2 else _FOLD_CHARACTERS]
    return opening.rstrip(), text[len(opening) :].strip("\n")


def _earlier(cursor: Cursor, column: str, rank: int) -> Q:
    at, its_rank, pk = cursor
    earlier = Q(**{f"{column}__lt": at})
    if rank < its_rank:
        return earlier | Q(**{column: at})
    return earlier | Q(**{column: at, "pk__lt": pk}) if rank == its_rank else earlier


def write_cursor(cursor: Cursor) -> str:
    """As it stands in an address."""
    at, rank, pk = cursor
    return f"{at.timestamp():.6f}-{rank}-{pk}"


def read_cursor(words: str) -> Cursor | None:
    """The cursor in an address; None for one that is none."""
    stamp, _, rest = words.partition("-")
    rank, _, pk = rest.partition("-")
    try:
        return datetime.fromtimestamp(float(stamp), UTC), int(rank), min(int(pk), 2**62)
    except (ValueError, OverflowError, OSError):
        return None


def newer_than(items: Iterable[Item], seen: int | None) -> set[int]:
    """The keys of the messages that came since the reader last looked."""
    return {item.pk for item in items if item.kind == "message" and seen is not None and item.pk > seen}
