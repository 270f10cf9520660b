"""Knows the words of trades and offices that customers do not use: their initials, their queues and codes, what systems do to things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.checks.frames import Frames
from amends.drafts.cue import late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

#: Initials that stand for something inside: of stores and vans, desks and tickets, banks, cover, lines, rooms, clinics, software.
_INSIDE = frozenset(
    """
    ASN WMS TMS OMS GRN GRNI RTV RTO RTS DTR PUDO POD EPOD ASRS FNSKU ASIN UPC EAN MOQ LTL FTL BOL HAWB MAWB AWB RDC NDC
    3PL 4PL DIFOT OTIF OTD FEFO FIFO COGS GMROI BOPIS SFS DSV ATP CTP CAPA QC QA QMS NFF DOA DOR NCM BER RMA EOL SKU SKUS
    SLA OLA KPI KRA OKR CRM ERP SOP SOW TAT BAU UAT POC SPOC RACI RAG RCA RFO MTTR MTBF MTTD ITIL CAB RFC CMDB CI ITSM NOC SOC
    CSAT NPS FCR AHT ACW IVR ACD WFM CX UX CXO L1 L2 L3 WIP PI EOD COB OOO TBA FYA EOM EOQ YTD YOY FTE L&D P&L R&D
    KYC AML CDD EDD PEP NUBAN NIP NIBSS BACS AUDDIS ADDACS ARUDD SUN RTGS FPS POS MCC AVS CVV2 3DS SCA ACQ MID TID
    PSP STP GL CIF LTV DTI DSR NPA PND PNC TPP CASS CAIS
    MTA NCD NCB IPT FNOL TPFT SIC EOI COB PHI LOA TOBA UWR CUE MIB
    DCC MPAN MPRN MSN SMETS IHD ETR DNO GDN DUOS CSS ROC NTL OLT ONT ONU DSLAM CBT OTDR FTTP FTTC PPPOE SNR CPE MPF
    LNP MNP ICCID HLR APN VLAN DNS DHCP
    PNR PMS OTA GDS SSR BSP EMD ATD ROH OOO OOS MOD FIT RON MCT IROP IROPS PIR WCHR MAAS
    RTT DTA CCG ICB EHR EMR EPR PAS MDT TTO HCA
    API SDK CDN SSO MFA SAML ETL CSV JSON VM QPS DLQ CICD UI PRD MVP SRE
    FOC NDR BOM MRP WISMO DMS DTC ECU PDI VOC ACS BMS PPM HHSRS NAH PO SOR AVB DLO TMV HIU
    DD NAHS CSM CSR TL HOD KAM MSA     """.split()  # noqa: SIM905 - read better as a text
)
#: Initials that everybody reads, firms and countries among them.
_KNOWN = frozenset(
    """
    AA AAA AC AD AGM AI AIDS AM ANC AOK APR ASAP ATM AXA BA BBC BC BMW BST BT BVN CAD CBD CC CCTV CD CEO CET CFO CID CO COVID CPR CT
    CV CVV DAB DBS DHL DIY DIN DJ DM DNA DOB DPD DR DSLR DVD DVLA DVSA EC ECG EE EEA ER EST ESTA ETA EU EUR EV FA FAQ FAQS FBI FC FM
    FYI GB GBP GCSE GDPR GLS GMT GP GPS GST HD HDFC HDMI HGV HIV HM HMRC HP HQ HR HSBC IATA IBAN IBM ICICI ICU ID IKEA INR IOU IP
    IPAD IQ IRS ISA ISBN IT ITV IVF JCB JVC KFC KG KLM KM KPMG LCD LED LG LLC LPG LTD MBA MC MD MMS MOT MP MPG MPH MPS MRI MS NB
    NDA NGN NHS NI NIN NOK NSW NY NYC NZ OAP OK OLED OTP PA PAYE PC PDF PE PHD PIN PLC PM PPE PR PS PT PTA PVC QR RAC RAF RAM RBS
    RIP RSPCA RSVP RTA RTE SA SAS SBI SEN SIM SMS SOS SPF SSD SUV TB TK TNT TSB TV TVS UAE UBA UCAS UFO UHT UK UN UPS UPVC URL US
    USA USB USD UV VAT VAR VIN VIP VISA VW WC WHO WIFI WIN XL XS YMCA ZIP I II III IV VI VII VIII IX XI XII TBC TBA A E S O
    THE AND FOR NOT YOU YOUR NEVER NO YES NOW ALL MUST STOP ARE WAS WILL HAS BUT VERY ON IN OFF OUT UP TO OF BY AT IS IT BE DO GO SO
    """.split()  # noqa: SIM905 - read better as a text
)
_INITIALS = late(r"(?<![\w&/#@.'-])(?:[34]PL|[A-Z][A-Z&]{1,6}|L[1-4])(?:s|'s)?(?![\w&/#@'-])")
_EXPLAINED = late(
    r"\s*(?:[(:=-]|, ?(?:that is|that's|the (?!\w+ (?:was|is|has))|which (?:is|means)|or (?:the|our)|i\.?e|meaning)|(?:means|stands)\b)"
)
_NAME = late(r"\s(?:[A-Z][a-z]|\d|[A-Z]{2,}\b)|\s(?:Ltd|plc|Bank|card|app)\b")
_NAMED = late(r"(?:[A-Z][\w'-]*|\d|\()\s?$")
_LEADING = late(r"\b(?:the|our|an?|pending|under|awaiting|following|raised|wrong|net of|our own|through)\s$")
_OF_TIER = r"(?: support| team| desk| agents?| engineers?| ops)?"
#: Words that never leave an office, a depot, a kitchen.
_WORDS = Frames(
    (
        "line",
        rf"(?:first|second|third|1st|2nd|3rd)[- ]line{_OF_TIER}(?! (?:of|on|in|is|was|reads?|says?|about|above|below|down)\b)",
    ),
    (
        "tier level",
        rf"tier[- ]?(?:one|two|three|[1-4])\b|(?:level|layer)[- ]?(?:two|three|[2-4]) (?:support|team|desk|agents?|engineers?|queue)\b",
    ),
    ("sev severity sev1 sev2 sev3", r"sev(?:erity)?[- ]?(?:one|two|three|four|[1-5])\b"),
    (
        "p1 p2 p3 p4 p5",
        r"as (?:a |an )?P[1-5]\b|(?-i:P[1-5])(?= (?:ticket|incident|job|queue|call|fault|and\b|so\b|which))",
    ),
    ("cat category", r"cat(?:egory)?\.? [1-5](?= (?:and|repair|job|fault|priority|call|issue|so|or|which)\b)"),
    (
        "queue basket bucket worklist workbasket pot pool tray",
        r"(?:work|job|ticket|case|manual|holding|suspense|overflow|escalations?|exceptions?|rework|reject|unmatched|pending|review|recon"
        r"|dunning|intake|callback|retry|dispatch|fulfil\w+|approvals?|back[- ]office|processing|refunds?|claims|payables|second|provisioning)"
        r"(?: work| items?| review| case| job)? (?:queue|basket|bucket|worklist|pot|pool|tray)\b(?! jump)|work ?(?:basket|list)\b",
    ),
    ("bin", r"(?:picked|put away|pulled) (?:from|to|into) (?:the |a )?(?:wrong )?[\w-]+ bin\b|bin location"),
    (
        "batch payrun sprint release wave",
        r"(?:next|current|nightly|weekly|overnight|daily|month-end)(?: dev| pay| billing)? (?:batch|sprint|payrun|release|wave|run)\b"
        r"|batch(?:ed)? (?:run|job|process(?:ing)?|cycle|window|file|overnight)|sprint (?:planning|review|board)|(?:in|into|for) (?:the |a )?(?:sprint|batch run|release train)\b",
    ),
    (
        "backlog",
        r"(?:in|on|into|from) (?:the|our|a) (?:product |dev |engineering |repair )?backlog\b(?! of)|backlog (?:grooming|refinement|item)s?",
    ),
    (
        "code codes",
        r"(?:stop|reason|wrap|wrap-up|disposition|decline|hold|reject|closure|cause|exclusion|activity|cost|routing|status|override|fault)[- ]codes?\b(?! (?:on|in) your)",
    ),
    (
        "status state queue marker bucket",
        r"[a-z]+-[a-z]+-[a-z]+(?:-[a-z]+)? (?:status|queue|marker|bucket|state)\b|(?:in|to|at|into) (?:a )?(?:pend\w*|exception|suspended|dispute|limbo|hold|held|closed|inactive|cancelled|frozen|locked)[- ](?:status|state)\b",
    ),
    (
        "hold block",
        r"(?:fraud|credit|compliance|ops|quality|billing|legal|shipping|soft|hard|system|risk|customs|dispatch|inventory|stock|KYC|AML) (?:hold|block)\b",
    ),
    ("amber", r"(?:flagged|tagged|coded|marked|set|gone|went|turned|rated) (?:it |this |that )?(?:as |to )?amber\b"),
    (
        "closed coded tagged logged flagged marked",
        r"(?:closed|coded|tagged|logged|flagged|marked) (?:out )?as (?:an? )?(?-i:[A-Z]{2,6})\b",
    ),
    ("provisioned provisioning provision deprovisioned", r"(?:de-?|re-?|mis-?|auto-?)?provision(?:ed|ing)\b"),
    (
        "mis miskeyed missorted misrouted mispicked misposted miscoded misshipped rekeyed keyed mispick missort",
        r"(?:mis|re)-?(?:key|sort|rout|pick|post|cod|ship|scan|label|slott|mapp)(?:ed|ing|p?ed|s)?\b(?<!reposted)(?<!recoded)(?<!reposting)",
    ),
    (
        "auto autofired autoclosed autorejected autocancelled autopopulated",
        r"auto-?(?:fired?|fires|closed?s?|reject(?:ed|s)?|generat\w+|populat\w+|cancel\w+|releas\w+|escalat\w+|allocat\w+|trigger\w*|resolv\w+"
        r"|assign\w*|rout\w+|expir\w+|match\w*|declin\w+|flag\w*|suspend\w*)\b",
    ),
    (
        "bounced bounce",
        r"(?:soft|hard)-?bounc\w+|bounced (?:back |over )?(?:to|between) (?:the |our )?(?:\w+ )?(?:queue|line|tier|desk|ops|back ?office|dispatch|teams)\b",
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
        r"data (?:lake|feed|migration|mapping)|staging (?:table|server|environment)|look-?up table|(?:feed|file|interface|mapping) (?:failure|failed|error|timed out|broke|rejected|dropped)",
    ),
    ("sync", r"out of sync\b|sync (?:error|job|failure|issue)|(?:did not|didn't|failed to|not) sync\b"),
    (
        "integration interface handshake validation gateway posting",
        r"(?:integration|interface|handshake|validation|gateway|posting|API) (?:failure|failed|error|timed out|broke|rejected|dropped|layer|rule)\b",
    ),
    ("flowed", r"(?:order|request|message|file|job|record|feed|trigger) flowed\b|flowed through\b(?= before|[.,;])"),
    (
        "template workflow suspense schedule",
        r"(?:fell|dropped|falls|drops) (?:off|out of|into|onto) (?:the |our |a )(?:\w+ )?(?:template|workflow|feed|cycle|suspense|schedule board)\b|clinic template",
    ),
    (
        "kicked punted routed rerouted reassigned escalated transitioned passed pushed",
        r"(?:kicked|punted|passed|pushed|(?:re-?)?routed|re-?assigned|escalated|transitioned)(?: back| over| up| down| across)? (?:to|into|onto) (?:the |our )?(?:\w+ )?"
        r"(?:queue|tier|resolver|back ?office|dispatch desk|settlement|fulfil\w+|ops|triage|L[1-4]|desk ?side|pod|squad)\b",
    ),
    (
        "parked triaged groomed descoped backlogged dispositioned queued",
        r"(?:ticket|case|job|claim|incident|request|defect|bug|task)(?:'s| is| was| has| got)?(?: been| currently| now)? (?:parked|triaged|groomed|de-?scoped|backlogged|dispositioned)\b|dispositioned",
    ),
    ("transfer transferred", r"(?:warm|cold|blind|attended)[- ]transfer(?:red|ring)?\b"),
    (
        "incident jira defect servicenow zendesk salesforce sap",
        r"(?:raise[ds]?|raising|open(?:ed)?|log(?:ged)?) (?:an? )?(?:incident|change request|defect|jira|problem record)\b(?: in| with| on| to)?|(?:in|on|from|into|by) (?-i:ServiceNow|Jira|Zendesk|Salesforce|SAP|Oracle|Remedy|Netsuite|Workday|Freshdesk)\b",
    ),
    ("blanket call", r"(?:on )?a?n? ?blanket order|will-call\b"),
    (
        "pending pended awaiting",
        r"(?:pending|pended(?: for)?|awaiting) (?:sign-?off|CAB|validation|recon\w*|dispatch|match|triage|QA|QC|(?-i:[A-Z]{2,5})\b(?! Airways))",
    ),
    ("sign off", r"pending sign-?off"),
    (
        "golden recon representment presentment arb acquirer acquirers issuer",
        r"golden record|recon\b(?= (?:is|was|team|run|file|desk|has|report))|(?:re-?)?presentment|pre-?arb\w*|(?:the )?(?:acquirer|issuer)(?:'s|s)?\b",
    ),
    (
        "interchange scheme settlement banking nostro dated",
        r"interchange (?:pass|fee|rate|cost|uplift)\S*|scheme fees?\b|settlement (?:desk|file|team|cycle|run)|core banking|nostro|(?:value|back|post)-dated (?:entry|item|journal)",
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
        r"(?:room|guest|you|booking|reservation) (?:was|were|got|have been|had to be|has been) walked\b(?! (?:through|to the|past|in|out|over|into|on))|we walked you to (?:another|a sister|a nearby)",
    ),
    ("rack", r"rack rate"),
    ("non noncon", r"non-?con(?:form\w*)?s?\b|non-?comm(?:s|unicating)?\b"),
    ("grade", r"[A-C][- ]grade (?:bin|stock|pallet|goods|item)|downgraded to [A-C]-grade"),
    ("yield", r"yield (?:issue|management|loss|rule|team)"),
    ("dwell", r"dwell (?:days?|times?)"),
    (
        "mile haul linehaul",
        r"(?:last|first|middle|final)[- ]mile (?:leg|partner|carrier|hub|team|driver|delivery|provider|agent)|line-?haul",
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
        r"(?:statements?|e-?mails?|mails?|letters?|invoices?|notifications?|texts?|alerts?)(?: \w+){0,3}? (?:was|were|got|been|are|is|and) suppressed|suppression (?:list|file)",
    ),
    ("resolver swarm warroom runbook", r"resolver (?:group|team)|swarm (?:call|team)|war ?room|runbook"),
    ("escalation escalations", r"escalations? (?:path|matrix|tree|desk|pod|bucket|queue|tier)"),
    ("root", r"(?:do|doing|did|run|a|an|full) (?:a )?root[- ]cause\b(?! of)"),
    ("fallout", r"fall-?out (?:team|report|queue|list)"),
    (
        "engine",
        r"(?:billing|rating|pricing|rules|decision|routing|dispatch|scoring|booking|allocation|inventory|workflow|fraud|recommendation) engine",
    ),
    (
        "parent child shadow dummy ghost orphan orphaned dormant",
        r"(?:parent|child|shadow|dummy|ghost|orphan(?:ed)?)[- ](?:account|ledger|record|ticket|case|order|line item|booking)\b",
    ),
    (
        "mandate tariff hierarchy attribute config configuration",
        r"(?:mandate|tariff|rate|price|product|skill|user|asset|plan|billing|account) (?:flag|attribute|hierarchy|config(?:uration)?|entity|mapping)\b|config(?:uration)? (?:error|drift|push|mismatch)",
    ),
    ("drop dropship dropshipped", r"drop-?ship\w*"),
    ("planogram shrinkage", r"planogram|shrinkage"),
    ("national", r"national back-?order"),
    ("wear", r"wear parts?\b"),
)
WHY = "A word from inside the house."
BETTER = "Say it in the customer's words."


def of_the_trade(draft: Draft) -> Iterator[Mark]:
    """Inside words and initials; not initials that are explained, and none that everybody knows."""
    yield from initials(draft)
    yield from _WORDS.marks(draft, WHY, BETTER)


def explained(draft: Draft, found: re.Match[str]) -> bool:
    """Whether the words behind this one, or brackets around it, tell what it means."""
    around = draft.said[found.start() - 1 : found.start()], draft.said[found.end() : found.end() + 1]
    return around == ("(", ")") or bool(_EXPLAINED.match(draft.said, found.end()))


def initials(draft: Draft) -> Iterator[Mark]:
    """Initials known only inside; of others two in one sentence, one of them led in as a thing of ours."""
    said = draft.said
    strange: dict[int, list[re.Match[str]]] = {}
    for found in _INITIALS.finditer(said):
        word = found[0].removesuffix("s").removesuffix("'")
        if word in _KNOWN and word not in _INSIDE or explained(draft, found):
            continue
        sentence = draft.sentence(found.start())
        if sum(map(str.isupper, sentence)) * 3 > len(sentence):
            continue
        if word in _INSIDE:
            if not (word == "PO" and said[found.end() : found.end() + 4].lower() == " box"):
                yield Mark(found.start(), found.end(), WHY, BETTER)
        elif not _NAME.match(said, found.end()) and not _NAMED.search(said, max(0, found.start() - 20), found.start()):
            strange.setdefault(draft.index(found.start()), []).append(found)
    for some in strange.values():
        if len({one[0] for one in some}) > 1 and any(
            _LEADING.search(said, max(0, one.start() - 12), one.start()) for one in some
        ):
            yield Mark(some[0].start(), some[0].end(), WHY, BETTER)
