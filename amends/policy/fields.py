"""What may stand in a pack: how each value is read, with a plain sentence for what is wrong, and the fields of each row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from amends.policy import pack, words
from amends.policy.document import Listing, Mistake, Node, Table, Unreadable, Value
from amends.policy.pack import Money, Span
from amends.policy.words import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from enum import Enum

#: Three letters of a currency and nothing else; the amount may stand before or after it.
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?")
_AMOUNT: Final = re.compile(r"([+-]?[\d.]+)\s*(.*)")
_SLOT: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_NOTHING: Final = frozenset({"", "~", "null"})
_FLAGS: Final = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(slots=True)
class Notes:
    """The mistakes found so far."""

    mistakes: list[Mistake] = field(default_factory=list)

    def wrong(self, node: Node, sentence: str) -> None:
        """Add a mistake at this place; returns nothing, as does every reader that found one."""
        self.mistakes.append(Mistake(node.line, node.column, sentence))


if TYPE_CHECKING:
    Reader = Callable[[Node, Notes], Any]


def is_nothing(node: Node) -> bool:
    """Whether a value was left empty."""
    return isinstance(node, Value) and not node.quoted and node.text in _NOTHING


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at the nearest known word, or the list of them if none is near."""
    known = sorted(known)
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else f"known are: {', '.join(known)}"


def text(node: Node, notes: Notes) -> str | None:
    """Words, on one line or several; blanks at both ends are cut off."""
    if isinstance(node, Unreadable):
        return None
    if not isinstance(node, Value):
        notes.wrong(node, f"this must be text, not {_what(node)}")
        return None
    if is_nothing(node) or not node.text.strip():
        notes.wrong(node, "this is empty; write some text")
        return None
    return node.text.strip()


def flag(node: Node, notes: Notes) -> bool | None:
    """True or false, also written yes and no."""
    written = _written(node, notes, "true or false")
    if written is None or written in _FLAGS:
        return _FLAGS.get(written or "")
    notes.wrong(node, f"{written!r} is neither true nor false")
    return None


def day(node: Node, notes: Notes) -> date | None:
    """A date written as 2026-12-31."""
    written = _written(node, notes, "a date such as 2026-12-31")
    try:
        return None if written is None else date.fromisoformat(written)
    except ValueError:
        notes.wrong(node, f"{written!r} is not a date; write one such as 2026-12-31")
        return None


def number(node: Node, notes: Notes) -> Decimal | None:
    """A number that is not negative, exactly as written."""
    written = _written(node, notes, "a number")
    if written is None:
        return None
    if not _NUMBER.fullmatch(written):
        notes.wrong(node, f"{written!r} is not a number")
        return None
    if written.startswith("-"):
        notes.wrong(node, f"{written} is negative, which nothing in a pack can be")
        return None
    return Decimal(written)


def whole(node: Node, notes: Notes) -> int | None:
    """A whole number that is not negative."""
    found = number(node, notes)
    if found is not None and found != found.to_integral_value():
        notes.wrong(node, f"{found} is not a whole number")
        return None
    return None if found is None else int(found)


def probability(node: Node, notes: Notes) -> Decimal | None:
    """A number above 0 and below 1."""
    found = number(node, notes)
    if found is not None and not 0 < found < 1:
        notes.wrong(node, f"{found} is not a probability; write one above 0 and below 1, such as 0.90")
        return None
    return found


def span(node: Node, notes: Notes) -> Span | None:
    """An amount of time such as "15 business days"; never negative and never none."""
    written = _written(node, notes, "an amount of time such as 3 business days")
    if written is None:
        return None
    parts = _AMOUNT.fullmatch(written)
    if parts is None:
        notes.wrong(node, f"{written!r} is not an amount of time; write one such as 3 business days")
        return None
    amount, words = parts[1], " ".join(parts[2].split())
    unit = next((unit for unit in Unit if words in (unit.value, unit.value.removesuffix("s"))), None)
    if not words:
        notes.wrong(node, f"{written} has no unit; write one such as {amount.lstrip('+-')} business days")
    elif unit is None:
        notes.wrong(node, f"the unit {words!r} is not known; {nearest(words, [unit.value for unit in Unit])}")
    if amount.startswith("-"):
        notes.wrong(node, f"{written} is negative; time to do something cannot be")
    elif not amount.isdigit() or not int(amount):
        notes.wrong(node, f"{amount} is not a whole number above nought; for a part of a unit use a smaller one")
    elif unit is not None:
        return Span(int(amount), unit)
    return None


