"""What a complaint names: days, sums, order numbers, things, places, people, deadlines, and what the writer wants."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from amends.texts.named import DATE_BEGINS, MONEY_BEGINS, amounts, dates, lowered, matches
from amends.texts.sentences import plainly

if TYPE_CHECKING:
    from decimal import Decimal

    from amends.triage.saying import Saying

_ORDER = re.compile(
    r"\b(?:order|booking|reference|ref|ticket|case|invoice|account|policy|claim|tracking|reservation|flight"
    r"|complaint|customer|contract|confirmation|sr|pnr)"
    r"s?\.?\s*(?:number|no|nr|id|ref|code|ending(?:\s+in)?)?\.?\s*(?:is"
    r"|was)?\s*[:#]?\s*#?(?P<it>[a-z]{0,5}[-/]?\d[\w/-]{1,20})",
)
_THING = """
    phone mobile laptop tablet router kettle toaster oven cooker hob fridge freezer washing machine dishwasher boiler
    heater radiator sofa chair chairs table bed mattress cot pram buggy wardrobe shelf lamp mirror blinds curtains
    carpet door window tap shower toilet car van bike tyre brakes dress suit shoes boots coat bag suitcase luggage watch
    ring necklace camera television tv printer charger power bank battery card cake flowers bouquet meal pizza curry
    soup breakfast dinner food box parcel package letter ticket tickets seat room cabin flight train broadband wifi
    internet line sim app website account policy subscription membership mortgage loan refund deposit prescription
    tablets medication glasses lenses haircut photo photos album tent pan trampoline toy hat jacket jumper screen
    headphones speaker drill mower
