"""What counts as work when a business asks it of its customer: errands, papers, calls to other firms, screws, and trying again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.burden.errand_words import DEEDS, ERRANDS
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

#: Whom they would have to run after: other firms, and parts of ours.
_PARTY = (
    r"(?:(?:your|the|our|their|his|her|each|any|both|a|an|that|this|every)(?! (?:number|line|desk) (?:below|above))"
    r"(?: [\w'-]+){0,2}? (?:banks?|issuer|garage|mechanic|dealer(?:ship)?|courier|carrier|rider|driver|depot"
    r"|warehouse|manufacturer"
    r"|makers?|supplier|seller|merchant|vendor|retailer|store|shop|branch|outlet|franchise|airline|airport"
    r"|hotels?|agent"
    r"|agency|freeholder|landlord|neighbou?rs?|council|county|city|municipality|utility|embassy|customs"
    r"|post office|postman"
    r"|provider|network|operator|insurers?|broker|installer|builder|plumber|electrician|contractor|surveyor|solicitor"
    r"|accountant|vets?|clinic|surgery|dentist|switchboard|reception(?:ist)?|front desk|guesthouse|caterer"
    r"|florist|framer|tailor|office|board|people|firm|compan(?:y|ies)|authority|service centre|accountant"
    r"|employer|school|university|registry|tax office|helpline|hotline|help ?desk|call cent(?:re|er)"
    r"|billing|accounts|head office|sales|regional manager|area manager|manager|developer|platform|app store"
    r"|website|marketplace"
    r"|payment company|card company|phone company|lab|laboratory|pharmacy|venue|host|owner|tenant|sender|recipient"
    r"|other (?:side|party|firm|company))\b|them\b(?! (?:to|in|on|up|off|back|a ring|over)\b)|accounts\b"
    r"|billing\b|customs\b"
    r"|head office\b|the number on\b)"
)
_REACH = (
    r"(?:(?:ring|call|phone|telephone|contact|e-?mail|text|message|chase(?: up)?|(?:ring|phone|call"
    r"|ask) (?:round|around)|try (?:ringing|calling|phoning|e-?mailing|contacting)|approach|ask|nudge|petition)"
    r"|(?:write|talk|speak|get on|get on in touch|reach out|turn|report (?:it|this)|complain|appeal|go back"
    r"|get back) (?:to|with)"
    r"|get on to|get in touch with|get hold of|have a word with|check (?:with|in with)|follow(?: it"
    r"| this)? up with|liaise with"
    r"|take (?:it|this|that) up with|raise (?:it|this|that) with|sort (?:it|this|that) out with|arrange (?:it"
    r"|this|that) with|confirm with"
    r"|enquire (?:with|at|of)|inquire (?:with|at|of)|query (?:it|this) with)"
)
_TALK = (
    rf"{_REACH}(?: \w+ly)? {_PARTY}|(?:give|drop) (?:the|your|our|them|him|her)(?: [\w'-]+){{0,3}} (?:a (?:call"
    rf"|ring|bell|shout|buzz"
    r"|line)|an e-?mail)"
)
#: Papers that one must fetch, write or have stamped.
_PAPERS = (
    r"(?:quotes?|quotations?|estimates?|affidavits?|certificates?|certified|notari[sz]ed|attested|proof|evidence"
    r"|log|diary|record of"
    r"|forms?|questionnaire|statements?|utility bills?|passport photo\w*|abstract|consent|survey|inventory"
    r"|(?:list|breakdown) of"
    r"|declarations?|documents?|documentation|paperwork|report|video|receipts for|(?:signed|covering"
    r"|authori[sz]ation|doctor's|solicitor's) letter|letter from|note from"
    r"|application|receipts since|all (?:of )?(?:the|your) (?:receipts|letters|e-?mails|bills|messages)"
    r"|dispute pack|claim pack|sketch|transcript|screenshots)"
)
_PRODUCE = (
    rf"(?:(?:get|obtain|procure|provide|supply|submit|prepare|produce|furnish|compile|collate|assemble|draw up"
    rf"|make out|put together"
    rf"|send|forward|courier|post(?!-)|mail|e-?mail|bring|attach|enclose|upload|let (?:us|me) have|revert with"
    rf"|come back (?:to us )?with"
    rf"|keep|write(?: up| out| down)?|bring along)\b(?! (?:it|them) (?:for|to) you)[^.!?;\n]{{0,45}}?\b{_PAPERS}\b)"
)
_ONLINE = (
    r"(?:download|upload|print(?! my| your name)(?: out| off)? (?:it|the|this|a|an|and|off|out|each)|scan"
    r"|fill (?:in|out|up)"
    r"|complete (?:the|this|our|a|an|all|every|section|and)|log ?(?:in|on)(?:to| to)? |sign (?:in|up)"
    r"|sign(?: and| it| this| the| all| each"
    r"| both)|register|enrol|create an account|set up an account|re-?submit|submit|re-?apply|re-?enter"
    r"|re-?upload|re-?install"
    r"|uninstall|clear (?:the|your) (?:cache|cookies|history)|factory[- ]reset|reset (?:it|the|your)|restart"
    r"|reboot|re-?register"
    r"|try (?:ringing|calling|phoning) (?:again|back)|open (?:a|an|another) (?:\w+ )?(?:ticket|case|claim"
    r"|dispute)|raise (?:a|an|another) (?:\w+ )?(?:ticket|case|claim|dispute|request)"
    r"|file (?:a|an|your|another)|lodge|start (?:over|again|a (?:new|fresh))|place (?:it|the order|a (?:new"
    r"|fresh|second)|another)(?: order)?"
    r"|re-?order|re-?book|order (?:it |them )?again|try (?:again|the \w+ again|another|a different)"
    r"|keep (?:on )?(?:trying|checking|refreshing"
    r"|retrying)|have (?:it|this|the|each|your)(?: [\w-]+){1,3} (?:witnessed|stamped|notari[sz]ed|signed"
    r"|certified|countersigned|inspected"
    r"|looked at|tested|checked|valued|repaired|assessed)|get (?:it|this|the|each|your|a"
    r"|an)(?: [\w-]+){1,3} (?:looked at|seen by"
    r"|tested|checked|inspected|signed|stamped|valued|assessed|witnessed|certified)(?: by)?|go (?:through|over"
    r"|online|back)(?! with)"
    r"|track (?:it|the|your)(?: \w+)? (?:yourself|online|with|through)|check (?:the|our) (?:website|portal|app"
    r"|faq|status page)"
    r"|mark (?:the|each|every|all)|list (?:each|every|all)|itemi[sz]e|measure (?:it|the|each|all|your)"
    r"|photograph|take (?:some |a few "
    r"|two |three |more |clear )?(?:photos|pictures|measurements|readings|screenshots)|fetch|find out (?:from"
    r"|whether|which|who|if)|search (?:your|the|for)|look (?:for|through) (?:it|the|your)|work out (?:which|what"
    r"|how|the)|cut and paste|copy and paste"
    r"|remind (?:me|us)|chase (?:me|us|this|it)|check back|check in with us|come back to us|contact us again"
    r"|share (?:the|a) (?:screenshot|link|receipt|proof)|claim (?:it|the \w+|this) (?:back )?(?:from|through"
    r"|via)|(?:write|call|ring) (?:us )?again"
    r"|call back (?:later|tomorrow|on|after|in)|ring back (?:later|tomorrow|on|after|in))\b"
)
_ERRAND = (
    r"(?:(?:have|get) (?:your|the|a) (?:own )?(?:[\w-]+ )?(?:draw up|raise|write|confirm|sign|provide|send"
    r"|issue|quote|certify|to (?:raise|write|confirm|sign|send|check|look|issue|trace|contact))"
    r"|have a look (?:round|around|in|through|for)|look (?:round|around) (?:the|your)|(?:swing|pop|stop|drop"
    r"|come|call|go) (?:by|round to|into|in to|over to|down to|along to|in at(?! \d)"
    r"|down and|to)(?! (?:me|my|you|your"
    r"|a |work|court)\b)|come (?:in|down|back) (?:to|and|with)(?! (?:see|us|say|visit|stay|enjoy))|visit (?:the"
    r"|our|your|any|a|one)\b(?! (?:again|soon))|travel to|drive (?:over|down|up|out|it|them|back)"
    r"|make your way to|run (?:it|them) (?:over|down|up) to|queue (?:at|up)|head (?:to|over to|down to)"
    r"|go to|(?:collect|pick up|fetch|pick) (?:it|them|the|your)(?: [\w-]+){0,4} (?:up )?from (?:the|our|your|a"
    r"|any)\b|(?:take|bring|carry|return|drop|deliver|send|post|ship|mail"
    r"|courier|pop|put)(?: (?:it|them|the|your|everything|all)\b)(?: (?!is\b|was\b|are\b"
    r"|which\b)[\w-]+){0,4}? (?:back (?:to|in|with|at|by"
    r"|when|once|so)|back\b(?= and|$|[,.;])|to (?:your|our|the|any|a) (?:\w+ ){0,2}?(?:drop-off|collection|post"
    r"|branch|store|shop|depot|office|nearest|garage"
    r"|warehouse|address|workshop|counter|service)|off at|off\b(?= at| in)|at (?:any|your|the|our"
    r"|a) (?:\w+ )?(?:post office|shop|store|branch"
    r"|depot|locker|counter|office)|by (?:courier|registered|recorded|tracked|post))"
    r"|(?:pack|box|wrap|tape|parcel|bag)(?: (?:it|them|the|your|everything)\b)(?: [\w-]+){0,3}?(?: up| back"
    r"| securely| again|,| and)"
    r"|(?:wrap|pack|box|bag|bundle|crate|roll)(?: up)? (?:the|your|all|each|every)(?: [\w-]+){1,4} (?:and|in"
    r"|into)|gather|collate|round up|sort through|dig out|look out (?:the|your|all|any)|re-?pack(?:age)?"
    r"|dismantle|disassemble|unscrew|take (?:it|them|the \w+) apart|hold on to (?:the|it|them|all|any|every)"
    r"|check (?:your|the) (?:attic|loft|fuse ?box|cellar|meter|wiring|cupboard|garage|shed|porch|bins|stopcock"
    r"|connections|settings|spam)"
    r"|arrange (?:your own|for (?:a|an|the|your)|a (?:courier|collection|visit|pick-?up|van))|cancel (?:the"
    r"|your) (?:order|booking|payment)|(?:buy|purchase|source"
    r"|hire|rent|find) (?:a|an|the|your own|another|some)(?: [\w-]+){1,3} (?:yourself|locally|elsewhere"
    r"|of your own|from (?:a|the|any|your))"
    r"|(?:plot|map|set|spell|note|jot|type|cut) (?:out|down) (?:where|when|each|every|the|all|what|which)"
    r"|tighten|re-?wire|tape over|open (?:the|up the)"
    r" (?:back|panel|casing|cover|unit|housing)|lift the (?:panel|lid|cover|tray) and|replace the (?:battery"
    r"|fuse|bulb|seal|hose|washer|filter)s?(?: yourself)?"
    r"|bleed (?:the|your)|clear (?:the|your) (?:floor|room|area|drain|path))\b"
)
_CHORE = rf"(?:{_TALK}|{_PRODUCE}|{_ONLINE}|{_ERRAND}|{DEEDS})"
_ADVERBS = (
    r"(?:(?:also|then|first|now|simply|just|either|kindly|please|yourself|directly|best|always|go and"
    r"|go ahead and|again) ){0,3}"
)
#: A sentence, or what stands behind a colon, that begins with the deed.
_OPENING = Cue(
    rf"(?:(?:sir|madam|ma'am|also|first|then|next|otherwise|meanwhile|in the meantime|from there|after that"
    rf"|for now|or)[,:]? )?"
    rf"(?:(?:please|kindly|do|just|simply|now|so|and) ){{0,2}}{_ADVERBS}{_CHORE}[^.!?;\n]{{0,60}}",
    "",
)
#: First words of sentences that ask for nothing.
_NOT_A_DEED = frozenset(
    """
    i i'm i've i'll i'd we we've we'll we're we'd you're your you've yours the it it's its our ours a an my
    mine thank thanks that that's this there there's they she
    he her his their sorry dear hi hello no yes yours kind regards with nothing what which who where how both
    one two three each every all some nobody everybody
    """.split()  # noqa: SIM905 - words are read better as a text
)
_TURN = late(
    r"^(?:once|when|if|should|after|before|to|for|as|since|until|in order|because)\b[^,;:]{3,120}, |[;:] ",
    re.IGNORECASE,
)
_ASKED = Cue(
    r"\b(?:please|kindly|feel free to|(?:could|can|would|will) you|you(?:'d| would|'ll"
    r"| will)?(?: (?!not\b)\w+)? (?:(?:have|need|want|ought) to|do well to"
    r"|be (?:required|asked|advised|expected|better off) to|do best to)|you (?:must|should|could|are (?:required"
    r"|asked|advised|expected|kindly"
    r"|requested) to|just have to|only have to)|(?:best|easiest|quickest|simplest|fastest|only|next"
    r"|safest) (?:thing|way|option|route|step|course|bet)"
    r"\b[^.!?;\n]{0,16}?(?:(?: is| would be)(?: for you)?(?: to)?|:)|(?:our|my) (?:advice|suggestion"
    r"|recommendation) (?:is|would be) to"
    r"|(?:it is|it's|that is|that's)(?: up)? (?:for|to) (?:you|the \w+) to|(?:if|grateful if|help if"
    r"|appreciate it if|obliged if) you"
    r" (?:could|can|would)|(?:I|we)(?:'d| would)? (?:need|ask|advise|suggest|recommend|require|request|urge"
    r"|invite|want)(?: that)? you(?: to)?"
    rf"|before (?:we|I) (?:can|could) [^.!?;,\n]{{0,40}}, ?(?:please )?) ?{_ADVERBS}{_CHORE}[^.!?;\n]{{0,60}}",
    "please|kindly|feel free|d you|can you|will you|you have|you need|you want|you ought|you'd|you'll|you would"
    "|you will|you must|you should|you could|you are|you just|you only|advice|suggestion|recommendation|if you"
    "|we ask|we need|i need|we advise|we suggest|i suggest|i'd|we'd|i would|we would|we r|i r|we urge|we want"
    "|we invite|before|way is|way would|way:|way from|way for|next step|step is|thing is|best thing|option|route is"
    "|course is|bet is|for you to|to you to|for the |to the ",
)
#: "You can" leaves them free, unless what they may do is our errand.
_MAY = Cue(
    rf"\byou(?:'re| are)? (?:may|can|might|could|welcome to|free to|invited to|always)(?: wish to| want to"
    rf"| always| also| just| then"
    rf"| simply){{0,2}} (?:{_TALK}|try {_PARTY}|track (?:it|the|your)(?: \w+)? yourself|(?:collect"
    rf"|pick up) (?:it|them|the"
    rf"|your)(?: [\w-]+){{0,4}} from (?:our|the)"
    r"|escalate|re-?submit|re-?apply|try again|log ?in|raise (?:a|it)|check back)\b[^.!?;\n]{0,60}",
    "you may|you can|you might|you could|welcome to|free to|invited to|you always",
)
_PROVISO = Cue(
    r"\b(?:(?:suggest|recommend|advise) (?!keep|wait|leav|stay|giv|hold|we |that we)(?:\w+ly )?(?:ring|call"
    r"|phon|contact|writ|ask|chas|visit|tak|bring|buy|hav|gett|measur|search|re\w+|speak|e-?mail"
    r"|send|look|go|fill|post)\w*ing\b[^.!?;\n]{0,60}|all it (?:takes|needs) is (?:a|for you)[^.!?;\n]{0,60}"
    r"|a (?:quick |short )?(?:trip|visit|drive) to (?:our|the|your)\b[^.!?;\n]{0,40}|"
    rf"(?:if|once|when|after|as soon as|until|unless) you(?:'ve| have|'d)?(?: first| already| could"
    rf"| can)? (?!asked|told|want|wish|like|prefer"
    rf"|would|feel|decide)(?:\w+ed|got|get|kept|keep|sent|send|found(?! a better)|find|made|make|written|filled|had|have (?:a"
    rf"|an|two|three|both)|spoken to|taken|brought)"
    rf" (?:[\w'-]+ ){{0,4}}?(?:{_PAPERS}\b|{_PARTY})[^.!?;\n]{{0,60}}"
    r"|(?:would|do) you mind (?:measur|photograph|fill|sketch|bring|tak|dropp|pack|check|ring|call|contact|writ"
    r"|re\w+|scann"
    r"|print|collect|download|upload|log|list|go|com|pick|try|ask|get)\w*ing\b[^.!?;\n]{0,60}"
    r"|(?:must|has to|have to|needs? to|should|ought to|is to|are to) be (?:(?:\w+ly )?(?:completed|filled in"
    r"|dismantled|submitted|uploaded|scanned"
    r"|printed|witnessed|notari[sz]ed|certified|countersigned|re-?packed|boxed|packaged)\b|(?:\w+ )?(?:off"
    r"|cleared|moved|removed|brought|carried"
    r"|taken)\b[^.!?;\n]{0,30} by you\b)[^.!?;\n]{0,40}|before (?:our"
    r"|the) [^.!?;,\n]{0,40}, [^.!?;\n]{0,30}(?:has to|have to|must|needs? to) be\b"
    r"[^.!?;\n]{0,60}|(?:we|I)(?:'ll| will|'d| would|)(?: also| still| first)? (?:need|require"
    r"|want)\b(?! to\b)[^.!?;\n]{0,40}\b(?:photos?|photographs?|pictures?"
    r"|copy|copies|video|scans?|receipt|proof|statement|letter|form|list)\b[^.!?;\n]{0,30}(?:,| and) (?:an? "
    r"|the |your |two |three |any |proof ){0,2}"
    r"(?:\w+ )?(?:photos?|photographs?|pictures?|copy|copies|video|scans?|receipt|proof|statement|letter|form"
    r"|list|number|of)\b[^.!?;\n]{0,40})",
    "if you|once you|when you|after you|soon as you|until you|unless you|you mind|be |need|require|want|suggest"
    "|recommend|advise|all it|a trip|a visit|a drive|a quick|a short",
)
_LEFT_FREE = late(
    r"\b(?:not|\w+n't|no need to|needn't|without|never|nothing|asked to|if you (?:like|prefer|want|wish|would|'d"
    r"|ever)|or if you|rather"
    r"|whether|told|was|were|had to|sorry|what|when|why|how|anything|everything|whatever|whenever|should have"
    r"|all)\b[^.!?;\n]{0,30}$",
    re.IGNORECASE,
)
_OR_WE = late(
    r"\b(?:in )?what(?:ever)? form\b|\bwhen(?:ever)?(?: you)?(?: like| can)?[.!]|\bor (?:I|we|our|just|leave"
    r"|keep|let|throw|shall)\b|\bif you(?:'d| would)? (?:like|prefer|wish|want|rather)\b(?! (?:the|a|your) (?:refund|money"
    r"|replacement|credit|exchange))|\b(?:because|as|since) I've\b|\b(?:back|in|over|round) and (?:I|we)(?:'ll| will) (?:swap"
    r"|mend|change|replace|exchange|refund|fix|repair)\b|\bwith or without\b|\b(?:I|we)(?:'ll| will)"
    r" (?:pay|cover|bear)\b|\bif (?:it|that|one|the new|anything|he|she)\b[^.!?;\n]{0,20} (?:rattles?|sticks?"
    r"|hurts?|wrong|worse)"
    r"|\b(?:999|112|911|emergency|ambulance|doctor|hospital|fire brigade|brakes?|a&e|999|gas|hob|fumes|unplug(?:ged)?)\b|\byou"
    r" asked\b|(?<!come )\bat any time\b",
    re.IGNORECASE,
)
_WHY, _INSTEAD = "It gives them work to do.", "Do it for them, or ask whether they would."


def chores(draft: Draft) -> Iterator[Mark]:
    """Work for the customer, in whatever words it is asked."""
    for sentence in draft.body:
        if sentence.words.endswith("?"):
            continue
        if sentence.words.partition(" ")[0].lower() in _NOT_A_DEED:
            continue
        starts = [sentence.start, *(sentence.start + turn.end() for turn in _TURN.finditer(sentence.words))]
        found = next(filter(None, (_OPENING.pattern.match(draft.said, at, sentence.end) for at in starts)), None)
        if found and not _OR_WE.search(sentence.words):
            yield Mark(found.start(), found.end(), _WHY, _INSTEAD)
    for cue in (_ASKED, _MAY, _PROVISO, ERRANDS):
        yield from cue.marks(draft, _WHY, _INSTEAD, unless=lambda found: _is_free(draft, found))


def _is_free(draft: Draft, found: re.Match[str]) -> bool:
    before = draft.said[max(0, found.start() - 40) : found.start()]
    return bool(_LEFT_FREE.search(before) or _OR_WE.search(draft.sentence(found.start())))
