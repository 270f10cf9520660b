"""Words and phrases of a text: lower case, without numbers, addresses, links and what was blacked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_NOISE: Final = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|\b[x*]{2,}[\w/]*|[x*]{2,}|[@#]\w+", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['\u2019](?=[^\W\d_]))+")
_GRAMMAR: Final = """
a an the this that these those here there where when while then than thus so such as if unless because since until although though
whether and or but nor yet not no none neither either both each every any some all most more less few many much several other others
another same own else only just quite rather almost already still also too very even ever never always often again once twice
i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself they them
their theirs themselves who whom whose which what whatever whoever somebody someone something anybody anyone anything nobody nothing
everybody everyone everything
am is are was were be been being do does did doing done have has had having will would shall should can could may might must cannot
about above across after against along among around at before behind below beneath beside between beyond by despite down during except
for from in inside into near of off on onto out outside over past per through throughout till to toward towards under up upon via with
within without
how why well now however therefore otherwise meanwhile moreover further instead perhaps maybe made make makes put take takes see seem
seems seemed keep give given find found call
"""
_CHATTER: Final = """
also get got getting would could us said told tell just like one two even still going go went want know back ask asked say says please
thank thanks hi hello dear im ive id i'm i've i'd it's that's they're don't didn't can't won't doesn't wasn't isn't aren't haven't
hasn't couldn't wouldn't
"""
_SAID: Final = frozenset(_CHATTER.split())
STOP: Final = frozenset(_GRAMMAR.split()) | _SAID | {word.replace("'", "") for word in _SAID}
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
