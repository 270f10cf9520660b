"""More words that stand where a name should: steps, the relevant people, some of it, a bit of work, the next stage."""

from __future__ import annotations

from amends.drafts.turns import Turns

_RIGHT = (
    r"(?:relevant|appropriate|right|correct|concerned|responsible|necessary|proper|requisite|suitable|respective|competent"
    r"|applicable|designated)"
)
_FOLK = (
    r"(?:departments?|teams?|people|persons?|part(?:y|ies)|colleagues?|authorit(?:y|ies)|sections?|desk|office|units?|quarters"
    r"|channels|areas?|staff|individuals?|stakeholders|functions?|specialists?|experts?|levels?|hands|places?|contacts?|personnel"
    r"|bodies|folks?|side)"
)
_STEP = (
    r"(?:measures|steps|actions?|safeguards|improvements|adjustments|changes|corrections|amendments|arrangements|modifications"
    r"|updates|enhancements|tweaks|interventions?|work|works|enquiries|inquiries|investigations|checks|tests|alterations|fixes)"
)
_KIND = (
    r"(?:(?:all|the|some|certain|various|several|any|further|additional|necessary|appropriate|required|relevant|needful|remedial"
    r"|corrective|preventive|preventative|suitable|internal|immediate|other|extra|a few|a number of|a couple of|one or two|minor"
    r"|small|technical|and|new|stronger|stricter|tighter|robust|needed|due|proper) ){1,4}"
)
_PAST = (
    r"(?:sorted(?: out)?|dealt with|addressed|rectified|actioned|handled|taken care of|attended to|looked (?:at|into)|remedied"
    r"|put right|tidied up|ironed out|straightened out|resolved|processed|progressed|fixed|updated|adjusted|amended|modified"
    r"|changed|corrected|done|made|taken|put in place|implemented|carried out|completed|introduced"
    r"|undertaken|initiated|under ?way|in progress|in hand|in train|ongoing|on the way|strengthened|stepped up|tightened|enhanced"
    r"|reviewed|raised|started|set in motion|put in motion|moved (?:on|along|forward)|escalated|arranged)"
)
_END = (
    r"(?=[.,;!]|$| (?:at our end|on our (?:side|end)|at this end|internally|so|since|now|and|as|to (?:avoid|prevent|ensure|stop"
    r"|make|address|help|improve|get|rectify|resolve|put|see)|in (?:this|that|the) (?:regard|area|respect|matter|background)"
    r"|following|accordingly|where|from (?:the|our)|behind|already|for you|by (?:the|our)|in line|in respect|with (?:regard"
    r"|respect)))"
)
UNNAMED = Turns(
    (
        (
            rf"\b{_KIND}{_STEP}(?: [\w-]+){{0,2}}? (?:has|have|is|are|was|were|will be|'s|'ve)(?: now| also| since| all|"
            r" already| being|"
            rf" currently| duly)*(?: been| be| being)? {_PAST}\b{_END}"
        ),
        (
            "measures steps action actions safeguards improvements adjustments changes corrections amendments "
            "arrangements modifications updates enhancements tweaks intervention interventions work works enquiries "
            "inquiries investigations checks tests alterations fixes "
        ),
        (
            "all the some certain various several any further additional necessary appropriate required relevant needful "
            "remedial corrective preventive preventative suitable internal immediate other extra few number couple two "
            "minor small technical and new stronger stricter tighter robust needed due proper "
        ),
        "has have is are was were will s ve",
    ),
    rf"^\W*{_STEP} (?:has|have|is|are|will be)(?: now| also| since| all| already| being| currently| duly)*(?: been| be| being)?"
    rf" {_PAST}\b{_END}",
    r"\b(?:we|I|they|our \w+)(?:'ve|'re|'ll| have| are| will| had| also| now| since| already| just)* (?:tak(?:en?|ing)|took"
    r"|ma[dk](?:e|ing)|put|carried out|carry out|do(?:ne|ing)?|did|undertak\w+|implement\w*|initiat\w+|introduc\w+|apply"
    rf"|applied) {_KIND}{_STEP}\b(?! (?:to|on|with|in) (?:the|your|our) (?!system|process|end|side|matter|issue|account|booking"
    r"|file|case|records?|service|order|area)\w)",
    rf"\b(?:the |our )?{_RIGHT} {_FOLK}(?: (?:concerned|involved|here))? (?:has|have|is|are|was|were|will|would"
    rf"|'ve)\b[^.!?;\n]{{0,40}}",
    r"\b(?:is|are|been|now|was|were|be) (?:now |currently |already )?(?:with|in front of|before|in the hands of|in touch with"
    rf"|liaising with|speaking (?:to|with)|discussed with|directed to|routed to) (?:the |our |some of the )?(?:{_RIGHT} {_FOLK}"
    rf"|{_FOLK} (?:concerned|involved|responsible|in question))\b",
    (
        (
            r"\b(?:raised|dealt with|handled|addressed|discussed|resolved|sorted|looked at|reviewed|actioned|fixed|corrected"
            r"|rectified"
            r"|updated|changed|adjusted|processed|taken care of|investigated) (?:it |this |that )?(?:\w+ly )?(?:internally"
            r"|in-house|in"
            r" the background|from (?:the|our) (?:back ?end|end|side|system)|(?:at|on) (?:our|the|this) (?:end|side|back ?end)"
            r"|in the"
            r" (?:system|back ?end)|accordingly|appropriately|as (?:appropriate|required|needed|necessary)|where (?:necessary"
            r"|needed"
            r"|appropriate|possible))\b"
        ),
        (
            "internally house background back backend end side system accordingly appropriately appropriate required "
            "needed necessary possible "
        ),
        (
            "raised dealt handled addressed discussed resolved sorted looked reviewed actioned fixed corrected rectified "
            "updated changed adjusted processed taken investigated "
        ),
    ),
    r"\b(?:making|made|makes|wending|winding|working|finding|on) (?:its|their) way (?:through|along|up|down|to where|into"
    r" the)\b(?! (?:the )?(?:customs|post|leeds|london|you|your|the \d))(?! [A-Z])[^.!?;\n]{0,30}",
    r"\b(?:in the|into the|through the|within the|in a) (?:pipeline|works|mix|chain|machine|melting pot|hopper)\b(?=[.,;!]"
    r"| (?:and|now|somewhere|as we|for|already|at|so|but)|$)",
    (
        (
            r"\b(?:next|final|later|earlier|following|another|certain|advanced|early|subsequent|new|latter|further|different)"
            r" (?:stage"
            r"|phase|step|level|point|part)s?\b(?: (?:of|in) (?:the|our|its) (?:process|procedure|review|cycle|journey|chain"
            r"|workflow"
            r"|system))?(?=[.,;!]| (?:now|and|already|soon|as)|$)(?<!next step)"
        ),
        "stage stages phase phases step steps level levels point points part parts",
    ),
    r"\b(?:moved|moving|move|gone|going|passed|progressed|progressing|advanced|escalated|bumped|taken) (?:on |up |along |forward "
    r"|through )?(?:to )?(?:the next|a higher|the following|a later|a level|a notch)\b[^.!?;\n]{0,30}",
    r"\b(?:a bit of|some|a little|a spot of|a touch of|quite a bit of|a fair bit of|a lot of|more|further|a few bits of) (?:work"
    r"|tinkering|tweaking|jiggery[- ]pokery|tidying|digging|movement|progress|adjustment|magic|action|maintenance|attention"
    r"|fiddling|fixing|stuff|bits|activity|shuffling|rejigging|reshuffling)\b(?: (?:has|have|was|were|is) (?:been )?\w+| (?:on"
    r"|with|to|in|around) (?:it|this|that|them|your|the|things|our)\b| behind| going| done)[^.!?;\n]{0,30}",
    r"\b(?:looking|going|working|running|getting|feeling|seems?|looks?|much|is|are|be|seeing|now) (?:\w+ )?(?:a lot |much |a bit "
    r"|far |so much |somewhat |considerably |rather )?(?:better|healthier|happier|smoother|brighter|nicer|more positive|more"
    r" promising|improved) (?:than (?:before|it did|it was|they were|previously)|now|all round|already|by the day)\b",
    (
        (
            r"\b(?:the|that|your|this) (?!same|only|main|first|last|whole|important|best|next|one|sort|kind|type|very|real|hard"
            r"|sad|good"
            r"|bad|worst|funny|right|wrong|least|other)[\w-]+ (?:thing|stuff|thingy|bit|malarkey|situation|side of things|piece"
            r"|angle"
            r"|front|issue) (?:is|has|was|will|should|'s|you|we|again|got|gets|seems|are)\b[^.!?;\n]{0,30}"
        ),
        "thing stuff thingy bit malarkey situation piece angle front issue side",
        "the that your this",
    ),
    (
        (
            r"\b(?:a number|some|a few|most|one or two|several|a handful|a couple|many|parts?|bits|a portion|a percentage|a"
            r" proportion"
            r"|much|certain) of (?:the|your|our|those|these|what|it|them) ?(?:[\w-]+ )?(?:you [\w ]{2,15})?(?:has|have|is|are"
            r"|was|were"
            r"|will|may|might|should)(?: now| since| already| also)?(?: be| been)? ?(?:either )?(?:done|moved|changed|sorted"
            r"|under ?way"
            r"|on (?:its|their) way|ready|in hand|affected|updated|nearly|fixed|dealt|back|looked|adjusted|being|completed"
            r"|processed"
            r"|available|in place|resolved)\b[^.!?;\n]{0,30}"
        ),
        "number some few most two several handful couple many part parts bits portion percentage proportion much certain",
        "of",
        (
            "done moved changed sorted way underway ready hand affected updated nearly fixed dealt looked adjusted "
            "completed processed available place resolved "
        ),
    ),
    r"\b(?:tweaked|adjusted|amended|updated|modified|altered|revised|changed|edited|rejigged|shifted|corrected|fine-?tuned)"
    r" (?:[\w' -]{2,25} )?(?:slightly|a little|a bit|somewhat|as discussed|in line with|to reflect|so (?:that )?it reflects|here"
    r" and there|as needed|as appropriate|where needed|things|one or two|certain|some of|a few of|a couple of)\b(?! (?:the (?:new"
    r"|correct|right|actual|£|\d)|£|\d|your new)[\w£])[^.!?;\n]{0,30}",
    r"\b(?:reflects?|in line with|in accordance with|as per|based on|according to|consistent with) (?:the |our |what was |what we"
    r" |what you )?(?:position|discussed|discussion|conversation|agreed|usual|situation|circumstances|requirements|understanding"
    r"|guidelines|criteria)\b(?! (?:of|on \d|at \d))[^.!?;\n]{0,20}",
    r"\b(?:matter|issue|item|problem|query|request|case|concern|thing|situation|account|order|charge|transaction|point|product"
    r"|person|service|area|incident|event)s? (?:in question|at hand|concerned|under discussion|you mentioned|we discussed|you"
    r" raised|you brought up|you flagged|you had (?:trouble|a problem|issues) with|you (?:wrote|spoke|contacted us|got in touch)"
    r" about)\b(?! (?:on|at|in|last) )(?=[.,;!]| (?:has|have|is|are|was|were|will|should|with)|$)",
    r"\b(?:your|the|this|that) (?:issue|matter|problem|query|request|case|concern|ticket|situation|complaint) (?:has|have|is"
    r"|was)(?: now| since| already| also| fully| successfully)?(?: been)? (?:resolved|fixed|sorted|rectified|addressed|actioned"
    r"|handled|attended to|dealt with|put to bed|closed out|taken care of|progressed|moved (?:on|along|forward))\b(?! (?:by|until"
    r"|with) (?!the (?:team|relevant))\w)(?=[.,;!]|$| (?:from|at|on|in|now|and|so|to your|accordingly|for you|as|internally"
    r"|successfully|by the (?:team|relevant)))",
    r"\b(?:journey|stay|visit|experience|flight|trip|order|service|delivery|booking|evening|meal|account|line|connection"
    r"|appointment|class|event|day)s? (?:was|were|has been|have been|had been|is|are)(?: \w+ly)? (?:impacted|affected|disrupted"
    r"|compromised|below par|less than ideal|not ideal|not quite right|suboptimal|not as it should (?:be|have been)|not what it"
    r" should|not up to (?:scratch|par|standard))\b(?=[.,;!]|$| (?:in some way|somewhat|by (?:this|events|circumstances|certain"
    r"|various|some|an? issue)))",
    r"\b(?:situation|things|matters|it|that|this|everything)(?: at (?:the|our) \w+)? (?:has|have|was|were|is|are|hasn't|haven't"
    r"|wasn't|weren't)(?: not)?(?: been)?(?: \w+ly| quite)? (?:ideal|less than ideal|as (?:smooth|it should|they should|we'd like"
    r"|we would like|expected|planned)|up to (?:scratch|par|standard)|the best|perfect|optimal|great)\b(?=[.,;!]|$)",
    r"\b(?:(?:is|are|was|were|been|be|get|gets|got)(?: now| all| also| pretty much| more or less)? )(?:either )?(?:nearly|mostly"
    r"|largely|partly|pretty much|practically|virtually|basically|more or less|almost|half|partially|kind of|sort of) (?:done"
    r"|there|sorted|finished|ready|fixed|complete|completed|resolved|in place|in order|dealt with|wrapped up|back to normal)\b",
    (
        (
            r"\b(?:back to normal|up and running|as good as new|right as rain|ship-?shape|tickety-?boo|running smoothly|on an"
            r" even keel"
            r"|back on track|sorted in no time|all good(?: now)?|all set|all sorted|good to go)\b (?:soon|before long|shortly"
            r"|in no time"
            r"|any (?:day|time|moment)|again soon|in due course|now)"
        ),
        "normal running new rain ship shipshape tickety keel track sorted good set go",
        "soon before shortly no any again due now",
    ),
    (
        (
            r"\b(?:something|somewhere|someone|somehow|some|stuff|things|one or two (?:things|bits)|bits and (?:pieces|bobs)"
            r"|this and"
            r" that|odds and ends|et cetera|etc\.?|and all that|what have you|whatnot|so on|and the like|or whatever|that side"
            r"|those"
            r" bits)\b (?:went|has gone|had gone|got|was|were|have been|has been|is|are) (?:a bit |slightly |somewhat |rather"
            r" )?(?:wrong"
            r"|amiss|awry|sideways|pear-shaped|lost|mixed up|muddled|stuck|off|not right|out of (?:sync|place|order)|changed"
            r"|moved|done"
            r"|missed|overlooked|misplaced)\b[^.!?;\n]{0,20}"
        ),
        "wrong amiss awry sideways pear lost mixed muddled stuck missed overlooked misplaced sync",
        "something somewhere someone somehow some stuff things bits that odds etc whatnot on like whatever side",
    ),
    r"\b(?:for|due to|owing to|because of|down to|caused by|given|subject to|depends on|depending on) (?:a (?:few|number of"
    r"|variety of|range of|combination of|couple of) |some |certain |various |several |other |different |many ){1,2}"
    r"(?:factors|reasons|circumstances|things|issues|causes"
    r"|considerations|constraints|matters|variables|problems|difficulties|conditions|requirements)\b(?! (?:such as|like|including"
    r"|:))",
    r"\b(?:a|an|some|one) (?:suitable|appropriate|adequate|fair|reasonable|acceptable|satisfactory|alternative|certain|sensible"
    r"|workable|mutually \w+) (?:solution|resolution|outcome|arrangement|remedy|amount|sum|settlement|compromise|adjustment"
    r"|response|option|alternative|gesture|way forward|compensation)\b(?! (?:of £|of \$|of \d|: ))[^.!?;\n]{0,30}",
    r"\b(?:a|some) (?:resolution|solution|fix|remedy|outcome|decision|workaround|change|update|correction|adjustment|credit"
    r"|amount|payment|refund of sorts) (?:has been|was|is being|is|will be) (?:found|reached|made|identified|agreed|put|applied"
    r"|processed|implemented|arranged|actioned|rolled out|worked on|underway|on its way|in the works)\b(?! (?:of|to your card|on"
    r" \d|at \d|by \d))[^.!?;\n]{0,30}",
    (
        (
            r"\b(?:the other (?:night|day|week|evening)|that (?:business|episode|incident|matter|affair|unpleasantness|kerfuffle"
            r"|carry-on)|what (?:happened|occurred|took place|transpired|went on) (?:the other|recently|previously|before|with"
            r" (?:everything|things|it all|your (?:recent|latest))|at (?:our|the) (?:premises|establishment|property|location"
            r"|facility"
            r"|site)))\b(?! (?:on|at \d|in room))[^.!?;\n]{0,30}"
        ),
        (
            "night day week evening business episode incident matter affair unpleasantness kerfuffle carry happened "
            "occurred took transpired went "
        ),
        "other that what",
    ),
    r"\bon (?:somebody's|someone's|a colleague's|one of our) (?:\w+ )?(?:list|desk|radar|plate|agenda|schedule|board)\b|\bat (?:a"
    r"|an) (?:suitable|appropriate|convenient|later|opportune) (?:point|moment|stage|juncture|time|date)\b|\bfor the coming"
    r" (?:period|weeks)\b",
    r"\bthe (?:stuff|bits|product|products|item|items|goods|article|articles|merchandise|parts) (?:that |which )?you (?:\w+ly"
    r" )?(?:sent|gave|ordered|purchased|bought|received|were missing|requested|returned|complained|had trouble|wanted|asked"
    r"|mentioned|chose|tried|were after)\b[^.!?;\n]{0,30}",
    r"\bwhat (?:happened|occurred|took place|transpired|went on) (?:during|at|on|with|in) (?:your|the) (?:recent|last|latest"
    r"|previous)\b[^.!?;\n]{0,30}",
    r"\bcertain (?!that|of|to|you|we|I|it|the|about|this|they|our|he|she)\w+s (?:has|have|were|are|was|will|had|in|on"
    r"|could)\b[^.!?;\n]{0,30}|\bwhere (?:applicable|appropriate|relevant)\b",
    r"\b(?:circumstances|factors|events|reasons|conditions|things|matters)(?: on the day| at play| at the time| here| involved)?"
    r" (?:which|that) (?:affected|led|meant|caused|prevented|impacted|contributed|influenced|delayed|got in the"
    r" way)\b[^.!?;\n]{0,30}",
    r"\b(?:on|from|at|in) (?:the|our) (?:system|systems|technical|admin|back|other|business|operations|operational|software"
    r"|billing|logistics) (?:side|end)\b(?=[.,;!]| (?:now|and|so)|$)",
    r"\b(?:can|could|will|'ll|able to|going to|let me|let us) (?:\w+ly )?(?:do|sort|arrange|work out|come up with|figure out"
    r"|rustle up|see about) something\b(?! (?:that|about (?:the|your)))[^.!?;\n]{0,30}",
    r"\b(?:a|some) (?:partial|part|proportionate|modest) (?:refund|credit|payment|reimbursement|rebate)\b[^.!?;\n]{0,20} (?:has"
    r"|have|was|is|will|can)\b[^.!?;\n]{0,20}",
    r"\b(?:matter|issue|problem|fault|error|situation|condition)s? (?:affecting|impacting|relating to|concerning|surrounding"
    r"|around|regarding) (?:your|the|our) [\w ]{3,30} (?:was|were|has been|have been|is|are) (?:now |since |being |also"
    r" )*(?:identified|handled|resolved|fixed|addressed|investigated|rectified|dealt|looked|sorted|corrected"
    r"|attended)\b[^.!?;\n]{0,20}",
    r"\b(?:several|various|a number of|a few|some|different|a range of) (?:options|alternatives|possibilities|solutions|routes"
    r"|avenues|possible ways|things we can)\b(?= (?:are|is|open|available|we|that|for|exist|here)|[.,])[^.!?:;\n]{0,30}(?!:)",
    r"\bthe rest (?:is|are|will be|should be) (?:now )?(?:in hand|under ?way|to follow|coming|on (?:its|the) way|being (?:done"
    r"|sorted|dealt with|handled|looked at)|in progress|following|sorted)\b|\bthe (?:right|correct|other|proper|new) ones?"
    r" (?:will|shall|should|is to|are to) (?:follow|be along|come|be with you|reach you)\b",
    r"\b(?:in connection with|regarding|concerning|about|in respect of|to do with|on|with|of|in) your matter\b",
    r"\b(?:a|some|one) (?:small|slight|minor|little|few|tiny|quick|further|temporary|manual|necessary|internal) (?:change"
    r"|adjustment|correction|tweak|alteration|update|amendment|fix|intervention|modification|action)s? (?:has|have|was|were|is"
    r"|will be) (?:now |since |also |being )*(?:been )?(?:made|applied|done|carried out|put|introduced|implemented"
    r"|completed)\b(?! to (?:the|your) (?!system|account|file|process)\w)[^.!?;\n]{0,30}",
    r"\b(?:due to|because of|connected with|owing to|related to|on account of|down to) (?:some|certain|various|ongoing) (?!of"
    r"|one)[\w-]+\b(?=[.,;!]| (?:on|in|at|with|around|that|which|work|issues?|matters|problems)|$)[^.!?;\n]{0,20}",
    r"\b(?:the|those|these|all|any) (?:affected|impacted|concerned|relevant|offending|troubled|problem) (?:parts?|areas?|items?"
    r"|systems?|people|units?|components?|sections?|things?|entries|bits|records|functions?|pieces?)\b[^.!?;\n]{0,30}",
    r"\b(?:a few|several|certain|various|some|a number of|one or two|a couple of) (?:areas|aspects|respects|elements|fronts"
    r"|facets|irregularities|inconsistencies|shortcomings|anomalies)\b[^.!?;:\n]{0,30}",
    r"\bwhat you (?:asked for|wanted|requested|raised|wrote about|mentioned|described|were after) (?:has|have|is|was|will)(?: now"
    r"| since| also| all)?(?: been| be| being)? (?:partly |nearly |mostly |all |now )?(?:done|dealt|sorted|handled|in hand|looked"
    r"|noted|fixed|addressed|arranged|actioned|attended|seen|put|under ?way|taken)\b[^.!?;\n]{0,20}",
    r"\bmost of (?:it|what you|the things|that|your)\b[^.!?;\n]{0,30} (?:is|are|has|have)\b[^.!?;\n]{0,20} (?:done|sorted|under"
    r" ?way|fixed|ready|in hand)\b",
)
