"""Regret not meant for what happened: for their taste, mood and view, or hung on an "if" and on whatever it may have been."""

from __future__ import annotations

from amends.drafts.turns import Turn, Turns

_GAP = r"[^.!?;\n]"
_SAD = (
    r"(?:sorry|soz|regret(?:s|ted|table)?|apologi[sz]e|apolog(?:y|ies)|pity|shame|saddened|saddens|sad|pained|pains"
    r"|grieved|grieves|dismayed"
    r"|unfortunate|unfortunately|disappointed|too bad)"
)
_HINTS = (
    "sorry soz regret regrets regretted regrettable apologise apologize apology apologies pity shame saddened saddens sad pained pains"
    " grieved grieves dismayed unfortunate unfortunately disappointed bad"
)
#: From the word of regret to what it is for; no admission of ours between.
_LEAD = rf"{_SAD}\b(?:(?!\b(?:because|since|when we|we (?:sent|lost|forgot|broke|missed|failed|charged)|but|and)\b){_GAP}){{0,70}}?"
_VIEW = r"(?:view|opinion|impression|perception|conclusion|idea|notion|verdict|belief|mind|feeling|judge?ment|interpretation|take)"
_TO_TASTE = (
    r"(?:to your (?:\w+ )?(?:taste|liking|satisfaction|fancy)|your (?:cup of tea|thing|style|scene|bag)|what you(?:'d"
    r"| had)? (?:pictured|imagined|envisaged"
    r"|envisioned|were (?:looking|after|hoping to hear)|hoped to hear|had in mind|wanted to hear)|the (?:answer"
    r"|outcome|news|response|result|reply)"
    r" (?:that )?you(?:'d| had| were| are)? (?:hoped|hoping|wanted|want|looking|after|expected|expecting"
    r"|wished)(?: for| to \w+)?|up your street|for everyone)"
)
_PUT_OUT = (
    r"(?:triggered|hit a (?:raw )?nerve|touched a (?:raw )?nerve|struck a nerve|ruffled|rankled|jarred|grated"
    r"|landed (?:so )?(?:badly|wrong(?:ly)?|poorly|awkwardly)"
    r"|(?:didn't|did not|doesn't|does not|hasn't|has not) (?:land|sit|go down|come across|find favour|found favour"
    r"|agree|chime)(?: (?:well|right|easily))?(?: with (?:you|your \w+))?"
    r"|left (?:you with )?an? (?:bad|sour|bitter|nasty|unpleasant) taste|(?:a |an )?(?:so |such )?(?:emotional"
    r"|upsetting|sensitive|touchy|painful|sore|difficult)"
    r" (?:an? )?(?:matter|issue|time|subject|topic|point|one) for you|(?:come|came|comes) (?:across )?(?:as a shock"
    r"|as rude|as curt|as cold|as harsh|as a disappointment)"
    r"|disappoints? you|displeases? you|upsets you|offends you|made you (?:feel )?(?:uncomfortable|uneasy|unwelcome"
    r"|unhappy|cross|angry|upset|sad|bad)"
    r"|a source of (?:annoyance|irritation|distress|upset|concern|frustration|displeasure)|cause for (?:annoyance"
    r"|concern|upset|complaint))"
)
_MOODS = (
    r"(?:upset|disappointment|hurt feelings?|ill[- ]feeling|bad feeling|strong feelings?|annoyance|irritation"
    r"|frustration|dissatisfaction|unhappiness"
    r"|displeasure|offence|offense|resentment|discontent|indignation|anger|sensitivit\w+)"
)
_WHO = (
    r"(?:you|he|she|they|(?:the|your) (?:customer|guest|parent|patient|passenger|tenant|resident|member|client|family|household|wife"
    r"|husband|mother|father)|[\w-]+'s (?:mother|father|wife|husband|parents?|family))"
)

