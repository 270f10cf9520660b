"""More words that set a worse lot beside theirs: of a group or a place, of a year gone by, of a thing that luckily was spared."""

from __future__ import annotations

import re

from amends.drafts.cue import late
from amends.drafts.turns import Turn, Turns

#: They are in it themselves, or it is we who did it to them.
AMONG_THEM = late(r"\b(?:sorry|apolog\w+|regret\w*|asham\w+|you|we|I|our|let|why|how|because)\b", re.IGNORECASE)
NOT_SAID = late(
    r"\b(?:won't|will not|not going to|wouldn't|would not|never|don't|do not|nobody should|no use|wrong to|should not|shouldn't)"
    r" (?:tell|say|claim|pretend|suggest|hear|told|argue)\b[^.!?;\n]{0,30}\Z|\b(?:if|whether|so that)(?: \w+){0,3} \Z",
    re.IGNORECASE,
)
_GAP = r"[^.!?;\n]"
#: Whoever could have had it worse, in any trade.
_FOLK = (
    r"(?:customers?|passengers?|guests?|people|folks?|travell?ers?|patients?|tenants?|famil(?:y|ies)|households?|members?"
    r"|users?|clients?|shoppers?|callers?|neighbours?|owners?|students?|pupils?|parents?|residents?|diners?|visitors?"
    r"|subscribers?|commuters?|riders?|drivers?|fans|ticket ?holders?|holidaymakers?|campers?|buyers?|borrowers?|savers?"
    r"|policyholders?|claimants?|couples?|brides?|kids|children|mums|mothers|pensioners|classes|schools?|branches|accounts?"
    r"|tables?|rooms?|rows?|blocks?|streets?|villages?|towns?|estates?|flats?|homes?|houses?|farms?|coaches|flights?|trains?"
    r"|groups?|part(?:y|ies)|teams?|firms?|shops?|salons?|boroughs?|councils?|count(?:y|ies)|cit(?:y|ies)|stores?|depots?)"
)
_NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|a dozen|dozens of|\d+)"
)
_WHERE = (
    r"(?: (?:to|in|on|at|from|with|behind|under|above|below|next|opposite|over|down|up|before|after|upstairs|downstairs|there"
    r"|further|along|abroad|last)\b(?: (?!we\b|I\b|you\b|our\b)[\w'-]+){0,4}?)"
)
#: How they fared.
_FARE = (
    r"(?:(?:(?:have|has|had|'ve|'d)(?: all| also| now)?(?: had| got)?|got|get|gets|(?:were|was|are|is)(?: left| given)?(?:"
    r" with)?|ended"
    r" up with|sat with|face|faced) (?:no|nothing|none|neither|barely any|not even)\b|(?:could|did|do|does|were|was)(?:n't| not)"
    r" even\b|(?:have|has|had|'ve)? ?(?:only )?(?:slept|lost|queued|starved|froze|drowned|missed|suffered|endured|walked|waited|paid"
    r" (?:double|twice|more|extra)|gone without|went without|go without|been waiting|been without|been hit)\b|never"
    r" (?:got|saw|left|made"
    r"|arrived|heard|received|came|took)\b|(?:are|is|were|was|got|have been|has been)(?: all| still| both)? (?:stranded|stuck|turned"
    r" away|flooded|worse off|much worse|far worse|hit|without|waiting|locked out|cut off|cancelled|refused|bumped|in"
    r" the dark|down for)\b"
    r"|(?:had|have|has) (?:it|a) (?:far |much |a lot |so much |way )?(?:worse|harder|tougher|rougher)|had to (?:wait"
    r"|sleep|sit|stand|go"
    r"|pay|walk|cancel|leave|share|queue|spend|make do|be)\b|found (?:(?:an? |their )(?:\w+ )?(?:hole|crack|leak|nail)|glass"
    r"|mould|mice|maggots|worse|rats|a rat|nothing)|'ve had"
    r"|put up with|(?:were|was|are|is)(?:n't| not) (?:so|as|nearly as|half as) (?:lucky|fortunate))"
)
_KIN = (
    r"(?:mother|mum|mam|mom|dad|father|wife|husband|partner|sister|brother|son|daughter|gran|granny|nan|grandmother|aunt|auntie|uncle"
    r"|cousin|neighbour|friend|mate|parents|in-laws|boss|family|own \w+)"
)
#: They may be named in order to do something about them, too.
LOTS = Turns(
    Turn(rf"\b(?<!your )(?<!our )(?<!these ){_FOLK}{_WHERE} {_FARE}{_GAP}{{0,30}}"),
    Turn(
        rf"\b(?<!your )(?<!the )(?:{_NUMBER}|some|many|most|several|plenty of|lots of|other|not every|a few|whole"
        rf"|entire) (?:other |of our "
        rf"|more )?(?:\w+ )?{_FOLK}"
        rf"(?: (?!why|how|that|when)\w+){{0,3}}? (?:{_FARE}|(?:did|was|were|could|have|has|had)(?:n't| not) (?!mind|help"
        rf"|matter)\w+|(?:wait|pay|queue|get|take|have|receive|lose|see|leave)(?:ed|s)? (?:\w+ )?(?:twice|double|far|much"
        rf"|longer|less|half|three times|nothing|none|no|weeks|months|years|days|hours)\b){_GAP}{{0,30}}"
    ),
    Turn(
        rf"\b(?:table|room|row|block|flat|unit|coach|gate|ward|class|year|house|number|carriage|deck|floor|seat|lane|version"
        rf"|terminal)"
        rf" (?:\d+\w?|[a-h])\b,?:?(?: (?:the|they|it)\b)?(?: (?!you|we|and|I\b)\w+){{0,2}}? ?{_FARE}{_GAP}{{0,30}}"
    ),
    Turn(
        rf"\b(?:spare a thought for|think of|look at|what about) (?:the |those |all the |poor |our |other )"
        rf"{{0,2}}(?:\w+ )?(?:{_FOLK}|others)\b{_GAP}{{0,40}}?(?:who\b|[:,]? ?they\b|with\b|without\b|,)"
    ),
    Turn(
        rf"\bthere (?:were|are|have been|was|is) (?:\w+ ){{0,2}}?(?:{_FOLK}|others|those)\b(?: [\w'-]+){{0,4}}? (?:who|whose"
        rf"|with) (?:\w+ )?"
        rf"(?:{_FARE}|(?:far|much|greater|bigger|real|worse)\b){_GAP}{{0,30}}"
    ),
    Turn(
        rf"\b(?:the|those|some) (?:others?|rest|other (?:two|three|one|half|lot|ones)|one before you|ones? (?:before|after"
        rf"|behind|next)"
        rf"(?: \w+){{0,3}})(?: \w+){{0,2}}? {_FARE}{_GAP}{{0,30}}|\bfor (?:some|others|many|most),? (?:of \w+ )?(?:it(?:'s"
        rf"| was| has| is)"
        rf"|that|this){_GAP}{{0,40}}"
    ),
    Turn(
        rf"\b(?:last (?:year|month|week|season|winter|summer|spring|autumn|term|time)(?:'s)?|in (?:19|20)\d\d|the year before"
        rf"|back then|in"
        rf" the old days|years ago|in my (?:day|time)|before the (?:new|merger|upgrade)),? (?:\w+ ){{0,3}}?(?:{_FARE}|it"
        rf" (?:took|was|cost)"
        rf" (?:\w+ ){{0,3}}?(?:weeks|months|days|hours|twice|double|worse|longer|more)){_GAP}{{0,30}}"
    ),
    Turn(
        rf"\b(?:my|our) (?:\w+ )?{_KIN}(?: \w+){{0,2}}? (?:waited|queued|has been waiting|is still waiting|lost|paid (?:more"
        rf"|double|twice)"
        rf"|never got|went without|has had|had (?:to wait|no|far|much|it worse|the same|worse)|spent|took)\b{_GAP}{{0,40}}"
    ),
    Turn(
        rf"\b(?:everyone|everybody|the (?:whole|entire|rest of the) \w+|all (?:of )?(?:the|our) (?:\w+ )?{_FOLK}|nobody|no"
        rf" one|none of the"
        rf" \w+)(?: else)?(?: (?:at|in|on|around|there)(?: \w+){{1,3}}?)? (?:else )?(?:was|were|is|are|had|has|got) (?:\w+"
        rf" )?(?:hot|cold"
        rf"|wet|hungry|tired|late|delayed|affected|waiting|in the same|the same|stuck|a seat|any|one|power|water|heating|served|hit"
        rf"|struggling)\b{_GAP}{{0,20}}"
    ),
    Turn(
        rf"\b(?:everyone else|everybody else|most|many|(?:all )?(?:the|our) other|plenty of|almost all)(?: of)?(?: our| the)?(?:"
        rf" \w+)?"
        rf"(?: {_FOLK})?(?: (?:at|in|on|there)(?: \w+){{1,3}}?)? (?:loved|enjoyed|liked|found (?:it|the|this|that)|coped"
        rf"|managed|understood"
        rf"|was (?:fine|happy)|were (?:fine|happy|delighted|pleased)|got on with|just got|didn't mind|have been (?:fine|patient"
        rf"|very)"
        rf"|seemed|welcomed|took it)\b(?! (?:us|you)){_GAP}{{0,30}}"
    ),
)
#: Luck itself is named, or the measure; no remedy begins with these.
LUCK = Turns(
    Turn(
        rf"\b(?:happily|mercifully|luckily|fortunately|thankfully|thank (?:heavens?|god|goodness|the lord|your \w+ \w+)|(?:a )?small"
        rf" merc(?:y|ies)|praise be|by the grace of god|what luck|(?:it's |it is |it was )?(?:just as well|lucky|fortunate)"
        rf"|(?:think|count"
        rf"|consider) yoursel(?:f|ves) (?:lucky|fortunate|blessed)|you (?:can|may|should) (?:thank|be glad|be thankful|be"
        rf" grateful)|be glad"
        rf"|be thankful|god is (?:\w+)|by (?:god's|his) (?:grace|mercy)),?:?(?: \w+)? (?:that )?(?:it|this|that|you|the|your"
        rf"|no|nobody|none|we)\b{_GAP}{{0,60}}?(?:\b(?:and|,) not"
        rf" (?:the|your|a|an|in|on|at|during|all)\b|\brather than\b|\binstead of\b|\bwhen (?:the|your|it)\b|\b(?:weren't|wasn't|were"
        rf" not|was not|had (?:already )?(?:finished|eaten|left)|you'd (?:already )?(?:finished|eaten|left|had)|only|just"
        rf"|summer|winter"
        rf"|mild|dry|daylight|empty|not \w+)\b){_GAP}{{0,40}}"
    ),
    Turn(
        rf"\b(?:think|count|consider|reckon|call) yoursel(?:f|ves) (?:very |rather |quite )?(?:lucky|fortunate|blessed|one"
        rf" of)\b{_GAP}{{0,50}}"
    ),
    Turn(
        r"\b(?:a|that's a|a very|quite a) lucky (?:escape|break|let-off)\b|\bgot off (?:very )?(?:lightly|light|easy|cheap(?:ly)?"
        r"|well)\b"
        r"|\b(?:you|your \w+|yours)(?:'re| are| were| was|'ve been| have been|'ve got off| got)(?: actually| really|"
        r" rather| quite| very)?"
        r" (?:lucky|luckier|the lucky|in luck|one of the (?:luck\w+|fortunate)|among the (?:luck\w+|fortunate)|in clover"
        r"|fortunate)\b(?! to"
        r" have you)|\b(?:luckier|more fortunate|better off) than\b|\bthe luck(?:y|ier) (?:one|ones|few|half|side)\b"
        r"|\bcould do (?:a lot|far|much) worse\b|\b(?:hit|affected|treated|fared) (?:much |far |a lot )?(?:harder|worse)\b"
    ),
    Turn(
        rf"\b(?:beats?|trumps?) (?:a|an|the|having|being|waiting|sitting|losing|no|nothing|getting|any)\b{_GAP}{{2,60}}"
    ),
    Turn(
        rf"\b(?:better|i'd rather|rather) (?:a|an|one|it|that|two|your|the|late|cold|wet|slow|bumped|cancelled)\b{_GAP}{{2,45}} than"
        rf" (?:a|an|the|your|never|no|none|in|on|two|both|dead|sorry|stuck|lost)\b{_GAP}{{0,30}}"
    ),
    Turn(
        r"\b(?:greater|more|far more|better|real|proper|bigger) (?:cause|reason|grounds|right|things?) to (?:complain|grumble"
        r"|moan|cry"
        r"|be (?:angry|upset|cross)|worry|write)\b|\b(?:really |truly )?have (?:had )?something to (?:\w+ )?(?:grumble|complain"
        r"|moan|cry"
        r"|shout|write|worry) about\b|\bpeople with (?:real|actual|genuine|serious|proper) (?:problems|troubles|worries"
        r"|complaints)\b"
        r"|\b(?:worse|far worse|bigger|nastier|uglier|longer|sadder|angrier) (?:\w+ )?(?:nights?|days|cases?|stories|complaints?"
        r"|delays?"
        r"|messes|things|weeks|queues|waits?)\b(?= (?:than|have|on|in|this|we|every|happen|before|from|out)\b)|\bwould make"
        r" your (?:hair"
        r"|toes) (?:curl|stand)\b|\b(?:we|I)(?:'ve| have)? (?:seen|had|known|heard|dealt with|get|handled) (?:far |much"
        r" |a lot |many |"
        r"plenty )?(?:of )?worse\b"
    ),
    Turn(
        rf"\b(?:(?<!gone )(?<!went )(?<!go )elsewhere|anywhere else|in (?:most |many |some )?other (?:\w+ )?(?:boroughs?"
        rf"|towns?|cities|countries|counties|places|shops"
        rf"|parts|hotels|banks|hospitals|schools|clinics|states|regions|districts|companies)|across the (?:road|street|square"
        rf"|river|border)"
        rf"|over the (?:road|border|river)|(?:up|down) the (?:road|street|coast|line)|at (?:other|most|any other) (?:\w+"
        rf" )?(?:airlines?|hotels?|banks?|shops?|clinics?|garages?|airports?|salons?|schools?)|round the corner|our (?:rivals|"
        rf"competitors)|the competition)\b,? (?:they|you|you'd|people|it|it's|the|would|charges?|takes?|is|are|have|has|make"
        rf"|had|folk)"
        rf"\b{_GAP}{{0,50}}"
    ),
    Turn(
        rf"\b(?:go to|try|ask|look at|see) (?:any|some|most) other (?:\w+ )?(?:platform|airline|hotel|bank|shop|clinic|garage"
        rf"|salon|school|"
        rf"provider|supplier|company|firm|council|vet|dentist|carrier|network)s?\b{_GAP}{{0,40}}"
    ),
    Turn(
        rf"\b(?:is|was|are|were|isn't|'s) (?:about|around|roughly|well below|below|near|close to|under|better than|above"
        rf"|bang on|quite|actually"
        rf" )?(?:the )?(?:average|the norm|the going|the national)\b{_GAP}{{0,40}}|\bby (?:[\w']+ ){{1,2}}standards\b{_GAP}{{0,40}}"
        rf"|\b(?:nothing|little|small|mild|short|quick|light) (?:beside|next to|compared|by comparison|in comparison"
        rf"|against)\b{_GAP}{{0,40}}"
        rf"|\bcompare (?:that|this|yourself|yours|your \w+) (?:to|with)\b{_GAP}{{0,40}}|\bcompared (?:to|with) (?:a|an"
        rf"|the|what|last|version"
        rf"|other|some|most|how|being|my|losing)\b{_GAP}{{0,40}}|\bunlike (?:that|those|the|some|other|many|your|our) (?:\w+ )"
        rf"{{0,2}}?(?:before|behind|in|on|next|who|at|{_FOLK})\b{_GAP}{{0,30}}|\bmore than (?:can be said|I can say|you can"
        rf" say|most|many|some"
        rf"|others) (?:of|for|get|got|had|can|people|{_FOLK})\b{_GAP}{{0,30}}"
    ),
    Turn(
        rf"\b(?:few|some|many|most|plenty|lots|millions|thousands)(?: of (?:our|the|us|them))?(?: {_FOLK}| others)? (?:would"
        rf"|might|could|'d)"
        rf" (?:be (?:glad|happy|grateful|delighted|thrilled|lucky)|call|kill|love|give|swap|envy|dream|jump|say|think|have"
        rf" (?:been glad|loved"
        rf"|killed|called)|bite)\b{_GAP}{{0,40}}"
    ),
    Turn(
        rf"\bhad (?:you|it|this|that) been (?:on|in|at|a|an|the|two|an hour|your|one of|any|another)\b{_GAP}{{2,60}}(?:really"
        rf"|something|worse"
        rf"|known|what|nothing|no)\b{_GAP}{{0,30}}"
    ),
    Turn(
        rf"\b(?:the )?(?:good news|upside|silver lining|bright side|plus side|positive|blessing|comfort|consolation)(?: here)?"
        rf" (?:is|was|being)"
        rf" (?:that )?(?:you (?:weren't|were not|didn't|did not|still|only)|it (?:wasn't|was not|didn't|was only|could)|no"
        rf" (?:one|body)|nobody"
        rf"|none|nothing|only|your \w+ (?:wasn't|was spared|survived|didn't)){_GAP}{{0,40}}"
    ),
    Turn(
        rf"\byou (?:still|did|at least|only) (?:had|got|have|get|kept) (?:one|the other|two|half|a (?:working|second|bed"
        rf"|seat|roof|hotel|meal|room"
        rf"|backup|clear)|your (?:main|starter|luggage|seat|phone))\b{_GAP}{{0,30}}(?=[.!,;])"
    ),
    Turn(
        rf"\b(?:things?|it|this|that|matters|the \w+)(?: \w+)? (?:could|might)(?: \w+)? have (?:turned out|gone|been|ended"
        rf"|come out) (?:\w+ )?(?:nastier"
        rf"|dearer|uglier|worse|more serious|fatal|deadly|disastrous|tragic|a (?:tragedy|disaster|funeral)|much more|far"
        rf" more)\b|\bthere(?:'s| are| is)"
        rf" (?:far |much |a lot )?worse (?:things|fates|problems|places|ways|than)\b|\bno bones (?:were |was )?broken\b|\b(?:everyone"
        rf"|nobody|no one|you|all)"
        rf"(?: \w+){{0,2}} (?:walked away|in one piece|lived to tell)\b|\bblessings? in disguise\b|\byou should (?:see|have"
        rf" seen|hear|have heard|try) (?:what|how|the (?:others?|rest|queue|line|state of)"
        rf"|some (?:of|people)|our other)\b{_GAP}{{0,40}}|\b(?:weren't|wasn't|isn't|aren't|not|hardly|far from) (?:\w+ )?the"
        rf" only (?:\w+ )?(?:ones?|customers?|person|people"
        rf"|guests?|passengers?|famil(?:y|ies)|clients?|house|orders?|flights?|tables?|parents?|patients?|schools?)\b{_GAP}{{0,30}}"
        rf"|\b(?:wasn't|not|isn't|hardly) a (?:total|complete|dead) (?:loss|disaster|write-off|washout|waste)\b"
    ),
    Turn(
        rf"\b(?:survived|was spared|were spared|is unharmed|was saved|came through|escaped|is in one piece|made it out)(?:"
        rf" \w+)?,? (?:at least|at any rate|thank"
        rf" \w+|mercifully|luckily|though)\b{_GAP}{{0,30}}|\b(?:bigger|older|larger|busier|sicker|poorer|smaller|younger"
        rf"|worse-off|more important|better"
        rf"-known) (?:\w+ )?{_FOLK} than (?:you|yours)\b{_GAP}{{0,30}}|\bthe (?:later|earlier|next|previous|last|first|second"
        rf"|third|morning|evening"
        rf"|afternoon|night|early|late) {_FOLK}(?: \w+){{0,2}}? (?:got|had|lost|was|were|had to|ended|never) (?:\w+ )?(?:food"
        rf" poisoning|nothing|no\b|none"
        rf"|cancelled|worse|stuck|stranded|far|much|soaked|sick|flooded|wait){_GAP}{{0,30}}|\b(?:I|we)(?:'ve| have)? (?:had"
        rf"|got|saw|met|served|seen) (?:a|an|one"
        rf"|another) (?:\w+ )?(?:lady|gentleman|man|woman|customer|client|guest|family|passenger|patient|couple|caller|bride"
        rf"|chap|fellow|tenant)\b{_GAP}{{0,25}}"
        rf" (?:whose|who|with (?:no|a|an|far))\b{_GAP}{{0,40}}|\bthe (?:average|usual|typical|normal|longest|national) (?:\w+"
        rf" ){{0,2}}?(?:time|wait|delay|queue"
        rf"|score|bill|loss|hold|journey|stay|figure)\b{_GAP}{{0,50}}(?:\byou|\byours)\b|\bnot (?:every|all) (?:\w+ )?\w+"
        rf" (?:is|are|gets?|was|were|makes? it|come"
        rf"|comes|survives?|recovers?|has|have|got|had) (?:found|back|any|a|an|saved|through|refunded|home|so lucky|that"
        rf"|this|one|answers?)\b{_GAP}{{0,40}}"
    ),
)
