"""Whether a message says anything at all, or only that we are still looking. A plain recogniser of words; English only."""

from __future__ import annotations

import re

from amends.texts.sentences import plainly, sentences

_GREETING = re.compile(
    r"^(?i:dear|hi|hello|hey|good\s+(?:morning|afternoon|evening|day))"
    r"(?:\s+(?:[A-Z][\w.'-]*|all|there|again|both|everyone|team|sir|madam|customer|or|and)){0,5}$"
)
_SIGN_OFF = re.compile(
    r"^(?:(?:with\s+)?(?:kind|kindest|best|warm|warmest|many)?\s*(?:regards|wishes|thanks)|yours(?:\s+(?:sincerely"
    r"|faithfully|truly))?"
    r"|sincerely(?:\s+yours)?|best|cheers|thank\s+you|all\s+the\s+best|speak\s+soon|talk\s+soon|have\s+a\s+(?:nice|good"
    r"|lovely|great)"
    r"\s+(?:day|evening|weekend|week))$",
    re.IGNORECASE,
)
#: Thanks for whatever it may be, and regret for or about something; "sorry that it broke" says what happened.
_KIND = re.compile(
    r"^(?:(?:once\s+)?(?:again|and)\s+)?(?:(?:many|so\s+much)\s+)?(?:(?:i|we)\b)?\s*(?:(?:do|really|sincerely|truly"
    r"|would\s+like\s+to"
    r"|can|only|are|am|'m|'re|very|so|once\s+again|again|please\s+accept)\s+|(?:our|my)\s+(?:\w+\s+)?(?=apologies))*"
    r"(?:thanks?|thankful|grateful|appreciate|(?:sorry|apologi[sz]e|apologies)(?=\s*$|\s+(?:again|for|about|once)\b))\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|due\s+to|caused\s+by|owing\s+to|since|as\s+a\s+result|reason|turned\s+out|found|broke|failed|so\s+that)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|morning|afternoon|evening|noon|midnight"
    r"|weeks?|days?"
    r"|hours?|minutes?|months?)\b",
    re.IGNORECASE,
)
#: The house's own number of the case is no news; every other number is.
_REFERENCE = re.compile(
    r"\b(?:case|ticket|complaint|reference|ref|enquiry|inquiry|query|request)\.?\s*(?:(?:number|no|nr|id|ref"
    r"|reference)\b\.?)?\s*[:#]?\s*"
    r"#?[A-Z]{0,5}-?\d[\w-]{0,20}",
    re.IGNORECASE,
)
_STOCK = re.compile(
    r"\b(?:look(?:ing|ed)?\s+(?:in|into|at)|work(?:ing|s)?\s+(?:on|hard)|investigat\w+|review\w*|check\w*|process\w*"
    r"|being\s+(?:dealt|handled)"
    r"|deal(?:ing)?\s+with|handling|(?:no|any|further|more)\s+(?:\w+\s+)?(?:news|updates?|information|progress|answers?)"
    r"|not\s+yet|no\s+yet"
    r"|bear\s+with|patien\w+|as\s+(?:soon|quickly|fast)\s+as|(?:get|come|be|getting|coming)\s+back\s+to|in\s+touch|touch\s+base"
    r"|keep(?:ing)?\s+you\s+(?:\w+\s+)?(?:updated|posted|informed)|let\s+you\s+know|update\s+you|in\s+due\s+course|shortly|soon"
    r"|do(?:ing)?\s+(?:our|my|everything|all)|mak(?:e|ing)\s+every\s+effort|wait(?:ing)?|in\s+hand|in\s+progress|ongoing"
    r"|on\s+it"
    r"|top\s+priority|very\s+seriously|important|importance|inconvenience|assured?|understand\w*|aware|nothing\s+(?:new"
    r"|to\s+report)|hear\s+from\s+us"
    r"|received\s+your|valued?|remains?\s+open|resolv\w+)\b",
    re.IGNORECASE,
)
#: All the words an empty update is made of. A word that is not here names something.
_WORDS = frozenset(
    """
    a about after again all also always am an and any anything are as assure assured at available aware away back base be
    bear been being best but by can case check checked checking closely colleague colleagues come coming complaint
    completely concern concerns confirm continue continued continues continuing course currently customer customers deal
    dealing dealt delay delays department do does doing due each earliest effort efforts enquiry every everything experience
    fast feedback for from frustrating frustration full fully further get getting give given going got had hand handled
    handling happening hard has have having hear help here highest hope hopefully how however i i'll i'm i've if importance
    important in inconvenience information informed inquiry internally into investigate investigated investigating
    investigation is issue issues it it's its just keep keeping know later let like little longer look looked looking make
    making matter matters may me meantime message moment more most much must my need needs new news no not nothing now of
    office on once ongoing only open or our out outcome part patience patient please point possible possibly posted present
    priority problem process processed processing progress provide query quick quickly raised received regarding regret
    remain remains report request resolution resolve resolved resolving rest review reviewed reviewing same satisfaction
    seriously service share shortly situation so some someone soon sorry specialist staff status stay still such support
    take taken taking team teams than thank thanks that the their them then there these they thing things this those time to
    together top touch trying understand understanding unfortunately until up update updated updates upon us valuable value
    valued very wait waiting want was we we'll we're we've well when which while whilst will wish with within work working
    works would yet you you'll you're your
    """.split()  # noqa: SIM905 - two hundred words are read better as a text
)
#: Stock words that all the same say that something was done, or will not be.
_NEWS = re.compile(
    r"(?:\b(?:have|has|had|was|were|is|are)|'ve|'s)\s+(?:(?:now|already|fully|been|also|just)\s+){0,3}"
    r"(?:reviewed|checked|looked|investigated|processed|handled|resolved|dealt|provided)\b"
    r"|\b(?:not|no\s+longer|never)\s+(?:be\s+)?(?:look|work|investigat|review|process|deal|handl|get)",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    r" ?(?:[,:]| - |\bwhil(?:e|st)\b|\b(?:but|and)\b(?= (?:we|i|it|our|please|will|thank|there|appreciate)\b)) ?",
    re.IGNORECASE,
)
_NAME_LINE = re.compile(r"^[^.!?]{1,60}$")
_ADDRESS = re.compile(r"@|www\.|https?:|\+?\d[\d ()/-]{6,}")


