"""How a firm assures without doing: what it prides itself on, what comes first with it, how hard it tries, that it may be trusted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late
from amends.drafts.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_US = (
    r"(?:I|we|all of us|each of us|every one of us|everyone|everybody|(?:our|the|my|this) (?:whole |entire )?(?:\w+ )?"
    r"(?:team|crew|staff|people|company|firm|colleagues|engineers|technicians|family|house|hotel|school|clinic|shop"
    r"|management|department|organisation|organization|practice|business|bank|airline|kitchen))"
    r"(?: (?:here|of us|on the team|at [\w' &]{2,25}))?"
)
_ARE = r"(?:'m|'re| am| are| is| remains?| have always been| has always been| continue to be)"
_HOW = r"(?: \w+ly| very| so| always| all| totally| a hundred percent| 100%| still| really| do| just){0,2}"
_MEANS = (
    r"(?:your|you|our (?:customers?|guests?|patients?|clients?|members?|residents?|passengers?|tenants?|pupils?|students?"
    r"|families|readers|users|diners|owners|travell?ers|brides?|little ones|children)|the (?:\w+ )?(?:comfort|wellbeing"
    r"|well-being|safety|satisfaction|happiness|trust|welfare|care)|customer|guest|client|patient|member|resident|quality"
    r"|cleanliness|hygiene|safety|service|punctuality|accuracy|privacy|honesty|excellence|reliability|satisfaction|such"
    r" matters|matters (?:like|of) (?:this|that|these)(?: kind)?|complaints)"
)
_TOP = (
    r"(?:(?:always |right |very much )?at the (?:very )?(?:heart|core|cent(?:re|er)|top|forefront) of (?:everything|all|our"
    r"|what|how|my)|(?:our|my) (?:passion|mission|promise|watchword|north star|only concern|whole purpose|first thought"
    r"|number one|top|first|highest|main|chief|greatest) ?(?:priority|concern|focus|aim|goal|job|duty|thought)?"
    r"|(?:always |the )?(?:first|above|before) (?:and foremost|all else|everything(?: else)?|anything(?: else)?|profits?"
    r"|with us|here|for us)|paramount|sacred|non-negotiable|everything (?:to|for) us|what (?:drives|matters most"
    r"|gets us|we (?:live|stand) for)|(?:the world|everything|a great deal|so much|a lot|more than \w+) to (?:us|me|all of"
    r" us|everyone)|(?:of|accorded|given) (?:the |our )?(?:utmost|paramount|highest|greatest|first|top)"
    r" (?:importance|priority|concern|preference|attention)|first)"
)
_PRIDE = Frame(
    (
        rf"\b{_US}{_HOW} (?:prides? (?:ourselves|myself|itself|themselves)|takes? (?:great |real |immense |enormous "
        rf"|so much )?pride|strives?\b|endeavou?rs?\b|cares? (?:deeply|passionately|greatly|a (?:great deal|lot)|so much"
        rf"|very much|too much|about (?:you|every|each|all|our|getting|your))|(?:go|goes) (?:the extra mile|above and beyond"
        rf"|out of (?:our|its|their) way)|holds? (?:ourselves|itself|myself|our \w+) to|lives? and breathes?"
        rf"|wants? (?:nothing more|nothing (?:else|but)|only (?:the best|what)|the (?:very )?best|you to (?:be happy|feel|have"
        rf" the best))|believes? in (?:doing|putting|treating|excellence|quality)|(?:do|does|will) not rest|(?:don't|won't"
        rf"|doesn't|never) rests?|values? (?:every|each|all))|\b{_US}{_ARE}{_HOW} (?:committed"
        rf"|dedicated|passionate|devoted|determined|invested)(?: to| about| in| that)? (?!prevent)|\b(?:has|have|with) your"
        rf" (?:best interests?|interests?|comfort|wellbeing) (?:very much )?(?:at heart|in mind)|\bour (?:commitment|dedication"
        rf"|devotion|pledge|promise) to (?:you|our|your|quality|service|excellence|every|each|customers?|guests?|patients?"
        rf"|safety|the)\b|\bthis is not the (?:standard|level|service|experience) (?:that )?(?:we|I) (?:set|hold|expect|want"
        rf"|strive|pride|stand)\b|\bhow much (?:you|your \w+|this|it) (?:means?|matters?) to (?:us|me)\b",
        "prid*|stri*|ende*|care|cares|mile|above|way|hold|holds|brea*|nothing|best|want|wants|believe|believes|rest"
        "|rests|value|values|comm*|dedi*|pass*|devo*|dete*|inve*|inte*|heart|pledge|promise|stan*|level|service"
        "|experience|much",
    ),
)
_FIRST = Frame(
    (
        rf"\b{_MEANS}(?: [\w']+){{0,6}}? (?:is|are|comes?|means?|remains?|stays?|has always been|have always been"
        rf"|will always be|must be|always (?:comes?|is|are))(?: always| still| and always will be| very much| and remains)?"
        rf" {_TOP}\b|\bnothing (?:is more important|matters more|means more|comes before|gives us more)\b|\b(?:your|this|the|every)"
        rf" (?:\w+ )?(?:matter|complaint|feedback|opinion|concern|case|issue|voice|experience|comfort|happiness"
        rf"|satisfaction|view)s? (?:is|are) (?:very |extremely |so |really |truly |deeply )?important(?: to (?:us|me))?\b"
        rf"|\byour (?:feedback|opinion|voice|view|experience|happiness|satisfaction|comfort|concerns?) (?:really |truly "
        rf"|always )?matters?\b|\b(?:giv(?:e|es|en|ing)|accord(?:s|ed)?|attach(?:es)?|assign(?:s|ed)?) (?:\w+ ){{0,5}}?(?:first"
        rf"|top|highest|utmost|greatest|full) (?:\w+ )?(?:preference|priority|importance|attention|consideration)\b"
        rf"|\b(?:customer|guest|client|patient|passenger|quality|safety) (?:comes )?first\b(?= (?:is|isn't|has|that)"
        rf"|[.!])|\bis what (?:drives|motivates|gets) (?:us|me|each|every|all|our)\b",
        "heart|core|cent*|top|fore*|passion|mission|watc*|north|prio*|conc*|focus|aim|goal|duty|thou*|first|above"
        "|before|para*|sacred|nego*|everything|drives|matters|matter|world|deal|much|lot|than|utmost|high*|great*|pref*"
        "|atte*|impo*|motivates|gets|nothing|cons*",
        "is|are|comes|come|means|mean|remain*|remains|stay|stays|has|have|be|always|isn't|giv*|acco*|atta*|assi*"
        "|nothing|matter|matters|gets|drives|motivates",
    ),
)
_TRYING = Frame(
    (
        r"\b(?:pull(?:ing)?|pulled) out all the stops\b|\bmov(?:e|ing) (?:heaven and earth|mountains)\b|\bwhatever it takes\b"
        r"(?= to|[.!,])|\b(?:stop|stopping|stops) at nothing\b|\btirelessly\b|\b(?:work(?:s|ing)?|at it|on it|on this|on your"
        r" \w+|going|toiling|hard at it)(?: \w+){0,3} (?:(?:a?round[ -]the[ -]clock|day and night|night and day|24/7|flat out"
        r"|all hours|all day))\b|\b(?:all hands (?:are )?on deck)\b|\bbend(?:ing)? over backwards\b"
        r"|\b(?:every|all|our best|our utmost|the utmost) (?:possible |reasonable )?(?:efforts?|endeavou?rs?|steps?|means"
        r"|resources?) (?:is|are|will be|has been|have been|shall be) (?:being )?(?:made|taken|used|deployed|exerted)\b"
        r"|\b(?:do|does|doing|done|did|try|trying) (?:all|everything|whatever|anything|absolutely everything|as much as)"
        r" (?:that )?(?:I|we|they|it) (?:possibly |humanly |reasonably )?(?:can|could)\b|\b(?:everything|all) (?:possible"
        r"|in (?:our|my|its) power|within (?:our|my) power|humanly possible)\b|\b(?:try|trying|give|giving|do|doing) (?:our"
        r"|my|their|its) (?:level |very |utmost |absolute |hardest|all)(?: best)?\b|\b(?:no stone|leave no stone)\b"
        r"|\bgiv(?:e|ing) (?:it|this) (?:our|my) all\b|\b(?:our|my|the) (?:best|full|utmost|complete|undivided|personal"
        r"|immediate|whole|total|closest)(?: and \w+)? attention\b|\b(?:all )?the attention (?:that )?it (?:deserves"
        r"|needs|warrants|requires)\b|\b(?:throw|throwing) everything (?:at|we)\b|\bworking (?:very |extremely |really "
        r"|so )?hard\b",
        "stops|heaven|mountains|takes|nothing|tirelessly|clock|day|night|flat|hours|24|deck|backwards|effo*|ende*|steps"
        "|step|means|resources|resource|everything|whatever|anything|all|much|level|utmost|hardest|best|stone|atte*"
        "|thro*|hard",
        "pull|pulling|pulled|move|moving|what*|stop|stopping|tire*|work|works|working|at|on|going|toiling|hands|bend"
        "|bending|every|all|our|do|does|doing|done|did|try|trying|power|poss*|huma*|give|giving|no|leave|the|my|throw*",
    ),
)
_TRUST = Frame(
    (
        r"\b(?:you|please|do)(?: can| may| could| always| know)* (?:count|rely|depend|bank) on (?:us|me|our|my (?:team|word))\b",
        "count|rely|depend|bank",
        "us|me|our|my",
    ),
    (
        r"\b(?:trust (?:us|me|in us)(?= [Ii] |,| on| to|[.!])|(?:have|keep) (?:every |full |faith and )?(?:confidence|faith|trust) in (?:us|our)\b"
        r"|(?:be|rest|feel|remain|stay) (?:fully |completely |quite )?(?:assured|confident|reassured)\b|(?:I|we)(?: can| do| would like to"
        r"| want to| wish to)* (?:re)?assure (?:you|all)(?:\b[^.!?;\n]{0,30}?\b(?:that|of (?:our|my)|we|I|our|your|everyone|the)\b)|(?:I"
        r"|we) (?:can )?promise (?:you )?(?:that )?(?:we (?:care|take|are)|no one here|nobody here|everyone))",
        "trust|confidence|faith|assured|confident|reassured|assure|reassure|promise",
    ),
    (r"\b(?:we|I)(?:'ve| have)? (?:got )?your back\b", "back", "your", "got|have|we've|i've"),
    (r"\b(?:safe|good|capable|the best|expert|caring) hands\b|\bon top of (?:it|this|things|your \w+|that)\b", "hands|top", "safe|good|capable|best|expert|caring|on"),
    (r"\b(?:here|there) for you\b(?! (?:at|on|from) \d)", "for", "you", "here|there"),
    (
        r"\b(?:never|not|won't|n't) (?:want to |going to )?(?:see you stuck|let you down|leave you (?:stuck|hanging|high and dry|stranded"
        r"|without help))\b",
        "stuck|down|hanging|stranded|dry|without",
        "never|not|won't|don't|we'd",
        "you",
    ),
    (
        r"\byou(?:'ve| have)(?: got)? nothing to worry about\b|\b(?:don't|do not|no need to) worry(?: at all|,? we\b)|\bevery step of the way\b"
        r"|\bwe (?:do not|don't|no dey|never) play with (?:our|we|any)\b",
        "worry|step|play",
    ),
)
_GRAVELY = Frame(
    (
        r"\b(?:take|takes|taking|treat|treats|treating|view|views|regard|handle|handles|handled|approach|deal with|look at)"
        r"\b[^.!?;\n]{1,50}? (?:(?:very |extremely |most |so )?seriously|with (?:the |all |due |every )?(?:utmost |greatest "
        r"|full |due |great |highest )?(?:seriousness|urgency|care|importance|gravity|concern|respect|diligence|sensitivity)"
        r"|as (?:a matter of )?(?:urgent|urgency|serious|top priority|a priority|high priority|critical))\b|\b(?:not|n't|no one"
        r"|nobody|none of us)\b[^.!?;\n]{0,30}? tak(?:e|es|ing) (?:this|it|that|such \w+|your \w+|these \w+|complaints)"
        r" lightly\b|\b(?:very |most |extremely )seriously (?:indeed|by)\b",
        "seri*|urge*|care|impo*|grav*|conc*|dili*|sens*|prio*|crit*|ligh*|resp*",
        "take|takes|taking|treat|treats|treating|view|views|regard|handle|handles|handled|approach|deal|look|very|most"
        "|extremely",
    ),
)
_FRAMES = (_PRIDE, _FIRST, _TRYING, _TRUST, _GRAVELY)
_TOLD = late(
    r"\b(?:nobody|no one|none of us)\b(?! here| of us| in this| at)|\b(?:felt|you said|you told|you wrote|should(?:n't)? have|seriously enough|if (?:you|I|we|it|anything)"
    r"|can't|cannot|used to|not (?:yet )?(?:sure|certain)|what(?:'s| is) your|would you|don't want to tell"
    r"|words won't|first, so)\b|\?$",
    re.IGNORECASE,
)
_ACT = late(
    r"\b(?:is|are|was|were|has been|have been)(?: now| already| all| both| back| also)* (?!committed|dedicated|devoted"
    r"|determined|invested|handled|treated|concerned|satisfied|taken|appreciated|valued|given|considered|assured|accorded"
    r"|made\b|noted|needed|expected|intended|supposed|meant|designed|driven|built|based|respected|required|confident"
    r"|important|not\b|proud|content|different|present|consistent|excellent|independent|sorry|tired|disappointed"
    r"|frustrated|interested|delighted|pleased|saddened|looked|dealt|being|reviewed|investigated|understood|trained"
    r"|heard|shared|bent|worried|upset|affected|inconvenienced|urgent|vital|patient|right\b|that\b|it\b|what\b|at\b|just\b"
    r"|best\b|most\b|first\b|about\b|our\b|not\b|in\b|an\b|on\b|of\b|and\b|a?round\b|behind\b|need\b|kind\b|bound\b|good\b"
    r"|paramount|second|sacred|reluctant|sat\b|cut\b)\w+(?:ed|t|n|d)\b|\b(?:I|[Ww]e) (?:check|drove|went|pulled|stripped"
    r"|lifted|threw|found|put|took (?:it|them|the|off|out)|moved|listened|spoke|sat|wrote|rang|ordered|refunded)\b"
    r"|\b(?:crews?|vans?|engineers?|plumbers?|teams?) (?:is|are) (?:on|at) (?:your|the|site|my)\b|\bnext (?:check|call|news"
    r"|visit) is\b",
)


def told(words: str) -> bool:
    """Whether a sentence only tells or asks of such words."""
    return bool(_TOLD.search(words))


def assuring_words(draft: Draft) -> Iterator[re.Match[str]]:
    """The places where they are assured of something."""
    for frame in _FRAMES:
        yield from frame.all(draft)


def acts(draft: Draft) -> bool:
    """Whether something was done, or stands done, in a sentence of the message."""
    return any(_ACT.search(sentence.words) for sentence in draft.body)
