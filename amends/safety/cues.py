"""Words that say that somebody was hurt or could have been. Better one alarm too many: a person decides, a machine only wakes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HARM = re.compile(
    r"""\b(?:
      injur\w+ | hurt\s+(?:my|his|her|their|the|a|our)\s?\w* | (?:was|were|got|been|being|badly)\s+(?:hurt|burnt|burned|scalded|poisoned|shocked|electrocuted)
    | burn(?:s|t|ed)?\s+(?:my|his|her|their|our|on|a\s+hole) | burns?\b(?=.{0,20}(?:hand|skin|face|arm|finger|leg)) | scald\w* | electrocut\w*
    | electric\s+shock | (?:gave|got|had)\s+(?:me|him|her|them|us)?\s*an?\s+(?:electric\s+)?shock | smok(?:e|ing|ed)\b(?!\s+alarm) | caught\s+fire | on\s+fire | flames?
    | explo(?:de[ds]?|ding|sion) | chok(?:e|ed|es|ing) | swallow\w* | suffocat\w* | allergic | anaphyla\w* | hives
    | food\s+poison\w* | infect(?:ed|ion) | contaminat\w* | mould(?:y)? | glass\s+(?:in|inside)\b | (?:metal|plastic)\s+(?:piece|shard|splinter)s?
    | hospital(?:i[sz]ed)? | ambulance | a\s*&\s*e | emergency\s+(?:room|department) | bleed(?:s|ing)? | unconscious | collapsed
    | near\s+miss | could\s+have\s+(?:been\s+)?(?:killed|died|hurt|injured|burnt|burned|choked|lost\s+(?:an?\s+)?(?:eye|finger|hand))
    | (?:no\s+one|nobody)\s+(?:was|is|got)\s+(?:hurt|injured) | fell\s+(?:on|onto)\s+(?:me|him|her|my|our|the)\s?\w* | made\s+(?:me|us|him|her|them)\s+(?:ill|sick)
    | (?:gas|carbon\s+monoxide)\s+leak | recall(?:ed)?\s+(?:it|them|this)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
#: What sounds like harm and is none.
_NOT = re.compile(
    r"""\b(?:
      killing\s+(?:me|us|my\s+budget) | shocked\s+(?:at|by|to|that|how) | burn(?:ed|t|s|ing)?\s+(?:through|out|bridges?|money)
    | (?:was|am|were|are|be)\s+shocked\b | hurt\s+(?:my|our|their|his|her)\s+(?:feelings|pride|business|sales|reputation|wallet)
    | no\s+smoke\s+without | smoke\s+(?:test|alarm|detector)s? | exploded\s+(?:with\s+anger|in\s+popularity) | viral\s+infection\s+of
    | fired\b | hospitality | choke\s+point | hospital\s+(?:order|delivery|account|bed\s+sheets?) | swallow(?:ed)?\s+(?:the|my)\s+(?:cost|price|pride)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """What in the text speaks of harm: `text[start:end] == words`."""

    words: str
    start: int
    end: int


def harm_in(text: str) -> Cue | None:
    """The first words that speak of harm, done or nearly done; None where there are none."""
    cleared = _NOT.sub(lambda match: " " * len(match[0]), text)
    found = _HARM.search(cleared)
    return Cue(text[found.start() : found.end()], found.start(), found.end()) if found else None
