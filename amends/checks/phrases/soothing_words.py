"""What may hurt, the words that make any harm small, and the law made small."""

from __future__ import annotations

import re

from amends.drafts.cue import late
from amends.drafts.turns import Turns

#: Who guards the law, and what one would bring before them.
GUARD = (
    r"(?:solicitors?|lawyers?|attorneys?|courts?|tribunal|legal (?:action|route|steps|people|advice)|regulators?"
    r"|ombudsman|authorit(?:y|ies)|police|trading standards|health and safety|(?:health|food|fire|housing"
    r"|environmental) (?:inspector|inspectorate|officers?|brigade|service|department|safety people)|inspectors?"
    r"|fire brigade|environmental health"
    r"|the council|data protection|commissioner|consumer (?:law|rights|court|forum|council|protection)|the law\b"
    r"|(?:that|the) rule|union|insurers?|insurance|small claims|subject[- ]access(?: request)?|discrimination"
    r"|equality|statutory rights|the watchdog|watchdog|labour (?:office|court))"
)
#: What may hurt: what it does to a body, the thing itself, where one falls, what was eaten.
_PERIL_WORDS = (
    r"\b(?:sparks?|sparking|shocks?|zap(?:s|ped)?|burn\w*|scald\w*|smok(?:e|ed|ing|y)|fumes?|flames?|fire\b|gas\b"
    r"|monoxide|mou?ld\w*|rash\w*|hives|blister\w*|swell\w*|swollen|bulg\w+|itch\w*|tingl\w+|numb\w*|redness"
    r"|red(?: skin| patch|ness)|sore\w*|sting\w*"
    r"|reaction|allerg\w+|nuts?\b|peanuts?|gluten|dairy|sesame|shellfish|(?<!magnifying )(?<!microscope )glass\b|shards?"
    r"|splinters?|metal\b|chok\w+"
    r"|swallow\w*|poison\w*|vomit\w*|sick(?:ness)?|nausea|dizz\w+|faint\w*|chest|breath\w*|bleed\w*|blood|bruis\w+"
    r"|injur\w+|wounds?|cut\b|cuts\b|hurt\b|fever|temperature|infect\w+"
    r"|headaches?|migraines?|stomach|tumm(?:y|ies)|bell(?:y|ies)|cramps?|diarrh\w+|palpitations?|tremors?|limp\w*"
    r"|sprain\w*|fractur\w+|concuss\w+|bump(?:ed|s)? (?:on|to)|knock(?:ed)? (?:on|to) the head|pain\w*|ach(?:e|es"
    r"|ing)|side[- ]effects?|stitch\w*|jab|injection|vaccine|doses?\b|dosage|tablets?|pills?|capsules?|medicines?"
    r"|medication|prescription|overdos\w+"
    r"|brak(?:e|es|ing)|steering|tyres?|tires|seat ?belts?|airbags?|harness|helmet|strap|warning (?:light|lamp)"
    r"|recall\w*|crack\w*|wobbl\w+|loose|rail(?:ing)?s?\b|banister|handrail|balcony|steps?\b|stairs?|gap\b"
    r"|climbing frame|swing|slide|trampoline|cot\b|crib|pram|pushchair|high ?chair|car seat|ladder|scaffold\w*"
    r"|ceiling|plaster|roof|lift\b|escalator"
    r"|wir(?:e|es|ing)|cables?|socket|plug|fuse|batter(?:y|ies)|charger|overheat\w*|(?:too |very |so |gets? |runs? "
    r"|got )hot|alarms?|extinguishers?|sprinklers?|fire (?:door|exit)|chlorine|bleach|solvent|chemicals?|asbestos"
    r"|lead\b|legionella|salmonella|coli\b|listeria|contaminat\w+|spoil(?:ed|t)|gone off|off milk|out of date"
    r"|past its (?:date|best)|expired|raw\b|undercooked|pink\b|oysters|mussels"
    r"|mouse|mice|rats?\b|droppings|cockroach\w*|roach\w*|bed ?bugs?|fleas?|maggots?|insects?|beetles?|slugs?"
    r"|worms?\b|hair in|brown water|tap water|cloudy|smell\w*|odou?r|leak\w*|drips?|sewage|flood\w*|ice\b|icy"
    r"|slipp\w+|tripp\w*|fell\b|fall\b|falls\b|dog bite|bit(?:e|ten)\b|scratch(?:ed)? (?:her|his|your)"
    r"|noise from the engine|engine light|turbulence|drowsy|drunk driver|x-?ray|radiation|needle|blade|knife)\b"
)
PERIL = late(_PERIL_WORDS, re.IGNORECASE)
#: Harm, or those who guard against it: money for silence about these is more than a bargain.
OF_HARM = late(rf"{_PERIL_WORDS}|\b{GUARD}\b|\b(?:incident|accident)\b", re.IGNORECASE)
#: Words that make any harm small.
SOOTHED = Turns(
    (
        r"\b(?:just|only|simply|please) (?:keep an eye on|watch|mind|avoid|steer clear of|go easy on|be careful with"
        r"|step over|work round|work around|rinse|wash|wipe|cover|tape|jiggle|wiggle|tap|shake)\b"
    ),
    (
        r"\bgive (?:the|it|that) (?:\w+ )?(?:a )?(?:wiggle|jiggle|tap|shake|knock|rinse|wipe|bang|rest|clean|scrub|airing"
        r"|kick)\b|\bsee how (?:it|you(?! are)|things|she|he|they) (?:goes?|feels?|gets? on|looks?|are|is)\b"
    ),
    (
        r"\b(?:(?:pass|work(?: its way)?) (?:straight |right )?(?:through|out)|come out|go (?:straight"
        r"|right) through)(?: (?:the|your|her|his|in|of|at) \w+)?(?= |[.,;!])(?=[^.!?\n]{0,30}(?:body|system|other end"
        r"|natur|in (?:a|the) (?:night|day|wash)))"
    ),
    (
        r"\b(?:rarely|seldom|hardly ever|never|not|isn't|aren't|half|nowhere near|nothing like) (?:\w+ )?(?:as"
        r"|so) (?:serious|bad|dangerous|nasty|severe|sharp|deep|hot|toxic|alarming|grave|dramatic)\b"
    ),
    (
        (
            r"\b(?:residents?|guests?|people|customers?|staff|everyone|we|you|children|kids|locals|patients|drivers|tenants"
            r"|owners)(?:'ll|'re| will| are| is| all| get| soon| quickly){1,3} (?:used to|accustomed to|alright|all right"
            r"|fine|ok|okay|safe) ?(?:it|them|that|near|with|around|by|in)?\b"
        ),
        "used|accu*|alright|right|fine|ok|okay|safe",
        "resi*|guest|guests|peop*|cust*|staff|ever*|we|you|chil*|kids|loca*|pati*|driv*|tena*|owne*",
    ),
    r"\b(?:low|mild|weak|gentle|tiny|minor) (?:voltage|current|dose|concentration|level|strength|pressure)s?\b",
    (
        r"\b(?:sparks?|shocks?|smoke|cracks?|noises?|smells?|leaks?|reactions?|rashes|burns?|drops?|knocks?|bumps?|falls?"
        r"|bites?)(?: \w+)? (?:can|do|will|does|tends? to) (?:happen|occur|drop|slip|come|appear)\b"
    ),
    (
        r"\b(?:is|are|was|were|looks|only|just|purely|'s) (?:only |just |purely |merely |really )?(?:cosmetic|surface"
        r"|for show|superficial)\b"
    ),
    (
        r"\b(?:cot|seat|toy|ladder|rope|bed|ride|car|boiler|fire|heater|lift|gate|stairs?|pool|meat|fish|food|medicine"
        r"|batch|product|unit|machine|bike|helmet|harness|tyres?|brakes?|scaffold\w*)(?: \w+)? (?:passed|held|works"
        r"|worked|did its job|survived|has passed)(?: \w+){0,3}? (?:our own|inspection|look-?over|fine|check|glance"
        r"|didn't it|so|just|anyway|somehow)\b"
    ),
    (
        r"\b(?:give|send|offer|like to send|let me send)(?: \w+){1,3} (?:hamper|flowers|bouquet|voucher|gift|card|box of"
        r"|chocolates|treat)(?=[^.!?\n]{0,60}(?:draw a line|move on|put (?:it|this)|behind us|close|settled|done with"
        r"|forget))"
    ),
    (
        r"\b(?:nothing|not something|not anything|no (?:need|reason|cause|call)|hardly|wouldn't|would not|needn't"
        r"|need not|shouldn't"
        r"|no point|not worth|don't|do not|nobody needs|little)(?: \w+){0,3}? (?:to )?(?:lose(?: any)? sleep|write home"
        r"|fret\w*"
        r"|panic\w*|make (?:a )?fuss|sweat|get (?:excited|worked up|alarmed|het up|anxious)|worry|be (?:worried|alarmed"
        r"|concerned"
        r"|scared|afraid)|bother\w*|flap|stress|dwell|be alarm\w+)\b"
    ),
    (
        r"\b(?:no|not a|hardly a|little|not much of a) (?:great |big |real |major |huge |need for |cause for "
        r"|reason for )?(?:drama"
        r"|deal|fuss|panic|alarm|emergency|catastrophe|tragedy|crisis|disaster|biggie|hazard|danger|threat|risk)\b"
    ),
    (
        r"\b(?:par for the course|part and parcel|nature of the (?:beast|thing|product|job)|(?:is|are|'s|was|were|be"
        r"|being|quite"
        r"|perfectly|entirely|completely|totally|pretty|fairly|only|all|very|so) (?:normal|usual|typical|standard"
        r"|ordinary|natural"
        r"|common|to be expected|nerves|harmless|cosmetic|superficial|mild|trivial|negligible|minimal|tiny"
        r"|minute))\b(?! (?:for (?:us"
        r"|me)|practice|hours|delivery|price|size|service|rate|class))"
    ),
    (
        r"\b(?:usually|normally|often|generally|mostly|probably|likely|simply|only|just|merely) (?:nerves|stress"
        r"|tiredness|wind|dust"
        r"|condensation|steam|teething|settling|cosmetic|superficial|the (?:weather|heat|cold|ink|dye|spices?|detergent"
        r"|new car"
        r"|filter|pipes)|a (?:bit|touch|trace|little|small|tiny|few))\b"
    ),
    r"\b(?:go|goes) off for (?:all|no|any|lots|many)",
    (
        r"\b(?:happens?|comes up|seen it|see (?:it|this|that)|get (?:it|this|that)) (?:all the time|a lot|every (?:day"
        r"|week|year"
        r"|season|summer|winter)|to (?:everyone|everybody|lots|most|the best))"
    ),
    (
        r"\b(?:most|many|other|plenty of|lots of|thousands of|hundreds of|all our|our other|we all|everyone|everybody"
        r"|people"
        r"|half)(?: of)?(?: our| the| us)?(?: \w+){0,2} (?:manage|cope|get|eat|ate|drink|drank|swim|use|used|wear|wore"
        r"|ride|rode"
        r"|drive|drove|have|had|live|lived|grew up|survive|take|took|breathe|walk|sleep|like"
        r"|love)\w*(?: [\w'-]+){0,4}? (?:fine"
        r"|without|with (?:it|them|no)|quite happily|happily|daily|every day|for years|and (?:are|were|nobody|no one"
        r"|live)|that way"
        r"|all their lives?|no bother|well enough|to tell)\b"
    ),
    (
        (
            r"\b(?:nobody|no one|not one|none)(?: \w+){0,3} (?:has |have |had |was |were |is |'s )?(?:ever )?(?:complained"
            r"|died"
            r"|been (?:ill|hurt|harmed|injured|sick|poisoned)|noticed|minded|come to (?:any )?harm|got (?:ill|sick|hurt)"
            r"|fallen|had (?:a"
            r"|any) (?:problem|trouble|bother))"
        ),
        "nobody|one|none",
    ),
    r"\bbeen (?:like that|that way|there|so|doing that) for (?:years|ages|months|decades|as long)",
    r"\b(?:kids|children|guests|customers|residents|people|they)(?: \w+)? (?:love|like|enjoy|don't mind|prefer) (?:it|that|them)",
    (
        r"\b(?:won't|wouldn't|will not|would not|can't|cannot|couldn't|doesn't|didn't|never|unlikely to|hardly|barely"
        r"|scarcely)(?: \w+)? (?:hurt|harm|kill|injure|poison|matter|bite|do (?:you |her |him |them |anyone "
        r"|anybody )?(?:any|much|no"
        r"|the least) (?:harm|damage)|notice|feel|affect|bother|upset)\b(?! (?:to|how|that we))"
    ),
    r"\bwouldn't hurt a fly",
    r"\bdid (?:her|him|you|them|anyone|me) no harm",
    r"\bhardly (?:one that matters|worth|a|any|touched|counts|dangerous|poison\w*|life)",
    r"\b(?:safe|clean|solid|sound|steady|strong|fresh) enough",
    r"\bso (?:tiny|small|little|faint|slight|minor|low)",
    (
        r"\b(?:too|such a) (?:small|tiny|little|faint|low|slight|weak|minor)(?: \w+){0,2}? ?(?:to (?:matter|hurt|harm"
        r"|count|worry"
        r"|bother|do)|amount|dose|trace|quantity|bit)"
    ),
    (
        (
            r"\b(?:pass(?:es)?|wears?|wear|go(?:es)?|clears?|fades?|settles?|heals?|disappears?|sorts? itself|calms?|eases?"
            r"|dries|dry"
            r"|airs?|vanish\w*)(?: up| off| away| down| out)? (?:on (?:its|their) own|by (?:itself|themselves)|in (?:a|no|an"
            r"|the) (?:\w+ )?(?:day|days|hours?|week|weeks|time|morning|wash|moment)|with (?:time|use|a (?:good|little|bit)"
            r"|some)"
            r"|over ?night|before you know|soon enough|after a (?:few|couple|while|day|week))"
        ),
        "own|itself|themselves|day|days|hour|hours|week|weeks|time|morning|wash|moment|use|night|overnight|know|soon|while",
    ),
    r"\b(?:be|feel|is|are) right as rain",
    r"\b(?:good as new|none the worse|back to normal) (?:in|by|before|after|soon)",
    (
        r"\b(?:please |just |simply |then |and |so |can |could |may |to |you'd be fine to )(?:carry on|continue"
        r"|keep (?:on )?(?:us"
        r"|eat|tak|driv|wear|apply|drink|play|ride|swim|cook|go)\w*|complete the|finish (?:the|your|off)|ignore (?:it|the"
        r"|that)"
        r"|let it (?:run|settle|be|cool|air)|run it|wipe it|wash it off|rinse it|tape (?:it|over)|cut (?:it|round|off)"
        r"|cover it"
        r"|open a window|take (?:the|its) batter\w+ out|take a (?:painkiller|paracetamol|tablet)|pick (?:it|them"
        r"|the \w+) out"
        r"|eat round|turn (?:it|the alarm) off and|silence the|reset the|drive (?:it|on|home|as|gently|slowly)|pop a"
        r"|put a (?:plaster"
        r"|towel|bucket|rug|mat|cushion|book))\b"
    ),
    r"\b(?:it|which|that|the \w+) (?:stays?|remains?|will stay) (?:open|in use|on sale|on the menu|in service|on the road)",
    (
        (
            r"\b(?:bit|little|rather|touch|over|over-|too|so|being|very|tad) ?(?:over)?(?:-?cautious|-?careful|dramatic"
            r"|sensitive|nervous"
            r"|squeamish|fussy|worried|-?anxious|-?reacting)\b"
        ),
        (
            "cautious|overcautious|careful|dramatic|overdramatic|sensitive|oversensitive|nervous|squeamish|fussy|worried"
            "|anxious|overanxious|reacting|overreacting|over"
        ),
    ),
    r"\b(?:probably|perhaps|maybe|could be|must be|might be|likely)(?: \w+){0,2} your imagination",
    r"\b(?:scaremonger|hysteri)\w+",
    (
        (
            r"\b(?:have|enjoy|accept|take|here(?:'s| is| are)|sending|send|with|pop in for)(?: you)? (?:a|an|some|your|the"
            r"|this|two"
            r"|three)?(?: ?\w+){0,3}? ?(?:on (?:us|me|the house)|to cheer you up|to make up(?: for (?:it|that|the))?"
            r"|for your trouble"
            r"|by way of (?:apology|sorry))"
        ),
        "us|me|house|cheer|trouble|apology|sorry|make",
    ),
    r"\bcall it (?:quits|even|square|a day)",
    r"\b(?:and|so) we(?:'re| are) (?:quits|even|square)",
    r"\bsay no more about it",
    r"\bdraw a line under",
)
#: The law made small: a breach that hardly counts, a guard who is slow, dear or not worth it, a right that is only a word.
LAW_SMALL = Turns(
    (
        rf"\b{GUARD}(?: [\w'-]+){{0,3}}? (?:only|just|mostly|really)(?: \w+)? (?:deals?|looks?|cares?|bothers?|handles?"
        r"|hears?|takes?|covers?|act)(?: [\w'-]+){0,3}? (?:big|bigger|large|serious|real|proper|major|employers"
        r"|criminals|corporations)"
    ),
    r"\b(?:be |only |just )(?:wasting|waste) (?:your|everyone's|everybody's|their) (?:own )?(?:time|money|breath|effort)\b",
    rf"\b(?:saves?|spares?|keeps?|avoids?) (?:us|you|everyone|the|any)(?: both| all)?(?: from)?(?: \w+){{0,3}}? {GUARD}\b",
    (
        r"\b(?:no|isn't a|is no|not a|there's no) (?:law|rule|regulation|legal (?:duty|requirement|obligation)"
        r"|statute)(?: \w+)? (?:that )?(?:says|saying|says that|against|to say|making|requiring|forcing|which|forbids"
        r"|obliges)"
    ),
    (
        r"\b(?:legal side|law|regulations?|scheme|rules?|council|inspectors?|authorit(?:y|ies)|expiry date|use-by date"
        r"|best[- ]before|speed limit|weight limit|dosage|limit|certificate|licence)(?: \w+){0,4} (?:is|are|isn't|aren't"
        r"|is only|are only|was)(?: (?:only|just|really|merely|mostly|more))? (?:a |an )?(?:guidelines?|guide|advisory"
        r"|suggestion|rough guide|formality|strict|that strict|so strict|fussy|fussed|bothered|optional)"
    ),
    (
        r"\b(?:usual|normal|common|standard|custom)(?: \w+){0,4} (?:to (?:work|operate|trade|run|drive|fit|do it) without"
        r"|not to (?:have|carry|hold|file|report))|\bnobody (?:ever )?(?:checks|enforces|reports|bothers)\b"
    ),
    (
        r"\b(?:legally|technically|strictly(?: speaking)?|in (?:strict )?law|on paper|by the (?:book|letter)"
        r"|under the (?:act"
        r"|regulations|law))(?: [\w',-]+){0,14}? (?:but|though|although|hardly|however|nobody|no one|who|in practice"
        r"|in reality|yet"
        r"|really)\b"
    ),
    (
        r"\b(?:breach|offence|infringement|irregularity|non-compliance|violation|slip|lapse)(?: [\w'-]+){0,4}? (?:hardly"
        r"|barely|minor"
        r"|technical|small|trivial|only|matters|on paper|nobody|victimless|purely)"
    ),
    (
        r"\b(?:minor|technical|small|trivial|mere|tiny|harmless|little|paper) (?:\w+ )?(?:breach|offence|infringement"
        r"|irregularity"
        r"|non-compliance|violation)"
    ),
    (
        r"\b(?:law|act|regulations?|rules?|rights?|limits?|code)(?: \w+){0,3} (?:is|are|was|were) (?:only |just |really "
        r"|more "
        r"|mostly |merely )?(?:guid\w+|a guide|meant for (?:big|other|bigger|factories)|for (?:big|bigger|other) \w+"
        r"|red tape"
        r"|over the top|out of date|a formality|there to be|never enforced|rarely enforced)"
    ),
    (
        r"\b(?:who (?:wants|needs)|nobody (?:wants|needs)|we don't want|no one (?:wants|needs)|neither of us (?:wants"
        r"|needs)"
        r"|save (?:us|you|yourself)(?: both)?|spare (?:us|you|yourself)(?: both)?"
        r"|without (?:all )?)(?: \w+){0,4}? (?:paperwork"
        rf"|{GUARD})\b"
    ),
    (
        r"\b(?:hardly|scarcely|barely|not exactly|not really|a bit much|bit strong|over the top|overkill|heavy-handed"
        r"|premature"
        r"|extreme|drastic|silly|no place for|not a (?:matter|case|job) for|nothing for|waste (?:of|your|the)|wasting"
        r"|tie up"
        rf"|bothering|trouble|troubling)(?: [\w'-]+){{0,6}}? {GUARD}\b"
    ),
    (
        rf"\b{GUARD}(?: [\w'-]+){{0,4}}? (?:take (?:years|months|ages|forever)|takes (?:years|months|ages|forever)|drag"
        r"|laugh\w*"
        r"|have better things|has better things|too busy|bigger fish|toothless|side with|sides with|cost you|costs? more"
        r"|cost more than|only get rich|get rich|get(?:s)? nowhere|tell you the same|throw it out|get you nowhere"
        r"|over the top"
        r"|overkill|hardly|slow)"
    ),
    (
        r"\b(?:let's|let us|I'd|we'd|better|best|prefer)(?: \w+){0,4}? (?:not|without|leave"
        rf"|keep)(?: [\w'-]+){{0,4}}? {GUARD}(?: out)?\b"
    ),
    rf"\b(?:before|rather than|instead of) (?:you )?(?:run|rush|go|dash|phon|ring|call|writ|complain)\w*(?: \w+){{0,3}}? {GUARD}\b",
)
