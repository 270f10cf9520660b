"""Days, times and amounts of money that a text names, each with its place. Not reckoned into dates: that needs a clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from amends.texts.sentences import plainly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:mon|tue|wed|thur|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?"
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|a\s+few|a\s+couple\s+of|couple\s+of)"
#: What stands first in each of the patterns looks for the letters it can begin with; so the rest is tried at few places.
_DATE = re.compile(
    rf"(?=[\dtjfmasondlbucyewi])\b(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|(?<![£$€\d.,/])\d{{1,2}}/\d{{1,2}}(?![/\d])"
    rf"|(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b\.?(?:,?\s+\d{{4}})?"
    rf"|(?!may\s+\d+\s*%){_MONTH}\.?\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s*(?:%|people|times|days|weeks))(?:,?\s+\d{{4}})?"
    rf"|(?:the|by|on)\s+\d{{1,2}}(?:st|nd|rd|th)\b(?!\s+(?:time|floor|call|email|attempt|birthday|order|one|visit|person|day))"
    rf"|(?:(?:last|next|this|every|on|since|until|by|for|from)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b(?:\s+(?:morning|afternoon|evening|night|week))?"
    rf"|(?:last|next|this|since|on|by)\s+{_DAY}\b"
    rf"|(?:last|next|this)\s+(?:week|month|year|weekend|night|morning|spring|summer|autumn|winter|christmas|easter|{_MONTH})\b"
    rf"|yesterday|today|tomorrow|tonight|(?:christmas|easter|boxing\s+day|thanksgiving|new\s+year's?)\b(?:\s+(?:eve|day))?"
    rf"|{_COUNT}\s+(?:days?|weeks?|months?|years?|hours?)\s+(?:ago|later|before)"
    rf"|(?:since|in|last|until|by)\s+{_MONTH}\b(?:\s+\d{{4}})?)",
)
_CODES = (
    r"(?:gbp|usd|eur|cad|aud|nzd|ngn|inr|rs|naira|rupees?|pounds?|quid|dollars?|bucks|euros?|pence|cents|lakhs?|grand)"
)
_MONEY = re.compile(
    rf"(?=[£$€₦₹\dringueachtfs])(?:(?P<mark>[£$€₦₹]|\b(?:rs|inr|usd|gbp|eur|ngn|us\$|a\$|c\$)\.?\s?)\s?(?P<sum>\d[\d,]{{0,15}}(?:\.\d{{1,2}})?)(?P<times>\s?k\b|\s?(?:million|lakhs?)\b)?"
    rf"|(?<![\w.])(?P<sum2>\d[\d,]{{0,15}}(?:\.\d{{1,2}})?)\s?(?P<times2>k\s)?(?P<code>{_CODES}\b|[£€₦₹])"
    rf"|\b(?P<words>(?:a\s+)?(?:hundred|thousand|fifty|twenty|thirty|forty|sixty|ten|five|eighty|ninety)(?:\s+(?:hundred|thousand))?)\s+(?P<code2>{_CODES})\b)",
)
_CURRENCY = {"£": "GBP", "$": "USD", "€": "EUR", "₦": "NGN", "₹": "INR", "rs": "INR", "rupee": "INR", "rupees": "INR", "pound": "GBP",
             "pounds": "GBP", "quid": "GBP", "dollar": "USD", "dollars": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR",
             "naira": "NGN", "us$": "USD", "a$": "AUD", "c$": "CAD", "pence": "GBP", "lakh": "INR", "lakhs": "INR"}  # fmt: skip


#: The first two letters of the words that a day, or a sum, can begin with beside a figure.
DATE_BEGINS = frozenset(
    """
    ja fe ma ap ju au se oc no de mo tu we th fr sa su by on la ne ev si un fo in ye to ch ea bo a an tw fi ei ni te co
    """.split()  # noqa: SIM905 - read better as a text
)
MONEY_BEGINS = frozenset(
    {"a", "c", "us", "rs", "in", "gb", "eu", "ng", "hu", "th", "fi", "fo", "tw", "si", "te", "ei", "ni"}
)


def matches(pattern: re.Pattern[str], text: str, at: Iterable[int] | None = None) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` finds, where it can begin at no other than these places, which are in order."""
    if at is None:
        yield from pattern.finditer(text)
        return
    until = 0
    for place in at:
        if place >= until and (match := pattern.match(text, place)):
            yield match
            until = match.end()


@dataclass(frozen=True, slots=True)
class Named:
    """`text[start:end] == words`. An amount has its number and, where the text tells it, the currency's code."""

    kind: Literal["date", "amount"]
    words: str
    start: int
    end: int
    number: Decimal | None = None
    currency: str = ""


def lowered(text: str) -> str:
    """The text in lower case with every letter in its place; a pattern reads it several times faster than in both cases."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(letter.lower()[:1] for letter in text)


def dates(text: str, at: Iterable[int] | None = None) -> list[Named]:
    """Every day or stretch of days named: "3 May", "last Tuesday", "two weeks ago", "12/03".

    `at` says where figures and words of `DATE_BEGINS` stand, for one who knows.
    """
    return [
        Named("date", text[match.start() : match.end()], *match.span())
        for match in matches(_DATE, lowered(plainly(text)), at)
    ]


def amounts(text: str, at: Iterable[int] | None = None) -> list[Named]:
    """Every amount of money named: "£46", "USD 1,200.50", "200 pounds", "Rs. 5000".

    `at` says where figures, marks of money and words of `MONEY_BEGINS` stand, for one who knows.
    """
    found = []
    for match in matches(_MONEY, lowered(plainly(text)), at):
        figures = (match["sum"] or match["sum2"] or "").replace(",", "")
        times = 1000 if (match["times"] or match["times2"] or "").strip().lower() == "k" else 1
        mark = (match["mark"] or match["code"] or match["code2"] or "").strip().rstrip(".").lower()
        number = Decimal(figures) * times if figures else None
        currency = _CURRENCY.get(mark, mark.upper() if len(mark) == 3 else "")  # noqa: PLR2004 - a code has three letters
        found.append(Named("amount", text[match.start() : match.end()], *match.span(), number, currency))
    return found
