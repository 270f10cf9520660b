"""Which sentences bind us: a deed towards the customer that we say will be done. A plain recogniser of words; English only."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from amends.coach.times import due_in, may_name_a_time
from amends.drafts.cue import late
from amends.texts.sentences import Sentence, plainly, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

#: How much is read before "will", of that the part in which its subject is looked for, and how much is read behind.
_BEFORE, _SUBJECT_WITHIN, _BEHIND = 300, 80, 120
#: In a sentence that never ends, so many words that could bind us are tried.
_TRIED = 40

_LY = (
    r"(?:,?\s+(?:also|then|now|still|soon|both|all|again|just|even|of course|once more|in turn|at once|(?!reply|apply"
    r"|supply|rely|comply|fly)[a-z]{2,15}ly),?){0,3}+"
)
_WILL = late(
    rf"(?:'ll|\b(?:will|shall)|(?:\b(?:am|are|is)|'m|'re|'s)\s+(?:going\s+to|about\s+to)|\bgonna)\b{_LY}", re.IGNORECASE
)
_TO_COME = late(r"(?:l[lL]|L[lL])|(?:g[oO]|G[oO])[nNiI]|[aA][bB][oO][uU][tT]")
_NOT = late(r"\s+(?:not\b(?!\s+only)|never\b|no\s+longer\b|nor\b)", re.IGNORECASE)

#: The doers that are ourselves, read at the end of what stands before "will".
_WE = late(
    r"(?:^|[^\w'])(?:I|we)(?:\s+(?:both|all|personally|ourselves|myself|too|certainly"
    r"|(?:here\s+)?at\s+\w+))?(?:,[^,]{1,40},|\s+\([^()]{1,40}\))?[\s,]*$",
    re.IGNORECASE,
)
_AND = late(r"(?:\b(?:I|we|I'm|we're|I've|we've)\b.*)(?:\band|&|\bbut|\bor|\bthen)\s*$", re.IGNORECASE | re.DOTALL)
_OURS = late(
    r"(?:\b(?:our|my|one\s+of\s+(?:us|our|my))\b[^.;:!?]{0,60}|\b(?:someone|somebody|team|colleagues?|manager"
    r"|supervisor"
    r"|engineer|technician|driver|courier|carrier|specialist|expert|agent|adviser|advisor|plumber|fitter|warehouse"
    r"|workshop|department|staff|member|owner|lead)\b[^.;:!?]{0,40}|\b(?:he|she|they)|(?-i:\b(?!(?:It|This|That|These"
    r"|Those|There|What|Which|Who|You|Nothing)\b)[A-Z][\w'-]{1,20}))[\s,]*$",
    re.IGNORECASE,
)
#: A person with a name, not somebody of theirs; such a one may do anything for the customer.
_NAMED = late(
    r"(?<!\bthe )(?<!\byour )(?<!\btheir )(?-i:\b(?!(?:It|This|That|These|Those|There|What|Which|Who|You|Nothing"
    r"|The|I|We"
    r"|They|Christmas|Easter|Parliament|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Today|Tomorrow)\b)"
    r"[A-Z][a-z][\w'-]{0,20}(?:,[^,]{1,40},)?)\s*$|\b(?:he|she)\s*$",
    re.IGNORECASE,
)
#: What a person is or has without doing anything, or does for himself.
_STATE = late(
    r"\s+(?:be(?!\s+(?:at|on\s+(?:your|hand|site|the\s+(?:phone|line|way))|over|round|along|outside|waiting"
    r"|bringing|\w+ing"
    r"\s+(?:you|your|it|this|that|them|the)))|have(?!\s+(?:it|your|the|this|that|them|an?\s+(?:answer|quote|price"
    r"|word)))"
    r"|need|want|know|like|love|hope|understand|appreciate|agree|see(?!\s+(?:to|you|that))|think|feel|lose|win"
    r"|retire|turn"
    r"|celebrate|become|grow|fall|re-?open|open|close|cost|rise|vote|leave|live|join|require|say|decide|refuse|deny"
    r"|miss"
    r"|welcome|stay|remain|regret|accept|expect|insist|complain)\b",
    re.IGNORECASE,
)
_TO_YOU = late(
    r"[^.;]{0,60}?\b(?:you|your|it|him|her|them|this|that|the|at|on|by|tomorrow|today|tonight|within|before|next"
    r"|every)\b",
    re.IGNORECASE,
)
_YOU = late(r"\byou\s*$", re.IGNORECASE)
#: Reported, hoped or asked, and so not said by us as sure.
_NOT_SAID = late(
    r"\b(?:(?:(?:don't|do\s+not|can't|cannot)\s+(?:think|believe|say|expect|imagine)|doubt"
    r"|not\s+sure)(?:\s+that)?\s+(?:\w+\s+)?\w+|(?:said|told\s+(?:us|me)|wrote|mentioned|asked)\b(?:\s+that)?\s+\w+"
    r"|(?:hope|hoping|hopefully"
    r"|wish)\b(?:\s+\w+){0,4}|(?:if|whether|when|how\s+soon)\s+(?:you|it|they|he|she|this|that|(?:your|the|my"
    r"|our)\s+\w+)"
    r"|(?:whether|(?:sure|know|see|say)\s+if)\s+\w+)\s*$",
    re.IGNORECASE,
)
_YOURS = late(
    r"\b(?:your|the|a|this|that|these)\s+(?:[\w-]+\s+){0,3}?(?:refunds?|replacements?|orders?|parcels?|packages?"
    r"|deliver(?:y|ies)|repairs?|money|payments?|credits?|vouchers?|cards?|shipments?|items?|repayment|reimbursement"
    r"|compensation|certificate|amount)[^.;:!?]{0,30}$",
    re.IGNORECASE,
)

_DEED = late(
    r"\s+(?:be\s+(?:calling|ringing|writing|sending|contacting|visiting|coming|with\s+you|in\s+(?:touch|contact)|there"
    r"|back|emailing|looking|following)|call|ring|phone|telephone|write|e-?mail|text|contact|reach\s+out|get|come|visit"
    r"|send|refund|credit|repay|pay|reimburse|replace|repair|fix|mend|collect|pick|deliver|ship|dispatch|post|return"
    r"|reply|respond|answer|update|let|tell|inform|notify|confirm|check|look|investigate|review|arrange|book|order"
    r"|cancel"
    r"|correct|change|remove|bring|take|make|give|provide|issue|process|follow|speak|talk|meet|go|test|clean|install"
    r"|finish|complete|resolve|sort|see\s+(?:to|you)|ensure|do|keep|handle|explain|drop|swap|exchange|waive|raise"
    r"|escalate|pass"
    r"|help|assist|connect|be\s+able\s+to|fit|introduce|pop|drive|walk|carry|measure|wait\s+(?:at|for\s+you|outside|in)"
    r"|hand|set|show\s+you|open\s+(?:the|your)|unlock|lend|fetch|find|chase|watch|monitor|oversee|supervise|prepare"
    r"|pack"
    r"|print|sew|polish|wash|tune|service|inspect|survey|assess|quote|translate|sign|file|register|log|switch|turn"
    r"|re(?:set|start|connect|book|order|issue|send|do|paint|fit|seal|fund|open\s+your)|unblock|treat|examine|accompany"
    r"|escort|greet|look\s+after|stay\s+with|swing|nip|hold|be\s+(?:at|over|round|along|outside|waiting))\b",
    re.IGNORECASE,
)
#: What happens to a thing because we do it, whatever stands before "will".
_DONE = late(
    r"\s+(?:(?:be|get|have\s+been|have)\s+(?:\w+ly\s+)?(?:with\s+you|on\s+its\s+way|in\s+(?:your|touch)|ready|back"
    r"|fixed"
    r"|done|live|delivered|working|up\s+and\s+running|restored|connected|welded|mended|refunded|repaired|replaced|sent"
    r"|shipped|dispatched|picked\s+up|posted|mailed|emailed|credited|returned|repaid|paid|reimbursed|compensated|issued"
    r"|processed|collected|resolved|sorted|completed|finished|installed|corrected|changed|cancelled|canceled|removed"
    r"|waived|restored|reviewed|investigated|checked|looked\s+into|dealt\s+with|handled|addressed|escalated|raised"
    r"|forwarded|passed|shared|taken|made|arranged|booked|scheduled|contacted|called|notified|informed|updated|answered"
    r"|given|provided|put|met|moved|covered|driven|fitted|reversed|cleared|looked\s+after|cleaned|reconnected|rebooked"
    r"|brought|handed|swapped|exchanged|honou?red|switched|released|reset|rung|phoned|texted|driven|redelivered"
    r"|reordered|re-?sent|transferred|deposited|applied|rectified|continued|renovated|upgraded"
    r"|reopened|implemented)|arrive|reach|come\s+(?:to\s+you|by|on|with|at)|go\s+(?:out|live|to)|leave|ship"
    r"|show\s+(?:up"
    r"|in|on)|appear\s+(?:in|on))\b",
    re.IGNORECASE,
)
_FOR_YOU = late(
    r"\s+(?:have|receive|get|hear|see)\b(?!\s+(?:to|seen|noticed|read|been|had|used|that|how|why)\b)",
    re.IGNORECASE,
)

#: Kind words after "we will" that bind nobody.
_POLITE = late(
    r"\s+(?:(?:always|ever|continue\s+to|gladly|only|certainly)\s+)*(?:(?:have\s+to\s+)?wait\s+(?:until|till|and)\b"
    r"|be\s+(?:(?:so|very|only\s+too|more\s+than|most"
    r"|really|always|just)\s+)*(?:happy|glad|pleased|delighted|honou?red|thrilled|grateful|sorry|sad|proud"
    r"|excited)(?:\s+to\s+(?:help|assist|answer|hear|see|welcome|have|host|lose|be|serve|discuss|talk|explain|offer)\b"
    r"|\s+(?:if|for|with|that)\b|\s*$)|be\s+(?:(?:right\s+)?here|there\s+for|around|open|closed|available"
    r"|waiting(?!\s+(?:at|outside|inside|in|by|there|with|on|under|near|behind|downstairs)\b)|thinking|honest"
    r"|looking\s+forward|in\s+a\s+better)\b|look\s+forward\b|see(?!\s+(?:you|to|that|if|what|whether)\b)"
    r"|(?:value|cherish|treasure|appreciate|miss|respect|understand|welcome|love|hope|wish|need|require|want|admit|say"
    r"|leave\s+you|assume|regret|remain|know|agree|exceed|enjoy)\b)",
    re.IGNORECASE,
)
#: Where we are when we are not at work for them.
_AWAY = late(
    r"\s+be\s+(?:(?:away|off(?:\s+(?:work|sick|duty|until|on|from|today|tomorrow))?|out|travelling|abroad"
    r"|unavailable|closed|busy"
    r")\s*(?:$|[,.]|\b(?:on|at|until|till|from|all|next|this|today|tomorrow|for)\b)|out\s+of\s+(?:the\s+)?(?:office"
    r"|town)|on"
    r"\s+(?:leave|holiday|annual|vacation|maternity|a\s+course|a\s+plane|strike|sick)|in\s+(?:a\s+)?meetings?"
    r"|in\s+court"
    r"|back\s+(?:at\s+(?:work|my\s+desk)|in\s+(?:the\s+)?(?:office|shop|work)|at\s+the\s+(?:desk|office)|from))\b",
    re.IGNORECASE,
)
#: Words that bind us only when a time stands with them.
_LOOSE = late(
    r"\s+(?:read|consider|think|note|remember|bear|keep\s+(?:this|that|it|you|your|these)\b[^,.;]{0,30}\bin\s+mind"
    r"|take\s+(?:this|that|it|your|these|all|the)\b[^,.;]{0,40}\b(?:on\s+board|to\s+heart|into\s+(?:account"
    r"|consideration)|seriously|opportunity)|do\s+(?:our|my|all|everything|whatever|anything)|try|endeavou?r"
    r"|make\s+(?:every|all)|strive|aim|hope|work\s+(?:hard|tirelessly)|continue\s+to|use\s+(?:this|your)"
    r"|have\s+to(?!\s+wait\b))\b",
    re.IGNORECASE,
)

_WORD_GIVEN = late(
    r"\b(?:I|we)\s+(?:(?:can|do|hereby|both)\s+)?(?:promise|guarantee|commit|undertake|pledge|vow)\b|\b(?:you\s+have"
    r"|I\s+give\s+you)\s+my\s+word\b|\b(?:count|rely|depend)\s+on\s+(?:(?:me|us|our\s+\w+|my\s+\w+)|(?-i:[A-Z][\w'-]+))"
    r"\s+to\s+\w+|\b(?:it\s+is|you\s+are|is|are)\s+guaranteed\b",
    re.IGNORECASE,
)
#: What binds us because a time to come stands in the sentence.
_WITH_A_TIME = late(
    r"\b(?:I|we|our\s+\w+|my\s+\w+|he|she|they)(?:'m|'re|'s|\s+am|\s+are|\s+is)\s+(?:\w+ly\s+)?(?:calling|ringing"
    r"|phoning"
    r"|writing(?!\s+(?:to\s+you\s+)?(?:(?:today|now|this\s+\w+)\s+)?(?:because|about|to\s+(?!you\b|your\b|the\b"
    r"|them\b)))"
    r"|emailing|sending|posting|shipping|delivering|refunding|crediting|paying|visiting|coming|bringing"
    r"|collecting|meeting|fixing|repairing|replacing)\b"
    r"|(?:\b(?:I|we|our\s+\w+|my\s+\w+|he|she|they|(?:the|one\s+of\s+our)\s+(?:\w+\s+)?(?:fitter|driver|engineer"
    r"|plumber"
    r"|technician|courier|electrician|team|manager|warehouse|workshop|lab)s?)|(?-i:\b(?!(?:It|This|That|There|What"
    r"|Who|Which"
    r"|He|She|You|Nothing|Everything|The|Today)\b)[A-Z][\w'-]+))(?:'m|'re|'s|\s+am|\s+are|\s+is)\s+(?:(?:\w+ly|now"
    r"|also|just)"
    r"\s+)?(?:calling|ringing|phoning|emailing|sending|posting|shipping|refunding|paying|visiting|bringing"
    r"|collecting|meeting|fixing"
    r"|repairing|replacing|d[ie]spatching|sorting|booking|ordering|picking|dropping|rebooking|swapping|exchanging"
    r"|installing|fitting"
    r"|popping|driving|handing|releasing|issuing|transferring|reversing|returning|chasing|arranging|cancelling|waiving"
    r"|resending|reshipping|repainting|cleaning|delivering|inspecting|testing|reopening\s+your|speaking\s+to"
    r"|talking\s+to"
    r"|going\s+(?:through|over\s+(?:to|your)|to\s+(?:the|your)|round|back\s+(?:to|over))|coming|seeing\s+(?:to|the"
    r"|our|my|you)"
    r"|making\s+(?:it|you|your|the|a|sure)|giving\s+(?:you|it|them|your)|(?:getting|having)\s+(?:it|this|that|these"
    r"|them|your"
    r"|someone|somebody|the|an?|our|my)|taking\s+(?:it|this|that|them|your|the|her|him|you)|moving\s+(?:it|you|your"
    r"|the|this)"
    r"|putting\s+(?:it|you|your|the|this|an?|them|in|through)|passing\s+(?:it|this|your|the|you|them)|raising|reviewing"
    r"|checking|asking\s+(?:the|our|my|for)|running\s+(?:it|the|your|a)|turning\s+(?:it|your|the)|setting\s+(?:it"
    r"|up|your|you"
    r"|aside)|finishing\s+(?:it|your|the)|starting\s+(?:on|with|your|the|it)|closing\s+(?:your|it)|looking\s+(?:at"
    r"|into|after)"
    r"|working\s+on|painting|mending|servicing|crediting|writing\s+off|knocking|adding|removing|switching|upgrading)\b"
    r"|\b(?:I|we)(?:'ve|\s+have)\s+(?:asked|told|got|lined\s+up|arranged\s+for)\s+(?:(?-i:[A-Z][a-z][\w'-]+)|(?:our"
    r"|my)(?:\s+\w+){1,2}"
    r"|(?:the|an?|one\s+of\s+our)\s+(?:fitter|driver|engineer|plumber|technician|courier|electrician|team|manager"
    r"|van)s?)\s+to\s+\w+"
    r"|(?-i:\b[A-Z][a-z][\w'-]+)\s+has\s+(?:promised|agreed)\s+to\b|\b(?:I|we)(?:'ve|\s+have)\s+(?:put|booked"
    r"|pencilled)\s+you\b"
    r"|\bleave\s+(?:it|this|that|them|everything|all\s+that|the\s+\w+)\s+(?:(?:all|entirely)\s+)?(?:with"
    r"|to)\s+(?:me|us)\b"
    r"|\bgive\s+(?:me|us)\s+(?:until|till)\b|\b(?:look|watch|listen"
    r"|keep\s+an\s+eye)\s+(?:out\s+)?for\b(?=[^.;]{0,60}\b(?:from"
    r"\s+(?:me|us|our|my|[A-Z])|(?:my|our)\s+(?:call|text|e-?mail|letter|van|note|driver|answer|message)))"
    r"|^\W*back\s+(?:to"
    r"|with)\s+you\b|\b(?:visit|appointment|collection|delivery|slot|fitting|repair"
    r"|replacement)\s+is\s+(?:now\s+)?(?:for|on"
    r"|at|confirmed|arranged)\b|\b(?:rings|calls|phones|visits|meets|texts|e-?mails|writes\s+to|collects|delivers"
    r"|brings|fixes"
    r"|fits|refunds|replaces)\s+(?:you|it|your|the|them|round)\b|\bgoes\s+(?:in(?:to)?\s+the\s+post|off|back"
    r"|by\s+courier)\b"
    r"|\b(?:leaves|arrives|goes\s+(?:out|live|to)|ships|is\s+due"
    r"|reaches\s+you|comes|gets\s+(?:to|here)|(?:is|are|am|'s|'re|'m)\s+(?:booked|scheduled|planned|set|due"
    r"|expected))\b"
    r"|\bexpect\b|\bat\s+the\s+(?:very\s+)?latest\b|\bno\s+later\s+than\b|\blet\s+me\b|\bguaranteed\b|\bshould\s+(?:be"
    r"|arrive|reach|have|get|receive|hear|see)\b(?!\s+(?:have|been|received|had|got|arrived))|\b(?:I|we)\s+(?:aim|plan"
    r"|intend|mean|expect)\s+to\b|\bplease\s+(?:allow|count\s+on)\b|\b(?:will|'ll|should)\s+take\b|\byou\s+(?:get|have"
    r"|hear|receive)\b(?=.{0,40}\bfrom\s+(?:me|us)\b)|\b(?:people|fitters|engineers|drivers|men|crew)\s+(?:come|arrive"
    r"|call)\b|\b(?:next|another|my)\s+(?:note|news|update|call|message)\b",
    re.IGNORECASE,
)
_BARE_WILL = late(r"(?:^|[,:-])\W*(?:@\w+\W+)?(?:(?:and|so|then|but)\s+)?$", re.IGNORECASE)
_SHORT_LINE = late(r"\b(?:by|within|before|no\s+later\s+than)\b", re.IGNORECASE)
_EXPECTED_OF_US = late(
    r"\b(?:as|than|what|would|might|could|did\s+not|don't|didn't)\s+(?:you(?:'d)?\s+)?(?:would\s+)?$", re.IGNORECASE
)

_CLAUSE = late(r",|:|\b(?:and|then)\b", re.IGNORECASE)
_ASKED = late(r"[?]\W*$")
_TAG = late(
    r"(?:,|\s-)\s*(?:(?:if|and)\s+)?(?:is|are|does|do|would|will|ok|okay|all\s?right|can|could|shall|what|when"
    r"|which)\b[^,]*$",
    re.IGNORECASE,
)
#: Between the marks an apostrophe within a word closes nothing.
#: The mark stands first and what is before it is looked at then: so the search goes from mark to mark.
_SAID_BY_OTHERS = late(r""""(?<![\w"]")[^"]*"|'(?<![\w']')(?=[A-Za-z])(?:[^']|(?<=\w)'(?=\w)){2,300}'(?!\w)""")

