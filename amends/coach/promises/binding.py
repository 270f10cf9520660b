"""Where a "will" binds us: a deed of ours, or one done to a thing of theirs. English only."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from amends.coach.promises.people import NAME, NO_NAME, PARTICIPLE, PLACE, ROLE, STRANGER
from amends.drafts.cue import late

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    r"(?:\b(?:our|my|one\s+of\s+(?:us|our|my))\b[^.;:!?]{0,60}|\b(?:someone|somebody|team|colleagues?|manager"
    r"|supervisor"
    r"|engineer|technician|driver|courier|carrier|specialist|expert|agent|adviser|advisor|plumber|fitter|warehouse"
    r"|workshop|department|staff|member|owner|lead)\b[^.;:!?]{0,40}|\b(?:he|she|they)|"
    rf"(?-i:\b(?!{NO_NAME}\b)[A-Z][\w'-]{1, 20}))[\s,]*$",
    re.IGNORECASE,
)
#: A person with a name, not somebody of theirs; such a one may do anything for the customer.
_NAMED = late(rf"{NAME}{PLACE}\s*$|\b(?:he|she)\s*$", re.IGNORECASE)
#: "Ray has looked at it and will ring you": the name stands before the deed before.
_NAMED_ABOVE = late(
    rf"(?:^|[.;:,]\s+){NAME}(?:'s|\s+(?:has|is|was|\w+ed|took|did|made|knows|saw))\b[^.;:!?]{{0,120}}\b(?:and|then)\s*$"
)
#: One of our people, by trade.
_TRADED = late(rf"{ROLE}{PLACE}\s*$", re.IGNORECASE)
_THINGS = late(
    r"(?:^|[,;:-]|\b(?:and|but|so|that|then|because)\b)\s*(?:(?:by|on|from|until|within|in|at)\s[^,]{1,30},?\s)?"
    r"(?P<thing>(?:the|your|a|an|any|all|both|every|each|our|my|this|that|these|those|it|they|everything|what)\b"
    r"(?:\s+(?!(?:and|but|so|that|which|who)\s)[\w'-]+){0,9})[\s,]*$",
    re.IGNORECASE,
)
#: What is done to it, and where it goes, when we do something about it.
_TO_IT = late(
    rf"\s+(?:(?:be|get)\s+(?:being\s+)?(?:[a-z]{{2,12}}ly\s+)?(?:{PARTICIPLE}|up\b|gone\b|down\b(?!\s+for)|off\b|in\s+place"
    r"|over\s+(?:and|by|on)|back\b|with\s)|(?:come|go)\s+(?:down|off|out|back|up|on|away|in|through|home|to\b|straight"
    r"|by\b|on\b|today|tomorrow|tonight)|go\s*(?:$|[.,])|stop\s+(?:by|on|at|today|tomorrow|tonight))",
    re.IGNORECASE,
)
_WORK = late(
    r"\b(?:work|works|job|repairs?|service|treatment|installation|refurbishment|course|cleanup|clean-up|inspection"
    r"|survey|move|tests?|(?!(?:meeting|building|opening|wedding|evening|morning|screening|sailing|training)s?\b)"
    r"[a-z-]{3,16}ing)\b(?:\s+(?:of|on|in|to|at)\s[\w' -]{1,40})?$",
    re.IGNORECASE,
)
_WORKS = late(r"\s+(?:start|begin|commence|finish|stop|end|be\s+(?:over|done|finished|complete))\b", re.IGNORECASE)
_PUBLIC = late(
    rf"(?:{STRANGER})\b(?!'s)|^(?!your|our|my)\w+\b.*\b(?:road|street|lane|bridge|motorway|junction|bus|train|tram|ferry|flight"
    r"|match|game|hearing|trial|election|winners?|exams?|railway|museum|airport|station|park|law|tax(?:es)?|pool|beach"
    r"|festival|film|concert|show|clocks?|market|sale|offer|weather|school|tide|traffic|schedule|season|office|shop"
    r"|store|branch|strike|lease|term|contract|power|electricity|rain|snow|sun|wind|heat|fever|swelling|pain|rash|bruise"
    r"|prices?|fares?|rates?)\b(?!\s+(?:key|card|pass|voucher|refund|ticket))",
    re.IGNORECASE,
)
#: What they owe, and that it is taken from them.
_OWED = late(r"\b(?:balance|deposit|rent|inst[a]l?lments?|premium|fees?|payments?|charges?|amount)\b", re.IGNORECASE)
_AGAINST = late(
    r"\s+be\s+(?:blocked|suspended|frozen|cut\s+off|disconnected|lost|delayed|charged|debited|refused)\b", re.IGNORECASE
)
_TAKEN = late(r"\s+be\s+(?:taken|collected|debited|due)\b\s*(?:on|from|by|at|$|\.|tomorrow|today)", re.IGNORECASE)
#: What a person is or has without doing anything, or does for himself.
_STATE = late(
    r"\s+(?:be(?!\s+(?:at|out|back\s+(?:with|on|at|to|by)|on\s+(?:your|hand|site|the\s+(?:phone|line|way))|over|round|along|outside|waiting"
    r"|bringing|\w+ing"
    r"\s+(?:you|your|it|this|that|them|the)))|have(?!\s+(?:[^.;]{1,40}\s(?:by|at|on|ready|within)\b|it|your|the|this|that|them|an?\s+(?:answer|quote|price"
    r"|word)))"
    r"|need|want|know|like|love|hope|understand|appreciate|agree|see(?!\s+(?:to|you|that|your|her|him|it))|think|feel|lose|win"
    r"|retire|turn"
    r"|celebrate|become|grow|fall|re-?open|open|close|cost|rise|vote|leave|live|join|require|say|raise\s+(?:its|their|prices?)|increase\s+(?:its|their)|decide|refuse|deny"
    r"|miss"
    r"|welcome|stay|remain|regret|accept|expect|insist|complain)\b",
    re.IGNORECASE,
)
_TO_YOU = late(
    r"[^.;]{0,60}?\b(?:you|your|it|him|her|them|this|that|the|at|on|by|tomorrow|today|tonight|within|before|next"
    r"|every)\b",
    re.IGNORECASE,
)
_YOU = late(r"\byou\s*$", re.IGNORECASE)
#: Reported, hoped or asked, and so not said by us as sure.
_NOT_SAID = late(
    r"\b(?:(?:(?:don't|do\s+not|can't|cannot)\s+(?:think|believe|say|expect|imagine)|doubt"
    r"|not\s+sure)(?:\s+that)?\s+(?:\w+\s+)?\w+|(?:said|told\s+(?:us|me)|wrote|mentioned|asked)\b(?:\s+that)?\s+\w+"
    r"|(?:hope|hoping|hopefully"
    r"|wish)\b(?:\s+\w+){0,4}|(?:if|whether|when|how\s+soon)\s+(?:you|it|they|he|she|this|that|(?:your|the|my"
    r"|our)\s+\w+)"
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
    r"|back|emailing|looking|following)|call|ring|phone|telephone|write|e-?mail|text|message|contact|reach\s+out|get|come|visit"
    r"|send|refund|credit|repay|pay|reimburse|replace|repair|fix|mend|collect|pick|deliver|ship|dispatch|post|return"
    r"|reply|respond|answer|update|let|tell|inform|notify|confirm|check|look|investigate|review|arrange|book|order"
    r"|cancel"
    r"|correct|change|remove|bring|take|make|give|provide|issue|process|follow|speak|talk|meet|go|test|clean|install"
    r"|finish|complete|resolve|sort|see\s+(?:to|you)|ensure|do|keep|handle|explain|drop|swap|exchange|waive|raise"
    r"|escalate|pass"
    r"|help|assist|connect|be\s+able\s+to|fit|introduce|pop|drive|walk|carry|measure|wait\s+(?:at|for\s+you|outside|in)"
    r"|hand|set|show\s+you|open\s+(?:the|your)|unlock|lend|fetch|find|chase|watch|monitor|oversee|supervise|prepare"
    r"|pack"
    r"|print|sew|polish|wash|tune|service|inspect|survey|assess|quote|translate|sign|file|register|log|switch|turn"
    r"|re(?:set|start|connect|book|order|issue|send|do|paint|fit|seal|fund|open\s+your)|unblock|treat|examine|accompany"
    r"|escort|greet|look\s+after|stay\s+with|swing|nip|hold|be\s+(?:at|over|round|along|outside|waiting))\b",
    re.IGNORECASE,
)
#: What happens to a thing because we do it, whatever stands before "will".
_DONE = late(
    r"\s+(?:(?:be|get|have\s+been|have)\s+(?:\w+ly\s+)?(?:with\s+you|on\s+its\s+way|in\s+(?:your|touch)|ready|back"
    r"|fixed"
    r"|done|live|delivered|working|up\s+and\s+running|restored|connected|welded|mended|refunded|repaired|replaced|sent"
    r"|shipped|dispatched|picked\s+up|posted|mailed|emailed|credited|returned|repaid|paid|reimbursed|compensated|issued"
    r"|processed|collected|resolved|sorted|completed|finished|installed|corrected|changed|cancelled|canceled|removed"
    r"|waived|restored|reviewed|investigated|checked|looked\s+into|dealt\s+with|handled|addressed|escalated|raised"
    r"|forwarded|passed|shared|taken|made|arranged|booked|scheduled|contacted|called|notified|informed|updated|answered"
    r"|given|provided|put|met|moved|covered|driven|fitted|reversed|cleared|looked\s+after|cleaned|reconnected|rebooked"
    r"|brought|handed|swapped|exchanged|honou?red|switched|released|reset|rung|phoned|texted|driven|redelivered"
    r"|reordered|re-?sent|transferred|deposited|applied|rectified|continued|renovated|upgraded"
    r"|reopened|implemented)|arrive|reach|come\s+(?:to\s+you|by|on|with|at)|go\s+(?:out|live|to)|leave|ship"
    r"|show\s+(?:up"
    r"|in|on)|appear\s+(?:in|on))\b",
    re.IGNORECASE,
)
_FOR_YOU = late(
    r"\s+(?:have|receive|get|hear|see|find\s+(?:the|your|a)\s+(?:[\w-]+\s+)?(?:refund|money|credit|amount|replacement|new|voucher|receipt))\b(?!\s+(?:to|seen|noticed|read|been|had|used|that|how|why)\b)",
    re.IGNORECASE,
)

#: Kind words after "we will" that bind nobody.
_POLITE = late(
    r"\s+(?:(?:always|ever|continue\s+to|gladly|only|certainly)\s+)*(?:(?:have\s+to\s+)?wait\s+(?:until|till|and)\b"
    r"|be\s+(?:(?:so|very|only\s+too|more\s+than|most"
    r"|really|always|just)\s+)*(?:happy|glad|pleased|delighted|honou?red|thrilled|grateful|sorry|sad|proud"
    r"|excited)(?:\s+to\s+(?:help|assist|answer|hear|see|welcome|have|host|lose|be|serve|discuss|talk|explain|offer)\b"
    r"|\s+(?:if|for|with|that)\b|\s*$)|be\s+(?:(?:right\s+)?here|there\s+for|around|open|closed|available"
    r"|waiting(?!\s+(?:at|outside|inside|in|by|there|with|on|under|near|behind|downstairs)\b)|thinking|honest"
    r"|looking\s+forward|in\s+a\s+better)\b|look\s+forward\b|see(?!\s+(?:you|to|that|if|what|whether)\b)"
    r"|(?:value|cherish|treasure|appreciate|miss|respect|understand|welcome|love|hope|wish|need|require|want|admit|say"
    r"|leave\s+you|assume|regret|remain|know|agree|exceed|enjoy)\b)",
    re.IGNORECASE,
)
#: Where we are when we are not at work for them.
_AWAY = late(
    r"\s+be\s+(?:(?:away|off(?:\s+(?:work|sick|duty|until|on|from|today|tomorrow))?|out(?!\s[^.;]{0,40}\bto\s+(?!the\b|a\b|lunch)\w)|travelling|abroad"
    r"|unavailable|closed|busy"
    r")\s*(?:$|[,.]|\b(?:on|at|until|till|from|all|next|this|today|tomorrow|for)\b)|out\s+of\s+(?:the\s+)?(?:office"
    r"|town)|on"
    r"\s+(?:leave|holiday|annual|vacation|maternity|a\s+course|a\s+plane|strike|sick)|in\s+(?:a\s+)?meetings?"
    r"|in\s+court"
    r"|back\s+(?:at\s+(?:work|my\s+desk)|in\s+(?:the\s+)?(?:office|shop|work)|at\s+the\s+(?:desk|office)|from))\b",
    re.IGNORECASE,
)
#: Words that bind us only when a time stands with them.
_LOOSE = late(
    r"\s+(?:read|consider|think|note|remember|bear|keep\s+(?:this|that|it|you|your|these)\b[^,.;]{0,30}\bin\s+mind"
    r"|take\s+(?:this|that|it|your|these|all|the)\b[^,.;]{0,40}\b(?:on\s+board|to\s+heart|into\s+(?:account"
    r"|consideration)|seriously|opportunity)|do\s+(?:our|my|all|everything|whatever|anything)|try|endeavou?r"
    r"|make\s+(?:every|all)|strive|aim|hope|work\s+(?:hard|tirelessly)|continue\s+to|use\s+(?:this|your)"
    r"|have\s+to(?!\s+wait\b))\b",
    re.IGNORECASE,
)

_WORD_GIVEN = late(
    r"\b(?:I|we)\s+(?:(?:can|do|hereby|both)\s+)?(?:promise|guarantee|commit|undertake|pledge|vow)\b|\b(?:you\s+have"
    r"|I\s+give\s+you)\s+(?:my|our)\s+word\b|\b(?:count|rely|depend)\s+on\s+(?:(?:me|us|our\s+\w+|my\s+\w+)|(?-i:[A-Z][\w'-]+))"
    r"\s+to\s+\w+|\b(?:it\s+is|you\s+are|is|are)\s+guaranteed\b",
    re.IGNORECASE,
)
_BARE_WILL = late(r"(?:^|[,:-])\W*(?:@\w+\W+)?(?:(?:and|so|then|but)\s+)?$", re.IGNORECASE)


def bound(words: str) -> int | None:
    """Where the sentence binds us, time or no time."""
    given = _WORD_GIVEN.search(words)
    said = [will.start() for will, before, rest in _wills(words) if _binds(before, rest)]
    return min((*said[:1], *([given.start()] if given else [])), default=None)


def loosely_bound(words: str) -> int | None:
    """Where a will binds us if a time stands with it."""
    for will, before, rest in _wills(words):
        if _LOOSE.match(rest) and (_WE.search(before) or _AND.search(before)):
            return will.start()
    return None


def _wills(words: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each "will" that is not denied, what stands before it and what follows."""
    for will in islice(_WILL.finditer(words), _TRIED):
        before, rest = words[max(0, will.start() - _BEFORE) : will.start()], words[will.end() : will.end() + _BEHIND]
        if not _NOT.match(rest) and not _NOT_SAID.search(before[-_SUBJECT_WITHIN:]):
            yield will, before, rest


