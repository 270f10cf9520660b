"""What a failure does to people, told by what became of their homes, days and bodies, of their plans and their standing."""

from __future__ import annotations

from amends.drafts.turns import Turn, Turns

_OF_THEIRS = (
    r"(?:feet|foot|hands?|fingers?|thumb|arms?|legs?|knees?|ankles?|back|neck|shoulders?|skin|hair|scalp|eyes?|ears?"
    r"|teeth|tooth|mouth"
    r"|stomach|throat|chest|garden|lawn|hedge|allotment|hall|hallway|stairs|landing|sitting room|front room"
    r"|living room|dining room"
    r"|lounge|bedrooms?|spare room|kitchen|bathroom|loft|attic|cellar|basement|garage|porch|balcony|terrace|study"
    r"|desk|shop|shop floor"
    r"|salon|stall|studio|workshop|practice|surgery|clinic|warehouse|showroom|premises|site|yard|drive|driveway|field"
    r"|house|home|flat"
    r"|apartment|building|street|road|block|floors?|ceilings?|walls?|windows?|roof|carpets?|clothes|coat|shirt|shoes"
    r"|socks|trousers|bed"
    r"|mattress|sheets|cot|classroom|stand|counter|till|ovens?|fridge|freezer|books|diary|calendar|schedule|rota"
    r"|timetable|inbox|phone"
    r"|screen|lines?|mornings?|afternoons?|evenings?|nights?|days?|weekends?|week|month|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)days?"
    r"|holidays?|lunch hour|lunch break|plans|savings|balance|bank balance|overdraft|budget|rent|mortgage|patience"
    r"|peace|sleep|guests"
    r"|customers|clients|takings|trade)"
)
_AMISS = (
    r"(?:full of|filled (?:up )?with|covered (?:in|with)|littered with|strewn with|buried (?:in|under)|soak(?:ed|ing)"
    r"|wet|damp|drenched"
    r"|flooded|(?:ice |stone )?cold(?:er)?|freezing|dark(?:er)?|dim|bare|empty|shut|closed|dead|down|gone|idle"
    r"|unus(?:ed|able)|useless|out of"
    r"|ruined|spoil(?:t|ed)|wrecked|torn|stained|scratched|burn(?:t|ed)|scorched|cut (?:off|short|up)|short|behind"
    r"|broken|hurt|sore|swollen"
    r"|bruised|bleeding|stiff|numb|noisy|loud(?:er)?|filthy|dirty|muddy|sticky|smelly|smok(?:y|ed)|dusty|mouldy"
    r"|unsafe|exposed|open to"
    r"|overdrawn|frozen|blocked|locked|stranded|stuck|in (?:pieces|bits|boxes|tatters|limbo|darkness|doubt"
    r"|the (?:dark|way|red|cold))|on hold"
    r"|at risk|up in the air|upside down|without|half|a (?:mess|building site|state|tip|swamp|write-off)"
    r"|uninhabitable|blank|silent"
    r"|overgrown|brown|dying|wilted|wasted|lost|disturbed|broken into|taken up|eaten up|swallowed|interrupted|drowned"
    r"|stretched|worse|on a)"
)
_BECAME = (
    r"(?:is|are|was|were|'s|has|have|had|got|gets|went|goes|looks?|looked|looking|stood|stands|sat|sits|sitting|lay"
    r"|lies|lying|came back"
    r"|ended up|turned|stayed|feels?|felt|remained|will be|will go|filled|started|ended|began)(?: (?:now|all|still"
    r"|left|been|being|become|gone"
    r"|so|very|up|quite|half|got|going to be|badly|a bit|even|completely|entirely|much)){0,3}"
)
_SOMEONE = (
    r"(?:he|she|they|(?:the|your) (?:whole |entire |other )?(?:class|street|family|office|team|boss|neighbours?"
    r"|colleagues|clients?"
    r"|customers?|guests?|friends|children|kids|in-laws|landlord|bank|school|people|queue|room)|everyone|everybody|people"
    r"|(?:two|three|four|five|six|ten|some|several|\d+) (?:of your )?(?:clients?|customers?|guests?|people|children"
    r"|parents|colleagues|friends)"
    r"(?: who)?)"
)

