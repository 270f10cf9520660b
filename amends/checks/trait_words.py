"""Knows what is taken for granted about a person: age, body, faith, purse, language, wits; guessed, told of their kind, or given as the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.frames import Frames
from amends.drafts.cue import late

if TYPE_CHECKING:
    from amends.drafts.draft import Draft

#: What is guessed of one person.
_TRAIT = (
    r"(?:disabled|elderly|old(?:er)?|blind|deaf|pregnant|expecting|a pensioner|retired|foreign|vulnerable|a senior|autistic|on the spectrum|an immigrant|muslim|christian|jewish|hindu|sikh|hard of hearing|frail|confused|forgetful|housebound|unwell|ill"
    r"|in (?:a (?:wheel)?chair|poor health|your (?:condition|state|situation))|short-sighted|overweight|a (?:single|lone|young|new|first-time|busy|working|nursing|older)(?: \w+)? (?:mum|mother|mom|dad|father|parent|lady|man|woman|person)|a (?:widow|widower|student|foreigner|newcomer|teenager|woman|lady|girl|gentleman|mum|mother)|the elderly|dyslexic|illiterate"
    r"|depressed|anxious|stressed|emotional|fragile|sensitive|lonely|isolated|grieving|unstable|not (?:very |so |too |that |really )?(?:technical|tech\S*|computer\S*|good with|used to|comfortable with|confident|familiar with|a native|able to|well|able-bodied|thinking straight|quite thinking|coping|yourself)|(?:in|on) (?:a|your|a low|a fixed|a tight|a limited) (?:pension|budget|income)|on benefits|hard up|short of (?:money|cash)|struggling|poor|unemployed|out of work|homeless|illegal|uneducated|dependent|menopausal|hormonal|addicted|drinking|medicated|disadvantaged)"
)
#: What one may have that is guessed.
_HAVING = r"(?:trouble|difficult(?:y|ies)|problems?|a problem|issues|needs|a condition|a disability|an impairment|anxiety|depression|dementia|memory|dyslexia|adhd|autism|a hearing|poor (?:eyesight|hearing|sight|english)|bad (?:eyes|knees|back|legs)|mobility|arthritis|learning|low (?:income|mood)|little (?:money|english|education|experience)|mental|limited (?:english|means|mobility|sight|income|movement)|no (?:family|car|internet|smartphone|one at home)|a language barrier|money (?:worries|troubles|problems)|financial|health)"
_GUESS = r"(?:I|we)(?:'d|'m|'ve| would| have| had| did| can| could| am)?(?: \w+ly| just| also){0,2} (?:imagine|guess(?:ed|ing)?|suspect(?:ed)?|presume[d]?|assum(?:e|ed|ing)|expect(?:ed)?|take it|took it|suppose[d]?|figure[d]?|gather(?:ed)?|reckon(?:ed)?|thought|think|sense[d]?|infer(?:red)?|understood|could tell|can tell|can see|could see|could hear|can hear|noticed|feel|felt)"
_SEEM = r"(?:you(?:'re| are| seem(?:ed)?| sound(?:ed)?| look(?:ed)?| appear(?:ed)?| come across| came across| strike me| struck me| must be| may be| might be| were)|it (?:sounds|seems|looks|appears)(?: to me| to us)?(?: like| as if| as though| that)? you(?:'re| are| might be| may be| have| might have| may have| struggle| find)?)"
_VERY = r"(?: to be| to have| as| like| as if| that you're| that you are| that you| a bit| a little| rather| quite| very| so| clearly| obviously| evidently| probably| perhaps| plainly| just| only| somewhat| under| an?| the| of| by nature| possibly| now| still| already| really| someone who is| somebody who is| a person who is| the sort who's| getting| of a certain){0,4}"
_KIND = (
    r"(?:(?:many|most|some|a lot|lots|all|several)(?: of)? )?(?:our |the |you )?(?:older|elderly|senior|young(?:er)?|disabled|deaf|blind|foreign|overseas|immigrant|asian|african|indian|chinese|muslim|religious|single|pregnant|retired|female|male|working-class|poorer|rural|country|vulnerable|autistic|mature|non-native|international|low-income|unemployed|expectant|new|first-time|village|traditional)"
    r"(?:er)? (?:people|customers?|persons|guests|users|ladies|gentlemen|men|women|folks?|passengers|patients|residents|tenants|mothers|mums|parents|students|clients|members|drivers|visitors|tourists|callers|generation|persons)"
    r"|(?:ladies|women|men|gentlemen|students|pensioners|seniors|the elderly|mums?-to-be|mothers-to-be|expectant mothers|mums|teenagers|millennials|foreigners|immigrants|tourists|widows|widowers|boomers|(?:folks?|people|those|ladies|gentlemen|customers|someone|somebody)(?: like you| your age| of your (?:age|generation|background|faith|sort|years|kind)| at your (?:age|stage|time)| in your (?:condition|position|state|situation|circumstances)| from your (?:country|part|area|background|community|estate)| out (?:in|there)(?: the \w+)?| on (?:benefits|pensions|low incomes)| with (?:your|a) (?:condition|kind|sort|\w+ (?:condition|problem|disability))| over \d\d| who (?:live alone|are on their own))|your (?:generation|age group|lot|sort|community|culture|people|religion|faith)|you (?:people|lot|ladies|students|pensioners|girls|older \w+|young \w+|seniors|folk))"
)
_DO = r"(?: do| will| would| are| can| is)?(?: often| usually| sometimes| always| never| generally| typically| normally| frequently| all| really| just| rarely| seldom| hardly ever){0,2} (?:tend(?:s)?|struggles?|finds?|get|gets|getting|have trouble|have difficulty|forgets?|cannot|can't|need|needs|prefers?|don't|doesn't|do not|isn't|aren't|are not|is not|read|like|likes|panic|worry|fast|eat|a (?:little|bit)|always|muddle\w*|confuse\w*|shouldn't|should not|can be|are (?:usually|often|more|less|not|always|a)|rely|relies|want|expect|have|has|struggle|know|won't|wouldn't|would rather|drive|pay|complain|find)\b"
_KIN = r"(?:relative|daughter|son|grand(?:child(?:ren)?|son|daughter)|children|kids|carer|caregiver|family(?: member)?|husband|wife|friend|neighbour|father|mother|dad|mum|partner|brother|nephew|niece|guardian|someone younger|somebody younger|younger \w+|next of kin|support worker|social worker|son-in-law|man of the house)"
TRAIT = Frames(
    (
        "imagine guess guessed guessing suspect suspected presume presumed assume assumed assuming expect expected take took suppose supposed figure figured gather gathered reckon reckoned thought think sense sensed infer inferred tell see hear noticed feel felt understood",
        rf"{_GUESS}(?: that| from your (?:\w+ )?\w+| by your \w+| on the phone| from (?:how|the way) you \w+){{0,2}} (?:you(?:'re|'d| are| were| would| might| may| must| will|'ll)?|your|on|money|the \w+|with|being|a \w+|someone|things)(?: be| have| has| had| are| is| get| find)?{_VERY} (?:{_TRAIT}|{_HAVING}|tight\b|beyond you|a struggle|too much for you|english|every penny|pension|used to|be used|getting on|on your own|live alone|living alone)\b",
    ),
    (
        "seem seemed sound sounds sounded look looks appear appears come came must obviously clearly expecting depressed under",
        rf"{_SEEM}{_VERY} (?:{_TRAIT}|under (?:a lot of )?(?:strain|stress|pressure)|{_HAVING}|(?:a |an )?(?:sensitive|anxious|nervous|delicate|gentle|lonely|emotional|vulnerable|fragile) (?:soul|person|type|customer|by nature|nature|disposition|lady|man|flower)|anxious by nature)\b(?! (?:from|about|that we|because we|by (?:us|our|this|that)|with (?:us|the|our)|to hear))",
    ),
    (
        "because given since as being seeing considering due owing account view for with in at knowing",
        rf"(?:because (?:of )?|given (?:that )?|since |as |being |seeing (?:that|as|how) |considering (?:that )?|due to |owing to |on account of |in view of |knowing (?:that )?|what with )(?:of )?(?:(?:you(?:'re| are| were|'ve| have)|your being|your)?{_VERY} )?(?:{_TRAIT}(?! (?:bottle|glass|fault|policy|system|building))|(?<=your\s)(?:\w+ )?(?:age|disabilit\w+|condition|illness|gender|religion|faith|nationality|background|pregnancy|accent|origins?|english|sight|eyesight|hearing|culture|size|weight|build|height|surname|benefits|income|means|circumstances|upbringing|education|mental \w+|advanced \w+|frailty|time of life|job|area|postcode|neighbourhood|name|diagnosis|grief|bereavement|loss|situation|nerves|health|stage of life))\b(?=[^.!?\n]{{0,90}}\b(?:we|I|you|it|that's|your|perhaps|maybe|the|a|special|queue|extra)\b)",
    ),
    (
        "english language",
        r"(?:english|it) (?:isn't|is not|not being|may not be|might not be|is clearly not)(?: \w+)? (?:your|a) (?:first|native|mother|main|own|strongest)|your (?:english|spelling|accent|grammar|handwriting)(?: \w+)? (?:is|isn't|being|may|might|suggests?|seems?|makes?)|language barrier|(?:first|native) language (?:isn't|is not|clearly)",
    ),
    (
        "age stage years life condition size shape background kind",
        r"(?:at|for (?:a|someone|somebody|one)(?: \w+)?(?: at| of)?|of|in) your (?:age|stage of life|time of life|stage|years|advanced years|condition|state|delicate \w+|tender age|kind of illness)\b(?! (?:of|when|on|at|was|is|has been typed))(?!,? (?:category|group|was))|(?:lady|gentleman|man|woman|person|someone|somebody)(?: \w+)? (?:of|with|in|at) (?:your|a certain) (?:age|years|kind|condition|size|build|generation|background|vintage|sort|illness|faith|means)(?: of \w+)?\b|a certain age",
    ),
    (
        "people customers persons guests users ladies passengers women men gentlemen students pensioners seniors elderly mums mothers teenagers millennials foreigners immigrants tourists widows folks folk those someone somebody generation lot sort community culture parents patients residents tenants members drivers visitors callers",
        rf"(?:{_KIND}){_DO}",
    ),
    (
        "relative daughter son grandchild grandchildren grandson granddaughter children kids carer caregiver family husband wife friend neighbour father mother dad mum partner brother nephew niece guardian younger kin",
        rf"(?:is|isn't) (?:there|your|a)(?: \w+){{0,3}}? {_KIN}(?: \w+){{0,4}}? (?:about|around|at home|available|who could|who can|there|that (?:I|we) (?:could|can|might)|(?:I|we) (?:could|can|might) (?:speak|talk))|(?:ask|let|get|have|maybe ask|perhaps ask|tell|bring)(?: an?| your| one of your| some)? {_KIN} (?:to (?:\w+ )?(?:call|ring|help|do|handle|explain|read|come|speak|sort|manage|contact|go|take|assist|set)|help\b|handle|do (?:it|this|that)|explain|read|speak)|(?:perhaps|maybe|ask|could|can|might|so) (?:ask )?(?:an?|your|some) {_KIN}(?: \w+){{0,2}}? ?(?:could|can|might|may|help|do|to help)?(?=[.!?]| help| could| can| might)"
        rf"|(?:gave|given|sent|explained|spoke|spoken|left|passed|told|showed|shown|send|copied|emailed)(?: \w+){{0,5}}? (?:to|with|by) your {_KIN}(?=[^.!?\n]{{0,20}}(?:,| as| so| since| because| instead| who)[^.!?\n]{{0,40}}(?:understand|better|easier|instead|manage|help|know|explain|for you|on your behalf)|[.!]? ?$)",
    ),
    (
        "anyone anybody someone somebody home responsible",
        r"(?:do you have|have you(?: got)?|is there)(?: \w+)? (?:someone|somebody|anyone|anybody|a responsible \w+|an adult|a grown-?up)(?: \w+){0,3} (?:who|that|to|responsible|at home|else)(?: \w+){0,2} (?:could|can|might|help|explain|speak|talk|read|look after|handle|do)\b|somebody responsible|someone responsible",
    ),
    (
        "vulnerable marker flagged vulnerability extra care",
        r"(?:put|marked|flagged|noted|recorded|registered|classed|treated|logged|listed|tagged|down|coded|regard\w*|treat\w*)(?: \w+){0,4}? (?:as|as a|for|under) (?:an? |being |potentially |possibly |extra[- ]|one of our ){0,2}(?:vulnerab\w+|at[- ]risk|special[- ]needs|extra[- ]care|elderly|disabled|high[- ]need|hardship|fragile|priority[- ]needs|confused|mental)|(?:vulnerab\w+|extra[- ]care|special[- ]needs|mental[- ]health)(?:[- ]\w+)? (?:marker|flag|note|register|list|case|queue|team)(?: \w+){0,3}? (?:because|given|on account|as you|due|since|to your|on your)|noted (?:that )?(?:you are|you're|you may be|you as|you seem) (?:now )?(?:an? )?\w+",
    ),
    (
        "name surname accent look looks voice handwriting area postcode street",
        r"(?:with|from|by|given|judging (?:by|from)|going by) (?:a |your |the )?(?:name like yours|surname|accent|name|looks?(?: of (?:you|your \w+|it))?|voice|handwriting|area you live in|postcode|photo|profile picture|way you (?:speak|write|sound\w*|dress\w*)|sound of (?:you|it|your \w+)|where you (?:live|come from|are from)),? (?:that )?(?:(?:I|we)(?:'d| had| have)? (?:\w+ )?(?:assum\w+|presum\w+|figur\w+|guess\w*|thought|took|suppos\w+|gather\w*|imagin\w+|expect\w*|take|put|reckon\w*)|you(?:'d|'re| would| are| must| will| want| prefer| may))|(?:could|can) tell (?:from|by) your (?:sur)?(?:name|accent|voice|photo|writing|address)",
    ),
    (
        "coming from where",
        r"coming from (?:where you|your (?:country|part|culture|background)|a (?:country|culture|place))|where you(?:'re| are| come) from(?:,)? (?:people|they|things|it|you)",
    ),
    (
        "medication forget forgotten memory tablets pills hormones baby brain",
        r"(?:the|your) (?:medication|tablets|pills|hormones|memory|nerves|grief|illness|condition|pregnancy|treatment|painkillers|drink)(?: \w+){0,2} (?:has|have|is|are|makes?|made|may|might|must|could)(?: have| be)? ?(?:made you|make you|caused|making you|you|playing|affect\w*|cloud\w*|the reason|to blame|confus\w*)|baby brain|senior moment",
    ),
    (
        "only just student girl boy youngster young",
        r"you(?:'re| are) (?:only|just|still|but) (?:an? )?(?:\w+ )?(?:student|girl|boy|youngster|young|child|kid|teenager|woman|lady|housewife|pensioner)\b",
    ),
    (
        "woman man lady mother father pensioner foreigner widow student mum immigrant girl parent",
        r"(?:as|being|for) an? (?:\w+ )?(?:woman|man|lady|mother|father|pensioner|foreigner|widow|widower|student|mum|immigrant|girl|(?:single |new |busy )parent|newcomer|visitor to this country)(?: \w+){0,5}?,? (?:you|this|it|we|I)\b(?! (?:for|can show))|(?:a|the|frail|elderly|old|single|poor|young|lone) (?:\w+ )?(?:woman|lady|girl|mother|gentleman|man)(?: \w+){0,3} (?:on (?:her|his|your) own|living alone|by (?:herself|himself))|burden(?:ing)? an? (?:frail|elderly|old|sick|pregnant)",
    ),
    (
        "strain straight coping nerves hormones emotional",
        r"not (?:quite |really |exactly )?thinking (?:straight|clearly)|(?:natural|normal|understandable|usual|common) (?:that|for)(?: \w+){0,3} (?:feels? bigger|emotional|overreact|worse|more upset|in your condition)|your (?:emotions|hormones|nerves) (?:are|may|might)",
    ),
    (
        "daunting technical technology apps internet online computers beyond",
        r"(?:online|the (?:app|form|website|internet|stairs|portal|menu|system|process))(?: \w+){0,3} (?:can be|may be|might be|must be|will be|is|are|would be)(?: \w+)? (?:daunting|confusing|too (?:much|hard|complicated|difficult|technical)|beyond you|a lot|tricky|scary|overwhelming) (?:for (?:you|someone|somebody|people|an)|at your|in your)|beyond you\b(?= at|,| so|\.)|(?:keep|make) (?:it|this|things) simple for you|not (?:very |really |so |too )?(?:good|comfortable|confident|keen) (?:with|on) (?:apps|computers|technology|the internet|online|smartphones)",
    ),
    (
        "fast pray faith religion ramadan culture you",
        r"since you (?:people|lot|all) \w+|your (?:people|lot|kind|sort|religion|faith|culture) (?:don't|do not|doesn't|does not|won't|would|prefer|must|can't|cannot|never|always|like|expect)",
    ),
)
_ASKED = late(
    r"\b(?:you (?:mentioned|told|said|wrote|asked|explained|let|signed off|ticked|gave us)|as you (?:mentioned|told|said|wrote|asked|wish|please)|thank you for telling|would you (?:like|prefer)|who should I|do you want|if (?:a|you|money)|may I (?:ask|note)|holds your power|anyone over|whether they ask|your (?:son|daughter|wife|husband) (?:signed|rang|told|said|wrote)|at your request|with your leave|you needn't|you need not)\b",
    re.IGNORECASE,
)


def told(draft: Draft, found: re.Match[str]) -> bool:
    """Whether the sentence repeats what they told us, or asks."""
    return bool(_ASKED.search(draft.sentence(found.start())))
