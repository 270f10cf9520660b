"""Knows cheer: wishes for the day, the week and the season, small talk, delight at hearing of trouble, bright closers."""

from __future__ import annotations

import re
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

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
CHEER = Turns(
    (
        r"\b(?:hope|trust|hoping|praying|believe)(?: that)?(?: \w+){0,4} (?:(?:sun(?:shine)?|weather|birds?|summer|spring"
        r"|season|week|month|year|life)(?: is| are"
        r"|'s)? (?:shining|out|singing|treating|being kind|behaving)|in (?:high|good|great|fine|the best of"
        r"|excellent) (?:spirits|health|form|cheer|shape|fettle)|(?:finds?|meets?|reach(?:es)?|greets?"
        r"|catch(?:es)?) you (?:well|happy|rested|in|on|safe|smiling|and yours|all|fit|hale|ready)"
        r"|(?:off to|got off to) a (?:flying|great|good|cracking|lovely|bright)|(?:relaxing|restful|fabulous|lovely"
        r"|wonderful|great|cracking|super|brilliant|amazing|fantastic|blessed|splendid|sunny|cosy"
        r"|joyful) (?:\w+ )?(?:break|weekend|holidays?|time|easter|christmas|summer|bank holiday|evening|morning|week|day"
        r"|trip|rest|diwali|eid|festive season))"
    ),
    (
        r"\b(?:wish(?:ing)?|wishes for|sending)(?: you| your| everyone| all)(?: \w+){0,5}? (?:season|year|christmas"
        r"|easter|diwali|eid|sallah|ramadan|thanksgiving|holidays?|festiv\w+|weekend|week|month|summer|spring|break|holi"
        r"|navratri|pongal)\b(?: \w+){0,2}"
    ),
    (
        r"\b(?:great|lovely|wonderful|fantastic|super|nice|fab|brilliant|so good|delightful|delighted|pleasure|joy"
        r"|fun) (?:to (?:e-?meet|meet|chat|connect|hear from|have you|see you|be in touch|speak)|e-?meeting|meeting"
        r"|chatting|connecting|speaking|talking|catching up|that you(?:'re| are)(?: \w+)? (?:back|here|with us))\b"
    ),
    (
        r"\bon a (?:happier|brighter|lighter|cheerier|sunnier|more cheerful|positive|jollier|more positive) note\b"
        r"|\b(?:in|now for|and now|some) (?:happier|brighter|better|cheerier|jollier) news\b"
    ),
    (
        r"\bsafe (?:onward )?(?:journey|trip|flight|travels|driving)\b(?= (?:and|home)|[!,.]? ?$|!)|\bsee you (?:on board"
        r"|in store|at the|in the|back|there|again|next)(?: \w+){0,3} soon\b"
    ),
    r"\brise and shine",
    r"\bkeep (?:on )?(?:shining|sparkling)",
    r"\bshine on",
    (
        r"\bwishing you (?:an?|all|every|the|lots|loads|many|blue|good|happy|nothing|much|joy|health|peace|great|love"
        r"|your)\b(?! (?:speedy|quick|full|good|fast|swift|strength|comfort|courage|better)(?: recovery)?)"
    ),
    r"\b(?:lots|loads|oodles|heaps) of (?:love|sunshine|hugs|smiles|cheer|joy)\b",
    r"\bsending (?:you )?(?:sunshine|smiles|love|cheer|joy)",
    r"\b(?:lovely|great|nice|wonderful|super|fab|brilliant|fantastic) to (?:hear from|read|meet|chat)\b",
    (
        r"\b(?:finish|end|start|begin|kick off)(?:ing)? (?:the|your|this) (?:week|day|month|year)(?: off)? (?:on a high"
        r"|with a (?:smile|bang)|in style)"
    ),
    r"\bit's (?:friday|the weekend|monday again)(?=[,!])",
    r"\b(?:every|much|all the) (?:happiness|joy|blessing|success)\b(?= ?[.!,]|$| to| in)",
    r"\b(?:festive|good) cheer",
    r"\b(?:life|the world|the week|monday|the weather|summer|spring|winter) is (?:treating you|being (?:kind|good) to you)",
    r"\btill next time[,!]",
    r"\btake care and (?:keep|stay|have|enjoy|be (?:happy|good))",
    (
        r"\b(?:(?:do |please )?(?:have|enjoy)(?: yourself| yourselves| it)?|wishing (?:you|everyone|all)(?: \w+)?(?: \w+)?"
        r"|(?:I |we )?wish (?:you|everyone)(?: all| both)?|sending you|here's to)(?: an?| the| your| the rest of (?:your"
        r"|the)"
        rf"| what's left of (?:your|the)| every| some| all the| one of those)? ?(?:(?:{_GOOD})(?:,? (?:and |rest of (?:your"
        rf"|the) )?(?:\w+ ){{0,2}}?{_WHEN}\b|(?= ?[.!])|,? and \w+)|rest of (?:your|the) (?:\w+ )?{_WHEN}|(?:bank holiday"
        r"|weekend"
        rf"|sunshine|{_FEAST}|festivities|celebrations|match|game|party)(?= ?[!.,]|\b))"
    ),
    (
        r"\b(?:hope|hoping|trust|trusting|I hope)(?: that)?(?: you(?:'ve|'re| and yours| all| both)?| the (?:family"
        r"|little ones|kids"
        r"|wee ones|weather)| your (?:family|week|weekend|day|morning|holiday|summer)| all| this \w+| everyone"
        r"| it)(?: and (?:yours"
        r"|the \w+(?: \w+)?|your \w+|all|family))?(?: have| had| has| are| is| were|'s|'ve|'re)?(?: been| had| having"
        r"| enjoying"
        rf"| keeping| doing| found| finds you| going| got| all){{0,3}}(?: (?:an?|the|your))? ?(?:{_GOOD}|well|brilliantly"
        r"|grand|fine"
        r"|splendidly|great|out in|enjoying|the (?:sun|sunshine|weather))(?=[ .,!?]|$)(?! enough)[^.!?\n]{0,30}"
    ),
    (
        r"\benjoy(?:ing)?(?: all)? (?:the|this|that)(?: \w+)? (?:sunshine|weather|sun|snow|long weekend|bank holiday"
        r"|holidays"
        r"|festivities|break|spring)\b"
    ),
    (
        r"\b(?:a |an )?(?:very |most )?(?:happy|merry|jolly|joyous|joyful|blessed) (?:(?:and \w+|belated|almost"
        rf"|early) )?{_FEAST}\b(?=[ ,.!]|$)(?! range| cake| card| (?:was|and got))"
    ),
    (
        r"(?<!\w\s)(?:happy|merry) (?!to|that|with|for|about|if|when|hour|meal|feet|valley|customers?)\w+ing\b",
        "happy|merry",
    ),
    r"\bhappy (?:travels|trails|days|holidays)\b",
    r"\bhappy to help(?=,? as (?:ever|always)|!)",
    r"\bhappy friday",
    r"\bhappy new year",
    (
        r"\b(?:season's|seasons?|sunny|warm|warmest|cheery|cheerful|festive|happy|glad|friday|spring|summer"
        r"|christmas)(?:'s)? (?:greetings|tidings|salutations|wishes)"
    ),
    r"\bcompliments of the (?:season|day)",
    r"\bgreetings (?:and|from sunny|from (?:the|all)|of the|to you)",
    r"\b(?:greetings|salutations)!",
    r"\btidings of",
    (
        r"\b(?:sparkly|sunny|cheery|happy|bubbly|joyful|festive|sunshiny|glittery|bright) (?:wishes|greetings|regards"
        r"|smiles|hello"
        r"|vibes)"
    ),
    r"\bsunshine and",
    r"\bwith (?:love and )?(?:smiles|sunshine|sparkles?)",
    r"\btop of the (?:morning|day)",
    r"\bgood morning,? good morning",
    (
        r"\b(?:what|isn't it) an? (?:\w+ )?(?:lovely|beautiful|glorious|gorgeous|wonderful|great|fine|cracking) (?:day"
        r"|morning"
        r"|afternoon|evening)"
    ),
    (
        r"\bwhat an? (?:lovely|great|wonderful|beautiful|fantastic|glorious|super|delightful|fab) (?:day|morning|pleasure"
        r"|surprise"
        r"|treat|way|message|to)"
    ),
    (
        r"\b(?:it's|it is|another|welcome to (?:a|another))(?: an?| another)? (?:lovely|great|wonderful|beautiful"
        r"|fantastic|glorious"
        r"|super|sunny|gorgeous) (?:day|morning|week|afternoon)\b"
    ),
    r"\bon this (?:fine|lovely|beautiful|glorious|sunny|gorgeous)(?: \w+)?",
    r"\btgif",
    r"\bthank (?:god|goodness) it's friday",
    r"\bhump day",
    r"\b(?:nearly|almost) (?:the weekend|friday)[!,. ]",
    r"\broll on (?:the weekend|friday)",
    r"\bfriday feeling",
    (
        r"\b(?:hello|hi|greetings|hiya|howdy|good morning)(?: there)? (?:from|to you|again)(?: a)?(?: very)? ?(?:sunny"
        r"|beautiful"
        r"|lovely|rainy|snowy|windy|the sunny|glorious)"
    ),
    (
        r"\b(?:hello|hi|hey)[ ,]+(?:hello|hi|hey)\b(?=[!, ])",
        "hello|hi|hey",
    ),
    (
        r"\b(?:hello|hi|hey)(?: there)?!+ (?=(?:hope|how|happy|great|what))",
        "hello|hi|hey",
    ),
    r"\ba (?:big|warm|very|cheery|sunny|happy|huge) (?:hello|hi|howdy|good morning)",
    (
        r"\bhow(?:'s| is| are| was| has)(?: you| your| things| life| everything)(?: (?:week|day|weekend|family|summer"
        r"|month|morning"
        r"|all))?(?: been)? (?:going|doing|keeping|treating you|been|today|so far)\b(?=[^.!?\n]{0,12}\?)"
    ),
    r"\bhow (?:are you|you doing|goes it)(?: doing| today| keeping| this \w+)?\?",
    r"\bhow's (?:your|the) (?:day|week|weekend|morning|afternoon|monday|friday)",
    r"\bhow was your (?:weekend|day|holiday)",
    (
        r"\b(?:stay|keep|be) (?:awesome|amazing|positive|happy|fabulous|smiling|shining|sparkling|sunny|golden|classy"
        r"|cheerful"
        r"|well and happy|blessed)\b(?=[^.?\n]{0,25}[.!]|,)"
    ),
    r"\bkeep (?:that|the|on) smil\w+",
    r"\b(?:reason|way|something) to smile",
    r"\bput a smile",
    r"\bwith a smile[!.]",
    r"\b(?:big )?smiles!",
    r"\bonwards? and upwards?",
    r"\bcatch you (?:on the flip|later|soon)",
    r"\b(?:sending|good|positive|happy) (?:\w+ )?vibes",
    r"\bcheerio\b",
    r"\btoodle\S*",
    r"\bciao\b",
    r"\badios\b",
    (
        r"(?:^|(?<=[.!?\n]\s)|(?<=\n))cheers(?=[!,]|$)(?! for)(?!, (?-i:[A-Z]))",
        "cheers",
    ),
    r"\bfingers crossed for (?:a|an|the|all|some)(?: \w+)?",
    r"\bbon (?:app[eé]tit|voyage|weekend)",
    (
        r"\b(?:I'm|we're|I am|we are|so|always|absolutely|really|simply|super|very|delighted|thrilled|such|what|been|is"
        r"|was(?= such"
        r"| a| always))(?: \w+ly| always| so| absolutely| just| all| an?)* (?:pleasure|thrilled|delighted|excited|chuffed"
        r"|tickled"
        r"|buzzing|stoked|overjoyed|joy)(?: pink)?(?: to| that| you| we| by| at)(?: \w+){0,3} (?:hear|read|help|assist\w*"
        r"|serv\w+"
        r"|writ\w+|wrote|took|reach\w*|contact\w*|got|get|chat\w*|meet|receiv\w+|welcom\w+|be|have|having|share|announce"
        r"|introduce"
        r"|tell|see|speak\w*|talk\w*|deal|dealing)\b"
    ),
    (
        (r"(?:^|(?<=[.!?\n]\s)|(?<=\n))(?:thrilled|delighted|excited|chuffed|stoked|overjoyed) (?:to|that|you|we)\b"),
        "thri*|deli*|exci*|chuf*|stoked|over*",
    ),
    (
        r"\b(?:we|I)(?: just| always| really| absolutely| do)? love (?:hearing|it when|getting|reading|receiving|to hear"
        r"|when"
        r"|chatting|helping|our customers)"
    ),
    r"\b(?:I|we|team|all|and|just|really) (?:just |really |simply )?(?:can't|cannot|can not) wait (?:to|for|till|until)\b",
    r"(?:^|(?<=[.!?\n]\s))can't wait (?:to|for|till|until)\b",
    r"\bsee you (?:again )?(?:very |real )?soon!",
    (
        r"\b(?:look|looking) forward to (?:welcom\w+|seeing|serving|having|hosting|pampering|delighting|spoiling)(?: you"
        r"| you all)(?: back| again| both)?(?: \w+){0,2}!"
    ),
    r"\b(?:hurry|come) back soon",
    r"\bwelcome to (?:another|the|a) (?:wonderful|great|lovely|family|world|happy)",
    r"\bbrighten (?:up )?(?:your|their|the)",
    (
        r"\b(?:made|make|makes|making) (?:my|our|your) day\b(?! (?:worse|harder|difficult|longer|off|of))(?= ?[!,.?]"
        r"| (?:brighter"
        r"|better|special|a))"
    ),
    r"\b(?:all the best and|happy|safe) travels",
    r"\bhave fun\b",
    r"\bhave a (?:blast|ball|whale|laugh)",
    r"\b(?:hope|trust) you're (?:well|good|great|enjoying|having|keeping)\b[^.!?\n]{0,40}",
    (
        r"\b(?:looking|getting) (?:forward to|excited (?:for|about)) (?:the|your) (?:match|weekend|game|holidays?|summer"
        r"|christmas"
        r"|easter|party|big day)"
    ),
    r"\bsleep (?:tight|well)\b(?= ?[.!,])",
    r"\bsweet dreams",
    r"\bnighty night",
    (
        r"\b(?:woo-?hoo|yay|yey|hooray|hurrah|hurray|yippee|huzzah|woop(?: woop)?|ta-?da)(?=[!,. ]|$)",
        "woohoo|woo|yay|yey|hooray|hurrah|hurray|yippee|huzzah|woop|ta|tada",
    ),
    r"\bcongrat(?:s|ulations)(?= on| to|!)",
    r"\b(?:great|good|wonderful|fantastic|exciting|brilliant|amazing|super|fab|lovely|happy) news!",
    r"\b(?:great|wonderful|fantastic|exciting|brilliant|amazing|super) news\b(?=[^.\n]{0,3}[:,-])",
    (
        r"\bmay (?:your|the|this|you)(?: \w+){0,3} (?:be|bring|have|find|enjoy)(?: \w+){0,2} (?:filled|full|bright"
        r"|blessed|joy\w*"
        r"|happ\w+|peace\w*|light|laughter|merry|love|prosper\w*|wonderful)"
    ),
    r"\bmake it a (?:good|great|fab|fantastic|brilliant) (?:one|day|week)",
    r"\bhave a (?:good|great|fab|lovely|super|nice) one",
    r"\b(?:merry|happy|blessed) \w+(?: \w+)? to (?:you|yours|one and all|all)",
    r"\bto you and (?:yours|your (?:family|loved ones|nearest)|all)",
)
_NOT_CHEER = late(
    (
        r"\b(?:hope this reaches you before|I hope to|hope it|won't wish|would be easier|old rant|wish I had|you wrote"
        r"|planned|wanted|spoil\w*|spent"
        r"|instead of|was meant|were meant|should have|you(?:'d| had)|lost|missed|ruin\w*|your (?:birthday|wedding) was)\b"
    ),
    re.IGNORECASE,
)


