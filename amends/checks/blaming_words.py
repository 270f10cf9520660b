"""Words for laying it on the customer: what they did or left undone, what was theirs to do, what people like them always do."""

from __future__ import annotations

import re
from typing import Final

from amends.drafts.cue import late

#: What a customer is expected to do and is told that they did not.
_DUTY = (
    r"(?:read|check|follow|tell|notify|inform|enter|provide|mention|select|keep|update|confirm|respond|reply|answer|listen"
    r"|comply|submit|set|close|sign|give|look|charge|store|register|activate|cancel|ring|call|contact|raise|report|flag|test"
    r"|measure|inspect|turn|show|attend|arrive|collect|pick|opt|tick|untick|save|back|plug|install|upload|attach|complete"
    r"|fill|quote|disclose|declare|leave|plan|lock|secure|water|clean|insert|press|scroll|bother|let us|make (?:sure"
    r"|yourself|himself|it clear|any|use)|use the|ask (?:us|about|anyone|for (?:help|advice))|pay (?:attention|on|by|the)|take (?:the|care|it out|them out|advantage)"
    r"|stick|stay|wait|return|send|sort|mind|watch|remember|bring|wear|empty|drain|rinse|descale|service|maintain)"
)
_CUSTOMERS = (
    r"(?:people|customers?|users?|clients?|guests?|owners?|tenants?|drivers?|passengers?|patients?|parents?|members?"
    r"|visitors?|buyers?|travellers?|someone|somebody|folks?|anyone|everyone|account holders?|subscribers?|students?"
    r"|the consignee|the recipient|the buyer|the addressee|the hirer|the bride|households?|diners?|applicants?)"
)
_NOT_DUE = r"(?!be\b|been|get|have|receive|hear|arrive|see|find|reach|come with|include|go (?:out|to you)|feel|only|pay (?:no|less))"
#: It is denied, asked, or put as theirs to choose; or it was us who made it hard.
SPARED = late(
    r"\b(?:not|no|never|none of|nobody|isn't|wasn't|weren't|nothing|without|don't think|do not think|sorry (?:that )?"
    r"|(?:if|whether|that|whenever|in case) (?:you|it)|can't|cannot|couldn't|needn't|don't|do not|hardly|why|how"
    r"|because our|says?|said|thought|told|believed?|grateful|glad|thank\w*)(?: [\w']+){0,3}\s*$",
    re.IGNORECASE,
)
#: Behind it: we take it on ourselves.
EXCUSED = late(
    r"\b(?:our (?:mistake|fault|form|page|error|doing)|no (?:fault|blame|wonder)|nothing wrong|not your (?:fault|job)"
    r"|any of us would|easy to miss|hard to (?:read|find|see)|and (?:that's|that is|it's) (?:fine|all right|no problem|ok)"
    r"|(?:which|that|and it)(?:'s| is| was) (?:on us|ours|our))",
    re.IGNORECASE,
)
FRAMES: Final[tuple[str, ...]] = (
    # They did it wrong, or left it too long.
    (
        r"\byou(?:'ve| have|'d| had)?(?: \w+ly| just| also| simply| perhaps| probably| may have| might have| must have)*"
        r" (?:failed to|neglected|omitted|misunderstood|misread|misheard|misused|overlooked|ignored|disregarded|mixed up"
        r"|confused|mistyped|misplaced|mislaid|overloaded|overfilled|overheated|tampered|mishandled|chose to (?:ignore|wait"
        r"|do|leave)|chose not|opted not|decided not|left it (?:too late|until|till|so late|out|on|in|running)|waited (?:until|till"
        r"|too|so long)|delayed|got (?:it|this|that|the \w+) wrong|let (?:it|the \w+) (?:run|dry|lapse"
        r"|expire|overheat|freeze|go)|went against|took (?:it|this|that) upon|insisted on|rushed|jumped the gun|were (?:careless"
        r"|hasty|rough|in a hurry|late (?:for|to|in|with|on))|turned up (?:late|after|without)|arrived (?:late|after|too)|came"
        r" (?:late|too late|after|without))\b(?! (?:by|because (?:we|our)))[^.!?;\n]{0,50}|\byou(?:'re| are| were)(?: \w+ly)? (?:looking"
        r" (?:in the wrong|at the wrong)|using (?:it|the \w+|an?) (?:wrong|incorrect|old|out)|doing (?:it|this) wrong|holding it|on the"
        r" wrong|not (?:using|following|reading|doing))\b[^.!?;\n]{0,40}"
    ),
    (
        rf"\b(?<!for )(?<!to )(?<!with )(?<!from )(?<!although )(?<!though )you(?:'d| had| have|'ve)? ?(?:did not|didn't|never|had not|hadn't|have not|haven't|not|failed to)(?: \w+ly| even| actually| bother to"
        rf"| think to| take the time to| bother| manage to)? {_DUTY}(?:ed|d|en|n|t)?\b(?! (?:for this|any (?:news|answer|reply)|it back"
        rf"|from us|because (?:we|our)|you|us back))[^.!?;\n]{{0,50}}|\b(?:by|through|from) not (?:\w+ly )?(?:answer|read|check|tell|reply"
        rf"|respond|follow|keep|pay|cancel|turn|show|open|report|regist|clean|sign|confirm|us)ing\b[^.!?;\n]{{0,50}}"
        rf"|\b(?:did|does) not make (?:himself|herself|themselves|yourself) available\b|\b(?:you(?: were not| weren't)|(?:no ?one|nobody) was|the (?:customer|recipient"
        rf"|consignee)(?: was not| wasn't)) (?:at home|in to|there to|available to|present to|home (?:to|when|at)|around"
        rf" to|ready (?:when|at|for|on))\b"
    ),
    (
        r"\b(?:wrong|incorrect|incomplete|invalid|outdated|old|inaccurate|mistaken) (?:[\w'-]+ ){1,3}(?:that |which )?you(?:'ve| have|'d"
        r" | had)? ?(?:typed|gave|given|entered|provided|put|chose|picked|selected|supplied|quoted|sent|left|submitted|wrote|filled|ordered"
        r"|booked|used)\b|\b(?:wrong|incorrect\w*) [^.!?;\n]{0,30}\bby (?:you|yourself|yourselves|the customer)\b|\byou(?: \w+)? (?:gave|give"
        r"|given|typed|supplied|put|used|bought|picked|wrote|quoted|came with|brought|had) (?:\w+ ){0,4}?(?:wrong|incorrect)\b"
        r"|\b(?:box|button|option|link|setting|order|request|booking|cancellation|it|this|that|account|form) (?:was|were|had been|got)"
        r" (?:\w+ )?(?:ticked|clicked|pressed|selected|chosen|placed|made|deleted|cancelled|changed|entered|switched off|opened|removed|unplugged)"
        r" (?:\w+ ){0,3}?(?:on your (?:side|end|device|account)|from your (?:own )?(?:\w+ )?(?:phone|laptop|computer|device|account|side|end"
        r"|address)|by you(?:rself)?)\b|\bit was you (?:who|that)\b|\byou were the (?:one|ones) (?:who|that)\b|\b(?:user|customer|operator"
        r"|human) error (?:on|at) your\b|\b(?:user|customer) error\b|\b(?:was|were) removed before reading\b"
    ),
    # What would have been, had they only.
    (
        rf"\bhad (?:we|I|our \w+|the \w+) (?:only |just |also |actually )?been (?:told|informed|given|warned|notified|made aware|asked|advised"
        rf"|alerted)\b[^.!?;\n]{{0,60}}|\bhad you (?:\w+ )?(?:rung|rang|called|told|read|checked|let|come|given|kept|used|waited|asked|said"
        rf"|followed|mentioned|booked|opened|looked|spoken|written|informed|reported|left|arrived|paid|sent|been (?:at home|in|on time|more"
        rf"|there|clearer|quicker))\b[^.!?;\n]{{0,60}}|\bif (?:you'd|you had|we'd been told|we had been told)(?: only| just| first)?"
        rf" (?!not (?:written|told|called|rung)|not been|been able)\w+[^.!?;\n]{{0,60}}\b(?:would|could|might|wouldn't|couldn't)\b"
        rf"|\bwould(?:n't| not)? have (?:been )?(?:\w+ )?(?:helpful|helped|better|easier|useful|wise|wiser|prudent|sensible|nice|best|safer"
        rf"|advisable|simpler|quicker|happened|avoided|prevented|saved)(?: all this| this| us| the \w+)? (?:if you|had you|to have|to (?:read|check|ask"
        rf"|ring|tell|call|test)|by (?:check|read|ask|tell|ring|call)\w*)\b(?! (?:been told|rung you|told you|sent you|had (?:a|the)))[^.!?;\n]{{0,40}}"
        rf"|\b(?:would|could|might) have (?:told|shown|saved|warned|alerted|spared) you\b|\b(?:I|we)(?:'d| would| might)? (?:normally |rather "
        rf"|really )?(?:have )?expect(?:ed)? (?:you|our (?:customers|guests|clients)|{_CUSTOMERS}) to (?!be (?:angry|upset|annoyed))\w+"
        rf"|\b(?:easily|entirely|wholly|quite) avoid(?:able|ed) (?:if you|had you|by (?:read|check|ask|call)\w*)\b|\b(?:a|one) (?:quick|brief|simple|little"
        rf"|short|second|closer|careful)? ?(?:glance|look|read|check|call|phone call|text|test|question|e-?mail) [^.!?;\n]{{0,40}}\b(?:would|could|might)"
        rf" have\b[^.!?;\n]{{0,30}}|\bhad you\b[^.!?;\n]{{0,60}}\bavoidable\b"
    ),
    # It was theirs to do.
    (
        rf"\bonus (?:is|was|lies|rests|falls|remains)\b|\b(?:it|that|this)(?:'s| is| was| remains| falls| lies)? (?:up|for|on|down|incumbent (?:on|upon)"
        rf"|the (?:responsibility|job|duty) of) ?(?:to )?(?:you|{_CUSTOMERS}|the {_CUSTOMERS}|every \w+|each \w+) to (?:have |make|check|keep|ensure|read"
        rf"|inform|tell|arrange|provide|cancel|notify|look|update)\w*|\b(?:your|the (?:customer|guest|tenant|buyer|owner|account holder|passenger)'s) (?:own"
        rf" )?(?:responsibility|duty|obligation) (?:to|and|as)\b|\bone (?:does have|has|needs|ought|does need) to (?:be|check|read|keep|make|take|look|allow|expect|have|bear|give|arrive|ask|tell)|\b{_CUSTOMERS} (?:are|is|were|was)"
        rf" (?:\w+ )?(?:expected|required|advised|asked|reminded|supposed|urged|responsible) (?:to|for)\b|\byou (?:are|were) (?:\w+ly )?(?:supposed|expected"
        rf"|required|advised|reminded|warned|instructed|meant|obliged|responsible) (?:to|for|that|about|not) {_NOT_DUE}[^.!?;\n]{{0,40}}|\b(?:we|I) did (?:\w+"
        rf" )?(?:ask (?:for|you|that|everyone|all)|warn|say (?:to|that you|in)|advise|remind|email|text|write to|send you|try to (?:call|reach|ring)|recommend)"
        rf"\b[^.!?;\n]{{0,40}}|\bour advice is always\b[^.!?;\n]{{0,50}}|\b(?:takes?|at) (?:that|the|this|your own|their own) risk\b|\byour own risk\b"
        rf"|\bbuyer beware\b|\bit takes two to\b|\bwe(?:'re| are)? (?:not|cannot be|can't be|n't) (?:held )?(?:responsible|liable|to blame|accountable) (?:for|when|if"
        rf"|where) (?:guests|customers|people|passengers|tenants|clients|anything you|what you|items? (?:left|you)|those|your)\b"
    ),
    (
        r"\b(?:in (?:the )?future|next time|going forward|from now on|another time|in days to come)\b,? (?:[\w']+,? ){0,4}?(?:you (?:should|could|might|keep|check|read"
        r"|make|take|be|need|may|must|allow|leave|ensure|ring|call|tell|plan|order|book (?:ahead|early)|test|try)|do (?!not hesitate|tell me|ask for)\w+|(?:read|check|ensure|follow|remember|allow|leave"
        r"|keep|be more|be careful|try to|try reading|make sure|double-?check|measure|plan|consider|avoid|use the|always)\b)(?! me\b)[^.!?;\n]{0,40}"
        r"|\b(?:be|been|being) (?:a (?:bit|little) |far |much |rather |more |extra |very |so ){1,3}(?:careful|attentive|cautious|gentle|vigilant|mindful|observant)\b"
        r"|\b(?:might|may) want to (?:be|read|check|take|look|pay|think|learn)\b|\b(?:pay|paid|paying) (?:more |closer |better |proper |enough |much )?attention\b"
        r"|\bcommon sense\b|\bkeep a (?:closer|better|sharper) eye\b|\b(?:more|greater|better|a little|a bit more|some) (?:care|planning|preparation|attention"
        r"|caution|foresight) (?:would|goes|when|next|on your|in future|is needed|might)\b|\bwould do well to\b|\bwell advised to\b|\bfor your own (?:sake|good|safety)\b"
        r"|\b(?:not|n't) be surprised\b|\bwhat did you expect\b|\b(?:you )?get what you pay for\b|\basking for trouble\b|\bthat's what (?:comes of|happens when|you get)\b"
        r"|\bcan(?:not|'t) (?:expect|blame us|have it both)\b|\byourself to blame\b"
    ),
    # What people like them do; what the thing shows.
    (
        rf"\b(?:this|it|that|these things|such things)(?: \w+ly| often| always| only| sometimes| tends? to| can| does| will)* happens? (?:\w+ )?(?:when|if|where|because)"
        rf" (?:you|{_CUSTOMERS}|the {_CUSTOMERS}|it(?:'s| is) (?:not|over|used)|the \w+ is (?:not|over|left|used))\b[^.!?;\n]{{0,50}}|\b(?:most|all|other|many|almost all) (?:of )?(?:our )?(?:other )?{_CUSTOMERS}"
        rf" (?:\w+ )?(?:manage|have no|find it|read|check|know|remember|cope|understand|had no|don't|do not|never|can|seem|work it out|get this)\b|\bany(?:one|body) (?:who|with|can see)"
        rf" [^.!?;\n]{{2,60}} (?:takes|knows|should|must|would (?:know|have)|has to|can expect|will know)\b|\bas any(?:one|body)? (?:\w+ )?(?:who|would|knows|does|will|could|can)\b"
        rf"|\b(?:signs?|evidence|traces|marks|consistent with|symptoms) (?:of )?(?:having been |being |it being )?(?:dropped|misuse|mis-?handling|overload\w*|tamper\w*|neglect"
        rf"|abuse|impact|liquid|water (?:damage|ingress)|heavy (?:use|wear)|poor (?:care|storage|maintenance)|rough|incorrect|improper|opened|wear and tear)\b"
        rf"|\b(?:clearly|obviously|plainly|evidently|must) (?:has |have |had |was |were )?(?:been |not been )?(?:dropped|overloaded|mistreated|tampered|misused|abused|left"
        rf"|washed|mishandled|neglected|exposed|stored|maintained)\b|\bhow (?:the|it|your|this) ?[\w ]{{0,20}}(?:was|is|has been|were) (?:handled|used|stored|washed|treated|looked"
        rf" after|kept|installed|driven|worn)\b(?! by (?:us|our|the (?:courier|driver)))|\b(?:cheap|non-genuine|unofficial|third-party|unbranded) (?:\w+ )?(?:cables?|parts?|chargers?|refills?|batter\w+"
        rf"|detergents?|ink|tools?|tyres) (?:will|can|do|tend|often|always|cause)\b|\bis designed for [^.!?;\n]{{2,40}},? not\b"
    ),
    (
        r"\b(?:fault|problem|issue|delay|error|mistake|blame|cause|hold-?up|slip|confusion|oversight|breakdown|failure|responsibility)s?(?: (?:here|in this case|therefore|really|clearly|entirely|solely))*"
        r" (?:lies|lay|was|is|rests|came|comes|arose|originated|occurred|happened|sits|falls|began|started)(?: \w+ly)? (?:with (?:you\b|how|the (?:way|customer|user|owner|account holder))|(?:on|at|from) your (?:side"
        r"|end|part|device|wiring|router|bank|card|own)|in (?:how|the way) (?:you|it was|the \w+ was)|yours|of your (?:own )?making|down to you)\b[^.!?;\n]{0,40}|\bof your own making\b"
        r"|\bon your (?:side|end|part),? (?:and )?not (?:on )?ours\b|\b(?:oversight|failure|delay|lapse|omission|inaction|misunderstanding|error|mistake|haste|confusion|neglect) (?:on|at|from) your"
        r" (?:part|side|end)\b|\b(?:sat|lay|been sitting|been) (?:\w+ )?(?:with|in|on) (?:you|your) (?:\w+ )?(?:for|spam|desk|junk)\b[^.!?;\n]{0,30}|\btook you (?:\w+ ){0,2}(?:days|weeks|months|hours|a)\b"
        r"|\byou (?:then |therefore |also |have )?(?:lost|forfeited?|missed) (?:the|your) (?:slot|place|booking|seat|deposit|window|deadline|right|appointment|turn|chance|connection|train|bus)\b(?! (?:because|when|while) (?:we|our|of (?:us|our)))"
        r"|\b(?:instructions?|labels?|leaflets?|signs?|page|form|manual|terms|website|wording|steps|rules|notice|guide|policy|booklet)(?: [\w']+){0,4}? (?:is|are|was|were)(?: really| very| quite| perfectly| all| extremely"
        r"| pretty| there| in plain| in \w+ \w+| \w+ly){0,3} (?:simple|clear|plain|easy|obvious|self-explanatory|straightforward|english|visible|sight|displayed|marked|for (?:all|everyone))\b"
        r"|\b(?:everything|it|that|this|all of (?:it|this|that))(?:'s| is| was| had been| were) (?:all |clearly |fully |very |carefully |plainly |quite |\w+ly ){0,2}(?:explained|spelled out|spelt out|made clear"
        r"|pointed out|set out|written|printed|stated|marked|laid out|gone through) (?:to you )?(?:at|in|on|when|to|by)\b(?! (?:my|me|page \d))"
    ),
)
