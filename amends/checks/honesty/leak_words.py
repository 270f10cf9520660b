"""Knows what of somebody's affairs has no place in public: their debts, health, family, address, account and doings."""

from __future__ import annotations

from amends.drafts.cue import Cue
from amends.drafts.turns import Turns

_KIN = (
    r"(?:wife|husband|partner|son|daughter|mother|father|mum|mom|dad|brother|sister|boy|girl|child|kids?|children|boss"
    r"|employer|landlord|neighbour|ex|fianc\w+|doctor|therapist|counsellor|dog|cat|flatmate|carer)"
)
LEAK = Cue(
    (
        r"\b(?:your|the) (?:\w+ ){0,2}?(?:card|account|order|booking|reservation|policy|invoice|reference|membership|case"
        r"|ticket|passport|licence|claim)(?: \w+){0,2}? (?:ending(?: in)? |number |no\.? |#"
        r"|ref\.? )?#?[A-Z]{0,3}-?\d{3,}\w*"
        r"|\b(?:card|account) ending(?: in)? \w+|\b(?:you|your (?:account|card|payment|direct debit|balance))(?:'ve| have"
        r"| had| were| was| are| is| did)?(?: \w+){0,2}? (?:missed (?:a|the|your|several|two|three|\w+) (?:payments?"
        r"|instalments?|bills?)|behind (?:on|with)|in arrears|overdrawn|overdue|declined|in debt|owe|owing|defaulted"
        r"|bounced"
        r"|not paid|unpaid|bankrupt|blocked for)\b|\byour (?:\w+ )?(?:diagnosis|prescription|medication|operation|surgery"
        r"|test results?|medical \w+|treatment for|debt|arrears|overdraft|salary|benefits? claim|date of birth"
        r"|home address"
        r"|bank details|pregnancy|condition|criminal \w+|credit (?:score|rating|history))\b|\b(?:operation|surgery"
        r"|appointment|treatment|prescription) (?:on|for) (?:\d|your|the)|\byour (?:e-?mail|phone|number|address"
        r"|mobile)(?: \w+)? (?:is|ends|on file|as) \S+|\b(?:live|lives|living) at \d+|\b(?:please )?(?:post"
        r"|reply (?:here )?with|tweet|comment|share here|put)(?: us)? (?:your|the) (?:\w+ )?(?:order|account|booking|card"
        r"|phone|policy|e-?mail)(?: \w+)? ?(?:number|address|details)?(?: here| below| in the comments)?"
    ),
    (
        "card|account|order|booking|reservation|policy|invoice|reference|membership|case|ticket|passport|licence|claim"
        "|missed"
        "|behind|arrears|overdrawn|overdue|declined|debt|owe|default|bounced|not paid|unpaid|bankrupt|blocked|diagnosis"
        "|prescription|medic|operation|surgery|test result|treatment|overdraft|salary|benefit|birth|home address"
        "|bank details"
        "|pregnancy|condition|criminal|credit|your e|your phone|your number|your address|your mobile|live|living|post"
        "|reply"
        "|tweet|comment|share|put"
    ),
)
_PLAN = (
    r"(?:plan|policy|cover|contract|membership|subscription|loan|mortgage|licence|tenancy|lease|visa|application"
    r"|account|card|payment|direct debit|claim|benefits?|deposit|finance|credit|booking|order|reservation|prescription"
    r"|results?|card payment)"
)
_ILL = (
    r"(?:biopsy|scan|x-?ray|mri|root canal|surgery|operation|blood (?:test|pressure|results?)|test (?:result|score)s?"
    r"|diagnosis|pregnan\w+|therap\w+|counselling|chart|medical \w+|medication|prescription|smear|hiv|std|sti|ivf"
    r"|chemo\w*|implants?|filler|botox|check-?ups?|dosage|dose|depression|anxiety|condition|allerg\w+|disability|rehab"
    r"|addiction|weight|hearing aids?|dentures?|fertility|miscarriage|infection|cholesterol|insulin|antidepressants?)"
)
LEAKING = Turns.known_by(
    (
        (
            "reviewer gentleman lady customer guest tenant patient client member account person poster individual diner "
            "couple family parent passenger pupil resident"
        ),
        (
            r"(?:this|the) (?:reviewer|gentleman|lady|customer|guest|tenant|patient|client|member|account|person|poster"
            r"|individual|diner|couple|family|parent|passenger|pupil|resident)"
            r"(?: (?:concerned|in question|above|here|himself|herself))? (?:was not|wasn't|had|owes?|owed|is (?:disputed"
            r"|in arrears|barred|known)|arrived|refused|drank|left without|demanded|missed|never|failed|threatened"
            r"|was (?:asked|rude|drunk|late|abusive|removed|told|barred)|has (?:missed|a history|been (?:barred|asked|warned)"
            r"|failed|never))\b"
        ),
    ),
    ("mr mrs ms miss dr", r"(?:mr|mrs|ms|miss|dr)\.? (?-i:[A-Z])[\w'-]+,? (?:of|at|from) (?:flat |number |no\.? )?\d+"),
    (
        "ref reference phone number ending",
        (
            r"(?:booking|order|account|policy|ticket|case) (?:ref|reference|number|no)\.? (?:is|was) (?=\w*\d)\w+|(?:phone"
            r"|mobile|number|card|account)(?: number)? (?:ending|ends)(?: in)? \d+"
        ),
    ),
    (
        "therapy counselling treatment sessions course rehab scan appointment tests",
        (
            r"(?:since|when|after|while|because) your (?:\w+ )?(?:therapy|counselling|treatment|sessions|rehab|operation"
            r"|scans?|tests?|tenancy|loan|probation)(?: with us| here| at \w+)? (?:ended|began|started|finished|stopped"
            r"|was stopped|lapsed)"
        ),
    ),
    (
        "excluded expelled suspended barred sacked fighting stealing",
        (
            r"your (?:\w+ )?(?:boy|girl|son|daughter|child|lad|husband|wife|mother|friend|dog)(?: \w+)? (?:was|were|got"
            r"|had been|has been|is) (?:excluded|expelled|suspended|barred|sacked|caught|banned|arrested|removed"
            r"|asked to leave)"
        ),
    ),
    (
        "ex husband wife partner",
        (
            r"your (?:ex|ex-\w+|estranged) ?(?:husband|wife|partner)?\b(?: \w+)? (?:paid|rang|cancel\w+|booked|told|signed"
            r"|settled|asked|complained|wrote)"
        ),
    ),
    (
        "positive negative abnormal",
        (
            r"(?:results?|test|scan|report|sample|screening)(?: \w+){0,6} (?:showed|shows|found|said|were|was"
            r"|came back)(?: that)?(?: you(?:'re| are| were| had| have)?)? ?(?:positive|negative|abnormal|over the limit"
            r"|pregnant)\b|you (?:tested|were|are) (?:positive|negative) (?:for)\b"
        ),
    ),
    (
        "under",
        (
            r"your (?:booking|order|account|reservation|appointment)(?: [\w-]+){0,4}? under (?:\d|(?-i:[A-Z]{2,}\d"
            r"|[A-Z]\w+ [A-Z]))[\w -]*"
        ),
    ),
    (
        "cancelled arrived booked ordered emailed checked logged",
        (
            r"you (?:cancelled|arrived|came in|turned up|checked (?:in|out)|booked(?: in)?|logged (?:in|on)|ordered)"
            r"(?: [\w-]+){0,3} at \d[\d.:]*(?=[^.!?\n]{0,60}\b(?:after|late|past|for a|and not|instead|camera|log|record))"
        ),
    ),
    (
        "paid pay",
        r"you (?:haven't paid|have not paid|did not pay|didn't pay|paid (?:late|nothing|only half)|pay late)\b",
    ),
    (
        "owe owed owing owes arrears behind debt debts unpaid overdue overdrawn outstanding rent bounced",
        (
            r"(?:you|you're|you've|your (?:account|rent|balance|card|plan|loan))(?: \w+){0,3}? (?:owing|owe|owed|behind"
            r"|in arrears|in debt|overdrawn|overdue|bounced)(?: \w+)? (?:us|me|[£$€₦₹]|\w+ (?:months?|payments?|weeks?)"
            r"|on (?:the|your)|with (?:the|your)|rent|for)\S*|\b(?:balance|debt|invoice|bill|arrears) of (?:[£$€₦₹]|rs)\S*"
            r"|(?:months?|weeks?|payments?|instal\w+) (?:behind|in arrears|overdue|unpaid)"
        ),
    ),
    (
        (
            "declined refused lapsed blocked suspended rejected cancelled frozen closed expired defaulted repossessed"
            " withheld kept turned affordability fraud"
        ),
        (
            rf"(?:your|the) (?:\w+ )?{_PLAN} (?:was|were|is|has been|had been|had|has|got)? ?(?:\w+ly )?(?:declined|refused"
            r"|lapsed|blocked|suspended|rejected|frozen|defaulted|repossessed|withheld|kept|turned down|cancelled by (?:you"
            r"|your)|denied|flagged|expired)\b(?! by (?:our|my) (?:mistake|error|own))(?: (?:on|for|because|due|by|over|after"
            r"|as|when)\b[^.!?\n]{0,40})?(?=[^.!?\n]{0,60}(?:because|for (?:missed|suspected|late|unpaid|repeated|a missed"
            r"|breach)|non-?pay|fraud|affordab|credit (?:score|check|history|record)|criminal|end of|you (?:missed|did not"
            r"|didn't|failed|owe)))"
        ),
    ),
    (
        "file records system account notes chart statement history profile",
        (
            r"(?:see|seen|looked|looking|checked|pulled|opened|shows?|noted|noticed|know)(?: \w+){0,3}? (?:from|on|in|at"
            r"|through|up|by)?(?: \w+)? ?your (?:file|records|account|notes|chart|statements?|history|profile|bank statement"
            r"|medical|transactions?|purchase history|browsing)\b(?= (?:that|and) (?:you|it shows|it says|your|there)"
            r"|,? (?:you|which shows|it shows|it says)\b)(?! (?:by|in private|privately|tomorrow|today when))"
            r"|your (?:statement|file|chart|notes|history|browsing history) (?:shows?|says?|notes|has you|tells?|records"
            r"|lists)|(?:as|what) your (?:doctor|therapist|gp|counsellor|nurse|consultant|teacher|social worker|manager"
            r"|landlord|\w+) (?:noted|wrote|recorded|said|told us|put|says) (?:in|on|down|about|that|in your)"
        ),
    ),
    (
        (
            "biopsy scan xray x mri root surgery operation blood test tests diagnosis pregnant pregnancy therapy therapist"
            " counselling chart medical medication prescription smear hiv std sti ivf chemo chemotherapy implants filler"
            " botox checkup check"
            " checkups ups dosage dose depression anxiety allergy allergic disability rehab addiction dentures fertility"
            " miscarriage infection insulin antidepressants"
        ),
        (
            rf"your (?:\w+ )?{_ILL}\b (?:came back|was|were|is|are|on the|from|in (?:january|february|march|april|may|june|july"
            r"|august|september|october|november|december)|results?|showed|shows|has|have|had|appointment|procedure|treatment"
            r"|treatments)(?! (?:ready|moved|cancelled|late|lost|delayed|postponed))|(?:we|I|dr \w+) (?:did|gave|performed"
            rf"|carried out|fitted|prescribed|treated) (?:you|your)(?: \w+){{0,3}}? {_ILL}|you (?:were|are"
            r"|was) (?:\w+ ){0,4}pregnant (?:when|at the time|and|so) (?:you (?:signed|booked|joined|came)|told|did not"
            r"|didn't|never)|(?<!so\s)you (?:missed|skipped|cancelled|did not (?:attend|turn up for)|didn't (?:attend"
            rf"|turn up for))(?: \w+){{0,3}} (?:{_ILL}|appointments?|sessions?)"
        ),
    ),
    (
        (
            "wife husband partner son daughter mother father mum mom dad brother sister boy girl child kids kid children boss"
            " employer landlord neighbour ex dog cat flatmate"
        ),
        (
            rf"your {_KIN}(?: [A-Z]\w+)?(?:'s (?:report|results?|exam|test|file|marks|behaviou?r|attendance|record|debt|account"
            r"|card|grades?|driving)\b|(?: also| then| has| had| was| were| first| is){0,2} (?:cancel\w+|fail\w+|refus\w+"
            r"|bit|collected late|been collected|picked up late|expelled|suspended|rude|owes?|agreed|admitted|damaged|broke"
            r"|hit|swore|was drunk))(?! (?:and asked|me to write|us to write))|fail(?:ing|ed)(?: \w+){0,4} (?:once|twice"
            r"|three times|again)\b"
        ),
    ),
    (
        "address live lives living home flat house street close road avenue",
        (
            r"(?:the |your )?(?:address|home address|postcode) (?:we|I|that we|which we) (?:hold|have|keep"
            r"|see)(?: \w+){0,3}? is\b|(?:at|to|is|of) \d{1,4}[a-z]? (?-i:[A-Z]\w+) (?-i:Close|Road|Street|Avenue|Lane|Drive"
            r"|Court|Way|Crescent|Place|Terrace|Gardens)\b(?=[^.!?\n]{0,40}(?:driver|deliver|left|went|where|and that|courier"
            r"|is where|your))"
        ),
    ),
    (
        "ending account card monzo hdfc visa mastercard bank paypal revolut",
        (
            r"(?:your|to your|on your|from your) (?:(?-i:[A-Z]\w+) )?(?:card|account|visa|mastercard|monzo|paypal|revolut|amex"
            r"|bank)(?: account| card)?(?: number| no\.?)? (?:ending|ends|no\.?|number|xx)\b(?: in| with)? ?\w*|(?:refunded"
            r"|credited|paid|returned)(?: \w+){0,6} to your (?-i:[A-Z]\w+)\b(?! in)"
        ),
    ),
    (
        "room table seat guest couple reference booking",
        (
            r"(?:you|your party|remember you|the couple|guest|stayed|staying)(?: (?:well|were|stayed|had|both|two|who|are|all"
            r"|of|staying)){0,3},? (?:in |at |from )?(?:room|flat|suite|cabin|apartment) \d+"
        ),
    ),
    (
        "tariff scheme hardship benefits benefit allowance payday bankrupt insolvency prepay prepayment",
        (
            r"(?:you're|you are|see you|you were|you've been|as you|being)(?: \w+){0,3} (?:on|in|under|claiming"
            r"|getting) (?:our |the |a |your )?(?:\w+ )?(?:hardship|low-income|benefits?|debt|payment|repayment|payday"
            r"|bankrupt\w*|insolvency|social|welfare|prepay\w*|student)(?: \w+)?"
        ),
    ),
    (
        "mail email phone mobile number texted text",
        (
            r"your (?:e-?mail|mail|inbox)(?: \w+)? (?:at|is) [\w.-]{2,40}@\w+|(?:texted|rang|called|phoned"
            r"|messaged) (?:you (?:on|at) )?(?:\d[\dx* -]{4,}|the number (?:in|ending|for) )"
        ),
    ),
    ("deposit", r"your deposit was (?:kept|withheld|not returned)|(?:why|how) your deposit"),
    (
        "casino bar pub club hotel affair",
        (
            r"you (?:at|in|were at|spent|withdrew|paid)(?: \w+){0,4} (?:casino|betting shop|strip club|bookmaker\w*"
            r"|off-?licence)|(?:shows|show|has|have|had) you (?:at|in|with|buying|leaving|entering|walking|using|driving|on)\b"
        ),
    ),
    (
        "caught police arrested convicted criminal sacked dismissed fired divorce divorced",
        (
            r"(?:you|your \w+) (?:were|was|had been|have been|got|are) (?:\w+ )?(?:arrested|convicted|sacked|dismissed|fired"
            r"|divorced|evicted|prosecuted|cautioned|caught)\b|your (?:divorce|conviction|arrest|criminal record|dismissal"
            r"|eviction|caution|disciplinary)"
        ),
    ),
)
