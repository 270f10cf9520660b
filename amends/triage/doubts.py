"""What raised a flag and need not mean it: said of a stranger, of money, of what somebody else does. It asks, and does not act."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.triage.saying import Hit, Saying


_STRANGER = re.compile(
    r" (?:neighbou?rs?|lady|gentleman|passengers?|stranger|bystander|another (?:customer|guest|man|woman)"
    r"|the (?:man|woman|person) (?:in|next|behind)) "
)
_OURS = re.compile(r" (?:i|me|my|we|our|us) ")
_SHE = re.compile(r"\n (?:she|he|they|her|his) ")


def _is_of_a_stranger(hit: Hit, saying: Saying) -> bool:
    """Whether the words are about somebody who is neither the writer nor theirs; "she" may be the lady of the sentence before."""
    if hit.sentence < 0:
        return False
    before = saying.said[saying.bounds[hit.sentence][0] : hit.end]
    if _SHE.match(before) and hit.sentence:
        before = saying.words(hit.sentence - 1) + before
    last = None
    for last in _STRANGER.finditer(before):  # noqa: B007 - the nearest one
        pass
    return last is not None and not _OURS.search(before, last.end() - 1)


#: Who writes of these writes of money; of the others only where three of them stand.
_OF_DEBTS = frozenset(
    """
    loan loans mortgage mortgages lender lenders servicer debt debts debtor creditor creditors collector collectors foreclosure
    foreclosed refinance refinancing modification overdraft overdrafts escrow forbearance deferment equifax experian transunion
    economy economic crypto bitcoin inflation stocks investors financial fund funds
    bureau bureaus garnish garnishment repossessed unsecured cfpb fdcpa fcra monetary arrears
    """.split()  # noqa: SIM905 - read better as a text
)
_OF_MONEY = frozenset(
    """
    bank banks banking credit card cards debit deposit account accounts payment payments balance interest fee fees insurance owe
    owed owing billing market markets
    """.split()  # noqa: SIM905 - read better as a text
)
#: So many characters before and behind a word are looked at, however long its sentence.
_NEAR = 300
#: Words that are never a figure of speech in such a text.
_GRAVE = re.compile(
    r" (?:suicid\w*|(?:kill\w*|hurt\w*|harm\w*|shoot|stab|hang) (?:myself|himself|herself|me|you|us|him|her)|end (?:it all|my life)"
    r"|take my (?:own )?life|die|be here|go on|alive|gun|knife|weapon|assault\w*|punch\w*|beat\w*|groped|raped?|stalk\w*) "
)


def _is_of_money(hit: Hit, saying: Saying) -> bool:
    """Whether nobody's body need be meant: harm told in a text about debts, or a hospital where nobody was brought."""
    if hit.sentence < 0:
        return False
    start, end = saying.bounds[hit.sentence]
    near = max(start, hit.start - _NEAR), min(end, hit.end + _NEAR)
    if _GRAVE.search(saying.said, *near):
        return False
    if hit.rule.pattern in _PLACES and not _TAKEN.search(saying.said, *near):
        return True
    words = saying.vocabulary
    return not words.isdisjoint(_OF_DEBTS) or len(words & _OF_MONEY) > 2  # noqa: PLR2004 - a card pays for many a thing


_PLACES = frozenset({"hospital*", "ambulance*", "urgent_care", "emergency_room", "emergency_services", "the_er"})
_TAKEN = re.compile(
    r" (?:went|go|going|gone|taken|took|take|taking|rushed|sent|brought|driven|drove|ended|admitted|landed|put|spent|visit\w*|trip"
    r"|needed|need|called|hospitali\w+|in (?:the |an )?(?:hospital|ambulance)) "
)


_WHO = re.compile(
    r" (?:(?P<own>i|we|my (?:wife|husband|partner|family|mother|father)|please|pls|lets|let us|both|all of us)|they|he|she|which|who"
    r"|(?:the|this|a|your|my|our|another|their) "
    r"(?:\w+ ){0,2}?(?:bank|company|lender|servicer|agency|agent|rep|representative|manager|seller"
    r"|plaintiff|landlord|employer|management|collector|bureau|store|merchant|dealer|dealership|clerk|lady|vendors?|account)) (?!\n)"
)


_OWN = re.compile(r" (?:i|we|please) ")
#: Nobody need be named before the first words: "Closing my account today."
_FIRST = 4


def _is_anothers(hit: Hit, saying: Saying) -> bool:
    """Whether the nearest subject before the words of leaving is not the writer: "the bank closed the account".

    In a text about debts the writer must be named, or the words begin the sentence.
    """
    if hit.sentence < 0:
        return False
    start = max(saying.bounds[hit.sentence][0], hit.start - _NEAR)
    last = None
    if _OWN.search(saying.said, hit.start - 1, hit.end + 1):
        return False
    for last in _WHO.finditer(saying.said, start, hit.start):  # noqa: B007 - the nearest one
        pass
    if last is None:
        begun = len(saying.said[start : hit.start].split()) < _FIRST
        return not begun and not _OF_DEBTS.isdisjoint(
            saying.vocabulary
        )  # there a closed account is a fact and no threat
    return last["own"] is None


_DOUBTS = {"vulnerable": _is_of_a_stranger, "safety": _is_of_money, "exit": _is_anothers}
#: The flags whose words there may be a doubt about.
DOUBTABLE = frozenset(_DOUBTS)


def doubted(name: str, here: Sequence[Hit], saying: Saying) -> bool:
    """Whether there is a doubt about everything that raised a flag."""
    doubt = _DOUBTS.get(name)
    return doubt is not None and all(doubt(hit, saying) for hit in here)
