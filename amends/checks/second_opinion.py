"""What a check's rules find is held against how people word that fault: too unlike is let be, and much alike needs no rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from amends.checks.honesty.truth import SAFETY_WORDS
from amends.drafts.cue import late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from amends.drafts.draft import Draft


def _always(draft: Draft) -> bool:
    return bool(draft.said)


def _never(draft: Draft) -> bool:
    return not draft.text


def _harm(draft: Draft) -> bool:
    return draft.context.harm


def _dangerous(draft: Draft) -> bool:
    return (
        draft.context.harm or draft.context.severity in {"serious", "critical"} or SAFETY_WORDS.first(draft) is not None
    )


def _unmended(draft: Draft) -> bool:
    return draft.context.fix_state != "done"


def _public(draft: Draft) -> bool:
    return draft.context.public


def _not_yet_known(draft: Draft) -> bool:
    return draft.context.fault != "established" or draft.context.locked


def _established(draft: Draft) -> bool:
    return draft.context.fault == "established"


def _unasked(draft: Draft) -> bool:
    return draft.context.stage not in {"notice", "follow_up"} and not draft.context.asked_why


def _unagreed(draft: Draft) -> bool:
    return not draft.context.consented_work and draft.context.stage != "gift_note"


def _grave(draft: Draft) -> bool:
    context = draft.context
    return (
        context.severity in {"serious", "critical"} or bool(context.flags & {"safety", "bereavement"}) or context.upset
    )


#: Steps on a device of their own, a word in private, an answer to what they asked: no work of ours.
_THEIR_OWN = late(
    r"https?://|\b(?:DM|direct message|private message|have you tried|restart\w*|re-?install\w*|sign(?:ing)? out"
    r"|log(?:ging)? out|reboot\w*|keep (?:us|me) posted|follow the steps|when you contacted|message us with|go to the link"
    r"|report (?:\w+ ){0,4}scams?|post it here|cache|cookies|unplug"
    r"|feel free to (?:get in|contact|reach|call|message|ask)|(?:urge|encourage|invite) you to (?:contact|speak|reach|ask|tell)"
    r"|click (?:here|below|on|the)|check (?:the|our|your) (?:app|website|site|page)|visit (?:the |our "
    r"|this )?(?:following )?(?:url|link|web|site|page)"
    r"|go(?:ing)? back to (?:the|your) (?:old|other|previous|first)|check your (?:e-?mails?|inbox|spam)|let (?:us|me) know (?:how|if"
    r"|the results?))\b",
    re.IGNORECASE,
)
_COME_AGAIN = late(
    r"\bhelp(?:s|ing|ed)? (?:us )?(?:to )?(?:improve|better|be better|do better"
    r"|learn|grow)\b|\bplans include\b|\b(?:hope"
    r"|look forward|looking forward|welcom\w+|pleasure|love)\b[^.!?]{0,60}\b(?:again|back|next (?:time|visit|stay|trip))\b",
    re.IGNORECASE,
)
_THANKED_FOR_REVIEW = late(
    r"\bthank(?:s| you)?(?: so much| very much| again)? for (?:your|the|taking|leaving|posting|writing|sharing)\b",
    re.IGNORECASE,
)
_ANSWERED = late(
    r"\b(?:have|has|we've|I've) (?:just |now |already )?(?:responded|replied|answered|sent you)\b", re.IGNORECASE
)
_VOW = late(
    r"\b(?:again|never|ever|last (?:time|one)|promise\w*|assure\w*|guarantee\w*|won't|will not|future|lessons?|learn\w*"
    r"|chang\w+|steps?"
    r"|measures?|improv\w+|past|repeat\w*|one-off|trust|word)\b",
    re.IGNORECASE,
)
_WORD = late(
    r"\b(?:reviews?|ratings?|stars?|feedback|posts?|posting|comments?|testimonials?|say|said|tell|quiet\w*|silen\w+|mention\w*|speak"
    r"|discuss|word|writ\w+|public\w*|tweets?|socials?|complain\w*|between us|take (?:it|that|this) down|remov\w+"
    r"|delet\w+|gone)\b",
    re.IGNORECASE,
)
#: A plain question blames nobody; "why did you" may.
_SAID = late(r"[^?\s](?<![?])[^\w?]*$|\bwhy\b|\b(?:didn't|did not|couldn't|shouldn't) you\b", re.IGNORECASE)
_PLEASED = late(
    r"\b(?:pleased|glad|happy|delighted|thrilled|great|lovely)(?: \w+){0,2}? (?:that )?you (?:enjoyed|liked|loved|had|found"
    r"|felt|chose)\b",
    re.IGNORECASE,
)
#: We pay, or have given it back.
_ON_US = late(
    r"\bat (?:our|my) (?:own )?(?:cost|expense)\b|\b(?:I|we)(?:'ve| have)? (?:\w+ )?(?:credited|waived|refunded|reversed|paid|covered"
    r"|repaid|reimbursed|taken off|struck off)\b",
    re.IGNORECASE,
)
#: It works again, or they asked for the vow.
_BACK_AGAIN = late(
    r"\b(?:lit|on|open|up|running|working|warm|back|in use) again (?:since|from)\b|^\W*you (?:asked|wanted|told|wrote|said)\b",
    re.IGNORECASE,
)
#: The record speaks for them.
_PROVES_THEM = late(
    r"\b(?:records?|logs?|recording|notes?|till|system) (?:do |does )?(?:show|say|confirm|tell)s? (?:us |me )?(?:that )?"
    r"(?:you (?:rang|called|phoned|wrote|told|asked|paid|reported)\b(?![^.!?]*\b(?:late|only|after|never|not)\b)"
    r"|(?:we|I) (?:sent|charged|took|billed)\b[^.!?]{0,20}\b(?:twice|double|wrong|late|two))|^\W*your letter\b",
    re.IGNORECASE,
)
#: What others choose is told, and not what they bear.
_CHOSEN = late(
    r"\b(?:most|many) (?:of our )?\w+ (?:pick|choose|prefer|go for|ask for|opt for)\b(?![^.!?]*\b(?:without|complain\w*|never"
    r"|happy|fine)\b)",
    re.IGNORECASE,
)
#: What they may do is told them.
_THEIR_WAY = late(
    r"\byou (?:may|can|could|are free to|are welcome to|have (?:every|the) right to) (?:\w+ )?(?:take|go|speak|write|complain"
    r"|report|ask|tell)\b",
    re.IGNORECASE,
)
#: A question takes nothing for granted.
_ASKED = late(r"^\W*(?:is there|do you|will you|would you|are there|does (?:he|she|anyone))\b[^?]*\?", re.IGNORECASE)
_FRAUD = late(r"\b(?:phishing|scams?|fraud\w*|spoof\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault whose wordings were learned: its label, in which cases it is one, and what is told where no rule speaks.

    `stand`: when what a rule found stays found, since a house adds phrases of its own to the rules, or much hangs on it.
    `spared`: what the words of a sentence are that is none of this fault, whoever says it is; `asks`: words that a sentence must
    hold where no rule speaks; `mistaken`: words that what was learned takes for this fault, while a rule may know better;
    `beside`: it may be told by a sentence beside the one that a rule marks. `alike`: other faults whose wordings this one may have.
    """

    label: str
    told: str
    holds: Callable[[Draft], bool] = _always
    stand: Callable[[Draft], bool] = _never
    spared: re.Pattern[str] | None = None
    asks: re.Pattern[str] | None = None
    mistaken: re.Pattern[str] | None = None
    beside: bool = False
    alike: tuple[str, ...] = ()


