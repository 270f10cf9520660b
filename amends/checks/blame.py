"""Whose doing it was: not proved against them, not laid on them or on others, not admitted before it is known, not excused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import Cue, late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft
    from amends.drafts.finding import Mark

_RECORDS = (
    r"(?:logs?|records?|systems?|tracking|cameras?|cctv|data|files?|footage|recordings?|notes?|evidence|meter|scans?"
    r"|sensors?|gps|driver|technicians?"
    r"|engineers?|tests?|photographs?|photos?|investigation|terms)"
)
_SHOW = (
    r"(?:shows?|proves?|confirms?|indicates?|demonstrates?|states?|reveals?|says?|tells? us|is clear|are clear"
    r"|makes? (?:it )?clear)"
)
PROVING = Cue(
    rf"\b(?:our|the|all our|my) (?:own |internal |delivery |call |phone |booking |tracking |security |server |\w+ )?{_RECORDS}"
    rf" (?:(?P<sure>clearly|plainly|definitely|conclusively|quite clearly|in fact|actually|beyond doubt"
    rf"|unequivocally) )?(?:all )?{_SHOW}\b(?P<what>[^.!?;\n]{{0,110}})"
    r"|\bas (?:(?:I|we) (?:have |had )?)?(?:already |previously |clearly |repeatedly |just )*(?:explained|stated|advised"
    r"|mentioned|told|said|communicated|pointed out|informed|outlined|indicated|noted)"
    r"(?: (?:to )?you)?(?: (?:twice|before|already|earlier|repeatedly|several times|in (?:my|our) (?:last|previous"
    r"|earlier) \w+))?"
    r"|\b(?:I|we)(?:'ve| have) (?:already |repeatedly |previously )(?:told|explained to|informed|advised) you\b"
    r"|\bcontrary to (?:what you|your)\b[^.!?\n]{0,40}"
    r"|\byou (?:are|were|'re) (?:simply |clearly |quite |wholly )?(?:mistaken|wrong|incorrect|misinformed|confused"
    r"|not correct)\b|\byou're (?:simply |clearly )?(?:mistaken|wrong|incorrect)\b"
    r"|\b(?:your|that|this) (?:claim|statement|allegation|accusation|version|complaint|account of events"
    r"|recollection)s? (?:is|are|was) (?:simply |plainly )?(?:false|untrue|wrong|incorrect|unfounded|baseless"
    r"|not (?:true|correct|accurate)|inaccurate|without merit|not supported)\b"
    r"|\bthat(?:'s| is) (?:simply |just |plainly )?(?:not true|untrue|false|not what happened|incorrect)\b"
    r"|\bthe (?:charge|bill|invoice|amount|decision|fee|meter|price) (?:is|was) (?:entirely |perfectly |quite "
    r"|absolutely )?(?:correct|right|valid|accurate|justified)\b"
    r"|\bwe (?:did|have done|do) nothing wrong\b|\bas you (?:can see|should know|well know|are aware|will recall"
    r"|agreed)\b|\b(?:the )?facts (?:are|speak|show)\b"
    r"|\bperhaps you (?:misread|misunderstood|forgot|misremember)\w*",
    "show|prove|confirm|indicate|demonstrate|state|reveal|says|say|tell|clear|explained|advised|mentioned|told|said"
    "|communicated|pointed|informed|outlined|noted|contrary|mistaken|wrong|incorrect"
    "|misinformed|confused|false|untrue|unfounded|not true|not what|correct|right|valid|accurate|justified|as you|facts"
    "|perhaps you|baseless|without merit|not supported",
)
#: What they show speaks for the customer, or against ourselves, or is left open.
_FOR_THEM = late(
    r"\b(?:we|I) (?:(?!have (?:done|delivered|sent)|had (?:done|delivered|sent)|did (?:nothing|not))[^.]{0,60})"
    r"|\byou(?:'re| are| were) (?:right|owed|charged|billed|due|entitled|overcharged|promised|told|waiting|kept"
    r"|still|without|left|put)|\byou(?:'ve| have)? (?:paid|called|rang|wrote|asked|waited|sent|told us|reported)|\bboth\b"
    r"|\btwice\b|\bbut\b|\bwhile\b|\band you\b|\bmistake|\berror|\bwrong\b|\bnot (?:been )?(?:sent|delivered|arrived"
    r"|processed|booked)"
    r"|\blate\b|\bnever (?:left|arrived|sent)|\bno (?:delivery|call|refund)|\bour (?:mistake|error|fault|van|driver|side)",
    re.IGNORECASE,
)
_AS_SAID_FAIR = late(r"as (?:I|we) (?:promised|agreed|said (?:I|we) would)", re.IGNORECASE)
#: Behind "you should have": what should have happened to them, and not what they should have done.
_DUE_TO_THEM = (
    r"(?:received|had|got|gotten|been|heard|a|an|the|your|it|one|both|no|not|to|nothing|never|everything|full|access|enough"
    r"|another|our|more|felt|found|seen (?:by|an|a|the (?:money|refund))|come home|gone home)"
)
BLAMING = Cue(
    rf"\byou (?:really |simply |also |perhaps |probably )?(?:should|could|ought to|might|must) (?:really |simply "
    rf"|at least |also |easily |just )?have (?:also |first |simply |just "
    rf"|at least )?(?!{_DUE_TO_THEM}\b)\w+[^.!?;\n]{{0,50}}"
    rf"|\bif (?:only )?you had (?:only |just |simply |actually |not |also |first )?(?!(?:to|any|a|an|the|been|no|not been"
    rf"|hoped|rather|reason|trouble|problems?|questions?|wanted|your|our)\b)\w+[^.!?;\n]{{0,60}}"
    r"|\bhad you (?:only |just |simply |actually |not )?(?!been\b)\w+(?:ed|en|t|ad|d|wn|ne)\b[^.!?;\n]{0,60}"
    r"|\byou (?:unfortunately |simply |clearly |also |apparently )?(?:failed|neglected|forgot|omitted|ignored|overlooked"
    r"|misread|misused|misunderstood|mishandled|chose not|refused)\b(?! by)[^.!?;\n]{0,60}"
    r"|\byou (?:did not|didn't|never|have not|haven't) (?:read|check|follow|tell us|told us|notify|inform|enter|entered"
    r"|provide|provided|mention|mentioned|select|keep|kept|update|updated|confirm|confirmed|respond|reply"
    r"|bother|listen|pay attention|comply|submit|submitted|set|use the (?:right|correct)|close|sign|give us|gave us|look"
    r"|take care|charge it|store it)\b[^.!?;\n]{0,50}"
    r"|\byou (?:have |had |must have |may have |seem to have |appear to have )?(?:entered|gave|given|provided|typed|chose"
    r"|chosen|selected|picked|used|ordered|booked|put|sent|filled in) (?:us )?(?:in )?(?:the|an?|your \w+) ?(?:wrong"
    r"|incorrect(?:ly)?|incomplete|invalid)\b[^.!?;\n]{0,40}"
    r"|\b(?:your|your own) (?:own )?(?:mistake|error|failure|fault|negligence|oversight|carelessness|misuse|mishandling"
    r"|misunderstanding)\b(?! (?:report|message|code|log|page))"
    r"|\b(?:user|customer) error\b|\b(?:it|this|that) (?:is|was|'s) (?:really |entirely "
    r"|actually )?(?:your (?:responsibility|job|duty)|up to you to have|the customer's (?:responsibility|fault"
    r"|mistake))\b"
    r"|\bas (?:clearly )?(?:stated|explained|set out|shown|described|written|mentioned) (?:clearly )?(?:in|on|at) (?:the"
    r"|our|your) (?:terms|conditions|contract|website|confirmation|checkout|instructions|manual|email|booking|ticket)\b"
    r"|\b(?:the|our) (?:notice|terms|instructions|warning|information|conditions|email|sign) (?:was|were|is"
    r"|are) (?:clearly |plainly )(?:on|in|shown|displayed|stated|visible|posted)\b"
    r"|\b(?:next time|in (?:the )?future),? (?:please |do )?(?:read|check|make sure|ensure|be more careful|follow"
    r"|remember|pay attention|allow)\b[^.!?;\n]{0,50}"
    r"|\byou (?:only )?have (?:only )?yourself to blame\b|\byou (?:agreed to|accepted|signed) (?:this|these|the"
    r"|our) (?:terms|conditions|contract|risk)\b|\bwhy (?:did|didn't|have)(?: not|n't)? you (?:not )?(?:just "
    r"|simply )?(?:tell|check|read|call|say|ask|report|mention|wait)\w*",
    "should|could|ought|might|must|if you|if only|had you|failed|neglected|forgot|omitted|ignored|overlooked|misread"
    "|misus|misunderst|mishandl|chose not|refused|you did not|you didn't|you never|you have not|you haven't"
    "|wrong|incorrect|incomplete|invalid|mistake|error|failure|fault|negligen|oversight|careless|responsib|up to you"
    "|as clearly|as stated|as explained|as set|as shown|as described|as written|as mentioned|clearly|plainly"
    "|next time|future|yourself|agreed to|accepted|signed|why did|why have|job|duty",
)
_NOT_BLAME = late(
    r"\b(?:not|no|never|none of (?:this|it|that) (?:is|was)|nobody|isn't|wasn't|nothing|not saying|without|don't think"
    r"|wish(?:es)?|sorry (?:that )?|(?:check|see|know|ask|wonder\w*|wanted|sure|confirm|curious|tell us|tell me"
    r"|hear))(?: \w+){0,3}\s*$",
    re.IGNORECASE,
)
_OTHERS = (
    r"(?:couriers?|carriers?|suppliers?|warehouse|depot|drivers?|post office|postal service|royal mail|manufacturers?"
    r"|makers?|partners?|bank|agency|agents?|contractors?|subcontractors?|third part(?:y|ies)|vendors?"
    r"|developers?|colleagues?|previous (?:agent|adviser|advisor)|trainee|new (?:starter|girl|boy|guy|hire|colleague"
    r"|member of staff)|temp|fitters?|installers?|airport|airline|hotel|shippers?|shipping company|delivery (?:company"
    r"|firm|people|team|driver|partner)"
    r"|(?:it|sales|billing|accounts|finance|shipping|marketing|dispatch|technical|operations|warehouse|support|booking"
    r"|kitchen) (?:team|department|people|staff)|head office|printers?|laboratory|lab|network provider|provider|landlord"
    r"|council|customs|insurer|broker|plumber|builder|night shift|front desk|reception|payment processor)"
)
LAYING_OFF = Cue(
    rf"\b(?:the|our|your|a|an|their|one of our|that|this)(?: \w+)? {_OTHERS}(?:'s)?(?: \w+ly| simply| then| just| also"
    rf"| never even| who \w+| has| have| had| must have)* (?:let (?:us|you|everyone|everybody) (?:all )?down"
    rf"|lets? us down|failed|never (?:told|informed|passed|got|sent|updated|bothered)|lost|forgot|misplaced|mislaid"
    rf"|messed|screwed"
    r"|(?:did not|didn't) (?:tell|inform|pass|send|do|follow|deliver|read|update|check|bother)|is (?:to blame|at fault"
    r"|responsible)|are (?:to blame|at fault|responsible)|was (?:to blame|at fault|responsible)|were (?:to blame|at fault"
    r"|responsible)|made (?:a|an|the) (?:mistake|error)|mixed up|dropped the ball|got it wrong|damaged|ignored)"
    rf"|\b(?:the )?{_OTHERS}(?:'s|s') (?:fault|mistake|error|failure|doing|responsibility|negligence)\b"
    rf"|\b(?:fault|blame|responsibility|problem|error|mistake) (?:lies|rests|is|was) (?:entirely |solely |really "
    rf"|squarely )?(?:with|by|on) (?:the|our|your) (?:\w+ )?{_OTHERS}\b"
    rf"|\b(?:due to|because of|caused by|down to) (?:an? |the )?(?:error|mistake|failure|delay|fault|problem|issue"
    rf"|incompetence)s? (?:by|at|on the part of|made by|of|from|with) (?:the|our|a|your) (?:\w+ )?{_OTHERS}\b"
    r"|\b(?:beyond|outside|out of) our control\b|\bout of our hands\b|\bno fault of (?:ours|our own)\b|\bnot (?:our"
    r"|my) (?:fault|doing|department|responsibility|problem)\b|\bnothing to do with us\b|\bblame (?:the|our|your) \w+"
    r"|\b(?:mistakes?|errors?|oversights?|an? (?:mistake|error|oversight|slip|mix-?up|misunderstanding)) (?:was|were"
    r"|has been|have been|got|had been) (?:clearly |obviously |sadly |unfortunately |apparently )?(?:made|introduced"
    r"|committed)\b"
    r"|\b(?:the|an?|your) wrong (?:\w+ ){1,3}?(?:was|were|got|has been|had been) (?:accidentally |mistakenly "
    r"|unfortunately )?(?:sent|shipped|packed|delivered|dispatched|picked|booked|ordered|fitted|installed|charged|entered"
    r"|used|given|served)\b"
    r"|\b(?:your|the) (?:[\w-]+ ){1,3}?(?:was|were|got|has been|have been|had been) (?:\w+ly |somehow )*(?:overlooked"
    r"|mishandled|misplaced|mislaid|lost|forgotten|mixed up|misrouted|misfiled|mislabelled|botched|dropped|neglected"
    r"|incorrectly \w+|sent to the wrong|not (?:passed on|processed|actioned|logged|recorded|booked))\b(?! (?:by (?:me"
    r"|us)|my|our))"
    r"|\b(?:somehow|somewhere along the (?:line|way))\b[^.!?\n]{0,40}\b(?:went wrong|got lost|was lost|broke down"
    r"|slipped)\b|\bslipped through the (?:cracks|net)\b|\bthings went wrong\b|\bthere (?:was|has been|were) an? (?:error"
    r"|mistake|mix-?up|oversight|breakdown|failure|miscommunication|lapse)\b(?! (?:of|on) (?:ours|mine|my|our))",
    "let |overlook|failed|never|lost|forgot|misplaced|mislaid|messed|screwed|did not|didn't|to blame|at fault|responsib"
    "|mistake|error|mixed|dropped|wrong|damaged|fault|blame|control|hands|nothing to do|overs|missed|mishandl|misrout"
    "|misfil|mislabel|botched"
    "|neglected|incorrectly|not p|not a|not l|not r|not b|somehow|somewhere|slipped|lapse|breakdown|ignored|doing"
    "|miscommunic|lets us",
)
_OWNED = late(
    r"\b(?:by (?:us|me)\b|(?:is|are|that's|it's|was) (?:mine|ours)\b|on us\b|ours? to (?:put|answer|fix|mend)"
    r"|mine to (?:put|answer|fix)|our (?:responsibility|job|doing)\b|(?:works?|working) for us|we chose|we answer for"
    r"|I take|we take (?:full )?responsib|(?:my|our) (?:mistake|error|fault|slip|oversight|failure)|on (?:our|my) (?:side"
    r"|part))",
    re.IGNORECASE,
)
_TALE = late(r"\b(?:you (?:say|said|told|wrote|write|describe)|if|whether|may have|might have|when)\b", re.IGNORECASE)
ADMITTING = Cue(
    r"\b(?:we|I) (?:fully |hereby |freely |readily |do |must |completely )*(?:accept|admit|acknowledge|take|assume|bear"
    r"|concede)(?: that)?(?: the| full| all| complete| entire| total| sole| our| my)* (?:liability|responsibility|fault"
    r"|blame|guilt|negligence|error|mistake)\b"
    r"|\b(?:we|I) (?:fully |freely |do )?(?:admit|concede)\b(?: that| to)?[^.!?\n]{0,60}"
    r"|\b(?:our|my) (?:own |entire |big )?(?:fault|mistake|error|negligence|blunder|failure|carelessness|failing"
    r"|oversight|wrongdoing)\b"
    r"|\b(?:we|I) (?:are|were|am|was|'re|'m)(?: entirely| fully| wholly| solely| clearly| completely| all)* (?:to blame"
    r"|at fault|liable|negligent|in the wrong|responsible for (?:this|the|your|what))\b"
    r"|\b(?:we|I|our [\w-]+(?: [\w-]+)?|my [\w-]+|one of our [\w-]+|the (?:nurse|carer|driver|engineer|fitter|technician"
    r"|dentist|doctor|plumber|chef|kitchen|waiter|vet|pharmacist))(?: \w+ly| have| has| had)* (?:caused (?!you (?:any"
    r"|this)|any\b|this\b)|injured|hurt|burned|burnt|poisoned|scalded)(?! by)\b"
    r"|\b(?:we|I|our [\w-]+(?: [\w-]+)?|my [\w-]+|one of our [\w-]+|the (?:nurse|carer|driver|engineer|fitter|technician"
    r"|dentist|doctor|chef|kitchen|waiter|vet|pharmacist))(?: \w+ly| have| has| had| clearly)* (?:sent|gave|given"
    r"|delivered|charged|fitted|installed|packed|shipped|ordered|used|served|prescribed|dispensed|booked|billed|entered"
    r"|put in|left) (?:you |your \w+ |out |in |him |her |them |on )?(?:the |an? |your )?(?:\w+ )?(?:wrong|incorrect"
    r"|faulty|defective|broken|mouldy|expired|unsafe|undercooked)\b"
    r"|\b(?:we|I|our [\w-]+) (?:\w+ly |have |had )*(?:made|committed) (?:an? |the |this |that )(?:\w+ )?(?:mistake|error"
    r"|blunder|slip)\b|\bmade a mistake on (?:our|my)"
    r"|\b(?:we|I) (?:have |had |clearly |simply )*(?:charged|billed|debited|took) (?:you |your \w+ )?(?:twice|double"
    r"|too much)\b|\bwe (?:have |had )?(?:overcharged|double-charged|double-billed|mis-?sold|misdiagnosed)\b"
    r"|\b(?:we|I) (?:have |had )?(?:lost|damaged|broke|dropped|destroyed|ruined|scratched|mislaid) (?:your|the)\b"
    r"|\bbecause of (?:our|my) (?:faulty|bad|poor|careless)\b|\b(?:was|were|is|been) (?:caused|damaged|injured|hurt"
    r"|burned|broken|poisoned) by (?:our|us|one of our|my)\b"
    r"|\bit was our [\w-]+(?: [\w-]+)? that (?:caused|broke|failed|started|hurt|did)\b",
    "liability|responsib|fault|blame|guilt|negligen|error|mistake|admit|concede|blunder|failure|failing|careless"
    "|oversight|wrongdoing|liable|in the wrong|caused|injured|hurt|burn|poison|scald|wrong|incorrect|faulty|defective"
    "|broken"
    "|mouldy|expired|unsafe|undercooked|slip|twice|double|too much|overcharged|mis-sold|missold|misdiagnosed|failed"
    "|neglected|forgot|lost|damaged|broke|dropped|destroyed|ruined|scratched|mislaid|that ",
)
_SOFTLY = Cue(
    r"\b(?:we|I) (?:have |had |clearly |simply )*(?:failed|neglected|forgot) (?:you\b|to (?!mention|say))|"
    r"\bour (?:own )?[\w-]+(?: [\w-]+)? (?:was|were|had been|has been) (?:wrong|late|faulty|broken|loose|dirty|unsafe"
    r"|missing|defective|mistaken|rude|careless|negligent|not (?:secure|safe|clean|locked|checked|tested|fitted))\b",
    "our |failed|neglected|forgot",
)
_UNSURE = late(
    r"\b(?:not|don't|do not|no|never|cannot|can't|without|isn't|wasn't|whether|if|whose|once|until|should we|any|may"
    r"|might|could|deny|nor|neither)\b[^.!?;\n]{0,40}$",
    re.IGNORECASE,
)
HEDGING = Cue(
    r"\b(?:an?|some|any|the) (?:possible |potential |apparent |alleged |perceived |supposed |suspected )?(?:error|mistake"
    r"|mix-?up|fault|failure|delay|problem|oversight|issue|slip|misunderstanding|charge|overcharge)s? (?:may|might|could"
    r"|appears? to|seems? to) (?:well )?have\b"
    r"|\b(?:it (?:appears|seems|would appear|would seem|looks (?:like|as if|as though))|apparently|seemingly|allegedly"
    r"|supposedly)[, ](?:that )?(?:an?|some|the|there|we|our|you|your|something)\b[^.!?\n]{0,60}"
    r"|\b(?:possible|potential|apparent|alleged|perceived|supposed|so-called) (?:error|mistake|mix-?up|fault|failure"
    r"|delay|oversight|overcharge|double charge|problem)\b"
    r"|\bif (?:we|our \w+) (?:have |has |did |indeed )*(?:made|make|sent|charged|caused|did|got)[^.!?\n]{0,40}"
    r"|\bwe (?:may|might|could) (?:well )?have (?!been (?:told|in touch))\w+",
    "may |might |could |appear|seem|looks|apparently|allegedly|supposedly|possible|potential|apparent|alleged|perceived"
    "|so-called|if we|if our",
)
EXCUSE = Cue(
    r"\b(?:short[- ]staffed|under-?staffed|short of (?:staff|people|drivers|hands)|staff(?:ing)? (?:shortages?|sickness"
    r"|absences?|holidays|issues|problems|levels|changes)|shortage of (?:staff|drivers|parts|people|engineers))\b"
    r"|\b(?:(?:have|has|had)(?: \w+ly)? been|are|is|were|was|'re|got|being)(?: \w+ly| very| so| quite| rather| just"
    r"| all)* (?:busy|swamped|overwhelmed|snowed under|overloaded|rushed off our feet|inundated|flat out|run off)\b"
    r"|\b(?:unprecedented|exceptional(?:ly)?|unusual(?:ly)?|extreme(?:ly)?|record|very high|high|heavy|huge"
    r"|massive)(?: \w+)? (?:demand|volumes?|number of (?:calls|orders|requests|enquiries)|workload|call|calls|orders)\b"
    r"|\b(?:demand|volumes?) (?:has|have|was|were|is) (?:been )?(?:\w+ly )?(?:high|unprecedented|heavy|huge)"
    r"|\b(?:new|old|ageing) (?:\w+ )?(?:system|software|platform|warehouse|app|till"
    r"|computer)s?\b[^.!?\n]{0,60}\b(?:went live|teething|problems|issues|slow|crash|this month|migrat|moved|settling"
    r"|bugs)|\b(?:moved|switched|migrat\w+|chang\w+) to a (?:new|different) (?:\w+ )?(?:system|software|platform|provider"
    r"|warehouse)\b|\bteething (?:problems|troubles|issues)\b"
    r"|\b(?:our|the|my) (?:\w+ )?(?:manager|supervisor|boss|owner|engineer|technician|specialist|accountant|director"
    r"|buyer|colleague)s? (?:is|was|were|are|has been|had been) (?:currently |still |away |out )?(?:on (?:leave|holiday"
    r"|vacation|annual leave|a course|sick leave)|away|off(?: sick)?|ill|sick|out of (?:the )?office)\b"
    r"|\b(?:due|owing|thanks) to (?:the |some |an? |our |recent |ongoing )?(?:\w+ )?(?:unforeseen|unexpected|exceptional"
    r"|technical|circumstances|weather|supply[- ]chain|system|staff (?:shortage|absence|sickness|illness)|operational"
    r"|logistical|backlog|strikes?|brexit|covid|pandemic|peak|seasonal|reorgani[sz]ation|restructur\w+"
    r"|it issues)\b[^.!?\n]{0,30}"
    r"|\b(?:it(?:'s| is| was)|this is|due to|during|because of|in) (?:a |an |our |the |such a |always )?(?:very |busiest "
    r"|usual )*(?:peak|busy|busiest|high|holiday|christmas|festive) (?:season|period|time of (?:the )?(?:year|month)"
    r"|rush)\b|\b(?:big|large|huge|growing) backlog\b|\bbacklog of\b|\b(?:the|our) (?:\w+ )?(?:systems?|servers?"
    r"|computers?|belts|printers?|network|phones|lines) (?:was|were|went|has been|have been) (?:down|offline|out|broken"
    r"|not working|slow|playing up|jammed)\b"
    r"|\bcircumstances (?:beyond|outside)\b|\b(?:everyone|everybody|half the team|the whole team|staff) (?:is|are|was"
    r"|were) (?:on holiday|away|off|ill|sick|new)\b|\b(?:we are|we're|we have been) (?:only |just )?a small (?:team"
    r"|business|company|shop|firm)\b|\b(?:in the middle|because) of (?:a |an |our )?(?:move|merger|reorgani[sz]ation"
    r"|restructure|audit|stocktake|refurbishment)\b"
    r"|\b(?:new|temporary|agency) (?:staff|starter|trainee|team member)s?\b[^.!?\n]{0,30}\b(?:still|learning|training"
    r"|started)\b",
    "staff|short of|shortage|busy|swamped|overwhelm|snowed|overload|rushed|inundat|flat out|run off|unprecedent|exception"
    "|unusual|extreme|record|high|heavy|huge|massive|demand|volume|system|software|platform|teething|moved|switched"
    "|migrat"
    "|manager|supervisor|boss|owner|engineer|technician|specialist|accountant|director|buyer|colleague|due to|owing"
    "|thanks to|peak|season|period|rush|backlog|servers|computers|belts|network|phones|lines|circumstances|everyone"
    "|everybody|team|small|merger|move|audit|stocktake|refurb|starter|trainee",
)


def proving(draft: Draft) -> Iterator[Mark]:
    """C09: records set against their word; not records that speak for them, and not records still being looked at."""
    if draft.context.channel == "public" or draft.context.stage == "public_reply":
        return

    def fair(found: re.Match[str]) -> bool:
        if _AS_SAID_FAIR.match(found[0]):
            return True
        if found["what"] is None:
            return False
        return (
            bool(_FOR_THEM.search(found["what"]))
            or (found["sure"] is None and not _against(found["what"]))
            or draft.after(found.start()).startswith("Is ")
        )

    yield from PROVING.marks(draft, "It sets out to prove that we are right and they are wrong.", unless=fair)


def _against(what: str) -> bool:
    return bool(
        re.search(
            r"\b(?:you|your|customer|delivered|signed|handed|correct|no (?:fault|record|trace|error)|was sent|were sent"
            r"|on time|working|normal|arrived|rang|knocked|called|attended|completed|left|accepted|agreed|nothing)\b",
            what,
            re.IGNORECASE,
        )
    ) and not re.search(r"\bdelivered at \d", what, re.IGNORECASE)


def blaming(draft: Draft) -> Iterator[Mark]:
    """C10: what they should have done; not what should have been done for them."""

    def fair(found: re.Match[str]) -> bool:
        return bool(_NOT_BLAME.search(draft.said[max(0, found.start() - 45) : found.start()])) or (
            found[0].lower().startswith(("you could have", "you might have"))
            and draft.sentence(found.start()).endswith("?")
        )

    yield from BLAMING.marks(draft, "It tells them that it was their own fault.", unless=fair)


def laying_off(draft: Draft) -> Iterator[Mark]:
    """C11: somebody else's fault, or nobody's; not where we say in the same breath that it is ours."""

    def fair(found: re.Match[str]) -> bool:
        sentence = draft.sentence(found.start())
        if draft.context.fault == "not_established" and re.match(r"there (?:was|has been)", found[0], re.IGNORECASE):
            return False
        return bool(_OWNED.search(f"{sentence} {draft.after(found.start())}")) or bool(
            _TALE.search(sentence[: max(0, found.start() - draft.sentences[draft.index(found.start())].start)])
        )

    yield from LAYING_OFF.marks(
        draft,
        "It blames somebody else, or hides who did it.",
        "Say what you will do about it; to the customer it is ours.",
        unless=fair,
    )


def admitting(draft: Draft) -> Iterator[Mark]:
    """C12: no admission before the fault is established or while safety or law is in play; and no hedging once it is."""
    context = draft.context
    locked = context.harm and context.stage in {"first_reply", "notice", "offer", "refusal"}
    if context.fault == "established" and not locked:
        if not context.harm:
            yield from HEDGING.marks(draft, "The fault is established: say plainly what happened.")
        return
    why = (
        "Safety or law is in play: no words about fault before it is cleared."
        if locked
        else "It admits a fault that is not established."
    )

    def unsure(found: re.Match[str]) -> bool:
        start = draft.sentences[draft.index(found.start())].start if draft.sentences else 0
        return bool(_UNSURE.search(draft.said[start : found.start()])) or draft.sentence(found.start()).endswith("?")

    suggestion = "Say that you are sorry for what they went through, and when you will know the cause."
    yield from ADMITTING.marks(draft, why, suggestion, unless=unsure)
    if locked or context.fault:
        yield from _SOFTLY.marks(draft, why, suggestion, unless=unsure)


def excusing(draft: Draft) -> Iterator[Mark]:
    """C13: never on a notice, nor when they asked why; a follow-up tells the cause."""
    context = draft.context
    if context.stage in {"notice", "follow_up"} or context.asked_why:
        return
    level = "block" if context.stage == "first_reply" and context.upset else "warn"
    for mark in EXCUSE.marks(draft, "Reasons of ours, which they did not ask for."):
        yield type(mark)(mark.start, mark.end, mark.why, "Leave it out; say what happens next.", level)  # type: ignore[arg-type]
