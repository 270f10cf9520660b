"""One box for references, customers, and everything that was said or noted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.db.models import Prefetch
from django.shortcuts import redirect
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from amends.cases.case import Case
from amends.cases.references import tidy
from amends.cases.stages import Stage
from amends.customers.address import Address
from amends.customers.customer import Channel, Customer
from amends.messages.searching import noted, said
from amends.people.may import may
from amends.web.door import DeskRequest, desk, page
from amends.web.rows import case_url
from amends.web.wording import moment_words

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpResponse

    from amends.messages.searching import Find
    from amends.notes.note import Note

SHOWN = 25
FEW = 8
LONGEST = 200
#: Characters shown before and after the first find.
BEFORE, AFTER = 70, 170


@dataclass(frozen=True, slots=True)
class Hit:
    """One find, in words."""

    id: str
    url: str
    customer: str
    subject: str
    stage: str
    stage_words: str
    who: str
    when: str
    snippet: SafeString


@desk
@require_safe
def search(request: DeskRequest) -> HttpResponse:
    """What the words lead to; a reference leads straight to its case."""
    words = words_of(request)
    if (reference := tidy(words)) and Case.objects.visible_to(request.user).filter(reference=reference).exists():
        return redirect(case_url(reference))
    before = number(request.GET.get("before", ""))
    finds = said(words, to=request.user, most=SHOWN + 1, before=before)
    next_url = "?" + urlencode({"q": words, "before": finds[SHOWN - 1].id}) if len(finds) > SHOWN else ""
    context = {
        "q": words,
        "customers": [] if before else customers(words),
        "hits": [_hit(find, words, request.at) for find in finds[:SHOWN] if not find.hidden],
        "notes": [] if before else _notes(words, request),
        "next_url": next_url,
        "first_url": "?" + urlencode({"q": words}) if before else "",
    }
    return page(request, "desk/search.html", context)


def customers(words: str) -> list[Customer]:
    """A few customers of that name or address, each with its standing addresses as `ways`."""
    ways = Prefetch("addresses", Address.objects.standing(), to_attr="ways")
    return list(Customer.objects.sought(words).prefetch_related(ways).order_by("name", "pk")[:FEW])


def _hit(find: Find, words: str, now: datetime) -> Hit:
    who = "we wrote" if find.direction == "out" else "they wrote"
    if find.channel in {Channel.PHONE, Channel.VISIT}:
        who = f"in a {Channel(find.channel).label}" if find.channel == Channel.VISIT else "on the phone"
    return Hit(
        f"message-{find.id}", f"{case_url(find.reference)}#message-{find.id}", find.customer or "The customer",
        find.subject, find.stage, Stage(find.stage).label, who, moment_words(find.said_at, now), snippet(find.text, words),
    )  # fmt: skip


def _notes(words: str, request: DeskRequest) -> list[Hit]:
    seen = [note for note in noted(words, most=FEW) if may(request.user, "see", note.case)]
    return [_note(note, words, request.at) for note in seen]


def _note(note: Note, words: str, now: datetime) -> Hit:
    case = note.case
    return Hit(
        f"note-{note.pk}", f"{case_url(case.reference)}#note-{note.pk}", case.customer.spoken_name, case.subject,
        case.stage, Stage(case.stage).label, f"noted by {note.written_by.name}", moment_words(note.written_at, now),
        snippet(note.words, words),
    )  # fmt: skip


def snippet(text: str, words: str) -> SafeString:
    """The surroundings of the first find, with every find in them marked; whatever the text holds is escaped."""
    text = " ".join(text.split())
    wanted = [word for word in re.findall(r"\w+", words) if word.lower() != "or"]
    pattern = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in wanted) or r"(?!)", re.IGNORECASE)
    first = pattern.search(text)
    start = max(0, first.start() - BEFORE) if first else 0
    if start:
        start = text.find(" ", start) + 1 or start
    end = min(len(text), (first.end() if first else 0) + AFTER)
    if end < len(text):
        end = max(text.rfind(" ", start, end), first.end() if first else 0) or end
    part, done, out = text[start:end], 0, ["… " if start else ""]
    for found in pattern.finditer(part):
        out += [escape(part[done : found.start()]), "<mark>", escape(found.group()), "</mark>"]
        done = found.end()
    return mark_safe("".join([*out, escape(part[done:]), " …" if end < len(text) else ""]))  # noqa: S308 - each part is escaped


def words_of(request: DeskRequest) -> str:
    """What is sought, in one line of bearable length."""
    return " ".join(request.GET.get("q", "").replace("\x00", "").split())[:LONGEST]


def number(words: str) -> int | None:
    """The number in an address, if it is one that a key can have."""
    return int(words) if words.isascii() and words.isdigit() and len(words) < 19 else None  # noqa: PLR2004
