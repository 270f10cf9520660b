"""How a customer or a case is passed on: moved over, sent away, told it is another's; and what they would gain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.phrases.elsewhere_words import BODY, ELSEWHERE, PART, THERE
from amends.drafts.cue import late
from amends.drafts.finding import Mark
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_TO = (
    r"(?: on| over| across| through| up| down| back| along| round| straight| right| now){0,3} (?:to|with|onto|towards)"
)
_CASE = (
    r"(?:(?:your|the|this|that) (?:\w+ ){0,1}?(?:case|complaint|quer(?:y|ies)|enquir(?:y|ies)|inquir(?:y|ies)|requests?"
    r"|claim|matter|ticket|call|issue|concerns?|file|message|e-?mail|letter|report|problem|dispute|question|chat"
    r"|correspondence|paperwork|details|feedback)|this|it|everything)"
)
_MOVED = Turns(
    (
        (
            r"\b(?:put|putting|pass|passing|hand|handing|move|moving|swap|swapping|pop|popping|get|getting|send"
            r"|sending|switch|switching|bounce|bouncing|patch|patching|connect|connecting|shift|shifting|route|routing"
            r"|transfer|transferring|bring|bringing|refer|referring|direct|directing|point|pointing|loop|steer|bump)"
            r" you(?:(?: straight| right| now| quickly)? (?:over|across|through)\b(?: now)?(?: (?:to|with|onto|towards"
            rf"|for) {THERE})?|{_TO} {THERE}| (?:someone|somebody) (?:in|from|at|who|else))|\bsending you{_TO}"
            r" (?-i:[A-Z])\w+"
        ),
        "you",
        "over|across|through|to|with|onto|towards|someone|somebody",
        (
            "put|putt*|pass|pass*|hand|hand*|move|moving|swap|swap*|pop|popp*|get|getting|send|sending|swit*|boun*"
            "|patc*|conn*|shif*|rout*|tran*|bring|brin*|refe*|dire*|point|loop|steer|bump"
        ),
    ),
    (
        (
            r"\b(?:transfer(?:ring)?|connecting) (?:you|the call|your call|this call)\b|\bconnecting you (?:to|with)\b"
            r"|\bI can (?:forward|pass on|send on|redirect) your (?:e-?mail|message|letter|query|details)\b"
            r"|\bforwarding (?:this |it )?to @?\w+|\b(?:sits|belongs|fits) better with\b(?! you\b)|\bhold on (?:there )?(?:while"
            r"|till|until) I get\b|\bto (?:whom|which|whose)\b[^.!?;\n]{0,30}\b(?:transmitted|forwarded|sent|passed"
            r"|referred|escalated)\b"
        ),
        "transfer|transferring|connecting|forward|pass|send|redirect|forwarding|better|hold|whom|which|whose",
        "you|call|your|to|with|get",
    ),
    (
        (
            r"\b(?:I|we)(?:'ve| have|'m|'re| am| are|'ll| will| can| shall)?(?: now| just| already| also| therefore|"
            r" duly| only){0,2} (?:pass(?:ed|ing)?|forward(?:ed|ing)?|hand(?:ed|ing)?|escalat(?:ed|ing|e)|sen[dt]"
            r"|sending|refer(?:red|ring)?|(?:re-?)?assign(?:ed|ing)?|redirect(?:ed|ing)?|rout(?:ed|ing|e)"
            r"|re-?rout(?:ed|ing|e)|mov(?:ed|ing|e)|transferr?(?:ed|ing)?|shift(?:ed|ing)?|relay(?:ed|ing)?"
            rf"|submit(?:ted|ting)?|lob(?:bed)?|fir(?:ed|ing)|kick(?:ed|ing)|push(?:ed|ing)) {_CASE}{_TO} (?!(?:the "
            r"|our |a )?(?:\w+ )?(?:courier|carrier|driver|post|neighbour|workshop|lab|warehouse|depot|bank|shop"
            rf"|owner)\b){THERE}|\b{_CASE}(?: has| have|'s| is| was| will| are)(?: been| be| being| now|"
            r" already){0,2} (?:passed|forwarded|handed|escalated|sent|referred|(?:re-?)?assigned|redirected"
            rf"|re-?routed|routed|moved|transferred|transmitted|submitted|shifted|gone|going|relayed|allocated){_TO}"
            rf" (?!you\b)(?:{THERE}|(?-i:[A-Z]))"
        ),
        (
            "pass*|forw*|hand*|esca*|send|sent|sending|refe*|assi*|reas*|redi*|rout*|rero*|move*|moving|moved|tran*"
            "|shif*|rela*|subm*|lob*|fire*|firing|kick*|push*|gone|going|allo*|re"
        ),
        "to|with|onto|towards",
        "your|the|this|that|it|everything",
    ),
)
_NOT_OURS = Turns(
    (
        (
            r"\b(?:falls?|goes|belongs|relates|pertains) (?:to|under|with|within) (?:(?:the|our) (?:[\w'-]+"
            rf" ){{0,3}}?(?:{BODY}|{PART}))|\b(?:now |rather |really )?(?:sits|belongs|lives|is now) with (?:(?:the"
            rf"|our|my) (?:[\w'-]+ ){{0,3}}?(?:{BODY}|{PART}))"
        ),
        "falls|fall|goes|belongs|relates|pertains|sits|rests|lives|lies|now",
        "to|under|with|within",
    ),
    (
        (
            rf"\b(?:my|our|a|another|the) (?:[\w'-]+ ){{0,2}}?(?:{BODY}|{PART})(?: (?:in|from|at|on) (?:the"
            r" )?\w+)?(?: will|'ll| would| is going to) (?:pick"
            r" (?:this|it|that) up|take (?:this|it|that|over|things)|handle|deal with|look after|sort|see to|own|carry)"
        ),
        "will|would|going|team'll|colleague'll",
        "pick|take|handle|deal|look|sort|see|own|carry",
        "my|our|a|another|the",
    ),
    (
        (
            r"\b(?:the )?wrong (?:person|place|desk|man|woman|people|counter|extension|mailbox|address) (?:for|to"
            r" (?:ask|help))\b|\b(?:need|want|after|try|press|choose|select|use) (?:option|extension|line|ext) \w+"
            r"|\byou(?:'re|'ve come| are| have come|'ve got) through to (?!me\b)\w+"
        ),
        "wrong|option|extension|line|ext|through",
        "for|to|need|want|after|try|press|choose|select|use",
    ),
    (
        (
            r"\b(?:isn't|is not|not|aren't) (?:(?:handled|dealt with|looked after|managed|done|processed) (?:here|by"
            r" (?:us|me|this)|from here|at this|on this|in this)|(?:my|our) (?:department|area|job|remit|desk|side|team"
            r"|patch|field|responsibility|line|call))|\boutside (?:my|our) (?:department|area|remit)\b"
        ),
        "isn't|not|aren't|outside",
        (
            "handled|dealt|looked|managed|done|processed|department|area|job|remit|desk|side|team|patch|field"
            "|responsibility|line|call"
        ),
    ),
    (
        (
            r"\b(?:you(?:'ve| have)? (?:come |got )?through to|reached|come to|this is|you've got|you have|rung|dialled)"
            r" the wrong \w+"
        ),
        "wrong",
        "through|reached|come|this|got|have|rung|dialled",
    ),
    (
        rf"\b(?:a|one) (?:question|matter|issue|job|query|case|one|conversation) for (?:{THERE}|the \w+|your \w+)",
        "question|matter|issue|job|query|case|one|conversation",
        "for",
        "a|one",
    ),
    (
        (
            r"\b(?:is|are|would be|that's|it's|this's|'d be|falls under|comes under) (?:the|our|your) (?:[\w']+"
            r" )?(?!customer)(?:\w+'s|\w+s') (?:area|job|department|remit|responsibility|side|patch|call|business"
            r"|concern|affair)\b"
        ),
        "area|job|department|remit|responsibility|side|patch|call|business|concern|affair",
        "is|are|be|that's|it's|under",
    ),
    (
        (
            r"\bresponsibility (?:for [^.!?;\n]{1,50}? )?(?:lies|rests|sits) with (?!me\b|us\b|you\b|this\b|the (?:ticket"
            r"|card|account|policy)?[ -]?(?:holder|customer|buyer|traveller|passenger|owner|sender|user|tenant))"
        ),
        "responsibility",
        "lies|rests|sits",
    ),
    (
        (
            r"\b(?:I|we) (?:cover only|do only|only (?:do|cover|handle|look after|deal with|take|see|collect|manage"
            r"|work on|sell|book|process|help with|have access to))"
        ),
        "only",
        "i|we",
    ),
    (
        (
            r"\b(?:I|we) (?:don't|do not|can't|cannot) (?:deal with|handle|look after|cover|touch|do|manage|see)"
            r" (?!anything|that again|it again|any)[\w' -]{3,30}[.;,] ?(?:\w+ ){1,3}(?:does|do|can|has|will)|\b(?:I|we)"
            r" (?:don't|do not) (?:deal with|handle|look after) (?!anything|any\b)\w+"
        ),
        "don't|not|can't|cannot",
        "deal|handle|look|cover|touch|do|manage|see",
        "i|we",
    ),
    (
        (
            r"\b(?:somebody|someone|another (?:\w+ )?(?:team|colleague|department|office|company)|a different \w+|our"
            r" (?:\w+ )?(?:agency|partner|contractor|sister company)) (?:else )?(?:does|do|handles?|deals? with|looks?"
            r" after|runs?|takes? care)"
        ),
        "somebody|someone|another|different|agency|partner|contractor|company",
        "does|do|handles|handle|deals|deal|looks|look|runs|run|takes|take",
    ),
    (
        r"\b(?:they|she|he)(?:'ll| will) (?:deal with|handle|see to|take care of) (?:it|this|that|you|your)",
        "they'll|she'll|he'll|they|she|he",
        "deal|handle|see|care",
    ),
    (
        (
            r"\b(?:questions|queries|enquiries|refunds|issues|requests|problems|matters) (?:\w+ )?(?:go|goes|are"
            r" handled|are dealt with|should go|must go) (?:to|by|through)\b|\b(?:is|are) (?:\w+ )?separate from us\b"
        ),
        "questions|queries|enquiries|refunds|issues|requests|problems|matters|separate",
        "go|goes|handled|dealt|from",
    ),
)
_YOU_SHOULD = (
    r"(?:\b(?:you(?:'d| would|'ll| will)?(?: \w+ly| just| also| first){0,2} (?:need|want|have|must|should|ought|be"
    r" better off|do better|be best|be wanting|are best|can|are advised|are required)(?: have| need| be better off)?(?:"
    r" to| by)? (?:please |just |also )?|(?:^|(?<=[.!?;,:]\s)|(?<=\n))(?:(?:please|kindly|just|then|for"
    r" [^.!?;,\n]{3,40}, ?(?:please)?|sir,|so|and|but|could you|(?:I|we) (?:suggest|recommend|advise|ask|would ask|'d"
    r" ask)(?: that)? you(?: to)?) )?(?:please |kindly )?))"
)
_OUR_OWN = (
    rf"(?:(?:(?:the|our|a|an|another|my|that) (?:[\w'-]+ ){{0,3}}?(?:team|department|desk|unit|office|colleagues?"
    rf"|specialists?|manager|line|section|people|side|group|branch|division|directorate|centre|center|queue|supervisor"
    rf"|helpline|hotline|hub|counter|window|portal|website|switchboard|shop|store|{PART})|{PART}|\d{{3}}|(?:them|him"
    rf"|her)(?= (?:directly|yourself|instead|about))"
    r"|(?:someone|somebody|whoever)(?: else)?)\b)"
)
_NEEDED = (
    "need|want|have|must|should|ought|better|best|can|advi*|requ*|plea*|kind*|just|sir|sugg*|reco*|could|has|needs|for"
    "|so|call|ring|dial|try"
)
_SENT_AWAY = Turns(
    (
        (
            rf"{_YOU_SHOULD}(?:try|trying|ring|ringing|call|calling|phone|phoning|contact|contacting|dial|email|e-mail"
            r"|mail|message|write(?: in)? to|writing to|speak(?:ing)? (?:to|with)|talk(?:ing)? (?:to|with)|ask(?:ing)?"
            r"|approach(?:ing)?|go(?:ing)?(?: back| over| down| along| straight)? to|check(?:ing)? with|liaise with"
            rf"|see|reach out to|visit|queue at) {_OUR_OWN}"
        ),
        (
            "try|trying|ring|ringing|call|calling|phone|phoning|cont*|dial|email|mail|mess*|write|writ*|speak*|speaking"
            "|talk|talking|ask|asking|appr*|go|going|check|chec*|liaise|see|reach|visit|queue"
        ),
        _NEEDED,
    ),
    (
        (
            rf"{_YOU_SHOULD}(?:get (?:hold of|in touch with|on to|onto)|take (?:it|this|that) up with|raise (?:it|this"
            r"|that) with|direct (?:your|all|this|any) \w+(?: \w+)? to|address (?:your|this|all) \w+ to|refer (?:to"
            rf"|this to)|reply to|turn to|report (?:it|this) to) (?:{THERE}|them\b)|\b(?:be|do) (?:better|best)(?:"
            rf" off)? (?:to )?(?:ask|speak|talk|go|call|ring|contact|try)\w*(?: to| with)? {THERE}"
        ),
        "get|take|raise|dire*|addr*|refer|reply|turn|repo*|better|best",
        "to|with|of|onto|off",
    ),
    (
        (
            r"\b(?:must|should|has to|have to|needs to|need to|ought to) (?:now )?be (?:addressed|directed|sent|taken"
            r" up|raised|referred|put|made|reported) (?:to|with|there)\b"
        ),
        "addr*|dire*|sent|taken|rais*|refe*|put|made|repo*",
        "must|should|has|have|needs|need|ought",
        "be",
    ),
    (
        (
            r"\b(?:is|are) the (?:one|ones|person|people|place|team|right \w+) (?:to (?:ask|call|ring|speak to|contact"
            r"|see|talk to)|you (?:need|want))|\byou could try them\b|\bcould you try (?:them|him|her|the)\b|\btheir"
            r" (?:number|address|e-?mail|contact details|details) (?:is|are) on\b"
        ),
        "one|ones|person|people|place|team|right|try|their",
        "ask|call|ring|speak|contact|see|talk|need|want|could|number|address|email|details",
    ),
)
_FROM_NOW = Turns(
    (
        (
            r"\b(?:(?:will|is going to|shall) (?:now )?be (?:taking|handling|looking after|dealing with|carrying"
            r"|picking up|managing)(?: \w+){0,3}?(?: forward| over| on)?(?: from (?:here|now|today))?|(?:will|shall|is"
            r" to) (?:now |from now on )?be (?:looked after|handled|dealt with|taken (?:forward|over|up)|managed|picked"
            r" up|processed|overseen|followed up|answered|reviewed) by|takes? (?:over|on) (?:the (?:correspondence|case"
            r"|file|matter)|from (?:here|today|now|me)|your (?:case|file|account))|will take (?:this|it|things|over)"
            r" (?:forward |over |on )?from (?:here|now|me)|go handle (?:this|am)|handle this one|reply to them)\b"
        ),
        "taki*|hand*|look*|deal*|carr*|pick*|mana*|taken|proc*|over*|foll*|answ*|revi*|takes|take|reply",
        "will|shall|is|takes|take|over|go|this|them|from",
    ),
)
_STAYING = late(
    (
        r"\b(?:hassle|trouble|apolog\w+|testing lab|the lab\b|to your account|gas (?:line|emergency)|from the street"
        r"|hosting people|don't (?:need|have) to|no need|need not|needn't|won't (?:need|have)|rather than|instead of"
        r"|could send|were"
        r" (?:passed|sent|referred|put)|shouldn't have|should not have|you asked|as you asked|should (?:you|we|it)|(?:your"
        r"|the|this) (?:kind )?(?:feedback|comments?|compliments?|suggestions?)|shout-?out|if (?:you|it|that|anything"
        r"|there"
        r"|your|the|he|she|they)|when you|whoever|whenever|emergency|999|112|111|911|safety (?:line|lead|team)|in case"
        r"|wrong of|for you\b|your (?:thanks|kind words|praise|compliment\w*)|before you|until|so i (?:asked|rang|called)"
        r"|and here's what|i(?:'ve| have) (?:asked|called|rung|spoken|booked|told|briefed)|i (?:asked|called|rang|went)|or"
        r" (?:else )?(?:I|we)(?:'ll| can)|or me\b)|(?<!ok)(?<!okay)\?$"
    ),
    re.IGNORECASE,
)
_ASKED_TO = late(r"\b(?:could|can|would) you (?:please )?(?:try|ring|call|contact|ask|speak)\b", re.IGNORECASE)
_GAINS = late(
    (
        r"\b(?:so (?:that )?(?:there|no|nothing|you|it|your)\b|saves? you|(?:I|we)(?:'ve| have|'ll| will) (?:(?:already"
        r"|also|just|gone|be) )?(?:told|briefed|explained|introduced?|shared|given (?:him|her|them)|sent (?:him|her|them)"
        r"|stay|walk|wait|been through|through your|gone through|with (?:him|her|you)|on the line)|I(?:'m| am) staying|he"
        r"|she|they) (?:already )?(?:knows?|has your|have your|has all|have all|has the|is expecting|are expecting|speaks?"
        r"|lives?|decides?|reads?|packed|built|fitted|wrote|writes to you|rings? you|calls? you|phones? you)\b|\bI(?:'ll|"
        r" will| won't)? (?:stay|hang up|wait|walk you|introduce|be with)\b|\b(?:on the spot|this minute|at once|straight"
        r" away|same day|right now|instantly|there and then)\b|\bI(?:'ve| have) (?:told|briefed|gone through|(?:given"
        r"|sent)"
        r" (?:him|her|them)|explained)\b|\bwho (?:runs|knows|has|can|decides|speaks|lives|wrote|built|fitted|packed|reads"
        r"|handles nothing|does nothing)\b"
    ),
    re.IGNORECASE,
)
_WE = late(
    r"\b(?:We|I|You|This|That|Everything)\b|\b(?:[A-Z]\w+|[Tt]hey|[Hh]e|[Ss]he) (?:does|do)[.!]|\bthey run their own"
)
_CHORES = late(
    (
        r"\b(?:doctors?|gp|police|neighbours?|hospital)\b|\byour (?:own )?(?:bank|insurer|landlord|employer|card|network"
        r"|provider|phone)\b|\band (?:get|ask|quote|fill|bring|give|tell|request|obtain|send|open|claim|have)\b|\b(?:then"
        r"|afterwards|first)\b(?! to)|, quote|\bwith (?:two|your|a) \w+"
    ),
    re.IGNORECASE,
)
_FRAMES = (_MOVED, _NOT_OURS, _SENT_AWAY, _FROM_NOW, ELSEWHERE)


def passing_on(draft: Draft) -> Iterator[re.Match[str]]:
    """The places where they, or their case, are passed on or sent elsewhere."""
    for frame in _FRAMES:
        for found in frame.all(draft):
            words = draft.sentence(found.start())
            if frame is _SENT_AWAY and _CHORES.search(words):
                continue
            if not _STAYING.search(words) or (_ASKED_TO.search(words) and frame is _SENT_AWAY):
                yield found


def gains(draft: Draft, found: re.Match[str], gain: re.Pattern[str], *, ours: bool = False) -> bool:
    """Whether the words around say what the customer has of it, or that we stay; `ours`: not by what we have."""
    around = " ".join((draft.before(found.start()), draft.sentence(found.start()), draft.after(found.start(), 2)))
    rest = around.replace(found[0], " ")
    if _GAINS.search(around):
        return True
    return bool(gain.search(_WE.sub(" ", rest)) if ours else gain.search(rest) or gain.search(found[0]))


def handed_over(found: re.Match[str]) -> Mark:
    """The mark on such a place."""
    return Mark(
        found.start(),
        found.end(),
        "Passed on, with nothing said of what they gain by it.",
        "Say what the next person can do for them that you cannot.",
    )
