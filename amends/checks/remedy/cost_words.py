"""The many names of a price, and the ways in which putting our failure right is made to cost the customer something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.burden.price_words import AT_A_PRICE, CURE, PRICES, SUM
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark
from amends.drafts.needs import alternatives
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

#: What is done to put a thing right, and what that takes.
_MENDING = (
    r"(?:call-?out|re-?mak(?:e|ing)|re-?do(?:ing)?|correct(?:ion|ing|ed(?! (?:bill|figure|total|amount|invoice)))|replac(?:ement"
    r"|ing)|new (?:length|card"
    r"|key|part|one|copy|set|label|tin|lock|bag)"
    r"|(?:an?other|a (?:fresh|further|repeat|duplicate)|an (?:extra|additional)) [\w-]+"
    r"|sending [\w ]{2,25}(?:again|back|round|out)|second (?:visit|treatment|attempt|trip|fitting|appointment"
    r"|delivery|coat)|repeat \w+|return (?:visit|trip|journey)|re-?(?:dispatch|deliver\w*|issu\w+"
    r"|test\w*|print\w*|book\w*|send\w*|instat\w+|connect\w*|fit\w*|paint\w*|clean\w*|clean|activat\w+"
    r"|schedul\w+|stor\w+|instal\w+|program\w*|cod\w+|wir\w+|ship\w*)"
    r"|chang(?:e|ing) (?:of )?the (?:\w+ )?(?:name|date|spelling|address)|(?:missing|lost|broken|wrong"
    r"|misspel\w+|botched|damaged|faulty|spoiled) [\w-]+"
    r"|put(?:ting)? (?:it |that |this |them |the [\w -]{2,30})?(?:right|back)|sort(?:ing)? (?:it|this|that) out"
    r"|un-?do(?:ing)?|alteration|restor(?:ing|ation)"
    r"|recover(?:y|ing)|retriev\w+|clear(?:ing)? (?:the|up)|coming back|com(?:e|ing) (?:back )?out"
    r"|bring(?:ing)? (?:your|the|it) [\w ]{0,20}(?:forward|back)"
    r"|mov(?:e|ing) (?:you|your)|cutting a new|crew to return|driver (?:coming|to come)|swap(?:ping)?"
    r"|exchang(?:e|ing)|collection of|rush(?:ing)?"
    r"|expedit\w+|priority handling|inspection|unlock\w*)"
)
_PRICED = Cue(
    rf"\b(?:{_MENDING}\b[^.!?;\n]{{0,60}}?(?:\b(?:is|are|comes? to|costs?|will be|would be|runs to|starts? (?:at"
    rf"|from)|attracts?|carries|carry|incurs?|at|for|from"
    rf"|works out at|amounts to|set you back)|'s)(?: you| only| just| a mere| about| around| roughly| currently"
    rf"| charged at| billed at| priced at){{0,3}}"
    rf" {SUM}(?! (?:less|cheaper|off|lower|in your favour|back|refund))[^.!?;\n]{{0,20}}"
    rf"|{_MENDING}\b[^.!?;\n]{{0,60}}?\b(?:is|are|at|carries|carry|attracts?|incurs?|on)(?: charged| billed"
    rf"| payable)?(?: at| by| on)? (?:the|our|an?)"
    r" (?:\w+ ){0,2}?(?:(?:usual|standard|normal|hourly|regular|published|full|going|current"
    r"|listed) (?:[\w-]+ )?(?:fee|rate|tariff|charge|price|cost)"
    r"|(?:rate|tariff|fee|surcharge)\b(?! (?:of|is) (?:nil|zero|£0)))[^.!?;\n]{0,20}"
    rf"|{_MENDING}\b[^.!?;\n]{{0,50}}?\b(?:is|are|will be|would be|being|gets?) (?:\w+ )?(?:payable|chargeable"
    rf"|billable|billed|invoiced|charged for"
    r"|at half price|half price|at a discount|at cost|for your account|your (?:own )?(?:cost"
    r"|expense))\b[^.!?;\n]{0,20}"
    rf"|(?:price|cost|fee|charge|rate|minimum|labour|admin cost|tariff) (?:for|of|to) (?:the |our |a "
    rf"|your )?[^.!?;\n]{{0,12}}?{_MENDING}\b[^.!?;\n]{{0,60}}?"
    rf"(?:\b(?:is|comes to|starts at|are|will be|would be) (?!on us|ours|nil|zero|free|nothing|waived|covered"
    rf"|mine|not)|{SUM})[^.!?;\n]{{0,30}}"
    rf"|{_MENDING}\b[^.!?;\n]{{0,40}}?(?:\. (?:that|it)(?:'s| is| comes to) {SUM}|, the minimum is ))",
    "£|$|€|₦|₹|fee|rate|tariff|charge|price|cost|payable|bill|invoice|pound|dollar|euro|quid|naira|rupee|rand"
    "|shilling|cedi|bucks|pence| cent|tenner|fiver|expense|account|minimum|surcharge|inr|ngn|kes|ksh|zar|usd|gbp|eur"
    "|aud|cad|ghs| rs|%|discount| n1| n2| n3| n4| n5| n6| n7| n8| n9",
)
_COST = (
    r"(?:fees?|charges?|costs?|postage|shipping|freight|carriage|delivery|labour|materials|ingredients|parts"
    r"|excess|difference|bill|courier|van|price|call-?out|deposit)"
)
_YOU_PAY = Cue(
    rf"\b(?:(?<!price\s)(?<!what\s)(?<!card\s)(?<!sum\s)you(?:'d|'ll| would| will)?(?: only| just| simply| then"
    rf"| still| merely| also){{0,2}} (?:(?:need|have|be (?:asked|expected|required)) to )?(?:pay|cover|bear|meet"
    rf"|top up|chip in|foot|reimburse us"
    r"|contribute|be (?:out of pocket|charged|billed|invoiced|liable|looking at))(?! (?:nothing|no\b|only if you"
    r"|less|with|by|the (?:old|same|lower|usual|agreed)|your|what|it)\b)(?![.,;])\b[^.!?;\n]{0,40}"
    rf"|(?:please|kindly|just|simply) (?:settle|pay|transfer|remit|top up|clear|buy (?:a|another"
    rf"|your own) (?:replacement|new))\b[^.!?;\n]{{0,40}}"
    rf"|(?:customers?|guests?|passengers?|tenants?|members?|you|patients?|clients?) to (?:pay|share|cover|meet"
    rf"|bear|contribute|split)\b[^.!?;\n]{{0,40}}"
    rf"|{_COST}\b[^.!?;\n]{{0,40}}?\b(?:(?:borne|met|covered|payable|paid|settled|funded) by (?:the )?(?:you\b"
    rf"|recipient|customer|guest|passenger|client"
    r"|buyer|tenant|cardholder|account holder|policyholder|member)|(?:is|are) for (?:you|the (?:customer|buyer"
    r"|guest|client|recipient|sender))\b|(?:has|have|needs?|would|will)(?: still)? (?:to )?(?:come"
    r"|be paid) from you|(?:is|are|falls?|fall)"
    r"(?: still)?(?: on| to| with) you\b(?!r)|(?:is|are) (?:still )?(?:payable|yours to)\b)[^.!?;\n]{0,30}"
    r"|at the (?:guest|customer|passenger|client|tenant|buyer|owner|recipient|member|student|patient)(?:'s"
    r"|s') (?:own )?(?:expense|cost|charge)\b"
    r"|(?:would|will|'d|'ll) be on you\b(?!r)|(?:is|are) still due\b[^.!?;\n]{0,40}|at half price\b|(?:split"
    r"|share|halve|go halves on) (?:the|this|that) (?:cost|bill|price|expense|fee|charge"
    r"|postage)\b[^.!?;\n]{0,30}|(?:is|are|gets?|will be) passed on to (?:you\b|the (?:customer|traveller"
    r"|passenger|guest|buyer|client|recipient))|(?:will|to) be debited from your\b[^.!?;\n]{0,30}"
    r"|payable (?:on(?! the understanding)|at|to|when|upon|in|before) (?:the|you|our|collection|cash"
    r"|advance)\b[^.!?;\n]{0,30}|(?:to be )?paid in (?:cash|advance) to\b[^.!?;\n]{0,30}"
    rf"|pay the (?:difference|balance|excess|extra|{_COST})\b[^.!?;\n]{{0,30}}(?:and|then) (?:we"
    rf"|I)\b[^.!?;\n]{{0,30}}"
    r"|(?:his|her|their|the \w+'s) (?:time|visit|work|labour|hours?) (?:is|are|will be) (?:charged|billed"
    r"|invoiced|payable)\b[^.!?;\n]{0,30}"
    r"|(?:a|the) paid (?:inspection|visit|diagnosis|assessment|call-?out|upgrade|service)\b|on the (?:attached"
    r"|enclosed|next) (?:invoice|bill)\b)",
    "pay|paid|passed on|cover|bear|meet|top up|chip in|foot|reimburse us|contribut|pocket|charge|billed|invoice"
    "|liable|looking at|settle|transfer|remit|clear the|buy |share|split|borne|met by|funded|from you|on you"
    "|still due|expense|'s cost|half price|debited|the next bill|attached bill|enclosed bill|fee|cost|postage"
    "|shipping|labour|excess|difference|deposit|freight|carriage",
)
_PARTS = (
    r"(?:we|I|he|they|you) (?:can|could) (?!refund|credit|pay|give|offer|return|see\b|find|keep|fit now)[^.!?;\n]{3,60}?"
    r" (?:for|at) (?:just |only )?" + SUM + r"(?: extra| more)?"
    r"|(?:sum|amount|something|bit|balance|contribution) to pay\b[^.!?;\n]{0,30}"
    r"|expect to pay\b[^.!?;\n]{0,30}|(?:stand|shoulder|absorb|pick up|swallow) the (?:cost|bill|price|fee"
    r"|charge|expense)s?\b[^.!?;\n]{0,30}"
    r"|(?:means|brings|involves|comes with|triggers|entails) an? (?:[\w-]+ ){0,2}?(?:fee|charge|cost"
    r"|penalty)\b[^.!?;\n]{0,30}|half the (?:normal|usual|standard|full) (?:price|rate|fee)|(?:knock"
    r"|take) (?:the|our|a) [^.!?;\n]{2,30} off (?:what we owe|your refund|the refund)"
    rf"|to (?:have|get) [^.!?;\n]{{3,40}} (?:again|replaced|corrected|put right|redone|fixed|repaired|reprinted"
    rf"|resent) (?:is|costs?|comes to|will be|would be) {SUM}"
    rf"|(?:waive|refund|send|return|give|cover|pay|credit|knock off|meet)(?: you| back)? (?:half|part of"
    rf"|a (?:third|quarter|part|portion)|some|50 ?%|\d\d ?%"
    rf"|most)(?: of)? (?:the|your|our) (?:\w+ )?{_COST}\b[^.!?;\n]{{0,30}}"
    rf"|(?:taken|took|take|knocked|held|kept|withheld|subtracted) (?:{SUM}|the \w+|a \w+)(?: \w+)? (?:off"
    rf"|out of|from|back from) (?:the|your) (?:refund|money|deposit|sum"
    r"|amount|payout)\b[^.!?;\n]{0,40}|refund (?:is|comes to|of|will be|would be)\b[^.!?;\n]{0,30}?\b(?:after"
    r"|less|minus|net of|once) (?:the |our |a )?(?:\w+ ){1,3}"
    r"(?:has been |have been |is |are )?(?:taken off|deducted|come off|removed|off|fee|charge|postage|costs?)\b"
    rf"|(?:deduction|re-?stocking [\w-]+|handling [\w-]+) of {SUM}[^.!?;\n]{{0,40}}|(?:an?|the) (?:wee |small "
    rf"|little |refundable |cash |security |modest )?(?:deposit|charge|fee"
    rf"|surcharge|contribution|admin cost) (?:of {SUM}[^.!?;\n]{{0,20}}? (?:is|will be|are) (?:held|taken"
    rf"|required|payable|due|needed|charged)|for (?:the |a |our )?(?:driver|engineer"
    rf"|crew|re-?\w+|collection|second|new|replac\w+|return|swap|correct\w+))\b[^.!?;\n]{{0,40}}"
    r"|line\b[^.!?;\n]{0,30} (?:charged|costs?|billed) (?:at )?\d+ ?p\b[^.!?;\n]{0,30}"
    rf"|(?:upgrade|move|switch|subscribe|sign up) to (?:the |our |a )?(?:[\w-]+ ){{0,3}}?(?:express|premium|plus"
    rf"|plan|package|tier|pro|priority|membership|cover|gold)\b[^.!?;\n]{{0,60}}"
    r"|upgrade to (?:the|a|our) (?:larger|bigger|higher|next|better|faster)[^.!?;\n]{0,60}"
    r"|(?:feature|part|benefit|perk) of (?:the|our) (?:[\w-]+ ){1,2}(?:plan|package|tier|membership"
    r"|cover)\b[^.!?;\n]{0,40}"
    r"|under (?:the|our) (?:[\w-]+ ){1,3}(?:add-?on|plan|package|cover)\b[^.!?;\n]{0,20}(?:buy|purchase|add"
    r"|take out)\b[^.!?;\n]{0,20}"
    rf"|for (?:just |only )?(?:an? )?(?:extra |additional |another |further )?" + SUM + r"(?: more"
    rf"| extra)? (?:we|you|I) (?:can|could)\b[^.!?;\n]{0, 30}|provided (?:that )?you (?:top up|pay|add"
    rf"|cover)\b[^.!?;\n]{{0,40}}|service (?:starts?|is|costs?) (?:from |at )?{SUM}"
)
_PART = Turns(*(rf"\b(?:{one})" for one in alternatives(_PARTS)))
_NOT_THEIRS = late(
    r"\b(?:no|not|\w+n't|nothing|never|nobody|without|free|waived?|on us|(?:is|are) (?:ours|mine)|at our"
    r"|our (?:own )?(?:cost|expense|side)|I(?:'ll| will) pay|we(?:'ll| will)? (?:pay|cover|bear)"
    r"|back (?:to|on|in|with) (?:your|you)|(?:refunded|reversed|returned|struck|repaid|paid it|reimbursed|already)|you (?:asked"
    r"|paid|were asked|were charged|owed)|nil|zero|neither|as always|instead|larger|bigger|(?:the|your) same (?:rate|price|fare)"
    r"|which (?:helps|would)|whichever|if you(?:'d| would)? (?:rather|prefer))\b",
    re.IGNORECASE,
)
_DENIED = late(
    r"\b(?:no|nor|never|nobody|without|free|waived?|neither|nil|zero|nothing|instead of|rather than|if you(?:'d| would)?"
    r" (?:rather|prefer)|refund\w*"
    r"|reimburs\w*|repa(?:y|id)|back to you|you (?:thought|feared|believed|expected)|wrong(?:ly)?|mistake|in error|whether"
    r"|quoted|told you|you (?:were|had|asked)|do not"
    r"|don't|won't|will not|not be|not going to|not have|not applying|as (?:always|usual|ever)|the bill for you)\b",
    re.IGNORECASE,
)
_HALF = late(
    r"^(?:waive|refund|send|return|give|cover|pay|credit|knock|meet)|\bonly pay\b|expense$|after the|^the paid"
    r"|^a paid|^deduction|half price",
    re.IGNORECASE,
)
#: A bill that was put right has a sum of its own.
_BILLED = late(r"\b(?:bill|invoice|statement|premium)\b", re.IGNORECASE)
#: What a thing is worth, or what they are covered for, is no charge.
_WORTH = late(
    r"\b(?:value of|worth of|sum insured|(?:correct|right|true|proper) (?:premium|sum|figure|amount|price|total|balance|rent"
    r"|fare|bill))\b",
    re.IGNORECASE,
)
_WHY, _OURS = "A charge for putting our own failure right.", "Take the cost on us."


def costs(draft: Draft) -> Iterator[Mark]:
    """What they would pay for the repair of our failure, told in prices, shares, plans and deposits; of what is not ours, nothing."""
    if draft.context.fault == "not_ours":
        return
    for cue in (_PRICED, _YOU_PAY, _PART):
        yield from cue.marks(draft, _WHY, _OURS, unless=lambda found: _is_ours(draft, found))
    yield from PRICES.marks(draft, _WHY, _OURS, unless=lambda found: _is_spared(draft, found))
    yield from AT_A_PRICE.marks(
        draft,
        _WHY,
        _OURS,
        unless=lambda found: not _of_a_cure(draft, found) or _is_spared(draft, found),
    )


def _is_ours(draft: Draft, found: re.Match[str]) -> bool:
    """Whether the sentence says that it costs them nothing; half of it given back leaves the other half with them."""
    if _HALF.search(found[0]):
        near = draft.said[max(0, found.start() - 25) : found.start()]
        return re.search(r"\b(?:no|not|never|without|nor)\b|n't\b", near, re.IGNORECASE) is not None
    if found[0].startswith(("new one", "a fresh one", "another one", "works out")) and _BILLED.search(
        draft.before(found.start()) + draft.sentence(found.start())
    ):
        return True
    return _NOT_THEIRS.search(draft.sentence(found.start())) is not None


def _is_spared(draft: Draft, found: re.Match[str]) -> bool:
    """Whether it is asked, denied or taken back close by."""
    sentence = draft.sentences[draft.index(found.start())]
    near = draft.said[max(sentence.start, found.start() - 30) : min(sentence.end, found.end() + 40)]
    return sentence.words.endswith("?") or _DENIED.search(near) is not None or _WORTH.search(near) is not None


def _of_a_cure(draft: Draft, found: re.Match[str]) -> bool:
    """Whether the price is that of putting a thing right, in the same breath."""
    before = re.split(r"[,.;!?]\s", draft.said[max(0, found.start() - 60) : found.start()])[-1]
    return CURE.search(before) is not None