def no_cheer(draft: Draft, found: re.Match[str]) -> bool:
    """Whether the bright words tell of a day that was spoilt, or of news that is not good."""
    return bool(_NOT_CHEER.search(draft.sentence(found.start())))


_WISHES = Cue(
    r"\bhappy (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bhappy (?:new year|holidays|easter|weekend|hump day)\b"
    r"|\b(?:I |we )?(?:hope|trust|hoping)(?: that)? (?:this|my|our|the)? ?(?:e-?mail|message|letter|note|reply)?(?: finds"
    r"| reaches)? ?(?:you|all is|everything is)(?:'re| are| is|'ve| have)?(?: been| had| having| doing| keeping| enjoying"
    r"| well| all){0,4}(?: (?:a|an|the|your))? ?(?:very |really |truly |absolutely )?(?:well|great|good|lovely|wonderful"
    r"|fantastic|fabulous|amazing|nice|fine|week|day|weekend|summer|weather|start)\b[^.!?\n]{0,30}|\b(?:have|enjoy"
    r"|wishing you|wish you)(?: yourself)?(?: a| an| the rest of| your| the)+ ?(?:\w+ )?(?:great|lovely|wonderful"
    r"|fantastic|nice|good|fabulous|amazing|super|brilliant|beautiful|blessed|awesome|pleasant|rest of|day|weekend|week"
    r"|evening|afternoon|summer|holiday)\b(?! (?:in mind|off|to\b|when|that|which|I\b|we\b|and time))[^.!?\n]{0,25}|\b(?:great|good"
    r"|wonderful|fantastic|exciting|lovely) news!"
    r"|\b(?:greetings|hello|hi|good morning|good afternoon) (?:from sunny|and a very|and happy)\b|\bhow are you (?:today"
    r"|doing|keeping)\b|\bcheers!|\bstay (?:awesome|amazing|positive|happy)\b|\bkeep smiling\b|\bhave fun\b|\b(?:so "
    r"|super |really |very |absolutely )?(?:excited|thrilled|delighted|over the moon|stoked) to (?:hear|help|assist|have"
    r"|tell|share|let|announce|inform)\b|\bsmile[sd]?\b(?=!)",
    "happy|hope|trust|hoping|have |enjoy|wish|news!|sunny|and a very|how are you|cheers!|stay |smil|fun|excited|thrilled"
    "|delighted|moon|stoked",
)
#: Little pictures that rejoice.
_CHEERFUL = late("[\U0001f389\U0001f38a\U0001f973\U0001f60a\U0001f600-\U0001f606\U0001f64c\u2728\U0001f388\U0001f603]")


def cheer(draft: Draft) -> Iterator[Mark]:
    """C45: cheerful openers and closers to somebody upset."""
    if draft.context.upset:
        why, better = "Cheer jars with somebody who is upset.", "Leave it out."
        yield from _WISHES.marks(draft, why, better, unless=lambda found: found[0].lower().startswith("have your"))
        yield from CHEER.marks(draft, why, better, unless=partial(no_cheer, draft))
        yield from (Mark(*found.span(), why, better) for found in islice(_CHEERFUL.finditer(draft.said), 5))
