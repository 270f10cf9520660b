"""Whether words may name a day or an hour at all, asked at once: most sentences do not, and need not be read for one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_WORD = re.compile(r"[a-z]+")
#: A figure; "one" only where an hour or a length of time may be one.
_FIGURE = re.compile(
    r"\d|\b(?:at|by|before|until|till|around|about|past|between|and|than|within|in|after|from|to) one\b|\ban? h\b"
)
#: Every word of which one stands in whatever names a time without a figure.
_OF_TIME: Final = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct
    nov dec monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
    mon tue tues wed thu thur thurs fri sat sun two three four five six seven eight nine ten eleven twelve fifteen twenty thirty
    couple half quarter day days today week weeks weekend weekends month months year years fortnight fortnights min mins minute
    minutes hour hours hr hrs noon midday midnight night nights tonight overnight morning mornings afternoon afternoons arvo evening
    evenings tomorrow breakfast lunch lunchtime dinner dinnertime tea teatime time close closing business play cob eod clock christmas
    easter
    """.split()  # noqa: SIM905 - read better as a text
)


@lru_cache(maxsize=64)  # the sentences of one draft, of each of which several ask
def may_name_a_time(words: str) -> bool:
    """Whether one of the words for a time stands in these, or a figure."""
    small = words.lower()
    return _FIGURE.search(small) is not None or not _OF_TIME.isdisjoint(_WORD.findall(small))
