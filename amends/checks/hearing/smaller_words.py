"""The words that make a fault small: by its size, price and nature, by fate and laughing, by telling them how to take it."""

from __future__ import annotations

from amends.drafts.turns import Turn, Turns

_GAP = r"[^.!?;\n]"
_BE = r"(?:'s|'re| is| are| was| were| be| been| being| seems?| looks?| amounts? to| comes? (?:down )?to)"
_THIS = r"(?:it|this|that|these|those|they|such (?:a )?things?)"
_ONLY = (
    r"(?:just|only|merely|simply|literally|purely|basically|nothing (?:more|other|but|worse) than|no"
    r" more than|little more than|hardly more than|not much more than|barely)"
)
_SIZE = (
    r"(?:small|little|minor|tiny|slight|trivial|trifling|minuscule|minute|teeny|wee|petty|insignificant"
    r"|negligible|minimal|marginal|modest|silly|quick|brief|momentary|passing|temporary)"
)
#: What goes wrong in an office, and what goes wrong with a thing.
_SLIP = (
    r"(?:hiccups?|hiccoughs?|glitch(?:es)?|delays?|inconveniences?|mix-?ups?|oversights?|issues?|errors?"
    r"|mistakes?|slips?|slip-?ups?|blips?|bumps?|snags?|hold-?ups?|setbacks?|misunderstandings?|mishaps?"
    r"|typos?|bloopers?|blunders?|wobbles?|hitch(?:es)?|imperfections?|blemish(?:es)?|discrepanc(?:y|ies)"
    r"|lapses?|matters?|nuisances?|annoyances?|disruptions?|faults?|problems?|defects?)"
)
_SHORT = (
    r"(?:hiccups?|glitch(?:es)?|delay|inconvenience|mix-?up|oversight|error|mistake|slip|slip-?up|blip"
    r"|bump|snag|hold-?up|misunderstanding|mishap|typo|wobble|hitch|blemish|lapse|nuisance|annoyance)"
)
_MARK = (
    r"(?:scratch(?:es)?|marks?|dents?|scuffs?|stains?|chips?|nicks?|cracks?|dings?|tears?|holes?|spots?"
    r"|leaks?|drips?|creases?|smudges?|rash|cuts?|bruises?|bumps?|noises?|smells?|damp|dust|dirt|rain"
    r"|wait|queue|wet|cold|mud|hair|mould|water|turbulence|wear|rust|paint)"
)
_COMMON = (
    r"(?:(?:perfectly|quite|completely|totally|entirely|absolutely|only|very|all|fairly|pretty|just)"
    r" (?:normal|natural|usual|common|ordinary|standard|routine|typical|to be expected)|par for the"
    r" course|part and parcel|nothing (?:unusual|out of the ordinary|special|serious|major|dramatic"
    r"|terrible|to write home about))"
)
_UNIT = (
    r"(?:seconds?|minutes?|mins?|hours?|days?|weeks?|pounds?|quid|pence|euros?|dollars?|cents?|rupees"
    r"|naira|pages?|inch(?:es)?|cms?|centimetres?|millimetres?|mm|percent|degrees?|stitch(?:es)?)"
)
_COUNT = (
    r"(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|a few|a"
    r" couple of|a handful of|half an?)"
)

_SIZES = (
    "small tiny little minor slight trivial trifling minuscule minute teeny wee petty insignificant"
    " negligible minimal marginal"
    " modest silly quick brief momentary passing temporary"
)
_ONLIES = "just only merely simply literally purely basically nothing more barely"

