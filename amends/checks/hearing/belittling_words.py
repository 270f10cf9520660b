"""More words that make a fault small: by what it is called, what it came to, what it is used to, and who would mind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late
from amends.drafts.turns import Turn, Turns

if TYPE_CHECKING:
    from amends.drafts.draft import Draft

_GAP = r"[^.!?;\n]"
#: What people call what happened to them.
_OUTCRY = (
    r"(?:drama|fuss|outcry|uproar|upset|outrage|panic|alarm|excitement|hysteria|commotion|song and dance|hullabaloo"
    r"|anger|strong words"
    r"|language|tears|ink|energy|bother|noise|complaint|emotion|kerfuffle|palaver|wahala|carry-on|distress|ordeal|trauma|disaster"
    r"|catastrophe|crisis|nightmare|tragedy|emergency|scandal|calamity|hardship|torture|hell)"
)
_HURT = (
    r"(?:hurts?|harm(?:ed|s)?|kill(?:ed|s)?|starv(?:ed|e|es)|bit|bite|bites|sank|ruin(?:ed|s)?|damag(?:ed|es?)|did (?:any"
    r"|much) harm to|poison(?:ed)?)"
)
_ANYONE = (
    r"(?:anyone|anybody|a soul|a fly|you|a person|a child|no one|nobody|him|her|them|a dog|a cat|a business|a wedding)"
)
_NOISE = (
    r"(?:squeal|squeak|creak|rattle|smell|leak|drip|wobble|hum|buzz|crack|shrink|fade|fall over|bump|cry|bite|scratch"
    r"|shed|run late|run over"
    r"|knock|whistle|groan|stick|flicker|settle|sweat|peel|itch|ache|bruise|swell|vary|vibrate|click|tick|hiss|get hot|lag|crash)"
)
_AGAIN = (
    r"(?:now and (?:then|again)|once in a while|from time to time|every so often|on and off|here and there|at times)"
)
BELITTLED = Turns(
    # What it is called.
    Turn(
        r"\bthe so-called \w+|\bso-called (?:damage|delay|fault|problem|defect|incident|injury|smell|noise|mess|stain|emergency"
        r"|complaint)\b"
    ),
    Turn(
        r"\bif (?:we|you|one|I) (?:can|could|may|must|want to|wish to) (?:even )?call (?:it|them|him|her) (?:that|so|one|rude\w*)\b"
        r"|\bif (?:that's|that is|rude is) (?:the|even the) (?:right )?word\b|\b(?:too |a |rather a |quite a |very )?(?:strong"
        r"|big|large|grand"
        r"|dramatic|heavy) (?:a )?words? for\b|\b(?:I|we|one|few|nobody|no one|many)(?: \w+)?(?: would|'d) (?:hardly|scarcely"
        r"|not|never|really"
        r" not)?(?: \w+)? ?(?:call|describe|class|rate) (?:it|that|this|them|the \w+|a \w+(?: \w+)?|\w+ (?:minutes|hours"
        r"|days|weeks)) (?:an?|as"
        r"|exactly|long|late|serious|dirty|rude|cold|much|damage|discrimination|dangerous|unsafe|raw)\b|\b(?:wouldn't|would"
        r" not|hardly|can't"
        r" really|wouldn't really|wouldn't even|don't) (?:\w+ )?(?:call|describe|count|class) (?:it|that|this|them)\b"
    ),
    Turn(
        r"\b(?:it|this|that)(?:'s| is| was) (?:only |just )?(?:an? |the )?[\w' -]{2,30}?, (?:and )?(?:not|hardly|rather"
        r" than) (?:exactly |quite "
        r")?(?:the (?:ritz|savoy|west end|hilton|dorchester|royal \w+|queen|king|crown jewels|titanic|olympics?|oscars|end"
        r" of|apocalypse|world"
        r" \w+|end|taj|louvre|albert hall|met|opera|four seasons|bank of england|mona lisa|cup final)|(?:brain|heart|open-heart)"
        r" surgery|rocket science|wembley|nasa|harrods|buckingham palace|versailles|broadway|carnegie hall|fort knox|a (?:palace"
        r"|spa|five-star"
        r"|michelin|hotel|hospital|matter of|crime|disaster|tragedy|catastrophe|funeral|heart|ferrari|kidney|limb|death"
        r"|war|crisis))\b"
    ),
    Turn(
        rf"\b(?:no (?:call|need|cause|reason|point|occasion) (?:for|in|to)|too much|enough|spare (?:us|me)|what's with|all"
        rf" (?:this|that|the)|such"
        rf"(?: an?)?|why (?:all )?the) (?:\w+ ){{0,2}}?{_OUTCRY}\b{_GAP}{{0,12}}(?:over|about|for|at|on|from|when|because|\?|\.)"
        rf"(?! (?:what happened|us))"
    ),
    Turn(
        r"\b(?:isn't|is not|wasn't|was not|hardly|scarcely|not) (?:exactly |really |quite |what I'd call )?an? (?:\w+"
        r" )?(?:catastrophe"
        r"|disaster"
        r"|tragedy|crisis|emergency|calamity|scandal|hanging offence|crime|capital offence|matter of life)\b"
    ),
    # What it came to.
    Turn(
        rf"\b(?:came|come|comes|amounts?|amounted|boils?|boiled) (?:down )?to (?:no more than|little more than|nothing more"
        rf"|nothing much|hardly|barely"
        rf"|less than|just|only|a mere|a few|a couple|a pinprick|not much|pennies|peanuts|very little)\b{_GAP}{{0,30}}"
    ),
    Turn(
        r"\b(?:a )?(?:pin-?pricks?|smidgen|whisker|flea bite|speck|tuppence|coppers|small beer|trifle|fleabite|blink of"
        r" an eye|heartbeat|drop in"
        r" the ocean|fly-?speck|pocket change|loose change)\b(?! (?:of (?:glass|metal|blood|mould|dirt))|from heaven)"
    ),
    Turn(
        r"\b(?:a tad|a wee bit|a weeny bit|a teeny bit|a smidge|ever so slightly|a shade) (?!(?:early|late in|later|earlier"
        r"|longer|more\b|sooner))\w+"
        r"(?=[,.!]| (?:granted|maybe|perhaps|for|in|on|at)\b)"
    ),
    Turn(
        r"\bnothing (?:much )?to (?:speak of|worry about|get excited|get worked|lose (?:any )?sleep|be (?:scared|afraid"
        r"|alarmed|concerned|upset) (?:of"
        r"|about|by)|see a doctor)\b|\bimmaterial\b|\b(?:of |has |have )?(?:no|little) (?:real |great |practical |material "
        r")?(?:consequence|significance)\b(?! (?:to us|for us))|\b(?:hardly|scarcely|not) (?:one|something|anything|the"
        r" sort|the kind) (?:of \w+ "
        r")?(?:that|which|you'd|we'd|to)\b(?! (?:wait|ignore|leave|live with|put up|sit|brush|be (?:ignored|left|waited)))"
        r"|\b(?:isn't|is not|aren't|not|hardly) (?:something|anything) (?:we'd|to (?:worry"
        r"|fret|lose|get|make|write|complain))\b"
    ),
    Turn(
        rf"\b(?:would|will|could|'d|'ll|might) (?:hardly|barely|scarcely|not even|n't even) (?:buy|cover|pay|fill|keep|make"
        rf"|get|cost|touch)\b{_GAP}"
        rf"{{2,30}}|\b(?:less|cheaper|no more) than (?:the (?:price|cost) of )?(?:an?|your|my) (?:\w+ )?(?:coffee|sandwich"
        rf"|pint|tea|latte|newspaper"
        rf"|chocolate|bus fare|stamp|biscuit|beer|round)\b|\bthe (?:price|cost) of an? (?:\w+ )?(?:coffee|sandwich|pint|tea"
        rf"|latte|newspaper|stamp"
        rf"|beer|cuppa)\b"
    ),
    Turn(
        r"\b(?:a (?:day|week|month|minute|hour|night|pound|few \w+|couple of \w+|bit)|(?:\d+|two|three"
        r"|one) (?:minutes?|hours?|days?|weeks?|pounds?|euros?|cents?|inch(?:es)?|grams?))(?: or two)?(?:"
        r" either way| here or there"
        r"| more or less| late| longer)? (?:shouldn't|should not|won't|doesn't|does not|can't|cannot|hardly|wouldn't|never)"
        r" (?:really )?(?:matter\w*"
        r"|make (?:much|any|a)|hurt|harm|count)\b|\b(?:either way|here or there),? (?:shouldn't|won't|doesn't|makes? no|is no)\b"
        r"|\b(?:shouldn't|should not|doesn't|does not|won't|hardly|didn't) (?:really )?(?:matter|matters) (?:much|a lot"
        r"|greatly|to (?:most|anyone)|that"
        r" much|all that)\b"
    ),
    Turn(
        rf"\b(?:never|wouldn't|won't|doesn't|didn't|can't|hasn't|not going to|hasn't yet|not that \w+ \w+ ever|not"
        rf" that {_GAP}{{1,20}}"
        rf" ever) (?:really |ever |yet "
        rf")?{_HURT} {_ANYONE}\b|\b(?:nobody|no one|no-one)(?:'s| has| was| is)? (?:ever )?(?:(?:actually |really |yet )?(?:died"
        rf"|dead|dying|killed|bleeding|been (?:actually |really )?(?:hurt|harmed|killed)))"
        rf"\b|\b(?:you|they|he|she|it|we)(?:'ll| will) (?:live|survive|be (?:grand|none the worse|over it))\b(?! (?:in|at"
        rf"|with|near))\b|\bnone the worse\b|\bthe sky (?:has not|hasn't|didn't|won't|did not)\b|\bworld (?:kept|keeps|is"
        rf" still|still) turn\w*\b"
    ),
    Turn(
        rf"\byou lost (?:nothing|little|no \w+)\b|\b(?:did|does|do|done) (?:you|him|her|them|anyone|anybody) (?:no|any|much"
        rf"|little)? ?(?:harm|damage)\b|\b(?:as|"
        rf"since|when|because|seeing(?: as| that)?|given that) (?:you|it|the|few|nobody|most|no one|your|they|that|he|she)"
        rf" (?!can\b|will\b){_GAP}{{3,45}}?"
        rf" (?:anyway|anyhow|in any case|anyways)(?=[.!])"
    ),
    Turn(
        r"\bit'?s? ?\d+(?:\.\d+)? ?(?:%|per ?cent|percent) of\b|\bnothing lost\b|\bno skin off\b|\bno great (?:loss|harm"
        r"|shakes|matter|mystery|hardship)\b"
    ),
    # It is always so; one gets used to it.
    Turn(
        rf"\b(?:it's|that's|it is|that is) (?:simply |just )?what (?:they|kids|children|dogs|cats|cars|computers|old \w+"
        rf"|new \w+|boys|girls|these"
        rf"|toddlers|boilers|trains|buses|vans|phones|weddings|builders|puppies) do\b|\b(?:kids|boys|children|girls|dogs"
        rf"|cats|puppies|men|teenagers"
        rf"|toddlers) will be\b|\b(?:always|all|tend to|are known to|usually|often) {_NOISE}s?\b(?= (?:in|when|a|at|on|after"
        rf"|like|sometimes|that)\b"
        rf"| ?[,.!])"
    ),
    Turn(
        r"\b(?:one|you|he|she|they|people|we)(?:'ll| will|'d| soon| quickly| can)?(?: soon| quickly| all| eventually| \w+ly)?"
        r" (?:gets?|grow|become|got) (?:used|"
        r"accustomed|over) (?:to )?(?:it|them|that|this)\b|\b(?:easily|easy to|can be|could be|learn to|perfectly) (?:be"
        r" )?(?:lived|live) with\b"
        r"|\b(?:quite |perfectly |very |still |more than )?(?:liveable|bearable|survivable|tolerable|manageable)\b|\b(?:it"
        r"|they|that|this)(?:'ll| will)"
        r" (?:wear off|pass(?! on| through)|blow over|grow out|settle down|soon fade|wash out|buff out|come off|grow back)\b"
        r"|\b(?:pass|passes|fade|fades|settle"
        r"|settles|wear off|clear|clears) (?:up )?(?:on (?:its|their) own|by (?:itself|themselves)|soon enough|in no time)\b"
    ),
    Turn(
        rf"\b(?:sticks|stuck|happens|leaks|wobbles|jams|drips|sparks|trips|cuts out|fails|smells|rattles|moves|slips|stalls)(?:"
        rf" a (?:little|bit))?"
        rf"(?: only| just)? {_AGAIN}|\b(?:only|just) (?:\w+ )?{_AGAIN}|\b(?:wobbles?|leaks?|smells?|moves?|sticks?|drips?"
        rf"|shakes?|rattles?|sparks?|gives?)"
        rf" (?:just )?a (?:little|bit|tad)\b"
    ),
    Turn(
        r"\b(?:safe|clean|fresh|warm|close|near|sound|decent|quiet|fine) enough(?: for now| as it is| for most| really)?(?=[.,!]"
        r"| (?:for now|as it"
        r" is|for most|and))(?! to)|\b(?:perfectly|absolutely|completely|still quite|quite) (?:safe|ok|okay|harmless|edible"
        r"|drinkable|usable|comfortable|adequate|decent|presentable|serviceable"
        r"|wearable)\b(?! (?:to (?:say|ask|feel|be|change|cancel|send|wait)|with (?:me|us)|if you|by (?:me|us)))|\b(?:usually"
        r"|probably|just|only|most likely"
        r"|likely|purely) (?:the )?(?:nerves|anxiety|stress|wind|age|tiredness|the heat|the weather|dust|condensation|imagination"
        r"|hormones|growing"
        r" pains|banter|high spirits|a joke|horseplay|youthful)\b|\b(?:it was|that was|meant as|all|was) (?:only |just "
        r"|a bit of |harmless |friendly )"
        r"{0,2}(?:banter|fun|a joke|in jest|in good fun|horseplay|high spirits|a compliment)\b|\b(?:kids|children|people"
        r"|guests|customers|everyone|most"
        r" (?:\w+ )?\w+) (?:love it|love them|like it|manage (?:fine|perfectly|quite|without|well)|don't mind|never notice"
        r"|wouldn't mind|wouldn't notice"
        r"|get by|find it (?:charming|funny|cosy))\b|\b(?:unlikely|hardly likely) to (?:notice|react|matter|feel|hurt|be"
        r" harmed|come to|mind)\b"
        r"|\bbeen like that (?:for|since)\b"
    ),
    Turn(
        r"\b(?:nobody|no one|no-one|not a soul|no other \w+|none of (?:the|our) (?:\w+ )?\w+)(?: else)?(?: has| have|'s"
        r"| had)?(?: \w+)? (?:complained|minded"
        r"|noticed|objected|batted an eyelid|said a word|said anything|mentioned it|raised it|was bothered|bothered|turned"
        r" a hair|seemed to mind)\b(?! (?:to"
        r" you|until|the (?:date|mistake|error|fault|leak)|that|it (?:was|had)|when|in time|for))|\b(?:you|you're|you are)"
        r" (?:the )?(?:very )?(?:first|only)"
        r" (?:one|person|customer|guest|client|parent|tenant|patient|member|passenger|user|family)? ?(?:to|who(?:'s| has)?)"
        r" (?:ever )?(?:complain\w*|mind\w*"
        r"|raise\w*|mention\w*|notice\w*|object\w*|say)\b"
    ),
    # Who would mind; how to take it.
    Turn(
        r"\bsurely (?:an?|any|you|the|it|that|this|one|we|two|your|most)\b[^.!?;\n]{3,60}\b(?:manage|cope|spare|wait|forgive"
        r"|survive|enough|overlook|share|once"
        r"|reasonable|worth)\b|\b(?:an? )?grown (?:man|woman|men|women|adult|up)s?\b|\b(?:ladies|women|mothers|mums|pensioners"
        r"|older (?:people"
        r"|customers)|brides|new parents|parents|first-time \w+|dog owners|millennials|young people|some people) (?:of a"
        r" certain age )?(?:do |always |often |will"
        r" |can )?(?:tend to|fret|fuss|worry|panic|get (?:so |very |a bit )?(?:worked|emotional|nervous|anxious|carried)"
        r"|be (?:a bit|so|very|rather)|over-?react"
        r"|exaggerate|are (?:always|so|very|easily))\b"
    ),
    Turn(
        rf"\b(?:don't|do not|never|mustn't|shouldn't|try not to|let's not|please don't) let (?:an?|one|this|that|it|the|such"
        rf"|these|those|something)\b{_GAP}{{0,40}}?"
        rf"\b(?:spoil|ruin|get|bother|upset|put you off|colour|cloud|overshadow|worry|trouble|come between|take away|bring"
        rf" you down|dampen)\b|\b(?:don't|do not|"
        rf"wouldn't|not|without) (?:giv(?:e|ing) (?:it|that|this) (?:too much|another|a second|much|any more) thought|think"
        rf" (?:twice|too (?:hard|much)) about (?:it|this))"
        rf"|\bno need to (?:see|bother|trouble|worry|involve|tell|alarm|call|panic) (?:a|the|an|your|anyone|about|over)\b"
        rf"|\bno (?:cause|need|reason) for (?:alarm"
        rf"|concern|worry|panic|drama)\b|\b(?:your|her|his|their) (?:little|wee|small) (?:upset|problem|issue|complaint|incident"
        rf"|mishap|scare|drama|episode"
        rf"|adventure|accident|disappointment|list|matter|concern|grievance|fright|wait|delay)\b|\ba lot of (?:fuss|noise"
        rf"|ink|words|drama|energy) (?:over|about"
        rf"|for)\b|\b(?:over-?react\w*|blow\w* (?:it|this|things) up|making a meal|make a meal|making heavy weather"
        rf"|exaggerat\w+)\b"
    ),
    Turn(
        r"\b(?:who|does anyone|did anyone|would anyone|do people|what (?:difference|harm)) (?:reads?|notices?|cares?|counts?"
        r"|checks?|minds?|remembers?"
        r"|wears?|eats?)\b[^.!?\n]{2,60}\?|\b(?:isn't|wasn't|no one|nobody|hardly|not|no)\b[^.!?\n]{3,60}, (?:is|was|did"
        r"|does|has) (?:it|they|one)\?|\b(?:held|worked|arrived|came|survived|started|fits?|got there|made it)"
        r",? (?:didn't|hasn't|doesn't) (?:it|they|you)\?|\bseriously\?(?=\s|$)"
    ),
    # Hard to see, soon over, the way of such things.
    Turn(
        r"\byou(?:'d| would|'ll| will)? (?:really |practically |almost )?(?:have to|need to|must) (?:go looking|look (?:very"
        r" |really |pretty )?(?:hard|close|for it)|squint|search|hunt|get down"
        r"|hold it up|know where|be told|use a|have (?:good|sharp) eyes)\b|\b(?:magnifying glass|microscope)\b|\b(?<!there"
        r" )(?:is|are|was|late|off|short) (?:really |practically |next to |as good as )?nothing"
        r"(?= (?:in (?:this|the|our)|really|these days|nowadays|for (?:a|an|this)|much|at all|out of|unusual|you)|[.,!])(?!"
        r" you (?:could|did|can|need|have to|should))"
        r"|\b(?:hardly|scarcely|barely) (?:ruined|spoil(?:ed|t)|damaged|affected|hurt|broken|wasted|life-\w+|earth-\w+|a"
        r"|the|fair|front-page|news|grounds|cause|reason|used|worn|late|cold|wet)\b"
        r"|\b(?:quite |very |a )?(?:common|normal|usual|natural|typical|routine|standard|frequent|everyday|ordinary) (?:reaction"
        r"|thing|occurrence|side-effect|effect|complaint|feature|issue|problem|wear"
        r"|part|experience|variation|noise|response|symptom)s?\b(?= (?:in|for|with|of|and|at|on|after|to|that)\b| ?[,.!])"
        r"|, which (?:happens|can happen|does happen|is common|is normal|is usual|occurs"
        r"|sometimes happens|often happens|is only|is just)\b"
    ),
    Turn(
        r"\b(?:every|all|any|most) (?:[\w-]+ ){1,3}?(?:has|have|gets?|comes? with|needs?|suffers?|picks up) (?:a few|some"
        r"|the odd|its|their|an occasional|one or two|a couple of)\b[^.!?;\n]{0,30}|\bthe odd"
        r" (?:crossed|hiccup|blip|mistake|glitch|slip|mark|stain|spot|scratch|mix-up|delay|crossed wire|grumble|cough|drip"
        r"|noise|hair|crumb|loose|missing|late|lost|cold)\b|\b(?:is|was|were|are|'s) no more than"
        r" (?:an?|the|\d+|two|three|a few|some)\b[^.!?;\n]{0,25}|\b(?:just|only|merely|was|simply) a one-off\b|\b(?:you"
        r"|one) (?:still )?(?:get|got) the (?:general |main |overall )?(?:idea|gist|picture)\b|\btechnically,?"
        r"(?: speaking,?)? (?:the|it|there|this|you|he|she|they|your)\b[^.!?;\n]{0,40}?\b(?:did|does|was|were|had|is|still)"
        r" (?:have|get|include|work|arrive|come|a|an|there|only|within)\b|\bnot as (?:though|if|bad)\b"
        r"|\bnot like (?:you|the|we|anyone|anybody|it|he|she|they)\b[^.!?;\n]{2,40}|\b(?:patience|smile|good humour|perspective)"
        r" (?:goes|would go) a long way\b|\b(?:things|these things|it all|good things|quality|healing|repairs)"
        r" (?:\w+ )?takes? (?:time|a while)\b|\brome (?:wasn't|was not)\b|\b(?:what|all) (?:he|she|they|you|people|guests"
        r"|the kids|the children|everyone|your \w+)(?:'ll| will) remember\b"
    ),
    Turn(
        r"\b(?:no|without|little|any) (?:material|real|significant|lasting|practical|noticeable|measurable|actual|meaningful"
        r"|great|long-term|visible|appreciable) (?:impact|effect|difference|bearing|detriment|loss|disadvantage"
        r"|harm|consequence|damage|risk|bother)s?\b(?! (?:to us|has been found))|\b(?:something|anything|a matter|a thing"
        r"|an issue|over) (?:so|as|that) (?:trivial|minor|petty|silly|small|tiny|slight|insignificant)\b|\b(?:surprised"
        r"|taken aback"
        r"|puzzled|baffled|amazed|astonished|bemused)\b[^.!?;\n]{0,50}\b(?:such a|so strong\w*|strength|this (?:upset|angry"
        r"|cross|much)|that (?:upset|angry|cross|much)|the tone|reaction|fuss|caused)\b|\b(?:don't|do not|can't|cannot|fail"
        r" to)"
        r" (?:\w+ )?see (?:a|any|the|much|why) (?:\w+ )?(?:problem|harm|issue|difficulty|fuss|need for|great|big|cause for)\b"
        r"|\b(?:isn't|is not|wasn't|was not|aren't|weren't|not) (?:really |all |actually )?(?:that|so|very|too|terribly"
        r"|all that|exactly|particularly"
        r"|especially) (?:long|far|cold|loud|dirty|much to|big|serious|unusual|late|expensive|dangerous|hot|rude|noisy|deep"
        r"|noticeable|important|urgent|dramatic|uncommon|rare|bad|terrible|painful|hard to live)\b(?! (?:that|enough|a))"
        r"|\bnot that (?:it|they|you|this|anyone|anybody|he|she|the \w+|a \w+) (?:did|does|do|was|were|made|makes|matters?"
        r"|would|could|ever|noticed|minded|lost|hurt|needs?)\b[^.!?;\n]{0,30}|\b(?:rarely|seldom|never|hardly|nowhere near"
        r"|not nearly|not half) as"
        r" (?:serious|bad|dangerous|painful|big|dirty|grim|frightening|sore) as\b|\b(?:\d+|one|two|three|five|ten|twenty"
        r"|thirty|forty|a few) (?:minutes?|hours?|days?|pounds?|euros?|miles?|inches), not (?:an?|two|three|\d+|the|hours"
        r"|days|weeks|months|all)\b(?! \w+ more)"
    ),
    Turn(
        r"\b(?:are|is|were|'re|all|quite|soon|get|grew) (?:quite |all |well |long |soon )?used to (?:it|them|that|this)\b"
        r"|\b(?:we(?:'ve| have)|everyone(?:'s| has)|who hasn't|haven't we) all? ?been there\b|\bhappens to (?:us all|the"
        r" best|all of us|everyone|everybody)\b"
        r"|\b(?:don't|do not|doubt|can't|cannot) (?:think|believe|suppose|imagine|see)?[^.!?;\n]{0,25}?\b(?:(?:have|has"
        r"|it|this|that|really|much) (?:affected|bothered|harmed|hurt|mattered|inconvenienced|spoiled|spoilt|ruined)|made"
        r" (?:much|any|a lot)|cost you|put you out)"
        r"\b[^.!?;\n]{0,20}|\b(?<!a )(?:bit of|touch of|drop of) (?:\w+ )?(?:rain|mess|noise|dust|mud|water|damp|cold|heat"
        r"|smoke|wind|waiting|banter|fun|confusion|sand|grit|salt|spice|wear|rust|mould|hair|smell|odour|draught|turbulence"
        r"|wobble|excitement|mix-up"
        r"|misunderstanding|crossed wires|bother|upset|delay)\b(?= (?:never|won't|can't|is|in|on|at|and|does|did|adds|here)\b"
        r"| ?[,.!])|\b(?:there are|there's|there is) (?:far |much |a lot )?worse (?:things|fates|than|ways|problems)\b|\b(?:in"
        r"|with) (?:the )?(?:grand"
        r"|great) scheme\b|\bkeep (?:it|this|things) in (?:perspective|proportion)\b|\b(?:reads?|looks?|sounds?|seems?)"
        r" (?:far |much |a lot |rather )?worse (?:than|on paper|in writing|in the photo)\b"
    ),
)
#: It is denied, or told of somebody else's words.
_OTHERWISE = late(
    r"\b(?:not|isn't|wasn't|never|no|than|nothing|far from|aren't|won't|if|when|whenever|how|why|before|didn't|doesn't"
    r"|(?:don't|do not) (?:have|need|expect|want|think)"
    r"|told|call(?:ed)? (?:it|that)|let|says?|said|wrong to|nobody should)(?: [\w']+){0,3}\s*$",
    re.IGNORECASE,
)
_ITSELF_DENIED = late(
    r"(?:no|not|isn't|wasn't|hardly|scarcely|never|nobody|won't|wouldn't|doesn't|don't|surely|the|if|who)\b",
    re.IGNORECASE,
)


#: What somebody else made small, as it is told: "the shop called it 'only a scratch'".
_ONLY = late(r"['\"]\W?(?:only|just|merely|a (?:bit|minor|small|little|tiny))\b", re.IGNORECASE)


def told_otherwise(draft: Draft, found: re.Match[str]) -> bool:
    """Whether the words that make small are denied, or are not the writer's view."""
    start = draft.sentences[draft.index(found.start())].start
    if re.search(r"call (?:it|that) that|call (?:it|that)$", found[0]) and _ONLY.search(draft.before(start)):
        return True
    return not _ITSELF_DENIED.match(found[0]) and bool(
        _OTHERWISE.search(draft.said[max(start, found.start() - 40) : found.start()])
    )
