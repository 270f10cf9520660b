"""The words for how somebody feels and sees it, and the frames in which one is sorry for that and not for what happened."""

from __future__ import annotations

from amends.drafts.turns import Turn, Turns

#: How one is sorry: outright, or by calling it sad, a shame, a pity.
_SAD = (
    r"(?:sorry|apologi[sz]e|apologi[sz]ing|apolog(?:y|ies)|regrets?|regretful|regrettabl[ey]|regretfully|pity|shame"
    r"|unfortunate|sad(?:dened)?|gutted|dismayed|disappointed|I hate|we hate|feel (?:bad|awful|terrible)"
    r"|sympath(?:y|ies|i[sz]e))"
)
_SAD_HINTS = (
    "sorry apologise apologize apologising apologizing apology apologies regret regrets regretful regrettable regre"
    "ttably regretfully pity shame unfortunate sad saddened gutted dismayed disappointed hate feel"
    " sympathy sympathies sympathise sympathize"
)
#: "…, sir, to hear that".
_LEAD = (
    r"(?:,? (?:sir|ma|ma'am|madam|my dear|dear|all),?)?(?: (?:again|indeed|truly|too),?)?(?: (?:to|if we"
    r"|we|I) (?:hear|read|learn|see|note|find"
    r"|discover|know|understand|be told|gather)| it is| to hear it)?(?: (?:that|if|for|about|because|of"
    r"|over|from|with|in|when|at)){0,2}"
)
_HOW_MUCH = (
    r"(?: (?:so|very|still|also|quite|really|rather|left|made|feeling|a bit|a little|somewhat|all|that"
    r"|such|too|both|now|this|clearly|obviously|evidently)){0,3}"
)
_FEELING = (
    r"(?:upset|offended|disappointed|unhappy|angry|annoyed|dissatisfied|displeased|frustrated|aggrieved"
    r"|irritated|cross"
    r"|bothered|disgruntled|discontented|vexed|miffed|peeved|put out|fed up|insulted|disheartened|let"
    r" down|hard done by|sore"
    r"|disillusioned|underwhelmed|unimpressed|outraged|furious|incensed|uneasy|resentful|wound up|worked up"
    r"|(?:not |less than |far from )(?:at all |very |too |entirely |fully |completely |so |best |overly "
    r"|all that )?(?:happy|satisfied|pleased|impressed|content|delighted"
    r"|comfortable|keen|thrilled|a fan|convinced|amused|won over))"
)
_NOT = r"(?:weren't|were not|aren't|are not|'re not|wasn't|ain't|have not been|haven't been|did not feel|didn't feel)"
_GLAD = (
    r"(?:happy|satisfied|pleased|impressed|content|delighted|comfortable|keen|thrilled|a fan|convinced"
    r"|amused|won over|taken with|struck on)"
)
_MOOD = (
    r"(?:disappointment|frustration|anger|(?:hurt |negative |bad |ill |strong )?feelings?|dissatisfaction"
    r"|unhappiness|displeasure|annoyance|perception"
    r"|irritation|upset|resentment|discontent|dismay|unease|distrust|vexation|indignation|disquiet|bad"
    r" mood|misgivings)"
)
_VIEW = r"(?:view|opinion|impression|perception|feeling|sense|conclusion|idea|notion|verdict|take|belief)"
_BAD = (
    r"(?:offensive|upsetting|unacceptable|unsatisfactory|disappointing|rude|unhelpful|hurtful|insensitive|abrupt"
    r"|confusing|inadequate|poor|insulting|unfair|excessive|cold|curt|brusque|dismissive|patronising"
    r"|harsh|unkind|unreasonable|expensive|dear|steep"
    r"|underwhelming|lacking|wanting|noisy|boring|dull|hard to (?:accept|take|hear|swallow)|difficult to"
    r" (?:accept|take|hear))"
)
_AUX = (
    r"(?: (?:still|may|might|have|should|now|really|also|do|did|don't|do not|didn't|did not|clearly"
    r"|apparently|seem to|appear to|would|could|happen to|came to))"
    r"{0,3}"
)
_YOU = r"(?:you|u|ya|yourself)"

