"""What binds nobody: other people's plans, timetables, opening hours, hopes, and what waits on the customer's choice. English only."""

from __future__ import annotations

import re

from amends.coach.promises.people import PARTICIPLE, STRANGER, TRADE
from amends.drafts.cue import late

#: What waits on the customer, or on nothing we do.
WAITS = late(
    r"\b(?:if|once|when|whenever|as soon as|after|unless|until|should|the (?:hour|moment|minute|day|second)|whichever"
    r"|whatever) you(?:'d|'re|'ve)?\b(?! (?:have(?:n't| not)|don't|do not) (?:hear|heard))|\b(?:(?:tell|send"
    r"|drop) (?:me|us)|let (?:me|us) (?:know|have|see)|give (?:me|us)(?! (?:until|till|today|(?:an?|one|two|\w+"
    r"|\d+) (?:minute|hour"
    r"|day|week|moment|bit|couple|few))))\b[^.;]{0,60}?\b(?:and|then)\b(?= (?:I|we|it)\b)|(?:^\W*(?:(?:if"
    r"|in that case)\b[^,.;]{0,40},\s+)?|\bplease |\bjust |\bonly )(?:reply|choose"
    r"|text|e-?mail|press|click|tap|pop|bring|come|drop|return|post|pick|answer|say|write|ring|call|sign"
    r"|confirm)\b[^.;]{0,50}?\b(?:and|then)\b(?= (?:I|we|it|(?:our|the) \w+)(?:'ll| will)\b)"
    r"|\b(?:once|when|as soon as|after|if) (?:I|we)(?:'ve| have)? (?:have|had|get|got|receive|received|hear|heard"
    r"|see) (?:back from you"
    r"|from you|your (?:answer|reply|photos?|form|signature|go-ahead|yes|ok|payment|bank|details|receipt|consent"
    r"|approval|choice))"
    r"|\b(?:subject to|on receipt of|pending) your\b|\b(?:provided|as long as|assuming|in case) you\b"
    r"|\bwith your (?:permission|agreement|ok|consent|approval)\b|\bif (?:that|this|it)(?:'s| is| would be)? (?:suits?"
    r"|works?|all right|okay|ok|fine|better|easier|convenient)\b|\bwould you\b|\bor (?:else )?you can\b|\b(?:at"
    r"|on) your (?:choice|request|word)\b",
    re.IGNORECASE,
)
HOURS = late(
    r"\b(?:we|the \w+|our [\w ]{1,30}|lines?|offices?|shop|store|workshop) (?:will |'ll )?(?:be |are |is )?(?:open"
    r"|closed"
    r"|staffed|available|here)\b|\bopening hours\b|\b(?:open|closed) (?:from|until|on|every)\b",
    re.IGNORECASE,
)
_HOPED = late(
    r"\b(?:hope(?:fully)?|wish|with luck|would love|look(?:ing)? forward|would like|aim to (?:please|provide)|might"
    r"|may be able)\b",
    re.IGNORECASE,
)
_OTHERS = late(
    r"(?:^|[,;]\s*|\b(?:and|but|that|because|so)\s+)(?:your (?:bank|neighbour|doctor|daughter|son|wife|husband|insurer"
    r"|landlord|solicitor|mother|father|employer|card issuer)|the (?:neighbours?|police|bank|court|council|weather"
    r"|market"
    r"|ombudsman|regulator|school)|they|he|she|it|some (?:customers|people)|other \w+|most \w+|everyone"
    r"|anyone|this|that|you(?! (?:will |'ll )?(?:(?:then |also |now |still )?(?:have|get|receive|hear|see"
    r"|be (?:refunded"
    r"|called|paid|credited|contacted|given|moved|sent|shown|met|driven|collected|picked|seen|upgraded|reimbursed"
    r"|compensated|told|informed|notified|updated|rung|phoned|rebooked|transferred|looked after)"
    r"|find))))(?: \w+){0,2}? (?:will|'ll|is going to|are going to)\b",
    re.IGNORECASE,
)
_STRANGER_SAYS = late(
    rf"\b(?<!what )(?:{STRANGER}|they|you|he|she)(?:'ve|'s)? (?:\w+ly |has |have |had )?(?:says?|said|tells?|told|reckons?"
    rf"|thinks?"
    r"|plans?|planned|expects?|announced?|promise[sd]?|writes?|wrote|intends?|wants?|means?|mentioned"
    r"|assures?|assured)\b|\byour (?:\w+ ){1,2}(?:told (?:me|us|you)|tells (?:me|us)|says|said)\b|\baccording to"
    r"|\b(?:their|his|her) (?:\w+ )?(?:page|site|website|letter|app|notice) (?:says|said)\b",
    re.IGNORECASE,
)
_STRANGER_WILL = late(
    rf"(?:^|[,;]\s*|\b(?:and|but|that|because|so)\s+)(?:{STRANGER}|their [\w-]+(?: [\w-]+)?)(?:'ll| will"
    r"|(?: is| are)(?: [a-z]+ing\b| going to))\b",
    re.IGNORECASE,
)  # fmt: skip
#: Whoever may be meant by a "he" or "she" that follows.
_PERSON = late(
    rf"(?P<theirs>\b(?:{STRANGER})\b)|\b(?:our|my|one of (?:our|my)|the) (?:[\w-]+ ){{0,2}}?(?:engineer|technician"
    rf"|driver|courier"
    r"|specialist|expert|agent|adviser|plumber|fitter|lead|colleague|manager|supervisor|director|electrician"
    r"|surveyor|assistant"
    r"|nurse|vet|tuner|chef|team|crew|carpenter|locksmith|mechanic)\b"
    rf"|\b(?:our|my|the) (?:[\w-]+ ){{0,2}}?{TRADE}\b|(?-i:\b[A-Z][a-z][\w'-]+\b)",
    re.IGNORECASE,
)
_HE = late(r"\W*(?:(?:and|but|so|then) )?(?:he|she|they)(?:'ll| will|'s | is | are |'re )", re.IGNORECASE)
#: What runs by a timetable runs without us.
_TIMETABLE = late(
    r"\b(?:bus|train|tram|ferry|flight|plane|coach|boat|sailing|shuttle|metro|show|film|match|concert|performance"
    r"|sale|offer"
    r"|voucher|policy|licence|warranty|doors|gates|term|mass|kick-off)\b[^.;]{0,30}?\b(?:leaves?|departs?|arrives?"
    r"|goes|runs?"
    r"|starts?|begins?|opens?|closes?|lands?|comes|gets in|ends?|expires?|is due|takes off|will (?:leave|depart"
    r"|arrive|land|expire))\b",
    re.IGNORECASE,
)
_WE_WILL = late(r"\b(?:I|we)(?:'ll|'m| will| shall)\b", re.IGNORECASE)


