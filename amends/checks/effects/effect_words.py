"""The words for what a failure does to people: what they lost and missed, had to do and went without, and who was there."""

from __future__ import annotations

from amends.drafts.turns import Turn, Turns

_GAP = r"[^.!?;\n]"
_KIN = (
    r"(?:sons?|daughters?|child|children|kids?|boys?|girls?|babys?|babies|wife|husband|partner|mothers?"
    r"|mum|fathers?|dad|parents?|family|families|guests?|dogs?|cats?|teams?|staff|customers?|clients"
    r"|patients|pupils|tenants|friends?|nephews?|nieces?"
    r"|grandsons?|granddaughters?|grandmother|grandfather|gran|grandchildren|sisters?|brothers?|cousins?"
    r"|twins|drivers|crew|bride|neighbours|landlord|boss|lab|clinic|class|toddler|little (?:one|boy|girl))"
)
_KIN_WORDS = (
    "son sons daughter daughters child children kids boy boys girl girls baby babies wife husband"
    " partner mother mothers mum father dad parents family guests dog dogs cat cats team staff customers"
    " clients patients pupils tenants friends friend nephew niece grandson granddaughter grandmother"
    " grandfather gran grandchildren sister brother cousin twins drivers crew bride neighbours landlord"
    " boss lab clinic class toddler"
)
_TIME = (
    r"(?:seconds|minutes?|hours?|days?|nights?|mornings?|afternoons?|evenings?|weeks?|weekends?|months?"
    r"|years?|fortnights?|saturdays?|sundays?|trips?|visits?|summers?|winters?)"
)
_TIME_WORDS = (
    "minutes hour hours day days night nights morning mornings afternoon afternoons evening evenings"
    " week weeks weekend weekends month months year years fortnight saturday saturdays sunday sundays"
)
_COUNT = (
    r"(?:an?|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|another|several|many|whole|entire|third|second|half an?|half the|thirty-one)"
)
_EVENT = (
    r"(?:birthday|wedding|funeral|anniversary|holiday|honeymoon|exams?|interview|party|engagement"
    r"|graduation|christening|baptism|concert|match|meeting|dinner|lunch|launch|opening(?: night)?"
    r"|ceremony|first act|flight|train|ferry|connection|bus|appointment|check-up|operation|scan"
    r"|lesson|class|shift|show|play|match|festival|trip|weekend|evening|plans|day off|night out|reunion"
    r"|deadline|rent|wages|pay|job|contract|deposit|trade|income|business|sleep|work|school|play"
    r"|christmas|eid|diwali|easter|performance|audition|race|big day|stay|morning|day|night|afternoon)"
)
_THING = (
    r"(?:heat|heating|hot water|water|power|light|sleep|phone|internet|broadband|line|car|van|bed|kitchen"
    r"|shower|money|answer|reply|word|way to|one to|food|dinner|breakfast|lunch|toilet|bathroom|cooker"
    r"|oven|fridge|work|income|gas|electricity|glasses|luggage|clothes|medicine|tablets|lift|key"
    r"|wages|pay|help|heater|boiler|roof|room|table|seat|wheelchair|hearing aids?|inhaler|insulin|laptop"
    r"|computer|card|signal|orders|tools|stock|cake|suit|dress|passport|ticket)"
)
#: What one suffers or does because of it; of these "you" is the subject.
_BORNE = (
    r"(?:had to|have to|having to|missed|lost|losing|missing|waited|wait|waiting|waste|wasted|stood|sat"
    r"|lay|slept|cried|wept|froze|spent|went (?:home|without|back|to bed|hungry|thirsty|cold)|go(?:ne)?"
    r" without|going without|couldn't|could not|can't|cannot|were unable|are unable|drove|walked|queued"
    r"|travelled|trudged|carried|borrowed|cancelled|rearranged|rebooked"
    r"|postponed|stayed (?:in|home|up|awake|at home)|took (?:the|a|an|unpaid|time|two|three|another)"
    r"|taken (?:the|a|an|unpaid|time|leave|two|three|another)|took out|watched (?:your|the|her|him|it)"
    r"|chased|explained|worried|suffered|struggled|dropped everything|fell|slipped|tripped|woke|were"
    r" woken|got (?:home|soaked|lost|cold|nothing|none|wet|no|ill|sick)|came home"
    r"|shivered|starved|paid (?:twice|again|extra|for (?:a|another|the) (?:taxi|hotel|cab|childminder"
    r"|second|sitter)|double|a childminder|out)|bought (?:another|a second|a new|your own)|washed|cooked"
    r"|ate|gave up|given up|turned (?:back|away)|ran (?:out|after|between|from)|sent (?:home|away)"
    r"|arranged|rushed|cleaned|dealt with|put up with|lived (?:with|without|out)|managed without|been"
    r" without|made do|did without|bathed"
    r"|hurt|burnt|cut|bruised|choked|found (?:no|nobody|nothing|it shut|the door|out|a closed)|opened an"
    r" empty|planned|saved for|looked forward|counted on|relied on|trusted|set your heart|ended up"
    r" (?!with the|on the list)|promised (?:your|her|him|them)|flew|flown|sought|threw|tore|dug|hid"
    r"|packed|unpacked|moved out|turned up|hunted|searched|phoned round|redid|redo|redone)"
)
_BORNE_WORDS = (
    "had have having missed lost losing missing waited wait waiting waste wasted stood sat lay slept"
    " cried wept froze spent went go gone going couldn't could can't cannot unable drove walked queued"
    " travelled trudged carried borrowed cancelled rearranged rebooked"
    " postponed stayed took taken chased explained worried suffered struggled dropped fell slipped"
    " tripped woke woken got came shivered starved paid bought washed cooked ate gave given turned ran"
    " sent arranged rushed cleaned dealt put lived managed made did bathed"
    " hurt burnt cut bruised choked found opened planned saved looked counted relied trusted set ended"
    " promised watched flew flown sought threw tore dug hid packed unpacked moved hunted searched phoned"
    " redid redo redone been"
)
_STATE = (
    r"(?:left|stuck|stranded|without|hurt|laughed at|humiliated|embarrassed|frightened|scared|terrified"
    r"|shaken|ignored|passed (?:around|from|along|between)|sent from|woken|soaked|drenched|freezing|out"
    r" of pocket|taken ill|charged twice|alone|cold|hungry|told (?:three|two|four|different|one thing|on"
    r" the phone)|locked out|turned away|kept (?:waiting|in|awake|up|from)|made to|"
    r"in pain|in tears|short|burned|burnt|injured|bitten|stung|exhausted|worn out|fed up|worried|anxious"
    r"|late|forced|refused|owed|overdrawn|stuffing|the one (?:with|who)|on (?:the phone|hold|your own"
    r"|your knees|the pavement|the floor)|still waiting|spoken to like|shut out|off work|unable|up (?:all"
    r"|half) night|sent home|given the runaround)"
)
_STATE_WORDS = (
    "left stuck stranded without hurt laughed humiliated embarrassed frightened scared terrified shaken"
    " ignored passed sent woken soaked drenched freezing out taken charged alone cold hungry told locked"
    " turned kept made pain tears short burned burnt injured bitten stung"
    " exhausted worn fed worried anxious late forced refused owed overdrawn stuffing one on waiting"
    " spoken shut off unable up home given"
)
_ADV = (
    r"(?: (?:\w+ly|then|also|all|both|now|even|still|just|once|twice|again|ever|have|had|been|were|and"
    r" your [\w-]+|not|never|already|so|three times|nearly)){0,3}"
)

