"""Words that stand where the name of a thing, a deed, a sum or a place should: the matter, the needful, some kind of, more or less."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.hollow.unnamed_words import UNNAMED
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark
from amends.drafts.needs import alternatives
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_SOME = (
    r"(?:some|certain|various|several|a (?:few|number of|couple of|range of|handful of|series of)|a bit of"
    r"|(?:all )?the (?:necessary|relevant|appropriate|required|needed|usual|various|other|outstanding|related"
    r"|remaining))"
)
_THINGS = (
    r"(?:things?|bits(?: and (?:pieces|bobs))?|stuff|matters?|issues?|points?|areas?|aspects?|items|functions"
    r"|features|factors|measures|steps|actions?|changes|tweaks"
    r"|adjustments|improvements|arrangements|modifications|amendments|corrections|checks|channels|parties"
    r"|colleagues|people|persons?|processes|procedures|elements|components|equipment|activities|circumstances"
    r"|formalities|details|works)"
)
_IT = (
    r"(?:(?:the|this|that|your) (?:\w+ )?(?:matter|situation|issue|problem|case|concern|query|request|incident"
    r"|one|side of things|item|fault|thing)s?|things|everything|stuff|something|it all"
    rf"|{_SOME} (?:\w+ )?{_THINGS})"
)
_DONE = (
    r"(?:sorted(?: out)?|dealt with|addressed|rectified|actioned|handled|taken care of|attended to|looked (?:at"
    r"|into)|remedied|put right|tidied up|ironed out|straightened out|squared away"
    r"|resolved|in hand|under control|worked on|processed|receiving (?:our )?attention|attended to|made right"
    r"|brought up to date|regulari[sz]ed|done|seen to|treated|cleared)"
)
_BLUR = Cue(
    rf"\b(?:{_IT}(?: (?:in|with|at|on|around|regarding|concerning) (?:the|that|your|our|this) [\w-]+)? (?:has"
    rf"|have|is|are|was|were|will be|'s)(?: now| already| since| also| all| being| basically| been| fully"
    rf"| largely| just| currently){{0,3}} (?:being )?{_DONE}\b(?! (?:until|on|at|by|with"
    rf"|from)\b)[^.!?;\n]{{0,40}}"
    rf"|(?:I|we)(?:'ve| have|'re| are| had)?(?: now| already| since| also| just| been| all){{0,2}} (?:{_DONE}"
    rf"|sort(?:ed)?|did|made|done|put|taken on board|popped|put in place|found|changed)(?: up| in| in place"
    rf"| on)? "
    rf"(?:{_IT}(?! (?:correctly|right|by the book|properly|you|we|I)\b)|the (?:needful|necessary)|what (?:was"
    rf"|is) (?:necessary|needed|required)|a few bits|something(?! for)|a little something|everything needed"
    rf"|the way (?:we|they|it) (?:do|does|works?|is done)(?: it| this| things)?)\b[^.!?;:\n]{{0,40}}"
    r"|the (?:needful|necessary)\b(?= (?:has|is|was|will|from|at|on|and|with|in|by)|[.,;])[^.!?;\n]{0,40}|(?:did"
    r"|done|do|doing) (?:what (?:was|is) (?:necessary|needed|required)|the (?:needful|necessary)|all (?:we"
    r"|I) could(?! not)|whatever was needed)\b[^.!?;\n]{0,30}"
    rf"|{_SOME} (?:technical |minor |other |internal |further |small |operational "
    rf"|additional ){{0,2}}(?:measures|improvements|adjustments|changes|factors|actions|tweaks|arrangements"
    rf"|amendments|bits|checks|channels) (?:has|have|had|were|was|are|is|came|will|to|on|around"
    rf"|going)\b[^.!?;:\n]{{0,40}}"
    r"|a (?:certain|suitable|appropriate|reasonable) (?:amount|sum|figure|remedy|number|adjustment|gesture"
    r"|arrangement)\b[^.!?;\n]{0,40}|an (?:arrangement|understanding|agreement|adjustment|amount|update|entry"
    r"|action) (?:has|have|was|is|will) (?:been |be |being )?\w+\b[^.!?;\n]{0,30}"
    r"|(?:a|some) (?:little |bit of an? |bit of |small |minor |slight |sort of |technical |system |operational "
    r"|internal |temporary |unforeseen ){1,3}(?:issue|problem|glitch|fault|hiccup|error|matter|situation|mix-?up"
    r"|development|snag|blip) (?:with|in|at|on|of) (?:a|some|one of|certain|the|our|part|parts) (?:the |our )?"
    r"(?:\w+ )?(?:part|area|areas|system|systems|equipment|end|side|process|department|functions?|side of things"
    r"|concerned|section)\b[^.!?;\n]{0,40})",
    "matter|situation|issue|problem|case|concern|query|request|incident|item|fault|thing|stuff|some|certain|various"
    "|several|few|number of|couple|range of|handful|series of|bit|necessary|needful|relevant|appropriate|required"
    "|needed|usual|outstanding|related|remaining|suitable|reasonable|arrangement|understanding|agreement|adjustment"
    "|amount|update|entry|action|glitch|all we|all i|small|minor|slight|technical|system|internal|the way we"
    "|the way they|the way it",
)
_WAYS = (
    r"at (?:the final|a late|an advanced) stage|internal (?:matter|reasons)|(?:updated|changed|adjusted"
    r"|altered|improved) things|arrangements (?:are|have|were) (?:being |been )?made|done what needed"
    r"|did what needed|(?:some|certain|various) (?:irregularities|discrepancies|anomalies|difficulties"
    r"|problems)|noted and (?:dealt with|addressed|actioned|handled)|so to speak|as it were"
    r"|in a manner of speaking|one or two (?:things|bits|matters|issues|points)"
    r"|something (?:came up|cropped up|occurred|arose)|progress is being made|(?:issues?|problems?|trouble"
    r"|difficult\w+) (?:with|in|on|around) (?:one of (?:the|our)|some|certain|various|several|a few|one or two"
    r"|a couple of) \w+"
    r"|certain (?:parts|aspects|elements) of|(?:is|are|'s) (?:at|in) (?:a|our|the) (?:facility|location|site"
    r"|hub)\b(?= (?:and|for|where|as)|[.,;])|in contact with the (?:parties|people|relevant)|appropriate action"
    r"|of (?:some|one) (?:kind|sort|description|type|form)(?: or (?:an)?other)?\b|more or less (?:everything|all"
    r"|fixed|sorted|done|ready|clear|resolved)\b|(?:fixed|sorted|done|ready),? more or less\b"
    r"|(?:basically|pretty much|largely|kind of|sort of|as good as) (?:sorted|done|fixed|there|ready|resolved"
    r"|through)\b|give or take\b(?! \w+ (?:minutes|hours|days|pounds))"
    r"|(?:at|to|in|from) (?:one of our|another|a different|some|an alternative) (?:sites?|locations?|facilit(?:y"
    r"|ies)|places?|areas?)\b(?= |[.,;])[^.!?;\n]{0,30}"
    r"|(?:is|are|'s|be) (?:somewhere|some place) (?:in|along|within|on|between) (?:the|our)\b[^.!?;\n]{0,40}"
    r"|(?:is|are|'s|'re) (?:now )?(?:moving along|coming along|progressing|shaping up|getting there|going well"
    r"|nearly there|almost there|as good as there|at an advanced stage|in the pipeline|in the works"
    r"|in the system|in motion|on top of things)\b(?! (?:by|until|at \d))[^.!?;\n]{0,30}"
    r"|(?:are|is) making (?:good|great|steady|some|real|excellent) (?:progress|headway)\b[^.!?;\n]{0,40}"
    r"|things are (?:in hand|in train|moving|under way|happening|looking up|in order)\b[^.!?;\n]{0,30}"
    r"|(?:things|it|everything) (?:should|will|ought to) (?:now )?(?:look|be|work|run|feel|seem) (?:better"
    r"|different|smoother|fine|normal|as it should)\b|you should (?:now )?(?:notice|see|feel) (?:the|a"
    r"|some) (?:difference|improvement|change)s?\b"
    r"|(?:processed|treated|handled|dealt with|forwarded|routed|escalated|passed|sent|going"
    r"|went)(?: \w+)? (?:through|via|to|by|along) (?:the|our) (?:\w+ )?(?:channels|process(?:es)?|procedures?"
    r"|quarters?|people(?: in the \w+)?|powers that be|right people|right place)\b|(?:treated|handled|dealt with"
    r"|processed|actioned) accordingly\b"
    r"|(?:the|your|a) (?:recent|unfortunate|above|unpleasant) (?:interaction|experience|incident"
    r"|occurrence|event|matter|encounter|issue|situation|circumstances)s?\b(?! (?:at table"
    r"|in room))[^.!?;\n]{0,40}|everything that (?:went on|happened|occurred|took place) with\b[^.!?;\n]{0,40}"
    r"|(?:in respect of|regarding|concerning|with regards? to) the above\b"
    r"|in line with (?:the|our) (?:usual|standard|normal|internal|established) (?:method|process|practice"
    r"|procedure|policy|guidelines|formula|criteria)\w*\b[^.!?;\n]{0,30}|(?:take|follow|complete|went through"
    r"|go through|carry out|follow through) the (?:usual|normal|standard|necessary|required"
    r"|appropriate) (?:steps|process|procedures?|channels|motions|formalities)\b"
    r"|unexpected (?:behaviou?r|results?|conditions?|circumstances|outcomes?)\b[^.!?;\n]{0,30}|(?:one of the"
    r"|certain|the) (?:areas?|parts?|part(?:y|ies)|teams?|departments?|functions?"
    r"|sections?) (?:concerned|involved|affected|in question)\b|in certain (?:areas|functions|cases|places|parts"
    r"|respects)\b"
    r"|(?:several|various|many|different|a number of|a combination of) (?:factors|reasons|circumstances|causes"
    r"|elements|things)(?: \w+)? (?:came|led|contributed|combined|conspired|meant|at play|played"
    r"|were)\b[^.!?;\n]{0,40}|as it (?:ought|should)(?: to)? have (?:gone|been|done)\b|part of (?:your|the"
    r"|it)(?: \w+)? is (?:ready|done|here|fixed|back) and (?:part|some|the rest) (?:of it )?is(?: not|n't)\b"
    r"|the thing with (?:the|your) \w+ (?:is|has|was)\b[^.!?;\n]{0,30}|(?:minor|technical|mechanical|electrical"
    r"|clerical|administrative|small|internal) in nature\b[^.!?;\n]{0,30}|side of things\b|can't be (?:far"
    r"|long) (?:off|now)\b|shouldn't be (?:long|too long|far)\b[^.!?;\n]{0,20}|before you know it\b"
    r"|(?:there (?:has been|is|was)) (?:a|some) (?:development|movement|progress|change)s?\b(?= (?:on|in|with|to"
    r"|regarding)|[.,;])[^.!?;\n]{0,30}|(?:a|some) (?:gesture|little something|small something|something extra"
    r"|something nice)(?: of \w+)? (?:has|was|is|on|to|in|for)\b[^.!?;\n]{0,40}"
    r"|people (?:here|in the back|at our end|concerned|responsible)\b[^.!?;\n]{0,30}|the (?:points|issues"
    r"|comments|matters|concerns|aspects|items) (?:raised|mentioned|listed|outlined|concerned)\b"
    r"|(?<!spoken )(?<!talked )(?:by|from|with"
    r"|to) the (?:party|parties|persons?|people|colleagues) (?:concerned|involved|responsible)\b"
    r"|(?:may|might|could|will|should) take a (?:little )?(?:while|bit)\b[^.!?;\n]{0,20}"
)
_TURNS = Turns(*(rf"\b(?:{one})" for one in alternatives(_WAYS)))
_BARE = late(
    r"\W*(?:(?:it|this|that) was (?:just |only |simply )?an? (?:\w+ )?(?:glitch|blip|hiccup|mix-?up|error"
    r"|system (?:error|issue|fault)|technical (?:issue|fault|problem)|one of those things|misunderstanding)"
    r"|(?:things are|all is|it'?s all|everything(?:'s| is)) in hand|it(?:'s| is) (?:being )?(?:sorted|dealt with"
    r"|handled|in hand|looked after))\W*$",
    re.IGNORECASE,
)
_FAIR = late(
    r"\?$|\bif\b|\d|\b(?:glad|happy|pleased|good) (?:to (?:hear|see|read)|that)\b|\b(?:noon|midnight|today"
    r"|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\b(?:you (?:told|asked|said|wrote)"
    r"|rather than|not|n't yet)\b|:\s*\w|\bbecause\b",
    re.IGNORECASE,
)
_WHY = "Vague: name the thing."


def blurred(draft: Draft) -> Iterator[Mark]:
    """Where a word stands for a thing that has a name; a sentence with a number, an hour or a list names enough."""
    for cue in (_BLUR, _TURNS, UNNAMED):
        yield from cue.marks(draft, _WHY, unless=lambda found: _FAIR.search(draft.sentence(found.start())) is not None)
    for sentence in draft.body:
        if _BARE.match(sentence.words):
            yield Mark(sentence.start, sentence.end, _WHY)
