"""Knows tokens given for trouble: treats, points, money off next time; not what was owed, bought, lost or asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable

    from amends.drafts.draft import Draft

#: Given for nothing but goodwill, whatever else is said.
_GIFT = (
    r"(?:vouchers?|coupons?|e-?cards?|gift ?cards?|(?:\w+ )?(?:points|miles|stamps|credits)|airtime|top-?up"
    r"|chocolates?|truffles|sweets|flowers|bouquet|tulips|roses|hamper|fruit basket|bottle of [\w ]{3,20}"
    r"|prosecco|champagne|bubbly|fizz|gifts?|good(?:ie|y) ?bag|treats?|tote(?: bag)?|mugs?|t-?shirt|keyring|spa (?:day"
    r"|pass|voucher)|season (?:pass|ticket)|day pass|guest pass|(?:[\w-]+ )?cashback"
    r"|(?:amazon|itunes|google|starbucks|store|shop|gift|cash) (?:card|credit)|loyalty \w+|afternoon tea|swag"
    r"|box of [\w ]{3,20}|thank-you credit|goodwill (?:gesture|payment|credit|voucher|gift|points)"
    r"|promo(?:tional)? code|discount(?: code)?)"
)
#: Given for goodwill where it is free, extra or next time.
_TREAT = (
    r"(?:coffees?|teas?|drinks?|rounds?|pints?|beers?|cocktails?|lunch|dinners?|meals?|breakfasts?|desserts?|puddings?"
    r"|pizzas?|starters?|sides?|donuts?|doughnuts?|ice creams?|cakes?|nights?|stays?|weekends?|sessions?|lessons?"
    r"|class(?:es)?|months?|weeks?|days?|years?|quarter|haircuts?|cut|blow-?dry|colour|massage|facial|manicure|wash"
    r"|wax|valet|polish|service|clean|mot|check-?up|health check|oil change|tyre check|film|movie|tickets?|upgrade"
    r"|rides?|trips?"
    r"|deliver(?:y|ies)|shipping|postage|orders?|gb|gigs?|data|minutes|texts|calls|channels|moisturi[sz]er|cream"
    r"|charger|case|cable|kit|accessory|refills?|bags?|book|bouquet|pass(?:es)?|parking|spins?|game|match"
    r"|round of golf|visits?|bookings?|bills?|recharge|purchases?|shop|invoice|rent|fee|subscription|membership"
    r"|premium|plan|plate|bowl|menu|fuel|car wash|photo|print|mug|portion|slice|appetizers?|wine|bottle|glass)"
)
_HAND = (
    r"(?:popp?(?:ed|ing)?|add(?:ed|ing)?|put(?:ting)?|credit(?:ed|ing)?|load(?:ed|ing)?|giv(?:e|en|ing)|gave"
    r"|send(?:ing)?|sent|slip(?:ped)?|throw(?:n|ing)?(?: in)?|threw|offer(?:ed|ing)?|present|treat(?:ed)?|set aside"
    r"|arrang(?:e|ed)"
    r"|leav(?:e|ing)|left|comp(?:ed)?|doubl(?:e|ed)|tripled|unlock(?:ed)?|gift(?:ed)?|bung(?:ed)?|chuck(?:ed)?|stick"
    r"|stuck|topp?(?:ed)?(?: you)? up|enclos(?:e|ed|ing)|attach(?:ed)?|includ(?:e|ed)|issu(?:e|ed)|award(?:ed)?|do"
    r"|let you have|signed off|extend(?:ed)?|tuck(?:ed)?|dropp?(?:ed|ing)?)"
)
_NOW = (
    r"(?:(?:I|we)(?:'ve|'ll|'d|'m|'re| have| has| will| would| can| could| shall| should| am| are)?(?: also| just| now"
    r"| gladly| happily| like to| love to| going to| be| been| even| the liberty of| taken| had \w+ \w+){0,4}|let me"
    r"|please|may (?:we|I)|can (?:we|I)|to say sorry, (?:we|I)|and)"
)
_NEXT = r"(?:your|the|a|any|all|whatever|what|next|future)(?: \w+){0,4}? ?(?:next|future|coming|following|another)"

_GIVEN = Turns.known_by(
    ("treat", r"(?:our|my|the chef's|the house's) treat\b"),
    (
        "complimentary",
        r"(?:an?|some|your|with|arranged|enjoy|another|two|three|one) complimentary (?:[\w-]+ ){0,2}[\w-]+",
    ),
    (
        "free",
        (
            r"(?:comes?|includes?|along|together) (?:with )?(?:an? |one |some )?free (?!(?:of|from|to|before|on|at|until|by"
            r"|after|again|up|tomorrow|today|for|in|with|as|and|this|next|when|if)\b)\w+"
        ),
    ),
    ("bonus", r"(?:an?|one|two|three|some|your|\d+) bonus (?!that|of|to|if|when|for|and|as|is|in)\w+"),
    (
        "fiver tenner wallet tab credit balance",
        (
            r"(?:put|popp?ed|added?|loaded|dropped|stuck|whacked|bunged)(?: you)?(?: \w+){0,2}? (?:an? (?:fiver|tenner)"
            r"|[£$€₦]\s?\d[\d.,]*)(?: \w+)? (?:on|in|into|onto|to) (?:your|the) (?:app|travel|store|shop|club|wallet|tab"
            r"|loyalty|rewards?|gift)\b"
        ),
    ),
    (
        "boarding checkout check lounge track legroom view row",
        (
            r"(?:offer|give|giving|arranged?|put you|added?|popp?ed|sort(?:ed)?|get you|let you have)(?: you)?(?: an?| some"
            r"| free| complimentary| with| our){0,3} (?:priority (?:boarding|seats?|check-?in|booking)|late check-?out"
            r"|early check-?in|lounge (?:access|pass)|fast[- ]track|extra legroom|sea view|front[- ]row)"
        ),
    ),
    ("apologies love regrets", rf"{_GIFT}[^.!?;\n]{{0,50}} with (?:our|my) (?:apologies|love|regrets)"),
    (
        (
            "voucher vouchers coupon coupons card e ecard points miles stamps credits credit airtime top chocolates chocolate"
            " truffles sweets flowers bouquet tulips roses hamper basket bottle prosecco champagne bubbly fizz gift gifts"
            " goodie goody treat treats tote mug mugs shirt keyring spa season pass cashback loyalty tea sample samples box"
            " goodwill code discount swag"
        ),
        (
            rf"{_NOW} {_HAND} (?:[\w£$€₦%,.'-]+ ){{0,6}}?{_GIFT}\b"
            r"|(?:please |kindly |do )?(?:accept|enjoy|(?<!you\s)(?<!I\s)(?<!we\s)have|take|grab yourself|grab|find|redeem|use"
            rf"|collect|pick up) (?:[\w£$€₦%,.'-]+ ){{0,5}}?{_GIFT}\b(?! (?:you|that you) (?:bought|paid|had|ordered))"
            r"|(?:here(?:'s| is| are)|there(?:'s| is| are)|you(?:'ll| will) (?:find|see|get|receive|have)|you(?:'ve| have) got"
            rf"|look out for|watch out for|how about|fancy|would|what about) (?:[\w£$€₦%,.'-]+ ){{0,6}}?{_GIFT}\b"
            rf"|{_GIFT}(?: [\w'-]+){{0,5}}? (?:(?:is|are|'s|will be|should be|has been|have been|was|were)(?: now| already"
            r"| just)? (?:on (?:its|their|the) way|in the post|waiting|added|credited|loaded|yours|coming|winging|with you"
            r"|in your (?:account|inbox|app|wallet)|at reception|set aside|popped|sent)|coming your way|from (?:all|everyone"
            r"|us all|the whole)|for (?:your|the|all the|any) (?:trouble|bother|hassle|wait|patience|upset|time))"
        ),
    ),
    (
        "us me house club firm boss tab gratis compliments courtesy",
        (
            r"(?!bill|order|service|fuel|parking|deliver|shipping|postage|call|invoice|rent|fee|order|day"
            rf"|visit){_TREAT}\b[^.!?;\n]{{0,30}}? on (?:us|me|the (?:house|club|firm|boss|team|shop))\b(?! (?:to|for the"
            r"|that))|on the house\b|gratis\b|with (?:our|my|the \w+'s) compliments\b(?! slip)|courtesy of (?:us|the (?:house"
            r"|team|shop|firm|club|management))|(?:tickets?|pass(?:es)?)[^.!?;\n]{0,30}, on (?:us|the \w+)\b"
        ),
    ),
    (
        "complimentary free",
        (
            r"(?:an?|one|two|three|four|six|some|enjoy|another|with|our|have|your next"
            r"|to) (?<!feel\s)(?<!'m\s)(?<!am\s)(?<!are\s)(?<!smoke-)(?<!nut-)(?<!gluten\s)complimentary (?:[\w-]+"
            rf" ){{0,2}}?{_TREAT}"
            r"|(?:an?|one|two|three|four|six|twelve|some|your next|another|yourself a|with|get|enjoy"
            rf"|\d+) free (?:[\w-]+ ){{0,2}}?{_TREAT}\b"
            r"|(?:next|fourth|fifth|sixth|tenth|first (?=round|drink|coffee|month|pint|class|lesson|session)|following"
            r"|extra) (?:[\w-]+ ){0,3}?(?:is|are|will be|comes?|'s) (?:absolutely |completely |totally |half )?free\b|(?:eat"
            r"|stay|ride|go|play|dine|swim|fly) free\b|for free\b(?= (?:next|on your next|as a|to say))"
        ),
    ),
    (
        "nothing charge",
        (
            r"throw(?:n|ing)? in [^.!?;\n]{2,40} (?:for nothing|at no charge|free)|(?:wash|wax|valet|polish|clean|coffee"
            r"|dessert|breakfast|upgrade|session|lesson)\b[^.!?;\n]{0,40}, (?:no charge|free|for nothing|at no (?:cost"
            r"|charge))"
        ),
    ),
    (
        "off half per cent percent discount fiver tenner flat quid reduction",
        (
            r"(?:[£$€₦]\s?\d[\d.,]*|\d+ ?(?:%|per ?cent|pounds|quid|euros?|dollars|rupees|naira)|a (?:fiver|tenner|bit|little"
            r"|few \w+|quarter|third)|half(?: price)?|half-price|flat (?:rs\.? ?)?\d+|some(?:thing| money)?|money)(?: off"
            rf"| discount| reduction)?(?: on| off| for| from| towards| against)? (?:{_NEXT})\b"
            r"|(?:knock(?:ed|ing)?|take|taken|taking|shav\w+|chop\w*|slic\w+) (?:an?(?:other)? )?(?:[£$€₦]\s?\d[\d.,]*|fiver"
            r"|tenner|\d+ ?(?:%|per ?cent)|bit|little|few \w+|quarter|third)(?: \w+)? off (?:your|the|what)(?= (?:next|bill"
            r"|total|price|invoice|final|order|rent|month))(?! \w+ (?:you (?:should|were)|because))"
            r"|(?:do|give|offer|get|have|gave|given|offered) (?:you )?(?:an? |another |a further |some |our )?(?:\d+ ?(?:%"
            r"|per ?cent)|half|staff|friends?[- ]and[- ]family|one-off|special|small)(?: \w+)? ?(?:off|discount|price"
            r"|reduction|rate)"
        ),
    ),
    (
        "next future towards",
        (
            r"(?:waiv(?:e|ing)|drop|skip|cover|pick up|halve|discount) (?:the |your )?(?:delivery|shipping|postage|fee"
            rf"|booking fee|bill|cost|charge)s? (?:on|for) (?:{_NEXT})|(?:credits?|credit note|[£$€₦]\d+) (?:towards|against"
            rf"|for|on) (?:{_NEXT})\b|next (?:\w+ ){{1,3}}?(?:is|are|will be|'s) (?:on (?:us|me|the house)|free|half[- ]price"
            r"|our treat|my treat|covered)"
        ),
    ),
    (
        "extra bonus double doubled additional unlocked",
        (
            r"(?:\d+ ?\w*|an?|one|two|some|you(?:r|'ve)?|your) (?:extra|bonus|additional) (?:[\w-]+ ){0,2}?(?:weeks?|months?"
            r"|days?|nights?|gb|gigs?|minutes|data|lessons?|sessions?|class(?:es)?|year|hours?)\b(?=[^.!?\n]{0,40}\b(?:added"
            r"|this month|put on|on us|free|membership|subscription|plan|account|for you|courtesy|yours|pass))|\d+ ?(?:gb"
            r"|gigs?) (?:extra\b|of (?:extra|free|bonus) data)|doubled your|double points|(?:channels?|features?|tier|content"
            r"|plan|movies?|sports)(?: \w+){0,2}? (?:is|are|has been|have been) (?:now )?unlocked"
        ),
    ),
    (
        "upgraded upgrade bumped",
        (
            r"(?:I|we)(?:'ve| have|'ll| will)(?: also| just| gladly)? (?:upgraded|upgrade|bumped|moved|bump) you(?: up)? (?:to"
            r"|into) (?:a |an |our |the )?(?:gold|silver|platinum|premium|business|vip|first|elite|pro|plus|suite|executive"
            r"|diamond)\b"
        ),
    ),
    (
        "gesture token amends sorry apology blow trouble bother compensation goodwill courtesy line",
        (
            r"(?:as|by way of) (?:an? |our |some |my |a small |a little )?(?:[\w-]+ ){0,2}?(?:gesture|token|amends"
            r"|compensation|courtesy|goodwill|thank-you|apology|apologies)\b(?= (?:of|we|I|,)|[,.;!]| for | from )"
            r"|(?:something|a little|treat|present|gift|bit)(?: \w+){0,2}? (?:to make up|by way of|to say sorry|to soften"
            r"|to sweeten|for (?:your|the|all the) (?:trouble|bother|hassle))|soften the blow|sweeten the (?:pill|deal)"
            r"|to draw a line under (?:it|this),? (?:we|I)(?:'d|'ll)? (?:give|offer|like)|to say sorry, (?:an?|have|please|we"
            r"|I)"
        ),
    ),
    (
        "little something surprise present thank",
        (
            r"(?:a|some) (?:cheeky |small |little |wee |sweet |special |nice ){1,2}(?:something|surprise|present|gift|treat"
            r"|thank-you|extra)\b(?! (?:that|went|wrong|is wrong|is off|missing))|something (?:nice |sweet |special |tasty "
            r"|little )(?:in the post|for you|in your inbox|on its way)"
        ),
    ),
    ("code checkout", r"code:? [A-Z]{3,12}\d{1,4}\b|(?:code|offer) at (?:the )?(?:checkout|till)"),
    (
        "treat comp shout",
        (
            r"(?:I|we)(?:'d|'ll| would| will| want)? (?:like |love )?(?:to )?(?:treat|comp|shout) you(?: both| all"
            rf"| two)?(?: and (?:an? |your )?\w+)?(?: to)? (?:an?|some|your|the|one|two)?(?: \w+){{0,2}}? ?{_TREAT}\b"
            r"|comp you\b"
        ),
    ),
    (
        "tickets film movie show",
        (
            r"(?:how about|fancy|would you like|enjoy|have) (?:(?:a|an|some|two|a pair of) )?(?:free )?(?:tickets?|film|movie"
            r"|show)\b[^.!?\n]{0,40}(?:on (?:us|the \w+)|from our|with our|free)"
        ),
    ),
    (
        "miles points",
        r"(?:\d[\d,.]*) (?:air ?miles|(?:\w+ )?points|miles) (?:in|on|to|onto) your (?:account|card|app|balance)",
    ),
)
_FOR_IT = (
    r"(?:to say sorry|as an? (?:\w+ )?(?:apology|sorry|thank[- ]you|gesture|token|goodwill|olive branch|peace offering|treat)|by"
    r" way of (?:an? )?(?:\w+ )?(?:apology|thanks|compensation|amends)"
    r"|to make (?:it )?up (?:to you )?for|hoping (?:it|they|that|this) (?:makes?|will make|goes?|helps?)|for (?:your|the|all the"
    r"|all your) (?:trouble|bother|hassle|upset|patience|inconvenience|stress|time|wait|phone calls|disappointment|aggravation"
    r"|worry)"
    r"|with (?:our|my) (?:apologies|compliments|thanks|love)|to cheer (?:you|\w+) up|to (?:soften|sweeten) \w+|from all of us"
    r"|because we (?:messed|let you)|in the hope)"
)
_EXTRA = (
    r"(?:tickets|passes|seats|book|dvd|plant|wine|brunch|spa|lounge|parking|upgrade|cleaning|check-?up|scarf|shirt|toy|teddy"
    r"|sweets|pastries|muffins?|cookies|biscuits|brownies|snacks?|platter|starters?|desserts?|cocktails?|drinks?|coffees?|pints?"
    r"|dinner|lunch|breakfast|supper|meal"
    r"|session|class|lesson|massage|facial|blow-?dry|trim|manicure|wax|wash|valet|service|mot|ride|trip|tour|cruise|night|weekend"
    r"|stay|month|week|year|data|minutes|airtime|bundle|credit|cashback|points|miles|vouchers?|coupons?|hamper|flowers|bouquet"
    r"|basket|bottle|box|card|gift|present|token|discount|something|little extra|surprise)"
)
#: Given where nobody asked for it, told by what it is for, who stands it, or when it may be had.
_STOOD = Turns(
    rf"\b{_NOW} {_HAND} (?!back\b|it\b|this\b|them\b|your (?:refund|money))[^.!?;\n]{{0,50}}?\b{_EXTRA}\b[^.!?;\n]{{0,30}}"
    rf" {_FOR_IT}",
    rf"\b{_FOR_IT}[^.!?;\n]{{0,30}}? (?:we|I|please|here|have|let|there|your|enjoy|the (?:kitchen|chef|team))(?:'ve|'d|'ll|'s)?"
    rf" [^.!?;\n]{{0,40}}?\b{_EXTRA}\b",
    r"\b(?:fifth|third|quarter|half|tenth|tenner|fiver|\d+ ?%|per ?cent|(?:[£$€₦₹]|rs\.? ?)\d[\d.,]*|something|a bit) off"
    r" (?:whatever|anything|any|everything|all|each|every|what you|(?:your|the|a) (?:next|future|following|later|first|new"
    r"|renewal|remaining))\b",
    rf"\b(?:{_EXTRA})(?:'s| is| are|,) on (?:me|us|the house)\b",
    r"\b(?:next|first) [\w-]+(?: [\w-]+)?(?:'s| is| are) (?:on (?:me|us|the house)|my shout|our shout|my treat|our treat|half"
    r" price|complimentary|gratis)\b",
    rf"\b{_TREAT} (?:is|are|will be) (?:free|complimentary|gratis|half[- ]price)\b[^.!?;\n]{{0,50}}\b(?:next|when you (?:come"
    r"|visit|return|dine|stay)|all (?:week|month|summer|season)|on (?:your|the) (?:return|visit))\b",
    r"\bcashback\b[^.!?;\n]{0,30} (?:has been|was|is|will be) (?:added|credited|paid|loaded|sent)",
    r"\bextend(?:ed|ing)? your (?:\w+ )?(?:membership|subscription|pass|plan|trial|cover|access|licence|season ticket|warranty"
    r"|free trial|rental|parking|stay)\b[^.!?;\n]{0,40}\b(?:at no (?:cost|charge|extra)|free|by (?:a|an|one|two|three|six|\d+)"
    r"|for (?:a|an|another|one|two|three)|until|to)\b",
    r"\b(?:drinks?|meal|lunch|coffee|book|beer|food|game|ride|bar|arcade|pizza|swim|parking) (?:tokens?|vouchers?|tickets?"
    r"|stamps?|cards?|pass(?:es)?)\b(?= (?:for (?:each|you|all|both|your|the (?:family|kids|children))|on|in the|to|from|with"
    r"|enclosed|waiting|is|are)|[.,!])",
    r"\b(?:gift|shout|stand|treat|spot|comp|sponsor) (?:you|him|her|them|your \w+|the (?:family|kids|couple|children))(?: both|"
    r" all)? (?:a|an|some|two|the|your|with|to)\b[^.!?;\n]{0,30}",
    rf"\b(?:asked|told|got|instructed|arranged for|arranged with|had) [^.!?;\n]{{3,30}}? (?:to )?(?:bring|send|give|serve|deliver"
    rf"|leave|prepare|set aside|bake|put) (?:you|your \w+|round|up|out|over|along)?[^.!?;\n]{{0,12}}\b(?:an?|some|two)(?:"
    rf" [\w-]+){{0,2}}? (?:{_GIFT}|bunch|cake|dessert|drinks?|champagne|basket|plate|platter)\b",
    rf"\b{_TREAT}\b[^.!?;\n]{{0,40}} (?:is|are) yours\b(?! (?:back|again|until))",
    r"\b(?:make|offer|pay|add|credit|sent|send|made|given|give|issue|issued|approved) (?:you |your account |an? |this |the |with "
    r"|of )*(?:small |modest |one-off )?(?:ex gratia|ex-gratia|goodwill) (?:payment|sum|credit|amount|gesture|award|refund"
    r"|adjustment|discount)\b|\b(?:sum|payment|cheque|award|credit|amount) (?:of (?:[£$€₦₹]|rs\.? ?)\d[\d.,]* )?(?:for|in"
    r" recognition of|in view of|to reflect) (?:your|the) (?:\w+ )?(?:trouble|inconvenience|stress|calls|phone calls|upset"
    r"|distress|time|hassle|disappointment|bother)\b",
    r"\b(?:have|take|accept|enjoy|here's|here is) (?:[£$€₦₹]\d[\d.,]*|a (?:tenner|fiver)|\d+ (?:quid|pounds|bucks)) (?:on|from)"
    r" (?:me|us|the (?:house|club|shop))\b",
    r"\bthrow(?:n|ing)?(?: you)? in (?:the |a |an |some |your |two |free |extra ){1,2}[\w-]+",
    r"\b(?:pick|choose|take|have|help yourselves? to|select|grab|order|enjoy) (?:any|whatever|a|an|whichever|something|anything"
    r"|your)\b[^.!?;\n]{2,50}\b(?:we'll cover (?:it|the)|on us|on me|on the house|for free|our treat|my treat|no charge|with our"
    r" compliments|at our expense|and it's yours|as our guests?|free of charge)\b",
    r"\b(?:sent|send|enclosed|enclose|put|added|left|popped|attached|tucked|reserved|set aside|here are|here's|give|giving|offer"
    r"|have|like you to have|organised|arranged)(?: you| your \w+)?(?: with)?(?: [\w-]+){0,2}? (?:two|a pair of|four|a couple of"
    r"|family|free|guest|complimentary|day) (?:[\w-]+ )?(?:passes|tickets)\b(?! (?:you|for the (?:same|show|14|right)|that you))",
    r"\buse (?:the )?(?:code )?(?![a-z]+ )[a-z]{3,12}\d{1,3}\b",
    r"\b(?:here's|there's|there is|have|enclosed|attached|put|tucked|popped|sent|send|give|giving|add|added|load|loaded)(?:"
    r" you)?(?: [\w-]+){0,2}? (?:[£$€₦₹]|rs\.? ?)\d[\d.,]*(?: \w+)? (?:card|voucher|credit|coupon|gift|airtime|cashback|token"
    r"|code)\b|\b(?:card|credit|airtime|voucher)s?\b[^.!?;\n]{0,50} for (?:the|your|all the) (?:hassle|trouble|wahala|bother"
    r"|inconvenience|upset|stress|wait)\b",
    r"\bdash (?:you|am|your \w+)\b[^.!?;\n]{0,30}",
    r"\b(?:bumped|upgraded|moved|upgrade|bump|promoted) you (?:up )?(?:to|into) (?:a |an |our |the )?(?:gold|silver|platinum"
    r"|premium|business|vip|first|elite|pro|plus|suite|executive|diamond)\b",
    r"\bnext [^.!?;\n]{3,30} (?:won't|will not|doesn't|wouldn't) cost (?:you )?(?:a thing|anything|a penny|a cent|a kobo|a"
    r" rupee)\b",
    r"\b(?:points|credits?|miles|vouchers?|stamps|airtime|bonus)\b[^.!?;\n]{0,35} (?:were|was|have been|has been|will be|are"
    r" being|is being) (?:placed|added|put|credited|loaded|popped|applied|awarded|sent|transferred)\b",
    r"\blet(?:ting)? you off (?:the|your|this|next)\b[^.!?;\n]{0,30}",
    r"\b(?:slip|tuck|pop|throw|add|put|slipped|tucked|popped|added|enclosed|include|included)(?: you)?(?: in)? (?:some|a few|a"
    r" couple of|a little) (?:free |extra )?(?:samples?|treats?|goodies|extras|sweets|biscuits|stickers|minis|freebies|bits)\b",
    r"\b(?:host|treat|take|invite) you (?:both |all |two )?(?:to|for|out (?:to|for)) (?:an? |some |our )?(?:\w+ )?(?:lunch|dinner"
    r"|tea|coffee|drinks?|supper|meal|breakfast|show|match|film)\b",
    r"\b(?:surprise|treat|little something|something nice)\b[^.!?;\n]{0,20} (?:in the post|in your inbox|on (?:its|the) way"
    r"|waiting)\b",
    r"\b(?:rounds?|drinks?|coffees?|lunch|dinner|pints?|cakes?|pudding|dessert|breakfast|ticket|wash|cut|ride|starters?)(?:'s| is"
    r"| are| will be) (?:ours|mine|our treat|our shout)\b",
    r"\b(?:pop|come|drop|swing|call|nip) (?:in|by|over|round|back)(?: again)? (?:for|and (?:have|get|enjoy|collect|claim)) (?:a"
    r"|some|your|an) (?:free|complimentary)?(?: [\w-]+)? ?(?:curry|coffee|drink|meal|pizza|pint|dessert|lunch|dinner|cut"
    r"|blow-?dry|wash|treat|session|class|cake|breakfast|tea|service|goody bag)\b(?= on|[.,]| and we| from|$)",
    r"\b(?:as|be|been|you're|you are) (?:our|my) guests?\b(?= (?:at|for|on|next|when)|[.,!])",
)
_OWED = late(
    (
        r"\b(?:you(?:'d| had| have|'ve)? (?:bought|ordered|booked|asked|paid for|paid|said|say|told|were promised"
        r"|were sold|lost|earned|wanted|chose|saved|collected|wrote|used|won|redeemed|suggested|requested|signed up"
        r"|were due|were owed|never (?:got|had|received))"
        r"|(?:put|is|are|were|was|given|all|gave|(?<!you )comes?|coming|goes|went|going|now|them|it|added) back\b|restor\w+"
        r"|reinstat\w+|recredit\w*|missing|mis-?printed|our error|not given|did ?n[o']t (?:work|apply|arrive|show|come"
        r"|load|reach)|would not (?:work|load)|not (?:work|apply|arriv)\w*|never (?:sent|came|arrived|reached|applied"
        r"|added)"
        r"|expired|run out|of yours|yours already|already yours|valid again|as promised|we promised|was promised|left off|left"
        r" out|taken off (?:by|in)"
        r"|(?:flowers?|bouquet|roses|tulips) (?:\w+ )?for your (?:mother|sister|wife|husband|mum|father|friend|daughter|son"
        r"|brother|nan|aunt)|being made|(?:is|was"
        r"|were|are) (?:made )?(?:again|owed|due)|entitled|the law|statut\w+|licence|from your letter"
        r"|as (?:we )?agreed|we agreed|you agreed"
        r"|(?:no|not an?|without|nor|instead of|rather than|isn't|won't|can't|cannot|don't"
        r"|neither) (?:\w+ ){0,3}?(?:voucher|token|points|gift|gesture|discount|bunch|coupon|flowers|free|treat|hamper)"
        r"|gesture won't|wrong (?:pin|code|amount|price|discount|rate)|(?:voucher|coupon|gift card|hamper|bouquet|flowers?"
        r"|gift|chocolates|tickets|discount|code|points|credit) (?:you|for your|had|was|were|wasn't|that|did|should|has no"
        r"|have no|which|shows?)\b"
        r"|trial|wrongly|mistake|over-?paid|over-?charged|charged twice|overpayment|the (?:days|nights|weeks|hours"
        r"|time) (?:without|you)|back on your(?! next)|back in your|back to your)"
    ),
    re.IGNORECASE,
)
_TURN = late(
    (
        r"\b(?:accept|enjoy|have (?:added|put|sent|given|included|enclosed)|add(?:ed|ing)?|give|giving|given|offer\w*"
        r"|send\w*|sent|here(?:'s| is)|take|off your|off the|off any|next|future|compensat\w+|gesture|token"
        r"|as an? (?!result)|for your|on us|bonus|free|complimentary|enclos\w+|attach\w*|credit\w*|pop\w*|treat\w*|waiting"
        r"|receive|claim|redeem|please|slip\w*|throw\w*|on the house|waiting|there is|there's|have (?:an?|some)"
        r"|something)\b"
    ),
    re.IGNORECASE,
)
WHY = "Nobody has asked yet what would put it right for them."
BETTER = 'Ask first: "What would put this right for you?"'
GIVEN = _GIVEN
#: What is stood them, told by whom or for what.
STOOD = _STOOD


def owed(draft: Draft) -> Callable[[re.Match[str]], bool]:
    """Whether what is named was theirs already, was asked for, or is not given at all."""
    return lambda found: bool(_OWED.search(draft.sentence(found.start())))


def idle(draft: Draft, found: re.Match[str]) -> bool:
    """Whether nothing in the sentence gives the token that is named."""
    return found[0].lower() == "discounted" or not _TURN.search(draft.sentence(found.start()))
