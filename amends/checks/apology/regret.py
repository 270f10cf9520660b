"""Saying sorry: that it is said, and first; that it is meant for what happened; that it is not taken back, and not worn out."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from amends.checks.apology.feelings_words import FOR_THEIR_FEELINGS
from amends.checks.apology.turning_words import BEFORE_IT, CONCEDING, FELLOW_FEELING, NEXT, OWNED_AFTER, WITHIN, WITNESS
from amends.checks.apology.unmeant_words import FOR_THEIR_VIEW, HANGING
from amends.checks.apology.whatever_words import IF_ANY
from amends.checks.fault.blame import EXCUSE
from amends.checks.hearing.thanks import THANKS
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from amends.drafts.draft import Draft

_SORRY = "sorry|apolog|regret|forgive|soz|asham|griev|pains|mortif|pardon|feel "
REGRET = Cue(
    r"\b(?:sorry|apologi[sz]e|apologi[sz]ing|apolog(?:y|ies)|regrets?|forgive (?:me|us))\b(?! (?:(?:state|sight|mess|tale"
    r"|story|excuse)\b|to (?:say|ask|tell|trouble"
    r"|bother|inform|advise|be a|keep asking|chase)|it took me to ask))"
    r"|\b(?:I|we)(?:'m| am|'re| are)(?: so| very| truly| deeply| quite| honestly| frankly| rather| both"
    r"| all)* (?:ashamed|mortified|gutted|heartsick|heartbroken)(?: (?:of|that|to|about|by|for|at|over|on)\b|[.,])"
    r"|\b(?:it|this) (?:grieves|pains|mortifies|shames|hurts) (?:me|us) (?:deeply )?(?:that|to)\b(?! (?:you feel|hear"
    r"|read))|\bpardon (?:me|us)\b"
    r"|\b(?:I|we) feel (?:so |really |truly )?(?:awful|terrible|dreadful|wretched|sick|rotten|bad|ashamed) (?:about"
    r"|that|for)\b|\bsoz\b|\bforgive (?:our|my)\b",
    _SORRY,
)
#: Before the word: it is denied, told of, owed by somebody else, or asked of them.
_NOT_OURS = late(
    r"(?:\b(?:not|no need to|needn't|don't|never|said|told|asked|accept your|your|their|his|her|without an?|beyond an?"
    r"|owes? (?:me|us|him|her|them|nobody) (?:no|an|any)|no|no further|any further"
    r"|than an?|needs? to|should|must|ought to)(?:\s+(?:an|any|to|that|once|am|are))?\s*)$",
    re.IGNORECASE,
)
_FEELING = (
    r"(?:upset|offended|disappointed|unhappy|angry|annoyed|dissatisfied|displeased|frustrated|aggrieved|irritated|cross"
    r"|bothered|disgruntled|discontented|not (?:happy|satisfied|pleased)|less than (?:happy|satisfied|pleased))"
)
_UNWELL = (
    r"(?:unwell|ill|sick|poorly|dizzy|faint|pain|better|worse|cold|rough|under the weather|nauseous|feverish|a? ?(?:bit"
    r"|little) (?:ill|unwell|sick|faint))"
)
NON_APOLOGY = Cue(
    rf"\b(?:sorry|regret|apologi[sz]e|apolog(?:y|ies)),? (?:(?:to|if we) (?:hear|read|learn|see|note|find|know"
    rf"|understand) )?(?:(?:that|if|for|about|because|for the fact that|of)? ?)?(?:how )?(?:you (?:still |may |might "
    rf"|have |should |now |really |also |do not |don't |did not |didn't )?(?:feel|felt)(?! (?:the|your|his|her"
    rf"|its) \w+ (?!was|were|had)\w+| (?:so |very |quite |really "
    rf"|rather |too )?{_UNWELL}\b)|you(?:'re|'ve been| are| were| was| have been| became| got)(?: so| very| still| also"
    rf"| quite| really| left| made| feeling| a bit| somewhat){{0,4}} {_FEELING}\b|you (?:found (?:it|this|that|us)"
    rf"|(?:thought|think|consider(?:ed)?|perceived?|interpreted) (?:it|this|that|our|my|us|the|things)"
    rf"|took (?:it|this|that|us|our \w+|my \w+|the (?:reply|message|remark|comment|letter|decision|tone|joke"
    rf"|news)) (?:as|to|so|that|badly|personally|amiss|in))\b"
    rf"|your (?:disappointment|frustration|anger|feelings?|dissatisfaction|unhappiness|displeasure|annoyance|perception"
    rf"|irritation|upset)\b|any (?:dissatisfaction|upset|disappointment|offen[cs]e|distress"
    rf"|annoyance) (?:that )?you (?:may|might|could|feel|felt)|(?:the|any|our) [\w-]+ (?:was|were) (?:found|felt"
    rf"|perceived|seen)\b|you found (?:it|this|that|us|(?:the|our|my|his|her|their) [\w-]+(?: [\w-]+)?) (?:to be )?(?:so "
    rf"|too |very )?(?:offensive|upsetting|unacceptable|unsatisfactory|disappointing|rude|unhelpful|hurtful|insensitive"
    rf"|abrupt|confusing|inadequate|poor|insulting)\b|you had (?:a |an )?(?:\w+ )?(?:perception|impression|feeling)"
    rf"|(?:that|this|it) (?:is|was) (?:how you|your (?:perception|view|impression|feeling|experience of)))",
    _SORRY,
)
CATCH_ALL = Cue(
    r"\b(?:should|were|insofar as|in so far as|in case|in the event that|where(?:ver)? (?=[\w ]{1,20} (?:may|might"
    r"|could) )) ?(?:any\w*|some\w*|you|we"
    r"|our|my|this|that|it|there|the|one of)\b[^.!?;\n]{3,100}?,? (?:then )?(?:please accept (?:my|our)|(?:I|we)(?:'m"
    r"|'re| am| are"
    r"| do| can only| would| must)?(?: truly| very| so| really| sincerely| of course| genuinely| deeply)?"
    r"|(?:my|our)(?: \w+)?) (?:sorry|apologi[sz]e|apologies|regrets?)\b(?! to (?:say|tell|inform))"
    r"|\b(?:sorry|apologi[sz]e|apologies|regrets?),? (?:in case|insofar as|in so far as|to the extent|where|wherever"
    r"|in the event) (?:that )?(?:you|we|I|it|this|that|any\w*|our|my|the|there)\b[^.!?;\n]{0,80}"
    r"|\b(?:sorry|apologi[sz]e|apologies|regrets?)(?: \w+)? (?:to|for) (?:anyone|anybody|whoever|any (?:of )?(?:[\w-]+ ){1,3}who)"
    r"\b[^.!?;\n]{0,80}|\b(?:anyone|anybody|whoever) (?:who )?(?:was|were|is|has been|feels?|felt|may|might)\b[^.!?;\n]{0,60}"
    r"?,? (?:has|have|gets?|we offer|I offer|please accept) (?:my|our) (?:\w+ )?(?:apolog\w+|regrets?)"
    r"|\bregret any\b[^.!?;\n]{0,60}|\bto the extent (?:that )?[^.!?;\n]{3,70}(?:sorry|apologi[sz]e|regret)|\b(?:sorry"
    r"|apologi[sz]e|apolog(?:y|ies)|regret)\b[^.!?;\n]{0,30}?\b(?:for|about|over) (?:any\b|anything\b"
    r"|whatever\b)[^.!?;\n]{0,60}|\b(?:sorry|apologi[sz]e|apologies),? (?:if|should) (?:you|we|i|it|this|that|any\w*"
    r"|some\w*|our|my|the|there|they|he|she)\b[^.!?;\n]{0,80}|\bif (?:any|some|you|we|i\b|this|that|it|our|my|the|there"
    r"|he|she)[^.!?;\n]{3,80}?,? (?:then )?(?:we|i)(?:'re|'m| are| am| do| can only)?(?: truly| very| so| really"
    r"| sincerely| of course| genuinely)? (?:sorry|apologi[sz]e|regret)\b(?! to)|\b(?:sorry|apolog\w{1,6}|regret) (?:for"
    r"|about|that) [^.!?;\n]{0,60}?\b(?:may|might|could) have (?:been )?(?:caused|experienced|felt|suffered|brought|given"
    r"|created|offended|upset|inconvenienced|had|encountered|faced|come across)\b",
    _SORRY,
)
_EMPATHY = Cue(
    r"\b(?:I|we) (?:do |can |fully |completely |really |truly |quite |certainly |totally |of course ){0,4}(?:understand"
    r"|appreciate|reali[sz]e|recogni[sz]e|sympathi[sz]e|empathi[sz]e|imagine|see|know|hear) (?:with )?(?:how|why|your"
    r"|you (?:are|feel|were)|you're|this (?:is|was|must)|it (?:is|was|must)|that (?:this|it|you|your)|what (?:you|it"
    r"|this)|the (?:frustration|upset|worry|anger|disappointment|inconvenience|annoyance))\b",
    "understand|appreciate|reali|recogni|pathi|imagine|see|know|hear",
)
_BUT = late(
    r"(?<!\bas)(?<!\bfor)(?<!\bnot once)(?<!\bnot one)(?<!\bnot only)(?<!\bnot twice)(?<!\bnot just once)"
    r"(?<!\ball)(?<!nothing)(?<!anything)(?<!everything)(?<!\bnone)(?<!no one)(?<!\blast)(?<!\bhelp)(?<!\bany)(?<!no"
    r" choice)(?<!nobody)[\s,;-]+(?:but\b(?! (?:also"
    r"|for|rather)\b)|however\b(?! (?:short|long|many|much|small|hard|late|far|often|little|busy|I|you|we|it)\b)|although\b"
    r"|even though\b(?! you(?:'d| had) (?!agreed|accepted|signed|read|ticked"
    r"|missed|been (?:warned|told|informed|sent)|had)\w+)|(?<!even\s)though (?=it|we|this|the|our|you)|nevertheless\b"
    r"|nonetheless\b"
    r"|that said\b|having said that\b|that being said\b|yet (?=you|we|it|the|our)|on the other hand\b)[\s,]*",
    re.IGNORECASE,
)
_BEGINS = late(
    r"\W*(?:but(?! first)|however(?! (?:short|long|many|much|small|hard|late|far|often|little|busy|I|you|we|it)\b)|although"
    r"|nevertheless|nonetheless|that said|having said that|that being said|still,|yet,?)\b[\s,]*",
    re.IGNORECASE,
)
#: Behind the "but": what we do about it, or the tale of what happened.
_NO_RETREAT = late(
    r"(?:(?:I|we)(?:'ve|'ll|'m|'re| have| will| can| am| are| want| would)\b(?! (?:not|only|been|unable|afraid|a|an|the"
    r"|no|to|had|never|always|all|very|so|extremely|busy|have|say|add that you|point|remind|stress|note|ask|need|must|sure)\b)"
    r"|(?:the|your|a) new\b"
    r"|here(?:'s| is| are)|(?:I|we)(?:'d| would) (?:like|love|still like) to (?!point|remind|stress|say|note|add|ask)"
    r"|your (?:money|refund)\b|you (?:asked|wanted|told)"
    r"|you(?:'d|'ve| had| have) (?:already |both |even |twice )?(?:paid|reserved|waited|written|rung"
    r"|been (?:promised|assured))\b|(?:I |we )?(?:am|are|'m|'re) (?:so |very |really )?(?:happy"
    r"|glad|pleased)|on a (?:positive"
    r"|brighter)|it(?:'ll| will| is now) be|(?:I|we)(?:'m| am|'re| are) (?:so |very |really )?(?:happy|glad|pleased)"
    r"|the good news|it is (?:fixed|done|mended|back|sorted)|(?:your|the) (?:[\w-]+ ){1,3}(?:is|has|are|leaves|left|goes"
    r"|went) (?:now |already |back |on its way|ready|been (?:sent|refunded|put|replaced|fixed)|tonight|today)|got|had"
    r"|were|was|received|found|never|nobody|no one|none|only|still|did|didn't|ended|then|instead|(?:we|I) (?:never|didn't"
    r"|did not|failed|forgot|sent|gave)|(?:I|we) did (?:rectify|fix|put|sort|replace|refund|mend)|(?:I|we) (?:do |fully "
    r"|quite |entirely )?agree|you(?:'re| are) (?:right|correct)|it (?:never|didn't|did not|arrived|came)"
    r"|the [\w-]+ (?:never|didn't|did not))",
    re.IGNORECASE,
)
#: Enough on a notice, which tells before anybody has complained; in an answer it says nothing of what happened to them.
_SORRY_TO_TELL = Cue(
    r"\bI(?:'m| am)(?: so| very| really| truly| deeply)? sorry to (?:have to )?(?:tell|say|let|bring|write|ring|call|be"
    r"|inform|trouble|disturb"
    r"|spoil)\b"
    r"|\b(?:I|we) (?:\w+ly )?regret to (?:have to )?(?:tell|say|inform|let|advise)\b",
    _SORRY,
)
_THIRD = 3
#: So many words of regret are looked at; a reply has a few.
_TRIED = 40


def regrets(draft: Draft) -> list[re.Match[str]]:
    """Every word of regret that is ours and is given, in order."""
    return [
        found
        for found in islice(REGRET.all(draft), _TRIED)
        if not _NOT_OURS.search(draft.said[max(0, found.start() - 30) : found.start()])
        and not re.match(r"[,]? (?:but|excuse)\b", draft.said[found.end() : found.end() + 9], re.IGNORECASE)
    ]


def real_regrets(draft: Draft) -> list[re.Match[str]]:
    """Those that are meant for what happened: not for how people feel, and not for whatever it may be."""
    spoilt = [
        found.span()
        for cue in (NON_APOLOGY, CATCH_ALL, FOR_THEIR_FEELINGS, IF_ANY, FOR_THEIR_VIEW, HANGING)
        for found in islice(cue.all(draft), _TRIED)
    ]
    spoilt += [(one.start, one.end) for label in ("C02", "C06") for one in draft.worded(label)]
    return [one for one in regrets(draft) if not any(start <= one.start() < end for start, end in spoilt)]


#: Who writes, said before anything else.
_WHO = late(
    r"^\W*(?:(?:good )?(?:morning|afternoon|evening|day)|hi|hello|dear|sir|madam)\b[^!?]{0,60}\W*$|\b(?:this is|it's|it is|my name is"
    r"|I'm|I am|here|calling|writing|ringing) [^.!?]{0,80}\b(?:from|at|of|for|about|with|so that)\b|\bhere\W*$"
    r"|^\W*(?:[^,.!?]{0,30}, )?(?:this is|it's|it is|my name is|I'm)(?: [A-Z][\w.'-]*){1,3}\b|^\W*[^.!?]{0,30}\b(?:here|from"
    r"|at) [^.!?]{0,40}\W*$"
    r"|\b(?:rang|called|tried|phoned) [^.!?]{0,40}\b(?:voicemail|no answer|machine|got (?:no|your))\b",
    re.IGNORECASE,
)


#: On the telephone it is asked first who is there.
_WHO_IS_THERE = late(r"\b(?:is (?:that|this)|am I speaking (?:to|with)|have I got) (?:mr|mrs|ms|miss|dr|[A-Z])\w*\b")


def regret_comes_first(draft: Draft) -> Iterator[Mark]:
    """C01: in a first reply and a notice, before any question, reason and thanks."""
    if draft.context.stage not in {"first_reply", "notice"} or draft.context.channel == "public":
        return
    real = real_regrets(draft)
    if draft.context.stage == "notice":
        real = sorted([*real, *islice(_SORRY_TO_TELL.all(draft), _TRIED)], key=lambda found: found.start())
    if not real:
        yield Mark(
            draft.missing, draft.missing, "Nowhere does it say that you are sorry for what happened.", _begin(draft)
        )
        return
    said = real[0].start()
    earlier = [found.start() for cue in (THANKS, EXCUSE) if (found := cue.first(draft))]
    earlier += [
        sentence.start
        for sentence in draft.body
        if sentence.words.endswith("?") and sentence.end <= said and not _WHO_IS_THERE.search(sentence.words)
    ]
    if draft.context.stage == "notice":  # what happened is the reason
        earlier += [one.start for one in draft.body if one.end <= said and not _WHO.search(one.words)]
    if min(earlier, default=said) < said and draft.index(min(earlier)) <= draft.index(said):
        here = draft.sentences[draft.index(said)]
        yield Mark(
            here.start,
            here.end,
            "Regret comes first: before thanks, questions and reasons.",
            "Move this sentence to the top.",
        )


def _begin(draft: Draft) -> str | None:
    named = draft.context.specifics
    return f'Begin with what happened to them: "I\'m sorry about {named[0]}."' if named else None


def sorry_for_their_feelings(draft: Draft) -> Iterator[Mark]:
    """C02."""
    yield from _once(
        mark
        for cue in (NON_APOLOGY, FOR_THEIR_FEELINGS, FOR_THEIR_VIEW)
        for mark in cue.marks(draft, "Sorry for how they feel, not for what happened.")
    )


def conditional_apology(draft: Draft) -> Iterator[Mark]:
    """C06."""
    yield from _once(
        mark
        for cue in (CATCH_ALL, IF_ANY, HANGING)
        for mark in cue.marks(
            draft,
            'An apology with an "if" or an "any" is for nothing in particular.',
            unless=lambda found: bool(re.match(r"sorry,? if (?:I|we) (?:repeat|ask|may)\b", found[0], re.IGNORECASE)),
        )
    )


def _once(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Of marks that overlap the first: several cues may know one place."""
    given: list[Mark] = []
    for mark in marks:
        if not any(mark.start < one.end and one.start < mark.end for one in given):
            given.append(mark)
            yield mark


