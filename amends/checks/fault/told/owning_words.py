"""Other words for its having been us: what we did and left undone, what of ours failed, whose it is."""

from __future__ import annotations

from typing import Final

from amends.checks.fault.fault_words import DID, LESS, OURS

_US_ALL = (
    rf"(?:we|I|{OURS}|(?:one|some|a few) of (?:us|ours)|some(?:body|one) (?:here|of ours|on our \w+|in our \w+)"
    rf"|the (?:[\w-]+ ){{0,2}}?(?:on (?:duty|shift|the door|the desk)|at our \w+|here|in charge))"
)
#: Things of ours that fail by themselves.
_FAILS = (
    r"(?:drops|dropped|loses|lost|leak(?:s|ed)|broke|gave way|snapped|collapsed|came (?:loose|off|away|down|undone|apart)"
    r"|fell (?:on|off|over|onto|apart)|shut on|closed on|slipped|burst|overheated|caught fire|cut out|blew|cracked|split|failed"
    r"|crashed|wiped|deleted|overwrote|sent|charged|ate|tripped|trapped|cut"
    r"|burn(?:ed|t)|scratched|stained|shrank|tore|damaged|ruined|flooded|jammed|hit|struck|let (?:you|him|her|it|them)"
    r"|showed (?:the wrong|your|a)|gave (?:you|him|her|the wrong|a wrong)|read (?:like|as)|was (?:wrong|out|hidden|missing"
    r"|misleading|unclear|confusing|badly|poor|rude|too)|were (?:wrong|out|missing|rude|late))"
)
_NOT_DONE = (
    r"(?:grit(?:ted)?|salt(?:ed)?|lock(?:ed)?|check(?:ed)?|test(?:ed)?|tell|told|pass(?:ed)?|put|fix(?:ed)?|mend(?:ed)?"
    r"|repair(?:ed)?|clean(?:ed)?|cover(?:ed)?|close[d]?|shut|warn(?:ed)?|say|said|show(?:n|ed)?|see|seen|look(?:ed)?|ask(?:ed)?"
    r"|keep|kept|send|sent|book(?:ed)?|order(?:ed)?|read|listen(?:ed)?|hear|heard|care[d]?"
    r"|write|written|note[d]?|log(?:ged)?|enter(?:ed)?|update[d]?|cancel(?:led)?|stop(?:ped)?|pick(?:ed)?|collect(?:ed)?|bring"
    r"|brought|give|given|let|avoid(?:ed)?|prevent(?:ed)?|own(?:ed)?|come|turn(?:ed)?|arrive[d]?|call(?:ed)?|ring|rung|rang"
    r"|answer(?:ed)?|reply|replied|respond(?:ed)?|deliver(?:ed)?|do|done|train(?:ed)?|notice[d]?"
    r"|spot(?:ted)?|act(?:ed)?|follow(?:ed)?|finish(?:ed)?|refund(?:ed)?|pay|paid|change[d]?|remove[d]?|tighten(?:ed)?"
    r"|label(?:led)?|measure[d]?|hold|held|serve[d]?|feed|fed|watch(?:ed)?|supervise[d]?|secure[d]?|make|made|take|took|taken"
    r"|match(?:ed)?|count(?:ed)?|explain(?:ed)?|mention(?:ed)?|honou?r(?:ed)?|bother(?:ed)?)"
)
_THE_WORSE = (
    r"(?:rude|late|filthy|dirty|cold|wrong|short|sharp|curt|careless|clumsy|sloppy|slow|unkind|dismissive|abrupt|rough|unsafe"
    r"|loose|broken|cracked|wet|unlocked|undercooked|raw|burnt|stale|mouldy|off|sour|too \w+|out of (?:line|order|date|place)"
    r"|badly \w+|poorly \w+|not (?:good enough|clean|safe|ready|up to|what you|fit|locked|fitted|checked))"
)
WIDER: Final[tuple[str, ...]] = (
    # What we did.
    (
        rf"\b(?:we|I){LESS} (?:goofed|erred|blundered|guessed (?:and |too |wrong|at)|misfired|came up short|cut (?:you|him"
        rf"|her) (?:off|short)|talked (?:over|down to|across)|spoke (?:to (?:you|him|her) (?:like|as|in)|over|down)|snapped at"
        rf"|shouted at|laughed (?:at|off)|walked past|doubted you|jumped to|brushed (?:you|it|this|that|him"
        rf"|her) (?:off|aside)"
        r"|passed you (?:around|from|back|about)|sent you (?:round|away|from|to the wrong|back)|turned you away|shut (?:you|the door"
        r"|your|it on)|locked (?:you|him|her|them) (?:out|in)|rushed (?:it|you|the|him|her|this)|ran (?:out|late|over|short)"
        r"|opened (?:\w+ )?late|started late|came late|turned up late|arrived late|closed early|left early"
        r"|(?:oversold|sold|let|took|booked|accepted) (?:\w+ ){0,3}(?:more|too many|twice|same)|gave (?:it|your \w+|his \w+|her \w+"
        r"|that \w+|them|the \w+) (?:away|to (?:the wrong|another|someone|somebody|a))|let (?:a|an|some)(?:one|body)? ?\w* (?:see"
        r"|into|in|near|have|read|loose)|pushed (?:out )?(?:an?|the|it) \w+ (?:without|before|too)|released (?:it|an?"
        r"|the)\b[^.!?;\n]{0,25} (?:without|before|too|untested)"
        r"|charged (?:you|him|her|them|your \w+) (?:for|a|an|the|over|above|more|at|on|\w+ (?:rate|price))|billed (?:you|him|her"
        r"|them)|debited|put (?:\w+ ){1,2}in (?:your|his|her) (?:food|soup|meal|drink|bag|bed|room|order|salad|cake|coffee|dish"
        r"|box)\b|put (?:your|his|her) \w+ (?:under|down as)|knew (?:about|that|the|it)\b[^.!?;\n]{0,40}\b(?:and"
        r"|but) (?:\w+ )?(?:hadn't|had not|didn't|did not|left|never|let|carried)|made (?:an? |such an? |the )?(?:\w+ )?(?:hames"
        r"|balls|hash|bags|pig's|dog's|mess|muddle|error|wrong|assumption|promise)"
        r"|gave you (?:short shrift|the runaround|the wrong|bad|poor|a wrong|false|two different|half)|put you (?:through (?!to)"
        r"|on the wrong|in (?:a|the) (?:wrong|position|spot)|at risk)|treated (?:you|him|her|it|them|this) (?:as|like|badly|with"
        r"|poorly)|spoilt|let (?:it|this|that|things|your \w+) (?:drift|slide|sit|drop|lapse|run|go|slip|happen|fester|pile)|sat on"
        r"|dragged|stalled|dithered|strung|shrugged|fobbed|palmed)\b"
    ),
    (
        rf"\b(?:we|I){LESS} (?:printed|wrote|said|told|quoted|promised|published|advertised|listed|announced|booked|ordered|packed"
        rf"|sent|gave|brought|loaded|fitted|hung|typed|keyed|cut|cooked|served|built|laid|charged|billed|entered|delivered"
        rf"|posted|mixed|picked)(?: (?!no\b|not\b)[\w'£€$₦₹.,-]+){{0,5}}? (?:(?:and|but|when|whereas|while|yet|instead of|rather than"
        rf"|not|where)(?: \w+)? (?:it|that|you|there|they|he|she|the \w+|yours|this) (?:was|is|were|wasn't|isn't|should|had|ought"
        rf"|never|said|paid|asked|needed|wanted|ordered|booked|owed)|(?:the )?wrong|(?:too|far too|way too) \w+|that wasn't"
        rf"|that was not|which (?:was|wasn't|you never|you didn't|is) (?:wrong|true|right|so|the case|owed?|asked?|ordered?|ours"
        rf"|correct|possible)|instead of|back to front|(?:at|on|to|in|for|under) the wrong)\b"
    ),
    (
        r"\byou (?:\w+ )?(?:said|did say|asked|told us|told me|ordered|booked|warned us|paid for|wrote|chose|requested|had asked"
        r"|had told us)\b[^.!?;\n]{1,45}(?:,| and| but) (?:we|I|our \w+|you got|the (?:kitchen|driver|desk|shop|team))(?: \w+ly"
        r"| still| then| just| went and| had| have)? (?:put|sent|gave|brought|booked|served|made|did|cooked|forgot|never|didn't"
        r"|did not|left|fitted|delivered|packed|charged|ignored|got|took|cut|used|wrote|handed|dyed|loaded|had|carried|went)\b"
    ),
    (
        rf"\b{_US_ALL} (?:never(?= \w+(?:ed|t|d|n|g|de|w)\b)|didn't|did not|hadn't|had not|failed to|neglected to|forgot to)(?: once"
        rf"| even| properly| actually| so much as| ever| bother to| manage to| think to)? {_NOT_DONE}\b(?! (?:yet|out yet"
        rf"|that you (?:said|meant)))|\b{_US_ALL} (?:ought|should)(?:n't| not| never)? (?:to )?have (?!been a|news|an?\b|the\b"
        rf"|it\b|that\b|this\b|your\b|more\b|something|one\b|word\b|everything)\w|\b{_US_ALL} (?:had"
        rf"|have|'d|has) no (?:right|business|grounds|excuse|call) (?:to|for|at)\b|\b{_US_ALL} (?:were|was|had been|'d been)(?: \w+ly"
        rf"| very| far| so| a bit| being| more than| \w+ (?:minutes|hours|days|weeks))* {_THE_WORSE}\b(?! (?:to (?:hear|read|see)"
        rf"|about the weather))"
    ),
    (
        r"\bas (?:we|I) (?:should|ought to) have\b|\b(?:when|where|which|that|what) (?:we|I|our \w+) (?:should"
        r"|ought to) (?:\w+ )?have\b|\bhad (?:we|I|our \w+) (?!heard|known you|had)(?:\w+ )?\w+(?:ed|t|d|n|e"
        r"|k)\b[^.!?;\n]{2,50}\b(?:you'd|you would|would have|it would|wouldn't|this would)\b|\bif (?:we|I"
        r"|our \w+) had (?:\w+ )?(?:read|checked|listened|asked|told|looked|done|kept|answered|rung|sent|tested|locked|noticed|acted"
        r"|taken|written|followed|warned|called)\b[^.!?;\n]{2,50}\b(?:you'd|you would|would have|it would|wouldn't|this would)\b"
    ),
    # Things of ours.
    (
        rf"\bour (?:own )?(?:[\w'-]+ ){{1,3}}?(?:\w+ly |has |had |have |simply |then |also |just )?{_FAILS}\b|\b(?:my"
        rf"|our) (?:[\w'-]+ ){{1,2}}?(?:meant|cost|left|made|put|forced|kept|robbed|caused|did) (?:you|your|him|her|his|them"
        rf"|the damage|it|this|that)\b"
        r"|\b(?:code|work|mistake|error|oversight|slip|doing|making|mess|muddle|decision|fault|wording|letter|sign|update|bug|blunder"
        r"|clumsiness|haste|choice|carelessness|neglect|negligence|lapse|failing|poor planning|\w+ness) (?:of ours|of mine"
        r"|of our own(?: making)?|on our part|on my part|at our end|on our (?:side|end))\b|\b(?:because of|thanks to|due to"
        r"|caused by|result of|came (?:from|of|off)|come from|comes from|blame) (?:our|my) (?!(?:\w+ )?(?:supplier|courier|carrier"
        r"|partner|contractor|agent|vendor|provider|bank|landlord|insurer|policy|terms|talk|chat|call))[\w-]+"
        r"|\b(?:is|was|were|are|been) (?:all |just |only |simply )?(?:our|my) (?:\w+ )?(?:typing|typo|wording|handwriting|filing"
        r"|planning|packing|chicken|driving|cooking|bug|code|doing|muddle|mess|mix-?up|slip|blunder|call|decision|mistake|negligence"
        r"|update|lapse|wiring|plumbing|work|fumble|goof|oversight|carelessness|error|bad)\b"
        r"|\b(?:our|my) (?:mix-?up|muddle|mess|slip-?up|bungle|goof|howler|carelessness|sloppiness|clumsiness|bad (?:planning|packing"
        r"|driving|wiring|handwriting|maths|advice|code)|poor (?:planning|packing|driving|wiring|handwriting|advice|service"
        r"|workmanship)|shoddy \w+|typo|miscount|double[- ]booking)\b"
    ),
    # It is ours.
    (
        r"\b(?:fault|blame|buck|responsibility|mistake|error|mess) (?:\w+ )?(?:stops?|starts?|ends?|is|lies|sits|rests|comes?|lands?"
        r"|falls) (?:\w+ )?(?:with (?:us|me)|here|from (?:our|my)|at (?:our|my)|on (?:us|me|our|my))\b(?! to (?:put|fix|sort|find))"
        r"|\b(?:which|that|this|it|all|and that|and it)(?:'s| is| was| are)(?: \w+ly| all)? (?:on (?:us|me)|ours|mine|down to (?:us"
        r"|me))\b(?! (?:to (?:put|fix|sort|find|chase|carry|see|do|keep|get)|now|today|until|from|and (?:I|we)|,? I))|\b(?:is|was"
        r"|were|are) (?:ours|mine)(?:,? and)? not (?:yours|the \w+'s)\b|\bours (?:and|,) not (?:yours|theirs)\b|\bour mess\b"
        r"|\bours to (?:check|catch|spot|prevent|stop|get right|know|notice|read|lock|watch|answer for|own)\b|\bmy (?:decision|call"
        r"|choice), and\b|\b(?:that|which|it) was (?:my|our) (?:decision|call|choice|doing)\b"
        r"|[:,(] ?(?:us|me|yours truly)\b(?= ?[,.)]|, lol)|\b(?:done|caused|made|left|sent|lost|dropped|broken|charged|booked"
        r"|cancelled|put|missed|given|overcharged|mishandled|handled|taken|deleted|billed|cut|damaged|misread|fitted|issued|built"
        r"|installed|packed|written)(?: \w+){0,3},? by (?:us|me|our|one of (?:us|ours|our))\b(?! (?:(?:\w+ )?(?:supplier|courier"
        r"|carrier|partner|contractor|agent|vendor|provider|bank|landlord|insurer)|on |to ))"
        r"|\b(?:on the chin|hang (?:our|my) heads?|(?:hold|put|holding|putting)(?: up)? (?:our|my) hands?(?: up)?|own up|owning up"
        r"|come clean|no softer way|no way to dress|no getting (?:away|around)|inexcusable|indefensible|unforgivable"
        r"|unacceptable of us|no excuses? (?:from|for (?:it|this|that|what|how|the|us)|at all|here|on)|there(?:'s| is) no excuse"
        r"|have no excuses?|nobody(?:'s fault)? but (?:ours|mine|ourselves|us|me)|no one to blame but|only (?:ourselves"
        r"|myself) to blame)\b|\bashamed to (?:say|admit|tell)\b|\bembarrassed to (?:say|admit)\b"
        r"|\b(?:was|were|is) (?:entirely |wholly |completely |totally |perfectly |easily )?(?:avoidable|preventable)\b|\b(?:could"
        r"|should) have been (?:avoided|prevented|caught|spotted|stopped)\b|\b(?:should|must|ought) (?:never"
        r"|not) (?:to )?have (?:happened|been (?:sent|able|charged|said|told|asked|left|given|sold|put|allowed|booked|possible|opened"
        r"|there|turned))\b|\bshouldn't have (?:been (?:able|charged|sent|left|sold|given|there|possible|allowed|turned|told|asked)"
        r"|happened)\b|\b(?:complaint|grievance) (?:is|has been|was) (?:upheld|justified|well founded|fully justified)\b"
        r"|\bwe (?:uphold|have upheld)\b"
    ),
    # They had it right.
    (
        r"\byou(?:'re| are| were) (?:\w+ )?(?:right|correct)[,:;]? (?:and )?(?:that )?(?:we|I|our|it was (?:us|our)"
        r"|the (?:deduction|charge|fee|bill|date|room|price|label|amount) (?:was|were|should|did))\b"
        r"|\bisn't (?:just )?your (?:impression"
        r"|imagination|fault)\b|\byou (?:didn't|did not) imagine\b|\b(?:was|were|is|are) (?:\w+ )?(?:filthy|dirty|rude|late|cold"
        r"|wrong|broken|closed|unsafe|disgusting|a mess|missing),? (?:just |exactly )?as you (?:say|said|write|wrote|described?|told"
        r"|reported)\b|\bsays? (?:exactly )?(?:what you (?:said|told)|so too|the same as you)\b"
    ),
    # Hands of the house.
    (
        rf"\b(?:the|a|our) (?:[\w-]+ )?(?:nurse|carer|driver|engineer|fitter|technician|dentist|doctor|plumber|chef|waiter|waitress"
        rf"|vet|pharmacist|groomer|porter|attendant|cleaner|instructor|stylist|builder|teacher|guard|mechanic|host|steward|agent"
        rf"|adviser|courier|barista|barber|therapist|midwife|conductor|cashier|clerk|registrar|lifeguard|receptionist|conductor"
        rf"|supervisor|manager|colleague|assistant|handler)s? (?:here |on duty |on shift |you (?:saw|spoke to|had|met) |at the \w+ "
        rf"|in \w+ ){{0,2}}(?:\w+ly |had |has |just |then )?(?:{DID}|shut (?:the|your|his|her)|drove (?:off|past|away)|went past"
        rf"|walked off|left (?:the|you|your|him|her|it|a|before|early)|was (?:\w+ ){{0,3}}{_THE_WORSE}|were {_THE_WORSE}"
        rf"|had seen you|did see you|swore|shouted|laughed|ignored|refused you|turned you)\b"
    ),
    (
        r"\b(?:we|I) (?:did not|didn't) (?!receive|get\b|find|see\b|hear|know|want|mean|have|agree|charge|cause|think|expect|realise"
        r"|intend|need|like|write because|say (?:that|so)|damage|break|lose|do (?:this|it|anything|that))(?:\w+ )?\w+ (?:the|your|it"
        r"|you|them|him|her|that|enough|any|anyone|in time|on time|properly|back)\b|\b(?:we|I) did (?:in fact |indeed "
        r"|clearly )?(?:miss|forget|get|leave|lose|fail|charge|make|let|break|overcharge|promise|say|do (?:that|this|it)|drop|damage"
        r"|hurt|mislead|send|keep|give)\b|\b(?:we|I) did (?:that|this|it)\b(?= ?[.,!;])|\b(?:we|I) (?:dropped|broke|lost|closed"
        r"|missed|forgot|cancelled|spoilt|spoiled|ruined|burnt|cut|deleted|damaged|shut|skipped|botched|biffed|fluffed|fumbled) (?:it"
        r"|this|that|them|one|both|him|her|your \w+|the \w+)\b(?! (?:because you|as you|so|, so|until|when you (?:asked|told)|from"
        r"|for you))"
    ),
    (
        r"\bsorry (?:that )?(?:we|I) (?!can\b|could|can't|am\b|'m|have to|had to|don't|do not|won't|will|must|are\b|missed you"
        r"|lost you|hear|to\b|should|would|may|might|haven't|hadn't|have (?:no|not|nothing)|did not live|didn't live|cannot"
        r"|was not (?:here|there|in)|kept you\b|lost your (?:trust|custom))(?:\w+ )?\w+|\b(?:sorry|apologi[sz]e|regret|ashamed"
        r"|apolog(?:y|ies)|embarrassed)(?: to \w+)? (?:for|of|about|that) (?:the (?:tone|wording|manner|rudeness"
        r"|sharpness) of (?:our|my) (?!colleague)|how (?:we|I|you were)|(?:my|our) (?!part\b|visit|stay|loss|late"
        r"|delay)(?:\w+ ){0,2}\w+|being (?:so |too )?(?:hard|slow"
        r"|rude|late|short|sharp|careless|clumsy|abrupt|unclear)|what (?:we|I) (?:said|did|wrote|put|sent)|the (?:\w+ )?(?:reply"
        r"|answer|letter|treatment|words|remark|joke) you (?:got|had|received) from (?:me|us|our)|having (?:\w+ed|sent|told|left|kept"
        r"|put|made|given|lost))"
    ),
    (
        r"\b(?:sorry|ashamed|regret)(?: to (?:say|tell you))?,? (?:that )?(?:our|my) (?!(?:\w+ )?(?:courier|supplier|carrier|email"
        r"|reply|answer|offer|partner) (?:should|is|was a|has been a)\b)(?:[\w'-]+ ){1,3}?(?:was|were|gave|frightened|upset|kept|left"
        r"|did|didn't|made|hurt|went|had|told|said|sent|took|lost|broke|let|failed|charged|cost|read|came|put|\w{3,}ed)\b"
        r"|\bbecause of (?:us|me)\b|\bbecause (?:our|my) (?:[\w'-]+ ){1,3}?(?:was|were|went|had|did|didn't|took|told|sent|came"
        r"|reached|forgot|left|missed|lost|gave|\w{3,}ed)\b"
    ),
    (
        r"\b(?:the|our|that|this|my|your) (?:[\w-]+ )?(?:invoice|bill|price|label|sign|date|charge|total|quote|statement|letter"
        r"|website|notice|figure|amount|reading|advice|information|dose|order|booking|list|map|time|record|records|measurements?"
        r"|diagnosis|fitting|certificate|form|leaflet|menu|balance|deduction|instructions?) (?:was|were) (?:all |quite |simply "
        r"|plainly |clearly |badly |just )?(?:wrong|misleading|inaccurate|out of date|incorrect|unclear|mislabelled|mixed up|£"
        r"|out by)\b|\b(?:and|which|but|,) (?:that|it|this)? ?(?:was|is) (?:plain |simply |just |quite )?wrong\b(?! with)|\b(?:that"
        r"|this|it) was (?:plain |simply |just |quite |very )?wrong(?: of (?:us|me|him|her|them|our))?(?= ?[.,!;]| and| of)"
        r"|\b(?:things?|lines?|items?|figures|dates) (?:was|were) wrong on\b"
    ),
    (
        r"\b(?:was|were) (?:also |really |all |entirely |only )?(?:ours|mine)\b(?! (?:too|to (?:give|keep|offer|have)))|\b(?:was"
        r"|is) (?:my|our) (?:job|problem|duty|lookout)(?: and not|,? not yours| to (?:check|know|see|stop|tell|catch"
        r"|prevent))?(?= ?[.,!;]| and not| to)(?! to (?:put|sort|find))|\bour problem and not\b|\banswer has to come from (?:us|me)\b"
        r"|\bit is our word\b|\bin our name\b|\b(?:rests?|lies|sits) (?:\w+ )?with (?:this|our) (?:company|firm|house|office|practice"
        r"|hotel|bank|school)\b|\b(?:full |complete |total |sole )?ownership (?:of|for) (?:the|this|that|what|it|our)\b|\bno (?:place"
        r"|way) (?:for|to (?:treat|run|speak|talk|answer|write|put))\b[^.!?;\n]{0,30}|\bno (?:good|earthly) reason\b"
        r"|\bnobody's doing but\b"
    ),
    (
        r"\b(?:nobody|no ?one|none of us) (?:from (?:our|the) \w+ |here |at the \w+ |on (?:our|the) \w+ |in the \w+ )?(?:rang|called"
        r"|checked|told|turned up|answered|wrote|replied|met|came|listened|bothered|looked|warned|let|thought|phoned|noticed|cleaned"
        r"|picked up|showed up) (?:you|yours|back|it|him|her|them|to|for|the|up|your)\b|\bit took (?:us )?(?:until|till|\w+ (?:days"
        r"|weeks|hours)) (?:\w+ )?for (?:anyone|anybody|us|somebody)\b|\b(?:lapse|fault|error|held up|breach(?:ed)?|delay(?:ed)?"
        r"|mistake|issue|slip|problem|mix-up|breakdown|glitch|failure)(?: [\w']+){0,3} (?:from|at|on|in) our (?:side|end|part|till"
        r"|system|kitchen|office|billing|hands|workshop)\b|\b(?:error|mistake|glitch|fault|slip|bug)(?: \w+)? in (?:how we|our"
        r"|the way we)\b|\b(?:came undone|went missing|got lost|fell out|was lost|broke|tore|shrank|melted) (?:in|at|on|out of|under"
        r"|with) (?:our|the) (?:wash|desk|hands|care|system|workshop|kitchen|van|depot|office|store|oven|dryer|machine|watch)\b"
    ),
    (
        r"\b(?:we|I) (?:served|delivered|sent|brought|handed|left|cooked|returned|gave|fitted|kept) (?:it|them|you|the \w+"
        r"|your \w+)(?: \w+)? (?:cold|late|raw|short|dry|wet|dirty|broken|undone|half|loose|burnt|unfinished|leaking|open|waiting"
        r"|guessing|hanging|standing|ungritted|unlocked)\b|\b(?:we|I) (?:quoted|said|promised|advertised"
        r"|agreed)(?: [\w£$€₦₹.,\"']+){1,4} (?:and|but|when) (?:then )?(?:charged|billed|took|only|sent|delivered|gave|it|there|the"
        r"|nobody|had)\b|\b(?:we|I)(?:'d| would| had)? (?:said|promised|told you|swore) (?:I|we)(?:'d"
        r"| would) \w+[^.!?;\n]{0,20} (?:and|but) (?:I |we |then )?(?:didn't|did not|never|haven't|forgot)"
        r"|\bpromised (?:you )?(?:\w+ ){0,3}what (?:we|I) (?:could not|couldn't|can't)\b|\bquoted you (?:last|the old|the wrong"
        r"|an old|yesterday)\b|\b(?:we|I) (?:made|had) you (?:feel|fill|wait|ill|sick|late|look|miss|pay|repeat|do|go|queue|ring|come"
        r"|chase|prove|sign|stand|explain)\w*\b|\b(?:we|I) went (?:quiet|silent|to the wrong|past|ahead without)\b|\b(?:moved|changed"
        r"|cancelled|switched|rebooked) your \w+ (?:and|but|without) (?:told|didn't|did not|never|telling|asking|a word)\b"
    ),
    (
        r"\b(?:it's|it is|it was) you who (?:had|have|were|was|are) (?:it )?right\b|\bno argument from (?:me|us)\b"
        r"|\b(?:one of our (?:staff|people|own|team|drivers|crew|lads)|our (?:staff|own|people)) (?:who"
        r"|that)?\b[^.!?;\n]{0,20}\b(?:hit|pushed|broke|dropped|damaged|lost|said|shouted|hurt|knocked|spilt|left)\b|\b(?:pushed|hit"
        r"|broken|dropped|damaged|knocked|opened|let (?:out|off|in|go|through)|taken|signed for"
        r"|moved) by (?:one of )?our (?:staff|own|people|team|drivers?|crew|lads|man|men|\w+)\b|\bcomes? from (?:the "
        r"|our )?work (?:that )?we\b|\b(?:we|I) got (?:your|the|his|her|it|that|this|my"
        r"|our)(?: [\w']+){0,4} (?:wrong|muddled|mixed|backwards|back to front)\b|\b(?:had|has|was|were) not been (?:cleaned|checked"
        r"|tested|locked|serviced|inspected|cooked|told|washed|changed|made (?:up|ready)|fixed|gritted|salted)\b|\b(?:that|the|your"
        r"|this) (?:room|table|bed|car|kitchen|bathroom|toilets?|pool|bus|ward|plate|food|bedding|flat|van|seat)s? (?:was"
        r"|were) not (?:clean|ready|safe|fit|good enough|cooked)\b|\bdid promise you\b|\bbotched\b|\bhe left (?:leaking|open|loose"
        r"|unlocked|running|undone)\b"
    ),
)
