"""Other words for reasons of ours: the time of year, how few we are, who was away, what broke."""

from __future__ import annotations

from typing import Final

from amends.checks.fault.excuse_words import MANY, STAFF

_DAYS = (
    r"(?:half-?term|(?:exam|results|tax|wedding|harvest|hurricane|flu|festive|party|rainy|lambing|enrolment|admissions?|peak)"
    r" (?:season|week|time|period)|eid|ramadan|diwali|holi|puja|onam|navratri|christmas|xmas|easter|new year|black friday|cyber"
    r" monday"
    r"|boxing day|bank holiday|match day|market day|race day|derby|marathon|carnival|festival|regatta|elections?|world cup"
    r"|cup final|graduation|freshers|year[- ]end|quarter[- ]end|month[- ]end|heatwave|monsoon|harmattan|fuel queues?|fuel"
    r" scarcity|valentine'?s|mother'?s day|thanksgiving|stocktake|school holidays|summer holidays|transfer window|payday"
    r"|lockdown|storm|inspection|audit)"
)
_NUMBER = (
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|a hundred|one hundred|two hundred|hundreds|thousands|dozens|scores|half a dozen)"
)
_CROWD = (
    r"(?:people|patients|calls|customers|callers|e-?mails|orders|parcels|covers|guests|messages|jobs|drops|stops|children|pupils"
    r"|claims|cases|tickets|flights|passengers|deliveries|bookings|dogs|cats|animals|cars|repairs|tables|families|tenants"
    r"|residents|applications|requests|enquiries|queries|returns|weddings|visits|students|pets|meals|boilers|homes|houses)"
)
_LEAVE = (
    r"(?:leave|holiday|holidays|hols|vacation|sick|furlough|honeymoon|jury (?:service|duty)|maternity|paternity|lunch"
    r"|(?:a|his|her|my|their|our) (?:break|lunch|course|training|conference|honeymoon|hols|holidays?)|training|umrah|hajj|pilgrimage"
    r"|sabbatical|strike)"
)
#: Who of ours was not there.
_US = r"(?:I|he|she|they|we|(?:my|our|the) [\w-]+(?: [\w-]+)?|(?-i:(?!You|It|That|This|If|There|What|House\b|Court\b)[A-Z][a-z]+))"
WIDER: Final[tuple[str | tuple[str, ...], ...]] = (
    # The time of the year, and what was on.
    (
        rf"\b{_DAYS}(?: (?:day|week|weekend|time|period|night))?(?:,? after all|,? as you know|,? and (?:we|everyone|everybody"
        r"|half|the (?:whole|kitchen|phones?|town|place|queue|roads?|team)|nobody|no ?one|all hands|it was)|,? so (?:we|the|things"
        r"|everything))\b"
        rf"|\b(?:what )?with (?:the |all the |it being |so much |this |our )?(?:[\w'-]+ )?{_DAYS}\b[^.!?;\n]{{0,30}}"
        rf"|\b{_DAYS}(?: \w+)? (?:leaves?|left|means?|meant|keeps?|kept|takes?|took|puts?|put|brings?|brought|slows?|slowed|had"
        rf"|has|ate|eats"
        r"|always|swallows?|makes?|made) (?:us|the|our|everyone|everybody|every|half|a|all|nobody|things|it|of|like)\b"
        rf"|\b(?:due to|owing to|because of|on account of|down to|in the run-up to|given|thanks to|during|amid|over) (?:the |a |our "
        rf"|this |all the )?{_DAYS}(?: rush| crush| period| traffic| demand| trade| volumes?| closures?| backlog| peak)\b"
        rf"|\b(?:it|that|this)(?:'s| is| was) (?:only |just |also |the |a |our |actually )*{_DAYS}\b(?= ?[.!])"
    ),
    (
        r"\bwhat with (?!you|which|that)[^.!?;\n]{3,50}"
        r"|\bwith (?:the|all|so many|everyone|everybody|half|two|three|both|it|our|[\w'-]+) [^.,!?;\n]{0,30}(?:on|in town"
        r"|under way|underway"
        r"|approaching|coming up|in full swing|around the corner|upon us|looming|just gone|being what (?:it is|they are)|going on"
        r"|off"
        r" sick|on leave|as (?:they|it) (?:is|are|were|was)|out of action|down), (?:we|there|things|it|nobody|no ?one|everything"
        r"|I)\b"
        r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|mondays?|tuesdays?"
        r"|wednesdays?|thursdays?"
        r"|fridays?|saturdays?|sundays?|weekends?|summers?|winters?|nights?|mornings?) (?:is|are|was|were)(?: always| just"
        r"| usually| often"
        r"| notoriously| never| generally| sadly| rarely| simply){1,2} (?:a |an |our |the )?(?:like (?:this|that)|slow\w*|bad"
        r"|worst|tricky|rough|tough|hard"
        r"|easy|quiet|full|long|heavy|nightmare|killer|zoo|crush|scramble|struggle)"
        r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?,? (?:what can I say|eh|you know how|are (?:just )?like that)\b"
        r"|\bwhat can I say\b"
        r"|(?<!\blet )(?<!\bletting )\byou know (?:yourself )?(?:how|what) (?:it|things|mondays|fridays|saturdays|weekends"
        r"|(?:the|this|that) [\w ]{2,25}"
        r"|it's) (?:is|are|goes|go|gets|get|like)\b"
    ),
    # So many to look after, so few to do it.
    (
        r"\byours was (?:\w+ )?(?:number|no\.?|#|the) ?\d+|\bnumber \d+ in (?:the|our|a) (?:pile|queue|line|list|stack)"
        r"|\bhalf (?:of )?(?:the|our) (?:county|town|city|village|street|island|country|parish|estate|world|crew|shift|rota"
        r"|kitchen|office|class|team|staff|floor|depot|drivers|nurses|department|fleet|building|workforce) (?:was|were|is|are"
        r"|has|have|had|came|turned|wants?|wanted|seems?|called|down|out)\b(?! it (?:worse|far)| (?:worse|no power))"
        r"|\b(?:queue|line|people) (?:\w+ )?(?:out (?:of )?the door|round the block|to the (?:street|car park|road)"
        r"|down the street)|\b(?:through|gone through|went through|off) the (?:roof|charts?|scale)\b|\bwasn't (?:built|made"
        r"|meant|designed) for (?:it|that|so|such|this)\b|\b(?:more|so many|too many) [\w-]+ than (?:hands|staff|people"
        r"|nurses|drivers|vans|chairs|tables|seats|we (?:can|could|have|had))\b|\b(?:one|a single|two) (?:pairs? of hands"
        r"|man band|woman show|woman band|man show)\b|\bwe(?:'d| had|'ve| have|'re) (?:down to )?(?:only |just )?(?:the "
        r"|got )?(?:one|two|three) (?:fella|lad|girl|man|woman|person|driver|nurse|vet|cook|chef|van|receptionist|carer"
        r"|fitter|engineer|guy|clerk|porter|teacher|line|till|lift|oven|bay|barber|stylist|doctor|dentist|officer"
        r"|plumber)s?(?: (?:on|for|to|in|at|left|who|off|covering|between|that)\b|, )[^.!?;\n]{0,30}|\bwith (?:only "
        r"|just )?(?:one|two|three|four) (?:nurses?|drivers?|cooks?|chefs?|staff|people|of us|pairs? of hands|vans|carers?"
        r"|vets?|waiters?|fitters?|doctors?|receptionists?|teachers?|porters?|stylists?|engineers?|tills|lines|ovens"
        r"|members? of)\b|\bonly so (?:much|many|far|fast|thin)\b|\b(?:can't|cannot|can not|couldn't) be (?:everywhere"
        r"|in two places|in (?:\w+ )?places at)\b|\bthere are only (?:so|\d+|twenty-four|five|seven|eight) "
    ),
    # Who was away, or new.
    (
        rf"\b(?<!while you )(?<!you and ){_US}(?:'ve| have| has|'d| had)? (?:was|were|been)(?: \w+ly| all| both| away| out| off"
        rf"| just| still)* (?:on (?:\w+ )?{_LEAVE}"
        r"|at (?:lunch|a (?:conference|wedding|funeral|course))|in (?:training|hospital|isolation)|off (?:with|sick|ill|yesterday"
        r"|that|all|last|on|since|until|till|for)"
        r"|(?:away|out) (?:with (?!the (?:crew|team|driver|van|engineer|boys|lads))|sick|ill|all|last|on|since|until|till"
        r"|from) |poorly|signed off|on call|on the sick|laid up"
        r"|under the weather|jet-?lagged|hungover)"
        rf"|\b{_US}(?:'s| is| are)(?: all| both| still)? (?:on (?:\w+ )?leave|on holiday|off sick|out sick|on a course|poorly"
        rf"|signed off)(?= and|,? so|,? which|,? hence)"
        r"|\b(?:my|our|his|her) (?:cover|holiday cover|stand-in|relief|deputy|backup) (?:was|were|didn't|did not|never|fell"
        r"|called|had|left|couldn't|got)\b"
        rf"|\b{MANY} (?:of )?(?:the |our |my )?(?:\w+ )?{STAFF} (?:had|have|has|got|caught|came down with|went down with|off with"
        rf"|with) (?:all )?(?:the |a |an )?"
        r"(?:flu|covid|norovirus|bug|cold|food poisoning|sickness|stomach|chickenpox|measles|accident|quit|malaria|typhoid|dengue"
        r"|fever)"
        rf"|\b(?:lost|losing|said goodbye to|waved off|parted with|missing|without|short of|down) (?:our|a|my"
        rf"|the) (?:\w+ )?(?:{STAFF}|coordinator|buyer|planner"
        r"|manager|bookkeeper|administrator|secretary|foreman|dispatcher|head \w+|sous \w+|scheduler|controller|operator)s? (?:in"
        r"|to|last|this|on|and|at|since|for"
        r"|suddenly|without|three|two|a)\b"
        r"|\b(?:I|he|she|they|we)(?:'d| had|'ve| have|'s| has)? (?:only |just |barely |hardly ){1,2}(?:been|started|joined|begun"
        r"|taken over|come in|arrived|got)(?: here| in| on"
        r"| with us| back| the keys)? ?(?:in|at|on|a|the|this|that|for|two|three|as|last|yesterday|from|one)\b[^.!?;\n]{0,25}"
        r"|\b(?:it|this|that) (?:was|is|'s) (?:\w+ )?(?:his|her|my|their) (?:very )?(?:first|second) (?:day|week|shift|night"
        r"|month|job|time)\b"
        r"|\b(?:finding|found|find) (?:its|our|their|his|her|my) feet\b|\b(?:new|recent) (?:menu|rota|roster|owners?|system"
        r"|process|shift pattern|timetable|computer|route|layout)"
        r" (?:that|this|and|went|came|only|is|was|has|had|hasn't|takes|still|means|meant)\b[^.!?;\n]{0,30}\b(?:still|bed\w*|feet"
        r"|teething|settl\w+|used to|learn\w*|week|night|yet|slow\w*)\b"
        r"|\b(?:after|before|between) (?:the |one )?(?:early|late|night|day|morning|evening|weekend) (?:shift|team"
        r"|crew)s?\b[^.!?;\n]{0,25}\b(?:gone|left|logged|finished|started|came|clocked)\b"
        r"|\b(?:when|while|whenever) (?:the |our |my )?(?:head|boss|manager|owner|vicar|director|doctor|head chef|bursar"
        r"|secretary|principal|registrar) (?:is|was|'s) (?:out|away|off|on|in)\b"
        r"|\b(?:waits?|waiting|waited|needs?|needed|held up) (?:for|on) (?:his|her|their|the \w+'s|my) (?:signature|sign-off"
        r"|approval|okay|say-so)\b"
    ),
    # Mad here; a small house; no money for more.
    (
        r"\b(?:it|things|here|we|office|kitchen|phones?|place|ward|shop|depot|desk|site|yard)(?:'s| has|'ve| have| is| are| was"
        r"| were|'re)(?: been| all| gone| just| a bit| so| really| very| pretty| quite"
        r"| absolutely| always| pure| proper| a)* (?:mental|bedlam|bananas|mayhem|carnage|a zoo|a madhouse|madness|chaos|chaotic"
        r"|bonkers|manic|nuts|hectic|ridiculous|all go|non-?stop"
        r"|a circus|off the wall|crackers|insane|heaving|wedged|jammers|mobbed|wild|full on|backed up)\b(?! for you)"
        r"|\b(?:you )?caught (?:us|me|him|her|them) (?:on|at|in) (?:a|an|our|my|the|one) [^.!?;\n]{1,30}"
        r"|\b(?:tiny|small|little|two-person|family|volunteer|one-man|one-woman|small-town|village) (?:\w+ )?(?:charity|outfit"
        r"|team|shop|firm|business|practice|office|kitchen|crew|bakery|school|company"
        r"|operation|publisher|studio|clinic|council|club|workshop|garage)(?: (?:running|run|of|who|that|with|trying|doing"
        r"|here)\b|,? (?:and (?:we (?:can't|cannot|have|don't|do not|only|had|didn't)|there)|so|not)\b)[^.!?;\n]{0,40}"
        r"|\brun(?:ning)? on (?:volunteers|goodwill|a shoestring|fumes|coffee|love|a skeleton|empty)\b"
        r"|\b(?:don't|do not|didn't|doesn't|never|haven't) (?:get|have|got|had) (?:the |any |enough |sufficient )+(?:funding"
        r"|money|budget|space|room|hours|time|equipment|vans|beds|staffing|resource)\b(?! (?:to|you|back)\b.{0,10}you)"
        r"|\b(?:funding|budget|headcount|grant|council|government|nhs) (?:\w+ )?(?:cuts?|cutbacks?|freeze|squeeze|was halved"
        r"|has been cut|was cut|doesn't|won't stretch|only covers)\b"
        r"|\b(?:background|light|wake|face|climate|teeth) of (?:the |these |our |recent |current |rising "
        r"|ongoing )?(?:\w+ )?(?:cuts|strikes?|costs|closures|shortages?|crisis|prices|changes|pandemic|budget|economy|pressures?"
        r"|merger)\b"
        r"|\b(?:fuel|diesel|petrol|energy|staff|labour|food|material|rent|insurance|import|flour|timber|wage)? ?(?:costs?|prices?"
        r"|wages|rates|margins|budgets|roads|parts|times|things|traffic) being (?:what|as|so|how|where|the way)\b"
        r"|\bsince (?:the|our) (?:merger|takeover|move|move to|reorganisation|restructure|restructuring|cuts|refit|upgrade|switch"
        r"|change|flood|fire|pandemic|strike|migration|update|redundancies|lay-?offs)\b[^.!?;\n]{3,50}"
        r"|\b(?:never|not|haven't|hasn't|still) (?:\w+ ){0,2}(?:recovered|been the same|caught up|got back"
        r"|settled)(?: \w+){0,3} (?:since|after|from)\b"
        r"|\b(?:catching|caught|catch|playing|play) (?:up|catch-?up) (?:ever )?since\b"
        r"|\bever since\b[^.!?;\n]{0,20}\b(?:catching up|behind|short|struggling)\b|\b(?:behind|struggling|catching up) ever since\b"
        r"|\b(?:have|has|had|get|gets|takes?|took) (?:first call|priority|precedence|first claim) (?:on|over)\b"
        r"|\bdealt with (?:strictly )?in (?:strict|date) (?:order|sequence|rotation)\b|\bin (?:strict|date) order\b"
    ),
    # Such is the trade; light, kit and roads.
    (
        r"\b(?:not|isn't|never|n't) (?:as |so |that |an |the )?(?:easy|simple|straightforward|exact science|easiest"
        r"|simplest)(?: \w+)? (?:as|job|thing|to|when|with|of|either|believe)\b(?! (?:you|for you|to (?:write|say|read|hear"
        r"|find|see|follow|use)))[^.!?;\n]{0,30}|\bno (?:[\w-]+ ){1,2}(?:on earth |in the world |anywhere |is |ever )+(?:free"
        r"|perfect|immune|proof|bug-free|without|spared|exempt)\b|\b(?:don't|doesn't|do not) grow on trees\b|\b(?:betas?"
        r"|computers|machines|dogs|children|kids|boilers|trains|ovens|old (?:pipes|houses|buildings|boilers|cars|phones)|apps"
        r"|parcels|wood|ice|paint) (?:do|does|will do|can do) (?:that|this)\b|\b(?:nature|way|reality|name|joys?|perils?"
        r"|hazards?) of (?:the (?:beast|trade|job|business|industry|game|weather|internet|sea)|live|working with|dealing with"
        r"|old|running)\b|\bworld (?:we live in|of (?:retail|travel|events|hospitality|software|catering))\b"
        r"|\bwelcome to (?:the world|life) of\b|\b(?:light|diesel|fuel|petrol|network|gas|water|staff|driver|money) no dey\b"
        r"|\bload-?shedding\b|\b(?:our|the|my|all our|all the) (?:\w+ )?(?:kit|equipment|machines?|machinery|card machine"
        r"|card reader|phones?|tills?|printers?|server|servers|website|site|app|booking system|database|boiler|van|fleet"
        r"|freezer|lift|oven|dryer|x-ray|scanner|wi-?fi|broadband|internet|line)(?: \w+){0,2} (?:on the blink|playing up"
        r"|on its last legs|acting up|in for repair|at the (?:garage|menders)|on the fritz|giving (?:us )?(?:trouble|gyp"
        r"|bother)|kaput|banjaxed|knackered|bust|not fit for|past it|older than|slow as|cannot cope|can't cope"
        r"|couldn't cope)\b|\b(?:systems?|databases?|computers?|batch|feeds?|files?|records?|software|sites?"
        r"|branches) (?:\w+ ){0,2}(?:talks?|sync\w*|update|updates|refresh\w*|runs?|speaks?|cross"
        r"|crosses)(?: \w+){0,3} (?:only |once |over ?night|nightly|every)\b|\b(?:system|software|portal|platform|till|crm"
        r"|app|form) (?:only|won't|doesn't|does not|can't|cannot|will not|wouldn't)(?: \w+)? (?:let|allow\w*|permit|accept"
        r"|take|shows?|hold|sends?|talk|refresh|update)s? (?:us|me|staff|agents|you to|it until|until|once|more than"
        r"|overnight|the)\b|\b(?:drawn up|written|planned|set|made|printed|booked|ordered|designed|built) (?:\w+ )?(?:before"
        r"|when) (?:we|anyone|anybody|I) (?:\w+ )?(?:knew|had any|realised|could|thought|expected|were)\b|\b(?:my"
        r"|our) (?:own )?(?:weekend|holiday|evening|christmas|day|night|morning|leave|easter|sunday|family|health|birthday"
        r"|lunch) (?:was|were|has been|went|got|is) (?:\w+ )?(?:ruined|spoilt|spoiled|cancelled|lost|wrecked|gone|no better"
        r"|out the window)|\bI was (?:on call|up|working|here|at it|on my feet|on shift|in)(?: \w+)? (?:till|until|all|from"
        r"|since|past) [^.!?;\n]{2,30}|\bto be fair to (?-i:[A-Z])\w+|\b(?:do|does|done|doing|did) (?:our|my|his|her"
        r"|their) best with (?:what|the|so|very)\b|\b(?:hands|resources|budget|money|hours|staff|team) (?:is|are|was|were"
        r"|only) (?:\w+ )?(?:limited|stretched|finite|tight|thin|full)\b"
    ),
    (
        r"\bwe(?:'ve| have|'d| had)? (?:just |only |recently |also )?(?:migrated|moved|switched|changed|upgraded|went|gone"
        r"|transferred|converted) (?:over )?to (?:a |an |the |our )?(?:new|different|another|cloud|single)\b[^.!?;\n]{3,60}"
        r"|\b(?:freeze on|hiring freeze|recruitment freeze|pay freeze|overtime (?:has been|was|is) (?:refused|cut|banned)"
        r"|budget approval|approval for (?:overtime|budget|spend\w*))\b"
        r"|(?<!no )(?<!cleared the )(?<!clear the )\bbacklogs?\b(?! groom| clear| for next| (?:is|was|has been) (?:gone|clear)"
        r"| for (?:the )?next)|\b(?:is"
        r"|was|are|were|has been|have been|'s been) (?:now )?(?:affecting|hitting|hurting|slowing|squeezing|punishing"
        r"|killing) (?:all of us|us|everyone|everybody|our|the whole|every)\b|\b(?:rationed|squeezed|short-?shipped|stretched) us\b"
        r"|\b(?:ran|running|runs|working|work|operating|operate) at (?:half|reduced|limited|a fraction|quarter)\b"
    ),
    (
        r"\bour (?:[\w-]+ )?(?:oven|van|kitchen|machine|kiln|lift|press|till|line|server|room|boat|coach|freezer|mailbox|inbox|lab"
        r"|workshop|portal|system|scanner|studio|salon|pool|hall|switchboard|site|platform) (?:can |will )?only (?:takes?|holds?|does"
        r"|seats?|has|fits?|runs?|handles?|copes?|allows?|bakes?|carr\w+|opens?|goes|prints?|reads?)\b[^.!?;\n]{0,40}|\b(?:goes|go"
        r"|going|passes|pass|travels?|has to go) (?:first )?(?:through|to|via) [\w ,-]{3,40},? then (?:to |through "
        r"|via )?\w+[^.!?;\n]{0,40}|\b(?:inbox|mailbox|number|line|desk|phone|address) (?:that|which) (?:gets|takes|receives|has"
        r"|handles|sees|rings)\b[^.!?;\n]{0,40}"
    ),
    (
        rf"\b(?:party|group|crowd|busload"
        rf"|coachload|team|queue) of (?:\w+ )?(?:{_NUMBER}|tourists|students|people|fans|guests) (?:\w+ )?(?:turned up|arrived|landed"
        rf"|came|walked in|showed up|descended|booked|checked in)\b|\bevery (?:[\w-]+ )?(?:driver|plumber|taxi|cab|van|shop|hotel"
        rf"|builder|fitter|courier|electrician|vet|garage|room|chef|roofer|florist|caterer|engineer|crew|depot|branch|clinic)s? (?:in"
        rf"|on|across|from) (?:the |our |this )?(?:town|city|county|country|road|land|region|area|state|coast|island|job|street"
        rf"|(?-i:[A-Z])\w+)\b"
    ),
    (
        r"\b(?:legacy|ancient|antiquated|creaking|clunky|outdated|decrepit|victorian|prehistoric|twenty-year-old|ten-year-old"
        r"|(?<!your )old) (?:\w+ )?(?:database|system|software|platform|wiring|plumbing|boiler|pipes?|server|code|computer"
        r"|equipment|kit|till|network|stock|trains?|fleet|vans?)\b(?=,|;| (?:that|which|and it|we|is|was|can't|doesn't|does|only"
        r"|truncat\w+|struggl\w+|needs|takes|here|crash\w*))|\bpost-?brexit\b|\bbrexit\b|\b(?:the|my|our) (?:laptop|phone"
        r"|computer|car|van|bike|boiler|printer|broadband|wi-?fi) (?:then |just |has "
        r"|had )?(?:died|packed (?:up|in)|broke down|went (?:down|dead|kaput)|gave up|conked out|blew up|was stolen)(?: on (?:me|us"
        r"|him|her))?\b"
    ),
    (
        r"\b(?:that|this|it) (?:was|is|'s been) (?:also |right in |just )?(?:the|our|my) (?:[\w-]+ )?(?:week|day|month|night|weekend"
        r"|middle|time) (?:of|for) (?:the|our|my) (?:\w+ )?(?:stocktake|stock-?take|audit|move|inventory|inspection|launch|refit"
        r"|exams?|relaunch|refurb\w*|conference|sale|year[- ]end|training|holiday|strike|changeover|merger|upgrade|festival"
        r"|deadline)\b|\b(?:season|term|sale|rush|winter|summer|tournament|festival|launch|rains?|snow|heat|holidays) (?:opened"
        r"|started|came|began|arrived|hit|fell) (?:\w+ )?(?:earlier|sooner|harder|faster|late|early|before|on us)\b[^.!?;\n]{0,40}"
        r"|\b(?:very |really |extremely |such a |pretty )?(?:hard|tough|long|rough|difficult|trying|sad|bad|stressful|horrible"
        r"|awful) (?:week|month|day|time|year|few weeks|few days|night|season|shift) (?:for (?:all of )?(?:us|the (?:team|staff|lads"
        r"|girls|branch|office|shop|kitchen))|at (?:the|our) (?:branch|office|shop|depot)|here|in the (?:office|shop|kitchen"
        r"|trade))\b|\b(?:screens?|dye lots|skins?|tastes|batches|fabrics|woods?|stones?|ovens|phones|monitors) (?:differ|vary)\b"
        r"|\bthere you (?:have it|go)(?= ?[.!,]|\s*$)|\bmagic up\b|\b(?:can't|cannot|couldn't) (?:just )?(?:conjure|magic|pull|pluck"
        r"|summon|produce)\b[^.!?;\n]{0,30}"
    ),
    (
        r"\b(?:I|he|she|they|we|(?:our|my|the) \w+) had (?:my|his|her|their|our|a|an|two|three) (?:\w+ )?(?:exams?|wedding|funeral"
        r"|operation|baby|deadline|deadlines|interview|course|conference|bereavement|emergency|family \w+|sick \w+|puncture|breakdown"
        r"|migraine|accident|flood|fire|burglary|burst pipe|inspection|audit)\b|\b(?:came|coming|come|was|were) from (?:a|an|another"
        r"|the) (?:burst|emergency|breakdown|accident|job|previous|earlier|wedding|call-?out|late)\b[^.!?;\n]{0,30}"
        r"|\bthough in fairness\b|\bhow the (?:roads|trains|weather|traffic|phones|schools|borders|ports|flights|ferries) (?:were|was"
        r"|are|is|have been)\b|\b(?:previous|last|former|old) (?:owners?|management|landlord|tenants?|manager|team) (?:\w+ )?(?:left"
        r"|ran|let|never|kept|sold)\b[^.!?;\n]{0,40}"
    ),
    (
        r"\b(?:so|hence|and so|which means|meaning|that's why|that is why|which is why|and that is why|so that) (?:the |our |your "
        r"|things |everything |repairs |deliveries |orders |replies |calls |riders |appointments |it |we )?(?:\w+ )?(?:are|is|was"
        r"|were|have been|has been|take|takes|took) (?:\w+ )?(?:few|slower|slow|longer|taking longer|delayed|behind|late|backed up"
        r"|stretched|thin on the ground|running (?:late|behind)|in short supply|held up|limited)\b|\b(?:hadn't|haven't|hasn't"
        r"|had not) (?:yet )?(?:got )?(?:the|any|enough|our) (?:\w+ )?(?:trained|lifeguards?|staff|drivers?|parts|stock|keys|people"
        r"|cover|crew|licen[cs]e|permits?)\b|\b(?:none|few|half|most|not one) of (?:our|the|my) (?:lads|drivers|girls|crews?|staff"
        r"|team|engineers|people|nurses|vans|fitters|riders|suppliers|regulars|guys|cooks|guides)\b"
    ),
    (
        (
            rf"\b(?:see|sees|saw|seeing|handles?|handled|handling|gets?|got|serves?|served|serving|deals? with|dealt with|answers?"
            rf"|answered|cooks?|cooked|delivers?|delivered|process|processes|processed|ships?|shipped|feeds?|fed|cover|covers"
            rf"|covered|look after|looks after|looked after|juggl\w+|sorts?|read|had|have|has|having|did|does|doing|receive"
            rf"|receives|received|groomed?|carry|carries|carried|turned round|run) (?:about |around |over |some |nearly |up to "
            rf"|well over |more than |at least |easily |close to |an average of |the guts of )?{_NUMBER} (?:of )?(?:other "
            rf"|different |new |more )?{_CROWD}(?: (?:a|per|each|every|this|that|on|to|in|between|with|at|before|by)\b"
            rf"|, )[^.!?;\n]{{0,40}}"
        ),
        (
            "people|pati*|calls|cust*|callers|emails|mails|orders|parcels|covers|guests|mess*|jobs|drops|stops|chil*|pupils"
            "|claims|cases|tickets|flights|pass*|deli*|book*|dogs|cats|anim*|cars|repairs|tables|fami*|tena*|resi*|appl*|requ*"
            "|enqu*|queries|returns|wedd*|visits|stud*|pets|meals|boilers|homes|houses"
        ),
    ),
    (
        rf"\b{_NUMBER} {_CROWD} (?:a (?:day|week|night|shift|morning)|per \w+|between us|each)\b",
        (
            "people|pati*|calls|cust*|callers|emails|mails|orders|parcels|covers|guests|mess*|jobs|drops|stops|chil*|pupils"
            "|claims|cases|tickets|flights|pass*|deli*|book*|dogs|cats|anim*|cars|repairs|tables|fami*|tena*|resi*|appl*|requ*"
            "|enqu*|queries|returns|wedd*|visits|stud*|pets|meals|boilers|homes|houses"
        ),
    ),
    (
        (
            r"\b(?:nepa|phcn|eskom|load-?shedding|power cut|brownout|generator|gen|transformer|inverter|light|network|wi-?fi"
            r"|internet) (?:don |has |have |had |was |were |just |then )*(?:took|take|taken|brought|went|gone|go off|off|out|down"
            r"|spoil|spoilt|fail\w*|tripped|cut|no dey|died|gave)\b(?= (?:light|for|all|from|since|that|on|and|so|again"
            r"|in (?!your)|the|our)|[,.])(?! for a couple)"
        ),
        "nepa|phcn|eskom|load|loadshedding|power|brownout|generator|gen|transformer|inverter|light|network|wi|wifi|internet",
    ),
)
