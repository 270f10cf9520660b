"""Words that say that somebody was hurt or could have been. Better one alarm too many: a person decides, a machine only wakes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HURTS = (
    r"injur\w+",
    r"hurt (?:my|his|her|their|our)\b",
    r"(?:was|were|got|been|being|badly) (?:hurt|burnt|burned|poisoned)",
    r"burn(?:s|t|ed)? (?:my|his|her|their|our|on|a hole)\b",
    r"burns?\b(?=.{0,20}(?:hand|skin|face|arm|finger|leg))",
    r"scald\w*",
    r"electrocut\w*",
    r"electric shock",
    r"(?:gave|got|had) (?:(?:me|him|her|them|us) )?an? shock",
    r"smok(?:e|ing|ed)\b",
    r"caught fire",
    r"on fire",
    r"flames?",
    r"explo(?:de[ds]?|ding|sion)",
    r"chok(?:e|ed|es|ing)",
    r"swallow\w*",
    r"suffocat\w*",
    r"allergic",
    r"anaphyla\w*",
    r"hives",
    r"food poison\w*",
    r"infect(?:ed|ion)",
    r"contaminat\w*",
    r"mouldy?",
    r"glass (?:in|inside)",
    r"(?:metal|plastic) (?:piece|shard|splinter)s?",
    r"hospital(?:i[sz]ed)?",
    r"ambulance",
    r"a ?& ?e",
    r"emergency (?:room|department)",
    r"bleed(?:s|ing)?",
    r"unconscious",
    r"collapsed",
    r"near miss",
    r"could have (?:been )?(?:killed|died|hurt|injured|burnt|burned|choked|lost (?:an? )?(?:eye|finger|hand))",
    r"(?:no one|nobody) (?:was|is|got) (?:hurt|injured)",
    r"fell (?:on|onto) (?:me|him|her|my|our|the)\b",
    r"made (?:me|us|him|her|them) (?:ill|sick)",
    r"(?:gas|carbon monoxide) leak",
)
#: What sounds like harm and is none.
_SOUNDS = (
    r"killing (?:me|us|my budget)",
    r"shocked (?:at|by|to|that|how)",
    r"burn(?:ed|t|s|ing)? (?:through|out|bridges?|money)",
    r"hurt (?:my|our|their|his|her) (?:feelings|pride|business|sales|reputation|wallet)",
    r"no smoke without",
    r"smoke (?:test|alarm|detector)s?",
    r"exploded (?:with anger|in popularity)",
    r"hospitality",
    r"choke point",
    r"hospital (?:order|delivery|account|bed sheets?)",
    r"swallow(?:ed)? (?:the|my) (?:cost|price|pride)",
)
_HARM = re.compile(rf"\b(?:{'|'.join(_HURTS)})\b", re.IGNORECASE)
_NOT = re.compile(rf"\b(?:{'|'.join(_SOUNDS)})\b", re.IGNORECASE)


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