#: What is not done to them: ours to keep as much as a deed.
_WONT = (
    r"(?:\s*(?:wo|sha)n't|(?:\s+will|\s+shall|'ll)\s+(?:not|never)|(?:\s+am|\s+are|\s+is|'m|'re|'s)\s+(?:not"
    r"|never)\s+(?:going|about)"
    r"\s+to|\s+(?:are|is)n't\s+going\s+to)\s+(?:(?:ever|also|just|simply|[a-z]{2,12}ly)\s+){0,2}(?:be\s+(?=\w+ing\b))?"
)
_AGAIN = (
    r"(?:again|any\s?more|any\s+longer|without\s+(?:your|you|asking|telling|calling|ringing|a\s+word|warning|notice"
    r"|checking)"
    r"|behind\s+your)\b"
)
_DENIED = late(r"n(?:'t|ot|ever|o)", re.IGNORECASE)
_SPARED = late(
    rf"(?:\b(?:I|we|nobody|no\s+one|none\s+of\s+us)(?:\s+(?:both|personally|certainly|and|or|here)\b)?|\b(?:our"
    rf"|my)\s+(?:\w+"
    rf"\s+)?\w+|\b(?:and|but)){_WONT}(?:charg(?:e|ing)|bill|billing|invoic(?:e|ing)|debit(?:ing)?|deduct(?:ing)?"
    rf"|shar(?:e"
    r"|ing)|sell(?:ing)?|drop(?:ping)?|forget(?:ting)?\s+(?:you|about|this|it|what)|leav(?:e|ing)\s+(?:you|it|this"
    r"|things|your)"
    r"|let(?:ting)?\s+(?:you|it|this|that|them|go|up)|rest(?:ing)?\b|stop(?:ping)?\b(?!\s+(?:by|in))|pass(?:ing)?"
    r"|giv(?:e|ing)"
    r"\s+(?:up|your|out)|clos(?:e|ing)\s+(?:your|this|it|the\s+case)|chas(?:e|ing)|pester(?:ing)?|bother(?:ing)?\s+you"
    r"|disturb(?:ing)?|tak(?:e|ing)\s+(?:any|a\s+penny|a\s+cent|money|payment|anything|it\s+out|your)"
    r"|keep(?:ing)?\s+(?:you"
    r"\s+(?:waiting|hanging|in\s+the\s+dark)|charging|your)|hold(?:ing)?\s+(?:it|this|that|you)|mak(?:e|ing)\s+you"
    r"|put(?:ting)?"
    r"\s+(?:you\s+(?:through|on)|your|the\s+price|up)|cut(?:ting)?\s+(?:you|your|it)|disconnect(?:ing)?|rais(?:e"
    r"|ing)\s+(?:the"
    r"|your)|increase|increasing|walk(?:ing)?\s+away|go(?:ing)?\s+home|sign(?:ing)?\s+(?:it\s+)?off|los(?:e"
    r"|ing)\s+(?:sight"
    r"|track)|forc(?:e|ing)|push(?:ing)?\s+you|su(?:e|ing)\b|penali[sz](?:e|ing)|fin(?:e|ing)\s+you|fob(?:bing)?"
    r"|touch(?:ing)?"
    r"|us(?:e|ing)\s+(?:your|it|them)|publish(?:ing)?|post(?:ing)?\s+your|tell(?:ing)?\s+(?:anyone|anybody|a\s+soul)"
    r"|claim(?:ing)?|ask(?:ing)?\s+you\s+(?:to|for)|rush(?:ing)?|count(?:ing)?\s+(?:it|this)"
    r"|send(?:ing)?\s+(?:you\s+(?:any"
    r"\s+more|another|more)|any\s+more|it\s+to\s+(?:debt|collections)|the\s+bailiffs)"
    rf"|(?!(?:be|have|know|see|hear|get|need|make|want|expect|find|manage|say)\b)\w+\b[^.;]{{0,60}}?\b{_AGAIN})"
    rf"|\byou{_WONT}(?:be\s+(?:charged|billed|asked|chased|contacted|disturbed|penali[sz]ed|left|out\s+of\s+pocket"
    rf"|passed"
    r"|kept|cut\s+off|moved|pestered|fined|put|rushed|invoiced)|pay\b|lose\b|have\s+to\b|hear\s+(?:any\s+more"
    r"|another)|miss"
    r"\s+out|owe\b|face\b)"
    rf"|\b(?:the|your|our|this|that|no|any|it|they|nothing)(?:\s+\w+){{0,3}}?{_WONT}(?:change|go\s+up|rise|increase"
    rf"|cost\s+you"
    r"|(?:happen|occur)\b|be\s+(?:shared|passed|sold|charged|billed|taken|used|published|disclosed|cut\s+off"
    r"|increased|raised"
    r"|changed|lost|forgotten|affected|kept|opened|touched))\b|\b(?:nobody|no\s+one)\s+will\s+(?:be\s+charged"
    r"|charge|bill|disturb|bother|chase|touch|come"
    r"\s+in)\b|\bno(?:\s+\w+){1,3}\s+will\s+be\s+(?:taken|charged|made"
    r"|added|deducted|shared|billed)\b",
    re.IGNORECASE,
)
_NOT_SURE = late(
    r"\b(?:hope|hopefully|afraid|can't|cannot|can\s+not|unless|whether|why|said|says|say|told|tells|sorry|fear|wish"
    r"|unfortunately|sadly|regret)\b",
    re.IGNORECASE,
)

