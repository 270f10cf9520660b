"""Words for laying it on the customer: what they did or left undone, and what was theirs to do."""

from __future__ import annotations

import re
from typing import Final

from amends.drafts.cue import late

#: What a customer is expected to do and is told that they did not.
_DUTY = (
    r"(?:read|check|follow|tell|notify|inform|enter|provide|mention|select|keep|update|confirm|respond|reply|answer"
    r"|listen"
    r"|comply|submit|set|close|sign|give|look|charge|store|register|activate|cancel|ring|call|contact|raise|report"
    r"|flag|test"
    r"|measure|inspect|turn|show|attend|arrive|collect|pick|opt|tick|untick|save|back|plug|install|upload|attach"
    r"|complete"
    r"|fill|quote|disclose|declare|leave|plan|lock|secure|water|clean|insert|press|scroll|bother|let us|make (?:sure"
    r"|yourself|himself|it clear|any|use)|use the|ask (?:us|about|anyone|for (?:help|advice))|pay (?:attention|on|by"
    r"|the)|take (?:the|care|it out|them out|advantage)"
    r"|stick|stay|wait|return|send|sort|mind|watch|remember|bring|wear|empty|drain|rinse|descale|service|maintain)"
)
_CUSTOMERS = (
    r"(?:people|customers?|users?|clients?|guests?|owners?|tenants?|drivers?|passengers?|patients?|parents?|members?"
    r"|visitors?|buyers?|travellers?|someone|somebody|folks?|anyone|everyone|account holders?|subscribers?|students?"
    r"|the consignee|the recipient|the buyer|the addressee|the hirer|the bride|households?|diners?|applicants?)"
)
_NOT_DUE = r"(?!be\b|been|get|have|receive|hear|arrive|see|find|reach|come with|include|go (?:out|to you)|feel|only|pay (?:no|less))"
#: It is denied, asked, or put as theirs to choose; or it was us who made it hard.
#: It would have made no difference.
EXCUSED_TOO = late(
    r"would(?:n't)? have \w+ (?:him|her|it|them|us) (?:too|either|all the same)|made no difference|no matter what",
    re.IGNORECASE,
)
#: No question, but a reproach.
TAG = late(
    r"\b(?:didn't|did|don't|weren't|haven't|hadn't) (?:you|it|they)\?$|\bwhy (?:did|didn't|would|wouldn't|was|wasn't"
    r"|not)\b",
    re.IGNORECASE,
)
SPARED = late(
    r"\b(?:not|no|never|none of|nobody|isn't|wasn't|weren't|nothing|without|don't think|do not think|sorry (?:that )?"
    r"|(?:if|whether|that|whenever|in case) (?:you|it)|can't|cannot|couldn't|needn't|don't|do not|hardly|why|how"
    r"|because our|says?|said|thought|thinks?|told|believed?|sure|grateful|glad|thank\w*)(?: [\w']+){0,3}\s*$",
    re.IGNORECASE,
)
#: Behind it: we take it on ourselves.
EXCUSED = late(
    r"\b(?:our (?:mistake|fault|form|page|error|doing)|no (?:fault|blame|wonder)|nothing wrong|not your (?:fault|job)"
    r"|any of us would|easy to miss|hard to (?:read|find|see)|and (?:that's|that is|it's) (?:fine|all right"
    r"|no problem|ok)"
    r"|(?:which|that|and it)(?:'s| is| was) (?:on us|ours|our)|would(?:n't)? have \w+ (?:him|her|it|them|us|it) (?:too"
    r"|either|all the same)|(?:over|through|because of|thanks to) (?:it|this|that"
    r"|us|me|our)\b|laugh\w* (?:it|that|this) off|shrug\w* (?:it|that|this) off)",
    re.IGNORECASE,
)
FRAMES: Final[tuple[str, ...]] = (
    # It comes of what they did.
    (
        r"\bbecause (?:of the way )?you (?:gave|left|chose|changed|cancelled|opened|used|forgot|missed|came"
        r"|arrived|were (?:late|out|not)|weren't|had (?:left|changed|moved|chosen|used|put|set|not)|hadn't|did not"
        r"|didn't|put|set|bought|insisted|overloaded|washed|let|delayed)\b[^.!?;\n]{0,40}"
        r"|\byou left (?:it|the|your|them)(?: [\w-]+){0,2} (?:open|unlocked|on|out|outside|running|unattended"
        r"|in the (?:sun|rain|car|heat)|exposed|switched on|plugged in)\b"
        r"|\b(?:is|that's|it's) what (?:you get|happens|comes) (?:when|if|of|from)\b[^.!?;\n]{0,40}"
        rf"|\b(?:most|other|all|many) (?:of )?(?:our )?(?:other )?{_CUSTOMERS} (?:\w+ly )?(?:bring|tell us|ring|book ahead"
        r"|allow (?:more|time|plenty)|follow|keep|take care|simply|just|would have)\b"
        r"|\b(?:guidance|advice|care label|small print|handbook|user guide|packaging|box|safety sheet|confirmation"
        r"|e-?mail|invitation|brochure|timetable)(?: [\w']+){0,3}? (?:is|are|was|were|makes it|says"
        r"|states) (?:really |very |quite |perfectly |clearly |all |abundantly |plainly |so ){0,2}(?:clear|plain"
        r"|easy|obvious|clearly|plainly|in bold|explicit)\b"
    ),
    # They did it wrong, or left it too long.
    (
        r"\byou(?:'ve| have|'d| had)?(?: \w+ly| just| also| simply| perhaps| probably| may have| might have"
        r"| must have)*"
        r" (?:failed to|neglected|omitted|misunderstood|misread|misheard|misused|overlooked|ignored|disregarded"
        r"|mixed up"
        r"|confused|mistyped|misplaced|mislaid|overloaded|overfilled|overheated|tampered|mishandled"
        r"|chose to (?:ignore|wait"
        r"|do|leave)|chose not|opted not|decided not|left it (?:too late|until|till|so late|out|on|in|running)"
        r"|waited (?:until|till"
        r"|too|so long)|delayed|got (?:it|this|that|the \w+) wrong|let (?:it|the \w+) (?:run|dry|lapse"
        r"|expire|overheat|freeze|go)|went against|took (?:it|this|that) upon|insisted on|rushed|jumped the gun"
        r"|were (?:careless"
        r"|hasty|rough|in a hurry|late (?:for|to|in|with|on))|turned up (?:late|after|without)|arrived (?:late|after"
        r"|too)|came"
        r" (?:late|too late|after|without))\b(?! (?:by|because (?:we|our)))[^.!?;\n]{0,50}|\byou(?:'re| are"
        r"| were)(?: \w+ly)? (?:looking"
        r" (?:in the wrong|at the wrong)|using (?:it|the \w+|an?) (?:wrong|incorrect|old|out)|doing (?:it"
        r"|this) wrong|holding it|on the"
        r" wrong|not (?:using|following|reading|doing))\b[^.!?;\n]{0,40}"
    ),
    (
        r"\b(?<!for )(?<!to )(?<!with )(?<!from )(?<!although )(?<!though )you(?:'d| had| have|'ve)? ?(?:did not"
        r"|didn't|never|had not|hadn't|have not|haven't|not|failed to)(?: \w+ly| even| actually| bother to"
        rf"| think to| take the time to| bother| manage to)? {_DUTY}(?:ed|d|en|n|t)?\b(?! (?:for this|any (?:news"
        r"|answer|reply)|it back"
        r"|from us|because (?:we|our)|you|us back))[^.!?;\n]{0,50}|\b(?:by|through|from) not (?:\w+ly )?(?:answer"
        r"|read|check|tell|reply"
        rf"|respond|follow|keep|pay|cancel|turn|show|open|report|regist|clean|sign|confirm|us)ing\b[^.!?;\n]{{0,50}}"
        r"|\b(?:did|does) not make (?:himself|herself|themselves|yourself) available\b|\b(?:you(?: were not"
        r"| weren't)|(?:no ?one|nobody) was|the (?:customer|recipient"
        r"|consignee)(?: was not| wasn't)) (?:at home|in to|there to|available to|present to|home (?:to|when|at)"
        r"|around"
        rf" to|ready (?:when|at|for|on))\b"
    ),
    (
        r"\b(?:wrong|incorrect|incomplete|invalid|outdated|old|inaccurate|mistaken) (?:[\w'-]+ ){1,3}(?:that "
        r"|which )?you(?:'ve| have|'d"
        r" | had)? ?(?:typed|gave|given|entered|provided|put|chose|picked|selected|supplied|quoted|sent|left"
        r"|submitted|wrote|filled|ordered"
        r"|booked|used)\b|\b(?:wrong|incorrect\w*) [^.!?;\n]{0,30}(?<!found )(?<!spotted )(?<!paid )\bby (?:you|yourself"
        r"|yourselves|the customer)\b"
        r"|\byou(?:'d| had| have|'ve| \w+ly| may have| must have)? (?:gave|give"
        r"|given|typed|supplied|put|used|bought|picked|wrote|quoted|came with|brought|had) (?:\w+ ){0,4}?(?:wrong"
        r"|incorrect)\b"
        r"|\b(?:box|button|option|link|setting|order|request|booking|cancellation|it|this|that|account|form) (?:was"
        r"|were|had been|got)"
        r" (?:\w+ )?(?:ticked|clicked|pressed|selected|chosen|placed|made|deleted|cancelled|changed|entered"
        r"|switched off|opened|removed|unplugged)"
        r" (?:\w+ ){0,3}?(?:on your (?:side|end|device|account)|from your (?:own )?(?:\w+ )?(?:phone|laptop|computer"
        r"|device|account|side|end"
        r"|address)|by you(?:rself)?)\b|\bit was you (?:who|that)\b|\byou were the (?:one|ones) (?:who|that)\b"
        r"|\b(?:user|customer|operator"
        r"|human) error (?:on|at) your\b|\b(?:user|customer) error\b|\b(?:was|were) removed before reading\b"
    ),
    # What would have been, had they only.
    (
        r"\bhad (?:we|I|our \w+|the \w+) (?:only |just |also |actually )?been (?:told|informed|given|warned"
        r"|notified|made aware|asked|advised"
        r"|alerted)\b[^.!?;\n]{0,60}|\bhad you (?:\w+ )?(?:rung|rang|called|told|read|checked|let|come|given|kept"
        r"|used|waited|asked|said"
        r"|followed|mentioned|booked|opened|looked|spoken|written|informed|reported|left|arrived|paid|sent"
        r"|been (?:at home|in|on time|more"
        r"|there|clearer|quicker))\b[^.!?;\n]{0,60}|\bif (?:you'd|you had|we'd been told"
        r"|we had been told)(?: only| just| first)?"
        r" (?!not (?:written|told|called|rung)|not been|been able|like\b|rather\b|prefer\b)\w+[^.!?;\n]{0,60}\b(?:would"
        r"|could|might|wouldn't|couldn't)\b"
        r"|\bwould(?:n't| not)? have (?:been )?(?:\w+ )?(?:helpful|helped|better|easier|useful|wise|wiser|prudent"
        r"|sensible|nice|best|safer"
        r"|advisable|simpler|quicker|happened|avoided|prevented|saved)(?: all this| this| us| the \w+)? (?:if you"
        r"|had you|to have|to (?:read|check|ask"
        r"|ring|tell|call|test)|by (?:check|read|ask|tell|ring|call)\w*)\b(?! (?:been told|rung you|told you"
        r"|sent you|had (?:a|the)))[^.!?;\n]{0,40}"
        r"|\b(?:would|could|might) have (?:told|shown|saved|warned|alerted|spared) you\b|\b(?:I|we)(?:'d| would"
        r"| might)? (?:normally |rather "
        rf"|really )?(?:have )?expect(?:ed)? (?:you|our (?:customers|guests|clients)|{_CUSTOMERS}) to (?!be (?:angry"
        r"|upset|annoyed))\w+"
        r"|\b(?:easily|entirely|wholly|quite) avoid(?:able|ed) (?:if you|had you|by (?:read|check|ask|call)\w*)\b"
        r"|\b(?:a|one) (?:quick|brief|simple|little"
        r"|short|second|closer|careful)? ?(?:glance|look|read|check|call|phone call|text|test|question"
        r"|e-?mail) [^.!?;\n]{0,40}\b(?:would|could|might)"
        rf" have\b[^.!?;\n]{{0,30}}|\bhad you\b[^.!?;\n]{{0,60}}\bavoidable\b"
    ),
    # It was theirs to do.
    (
        r"\bonus (?:is|was|lies|rests|falls|remains)\b|\b(?:it|that|this)(?:'s| is| was| remains| falls"
        r"| lies)? (?:up|for|on|down|incumbent (?:on|upon)"
        rf"|the (?:responsibility|job|duty) of) ?(?:to )?(?:you|{_CUSTOMERS}|the {_CUSTOMERS}|every \w+"
        r"|each \w+) to (?:have |let|make|check|keep|ensure|read"
        r"|inform|tell|arrange|provide|cancel|notify|look|update)\w*|\b(?:your|the (?:customer|guest|tenant|buyer"
        r"|owner|account holder|passenger)'s) (?:own"
        r" )?(?:responsibility|duty|obligation) (?:to|and|as)\b|\b(?<!new )(?<!other )(?<!second )one (?:does have|has|needs|ought"
        r"|does need) to (?:be|check|read|keep|make|take|look|allow|expect|have|bear|give|arrive|ask|tell)"
        rf"|\b{_CUSTOMERS} (?:are|is|were|was)"
        r" (?:\w+ )?(?:expected|required|advised|asked|reminded|supposed|urged|responsible) (?:to|for)\b"
        r"|\byou (?:are|were) (?:\w+ly )?(?:supposed|expected"
        r"|required|advised|reminded|warned|instructed|meant|obliged|responsible) (?:to|for|that|about"
        rf"|not) {_NOT_DUE}[^.!?;\n]{{0,40}}|\b(?:we|I) did (?:\w+"
        r" )?(?:ask (?:for|you|that|everyone|all)|warn|say (?:to|that you|in)|advise|remind|email|text|write to"
        r"|send you|try to (?:call|reach|ring)|recommend)"
        r"\b[^.!?;\n]{0,40}|\bour advice is always\b[^.!?;\n]{0,50}|\b(?:takes?|at) (?:that|the|this|your own"
        r"|their own) risk\b|\byour own risk\b"
        r"|\bbuyer beware\b|\bit takes two to\b|\bwe(?:'re| are)? (?:not|cannot be|can't be"
        r"|n't) (?:held )?(?:responsible|liable|to blame|accountable) (?:for|when|if"
        r"|where) (?:guests|customers|people|passengers|tenants|clients|anything you|what you|items? (?:left|you)"
        r"|those|your)\b"
    ),
    (
        r"\b(?:in (?:the )?future|next time|going forward|from now on|another time"
        r"|in days to come)\b,?(?: please| kindly| do| always| just| perhaps)* (?:you (?:should|could|might|keep"
        r"|check|read"
        r"|need to|must)|have a (?:look|read)|bring|ring|measure"
        r"|do (?!not hesitate|tell me|ask for)\w+|(?:read|check|ensure|follow|remember|allow|leave"
        r"|keep|be more|be careful|try to|try reading|make sure|double-?check|plan|avoid"
        r"|use the)\b)(?! me\b)[^.!?;\n]{0,40}"
        r"|\b(?<!will )(?<!'ll )(?<!to )(?:be|been|being) (?:a (?:bit|little) |far |much |rather |more |extra |very |so"
        r" ){1,3}(?:careful"
        r"|attentive|cautious|gentle|vigilant|mindful|observant)\b"
        r"|\b(?:might|may) want to (?:be|read|check|take|look|pay|think|learn)\b|\b(?:pay|paid|paying) (?:more "
        r"|closer |better |proper |enough |much )?attention\b"
        r"|\bcommon sense\b|\bkeep a (?:closer|better|sharper) eye\b|\b(?:more|greater|better|a little|a bit more"
        r"|some) (?:care|planning|preparation|attention"
        r"|caution|foresight) (?:would|goes|when|next|on your|in future|is needed|might)\b|\bwould do well to\b"
        r"|\bwell advised to\b|\bfor your own (?:sake|good)\b"
        r"|\b(?:not|n't) be surprised\b|\bwhat did you expect\b|\b(?:you )?get what you pay for\b"
        r"|\basking for trouble\b|\bthat's what (?:comes of|happens when|you get)\b"
        r"|\bcan(?:not|'t) (?:expect|blame us|have it both)\b|\byourself to blame\b"
    ),
    # What people like them do; what the thing shows.
    (
        r"\b(?:this|it|that|these things|such things)(?: \w+ly| often| always| only| sometimes| tends? to| can"
        r"| does| will)* happens? (?:\w+ )?(?:when|if|where|because)"
        rf" (?:you|{_CUSTOMERS}|the {_CUSTOMERS}|it(?:'s| is) (?:not|over|used)|the \w+ is (?:not|over|left"
        rf"|used))\b[^.!?;\n]{{0,50}}|\b(?:most|all|other|many|almost all) (?:of )?(?:our )?(?:other )?{_CUSTOMERS}"
        r" (?:\w+ )?(?:manage|have no|find it|read|check|know|remember|cope|understand|had no|don't(?! mind)|do not(?! mind)|never"
        r"|can|seem|work it out|get this)\b|\bany(?:one|body) (?:who|with|can see)"
        r" [^.!?;\n]{2,60} (?:takes|knows|should|must|would (?:know|have)|has to|can expect|will know)\b"
        r"|\bas any(?:one|body)? (?:\w+ )?(?:who|would|knows|does|will|could|can)\b"
        r"|\b(?:signs?|evidence|traces|marks|consistent with|symptoms) (?:of )?(?:having been |being "
        r"|it being )?(?:dropped|misuse|mis-?handling|overload\w*|tamper\w*|neglect"
        r"|abuse|impact|liquid|water (?:damage|ingress)|heavy (?:use|wear)|poor (?:care|storage|maintenance)|rough"
        r"|incorrect|improper|opened|wear and tear)\b"
        r"|\b(?:clearly|obviously|plainly|evidently|must) (?:has |have |had |was |were )?(?:been "
        r"|not been )?(?:dropped|overloaded|mistreated|tampered|misused|abused|left"
        r"|washed|mishandled|neglected|exposed|stored|maintained)\b|\bhow (?:the|it|your|this) ?[\w ]{0,20}(?:was"
        r"|is|has been|were) (?:handled|used|stored|washed|treated|looked"
        r" after|kept|installed|driven|worn)\b(?! by (?:us|our|the (?:courier|driver)))|\b(?:cheap|non-genuine"
        r"|unofficial|third-party|unbranded) (?:\w+ )?(?:cables?|parts?|chargers?|refills?|batter\w+"
        r"|detergents?|ink|tools?|tyres) (?:will|can|do|tend|often|always|cause)\b"
        r"|\bis designed for [^.!?;\n]{2,40},? not\b"
    ),
    (
        r"\b(?:fault|problem|issue|delay|error|mistake|blame|cause|hold-?up|slip|confusion|oversight|breakdown"
        r"|failure|responsibility)s?(?: (?:here|in this case|therefore|really|clearly|entirely|solely))*"
        r" (?:lies|lay|was|is|rests|came|comes|arose|originated|occurred|happened|sits|falls|began"
        r"|started)(?: \w+ly)? (?:with (?:you\b|how|the (?:way|customer|user|owner|account holder))|(?:on|at"
        r"|from) your (?:side"
        r"|end|part|device|wiring|router|bank|card|own)|in (?:how|the way) (?:you|it was|the \w+ was)|yours"
        r"|of your (?:own )?making|down to you)\b[^.!?;\n]{0,40}|\bof your own making\b"
        r"|\bon your (?:side|end|part),? (?:and )?not (?:on )?ours\b|\b(?:oversight|failure|delay|lapse|omission"
        r"|inaction|misunderstanding|error|mistake|haste|confusion|neglect) (?:on|at|from) your"
        r" (?:part|side|end)\b|\b(?:sat|lay|been sitting|been) (?:\w+ )?(?:with|in|on) (?:you|your) (?:\w+ )?(?:for"
        r"|spam|desk|junk)\b[^.!?;\n]{0,30}|\btook you (?:\w+ ){0,2}(?:days|weeks|months|hours|a)\b"
        r"|\bwould (?:still )?(?:be|have been) (?:fine|ok|okay|all right|safe|working|in one piece) if you(?:'d| had)\b[^.!?;\n]{0,30}"
        r"|\byou (?:then |therefore |also |have )?(?:lost|forfeited?|missed) (?:the|your) (?:slot|place|booking|seat"
        r"|deposit|window|deadline|right|appointment|turn|chance|connection|train|bus)\b(?! (?:because|when"
        r"|while) (?:we|our|of (?:us|our))| at \d)"
        r"|\b(?:instructions?|labels?|leaflets?|signs?|page|form|manual|terms|website|wording|steps|rules|notice"
        r"|guide|policy|booklet)(?: [\w']+){0,4}? (?:is|are|was|were)(?: really| very| quite| perfectly| all"
        r"| extremely"
        r"| pretty| there| in plain| in \w+ \w+| \w+ly){0,3} (?:simple|clear|plain|easy|obvious|self-explanatory"
        r"|straightforward|english|visible|sight|displayed|marked|for (?:all|everyone))\b"
        r"|\b(?:everything|it|that|this|all of (?:it|this|that))(?:'s| is| was| had been| were) (?:all |clearly "
        r"|fully |very |carefully |plainly |quite |\w+ly ){1,2}(?:explained|spelled out|spelt out|made clear"
        r"|pointed out|set out|written|printed|stated|marked|laid out|gone through) (?:to you )?(?:at|in|on|when|to"
        r"|by)\b(?! (?:my|me|page \d))"
    ),
)
