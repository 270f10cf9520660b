"""Words for who did it, when it is not to have been us: firms outside, parts of our own house, machines, and nobody at all."""

from __future__ import annotations

import re
from typing import Final

from amends.drafts.cue import late

#: Firms and people outside.
_OUTSIDE = (
    r"(?:couriers?|carriers?|hauliers?|suppliers?|vendors?|wholesalers?|distributors?|importers?|manufacturers?|makers?"
    r"|factor(?:y|ies)|growers?|farms?|mills?|printers?|bindery|framers?|laborator(?:y|ies)|labs?|banks?|card (?:company|issuer)"
    r"|payment (?:gateway|provider|processor|partner)|gateway|processor|insurers?|underwriters?|brokers?|agents?|agency|agencies"
    r"|contractors?|sub-?contractors?|builders?|plumbers?|electricians?|scaffolders?|surveyors?|solicitors?|council|customs|landlord"
    r"|freeholder|managing agents?|airlines?|airport|ground handlers?|baggage handlers?|handlers?|port|ferry company|shipping (?:line"
    r"|company|agent)|tour operator|travel agent|coach (?:company|firm)|hotel|restaurant|caterers?|venue|florist|dj|photographer"
    r"|band|post office|postal service|postman|royal mail|delivery (?:company|firm|partner|people|app)|riders?|developers?"
    r"|hosting (?:company|provider|firm)|hosts?|network (?:provider|operator)|(?:software|internet|cloud|app|utility|energy|water|phone"
    r"|logistics|courier|removal|security|cleaning|ticketing) (?:company|firm|provider|people|partner|vendor|contractor|developers?)"
    r"|platform|third part(?:y|ies)|partners?|locums?|neighbours?|grid|ministry|school|university|clinic|referring \w+"
    r"|DPD|UPS|FedEx|DHL|Evri|Hermes|Yodel|Amazon|Ticketmaster|Stripe|PayPal|Openreach|Visa|Uber|Deliveroo|Google|Apple|Microsoft)"
)
#: Parts of our own house.
_INSIDE = (
    r"(?:sales(?: team| desk| people| rep\w*)?|accounts|billing|finance|marketing|dispatch|despatch|stores|purchasing|procurement"
    r"|logistics|reservations|reception(?:ist)?|front desk|housekeeping|maintenance|warehouse|depot|stockroom|kitchen|call cent(?:re|er)"
    r"|switchboard|head office|hq|IT (?:team|department|people)|\w+ (?:department|branch|office|shift|desk)|(?:other|previous|last|night"
    r"|day|morning|weekend) (?:shift|team|crew|agent|man|girl|porter|manager)|management|(?:the )?people upstairs|lads?|boys|girls"
    r"|guys|colleagues?|team-?mate|supervisor|manager|predecessor|trainee|apprentice|intern|temp|temps|agency (?:staff|worker|nurse|chef|temp)s?"
    r"|new (?:starter|girl|boy|guy|hire|lad|chap|recruit)|junior|drivers?|porter|packers?|pickers?|fitters?|installers?|cleaners?"
    r"|waiter|waitress|chef|bartender|nurse|stylist|operator|adviser|agent|salesman|salesperson|technician|engineer|someone|somebody"
    r"|whoever|one of the \w+|previous \w+|last \w+)"
)
#: What they did: each means that something went wrong.
_FAILED = (
    r"(?:lost|mislaid|misplaced|dropped|broke|damaged|smashed|crushed|soaked|forgot|failed|missed|mixed|muddled|messed|botched|bungled"
    r"|misread|misheard|mis\w+ed|double-\w+ed|oversold|overbooked|oversold|sold [^.!?;\n]{1,25} twice|delayed|held (?:it|us|everything|things"
    r"|your \w+) up|dragged|pulled the plug|pulled out|walked out|walked off|went bust|went under|let (?:us|you|everyone|me) (?:all |badly )?down|sat on|(?:is|are|'re|'s)"
    r" sitting on|is holding|are holding|ran out|short-changed|short-shipped|short-delivered|sent (?:us |you )?(?:rubbish|the wrong|the other|an old|only|it to the wrong)"
    r"|changed [^.!?;\n]{1,50} without|made (?:a|an|the) (?:mistake|error|mess|hash|pig's ear|slip|promise)|promised (?:you )?(?:something|things|the (?:moon|earth|impossible))|told you"
    r" (?:something|the wrong|wrong)|gave (?:you |us )?(?:the wrong|your \w+ (?:away|to)|wrong|bad|incorrect|out)|(?:put|wrote|typed|keyed|entered|took|loaded"
    r"|packed|hung|fitted|left|stacked|labelled) (?:it|them|your [\w ]{1,20}?|the [\w ]{1,20}?|that)(?: down)? (?:upside|wrong|wrongly|back to front|the wrong|in the wrong|on the wrong"
    r"|incorrectly|outside|out|off|open|behind|unlocked)|(?:did not|didn't|never|hasn't|haven't|wouldn't|should have"
    r"|refused to|neglected to|omitted to|forgot to) (?!mind|worry|charge|need|want|know)\w+|(?:has|have|had|'s|'ve) (?:\w+ )?(?:had|been having) (?:\w+ )?(?:quality )?(?:issues|problems|trouble)|cancelled on us"
    r"|turned (?:us|it|you) (?:away|down)|rejected|bounced|(?:quoted|gave|supplied|passed|told) (?:me|us|you) (?:\w+ )?(?:wrong|incorrect|bad|false)"
    r"|wiped|deleted|cut through|dug up|got (?:it|this|that|the \w+|your \w+) wrong|slipped up|screwed|cocked|fell (?:ill|asleep|behind|down)"
    r"|jumped the gun|ignored|overlooked|misled|was (?:rude|careless|asleep)|were (?:rude|careless|asleep))"
)
_MISHAP = (
    r"(?:mistakes?|errors?|oversights?|mix-?ups?|slip-?ups?|slips?|breakdowns?(?: in \w+)?|lapses?|confusion|misunderstandings?"
    r"|discrepanc(?:y|ies)|miscommunications?|glitch(?:es)?|mishaps?|failures?|omissions?|hiccups?|anomal(?:y|ies)|muddle|inaccurac(?:y|ies)"
    r"|typo|duplication|shortcomings?|irregularit(?:y|ies))"
)
FRAMES: Final[tuple[str, ...]] = (
    # A firm outside failed.
    (
        rf"\b(?:the|our|your|a|an|their|those|these|one of our|some|my)(?: [\w'-]+){{0,2}}? (?:{_OUTSIDE}|{_INSIDE})(?:'s (?:\w+|\w+ \w+))?(?: (?:in|at|on|of|from|who|that|we) (?:[\w']+ ){{0,5}}?[\w']+)?"
        rf"(?: \w+ly| all| simply| then| just| also| even| has| have| had| must have| who \w+){{0,3}} {_FAILED}\b"
    ),
    (
        r"\b(?<!the )(?<!our )(?<!your )(?:(?:DPD|UPS|FedEx|DHL|Evri|Hermes|Yodel|Amazon|Ticketmaster|Stripe|PayPal|Openreach|Royal Mail|Customs|Sales|Accounts"
        r"|Billing|Finance|Marketing|Dispatch|Despatch|Stores|Head office|HQ|Reception|Housekeeping|Procurement|Purchasing|Someone|Somebody|Whoever [\w ]{3,40}?|Management"
        rf"|Reservations|Maintenance|Logistics|my colleague|a colleague|my predecessor|colleagues|the lads|the boys|head office))(?: \w+ly| in \w+| at \w+| then| just| also| even| has| have| had| must have){{0,3}} {_FAILED}\b"
    ),
    # It is theirs and not ours.
    (
        rf"\b(?:that|this|it)(?: one)?(?:'s| is| was) (?:all |entirely |really |purely |solely |sadly |an? (?:issue|matter|problem|question|thing|fault) (?:with|for|on|at|of) |down to |on |up to |between you and ){{1,2}}(?:the|our|your) (?:[\w'-]+ )?{_OUTSIDE}"
        rf"|\b(?:it|that|this)(?:'s| is| was) (?:actually |really |in fact |entirely )?(?:the|our|your|a) (?:[\w'-]+ )?(?:{_OUTSIDE}|{_INSIDE})(?:'s)? (?:who|that|which|fault|mistake|doing|error|end|and not)\b"
        rf"|\bso it(?:'s| is| was| must be) (?:the|our) (?:\w+ )?{_OUTSIDE}|\b(?:isn't|is not|aren't|are not|wasn't|not) (?:one of ours|ours to|our (?:staff|employee|driver|people|company|call|decision|area|side)\b|employed by us"
        rf"|part of (?:our|this)|under our)|\b(?:is|are|was|were) (?:a |an )?(?:entirely |completely |quite )?(?:separate|different|independent|outside|third-party|self-employed) (?:compan(?:y|ies)|firms?|business(?:es)?|contractors?|entity|legal entity|organisation)"
        rf"|\bnot us\b|\b(?:we|I) (?:only|merely|just|simply) (?:run|sell|answer|handle|pass|act|book|host|rent|supply|deliver|collect|broker|take|forward|list|introduce|resell|work here|manage|provide the|do what|follow)\b[^.!?;\n]{{0,40}}"
        r"|\bwe(?:'re| are) (?:only|merely|just|simply) (?:the |a |an )(?:agents?|middle ?man|middlemen|intermediar\w+|reseller|retailer|shop|platform|marketplace|messenger|go-between|broker|host|landlord's)\b"
        r"|\bwe(?:'re| are)? (?:entirely |wholly |completely )?(?:rely|reliant|depend|dependent|at the mercy) (?:up)?o[nf]\b|\bvictims? (?:in|of|here|too|as well)\b|\b(?:we|us) (?:were|are|being) (?:left )?(?:helpless|powerless|let down)\b"
    ),
    (
        rf"\b(?<!happy to )(?<!i'll )(?<!we'll )(?<!i will )(?<!i've )(?:take|taken|raise|raised|pursue|address|addressed|direct|directed|refer|bring|file|lodge|sent) (?:it|that|this|the matter|your (?:\w+ )?(?:complaint|claim|query|case))? ?(?:up )?(?:with|to) (?:the|your|their|our|a) (?:[\w'-]+ )?(?:\w+'s )?{_OUTSIDE}\b(?! (?:for you|on your behalf|myself))"
        rf"|\btake (?:it|that|this) up with (?:them|him|her)\b|\b(?:complaint|query|claim|grievance|question)s? (?:ought to|should|must|has to|needs to|would have to|is best) (?:be )?(?:addressed|directed|sent|taken|raised|put|go)\b[^.!?;\n]{{0,40}}"
        r"|\bblame (?!for|is|lies|us\b|you\b|on)(?:the|our|your|it on|\w+)|\b(?:nothing|little|not much) (?:\w+ ){0,2}(?:anyone|anybody|we|I) (?:\w+ )?(?:can|could)(?: have)?(?: \w+)? ?do(?:ne)?\b|\bthere(?:'s| is| was) no (?:talking|arguing|reasoning)"
        rf" (?:to|with) (?:them|him|her|it)\b|\b(?:had|with) no (?:say|control|influence) (?:in|over|on)\b|\bthrough no fault of (?:ours|our own)\b|\bwe were the only ones?\b|\bmust have (?:let|told|moved|taken|signed|left|given|sent)\b(?! you)"
        r"|\b(?:my|our) predecessors?\b[^.!?;\n]{0,40}|\bthe previous (?:owner|management|team|tenant|agent|contractor)s?\b[^.!?;\n]{0,40}|\b(?:he|she|they|driver|porter|waiter|lad|girl|guard)(?:'s| has| have|'ve) been (?:spoken to|disciplined|dismissed|reprimanded|talked to)\b"
    ),
    # It happened, and nobody did it.
    (
        rf"\b(?:an?|the|some|this|several|certain|unfortunate|clerical|administrative|human|internal|any)(?: [\w-]+){{0,2}}? {_MISHAP} (?:\w+ )?(?:occurred|arose|happened|crept|came about|took place|led to|resulted|caused|meant|was made|were made|has arisen|has occurred|was introduced|got in|in the (?:system|process)|somewhere|along the)\b[^.!?;\n]{{0,30}}"
        rf"|\b(?:due to|because of|owing to|following|down to|result of|caused by) (?:a|an|some|the)? ?(?:[\w-]+ ){{0,2}}?(?:{_MISHAP})\b(?! (?:of|on|by) (?:ours|mine|our|my|us|me))[^.!?;\n]{{0,30}}|\bthere(?:'s| was| has been| had been| were| have been| seems? to have been| appears? to have been) (?:a |an |some |obviously |clearly |been ){{1,2}}(?:[\w-]+ ){{0,2}}?(?:{_MISHAP}|breakdown)\b(?! (?:of|on|by) (?:ours|mine|our|my|us|me))"
        r"|\b(?:wires|lines) (?:were|got|have been) crossed\b|\b(?:fell|fallen|slipped|slip|dropped) (?:\w+ )?(?:through|between) (?:the|some) (?:cracks?|net|gaps?|floorboards)\b|\bthings? (?:\w+ )?(?:went|got|have gone|has gone) (?:a bit |a little |badly |somewhat )?(?:sideways|awry|astray|wrong|pear-shaped|mixed up|muddled|lost|out of hand|off track)"
        r"|\bsomething (?:\w+ )?(?:went|has gone|had gone) (?:\w+ )?(?:wrong|awry|amiss|astray)\b|\bcome to light that\b[^.!?;\n]{0,60}|\b(?:deleted|cancelled|closed|updated|reset|lost|moved|switched|changed) (?:itself|themselves)\b|\bsome(?:how|where along the \w+)\b"
    ),
    (
        r"\b(?:wrong|incorrect|inaccurate|misleading|outdated|old) (?:[\w-]+ ){1,4}?(?:was|were|got|has been|have been|had been) (?:\w+ly )?(?:sent|shipped|packed|picked|provided|given|entered|printed|used|quoted|applied|attached|fitted|booked|put|supplied"
        r"|keyed|typed|written|taken|issued|loaded|selected|communicated|passed|installed|displayed)\b(?! by (?:us|me))|\b(?:was|were|got|has been|have been|had been|being) (?:\w+ly )?(?:written|put|taken|typed|keyed|entered|noted|sent|labelled|filed|packed|copied|set|logged) (?:down |up |in |out |on )?(?:wrong|wrongly|incorrectly|inaccurately|against the wrong|under the wrong|with the wrong|to the wrong|in the wrong)\b(?! by (?:us|me))"
        r"|\b(?:a|one|the|some|certain|several|your|proper|usual|normal)(?: [\w-]+){0,3}? (?:steps?|checks?|procedures?|process(?:es)?|protocols?|instructions?|handover|tests?|requests?|notes?|messages?|details?|stages?|form|paperwork|appointments?|visit|call-?backs?|allerg\w+|preference|entry|updates?) (?:was|were|has been|have been|had been|got)(?: \w+ly)? ?(?:skipped|missed|omitted|left out|not (?:followed|carried|done|passed|completed|logged|recorded|made|observed|actioned|kept|updated|saved)|overlooked|forgotten|dropped|misfiled|mislaid|lost)\b(?! (?:by (?:us|me)))|\b(?:steps?|checks?|procedures?|process(?:es)?|protocols?|instructions?|handover|tests?|requests?|notes?|messages?|details?|call-?backs?|updates?|entry|allerg\w+) (?:was never|were never|wasn't|weren't|hasn't been|haven't been|never got|didn't get) (?:\w+ly )?\w+(?:ed|en|t|ne|pt|de)\b(?! by (?:us|me))|\b(?:seems?|appears?) to have (?:been )?(?:\w+ly )?(?:gone|got|fallen|vanished|disappeared"
        r"|deleted|lost|mislaid|missed|slipped|overlooked|forgotten|dropped|dropped off|misplaced|misrouted|mixed up|wandered|strayed)\b|\b(?:your|the) (?:[\w-]+ ){1,3}?(?:got|gets|was|were|has been) (?:\w+ly )?(?:mislaid|lost|forgotten|mixed up|muddled|muddled up|swapped|left (?:off|out|behind)|misdirected|misaddressed|cancelled in error|deleted|missed off|missed)"
        r" (?:somewhere|in the|at|along|on the|between|during|from|off|by (?:the|our) (?:system|warehouse))"
    ),
    # A machine did it.
    (
        r"\b(?:the|our|a|your|this|that|its)(?: [\w-]+){0,2} (?:systems?|software|app|website|site|computers?|database|server|scanner|algorithm|printer|till|terminal|programme|program|crm|router|platform|automation|bot|machine) (?:\w+ly |has |had |just |then |also ){0,2}(?:rejected|dropped|did not|didn't|(?:does not|doesn't)(?! (?:make|lie|get))|failed|cancelled|ate|swallowed|wouldn't|won't"
        r"|would not|crashed|froze|lost|glitched|threw|deleted|wiped|duplicated|double-\w+|went down|picked up the wrong|mixed|sent (?:it|the|you|out)|generated|put (?:it|you)|rounds|flagged you|locked you|decided|misread|miscalculated|kicked|timed out|hiccuped|played up|was playing up|overwrote|skipped|is (?:rubbish|ancient|useless|known to))\b"
        r"|\bit(?:'s| is| was) the (?:[\w-]+ )?(?:new |old |till |booking )?(?:systems?|software|app|website|computers?|machine|printer|platform|algorithm|scanner)\b|\b(?:a|the|some) (?:system|software|technical|computer|printing|printer|server|website|app|data|IT|network|payment|sync|processing) (?:glitch|error|bug|fault|failure|outage|hiccup|gremlin|issue)s?\b"
    ),
)
#: The sentence owns it, tells it as theirs, or only asks.
OWNED = late(
    r"\b(?:for (?:me|us) to answer|answers? to me|speaks? for (?:us|this)|so do I|our (?:name|label|decision|choice|instructions?)|my instructions?|we (?:hired|chose|picked|should have|ought|did not|didn't|failed|never"
    r"|missed|forgot|got it wrong|gave (?:him|her|them)|sold it)|I (?:should have|didn't|forgot|missed|never|failed)|(?:lands?|rests?|stops?) with (?:me|us)|makes no odds|whatever the \w+ did|not an excuse|no excuse|(?:I'm|I am|we're|we are) (?:\w+ )?sorry"
    r"|our fault|my fault|(?:I|we) apologi[sz]e|you(?:'re| are| were) right|I'll chase|chasing (?:it|them)|mine to|ours to|it was (?:us|me)\b|you (?:mention|asked|wanted)|suggested that|any lapse|concede|don't (?:yet )?know|at our)",
    re.IGNORECASE,
)