def taken_back(draft: Draft) -> Iterator[Mark]:
    """C07: "but" in the sentence of regret or empathy, or at the beginning of the next one."""
    seen: set[int] = set()
    places = [found for cue in (REGRET, _EMPATHY, FELLOW_FEELING) for found in islice(cue.all(draft), _TRIED)]
    for place in sorted(places, key=lambda found: found.start()):
        turn = _turn(draft, place.end())
        if turn is None or turn[0] in seen:
            continue
        seen.add(turn[0])
        yield _retreat(draft, *turn)
    for found in islice(BEFORE_IT.all(draft), _TRIED):
        sentence = draft.sentences[draft.index(found.start())]
        begins = found.start() - sentence.start <= len("And ")
        if begins and not any(found.start() <= turn < sentence.end for turn in seen):
            yield _retreat(draft, found.start(), found.end())
    felt = {draft.index(place.start()) for place in places}
    for sentence in draft.worded("C07"):
        here = draft.index(sentence.start)
        if here not in felt and here - 1 in felt and not any(sentence.start <= turn < sentence.end for turn in seen):
            yield _retreat(draft, sentence.start, sentence.end)


def _turn(draft: Draft, at: int) -> tuple[int, int] | None:
    """Where the writer turns after the regret that ends here, and where the turn ends."""
    here = draft.index(at)
    sentence = draft.sentences[here]
    end = sentence.end
    following = draft.sentences[here + 1] if here + 1 < len(draft.sentences) else None
    turn = _BUT.search(draft.said, at, end) or (following and _BEGINS.match(draft.said, following.start, following.end))
    if turn and not _NO_RETREAT.match(draft.said, turn.end()):
        return turn.start() + len(turn[0]) - len(turn[0].lstrip(" ,;-\n")), turn.end()
    turn = WITHIN.search(draft.said, at, end) or (following and NEXT.match(draft.said, following.start, following.end))
    if (
        turn
        and not CONCEDING.match(draft.said, turn.end())
        and not OWNED_AFTER.search(draft.said, turn.end(), sentence.end)
    ):
        return turn.start() + len(turn[0]) - len(turn[0].lstrip(" ,;-\n")), turn.end()
    if following and WITNESS.match(draft.said, following.start, following.end) and not CONCEDING.match(following.words):
        return following.start, following.start
    return None


