"""Knows cheer: wishes for the day, the week and the season, small talk, delight at hearing of trouble, bright closers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from amends.drafts.draft import Draft

_GOOD = (
    r"(?:very |really |truly |super |absolutely )?(?:great|good|lovely|wonderful|fantastic|fab|fabulous|amazing|nice"
    r"|super|brilliant|beautiful|blessed|awesome|pleasant|magical|marvellous|terrific|splendid|glorious|happy|merry"
    r"|jolly|joyous|joyful|safe and \w+|relaxing|restful|sparkling|sparkly|sunny|bright|cracking|cosy|delightful"
    r"|excellent|stunning|fruitful|productive|prosperous|fun|top|grand|enjoyable|peaceful|chilled|perfect|stellar|epic"
    r"|rocking|smashing|ace|tasty|yummy|delicious|festive)"
)
_WHEN = (
    r"(?:one|day|week|weekend|evening|afternoon|morning|night|month|summer|winter|autumn|spring|holidays?|break|trip"
    r"|season|time|easter|christmas|xmas|eid|diwali|holi|ramadan|new year|bank holiday|half-term|lunch|rest|start"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|festival|festivities|celebrations?|thanksgiving|pongal"
    r"|onam|navratri|hanukkah|sallah|vacation|game|match|party|birthday|anniversary|gardening|sleep)"
)
_FEAST = (
    r"(?:christmas|xmas|easter|eid|diwali|holi|new year|ramadan|thanksgiving|hanukkah|pongal|onam|navratri|dussehra"
    r"|sallah|st patrick's|valentine's|halloween|independence day|holidays|weekend|mother's day|birthday|(?:mon|tues"
    r"|wednes|thurs|fri|satur|sun)day|hump day)"
)
CHEER = Turns.known_by(
    ("rise shine shining", r"rise and shine|keep (?:on )?(?:shining|sparkling)|shine on"),
    (
        "wishing sending lots loads oodles heaps",
        (
            r"wishing you (?:an?|all|every|the|lots|loads|many|blue|good|happy|nothing|much|joy|health|peace|great|love"
            r"|your)\b(?! (?:speedy|quick|full|good|fast|swift|strength|comfort|courage|better)(?: recovery)?)|(?:lots|loads"
            r"|oodles|heaps) of (?:love|sunshine|hugs|smiles|cheer|joy)\b|sending (?:you )?(?:sunshine|smiles|love|cheer|joy)"
        ),
    ),
    (
        "hear read meet chat",
        r"(?:lovely|great|nice|wonderful|super|fab|brilliant|fantastic) to (?:hear from|read|meet|chat)\b",
    ),
    (
        "high smile bang friday weekend",
        (
            r"(?:finish|end|start|begin|kick off)(?:ing)? (?:the|your|this) (?:week|day|month|year)(?: off)? (?:on a high"
            r"|with a (?:smile|bang)|in style)|it's (?:friday|the weekend|monday again)(?=[,!])"
        ),
    ),
    (
        "happiness joy cheer",
        r"(?:every|much|all the) (?:happiness|joy|blessing|success)\b(?= ?[.!,]|$| to| in)|(?:festive|good) cheer",
    ),
    (
        "treating kind",
        (
            r"(?:life|the world|the week|monday|the weather|summer|spring|winter) is (?:treating you|being (?:kind"
            r"|good) to you)"
        ),
    ),
    ("take till", r"till next time[,!]|take care and (?:keep|stay|have|enjoy|be (?:happy|good))"),
    (
        (
            "enjoy enjoying wishing wish hope hoping trust trusting great good lovely wonderful fantastic fab fabulous"
            " amazing nice super brilliant beautiful blessed awesome pleasant magical marvellous splendid glorious happy"
            " merry jolly joyous joyful relaxing restful sunny cracking delightful rest weekend pleasant safe productive"
            " fruitful grand perfect ace smashing"
        ),
        (
            r"(?:(?:do |please )?(?:have|enjoy|make)(?: yourself| yourselves| it)?|wishing (?:you|everyone"
            r"|all)(?: \w+)?(?: \w+)?|(?:I |we )?wish (?:you|everyone)(?: all| both)?|sending you|here's to)(?: an?| the| your"
            r"| the rest of (?:your|the)| what's left of (?:your|the)| every| some| all the"
            rf"| one of those)? ?(?:(?:{_GOOD})(?:,? (?:and |rest of (?:your|the) )?(?:\w+ ){{0,2}}?{_WHEN}\b|(?= ?[.!])"
            rf"|,? and \w+)|rest of (?:your|the) (?:\w+ )?{_WHEN}|(?:bank holiday|weekend|sunshine|{_FEAST}|festivities"
            r"|celebrations|match|game|party)(?= ?[!.,]|\b))"
            r"|(?:hope|hoping|trust|trusting|I hope)(?: that)?(?: you(?:'ve|'re| and yours| all| both)?| the (?:family"
            r"|little ones|kids|wee ones|weather)| your (?:family|week|weekend|day|morning|holiday|summer)| all| this \w+"
            r"| everyone| it)(?: and (?:yours|the \w+(?: \w+)?|your \w+|all|family))?(?: have| had| has| are| is| were|'s|'ve"
            r"|'re)?(?: been| had| having| enjoying| keeping| doing| found| finds you| going| got| all){0,3}(?: (?:an?|the"
            rf"|your))? ?(?:{_GOOD}|well|brilliantly|grand|fine|splendidly|great|out in|enjoying|the (?:sun|sunshine"
            r"|weather))(?=[ .,!?]|$)(?! enough)[^.!?\n]{0,30}"
            r"|enjoy(?:ing)?(?: all)? (?:the|this|that)(?: \w+)? (?:sunshine|weather|sun|snow|long weekend|bank holiday"
            r"|holidays|festivities|break|spring)\b"
        ),
    ),
    (
        "happy merry jolly joyous joyful blessed",
        (
            r"(?:a |an )?(?:very |most )?(?:happy|merry|jolly|joyous|joyful|blessed) (?:(?:and \w+|belated|almost"
            rf"|early) )?{_FEAST}\b(?=[ ,.!]|$)(?! range| cake| card| (?:was|and got))|(?<!\w\s)(?:happy|merry) (?!to|that|with"
            r"|for|about|if|when|hour|meal|feet|valley|customers?)\w+ing\b|happy (?:travels|trails|days|holidays)\b"
            r"|happy to help(?=,? as (?:ever|always)|!)|happy friday|happy new year"
        ),
    ),
    (
        "season seasons compliments greetings salutations tidings",
        (
            r"(?:season's|seasons?|sunny|warm|warmest|cheery|cheerful|festive|happy|glad|friday|spring|summer"
            r"|christmas)(?:'s)? (?:greetings|tidings|salutations|wishes)|compliments of the (?:season|day)|greetings (?:and"
            r"|from sunny|from (?:the|all)|of the|to you)|(?:greetings|salutations)!|tidings of"
        ),
    ),
    (
        "wishes warmly sparkly sunny sunshine",
        (
            r"(?:sparkly|sunny|cheery|happy|bubbly|joyful|festive|sunshiny|glittery|bright) (?:wishes|greetings|regards|smiles"
            r"|hello|vibes)|sunshine and|with (?:love and )?(?:smiles|sunshine|sparkles?)"
        ),
    ),
    (
        "top morning",
        (
            r"top of the (?:morning|day)|good morning,? good morning|(?:what|isn't it) an? (?:\w+ )?(?:lovely|beautiful"
            r"|glorious|gorgeous|wonderful|great|fine|cracking) (?:day|morning|afternoon|evening)"
        ),
    ),
    (
        "what lovely great fine beautiful",
        (
            r"what an? (?:lovely|great|wonderful|beautiful|fantastic|glorious|super|delightful|fab) (?:day|morning|pleasure"
            r"|surprise|treat|way|message|to)|(?:it's|it is|another|welcome to (?:a|another))(?: an?| another)? (?:lovely"
            r"|great|wonderful|beautiful|fantastic|glorious|super|sunny|gorgeous) (?:day|morning|week|afternoon)\b"
            r"|on this (?:fine|lovely|beautiful|glorious|sunny|gorgeous)(?: \w+)?"
        ),
    ),
    (
        "tgif hump weekend friday nearly almost",
        (
            r"tgif|thank (?:god|goodness) it's friday|hump day|(?:nearly|almost) (?:the weekend|friday)[!,. ]"
            r"|roll on (?:the weekend|friday)|friday feeling"
        ),
    ),
    (
        "sunny hello hi hiya howdy",
        (
            r"(?:hello|hi|greetings|hiya|howdy|good morning)(?: there)? (?:from|to you|again)(?: a)?(?: very)? ?(?:sunny"
            r"|beautiful|lovely|rainy|snowy|windy|the sunny|glorious)|(?:hello|hi|hey)[ ,]+(?:hello|hi|hey)\b(?=[!, ])"
            r"|(?:hello|hi|hey)(?: there)?!+ (?=(?:hope|how|happy|great|what))|a (?:big|warm|very|cheery|sunny|happy"
            r"|huge) (?:hello|hi|howdy|good morning)"
        ),
    ),
    (
        "how hows going doing keeping been",
        (
            r"how(?:'s| is| are| was| has)(?: you| your| things| life| everything)(?: (?:week|day|weekend|family|summer|month"
            r"|morning|all))?(?: been)? (?:going|doing|keeping|treating you|been|today|so far)\b(?=[^.!?\n]{0,12}\?)"
            r"|how (?:are you|you doing|goes it)(?: doing| today| keeping| this \w+)?\?|how's (?:your|the) (?:day|week|weekend"
            r"|morning|afternoon|monday|friday)|how was your (?:weekend|day|holiday)"
        ),
    ),
    (
        "stay awesome smiling smile amazing positive fabulous sparkle shine",
        (
            r"(?:stay|keep|be) (?:awesome|amazing|positive|happy|fabulous|smiling|shining|sparkling|sunny|golden|classy"
            r"|cheerful|well and happy|blessed)\b(?=[^.?\n]{0,25}[.!]|,)|keep (?:that|the|on) smil\w+|(?:reason|way"
            r"|something) to smile|put a smile|with a smile[!.]|(?:big )?smiles!"
        ),
    ),
    (
        "onwards upwards flip fingers vibes cheerio toodle ciao adios ta cheers",
        (
            r"onwards? and upwards?|catch you (?:on the flip|later|soon)|(?:sending|good|positive|happy) (?:\w+ )?vibes"
            r"|cheerio\b|toodle\S*|ciao\b|adios\b|(?:^|(?<=[.!?\n]\s)|(?<=\n))cheers(?=[!,]|$)(?! for)(?!, (?-i:[A-Z]))"
            r"|fingers crossed for (?:a|an|the|all|some)(?: \w+)?"
        ),
    ),
    ("bon appetit appétit voyage", r"bon (?:app[eé]tit|voyage|weekend)"),
    (
        (
            "pleasure thrilled delighted excited chuffed tickled buzzing stoked love loved overjoyed joy glad happy honoured"
        ),
        (
            r"(?:I'm|we're|I am|we are|so|always|absolutely|really|simply|super|very|delighted|thrilled|such|what|been|is"
            r"|was(?= such| a| always))(?: \w+ly| always| so| absolutely| just| all| an?)* (?:pleasure|thrilled|delighted"
            r"|excited|chuffed|tickled|buzzing|stoked|overjoyed|joy)(?: pink)?(?: to| that| you| we| by"
            r"| at)(?: \w+){0,3} (?:hear|read|help|assist\w*|serv\w+|writ\w+|wrote|took|reach\w*|contact\w*|got|get|chat\w*"
            r"|meet|receiv\w+|welcom\w+|be|have|having|share|announce|introduce|tell|see|speak\w*|talk\w*|deal|dealing)\b|(?:^"
            r"|(?<=[.!?\n]\s)|(?<=\n))(?:thrilled|delighted|excited|chuffed|stoked|overjoyed) (?:to|that|you|we)\b|(?:we"
            r"|I)(?: just| always| really| absolutely| do)? love (?:hearing|it when|getting|reading|receiving|to hear|when"
            r"|chatting|helping|our customers)"
        ),
    ),
    (
        "wait welcome looking forward back soon",
        (
            r"(?:I|we|team|all|and|just|really) (?:just |really |simply )?(?:can't|cannot|can not) wait (?:to|for|till"
            r"|until)\b|(?:^|(?<=[.!?\n]\s))can't wait (?:to|for|till|until)\b|see you (?:again )?(?:very |real )?soon!"
            r"|(?:look|looking) forward to (?:welcom\w+|seeing|serving|having|hosting|pampering|delighting|spoiling)(?: you"
            r"| you all)(?: back| again| both)?(?: \w+){0,2}!|(?:hurry|come) back soon|welcome to (?:another|the"
            r"|a) (?:wonderful|great|lovely|family|world|happy)"
        ),
    ),
    (
        "brighten day made make",
        (
            r"brighten (?:up )?(?:your|their|the)|(?:made|make|makes|making) (?:my|our|your) day\b(?! (?:worse|harder"
            r"|difficult|longer|off|of))(?= ?[!,.?]| (?:brighter|better|special|a))"
        ),
    ),
    (
        "travels fun treat chin luck weather enjoying holiday looking match",
        (
            r"(?:all the best and|happy|safe) travels|have fun\b|have a (?:blast|ball|whale|laugh)|(?:hope"
            r"|trust) you're (?:well|good|great|enjoying|having|keeping)\b[^.!?\n]{0,40}|(?:looking|getting) (?:forward to"
            r"|excited (?:for|about)) (?:the|your) (?:match|weekend|game|holidays?|summer|christmas|easter|party|big day)"
        ),
    ),
    ("sleep tight dreams night", r"sleep (?:tight|well)\b(?= ?[.!,])|sweet dreams|nighty night"),
    (
        "woohoo yay hooray hurrah hurray yippee huzzah yey woop congrats congratulations ta da tada",
        (
            r"(?:woo-?hoo|yay|yey|hooray|hurrah|hurray|yippee|huzzah|woop(?: woop)?|ta-?da)(?=[!,. ]|$)|congrat(?:s"
            r"|ulations)(?= on| to|!)"
        ),
    ),
    (
        "great good wonderful fantastic exciting news guess",
        (
            r"(?:great|good|wonderful|fantastic|exciting|brilliant|amazing|super|fab|lovely|happy) news!|(?:great|wonderful"
            r"|fantastic|exciting|brilliant|amazing|super) news\b(?=[^.\n]{0,3}[:,-])"
        ),
    ),
    (
        "filled light joy bring brings bright blessed",
        (
            r"may (?:your|the|this|you)(?: \w+){0,3} (?:be|bring|have|find|enjoy)(?: \w+){0,2} (?:filled|full|bright"
            r"|blessed|joy\w*|happ\w+|peace\w*|light|laughter|merry|love|prosper\w*|wonderful)"
        ),
    ),
    (
        "make",
        (
            r"make it a (?:good|great|fab|fantastic|brilliant) (?:one|day|week)|have a (?:good|great|fab|lovely|super"
            r"|nice) one"
        ),
    ),
    (
        "merry xmas blessed happy",
        (
            r"(?:merry|happy|blessed) \w+(?: \w+)? to (?:you|yours|one and all|all)|to you and (?:yours|your (?:family"
            r"|loved ones|nearest)|all)"
        ),
    ),
)
_NOT_CHEER = late(
    (
        r"\b(?:hope this reaches you before|I hope to|hope it|wish I had|you wrote|planned|wanted|spoil\w*|spent"
        r"|instead of|was meant|were meant|should have|you(?:'d| had)|lost|missed|ruin\w*|your (?:birthday|wedding) was)\b"
    ),
    re.IGNORECASE,
)


def no_cheer(draft: Draft, found: re.Match[str]) -> bool:
    """Whether the bright words tell of a day that was spoilt, or of news that is not good."""
    return bool(_NOT_CHEER.search(draft.sentence(found.start())))