_KINDS = {
    "call": late(r"\b(?:call(?:s|ing|ed)?|call-?back|ring(?:ing)?|(?<!your )(?<!the )(?<!new )(?<!mobile )phon(?:e|ing)|telephone)\b",
        re.IGNORECASE,
    ),
    "news": late(
        r"\b(?:let(?:ting)?\s+you\s+(?:both\s+)?know|up-?dat(?:e|es|ed|ing)|writ(?:e|ing)|e-?mail(?:s|ed|ing)?|news"
        r"|note"
        r"|(?:get|come|be|getting|coming)\s+(?:straight\s+|right\s+)?back\s+to\s+you|in\s+(?:touch|contact)|hear"
        r"|repl(?:y"
        r"|ies|ying)|respon(?:d|se)|tell(?:ing)?\s+you|inform(?:ed|ing)?|notif(?:y|ied)|contact(?:ed|ing)?|text\s+you"
        r"|message|answer|confirm|reach\s+out|follow(?:ing)?\s+up|posted\s+on)\b",
        re.IGNORECASE,
    ),
    "money": late(
        r"\b(?:refund(?:s|ed|ing)?|credit(?!\s+card)(?:s|ed|ing)?|pay(?:s|ing)?(?!\s+attention)|payments?|paid|repa(?:y"
        r"|id)|money|reimburse[ds]?|reimbursement|compensat(?:e|ed|ion)|waive[ds]?)\b|[£$€]\s?\d",
        re.IGNORECASE,
    ),
    "delivery": late(
        r"\b(?:re)?(?:send(?:ing|s)?|sent|ship(?:s|ped|ping)?|shipment|deliver(?:y|ed|ing|s)?|replac(?:e|ed|ing)"
        r"|replacement|arriv(?:e|es|al)|dispatch(?:ed|ing)?|post(?:ed)?|courier|parcel|(?:be|is|back)\s+with\s+you)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that binds us: `text[start:end] == words`; `due` in UTC, None where no time is named.

    `kind` is what is promised: `call`, `news` (a word from us), `money`, `delivery`, or `deed` for anything else. `bound` is where
    in the words they bind us.
    """

    words: str
    start: int
    end: int
    due: datetime | None
    kind: str
    bound: int = field(default=0, compare=False)


def promises_in(text: str, *, said_at: datetime, zone: str, spared: bool = False) -> list[Found]:
    """Every sentence of ours that promises the customer a deed to come, in order; a sentence counts once.

    Rather one too many than one too few: the writer strikes out a wrong one with a tick, a missed one is broken unseen. Not
    promises: questions, past deeds, quoted lines and words, good wishes and offers of help; and what we will not do, unless it is
    asked for what they are `spared` ("we won't charge you", but never "we won't be able to"). Kind intentions
    ("we will do our best") and plans ("we aim to") count where a time is named with them. `said_at` must be aware; `zone` is an
    IANA name. How times are read says `amends.coach.times.due_in`: a day without a clock time is 17:00 there, and "in N business
    days" counts Monday to Friday only.
    """
    found = (_promise(sentence, said_at, zone, spared=spared) for sentence in sentences(text))
    return [promise for promise in found if promise]


def covered(found: Found, recorded: Iterable[str]) -> bool:
    """Whether one of the recorded texts is the same sentence, a part of it or the whole it is part of.

    Letter case, blanks and punctuation do not count. A recorded text without a letter or figure covers nothing.
    """
    sought = _bare(found.words)
    return any(bare in sought or sought in bare for bare in map(_bare, recorded) if bare)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def in_own_words(text: str) -> str:
    """The text with the marks of a keyboard and blanks for what stands between quotation marks, every character in its place."""
    return _SAID_BY_OTHERS.sub(lambda quoted: " " * len(quoted[0]), plainly(text))


def _promise(sentence: Sentence, said_at: datetime, zone: str, *, spared: bool) -> Found | None:
    words = _ours(sentence.words)

    def due(after: int) -> datetime | None:
        return due_in(words, said_at=said_at, zone=zone, after=after)

    at = _bound(words)
    kept = _spared(words) if spared and at is None else None
    if kept is not None:
        return Found(sentence.words, sentence.start, sentence.end, due(kept), "deed", kept)
    when = None if at is None else due(at)
    if at is None:
        if not may_name_a_time(words):
            return None
        at = _loosely_bound(words, bullet=sentence.bullet)
        when = None if at is None else due(at)
        if at is None or when is None or when <= said_at:
            return None
    return Found(sentence.words, sentence.start, sentence.end, when, _kind(words, at), at)


def _ours(words: str) -> str:
    """The sentence as far as it is a statement in our own words, every character in its place."""
    words = in_own_words(words)
    if not _ASKED.search(words[-20:]):
        return words
    tag = _TAG.search(words[-200:])
    return words[: max(0, len(words) - 200) + tag.start()] if tag else ""


def _bound(words: str) -> int | None:
    """Where the sentence binds us, time or no time."""
    given = _WORD_GIVEN.search(words)
    said = [will.start() for will, before, rest in _wills(words) if _binds(before, rest)]
    return min((*said[:1], *([given.start()] if given else [])), default=None)


def _spared(words: str) -> int | None:
    """Where the sentence says what they are spared."""
    if not _DENIED.search(words):
        return None
    for said in islice(_SPARED.finditer(words), _TRIED):
        if not _NOT_SURE.search(words[max(0, said.start() - _SUBJECT_WITHIN) : said.start()]):
            return said.start()
    return None


def _wills(words: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each "will" that is not denied, what stands before it and what follows."""
    if not _TO_COME.search(words):
        return
    for will in islice(_WILL.finditer(words), _TRIED):
        before, rest = words[max(0, will.start() - _BEFORE) : will.start()], words[will.end() : will.end() + _BEHIND]
        if not _NOT.match(rest) and not _NOT_SAID.search(before[-_SUBJECT_WITHIN:]):
            yield will, before, rest


def _binds(before: str, rest: str) -> bool:
    if _DONE.match(rest):
        return not _AWAY.match(rest)
    near = before[-_SUBJECT_WITHIN:]
    if _YOU.search(near):
        return bool(_FOR_YOU.match(rest))
    if _AWAY.match(rest) or _POLITE.match(rest) or _LOOSE.match(rest):
        return False
    if _WE.search(near) or _AND.search(before) or _YOURS.search(near):
        return True
    named = _NAMED.search(near) and not _STATE.match(rest) and _TO_YOU.match(rest)
    return bool(named or (_DEED.match(rest) and (_OURS.search(near) or _BARE_WILL.search(near))))


def _loosely_bound(words: str, *, bullet: bool) -> int | None:
    """Where the sentence binds us if it names a time."""
    for will, before, rest in _wills(words):
        if _LOOSE.match(rest) and (_WE.search(before) or _AND.search(before)):
            return will.start()
    said = _WITH_A_TIME.search(words)
    if said and not _EXPECTED_OF_US.search(words[max(0, said.start() - 30) : said.start()]):
        return said.start()
    line = _SHORT_LINE.search(words) if bullet and _kind(words, 0) != "deed" else None
    return line.start() if line else None


def _kind(words: str, at: int) -> str:
    """What is promised, as said behind the binding words, else just before; a delivery only where nothing else is."""
    for text in (words[at:], _CLAUSE.split(words[max(0, at - _BEFORE) : at])[-1]):
        first = {kind: match.start() for kind, pattern in _KINDS.items() if (match := pattern.search(text))}
        if first:
            return min(first, key=lambda kind: (kind == "delivery", first[kind]))
    return "deed"
