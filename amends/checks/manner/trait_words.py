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
    r"|struggle|know|won't|wouldn't|would rather|drive|pay|complain|find|mix|confus\w+|muddle|lose|misread|press"
    r"|choose|like|ask|lean|suit|benefit|cope|miss|skip|enjoy|trust|think)\b"
)
_KIN = (
    r"(?:relative|daughter|son|grand(?:child(?:ren)?|son|daughter)|children|kids|carer|caregiver|family(?: member)?"
    r"|husband|wife|friend|neighbour|father|mother|dad|mum|partner|brother|nephew|niece|guardian|someone younger"
    r"|somebody younger|younger \w+|next of kin|support worker|social worker|son-in-law|man of the house)"
)
TRAIT = Turns(
    (
        r"\b(?:elderly|older|senior|frail|vulnerable|disabled|confused|anxious|foreign|hard-up|low-income"
        r"|pregnant) (?:caller|customer|lady|gentleman|guest|patient|user|person|client|passenger|tenant"
        r"|resident)(?: \w+)? (?:like|such as) (?:you|yourself)"
    ),
    (
        r"\b(?:I|we)(?:'m| am| are|'re)? (?:realise|realize|understand|know|appreciate|aware|sure)(?: that"
        r"| of course)? (?:you|it"
        r"|this)(?: (?:may|might|must|can|could|probably|be|is|are)){0,3} (?:struggle|struggling|find (?:it|this|that"
        r"|these) (?:hard"
        r"|difficult|confusing|tricky)|not (?:be able to|understand|be used|know how|follow)|hard for (?:someone|somebody"
        r"|people) (?:like|of|at|in|with))(?! (?:because of us|after what|that we))"
    ),
    (
        r"\bwith (?:\w+ )?(?:little ones|kids|children|babies|a baby|no (?:husband|partner|family|job|car"
        r"|man))(?: \w+){0,5}?,? (?:you|a|we|it)(?:'d|'ll)?\b(?=[^.!?\n]{0,50}(?:makes sense|must|suit|can't|better"
        r"|afford|smaller"
        r"|cheaper))"
    ),
    (
        rf"\byour {_KIN} (?:can|could|should)(?: surely| always| perhaps| probably)? (?:read|help|explain|show|handle|set"
        r"|walk you"
        r"|talk you|manage|sort|translate|deal)\b"
    ),
    (
        r"\b(?:from|in|of) your (?:part of the world|parts|neck of the woods|country|culture)(?= (?:knows?|do|does|don't"
        r"|understand|are|is|has|have|will|would|people|things|it|they|this)|,? (?:I|we|you))"
    ),
    (
        r"\b(?:as|for|being) (?:someone|somebody|a person|one) (?:on (?:benefits|a pension|a low|your|disability)"
        r"|with (?:your|no"
        r"|little|limited|mental|learning|mobility|poor) ?\w*|of your|in your|who(?:'s| is| has)? (?:clearly "
        r"|obviously )?(?:old"
        r"|elderly|retired|disabled|foreign|deaf|blind|unemployed|poor|vulnerable|alone"
        r"|lives alone))(?: \w+){0,4}?,? (?:you|it|this"
        r"|we)(?:'d|'ll)?\b"
    ),
    (
        r"\bjudging (?:by|from) (?:your|the way you|how you|the sound)(?: \w+)? ?(?:e-?mail|letter|voice|writing|accent"
        r"|name|photo"
        r"|spelling|tone|picture|sound|write|call|age)"
    ),
    (
        r"\bnoted that you (?:have|suffer|are|may have)(?: \w+)? (?:learning|mental|a disability|dementia|anxiety"
        r"|disabled|vulnerable"
        r"|elderly|pregnant|depress\w+|hearing|memory|a widow\w*|on your own)"
    ),
    (
        r"\b(?:perhaps|maybe|probably|could be|must be|might be|suspect)(?: it(?:'s| is))?(?: just| only"
        r"| simply)? your (?:nerves"
        r"|imagination|hormones|grief|illness|condition|age|anxiety|medication|eyesight|hearing|memory)"
    ),
    r"\b(?:old|older|elderly) (?:folks?|ladies|gents|gentlemen|dears|souls)\b",
    (
        rf"\b{_GUESS}(?: that| from your (?:\w+ )?\w+| by your \w+| on the phone| from (?:how"
        r"|the way) you \w+){0,2} (?:you(?:'re"
        r"|'d| are| were| would| might| may| must| will|'ll)?|your|on|money|the \w+|with|being|a \w+|someone"
        r"|things)(?: be| have"
        rf"| has| had| are| is| get| find(?: \w+){{0,2}})?{_VERY} (?:{_TRAIT}|{_HAVING}|tight\b|beyond you|a struggle"
        r"|too much for you|english|every penny|pension|used to|be used|getting on|on your own|live alone|living alone)\b"
    ),
    (
        rf"\b{_SEEM}{_VERY} (?:{_TRAIT}|under (?:a lot of )?(?:strain|stress|pressure)|{_HAVING}|(?:a |an )?(?:sensitive"
        r"|anxious"
        r"|nervous|delicate|gentle|lonely|emotional|vulnerable|fragile) (?:soul|person|type|customer|by nature|nature"
        r"|disposition"
        r"|lady|man|flower)|anxious by nature)\b(?! (?:from|about|that we|because we|by (?:us|our|this|that)|with (?:us"
        r"|the|our)"
        r"|to hear))"
    ),
    (
        r"\b(?:because (?:of )?|given (?:that )?|since |as |being |seeing (?:that|as|how) |considering (?:that )?|due to "
        r"|owing to "
        r"|on account of |in view of |knowing (?:that )?|what with )(?:of )?(?:(?:you(?:'re| are| were|'ve| have)"
        r"|your being"
        rf"|your)?{_VERY} )?(?:{_TRAIT}(?! (?:bottle|glass|fault|policy|system|building))|(?<=your\s)(?:\w+ )?(?:age"
        r"|disabilit\w+"
        r"|condition|illness|gender|religion|faith|nationality|background|pregnancy|accent|origins?|english|sight"
        r"|eyesight|hearing"
        r"|culture|size|weight|build|height|surname|benefits|income|means|circumstances|upbringing|education|mental \w+"
        r"|advanced \w+"
        r"|frailty|time of life|job|area|postcode|neighbourhood|name|diagnosis|grief|bereavement|loss|situation|nerves"
        r"|health"
        r"|stage of life))\b(?=[^.!?\n]{0,90}\b(?:we|I|you|it|that's|your|perhaps|maybe|the|a|special|queue|extra)\b)"
    ),
    (
        r"\b(?:english|it) (?:isn't|is not|not being|may not be|might not be|is clearly not)(?: \w+)? (?:your|a) (?:first"
        r"|native"
        r"|mother|main|own|strongest)"
    ),
    r"\byour (?:english|spelling|accent|grammar|handwriting)(?: \w+)? (?:is|isn't|being|may|might|suggests?|seems?|makes?)",
    r"\blanguage barrier",
    r"\b(?:first|native) language (?:isn't|is not|clearly)",
    (
        r"\b(?:at|for (?:a|someone|somebody|one)(?: \w+)?(?: at| of)?|of|in) your (?:age|stage of life|time of life|stage"
        r"|years"
        r"|advanced years|condition|state|delicate \w+|tender age|kind of illness)\b(?! (?:of|when|on|at|was|is"
        r"|has been typed))(?!,? (?:category|group|was))"
    ),
    (
        r"\b(?:lady|gentleman|man|woman|person|someone|somebody)(?: \w+)? (?:of|with|in|at) (?:your|a certain) (?:age"
        r"|years|kind"
        r"|condition|size|build|generation|background|vintage|sort|illness|faith|means)(?: of \w+)?\b"
    ),
    r"\ba certain age",
    rf"\b(?:{_KIND}){_DO}",
    (
        rf"\b(?:is|isn't) (?:there|your|a)(?: \w+){{0,3}}? {_KIN}(?: \w+){{0,4}}? (?:about|around|at home|available"
        r"|who could|who can"
        r"|there|that (?:I|we) (?:could|can|might)|(?:I|we) (?:could|can|might) (?:speak|talk))"
    ),
    (
        r"\b(?:ask|let|get|have|maybe ask|perhaps ask|tell|bring)(?: an?| your| one of your"
        rf"| some)? {_KIN} (?:to (?:\w+ )?(?:call"
        r"|ring|help|do|handle|explain|read|come|speak|sort|manage|contact|go|take|assist|set)|help\b|handle|do (?:it"
        r"|this|that)"
        r"|explain|read|speak)"
    ),
    (
        rf"\b(?:perhaps|maybe|ask|could|can|might|so) (?:ask )?(?:an?|your|some) {_KIN}(?: \w+){{0,2}}? ?(?:could|can"
        r"|might|may|help"
        r"|do|to help)?(?=[.!?]| help| could| can(?! (?:see|have|hear|watch|join|come|enjoy)\b)| might)"
    ),
    (
        r"\b(?:gave|given|sent|explained|spoke|spoken|left|passed|told|showed|shown|send|copied"
        r"|emailed)(?: \w+){0,5}? (?:to|with"
        rf"|by) your {_KIN}(?=[^.!?\n]{{0,20}}(?:,| as| so| since| because| instead| who)[^.!?\n]{{0,40}}(?:understand"
        r"|better|easier"
        r"|instead|manage|help|know|explain|for you|on your behalf)|[.!]? ?$)"
    ),
    (
        r"\b(?:do you have|have you(?: got)?|is there)(?: \w+)? (?:someone|somebody|anyone|anybody|a responsible \w+"
        r"|an adult"
        r"|a grown-?up)(?: \w+){0,3} (?:who|that|to|responsible|at home|else)(?: \w+){0,2} (?:could|can|might|help"
        r"|explain|speak|talk"
        r"|read|look after|handle|do)\b"
    ),
    r"\bsomebody responsible",
    r"\bsomeone responsible",
    (
        r"\b(?:put|marked|flagged|noted|recorded|registered|classed|treated|logged|listed|tagged|down|coded|regard\w*"
        r"|treat\w*)(?: \w+){0,4}? (?:as|as a|for|under) (?:an? |being |potentially |possibly |extra[- ]"
        r"|one of our ){0,2}(?:vulnerab\w+|at[- ]risk|special[- ]needs|extra[- ]care|elderly|disabled|high[- ]need"
        r"|hardship|fragile"
        r"|priority[- ]needs|confused|mental)"
    ),
    (
        r"\b(?:vulnerab\w+|extra[- ]care|special[- ]needs|mental[- ]health)(?:[- ]\w+)? (?:marker|flag|note|register|list"
        r"|case|queue"
        r"|team)(?: \w+){0,3}? (?:because|given|on account|as you|due|since|to your|on your)"
    ),
    r"\bnoted (?:that )?(?:you are|you're|you may be|you as|you seem) (?:now )?(?:an? )?\w+",
    (
        r"\b(?:with|from|by|given|judging (?:by|from)|going by) (?:a |your |the )?(?:name like yours|surname|accent|name"
        r"|looks?(?: of (?:you|your \w+|it))?|voice|handwriting|area you live in|postcode|photo|profile picture"
        r"|way you (?:speak"
        r"|write|sound\w*|dress\w*)|sound of (?:you|it|your \w+)|where you (?:live|come from"
        r"|are from)),? (?:that )?(?:(?:I|we)(?:'d"
        r"| had| have)? (?:\w+ )?(?:assum\w+|presum\w+|figur\w+|guess\w*|thought|took|suppos\w+|gather\w*|imagin\w+"
        r"|expect\w*|take"
        r"|put|reckon\w*)|you(?:'d|'re| would| are| must| will| want| prefer| may))"
    ),
    r"\b(?:could|can) tell (?:from|by) your (?:sur)?(?:name|accent|voice|photo|writing|address)",
    r"\bcoming from (?:where you|your (?:country|part|culture|background)|a (?:country|culture|place))",
    r"\bwhere you(?:'re| are| come) from(?:,)? (?:people|they|things|it|you)",
    (
        r"\b(?:the|your) (?:medication|tablets|pills|hormones|memory|nerves|grief|illness|condition|pregnancy|treatment"
        r"|painkillers"
        r"|drink)(?: \w+){0,2} (?:has|have|is|are|makes?|made|may|might|must|could)(?: have| be)? ?(?:made you|make you"
        r"|caused"
        r"|making you|you|playing|affect\w*|cloud\w*|the reason|to blame|confus\w*)"
    ),
    r"\bbaby brain",
    r"\bsenior moment",
    (
        r"\byou(?:'re| are) (?:only|just|still|but) (?:an? )?(?:\w+ )?(?:student|girl|boy|youngster|young|child|kid"
        r"|teenager|woman"
        r"|lady|housewife|pensioner)\b"
    ),
    (
        r"\b(?:as|being|for) an? (?:\w+ )?(?:woman|man|lady|mother|father|pensioner|foreigner|widow|widower|student|mum"
        r"|immigrant"
        r"|girl|(?:single |new |busy )parent|newcomer|visitor to this country)(?: \w+){0,5}?,? (?:you|this|it|we"
        r"|I)\b(?! (?:for"
        r"|can show))"
    ),
    (
        r"\b(?:a|the|frail|elderly|old|single|poor|young|lone) (?:\w+ )?(?:woman|lady|girl|mother|gentleman"
        r"|man)(?: \w+){0,3} (?:on (?:her|his|your) own|living alone|by (?:herself|himself))"
    ),
    r"\bburden(?:ing)? an? (?:frail|elderly|old|sick|pregnant)",
    r"\bnot (?:quite |really |exactly )?thinking (?:straight|clearly)",
    (
        r"\b(?:natural|normal|understandable|usual|common) (?:that|for)(?: \w+){0,3} (?:feels? bigger|emotional|overreact"
        r"|worse"
        r"|more upset|in your condition)"
    ),
    r"\byour (?:emotions|hormones|nerves) (?:are|may|might)",
    (
        r"\b(?:online|the (?:app|form|website|internet|stairs|portal|menu|system|process))(?: \w+){0,3} (?:can be|may be"
        r"|might be"
        r"|must be|will be|is|are|would be)(?: \w+)? (?:daunting|confusing|too (?:much|hard|complicated|difficult"
        r"|technical)"
        r"|beyond you|a lot|tricky|scary|overwhelming) (?:for (?:you|someone|somebody|people|an)|at your|in your)"
    ),
    r"\bbeyond you\b(?= at|,| so|\.)",
    r"\b(?:keep|make) (?:it|this|things) simple for you",
    (
        r"\bnot (?:very |really |so |too )?(?:good|comfortable|confident|keen) (?:with|on) (?:apps|computers|technology"
        r"|the internet"
        r"|online|smartphones)"
    ),
    r"\bsince you (?:people|lot|all) \w+",
    (
        r"\byour (?:people|lot|kind|sort|religion|faith|culture) (?:don't|do not|doesn't|does not|won't|would|prefer|must"
        r"|can't"
        r"|cannot|never|always|like|expect)"
    ),
    (
        (
            r"\b(?:the|your)(?: \w+)? (?:hearing|eyes?|eyesight|sight|memory|legs?|knees?|hips?|back|hands?|english|spelling"
            r"|grammar"
            r"|nerves|heart|balance|mind|reading|maths|fingers?)(?: \w+)? ?(?:(?:is|are|was|were)(?: not|n't"
            r"| no longer) (?:what"
            r"|as (?:good|sharp|strong|steady|quick)|so (?:good|sharp|strong|steady)|up to|quite|the best|great|good)|(?:fail"
            r"|play up|go"
            r"|let (?:you|us) down|tire)(?:s|ing)?\b)"
        ),
        (
            "hearing|eye|eyes|eyesight|sight|memory|leg|legs|knee|knees|hip|hips|back|hand|hands|english|spelling|grammar"
            "|nerves|heart|balance|mind|reading|maths|finger|fingers"
        ),
    ),
    (
        r"\b(?:pensioners?|seniors?|retirees?|(?:older|elderly|younger|young|disabled|foreign|single|new|vulnerable|busy"
        r"|working"
        r"|expectant|nursing) (?:\w+ )?(?:people|person|customers?|ladies|lady|men|man|gentlem[ae]n|women|woman|mums?"
        r"|mothers?|dads?"
        r"|parents?|passengers?|guests?|patients?|clients?|residents?|tenants?|members?|drivers?|travellers?)|students?"
        r"|immigrants?"
        r"|migrants?|foreigners?|ladies|women|mothers|mums|parents|folks?|people|families|(?:some|any)(?:one|body)"
        r"|persons?|(?:a"
        r"|an) (?:\w+ )?(?:lady|gentleman|man|woman|person|mother|couple))(?: \w+)? (?:(?:such as|like) you(?:rself"
        r"|rselves)?\b|(?:of"
        r"|in|at|with|from) (?:your|that|a certain) (?:own )?(?:age|state|state of mind|position|condition|circumstances"
        r"|situation"
        r"|stage|generation|build|size|shape|weight|height|background|sort|kind|type|class|income|means|faith|community"
        r"|time of life"
        r"|years|frame|temperament|limitations?|disposition|culture|estate|part of (?:town|the world))\b)(?! (?:were|was"
        r"|had) (?:kept"
        r"|left|let down))"
    ),
    (
        (
            r"\b(?:since|as|because|seeing (?:as|that)|given (?:that )?|knowing(?: that)?|with|being) ?(?:you(?:'re| are)? "
            r"|your )?(?:live alone|living alone|on your own|all alone|by yourself|widowed|divorced|separated|single"
            r"|without (?:a "
            r"|any )?(?:husband|wife|partner|family|man)|no family|have nobody|have no one|are alone)\b"
        ),
        "alone|own|yourself|widowed|divorced|separated|single|husband|wife|partner|family|man|nobody|one",
    ),
    (
        r"\b(?:appear|seem|look|sound|must be|presumably|probably|imagine)(?: \w+){0,4} (?:on your own|alone|by yourself"
        r"|single-handed|without (?:a |any |much )?(?:help|family|support))"
    ),
    (
        r"\b(?:going|judging|guess\w*|assum\w*|gather\w*|took|tell|inferr\w*|deduc\w*|knew|saw|see|worked out|concluded"
        r"|thought"
        r"|seems?|reckon\w*|suspect\w*|presum\w*)(?: \w+){0,6}? (?:by|from|on|off|at|with) (?:the|your)(?: \w+)? (?:name"
        r"|surname"
        r"|accent|voice|photo|picture|looks?|handwriting|spelling|postcode|address|profile|grammar|writing|face|english"
        r"|tone"
        r"|date of birth|title)\b(?=[^.!?\n]{0,80}(?:\byou|\bthat|\bso\b|[.,;]))"
    ),
)
_ASKED = late(
    (
        r"\b(?:you (?:mentioned|told|said|wrote|asked|explained|let|signed off|ticked|gave us)|as you (?:mentioned|told"
        r"|said|wrote|asked|wish|please)|thank you for telling|would you (?:like|prefer)|who should I|do you want|if (?:a"
        r"|you|money)|may I (?:ask|note)|and you are not|it's deleted|sorry you(?:'re| are)|holds your power|anyone over"
        r"|whether they ask|your (?:son|daughter|wife"
        r"|husband) (?:signed|rang|told|said|wrote)|at your request|with your leave|you needn't|you need not)\b"
    ),
    re.IGNORECASE,
)


def told(draft: Draft, found: re.Match[str]) -> bool:
    """Whether the sentence repeats what they told us, or asks."""
    return bool(_ASKED.search(draft.sentence(found.start())))