#: By check. Of a fault that hangs on the rest of the message its check adds the sentences itself (`Draft.worded`).
FAULTS: Final[dict[str, tuple[Fault, ...]]] = {
    "C02": (Fault("C02", "Sorry for what they feel, not for what was done."),),
    "C06": (Fault("C06", "An apology for whatever it may have been."),),
    "C07": (Fault("C07", "The apology is taken back.", _never, beside=True),),
    "C08": (Fault("C08", "It makes what happened smaller than it was for them."),),
    "C09": (Fault("C09", "It proves us right.", mistaken=_PROVES_THEM),),
    "C10": (Fault("C10", "It tells them that it was their own fault.", spared=_FRAUD, asks=_SAID),),
    "C11": (Fault("C11", "It lays the fault on somebody else."),),
    "C12": (
        Fault("C12A", "It says that it was our fault before that is known.", _not_yet_known, _harm),
        Fault("C12H", "It doubts what is established.", _established),
    ),
    "C13": (Fault("C13", "An excuse that nobody asked for.", _unasked),),
    "C14": (Fault("C14", "A refusal with nothing in its place.", _never),),
    "C16": (Fault("C16", "An assurance with no act behind it.", _never),),
    "C19": (Fault("C19", "Passed on, with nothing in it for them.", _never),),
    "C21": (Fault("C21", "A word of the house that they need not know.", stand=_always),),
    "C24": (Fault("C24", "Too familiar for what happened.", _grave, _always),),
    "C26": (Fault("C26", "It makes them do the work.", _unagreed, spared=_THEIR_OWN),),
    "C27": (Fault("C27", "They are asked to pay for our failure.", mistaken=_ON_US),),
    "C28": (Fault("C28", "A token before they were asked.", lambda draft: draft.context.wish_asked is False),),
    "C31": (
        Fault(
            "C31", "It vows, and names nothing that was changed.", _unmended, spared=_COME_AGAIN, asks=_VOW, mistaken=_BACK_AGAIN
        ),
    ),
    "C35": (Fault("C35", "It names nothing that they could picture."),),
    "C38": (Fault("C38", "News without a time for the next.", spared=_ANSWERED),),
    "C39": (Fault("C39", "It argues in public, or tells what is theirs.", _public, alike=("C09", "C10")),),
    "C40": (Fault("C40", "Harm or their way to the law is made small.", _dangerous, _harm, mistaken=_THEIR_WAY),),
    "C41": (Fault("C41", "What is given is tied to a review or to silence.", spared=_THANKED_FOR_REVIEW, asks=_WORD),),
    "C42": (Fault("C42", "It presses them to stay.", spared=_PLEASED),),
    "C45": (Fault("C45", "Cheer where somebody is upset.", lambda draft: draft.context.upset),),
    "C46": (Fault("C46", "It takes for granted what they are like.", mistaken=_ASKED),),
    "C50": (Fault("C50", "It holds others up to them.", mistaken=_CHOSEN),),
}  # fmt: skip

