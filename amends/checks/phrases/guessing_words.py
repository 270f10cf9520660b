"""A trait guessed from a name, a voice, a photograph or where they live, or taken from their kind."""

from __future__ import annotations

from amends.drafts.turns import Turns

GUESSED = Turns(
    (
        r"\b(?:since|as|because|given that|seeing as|seeing that|when|if) you(?:'re|'ve| are| have| come"
        r"| came)(?: \w+)? (?:from (?:abroad|overseas|another country|the (?:country|village|sticks|continent)|elsewhere"
        r"|africa|asia|india|a )|new (?:to (?:this|the) country|here)|not from (?:here|round here|this|the)"
        r"|from a (?:different|small|poor|rural))"
    ),
    (
        r"\byou(?:'ll|'d| will| would| must| may| might)(?: \w+)? (?:be|have been) (?:on (?:benefits|a pension"
        r"|your pension|a tight|a low|medication)|retired|a pensioner|hard up|short of|feeling the|past|getting on"
        r"|rattled|tired|lonely|confused|struggling|worried about money)(?=[^.!?\n]{0,40}(?:I expect|I imagine|I suppose"
        r"|no doubt|presumably|I dare ?say|I'm sure|I guess|, so\b))"
    ),
    (
        r"\byour (?:surname|name|accent|photo|profile picture|postcode|address|handwriting|spelling|e-?mail|voice|age"
        r"|date of birth|tone|picture|writing) (?:suggest|indicat|tell|impl|point|hint|give|made|make|led|sound|look"
        r"|seem)\w*"
    ),
    (
        r"\b(?:as|since|because|given that) you(?:'re| are)(?: \w+ly)? (?:not (?:so |very |as |too |that )?(?:steady"
        r"|mobile|quick|strong|young|confident|fluent|technical|used|sharp|well|up to|good|agile)|no (?:spring chicken"
        r"|longer young|expert)|getting on|past|on the (?:older|larger|heavier|bigger|elderly))"
    ),
    (
        r"\b(?:for|with|to) (?:our|all our|all|any|the|most|many) (?:senior|older|elderly|disabled|foreign|overseas"
        r"|younger|female|lady|male|vulnerable|pregnant|larger|non-native|less mobile|muslim|jewish|hindu|asian"
        r"|african) (?:\w+ )?(?:guests?|customers?|ladies|people|passengers?|patients?|members?|clients?|residents?"
        r"|tenants?|callers?|travellers?|drivers?|parents?),? (?:we|I|it|the)\b"
    ),
    (
        r"\b(?:perhaps|maybe|could|can|might|would|kindly|please|ask|let|get|have) (?:ask |let |get |have )?(?:your|an?"
        r"|some) (?:english-speaking|educated|younger|tech-savvy|literate|able-bodied|male|more technical"
        r"|more experienced|sensible|grown-up|responsible)(?: \w+)?"
    ),
    (
        r"\b(?:could|can|might|would|perhaps|maybe) your (?:\w+ )?(?:carer|nurse|son|daughter|husband|wife|grandson"
        r"|granddaughter|grandchild\w*|children|helper|guardian|social worker|care ?worker|nephew|niece|mother|father"
        r"|parents?|mum|dad)(?: \w+)? (?:read|help|explain|show|ring|call|write|sort|do|handle|deal|fill|set|come|take"
        r"|speak|translate|manage|drive|lift|sign)"
    ),
    (
        r"\b(?:wom[ae]n|m[ae]n|ladies|lady|gentlem[ae]n|people|folks?|guys|girls|boys|someone|somebody|anyone|customers?"
        r"|patients?|guests?|drivers?|mums|parents|couples?) your (?:age|size|build|height|weight|shape|time of life"
        r"|generation|sort|type)\b"
    ),
    (
        r"\b(?:I|we) (?:take it|gather|presume|assume|assumed|guess|suppose|imagine|expect|suspect)(?: that)? you(?:'re"
        r"| are|'ve| have|'d| would| do| don't| can't)? (?:not |n't |no |never )*(?:online|on (?:the internet|e-?mail"
        r"|benefits|medication)|driv(?:e|ing)|read\w*|a reader|got (?:a computer|the internet|a smartphone|family|anyone)"
        r"|have (?:a computer|the internet|a smartphone|family)|use (?:the internet|computers|apps|e-?mail)|a drinker"
        r"|speak|able|married|religious|working)"
    ),
    (
        r"\byou (?:don't|do not|didn't|did not) (?:look|sound|seem|appear|strike me as)(?: to be)?(?: like)?(?: an?"
        r"| the)? ?(?:\w+ )?(?:disabled|blind|deaf|ill|unwell|sick|pregnant|old|elderly|poor|local|english|british|irish"
        r"|foreign|the type|the sort|in pain|technical|confident|injured|autistic|religious|muslim|vegetarian|wheelchair)"
    ),
    (
        r"\b(?:folks?|people|those|women|men|ladies|customers|families)(?: \w+)? (?:from|in|on) (?:the|your"
        r"|that) (?:village|estate|country|countryside|sticks|hills|north|south|east|provinces|bush|reservation|area"
        r"|part of town|council estate)(?: \w+){0,2} (?:don't|do not|never|normally|usually|often|tend|can't|rarely"
        r"|always|prefer|struggle|like)"
    ),
    (
        r"\b(?:weren't|aren't|isn't|wasn't|not|never) (?:really )?(?:made|meant|built|designed|easy|simple"
        r"|invented)(?: for)? (?:grannies|grandmas|grandads|oldies|old|older|our generation|your generation|pensioners"
        r"|the elderly|ladies|women|people (?:like|of|in)|someone|folk)"
    ),
    r"\b(?:grannies|grandmas|oldies|old dears|old folks?|silver surfers|golden agers|wrinklies|old-timers)\b",
    (
        (
            r"\byou(?:'re| are| may be| might be| seem to be| appear to be| must be| could be)? ?(?:clearly |obviously "
            r"|perhaps "
            r"|evidently |plainly |possibly |probably )?(?:suffer(?:ing)?|struggl(?:e|ing)|living|dealing|battling|have"
            r"|having)(?: \w+)? (?:from|with)? ?(?:an? |some |your )?(?:\w+ )?(?:anxiety|depression|stress|dementia|nerves"
            r"|condition"
            r"|disorder|disability|learning (?:difficult\w+|disabilit\w+)|adhd|autism|memory (?:loss|problems?)|hearing loss"
            r"|poor (?:sight|hearing|health|memory)|mental (?:health|illness)\w*|episode|breakdown)\b(?! (?:that"
            r"|which) (?:you|we))"
        ),
        "anxi*|depr*|stress|deme*|nerves|cond*|diso*|disa*|lear*|adhd|auti*|memo*|hear*|poor|ment*|epis*|brea*",
    ),
    (
        (
            r"\b(?:as|being|for|with) an? (?:\w+ )?(?:foreign (?:national|customer|visitor|student|worker|guest)|overseas \w+"
            r"|migrant(?: worker)?|asylum seeker|refugee|non-native(?: speaker)?|newcomer|expat|tourist|first-time (?:buyer"
            r"|mother|mum"
            r"|parent|user|flyer|driver)|working (?:mum|mother|parent)|stay-at-home \w+|young (?:mother|mum|driver|person"
            r"|lady|man|woman"
            r"|couple)|mother of \w+|(?:busy|new|single|older|expectant|nervous|lone) (?:mum|mother|mom|dad|father|parent"
            r"|lady|gentleman"
            r"|traveller|flyer|driver|woman|man)|housewife|lady (?:driver|of \w+)|woman (?:on|in|alone)\w*|person (?:of"
            r"|with) (?:your"
            r"|limited|a)|(?:house)?wife|bachelor)\b"
        ),
        (
            "fore*|over*|migrant|asylum|refugee|non|native|newcomer|expat|tourist|first|working|stay|young|mother|busy|new"
            "|single|older|expectant|nervous|lone|housewife|wife|lady|woman|person|bachelor"
        ),
    ),
    (
        r"\b(?:considering|given|because of|due to|in light of|in view of|bearing in mind|with|owing to|on account of"
        r"|mindful of"
        r"|despite|allowing for|taking account of|to suit|for) (?:your|her|his) (?:\w+ ){0,2}?(?:difficult(?:y|ies)"
        r"|disabilit(?:y"
        r"|ies)|impairments?|special needs|additional needs|limitations?|frailty|dyslexia|autism|adhd|weak(?:ness)?"
        r"|handicap|mobility"
        r"|language (?:issues?|problems?|barrier|difficulties)|learning \w+|low (?:income|literacy)|poor \w+"
        r"|limited (?:english|means"
        r"|mobility|sight|budget|education|understanding)|lack of (?:english|education|technical \w+|experience|means"
        r"|funds))\b"
    ),
    (
        r"\b(?:put you (?:down|in)|booked you|given you|moved you|seated you|ordered you|arranged|reserved|sent you"
        r"|switched you"
        r"|written|attached|chosen|picked|set up)(?: [\w'-]+){0,6}? (?:halal|kosher|vegetarian|vegan|wheelchair"
        r"|large[- ]print"
        r"|ground[- ]floor|interpreter|translator|wider seat|aisle seat|easy[- ]read|payment plan|hearing loop"
        r"|simple (?:words"
        r"|english|version)|cheaper (?:plan|one|model)|budget \w+|ladies'?|pink)(?=[^.!?\n]{0,60}(?:\bname\b|\bassum"
        r"|\bguess|\bimagin"
        r"|\bpresum|\bsince you|\bas you|\bgiven|\bbecause|\bjudging|\bseeing|\bsuppos|\blook of|\bfigured|\breckon"
        r"|\bsuit|\bexpect))"
    ),
    (
        r"\b(?:is there|isn't there|do you have|have you)(?: [\w']+){0,2}? (?:a|an|some|any|your)(?: \w+)? (?:husband"
        r"|wife|son"
        r"|daughter|dad|mum|father|mother|grandson|granddaughter|man|nephew|niece|brother|carer|grandchild|neighbour"
        r"|relative)\b(?: or \w+)?(?: \w+)? (?:who|that|to|around|about|at home|we|I|could|can|might)"
    ),
    (
        r"\b(?:assum\w+|guess\w+|presum\w+|imagin\w+|suppos\w+|expect\w*|thought|take it|took it|figured"
        r"|reckon\w*)(?: [\w']+){0,5}? (?:husband|wife|dad|mum|son|daughter|father|mother|man of the house|partner"
        r"|parents?|boss"
        r"|grandson)(?: \w+)? (?:handles?|deals?|pays?|does|looks? after|manages?|runs?|sees? to|takes? care|will|would"
        r"|drives?"
        r"|decides?|reads?|owns?|set|sorted|normally|usually)"
    ),
)
