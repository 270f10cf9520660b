"""How a customer or a case is passed on: moved over, sent away, told that it is another's; and what they would gain by it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late
from amends.drafts.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_PART = (
    r"(?:accounts?|billing|sales|claims?|complaints?|support|returns?|repairs?|retention|retentions|warrant(?:y|ies)"
    r"|finance|payroll|lettings?|bookings?|reservations?|refunds?|collections|logistics|dispatch|despatch|deliveries"
    r"|technical|tech|legal|housing|maintenance|facilities|admissions|pharmacy|reception|housekeeping|underwriting|credit"
    r"|card|cards|loans?|mortgages?|fraud|security|insurance|admin|quality|payments?|parts|spares|service|customer \w+"
    r"|human resources|(?-i:HR|IT)|ticketing|baggage|cargo|catering|front desk|back office|head office|tier (?:two|2|three|3)"
    r"|level (?:two|2|three|3)|second[ -]line)"
)
_BODY = (
    r"(?:team|department|desk|unit|office|colleagues?|specialists?|manager|line|section|people|side|group|experts?|agents?"
    r"|advis[eo]rs?|branch|division|directorate|centre|center|company|queue|supervisor|handler|helpline|hotline|hub"
    r"|partner|partners|agency|landlord|bank|airline|manufacturer|maker|installer|courier|carrier|supplier|seller|retailer"
    r"|shop|store|insurer|council|surgery|hospital|school|registrar|bursar|warehouse|depot|workshop|lab|embassy|operator"
    r"|provider|network|utility|builder|developer|broker|garage|dealer|dealership|franchise|franchisee|organiser|promoter"
    r"|venue|host|owner|agent|contractor|subcontractor|lot|folks?|lads|guys|engineers?|technicians?|accountants?|nurse"
    r"|doctor|counter|window|clerk|officer|committee|board|HQ|website|portal|switchboard)"
)
_THERE = (
    rf"(?:(?:the|our|a|an|another|my|your|their|that|any|one of (?:our|the|my)) (?:[\w'-]+ ){{0,3}}?(?:{_BODY}|{_PART})"
    rf"|(?:someone|somebody|anyone|whoever|people|colleagues|those|folks)(?: else)?(?: who)?(?: (?:in|from|at|on|with|else|over"
    rf"|deals|handles|does)\b)?|{_PART}|@\w+|(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?= ?(?:now|[.!,;]|in|from|at|on|to\b|who)))"
)
_TO = r"(?: on| over| across| through| up| down| back| along| round| straight| right| now){0,3} (?:to|with|onto|towards)"
_CASE = (
    r"(?:(?:your|the|this|that) (?:\w+ ){0,1}?(?:case|complaint|quer(?:y|ies)|enquir(?:y|ies)|inquir(?:y|ies)|requests?"
    r"|claim|matter|ticket|call|issue|concerns?|file|message|e-?mail|letter|report|problem|dispute|question|chat"
    r"|correspondence|paperwork|details|feedback)|this|it|everything)"
)
_MOVED = Frame(
    (
        rf"\b(?:put|putting|pass|passing|hand|handing|move|moving|swap|swapping|pop|popping|get|getting|send|sending|switch"
        rf"|switching|bounce|bouncing|patch|patching|connect|connecting|shift|shifting|route|routing|transfer|transferring"
        rf"|bring|bringing|refer|referring|direct|directing|point|pointing|loop|steer|bump) you(?:(?: straight| right| now| quickly)?"
        rf" (?:over|across|through)\b(?: now)?(?: (?:to|with|onto|towards|for) {_THERE})?"
        rf"|{_TO} {_THERE}| (?:someone|somebody) (?:in|from|at|who|else))|\bsending you{_TO} (?-i:[A-Z])\w+",
        "you",
        "over|across|through|to|with|onto|towards|someone|somebody",
        "put|putt*|pass|pass*|hand|hand*|move|moving|swap|swap*|pop|popp*|get|getting|send|sending|swit*|boun*|patc*|conn*|shif*|rout*"
        "|tran*|bring|brin*|refe*|dire*|point|loop|steer|bump",
    ),
    (
        r"\b(?:transfer(?:ring)?|connecting) (?:you|the call|your call|this call)\b|\bconnecting you (?:to|with)\b"
        r"|\bI can (?:forward|pass on|send on|redirect) your (?:e-?mail|message|letter|query|details)\b"
        r"|\bforwarding (?:this |it )?to @?\w+|\b(?:sits|belongs|fits) better with\b|\bhold on (?:there )?(?:while|till|until) I get\b"
        r"|\bto (?:whom|which|whose)\b[^.!?;\n]{0,30}\b(?:transmitted|forwarded|sent|passed|referred|escalated)\b",
        "transfer|transferring|connecting|forward|pass|send|redirect|forwarding|better|hold|whom|which|whose",
        "you|call|your|to|with|get",
    ),
    (
        rf"\b(?:I|we)(?:'ve| have|'m|'re| am| are|'ll| will| can| shall)?(?: now| just| already| also| therefore| duly| only){{0,2}}"
        rf" (?:pass(?:ed|ing)?|forward(?:ed|ing)?|hand(?:ed|ing)?|escalat(?:ed|ing|e)|sen[dt]|sending|refer(?:red|ring)?|(?:re-?)?assign(?:ed"
        rf"|ing)?|redirect(?:ed|ing)?|rout(?:ed|ing|e)|re-?rout(?:ed|ing|e)|mov(?:ed|ing|e)|transferr?(?:ed|ing)?|shift(?:ed"
        rf"|ing)?|relay(?:ed|ing)?|submit(?:ted|ting)?|lob(?:bed)?|fir(?:ed|ing)|kick(?:ed|ing)|push(?:ed|ing)) {_CASE}{_TO}"
        rf" (?!(?:the |our |a )?(?:\w+ )?(?:courier|carrier|driver|post|neighbour|workshop|lab|warehouse|depot|bank|shop|owner)\b){_THERE}"
        rf"|\b{_CASE}(?: has| have|'s| is| was| will| are)(?: been| be| being| now| already){{0,2}} (?:passed|forwarded"
        rf"|handed|escalated|sent|referred|(?:re-?)?assigned|redirected|re-?routed|routed|moved|transferred|transmitted"
        rf"|submitted|shifted|gone|going|relayed|allocated){_TO} (?!you\b)(?:{_THERE}|(?-i:[A-Z]))",
        "pass*|forw*|hand*|esca*|send|sent|sending|refe*|assi*|reas*|redi*|rout*|rero*|move*|moving|moved|tran*|shif*|rela*|subm*|lob*|fire*"
        "|firing|kick*|push*|gone|going|allo*|re",
        "to|with|onto|towards",
        "your|the|this|that|it|everything",
    ),
)
_NOT_OURS = Frame(
    (
        r"\b(?:isn't|is not|not|aren't) (?:(?:handled|dealt with|looked after|managed|done|processed) (?:here|by (?:us|me|this)|from here|at this"
        r"|on this|in this)|(?:my|our) (?:department|area|job|remit|desk|side|team|patch|field|responsibility|line|call))"
        r"|\boutside (?:my|our) (?:department|area|remit)\b",
        "isn't|not|aren't|outside",
        "handled|dealt|looked|managed|done|processed|department|area|job|remit|desk|side|team|patch|field|responsibility|line|call",
    ),
    (r"\b(?:through to|reached|come to|this is|you've got|you have|rung|dialled) the wrong \w+", "wrong", "through|reached|come|this|got|have|rung|dialled"),
    (
        rf"\b(?:a|one) (?:question|matter|issue|job|query|case|one|conversation) for (?:{_THERE}|the \w+|your \w+)",
        "question|matter|issue|job|query|case|one|conversation",
        "for",
        "a|one",
    ),
    (
        r"\b(?:is|are|would be|that's|it's|this's|'d be|falls under|comes under) (?:the|our|your) (?:[\w']+ )?(?!customer)(?:\w+'s|\w+s')"
        r" (?:area|job|department|remit|responsibility|side|patch|call|business|concern|affair)\b",
        "area|job|department|remit|responsibility|side|patch|call|business|concern|affair",
        "is|are|be|that's|it's|under",
    ),
    (r"\bresponsibility (?:for [^.!?;\n]{1,50}? )?(?:lies|rests|sits) with (?!me\b|us\b)", "responsibility", "lies|rests|sits"),
    (
        r"\b(?:I|we) (?:cover only|do only|only (?:do|cover|handle|look after|deal with|take|see|collect|manage|work on|sell|book"
        r"|process|help with|have access to))",
        "only",
        "i|we",
    ),
    (
        r"\b(?:I|we) (?:don't|do not|can't|cannot) (?:deal with|handle|look after|cover|touch|do|manage|see) (?!anything|that again|it again"
        r"|any)[\w' -]{3,30}[.;,] ?(?:\w+ ){1,3}(?:does|do|can|has|will)|\b(?:I|we) (?:don't|do not) (?:deal with|handle|look after)"
        r" (?!anything|any\b)\w+",
        "don't|not|can't|cannot",
        "deal|handle|look|cover|touch|do|manage|see",
        "i|we",
    ),
    (
        r"\b(?:somebody|someone|another (?:\w+ )?(?:team|colleague|department|office|company)|a different \w+|our (?:\w+ )?(?:agency|partner"
        r"|contractor|sister company)) (?:else )?(?:does|do|handles?|deals? with|looks? after|runs?|takes? care)",
        "somebody|someone|another|different|agency|partner|contractor|company",
        "does|do|handles|handle|deals|deal|looks|look|runs|run|takes|take",
    ),
    (
        r"\b(?:they|she|he)(?:'ll| will) (?:deal with|handle|see to|take care of) (?:it|this|that|you|your)",
        "they'll|she'll|he'll|they|she|he",
        "deal|handle|see|care",
    ),
    (
        r"\b(?:questions|queries|enquiries|refunds|issues|requests|problems|matters) (?:\w+ )?(?:go|goes|are handled|are dealt with|should go"
        r"|must go) (?:to|by|through)\b|\b(?:is|are) (?:\w+ )?separate from us\b",
        "questions|queries|enquiries|refunds|issues|requests|problems|matters|separate",
        "go|goes|handled|dealt|from",
    ),
)
_YOU_SHOULD = (
    r"(?:\b(?:you(?:'d| would|'ll| will)?(?: \w+ly| just| also| first){0,2} (?:need|want|have|must|should|ought|be better off"
    r"|do better|be best|be wanting|are best|can|are advised|are required)(?: have| need| be better off)?(?: to| by)? (?:please "
    r"|just |also )?|(?:^|(?<=[.!?;,:]\s)|(?<=\n))(?:(?:please|kindly|just|then|for [^.!?;,\n]{3,40}, ?(?:please)?|sir,|so|and|but"
    r"|could you|(?:I|we) (?:suggest|recommend|advise|ask|would ask|'d ask)(?: that)? you(?: to)?) )?(?:please |kindly )?))"
)
_OUR_OWN = (
    rf"(?:(?:(?:the|our|a|an|another|my|that) (?:[\w'-]+ ){{0,3}}?(?:team|department|desk|unit|office|colleagues?|specialists?|manager|line"
    rf"|section|people|side|group|branch|division|directorate|centre|center|queue|supervisor|helpline|hotline|hub|counter|window|portal"
    rf"|website|switchboard|shop|store|{_PART})|{_PART}|\d{{3}}|(?:them|him|her)(?= (?:directly|yourself|instead|about))"
    r"|(?:someone|somebody|whoever)(?: else)?)\b)"
)
_NEEDED = (
    "need|want|have|must|should|ought|better|best|can|advi*|requ*|plea*|kind*|just|sir|sugg*|reco*|could|has|needs|for|so|call|ring|dial|try"
)
_SENT_AWAY = Frame(
    (
        rf"{_YOU_SHOULD}(?:try|trying|ring|ringing|call|calling|phone|phoning|contact|contacting|dial|email|e-mail|mail|message|write(?: in)? to"
        rf"|writing to|speak(?:ing)? (?:to|with)|talk(?:ing)? (?:to|with)|ask(?:ing)?|approach(?:ing)?|go(?:ing)?(?: back| over"
        rf"| down| along| straight)? to|check(?:ing)? with|liaise with|see|reach out to|visit|queue at) {_OUR_OWN}",
        "try|trying|ring|ringing|call|calling|phone|phoning|cont*|dial|email|mail|mess*|write|writ*|speak*|speaking"
        "|talk|talking|ask|asking|appr*|go|going|check|chec*|liaise|see|reach|visit|queue",
        _NEEDED,
    ),
    (
        rf"{_YOU_SHOULD}(?:get (?:hold of|in touch with|on to|onto)|take (?:it|this|that) up with|raise (?:it|this|that) with|direct (?:your"
        rf"|all|this|any) \w+(?: \w+)? to|address (?:your|this|all) \w+ to|refer (?:to|this to)|reply to|turn to|report (?:it|this)"
        rf" to) (?:{_THERE}|them\b)|\b(?:be|do) (?:better|best)(?: off)? (?:to )?(?:ask|speak|talk|go|call|ring|contact|try)\w*(?: to| with)?"
        rf" {_THERE}",
        "get|take|raise|dire*|addr*|refer|reply|turn|repo*|better|best",
        "to|with|of|onto|off",
    ),
    (
        r"\b(?:must|should|has to|have to|needs to|need to|ought to) (?:now )?be (?:addressed|directed|sent|taken up|raised|referred|put|made"
        r"|reported) (?:to|with|there)\b",
        "addr*|dire*|sent|taken|rais*|refe*|put|made|repo*",
        "must|should|has|have|needs|need|ought",
        "be",
    ),
    (
        r"\b(?:is|are) the (?:one|ones|person|people|place|team|right \w+) (?:to (?:ask|call|ring|speak to|contact|see|talk to)|you (?:need"
        r"|want))|\byou could try them\b|\bcould you try (?:them|him|her|the)\b|\btheir (?:number|address|e-?mail|contact details|details)"
        r" (?:is|are) on\b",
        "one|ones|person|people|place|team|right|try|their",
        "ask|call|ring|speak|contact|see|talk|need|want|could|number|address|email|details",
    ),
)
_FROM_NOW = Frame(
    (
        r"\b(?:(?:will|is going to|shall) (?:now )?be (?:taking|handling|looking after|dealing with|carrying|picking up|managing)"
        r"(?: \w+){0,3}?(?: forward| over| on)?(?: from (?:here|now|today))?|(?:will|shall|is to) (?:now |from now on )?be (?:looked"
        r" after|handled|dealt with|taken (?:forward|over|up)|managed|picked up|processed|overseen|followed up|answered|reviewed)"
        r" by|takes? (?:over|on) (?:the (?:correspondence|case|file|matter)|from (?:here|today|now|me)|your (?:case|file"
        r"|account))|will take (?:this|it|things|over) (?:forward |over |on )?from (?:here|now|me)|go handle (?:this|am)"
        r"|handle this one|reply to them)\b",
        "taki*|hand*|look*|deal*|carr*|pick*|mana*|taken|proc*|over*|foll*|answ*|revi*|takes|take|reply",
        "will|shall|is|takes|take|over|go|this|them|from",
    ),
)
_STAYING = late(
    r"\b(?:don't (?:need|have) to|no need|need not|needn't|won't (?:need|have)|rather than|instead of|could send|were (?:passed"
    r"|sent|referred|put)|shouldn't have|should not have|you asked|as you asked|if (?:you|it|that|anything|there|your|the|he"
    r"|she|they)|when you|whoever|whenever|emergency|999|112|111|911|safety (?:line|lead|team)|in case|wrong of|for you\b"
    r"|your (?:thanks|kind words|praise|compliment\w*)|before you|until|so i (?:asked|rang|called)|and here's what|i(?:'ve| have)"
    r" (?:asked|called|rung|spoken|booked|told|briefed)|i (?:asked|called|rang|went)|or (?:else )?(?:I|we)(?:'ll| can)|or me\b)"
    r"|\?$",
    re.IGNORECASE,
)
_ASKED_TO = late(r"\b(?:could|can|would) you (?:please )?(?:try|ring|call|contact|ask|speak)\b", re.IGNORECASE)
_GAINS = late(
    r"\b(?:so (?:that )?(?:there|no|nothing|you|it|your)\b|saves? you|(?:I|we)(?:'ve| have|'ll| will) (?:(?:already|also|just"
    r"|gone|be) )?(?:told|briefed|explained|introduced?|shared|given (?:him|her|them)|sent (?:him|her|them)|stay|walk|wait"
    r"|been through|through your|gone through|with (?:him|her|you)|on the line)|I(?:'m| am) staying|he|she|they) (?:already"
    r" )?(?:knows?|has your|have your|has all|have all|has the|is expecting|are expecting|speaks?|lives?|decides?|reads?"
    r"|packed|built|fitted|wrote|writes to you|rings? you|calls? you|phones? you)\b|\bI(?:'ll| will| won't)? (?:stay"
    r"|hang up|wait|walk you|introduce|be with)\b|\b(?:on the spot|this minute|at once|straight away|same day|right now"
    r"|instantly|there and then)\b|\bI(?:'ve| have) (?:told|briefed|gone through|(?:given|sent) (?:him|her|them)|explained)\b|\bwho (?:runs"
    r"|knows|has|can|decides|speaks|lives|wrote|built|fitted|packed|reads|handles nothing|does nothing)\b",
    re.IGNORECASE,
)
_WE = late(r"\b(?:We|I|You|This|That|Everything)\b|\b(?:[A-Z]\w+|[Tt]hey|[Hh]e|[Ss]he) (?:does|do)[.!]|\bthey run their own")
_CHORES = late(
    r"\b(?:doctors?|gp|police|neighbours?|hospital)\b|\byour (?:own )?(?:bank|insurer|landlord|employer|card|network|provider|phone)\b|\band (?:get|ask|quote|fill|bring|give|tell|request|obtain|send|open|claim"
    r"|have)\b|\b(?:then|afterwards|first)\b(?! to)|, quote|\bwith (?:two|your|a) \w+",
    re.IGNORECASE,
)
_FRAMES = (_MOVED, _NOT_OURS, _SENT_AWAY, _FROM_NOW)


def passing_on(draft: Draft) -> Iterator[re.Match[str]]:
    """The places where they, or their case, are passed on or sent elsewhere."""
    for frame in _FRAMES:
        for found in frame.all(draft):
            words = draft.sentence(found.start())
            if frame is _SENT_AWAY and _CHORES.search(words):
                continue
            if not _STAYING.search(words) or (_ASKED_TO.search(words) and frame is _SENT_AWAY):
                yield found


def gains(words: str) -> bool:
    """Whether the words say what the customer has of it, or that the writer stays with them."""
    return bool(_GAINS.search(words))


def without_us(words: str) -> str:
    """The words without those that only say what we, not the next person, have and do."""
    return _WE.sub(" ", words)