EFFECT = Turns(
    # you had to, you missed, you were left
    Turn(
        rf"\byou(?:'ve|'d)?(?:n't)?{_ADV} {_BORNE}\b(?! (?:our|the (?:app|form|website|link)) (?:for|to)\b)",
        _BORNE_WORDS,
    ),
    Turn(
        rf"\byou(?:'ve| have|'d)? had (?!no\b|a (?:look|chance|word))\w+{_GAP}{{0,40}}\b(?:everywhere|all over"
        rf"|in every|since|ever since|for days|for weeks)\b",
        "had",
    ),
    Turn(rf"\byou(?:'re|'ve been|'d been)?(?: are| were| have been| had been)?{_ADV} {_STATE}\b", _STATE_WORDS),
    Turn(
        r"\byou(?:'ve| have|'d| had) been (?!(?:asking|looking|using|being|expecting|thinking|trying to log"
        r"|hoping)\b)\w+ing\b",
        "been",
    ),
    Turn(
        r"\byou(?:'ve| have|'d| had) had (?!(?:nothing but|a (?:chance|look|reply|letter)|the (?:chance"
        r"|letter|replacement)|your (?:refund|money)|one\b))(?:to|enough|no|it|the \w+ in|strangers|people"
        r"|water|rain|\w+ \w+ing)\b",
        "had",
    ),
    Turn(
        rf"\byou\b{_GAP}{{0,90}}?\b(?:and|then|but|so|because)(?: then| had| have| were| so| also|"
        rf" you){{0,3}} (?:hid|cried|slept|waited|missed|lost|had to|have to|stood|sat|could not|couldn't"
        rf"|went without|went home|paid twice|drove|walked|got (?:nothing|none)|borrowed|stayed|worried|were"
        rf" left|were told|have no|had no|there was no|nobody|no one)\b",
        "hid cried slept waited missed lost had have stood sat could couldn't went paid drove walked got"
        " borrowed stayed worried were there nobody no",
    ),
    Turn(
        rf"\byou(?:'ve| had to| have| had)? (?:asked?|call(?:ed)?|rang|ring|wrote|write|explain(?:ed)?|told"
        rf"|tell|said)\b{_GAP}{{0,40}}(?:\btwice|\bagain|\b\w+ times|\bover and over|\bafter another"
        rf"|\b(?:three|four|five|six) \w+)\b",
        "twice again times over another three four five six",
    ),
    Turn(
        rf"\byou\b{_GAP}{{0,60}}?\bfor nothing\b|\bfor nothing\b|\bthere you were\b|\byou(?:'ll| will) never"
        rf" get back\b|\bnever get (?:it |that |those |them )?back\b",
        "nothing were never",
    ),
    Turn(
        rf"\byou (?:live|work|walk|travel|depend|rely|count|use a wheelchair|can hardly|can"
        rf" barely)\b{_GAP}{{0,40}}",
        "live nights depend rely wheelchair hardly barely",
    ),
    Turn(
        r"\byou(?:'d| had) (?:planned|set your heart|been looking forward|booked (?:the|a) day|invited"
        r"|promised|flown|saved)\b",
        "planned heart looking taken day invited promised flown saved",
    ),
    Turn(r"\bneed(?:ed)? (?:it|them|one|both) (?:by|for|on|tonight|today|tomorrow|to) ", "need needed"),
    # your people, your day, your things
    Turn(
        rf"\byour (?:\w+ )?{_KIN}(?: and \w+| \w+){{0,2}}? (?:had|have|has|was|were|went|could|couldn't|did"
        rf" not|didn't|got|sat|stood|waited|missed|cried|lost|spent|slept|fell|came|is|are|shared|opened"
        rf"|watched|lay|stayed|can't|cannot|won't|needs?|flies|flew|ended|walked|hurt|caught|felt|asked|did"
        rf"|ate|wore|sang|made do|\w{{3,}}ed)\b(?! (?:invited|welcome|entitled|covered|insured|able to|now in"
        rf"|in your))",
        _KIN_WORDS,
    ),
    Turn(
        rf"\b(?:your|the) (?:\w+ ){{0,2}}?{_KIN}(?:'s)? (?:without|waiting|crying|in tears|on the (?:floor"
        rf"|pavement)|in the (?:cold|corridor|dark|rain))\b",
        _KIN_WORDS,
    ),
    Turn(
        r"\byour (?:\w+ )?(?:shop|stall|stand|restaurant|salon|cafe|studio|office|farm|fields?|crop|stock"
        r"|freezer|fridge|business|firm|company|work|day|evening|morning|weekend|holiday|trip|event|party"
        r"|kitchen|home|house|flat|garden|orders|school|exam|lesson|meeting|dinner|lunch|birthday|anniversary"
        r"|plans|week|night|job|ceiling|floor|roof|car|van|knee|hand|back|arm|leg|rent|savings|carpets?|sofa"
        r"|clothes|clinic|lab|wages|sunday|saturday|wife's \w+)"
        r"(?: \w+){0,2}? (?:was|were|took|stood|lost|went|could not|couldn't|fell|ended|got|flooded|spoilt"
        r"|spoiled|ruined|closed|stopped|without|bounced|is swollen|has been (?:shut|without|ruined|flooded"
        r"|cold|wet|dark|empty)|had to|has had to|sat in|sat empty)\b(?! (?:delayed|late|sent|shipped"
        r"|delivered|booked|received|processed|collected|repaired|serviced|moved|changed|addressed|read))",
        "was were took stood lost went could couldn't fell ended got flooded spoilt spoiled ruined closed"
        " stopped without bounced swollen has had sat",
    ),
    Turn(
        r"\byour (?:only|last|one|whole|entire|first|big) (?:\w+ ){0,2}?(?:car|van|phone|oven|shirt"
        r"|income|toilet|bathroom|bed|cooker|key|suit|day|week|weekend|sunday|saturday|night|evening"
        r"|holiday|morning|trip|chance|heater|fridge)\b",
        "only last one whole entire first big",
    ),
    Turn(
        r"\bin front of (?:your|the|all your|all the|his|her|everyone|everybody|\w+ (?:guests|people"
        r"|strangers))\b",
        "front",
    ),
    Turn(
        rf"\b(?:miss(?:ed|ing)?|lost|losing|lose|ruin(?:ed|ing)?|spoil(?:ed|t)?|wreck(?:ed)?|cut short|upset"
        rf"|disrupt(?:ed)?|put off|cost|delayed|hurt|frightened|scared|terrified|embarrassed|humiliated|shook"
        rf"|worried|threw away|thrown away|damaged|flooded|burned|burnt|scorched|did to|woke|kept|robbed"
        rf"|stained|broke) (?:you (?!(?:updated|informed|posted|in (?:mind|the loop))\b)|you[.,]|your (?:\w+"
        rf" ){{0,2}}?(?:{_EVENT}|{_KIN}|notes|house|home|kitchen|carpet|\w+)\b)",
        "miss missed missing lost losing lose ruin ruined ruining spoil spoiled spoilt wreck wrecked cut"
        " upset disrupt disrupted put cost delayed hurt frightened scared terrified embarrassed humiliated"
        " shook worried away damaged flooded burned burnt scorched did woke kept robbed stained broke",
    ),
    Turn(
        rf"\b(?:missed|missing|lost|lose|miss)\b{_GAP}{{0,30}}? (?:the|a|an|your|his|her|their|two|three"
        rf"|half) (?:\w+ )?{_EVENT}\b",
        "missed missing lost lose miss",
    ),
    Turn(
        r"\b(?:left|leaves|leaving|cost|costing|made|makes|put|meant|means|meaning|forced|forces|stopped"
        r"|caused|kept|took from) (?:that )?you(?:r \w+)?(?! (?:updated|informed|posted|in (?:mind|the loop)"
        r"|(?:so |very |feel |feeling )?(?:angry|cross|upset|disappointed|feel)|plenty|and your family))\b",
        "left leaves leaving cost costing made makes put meant means meaning forced forces stopped caused kept took",
    ),
    Turn(
        r"\b(?:meant|means|meaning) (?:that )?(?:missing|losing|a |another|no |two|three|the \w+ (?:went"
        r"|had|was|could)|paying|waiting|sleeping|driving|turning|cancelling)",
        "meant means meaning",
    ),
    # how long, without what
    Turn(
        rf"\b{_COUNT}(?: (?:whole|full|long|more|unbroken|of your|\w+))? {_TIME} (?:without|with (?:an?|no|the"
        rf"|your|one|only|two|three)|of (?:cold|work|noise|waiting|sleep|not|no|pain|your|plastic|silence"
        rf"|phone|dust|calls|standing|\w+ing)|on (?:the phone|hold|a bench|the floor|a sofa)|in (?:the (?:cold"
        rf"|dark|rain|car|heat)|a (?:queue|corridor|car|lift)|hospital|pain)|standing|waiting|gone|lost|wasted"
        rf"|have gone|stuck|in our|at our)\b",
        _TIME_WORDS,
    ),
    Turn(rf"\b(?:no|without) (?:\w+ )?{_THING}\b(?! (?:charge|needed|required|for (?:two|three)))", "no without"),
    Turn(
        r"\bwithout (?:you|your|a|an|any|the|her|his|their|so much as)\b(?! (?:charge|fault|receipt|cost"
        r"|fee|owner|signature|second|hitch|problem|delay|further|word of a))",
        "without",
    ),
    Turn(
        r"\b(?:nobody|no one) (?:came|called|wrote|answered|rang|told you|turned up|spoke|met|was there|to"
        r" (?:help|let|meet|open|tell|ask)|near|listened|believed)\b|\band (?:nobody|no one|nothing)"
        r" (?:came|to|had|was|told|helped|answered|at all|for|on|but|else)\b",
        "nobody no nothing",
    ),
    Turn(r"\b(?:all|whole|half the) (?:night|day|weekend|morning|afternoon|week|evening)\b", "all whole half"),
    Turn(
        r"\bfor (?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|several|over"
        r" an?|nearly an?|more than an?|over \w+|nearly \w+|half an?|the (?:last|past) \w+) (?:\w+"
        r" )?(?:minutes|hours?|days?|weeks?|months?|years?|nights?|fortnight)\b(?! (?:free|with no|at no|and"
        r" then you|from|warranty|old|guarantee|in place))",
        _TIME_WORDS,
    ),
    Turn(
        r"\bon (?:the (?:eve|day|morning|night) (?:of|before)|(?:your|his|her|their|my) (?:\w+"
        r" )?(?:birthday|wedding|anniversary|holiday|first|last|graduation|big|day off|special)|christmas"
        r"|new year's)\b",
        "eve day morning night birthday wedding anniversary holiday first last graduation big special christmas year's",
    ),
    Turn(
        r"\b(?:not|never|no|nothing|late|missing|wasn't|weren't|didn't|nobody)\b[^.!?;\n]{0,40}? (?:your|his"
        r"|her|their) (?:\w+(?:'s)? ){0,2}?(?:birthday|wedding|funeral|anniversary|exams?|interview|party"
        r"|engagement|graduation|christening|concert|dinner|launch|ceremony|holiday)\b",
        "birthday wedding funeral anniversary exam exams interview party engagement graduation christening"
        " concert dinner launch ceremony holiday",
    ),
    Turn(
        r"\b(?:not|never|n't) (?:once )?been able to\b|\b(?:long|hard|bad|rough|awful|dreadful) (?:one"
        r"|night|day|week|wait|few \w+) for you\b|\b(?:headache|fright|scare|shock|rash) (?:it|that|this"
        r"|we) gave you\b",
        "able long hard bad rough awful dreadful headache fright scare shock rash",
    ),
    # a hard thing
    Turn(
        r"\b(?:humiliat\w+|embarrass\w+|frightening|scary|unanswered|ordeal|nightmare|heartbreak\w*"
        r"|frightened|awkward (?:moment|thing|position|spot)|rotten (?:way|start)|dreadful (?:way|start"
        r"|night)|pillar to post|out of pocket|bounced|fright you|inconsolable|miserable|exhausting|turned"
        r" into)\b",
        "unanswered humiliating humiliated humiliation embarrassing embarrassed embarrassment frightening"
        " scary ordeal nightmare heartbreaking heartbreak heartbroken frightened awkward rotten dreadful"
        " pillar pocket bounced fright inconsolable miserable exhausting turned",
    ),
    Turn(
        r"\b(?:wear|worn|try|upset|worry|frighten|anger|make|drive|madden|infuriate|test) (?:anyone|anybody"
        r"|any|a saint)\b|\bmore than any(?:one|body)\b|\bnobody wants to\b|\bno (?:child|patient|customer"
        r"|bride|parent|family|guest|tenant|mother|father) should\b",
        "anyone anybody any saint nobody child patient customer bride parent family guest tenant mother father",
    ),
    Turn(
        r"\b(?:must|would|will|can only) have (?:been|felt|made|left|caused|ruined|spoiled|worried) (?!(?:a"
        r" (?:mistake|slip)|sent|posted|told|able|ready|delivered|with you|here|fixed|done|there|in |on |at"
        r" )\b)",
        "have",
    ),
    Turn(
        r"\bthe (?:worry|fright|scare|shock|embarrassment|stress|pain|extra (?:trip|journey|work|cost"
        r"|hours)|runaround|humiliation|sleepless|wasted) (?!of it)(?:you|that you|it|this|and|when|for"
        r" your|of|trip|journey|day|night|on|at|in|we)",
        "worry fright scare shock embarrassment stress pain extra runaround humiliation sleepless wasted",
    ),
    Turn(
        r"\bhow (?:frustrating|worrying|upsetting|stressful|disappointing|hard|awkward|embarrassing|tiring"
        r"|painful|frightening|exhausting|lonely)\b(?! (?:these|that|this) )",
        "how",
    ),
    Turn(
        r"\b(?:had to be|has to be|have to be|were|was|got) (?:thrown (?:out|away)|binned|called off"
        r"|cancelled at|postponed|sent home|turned away|rebooked at your)\b",
        "thrown binned called cancelled postponed sent turned rebooked",
    ),
    Turn(
        r"\b(?:forfeiture|loss of (?:earnings|income|trade|face|a day|business)|overdraft fee|late fee|lost"
        r" (?:earnings|trade|income|wages)|day's (?:pay|trade|wages|work)|week's (?:pay|trade|wages|work)"
        r"|(?:money|time) (?:lost|wasted)|missing from your (?:account|order|wages|pay|pension))\b",
        "forfeiture loss overdraft late lost day's week's wasted missing",
    ),
    Turn(
        r"\b(?:he|she|they) (?:\w+ )?(?:had to|couldn't|could not|missed|cried|lost|slept|sat|waited|fell"
        r"|went without|came home|has nowhere|have nowhere|can't|cannot|needs? (?:it|them) (?:for|to|by))\b",
        "had couldn't could missed cried lost slept sat waited fell went came nowhere can't cannot needs need",
    ),
    Turn(
        r"\binstead (?:of \w+ )?you (?:were|had|laid|ate|sat|stood|spent|slept|got|drove|walked|served|used|wore|read|cooked"
        r"|\w+ed)\b|\b(?:nowhere|nothing) to (?:sleep|eat|wear|sit|go|drive|cook"
        r"|unwrap|open|show|give|drink|serve|put)\b|\bshould have been (?:about|your|the)\b|\bcan(?:'t|not)"
        r" (?:earn|sleep|cook|wash|travel|walk|drive|reach|be used|start)\b",
        "instead nowhere nothing should can't cannot",
    ),
    Turn(
        r"\b(?:on|of|for) (?:both|either|each) (?:of )?(?:your|the) \w+ (?:nights|days|evenings|mornings"
        r"|weeks|visits)\b|\bon top of (?:it|that|this|everything|all|the (?!pile|page)\w+)",
        "both either each top",
    ),
    Turn(
        r"\b(?:what|how) (?:it|this|that|the \w+) (?:did to|has done to|meant for|has meant for|must"
        r" have)\b|\b(?:rain|water|damp|smoke|dust) (?:coming|came|pouring|dripping|running) (?:in|through"
        r"|down)\b|\b(?:went|gone) on (?:our|a|waiting|the phone|hold)\b",
        "did done meant must rain water damp smoke dust went gone",
    ),
    Turn(
        r"\bwith (?:a newborn|a (?:new )?baby|(?:two|three|four|small|young|your) (?:\w+ )?(?:children"
        r"|kids)|a pram|a (?:broken|bad|sprained)|exams?|guests|no (?:kitchen|heating|water))\b|\byou(?:'ve"
        r"| have) (?:two|three|four|small|young) children\b",
        "newborn baby children kids pram broken bad sprained exams guests no",
    ),
)
