"""How one says that an outcome is certain: by oath, by wager, by leaving no doubt, by what cannot stop it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from amends.drafts.cue import late
from amends.drafts.finding import Mark
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.drafts.draft import Draft
    from amends.texts.sentences import Sentence

#: "We definitely want to help" is sure of a wish, and of no outcome.
DEFINITELY: Final = (
    r"definitely(?! (?:want|appreciate|like|love|need|understand|hear|see|agree|look|share|pass on|let|miss)\b)"
)
_SAID_SURE = Turns(
    (
        (
            r"\b(?:that(?:'s| is) (?:a|my|our) (?:promise|guarantee|vow)|make no mistake|(?:not|n't|without) (?:the|a)"
            r" (?:slightest|shadow|least|tiniest) (?:of a )?(?:doubt|chance|risk|question)|categorical(?:ly)?"
            r"|unquestionably|unfailingly|positively|indisputably|infallibly|(?:is|are) (?:\w+ly )?(?:assured|certain"
            r"|secured|a certainty|beyond question)|consider it (?:done|sorted|fixed)|as good as (?:done|there|yours"
            r"|fixed|sorted)|(?:rest|sleep) easy|nothing to fear|(?:mark|put|ink|write) it in (?:your|the) (?:diary"
            r"|calendar|ink|stone)|(?:cast[- ]iron|iron-?clad|copper-bottomed|watertight|rock[- ]solid|bulletproof)"
            r"|sure banker|take (?:that|it) as read|or i(?:'ll| will) eat my \w+|(?:dead|utterly|completely|totally"
            r"|fully|entirely|absolutely|perfectly|quite|very|pretty) (?:certain|sure|confident)|couldn't be (?:surer"
            r"|more \w+)|every (?:certainty|confidence)|it(?:'s| is) as simple as that)\b"
        ),
        (
            "promise|guarantee|vow|mistake|slightest|shadow|least|tiniest|cate*|unqu*|unfa*|positively|indi*|infa*"
            "|assured|certain|secured|certainty|question|consider|good|easy|fear|diary|calendar|ink|stone|cast|iron*"
            "|ironclad|copper|watertight|rock|bulletproof|banker|read|eat|sure|confident|surer|confidence|simple"
        ),
    ),
    (
        (rf"\b(?:(?:most |very )?(?:{DEFINITELY}|certainly|undoubtedly|assuredly)|absolutely(?=,| will| going))\b"),
        "definitely|certainly|undoubtedly|assuredly|absolutely",
    ),
    (
        r"\bwithout (?:fail|exception|question|(?:a |any )?(?:shadow of a )?doubt|a hitch)\b",
        "without",
        "fail|exception|question|doubt|hitch",
    ),
    (
        (
            r"\b(?:for (?:sure|certain|definite)|(?<!be\s)(?<!make\s)(?:certain|sure) to|(?:i|we)(?:'m| am|'re| are)(?:"
            r" \w+ly| quite| so| more than)? (?:positive|certain|sure|convinced|confident)(?= (?:that |of it|you|it|the"
            r"|your|this|they|she|he)|[.!,])|of (?:that|this|which) i(?:'m| am) (?:\w+ )?(?:sure|certain)|as (?:sure"
            r"|certain) as|dead(?:[ -]| on )?(?:cert|certain|sure)|a (?:sure thing|certainty|racing certainty|dead"
            r" cert)|(?:it|that|this)(?:'s| is) (?:simply |quite )?certain)\b"
        ),
        "sure|certain|definite|positive|convinced|confident|cert|certainty",
    ),
    (r"\b(?:100|one hundred|a hundred|hundred|1000|a thousand) ?(?:%|per ?cent\b)", "100|hundred|1000|thousand"),
    (
        (
            r"\b(?:(?:zero|no|not a|nil) (?:chance|risk|possibility|danger|question|way)(?= (?:of|that|it|this|they|you"
            r"|we|the|your|will|is)| \w+ing\b)|(?:no|beyond (?:a |any |all )?(?:shadow of a |reasonable )?|not in any"
            r"|in no|leave no|isn't any|never in) ?doubt(?! (?:you|this|that|utili|it (?:was|is)|a|an|the|he|she|they"
            r"|we))|no (?:two ways about|ifs|if or|maybe|buts|questions asked))\b"
        ),
        "chance|risk|possibility|danger|question|way|doubt|ways|ifs|maybe|buts|questions",
        "no|zero|not|nil|beyond|isn't|never",
    ),
    (
        (
            r"\b(?:(?:have|you've|you've got|giv(?:e|ing)|upon|on|take) (?:you |got |it from )?(?:my|our) (?:solemn "
            r"|personal |absolute |full |firm )?(?:word|guarantee|oath|promise|honou?r|assurance|mother's|life)|(?:my"
            r"|our|personally|fully|is|are|be|i|we|it's|and|can|that) guaranteed?|guaranteed(?= (?:to|by|for|on|before"
            r"|delivery|next|that)|[.!,])|i(?:'d| would|'ll| will|'m| am)? (?:swear|vow|assuring)|(?:i|we)(?: can)?"
            r" (?:(?:personally |hereby |absolutely |solemnly |fully )?(?:promise|guarantee|undertake|pledge|swear|vow"
            r"|warrant|assure))|hereby confirm)\b"
        ),
        "word|guar*|oath|prom*|hono*|assu*|life|swear|vow|unde*|pledge|warrant|confirm",
    ),
    (
        r"\b(?:trust me|believe me|take it from me|mark my words|you(?:'ll| will) see(?= ?[.!]))",
        "trust|believe|from|mark|see",
        "me|my|you'll|you",
    ),
    (r"\b(?:bet|stake|put money|wager|eat my hat)\b", "bet|stake|money|wager|hat"),
    (
        (
            r"\b(?:(?:bound|destined) to|(?:know|knows) (?:for a fact|full well)|(?:it|that|this)(?:'s| is) (?:simply "
            r"|quite )?(?:impossible for|inevitable|a fact))\b"
        ),
        "bound|destined|fact|well|impo*|inev*",
    ),
    (
        r"\b(?:(?:stone|nailed)[ -]on|a (?:done deal|safe bet|cinch)|sealed and delivered|set in stone|in the bag)\b",
        "stone|nailed|deal|bet|cinch|sealed|bag",
    ),
    (
        (
            r"\b(?:(?:come|whatever) (?:what may|rain|hell|happens)|rain or (?:shine|snow)|no matter (?:what|how)|hand"
            r" on heart|cross my heart|by (?:god's grace|the grace)|regardless of (?:the )?\w+)\b"
        ),
        "may|rain|hell|happens|matter|heart|grace|regardless",
        "come|whatever|rain|no|on|my|by|of",
    ),
    (
        r"\bnothing (?:(?:will|can|could|is going to) (?:stop|prevent|get in|keep|delay|derail|hold)|on earth)\b",
        "nothing",
        "stop|prevent|get|keep|delay|derail|hold|earth",
    ),
    (
        (
            r"\b(?:under no circumstances (?:will|shall|can)|(?:can't|cannot) go wrong|can tell you (?:that|this) (?:now"
            r"|for free|much)|i can say with (?:complete|full|total|absolute|every) confidence|sure as (?:eggs|night|day|i)|"
            r"i dey sure|(?:no|not a) (?:question|doubt) (?:about|of) (?:it|that)|whatever else happens"
            r"|put your mind at (?:ease|rest)|(?:sharp|prompt)(?=[.,;]| and)|not a minute after|make your plans)\b"
        ),
        "circumstances|wrong|tell|confidence|sure|question|doubt|whatever|mind|sharp|prompt|minute|plans",
    ),
    (
        (
            r"\b(?:set your (?:watch|clock)|(?:bank|count|rely|depend) (?:on (?:it|that|this)|your life)|take (?:it|that)"
            r" to the bank)\b"
        ),
        "watch|clock|bank|count|rely|depend",
        "on|your|to",
    ),
    (
        (
            r"\b(?:(?:cannot|can't|can not|couldn't) (?:possibly )?(?:fail|go wrong|slip|miss|be late|be delayed|be"
            r" refused)|never (?:fails|misses|slips|late|miss|slip|fail)|always works)\b"
        ),
        "fail|fails|wrong|slip|slips|miss|misses|late|delayed|refused|works",
        "cannot|can't|can|couldn't|never|always",
    ),
    (
        (
            r"\b(?:full stop|period(?=[.!])|end of(?=[.!])|to the (?:minute|dot|second|hour)|on the dot|exactly as"
            r" (?:planned|agreed|promised|ordered)|like clockwork|(?:not|won't be) (?:a|one) (?:minute|day|second"
            r"|moment) (?:later|more|past|late))\b"
        ),
        "stop|period|end|minute|dot|second|exactly|clockwork|later",
        "full|period|of|the|as|like|not|won't",
    ),
)
_AHEAD = late(
    r"\b(?:will|'ll|won't|shall|going to|gonna|must (?:deliver|reach|come|arrive)|(?:is|are|be) (?:finished|ready|done"
    r"|back|there|fixed|sorted|yours|on (?:at|by|before)|with you|due)|arriv(?:e|es|ing)|lands?|stands? (?:by|at)"
    r"|lights on|clear by|reach(?:es)?|delivery|refund (?:tomorrow|today|by|on|within)|(?:by|before|until|from|on|past"
    r"|for) (?:the )?(?:\d|noon|midday|midnight|end|close|tomorrow|tonight|this|next|mon|tues|wednes|thurs|fri|satur"
    r"|sun|christmas|easter|january|february|march|april|may|june|july|august|september|october|november|december|the"
    r" (?:weekend|wedding|party))\w*|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|at (?:noon|\d)|within"
    r" \w+)\b|'ll\b",
    re.IGNORECASE,
)
_OURS = late(
    r"\b(?:I|we)(?:'ll| will| shall| can| am going to|'m going to)?(?: \w+ly| also| then| still| never| surely)*(?:"
    r" promise| guarantee| undertake| swear)?(?: you)?(?: a| to| that I'll| that I will| I'll| we'll)? (?:call|ring"
    r"|phone|telephone|write|e-?mail|text|message|tell|let you know|drop you|share|pass|take (?:your|this|these|it"
    r"|them)|keep your|ensure to|return|update|be (?:in touch|here|there|at|with you on the phone)|get back|come back"
    r" to you|visit|look|see you|meet|check|inspect|follow up|review|investigate|help|try|reply|answer|ask|keep (?:you"
    r"|looking|trying)|chase|stay|speak|listen|read)\b|\b(?:hear|message|call|update|e-?mail|letter|answer|news|word)"
    r" (?:back )?(?:from|by) (?:me|us)\b|\ba (?:call|ring|text|note|reply) (?:each|every|from|at|by|on|tomorrow"
    r"|today)\b",
    re.IGNORECASE,
)
_UNSURE = late(
    r"\b(?:can't|cannot|can not|won't|don't|do not|didn't|doesn't|not able to|unable to|would not|wouldn't|will not"
    r"|never|not going to|isn't|not|nobody|no one|rather than|instead of)(?: yet| honestly| really| ever| be| want to|"
    r" like to| able to| quite| fully| entirely| a| an| have| give you| give| yet be){0,3} (?:promise|guarantee|swear"
    r"|say|sure|certain|bet|confident|rely|bank|count|certainty|undertake|stake|definite|rule out|set in stone|know"
    r"|tell|speak|absolutely|100|trust|positive|vouch|date|claim|pretend)\b|\bearliest\b",
    re.IGNORECASE,
)
_HEDGED = late(
    r"\b(?:should|expect (?!it)|hope|aim|nine times|times (?:in|out of) ten|probably|likely|estimate|may|might|as"
    r" i(?:'m| am) (?:certain|sure)|worth the wait|(?:about|around) (?:\d|a\b|noon|the)|best guess|if|whether|unless"
    r"|provided|depends|aiming|hoping|intend|plan|planning|told you|you were|usually|most(?:ly)?|asked|said|at the"
    r" earliest|up to|to be on the safe side)\b",
    re.IGNORECASE,
)
_BEHIND = late(r"\b(?:was|were|did|had|has been|have been|went|came|left)\b", re.IGNORECASE)
_COMING = late(r"\b(?:will|won't|shall|going to|tomorrow|tonight|is|are|by)\b|'ll\b|'s\b", re.IGNORECASE)
#: So strong that what it is said of must be to come.
_STRONG = late(
    r"\b(?:(?:no|zero|not the slightest) chance of|bank on|bound to (?:work|find|win|arrive|be|come|go|pass|clear)"
    r"|as good as (?:yours|done|there)|(?:cannot|can't) possibly|come what may|nailed on|nothing (?:can|will"
    r"|could) (?:stop|change|prevent)"
    r"|under no circumstances|can't go wrong|cannot go wrong)\b",
    re.IGNORECASE,
)
#: What is open and when, what is our striving, how it is elsewhere, and whose judgment it is: no outcome of theirs.
_NO_OUTCOME = late(
    r"\b(?:opens?|open (?:on|till|until|from|at|every|all|daily|\w+day)|closed on|our counter|every day of term"
    r"|timetable|utmost|our best|my best|as I'm sure you'll|never quite|be better|do better|will be perfect|spotless"
    r"|sleep easy until|judge will|fingers crossed"
    r"|no doubt have|(?:won't|will not|never) (?:\w+ )?(?:have|see|get|be left|face|meet) (?:this|that|such|the same"
    r"|in the|another)\b[^.!?\n]{0,60}\b(?:again|with us|like that|second time)|have to (?:rebook|re-?book|call|ring"
    r"|log|apply|do)"
    r"|runs from|did promise|promised you|is (?:a hold|in your account)|to say sorry)\b",
    re.IGNORECASE,
)
#: "To the minute" makes nothing certain that is said to be so already: "they match your times to the minute".
_TO_THE_DOT = late(r"\W*(?:to the|on the dot|exactly|like clockwork)", re.IGNORECASE)
_WILL = late(r"\b(?:will|shall|going to|be|arrives?|lands?|comes?|reach(?:es)?)\b|'ll\b", re.IGNORECASE)
_AGAIN = late(
    r"\b(?:(?:never|not|no|nobody)\b[^.!?\n]{0,60} again|n't [^.!?\n]{0,60} again|happen|recur|repeat\w*|from now on|in"
    r" future|next time|no more|no other|every \w+ to come|regret|miss us|better (?:elsewhere|anywhere)|never have to"
    r"|your (?:details|data|privacy)|no (?:extra )?(?:charge|cost|fee)|not (?:be )?(?:charged|billed))\b",
    re.IGNORECASE,
)


def certain_words(draft: Draft) -> Iterator[Sentence]:
    """The sentences that make an outcome certain: what is to come, and no doubt left; never our own next word."""
    last = -1
    for found in _SAID_SURE.all(draft):
        number = draft.index(found.start())
        if number == last:
            continue
        last = number
        one = draft.sentences[number]
        words = draft.sentence(found.start())
        beside = words.replace(found[0], " ")
        if (
            not words.endswith("?")
            and not (_TO_THE_DOT.match(found[0]) and not _WILL.search(words))
            and (_AHEAD.search(beside) or _AHEAD.search(found[0]) or _STRONG.search(words))
            and not _NO_OUTCOME.search(words)
            and not _OURS.search(words)
            and not _UNSURE.search(words)
            and not _HEDGED.search(beside)
            and not _AGAIN.search(words)
            and (not _BEHIND.search(words) or _COMING.search(words))
        ):
            yield one


def certainties(draft: Draft, marked: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """A mark on each of these sentences, but for those marked already."""
    for sentence in certain_words(draft):
        if not any(start < sentence.end and sentence.start < end for start, end in marked):
            yield Mark(
                sentence.start,
                sentence.end,
                "Certainty that nobody has.",
                "Say how sure you are, and when you will tell them if it moves.",
            )
