"""A sentence cut into clauses: who does it, when, and whether it is denied, asked or only supposed; and which way a word points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from amends.texts.sentences import plainly

if TYPE_CHECKING:
    from collections.abc import Iterator

Tense = Literal["past", "present", "future", ""]

_CUT = re.compile(
    r"\s*(?:[;:()]|,(?=\s)|\s-{1,2}\s)\s*"
    r"|\s+(?=(?:but|although|though|because|whereas|while|whilst|unless|until|however|if|when|after|before|so that|which|who)\b)"
    r"|\s+(?=(?:and|or|so)\s+(?:i|we|you|he|she|they|it|the|my|our|your|there|nobody|no one|please)\b)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:(?P<i>i|i'(?:m|ve|ll|d))|(?P<we>we|we'(?:re|ve|ll|d)|us)|(?P<you>you|you'(?:re|ve|ll|d)|y'all)"
    r"|(?P<it>it|it'(?:s|ll|d)|this|that|there)|(?P<they>he|she|they|(?:he|she|they)'(?:s|re|ve|ll|d)|somebody|someone|nobody|no one"
    r"|everyone|anybody|anyone)|(?P<thing>(?:the|my|our|your|his|her|their|a|an|one|another|some|any|no)\s+[\w'-]+))\b"
    r"|(?P<name>[A-Z][\w'-]+)(?=\s+(?:will|would|is|was|has|had|can|could|\w+s|\w+ed)\b)",
)
_FUTURE = re.compile(
    r"\b(?:will|won't|shall|shan't|\w+'ll|going\s+to|gonna|about\s+to|(?:is|are|am|'m|'re|'s)\s+(?:to|due\s+to|expected\s+to)\b)",
    re.IGNORECASE,
)
_SOON = re.compile(
    r"\b(?:am|'m|is|'s|are|'re)\s+(?:\w+ly\s+)?\w+ing\b.*\b(?:tomorrow|tonight|today|on\s+\w+day|next|this\s+\w+|by|at|in)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|wasn't|weren't|had|hadn't|did|didn't|(?:has|have|hasn't|haven't|\w+'ve)\s+(?:\w+\s+){0,2}\w+|(?:he|she|it)'s\s+(?:been|got|gone|\w+ed)"
    r"|used\s+to|went|came|got|said|told|took|gave|made|sent|rang|bought|paid|left|lost|broke|found|felt|put|saw|spent|kept|fell"
    r"|wrote|spoke|thought|knew|held|brought|became|began|caught|threw|stood|hit|cut|let)\b"
    r"|\b(?!(?:need|feed|speed|indeed|proceed|exceed|succeed|bed|red|shed|seed|embed)\b)\w{2,}ed\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:am|is|are|isn't|aren't|do|does|don't|doesn't|can|can't|cannot|must|\w+'(?:m|re)|(?:it|that|he|she|there)'s|\w+s)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|no|none|nobody|no\s*one|nothing|neither|nor|without|hardly|barely|cannot|\w+n't|(?:do|did|does|ca|wo|is|was|has|have|are|were|would|could|should)nt)\b",
    re.IGNORECASE,
)
#: These deny in form only: "not only", "no wonder", "why not", "nothing but".
_NOT_DENIED = re.compile(
    r"\b(?:not\s+(?:only|just|to\s+mention|least)|no\s+(?:wonder|doubt|matter)|why\s+(?:not|don't)|nothing\s+(?:but|short)|can't\s+help)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"^\W*(?:if|unless|in\s+case|should\s+(?:you|the|it)|suppose|what\s+if|whether|or\s+(?:else|i))\b", re.IGNORECASE
)
#: A denial reaches so many words on, and not past the end of its clause.
_REACH = 6

_TOWARDS = re.compile(
    r"\b(?:to|over\s+to|across\s+to|onto|for|with|into|join(?:ing|ed)?|try(?:ing)?|choos(?:e|ing)|us(?:e|ing))\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|away\s+from|off|out\s+of|leaving|left|quit(?:ting)?)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """`text[start:end] == words`. `subject` is "i", "we", "you", "it", "they", the noun or name itself, or "" where none stands."""

    words: str
    start: int
    end: int
    subject: str
    tense: Tense
    denied: bool
    asked: bool
    supposed: bool


def clauses(text: str, start: int = 0, end: int | None = None) -> list[Clause]:
    """The clauses of one sentence, `text[start:end]`, in order."""
    end = len(text) if end is None else end
    plain = plainly(text[start:end])
    asked = plain.rstrip().endswith("?")
    found = []
    for begin, stop in _cut(plain):
        words = plain[begin:stop]
        found.append(
            Clause(
                text[start + begin : start + stop], start + begin, start + stop, _subject(words), tense(words),
                denied=_denies(words), asked=asked, supposed=_SUPPOSED.match(words) is not None,
            )
        )  # fmt: skip
    return found


def _cut(plain: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for cut in [*_CUT.finditer(plain), None]:
        stop = cut.start() if cut else len(plain)
        words = plain[begin:stop]
        if words.strip():
            lead = len(words) - len(words.lstrip())
            yield begin + lead, begin + len(words.rstrip())
        begin = cut.end() if cut else stop


def _subject(words: str) -> str:
    lowered = (
        words[:1].lower() + words[1:]
        if re.match(r"(?:The|My|Our|Your|It|This|That|There|We|You|He|She|They|A|An|Nobody|No|One)\b", words)
        else words
    )
    found = _SUBJECT.search(re.sub(r"\bI\b", "i", lowered))
    if found is None:
        return ""
    kind = found.lastgroup or ""
    return found[0] if kind in {"name", "thing"} else kind


def tense(words: str) -> Tense:
    """The tense of the clause's verb; "" where none is seen. "Am calling tomorrow" is future."""
    if _FUTURE.search(words) or _SOON.search(words):
        return "future"
    if _PAST.search(words):
        return "past"
    return "present" if _PRESENT.search(words) else ""


def _denies(words: str) -> bool:
    return _DENIED.search(_NOT_DENIED.sub(" ", words)) is not None


def denied(text: str, at: int) -> bool:
    """Whether the word at this offset stands in the reach of a denial: a few words behind one, in the same clause."""
    plain = plainly(text)
    begin = max(0, at - 120)
    before = plain[begin:at]
    cuts = [cut.end() for cut in _CUT.finditer(before)] + [stop.end() for stop in re.finditer(r"[.!?]\s", before)]
    before = _NOT_DENIED.sub(" ", before[max(cuts, default=0) :])
    last = None
    for last in _DENIED.finditer(before):  # noqa: B007 - the last one counts
        pass
    return last is not None and len(before[last.end() :].split()) < _REACH


def direction(text: str, at: int) -> Literal["to", "from", ""]:
    """Which way the words before this offset point: "switch to X" is "to", "switched from X" and "leaving X" are "from"."""
    before = plainly(text)[max(0, at - 60) : at]
    away, towards = _FROM.search(before), _TOWARDS.search(before)
    if away and towards:  # "leaving you for X": the nearer word decides
        return "to" if towards.start() > away.start() else "from"
    return "from" if away else "to" if towards else ""
