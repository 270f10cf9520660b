"""What is so, and what may be said where: nothing unproved, leaked, overstated or stale; no harm played down or bought."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.fault.blame import proved
from amends.checks.honesty.bargain_words import bargains
from amends.checks.honesty.granted import fair
from amends.checks.honesty.harm_words import harm_made_small
from amends.checks.honesty.leak_words import LEAK, LEAKING
from amends.checks.honesty.public_words import ARGUING
from amends.checks.honesty.recurrence_words import vows
from amends.checks.phrases.price_words import FREED, priced
from amends.checks.phrases.soothing_words import OF_HARM
from amends.checks.remedy.redress import TOKEN
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from amends.drafts.draft import Draft


_THEIRS, _AWAY = "Their affairs do not belong in public.", "Move to a private message."
_QUARREL = "Do not argue in public."
_OURS = late(r"\b(?:I|we)(?:'ve|'ll| have| will)?\s$", re.IGNORECASE)
_PRIVATE = late(r"\b(?:direct message|private(?:ly)?|dm|inbox|by (?:phone|e-?mail))\b", re.IGNORECASE)
#: To ask for it where nobody else reads is no leak.
_ASKS_ELSEWHERE = late(
    r"\b(?:dm|pm|direct message|private message|message us privately|e-?mail)\b[^.!?\n]{0,60}\byour\b"
    r"|\byour\b[^.!?\n]{0,60}\b(?:by|via"
    r"|in a|over) (?:dm|pm|direct message|private message|the link|e-?mail)\b",
    re.IGNORECASE,
)
_ASKS_WHICH = late(r"\b(?:verify|confirm|clarify|is (?:this|that|it)|are you)\b.*\?$", re.IGNORECASE | re.DOTALL)
_ARGUING = Cue(
    r"\bthat (?:didn't|did not|never) happen(?:ed)?\b|\bleav(?:e|es|ing) out (?:half|part|some|most) (?:of )?the (?:story"
    r"|truth|tale)\b"
    r"|\b(?:that|this|it)(?:'s| is| was) (?:simply |just |plainly |absolutely |completely "
    r"|totally )?(?:not (?:what happened|true|correct|accurate|the case|how it happened|right|fair)|untrue|false|a lie"
    r"|nonsense|incorrect|inaccurate|misleading|slander\w*|defamat\w*|unfair to)\b|\b(?:our|the) (?:cameras?|cctv"
    r"|records?|logs?|recordings?|footage|staff|systems?) (?:clearly |plainly |will )?(?:prove|proves|show|shows|confirm"
    r"|confirms|say|says|tell|saw)\b|\b(?:actually|to be (?:fair|clear|honest)|for the record|let's be clear|the truth is"
    r"|the fact is|in reality),? (?:you|we|our|it|the|that|your|this|nobody|no)\b[^.!?\n]{0,60}|\byou (?:are|were"
    r"|'re) (?:lying|mistaken|wrong|rude|abusive|drunk|late|aggressive|the one|exaggerating|being unfair|misleading"
    r"|not telling)\b|\byou (?:(?:never|did not|didn't) (?:tell|told|mention|mentioned|ask|asked|raise|raised|bring"
    r"|complain|complained|report|reported|inform|give|gave|say|said|show|showed|check|book|booked|pay|paid|read|order"
    r"|ordered|let|contact|come to|speak)|refused|failed|forgot|shouted|swore|ignored|agreed|signed|admitted|left out"
    r"|fail to)\b[^.!?\n]{0,40}|\b(?:we|I) (?:disagree|dispute|refute|reject|deny|beg to differ|take (?:issue|exception)"
    r"|stand by)\b[^.!?\n]{0,40}|\bsee you in court\b|\b(?:false|fake|misleading|unfair|malicious) (?:review|claim"
    r"|accusation|allegation|comment|statement|information)s?\b|\b(?:as|like) (?:we|I) (?:\w+ )?(?:told|explained"
    r"|said)\b(?: to)?(?: you)?|\bget your facts\b",
    "not what|not true|not correct|not accurate|not the case|not how|not right|not fair|untrue|false|lie|nonsense"
    "|incorrect|inaccurate|mislead|slander|defam|unfair|camera|cctv|record|log|footage|staff|system|actually|in fact"
    "|to be |for the record|clear|truth|reality|you |disagree|dispute|refute|reject|deny|differ|take |stand by|court|fake"
    "|malicious|told|explained|said|facts",
)
_PLAYED_DOWN = Cue(
    r"\b(?:is|are|'s|was|were|seems?|(?<!to )be) (?:\w+ly |quite |all |just |only |very |not un)?(?:normal|common|usual|harmless"
    r"|safe(?: to (?:use|eat|drink|wear|drive|touch))?|fine to|nothing unusual|to be expected|within (?:tolerance|limits"
    r"|the normal|safe)|low risk|not dangerous|not harmful|no danger|nothing serious)\b|\b(?:carry on|continue"
    r"|keep(?: on)?|go on|feel free to|you can still|you may still|safely|free to) (?:to )?(?:us(?:e|ing)|eat(?:ing)?"
    r"|drink(?:ing)?|wear(?:ing)?|driv(?:e|ing)|tak(?:e|ing)|apply(?:ing)?|sleep(?:ing)?)\b|\b(?:no|not any|hardly any"
    r"|little) (?:danger|risk|harm|hazard|cause for (?:concern|alarm)|health risk|safety (?:issue|risk|concern))\b"
    r"|\bnothing (?:to worry|dangerous|to be (?:worried|alarmed|concerned))\b|\b(?:can't|cannot|couldn't|won't|will not"
    r"|does not|doesn't) (?:really )?(?:hurt|harm|injure|burn) (?:you|anyone|anybody)\b|\bonly (?:a )?(?:mild|minor"
    r"|superficial|slight|small|little|light) (?:\w+ )?(?:burn|shock|tingle|cut|reaction|injury|rash|irritation|smell"
    r"|spark|smoke|leak|scratch|bruise)\b|\b(?:you'll|you will) be fine\b|\bperfectly (?:safe|normal|fine|harmless)\b",
    "normal|common|usual|harmless|safe|fine|unusual|expected|within|low risk|dangerous|harmful|danger|serious|carry on"
    "|continue|keep|go on|feel free|still|risk|harm|hazard|nothing|hurt|injure|burn|only|mild|minor",
)
_LAW_DOWN = Cue(
    r"\b(?:no|not|little|hardly any|without)(?: \w+){0,2}? (?:need|reason|point|call|necessary|use"
    r"|to)(?: \w+){0,3}? (?:solicitors?|lawyers?|courts?|legal|regulator|ombudsman|authorities|police|attorney"
    r"|report(?:ing)? (?:this|it)|trading standards|health and safety|involv\w+)\b|\b(?:a )?(?:solicitor|lawyer|court"
    r"|regulator|ombudsman|judge|attorney)(?: \w+)? (?:will|would|can|could)(?:n't| not) (?:help|change|do|get|listen"
    r"|achieve|find)\b|\b(?:drop|withdraw|forget about) (?:the |your |this )?(?:claim|case|lawsuit|complaint|legal"
    r"|report)\b[^.!?\n]{0,60}",
    "solicitor|lawyer|court|legal|regulator|ombudsman|authorities|police|attorney|report|trading|health and|involv|judge"
    "|claim|case|lawsuit|complaint",
)
SAFETY_WORDS = Cue(
    r"\b(?:burn\w*|shock\w*|smok\w*|spark\w*|fire|flames?|injur\w+|hurt|harm\w*|tingl\w+|rash|poison\w*|allerg\w+|ill"
    r"|sick|hospital|doctor|gas|carbon monoxide|infection|choking|bleed\w*|swollen|fumes|mould)\b",
    "",
)
_NOT_SAFE = late(
    r"\b(?:not|isn't|aren't|never|what|whether|if|until|no longer|make|making|are you|is it|know|stay|keep(?:ing)? you|get"
    r"|be sure|tells? (?:you|us)|says?|glad (?:that )?you(?: are|'re))\b[^.!?;\n]{0,30}$",
    re.IGNORECASE,
)
#: Who is told of harm, and how one may come to it unseen.
_GUARDED = (
    "solicitor",
    "lawyer",
    "police",
    "council",
    "regulator",
    "ombudsman",
    "court",
    "commission",
    "claim",
    "fall",
    "accident",
)
_SILENCE = Cue(
    r"\b(?:sign(?:ed|ing)?|agree(?:d|ing)?|promise|undertake|confirm|provided|condition|as long as|so long as|if|once"
    r"|when)\b[^.!?;\n]{0,70}?(?:\b(?:not|never|\w{2,6}n't|nothing) (?:to )?(?:be )?(?:mention|speak|talk|discuss"
    r"|disclose|tell|post|publish|share|write|go (?:public|to the)|report|say)\w*|stays? between us|take (?:it|this"
    r"|that) to (?:a|an|any|the)\b|keep (?:this|it|quiet|silent"
    r"|the matter)(?: \w+){0,2}? ?(?:between us|quiet|private|confidential|to yourself)?|confidential(?:ity)?"
    r"|non-?disclosure|nda|silent|silence|stay quiet|withdraw (?:your|the) (?:complaint|claim|report))\b"
    r"|\b(?:non-?disclosure (?:agreement|form)|confidentiality agreement|in return for your (?:silence|discretion))\b",
    "sign|agree|promise|undertake|confirm|provided|condition|as long|so long|if|once|when|disclosure|confidential|silence"
    "|discretion",
)
_REMEDY = late(
    r"[£$€₦₹]\s?\d|\b(?:refund\w*|money|fee|voucher|credit|compensat\w+|pay|paid|gift|card|discount|free|return the"
    r"|give you|send you|points|reward|upgrade|thank-?you|lunch|dinner|meal|drink|treat|on me|on us|replacement)\b",
    re.IGNORECASE,
)
_REVIEW = Cue(
    r"\b(?:chang\w+|remov\w+|updat\w+|delet\w+|tak(?:e|es|en|ing) down|took down|edit\w*|amend\w*|revis\w+|withdraw\w*"
    r"|rais(?:e|ing)(?= your)|retract\w*|(?:writ(?:e|ing)|leav(?:e|ing)|post(?:ing)?|giv(?:e|ing) us)(?= (?:us )?(?:a "
    r"|an )?(?:good|positive|nice|better|great|kind|five|5|honest|glowing)))\b(?: [\w-]+){0,4}? (?:reviews?|ratings?"
    r"|posts?|tweets?|comments?|stars?|feedback|video|thread)\b(?: (?:to|from) \w+ stars?)?|\b(?:five|5|four"
    r"|4)[- ]stars?\b",
    "review|rating|post|tweet|comment|star|feedback|video|thread",
)
_TIED = late(
    r"\b(?:if|once|when|after|in (?:exchange|return)|provided|on condition|as (?:a )?(?:thank-?you|thanks|reward) for"
    r"|for (?:chang|remov|updat|delet|tak|edit|writ|leav|post)\w+|and (?:we|I)(?:'ll| will| shall)|then (?:we|I)"
    r"|would (?:ask|like) you to|so that|before (?:we|I)|kindly|subject to|depends|in which case|we ask)\b"
    r"|^\W*(?:please )?(?:leave|write|give|post|change|remove|delete|update|edit|take down)\b",
    re.IGNORECASE,
)
_UNTIED = late(
    r"\b(?:up to you|entirely yours|your (?:own )?(?:choice|decision|business)|whatever you|whether (?:or not )?you"
    r"|(?:review|post|rating|comment|story)s? (?:is|are) (?:entirely |all )?yours|no strings|regardless|either way"
    r"|may tell anyone|don't need to|need not|not (?:asking|need)|keep your review)\b",
    re.IGNORECASE,
)


_NEVER_AGAIN = Cue(
    r"\b(?:won't|will not|will never|never)(?: ever)? (?:be [a-z]{3,}(?:ed|t|n)|have to (?:\w+ ){1,4}|go through (?:this|that"
    r"|it)) ?again\b|\b(?:(?:will|would|shall|must|should|can|does|do|could)(?: not|n't| never)|won't|never|doesn't|not)(?: ever| be"
    r"| have| to| let (?:it|this|that)){0,4} (?:happen(?:ing|s)?|recur|occur|be repeated|repeated|repeat itself|come back"
    r"|see this|have this|go wrong|experience (?:this|it))(?: \w+){0,3}? ?(?:again|ever|any ?more|in (?:the )?future"
    r"|with us|to you|to anyone)?|\b(?:prevent|stop|avoid|avoids|prevents|preventing|stopping"
    r"|avoiding)(?: \w+){1,5}? from (?:ever )?(?:happening|occurring|recurring|coming back|being repeated)(?: (?:again"
    r"|in (?:the )?future))?|\b(?:prevent|avoid|preventing|avoiding) (?:a |any |such |this |future "
    r"|further ){0,4}(?:repeat|recurrence|repetition|reoccurrence|(?:occurrence|incident|mistake|issue|error"
    r"|problem)s?)\b|\b(?:steps|measures|action|actions) (?:is|are|have been|has been|will be) (?:being )?(?:taken"
    r"|put in place)\b|\blearn(?:ed|t)? (?:from )?(?:our|the) lessons?\b|\blast time (?:that )?(?:you|this|anyone"
    r"|something|it)(?:'ll| will| ever)?[^.!?\n]{0,40}|\bno (?:repeat(?! can| may| is| order| presc)|recurrence)\b|\b(?:make"
    r"|making) sure (?:that )?(?:this|it|such) (?:is|was) (?:a )?(?:one-off|the last)",
    "happen|recur|occur|repeat|come back|coming back|see this|have this|go wrong|experience|steps|measures|action|lesson"
    "|one-off|the last|last time",
)
_HONEST = late(
    r"\b(?:can't|cannot|can not|won't|don't|do not|not able to|unable to|would not|never) (?:yet )?(?:promise|say"
    r"|tell you|guarantee|swear|rule out|be sure)\b|\b(?:(?:were|was) told|not having|want(?:ed)?|you asked|if"
    r"|whether|hope|until)\b",
    re.IGNORECASE,
)


def in_public(draft: Draft) -> Iterator[Mark]:
    """C39: a public reply argues with nobody and says nothing of their affairs."""
    if not draft.context.public:
        return
    granted, supposed = fair(draft), _supposed(draft)
    yield from LEAK.marks(
        draft,
        _THEIRS,
        _AWAY,
        unless=lambda found: (
            granted(found)
            or bool(_OURS.search(draft.said[max(0, found.start() - 9) : found.start()]))
            or draft.sentence(found.start()).startswith(("Did you", "Do you", "Have you"))
            or bool(_ASKS_ELSEWHERE.search(draft.sentence(found.start())))
            or bool(_ASKS_WHICH.search(draft.sentence(found.start())))
            or bool(
                re.match(r"(?:please )?(?:post|reply|tweet|comment|share|put)", found[0], re.IGNORECASE)
                and _PRIVATE.search(draft.sentence(found.start()))
            )
        ),
    )
    yield from LEAKING.marks(
        draft,
        _THEIRS,
        _AWAY,
        unless=lambda found: granted(found) or bool(_ASKS_ELSEWHERE.search(draft.sentence(found.start()))),
    )
    yield from _ARGUING.marks(draft, _QUARREL, unless=lambda found: granted(found) or supposed(found))
    yield from ARGUING.marks(draft, _QUARREL, unless=granted)
    yield from proved(draft, _QUARREL)


_IF = late(r"\b(?:if|when|why|sorry|that|whether|hear)\s+$", re.IGNORECASE)


def _supposed(draft: Draft) -> Callable[[re.Match[str]], bool]:
    return lambda found: (
        draft.sentence(found.start()).endswith("?")
        or bool(_IF.search(draft.said[max(0, found.start() - 12) : found.start()]))
    )


#: Silence, as the price of something.
_HUSH = late(
    r"\b(?:not|never|\w+n't|nothing|nobody)\b[^.!?;]{0,60}\b(?:discuss|speak|talk|tell|mention|say|post|word|newspaper|press|council"
    r"|anyone|anybody)|\b(?:quiet|silen|confidential|between (?:us|ourselves)|hush|say no more|drop it|let (?:it|this"
    r"|the whole thing) (?:rest|drop))|\b(?:take|taking) (?:down|(?:it|that|this|the \w+|your \w+) down)\b"
    r"|\b(?:delete|remove|pull) (?:the|your|that|this) (?:\w+ )?(?:video|post|photos?|pictures?|clip|reel|thread|tweet)\b",
    re.IGNORECASE,
)


def played_down(draft: Draft) -> Iterator[Mark]:
    """C40: harm made harmless, law waved away, or either bought off."""
    context = draft.context
    grave = "safety" in context.flags or SAFETY_WORDS.first(draft) is not None

    def not_safe(found: re.Match[str]) -> bool:
        return bool(_NOT_SAFE.search(draft.said[max(0, found.start() - 40) : found.start()])) or draft.sentence(
            found.start()
        ).endswith("?")

    if grave:
        yield from _PLAYED_DOWN.marks(
            draft,
            "Possible harm is played down.",
            "Tell them to stop using it, and who calls them when.",
            unless=not_safe,
        )
    if context.harm:
        yield from _LAW_DOWN.marks(draft, "Their way to the law is played down.")
    if "safety" in context.flags:
        yield from TOKEN.marks(
            draft,
            "A token beside harm looks like buying it off.",
            "Take it out; safety comes first.",
            unless=lambda _: any(one.agreed for one in context.remedies),
        )
    if grave or context.harm:
        yield from _hushed(draft)
        for mark in bargains(draft):
            if _HUSH.search(draft.said, mark.start, mark.end):
                yield Mark(mark.start, mark.end, "Money for silence.", "What is owed is owed: tie it to nothing.")
    yield from harm_made_small(draft)
    for mark in priced(draft) if grave or context.harm or any(map(draft.low.__contains__, _GUARDED)) else ():
        if OF_HARM.search(draft.said, mark.start, mark.end):
            yield Mark(mark.start, mark.end, "Money for silence about harm.", mark.suggestion)


def _hushed(draft: Draft) -> Iterator[Mark]:
    for found in _SILENCE.all(draft):
        sentence = draft.sentences[draft.index(found.start())]
        if _REMEDY.search(f"{draft.before(found.start())} {sentence.words}") and not (
            _UNTIED.search(sentence.words) or FREED.search(sentence.words)
        ):
            yield Mark(sentence.start, sentence.end, "Money for silence.", "What is owed is owed: tie it to nothing.")


def tied(draft: Draft) -> Iterator[Mark]:
    """C41: what is given, tied to a review or to silence."""
    yield from _hushed(draft)
    yield from bargains(draft)
    for found in _REVIEW.all(draft):
        here = draft.index(found.start())
        sentence = draft.sentences[here]
        around = f"{draft.before(found.start())} {sentence.words} {draft.after(found.start())}"
        if sentence.words.lower().startswith("thank") or _UNTIED.search(around) or not _REMEDY.search(around):
            continue
        if (
            _TIED.search(sentence.words)
            or _TIED.match(draft.after(found.start()))
            or _TIED.search(draft.before(found.start()))
        ):
            yield Mark(
                sentence.start,
                sentence.end,
                "What is given is tied to a review.",
                "Give it, and leave the review to them.",
            )
            return


#: What was made or changed so that it does not come back is the fix.
_MADE = late(
    r"\b(?:I|we)(?:'ve| have) (?:since |now |already )*(?:reprinted|replaced|fitted|changed|added|moved|installed"
    r"|rewritten|retrained|hired"
    r"|removed|repaired|rebuilt|introduced|bought|fixed)\b[^.!?\n]{0,80}\b(?:so that|(?:in order )?to (?:prevent"
    r"|avoid|stop|make sure|keep))\b",
    re.IGNORECASE,
)


def never_again(draft: Draft) -> Iterator[Mark]:
    """C31: that it will not happen again, while no fix is done."""
    if draft.context.fix_state == "done":
        return

    def honest(found: re.Match[str]) -> bool:
        sentence = draft.sentence(found.start())
        return (
            bool(_HONEST.search(sentence) or _MADE.search(sentence))
            or sentence.endswith("?")
            or not _of_the_failure(sentence[:300])
        )

    yield from _NEVER_AGAIN.marks(
        draft,
        "No fix is done yet that would keep it from happening again.",
        "Say what is planned, and when; or leave it out.",
        unless=honest,
    )
    yield from (mark for mark in vows(draft) if not _MADE.search(draft.sentence(mark.start)))


def _of_the_failure(words: str) -> bool:
    """Whether the words look ahead, or say "again"; that it did not happen is a tale and no promise."""
    return bool(
        re.search(
            r"\b(?:will|would|won't|shall|again|ever|future|prevent|avoid|steps|measures|action|lesson|recur|repeat|never"
            r"|one-off|sure|does not|stop)",
            words,
            re.IGNORECASE,
        )
    ) and not re.search(r"^never (?:happened|occurred|came)|^not (?:happen|occur)(?:ed)?$", words, re.IGNORECASE)
