"""Thanks: for what they did, in which words, and not for what they are still to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_PATIENCE = r"(?:patience|understanding|cooperation|co-operation|forbearance|indulgence)"
IN_ADVANCE = Cue(
    r"\b(?:thank(?:s| you|ing you)|grateful|gratitude|appreciate[ds]?|appreciation"
    r"|obliged)\b[^.!?;\n]{0,60}?\b(?:in advance|beforehand|anticipated|in anticipation)\b"
    r"|\b(?:in advance|in anticipation),? (?:for|of) your\b|\b(?:with|many|my|our) (?:advance|anticipated|anticipatory) thanks\b"
    rf"|\b(?:thank(?:s| you) for|we (?:thank you for|appreciate)|I appreciate"
    rf"|grateful for) your (?:\w+ )?(?:\w+ and )?{_PATIENCE}"
    r" (?:while|whilst|as|until|during this) [^.!?\n]{0,60}|\bthank(?:s| you) for bearing with\b(?! (?:us"
    r"|me) (?:through|since|all|so|these|those|over|last|when|then|that|over)\b)"
    r"|\bgrateful (?:to you )?already\b|\balready grateful\b"
    r"|\b(?:thank(?:s| you|ing you)|grateful|appreciate)\b[^.!?;\n]{0,50}?\b(?:ahead of time|beforehand|up front|already now)\b"
    r"|\b(?:thank(?:s| you)|grateful|appreciate)\b[^.!?;\n]{0,40}?\b(?:patience|understanding|forbearance|kindness"
    r"|help|time|trust"
    r"|support|cooperation) (?:that |which )?(?:you(?:'ll| will| shall| are going to|'re going to| are about to| may have to"
    r"| might have to| will have to)|(?:will|may|is going to|this is going to) (?:be )?(?:need\w*|take|require\w*|call for))\b"
    r"[^.!?\n]{0,40}|\b(?:thank(?:s| you)|grateful|appreciate)\b[^.!?;\n]{0,20}?\b(?:being (?:so |very )?(?:patient|understanding"
    r"|flexible)|holding on|hanging on|sitting tight|hanging in|(?<!\bfor\s)waiting)(?: with us| there"
    r"| a little longer)? (?:while"
    r"|whilst|until|till) (?:we|I|he|she|they|the [\w-]+|our [\w-]+|it)\b(?! (?:was|were|had|did|could|\w+ed)\b)"
    r"[^.!?\n]{0,40}|\byour (?:patience|understanding|forbearance|cooperation) (?:until|till|meanwhile|in the meantime"
    r"|over the next)\b"
    r"[^.!?\n]{0,40}\b(?:appreciated|thank\w*|noted|grateful)|\byour (?:patience|understanding|forbearance"
    r"|cooperation) (?:will be|would be|is going to be|in the meantime"
    r"|over the (?:next|coming))\b[^.!?\n]{0,30}|\b(?:thank(?:s| you)|grateful|obliged)\b[^.!?;\n]{0,20}?\byour (?:future|continued"
    r"|continuing|further|expected|coming) (?:patience|understanding|forbearance|cooperation)\b",
    "in advance|anticipat|while|whilst| as |until|till|during|bearing|ahead of|beforehand|up front|already now|patience"
    "|understanding|forbearance|kindness|help|time|trust|support|cooperation",
)
THANKS = Cue(
    r"\b(?:thank(?:s| you| u)|many thanks|cheers|ta|thx|tnx|(?:baie )?dankie|shukran|diolch|slainte"
    r"|go raibh maith agat|dhanyavaad|e se|dalu|nagode"
    r"|asante|mahalo|merci|good on (?:you|ya)|fair play to (?:you|ya)|hats off to you|well done|nice one|bless you"
    r"|credit to you|full marks to you"
    r"|all (?:the )?credit)(?: so much| very much| again| once more| once again| as well| too| both"
    r"| a million| a lot| ever so much| indeed| mate| pal| sir| madam)?(?: for"
    r"| to you for| to you both for| that you| because you)\b|\b(?:grateful|thankful)(?: to you| that| for)\b|\b(?:I"
    r"|we)(?: do| really"
    r"| truly| very much)? appreciate (?:you|your|that you|the (?:time|trouble|care|detail))\b|\bappreciate all\b"
    r"|\byour (?:\w+ )?patience[^.!?\n]{0,60}\bthank you\b|\bI (?:do )?thank you\b(?!,? in advance)|\bvalue that you (?:told"
    r"|wrote|said|rang|came)\b|\b(?:in your debt"
    r"|obliged to you|(?:a )?words? of thanks"
    r"|a big thanks?|thanks? (?:also |too |again )?(?:are|is|go|goes) (?:due |owed )?to you)\b"
    r"|\b(?:thankful|grateful)(?= (?:you|to (?:you|your)|for)|[.,;!])|\bmany thanks,? (?:sir|ma|madam|mr|mrs|ms|dr"
    r"|chief|oga)\b|\b(?:how|so|very|most) (?:good|kind|decent|generous|thoughtful|brave|patient) of you\b"
    r"|\bI(?:'m| am) (?:so |very |really )?glad (?:that )?you did\b|\byour (?:[\w-]+ )?(?:note|letter|call|photos?"
    r"|message|warning|detail|account|word|report|frankness|notes|pictures)(?: [\w-]+){0,5}? (?:did|gave|spared|saved"
    r"|helped|was|were|has been|is)"
    r" (?:us|me|you|a|an|of|so|very|the)\b(?: [\w-]+){0,3}? ?(?:service|favour|favor|help|use|trouble|gift|useful"
    r"|helpful|start|lead)\b"
    r"|\bdetails? you (?:gave|sent|wrote)(?: [\w-]+){0,4} (?:was|were) (?:a |of |so |very )?(?:\w+ )?(?:help|use"
    r"|useful|helpful)\b|\byou(?:'ve| have)(?: been| shown)(?: more than| so| very| nothing but)? patien(?:t"
    r"|ce)\b(?=[^.!?\n]{0,60}\b(?:thank|grateful|notic|saint))"
    r"|\b(?:glad|good of you"
    r"|kind of you|right of you|decent of you|brave of you|helpful of you)(?: that)?(?: you| to) (?:told|tell|wrote"
    r"|write|rang|ring|called|call|said"
    r"|say|let|raised|raise|flag|warn|warned|mention|speak|spoke|point|take|took|set|came|come|report|send|share"
    r"|explain)\b|\byou (?:were|did) (?:right|good|well) to (?:tell|write|ring|call|speak|say|raise|flag|report|ask"
    r"|complain|come|warn|let)\b"
    r"|\b(?:my|our|with|sincere|warm|all my|heartfelt) thanks\b|\bowe you (?:\w+ )?thanks\b|\bmuch obliged\b|\bappreciate (?:how"
    r"|what you)\b|\b(?:good|kind|patient|generous|decent|gracious) of you to (?:wait|stay|bear|stick|keep|put up|give|be|take)\b"
    r"|\b(?:I|we)(?:'m| am|'re| are)? (?:very |truly |most |so )?(?:appreciated|noticed and appreciated)\b"
    r"|\byour (?:\w+ )?(?:patience|note|letter|call|message"
    r"|honesty|kindness|care|courtesy|help|grace|trust)(?: \w+){0,4} (?:(?:is|was|has been|have been|were"
    r"|are)(?: (?:very|much|truly|really|so|not unnoticed))*"
    r" appreciated|means? a (?:lot|great deal)|meant a (?:lot|great deal)|helped)\b|\byou(?:'ve| have)? (?:did"
    r"|done) (?:us|me) a (?:\w+ )?(?:favour|favor|kindness|service)\b"
    r"|\bthank you(?:,| very)? (?:sir|madam|both|mr|mrs|ms|dr)\b[^.!?\n]{0,30}(?:for|that)\b",
    "thank|grateful|appreciat|glad|of you|you were|you did|obliged|cheers|ta for|thx|tnx|dank|shukran|diolch|slainte"
    "|raibh|dhanyav|e se|dalu|nagode|asante"
    "|mahalo|merci|in your debt|glad|your |detail|value that|patien|good on|fair play|hats off|well done|nice one"
    "|bless you|credit|full marks|did us|did me|to your credit",
)
_BARE_THANKS = late(
    r"\b(?:thank you|thanks)(?:[.!]|, (?:and|so|both|sir|madam|which|that|it|they)\b|;| - )", re.IGNORECASE
)


def thanked(draft: Draft) -> bool:
    """Whether they are thanked for something they did: not ahead, and not by a closing formula alone."""
    ahead = [found.span() for found in _in_advance(draft)]
    if any(not any(start <= found.start() < end for start, end in ahead) for found in THANKS.all(draft)):
        return True
    return any(
        re.search(
            r"\byou(?:r|'ve| have| were| waited| kept| took| sent| told| wrote| gave| did)?\b",
            draft.before(found.start()),
            re.IGNORECASE,
        )
        for found in _BARE_THANKS.finditer(draft.said)
        if draft.said[found.start() - 1 : found.start()] != "\n"
    )


#: "While I went through it": that is over.
_BORNE_ALREADY = late(
    r"\b(?:paying|paid|payment|booking|booked|ordering) (?:\w+ )?in advance\b|\bwh(?:ile|ilst) (?:I|we|it|this|he|she) (?:was"
    r"|were|went|looked|checked|worked|sorted|dug|read|found|got|waited|made"
    r"|spoke|\w+ed)\b",
    re.IGNORECASE,
)


def _in_advance(draft: Draft) -> list[re.Match[str]]:
    """Thanks for what is still to come; in a follow-up they have borne with us already."""
    after = draft.context.stage == "follow_up"
    return [
        one
        for one in IN_ADVANCE.all(draft)
        if not (after and one[0].lower().endswith("bearing with")) and not _BORNE_ALREADY.search(one[0])
    ]


def thanks(draft: Draft) -> Iterator[Mark]:
    """C03: thanks ahead at every stage; missing thanks in a first reply."""
    ahead = _in_advance(draft)
    why = "Thanks for patience that nobody has been asked for yet."
    yield from (Mark(*found.span(), why) for found in ahead)
    if not ahead and draft.context.stage == "first_reply" and not (thanked(draft) or draft.worded("G2")):
        yield Mark(draft.missing, draft.missing, "Nowhere are they thanked for telling us.")
