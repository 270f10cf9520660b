"""More of what puts our failure right at their expense: fees that stay, sums on a bill, work at cost, a dearer plan."""

from __future__ import annotations

import re

from amends.drafts.cue import late
from amends.drafts.turns import Turns

#: A sum, in figures or words, in any of the currencies that our customers write.
SUM = (
    r"(?:(?:about |around |roughly |just |only |a mere |an extra |another |from )?(?:[£$€₦₹]\s?\d[\d.,]*|(?:rs\.?|inr|ngn|kes|ksh"
    r"|zar|usd|gbp|eur|aud|cad|n|r|ghs)\s?\d[\d.,]*|\d[\d.,]* ?(?:pence|p|cents?|pounds?|dollars?|euros?|quid|naira|rupees|rand"
    r"|shillings?|cedis|bucks|%|per ?cent)|(?:an? |one |two |three |four |five |six |seven |eight |nine |ten |eleven |twelve "
    r"|fifteen |twenty |thirty |forty |fifty |sixty |eighty |ninety |a hundred |two hundred )+(?:[a-z]+ )?(?:pounds?|dollars?|euros?"
    r"|quid|naira|rupees|pence|cents|bucks|percent|per cent)|an? (?:tenner|fiver)))"
)
#: What is charged, by its name.
_FEE = (
    r"(?:fees?|charges?|surcharges?|supplements?|lev(?:y|ies)|tolls?|deposits?|excess|tariffs?|penalt(?:y|ies)|top-?ups?"
    r"|differences?(?: in (?:price|fare|cost|rate))?|postage|carriage|freight|shipping|labour|labor|call-?outs?|materials"
    r"|mileage|handling)"
)
_KEPT = (
    r"(?:kept back|retained|withheld|held back|deducted|subtracted|passed on|levied|applicable|payable|due|outstanding"
    r"|owed|required|needed|billed|invoiced|charged|collected|non-?refundable|not refundable|for your account|on top|to be paid"
    r"|settled|extra|separate|added|chargeable|billable|down to you)"
)
_CUSTOMER = (
    r"(?:you\b|the (?:customer|guest|passenger|tenant|client|patient|buyer|member|traveller|sender|recipient|owner|policyholder"
    r"|cardholder|parent|user|subscriber|resident|driver)|(?:customers|guests|passengers|tenants|clients|patients|buyers|members"
    r"|travellers|parents))"
)
#: Things and deeds by which a failure is put right.
_CURE = (
    r"(?:re-?\w+(?:ing|ment|ion|al|y|ts?|tch)\b|re-?(?:do|run|fit|sit|take|test|book|issue|print|send|key|tune|spray|paint|clean"
    r"|wash|cut|frame"
    r"|wire|instal|install|shoot|visit|boot|delivery|deliveries|dispatch|connection|check)s?|replacements?|repairs?|duplicates?"
    r"|cop(?:y|ies)"
    r"|corrections?|changes?|amendments?|alterations?|upgrades?|exchanges?|swaps?|collections?|retrieval|recovery|pick-?ups?"
    r"|call-?outs?"
    r"|(?:a |the |your )?(?:second|another|new|fresh|further|repeat|follow-?up|return|extra|additional|spare|missing|right"
    r"|correct|corrected"
    r"|proper|other|different) (?!figure|bill|amount|total|price|sum|charge|refund|fee|balance|rate|time|trips?\b|cost|one"
    r" and)[\w-]+|fixes|fixing|mending|undoing|sorting [\w ]{2,20} out|putting [\w ]{2,20} right|having [\w ]{2,30}"
    r" (?:done|fixed|redone|put right|corrected|replaced|sent|cleaned|looked at)|moving (?:you|your)|unlocking|restoring|labels?"
    r"|engineer visits?)"
)
_OPTION = (
    r"(?:express|priority|premium|faster|fast-?track|quicker|paid|next[- ]day|same[- ]day|weekend|evening|expedited|special"
    r"|urgent|tracked|vip"
    r"|gold|plus|pro|business|upgraded|dedicated|out-of-hours|first[- ]class|courier)"
)
_BILL = (
    r"(?:the|your|this|that)(?: \w+){0,3}? ?(?:bill|invoice|tab|statement|folio|rent|premium|instalment|direct debit|payslip"
    r"|(?:room|hotel|energy|phone|gym|library|school) account)"
)
PRICES = Turns(
    (
        (
            r"\b(?:we|I|just|simply|only|also|then|now|would|will|can|have|had to|must|'d|'ll|'ve) (?:add(?:ed)?|put|popp?(?:ed)?"
            r"|stick|stuck|includ(?:e|ed)|charg(?:e|ed)|bill(?:ed)?|invoic(?:e|ed)|deb(?:it|ited))"
            rf"(?! [^.!?\n]{{0,80}}\b(?:back|credit\w*|refund\w*|note|voucher|discount|points|hold|stop|off|free|flag)\b)"
            rf" (?:[\w£$€₦₹.,'-]+ ){{1,5}}?(?:to|on|onto|with|in) {_BILL}"
        ),
        "bill invoice tab statement folio rent premium instalment debit payslip account",
        "add added put pop popped stick stuck include included charge charged bill billed invoice invoiced debit debited",
    ),
    (
        (
            rf"\b(?:I|we)(?:'ll| will| shall| must) (?:take|collect|draw|deduct) (?:the |a |our "
            rf"|your )?(?:\w+ )?{SUM}[^.!?;\n]{{0,40}}?\bfrom"
            r" your (?:card|account|deposit|refund|balance|wages?)\b"
            rf"|\b(?:minus|less) (?:the |a )?{SUM} (?:for|towards)\b(?! each)"
        ),
        "take collect draw deduct minus less",
    ),
    r"\b(?:will|'ll|would|should) (?:then |also |just )?(?:appear|show up|show|come up|land|be shown|be added|be put|be"
    rf" included) (?:on|in|onto|to|with) {_BILL}",
    (
        (
            rf"\b{_FEE}(?: (?:of|at) {SUM})?(?: (?:for|to|on|of) [\w ]{{3,40}})? (?:is|are|will be|would be|gets?|shall be"
            r"|has to be|have to be|must be)"
            rf"(?: \w+ly| still| then| only| just| also| always| now)? {_KEPT}\b(?! (?:twice|wrongly|in error|by mistake|to (?:us"
            rf"|me)))[^.!?;\n]{{0,40}}"
        ),
        (
            "fee fees charge charges surcharge surcharges supplement supplements levy levies toll tolls deposit deposits "
            "excess tariff tariffs penalty penalties top difference differences postage carriage freight shipping labour "
            "labor call materials mileage handling payment balance invoice bill "
        ),
        (
            "kept retained withheld held deducted subtracted passed levied applicable payable due outstanding owed "
            "required needed billed invoiced charged collected refundable non account top paid settled extra separate "
            "added chargeable billable down "
        ),
    ),
    (
        (
            rf"\b{SUM}(?: (?:for|to|on|of) [\w ]{{3,40}})? (?:is|are|will be|would be|gets?|shall be"
            r"|has to be|have to be|must be)"
            rf"(?: \w+ly| still| then| only| just| also| always| now)? {_KEPT}\b(?! (?:twice|wrongly|in error|by mistake|to (?:us"
            rf"|me)))[^.!?;\n]{{0,40}}"
        ),
        "payable due outstanding owed withheld deducted retained chargeable billable invoiced billed extra top levied kept",
    ),
    rf"\b{_FEE}\b[^.!?;\n]{{0,30}} (?:has|have) been (?:passed on to|added to|applied to|put on|charged to|taken from|deducted"
    rf" from) (?:you|your)\b[^.!?;\n]{{0,30}}",
    rf"\b(?!(?:that|this|it|blame|fault)\b)[\w-]+ (?:is|are|'s|will be|would be|falls?) on {_CUSTOMER}(?=[.,;!?]|$| (?:I'm|though"
    r"|this|as|since|and|but|unless))",
    r"\b(?:postage|carriage|freight|shipping|labour|parts|delivery|collection|petrol|taxi|fare|stamps?|fuel|materials|packaging"
    r"|boxes|call-?out|return|cost|bill) (?:is|are|'s|will be"
    rf"|would be) (?:down to|up to|for|with|left to|met by|borne by|for the account of) {_CUSTOMER}[^.!?;\n]{{0,20}}",
    r"\b(?:labour|parts|postage|carriage|freight|shipping|delivery|collection|materials|courier|the (?:rest|other half|balance"
    r"|difference|courier|van|taxi|parts|labour)),? (?:that )?you(?:'d|'ll| will| would)?"
    r"(?: just| only| still)? (?:pay|cover|pick up|foot|settle|sort|look after|handle|owe)\b[^.!?;\n]{0,20}",
    r"\b(?:there's|there is|we have|we do|we offer|we've got|you could (?:take|have|choose)|I can (?:offer|do|add)|we can"
    rf" (?:offer|do|add))(?: you)? (?:an? |our |the )?{_OPTION} [\w -]{{2,30}} (?:for|at|from|costing|priced at) (?:{SUM}|an? )",
    rf"\b{_OPTION} (?:line|number|support|service|delivery|option|slot|shipping|helpline|queue|dispatch|turnaround|handling"
    rf"|repair|postage|cover|plan|tier|package|membership|upgrade|appointment|visit)\b[^.!?;\n]{{0,30}}"
    rf" (?:{SUM}|for a (?:fee|charge|small)|at (?:an? |extra|additional)|costs? extra|is extra|is chargeable|is payable|carries"
    rf" a|a minute|per minute)[^.!?;\n]{{0,20}}",
    r"\b(?:we|I)(?:'d|'ll| would| will| do| must| shall)?(?: just| only| also| still| first| have to| then){0,2} (?:need"
    r"|require|want|ask for|ask you for|take|have to take|have to ask for|be asking for|look for|expect)"
    r" (?:a|an|another|the|your|some|one more|half)? ?(?:further |fresh |second |new |small |modest |extra |additional "
    r"|refundable |card |up-?front )*(?:deposit|payment|top-?up|contribution|fee|instalment|prepayment|advance)"
    r"\b(?! (?:back|record|details|out|history|method|off|plan))[^.!?;\n]{0,40}",
    r"\b(?:on|upon|after|against|following|subject to|pending|on receipt of|upon receipt of|in return for|in exchange for)"
    r" (?:the |your |a |an |prior |full |advance |receipt of |further |cleared )*(?:payment of|payment\b(?! (?:you|that|failed"
    r"|error|problem|was|went))|settlement of)"
    rf"(?: {SUM})?[^.!?;\n]{{0,30}}",
    (
        (
            r"\b(?:once|as soon as|when|until|unless|after|provided|if) (?:the |your |a |this |that )?(?:[\w-]+"
            rf" ){{0,2}}?(?:{_FEE}"
            rf"|payment|balance|invoice|bill)(?: of {SUM})? (?:is|are|has been|have been|'s been|clears?|arrives?|reaches us"
            r"|lands|comes)(?: in\b| paid| settled| received| cleared"
            rf"| through| with us| met| made)?(?=[.,;!?]| (?:we|I|by|in|the|and)\b|$)[^.!?;\n]{{0,30}}"
        ),
        (
            "fee fees charge charges surcharge surcharges supplement supplements levy levies toll tolls deposit deposits "
            "excess tariff tariffs penalty penalties top difference differences postage carriage freight shipping labour "
            "labor call materials mileage handling payment balance invoice bill "
        ),
        "once soon when until unless after provided if",
    ),
    r"\b(?:delivery|labour|parts|collection|postage|installation|fitting|removal|assembly|the [\w-]+ (?:visit|check|test|x-ray"
    r"|scan|trip)) (?:of [\w ]{3,30} )?(?:isn't|aren't|is not|are not|was not|wasn't) (?:covered|included|part of|in the price"
    r"|free)\b[^.!?;\n]{0,30}",
    r"\b(?:knock|bring|cut|reduc|lower|halv|discount|drop|trim|keep|cap|limit)(?:e|es|ed|ing|ping|ped|ting)? (?:the |our |your "
    rf"|that |this )?(?:[\w-]+ ){{0,2}}?{_FEE} (?<!deposit )(?:down |back )?(?:to|by|in half|at)\b[^.!?;\n]{{0,25}}",
    r"\b(?:at|for) (?:cost(?: price)?|(?:a |the )?(?:reduced|discounted|special|preferential|staff|trade|half|friendly"
    r"|favourable|concessionary|subsidi[sz]ed|promotional) (?:rate|price|cost|fee|tariff)|half[- ]price|trade|a discount|mates'"
    r" rates)\b(?=[.,;!?]| (?:for|to|if|as|so|and|because|only|this)\b)",
    r"\byou(?:'ll|'d| will| would)(?: only| just| also| still| simply| then)* (?:be )(?:covering|paying|meeting|bearing|footing"
    r"|settling|contributing|buying|funding|splitting)\b(?! (?:nothing|no\b|less))[^.!?;\n]{0,40}",
    r"\byou(?:'ll|'d| will| would| can| may| could| must| need to| have to| are welcome to|'re welcome to)(?: \w+ly| just| also|"
    r" need to| have to| want to| be able to){0,2} (?:buy|purchase|order|pick up|invest in|get yourself) (?:a|an|another|your own"
    r"|some|the|one)"
    r"(?: [\w-]+){0,2}? ?(?:label|stamps?|postage|replacement|new \w+|second \w+|another \w+|spare|adaptor|adapter|part|ticket"
    r"|copy|licence|key|card|battery|duplicate|fresh \w+|one (?:at|from|in) (?:the|our|any))\b[^.!?;\n]{0,40}",
    r"\b(?:we|I)(?:'ve| have|'ll| will| would|'d)?(?: \w+ly| only| just| also)? (?:deducted?|kept back|held back|withheld"
    r"|withhold|retain(?:ed)?|docked|subtract(?:ed)?|hold back|keep back|take off) (?:the |a |an |our |your |£|\$|€|₦"
    r"|₹)?[^.!?;\n]{0,30}?\b(?:value|cost|price|fee|charge|portion|percentage|share"
    r"|postage|labour|handling|usage|use|percent|%|quid|pounds|\d)\b[^.!?;\n]{0,40}",
    rf"\b(?:mean|involve|attract|incur|carry|entail|trigger|require|call for|come with)s? (?:a|an|some|another|{SUM})(?:"
    rf" [\w-]+){{0,2}}? ?(?:supplement|{_FEE}|extra cost|cost|payment|outlay)\b(?! (?:refund|waiver))[^.!?;\n]{{0,20}}",
    r"\b(?:a|an|only a|just a|the) (?:small|modest|nominal|minor|token|tiny|little|reasonable|negligible|symbolic|additional|wee"
    r"|minimal) (?:sum|outlay|payment|contribution|fee|price|consideration|extra|charge|surcharge|supplement|cost) (?:to|for|of"
    r"|is|would|covers|we|applies|will|payable|and|towards)\b[^.!?;\n]{0,40}",
    r"\b(?:the )?meter (?:runs|is running|will run|keeps running|stays on|ticks)\b[^.!?;\n]{0,20}",
    r"\b(?:upgrad(?:e|ing)|switch(?:ing)?|mov(?:e|ing)|subscrib(?:e|ing)|sign(?:ing)? up|chang(?:e|ing)) (?:to|onto|for) (?:a|an"
    r"|the|our|one of our) (?:[\w-]+ ){0,2}?(?:plan|tariff|tier|package|membership|subscription|licence|bundle|version|account"
    r"|class|model|room|service)(?: [\w-]+){0,2}? (?:where|that|which|with|and|would|does|has|to (?:get|avoid|fix)|at|for"
    r"|includes?)\b[^.!?;\n]{0,40}",
    rf"\b(?:charged|billed|invoiced|chargeable|billable|priced|costed|payable) (?:at|by|per|on) (?:our|the|a|an|your|{SUM})(?:"
    rf" [\w-]+){{0,2}}? ?(?:rate|hour|day|tariff|minute|visit|basis|bill|price list|invoice)\b",
    r"\b(?:come|comes|coming|taken|take|go|goes|paid) (?:out of|off|from) (?:your|the) (?:deposit|refund|bond|wages|compensation"
    r"|payout|security deposit|settlement)\b[^.!?;\n]{0,20}",
    r"\b(?:kindly |please |just |simply )?(?:make (?:a |the |your )?(?:further |fresh |new |second )?payment (?:of|for|at|to"
    r"|online|by|before)|settle the (?:balance|difference|bill|invoice|remaining|excess|fee)|top up (?:the|your) (?:difference"
    r"|wallet|balance|account))\b[^.!?;\n]{0,40}",
    r"\b(?:half|part|the rest|the remainder) (?:to|left to|for you to|still to|remains to be|is left to) (?:pay|find"
    r"|settle|cover|be paid)\b[^.!?;\n]{0,20}",
    (
        (
            r"\b(?:we|I)(?:'ll| will| can| could|'d| would)? (?:go halves|meet you half ?way on|split|share|pay half|pay part"
            r"|contribute"
            rf"|chip in|cover half|cover part|stand half|put (?:half|something) towards|meet half)\b[^.!?;\n]{{0,40}}\b(?:cost"
            r"|costs|bill"
            rf"|price|fee|charge|{SUM}|repair|replacement|postage|with you|{_FEE})\b"
        ),
        "halves halfway meet split share half part contribute chip",
        "we i",
    ),
    rf"\bfor (?:just |only |as little as |a mere |another |an (?:extra|additional|added) )?{SUM}(?: more| extra| a month|"
    rf" each)?,? (?:we|you|I|they|our|she|he)(?:'ll|'d| will| would| can| could)\b[^.!?;\n]{{0,30}}",
    (
        (
            r"\b(?:we|I|they|he|she|our [\w-]+) (?:can|could|will|would|'ll|'d) (?:be happy to |gladly |happily )?(?:redo"
            r"|re-?do|remake"
            r"|re-?\w+|replace|repair|fix|mend|correct|send|post|courier|deliver|restore|recover|unlock|put it right|do it"
            r" again|come"
            r" (?:back|out)|swap|exchange|clean|rush|expedite|upgrade|change|move|print|fit|bring|collect)"
            rf"\b[^.!?;\n]{{0,50}}? (?:for|at) (?:just |only |a |an |another )?(?:further |small |nominal |additional |extra "
            r"|modest "
            rf"|little |reduced )*(?:{SUM}|fee|charge|cost price|cost|surcharge|half (?:the )?price)\b(?! (?:to us|of ours|to"
            r" you of"
            r" nothing))"
        ),
        "for at",
        (
            "fee charge cost price surcharge pounds quid euros dollars rupees naira bucks pence p fiver tenner just only "
            "another small nominal additional extra modest little reduced further half a "
        ),
        (
            "redo remake re* replace repair fix mend correct send post courier deliver restore recover unlock put do come "
            "swap exchange clean rush expedite upgrade change move print fit bring collect "
        ),
    ),
    rf"\b(?:charge|charges|charging|bill|bills|invoice)(?: you| customers| guests| everyone| people| all| only| just){{0,2}}"
    rf" (?:{SUM}|a (?:small|nominal|modest|reduced|flat|one-off|fixed|standard)|half|for (?:the|a|that|this|any|each|every)"
    r" (?:[\w-]+ )?(?:repeat|second|repair|replacement|return|re\w+|collection|visit|correction|change|copy|delivery"
    rf"|inspection))\b[^.!?;\n]{{0,30}}",
    rf"\bthere(?:'s| is| are|'ll be| will be| would be|'d be) (?:just |only )?(?:a|an|another) (?:{SUM} |[\w-]+"
    rf" ){{0,3}}?(?:{_FEE}|extra|premium|rate)\b(?= (?:for|on|of|if|to|with|when)|[.,])(?! (?:on our side|between|in (?:what"
    rf"|how)))[^.!?;\n]{{0,30}}",
    rf"\b(?:need|have|going|want|like)(?: you)? to (?:take|charge|bill|ask(?: you)? for) (?:you )?{SUM}[^.!?;\n]{{0,30}}|\b(?:we"
    rf"|I)(?:'d|'ll| would| will| only| just)* (?:ask|charge|take|want|need|collect)(?: you)?(?: for)? (?:just |only )?{SUM}"
    rf" (?:towards|for (?!you)|to (?:cover|get|have|do|send|re))[^.!?;\n]{{0,30}}",
    (
        rf"\b(?:goes|go|comes|put|is put) on(?:to)? {_BILL}",
        "bill invoice tab statement folio rent premium instalment debit payslip account",
        "go goes comes put",
    ),
    (
        r"\boff what (?:we|I) (?:owe|pay|refund|return|give|send)\b[^.!?;\n]{0,20}",
        "off",
        "what",
        "owe pay refund return give send",
    ),
    r"\bcharg(?:e|ed|ing) (?:you )?(?:only |just )?(?:trade|cost|half|the (?:cost|difference|parts|labour|postage|balance)|a"
    r" (?:reduced|discounted|nominal|small|token))\b(?: \w+)?",
    r"\b(?:minus|less|net of) (?:the |our |a |an |their )?(?!than)(?:[\w-]+ )?(?:clean\w*|postage|handling|cost|fee|use|usage"
    r"|wear|labour|deduction|commission|hire|delivery|collection|admin|excess|deposit|packing|carriage|bank"
    r"|inspection)\b[^.!?;\n]{0,30}",
    r"\b(?:go ahead and|please|kindly|just|simply|have to|need to|best to|must) (?:buy|purchase|order|get) (?:a|an|another|your"
    r" own|some) (?:new|replacement|second|fresh|spare|duplicate|different|compatible)\b[^.!?;\n]{0,30}",
    r"\bthe quote (?:for (?:that|it|this|the work) )?is (?:attached|enclosed|below)\b|\b(?:his|her|their|our)(?: [\w-]+)?"
    rf" (?:rate|fee|charge|quote|tariff|call-?out|price) (?:for [\w ]{{2,30}} )?(?:is|are|comes to|will be) (?:attached|enclosed"
    rf"|below|as per|the usual|on the|{SUM})(?! (?:less|lower|off))[^.!?;\n]{{0,20}}",
    r"\byou go (?:pay|settle|drop|bring|add)\b (?:am|small|transport|money|the|something|for|n\d)[^.!?;\n]{0,30}",
    rf"\b{_FEE}(?: of {SUM})?(?: still| also| then| does)? (?:applies|apply)\b[^.!?;\n]{{0,30}}",
    r"\b(?:for|at|with) (?:a|an) (?:[\w-]+ ){0,2}?(?:supplement|surcharge|premium|extra charge|upcharge|top-?up)\b|\ba small"
    r" extra\b|\byou(?:'d| would|'ll| will) be out\b[^.!?;\n]{0,20}|\b(?:all|only thing) you(?:'d| would|'ll| will)(?: be)?"
    r" (?:out|paying|pay)\b",
    r"\bat (?:today's|(?:the|our|your|its|his|her) (?:current|normal|usual|standard|going|full|new|regular|published|prevailing"
    r"|listed|walk-?in|on-?the-?day)) (?:[\w-]+ )?(?:price|rate|fee|fare|tariff|charge)s?\b",
    rf"\b(?:storage|parking|hire|rental|boarding|demurrage|courtesy car|loan \w+|waiting time)(?: \w+){{0,2}} (?:runs|is|comes"
    rf"|stays|costs|will be|continues|accrues)(?: charged| billed)?(?: at)? {SUM}",
    r"\byou(?:'d|'ll| would| will)(?: have to| need to| only| just)? (?:buy|pay|book|purchase) (?:for )?(?:another|a further|an"
    r" extra|an additional|the extra|one more)\b[^.!?;\n]{0,30}",
)
#: What is only theirs to pay where a cure of our failure stands before it.
CURE = late(rf"\b{_CURE}\b".replace(" ?", r"\s?"), re.IGNORECASE)
AT_A_PRICE = Turns(
    (
        (
            r"\b(?:is|are|costs?|comes?(?: in)? (?:at|to)|runs? (?:to|at)|starts? (?:at|from)|will be|would be|will set you"
            r" back|would"
            r" set you back|works out at|goes for|sells (?:at|for)|retails at"
            rf"|will come to|would come to|can be (?:had|done|arranged|made|bought|ordered) (?:for|at)) {SUM}(?![.,]?\d)(?!"
            r" (?:less"
            rf"|cheaper|off|lower|back|people|days|copies|of|and the|a month|a week|a year))[^.!?;\n]{{0,30}}"
        ),
        "is are cost costs come comes run runs start starts will would works goes sells retails can",
        (
            "replacement replacements repair repairs duplicate duplicates copy copies correction corrections change "
            "changes amendment amendments alteration alterations upgrade upgrades exchange exchanges swap swaps "
            "collection collections retrieval recovery pick pickup call callout second another new fresh further repeat "
            "follow return extra additional spare missing right correct corrected proper other different fixes fixing "
            "mending undoing sorting putting having moving unlocking restoring label labels visit visits re rede* rebo* "
            "repr* refi* reta* resi* reis* rese* reco* rein* reac* redo* rewo* recl* resh* relo* repl* repa* "
        ),
    ),
    r"\b(?:(?:is|are|was|were|would be|will be) not|isn't|aren't|wasn't|won't be|wouldn't be|falls? outside|is outside|goes"
    r" beyond|is no part of|are no part of) (?:covered|included|part|free)? ?(?:by|in|of|with|under) (?:the|your|our)"
    r" (?:original |basic |standard |current )?"
    r"(?:order|plan|price|warranty|guarantee|package|contract|quote|booking|cover|ticket|fare|service|subscription|rate|fee|deal"
    r"|membership|quotation|estimate)\b",
    (
        rf"\b(?:with|at) (?:a )?(?:{SUM}|half|a third|a quarter) (?:off|discount|reduction)\b",
        "off discount reduction",
        "with at",
    ),
)
