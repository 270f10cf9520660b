"""Words for who did it, when it is not to have been us: firms outside, parts of our own house, machines, nobody."""

from __future__ import annotations

import re
from typing import Final

from amends.drafts.cue import late

#: Firms and people outside.
OUTSIDE = (
    r"(?:couriers?|carriers?|hauliers?|suppliers?|vendors?|wholesalers?|distributors?|importers?|manufacturers?|makers?"
    r"|factor(?:y|ies)|growers?|farms?|mills?|printers?|bindery|framers?|laborator(?:y|ies)|labs?|banks?"
    r"|card (?:company|issuer)"
    r"|payment (?:gateway|provider|processor|partner)|gateway|processor|insurers?|underwriters?|brokers?|agents?"
    r"|agency|agencies"
    r"|contractors?|sub-?contractors?|builders?|plumbers?|electricians?|scaffolders?|surveyors?|solicitors?|council"
    r"|customs|landlord"
    r"|freeholder|managing agents?|airlines?|airport|ground handlers?|baggage handlers?|handlers?|port|ferry company"
    r"|shipping (?:line"
    r"|company|agent)|tour operator|travel agent|coach (?:company|firm)|caterers?|venue|florist|dj"
    r"|photographer"
    r"|band|post office|postal service|postman|royal mail|delivery (?:company|firm|partner|people|app)|riders?"
    r"|developers?"
    r"|hosting (?:company|provider|firm)|hosts?|network (?:provider|operator)|(?:software|internet|cloud|app|utility"
    r"|energy|water|phone"
    r"|logistics|courier|removal|freight|haulage|transport|moving|security|cleaning|ticketing) (?:company|firm"
    r"|provider|people|partner|vendor"
    r"|contractor|developers?)"
    r"|platform|third part(?:y|ies)|partners?|locums?|neighbours?|grid|ministry|school|university|clinic|referring \w+"
    r"|DPD|UPS|FedEx|DHL|Evri|Hermes|Yodel|Amazon|Ticketmaster|Stripe|PayPal|Openreach|Visa|Uber|Deliveroo|Google"
    r"|Apple|Microsoft)"
)
#: Parts of our own house.
INSIDE = (
    r"(?:sales(?: team| desk| people| rep\w*)?|accounts|billing|finance|marketing|dispatch|despatch|stores"
    r"|purchasing|procurement"
    r"|logistics|reservations|reception(?:ist)?|front desk|housekeeping|maintenance|warehouse|depot|stockroom"
    r"|kitchen|call cent(?:re|er)"
    r"|switchboard|head office|hq|IT (?:team|department|people)|\w+ (?:department|branch|office|shift|desk)|(?:other"
    r"|previous|last|night"
    r"|day|morning|weekend) (?:shift|team|crew|agent|man|girl|porter|manager)|management|(?:the )?people upstairs"
    r"|lads?|boys|girls"
    r"|guys|colleagues?|team-?mate|supervisor|manager|predecessor|trainee|apprentice|intern|temp|temps"
    r"|agency (?:staff|worker|nurse|chef|temp)s?"
    r"|new (?:starter|girl|boy|guy|hire|lad|chap|recruit)|junior|drivers?|porter|packers?|pickers?|fitters?"
    r"|installers?|cleaners?"
    r"|waiter|waitress|chef|bartender|nurse|stylist|operator|adviser|agent|salesman|salesperson|technician|engineer"
    r"|someone|somebody"
    r"|whoever|one of the \w+|previous \w+|last \w+)"
)
#: What they did: each means that something went wrong.
_FAILED = (
    r"(?:lost|mislaid|misplaced|dropped|broke|damaged|smashed|crushed|soaked|forgot|failed|missed|mixed|muddled"
    r"|messed|botched|bungled"
    r"|misread|misheard|mis\w+ed|double-\w+ed|oversold|overbooked|oversold|sold [^.!?;\n]{1,25} twice|delayed"
    r"|held (?:it|us|everything|things"
    r"|your \w+) up|dragged|pulled the plug|pulled out|walked out|walked off|went bust|went under|let (?:us|you"
    r"|everyone|me) (?:all |badly )?down|sat on|(?:is|are|'re|'s)"
    r" sitting on|is holding|are holding|ran out|short-changed|short-shipped|short-delivered|sent (?:us "
    r"|you )?(?:rubbish|the wrong|the other|an old|only|it to the wrong)"
    r"|changed [^.!?;\n]{1,50} without|made (?:a|an|the) (?:mistake|error|mess|hash|pig's ear|slip|promise)"
    r"|promised (?:you )?(?:something|things|the (?:moon|earth|impossible))|told you"
    r" (?:something|the wrong|wrong)|gave (?:you |us )?(?:the wrong|your \w+ (?:away|to)|wrong|bad|incorrect|out)"
    r"|(?:put|wrote|typed|keyed|entered|took|loaded"
    r"|packed|hung|fitted|left|stacked|labelled) (?:it|them|your [\w ]{1,20}?|the [\w ]{1,20}?"
    r"|that)(?: down)? (?:upside|wrong|wrongly|back to front|the wrong|in the wrong|on the wrong"
    r"|incorrectly|outside|out|off|open|behind|unlocked)|(?:did not|didn't|never|hasn't|haven't|wouldn't|should have"
    r"|refused to|neglected to|omitted to|forgot to) (?!mind|worry|charge|need|want|know)\w+|(?:has|have|had|'s"
    r"|'ve) (?:\w+ )?(?:had|been having) (?:\w+ )?(?:quality )?(?:issues|problems|trouble)|cancelled on us"
    r"|turned (?:us|it|you) (?:away|down)|rejected|bounced|(?:quoted|gave|supplied|passed|told) (?:me|us"
    r"|you) (?:\w+ )?(?:wrong|incorrect|bad|false)"
    r"|wiped|deleted|cut through|dug up|got (?:it|this|that|the \w+|your \w+) wrong|slipped up|screwed|cocked"
    r"|fell (?:ill|asleep|behind|down)"
    r"|jumped the gun|ignored|overlooked|misled|(?:was|were) asleep)"
)
_MISHAP = (
    r"(?:mistakes?|errors?|oversights?|mix-?ups?|slip-?ups?|slips?|breakdowns?(?: in \w+)?|lapses?|confusion"
    r"|misunderstandings?"
    r"|discrepanc(?:y|ies)|miscommunications?|glitch(?:es)?|mishaps?|failures?|omissions?|hiccups?|anomal(?:y|ies)"
    r"|muddle|inaccurac(?:y|ies)"
    r"|typo|duplication|shortcomings?|irregularit(?:y|ies))"
)
FRAMES: Final[tuple[str, ...]] = (
    (
        r"\b(?:fault|blame|responsibility|error|problem|mistake|cause|delay|hold-?up|issue) (?:here )?(?:lies|lay"
        r"|rests|is|was|sits|came|comes|originated|arose) (?:\w+ly )?(?:with|at|from|on) (?:the|our|your|their"
        rf"|another) (?:[\w'-]+ )?(?:{OUTSIDE}|other (?:team|department|branch))"
        rf"|\b(?:the|our|your|a|an|their) (?:[\w'-]+ )?{OUTSIDE} (?:\w+ly |then |just )?left (?:it|your|the"
        r"|them)(?: [\w-]+){0,2} (?:in the|on the|out|outside|open|unlocked|with|behind|at the wrong)\b"
    ),
    # A firm outside failed.
    (
        rf"\b(?:the|our|your|a|an|their|those|these|one of our|some|my)(?: [\w'-]+){{0,2}}? (?:{OUTSIDE}"
        rf"|{INSIDE})(?:'s (?:\w+|\w+ \w+))?(?: (?:in|at|on|of|from|who|that|we) (?:[\w']+ ){{0,5}}?[\w']+)?"
        rf"(?: \w+ly| all| simply| then| just| also| even| has| have| had| must have| who \w+){{0,3}} {_FAILED}\b"
    ),
    (
        r"\b(?<!the )(?<!our )(?<!your )(?:(?:DPD|UPS|FedEx|DHL|Evri|Hermes|Yodel|Amazon|Ticketmaster|Stripe|PayPal"
        r"|Openreach|Royal Mail|Customs|Sales|Accounts"
        r"|Billing|Finance|Marketing|Dispatch|Despatch|Stores|Head office|HQ|Reception|Housekeeping|Procurement"
        r"|Purchasing|Someone|Somebody|Whoever [\w ]{3,40}?|Management"
        r"|Reservations|Maintenance|Logistics|my colleague|a colleague|my predecessor|colleagues|the lads|the boys"
        r"|head office))(?: \w+ly| in \w+| at \w+| then| just| also| even| has| have| had"
        rf"| must have){{0,3}} {_FAILED}\b"
    ),
    # It is theirs and not ours.
    (
        r"\b(?:that|this|it)(?: one)?(?:'s| is| was) (?:all |entirely |really |purely |solely |sadly |an? (?:issue"
        r"|matter|problem|question|thing|fault) (?:with|for|on|at|of) |down to |on |up to "
        rf"|between you and ){{1,2}}(?:the|our|your) (?:[\w'-]+ )?{OUTSIDE}"
        r"|\b(?:it|that|this)(?:'s| is| was) (?:actually |really |in fact |entirely )?(?:the|our|your"
        rf"|a) (?:[\w'-]+ )?(?:{OUTSIDE}|{INSIDE})(?:'s)? (?:who|that|which|fault|mistake|doing|error|end"
        r"|and not)\b"
        rf"|\bso it(?:'s| is| was| must be) (?:the|our) (?:\w+ )?{OUTSIDE}|\b(?:isn't|is not|aren't|are not|wasn't"
        r"|not) (?:one of ours|ours to|our (?:staff|employee|driver|people|company|call|decision|area|side)\b"
        r"|employed by us"
        r"|part of (?:our|this)|under our)|\b(?:is|are|was|were) (?:a |an )?(?:entirely |completely "
        r"|quite )?(?:separate|different|independent|outside|third-party|self-employed) (?:compan(?:y|ies)|firms?"
        r"|business(?:es)?|contractors?|entity|legal entity|organisation)"
        r"|\b(?:it|that|this) (?:wasn't|was not|isn't|is not) us\b|\b(?:we|I) (?:only|merely|just|simply) (?:run|sell|answer"
        r"|handle|pass|act|book|host|rent"
        r"|supply|deliver|collect|broker|take|forward|list|introduce|resell|work here|manage|provide the|do what"
        r"|follow)\b[^.!?;\n]{0,40}"
        r"|\bwe(?:'re| are) (?:only|merely|just|simply) (?:the |a |an )(?:agents?|middle ?man|middlemen"
        r"|intermediar\w+|reseller|retailer|shop|platform|marketplace|messenger|go-between|broker|host|landlord's)\b"
        r"|\bwe(?:'re| are)? (?:entirely |wholly |completely )?(?:rely|reliant|depend|dependent"
        r"|at the mercy) (?:up)?o[nf]\b|\bvictims? (?:in|of|here|too|as well)\b|\b(?:we|us) (?:were|are"
        r"|being) (?:left )?(?:helpless|powerless|let down)\b"
    ),
    (
        r"\b(?<!happy to )(?<!i'll )(?<!we'll )(?<!i will )(?<!i've )(?:raise|raised|pursue|address"
        r"|addressed|directed|refer|file|lodge|sent) (?:it|that|this|the matter"
        r"|your (?:\w+ )?(?:complaint|claim|query|case))? ?(?:up )?(?:with|to) (?:the|your|their|our"
        rf"|a) (?:[\w'-]+ )?(?:\w+'s )?{OUTSIDE}\b(?! (?:for you|on your behalf|myself))"
        r"|\b(?<!happy to )(?<!will )(?<!\'ll )take (?:it|that|this|the matter) up with (?:them|him|her|(?:the|your"
        r"|their|our) [\w\' -]{2,25})\b|\b(?:complaint|query|claim|grievance"
        r"|question)s? (?:ought to|should|must|has to|needs to|would have to|is best) (?:be )?(?:addressed|directed"
        r"|sent|taken|raised|put|go)\b[^.!?;\n]{0,40}"
        r"|\bblame (?!for|is|lies|us\b|you\b|on|yours|me\b|myself|ours|nobody|anyone|no)(?:the|our|your|it on|\w+)|\b(?:nothing"
        r"|little"
        r"|not much) (?:\w+ ){0,2}(?:anyone|anybody|we|I) (?:\w+ )?could(?: have)?(?: \w+)? ?do(?:ne)?\b"
        r"|\bthere(?:'s| is| was) no (?:talking|arguing|reasoning)"
        r" (?:to|with) (?:them|him|her|it)\b|\b(?:had|with) no (?:say|control|influence) (?:in|over|on)\b"
        r"|\bthrough no fault of (?:ours|our own)\b|\bwe were the only ones?\b"
        r"|\bmy predecessor\b[^.!?;\n]{0,40}|\bthe previous (?:owner|management|team|tenant|agent"
        r"|contractor)s?\b[^.!?;\n]{0,40}|\b(?:he|she|they|driver|porter|waiter|lad|girl|guard)(?:'s| has| have"
        r"|'ve) been (?:spoken to|disciplined|dismissed|reprimanded|talked to)\b"
    ),
    # It happened, and nobody did it.
    (
        r"\b(?:an?|the|some|this|several|certain|unfortunate|clerical|administrative|human|internal"
        rf"|any)(?: [\w-]+){{0,2}}? {_MISHAP} (?:\w+ )?(?:occurred|arose|happened|crept|came about|took place|led to"
        r"|resulted|caused|meant|was made|were made|has arisen|has occurred|was introduced|got in|in the (?:system"
        r"|process)|somewhere|along the)\b[^.!?;\n]{0,30}"
        r"|\b(?:due to|because of|owing to|following|down to|result of|caused by) (?:a|an|some"
        rf"|the)? ?(?:[\w-]+ ){{0,2}}?(?:{_MISHAP})\b(?! (?:of|on|by) (?:ours|mine|our|my|us|me))[^.!?;\n]{{0,30}}"
        r"|\bthere(?:'s| was| has been| had been| were| have been| seems? to have been"
        rf"| appears? to have been) (?:a |an |some |obviously |clearly |been ){{1,2}}(?:[\w-]+ ){{0,2}}?(?:{_MISHAP}"
        r"|breakdown)\b(?! (?:of|on|by) (?:ours|mine|our|my|us|me))"
        r"|\b(?:wires|lines) (?:were|got|have been) crossed\b|\b(?:fell|fallen|slipped|slip"
        r"|dropped) (?:\w+ )?(?:through|between) (?:the|some) (?:cracks?|net|gaps?|floorboards)\b"
        r"|\bthings? (?:\w+ )?(?:went|got|have gone|has gone) (?:a bit |a little |badly |somewhat )?(?:sideways|awry"
        r"|astray|wrong|pear-shaped|mixed up|muddled|lost|out of hand|off track)"
        r"|\bsomething (?:\w+ )?(?:went|has gone|had gone) (?:\w+ )?(?:wrong|awry|amiss|astray)\b"
        r"|\bcome to light that\b[^.!?;\n]{0,60}|\b(?:deleted|cancelled|closed|updated|reset|lost|moved|switched"
        r"|changed) (?:itself|themselves)\b|\bsome(?:how|where along the \w+)\b"
    ),
    (
        r"\b(?:wrong|incorrect|inaccurate|misleading|outdated|old) (?:[\w-]+ ){1,4}?(?:was|were|got|has been"
        r"|have been|had been) (?:\w+ly )?(?:sent|shipped|packed|picked|provided|given|entered|printed|used|quoted"
        r"|applied|attached|fitted|booked|put|supplied"
        r"|keyed|typed|written|taken|issued|loaded|selected|communicated|passed|installed|displayed)\b(?! by (?:us"
        r"|me))|\b(?:was|were|got|has been|have been|had been|being) (?:\w+ly )?(?:written|put|taken|typed|keyed"
        r"|entered|noted|sent|labelled|filed|packed|copied|set|logged) (?:down |up |in |out |on )?(?:wrong|wrongly"
        r"|incorrectly|inaccurately|against the wrong|under the wrong|with the wrong|to the wrong"
        r"|in the wrong)\b(?! by (?:us|me))"
        r"|\b(?:a|one|the|some|certain|several|your|proper|usual|normal)(?: [\w-]+){0,3}? (?:steps?|checks?"
        r"|procedures?|process(?:es)?|protocols?|instructions?|handover|tests?|requests?|notes?|messages?|details?"
        r"|stages?|form|paperwork|appointments?|visit|call-?backs?|allerg\w+|preference|entry|updates?) (?:was|were"
        r"|has been|have been|had been|got)(?: \w+ly)? ?(?:skipped|missed|omitted|left out|not (?:followed|carried"
        r"|done|passed|completed|logged|recorded|made|observed|actioned|kept|updated|saved)|overlooked|forgotten"
        r"|dropped|misfiled|mislaid|lost)\b(?! (?:by (?:us|me)))|\b(?:steps?|checks?|procedures?|process(?:es)?"
        r"|protocols?|instructions?|handover|tests?|requests?|notes?|messages?|details?|call-?backs?|updates?|entry"
        r"|allerg\w+) (?:was never|were never|wasn't|weren't|hasn't been|haven't been|never got"
        r"|didn't get) (?:\w+ly )?\w+(?:ed|en|t|ne|pt|de)\b(?! by (?:us|me))|\b(?:seems?"
        r"|appears?) to have (?:been )?(?:\w+ly )?(?:gone|got|fallen|vanished|disappeared"
        r"|deleted|lost|mislaid|missed|slipped|overlooked|forgotten|dropped|dropped off|misplaced|misrouted|mixed up"
        r"|wandered|strayed)\b|\b(?:your|the) (?:(?!and )[\w-]+ ){1,3}?(?:got|gets|was|were|has been) (?:\w+ly )?(?:mislaid"
        r"|lost|forgotten|mixed up|muddled|muddled up|swapped|left (?:off|out|behind)|misdirected|misaddressed"
        r"|cancelled in error|deleted|missed off|missed)"
        r" (?:somewhere|in the|at|along|on the|between|during|from|off|by (?:the|our) (?:system|warehouse))"
    ),
    # A machine did it.
    (
        r"\b(?:the|our|a|your|this|that|its)(?: [\w-]+){0,2} (?:systems?|software|app|website|site|computers?"
        r"|database|server|scanner|algorithm|printer|till|terminal|programme|program|crm|router|platform|automation"
        r"|bot|machine) (?:\w+ly |has |had |just |then |also ){0,2}(?:rejected|dropped|(?:did not|didn't)(?! (?:agree"
        r"|match|say|show|tell you))|(?:does not"
        r"|doesn't)(?! (?:make|lie|get))|failed|cancelled|ate|swallowed|wouldn't|won't"
        r"|would not|crashed|froze|lost|glitched|threw|deleted|wiped|duplicated|double-\w+|went down"
        r"|picked up the wrong|mixed|sent (?:it|the|you|out)|generated|put (?:it|you)|rounds|flagged you|locked you"
        r"|decided|misread|miscalculated|kicked|timed out|hiccuped|played up|was playing up|overwrote|skipped"
        r"|is (?:rubbish|ancient|useless|known to))\b"
        r"|\bit(?:'s| is| was) the (?:[\w-]+ )?(?:new |old |till |booking )?(?:systems?|software|app|website"
        r"|computers?|machine|printer|platform|algorithm|scanner)\b|\b(?:a|the|some) (?:system|software|technical"
        r"|computer|printing|printer|server|website|app|data|IT|network|payment|sync|processing) (?:glitch|error|bug"
        r"|fault|failure|outage|hiccup|gremlin|issue)s?\b"
    ),
)
#: The sentence owns it, tells it as theirs, or only asks.
OWNED = late(
    r"\b(?:(?:on|at|by|from) your (?:side|end|part|own|household|team)|ombudsman|in (?:our (?!hands|power|control)|how we"
    r"|the way we)|how (?:that|the|your|this) \w+ came to|for (?:me|us) to answer|answers? to me|speaks? for (?:us|this)|so do I"
    r"|our (?:name|label|decision|choice"
    r"|instructions?)|my instructions?|we (?:hired|chose|picked|should have|ought|did not|didn't|failed|never"
    r"|missed|forgot|got it wrong|gave (?:him|her|them)|sold it)|I (?:should have|didn't|forgot|missed|never|failed)"
    r"|(?:lands?|rests?|stops?) with (?:me|us)|makes no odds|whatever the \w+ did|not an excuse|no excuse"
    r"|our fault|my fault|(?:I|we) apologi[sz]e|you(?:'re| are| were) right|I'll chase|chasing (?:it|them)|mine to"
    r"|ours to|it was (?:us|me)\b|you (?:mention|asked|wanted)|suggested that|any lapse|concede|don't (?:yet )?know"
    r"|at our|who (?:is|are) not|your (?:mistake|error))",
    re.IGNORECASE,
)
#: A plain tale of what a hand of ours did or left undone, with nothing set against it.
OWN_HAND = late(
    r"\W*the (?:driver|engineer|kitchen|nurse|teacher|chef|waiter|waitress|porter|technician|fitter|server|school|clinic|hotel"
    r"|garage|shop|desk|[a-z]+ desk|stylist|cleaner|carer|band|bank)s? (?:forgot|missed|didn't|did not|never|failed|went down"
    r"|gave|lost|left|dropped)\b"
    r"|\W*(?:it(?:'s| is| was) )?(?:our|my) (?!\w+ (?:courier|supplier|partner|contractor))(?:own )?(?:[\w-]+ )?(?:driver"
    r"|engineer|kitchen|nurse|teacher|chef|waiter|waitress|porter|technician|fitter|stylist|cleaner|carer|surveyor|plumber"
    r"|electrician|photographer|agent|adviser|lad|host|operator|instructor|guard|handler|clinic|school|office|billing"
    r"|till)s?(?: that| who)? (?!(?:is|are|were) (?:\w+ )?(?:sub-?contracted|freelance|self-employed|outsourced))"
    r"(?!(?:is|was|were) (?:supposed|meant))",
    re.IGNORECASE,
)
#: It is for others to decide or to do, and we have seen to it all the same.
DECIDES = late(r"\b(?:decides?|sets?|owns?|controls?|works? for|pays? for)\b", re.IGNORECASE)
DEALT_WITH = late(
    r"\b(?:I|we)(?:'ve| have|'ll| will) (?!not)\w+|\bI own\b|\bI (?:asked|booked|rang|put|paid)\b", re.IGNORECASE
)
