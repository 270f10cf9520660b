"""Knows guilt and pressure on somebody who leaves: our sacrifice, their loss, a dark future, hurdles on the way out, pleading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.frames import Frames
from amends.drafts.cue import late

if TYPE_CHECKING:
    from amends.drafts.draft import Draft

_LEAVE = r"(?:leav(?:e|es|ing)|go(?:ing|es)? elsewhere|go(?:es|ing)?|cancel(?:s|l?ing)?|quit(?:s|ting)?|switch(?:es|ing)?|mov(?:e|es|ing)(?: away| on| your \w+)?|walk(?:s|ing)?(?: away| out)?|pull(?:s|ing)? out|clos(?:e|es|ing)|end(?:s|ing)?|abandon(?:s|ing)?|drop(?:s|ping)?|desert(?:s|ing)?|ditch(?:es|ing)?|part(?:ing)?|giv(?:e|ing) up|turn(?:ing)? your back|jump(?:ing)? ship|call(?:ing)? it a day)"
#: Guilt and pressure whoever reads them.
GUILT = Frames(
    (
        "bent backwards limb bones favour favours favor sweat murmur stuck neck extra mile moved heaven lengths tears",
        r"(?:bent|bend) over backwards?|(?:went|gone|go|going) out on a limb|(?:work\w*|gave|given) (?:\w+ )?(?:fingers|socks|hearts?|all|guts)(?: \w+){0,2} (?:off|to the bone|out|for you)\b|after (?:the|all the|that|those|every|so many) (?:favou?rs?|kindness\w*|exceptions?|discounts?|effort|hours|time)(?: \w+){0,4} (?:we|I)\b|stuck (?:my|our) neck|without a murmur|moved? heaven and earth|blood,? sweat",
    ),
    (
        "repaid repay thanks reward gratitude grateful ungrateful loyalty loyal disloyal goodwill return thank betray betrayal betrayed",
        rf"(?:to be|being|is how (?:you|we|I)|how (?:you|we) (?:are|get)) (?:repaid|rewarded|thanked|treated)|(?:this|that|is this|so this)(?: is)? (?:the|all the|our|how|what) (?:thanks|reward|gratitude|we get|you repay)|(?:bit|little|touch|shade|feels?|feel|very|rather|seems?|not|show|some|shown)(?: of| more| a| some| very| rather| any){{0,2}} (?:ungrateful|disloyal|loyal|gratitude|loyalty|betray\w*)\b(?! (?:card|desk|scheme|points|team|programme|discount|to you))|(?:hope|hoped|expect|expected|ask|like)(?: \w+){{0,3}} (?:same|some|little|bit of|more)(?: \w+)? (?:goodwill|loyalty|understanding|gratitude|patience|faith|appreciation)(?: \w+)?(?: in return| back| from you)?\b",
    ),
    (
        "hurts stings hurt sting heartbroken heartbreaking broke break breaks breaking heart hearts gutted devastated disappointed disappointing upset saddened crushed tears cry cried crying",
        rf"(?:this|that|it)(?: \w+){{0,2}} (?:stings|hurts|cuts deep|breaks)(?! to read)\b(?=[^.!?\n]{{0,40}}(?:\bus\b|\bme\b|little|bit|like this|after|deeply))|(?:break|breaks|breaking|broke) (?:my|our|\w+'s|\w+) hearts?\b|(?:hurts|stings|saddens|pains|kills)(?: \w+)? to (?:be|see|think|hear|lose)(?: \w+)? (?:repaid|you|that you|thrown|dropped|left|like)|(?:I|we|I'm|we're|the \w+(?: in the \w+)?|everyone \w*|all of us|staff)(?:'m|'re| am| are| were| was| is)? (?:\w+ly |so |all |just |very |a bit |rather ){{0,2}}(?:gutted|devastated|heartbroken|upset|crushed|in tears|disappointed|hurt|crying)(?:,)? (?:that|to (?:hear|see|lose|think)|about|at|by|you)(?: \w+){{0,2}} (?:you(?:'re|'d| are| would| want| chose| decided)?|{_LEAVE}|lose|losing|decision)\b",
    ),
    (
        "rely depend depends live survive livelihood jobs commission feed trouble close targets target rating ratings numbers shutters die",
        r"(?:live|survive|live or die|depend|rely|relies|depends)(?: \w+){0,3} (?:by|on|off) (?:customers?|clients?|members?|people|families|folks?|you|your) ?(?:like you|loyalty|such as you)?\b(?=[^.!?\n]{0,40}(?:like you|loyal|custom|business|you\b))|(?:have|got|has)(?: \w+){0,2} (?:a family|famil\w+|children|kids|mouths|bills|a mortgage)(?: \w+)? to (?:feed|support|pay|think of)|(?:my|his|her|our) (?:commission|bonus|targets?|numbers|job|livelihood|neck|figures)(?= (?:depends?|is on|are on|suffers?|rests?|takes?|goes?)\b)|most of my (?:commission|income|work|trade)|(?:I'd|I will|I'll|I would|I)(?: \w+){0,2} (?:in trouble|in hot water|carpeted|hauled)|(?:one|ones) (?:in trouble|who (?:gets|pays|suffers))|(?:will|may|might|would) (?:have to|be forced to) (?:close|shut|lay off|let people go|cut jobs)|(?:rating|score|numbers?|figures)s? (?:tanks?|drops?|suffers?|falls?|takes? a hit)",
    ),
    (
        "family",
        r"(?:part|one|member|members) of (?:the|our) (?:\w+ )?family\b(?=[^.!?\n]{0,20}[.!?]|,)|(?:like|as) family to us|(?:families|family) (?:don't|doesn't|do not|never|stick)",
    ),
    (
        "crawling kicking regret regrets back sorry rue miss",
        rf"(?:come|comes|coming|came) (?:crawling|running|begging|straight) back|kicking yoursel\w+|(?:you|you'll|people|they|most|many|everyone|customers?|members?|those)(?: who (?:leave|go|switch|cancel)| will| may| might| usually| always| soon| often| only| would| do| all){{0,3}} (?:regret|rue|come to regret|be back|wish you|end up (?:regret|back|paying|coming))\w*|(?:decision|choice|move|step)(?: that)? you(?:'ll| will| may| might|'d| would) (?:\w+ )?regret|(?:rash|hasty) (?:decision|move|choice|thing)",
    ),
    (
        "throw throwing thrown waste wasted wipe wipes wiped nothing",
        r"(?:throw|throwing|thrown|chuck\w*|toss\w*|flush\w*|wast\w+)(?: all)?(?: that| it| this| away){0,3} (?:away )?(?:a |an |your |all |the |those |so many |everything |\w+ years|years)(?=[^.!?\n]{0,40}(?:years?|record|built|discount|progress|history|relationship|loyalty|worked|points|streak))|(?:wipe|wipes|undo|undoes|cancel|cancels|erase|erases|outweigh\w*)(?: out)? (?:all )?(?:\w+ ){0,3}years|(?:years?|months?|payments?|effort|work|everything)(?: \w+){0,4} (?:be|was|were|is|are|been|go|went) (?:all )?(?:for nothing|in vain|down the drain|to waste|wasted)",
    ),
    (
        "chance chances benefit",
        r"(?:everyone|everybody|we all|we|all of us|anyone|don't we)(?: surely| all| do)? (?:deserves?|makes?|needs?) (?:a second|a|another|mistakes|one more|a fair) ?(?:second |last |fresh )?(?:chance|mistakes?|start)?\b",
    ),
    (
        "worse door else elsewhere providers others rivals competitors big boys grass anywhere",
        r"(?:other|another|any other|the other|rival|bigger|cheaper|most|new) (?:providers?|firms?|compan(?:y|ies)|shops?|gyms?|banks?|suppliers?|garages?|insurers?|networks?|schools?|clinics?|outfits?|lot)(?: \w+){0,2} (?:will|would|won't|wouldn't|are|is|aren't|can't|don't|only)(?: \w+){0,3} (?:worse|let you down|no better|same|rip you|charge you|care|treat|look after|overcharge|hidden|cowboys|come close|match)|where else (?:would|will|could|can|are|do|you)|(?:luck|fun) (?:finding|getting|with|at) [^.!?\n]{0,40}|anywhere else(?=[^.!?\n]{0,30}(?:like|as we|as good|this price))|(?:others|they|the others|that lot|competitors|rivals)(?:'ll| will| won't| would| are| only){1,2}(?: \w+){0,2} (?:let you down|be worse|care|worse|rob|fleece|rip you)",
    ),
    (
        "customer customers person member first kind type only one",
        rf"(?:don't|do not|hate to|wouldn't want to) be (?:that|the|the kind of|one of those|the sort of|the only) (?:customer|person|member|client|guest|tenant|one|parent)s? (?:who|that)\b|(?:you'd|you would|you'll|you will) be (?:the|our|only the) (?:first|only|second)(?: \w+){{0,5}} (?:to (?:leave|go|quit|cancel|walk|drop|desert|give up))",
    ),
    (
        "realise realize know understand aware",
        rf"(?:do you|you do|I hope you|surely you|you must|hope you)(?: \w+)? (?:realise|realize|understand|know|appreciate)(?: that)? (?:you(?:'ll|'d| will| would)|your|everything|all|it|this|we|how)(?=[^.!?\n]{{0,80}}\b(?:vanish\w*|lose|disappear\w*|gone|forfeit\w*|wiped|goes|leaves?|cancel\w*|close|affects?|means|hard))",
    ),
    (
        "fair small over",
        rf"(?:leave|leaving|quit|quitting|drop|dropping|end|ended|ending|walk out|walking out|go|throw)(?: \w+){{0,4}} (?:over|because of|for|due to)(?: just)? (?:one|a|this|such a|this one|a single|one single|something so)(?: \w+)? ?(?:small|little|tiny|trivial|minor|single|invoice|matter|mistake|hiccup|slip|bill|delivery|error|mix-?up|incident|thing|bad)\b",
    ),
    (
        "surely one single",
        r"surely (?:one|a single|that|this)(?: \w+){0,3} (?:doesn't|does not|can't|cannot|isn't|shouldn't|won't|is no)",
    ),
    (
        "hang minute moment until seconds",
        r"(?:hold|keep|honou?r|offer)(?: \w+){0,3} (?:only )?(?:until|till|while) you(?:'re| are)? (?:hang up|put the phone|close|on the (?:line|phone|call)|end (?:this|the) (?:call|chat))|(?:offer|price|deal) (?:dies|ends|expires|goes|disappears|is gone) (?:when|once|the (?:moment|minute|second)) (?:you|this)",
    ),
    (
        "door doors",
        r"the door (?:you(?:'re| are)|that you)(?: \w+){0,2} (?:clos|shut|walk)\w*|(?:door|offer|rate|terms|price)(?: \w+){0,3} (?:does not|doesn't|won't|will not|never) (?:re-?open|come back|be open|stay open)",
    ),
    (
        "on conscience head",
        r"that(?:'s| is|'ll be| will be| would be) (?:on|all on) (?:you|your (?:head|conscience|own head))\b|on your (?:conscience|own head)",
    ),
    (
        "unfair thought imagined friends mattered",
        r"(?:I|we)(?:'d| had)? (?:thought|believed|imagined|always thought|honestly thought|assumed) (?:that )?(?:we|you|our|this)(?: \w+){0,2} (?:friends|part of|family|loyal|better than|more than|different|meant|valued|had something|got on|with us for)",
    ),
)
#: Pressure where they said that they go; elsewhere the same words may be plain service.
PRESSING = Frames(
    (
        "lose losing forfeit forfeited vanish disappear gone gives give giving goodbye",
        rf"(?:you|you'd|you'll|your|all your|the|sure you want to|want to|then)(?: will| would| may|'re| are| be| going| about| to){{0,4}} (?:lose|losing|forfeit|forfeited|give up|giving up|say goodbye to|wave goodbye to|kiss goodbye to)(?: on| out on)?(?: all)?(?: of)? (?:your|the|our|every|all|\w+ years)(?! (?:receipt|parcel|card|thread))|(?:points|photos|benefits|playlists|discount|rate|price|status|history|data|bonus|place|progress|records?|perks|number|rewards?)(?: \w+){{0,4}} (?:vanish\w*|disappear\w*|is gone|are gone|gone for good|wiped|won't (?:come|be)|be lost|is lost|are lost|expires? (?:with|the))|(?:won't|will not|never|can't|cannot|not) (?:be able to )?(?:get|have|see|find) (?:it|that|this|them|those|the \w+|these \w+)(?: \w+)? (?:back|again)\b",
    ),
    (
        "process cancellation cancel closure close release until spoken speak talk hear heard listen",
        r"(?:can't|cannot|can not|won't|unable to|not able to|only|don't|not)(?: \w+)? (?:process|cancel|close|accept|action|confirm|end|let you|terminate)(?: \w+){0,4} (?:until|unless|before|till|after) (?:you|we|a|the|our|an|speaking|I)|before (?:I|we) (?:let you go\b|close|cancel|process|do that|can)(?: \w+){0,3},? (?:tell|you(?:'ll| will| must| need| have)|I(?:'d| would| must| have to| need)|let me|hear|just|answer|give|please|tell)(?=[^.!?\n]{0,60}(?:miss|offer|reasons?|hear|stay|three|think|retention|sure|consider|speak|talk|persuade))",
    ),
    (
        "change mind answer talk persuade convince",
        r"(?:what|anything|nothing)(?: \w+){0,4} (?:to |I can )?(?:change|sway) your mind|(?:not going to|won't|refuse to|not ready to|can't|cannot) (?:take no|accept that|let you go|give up on you|say goodbye)|no for an answer|(?:persuade|convince|talk) you (?:to stay|round|out of|otherwise|into)",
    ),
    (
        "sure absolutely certain positive",
        rf"(?:are you|you're|you are|you quite)(?: really| absolutely| quite| completely| very| one hundred per ?cent| 100%){{0,2}} (?:sure|certain|positive)(?: that)?(?: you)?(?: really)? (?:want|wish|about (?:this|leaving|that|cancel\w*|clos\w*)|know what|{_LEAVE}|to)\b",
    ),
    (
        "carefully twice hard again reconsider consider sleep pause rethink moment",
        r"think (?:very |really |long and |again |it over |about it )?(?:carefully|twice|hard|again|it over|before)\b|(?:kindly|please|do|you to|you'll|you|to|and) (?:reconsider|rethink|sleep on it|re-?think)\b(?! (?:our|my|the fee))|I(?:'d| would) (?:urge|ask|beg|implore|advise) you (?:not )?to (?:reconsider|stay|think|hold|wait|give|pause)",
    ),
    (
        "abandon desert leave leaving go stay stick hang give giving last one more month",
        r"(?:please |do |kindly )?(?:don't|do not|never) (?:abandon|desert|leave|ditch|give up on|walk away from|turn your back on|forsake|drop) (?:us|me|the team|a small)|(?:please |do |then |won't you )(?:stay|stick with us|bear with us|hang on|stay with us|stay put)(?= ?[.,!?]| for| a| one| with| until| just| and)|(?:^|(?<=[.!?]\s))stay (?:one|two|three|another|a|with|just|until|put)\b|give (?:us|me) (?:one|another|a|just|until)(?: \w+){0,2} (?:month|chance|week|try|go|shot|year|quarter|opportunity)|when we need you|you owe (?:it to )?(?:us|yoursel\w+|me|the)|one (?:more|last) (?:chance|month|try|go)",
    ),
    (
        "neighbours everyone others friends colleagues members most stayed people family road street",
        r"(?:your|all your|most|everyone|everybody|all|nearly all|the rest|all the other|other)(?: of)?(?: our| the| your)?(?: other| \w+)? ?(?:neighbours|colleagues|friends|members|customers|parents|families|residents|tenants|else|clients|street|road|class)?(?: \w+){0,2} (?:stayed|stuck|remained|kept faith|are staying|is staying|stood by)(?: with| by| loyal)?(?: us)?\b|(?:most|many|people|those|customers|members)(?: people| customers| members| of those)?(?: who| that) (?:leave|go|switch|cancel|quit|left|switched)\b(?=[^.!?\n]{0,60}(?:back|regret|double|end up|worse|sorry|wish|more))",
    ),
    (
        "cost dear without cover risk unprotected uninsured danger exposed",
        r"(?:you|your (?:family|home|children|kids|data|house|car|business))(?:'ll| will|'d| would)? (?:be|be left|go|have) (?:without (?:cover|protection|any|heat\w*|a)|unprotected|uninsured|exposed|at risk|in danger|no (?:cover|protection|line|heating))\b(?=[^.!?\n]{0,80}(?:if anything|on you|children|heaven|god forbid|meanwhile|should|what if|and then))|(?:elsewhere|leaving|switching|now|mid-\w+|moving)(?: [\w-]+){{0,4}} (?:could|might|may|will|would) (?:well )?cost you|cost you dear|god forbid",
    ),
    (
        "worth hassle trouble bother upheaval",
        r"(?:is it|it's|is that|really|hardly|not)(?: \w+)? (?:worth|worth all) (?:the |all the |all that |that )?(?:hassle|trouble|bother|upheaval|effort|risk|stress|switching|it)",
    ),
    (
        "first dramatic rating founding long term",
        rf"(?:every time|each time|whenever|when|if)(?: \w+){{0,5}} (?:customers?|clients?|members?|tenants?|someone|people|one of you|you) {_LEAVE}\b",
    ),
    (
        "terms rate price",
        r"(?:won't|will not|never|not|does not|doesn't|can't)(?: \w+){0,4} at (?:today's|these|this|your|the same|the old|that) (?:terms|rate|price)s?|(?:rate|price|terms|tariff|discount) (?:is|are|will be) gone (?:for good|forever)",
    ),
    (
        "upset sad moving leaving losing goodbye miss",
        r"(?:we|I|us|everyone|the (?:girls|lads|team|staff|boys|whole \w+)(?: in the \w+| here)?)(?:'d|'ll|'re| will| would| are| is| were| all){0,3}(?: \w+ly| so| very| really){0,2} (?:hate|be sad|be sorry|sad|upset|gutted|heartbroken|in tears|crying)(?: \w+)? (?:that|to|about|at)(?: you(?:'re| are))? (?:lose|losing|see you|leav\w+|mov\w+|going|cancel\w*|hear (?:that )?you(?:'re| are| want| would| wish| have decided))\b(?! you go,? and)",
    ),
    (
        "disappointed understanding expected surprised",
        r"(?:I|we)(?:'m|'re| am| are| must say I'm| have to say I'm)(?: \w+ly| very| rather| quite| a little| a bit)? (?:disappointed|surprised|let down|saddened)(?= ?[.,;]| (?:that you|in you|by your|at your|you))|(?:expected|hoped for|deserve[ds]?|asked for)(?: \w+){0,3} (?:more|better|bit more|little)(?: \w+)? (?:understanding|patience|loyalty|from you)",
    ),
    (
        "hand honestly ever before",
        r"(?:did|have|has|when did)(?: we|n't we)?(?: ever| once| not){0,2} (?:let|failed|fail) you down(?: \w+){0,2}(?:\?| before)|hand on (?:your )?heart,? (?:did|have|has|can|were)",
    ),
    (
        "right free choice course but though loyal",
        r"(?:that is|that's|it's|it is) your (?:right|choice|decision|call),? (?:of course,? )?(?:but|though|although|only|however|just)(?= (?:I|we|it|you|don't|think|remember|know|after))",
    ),
    (
        "hard work discounted confirm",
        r"(?:give up|throw away|walk away from|lose|waste)(?: \w+){0,6} (?:all )?our (?:hard )?work",
    ),
)
_FAIR = late(
    r"\b(?:we let you down|as you asked|either way|up to you, and|I understand|you asked what|it(?:'s| is) cancelled|closed it|no need to answer|I'd leave too|perfectly all right|free to go|don't worry|(?:will|is|are) kept|stays? on the server|come with you|whichever way|hurts to read|because it's right|won't try|not (?:going|here|trying) to (?:talk|persuade|change)|nobody will (?:talk|try|ring)|used to ring|go (?:chas|ring|look)\w*|I wiped|charge was|right one)\b",
    re.IGNORECASE,
)


def respected(draft: Draft, found: re.Match[str]) -> bool:
    """Whether the sentence lets them go, or takes the blame."""
    return bool(_FAIR.search(draft.sentence(found.start())))
