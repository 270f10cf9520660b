"""Which sentences bind us: a deed towards the customer that we say will be done. A plain recogniser of words; English only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from amends.coach.times import due_in
from amends.drafts.cue import late
from amends.texts.sentences import Sentence, plainly, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

#: How much is read before "will", of that the part in which its subject is looked for, and how much is read behind.
_BEFORE, _SUBJECT_WITHIN, _BEHIND = 300, 80, 120
#: In a sentence that never ends, so many words that could bind us are tried.
_TRIED = 40

_LY = (
    r"(?:,?\s+(?:also|then|now|still|soon|both|all|again|just|even|of course|once more|in turn|at once|(?!reply|apply"
    r"|supply|rely|comply|fly)[a-z]{2,15}ly),?){0,3}+"
)
_WILL = late(
    rf"(?:'ll|\b(?:will|shall)|(?:\b(?:am|are|is)|'m|'re|'s)\s+(?:going\s+to|about\s+to)|\bgonna)\b{_LY}", re.IGNORECASE
)
_NOT = late(r"\s+(?:not\b(?!\s+only)|never\b|no\s+longer\b|nor\b)", re.IGNORECASE)

#: The doers that are ourselves, read at the end of what stands before "will".
_WE = late(
    r"(?:^|[^\w'])(?:I|we)(?:\s+(?:both|all|personally|ourselves|myself|too|certainly"
    r"|(?:here\s+)?at\s+\w+))?(?:,[^,]{1,40},|\s+\([^()]{1,40}\))?[\s,]*$",
    re.IGNORECASE,
)
_AND = late(r"(?:\b(?:I|we|I'm|we're|I've|we've)\b.*)(?:\band|&|\bbut|\bor|\bthen)\s*$", re.IGNORECASE | re.DOTALL)
_OURS = late(
    r"(?:\b(?:our|my|one\s+of\s+(?:us|our|my))\b[^.;:!?]{0,60}|\b(?:someone|somebody|team|colleagues?|manager|supervisor"
    r"|engineer|technician|driver|courier|carrier|specialist|expert|agent|adviser|advisor|plumber|fitter|warehouse"
    r"|workshop|department|staff|member|owner|lead)\b[^.;:!?]{0,40}|\b(?:he|she|they)|(?-i:\b(?!(?:It|This|That|These"
    r"|Those|There|What|Which|Who|You|Nothing)\b)[A-Z][\w'-]{1,20}))[\s,]*$",
    re.IGNORECASE,
)
_YOU = late(r"\byou\s*$", re.IGNORECASE)
#: Reported, hoped or asked, and so not said by us as sure.
_NOT_SAID = late(
    r"\b(?:(?:said|told\s+(?:us|me)|wrote|mentioned|asked)\b(?:\s+that)?\s+\w+|(?:hope|hoping|hopefully"
    r"|wish)\b(?:\s+\w+){0,4}|(?:if|whether|when|how\s+soon)\s+(?:you|it|they|he|she|this|that|(?:your|the|my|our)\s+\w+)"
    r"|(?:whether|(?:sure|know|see|say)\s+if)\s+\w+)\s*$",
    re.IGNORECASE,
)
_YOURS = late(
    r"\b(?:your|the|a|this|that|these)\s+(?:[\w-]+\s+){0,3}?(?:refunds?|replacements?|orders?|parcels?|packages?"
    r"|deliver(?:y|ies)|repairs?|money|payments?|credits?|vouchers?|cards?|shipments?|items?|repayment|reimbursement"
    r"|compensation|certificate|amount)[^.;:!?]{0,30}$",
    re.IGNORECASE,
)

_DEED = late(
    r"\s+(?:be\s+(?:calling|ringing|writing|sending|contacting|visiting|coming|with\s+you|in\s+(?:touch|contact)|there"
    r"|back|emailing|looking|following)|call|ring|phone|telephone|write|e-?mail|text|contact|reach\s+out|get|come|visit"
    r"|send|refund|credit|repay|pay|reimburse|replace|repair|fix|mend|collect|pick|deliver|ship|dispatch|post|return"
    r"|reply|respond|answer|update|let|tell|inform|notify|confirm|check|look|investigate|review|arrange|book|order|cancel"
    r"|correct|change|remove|bring|take|make|give|provide|issue|process|follow|speak|talk|meet|go|test|clean|install"
    r"|finish|complete|resolve|sort|see\s+to|ensure|do|keep|handle|explain|drop|swap|exchange|waive|raise|escalate|pass"
    r"|help|assist|connect|be\s+able\s+to)\b",
    re.IGNORECASE,
)
#: What happens to a thing because we do it, whatever stands before "will".
_DONE = late(
    r"\s+(?:(?:be|get|have\s+been|have)\s+(?:\w+ly\s+)?(?:with\s+you|on\s+its\s+way|in\s+(?:your|touch)|ready|back|fixed"
    r"|done|live|delivered|working|up\s+and\s+running|restored|connected|welded|mended|refunded|repaired|replaced|sent"
    r"|shipped|dispatched|picked\s+up|posted|mailed|emailed|credited|returned|repaid|paid|reimbursed|compensated|issued"
    r"|processed|collected|resolved|sorted|completed|finished|installed|corrected|changed|cancelled|canceled|removed"
    r"|waived|restored|reviewed|investigated|checked|looked\s+into|dealt\s+with|handled|addressed|escalated|raised"
    r"|forwarded|passed|shared|taken|made|arranged|booked|scheduled|contacted|called|notified|informed|updated|answered"
    r"|given|provided|redelivered|reordered|re-?sent|transferred|deposited|applied|rectified|continued|renovated|upgraded"
    r"|reopened|implemented)|arrive|reach|come\s+(?:to\s+you|by|on|with|at)|go\s+(?:out|live|to)|leave|ship|show\s+(?:up"
    r"|in|on)|appear\s+(?:in|on))\b",
    re.IGNORECASE,
)
_FOR_YOU = late(
    r"\s+(?:have|receive|get|hear|see)\b(?!\s+(?:to|seen|noticed|read|been|had|used|that|how|why)\b)",
    re.IGNORECASE,
)

#: Kind words after "we will" that bind nobody.
_POLITE = late(
    r"\s+(?:(?:always|ever|continue\s+to|gladly|only|certainly)\s+)*(?:be\s+(?:(?:so|very|only\s+too|more\s+than|most"
    r"|really|always|just)\s+)*(?:happy|glad|pleased|delighted|honou?red|thrilled|grateful|sorry|sad|proud"
    r"|excited)(?:\s+to\s+(?:help|assist|answer|hear|see|welcome|have|host|lose|be|serve|discuss|talk|explain|offer)\b"
    r"|\s+(?:if|for|with|that)\b|\s*$)|be\s+(?:(?:right\s+)?here|there\s+for|around|open|closed|available|waiting"
    r"|thinking|honest|looking\s+forward|in\s+a\s+better)\b|look\s+forward\b|see(?!\s+(?:you|to|that|if|what|whether)\b)"
    r"|(?:value|cherish|treasure|appreciate|miss|respect|understand|welcome|love|hope|wish|need|require|want|admit|say"
    r"|leave\s+you|assume|regret|remain|know|agree|exceed|enjoy)\b)",
    re.IGNORECASE,
)
#: Words that bind us only when a time stands with them.
_LOOSE = late(
    r"\s+(?:read|consider|think|note|remember|bear|keep\s+(?:this|that|it|you|your|these)\b[^,.;]{0,30}\bin\s+mind"
    r"|take\s+(?:this|that|it|your|these|all|the)\b[^,.;]{0,40}\b(?:on\s+board|to\s+heart|into\s+(?:account"
    r"|consideration)|seriously|opportunity)|do\s+(?:our|my|all|everything|whatever|anything)|try|endeavou?r"
    r"|make\s+(?:every|all)|strive|aim|hope|work\s+(?:hard|tirelessly)|continue\s+to|use\s+(?:this|your)|have\s+to)\b",
    re.IGNORECASE,
)

_WORD_GIVEN = late(
    r"\b(?:I|we)\s+(?:(?:can|do|hereby|both)\s+)?(?:promise|guarantee|commit|undertake|pledge|vow)\b|\b(?:you\s+have"
    r"|I\s+give\s+you)\s+my\s+word\b|\b(?:it\s+is|you\s+are|is|are)\s+guaranteed\b",
    re.IGNORECASE,
)
#: What binds us because a time to come stands in the sentence.
_WITH_A_TIME = late(
    r"\b(?:I|we|our\s+\w+|my\s+\w+|he|she|they)(?:'m|'re|'s|\s+am|\s+are|\s+is)\s+(?:\w+ly\s+)?(?:calling|ringing|phoning"
    r"|writing|emailing|sending|posting|shipping|delivering|refunding|crediting|paying|visiting|coming|bringing"
    r"|collecting|meeting|fixing|repairing|replacing)\b|\b(?:leaves|arrives|goes\s+(?:out|live|to)|ships|is\s+due"
    r"|reaches\s+you|comes|gets\s+(?:to|here)|(?:is|are|am|'s|'re|'m)\s+(?:booked|scheduled|planned|set|due|expected))\b"
    r"|\bexpect\b|\bat\s+the\s+(?:very\s+)?latest\b|\bno\s+later\s+than\b|\blet\s+me\b|\bguaranteed\b|\bshould\s+(?:be"
    r"|arrive|reach|have|get|receive|hear|see)\b(?!\s+(?:have|been|received|had|got|arrived))|\b(?:I|we)\s+(?:aim|plan"
    r"|intend|mean|expect)\s+to\b|\bplease\s+(?:allow|count\s+on)\b|\b(?:will|'ll|should)\s+take\b|\byou\s+(?:get|have"
    r"|hear|receive)\b(?=.{0,40}\bfrom\s+(?:me|us)\b)|\b(?:people|fitters|engineers|drivers|men|crew)\s+(?:come|arrive"
    r"|call)\b|\b(?:next|another|my)\s+(?:note|news|update|call|message)\b",
    re.IGNORECASE,
)
_BARE_WILL = late(r"(?:^|[,:-])\W*(?:@\w+\W+)?(?:(?:and|so|then|but)\s+)?$", re.IGNORECASE)
_SHORT_LINE = late(r"\b(?:by|within|before|no\s+later\s+than)\b", re.IGNORECASE)
_EXPECTED_OF_US = late(
    r"\b(?:as|than|what|would|might|could|did\s+not|don't|didn't)\s+(?:you(?:'d)?\s+)?(?:would\s+)?$", re.IGNORECASE
)

_CLAUSE = late(r",|:|\b(?:and|then)\b", re.IGNORECASE)
_ASKED = late(r"[?]\W*$")
_TAG = late(
    r"(?:,|\s-)\s*(?:(?:if|and)\s+)?(?:is|are|does|do|would|will|ok|okay|all\s?right|can|could|shall|what|when|which)\b[^,]*$",
    re.IGNORECASE,
)
_SAID_BY_OTHERS = late(r'(?<![\w"])"[^"]*"')

_KINDS = {
    "call": late(r"\b(?:call(?:s|ing|ed)?|call-?back|ring(?:ing)?|(?<!your )(?<!the )(?<!new )(?<!mobile )phon(?:e|ing)|telephone)\b",
        re.IGNORECASE,
    ),
    "news": late(
        r"\b(?:let(?:ting)?\s+you\s+(?:both\s+)?know|up-?dat(?:e|es|ed|ing)|writ(?:e|ing)|e-?mail(?:s|ed|ing)?|news|note"
        r"|(?:get|come|be|getting|coming)\s+(?:straight\s+|right\s+)?back\s+to\s+you|in\s+(?:touch|contact)|hear|repl(?:y"
        r"|ies|ying)|respon(?:d|se)|tell(?:ing)?\s+you|inform(?:ed|ing)?|notif(?:y|ied)|contact(?:ed|ing)?|text\s+you"
        r"|message|answer|confirm|reach\s+out|follow(?:ing)?\s+up|posted\s+on)\b",
        re.IGNORECASE,
    ),
    "money": late(
        r"\b(?:refund(?:s|ed|ing)?|credit(?!\s+card)(?:s|ed|ing)?|pay(?:s|ing)?(?!\s+attention)|payments?|paid|repa(?:y"
        r"|id)|money|reimburse[ds]?|reimbursement|compensat(?:e|ed|ion)|waive[ds]?)\b|[£$€]\s?\d",
        re.IGNORECASE,
    ),
    "delivery": late(
        r"\b(?:re)?(?:send(?:ing|s)?|sent|ship(?:s|ped|ping)?|shipment|deliver(?:y|ed|ing|s)?|replac(?:e|ed|ing)"
        r"|replacement|arriv(?:e|es|al)|dispatch(?:ed|ing)?|post(?:ed)?|courier|parcel|(?:be|is|back)\s+with\s+you)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that binds us: `text[start:end] == words`; `due` in UTC, None where no time is named.

    `kind` is what is promised: `call`, `news` (a word from us), `money`, `delivery`, or `deed` for anything else.
    """

    words: str
    start: int
    end: int
    due: datetime | None
    kind: str