FOR_THEIR_FEELINGS = Turns(
    Turn(
        rf"\b{_SAD}{_LEAD} (?:{_YOU}(?:'re|r|'ve been| are| were| was| have been| became| got| r| feel| felt(?! (?:the|your|his|her) )"
        rf"|(?= left| made)){_HOW_MUCH} {_FEELING}\b"
        rf"|ur{_HOW_MUCH} {_FEELING}\b|(?:{_YOU}(?:'ve| have)? (?:got|get|let|worked|wound) yourself"
        rf"|(?:this|that|it|we)(?: has| have|'s)? (?:got|made|left) {_YOU}){_HOW_MUCH} (?:upset|worked up|wound up|in a state"
        rf"|into a state|up|get upset)|{_YOU} ?{_NOT}{_HOW_MUCH}"
        rf" {_GLAD}\b"
        rf"|(?:any |all |the |for )?(?:your|of your|this|such) (?:obvious |evident |understandable |deep "
        rf"|apparent |sense of )?{_MOOD}\b"
        rf"|the {_MOOD} (?:that |which )?(?:you|our|this|it)\b"
        rf"|{_YOU}(?:'re| are|'ve| have| had| got| are having)(?: having)? (?:this|such|an?|that|these|the"
        rf"|some)(?: \w+)? (?:{_MOOD}|{_VIEW})\b"
        rf"|{_YOU}{_AUX} (?:(?:have|'ve) )?(?:come away|came away|left|gone away|went away|walked away|ended"
        rf" up|were left|been left|remain|are left)(?: \w+){{0,2}} (?:with|under) (?:the|an?|that|such)(?:"
        rf" an?)? (?:\w+ )?{_VIEW}"
        rf"|{_YOU}{_AUX} (?:get|got|gained|formed|hold|held|have|had|take|took|come to|came to) (?:the|an?"
        rf"|that|such an?|this) (?:\w+ )?{_VIEW}\b)",
        _SAD_HINTS,
    ),
    Turn(
        rf"\b{_SAD}{_LEAD} {_YOU}{_AUX} (?:think|thought|reckon|consider|deem|believe|perceive|regard|view"
        rf"|judge|hold|feel|felt)(?:ed|d|s)?"
        r" (?!(?:that )?(?:you|I|we)(?:'ve been|'d been| have been| had been| have lost| saw| heard| smelt|"
        r" were charged| are owed| lost))(?!of\b)(?!(?:so |very |quite |really |rather |a bit |a little"
        r" )?(?:unwell|ill|sick"
        r"|poorly|dizzy|faint|worse|cold|rough|nauseous|feverish|pain|unsafe|the need to (?:call|leave|go)))"
        rf"|\b{_SAD}{_LEAD} {_YOU}{_AUX} (?:find|found) (?:it|this|that|us|me|him|her|them|(?:the|our|my|your"
        rf"|his|her|their|this|that) [\w' -]{{2,40}}?)"
        rf" (?:to be )?(?:so |too |very |a bit |rather |that )?(?:un\w+|dis\w+ing|in\w{{4,}}|{_BAD})\b"
        rf"|\b{_SAD}{_LEAD} {_YOU}{_AUX} (?:take|took|are taking|'re taking|were taking|have taken|read"
        rf"|interpret(?:ed)?|understood|chose to (?:read|take|see)|have chosen to (?:read|take|see))"
        r" [^.!?;,\n]{0,40}?\b(?:badly|personally|amiss|the wrong way|wrongly|to heart|this way|that way|as"
        r" (?:a|an|rude|an insult)|so hard|ill)\b"
        rf"|\b{_SAD}{_LEAD} {_YOU}{_AUX} (?:see|saw|view|viewed|are seeing) [^.!?;,\n]{{1,40}}? (?:in (?:that"
        rf"|this|such a) (?:light|way)|that way|this way|like that|differently|as (?:\w+ly )?(?:un\w+|{_BAD}))"
        rf"|\b{_SAD}{_LEAD} {_YOU} (?:did not|didn't|do not|don't|could not|couldn't|failed to)(?: really|"
        rf" fully| quite| much)? (?:enjoy|like|love|care for|appreciate|take to|warm to|agree with|approve of"
        rf"|share)\b",
        _SAD_HINTS,
    ),
    Turn(
        rf"\b{_SAD}{_LEAD} (?:(?:our|the|my|his|her|their|this|that|it|its|what|such|some)(?: [\w'-]+){{0,6}}?"
        rf" )(?:has |have |had |may have |might have |was found |to have )?"
        r"(?:(?:so |really |clearly |greatly |also )?(?:offended|annoyed|bothered|angered|irritated"
        r"|displeased|disappointed|frustrated|dissatisfied|incensed|upset|irked|vexed|saddened|aggrieved"
        r"|insulted)"
        r" (?:you|your (?:family|wife|husband|mother|daughter))\b(?! (?:sleep|day|plans|stomach))"
        r"|(?:made|making|makes|left|leaves|leaving) (?:you|u)(?: all)?(?: so| very| feeling| feel| rather|"
        r" this| that){0,2} (?:angry|cross|upset|unhappy|disappointed|annoyed|frustrated|dissatisfied"
        r"|offended|uneasy"
        r"|let down|bad|that way|this way|like that|like this|unappreciated|undervalued|unvalued|unwelcome"
        r"|underwhelmed|short-changed)"
        r"|left you cold|left (?:a |such a |you with a )?(?:bad|sour|bitter|nasty) taste|rubbed you|got (?:on"
        r"|under) your (?:nerves|skin)|ruffled|got your back up"
        r"|(?:fail(?:ed)? to|did not|didn't|does not|doesn't)(?: quite| fully)? (?:meet with your approval"
        r"|find (?:your )?favour|please you|impress you|satisfy you|delight you|win you over|sit well with"
        r" you)"
        r"|(?:was|were|is|are|being|proved) (?:so |too |rather )?(?:hard|difficult|tough|painful) for you to"
        r" (?:accept|hear|take|swallow|understand)"
        r"|(?:seem(?:ed|s)?|felt|feels|appear(?:ed|s)?|c[oa]me (?:over|across)|sounded|looked|read)(?: to"
        r" you)?(?: as)?(?: though| if| like)?(?: to you)(?: as)?\b"
        rf"|(?:is|'s|was) (?:your (?:\w+ )?{_VIEW}|how you (?:feel|felt|see|saw|view|took|take|read)|the way"
        rf" you (?:feel|felt|see|saw|took|take))"
        rf"|(?:aroused|provoked|evoked|stirred|caused|gave rise to) (?:\w+ )?(?:in you|{_MOOD})"
        r"|(?:was|were|is|are|been) (?:not |n't )?(?:appreciated|welcomed|well received|received|perceived"
        r"|taken|interpreted|experienced|felt)(?: by you| badly| poorly| as (?:rude|cold|curt|unkind"
        r"|dismissive))"
        r"|you felt(?! (?:the|your|his|her) \w+ (?:give|move|go|break|shift|come|burn|shake))|you feel"
        rf"|you(?:'ve| have) chosen to (?:read|take|see)|{_MOOD}[^.!?;,\n]{{1,40}}? in you\b)",
        _SAD_HINTS,
    ),
    Turn(
        rf"\b(?:saddened|troubled|pained|grieved|dismayed|disheartened) by your (?:\w+ )?{_MOOD}\b"
        r"|\b(?:it )?(?:saddens|pains|grieves|troubles|disappoints|upsets) (?:us|me) (?:to (?:hear|learn|read"
        r"|see|know) )?(?:that )?(?:you(?:'re| are| were| feel| felt| think| see| view| perceive"
        rf"| consider| found| find| hold| have)\b|your {_MOOD})"
        r"|\b(?:I|we) wish (?:that )?you (?:didn't|did not|weren't|were not|hadn't|wouldn't)(?: \w+){0,2}?"
        r" (?:feel|see|think|upset|angry|cross|offended|take|disappointed|hard done by)"
        rf"|\b(?:with (?:great |much |deep )?(?:regret|sadness|sorrow)|regretfully|regrettably|sadly"
        rf"|unfortunately)(?: that)?,? (?:I|we) (?:note|read|learn(?:ed|t)?|see|hear|understand|observe|notice)"
        rf"(?: of| that)? (?:your (?:\w+ )?{_MOOD}|you (?:are|were|feel|felt|remain)(?: \w+){{0,2}} (?:not "
        rf"|dis|un|ups|ang|let down))",
        "saddened troubled pained grieved dismayed disheartened saddens pains grieves troubles disappoints"
        " upsets wish regret sadness sorrow regretfully regrettably sadly unfortunately",
    ),
    Turn(
        rf"\b(?:{_SAD}|soz|saddens?|pained|pains|shame)\b[^.!?;\n]{{0,70}}?\b(?:landed badly|(?:didn't|did not) land (?:well"
        rf" )?with you|(?:hit|touched|struck) a (?:raw )?nerve|(?:not|n't)(?: quite| really)? (?:to (?:your|your family's)"
        rf" (?:liking|taste)|your cup"
        r" of tea|what (?:you'd|you had|you were|you) (?:hop\w+|pictur\w+|expect\w+|want\w+|imagin\w+|been hop\w+)|the (?:answer"
        r"|reply|outcome|news|result) you|found favour|feeling the)|came as (?:a|such a) (?:\w+ )?(?:shock|surprise|disappointment"
        r"|blow) to you|disappoints? you|(?:in|to) your (?:eyes|mind|view"
        r"|opinion|book)|that,? for you,? |you(?:'re| are| were) of the (?:opinion|view)|you (?:have |'ve )?(?:come to|came"
        r" to|reached|formed|drawn|drew) (?:that|this|the|an?|such) (?:\w+ )?(?:conclusion|view|opinion)|(?:triggered|upset"
        r"|rattled|irked) you\b|(?:taken|take|took|taking) (?:such )?offen[cs]e|your good opinion"
        r"|hurt feelings|(?:source|cause) of (?:\w+ )?(?:annoyance|upset|irritation|disappointment|distress|offen[cs]e|displeasure)"
        r" to you|(?:made|make|left|leaves) you (?:feel(?:ing)? )?uncomfortable|how (?:strongly|badly|deeply) you feel|strength"
        r" of (?:your )?feelings?|you (?:experienced|perceived?) (?:it|this|our \w+|us|the \w+) as"
        r"|fact that you (?:found|felt|feel|thought)|such an? (?:\w+ )?(?:emotional|sensitive|sore) (?:matter|subject|point"
        r"|topic|issue) for you|you(?:'re| are| were)(?: \w+)? (?:mad|sore|angry|cross) (?:at|with) us|(?:sour|bad|nasty"
        r"|bitter) taste|hard time (?:accepting|with)|(?:not|n't) (?:\w+ )?(?:fully |entirely |completely )?(?:satisfied"
        r"|pleased|happy)"
        r" with|(?:upset|disappointment|frustration|annoyance|unhappiness) on your (?:side|part|end)|was received in the"
        r" way|(?:formed|form) an? (?:adverse|negative|poor|unfavourable|bad) (?:view|opinion|impression)|(?:colour|cloud"
        r"|spoil|affect) your (?:view|opinion|impression)|you believe (?:that )?(?:you(?:'ve| have) been|we|our|the) (?!owe))\b",
        f"{_SAD_HINTS} soz pains",
        "nerve badly land liking taste favour tea hoped hoping pictured expected expecting wanted imagined feeling answer"
        " reply outcome news result shock surprise disappointment blow disappoints disappoint eyes mind view opinion book"
        " conclusion triggered upset rattled"
        " irked offence offense feelings source cause uncomfortable strongly badly deeply strength experienced perceived"
        " perceive fact emotional sensitive sore mad angry cross time satisfied pleased happy frustration annoyance unhappiness"
        " received impression believe you",
    ),
)
