"""How one says that it will not happen again: vows, better days, lessons learnt, steps that name no fix."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.hollow.better_words import BETTER
from amends.checks.next_steps.assurance_words import pleased
from amends.drafts.cue import late
from amends.drafts.finding import Mark
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_THIS = (
    r"(?:this|it|that|such (?:an? )?(?:type of |kind of )?\w+|(?:this|that) (?:sort|kind|type) of (?:thing|mistake|slip"
    r"|error|experience|delay|incident|problem|situation)|(?:these|those|similar|further|future|more|any more|any other"
    r"|any such|other|no more|what happened(?: to \w+ \w+)?|the same)(?: \w+)?)"
)
_NO_ONE = (
    r"(?:no one|nobody|no (?:other )?(?:customer|guest|client|patient|passenger|parent|family|tenant|resident|member"
    r"|student|pupil|child|rider|diner|bride|mother|buyer|visitor|traveller|person|caller|order|parcel)|none of our \w+"
    r"|neither you nor \w+)"
)
_BEFALL = (
    r"(?:happen(?:s|ing)?|recur(?:s|ring)?|occur(?:s|ring)?|repeat(?:ed|s)?(?: itself)?|befall|come (?:back|up|from our"
    r" side|around)|arise|return|be (?:an issue|a problem|repeated|seen)|go wrong|crop up|reoccur|reappear|take place"
    r"|slip)"
)
_FACE = (
    r"(?:have (?!to\b)|face|see|suffer|experience|endure|go through|be (?:left|kept|treated|double|over"
    r"|let down|ignored|forgotten|messed|spoken|turned)|meet|encounter|deal with|wait|feel)"
)
_SUFFER = (
    r"(?:have|face|see|suffer|experience|endure|go through|hear|get|find|be (?:\w+ed|\w+en|left|kept|spoken|treated"
    r"|double|over|charged|billed|let down|made|put|asked|turned|ignored|forgotten|messed)|wait|meet|encounter|deal"
    r" with|need to|feel)"
)
_AGAIN = (
    r"(?:again|a second time|ever|any ?more|twice|(?:in|for) (?:the )?future|from (?:us|our side)|with us|another time"
    r"|once more|going forward|from now on|hereafter|next time|at our \w+)"
)
_VOWED = Turns(
    (
        (
            rf"\b(?:(?:will|shall|would|should|must|can|does|do)(?:n't| not| never)|won't|shan't|never|e no go|no go)"
            rf" (?:\w+ )?{_BEFALL}(?: [\w']+){{0,5}}? (?:{_AGAIN}|to you|any other|another|anyone)\b|\b{_THIS} (?:will"
            rf"|shall) (?:not|never) (?:\w+ )?{_BEFALL}\b|\b(?:such|this) [\w ]{{2,30}} (?:will|shall) not"
            rf" (?:{_BEFALL})"
        ),
        "not|never|won't|shan't|doesn't|can't|no|shouldn't|don't|mustn't",
        "happ*|recu*|occu*|repe*|befa*|come|arise|return|issue|problem|wrong|crop|reoc*|reap*|place|slip",
    ),
    (
        rf"\b(?:you won't|you(?:'ll| will) (?:not|never))(?: ever)? (?:{_FACE})\b[^.!?;\n]{{1,40}}? {_AGAIN}\b",
        "won't|not|never",
        "again|second|ever|more|anymore|twice|future|from|with|another|once|forward|here*|next|at",
        "you|you'll",
    ),
    (r"\byou(?:'ll| will) (?:have|get|see|hear|find) no (?:more|further)\b", "you'll|you", "no", "more|further"),
    (
        rf"\b{_NO_ONE}(?: \w+){{0,3}}? (?:will|shall)(?: ever)?(?: have to)? (?:{_SUFFER})\b",
        "no|nobody|none|neither",
        "will|shall",
        (
            "one|nobody|cust*|guest|client|pati*|pass*|pare*|fami*|tena*|resi*|memb*|stud*|pupil|child|rider|diner"
            "|bride|mother|buyer|visi*|trav*|person|caller|order|parcel|none|neither"
        ),
    ),
    (
        (
            r"\b(?:nobody|no one|anyone|anybody|you|we|they|I) (?:leaves?|treats?|keeps?|lets?|speaks?|forgets?"
            r"|makes?)\b[^.!?;\n]{1,40}? again\b"
        ),
        "again",
        "leav*|trea*|keep*|lets|let|spea*|forg*|make|makes|keep",
    ),
    (r"\bnever again\b", "never", "again"),
    (
        (
            r"\b(?:no|without) (?:further |more )?(?:repeat(?! can| may| is| presc| order)|repetition|recurrence|repeats"
            r"|reoccurrence)\b"
        ),
        "repe*|recu*|reoc*",
        "no|without",
    ),
    (
        r"\bthere(?:'ll| will| shall) be no (?:more|further|other|such) \w+",
        "there|there'll",
        "no",
        "more|further|other|such",
    ),
    (
        (
            r"\b(?:that|this|it)(?:'s| is| was| will be) (?:a one-off|the (?:very )?(?:last|first and last) time|(?:an"
            r" )?isolated (?:incident|case|event|occurrence)|behind us|a thing of the past|(?:firmly )?in the past)\b"
            r"|\bbehind us (?:for good|now)\b|\bthe last time (?:that )?(?:\w+ ){1,6}(?:goes|go|happens|will|is|are"
            r"|misses)\b|\bnot on my watch\b|\bsecond time (?:with|from) us\b"
        ),
        "off|last|isolated|behind|past|watch|second",
        "one|time|isolated|us|past|not",
    ),
    (
        r"\b(?:won't|will not) have (?:this|that|any|such) \w+\b[^.!?;\n]{0,30} (?:again|a second time)\b",
        "won't|not",
        "again|second",
        "have",
    ),
)
_BETTER = Turns(
    (
        (
            r"\b(?:going forward|from (?:now|here|today|this day|tomorrow|this point) ?(?:on|onwards?|forward)?|in"
            r" (?:the )?future|in (?:the )?(?:days|weeks|months|time) (?:ahead|to come)|next time(?: (?:you|we"
            r"|around)(?: \w+){0,3})?|henceforth|hereafter|your next (?:visit|stay|order|delivery|trip|meal|flight"
            r"|booking|appointment)|every \w+ (?:to come|from now))\b[^.!?;\n]{0,40}?\b(?:(?:you|we|it|they|things"
            r"|everything|your \w+|all \w+|our \w+|every\w*(?: \w+)?)(?:'ll| will| are| is) (?:always |all |only "
            r"|surely |certainly |be )*(?:going to |be |see|get|find|have|come|arrive|receive|do better|take (?:more"
            r"|greater|better)|give|make sure|ensure|show|pay (?:more|closer)|double|treat|serve)\w*|will (?:always "
            r"|all )?be \w+|such \w+)|\b(?:we|I)(?:'ll| will| shall| can| must| have to| are going to|'re going to)(?:"
            r" \w+ly)? (?:do|be|try to do|get) (?:much |far |so much |even )?(?:better|more careful|stricter|sharper)\b"
            r"|\b(?:and|to|must|we'll|will) do better\b(?: (?:next|in|from|by))?|\b(?:things|it|that) (?:are|is|will"
            r"|'ll) (?:going to |have to |all )?(?:change|be different|improve|get better)\b|\byou(?:'ll| will) (?:see"
            r"|notice|find|get) a (?:different|better|new us|changed|marked|real) \w+|\b(?:is|are|be) (?:right|correct|on"
            r" time|perfect|spelt right|in order) from (?:today|now|here)\b|\border with confidence\b|\b(?:vow|pledge"
            r"|promise|undertake|swear) to be \w+[^.!?;\n]{0,40} (?:every|each|always)\b"
        ),
        (
            "forward|now|here|today|tomorrow|point|future|days|weeks|months|time|ahead|come|next|hence*|here*|every"
            "|better|careful|stricter|sharper|change|different|impr*|notice|right|correct|perfect|confidence|vow|pledge"
            "|promise|unde*|swear"
        ),
        "will|we'll|you'll|it'll|they'll|i'll|are|is|be|must|going|do|to|order|such",
    ),
)
_LEARNT = Turns(
    (
        (
            r"\b(?:(?:have|'ve|has|will|'ll|we|I|to|must) (?:all |certainly |really |truly |already |now"
            r" )?(?:learn(?:ed|t|ing)?) (?:a lot |much |so much |a great deal |something |our lesson|from (?:this|it"
            r"|our|your|that|what|the|these|his|her))|learn(?:ed|t|ing)? (?:from (?:this|our|your|that|what happened)"
            r"|our lessons?|(?:a|the|some|many|hard|valuable|important) (?:\w+ )?lessons?)|lessons? (?:have|has|will"
            r"|was|were|is|are)?(?: been| be)? ?learn(?:ed|t)|(?:a|an|as a|your case as|this as) (?:\w+ )?(?:learning"
            r"|teaching) (?:opportunity|curve|point|moment|experience|exercise)|wake-?up call|eye[- ]opener|taken (?:it"
            r"|this|that|everything|all of (?:this|it)|your \w+(?: \w+)?"
            r"|what you \w+)(?: all)? on board(?= (?:so that|to make sure|to ensure|and it will not))"
            r"|made us (?:a )?(?:\w+ )?(?:stronger|better|wiser|humbler|sharper"
            r"|rethink)|(?:feedback|experience|comments?|complaint|case|letter|remarks|words|story|points?)(?:"
            r" \w+){0,2} (?:will|is|are|has|have|shall)(?: be| being| been| help| helped)? ?(?:us |used |help |taken"
            r" )?(?:to |us to )?(?:improve|better|train|shape|strengthen|raise|sharpen|inform|grow)|(?:help|helps"
            r"|helping|enable|enables|allow|allows) us (?:to )?(?:improve|grow|become better|get better|do better|learn"
            r"|raise|better)|hard look at (?:ourselves|our|how|what)|(?:correct|corrected|mend(?:ed)?) ourselves)\b"
        ),
        (
            "lear*|less*|teac*|wake|eye|board|stro*|bett*|wiser|humb*|shar*|reth*|impr*|train|shape|stre*|raise|info*"
            "|grow|hard|ours*"
        ),
    ),
)
_VAGUE = (
    r"(?:(?:appropriate |necessary |remedial |corrective |preventive |preventative |disciplinary |internal |further "
    r"|additional |extra |all |the |these |required |relevant |suitable |new |stricter |tighter |better |and |more |our"
    r" |own |robust |immediate |firm |decisive ){0,5}(?:measures|steps|actions?|safeguards|controls|checks|adjustments"
    r"|improvements|changes|procedures|process(?:es)?|systems?|protocols?|practices|standards|quality controls?"
    r"|corrections|ways of working))"
)
_STEPS = Turns(
    r"\b(?:is|are|will be|becomes|now) (?:now |firmly )?(?:a thing of the past|history|ancient history|behind"
    r" us)\b|\bchang(?:ed|ing|es) (?:the way|how) (?:we|our|they|things)\b|\b(?:the way|how) we \w+(?:"
    r" \w+){0,3} (?:has|have|is being|are being|will be) (?:changed|improved|reviewed|rethought|looked at)\b"
    r"|\b(?:process(?:es)?|procedures?|practices|training|systems?|policies|standards|methods|arrangements)(?:"
    r" \w+){0,2} (?:is|are) (?:now )?(?:under|up for|in for) (?:\w+ )?review\b|\b(?:looking|look|looked"
    r"|re-?examining|revisiting|rethinking|re-?assessing) (?:hard |closely |again |carefully )?(?:at |into"
    r" )?(?:our (?:\w+ )?(?:training|process(?:es)?|procedures?|practices|systems?|ways|standards|policy"
    r"|policies|operations?|methods|approach)|how we|the way we)\b|\b(?:taken|taking|take|took) (?:this|it|that"
    r"|your \w+|all of this|every word|what you \w+) to heart\b|\b(?:raised|discussed|addressed|flagged|brought up) (?:it"
    r"|this|that|your \w+|the \w+)(?: \w+)? (?:at|in|during) (?:our|the|my|this|today's) (?:\w+"
    r" ){0,2}(?:meeting|briefing|huddle|handover|debrief|stand-?up)\b|(?<!goes on )\bbehind the scenes\b|\b(?:putting|put"
    r"|setting|get(?:ting)?) (?:things|matters|our house) (?:right|straight|in order)\b",
    (
        (
            rf"\b{_VAGUE} (?:(?:have|has)(?: now| already| since)? been|(?:is|are|were|was)(?: now| currently| already|"
            rf" being| all){{0,2}}|will be)"
            r" ?(?:being )?(?:put in(?: place)?|taken|made|initiated|implemented|improved|reviewed|tightened(?: up)?"
            r"|introduced|in hand|under ?way|in place|strengthened|revised|overhauled|enhanced|updated|looked at"
            r"|adopted|instituted|rolled out|stepped up|reinforced"
            rf"|reconsidered|rethought|afoot|launched|started)\b(?! to (?:your|the|one|an?|it)\b)|\b(?:we|I|management"
            rf"|the (?:team|manager|kitchen|company))(?:'ve|'re| have| has| are"
            r"| is| will be|'ll be| am|'m)?(?: also| now| already| currently| since| therefore| duly| all| again)*"
            r" (?:taken|taking|put|putting|made|making|initiated|implement(?:ed|ing)|introduc(?:ed|ing)|strengthen(?:ed"
            r"|ing)|tighten(?:ed|ing)|review(?:ed|ing)|improv(?:ed|ing)|updat(?:ed|ing)|revis(?:ed|ing)|overhaul(?:ed"
            r"|ing)|enhanc(?:ed|ing)|step(?:ped|ping) up|adopt(?:ed|ing)|look(?:ed|ing) (?:hard |again "
            rf"|closely )?at|beef(?:ed|ing) up|shak(?:en|ing) up) (?:up )?(?:in )?(?:how we (?:do things|work|operate)"
            rf"|things(?: up)?|(?:{_VAGUE}))\b"
            r"|\btighten(?:ing|ed)? (?:things|everything|our \w+|procedures|up)\b|\b(?:sorted|ironed|got|rooted|weeded"
            r"|fixed|addressed|tackled|found and fixed)(?: out| to| at)? (?:the|all the|any|our|whatever) (?:root cause"
            r"|kinks?|underlying \w+|bottom of it|cause|source|wrinkles|gremlins|teething)\b|\bsafeguards? (?:around|on"
            r"|in|for|against)\b|\b(?:raise|raising|raised|lift(?:ed|ing)?) (?:our|the) (?:standards?|game|bar)\b"
            r"|\bhouse in order\b|\bupp(?:ed|ing) our game\b"
        ),
        (
            "meas*|steps|acti*|safe*|cont*|chec*|adju*|impr*|chan*|proc*|syst*|prot*|prac*|stan*|corr*|ways|how|things"
            "|tigh*|root|kink*|unde*|bottom|cause|source|wrin*|grem*|teet*|game|bar|order"
        ),
        (
            "have|has|is|are|were|was|will|we've|we're|i've|we|i|mana*|the|tigh*|sorted|ironed|got|rooted|weeded|fixed"
            "|addr*|tackled|found|around|on|raise|rais*|lift*|house|upped"
        ),
        (
            "been|being|put|taken|made|init*|impl*|impr*|revi*|tigh*|intr*|hand|way|underway|place|stre*|over*|enha*"
            "|upda*|look*|adop*|inst*|roll*|step*|rein*|reco*|reth*|afoot|laun*|star*|taking|putt*|making|beef*|shak*"
            "|up|sorted|ironed|got|root*|weeded|fixed|addr*|tack*|found|around|on|in|for|agai*|raise|rais*|lift*|house"
            "|our"
        ),
    ),
)
_CREW = (
    r"(?:(?:the|our|all(?: the| our)?|my|whole|entire|every|that|this) (?:\w+ ){0,2}?(?:team|staff|crew|lads|girls|boys"
    r"|drivers?|kitchen|waiters?|nurses?|colleagues?|members?(?: of (?:staff|the team))?|agents?|advis[eo]rs?"
    r"|technicians?|engineers?|employees?|persons?|people|receptionists?|carers?|cleaners?|guards?|couriers?|cashiers?"
    r"|riders?|porters?|chefs?|teachers?|instructors?|managers?|rep|individuals?|workers?|branch|department|operatives?"
    r"|pickers?|packers?|fitters?)(?: (?:involved|concerned|in question|responsible|on duty|here))?|everyone(?: (?:here"
    r"|concerned|involved|on \w+))?|all (?:staff|hands|concerned)|staff|those (?:involved|responsible|concerned))"
)
_GROUP = (
    r"(?:(?:the|our|all(?: the| our)?|my|whole|entire|every) (?:\w+ ){0,2}?(?:team|staff|crew|lads|girls|boys|kitchen"
    r"|department|branch|people|drivers|waiters|nurses|colleagues|agents|advisors|advisers|technicians|engineers"
    r"|employees|carers|cleaners|cashiers|riders|managers|member of staff)|everyone|all (?:staff|concerned)|staff|those"
    r" (?:involved|responsible|concerned))"
)
_TALKED = Turns(
    (
        (
            rf"\b{_CREW} (?:has|have|had|will|was|were|is being|are being)(?: all| now| since| already| also| duly| be|"
            rf" being)*(?: been| be)? ?(?:spoken (?:to|with)"
            r"|talked to|reminded|re-?trained|coached|counsell?ed|disciplined|warned|reprimanded|cautioned|briefed"
            r"|re-?educated|sensiti[sz]ed|given (?:a talking|refresher|further|additional|extra|more|a warning|feedback"
            r"|coaching|training)|taken to task|pulled up|told off|dealt with|told (?:off|in no|so)"
            r"|made (?:fully )?aware of (?:the (?:seriousness|importance|gravity|need|standards)|how|their)|aware of"
            r" the (?:seriousness|importance|gravity|need|impact)|held (?:to account|accountable|responsible)"
            rf"|instructed|advised to|receiving (?:\w+ )?training)\b|\b(?:we|I|management|the manager)(?:'ve| have| has"
            rf"|'ll| will|'re| are)?(?: also| now"
            r"| already| since| duly| all| just| personally)* (?:spoken (?:to|with)|reminded|remind|re-?train(?:ed"
            r"|ing)?|coached|coaching|disciplined|warned|reprimanded|briefed|had (?:a (?:stern |quiet |firm |serious "
            r"|long )?(?:word|chat|talk) with|words with)"
            rf"|counsell?ed|hold(?:ing)?|pulled up|taken up with|instructed) {_GROUP}|\btraining (?:needs? |gaps? "
            rf"|sessions? |course |programme "
            r")?(?:(?:has|have|is|are|will)(?: been| be| being)? ?(?:identified|arranged|given|provided|planned"
            r"|scheduled|organi[sz]ed|carried out|delivered|refreshed|stepped up)|for (?:all|the|our) (?:staff|team))"
            r"|\bour people to account\b|\bheld? (?:\w+ ){1,2}to account\b|\b(?:note|memo|e-?mail|message|reminder"
            r"|circular|notice|bulletin)s? (?:has|have|was|were|is|will)(?: been| be| being)? ?(?:circulated|sent"
            r" (?:round|to (?:all|the|our))|issued|put up|shared with|distributed)\b|\b(?:shared|discussed|raised)"
            r" (?:this|it|your \w+|what"
            rf" happened|the \w+) (?:internally|with (?:{_CREW}))(?: \w+){{0,4}} (?:so|to (?:avoid|prevent|ensure|make"
            rf" sure|improve))"
        ),
        (
            "spok*|talked|remi*|retr*|coac*|coun*|disc*|warn*|repr*|caut*|brie*|educ*|reed*|sens*|given|task|pulled"
            "|told|dealt|aware|account|acco*|resp*|inst*|advised|word|words|chat|talk|trai*|circ*|sent|issu*|put|shar*"
            "|dist*|hold|held|re|raised"
        ),
        "has|have|had|will|was|were|is|are|being|we|i|we've|i've|we'll|mana*|people|held|hold|for",
    ),
)
_SEEING_TO_IT = Turns(
    (
        (
            rf"\b(?:(?:make|making|made) (?:absolutely |very |good |quite |damn )?(?:sure|certain)|ensur(?:e|es|ed|ing)"
            rf"|see(?:ing)? (?:to it|that)|guarantee|promise|swear|vow|pledge|determined|assure you|give you my word"
            rf"|have my word|have our word|undertake|hope and trust|trust|committed|confident|do (?:all|everything)(?:"
            rf" \w+){{1,4}})(?: of it| you| to you)?(?: that| to)? (?:[^.!?;\n]{{0,50}}?(?:{_BEFALL}|{_SUFFER}|leaves?"
            rf"|left|avoid|prevent|stop|behave|goes?|let|treated)\b[^.!?;\n]{{0,50}}?\b(?:again|ever|another|any other"
            rf"|no other|future|ahead|from now|anyone|properly|every (?:time|week|day|visit|month|order)|further"
            rf"|recur\w*|repeat\w*|like (?:this|that))\b|(?:no|never) (?:\w+ ){{1,4}}(?:will|ever|again)\b|never (?:to"
            rf" )?\w+)|\b(?:to|so as to|will|can|in order to|would|and|we|helps?|order to) (?:avoid|prevent|stop|rule"
            rf" out|minimi[sz]e|eliminate|guard against|cut out|put an end to) (?:{_THIS}|any|all|a|the (?:same"
            rf"|likelihood|risk|chance)|it\b)(?: \w+){{0,3}}? ?(?:happening"
            r"|occurrences?|recurrences?|repeat(?:s|ed)?|repetitions?|incidents?|issues?|mistakes?|errors?|slips?"
            r"|mishaps?|lapses?|problems?|again|instances?|episodes?|delays?|failures?)\b|\b(?:to|that will) stop (?:it"
            r"|this|that)(?=[.!])|\bso (?:that )?(?:others|other \w+|no one|nobody|this|it)(?: else)? (?:don't|do not"
            r"|won't|will not|doesn't|does not|need not|never|will never|has to|face|faces|suffers?)"
            rf"\b[^.!?;\n]{{0,40}}\b(?:same|again|this|such|ever|happens?|through)\b|\bimpossible for (?:this|it|that)"
            rf" to\b|\b(?:sure|certain) (?:that )?(?:{_THIS}) (?:does|will|is) ?(?:n't|not|never)\b"
        ),
        (
            "sure|certain|ensu*|see|seeing|guar*|prom*|swear|vow|pled*|dete*|assure|word|unde*|trust|comm*|conf*|do"
            "|avoid|prev*|stop|rule|mini*|elim*|guard|cut|end|so|impo*"
        ),
        (
            "happ*|recu*|occu*|repe*|again|ever|another|other|future|ahead|now|anyone|prop*|furt*|like|never|no|inci*"
            "|issu*|mist*|erro*|slip*|mish*|laps*|prob*|inst*|epis*|dela*|fail*|it|this|that|same|others|nobody"
        ),
    ),
)
_FRAMES = (_VOWED, _BETTER, _LEARNT, _STEPS, _TALKED, _SEEING_TO_IT, BETTER)
_TOLD = late(
    r"\bnext time you(?:'re passing| log| open| pass)\b|\blearn\w+ from your (?:note|letter|message|e-?mail|call) that\b|\bbe"
    r" (?:charged|billed) again\b|\bbetter than that\b"
    r"|\b(?:can't|cannot|can not|won't|don't|do not|not able to|unable to|would not|never|not going to|rather than|if"
    r" (?:it|this|that)|whether|not yet|you asked|you told|we told|asked us|I'd never want|because|depends|was planned"
    r"|until|what would|lesson on|from your|if you|not having|want(?:ed)?) (?:yet |honestly |you )?(?:promise|say|tell"
    r"|guarantee|swear|rule|be sure|does|do|happens?|recurs?|goes|to|it|that|the|fixed|put|happen|this|ever|we|I|you"
    r"|on)\b|\b(?:it|this|that|which) (?:happened|did|has happened|was)\b[^.!?\n]{0,30} again\b|\bsorry again\b"
    r"|\bhope\b(?! and trust)|\bmore than (?:happy|welcome|glad)|\b(?:to hear|to see|if)\b[^.!?\n]{0,30} improvements"
    r"|\b(?:should|must|ought)(?: not|n't| never)? (?:have|happen to|be treated|be put|be spoken)\b|\?$|\b(?:because"
    r"|asked us|you asked|you were promised|we promised|we told you|was told|were told|once again you)\b|\b(?:call|ring"
    r"|write|phone|speak|check|look|text|try|see you|visit)\b[^.!?\n]{0,30} again\b",
    re.IGNORECASE,
)
_FIX = late(
    r"\b(?:since|from|on|as of|starting|until) (?:last |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:since"
    r"|from|on|starting|until) (?:the )?(?:\d|january|february|march|april|may \d|june|july|august|september|october"
    r"|november|december|yesterday|today's)|\bnow (?:reads?|needs?|rings?|stands?|goes|go|has|have|weighs?|signs?"
    r"|checks?|bring|opens?|asks?|sees?|knows?|carries|carry|gets?|scans?|counts?|takes?|two|one|three|every|each)\b"
    r"|\b(?:two|both|three|a second) (?:people|pairs|of (?:us|them)|nurses?|signatures|staff|person)\b|\b(?:switched"
    r" off|removed|replaced|installed|fitted|bolted|painted|taken off|changed weekly|new (?:valve|lock|belt|pump|code"
    r"|rail|alarm|camera|scale|form|label|printer|rota|pair))\b",
    re.IGNORECASE,
)


def never_again_words(draft: Draft) -> Iterator[re.Match[str]]:
    """The places that promise better, or say that something was done about it, where no fix is named near by."""
    last = -1
    for frame in _FRAMES:
        for found in frame.all(draft):
            at = found.start()
            words = draft.sentence(at)
            near = f"{draft.before(at)} {words} {draft.after(at)}"
            if (
                draft.index(at) != last
                and not pleased(draft.said)
                and not _TOLD.search(words)
                and not _FIX.search(near)
            ):
                last = draft.index(at)
                yield found


def vows(draft: Draft) -> Iterator[Mark]:
    """A mark on each of these places."""
    for found in never_again_words(draft):
        yield Mark(
            found.start(),
            found.end(),
            "No fix is done yet that would keep it from happening again.",
            "Say what is planned, and when; or leave it out.",
        )


def vowed(draft: Draft, assured: re.Match[str]) -> bool:
    """Whether what they are assured of is that it will not happen again."""
    here = draft.index(assured.start())
    return assured[0].lower().endswith(("assured", "action has been taken")) and any(
        draft.index(found.start()) == here for found in never_again_words(draft)
    )
