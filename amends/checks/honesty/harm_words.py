"""What may hurt somebody, how it is made small, who guards the law, and how one is kept from going to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.phrases.soothing_words import GUARD, LAW_SMALL, PERIL, SOOTHED
from amends.checks.remedy.redress import TOKEN
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_HAZARD = late(
    (
        r"\b(?:sparks?|sparking|(?:electric(?:al)? |small |mild |little )?shocks?\b(?! absorber)|burn(?:s|t|ed"
        r"|ing)?\b|scald\w*|smok(?:e|ed|ing)|fumes?|flames?|(?:of|the|smell\w*|a) gas|gas (?:leak|smell|hob|cooker"
        r"|boiler)|carbon monoxide|mou?ld\w*|rash\w*|hives|blister\w*|swell\w*|swollen|bulg\w+|itch\w*|tingl\w+"
        r"|numb\w*"
        r"|reaction|squeal\w*|railing|allerg\w+|nuts?|peanuts?|gluten|glass in|shard|choking|chok(?:e|ed)|swallow\w*"
        r"|poison\w*|vomit\w*|sick|ill\b|nausea|dizz\w+|faint\w*|chest|breath\w*|bleed\w*|blood|bruis\w+|injur\w+"
        r"|wound|cut (?:her|his|your)|hurt\b|fever|infect\w+|dos(?:e|age)\b|double dose|tablets|overdos\w+|brakes?"
        r"|brake pedal|steering|tyres?|seat ?belt"
        r"|airbag|warning (?:light|lamp)|(?:the|a|our|product|safety) recall|recall (?:list|notice)|cracks?"
        r"|cracked ladder|wobbl\w+|exposed wir\w+|bare (?:bit of )?(?:cable|wires?)|live wire|wiring|batter(?:y"
        r"|ies) (?:swell|bulg|gets?|is hot|heat)|overheat\w*|hot to the touch|(?:gets?|runs?|running) hot"
        r"|ceiling piece|plaster (?:fell|came)|ceiling|scaffold\w*|railing|lift dropped|the lift|the cot|crib"
        r"|high ?chair"
        r"|car seat|ladder|stairwell|chlorine|bleach|solvent|asbestos|lead paint|legionella|salmonella|e\.? coli"
        r"|contaminat\w+|spoil(?:ed|t)|out of date|past its date|raw|undercooked|pink in|tap water|the batch|the jar"
        r"|smell of|black spots|the spray|button (?:cell|battery)|one bead|beads?)\b"
    ),
    re.IGNORECASE,
)
_PRESENT = Cue(
    (
        r"\b(?:accept|have|enjoy|sending you|sent you|with|here is|here's) (?:an? |some |this "
        r"|our )(?:\w+ )?(?:hamper|bouquet|flowers|chocolates|bottle of \w+|fruit basket|basket|meal|dessert"
        r"|free \w+)\b|\bon the house\b|\bcredited (?:\w+ )?[\d,]+ points\b"
    ),
    "hamper|bouquet|flowers|chocolates|bottle|basket|meal|dessert|free|on the house|points",
)
_HAZARD_HINTS = (
    "spark", "shock", "burn", "scald", "smok", "fume", "flame", "gas", "monoxide", "mould", "mold", "rash",
    "hives", "blister", "swell", "swollen", "bulg", "itch", "tingl", "numb", "allerg", "reaction", "squeal",
    "nut", "gluten", "glass in", "shard", "chok", "swallow", "poison", "vomit", "sick", " ill ",
    "ill.", "ill,", "nausea", "dizz", "faint", "chest", "breath", "bleed", "blood", "bruis", "injur", "wound",
    "cut h", "cut y", "hurt", "fever", "infect", "dos", "tablet", "brake", "steering", "tyre", "seat", "airbag",
    "warning l", "recall", "crack", "wobbl", "wir", "cable", "batter", "heat", "hot", "ceiling",
    "plaster", "scaffold", "railing", "lift", "the cot", "crib", "chair", "ladder", "stairwell", "chlorine",
    "bleach", "solvent", "asbestos", "lead paint", "legionella", "salmonella", "coli", "contaminat", "spoil",
    "date", "raw", "undercooked", "pink", "tap water", "the batch", "the jar", "smell", "damp", "black spots",
    "the spray",
    "bead",
)  # fmt: skip
#: What harm does to a body; beside it every present looks like a price.
_INJURY = late(
    (
        r"\b(?:shocks?|burn(?:s|t|ed)?|scald\w*|carbon monoxide|gas (?:leak|smell)|mou?ld\w*|rash\w*|hives"
        r"|blister\w*|swell\w*|swollen|tingl\w+|allerg\w+|peanuts?|glass in|shard|chok\w+|poison\w*|vomit\w*"
        r"|bleed\w*|bruis\w+|injur\w+|infect\w+|overdos\w+|salmonella|contaminat\w+|dizz\w+|faint\w*|hospital"
        r"|reaction)\b"
    ),
    re.IGNORECASE,
)
_SMALL = Cue(
    (
        r"\b(?:(?:sounds?|looks?|seems?|appears?|is|was|are|were) (?:to be )?(?:very |only |quite |fairly |pretty "
        r"|perfectly |just )?(?:a )?(?:mild|minor|slight|superficial|normal|common|usual|manageable)\b"
        r"|they all do\b|hairline (?:crack|fracture|scratch)\w* (?:only|is|are|and)|over-?cautious|(?:nobody"
        r"|no one) has ever|nothing (?:that"
        r"|which) need(?:s)? concern|nothing to concern|one (?:small|tiny|little) (?:piece|bit|splinter|sliver)"
        r"|no need to see (?:anybody|anyone)|should (?:hold|be fine|be all right)"
        r"|only (?:on|at|in) the (?:surface|edge|outside|skin)|(?:nothing|not (?:a thing|something"
        r"|anything)) (?:(?:to be |you need be )?(?:concerned|worried|alarmed|to worry|to fear|to fret|to panic"
        r"|sinister|untoward|out of the ordinary)|that (?:will|would|can) (?:hurt|harm))|(?:is|are|'s|was"
        r"|were) (?:(?:just|only|simply|merely|quite|perfectly|all|entirely|really|pretty) ){0,2}(?:how (?:that|this"
        r"|the|those|these|it) [\w ]{1,20}|par for the course|part (?:and parcel )?of"
        r"|ordinary|typical|a (?:formality|precaution|known [\w ]{1,20}|natural [\w ]{1,20}|cosmetic [\w ]{1,20}"
        r"|quirk|technicality|matter of taste)|cosmetic|purely (?:cosmetic|precautionary)|precautionary|expected(?! (?:to"
        r"|at|by|on)\b)"
        r"|only (?:loose|names|minor|small)|weak|harmless|well within|below the (?:limit|threshold)|trivial"
        r"|all right|fine|grand|ok(?:ay)?|safe enough)\b(?! for (?:us|me))"
        r"|(?:fades?|passes|pass|clears?(?: up)?|goes away|wears? off|settles?(?: down)?|disappears?|will be gone"
        r"|gone)(?: by (?:itself|themselves)| on (?:its|their) own| in a (?:day|few|week)| after a| within a| soon"
        r"| with time| quickly| straight)\b|generally passes\b|never (?:hurt|harmed|killed|did) (?:anyone|anybody"
        r"|any harm|nobody)\b|no one ever died\b"
        r"|(?:it was|just|only|at most|merely|hardly|barely) (?:a |the )?(?:tiny|small|wee|trace|minute|slight|bit"
        r"|little|very small) ?(?:amount|quantity|trace|bit|of|one)?\b|at most\b|only a (?:trace|touch|hint|bit"
        r"|small|little)\b|(?:one|a) (?:\w+ )?(?:spoon|bite|sip|dose|drop|portion)\w* (?:will|would|won't"
        r"|can't) (?:not )?(?:do|hurt|harm)\b"
        r"|you(?:'ll| will)(?: both| all)? be (?:grand|right|ok|okay|all right|alright|just fine|fine)\b"
        r"|missed (?:the|you|her|him|it|them) by\b|(?:would|'d|should|need)(?: not|n't) (?:read too much|worry|panic"
        r"|lose sleep|be (?:alarmed|worried|concerned)|make a fuss)\b|don't (?:worry|panic|fret|lose sleep"
        r"|read too much)\b|no (?:need|call|reason|cause) (?:for|to see|to go to|to call|to ring) (?:a |the "
        r"|any )?(?:doctor|gp|hospital|alarm|"
        r"concern|fire brigade|ambulance|evacuat\w+|nurse)\b|for any old reason\b|before making a fuss\b"
        r"|many (?:owners|customers|people|users|parents) (?:use|eat|drink|drive|have|get|report)\b|(?:nobody"
        r"|no one)(?: else)? (?:has|have|was|were|got) (?:been )?(?:seriously |badly |actually )?(?:ill|hurt|sick"
        r"|injured|harmed|complained)\b|to our knowledge\b|(?<!number )(?<!phone )still (?:usable|works|charges|holds"
        r"|runs|edible|drinkable"
        r"|roadworthy|wearable)\b"
        r"|(?:will|should|'ll) (?:hold|last|do|see you|get you|keep|be fine|manage)(?: fine| up| out)?(?: until"
        r"| till| for| through| home)\b|(?:was|were|are) open anyway\b|has a (?:spring|fuse|guard"
        r"|cut-?out) for that\b|a natural product\b|bit of (?:smoke|mould|gas|dust|heat|fumes)\b|(?:sounds|looks"
        r"|seems) worse than\b|a (?:good|known) sign\b|the body gets used\b|everyone (?:gets|has)\b)"
    ),
    (
        "nothing|not |is|are|'s|was|were|fade|pass|clear|away|wear|settle|disappear|gone|never|ever died|just|only"
        "|at most|merely|hardly|barely|spoon|bite|sip|dose|drop|portion|you'll|you will|missed|n't|don't|no need|no call"
        "|no reason|no cause|any old|fuss|many |nobody|no one|knowledge|still|hold|last|natural|bit of|worse|sign"
        "|everyone|hairline|cautious|concern|should|one "
    ),
)
_GO_ON = Cue(
    (
        r"\b(?:carry on|continue(?: the| with| to| using| taking)?|keep (?:on )?(?:us|eat|tak|driv|wear|apply|drink"
        r"|play|sleep|swimm|going|cook|spray)\w*|go on (?:us|eat|tak|driv|wear)\w*|drive on"
        r"|drive (?:it )?as (?:normal|usual)|drive home|finish (?:the|it|your|off)|eat (?:round|around|the rest)"
        r"|cut (?:off|out|away|round) the|scrape (?:off|it|the)|(?:fine|safe|ok|okay|all right|good) to (?:drive|use"
        r"|eat|drink|wear|ride|touch|sleep|leave|run|keep|climb|stand)|(?:leave|keep) it (?:running|plugged|on)"
        r"|use it (?:straight|as|until|for now|anyway|all the same)|use as (?:normal|usual)"
        r"|(?<!I )(?<!we )can (?:still )?(?:sleep|sit|be used|use it|eat|drive|ride|wear|drink)|wait and see"
        r"|put a (?:book|bit"
        r"|piece)|tape (?:over|it)|let the \w+ be|perfectly all right to|keep the doors shut|ride it|wear it in"
        r"|leave it plugged|pull the|open the (?:back|panel|casing)|just rinse|wipe it off"
        r"|give it a rinse)\b[^.!?;\n]{0,40}"
    ),
    (
        "carry on|continue|keep|go on|drive|finish|fine to|safe to|ok to|okay to|right to|good to|running|eat|cut"
        "|scrape|use |can |wait and|put a|tape|let the|perfectly|ride|wear|leave it|pull|open the|rinse|wipe"
    ),
)
_AWAY = Cue(
    (
        r"\b(?:(?:taking us to|going to|a trip to|involving) (?:the )?(?:court|tribunal|police|ombudsman"
        r"|regulator)s? (?:will|would) (?:only )?(?:cost|take|slow|delay|hurt)[^.!?;\n]{0,40}"
        r"|(?:only )?a technical breach\b[^.!?;\n]{0,40}|(?:make"
        r"|makes) up for (?:your|the|her|his) [^.!?;\n]{0,20}(?:fall|injury|burn|scare|accident|shock|rash|bite)"
        r"|(?:no(?: real| good)?|not(?: much)?|little|without|hardly any|don't|do not|wouldn't|needn't|need not"
        r"|rather not|not worth|isn't worth|against|instead of|prefer (?:not|to)[^.!?;\n]{0,50}without"
        r"|better off not)(?: need| call| reason| point| use| sense| necessary| worth| want)*(?: to| in| for"
        r"| of)? ?(?:\w+ ){0,2}?(?:involv\w+|bring\w*|get\w*|call\w*|contact\w*|tell\w*|report\w*|go\w*|"
        r"trouble|troubling|rais\w+|file|filing|tak\w+|drag\w*|mention\w*|inform\w*|notify\w*|run\w*"
        rf"|complain\w*)(?: \w+){{0,4}}? (?:the |any |a |your |our )?{GUARD}\b[^.!?;\n]{{0,40}}"
        rf"|{GUARD}\b[^.!?;\n]{{0,40}}?\b(?:needn't|need not|needs? (?:not|never)|don't need to|doesn't need to"
        r"|would only|will only|rarely|won't (?:help|change|get|care|be interested|do)|wouldn't (?:help|change|care"
        r"|be interested)|has no (?:say|power|interest)|have no (?:say|power|interest)|(?:don't|doesn't|does not"
        r"|do not|didn't) (?:apply|cover|count|matter|stretch|bind|reach)|is (?:a grey area|only a guideline"
        r"|just a guideline|a big word|withdrawn|dropped|matters? closed|not for)|are only guid\w+|may say"
        r"|might say|that the matter is closed)\b[^.!?;\n]{0,40}"
        r"|(?:drop|withdraw|cancel|forget|hold off|leave|call off|close|let go of|shelve)(?: \w+)? (?:the |your "
        rf"|this |that |any )?(?:\w+ )?(?:{GUARD}|lawsuit|legal claim)\b[^.!?;\n]{{0,40}}|(?:whatever"
        rf"|never mind what|no matter what|regardless of what|despite what) (?:the )?{GUARD}[^.!?;\n]{{0,30}}"
        r"|no law against\b[^.!?;\n]{0,40}"
        r"|(?:settle|keep|sort|resolve|deal with) (?:this|it|things|that|the matter) (?:\w+ )?(?:between (?:us"
        r"|ourselves|you and (?:me|us))|in-?house|informally|privately|amongst ourselves)\b[^.!?;\n]{0,60}"
        r"|(?:grey|gray) area\b[^.!?;\n]{0,50}|discrimination is (?:a |not )[^.!?;\n]{0,40}"
        r"|the moment your (?:solicitor|lawyer)[^.!?;\n]{0,40}"
        r"|(?:do not|don't|not|never) (?:to )?(?:raise|report|take|mention|discuss"
        rf"|disclose) (?:\w+ ){{0,3}}?(?:with|to) (?:your |the |any |an )?(?:{GUARD}|food safety"
        r"|anyone else)\b[^.!?;\n]{0,30}|(?:no report is made to|accident (?:form|report"
        r"|book) says)\b[^.!?;\n]{0,40})"
    ),
    (
        "solicitor|lawyer|attorney|court|tribunal|legal|regulator|ombudsman|authorit|police|trading standards|health"
        "|fire|inspector|council|data protection|commissioner|consumer|the law|no law|rule|union|insur|small claims"
        "|subject|discriminat|equality|statutory|watchdog|labour|between|in-house|inhouse|informally|privately|ourselves"
        "|grey area|gray area|no report|accident|lawsuit|anyone else|food safety|technical breach|up for"
    ),
)
_KEPT_SAFE = late(
    (
        r"\?$|\b(?:what(?:'s| is) safe|stop(?:ped)? (?:using|taking|eating|at once|now)|don't (?:use|drive|eat|touch"
        r"|carry|take|plug"
        r"|wear|let|sleep)|do not (?:use|drive|eat|touch|carry|take|plug|wear|let)|unplug\w*"
        r"|switch(?:ed)? (?:it )?off|throw|see (?:your|a) doctor|doctor should|call 999|ring 112|emergency"
        r"|not normal|isn't (?:safe|normal)|not safe|can't tell you it's safe|must not|tested|certificate"
        r"|until \w+ has (?:been|tested|checked)"
        r"|held (?:every|all|the|back)|off (?:sale|the (?:shelf|shelves|menu|rack))|ring me|whatever you decide"
        r"|welcome to|every right|right to|your choice|regardless|whether you"
        r"|never normal|can't wait|leave it (?:off|unplugged))\b"
    ),
    re.IGNORECASE,
)
_FOR_LAW = late(
    (
        r"\?$|\b(?:every right|right to|welcome to|whether you|regardless|whatever you|do (?:please )?call|please do"
        r"|sorry|we reported|I reported|asked a|your choice|if you (?:like|wish|want))\b|\b(?:has"
        r"|have) nothing to do with\b"
    ),
    re.IGNORECASE,
)
_DOWN, _STOP = "Possible harm is played down.", "Tell them to stop using it, and who calls them when."


#: "I have asked Bola to carry on with it": that is one of ours.
_ASKED_TO = late(
    r"\b(?:asked|has agreed|will be) (?!you)[\w ]{2,30} to $|\bso (?:that )?(?:it|that|this)(?:'s| is) $", re.IGNORECASE
)


def harm_made_small(draft: Draft) -> Iterator[Mark]:
    """A hazard and a soothing word, "carry on" or a present in the same breath; and the law kept at a distance."""
    hazards = [number for number in draft.holding(_HAZARD_HINTS) if _HAZARD.search(draft.sentences[number].words)]
    if hazards:
        near = {one + by for one in hazards for by in (-1, 0, 1)}
        soothed = [
            one
            for number in hazards
            for one in _SMALL.pattern.finditer(draft.said, draft.sentences[number].start, draft.sentences[number].end)
        ]
        soothed += [
            one
            for one in _GO_ON.all(draft)
            if draft.index(one.start()) in near
            and not _ASKED_TO.search(draft.said, max(0, one.start() - 50), one.start())
        ]
        for found in soothed:
            if not _safe(draft, found.start()):
                yield Mark(found.start(), found.end(), _DOWN, _STOP)
        if not any(one.agreed for one in draft.context.remedies):
            hurt = {one + by for one in hazards if _INJURY.search(draft.sentences[one].words) for by in (0, 1)}
            for found in (*TOKEN.all(draft), *_PRESENT.all(draft)) if hurt else ():
                number = draft.index(found.start())
                if number in hurt and not _KEPT_SAFE.search(draft.said):
                    yield Mark(
                        found.start(),
                        found.end(),
                        "A token beside harm looks like buying it off.",
                        "Take it out; safety comes first.",
                    )
    yield from _soothed(draft)
    for found in (*_AWAY.all(draft), *LAW_SMALL.all(draft)):
        if not _FOR_LAW.search(draft.sentence(found.start())):
            yield Mark(found.start(), found.end(), "Their way to the law is played down.")


def _soothed(draft: Draft) -> Iterator[Mark]:
    for found in SOOTHED.all(draft):
        here = draft.sentence(found.start())
        ours = _ASKED_TO.search(draft.said, max(0, found.start() - 50), found.start() + 3)
        if not (ours or here.endswith("?") or _safe(draft, found.start())):
            beside = here.replace(found[0], " ")
            if PERIL.search(beside) or PERIL.search(draft.before(found.start())):
                yield Mark(found.start(), found.end(), _DOWN, _STOP)


def _safe(draft: Draft, start: int) -> bool:
    return (
        _KEPT_SAFE.search(draft.sentence(start)) is not None
        or re.search(
            r"(?:\b(?:not|never|no longer)|n't)\b[^.!?;\n]{0,15}$",
            draft.said[max(0, start - 25) : start],
            re.IGNORECASE,
        )
        is not None
    )
