"""What the record carries: nothing only assumed said as known, nothing said done that is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.hearing.listening import stem
from amends.drafts.cue import late
from amends.drafts.finding import Mark
from amends.texts.named import amounts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.drafts.context import Remedied
    from amends.drafts.draft import Draft

#: Said of what is not known, wherever in the sentence it stands.
_BELIEVED = late(
    r"\b(?:believes?|thinks?|thought|reckons?|points? (?:to|at|towards)|hints? at|our (?:best|first) guess|seems?"
    r"|appears?|probably|perhaps|maybe|possibly|possible|apparently|presumably"
    r"|(?:not|\w+n't) (?:yet )?(?:sure|certain|know\w*|clear|confirmed|established|found out|proved|proven)|wonder\w*"
    r"|don't (?:yet )?know|do not (?:yet )?know|checking|confirming"
    r"|whether|(?:the )?\w+ says|you (?:say|said|told|wrote|mention(?:ed)?)|as (?:I|we) understand|as you|suspects?|guess(?:es)?"
    r"|assum\w+|so far|looks? (?:like|as)|suggests?|investigating|looking into|unclear|unknown|unconfirmed|no proof"
    r"|cannot (?:yet )?(?:say|tell)|can't (?:yet )?(?:say|tell|confirm)|I (?:hear|gather|understand|am told)|may (?:well )?have"
    r"|might (?:well )?have|could (?:well )?have been|must have|it could be|ask(?:ed|ing) (?:him|her|them|the \w+)"
    r"|(?:reported|alleged)(?:ly)?|tells? (?:me|us)|told (?:me|us)|said to)\b",
    re.IGNORECASE,
)
#: Said of what is not known, where it stands before the words or in their clause.
_HEDGED = late(
    r"\b(?:may|might|could|likely|check|confirm|asking|find(?:ing)? out|if|until|unless|would)\b",
    re.IGNORECASE,
)
_CLAUSE = late(r"[,;:]\s|\s-\s")
_OF_THEIRS = late(
    r"\b(?:(?:has|have) your (?:\w+ )?(?:photos?|letters?|e-?mails?|notes?|messages?|account)|sorry|thank"
    r"|apolog\w+|have I got|correct me|as you)\b|^\W*(?:so )?you\b",
    re.IGNORECASE,
)
_GENERAL = frozenset(
    ["order", "parcel", "refund", "item", "delivery", "money", "account", "service", "customer", "product"]
)


_DONE_TO = (
    r"(?:processed|paid(?: out| back| in)?|sent(?: out| off)?|issued|refunded|credited|completed|made|transferred|returned"
    r"|approved|released|shipped|dispatched|delivered|replaced|repaired|applied|added|fitted|installed|fixed|changed"
    r"|put (?:in place|back|right|through|on|into|in)|deployed|rolled out|resolved|done|implemented|introduced|updated"
    r"|corrected|banked|wired|posted|mailed|handed (?:over|back)|taken (?:off|down)|wiped|struck (?:off|out)|waived|written off"
    r"|sorted|settled|swapped|exchanged|remade|redone|mended|reimbursed|repaid|given back|knocked off|cancelled|removed"
    r"|reversed|compensated|collected|restored|reconnected)"
)
_STATED_DONE = late(
    (
        rf"\b(?:(?:has|have|'s|'ve)(?: now| already| just| also| all| both){{0,2}} been(?: \w+ly| now| already)? {_DONE_TO}"
        r"|(?<!I\s)(?<!we\s)(?:has|have|(?:it|that|money)'s)(?: now| already| just| also| all| safely){0,3} (?:gone (?:out|in"
        r"|into|through"
        r"|back|off|to|on)|left"
        r"|cleared|landed|arrived|reached|come (?:off|through)|hit|dropped (?:in|into|through)|shown up|made it)"
        r"|(?:is|are|'s)(?: now| already| all| both| safely| back){0,4} (?:with your bank|live|done|complete(?:d)?|fixed"
        r"|in place|paid|sent"
        r"|in your (?:account|bank|hands|possession)|(?:on|off) your (?:\w+ )?(?:card|account|statement|bill)|with you|fitted"
        r"|installed|working|(?:up|in) and (?:running|working)|finished|in the (?:post|mail)|with the courier|on (?:the"
        r"|its) (?:van|lorry|truck)"
        r"|gone|waived|settled|cleared|posted|refunded|credited|replaced|repaired|mended|swapped|wiped|in force)"
        r"|(?:is|are|'s) (?:now |already ){1,2}(?:back|through|there|here|yours|off|in)"
        r"|(?:I|we)(?:'ve| have)(?: now| already| just| also| both| personally){0,4} (?:processed|paid|sent|issued|refunded"
        r"|credited|transferred|returned|released|shipped|dispatched|replaced|repaired|applied|added|fitted|installed|fixed"
        r"|changed|put(?! (?:[\w£$€₦₹.,]+ ){0,4}(?:forward|in for|up for|down for|to (?:my|our|the) \w+ for))|rolled out"
        r"|resolved|introduced|posted|mailed|wired|banked|waived|wiped|written off|(?:taken|knocked"
        r"|struck) (?:[\w£$.,]+ ){1,5}off|reimbursed|repaid|given (?:you )?(?:[\w£$.,]+ ){1,4}back|swapped|remade|redone"
        r"|mended|reversed|settled)"
        r"|(?:was|were) (?:\w+ly )?(?:processed|paid|sent|issued|refunded|credited|shipped|dispatched|fitted|installed|fixed"
        r"|made|replaced|completed|posted|mailed|wired|banked|waived|wiped|returned|repaid|reimbursed|swapped|settled|put"
        r"|released|transferred|written off|taken off|handed)"
        r"|came (?:through|off)|(?:gave|handed) you (?:your |the )?(?:[£$€₦₹\w.,]+ ){1,3}back|(?:is|are) (?:now |already )?"
        r"(?:sitting|waiting) in your|(?:have|has) had (?:[£$€₦₹\w.,]+ ){1,3}(?:sent|paid|put|credited|refunded|wired|posted)"
        r"|(?<!I\s)(?<!we\s)went (?:out|live|through|back|in|into|off|to your)|left (?:us|our|today|yesterday|this morning|here|on)"
        r"|(?:reached|hit|landed (?:in|on|with)|arrived (?:in|at|on|with)|cleared (?:in|into)?|dropped into|came (?:off|through"
        r"|back)) (?:you|your)\b"
        r"|you(?: now| already| should now)? have (?:your|the) (?:[\w£$€.,]+ ){1,3}?(?:back|in (?:hand|your))"
        r"|you(?:'ve| have)(?: now| already| also){0,2} been (?:refunded|paid|credited|reimbursed|compensated|repaid)"
        r"|(?:we|I) (?:refunded|paid|credited|sent|shipped|issued|replaced|repaired|fitted|installed|fixed|posted|mailed|wired"
        r"|waived|wiped|returned|repaid|reimbursed|swapped|transferred))\b"
    ).replace(" ", r"\s+"),
    re.IGNORECASE,
)
_STATED_APPROVED = late(
    r"\b(?:is|are|was|has been|have been)(?: now| already| fully){0,4} (?:approved|authori[sz]ed|signed off|agreed"
    r"|confirmed)\b|\b(?:I|we)(?:'ve| have) approved\b",
    re.IGNORECASE,
)
_SUM = (
    r"(?:N|Rs\.?|R|KSh|KES|A\$|C\$) ?\d|money|£|\$|€|₦|₹|\d+ (?:pounds|dollars|euros|rupees|naira)|amount|payment|sum\b"
)
_KINDS = {
    "refund": rf"{_SUM}|refund\w*|repaid|repay\w*|reimburs\w*|paid", "credit": rf"{_SUM}|credit\w*",
    "replacement": r"replac\w+|new (?:one|\w+)|spare|another|second (?:one|\w+)", "exchange": r"exchang\w+|swap\w*|replac\w+|new",
    "discount": r"discount\w*|\d+ ?%|£|\$|€", "gift_card": r"gift|card|voucher", "voucher": r"voucher\w*|gift|code",
    "fee_waived": r"fee\w*|charge\w*|waive\w*|penalty", "repair": r"repair\w*|fix\w*|mend\w*",
    "redo": r"redo\w*|redone|again|remade", "visit": r"visit\w*"
    "|appointment", "missing_part": r"parts?", "delivery": r"deliver\w*",
    "correction": r"correct\w*",
}  # fmt: skip
_PENDING = late(
    r"\b(?:no \w+|or) $|\b(?:not|\w+n't|once|when|until|till|if|whether|will|waiting|awaiting|pending|after|goes|should|as soon|before"
    r"|unless|to be)\b",
    re.IGNORECASE,
)
#: Set going, and not said to be there: that is what is scheduled.
_ON_ITS_WAY = late(r"\bput (?:it|that|this|the \w+) through\b", re.IGNORECASE)
#: So far a sum may be rounded in words.
_ABOUT = 0.05
#: What they paid, or what went wrong, and not what is given back.
_THEIR_PAYMENT = late(
    r"\byou(?:'d|'ve| had| have)? (?:paid|sent|transferred) (?:us |me )?(?:the |a |your )?(?:[£$€₦₹]|\d|deposit|money)"
    r"|\b(?:taken|charged|made|paid|billed) twice\b|\bout of your\b|\bstill went out\b|\bno (?:money|payment|sum|refund) has\b"
    r"|\b(?:sent|bounced|came|come) (?:it |that |them )?(?:straight |right )?back to (?:us|me)\b|\bbounced\b"
    r"|\bto (?:say|tell you|confirm|hear|check) (?:that |if )?(?:it|they|the money)(?:'s| is| has)\b",
    re.IGNORECASE,
)
_FIXWORDS = late(
    r"\b(?:fix|change|patch|update|new (?:process|rule|check|form|system|procedure|version|valve)|correction|improvement"
    r"|safeguard)\b",
    re.IGNORECASE,
)


#: The next sentence leaves open what this one tells.
_LEFT_OPEN = late(r"(?:that|this|it|which|they|these)(?: \w+)? (?:may|might|could)\b", re.IGNORECASE)


def unproved(draft: Draft) -> Iterator[Mark]:
    """C37: what is only assumed, or only told us, said as if it were known; not what they told, where it is read back to them."""
    settled = draft.context.fault == "established"  # then what they told us is what happened
    for fact in draft.context.facts:
        told = fact.status == "told"
        if fact.status == "verified" or (told and (draft.context.stage in {"first_reply", "public_reply"} or settled)):
            continue
        keywords = (
            [word for word in fact.keywords if word.lower() not in _GENERAL]
            or list(fact.keywords)
            or [word for word in re.findall(r"[^\W_]{4,}", fact.text) if word.lower() not in _GENERAL]
        )
        for at, sentence in enumerate(draft.body):
            if sentence.words.endswith("?") or (told and _OF_THEIRS.search(sentence.words)):
                continue
            if draft.body[at + 1 : at + 2] and _LEFT_OPEN.match(draft.body[at + 1].words):
                continue
            met = [place for word in keywords if (place := _stands(word, sentence.words)) is not None]
            if keywords and len(met) >= max(1, (len(keywords) + 1) // 2) and not _doubted(sentence.words, max(met)):
                yield Mark(
                    sentence.start,
                    sentence.end,
                    f"Only {fact.status} so far: {fact.text}." if not told else f"Only told us so far: {fact.text}.",
                    "Say that you believe it and are checking.",
                )
                break


def _stands(keyword: str, words: str) -> int | None:
    """Where the keyword stands in these words, in whatever form; None where it does not."""
    low = words.lower()
    if " " in keyword:
        at = low.find(keyword.lower())
        return None if at < 0 else at
    sought = stem(keyword)
    return next((one.start() for one in re.finditer(r"[^\W_]+", low) if stem(one[0]) == sought), None)


def _doubted(words: str, last: int) -> bool:
    """Whether the words leave it open; "could" and "until" only up to the end of the clause with the last keyword."""
    turn = _CLAUSE.search(words, last)
    end = turn.start() if turn else len(words)
    return bool(_BELIEVED.search(words) or _HEDGED.search(words[:end]))


def overstated(draft: Draft) -> Iterator[Mark]:
    """C49: done, says the draft; not done, says the record."""
    context = draft.context
    if not context.remedies and context.fix_state not in {"none", "planned"}:
        return
    for sentence in draft.body:
        words = sentence.words
        done, approved = _STATED_DONE.search(words), _STATED_APPROVED.search(words)
        if not (done or approved) or words.endswith("?") or _THEIR_PAYMENT.search(words):
            continue
        said = done or approved
        if said is None or _PENDING.search(words[max(0, said.start() - 40) : said.start()]):
            continue
        if remedy := _not_so_far(context.remedies, words, done, approved):
            why = f"On record it is {remedy.state.replace('_', ' ')}{f': {remedy.said}' if remedy.said else ''}."
            yield Mark(sentence.start, sentence.end, why, "Say what is so today, and what comes when.")
            continue
        if context.fix_state in {"none", "planned"} and done and _of_fix(context.fix_text, words):
            why = f"On record the fix is {'planned' if context.fix_state == 'planned' else 'not begun'}."
            yield Mark(sentence.start, sentence.end, why, "Say when it will be done.")


def _not_so_far(
    remedies: Sequence[Remedied], words: str, done: re.Match[str] | None, approved: re.Match[str] | None
) -> Remedied | None:
    """The remedy that these words say is done, or approved, while it is not; None where one that they may speak of is."""
    meant = [one for one in remedies if _of_kind(one.kind, words) and not _of_another_sum(one.said, words)]
    if any(one.state == "done" for one in meant):
        return None
    approved_only = approved and not (done and "approved" not in done[0].lower())
    on_its_way = done and _ON_ITS_WAY.search(words)
    agreed = approved and re.search("agreed|confirmed", approved[0])
    for one in meant:
        if on_its_way and one.state == "scheduled":
            continue
        if not (approved_only and one.state in {"approved", "scheduled"}) and not (agreed and one.state == "agreed"):
            return one
    return None


def _of_another_sum(said: str, words: str) -> bool:
    """Whether sums are named in the words, and none of them is the one on record."""
    on_record = [float(one) for one in re.findall(r"\d+(?:\.\d+)?", said)]
    named = [float(one.number) for one in amounts(words) if one.number is not None]
    return bool(on_record and named) and not any(
        abs(one - other) <= _ABOUT * other for one in named for other in on_record
    )


def _of_kind(kind: str, words: str) -> bool:
    pattern = _KINDS.get(
        kind.lower().replace(" ", "_"), rf"{re.escape(kind)}\w*|{_SUM}|cheque|claim" if kind else r"\w"
    )
    return re.search(rf"(?:\b|(?<=\s))(?:{pattern})", words, re.IGNORECASE) is not None


def _of_fix(fix: str, words: str) -> bool:
    own = {stem(word) for word in re.findall(r"[^\W_]{3,}", fix.lower())} - {"the", "and", "new"}
    said = {stem(word) for word in re.findall(r"[^\W_]{3,}", words.lower())}
    return (
        len(own & said) >= max(1, round(len(own) * 0.5))
        if own and not _FIXWORDS.search(words)
        else bool(_FIXWORDS.search(words))
    )
