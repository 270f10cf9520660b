"""The draft as the checks read it: the writer's own words in sentences, with what others said and wrote left blank."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from amends.drafts.cue import late
from amends.drafts.index import Hopes
from amends.leanings.wordings import shipped_wordings
from amends.texts.apart import apart
from amends.texts.sentences import Sentence, plainly, sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from amends.drafts.context import Context
    from amends.drafts.cue import Cue
    from amends.drafts.finding import Commitment
    from amends.drafts.house import House
    from amends.drafts.index import Turn
    from amends.leanings.wordings import Wordings

_WORD = late(r"[^\W_]+(?:['-][^\W_]+)*")
_IN_MARKS = late(r"\"[^\"\n]{1,400}\"|(?<![\w'])'[^'\n]{2,200}'(?!\w)")
_GREETING = late(
    r"\s*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day))\b"
    r"(?P<whom>(?:\s+(?:mr|mrs|ms|mx|dr|prof|st)\.)?[^,.!?;:\n]{0,60})(?:[,.!:\n]|-|$)",
    re.IGNORECASE,
)
_REGARDS = late(
    r"\W*(?:(?:with )?(?:very )?(?:kind(?:est)?|warm(?:est)?|best)? ?regards|yours (?:sincerely|faithfully|truly)|sincerely"
    r"|(?:with )?best wishes)\b[^.!?]{0,80}$",
    re.IGNORECASE,
)
_NAME_LINE = late(r"[^\W\d_][\w.'-]*(?: [^\W\d_][\w.'-]*){0,4}(?:,[^.!?\n]{1,60})?")
_SMALL = frozenset(["of", "and", "the", "for", "at", "in", "de", "la", "van", "der", "von"])

#: A sentence of three words is too short to tell by its wording.
_TOO_FEW = 3
#: So much on either side of a place is its sentence, where a sentence never ends.
_NEAR = 400


@dataclass
class Draft:
    """A text and its case. `said` is the text, character for character, with blanks where the words are not the writer's own."""

    text: str
    context: Context
    house: House
    commitments: Sequence[Commitment] = field(default=())
    wordings: Wordings = field(default_factory=shipped_wordings)
    _hopes: Hopes | None = field(default=None, init=False, repr=False, compare=False)

    @cached_property
    def said(self) -> str:
        """The writer's own words with the marks of a keyboard; quoted mail, words in quotation marks and footers are blank."""
        plain = plainly(self.text)
        kept = "".join(
            plain[part.start : part.end] if part.kind == "own" else re.sub(r"[^\n]", " ", plain[part.start : part.end])
            for part in apart(self.text)
        )
        return _IN_MARKS.sub(lambda marked: " " * len(marked[0]), kept)

    @cached_property
    def low(self) -> str:
        """`said` in small letters, for hints."""
        return self.said.lower()

    @cached_property
    def small(self) -> str:
        """`said` in small letters, letter for letter: one that is longer when small stands as it is."""
        return self.low if len(self.low) == len(self.said) else "".join(map(_small, self.said))

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of what is said, the greeting line and a name at the end among them."""
        return sentences(self.said)

    def hopeful(self, cue: Cue) -> list[tuple[Turn, Sentence]]:
        """The turns of this cue that may be found, with the sentence to look in; worked out once, for all cues at once."""
        if self._hopes is None:
            self._hopes = Hopes(self.small, self.sentences)
        return self._hopes.of(cue)

    @cached_property
    def leanings(self) -> Mapping[str, Sequence[float]]:
        """How much each sentence is worded like each fault that was learned, in log odds; empty where none was."""
        return self.wordings.of([sentence.words for sentence in self.sentences])

    def worded(self, label: str) -> list[Sentence]:
        """The sentences that are worded so much like this fault that no rule is needed."""
        if label not in self.leanings:
            return []
        enough, leanings = self.wordings.bars[label][1], self.leanings[label]
        if max(leanings, default=enough - 1) < enough:
            return []
        body = {one.start for one in self.body if one.words.count(" ") >= _TOO_FEW}
        told = zip(self.sentences, leanings, strict=True)
        return [one for one, leaning in told if leaning >= enough and one.start in body]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def holding(self, hints: Sequence[str]) -> list[int]:
        """The numbers of the sentences in which one of these bits of text stands."""
        found: set[int] = set()
        low, ends = self.low, self._ends
        for hint in hints:
            at = low.find(hint)
            while at >= 0:
                number = self.index(at)
                found.add(number)
                if number >= len(ends):
                    return []
                at = low.find(hint, max(at + 1, ends[number]))
        return sorted(found)

    @cached_property
    def _ends(self) -> list[int]:
        return [sentence.end for sentence in self.sentences]

    def index(self, at: int) -> int:
        """The number of the sentence that holds this offset, or the one before it."""
        return max(0, bisect_right(self._starts, at) - 1)

    def sentence(self, at: int) -> str:
        """The words of the sentence at this offset; of an endless one those near."""
        if not self.sentences:
            return ""
        one = self.sentences[self.index(at)]
        near = max(one.start, at - _NEAR), min(one.end, at + _NEAR)
        return one.words if one.end - one.start <= 2 * _NEAR else self.said[near[0] : near[1]]

    def after(self, at: int, count: int = 1) -> str:
        """The words of the next sentences behind the one at this offset."""
        here = self.index(at)
        return " ".join(sentence.words for sentence in self.sentences[here + 1 : here + 1 + count])

    def before(self, at: int) -> str:
        """The words of the sentence before the one at this offset."""
        here = self.index(at)
        return self.sentences[here - 1].words if here else ""

    @cached_property
    def greeted(self) -> str:
        """Whom the greeting names, "" where there is none."""
        found = _GREETING.match(self.said)
        return found["whom"].strip() if found else ""

    @cached_property
    def body(self) -> list[Sentence]:
        """The sentences without greeting line and the name below."""
        kept = [sentence for sentence in self.sentences if not _is_greeting(sentence.words)]
        while kept and _is_name(kept[-1].words):
            kept = kept[:-1]
        return kept

    @cached_property
    def words(self) -> int:
        """How many words the body has."""
        kept = self.body[:-1] if self.body and _REGARDS.match(self.body[-1].words) else self.body
        return sum(len(_WORD.findall(sentence.words)) for sentence in kept)

    @cached_property
    def signed(self) -> str:
        """The name that the draft ends with, "" where it ends with none."""
        lines = [line.strip(" \t.,-") for line in plainly(self.text).splitlines() if line.strip()]
        tail = lines[-1] if lines else ""
        for part in apart(self.text):
            if part.kind == "signature":
                named = [
                    line.strip(" \t.,-")
                    for line in self.text[part.start : part.end].splitlines()
                    if _is_name(line.strip(" \t.,-"))
                ]
                return named[-1] if named else ""
        return tail if _is_name(tail) else _last_word(tail)

    @property
    def missing(self) -> int:
        """Where a finding about something missing stands."""
        return len(self.text)


def _small(letter: str) -> str:
    return letter.lower() if len(letter.lower()) == 1 else letter


def _is_greeting(words: str) -> bool:
    found = _GREETING.match(words)
    return bool(found) and not words[found.end() :].strip() if found else False


def _is_name(words: str) -> bool:
    """A few words with capitals: "Ada Reed, Customer Care"."""
    bare = words.strip(" \t.,-")
    if not _NAME_LINE.fullmatch(bare):
        return False
    found = [word for word in _WORD.findall(bare) if word not in _SMALL]
    return 0 < len(found) <= 6 and all(word[0].isupper() for word in found) and not _is_greeting(words)  # noqa: PLR2004


def _last_word(line: str) -> str:
    """The name behind the last full stop of a line: "… today. Ruth"."""
    head, _, last = line.rpartition(". ")
    for mark in ("? ", "! "):
        head, last = (head, last) if head and mark not in last else (last.rpartition(mark)[0], last.rpartition(mark)[2])
    return last if head and _is_name(last) else ""
