"""How a firm says no: who cannot or will not give what, what is not to be had, turned down or not covered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.remedy.closing_words import CLOSED, NO, NO_BY_ANOTHER_NAME
from amends.drafts.cue import late
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_PLACE = (
    r"(?:hotel|shop|store|branch|bank|gym|club|school|college|university|nursery|kitchen|restaurant|clinic|surgery"
    r"|practice|dentist|doctor|hospital|pharmacy|landlord|office|head office|management|manager|director|company|firm"
    r"|airline|carrier|insurer|underwriters?|panel|board|committee|council|desk|department|team|warehouse|workshop"
    r"|garage|salon|spa|venue|theatre|cinema|museum|park|library|court|agency|host|owner|supplier|manufacturer|maker"
    r"|system|tariff|policy|contract|fare|ticket|scheme|plan|package|warranty|guarantee|cover|insurance|agreement"
    r"|licence|membership|rules?|terms|tenancy|lease|rate|booking|deal|offer|sale|voucher|platform|software|till)"
)
_WHO = (
    rf"(?:I|we|they|(?:our|the|this|your|that|my|head) (?:\w+ )?{_PLACE}(?: you (?:bought|chose|booked|signed|took))?)"
)
_NOT = (
    r"(?:can(?:not|'t| not)|could(?:n't| not)|won't|will not|wouldn't|would not|do not|don't|does not|doesn't|(?:'m "
    r"|'re |am |are |is )?(?:unable|powerless|not (?:able|allowed|authori[sz]ed|permitted|prepared|willing|going|in a"
    r" position|at liberty|empowered)) to|(?:isn't|aren't) (?:able|allowed|prepared|willing|going|permitted|in a"
    r" position) to)"
)
_GIVING = (
    r"(?:refund|exchange|replace|compensate|reimburse|repay|credit|accept (?:it|them|this|that|returns?|the|any|your"
    r"|an?|liability|late)|take back|take (?:it|them|this|that|the \w+|your \w+) (?:back|any further|further)|waive"
    r"|approve|honou?r|grant|re-?do|re-?make|freeze|pause|reinstate|swap|accommodate|alter|overturn|reverse|undo"
    r"|back-?date|bend|budge|(?:make|allow) (?:an |any |further )?exceptions?|lower|match|entertain|uphold|amend|bring"
    r" (?:it|this|that|the \w+|your \w+) forward|send (?:an?|another|anyone|anybody) (?:engineer|technician|plumber"
    r"|electrician|second|new|other|replacement|fitter|driver|van|courier|one)|come with|extend to|include|cover|agree"
    r" to|contribute|re-?open|give (?:you )?(?:it|that|any|the money|your money|money|cash|a refund|refunds)|stretch to"
    r"|(?:do|offer|give|issue|process|make|provide|allow|permit|consider|support) (?:\w+ ){0,2}?(?:refunds?|exchanges?"
    r"|returns?|reversals?|swaps?|upgrades?|compensation|changes?|amendments?|cancellations?|transfers?|extensions?"
    r"|replacements?|repairs?|discounts?|part|reductions?|credits?|payments?|adjustments?|exceptions?|rebooking"
    r"|call-?outs?)|go (?:any )?(?:further|higher|lower)|meet (?:this|that|your|the) (?:request|demand|cost|claim|bill)"
    r"|be taking (?:this|it) (?:any )?further|be (?:able to (?:help|assist|do|offer)|refunding|replacing|paying"
    r"|compensating|changing|reopening|offering|entering into))"
)
_THINGS = (
    r"(?:refunds?|returns?|exchanges?|reversals?|cancellations?|replacements?|compensation|credit(?: notes?)?|changes?"
    r"|claims?|deposits?|fees?|exceptions?|extensions?|upgrades?|payments?|discounts?|reimbursements?|swaps?|repairs?"
    r"|transfers?|amendments?|appeals?|adjustments?|concessions?|goodwill|refunding|waiver|second visit|cash|money back"
    r"|overrides?)"
)
_GIVEN = (
    r"(?:refunded|returned|exchanged|replaced|reversed|cancelled|reimbursed|compensated|credited|waived|honou?red"
    r"|granted|approved|accepted|heard|considered|upheld|reopened|re-opened|raised|made|paid|changed|altered|amended"
    r"|extended|reinstated|redeemed|entertained|reactivated|offered|issued|transferred|overturned|backdated|undone"
    r"|revisited|brought forward|accommodated|met|allowed|carried over|rolled over)"
)
_ASKED = (
    r"(?:request|claim|application|appeal|complaint|refund|return|exchange|demand|petition|dispute|challenge|case"
    r"|submission|proposal)"
)
_NO_SAID = r"(?:declined|denied|refused|rejected|dismissed|turned down|thrown out|disallowed|unsuccessful|not (?:been )?upheld)"
_GOOD = (
    r"(?:possible|available|payable|due|permitted|allowed|given|offered|owed|on offer|an option|on the table|something"
    r" (?:that )?(?:we|I|the \w+|they) (?:can|could|are able to|do|offer)(?: do| give| offer| help with)?)"
)
_CANNOT = Turns(
    (
        (
            rf"\b{_WHO}(?: \w+ly| simply| just| really)?(?: |(?='))(?:{_NOT})(?: \w+ly| simply| also| even| now){{0,2}}"
            rf" {_GIVING}\b[^.!?;\n]{{0,60}}"
        ),
        NO,
        (
            "refu*|exch*|repl*|comp*|reim*|repay|cred*|acce*|take|taking|waiv*|appr*|hono*|gran*|redo|re|remake|free*"
            "|paus*|rein*|swap|acco*|alte*|over*|reve*|undo|back*|bend|budge|exce*|lowe*|match|ente*|upho*|amen*|bring"
            "|engi*|tech*|seco*|come|exte*|incl*|cove*|agree|cont*|reop*|money|cash|stre*|retu*|upgr*|chan*|canc*|tran*"
            "|disc*|part|redu*|paym*|adju*|rebo*|call*|furt*|high*|meet|help|assi*|offe*|payi*|repa*|any|give|send"
            "|driver|van|courier|plum*|elec*|fitter|open*|ente*"
        ),
    ),
)
_CANNOT_AT_ALL = Turns(
    (
        (
            rf"\b(?:{_WHO}|(?-i:(?!You\b)[A-Z][a-z]+)|\w+ (?:owner|manager|office|board|team)) (?:simply |just |really "
            rf"|sadly |regrettably )?(?:cannot|can't|can not"
            r"|could not|couldn't|(?:'m |'re |am |are |is |was |were )?(?:unable|powerless|not (?:able|allowed"
            r"|authori[sz]ed|permitted|prepared|willing|minded|inclined|obliged|in a position)) to|(?:have|has|had)"
            r" (?:decided|chosen|opted) not to|(?:have|has) no (?:way|means|authority|power|plans?|intention) (?:to"
            r"|of))(?: \w+ly| also| even)? (?:authori[sz]e|sanction|write (?:\w+ )?off|lift|drop|remove|cancel|release"
            r"|allow|let you|permit|offer|reduce|increase|hold (?:the|your|a|that)|deliver|ship|process|pay|help|assist"
            r"|fix|repair|mend|visit|attend|do (?:it|that|this|any|more|so)|change|grant|extend|give you|return|move"
            r"|add|book|fit you|squeeze|rearrange|reschedule|provide|support|fund|issue|renew|transfer|split|prorate"
            r"|meet|agree|accede|oblige|put (?:it|that|this) right|better|improve on|take (?:this|it|that|any)|stretch"
            r"|shift|go beyond|go back on|look at this again)(?:ing)?\b(?! (?:enough|with you|more|an? (?:\w+"
            r" ){0,1}(?:date|time|answer|figure|reason|word)|the (?:date|time|reason)))"
        ),
        NO + "|decided|chosen|opted|no",
        (
            "auth*|sanc*|write|lift|drop|remo*|canc*|rele*|allo*|let|perm*|offe*|redu*|incr*|hold|deli*|ship|proc*|pay"
            "|help|assi*|fix|repa*|mend|visi*|atte*|do|chan*|gran*|exte*|give|retu*|move|add|book|fit|sque*|rear*|resc*"
            "|prov*|supp*|fund|issu*|rene*|tran*|split|pror*|meet|agree|acce*|obli*|put|better|improve|take|stre*|shift"
            "|go|look"
        ),
    ),
    (
        (
            rf"\b{_WHO} (?:never|no longer|only|don't ever|do not ever) (?:{_GIVING}s?|(?:give|hand|pay|send"
            rf"|take)s? (?:\w+ ){{1,3}}back)\b|\b{_WHO} only (?:refunds?"
            rf"|exchanges?|replaces?|accepts?|covers?"
            r"|credits?) "
        ),
        "never|longer|only|ever",
        (
            "back|refu*|exch*|repl*|comp*|reim*|repay|cred*|acce*|waiv*|hono*|redo|swap|exte*|cove*|incl*|canc*|pay|pays|take"
            "|make|give|offer|issue|do"
        ),
    ),
    (
        (
            rf"\b{_THINGS}(?: [\w']+){{0,4}}? (?:is|are|was|were)(?:n't| not)(?: \w+ly| going to be)? (?:on the cards"
            rf"|happening|coming|in order"
            r"|warranted|appropriate|justified|considered|something|part of|in the|covered|included|within|ours to|mine"
            r" to|going to happen)\b|\bnothing in (?:the|your|our|this) \w+(?: \w+){0,2} (?:entitles?|allows?|obliges?"
            r"|requires?|covers?|permits?|provides?|says)\b|\b(?:not|n't) (?:something|a thing) (?:that )?(?:we|I|they"
            r"|anyone)\b|\b(?:a (?:firm|flat|hard|definite|simple|clear|straight)|still|is|it's|be) no(?= ?[.,;!]|"
            r" from)|(?<!say stop )\band that's (?:that|final|the end of)\b|(?<!will be )(?<!be )\bthe end of (?:it"
            r"|the matter|the road)\b"
            r"|\b(?:will|shall"
            r"|does|do|did|is|are)(?:n't| not) (?:be )?(?:move|moving|shift|shifting|depart|departing|deviate|go back)"
            r" (?:from|on) (?:that|this|the|her|his|their|our|its|my)\b|\bwon't (?:move|shift|depart) (?:from|on)\b"
        ),
        (
            "refu*|retu*|exch*|canc*|repl*|comp*|cred*|chan*|depo*|fee|fees|exce*|exte*|upgr*|disc*|reim*|swap|cash"
            "|money|nothing|something|thing|no|that's|end|move|moving|shift*|depart*|devi*|back"
        ),
        NO + "|nothing|that's|end",
    ),
    (
        (
            rf"\b(?:am|are|is|'m|'re)(?: therefore| hereby| now)? (?:declining|refusing|rejecting|turning down"
            rf"|dismissing|denying) (?:your|the|this|it|any)\b|\b(?:reject|decline|refuse|deny|dismiss)(?:s|es)?"
            rf" (?:your|the|this|any|all|such) (?:\w+ ){{0,2}}{_ASKED}"
        ),
        "decl*|refu*|reje*|turning|dism*|deny*|deny",
    ),
)
_THING_NEEDED = (
    "refu*|retu*|exch*|reve*|canc*|repl*|comp*|cred*|chan*|clai*|depo*|fee|fees|exce*|exte*|upgr*|paym*|disc*|reim*"
    "|swap*|repa*|tran*|amen*|appe*|adju*|conc*|good*|waiver|seco*|cash|money|over*"
)
_NOT_TO_BE_HAD = Turns(
    (
        (
            rf"\b{_THINGS}(?: (?:for|on|of|to|by|at|in) [\w' -]{{2,30}})? (?:is|are)(?:n't| not)(?: \w+ly)? {_GOOD}\b"
            rf"|\b(?:no|nor any) (?:\w+ )?{_THINGS}(?: \w+){{0,4}}? (?:is|are|can be|could be|will be|may be|would be)"
            rf" (?:{_GOOD}|{_GIVEN})\b|\bthere (?:is|are|'s|will be|can be|was) (?:sadly |unfortunately |simply )?no"
            rf" (?:\w+ )?(?!fees?\b|changes?\b|payments?\b|repairs?\b|claims?\b){_THINGS}\b"
        ),
        NO,
        _THING_NEEDED,
    ),
    (
        (
            rf"\b(?:cannot|can't|can not|won't|will not|could not|couldn't) (?:now |simply |sadly )?(?:be {_GIVEN}|come"
            rf" back|go back)\b"
        ),
        NO,
        "be|back",
        (
            "refu*|retu*|exch*|reve*|canc*|reim*|comp*|cred*|waiv*|hono*|gran*|appr*|acce*|heard|cons*|uphe*|reop*|re"
            "|raised|made|paid|chan*|alte*|amen*|exte*|rein*|rede*|ente*|reac*|offe*|issu*|tran*|over*|back*|undone"
            "|revi*|brou*|acco*|met|allo*|carr*|roll*|repl*"
        ),
    ),
    (
        (
            rf"\b(?:it|that|this)(?:'s|(?:'s| is)(?: \w+ly)? not|(?: is|'s) no longer| isn't| is) (?:possible"
            rf"|impossible|within (?:our|my) (?:power|gift|remit)) (?:for (?:us|me) )?to(?= (?:{_GIVING}|refund|move"
            rf"|change|cancel|return|extend|give|offer|pay|do|make"
            r"|bring|arrange|reschedule|provide|issue|process))"
        ),
        "poss*|impo*|within",
        NO,
    ),
    (
        r"(?<!not )\b(?:out of the question|off the table|not open to (?:discussion|negotiation|appeal))\b",
        "question|table|open",
        "out|off|not",
    ),
    (
        (
            r"\b(?:(?:not|isn't|aren't|is non|are non|non)[ -]?(?:negotiable|returnable|refundable|exchangeable"
            r"|transferable|reversible|redeemable)|(?:is|are)n't (?:covered|included|eligible|entitled)|(?:is|are|be"
            r"|was|were) (?:forfeit(?:ed)?|excluded|exempt))\b"
        ),
        "nego*|retu*|refu*|exch*|tran*|reve*|rede*|cove*|incl*|elig*|enti*|forf*|excl*|exem*|nonr*",
    ),
    (r"(?<!with )\bno exceptions\b|\bno exceptions? (?:can|will|is|are)\b", "exce*", "no|not"),
    (
        (
            r"\b(?:not|isn't|aren't|wasn't) something (?:that )?(?:the|our|this|my|any) (?:\w+ ){1,2}(?:can|could|does|do"
            r"|would|will|is|are)\b"
        ),
        "something",
        NO,
    ),
    (r"\bsales?(?: \w+){0,2} (?:is|are) final\b|\b(?:all sales|sale \w+|sale) (?:are )?final\b", "final", "sale|sales"),
)
_TURNED_DOWN = Turns(
    (
        (
            rf"\b(?:your|the|this|that|every|any) (?:\w+ ){{0,2}}?{_ASKED}(?: for [\w' -]{{2,40}})? (?:has been|have"
            rf" been|was|were|is|has) (?:(?:assessed|reviewed|considered|looked at|examined) and )?(?:therefore |now "
            rf"|regrettably |sadly |unfortunately )?{_NO_SAID}\b|\b{_ASKED}s?(?: for [\w' -]{{2,40}})?(?: are| will be|"
            rf" must be| have to be| has to be| can only be)? {_NO_SAID}\b|\b(?:I|we|they|(?:the|our|your) (?:\w+"
            rf" )?{_PLACE})(?: has| have|'ve| had to| must|'ll have to)? (?:decided (?:against|not to)|declined?"
            rf"|refused?|reject(?:ed)?|turn(?:ed)? down|said no to|dismissed|opted not to|chosen not to) (?:to"
            rf" )?(?:your|the|this|that|it|any|pay|refund|cover|approve|grant|allow|replace|compensate)\b|\bfalls? to"
            rf" be (?:refused|rejected|declined)\b|\bturned down\b(?=,? without)"
        ),
        "decl*|deni*|refu*|reje*|dism*|turn*|thrown|disa*|unsu*|uphe*|decided|said|opted|chosen",
        (
            "requ*|clai*|appl*|appe*|comp*|retu*|exch*|dema*|peti*|disp*|chal*|case|subm*|prop*|i|we|they|the|our|your"
            "|falls|fall|refu*"
        ),
    ),
    (
        (
            rf"\b(?:is|are|does|do)(?: not|n't) (?:qualif\w+|meet (?:the|our) (?:criteria|conditions|requirements))"
            rf"|\b{_ASKED} (?:does not|doesn't|fails to|did not|didn't) (?:succeed|meet|satisfy|qualify)"
            rf"|\b(?:ineligible|disqualified) (?:for|from)\b"
        ),
        "qual*|crit*|cond*|requ*|succ*|meet|sati*|inel*|disq*",
    ),
)
_NOT_COVERED = Turns(
    (
        (
            r"\b(?:falls?|fell|is|are|lies?|sits?|was) (?:\w+ly )?outside (?:of )?(?:what|(?:the|our|your|its|any|that"
            r"|this) (?:\w+ )?(?:scope|terms|cover|warranty|guarantee|policy|window|limits?|rules?|contract|agreement"
            r"|plan|remit|period|criteria|allowance|conditions|insurance|days|hours))\b|\boutside (?:the )?(?:scope"
            r"|terms|warranty|guarantee|window|cover|policy|time limit|period) of\b"
        ),
        "outside",
    ),
    (
        (
            r"\b(?:warranty|guarantee|cover|cooling-off period|return(?:s)? (?:window|period)|time limit|deadline"
            r"|voucher|discount)s?(?: \w+){0,5}? (?:ran out|(?:has |have |had )?(?:expired|lapsed|run out|ended|passed"
            r"|closed)|is (?:over|up|long gone|no longer valid))\b"
        ),
        "warr*|guar*|cover|cool*|retu*|limit|deadline|vouc*|offe*|disc*",
        "out|expi*|laps*|ended|passed|closed|over|up|gone|valid",
    ),
    (
        (
            r"\bout of (?:warranty|guarantee|contract|time)\b|\btoo late (?:to|for) (?:a |an |any )?(?:refund|return"
            r"|cancel|change|claim|exchange|complain|appeal|amend|dispute|object)\w*"
        ),
        "warranty|guarantee|contract|time|late",
        "out|too",
    ),
)
_OURS_NO_LONGER = late(
    r"\b(?:not something I(?:'d| can| could| would) ask|tell you (?:that )?it won't|closed to all|(?:for|by) \w+ing, so"
    r"|should(?:n't| not| never)? have|wrong(?:ly)?|mistake(?:n|nly)?|in error|you were told|told you|you asked|as"
    r" you (?:describe|say|tell)|whoever|nobody|not (?:be )?(?:asked|charged?|billed)|must never|no longer stands?"
    r"|whatever the (?!reason|cause|circumstance|condition)|overturned|reopened|instead of|could have been"
    r"|if you (?:don't|do not)|until you|unless you|without"
    r" (?:your|asking|telling)|you don't|you do not|you won't|you (?:can|may) (?:keep|cancel)|so far|yet)\b",
    re.IGNORECASE,
)
_WISHED = Turns((r"\b(?:wish|if only) (?:I|we) could(?: \w+){1,2}", "could"))
_FRAMES = (_CANNOT, _CANNOT_AT_ALL, _NOT_TO_BE_HAD, CLOSED, _TURNED_DOWN, _NOT_COVERED, NO_BY_ANOTHER_NAME)


def declining(draft: Draft) -> Iterator[re.Match[str]]:
    """The places where something is refused them, in the order of the kinds of words."""
    for frame in _FRAMES:
        for found in frame.all(draft):
            words = draft.sentence(found.start())
            if not words.endswith("?") and not _OURS_NO_LONGER.search(words):
                yield found


def apart(words: str) -> str:
    """The words of a sentence, the refusal in it blank; what stands behind its first comma is not part of it."""
    for frame in (*_FRAMES, _WISHED):
        words = frame.without(words)
    return words
