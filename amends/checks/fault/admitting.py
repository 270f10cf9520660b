"""Whose fault: not admitted before it is known, and not hedged once it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.apology.feelings_words import FOR_THEIR_FEELINGS
from amends.checks.fault import fault_words, whose_fault
from amends.checks.fault.blame import before, whole
from amends.checks.fault.told import hedging_words
from amends.drafts.cue import Cue, late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft
    from amends.drafts.finding import Mark

_OURSELVES = r"we|I|(?:our|my) [\w-]+(?: [\w-]+)?|one of our [\w-]+"
#: What somebody who answers for a thing has to do about it.
_DUTY = (
    r"(?:check|test|secure|lock|tighten|service|inspect|clean|seal|warn|shut|close|switch|turn|isolate|label|maintain|grit|salt"
    r"|supervise|watch|cover|fasten|replace|calibrate|refrigerate|cook)"
)
ADMITTING = Cue(
    r"\b(?:we|I) (?:fully |hereby |freely |readily |do |must |completely ){0,4}(?:accept|admit|acknowledge|take|assume"
    r"|bear|concede)(?: that)?(?: the| full| all| complete| entire| total| sole| our| my){0,4} (?:liability"
    r"|responsibility|fault|blame|guilt|negligence|error|mistake)\b|\b(?:we|I) (?:fully |freely |do )?(?:admit"
    r"|concede)\b(?: that| to)?[^.!?\n]{0,60}|\b(?:our|my) (?:own |entire |big )?(?:fault|mistake|error|negligence"
    r"|blunder|failure|carelessness|failing|oversight|wrongdoing)\b|\b(?:we|I) (?:are|were|am|was|'re|'m)(?: entirely"
    r"| fully| wholly| solely| clearly| completely| all){0,4} (?:to blame|at fault|liable|negligent|in the wrong"
    r"|responsible for (?:this|the|your|what))\b|\b(?:we|I|our [\w-]+(?: [\w-]+)?|my [\w-]+|one of our [\w-]+"
    r"|the (?:nurse|carer|driver|engineer|fitter|technician|dentist|doctor|plumber|chef|kitchen|waiter|vet"
    r"|pharmacist))(?: \w+ly| have| has| had){0,4} (?:caused (?!you (?:any|this)|any\b|this\b)|injured|hurt|burned|burnt"
    r"|poisoned|scalded)(?! by)\b|\b(?:we|I|our [\w-]+(?: [\w-]+)?|my [\w-]+|one of our [\w-]+|the (?:nurse|carer|driver"
    r"|engineer|fitter|technician|dentist|doctor|chef|kitchen|waiter|vet|pharmacist))(?: \w+ly| have| has| had"
    r"| clearly){0,4} (?:sent|gave|given|delivered|charged|fitted|installed|packed|shipped|ordered|used|served|prescribed"
    r"|dispensed|booked|billed|entered|put in|left) (?:you |your \w+ |out |in |him |her |them |on )?(?:the |an? "
    r"|your )?(?:\w+ )?(?:wrong|incorrect|faulty|defective|broken|mouldy|expired|unsafe|undercooked)\b|\b(?:we|I"
    r"|our [\w-]+) (?:\w+ly |have |had ){0,4}(?:made|committed) (?:an? |the |this |that )(?:\w+ )?(?:mistake|error"
    r"|blunder|slip)\b|\bmade a mistake on (?:our|my)|\b(?:we|I) (?:have |had |clearly |simply ){0,4}(?:charged|billed"
    r"|debited|took) (?:you |your \w+ )?(?:twice|double|too much)\b|\bwe (?:have |had )?(?:overcharged|double-charged"
    r"|double-billed|mis-?sold|misdiagnosed)\b|\b(?:we|I) (?:have |had )?(?:lost|damaged|broke|dropped|destroyed|ruined"
    r"|scratched|mislaid) (?:your|the)\b|\bbecause of (?:our|my) (?:faulty|bad|poor|careless)\b|\b(?:was|were|is"
    r"|been) (?:caused|damaged|injured|hurt|burned|broken|poisoned) by (?:us\b|one of our\b|(?:our"
    r"|my)\b(?! (?:\w+ )?(?:supplier|courier|carrier|partner|contractor|agent|vendor|provider|bank|landlord|insurer)))"
    r"|\bit was our [\w-]+(?: [\w-]+)? (?:that|who|which) (?:caused|broke|failed|started|hurt|did|left|gave|forgot)\b"
    r"|\b(?:our|my) (?:own )?doing\b|\b(?:it|this|that|the (?:fault|blame|error|mistake"
    r"|responsibility)(?: for [\w -]{1,30})?)(?:'s| is| was| lies| rests)"
    r"(?: entirely| all| wholly| squarely| simply| clearly)? (?:with (?:us|me)\b|down to (?:us|me)\b|on (?:us|me)\b(?! to)"
    r"|ours\b(?! to)|mine\b(?! to)|because of (?:us|me)\b)|\b(?:it|that) was (?:us|me) (?:who|that)\b"
    r"|\b(?:the|our|this) (?:company|firm|practice|clinic|school|hotel|hospital|shop|garage|bakery|nursery|landlord|council"
    r"|business"
    r"|restaurant|operator|carrier|society|bank|surgery|pharmacy|studio|centre|office) (?:is|was|are"
    r"|stands) (?:\w+ly )?(?:responsible"
    r"|liable|to blame|at fault|negligent|answerable)\b|\b(?:the|all|full) (?:blame|fault|liability) (?:is|was|lies|rests"
    r"|falls) (?:\w+ )?(?:ours|mine|with (?:us|me|our|the)|on (?:us|me|our))\b"
    rf"|\b(?:{_OURSELVES})(?: \w+ly| have| has| had){{0,4}} (?:handed|poured|sold|passed|wired|connected|plumbed|mixed|swapped"
    r"|labelled|sprayed|cut|drilled|hit|put|gave|set|laid|built|read|sealed|posted|sent|issued|filled|loaded|fed"
    r"|brought) (?:you |your"
    r" \w+ |out |in |him |her |them |on |up )?(?:the |an? |your |some )?(?:\w+ )?(?:wrong\w*|incorrect\w*|faulty|defective|broken"
    r"|mouldy|expired|unsafe|undercooked|badly|backwards|upside down)\b|\b(?:the|that|this|your) [\w-]+ (?:is|was) (?:all "
    r"|entirely |wholly )?(?:down to|because of) (?:us|me)\b"
    rf"|\b(?:{_OURSELVES}) (?:\w+ed|put|set|built|laid) (?:the|it|them|your|that)(?: [\w-]+){{0,2}} (?:in |on |up )?(?:backwards"
    r"|upside down|the wrong way(?: round| up)?|inside out|wrongly|badly)\b"
    rf"|\b(?:{_OURSELVES})(?: \w+ly| have| has| had){{0,2}} left (?:the|that|this|your|a|an|it|one|two|some)(?! (?:file|note"
    rf"|page|case|list|message|ticket|account|line|complaint|matter|number|question))(?: [\w-]+){{0,3}}"
    r" (?:open|loose|off|unlocked|undone|unsecured|uncovered|live|running|unattended|exposed|untightened|unsealed|inside)\b"
    rf"|\b(?:{_OURSELVES})(?: clearly| simply| just){{0,2}} (?:should have|ought to have|should never have) (?:{_DUTY})\w*\b"
    r"|\b(?:we|I) (?:let|allowed) (?:the|that|this|it|your)(?: [\w-]+){1,3} (?:get|go|fall|run|spoil|burn|leak|fail)\b",
    "liability|responsib|fault|blame|guilt|negligen|error|mistake|admit|concede|blunder|failure|failing|careless"
    "|oversight|wrongdoing|liable|in the wrong|caused|injured|hurt|burn|poison|scald|wrong|incorrect|faulty|defective"
    "|broken|mouldy|expired|unsafe|undercooked|slip|twice|double|too much|overcharged|mis-sold|missold|misdiagnosed"
    "|failed|neglected|forgot|lost|damaged|broke|dropped|destroyed|ruined|scratched|mislaid|that |doing|with us|with me|to us"
    "|to me|on us|on me|ours|mine|of us|of me|was us|was me|to blame|at fault|answerable|badly|backward|upside|left |should"
    "|ought|let |allowed|with our|with the|on our",
)
_SOFTLY = Cue(
    rf"\b(?:{_OURSELVES}|nobody here|no one here|none of us) (?:did not|didn't|had not|hadn't|never)(?: once| even| properly)?"
    rf" (?:{_DUTY}(?:[a-z]?ed|d)?)\b(?! (?:in|out|yet|back|with you))|"
    r"\b(?:we|I) (?:have |had |clearly |simply ){0,4}(?:failed|neglected|forgot) (?:you\b|to (?!mention|say))"
    r"|\bour (?:own )?[\w-]+(?: [\w-]+)? (?:was|were|had been|has been) (?:wrong|late|faulty|broken|loose|dirty|unsafe"
    r"|missing|defective|mistaken|rude|careless|negligent|not (?:secure|safe|clean|locked|checked|tested|fitted))\b",
    "our |failed|neglected|forgot|did not|didn't|had not|hadn't|never",
)
_UNSURE = late(
    r"\b(?:not|don't|do not|no|never|cannot|can't|without|isn't|wasn't|whether|if|whose|once|until|should we|any|may"
    r"|might|could|deny|nor|neither)\b(?:(?!, (?:and|so) )[^.!?;\n]){0,40}$",
    re.IGNORECASE,
)
HEDGING = Cue(
    r"\b(?:an?|some|any|the) (?:possible |potential |apparent |alleged |perceived |supposed |suspected )?(?:error|mistake"
    r"|mix-?up|fault|failure|delay|problem|oversight|issue|slip|misunderstanding|charge|overcharge)s? (?:may|might|could"
    r"|appears? to|seems? to) (?:well )?have\b|\b(?:it (?:appears|seems|would appear|would seem|looks (?:like|as if"
    r"|as though))|apparently|seemingly|allegedly|supposedly)[, ](?:that )?(?:an?|some|the|there|we|our|you|your"
    r"|something)\b[^.!?\n]{0,60}|\bthere (?:appears?|seems?) to (?:have been|be) (?:an?|some)\b|\b(?:the|your|this"
    r"|an) (?:alleged|supposed|so-called|perceived|claimed) \w+|\bpossibly (?:an?|some|the)\b|\b(?:possible|potential"
    r"|apparent|alleged|perceived|supposed|so-called) (?:error|mistake|mix-?up|fault|failure|delay|oversight|overcharge"
    r"|double charge|problem)\b|\bif (?:we|our \w+) (?:have |has |did |indeed ){0,4}(?:made|make|sent|charged|caused|did"
    r"|got)[^.!?\n]{0,40}|\bwe (?:may|might|could) (?:well )?have (?!been (?:told|in touch))\w+"
    r"|\b(?:it (?:may|might|could) (?:well )?be|it is (?:just |quite |always )?(?:possible|conceivable)|there(?:'s"
    r"| is) (?:a|some)"
    r" (?:chance|possibility)) that (?:[\w'-]+ ){1,6}?(?:was|were|has|have|had|did|happened|went|got|slipped|came|failed|left"
    r"|missed"
    r"|made|sent|gave|\w+ed)\b|\b(?:perhaps|maybe) (?:an?|some|the|we|our|something)\b[^.!?\n]{0,40}?\b(?:went|was|were|has"
    r"|have|had"
    r"|slipped|made|\w{3,}ed)\b|\b(?:we|I) (?:cannot|can't|can not|could not) (?:entirely |quite |fully )?(?:rule out|exclude)\b"
    r"|\bsomething (?:may|might|could|seems to|appears to) (?:well )?have\b|\b(?:some|any) (?:sort"
    r"|kind) of (?:an? )?(?:slip|error"
    r"|mistake|mix-?up|fault|problem|issue|mishap)\b|\bthere (?:may|might|could) (?:well )?have been\b|\bif (?:an?"
    r"|any) (?:error|mistake|fault|slip) (?:was|were|has been|did)\b|\bif (?:there )?(?:was"
    r"|were|has"
    r" been) (?:an?|any) (?:error|mistake|fault|failing|slip|fault)\b|\b(?:an?|the) (?:error|mistake|slip|fault|mix-?up) (?:of some"
    r" (?:sort|kind)|if (?:it was|there was|any))\b",
    "may |might |could |appear|seem|looks|apparently|allegedly|supposedly|possibl|potential|apparent|alleged|perceived"
    "|so-called|if we|if our|it is |chance|perhaps|maybe|rule out|exclude|some sort|some kind|any sort|any kind|if there|if any"
    "|if it|if a",
)


def admitting(draft: Draft) -> Iterator[Mark]:
    """C12: no admission before the fault is established or while safety or law is in play; and no hedging once it is."""
    context = draft.context
    if context.fault == "established" and not context.locked:
        if not context.harm:
            plainly = "The fault is established: say plainly what happened."
            yield from HEDGING.marks(draft, plainly, unless=lambda found: draft.sentence(found.start()).endswith("?"))
            yield from whose_fault.HEDGING.marks(
                draft, plainly, unless=lambda found: bool(fault_words.SURE.search(whole(draft, found)))
            )
            yield from whose_fault.HEDGING_ALL_THE_SAME.marks(
                draft,
                plainly,
                unless=lambda found: (
                    hedging_words.no_hedge(found, draft.sentence(found.start()))
                    or any(one.start() <= found.start() < one.end() for one in FOR_THEIR_FEELINGS.all(draft))
                ),
            )
        return
    why = (
        "Safety or law is in play: no words about fault before it is cleared."
        if context.locked
        else "It admits a fault that is not established."
    )

    def unsure(found: re.Match[str]) -> bool:
        start = draft.sentences[draft.index(found.start())].start if draft.sentences else 0
        return (
            bool(_UNSURE.search(draft.said[start : found.start()]) or fault_words.TOLD.search(before(draft, found)))
            or bool(fault_words.HARMLESS.search(draft.sentence(found.start())))
            or draft.sentence(found.start()).endswith("?")
        )

    def open_still(found: re.Match[str]) -> bool:
        sentence = draft.sentence(found.start())
        return bool(fault_words.OPEN.search(before(draft, found)) or fault_words.HARMLESS.search(sentence)) or (
            sentence.endswith("?")
        )

    suggestion = "Say that you are sorry for what they went through, and when you will know the cause."
    yield from ADMITTING.marks(draft, why, suggestion, unless=unsure)
    if context.locked or context.fault:
        yield from _SOFTLY.marks(draft, why, suggestion, unless=unsure)
        yield from whose_fault.ADMITTING.marks(draft, why, suggestion, unless=open_still)
