"""Knows how a public reply argues with the writer, calls readers to witness, threatens, sneers, or tells what only the two should know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.frames import Frames
from amends.drafts.cue import late

if TYPE_CHECKING:
    from collections.abc import Callable

    from amends.drafts.draft import Draft

_KIN = r"(?:wife|husband|partner|son|daughter|mother|father|mum|mom|dad|brother|sister|boy|girl|child|kids?|children|boss|employer|landlord|neighbour|ex|fianc\w+|doctor|therapist|counsellor|dog|cat|flatmate|carer)"
_THEY = r"(?:this|that|the) (?:reviewer|gentleman|lady|person|individual|customer|guest|woman|man|patient|tenant|couple|party|poster|user|account|member|client|family|table)"
_POST = r"(?:review|post|comment|rating|tweet|thread|story|account|version|claims?|allegations?|statement|feedback|one star|stars?|tale|rant|telling)"
ARGUING = Frames(
    # their word denied
    (
        "lie lies lying liar fiction fabricated fabrication invented nonsense rubbish tosh baloney fantasy hogwash",
        rf"(?:a|an outright|a flat|a plain|a downright|pure|complete|utter|total|absolute|just|simply|is|are|pack of) (?:lies?|lying|liar|fiction|fabricat\w+|invent(?:ed|ion)|nonsense|rubbish|tosh|baloney|fantasy|hogwash)\b(?! (?:bin|collection|chute|bag|truck))",
    ),
    (
        "untrue false inaccurate truth facts fact reality falsehood",
        r"(?:is|was|are|were|it's|that's|simply|plainly|categorically|completely|entirely) (?:simply |plainly |just |totally |flatly )?(?:untrue|false|inaccurate|far from (?:the truth|reality))\b|economical with the (?:truth|facts)|(?:the|some) (?:actual |real |simple |plain )?(?:facts|truth) (?:are|is|here|of the matter|speak|tell|should)\b|nothing (?:could be )?further from the truth|(?:get|check|stick to|twist\w*|know) (?:your|the) facts|(?:bears|bear|has|have) (?:little|no|scant)(?: \w+)? (?:resemblance|relation|basis)",
    ),
    (
        "happened occurred took",
        r"(?:not (?:one|a single)|none|no) (?:word|bit|part|detail|thing)?(?: of (?:this|that|it|what you (?:wrote|say|describe)))? (?:is true|happened|took place|occurred)\b|none of (?:this|that|it|what you \w+)(?: \w+)? (?:happened|took place|occurred|is true|adds up)|(?:this|that|it|which|what you \w+) (?:simply |just )?(?:never|did not|didn't)(?: actually)? (?:happen(?:ed)?|take place|took place|occur(?:red)?)\b|that(?:'s| is) not (?:quite |exactly |at all )?(?:how|what|the way)(?: it| we| \w+)?(?: \w+)? (?:happened|went|was|remember|recall|saw)",
    ),
    (
        "differ disagree dispute contest reject refute stand differently respect",
        rf"(?:beg|have) to (?:differ|disagree)|(?:I|we|my staff|our (?:team|staff|chef))(?: \w+ly| would| must| have to| do| simply| cannot| can't){{0,3}} (?:disagree|dispute|contest|reject|refute|deny|take issue|not accept|not recogni[sz]e|accept)(?: \w+){{0,3}} (?:with you|your|this|that|these|the)\b(?! (?:responsib|blame|fault))(?: \w+)? ?(?:{_POST}|characteri[sz]ation|description|events|picture|suggestion|assertion|accusation)?|(?:remember|recall|saw|see) (?:it|things|that (?:day|night|evening)) (?:rather |very |quite |somewhat )?differently\b|with (?:all due |the greatest )?respect,? (?:your|you|that|this|what)",
    ),
    (
        "record records straight clarify context perspective",
        r"(?:set|put|setting|putting) (?:the|a few|some)(?: \w+)? (?:record|records|things|facts)? ?straight\b|for the (?:record\b(?! of)|benefit of (?:others|other|anyone|readers|those)|sake of (?:balance|context|other))|(?:for|some|a little|bit of) (?:added |missing |much-needed |important )?context(?= ?[:,.]| for| here)|no record of (?:a|any|your|you|such|this)(?: \w+){0,2}? ?(?:guest|booking|customer|visit|order|stay|patient|call|name|appointment|purchase|transaction|complaint|account)s?\b(?=[^.!?\n]*(?:name|fake|review|ever|take|remove|so\b|genuine|wonder))",
    ),
    (
        "sides side story omit omitted leave left mention mentioned conveniently forgot neglected funny strange odd curious interesting interestingly",
        r"two sides to (?:every|this|the|each)|(?:our|the other|the full|the whole|the real) side of (?:the|this|it|that)(?: story| tale)?\b(?= is| has|,|\.| tells| here)|(?:funny|strange|odd|curious|interesting|amusing|telling)(?:ly)?(?: enough)?,? (?:how|that|you|what) (?:you )?(?:leave|left|forgot|omit\w*|don't|didn't|never|fail\w*|neglect\w*|skip\w*|mention|say|only|none|the|no)\b|(?:conveniently|somehow) (?:forg\w+|le(?:ave|ft)|omit\w*|skip\w*|fail\w*)|you (?:conveniently |also |seem to have |seem to )?(?:forg[eo]t|omit(?:ted)?|neglect(?:ed)?|le(?:ave|ft) out|fail(?:ed)?|skip(?:ped)?|do not|don't|didn't|did not)(?: to)? (?:mention|say|add|tell (?:people|readers|everyone|us)|the part|out)\b|what (?:you|the review|this review) (?:don't|doesn't|do not|does not|didn't|leaves?|omits?|fails?)(?: to)? (?:say|mention|tell|out|include)|interesting (?:review|post|take|story|version) (?:from|for|by|given)",
    ),
    # readers called
    (
        "reading readers anyone others people everybody folks public",
        r"(?:for|to) (?:anyone|everyone|those|anybody|other \w+|others|the people|people|all)(?: of you)? (?:reading|who (?:reads?|is reading|are reading|sees|may be|might be))(?![^.!?\n]{0,80}\b(?:we were wrong|our fault|sorry))|(?:readers?|people|others|you|anyone|everybody|the public) (?:can|may|will|should|must) (?:draw|make up|judge|decide|see)(?: for)?(?: their| your| themselves| who| what)(?: own)? ?(?:conclusions?|minds?|for themselves|who)?|(?:we'd|we would|I'd|I would)? ?(?:urge|ask|advise|invite|encourage|suggest|warn)(?: \w+){0,2} (?:people|readers|everyone|others|anyone|potential|future|other)\b|(?:tell|telling|told) (?:people|everyone|readers|the (?:world|public|whole|internet)|us all)\b(?=[^.!?\n]{0,60}(?:why|how|that|what|the (?:rest|whole|part)))|(?:perhaps|maybe|why not|why don't you) (?:tell|explain to|share with) (?:people|everyone|readers|others|us)",
    ),
    ("salt sceptical skeptical grain", r"(?:pinch|grain|bucket) of salt"),
    (
        "will conclusions",
        r"(?:make|take|read) (?:of|into|from) (?:that|it|this) what you will|draw (?:your|their) own conclusions",
    ),
    (
        "happy customers guests patients reviews members five",
        r"(?:our|the|my)(?: other)? (?:[\d,]+|hundreds of|thousands of|many|countless|dozens of|several|\w+ hundred|other)(?: other)?(?: \w+)? (?:customers?|guests|patients|reviews|members|clients|diners|tenants|parents|students|passengers|people)\b(?: \w+){0,3}? (?:disagree|differ|seem|say|think|love|tell|had no|have no|managed|never|beg|manage|would|were|are|can't)|(?:strange|odd|funny|curious) that (?:nobody|no one|none|no other)",
    ),
    # proof
    (
        "tape camera cameras cctv film video footage recording recordings stamps stamped pictures photos photo photographs logs screenshots witnesses proof evidence receipts",
        r"(?:have|has|got|we've|I've|got) (?:you|it|all|the|this|everything|that|a)?(?: \w+){0,2}? ?(?:on (?:tape|camera|cctv|film|video)|(?:footage|recordings?|pictures|photos|photographs|logs|screenshots|witnesses|proof|evidence|receipts) (?:of|to|that|from|showing|which|and|as|if|here|saved|on file))\b|(?<=,\s)(?:and |but )?(?:we've|we have|I've|I have)(?: all)?(?: the| plenty of| clear)? (?:pictures|footage|photos|screenshots|receipts|proof|evidence|witnesses|time-?stamps)(?=[.,;!]| to)|time ?-?stamp(?:s|ed)\b(?=[.,;!]|.{0,30}(?:show|say|tell|differ|prove))|ours (?:has|have|comes with)|your own (?:photo|picture|video|words|e-?mail|signature|message|selfie)s?\b(?= (?:shows?|says?|prove|tells?|contradicts?|suggests?|has|have))|does your own|speaks? for (?:itself|themselves)\b",
    ),
    # attacks
    (
        "competitor rival competitors extortion blackmail agenda grudge axe attention troll trolls troll bot fake freebie freebies refund",
        rf"(?:works?|working|worked|employed|paid|posted|written|planted) (?:for|by|at) (?:a|one of our|our|the|some) (?:\w+ )?(?:competit\w+|rivals?)|competitor(?:'s)? (?:review|post|down|across)|(?:just |only |simply |clearly |hoping |fishing |angling |looking |trying |after )(?:for |to |get |an? )*(?:extort\w*|blackmail\w*|freebies?|free (?:meal|night|stay|lunch)|something for nothing|money off)|(?:an |some |personal |clear )?(?:axe to grind|agenda|vendetta|grudge)\b|(?:troll(?:s|ing)?|fake|bogus|phon[e]?y|sham|malicious|vexatious|vindictive|spiteful|bad-faith|paid) (?:account|review|post|profile|comment|rating|claim|name|story|person)s?",
    ),
    (
        "keyboard face internet anonymous hide hiding behind",
        r"hid(?:e|es|ing) behind (?:a|the|your|an|that)|keyboard warriors?|(?:say|said|repeat) (?:it|that|this) to (?:my|our|their) face|brave (?:behind|on|from)|(?:anonymous|faceless) (?:review|account|profile|post|comment|user|name)s?",
    ),
    (
        "never actually set foot",
        rf"(?:someone|somebody|a person|people|a guest|one|customers?|a customer) who (?:has |have |had |clearly |obviously )*(?:never|hasn't|didn't|did not|was not|wasn't)(?: even| actually| once){{0,2}} (?:stay\w*|been|visit\w*|eat\w*|ate|set foot|bought|book\w*|order\w*|use\w*|dine\w*|come|came|paid|spoke\w*|met)|you (?:have |'ve )?(?:never|not)(?: even| actually| once){{1,2}} (?:stayed|been|visited|eaten|ate|set foot|bought|booked|ordered|used|dined|come|came|paid)",
    ),
    (
        "nice rant ranting whinge whining moan moaning slate slag slagging bother temper tantrum drama outburst rude abusive aggressive drunk drinking hysterical unreasonable swearing shouting",
        rf"nice try\b|(?:before|instead of|rather than) (?:you )?(?:rant|ranting|whing\w+|whin\w+|moan\w*|slat\w+|slag\w*|slander\w*|smear\w*|attack\w*|bad-?mouth\w*|trash\w*)|your (?:little |own )?(?:rant|tantrum|outburst|drama|(?:attitude|behaviou?r|conduct|language|tone|manners)\b(?= (?:was|were|is|to|toward|towards|left|made|on the|that))(?! (?:in your|right|fair|fine|very polite)))|(?:you|{_THEY}|he|she|they|your party|your group|your friends?|your {_KIN}) (?:were|was|had been|are|is|became|got|arrived|turned up|came in)(?: \w+ly| very| so| extremely| the| quite| rather| a bit){{0,3}} (?:rude|abusive|aggressive|drunk|drinking|hysterical|unreasonable|swearing|shouting|intoxicated|threatening|belligerent|worse for wear)(?: one)?\b",
    ),
    (
        "asked removed banned thrown escorted barred",
        rf"(?:{_THEY}|you|he|she|they|your (?:party|group|friends?|{_KIN}))(?: \w+)? (?:was|were|had been|had to be|is|are) (?:asked to leave|removed|banned|thrown out|escorted|barred|refused entry)",
    ),
    (
        "know well knew full",
        r"(?:as )?(?:I think )?you (?:very |perfectly |full )?well know\b|(?:and |as )you know it\b|and you knew (?:it|that|this|full well)|as you(?:'re| are) (?:well|fully) aware|you(?:'re| are) (?:clearly |obviously |surely |perhaps )?(?:confus\w+|mistak\w+|mixing) (?:us|me|this|our)|wrong (?:hotel|shop|restaurant|company|page|place|business|clinic|salon|garage)\b",
    ),
    (
        "own doing choice fault blame responsible",
        r"is(?:n't| not|n't exactly| hardly) (?:our|my|the|her|his) (?:\w+(?:'s)? )?(?:doing|fault|problem|responsibility)|(?:only|have only) yourself to blame|of your own making|no one to blame but",
    ),
    (
        "read terms before",
        r"(?:read|check|look at|try reading|re-?read) (?:the|our|your) (?:terms|contract|policy|small print|conditions|t&cs|listing|menu|sign|agreement|booking)(?: \w+){0,2}? (?:before|next time|first|again|properly|carefully|more closely)",
    ),
    (
        "solicitor solicitors lawyer lawyers attorney legal defamation libel libellous sue court slander police",
        r"(?:hear from (?:our|my) (?:solicitors?|lawyers?|attorneys?|legal \w+)|(?:our|my) (?:solicitors?|lawyers?|attorneys?|legal (?:team|advis\w+|department|counsel|people)) (?:will|are|is|have|has|would|may|shall|can)\b(?! (?:confirmed you|agreed)))|(?:legal (?:action|steps|proceedings)|defamat\w+|libel\w*|slander\w*)\b|(?:see|meet) you in court",
    ),
    (
        "shame pity stars star",
        r"thank(?:s| you) for (?:the|your) (?:\w+ )?(?:stars?|review|rating|feedback|novel|essay|fiction|lecture|rant|story)[^.!?\n]{0,20}[.,!-] ?(?:shame|pity|too bad|sadly for|next time|though we|if only|funny)|(?:shame|pity) (?:they're|it's|they are|it is) (?:for|about|not|all)\b",
    ),
    (
        "if why so",
        r"if (?:the|it|our|your|they|things|we|everything|you)(?: \w+){0,3} (?:was|were|is|are|had been|did|hated|felt) (?:really |truly |so |that |such |as )+(?:an? )?\w+[^.!?\n]{0,40},? (?:why|how come|then why|what)\b",
    ),
    (
        "only then finished ate drank whole emptied kept",
        r"you (?:ate|finished|drank|emptied|cleared|polished off|consumed|used|wore|kept|enjoyed|stayed)(?: \w+){0,5}? (?:and|but|yet|then)(?: \w+){0,2}? (?:only|still|now|then|never|ask\w*|want\w*|complain\w*|found)",
    ),
    (
        "with for",
        rf"your (?:version|account|story|description|recollection|memory|telling)(?: of \w+(?: \w+)?)? (?:bears|is|does|doesn't|differs|does not|contradicts|conflicts|leaves|omits|misses|isn't|has|changes|changed|keeps)\b(?! (?:right|exactly|true|fair|important|been saved|very|clear|what|the same as|with me|safe|noted|on))",
    ),
    (
        "fine perfect perfectly spotless working clean hot intact",
        r"(?:the|your) \w+(?: \w+)? (?:was|were|left)(?: absolutely| perfectly| completely| \w+ \w+ \w+)?(?: \w+ly)? (?:fine|perfect|spotless|clean|hot|intact|working|in order|sound|undamaged|immaculate|fresh) (?:when (?:you|it|they|we)|at (?:the time|\d)|on (?:collection|delivery|departure|leaving))|left (?:our|the) (?:pass|kitchen|shop|warehouse|depot|yard|workshop|store|hands) (?:hot|perfect|intact|sealed|clean|fresh|undamaged|at \d|in (?:perfect|good))",
    ),
    (
        "weeks months minutes hours not times places four three twice both all",
        r"you (?:were|waited|got|had|sat|queued|spoke|arrived|left)(?: \w+){0,4}? (?:within|after|for|in|only|just) (?:\w+ )?(?:minutes?|hours?|days?|weeks?|months?|seconds?)(?: \w+){0,2},? (?:not|and not|rather than|never) |(?:posted|written|said|put|pasted|spread|repeated|left) (?:this|that|it|the same)(?: \w+){0,2} (?:in|on|across|all over) (?:\w+ )?(?:places|sites|pages|platforms|groups|over|channels)",
    ),
    (
        "checked seated looked",
        r"(?:we|I)(?:'ve| have) (?:checked|looked|been through|gone through|reviewed)(?: \w+){0,5}? and (?:you (?:were|had|did|never|got|arrived|left|have|are|signed|said)|(?:it|there|nothing|that|the \w+) (?:was|were|is|did|has|never)(?: not|n't| no)?\b(?! (?:wrong|broken|late|our|my|right|true|mis|a mistake|should)))",
    ),
    (
        "till desk there front remember saw present met served",
        r"(?:I|we) (?:was|were) (?:there|on the (?:till|desk|floor|door|bar)|present|at the (?:till|desk|front))(?: \w+){0,4}?,? (?:and|so) (?:you|that|it|nobody|nothing|no one|I (?:saw|heard) (?:you|no|nothing))|(?:we|I) (?:all )?remember (?:you|your (?:visit|party|group|table)) (?:all too |very |only too |quite )?well|what (?:\w+ )?(?:of )?(?:my|our) (?:staff|team|people|colleagues|waiters|nurses)(?: \w+)? (?:saw|heard|witnessed|remember|recall)",
    ),
    (
        "reconsider retract delete remove withdraw",
        rf"(?:suggest|advise|ask|expect|require|insist|demand|request|want|kindly|please|urge)(?: that)?(?: you)?(?: to| should| must| now)? (?:reconsider|retract|delete|remove|withdraw|take down|correct|amend) (?:it|this|that|your|the)(?: \w+)? ?(?:{_POST})?(?= ?[.,!]| before| or| and| immediately| at once)|take your (?:\w+ )?(?:review|custom|business|lies|drama) elsewhere",
    ),
)
_PLAN = r"(?:plan|policy|cover|contract|membership|subscription|loan|mortgage|licence|tenancy|lease|visa|application|account|card|payment|direct debit|claim|benefits?|deposit|finance|credit|booking|order|reservation|prescription|results?|card payment)"
_ILL = r"(?:biopsy|scan|x-?ray|mri|root canal|surgery|operation|blood (?:test|pressure|results?)|test (?:result|score)s?|diagnosis|pregnan\w+|therap\w+|counselling|chart|medical \w+|medication|prescription|smear|hiv|std|sti|ivf|chemo\w*|implants?|filler|botox|check-?ups?|dosage|dose|depression|anxiety|condition|allerg\w+|disability|rehab|addiction|weight|hearing aids?|dentures?|fertility|miscarriage|infection|cholesterol|insulin|antidepressants?)"
LEAKING = Frames(
    (
        "owe owed owing owes arrears behind debt debts unpaid overdue overdrawn outstanding rent bounced",
        r"(?:you|you're|you've|your (?:account|rent|balance|card|plan|loan))(?: \w+){0,3}? (?:owing|owe|owed|behind|in arrears|in debt|overdrawn|overdue|bounced)(?: \w+)? (?:us|me|[£$€₦₹]|\w+ (?:months?|payments?|weeks?)|on (?:the|your)|with (?:the|your)|rent|for)\S*|\b(?:balance|debt|invoice|bill|arrears) of (?:[£$€₦₹]|rs)\S*|(?:months?|weeks?|payments?|instal\w+) (?:behind|in arrears|overdue|unpaid)",
    ),
    (
        "declined refused lapsed blocked suspended rejected cancelled frozen closed expired defaulted repossessed withheld kept turned affordability fraud",
        rf"(?:your|the) (?:\w+ )?{_PLAN} (?:was|were|is|has been|had been|had|has|got)? ?(?:\w+ly )?(?:declined|refused|lapsed|blocked|suspended|rejected|frozen|defaulted|repossessed|withheld|kept|turned down|cancelled by (?:you|your)|denied|flagged|expired)\b(?! by (?:our|my) (?:mistake|error|own))(?: (?:on|for|because|due|by|over|after|as|when)\b[^.!?\n]{{0,40}})?(?=[^.!?\n]{{0,60}}(?:because|for (?:missed|suspected|late|unpaid|repeated|a missed|breach)|non-?pay|fraud|affordab|credit (?:score|check|history|record)|criminal|end of|you (?:missed|did not|didn't|failed|owe)))",
    ),
    (
        "file records system account notes chart statement history profile",
        r"(?:see|seen|looked|looking|checked|pulled|opened|shows?|noted|noticed|know)(?: \w+){0,3}? (?:from|on|in|at|through|up|by)?(?: \w+)? ?your (?:file|records|account|notes|chart|statements?|history|profile|bank statement|medical|transactions?|purchase history|browsing)\b(?= (?:that|and) (?:you|it shows|it says|your|there)|,? (?:you|which shows|it shows|it says)\b)(?! (?:by|in private|privately|tomorrow|today when))|your (?:statement|file|chart|notes|history|browsing history) (?:shows?|says?|notes|has you|tells?|records|lists)|(?:as|what) your (?:doctor|therapist|gp|counsellor|nurse|consultant|teacher|social worker|manager|landlord|\w+) (?:noted|wrote|recorded|said|told us|put|says) (?:in|on|down|about|that|in your)",
    ),
    (
        "biopsy scan xray x mri root surgery operation blood test tests diagnosis pregnant pregnancy therapy therapist counselling chart medical medication prescription smear hiv std sti ivf chemo chemotherapy implants filler botox checkup check"
        " checkups ups dosage dose depression anxiety allergy allergic disability rehab addiction dentures fertility miscarriage infection insulin antidepressants",
        rf"your (?:\w+ )?{_ILL}\b (?:came back|was|were|is|are|on the|from|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|results?|showed|shows|has|have|had|appointment|procedure|treatment|treatments)(?! (?:ready|moved|cancelled|late|lost|delayed|postponed))|(?:we|I|dr \w+) (?:did|gave|performed|carried out|fitted|prescribed|treated) (?:you|your)(?: \w+){{0,3}}? {_ILL}|you (?:were|are|was) (?:\w+ ){{0,4}}pregnant (?:when|at the time|and|so) (?:you (?:signed|booked|joined|came)|told|did not|didn't|never)|(?<!so\s)you (?:missed|skipped|cancelled|did not (?:attend|turn up for)|didn't (?:attend|turn up for))(?: \w+){{0,3}} (?:{_ILL}|appointments?|sessions?)",
    ),
    (
        "wife husband partner son daughter mother father mum mom dad brother sister boy girl child kids kid children boss employer landlord neighbour ex dog cat flatmate",
        rf"your {_KIN}(?: [A-Z]\w+)?(?:'s (?:report|results?|exam|test|file|marks|behaviou?r|attendance|record|debt|account|card|grades?|driving)\b|(?: also| then| has| had| was| were| first| is){{0,2}} (?:cancel\w+|fail\w+|refus\w+|bit|collected late|been collected|picked up late|expelled|suspended|rude|owes?|agreed|admitted|damaged|broke|hit|swore|was drunk))(?! (?:and asked|me to write|us to write))|fail(?:ing|ed)(?: \w+){{0,4}} (?:once|twice|three times|again)\b",
    ),
    (
        "address live lives living home flat house street close road avenue",
        r"(?:the |your )?(?:address|home address|postcode) (?:we|I|that we|which we) (?:hold|have|keep|see)(?: \w+){0,3}? is\b|(?:at|to|is|of) \d{1,4}[a-z]? (?-i:[A-Z]\w+) (?-i:Close|Road|Street|Avenue|Lane|Drive|Court|Way|Crescent|Place|Terrace|Gardens)\b(?=[^.!?\n]{0,40}(?:driver|deliver|left|went|where|and that|courier|is where|your))",
    ),
    (
        "ending account card monzo hdfc visa mastercard bank paypal revolut",
        r"(?:your|to your|on your|from your) (?:(?-i:[A-Z]\w+) )?(?:card|account|visa|mastercard|monzo|paypal|revolut|amex|bank)(?: account| card)?(?: number| no\.?)? (?:ending|ends|no\.?|number|xx)\b(?: in| with)? ?\w*|(?:refunded|credited|paid|returned)(?: \w+){0,6} to your (?-i:[A-Z]\w+)\b(?! in)",
    ),
    (
        "room table seat guest couple reference booking",
        r"(?:you|your party|remember you|the couple|guest|stayed|staying)(?: (?:well|were|stayed|had|both|two|who|are|all|of|staying)){0,3},? (?:in |at |from )?(?:room|flat|suite|cabin|apartment) \d+",
    ),
    (
        "tariff scheme hardship benefits benefit allowance payday bankrupt insolvency prepay prepayment",
        r"(?:you're|you are|see you|you were|you've been|as you|being)(?: \w+){0,3} (?:on|in|under|claiming|getting) (?:our |the |a |your )?(?:\w+ )?(?:hardship|low-income|benefits?|debt|payment|repayment|payday|bankrupt\w*|insolvency|social|welfare|prepay\w*|student)(?: \w+)?",
    ),
    (
        "mail email phone mobile number texted text",
        r"(?:e-?mail|mail|inbox|account)(?: \w+)? (?:at|to|is) [\w.-]{2,40}@\w+|(?:texted|rang|called|phoned|messaged) (?:you (?:on|at) )?(?:\d[\dx* -]{4,}|the number (?:in|ending|for) )|@[a-z]{3,12}\b(?=\.|,|$)(?<!@[a-z])",
    ),
    ("deposit", r"your deposit was (?:kept|withheld|not returned)|(?:why|how) your deposit"),
    (
        "casino bar pub club hotel affair",
        r"you (?:at|in|were at|spent|withdrew|paid)(?: \w+){0,4} (?:casino|betting shop|strip club|bookmaker\w*|off-?licence)|(?:shows|show|has|have|had) you (?:at|in|with|buying|leaving|entering|walking|using|driving|on)\b",
    ),
    (
        "caught police arrested convicted criminal sacked dismissed fired divorce divorced",
        r"(?:you|your \w+) (?:were|was|had been|have been|got|are) (?:\w+ )?(?:arrested|convicted|sacked|dismissed|fired|divorced|evicted|prosecuted|cautioned|caught)\b|your (?:divorce|conviction|arrest|criminal record|dismissal|eviction|caution|disciplinary)",
    ),
)
_FAIR = late(
    r"\b(?:(?:we|I) (?:disagree|dispute) with nothing|nothing (?:you wrote|to argue)|you (?:were|are|'re) right|with your permission|I(?:'d| would) rather not|not (?:going to|here to) argue|won't argue|in private|privately|don't (?:put|post)|please (?:don't|do not)|as you (?:say|wrote|told)|signed off|you signed off|our (?:fault|mistake|error)|I was wrong|we were wrong|we should have|I should have|our two accounts|(?:allowed|able) to discuss|discuss \w+ (?:\w+ )?(?:here|on this)|owe (?:you|us nothing|nothing|yourse\w+)|unpaid leave|in error|although you|only what you|your own check|the one with|whether|you asked|nothing for)\b",
    re.IGNORECASE,
)
#: Their case in a draft that speaks to one person alone: news that comes with help, and no quarrel.
_KINDLY = late(
    r"\b(?:so that we can|I can show you|and I'll|I've frozen|you will see it|would like to go through|has been settled|is settled|is ready)\b",
    re.IGNORECASE,
)


def fair(draft: Draft) -> Callable[[re.Match[str]], bool]:
    """Whether the sentence grants them their word, keeps a thing out of public, or is news that comes with help."""

    def is_fair(found: re.Match[str]) -> bool:
        sentence = draft.sentence(found.start())
        return bool(_FAIR.search(sentence)) or bool(_KINDLY.search(sentence))

    return is_fair
