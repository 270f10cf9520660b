"""Delivery reports: which of our messages did not reach whom, and why."""
# ruff: noqa: RUF001 - letters and punctuation of other scripts are what is looked for

import email
import json
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from amends.eml import headers
from amends.eml.headers import Headers
from amends.eml.parts import Part

MAX_RECIPIENTS: Final = 200
MAX_DIAGNOSTIC: Final = 500
"""Characters kept of what the other server said."""
MAX_REPORT: Final = 100_000
"""Characters of a report that are searched."""

MAX_RAW: Final = 400_000
MAX_LINES: Final = 5_000
"""Bytes and lines of a report in no known form that are searched."""

_STATUS_TYPES = frozenset({"message/delivery-status", "message/global-delivery-status"})
_ORIGINAL_TYPES = frozenset(
    {"message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers", ("message/rfc822-headers")}
)
_REACHED = frozenset({"delivered", "deliverable", "relayed", "expanded"})
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_REPLY = re.compile(r"(?<![\d.])([45])[0-5]\d(?=[ \-,:;)])(?! ?(?:bytes|kb|mb|days|hours))")
_ADDRESS = r"[^\s<>,;:\"'()\[\]@=|]{1,64}@[^\s<>,;:\"'()\[\]@|]{1,250}[^\s<>,;:\"'()\[\]@|.!?]"
_ANY_ADDRESS = re.compile(_ADDRESS)
_FIELD_BLOCK = re.compile(r"(?im)^(?:final|original)-recipient[ \t]*:")
# Sentences that a machine says only when mail was not delivered.
_SURE_NAME = re.compile(
    r"(?i)(?:(?:could|can) ?not be delivered to|(?:was|were|been) not delivered to|did not reach the following"
    r"|unable to deliver (?:your|the|this|mail|to)|could not deliver (?:your|the|this|mail)"
    r"|delivery to the following|error (?:while )?delivering your|undeliverable to|following (?:addresses"
    r"|recipients?|address(?:\(es\))?)[^.]{0,40} (?:failed|had|could)|\bRCPT TO:|delivery (?:to|for)"
    r"|member of (?:this|the) (?:mailing )?list|duplicated message-id in|(?:mail|message) (?:sent )?to|送信できません"
    r"|配信できません|お届けできません)[^@]{0,200}?[<\s:\"']" + _ADDRESS
)
_SURE_REPLY = re.compile(r"(?i)\bRCPT TO:|\b5\d\d[ -]5\.\d\.\d|\b55\d[ -][^\n]{0,30}(?:user|mailbox|recipient|address)")
_DELAYED = re.compile(
    r"(?i)\bdelay(?:ed|s)?\b|not yet been delivered|will (?:continue|keep|be retried|retry)|still (?:being|trying)"
    r"|no action is required|\bwarning\b|could not send message for past"
    r"|do not (?:need to )?resend|not need to resend|temporar(?:y|ily)"
)
_GIVEN_UP = re.compile(
    r"(?i)\bpermanent|\bfatal|\bgiv(?:en|ing) up|\b5\d\d[ -]|(?<![\d.])5\.\d\.\d|user unknown|no such user"
)
# Where the report ends and our own message, returned with it, begins.
_RETURNED = re.compile(
    r"(?im)^[ \t>]{0,12}(?:"
    r"[-*=_]{2,80}[^\n]{0,20}?(?:copy|original|returned|unsent|below|message header|body of|header|forwarded"
    r"|undelivered)[^\n]{0,80}"
    r"|(?:[-*=_]{1,80}[ \t]{0,3})?(?:"
    r"(?:this is|below (?:is|this line is)|here is|the following is|original) (?:a |the )?(?:copy|original|message"
    r"|your)[^\n]{0,80}"
    r"|original message (?:follows|headers?|text)[^\n]{0,60}|(?:the )?(?:original|first [^\n]{1,20}) (?:message"
    r"|lines)[^\n]{0,60}:"
    r"|message (?:header|contents?|text|follows|body)s?[^\n]{0,30}:?|unsent message[^\n]{0,40}"
    r"|your message (?:reads|follows|was)[^\n]{0,40}:"
    r"|undelivered message[^\n]{0,60}:|message[ \t]*-{3,80}|(?:元|オリジナル)[^\n]{0,10}メッセージ[^\n]{0,20}))[ \t]*$"
    r"|^[ \t>]{0,12}(?:received: (?:from|by|\()|return-path: ?<)"
)
# How mail systems name the recipient, from the surest to the vaguest; the address is the first group.
_NAMED: Final[tuple[re.Pattern[str], ...]] = tuple(
    re.compile(pattern.replace("ADDR", f"({_ADDRESS})"), re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"^[ \t]*(?:[45]\d\d[ -](?:[45]\.\d{1,3}\.\d{1,3} )?)?<ADDR>[ \t]*(?::|\.\.\.|$|\()",
        (
            r"^[ \t]*(?:final|original|failed|bad|invalid|intended|unknown)?[ \t-]*(?:recipients?|addressee|user"
            r"|mailbox|address|e-?mail|宛先|受信者)(?:[ \t]*address(?:es)?)?[ \t]*(?:is"
            r"|was)?[ \t]*[:=：][ \t]*(?:rfc822;)?[ \t]*[\"'<\[]*ADDR"
        ),
        r"\b(?:deliver(?:ed|ing|y)?|mail|message|sent?)\b[^\n<>@]{0,40} (?:to|for|list|in):?[ \t\n]{1,20}<ADDR>",
        r"\bRCPT[ \t]+TO:[ \t]*<?ADDR",
        r"^[ \t]*ADDR[ \t]*(?:\.\.\.|:|$)",
        r"^[ \t]*[*\-\d.)]{0,4}[ \t]*[\"'<\[(]{0,2}ADDR[\"'>\])]{0,2}[ \t]*(?:[-:;,(]|on \d|\.\.\.|$)",
        r"\b[45]\d\d[ -](?:[45]\.\d{1,3}\.\d{1,3})?[^\n]{0,60}?<ADDR>",
        r"\b(?:to|for|recipient|user|mailbox|account|address|addressed to)[ \t:]+[\"'<\[(]{0,2}ADDR",
        r"<ADDR>",
        r"ADDR",
    )
)
SURE_NAMES: Final = 4
_NOBODY = re.compile(
    r"(?i)^(?:mailer-daemon|po+stmaster|mdaemon|double-bounce|abuse|no-?reply)@|@(?:localhost)$|\.(?:png|jpe?g"
    r"|gif)$"
)
_TOKEN_ID = re.compile(r"(?i)^[0-9a-f.\-_$]{16,}@|^\d{8,}[.\-]|^[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}@")
_QUOTED_ID = re.compile(r"(?im)^[ \t>|*]*message-id[ \t]*:[ \t]*(?:\n[ \t]+)?(<[^<>\s]{1,500}>)")
_OUR_FIELD = re.compile(r"(?im)^[ \t>|*]*(x-amends-[a-z0-9-]{1,40})[ \t]*:[ \t]*([^\n]{1,500})")
_QUOTED_TO = re.compile(r"(?im)^[ \t>|*]*to[ \t]*:[ \t]*([^\n]{1,1000}(?:\n[ \t]+[^\n]{1,500}){0,5})")


