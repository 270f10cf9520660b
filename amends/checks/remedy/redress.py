"""Making amends: no bare refusal, no work and no charge for them, nothing offered before asking, a choice that is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.next_steps.steps import TRANSFER
from amends.checks.remedy.chore_words import chores
from amends.checks.remedy.cost_words import costs
from amends.checks.remedy.instead_words import offers
from amends.checks.remedy.refusal_words import apart, declining
from amends.checks.remedy.token_words import BETTER, GIVEN, STOOD, WHY, idle, owed
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_GIVE = (
    r"(?:refund|return|exchange|replace|compensate|reimburse|repay|credit|accept|take (?:it|them|this|that|back|your)"
    r"|offer|process|cancel|waive|help|do (?:anything|any more|more|that|this|so|it)|approve|honou?r|grant|pay|cover|give"
    r"|provide|repair|fix|change|amend|extend|reduce|remove|lower|make (?:an exception|exceptions)|assist|entertain"
    r"|uphold|release|reopen|issue|consider)"
)
REFUSING = Cue(
    rf"\b(?:I|we)(?:'m| am| are|'re)? ?(?:can(?:not|'t| not)|could ?n(?:o|')t|won't|will not|do not|don't|are not able to"
    rf"|am not able to|are unable to|am unable to|'re unable to|'m unable to|unable to|not able to|not in a position to"
    rf"|not prepared to|must decline to|have to decline|won't be able to|will not be able to"
    rf"|regret that we cannot)(?: \w+ly| also| just| therefore| simply| at this time)? {_GIVE}\b[^.!?;\n]{{0,70}}"
    r"|\b(?:refunds?|returns?|exchanges?|cancellations?|replacements?|compensation|credits?|tickets|changes|claims"
    r"|deposits?|memberships?|fees?)(?: \w+){0,3}? (?:is|are) (?:simply |strictly )?(?:not (?:possible|available"
    r"|permitted|allowed|given|offered|refundable|accepted|transferable)|non-?refundable|final)\b[^.!?;\n]{0,60}"
    r"|\b(?:refunds?|returns?|exchanges?|tickets|changes|claims|deposits?|memberships?|fees?|goods"
    r"|items)(?: \w+){0,3}? (?:cannot|can't|can not|will not|won't) be (?:\w+ )?(?:refunded|returned|exchanged|cancelled"
    r"|replaced|accepted|changed|waived|made|given|paid|honou?red|transferred|processed|approved)\b[^.!?;\n]{0,60}"
    r"|\b(?:request|claim|application|appeal|demand|complaint|refund|return|exchange)(?: for [\w -]{2,30})? (?:cannot"
    r"|can't|can not|could not|will not|won't) be (?:\w+ly )?(?:granted|approved|accepted|processed|honou?red|considered"
    r"|met|upheld|given|made|entertained|fulfilled)\b|\b(?:there (?:is|'s)|there's) (?:sadly |unfortunately |really "
    r"|simply )?(?:nothing|not (?:much|a lot)|little)(?: more| else| further)? (?:that )?(?:I|we) (?:can|could) (?:do"
    r"|offer)\b[^.!?;\n]{0,50}|\bnothing (?:more |else |further )?(?:can be done|to be done|(?:that )?(?:I|we) can do"
    r"|we can offer)\b|\b(?:you|your \w+|this|it) (?:are|is|does|do) not (?:eligible|entitled|qualify"
    r"|covered)\b[^.!?;\n]{0,60}|\bno (?:refund|refunds|exchange|exchanges|compensation|credit) (?:is|are|can|will|after"
    r"|on|for|under)\b[^.!?;\n]{0,50}|\bnot something (?:that )?(?:I|we)(?:'re| are| can| could| would)?(?: able to"
    r"| in a position to)? (?:do|offer|give|provide|help|approve|cover|refund)\b|\b(?:our|the) (?:decision|position"
    r"|answer) (?:is|remains) (?:final|no|unchanged|the same)\b",
    "can't|cannot|can not|could|won't|will not|do not|don't|not able|unable|position|prepared|decline|regret|not |non"
    "|final|nothing|little|eligible|entitled|qualify|covered|no refund|no exchange|no comp|no credit|decision|answer",
)
_REFUSED = Cue(
    r"\b(?:your|the) (?:\w+ ){0,2}?(?:claim|request|application|refund|appeal|complaint|return) (?:has been|was|is"
    r"|have been|has not been|was not|is not) (?:\w+ly )?(?:rejected|declined|denied|refused|turned down|closed"
    r"|not upheld|upheld|approved|successful|accepted|unsuccessful)\b|\b(?:we|I) (?:have |had |must |are "
    r"|am ){0,4}(?:reject(?:ed|ing)?|declin(?:e|ed|ing)|den(?:y|ied|ying)|refus(?:e|ed|ing)|turn(?:ed|ing)? down|(?:not"
    r"|n't) uph(?:o|e)ld)\b[^.!?;\n]{0,50}",
    "reject|declin|den|refus|turn|upheld|uphold|approved|successful|accepted|closed",
)
_INSTEAD = late(
    r"\b(?:I|we)(?: \w+ly| also| still| however| instead)? (?:can|could)(?: \w+ly| also| still| instead"
    r"| at least)? (?!not|n't|only (?:apolog|suggest|recommend|say)|see|understand|imagine|confirm|assure|appreciate"
    r"|tell you that|advise|no longer|only)\w+|\b(?:what|here(?:'s| is) what) (?:I|we) can (?:do|offer)|\binstead\b"
    r"|\balternativ|\bwould gladly\b"
    r"|\b(?:found|find|there is|have) (?:you )?another way\b"
    r"|\bor (?:I|we|you) (?:can|could|may)\b|\b(?:I|we)(?:'ve| have)(?: \w+ly| already| now)? (?:booked"
    r"|arranged|put|moved|set|reserved|extended|added|refunded|credited|ordered|found|sent|asked|kept|held|changed)\b"
    r"|\b(?:I|we)(?:'ll| will)(?: \w+ly| happily| gladly)? (?:exchange|swap|give you|credit|lend|mend|repair|replace|move"
    r"|extend|pay|cover|refund|send you (?:a|an|the|one|another) (?:new|free|replacement|spare)|fit|do (?:it|them)|put"
    r"|take off)\b|\b(?:would you (?:like|prefer|rather)|which (?:helps|would|suits|of|one))\b|\byou(?:'re| are) (?:very "
    r"|most )?welcome to (?:swap|exchange|choose|have|keep|move|take|use|change|pick|bring)|\byou (?:can|could"
    r"|may) (?:still |also |always )?(?:have|choose|swap|exchange|keep|take (?:it|them) (?:for|as)|move|use (?:it|them)"
    r"|transfer|get)\b",
    re.IGNORECASE,
)
_NOT_AN_OFFER = late(
    r"\b(?:ombudsman|regulator|adjudicator|court|trading standards|citizens advice|arbitration"
    r"|(?:final|written|formal|decision) (?:letter|decision|response|reply)|no (?:other|further) (?:route|way|option) I"
    r"|put (?:it|this|that) (?:to you )?in (?:an? )?(?:e-?mail|writing|letter)|(?:send|post|e-?mail"
    r"|write) (?:to )?(?:you )?(?:\w+ ){0,3}"
    r"(?:decision|reasons?|refusal)|closing letter|copy of the (?:terms|contract|agreement)"
    r"|(?:I'll|I will|we'll|we will) return it(?! (?:repaired|mended|fixed|cleaned|free|with|in)))\b",
    re.IGNORECASE,
)
_POLICY = late(r"\bas per (?:our|the|company) (?:policy|policies|terms)", re.IGNORECASE)


_CHORES = (
    r"(?:print|scan|fill (?:in|out)|complete (?:the|this|our|a|an|and)|download|upload|log ?(?:in|on)(?:to)?|register"
    r"|re-?submit|submit|resubmit|re-?apply|apply (?:again|online|for)|post (?:it|them|the|your)|mail (?:it|them|the"
    r"|your)|ship (?:it|them|the|your)|send (?:it|them|the \w+|your \w+) back|return (?:it|them|the|your)(?! call)"
    r"|bring (?:it|them|the|your)|take (?:it|them|the \w+|your \w+) (?:back )?to|drop (?:it|them|the \w+|your \w+) (?:off"
    r"|at)|pack (?:it|them|the|your)|re-?pack|go (?:to|online|back|through)|visit (?:our|the|your|a|any|www|http|one of)"
    r"|come (?:in|to|back|down) (?:to|with|and|our|the)?|queue|re-?order|place (?:a new|another|the) order"
    r"|order (?:it )?again|make (?:a new|another) (?:claim|order|booking|appointment|request)|raise (?:a|another|it)"
    r"|open (?:a|another) (?:ticket|case|claim|dispute)|file (?:a|your|another)|lodge|start (?:a|the) (?:claim|process"
    r"|request)|chase|(?:contact|call|ring|phone|e-?mail|write to|speak to|speak with|talk to|get in touch with"
    r"|reach out to|approach|check with|ask|liaise with|arrange (?:it |this |a visit "
    r"|collection )?with) (?:the (?:\w+ )?(?:manufacturer|maker|courier|carrier|supplier|seller|bank|retailer|airline"
    r"|post office|delivery|depot|vendor|developer|provider|network|installer|insurer|warehouse|driver|police|landlord"
    r"|builder)|your (?:bank|card|local|own|insurer|provider|doctor|landlord|nearest|network)|them (?:directly|yourself)"
    r"|our (?:\w+ )?(?:department|team|helpline|hotline|billing|sales|accounts|depot|warehouse|supplier|courier|store"
    r"|branch|partner|support line|call centre))|sign (?:and|the|this|it|a)|take (?:photos|photographs|pictures"
    r"|screenshots)|re-?book|rearrange|reschedule|re-?send|photograph (?:it|the|all|each)|measure (?:it|the|your)"
    r"|reinstall|uninstall|reset (?:your|the)|clear your|restart (?:your|the)|provide (?:us with )?(?:evidence|proof"
    r"|documentation)|obtain|get (?:a|an|two|three) (?:quote|report|letter|estimate|certificate)s?)"
)
WORK = Cue(
    rf"\b(?:please|kindly|you(?:'ll| will)?(?: also| then| first)? (?:(?:need|have|ought|are required|are asked) to"
    rf"|should)|you must|you(?:'d| would) (?:need|have) to|you (?:can|may|could) (?:then )?(?=contact|chase|call the"
    rf"|ring the)|we (?:ask|require|need) (?:that )?you (?:to )?|the next step is (?:for you )?to|it is up to you to"
    rf"|simply|just)(?: also| then| first| now| simply| just| either| kindly| please){{0,4}} {_CHORES}\b[^.!?;\n]{{0,60}}",
    "please|kindly|you|we ask|we require|we need|next step|up to you|simply|just",
)
_SPARED = late(
    r"\b(?:not|no need to|needn't|without|never|don't|won't|if you (?:like|prefer|want|wish|would|'d)|or if you"
    r"|rather)\b[^.!?;\n]{0,30}$",
    re.IGNORECASE,
)

CHARGE = Cue(
    r"\b(?:will|would|shall|must|may|is to|are to|to) be (?:deducted|withheld|subtracted|taken off|taken out|charged"
    r"|billed|invoiced|added to your bill)\b[^.!?;\n]{0,40}|\b(?:for|at|subject to|plus|incur|incurs|carries"
    r"|with) (?:just |only )?(?!the |your |our |this |that |payment\b)(?:an? )?(?:small |nominal |additional |extra |reasonable "
    r"|modest |further |one-off |reduced |minimal ){0,4}(?:[\w-]+ ){0,2}?(?:fee|charge|cost|surcharge"
    r"|payment)\b(?! (?:you|we|of ours|has|was|is back|that))[^.!?;\n]{0,30}|\b(?:an? |the |our )?(?:re-?stocking"
    r"|handling|admin|administration|administrative|processing|call-?out|delivery|postage|collection|inspection"
    r"|cancellation|service|rebooking|amendment|diagnostic|return|shipping|re-?delivery|change|express"
    r"|reconnection) (?:fee|charge|cost)s?(?: of [£$€]?\d[\d.]*%?)? (?:applies|apply|is payable|are payable|is due"
    r"|will apply|must be paid|remains payable|is non-?refundable|will be)\b[^.!?;\n]{0,30}|\b(?:at|on) (?:your|your own"
    r"|the customer's) (?:own )?(?:expense|cost)\b|\b(?:postage|shipping|return|delivery|carriage|the cost|costs?|labour"
    r"|parts)(?: \w+){0,4}? (?:is|are|must be|will be|to be|being|needs to be|remains?) (?:paid|borne|covered|met|payable"
    r"|yours|your responsibility|at your)\b[^.!?;\n]{0,20}|\byou(?:'ll| will| would)?(?: only| just| also"
    r"| still)? (?:need to|must|have to|are to|are asked to|will)(?: only| just| also| still)? (?:pay|cover|bear"
    r"|meet)\b[^.!?;\n]{0,40}|\b(?:we|I)(?:'ll| will| must| would| have to| shall| do)?(?: only| have to"
    r"| need to)? (?:deduct|withhold|charge you|bill you|invoice you|keep back)\b[^.!?;\n]{0,40}|\b(?:can|could|will"
    r"|would) (?!see\b|find\b|keep\b)(?:\w+ ){1,5}for (?:just |only |an (?:extra|additional) |another )?[£$€]\s?\d[\d.,]*|\b(?:liable"
    r"|responsible) for (?:the |any |all )?(?:\w+ )?(?:cost|costs|postage|charges?|fees?|shipping|return"
    r"|payment)\b[^.!?;\n]{0,30}|\b(?:your|the customer's) (?:own )?(?:cost|expense|account)\b(?= to (?:pay|bear))"
    r"|\btake (?:the |a |our |your )?(?:[\w-]+ ){0,2}?(?:postage|shipping|costs?|fees?|charges?"
    r"|delivery)(?: \w+){0,2} (?:off|out of|from) (?:your|the)\b|\bthere (?:is|'s|will be|would be|may be"
    r"|might be) (?:just |only )?an? (?:[£$€]\s?\d[\d.]* |small |nominal |additional |extra "
    r"|further )*(?:[\w-]+ ){0,2}?(?:fee|charge|cost|surcharge)\b(?! to us)[^.!?;\n]{0,30}|\b(?:minus|less) (?:the |a "
    r"|our )?(?:\w+ ){0,2}?(?:fee|charge|postage|cost|costs|shipping)\b|\b(?:it|this|that|a \w+|the \w+|replacement"
    r"|upgrade) (?:will |would )?costs? (?:you )?(?:only |just )?[£$€]\d[\d.,]*",
    "for |liable|responsible|take |deducted|withheld|subtracted|taken o|charge|billed|invoice|added to|fee|cost|payment"
    "|expense|paid|borne|covered|met|payable|your responsib|at your|pay|cover|bear|meet|deduct|withhold|bill|keep back"
    "|minus|less",
)
_FREE = late(
    r"\b(?:no|not|without|never|free|waive[ds]?|refund\w*|removed?|at our (?:own )?(?:cost|expense|charge)"
    r"|our (?:own )?(?:cost|expense|side|treat)|on us|we(?:'ll| will) (?:pay|cover|bear)|won't|nothing|back on|cancel\w*"
    r"|credited?|struck|instead of|neither|struck|returned to you|taken off|rather than|won't)\b",
    re.IGNORECASE,
)
TOKEN = Cue(
    r"\b(?:bonus|free|extra) minutes\b|\b(?:\d+ )?(?:bonus |loyalty |reward |free |extra ){0,4}(?:points|miles"
    r"|tokens)\b(?= (?:to|on(?! your (?:licence|license|list|letter))|as|for|have|are|in|into|with|by))"
    r"|\b(?:gift )?vouchers?\b|\bgift (?:card|certificate|token"
    r"|basket|hamper|bag|set)s?\b|\bcoupons?\b|\b\d{1,2} ?(?:%|per ?cent)(?: \w+)? (?:off|discount|reduction)\b"
    r"|\bdiscount(?:ed)?\b|\bdiscount code\b|\b(?:a |one |two |three |your next |the next )?(?<![-\w])(?:complimentary"
    r"|free) (?!of|to|from|up|range|hand|line|number|and)(?:\w+ )?(?:month|week|night|year|day|coffee|drink|meal|dinner"
    r"|lunch|breakfast|dessert|upgrade|ticket|tickets|session|class|treatment|delivery on your next|gift|months|weeks"
    r"|nights|glass|bottle|pass|wash|service|stay|ride|cake|pizza|subscription|trial)\b|\b(?:goodwill"
    r"|good will) (?:gesture|payment|credit)\b|\bgesture of (?:goodwill|good will|appreciation|apology)\b|\b(?:small "
    r"|little )(?:gift|present|treat|token|something)\b|\btoken of (?:our|my|appreciation|apology|goodwill)\b"
    r"|\b(?:an?|one|two|three|six|\d+) (?:weeks?|months?|days?|nights?|years?|goes|hours?)(?:'s?)? (?:of )?(?:free|complimentary)"
    r" (?!of\b|from\b|time\b)\w+|\bfree (?!of\b|to\b|from\b|up\b|time\b|line\b|number\b|and\b)(?:[\w-]+ )?for (?:an?|one|two"
    r"|three|six|the next|\d+) (?:\w+ )?(?:weeks?|months?|days?|nights?|years?)\b|\b(?:an?|one|two|three|\d+|your next|the next)"
    r" (?:\w+ ){0,2}?(?:weeks?|months?|nights?|lessons?|visits?|meals?|drinks?|coffees?|rides?|boxes|box|cuts?|wash|wash(?:es)?"
    r"|trips?|tickets?|sessions?|class(?:es)?|treatments?|delivery|deliveries|orders?)(?: is| are| will be|'s)? (?:on (?:us|me)"
    r"|for (?:free|nothing)|free of charge|at no charge|gratis)\b|\b(?:extra|double|bonus|free) (?:data|points"
    r"|minutes|miles|texts"
    r"|credit|airtime)\b|[£$€₦₹]\s?\d[\d.]* off (?:your|the|a|any) (?:next|future|following)\b|\b(?:tenner|fiver) off\b"
    r"|\bmoney off (?:your|the|a) (?:next|future)\b|\byour next (?:[\w-]+ ){1,3}?(?:is|are|will be|comes) (?:on (?:us|me)"
    r"|free|half price)\b|\bhalf[- ]price\b|\b(?:box|bunch|bottle|basket|tin) of"
    r" (?:chocolates?|flowers|wine|fizz|champagne|prosecco|fruit|biscuits|sweets|whisky|roses)\b|\bbouquet\b|\bhamper\b"
    r"|\b\d+ (?:loyalty |reward |bonus )(?:points|miles)\b|\bhere(?: are|'s| is) \d[\d,]* (?:\w+ )?(?:points|miles)\b"
    r"|\b(?:next|this) (?:month|week|term|year)(?:'s \w+)? is (?:free|on us|on me)\b|\b\d{1,2} ?(?:%|per ?cent) back on\b"
    r"|\blittle extra\b|\b(?:cinema|theatre|coffee|book|spa|meal|shopping) (?:card|tokens?|tickets?|pass)\b"
    r"|\bon the house\b|\bfreebie\b|\bas (?:a )?(?:compensation|thank-you|goodwill)\b",
    "points|minutes|miles|token|voucher|gift|coupon|off|discount|reduction|complimentary|free|goodwill|good will|gesture"
    "|present|treat|on the house|compensation|thank-you|something| is free|back on|on us|on me|for nothing|no charge|gratis"
    "|extra|double|bonus"
    "|tenner|fiver|half|box of|bunch of|bottle of|basket of|tin of|bouquet|hamper|cinema|theatre|coffee|book|spa"
    "|meal|shopping",
)
_NO_TOKEN = late(
    r"\b(?:not|no|never|without|instead of|rather than|won't|isn't|don't|didn't|cannot|can't|you (?:used|bought|had"
    r"|paid with|were sold|ordered)|expired|your (?:old |own |existing )?)\b[^.!?;\n]{0,25}$",
    re.IGNORECASE,
)


#: Regret is worded like a refusal, and is none where nothing is denied.
_SORRY = late(r"\b(?:sorry|apolog\w+)\b", re.IGNORECASE)
_NO = late(r"\b(?:not|no\b(?! way)|cannot|unable|beyond|outside|declin\w+|refus\w+|\w+n't)\b", re.IGNORECASE)


def bare_refusal(draft: Draft) -> Iterator[Mark]:
    """C14: a refusal, and no real alternative in the message; an ombudsman is none. A gift refuses nothing."""
    if draft.context.stage == "gift_note":
        return
    found = list(REFUSING.all(draft))
    if draft.context.stage == "refusal":
        found += list(_REFUSED.all(draft))
    refused = [
        draft.index(one.start())
        for one in (*found, *declining(draft))
        if (one not in found or not _promise_denied(one[0])) and not _handed_on(draft, one)
    ]
    refused += [
        draft.index(one.start) for one in draft.worded("C14") if _NO.search(one.words) or not _SORRY.search(one.words)
    ]
    if not refused and draft.context.stage != "refusal":
        return
    for sentence in draft.body:
        beside = apart(REFUSING.pattern.sub(_but_its_end, sentence.words))
        if (_INSTEAD.search(beside) or offers(beside)) and not _NOT_AN_OFFER.search(sentence.words):
            return
    here = draft.sentences[refused[0]] if refused else None
    start, end = (here.start, here.end) if here else (draft.missing, draft.missing)
    yield Mark(start, end, "A refusal with nothing in its place.", "Say what you can do.")


def _handed_on(draft: Draft, refusal: re.Match[str]) -> bool:
    """Whether the sentence only says why somebody else takes the case over."""
    return draft.context.stage == "handoff" and TRANSFER.within(draft.sentence(refusal.start())) is not None


def _but_its_end(refusal: re.Match[str]) -> str:
    """The words of a refusal, blank; what stands behind its first comma or "but" is not part of it."""
    words = refusal[0]
    turn = re.search(r",|\bbut\b|\binstead\b|\bso\b", words)
    return " " * (turn.start() if turn else len(words)) + (words[turn.start() :] if turn else "")


def _promise_denied(words: str) -> bool:
    """Whether only a date or a detail is refused: "I can't give you a date yet" takes nothing from them."""
    return bool(
        re.search(
            r"\b(?:date|promise|say|time yet|arrival|answer yet|details|name|exact|estimate|(?:an? |any |more |further |clear "
            r"|full |the ){0,4}(?:news|information|explanation|insight|advice|details)|(?:confirm|excuse) )\b",
            words,
            re.IGNORECASE,
        )
    )


#: What they may do if ever it should come to that again is no work now; two words are a torn end.
_ANOTHER_TIME = late(
    r"\b(?:in (?:the )?future|next time|(?:if|should) (?:you|it|we|this) (?:ever|be able|have (?:another|any (?:other"
    r"|more|further))|need"
    r"|experience|come across|happen)|another (?:issue|problem|occasion)|when you (?:next |make your next )?(?:book"
    r"|plan|return|visit|stay|make)|your next (?:visit|stay|reservation|trip|booking)|wish to (?:return|stay|book))\b",
    re.IGNORECASE,
)
_TOO_FEW = 3


def work(draft: Draft) -> Iterator[Mark]:
    """C26: work for the customer that they did not agree to."""
    if draft.context.consented_work:
        return
    yield from WORK.marks(
        draft,
        "It gives them work to do.",
        "Do it for them, or ask whether they would.",
        unless=lambda found: (
            bool(_SPARED.search(draft.said[max(0, found.start() - 40) : found.start()]))
            or _ANOTHER_TIME.search(draft.sentence(found.start())) is not None
            or len(found[0].split()) < _TOO_FEW
        ),
    )
    yield from (mark for mark in chores(draft) if not _ANOTHER_TIME.search(draft.sentence(mark.start)))


def charge(draft: Draft) -> Iterator[Mark]:
    """C27: they pay for putting our failure right."""

    def free(found: re.Match[str]) -> bool:
        sentence = draft.sentences[draft.index(found.start())]
        near = draft.said[max(sentence.start, found.start() - 35) : min(sentence.end, found.end() + 25)]
        own = re.search(r"\b(?:to|from|off) your (?:bill|card|account|refund)\b", near)
        return (
            bool(_FREE.search(near))
            and not (own and "deduct" in near.lower())
            and not re.search(
                r"deducted from|non-?refundable|from (?:the|your) refund|to your refund|at your|off your refund",
                near,
                re.IGNORECASE,
            )
        )

    yield from CHARGE.marks(draft, "A charge for putting our own failure right.", "Take the cost on us.", unless=free)
    yield from costs(draft)


def token_before_asking(draft: Draft) -> Iterator[Mark]:
    """C28: a token offered before anyone asked what would put it right."""
    if draft.context.wish_asked is not False:
        return
    theirs = owed(draft)
    yield from TOKEN.marks(
        draft,
        WHY,
        BETTER,
        unless=lambda found: (
            bool(_NO_TOKEN.search(draft.said[max(0, found.start() - 35) : found.start()]))
            or theirs(found)
            or idle(draft, found)
        ),
    )
    for cue in (GIVEN, STOOD):
        yield from cue.marks(draft, WHY, BETTER, unless=theirs)