def promises_in(text: str, *, said_at: datetime, zone: str) -> list[Found]:
    """Every sentence of ours that promises the customer a deed to come, in order; a sentence counts once.

    Rather one too many than one too few: the writer strikes out a wrong one with a tick, a missed one is broken unseen. Not
    promises: questions, what we will not do, past deeds, quoted lines and words, good wishes and offers of help. Kind intentions
    ("we will do our best") and plans ("we aim to") count where a time is named with them. `said_at` must be aware; `zone` is an
    IANA name. How times are read says `amends.coach.times.due_in`: a day without a clock time is 17:00 there, and "in N business
    days" counts Monday to Friday only.
    """
    found = (_promise(sentence, said_at, zone) for sentence in sentences(text))
    return [promise for promise in found if promise]


def covered(found: Found, recorded: Iterable[str]) -> bool:
    """Whether one of the recorded texts is the same sentence, a part of it or the whole it is part of.

    Letter case, blanks and punctuation do not count. A recorded text without a letter or figure covers nothing.
    """
    sought = _bare(found.words)
    return any(bare in sought or sought in bare for bare in map(_bare, recorded) if bare)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _promise(sentence: Sentence, said_at: datetime, zone: str) -> Found | None:
    words = _ours(sentence.words)

    def due(after: int) -> datetime | None:
        return due_in(words, said_at=said_at, zone=zone, after=after)

    at = _bound(words)
    when = None if at is None else due(at)
    if at is None:
        at = _loosely_bound(words, bullet=sentence.bullet)
        when = None if at is None else due(at)
        if at is None or when is None or when <= said_at:
            return None
    return Found(sentence.words, sentence.start, sentence.end, when, _kind(words, at))


