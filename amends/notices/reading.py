"""Each letter of a wave is read as a reply is, with the facts of its own case; letters that are alike are read once.

What differs from one to the next is a name, and numbers and codes of theirs. With those hidden most letters of a wave are the same
words beside the same case, and one reading stands for all of them. What a name alone can spoil is looked for in the lines
that bear it; where something is found there, the whole letter is read as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from django.conf import settings

from amends.advice.beside import contexts_of
from amends.blanks.blank import OF_A_CASE, fill
from amends.cases.ending import Refused
from amends.coach import Unreadable, review
from amends.deadlines.ruling import coach_policy
from amends.drafts.context import Context
from amends.notices.notice import Kind
from amends.notices.wording import STAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from amends.cases.case import Case
    from amends.coach import Review
    from amends.notices.notice import Notice

#: A word with a digit in it: a number, a sum, the code of an order.
_OF_THEIRS: Final = re.compile(r"[^\s\d]*\d\S*")
_TITLE: Final = r"(?:mrs?|ms|miss|mx|dr|prof|sir|madam|lord|lady|dame|rev)\b"
_TITLED: Final = re.compile(rf"\b{_TITLE}\W{{0,2}}\{{name\}}", re.IGNORECASE)
_ODD: Final = re.compile(rf"\b{_TITLE}|[^\w\s.'\u2019-]|_", re.IGNORECASE)
_LOUD: Final = re.compile(r"[A-Z]{3}")
_HIDDEN: Final = {"name": OF_A_CASE["name"], "their_page": settings.BASE_URL}


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter as it would go: its case, what stands for the blanks of every notice, and the facts of the lists."""

    case: Case
    values: Mapping[str, str]
    facts: Sequence[Mapping[str, str]]


class Reader:
    """The coach for one notice at one moment. It remembers what it read, so that the like of it costs nothing."""

    def __init__(self, notice: Notice, *, sender: str, at: datetime) -> None:
        self.notice, self.sender, self.at = notice, sender, at
        self.house = coach_policy(at)
        self.named = "\n".join(line for line in notice.words.splitlines() if "{name}" in line)
        self.titled = _TITLED.search(self.named) is not None
        self._read: dict[tuple[str, Context], Review] = {}
        self._names: dict[str, frozenset[str]] = {}

    def read(self, letters: Sequence[Letter]) -> list[Review]:
        """What is said of each of them: the same few statements however many they are."""
        dates = [moment for moment in (self.notice.promise_due,) if moment]
        stage = STAGES[Kind(self.notice.kind)]
        known = contexts_of(
            [letter.case for letter in letters], sender=self.sender, at=self.at, stage=stage, dates=dates
        )
        return [self._one(letter, self._of_many(known[letter.case.pk])) for letter in letters]

    def _of_many(self, context: Context) -> Context:
        """Their own concerns are answered in letters of their own: news for many speaks of what they have in common."""
        safe = self.notice.safety or self.notice.problem.safety_at is not None
        flags = context.flags | {"safety"} if safe else context.flags
        return replace(context, flags=flags, concerns=(), specifics=(), wish="", wish_asked=None)

    def _one(self, letter: Letter, context: Context) -> Review:
        facts = [{name: _OF_THEIRS.sub("0", said) for name, said in row.items()} for row in letter.facts]
        hidden = {**letter.values, **_HIDDEN}
        if self._spoilt(letter, hidden, facts):
            return self._review(fill(self.notice.words, letter.values, letter.facts), context)
        return self._review(fill(self.notice.words, hidden, facts), replace(context, customer_name=_HIDDEN["name"]))

    def _spoilt(self, letter: Letter, hidden: Mapping[str, str], facts: Sequence[Mapping[str, str]]) -> bool:
        """Whether their name brings up what another would not. A plain name behind no title brings up nothing."""
        if _plain(letter.values["name"]) and not self.titled:
            return False
        usual = self._found(fill(self.named, hidden, facts), _HIDDEN["name"])
        return (
            not self._found(
                fill(self.named, {**hidden, "name": letter.values["name"]}, facts), letter.case.customer.name
            )
            <= usual
        )

    def _found(self, lines: str, name: str) -> frozenset[str]:
        if lines not in self._names:
            bare = Context(customer_name=name, language="en")
            self._names[lines] = frozenset(one.check for one in review(lines, bare, house=self.house).findings)
        return self._names[lines]

    def _review(self, text: str, context: Context) -> Review:
        key = (text, context)
        if key not in self._read:
            try:
                self._read[key] = review(f"{text.rstrip()}\n\n{self.sender}", context, house=self.house)
            except Unreadable as refusal:
                raise Refused(str(refusal)) from refusal
        return self._read[key]


def _plain(name: str) -> bool:
    """Whether it is words and no more: no title that could be another's, no marks, no shouting."""
    return not _ODD.search(name) and not _LOUD.search(name)


def held_of(found: Review, notice: Notice) -> dict[str, str]:
    """The checks that hold this letter back, each with its reason, but for those that its writer overruled for all."""
    blocks = (one for one in found.findings if one.level == "block" and one.check not in notice.held)
    return {one.check: one.why for one in blocks}