def binds_nobody(words: str, said: str, start: int) -> bool:
    """`words` stand in `said` from `start` on."""
    if HOURS.search(words):
        return True
    if _WE_WILL.search(words):
        return False
    if _TIMETABLE.search(words) or _STRANGER_SAYS.search(words) or _STRANGER_WILL.search(words) or _HOPED.search(words):
        return True
    if _HE.match(words):
        ours = _he_is_ours(said, start)
        if ours is not None:
            return not ours
    return bool(_OTHERS.search(words)) and not _is_ours(words)


def _he_is_ours(said: str, start: int) -> bool | None:
    """Whether the last person spoken of is one of us; None where nobody was."""
    person = None
    for person in _PERSON.finditer(said, max(0, start - 250), start):  # noqa: B007 - the last one
        pass
    return None if person is None else person["theirs"] is None


def _is_ours(words: str) -> bool:
    """He, she, they and it may be ours, where something is done for the customer."""
    return bool(
        re.match(
            r"\W*(?:he|she|they|it|this|that)(?:'ll| will| is going to)\b.{0,40}\b(?:you|your|be (?:with|ready|there|back|in touch|up|"
            rf"{PARTICIPLE})|call|ring|arrive|reach|leave|go out)\b",
            words,
            re.IGNORECASE,
        )
    )