def _binds(before: str, rest: str) -> bool:
    near = before[-_SUBJECT_WITHIN:]
    thing = _THINGS.search(near)
    if thing and _is_not_ours(thing["thing"], near, rest):
        return False
    if _DONE.match(rest):
        return not _AWAY.match(rest)
    if _YOU.search(near):
        return bool(_FOR_YOU.match(rest))
    if _AWAY.match(rest) or _POLITE.match(rest) or _LOOSE.match(rest):
        return False
    return bool(_WE.search(near) or _AND.search(before) or _YOURS.search(near)) or _is_done(thing, near, rest)


def _is_done(thing: re.Match[str] | None, near: str, rest: str) -> bool:
    """Whether a thing is done, or one of our people does something."""
    if thing and (_TO_IT.match(rest) or (_WORKS.match(rest) and _WORK.search(thing["thing"]))):
        return not _PUBLIC.search(thing["thing"])
    named = (_NAMED.search(near) or _NAMED_ABOVE.search(near)) and not _STATE.match(rest) and _TO_YOU.match(rest)
    traded = _TRADED.search(near) and not _STATE.match(rest)
    deed = _DEED.match(rest) and (_OURS.search(near) or _BARE_WILL.search(near))
    return bool(named or traded or deed)


def _is_not_ours(thing: str, near: str, rest: str) -> bool:
    """Whether it is public what happens to the thing, or is done to their cost."""
    if _AGAINST.match(rest) or (_TAKEN.match(rest) and _OWED.search(thing)):
        return True
    return bool(_PUBLIC.search(thing) and _TO_IT.match(rest) and not _YOURS.search(near))