@dataclass(frozen=True, slots=True)
class Failure:
    """One recipient whom a message of ours did not reach, or has not reached yet."""

    address: str
    """As the report writes it; compare casefolded. We prefer the address we wrote to over the one it was forwarded to."""
    status: str
    """RFC 3463 (``5.1.1``); ``5.0.0`` or ``4.0.0`` when the report gives no detail."""
    action: str
    """``failed`` or ``delayed``."""
    permanent: bool
    diagnostic: str


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a delivery report says."""

    recipients: tuple[Failure, ...]
    original_id: str | None
    """The Message-ID of the message of ours that came back, as ``<id>``."""
    original_headers: dict[str, str]
    """Our own fields (``x-amends-…``, in lower case) of that message."""
    delivered: bool = False
    """True when the report says that somebody was reached and nobody was not."""


def bounced(tree: Part, text: str, *, certain: bool, machine: bool) -> Bounce:
    """What the message says about recipients who were not reached.

    The fields of RFC 3464 lead; then Amazon's notices, the header of Exim and Gmail, the dialects flufl.bounce knows, and
    the ways in which mail systems name a recipient in prose. Prose is believed of a sender that is `certain` to report a
    failure; of any `machine` that says a sentence only mail systems say; and of others only where that sentence names the
    address and the returned mail or the server's answer stands beside it: "the sofa was not delivered" is a complaint.
    """
    words = _everything(tree)
    original = _original(tree, words)
    for failures, reached in (_from_status(tree, words), _from_notification(text), (_from_field(tree, text), False)):
        if failures or reached:
            return _bounce(failures, original, words, delivered=reached and not failures)
    report = _report_text(text or words)
    failures = []
    if certain or _is_sure(report, machine=machine, returned=original is not None):
        own = _own(tree, original, words)
        failures = (
            _from_dialects(tree, report, own)
            or _from_prose(report, own)
            or _from_original(original, words, report, own)
        )
    return _bounce(failures, original, words)


def _is_sure(report: str, *, machine: bool, returned: bool) -> bool:
    start = report[:4_000]
    return bool(_SURE_NAME.search(start)) and (machine or returned or bool(_SURE_REPLY.search(start)))


def _bounce(failures: list[Failure], original: Headers | None, words: str, *, delivered: bool = False) -> Bounce:
    unique = {failure.address.casefold(): failure for failure in reversed(failures)}
    ours = {name: original.get(name) for name in original if name.startswith("x-amends-")} if original else {}
    ids = original.ids("message-id") if original else ()
    if not ids:
        ids = tuple(_QUOTED_ID.findall(words)[-1:])
    ours = ours or {name.lower(): value.strip() for name, value in _OUR_FIELD.findall(words)}
    kept = tuple(reversed(unique.values()))[:MAX_RECIPIENTS]
    return Bounce(kept, ids[0] if ids else None, ours, delivered=delivered)


def _everything(tree: Part) -> str:
    """The text of every part that is text or a report, what was returned included."""
    found = [
        part.text()
        for part in tree.walk()
        if not part.children and (part.content_type.startswith(("text/", "message/")) or part is tree)
    ]
    return "\n".join(found)[: 2 * MAX_REPORT]


def _original(tree: Part, words: str) -> Headers | None:
    """The header fields of our message that came back as a part of its own, or quoted after the report."""
    for part in tree.walk():
        if part is not tree and part.content_type in _ORIGINAL_TYPES:
            inner = part.data().lstrip()
            head, _ = headers.split(inner + b"\n\n")
            if "message-id" in head or "from" in head or "to" in head:
                return head
    marker = _RETURNED.search(words)
    if marker:
        start = (
            words.find("\n", marker.end() - 1)
            if not marker[0].lower().lstrip(" >\t").startswith(("rec", "ret"))
            else marker.start()
        )
        rest = (
            re.sub(r"(?m)^[ \t]*(?:>[ \t]?)?", "", words[start : start + 20_000].lstrip("\n ->=*\t"))[:20_000]
            if start >= 0
            else ("")
        )
        head, _ = headers.split(rest.lstrip().encode() + b"\n\n")
        if "message-id" in head or "to" in head:
            return head
    return None


def _report_text(text: str) -> str:
    """The prose of the report, without the message that came back."""
    text = text[:MAX_REPORT]
    marker = _RETURNED.search(text, 1)
    return text[: marker.start()] if marker and text[: marker.start()].strip() else text


# --- structured reports


def _from_status(tree: Part, words: str) -> tuple[list[Failure], bool]:
    """RFC 3464: one group of fields for each recipient, in a part of its own or, from careless gateways, in the text."""
    bodies = [part.text() for part in tree.walk() if part.content_type in _STATUS_TYPES]
    groups = [group for body in bodies for group in _groups(body)]
    if not groups and _FIELD_BLOCK.search(words):
        groups = [
            group for group in _groups(words) if "action" in group or "status" in group or "diagnostic-code" in group
        ]
    failures: list[Failure] = []
    reached = False
    for group in groups:
        address = _recipient(group)
        action = group.get("action").partition(" ")[0].strip("; ").lower()
        if not address:
            continue
        if action in _REACHED:
            reached = True
            continue
        failures.append(_failure(address, group.get("diagnostic-code"), group.get("status"), action))
    return failures, reached


def _groups(body: str) -> Iterator[Headers]:
    for group in re.split(r"\n[ \t]*\n", body[:MAX_REPORT]):
        leader = _FIELD_BLOCK.search(group)
        if leader:  # some leave no blank line between two recipients, so the leading field begins a new one
            for lines in re.split(rf"(?im)^(?={re.escape(leader[0])})", group):
                yield Headers(lines.strip("\n").encode())


def _recipient(group: Headers) -> str:
    for name in ("original-recipient", "final-recipient", "x-actual-recipient"):
        value = group.get(name).partition(";")[2] or group.get(name)
        found = _ANY_ADDRESS.search(value)
        if found:
            return found[0].strip(".")
    return ""


def _failure(address: str, diagnostic: str, status: str = "", action: str = "") -> Failure:
    """The facts of one recipient, from whatever of them the report gives."""
    said = _STATUS.search(status) or _STATUS.search(diagnostic)
    code = said[1] if said else ""
    reply = _REPLY.search(diagnostic)
    if action not in {"failed", "delayed"}:
        action = "delayed" if (code or (reply[0] if reply else "5")).startswith("4") else "failed"
    if not code or code.startswith("2"):
        code = f"{reply[1]}.0.0" if reply else ("4.0.0" if action == "delayed" else "5.0.0")
    permanent = action == "failed" and not code.startswith("4")
    return Failure(address.strip("<>\"'"), code, action, permanent, headers.one_line(diagnostic)[:MAX_DIAGNOSTIC])


def _from_notification(text: str) -> tuple[list[Failure], bool]:
    """The JSON that Amazon's notification service mails."""
    start = text.find("{")
    if not 0 <= start < MAX_DIAGNOSTIC or ("notificationType" not in text and "eventType" not in text):
        return [], False
    try:
        notice: Any = json.JSONDecoder(strict=False).raw_decode(text[start:])[0]
        if isinstance(notice.get("Message"), str):
            notice = json.loads(notice["Message"], strict=False)
        bounce = notice.get("bounce") or {}
        action = "delayed" if bounce.get("bounceType") == "Transient" else "failed"
        failures = [
            _failure(
                str(person["emailAddress"]),
                str(person.get("diagnosticCode", "")),
                str(person.get("status", "")),
                action,
            )
            for person in bounce.get("bouncedRecipients") or []
        ]
        kind = notice.get("notificationType") or notice.get("eventType")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return [], False
    return failures, kind in {"Delivery", "Complaint"}


