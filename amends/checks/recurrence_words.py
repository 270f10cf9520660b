"""How one says that it will not happen again: the vow, the better days ahead, the lesson learnt, steps and talks that name no fix."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late
from amends.drafts.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_THIS = (
    r"(?:this|it|that|such (?:an? )?(?:type of |kind of )?\w+|(?:this|that) (?:sort|kind|type) of (?:thing|mistake|slip|error"
    r"|experience|delay|incident|problem|situation)|(?:these|those|similar|further|future|more|any more|any other|any such"
    r"|other|no more|what happened(?: to \w+ \w+)?|the same)(?: \w+)?)"
)
_NO_ONE = (
    r"(?:no one|nobody|no (?:other )?(?:customer|guest|client|patient|passenger|parent|family|tenant|resident|member|student|pupil|child"
    r"|rider|diner|bride|mother|buyer|visitor|traveller|person|caller|order|parcel)|none of our \w+|neither you nor \w+)"
)
_BEFALL = (
    r"(?:happen(?:s|ing)?|recur(?:s|ring)?|occur(?:s|ring)?|repeat(?:ed|s)?(?: itself)?|befall|come (?:back|up|from our side"
    r"|around)|arise|return|be (?:an issue|a problem|repeated|seen)|go wrong|crop up|reoccur|reappear|take place|slip)"
)
_FACE = (
    r"(?:have (?!to\b)|face|see|suffer|experience|endure|go through|be (?:left|kept|treated|double|over|charged|billed|let down|ignored"
    r"|forgotten|messed|spoken|turned)|meet|encounter|deal with|wait|feel)"
)
_SUFFER = (
    r"(?:have|face|see|suffer|experience|endure|go through|hear|get|find|be (?:left|kept|spoken|treated|double|over|charged"
    r"|billed|let down|made|put|asked|turned|ignored|forgotten|messed)|wait|meet|encounter|deal with|need to|feel)"
)
_AGAIN = (
    r"(?:again|a second time|ever|any ?more|twice|(?:in|for) (?:the )?future|from (?:us|our side)|with us|another time|once"
    r" more|going forward|from now on|hereafter|next time|at our \w+)"
)
_VOWED = Frame(
    (
        rf"\b(?:(?:will|shall|would|should|must|can|does|do)(?:n't| not| never)|won't|shan't|never|e no go|no go) (?:\w+ )?{_BEFALL}"
        rf"(?: [\w']+){{0,5}}? (?:{_AGAIN}|to you|any other|another|anyone)\b|\b{_THIS} (?:will|shall) (?:not|never) (?:\w+ )?{_BEFALL}\b"
        rf"|\b(?:such|this) [\w ]{{2,30}} (?:will|shall) not (?:{_BEFALL})",
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
        "one|nobody|cust*|guest|client|pati*|pass*|pare*|fami*|tena*|resi*|memb*|stud*|pupil|child|rider|diner|bride|mother|buyer|visi*"
        "|trav*|person|caller|order|parcel|none|neither",
    ),
    (
        r"\b(?:nobody|no one|anyone|anybody|you|we|they|I) (?:leaves?|treats?|keeps?|lets?|speaks?|forgets?|makes?)\b[^.!?;\n]{1,40}? again\b",
        "again",
        "leav*|trea*|keep*|lets|let|spea*|forg*|make|makes|keep",
    ),
    (r"\bnever again\b", "never", "again"),
    (
        r"\b(?:no|without) (?:further |more )?(?:repeat(?! can| may| is| presc| order)|repetition|recurrence|repeats|reoccurrence)\b",
        "repe*|recu*|reoc*",
        "no|without",
    ),
    (r"\bthere(?:'ll| will| shall) be no (?:more|further|other|such) \w+", "there|there'll", "no", "more|further|other|such"),
    (
        r"\b(?:that|this|it)(?:'s| is| was| will be) (?:a one-off|the (?:very )?(?:last|first and last) time|(?:an )?isolated (?:incident"
        r"|case|event|occurrence)|behind us|a thing of the past|(?:firmly )?in the past)\b|\bbehind us (?:for good|now)\b|\bthe last time"
        r" (?:that )?(?:\w+ ){1,6}(?:goes|go|happens|will|is|are|misses)\b|\bnot on my watch\b|\bsecond time (?:with|from) us\b",
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
_BETTER = Frame(
    (
        r"\b(?:going forward|from (?:now|here|today|this day|tomorrow|this point) ?(?:on|onwards?|forward)?|in (?:the )?future|in"
        r" (?:the )?(?:days|weeks|months|time) (?:ahead|to come)|next time(?: (?:you|we|around)(?: \w+){0,3})?|henceforth|hereafter"
        r"|your next (?:visit|stay|order|delivery|trip|meal|flight|booking|appointment)|every \w+ (?:to come|from now))\b[^.!?;\n]{0,40}?"
        r"\b(?:(?:you|we|it|they|things|everything|your \w+|all \w+|our \w+|every\w*(?: \w+)?)(?:'ll| will| are| is) (?:always |all |only "
        r"|surely |certainly |be )*(?:going to |be |see|get|find|have|come|arrive|receive|do better|take (?:more|greater|better)|give|make"
        r" sure|ensure|show|pay (?:more|closer)|double|treat|serve)\w*|will (?:always |all )?be \w+|such \w+)|\b(?:we|I)(?:'ll| will"
        r"| shall| can| must| have to| are going to|'re going to)(?: \w+ly)? (?:do|be|try to do|get) (?:much |far |so much |even )?(?:better"
        r"|more careful|stricter|sharper)\b|\b(?:and|to|must|we'll|will) do better\b(?: (?:next|in|from|by))?|\b(?:things|it|that) (?:are|is"
        r"|will|'ll) (?:going to |have to |all )?(?:change|be different|improve|get better)\b|\byou(?:'ll| will) (?:see|notice|find|get) a"
        r" (?:different|better|new|changed|marked|real) \w+|\b(?:is|are|be) (?:right|correct|on time|perfect|spelt right|in order) from"
        r" (?:today|now|here)\b|\border with confidence\b|\b(?:vow|pledge|promise|undertake|swear) to be \w+[^.!?;\n]{0,40} (?:every|each"
        r"|always)\b",
        "forward|now|here|today|tomorrow|point|future|days|weeks|months|time|ahead|come|next|hence*|here*|every|better"
        "|careful|stricter|sharper|change|different|impr*|notice|right|correct|perfect|confidence|vow|pledge|promise"
        "|unde*|swear",
        "will|we'll|you'll|it'll|they'll|i'll|are|is|be|must|going|do|to|order|such",
    ),
)
_LEARNT = Frame(
    (
        r"\b(?:(?:have|'ve|has|will|'ll|we|I|to|must) (?:all |certainly |really |truly |already |now )?(?:learn(?:ed|t|ing)?) (?:a lot |much "
        r"|so much |a great deal |something |our lesson|from (?:this|it|our|your|that|what|the|these|his|her))|learn(?:ed|t|ing)? (?:from"
        r" (?:this|our|your|that|what happened)|our lessons?|(?:a|the|some|many|hard|valuable|important) (?:\w+ )?lessons?)|lessons? (?:have"
        r"|has|will|was|were|is|are)?(?: been| be)? ?learn(?:ed|t)|(?:a|an|as a|your case as|this as) (?:\w+ )?(?:learning|teaching)"
        r" (?:opportunity|curve|point|moment|experience|exercise)|wake-?up call|eye[- ]opener|taken (?:it|this|that|everything|all of"
        r" (?:this|it)|your \w+(?: \w+)?|what you \w+)(?: all)? on board|tak(?:e|ing) (?:it|this|that|your \w+) on board|made us (?:a )?(?:\w+ )?"
        r"(?:stronger|better|wiser|humbler|sharper|rethink)|(?:feedback|experience|comments?|complaint|case|letter|remarks|words|story"
        r"|points?)(?: \w+){0,2} (?:will|is|are|has|have|shall)(?: be| being| been| help| helped)? ?(?:us |used |help |taken )?(?:to |us to )?"
        r"(?:improve|better|train|shape|strengthen|raise|sharpen|inform|grow)|(?:help|helps|helping|enable|enables|allow|allows) us"
        r" (?:to )?(?:improve|grow|become better|get better|do better|learn|raise|better)|hard look at (?:ourselves|our|how|what)"
        r"|(?:correct|corrected|mend(?:ed)?) ourselves)\b",
        "lear*|less*|teac*|wake|eye|board|stro*|bett*|wiser|humb*|shar*|reth*|impr*|train|shape|stre*|raise|info*|grow"
        "|hard|ours*",
    ),
)
_VAGUE = (
    r"(?:(?:appropriate |necessary |remedial |corrective |preventive |preventative |disciplinary |internal |further |additional |extra "
    r"|all |the |these |required |relevant |suitable |new |stricter |tighter |better |and |more |our |own"
    r" |robust |immediate |firm |decisive ){0,5}(?:measures|steps|actions?|safeguards|controls|checks|adjustments|improvements|changes"
    r"|procedures|process(?:es)?|systems?|protocols?|practices|standards|quality controls?|corrections|ways of working))"
)
_STEPS = Frame(
    (
        rf"\b{_VAGUE} (?:(?:have|has)(?: now| already| since)? been|(?:is|are|were|was)(?: now| currently| already| being| all){{0,2}}|will be)"
        r" ?(?:being )?(?:put in(?: place)?|taken|made|initiated|implemented|improved|reviewed|tightened(?: up)?|introduced|in hand|under ?way"
        r"|in place|strengthened|revised|overhauled|enhanced|updated|looked at|adopted|instituted|rolled out|stepped up|reinforced"
        rf"|reconsidered|rethought|afoot|launched|started)\b(?! to (?:your|the|one|an?|it)\b)|\b(?:we|I|management|the (?:team|manager|kitchen|company))(?:'ve|'re| have| has| are"
        r"| is| will be|'ll be| am|'m)?(?: also| now| already| currently| since| therefore| duly| all| again)* (?:taken|taking|put|putting|made"
        r"|making|initiated|implement(?:ed|ing)|introduc(?:ed|ing)|strengthen(?:ed|ing)|tighten(?:ed|ing)|review(?:ed|ing)|improv(?:ed|ing)"
        r"|updat(?:ed|ing)|revis(?:ed|ing)|overhaul(?:ed|ing)|enhanc(?:ed|ing)|step(?:ped|ping) up|adopt(?:ed|ing)|look(?:ed|ing) (?:hard |again "
        rf"|closely )?at|beef(?:ed|ing) up|shak(?:en|ing) up) (?:up )?(?:in )?(?:how we (?:do things|work|operate)|things(?: up)?|(?:{_VAGUE}))\b"
        r"|\btighten(?:ing|ed)? (?:things|everything|our \w+|procedures|up)\b|\b(?:sorted|ironed|got|rooted|weeded|fixed|addressed|tackled|found"
        r" and fixed)(?: out| to| at)? (?:the|all the|any|our|whatever) (?:root cause|kinks?|underlying \w+|bottom of it|cause|source|wrinkles"
        r"|gremlins|teething)\b|\bsafeguards? (?:around|on|in|for|against)\b|\b(?:raise|raising|raised|lift(?:ed|ing)?) (?:our|the) (?:standards?"
        r"|game|bar)\b|\bhouse in order\b|\bupp(?:ed|ing) our game\b",
        "meas*|steps|acti*|safe*|cont*|chec*|adju*|impr*|chan*|proc*|syst*|prot*|prac*|stan*|corr*|ways|how|things"
        "|tigh*|root|kink*|unde*|bottom|cause|source|wrin*|grem*|teet*|game|bar|order",
        "have|has|is|are|were|was|will|we've|we're|i've|we|i|mana*|the|tigh*|sorted|ironed|got|rooted|weeded|fixed"
        "|addr*|tackled|found|around|on|raise|rais*|lift*|house|upped",
        "been|being|put|taken|made|init*|impl*|impr*|revi*|tigh*|intr*|hand|way|underway|place|stre*|over*|enha*|upda*"
        "|look*|adop*|inst*|roll*|step*|rein*|reco*|reth*|afoot|laun*|star*|taking|putt*|making|beef*|shak*|up|sorted"
        "|ironed|got|root*|weeded|fixed|addr*|tack*|found|around|on|in|for|agai*|raise|rais*|lift*|house|our",
    ),
)
_CREW = (
    r"(?:(?:the|our|all(?: the| our)?|my|whole|entire|every|that|this) (?:\w+ ){0,2}?(?:team|staff|crew|lads|girls|boys|drivers?|kitchen"
    r"|waiters?|nurses?|colleagues?|members?(?: of (?:staff|the team))?|agents?|advis[eo]rs?|technicians?|engineers?|employees?|persons?"
    r"|people|receptionists?|carers?|cleaners?|guards?|couriers?|cashiers?|riders?|porters?|chefs?|teachers?|instructors?|managers?|rep"
    r"|individuals?|workers?|branch|department|operatives?|pickers?|packers?|fitters?)(?: (?:involved|concerned|in question|responsible"
    r"|on duty|here))?|everyone(?: (?:here|concerned|involved|on \w+))?|all (?:staff|hands|concerned)|staff|those (?:involved|responsible"
    r"|concerned))"
)
_GROUP = (
    r"(?:(?:the|our|all(?: the| our)?|my|whole|entire|every) (?:\w+ ){0,2}?(?:team|staff|crew|lads|girls|boys|kitchen|department|branch"
    r"|people|drivers|waiters|nurses|colleagues|agents|advisors|advisers|technicians|engineers|employees|carers|cleaners|cashiers|riders"
    r"|managers|member of staff)|everyone|all (?:staff|concerned)|staff|those (?:involved|responsible|concerned))"
)
_TALKED = Frame(
    (
        rf"\b{_CREW} (?:has|have|had|will|was|were|is being|are being)(?: all| now| since| already| also| duly| be| being)*(?: been| be)? ?(?:spoken (?:to|with)"
        r"|talked to|reminded|re-?trained|coached|counsell?ed|disciplined|warned|reprimanded|cautioned|briefed|re-?educated|sensiti[sz]ed"
        r"|given (?:a talking|refresher|further|additional|extra|more|a warning|feedback|coaching|training)|taken to task|pulled up|told off"
        r"|dealt with|told(?= ?[.,;!]| not| in no| so| off)|made (?:fully )?aware of (?:the (?:seriousness|importance|gravity|need|standards)"
        r"|how|their)|aware of the (?:seriousness|importance|gravity|need|impact)|held (?:to account|accountable|responsible)"
        rf"|instructed|advised to|receiving (?:\w+ )?training)\b|\b(?:we|I|management|the manager)(?:'ve| have| has|'ll| will|'re| are)?(?: also| now"
        r"| already| since| duly| all| just| personally)* (?:spoken (?:to|with)|reminded|remind|re-?train(?:ed|ing)?|coached|coaching"
        r"|disciplined|warned|reprimanded|briefed|had (?:a (?:stern |quiet |firm |serious |long )?(?:word|chat|talk) with|words with)"
        rf"|counsell?ed|hold(?:ing)?|pulled up|taken up with|instructed) {_GROUP}|\btraining (?:needs? |gaps? |sessions? |course |programme "
        r")?(?:(?:has|have|is|are|will)(?: been| be| being)? ?(?:identified|arranged|given|provided|planned|scheduled|organi[sz]ed|carried out"
        r"|delivered|refreshed|stepped up)|for (?:all|the|our) (?:staff|team))|\bour people to account\b|\bheld? (?:\w+ ){1,2}to account\b"
        r"|\b(?:note|memo|e-?mail|message|reminder|circular|notice|bulletin)s? (?:has|have|was|were|is|will)(?: been| be| being)? ?(?:circulated"
        r"|sent (?:round|to (?:all|the|our))|issued|put up|shared with|distributed)\b|\b(?:shared|discussed|raised) (?:this|it|your \w+|what"
        rf" happened|the \w+) (?:internally|with (?:{_CREW}))(?: \w+){{0,4}} (?:so|to (?:avoid|prevent|ensure|make sure|improve))",
        "spok*|talked|remi*|retr*|coac*|coun*|disc*|warn*|repr*|caut*|brie*|educ*|reed*|sens*|given|task|pulled|told"
        "|dealt|aware|account|acco*|resp*|inst*|advised|word|words|chat|talk|trai*|circ*|sent|issu*|put|shar*|dist*"
        "|hold|held|re|raised",
        "has|have|had|will|was|were|is|are|being|we|i|we've|i've|we'll|mana*|people|held|hold|for",
    ),
)
_SEEING_TO_IT = Frame(
    (
        rf"\b(?:(?:make|making|made) (?:absolutely |very |good |quite |damn )?(?:sure|certain)|ensur(?:e|es|ed|ing)|see(?:ing)? to it|guarantee"
        rf"|promise|swear|vow|pledge|determined|assure you|give you my word|have my word|have our word|undertake|hope and trust|trust|committed"
        rf"|confident|do (?:all|everything)(?: \w+){{1,4}})(?: of it| you| to you)?(?: that| to)? (?:[^.!?;\n]{{0,50}}?(?:{_BEFALL}|{_SUFFER}|leaves?"
        rf"|left|avoid|prevent|stop|behave|goes?|let|treated)\b[^.!?;\n]{{0,50}}?\b(?:again|ever|another|any other|no other|future|ahead|from now"
        rf"|anyone|properly|further|recur\w*|repeat\w*|like (?:this|that))\b|(?:no|never) (?:\w+ ){{1,4}}(?:will|ever|again)\b"
        rf"|never (?:to )?\w+)|\b(?:to|so as to|will|can|in order to|would|and|we|helps?|order to) (?:avoid|prevent|stop|rule out|minimi[sz]e|eliminate"
        rf"|guard against|cut out|put an end to) (?:{_THIS}|any|all|a|the (?:same|likelihood|risk|chance)|it\b)(?: \w+){{0,3}}? ?(?:happening"
        r"|occurrences?|recurrences?|repeat(?:s|ed)?|repetitions?|incidents?|issues?|mistakes?|errors?|slips?|mishaps?|lapses?|problems?|again"
        r"|instances?|episodes?|delays?|failures?)\b|\b(?:to|that will) stop (?:it|this|that)(?=[.!])|\bso (?:that )?(?:others|other \w+|no one|nobody"
        r"|this|it)(?: else)? (?:don't|do not|won't|will not|doesn't|does not|need not|never|will never|has to|face|faces|suffers?)"
        rf"\b[^.!?;\n]{{0,40}}\b(?:same|again|this|that|it|such|ever|happens?)\b|\bimpossible for (?:this|it|that) to\b|\b(?:sure|certain) (?:that )?"
        rf"(?:{_THIS}) (?:does|will|is) ?(?:n't|not|never)\b",
        "sure|certain|ensu*|see|seeing|guar*|prom*|swear|vow|pled*|dete*|assure|word|unde*|trust|comm*|conf*|do|avoid"
        "|prev*|stop|rule|mini*|elim*|guard|cut|end|so|impo*",
        "happ*|recu*|occu*|repe*|again|ever|another|other|future|ahead|now|anyone|prop*|furt*|like|never|no|inci*|issu*"
        "|mist*|erro*|slip*|mish*|laps*|prob*|inst*|epis*|dela*|fail*|it|this|that|same|others|nobody",
    ),
)
_FRAMES = (_VOWED, _BETTER, _LEARNT, _STEPS, _TALKED, _SEEING_TO_IT)
_TOLD = late(
    r"\b(?:can't|cannot|can not|won't|don't|do not|not able to|unable to|would not|never|not going to|rather than|if (?:it|this|that)|whether"
    r"|not yet|you asked|you told|we told|asked us|I'd never want|because|depends|was planned|until|what would|lesson on|from your|if you"
    r"|not having|want(?:ed)?) (?:yet |honestly |you )?(?:promise|say|tell|guarantee|swear|rule|be sure|does|do|happens?|recurs?|goes|to|it|that"
    r"|the|fixed|put|happen|this|ever|we|I|you|on)\b|\b(?:it|this|that|which) (?:happened|did|has happened|was)\b[^.!?\n]{0,30} again\b"
    r"|\bsorry again\b|\b(?:should|must|ought)(?: not|n't| never)? (?:have|happen to|be treated|be put|be spoken)\b|\?$|\b(?:because|asked us|you asked|you were promised|we promised|we told you|was told|were told|once again you)\b"
    r"|\b(?:call|ring|write|phone|speak|check|look|text|try|see you|visit)\b[^.!?\n]{0,30} again\b",
    re.IGNORECASE,
)
_FIX = late(
    r"\b(?:since|from|on|as of|starting|until) (?:last |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:since|from|on|starting|until) (?:the"
    r" )?(?:\d|january|february|march|april|may \d|june|july|august|september|october|november|december|yesterday|today's)|\bnow (?:reads?"
    r"|needs?|rings?|stands?|goes|go|has|have|weighs?|signs?|checks?|bring|opens?|asks?|sees?|knows?|carries|carry|gets?|scans?|counts?|takes?"
    r"|two|one|three|every|each)\b|\b(?:two|both|three|a second) (?:people|pairs|of (?:us|them)|nurses?|signatures|staff|person)\b"
    r"|\b(?:switched off|removed|replaced|installed|fitted|bolted|painted|taken off|changed weekly|new (?:valve|lock|belt|pump|code|rail|alarm"
    r"|camera|scale|form|label|printer|rota|pair))\b",
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
            if draft.index(at) != last and not _TOLD.search(words) and not _FIX.search(near):
                last = draft.index(at)
                yield found
