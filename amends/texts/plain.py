"""Words made plain for rules: lower case, contractions spelt out, common misspellings mended, each with its place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from amends.texts.spelling import mended

#: The first choice is what most words are; the others would find the same.
_TOKEN = re.compile(
    r"[A-Za-z]{1,12}(?![\w*@'])|[^\W\d_]{1,12}[013]{1,2}[^\W\d_]{1,12}|[^\W\d_]{1,20}(?:[*@]{1,6}[^\W\d_]{0,20}){1,3}|[^\W\d_]{1,60}(?:'[^\W\d_]{1,8}){0,2}|\d{1,20}(?:[.,:/]\d{1,10}){0,4}|[£$€₦₹%&]|[.!?]{1,20}|[,;:()\"\U0001f621\U0001f92c\U0001f620\U0001f44f\U0001f644\U0001f62d\U0001f622\U0001f612]"
)
_NOT = {
    "n't": "not",
    "can't": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "ain't": "is not",
    "cannot": "can not",
}
_BARE = {
    word.replace("'", ""): word
    for word in """
    don't can't won't didn't hasn't haven't hadn't isn't wasn't aren't weren't doesn't couldn't wouldn't shouldn't mustn't
    ain't i'm i've you've they've we've you're they're that's what's where's there's he's i'd
    """.split()  # noqa: SIM905 - read better as a text
}
_FIGURES = str.maketrans("013", "ioe")
_TAILS = {"re": "are", "m": "am", "ve": "have", "ll": "will", "d": "would"}
_IS = {
    "it",
    "that",
    "there",
    "he",
    "she",
    "what",
    "where",
    "who",
    "how",
    "here",
    "when",
    "this",
    "nobody",
    "everyone",
    "one",
}


@dataclass(frozen=True, slots=True)
class Words:
    """`said` is the plain words with one blank between, before and behind; `place` finds where they stand in the text.

    `at` is where each word begins in `said`, `spans` where it was written in the text.
    """

    said: str
    at: list[int]
    spans: list[tuple[int, int]]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of what stands at `said[start:end]`."""
        first = self._index(start if self.said[start : start + 1] != " " else start + 1)
        last = self._index(max(start, end - 1 - (self.said[end - 1 : end] == " ")))
        return self.spans[first][0], max(self.spans[first][1], self.spans[last][1])

    def _index(self, at: int) -> int:
        return max(0, bisect_right(self.at, at) - 1)

    @property
    def tokens(self) -> list[str]:
        """The plain words."""
        return self.said.split()


def said_plainly(text: str, start: int, end: int) -> str:
    """What `plain_words` says of the same stretch, without the places."""
    pieces = map(_plain, _TOKEN.findall(text, start, end))
    return f" {' '.join(pieces)} ".replace("  ", " ")


def plain_words(text: str, start: int = 0, end: int | None = None) -> Words:
    """The plain words of `text[start:end]`, which has the marks of a keyboard (`sentences.plainly`)."""
    matches = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
    pieces = [_plain(match[0]) for match in matches]
    spans = [match.span() for match in matches]
    together = " ".join(pieces)
    if pieces and together.count(" ") >= len(pieces):  # some of them are two words: "can not"
        spans = [span for piece, span in zip(pieces, spans, strict=True) for _ in range(piece.count(" ") + 1)]
        pieces = together.split(" ")
    at = list(accumulate([len(piece) + 1 for piece in pieces[:-1]], initial=1)) if pieces else []
    return Words(f" {together} " if pieces else " ", at, spans)


@lru_cache(maxsize=20_000)
def _plain(token: str) -> str:
    if len(token) == 1 or not token[0].isalpha():
        return token[0] if token[0] in ".!?" and "?" not in token else "?" if token[0] in ".!?" else token.lower()
    word = token.lower()
    if "*" in word or "@" in word:  # a curse that hides behind a star is read as one: "sh*t" is "shxt"
        return word.replace("*", "x").replace("@", "x")
    if word[-2:].isalpha() and not word.isalpha() and "'" not in word:  # "sh1t", "id10ts"
        return mended(word.translate(_FIGURES))
    if "'" in word or word in _BARE or word == "cannot":
        return _spelt_out(_BARE.get(word, word))
    return mended(word)


def _spelt_out(word: str) -> str:
    if word in _NOT:
        return _NOT[word]
    stem, _, tail = word.rpartition("'")
    if tail == "t" and stem.endswith("n"):
        return f"{stem[:-1]} not"
    if tail in _TAILS:
        return f"{stem} {_TAILS[tail]}"
    if tail == "s":
        return f"{stem} is" if stem in _IS else f"{mended(stem)} 's"
    return word