"""
_THINGS = frozenset(_THING.split()) - {"washing", "power", "line", "bank"}
_OWNED = frozenset("my the your our a an this that these those two three four new of his her another one".split())  # noqa: SIM905
_NO_ATTRIBUTE = frozenset("and or was is the to in on at for with from you i we it not , . ! ?".split())  # noqa: SIM905
_PLACE = re.compile(
    r"\b(?:in|at|to|from|near|outside|your)\s+(?:the\s+)?(?P<it>(?:[A-Z][\w'-]+\s+){0,2}[A-Z][\w'-]+(?:\s+(?:branch|store|shop|station|airport|road|street|clinic|office))?"
    r"|(?:gate|terminal|room|platform|floor|flat|block|seat|stand)\s+\w{1,4}|(?:[A-Za-z]+\s+)?(?:branch|store"
    r"|clinic|depot|airport|hospital))\b"
)
_NO_PLACE = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|christmas"
    r"|easter|i\b|i'|english|google|trustpilot|facebook|twitter|whatsapp|tiktok|visa|mr|mrs|ms|dr",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:(?:mr|mrs|ms|miss|dr|prof)\.?\s+(?P<titled>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)"
    r"|(?:spoke\s+(?:to|with)|speaking\s+to|told\s+by|called|named|thanks\s+to|colleague|agent|advisor|manager"
    r"|driver|engineer|met|by)\s+(?P<named>[A-Z][a-z'-]+(?:\s[A-Z][a-z'-]+)?)"
    r"|(?P<doing>[A-Z][a-z]{2,})\s+(?:from\s+your|in\s+your|at\s+your|told\s+me|said|promised|who\s+answered))\b",
)
_DEADLINE = re.compile(
    r"(?:\b(?:by|before|until|till|no\s+later\s+than|not\s+later\s+than)\s+(?:the\s+)?(?P<it>(?:next\s+"
    r"|this\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|noon|midnight"
    r"|the\s+weekend|(?:the\s+)?end\s+of\s+(?:the\s+)?\w+|\d{1,2}(?:st|nd|rd|th)(?:\s+(?:of\s+)?[a-z][a-z]+)?"
    r"|\d{1,2}\s+[a-z][a-z]+|[a-z][a-z]+\s+\d{1,2}|five|\d{1,2}\s?(?:am|pm)|christmas))\b"
    r"|\bwithin\s+(?:the\s+next\s+)?(?:\d{1,3}|a|an|two|three|five|seven|ten|fourteen)\s+(?:working\s+"
    r"|business\s+)?(?:hours?|days?|weeks?)\b"
    r"|\byou\s+have\s+\d{1,3}\s+(?:days|hours)\b|\b(?:exam|wedding|funeral|party|flight|surgery|operation"
    r"|interview)\s+(?:is\s+)?(?:on|at)\s+(?:the\s+)?\w+(?:\s+\w+)?)",
)
_WISH = re.compile(
    r"(?:^|(?<=[.!?;,\n]))[ \t]{0,3}(?:and\s+|so\s+|but\s+)?(?P<it>(?:please|pls|plz|kindly)\s+(?!note|see|find"
    r"|be\s+advised)[^.!?\n]{3,160}"
    r"|(?:refund|cancel|replace|send|call|fix|give|return|remove|close|reverse|reimburse|deliver|collect|sort"
    r"|stop|delete)\s+(?:me|us|my|our|it|this|them|the|back)\b[^.!?\n]{0,140})"
    r"|\b(?P<it2>(?:i|we)(?:'d|\s+would)?\s+(?:just\s+|only\s+|really\s+|still\s+)?(?:want|need|like|expect"
    r"|demand|require|ask\s+for|request|insist\s+on)\s+(?!to\s+(?:complain|know\s+why\s+i))[^.!?\n]{3,160})"
    r"|\b(?P<it3>(?:all\s+)?(?:i|we)\s+(?:want|ask|need)\s+is\s+[^.!?\n]{3,120}|(?:could|can|would)\s+(?:you"
    r"|someone|somebody)\s+(?:please\s+)?[^.!?\n]{3,120})",
)


#: The first two letters of the words that each kind can begin with: a text is gone through once, and each is tried where it may be.
_KINDS = {
    "order": {"or", "bo", "re", "ti", "tr", "ca", "cl", "co", "cu", "in", "po", "pn", "ac", "fl", "sr"},
    "place": {"in", "at", "to", "fr", "ne", "ou", "yo"},
    "person": {"mr", "ms", "mi", "dr", "pr", "sp", "to", "ca", "na", "th", "co", "ag", "ad", "ma", "en", "me", "by"},
    "deadline": {"by", "be", "un", "ti", "no", "wi", "yo", "ex", "we", "fu", "pa", "fl", "su", "op", "in"},
    "wish": {"i", "we", "al", "co", "ca", "wo"},
    "asked": {"an", "so", "but"[:2], "pl", "ki", "re", "ca", "se", "fi", "gi", "cl", "de", "co", "st"},
    "date": DATE_BEGINS,
    "amount": MONEY_BEGINS,
}
_BEGINS: dict[str, tuple[str, ...]] = {}
for _kind, _some in _KINDS.items():
    for _word in _some:
        _BEGINS[_word] = (*_BEGINS.get(_word, ()), _kind)
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"[£$€₦₹]")


@dataclass(frozen=True, slots=True)
class Specific:
    """One thing the writer names, in their words. An amount has its number, and the code of its currency where it is told."""

    kind: str
    text: str
    evidence: tuple[tuple[int, int], ...]
    number: Decimal | None = None
    currency: str = ""


def specifics_in(own: str, saying: Saying) -> tuple[Specific, ...]:
    """Everything named, in the order of the text."""
    plain = plainly(own)
    small = lowered(plain)
    at = _beginnings(plain, small)
    found = _products(own, saying)
    found += [Specific("date", own[one.start : one.end], ((one.start, one.end),)) for one in dates(own, at["date"])]
    found += [
        Specific("amount", own[one.start : one.end], ((one.start, one.end),), one.number, one.currency)
        for one in amounts(own, at["amount"])
    ]
    for kind, pattern, words_in in (
        ("order", _ORDER, small), ("place", _PLACE, plain), ("person", _PERSON, plain), ("deadline", _DEADLINE, small),
        ("wish", _WISH, small),
    ):  # fmt: skip
        for match in matches(pattern, words_in, at[kind]):
            start, end = _span(match)
            words = own[start:end].strip()
            if words and not (kind == "place" and _NO_PLACE.match(words)):
                found.append(Specific(kind, words, ((start, start + len(words)),)))
    return tuple(sorted(_once(found), key=lambda one: one.evidence[0]))


def _beginnings(plain: str, small: str) -> dict[str, list[int]]:
    """Where each kind may begin, in order."""
    at: dict[str, list[int]] = {kind: [] for kind in _KINDS}
    for match in _WORD.finditer(small):
        word = match[0][:2]
        kinds = _BEGINS.get(word, ())
        start = match.start()
        for kind in kinds:
            if kind != "asked":
                at[kind].append(start)
            else:  # a wish without "I" stands first in its clause
                first = start
                while first and start - first < 3 and small[first - 1] in " \t":  # noqa: PLR2004 - of the pattern
                    first -= 1
                if not first or small[first - 1] in ".!?;,\n":
                    at["wish"].append(first)
        if "A" <= plain[start] <= "Z" and "person" not in kinds:
            at["person"].append(start)
        if word[0].isdigit():
            at["date"].append(start)
            at["amount"].append(start)
    at["amount"] = sorted([*at["amount"], *(mark.start() for mark in _MARK.finditer(small))])
    at["wish"].sort()
    return at


def _products(own: str, saying: Saying) -> list[Specific]:
    """Things with up to two words that describe them, behind an article: "the green enamel mug"."""
    words = saying.said.split(" ")
    found = []
    at = list(accumulate([len(word) + 1 for word in words[:-1]], initial=0))
    for index in [index for index, word in enumerate(words) if word in _THINGS]:
        for back in (1, 2, 3):
            before = words[index - back] if index >= back else ""
            if before in _OWNED:
                start, end = saying.place(at[index - back + 1], at[index] + len(words[index]))
                found.append(Specific("product", own[start:end], ((start, end),)))
                break
            if before in _NO_ATTRIBUTE or not before:
                break
    return found


def _span(match: re.Match[str]) -> tuple[int, int]:
    name = match.lastgroup
    start, end = match.span(name) if name else match.span()
    return start, end


def _once(found: list[Specific]) -> list[Specific]:
    kept: dict[tuple[str, str], Specific] = {}
    for one in found:
        kept.setdefault((one.kind, one.text.lower()), one)
    return list(kept.values())