#: Good things, which some checks look for in vain: thanks, and what it did to them.
GOOD_THINGS: Final = ("G2", "G3")


def heard(check: str, marks: Callable[[Draft], Iterator[Mark]], draft: Draft) -> Iterator[Mark]:
    """The marks of a check that stand after the second opinion, then those that it adds."""
    faults = [fault for fault in FAULTS.get(check, ()) if fault.label in draft.leanings]
    if not faults:
        yield from marks(draft)
        return
    seen: set[int] = set()
    likely = _likely(faults, draft)
    spared = [fault.spared for fault in faults if fault.spared]
    if likely:
        for mark in marks(draft):
            told = range(draft.index(mark.start), draft.index(max(mark.start, mark.end - 1)) + 1)
            if any(one.search(draft.sentence(mark.start)) for one in spared):
                continue
            if mark.start == mark.end == draft.missing or not likely.isdisjoint(told):
                seen.update(told)
                yield mark
    for fault in faults:
        places = draft.worded(fault.label)
        if places and fault.holds(draft):
            for sentence in places:
                if draft.index(sentence.start) not in seen and _may_be(fault, sentence.words):
                    yield Mark(sentence.start, sentence.end, fault.told)


def _may_be(fault: Fault, words: str) -> bool:
    if any(one and one.search(words) for one in (fault.spared, fault.mistaken)):
        return False
    return fault.asks is None or fault.asks.search(words) is not None


def _likely(faults: Sequence[Fault], draft: Draft) -> set[int]:
    """The sentences in which a rule is believed."""
    if any(fault.stand(draft) for fault in faults):
        return {*range(len(draft.sentences))}
    found: set[int] = set()
    for fault in faults:
        for label in (fault.label, *fault.alike):
            least, leans = draft.wordings.bars[label][0], draft.leanings[label]
            if max(leans, default=least - 1) >= least:
                found.update([at for at, leaning in enumerate(leans) if leaning >= least or fault.beside])
    return found
