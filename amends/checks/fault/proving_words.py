"""Words for holding proof, our rightness or our earlier answer up against the customer: what speaks, how we insist."""

from __future__ import annotations

import re
from typing import Final

from amends.drafts.cue import Cue, late

#: What can be held up as proof. All of it can also speak for the customer; what it says decides.
PROOF = (
    r"(?:logs?|logbook|records?|cctv|cameras?|footage|recordings?|transcripts?|tracking|gps(?: \w+)?|scan(?:ner)?s?"
    r"|photos?|photographs?|pictures?|timestamps?|sensors?|meters?|dashboards?|registers?|ledgers?|notes?|files?"
    r"|histor(?:y|ies)|data|evidence|lab(?:oratory)?|tests?(?: results?)?|results?|reports?|readings?|till roll|docket"
    r"|delivery note|proof of (?:delivery|posting)|read receipt|receipts?|signatures?|contract|agreement|terms|clause"
    r"|paperwork|audit(?: trail)?|calibration|tachograph|thread|chat|correspondence|documents?|documentation"
    r"|figures|numbers|statements?|facts|diary|roster|rota|system|invoice|job sheet|checklist|certificate|inspection)"
)
#: Things of ours that are said to be right.
_THING = (
    r"(?:charges?|bills?|billing|amounts?|fees?|debits?|deductions?|readings?|decisions?|diagnosis|totals?|invoices?"
    r"|prices?|pricing|weights?|change|refusal|calculations?|figures?|sums?|measurements?|measure|quotes?|quotation"
    r"|estimate|balance|rates?|tariff|premium|rent|penalty|fine|surcharge|deposit|assessment|valuation|grades?|marks?"
    r"|result|verdict|findings?|answer|position|payment|dose|dosage|order|booking|reservation|contract|terms|work"
    r"|job|repair|installation|meter|scales?|product|goods|delivery|item|parcel)"
)
_VERY = (
    r"(?:entirely |perfectly |quite |absolutely |completely |fully |wholly |totally |all |clearly |very |100% |exactly"
    r" |just |both |in fact |always |still |abundantly |therefore |well )"
)
_RIGHT = (
    r"(?:correct|accurate|valid|legitimate|justified|in order|in line with|as (?:quoted|billed|agreed|advertised|stated"
    r"|ordered|per|it should be)|right(?= (?:to the|and|as)|\s*[.,;!?]|$)|bang on|spot on|to the penny"
    r"|properly (?:made|applied|charged|done|due)|(?:validly|correctly|duly|lawfully|rightly|fairly)(?: \w+ed| made"
    r"| due)?"
    r"|fair and|lawful|sound\b|beyond (?:question|dispute|doubt)|non-negotiable)"
)
#: It speaks for them, or we take it back, or it is being asked.
FOR_THEM = late(
    r"\byou(?:'re| are| were)(?: \w+ly| quite| absolutely)? (?:right|owed|due|entitled|correct|overcharged|short)"
    r"|\bbears? you out|(?<!not )(?<!n't )\b(?:backs?|supports?|proves?|confirms?) (?:you\b|your|what you)|\bshows?"
    r" (?:that )?(?:we|I|my colleague|our \w+)"
    r" (?:did|never|didn't|failed|missed|forgot|sent|left|charged|promised|were wrong)|\byou (?:gave|rang|called|wrote"
    r"|told us|said)\b|\b(?:not|won't) (?:going to )?(?:decide|argue|quarrel)|\bsooner\b|\bdid promise\b|\band yet you"
    r"|\bno fault, and yet|\byour \w+ says otherwise|\bour (?:mistake|error|fault"
    r"|doing)|\bmy (?:mistake|error|fault)|\bwe (?:were|are|got) (?:wrong|it wrong)|\b(?:if|whether|in case|once"
    r"|make sure|ensure|so that|until|hope|check(?:ing)? that|see if|not sure|wonder\w*) [^.!?;\n]{0,60}\b(?:correct"
    r"|right|accurate|valid|in order|prove|show|confirm)|\b(?:refund(?!able)|credited|taken (?:it|the fee) off)|\b(?:sorry"
    r"|apolog)(?![^.!?]{0,90}\b(?:but|though|although|albeit|yet|even|however|strictly|whereas|only)\b)"
    r"|\bours\b|\beither way\b|\bneither of us\b|\bI'll (?:sort|fix|replace)",
    re.IGNORECASE,
)
#: "Nothing supports what you say" does not speak for them.
NOTHING = late(r"(?:nothing|none|nobody|no|not|doesn't)\b", re.IGNORECASE)
FRAMES: Final[tuple[str, ...]] = (
    # What is shown was as it should be; the contract gives us the right.
    (
        rf"\b{PROOF}(?: [\w'-]+){{0,4}}? (?:shows?|proves?|confirms?|records?|says?|demonstrates?|establish(?:es)?)"
        r" (?:that )?(?:the|it|our|every|no|all|both|he|she|they)\b[^.!?;\n]{0,35} (?:was|were|had been|is"
        r"|are) (?:\w+ly )?"
        r"(?:intact|sealed|working|fine|complete|undamaged|present|delivered|signed|in order|there|done|clean|on time"
        r"|normal|correct|handed|completed|carried|attended|switched on|within)\b(?! late)"
        rf"|\b{PROOF}(?: [\w'-]+){{0,3}}? (?:agrees?|tall(?:y|ies)|squares?|matches|match|ties? up) (?:exactly "
        r"|fully |perfectly )?with (?:our|the|what we|mine)\b"
        rf"|\b(?:is|was|were|are) the (?:correct|right|proper|standard|agreed|advertised|usual) {_THING}\b|\b(?:is"
        r"|was|were|are) the (?:correct|right|proper|agreed|advertised) (?:fare|procedure|one for)\b"
        r"|\b(?:confident|satisfied|certain|convinced|adamant|clear|comfortable|positive) that (?:the|our|we|my|this"
        r"|it|he|she|nothing|no)\b[^.!?;\n]{0,50} (?:right|correct|followed|properly|did|done|fair|valid|appropriate"
        r"|reasonable|as it should|wrong|fault|error|mistake)\b"
        r"|\b(?:contract|terms|policy|agreement|lease|booking conditions|conditions"
        r"|rules)(?: [\w'-]+){0,5}? (?:allows?|permits?|entitles?|provides?|says?|states?|covers?|requires?"
        r"|gives? us)(?: for| that| us)? (?:exactly|precisely|this|us\b|we\b|clearly|plainly|as much|just that"
        r"|the right)\b"
        r"|\b(?:followed|observed|complied with|adhered to|stuck to|applied) (?:the|our|all|every|each|proper"
        r"|correct|standard)(?: \w+){0,3} (?:procedures?|protocols?|process(?:es)?|instructions?|steps?|guidelines?"
        r"|rules?|policy|policies|standards?|checklist)\b"
        r"|\b(?:I|we) (?:\w+ly )?(?:told|informed|advised|warned|notified|reminded) you (?:this|of this"
        r"|about (?:this|it|the)|so\b|at the time|on the (?:phone|day|call)|in (?:writing|my|our)|when you|twice"
        r"|before|clearly|more than)\b"
        r"|\byou did (?!not\b)(?:\w+ )?(?:agree|sign|accept|tick|consent|opt|click|select|approve|initial"
        r"|authori[sz]e)\b"
        r"|\b(?:simply |just |clearly |plainly |quite )(?:not|isn't) (?:borne out|supported|true|correct|the case"
        r"|what happened|accurate)\b"
    ),
    # Our evidence says so, and no doubt is left.
    (
        rf"\b{PROOF}(?: [\w']+){{0,6}}? (?:is|are|was|were)(?: {_VERY}|\s){{1,2}}(?:conclusive|unambiguous|unequivocal"
        rf"|clear (?:on|about|that|enough)|crystal clear|there (?:for|to see)|on our side|definitive|indisputable"
        rf"|undeniable|plain to see|black and white)\b[^.!?;\n]{{0,40}}"
        rf"|\b{PROOF}(?: [\w']+){{0,6}}? (?:leaves? (?:no|little) (?:room for )?doubt|tells? (?:a |us a "
        r"|me a )?(?:rather |very "
        r"|quite |somewhat |completely )?(?:different|another) (?:story|tale|picture|version)|(?:says?|suggests?"
        r"|shows?|proves?|indicates?)"
        rf" otherwise|bears? (?:this|that|it|us|me) out|backs? (?:us|this|that|me|our \w+) up|supports? our"
        r"|(?:does|do)(?: not|n't) (?:lie|support|bear out|match|back up)|never lies?|speaks? for (?:itself"
        r"|themselves)"
        rf"|contradicts? (?:you|what|that|this)|makes? (?:it )?(?:plain|clear|obvious)|vindicates?|cleared us"
        r"|(?:has|have) (?:vindicated|cleared|exonerated)|came back (?:clean|clear|negative|normal"
        r"|fine))\b[^.!?;\n]{0,40}"
    ),
    (
        r"\b(?:our|the|all our|my|we have|we've|his|her|their"
        rf"|both)(?: [\w'-]+){{0,3}} {PROOF}(?: [\w']+){{0,4}}? (?:puts?"
        r"|places?|has|have|shows?|proves?|confirms?|says?|establish(?:es)?|demonstrates?|records?|states?"
        r"|verif(?:y|ies))"
        rf" (?:that )?(?:our (?:van|driver|man|engineer|fitter|guard|crew|rider|cleaner|nurse|team|technician|courier"
        rf"|carer|staff|agent|teacher)|the (?:van|driver|cleaner|engineer|guard|visit|fitter|rider|crew|carer|nurse"
        r"|work|job|delivery|parcel|box|item|unit|machine|door|call|test|technician|teacher)|you (?:opened|agreed"
        r"|signed"
        r"|accepted|were (?:told|informed|advised|at home|present|notified)|had|received|logged|clicked|ticked"
        r"|confirmed"
        rf"|approved|used|did)|it was (?:delivered|working|sent|intact|fine|received|signed)|no (?:fault|error|such"
        r"|contact|call|sign))\b[^.!?;\n]{0,60}|\bevidence [^.!?;\n]{0,30}(?:confirms|shows"
        r"|proves) [^.!?;\n]{0,40}"
    ),
    (
        r"\bwhich (?:proves|shows|confirms|demonstrates) (?:that )?(?!you (?:were|are) right|(?:it|that|this|exactly|me"
        r"|us|all|our)\b)[^.!?;\n]{0,40}"
        r"|\b(?:there is"
        r"|there's|there can be|leaves) (?:absolutely |simply )?(?:no |any )?(?:doubt|question|dispute)"
        r" (?:that(?! (?:you|we got|I got|this should))|whatsoever|about it)\b|\bfor the record\b|\bset (?:things|the record"
        r"|matters|this) straight\b"
        r"|\bwith (?:all )?(?:due |the greatest |the utmost |great )?respect, (?:we|our|the|that|this|it|you did)\b"
        r"|\b(?:the )?facts? (?:is|are|remains?)"
        r" (?:that|on our|clear)\b|\bkindly note that (?:the|our|your|no|you|all)\b[^.!?;\n]{0,40}"
        r"|\bthe plain truth is\b"
        r"|\bwe(?:'d| would) (?:also )?(?:like to )?(?:point out|remind you|stress|clarify) that (?:you|our|the|we"
        r"|this)\b"
    ),
    # What we charged, did or said is right.
    (
        rf"\b(?:the|our|your|this|that|each|every|all) (?:[\w'-]+ )?{_THING}(?: (?!is |was |are |were "
        r"|stands)[\w',]+){0,7}? (?:is|are|was|were"
        rf"|remains?|has been|(?<!would )have been)(?: {_VERY}){{0,2}} ?{_RIGHT}(?! (?:now|again|today|from))"
        r"|\beverything (?:on|in|about|with)"
        rf" [^.!?;\n]{{1,40}} (?:is|was|are) {_VERY}{{0,2}}(?:{_RIGHT}|fine)|\b(?:the|our"
        r"|that) (?:[\w'-]+ )?(?:charge|bill|fee|reading|decision|policy|refusal|price|invoice|diagnosis|fine"
        r"|penalty|debit|position|calculation) "
        r"(?:therefore |must |will )?stands?\b(?! (?:at|on|in|by|empty|to|for|out))|\b(?:it|this|that)(?:'s| is"
        rf"| was) an? {_VERY}?(?:valid"
        rf"|legitimate|correct|genuine|proper|fair|standard) (?:[\w-]+ )?{_THING}|\bour (?:side|part"
        r"|end)(?: of [\w ]{1,15})?"
        rf" (?:is|was) {_VERY}?(?:in order|fine|correct|clean)"
    ),
    (
        r"\bwe did (?:exactly|precisely|just|only) (?:what|as)\b[^.!?;\n]{0,40}|\b(?:we"
        r"|I)(?: \w+ly)? (?:fully )?stand by (?:the|our|my"
        r"|his|her|that|what)\b(?! (?:promise|word|offer))[^.!?;\n]{0,30}|\b(?:we|our \w+|he|she|they) (?:were|was"
        r"|are|acted|am)"
        r" (?:\w+ )?(?:within (?:our|my|its|their) rights?|entitled to|in full (?:accordance|compliance)"
        r"|in the right)\b"
        r"|\b(?:in|to) (?:full |strict |complete )?(?:accordance|compliance|conformity) with (?:the|our|your)\b"
        r"|\b(?:find|found|see|saw|identify|identified|been|is|was) no (?:\w+ )?(?:mistakes?|errors?|faults?|failings?"
        r"|breach|wrongdoing|fault or \w+|evidence (?:of|that|to support)|grounds|basis"
        r"|reason to doubt)\b(?! (?:code|in your"
        r"|on your))|\b(?:nothing|little) (?:\w+ ){0,3}(?:to answer for|to apologi[sz]e for|that needs (?:changing"
        r"|correcting)|to correct|wrong with (?:the|our) (?:\w+ )?(?:bill|charge|service|work|product|repair|account"
        r"|decision|food))\b|\b(?:the|our) (?:system|software|scanner|machine|meter|computer|app|till|process)s?"
        r" (?:does not|doesn't|do not|don't|cannot|can't|never) (?:make|makes|get|gets|be|lie|go"
        r"|goes) (?:\w+ ){0,4}?(?:errors?"
        r"|mistakes?|wrong|fail)\b|\b(?:would|could) (?:never|not|n't) (?:\w+ )?have (?:said|done|spoken|used"
        r"|written|made"
        r"|behaved|left|told you)\b|\b(?:wouldn't|couldn't) have (?:said|done|spoken|used|behaved|told you)\b"
    ),
    # Looked into, and we were right.
    (
        r"\b(?:played|listened to|watched|read|went through) (?:\w+ ){0,4}?(?:recording|call|footage|tape|log|chat|thread|e-?mails?)"
        r"(?: back| again| twice| through)? and you (?:did|had|were|have|clearly|said|agreed|chose|asked|told|signed)\b[^.!?;\n]{0,40}"
        r"|\b(?:I|we) (?:had|have|got) (?:it|that|this|the \w+) right (?:all along|the first time|from the start)\b"
        r"|\b(?:double-?checked|checked|audited|reviewed|went|gone|been|measured|tested|inspected|listened|looked"
        r"|investigated"
        r"|examined|verified|weighed|counted|compared|recalculated)\b[^.!?;\n]{0,60}(?:,|;|:| and"
        r"| but) (?:\w+ ){0,6}?(?:is|was"
        rf"|are|were|it's|that's)(?: {_VERY})? ?(?:{_RIGHT}|spotless|clean\b|fault-?free|within (?:the )?(?:limits"
        r"|tolerance"
        r"|spec)|passed)(?! now)|\b(?:was|were|is|been) (?:\w+ )?(?:inspected|checked|tested"
        r"|examined)\b[^.!?;\n]{0,40} (?:and"
        r" )?(?:it |they |all )?(?:was|were|passed|found to be) (?:\w+ )?(?:spotless|clean|fine|perfect|working"
        r"|passed|with no"
        r"|sound|in (?:good|perfect|full))|\b(?:was|were) (?:\w+ )?(?:fine|intact|working|running|sound|perfect"
        r"|perfectly"
        r" \w+|undamaged|complete|in (?:good|perfect|full) (?:working )?(?:order|condition"
        r"|health))(?: \w+)? when (?:it|he|she|they|we"
        r"|our|[A-Z]\w+)(?: \w+)? left\b|\bleft (?:our|the|my) [\w ]{2,25} (?:in (?:good|perfect|full|excellent)"
        r"|intact|undamaged"
        rf"|complete|working|sealed)\b|\bhanded over (?:\w+ )?(?:intact|in (?:good|perfect)|undamaged)"
    ),
    # Their account is denied.
    (
        r"\b(?:your|that|this|the) (?:claims?|version|allegations?|account(?: of [\w ]{2,20})?|complaint|assertion"
        r"|statement"
        r"|suggestion|story)(?: that [^.!?;\n]{0,50})? (?:is|isn't|are|aren't|was|does|doesn't|has|cannot|can't|do"
        r"|don't)(?: not|n't"
        r"| simply| therefore)? ?(?:supported|borne out|(?:hold|stand) (?:up|water)|without (?:any )?(?:basis"
        r"|foundation"
        r"|merit)|have (?:any|a) (?:basis|merit)|no (?:basis|foundation|merit|substance)|be (?:substantiated|upheld"
        r"|supported"
        r"|verified)|match|tally|add up|not? fit)\b[^.!?;\n]{0,30}|\bwe (?:\w+ )?(?:reject|dispute|refute|deny"
        r"|cannot accept"
        r"|do not accept|don't accept|disagree with) (?:that|your|this|the (?:claim|allegation|suggestion|idea))\b"
        r"|\b(?:no|not any) (?:such|second|other) (?:\w+ )?(?:call|payment|promise|conversation|agreement|request"
        r"|message|charge|offer"
        r"|instruction|e-?mail|visit)s? (?:was|were|has|have|took|exists?)\b|\b(?:nobody|no ?one"
        r"|none) else (?:\w+ ){0,6}?(?:heard|saw"
        r"|noticed|reported|complained|mentioned|had|has(?! asked))\b|\b(?:did|does) (?:in fact|actually|indeed) take place\b"
        r"|\bso [\w ]{3,25} did"
        r" take place\b|\bwas (?:in fact|indeed) (?:delivered|sent|done|made|carried out|on time|present|cleaned)\b"
        r"|\bstruggle to see"
        r" (?:what|why|how)\b"
    ),
    # It was said before, and they were told.
    (
        r"\b(?:I|we) did (?!not\b|n't)(?:\w+ )?(?:tell|say to|explain|inform|advise|notify|warn|mention)(?: to)?(?: you)?\b"
        r"|\blet me (?:just )?repeat"
        r"\b|\b(?:I|we) (?:can only |must |have to |would )?repeat (?:what|that|once)\b|\bas (?:I|we) (?:keep"
        r"|kept) \w+ing\b"
        r"|\b(?:second|third|fourth|fifth|umpteenth) time (?:that )?(?:I|we)(?: am|'m|'ve| have| are"
        r"|'re)\b[^.!?;\n]{0,40}"
        r"|\b(?:refer|refer you|look|go|scroll) (?:back |down |up )?(?:once more |again )?to (?:my"
        r"|our) (?:\w+ ){0,2}(?:mail"
        r"|e-?mail|letter|reply|response|message|answer|note|explanation)\b|\bsee (?:my|our) (?:earlier|previous"
        r"|last|above)"
        r"\b|\b(?:as )?per (?:my|our) (?:last|earlier|previous)\b|\b(?:has|have|was|were|been"
        r"|is)(?: \w+)? (?:already|fully|repeatedly)"
        r" (?:been )?(?:answered|clarified|dealt with|addressed|covered|explained|settled|communicated"
        r"|responded to)\b|\bbeen answered"
        r" already\b|\b(?:I|we)(?:'ve| have)? already (?:went over|gone over|answered|covered|dealt with|addressed"
        r"|been through"
        r"|gone through|clarified|responded|replied|discussed)\b|\b(?:you )?(?:will|may|'ll) (?:\w+ )?(?:recall"
        r"|remember) that (?:I|we|you|our)"
        r"\b|\bin no uncertain terms\b|\b(?:told|informed|advised|explained)\b[^.!?;\n]{0,60}\bword for word\b"
    ),
    (
        r"\byou (?:had|got|received|were sent|have had|have received) (?:our |my )?(?:\w+ )?(?:two|three|four|five"
        r"|six|several|many"
        r"|repeated|\d{1,2}|ample|plenty of|full|clear|due|every|both our|our) (?:\w+ )?(?:reminders?|notices?"
        r"|warnings?|e-?mails?"
        r"|texts?|letters?|messages?|opportunit(?:y|ies)|notifications?|notice)\b[^.!?;\n]{0,30}|\b(?:we"
        r"|I) (?:\w+ )?sent you"
        r" (?:two|three|four|five|several|repeated|\d{1,2}) (?:\w+ )?(?:reminders|notices|warnings)\b|\byou (?:were"
        r"|had been|have been)"
        r" (?:clearly |fully |duly |properly |repeatedly |specifically |plainly |well |verbally |expressly |made "
        r"|told |informed |advised"
        r" |notified |warned ){1,3}?(?:informed|told|advised|notified|warned|aware|briefed|about the|of the"
        r"|about this|of this) "
        r"?[^.!?;\n]{0,40}|\bis what you (?:signed|agreed|ordered|asked for|chose|approved|accepted)\b"
        r"|\byour (?:own )?signature is\b"
        r"|\b(?<!before )(?<!when )(?<!until )you (?:yourself |also )?(?:signed (?:for|it|the|to)|opened our"
        r"|initialled|countersigned"
        r"|consented to|agreed in writing"
        r"|ticked (?:the|to|a))\b[^.!?;\n]{0,40}|\b(?:notes?|file|call|record|recording"
        r"|log)s?\b[^.!?;\n]{0,50}\b(?:say|says|show|shows)"
        r" (?:that )?you (?:agreed|accepted|were|had|said|asked|signed)\b|\bour terms,? (?:[\w',]+ ){0,8}(?:cover"
        r"|say|state|allow"
        r"|provide|are|make)\b[^.!?;\n]{0,40}"
    ),
)

