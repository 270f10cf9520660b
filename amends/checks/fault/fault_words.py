"""Words for a fault of ours: that we did it, that it is ours, and that it is only said or supposed to have happened."""

from __future__ import annotations

import re
from typing import Final

from amends.drafts.cue import late

OURS = (
    r"(?:(?:one of )?our (?:own )?[\w'-]+(?: [\w'-]+)?|my (?:own )?[\w'-]+|(?:a|the) (?:member of (?:our|my) \w+"
    r"|colleague of (?:mine|ours))|the (?:company|firm|clinic|hotel|school|shop|garage|bank|nurse|carer|driver"
    r"|engineer"
    r"|fitter|technician|dentist|doctor|plumber|chef|kitchen|waiter|vet|pharmacist|groomer|porter|attendant|cleaner"
    r"|instructor|stylist|builder|electrician|roofer|surgeon|midwife|teacher|guard|mechanic))"
)
#: What one did and should not have done.
DID = (
    r"(?:mis(?:sed|read|laid|took|placed|counted|calculated|heard|quoted|labelled|priced|spelt|spelled|sold|led"
    r"|handled|judged|diagnosed|directed|booked|filed|informed|matched|keyed|typed|cut|measured|timed|routed|advised"
    r"|represented|applied|treated|managed)|forgot"
    r"|overbooked|overcharged|overcooked|overfilled|overlooked|oversold|overran|overstated|undercooked|undercharged"
    r"|underpaid|underestimated|understated|double-?(?:booked|charged|billed|debited|sold)|wiped|deleted (?:your|the wrong|it"
    r"|them)|lost (?!you\b|your (?:trust|custom|faith)|our)|broke"
    r"|burnt|burned|scorched|cracked|spilt|spilled|shrank|dented|smashed|tore|ripped|flooded|scratched|damaged"
    r"|ruined|spoilt|spoiled"
    r"|dropped (?:your|it on|the (?:ball|box|tray|parcel|cake|table|glass|phone|piano|vase))|soaked|bleached|killed|injured|hurt"
    r"|neglected|failed|fell short|omitted|breached"
    r"|leaked|disclosed|let you(?:r \w+)? down|let (?:you|him|her|them|this|that|it|your \w+) (?:slip|lapse|on"
    r"|through|out|off|go|down|run)|kept you (?:waiting|on|in the|out|standing|hanging|from)|left (?:you|your [\w ]{1,20}|it"
    r"|the [\w ]{1,20}|them|him|her"
    r"|a [\w ]{1,20}) (?:out|off|undone|half|open|on|behind|loose|unlocked|in the|without|waiting|stranded|standing"
    r"|unattended|exposed|unfinished)"
    r"|made (?:a|an|the|this|that|such a) (?:\w+ )?(?:hash|mess|mistake|error|blunder|slip|pig's ear|muddle|wrong"
    r"|bad|poor)|messed|cocked|screwed|slipped up|botched|bungled|muddled|mixed (?:up|your|the|you)|confused (?:your"
    r"|you|the|two)|got (?:it|this|that|the [\w ]{1,20}|your [\w ]{1,20}|you|things|them) (?:wrong|mixed|muddled"
    r"|back to front)|dropped the ball|gave (?:your [\w ]{1,20}?|it|the [\w ]{1,20}?) (?:to (?:somebody|someone"
    r"|another|the wrong|a)|away)"
    r"|(?:sent|gave|put|fitted|shipped|packed|delivered|picked|used|took|booked|ordered|handed|sold|measured|hung"
    r"|poured|painted|laid|programmed|registered|coded|filed|entered|typed|printed|quoted"
    r"|charged|installed|served|prescribed|dispensed|wrote|keyed|cut|mixed|loaded|connected|supplied|issued|posted"
    r"|e-?mailed|administered|released|told)(?: (?!no\b|not\b)[\w']+){0,6}? (?:wrong|wrongly|incorrect|incorrectly"
    r"|faulty|defective|unsafe|expired|somebody else|someone else|by mistake|in error|by accident|too (?:much|many"
    r"|little|early|late|long|short|high|hot)|upside|back to front|out of date|off by|mixed up|undercooked|mouldy"
    r"|wrongly)"
    r"|charged you(?:r \w+)? (?:for (?:a|an|something|the \w+ you|things|work|two|three|four|months?)|twice|double"
    r"|again|after|when|more than)|billed you (?:for|twice|double)|(?:shipped|sent) a (?:size )?[\w]+ to a"
    r"|had (?:the|your|an?) (?:old|wrong|outdated)|ignored|kept (?:you|on charging|charging|billing)|owed you"
    r"|broke (?:our|my) (?:word|promise)|went back on|nodded through|skipped (?!the queue)|wasted|drove into|ran over|cut your"
    r"|nicked)"
)
_UNDONE = (
    r"(?:tell|pass|keep|make|check|call|ring|send|turn up|show up|deliver|answer|reply|respond|do (?:what|it|the|as"
    r"|our)|warn|follow|notice|spot|catch|listen|act|fix|finish|book|log|record|write|let you|look after|deal"
    r"|get back|come|arrive|honou?r|read|test|inspect|clean|lock|close|secure|salt|grit|train|supervise|vet|mention"
    r"|process"
    r"|cancel|update|pick up|collect|post|save|tighten|replace|service|maintain|fit|live up|take (?:enough|proper"
    r"|care)|give you|refund|return|explain|confirm|pay)"
)
LESS = (
    r"(?: \w+ly| also| just| then| all| both| still| even| have| had| has|'ve|'d| did| do| clearly| simply"
    r"| once again| again){0,3}"
)
ADMISSIONS: Final[tuple[str, ...]] = (
    (
        r"\b(?:that|it) was (?:us|me)\b|\b(?:we|I) (?:have |had )?(?:sold|gave|sent|rented|lent|fitted|supplied|served)"
        r" you(?: [\w'-]+){1,4} with (?:a |an |no )?(?:faulty|broken|defective|missing|cracked"
        r"|wrong|bad|out-of-date|expired|worn)\b"
    ),
    (rf"\b(?:we|I|{OURS}){LESS} {DID}\b"),
    (
        rf"\b(?:we|I|{OURS})(?: \w+ly)? (?:did not|didn't|never|failed to|neglected to|omitted to|forgot to"
        r"|should have|ought to have|should've|should not have|shouldn't have|ought not to have"
        rf"|could have done)(?: \w+ly| even| even bother to)? (?:{_UNDONE}|been|told|checked|rung|rang|called|sent"
        r"|seen|known|warned|done|had|asked|caught|noticed|written|let|given|read|answered|taken|tested|stopped"
        r"|kept|made|met|vetted|spotted|booked|paid|replied|left|charged|come|gone|fitted)\b"
        r"|\b(?:we|I) did nothing\b|\b(?:we|I)(?: are| am|'re|'m| were| was)(?: \w+ly| very| so| all"
        r"| the ones? who (?:were|are))* (?:wrong|late\b|negligent|careless|at fault|to blame|in the wrong|liable"
        r"|slow to|remiss|sloppy|mistaken|rude|responsible for (?:the|this|that|what|your)|an hour late"
        r"|(?:\w+ ){1,3}late\b)|\b(?:we|I) (?:\w+ )?(?:own|accept|admit|concede|acknowledge|confess"
        r"|hold our hands up|plead guilty)"
        r" (?:this (?:one|mistake|error|failure)|that (?:the|our|we|it|this|you were|I|your)|it\b|our|full"
        r"|to)\b[^.!?;\n]{0,40}|\b(?:company|firm|clinic|hotel|school|bank|we|I|group|trust"
        r"|practice) (?:\w+ )?(?:takes?|accepts?|bears?|assumes?) (?:\w+ )?(?:responsibility|liability"
        r"|the blame) (?:for (?!your file|finding|it from|seeing|this from|getting)|in)\b"
        r"|\bhands up\b|\bguilty as charged\b|\bmea culpa\b|\b(?:he|she|they|the \w+)(?: \w+)? (?:deleted|closed"
        r"|lost|forgot|gave|sent) [^.!?;\n]{1,40} when (?:he|she|they) (?:was|were) meant\b"
    ),
    (
        r"\b(?:fault|mistake|error|lapse|slip|blame|failing|failure|oversight|delay|scratch|damage|leak|breakage"
        r"|shortfall|loss|mess|muddle|mix-up|choice|blunder|omission|hole|dent|crack|misprint|typo|double booking"
        r"|doing)(?: [\w']+){0,4}? (?:is|was|were|are|lies|rests|sits)(?: \w+ly| all| entirely)? (?:ours|mine"
        r"|our doing|my doing|on us|on me|down to (?:us|me)|with (?:us|me)|due to (?:us|me|our|my)|our (?:fault"
        r"|error|mistake)|caused by (?:us|our|my))\b(?! to (?:put|fix|sort|find))"
        r"|\b(?:it|this|that|this one|that one|all of (?:it|this|that)|the whole thing)(?:'s| is| was|s)? (?:all "
        r"|entirely |very much |squarely |wholly |solely |clearly ){0,2}(?:on (?:us|me)|down to (?:us|me)"
        r"|our (?:own )?(?:fault|doing|mistake|error|bad|blunder|slip|failure)|my (?:own )?(?:fault|doing|mistake"
        r"|error|bad|blunder|slip|failure))\b|\bmy bad\b|\bour bad\b|\bna (?:our|my|us|me)\b"
        r"|\b(?:it|this) (?:is|was) (?:we|us|me|I|our [\w'-]+|my [\w'-]+)(?: \w+)? (?:who|that|which)\b"
        r"|\bit was (?:us|me)\b|\b(?:attributable|traced back|traced|due|owing|(?:is|was|'s|all|entirely) down) (?:\w+ )?to (?:us"
        r"|our (?:own )?(?:office|side|end|team|error|mistake|negligence|failure|work|staff|delay|fitter|engineer"
        r"|oversight))\b|\b(?:(?:were|was|been) let down|failed|lost|broken|damaged|mislaid|double-booked"
        r"|overcharged|misled|wronged|missed|cut|left|torn|cracked|burnt|deleted|mixed up"
        r"|put there) (?:[\w ]{0,20})?by (?:us|me|our|one of our|a member of (?:our|my)|my)\b"
        r"|\bcame from (?:here|us|our (?:own )?(?:kitchen|side|end|office|workshop|pharmacy|dispensary))\b"
        r"|\bour (?:own )?(?:\w+ )?(?:ladder|carelessness|negligence|clumsiness|sloppiness|incompetence|error"
        r"|mistake|bungling|shoddy)\b|\bshould (?:never|not) have (?:been (?:on|let|allowed|given|charged|told|sent"
        r"|sold|put|served|discharged|turned))\b|\b(?:is|are) for us to (?:pay|answer for)\b|\bour doing\b"
    ),
    (
        r"\b(?:because|since|when|after|as) (?:we|I|our [\w'-]+|my [\w'-]+) (?:\w+ )?(?:fitted|left|used|put|cut"
        r"|mixed|served|wired|installed|hung|had not|hadn't|did not|didn't|never|forgot|ran out|wiped|lost)\b[^.!?;\n]{0,30}"
        r"|\b(?:comes|came|arose|started|stems|stemmed) (?:from|in) (?:the|our"
        r"|a) [\w ]{1,30}?(?:that )?(?:we|I|our \w+) (?:made|fitted|did|left|sold you|put|supplied|installed"
        r"|wired|built)\b"
        r"|\b(?:fire|leak|injury|fall|shock|burn|damage|illness|reaction|crash|discrimination|breach|theft"
        r"|accident)\b[^.!?;\n]{0,40}\b(?:was (?:caused|done|started) by|did take place|started in (?:the|a|our)"
        r"|is our|was our|because we|and it was by)\b[^.!?;\n]{0,40}|\b(?:wire|valve|tap|door|gate|lid|window|bolt"
        r"|joint|step|pipe|cap|nut|screw|hatch|oven|iron)s? (?:that )?(?:we|I|our \w+)(?:'d| had|'ve)? (?:left"
        r"|forgot|didn't)\b"
    ),
)
#: It is asked about, supposed, put to them, or about what comes.
OPEN = late(
    r"\b(?:not|don't|do not|no(?! (?:ifs|buts|maybes|excuses?|doubt|question|two ways|denying|way round|hiding))|never|cannot"
    r"|can't|without|isn't|wasn't"
    r"|whether|if|whose|once|until|should we|any|may"
    r"|might|could|deny|nor|neither|untrue|false|to the extent|in your (?:eyes|view|opinion)|be told|claim|opinion that"
    r"|standpoint|perspective|possible|you (?:say|said|write|wrote|tell|told|describe|mention)|what you (?:say|write"
    r"|tell)|would be|so that|how|who|before|what|thinks?|believes?|wonder\w*|unless|ask(?:ed|ing)?|feel|maybe"
    r"|perhaps|chance|suggested|mention|should it|provided|to think)\b(?:(?!, (?:and|so) )[^.!?;\n]){0,60}$",
    re.IGNORECASE,
)

