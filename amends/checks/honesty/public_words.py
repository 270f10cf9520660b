"""Knows how a public reply argues: it denies their word, calls readers to witness, threatens or sneers."""

from __future__ import annotations

from amends.checks.honesty.leak_words import _KIN
from amends.drafts.turns import Turns

_THEY = (
    r"(?:this|that|the) (?:reviewer|gentleman|lady|person|individual|customer|guest|woman|man|patient|tenant|couple"
    r"|party|poster|user|account|member|client|family|table)"
)
_POST = (
    r"(?:review|post|comment|rating|tweet|thread|story|account|version|claims?|allegations?|statement|feedback"
    r"|one star|stars?|tale|rant|telling)"
)
ARGUING = Turns.known_by(
    (
        "lectured seriously really disregard misleading everyone everybody nobody audience",
        (
            r"(?:won't|will not|refuse to|not going to|don't need to) be (?:lectured|bullied|blackmailed|told|spoken to"
            r"|shamed|threatened|dictated)|(?:seriously|really|honestly)\?|disregard (?:this|the|your|it|that|such)|(?:is|are"
            r"|was|quite|very|grossly|wholly) misleading\b"
            r"|(?:every(?:one|body)|nobody|no one) else (?:at|in|on|who|there|that|had|loved|enjoyed|managed|was|seemed|got"
            r"|ate)\b"
        ),
    ),
    ("stars star one", r"(?:one|two|1|2)[- ]stars? (?:for|because|over)(?: \w+){1,8}\?"),
    (
        "leave left mention forgot forget bit part",
        (
            r"(?:so|perhaps|maybe|do|please|funny how|strange how|odd that|interesting that) (?:perhaps |maybe "
            r"|you )?(?:leave|left|leaves|mention|forgot|forget|omit\w*|skip\w*)(?: to (?:mention|say|add|tell)| out"
            r"| that bit| the (?:bit|part))(?: \w+)?"
        ),
    ),
    (
        "talk honest honesty truth shame",
        r"(?:shall|can|could|let's|let us) (?:we )?(?:talk|speak)(?: \w+)? about (?:honesty|truth|facts|manners|respect|fairness)",
    ),
    (
        "puzzled baffled surprised bemused astonished amused perplexed astounded staggered mystified",
        (
            r"(?:I|we)(?:'m|'re| am| are| were| was)(?: \w+ly| rather| quite| very| a little| so| somewhat)? (?:puzzled"
            r"|baffled|surprised|bemused|astonished|amused|perplexed|astounded|staggered|mystified) (?:by|at|to (?:read|see"
            r"|receive|hear)|that) (?:you|this)"
        ),
    ),
    (
        "cctv camera cameras till system log door diary",
        (
            r"(?:our|the|my) (?:cctv|cameras?|till|system|log|logs|door|diary|phone records|signing-in book|meter) (?:has|have"
            r"|had|puts?|places?|caught|picked|recorded) (?:you|your)\b"
        ),
    ),
    (
        "if had",
        (
            r"(?:if|had) you(?: had|'d)? (?:actually|really|ever|bothered|taken|read|only|simply"
            r"|been honest)(?=[^.!?\n]{0,80}\b(?:you'd|you would|would have|might have|could have|we'd|we would|we could))"
        ),
    ),
    (
        "still yet haven never",
        (
            r"you(?:'ve| have)? (?:still |yet |also ){0,2}(?:haven't|have not|have yet to|never)(?: yet| even"
            r"| actually)? (?:paid|return(?:ed)?|settled?|turned up|collected|pay for|thanked|apologi[sz]ed|cleared)"
        ),
    ),
    (
        "recall recalls remember remembers saw heard",
        (
            r"(?:isn't|is not|not|nothing like|hardly) (?:quite |at all |exactly )?(?:what|how|the way) (?:our|my|the"
            r"|any)(?: \w+){0,2} (?:recall|remember|saw|heard|experienced|witnessed)\w*|(?:staff|team|waiter|manager|driver"
            r"|nurse|colleagues?)(?: on duty)? (?:recalls?|remembers?) (?:it|things|you|this)(?! (?:kindly|well and))"
        ),
    ),
    (
        "only sole nobody none",
        (
            r"(?:you(?:'re| are| were)?|yours (?:is|was)) the (?:only|sole)(?: \w+)? (?:to (?:moan|complain)|who|complaint"
            r"|person who)(?! (?:was|told us|spotted|noticed|helped))|(?:nobody|no one"
            r"|none)(?: else)?(?: \w+){0,5}? (?:complained|moaned|objected|said a word)"
        ),
    ),
    (
        "people folk folks readers others everyone locals regulars",
        (
            r"(?:people|folks?|readers|others|anyone|everyone|locals|regulars)(?: here)?(?: \w+){0,2} (?:see through"
            r"|know better|not be fooled|be fooled|make up their|won't believe|know the truth)"
        ),
    ),
    (
        "next",
        r"next time,? (?:perhaps|maybe|try|bring|read|ask|check|leave|tell|speak|please (?:read|check|ask|tell))\b",
    ),
    (
        "attitude late shouting demanding unannounced drunk",
        (
            r"you (?:came|walked|stormed|marched|barged|arrived|turned up)(?: \w+){0,3} (?:with an attitude|shouting|demanding"
            r"|late|unannounced|drunk|screaming|and (?:demanded|shouted|refused|insisted))(?! because)"
        ),
    ),
    (
        "demanded insisted threatened shouted swore stormed moaned barged",
        r"you (?:then |also |repeatedly |simply |just )?(?:demanded|threatened|swore|stormed|moaned|barged|slammed)\b",
    ),
    # their word denied
    (
        "lie lies lying liar fiction fabricated fabrication invented nonsense rubbish tosh baloney fantasy hogwash",
        (
            r"(?:a|an outright|a flat|a plain|a downright|pure|complete|utter|total|absolute|just|simply|is|are"
            r"|pack of) (?:lies?|lying|liar|fiction|fabricat\w+|invent(?:ed|ion)|nonsense|rubbish|tosh|baloney|fantasy"
            r"|hogwash)\b(?! (?:bin|collection|chute|bag|truck))"
        ),
    ),
    (
        "untrue false inaccurate truth facts fact reality falsehood",
        (
            r"(?:is|was|are|were|it's|that's|simply|plainly|categorically|completely|entirely) (?:simply |plainly |just "
            r"|totally |flatly )?(?:untrue|false|inaccurate|far from (?:the truth|reality))\b|economical with the (?:truth"
            r"|facts)|(?:the|some) (?:actual |real |simple |plain )?(?:facts|truth) (?:are|is|here|of the matter|speak|tell"
            r"|should)\b|nothing (?:could be )?further from the truth|(?:get|check|stick to|twist\w*|know) (?:your|the) facts"
            r"|(?:bears|bear|has|have) (?:little|no|scant)(?: \w+)? (?:resemblance|relation|basis)"
        ),
    ),
    (
        "happened occurred took",
        (
            r"(?:not (?:one|a single)|none|no) (?:word|bit|part|detail|thing)?(?: of (?:this|that|it|what you (?:wrote|say"
            r"|describe)))? (?:is true|happened|took place|occurred)\b|none of (?:this|that|it"
            r"|what you \w+)(?: \w+)? (?:happened|took place|occurred|is true|adds up)|(?:this|that|it|which"
            r"|what you \w+) (?:simply |just )?(?:never|did not|didn't)(?: actually)? (?:happen(?:ed)?|take place|took place"
            r"|occur(?:red)?)\b|that(?:'s| is) not (?:quite |exactly |at all )?(?:how|what|the way)(?: it| we"
            r"| \w+)?(?: \w+)? (?:happened|went|was|remember|recall|saw)"
        ),
    ),
    (
        "differ disagree dispute contest reject refute stand differently respect",
        (
            r"(?:beg|have) to (?:differ|disagree)|(?:I|we|my staff|our (?:team|staff|chef))(?: \w+ly| would| must| have to| do"
            r"| simply| cannot| can't){0,3} (?:disagree|dispute|contest|reject|refute|deny|take issue|not accept"
            r"|not recogni[sz]e|accept)(?: \w+){0,3} (?:with you|your|this|that|these|the)\b(?! (?:responsib|blame"
            rf"|fault))(?: \w+)? ?(?:{_POST}|characteri[sz]ation|description|events|picture|suggestion|assertion|accusation)?"
            r"|(?:remember|recall|saw|see) (?:it|things|that (?:day|night|evening)) (?:rather |very |quite "
            r"|somewhat )?differently\b|with (?:all due |the greatest )?respect,? (?:your|you|that|this|what)"
        ),
    ),
    (
        "record records straight clarify context perspective",
        (
            r"(?:set|put|setting|putting) (?:the|a few|some)(?: \w+)? (?:record|records|things|facts)? ?straight\b"
            r"|for the (?:record\b(?! of)|benefit of (?:others|other|anyone|readers|those)|sake of (?:balance|context|other))"
            r"|(?:for|some|a little|bit of) (?:added |missing |much-needed |important )?context(?= ?[:,.]| for| here)"
            r"|no record of (?:a|any|your|you|such|this)(?: \w+){0,2}? ?(?:guest|booking|customer|visit|order|stay|patient"
            r"|call|name|appointment|purchase|transaction|complaint|account)s?\b(?=[^.!?\n]*(?:name|fake|review|ever|take"
            r"|remove|so\b|genuine|wonder))"
        ),
    ),
    (
        (
            "sides side story omit omitted leave left mention mentioned conveniently forgot neglected funny strange odd"
            " curious interesting interestingly"
        ),
        (
            r"two sides to (?:every|this|the|each)|(?:our|the other|the full|the whole|the real) side of (?:the|this|it"
            r"|that)(?: story| tale)?\b(?= is| has|,|\.| tells| here)|(?:funny|strange|odd|curious|interesting|amusing"
            r"|telling)(?:ly)?(?: enough)?,? (?:how|that|you|what) (?:you )?(?:leave|left|forgot|omit\w*|don't|didn't|never"
            r"|fail\w*|neglect\w*|skip\w*|mention|say|only|none|the|no)\b|(?:conveniently|somehow) (?:forg\w+|le(?:ave|ft)"
            r"|omit\w*|skip\w*|fail\w*)|you (?:conveniently |also |seem to have |seem to )?(?:forg[eo]t|omit(?:ted)?"
            r"|neglect(?:ed)?|le(?:ave|ft) out|fail(?:ed)?|skip(?:ped)?|do not|don't|didn't|did not)(?: to)? (?:mention|say"
            r"|add|tell (?:people|readers|everyone|us)|the part|out)\b|what (?:you|the review|this review) (?:don't|doesn't"
            r"|do not|does not|didn't|leaves?|omits?|fails?)(?: to)? (?:say|mention|tell|out|include)|interesting (?:review"
            r"|post|take|story|version) (?:from|for|by|given)"
        ),
    ),
    # readers called
    (
        "reading readers anyone others people everybody folks public",
        (
            r"(?:for|to) (?:anyone|everyone|those|anybody|other \w+|others|the people|people|all)(?: of you)? (?:reading"
            r"|who (?:reads?|is reading|are reading|sees|may be|might be))(?![^.!?\n]{0,80}\b(?:we were wrong|our fault"
            r"|sorry))|(?:readers?|people|others|you|anyone|everybody|the public) (?:can|may|will|should|must) (?:draw|make up"
            r"|judge|decide|see)(?: for)?(?: their| your| themselves| who| what)(?: own)? ?(?:conclusions?|minds?"
            r"|for themselves|who)?|(?:we'd|we would|I'd|I would)? ?(?:urge|ask|advise|invite|encourage|suggest"
            r"|warn)(?: \w+){0,2} (?:people|readers|everyone|others|anyone|potential|future|other)\b|(?:tell|telling"
            r"|told) (?:people|everyone|readers|the (?:world|public|whole|internet)|us all)\b(?=[^.!?\n]{0,60}(?:why|how|that"
            r"|what|the (?:rest|whole|part)))|(?:perhaps|maybe|why not|why don't you) (?:tell|explain to|share with) (?:people"
            r"|everyone|readers|others|us)"
        ),
    ),
    ("salt sceptical skeptical grain", r"(?:pinch|grain|bucket) of salt"),
    (
        "will conclusions",
        r"(?:make|take|read) (?:of|into|from) (?:that|it|this) what you will|draw (?:your|their) own conclusions",
    ),
    (
        "happy customers guests patients reviews members five",
        (
            r"(?:our|the|my)(?: other)? (?:[\d,]+|hundreds of|thousands of|many|countless|dozens of|several|\w+ hundred"
            r"|other)(?: other)?(?: \w+)? (?:customers?|guests|patients|reviews|members|clients|diners|tenants|parents"
            r"|students|passengers|people)\b(?: \w+){0,3}? (?:disagree|differ|seem|say|think|love|tell|had no|have no|managed"
            r"|never|beg|manage|would|were|are|can't)|(?:strange|odd|funny|curious) that (?:nobody|no one|none|no other)"
        ),
    ),
    # proof
    (
        (
            "tape camera cameras cctv film video footage recording recordings stamps stamped pictures photos photo"
            " photographs logs screenshots witnesses proof evidence receipts"
        ),
        (
            r"(?:have|has|got|we've|I've|got) (?:you|it|all|the|this|everything|that|a)?(?: \w+){0,2}? ?(?:on (?:tape|camera"
            r"|cctv|film|video)|(?:footage|recordings?|pictures|photos|photographs|logs|screenshots|witnesses|proof|evidence"
            r"|receipts) (?:of|to|that(?! shows? how)|from|showing|which|and|as|if|here|saved|on file))\b|(?<=,\s)(?:and "
            r"|but )?(?:we've"
            r"|we have|I've|I have)(?: all)?(?: the| plenty of| clear)? (?:pictures|footage|photos|screenshots|receipts|proof"
            r"|evidence|witnesses|time-?stamps)(?=[.,;!]| to)|time ?-?stamp(?:s|ed)\b(?=[.,;!]|.{0,30}(?:show|say|tell|differ"
            r"|prove))|ours (?:has|have|comes with)|your own (?:photo|picture|video|words|e-?mail|signature|message"
            r"|selfie)s?\b(?= (?:shows?|says?|prove|tells?|contradicts?|suggests?|has|have))|does your own"
            r"|speaks? for (?:itself|themselves)\b"
        ),
    ),
    # attacks
    (
        (
            "competitor rival competitors extortion blackmail agenda grudge axe attention troll trolls troll bot fake freebie"
            " freebies refund"
        ),
        (
            r"(?:works?|working|worked|employed|paid|posted|written|planted) (?:for|by|at) (?:a|one of our|our|the"
            r"|some) (?:\w+ )?(?:competit\w+|rivals?)|competitor(?:'s)? (?:review|post|down|across)|(?:just |only |simply "
            r"|clearly |hoping |fishing |angling |looking |trying |after )(?:for |to |get |an? )*(?:extort\w*|blackmail\w*"
            r"|freebies?|free (?:meal|night|stay|lunch)|something for nothing|money off)|(?:an |some |personal "
            r"|clear )?(?:axe to grind|agenda|vendetta|grudge)\b|(?:troll(?:s|ing)?|fake|bogus|phon[e]?y|sham|malicious"
            r"|vexatious|vindictive|spiteful|bad-faith|paid) (?:account|review|post|profile|comment|rating|claim|name|story"
            r"|person)s?"
        ),
    ),
    (
        "keyboard face internet anonymous hide hiding behind",
        (
            r"hid(?:e|es|ing) behind (?:a|the|your|an|that)|keyboard warriors?|(?:say|said|repeat) (?:it|that|this) to (?:my"
            r"|our|their) face|brave (?:behind|on|from)|(?:anonymous|faceless) (?:review|account|profile|post|comment|user"
            r"|name)s?"
        ),
    ),
    (
        "never actually set foot",
        (
            r"(?:someone|somebody|a person|people|a guest|one|customers?|a customer) who (?:has |have |had |clearly "
            r"|obviously )*(?:never|hasn't|didn't|did not|was not|wasn't)(?: even| actually| once){0,2} (?:stay\w*|been"
            r"|visit\w*|eat\w*|ate|set foot|bought|book\w*|order\w*|use\w*|dine\w*|come|came|paid|spoke\w*|met)|you (?:have "
            r"|'ve )?(?:never|not)(?: even| actually| once){1,2} (?:stayed|been|visited|eaten|ate|set foot|bought|booked"
            r"|ordered|used|dined|come|came|paid)"
        ),
    ),
    (
        (
            "nice rant ranting whinge whining moan moaning slate slag slagging bother temper tantrum drama outburst rude"
            " abusive aggressive drunk drinking hysterical unreasonable swearing shouting"
        ),
        (
            r"nice try\b|(?:before|instead of|rather than) (?:you )?(?:rant|ranting|whing\w+|whin\w+|moan\w*|slat\w+|slag\w*"
            r"|slander\w*|smear\w*|attack\w*|bad-?mouth\w*|trash\w*)|your (?:little |own )?(?:rant|tantrum|outburst|drama"
            r"|(?:attitude|behaviou?r|conduct|language|tone|manners)\b(?= (?:was|were|is|to|toward|towards|left|made|on the"
            rf"|that))(?! (?:in your|right|fair|fine|very polite)))|(?:you|{_THEY}|he|she|they|your party|your group"
            rf"|your friends?|your {_KIN}) (?:were|was|had been|are|is|became|got|arrived|turned up|came in)(?: \w+ly| very| so"
            r"| extremely| the| quite| rather| a bit){0,3} (?:rude|abusive|aggressive|drunk|drinking|hysterical|unreasonable"
            r"|swearing|shouting|intoxicated|threatening|belligerent|worse for wear)(?: one)?\b"
        ),
    ),
    (
        "asked removed banned thrown escorted barred",
        (
            rf"(?:{_THEY}|you|he|she|they|your (?:party|group|friends?|{_KIN}))(?: \w+)? (?:was|were|had been|had to be|is"
            r"|are) (?:asked to leave|removed|banned|thrown out|escorted|barred|refused entry)"
        ),
    ),
    (
        "know well knew full",
        (
            r"(?:as )?(?:I think )?you (?:very |perfectly |full )?well know\b|(?:and |as )you know it\b|and you knew (?:it"
            r"|that|this|full well)|as you(?:'re| are) (?:well|fully) aware|you(?:'re| are) (?:clearly |obviously |surely "
            r"|perhaps )?(?:confus\w+|mistak\w+|mixing) (?:us|me|this|our)|wrong (?:hotel|shop|restaurant|company|page|place"
            r"|business|clinic|salon|garage)\b"
        ),
    ),
    (
        "own doing choice fault blame responsible",
        (
            r"is(?:n't| not|n't exactly| hardly) (?:our|my|the|her|his) (?:\w+(?:'s)? )?(?:doing|fault|problem|responsibility)"
            r"|(?:only|have only) yourself to blame|of your own making|no one to blame but"
        ),
    ),
    (
        "read terms before",
        (
            r"(?:read|check|look at|try reading|re-?read) (?:the|our|your) (?:terms|contract|policy|small print|conditions"
            r"|t&cs|listing|menu|sign|agreement|booking)(?: \w+){0,2}? (?:before|next time|first|again|properly|carefully"
            r"|more closely)"
        ),
    ),
    (
        "solicitor solicitors lawyer lawyers attorney legal defamation libel libellous sue court slander police",
        (
            r"(?:hear from (?:our|my) (?:solicitors?|lawyers?|attorneys?|legal \w+)|(?:our|my) (?:solicitors?|lawyers?"
            r"|attorneys?|legal (?:team|advis\w+|department|counsel|people)) (?:will|are|is|have|has|would|may|shall"
            r"|can)\b(?! (?:confirmed you|agreed)))|(?:legal (?:action|steps|proceedings)|defamat\w+|libel\w*|slander\w*)\b"
            r"|(?:see|meet) you in court"
        ),
    ),
    (
        "shame pity stars star",
        (
            r"thank(?:s| you) for (?:the|your) (?:\w+ )?(?:stars?|review|rating|feedback|novel|essay|fiction|lecture|rant"
            r"|story)[^.!?\n]{0,20}[.,!-] ?(?:shame|pity|too bad|sadly for|next time|though we|if only|funny)|(?:shame"
            r"|pity) (?:they're|it's|they are|it is) (?:for|about|not|all)\b"
        ),
    ),
    (
        "if why so",
        (
            r"if (?:the|it|our|your|they|things|we|everything|you)(?: \w+){0,3} (?:was|were|is|are|had been|did|hated"
            r"|felt) (?:really |truly |so |that |such |as )+(?:an? )?\w+[^.!?\n]{0,40},? (?:why|how come|then why|what)\b"
        ),
    ),
    (
        "only then finished ate drank whole emptied kept",
        (
            r"you (?:ate|finished|drank|emptied|cleared|polished off|consumed|used|wore|kept|enjoyed"
            r"|stayed)(?: \w+){0,5}? (?:and|but|yet|then)(?: \w+){0,2}? (?:only|still|now|then|never|ask\w*|want\w*"
            r"|complain\w*|found)"
        ),
    ),
    (
        "with for",
        (
            r"your (?:version|account|story|description|recollection|memory|telling)(?: of \w+(?: \w+)?)? (?:bears|is|does"
            r"|doesn't|differs|does not|contradicts|conflicts|leaves|omits|misses|isn't|has|changes|changed"
            r"|keeps)\b(?! (?:right|exactly|true|fair|important|been saved|very|clear|what|the same as|with me|safe|noted|on))"
        ),
    ),
    (
        "fine perfect perfectly spotless working clean hot intact",
        (
            r"(?:the|your) \w+(?: \w+)? (?:was|were|left)(?: absolutely| perfectly| completely"
            r"| \w+ \w+ \w+)?(?: \w+ly)? (?:fine|perfect|spotless|clean|hot|intact|working|in order|sound|undamaged|immaculate"
            r"|fresh) (?:when (?:you|it|they|we)|at (?:the time|\d)|on (?:collection|delivery|departure|leaving))|left (?:our"
            r"|the) (?:pass|kitchen|shop|warehouse|depot|yard|workshop|store|hands) (?:hot|perfect|intact|sealed|clean|fresh"
            r"|undamaged|at \d|in (?:perfect|good))"
        ),
    ),
    (
        "weeks months minutes hours not times places four three twice both all",
        (
            r"you (?:were|waited|got|had|sat|queued|spoke|arrived|left)(?: \w+){0,4}? (?:within|after|for|in|only"
            r"|just) (?:\w+ )?(?:minutes?|hours?|days?|weeks?|months?|seconds?)(?: \w+){0,2},? (?:not|and not|rather than"
            r"|never) |(?:posted|written|said|put|pasted|spread|repeated|left) (?:this|that|it|the same)(?: \w+){0,2} (?:in|on"
            r"|across|all over) (?:\w+ )?(?:places|sites|pages|platforms|groups|over|channels)"
        ),
    ),
    (
        "checked seated looked",
        (
            r"(?:we|I)(?:'ve| have) (?:checked|looked|been through|gone through|reviewed)(?: \w+){0,5}? and (?:you (?:were|had"
            r"|did|never|got|arrived|left|have|are|signed|said)|(?:it|there|nothing|that|the \w+) (?:was|were|is|did|has"
            r"|never)(?: not|n't| no)?\b(?! (?:wrong|broken|late|our|my|right|true|mis|a mistake|should)))"
        ),
    ),
    (
        "till desk there front remember saw present met served",
        (
            r"(?:I|we) (?:was|were) (?:there|on the (?:till|desk|floor|door|bar)|present|at the (?:till|desk"
            r"|front))(?: \w+){0,4}?,? (?:and|so) (?:you|that|it|nobody|nothing|no one|I (?:saw|heard) (?:you|no|nothing))"
            r"|(?:we|I) (?:all )?remember (?:you|your (?:visit|party|group|table)) (?:all too |very |only too |quite )?well"
            r"|what (?:\w+ )?(?:of )?(?:my|our) (?:staff|team|people|colleagues|waiters|nurses)(?: \w+)? (?:saw|heard"
            r"|witnessed|remember|recall)"
        ),
    ),
    (
        "reconsider retract delete remove withdraw",
        (
            r"(?:suggest|advise|ask|expect|require|insist|demand|request|want|kindly|please|urge)(?: that)?(?: you)?(?: to"
            r"| should| must| now)? (?:reconsider|retract|delete|remove|withdraw|take down|correct|amend) (?:it|this|that|your"
            rf"|the)(?: \w+)? ?(?:{_POST})?(?= ?[.,!]| before| or| and| immediately| at once)|take your (?:\w+ )?(?:review"
            r"|custom|business|lies|drama) elsewhere"
        ),
    ),
)
