"""How a firm closes the matter: hands that are tied, an answer that stays no, a charge that stands."""

from __future__ import annotations

from amends.drafts.turns import Turns

#: Some word of a no.
NO = "no|not|nor|can't|cannot|won't|don't|doesn't|couldn't|wouldn't|isn't|aren't|unable|powerless|never|non|impossible|wasn't"
CLOSED = Turns(
    (r"\b(?:my|our) hands are (?:completely |rather |pretty )?tied\b", "tied"),
    (
        r"\b(?:that|this)(?:'s| is) as (?:far|much) as (?:I|we|they) (?:can|could|will|are able)\b",
        "far|much",
        "that's|this|that",
    ),
    (
        (
            r"\bthere(?:'s| is) (?:simply |just |really )?no way (?:that )?(?:I|we|they)(?:'d| would|'ll| will| can|"
            r" could)\b"
        ),
        "way",
        "no",
    ),
    (
        r"\bthat (?:ship|boat|train|door) (?:has|is|was) (?:long )?(?:sailed|gone|left|closed|shut)\b",
        "ship|boat|train|door",
    ),
    (
        (
            r"\b(?:answer|reply|decision|outcome|response)(?: from \w+(?: \w+)?)? (?:is|was|remains|has to be|must be"
            r"|will be|stays) (?:still |a |an |sadly |final |firm |therefore )*(?:no|negative|final|unchanged|the same"
            r"|as it (?:is|was))\b"
        ),
        "answer|reply|decision|outcome|response",
        "no|negative|final|unch*|same|as",
    ),
    (
        r"\bit(?:'s| is| has to be)(?: sadly| still| got to be)? a (?:firm |flat |hard |definite |simple )?no\b",
        "no",
        "it's|it",
        "a",
    ),
    (
        (
            r"\b(?:I|we)(?:'ll| will)? (?:have|need|am obliged|are obliged|must|regret to|got) (?:to )?(?:say no"
            r"|decline|refuse|turn (?:you|this|it) down|stand by|leave it (?:there|at that))\b"
        ),
        "say|decl*|refu*|turn|stand|leave",
        "have|need|obli*|must|regret|got",
    ),
    (
        r"\b(?:we|I) (?:must|will|shall|have to) leave (?:it|the matter|things)(?: there| at that)?\b",
        "leave",
        "must|will|shall|have",
    ),
    (
        (
            r"\b(?:charge|fee|decision|ruling|penalty|fine|bill|invoice|refusal|amount|balance|grade|mark|cancellation"
            r"|ban)s? (?:stands|stand|must stand|will stand|remains (?:payable|due|in place|as)|has to stay)\b"
        ),
        "stand|stands|remains|stay",
    ),
    (
        (
            r"\b(?:matter|case|complaint|file|ticket|discussion|correspondence|issue|subject) (?:is|has been|is now"
            r"|are) (?:now )?(?:considered |regarded as |treated as |deemed )?(?:closed|concluded|at an end|settled as"
            r" far)\b"
        ),
        "closed|concluded|end|settled",
        "matter|case|comp*|file|ticket|disc*|corr*|issue|subject",
    ),
    (
        (
            r"\b(?:I|we)(?:'d| would)(?: really)? (?:love|like) to (?:(?:say yes|agree|oblige)(?=[.,;!]| but)|help(?=,?"
            r" but))"
        ),
        "love|like",
        "yes|help|agree|oblige",
    ),
    (
        (
            r"\b(?:decision|position|mind|answer|view|stance) (?:will|is|does|has)(?:n't| not) (?:going to |be"
            r" )?(?:chang(?:e|ing|ed)|mov(?:e|ing)|budg(?:e|ing))\b|\b(?:it|this|that) (?:will not|won't) be changing\b"
            r"|\b(?:won't|will not|refuses? to|not going to|can't) (?:budge|bend|be moved|shift on)\b"
        ),
        "chan*|move|moving|moved|budg*|bend|shift",
        "not|won't|isn't|hasn't|doesn't|refu*|can't",
    ),
    (r"\brules are rules\b|\bthose are the (?:rules|terms|conditions)\b", "rules|terms|conditions", "are"),
    (
        (
            r"\b(?:beyond (?:my|our) (?:power|authority|remit)|not (?:in|within) (?:my|our) (?:gift|power|remit|authority"
            r"|control))\b"
        ),
        "power|control|authority|remit|gift",
        "my|our",
    ),
    (
        (
            r"\b(?:can't|cannot|can not|don't|do not|couldn't) see (?:a|any|another|our|my) (?:way|route|grounds?|case"
            r"|basis|reason|path|means|scope|room)\b"
        ),
        "see",
        "way|route|grou*|case|basis|reason|path|means|scope|room",
        NO,
    ),
    (
        (
            r"\bno (?:grounds?|basis|scope|leeway|flexibility|discretion|route|override|provision|mechanism|obligation"
            r"|further avenue|entitlement)(?: \w+){0,3}? (?:for|to|on|in|under|here)\b"
        ),
        "no",
        "grou*|basis|scope|leeway|flex*|disc*|route|over*|prov*|mech*|obli*|avenue|enti*",
    ),
    (
        (
            r"\bnothing (?:more|else|further)? ?(?:can|could) be done\b|\bnothing (?:more |else |further )?(?:I|we) can"
            r" (?:do|offer)\b"
        ),
        "nothing",
        "can|could",
    ),
    (r"\bno more (?:to|can) be done\b|\bno other (?:table|room|seat|slot|date|appointment)s?\b", "no", "more|other"),
    (
        (
            r"\bwe(?:'ve| have) (?:already )?(?:done|paid|given|offered) (?:all|what|everything|as much as) (?:that"
            r" )?(?:we|the \w+|our \w+) (?:can|allows?|permits?|requires?|will|are (?:able|going) to)\b"
        ),
        "done|paid|given|offered",
        "all|what|everything|much",
    ),
)

