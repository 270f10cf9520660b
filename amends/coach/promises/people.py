"""Who may do something for the customer, and who is not of our house, as expressions to look for. English only."""

from __future__ import annotations

#: What people are called who come, mend, make and answer.
TRADE = (
    r"(?:accountants?|advis[eo]rs?|agents?|arborists?|assistants?|associates?|attendants?|bakers?|barbers?|beauticians?"
    r"|binders?|boatm[ae]n|bookkeepers?|brickies?|bricklayers?|builders?|butchers?|buyers?|cabinet-?makers?|caretakers?"
    r"|carers?|carpenters?|carriers?|cashiers?|caterers?|chefs?|chippy|chippies|cleaners?|clerks?|cobblers?|colleagues?"
    r"|concierge|confectioners?|contractors?|controllers?|cooks?|coordinators?|couriers?|crews?|decorators?|dentists?"
    r"|designers?|desk|directors?|dispatchers?|dispensary|dressmakers?|drivers?|editors?|electricians?|engineers?"
    r"|estimators?|experts?|farriers?|fitters?|florists?|framers?|gardeners?|gasm[ae]n|glaziers?|goldsmiths?|groomers?"
    r"|groundsm[ae]n|guides?|handym[ae]n|head\s+of\s+\w+|heads?|housekeepers?|hygienists?|inspectors?|installers?"
    r"|instructors?|jewellers?|joiners?|kitchen|labs?|laboratory|landscapers?|lawyers?|leads?|leaders?|librarians?"
    r"|locksmiths?|machinists?|managers?|masons?|mates?|mechanics?|men|midwife|midwives|movers?|nurses?|officers?"
    r"|opticians?|optometrists?|owners?|packers?|painters?|partners?|people|pharmacists?|photographers?"
    r"|physios?|physiotherapists?|planners?|plasterers?|plumbers?|porters?|postm[ae]n|potters?|printers?(?=\s+(?:is|will)"
    r"\s+coming)|receptionists?|repairers?|reps?|representatives?|restorers?|riders?|riggers?|roofers?|saddlers?"
    r"|seamstress(?:es)?|servicem[ae]n|shoemakers?|smiths?|solicitors?|sparkies|sparky|sparks|specialists?|staff"
    r"|stonemasons?|stylists?|supervisors?|support|surgeons?|surveyors?|tailors?|teachers?|teams?|technicians?|techs?"
    r"|telephonists?|therapists?|tilers?|trainers?|translators?|tree\s+surgeons?|tuners?|tutors?|upholsterers?|valeters?"
    r"|vets?|waiters?|waitress|wardens?|watchmakers?|welders?|woman|women|workshop|warehouse|writers?"
    r"|member\s+of\s+(?:staff|our\s+team|the\s+team))"
)
#: Words with a capital that are no name of a person.
NO_NAME = (
    r"(?:It|This|That|These|Those|There|Then|What|Which|Who|You|Your|Nothing|Everything|Nobody|Someone|Somebody|The|I|We"
    r"|He|She|They|Our|My|His|Her|Their|And|But|So|If|As|On|At|By|In|From|When|Until|Since|For|After|Before|Once|Let"
    r"|Please|Christmas|Easter|Parliament|Government|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Today"
    r"|Tomorrow|Tonight|Netflix|Google|Apple|Microsoft|Facebook|Instagram|Visa|Mastercard|Ofgem|Ofcom|Ofwat|HMRC"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|Summer|Winter|Spring"
    r"|Autumn|Nor|Not|No|Or|Thanks|Thank|Sorry|Dear|Hi|Hello|Every|Each|Either|Both|All|Any|Otherwise|Perhaps|Maybe)"
)
_NAME = (
    rf"(?-i:\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Nurse|Chef)\.?\s)?(?!{NO_NAME}\b)[A-Z][a-z][\w'-]{{0,20}}"
    rf"(?:\s(?!{NO_NAME}\b)[A-Z][\w'-]{{1,20}}){{0,2}})"
)
NAME = rf"(?<!\bthe\s)(?<!\byour\s)(?<!\btheir\s)(?<!\bhis\s)(?<!\bher\s){_NAME}"
#: Where somebody works, or who he is, between his name and what he does.
PLACE = (
    r"(?:,?\s(?:in|from|at|of|on|over\s(?:at|in)|down\s(?:at|in)|up\s(?:at|in)|with)"
    r"(?:\s(?!(?:I|we|it|they|you|he|she|that|this|and|but|so|which|is|are|was|will)\b)[\w'&-]{1,20}){1,4}"
    r"|(?:,|\s\()[^,()]{1,40}(?:,|\)))?"
)
#: One of us, by his trade.
ROLE = (
    r"\b(?:the|our|my|an?|another|one\s+of\s+(?:our|my|the)|two\s+of\s+(?:our|my|the)|some\s+of\s+our)\s+"
    rf"(?:(?!(?:other|gas|water|insurer|council|bank|new\s+owner)\b)[\w'-]{{1,20}}(?<!s')\s+){{0,2}}?{TRADE}\b"
    r"|\byour\s+(?:(?:account|case|personal|relationship|claims?)\s+)?(?:driver|engineer|fitter|technician|courier"
    r"|installer|groomer|handler|account\s+manager|case\s+manager)\b"
)
#: The people of the customer, and the houses that are not ours.
STRANGER = (
    r"(?:your(?! (?:account|case|personal|relationship|claims?|refund|parcel|order|driver|engineer|fitter)\b)|his"
    r"|her|their) (?:\w+"
    r" )?(?:landlord|landlady|neighbours?|neighbors?|bank|doctor|gp|daughter|son|wife|husband|partner|insurers?"
    r"|solicitor|lawyer|agent|driver|plumber|electrician|surveyor|dentist|letting agents?|managing agents?"
    r"|mother|father|mum|dad|sister|brother|employer|boss|accountant|builder|mechanic|school|tenant|issuer"
    r"|friend|assessor|contractors?|cousin|aunt|uncle|flatmate|lodger|guests?"
    r"|airline|supplier|provider|council)|(?:the|another|some) (?:\w+ ){0,2}?(?:airline|insurers?|insurance|bank"
    r"|council|landlord|landlady"
    r"|manufacturers?|makers?|police|court|ombudsman|regulator|government|ministry|neighbours?|school|hospital"
    r"|railway|union|press|company|sellers?|previous owner|tenants?"
    r"|hotel group|gas people|water board|weather|forecast|promoters?|organisers?|venue|embassy|customs|utility)"
)
#: What is done to a thing of theirs, as in "will be lifted".
PARTICIPLE = (
    r"(?:(?!(?:delayed|closed|opened|based|staffed|needed|required|affected|interested|pleased|disappointed|surprised"
    r"|excited|tired|located|limited|asked|expected|missed|impressed|allowed|charged|billed|deducted|debited|suspended"
    r"|restricted|diverted|announced|published|decided|elected|played|performed|celebrated|rained|cancelled|postponed"
    r"|discontinued|increased|raised|reduced\s+to|taxed|fined|indeed|red|concerned|used|wasted|ended|screened|broadcast"
    r"|retired|married|crowded|packed\s+with|relieved|delighted|invited|welcomed|amazed|satisfied|worried|launched"
    r"|blocked|flooded|jammed|withheld|refused|denied|rejected|forfeited|deemed|treated\s+as|assumed|considered)\b)"
    r"[a-z-]{2,16}ed|(?:re|un|over|up|with|out)?-?(?:written|done|made|hung|struck|beaten|sewn|strung|kept|held|given"
    r"|brought|sent|paid|put|set|cut|mown|drawn|driven|flown|shown|told|swept|dealt\s+with|seen\s+to|found|bound|built"
    r"|laid|spun|thrown|wound|woven|left|lent|met|lit|fed|bled|ground|shut\s+off|stuck|torn\s+out|rung|heard|turned"
    r"|taught|bought|lain|caught\s+up|dug|fought|got|run|spread|swung|worn\s+in))\b"
)
