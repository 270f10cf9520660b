"""What the record carries: nothing only assumed said as known, nothing said done that is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.listening import stem
from amends.drafts.cue import late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.drafts.context import Remedied
    from amends.drafts.draft import Draft

_HEDGED = late(
    r"\b(?:believe|think|thought|may|might|could|seems?|appears?|likely|probably|perhaps|possibly|possible"
    r"|not (?:yet )?(?:sure|certain|know\w*|clear|confirmed)|don't (?:yet )?know|do not (?:yet )?know|check(?:ing)?"
    r"|confirm(?:ing)?|asking|find(?:ing)? out|whether|if|until|unless|(?:the )?\w+ says|you (?:say|said|told|wrote"
    r"|mention(?:ed)?)|as (?:I|we) understand|as you|suspect|guess|assum\w+|so far|looks? (?:like|as)|suggests?"
    r"|investigating|looking into|unclear|unknown|unconfirmed|no proof|cannot (?:yet )?(?:say|tell))\b",
    re.IGNORECASE,
)
_GENERAL = frozenset(
    ["order", "parcel", "refund", "item", "delivery", "money", "account", "service", "customer", "product"]
)


_STATED_DONE = late(
    r"\b(?:(?:has|have)(?: now| already| just| also)? been(?: \w+ly| now| already)? (?:processed|paid(?: out| back)?"
    r"|sent(?: out)?|issued|refunded|credited|completed|made|transferred|returned|approved|released|shipped|dispatched"
    r"|delivered|replaced|repaired|applied|added|fitted|installed|fixed|changed|put in place|deployed|rolled out|resolved"
    r"|done|implemented|introduced|updated|corrected)|(?:is|are|'s)(?: now| already| all){0,4} (?:live|done"
    r"|complete(?:d)?|fixed|in place|paid|sent|in your account|on your (?:card|account)|with you|fitted|installed|working"
    r"|up and running|finished)|(?:I|we)(?:'ve| have)(?: now| already| just| also){0,4} (?:processed|paid|sent|issued"
    r"|refunded|credited|transferred|returned|released|shipped|dispatched|replaced|repaired|applied|added|fitted"
    r"|installed|fixed|changed|put|rolled out|resolved|introduced)|(?:was|were) (?:processed|paid|sent|issued|refunded"
    r"|credited|shipped|dispatched|fitted|installed|fixed|made|replaced|completed)|went (?:out|live|through)|left (?:us"
    r"|our|today|yesterday)|(?:we|I) (?:refunded|paid|credited|sent|shipped|issued|replaced|repaired|fitted|installed"
    r"|fixed))\b",
    re.IGNORECASE,
)
_STATED_APPROVED = late(
    r"\b(?:is|are|was|has been|have been)(?: now| already| fully){0,4} (?:approved|authori[sz]ed|signed off|agreed"
    r"|confirmed)\b|\b(?:I|we)(?:'ve| have) approved\b",
    re.IGNORECASE,
)
_KINDS = {
    "refund": r"refund\w*|money|repaid|£|\$|€|repay\w*|reimburs\w*|paid", "credit": r"credit\w*|money|£|\$|€",
    "replacement": r"replac\w+|new (?:one|\w+)", "exchange": r"exchang\w+|swap\w*|replac\w+", "discount": r"discount\w*|\d+ ?%",
    "gift_card": r"gift|card|voucher", "voucher": r"voucher\w*|gift|code", "fee_waived": r"fee\w*|charge\w*|waive\w*",
    "repair": r"repair\w*|fix\w*|mend\w*", "redo": r"redo\w*|redone|again|remade", "visit": r"visit\w*|appointment",
    "missing_part": r"parts?", "delivery": r"deliver\w*", "correction": r"correct\w*",
}  # fmt: skip
_PENDING = late(
    r"\b(?:not|n't|once|when|until|if|will|waiting|awaiting|pending|after|goes|should|as soon|before|unless|to be)\b",
    re.IGNORECASE,
)
_FIXWORDS = late(
    r"\b(?:fix|change|patch|update|new (?:process|rule|check|form|system|procedure|version|valve)|correction|improvement"
    r"|safeguard)\b",
    re.IGNORECASE,
)


def unproved(draft: Draft) -> Iterator[Mark]:
    """C37: what is only assumed, said as if it were known."""
    for fact in draft.context.facts:
        if fact.status != "assumed":
            continue
        keywords = (
            [word for word in fact.keywords if word.lower() not in _GENERAL]
            or list(fact.keywords)
            or [word for word in re.findall(r"[^\W_]{4,}", fact.text) if word.lower() not in _GENERAL]
        )
        for sentence in draft.body:
            low = sentence.words.lower()
            stems = {stem(word) for word in re.findall(r"[^\W_]+", low)}
            met = sum(word.lower() in low if " " in word else stem(word) in stems for word in keywords)
            if (
                keywords
                and met >= max(1, (len(keywords) + 1) // 2)
                and not sentence.words.endswith("?")
                and not _HEDGED.search(sentence.words)
            ):
                yield Mark(
                    sentence.start,
                    sentence.end,
                    f"Only assumed so far: {fact.text}.",
                    "Say that you believe it and are checking.",
                )
                break


def overstated(draft: Draft) -> Iterator[Mark]:
    """C49: done, says the draft; not done, says the record."""
    context = draft.context
    for sentence in draft.body:
        words = sentence.words
        done, approved = _STATED_DONE.search(words), _STATED_APPROVED.search(words)
        if not (done or approved) or words.endswith("?"):
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
    meant = [one for one in remedies if _of_kind(one.kind, words)]
    if any(one.state == "done" for one in meant):
        return None
    approved_only = approved and not (done and "approved" not in done[0].lower())
    agreed = approved and re.search("agreed|confirmed", approved[0])
    for one in meant:
        if not (approved_only and one.state in {"approved", "scheduled"}) and not (agreed and one.state == "agreed"):
            return one
    return None


def _of_kind(kind: str, words: str) -> bool:
    pattern = _KINDS.get(kind.lower().replace(" ", "_"), rf"{re.escape(kind)}\w*" if kind else r"\w")
    return re.search(rf"(?:\b|(?<=\s))(?:{pattern})", words, re.IGNORECASE) is not None


def _of_fix(fix: str, words: str) -> bool:
    own = {stem(word) for word in re.findall(r"[^\W_]{3,}", fix.lower())} - {"the", "and"}
    said = {stem(word) for word in re.findall(r"[^\W_]{3,}", words.lower())}
    return (
        len(own & said) >= max(1, round(len(own) * 0.5))
        if own and not _FIXWORDS.search(words)
        else bool(_FIXWORDS.search(words))
    )