def _from_field(tree: Part, text: str) -> list[Failure]:
    """Exim and Gmail name those who were not reached in a header field."""
    value = " ".join(tree.head.all("x-failed-recipients"))
    report = _report_text(text)
    return [_told(address, report) for address in dict.fromkeys(_ANY_ADDRESS.findall(value))]


def _as_written(address: str, report: str) -> str:
    """The address we wrote to, where the report says that this one was made from it by forwarding."""
    found = re.search(re.escape(address) + r"\W{0,40}(?:generated|expanded) from[ \t]+<?(" + _ADDRESS + ")", report)
    return found[1] if found else address


# --- reports in prose


def _told(address: str, report: str, *, delayed: bool | None = None) -> Failure:
    """The recipient with what the report says after naming it."""
    at = report.casefold().find(address.casefold())
    passage = report[at + len(address) : at + 1_200] if at >= 0 else report[:2_000]
    coded = [line for line in passage.splitlines() if _STATUS.search(line) or _REPLY.search(line)]
    diagnostic = headers.one_line(coded[0] if coded else " ".join(passage.strip(" \n:>.").splitlines()[:2]))
    if delayed is None:
        delayed = bool(_DELAYED.search(report)) and not _GIVEN_UP.search(report)
    return _failure(_as_written(address, report), diagnostic, "", "delayed" if delayed else "failed")