def money(node: Node, notes: Notes) -> Money | None:
    """An amount and its currency, such as "50.00 GBP"; never negative."""
    written = _written(node, notes, "an amount of money such as 50.00 GBP")
    if written is None:
        return None
    amounts = [part for part in written.split() if _NUMBER.fullmatch(part)]
    currencies = [part for part in written.split() if _CURRENCY.fullmatch(part)]
    if len(amounts) != 1 or len(written.split()) != len(amounts) + len(currencies):
        notes.wrong(node, f"{written!r} is not an amount of money; write one such as 50.00 GBP")
        return None
    if amounts[0].startswith("-"):
        notes.wrong(node, f"{written} is negative; nobody may give less than nothing")
        return None
    if len(currencies) != 1:
        notes.wrong(node, f"{written} has no currency; write one such as {amounts[0]} GBP")
        return None
    return Money(Decimal(amounts[0]), currencies[0])


def one_of(listed: type[Enum], what: str) -> Reader:
    """A reader of one word of this list; a list of whole numbers is read by its names."""
    known = {(str(word.value) if isinstance(word.value, str) else word.name.lower()): word for word in listed}

    def read(node: Node, notes: Notes) -> Enum | None:
        written = _written(node, notes, what)
        if written is None or written in known:
            return known.get(written or "")
        notes.wrong(node, f"{written!r} is no {what}; {nearest(written, known)}")
        return None

    return read


def some(reader: Reader) -> Reader:
    """A reader of a list of such values, or of a single one; the same value twice is a mistake."""

    def read(node: Node, notes: Notes) -> tuple[Any, ...] | None:
        if isinstance(node, Unreadable):
            return None
        if isinstance(node, Table):
            notes.wrong(node, "this must be a list, not a table")
            return None
        found: list[Any] = []
        for item in node.items if isinstance(node, Listing) else [node]:
            value = reader(item, notes)
            if value is not None and value in found:
                notes.wrong(item, f"{getattr(item, 'text', 'this')!r} stands in this list twice")
            elif value is not None:
                found.append(value)
        return tuple(found)

    return read


def template(node: Node, notes: Notes) -> str | None:
    """Text with slots such as {reference}."""
    written = text(node, notes)
    if written is None:
        return None
    stray = _SLOT.sub("", written)
    if "{" in stray or "}" in stray:
        notes.wrong(node, "there is a brace that is no slot; a slot is a name in small letters such as {reference}")
        return None
    return written


def _written(node: Node, notes: Notes, wanted: str) -> str | None:
    if isinstance(node, Unreadable):
        return None
    if isinstance(node, Value) and node.text.strip() not in _NOTHING:
        return node.text.strip()
    notes.wrong(node, f"this must be {wanted}, not {_what(node)}")
    return None


def _what(node: Node) -> str:
    if isinstance(node, Listing):
        return "a list"
    return "a table of names and values" if isinstance(node, Table) else "empty"


REQUIRED: Final = object()


class Part(NamedTuple):
    """How a field is read, and what it is if it is left out."""

    read: Reader
    default: Any = REQUIRED


class Section(NamedTuple):
    """What the rows of a section become, and their own fields."""

    row: type[pack.Row]
    parts: Mapping[str, Part]


_channels: Final = some(one_of(words.Channel, "channel"))
_severities: Final = Part(some(one_of(words.Severity, "severity")), ())
_products: Final = Part(some(text), ())
_due: Final = one_of(words.Due, "thing that can be due")
_since: Final = one_of(words.Since, "moment to count from")

HEAD: Final[Mapping[str, Part]] = {
    "name": Part(text),
    "version": Part(text),
    "jurisdiction": Part(text),
    "source": Part(text),
    "valid_from": Part(day),
    "valid_to": Part(day, None),
    "advice": Part(text),
    "recheck_by": Part(day),
    "recheck": Part(some(text)),
    "products": _products,
    "queues": Part(some(text), ()),
    "verify": Part(flag, False),
    "note": Part(text, ""),
}

