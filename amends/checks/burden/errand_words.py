"""More of what is work for a customer: deeds at the head of a sentence, whose turn it is said to be, to whom they are sent."""

from __future__ import annotations

from amends.drafts.turns import Turns

#: Others than this desk, to whom a customer is sent.
_OTHERS = (
    r"(?:banks?|building society|card (?:issuer|company|provider)|issuer|lender|broker|insurers?|underwriters?|garage|mechanic"
    r"|dealer(?:ship)?|couriers?|carriers?|hauliers?|shippers?|postmaster|post office|sorting office|depot|hub|warehouse"
    r"|manufacturers?|makers?|factory|suppliers?|sellers?|resellers?|vendors?|merchants?|retailers?|shop|store|branch|outlet"
    r"|head office|franchise\w*|airlines?|airport|train company|train operator|bus company|operators?|hotel|travel agent"
    r"|agents?|agency|landlord|freeholder|managing agent|councils?|city hall|town hall|county|municipality|ministry|embassy"
    r"|consulate|customs|tax office|police|courts?|tribunal|ombudsman|trading standards|regulator|providers?|network"
    r"|utility|water company|energy company|meter company|installers?|builders?|plumbers?|electricians?|contractors?"
    r"|subcontractors?|surveyors?|architects?|solicitors?|accountants?|vets?|clinic|surgery|gp|doctor|hospital|pharmacy"
    r"|pharmacist|dentist|consultant|lab|laboratory|school|head teacher|headteacher|principal|registrar|university|exam board"
    r"|examiners|employer|hr|pension provider|platform|marketplace|app store|play store|developers?|software house|venue"
    r"|box office|promoters?|organisers?|organizers?|caterers?|florist|photographer|band|host|owner|tenant|neighbours?"
    r"|neighbors?|helpline|hotline|switchboard|call cent(?:re|er)|help ?desk|service desk|(?:[\w-]+ )?(?:department|team|desk"
    r"|section|office|line|unit|counter)|highways|lost property|head (?:chef|office)|area manager|regional manager|manufacturer's"
    r" (?:line|support))"
)
_THE = r"(?:(?:the|your|our|their|its|a|an|his|her|any|that|local|own|nearest) ){0,2}(?:[\w-]+ ){0,2}?"
_SIGHT = r"(?![^.!?\n]{0,70}\b(?:attached|enclosed|below|above|herewith|in this)\b)"
#: Errands that are asked for outright, each written as it stands behind "please" or at the head of a sentence.
DEEDS = (
    r"(?:hang up and\b|do us a favou?r and\b|go ahead and (?:buy|order|book|get|purchase|claim|call|ring)\b|write (?:in|again)\b"
    r"|log ?(?:in|on)\b(?! now)|cc (?:the|your|our|us)|drop (?:a|an) (?:line|e-?mail|note|message) to\b|chase \w+ (?:yourself"
    r"|up)\b|(?:pop|put|enter|input|log|add|report|raise|submit|key) (?:it|this|that|(?:the|your) [\w ]{2,20}?) (?:in|into|on"
    r"|onto|through|via|using) (?:our|the) (?:online |web |customer )?(?:portal|form|app|website|system|site|tracker|page|chat)\b"
    r"|(?:bring|drop|run|carry|lug|haul|get|cart|drive|ship|post|fetch) (?:it|them|this|that|(?:the|your) [\w-]+(?: [\w-]+)?"
    r"|everything) (?:down|over|round|up|in|along|across)(?: to (?!me\b)| for| and\b| with| so|[.,])|(?:print|scan|post|mail|fax"
    r"|re-?send|upload|copy|photograph|wrap|ship|label) (?:them|these|those|it|this|everything|both|all)\b(?! again)"
    r"|(?:contact|ring|call|ask|e-?mail|message|text|write to) (?:each|every|all|any|both|whoever|everyone|everybody)\b|(?:click"
    r"|tap|scroll|navigate|toggle|tick|swipe) (?:on|the|your|to|through|down|into|each|every|all|here|it)\b|(?:open|launch|select"
    r"|enter|type in|key in|input) (?:the|your|our|each"
    r"|all) (?:[\w-]+ )?(?:app|settings|menu|browser|code|codes|serial|reference|password|details|number|option|account|link)\b"
    r"|swear (?:an?|the)\b|type (?:up|out|it)\b|correct (?:it|this|them|the)\b[^.!?;\n]{0,30}\b(?:and|then|before)\b"
    rf"|find {_SIGHT}(?:the(?! same)|your|his|her|someone|somebody|another|an? (?:other|new|local|different|replacement))\b"
    rf"|(?:locate|trace|track down|dig (?:out|up|through)|hunt (?:out|for|down)|root out|look out) {_SIGHT}(?:the|your|any|all"
    r"|every)"
    r"|wait (?:in|at home|indoors|up)\b|stay (?:in|home|at home|indoors)\b (?:for|all|until|till|from|between|on|that|so)"
    r"|be (?:at home|in) (?:for|all|until|from|between|when)|take (?:a|the|another|half a) (?:day|morning|afternoon) off"
    r"|(?:pop|nip|swing|trot|come|drop|call|head|bring it) back(?: in| down| over| round)? (?:with|tomorrow|later|another|on"
    r"|next|after|when|in (?:a|an|the|two|three|\d))\b(?! me\b)|(?:pop|nip|drop|trot|swing|head|scoot|dash|run)(?: back| on)?"
    r" (?:in|over|down|round|across|along|up|out)(?: to| with| and| at| by)\b"
    r"|return (?:the|it|them|your|any|all|both|everything|this)\b[^.!?;\n]{0,30}\b(?:in (?:its|their|the original|the same)|with"
    r" (?:the"
    r"|its|your|a)|using|via|by post|by courier|at your|unopened|unused|so (?:that )?we|before we|to (?:our|the|any|your"
    r"|a)\b)|pay (?:the|it|for|this|them|up|him|her|your)\b[^.!?;\n]{0,50}\b(?:claim|reclaim|recover|send us the"
    r"|keep the receipts?|refund|reimburse)|(?:claim|reclaim|recover) (?:it|this|that|the (?:cost|money|sum|amount)|your money"
    r"|them|back)\b[^.!?;\n]{0,30}\b(?:from|back|through|via|on|under|against|by)|follow (?:the|these|those|each|all)"
    r" (?:\w+ ){0,2}(?:steps|instructions|link|links|prompts|guide|guidance|procedure|process|directions)\b"
    r"|(?:consult|read|refer to|study|browse|search|look (?:up|at|in|through)|see|check|go (?:to|over|through)|try|use|visit)"
    r" (?:our|the"
    r"|your) (?:\w+ ){0,2}?(?:faqs?|manual|handbook|help (?:pages?|cent(?:re|er)|section|articles?)|knowledge ?base|user guide"
    r"|guide|forum|community|self-?service|chatbot|portal|website|web ?page|app|online (?:form|tool|chat)|web form|contact form"
    r"|claims? form|instructions|leaflet|brochure|troubleshoot\w*|booklet|system)\b"
    r"|(?:mark|write) (?:it|your|the|this"
    r"|that)\b[^.!?;\n]{0,40}\b(?:when|on (?:the|each|every|all)|in (?:the|all|every|any))"
    r"|(?:switch|turn|power) (?:it|the|your|everything|off|them)\b[^.!?;\n]{0,30}\b(?:on again|back on|off and on)|un-?install"
    r"|(?:update|delete|reinstall|re-?set|re-?boot|restart|clear|empty|re-?pair|re-?connect) (?:the|your|it|and|any"
    r"|all)\b(?! (?:account|case|complaint|balance))"
    r"|make (?:an?|another|your|the|two|copies|copy)\b ?(?:new |fresh |own |further |separate |formal |written |second |online )?"
    r"(?:appointment|booking|claim|complaint|application|request|arrangements|way (?:to|home|there|back)|list|copies|copy"
    r"|call|note of|account|statement|report|log)|put (?:it|this|that|them|the|your|everything|all)\b[^.!?;\n]{0,30}"
    r" (?:in writing|in the post|in an envelope|on paper|back in the|out (?:for|by|on)|through the|into a)\b"
    r"|(?:write|set|lay|spell) (?:it|this|that|everything|down|out|up|in)\b[^.!?;\n]{0,30}(?: (?:down|out|up|in full)"
    r"| what| when| why| how|\bto (?:the|our|head|them))|(?:hand|give|turn) (?:it|them|the|your)\b[^.!?;\n]{0,30} (?:in|over|back"
    r"|in person) (?:at|to|with)\b|(?:deposit|lodge|present|surrender|furnish|tender|swear|execute) (?:it|same|the|this|your|a"
    r"|an)\b"
    r"|apply (?:again|online|afresh|for (?:a|an|the|it)|in (?:writing|person)|through|via|to (?:the|your|our)|directly|first)"
    r"|book (?:again|another|a (?:new|fresh|second|different|slot|visit)|(?:it|this|that|them|yourself) (?:again|in|online"
    r"|through)"
    r"|online|through|via|afresh)|arrange (?:a|an|for|your|your own|to|another|with|it|delivery|collection|transport)\b"
    r"|(?:weigh|measure|inspect|count|test|examine|photograph|film|video|sketch|draw|list|note down|log|jot down"
    r"|document|itemi[sz]e|catalogue|label) (?:each|every|all|the|your|it|them|how|any|whether|both|what|where|when)\b"
    r"(?! (?:of (?:this|it)|you (?:like|want)))|translate|photocopy|fax|notari[sz]e|laminate|countersign|re-?write|re-?type"
    r"|re-?key|re-?enter"
    r"|re-?label|re-?address|re-?direct|re-?wrap|re-?pot|re-?charge|re-?sit|re-?take|re-?apply|re-?submit|re-?do (?:it|the|your)"
    r"|ask (?:your|the|a|whoever|someone|somebody|them|for (?:a|an|the|whoever|someone)|around|at|in)\b(?! for me| to ring me)"
    r"|(?:get|have) (?:someone|somebody|a (?:neighbour|neighbor|friend|plumber|electrician|relative|handyman|gas)|an electrician"
    r"|your (?:gp|doctor|neighbour|husband|wife|son|daughter|own|landlord|employer|bank|vet|dentist|solicitor)|the (?:driver"
    r"|school"
    r"|police|shop))\b(?: [\w-]+){0,2}? (?:to|write|sign|confirm|look|check|send|stamp|fix|come|do|ring|call|contact|collect)\b"
    r"|(?:travel|drive|walk|cycle|commute|fly) (?:to|over|down|back|across|up|into|out)\b|(?:take|catch|get|hop on) (?:a|the"
    r"|another) (?:bus"
    r"|taxi|cab|train|minicab|coach|uber|tram|ferry|okada|auto|rickshaw|matatu)\b"
    r"|come back (?:tomorrow|later|another|when|on|next|after|once|in)\b|try (?:again|later|a different|another|(?:our|the|your)"
    r" (?:other|next|nearest)|(?:re|un)?-?(?:start|install|boot|set|load|plug|log|clear|turn|switch|connect|mov|updat"
    r"|us)\w*ing)\b"
    r"|(?:direct|address|take|refer|raise|report|submit|forward|redirect|put|send|bring|escalate|route)"
    r" (?:this|it|that|same|the same|the matter|them|(?:your|all|any|these|such|the|further) (?:query|queries|question|questions"
    r"|complaint"
    r"|complaints|claim|claims|concern|concerns|request|requests|enquiry|enquiries|correspondence|matter|dispute|documents?"
    r"|form))"
    rf"(?: \w+ly)? (?:to|with|up with|through|via|at) {_THE}{_OTHERS}\b|(?:write|apply|complain|appeal|turn|go"
    rf"|report|go back|revert|petition) (?:in person |directly |first |straight )?(?:to|with) {_THE}{_OTHERS}\b"
    rf"|(?:consult|instruct|hire|engage|see|use|try|pester|badger|chivvy|nag|notify|pursue|sue|get|get on to|get onto"
    rf"|get hold of) {_THE}{_OTHERS}\b(?! (?:number|above|below))"
    r"|fill(?: in| out| up)? (?:it|the|this|a|an|one|your|both|these|out|in|and)\b|sign(?: it|, date|, scan| and| here| the| both"
    r"| each| below)\b"
    r"|(?:save|store|hold on to|hang on to|retain|preserve|keep) (?:all|every|each|the|any|your) (?:\w+ ){0,2}(?:receipts"
    r"|packaging|boxes"
    r"|wrapping|tickets?|stubs?|evidence|invoices?|bills|paperwork|e-?mails|letters|records?|log|diary)\b"
    r"|keep (?:an eye on|watching|checking|trying|ringing|calling|refreshing|a (?:log|diary|record|note)|looking|chasing|us"
    r" posted)\b"
    r"|(?:prove|demonstrate|establish|substantiate|justify|evidence) (?:that|it|the|your|this|how|when|what|ownership|purchase)\b"
    r"|do (?:it|this|that|the \w+) (?:yourself|online|again|by hand)\b|(?:sort|fix|repair|mend|patch|glue|tighten|refit|reattach"
    r"|clean|wash|paint"
    r"|sand|assemble|move|lift|carry|shift|remove|dispose of|throw away|dig up|mop up|dry out|vacuum) (?:it|them|the [\w ]{2,20})"
    r" (?:out |up |off )?"
    r"(?:yourself|yourselves|at home|with (?:a|the|some|your)|by hand|before (?:we|our|the)|back on|out with)\b)"
)
#: Those of whom a customer is one.
_THEY = (
    r"(?:customers?|guests?|passengers?|tenants?|members?|patients?|clients?|parents?|residents?|students?|travell?ers|users?"
    r"|subscribers?|policyholders?|cardholders?|account holders?|buyers?|owners?|families|applicants?|claimants?|drivers"
    r"|diners|pupils|callers|visitors|the (?:insured|claimant|complainant|account holder|customer|parent|patient|buyer|tenant"
    r"|guest|passenger|owner|sender|recipient)|families|householders?|leaseholders?|learners?)"
)
_WHO = rf"(?:{_THEY}|you)"
_MILD = (
    r"(?!be\b|note|keep|choose|decide|say|stay|pick|accept|bear|wait|enjoy|have the"
    r"|spend|rest|ignore|pay|tell me|not\b|understand)"
)
#: Whose turn it is said to be, and to whom they are sent away.
ERRANDS = Turns(
    rf"\b(?:onus|burden(?: of proof)?|responsibility)(?: [\w-]+){{0,3}}? (?:is|are|lies|rests|falls|remains|sits) (?:\w+ )?(?:on"
    rf"|with|upon|to) {_WHO} to\b"
    r"[^.!?;\n]{0,60}",
    r"\b(?:is|are|'s|remains|would be|will be|becomes) your (?:own )?(?:responsibility|job|duty|task|business|place)"
    r" to[^.!?;\n]{0,60}",
    r"\b(?:it|that|this|then it)(?:'s| is| will be| would be| remains| falls)(?: \w+)? (?:up to|down to|for|on|incumbent on"
    rf"|incumbent upon|to) {_WHO}"
    rf" to {_MILD}\w+[^.!?;\n]{{0,50}}",
    r"\byou(?:'re| are| will be|'ll be) responsible for (?:\w+ly )?\w+ing\b[^.!?;\n]{0,50}",
    rf"\b{_WHO} (?:are|is|will be|must be|were)(?: kindly| also| therefore| always| then)? (?:asked|required|requested|obliged"
    r"|advised|urged"
    rf"|instructed|encouraged|needed) to {_MILD}\w+[^.!?;\n]{{0,60}}",
    (
        (
            rf"\b{_THEY} (?:must|should|have to|need to|will need to|will have to)(?: first| then| also| always| kindly|"
            r" therefore)?"
            rf" {DEEDS}"
        ),
        "must should have need",
        (
            "customers customer guests guest passengers passenger tenants tenant members patients patient clients parents "
            "parent residents students travellers users subscribers policyholders cardholders account buyers buyer owners "
            "owner families applicants claimants claimant insured complainant drivers diners pupils callers visitors "
            "sender recipient householders householder leaseholders learners "
        ),
    ),
    r"\bmake (?:your|their|his|her) own (?:way|arrangements?|travel|plans|transport|provision|enquiries|inquiries|phone"
    r" calls)\b[^.!?;\n]{0,40}",
    r"\b(?:for|about|with|on) (?:this|that|it|such|these|those)(?: \w+)?,? you(?:'d|'ll| would| will)?(?: really| actually|"
    r" probably)? (?:want|need|be"
    r" wanting|have to try|be looking for) (?!to\b|a \w+ (?:call|time))[^.!?;\n]{3,50}",
    rf"\b(?:it's|it is|that's|that is|that would be|that'd be|this is|they're) {_THE}{_OTHERS}(?:'s)? (?:you|that you|who you"
    r"|which you|to (?:speak"
    r"|talk|contact|ring|call|ask|chase|write)|who (?:can|will|should|need|must)|side|job|problem|business|responsibility"
    r"|pigeon)\b[^.!?;\n]{0,40}",
    (
        (
            rf"\b{_OTHERS} (?:is|are|will be|would be|'s) (?:really |actually )?(?:the (?:ones?|people|place|person|first port"
            r" of call"
            r"|right (?:place|people"
            r"|person)|best (?:place|people|person))(?: for| to| who| you)|best placed|where you|who you|whom you|your (?:best"
            r"|first)"
            r" (?:bet|port|stop|call))\b[^.!?;\n]{0,40}"
        ),
        "one ones people place person port placed bet stop call best where who whom",
        "is are will would",
    ),
    (
        (
            r"\byou(?:'d| would|'re| are|'ll| will)(?: \w+)? be(?:st| better) (?:off )?(?:\w+ly )?(?:ring|call|phon|contact"
            r"|writ|ask|chas"
            r"|tak|speak|talk|go|try|us"
            r"|getting|bring|apply|e-?mail|send|check|look|see|visit|claim|approach|turn|buy|consult"
            r"|report)\w*ing\b[^.!?;\n]{0,50}"
        ),
        "best better",
        "you",
    ),
    (
        (
            r"\byou(?:'re| are) (?:best|better|better off) (?:off )?(?:\w+ly )?(?!waiting|keeping|staying"
            r"|leaving)\w+ing\b[^.!?;\n]{0,50}"
        ),
        "best better",
        "you",
    ),
    (
        (
            rf"\byou(?:'d| had| would) (?:better|best|do (?:well|best|better) to) (?:\w+ly )?(?:{DEEDS}|ring|call|phone|contact"
            r"|write|ask"
            r"|chase|take|speak|go|try|e-?mail"
            r"|check|see|send|bring)\b[^.!?;\n]{0,40}"
        ),
        "best better do",
        "you",
        "d had would",
    ),
    r"\b(?:it's|it is|it would be|might be|may be|would be|probably|it'd be) (?:best|better|easier|quicker|simpler|simplest"
    r"|easiest|quickest|wise|faster|advisable)"
    rf"(?:,? \w+)? (?:if|that|for) you (?:to )?(?:\w+ )?(?:{DEEDS}|rang|went|spoke|called|took|wrote|contacted|asked|tried|came"
    r"|sent|brought|ring|call|speak|take|write"
    r"|contact|ask|send|bring|e-?mail\w*|go|raise|phone|chase)\b[^.!?;\n]{0,50}",
    r"\b(?:question|matter|issue|query|complaint|conversation|job|something|thing|point)(?:'s| is)? (?:really |best )?(?:between"
    r" you and|to (?:take up|raise"
    r"|discuss|settle|sort out) with|(?:taken up|raised|directed|addressed|put|dealt with|handled)(?: directly)? (?:to|with|by))"
    rf" {_THE}{_OTHERS}\b(?!'s)[^.!?;\n]{{0,30}}",
    r"\b(?:go|goes|went|going|has to go|must go|have to go|needs to go|handled|dealt with|answered|raised|made|lodged) (?:only "
    r"|exclusively |directly |straight )?"
    rf"(?:through|via|to|by|with) {_THE}{_OTHERS},? (?:so|and) (?:you|please|kindly|do|they|that)\b[^.!?;\n]{{0,50}}",
    r"\bthey (?:can|may) be (?:reached|contacted|found|called|rung) (?:at|on|by|via|through)\b[^.!?;\n]{0,40}",
    r"\b(?:we|I)(?:'d| would)?(?: \w+ly| kindly| also)? (?:suggest|recommend|advise|propose|ask|request|urge|recommend) (?:that"
    r" )?you (?:to )?(?:first |directly |kindly )?"
    rf"(?:{DEEDS}|call|ring|contact|speak|write|chase|liaise)\b[^.!?;\n]{{0,50}}",
    (
        (
            r"\byou (?:may|might|can|could)(?: wish to| want to| like to| care to| prefer to| always| also| simply| just| need"
            r" to| have"
            rf" to| of course| then){{1,3}}(?: go and)? "
            rf"(?:{DEEDS}|go and look|come in and|go through|look through|rummage|(?:contact|call|ring|chase)(?! me\b| us\b|"
            r" my\b| our\b)"
            rf"|seek|consult|seek|approach|check with|speak (?:to|with)|write to)\b[^.!?;\n]{{0,50}}"
        ),
        "wish want like care prefer always also simply just need have of then",
        "may might can could",
        "you",
    ),
    r"\b(?:we|I)(?:'d|'ll| would| will| do| also| only| first| still)* (?:require|insist on|must have|must see|need to see|cannot"
    r" proceed without"
    r"|can't proceed without|can't do anything without|expect) (?:a|an|the|your|two|three|four|full|further|all|both|any|some"
    r"|original|certified|written|proof"
    r"|documentary|dated|signed)\b[^.!?;\n]{0,40}?\b(?:quot\w+|estimates?|affidavits?|certificates?|proof|evidence|statements?"
    r"|forms?|letters?|receipts?|photos?|photographs?"
    r"|documents?|documentation|reports?|copies|copy|bills?|invoices?|inventory|video|id|passport|licence|declaration"
    r"|scans?)\b[^.!?;\n]{0,50}",
    r"\b(?:claims?|refunds?|requests?|complaints?|applications?|returns?|cases?|replacements?|repairs?)\b[^.!?;\n]{0,30} (?:can"
    r"|will|must|may|should|has to|have to|needs to"
    r"|need to)(?: only| first)? be (?:made|submitted|lodged|raised|requested|initiated|started|filed|completed|logged|accepted"
    r"|considered|processed|sent)"
    r" (?:in (?:writing|person|branch|store|triplicate)|online|through (?:the|our|your)|via (?:the|our|your)|by (?:post|the"
    r" account holder|you|registered|letter|filling"
    r"|completing)|on (?:the|our) (?:portal|form|website|app)|using (?:the|our)|upon (?:receipt|submission|production)|against"
    r"|with (?:a|an|the|your|two|proof|original))\b"
    r"[^.!?;\n]{0,40}",
    r"\byou(?:'ll| will|'d| would|'ve)?(?: also| then| still| first| simply| just| only| therefore| kindly)? (?:have|need|got"
    r"|have got|be (?:required|expected|obliged)) to"
    r" (?!sign|deal|speak|talk|wait|pay|accept|be\b|know|worry|do\b|bear|live|trust|hear|keep|stay|go\b without|hold|forgive"
    r"|excuse|choose|decide"
    r"|understand|say|tell|reply|explain"
    r"|hand\b|meet|cover|settle|go looking|remember|admit|realise|realize|appreciate|ask yourself|laugh|see\b|agree|listen|sign,"
    r" though)\w+[^.!?;\n]{0,50}",
    r"\byou must (?!sign|deal|have|be\b|not|feel|think|wonder|know|never|forgive|accept|pay|wait|understand|choose|decide|allow"
    r"|still)\w+[^.!?;\n]{0,50}",
    r"\byou(?:'ll|'d| will| would) want to (?!know|hear|see|be|have|keep|stay)\w+[^.!?;\n]{0,50}",
    r"\ball (?:that )?(?:you|we) (?:need|have|ask|want) (?:you )?to (?:do )?(?:is|you)\b (?!say|reply|nod|tell|choose|pick|answer"
    r"|relax|enjoy)[^.!?;\n]{3,60}",
    (
        (
            r"\b(?:all that(?:'s| is) left|what remains|all it needs|it only needs|it just needs|the rest is|we'll need|we will"
            r" need|we"
            r" would need|we'd need|we need|I'll need|I need"
            r"|we'd like|we would like|we want|we'd ask|we leave it|I leave it|I'll leave it|we'll leave it|I'll leave|we"
            r" leave) (?:for "
            r"|to )?you to (?!know|have|feel|be\b|hear|choose"
            r"|decide|enjoy|tell|stay|keep|think|see|get|say|pick|accept|understand)\w+[^.!?;\n]{0,60}"
        ),
        "need needs like want ask leave remains left rest",
        "you",
        "to",
    ),
    r"\b(?:please|kindly|do|just)(?: also| then)? (?:make sure|ensure|be sure|remember|take care|see to it|see that|don't"
    r" forget)(?: that)? (?:to |you(?:'ve| have)? |it is |it's |the"
    r" [\w ]{2,20} (?:is|are) |everything is |all )(?!safe|well|feel|receive|get)\w+[^.!?;\n]{0,50}",
    r"\b(?:have you|did you|you could|you might|might I suggest|may I suggest|maybe|perhaps)(?: already| ever)? (?:tried|try"
    r"|considered|thought of|ask|asked|trying|asking) (?:\w+ing"
    rf"\b|{_THE}{_OTHERS}\b|the next|a different|another|with)[^.!?\n]{{0,50}}",
    r"\bI(?:'d| would)(?: just| probably| suggest you| recommend you| advise you to)? (?:ring|try|call|contact|start with|get"
    r" (?:on|back) to|go back to|check with|speak (?:to|with)|ask"
    rf"|take (?:it|this|that) (?:to|up with)|get in touch with|write to|drop|approach|chase) {_THE}{_OTHERS}\b[^.!?;\n]{{0,40}}",
    r"\bif I were you\b[^.!?;\n]{0,40}",
    r"\b(?:more|better|much more|far more) (?:luck|joy|success) (?:\w+ly )?(?:\w+ing\b|with|at|by|through|if you)[^.!?;\n]{0,40}",
    r"\ban? (?:quick |short |simple |brief |phone )?(?:call|ring|e-?mail|visit|trip|word|letter|note|line|message) (?:to|with)"
    rf" {_THE}{_OTHERS}\b (?:should|will|would|can|might|may|is|ought|usually"
    rf"|normally)\b[^.!?;\n]{{0,40}}",
    r"\b(?:someone|somebody|an adult|one of you|the (?:account|policy) ?holder|a householder|you)(?: over 18)? (?:has to|have to"
    r"|must|needs? to|will need to|will have to|should) be (?:at )?(?:home|in\b"
    r"|there|present|on site|available|on hand)[^.!?;\n]{0,40}",
    r"\b(?:must|has to|have to|needs? to|will have to|will need to|can only)(?: first| all| also| still)? (?:be (?:\w+ly"
    r" )?(?:returned|submitted|uploaded|completed|filled in|filled out|scanned|printed"
    r"|witnessed|requested|lodged|claimed|brought|posted|shipped|set out|put in writing|redone|refilled|resubmitted|resent"
    r"|accompanied|taken up|made in|made through|made by|raised (?:by|with|through|on|via)|reported (?:to|by|on|via)|dropped"
    r"|notarised"
    r"|supplied|supported by|initiated by|sent (?:to us|back|in|by (?:post|registered|recorded|you))|collected (?:from|in|by you"
    r"|at))|reach us (?:by|before|within|no later)|come from (?:you|the (?:account"
    r"|policy|card)))\b(?! by (?:us|me)\b)[^.!?;\n]{0,50}",
    r"\b(?:once|when|after|as soon as|until|unless|if|provided|only if|only when) you(?:'ve| have|'d)?(?: first| already| also)?"
    r" (?:filled|completed|submitted|uploaded|registered|obtained|contacted|spoken|reset|reinstalled"
    r"|restarted|returned|downloaded|queried|lodged|raised|exhausted|tested|ruled out|checked with|gathered|collected|measured"
    r"|cleared|emptied|repacked|logged)\b[^.!?;\n]{0,60}",
    r"\byou (?:will|'ll) find (?:the |our |a )?(?:[\w-]+ ){0,3}(?:forms?|instructions|details of how|steps|guide|label to print"
    r"|template)\b[^.!?;\n]{0,40}",
    r"\b(?:no|not) (?:refund|claim|exchange|return|replacement|repair|credit|case)s?(?: \w+){0,3} (?:without|until|unless) (?:the"
    r"|your|an?|you|proof|we have)\b[^.!?;\n]{0,40}",
    r"\bthe (?:person|people|team|office|desk|ones?|department|firm|body|place) you(?:'d|'ll|'re| are| will)?(?: really)? (?:want"
    r"|need|should|looking for|after|have to)\b[^.!?;\n]{0,40}",
    r"\b(?:we|I)(?:'ll| will|'d| would| do| also| still| first| only)* need (?:a|an|the|your|two|three|some) (?:signed|written"
    r"|certified|formal|notari[sz]ed|dated|stamped|detailed|completed|medical|police|independent|second|official|doctor's"
    r"|witnessed|itemi[sz]ed|sworn|typed) \w+[^.!?;\n]{0,40}",
    r"\byou (?:can|will|'ll|may|could) find (?:the|an?|all|more|this|it|your|that|our|how|what)[^.!?;\n]{2,40} (?:in|on|under|at"
    r"|through) [^.!?;\n]{0,25}(?:handbook|faqs?|manual|our site|website|booklet|guide|portal|help (?:pages|centre|center)|terms"
    r"|forum|knowledge base)\b",
    (
        (
            r"\byou (?:just|simply|first|then|only) (?:cancel|fill|log|click|go|call|ring|send|bring|take|pop|open|upload|print"
            r"|download"
            r"|return|place|type|enter|register|contact|ask|e-?mail|apply|write|pack|measure|switch|unplug|reset|restart"
            r"|reinstall"
            r"|re-?order|re-?book|re-?submit)\b[^.!?;\n]{2,50}"
        ),
        (
            "cancel fill log click go call ring send bring take pop open upload print download return place type enter "
            "register contact ask mail email apply write pack measure switch unplug reset restart reinstall reorder order "
            "rebook book resubmit submit "
        ),
        "just simply first then only",
        "you",
    ),
    (
        (
            r"\b(?:make you|abeg|oga|madam|una|you go need|you need|you must) (?:go|come|call|find|carry|bring|send|enter)\b"
            r" (?:police"
            r"|bank|our|the|their|dem|am|branch|office|back|and|meet)[^.!?;\n]{0,40}"
        ),
        "abeg oga una dem make",
        "police bank our the their dem am branch office back and meet",
    ),
    r"\band (?:that|this|it)(?:'s| is) on you\b(?!r)",
    r"\b(?:video|photos?|photographs?|cop(?:y|ies)|proof|statement|letter|report|receipts?|evidence|signature|certificate|id"
    r"|passport|affidavit|declaration|form|quotation|invoice)\b[^.!?;\n]{0,70} (?:is|are|will be|would be) (?:also |still "
    r"|absolutely |strictly )?(?:required|needed|necessary|mandatory|essential|compulsory|obligatory|a must)\b(?! (?:from us|of"
    r" us))",
    r"\b(?:until|unless|once|when) you(?:'ve| have)? (?:explained|proved|shown|demonstrated|told|spoken|confirmed in writing"
    r"|produced|supplied)\b[^.!?;\n]{0,60}",
)
