"""More of how one comforts without an act: all is in hand, you are heard, we care, count on us, it is all we think of."""

from __future__ import annotations

from amends.drafts.turns import Turns

_HOW = (
    r"(?: \w+ly| all| very| so| truly| always| still| just| now| right| here| absolutely| a hundred per ?cent| 100%"
    r"| one hundred percent){0,2}"
)
_THEM = (
    r"(?:you|your \w+|our (?:\w+ )?(?:customers?|guests?|patients?|clients?|members?|residents?|passengers?|tenants?|pupils?"
    r"|students?|families"
    r"|readers|users|diners|owners|travell?ers|parents|callers|community|people|neighbours|learners|riders|shoppers|subscribers"
    r"|visitors)"
    r"|(?:every|each)(?: and every| single)?(?: one of our)? (?:\w+ )?(?:customers?|guests?|patients?|clients?|members?"
    r"|residents?|passengers?|tenants?|pupils?"
    r"|child|students?|family|families|readers?|users?|diners?|owners?|travell?ers?|parents?|callers?|complaint|case|person|order"
    r"|one|bride|couple|pet|animal|parcel"
    r"|letter|message|voice|query|call|issue|concern|detail|stay|visit|meal|booking|traveller|job|home))"
)
_VIRTUE = (
    r"(?:excellence|quality|safety|comfort|satisfaction|happiness|trust|wellbeing|well-being|welfare|security|privacy|dignity"
    r"|care|service|hygiene"
    r"|cleanliness|honesty|punctuality|fairness|transparency|hospitality|convenience|peace of mind|the (?:\w+ )?(?:safety|comfort"
    r"|happiness|satisfaction"
    r"|wellbeing|welfare|trust|care|dignity|security) of \w+(?: \w+)?)"
)
COMFORTS = Turns(
    r"\b(?:we|I|the team|everyone|all of us|the lads|our people)(?:'re|'m| are| am| is)(?: all| right| already| very much| fully|"
    r" totally| now)* on (?:it|the case|the job|top of (?:it|this|that|things|everything))\b(?=[.!,]|$| (?:and|for you|like|as we"
    r"|already))",
    r"\b(?:we|I)(?:'ve| have)? got (?:you|this|your back)\b(?: covered)?(?=[.!,]|$)",
    r"\b(?<!, )(?:don't|do not|no need to|please don't|never|not to)(?: you)? (?:worry|fret|stress|panic|be alarmed|be anxious"
    r"|you worry)\b(?: about (?:a|any)\s?thing| yourself| yourselves| at all| for (?:one|a) (?:second|moment|minute)| your head)",
    r"\bno (?:stress|wahala|tension|shaking|panic|cause for alarm|need to worry|need for concern|fear)\b(?:,| at all|\.|!| we|:|"
    r" boss| sir| madam)",
    r"\b(?:am|are|'m|'re|be|will be|'ll be)(?: \w+ly| always| all| right| still)? (?:here|there) (?:for you|to (?:help|support"
    r"|assist|serve|listen|make sure|ensure)|for (?:all|each|every|our))\b",
    rf"\b{_THEM}(?: who [\w ]{{3,40}}| in our [\w ]{{3,20}}| of yours)?(?: \w+ly| really| always)? (?:matters?|counts?)(?: to"
    r" (?:us|me|all|everyone|everybody))?\b(?=[.,;!]|$| (?:and|a lot|a great|deeply|very|greatly|more|to))",
    r"\b(?:your|the|these|those|all your) (?:\w+ )?(?:concerns?|voice|words?|complaints?|message|frustrations?|feedback|points?"
    r"|comments?|disappointment|remarks|views|letter|worries|request)s? (?:has|have|is|are|was|were|will be)(?: been| now| all|"
    r" very much| fully| being| well| duly| clearly| really)*"
    r" (?:heard|noted|understood|acknowledged|registered|valued|appreciated|taken to heart|taken on board|listened to|respected"
    r"|recogni[sz]ed|treasured|respected)\b(?!\. (?:Notwithstanding|However|But|Yet|Still|Even so|That said)|,? (?:but|yet)|"
    r" (?:on|by (?!all|us|everyone)|in (?:our|the) (?:file|record|log)|at \d))",
    r"\b(?:we|I)(?:'ve| have| do| really| truly| can| fully| always| most certainly)* (?:hear|heard) (?:you|what you|your"
    r" (?:concerns?|frustration|pain|voice))\b(?! (?:say|both|on the|tell|calling|at|and)\b|,? (?:but|yet|though|however)|, I"
    r" really)(?: loud and clear)?",
    r"\byou(?:'ve| have| are| will be|'re)(?: been| being| always| now| very much)* (?:heard|listened to|in (?:our|my)"
    r" (?:thoughts|minds?|hearts?|prayers)|important|valued|cherished|appreciated|part of (?:our|the) family|not alone|not just a"
    r"|our priority|understood)\b(?! (?:on|in the|from|about|that))",
    r"\b(?:we|I)(?:'re| are| am|'m| do| always| will always)* listen(?:ing)?(?: to (?:you|everyone|every|each|all"
    r"|our))?\b(?=[.,;!]| and| when| because|$)",
    r"\b(?:is|are|remains?|remain|'re|'m|am|stand|stands)(?: \w+ly| all| very| so| absolutely| deeply)? (?:committed|dedicated"
    r"|devoted|pledged) to (?:deliver|provid|ensur|giv|offer|mak|serv|our\b|excell|quality|improv|maintain|put|help|support"
    r"|treat|high|best|every|each|restor|resolv|doing|getting|be\b|being|customer|fair|honest|great|good|see|find|look|keep|your"
    r" (?:satisf|happ|comfort|safety|experience|child|care))\w*",
    r"\b(?:is|are|'re|'m|am|remains?)(?: \w+ly| all| very| entirely)? (?:focused|focussed|concentrat\w+|intent|bent|determined"
    r"|keen|eager|anxious)(?: on| upon| that| to)+ (?:mak|get|put|restor|resolv|find|see|giv|help|deliver|win|earn|sort|fix|look"
    r"|do|bring|turn|rebuild|regain|your|you)\w*\b",
    r"\b(?:like|as if|as though) (?:it|they|you|he|she|yours)(?:'s|'re| was| were| is| are)?(?: all)? (?:our|my|one of (?:our|my"
    r"|us)|part of)(?: very)? (?:own|family|kin)?\b(?=[.,;!]| and|$)",
    r"\b(?:treat|look after|care for|see|regard|handle|guard|protect|consider)\w* (?:every|each|all|our|your|you|them"
    r"|it)\b[^.!?;\n]{0,30} (?:like|as)(?: if)?(?: it| they| you)?(?: was| were)? (?:our|one of our|my|part of the|a member of"
    r" (?:the|our)|family)(?: own| family)?\b",
    r"\b(?:all|the only thing|the one thing|only thing|everything) (?:that )?(?:I|we|any of us|anyone here) (?:care|want|think"
    r"|worry|wish|are thinking|ever want|hope|am thinking|work)(?:ed|s)?(?: about| for)?(?: here| now| just now| right now| at"
    r" the moment)?(?: is| are|[.,;!]|$)",
    r"\b(?:is|are|remains?) (?:all|what|the only thing|everything|the one thing) (?:that )?(?:I|we|any of us|anyone here)(?: all|"
    r" ever| really)? (?:care|think|want|strive|live|aim|work|stand|fight|dream|aspire)\b[^.!?;\n]{0,25}",
    r"\b(?:is|are|remains?|has always been|will always be) (?:our|my) (?:oxygen|lifeblood|everything|bread and butter|world"
    r"|heartbeat|compass|guiding|reason|pride and joy|business|duty|obsession|religion|daily concern|sole|biggest|greatest|north"
    r" star|foundation|hallmark|calling|watchword|guarantee)\b[^.!?;\n]{0,20}",
    r"\byou(?:'ve| have) (?:my|our|the team's) (?:word|promise|assurance|guarantee|commitment|pledge)(?: of honour| on that| on"
    r" this| for it| as a \w+)?(?= (?:that )?(?:we|I|everyone|all)\b)",
    r"\b(?:I|we)(?: can| do)? give you (?:my|our) (?:solemn |personal |absolute )?(?:word|promise|assurance|guarantee|commitment"
    r"|pledge)\b(?=[.!,]|$| (?:that )?(?:we|I|everyone|everything|all|nobody|you|this|it|your)\b)",
    r"\b(?:lies?|sits?|stands?|remains?|belongs?|has always been|have always been|is|are) (?:squarely |right |very much |firmly "
    r"|always )?(?:at|in|close to) (?:the (?:very )?)?(?:heart|core|cent(?:re|er)|forefront|foundation|our hearts?|our DNA|our"
    r" minds?)(?: of (?:everything|all|our|what|how|who|this|the|each))?\b(?= (?:we|of|that|is|at|here)|[.,!]|$)",
    rf"\b(?:{_VIRTUE}|{_THEM}|doing (?:right|the right thing)|getting (?:it|this|things) right|making (?:it|this|things) right"
    rf"|putting (?:it|this|things) right|good service|great service)(?: \w+){{0,3}}? (?:is|are|means?|comes?|matters?)(?: \w+ly|"
    r" always| very much| still)? (?:everything|first|what (?:we|matters|drives|counts)|all that|the reason|why we"
    r"|paramount|sacred|uppermost|foremost|our (?:first|top|only|main|whole|greatest|biggest|number|absolute|sole|passion|mission"
    r"|promise|focus)|the (?:most important|top|first|number one|only|highest|main) (?:thing|priority|concern|goal|aim)"
    r"|non-negotiable|of (?:the )?(?:utmost|paramount|great|greatest|highest))\b",
    r"\b(?:nobody|no one|no-one|none of us)(?: here| in this \w+| on (?:the|this|our) \w+| at [\w ]{3,20})? (?:wants?|cares?"
    r"|feels?|takes?|tries|works?|is|are|likes?|sleeps?|rests?)\b[^.!?;\n]{0,40} (?:more|harder|sorrier|keener|than (?:we|I)"
    r"|until|till)\b",
    r"\b(?:you|please|do)(?: can| may| should| must)?(?: all| always| just)? (?:be|rest|feel|know|trust|believe|be very) ?(?:rest"
    r" )?(?:sure|certain|confident|assured|easy|safe|convinced|reassured|satisfied)?(?: in the knowledge)? (?:that )(?:we|I|our"
    r"|your|every|each|the (?:team|whole)|everyone|everything|all|this|nothing|nobody)\b[^.!?;\n]{0,40}",
    r"\b(?:you can|please|you may|you should) (?:be|feel|rest) (?:quite |very |absolutely |completely )?(?:sure|certain|confident"
    r"|easy|assured|safe)\b",
    r"\b(?:believe me|mark my words|take it from me|cross my heart|on my (?:honour|honor|mother)|hand on heart|upon my word"
    r"|scout's honour|honest to god|I kid you not)\b(?=[,.!:]? (?:we\b|I\b|our|no one|nobody|everyone))",
    r"\b(?:do|doing|did|done|make|making|see|put|putting|set|setting)(?:ing)? (?:right by you|you right|it right by you|right by"
    r" (?:every|our|all)|you proud)\b",
    r"\b(?:we|I)(?: do| really| truly| all| both| sincerely| genuinely| very much|'re| are|'ll| will| want| determined| keen|"
    r" going| dearly)* (?:want(?:ing)?|intend|mean|will|to) (?:to )?(?:make|put|set) (?:this|it|things|that|matters|everything)"
    r" (?:right|good|better)\b(?! (?:by|on|at|today|tomorrow|for (?:the|your) \w+ on)|: )(?=[.,;!]|$| (?:for|and|again|as|with|by"
    r" any))",
    r"\b(?:we|I|our [\w ]{3,20})(?:'re| are|'m| am| is| have been| has been)(?: all| really| truly| currently| still)? (?:working"
    r"|trying|toiling|striving|labouring|busy|beavering away|putting our all|giving it our all|slogging|sweating|battling"
    r"|moving)\b (?:so |very |really |extremely |terribly |incredibly |tirelessly|flat|hard|round|around|day|as (?:fast|hard"
    r"|quickly)"
    r"|closely|diligently|behind the scenes|in overdrive|overtime|like mad|to (?:resolve|fix|put|make|get|find|restore|improve"
    r"|sort|help))\w*[^.!?;\n]{0,30}",
    r"\b(?:highest|top|utmost|absolute|maximum|number one|extreme|great|greatest|particular|special|personal|close|closest)"
    r" (?:priority|urgency|importance|care|attention|seriousness|consideration|respect|regard|concern|interest) (?:to|in|for|on"
    r"|is|will be|at|and)\b(?= (?:your|this|it|every|each|all|our|the (?:matter|case|issue)|being|given|resolv|what|us|hand)"
    r"|[.,])",
    r"\b(?:we|I|our team|the team|everyone here|all of us)(?: \w+ly| do| really| all)? (?:care|cares)\b(?!, but)(?=[.,;!]|$|"
    r" (?:about|for|what|how|and|more|too|so|deeply))",
    r"\b(?:we|I) (?:go|dey) (?:\w+ ){1,3}(?:sharp|now now|asap|pronto|chop chop|jare|for you|one time)\b",
    r"\b(?:our|my) (?:promise|pledge|commitment|guarantee|vow|mission|aim|goal|ambition|philosophy|ethos|motto|purpose) (?:to"
    r" (?:you|every|all|our)|is|has always been|remains)\b[^.!?;\n]{0,50}",
    r"\b(?:we|I)(?:'ll| will| would| shall| are prepared to| am prepared to)? (?:never|not|won't) (?:rest|sleep|stop|give up|be"
    r" happy|be satisfied|relax|let (?:this|it|you)|settle for|cut corners|compromise)\b[^.!?;\n]{0,40}",
    r"\b(?:we|I)(?:'ll| will| are going to|'re going to| am going to|'m going to|'d|shall)? (?:do|try|give|give it) (?:all"
    r"|everything|anything|whatever|what|our|my|the very|the)\b[^.!?;\n]{0,20}\b(?:can|could|power|best|possible|takes|utmost|all"
    r"|damnedest|hardest)\b",
    r"\b(?:in|into) (?:safe|good|capable|the best|the right|expert|caring|very good|trusted|experienced) (?:hands|company)\b",
    r"\b(?:your|you) (?:\w+ )?(?:satisfaction|trust|loyalty|business|custom|comfort|happiness|confidence|peace of mind|good"
    r" opinion|faith)\b[^.!?;\n]{0,20}? (?:means?|is|are|matters?)\b[^.!?;\n]{0,10}? (?:everything|the world|a lot|a great deal"
    r"|so much|very much|dear|precious|important|priceless|valuable|our|what|deeply|to us|something we)\b",
    r"\b(?:strive|striving|strives|endeavou?rs?|aspires?|aims?|seeks?|hope|hopes) (?:always |constantly |at all times |every day "
    r"|daily |only )?(?:for|to (?:be|give|provide|deliver|offer|make|ensure|exceed|meet|treat|do|serve|maintain|keep|please))"
    r" (?:only |nothing |the |our |every |all |a |an )*(?:best|excellence|perfection|highest|very best|expectations|great|good"
    r"|better|exceptional|customer|guest|standards?|service|happy|quality|right)\b",
    r"\bwhat (?:we|I) (?:strive|live|stand|aim|work|fight) for\b",
    r"\b(?:nobody|no one|no-one|none of us)\b[^.!?;\n]{0,25} (?:will|is going to|can|shall) (?:sleep|rest|stop|relax|be happy|go"
    r" home|give up|sit)\b[^.!?;\n]{0,20}",
    r"\b(?<!not )(?:treated|handled|given|viewed|dealt with|regarded|managed|approached|processed|attended to)(?: \w+)? (?:with"
    r"|as|as a matter of) (?:the |our |all |a )?(?:utmost|highest|top|extreme|great|greatest|due|full|maximum|absolute|high"
    r"|urgent) (?:priority|urgency|care|importance|seriousness|respect|attention|diligence|sensitivity|consideration|concern)\b",
    r"\b(?:pulling|working|coming|sticking|rallying) together\b (?:on|for|to)|\b(?:all over|right on) (?:this|it)\b(?=[.,!])"
    r"|\beveryone(?:'s| is) (?:on it|on the case|pulling|rooting|giving)\b",
    r"\b(?:matters?|means?|counts?) (?:more|most|so much|a great deal|everything|the world|a lot|greatly|enormously|deeply) (?:to"
    r" (?:us|me|all of us|everyone here|this team)\b|than)[^.!?;\n]{0,30}",
    r"\bcares? (?:deeply|passionately|greatly|very much|so much|a great deal|enormously|immensely|sincerely|genuinely)\b",
    r"\b(?:with )?(?:the|all the|every bit of the) (?:seriousness|care|attention|respect|urgency|gravity|consideration|priority"
    r"|diligence|sensitivity) (?:that )?(?:they|it|this|you|that|your \w+|such \w+) (?:\w+ly )?(?:deserves?|merits?|warrants?"
    r"|demands?|requires?|needs?|calls? for)\b",
    r"\b(?:best|finest|most capable|most experienced|ablest|safest) (?:possible )?(?:hands|people|team|care)\b(?= (?:on|for|are"
    r"|and|working|in|possible)|[.,])",
    r"\bspar(?:e|es|ed|ing) no (?:\w+ )?(?:efforts?|expense|pains?|trouble)\b",
    r"\band (?:we|I) (?:really |truly )?mean (?:it|that|both|every word|what we say|them all)\b|\b(?:when|whenever|if) (?:a |our "
    r"|any |you|one of our )[^.!?;\n]{3,40},? we (?:all )?(?:feel|hurt|take it personally|bleed)\b[^.!?;\n]{0,20}",
    r"\b(?:recogni[sz]e|honou?r|mindful of|conscious of|aware of|accept|embrace|never forget|take) (?:fully )?(?:our|the) (?:\w+"
    r" )?(?:duty|responsibility|responsibilities|obligations?|trust)(?: of care)?\b (?:to|towards|that|of|for|very|you|we"
    r"|and)\b[^.!?;\n]{0,30}",
    r"\b(?:our|my) (?:\w+ )?(?:sincere|earnest|fervent|genuine|heartfelt|dearest|only|greatest|constant|firm|every) (?:desire"
    r"|wish|hope|intention|aim|concern|thought|endeavou?r)\b[^.!?;\n]{0,30}|\bnothing (?:but|less than) the (?:very )?best\b",
    r"\b(?:gone|going|moved|went|jumped|bumped|pushed) (?:straight |right |directly )?(?:to|up to) the (?:very )?(?:top|front"
    r"|head) of (?:the|our|my)\b[^.!?;\n]{0,15}",
)
