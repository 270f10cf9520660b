"""Knows pressure on somebody who has said that they go: what they lose, hurdles on the way out, pleading."""

from __future__ import annotations

from amends.checks.manner.leaving_words import LEAVE
from amends.drafts.cue import Cue
from amends.drafts.turns import Turns

PLEADING = Cue(
    (
        r"\b(?:are you (?:really |absolutely |quite )?sure(?: you| that)?|please (?:do )?(?:reconsider|think again|stay"
        r"|don't (?:go|leave|cancel)|do not (?:go|leave|cancel)|give us)|(?:we|I)(?:'d| would) (?:really )?(?:hate"
        r"|be (?:so "
        r"|very |really )?(?:sad|sorry|heartbroken|devastated)) to (?:see you (?:go|leave)|lose you)|think (?:twice|again"
        r"|carefully|hard) before|before you (?:make|do) (?:a|any)\w* (?:mistake|rash|hasty)|you(?:'ll| will"
        r"| would) (?:lose"
        r"|forfeit|miss out on|give up|be giving up)(?: all)?(?: of)? (?:your|the|our)\b|one (?:more|last) chance|(?:we"
        r"|I) (?:beg|urge|implore) you|don't (?:give up on|leave) us|hurts? us|breaks? our heart"
        r"|sad(?:dens)? (?:us )?to (?:see|lose))"
    ),
    (
        "sure|reconsider|think|stay|go|leave|cancel|give us|hate|sad|sorry|heart|devastated|before you|lose|forfeit"
        "|miss out"
        "|give up|chance|beg|urge|implore|hurt"
    ),
)
#: Pressure where they said that they go; elsewhere the same words may be plain service.
PRESSING = Turns(
    (
        r"\b(?:decisions?|choices?|cancellations?|customers?|people) (?:like|such as) (?:yours?|you"
        r"|this)(?=[^.!?\n]{0,60}(?:bear|mind|close|suffer|live|die|hurt|jobs|small))"
    ),
    r"\b(?:live|survive) or die by\b",
    (
        (
            r"\b(?:back to|at|from) square one\b|\bstart(?:ing)? (?:all over|again|afresh|from (?:scratch|nothing"
            r"|zero))(?: \w+)? (?:with|elsewhere|somewhere|at|under)\b"
        ),
        "square|start|starting",
    ),
    r"\bbreak(?:ing)? up with us\b|\bwe can change\b|\bdon't (?:dump|ghost|quit|forsake|ditch|leave) (?:on )?us\b",
    (
        r"\b(?:trusted|believed|hoped|assumed|thought|sure|certain|knew) (?:that )?(?:you'd|you would|you'll|you will"
        r"|you might) (?:stay|see sense|come round|change your mind|stick|be back|think again)"
    ),
    (
        r"\b(?:be|is|seems|feels) (?:cruel|unkind|hard|harsh|unfair|tough|heartless|wrong) (?:to|on) (?:make|uproot|move"
        r"|the|him|her|them|your|take|drag|us|my|our)\b"
    ),
    (
        rf"\b(?:walking away|giving (?:it|that|this) up|letting (?:it|that|this) go|{LEAVE}|turning (?:it"
        r"|this) down)(?: [\w']+){0,5}? (?:would be|is|seems) (?:madness|mad|daft|crazy|foolish|folly|silly|a shame"
        r"|a pity|a mistake|insane|rash|a waste)"
    ),
    (
        r"\b(?:in tears|cried|crying|wept|heartbroken|inconsolable|devastated|gutted|crushed|so upset"
        r"|took it badly)(?: \w+)? (?:when|to hear|on hearing|about|at|over|because)(?: \w+){0,2} (?:heard|saw|told|read"
        r"|leav\w+|you|your|news|cancel\w+|going)"
    ),
    (
        r"\b(?:discover|realise|realize|find out|learn|see|understand|appreciate|remember)(?: \w+)? (?:how (?:good|well"
        r"|lucky|easy|cheap) (?:you|it)|what you(?:'ve| have| had|'re)?(?: \w+)? (?:had|lost|got|losing|gave|throwing"
        r"|leaving|giving))"
    ),
    (
        r"\b(?:gave|given|give|did|done) (?:it |you |this )?(?:everything|our all|our best"
        r"|our hearts?)(?=[^.!?\n]{0,50}(?:wasn't|isn't|not|never|still)(?: \w+)? (?:enough|good))"
    ),
    (
        r"\bthink (?:about|of) (?:the|your|our|those|all the) (?:\w+ )?(?:others?|children|kids|staff|team|families|girls"
        r"|lads|people|residents|parents|boy|dog|neighbours|jobs|little ones)"
    ),
    r"\b(?:who|what)(?: else)? (?:will|would|is going to|'s going to)(?: \w+){1,7} if (?:not|we|you)\b|\bif not us\b",
    (
        r"\b(?:isn't|is not|aren't|not|no) (?:a|any|another|any other|other|one)(?: \w+){1,5} (?:for miles|round here"
        r"|around here|in the (?:area|county|town|village|district|valley)|within|this side of|nearby|near you)"
    ),
    (
        r"\bno need to be (?:hasty|rash|drastic)\b|\blet's not (?:be|do anything|rush|throw)\b(?: \w+)? (?:hasty|rash"
        r"|drastic|it|this|anything)|\b(?:those|people|customers|everyone) who (?:stick|stay|wait|hang on)"
    ),
    (
        r"\b(?:heart|mind)(?: \w+)? (?:softens|changes|melts)|\bcandle (?:burning|in the)|\byour (?:chair|seat|locker"
        r"|place|spot|desk) (?:will|would)(?: \w+)? (?:look |be |seem )?(?:empty|lonely|bare)"
    ),
    r"\bsurely (?:we|you|there|it|after|that|all)(?: \w+){0,4} (?:deserve|owe|mean|count|worth|something|more|work|chance|can)\w*",
    (
        r"\b(?:to|before we can|in order to) (?:close|cancel|end|stop|leave)(?: \w+){0,3},? (?:we|you|I)(?:'ll|'d| will"
        r"| would)? (?:need|have|must|want|require|ask)(?: you)?(?: to)? (?:come in|visit|call|explain|ring|speak|talk"
        r"|justify|see"
        r"|meet|sit down|give (?:us|a) (?:reason|good))"
    ),
    r"\b(?:just )?one more (?:try|go|month|chance|week|shot)\b",
    r"\bbefore you pull the plug",
    (
        r"\b(?:you|you'd|you'll|your|all your|the|sure you want to|want to|then)(?: will| would| may|'re| are| be| going"
        r"| about"
        r"| to){0,4} (?:lose|losing|forfeit|forfeited|give up|giving up|say goodbye to|wave goodbye to"
        r"|kiss goodbye to)(?: on"
        r"| out on)?(?: all)?(?: of)? (?:your|the|our|every|all|\w+ years)(?! (?:receipt|parcel|card|thread))"
    ),
    (
        r"\b(?:points|photos|benefits|playlists|discount|rate|price|status|history|data|bonus|place|progress|records?"
        r"|perks|number"
        r"|rewards?)(?: \w+){0,4} (?:vanish\w*|disappear\w*|is gone|are gone|gone for good|wiped|won't (?:come|be)"
        r"|be lost|is lost"
        r"|are lost|expires? (?:with|the))"
    ),
    (
        r"\b(?:won't|will not|never|can't|cannot|not) (?:be able to )?(?:get|have|see|find) (?:it|that|this|them|those"
        r"|the \w+"
        r"|these \w+)(?: \w+)? (?:back|again)\b"
    ),
    (
        r"\b(?:can't|cannot|can not|won't|unable to|not able to|only|don't|not)(?: \w+)? (?:process|cancel|close|accept"
        r"|action"
        r"|confirm|end|let you|terminate)(?: \w+){0,4} (?:until|unless|before|till|after) (?:you|we|a|the|our|an|speaking"
        r"|I)"
    ),
    (
        r"\bbefore (?:I|we) (?:let you go\b|close|cancel|process|do that|can)(?: \w+){0,3},? (?:tell|you(?:'ll| will"
        r"| must| need"
        r"| have)|I(?:'d| would| must| have to| need)|let me|hear|just|answer|give|please|tell)(?=[^.!?\n]{0,60}(?:miss"
        r"|offer"
        r"|reasons?|hear|stay|three|think|retention|sure|consider|speak|talk|persuade))"
    ),
    r"\b(?:what|anything|nothing)(?: \w+){0,4} (?:to |I can )?(?:change|sway) your mind",
    r"\b(?:not going to|won't|refuse to|not ready to|can't|cannot) (?:take no|accept that|let you go|give up on you|say goodbye)",
    r"\bno for an answer",
    r"\b(?:persuade|convince|talk) you (?:to stay|round|out of|otherwise|into)",
    (
        r"\b(?:are you|you're|you are|you quite)(?: really| absolutely| quite| completely| very| one hundred per ?cent"
        r"| 100%){0,2} (?:sure|certain|positive)(?: that)?(?: you)?(?: really)? (?:want|wish|about (?:this|leaving|that"
        r"|cancel\w*"
        rf"|clos\w*)|know what|{LEAVE}|to)\b"
    ),
    r"\bthink (?:very |really |long and |again |it over |about it )?(?:carefully|twice|hard|again|it over|before)\b",
    (
        r"\b(?:kindly|please|do|you to|you'll|you|to|and) (?:reconsider|rethink|sleep on it|re-?think)\b(?! (?:our|my|the fee))",
        "reconsider|rethink|sleep|think",
    ),
    r"\bI(?:'d| would) (?:urge|ask|beg|implore|advise) you (?:not )?to (?:reconsider|stay|think|hold|wait|give|pause)",
    (
        r"\b(?:please |do |kindly )?(?:don't|do not|never) (?:abandon|desert|leave|ditch|give up on|walk away from"
        r"|turn your back on"
        r"|forsake|drop) (?:us|me|the team|a small)"
    ),
    (
        r"\b(?:please |do |then |won't you )(?:stay|stick with us|bear with us|hang on|stay with us|stay put)(?! (?:out"
        r"|clear|away|inside|in|at|off|well|back|tuned|safe|warm"
        r"|home|indoors|on the line|where))(?= ?[.,!?]| for| a| one| with| until| just| and)"
    ),
    r"(?:^|(?<=[.!?]\s))stay (?:one|two|three|another|a|with|just|until|put)\b",
    r"\bgive (?:us|me) (?:one|another|a|just|until)(?: \w+){0,2} (?:month|chance|week|try|go|shot|year|quarter|opportunity)",
    r"\bwhen we need you",
    r"\byou owe (?:it to )?(?:us|yoursel\w+|me|the)",
    r"\bone (?:more|last) (?:chance|month|try|go)",
    (
        r"\b(?:your|all your|most|everyone|everybody|all|nearly all|the rest|all the other|other)(?: of)?(?: our| the"
        r"| your)?(?: other| \w+)? ?(?:neighbours|colleagues|friends|members|customers|parents|families|residents|tenants"
        r"|else"
        r"|clients|street|road|class)?(?: \w+){0,2} (?:stayed|stuck|remained|kept faith|are staying|is staying"
        r"|stood by)(?: with| by"
        r"| loyal)?(?: us)?\b"
    ),
    (
        r"\b(?:most|many|people|those|customers|members)(?: people| customers| members| of those)?(?: who| that) (?:leave"
        r"|go|switch"
        r"|cancel|quit|left|switched)\b(?=[^.!?\n]{0,60}(?:back|regret|double|end up|worse|sorry|wish|more))"
    ),
    (
        r"\b(?:you|your (?:family|home|children|kids|data|house|car|business))(?:'ll| will|'d| would)? (?:be|be left|go"
        r"|have) (?:without (?:cover|protection|any|heat\w*|a)|unprotected|uninsured|exposed|at risk|in danger"
        r"|no (?:cover|protection"
        r"|line|heating))\b(?=[^.!?\n]{0,80}(?:if anything|on you|children|heaven|god forbid|meanwhile|should|what if"
        r"|and then))"
    ),
    r"\b(?:elsewhere|leaving|switching|now|mid-\w+|moving)(?: [\w-]+){{0,4}} (?:could|might|may|will|would) (?:well )?cost you",
    r"\bcost you dear",
    r"\bgod forbid",
    (
        r"\b(?:is it|it's|is that|really|hardly|not)(?: \w+)? (?:worth|worth all) (?:the |all the |all that "
        r"|that )?(?:hassle|trouble"
        r"|bother|upheaval|effort|risk|stress|switching|it)"
    ),
    (
        r"\b(?:every time|each time|whenever|when|if)(?: \w+){0,5} (?:customers?|clients?|members?|tenants?|someone"
        r"|people"
        rf"|one of you|you) {LEAVE}\b"
    ),
    (
        r"\b(?:won't|will not|never|not|does not|doesn't|can't)(?: \w+){0,4} at (?:today's|these|this|your|the same"
        r"|the old"
        r"|that) (?:terms|rate|price)s?"
    ),
    r"\b(?:rate|price|terms|tariff|discount) (?:is|are|will be) gone (?:for good|forever)",
    (
        r"\b(?:we|I|us|everyone|the (?:girls|lads|team|staff|boys|whole \w+)(?: in the \w+| here)?)(?:'d|'ll|'re| will"
        r"| would| are"
        r"| is| were| all){0,3}(?: \w+ly| so| very| really){0,2} (?:hate|be sad|be sorry|sad|upset|gutted|heartbroken"
        r"|in tears"
        r"|crying)(?: \w+)? (?:that|to|about|at)(?: you(?:'re| are))? (?:lose|losing|see you|leav\w+|mov\w+|going"
        r"|cancel\w*"
        r"|hear (?:that )?you(?:'re| are| want| would| wish| have decided))\b(?! you go,? and)"
    ),
    (
        r"\b(?:I|we)(?:'m|'re| am| are| must say I'm| have to say I'm)(?: \w+ly| very| rather| quite| a little"
        r"| a bit)? (?:disappointed|surprised|let down|saddened)(?= ?[.,;]| (?:that you (?!were|had|did|felt|have)|in you"
        r"|by your"
        r"|at your|you))"
    ),
    (
        r"\b(?:expected|hoped for|deserve[ds]?|asked for)(?: \w+){0,3} (?:more|better|bit more"
        r"|little)(?: \w+)? (?:understanding"
        r"|patience|loyalty|from you)"
    ),
    r"\b(?:did|have|has|when did)(?: we|n't we)?(?: ever| once| not){0,2} (?:let|failed|fail) you down(?: \w+){0,2}(?:\?| before)",
    r"\bhand on (?:your )?heart,? (?:did|have|has|can|were)",
    (
        r"\b(?:that is|that's|it's|it is) your (?:right|choice|decision|call),? (?:of course,? )?(?:but|though|although"
        r"|only|however"
        r"|just)(?= (?:I|we|it|you|don't|think|remember|know|after))"
    ),
    r"\b(?:give up|throw away|walk away from|lose|waste)(?: \w+){0,6} (?:all )?our (?:hard )?work",
    (
        r"\b(?:remind|reminding|remember|recall|forget|forgotten)(?: \w+)? (?:you )?(?:of )?(?:who|that we|when we|we"
        r"|how (?:we|much)"
        r"|what we|everything|all|the (?:time|times|day|night|year|winter|favou?r"
        r"|effort)s?)\b(?: that)?(?: \w+){0,2}? (?:stood|we"
        r"|waived|came|took|gave|helped|let you|were there|carried|bailed|held|looked after)"
    ),
    (
        r"\b(?:years?|months?|decades?|record|history|streak|relationship|loyalty)(?: [\w'-]+){0,7}? (?:ought to|should"
        r"|must|has to"
        r"|have to|surely|deserves? to|doesn't that|would have thought) ?(?:count|be worth|mean|earn|buy|outweigh|weigh"
        r"|stand|matter)"
    ),
    (
        r"\b(?:count|counts|mean|means|stand|worth) (?:for )?(?:nothing|anything|so little|something)(?: to you"
        r"| any more)?(?= ?[.,?!]|$)"
    ),
    r"\bthere (?:was I|I was|we were|were we),? (?:thinking|imagining|believing|hoping)",
    (
        r"\b(?:we|I)(?:'d| had| have)?(?: \w+)? (?:thought|hoped|expected|imagined)(?: (?:better|more|that|we|you"
        r"|I))*(?: \w+){0,4}? (?:from you|of you|from (?:a|someone|somebody|one)(?: of)? (?:our|your|you|customer|client"
        r"|member)"
        r"|meant|friends|different|loyal\w*|in this together|bigger|above|stick|partners|family)"
    ),
    (
        r"\b(?:we|I|the \w+|they|everyone|chef|staff)(?:'d|'ve|'re| had| have| are| were| was| is)?(?: \w+)? (?:counted"
        r"|counting"
        r"|relied|relying|banked|banking|depended|depending|built|planned|planning)(?: \w+){0,3}? (?:on|around"
        r"|upon) (?:you|your)\b"
    ),
    (
        r"\b(?:already|just|specially|especially)(?: \w+)? (?:bought|hired|ordered|taken on|trained|invested|turned down"
        r"|turned away)(?: \w+){0,5} (?:for you|on your (?:account|behalf)|because of you|just for)"
    ),
    (
        r"\b(?:reflects?|look|looks|says?)(?: \w+)? (?:poorly|badly|a lot|something|bad|very little)(?: on| about| for"
        r"| to)?(?: \w+){0,2}? (?:you|us|relationship|kids|children|loyalty|parents|others|families|your)"
    ),
    (
        (
            r"\b(?:hardly|not very|not|isn't|bit|rather|pretty|somewhat|scarcely|not exactly) (?:\w+ )?(?:un)?(?:fair|loyal"
            r"|sporting"
            r"|neighbourly|kind|the spirit|cricket|gracious|grateful|decent)(?: on| to| towards)? (?:us|the|those|me|a|our"
            r"|your)"
        ),
        "fair|unfair|loyal|spor*|neig*|kind|unkind|spirit|cricket|gracious|grateful|decent",
    ),
    r"\b(?:poor|bad) (?:form|show)",
    (
        r"\b(?:why|how) (?:would|could|can|do|did) (?:you|anyone|anybody|a \w+)(?: \w+)? (?:do (?:that|this)|leave|go"
        r"|walk|turn|throw"
        r"|give|want to|think|swap|hurt|let)\b(?: \w+){0,3}? ?(?:to (?:a|us|me|the|our|people)|now|behind|away|\?)"
    ),
    (
        r"\b(?:go|try|join|switch|move|ask|look)(?: \w+)? (?:to |at |with |around |round )?(?:any|some|the|another"
        r"|a)(?: \w+)? (?:other |rival |new |cheaper )?(?:\w+ )?(?:and|then) (?:you'll |we'll )?(?:see|watch|wait|tell me"
        r"|come)"
    ),
    (
        r"\b(?:other|another|rival|cheaper|big|the big|the other|most|these new|online|those)(?: \w+)? (?:suppliers?"
        r"|providers?"
        r"|firms?|companies|company|banks?|networks?|gyms?|schools?|salons?|garages?|clinics?|nurser(?:y|ies)|vets?"
        r"|outfits?|lot|ones"
        r"|chains?|agents?|insurers?|brokers?|carriers?|shops?|apps?|platforms?|hotels?|airlines?"
        r"|operators?)(?: \w+)?(?: will|'ll"
        r"| would| won't| wouldn't| just| only| never| can't| don't| simply| are| have){1,2} (?:\w+ )?(?:leave|leaves?"
        r"|treat|care"
        r"|cares|charge|know|match|pick|answer|keep|drop|cost|make|let|ignore|see you|take|be|do|have|same|worse"
        r"|no better|a number)"
    ),
    (
        r"\b(?:no|nobody|no one|not one|isn't (?:another|any other"
        r"|a single)) (?:other )?(?:\w+ )?(?:else )?(?:\w+ )?(?:passes|serves"
        r"|covers|delivers|comes|stocks|offers|takes|runs|does|would take|will take|will have|near you|in your (?:area"
        r"|road|street"
        r"|town|village))"
    ),
    (
        r"\b(?:only|sole) (?:\w+ )?(?:ones?|provider|supplier|school|clinic|gym|network|firm|company|garage|bus|service"
        r"|nursery|vet"
        r"|choice|option)(?: \w+)? (?:in|that|who|serving|covering|near|for|within|around) (?:your|the area|the town"
        r"|the village|this"
        r"|miles)"
    ),
    r"\bsame (?:problems?|trouble|thing|story|mess) (?:anywhere|everywhere|wherever|elsewhere|with (?:any|all|every))",
    (
        r"\b(?:(?:children|kids?|boy|girl|son|daughter|little one|baby|dog|cat|horse|pony|pet|family|staff|team|girls"
        r"|lads|people"
        r"|others|grandchildren|pupils|husband|wife|mother|mum|dad|trainer|instructor|carer|teacher)(?: \w+){0,3}?|they"
        r"|them)(?: will"
        r"|'ll| would|'d| who| to| that| may)? (?:be (?:the ones? (?:to|who)(?: will| would)? (?:suffer|pay|lose|miss)"
        r"|heartbroken|devastated|upset|lost|so upset|crushed"
        r"|gutted)|suffers?|pays? the price|pays? for (?:it|this|your)|miss (?:you|out|her|his|their|it|the)|lose (?:out"
        r"|their|her"
        r"|his))"
    ),
    (
        r"\b(?:customers|members|clients|people|those|anyone|families|tenants|patients|accounts)(?: \w+)? (?:who"
        r"|that) (?:\w+ )?(?:exit|leave|go|cancel|quit|close|withdraw|switch)\w*(?: \w+){0,4}? (?:seldom|rarely|never|not"
        r"|hardly"
        r"|don't|can't|cannot|won't|find|struggle|end up|usually|always|often|tend|regret|wait|pay|face)"
    ),
    (
        (
            r"\b(?:rejoin\w*|coming back|come back|returning|re-?apply\w*|getting back in|return"
            r"|back in)(?: [\w'-]+){0,6}? (?:won't"
            r"|will not|isn't|not|never|cost|costs|full price|higher|fee|waiting list|queue|harder|difficult|refused"
            r"|guarantee|as easy)"
        ),
        "rejoin|rejo*|coming|come|returning|return|reapply|back|reap*",
    ),
    (
        r"\b(?:won't|will not|can't|cannot|not be able to|may not|might not|never) (?:be )?(?:able to )?(?:have you back"
        r"|take you back|let you back|rejoin|be (?:re)?accepted|return|be reinstated|hold your)"
    ),
    (
        r"\b(?:forms?|paperwork|process|leaving|switching|moving|cancelling|closing|exit|notice"
        r"|transfer)(?: [\w'-]+){0,5}? (?:long"
        r"|a pain|pain|hassle|headache|faff|nightmare|bother|upheaval|weeks|complicated|messy|effort"
        r"|lengthy)\b(?=[^.!?\n]{0,60}(?:why|stay|easier|simpler|so |just|keep|worth|sure|leave things|better))"
    ),
    (
        r"\b(?:easier|simpler|less hassle|less trouble|less bother|cheaper|safer|wiser|kinder|better)(?: \w+){0,3}? (?:to"
        r"|if you"
        r"|just to)(?: just)? (?:stay|keep|leave (?:it|things)|remain|carry on|hold|stick)"
    ),
    r"\bwhy not (?:just |simply )?(?:stay|keep|leave things|hold|remain|stick|give)",
    (
        r"\b(?:be|is|seems?|sounds?|looks?|feels?|'d be)(?: \w+)? (?:daft|foolish|silly|mad|crazy|unwise|madness|folly"
        r"|stupid|insane"
        r"|short-?sighted|a fool|rash|hasty|reckless|a mistake|a shame) (?:to (?:walk|leave|turn|go|pass|throw|give|lose"
        r"|miss out|let"
        r"|cancel|switch|quit|end|drop|not|refuse|say)|not to)"
    ),
    r"\bmad not to\b",
    r"\b(?:you'd|you would) be (?:mad|daft|crazy|foolish|silly|a fool|the fool)",
    (
        r"\b(?:decisions?|choices?|things|anything|something|moves?|step)(?: \w+){0,3} (?:in|made in|taken in|out of"
        r"|while|when"
        r"|on)(?: \w+)? (?:anger|haste|the heat|heat|a temper|a huff|emotion|angry|upset|cross|bad day|impulse|spur)"
    ),
    r"\b(?:cool|calm|settle|simmer) (?:off|down)(?: \w+){0,3}? (?:first|before|and (?:then|think|see))",
    r"\b(?:so|too|very|always) (?:often|easily|quickly|soon) regret\w*",
    r"\bknee-?jerk",
    r"\b(?:don't|do not|not) (?:be|do anything|make any)(?: \w+)? (?:hasty|rash|silly|drastic|sudden)",
    r"\bspur of the moment",
    (
        r"\b(?:cancel|close|process|end|do it|closure|leave|go|let you)(?: \w+){0,3}?,? if you (?:insist|must|really must"
        r"|absolutely must|really insist)"
    ),
    r"\bif you (?:really |absolutely )?(?:insist|must)(?: on (?:leaving|going|cancelling|closing|this)|,)",
    (
        r"\b(?:can't|cannot|couldn't|don't) (?:pretend|hide|deny|say)(?: \w+){0,3} (?:not |n't )?(?:hurt|sting|disappoint"
        r"|upset"
        r"|pleased|happy|sad)\w*"
    ),
    (
        r"\b(?:how (?:do|am|will|shall|can|would) (?:I|we)|(?:I|we)(?:'ll| will| now)? have to|what (?:do|am|shall"
        r"|will) (?:I"
        r"|we))(?: \w+)? (?:tell|explain|face|break|say)(?: \w+)? (?:to )?(?:the|your|my|our|him|her|them"
        r"|it)(?=[^.!?\n]{0,60}(?:you"
        r"|leav|go|why|\?))"
    ),
    r"\b(?:can|could|would|hope) you(?: can| could)? (?:live|sleep) with (?:that|it|yourself)\b",
)
