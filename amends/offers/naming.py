"""Which of the options a customer names in a mail: "the second one, please", "option 2", or the remedy's own name.

A reading, with the words it rests on. It is put to a person, who says that it is so; nothing is ever chosen by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from amends.texts.apart import own_words
from amends.texts.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

_ORDINALS: Final = ("first|1st", "second|2nd|middle", "third|3rd|last")
_NUMBERS: Final = ("1|one", "2|two", "3|three")
_NOT: Final = re.compile(
    r"\b(?:not|never|neither|nor|none|no\s+to|rather\s+than|instead\s+of|except|what\s+(?:about|is)|why|how|which|unless|if"
    r"|useless|no\s+use)\b|n['\u2019]t\b|\?",
    re.IGNORECASE,
)
_WANTS: Final = re.compile(
    r"\b(?:please|choose|chose|take|want|prefer|like|go\s+(?:for|with)|pick|opt|option|number|no\.|accept|fine|happy|best|suits?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """The option that was named, and the sentence in which it was."""

    option: int
    words: str


def named_in(words: str, options: Mapping[int, tuple[int, str]]) -> Named | None:
    """The one option these words name, of `options`: by key, its place (1, 2, 3) and its name.

    None where none is named, more than one, or one that they ask about or do not want. What they quote of ours is not read.
    """
    found: dict[int, str] = {}
    for sentence in sentences(own_words(words)):
        said = sentence.words.strip()
        for key, (place, name) in options.items():
            if _is_named(said, place, name):
                if _NOT.search(said):
                    return None
                found.setdefault(key, said)
    if len(found) != 1:
        return None
    ((key, said),) = found.items()
    return Named(key, said)


def _is_named(said: str, place: int, name: str) -> bool:
    """Whether it is named as somebody names what they want, or by itself: "2", "the second one please"."""
    which, number = rf"(?:the\s+)?(?:{_ORDINALS[place - 1]})", rf"(?:{_NUMBERS[place - 1]})"
    counted = rf"\b(?:option|number|no\.|choice|remedy)\s*#?{number}\b"
    noun, thanks = r"(?:\s+(?:one|option|remedy|choice))?", r"\W*(?:please|thanks|thank you)?\W*"
    alone = rf"\W*(?:{which}|{number}|{counted}|{re.escape(name)}){noun}{thanks}"
    if re.fullmatch(alone, said, re.IGNORECASE):
        return True
    other = r"(?!\s+(?:two|three|time|day|week|month|line|call|mail|letter|thing)s?\b)"
    asked = rf"\bthe\s+(?:{_ORDINALS[place - 1]})\b{other}|{counted}|\b{re.escape(name)}\b"
    return bool(_WANTS.search(said) and re.search(asked, said, re.IGNORECASE))
