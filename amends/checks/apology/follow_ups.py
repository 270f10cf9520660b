"""The follow-up: every part of it there, and no card tucked in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.apology.after_words import cured, told_how
from amends.checks.apology.regret import real_regrets
from amends.checks.hearing.listening import stem
from amends.checks.hearing.thanks import thanked
from amends.checks.next_steps.steps import DONE
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_PARTS = {
    "fix": Cue(
        r"\b(?:(?:I|we)(?:'ve| have)? (?!received|noted|wanted|needed|hoped|tried|looked|failed|missed|promised|charged"
        r"|listed|asked|apologi|agreed|happened|overlooked|mislabelled)\w+ed (?:it|them|your|the|that|this|you|both)"
        r"|replaced|repaired|fixed|credited|refunded|repaid|mended|corrected|returned|redone|reprinted|rebuilt|resent"
        r"|re-sent|restored|reset|cleaned|sent you|gave you|put (?:back|right)|went back|gone back|made good|back on your"
        r"|have your|have (?:the|it|them) back|warm again|working|works|up and running|is back|are back|on invoice"
        r"|new one|removed|changed|took off|taken off|cancelled|waived|swapped|delivered|finished|completed|reopened"
        r"|reconnected|(?:(?-i:(?!You\b)[A-Z][a-z]+)|he|she|they|I|we|our [\w-]+|the [\w-]+)(?:'ve| have| has)?(?: now| since"
        r"| also| then| all)? (?!received"
        r"|noted|wanted|needed|hoped|tried|looked|failed|missed|promised|charged|asked|apologi|agreed|happened|overlooked|stopped"
        r"|called|worked|closed)(?:[\w-]+ed|put|cut|sewed|rebuilt|redid|reset|sent|took|gave|brought|wrote|drove|hung"
        r"|laid|found|came back) (?:in |out |up |back |away |down "
        r"|off |on )?(?:it|them|your|you|the|that|this|both|all|every|a (?:new|fresh|second)|another)|(?:has|have|had"
        r"|is|are|was|were)(?: now| all"
        r"| since| both| been){1,3} (?:\w+ed|put|cut|sewn|rebuilt|redone|reset|sent|given|brought|hung|laid|found"
        r"|rewritten|undone|right|fine|clean|clear|open|dry)|(?:is|are) (?:now )?(?:re)?(?:mended|plastered|painted"
        r"|laid|fitted|sealed|cleared|sorted|open|dry|clean|back|live|in place|done))\b",
        "i |we |he |she |they |our |the |have |has |had |is |are |was |were |ed |put |cut |sew|rebuil|redid|reset"
        "|sent |took |gave |brought |wrote |drove |hung |laid |found |came back|i've|we've|replaced|repaired|fixed"
        "|credited|refunded|repaid|mended|corrected|returned|redone|reprint"
        "|rebuilt|resent|re-sent|restored|reset|cleaned|sent you|gave you|put |went back|gone back|made good|back|have "
        "|warm again|work|running|invoice|new one|removed|changed|took off|taken off|cancel|waived|swapped|delivered"
        "|finished|completed|reopened|reconnected",
    ),
    "prevention": Cue(
        r"\b(?:what(?:'s| is| has| (?:I|we)(?:'ve| have)) (?:different|changed)|as of (?:the )?(?:\d|\w+day|this|last|yesterday)"
        r"|(?:that|this|it|which) (?:started|began|came in|took effect)|in force|now\b|from (?:now on|this|last|today|monday|next)"
        r"|since (?:the )?(?:\d+|january|february|march|april|may|june"
        r"|july|august|september|october|november|december)|since (?:then|monday|tuesday|wednesday|thursday|friday"
        r"|saturday|sunday|last|the|that)"
        r"|no longer|so that|these days|every (?:\w+ )(?:is|gets|leaves)|each (?:\w+ )(?:is|gets)|we(?:'ve"
        r"| have)? (?:added|changed|introduced|removed|built|fitted|trained|hired|set up|rewritten|rewrote|moved|put in"
        r"|begun|started|stopped|switched|brought in)|(?:I|we)(?:'ve| have) since (?:put|set|placed|made|given|bought|taken"
        r"|begun)|(?<!sorry\s)again)\b",
        "what|now|from |as of|started|began|came in|took effect|in force|since|no longer|so that|these days|every"
        "|each|we |we've|again",
    ),
    "honest": Cue(
        r"\b(?:(?:can't|cannot|can not|won't|couldn't) (?:yet )?(?:promise|say|guarantee|rule out|swear"
        r"|call (?:it|that|this) (?:\w+ly )?(?:cured|fixed|done|solved|mended|settled|closed))"
        r"|(?:is|are)(?:n't| not) (?:here|in|ready|fitted|done|up|live|delivered) (?:yet|so far)"
        r"|not (?:yet )?(?:done|finished|in place|changed|fixed|complete|fitted|ready|there|in)\b|(?:is|are|has"
        r"|have)(?:n't| not) (?:yet )?(?:been )?(?:done|finished|changed|fitted|fixed|in place|replaced|rebuilt|ready"
        r"|complete|put)|still (?:to|have to|has to|needs?|working|being|waiting|open|outstanding)|until (?:the|it|that"
        r"|then|we)|(?:is|are) (?:planned|due|ordered|booked|scheduled|coming)|will (?:be )?(?:fit|fitted|change|changed"
        r"|replace|replaced|in place|install|installed|add|added|start|train|trained|ready|done)|planned for"
        r"|still on (?:my|our|the|his|her) (?:list|desk|bench|to-do)|(?:comes?|arrives?|starts?|goes in|go in"
        r"|happens?|follows?) (?:\w+ ){0,5}?(?:next (?:week|month|year|\w+day|term|spring"
        r"|summer|autumn|winter|season)|in (?:january|february|march|april|may|june|july|august|september|october"
        r"|november|december)|on the \d+\w*)"
        r"|(?:not?|\w+n't)(?: [\w-]+){0,8}? yet|(?:under|being) test(?:ed)?|half (?:done|way|finished)|work in progress"
        r"|ongoing|under way|might (?:still )?(?:happen|come)|could (?:still )?(?:happen|come))\b",
        "test|come|arrive|start|goes|go in|happen|follow|half|progress|ongoing|under way|yet|can't|cannot|can not|won't"
        "|couldn't|not |n't|still|until|planned|due|ordered|booked|scheduled|coming|will |might"
        "|could",
    ),
    "accommodation": Cue(
        r"[£$€₦₹]\s?\d|\b(?:refund\w*|credit\w*|money|replac\w+|repaid|paid|reimburs\w+|discount\w*|waived|fee|new (?:one"
        r"|\w+)|voucher|redo\w*|redone|remade|exchang\w+|free|repaired|mended|upgrade\w*|agreed|returned)\b",
        "£|$|€|₦|₹|refund|credit|money|replac|repaid|paid|reimburs|discount|waived|fee|new |voucher|redo|remade|exchang"
        "|free|repaired|mended|upgrad|agreed|returned",
    ),
}
_CARD = Cue(
    r"\b(?:cards?|tokens?) worth [£$€₦₹]|(?:[£$€₦₹]\s?\d[\d,.]*|\b\d+ ?(?:%|per ?cent)) off (?:your|the|a|any) next\b"
    r"|\b(?:discount|promo|offer) code\b"
    r"|\b(?:gift (?:card|certificate|token|voucher)s?|vouchers?|coupons?|gift codes?|store card)\b"
    r"|\b(?:cinema|theatre|coffee|book|spa|restaurant|meal|travel|shopping|prepaid|pre-paid|present|garden|toy|beauty"
    r"|music|[£$€₦₹]"
    r"\s?\d[\d.]*)(?: [\w-]+)? (?:cards?|tokens?|codes?|pass(?:es)?|tickets?)\b|\b(?:tucked|popped|slipped|slid|dropped|enclosed"
    r"|enclosing|attached"
    r"|included|added|put|placed)(?: in| inside| into)?(?: the| this| your| our| here){0,2} (?:envelope |letter |mail |also "
    r"|with it )?"
    r"(?:is |are )?(?:an? |some |two |the |your |you )(?:[£$€₦₹]\s?\d[\d.]* )?(?:[\w-]+ ){0,2}?(?:card|token|coupon"
    r"|tickets?|hamper"
    r"|chocolates|bouquet|gift|present|treat)\b|\b(?:card|token|coupon|tickets?|gift|present|treat"
    r"|hamper)(?: \w+){0,3} (?:is |are"
    r" |comes |come )?(?:tucked|popped|slipped|enclosed|attached|included|inside|in (?:this|the) (?:envelope|letter|mail))\b",
    "off |discount|promo|offer|gift|voucher|coupon|card|token|code|pass|ticket|hamper|chocolate|bouquet|present|treat",
)
#: Cards that are no gift.
_NO_GIFT = late(
    r"\b(?:credit|debit|bank|business|membership|sim|loyalty|library|id|identity|warning|address|score|report|post|index|contact"
    r"|appointment|key|access|door|record|your|medical|job|time|sympathy|greeting|thank[- ]you|parking|season|train|bus|plane"
    r"|guarantee"
    r"|warranty|fuel|discharge|that|missing|lost)\s+(?:cards?|codes?|tickets?|passes)\b"
    r"|\b(?:that|which|when|the)\s+(?:gift\s+)?(?:card|code|ticket|voucher)s?\s+(?:was|did|you|that|we)\b",
    re.IGNORECASE,
)
_APART = late(r"\b(?:separate(?:ly)?|on its own|by post|another (?:letter|note|envelope|mail))\b", re.IGNORECASE)


def card_in_follow_up(draft: Draft) -> Iterator[Mark]:
    """C32: a gift card goes in a message of its own."""
    if draft.context.stage != "follow_up":
        return
    yield from _CARD.marks(
        draft,
        "A gift card goes in a message of its own.",
        "Take it out of this mail.",
        unless=lambda found: (
            bool(_APART.search(draft.sentence(found.start())))
            or bool(_NO_GIFT.search(draft.said, max(0, found.start() - 20), found.end() + 6))
            or _agreed(draft, found[0])
        ),
    )


def _agreed(draft: Draft, words: str) -> bool:
    """Whether the card is what was agreed, and so no gift."""
    return any(
        one.agreed and one.kind.lower().replace("_", " ").split()[-1] in words.lower()
        for one in draft.context.remedies
        if one.kind
    )


def follow_up_parts(draft: Draft) -> Iterator[Mark]:
    """C33: apology, cause, fix and thanks; the accommodation where a remedy was agreed; prevention, or that it is not done yet."""
    if draft.context.stage != "follow_up":
        return
    missing = [name for name, present in follow_up(draft).items() if not present]
    if missing:
        yield Mark(draft.missing, draft.missing, f"The follow-up lacks: {', '.join(missing)}.")


def follow_up(draft: Draft) -> dict[str, bool]:
    """The parts that a follow-up needs in this case, and whether each is there."""
    context = draft.context
    found = {
        "apology": bool(real_regrets(draft)),
        "cause": told_how(draft),
        "fix": any(cue.first(draft) for cue in (_PARTS["fix"], DONE, _PARTS["prevention"])) or cured(draft),
        "thanks": thanked(draft),
    }
    if any(one.agreed for one in context.remedies):
        found["accommodation"] = any(_accommodates(draft, one.kind) for one in context.remedies if one.agreed)
    if context.fix_state == "done":
        found["prevention"] = _PARTS["prevention"].first(draft) is not None
    elif context.fix_state:
        found["prevention, or that it is not done yet"] = _PARTS["honest"].first(draft) is not None
    return found


def _accommodates(draft: Draft, kind: str) -> bool:
    """Whether what was agreed is told: by words of its own kind, and not by the mending of the cause."""
    if _AS_AGREED.first(draft):
        return True
    known = kind.lower().replace(" ", "_")
    words = next((words for kinds, words in _OF_KIND if known in kinds), None)
    if words is None:
        said = {stem(word) for word in re.findall(r"[a-z]{3,}", draft.low)}
        own = {stem(word) for word in re.findall(r"[a-z]{4,}", kind.lower())}
        return bool(own & said) or _PARTS["accommodation"].first(draft) is not None
    return words.first(draft) is not None


#: Said to be what was settled between us, whatever it was.
_AS_AGREED = Cue(
    r"\b(?:as|like|what|the way) (?:we|you|I)(?:'d| had| all| both)? (?:agreed|said|promised|arranged|settled"
    r"|asked(?: for)?|wanted|chose|shook on)\b"
    r"|\bas (?:agreed|promised|arranged|discussed|settled|you (?:asked|chose|wished))\b|\b(?:nothing|no more"
    r"|not a \w+) (?:more |left |else )?to pay\b"
    r"|\b(?:cost|costs|costing) you nothing\b|\bat (?:our|my|no) (?:own )?(?:cost|expense)\b|\b(?:we|I)(?:'ve"
    r"| have)? (?:covered|paid|picked up|met|took care of|settled) (?:the|your|for|all)\b"
    r"|\byou asked for is\b|\bon the house\b|\b(?:is|are|it's|was|were) (?:all )?on (?:us|me)\b",
    "agreed|said|promised|arranged|settled|asked|wanted|chose|shook|discussed|wished|to pay|nothing|cost|expense"
    "|covered|paid|picked up|met |took care|on the house|on us|on me",
)


_MONEY = (
    r"[£$€₦₹]\s?\d|\b(?:refund\w*|credit\w*|money|repaid|paid|repay\w*|reimburs\w+|discount\w*|waived?|fee|voucher|compensat\w+"
    r"|agreed|deposit|sum|amount|payment|your (?:account|card|bank)|\d[\d,.]* (?:pounds|dollars|euros|rupees|naira|francs"
    r"|kroner|[A-Z]{3})"
    r"|(?-i:[A-Z]{3}) ?\d+|half price|free|charge|nothing (?:more |left )?to pay|settled|on us)\b"
)
_MONEY_HINTS = (
    "£|$|€|₦|₹|refund|credit|money|repa|paid|reimburs|discount|waive|fee|voucher|compensat|agreed|deposit|sum|amount"
    "|payment|your "
    "|pounds|dollars|euros|rupees|naira|francs|kroner|0|1|2|3|4|5|6|7|8|9|half|free|charge|nothing|settled|on us"
)
_OF_KIND = (
    (
        {"refund", "credit", "fee_waived", "discount", "compensation", "reimbursement", "settlement", "partial_refund"},
        Cue(_MONEY, _MONEY_HINTS),
    ),
    (
        {"replacement", "exchange", "missing_part", "delivery"},
        Cue(
            r"\b(?:replac\w+|new|right one|reached you|exchang\w+|swap\w*|another|spare|second|parts?|deliver\w*"
            r"|arrived|sent|agreed|has come|came"
            r"|fresh|you (?:now |both )?have (?:the|both|all|your|it|them)|you(?:'ve| have) (?:now )?got (?:the|both"
            r"|all|your|it|them)|is up|are up|is in|are in|with you)\b",
            "replac|new|right one|reached|exchang|swap|another|spare|second|part|deliver|arrived|sent|agreed|come"
            "|came|fresh|you |is up|are up|is in|are in|with you",
        ),
    ),
)
