"""Knows initials: those that only insiders read, those that everybody reads, and when a draft says what they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

#: Initials that stand for something inside: of stores and vans, desks and tickets, banks, cover, lines, rooms, clinics, software.
_INSIDE = frozenset(
    """
    BOH FOH TAC LCP MIS ASN WMS TMS OMS GRN GRNI RTV RTO RTS DTR PUDO POD EPOD ASRS FNSKU ASIN UPC EAN MOQ LTL FTL BOL HAWB
    MAWB AWB RDC NDC
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
    API SDK CDN SSO MFA SAML ETL CSV JSON VM QPS DLQ CICD UI PRD SRE
    FOC NDR BOM MRP WISMO DMS DTC ECU PDI VOC ACS BMS PPM HHSRS NAH PO SOR AVB DLO TMV HIU
    DD NAHS CSM CSR TL HOD KAM MSA     """.split()  # noqa: SIM905 - read better as a text
)
#: Initials that everybody reads, firms and countries among them.
_KNOWN = frozenset(
    """
    AA AAA AC AD AGM AI AIDS AM ANC AOK APR B&B COAX COD JK R&B H&M M&S B&Q A&E P&O AT&T Q&A T&C T&CS S&P ASAP ATM AXA BA BBC
    BC BMW BST BT BVN CAD CBD CC CCTV CD CEO CET CFO CID CO COVID CPR CT
    CV CVV DAB DBS DHL DIY DIN DJ DM DNA DOB DPD DR DSLR DVD DVLA DVSA EC ECG EE EMI PUK BNPL UTR EEA ER EST ESTA ETA EU EUR
    EV FA FAQ FAQS FBI FC FM
    FYI GB GBP GCSE GDPR GLS GMT GP GPS GST HD HDFC HDMI HGV HIV HM HMRC HP HQ HR HSBC IATA IBAN IBM ICICI ICU ID IKEA INR IOU IP
    IPAD IQ IRS ISA ISBN IT ITV IVF JCB JVC KFC KG KLM KM KPMG LCD LED LG LLC LPG LTD MBA MC MD MMS MOT MP MPG MPH MPS MRI MS NB
    NDA NGN NHS NI NIN NOK NSW NY NYC NZ OAP OK OLED OTP PA PAYE PC PDF PE PHD PIN PLC PM PPE PR PS PT PTA PVC QR RAC RAF RAM RBS
    RIP RSPCA RSVP RTA RTE SA SAS SBI SEN SIM SMS SOS SPF SSD SUV TB TK TNT TSB TV TVS UAE UBA UCAS UFO UHT UK UN UPS UPVC URL US
    USA USB USD UV VAT VAR VIN VIP VISA VW WC WHO WIFI WIN XL XS YMCA ZIP I II III IV VI VII VIII IX XI XII TBC TBA A E S O
    THE AND FOR NOT YOU YOUR NEVER NO YES NOW ALL MUST STOP ARE WAS WILL HAS BUT VERY ON IN OFF OUT UP TO OF BY AT IS IT BE DO
    GO SO
    """.split()  # noqa: SIM905 - read better as a text
)
_INITIALS = late(r"(?<![\w&/#@.'^*-])(?:[34]PL|[A-Z][A-Z&]{1,6}|L[1-4])(?:s|'s)?(?![\w&/#@'-])")
_EXPLAINED = late(
    r"\s*(?:[(:=-]|, ?(?:that is|that's|the (?!\w+ (?:was|is|has))|which (?:is|means)|or (?:the|our)|i\.?e|meaning)"
    r"|(?:means|stands)\b)"
)
_NAME = late(r"\s(?:[A-Z][a-z]|\d|[A-Z]{2,}\b)|\s(?:Ltd|plc|Bank|card|app)\b")
_NAMED = late(r"(?:[A-Z][\w'-]*|\d|\()\s?$")
_LEADING = late(r"\b(?:the|our|an?|pending|under|awaiting|following|raised|wrong|net of|our own|[a-z]+'s|through)\s$")
#: What leads in initials of an inside thing, be they known to nobody.
_OURS = late(r"(?:\bour|wrong|pending|awaiting|[a-z]'s)\s$")
WHY = "A word from inside the house."
BETTER = "Say it in the customer's words."


def explained(draft: Draft, found: re.Match[str]) -> bool:
    """Whether the words behind this one, or brackets around it, tell what it means."""
    around = draft.said[found.start() - 1 : found.start()], draft.said[found.end() : found.end() + 1]
    named = re.search(r"\b(?:letters|initials|abbreviation)\s$", draft.said[max(0, found.start() - 14) : found.start()])
    return around == ("(", ")") or named is not None or bool(_EXPLAINED.match(draft.said, found.end()))


def initials(draft: Draft) -> Iterator[Mark]:
    """Initials known only inside; of others two in one sentence, one of them led in as a thing of ours."""
    said = draft.said
    strange: dict[int, list[re.Match[str]]] = {}
    for found in _INITIALS.finditer(said):
        word = found[0].removesuffix("s").removesuffix("'")
        if (word in _KNOWN and word not in _INSIDE) or explained(draft, found):
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
        led = [one for one in some if _LEADING.search(said, max(0, one.start() - 12), one.start())]
        if led and (
            len({one[0] for one in some}) > 1
            or any(_OURS.search(said, max(0, one.start() - 12), one.start()) for one in led)
        ):
            yield Mark(led[0].start(), led[0].end(), WHY, BETTER)
