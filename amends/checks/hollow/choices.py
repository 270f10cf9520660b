"""Choices: none that is a punishment, and three that differ where a wish is beyond authority."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from amends.checks.hearing.listening import stem
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_PUNISHING = Cue(
    r"\beither (?:you )?(?:accept|take)\b[^.!?;\n]{0,60}\bor (?:else )?(?:you |keep|continue|go on|carry on|wait|lose"
    r"|nothing|forfeit|get nothing|go without|live with|put up)[^.!?;\n]{0,40}|\btake (?:it|this|that"
    r"|the \w+) or leave it\b[^.!?;\n]{0,40}|\b(?:accept|take) (?:it|this|the|our"
    r"|that)[^.!?;\n]{0,40}\bor (?:keep waiting|wait|nothing|lose|forfeit|go on waiting|continue (?:to wait|waiting)"
    r"|go without)\b|(?<!was\s)\b(?:accept|take|choose|have|yours|offer|is|either|only|it's|that's|can"
    r"|get)\b[^.!?;\n]{0,60}\bor nothing(?: at all| else)?(?=[.!]|$)|\b(?:our|my|this is our|this is my) (?:final"
    r"|last|only) offer\b"
    r"|\boffer (?:expires|lapses"
    r"|is withdrawn)\b[^.!?;\n]{0,40}|\bif you (?:do not|don't) accept[^.!?;\n]{0,40}\b(?:lose|forfeit|withdraw\w*"
    r"|nothing|close)\b",
    "either|take|accept|offer|nothing",
)
_MONEY = late(r"[£$€₦₹]\s?\d[\d.,]*|\b\d[\d.,]* ?(?:pounds|dollars|euros|%|per ?cent)\b")
#: An option of fewer words that names a sum is that sum and no more.
_SHORT_CHOICE = 6
#: Words that make no option of another kind: of a sum, a day, an order, or of the choice itself.
_TELLS_NOTHING = frozenset(
    """
    a an the one two three another or and of in on at by for to your you my our it this that me us we i off from with next
    first second third last early late morning afternoon evening am pm week month year now today tomorrow instead either
    can could have take get be is will would pounds dollars euros percent per cent
    """.split()  # noqa: SIM905 - read better as a text
)
_WHEN = late(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar(?:ch)?$|apr|may$|june?$|july?$|aug|sep|oct|nov|dec",
    re.IGNORECASE,
)
_ONE_EACH = late(
    r"^\W*(?:(?:option )?(?:\d|[abc]|one|two|three|four)\s*[:.,)]|(?:first|second|third|fourth|last)(?:ly)?\b|(?:and |or )?"
    r"(?:alternatively|otherwise|instead|or)?,? ?(?:else )?(?:I|we) (?:can|could) (?!not|n't|only)(?:also |instead |just )?)".replace(
        " ?", r"\s?"
    ),
    re.IGNORECASE,
)
_OPTIONS = late(
    r"(?:one of (?:these|those|the following|three|two|four)|any of (?:these|three)|three (?:things|options|ways)|(?:I"
    r"|we) (?:can|could)(?: do| offer)?|choose|options?|either)\b[:,]?",
    re.IGNORECASE,
)


def options(draft: Draft) -> Iterator[Mark]:
    """C29: a choice that is none; where the wish is beyond authority, exactly three that differ in kind."""
    punishing = list(_PUNISHING.marks(draft, "That is no choice: one of the two is a punishment."))
    yield from punishing
    if punishing or not draft.context.beyond_authority or draft.context.stage not in {"", "offer", "refusal"}:
        return
    found = _offered(draft)
    if found is None:
        yield Mark(
            draft.missing,
            draft.missing,
            "Their wish is beyond your authority: offer exactly three things, different in kind.",
        )
        return
    start, end, choices = found
    if len(choices) != 3:  # noqa: PLR2004 - three, says the rule
        yield Mark(start, end, f"{len(choices)} options; where the wish is beyond authority offer exactly three.")
    elif all(_MONEY.search(choice) and len(choice.split()) < _SHORT_CHOICE for choice in choices):
        yield Mark(start, end, "Three sums are one option: let them differ in kind.")
    elif _of_one_kind(choices):
        yield Mark(start, end, "That is one option three times over: let them differ in kind.")


def _of_one_kind(choices: list[str]) -> bool:
    """Whether only the day, the place in a row or the sum tells the choices apart."""
    kinds = [_kind(choice) for choice in choices]
    named = [kind for kind in kinds if kind]
    if not named:
        return True
    smallest = min(named, key=len)
    return all(smallest <= kind or kind <= smallest for kind in named)


def _kind(choice: str) -> frozenset[str]:
    bare = _MONEY.sub(" ", choice.lower())
    return frozenset(
        stem(word)
        for word in re.findall(r"[a-z][a-z'-]+", bare)
        if word not in _TELLS_NOTHING and not _WHEN.match(word)
    )


#: "One of these three": the sentences that follow, up to the one that begins with "or", are the choices.
_THREE = late(r"\b(?:one|any|which) of (?:these|the) three\b|\bthree (?:things|ways|options|choices)\b", re.IGNORECASE)
_OR = late(r"\W*or\b", re.IGNORECASE)


def _after_three(draft: Draft) -> tuple[int, int, list[str]] | None:
    """Where three options are announced and told in sentences of their own."""
    for at, lead in enumerate(draft.body):
        if _THREE.search(lead.words) and not re.search(r"\bor\b", lead.words, re.IGNORECASE):
            others = [last for last, one in enumerate(draft.body[at + 2 : at + 6], at + 2) if _OR.match(one.words)]
            if others:
                told = draft.body[at + 1 : others[-1] + 1]
                return told[0].start, told[-1].end, [one.words for one in told]
    return None


#: What stands between choices; where semicolons part them, a comma does not.
_BETWEEN_CHOICES = {False: r",?\s+or\s+|,\s+(?!which\b|who\b|where\b|with\b|free\b|so\b|at\b)", True: r";\s*(?:or\s+)?"}


def _offered(draft: Draft) -> tuple[int, int, list[str]] | None:
    bullets = [sentence for sentence in draft.body if sentence.bullet]
    if len(bullets) > 1:
        return bullets[0].start, bullets[-1].end, [one.words for one in bullets]
    apart = [one for one in draft.body if _ONE_EACH.match(one.words) and not re.search(r"\w,? or \w", one.words)]
    if len(apart) > 1 and all(_OR.match(one.words) for one in apart):  # the first of them stands before its "or"
        first = draft.body.index(apart[0])
        apart = [*draft.body[max(0, first - 1) : first], *apart]
    if len(apart) > 1:
        return apart[0].start, apart[-1].end, [one.words for one in apart]
    if after_lead := _after_three(draft):
        return after_lead
    for start, end in _with_semicolons(draft):
        words = draft.said[start:end]
        if not re.search(r"\bor\b", words, re.IGNORECASE) or re.search(r"\b(?:can't|cannot)\b[^,;]*$", words):
            continue
        if words.endswith("?") and not re.search(
            r"\b(?:refund|credit|repair|replace|free|money|night|voucher|new)\b", words, re.IGNORECASE
        ):
            continue
        lead = _OPTIONS.search(words)
        listed = words[lead.end() :] if lead else words
        listed = re.sub(
            r"^\W*(?:one|any) of (?:three|two|these|four)\W*", "", listed.lstrip(" ,:"), flags=re.IGNORECASE
        )
        listed = listed.partition(":")[2] or listed
        choices = [
            choice.strip(" ,.;?!") for choice in re.split(_BETWEEN_CHOICES[";" in listed], listed, flags=re.IGNORECASE)
        ]
        choices = [choice for choice in choices if choice and choice.lower() not in {"today", "now"}]
        if len(choices) > 1:
            return start, end, choices
    return None


def _with_semicolons(draft: Draft) -> Iterator[tuple[int, int]]:
    """Each sentence as far as its full stop: choices may be parted by semicolons."""
    start = None
    for one, following in zip_longest(draft.body, draft.body[1:]):
        start = one.start if start is None else start
        if following is None or ";" not in draft.said[one.end : following.start]:
            yield start, one.end
            start = None
