"""The words that set others' bad luck, or a worse thing that did not happen, beside what did happen to them."""

from __future__ import annotations

import re

from amends.drafts.cue import late
from amends.drafts.turns import Turn, Turns

_GAP = r"[^.!?;\n]"
_PEOPLE = (
    r"(?:customers?|passengers?|guests?|people|folks?|travell?ers?|patients?|tenants?|famil(?:y|ies)"
    r"|households?|members?|users?|clients?|shoppers?|callers?|neighbours?|owners?|students?|parents?"
    r"|residents?|diners?|visitors?"
    r"|bookings?|orders?|homes?|houses?|flats?|towns?|villages?|streets?|estates?|companies|firms?"
    r"|businesses|shops?|banks?|branches|brides?|couples?|lad(?:y|ies)|gentlem[ae]n|wom[ae]n|m[ae]n|lads?"
    r"|chaps?|group|party|coach|crew|staff|drivers?|subscribers?|commuters?)"
)
_WHOSE = r"(?:our |my |the |your |of our |of the |of my |of your |other |poor |\w+ ){0,2}"
#: Who else: "others", "another client", "a lady last month", "next door", "the couple at the next table", "everybody".
_OTHERS = (
    rf"(?:(?:an)?other {_PEOPLE}|others|(?:some|many|many many|most|plenty of|lots of|loads of|thousands"
    rf" of|hundreds of|dozens of|several|half(?: of)?|countless|a lot of|a (?:few|number) of|two hundred"
    rf"|even|all|\d+) {_WHOSE}(?:{_PEOPLE}|others)"
    rf"|(?:some|most|many|several|plenty)(?= (?:had|have|were|was|are|would|did|never|lost|got|waited|went"
    rf"|don't|didn't))|our (?:\w+ )?{_PEOPLE}|the (?:\w+ )?{_PEOPLE} (?:in|at|on|from|who|below|above"
    rf"|before|next|up|down|over|across|behind|downstairs|upstairs)(?: \w+){{0,3}}?|an? (?:\w+"
    rf" )?{_PEOPLE}(?: \w+){{0,2}}?|next door|your neighbours?(?: (?:at|in|on) (?:\w+ )?\w+)?|(?:everybody"
    rf"|everyone)(?: else)?(?:'s \w+)?"
    r"|(?:nobody|no one) else(?: who| in| on| at)?(?: \w+){0,4}?|half the (?:estate|street|town|country"
    r"|city|village|building)|the whole (?:street|town|building|estate|country|city|village)|the (?:rest"
    r"|others|family|couple|group|people|folks|lot|lads)(?: of)?(?: \w+){0,4}?)"
)
_WORSE = (
    r"(?:(?:had|have|has|having|got|getting|were given|was given|were left with|left with|been given)"
    r" (?:no|nothing|none|not)\b|(?:had|have|has)(?: all| also)? (?:it )?(?:far |much |a lot |so much "
    r"|way )?(?:worse|rougher|harder|tougher|less)|(?:had|have|has|having) to (?:wait|sleep|sit|stand|go"
    r"|pay|walk|cancel|leave|share|queue|spend|make do)"
    r"|(?:was|were|weren't|wasn't|are|been|is|got|'re)(?: \w+){0,2} (?:charged|waiting|stuck|stranded"
    r"|suffering|worse|left|without|cancelled|flooded|turned away|given (?:no|nothing)|not (?:given|so"
    r"|as)|out of (?:power|water)|far worse|off, not|down too)"
    r"|(?:are|is|still) (?:still )?(?:waiting|stuck|stranded|suffering|without)|(?:lost|lose|losing"
    r"|suffered?|suffering|waited|waiting|queued|endured?|slept|never (?:got|sailed|arrived|saw|left"
    r"|received|flew|made|had|heard)|missed|paid (?:more|double|twice)|spent|go without|went without"
    r"|face[sd]?|put up with|got (?:nothing|less)|gets? (?:nothing|less))\b"
    r"|(?:would|'d|will) (?:have )?(?:love|swap|kill|give (?:anything|their|a lot)|be (?:glad|happy"
    r"|grateful|delighted|thrilled)|trade|envy|jump)\w*|(?:do not|don't|did not|didn't|cannot|can't"
    r"|couldn't|won't) (?:complain|make|mind|get|even|have|moan)|manag(?:e|ed)(?: \w+){0,2} (?:fine"
    r"|without|ok|okay|well|perfectly)"
    r"|(?:was|were|are|is|been) (?:perfectly |quite |all |very )?(?:grand|fine|happy|gracious|patient"
    r"|understanding|good) (?:about|with)|(?:has |have )?(?:complained|objected|made a fuss|said a word"
    r"|been (?:here|there|waiting|at it|stuck|without)(?: since| for| all)?)\b|under water|with real"
    r" problems|came (?:back|home) to|in the same boat|of the same|(?:took|taken|takes|take) (?:\w+"
    r" )?(?:longer|weeks?|months?|years?|days)|no (?:power|water|meal|room|bed|heat|food|refund)\b|not"
    r" all as|far more|much more|more than you)"
)

