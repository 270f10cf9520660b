"""The words by which an apology is made to hang on an if, or is for whatever it may be and nothing in particular."""

from __future__ import annotations

from amends.drafts.turns import Turn, Turns

_GAP = r"[^.!?;\n]"
_SORRY = r"(?:sorry|apologi[sz]e|apologi[sz]ing|apolog(?:y|ies)|regrets?|regretted|pardon|forgive|forgiveness)"
_SORRY_HINTS = (
    "sorry apologise apologize apologising apologizing apology apologies regret regrets regretted"
    " pardon forgive forgiveness excuse"
)
#: What went wrong, as long as nobody says what it was.
_BOTHER = (
    r"(?:inconveniences?|inconvenience and \w+|disturbances?|hassles?|bother|nuisance|trouble (?:caused"
    r"|this|it|that|we(?! (?:gave|put|made|caused) you\b(?! any)))|disruption caused|upset caused|distress caused|concern caused)"
)
_HARM = (
    r"(?:caus\w+|offen\w+|upset|disrupt\w*|wrong\w*|hurt|mess\w*|inconvenien\w+|trouble\w*|mistakes?|our"
    r" (?:fault|mistake|error|doing)|at fault|better|neglect\w*"
    r"|let (?:you|anyone|anybody) down|damaged?|fell short|fall short|fallen short|falls short|short of"
    r"|not been|been lacking|lacking|failed|failing|expect\w*|hoped|standard|responsible|to blame|happened"
    r"|amiss|slip\w*|part|role|ignored|overlooked|rude|abrupt|bother\w*|distress\w*|confus\w+|misled"
    r"|mislead|errors?|lapse|dissatisf\w+|disappoint\w*|insult\w*|unhappy|affected|annoy\w*|put out"
    r"|missed|inappropriate|unclear|in any way|to your (?:liking|taste))"
)

