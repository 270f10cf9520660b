"""The ways of promising news without an hour, and of saying that there is none as if that were news."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_WHO = r"(?:I|we|someone|somebody|one of us|chasing and|it and|looking and|but|then)"
_TELL = (
    r"(?:tell you|let you (?:know|have (?:it|them|word))|inform you|notify you|notify|advise(?: you)?"
    r"|update(?: you)?|write(?: to you| again)?|e-?mail(?: you)?|text(?: you)?|ping(?: you)?|message(?: you)?"
    r"|ring(?: you)?"
    r"|call(?: you)?|phone(?: you)?|drop you (?:a|an) (?:mail|line|note|message|text|e-?mail)|give you (?:a (?:shout"
    r"|call|ring|bell|buzz|heads-?up|nod)|an update|word|news|more)|send (?:you )?(?:a|an|more|any|further|word"
    r"|you)(?: \w+)?"
    r"|(?:come|get|be|circle|report|revert|loop|be coming|be getting) back(?: to you| here)?|revert(?: to you)?"
    r"|touch base|be in touch|get in touch|make contact|reach out|contact you|post (?:here|updates?|developments"
    r"|any|news|it)|share (?:it|the|any|more|what|news)"
    r"|forward (?:it|them|the)|pass (?:it|that|any \w+|the \w+) on|shout|have (?:more|news|something"
    r"|an (?:answer|update))|say more|report|be able to (?:say|tell|advise|confirm|give)|be in a position to \w+"
    r"|share)"
)
_COND = (
    r"(?:as and when|as soon as|(?<!at\s)once(?!\smore|\sagain|\sa\b)|when(?:ever)?|the (?:minute|moment|second|instant|day)"
    r"|if (?:and when|anything|something|there|I|we|things|the status)|after|upon|on (?:arrival|receipt"
    r"|completion|conclusion)|until|pending|with (?:findings|news|an update|more|further|any|the outcome"
    r"|an answer|a decision)"
    r"|accordingly|in due course|in good time|in time|before (?:too )?long|from time to time|now and (?:then"
    r"|again)|at all times|throughout|further(?! action)|as (?:the|things|matters|it"
    r"|we) (?:\w+ ){0,3}(?:becomes?|gets?|develops?|progress(?:es)?|clears?|move|learn|go)|how (?:it|things|we"
    r"|they|that|this) (?:goes|go|gets? on|turns? out|develops?|pans? out)|what (?:happens|comes of (?:it|this)"
    r"|they (?:say|find|decide)|we (?:find|learn|decide))|of (?:the|any|its|their) (?:outcome|result"
    r"|developments?|decision|progress|changes?)|down the line|later(?: on)?|in the (?:near )?future"
    r"|at the (?:appropriate|right) (?:time|moment)|as things (?:develop|progress|move)|as (?:we|I) (?:go|learn"
    r"|hear)|along the way|regularly)\b"
)
_NEWS = (
    r"(?:news|updates?|word|developments?|bulletins?|progress|information|report|answer|outcome|findings"
    r"|movement|changes?|communication)"
)
_PROMISED = Cue(
    rf"\b(?:expect (?:some |more |further )?{_NEWS} (?:from \w+ )?(?:in (?:a (?:little )?while|a bit|due course|good time)|before long"
    rf"|at some (?:point|stage)|some ?time|soon|shortly)|{_WHO}(?:'ll| will| shall| hope to| are going to| am going to"
    rf"|'re going to)(?: also"
    rf"| then| surely| certainly| of course| be sure to| only| gladly"
    rf"| happily){{0,3}} {_TELL}\b(?! your\b)[^.!?;\n]{{0,30}}? ?\b{_COND}[^.!?;\n]{{0,50}}"
    rf"|{_COND} [^.!?;\n]{{0,70}}?,? ?\b{_WHO}(?:'ll| will| shall)(?: be sure to| also"
    rf"| then)? {_TELL}\b[^.!?;\n]{{0,30}}"
    r"|you(?:'ll| will| shall)(?: also| then| certainly| of course| be sure to| always| only)? (?:hear"
    r"|know|see (?:it|this|that|an update|any)|find out|learn|be (?:kept|told|informed|notified|advised|updated"
    r"|contacted|the first|carried along|alerted|looped)|get (?:a|an|another|any|the|our) (?:message|text"
    r"|e-?mail|update|note|call|notification|alert|word|line|letter|news)"
    rf"|receive (?:a|an|any|the|further|another|regular|our))\b[^.!?;\n]{{0,50}}?\b{_COND}[^.!?;\n]{{0,50}}"
    rf"|you(?:'ll| will)(?: only| then)? (?:know (?:when|once|as soon)|be (?:the first to know|carried along"
    rf"|kept (?:informed|abreast|posted|up to date|in the loop|in the picture)))\b"
    rf"|{_COND} [^.!?;\n]{{0,60}}?,? ?\byou(?:'ll| will| shall) (?:be the first|hear|know|be (?:told|informed"
    rf"|notified|advised|updated|contacted)|get (?!none|nothing|your|the|it|a full|all)|receive)\b[^.!?;\n]{{0,30}}"
    rf"|{_WHO}(?:'ll| will| shall)? (?:keep|stay|remain)(?: you| in| our \w+| all \w+)? (?:in (?:touch|contact"
    rf"|the loop|the picture)|posted|informed|abreast|updated|up to (?:date|speed)|apprised)\b[^.!?;\n]{{0,40}}"
    rf"|(?:{_NEWS}|more(?: details| information)?|further (?:details|{_NEWS})|next {_NEWS}) (?:to follow"
    rf"|will (?:follow|be (?:shared|posted|provided|given|sent|circulated|published|issued|forthcoming))"
    rf"|to be (?:advised|confirmed|announced)|(?:are|is) to follow)\b[^.!?;\n]{{0,40}}"
    rf"|(?:expect|look out for|watch for|you can expect|look forward to) (?:\w+ )?(?:regular|further|more"
    rf"|periodic|frequent|ongoing|our|an?|some)(?: \w+)? {_NEWS}\b[^.!?;\n]{{0,40}}"
    r"|(?:keep|have) an eye on (?:your (?:inbox|e-?mail|phone|messages|post|app)|this|our|the (?:page|app|site"
    r"|website|portal|thread|group))\b[^.!?;\n]{0,50}|consider yourself (?:in the loop|informed|updated)\b"
    r"|(?:keep |please |do )?check(?:ing)? (?:the|our|your|this) (?:\w+ )?(?:website|site|page|app|portal|thread"
    r"|group|board|inbox|tracker)(?: \w+){0,4}? (?:for|regularly|from time|now and|daily)\b[^.!?;\n]{0,40}"
    r"|(?:look at|watch|follow|see|visit|refresh) (?:the|our|this) (?:\w+ )?(?:status|tracking|tracker"
    r"|service) (?:page|app|feed|board|site)?[^.!?;\n]{0,40}"
    r"|(?:the|our) (?:[\w-]+ ){0,2}(?:team|department|desk|office|people|side|unit|section|support) (?:will"
    r"|shall) (?:revert|advise|update|inform|notify|communicate|report|respond|reply|feed back|get back|come back|be in touch)"
    r"[^.!?;\n]{0,60}|\b(?:we|I)(?:'ll| will| shall)? (?:be )?(?:posting|updating|informing|communicating|feeding"
    r"|looping|briefing|keeping) (?:you|back|the)\b[^.!?;\n]{0,40}|giving you (?:regular|frequent|further|more|any"
    r"|timely) (?:updates|news)\b[^.!?;\n]{0,40}"
    r"|will (?:ping|text|call|ring|write|shout|let you know|update|drop you)\b[^.!?;\n]{0,30}\bwhen(?:ever)? (?:I|we"
    r"|there)\b[^.!?;\n]{0,30}|(?:be sure to|make sure to|certainly|gladly) (?:keep you (?:in|posted|up|informed"
    r"|updated)|loop you in|pass on (?:any\w*|what\w*)"
    r"|let you have any\w*|share any\w*)[^.!?;\n]{0,50}|(?:as soon as|once|when|whenever|the (?:minute"
    r"|moment)) (?:there(?:'s| is)|(?:I|we)(?: have|'ve| get| hear| know)|it|anything"
    r"|something)\b[^.!?;\n]{0,30}?,? (?:you(?:'ll| will) (?:have|get|hear|know)"
    r"|it(?:'s| is) yours|(?:I|we)(?:'ll| will) be \w+ing)\b[^.!?;\n]{0,40}|(?:I|we)(?:'ll"
    r"| will)? (?:\w+ ){0,6}?(?:feed back|report back|circle back|come back|pass it on|drop you a (?:line|note"
    r"|text))\b[^.!?;\n]{0,20}?\b(?:then|when(?:ever)?|once|every so often|now and then"
    r"|periodically|regularly|as)\b[^.!?;\n]{0,30}|(?:more|updates?|news|further news|rest of (?:the"
    r"|it)(?: \w+)?) (?:to come|when (?:I|we) (?:know|have|hear)|once (?:I|we))\b[^.!?;\n]{0,40}|hop(?:e"
    r"|ing) to have (?:news|word|an answer|something|more)"
    r"(?: \w+){0,3} (?:before long|soon|shortly|in due|at some)\b|expect (?:to hear|news|word"
    r"|something)(?: \w+){0,4} (?:in the coming|soon|shortly|before long|in due|at some|over the)\b[^.!?;\n]{0,20}"
    r"|check (?:back|in)(?: here| with us| again)?(?: every)? (?:now and (?:then|again)|from time to time|later"
    r"|regularly|periodically|for (?:the latest|updates|news))\b[^.!?;\n]{0,30}|(?:closely "
    r"|actively )?(?:monitoring|keeping (?:a (?:close )?(?:watch|eye)|tabs)) (?:on )?(?:it|this|the \w+"
    r"|things) and\b[^.!?;\n]{0,40}"
    r"|the next (?:you|time you) hear from (?:me|us)\b(?! (?:is|will be) (?:at|by|on))[^.!?;\n]{0,40}"
    r"|make sure (?:that )?you(?:'re| are) kept\b[^.!?;\n]{0,30})",
    "'ll|will|shall|keep|stay |in touch|expect|look out|look forward|watch for|eye on|check back|check in|to follow"
    "|check|status|tracking|tracker|will revert|posting you|updating|informing|communicating|giving you|when|once"
    "|whenever|moment|to come|hoping to|hope to have|as soon as|sure to|to be adv|to be conf|to be ann"
    "|consider yourself|monitoring|the next|hope to|going to|make sure",
)
_NONE = Cue(
    r"\b(?:have nothing (?:more |new |else )?for you|(?:isn't|is not) any more (?:that )?(?:I|we) can"
    r"|silence from (?:us|me|our end) (?:just |only |simply )?means[^.!?;\n]{0,40}|(?:no|nothing|not (?:a lot"
    r"|much|a great deal|anything)|little|isn't (?:much|anything|a lot)"
    r"|nowt)(?: new| further| more| else| concrete| definite| substantial| fresh| other| particular"
    r"| really)* (?:(?:that )?(?:I|we)(?: can| could| have| are able)(?: to)?|(?:for \w+ |left )?to) "
    r"(?:report|add|tell(?: you)?|say|share|communicate|advise|update|pass on|go on|show|relay"
    r"|disclose)\b[^.!?;\n]{0,50}|(?:no news is good news|no (?:change|movement|developments?|progress|word"
    r"|answer|reply|response|feedback) (?:on (?:your|the|this)|with (?:your|the|this)|at present|at this|as yet"
    r"|so far|to (?:report|date)|yet|since|from (?:them|the \w+)))\b[^.!?;\n]{0,40}"
    r"|(?:status|position|situation|picture|things|matters?|case|it|nothing|that|file)(?: on \w+)? (?:has|have"
    r"|had|is|are|remains?|stands?|stay)(?: yet| really| still| currently| much| all)? (?:just |exactly |much "
    r"|precisely )?(?:unchanged|the same|where (?:they|it) (?:stood|was|were)|open with no change|as (?:they"
    r"|it) (?:was|were)|still (?:open|pending))\b(?! (?:into|with|on the|at)\b)[^.!?;\n]{0,50}"
    r"|(?:nothing(?: \w+)?(?: has|'s| yet)|(?:status|position|situation|picture|things|matters?|file"
    r"|case)(?: on \w+)? ha(?:s|ve)(?: not|n't)(?: yet| really)?) (?:changed|moved|come (?:back|in|through)"
    r"|happened|arrived)\b[^.!?;\n]{0,50}"
    r"|(?:haven't|have not|don't|do not|didn't)(?: yet| currently)?(?: got| have)? (?:anything|any news"
    r"|an update|heard (?:anything|back|either))\b[^.!?;\n]{0,40}|(?:we|I) (?:have not|haven't|have n't"
    r"|hadn't) (?:yet )?heard (?:back|anything|either|from)\b[^.!?;\n]{0,40}|if you (?:don't"
    r"|do not) hear (?:from|anything|back)\b[^.!?;\n]{0,60}"
    r"|(?:still|remains?) (?:ongoing|in progress|under (?:review|investigation|way)|pending|being (?:looked"
    r"|worked|investigated|reviewed|processed)(?: \w+)?|with (?:them|the \w+)|in (?:the|a) queue)\W*$"
    r"|in the queue and\b[^.!?;\n]{0,50}|(?:being )?dealt with in turn\b|(?:awaiting|waiting (?:for|on)"
    r"|pending) (?:the |a |an |our |further |some |their )?(?:\w+ ){0,2}?"
    r"(?:part|parts|feedback|response|reply|answer|outcome|decision|confirmation|instructions|approval|results?"
    r"|clearance|word|news)\b[^.!?;\n]{0,30}\b(?:and|we|I|nothing)\b[^.!?;\n]{0,40}|hence the (?:quiet"
    r"|silence)\b[^.!?;\n]{0,30}|(?:no|hasn't been (?:an|any)|has not been (?:an|any)|haven't been any) (?:update"
    r"|news|report|letter)s?(?: \w+){0,4} (?:because|as|since)\b[^.!?;\n]{0,50}|(?:no|lack a) (?:timeline|eta"
    r"|timescale|timeframe|date) (?:for (?:sharing|when|a|the|an)|as yet|yet|at present)\b[^.!?;\n]{0,40}"
    r"|remains? (?:open|live|active) and (?:is )?(?:progressing|moving|under|in)\b[^.!?;\n]{0,40}"
    r"|progressing through\b[^.!?;\n]{0,40}|at the same stage\b[^.!?;\n]{0,40}|(?:our|the|my) (?:silence"
    r"|lack of (?:a )?\w+|quiet) (?:doesn't|does not|only|just|simply)\b[^.!?;\n]{0,50}"
    r"|(?:lack of|absence of) (?:a |an )?(?:letter|news|word|update|reply|call)\b[^.!?;\n]{0,20}|(?:no need"
    r"|nothing) for you to hear\b[^.!?;\n]{0,40}|(?:only|normally) (?:contact|write to|call|update) you (?:if"
    r"|when)\b[^.!?;\n]{0,40}|nobody told you anything[^.!?;\n]{0,30}because nothing"
    r"|rather not (?:bother|trouble|disturb|write to) you until\b[^.!?;\n]{0,40}|(?:was|were"
    r"|is) no progress,? (?:so )?no\b[^.!?;\n]{0,40}|they will say when they say|thought it best not to (?:bother"
    r"|disturb|trouble|write"
    r"|contact)\b[^.!?;\n]{0,30}"
    r"|refer (?:you )?(?:back )?to (?:our|my|that|the|what) (?:(?:previous|earlier|last) )?(?:message|e-?mail"
    r"|note|letter|update|reply|was said|we said)\b[^.!?;\n]{0,50}|(?:didn't|did not) want to write (?:before"
    r"|until|without)\b[^.!?;\n]{0,40})",
    "nothing|not a lot|not much|not a great|not anything|little |n't much|n't anything|n't a lot|nowt|no news"
    "|no change|no movement|no develop|no progress|no word|no answer|no reply|no response|no feedback|unchanged"
    "|the same|where they|where it|as they were|as it was|still open|still pending|ve changed|s changed|not changed"
    "|not moved|n't changed|n't moved|n't really|n't yet|not yet|n't heard|not heard|n't have|not have|n't got|hear "
    "|ongoing|in progress|still |remain|in the queue|in turn|waiting|pending|hence the|thought it best|refer "
    "|want to write|any more|silence|lack of|absence of|no update|been an update|been any|no timeline|no eta|no times"
    "|no date|progressing|same stage|for you to hear|only contact|normally|nobody told|rather not|no progress|they say|remains",
)
_LINES = late(
    r"\W*(?:watch this space|more (?:to follow|soon|later|anon)|still (?:ongoing|looking|waiting|checking"
    r"|pending)|ongoing|(?:we are |we're )?(?:still )?monitoring|to be continued|updates? to follow|no news yet"
    r"|no change|stay tuned|bear with us|as you were"
    r"|(?:we(?:'ll| will)) (?:keep|stay|be) in touch(?: on this(?: one)?| about (?:it|this))?)\W*$",
    re.IGNORECASE,
)
#: A time to come: with it the silence has an end.
_HOUR = late(
    r"\b(?:noon|midday|midnight|today|tonight|tomorrow|each (?:morning|evening|day|hour|week|monday)"
    r"|every (?:morning|evening|day|hour|\w+day|full)|(?:at|by|until|till|before|again at|past|from) (?:about "
    r"|around |half |quarter )?(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b"
    r"|eleven\b|twelve\b|half|close|end of)"
    r"|(?:by|on|until|till|before|for|this|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}[:.]\d\d"
    r"|\d ?[ap]\.?m\b|within (?:the|an|one|two|\d+) |day (?:one|two|three|four|\d)|in (?:an|one|two|three"
    r"|\d+) (?:hours?|minutes|days)|the \d+(?:st|nd|rd|th)|(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:morning"
    r"|noon|afternoon|evening)|this (?:week|morning|afternoon|evening))\b",
    re.IGNORECASE,
)
_SPARED = late(
    r"\?$|\bwhen (?:I|we|he|she|it|they|the \w+)(?:'m| am|'s| is|'re| are)? (?:set(?:s|ting)? (?:off|out)|leav\w+|rolling|outside|near"
    r"|on (?:my|his|her|our|the) way)\b"
    r"|\byou(?:'d| have|'ve)? (?:asked|said|told|wanted|prefer)|\b(?:sorry|weren't told|should have"
    r"|shouldn't have|ashamed|heard nothing|if you'd like|whether you|promised (?:you )?(?:a|that)"
    r"|even if (?:nothing|it's nothing|there)|(?:in|on|by|until|from) (?:early |mid-?|late )?(?:january|february"
    r"|march|april|may|june|july|august|september|october"
    r"|november|december)|to install|around \d|until then|here it is|up to you|only if you)\b",
    re.IGNORECASE,
)
#: One of these stands in every promise of news that names no hour; looked for first, being quickly found.
_OPEN = late(
    r"\b(?:once|when|whenever|the (?:minute|moment|second|instant|day|first|next|outcome|result|decision)"
    r"|if (?:and|anything|something|there|I|we|things|the)|after|upon|on (?:arrival|receipt|completion|conclusion)"
    r"|until|pending|with (?:findings|news|an|more|further|any|the)|due course|good time|in time|before"
    r"|from time|now and|all times|throughout|further|as (?:the|things|matters|it|we|I|soon|and)|how (?:it"
    r"|things|we|they|that|this)"
    r"|what (?:happens|comes|they|we)|of (?:the|any|its|their)|down the line|later|future|appropriate|along"
    r"|regular\w*|frequent\w*|periodic\w*|to come|hop(?:e|ing)|before long|coming|then|every so often|whenever|revert"
    r"|posting|advise|check(?:ing)?|status|anything|touch|contact|loop|picture|posted|informed|abreast|updated|up to"
    r"|apprised|follow|news"
    r"|updates?|bulletins?"
    r"|know|kept|check back|check in|consider yourself|eye on|long|accordingly)\b",
    re.IGNORECASE,
)
_WHY = "News without a time: say when they hear from you, even if nothing has changed."


def silences(draft: Draft) -> Iterator[Mark]:
    """News on no day, and the want of news; not where an hour stands beside it."""
    told = [
        found
        for number in draft.holding(_PROMISED.hints)
        if _OPEN.search(draft.sentences[number].words)
        for found in _PROMISED.pattern.finditer(draft.said, draft.sentences[number].start, draft.sentences[number].end)
    ]
    for found in (*told, *_NONE.all(draft)):
        if not (_has_an_hour(draft, found.start()) or _tells_of_an_event(draft, found[0])):
            yield Mark(found.start(), found.end(), _WHY)
    for sentence in draft.body:
        if _LINES.match(sentence.words) and not _has_an_hour(draft, sentence.start):
            yield Mark(sentence.start, sentence.end, _WHY)


_SOON = late(r"\b(?:hours?|minutes|same (?:day|evening|morning)|now)\b", re.IGNORECASE)
#: A thing that comes about, rather than "anything": who names it tells when they hear, if the message has an hour at all.
_EVENT = late(
    r"\b(?:once|when|as soon as|the (?:minute|moment|second|instant)|if)\b (?:it|she|he|they|your|his|her|my"
    r"|(?:the|our) (?!(?:status|situation|position|matter|case|outcome|decision|enquiry|investigation|concerned"
    r"|review|team)\b)\w+)",
    re.IGNORECASE,
)


def spared(draft: Draft, at: int) -> bool:
    """Whether the customer chose to hear no more, or the words are of something else."""
    return _SPARED.search(draft.sentence(at)) is not None


def _has_an_hour(draft: Draft, at: int) -> bool:
    here = draft.sentence(at)
    return bool(_SPARED.search(here) or _HOUR.search(_past_left_out(here)) or _HOUR.search(draft.after(at, 3)))


def _tells_of_an_event(draft: Draft, words: str) -> bool:
    return bool(_EVENT.search(words) and (_HOUR.search(draft.said) or _SOON.search(draft.said)))


def _past_left_out(words: str) -> str:
    """Without days that are over: "what was said on Monday"."""
    return re.sub(
        r"\b(?:said|was|were|sent|stood|since|last|told you|wrote)\b[^.,;]{0,12}\b\w+day\b",
        "",
        words,
        flags=re.IGNORECASE,
    )