_RECORDS = (
    r"(?:logs?|records?|systems?|tracking|cameras?|cctv|data|files?|footage|recordings?|notes?|evidence|meter|scans?|scanners?"
    r"|sensors?|gps|driver|technicians?|engineers?|tests?|photographs?|photos?|investigation|terms)"
)
_SHOW = (
    r"(?:show(?:s|ed)?|prove[sd]?|confirm(?:s|ed)?|indicate[sd]?|demonstrate[sd]?|state[sd]?|reveal(?:s|ed)?|says?|found"
    r"|established|concluded|determined|verified|suggests?|tells? us|is clear|are clear|makes? (?:it )?clear)"
)
PROVING = Cue(
    rf"\b(?:our|the|all our|my) (?:own |internal |delivery |call |phone |booking |tracking |security |server "
    rf"|\w+ )?{_RECORDS} (?:(?P<sure>clearly|plainly|definitely|conclusively|quite clearly|in fact|actually|beyond doubt"
    rf"|unequivocally) )?(?:all )?{_SHOW}\b(?P<what>[^.!?;\n]{{0,110}})"
    r"|\b(?:according to|going by|based on|as shown (?:in|by)|per) (?:our|the) (?:\w+ )?(?:records?|logs?|systems?|data"
    r"|files?|tracking|notes|footage|terms|driver|technician|engineer|team|staff)\b,? (?P<told>[^.!?;\n]{0,110})|\b(?:I"
    r"|we) (?:must|have to|would|should|need to|do have to|'d)(?: also| just)? (?:point out|remind you|stress"
    r"|emphasi[sz]e|note|underline|correct you|inform you) that (?:you|the (?:fee|charge|terms|contract"
    r"|policy))\b[^.!?\n]{0,60}|\bas (?:(?:I|we) (?:have |had )?)?(?:already |previously |clearly |repeatedly "
    r"|just ){0,4}(?:explained|stated|advised|mentioned|told|said|communicated|pointed out|informed|outlined|indicated"
    r"|noted)(?: (?:to )?you)?(?: (?:twice|before|already|earlier|repeatedly|several times|in (?:my|our) (?:last|previous"
    r"|earlier) \w+))?|\b(?:I|we)(?:'ve| have) (?:already |repeatedly |previously |now ){0,4}(?:told|explained to"
    r"|informed|advised|said to) you(?: (?:this|that|several times|before|repeatedly|many times|twice|more than once))\b"
    r"|\b(?:I|we)(?:'ve| have) (?:already |repeatedly |previously )(?:told|explained to|informed|advised) you\b"
    r"|\bcontrary to (?:what you|your)\b[^.!?\n]{0,40}|\byou (?:are|were|'re) (?:simply |clearly |quite "
    r"|wholly )?(?:mistaken|wrong|incorrect|misinformed|confused|not correct)\b|\byou're (?:simply |clearly )?(?:mistaken"
    r"|wrong|incorrect)\b|\b(?:your|that|this) (?:claim|statement|allegation|accusation|version|complaint"
    r"|account of events|recollection)s? (?:is|are|was) (?:simply |plainly )?(?:false|untrue|wrong|incorrect|unfounded"
    r"|baseless|not (?:true|correct|accurate)|inaccurate|without merit|not supported)\b|\bthat(?:'s| is) (?:simply |just "
    r"|plainly )?(?:not true|untrue|false|not what happened|incorrect)\b|\bthe (?:charge|bill|invoice|amount|decision|fee"
    r"|meter|price) (?:is|was) (?:entirely |perfectly |quite |absolutely )?(?:correct|right|valid|accurate|justified)\b"
    r"|\bwe (?:did|have done|do) nothing wrong\b|\b(?:we|our \w+|I) (?:did|have done|handled|followed"
    r"|carried out) (?:everything|it all|all steps|this|the \w+) (?:correctly|right|properly|by the book|as (?:it"
    r"|we) should|to the letter)\b|\bas you (?:can see|should know|well know|are aware|will recall|agreed)\b"
    r"|\b(?:the )?facts (?:are|speak|show)\b|\bperhaps you (?:misread|misunderstood|forgot|misremember)\w*",
    "found|established|concluded|determined|verified|suggest|according|going by|based on|per our|per the|point out|remind"
    "|stress|emphasi|underline|show|prove|confirm|indicate|demonstrate|state|reveal|says|say|tell|clear|explained|advised"
    "|mentioned|told|said|communicated|pointed|informed|outlined|noted|contrary|mistaken|wrong|incorrect|misinformed"
    "|confused|false|untrue|unfounded|not true|not what|correct|right|valid|accurate|justified|as you|facts|perhaps you"
    "|baseless|without merit|not supported",
)