_DENIED = (
    r"(?:paused|frozen|stopped|shortened|split|swapped|lifted|removed|dropped|repaired|fixed|mended|restored|recovered|retrieved"
    r"|brought back"
    r"|added|reissued|rearranged|rescheduled|moved|taken (?:back|forward|further|on)|re-?sat|retaken|re-?marked|waived|supplied"
    r"|undone|done"
    r"|unlocked|backdated|carried (?:over|forward)|rolled over|combined|used (?:again|after|on|for|with)|lowered|reduced|matched"
    r"|saved|put (?:right|back)"
    r"|let (?:in|off)|seen (?:without|before|again)|served after|fitted in|squeezed in|made an exception|overruled|overridden"
    r"|reprinted|replayed|resumed)"
)
_HOUSE = (
    r"(?:I|we|they|management|head office|the (?:\w+ )?(?:board|committee|panel|manager|owner|insurer|underwriters?|council"
    r"|school|head|bank|hotel|shop|clinic|practice|airline|company"
    r"|landlord|team|office|kitchen|desk|club|governors|trustees|scheme|crew|crews|store|gym|depot|venue|department)|(?:crews?"
    r"|drivers?|staff) |Dr (?-i:[A-Z])\w+|Mr (?-i:[A-Z])\w+|Mrs (?-i:[A-Z])\w+|Ms (?-i:[A-Z])\w+)"
)
_REFUSING_NOW = (
    r"(?:taking (?:it|this|that|your|the|back|any)|making (?:any|an|a|further) (?:payment|exception|refund|offer|change"
    r"|allowance)|paying|offering|giving (?:you )?(?:any|a|it|that|money|cash|refunds?|your)|issuing|returning (?:the|your|any)"
    r"|replacing"
    r"|reopening|considering|pursuing|processing|investigating|changing|extending|refunding|reimbursing|compensating|waiving"
    r"|honou?ring|accepting|entertaining|crediting|repairing|covering|reducing|reversing|removing|cancelling"
    r"|reconsidering|reviewing (?:it|this|that|the) (?:again|further)|budging|moving on|bending|sending (?:an|a|any|another"
    r"|anyone)|adding|doing (?:that|this|it|any|so|more)|able to (?:help|do|offer|take|give|agree|move|make))"
)
_TERMS = (
    r"(?:terms|conditions|policy|rules?|tariff|scheme|contract|tickets?|fare|warranty|guarantee|cover|insurance"
    r"|licen[cs]e(?: agreement)?|agreement|membership|tenancy|lease|plan|package|offer|sale|voucher|regulations?|small print"
    r"|guidelines?|procedures?|deal|system|law|bylaws?)"
)
#: Other ways of saying that the answer is no.
NO_BY_ANOTHER_NAME = Turns(
    # It cannot be; there is nothing.
    rf"\b(?:cannot|can't|can not|won't|will not|could not|couldn't|isn't going to|aren't going to|is not going to"
    rf"|are not going to|may not|are not to|is not to|never) (?:now |simply |sadly |ever |then "
    rf"|normally )?be {_DENIED}\b(?! (?:until|before|today|tonight|this (?:week|morning|afternoon)|yet|by|tomorrow))",
    r"\bnothing (?:further|more|else|at all|is|was|will be)?(?: \w+)? ?(?:is |was |will be )?(?:owed|(?<=further is )due"
    r"|(?<=more is )due|payable|owing|refundable|to (?:give|offer)|left to (?:say|discuss|refund)|coming back|comes back)\b"
    r"|\bno (?:\w+ )?(?:sum|amount|money|payment|liability|refund|award|compensation|credit)s? (?:is|are|was|will be) (?:owed|due"
    r"|payable|owing|forthcoming|made)\b",
    (
        (
            rf"\b{_HOUSE} ?(?:will not|won't|shall not|shan't|'re not|are not|am not|'m not|is not|isn't|aren't)(?: now| sadly"
            rf"| therefore"
            rf"| in a position)? (?:be |going to be )?{_REFUSING_NOW}\b|\b(?:I|we|they) ?(?:'m|'re|am|are) not (?:going|willing"
            rf"|prepared"
            rf"|about|minded) to (?:\w+ly )?(?:bend|change|make an|alter|move|budge|refund|pay|give (?:you|in|it)|let|allow|reopen"
            rf"|go back|do (?:it|that|this)|break|overrule|set)\b|\band (?:I|we)(?:'m|'re| am| are) not (?:going to|about to"
            rf"|prepared to)(?= ?[.,!;])"
        ),
        "not|won't|shan't|isn't|aren't",
        (
            "taki*|maki*|payi*|offe*|giving|issu*|retu*|repl*|reop*|cons*|purs*|proc*|inve*|chan*|exte*|refu*|reim*|comp*|waiv*"
            "|hono*|acce*|ente*|cred*|repa*|cove*|redu*|reve*|remo*|canc*|reco*|revi*|budg*|move|moving|bend*|send*|adding|doing"
            "|do|able|going|minded|prep*|will*|make|alter|pay|give|let|allow|go|break|over*|set"
        ),
    ),
    rf"\b{_TERMS}(?: (?:you|that|we|which) [\w' ]{{2,25}}?)? (?:excludes?|rules? out|prevents? (?:us|me|it|any)|prohibits?"
    rf"|forbids?|precludes?|bars?|(?:doesn't|does not|don't|do not|won't|will not) (?:let|allow|cover|include|stretch|permit"
    rf"|extend|provide|run to|entitle|give|refund|make|leave)|says? no\b|sets? (?:the|an?|\w+) (?:as|age|limit)|stops? (?:us"
    rf"|me)|(?:is|are) (?:very |quite |perfectly )?(?:clear|strict|firm|plain|binding|final|explicit)\b(?! on)|only (?:cover"
    rf"|allow|permit|last|run|include)s?|says?,? (?:and|so)|leaves? (?:us|me) no)",
    (
        (
            r"\b(?:end of(?: the)? (?:discussion|matter)|(?<=and )that(?:'s| is) that|that(?:'s| is) (?:final|the end of (?:it"
            r"|the matter)|where (?:it|this|the matter|we|I|things) (?:\w+ )?(?:ends?|rests?|stands?|stops?|stay|leave))|(?:matter"
            r"|case"
            r"|file|it) (?:\w+ )?(?:ends|rests|stops|closes) (?:here|there)|final (?:position|answer|word|response|say|decision)"
            r"|(?:position|answer|word|decision|view) is final|last word)\b|\b(?:I've|we've|we have|I have) (?:come to|reached"
            r"|formed) the (?:view|conclusion|decision) that (?:no|nothing|you are not|there is no|we (?:cannot|can't|will not|won't"
            r"|are not|owe|do not))"
        ),
        "full|end|final|ends|rests|stands|stops|stay|leave|closes|here|there|last|view|conc*|deci*",
    ),
    # They say no.
    (
        (
            rf"\b{_HOUSE} ?(?:has |have |had |'ve )?(?:\w+ly )?(?:declined|said no|refused|turned (?:it|this|you|that) down"
            rf"|ruled (?:it"
            rf"|this|that|against)|decided (?:against|not)|chosen not|opted not|voted (?:against|no)|rejected|not agreed|not approved"
            rf"|dismissed)\b|\bdecided against (?:it|one|this|that|any|doing|offering|paying|making|a|you)\b|\b(?:are|is|am|'m"
            rf"|'re) (?:\w+ )?not (?:minded|inclined|persuaded|convinced|satisfied) (?:to|that)\b"
        ),
        "decl*|said|refu*|turn*|ruled|deci*|chosen|opted|voted|reje*|not|dism*",
    ),
    (
        (
            rf"\b(?:{_HOUSE}|(?-i:Dr|Mr|Mrs|Ms|Miss) (?-i:[A-Z])\w+) ?(?:simply |just |really |unfortunately )?(?:don't|do not|doesn't"
            rf"|does not|never) (?:do (?:that|those|them|refunds|walk-ins|returns|exchanges|this|swaps|single|part)|see (?:patients"
            rf"|people|anyone|walk-ins|clients)|take (?:back|returns|walk-ins|them|it|cash|cards|things)|(?:give|hand) (?:refunds"
            rf"|money"
            rf"|cash|credit|discounts|extensions|it back|anything back)|return for|go back for|come back for|hold (?:tables|rooms"
            rf"|places"
            rf"|seats)|reopen|bend|compensate|refund|exchange|reimburse|negotiate|make (?:exceptions|allowances|house calls)|accept"
            rf"|price[- ]match|issue|replace|deliver (?:there|to|on)|offer)\b"
        ),
        "don't|not|doesn't|never",
        "do|see|take|give|hand|retu*|go|come|hold|reop*|bend|comp*|refu*|exch*|reim*|nego*|make|acce*|price|issue|repl*|deli*|offer",
    ),
    r"\bbeyond (?:what|anything) (?:I|we)(?:'m|'re| am| are| can| could)?\b|\b(?:more|further|higher) than (?:I|we)(?:'m|'re| am"
    r"| are| can| could) (?:allowed|able|do|offer|go|give|authori[sz]ed)?\b|\b(?:isn't|is not|there's no|there is no|no) ?(?:one"
    r"|body|anyone|anybody|person)? (?:above|over|here|higher|else)(?: \w+){0,3} (?:who|that) (?:can|could|would|will|'d|'ll)\b"
    r"|\bno ?(?:one|body) (?:here |else )?(?:can|could|would|will|is able to|has the (?:power|authority) to) (?:change|help"
    r"|overrul|reverse|alter|do|undo|bend|open|authori[sz]e)\w*",
    r"\b(?<!be )(?:gone|lost|deleted|closed|shut|sold|used up|spent) (?:for good|forever|for ever|and (?:cannot|can't|won't))\b"
    r"|\bno way (?:to|of|for us to|round|around|back)\b(?! (?:(?:to )?treat|(?:to )?be|(?:to )?speak|of knowing|of telling"
    r"|(?:to )?run|(?:to )?spend"
    r"|(?:to )?start|(?:to )?end))(?: (?:bring|get|recover|undo|chang|revers|restor|mov|add|retriev|doing|do|open"
    r"|extend)\w*)?|\b(?:fare"
    r"|deposit|money|fee|ticket|slot|seat|booking|credit|voucher|balance|payment|instalment|table|premium|pass"
    r"|amount)s?(?: \w+){0,4}? (?:is|are|was|were|has|have)(?: then| now| sadly| all)* (?:gone|lost|forfeit(?:ed)?|kept|retained"
    r"|used up|non[- ]refundable|expired|lapsed|released to|ours to keep|withheld|lost if|been (?:released|used|lost))\b(?! (?:in"
    r"|at) (?:our|the) (?:post|system|depot))",
    (
        (
            r"\b(?:sold out|late|closed|final|gone|over|no|sale|a deal|a contract|a deadline|a rule|a policy|the price|a price|a date"
            r"|full|the rule|the deadline|the policy|an agreement) (?:is|means) (?:sold out|late|closed|final|gone|over|no|sale|a deal"
            r"|a contract|a deadline|a rule|a policy|the price|a price|a date|full|the rule|the deadline|the policy|an agreement)\b"
            r"|\b(?:that's|it's|that is|it is|that'd be|is|be|a firm|still) (?:a )?(?:no|no-go|non-starter|no can do)\b(?= (?:to|on"
            r"|for"
            r"|from)\b| ?[.,!;])(?! (?:surprise|to (?:me|us)))|\b(?:no can do|no dice|computer says no|no joy|not happening"
            r"|not going to happen|isn't happening|ain't happening|no luck)"
        ),
        "no|dice|happ*|ain't",
    ),
    r"\b(?:not|isn't|aren't|wasn't|never) (?:something|anything|one|an amount|a thing|money|a cost) (?:that )?(?:we|I|they)(?:'d"
    r"| would|'ll| will| can| could| are| do)? (?:\w+ )?(?:knock|do|offer|pay|refund|give|take|cover|compensate|discuss|change"
    r"|consider|help|be|reimburse|replace|entertain|normally|ever|make|move)\w*\b|\b(?:would be |is |are |that's "
    r"|it's )(?:a matter|one|an issue|a question|a thing|something) (?:for|between) (?:you|your|the|them"
    r"|him)\b[^.!?;\n]{0,40}(?:not (?:for )?(?:us|me|ours?)|and not|rather than)?",
    r"\b(?:closed|settled|ended|concluded|resolved) (?:without|with no|with nil) (?:a |any )?(?:payment|award|compensation|refund"
    r"|offer|redress|further)\b|\b(?:wasn't|was not|weren't|were not|hasn't been|has not been|haven't been|have not been"
    r"|not been) (?:offered|given|awarded|granted|selected|accepted|successful|approved|shortlisted|allocated|upheld|renewed"
    r"|agreed) (?:a|an|the|this|any)?\b(?! (?:chance|right|help|seat|choice|room|answer|call|reply|explanation|water|warning"
    r"|information|apology))",
    r"\b(?:refunds?|fees?|returns?|changes|exchanges|deposits?|claims?|tickets?|credits?|cancellations|money|compensation"
    r"|repairs?)(?: \w+){0,3}? (?:are|is|can be|will be|may be) (?:only |solely |strictly )(?:\w+ )?(?:returned|refunded|accepted"
    r"|paid|made|given|allowed|considered|possible|available|valid|issued|if|when|where|before|within|up to|until|for)\b"
    r"|\b(?:only|solely) (?:refund|return|exchange|pay|accept|consider|cover|replace|allow|change)s?\b(?: \w+){0,4} (?:if|when"
    r"|where|before|within|up to|until|for|on)\b|\b(?:are|is|be|will be) (?:kept|retained|forfeited|withheld|lost) (?:when|if"
    r"|after|once|where|by the|in the event|should)\b",
    r"\b(?:if|should) you (?:disagree|(?:are|remain|'re) (?:still )?(?:unhappy|dissatisfied|not satisfied)(?: with (?:this|the"
    r"|our|that) \w+)?|wish to (?:appeal|challenge|dispute|contest)),? (?:then )?(?:you(?:'re| are)? |please |feel )(?:may|can"
    r"|free to|are free to|are entitled to|have the right to|write|contact|refer|take it|must)\b|\b(?:you may|you can"
    r"|you are free to|free to|you have the right to) (?:complain|appeal|refer (?:it|this|the matter|your)|take (?:it|this"
    r"|the matter)|write) to (?:the|your|an) (?:\w+ ){0,3}(?:ombudsman|regulator|mp|court|tribunal|council(?:lor)?|adjudicator"
    r"|commission|authority|minister|governors)\b",
    r"\b(?:have|has|had) to (?:stand|stay|remain|lapse|be refused|go ahead as)\b(?! (?:in|up|for|at|on|outside))|\byou(?:'d"
    r"| would) be asking (?:me|us) to\b|\b(?:keeps?|retains?|holds? on to) (?:our|your|the|all|any) (?:money|deposit|fare|fee"
    r"|payment)\b|\b(?:none|not a penny|not a cent|nothing) of it (?:back|from)\b|\bget (?:none|nothing"
    r"|no money) (?:of it )?back\b|\byou(?:'re| are) (?:\w+ )?(?:too late|out of time|past the|over the (?:limit|age)"
    r"|under the age|not on the list|outside the|a day late|\w+ days late)\b",
    r"\b(?:window|period|time|deadline|cut-?off|chance|date) (?:for|to|of) (?:\w+ )?(?:returns?|refunds?|exchanges?|cancel\w*"
    r"|claims?|claiming|complaints?|appeals?|appealing|returning|changes|changing|disput\w+|entries)(?: \w+){0,2}? (?:has |have "
    r"|had |was |is )?(?:shut|closed|passed|ended|gone|expired|lapsed|over|up|ran out|run out)\b|\b(?:does not|doesn't|do not"
    r"|don't|did not|didn't) (?:apply|arise|extend|qualify) (?:in|to|here|for) (?:your|this|these|such|the|you)?\b|\b(?:same|it"
    r"|this|that) is not (?:possible|feasible|allowed|permitted|doable|permissible)\b(?! (?:to (?:say|tell|know)|today))"
    r"|\b(?:renewal|charge|fee|bill|contract|sale|order|fine|invoice|penalty|booking|decision)s? (?:is|are|was|still|will|does"
    r"|remains?|must) (?:\w+ )?(?:valid|stands?|stay|payable|binding|remain|hold)\b|(?<!for )[£$€₦₹]\d[\d.,]* (?:stays|stands"
    r"|remains|is still due|is still owed|is payable|remains payable)\b|\b(?:budget|pot|allowance|fund|quota"
    r"|allocation) (?:\w+ ){0,4}(?:is|has been|was) (?:\w+ )?(?:used up|spent|gone|exhausted|empty)\b",
    r"\b(?:upheld|uphold|confirmed|stands? by|stood by|sticking (?:to|by|with)|stick (?:to|by|with)|maintains?"
    r"|reaffirm\w*) (?:the|our|its|their|my|that) (?:original |first |initial |earlier |previous )?(?:decision|ruling|position"
    r"|outcome|refusal|answer|penalty|finding|fine|charge|policy|view)\b|\bonly ever (?:promised|said|offered|agreed)\b"
    r"|\b(?:application|appeal|request|claim|bid|complaint)(?: \w+){0,3}? (?:has|have|was|is|were) (?:not|n't"
    r"|un)(?: been)? ?(?:successful|granted|allowed|accepted)\b|\bgone as far as (?:we|I)\b|\bas far as (?:we|I)(?:'re| are|'m"
    r"| am) (?:prepared|willing|able|going) to\b",
    r"\bout of (?:my|our) (?:control|hands|power)\b|\b(?:company|firm|school|board|management|council|bank|hotel|airline|insurer"
    r"|clinic|landlord|we|club|head office) (?:will not|won't|is not going to|cannot|can't|does not|are not going to) (?:move"
    r"|budge|shift|bend|reconsider|be moved|change its mind|go (?:any )?further)\b|\b(?:our|my) (?:part|involvement|role"
    r"|responsibility|duty|liability|business)(?: in (?:this|it|the matter))? (?:ends?|stops?|finishes|is (?:over|done"
    r"|at an end))\b|\b(?:deposit|fee|payment|fare|money|balance|charge) (?:will|must|has to|shall) (?:be )?(?:kept|retained|stay"
    r"|withheld|stand|remain)\b"
    r"|\b(?:insurer|underwriters?|bank|board|council|airline|landlord|head office|manager|boss|owner|committee|panel|supplier"
    r"|venue|school|caterer|broker|judge|director|governors|finance|legal|[A-Z]\w+)(?:'s \w+)? (?:has|have|had|'s|'ve) (?:now "
    r"|already |also |just )?said no\b|\bthey(?:'ve| have) (?:now |already )?said no\b|\bsaid no,? so\b",
)
