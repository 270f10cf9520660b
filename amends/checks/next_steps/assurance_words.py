"""How a firm assures without doing: its pride, what comes first with it, how hard it tries, its good faith."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.hollow.comfort_words import COMFORTS
from amends.drafts.cue import late
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_US = (
    r"(?:I|we|all of us|each of us|every one of us|everyone|everybody|(?:our|the|my|this) (?:whole |entire )?(?:\w+"
    r" )?(?:team|crew|staff|people|company|firm|colleagues|engineers|technicians|family|house|hotel|school|clinic|shop"
    r"|management|department|organisation|organization|practice|business|bank|airline|kitchen))(?: (?:here|of us|on the"
    r" team|at [\w' &]{2,25}))?"
)
_ARE = r"(?:'m|'re| am| are| is| remains?| have always been| has always been| continue to be)"
_HOW = r"(?: \w+ly| very| so| always| all| totally| a hundred percent| 100%| still| really| do| just){0,2}"
_MEANS = (
    r"(?:your|you|our (?:customers?|guests?|patients?|clients?|members?|residents?|passengers?|tenants?|pupils?"
    r"|students?|families|readers|users|diners|owners|travell?ers|brides?|little ones|children)|the (?:\w+ )?(?:comfort"
    r"|wellbeing|well-being|safety|satisfaction|happiness|trust|welfare|care)|customer|guest|client|patient|member"
    r"|resident|quality|cleanliness|hygiene|safety|service|peace of mind|punctuality|accuracy|privacy|honesty"
    r"|excellence|reliability|satisfaction|such matters|matters (?:like|of) (?:this|that|these)(?: kind)?|complaints)"
)
_TOP = (
    r"(?:(?:always |right |very much )?at the (?:very )?(?:heart|core|cent(?:re|er)|top|forefront) of (?:everything|all"
    r"|our|what|how|my)|(?:our|my) (?:passion|mission|promise|watchword|north star|only concern|whole purpose|first"
    r" thought|number one|top|first|highest|main|chief|greatest) ?(?:priority|concern|focus|aim|goal|job|duty|thought)?"
    r"|(?:always |the )?(?:first|above|before) (?:and foremost|all else|everything(?: else)?|anything(?: else)?"
    r"|profits?|with us|here|for us)|paramount|sacred|non-negotiable|in our (?:DNA|blood|bones|nature)|our (?:promise"
    r"|pledge|pride|business|creed|motto|guarantee to you|purpose)|like family|second nature(?: to us)?|never (?:just"
    r" )?a number|more than (?:just )?a (?:number|slogan|word|job)|everything (?:to|for) us|what (?:drives|matters most"
    r"|gets us|we (?:live|stand) for)|(?:the world|everything|a great deal|so much|a lot|more than \w+) to (?:us|me|all"
    r" of us|everyone)|(?:of|accorded|given) (?:the |our )?(?:utmost|paramount|highest|greatest|first|top)"
    r" (?:importance|priority|concern|preference|attention)|first(?! (?:on|in|thing|to)\b))"
)
_PRIDE = Turns(
    (
        (
            rf"\b{_US}{_HOW} (?:prides? (?:ourselves|myself|itself|themselves)|takes? (?:great |real |immense |enormous"
            rf" |so much )?pride|strives?\b|endeavou?rs?\b|cares? (?:deeply|passionately|greatly|a (?:great deal|lot)"
            rf"|so much|very much|too much|about (?:you|every|each|all|our|getting|your))|(?:go|goes) (?:the extra mile"
            rf"|above and beyond|out of (?:our|its|their) way)|holds? (?:ourselves|itself|myself|our \w+) to|lives? and"
            rf" breathes?|wants? (?:nothing more|nothing (?:else|but)|only (?:the best|what)|the (?:very )?best|you to"
            rf" (?:be happy|feel|have the best))|believes? in (?:doing|putting|treating|excellence|quality)|(?:do|does"
            rf"|will) not rest|(?:don't|won't|doesn't|never) rests?|values? (?:every|each|all))|\b{_US}{_ARE}{_HOW}"
            rf" (?:committed|dedicated|passionate|devoted|determined|invested)(?: to| about| in| that)? (?!prevent"
            rf"|paying|sending|refunding|repaying)|\b(?:has|have|with) your (?:best interests?|interests?|comfort"
            rf"|wellbeing) (?:very much )?(?:at heart|in mind)|\bour (?:commitment|dedication|devotion|pledge|promise)"
            rf" to (?:you|our|your|quality|service|excellence|every|each|customers?|guests?|patients?|safety|the)\b"
            rf"|\bthis is not the (?:standard|level|service|experience) (?:that )?(?:we|I) (?:set|hold|expect|want"
            rf"|strive|pride|stand)\b|\bhow much (?:you|your \w+|this|it) (?:means?|matters?) to (?:us|me)\b"
        ),
        (
            "prid*|stri*|ende*|care|cares|mile|above|way|hold|holds|brea*|nothing|best|want|wants|believe|believes|rest"
            "|rests|value|values|comm*|dedi*|pass*|devo*|dete*|inve*|inte*|heart|pledge|promise|stan*|level|service"
            "|experience|much"
        ),
    ),
)
_FIRST = Turns(
    (
        (
            rf"\b{_MEANS}(?: [\w']+){{0,6}}? (?:is|are|comes?|means?|remains?|stays?|has always been|have always been"
            rf"|will always be|must be|always (?:comes?|is|are))(?: always| still| and always will be| very much| and"
            rf" remains)? {_TOP}\b|\bnothing (?:is more important|matters more|means more|comes before|gives us more)\b"
            rf"|\b(?:your|this|the|every) (?:\w+ )?(?:matter|complaint|feedback|opinion|concern|case|issue|voice"
            rf"|experience|comfort|happiness|satisfaction|view)s? (?:is|are) (?:very |extremely |so |really |truly "
            rf"|deeply )?important(?: to (?:us|me))?\b|\byour (?:feedback|opinion|voice|view|experience|happiness"
            rf"|satisfaction|comfort|concerns?) (?:really |truly |always )?matters?\b|\b(?:giv(?:e|es|en|ing)"
            rf"|accord(?:s|ed)?|attach(?:es)?|assign(?:s|ed)?) (?:\w+ ){{0,5}}?(?:first|top|highest|utmost|greatest"
            rf"|full) (?:\w+ )?(?:preference|priority|importance|attention|consideration)\b|\b(?:customer|guest|client"
            rf"|patient|passenger|quality|safety) (?:comes )?first\b(?= (?:is|isn't|has|that)|[.!])|\bis what (?:drives"
            rf"|motivates|gets) (?:us|me|each|every|all|our)\b"
        ),
        (
            "dna|blood|bones|nature|promise|pledge|pride|business|creed|motto|purpose|family|number|slogan|heart|core"
            "|cent*|top|fore*|passion|mission|watc*|north|prio*|conc*|focus|aim|goal|duty|thou*|first|above|before"
            "|para*|sacred|nego*|everything|drives|matters|matter|world|deal|much|lot|than|utmost|high*|great*|pref*"
            "|atte*|impo*|motivates|gets|nothing|cons*"
        ),
        (
            "is|are|comes|come|means|mean|remain*|remains|stay|stays|has|have|be|always|isn't|giv*|acco*|atta*|assi*"
            "|nothing|matter|matters|gets|drives|motivates"
        ),
    ),
)
_TRYING = Turns(
    (
        (
            r"\b(?:pull(?:ing)?|pulled) out all the stops\b|\bmov(?:e|ing) (?:heaven and earth|mountains)\b|\bwhatever"
            r" it takes\b(?= to|[.!,])|\b(?:stop|stopping|stops) at nothing\b|\btirelessly\b|\b(?:work(?:s|ing)?|at it"
            r"|on it|on this|on your \w+|going|toiling|hard at it)(?: \w+){0,3} (?:(?:a?round[ -]the[ -]clock|day and"
            r" night|night and day|24/7|flat out|all hours|all day))\b|\b(?:all hands (?:are )?on deck)\b"
            r"|\bbend(?:ing)? over backwards\b|\b(?:every|all|our best|our utmost|the utmost) (?:possible |reasonable"
            r" )?(?:efforts?|endeavou?rs?|steps?|means|resources?) (?:is|are|will be|has been|have been|shall be)"
            r" (?:being )?(?:made|taken|used|deployed|exerted)\b|\b(?:do|does|doing|done|did|try|trying) (?:all"
            r"|everything|whatever|anything|absolutely everything|as much as) (?:that )?(?:I|we|they|it) (?:possibly "
            r"|humanly |reasonably )?(?:can|could)\b|\b(?:everything|all) (?:possible|in (?:our|my|its) power|within"
            r" (?:our|my) power|humanly possible)\b|\b(?:try|trying|give|giving|do|doing) (?:our|my|their|its) (?:level"
            r" |very |utmost |absolute |hardest|all)(?: best)?\b|\b(?:no stone|leave no stone)\b|\bgiv(?:e|ing) (?:it"
            r"|this) (?:our|my) all\b|\b(?:our|my|the) (?:best|full|utmost|complete|undivided|personal|immediate|whole"
            r"|total|closest)(?: and \w+)? attention\b|\b(?:all )?the attention (?:that )?it (?:deserves|needs|warrants"
            r"|requires)\b|\b(?:throw|throwing) everything (?:at|we)\b|\bworking (?:very |extremely |really |so"
            r" )?hard\b"
        ),
        (
            "stops|heaven|mountains|takes|nothing|tirelessly|clock|day|night|flat|hours|24|deck|backwards|effo*|ende*"
            "|steps|step|means|resources|resource|everything|whatever|anything|all|much|level|utmost|hardest|best|stone"
            "|atte*|thro*|hard"
        ),
        (
            "pull|pulling|pulled|move|moving|what*|stop|stopping|tire*|work|works|working|at|on|going|toiling|hands"
            "|bend|bending|every|all|our|do|does|doing|done|did|try|trying|power|poss*|huma*|give|giving|no|leave|the"
            "|my|throw*"
        ),
    ),
)
_TRUST = Turns(
    (
        (
            r"\bno (?:\w+ ){1,2}is (?:ever )?(?:just |merely |only )?a (?:number|ticket|file|statistic|case)\b"
            r"|\byou(?:'ve| have) (?:my|our) (?:full|complete|total|whole|every|unwavering|wholehearted) (?:support"
            r"|commitment|backing|assurance|sympathy|cooperation)|\b(?:set|hold|keep|aim for|maintain|uphold)s?(?:"
            r" ourselves to)? (?:the bar (?:high|so|very|for|where)\w*|(?:a |the )?(?:very )?(?:high|higher|highest"
            r"|exacting|strict|top)"
            r" standards?)\b|\b(?:right |firmly |fully |all )?behind you\b(?= (?:on|in|all|every|here)|[.!,])"
            r"|\bwe(?:'re| are) (?:\w+ )?(?:on|in) your (?:side|corner)\b|\bwith you all the way\b|\bno (?:stone|avenue"
            r"|path|effort|expense) (?:\w+ ){0,2}(?:unturned|unexplored|spared)|\b(?:nobody|no one|no-one)(?: is| are"
            r"|'s)? (?:more|keener|works harder|cares more)\b|\bspar(?:e|ing) no (?:effort|expense)\b|\b(?:taken"
            r"|treated|handled|viewed|dealt with)(?: \w+){0,3} (?:seriously|with the (?:utmost|greatest) \w+)"
        ),
        (
            "number|ticket|file|statistic|case|support|commitment|backing|assurance|bar|standard|standards|behind|side"
            "|corner|way|unturned|unexplored|spared|more|keener|harder|effort|expense|seriously|utmost|greatest"
        ),
        (
            "no|you|your|you've|nobody|set|hold|keep|maintain|uphold|aim|sets|taken|treated|handled|viewed|dealt|sparing"
            "|spare|high|highest|higher|top"
        ),
    ),
    (
        (
            r"\b(?:you|please|do)(?: can| may| could| always| know)* (?:count|rely|depend|bank) on (?:us|me|our|my (?:team"
            r"|word))\b"
        ),
        "count|rely|depend|bank",
        "us|me|our|my",
    ),
    (
        (
            r"\b(?:(?<!, )trust (?:us|me|in us)(?= [Ii] |,| on| to|[.!])|(?:have|keep) (?:every |full |faith and"
            r" )?(?:confidence|faith|trust) in (?:us|our)\b|(?:be|rest|feel|remain|stay) (?:fully |completely |quite"
            r" )?(?:assured|confident|reassured)\b|(?:I|we)(?: can| do| would like to| want to| wish to)* (?:re)?assure"
            r" (?:you|all)(?:\b[^.!?;\n]{0,30}?\b(?:that|of (?:our|my)|we|I|our|your|everyone|the)\b)|(?:I|we) (?:can"
            r" )?promise (?:you )?(?:that )?(?:we (?:care|take|are)|no one here|nobody here|everyone))"
        ),
        "trust|confidence|faith|assured|confident|reassured|assure|reassure|promise",
    ),
    (r"\b(?:we|I)(?:'ve| have)? (?:got )?your back\b", "back", "your", "got|have|we've|i've"),
    (
        (
            r"\b(?:safe|good|capable|the best|expert|caring) hands\b|\b(?:are|'re|is|am|'m|get|getting|stay|staying|keep|keeping"
            r"|firmly|right|be) on top of (?:it|this|things|your \w+|that)\b"
        ),
        "hands|top",
        "safe|good|capable|best|expert|caring|on",
    ),
    (
        r"\b(?:always|all) (?:be )?(?:here|there) for you\b|\bhere for you (?:every|all|at every)\b",
        "for",
        "you",
        "here|there",
    ),
    (
        (
            r"\b(?:never|not|won't|\w+n't) (?:want to |going to )?(?:see you stuck|let you down|leave you (?:stuck|hanging"
            r"|high and dry|stranded|without help))\b"
        ),
        "stuck|down|hanging|stranded|dry|without",
        "never|not|won't|don't|we'd",
        "you",
    ),
    (
        (
            r"\byou(?:'ve| have)(?: got)? nothing to worry about\b|\b(?:don't|do not|no need to) worry at all|\bevery"
            r" step of the way\b|\bwe (?:do not|don't|no dey|never) play with (?:our|we|any)\b"
        ),
        "worry|step|play",
    ),
)
_GRAVELY = Turns(
    (
        (
            r"\b(?:take|takes|taking|treat|treats|treating|view|views|regard|handle|handles|handled|approach|deal with"
            r"|look at)\b[^.!?;\n]{1,50}? (?:(?:very |extremely |most |so )?seriously|with (?:the |all |due |every"
            r" )?(?:utmost |greatest |full |due |great |highest )?(?:seriousness|urgency|care|importance|gravity"
            r"|concern|respect|diligence|sensitivity)|as (?:a matter of )?(?:urgent|urgency|serious|top priority|a"
            r" priority|high priority|critical))\b|\b(?:not|\w+n't|no one|nobody|none of us)\b[^.!?;\n]{0,30}? tak(?:e|es"
            r"|ing) (?:this|it|that|such \w+|your \w+|these \w+|complaints) lightly\b|\b(?:very |most |extremely"
            r" )seriously (?:indeed|by)\b"
        ),
        "seri*|urge*|care|impo*|grav*|conc*|dili*|sens*|prio*|crit*|ligh*|resp*",
        (
            "take|takes|taking|treat|treats|treating|view|views|regard|handle|handles|handled|approach|deal|look|very"
            "|most|extremely"
        ),
    ),
)
_PLEASED = late(
    r"\b(?:(?:glad|delighted|pleased|happy|thrilled|pleasure) (?:to (?:hear|see|read|know|learn)|that) (?:that"
    r" )?you(?:r stay| (?:had|enjoyed|liked|loved|were|found|felt))|(?:kind|lovely|wonderful|positive|great|fantastic"
    r"|nice|glowing|generous) (?:\w+ )?(?:words|review|comments?|feedback|compliments?)|5\*|five[- ]star|pleasure"
    r" hosting|our pleasure|huge success|(?:pleased|happy|glad|delighted) to (?:hear|read|see|know) (?:we|that (?:we"
    r"|your|our))|high recommendation|(?:pleased|happy|glad) that (?:our|your)|(?:so )?pleased that our"
    r"|compliments? (?:to|about)|you(?:'re| are) (?:most "
    r"|very )?welcome[.!]|shout-?out)",
    re.IGNORECASE,
)
_FRAMES = (_PRIDE, _FIRST, _TRYING, _TRUST, _GRAVELY, COMFORTS)
_TOLD = late(
    r"\b(?:nobody|no one|none of us)\b(?! here| of us| in this| at)|\b(?:felt|you said|you told|you wrote"
    r"|should(?:n't)? have|seriously enough|if (?:you|I (?!have to|must)|we (?!have to|must)|it|anything)|can't|cannot|used to"
    r"|not (?:yet )?(?:sure"
    r"|certain)|what(?:'s| is) your|would you|don't want to tell|words won't|first, so)\b|\?$",
    re.IGNORECASE,
)
_ACT = late(
    r"\b(?:is|are|was|were|has been|have been)(?: now| already| all| both| back| also)* (?!committed|dedicated|devoted"
    r"|determined|invested|handled|treated|concerned|satisfied|taken|appreciated|valued|given|considered|assured"
    r"|accorded|made\b|noted|needed|expected|intended|supposed|meant|designed|driven|built|based|respected|required"
    r"|confident|important|not\b|proud|content|different|present|consistent|excellent|independent|sorry|tired"
    r"|disappointed|frustrated|interested|delighted|pleased|saddened|looked|dealt|being|reviewed|investigated"
    r"|understood|trained|heard|shared|bent|worried|upset|affected|inconvenienced|urgent|vital|patient|right\b|that\b"
    r"|it\b|what\b|at\b|just\b|best\b|most\b|first\b|about\b|our\b|not\b|in\b|an\b|on\b|of\b|and\b|a?round\b|behind\b"
    r"|need\b|kind\b|bound\b|good\b|paramount|second|sacred|reluctant|sat\b|cut\b)\w+(?:ed|t|n|d)\b|\b(?:I|[Ww]e)"
    r" (?:check|drove|went|pulled|stripped|lifted|threw|found|put|took (?:it|them|the|off|out)|moved|listened|spoke|sat"
    r"|wrote|rang|ordered|refunded)\b|\b(?:crews?|vans?|engineers?|plumbers?|teams?) (?:is|are) (?:on|at) (?:your|the"
    r"|site|my)\b|\bnext (?:check|call|news|visit) is\b",
)


def told(words: str) -> bool:
    """Whether a sentence only tells or asks of such words."""
    return bool(_TOLD.search(words))


def assuring_words(draft: Draft) -> Iterator[re.Match[str]]:
    """The places where they are assured of something."""
    for frame in _FRAMES:
        for found in frame.all(draft):
            if not pleased(draft.said):
                yield found


def pleased(words: str) -> bool:
    """Whether the message answers praise."""
    return bool(_PLEASED.search(words))


def answers_praise(draft: Draft) -> bool:
    """Whether a public reply answers praise, and nobody is sorry for anything in it; a case of the desk is never praise alone."""
    if not draft.context.public:
        return False
    unhappy = draft.context.upset or any(word in draft.low for word in ("sorry", "apolog", "regret"))
    return not unhappy and pleased(draft.said)


def acts(draft: Draft) -> bool:
    """Whether something was done, or stands done, in a sentence of the message."""
    return any(_ACT.search(sentence.words) for sentence in draft.body)