#: How big it is: "a slight hiccup", "just a typo", "a bit of damp is all", "merely", "at the end of the day it's a takeaway".
_BY_SIZE = (
    Turn(
        rf"\b(?:an?|the|that|this|such an?|one|our|some|any|these|those|very|rather|quite|sorry for|about)"
        rf" (?:{_SIZE},? ){{1,2}}(?:\w+ )?{_SLIP}\b(?! (?:to|is a serious|can|request|favou?r|but|you (?:asked"
        rf"|wanted)|I (?:need|have|would)))",
        _SIZES,
    ),
    Turn(
        r"\b(?:small small|tiny tiny|small-small) (?:things?|matters?|problems?|issues?|delays?|mistakes?"
        r"|money)\b",
        "small tiny",
    ),
    Turn(
        rf"\b{_ONLY} (?:about |a |an |one |the |some )?(?:\w+ )?(?:{_SHORT}|{_MARK})\b(?! (?:left|remains?|is"
        rf" (?:left|open|missing)|to (?:go|fix)))",
        _ONLIES,
    ),
    Turn(
        rf"\b(?:bit|touch|spot|hint|trace|drop) of (?:an? |the |some )?(?:\w+ )?(?:{_SLIP}|{_MARK}|noise|delay"
        rf"|fun|banter|confusion|trouble|bother)\b(?= (?:is|in|on|never|won't|does|did|hasn't|and)\b| ?[,.!])",
        "bit touch spot hint trace drop",
    ),
    Turn(r"\b(?:is|that's|was) all(?: it (?:is|was))?(?=[.!,])", "all"),
    Turn(
        r"\b(?:at the end of the day|when all is said and done|let's face it|let's be (?:honest|real)|come on"
        r"|honestly|deep breaths?(?:,? \w+)?),? (?:it|this|that|we|they)(?:'s| is| was|'re| are) (?:only "
        r"|just |merely |still )?(?:an?|one|some|talking) [^.!?;,\n]{2,40}",
        "day done face honest real come honestly breath breaths",
        "a an one some talking",
    ),
    Turn(
        rf"\b(?:we|you)(?:'re| are)(?: \w+)? talking (?:about |of |here )?(?:{_COUNT}|a) [^.!?;\n]{{2,30}}", "talking"
    ),
    Turn(r"\b(?<=, )(?<!gesture, )nothing (?:more|worse|else)(?: than that)?(?=[.!])", "nothing no"),
    Turn(r", if (?:that|even that|at all)(?=[.!])", "if"),
    Turn(
        rf"(?<![\w,:;)]\s)\b(?:it|this|that|they)(?:'s| is| was|'re| were) {_COUNT} (?:\w+ )?{_UNIT}(?:,"
        rf" (?:\w+|my \w+))?(?=[.!])",
        "minute minutes min mins hour hours day days week weeks pound pounds quid pence euro euros dollar"
        " dollars cents rupees naira inch inches mm stitch stitches seconds",
        "it it's that that's this they they're",
    ),
    Turn(
        rf"\b{_THIS}{_BE}(?: all)?(?: (?!now\b)\w+)? {_ONLY} (?:about |for )?(?:{_COUNT}|the|a|an|some)\b(?!"
        rf" (?:one|of|way|thing))[^.!?;\n]{{0,30}}",
        _ONLIES,
    ),
    Turn(
        r"\b(?:you|he|she|they)(?:'re| are| were|'d be) (?:only|just|merely) \w+ing\b(?! to| for)", "only just merely"
    ),
    Turn(
        r"\b(?:negligible|trifling|inconsequential|(?:it's|for|is|was|just|only) peanuts|(?:cosmetic|superficial) (?:only|at most))\b",
        "negligible trifling inconsequential peanuts cosmetic superficial",
    ),
    Turn(
        r"\b(?:a mere|of (?:a )?(?:trivial|minor|petty|trifling) (?:nature|kind|importance)|of (?:little|no"
        r"|minor) (?:real )?(?:consequence|importance|significance|account))\b",
        "mere nature kind importance consequence significance account",
    ),
    Turn(
        r"\b(?:(?:in|within) the (?:\w+ )?(?:scheme of|run of things|big picture|larger picture|bigger"
        r" picture)|out of (?:all )?proportion|within (?:what|the (?:limits|range|tolerance) (?:of what"
        r"|people|most))[^.!?;\n]{0,40})",
        "scheme run picture proportion within",
    ),
    Turn(
        r"\b(?:looks?|looked|sounds?|sounded|seems?|feels?) (?:far |much |a lot |rather )?(?:worse|bigger"
        r"|more serious|scarier|nastier)(?: \w+){0,4} than (?:it|they|that|this)\b",
        "worse bigger serious scarier nastier",
    ),
    Turn(r"\bnot (?:nearly |half |quite )?as (?:bad|big|serious|terrible|dramatic) as (?:it|you|all|they)\b", "not"),
    Turn(
        r"\b(?:hardly (?:a|an|the|worth|noticeable|shows?|visible|anything|matters?|earth-shattering"
        r"|surprising)|scarcely (?:a|worth|noticeable|shows?)|barely (?:shows?|noticeable|visible|worth))\b",
        "hardly scarcely barely",
    ),
    Turn(
        r"\b(?:it|this|that|damage|crack|scratch|mark|dent|fault|defect)(?:'s| is| was) (?:purely |only "
        r"|merely |just )?cosmetic\b",
        "cosmetic",
    ),
    Turn(
        r"\b(?:first[- ]world problems?|doesn't really matter|does not really matter|doesn't matter much"
        r"|neither here nor there|water under the bridge|spilt milk|a fuss (?:about|over)|mountain out of"
        r"|storm in a|small beer|no great shakes|(?<!a )small change(?! (?:to|in|has|was|is)))\b",
        "problem problems matter neither bridge milk fuss mountain storm beer shakes change",
    ),
    Turn(r"\bnothing to (?:fuss|fret|cry|shout|complain|moan|write home|make a)\b", "nothing"),
    Turn(r"\btechnically,? only\b", "technically"),
)
#: How common it is: "perfectly normal", "comes with the territory", "that's just weddings", "teething troubles", "it happens".
_BY_NATURE = (
    Turn(
        rf"\b{_THIS}{_BE} {_COMMON}\b|\b(?:is|are|was|were) (?:all )?(?:{_COMMON}|to be expected)\b(?= (?:in"
        rf"|for|with|at|on|this|after|when|and)\b| ?[,.!])",
        "normal natural usual common ordinary standard routine typical expected par parcel nothing",
    ),
    Turn(
        r"\b(?:one of those (?:things|days|weeks|nights)|comes? with the territory|goes? with the"
        r" (?:territory|job)|part and parcel|part of the (?:fun|charm|adventure|experience|deal|game"
        r"|process|package|parcel)|par for the course|(?:are|is|just|only|usual|few|the|simply|some)"
        r" teething (?:trouble|problem|issue|pain)s?)\b",
        "those territory job parcel part par teething",
    ),
    Turn(
        r"\b(?:such is life|c'est la vie|that's life|life goes on|life's too short|worse things happen"
        r"|nature of the beast|swings and roundabouts|rub of the green|luck of the draw|(?:nobody|no"
        r" one)(?:'s| is) perfect|we(?:'re| are) (?:all|only) human|to err is human)\b",
        "life life's vie worse beast swings green draw perfect human",
    ),
    Turn(r"\bthat's (?:just )?(?:how (?:it|things|life|they)|the way (?:it|things|life)|what happens)\b", "that's"),
    Turn(
        r"\bthat's just (?!(?:not|what I|the (?:\w+ )?(?:beginning|start|number|first)|so|as|under|over"
        r"|been|to|a (?:copy|reminder|note)|not good|wrong|for)\b)[a-z]+(?=[.!])",
        "that's",
    ),
    Turn(
        r"\b(?:these|such|those|this (?:kind|sort) of) (?:little |small )?(?:things?|hiccups|mistakes"
        r"|delays|mix-ups)(?: \w+)? (?:happens?|do happen|occurs?|crop up|come up|are bound to|is bound"
        r" to)\b",
        "happen happens occur occurs crop come bound",
    ),
    Turn(
        r"\b(?:it|this|that|these things|mistakes|accidents|things)(?: \w+)? happens? (?:to (?:the best of"
        r" us|all of us|everyone|everybody|anyone|us all)|all the time|every day|from time to time|now and"
        r" (?:then|again)|occasionally|once in a while|at times|on occasion)",
        "happen happens",
    ),
    Turn(
        r"\b(?:everybody|everyone|every \w+|all \w+|anybody|anyone|most \w+|any \w+)(?: of that age| \w+)?"
        r" (?:gets?|picks? up|makes?|has|have|loses?|suffers?|sees?|goes) [^.!?;\n]{1,40}?(?:now and"
        r" (?:then|again)|once in a while|from time to time|sometimes|occasionally|or two|at some (?:point"
        r"|stage)|eventually)\b",
        "everybody everyone every all anybody anyone most any",
        "now once time sometimes occasionally two some eventually",
    ),
    Turn(
        r"\b(?:adds?|gives?|lends?) (?:it |them |the \w+ )?(?:a bit of |some |a certain |a little"
        r" )?(?:character|charm|personality)\b|\bcomes? (?:out|off) in the wash\b",
        "character charm personality wash",
    ),
)
#: What it did: "no real harm", "you got there in the end", "shouldn't be a hardship", "nobody will notice", "as it didn't affect you".
_BY_EFFECT = (
    Turn(
        r"\bno (?:real |great |lasting |actual |serious |major |permanent )?(?:harm|damage|drama|bother"
        r"|biggie|biggy|great loss|big loss|tragedy|catastrophe)(?: was)?(?: done| there| caused)?(?=[,.!"
        r" ])(?! (?:came|comes|to your|to the|has been found|so far))|\bno big (?:deal|thing|drama|issue)\b",
        "harm damage drama bother biggie biggy loss tragedy catastrophe deal thing issue",
    ),
    Turn(
        r"\bnot (?:really |exactly |quite )?(?:the )?(?:end of the world|a (?:disaster|catastrophe|tragedy"
        r"|crisis|matter of life)|life and death|rocket science|so (?:bad|terrible|awful|serious)|that"
        r" (?:bad|terrible|awful|serious)|worth (?:the|all this|this much|getting|losing))\b",
        "not",
    ),
    Turn(
        r"\b(?:shouldn't|needn't|won't|can't|should not|would not|wouldn't|doesn't|isn't|hardly|scarcely"
        r"|surely not)(?: \w+)? (?:be |have been )?(?:much of |too much of |too great |such |really"
        r" )?(?:an?|any|too (?:much|big)) (?:great |big |real |major |huge )?(?:hardship|bother|problem"
        r"|imposition|ordeal|disaster|drama|difference|upheaval|inconvenience|trouble)\b",
        "hardship bother problem imposition ordeal disaster drama difference upheaval inconvenience trouble",
    ),
    Turn(
        r"\b(?:you(?: did| still| all| do)?|they|he|she) (?:did |still |all )?(?:get|got|made it|arrived?"
        r"|managed?)(?: there| home| it| by)?(?: \w+)? (?:in the end|after all|eventually|all the same)\b",
        "end after eventually same",
        "get got made arrive arrived manage managed",
    ),
    Turn(
        r"\byou (?:weren't|were not) (?:out of pocket|harmed|hurt|worse off|any worse off|charged in the"
        r" end)\b",
        "weren't were",
        "pocket harmed hurt worse end",
    ),
    Turn(
        r"\b(?:as|since|because|given that|seeing as|hopefully|luckily|fortunately|thankfully|presumably|I"
        r" (?:trust|hope|take it|assume))(?: that)? (?:it|this|that|the \w+|you)"
        r" (?:did not|didn't|hasn't|has not|won't have|wasn't|weren't)(?: really)? (?:put you out"
        r"|affect(?:ed)?|spoil|ruin|harm|cost|disturb|too|bother|cause|inconvenience|interfere|suffer"
        r"|miss)\b[^.!?;\n]{0,30}",
        "didn't did hasn't has won't wasn't weren't",
        "put affect affected spoil ruin harm cost disturb too bother cause inconvenience interfere suffer miss",
    ),
    Turn(r"\bit needn't (?:hold|put|stop|bother|worry|trouble) you\b", "needn't"),
    Turn(
        r"\b(?:leaves|gives|still have|left) you (?:with )?(?:plenty|lots|loads|ample|enough)\b",
        "plenty lots loads ample enough",
    ),
    Turn(
        r"\b(?:bounce back|soon (?:forget|be forgotten|get over)|(?:will|she'll|he'll|they'll) have (?:\w+"
        r" )?forgotten|won't even remember|(?:will|she'll|he'll|they'll|you'll) get over|be forgotten (?:by"
        r"|in|soon))\b",
        "bounce soon forgotten remember over",
    ),
    Turn(
        r"\b(?:nobody|no one|no-one|none of (?:your|the) \w+|not a soul|hardly anyone|few people|few)(?:"
        r" but you| else)? (?:will|would|'ll|'d|is going to)(?: ever| even| really)? (?:notice|know|see|be"
        r" the wiser|mind|care|spot|tell)\b",
        "notice know see wiser mind care spot tell",
        "nobody no none soul hardly few",
    ),
    Turn(
        r"\byou(?:'d|'ll| would| will| can| could)(?: \w+)? (?:hardly|barely|scarcely|never) (?:even"
        r" )?(?:notice|see|know|feel|spot|tell)\b",
        "hardly barely scarcely never",
        "notice see know feel spot tell",
    ),
    Turn(r"\bwhat (?:real |possible |big )?difference (?:it|this|that|does|would|a|an|one|can)\b", "difference"),
    Turn(
        r"\b(?:fail to|can't|cannot|don't|do not|struggle to) (?:quite |really )?(?:see|understand|get"
        r"|know) (?:what|why) (?:the|all|such|a|an|this|it|you)(?: \w+){0,2} (?:fuss|problem|big deal"
        r"|matters?|issue|difference|drama|upset|so upset|is about)",
        "what why",
        "fuss problem deal matter matters issue difference drama upset about",
    ),
)
#: How to take it: "you'll laugh about it", "a little sensitive", "don't sweat it", "I wouldn't worry", "put it in perspective".
_TAKEN = (
    Turn(
        r"\b(?:you(?:'ll| will|'d|'ve got to| have to| must)?|we(?:'ll| will)?|one day) (?:all |soon |be"
        r" able to |surely )?(?:laugh|smile|giggle|chuckle|see the funny|see the bright|look back"
        r"|joke)\b[^.!?;\n]{0,30}|\b(?:have|had|get) a (?:good )?laugh\b",
        "laugh smile giggle chuckle funny bright back joke",
    ),
    Turn(
        r"\b(?:a (?:little|bit|touch|tad)|somewhat|rather|too|over|overly|very|so|slightly|being|quite)["
        r" -](?:a (?:little|bit|tad) )?(?:over-?sensitive|sensitive|dramatic|over-?dramatic|touchy"
        r"|thin-skinned|fussy|picky|precious|emotional|hysterical|melodramatic|pedantic|worked up)\b"
        r"(?! (?:topic|matter|data|information|issue|subject|skin|area))",
        "sensitive oversensitive dramatic overdramatic touchy skinned fussy picky precious emotional"
        " hysterical melodramatic pedantic worked",
    ),
    Turn(
        r"\b(?:it'll|it will|all will|everything will) (?:all )?be (?:grand|fine|alright|all right|okay"
        r"|ok)\b(?! (?:by|if|to|for me))",
        "grand fine alright right okay ok",
    ),
    Turn(
        r"\b(?:don't|do not|no need to|not to|let's not|mustn't|shouldn't) (?:be )?(?:so )?(?:stress(?:ing"
        r"|ed)?|sweat|fret|panic(?:king)?|shout(?:ing)?|get (?:so |too |all )?(?:worked up|upset|excited|het"
        r" up|wound up|stressed|carried away|your)|let it (?:get|ruin|spoil|bother)"
        r"|make (?:a fuss|such a|a mountain|a drama|a scene|too much|more of)|take (?:it|this) (?:so|too)"
        r" (?:hard|personally|seriously|to heart)|lose (?:any |your )?(?:sleep|temper|cool)|lose it|dwell"
        r"|dramati[sz]e|exaggerate|raise your voice|cry over|sulk|moan)\b",
        "stress stressing stressed sweat fret panic panicking shout shouting get let make take lose dwell"
        " dramatise dramatize exaggerate voice cry sulk moan",
    ),
    Turn(
        r"\bI(?:'d not| would not| wouldn't) (?:worry|fret|stress|panic|lose (?:any )?sleep|read too much"
        r"|make too much|get too)\b",
        "worry fret stress panic lose read make get",
        "i'd wouldn't would",
    ),
    Turn(
        r"\b(?:deep breaths?|take a (?:deep )?breath|lighten up|keep your (?:hair|shirt) on|cool (?:down"
        r"|it)|simmer down|settle down|calm yourself|be calm|stay cool)\b(?=[,.! ])",
        "breath breaths lighten hair shirt cool simmer settle calm",
    ),
    Turn(
        r"\b(?:look at it this way|look on the bright side|see the (?:bright|funny|positive) side|put (?:it"
        r"|things|this) in(?:to)? perspective|get some perspective|keep (?:it|things|this) in"
        r" (?:perspective|proportion))\b",
        "way side perspective proportion",
    ),
)
SMALLER = Turns(*_BY_SIZE, *_BY_NATURE, *_BY_EFFECT, *_TAKEN)
