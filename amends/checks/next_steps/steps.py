"""What happens next: a step with a name and a time, a date that holds, an act behind each assurance, news with its hour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.days import TIME
from amends.checks.honesty.recurrence_words import vowed
from amends.checks.next_steps.assurance_words import acts, assuring_words, pleased, told
from amends.checks.next_steps.blurred_words import blurred
from amends.checks.next_steps.silence_words import silences, spared
from amends.checks.next_steps.step_words import WILL_BY
from amends.checks.next_steps.transfer_words import gains, handed_over, passing_on
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft
    from amends.drafts.finding import Commitment

_STEPPED = frozenset({"first_reply", "notice", "update", "offer", "refusal", "handoff"})
_NOBODY = late(
    r"\b(?:someone|somebody|a (?:member|colleague|representative|agent|specialist)|(?:the|our|your) (?:team|department"
    r"|staff)|one of (?:our|my|us))\b",
    re.IGNORECASE,
)
_CHOICE = Cue(
    r"\b(?:which (?:would|of|one|do|helps|suits|is)|would you (?:like|prefer|rather)|do you (?:want|prefer)|what would"
    r"|shall (?:I|we)|may (?:I|we)|is (?:that|this) (?:right|all right|ok|okay|fair)|(?:tell|let|text|message) me (?:know )?(?:which"
    r"|what|if|whether)|reply (?:with )?['\"]?yes|(?:it's|it is) your (?:choice|pick)|the choice is yours|can (?:I"
    r"|we) (?:call|ring|book))\b",
    "which|would you|do you|what would|shall|may |is that|is this|tell me|let me|text me|message me"
    "|reply|your choice|your pick|choice|can i"
    "|can we",
)
_MAY_I = Cue(
    r"\b(?:may|shall|can|could|would it (?:help|suit|be all right) if) (?:I|we|[A-Z]\w+) (?:call|ring|telephone|phone"
    r"|come|visit|speak|meet|write|collect|send)[^?!\n]{0,80}?\b(?:at|on|by|tomorrow|today|tonight|this (?:morning"
    r"|afternoon|evening)|before|after)\b[^?!\n]{0,120}\?"
    r"|\bI(?:'ll| will) (?:ring|call|phone|telephone|write|text|e-?mail)\b[^?!\n]{0,40}?\b(?:at|on|by|tomorrow|today|tonight)\b"
    r"[^?!\n]{0,40}\?|\b(?:it|they|that) (?:goes?|leaves?) (?:out )?(?:in|with|by) (?:today|tonight|tomorrow)(?:'s)?\b"
    r"|\bwhen (?:I|he|she) (?:rings?|calls?|phones?|comes?|visits?|writes?) (?:you |back |round ){0,2}(?:at|on|by"
    r"|tomorrow|today|tonight|this|next)\b"
    r"|\b(?:I|he|she|[A-Z]\w+)(?:'ve|'s| has| have) (?:kept|held|set aside|reserved|blocked|cleared"
    r"|pencilled in|got you down for|put you down for) [^.?!\n]{0,40}?\b(?:\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m|noon|tomorrow"
    r"|\w+day|\d{1,2} o'clock)\b[^.?!\n]{0,20} (?:for you|to (?:ring|call|phone|telephone|see|visit|meet) you)\b"
    r"|\b(?:I|he|she|we|[A-Z]\w+)(?:'ve|'s| has| have) (?:got|put) you down for [^.?!\n]{0,40}?\b\w+day\b[^.?!\n]{0,20}\d",
    "i'll |i will |goes|leaves |go in"
    "|may |shall |can |could |would it|when i |when he |when she |kept|held|set aside|reserved|blocked|cleared|pencilled|you down",
)
#: "I ring you tomorrow at 9": the simple present with a time is a promise too, and the commonest one of those who learnt English.
_STEP = Cue(
    r"\b(?:I|we|he|she|(?:our|my|the) [\w-]+|(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?(?-i:(?!One\b|Some|Nobody|No\b|It\b|This|That|They"
    r"|You|And|But|Wh|Please|Each|Every)[A-Z][\w'-]+))(?: (?:from|in|of|at) (?:the "
    r"|our )?[\w-]+)?(?: then| also| myself| himself| herself| personally| again| both){0,2} (?:(?:rings?|calls?|phones?"
    r"|telephones?|e-?mails?|texts?|messages?|visits?|tells?|answers?) (?:to |back )?you\b|(?:writes?|comes?|speaks?|reports?"
    r"|talks?|gets?|replies|reply|is|are|am) (?:back |again |over |round |straight |right ){0,2}(?:to|with|at) you(?:r \w+)?\b"
    r"|writes? you\b|(?:sends?|gives?|brings?) you\b)[^.!?;\n]{0,60}?\b(?:"
    rf"{TIME})"
    rf"|\b(?:{TIME})[^.!?;\n]{{0,12}} (?:I|he|she|(?-i:[A-Z][\w'-]+)) (?:rings?|calls?|phones?|writes?|emails?|texts?|sends?)"
    r" (?:to |back )?(?:to )?you\b"
    r"|\b(?:I|he|she|(?-i:[A-Z][\w'-]+))(?:'s| is| has)\b[^.!?;\n]{2,60}? and (?:will|shall) (?:call|ring|phone|telephone|write to"
    rf"|text|e-?mail|message|visit) you\b[^.!?;\n]{{0,60}}?\b(?:{TIME})"
    r"|\bI(?:'m| am) (?:going|driving|coming|walking|meeting|seeing|visiting|checking|testing|looking|ringing|speaking"
    r"|fetching|collecting|opening|sitting|taking|bringing|trying)\b[^.!?;\n]{0,70}?\b(?:tomorrow|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day|(?:today|tonight)? ?(?:at|by|before) (?:\d{1,2}|noon|half))\b",
    "ring|call|phone|mail|text|message|visit|tell|answer|write|come|speak|report|talk|get|repl|with you|to you|at you|send"
    "|give|bring|i'm |i am ",
)
_NOT_A_STEP = late(r"\b(?:if|when|whenever|unless|until|before|after|once|or|time|that|why|how)\s+$", re.IGNORECASE)
_IN_WORDS = late(
    r"\b(?:half\s+past|quarter\s+(?:past|to)|\w+\s+o'clock|(?:tea|dinner|lunch)\s?time|first thing)\b", re.IGNORECASE
)
_ALL_DONE = Cue(
    r"\b(?:nothing (?:more |else |further |left )?(?:for you )?to (?:do|pay|send|sign|return)|nothing (?:more|else"
    r"|further) is (?:needed|charged|owed)|need (?:do|send|not do) (?:nothing|anything)|(?:all|it) is (?:done|settled"
    r"|closed))\b",
    "nothing|need|done|settled|closed",
)
DONE = Cue(
    r"\b(?:I|we|[A-Z][a-z]+)(?:'ve| have| has)(?: now| already| just| also| since| today| personally| both){0,4} (?!been"
    r"|had|a\b|an\b|the\b|no\b|not\b|your\b|received|read|noted|seen|heard|to\b|every|any|always|never|understood"
    r"|taken (?:note|this|your|it|all|on)|made some)\w+(?:ed|t|d|n|k|p|g)\b|\b(?:I|we)(?:'ve| have) (?:now |already "
    r"|just |also ){0,4}(?:put|set|cut|let|read|made|given|taken|begun|come|become|run|sung|undone|redone|done)\b|\b(?:I"
    r"|we) (?:just |also |personally )?(?:refunded|replaced|repaired|fixed|credited|sent|ordered|booked|called|rang|moved"
    r"|stopped|removed|changed|cancelled|corrected|paid|put|posted|collected|asked|told|spoke|checked|tested|packed"
    r"|weighed|cleaned|painted|opened|closed|took|struck|swapped|credited|reset|returned|wrote)\b|\b(?:is|are|has been"
    r"|have been|was|were) (?:now |already |all |also |back ){0,4}(?:ordered|booked|held|packed|refunded|replaced"
    r"|repaired|fixed|paid|credited|cancelled|stopped|removed|gone|corrected|sent|shipped|dispatched|loaded|shared with"
    r"|passed on|tested|returned|moved|reserved|scheduled|on its way|on your card|in the post|back)\b|\b(?:left|went out"
    r"|leaves|goes out) (?:\w+ ){0,3}(?:today|tonight|this morning|at \d)|\bI (?:check|am (?:ringing|calling|trying"
    r"|asking|checking|testing|driving|packing|writing))\b",
    "have|'ve|has|i |we |is |are |was |were |left|went|leaves|goes",
)
ASSURING = Cue(
    r"\b(?:your \w+|this|that|it|resolving \w+|(?:customer|guest|patient|passenger) \w+|\w+ safety) (?:is|are|remains?"
    r"|has always been|will always be)(?: always| still| very much| of)? (?:our|my|a|of|the)(?: \w+)? (?:top|highest"
    r"|first|number one|utmost|absolute|main|biggest|no\. ?1)[ -]?(?:priority|concern|importance)|\b(?:(?:am|are|is)|'m"
    r"|'re)? ?(?:doing|do|does|done) (?:all|everything|whatever|the (?:best|utmost)|our (?:best|utmost|very best)"
    r"|my (?:best|utmost)) (?:(?:that )?(?:I|we|it|they|he|she) (?:possibly )?can|(?:in|within) (?:our|my) power|possible"
    r"|to (?:help|resolve|fix|sort|put|get|make|ensure))?|\b(?:take|takes|taking|took|treat"
    r"|treating)\b[^.!?\n]{0,50}\b(?:very |extremely |so |most |really )?seriously\b|\b(?:mak(?:e|ing)|puts?"
    r"|putting) (?:every|all|our best|our utmost) (?:possible |reasonable )?(?:efforts?|endeavou?rs?)\b|\b(?:working"
    r"|(?:will|'ll|continue to|continuing to) work) (?:very |really |extremely )?(?:hard|tirelessly|around the clock"
    r"|round the clock|day and night|flat out|diligently)\b|\b(?:we|I)(?:'re| are| am|'m) (?:fully |deeply |truly "
    r"|absolutely |totally |strongly )?(?:committed|dedicated) to (?:resolv|help|put|mak|ensur|your|giv|find|improv"
    r"|provid|get|fix|look|do)\w*|\b(?:rest|be|rest fully) assured\b|\b(?:appropriate |all |the |necessary |various "
    r"|these )?(?:steps|measures|action|actions) (?:is|are|have been|has been|will be) (?:being )?taken\b|\b(?:I"
    r"|we) (?:can )?assure you (?:that )?(?:we|I|your) |\bin (?:good|safe|the best) hands\b|\b(?:leave"
    r"|leaving) no stone unturned\b|\bno stone (?:will|shall) be left unturned\b|\bgiv(?:e|ing|en) (?:this|it"
    r"|your \w+) (?:our|my) (?:full|utmost|undivided|best|complete) attention\b",
    "priority|concern|importance|doing|do |does|done|seriously|effort|endeav|working|work |committed|dedicated|assured"
    "|taken|assure|hands|stone|attention",
)
TRANSFER = Cue(
    r"\b(?:transfer(?:ring|red)?|put(?:ting)?|pass(?:ing)?|hand(?:ing)?|switch(?:ing)?|connect(?:ing)?|redirect(?:ing)?"
    r"|refer(?:ring|red)?|direct(?:ing)?|patch(?:ing)?)(?: your call| you) (?:over |through |on |across |now ){0,4}(?:to"
    r"|with)\b[^.!?;\n]{0,60}"
    r"|\b(?:transfer(?:ring|red)?|pass(?:ed|ing)?|forward(?:ed|ing)?|hand(?:ed|ing)?|escalat(?:ed|ing|e)|sent|refer(?:red"
    r"|ring)?|assign(?:ed|ing)?|reassign(?:ed)?|redirect(?:ed)?|rout(?:ed|ing)|moved) (?:on |over )?(?:your|the|this"
    r"|it) ?(?:case|complaint|query|enquiry|inquiry|request|claim|matter|ticket|call|issue|concern|file|message|email"
    r"|letter)?s?(?: on| over| across| up)? to (?:the |our |a |an |another |my )?(?:\w+ ){0,3}?(?:team|department|desk"
    r"|unit|office|colleagues?|specialists?|manager|line|section|people|group|experts?|agents?|advis[eo]rs?|billing|sales"
    r"|accounts|claims|support|complaints)\b|\b(?:case|complaint|query|enquiry|inquiry|request|claim|matter|ticket|call"
    r"|issue|file) (?:has been|was|is being|will be|have been) (?:now |already )?(?:transferred|passed|forwarded|handed"
    r"|escalated|sent|referred|assigned|reassigned|redirected|routed|moved)(?: on| over"
    r"| up)? to (?!the wrong)[^.!?;\n]{0,60}|\byou(?:'ll| will)?(?: need to| must| have to| should| ought to"
    r"| can)? (?:need to |have to )?(?:speak|talk) (?:to|with) (?:another|a different|our|the|someone (?:else|in)"
    r"|somebody (?:else|in)|one of)\b[^.!?;\n]{0,50}|\b(?:another|a different) (?:team|department|colleague|adviser|agent"
    r"|desk|office) (?:deals?|handles?|will (?:deal|handle|take|look|contact|call))\b[^.!?;\n]{0,40}|\byou(?:'ll"
    r"| will) (?:want|need) (?:the|our) (?:[\w-]+ ){1,2}(?:people|team|desk|department|lot|side|folks?|line)\b[^.!?;\n]{0,30}"
    r"|\b(?:will"
    r"|is going to|has agreed to) (?:take|be taking) (?:this|it|your \w+|over)(?: over| on)?(?: from (?:here|me))?\b",
    "transfer|put|pass|patch|hand|switch|connect|redirect|refer|direct|forward|escalat|sent|assign|rout|moved|speak|talk"
    "|another|different|take |taking|you'll want|you will want|you'll need|you will need",
)
_GAIN = late(
    r"\b(?!Please\b|They will\b)(?:(?:she|he|they|who|which|it|that|lab|specialist|engineer|[A-Z][a-z]+)(?:'s| also"
    r"| alone| only)? (?:can|could|knows?|handles?|sees?|has|have|holds?|works?|looks?|spends?|does|do|is able|are able"
    r"|is the (?:one|only)|decides?|reads?|repairs?|will be able)\b(?!'t| not)(?! (?:contact|call|be in touch|get back|taken|been"
    r"|your case|your details))|so (?:that )?you (?:won't|don't|need not|will not|do not|needn't|can|get|hear|have|are)"
    r"|can (?:tell|see|fix|answer|check|test|look|decide|approve|reset|open|read|sign|explain|release|repair"
    r"|help you (?:today|now))\b|won't (?:have to )?repeat|need not repeat|stay on (?:the line|with)"
    r"|without (?:you )?(?:having|repeating)|because (?:she|he|they|it|only))",
)
VAGUE = Cue(
    r"\byour (?:item|items|product|products|goods|purchase|merchandise)\b(?= (?:is|are|will|should|was|has|have|to|on"
    r"|in))|\bthe (?:thing|things|stuff|matter|situation|points?|aspects?) (?:that |which )?(?:you"
    r"|we) (?:\w+ly )?(?:mentioned|raised|described|reported|brought up|wrote about|discussed|spoke about|talked about"
    r"|told us about)\b|\b(?:some|certain|various|several|a number of|a few|a couple of|appropriate|necessary"
    r"|relevant) (?:\w+ )?(?:changes|adjustments|improvements|updates|steps|things|measures|arrangements|modifications"
    r"|factors|actions|matters|tweaks|amendments)\b(?! to (?:our|the|your) (?!thing|stuff|matter|issue|item|system"
    r"|process|end|side)\w)|\b(?:certain|various) (?:\w+ )?issues\b|\b(?:something|things) (?:has|have|was|were"
    r"|will be) (?:been )?(?:done|changed|sorted|dealt with|looked at|arranged|put in place)\b|\b(?:sorted|sorted out"
    r"|dealt with|handled|taken care of) (?:the |some |those |your )?(?:things|stuff|everything|bits)\b|\band so (?:on"
    r"|forth)\b|\bor something\b|\bsort of thing\b",
    "your item|your product|your goods|your purchase|your merch|the thing|the stuff|the matter|the situation|the point"
    "|the aspect|some|certain|various|several|a number|a few|a couple|different|appropriate|necessary|relevant|something"
    "|things|sorted|dealt|handled|taken care|and so|sort of",
)
EMPTY_NEWS = Cue(
    r"\bkeep (?:you )(?:\w+ )?(?:updated|posted|informed|in the loop|up to date|advised|abreast)\b|\b(?:I|we|they|she|he"
    r"|someone)(?:'ll| will| shall| can| would)?(?: also| then| surely| certainly| of course| be sure to"
    r"| continue to){0,4} (?:update|let you know|inform you|notify you|write|tell you|be in touch|contact you"
    r"|get in touch|share|advise you)\b(?: you)?[^.!?\n]{0,40}?\b(?:as soon as|once(?! more| again)|when(?:ever)?"
    r"|if) (?:I|we|there|they"
    r"|it|anything|something|possible|more|new|he|she|our)\b|\b(?:as soon as|once|when) (?:I|we|there|they)(?:'ve| have"
    r"| has| hear| know| is| are|'s)[^.!?\n]{0,50}?,? (?:I|we)(?:'ll| will) (?:update|let you know|inform|notify|tell"
    r"|write|be in touch|contact|get (?:in touch|back))\b|\b(?:there (?:is|are|'s)|there's|we have|I have) (?:currently "
    r"|still |as yet |unfortunately |really ){0,4}(?:no|nothing)(?: new| further| more| other){0,4} (?:updates?|news"
    r"|information|to (?:report|update|add|tell|share|say)|progress)\b[^.!?\n]{0,40}|\bno (?:new |further )?(?:updates?"
    r"|news) (?:at (?:this|the) (?:time|moment|point|stage)|yet|to (?:share|report)|so far|as yet|for now|just yet)\b"
    r"|\b(?:further )?updates? will (?:follow|be (?:provided|given|sent|shared|posted))\b"
    r"|\bwill update (?:you )?(?:in due course|accordingly|further|soon|shortly)\b|\bwatch this space\b|\b(?:update you"
    r"|inform you|notify you|contact you|write to you|write|be in touch|let you know)(?: with you)?(?: further"
    r"| again)? (?:in due course|in time|at a later (?:date|stage)|when possible|when appropriate"
    r"|in the fullness of time)\b",
    "keep you|as soon as|once|when|if |no |nothing|update|watch this|in due|in time|later|when |fullness",
)


def next_step(draft: Draft) -> Iterator[Mark]:
    """C15: somebody with a name or "I", who does something by a time; or a choice put to them, or nothing left to do."""
    if draft.context.stage not in _STEPPED:
        return
    timed = [one for one in draft.commitments if one.timed]
    if any(_somebody(one) for one in timed) or _steps_by_name(draft):
        return
    if draft.context.stage in {"offer", "refusal"} and _CHOICE.first(draft):
        return
    if _MAY_I.first(draft):
        return
    if _ALL_DONE.first(draft) and DONE.first(draft):
        return
    where = next((one for one in draft.commitments), None)
    if timed:
        yield Mark(timed[0].start, timed[0].end, "A time, but nobody who keeps it: name who does this.")
    elif where:
        yield Mark(where.start, where.end, "A next step without a time: say who does it, and by when.")
    else:
        yield Mark(draft.missing, draft.missing, "No next step: say who does what, and by when.")


def _somebody(one: Commitment) -> bool:
    """Whether it is said who does it; "one of us" is nobody."""
    return not (_NOBODY.match(one.who) or _NOBODY.match(one.quote))


def _steps_by_name(draft: Draft) -> bool:
    """Whether somebody says in the simple present what they do, and when; or promises it by an hour in words."""
    if any(_somebody(one) and _IN_WORDS.search(one.quote) for one in draft.commitments):
        return True
    return any(
        not _NOBODY.match(found[0])
        and not _NOT_A_STEP.search(draft.said, max(0, found.start() - 30), found.start())
        and not draft.sentence(found.start()).endswith("?")
        for found in (*_STEP.all(draft), *WILL_BY.all(draft))
    )


def assuring(draft: Draft) -> Iterator[Mark]:
    """C16: a stock assurance in a message without an act."""
    if any(one.timed and one.kind != "news" for one in draft.commitments):
        return
    assured = [*ASSURING.all(draft), *assuring_words(draft)]
    assured = [one for one in assured if not _tells(draft, draft.sentence(one.start())) and not vowed(draft, one)]
    troubled = draft.context.upset or _TROUBLE.search(draft.said)
    places = [one.span() for one in assured] or [
        (one.start, one.end) for one in draft.worded("C16") if troubled and not _tells(draft, one.words)
    ]
    if not places or acts(draft) or any(_apart(act, places) for act in DONE.all(draft)):
        return
    for start, end in places:
        yield Mark(
            start,
            end,
            "An assurance with no act behind it in this message.",
            "Say what has been done, or what will be by when.",
        )


#: What we are proud of or strive for, said of ourselves, and what is said of a fact or left undone: nobody is put off by it.
_OF_US = late(r"\b(?:pride|proud|strive|striving|aim|endeavou?r)\b", re.IGNORECASE)
_NO_COMFORT = late(
    r"\b(?:not|n't|isn't|never) (?:at all )?(?:what|how|the \w+)\b|\bassure you,? (?:I'm|I am|this is|it is|it's)\b",
    re.IGNORECASE,
)


#: Kind words that end an answer; they assure of nothing where nobody is in trouble.
_CLOSING = late(
    r"\b(?:here (?:to help|for you|if you)|hear you|got (?:this|you)|got your back|means (?:the world|a lot|so much)"
    r"|best (?:possible )?hands"
    r"|(?:love|happy|glad) to help|working (?:hard |every day )?to make)\b",
    re.IGNORECASE,
)
_TROUBLE = late(
    r"\b(?:sorry|apolog\w+|regret\w*|understand|frustrat\w+|complaint|disappoint\w+|inconvenien\w+|concerns?|trouble you)\b",
    re.IGNORECASE,
)


def _tells(draft: Draft, sentence: str) -> bool:
    """Whether no assurance is given: it only tells or asks of such words, or praises us where nobody complains."""
    if _CLOSING.search(sentence) and not (draft.context.upset or _TROUBLE.search(draft.said)):
        return True
    if told(sentence) or _NO_COMFORT.search(sentence):
        return True
    return bool(_OF_US.search(sentence)) and (
        pleased(draft.said)
        or not (draft.context.upset or any(word in draft.low for word in ("sorry", "apolog", "regret")))
    )


def _apart(act: re.Match[str], places: list[tuple[int, int]]) -> bool:
    return not any(act.start() < end and start < act.end() for start, end in places)


_PRAISED = late(
    r"\b(?:shout-?out|kind words|compliments?|lovely (?:words|feedback|comments?)|glowing|praise)\b", re.IGNORECASE
)


_NOT_PASSED = late(r"\b(?:not|never|without|won't|n't|instead of|rather than)\s(?:\w+\s)?$", re.IGNORECASE)


def bare_transfer(draft: Draft) -> Iterator[Mark]:
    """C19: passed on, with nothing in it for them; praise is passed on for whom it is meant."""
    if _PRAISED.search(draft.said):
        return
    for found in TRANSFER.all(draft):
        by_others = re.match(r"(?:will|is going to|has agreed to) ", found[0], re.IGNORECASE)
        if _NOT_PASSED.search(draft.said, max(0, found.start() - 20), found.start()):
            continue
        if not gains(draft, found, _GAIN) and not (by_others and draft.context.stage != "handoff"):
            yield handed_over(found)
            return
    for found in passing_on(draft):
        if _NOT_PASSED.search(draft.said, max(0, found.start() - 20), found.start()):
            continue
        if not gains(draft, found, _GAIN, ours=True):
            yield handed_over(found)
            return


def vague(draft: Draft) -> Iterator[Mark]:
    """C35: things without a name."""
    named = [one for one in draft.context.specifics if one.lower() in draft.low]

    def fair(found: re.Match[str]) -> bool:
        behind = draft.said[found.end() : found.end() + 3]
        listed = behind.startswith((":", " (")) and found[0].lower().startswith(
            ("some", "a few", "several", "a couple", "various", "a number")
        )
        return (
            listed
            or (bool(named) and found[0].lower().startswith("your "))
            or bool(
                re.search(
                    r"\bif\b|\?$|\b(?:glad|happy|pleased|good) (?:to (?:hear|see|read)|that)\b",
                    draft.sentence(found.start()),
                    re.IGNORECASE,
                )
            )
        )

    yield from VAGUE.marks(draft, "Vague: name the thing.", unless=fair)
    yield from blurred(draft)


def empty_news(draft: Draft) -> Iterator[Mark]:
    """C38: news promised without an hour; silence dressed up."""
    spoken = [one for one in draft.commitments if one.timed and one.kind in {"news", "call"}]
    if spoken:
        return
    yield from EMPTY_NEWS.marks(
        draft,
        "News without a time: say when they hear from you, even if nothing has changed.",
        unless=lambda found: spared(draft, found.start()),
    )
    yield from silences(draft)
