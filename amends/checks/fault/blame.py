"""Whose doing it was: not proved against them, not laid on them or on others, not admitted before it is known, not excused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.fault import blaming_words, doers, excuse_words, proving_words, whose_fault
from amends.drafts.cue import Cue, late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft
    from amends.drafts.finding import Mark

#: What they show speaks for the customer, or against ourselves, or is left open.
_FOR_THEM = late(
    r"\b(?:we|I) (?:(?!have (?:done|delivered|sent)|had (?:done|delivered|sent)|did (?:nothing|not))[^.]{0,60})"
    r"|\byou(?:'re| are| were) (?:right|owed|charged|billed|due|entitled|overcharged|promised|told|waiting|kept|still"
    r"|without|left|put)|\byou(?:'ve| have)? (?:paid|called|rang|wrote|asked|waited|sent|told us|reported)|\bboth\b"
    r"|\btwice\b|\bbut\b|\bwhile\b|\band you\b|\bmistake|\berror|\bwrong\b|\bnot (?:been )?(?:sent|delivered|arrived"
    r"|processed|booked)|\blate\b|\bnever (?:left|arrived|sent)|\bno (?:delivery|call|refund)|\bour (?:mistake|error"
    r"|fault|van|driver|side)",
    re.IGNORECASE,
)
_AS_SAID_FAIR = late(r"as (?:I|we) (?:promised|agreed|said (?:I|we) would)", re.IGNORECASE)
_AS_TOLD = late(r"as (?:I|we)(?:'d| had| have)? (?:said|told you|told|mentioned)\b", re.IGNORECASE)
_OUR_DEED = late(
    r"\b(?:I|we)(?:'ll|'ve| will| shall| have| paid| sent| put| came| rang| did| am| are|'m|'re)\b|\b(?:did|will|does"
    r"|was|were|is|has"
    r"|have|could) not\b|\b(?:didn't|won't|isn't|wasn't|weren't|hasn't|haven't|can't)\b",
    re.IGNORECASE,
)
#: Here "as I told you" holds them to what they were told.
_STANDING = late(
    r"\b(?:already|times|twice|clear\w*|policy|terms|rules?|correct|right|stands?|final|responsib\w+|(?:no|not|n't"
    r"|non-?) ?(?:\w+ )?"
    r"(?:refund\w*|return\w*|eligible|entitled|covered|possible|allowed|ours?)|our (?:records?|logs?|system|driver))\b",
    re.IGNORECASE,
)
#: "Money you could have used" is theirs that was missed.
_OF_USE = late(
    r"\b(?:money|time|hours?|days?|[£$€]?[\d,.]+|sleep|evenings?|weekends?|something|one|sum) (?:that |which )?$",
    re.IGNORECASE,
)
_PUT_TO_USE = late(
    r"you (?:could|might) have (?:\w+ly )?(?:used|spent|done (?:with|without)|had|enjoyed|put)\b", re.IGNORECASE
)
#: Behind "you should have": what should have happened to them, and not what they should have done.
_DUE_TO_THEM = (
    r"(?:received|had|got|gotten|been|heard|two|three|four|five|six|both|\d+|a|an|the|my|them|these|those|this|that|some|news"
    r"|word|your|it|one|both|no"
    r"|not|to|nothing|never|everything|full|access"
    r"|advice|somebody|someone|answers?|help|enough|another|our|more|felt|found|seen (?:by|an|a|the (?:money|refund))"
    r"|come home|gone home)"
)
BLAMING = Cue(
    rf"\byou (?:really |simply |also |perhaps |probably )?(?:should|could|ought to) (?:really |simply |at least |also "
    rf"|easily |just )?have (?:also |first |simply |just |at least )?(?!{_DUE_TO_THEM}\b)\w+[^.!?;\n]{{0,50}}"
    rf"|\b(?:if (?:only )?you had|if only you'd|if you'd(?=[^.!?;\n]{{3,50}}\byou(?:'d| would) (?:not )?have\b)) (?:only "
    rf"|just |simply |actually |not |also |first )?(?!(?:to|any|a|an"
    rf"|the|been|no|not been|hoped|rather|reason|trouble|problems?|questions?|wanted|your|our)\b)\w+[^.!?;\n]{{0,60}}"
    r"|\bhad you (?:only |just |simply |actually |not )?(?!been\b|down\b)\w+(?:ed|en|t|ad|d|wn|ne)\b[^.!?;\n]{0,60}"
    r"|\byou (?:unfortunately |simply |clearly |also |apparently )?(?:failed|neglected|forgot|omitted|ignored|overlooked"
    r"|misread|misused|misunderstood|mishandled|chose not|refused)\b(?! by)[^.!?;\n]{0,60}|\byou (?:did not|didn't|never"
    r"|have not|haven't) (?:read|check|follow|tell us|told us|notify|inform|enter|entered|provide|provided|mention"
    r"|mentioned|select|keep|kept|update|updated|confirm|confirmed|respond|reply|bother|listen|pay attention|comply"
    r"|submit|submitted|set|use the (?:right|correct)|close|sign|give us|gave us|look|take care|charge it"
    r"|store it)\b[^.!?;\n]{0,50}|\byou (?:have |had |must have |may have |seem to have |appear to have )?(?:entered|gave"
    r"|given|provided|typed|chose|chosen|selected|picked|used|ordered|booked|put|sent|filled in) (?:us )?(?:in )?(?:the"
    r"|an?|your \w+) ?(?:wrong|incorrect(?:ly)?|incomplete|invalid)\b[^.!?;\n]{0,40}|\byou (?:have |had |must have "
    r"|may have )?(?:washed|used|wore|stored|kept|set|put|plugged|installed|assembled|fitted|left|connected|charged"
    r"|cleaned|handled|overloaded|dropped|opened|filled|built) (?:it|them|this|the [\w-]+|your [\w-]+) (?:too|wrong"
    r"|wrongly|incorrectly|improperly|at the wrong|in the wrong|without|against|the wrong way)\b[^.!?;\n]{0,40}|\b(?:your"
    r"|your own) (?:own )?(?:mistake|error|failure|fault|negligence|oversight|carelessness|misuse|mishandling"
    r"|misunderstanding)\b(?![- ](?:report|message|code|log|page|finding))|\b(?:it|this|that) (?:is|was"
    r"|'s) (?:really |entirely |actually |always )?(?:the (?:customer|buyer|guest|passenger|tenant|user|owner|driver"
    r"|parent)'s (?:own )?(?:responsibility|duty|job)|your (?:responsibility|job|duty)|up to you to have"
    r"|the customer's (?:responsibility|fault|mistake))\b|\b(?:due to|because of|caused by|result of|down to) (?:your"
    r"|customer|user) (?:own )?(?:\w+ )?(?:mistake|error|failure|fault|negligence|misuse|delay|choice|late|incorrect"
    r"|carelessness|handling|settings|device|equipment|installation|wrong)\b[^.!?\n]{0,30}|\bas (?:clearly )?(?:stated"
    r"|explained|set out|shown|described|written|mentioned) (?:clearly )?(?:in|on|at) (?:the|our|your) (?:terms"
    r"|conditions|contract|website|confirmation|checkout|instructions|manual|email|booking|ticket)\b|\b(?:the"
    r"|our) (?:notice|terms|instructions|warning|information|conditions|email|sign) (?:was|were|is|are) (?:clearly "
    r"|plainly )(?:on|in|shown|displayed|stated|visible|posted)\b|\b(?:remember to|make sure (?:to|you|that you)"
    r"|be sure to|be more careful|take (?:more )?care to|check)\b[^.!?;\n]{0,50}\b(?:next time|in (?:the )?future)\b"
    r"|\b(?:next time|in (?:the )?future),? (?:please |do )?(?:read|check|make sure|ensure|be more careful|follow"
    r"|remember|pay attention|allow)\b[^.!?;\n]{0,50}|\b(?:cannot|can't|could not|not) be (?:held )?(?:responsible|liable"
    r"|blamed) (?:if|for|when) (?:you|your|customers?|people|guests|passengers)\b[^.!?\n]{0,40}|\byou (?:must|may|might"
    r"|seem to|appear to) have (?:misread|misunderstood|missed|overlooked|forgotten|misplaced|mixed up|confused|entered"
    r"|ignored|deleted|lost)\b|\byou (?:only )?have (?:only )?yourself to blame\b|\byou (?:agreed to|accepted"
    r"|signed) (?:this|these|the|our) (?:terms|conditions|contract|risk)\b|\bwhy (?:did|didn't|have)(?: not"
    r"|n't)? you (?:not )?(?:just |simply )?(?:tell|check|read|call|say|ask|report|mention|wait)\w*",
    "due to|because of|caused by|result of|down to|you'd|next time|future|too|improper|without|against|should|could|ought"
    "|might|must|if you|if only|had you|failed|neglected|forgot|omitted|ignored|overlooked|misread|misus|misunderst"
    "|mishandl|chose not|refused|you did not|you didn't|you never|you have not|you haven't|wrong|incorrect|incomplete"
    "|invalid|mistake|error|failure|fault|negligen|oversight|careless|responsib|up to you|as clearly|as stated"
    "|as explained|as set|as shown|as described|as written|as mentioned|clearly|plainly|next time|future|yourself"
    "|agreed to|accepted|signed|why did|why have|job|duty",
)
_THANKED = late(r"\bthank(?:s| you) for\b", re.IGNORECASE)
_NOT_BLAME = late(
    r"\b(?:not|no|never|none of (?:this|it|that) (?:is|was)|nobody|isn't|wasn't|nothing"
    r"|not saying|without|don't think"
    r"|wish(?:es)?|sorry (?:that )?|(?:check|see|know|ask|wonder\w*|wanted|sure|confirm|curious|tell us|tell me"
    r"|hear))(?: \w+){0,3}\s*$",
    re.IGNORECASE,
)
_OTHERS = (
    r"(?:couriers?|carriers?|suppliers?|warehouse|depot|drivers?|post office|postal service|royal mail|manufacturers?"
    r"|makers?|partners?|bank|agency|agents?|contractors?|subcontractors?|third part(?:y|ies)|vendors?|developers?"
    r"|colleagues?|(?:previous|former|last|old) (?:agent|adviser|advisor|owner|tenant|manager|team|contractor|supplier"
    r"|management)|trainee|new (?:starter|girl|boy|guy|hire|colleague|member of staff)|temp|fitters?|installers?|airport"
    r"|airline|hotel|shippers?|shipping company|delivery (?:company|firm|people|team|driver|partner)|(?:it|sales|billing"
    r"|accounts|finance|shipping|marketing|dispatch|technical|operations|warehouse|support|booking|kitchen) (?:team"
    r"|department|people|staff)|head office|printers?|laboratory|lab|network provider|provider|landlord|council|customs"
    r"|insurer|broker|plumber|builder|night shift|front desk|reception|payment processor)"
)
LAYING_OFF = Cue(
    rf"\b(?:the|our|your|a|an|their|one of our|that|this)(?: \w+)? {_OTHERS}(?: of (?:the |our )?[\w-]+)?(?:'s)?(?: \w+ly"
    rf"| simply| then| just| also| never even| who \w+| has| have| had| must have){{0,4}} (?:let (?:us|you|everyone"
    rf"|everybody) (?:all )?down|lets? us down|failed|never (?:told|informed|passed|got|sent|updated|bothered)|lost"
    rf"|forgot|misplaced|mislaid|messed|screwed"
    r"|(?:did not|didn't) (?:tell|inform|pass|send|do|follow|deliver|read|update|check|bother)|is (?:to blame|at fault"
    r"|responsible)|are (?:to blame|at fault|responsible)|was (?:to blame|at fault|responsible)|were (?:to blame|at fault"
    r"|responsible)|(?:staff |team |people )?(?:put|sent|gave|packed|picked|used|entered|loaded|fitted|delivered|printed"
    r"|took)(?: \w+){0,3} (?:the )?wrong|made (?:a|an|the|this|that|these|those|some) (?:mistake|error)s?|mixed up"
    r"|dropped the ball|got it wrong|damaged|ignored)"
    rf"|\b(?:the )?{_OTHERS}(?:'s|s') (?:fault|mistake|error|failure|doing|responsibility|negligence)\b|\b(?:fault|blame"
    rf"|responsibility|problem|error|mistake) (?:lies|rests|is|was) (?:entirely |solely |really |squarely )?(?:with|by"
    rf"|on) (?:the|our|your) (?:\w+ )?{_OTHERS}\b|\b(?:caused|made|created|introduced) by (?:the|our|a"
    rf"|your) (?:\w+ )?{_OTHERS}\b|\b(?:due to|because of|caused by|down to) (?:an? |the )?(?:error|mistake|failure|delay"
    rf"|fault|problem|issue|incompetence)s? (?:by|at|on the part of|made by|of|from|with) (?:the|our|a"
    rf"|your) (?:\w+ )?{_OTHERS}\b"
    r"|\b(?:beyond|outside|out of) our control\b|\bout of our hands\b|\bno fault of (?:ours|our own)\b|\bnot (?:our"
    r"|my) (?:fault|doing|department|responsibility|problem)\b|\bnothing to do with us\b|(?<!don't )(?<!do not )\bblame (?:the"
    r"|our|your) \w+"
    r"|\b(?:mistakes?|errors?|oversights?|an? (?:mistake|error|oversight|slip|mix-?up|misunderstanding)) (?:was|were"
    r"|has been|have been|got|had been) (?:clearly |obviously |sadly |unfortunately |apparently )?(?:made|introduced"
    r"|committed)\b|\b(?:the|an?|your) wrong (?:\w+ ){1,3}?(?:was|were|got|has been|had been) (?:accidentally "
    r"|mistakenly |unfortunately )?(?:sent|shipped|packed|delivered|dispatched|picked|booked|ordered|fitted|installed"
    r"|charged|entered|used|given|served)\b|\b(?:your|the) (?:(?!and )[\w-]+ ){1,3}?(?:was|were|got|has been|have been"
    r"|had been) (?:\w+ly |somehow ){0,4}(?:overlooked|mishandled|misplaced|mislaid|lost|forgotten|mixed up|misrouted"
    r"|misfiled|mislabelled|botched|dropped|neglected|incorrectly \w+|sent to the wrong|not (?:passed on|processed"
    r"|actioned|logged|recorded|booked))\b(?! (?:by (?:me|us)|my|our))|\b(?:somehow|somewhere along the (?:line"
    r"|way))\b[^.!?\n]{0,40}\b(?:went wrong|got (?:altered|changed|swapped|switched|deleted|moved)|ended up|got lost|was lost"
    r"|broke down|slipped)\b|\bslipped through the (?:cracks"
    r"|net)\b|\bthings went wrong\b|\bthere (?:was|has been|were) an? (?:error|mistake|mix-?up|oversight|breakdown"
    r"|failure|miscommunication|lapse)\b(?! (?:of|on) (?:ours|mine|my|our))",
    "caused by|created by|introduced by|made by|let |overlook|failed|never|lost|forgot|misplaced|mislaid|messed|screwed"
    "|did not|didn't|to blame|at fault|responsib"
    "|mistake|error|mixed|dropped|wrong|damaged|fault|blame|control|hands|nothing to do|overs|missed|mishandl|misrout"
    "|misfil|mislabel|botched|neglected|incorrectly|not p|not a|not l|not r|not b|somehow|somewhere|slipped|lapse"
    "|breakdown|ignored|doing|miscommunic|lets us",
)
_OWNED = late(
    r"\b(?:by (?:us|me)\b|(?:is|are|that's|it's|was) (?:mine|ours)\b|on us\b|ours? to (?:put|answer|fix|mend)"
    r"|mine to (?:put|answer|fix)|our (?:responsibility|job|doing)\b|(?:works?|working) for us|we chose|we answer for"
    r"|I take|we take (?:full )?responsib|(?:my|our) (?:mistake|error|fault|slip|oversight|failure)|on (?:our|my) (?:side"
    r"|part))",
    re.IGNORECASE,
)
_TALE = late(
    r"\b(?:you (?:say|said|told|wrote|write|describe|believe|feel|think)|if|whether|may have|might have|may or may not|when"
    r"|to the extent|should it|possible|perhaps|maybe|assuming|supposing)\b",
    re.IGNORECASE,
)
EXCUSE = Cue(
    r"\b(?:short[- ]staffed|under-?staffed|short of (?:staff|people|drivers|hands)|staff(?:ing)? (?:shortages?|sickness"
    r"|absences?|holidays|issues|problems|levels|changes)|shortage of (?:staff|drivers|parts|people|engineers))\b"
    r"|\b(?:(?:have|has|had)(?: \w+ly)? been|'ve(?: \w+ly)? been|are|is|were|was|'re|got|being)(?: \w+ly| very| so| quite"
    r"| rather| just| all){0,4} (?:busy|swamped|overwhelmed|snowed under|overloaded|rushed off our feet|inundated"
    r"|flat out|run off)\b|\b(?:unprecedented|exceptional(?:ly)?|unusual(?:ly)?|extreme(?:ly)?|record|very high|high(?! volume\b)"
    r"|heavy|huge|massive)(?: \w+)? (?:demand|volumes?|number of (?:calls|orders|requests|enquiries)|workload|call|calls"
    r"|orders)\b|\b(?:demand|volumes?) (?:has|have|was|were|is) (?:been )?(?:\w+ly )?(?:high|unprecedented|heavy|huge)"
    r"|\b(?:new|old|ageing) (?:\w+ )?(?:system|software|platform|warehouse|app|till"
    r"|computer)s?\b[^.!?\n]{0,60}\b(?:went live|teething|problems|issues|slow|crash|this month|migrat|moved|settling"
    r"|bugs)|\b(?:moved|switched|migrat\w+|chang\w+) to a (?:new|different) (?:\w+ )?(?:system|software|platform|provider"
    r"|warehouse)\b|\bteething (?:problems|troubles|issues)\b|\b(?:our|the|my) (?:\w+ )?(?:manager|supervisor|boss|owner"
    r"|engineer|technician|specialist|accountant|director|buyer|colleague)s? (?:is|was|were|are|has been"
    r"|had been) (?:currently |still |away |out )?(?:on (?:leave|holiday|vacation|annual leave|a course|sick leave)|away"
    r"|off(?: sick)?|ill|sick|out of (?:the )?office)\b|\b(?:due|owing|thanks) to (?:the |some |an? |our |recent "
    r"|ongoing )?(?:\w+ )?(?:unforeseen|unexpected|exceptional|technical|circumstances|weather|supply[- ]chain|system"
    r"|staff (?:shortage|absence|sickness|illness)|operational|logistical|backlog|strikes?|brexit|covid|pandemic|peak"
    r"|seasonal|reorgani[sz]ation|restructur\w+|it issues)\b[^.!?\n]{0,30}|\b(?:it(?:'s| is| was)|this is|due to|during"
    r"|because of|in) (?:a |an |our |the |such a |always )?(?:very |busiest |usual ){0,4}(?:peak|busy|busiest|high"
    r"|holiday|christmas|festive) (?:season|period|time of (?:the )?(?:year|month)|rush)\b|\bbusiest (?:month|week|time"
    r"|season|period|day|weekend|quarter)\b|\b(?:staff|colleagues?|people|drivers?|team|engineers?|fitters?|members?"
    r"|cooks?|nurses?)(?: \w+){0,3}? (?:have|has|were|was|are|is|had|called)(?: been)?(?: all| both"
    r"| currently)? (?:off(?: sick)?|in sick|sick|ill|absent|on (?:leave|holiday)|away|down with)\b|\b(?:big|large|huge"
    r"|growing) backlog\b|\bbacklog of\b|\b(?:the|our) (?:\w+ )?(?:systems?|servers?|computers?|belts|printers?|network"
    r"|phones|lines) (?:was|were|went|has been|have been) (?:down|offline|out|broken|not working|slow|playing up"
    r"|jammed)\b|\bcircumstances (?:beyond|outside)\b|\b(?:everyone|everybody|half the team|the whole team|staff) (?:is"
    r"|are|was|were) (?:on holiday|away|off|ill|sick|new)\b|\b(?:we are|we're|we have been) (?:only "
    r"|just )?a small (?:team|business|company|shop|firm)\b|\b(?:in the middle|because) of (?:a |an |our )?(?:move|merger"
    r"|reorgani[sz]ation|restructure|audit|stocktake|refurbishment)\b|\b(?:new|temporary|agency) (?:staff|starter|trainee"
    r"|team member)s?\b[^.!?\n]{0,30}\b(?:still|learning|training|started)\b",
    "busiest|staff|people|driver|fitter|member|cook|nurse|short of|shortage|busy|swamped|overwhelm|snowed|overload|rushed"
    "|inundat|flat out|run off|unprecedent|exception|unusual|extreme|record|high|heavy|huge|massive|demand|volume|system"
    "|software|platform|teething|moved|switched|migrat|manager|supervisor|boss|owner|engineer|technician|specialist"
    "|accountant|director|buyer|colleague|due to|owing|thanks to|peak|season|period|rush|backlog|servers|computers|belts"
    "|network|phones|lines|circumstances|everyone|everybody|team|small|merger|move|audit|stocktake|refurb|starter|trainee",
)


def proving(draft: Draft) -> Iterator[Mark]:
    """C09: records set against their word; not records that speak for them, and not records still being looked at."""
    yield from proved(draft, "It sets out to prove that we are right and they are wrong.")


def proved(draft: Draft, why: str) -> Iterator[Mark]:
    """Where our records or our word are set against theirs, in public or not."""

    def fair(found: re.Match[str]) -> bool:
        if _AS_SAID_FAIR.match(found[0]) or _word_kept(draft, found) or _in_passing(draft, found):
            return True
        what = found["what"] if found["what"] is not None else found["told"]
        return what is not None and (bool(_FOR_THEM.search(what)) or (found["sure"] is None and not _against(what)))

    yield from proving_words.PROVING.marks(draft, why, unless=fair)
    yield from whose_fault.PROVING.marks(
        draft,
        why,
        unless=lambda found: (
            draft.sentence(found.start()).endswith("is that right?")
            or (not proving_words.NOTHING.match(found[0]) and bool(proving_words.FOR_THEM.search(whole(draft, found))))
        ),
    )


def _word_kept(draft: Draft, found: re.Match[str]) -> bool:
    """Whether "as I told you" only says that a word of ours was kept, or was not."""
    return (
        _AS_TOLD.match(found[0]) is not None
        and not _STANDING.search(draft.sentence(found.start()))
        and _OUR_DEED.search(before(draft, found)) is not None
    )


def _in_passing(draft: Draft, found: re.Match[str]) -> bool:
    """Whether "as I said" only closes the sentence, with nothing held up before it that is refused."""
    return (
        _AS_TOLD.match(found[0]) is not None
        and draft.said[found.end() : found.end() + 1] in ".!"
        and not _STANDING.search(draft.sentence(found.start()))
    )


def _against(what: str) -> bool:
    return bool(
        re.search(
            r"\b(?:you|your|customer|delivered|signed|handed|correct|no (?:fault|record|trace|error)|was sent|were sent"
            r"|on time|working|normal|arrived|rang|knocked|called|attended|completed|left|accepted|agreed|nothing)\b",
            what,
            re.IGNORECASE,
        )
    ) and not re.search(r"\bdelivered at \d", what, re.IGNORECASE)


def _thanked(draft: Draft, found: re.Match[str]) -> bool:
    """Whether they are thanked for what they did instead, before it or before a semicolon."""
    start = draft.sentences[draft.index(found.start())].start
    beside = draft.before(found.start()) if draft.said[:start].rstrip()[-1:] == ";" else ""
    return _THANKED.search(f"{beside} {before(draft, found)}") is not None


def blaming(draft: Draft) -> Iterator[Mark]:
    """C10: what they should have done; not what should have been done for them."""

    def fair(found: re.Match[str]) -> bool:
        ahead = draft.said[max(0, found.start() - 45) : found.start()]
        return bool(
            _NOT_BLAME.search(ahead)
            or _thanked(draft, found)
            or blaming_words.EXCUSED_TOO.search(draft.sentence(found.start()))
            or (_OF_USE.search(ahead) and _PUT_TO_USE.match(found[0]))
            or (found[0].lower().startswith("you were late") and _SO.search(ahead))
        ) or (
            found[0].lower().startswith(("you could have", "you might have"))
            and draft.sentence(found.start()).endswith("?")
        )

    def spared(found: re.Match[str]) -> bool:
        return (
            (
                draft.sentence(found.start()).endswith("?")
                and not blaming_words.TAG.search(draft.sentence(found.start()))
            )
            or bool(blaming_words.SPARED.search(before(draft, found)) or _thanked(draft, found))
            or bool(blaming_words.EXCUSED.search(whole(draft, found)))
        )

    why = "It tells them that it was their own fault."
    yield from BLAMING.marks(draft, why, unless=fair)
    yield from whose_fault.BLAMING.marks(draft, why, unless=spared)


#: "A third engineer did not come" counts what was done to them, and lays it on nobody.
_COUNTED = late(
    r"\W*(?:an?|the|our|your) (?:first|second|third|fourth|next|last)\b.{1,40}\b(?:did not|didn't|never) (?:come"
    r"|turn up|arrive|show|ring|call)",
    re.IGNORECASE,
)


def laying_off(draft: Draft) -> Iterator[Mark]:
    """C11: somebody else's fault, or nobody's; not where we say in the same breath that it is ours."""

    def fair(found: re.Match[str]) -> bool:
        sentence = draft.sentence(found.start())
        if draft.context.fault == "not_established" and re.match(r"there (?:was|has been)", found[0], re.IGNORECASE):
            return False
        return bool(_OWNED.search(f"{sentence} {draft.after(found.start())}")) or bool(
            _TALE.search(sentence[: max(0, found.start() - draft.sentences[draft.index(found.start())].start)])
        )

    def owned(found: re.Match[str]) -> bool:
        if doers.DECIDES.search(found[0]) and doers.DEALT_WITH.search(whole(draft, found)):
            return True
        return bool(
            doers.OWNED.search(whole(draft, found)) or _COUNTED.match(found[0]) or doers.OWN_HAND.match(found[0])
        )

    why = "It blames somebody else, or hides who did it."
    suggestion = "Say what you will do about it; to the customer it is ours."
    yield from LAYING_OFF.marks(draft, why, suggestion, unless=fair)
    yield from whose_fault.LAYING_OFF.marks(draft, why, suggestion, unless=lambda found: fair(found) or owned(found))


#: What we are sorry for is no reason of ours.
_SORRY_THAT = late(r"\bsorry (?:that |to hear (?:that )?)?(?:your \w+ )?$", re.IGNORECASE)
#: Late because of us is not late by their own doing.
_SO = late(r"\b(?:so|that|which meant|and)\W*$|\b(?:so|and) (?:your|the) [^.!?]{0,40}\band\W*$", re.IGNORECASE)


def excusing(draft: Draft) -> Iterator[Mark]:
    """C13: never on a notice, nor when they asked why; a follow-up tells the cause."""
    context = draft.context
    if context.stage in {"notice", "follow_up"} or context.asked_why:
        return
    level = "block" if context.stage == "first_reply" and context.upset else "warn"

    def asked(found: re.Match[str]) -> bool:
        ahead = draft.said[max(0, found.start() - 30) : found.start()]
        return bool(
            excuse_words.ASKED.search(f"{draft.before(found.start())} {draft.sentence(found.start())}")
            or _SORRY_THAT.search(ahead)
        )

    why = "Reasons of ours, which they did not ask for."
    for mark in (*EXCUSE.marks(draft, why, unless=asked), *whose_fault.EXCUSING.marks(draft, why, unless=asked)):
        yield type(mark)(mark.start, mark.end, mark.why, "Leave it out; say what happens next.", level)  # type: ignore[arg-type]


def before(draft: Draft, found: re.Match[str]) -> str:
    """What stands in the sentence before the place."""
    start = draft.sentences[draft.index(found.start())].start if draft.sentences else 0
    return draft.said[max(start, found.start() - 120) : found.start()]


def whole(draft: Draft, found: re.Match[str]) -> str:
    """The sentence of the place and the next one."""
    return f"{draft.sentence(found.start())} {draft.after(found.start())}"