ROW: Final[Mapping[str, Part]] = {
    "name": Part(text),
    "kind": Part(one_of(words.Kind, "kind of row")),
    "source": Part(text),
    "about": Part(text),
    "valid_from": Part(day, None),
    "valid_to": Part(day, None),
    "verify": Part(flag, False),
    "note": Part(text, ""),
}

BLOCK: Final[Mapping[str, Part]] = {
    "name": Part(text),
    "text": Part(template),
    "required": Part(flag, True),
    "choice": Part(text, ""),
    "says": Part(some(text), ()),
}

SECTIONS: Final[Mapping[str, Section]] = {
    "severities": Section(pack.Grade, {"severity": Part(one_of(words.Severity, "severity"))}),
    "cadence": Section(
        pack.Cadence,
        {
            "severities": _severities,
            "within": Part(span),
            "warn": Part(span, None),
            "since": Part(_since, words.Since.LAST_UPDATE),
        },
    ),
    "presets": Section(pack.Preset, {"within": Part(span)}),
    "deadlines": Section(
        pack.Limit,
        {
            "due": Part(_due),
            "within": Part(span, None),
            "promptly": Part(flag, False),
            "since": Part(_since),
            "ends": Part(one_of(words.Ends, "moment to end at"), words.Ends.SAME_TIME),
            "closed_day": Part(one_of(words.ClosedDay, "rule for a closed day"), words.ClosedDay.STANDS),
            "warn": Part(span, None),
            "climb": Part(span, None),
            "tell": Part(some(one_of(words.Told, "one to tell"))),
            "severities": _severities,
            "products": _products,
            "exceptional": Part(flag, False),
            "only_if": Part(text, ""),
            "letter": Part(text, ""),
        },
    ),
    "short_routes": Section(
        pack.ShortRoute,
        {
            "deadline": Part(text),
            "acceptance": Part(flag),
            "oral": Part(flag, False),
            "register": Part(flag, True),
            "letter": Part(text, ""),
        },
    ),
    "channels": Section(
        pack.Rung,
        {
            "severities": _severities,
            "value_from": Part(money, None),
            "crowd_from": Part(whole, None),
            "matters": Part(some(one_of(words.Matter, "matter")), ()),
            "first": Part(_channels),
            "not_first": Part(_channels, ()),
            "reason_needed": Part(flag, False),
        },
    ),
    "authority": Section(
        pack.Band,
        {
            "role": Part(one_of(words.Role, "role")),
            "failures": Part(some(one_of(words.Failure, "type of failure")), ()),
            "severities": _severities,
            "per_case": Part(money),
            "per_customer": Part(money),
            "per_period": Part(money),
            "period": Part(span),
        },
    ),
    "matches": Section(
        pack.Match,
        {
            "failures": Part(some(one_of(words.Failure, "type of failure"))),
            "place": Part(one_of(words.Place, "place")),
            "remedies": Part(some(one_of(words.Remedy, "kind of remedy"))),
        },
    ),
    "effort": Section(
        pack.EffortLimit, {"asks": Part(one_of(words.Effort, "thing asked of a customer")), "at_most": Part(whole)}
    ),
    "retention": Section(
        pack.Retention,
        {
            "records": Part(text),
            "within": Part(span),
            "since": Part(_since),
            "products": _products,
            "legal_hold": Part(flag, True),
        },
    ),
    "quoting": Section(
        pack.Quote,
        {
            "severities": _severities,
            "circumstance": Part(one_of(words.Circumstance, "circumstance"), words.Circumstance.ORDINARY),
            "probability": Part(probability),
        },
    ),
    "duties": Section(pack.Obligation, {"duty": Part(one_of(words.Duty, "duty")), "products": _products}),
    "referrals": Section(
        pack.Referral,
        {"body": Part(text), "within": Part(span, None), "since": Part(_since), "say": Part(some(text))},
    ),
    "independence": Section(pack.Independence, {"stage": Part(_due), "after": Part(some(_due))}),
    "outcomes": Section(pack.Outcome, {"group": Part(text)}),
    "wording": Section(pack.Wording, {"avoid": Part(some(text)), "prefer": Part(some(text), ())}),
    "numbers": Section(pack.Number, {"value": Part(number), "unit": Part(text)}),
    "causes": Section(
        pack.CauseRow,
        {"failures": Part(some(one_of(words.Failure, "type of failure")), ()), "under": Part(text, "")},
    ),
    "letters": Section(pack.Letter, {"serves": Part(_due)}),
}
