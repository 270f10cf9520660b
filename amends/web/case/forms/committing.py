"""Promises in what we write or say: rows that record them with it, and what to say of a sentence that promises unrecorded."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from amends.advice.advice import HeldBack
from amends.cases.ending import Refused
from amends.messages.committing import Commitment, UnrecordedPromise
from amends.messages.writing import Reply
from amends.promises.promise import Kind
from amends.web.case.forms.advised import Shown
from amends.web.case.forms.dating import HURRIED, Dated
from amends.web.case.forms.dating import LONGEST as LONGEST_REASON
from amends.web.case.forms.form import CaseForm, Moment, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from amends.coach import Review
    from amends.coach.promising import Found
    from amends.people.person import Person

#: So many promises at once, of so many characters each; more than anybody makes in one mail.
MOST, LONGEST = 20, 2000
#: The number of the row that is there to be copied.
SPARE = 999
PART = re.compile(r"promise-(\d{1,3})-(words|due|kind|hurried|found|none)")
_UNRECORDED = "These words promise something that is not on record yet. Say by when, or that it is no promise."
_HELD = "The coach holds this back. Put right what stands below, or say why it must go as it is."
_READ = "The coach would have something put right. Read what stands below; to send it as it is, press again."
_BACKED = "A promise on this case was broken. Name the lead who answers for the next one."
_WHEN = Moment("By when", future=True)
#: Fields in which its writer speaks to the house and not to the customer.
_ASIDE = ("sure", "alone")


@dataclass(slots=True)
class Row:
    """One promise as it was typed. `found`: the sentence was found in the words; `none`: its writer says it is no promise.

    `when` is `due` read on the writer's clock, once it was checked; `error` says why it could not be. `hurried` is why an
    early date is promised all the same; `date` what is shown of the date that would hold.
    """

    index: int
    words: str = ""
    due: str = ""
    kind: str = Kind.DEED
    hurried: str = ""
    found: bool = False
    none: bool = False
    when: datetime | None = None
    error: str = ""
    date: Dated | None = None

    @classmethod
    def read(cls, source: Mapping[str, Any], index: int) -> Row:
        """The row of this number among what was typed or kept."""
        part = {name: str(source.get(f"promise-{index}-{name}") or "") for name in ("words", "due", "kind", "hurried")}
        kind = part["kind"] if part["kind"] in Kind.values else Kind.DEED
        found, none = (bool(source.get(f"promise-{index}-{name}")) for name in ("found", "none"))
        words = part["words"].replace("\x00", "").strip()[:LONGEST]
        hurried = part["hurried"].replace("\x00", "").strip()[:LONGEST_REASON]
        return cls(index, words, part["due"][:40], kind, hurried, found=found, none=none)

    @classmethod
    def of(cls, found: Found, index: int) -> Row:
        """The row that asks about a sentence of ours."""
        return cls(index, found.words, typed(found.due), found.kind, found=True, when=found.due)

    @property
    def part(self) -> str:
        """What the names of its fields begin with."""
        return f"promise-{self.index}-"

    @property
    def blank(self) -> bool:
        """Whether nobody wrote anything in it."""
        return not self.words and not self.due

    @property
    def binds(self) -> bool:
        """Whether it is a promise."""
        return not self.none

    @property
    def kinds(self) -> list[tuple[str, str, bool]]:
        """What a promise can be, with the one that this is."""
        return [(value, label, value == self.kind) for value, label in Kind.choices]

    def check(self, now: datetime) -> None:
        """Read its time; `error` says in a sentence what it lacks."""
        if self.none:
            return
        if not self.words:
            self.error = "Write what is promised, or empty the row."
        elif not self.due:
            self.error = "Say by when, or that it is no promise." if self.found else "Say by when."
        else:
            try:
                self.when = _WHEN.at(_WHEN.clean(self.due), now)
            except ValidationError as refusal:
                self.error = refusal.messages[0]


def typed(moment: datetime | None) -> str:
    """The moment as a field for date and time holds it, on the reader's clock."""
    return f"{timezone.localtime(moment):%Y-%m-%dT%H:%M}" if moment else ""


def rows_in(source: Mapping[str, Any]) -> list[Row]:
    """The rows among what was typed or kept, without the blank ones."""
    numbers = sorted({int(part[1]) for key in source if (part := PART.fullmatch(key))})[:MOST]
    return [row for number in numbers if not (row := Row.read(source, number)).blank]


def parts_of(source: Mapping[str, Any]) -> dict[str, str]:
    """The rows as a draft keeps them."""
    kept: dict[str, str] = {}
    for row in rows_in(source):
        marks = {name: "on" for name in ("found", "none") if getattr(row, name)}
        texts = {"words": row.words, "due": row.due, "kind": str(row.kind), "hurried": row.hurried, **marks}
        kept |= {f"promise-{row.index}-{name}": text for name, text in texts.items() if text}
    return kept


@dataclass(slots=True)
class Said:
    """What a form says of promises: those to record, and the sentences that are none."""

    promises: list[Commitment] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)


