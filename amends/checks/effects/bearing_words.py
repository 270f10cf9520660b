"""Kinds of words for what something is to people's lives: whom it hit, what of theirs it fell on, what it took, how it must be.

Where `effect_words` lists what was borne, this reads a sentence by its kinds of words: their people, their days and duties,
their losses and labours. It is asked only when nothing of that list was found, and it takes rather too much than too little.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late

if TYPE_CHECKING:
    from amends.drafts.draft import Draft

_PEOPLE = (
    r"(?:sons?|daughters?|child|children|kids?|boys?|girls?|bab(?:y|ies)|wife|husband|partner|mothers?|mums?|moms?|mam"
    r"|mammy|fathers?|dads?|parents?|famil(?:y|ies)|guests?|visitors?|in-laws|dogs?|cats?|pupp(?:y|ies)|crew|staff"
    r"|customers?|clients?|patients?|pupils?|students?|tenants?|residents?|friends?|colleagues?|nephews?|nieces?|uncle"
    r"|aunt(?:y|ie)?|grand\w+|grann?y?|nan|twins|sisters?|brothers?|cousins?|bride|groom|landlord|landlady|boss|tailor"
    r"|accountant|committee|congregation|toddler|newborn|little (?:one|ones|boy|girl)|elders?|late \w+|board|readers"
    r"|passengers|diners|players|lodgers?|carers?|household)"
)
_DAY = (
    r"(?:birthdays?|weddings?|funerals?|memorial|wake|anniversar(?:y|ies)|honeymoon|exams?|interviews?|audition|part(?:y|ies)"
    r"|engagement|graduation|christening|baptism|naming(?: ceremony)?|communion|ceremony|rehearsals?|recital|reunion"
    r"|holidays?|vacation|christmas|eid|diwali|easter|thanksgiving|onam|sangeet|aso ?ebi|puja|ramadan|rent|mortgage|wages"
    r"|salary|payday|payroll|school run|school fees|term|homework|dissertation|thesis|deadlines?|board meeting|surgery"
    r"|operation|dialysis|chemo|treatment|market day|opening night|big day|special day|day off|days off|afternoon off"
    r"|morning off|leave|lunch break|night shifts?|harvest|season|month-end|year-end|tax return|supper|dinner|breakfast"
    r"|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth|twenty-first|eighteenth|hundredth|food shop|groceries"
    r"|commute|sleep|living|livelihood|takings|trade|savings|pension|plans|garden party|test|driving test|match|opener"
    r"|tournament|concert|show|trip|retirement|move|moving day)"
)
#: Of these "the" alone tells that they are the customer's.
_THEIRS = (
    r"(?:children|kids|child|boys?|girls?|bab(?:y|ies)|twins|guests?|visitors?|in-laws|famil(?:y|ies)|bride|groom"
    r"|dogs?|cats?|toddler"
    r"|newborn|little (?:one|ones|boy|girl)|grand\w+|congregation|household|diners|elders?|late \w+)"
)
#: What of such a person something may befall: their day, their body, where they sleep; and not their parcel.
_NEAR_THEM = (
    rf"(?:[\w-]+ )?(?:{_DAY}|first|last|only|own|big|face|tears|hands?|feet|foot|leg|arm|back|cough|chest|skin|ears?"
    rf"|eyes?|heart|hair|bed|bedside"
    r"|cot|room|place|house|home|school|shoulders?|nerves|trust|confidence|turn|medicine|tablets|insulin|inhaler"
    r"|since|without|waiting|instead)\b"
)
#: An event that only tells which goods ("birthday cake", "party platter") is not yet a day that was hit.
_DAY_ITSELF = (
    rf"{_DAY}(?=[.,;:!?]|\Z|'s? | (?:and|or|but|to|in|on|at|is|was|were|are|with|without|that|this|for|next|tonight|today"
    r"|tomorrow|had|has|have|goes|went|will|would|could|by|from|when|while|so|as|because|of|off|away|up|comes|came|starts"
    r"|began|depends|right|half|all|already|around|table|morning|day|night|afternoon|evening|weekend|yesterday"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
_HARD = (
    r"(?:worr(?:y|ies|ied|ying|isome)|stress(?:ful|ed)?|strain|anxious|anxiety|alarm(?:ing|ed)?|fright(?:ened|ening)?"
    r"|scar(?:y|ed)"
    r"|unsettl(?:ing|ed)|upheaval|hassle|nuisance|annoy(?:ing|ance|ed)|madden(?:ing|ed)|infuriating|galling|tiresome"
    r"|tiring|tedious|wearing|wearying|exhaust(?:ing|ed)|dispiriting|dishearten(?:ing|ed)|discouraging|miser(?:y|able)"
    r"|embarrass(?:ing|ment|ed)|humiliat\w+|awkward|painful|in pain|hardship|burden|grief|griev\w+|heart-?break\w*"
    r"|lonely|loneliness|nerve-?(?:wracking|racking)|dreadful|horrible|rotten|grim|bleak|dismal|sickening|unnerving|uncomfortable"
    r"|discomfort|unfair|insult(?:ing)?|shock(?:ing|ed)?|ordeal|nightmare|headaches?|sleepless|helpless|stranded|puzzl\w+"
    r"|confus(?:ing|ed)|bewilder\w+|wasted|wasting|ruin(?:s|ed)?|spoil(?:s|t|ed)?|dampen(?:s|ed)?|disrupt(?:s|ed|ion)?"
    r"|a wrench|a blow|a slog|a chore|a squeeze|a scramble|a let-?down|a lot to (?:ask|bear|carry|take)|lump in)"
)
_NOT_GENERIC = (
    r"(?!(?:(?:that )?(?:the|your|our|this|an?|there|it) )?(?:recent |latest )?(?:order|parcel|delivery|account|refund|payment"
    r"|bill|booking|complaint|message|concerns?|frustration|disappointment|anger|feelings|point|query|request|issue|problem"
    r"|matter|feedback|shipment|invoice|email|letter|situation|position|importance)\b)"
    r"(?!(?:that )?you(?:'ve| have|'d| had|'re| are| were)? (?:recently |also |just )?(?:contact|writ|wrote|report|rais|order"
    r"|bought|plac|call|rang|e?mail|ask|request|experienc|sen[dt]|an? (?:issue|problem|question)|(?:had|have|having) (?:an?"
    r"|some) (?:issue|problem|concern|question)|(?:un)?happy|upset|angry|cross|disappointed|frustrated|concerned|dissatisfied"
    r"|feel|told|said|mentioned|receiv|booked|paid|purchased|subscribed|would like|want(?:ed)? (?:a refund|your money|to"
    r" (?:know|cancel|return))))"
    r"(?!(?:just |very |quite )?(?:how )?\w+(?: and \w+)? (?:it|this|that)(?: whole \w+)? (?:is|was|must be|can be"
    r"|must have been|may be|has been)"
    r"(?: for you| for anyone)?(?:[.!,;]| when (?:things|something|an?|our|people|services?|orders?)\b))"
    r"(?!(?:it|this|that|them) (?:on|in|from|here|now|at|under|there|clearly|all)\b)(?!(?:that |this )?(?:was not"
    r"|wasn't|isn't) (?:easy|ideal|good enough))"
)
_MONEY_OR_TIME = (
    r"(?:day|morning|afternoon|evening|night|weekend|week|month|summer|sunday|saturday|nerves|peace|pocket|purse|trust"
    r"|confidence|diary|reputation|throat|heart|stomach|back|knees?|lunch hour|evenings|mornings|books|shop floor|shelves"
    r"|stall|freezer|fridge|cooking|washing|laundry|business|counter|studio|study|garden|kitchen|bedroom|living room|mattress)"
)
_OWN_ACT = late(
    r"\b(?:I|[Ww]e|[Ss]omeone|[Ss]omebody|[Oo]ur [\w-]+|[Mm]y [\w-]+|(?!(?:It|This|That|You|They|He|She|There|Which"
    r"|The|Your|What|Who)\b)[A-Z][a-z]+)(?:'ll| will| shall| can| could| would|'d like| would"
    r" like|'m going to|'re going to)\b(?! (?:only )?(?:see|imagine|understand|hear|guess|picture|tell (?:from|how|that)))"
    r"|\b(?:I|[Ww]e)(?:'ve| have|'d| had|'m| am|'re| are)(?: now| already| just| also| since| both| all)* (?:asked"
    r"|asking|put|putting"
    r"|taken(?! (?:you|your))|taking|moved|moving|booked|booking|sent|sending|refunded|released|checked|checking"
    r"|opened|opening|entered|entering|held"
    r"|holding|added|adding|written|writing|called|calling|rung|ringing|ordered|ordering|got (?:your|the|it)|passed"
    r"|passing|credited"
    r"|cancelled|spoken|speaking|arranged|arranging|going|working|trying|pulled|pulling|marked|kept (?:the|a)"
    r"|tested|testing|packed|packing|paid|chased|chasing|traced|tracing|driving|coming|meeting)\b"
    r"|\b(?i:please|let me know|thank(?:s| you)?|grateful|regards|if you|whether you|unless|so that you(?:r| can)|in case you)\b"
)

_KINDS = (
    # we know what it is to them
    (
        rf"\b(?:I|we) (?:also |do |fully |well |quite |now )?(?:know|realise|realize|can (?:only |well )?(?:see|imagine"
        rf"|picture|guess|tell)"
        rf"|imagine|appreciate that) (?:that |how |what |why )?{_NOT_GENERIC}(?:[^.!?\n]{{0,60}}\b)?(?:you|your|he|she"
        rf"|they|it|this|that|those|these|his"
        rf"|her|the (?:\w+ )?{_PEOPLE})\b"
    ),
    (
        r"\b(?:must|can't|cannot) (?:have )?(?:be|been|feel|felt|come|look|seem|taste|stung?|hurt)\b(?! (?:a (?:mistake"
        r"|slip|mix)|sent"
        r"|posted|told|ready|delivered|fixed|done))"
    ),
    r"\bhow (?:it|that|this) (?:felt|feels|looked|landed|must|spoil|hit|came across|sounded)\b",
    # their people
    (
        rf"\b(?:(?:your|his|her|their|both)(?: [\w-]+){{0,2}}? {_PEOPLE}|the(?: [\w-]+)? {_THEIRS})(?!'s? (?!{_NEAR_THEM})|"
        r" (?:menu|pack|bed|seat|room|ticket|box|food|care|services?|account|number|code|desk|team|line|relations|support"
        r"|(?:also |has |had |have )*(?:call|r[au]ng|wr[oi]t|e?-?mail|told|report|rais|contact|order|bought|spoke"
        r"|explain|mention|asked (?:us|me|for))\w*))\b"
        r"(?<!\byour\scolleague)(?<!\byour\scolleagues)"
    ),
    (
        r"\b(?:with|for|by|of|to|had|have|'ve|got|and) (?:an? |two |three |four |small |young |hungry |tired |ten "
        r"|twelve |\w+ ){0,2}"
        r"(?:children|kids|toddlers?|guests|newborn|baby|babies|in-laws|people (?:at|sitting|waiting|round|around|in"
        r"|on|to|coming)"
        r"|mouths|visitors|twins)\b"
    ),
    # their days and duties
    (
        rf"(?<!from\s)\b(?:your|his|her|their|the|an?|this|that|for|before|after|of|on|during|own|in|to|and"
        rf"|without)(?: [\w-]+(?:'s?)?){{0,2}}?"
        rf" {_DAY_ITSELF}"
    ),
    (
        r"\bthe (?:day|days|week|night|morning|evening|hour|month) (?:of|before|after|you(?:r|'re|'d| were)?|that you|when you"
        r"|(?:\w+ ){1,2}(?:marr\w+|fly|flies|turn(?:s|ed)|start(?:s|ed)|open(?:s|ed)))\b"
    ),
    (
        r"\b(?:before|while|when|as|until|the day|once|on) you (?:fly|flew|move|moved|marry|married|travel|travelled|open"
        r"|opened|teach|taught"
        r"|sat|sit|start(?:ed)? (?:work|your|the|a)|set off|were (?:already |just |still |about |due )?|needed|'re "
        r"|had your|most)\b"
    ),
    (
        r"\b(?:the|your|his|her|their|its|our) (?:very )?(?:last|first|only|best|busiest|worst) (?:[\w-]+ ){0,3}?(?:before|of the"
        r" (?:year|month|season|week)|day|week|weekend|chance|time|morning|night|practice|meal)\b(?! (?:possible"
        r"|available|class))"
    ),
    # what they had in hand, wanted, counted on
    (
        r"\byou(?:'d| had|'ve| have|'ve got|'d got) (?:got )?(?!(?:an? |the |every |any )?(?:right|option|choice|until"
        r"|time|need|nothing|reason"
        r"|chance|question|our|my|asked)\b)(?:[\w'-]+ ){1,5}?(?:to|waiting|coming|sitting|booked|arriving|driving"
        r"|flying|travelling|traveling|counting|staying|relying"
        r"|depending|hanging|around"
        r"|on (?:the \d|mon|tues|wednes|thurs|fri|satur|sun|your)|at (?:\d|home|the table)|by then)\b(?! (?:us|me|be able))"
    ),
    (
        r"\byou(?:'ve| have) (?:an?|no|two|three|four|five|six|seven|eight|nine|ten|\w+ty|\w+teen|people|nothing|nowhere"
        r"|only)\b(?! (?:idea|question|need|reason to (?:hurry|wait)|refund|new"
        r"|replacement|copy|credit|choice|right|case|account|preference|problem|issue))"
    ),
    (
        r"\byou(?: now| then| still| all| both)? (?:have|had) (?:no|nothing|nowhere|only|half)\b(?! (?:further|more to"
        r"|to (?:pay|do|send|return)))"
    ),
    (
        r"\byou(?:'d| had) (?:already |just |specially |long |even |all )?(?:left|taken|shown|told (?:your|the|her|him"
        r"|them|every)|arranged"
        r"|planned|invited|promised|saved|waited|come|driven|travelled|traveled|set|made|kept|put|got up|cleared"
        r"|baked|cooked|packed"
        r"|painted|flown|hired|bought (?:the|a|your)|booked (?:the|a|your)? ?(?:day|week|time|off|leave|hall|sitter)"
        r"|looked forward|been"
        r" (?:so |looking|counting|hoping|saving|waiting|planning|dreaming|up))\b"
    ),
    (
        r"\byou (?:wanted|needed|need|want|chose|picked|meant|hoped|wished|kept|bought|got|took) (?:it|them|that|this|one"
        r"|the|her|him|these|those"
        r"|your|to)\b[^.!?\n]{0,50}?\b(?:for (?:a|your|the|his|her|their|him|them|work)|there|by|before|in time"
        r"|with (?:her|him|them|you)|as a"
        r" (?:gift|present|surprise))\b"
    ),
    (
        r"\byou(?:'re| are| were) (?:now |still |all |both |already |just |left )*(?:about|due|counting|hoping"
        r"|looking forward|relying|depending"
        r"|between jobs|on your (?:own|way)|off (?:to|work)|sleeping|living|cooking|washing|driving|walking|carrying"
        r"|paying|sitting|standing"
        r"|running|working|travelling|traveling|getting by|making do|managing|borrowing|eating|heating|boiling|wearing"
        r"|holding|caring|hosting"
        r"|moving|flying|starting|opening|expecting (?:guests|people|a|your)|at (?:work|home|school|sea|the gate)|down to"
        r"|short|behind|cut"
        r" off|stuck|in the (?:middle|dark|cold)|up (?:at|all|half)|woken|losing|missing|wondering|worrying|guessing"
        r"|chasing|out)\b"
    ),
    (
        r"\byou(?: now| then| still| all| both| only)? (?:sleep|cook|live|work|teach|care|depend|rely|count|love|loved"
        r"|walk|drive|wash|eat|trade"
        r"|run|sell|open|sing|play|dreaded|came (?:to|all|from|in|home|back)|drove|expected|trusted|deserved?"
        r"|should(?:n't| not) (?:have|be))\b"
        r"(?! (?:been able to find|received|receive))"
    ),
    (
        r"(?<!can\s)(?<!may\s)(?<!please\s)\b(?:count(?:s|ed|ing)?|rel(?:y|ies|ied|ying)|depend(?:s|ed|ing)?|wait(?:s"
        r"|ing)|look(?:ed|ing) forward"
        r"|set (?:your|his|her|their)"
        r" hearts?|plann?ed|plan) (?:on|to|for|around|your|it|by)"
        r" (?:it|that|this|these|those|them|us|the|your|him|her|a)\b(?! (?:bank|reply"
        r"|answer|result|team|supplier))"
    ),
    # what it took, left, meant, would do
    (
        r"\b(?:leav(?:e|es|ing)|left) (?:you|your (?!address|name|number|order|parcel|package|review|case|account"
        r"|message)|him|her|them|the"
        r" (?:children|kids|family|whole))\b(?! (?:a (?:message|note|card|voice)|with (?:me|us|our)))"
    ),
    (
        r"(?<!\bi\s)(?<!\bwe\s)\b(?:may|might|could|would|will|can|has|have|does|doesn't|is going to|now)(?: also| well"
        r"| only| now)? (?:cost|mean"
        r"|meant|put (?:you|a|your|the whole)|spoil\w*|upset\w*|throw|thrown|disrupt\w*|ruin\w*|eat into|eaten"
        r"|hold (?:you|up)|set you|take"
        r" (?:up|away|a day)|taken (?:up|away|a)|make (?:a|for|life|it (?:hard|awkward))|made (?:a|for|life"
        r"|it (?:hard|awkward)))\b"
    ),
    (
        r"\b(?:it|that|this|which|and|week|wait|delay|day) (?:all |also |only |has |rather |now "
        r"|just )?(?:costs?(?! (?:you )?nothing)|means?"
        r"|meant|took (?:the|your|a|up|away)"
        r"|takes (?:the|your|up|away)|upsets?|spoil(?:s|ed|t)?|ruin(?:s|ed)|throws?|threw|puts? (?:you|your|a|the whole)"
        r"|eats? into|ate into|makes"
        r" (?:a|for|it (?:hard|awkward))|made (?:a|for|it)(?! (?:easy|easier|clear|clearer|quick|quicker|possible"
        r"|simple|plain))|hits?|hurts?|stings?|stung|matters?|matter(?:s|ed)?)\b"
    ),
    (
        r"\bso (?!there(?:'s| is) nothing (?:for|to|more|else|left|you))(?:that )?(?:now )?(?:your|the|you(?:'ve|'re"
        r"|'ll)?|he|she|they|there|every|each|no one"
        r"|nobody)\b[^.!?\n]{0,60}?\b(?:no|not|\w+n't|without"
        r"|nothing|nowhere|never|can't|cannot|won't|don't|didn't|isn't|wasn't|still|sitting|sat|lost|worry|giving you"
        r"|instead|twice|again"
        r"|by hand|wet|cold|dark|empty|bare|late|short)\b"
    ),
    (
        r"\b(?:you'll|you will|you'd|you would|you may|you might|you could|you won't|you can't|you cannot)(?: now| then"
        r"| also| well| all| still| even)*"
        r" (?:have (?:to|no|nothing|nowhere|only|booked|planned|made|told)|need to (?!do)|be"
        r" (?:left|without|stuck|out|late|short|unable|kept|missing"
        r"|waiting|cold|in the)|miss|lose|go without|find it|wake|worry|wonder|(?:be able to )?(?:use|show|open|cook|wash"
        r"|sleep|travel|work|drive"
        r"|sit|see|serve|park|walk|play|wear|get))\b(?! (?:my|our|a (?:call|text|note|mail|message|reply|new)|an (?:email"
        r"|answer|e-mail)|your (?:refund"
        r"|money)))"
    ),
    (
        r"(?<!\bi\s)(?<!\bwe\s)(?<!\bi've\s)(?<!\bwe've\s)(?<!\bi\shave\s)(?<!\bwe\shave\s)(?:\b(?:then|and|so|but|or"
        r"|only|still) (?:had|have|having|has) to"
        r"|\b(?:having|had) to)\b(?! (?:be (?:replaced|repaired|ordered|tested|checked)|do with|say|tell|write|chase"
        r"|cut another))"
    ),
    (
        r"\bthe (?:money|cash|sum|time|hours|day|week) (?:that )?(?:you(?:'d|r)?|your|for|meant|kept|set aside)\b"
        r"|\b(?:money|a sum|time|hours?|a day) (?:that )?you (?:could|would|had|need|don't|won't|can't|never)\b"
    ),
    r"\bin front of (?:your|the|all|both|his|her|every\w+|a |\w+ (?:guests|people|families|customers))",
    r"\b(?:out of|in|from|on|into|up|through|of) (?:your|his|her|their) (?:own )?(?:[\w-]+ )?"
    + _MONEY_OR_TIME
    + r"\b(?! (?:account|order|box))",
    (
        rf"\byour (?:own |whole |only |usual |[\w-]+ )?{_MONEY_OR_TIME}(?= (?:is|was|were|had|has|have|went|will be"
        rf"|would be|in|and|at|for nothing|gone"
        r"|off|out|short|away|cold|wet|empty|bare)\b)"
    ),
    (
        r"\b(?:for nothing|in vain|all over again|from scratch|by hand|on foot|by candle\w*|twice over|night after night"
        r"|day after day|time after time"
        r"|again and again|on top of|to no purpose|without (?:so much as )?an?\w* (?:word|answer|bed|roof|car|phone|meal))\b"
    ),
    (
        rf"\b(?:is|was|are|were|been|be|feels?|felt|it's|that's|as|a|an|of|with|meant|means|such|so|the|and|no|extra|more"
        rf"|rather) (?:a |an |the |very |quite"
        rf" |so |really |hard and |rather |all the |real |such a |hardly |less )*{_HARD}\b"
    ),
    (
        r"\b(?:is|was|'s|are|were|it's|that's|isn't|wasn't) (?:no|not|hardly|scarcely|never|a|an|such a|no sort of"
        r"|too)(?: [\w-]+)? (?:treat|way"
        r"|fun|joke|start|place|thing|time|wait|morning|evening|day|week|use|good to|comfort|meal|holiday|night"
        r"|welcome|life|long)\b"
    ),
    r"\bnot (?:what|how|the (?:\w+ )?(?:way|start|day|evening|welcome|meal|holiday|night)) (?:you|anyone|anybody|any|to|one)\b",
    (
        r"\b(?:hard|bad|long|poor|cruel|rotten|awful|worst|wrong|difficult|tough|rough|busy) (?:thing|time|way|moment"
        r"|news|week|day|month|night|hour|wait"
        r"|place|start|enough|morning|evening|year)\b(?! (?:on the (?:slip|label|invoice)|zone))"
    ),
    (
        r"\b(?:it|that|this|which|the \w+|\w+) (?:was|were|is|are)(?: to be| meant(?: to be)?| supposed to be)? (?:your"
        r"|his|her|their|(?:an? |the )?(?:birthday"
        r"|wedding|gift|present|surprise|reason|whole point|one thing|one part|last|first)|for (?:your|his|her|a"
        r"|the))\b(?! (?:order|account|refund|name"
        r"|address|bank|booking|parcel))"
    ),
    (
        r"\bto (?:find|discover|learn|be told|come home|get home|come back|wake"
        r"|open it)\b(?<!sorry\sto\sfind)(?<!sorry\sto\slearn)(?<!sorry\sto\sdiscover)"
        r"(?! (?:out (?:what|why|how|where|who|from)|what|why|a (?:new|better)))"
    ),
    (
        r"\b(?:(?:by|for|it|them|that|this|all|home|there|out|up|off) (?:yourself|yourselves)|on your own"
        r"|your own (?!words|inbox|solicitor|affair"
        r"|business|record|account|bank|insurer|name|time to|choice|pace|page|copy|login|notes|goods|order)\w+)\b"
    ),
)
_KINDS_OF_WORDS = late(
    "|".join(f"(?:{words})" for words in _KINDS).replace(" ?", r"\s{0,4}").replace(" ", r"\s{1,4}"), re.IGNORECASE
)
#: What is asked of them, or what only our own people and papers are: names nothing that was borne.
_ABOUT_US = late(
    r"\b(?:sorry|apolog\w+) (?:to (?:hear|learn|find)|about|for) (?:this|that|it|the|your|any)? ?\w*[.,]?\Z",
    re.IGNORECASE,
)


def borne(draft: Draft) -> bool:
    """Whether some sentence tells what this was to the people it happened to."""
    for sentence in draft.body:
        said = draft.said[sentence.start : sentence.end]
        if said.rstrip().endswith("?"):
            continue
        own = _OWN_ACT.search(said)
        found = _KINDS_OF_WORDS.search(said, 0, own.start() if own else len(said))
        if found and not _ABOUT_US.search(said):
            return True
    return False


def done_for_them(said: str, start: int, end: int) -> bool:
    """Whether what begins at the end belongs to an act of ours that begins after the start: "I've put you on the 8:10"."""
    own = _OWN_ACT.search(said, start, end + len("put"))
    return own is not None and not any(mark in said[own.end() : end] for mark in ",;:")
