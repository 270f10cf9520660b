"""What binds us because a time to come stands in the sentence: "our fitter returns on Thursday". English only."""

from __future__ import annotations

import re

from amends.coach.promises.people import NAME, PARTICIPLE, PLACE, ROLE
from amends.drafts.cue import late
from amends.drafts.index import hopeful_of
from amends.drafts.turns import Turns

#: What binds us because a time to come stands in the sentence.
_WITH_A_TIME = (
    r"\b(?:I|we|our\s+\w+|my\s+\w+|he|she|they)(?:'m|'re|'s|\s+am|\s+are|\s+is)\s+(?:\w+ly\s+)?(?:calling|ringing"
    r"|phoning"
    r"|writing(?!\s+(?:to\s+you\s+)?(?:(?:today|now|this\s+\w+)\s+)?(?:because|about|to\s+(?!you\b|your\b|the\b"
    r"|them\b)))"
    r"|emailing|sending|posting|shipping|delivering|refunding|crediting|paying|visiting|coming|bringing"
    r"|collecting|meeting|fixing|repairing|replacing)\b"
    r"|(?:\b(?:I|we|our\s+\w+|my\s+\w+|he|she|they|(?:the|one\s+of\s+our)\s+(?:\w+\s+)?(?:fitter|driver|engineer"
    r"|plumber"
    r"|technician|courier|electrician|team|manager|warehouse|workshop|lab)s?)|(?-i:\b(?!(?:It|This|That|There|What"
    r"|Who|Which"
    r"|He|She|You|Nothing|Everything|The|Today)\b)[A-Z][\w'-]+))(?:'m|'re|'s|\s+am|\s+are|\s+is)\s+(?:(?:\w+ly|now"
    r"|also|just)"
    r"\s+)?(?:calling|ringing|phoning|emailing|sending|posting|shipping|refunding|paying|visiting|bringing"
    r"|collecting|meeting|fixing"
    r"|repairing|replacing|d[ie]spatching|sorting|booking|ordering|picking|dropping|rebooking|swapping|exchanging"
    r"|installing|fitting"
    r"|popping|driving|handing|releasing|issuing|transferring|reversing|returning|chasing|arranging|cancelling|waiving"
    r"|resending|reshipping|repainting|cleaning|delivering|inspecting|testing|reopening\s+your|speaking\s+to"
    r"|talking\s+to"
    r"|going\s+(?:through|over\s+(?:to|your)|to\s+(?:the|your)|round|back\s+(?:to|over))|coming|seeing\s+(?:to|the"
    r"|our|my|you)"
    r"|making\s+(?:it|you|your|the|a|sure)|giving\s+(?:you|it|them|your)|(?:getting|having)\s+(?:it|this|that|these"
    r"|them|your"
    r"|someone|somebody|the|an?|our|my)|taking\s+(?:it|this|that|them|your|the|her|him|you)|moving\s+(?:it|you|your"
    r"|the|this)"
    r"|putting\s+(?:it|you|your|the|this|an?|them|in|through)|passing\s+(?:it|this|your|the|you|them)|raising|reviewing"
    r"|checking|asking\s+(?:the|our|my|for)|running\s+(?:it|the|your|a)|turning\s+(?:it|your|the)|setting\s+(?:it"
    r"|up|your|you"
    r"|aside)|finishing\s+(?:it|your|the)|starting\s+(?:on|with|your|the|it)|closing\s+(?:your|it)|looking\s+(?:at"
    r"|into|after)"
    r"|working\s+on|painting|mending|servicing|crediting|writing\s+off|knocking|adding|removing|switching|upgrading)\b"
    r"|\b(?:I|we)(?:'ve|\s+have)\s+(?:asked|told|got|lined\s+up|arranged\s+for)\s+(?:(?-i:[A-Z][a-z][\w'-]+)|(?:our"
    r"|my)(?:\s+\w+){1,2}"
    r"|(?:the|an?|one\s+of\s+our)\s+(?:fitter|driver|engineer|plumber|technician|courier|electrician|team|manager"
    r"|van)s?)\s+to\s+\w+"
    r"|(?-i:\b[A-Z][a-z][\w'-]+)\s+has\s+(?:promised|agreed)\s+to\b|\b(?:I|we)(?:'ve|\s+have)\s+(?:put|booked"
    r"|pencilled)\s+you\b"
    r"|\bleave\s+(?:it|this|that|them|everything|all\s+that|the\s+\w+)\s+(?:(?:all|entirely)\s+)?(?:with"
    r"|to)\s+(?:me|us)\b"
    r"|\bgive\s+(?:me|us)\s+(?:until|till)\b|\b(?:look|watch|listen"
    r"|keep\s+an\s+eye)\s+(?:out\s+)?for\b(?=[^.;]{0,60}\b(?:from"
    r"\s+(?:me|us|our|my|[A-Z])|(?:my|our)\s+(?:call|text|e-?mail|letter|van|note|driver|answer|message)))"
    r"|^\W*back\s+(?:to"
    r"|with)\s+you\b|\b(?:visit|appointment|collection|delivery|slot|fitting|repair"
    r"|replacement)\s+is\s+(?:now\s+)?(?:for|on"
    r"|at|confirmed|arranged)\b|\b(?:rings|calls|phones|visits|meets|texts|e-?mails|writes\s+to|collects|delivers"
    r"|brings|fixes"
    r"|fits|refunds|replaces)\s+(?:you|it|your|the|them|round)\b|\bgoes\s+(?:in(?:to)?\s+the\s+post|off|back"
    r"|by\s+courier)\b"
    r"|\b(?:leaves|arrives|goes\s+(?:out|live|to)|ships|is\s+due"
    r"|reaches\s+you|comes|gets\s+(?:to|here)|(?:is|are|am|'s|'re|'m)\s+(?:booked|scheduled|planned|set|due"
    r"|expected))\b"
    r"|\bexpect\b(?!\s+(?:the|your|more|some)\s+[^.;]{1,30}\s+to\s+be\b)|\bat\s+the\s+(?:very\s+)?latest\b|\bno\s+later\s+than\b|\blet\s+me\b(?!\s+(?:know|have)\b)|\bguaranteed\b|\bshould\s+(?:be"
    r"|arrive|reach|have|get|receive|hear|see)\b(?!\s+(?:have|been|received|had|got|arrived))|\b(?:I|we)\s+(?:aim|plan"
    r"|intend|mean|expect)\s+to\b|\bplease\s+(?:allow|count\s+on)\b|\b(?:will|'ll|should)\s+take\b|\byou\s+(?:get|have"
    r"|hear|receive)\b(?=.{0,40}\bfrom\s+(?:me|us)\b)|\b(?:people|fitters|engineers|drivers|men|crew)\s+(?:come|arrive"
    r"|call)\b|\b(?:next|another|my)\s+(?:note|news|update|call|message)\b"
)
_EXPECTED_OF_US = late(
    r"\b(?:as|than|what|would|might|could|did\s+not|don't|didn't)\s+(?:you(?:'d)?\s+)?(?:would\s+)?$", re.IGNORECASE
)
#: What our people are to do, in the simple present or the progressive; the time stands behind.
_COMES = (
    rf"(?:{NAME}|{ROLE}|(?-i:\b(?:[Hh]e|[Ss]he)\b)){PLACE}\s*(?:(?:'s|'re|\s+is|\s+are)\s+(?:(?:\w+ly|now|also|just)\s+)?(?:"
    r"(?!(?:getting\s+married|leaving|closing|opening|working|waiting|having|being|retiring|travelling|flying|moving"
    r"|attending|staying|hoping|expecting|thinking|wondering|running\s+late|celebrating|performing|playing|recovering"
    r"|feeling|training|studying|launching|raising|striking|losing|experiencing|going\s+(?:on|away|abroad|home|to\s+be)"
    r"|taking\s+(?:leave|time|the\s+day|a\s+(?:day|week|break))|starting\s+(?:a|her|his|school|maternity)|having|living"
    r"|visiting\s+(?:his|her|family)|meeting\s+(?:his|her))\b)[a-z-]{2,14}ing\b"
    r"|back\s+(?:on|at|with|to|tomorrow|today)\b(?!\s+(?:at\s+)?(?:work|from|in\s+the\s+office))|there\b|with\s+you|on\s+site"
    r"|out\s+(?:with|to)\s+you|at\s+your|over\s+(?:on|to)|round\s+(?:on|at|to)|yours\b)"
    r"|\s+(?:(?:then|also|now)\s+)?(?:comes?|returns?|starts?(?!\s+(?:her|his|school))|begins?|arrives?|visits?|calls?|rings?|phones?"
    r"|picks?|drops?|brings?|delivers?|collects?|fits?|installs?|repairs?|replaces?|hangs?|paints?|lays?|finish(?:es)?"
    r"|fix(?:es)?|goes\s+(?:to|back|round|over|in)|tests?|checks?|inspects?|measures?|cuts?|sews?|bakes?|tunes?|services"
    r"|cleans?|clears?|loads?|takes?\s+(?:it|them|her|him|over|away|your|the)|reviews?|reads?\s+(?:it|your)|examines?|sees"
    r"|meets?|drives?|ferries|carries|mends?|ships?|posts?|sends?|writes?\s+to|emails?|texts?|moves?\s+(?:you|your|it)"
    r"|unblocks?|treats?|swaps?|pops?|gives?\s+you|shows?\s+you|hands?)\b)"
)
_WE_DO = (
    r"(?:^|[,;:]\s*|\b(?:and|so|then)\s+)(?:I|we)\s+(?:deliver|collect|ship|post|meet|fetch|bring|swap|replace|refund|fit|install"
    r"|pick|ring|call|hand|return|repaint|repair|drive|move)\s+(?:it|you|your|the|them|him|her|round|up)\b"
    r"|\b(?:gets?|is\s+being|are\s+being|is\s+to\s+be|are\s+to\s+be)\s+(?:[a-z]{2,12}ly\s+)?"
    rf"{PARTICIPLE}"
)

_PLANS = Turns(_WITH_A_TIME, _COMES, _WE_DO)


def planned(words: str) -> int | None:
    """Where the sentence binds us if it names a time."""
    found = (turn.pattern.search(words) for turn in hopeful_of(_PLANS, words))
    starts = (one.start() for one in found if one)
    return min((at for at in starts if not _EXPECTED_OF_US.search(words[max(0, at - 30) : at])), default=None)
