"""Knows the tokens that are given for trouble: treats, points and money off next time; not what was owed, bought, lost or asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.frames import Frames
from amends.drafts.cue import late

if TYPE_CHECKING:
    from collections.abc import Callable

    from amends.drafts.draft import Draft

#: Given for nothing but goodwill, whatever else is said.
_GIFT = (
    r"(?:vouchers?|coupons?|e-?cards?|gift ?cards?|(?:\w+ )?(?:points|miles|stamps|credits)|airtime|top-?up|chocolates?|truffles|sweets|flowers|bouquet|tulips|roses|hamper|fruit basket|bottle of [\w ]{3,20}"
    r"|prosecco|champagne|bubbly|fizz|gifts?|good(?:ie|y) ?bag|treats?|tote(?: bag)?|mugs?|t-?shirt|keyring|spa (?:day|pass|voucher)|season (?:pass|ticket)|day pass|guest pass|(?:[\w-]+ )?cashback"
    r"|(?:amazon|itunes|google|starbucks|store|shop|gift|cash) (?:card|credit)|loyalty \w+|afternoon tea|samples?|swag|box of [\w ]{3,20}|thank-you credit|goodwill (?:gesture|payment|credit|voucher|gift|points)|promo(?:tional)? code|discount(?: code)?)"
)
#: Given for goodwill where it is free, extra or next time.
_TREAT = (
    r"(?:coffees?|teas?|drinks?|rounds?|pints?|beers?|cocktails?|lunch|dinners?|meals?|breakfasts?|desserts?|puddings?|pizzas?|starters?|sides?|donuts?|doughnuts?|ice creams?|cakes?|nights?|stays?|weekends?|sessions?|lessons?"
    r"|class(?:es)?|months?|weeks?|days?|years?|quarter|haircuts?|cut|blow-?dry|colour|massage|facial|manicure|wash|wax|valet|polish|service|clean|mot|check-?up|health check|oil change|tyre check|film|movie|tickets?|upgrade|rides?|trips?"
    r"|deliver(?:y|ies)|shipping|postage|orders?|gb|gigs?|data|minutes|texts|calls|channels|moisturi[sz]er|cream|charger|case|cable|kit|accessory|refills?|bags?|book|bouquet|pass(?:es)?|parking|spins?|game|match|round of golf|visits?|bookings?|bills?|recharge|purchases?|shop|invoice|rent|fee|subscription|membership|premium|plan|plate|bowl|menu|fuel|car wash|photo|print|mug|portion|slice|appetizers?|wine|bottle|glass)"
)
_HAND = (
    r"(?:popp?(?:ed|ing)?|add(?:ed|ing)?|put(?:ting)?|credit(?:ed|ing)?|load(?:ed|ing)?|giv(?:e|en|ing)|gave|send(?:ing)?|sent|slip(?:ped)?|throw(?:n|ing)?(?: in)?|threw|offer(?:ed|ing)?|present|treat(?:ed)?|set aside|arrang(?:e|ed)"
    r"|leav(?:e|ing)|left|comp(?:ed)?|doubl(?:e|ed)|tripled|unlock(?:ed)?|gift(?:ed)?|bung(?:ed)?|chuck(?:ed)?|stick|stuck|topp?(?:ed)?(?: you)? up|enclos(?:e|ed|ing)|attach(?:ed)?|includ(?:e|ed)|issu(?:e|ed)|award(?:ed)?|do|let you have|signed off|extend(?:ed)?|tuck(?:ed)?|dropp?(?:ed|ing)?)"
)
_NOW = r"(?:(?:I|we)(?:'ve|'ll|'d|'m|'re| have| has| will| would| can| could| shall| should| am| are)?(?: also| just| now| gladly| happily| like to| love to| going to| be| been| even| the liberty of| taken| had \w+ \w+){0,4}|let me|please|may (?:we|I)|can (?:we|I)|to say sorry, (?:we|I)|and)"
_NEXT = r"(?:your|the|a|any|all|whatever|what|next|future)(?: \w+){0,4}? ?(?:next|future|coming|following|another)"

_GIVEN = Frames(
    (
        "voucher vouchers coupon coupons card e ecard points miles stamps credits credit airtime top chocolates chocolate truffles sweets flowers bouquet tulips roses hamper basket bottle prosecco champagne bubbly fizz gift gifts"
        " goodie goody treat treats tote mug mugs shirt keyring spa season pass cashback loyalty tea sample samples box goodwill code discount swag",
        rf"{_NOW} {_HAND} (?:[\w£$€₦%,.'-]+ ){{0,6}}?{_GIFT}\b"
        rf"|(?:please |kindly |do )?(?:accept|enjoy|(?<!you\s)(?<!I\s)(?<!we\s)have|take|grab yourself|grab|find|redeem|use|collect|pick up) (?:[\w£$€₦%,.'-]+ ){{0,5}}?{_GIFT}\b(?! (?:you|that you) (?:bought|paid|had|ordered))"
        rf"|(?:here(?:'s| is| are)|there(?:'s| is| are)|you(?:'ll| will) (?:find|see|get|receive|have)|you(?:'ve| have) got|look out for|watch out for|how about|fancy|would|what about) (?:[\w£$€₦%,.'-]+ ){{0,6}}?{_GIFT}\b"
        rf"|{_GIFT}(?: [\w'-]+){{0,5}}? (?:(?:is|are|'s|will be|should be|has been|have been|was|were)(?: now| already| just)? (?:on (?:its|their|the) way|in the post|waiting|added|credited|loaded|yours|coming|winging|with you|in your (?:account|inbox|app|wallet)|at reception|set aside|popped|sent)|coming your way|from (?:all|everyone|us all|the whole)|for (?:your|the|all the|any) (?:trouble|bother|hassle|wait|patience|upset|time))",
    ),
    (
        "us me house club firm boss tab gratis compliments courtesy",
        rf"(?!bill|order|service|fuel|parking|deliver|shipping|postage|call|invoice|rent|fee|order|day|visit){_TREAT}\b[^.!?;\n]{{0,30}}? on (?:us|me|the (?:house|club|firm|boss|team|shop))\b(?! (?:to|for the|that))|on the house\b|gratis\b|with (?:our|my|the \w+'s) compliments\b(?! slip)|courtesy of (?:us|the (?:house|team|shop|firm|club|management))|(?:tickets?|pass(?:es)?)[^.!?;\n]{{0,30}}, on (?:us|the \w+)\b",
    ),
    (
        "complimentary free",
        rf"(?:an?|one|two|three|four|six|some|enjoy|another|with|our|have|your next|to) (?<!feel\s)(?<!'m\s)(?<!am\s)(?<!are\s)(?<!smoke-)(?<!nut-)(?<!gluten\s)complimentary (?:[\w-]+ ){{0,2}}?{_TREAT}"
        rf"|(?:an?|one|two|three|four|six|twelve|some|your next|another|yourself a|with|get|enjoy|\d+) free (?:[\w-]+ ){{0,2}}?{_TREAT}\b"
        rf"|(?:next|fourth|fifth|sixth|tenth|first (?=round|drink|coffee|month|pint|class|lesson|session)|following|extra) (?:[\w-]+ ){{0,3}}?(?:is|are|will be|comes?|'s) (?:absolutely |completely |totally |half )?free\b|(?:eat|stay|ride|go|park|play|dine|swim|fly) free\b|for free\b(?= (?:next|on your next|as a|to say))",
    ),
    (
        "nothing charge",
        rf"throw(?:n|ing)? in [^.!?;\n]{{2,40}} (?:for nothing|at no charge|free)|(?:wash|wax|valet|polish|clean|coffee|dessert|breakfast|upgrade|session|lesson)\b[^.!?;\n]{{0,40}}, (?:no charge|free|for nothing|at no (?:cost|charge))",
    ),
    (
        "off half per cent percent discount fiver tenner flat quid reduction",
        rf"(?:[£$€₦]\s?\d[\d.,]*|\d+ ?(?:%|per ?cent|pounds|quid|euros?|dollars|rupees|naira)|a (?:fiver|tenner|bit|little|few \w+|quarter|third)|half(?: price)?|half-price|flat (?:rs\.? ?)?\d+|some(?:thing| money)?|money)(?: off| discount| reduction)?(?: on| off| for| from| towards| against)? (?:{_NEXT})\b"
        rf"|(?:knock(?:ed|ing)?|take|taken|taking|shav\w+|chop\w*|slic\w+) (?:an?(?:other)? )?(?:[£$€₦]\s?\d[\d.,]*|fiver|tenner|\d+ ?(?:%|per ?cent)|bit|little|few \w+|quarter|third)(?: \w+)? off (?:your|the|what)(?= (?:next|bill|total|price|invoice|final|order|rent|month))(?! \w+ (?:you (?:should|were)|because))"
        rf"|(?:do|give|offer|get|have|gave|given|offered) (?:you )?(?:an? |another |a further |some |our )?(?:\d+ ?(?:%|per ?cent)|half|staff|friends?[- ]and[- ]family|one-off|special|small)(?: \w+)? ?(?:off|discount|price|reduction|rate)",
    ),
    (
        "next future towards",
        rf"(?:waiv(?:e|ing)|drop|skip|cover|pick up|halve|discount) (?:the |your )?(?:delivery|shipping|postage|fee|booking fee|bill|cost|charge)s? (?:on|for) (?:{_NEXT})|(?:credits?|credit note|[£$€₦]\d+) (?:towards|against|for|on) (?:{_NEXT})\b|next (?:\w+ ){{1,3}}?(?:is|are|will be|'s) (?:on (?:us|me|the house)|free|half[- ]price|our treat|my treat|covered)",
    ),
    (
        "extra bonus double doubled additional unlocked",
        rf"(?:\d+ ?\w*|an?|one|two|some|you(?:r|'ve)?|your) (?:extra|bonus|additional) (?:[\w-]+ ){{0,2}}?(?:weeks?|months?|days?|nights?|gb|gigs?|minutes|data|lessons?|sessions?|class(?:es)?|year|hours?)\b(?=[^.!?\n]{{0,40}}\b(?:added|this month|put on|on us|free|membership|subscription|plan|account|for you|courtesy|yours|pass))|\d+ ?(?:gb|gigs?) (?:extra\b|of (?:extra|free|bonus) data)|doubled your|double points|(?:channels?|features?|tier|content|plan|movies?|sports)(?: \w+){{0,2}}? (?:is|are|has been|have been) (?:now )?unlocked",
    ),
    (
        "upgraded upgrade bumped",
        r"(?:I|we)(?:'ve| have|'ll| will)(?: also| just| gladly)? (?:upgraded|upgrade|bumped|moved|bump) you(?: up)? (?:to|into) (?:a |an |our |the )?(?:gold|silver|platinum|premium|business|vip|first|elite|pro|plus|suite|executive|diamond)\b",
    ),
    (
        "gesture token amends sorry apology blow trouble bother compensation goodwill courtesy line",
        r"(?:as|by way of) (?:an? |our |some |my |a small |a little )?(?:[\w-]+ ){0,2}?(?:gesture|token|amends|compensation|courtesy|goodwill|thank-you|apology|apologies)\b(?= (?:of|we|I|,)|[,.;!]| for | from )"
        r"|(?:something|a little|treat|present|gift|bit)(?: \w+){0,2}? (?:to make up|by way of|to say sorry|to soften|to sweeten|for (?:your|the|all the) (?:trouble|bother|hassle))|soften the blow|sweeten the (?:pill|deal)|to draw a line under (?:it|this),? (?:we|I)(?:'d|'ll)? (?:give|offer|like)|to say sorry, (?:an?|have|please|we|I)",
    ),
    (
        "little something surprise present thank",
        r"(?:a|some) (?:cheeky |small |little |wee |sweet |special |nice ){1,2}(?:something|surprise|present|gift|treat|thank-you|extra)\b(?! (?:that|went|wrong|is wrong|is off|missing))|something (?:nice |sweet |special |tasty |little )(?:in the post|for you|in your inbox|on its way)",
    ),
    ("code checkout", r"code:? [A-Z]{3,12}\d{1,4}\b|(?:code|offer) at (?:the )?(?:checkout|till)"),
    (
        "treat comp shout",
        rf"(?:I|we)(?:'d|'ll| would| will| want)? (?:like |love )?(?:to )?(?:treat|comp|shout) you(?: both| all| two)?(?: and (?:an? |your )?\w+)?(?: to)? (?:an?|some|your|the|one|two)?(?: \w+){{0,2}}? ?{_TREAT}\b|comp you\b",
    ),
    (
        "tickets film movie show",
        r"(?:how about|fancy|would you like|enjoy|have) (?:(?:a|an|some|two|a pair of) )?(?:free )?(?:tickets?|film|movie|show)\b[^.!?\n]{0,40}(?:on (?:us|the \w+)|from our|with our|free)",
    ),
    (
        "miles points",
        r"(?:\d[\d,.]*) (?:air ?miles|(?:\w+ )?points|miles) (?:in|on|to|onto) your (?:account|card|app|balance)",
    ),
)
_OWED = late(
    r"\b(?:you(?:'d| had| have|'ve)? (?:bought|ordered|booked|asked|paid for|paid|said|say|told|were promised|were sold|lost|earned|wanted|chose|saved|collected|wrote|used|won|redeemed|suggested|requested|signed up|were due|were owed|never (?:got|had|received))"
    r"|(?:put|is|are|were|was|given|all|gave|comes?|coming|goes|went|going|now|them|it|added) back\b|restor\w+|reinstat\w+|recredit\w*|missing|mis-?printed|our error|did ?n[o']t (?:work|apply|arrive|show|come|load|reach)|would not (?:work|load)|not (?:work|apply|arriv)\w*|never (?:sent|came|arrived|reached|applied|added)"
    r"|expired|valid again|as promised|we promised|was promised|left off|left out|taken off (?:by|in)|for your (?:mother|sister|wife|husband|mum|father|friend|daughter|son|brother|nan|aunt)|being made|(?:is|was|were|are) (?:made )?(?:again|owed|due|yours)|entitled|the law|statut\w+|licence|from your letter|as (?:we )?agreed|we agreed|you agreed"
    r"|(?:no|not an?|without|nor|instead of|rather than|isn't|won't|can't|cannot|don't|neither) (?:\w+ ){0,3}?(?:voucher|token|points|gift|gesture|discount|bunch|coupon|flowers|free|treat|hamper)|gesture won't|wrong (?:pin|code|amount|price|discount|rate)|(?:voucher|coupon|gift card|hamper|bouquet|flowers?|gift|chocolates|tickets|discount|code|points|credit) (?:you|for your|had|was|were|wasn't|that|did|should|has no|have no|which|shows?)\b"
    r"|trial|wrongly|mistake|over-?paid|over-?charged|charged twice|overpayment|the (?:days|nights|weeks|hours|time) (?:without|you)|back on your|back in your|back to your)",
    re.IGNORECASE,
)
_TURN = late(
    r"\b(?:accept|enjoy|have (?:added|put|sent|given|included|enclosed)|add(?:ed|ing)?|give|giving|given|offer\w*|send\w*|sent|here(?:'s| is)|take|off your|off the|off any|next|future|compensat\w+|gesture|token|as an? (?!result)|for your|on us|bonus|free|complimentary|enclos\w+|attach\w*|credit\w*|pop\w*|treat\w*|waiting|receive|claim|redeem|please|slip\w*|throw\w*|on the house|waiting|there is|there's|have (?:an?|some)|something)\b",
    re.IGNORECASE,
)
WHY = "Nobody has asked yet what would put it right for them."
BETTER = 'Ask first: "What would put this right for you?"'
GIVEN = _GIVEN


def owed(draft: Draft) -> Callable[[re.Match[str]], bool]:
    """Whether what is named was theirs already, was asked for, or is not given at all."""
    return lambda found: bool(_OWED.search(draft.sentence(found.start())))


def idle(draft: Draft, found: re.Match[str]) -> bool:
    """Whether nothing in the sentence gives the token that is named."""
    return found[0].lower() == "discounted" or not _TURN.search(draft.sentence(found.start()))