IF_ANY = Turns(
    Turn(
        rf"\b{_SORRY}(?: (?:\w+ly|again|to you|to you all|very much|so much)){{0,2}} (?:for|about) (?:(?:the"
        rf"|this|that|our|such|all|all this|all the|all that|your|these|every|each|some) )?(?:\w+ )?{_BOTHER}\b"
        rf"(?! (?:at \d|at the|on (?:the|\w+day)|in (?:the|your|room)|from|outside|last|under|with (?:the|your"
        rf"|our)|of (?:\w+ing|a|an|the|not|no|two|three)|(?:caused|created) (?:by|when) (?:our"
        rf"|my|the|a|us)\b|(?:that )?(?:our|my|the) (?!service)\w+|(?:that )?(?:we|I) (?:gave|put|made"
        rf"|caused) you\b(?! (?:any|may)\b)))(?:{_GAP}{{0,50}}(?:caused?|brought|have"
        rf") \w+|(?:that|which|this|it|we) (?:may|might) \w+)?"
        rf"|\b{_BOTHER}(?: (?:caused|involved|to you|thereby|therein)){{0,2}},? ?(?:if any,? )?(?:is |are |was"
        rf" )?(?:much |deeply |sincerely |truly |highly )?regretted\b"
        r"|\bbear with (?:us|me)(?: kindly| please)? for (?:the|any|this) (?:\w+ )?(?:inconvenience|trouble"
        r"|disturbance)",
        "inconvenience inconveniences disturbance disturbances hassle hassles bother nuisance trouble caused",
    ),
    Turn(
        rf"\b{_SORRY}(?: (?:\w+ly|again|in advance)){{0,2}} (?:for|about|over) (?:(?:all|absolutely|just"
        rf"|generally) )?(?:any\b|anything\b(?! but)|whatever\b|whichever\b|however\b|everything (?:and|that"
        rf"|you)|each and every"
        r"|(?:possible|potential|perceived|apparent|alleged) |(?:possibly|potentially|perhaps|maybe"
        r"|apparently) |such \w+ as\b|(?:all )?(?:the )?(?:stuff|bits|things) (?:that|which|you)|one thing"
        r" and another|all of it, |the whole lot)"
        rf"{_GAP}{{0,50}}|\b{_SORRY} (?:for|about) {_GAP}{{3,40}}? and (?:everything|all that|so on|the rest"
        rf"|whatever)\b"
        rf"|\b(?:pardon|forgive|excuse) (?:us |me )?(?:for )?(?:any|whatever|anything)\b{_GAP}{{0,40}}"
        rf"|\b(?:sorry|apolog(?:ise|ize|y|ies)|regrets?) (?:whatever|anything|any)\b{_GAP}{{0,40}}|\bregret"
        rf" (?:any|whatever|anything)\b{_GAP}{{0,40}}"
        rf"|\bwhat(?:ever|soever) (?:it (?:is|was|may|might)|we|I|our|they|the|happened|went|may"
        rf"|might){_GAP}{{0,40}}?,? (?:we |I )?(?:am |are |'m |'re |can only |do )?(?:\w+ly )?(?:sorry"
        rf"|apologi[sz]e|regret)\b",
        _SORRY_HINTS,
    ),
    Turn(
        rf"\b{_SORRY}(?: (?:\w+ly|again)){{0,2}},? (?:to|towards) (?:(?:all|absolutely) )?(?:any(?:one|body)?"
        rf"|those|everyone|everybody|all|whoever|whomever|people|customers|guests|residents)(?: \w+){{0,2}}"
        rf" (?:who|that)"
        rf" (?:may |might |could |have |has |had )*(?:been )?(?:were |was |are |is |had |felt?|feels?|found"
        rf"|took|{_HARM}){_GAP}{{0,40}}"
        rf"|\b(?:sorry|apologi[sz]e|apologies|regrets?) (?:to (?:you|all|everyone) )?(?:for|about|that)"
        rf" {_GAP}{{0,55}}?\b(?:may|might|could) (?:have (?:been )?\w+|be (?:causing|\w+ed|read|seen|taken"
        rf"|felt)|cause|bring|give|create|mean|lead"
        r"|feel|seem|appear|come across)\b"
        rf"|\b(?:would|should) be sorry (?:to (?:think|hear|learn|find)|if) (?:that )?(?:we|I|our|any"
        rf"|you){_GAP}{{0,40}}",
        _SORRY_HINTS,
    ),
    Turn(
        rf"\b{_SORRY}(?: (?:\w+ly|again|due|owed|in order|of course)|(?: is| are)(?: \w+)?){{0,2}},? (?:if"
        rf"|should|in case|in the event|in so far as|insofar as|inasmuch as|to the extent|wherever"
        rf"|assuming|provided|supposing|unless"
        rf"|on the off chance)\b(?! (?:I|we) (?:repeat|ask|may|can)\b){_GAP}{{3,80}}?\b{_HARM}\b"
        rf"|\b{_SORRY} (?:is|are) (?:due|owed|yours|offered|in order|certainly due),? (?:if|should|where|in"
        rf" case|provided)\b{_GAP}{{0,60}}"
        rf"|\b(?:sorry|apologi[sz]e|apologies)(?: (?:\w+ly|again)){{0,2}},? (?:in case|on the off chance|in"
        rf" the event)\b{_GAP}{{0,60}}",
        _SORRY_HINTS,
    ),
    Turn(
        rf"\b(?:if|(?<![a-z,] )should|in case|in the event|in so far as|insofar as|inasmuch as|to the extent"
        rf"|wherever|assuming|provided|(?<!for )providing|supposing|granted that|on the basis that)\b(?! (?:you(?:'d|"
        rf" would| want| prefer| like|'ll| need)|it helps|I can|we can|calling|possible|needed))"
        rf" {_GAP}{{3,110}}?,? (?:then )?(?:please accept|kindly accept|accept|you have|you(?:'ll| will)"
        rf" (?:have|get|receive)|(?:we|I)(?:'d| would| do| can only| will| shall| must|'ll| wish| want| offer|"
        rf" owe| give| extend| express| take)"
        r"|(?:our|my|the|a|an)(?: \w+){0,2}(?=(?: \w+)? (?:apolog|regret))|it is with)(?: [\w']+){0,6}?"
        r" (?:apolog(?:y|ies|ise|ize)|regrets?|sorry|forgiveness)\b",
        _SORRY_HINTS,
    ),
    Turn(
        rf"\b(?:if|(?<![a-z,] )should|where|assuming|supposing|in case) (?:any|some|some\w+|any\w+|mistakes|errors"
        rf"|failings|shortcomings|harm|offen[cs]e|standards|things|problems|you|we|i|I've|we've|this|that|it"
        rf"|our|my|the|there|there's|he|she)\b(?! \w+ (?:was|were|stood|used)\b,){_GAP}{{3,60}}?,? (?:then )?(?:we"
        rf"|i)(?:'re|'m| are| am| do| can"
        rf" only)"
        r"(?: truly| very| so| really| sincerely| of course| genuinely)? (?:sorry|apologi[sz]e|regret)\b(?! to)",
        _SORRY_HINTS,
    ),
    Turn(
        rf"\b(?:any|whatever|such|all)(?: \w+){{1,2}}\b[^.!?;\n]{{0,60}}?\b(?:is|are|will be) (?:\w+ )?regretted\b|\b(?:{_SORRY}"
        rf"|soz)\b[^.!?;\n]{{0,60}}?(?:,? if any\b|, perceived or otherwise|\ball (?:the )?shortcomings\b|\blapses? of any"
        rf" kind|\ball of the above\b|\b(?:or|and) anything else\b"
        r"|\bwill (?:no doubt|doubtless|probably|perhaps) have|\bto some of our\b|\bto the (?:degree|extent)\b|\bvarious"
        r" (?:issues|problems|things|matters)\b|\bthe (?:possible|potential) |\bwhatever it (?:was|is)\b)"
        r"|\b(?:regret|sorry|apologi[sz]e for) the (?:difficult(?:y|ies)|inconveniences?|trouble|discomfort)(?=[.,!]| (?:caused"
        r"|you (?:might|may)))|\bsincere regrets for the\b|\b(?:forgive|pardon|soz) (?:us |me )?(?:if|should) (?:the|our"
        r"|my|we|it|this|that|anything|any)\b[^.!?;\n]{0,60}"
        r"|\b(?:in which case|if so|if that is so|if it did|if it was|if that's the case),? (?:then )?(?:I(?:'m| am)|we(?:'re"
        r"| are)|my|our|we|I)? ?(?:\w+ )?(?:sorry|regret|apologi[sz]e|apologies)\b|\bif (?:you|we|I|it|there|any\w*|the"
        r"|our|this|that)\b[^.!?;\n]{3,70}?,? (?:then )?(?:sorry (?:about|for) (?:that|it)|(?:then )?sorry\b"
        r"|(?:that|this|it) (?:is|would(?: \w+ \w+)? be|will be) (?:\w+ )?regretted)|\bwhere (?:passengers|customers|guests"
        r"|people|patients|residents|any\w*|some\w*|tenants|members|parents)\b[^.!?;\n]{3,60}?,? (?:we|I)(?:'re|'m| are"
        r"| am)? (?:\w+ )?(?:say sorry|sorry|apologi[sz]e|regret)\b|\b(?:provided|on the off chance|in the event|insofar"
        r" as"
        r"|in so far as) (?:that )?[^.!?;\n]{3,90}?\b(?:sorry|apologi[sz]e|apology|apologies|regretted|regrets?)\b|\bwere"
        r" (?:my|our|the|any|his|her)\b[^.!?;\n]{3,60}?\bto have\b[^.!?;\n]{3,40}\bapolog\w+|\banyone who\b[^.!?;\n]{3,60}?\bhas"
        r" (?:our|my) (?:\w+ )?(?:regrets|apolog\w+|sympathy)\b|\bbear with (?:us|me) for (?:the|any|all)\b[^.!?;\n]{0,40}",
        f"{_SORRY_HINTS} soz bear",
    ),
)
