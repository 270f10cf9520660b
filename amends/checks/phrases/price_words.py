"""What a customer is to say, unsay or keep to themselves for what is given; the gift, and the tie between the two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late
from amends.drafts.finding import Mark
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

PLACES = (
    r"google|trip ?advisor|trustpilot|yelp|instagram|facebook|twitter|tiktok|whatsapp|linkedin|booking\.com"
    r"|play store|app store|the neighbourhood page|social media|nextdoor|reddit|checkatrade"
)
GIFT = (
    r"(?:refund\w*|money|\bfee\b|voucher|\bcredit\w*|compensat\w+|\bpays?\b|payable|paid|payment|paying|pay-?out"
    r"|gift|\bcards?\b|discount|\d+ ?%|free\b|for nothing|replacement|upgrade|deposit|offer\b|[£$€₦₹]\s?\d"
    r"|\bsum\b|cheque|hamper|\bparcel\b|\bbill\b|new pair|better room|second \w+|goodwill|approv\w+|courtesy"
    r"|release|generous"
    r"|on (?:me|us)\b|the night|amount|wallet|balance|reward\b|bonus|difference back|rent\b|waived|halved|looked after"
    r"|worth your while|arrangement|settlement|code\b|yours\b|decent with you|talk money|donation|your money"
    r"|waive|sort your|press the button"
    r"|sort (?:you|it) out|look after you|meet you halfway|thank-?you|night's|again for)"
)
#: Their word is theirs: what the speaker says so frees it.
FREED = late(
    (
        r"\b(?:up to you|yours alone|entirely yours|your (?:own )?(?:choice|decision|business|affair|call to make)"
        r"|whatever you|whether (?:or not )?you|wherever you|however you|no strings|regardless|either way"
        r"|all the same|anyway|(?:needn't|need not|don't (?:have|need) to|not asking|nobody (?:will |has )?asks?"
        r"|nobody asked|isn't tied|nothing (?:hangs|to do with|to (?:sign|keep))|not (?:tied|conditional)"
        r"|no condition|changes nothing"
        r"|you may tell|tell anyone|free to (?:tell|post|say|write|share)|shouldn't have|should not have|was wrong"
        r"|were wrong|apolog\w+|sorry|thank you|thanks for|keep your review|leave (?:the|your|it)(?: \w+)? (?:up"
        r"|where|as)|honest|took (?:it|that|the) out|I'd sooner|do not stay|please don't|as you asked|full stop"
        r"|stays? private: |outside this office|your details|your pin|I've answered|I read|we read"
        r"|already (?:on its way|paid|done|back)|is done|not be asked|bank details|never trade|without it|no tweet"
        r"|card details|no (?:paper|form|letter|agreement) to sign|nothing (?:I|we)(?:'d| would|'ll| will)? ask))\b"
    ),
    re.IGNORECASE,
)
#: What is said of a firm where others hear it.
_SAID = (
    rf"(?:reviews?|ratings?|stars?|posts?|postings?|tweets?|threads?|comments?|remarks?|feedback|testimonials?|surveys?|scores?"
    rf"|thumbs?[- ]?up|videos?|reels?|clips?|v?blogs?|stor(?:y|ies)|photos?|pictures?|pics?|write-?ups?|article|entry|words|rant"
    rf"|what you (?:wrote|posted|said|put|tweeted)|{PLACES})\b"
)
#: Who is told of a wrong so that it is put right, and what is brought before them.
_POWERS = (
    r"(?:solicitors?|lawyers?|attorneys?|barristers?|courts?|tribunals?|ombudsm[ae]n|regulators?|watchdogs?|trading standards|police"
    r"|council(?:lors?)?|authorit(?:y|ies)|inspectors?|inspectorate|environmental health|health and safety|data protection"
    r"|commission(?:er)?|consumer (?:council|court|forum|rights|protection)|small claims|union|governors?|board|embassy"
    r"|press|papers?|newspapers?|journalists?|reporters?|media|tv|radio|local news|meeting|parents|neighbours|residents"
    r"|other (?:\w+ )?(?:guests|customers|parents|members|patients|tenants|residents|passengers|owners|clients))"
)
_CLAIM = (
    r"(?:complaints?|claims?|cases?|charge-?backs?|disputes?|lawsuits?|suits?|legal (?:action|claim|case|proceedings)|proceedings"
    r"|referral|allegations?|accusations?|grievances?|petition|report|matter)"
)
_GONE = (
    r"(?:down|gone|off|offline|deleted|removed|withdrawn|retracted|changed|hidden|amended|updated|edited|private"
    r"|pulled|erased|no more)"
)
#: What the customer does for it: a word taken back, a good one given, nothing said, nobody told.
_PRICE = Turns(
    (
        r"\b(?:tak(?:e|es|ing|en)|took|pull(?:s|ed|ing)?|bring(?:s|ing)?|get(?:s"
        rf"|ting)?)(?: [\w'-]+){{0,4}}? {_SAID}(?: \w+){{0,3}}? (?:down|off|offline|back)\b"
    ),
    rf"\b(?:tak(?:e|es|ing|en)|took|pull(?:s|ed|ing)?) (?:down|back)(?: [\w'-]+){{0,3}}? {_SAID}",
    (
        (
            r"\b(?:delet|remov|eras|hid|withdr[ae]w|retract|amend|edit|revis|updat|chang|soften|reconsider|rethink|rais"
            r"|improv|unpublish"
            rf"|rewrit|rework|bump|upgrad|adjust)\w*(?: (?:down|up|of))?(?: (?!to\b)[\w'-]+){{0,3}}? (?:{_SAID}|complaint from)"
        ),
        (
            "delete|deletes|deleted|deleting|deletion|remo*|erase|erased|hide|hiding|with*|retr*|amend*|edit|edited|editing"
            "|revi*|upda*|chan*|soft*|reco*|rethink|raise|raising|impr*|unpu*|rewr*|rework|bump|upgr*|adju*|tone"
        ),
        (
            "revi*|rati*|star|stars|post|posts|twee*|thread|threads|comm*|remark|remarks|feed*|test*|surv*|score|scores"
            "|thum*|video|videos|reel|clip|blog|vlog|story|stories|photo|photos|pict*|write|article|words|rant|goog*|trip*"
            "|trus*|yelp|inst*|face*|twitter|tiktok|comp*"
        ),
    ),
    r"\btone (?:it|that|your \w+) down",
    (
        (
            rf"\b(?:your|the|that|this|those|a) (?:[\w'-]+ ){{0,2}}?{_SAID}(?: [\w'-]+){{0,3}}? (?:is|are|was|were|'s|has|have"
            r"|been|being"
            rf"|gets|get|comes|come|goes|go|came|went|be){{1,2}}(?: been| being| now)? {_GONE}\b"
        ),
        "down|gone|off|offline|dele*|remo*|with*|retr*|chan*|hidd*|amen*|upda*|edit*|priv*|pull*|eras*|no",
        (
            "revi*|rati*|star|stars|post|posts|twee*|thread|threads|comm*|remark|remarks|feed*|test*|surv*|score|scores"
            "|thum*|video|videos|reel|clip|blog|vlog|story|stories|photo|photos|pict*|write|article|words|rant|goog*|trip*"
            "|trus*|yelp|inst*|face*|twitter|tiktok|comp*"
        ),
    ),
    (
        (
            r"\b(?:five|four|[45]|positive|good|kind|great|lovely|nice|glowing|better|higher|top|favou?rable|warm|friendly"
            rf"|full)(?:[- ]\w+){{0,2}}?[- ](?:{_SAID}|\w+ (?:score|marks?|rating))"
        ),
        (
            "revi*|rati*|star|stars|post|posts|twee*|thread|threads|comm*|remark|remarks|feed*|test*|surv*|score|scores"
            "|thum*|video|videos|reel|clip|blog|vlog|story|stories|photo|photos|pict*|write|article|words|rant|goog*|trip*"
            "|trus*|yelp|inst*|face*|twitter|tiktok|score|marks|mark|rating"
        ),
    ),
    (
        r"\b(?:speak|talk|say|write|post|think)\w*(?: \w+)? (?:well|kindly|highly|nicely|warmly|favou?rably|good things"
        r"|nice things)(?: of| about)?"
    ),
    r"\b(?:put|putting|puts) in a (?:good|kind) word",
    r"\b(?:see|find) (?:\w+ ){0,4}?reflect(?:ed)?\b",
    (rf"\b{_SAID}(?: page| to)? reflects?\b", "reflect|reflects"),
    r"\brecommend(?:s|ing)? us",
    r"\b(?:adverse|bad|negative|any|unwanted|further) publicity",
    (
        (rf"\b{_SAID}(?: \w+){{0,3}}? (?:vanish|disappear|become|turn|go|move|climb|improve|grow)\w*"),
        "vani*|disa*|beco*|turn*|move|moves|clim*|impr*|grow*|goes|go",
        (
            "revi*|rati*|star|stars|post|posts|twee*|thread|threads|comm*|remark|remarks|feed*|test*|surv*|score|scores"
            "|thum*|video|videos|reel|clip|blog|vlog|story|stories|photo|photos|pict*|write|article|words|rant|goog*|trip*"
            "|trus*|yelp|inst*|face*|twitter|tiktok|comp*"
        ),
    ),
    r"\blet (?:the|this|that) (?:\w+ ){0,2}?(?:rest|lie|drop|go)\b",
    (
        r"\b(?:ends?|ended|ending|turns?|shows?|appears?|goes|gets?|lands?) (?:up )?(?:on|in"
        rf"|all over) (?:\w+ )?(?:{PLACES}|online"
        r"|the (?:group|chat|web|net|news|papers?))"
    ),
    (
        r"\b(?:nice|kind|good|side|friend|well|happy|friendly|lovely|up)\w* (?:to us |about us )?(?:online|publicly"
        r"|in public"
        rf"|on (?:{PLACES}))"
    ),
    rf"\b(?:screenshot|proof|link|evidence|copy)(?: \w+)? (?:of|to|showing|that)(?: [\w'-]+){{0,2}}? {_SAID}",
    rf"\b(?:quick|big|nice|little|cheeky) (?:thumbs[- ]?up|like|shout-?out|{_SAID})",
    r"\b(?:think|look|thought) (?:about|at|again about) (?:those|your|the|that) (?:\w+ )?(?:stars?|review|rating|score)",
    (
        r"\b(?:nothing|no word|not a word|no mention)(?: [\w'-]+){0,5}? (?:is |are |gets |being |be |ever )*(?:said|told"
        r"|posted"
        r"|published|shared|written|mentioned|repeated|online|leaves|reaches|goes)\b"
    ),
    (
        r"\b(?:stays?|staying|remains?|kept|keep|keeps|keeping)(?: (?:it|this|that|things|the \w+|our \w+|all of this"
        r"|shtum"
        r"|mum))?(?: \w+)? (?:between|private|quiet|confidential|discreet|secret|silent|in confidence|to yoursel\w+"
        r"|off (?:social"
        r"|the internet|line|the))"
    ),
    r"\bkeep(?:ing)? (?:shtum|mum)",
    r"\byour (?:silence|discretion)",
    r"\brefrain\w* from",
    r"\bnon-?disclosure",
    r"\bnda\b",
    r"\bconfidentiality",
    r"\bhush-?hush",
    (
        (
            r"\b(?:not|never|\w+n't|without|no more|stop(?:s|ped|ping)?|cease\w*|avoid\w*) (?:to |be |ever |from )*(?:tell"
            r"|say|post|publish|shar"
            r"|talk|speak|mention|discuss|rais|complain|writ|report|tak|go|pursu|contact|call|tweet|blog|disclos|circulat"
            r"|repeat|approach"
            r"|involv|hear|ring|email|escalat)\w*(?: [\w'-]+){0,4}? (?:(?:to|with|at|of|by|in|on|about|online|the|any|further"
            r"|publicly"
            r"|anybody|anyone|a soul|it|this)\b)"
        ),
        (
            "tell|say|post|publ*|shar*|talk|spea*|ment*|disc*|raise|raising|comp*|write|writing|repo*|take|taking|go|going"
            "|purs*|cont*|call|tweet|blog|circ*|repeat|appr*|invo*|hear|ring|email|esca*"
        ),
        "not|never|t|without|more|stop*|cease|avoi*",
    ),
    (
        (
            rf"\b{_POWERS} (?:\w+ )?(?:steps? (?:back|down|aside)|stands? down|is (?:stood|called|kept|told|dropped)"
            r"|(?:didn't|did not|doesn't|does not|never) (?:hear|get|learn|know|find)\w*|backs? off|goes away|is left out)"
        ),
        (
            "soli*|lawy*|atto*|barr*|court|courts|trib*|ombu*|regu*|watc*|trad*|police|coun*|auth*|insp*|envi*|heal*|data"
            "|comm*|cons*|small|union|gove*|board|embassy|press|paper|papers|newspaper|newspapers|jour*|repo*|media|tv|radio"
            "|local|meeting|pare*|neig*|resi*|other"
        ),
        (
            "steps|step|stands|stand|stood|called|kept|told|dropped|hear|hears|get|gets|learn|learns|know|knows|find|finds"
            "|backs|back|goes|left"
        ),
    ),
    (
        r"\b(?:drop|withdr[ae]w|clos|cancel|abandon|discontinu|relinquish|waiv|call\w* off|giv\w* up"
        rf"|end)\w*(?: (?!us\b)[\w'-]+){{0,3}}? {_CLAIM}\b"
    ),
    r"\bconsider (?:[\w'-]+ ){1,5}?(?:closed|settled|over|finished|at an end|done|dealt with)",
    r"\bcall it (?:quits|even|square|closed)",
    r"\b(?:full and final|no further (?:claims?|action|complaints?|posts?|letters?|correspondence|calls))",
)
_PRICE_TOO = Turns(
    (
        (
            rf"\b(?:(?:tak(?:e|en|ing)|took) (?:it|that|this|them) (?:down|off)\b|off (?:{PLACES}|the (?:internet|web|page|group))\b)"
        ),
        "down|off",
        (
            "take|taken|taking|took|goog*|trip*|trus*|yelp|inst*|face*|twitter|tiktok|whatsapp|linkedin|internet|web|page"
            "|group|nextdoor|reddit"
        ),
    ),
    (
        r"\b(?:waiver|release form|disclaimer|gag|declaration|undertaking|confidentiality \w+)(?: [\w'-]+){0,5}? (?:is "
        r"|are |has been )?(?:signed|returned|received)"
    ),
    (
        r"\bsign(?:ing|ed)? (?:the|a|an|our|this|that|at|here|by)(?: \w+)? (?:waiver|release|disclaimer|declaration"
        r"|undertaking|statement|letter|cross|clause|form)"
    ),
    (
        r"\b(?:swap|trade|turn|bump|switch|lift|nudge|lose|drop|ditch|bin)\w* (?:the|that|your|those"
        rf"|this)(?: [\w-]+){{0,2}}?[ -](?:{_SAID}|hashtag|petition|campaign|boycott|placard)"
    ),
    (
        (
            rf"\b(?:{_SAID}|hashtag|petition|campaign|boycott|posts|posting|tweeting|emails)(?: \w+)? (?:lifted|stops?|goes"
            r"|ends?|dies|withdrawn|called off)\b"
        ),
        "lifted|stop|stops|goes|end|ends|dies|withdrawn|off",
        (
            "revi*|rati*|star|stars|post|posts|twee*|thread|threads|comm*|remark|remarks|feed*|test*|surv*|score|scores"
            "|thum*|video|videos|reel|clip|blog|vlog|story|stories|photo|photos|pict*|write|article|words|rant|goog*|trip*"
            "|trus*|yelp|inst*|face*|twitter|tiktok|comp*|hash*|peti*|camp*|boyc*|emails"
        ),
    ),
    (
        r"\b(?:isn't|aren't|not|never|is not|are not|wasn't|without being|nor) (?:ever |being |be )?(?:reported|mentioned"
        r"|posted|published|shared|discussed|repeated|aired|raised|told|named|advertised|broadcast)"
    ),
    (
        r"\b(?:not|won't|don't|never|hadn't|haven't|didn't|stop|without|no more)(?: \w+)? (?:nam(?:e|ing)|slat(?:e|ed"
        r"|ing)|trash(?:ed|ing)?|slagg?(?:ed|ing)?(?: off)?"
        r"|bad-?mouth\w*|rubbish(?:ed|ing)?|knock(?:ed|ing)?|criticis\w+|moan\w*|run(?:ning)?) (?:us|the|our|me|any)\b"
    ),
    r"\b(?:rat(?:e|ed|ing)|scor(?:e|ed|ing)|mark(?:ed|ing)?) us (?:\w+ )?(?:[4-9]|10|four|five|nine|ten|highly|well|top|full|as)\b",
    r"\b(?:change|revise|amend|redo|resubmit) your (?:answers?|response|rating|score|vote|mark)\b",
    r"\b(?:say|says|saying|write|post|breathe) (?:nothing|no more|not a word)\b(?: more)?(?: \w+){0,3}?",
    (
        r"\b(?:being|be|stay|staying|remain\w*) (?:so |very |suitably )?(?:discreet|quiet|silent|tight-lipped|sensible"
        r"|reasonable about this)\b"
    ),
    (
        r"\b(?:kind|good|nice|quick|friendly|positive|warm) (?:word|line|mention|note)s?(?: \w+){0,3}? (?:on|about|in"
        rf"|for) (?:{PLACES}|us|our|the)\b"
    ),
)
_NAMED = Turns(
    (
        (
            r"\b(?:(?:the|your|that|a|an|those|this|another|one|\w+ing|good|bad|honest)[- ]){1,2}(?:[\w'-]+ )?(?:reviews?"
            r"|ratings?|stars?"
            r"|tweets?|testimonials?)\b"
        ),
        "revi*|rati*|star|stars|tweet|tweets|test*",
    ),
    rf"\b(?:on|to|for|our|your|from) (?:{PLACES})\b",
    r"\bonline\b",
)
#: What ties the one to the other.
_KNOT = late(
    (
        r"\b(?:if|once|when|whenever|as soon as|after|until|unless|only|provid(?:ed|ing)|(?:so|as) long as"
        r"|on (?:the )?(?:understanding|condition|basis)"
        r"|condition(?:al)?|subject to|depend(?:s|ent|ing)?|contingent|in (?:return|exchange|consideration)"
        r"|consideration of|the (?:moment|minute|day|second|hour)"
        r"|on receipt of|upon|otherwise|so (?:that )?(?:we|I)\b|before (?:I|we|releas|pay|issu|send|process)\w*"
        r"|(?:customers|guests|families|members|those|people|anyone|everyone"
        r"|clients|patients|tenants|parents|residents|drivers|riders|shoppers|buyers|travellers|passengers) (?:who|that"
        r"|willing)|reserved for|unlocks?|unlocked|earns?|gets? you"
        r"|shall we say|how about|what if|and (?:maybe|perhaps|naturally|of course|hopefully|we'd|I'd|we would|you'll"
        r"|you)|we'd|I'd|we would|I would|we'll|I'll|I can"
        r"|we can|we could|I could|hope|expect|trust|appreciate|ask|want|need|require[sd]?|in which case|easier|makes? it"
        r"|clause|sign(?:ed|ing)?|qualify|lapses?|footing|final step|comes? with|since you've been|should you|in case"
        r"|help me|for (?:somebody|someone|guests|customers|anyone|being|keeping|taking|removing|deleting|changing"
        r"|not|dropping|leaving|writing|posting|staying|withdrawing|your (?:silence|discretion))|thank-?you|gesture"
        r"|shall (?:refrain|not)|just|would you)\b"
    ),
    re.IGNORECASE,
)
#: What a firm has to give.
_GOODS = late(
    (
        rf"{GIFT}|[£$€₦₹]|\b(?:comp\b|refunds?|reimburs\w*|reversal|charges?\b|fees?\b|waiv\w*|cash|costs? (?:can|will"
        r"|could|may) be met|medical costs"
        r"|(?:next|free) (?:meal|night|stay|month|visit|session|class|ticket)|dessert|tickets?|cheque|check for"
        r"|trip money|your money|the money|grant|upgrade\w*|hamper|set aside"
        r"|a month|months? free|sign (?:it |that |this )?off|process your|releas\w+|compens\w+|generous|(?:naira|rupees"
        r"|euros|quid|bucks|pounds|dollars)"
        r"|points|extension|repair\w*|replac\w+|new (?:one|pair|\w+)|priority|bottle|treatment|session|rebate|write off"
        r"|write-off|reduc\w+|knock|discount\w*"
        r"|approv\w+|settle\w*|at no cost|costs? (?:you )?nothing|gratis|vet bill|slip(?:ped)?|place back|persuade"
        r"|help (?:somebody|someone|you)|redo"
        r"|repaint|reopen|restore|revers\w+|send (?:the missing|a|an|out|another|any\w+|somebody|someone)|cover the"
        r"|load(?:ed)?|bottle|lose the|payout|repay\w*|sorted|hand over|transfer)\b"
    ),
    re.IGNORECASE,
)
_OF_US = late(
    (
        r"\b(?:I|we|he|she|they|our \w+|I've|we've|I'll|we'll|I'm|we're|I'd|we'd)(?: have| will| am| are| had| can| could"
        r"| would| to)?(?: just| now| also| not| already)? $"
        r"|\b(?:I|we)(?:'m| am|'re| are)? (?:not )?(?:going to |asking you to |asking you not to )$|(?:won't|not|never"
        r"|nobody|don't|didn't)(?: \w+){0,3} $"
    ),
    re.IGNORECASE,
)
#: A tie that can be nothing else, for a word of theirs that is only named.
_TIGHT = late(
    (
        r"\b(?:if|once|when|as soon as|after|until|unless|provid(?:ed|ing)|(?:so|as) long as|on (?:the )?(?:understanding"
        r"|condition|basis)|condition(?:al)?|subject to"
        r"|contingent|in (?:return|exchange|consideration)|the (?:moment|minute|second)|on receipt of|otherwise"
        r"|so that (?:I|we)|before (?:releas|pay|issu|send)\w*"
        r"|reserved for|unlocks?|earns?|in which case|thank-?you for|reward|(?:customers|guests|families|members|those"
        r"|people|anyone|clients|patients|tenants) who)\b"
    ),
    re.IGNORECASE,
)
_NEXT = late(
    (
        r"\b(?:then|in return|in exchange|that way|once|the moment|as soon as|when|after that|happy to|glad to"
        r"|in it for you|for (?:your|the) trouble|and you'll|we'll|I'll|we will"
        r"|I will|we can|I can|follows?|yours|if so|do that|does it|provided|on that basis|otherwise)\b"
    ),
    re.IGNORECASE,
)
#: The customer is asked for it.
_ASKS = late(
    (
        r"^\W*(?:please |kindly |just |first |so |now )*(?:[a-z]+)(?: down| in| out)? (?:us |the|your|that|this|a |an "
        r"|it |down)|\b(?:could|would|can|will) (?:you|we)\b|\bplease\b|\bkindly\b|\b(?:we|I)(?:'d| would)"
        r"(?: \w+)? (?:ask|like|love|need|appreciate|want|expect|prefer)|\bneed you to|\b(?:you|you'd|you'll) (?:need"
        r"|have|just)|\b(?:ask|asking) (?:is|that|you|only)\b"
    ),
    re.IGNORECASE,
)
WHY, FREE = "What is given is tied to what they say of us, or do not say.", "Give it, and leave the telling to them."


def priced(draft: Draft) -> Iterator[Mark]:
    """Where something is given for a word taken back, a good one, or none."""
    for cue, knot in ((_PRICE, _KNOT), (_PRICE_TOO, _KNOT), (_NAMED, _TIGHT)):
        for found in cue.all(draft):
            here = draft.sentences[draft.index(found.start())]
            words = here.words
            if FREED.search(words) or _OF_US.search(draft.said[max(here.start, found.start() - 30) : found.start()]):
                continue
            at = found.start() - here.start
            if _GOODS.search(f"{words[:at]} {words[at + len(found[0]) :]}"):
                bargain = bool(knot.search(words))
            else:
                beside = draft.after(here.start)
                bargain = bool(
                    cue is not _NAMED
                    and _GOODS.search(beside)
                    and _NEXT.search(beside)
                    and not FREED.search(beside)
                    and _ASKS.search(words)
                )
            if bargain:
                yield Mark(here.start, here.end, WHY, FREE)