FOR_THEIR_VIEW = Turns(
    Turn(
        rf"\b{_LEAD}\b(?:you|he|she|they) (?:took|take|read|heard|understood|received|interpreted) (?:it|that|this"
        rf"|\w+(?: [\w']+){{0,4}}?)"
        r" (?:the (?:\w+ )?way you|as you|so (?:badly|personally|hard|much to heart)|(?:that|the wrong) way|amiss|badly|personally)\b",
        _HINTS,
    ),
    Turn(
        rf"\b{_LEAD}\b(?:wasn't|was not|isn't|is not|weren't|were not|not|never|less than|hasn't been"
        rf"|has not been) (?:\w+ ){{0,2}}?{_TO_TASTE}\b",
        _HINTS,
    ),
    Turn(rf"\b{_LEAD}\b{_PUT_OUT}\b", _HINTS),
    Turn(
        rf"\b{_LEAD}\b(?:in your (?:eyes|view|opinion|mind|book|judge?ment|estimation)|to your (?:mind|eyes"
        rf"|way of thinking)|as you see (?:it|things)|from your (?:point of view|perspective"
        rf"|standpoint)|on your (?:side|part|end)|(?:that|sorry),? for you,)",
        _HINTS,
    ),
    Turn(
        rf"\b{_LEAD}\b{_WHO}(?:'re|'ve|'s| are| is| have| has| had)?(?: now| since| still)? (?:of the|come to (?:that"
        rf"|this|the|such an?)|came to (?:that|this|the)|formed|form|reached|drawn"
        rf"|taken|take|adopted|hold|holding|left with|got|gained|arrived at|under) (?:an? |the |that |this "
        rf"|such an? )?(?:\w+ )?{_VIEW}\b",
        _HINTS,
    ),
    Turn(rf"\b{_LEAD}\b(?:allow(?:ed)?|let) {_GAP}{{1,30}}?\b(?:colou?r|spoil|cloud|affect|shape) your\b", _HINTS),
    Turn(
        rf"\b{_SAD} (?:for|at|about|over)(?: all)?(?: the| any| your| such| some| this)? (?:\w+ )?{_MOODS} (?:over"
        rf"|about|at|on your|regarding|concerning|among|felt|that you)\b",
        _HINTS,
    ),
    Turn(
        rf"\b{_SAD} (?:for|at|about) (?:how strongly|the strength of|how deeply|the depth of|the way) (?:you|your"
        rf"|feeling|of feeling)\b(?! (?:were|was|have been))",
        _HINTS,
    ),
    Turn(
        rf"\b{_LEAD}\byou(?:'ve| have| had)? (?:taken|took|take) (?:offen[cs]e|umbrage|exception|it (?:badly"
        rf"|personally|to heart|hard|ill|amiss)|against)\b",
        _HINTS,
    ),
    Turn(
        rf"\b{_LEAD}\byou(?:'re|r)? ?(?:weren't|were not|aren't|are not|not|wasn't|don't feel|didn't feel|do not feel"
        rf"|haven't been|have not been|isn't) (?:\w+ ){{0,2}}?(?:satisfied|happy|pleased"
        rf"|impressed|content|delighted|thrilled|keen|feeling (?:it|the \w+)|convinced|comfortable|amused|won over|a fan)\b",
        _HINTS,
    ),
    Turn(
        rf"\b{_LEAD}\byou(?:'re| are)(?: so| very| still| a bit| rather)? (?:mad|sore|livid|cross|salty|annoyed"
        rf"|unhappy|upset|angry|peeved|put out|bitter) (?:at|with|about|over)\b",
        _HINTS,
    ),
    Turn(
        rf"\b{_LEAD}\b{_WHO} (?:experienced|perceived|regarded|viewed|interpreted|found|read) {_GAP}{{1,40}}? (?:as"
        rf"|to be) (?:\w+ly )?(?:slow|rude|curt|cold|unfair|one-sided|poor|noisy"
        r"|expensive|biased|abrupt|unhelpful|harsh|hostile|dismissive|a \w+|an \w+|\w+ing|un\w+|in\w{4,}|dis\w+)\b"
        rf"|\b{_LEAD}\b(?:you|they|she|he) (?:found|find) (?:the|our|this|that|it"
        rf"|my)(?: [\w-]+){{0,3}} (?:\w+ly )?(?:stressful|upsetting|frustrating|confusing|annoying|disappointing"
        rf"|tiring|unpleasant|abrupt|dull)\b",
        _HINTS,
    ),
    Turn(
        rf"\b{_LEAD}\byou(?: may| should)? (?:believe|think|feel|consider|reckon) (?:that )?(?:you(?:'ve been"
        rf"| have been|'re being| were) (?:treated|dealt|handled|spoken|served|overlooked|misled)|we|our|this|it)\b",
        _HINTS,
    ),
    Turn(
        rf"\b{_LEAD}\b(?:lost|forfeited|missed) your (?:good (?:opinion|will)|goodwill|favour|favor|approval|esteem)\b",
        _HINTS,
    ),
    Turn(
        rf"\b{_LEAD}\byou(?:'re| are| were| find it| found it)? (?:having (?:a hard|such a hard|a difficult|trouble"
        rf"|difficulty)|struggling|hard|unable|not able|finding it (?:hard|difficult))(?: time)?(?: to)? (?:accept"
        rf"|understand|com|agree|see)\w*\b",
        _HINTS,
    ),
    Turn(
        rf"\b{_LEAD}\b(?:received|taken|read|understood|heard|seen|perceived) (?:in )?(?:the|that|this) (?:way|manner"
        rf"|spirit|light)\b",
        _HINTS,
    ),
    Turn(
        rf"\b{_LEAD}\bfeeling (?:this|that|the) way\b|\b{_LEAD}\b(?:it|this|that) (?:felt|feels|seemed"
        rf"|seems) [^.!?;\n]{{1,40}}? (?:to|for) you\b",
        _HINTS,
    ),
)

_SORRY = r"(?:sorry|soz|apologi[sz]e|apolog(?:y|ies)|regrets?|regretted|pardon|forgive)"
_SORRY_HINTS = "sorry soz apologise apologize apology apologies regret regrets regretted pardon forgive forgiveness"
_WE = r"(?:we|I|our|my|that|it|the [\w-]+(?: and [\w' -]{2,20})?|then|please|so|us|is)"
_BOTHER = (
    r"(?:inconvenience|disturbance|disruption|hassle|bother|nuisance|trouble|upset|offen[cs]e|distress|delay"
    r"|difficult(?:y|ies)|lapses?|shortcomings?|failings?|detriment"
    r"|discomfort|confusion|concern|issues|problems|annoyance|misunderstanding)"
)

