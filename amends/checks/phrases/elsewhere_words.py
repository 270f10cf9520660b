"""Who a customer is passed on to, and other ways of passing them on."""

from __future__ import annotations

from amends.drafts.turns import Turns

PART = (
    r"(?:accounts?|billing|sales|claims?|complaints?|support|returns?|repairs?|retention|retentions|warrant(?:y|ies)"
    r"|finance|payroll|lettings?|bookings?|reservations?|refunds?|collections|logistics|dispatch|despatch|deliveries"
    r"|technical|tech|legal|housing|maintenance|facilities|admissions|pharmacy|reception|housekeeping|underwriting"
    r"|credit|card|cards|loans?|mortgages?|fraud|security|insurance|admin|quality|payments?|parts|spares|service"
    r"|customer \w+|human resources|(?-i:HR|IT)|ticketing|baggage|cargo|catering|front desk|back office|head office"
    r"|tier (?:two|2|three|3)|level (?:two|2|three|3)|second[ -]line)"
)
BODY = (
    r"(?:team|department|desk|unit|office|colleagues?|specialists?|manager|line|section|people|side|group|experts?"
    r"|agents?|advis[eo]rs?|branch|division|directorate|centre|center|company|queue|supervisor|handler|helpline|hotline"
    r"|hub|partner|partners|agency|landlord|bank|airline|manufacturer|maker|installer|courier|carrier|supplier|seller"
    r"|retailer|shop|store|insurer|council|surgery|hospital|school|registrar|bursar|warehouse|depot|workshop|lab"
    r"|embassy|operator|provider|network|utility|builder|developer|broker|garage|dealer|dealership|franchise|franchisee"
    r"|organiser|promoter|venue|host|owner|agent|contractor|subcontractor|lot|folks?|lads|guys|engineers?|technicians?"
    r"|accountants?|nurse|doctor|counter|window|clerk|officer|committee|board|HQ|website|portal|switchboard)"
)
THERE = (
    rf"(?:(?:the|our|a|an|another|my|your|their|that|any|one of (?:our|the|my)) (?:[\w'-]+ ){{0,3}}?(?:{BODY}|{PART})"
    rf"|(?:someone|somebody|anyone|whoever|people|colleagues|those|folks)(?: else)?(?: who)?(?: (?:in|from|at|on|with"
    rf"|else|over|deals|handles|does)\b)?|{PART}|@\w+|(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?= ?(?:now|[.!,;]|in|from|at"
    rf"|on|to\b|who)))"
)
#: Other ways of saying it: a machine's voice, a file that moves by itself, a number to dial, somebody who is not us.
ELSEWHERE = Turns(
    (
        r"\b(?:for|about|with|regarding) [^.!?;,\n]{3,40},? (?:please |kindly |you (?:must|should|need to"
        rf"|have to) )?(?:dial|press|choose|select|ring|call|e-?mail) (?:\d+|option|extension|the {PART}|our)"
    ),
    (
        r"\b(?:ticket|case|complaint|file|matter|quer(?:y|ies)|grievance|claim|thread|enquiry|request|chat|account"
        r"|dispute|correspondence|conversation)(?: now| has| is| stands| been| being| was| will be"
        r"| gets){0,3} (?:re-?assigned|transferred|moved?|moves|rests?|sits|goes|passed|passes|routed|handed over"
        r"|bounced|diverted|escalated|changed hands|redirected) ?(?:over |on |up |across )?(?:to|with|into)? ?(?!you\b"
        rf"|your|me\b|us\b)(?:{THERE}|(?-i:[A-Z])|tier|level|another)"
    ),
    rf"\b(?:this|it|that)(?: now| all)? (?:sits|rests|lies|belongs|goes) (?:with|to|under) (?:{PART})\b",
    (
        r"\b(?:someone|somebody|people|a person|the folks?|a lady|a chap) (?:in|at|from|on|over in) (?:another"
        r"|a different|our|the) (?:\w+ )?\w+ (?:handles?|does|deals? with|looks? after|runs?|sees? to|takes? care)\b"
    ),
    (
        r"\bchanged hands\b|\bno longer (?:with|sits with|handled by|looked after by) (?:this (?:office|desk|team|branch"
        r"|department)|our (?:office|desk|team|branch|department))\b"
    ),
    (
        r"\b(?:you (?:have to|must|need to|should|will have to|can) (?:go|come|move|proceed|walk|head) (?:over |down "
        r"|up )?(?:to )?|(?:^|(?<=[.!?,;\n]\s)|please |kindly |just )(?:go|head|proceed|pop|walk)(?: on)? (?:over|down|up"
        r"|along|across|through|to)(?: to)? )(?:the )?(?:\w+ ){0,2}?(?:window|counter|desk|room|floor|gate|entrance"
        r"|office|branch|kiosk|block|building|reception)\b"
    ),
    (
        r"\bthe (?:person|one|man|woman|lady|chap|team|people|office|place) (?:you (?:want|need|are after|should (?:see"
        r"|ask|speak to|contact)|'re after|'re looking for)|to (?:see|ask|speak to|contact|chase|ring)|for (?:that"
        r"|this))\b(?= is| are| would|[:,;])|\b(?:it's|that's|it is|that is|that'd be|it'd be) (?:the "
        r"|our )?(?:\w+(?: \w+)? )?(?:you (?:need|want|should (?:ask|ring|speak to)|'re after))(?! to be)"
    ),
    (
        r"\b(?:I'll|I'm|we'll|we're|I will|we will|I am|we are|let me|I'm going to|I'd better|going to|shall I|we must"
        r"|make I)(?: now| just| gonna| going to| go)? (?:bounce|bouncing|shove|shoving|swap|swapping|divert|diverting"
        r"|loop|looping|hand|handing|pass|passing|kick|kicking|fling|ship|punt|lob|ping|drop|push|route|routing|shunt"
        r"|toss|flick|forward|forwarding|give|giving|send|sending|transfer|transferring|refer|referring|connect"
        r"|connecting) (?:you|this|it|that|the (?:phone|call|chat|file|case|matter|thread|conversation)"
        r"|your \w+)(?: (?:on|over|off|up|across|out|back|in|straight|round))*(?: (?:to|with|into|for)) (?!you\b"
        r"|the (?:bank|courier|lab|workshop)|your (?:bank|account|card|door|home)|a (?:bank|refund))(?:"
        rf"{THERE}|operations|(?-i:[A-Z])\w+)"
    ),
    (
        r"\b(?:loop(?:ing)?|bring(?:ing)?|call(?:ing)?|pull(?:ing)?|rop(?:e|ing)) in (?:another|a|an|our|the|somebody"
        rf"|someone|my|(?-i:[A-Z])\w+)(?: \w+)?(?: {BODY}| {PART}|\b)"
    ),
    (
        r"\b(?:get|getting|ask|asking|have|having|let|letting) (?:the|our|my|a|an|another|somebody"
        rf"|someone)(?: [\w-]+){{0,3}}? (?:{BODY}|crew|squad)(?: (?:in|from|at|on) \w+)? (?:to )?(?:pick (?:this|it"
        r"|that) up|take (?:this|it|that|over)|handle|deal with|own|carry|run with|look after)"
    ),
    (
        r"\b(?:shared|sent|copied|passed|forwarded|relayed|given|submitted|emailed|left"
        r"|handed)(?: on)? your (?:[\w-]+ )?(?:note|mail|e-?mail|message|letter|feedback|comments?|complaint|details"
        r"|correspondence|concerns?|grievance|query|words|report|file)(?: on| over| along| up)? (?:to"
        rf"|with) (?!you\b)(?:the|our|my|a|{PART}|him|her|them|(?-i:[A-Z])\w+)"
    ),
    r"\btaken the liberty of (?:passing|sending|sharing|forwarding|copying|referring)",
    (
        r"\byou(?:'ll|'d| will| would)?(?: \w+)? (?:want|need|have|do well|be best|do best"
        r"|be better off)(?: to)? (?:contact|contacting|speak|speaking|talk|talking|ring|ringing|ask|asking|call|email"
        r"|see|try|go through|deal)(?: to| with)? (?:directly )?(?:the|our|your|a|an|my) (?:[\w-]+ ){0,2}?(?:"
        rf"{BODY}|{PART}|teacher|head|principal|manufacturer|dean|chef|matron|warden|landlord|dispatcher)\b"
    ),
    (
        r"\b(?:aren't|are not) (?:us|ours|mine)(?= ?[.,;]| here| but| so)|\b(?:isn't|is not|aren't) (?:our thing|my thing"
        r"|our bag|our end|one of ours|something (?:I|we) (?:handle|deal with))(?= ?[.,;]| here| at| but| so)|\b(?:isn't"
        r"|not|ain't) (?:someone|something|anything|one|a thing) (?:I|we) (?:can |could )?(?:speak|answer|act|deal|handle"
        r"|decide|touch|look after)"
    ),
    (
        r"\b(?:will|'ll|is going to|shall)(?: now| from now on)? be (?:looked after|handled|dealt with|managed|answered"
        r"|served|covered|run|overseen) (?:by|from) (?!me\b|us\b)(?:\w+(?: \w+)?) (?:instead|from (?:now|here|tomorrow"
        r"|monday|today)|rather than)|\blooked after by (?-i:[A-Z])\w+ instead"
    ),
    (
        rf"\b(?:a|an|another|one of our|our|the) (?:[\w-]+ ){{0,2}}?(?:{BODY}|{PART})(?: from (?:another|a|our"
        r"|the) \w+)? will (?:now )?(?:pick up|take over|continue|join|carry on|take (?:over )?(?:your|this|the)|assist"
        r"|attend)(?: (?:your|this|the|from|with|on|you)\b)?"
    ),
    (
        r"\b(?:transferring|transferred|forwarding|forwarded|refer|referring|referred|directed|directing|direct|submitted"
        r"|submitting|escalated|escalating) (?:your|this|the|all) (?:\w+ )?(?:grievance|matter|communication|petition"
        r"|representation|query|this|file|case|correspondence|complaint)?(?: on| up)? ?to (?:the|our|a) (?:competent"
        r"|concerned|appropriate|relevant|nodal|transport|proper|right|responsible|higher|designated|regional|head|local)"
    ),
    (
        r"\b(?:kindly|please) (?:direct|address|refer|take|send|put) (?:this|it|that|your \w+|any \w+"
        r"|all \w+)(?: \w+)? (?:to|with|before) the\b|\bany (?:further )?(?:questions?|queries|calls?|letters?) (?:go"
        r"|goes|should go|must go|to) (?:to )?(?:them|him|her|there)\b"
    ),
    (
        r"(?:^|(?<=[.!?\n]\s))(?:over to (?:the|our|you|my)|transfer it is|chat (?:ended|transferred)|passing (?:you"
        r"|this) (?:on|over)|handing (?:you )?over|moving you (?:over|on|now|to (?!another)))\b|\bwhile we (?:route"
        r"|transfer|connect|switch|move|redirect) you\b|\bbeing (?:moved|transferred|switched|routed|diverted|passed"
        r"|connected) (?:to|over|on|across)\b"
    ),
    (
        r"\bthey(?:'re| are|'d be| would be|'ll be) the (?:ones?|people|place|team|folk|lot) (?:to|who|that|for)\b"
        r"|\b(?:they|she|he) (?:can|may|could) be (?:reached|contacted|found|called|rung) (?:at|on|by|via|through)\b"
        r"|\bhas its own (?:chat|team|desk|line|support|number|office)"
    ),
)