OTHERS = Turns(
    Turn(
        rf"\b{_OTHERS}(?: [\w']+){{0,4}}? {_WORSE}{_GAP}{{0,40}}",
        "other others another some many most plenty lots loads thousands hundreds dozens several half"
        " countless number next neighbour neighbours everybody everyone nobody whole"
        " rest couple group people folks customers guests passengers tenants client customer guest lady"
        " gentleman woman man family families lads hundred crew staff",
        "no nothing none worse rougher harder tougher less wait sleep sit stand go pay walk cancel leave"
        " share queue spend make charged waiting stuck stranded suffering left without cancelled flooded"
        " turned given off down"
        " lost lose losing suffered suffer waited queued endured endure slept never missed paid spent went"
        " face faced faces put got get gets love swap kill give glad happy grateful delighted thrilled trade"
        " envy jump complain mind moan manage managed"
        " grand fine gracious patient understanding good problems back home boat same longer week weeks"
        " month months year years days all more power out complained objected made said here there been under",
    ),
    Turn(
        rf"\b(?:we|I)(?:'ve| have|'d)?(?: also| just| even)? (?:had|have|seen|know|got|known|heard of) (?:of"
        rf" )?(?:an? |some |many |plenty of |several |other |\d+ |two |three )?(?:\w+ )?{_PEOPLE}(?:"
        rf" \w+){{0,3}}? (?:waiting|who|lose|lost|that|wait|with (?:no|far|much|worse)|stuck|queu\w+"
        rf"|without)\b{_GAP}{{0,40}}",
        "waiting who lose lost wait far stuck queuing queueing without",
    ),
    Turn(
        r"\b(?:we|I)(?:'ve| have) seen (?:far |much |a lot |many )?(?:worse|uglier|bigger|nastier|deeper"
        r"|longer)\b",
        "seen",
    ),
    Turn(
        rf"\bmy own \w+(?: \w+)? (?:took|was|had|got|broke|has been|is|arrived)(?! (?:\d|as|here|who"
        rf"|lives))\b{_GAP}{{0,40}}",
        "own",
    ),
    Turn(
        rf"\bthere are (?:people|those|families|folks|others|some|many|plenty)\b(?: \w+){{0,3}}? (?:with|who"
        rf"|without|worse)\b{_GAP}{{0,40}}",
        "there",
    ),
    Turn(
        rf"\b(?:think (?:of|about|how)|spare a thought for|(?<!can )(?<!could )(?<!only )imagine (?:how|being|what)|feel"
        rf" for|pray for|put yourself in the shoes of) (?:all )?(?:the|those|that|our|my|other|others|people"
        rf"|poor|someone)\b(?: \w+){{0,4}}? (?:who|whose|with|in|on|up|down|felt|must|without|at"
        rf"|that)\b{_GAP}{{0,40}}",
        "think spare imagine consider pity pray shoes",
    ),
    Turn(
        rf"\b(?:in comparison|by comparison|compared|next to|beside|as against|measured against|set against"
        rf"|relative) (?:with |to )?(?:what|the rest|others?|many|most|some|our other|the other|everyone"
        rf"|everybody|those|people|the \w+ (?:who|on|in|at|next|before|family))\b{_GAP}{{0,40}}|\bby (?:the"
        rf" )?(?:standards?|measure) of\b{_GAP}{{0,40}}",
        "compared comparison standard standards measure against beside next relative",
    ),
    Turn(
        r"\bthe (?:average|usual|typical|normal|longest) (?:wait|delay|time)[^.!?\n]{0,50}\b(?:you(?:'ve|rs"
        r"| have| had| got| waited| were))\b",
        "average usual typical normal longest",
    ),
    Turn(
        rf"\bwith (?:any |some |most )?other (?:firms?|companies|airlines?|hotels?|shops?|banks?|suppliers?"
        rf"|providers?|garages?|builders?)\b{_GAP}{{0,20}}? (?:you|it)(?:'d| would)\b{_GAP}{{0,40}}",
        "other",
    ),
    Turn(
        r"\b(?:yours|you|your \w+) (?:was|were|is|are|had|got|have)(?:n't)?(?: \w+){0,2}? (?:one of the"
        r" (?:better|milder|lucky|luckier|easier|least|smaller|shorter|first)|among the (?:lucky|luckier"
        r"|better|first|least)|on the (?:mild|better|lucky|light|short)|the (?:lucky|luckier|lesser|least of)"
        r"|off lightly|the better (?:of|end)|luckier|better off than|a short \w+)",
        "better milder lucky luckier easier least smaller shorter first mild light short lesser lightly",
    ),
    Turn(
        r"\byou(?:'ve| have)? (?:got|get|came|come|been let) off (?:lightly|easy|easily|well)\b|\bthe lucky"
        r" (?:ones|one|few)\b|\bas fortunate as\b",
        "lightly easy easily well lucky fortunate",
    ),
    Turn(
        r"\b(?:not|hardly|by no means|far from|you aren't|you are not|you're not)(?: \w+)? (?:the only (?:one"
        r"|person|customer|guest|passenger|household|bride|family)s?|alone in (?:this|that|having)|yours?"
        r" (?:only|alone)|you only|our own alone)\b"
        r"|, (?:not|and not|it was not|it's not) (?:(?:just|only) (?:yours|you|our own|ours)|(?:yours|you|our"
        r" own|ours) (?:only|alone))(?=[.!])",
        "only alone yours",
    ),
    Turn(
        rf"\bif (?:it's|it is|that's|that is|it helps|it's of)(?: \w+)? (?:any |some |of any"
        rf" )?(?:consolation|comfort|solace|help|relief)\b{_GAP}{{0,50}}",
        "consolation comfort solace help relief",
    ),
    Turn(r"\b(?:same|very same) boat\b|\bworse things happen\b", "boat worse"),
    Turn(
        rf"\bwhich (?:others?|most|many|some|the (?:\w+ )?{_PEOPLE})\b{_GAP}{{0,30}}? (?:did not|didn't"
        rf"|never|don't|do not|could only)\b",
        "which",
    ),
)
#: A worse thing that did not happen: it belittles what did.
WORSE_LUCK = Turns(
    Turn(
        rf"\b(?:be|just be|let's be|let us be|you should be|we should be|you must be|we can be|try to be|you"
        rf" can be) (?:glad|thankful|grateful|relieved) (?:that |for small |at least )?(?:it|they|nobody|no"
        rf" one|this|you're|you were|you are|the|mercies|he|she|there)\b(?! (?:is|has) (?:back"
        rf"|safe)){_GAP}{{0,50}}",
        "glad thankful grateful relieved",
    ),
    Turn(
        rf"\b(?:it's a |what a |which is a |that's a )?(?:good (?:thing|job)|mercy|blessing)(?:,(?! (?-i:[A-Z]))| (?:it|that"
        rf"|you|they|he|she|the|we|nobody|no one|at least|is)\b)(?! you (?:told|rang|wrote|kept|called"
        rf"|spotted)){_GAP}{{0,50}}|\bwhich is a (?:mercy|blessing|good thing|relief)\b|\b(?:thank|count)"
        rf" (?:your|our) (?:lucky )?(?:stars?|blessings?)\b{_GAP}{{0,40}}",
        "thing job mercy blessing relief star stars blessings",
    ),
    Turn(
        r"\b(?:thankfully|luckily|mercifully|fortunately|happily|thank (?:god|goodness|heavens?)|by luck|by"
        r" good fortune),? (?:the|it|nobody|no one|no-one|none|you|your|this|we|they|only|nothing|there)\b(?:"
        r" [\w']+){0,3}?"
        rf" (?:missed|was(?:n't| not| only| just)|were(?:n't| not| only)|is only|was hurt|was (?:injured"
        rf"|harmed)|got hurt|fell ill|held|stopped|did(?:n't| not)|had only|broke|burst|died|came to|lost|only"
        rf"|survived|escaped)\b(?! missed){_GAP}{{0,40}}",
        "thankfully luckily mercifully fortunately happily thank luck fortune",
    ),
    Turn(
        rf"\b(?:on the bright side|look at it this way|look on the bright side|on the plus side|every cloud"
        rf"|silver lining|at any rate|if nothing else|at the very least)\b,?:? (?:nobody|no one|no-one|none"
        rf"|your?|it|the|this|we|they|he|she|there)\b(?! (?:refund|can|will|money|should|were owed|deserved?|are"
        rf" owed|ought)){_GAP}{{0,60}}",
        "side way cloud lining rate else least",
    ),
    Turn(
        r"\b(?:it|this|that|things)(?: \w+)? (?:could|might)(?: \w+){0,2} (?:have been|have happened|have"
        r" gone|have turned out|have hit|have ended) (?:both|all|the|your|someone|somebody|twice|four|two"
        r"|three|during|your \w+)\b[^.!?;\n]{0,50}",
        "could might may",
    ),
    Turn(
        r"\bimagine (?:if|that) (?:it|this|that|they|we|he|she|the|you|there)(?:'d| had| were|"
        r" was)?\b[^.!?;\n]{0,60}",
        "imagine",
    ),
    Turn(
        r"\b(?:rather than|instead of|and not|not) (?:on the (?:motorway|road|day|night|plane)|the"
        r" (?:nursery|exam|whole|real|big|entire)|just the|lost(?=[.!,]))[^.!?;\n]{0,30}",
        "rather instead not",
    ),
    Turn(
        r"\b(?:no one|nobody|no-one|none of (?:you|us|them))(?: \w+)? (?:ended up in|was (?:hurt|injured"
        r"|harmed|killed|taken ill)|got (?:hurt|injured|ill)|fell ill|died|came to harm|lost (?:an|a|any)|had"
        r" to go to)\b[^.!?;\n]{0,20}?(?:,? so\b|,? which|, and|, let's)[^.!?;\n]{0,40}",
        "no nobody none",
    ),
)
#: The others are named to do something about them too, or because they were asked about; or they had it better.
NAMED_FOR_CAUSE = late(
    r"\b(?:so that (?:no|other)|may have|might have|whether|(?:know|see|realise|sorry)(?: that)? your (?:family|children"
    r"|staff|customers|guests"
    r"|parents|tenants|residents|crew|group|party|patients|members)|so (?:I|we)(?:'ve| have|'m| am|'re)|(?:told|tells"
    r"|tell) (?:us|me)"
    r"|reported|you asked|asked (?:if|whether)|no better|no (?:excuse|comfort)|(?:you|yours) (?:weren't"
    r"|were not|wasn't|was not|didn't|did not|is the (?:last|first|one))|whatever (?:the )?others|same"
    r" refund|all of you|recall\w*|on time|before you|"
    r"than anyone|worst|prefer|choose|I won't compare|happened to you|does(?:n't| not) (?:make|help"
    r"|matter|change)|isn't the point|beside the point|need (?:the|a)\b|(?:I|we) (?:should|ought)|who"
    r" (?:has|have) said)",
    re.IGNORECASE,
)