def _from_dialects(tree: Part, report: str, own: set[str]) -> list[Failure]:
    """The dialects that flufl.bounce knows."""
    from flufl.bounce import all_failures  # noqa: PLC0415 - seldom needed, and slow to import

    logging.getLogger(
        "flufl.bounce"
    ).disabled = True  # it logs a traceback for every broken report, and we go on without it
    try:
        temporary, permanent = all_failures(
            email.message_from_bytes(b"".join(tree.raw[:MAX_RAW].splitlines(keepends=True)[:MAX_LINES]))
        )
    except Exception:  # noqa: BLE001 - its detectors fail in many ways on broken messages
        return []
    found = [(address, False) for address in permanent] + [(address, True) for address in temporary - permanent]
    texts = sorted((a.decode("ascii", "replace") if isinstance(a, bytes) else str(a), delayed) for a, delayed in found)
    return [
        _told(address, report, delayed=delayed)
        for address, delayed in texts
        if "@" in address and address.casefold() not in own
    ]


def _own(tree: Part, original: Headers | None, words: str) -> set[str]:
    """What looks like an address and is no recipient of ours: ourselves, the sender of the report, the ids of messages."""
    own = {a.address.casefold() for name in ("to", "from", "cc") for a in tree.head.addresses(name)}
    if original:
        own |= {a.address.casefold() for a in original.addresses("from")}
        own -= {a.address.casefold() for a in original.addresses("to")}
    ids = (*tree.head.ids("message-id"), *_QUOTED_ID.findall(words))
    return own | {identifier.strip("<>").casefold() for identifier in ids}


def _strangers(addresses: Iterable[str], own: set[str], *, named: bool) -> list[str]:
    """The addresses that can be a recipient of ours: not our own, no identifier and, unless named so, no mail system."""
    found = dict.fromkeys(address.strip(".'") for address in addresses)
    return [
        a for a in found if a.casefold() not in own and (named or not _NOBODY.search(a)) and not _TOKEN_ID.search(a)
    ]


def _from_prose(report: str, own: set[str]) -> list[Failure]:
    passage = re.sub(r"[ \t]{20,}", " " * 20, report[:20_000])
    for number, pattern in enumerate(_NAMED):
        found = _strangers(pattern.findall(passage), own, named=number < SURE_NAMES)
        if found:
            return [_told(address, report) for address in found[:20] if f"from {address}" not in report]
    return []


def _from_original(original: Headers | None, words: str, report: str, own: set[str]) -> list[Failure]:
    """Last: whom our message was addressed to."""
    named = [a.address for a in original.addresses("to")] if original else []
    if not named:
        named = [address for value in _QUOTED_TO.findall(words)[:3] for address in _ANY_ADDRESS.findall(value)]
    return [_told(address, report) for address in _strangers(named, own, named=True)[:20]]
