"""Who keeps a commitment: the writer, we, or the one who is named. English only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.coach.promises.people import NAME, PARTICIPLE, ROLE
from amends.drafts.cue import late

if TYPE_CHECKING:
    from collections.abc import Callable

_FROM = late(
    r"\b(?:(?:hear|have|get|receive|[Ee]xpect|[Ll]ook out|[Ww]atch out|call|text|e-?mail|letter|message|note|word"
    r"|news|answer)\b[^.;]{0,40}?"
    r" from|(?:count|rely|depend) on|[Ll]eave (?:\w+ ){1,3}with) (?P<who>me"
    r"|us|[A-Z][\w'-]+|(?:my|our) [\w-]+(?: [\w-]+)?)"
)
#: A name, and where in our house it is at work.
_PLACED = late(
    rf"(?P<who>{NAME})\s(?:in|from|at|of|on|with|over)(?:\s(?!(?:I|we|it|they|you|he|she|that|this|and|but|so)\b)[\w'&-]{{1,20}}){{1,4}}\s*$",
    re.IGNORECASE,
)
#: Who does what will be done.
_BY = late(
    rf"\b(?:be|gets?|being)\s+(?:[a-z]+ly\s+)?{PARTICIPLE}[^.;]{{0,40}}?\sby\s(?P<who>{NAME}|our\s[\w-]+(?:\sin\s[\w-]+)?|{ROLE})",
    re.IGNORECASE,
)
_WILL, _IS = late(r"'ll\b|\b(?:will|shall|going to|(?:wo|sha)n't)\b"), late(r"'(?:m|re)\b|\b(?:am|is|are)\b")
_SUBJECT = late(
    r"(?P<i>\bI\b|\bmy (?:next|own)\b)|(?P<we>\bwe\b)|(?P<name>\b(?!(?:It|This|That|These|Those|There|What|Which"
    r"|Who|You"
    r"|Your|Nothing|The|Our|My|And|But|Then|So|If|As|On|At|By|In|From|When|Until|Since|For|After|Before|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Please|Thank|Thanks|Sorry|Let|Otherwise|Dear|Hi|Hello|Today|Tomorrow|Tonight|He|She|They|We|I"
    r"|Someone|Somebody|Nobody|Everyone|Anything|Everything|Next|Nine|Every|Each|A|An|No|Not|Once|Within|Either|One|Two"
    r"|Three|Keep|Leave|Back|Look|Watch|Expect|Count|Give|Don't|Rest|Bear)\b)(?-i:(?:(?:Mr|Mrs|Ms|Miss"
    r"|Dr)\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?))|(?P<they>\b(?:he|she|they)\b)"
    rf"|(?P<role>{ROLE}"
    r"|\bour [\w-]+(?=\s*$))"
    r"|(?P<nobody>\b(?:someone|somebody)\b(?: (?:in|from) (?:the |our )?[\w-]+)?)",
    re.IGNORECASE,
)


def keeper(words: str, sender: str, named: Callable[[], str]) -> str:
    """The writer's name, "we", or whoever is said to do it; whom "she" means says `named`."""
    heard = _FROM.search(words)
    if heard:
        who = heard["who"]
        return {"me": sender or "I", "us": "we"}.get(who, who)
    will = _WILL.search(words) or _IS.search(words)
    before = words[: will.start()] if will else words[:60]
    said = _BY.search(words) or _PLACED.search(before[-120:])
    if said:
        return said["who"]
    found = None
    for found in _SUBJECT.finditer(before):  # noqa: B007 - the nearest one before the verb
        pass
    if found is None:
        ours = will or re.match(r"\W*(?:it|this|that|your|the)\b", words, re.IGNORECASE)
        return "we" if ours and not re.search(r"\bmy\b", words) else (sender or "I")
    if found["i"]:
        return sender or "I"
    if found["they"]:
        return named() or found["they"].lower()
    return "we" if found["we"] else found[0].removesuffix("'s")


def named_before(said: str, start: int, last: str) -> str:
    """The last name in the two sentences before, else the one named `last`."""
    for found in _SUBJECT.finditer(said, max(0, start - 250), start):
        if found["name"] and found["name"][:1].isupper():
            last = found["name"]
    return last