class CoachedForm(CaseForm):
    """A form whose letter the coach reads before it goes: what it holds back goes with a reason, if it is a person's own letter.

    One of the desk's own, which a person reads and sends, needs none: it goes once they have read what is said of just these words.
    """

    #: Whether the coach holds it back: what is sent, and not what was said.
    coached: ClassVar[bool] = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.review: Review | None = None
        self.mark = ""
        if self.coached and self.is_bound:
            self.fields["sure"] = Words("Why it must go as it is", rows=2, most=2000)

    @property
    def advice(self) -> Shown | None:
        """What the coach says of a letter that it held back."""
        return None if self.review is None else self.shown_of(self.review)

    def shown_of(self, found: Review) -> Shown:
        """As the page shows it, beside what was typed."""
        return Shown.of(found, str(self.data.get("words", "")).replace("\r\n", "\n"))

    @property
    def read_mark(self) -> str:
        """With which a letter of the desk goes when it is sent once more as it is."""
        return self.mark if self.review else ""

    @property
    def sure_reason(self) -> forms.BoundField | None:
        """Where the reason goes, once the coach has held it back."""
        return self["sure"] if self.review and "sure" in self.fields else None

    @property
    def sure(self) -> str:
        """Why it goes although the coach holds it back."""
        return str(self.cleaned_data.get("sure") or "")

    def of_the_desk(self, words: str, said: Said, *, seen: int | None = None) -> Reply:
        """One of the desk's own letters, with what it promises."""
        self.mark = mark_of(words)
        read = self.data.get("read") == self.mark
        return Reply(words=words, seen=seen, promises=said.promises, unmarked=said.unmarked, held=False, read=read)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It goes; what the coach says of it comes back with it where that holds it back."""
        try:
            return self.send(by=by, at=at)
        except HeldBack as refusal:
            self.review = refusal.review
            raise Refused(_HELD if refusal.sure else _READ) from refusal

    def send(self, *, by: Person, at: datetime) -> object:
        """The one call of the domain."""
        raise NotImplementedError


def mark_of(words: str) -> str:
    """By which the desk knows that somebody has read what the coach says of just these words."""
    return sha256(" ".join(words.split()).encode()).hexdigest()[:20]


class PromisingForm(CoachedForm):
    """A form whose words may bind us. After a broken promise on the case it asks for the lead who answers for the next."""

    promising: ClassVar[bool] = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found: Sequence[Found] = ()
        self.rows = rows_in(self.data if self.is_bound else self.initial)
        if self.dossier.needs_lead:
            self.fields["backed_by"] = lead_field(self.dossier.leads)

    @property
    def shown(self) -> list[Row]:
        """The rows on the page: what was typed, and what was found; while nothing is asked, an empty one."""
        begin = max((row.index for row in self.rows), default=-1) + 1
        asked = [Row.of(one, begin + number) for number, one in enumerate(self.found)]
        empty = [] if asked or self.errors else [Row(begin)]
        return [self.dated(row) for row in (*self.rows, *asked, *empty)]

    def dated(self, row: Row) -> Row:
        """The row with the date that would hold for it."""
        row.date = self.dossier.dated(row.kind, self.name, part=row.part, due=row.when or row.due, why=row.hurried)
        return row

    @property
    def spare(self) -> Row:
        """The row that a script copies for one more."""
        return self.dated(Row(SPARE))

    @property
    def unfolded(self) -> bool:
        """Whether the rows are to be seen at once."""
        return bool(self.rows or self.found or self.errors.get("backed_by"))

    @property
    def lead(self) -> forms.BoundField | None:
        """The lead who answers for what is promised, where one must."""
        return self["backed_by"] if "backed_by" in self.fields else None

    def clean(self) -> dict[str, Any]:
        """Each promise has its time, and its lead where one must answer for it; what the words no longer say is dropped."""
        clean = super().clean()
        texts = self.read_through(clean)
        self.rows = [row for row in self.rows if not row.found or _says(texts, row.words)]
        for row in self.rows:
            row.check(self.dossier.at)
            self._weigh(row)
        if any(row.error for row in self.rows):
            self.add_error(None, "A promise below still lacks something.")
        if self.lead and not clean.get("backed_by") and any(row.binds for row in self.rows):
            self.add_error("backed_by", _BACKED)
        return clean

    def _weigh(self, row: Row) -> None:
        """A date that is missing is filled in with the one that would hold; an early one lacks its reason."""
        date = self.dated(row).date
        if row.none or date is None:
            return
        if row.words and not row.due and date.use:
            row.due, row.error = date.use, f"{row.error.rstrip('.')}: the date that would hold is filled in."
        elif date.early and not row.hurried:
            row.error = HURRIED

    def read_through(self, clean: Mapping[str, Any]) -> list[str]:
        """The words in which promises are looked for."""
        return [text for name, text in clean.items() if isinstance(text, str) and name not in _ASIDE]

    def said(self) -> Said:
        """What its writer says of promises."""
        lead = self.dossier.lead(self.cleaned_data.get("backed_by"))
        return Said(
            [
                Commitment(words=row.words, due=row.when, kind=row.kind, backed_by=lead, hurried=row.hurried)
                for row in self.rows
                if row.binds and row.when
            ],
            [row.words for row in self.rows if row.none],
        )

    def send(self, *, by: Person, at: datetime) -> object:
        """It is said, with what it promises; what it promises unrecorded comes back as rows to fill in."""
        try:
            return self.say(self.said(), by=by, at=at)
        except UnrecordedPromise as refusal:
            self.found = refusal.found
            raise Refused(_UNRECORDED) from refusal

    def say(self, said: Said, *, by: Person, at: datetime) -> object:
        """The one call of the domain."""
        raise NotImplementedError


def lead_field(leads: Iterable[tuple[int, str]]) -> forms.TypedChoiceField:
    """The lead who answers for the next promise."""
    return forms.TypedChoiceField(
        label="Lead who answers for it",
        coerce=int,
        empty_value=None,
        required=False,
        choices=[("", "Choose a lead"), *leads],
        help_text="A promise on this case was broken: the next one needs a name that stands for it.",
    )


def _says(texts: Iterable[str], sentence: str) -> bool:
    sought = " ".join(sentence.split())
    return any(sought in " ".join(text.split()) for text in texts)