HANGING = Turns(
    Turn(
        rf"\b(?:if|were|unless|provided|supposing|assuming|insofar as|inasmuch as|in so far as"
        rf"|(?<![a-z,\d)]\s)should (?=you|we|i|it|this|that|our|my|any|there|the)|on the off chance|in the event"
        rf"|in case|to the (?:degree|extent))\b(?! (?:you(?:'d| would| want| prefer|"
        rf" like|'ll| need| can| reply)|I (?:can|may)|we can|not,"
        rf"|so we)){_GAP}{{4,110}}?[,;] (?:and )?(?:then,? )?(?:in which case )?(?:{_WE} (?:\w+,? ){{0,6}}?)?{_SORRY}\b"
        r"(?! to (?:say|hear))",
        _SORRY_HINTS,
        "if were unless provided supposing assuming insofar inasmuch far should chance event case degree extent",
    ),
    Turn(
        rf"(?:^|(?<=[.!?\n] ))\s*where (?:any|passengers|customers|guests|people|residents|patients|you (?:feel|felt)"
        rf"|we (?:may|might|have fallen|fell)|standards){_GAP}{{3,80}}?, (?:we|I|our|my)\b{_GAP}{{0,20}}?{_SORRY}\b",
        _SORRY_HINTS,
        "where",
    ),
    Turn(
        rf"\bif so,? (?:we|I|then|please|our|my)\b{_GAP}{{0,30}}?{_SORRY}\b|\bin which case,? (?:we|I|our"
        rf"|my)?\b{_GAP}{{0,20}}?{_SORRY}\b",
        _SORRY_HINTS,
        "if which",
    ),
    Turn(
        rf"\b{_SORRY}(?: (?:us|me|about (?:it|that)|again|\w+ly)){{0,2}},? if (?:that|it|this|there|we|I|my|our"
        rf"|any\w*|some\w*|the|he|she|they|you (?:felt|feel|found|were|think|took))\b(?! (?:helps|suits|is easier)){_GAP}{{0,60}}"
        rf"|\b{_SORRY} (?:to|in) (?:the|a) (?:degree|extent|event|measure) (?:that|to which)?{_GAP}{{0,50}}",
        _SORRY_HINTS,
        "if degree extent event measure",
    ),
    Turn(
        rf"\b{_SORRY}\b{_GAP}{{0,60}}?\b{_BOTHER}(?: (?:caused|sustained|suffered|experienced))?,? ?if any\b"
        rf"|\b{_SORRY}\b{_GAP}{{0,60}}?,? if any,",
        _SORRY_HINTS,
        "any",
    ),
    Turn(
        rf"\b{_SORRY}\b{_GAP}{{0,40}}?(?:\bwhatever\b{_GAP}{{0,30}}|,? (?:or|and) (?:for )?(?:anything|whatever"
        rf"|everything) else\b{_GAP}{{0,30}}|\bof any (?:kind|sort|description)\b|\bperceived or otherwise\b"
        rf"|\breal or (?:imagined|perceived)\b|\bthis will no doubt have\b{_GAP}{{0,30}})",
        _SORRY_HINTS,
        "whatever else kind sort description perceived imagined doubt",
    ),
    Turn(
        rf"\b{_SORRY}(?: (?:\w+ly|again)){{0,2}} (?:for|about|over) (?:the |all |all the |all of the |our |these "
        rf"|those |your |such )?(?:possible|potential|perceived|apparent|alleged|supposed|various|assorted|sundry"
        rf"|any (?:and all )?|some (?:of the )?)"
        rf"(?:\w+ )?{_BOTHER}\b|\b{_SORRY} for (?:the |all (?:the )?)?difficult(?:y|ies)(?=,| sir| ma|\."
        rf"| (?:that )?you (?:might|may|could))",
        _SORRY_HINTS,
        "possible potential perceived apparent alleged supposed various assorted sundry any some difficulty difficulties",
    ),
    Turn(
        rf"\bany (?:\w+ )?{_BOTHER}\b{_GAP}{{0,50}}? (?:is|are|was|were)(?: \w+ly| much)? regretted\b|\b(?:anyone"
        rf"|anybody|those|whoever|people|guests|passengers) who\b{_GAP}{{3,60}}? (?:has|have|gets?) (?:our"
        rf"|my)(?: \w+)? {_SORRY}\b",
        _SORRY_HINTS,
        "any anyone anybody those whoever people guests passengers",
    ),
    Turn(rf"\bbear with (?:us|me) for (?:any|the|all) {_GAP}{{0,40}}", "bear", "with"),
    Turn(
        rf"\b(?:would|'d|should) be sorry (?:to think|to hear|if|were)\b{_GAP}{{0,40}}",
        "sorry",
        "would should we'd i'd d",
    ),
)
