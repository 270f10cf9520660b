"""How a firm says no: who cannot or will not give what, what is not to be had, how the matter is closed; and what is offered instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late
from amends.drafts.frame import Frame

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
    r"(?:can(?:not|'t| not)|could(?:n't| not)|won't|will not|wouldn't|would not|do not|don't|does not|doesn't"
    r"|(?:'m |'re |am |are |is )?(?:unable|powerless|not (?:able|allowed|authori[sz]ed|permitted|prepared|willing"
    r"|going|in a position|at liberty|empowered)) to|(?:isn't|aren't) (?:able|allowed|prepared|willing|going|permitted"
    r"|in a position) to)"
)
_GIVING = (
    r"(?:refund|exchange|replace|compensate|reimburse|repay|credit|accept (?:it|them|this|that|returns?|the|any|your"
    r"|an?|liability|late)|take back|take (?:it|them|this|that|the \w+|your \w+) (?:back|any further|further)|waive"
    r"|approve|honou?r|grant|re-?do|re-?make|freeze|pause|reinstate|swap|accommodate|alter|overturn|reverse|undo"
    r"|back-?date|bend|budge|(?:make|allow) (?:an |any |further )?exceptions?|lower|match|entertain|uphold|amend"
    r"|bring (?:it|this|that|the \w+|your \w+) forward|send (?:an?|another|anyone|anybody) (?:engineer|technician|plumber"
    r"|electrician|second|new|other|replacement|fitter|driver|van|courier|one)|come with|extend to|include|cover|agree to"
    r"|contribute|re-?open|give (?:you )?(?:it|that|any|the money|your money|money|cash|a refund|refunds)|stretch to"
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
    r"(?:refunded|returned|exchanged|replaced|reversed|cancelled|reimbursed|compensated|credited|waived|honou?red|granted"
    r"|approved|accepted|heard|considered|upheld|reopened|re-opened|raised|made|paid|changed|altered|amended|extended"
    r"|reinstated|redeemed|entertained|reactivated|offered|issued|transferred|overturned|backdated|undone|revisited"
    r"|brought forward|accommodated|met|allowed|carried over|rolled over)"
)
_ASKED = (
    r"(?:request|claim|application|appeal|complaint|refund|return|exchange|demand|petition|dispute|challenge|case"
    r"|submission|proposal)"
)
_NO_SAID = r"(?:declined|denied|refused|rejected|dismissed|turned down|thrown out|disallowed|unsuccessful|not (?:been )?upheld)"
_GOOD = (
    r"(?:possible|available|payable|due|permitted|allowed|given|offered|owed|on offer|an option|on the table"
    r"|something (?:that )?(?:we|I|the \w+|they) (?:can|could|are able to|do|offer)(?: do| give| offer| help with)?)"
)
_NO = (
    "no|not|nor|can't|cannot|won't|don't|doesn't|couldn't|wouldn't|isn't|aren't|unable|powerless|never|non|impossible|wasn't"
)
_CANNOT = Frame(
    (
        rf"\b{_WHO}(?: \w+ly| simply| just| really)?(?: |(?='))(?:{_NOT})(?: \w+ly| simply| also| even| now){{0,2}} {_GIVING}\b"
        rf"[^.!?;\n]{{0,60}}",
        _NO,
        "refu*|exch*|repl*|comp*|reim*|repay|cred*|acce*|take|taking|waiv*|appr*|hono*|gran*|redo|re|remake|free*|paus*|rein*|swap|acco*"
        "|alte*|over*|reve*|undo|back*|bend|budge|exce*|lowe*|match|ente*|upho*|amen*|bring|engi*|tech*|seco*|come|exte*|incl*|cove*"
        "|agree|cont*|reop*|money|cash|stre*|retu*|upgr*|chan*|canc*|tran*|disc*|part|redu*|paym*|adju*|rebo*|call*|furt*|high*|meet|help"
        "|assi*|offe*|payi*|repa*|any|give|send|driver|van|courier|plum*|elec*|fitter|open*|ente*",
    ),
)
_THING_NEEDED = (
    "refu*|retu*|exch*|reve*|canc*|repl*|comp*|cred*|chan*|clai*|depo*|fee|fees|exce*|exte*|upgr*|paym*|disc*|reim*|swap*|repa*|tran*|amen*"
    "|appe*|adju*|conc*|good*|waiver|seco*|cash|money|over*"
)
_NOT_TO_BE_HAD = Frame(
    (
        rf"\b{_THINGS}(?: (?:for|on|of|to|by|at|in) [\w' -]{{2,30}})? (?:is|are)(?:n't| not)(?: \w+ly)? {_GOOD}\b"
        rf"|\b(?:no|nor any) (?:\w+ )?{_THINGS}(?: \w+){{0,4}}? (?:is|are|can be|could be|will be|may be"
        rf"|would be) (?:{_GOOD}|{_GIVEN})\b|\bthere (?:is|are|'s|will be|can be|was) (?:sadly |unfortunately |simply )?no"
        rf" (?:\w+ )?(?!fees?\b|changes?\b|payments?\b|repairs?\b|claims?\b){_THINGS}\b",
        _NO,
        _THING_NEEDED,
    ),
    (
        rf"\b(?:cannot|can't|can not|won't|will not|could not|couldn't) (?:now |simply |sadly )?(?:be {_GIVEN}|come back|go back)\b",
        _NO,
        "be|back",
        "refu*|retu*|exch*|reve*|canc*|reim*|comp*|cred*|waiv*|hono*|gran*|appr*|acce*|heard|cons*|uphe*|reop*|re|raised|made|paid|chan*|alte*"
        "|amen*|exte*|rein*|rede*|ente*|reac*|offe*|issu*|tran*|over*|back*|undone|revi*|brou*|acco*|met|allo*|carr*|roll*|repl*",
    ),
    (
        rf"\b(?:it|that|this)(?:'s|(?:'s| is)(?: \w+ly)? not|(?: is|'s) no longer| isn't| is) (?:possible|impossible|within (?:our|my)"
        rf" (?:power|gift|remit)) (?:for (?:us|me) )?to(?= (?:{_GIVING}|refund|move|change|cancel|return|extend|give|offer|pay|do|make"
        r"|bring|arrange|reschedule|provide|issue|process))",
        "poss*|impo*|within",
        _NO,
    ),
    (
        r"\b(?:out of the question|off the table|not open to (?:discussion|negotiation|appeal))\b",
        "question|table|open",
        "out|off|not",
    ),
    (
        r"\b(?:(?:not|isn't|aren't|is non|are non|non)[ -]?(?:negotiable|returnable|refundable|exchangeable|transferable|reversible"
        r"|redeemable)|(?:is|are)n't (?:covered|included|eligible|entitled)|(?:is|are|be|was|were) (?:forfeit(?:ed)?|excluded|exempt))\b",
        "nego*|retu*|refu*|exch*|tran*|reve*|rede*|cove*|incl*|elig*|enti*|forf*|excl*|exem*|nonr*",
    ),
    (r"\bno(?:t a)? exceptions?\b", "exce*", "no|not"),
    (
        r"\b(?:not|isn't|aren't|wasn't) something (?:that )?(?:the|our|this|my|any) (?:\w+ ){1,2}(?:can|could|does|do|would|will|is|are)\b",
        "something",
        _NO,
    ),
    (r"\bsales?(?: \w+){0,2} (?:is|are) final\b|\b(?:all sales|sale \w+|sale) (?:are )?final\b", "final", "sale|sales"),
)
_CLOSED = Frame(
    (r"\b(?:my|our) hands are (?:completely |rather |pretty )?tied\b", "tied"),
    (r"\b(?:that|this)(?:'s| is) as (?:far|much) as (?:I|we|they) (?:can|could|will|are able)\b", "far|much", "that's|this|that"),
    (r"\bthere(?:'s| is) (?:simply |just |really )?no way (?:that )?(?:I|we|they)(?:'d| would|'ll| will| can| could)\b", "way", "no"),
    (r"\bthat (?:ship|boat|train|door) (?:has|is|was) (?:long )?(?:sailed|gone|left|closed|shut)\b", "ship|boat|train|door"),
    (
        r"\b(?:answer|reply|decision|outcome|response)(?: from \w+(?: \w+)?)? (?:is|was|remains|has to be|must be|will be|stays) (?:still "
        r"|a |an |sadly |final |firm |therefore )*(?:no|negative|final|unchanged|the same|as it (?:is|was))\b",
        "answer|reply|decision|outcome|response",
        "no|negative|final|unch*|same|as",
    ),
    (r"\bit(?:'s| is| has to be)(?: sadly| still| got to be)? a (?:firm |flat |hard |definite |simple )?no\b", "no", "it's|it", "a"),
    (
        r"\b(?:I|we)(?:'ll| will)? (?:have|need|am obliged|are obliged|must|regret to|got) (?:to )?(?:say no|decline|refuse|turn (?:you|this"
        r"|it) down|stand by|leave it (?:there|at that))\b",
        "say|decl*|refu*|turn|stand|leave",
        "have|need|obli*|must|regret|got",
    ),
    (r"\b(?:we|I) (?:must|will|shall|have to) leave (?:it|the matter|things)(?: there| at that)?\b", "leave", "must|will|shall|have"),
    (
        r"\b(?:charge|fee|decision|ruling|penalty|fine|bill|invoice|refusal|amount|balance|grade|mark|cancellation|ban)s? (?:stands|stand"
        r"|must stand|will stand|remains (?:payable|due|in place|as)|has to stay)\b",
        "stand|stands|remains|stay",
    ),
    (
        r"\b(?:matter|case|complaint|file|ticket|discussion|correspondence|issue|subject) (?:is|has been|is now|are) (?:now )?(?:considered "
        r"|regarded as |treated as |deemed )?(?:closed|concluded|at an end|settled as far)\b",
        "closed|concluded|end|settled",
        "matter|case|comp*|file|ticket|disc*|corr*|issue|subject",
    ),
    (r"\b(?:I|we)(?:'d| would)(?: really)? (?:love|like) to (?:say yes|help|agree|oblige)(?=[.,;!]| but)", "love|like", "yes|help|agree|oblige"),
    (
        r"\b(?:decision|position|mind|answer|view|stance) (?:will|is|does|has)(?:n't| not) (?:going to |be )?(?:chang(?:e|ing|ed)|mov(?:e|ing)"
        r"|budg(?:e|ing))\b|\b(?:it|this|that) (?:will not|won't) be changing\b|\b(?:won't|will not|refuses? to|not going to|can't) (?:budge"
        r"|bend|be moved|shift on)\b",
        "chan*|move|moving|moved|budg*|bend|shift",
        "not|won't|isn't|hasn't|doesn't|refu*|can't",
    ),
    (r"\brules are rules\b|\bthose are the (?:rules|terms|conditions)\b", "rules|terms|conditions", "are"),
    (
        r"\b(?:beyond (?:my|our) (?:power|authority|remit)|not (?:in|within) (?:my|our) (?:gift|power|remit|authority|control))\b",
        "power|control|authority|remit|gift",
        "my|our",
    ),
    (
        r"\b(?:can't|cannot|can not|don't|do not|couldn't) see (?:a|any|another|our|my) (?:way|route|grounds?|case|basis|reason|path|means|scope"
        r"|room)\b",
        "see",
        "way|route|grou*|case|basis|reason|path|means|scope|room",
        _NO,
    ),
    (
        r"\bno (?:grounds?|basis|scope|leeway|flexibility|discretion|route|override|provision|mechanism|obligation|further avenue"
        r"|entitlement)(?: \w+){0,3}? (?:for|to|on|in|under|here)\b",
        "no",
        "grou*|basis|scope|leeway|flex*|disc*|route|over*|prov*|mech*|obli*|avenue|enti*",
    ),
    (r"\bnothing (?:more|else|further)? ?(?:can|could) be done\b|\bnothing (?:more |else |further )?(?:I|we) can (?:do|offer)\b", "nothing", "can|could"),
    (r"\bno more (?:to|can) be done\b|\bno other (?:table|room|seat|slot|date|appointment)s?\b", "no", "more|other"),
    (
        r"\bwe(?:'ve| have) (?:already )?(?:done|paid|given|offered) (?:all|what|everything|as much as) (?:that )?(?:we|the \w+|our \w+) (?:can"
        r"|allows?|permits?|requires?|will|are (?:able|going) to)\b",
        "done|paid|given|offered",
        "all|what|everything|much",
    ),
)
_TURNED_DOWN = Frame(
    (
        rf"\b(?:your|the|this|that|every|any) (?:\w+ ){{0,2}}?{_ASKED}(?: for [\w' -]{{2,40}})? (?:has been|have been|was|were"
        rf"|is|has) (?:(?:assessed|reviewed|considered|looked at|examined) and )?(?:therefore |now |regrettably |sadly "
        rf"|unfortunately )?{_NO_SAID}\b|\b{_ASKED}s?(?: for [\w' -]{{2,40}})?(?: are| will be| must be| have to be| has to be"
        rf"| can only be)? {_NO_SAID}\b|\b(?:I|we|they|(?:the|our|your) (?:\w+ )?{_PLACE})(?: has| have|'ve| had to| must|'ll have to)?"
        rf" (?:decided (?:against|not to)|declined?|refused?|reject(?:ed)?|turn(?:ed)? down|said no to|dismissed|opted not to|chosen not to)"
        rf" (?:to )?(?:your|the|this|that|it|any|pay|refund|cover|approve|grant|allow|replace|compensate)\b"
        rf"|\bfalls? to be (?:refused|rejected|declined)\b|\bturned down\b(?=,? without)",
        "decl*|deni*|refu*|reje*|dism*|turn*|thrown|disa*|unsu*|uphe*|decided|said|opted|chosen",
        "requ*|clai*|appl*|appe*|comp*|retu*|exch*|dema*|peti*|disp*|chal*|case|subm*|prop*|i|we|they|the|our|your|falls|fall|refu*",
    ),
    (
        rf"\b(?:is|are|does|do)(?: not|n't) (?:qualif\w+|meet (?:the|our) (?:criteria|conditions|requirements))|\b{_ASKED} (?:does not"
        rf"|doesn't|fails to|did not|didn't) (?:succeed|meet|satisfy|qualify)|\b(?:ineligible|disqualified) (?:for|from)\b",
        "qual*|crit*|cond*|requ*|succ*|meet|sati*|inel*|disq*",
    ),
)
_NOT_COVERED = Frame(
    (
        r"\b(?:falls?|fell|is|are|lies?|sits?|was) (?:\w+ly )?outside (?:of )?(?:what|(?:the|our|your|its|any|that|this) (?:\w+ )?(?:scope|terms"
        r"|cover|warranty|guarantee|policy|window|limits?|rules?|contract|agreement|plan|remit|period|criteria|allowance|conditions|insurance"
        r"|days|hours))\b|\boutside (?:the )?(?:scope|terms|warranty|guarantee|window|cover|policy|time limit|period) of\b",
        "outside",
    ),
    (
        r"\b(?:warranty|guarantee|cover|cooling-off period|return(?:s)? (?:window|period)|time limit|deadline|voucher|offer|discount)s?"
        r"(?: \w+){0,5}? (?:ran out|(?:has |have |had )?(?:expired|lapsed|run out|ended|passed|closed)|is (?:over|up|long gone"
        r"|no longer valid))\b",
        "warr*|guar*|cover|cool*|retu*|limit|deadline|vouc*|offe*|disc*",
        "out|expi*|laps*|ended|passed|closed|over|up|gone|valid",
    ),
    (
        r"\bout of (?:warranty|guarantee|contract|time)\b|\btoo late (?:to|for) (?:a |an |any )?(?:refund|return|cancel|change|claim|exchange"
        r"|complain|appeal|amend|dispute|object)\w*",
        "warranty|guarantee|contract|time|late",
        "out|too",
    ),
)
_OURS_NO_LONGER = late(
    r"\b(?:should(?:n't| not| never)? have|wrong(?:ly)?|mistake(?:n|nly)?|in error|you were told|told you|you asked|as you (?:describe|say|tell)"
    r"|whoever|nobody|not (?:be )?(?:asked|charged?|billed)|must never|no longer stands?|whatever the|overturned|reopened"
    r"|instead of|could have been|if you (?:don't|do not)|until you|unless you|without (?:your|asking|telling)|you don't"
    r"|you do not|you won't|you (?:can|may) (?:keep|cancel)|so far|yet)\b",
    re.IGNORECASE,
)
_OFFERED = late(
    r"\b(?:I|[Ww]e)(?:'ll| will| shall)(?: \w+ly| also| instead| still| happily)? (?!not\b|never\b|note|pass|keep|be\b"
    r"|have|need|update|let you|consider|close|always|continue|forward|only|understand|leave it there"
    r"|(?:tele)?phone\b|ring\b|call\b|write\b|e-?mail\b|explain|go (?:over|through)|tell|confirm|inform|send you (?:the|our))\w+"
    r"|\b(?:I|[Ww]e)(?:'ll| will| shall) (?:ring|call|(?:tele)?phone|write|e-?mail)\b[^.!?\n]{0,40} with (?!the decision|our|you\b)"
    r"|\b(?:I|[Ww]e)(?:'ve| have)(?: \w+ly| also| already| now| instead)? (?!not|no\b|never|looked|been|noted|explained"
    r"|logged|recorded|discussed|considered|reviewed|attached|decided|received|heard|understood|paid what|already|had"
    r"|to\b|declin|reject|refus|turned|conclud|assessed|checked|followed|passed (?:on )?your|forwarded|marked|closed"
    r"|given (?:this|it|your)|spoken|raised this with)\w+(?:ed|d|t|n|k|g|p)\b|\b(?:I|[Ww]e) (?:asked|booked|kept|found"
    r"|arranged|held|set aside|put)\b|\b(?:[Hh]e|[Ss]he|[Tt]hey)(?:'s|'ll| has| have| will| can) (?!not\b|n't|never"
    r"|confirmed|told|said|tell|been)\w+|\bso (?:the|our|my|an?) (?:\w+ )?\w+ (?:will|has)\b"
    r"|\b[A-Z][a-z]+ (?:has (?:a|an|agreed|put|set|kept|two|three|room|space)|comes|brings|rings|will (?:bring|come"
    r"|fit|ring|call|do|cook|make|see))\b|\b[Ll]et (?:me|us|'s) (?!be\b|explain|know|assure|say|remind|just|make it)\w+"
    r"|\b(?:[Ii]t|[Tt]hey|[Ww]e|I) (?:do|does) (?!not|n't|understand|apologi|appreciate|hope|regret|sympathi|realise"
    r"|know|recogni|ask)\w+|\b(?<![Yy]ou )(?:is|are) (?:now )?(?:free|yours|available|held|booked|ready|waiting)\b"
    r"|\bat (?:our (?:own )?(?:cost|expense)|no (?:extra )?(?:cost|charge)|half price)\b|\b(?:free of charge|without charge"
    r"|for free|no charge|on us|on the house)\b|\b[Gg]ive me (?:a|the|your|an)\b|\b(?:the|two|three|our) (?:closest|nearest"
    r"|next best|next)\b[^.!?\n]{0,20} (?:is|are)\b|\b(?:I|[Ww]e)(?:'m| am|'re| are) (?:\w+ly )?(?:replacing|sending"
    r"|booking|moving|giving|refunding|putting|arranging|swapping|paying|bringing|fitting|posting|offering|happy"
    r"|glad|ordering)\b|\b(?:I|[Ww]e)(?:'d| would) (?:rather|sooner|suggest (?:the|a|an)|dye|do it|swap|put|be (?:happy"
    r"|glad))\b|\b(?:You|you) (?:can|could|may)(?: also| still| instead)? (?!not|contact|appeal|write|complain|refer|take"
    r"|of course|see|find|read|imagine|escalate|ask for a review|raise|approach|go to|submit)\w+|\b[Tt]here (?:is|'s) an?"
    r" (?!charge|fee|policy|rule|clause|limit|deadline|clear|strict|no)\w+ \w+|\bor (?:credit|repair|exchange|a (?:new"
    r"|credit|repair|replacement))\b|\bwhat (?:she|he|they|I|we) (?:has|have|can|could|did)\b|\b(?:comes?|goes|go) back to"
    r" you\b|\b(?:the|our) [a-z]+ (?:comes|is coming|will come|picks|collects|opens)\b",
)
_ASKING_THEM = late(r"\b(?:anything else|any other|understand|okay|ok|questions)\b", re.IGNORECASE)
_WISHED = Frame((r"\b(?:wish|if only) (?:I|we) could(?: \w+){1,2}", "could"))
_FRAMES = (_CANNOT, _NOT_TO_BE_HAD, _CLOSED, _TURNED_DOWN, _NOT_COVERED)


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


def offers(words: str) -> bool:
    """Whether what is left of a sentence gives, does or asks something."""
    return bool(_OFFERED.search(words)) or (words.endswith("?") and not _ASKING_THEM.search(words))
