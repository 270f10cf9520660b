"""Knows the words of trades and offices that customers do not use: queues and codes, and what systems do to things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.checks.manner.initials import BETTER, WHY, initials
from amends.drafts.finding import Mark
from amends.drafts.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_OF_TIER = r"(?: support| team| desk| agents?| engineers?| ops)?"
#: Words that never leave an office, a depot, a kitchen.
_WORDS = Turns.known_by(
    (
        "line",
        (
            rf"(?<!the )(?:first|second|third|1st|2nd|3rd)[- ]line{_OF_TIER}(?! (?:of|on|in|is|was|reads?|says?|about|above|below"
            r"|down)\b)"
        ),
    ),
    (
        "tier level",
        (
            r"tier[- ]?(?:one|two|three|[1-4])\b|(?:level|layer)[- ]?(?:two|three|[2-4]) (?:support|team|desk|agents?"
            r"|engineers?|queue)\b"
        ),
    ),
    ("sev severity sev1 sev2 sev3", r"sev(?:erity)?[- ]?(?:one|two|three|four|[1-5])\b"),
    (
        "p1 p2 p3 p4 p5",
        r"as (?:a |an )?P[1-5]\b|(?-i:P[1-5])(?= (?:ticket|incident|job|queue|call|fault|and\b|so\b|which))",
    ),
    ("cat category", r"cat(?:egory)?\.? [1-5](?= (?:and|repair|job|fault|priority|call|issue|so|or|which)\b)"),
    (
        "queue basket bucket worklist workbasket pot pool tray",
        (
            r"(?:work|job|ticket|case|manual|holding|suspense|overflow|escalations?|exceptions?|rework|reject|unmatched"
            r"|pending|review|recon"
            r"|dunning|intake|callback|retry|dispatch|fulfil\w+|approvals?|back[- ]office|processing|refunds?|claims|payables"
            r"|second|provisioning)"
            r"(?: work| items?| review| case| job)? (?:queue|basket|bucket|worklist|pot|pool|tray)\b(?! jump)|work ?(?:basket"
            r"|list)\b"
        ),
    ),
    ("bin", r"(?:picked|put away|pulled) (?:from|to|into) (?:the |a )?(?:wrong )?[\w-]+ bin\b|bin location"),
    (
        "batch payrun sprint release wave",
        (
            r"(?:next|current|nightly|weekly|overnight|daily|month-end)(?: dev| pay| billing)? (?:batch|sprint|payrun|release"
            r"|wave|run)\b"
            r"|batch(?:ed)? (?:run|job|process(?:ing)?|cycle|window|file|overnight)|sprint (?:planning|review|board)|(?:in"
            r"|into|for) (?:the |a )?(?:sprint|batch run|release train)\b"
        ),
    ),
    (
        "backlog",
        (
            r"(?:in|on|into|from) (?:the|our|a) (?:product |dev |engineering |repair )?backlog\b(?! of)|backlog (?:grooming"
            r"|refinement|item)s?"
        ),
    ),
    (
        "code codes",
        (
            r"(?:stop|reason|wrap|wrap-up|disposition|decline|hold|reject|closure|cause|exclusion|activity|cost|routing|status"
            r"|override|fault)[- ]codes?\b(?! (?:(?:on|in) your|(?-i:[A-Z]{0,2}-?\d)))"
        ),
    ),
    (
        "status state queue marker bucket",
        (
            r"[a-z]+-[a-z]+-[a-z]+(?:-[a-z]+)? (?:status|queue|marker|bucket|state)\b|(?:in|to|at|into) (?:a )?(?:pend\w*"
            r"|exception|suspended|dispute|limbo|hold|held|closed|inactive|cancelled|frozen|locked)[- ](?:status|state)\b"
        ),
    ),
    (
        "hold block",
        (
            r"(?:fraud|credit|compliance|ops|quality|billing|legal|shipping|hard|system|risk|customs|dispatch|inventory"
            r"|stock|KYC|AML) (?:hold|block)\b"
        ),
    ),
    ("amber", r"(?:flagged|tagged|coded|marked|set|gone|went|turned|rated) (?:it |this |that )?(?:as |to )?amber\b"),
    (
        "closed coded tagged logged flagged marked",
        r"(?:closed|coded|tagged|logged|flagged|marked) (?:out )?as (?:an? )?(?-i:[A-Z]{2,6})\b",
    ),
    ("provisioned provisioning provision deprovisioned", r"(?:de-?|re-?|mis-?|auto-?)?provision(?:ed|ing)\b"),
    (
        "mis miskeyed missorted misrouted mispicked misposted miscoded misshipped rekeyed keyed mispick missort",
        (
            r"(?:mis|re)-?(?:key|sort|rout|pick|post|cod|ship|scan|label|slott|mapp)(?:ed|ing|p?ed"
            r"|s)?\b(?<!reposted)(?<!recoded)(?<!reposting)"
        ),
    ),
    (
        "auto autofired autoclosed autorejected autocancelled autopopulated",
        (
            r"auto-?(?:fired?|fires|closed?s?|reject(?:ed|s)?|generat\w+|populat\w+|cancel\w+|releas\w+|escalat\w+|allocat\w+"
            r"|trigger\w*|resolv\w+"
            r"|assign\w*|rout\w+|expir\w+|match\w*|declin\w+|flag\w*|suspend\w*)\b"
        ),
    ),
    (
        "bounced bounce",
        (
            r"(?:soft|hard)-?bounc\w+|bounced (?:back |over )?(?:to|between) (?:the |our )?(?:\w+ )?(?:queue|line|tier|desk"
            r"|ops|back ?office|dispatch|teams)\b"
        ),
    ),
    ("cross crossdocked", r"cross-?dock\w*|cross-functional\w*"),
    ("dedup deduped dup dups", r"de-?dup\w*|dups?\b(?= ?[,.;]| in| on| record| profile| account| entry)"),
    (
        "allocation allocated unallocated overallocated",
        r"(?:over|un|re|de)-?allocated\b|on allocation\b|stock allocation\b",
    ),
    ("eighty 86 86d", r"eighty-?sixed|86'?d\b"),
    ("receipted", r"receipted\b"),
    (
        "journal journalled journaled",
        r"journal(?:l?ed\b| entry)|(?:good ?will|manual|correcting|reversing|adjusting|adjustment) journal",
    ),
    (
        "token tokenised tokenized idempotency idempotent",
        r"tokeni[sz]ed|idempoten\w+|session token|auth(?:entication)? token",
    ),
    (
        "webhook payload endpoint middleware failover hotfix cron regression",
        r"webhooks?\b|payload\b|endpoint\b|middleware|failover|hotfix|cron ?job|regression (?:bug|in|test)",
    ),
    (
        "debt freeze rollback",
        r"tech(?:nical)? debt|(?:code|change) freeze|roll-?back script|(?:deploy|release)\w* rollback",
    ),
    (
        "backend frontend end",
        r"back[- ]?end\b(?! of (?:the )?(?:car|week|year|month|bus|train|van|house|shop|store))|front-?end\b(?! of)",
    ),
    (
        "lake staging lookup migration feed mapping",
        (
            r"data (?:lake|feed|migration|mapping)|staging (?:table|server|environment)|look-?up table|(?:feed|file|interface"
            r"|mapping) (?:failure|failed|error|timed out|broke|rejected|dropped)"
        ),
    ),
    (
        "sync",
        r"out of sync with (?:the|our)\b|sync (?:error|job|failure|issue)",
    ),
    (
        "integration interface handshake validation gateway posting",
        (
            r"(?:integration|interface|handshake|validation|gateway|posting|API) (?:failure|failed|error|timed out|broke"
            r"|rejected|dropped|layer|rule)\b"
        ),
    ),
    ("flowed", r"(?:order|request|message|file|job|record|feed|trigger) flowed\b|flowed through\b(?= before|[.,;])"),
    (
        "template workflow suspense schedule",
        (
            r"(?:fell|dropped|falls|drops) (?:off|out of|into|onto) (?:the |our |a )(?:\w+ )?(?:template|workflow|feed|cycle"
            r"|suspense|schedule board)\b|clinic template"
        ),
    ),
    (
        "kicked punted routed rerouted reassigned escalated transitioned passed pushed",
        (
            r"(?:kicked|punted|passed|pushed|(?:re-?)?routed|re-?assigned|escalated|transitioned)(?: back| over| up| down"
            r"| across)? (?:to|into|onto) (?:the |our )?(?:\w+ )?"
            r"(?:queue|tier|resolver|back ?office|dispatch desk|settlement|fulfil\w+|ops|triage|L[1-4]|desk ?side|pod|squad)\b"
        ),
    ),
    (
        "parked triaged groomed descoped backlogged dispositioned queued",
        (
            r"(?:ticket|case|job|claim|incident|request|defect|bug|task)(?:'s| is| was| has| got)?(?: been| currently"
            r"| now)? (?:parked|triaged|groomed|de-?scoped|backlogged|dispositioned)\b|dispositioned"
        ),
    ),
    ("transfer transferred", r"(?:warm|cold|blind|attended)[- ]transfer(?:red|ring)?\b"),
    (
        "incident jira defect servicenow zendesk salesforce sap",
        (
            r"(?:raise[ds]?|raising|open(?:ed)?|log(?:ged)?) (?:an? )?(?:incident|change request|defect|jira"
            r"|problem record)\b(?: in| with| on| to)?|(?:in|on|from|into|by) (?-i:ServiceNow|Jira|Zendesk|Salesforce|SAP"
            r"|Oracle|Remedy|Netsuite|Workday|Freshdesk)\b"
        ),
    ),
    ("blanket call", r"(?:on )?a?n? ?blanket order|will-call\b"),
    (
        "pending pended awaiting",
        (
            r"(?:pending|pended(?: for)?|awaiting) (?:sign-?off|CAB|validation|recon\w*|dispatch|match|triage|QA|QC"
            r"|(?-i:[A-Z]{2,5})\b(?! Airways))"
        ),
    ),
    (
        "golden recon representment presentment arb acquirer acquirers issuer",
        (
            r"golden record|recon\b(?= (?:is|was|team|run|file|desk|has|report))|(?:re-?)?presentment|pre-?arb\w*"
            r"|(?:the )?(?:acquirer|issuer)(?:'s|s)?\b"
        ),
    ),
    (
        "interchange scheme settlement banking nostro dated",
        (
            r"interchange (?:pass|fee|rate|cost|uplift)\S*|scheme fees?\b|settlement (?:desk|file|team|cycle|run)|core banking"
            r"|nostro|(?:value|back|post)-dated (?:entry|item|journal)"
        ),
    ),
    ("uplift pass", r"(?:fee|rate|cost|tariff|price) uplift\b|pass-through (?:charge|cost|fee)\b"),
    (
        "underwriting rate rated",
        r"(?:with|to|at|by) underwriting\b|re-rat(?:e|ed|ing)\b(?= (?:follow|after|on|of|and))",
    ),
    ("straight", r"straight-through (?:processing|run|payment)"),
    ("exclusion", r"(?:under )?exclusion \d+\w*"),
    ("subrogation subrogated", r"subrogat\w+"),
    ("house", r"run[- ]of[- ]house"),
    ("oversold overbooked", r"oversold\b"),
    (
        "walked",
        (
            r"(?:room|guest|you|booking|reservation) (?:was|were|got|have been|had to be|has been) walked\b(?! (?:through"
            r"|to the|past|in|out|over|into|on))|we walked you to (?:another|a sister|a nearby)"
        ),
    ),
    ("rack", r"rack rate"),
    ("non noncon", r"non-?con(?:form\w*)?s?\b|non-?comm(?:s|unicating)?\b"),
    ("grade", r"[A-C][- ]grade (?:bin|stock|pallet|goods|item)|downgraded to [A-C]-grade"),
    ("yield", r"yield (?:issue|management|loss|rule|team)"),
    ("dwell", r"dwell (?:days?|times?)"),
    (
        "mile haul linehaul",
        (
            r"(?:last|first|middle|final)[- ]mile (?:leg|partner|carrier|hub|team|driver|delivery|provider|agent)|line-?haul"
        ),
    ),
    ("held", r"held-(?:at|in)-\w+"),
    (
        "inbound outbound reverse",
        r"(?:inbound|outbound|reverse) (?:leg|dock|hub|scan|manifest|flow|logistics|queue|bay|shipment)",
    ),
    (
        "manifest manifested",
        r"manifest(?:ed|ing)? (?:error|mismatch|scan|failure)|(?:not|never|was|were|been) manifested",
    ),
    (
        "face picklist cycle kitting consignment pallet",
        r"pick-?face|pick-?list|pick face|cycle count|kitting|pallet id|consignment (?:id|ref\w*|note)",
    ),
    ("blind", r"put away blind"),
    ("attenuation", r"attenuation"),
    ("cease", r"cease order|the cease\b(?=[.,;]| order| went| flowed| and)"),
    ("port porting", r"port(?:ing)? (?:window|request|reject)"),
    ("whitelisted blacklisted greylisted whitelist", r"(?:white|black|grey)-?list(?:ed|ing)?\b"),
    ("safe", r"make-safe\b"),
    ("void rates", r"void works|schedule of rates"),
    ("slot", r"firm slot|slot utili[sz]ation"),
    ("egress", r"egress"),
    ("cutover cut", r"cut-?over\b(?! your| the)"),
    ("remake", r"remake (?:queue|clears|board|ticket|job)"),
    ("dispatch", r"clears? dispatch\b|dispatch (?:desk|board|queue|run)"),
    ("chit pass", r"(?:the|your) chit\b|(?:hit|hits|left|reached) the pass\b"),
    ("disposed", r"disposed (?:of )?as\b"),
    ("flexed", r"(?:was|were|been|be) flexed"),
    ("stakeholder stakeholders", r"stakeholder\S*"),
    (
        "align aligned aligning alignment",
        r"align(?:ed|ing|ment)? (?:internally|with (?:the )?(?:business|ops|stakeholders|product))",
    ),
    (
        "frictionless learnings deliverables deliverable deliverability touchpoint touchpoints workstream",
        r"frictionless|learnings|deliverables?\b|deliverability|touch-?points?|workstreams?",
    ),
    (
        "offline hanging dive circle touch",
        r"take (?:this|it) offline|low-hanging|deep-dive|circle back|touch base with (?:the|our|ops|product)",
    ),
    ("functional journey swim lanes swimlane action", r"cross-functional|customer journey|swim-?lanes?|action items?"),
    ("ask", r"the ask (?:is|was|from)\b"),
    (
        "suppressed suppression",
        (
            r"(?:statements?|e-?mails?|mails?|letters?|invoices?|notifications?|texts?|alerts?)(?: \w+){0,3}? (?:was|were|got"
            r"|been|are|is|and) suppressed|suppression (?:list|file)"
        ),
    ),
    ("resolver swarm warroom runbook", r"resolver (?:group|team)|swarm (?:call|team)|war ?room|runbook"),
    ("escalation escalations", r"escalations? (?:path|matrix|tree|desk|pod|bucket|queue|tier)"),
    ("root", r"(?:do|doing|did|run|a|an|full) (?:a )?root[- ]cause\b(?! of)"),
    ("fallout", r"fall-?out (?:team|report|queue|list)"),
    (
        "engine",
        (
            r"(?:billing|rating|pricing|rules|decision|routing|dispatch|scoring|booking|allocation|inventory|workflow|fraud"
            r"|recommendation) engine"
        ),
    ),
    (
        "parent child shadow dummy ghost orphan orphaned dormant",
        (
            r"(?:parent|child|shadow|dummy|ghost|orphan(?:ed)?)[- ](?:account|ledger|record|ticket|case|order|line item"
            r"|booking)\b"
        ),
    ),
    (
        "mandate tariff hierarchy attribute config configuration",
        (
            r"(?:mandate|tariff|rate|price|product|skill|user|asset|plan|billing|account) (?:flag|attribute|hierarchy"
            r"|config(?:uration)?|entity|mapping)\b|config(?:uration)? (?:error|drift|push|mismatch)"
        ),
    ),
    ("drop dropship dropshipped", r"drop-?ship\w*"),
    ("planogram", r"planogram"),
    ("national", r"national back-?order"),
    ("mands", r"m&e\b"),
    (
        "exceptions reserving replen snag jeopardy cadence desk rostered",
        (
            r"(?:exceptions|reserving|recoveries|reconciliations?|remediation|payments ops|dispatch|fulfil\w+"
            r"|settlements?) (?:desk|team)\b|replen\b|snag(?:ging)? list|(?:in|into|went) jeopardy|next cadence|(?:rostered"
            r"|booked|posted|logged|coded) (?:against|to|under) the wrong (?-i:[A-Z]{2,5})\b"
        ),
    ),
    ("fix", r"(?:second|first|2nd|1st)[- ]fix\b"),
    ("packet capture trace ping", r"packet capture|stack ?trace|log dump|heap dump"),
    ("wear", r"wear parts?\b"),
)


def of_the_trade(draft: Draft) -> Iterator[Mark]:
    """Inside words and initials; not initials that are explained, and none that everybody knows."""
    yield from initials(draft)
    yield from _WORDS.marks(draft, WHY, BETTER)