HARDSHIP = Turns(
    r"\byou(?:'ve| have| had)? (?:paid|pay|spent|spend|forked out|laid out) [£$€₦₹]?\s?\d[\d.,]*(?: \w+){0,2} (?:for"
    r"|on) (?:an?|two|three"
    r"|another|the)? ?(?:\w+ )?(?:cabs?|taxis?|trains?|hotels?|rooms?|sitters?|locksmiths?|bus(?:es)?|flights?|couriers?|takeaways?"
    r"|launderette|heaters?|bottled water|plumbers?|electricians?|vets?)\b",
    r"\byou(?:'ll| will|'d| would)? (?:now )?(?:have|had) to (?:tell|explain|ring|call|write to|let) (?:each|all|every|your"
    r"|the|them)\b",
    r"\bthe (?:whole|entire) (?:street|office|class|family|building|village|school|team|congregation) (?:can|could|saw|heard|had)\b",
    r"\byou(?:'re| are| were|'ve been| have been)(?: still| now| all \w+| left)? (?!asking|telling|saying|looking|writing|calling"
    r"|ringing|going|being|referring|speaking|talking|having|trying|using|getting|thinking|wondering|reading|expecting|right"
    r"|ordering|buying from)\w{3,}ing\b",
    r"\b(?:was|were|is|are|has been|have been) (?:all )?(?:riding|hanging|resting|depending) on (?:it|that|this|them|us|the)\b",
    r"\byour [\w' -]{2,40}? (?:hangs?|hung|rests?|rested|depends?|depended|turns?|relies|relied|waits?|waited"
    r"|is waiting|was waiting|stands? or falls?|rides?) on (?:it|that|this|them|us|the)\b",
    (
        r"\byou(?:'ve| have|'d| had) been (?:the (?:one|only one|person|go-between)|left|made|kept|put|forced|passed|sent|told)\b"
        r"|\byou (?:were|are) the (?:one|only one|person) (?:who|that|left|making|doing|holding|chasing|paying"
        r"|explaining|facing|to)\b"
        r"|\byou (?:took|take|bore|bear|carried|carry|faced|face|got|caught|stood|absorbed) (?:all |most of "
        r"|much of )?(?:the (?:heat|blame|brunt|flak|cost|risk|hit|looks"
        r"|questions|complaints|anger|weight|strain|loss|fine|penalty)|it in front)\b"
    ),
    Turn(
        rf"\byour (?:[\w'-]+ )?{_OF_THEIRS}(?:,? (?:which|and|too|that|there|here)(?: [\w'-]+){{1,6}}?,?)? ?{_BECAME} {_AMISS}\b"
    ),
    Turn(
        rf"\byour (?:[\w'-]+ )?{_OF_THEIRS} (?:full of|covered in|without|went on|was spent|were spent|spent|filled with)\b"
    ),
    Turn(
        r"\byou(?:'ve| have|'d| had)?(?: then| now| both| all| also)? (?:went|go|gone|fell|fall|fallen|got|get|been"
        r"|were|are|ended up|found"
        r" yourself|sat|stood|came (?:out|away|back|home|in|to)|slipped|ran) (?:so |very |quite |almost |nearly |all "
        r"|straight |home )?"
        r"(?:overdrawn|hungry|thirsty|cold|wet|short|in the dark|to bed cold|(?:in)?to (?:your |an "
        r"|the )?(?:overdraft|debt|arrears|red|dark)"
        r"|behind|empty-handed|sick|down with|over your|out of (?:pocket|money|fuel|time|tablets|medicine|data|stock)"
        r"|barefoot|unpaid|unheard"
        r"|an empty|a (?:closed|locked|dark|shut|cold|full|dirty)|late (?:for|to))\b"
    ),
    Turn(
        r"\b(?:put|pushed|sent|tipped|took|knocked|threw|drove|dragged|turned|kept|locked|shut|pulled|rushed|cut|set"
        r"|held|dropped|landed|threw|shook"
        r"|made) (?:you|him|her|them|you both|you all)"
        r"(?: all| both| straight| right| so)? (?:into|over (?:your|the|an)|out(?!\sof\scontract)|behind|back (?:a|by"
        r"|two|three|weeks|days|months|to"
        r" square)|off (?:work|school|sick|your|the)|past|under|away|home|up (?:at|all|half|night)|awake|from|in (?:a"
        r"|an|the|such|debt|danger|tears|for)"
        r"|late|ill|sick|feel (?:small|foolish|stupid|unsafe|like)|look|pay|wait|choose|beg|ask twice|repeat)\b"
    ),
    r"\bturned? (?:down|away) (?:\w+ ){0,3}(?:jobs?|work|orders?|offers?|bookings?|clients?|customers?|guests?"
    r"|patients?|shifts?|trade|people)\b",
    r"\b(?:paid|pay|paying) for (?:that|it|this|our \w+) (?:\w+ ){0,2}(?:with|by|in)\b",
    (
        r"\b(?:years|months|weeks|days|hours|nights|evenings|work) of (?:[\w'-]+ ){1,4}?(?:gone|lost|wasted|wiped"
        r"|undone|down the drain|thrown away"
        r"|for nothing|vanished|erased|deleted)\b|\b(?:years|months|weeks|days|hours) of [\w'-]+(?: [\w'-]+){0,2}, gone\b"
    ),
    Turn(
        rf"\b{_SOMEONE} (?:\w+ )?(?:thinks?|thought|believed?|laugh(?:s|ed)|stared|watched|calls?|called|saw|heard"
        rf"|blamed?|teased?|"
        r"mocked|pitied|mistook|ignored) (?:at )?(?:you|him|her|them|it happen)\b(?! (?:back|to (?:say|ask)|on the|to you))",
    ),
    (
        r"\btoo (?:scared|frightened|afraid|shaken|ill|sick|tired|upset|embarrassed|ashamed|sore|weak|nervous|cold"
        r"|hot|noisy|dark|painful|worried"
        r"|anxious) to\b"
    ),
    (
        r"\b(?:shut|closed|fell|landed|spil(?:t|led)|poured|dripped|leaked|trod|collapsed|came down|blew|burst"
        r"|dropped|spread|soaked|ran) (?:\w+ )?"
        r"(?:on|over|into|onto|down|through|all over)(?: to)? (?:your|his|her|their) (?!order|account|name|page|list"
        r"|case|file)\w+"
    ),
    (
        r"\b(?<!i\s)(?<!we\s)(?:stood|waited|sat|queued|stayed|waiting|standing|sitting|queuing|queueing) (?:outside"
        r"|in (?:the|a)|at (?:the|a)|by (?:the|a)"
        r"|on (?:the|a)|behind|around|about|for)\b(?= [^.!?\n]{0,40}\b(?:cold|rain|snow|dark|heat|sun|closed|locked"
        r"|shut|empty|floor|kerb|curb|pavement"
        r"|sidewalk|platform|corridor|car park|lobby|hours?|minutes|pillar|door|gate|night|road(?:side)?|street|drive"
        r"|stairs|steps|window|queue"
        r"|traffic|stop|counter|hold|rank|terminal|yard)\b)"
    ),
    r"\binstead of (?:teach|work|sleep|rest|cook|play|study|eat|travel|sing|danc|swim|celebrat|enjoy|serv|earn|rid"
    r"|walk|sit|open|see|be|hav|spend|tak|go)\w*ing\b",
    (
        r"\b(?:screens?|lights?|power|music|sound|heating|water|lift|line|call|picture|map|board|signal|app|till)"
        r" (?:all )?(?:went|cut|froze|dropped|died|stopped)"
        r" (?:white|blank|black|dead|dark|out|off|cold|on (?:you|him|her|them)|in (?:the middle|front|mid))\b"
    ),
    (
        r"\b(?:every \w+ minutes|round the (?:hospitals|houses|shops|town)|(?:rang|phoned|called|emailed|ringing"
        r"|phoning|calling|driving|drove|running"
        r"|walking|hunting|searching|looking) (?:all )?(?:round|around|about|from \w+ to \w+|up and down|for (?:him"
        r"|her|them|a (?:new|second)))\b)"
    ),
    r"\b(?:made|makes|making) (?:it|things|that|matters|the \w+) (?:all |even |so much |only |much )*(?:worse|harder"
    r"|longer|heavier|more (?:painful|difficult))\b",
    r"\b(?:wahala|palaver|trouble|worry|stress|grief|extra work|pressure|tension|a shock|a blow|a fright|a scare"
    r"|a loss|a strain) (?:for|to|on|with) you(?:r)?\b",
    (
        r"\b(?:stayed|stood|sat|remained|lay|left) (?:all (?:day|night|week) )?(?:empty|unused|unopened|unworn"
        r"|uneaten|bare|dark|cold|closed|shut|idle"
        r"|unfinished|untouched|unread|unsold)\b"
    ),
    r"\b(?:sang|played|spoke|talked|read|danced|stood|performed|explained|waved|called) (?:it |out )?to (?:an? "
    r"|the )?(?:empty|switched-off|dead|silent|closed|blank|locked)",
    (
        r"\b(?:you|he|she|they)(?:'ve| have| has|'d| had| were| was)? (?:already |even |also |both )?(?:given up"
        r"|gave up|called off|put off|moved|lost|missed"
        r"|sacrificed|used up|burned|burnt|swapped|cut short) (?:a|an|your|his|her|their|two|three|four|half"
        r"|the whole|another|one)\b"
    ),
    (
        r"\b(?:you|he|she|they|your \w+|the (?:children|kids|guests)) (?:then |now |both |all )?(?:went|came|was|were"
        r"|got|has been|have been|'s been|'ve been)"
        r" (?:\w+ )?(?:turned away|sent (?:away|home|back|off)|shouted at|talked over|talked down|spoken over"
        r"|passed over|left out|told off"
        r"|searched|held up|bumped|thrown out|asked to leave|marched|singled out|shown up|stared at|laughed|pointed at)\b"
    ),
)
