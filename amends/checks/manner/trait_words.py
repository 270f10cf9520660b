"""Knows what is taken for granted of a person (age, body, faith, purse, language, wits): guessed, or given as the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from amends.drafts.draft import Draft

#: What is guessed of one person.
_TRAIT = (
    r"(?:disabled|elderly|old(?:er)?|blind|deaf|pregnant|expecting(?=[,.]| a baby| a child)|a pensioner|retired"
    r"|foreign|vulnerable|a senior|autistic|on the spectrum|an immigrant|muslim|christian|jewish|hindu|sikh"
    r"|hard of hearing|frail|confused|forgetful|housebound|unwell|ill"
    r"|in (?:a (?:wheel)?chair|poor health|your (?:condition|state|situation))|short-sighted|overweight|a (?:single"
    r"|lone|young|new|first-time|busy|working|nursing|older)(?: \w+)? (?:mum|mother|mom|dad|father|parent|lady|man"
    r"|woman|person)|a (?:widow|widower|student|foreigner|newcomer|teenager|woman|lady|girl|gentleman|mum|mother)"
    r"|the elderly|dyslexic|illiterate"
    r"|depressed|anxious|stressed|emotional|fragile|sensitive|lonely|isolated|grieving|unstable|not (?:very |so |too "
    r"|that |really )?(?:technical|tech\S*|computer\S*|good with|used to|comfortable with|confident|familiar with"
    r"|a native|able to|well|able-bodied|thinking straight|quite thinking|coping|yourself)|(?:in|on) (?:a|your|a low"
    r"|a fixed|a tight|a limited) (?:pension|budget|income)|on benefits|hard up|short of (?:money|cash)|struggling"
    r"|poor|unemployed|out of work|homeless|illegal|uneducated|dependent|menopausal|hormonal|addicted|drinking"
    r"|medicated|disadvantaged)"
)
#: What one may have that is guessed.
_HAVING = (
    r"(?:trouble|difficult(?:y|ies)|problems?|a problem|issues|needs|a condition|a disability|an impairment|anxiety"
    r"|depression|dementia|memory|dyslexia|adhd|autism|a hearing|poor (?:eyesight|hearing|sight|english)|bad (?:eyes"
    r"|knees|back|legs)|mobility|arthritis|learning|low (?:income|mood)|little (?:money|english|education|experience)"
    r"|mental|limited (?:english|means|mobility|sight|income|movement)|no (?:family|car|internet|smartphone"
    r"|one at home)|a language barrier|money (?:worries|troubles|problems)|financial|health)"
)
_GUESS = (
    r"(?:I|we)(?:'d|'m|'ve| would| have| had| did| can| could| am)?(?: \w+ly| just| also){0,2} (?:imagine|guess(?:ed"
    r"|ing)?|suspect(?:ed)?|presume[d]?|assum(?:e|ed|ing)|expect(?:ed)?|take it|took it|suppose[d]?|figure[d]?"
    r"|gather(?:ed)?|reckon(?:ed)?|thought|think|sense[d]?|infer(?:red)?|understood|could tell|can tell|can see"
    r"|could see|could hear|can hear|noticed|feel|felt)"
)
_SEEM = (
    r"(?:you(?:'re| are| seem(?:ed)?| sound(?:ed)?| look(?:ed)?| appear(?:ed)?| come across| came across| strike me"
    r"| struck me| must be| may be| might be| were)|it (?:sounds|seems|looks|appears)(?: to me| to us)?(?: like| as if"
    r"| as though| that)? you(?:'re| are| might be| may be| have| might have| may have| struggle| find)?)"
)
_VERY = (
    r"(?: to be| to have| as| like| as if| that you're| that you are| that you| a bit| a little| rather| quite| very"
    r"| so| clearly| obviously| evidently| probably| perhaps| plainly| just| only| somewhat| under| an?| the| of"
    r"| by nature| possibly| now| still| already| really| someone who is| somebody who is| a person who is"
    r"| the sort who's| getting| of a certain){0,4}"
)
_KIND = (
    r"(?:(?:many|most|some|a lot|lots|all|several)(?: of)? )?(?:our |the |you )?(?:older|elderly|senior|young(?:er)?"
    r"|disabled|deaf|blind|foreign|overseas|immigrant|asian|african|indian|chinese|muslim|religious|single|pregnant"
    r"|retired|female|male|working-class|poorer|rural|country|vulnerable|autistic|mature|non-native|international"
    r"|low-income|unemployed|expectant|new|first-time|village|traditional)"
    r"(?:er)? (?:people|customers?|persons|guests|users|ladies|gentlemen|men|women|folks?|passengers|patients"
    r"|residents|tenants|mothers|mums|parents|students|clients|members|drivers|visitors|tourists|callers|generation"
    r"|persons)"
    r"|(?:ladies|women|men|gentlemen|students|pensioners|seniors|the elderly|mums?-to-be|mothers-to-be"
    r"|expectant mothers|mums|teenagers|millennials|foreigners|immigrants|tourists|widows|widowers|boomers|(?:folks?"
    r"|people|those|ladies|gentlemen|customers|someone|somebody)(?: like you| your age| of your (?:age|generation"
    r"|background|faith|sort|years|kind)| at your (?:age|stage|time)| in your (?:condition|position|state|situation"
    r"|circumstances)| from your (?:country|part|area|background|community|estate)| out (?:in|there)(?: the \w+)?"
    r"| on (?:benefits|pensions|low incomes)| with (?:your|a) (?:condition|kind|sort|\w+ (?:condition|problem"
    r"|disability))| over \d\d| who (?:live alone|are on their own))|your (?:generation|age group|lot|sort|community"
    r"|culture|people|religion|faith)|you (?:people|lot|ladies|students|pensioners|girls|older \w+|young \w+|seniors"
    r"|folk))"
)
_DO = (
    r"(?: do| will| would| are| can| is)?(?: often| usually| sometimes| always| never| generally| typically| normally"
    r"| frequently| all| really| just| rarely| seldom| hardly ever){0,2} (?:tend(?:s)?|struggles?|finds?|get|gets"
    r"|getting|have trouble|have difficulty|forgets?|cannot|can't|need|needs|prefers?|don't|doesn't|do not|isn't"
    r"|aren't|are not|is not|read|like|likes|panic|worry|fast|eat|a (?:little|bit)|always|muddle\w*|confuse\w*"
    r"|shouldn't|should not|can be|are (?:usually|often|more|less|not|always|a)|rely|relies|want|expect|have|has"
    r"|struggle|know|won't|wouldn't|would rather|drive|pay|complain|find)\b"
)
_KIN = (
    r"(?:relative|daughter|son|grand(?:child(?:ren)?|son|daughter)|children|kids|carer|caregiver|family(?: member)?"
    r"|husband|wife|friend|neighbour|father|mother|dad|mum|partner|brother|nephew|niece|guardian|someone younger"
    r"|somebody younger|younger \w+|next of kin|support worker|social worker|son-in-law|man of the house)"
)
TRAIT = Turns.known_by(
    (
        "realise realize understand know appreciate aware sure",
        (
            r"(?:I|we)(?:'m| am| are|'re)? (?:realise|realize|understand|know|appreciate|aware|sure)(?: that"
            r"| of course)? (?:you|it|this)(?: (?:may|might|must|can|could|probably|be|is|are)){0,3} (?:struggle|struggling"
            r"|find (?:it|this|that|these) (?:hard|difficult|confusing|tricky)|not (?:be able to|understand|be used|know how"
            r"|follow)|hard for (?:someone|somebody|people) (?:like|of|at|in|with))(?! (?:because of us|after what|that we))"
        ),
    ),
    (
        "little kids children ones husband partner",
        (
            r"with (?:\w+ )?(?:little ones|kids|children|babies|a baby|no (?:husband|partner|family|job|car"
            r"|man))(?: \w+){0,5}?,? (?:you|a|we|it)(?:'d|'ll)?\b(?=[^.!?\n]{0,50}(?:makes sense|must|suit|can't|better|afford"
            r"|smaller|cheaper))"
        ),
    ),
    (
        "daughter son husband wife grandchildren grandson granddaughter children carer neighbour friend family",
        (
            rf"your {_KIN} (?:can|could|should)(?: surely| always| perhaps| probably)? (?:read|help|explain|show|handle|set"
            r"|walk you|talk you|manage|sort|translate|deal)\b"
        ),
    ),
    (
        "part parts country neck culture",
        (
            r"(?:from|in|of) your (?:part of the world|parts|neck of the woods|country|culture|village)(?= (?:knows?|do|does"
            r"|don't|understand|are|is|has|have|will|would|people|things|it|they|this)|,? (?:I|we|you))"
        ),
    ),
    (
        "someone somebody",
        (
            r"(?:as|for|being) (?:someone|somebody|a person|one) (?:on (?:benefits|a pension|a low|your|disability)"
            r"|with (?:your|no|little|limited|mental|learning|mobility|poor) ?\w*|of your|in your|who(?:'s| is"
            r"| has)? (?:clearly |obviously )?(?:old|elderly|retired|disabled|foreign|deaf|blind|unemployed|poor|vulnerable"
            r"|alone|lives alone))(?: \w+){0,4}?,? (?:you|it|this|we)(?:'d|'ll)?\b"
        ),
    ),
    (
        "judging noted",
        (
            r"judging (?:by|from) (?:your|the way you|how you|the sound)(?: \w+)? ?(?:e-?mail|letter|voice|writing|accent|name"
            r"|photo|spelling|tone|picture|sound|write|call|age)|noted that you (?:have|suffer|are"
            r"|may have)(?: \w+)? (?:learning|mental|a disability|dementia|anxiety|disabled|vulnerable|elderly|pregnant"
            r"|depress\w+|hearing|memory|a widow\w*|on your own)"
        ),
    ),
    (
        "nerves imagination hormones grief illness anxiety eyesight",
        (
            r"(?:perhaps|maybe|probably|could be|must be|might be|suspect)(?: it(?:'s| is))?(?: just| only"
            r"| simply)? your (?:nerves|imagination|hormones|grief|illness|condition|age|anxiety|medication|eyesight|hearing"
            r"|memory)"
        ),
    ),
    ("old older elderly", r"(?:old|older|elderly) (?:folks?|ladies|gents|gentlemen|dears|souls)\b"),
    (
        (
            "imagine guess guessed guessing suspect suspected presume presumed assume assumed assuming expect expected take"
            " took suppose supposed figure figured gather gathered reckon reckoned thought think sense sensed infer inferred"
            " tell see hear noticed feel felt understood"
        ),
        (
            rf"{_GUESS}(?: that| from your (?:\w+ )?\w+| by your \w+| on the phone| from (?:how"
            r"|the way) you \w+){0,2} (?:you(?:'re|'d| are| were| would| might| may| must| will|'ll)?|your|on|money|the \w+"
            rf"|with|being|a \w+|someone|things)(?: be| have| has| had| are| is| get"
            rf"| find(?: \w+){{0,2}})?{_VERY} (?:{_TRAIT}|{_HAVING}"
            r"|tight\b|beyond you|a struggle|too much for you|english|every penny|pension|used to|be used|getting on"
            r"|on your own|live alone|living alone)\b"
        ),
    ),
    (
        (
            "seem seemed sound sounds sounded look looks appear appears come came must obviously clearly expecting depressed"
            " under"
        ),
        (
            rf"{_SEEM}{_VERY} (?:{_TRAIT}|under (?:a lot of )?(?:strain|stress|pressure)|{_HAVING}|(?:a |an )?(?:sensitive"
            r"|anxious|nervous|delicate|gentle|lonely|emotional|vulnerable|fragile) (?:soul|person|type|customer|by nature"
            r"|nature|disposition|lady|man|flower)|anxious by nature)\b(?! (?:from|about|that we|because we|by (?:us|our|this"
            r"|that)|with (?:us|the|our)|to hear))"
        ),
    ),
    (
        "because given since being seeing considering owing account knowing",
        (
            r"(?:because (?:of )?|given (?:that )?|since |as |being |seeing (?:that|as|how) |considering (?:that )?|due to "
            r"|owing to |on account of |in view of |knowing (?:that )?|what with )(?:of )?(?:(?:you(?:'re| are| were|'ve"
            rf"| have)|your being|your)?{_VERY} )?(?:{_TRAIT}(?! (?:bottle|glass|fault|policy|system|building))"
            r"|(?<=your\s)(?:\w+ )?(?:age|disabilit\w+|condition|illness|gender|religion|faith|nationality|background"
            r"|pregnancy|accent|origins?|english|sight|eyesight|hearing|culture|size|weight|build|height|surname|benefits"
            r"|income|means|circumstances|upbringing|education|mental \w+|advanced \w+|frailty|time of life|job|area|postcode"
            r"|neighbourhood|name|diagnosis|grief|bereavement|loss|situation|nerves|health"
            r"|stage of life))\b(?=[^.!?\n]{0,90}\b(?:we|I|you|it|that's|your|perhaps|maybe|the|a|special|queue|extra)\b)"
        ),
    ),
    (
        "english language",
        (
            r"(?:english|it) (?:isn't|is not|not being|may not be|might not be|is clearly not)(?: \w+)? (?:your|a) (?:first"
            r"|native|mother|main|own|strongest)|your (?:english|spelling|accent|grammar|handwriting)(?: \w+)? (?:is|isn't"
            r"|being|may|might|suggests?|seems?|makes?)|language barrier|(?:first|native) language (?:isn't|is not|clearly)"
        ),
    ),
    (
        "age stage years life condition size shape background kind",
        (
            r"(?:at|for (?:a|someone|somebody|one)(?: \w+)?(?: at| of)?|of|in) your (?:age|stage of life|time of life|stage"
            r"|years|advanced years|condition|state|delicate \w+|tender age|kind of illness)\b(?! (?:of|when|on|at|was|is"
            r"|has been typed))(?!,? (?:category|group|was))|(?:lady|gentleman|man|woman|person|someone"
            r"|somebody)(?: \w+)? (?:of|with|in|at) (?:your|a certain) (?:age|years|kind|condition|size|build|generation"
            r"|background|vintage|sort|illness|faith|means)(?: of \w+)?\b|a certain age"
        ),
    ),
    (
        (
            "people customers persons guests users ladies passengers women men gentlemen students pensioners seniors elderly"
            " mums mothers teenagers millennials foreigners immigrants tourists widows folks folk those someone somebody"
            " generation lot sort community culture parents patients residents tenants members drivers visitors callers"
        ),
        rf"(?:{_KIND}){_DO}",
    ),
    (
        (
            "relative daughter son grandchild grandchildren grandson granddaughter children kids carer caregiver family"
            " husband wife friend neighbour father mother dad mum partner brother nephew niece guardian younger kin"
        ),
        (
            rf"(?:is|isn't) (?:there|your|a)(?: \w+){{0,3}}? {_KIN}(?: \w+){{0,4}}? (?:about|around|at home|available|who could"
            r"|who can|there|that (?:I|we) (?:could|can|might)|(?:I|we) (?:could|can|might) (?:speak|talk))|(?:ask|let|get"
            rf"|have|maybe ask|perhaps ask|tell|bring)(?: an?| your| one of your| some)? {_KIN} (?:to (?:\w+ )?(?:call|ring"
            r"|help|do|handle|explain|read|come|speak|sort|manage|contact|go|take|assist|set)|help\b|handle|do (?:it|this"
            r"|that)|explain|read|speak)|(?:perhaps|maybe|ask|could|can|might|so) (?:ask )?(?:an?|your"
            rf"|some) {_KIN}(?: \w+){{0,2}}? ?(?:could|can|might|may|help|do|to help)?(?=[.!?]| help| could"
            rf"| can(?! (?:see|have|hear|watch|join|come|enjoy)\b)| might)"
            r"|(?:gave|given|sent|explained|spoke|spoken|left|passed|told|showed|shown|send|copied"
            rf"|emailed)(?: \w+){{0,5}}? (?:to|with|by) your {_KIN}(?=[^.!?\n]{{0,20}}(?:,| as| so| since| because| instead"
            r"| who)[^.!?\n]{0,40}(?:understand|better|easier|instead|manage|help|know|explain|for you|on your behalf)"
            r"|[.!]? ?$)"
        ),
    ),
    (
        "anyone anybody someone somebody home responsible",
        (
            r"(?:do you have|have you(?: got)?|is there)(?: \w+)? (?:someone|somebody|anyone|anybody|a responsible \w+"
            r"|an adult|a grown-?up)(?: \w+){0,3} (?:who|that|to|responsible|at home|else)(?: \w+){0,2} (?:could|can|might"
            r"|help|explain|speak|talk|read|look after|handle|do)\b|somebody responsible|someone responsible"
        ),
    ),
    (
        "vulnerable marker flagged vulnerability extra care",
        (
            r"(?:put|marked|flagged|noted|recorded|registered|classed|treated|logged|listed|tagged|down|coded|regard\w*"
            r"|treat\w*)(?: \w+){0,4}? (?:as|as a|for|under) (?:an? |being |potentially |possibly |extra[- ]"
            r"|one of our ){0,2}(?:vulnerab\w+|at[- ]risk|special[- ]needs|extra[- ]care|elderly|disabled|high[- ]need"
            r"|hardship|fragile|priority[- ]needs|confused|mental)|(?:vulnerab\w+|extra[- ]care|special[- ]needs"
            r"|mental[- ]health)(?:[- ]\w+)? (?:marker|flag|note|register|list|case|queue|team)(?: \w+){0,3}? (?:because|given"
            r"|on account|as you|due|since|to your|on your)|noted (?:that )?(?:you are|you're|you may be|you as"
            r"|you seem) (?:now )?(?:an? )?\w+"
        ),
    ),
    (
        "name surname accent look looks voice handwriting area postcode",
        (
            r"(?:with|from|by|given|judging (?:by|from)|going by) (?:a |your |the )?(?:name like yours|surname|accent|name"
            r"|looks?(?: of (?:you|your \w+|it))?|voice|handwriting|area you live in|postcode|photo|profile picture"
            r"|way you (?:speak|write|sound\w*|dress\w*)|sound of (?:you|it|your \w+)|where you (?:live|come from"
            r"|are from)),? (?:that )?(?:(?:I|we)(?:'d| had| have)? (?:\w+ )?(?:assum\w+|presum\w+|figur\w+|guess\w*|thought"
            r"|took|suppos\w+|gather\w*|imagin\w+|expect\w*|take|put|reckon\w*)|you(?:'d|'re| would| are| must| will| want"
            r"| prefer| may))|(?:could|can) tell (?:from|by) your (?:sur)?(?:name|accent|voice|photo|writing|address)"
        ),
    ),
    (
        "coming",
        (
            r"coming from (?:where you|your (?:country|part|culture|background)|a (?:country|culture|place))|where you(?:'re"
            r"| are| come) from(?:,)? (?:people|they|things|it|you)"
        ),
    ),
    (
        "medication forget forgotten memory tablets pills hormones baby brain",
        (
            r"(?:the|your) (?:medication|tablets|pills|hormones|memory|nerves|grief|illness|condition|pregnancy|treatment"
            r"|painkillers|drink)(?: \w+){0,2} (?:has|have|is|are|makes?|made|may|might|must|could)(?: have| be)? ?(?:made you"
            r"|make you|caused|making you|you|playing|affect\w*|cloud\w*|the reason|to blame|confus\w*)|baby brain"
            r"|senior moment"
        ),
    ),
    (
        "only just student girl boy youngster young",
        (
            r"you(?:'re| are) (?:only|just|still|but) (?:an? )?(?:\w+ )?(?:student|girl|boy|youngster|young|child|kid|teenager"
            r"|woman|lady|housewife|pensioner)\b"
        ),
    ),
    (
        "woman man lady mother father pensioner foreigner widow student mum immigrant girl parent",
        (
            r"(?:as|being|for) an? (?:\w+ )?(?:woman|man|lady|mother|father|pensioner|foreigner|widow|widower|student|mum"
            r"|immigrant|girl|(?:single |new |busy )parent|newcomer|visitor to this country)(?: \w+){0,5}?,? (?:you|this|it|we"
            r"|I)\b(?! (?:for|can show))|(?:a|the|frail|elderly|old|single|poor|young|lone) (?:\w+ )?(?:woman|lady|girl|mother"
            r"|gentleman|man)(?: \w+){0,3} (?:on (?:her|his|your) own|living alone|by (?:herself|himself))"
            r"|burden(?:ing)? an? (?:frail|elderly|old|sick|pregnant)"
        ),
    ),
    (
        "strain straight coping nerves hormones emotional",
        (
            r"not (?:quite |really |exactly )?thinking (?:straight|clearly)|(?:natural|normal|understandable|usual"
            r"|common) (?:that|for)(?: \w+){0,3} (?:feels? bigger|emotional|overreact|worse|more upset|in your condition)"
            r"|your (?:emotions|hormones|nerves) (?:are|may|might)"
        ),
    ),
    (
        "daunting technical technology apps internet online computers beyond",
        (
            r"(?:online|the (?:app|form|website|internet|stairs|portal|menu|system|process))(?: \w+){0,3} (?:can be|may be"
            r"|might be|must be|will be|is|are|would be)(?: \w+)? (?:daunting|confusing|too (?:much|hard|complicated|difficult"
            r"|technical)|beyond you|a lot|tricky|scary|overwhelming) (?:for (?:you|someone|somebody|people|an)|at your"
            r"|in your)|beyond you\b(?= at|,| so|\.)|(?:keep|make) (?:it|this|things) simple for you|not (?:very |really |so "
            r"|too )?(?:good|comfortable|confident|keen) (?:with|on) (?:apps|computers|technology|the internet|online"
            r"|smartphones)"
        ),
    ),
    (
        "fast pray faith religion ramadan culture people lot kind sort",
        (
            r"since you (?:people|lot|all) \w+|your (?:people|lot|kind|sort|religion|faith|culture) (?:don't|do not|doesn't"
            r"|does not|won't|would|prefer|must|can't|cannot|never|always|like|expect)"
        ),
    ),
)
_ASKED = late(
    (
        r"\b(?:you (?:mentioned|told|said|wrote|asked|explained|let|signed off|ticked|gave us)|as you (?:mentioned|told"
        r"|said|wrote|asked|wish|please)|thank you for telling|would you (?:like|prefer)|who should I|do you want|if (?:a"
        r"|you|money)|may I (?:ask|note)|holds your power|anyone over|whether they ask|your (?:son|daughter|wife"
        r"|husband) (?:signed|rang|told|said|wrote)|at your request|with your leave|you needn't|you need not)\b"
    ),
    re.IGNORECASE,
)


def told(draft: Draft, found: re.Match[str]) -> bool:
    """Whether the sentence repeats what they told us, or asks."""
    return bool(_ASKED.search(draft.sentence(found.start())))
