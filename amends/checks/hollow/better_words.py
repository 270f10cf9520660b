"""More of how one says that it will be better: nobody else, a closed page, learning, told off within doors, no more trouble."""

from __future__ import annotations

from amends.drafts.turns import Turns

_OURS = (
    r"(?:(?:(?:the|our|that|this|his|her|their|my) )?(?:[\w-]+ ){0,2}?(?:team|staff|crew|supplier|suppliers|contractors?"
    r"|subcontractors?|partners?|agency|agencies|vendors?|carriers?|couriers?|drivers?|franchisee"
    r"|provider|operators?|firm|security|hosts?|caterers?|installers?|builder|fitters?|engineers?|technicians?|managers?"
    r"|supervisors?|colleagues?|employees?|agents?|advis[eo]rs?|representatives?|nurses?|doctors?|teachers?"
    r"|coach|receptionists?|leadership|management|store|shop|site|waiters?|waitress|chefs?|cooks?|cleaners?|carers?|cashiers?"
    r"|clerks?|stylists?|members? of staff|person|people|individuals?|lads|girls|boys|department|branch|kitchen|depot|warehouse"
    r"|front desk|guards?"
    r"|riders?|porters?|consultants?|dispatchers?|pharmacists?|those (?:involved|responsible|concerned))(?: (?:involved|concerned"
    r"|in question|responsible|on duty|on shift|at fault))?|(?:everyone|all) (?:involved|concerned|on shift))"
)
_NOBODY = (
    r"(?:nobody|no one|no-one|no other (?!way|option|choice)\w+|none of our \w+|others?(?: \w+)? (?:do not|don't|never|won't|will"
    r" not|needn't|need not)|neither you nor \w+ \w+)"
)
_BAD = (
    r"(?:trouble|problems?|issues?|hiccups?|mishaps?|delays?|surprises?|mistakes?|errors?|slip-?ups?|mix-?ups?|nonsense|hassle"
    r"|bother|difficult\w+|incidents?|complaints?|disappointments?|mess-?ups?|failures?|repeats?|outages?|interruptions?|lapses?"
    r"|cause (?:for|to) complain\w*)"
)
BETTER = Turns(
    r"\b(?:make|making|made|be|see|making absolutely) (?:absolutely |very |quite |good |damn )?(?:sure|certain|to it|that)(?: of"
    rf" it)?(?: that)? {_NOBODY}\b[^.!?;\n]{{0,50}}",
    r"\b(?:ensur(?:e|es|ing)|guarantee|promise|vow|so that|so) (?:that )?(?:nobody|no one|no-one|no other (?!way|option)\w+)(?:"
    r" else)?(?: ever)? (?:has to|have to|goes?|suffers?|faces?|needs to|is|gets?|will|ends up|experiences?|must"
    r"|should)\b[^.!?;\n]{0,30}\b(?:through|this|again|same|such|ever|else|like)\b",
    r"\b(?:always|constantly|continually|continuously|forever|actively|ever|keen to|every day|already|currently|busy|hard at"
    r" work) (?:looking|trying|striving|seeking|working|aiming|learning|searching|strive|look|try|seek|aim|work|learn)\b(?:"
    r" (?:for|on|at|to|hard))* (?:ways|how|improv\w+|do(?:ing)? better|get(?:ting)? better|learn\w*|grow\w*|better|be(?:ing)?"
    r" better|rais\w+|our)\b[^.!?;\n]{0,30}",
    r"\b(?:your|this|that|such|these|the|honest) (?:\w+ )?(?:comments?|feedback|words?|letter|e-?mail|message|complaint"
    r"|experience|remarks?|story|points?|review|insights?|input|call|note)(?:,? (?:will|can|does|do|really|only|have|has|shall"
    r"|all|also|too)){0,3} (?:help|helps|helped|enables?|allows?|lets|let|teach|teaches|makes?|made|drive|drives|shape|shapes"
    r"|guide|guides|push|pushes|inform|informs|spur|spurs)\b (?:us|me|the|our|me and)\b[^.!?;\n]{0,40}",
    r"\b(?:use|using|used|take|taking) (?:your|this|the) (?:\w+ )?(?:comments?|feedback|words?|letter|complaint|experience"
    r"|remarks?|case|points?|story|call) (?:to|as|in|for) (?:\w+ ){0,3}?(?:improve|train\w*|coach\w*|better|learn\w*|grow|help"
    r"|raise|shape|make|teach|guide|lesson|example|case study|prevent|stop)\b[^.!?;\n]{0,30}",
    r"\b(?:can|will|must|shall|to|should|'ll|could|and) (?:all )?(?:do|be|try|get|serve you) (?:so )?(?:much |far |a lot |even "
    r"|that bit )?better\b(?= (?:in|next|for|by|from|going|now|at|as|with)|[.,;!]|$)(?! (?:for you|now than|than that|at (?:the"
    r"|our)|if|by))",
    rf"\b{_OURS} (?:has|have)(?: now| all| since| already| also| duly)? been (?:warned|spoken to|talked to|given (?:a|an|the)"
    r" (?:\w+ )?(?:warning|dressing|talking|reminder|earful|ultimatum|rocket)|put on notice|reprimanded|disciplined|cautioned"
    r"|reminded|retrained|re-trained|coached|counselled|briefed|told (?:off|in no|firmly|clearly|again)|pulled up|taken to task"
    r"|held to account"
    r"|re-educated|sanctioned|hauled|made aware|notified of (?:this|your)|advised of|informed of (?:this|your)|dealt with"
    r"|addressed|sensiti[sz]ed|admonished|upbraided|refreshed)\b[^.!?;\n]{0,40}",
    (
        (
            r"\b(?:we|I|management|my manager|the manager|the owner|the head|our (?:manager|director|trainer))(?:'ve| have| has"
            r"|'ll|"
            r" will| did|'re going to| shall)?(?: also| now| already| since| all| personally| since then| just)* (?:ha[ds]? (?:a"
            r" )?(?:\w+ )?(?:words?|chat|talk|conversation|sit-?down|meeting) (?:with|to)|have (?:a )?(?:\w+ )?(?:word|words"
            r"|chat|talk"
            r"|conversation|sit-?down) (?:with|to)|spoken (?:\w+ )?(?:to|with)|speak (?:to|with)"
            r"|spoke (?:\w+ )?(?:to|with)|warned|reminded|reprimanded|disciplined|briefed|coached|pulled up|read the riot act"
            r" to|come"
            r" down hard on|taken (?:it|this|that) up with|took (?:it|this|that) up with|raised (?:it|this|that|the matter|your"
            r" \w+)"
            r" with|discussed (?:it|this|that|the matter|your \w+) with|addressed (?:it|this|that|the matter) with|fed (?:it"
            r"|this|that"
            r"|your \w+) back to|"
            rf"shared (?:it|this|that|your \w+) with|re-?trained|hold(?:ing)?|remind) {_OURS}(?=[.,;!]|$| (?:so|about (?:this"
            r"|it|that|how"
            r"|their|what|the (?:way|im))|to (?:make|ensure|avoid|prevent|improve|stop|account|do)|again|involved|regarding"
            r" (?:this|it)"
            rf"|over))(?!\. (?:He|She|They)\b)[^.!?;\n]{{0,40}}"
        ),
        (
            "word words chat talk conversation meeting spoken speak spoke warned reminded remind reprimanded "
            "disciplined briefed coached pulled riot taken took raised discussed addressed fed shared retrained "
            "trained "
        ),
    ),
    r"\b(?:matter|issue|complaint|feedback|concerns?|incident|case|points?|comments?|it|this|that|what happened|everything)"
    r" (?:has|have|was|were|will be|is being|'s)(?: now| also| since| already| all| duly)?(?: been| be)? (?:taken up|raised"
    r"|discussed|addressed|shared|reviewed|gone over|fed back|flagged|brought up|noted|passed (?:on|along)|logged|highlighted"
    r"|escalated|relayed|communicated|recorded)(?: \w+ly)?(?: (?:with|to|at|by|in|for) [\w' -]{3,40}?)?"
    r" (?:so (?:that )?(?:we|they|it|this|things)|to (?:help|make|ensure|improve|avoid|prevent|stop|see|learn)|for (?:training"
    r"|learning|coaching|improvement|future|continuous)|as (?:a )?(?:training|learning|part of))\b[^.!?;\n]{0,40}",
    r"\b(?:dealt with|handled|addressed|resolved|discussed|looked at|raised|reviewed|sorted|taken up|actioned|managed) (?:it "
    r"|this |that |the matter )?(?:\w+ly )?(?:internally|in-house|in house|privately|within the team|behind closed doors|amongst"
    r" ourselves|among ourselves|between ourselves|through the proper channels|with (?:those|the (?:person|people|individuals?"
    r"|member of staff|colleague|parties)) (?:concerned|involved|responsible|in question))\b",
    r"\b(?:expect|foresee|anticipate|have|see|get|be|face|experience|is|are|encounter|hear|meet) (?:no|any|no more|any more|any"
    rf" further|no further|zero|a single) (?:\w+ )?(?:more |further )?{_BAD}(?: of (?:this|that) (?:kind|sort))?\b(?=[.,;!]|$|"
    r" (?:from|going|in (?:the )?future|after|with|at|again|like|on|now|hereafter|henceforth))(?<!any questions)",
    r"\b(?:will|should|'ll) be (?:the )?(?:very )?(?:end of (?:it|that|this|the matter)|last (?:of it|time|you(?:'ll| will)?"
    r" (?:hear|see))|no (?:more|repeat|further|next time|second time))\b[^.!?;\n]{0,30}",
    r"\b(?:my|our) (?:\w+ )?(?:guarantee|word|promise|assurance|pledge|vow|oath)(?: to you)?(?:,| is| that|:|"
    r" on)*[^.!?;\n]{0,50}? (?:from (?:today|now|here|this day|tomorrow)|never (?!broken|made|break)|always|every (?:time|single)"
    r"|again|next time|in future|in the future|going forward|onwards|henceforth|a second time|twice|not be repeated|differently"
    r"|improve|better)\b",
    (
        (
            r"\b(?:noted|taken|drawn|identified|recorded|logged|captured|gained|absorbed|made a note of|extracted|taken away)"
            r" (?:\w+"
            r" ){0,3}?(?:learnings?|lessons?|takeaways?|learning points?|points? for improvement|areas? (?:for|of) improvement"
            r"|insights?)\b[^.!?;\n]{0,40}"
        ),
        "learning learnings lesson lessons takeaway takeaways point points area areas insight insights",
        "noted taken drawn identified recorded logged captured gained absorbed made extracted",
    ),
    r"\b(?:learnings|learning points|lessons?)\b[^.!?;\n]{0,50} (?:will|shall|is|are|has|have|was|were"
    r"|to)\b[^.!?;\n]{0,20}\b(?:shape|guide|inform|change|taken|learn(?:ed|t)|applied|acted|built|fed|carried|heeded|shared|stay"
    r"|stick|sunk|absorbed|on board|not be lost|incorporated|embedded|noted|remembered)\b[^.!?;\n]{0,30}",
    r"\b(?:a|another|one|this|hard|painful|valuable|good|big|tough|real|costly|important|sobering|humbling) (?:\w+ )?(?:lesson"
    r"|learning|wake-?up call|kick up the|learning curve)\b (?:for (?:us|me|all|everyone|the|our)|has been|we|I|to (?:us|all)"
    r"|well)\b[^.!?;\n]{0,30}",
    r"\b(?:got|received|heard|taken|understood|hear) (?:the|your|that) message(?: loud and clear)?\b(?=[.,;!]| and|$)|\bmessage"
    r" received\b",
    r"\b(?:things|it|matters|everything|life|our \w+|the \w+|we)(?:'ve|'s| have| has|'re| are| is)(?: already| now| since| all|"
    r" really)? (?:moved on|come a long way|come on|turned around|turned the corner|tightened up|got(?:ten)? better|upped|pulled"
    r" up|cleaned up|picked up|sharpened up|been turned around|been tightened|on the mend|gone back to)\b(?=[.,;!]| (?:since|a"
    r" lot|from|and|the|our|to the drawing)|$)[^.!?;\n]{0,30}",
    r"\b(?:turn(?:ed|ing)?|start(?:ed|ing)?|open(?:ed|ing)?|clos(?:ed|ing)|draw(?:n|ing)?|begin(?:ning)?) (?:over |up )?(?:a|an"
    r"|the|that) (?:new |fresh |final )?(?:corner|page|leaf|chapter|line under|clean sheet|blank page)\b[^.!?;\n]{0,20}",
    (
        (
            r"\b(?:pull(?:ed|ing)? (?:our|their|its) socks up|get(?:ting)? (?:our|its|their) act together|got (?:our|its|their)"
            r" act"
            r" together|up(?:ped|ping)? (?:our|their|its) game|rais(?:e|ed|ing) (?:our|their|its|the) (?:game|bar|standards?)"
            r"|back to the"
            r" drawing board|sharpen(?:ed|ing)? (?:up|our)|tighten(?:ed|ing)? (?:up|ship|our|the reins|things)|clean(?:ed|ing)?"
            r" up our"
            r" act|shap(?:e|ed|ing) up|smarten(?:ed|ing)? up|turn(?:ed|ing)? (?:it|this|things|that) around)\b"
        ),
        "socks act game bar standard standards drawing up ship reins things around our",
    ),
    r"\b(?:not|never|won't|n't)(?: \w+)? be (?:\w+ )?(?:let down|disappointed|caught out|kept waiting|left \w+|forgotten"
    r"|overlooked|ignored|messed about|treated|spoken to|charged|overcharged|put through|repeated|tolerated|in this position|in"
    r" that position|made to|failed|stuck|missed|allowed to|a next time|a second time|seeing this|seen)\b[^.!?;\n]{0,25}(?:"
    r" (?:again|a second time|twice|next time|in (?:the )?future|by us|another time|ever|on my watch|any ?more|like (?:this"
    r"|that)))(?=[.,;!]|$)",
    r"\b(?:it|this|that|such \w+|these things|the same(?: \w+)?)(?:'ll| will| shall| can| could| would| is| are| isn't| won't"
    r"|'s)? (?:not |never |no |no longer )?(?:be |going to |likely to |able to )?(?:be |a )?(?:repeat performance|repeated|ever"
    r" again|recurr\w*|the last time|happen twice|happen a second)\b[^.!?;\n]{0,20}",
    r"\b(?:room|scope|plan|plans|plenty of ideas|programme) (?:for|of) (?:improvement|change|better)\b[^.!?;\n]{0,30}",
    r"\b(?:under|up for|subject to) (?:full |close |careful |urgent |internal )?(?:review|scrutiny|revision"
    r"|consideration)\b(?=[.,;!]| (?:so|to (?:make|ensure|avoid|prevent|stop|see)|as a result|following|because|now|after)|$)",
    r"\b(?:has|have|been|being|was|were|is|are|will be)(?: now| also| all| being| been)* (?:put|set|introduced|taken|made|brought"
    r"|built|added|strengthened|tightened|improved|reinforced|stepped up|ramped up|beefed up) (?:in place |in |into place |up"
    r" )?(?:so (?:that )?(?:this|it|nobody|no one|you|we|such)|to (?:avoid|prevent|stop|ensure|make sure|guard|see that"
    r"|minimi[sz]e|rule out|guarantee))\b[^.!?;\n]{0,40}",
    r"\b(?:such (?:an? )?\w+|this|it|that|the same(?: thing)?|these things|things like (?:this|that)) (?:does|do|will|should"
    r"|would|may|can|must) ?(?:not|never|n't) (?:ever )?(?:repeat|happen|recur|occur|arise|come up|reoccur|befall)\b(?: (?:itself"
    r"|again|to (?:you|anyone)))?",
    r"\bfrom (?:now|here|today|this day|this point)(?: on| onwards?| forward)?,? (?:you|we|I)(?:'ll| will| can| may)? (?:count"
    r"|rely|trust|expect|depend|be able to|always|make sure|ensure|double|check|keep|treat|never|only)\b[^.!?;\n]{0,40}",
    r"\b(?:is|are|was|has been|have been|will be|being)(?: now| also| being)? (?:used|treated|taken|turned|held up|shared|kept)"
    r" (?:as|to|for|into) (?:an? )?(?:\w+ )?(?:training|learning|lesson|case study|teaching|example|shape|improve|educate|coach"
    r"|reminder|guide|inform|better)\b[^.!?;\n]{0,30}",
    r"\b(?:the|your|our|every|each|all|any) (?:next|future|coming|following|subsequent|remaining)\b[^.!?;\n]{2,30} will(?: always"
    r"| all)? be (?:spotless|perfect|right|correct|flawless|faultless|on time|better|accurate|different|smooth|punctual|as it"
    r" should|exactly|just as|immaculate|seamless|impeccable|without)\b[^.!?;\n]{0,20}|\bnext \w+'s [^.!?;\n]{2,25} will be"
    r" (?:spotless|perfect|right|correct|flawless|accurate|better|smooth)\b",
    r"\b(?:about|of|over) (?:it|this|that|such \w+) (?:coming back|happening|recurring|returning|reoccurring|cropping up"
    r"|occurring)\b(?: again)?",
    r"\b(?:not|never|won't|n't)(?: \w+)? (?:be )?(?:(?:making|make|doing|do|catch|catching)\b[^.!?;\n]{0,25} (?:twice|a second"
    r" time)|(?:repeating|repeat|letting|let|seeing|see|slip|slipping) (?:it|this|that|the same|such|like)\b[^.!?;\n]{0,25}"
    r" (?:twice|again|a second time|any ?more))\b",
    r"\b(?:at|from|to|by) (?:the|its) roots?\b(?=[.,;!]| cause)|\b(?:closed|plugged|shut|sealed|stopped|fixed|filled) (?:the|this"
    r"|that|off the) (?:gap|loophole|hole|door|leak|crack)\b (?:that|which|where|through|in (?:our|the) (?:process|system"
    r"|procedures?)|so)\b[^.!?;\n]{0,30}|\bfor good\b (?:now|this time|so)\b[^.!?;\n]{0,20}",
    r"\bso (?:that )?(?:nobody|no one|no-one) else (?:ends? up|goes|has to go|suffers?|faces?|experiences?|gets|is|will|should"
    r"|must|ever|need)\b[^.!?;\n]{0,40}",
    r"\b(?:will|shall|'ll) never (?:[\w']+ ){1,4}?again\b",
    (
        (
            r"\b(?:gone|went|talked|sat down) (?:over|through|into|at) (?:it|this|that|what happened|things|your"
            r" \w+|everything)? ?(?:as a|with the|together|in the|with all)\b[^.!?;\n]{0,30}|\beveryone (?:here )?(?:now"
            r" )?knows (?:now"
            r" )?(?:what|how|better|where|that)\b[^.!?;\n]{0,25}"
        ),
        "gone went talked sat",
        "over through into at",
    ),
    r"\b(?:they|these|those|lapses|failings|shortcomings|gaps|weaknesses) (?:have|are|has)(?: now| since| all| also| being| since"
    r" all)* (?:been )?(?:dealt with|addressed|corrected|rectified|ironed out|resolved|put right|fixed|tackled|remedied)\b",
    r"\b(?:we|I|our [\w ]{3,20})(?:'re| are|'m| am| is)(?: always| continuously| constantly| continually| forever| already| now|"
    r" busy)+ (?:improving|refining|raising|reviewing|tightening|strengthening|upgrading|bettering|learning|perfecting"
    r"|training)\b[^.!?;\n]{0,30}",
    r"\b(?:won't|not|never) catch us\b[^.!?;\n]{0,30}",
)
