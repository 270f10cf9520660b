"""Words and phrases of a text: lower case, without numbers, addresses, links and what was blacked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

_NOISE: Final = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|\b[x*]{2,}[\w/]*|[x*]{2,}|[@#]\w+", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['\u2019](?=[^\W\d_]))+")
_CHATTER: Final = """
also get got getting would could us said told tell just like one two even still going go went want know back ask asked say says please
thank thanks hi hello dear im ive id i'm i've i'd it's that's they're don't didn't can't won't doesn't wasn't isn't aren't haven't
hasn't couldn't wouldn't
"""
_SAID: Final = frozenset(_CHATTER.split())
STOP: Final = frozenset(ENGLISH_STOP_WORDS) | _SAID | {word.replace("'", "") for word in _SAID}
"""Words that name nothing. English; of other languages the many short words are left to the weights."""
_LONGEST: Final = 20_000


def words(text: str) -> list[str]:
    """The words in order, those that name nothing included. Of a very long text only the beginning is read."""
    return _WORD.findall(_NOISE.sub(" ", text[:_LONGEST]).lower())


def terms(text: str) -> list[str]:
    """Words that name something, and pairs of them that stand together."""
    found = words(text)
    single = [word for word in found if word not in STOP]
    return single + [f"{a} {b}" for a, b in pairwise(found) if a not in STOP and b not in STOP]


def phrases(text: str) -> Iterator[str]:
    """What a theme may be called: runs of one to four words that begin and end with one that names something."""
    found = words(text)
    names = [word not in STOP for word in found]
    for start, word in enumerate(found):
        if not names[start]:
            continue
        yield word
        for end in range(start + 2, min(start + 5, len(found) + 1)):
            if names[end - 1]:
                yield " ".join(found[start:end])
