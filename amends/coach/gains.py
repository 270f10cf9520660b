"""Whether the sentence of a handoff says what the customer gains by it. A plain recogniser of words; English only."""

from __future__ import annotations

import re

from amends.texts.sentences import plainly

_FEWEST_WORDS = 4
_FEWEST_NAMED = 2

_EXAMPLE = 'for example "Lena handles nothing but lost luggage and can see the belt cameras".'

#: What is our own convenience or trouble, and nothing to the customer.
_ABOUT_US = re.compile(
    r"\b(?:work\s?-?load|too\s+(?:many|much)(?:\s+\w+)?|(?:am|are|is|'m|'re|'s|was|be|so|very|too)\s+(?:\w+\s+)?(?:busy"
    r"|overloaded|swamped"
    r"|snowed\s+under|full|stretched|sick|ill|off)|(?:on|my|annual|sick|parental|maternity|paternity)\s+(?:holidays?"
    r"|leave|vacation|break"
    r"|training)|holidays?|vacation|(?:am|are|is|'m|'re|'s|will\s+be|be|i'll\s+be)\s+(?:away|out|absent|leaving"
    r"|not\s+(?:here|in))"
    r"|out\s+of\s+(?:the\s+)?office|days?\s+off|end\s+of\s+(?:my|the)\s+(?:shift|day)|(?:my|the)\s+shift|no\s+(?:time|capacity)"
    r"|(?:do\s+not|don't|can't|cannot|can\s+not)\s+(?:have\s+(?:the\s+)?(?:time|capacity)|manage|cope|deal|handle|help|do)"
    r"|not\s+(?:\w+\s+)?(?:my|our)\s+(?:\w+\s+)?(?:area|department|job|responsibility|field|team|region|case|customer"
    r"|problem|task)"
    r"|(?:outside|beyond)\s+(?:of\s+)?(?:my|our)\s+\w+|wrong\s+(?:department|team|queue|person|desk)|short[\s-]staffed"
    r"|understaffed)\b",
    re.IGNORECASE,
)
#: What could be said of any handoff.
_GENERIC = frozenset(
    """
    a able about action additional advice advise after again agent all also an and another any appropriate appropriately are
    area as asap assist assistance assisted at attention available be been being best better billing both bring but by can
    care case cases closer colleague colleagues competent complaint concern contact continue correct could customer
    customer's customers deal dealing dealt department desk different do does doing each easier efficient efficiently else
    ensure equipped everything experience experienced expert expertise experts fast faster find first fit for forward from
    full further gain gains get gets give given gives good great hand handed handle handled handles handling handoff has
    have having he help helped helpful helping helps her here him his hold how i i'll i'm i've if improve in into is issue
    issues it it's its job just kind know knowledge knowledgeable knows let level like look looked looking made make makes
    manage manager matter matters me member moment more most much must my name need needed needs new next nice no not now of
    office on one only or other our out over own pass passed passing people perfect person placed please possible pp problem
    process proper properly provide quality query queue quick quicker quickly re relevant request required resolution
    resolve resolved responsible right route same see send sent service she should skilled so solution solve some somebody
    someone something soon speak specialist specialists staff suitable suited support take taken takes taking task team that
    the their them then there these they thing things this those ticket time to too transfer transferred transferring up us
    usual very want was way we we're well what when where which who whoever will with work working works would yes you your
    """.split()  # noqa: SIM905 - the words are read better as a text
)
_CLAUSE = re.compile(r"[,;:.!?]| - |\b(?:and|but|so|because|while|as|since)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


def lacks_gain(sentence: str) -> str:
    """Why a handoff's sentence does not say what the customer gains; empty when it does.

    It must name what the receiver can do better for this customer. Nothing, a few words, our own convenience ("I am on holiday")
    and what could be said of any handoff ("for further assistance") do not; a reason of ours beside a named gain does no harm.
    The answer is a sentence for the writer: what to write instead, with an example.
    """
    words = _WORD.findall(plainly(sentence))
    if not words:
        return f"Write what the customer gains: what the next person can do for them that you cannot, {_EXAMPLE}"
    if len(words) < _FEWEST_WORDS:
        return f"Write a whole sentence about what the next person can do better for the customer, {_EXAMPLE}"
    if _names_something(plainly(sentence)):
        return ""
    if _ABOUT_US.search(plainly(sentence)):
        return f"That is a reason of ours. Write what the customer gains by it: what the next person can do for them, {_EXAMPLE}"
    return (
        f"That could be said of any handoff. Write what this person knows, sees or can do for this customer, {_EXAMPLE}"
    )


def _names_something(sentence: str) -> bool:
    """Whether the clauses that are not about us hold enough words, names apart, that could not stand in any handoff."""
    clauses = [clause for clause in _CLAUSE.split(sentence) if not _ABOUT_US.search(clause)]
    named = {word.lower() for clause in clauses for word in _WORD.findall(clause) if not word.istitle()} - _GENERIC
    return len(named) >= _FEWEST_NAMED