#: What may be wrong, in words that do not yet say so.
WRONG = (
    r"(?:mistakes?|errors?|mix-?ups?|faults?|failures?|delays?|problems?|oversights?|issues?|slips?"
    r"|misunderstandings?|lapses?|shortcomings?|inaccurac(?:y|ies)|discrepanc(?:y|ies)|inconvenience|disruption"
    r"|confusion|double payment|overcharge|overpayment|damage|defects?|rudeness|promise|incidents?|hold-?ups?"
    r"|deficienc(?:y|ies)|irregularit(?:y|ies)|breakdown)"
)
_HINT = (
    r"(?:perhaps|maybe|possibly|arguably|conceivably|apparently|supposedly|seemingly|reportedly|allegedly"
    r"|presumably|ostensibly|potentially)"
)
HEDGES: Final[tuple[str, ...]] = (
    (
        r"\b(?:was|were|is|had|has|did) (?:allegedly|possibly|apparently|supposedly|reportedly|perhaps|maybe|arguably"
        r"|seemingly|conceivably)\b[^.!?;\n]{0,40}"
    ),
    (
        r"\byou (?:may|might) (?:well |possibly )?(?:not )?have (?:experienced|suffered|felt|encountered"
        r"|been (?:overcharged|inconvenienced|charged|misled|given|disadvantaged|affected|let)|had (?:an?|some|the)"
        r"|found|received (?:an?|the) (?:wrong|faulty|damaged))\b[^.!?;\n]{0,40}|\b(?<!you )(?<!others )(?<!they )(?:may"
        r"|might)(?: (?:possibly|well|perhaps|indeed|conceivably|potentially|also"
        r"|inadvertently))*(?: not)? have (?!(?:heard|noticed|your|my|our|the|an?|to|no|any|some|it|this|that|more"
        r"|two|questions?|ended|been (?:your|worse|told))\b)\w+[^.!?;\n]{0,30}|\bcould (?:possibly |conceivably "
        r"|well |perhaps |potentially )have (?!to\b)\w+|\b(?:wrong|different|incorrect"
        r"|old) [\w ]{1,20} could have been\b"
        r"|\b(?:seems?|appears?)(?: not)? to have (?:been|gone|fallen|had|occurred|happened|arisen|failed|missed"
        r"|suffered|experienced|crept|lost)\b|\b(?:would|may|might) (?:seem|appear)\b[^.!?;\n]{0,40}\b(?:have|had"
        r"|was|were|been|did|not)\b|\blooks? (?:like|as if|as though) (?:there|somebody|someone|one of|we|our|the|it|something"
        r"|things)\b[^.!?;\n]{0,20}\b(?:may|might|could|was|were|wasn't|has|have|had)\b"
    ),
    (
        rf"\b(?:purported|claimed|apparent|suspected|reported|alleged|supposed) (?:\w+ )?{WRONG}\b"
        r"|\ban? (?:supposed|alleged) \w+|\bso-called \w+|\bas you (?:call|put|see(?! it ?[?])|claim|allege|perceive|would have"
        r"|have it|regard)\b(?: it)?|\bwhat you (?:call|regard|consider|describe|see|refer|perceive|believe|claim"
        r"|felt|feel)(?: to be| to as| as)?\b(?! (?:me|us|the fairest|fair))"
        r"|\b(?:if|provided) (?:your|the|his|her|that) [\w ]{2,30} (?:is|are) to be believed\b|\bfrom (?:your"
        r"|the customer's) (?:point of view|perspective|standpoint)\b|\bin your (?:view|opinion|estimation)\b"
        r"|\b(?:inconvenience|trouble|delay|distress|loss|damage|harm|upset) you (?:say|claim|feel|believe|may"
        r"|might)\b"
    ),
    (
        r"\b(?:if|should|assuming|in case|supposing|in the event|provided|whether or not|were it)(?: indeed"
        r"| in fact| it is true)?(?: that)? (?:(?:there (?:was|were|has been|have been|is|had been)"
        rf"|there) (?:\w+ )?(?:any |an? |some )?(?:\w+ ){{0,2}}{WRONG}|any (?:\w+ )?{WRONG}|it (?:(?:does |should "
        r"|did )?(?:transpires?|turns? out that|emerges?|be (?:found|shown|established|confirmed)|prove)|occurred"
        r"|happened|is (?:found|confirmed|established|shown)|did (?:happen|occur)|can be (?:confirmed|verified"
        r"|shown))"
        r"|(?:we|our (?:\w+ )?\w+) (?:did|were|was|have(?! (?:not |n't |yet )?(?:spoken|heard|talked|met|your|the|an?"
        r"|any|to|it)\b)|has|missed|failed|sent|charged|made|fell|caused|let"
        r"|are found|are shown|kept)(?: indeed| in fact| really)? ?|(?:the|your|our|his|her) (?:\w+ ){1,2}(?:was"
        r"|were|did|had|has been|came|arrived) (?:indeed |really |in fact |actually )?(?:off|late|short|wrong|rude"
        r"|cold|missing|faulty|damaged|incorrect|dirty|broken|not\b|lost|delayed|overcharged|as you (?:say|describe"
        r"|claim)|below|unclear|mishandled|arrive \w+))"
        r"|\bto the (?:extent|degree)(?: that)? (?:that|any|there|we|it|our)\b|\b(?:any"
        rf"|whatever) (?:\w+ )?{WRONG},? ?(?:on our|if any|if there|that (?:may|might|could|there|occurred|you)"
        r"|which (?:may|might)|from our|at our|there (?:may|might|was)|we may|you may"
        r"|caused|arising|took place)|, if any\b|\bwhether or not\b"
    ),
    (
        rf"\b{_HINT},? (?:that |because )?(?:the|our|there|we|things|something|someone|somebody|your [\w'-]+|an?"
        r"|some|one of|this [a-z]+|my)\b(?: (?!you\b)[\w'-]+){0,5}? (?:was|were|wasn't|weren't|did|didn't|fell"
        r"|came|went|had|got|has|have|hasn't|dropped|\w+ed|slipped|took|gave|sent|said|made|ran|lost|left"
        r"|forgot)\b[^.!?;\n]{0,40}|\b(?:were|was|is|are|fell|did|went|been) (?:\w+ )?(?:perhaps|possibly|maybe"
        r"|arguably) (?:not|below|less|a (?:little|bit)|slightly|fell|\w+er than)\b|\b(?:did|was|were)(?: not"
        r"|n't) (?:go |quite |entirely |perhaps |altogether |exactly ){1,3}(?:quite |to plan|as |ideal|right"
        r"|up to|what|perfect|smooth\w*)"
        r"|\b(?:it|that|this)(?:'s| is| may be| might be| could be)(?: also| just| quite| entirely| perfectly"
        r"| of course| not| at least)* (?:possible|conceivable|impossible|inconceivable|likely|probable|unlikely"
        r"|plausible|arguable|feasible) (?:that )?(?:our|we|your|the|there|a|an|some|it|something|one|I"
        r"|my)\b[^.!?;\n]{0,50}\b(?:did|didn't|wasn't|weren't|hadn't|was|were|had|has|have|got|went|not|been|\w+ed|fell|sent)\b"
        r"|\bit (?:could"
        r"|may|might) (?:well |just |possibly )?be that\b(?! (?:[\w'-]+ ){1,5}?(?:comes?|arrives?|goes|go|will|won't"
        r"|can|gets?|starts?|takes?|leaves?|needs?|opens?|reach(?:es)?)\b)|\b(?:there(?:'s| is| was| may be| might be| has been)"
        r"|I see|we see)(?: \w+ly| always| just)? (?:a|an|some|the) (?:\w+ )?(?:chance|possibility|indication"
        r"|suggestion|likelihood|risk) (?:that )?(?:our|we|your|the|there|a|an|some|it|something|one|I|my)\b"
    ),
    (
        r"\b(?:can(?:not|'t)|could not|couldn't|unable to|not able to|won't|wouldn't) (?:\w+ )?(?:rule out|exclude"
        r"|discount|say for (?:sure|certain) (?:that|whether|if)|be (?:sure|certain) (?:that|whether|if) (?:we|our"
        r"|there|it|the|any)|confirm (?:that|whether|if) (?:we|our|there|it|any|this)|verify (?:that|whether|if))\b"
        r"|\bneither confirm\w* nor\b|\bnot saying (?:that )?(?:nothing|we|it|there)\b|\bhard to say (?:what|whether"
        r"|if|who)\b|\bwithout (?:accepting|admitting|conceding|admission|acceptance|any admission|acknowledging)\b"
        r"|\bnot because (?:we|I) (?:think|believe|accept|feel|agree|did|were)\b"
        r"|\b(?:it|there) (?:is|has been|was|'s) (?:being )?(?:suggested|alleged|claimed|reported|said|suggestions?"
        r"|reports?|claims) (?:to us )?(?:that|of)\b|\b(?:we|I) (?:note|hear|understand|gather|appreciate"
        r"|acknowledge|see|are told|am told|have been told|are given to understand|are aware|'m told"
        r"|'re told)(?: that)? (?:you|your|things|the \w+)(?: (?:may|might|\w+ly|also))? (?:feel|felt|believe|think"
        r"|claim|allege|perceive|consider|say|allegation|claim|were possibly|maintain|contend|are of the"
        r"|have (?:concerns|a perception)|experienced)\b|\b(?:I'm|I am|we're|we are) (?:told|informed"
        r"|given to understand) (?:that )?(?:you|your|there|things|the)\b[^.!?;\n]{0,40}\b(?:may|might|not|had|were"
        r"|was)\b"
        r"|\bsome (?:sort|kind|form|type) of (?:an? )?(?:mix-?up|error|problem|issue|mistake|misunderstanding|delay"
        r"|fault|slip|confusion|hiccup|breakdown)\b|\b(?:issue|problem|error|fault|mistake|delay) of (?:some"
        r"|any) (?:sort|kind|description)\b|\b(?:less than|not quite|somewhat short of) (?:ideal|optimal|perfect"
        r"|what (?:you|we))\b|\bsome (?:\w+ )?(?:part|role|share) in (?:this|it|that|what)\b|\bwas unintended\b"
    ),
    (
        r"\b(?<!if )(?<!how )(?<!what )(?<!when )(?<!whether )(?<!should )(?<!anything )(?<!do )(?<!why )(?<!can )"
        r"(?<!could )(?<!would )you (?:\w+ly )?(?:feel|believe|perceive|claim|allege|maintain|contend|reckon)"
        r" (?:that )?(?:you|our|we|the|there|something|a|an)\b[^.!?;\n]{0,50}"
    ),
)
#: It is about what comes, or about them, and not about what we did.
SURE = late(
    r"\b(?:junk|spam|you(?:'ll| will) hear|so (?:it's|here)|sorry|apolog\w+|regrets?|regretted|pardon|forgive"
    r"|saddens|which of the|next time)\b",
    re.IGNORECASE,
)
#: It is their tale, or a guess.
TOLD = late(
    r"\b(?:you (?:say|said|write|wrote|tell|told|describe|mention)|suggested|should it|chance|maybe|perhaps"
    r"|provided)\b",
    re.IGNORECASE,
)
#: "Responsibility", "admit" and "mistake" that take no blame.
HARMLESS = late(
    r"\b(?:ticket|case|file|number)\b[^.!?;\n]*\bmine\b|\bmine, and\b|\bon (?:me|us) to see\b|\bpass the buck\b|\b(?:never stop"
    r"|did nothing wrong|our (?:sincere |first )?(?:desire|aim|hope|intention|wish|goal))\b|\bresponsib\w+ for (?:your (?:file"
    r"|case|order)|finding|seeing|getting|it from|what (?:happens|comes))"
    r"|\badmit (?:that )?I (?:was|am) (?:surprised|puzzled|curious|impressed|moved)|\bmistake would be\b"
    r"|\bleft (?:the|your|this|that|a) (?:file|note|page|case|list|message|ticket|account|line|complaint|matter"
    r"|question) (?:open|on)\b",
    re.IGNORECASE,
)