def says_nothing_new(text: str) -> bool:
    """Whether the message is an empty "still looking": nothing in it that the customer did not know.

    Left out are greeting, thanks, regret, sign-off and the lines of a signature; everything that remains must be a stock phrase
    made of stock words. A number, money, a time, a question, a reason or the name of a thing makes it a message; the number of
    our own case does not. In doubt it is not empty. Without text it is.
    """
    body = _without_signature(plainly(text))
    said = [sentence.words for sentence in sentences(body)]
    return not any("?" in words for words in said) and all(_is_stock(words) for words in said)


def _without_signature(text: str) -> str:
    """The text up to the line of its sign-off; lines behind it that are no name and no address come back."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if _SIGN_OFF.match(_bare(line)):
            return "\n".join(
                [*lines[:number], "", *(line for line in lines[number + 1 :] if not _is_of_a_signature(line))]
            )
    while len(lines) > 1 and (not lines[-1].strip() or (any(map(str.strip, lines[:-1])) and _is_a_name(lines[-1]))):
        lines.pop()
    return "\n".join(lines)


def _is_of_a_signature(line: str) -> bool:
    return bool(_ADDRESS.search(line)) or _is_a_name(line)


def _is_a_name(line: str) -> bool:
    """A short line of words with capitals and no full stop: "Ada Reed, Customer Care"."""
    words = re.findall(r"[^\W\d_][\w'.-]*", line)
    short = {"of", "and", "the", "for", "at", "in"}
    return (
        0 < len(words) <= 6  # noqa: PLR2004 - a name and a post
        and _NAME_LINE.match(line.strip()) is not None
        and not re.search(r"\d", line)
        and all(word[0].isupper() or word in short for word in words)
    )


def _is_stock(words: str) -> bool:
    clauses = [
        bare for clause in _CLAUSES.split(" ".join(_REFERENCE.sub(" case ", words).split())) if (bare := _bare(clause))
    ]
    if len(clauses) > 1 and _is_a_name(clauses[-1]) and not _TIME.search(clauses[-1]):
        clauses.pop()  # "…, Anna."
    judged = [clause for clause in clauses if not _is_courtesy(clause)]
    return all(_names_nothing(clause) for clause in judged) and (not judged or any(map(_STOCK.search, judged)))


def _bare(words: str) -> str:
    return words.strip(" \t\r\n\"'.,!;:()*-…")


def _is_courtesy(clause: str) -> bool:
    """Greeting, sign-off, or thanks and regret without a number, a time or a reason."""
    if _GREETING.match(clause) or _SIGN_OFF.match(clause):
        return True
    return bool(_KIND.match(clause)) and not (
        _REASON.search(clause) or _TIME.search(clause) or re.search(r"\d|[£$€]", clause)
    )


def _names_nothing(clause: str) -> bool:
    """Whether the clause is made of stock words alone."""
    return not (_NEWS.search(clause) or re.search(r"\d|[£$€]", clause)) and all(
        word in _WORDS for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", clause.lower())
    )
