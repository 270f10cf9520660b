"""Other words for its having been somebody else, or nobody."""

from __future__ import annotations

from typing import Final

from amends.checks.fault.doers import INSIDE, OUTSIDE

#: Any firm or crowd of people that is not us, by what it is called.
_FIRM = (
    r"(?:[\w-]+ (?:people|firm|crew|lot|company|guys|lads|outfit|provider|agency|supplier|office|department|dept|team|desk|authority"
    r"|board|branch|side|partner|contractors?|operator|merchants?|house|group|centre|center|union|co-?op))"
)
_NAMED = (
    r"(?-i:DPD|UPS|FedEx|DHL|Evri|Hermes|Yodel|Amazon|Ticketmaster|Stripe|PayPal|Openreach|Visa|Mastercard|Uber|Deliveroo|Google"
    r"|Apple"
    r"|Microsoft|BT|An Post|Royal Mail|Network Rail|India Post|Blue Dart|Delhivery|GIG|NIPOST|NEPA|PHCN|Eskom|USPS|Parcelforce"
    r"|Highways|Planning"
    r"|Environmental Health|Customs|Sales|Accounts|Billing|Finance|Marketing|Dispatch|Despatch|Stores|Head [Oo]ffice|HQ|Reception"
    r"|Housekeeping|Procurement|Purchasing|Logistics|Reservations|Maintenance|Payroll|Admissions|Claims|Underwriting|Legal"
    r"|Compliance"
    r"|Events|Catering|Bookings|Management)"
)
_THEM = (
    rf"(?:(?:the|our|your|a|an|their|those|these|one of our|some|my|that) (?:[\w'-]+ ){{0,2}}?(?:{OUTSIDE}|{INSIDE}|{_FIRM})"
    rf"|{_NAMED}"
    r"|someone|somebody|whoever [\w ]{3,40}?|(?:head|central|regional) office|management|accounts|sales|payroll)"
)
#: Doing badly by us both.
_BADLY = (
    r"(?:sent (?:us|you|it|them|over|out|through|the|a)\b[^.!?;\n]{0,25} (?:who|that|without|wrong|late|short|with no)"
    r"|changed (?:the|its|their|it)"
    r"\b|pulled (?:the|our|their|your|out)|held (?:our|your|the|us|it|everything|things) (?:\w+ ){0,2}(?:back|up)|keeps? (?:on "
    r"|not )?\w+ing|kept (?:on |not )?(?:\w+ing)"
    r"|put (?:your|the|it|you|them|him|her|his) [^.!?;\n]{0,20}\b(?:under|in|on|down|as|at|against|through|into|away)\b"
    r"|(?:assured|promised|swore to|guaranteed|advised) (?:us|me)\b|(?:told|gave|led) us\b"
    r"|swore (?:blind|it|that|to)|(?:dug|cut|drilled|went|drove) (?:right |straight )?through|turned up (?:late|without|with|an"
    r"|two|drunk|short)|came (?:late|without|short|with the wrong|with no)"
    r"|arrived (?:late|without|short)|never (?:said|rang|came|turned|showed|replied|answered|let|gave|mentioned|picked|put"
    r"|arrived|collected|logged|read|booked|entered|checked|asked|got|thought)"
    r"|(?:is|are|was|were|has been|have been) (?:always |so |too |just |very |being |a bit |pretty |quite |consistently )*(?:slow"
    r"|useless|hopeless|unreliable|difficult|unhelpful|overbooked|disorgani[sz]ed|at fault|to blame|dragging|stalling|holding"
    r"|asleep|careless"
    r"|responsible for (?:the|this|that|your|any|all))\b|(?:is|are|was|were) (?:supposed|meant) to\b|(?:ought to|should) have\b"
    r"|really ought to"
    r"|short-?changed|short-?delivered|supplied (?:us|it|the wrong|a (?:bad|faulty|dud))|delivered (?:it |them |the \w+ "
    r"|your \w+ )?(?:late|short|wrong|damaged|to the wrong)|didn't (?:even )?(?:\w+)|did not (?:even )?\w+"
    r"|hadn't (?:even )?\w+|had not \w+|hasn't (?:yet )?\w+|haven't (?:yet )?\w+|won't (?:tell|give|answer|release|say|play"
    r"|budge)|(?:forgot|failed|neglected|omitted|declined|refused|decided|chose) (?:not )?to"
    r"|(?:must|might|may) have (?:put|dropped|left|taken|sent|lost|forgotten|missed|typed|written|given|mixed|got|misread|picked)"
    r"|(?:made|took) (?:a|that|this|the) (?:call|decision|mess|mistake|error|hash|booking without)"
    r"|left (?:us|you|it|me|everyone|your \w+|the \w+ (?:open|on|off|out|in|unlocked|behind|running))\b|dropped|cancelled|bungled"
    r"|botched|pulled out|went bust|went under|walked off|let (?:us|everyone) (?:all )?down)"
)
_BY_NO_ONE = (
    r"(?:sent|shipped|packed|picked|given(?: away| out| to)?|entered|printed|used|quoted|applied|attached|fitted|booked|put|keyed"
    r"|typed|written|taken|issued|loaded|selected"
    r"|passed on|installed|displayed|cancelled|deleted|removed|released|charged|closed|opened|moved|marked|filed|logged|recorded"
    r"|labelled|tagged|added|uploaded|posted"
    r"|e-?mailed|collected|delivered|destroyed|thrown (?:away|out)|disposed of|switched (?:off|on)|disconnected|allocated"
    r"|assigned|transferred|scanned|updated|credited"
    r"|debited|sold|let|served|administered|dispensed|prescribed|discharged|overwritten|archived|merged|flagged|blocked|suspended"
    r"|missed(?: off)?|left (?:off|out|behind|on|open)"
    r"|skipped|omitted|overlooked|forgotten|mislaid|misplaced|lost|misfiled|mixed up|swapped|dropped|damaged|broken|misread"
    r"|miscounted|miskeyed|misquoted|mispriced|mislabelled|double-booked|duplicated)"
)
_OF_OURS = r"(?! (?:by|because of|thanks to) (?:us|me|our|my|one of|a (?:member|colleague) of)\b)"
WIDER: Final[tuple[str | tuple[str, ...], ...]] = (
    # They did badly by us both.
    (
        rf"\b(?:the|our|a|an|those|these|their|my) (?:[\w'-]+ ){{0,2}}?{OUTSIDE}(?: (?:in|at|on|of|from|we|they|who"
        rf"|that) [\w' ]{{2,30}}?)?(?: \w+ly| then| just| simply| also| still| has| have| had| again){{0,2}} {_BADLY}"
    ),
    rf"\b(?-i:(?=[A-Z])){_NAMED}(?: \w+ly| then| just| simply| also| still| has| have| had){{0,2}} {_BADLY}",
    (
        r"\b(?:the|a|an|our|my) (?:temp|trainee|apprentice|intern|agency \w+|relief \w+|new (?:starter|girl|boy|guy|hire|lad|chap"
        r"|recruit|man|woman|person)|work experience \w+|junior|student|previous \w+|last \w+|former \w+"
        r"|other (?:shift|team|branch|office|girl|lad|agent|adviser|department|side)|night (?:shift|porter|staff|team|desk)"
        r"|day (?:shift|team)|weekend (?:staff|team|shift|cover)|outgoing \w+)(?: who [\w' ]{3,30}?)?(?: on [\w ]{3,15}?)?(?: \w+ly"
        r"| then| just| has| had| must have){0,2}"
        r" (?:put|left|took|gave|told|typed|wrote|sent|booked|keyed|filed|forgot|missed|mixed|didn't|did not|never|hadn't|thought"
        r"|assumed|misread|promised|said|made|entered|got|lost|dropped|ought|should)\b"
    ),
    (
        r"\b(?:my|a|our|another|one of (?:my|our)) (?:colleagues?|manager|supervisor|boss|predecessor|team-?mate"
        r"|co-?worker)s?(?: who [\w' ]{3,30}?| (?:in|at|on|from) [\w' ]{2,25}?)?(?: really| clearly| obviously| simply"
        r"| just)? (?:(?:ought to|should) (?:never |not |really )?have|shouldn't have|was supposed to"
        r"|was meant to|had no (?:right|business)|had promised|must have|got (?:it|that|this|you) wrong|misinformed|misled"
        r"|gave you (?:the wrong|bad)|told you (?:the wrong|wrong)|didn't (?:tell|pass|log|note|write|do|bother|explain|know)"
        r"|never (?:told|passed|logged|noted|wrote|mentioned|explained))\b"
    ),
    (
        rf"\b{_THEM} (?:is|are|was|were)(?: really| actually)? (?:supposed|meant) to (?!leave it with|be (?:there|here|open|with|free"
        rf"|ready))\w+[^.!?;\n]{{0,30}}"
    ),
    # It is theirs to answer for, or theirs to decide.
    (
        rf"\b(?:it|that|this)(?:'s| is|'d be|'ll be| was| would be| will be) (?:actually |really |all |purely |entirely "
        rf"|in fact )?(?:down to |up to |on |with |a matter for |one for |a question for )?{_THEM}(?:'s?)? (?:you(?:'d"
        rf"| would)? (?:want|need|ought|should|have)|(?:who|that|which) (?:\w+|didn't|don't)"
        r"|(?:fault|doing|mistake|error|decision|call|rule|mess|problem|job|side|end|department|area|equipment|track|signal|choice"
        r"|system)\b|they\b|,? (?:and )?not (?:us|ours|me|we|our))"
    ),
    (
        rf"\b(?:sits?|lies|lay|rests?|stays?|falls?|belongs?|starts?|started|stops?|stuck|originated) (?:entirely |squarely |solely "
        rf"|really |firmly )?(?:with|on|at the (?:door|feet|desk) of|inside|at) (?:the|our|your|their) (?:[\w-]+ )?(?:{OUTSIDE}"
        rf"|{_FIRM}),? (?:and )?(?:not|only|alone|rather|entirely|who)\b|\b(?:fault|blame|responsibility|problem|delay|error) (?:lies"
        rf"|lay|is|was|sits|rests) (?:there|elsewhere|over there|with them|not with)\b"
    ),
    (
        r"\b(?:not|wasn't|isn't|never|nothing) (?:with|of|to do with|down to|because of|caused by|on) (?:us|ours|me|our (?:side|end"
        r"|doing|making|part|staff|team))\b(?! (?:to|until|yet))|\bnot (?:us|we) (?:who|that)\b|\b(?:wasn't|isn't|was not|is not"
        r"|were not|weren't) (?:really |actually |strictly |entirely )?(?:our|my) (?:doing|decision|call|idea|choice|rule|mistake"
        r"|fault|error|work|job|area|department)\b"
        r"|\b(?:ours|our (?:side|end|part|system|bit)) (?:is|was|were|are|looks?|shows?|worked) (?:ok|okay|fine|all right|clear|good"
        r"|working|correct|in order|perfect|clean|normal)\b"
    ),
    (
        r"\b(?:on|at) (?:their|his|her|the (?:bank|supplier|courier|carrier|manufacturer|council|airline|hotel|venue|school"
        r"|landlord|insurer|provider|printer|vendor|partner|network|depot|warehouse|agency|operator)(?:'s|s')?) (?:side|end|part"
        r"|system|watch)\b|\b(?:their|his|her) (?:mistake|error|fault|doing|mess|oversight|carelessness|negligence|slip"
        r"|failure)\b(?! (?:was|is|and) ours)"
    ),
    (
        r"\b(?:we|I)(?:'re| are|'m| am)? (?:only|just|merely|simply|nothing more than|no more than)(?: ever)? (?:the |a "
        r"|an )?(?:[\w-]+ )?(?:type|types|press|read|pass|book|sell|host|rent|run|list|take|carry|print|agents?"
        r"|middle ?m[ae]n|messengers?|resellers?|shop|platform|front|face|broker|intermediar\w+|franchise|franchisee|reps?"
        r"|go-between|tenants?|post ?box|relay|forward|answer|manage|collect|follow|do (?:what|as)|go by|work (?:here|from"
        r"|with))\b[^.!?;\n]{0,40}|\ball (?:we|I) (?:have|do|did|can do|get|see|run|own) (?:here )?(?:is"
        r"|are)\b[^.!?;\n]{0,40}|\babove (?:my|our) (?:head|pay|grade|level|station|desk)\w*|\b(?:decision|call"
        r"|choice) (?:was|is|were|gets?|got) (?:taken|made|handed down)? ?(?:above|upstairs|over (?:my|our)|elsewhere"
        r"|in (?:london|dublin|lagos|delhi|head)|by (?:others|head|the (?:group|board|owners?|council|county|landlord)))\b"
        r"|\b(?:have|had|left|got) to live with (?:it|that|what|the)\b"
    ),
    (
        r"\b(?:we|us|I|me) (?:were|was|are|got|have been|had been|felt|being) (?:ourselves |myself |also |both |all |badly |just as "
        r"|equally |too |as much ){0,3}(?:let down|left (?:in the lurch|high and dry|stranded|holding|in the dark)|misled|misinformed"
        r"|messed about|stood up|kept (?:waiting|in the dark)|lied to|given the (?:wrong|run)|short-?changed|not told|never told"
        r"|told (?:nothing|otherwise|wrong|it was)|a victim|victims|at (?:their|its) mercy)"
        r"|\b(?:left|let|kept|has) us (?:all |both )?(?:down|in the dark|in the lurch|waiting|stranded|high and dry|hanging"
        r"|without)\b|\bas (?:badly |much )?(?:let down|in the dark|a victim|surprised|annoyed|angry|helpless) as you\b|\bna (?:them"
        r"|dem|the \w+)\b"
        rf"|\b(?:cross|angry|annoyed|upset|take it up|speak|complain|shout|talk|raise it|blame) (?:at |to |with )(?:{_THEM}|them|him"
        rf"|her),? (?:and )?not (?:with |to |at )?(?:us|me|the)\b"
    ),
    # Nobody did it.
    (
        rf"\b(?:was|were|got|has been|have been|had been|been|being) (?:wrongly|mistakenly|accidentally|inadvertently|erroneously"
        rf"|incorrectly|unintentionally|prematurely|mis\w+ly|somehow|unfortunately|regrettably|clearly|sadly) {_BY_NO_ONE}\b{_OF_OURS}"
    ),
    (
        rf"\b(?:wrong|incorrect) (?:[\w'-]+ ){{1,4}}?(?:was|were|got|has been|have been|had been"
        rf"|ended up|went|found (?:its|their) way) (?:\w+ly )?(?:{_BY_NO_ONE}|out|into|onto)\b{_OF_OURS}"
    ),
    (
        rf"\b(?:came to be|ended up (?:being )?|managed to (?:get|be)|happened to (?:get|be)|contrived to (?:get|be)) {_BY_NO_ONE}\b"
        rf"|\b(?:got|gets|get) (?:\w+ly )?(?:cancelled|deleted|lost|mixed|swapped|missed|dropped|forgotten|overlooked|mislaid"
        rf"|misplaced|muddled|stuck|left|skipped|damaged|broken|crossed|overwritten|misfiled|misrouted|delayed) (?:by|in|somewhere"
        rf"|along|at|off|out|on|between|behind|during|up in|when)\b{_OF_OURS}"
    ),
    r"\b(?:hadn't been|had not been|wasn't|was not|weren't|were not|hasn't been|has not been|never was|never been"
    r"|was never)(?: \w+ly)? (?:passed (?:on|along|over|to)|logged|recorded|entered|checked|noted|actioned|processed|updated"
    r"|flagged|forwarded|escalated|followed|communicated|handed over|carried (?:out|over)|picked up|set up|put (?:on|through"
    r"|in|back)|relayed|copied|uploaded|assigned|completed|keyed|cancelled when|switched|reset|tightened|proofread"
    r"|signed off)\b(?! (?:in|yet|until|by you))" + _OF_OURS,
    (
        r"\b(?:things|details|stuff|items|a few things|one or two things|matters|events|ball|balls|communication"
        r"|communications|signals?|messages|plans|arrangements|process|handover|paperwork) (?:\w+ )?(?:slipped|got lost"
        r"|took a turn|went (?:wrong|astray|awry|south|sideways|off)|broke down|fell (?:down|short|through|apart|between)"
        r"|was dropped|were dropped|got dropped|came unstuck|unravelled|got crossed|were crossed|got away from|failed"
        r"|overtook|conspired|ran away)\b(?! (?:for you|because (?:we|I)))|\b(?:no ?one|nobody) (?:told|informed|let|passed"
        r"|ever told|warned|mentioned it to) (?:us|me|the (?:team|desk|shop|office|kitchen|driver|front))\b|\bword (?:never"
        r"|didn't|hadn't|did not) (?:reach\w*|got|get)\b"
    ),
    # A machine did it.
    (
        r"\b(?:cancelled|rejected|deleted|charged|generated|sent(?: out)?|flagged|blocked|declined|locked|closed|dropped|lost|changed"
        r"|overwritten|removed|booked|duplicated|triggered|issued|created|decided|refused|stopped"
        r"|put \w+) (?:automatically )?by (?:the|our|a|an|its) (?:\w+ )?(?:system|software|computer|app|algorithm|bot|website"
        r"|automation|machine|platform|scanner|programme|server|till|sensor)s?\b"
    ),
    (
        rf"\b(?:that|it|this|which)(?:'s| is|'d be| was) (?:\w+ly |all |sadly )?(?:down to|on|between you and|up to|the work of"
        rf"|the fault of|thanks to|courtesy of) (?:the|our|your|his|their|a) (?:[\w'-]+ )?(?:{OUTSIDE}|driver|rider|{_FIRM}|firm"
        rf"|employer)\b(?! you (?:chose|asked|picked))|\b(?:that|it|this|did|said)(?: to [\w ]{{2,20}})?(?:'s| is"
        rf"| was) (?:all )?(?:down to|on) (?:him|her|them)\b"
    ),
    (
        r"\b(?:the|our|a|this|his|her|that) (?:[\w'-]+ ){0,3}?(?:is|are|was|were) (?:all |only |just )?(?:sub-?contracted"
        r"|freelance|self-employed|outsourced|employed by (?!us|me)|agency staff|a contractor|contractors|a franchise|run by (?!us"
        r"|me)|not (?:employed|run|managed|owned|trained|supplied) by (?:us|me))\b|\b(?:works?|worked|working) for (?!us|me"
        r"|you)(?:another|them|the|a different|someone|somebody)\b[^.!?;\n]{0,30}\bnot (?:us|for us|ours)\b|\bwe (?:outsource"
        r"|sub-?contract|farm out|contract out)\b|\bnot by us\b|\b(?:we|I) (?:did not|didn't|never) (?:choose|pick|hire"
        r"|appoint) (?:them|him|her|that|the)\b|\bwhom (?:we|I) (?:did not|didn't) (?:choose|pick|hire|appoint)\b"
    ),
    (
        rf"\b(?:box|parcel|letter|order|form|file|message|note|e-?mail|payment|booking|request|card|item|package|bag|case|key"
        rf"|paperwork|cheque|things?|it|referral|sample|suitcase|application|cancellation)s? (?:\w+ )?(?:went|gone|go|goes) (?:astray"
        rf"|awry|missing|walkabout|awol|adrift)\b|\bsomewhere (?:between|along|in the (?:process|system|chain|post|handover))\b"
        rf"|\b(?:lapses?|errors?|slips?|mistakes?|shortcomings?|omissions?|delays?) (?:\w+ )?(?:occurred|happened|arose|crept in"
        rf"|took place|(?:is|was|were|are) (?:from|at|on|with) (?:the|their|our) (?:[\w-]+ )?(?:{OUTSIDE}))\b"
    ),
    r"\b(?:steps?|checks?|corners|procedures?|instructions|details|calls?|cancellation|refund|request|update|booking|order"
    r"|change|complaint|note|message|form|upgrade|transfer|renewal|handover)s? (?:(?:was|were|had been|have been"
    r"|got) (?:\w+ly )?(?:missed|skipped|cut|omitted|not (?:followed|taken|made))|never (?:got|was|were|been|made it|reached"
    r"|went) ?(?:actioned|done|processed|through|logged|sent|made|booked|entered|passed|put|on|to|keyed|saved|picked))\b"
    + _OF_OURS,
    (
        rf"\b(?:is|was|were) behind (?:this|the delay|it|the mistake)\b|\b{_NAMED} (?:promised|told|said|sold|booked|quoted"
        rf"|agreed|assured|offered) (?:you|it|that|a|something)\b"
    ),
    (
        r"(?<!happy to )(?<!kindly )(?<!will )(?<!\'ll )\btake (?:that|it|this) up with (?!me|us)(?:your|their|them|him"
        r"|(?-i:[A-Z]))\w*|\b(?:not a lot|not much|nothing|little) (?:that )?we can do about (?:how|what|it|them"
        r"|that)\b|\bwhoever \w+ed\b[^.!?;\n]{3,50}|\bI(?:'d| would) (?:never|not) have (?:given|said|told|done|promised|quoted|sold"
        r"|let|booked|sent)\b|\b(?:technology, eh|computers, eh|haywire|(?:it|system|app|computer|machine|software|printer"
        r"|website) (?:\w+ )?(?:ate|swallowed|gobbled))\b"
    ),
    (
        r"\b(?:the|our|a|your) (?:delivery |relief |agency |other |van |night |replacement |temporary |cover )?(?:fella|fellow|bloke"
        r"|chap|lad|guy|rider|driver|courier|delivery man|postie|carrier|installer|baker) (?:threw|chucked|picked up (?:two|another"
        r"|other)|took it upon|went off|did it anyway|was told (?:twice|clearly|not)|had been told|wasn't supposed|just (?:left"
        r"|dumped|threw)|dumped|refused|couldn't be bothered|couldn't find|rang the wrong|went to the wrong)\b|\b(?:thrown|dumped"
        r"|left|chucked|dropped|damaged|lost|delayed|held up|mislaid|opened|crushed) (?:[\w ]{1,20} )?by (?:the|a|our"
        r"|their) (?:[\w-]+ )?(?:fella|courier|driver|rider|carrier|postman|supplier|depot|airline|customs|bank|warehouse|contractor"
        r"|delivery \w+|network|council|handlers?|agency)\b(?! you)"
    ),
    (
        (
            rf"\b(?:the|our|those|these|their) {_FIRM}(?: (?:in|at|on|of|from|we|they|who|that) [\w' ]{{2,30}}?)?(?: \w+ly| then"
            rf"| just| simply| also| still| has| have| had){{0,2}} {_BADLY}"
        ),
        (
            "people|firm|crew|lot|company|guys|lads|outfit|provider|agency|supplier|office|department|dept|team|desk|authority"
            "|board|branch|side|partner|contractor|contractors|operator|merchant|merchants|house|group|centre|center|union|co"
        ),
    ),
    (
        (
            rf"\b(?:(?:the|our|your|their|those) (?:[\w'-]+ )?(?:{OUTSIDE}|{_FIRM})|(?:head|central|regional) office|management"
            rf"|(?-i:(?=[A-Z])){_NAMED}) (?:decides?|sets?|controls?|owns?|makes? the (?:rules|decisions)|calls? the shots|chose"
            rf"|chooses|pays? for|dictates?|insists?|wouldn't (?:let|hear|budge)|won't (?:let|allow)|tells? us)\b[^.!?;\n]{{0,40}}"
        ),
        (
            "decide|decides|set|sets|control|controls|own|owns|makes|make|call|calls|chose|choose|chooses|pay|pays|dictate"
            "|dictates|insist|insists|wouldn't|won't|tells|tell"
        ),
    ),
    (
        (
            rf"\b(?<!you )(?:was|were|got|has been|have been|had been|been) {_BY_NO_ONE}(?: [\w']+){{0,4}}? (?:in error|by mistake"
            rf"|by accident|in a mix-up|in the (?:confusion|rush|muddle|shuffle|move|wrong \w+)|to the wrong|under the wrong"
            rf"|on the wrong|against the wrong|at the wrong|with the wrong|into the wrong|for the wrong|when it shouldn't"
            rf"|too (?:early|soon))\b{_OF_OURS}"
        ),
        "error|mistake|accident|mix|confusion|rush|muddle|shuffle|move|wrong|shouldn't|early|soon",
    ),
    (
        (
            r"\b(?:it|that|this|which) (?:was|seems to have been|appears to have been|got|must have been"
            r"|has been) (?:\w+ly )?(?:decided|assumed|thought|felt|deemed|understood|overlooked|missed|forgotten|left out"
            r"|lost in)(?: \w+)? (?:that|best|to|along|in|somewhere|necessary|when|during)\b(?! (?:by|because))"
        ),
        "decided|assumed|thought|felt|deemed|understood|overlooked|missed|forgotten|left|lost",
    ),
    (
        (
            rf"\b(?:the (?:[\w-]+ )?(?:{OUTSIDE}|{_FIRM})|(?-i:(?=[A-Z])){_NAMED}) (?:is|are|was|were) (?:really "
            rf"|actually )?(?:the |what |who )(?:\w+ )?(?:reason|cause|culprit|problem|source|ones?|caused|let|behind)\b"
        ),
        "reason|cause|culprit|problem|source|one|ones|caused|let|behind",
    ),
)
