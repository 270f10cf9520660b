"""Knows guilt laid on somebody who leaves: our sacrifice and hurt, a family betrayed, a dark future, others who are worse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from amends.drafts.draft import Draft

LEAVE = (
    r"(?:leav(?:e|es|ing)|go(?:ing|es)? elsewhere|go(?:es|ing)?|cancel(?:s|l?ing)?|quit(?:s|ting)?|switch(?:es|ing)?"
    r"|mov(?:e|es|ing)(?: away| on| your \w+)?|walk(?:s|ing)?(?: away| out)?|pull(?:s|ing)? out|clos(?:e|es|ing)"
    r"|end(?:s|ing)?|abandon(?:s|ing)?|drop(?:s|ping)?|desert(?:s|ing)?|ditch(?:es|ing)?|part(?:ing)?|giv(?:e|ing) up"
    r"|turn(?:ing)? your back|jump(?:ing)? ship|call(?:ing)? it a day)"
)
#: Guilt and pressure whoever reads them.
GUILT = Turns.known_by(
    (
        "end ends ending deserve",
        (
            r"(?:is|was) (?:this|that|it)(?: really| truly)? (?:how|the way|what)(?: \w+){0,6} (?:end|ends|ending"
            r"|deserve)\b(?=[^.!?\n]{0,30}\?)"
        ),
    ),
    (
        "hard badly personally heart heavily",
        (
            r"(?:I|we|team|staff|girls|boys|lads|manager|owner|everyone)(?: here)?(?:'ll| will| would| am| is| are|'m"
            r"|'re)? (?:take|taking|takes|took) (?:this|it|that|your \w+)(?: \w+)? (?:hard|badly|personally|to heart"
            r"|heavily)\b(?! (?:and I|enough))"
        ),
    ),
    (
        "nobody lifeline else",
        (
            r"when (?:nobody|no one|no other \w+|others|everybody else|everyone else)(?: else)? (?:would|wouldn't|turned"
            r"|refused|let you|said no)\b|(?:gave|threw|offered) you a (?:lifeline|break)"
        ),
    ),
    (
        "were",
        (
            r"I(?:'d| would)(?:n't| not| never| think twice before)(?: \w+)? ?(?:leav\w+|walk\w*|giv\w+ (?:up|it)|let\w* go"
            r"|switch\w*|mov\w+|risk\w*|cancel\w*|throw\w*)(?: \w+){0,5} if I were you|if I were you,? I(?:'d| would)(?:n't"
            r"| stay| not| think| keep)"
        ),
    ),
    (
        "account customer client member contract family job wage livelihood",
        (
            r"(?:every|each) (?:\w+ )?(?:account|customer|client|member|contract|family|tenant)(?: that)? (?:we|I"
            r"|that) (?:lose|loses?|leaves?|goes)\w*|(?:somebody|someone)'s (?:job|wage|salary|livelihood|living)"
        ),
    ),
    (
        "way like same well",
        (
            r"(?:no|nobody|no one|no other \w+|nowhere)(?: else| other)?(?: \w+)?(?: will| would| can"
            r"| could)?(?: ever)? (?:knows?|cares?|looks? after|treats?|loves?|does|understands?|serves?"
            r"|makes?)(?: \w+){0,5} (?:the way|like|as well as|as much as|half as) (?:we|us|I|our)\b"
        ),
    ),
    (
        "say think",
        r"what (?:would|will|do you think) (?:she|he|they|your \w+(?: \w+)?) (?:say|think|make of)(?=[^.!?\n]{0,20}\?)",
    ),
    (
        "bent backwards limb bones favour favours favor sweat murmur stuck neck extra mile moved heaven lengths tears",
        (
            r"(?:bent|bend) over backwards?|(?:went|gone|go|going) out on a limb|(?:work\w*|gave|given) (?:\w+ )?(?:fingers"
            r"|socks|hearts?|all|guts)(?: \w+){0,2} (?:off|to the bone|out|for you)\b|after (?:the|all the|that|those|every"
            r"|so many) (?:favou?rs?|kindness\w*|exceptions?|discounts?|effort|hours|time)(?: \w+){0,4} (?:we|I)\b|stuck (?:my"
            r"|our) neck|without a murmur|moved? heaven and earth|blood,? sweat"
        ),
    ),
    (
        (
            "repaid repay thanks reward gratitude grateful ungrateful loyalty loyal disloyal goodwill betray betrayal"
            " betrayed"
        ),
        (
            r"(?:to be|being|is how (?:you|we|I)|how (?:you|we) (?:are|get)) (?:repaid|rewarded|thanked|treated)(?! (?:with"
            r"|as|by|for|in)\b)|(?:this|that"
            r"|is this|so this)(?: is)? (?:the|all the|our|how|what) (?:thanks|reward|gratitude|we get|you repay)|(?:bit"
            r"|little|touch|shade|feels?|feel|very|rather|seems?|not|show|some|shown)(?: of| more| a| some| very| rather"
            r"| any){0,2} (?:ungrateful|disloyal|loyal|gratitude|loyalty|betray\w*)\b(?! (?:card|desk|scheme|points|team"
            r"|programme|discount|to you))|(?:hope|hoped|expect|expected|ask|like)(?: \w+){0,3} (?:same|some|little|bit of"
            r"|more)(?: \w+)? (?:goodwill|loyalty|understanding|gratitude|patience|faith|appreciation)(?: \w+)?(?: in return"
            r"| back| from you)?\b"
        ),
    ),
    (
        (
            "hurts stings hurt sting heartbroken heartbreaking broke break breaks breaking heart hearts gutted devastated"
            " disappointed disappointing upset saddened crushed tears cry cried crying"
        ),
        (
            r"(?:this|that|it)(?: \w+){0,2} (?:stings|hurts|cuts deep|breaks)(?! to read)\b(?=[^.!?\n]{0,40}(?:\bus\b"
            r"|\bme\b|little|bit|like this|after|deeply))|(?:break|breaks|breaking|broke) (?:my|our|\w+'s|\w+) hearts?\b"
            r"|(?:hurts|stings|saddens|pains|kills)(?: \w+)? to (?:be|see|think|hear|lose)(?: \w+)? (?:repaid|you|that you"
            r"|thrown|dropped|left|like)|(?:I|we|I'm|we're|the \w+(?: in the \w+)?|everyone \w*|all of us|staff)(?:'m|'re| am"
            r"| are| were| was| is)? (?:\w+ly |so |all |just |very |a bit |rather ){0,2}(?:gutted|devastated|heartbroken"
            r"|upset|crushed|in tears|disappointed|hurt|crying)(?:,)? (?:that|to (?:hear|see|lose|think)|about|at|by"
            r"|you)(?: \w+){0,2} (?:you(?! (?:were|had|did|felt|have|found|feel)\b)(?:'re|'d| are| would| want| chose"
            rf"| decided)?|{LEAVE}|lose|losing|decision)\b"
        ),
    ),
    (
        (
            "rely depend depends live survive livelihood jobs commission feed trouble close targets target rating ratings"
            " numbers shutters die"
        ),
        (
            r"(?:live|survive|live or die|depend|rely|relies|depends)(?: \w+){0,3} (?:by|on|off) (?:customers?|clients?"
            r"|members?|people|families|folks?|you|your) ?(?:like you|loyalty|such as you)?\b(?=[^.!?\n]{0,40}(?:like you"
            r"|loyal|custom|business|you\b))|(?:have|got|has)(?: \w+){0,2} (?:a family|famil\w+|children|kids|mouths|bills"
            r"|a mortgage)(?: \w+)? to (?:feed|support|pay|think of)|(?:my|his|her|our) (?:commission|bonus|targets?|numbers"
            r"|job|livelihood|neck|figures)(?= (?:depends?|is on|are on|suffers?|rests?|takes?|goes?)\b)"
            r"|most of my (?:commission|income|work|trade)|(?:I'd|I will|I'll|I would|I)(?: \w+){0,2} (?:in trouble"
            r"|in hot water|carpeted|hauled)|(?:one|ones) (?:in trouble|who (?:gets|pays|suffers))|(?:will|may|might"
            r"|would) (?:have to|be forced to) (?:close|shut|lay off|let people go|cut jobs)|(?:rating|score|numbers?"
            r"|figures)s? (?:tanks?|drops?|suffers?|falls?|takes? a hit)"
        ),
    ),
    (
        "family",
        (
            r"(?:thought|believed|considered|saw|felt|feel|counted)(?: of)?(?: \w+){0,4} (?:part|one|member|members) of (?:the"
            r"|our) (?:\w+ )?family\b(?=[^.!?\n]{0,20}[.!?]|,)|(?:like|as) family to us|(?:families|family) (?:don't|doesn't"
            r"|do not|never|stick)"
        ),
    ),
    (
        "crawling kicking regret regrets back sorry rue miss",
        (
            r"(?:come|comes|coming|came) (?:crawling|running|begging|straight) back|kicking yoursel\w+|(?:you|you'll|people"
            r"|they|most|many|everyone|customers?|members?|those)(?: who (?:leave|go|switch|cancel)| will| may| might| usually"
            r"| always| soon| often| only| would| do| all){0,3} (?:regret|rue|come to regret|be back|wish you"
            r"|end up (?:regret|back|paying|coming))\w*|(?:decision|choice|move|step)(?: that)? you(?:'ll| will| may| might|'d"
            r"| would) (?:\w+ )?regret|(?:rash|hasty) (?:decision|move|choice|thing)"
        ),
    ),
    (
        "throw throwing thrown waste wasted wipe wipes wiped nothing",
        (
            r"(?:throw|throwing|thrown|chuck\w*|toss\w*|flush\w*|wast\w+)(?: all)?(?: that| it| this"
            r"| away){0,3} (?:away )?(?:a |an |your |all |the |those |so many |everything |\w+ years"
            r"|years)(?=[^.!?\n]{0,40}(?:years?|record|built|discount|progress|history|relationship|loyalty|worked|points"
            r"|streak))|(?:wipe|wipes|undo|undoes|cancel|cancels|erase|erases"
            r"|outweigh\w*)(?: out)? (?:all )?(?:\w+ ){0,3}years|(?:years?|months?|payments?|effort|work"
            r"|everything)(?: \w+){0,4} (?:be|was|were|is|are|been|go|went) (?:all )?(?:for nothing|in vain|down the drain"
            r"|to waste|wasted)"
        ),
    ),
    (
        "chance chances benefit",
        (
            r"(?:everyone|everybody|we all|we|all of us|anyone|don't we)(?: surely| all| do)? (?:deserves?|makes?"
            r"|needs?) (?:a second|a|another|mistakes|one more|a fair) ?(?:second |last |fresh )?(?:chance|mistakes?|start)?\b"
        ),
    ),
    (
        "worse door else elsewhere providers others rivals competitors big boys grass anywhere",
        (
            r"(?:other|another|any other|the other|rival|bigger|cheaper|most|new) (?:providers?|firms?|compan(?:y|ies)|shops?"
            r"|gyms?|banks?|suppliers?|garages?|insurers?|networks?|schools?|clinics?|outfits?|lot)(?: \w+){0,2} (?:will|would"
            r"|won't|wouldn't|are|is|aren't|can't|don't|only)(?: \w+){0,3} (?:worse|let you down|no better|same|rip you"
            r"|charge you|care|treat|look after|overcharge|hidden|cowboys|come close|match)|where else (?:would|will|could|can"
            r"|are|do|you)|(?:luck|fun) (?:finding|getting|with|at) [^.!?\n]{0,40}|anywhere else(?=[^.!?\n]{0,30}(?:like|as we"
            r"|as good|this price))|(?:others|they|the others|that lot|competitors|rivals)(?:'ll| will| won't| would| are"
            r"| only){1,2}(?: \w+){0,2} (?:let you down|be worse|care|worse|rob|fleece|rip you)"
        ),
    ),
    (
        "customer customers person member kind founding first",
        (
            r"(?:don't|do not|hate to|wouldn't want to) be (?:that|the|the kind of|one of those|the sort of"
            r"|the only) (?:customer|person|member|client|guest|tenant|one|parent)s? (?:who|that)\b|(?:you'd|you would|you'll"
            r"|you will) be (?:the|our|only the) (?:first|only|second)(?: \w+){0,5} (?:to (?:leave|go|quit|cancel|walk|drop"
            r"|desert|give up))"
        ),
    ),
    (
        "realise realize know understand aware",
        (
            r"(?:do you|you do|I hope you|surely you|you must|hope you)(?: \w+)? (?:realise|realize|understand|know"
            r"|appreciate)(?: that)? (?:you(?:'ll|'d| will| would)|your|everything|all|it|this|we"
            r"|how)(?=[^.!?\n]{0,80}\b(?:vanish\w*|lose|disappear\w*|gone|forfeit\w*|wiped|goes|leaves?|cancel\w*|close"
            r"|affects?|means|hard))"
        ),
    ),
    (
        "fair small over",
        (
            r"(?:leave|leaving|quit|quitting|drop|dropping|end|ended|ending|walk out|walking out|go"
            r"|throw)(?: \w+){0,4} (?:over|because of|for|due to)(?: just)? (?:one|a|this|such a|this one|a single"
            r"|one single|something so)(?: \w+)? ?(?:small|little|tiny|trivial|minor|single|invoice|matter|mistake|hiccup|slip"
            r"|bill|delivery|error|mix-?up|incident|thing|bad)\b"
        ),
    ),
    (
        "surely",
        r"surely (?:one|a single|that|this)(?: \w+){0,3} (?:doesn't|does not|can't|cannot|isn't|shouldn't|won't|is no)",
    ),
    (
        "hang minute moment until seconds",
        (
            r"(?:hold|keep|honou?r|offer)(?: \w+){0,3} (?:only )?(?:until|till|while) you(?:'re| are)? (?:hang up"
            r"|put the phone|close|on the (?:line|phone|call)|end (?:this|the) (?:call|chat))|(?:offer|price|deal) (?:dies"
            r"|ends|expires|goes|disappears|is gone) (?:when|once|the (?:moment|minute|second)) (?:you|this)"
        ),
    ),
    (
        "door doors",
        (
            r"the door (?:you(?:'re| are)|that you)(?: \w+){0,2} (?:clos|shut|walk)\w*|(?:door|offer|rate|terms"
            r"|price)(?: \w+){0,3} (?:does not|doesn't|won't|will not|never) (?:re-?open|come back|be open|stay open)"
        ),
    ),
    (
        "conscience head happens anything",
        (
            r"that(?:'s| is|'ll be| will be| would be) (?:on|all on) (?:you|your (?:head|conscience|own head))\b"
            r"|on your (?:conscience|own head)"
        ),
    ),
    (
        "unfair thought imagined friends mattered",
        (
            r"(?:I|we)(?:'d| had)? (?:thought|believed|imagined|always thought|honestly thought|assumed) (?:that )?(?:we|you"
            r"|our|this)(?: \w+){0,2} (?:friends|part of|family|loyal|better than|more than|different|meant|valued"
            r"|had something|got on|with us for)"
        ),
    ),
)
_FAIR = late(
    (
        r"\b(?:we let you down|as you asked|either way|up to you, and|I understand|you asked what|it(?:'s| is) cancelled"
        r"|closed it|no need to answer|I'd leave too|perfectly all right|free to go|don't worry|(?:will|is|are) kept"
        r"|stays? on the server|come with you|whichever way|hurts to read|because it's right|won't try|owe us no|(?:don't"
        r"|not) (?:write|writing|ring|ringing|here) to|(?:not|n't|never)(?: \w+){0,3} (?:talk|persuade|convince|win) you"
        r"|not (?:going|here"
        r"|trying) to (?:talk|persuade|change)|nobody will (?:talk|try|ring)|used to ring|go (?:chas|ring|look)\w*|I wiped"
        r"|charge was|right one)\b"
    ),
    re.IGNORECASE,
)


def respected(draft: Draft, found: re.Match[str]) -> bool:
    """Whether the sentence lets them go, or takes the blame."""
    return bool(_FAIR.search(draft.sentence(found.start())))