def _ours(words: str) -> str:
    """The sentence as far as it is a statement in our own words, every character in its place."""
    words = _SAID_BY_OTHERS.sub(lambda quoted: " " * len(quoted[0]), plainly(words))
    if not _ASKED.search(words[-20:]):
        return words
    tag = _TAG.search(words[-200:])
    return words[: max(0, len(words) - 200) + tag.start()] if tag else ""


def _bound(words: str) -> int | None:
    """Where the sentence binds us, time or no time."""
    given = _WORD_GIVEN.search(words)
    said = [will.start() for will, before, rest in _wills(words) if _binds(before, rest)]
    return min((*said[:1], *([given.start()] if given else [])), default=None)


def _wills(words: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each "will" that is not denied, what stands before it and what follows."""
    for will in islice(_WILL.finditer(words), _TRIED):
        before, rest = words[max(0, will.start() - _BEFORE) : will.start()], words[will.end() : will.end() + _BEHIND]
        if not _NOT.match(rest) and not _NOT_SAID.search(before[-_SUBJECT_WITHIN:]):
            yield will, before, rest


def _binds(before: str, rest: str) -> bool:
    if _DONE.match(rest):
        return True
    near = before[-_SUBJECT_WITHIN:]
    if _YOU.search(near):
        return bool(_FOR_YOU.match(rest))
    if _POLITE.match(rest) or _LOOSE.match(rest):
        return False
    if _WE.search(near) or _AND.search(before) or _YOURS.search(near):
        return True
    return bool(_DEED.match(rest) and (_OURS.search(near) or _BARE_WILL.search(near)))


def _loosely_bound(words: str, *, bullet: bool) -> int | None:
    """Where the sentence binds us if it names a time."""
    for will, before, rest in _wills(words):
        if _LOOSE.match(rest) and (_WE.search(before) or _AND.search(before)):
            return will.start()
    said = _WITH_A_TIME.search(words)
    if said and not _EXPECTED_OF_US.search(words[max(0, said.start() - 30) : said.start()]):
        return said.start()
    line = _SHORT_LINE.search(words) if bullet and _kind(words, 0) != "deed" else None
    return line.start() if line else None


def _kind(words: str, at: int) -> str:
    """What is promised, as said behind the binding words, else just before; a delivery only where nothing else is."""
    for text in (words[at:], _CLAUSE.split(words[max(0, at - _BEFORE) : at])[-1]):
        first = {kind: match.start() for kind, pattern in _KINDS.items() if (match := pattern.search(text))}
        if first:
            return min(first, key=lambda kind: (kind == "delivery", first[kind]))
    return "deed"