def _retreat(draft: Draft, start: int, end: int) -> Mark:
    return Mark(
        start,
        draft.sentences[draft.index(end)].end,
        "What follows takes the apology back.",
        "End the sentence before this word.",
    )


def worn_out(draft: Draft) -> Iterator[Mark]:
    """C30: the second apology with nothing new warns, the third blocks; a follow-up may say it again, for the fix came in between."""
    context = draft.context
    said = _breaths(draft, regrets(draft))
    if not said or context.stage == "follow_up" or (context.acts_since_last_apology or 0) > 0:
        return
    before = context.apologies_so_far or 0
    count = before + 1 + (len(said) >= _THIRD)
    if count > 1:
        last = said[-1]
        here = draft.sentences[draft.index(last.start())]
        why = (
            f"Apology number {count} in this case, with nothing done in between."
            if before
            else "Sorry three times in one message."
        )
        yield Mark(
            here.start, here.end, why, "Say what has been done since instead.", "block" if count >= _THIRD else "warn"
        )


def _breaths(draft: Draft, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Of words of regret in one breath ("I apologise, my apologies" is two, "sorry and regret" one) the first."""
    kept: list[re.Match[str]] = []
    for one in found:
        between = draft.said[kept[-1].end() : one.start()] if kept else "."
        if re.search(r"[.,;!?\n]", between):
            kept.append(one)
    return kept
