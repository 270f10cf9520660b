"""Knows how a draft grows too familiar: names for a friend, cries and jokes, our own fault as a prank, slang and kisses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late
from amends.drafts.finding import Mark
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_FRIENDS = (
    "mate matey pal bud buddy luv lovely lovey petal poppet chick chuck ducky duckie hinny sweetheart sweetie"
    " sweetpea darling darlin babe babes bae hun hon"
    " honey sugar treacle dearie champ boss legend superstar rockstar hero bro bruv cuz fam dude lad lads lass lassie"
    " girl girlie girls guys gang folks peeps"
    " amigo compadre squire guv guvnor missus padi yaar bhai chum sunshine lovelies hen possum cobber sis bestie ace"
    " love pet flower dear friend man duck star"
)
_FRIEND = "(?:" + _FRIENDS.replace(" ", "|") + ")"
_START = r"(?:\A|(?<=[.!?,:;-]\s)|(?<=\n))"
_CRY = (
    r"(?:aw+|ugh+|oof|ouch\w*|yikes|eek|eep|gosh|golly|blimey|crikey|jeez|jeepers|sheesh|noo{2,}|uh-?oh|wh?oops\w*"
    r"|oops\w*|d'oh|yuck|e+w+|gah|argh+|ha(?:ha)*|heh"
    r"|lol|omg|wowz\w+|welp|crumbs|cripes|ahoy|alrighty|right(?:y|io|o)|okey|anyhoo|arre+y|ar{2,}e|yo|oi|phew|bah|meh|boo"
    r"|well well|yowza|zoinks|shucks|drat|dang|darn|whoa|oh em gee)"
)
#: Names for a friend where somebody is spoken to; cries where a sentence begins; jokes, pranks and slang.
_FAMILIAR = Turns.known_by(
    (
        "whoopsy whoopsie cray fella fellas chaps lads biffed icky yaar ouchie oopsy yikesy sozza soz jeez crikey blimey flip strewth",
        (
            r"whoops(?:y|ie)[- ]daisy|cray(?:-cray)?\b|(?:fella|fellas|chaps|yaar)(?= ?[.,!?])|biffed it|icky\b|ouchie"
            r"|(?:jeez|crikey|blimey|strewth|flip me)(?= ?[.,!])"
        ),
    ),
    (
        "pinky promise butter biscuits hearts ball rumour team hey super chinning stuffed botched fluffed",
        (
            r"pinky promise|butter my \w+|(?:kinda|totally|well and truly|sorta|proper) (?:dropped|fluffed|stuffed|botched"
            r"|biffed|messed|cocked|mucked)|don't break (?:our|my) hearts?|hey,? hey\b|hey,? team\b"
            r"|rumour has it|super (?:icky|bummed|gutted|sad|sorry|duper|embarrass\w+)|chinning (?:us|me)|fair play (?:to|for)"
        ),
    ),
    (
        "girl boy guy shove bung chuck sling wing bout cuddle smile sparkle hugs bright",
        (
            r"(?:wrong|right|your) (?:girl|guy|gal|bloke|fella)\b(?= for| on)|(?:shove|bung|chuck|sling|fling) (?:you|it|that"
            r"|this|the \w+) (?:over|across|in|through|back|your way)|(?:sorry|soz) bout\b"
            r"|given? (?:it|him|her|you) a (?:\w+ )?(?:cuddle|hug|pat|talking[- ]to)|bright as your smile"
        ),
    ),
    (_FRIENDS, rf"(?<=,\s){_FRIEND}(?=[.,!?]|$| ?-|\s+x\b)"),
    (
        _FRIENDS,
        (
            r"(?:hi|hey|hello|hiya|heya|yo|sorry|cheers|thanks|ta|ok|okay|aw+|no|yes|honestly|oh|alright|right|morning|evening"
            r"|chin up|hang tight|hang on|there|then|totally|again|back|up)"
            r"(?: there)?,? (?:my |ya |you )?(?!dear |love |flower |friend |man |star |duck |pet |girls? "
            rf"|lads? ){_FRIEND}\b(?=[.,!?]| ?-| ?$)"
        ),
    ),
    (
        "my me",
        (
            r"m[ye] (?:dear|love|lovely|darling|duck|friend|lover|flower|sweet|guy|man|good (?:man|sir|lady)|old (?:mate"
            r"|friend|china))(?=[.,!?])"
        ),
    ),
    (
        "star legend gem diamond trooper superstar angel",
        (
            r"you(?:'re| are)? (?:an? |such an? )?(?:absolute |total |complete |real )?(?:star|legend|gem|diamond|trooper"
            r"|superstar|angel)(?=[.,!?])"
        ),
    ),
    (
        (
            "aw aww awww ugh ughh oof ouch ouchie ouchy yikes eek eep gosh golly blimey crikey jeez jeepers sheesh noo nooo"
            " noooo nooooo noooooo uh whoops whoopsie whoopsies woops oops oopsie oopsies d yuck"
            " ew eww ewww gah argh arghh ha haha heh lol omg wowza wowzer welp crumbs cripes ahoy alrighty righty rightio"
            " righto okey anyhoo arrey arre are yo oi phew bah meh boo well yowza zoinks shucks drat dang darn whoa gee"
        ),
        rf"{_START}{_CRY}\b(?!-)(?: to\b)?(?! \w+ Bear)(?! you| we| they| there| the\b| these| those| any)",
    ),
    (
        "moly cow smokes grief heck dear hell betsy",
        (
            r"holy (?:moly|cow|smokes|guacamole)|good grief|(?:flipping|blooming|what the) heck"
            r"|oh dear(?: oh dear)?(?= ?[,.!])|bloody hell|heavens to betsy"
        ),
    ),
    (
        "poor",
        (
            r"(?:you |your )?poor (?:you|thing|things|love|lamb|soul|souls|kitty|baby|babes?|pet|ducks?|chap|pup|pooch|tummy"
            r"|toes?|sausage)\b"
        ),
    ),
    ("silly", r"silly (?:us|me|old us|old me|sausages?|billy|billies|goose)\b"),
    ("guilty", r"guilty as charged|(?:hands up,? )?guilty,? your honou?r"),
    (
        (
            "facepalm numpty muppet wally plonker eejit doofus dumbo butterfingers klutz numpties muppets eejits goofballs"
            " goofball"
        ),
        (
            r"(?:face-?palm\w*|numpt(?:y|ies)|muppets?|wally|plonkers?|eejits?|doofus|dumbo|butterfingers|klutz"
            r"|goofballs?)\b(?! (?:show|movie))"
        ),
    ),
    ("egg", r"egg on (?:our|my) faces?"),
    (
        "clanger howler shocker ear mare hames dinner boob booboo",
        (
            r"(?:dropped|made|pulled|had) (?:an? |a right |a real |a proper |a total |an absolute )(?:clanger|howler|shocker"
            r"|mare|boob|boo-?boo|hames|pig's ear|dog's dinner)"
        ),
    ),
    (
        "goofed spaced flubbed bungled fluffed derped",
        r"(?:we|I)(?:'ve| have| really| totally| just| so){0,3} (?:goofed|spaced|flubbed|derped|fluffed)\b",
    ),
    (
        "moment fart fade freeze",
        (
            r"(?:senior|blond\w*|homer simpson|face-?palm|mr bean) moment|brain (?:fart|fade|freeze)|(?:had|having) (?:a"
            r"|one of (?:its|their|those)) (?:little |wee |bit of a )?(?:moments?|wobbl\w+|hissy fit|meltdown|tantrum|nap"
            r"|snooze|sulk|lie-in|siesta|mind of its own)"
        ),
    ),
    (
        "wobbly wobble tantrum hissy sulk meltdown strop huff nap snooze siesta",
        (
            r"(?:threw|thrown|throwing|had|having|took|taken|taking|in) (?:a |an |its |their )?(?:little |wee |bit of a "
            r"|right )?(?:wobbl[ye]|tantrum|hissy|sulk|meltdown|strop|huff|nap|snooze|siesta)"
        ),
    ),
    (
        "walkabout awol wander adventure jolly holibobs joyride",
        (
            r"(?:went|gone|going|took|taken|gone off|went off)(?: off)?(?: on| for)?(?: an?| its| their)?(?: little| wee"
            r"| bit of an?| own| unplanned)* (?:walkabout|awol|wander|adventure|jolly|holibobs|joyride)"
        ),
    ),
    (
        "gremlins gremlin pixies pixie gnomes goblins elves fairies poltergeist gods ghosts monster monsters",
        (
            r"(?:our|the|some|those|a few|pesky|naughty|parcel|post|print\w*|data|computer|it|delivery|sock|tech|system|till"
            r"|kitchen|payroll|luggage|wifi|internet) (?:\w+ )?(?:gremlins|pix(?:ies|ie)|gnomes?|goblins?|fairies"
            r"|poltergeists?|monsters?)\b(?! (?:cake|costume|ornament|figure|range|toy|book|film)s?)"
            r"|(?:our|pesky) gremlin|(?:post|delivery|tech|weather|travel|courier|wi-?fi|computer|technology) gods"
        ),
    ),
    ("strike strikes struck", r"strikes? again!|has struck again!"),
    ("houston biscuit socks beans", r"houston,? we|butter my|(?:your )?cotton socks|cool beans|spill the beans"),
    (
        "can jiffy shakes tick mo pronto lickety",
        (
            r"before you can say|(?:quicker|faster) than you can|in (?:a jiffy|two (?:shakes|ticks)|a mo|half a tick)\b"
            r"|lickety|asap rocky"
        ),
    ),
    (
        "wink kidding pun jk joking jokes",
        (
            r"wink,? wink|(?:just |only )?(?:kidding|joking)(?= ?[,.!]| aside)|(?:no )?pun (?:intended|there)|jokes aside"
            r"|(?-i:jk)\b"
        ),
    ),
    (
        "died screaming dead crying even deceased",
        (
            r"literally (?:died|dead|dying|crying|screaming|cannot|can't)|I'?m (?:screaming|dead|crying|deceased"
            r"|howling)\b(?! (?:inside )?(?:with|in|on|about) )|i (?:just )?can(?:'t|not) even(?= ?[.,!])"
        ),
    ),
    (
        "giggle chuckle laugh giggles snigger lolz titter",
        (
            r"(?:had|have|gave|give|got|get|having)(?: us| me| you| everyone| them)?(?: all)?(?: a)?(?: good| wee| little"
            r"| right| bit of a)* (?:giggle|chuckle|laugh|titter)s?\b|for a laugh\b"
        ),
    ),
    ("tell", r"(?:ha,? |oh,? )?(?:you're telling|don't i know|tell me about) (?:me|it)(?= ?[,.!])"),
    (
        "right amirite same",
        (
            r"am i right\b|amirite|(?:honestly|literally|girl|omg|mate|ugh),? same\b|same (?:girl|here|mate|sis)(?= ?[,.!])"
        ),
    ),
    (
        "rollercoaster palaver kerfuffle pickle doozy saga mare shambles faff hoo shitshow",
        (
            r"(?:what|such|bit of|some|quite) an? (?:\w+ )?(?:\w+ )?(?:rollercoaster|palaver|kerfuffle|pickle|doozy|mare"
            r"|hoo-?ha|hoo-?hah|faff|hullabaloo)\b|(?:fine|right|proper|real) (?:old )?pickle"
        ),
    ),
    (
        "proper total well dead pure hella mega pretty super nightmare",
        (
            r"(?:proper|pure|total|absolute) (?:nightmare|mare|shocker|mess|pickle|disaster-?zone)\b(?= ?[,.!])|(?:well|dead"
            r"|pure|hella|mega|super|proper) (?:dodgy|gutted|grim|minging|rubbish|bad|annoying|gross|rank|naff|scary|manky"
            r"|weird)\b"
        ),
    ),
    (
        "hug hugs cuddles vibes squeeze",
        (
            r"(?:big|massive|huge|virtual|warm|sending)(?: you)?(?: \w+)? (?:hugs?|cuddles|squeeze|vibes)|hugs(?= ?[,.!]| from"
            r"|\Z)"
        ),
    ),
    ("x xx xxx xo xoxo mwah", r"(?<!size\s)(?:xx+|xoxo|xo|mwah)(?=[.!]|$)|(?<=\w\s)x(?=\s*$)"),
    (
        "chin hang breath pecker frown sit keep",
        r"chin up\b(?! to)|hang (?:tight|in there)\b|sit tight\b|deep breaths?(?= ?[,.!])|pecker up|turn that frown",
    ),
    (
        "smile grin",
        (
            r"(?:put|get|bring|plant|pop) (?:a|that|the) (?:big |great )?(?:smile|grin) (?:back )?(?:on|onto|to)"
            r"|that (?:lovely )?face\b(?= ?[,.!])"
        ),
    ),
    (
        "cook whip magic conjure wand cavalry rescue cape genie",
        (
            r"(?:cook|whip|magic|conjure|rustle|drum) (?:something |you )?up(?= for| a\b| to| an\b|[.,!]|$)|work(?:ing)? (?:my"
            r"|our|some|a bit of) magic|magic wand|the cavalry\b|to the rescue[!.]|(?:our|my) (?:superhero )?cape"
        ),
    ),
    (
        "kip comfier snuggle cosy comfy crib",
        r"(?:comfier|comfy|cosy|decent) (?:kip|crib|bed for)|(?:a bit of|some) (?:kip|shut-?eye)\b",
    ),
    (
        "funny guess plot spoiler",
        (
            r"(?:so,? )?funny story\b|(?<!to\s)(?<!can\s)guess (?:who|what)\b(?! (?:it|you|the|is|your|was|would|suits))"
            r"|plot twist|spoiler(?: alert)?[:!,]"
        ),
    ),
    (
        "naughty cheeky pesky",
        (
            r"(?:naughty|cheeky|pesky) (?:\w+ )?(?:van|driver|courier|parcel|system|computer|boiler|bug|bugs|robot|little"
            r"|printer|machine|chef|wifi|oven|kettle|fridge|washer|sofa|card)\w*"
        ),
    ),
    (
        "fluffball furbaby doggo pupper kiddo kiddos hubby wifey tummy owie bubba pooch furry bubs nipper nippers",
        (
            r"fluff-?ball|fur-?bab(?:y|ies)|doggos?|puppers?|kiddos?|hubby|wifey|owie|your (?:\w+ )?(?:tummy|tum|tootsies"
            r"|peepers|gnashers|bubs|pooch|nippers?|furry friend)"
        ),
    ),
    (
        (
            "innit lemme gimme dunno whatcha outta imma tbh ngl idk tysm defo probs totes obvs deffo soz toodle ta anyways"
            " coz cos gonna wanna kinda sorta y"
        ),
        (
            r"(?:innit|lemme|gimme|dunno|whatcha|outta|imma|tbh|ngl|idk|tysm|defo|deffo|probs|totes|obvs|soz|ta muchly|ta-?ra"
            r"|toodle\S*|y'all|sorta)\b"
        ),
    ),
    (
        "stinks blows brutal gnarly bonkers stuff bites crap rubbish pants",
        (
            r"(?:that|this|it) (?:really |totally |so |just )?(?:stinks|blows|bites|sucks)\b(?! (?:the|a|air|up|out|in|hot"
            r"|cold|of|on|when|through))|(?:brutal|gnarly|bonkers|pants|crap|rubbish)(?: stuff)?,? (?:man|mate|innit|that"
            r"|isn't it|eh)\b"
        ),
    ),
    (
        "vex chill stress sweat sharp",
        r"no (?:vex|sweat|stress)\b|don't (?:sweat|stress) (?:it|about it)|chill(?:ax)?(?= ?[,.!])|sharp sharp\b",
    ),
    ("eh huh right", r"(?<=,\s)(?:eh|huh|right|hey)\?"),
    ("against fashion weep", r"crime against|i could (?:weep|cry|scream) for you"),
    ("tied altogether", r"fit to be tied|desperate altogether"),
    (
        "missus sonny laddie champ chief jack",
        r"(?:right then|now then|come on|listen),? (?:missus|sonny|laddie|young man|champ|jack)",
    ),
    (
        "pear haywire bananas doolally tits south belly",
        (
            r"(?:went|gone|go|going) (?:a bit |all |really |right )?(?:pear-?shaped|tits up|belly up|haywire|bananas|doolally"
            r"|kaput)"
        ),
    ),
    (
        "boo dagnabbit kaput banjaxed knackered borked wonky cattywampus",
        r"(?:banjaxed|knackered|borked|kaput)\b|boo to\b",
    ),
    ("bless", r"bless (?:you|your|him|her|them|'em)(?: heart| little| cotton)?(?= ?[,.!]| heart| little| cotton)"),
    (
        "decided chose fancied felt forgot lonely shy bored feet fright thought mind scenic",
        (
            r"(?:parcel|refund|order|system|computer|boiler|suitcase|letter|invoice|package|van|printer|machine|file|booking"
            r"|website|app|payment|server|till|lift|tumble dryer|cake|bag|luggage|box|card)(?: has| had| must have| clearly"
            r"| seems to have| obviously){0,2} (?:decided (?:to|it|that|not)|chose to|fancied|felt like|forgotten"
            r"|got (?:lonely|shy|bored|cold feet|stage fright|tired|lost in))|scenic route|mind of its own"
        ),
    ),
    ("poor old", r"poor old (?:you|thing|love|soul|boy|girl|chap)"),
    (
        "thing tiger tease monkey sausage so cow",
        (
            r"(?:cheeky|naughty|silly|crazy|pesky) (?:thing|tease|monkey|sausage|beggar|so-and-so)|easy(?: there)?,? tiger"
            r"|hold your horses|keep your hair on|cool your jets"
        ),
    ),
    (
        "plonkers plonker bunch chief wallies donkeys clowns",
        (
            r"(?:bunch|pack|lot|couple) of (?:plonkers|wallies|donkeys|clowns|muppets|numpties|eejits|clots|jokers)|(?:sorry"
            r"|cheers|thanks|ok|right) chief(?= ?[.,!])"
        ),
    ),
    ("gonna lie fair", r"not gonna lie|no lie(?= ?[,.!])|real talk|true story(?= ?[,.!])"),
    ("cock royal ups", r"(?:right )?royal (?:cock-?up|mess|pickle|hash)|cock-?up\b"),
    ("isn aren wasn didn doesn hasn", r"(?<=,\s)(?:isn|aren|wasn|didn|doesn|hasn)'t (?:it|they|that|we|he|she)!"),
    ("big", r"big time(?= ?[,.!])"),
)
#: A letter drawn out: "sooo", "heyyy".
_DRAWN = late(r"\b(?!www|xxx|iii|zzz|[a-z]*\d)[a-z]*([aehilnorswyz])\1\1[a-z]*\b", re.IGNORECASE)
#: Words of the old list that are a thing, a name or plain politeness as often as a slip.
_ADDRESS = late(
    r"(?i:mate|buddy|pal|hun|hon|babe|champ|sweetie|darling|dude|bro|fam|chum|petal|sunshine|boss|guys|folks)$"
)
_OF_A_THING = late(
    r"\b(?:an?|the|your|our|his|her|their|this|that|my|of|first|toy|colleague|called|named|chef|dr|mr|mrs|ms)\s$",
    re.IGNORECASE,
)
_WEAK = late(
    (
        r"(?:hey|heya|hiya|cheers|no worries|folks|guys|chill|awesome|fab|hiccup|gremlins?|goof|howdy|gonna|wanna|kinda"
        r"|pls|plz|thx)\b"
    ),
    re.IGNORECASE,
)


def familiar(draft: Draft) -> Iterator[Mark]:
    """Words between friends, in a draft that is none."""
    strong = list(_FAMILIAR.marks(draft, "Too familiar for this moment."))
    old = list(
        draft.house.cue("chummy").marks(
            draft, "Too familiar for this moment.", unless=lambda found: _harmless(draft, found)
        )
    )
    weak = [mark for mark in old if _WEAK.match(draft.said, mark.start)]
    yield from (
        Mark(found.start(), found.end(), "Too familiar for this moment.") for found in _DRAWN.finditer(draft.said)
    )
    yield from strong
    for mark in old:
        if mark not in weak or len(weak) > 1 or strong or len(old) > len(weak):
            yield mark


def _harmless(draft: Draft, found: re.Match[str]) -> bool:
    before, behind = draft.said[max(0, found.start() - 14) : found.start()], draft.said[found.end() : found.end() + 3]
    if found[0] in {"UR", "Boss", "Pal"}:
        return True
    if _ADDRESS.match(found[0]) and (
        behind[:2] == "'s" or (behind[:1] == " " and behind[1:2].isupper() and found[0][0].isupper())
    ):
        return True
    return found[0].lower() in {
        "gremlin",
        "goof",
        "hiccup",
        "sunshine",
        "boss",
        "pal",
        "chum",
        "champ",
        "mate",
        "chill",
        "petal",
        "darling",
        "buddy",
    } and bool(_OF_A_THING.search(before))
