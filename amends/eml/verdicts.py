"""Who is speaking: a person, a machine on its own, or the post office returning our mail."""
# ruff: noqa: RUF001 - letters and punctuation of other scripts are what is looked for

import re
from collections.abc import Collection
from enum import StrEnum
from typing import Final

from amends.eml.headers import Headers


class Verdict(StrEnum):
    """What kind of sender wrote the message."""

    HUMAN = "human"
    AUTOMATIC = "automatic"
    BOUNCE = "bounce"


# Subjects that mail systems put before, or in the place of, the subject that was answered.
_AUTOMATIC_PREFIXES: Final = (
    "auto generated",
    "auto-generated",
    "auto reply",
    "auto response",
    "auto-reply",
    "auto-response",
    "autoreply",
    "autorespond",
    "autoresponder",
    "autoresponse",
    "automated reply",
    "automated response",
    "automatic reply",
    "automatic response",
    "automatically generated",
    "away from my mail",
    "away from the office",
    "i am away",
    "i am out of the office",
    "i'm out of the office",
    "on vacation",
    "ooo",
    "oof",
    "out of office",
    "out of the office",
    "out-of-office",
    "vacation reply",
    "vacation response",
    "vacation notice",
    # German, Dutch
    "abwesenheit",
    "abwesenheitsassistent",
    "abwesenheitsbenachrichtigung",
    "abwesenheitsmeldung",
    "abwesenheitsnotiz",
    "abwesend",
    "automatische antwort",
    "automatische rückantwort",
    "autom. antwort",
    "außer haus",
    "nicht im büro",
    "nicht im hause",
    "urlaubsbenachrichtigung",
    "afwezig",
    "afwezigheid",
    "afwezigheidsbericht",
    "afwezigheidsassistent",
    "automatisch antwoord",
    "automatisch bericht",
    "niet aanwezig",
    # French, Italian, Spanish, Portuguese, Catalan, Romanian
    "absence du bureau",
    "absent du bureau",
    "message d'absence",
    "reponse automatique",
    "réponse automatique",
    "fuori sede",
    "fuori ufficio",
    "risposta automatica",
    "ausente de la oficina",
    "fuera de la oficina",
    "fuera de oficina",
    "respuesta automatica",
    "respuesta automática",
    "fora do escritório",
    "ausência temporária",
    "ausente do escritório",
    "resposta automatica",
    "resposta automática",
    "resposta automàtica",
    "răspuns automat",
    "raspuns automat",
    # Nordic and Baltic
    "autosvar",
    "automatisk svar",
    "automatiskt svar",
    "fraværsmeddelelse",
    "fraværsmelding",
    "frånvaro",
    "frånvaromeddelande",
    "ikke til stede",
    "ikke på kontoret",
    "inte på kontoret",
    "automaattinen vastaus",
    "poissa",
    "poissaoloilmoitus",
    "poissa toimistosta",
    "sjálfvirkt svar",
    "automaatvastus",
    "automātiskā atbilde",
    "automatinis atsakymas",
    # Slavic, Hungarian, Greek, Turkish
    "automatická odpověď",
    "automatická odpoveď",
    "mimo kancelář",
    "autoodpowiedź",
    "automatyczna odpowiedź",
    "odpowiedź automatyczna",
    "nieobecność",
    "poza biurem",
    "samodejni odgovor",
    "automatski odgovor",
    "automatsko odgovaranje",
    "автоматический ответ",
    "автоответ",
    "автоматична відповідь",
    "автоматичен отговор",
    "аутоматски одговор",
    "автоматски одговор",
    "вне офиса",
    "automatikus válasz",
    "házon kívül",
    "αυτόματη απάντηση",
    "εκτός γραφείου",
    "otomatik yanıt",
    "otomatik cevap",
    "ofis dışında",
    # Asia and the Middle East
    "自動返信",
    "自動応答",
    "不在通知",
    "不在のお知らせ",
    "自动回复",
    "自动答复",
    "自動回覆",
    "自動回復",
    "不在辦公室",
    "外出",
    "자동 회신",
    "자동회신",
    "부재중",
    "부재 중",
    "trả lời tự động",
    "thư trả lời tự động",
    "ตอบกลับอัตโนมัติ",
    "การตอบกลับอัตโนมัติ",
    "balasan otomatis",
    "balasan automatik",
    "الرد التلقائي",
    "رد تلقائي",
    "תשובה אוטומטית",
    "מענה אוטומטי",
    "स्वचालित उत्तर",
)
_AFTER_PREFIX: Final = r"\s*(?:$|[:：\]】)\-–—!|]|\[|\(|re:)"
_SUBJECT = re.compile(
    r"^\W{0,2}(?:"
    + "|".join(re.escape(p) for p in sorted(_AUTOMATIC_PREFIXES, key=len, reverse=True))
    + ")"
    + _AFTER_PREFIX,
    re.IGNORECASE,
)
# Phrases nobody writes by hand in front of a subject, whatever follows them.
_SUBJECT_PHRASE = re.compile(
    r"(?i)^\W{0,2}(?:i am|i'm|[\w./'-]+(?: [\w./'-]+){0,3} is) (?:currently )?out of (?:the )?office\s*(?:$"
    r"|[.,!(:;–-]|until|from|this|next|on |today|and|returning|for)"
    r"|^\W{0,2}out of office (?:auto-?)?(?:reply|message|notification)\b|^\W{0,2}automatic (?:reply|response) to\b"
    r"|^\W{0,2}away until\b"
    r"|\bist (?:außer haus|nicht im hause|abwesend)\b|\best absente?(?: du bureau)?\W*$"
    r"|\bout of office (?:auto-?)?reply\b|\[auto[- ]?(?:generated|reply)\]"
)
_WEAK_SUBJECT = re.compile(r"(?i)^\W{0,2}auto\s*:")
_ANSWER = re.compile(r"(?i)^\s*(?:re|aw|antw|sv|vs|rv|r|odp|ynt|回复|答复|回覆|fw|fwd|wg|tr|i)\s*(?:\[\d+\])?\s*[:：]")

# At the start of the field, because a courier may well be called "… Mail Delivery".
_DAEMON = re.compile(
    r"(?i)\bmailer[ ._-]?daemon|^\W*mail[ ._-]deliver(?:y|er)?[ ._-](?:sub[ ._-]?)?(?:system|service|agent)"
    r"|\bmdaemon@|^\W*delivery[ ._-]sub[ ._-]?system"
)
_POSTMASTER = re.compile(
    r"(?i)\bpo+st[._-]?master\b|^\W*mail delivery|\bmicrosoftexchange[0-9a-f]{8,}|^\W*(?:system|mail) administrator\b"
)
_SYSTEM = re.compile(r"(?i)\b(?:no|do-?not)[-_.]?reply\b|bounce|daemon|listserv|majordomo|sympa@|ezmlm|mailman")
_SPAM_COMPLAINT = re.compile(r"(?i)^complaint about message from \d")
FAILURE_SUBJECT = re.compile(
    r"(?i)^\[bounce\]|\bundeliver(?:able|ed)|\bnon-?deliver|\bnot (?:be |been |yet been )?delivered"
    r"|\bdelivery[ -](?:status|failure|failed|problem|report|error|notification|has failed|delayed|warning)"
    r"|\bmail (?:delivery )?fail|\bfailure (?:notice|delivery|notification)|\bfailed (?:mail|delivery|message)"
    r"|\breturned mail|\breturned to sender|\bmail system error"
    r"|\bmessage (?:has been )?(?:delayed|delivery)|\bdelayed mail|\bcould not send|\bcan ?not be sent"
    r"|\bcouldn't be delivered|\berror sending your mail|\bunzustellbar|\bnicht zustellbar|\bnicht zugestellt"
    r"|\bnon remis|\bnon (?:distribu|délivr)|\béchec de (?:la )?(?:remise|distribution)|\bno entregado"
    r"|\bno se (?:puede|pudo) entregar|\bmancato recapito|\bnão (?:entregue|é possível entregar)"
    r"|\bonbestelbaar|\bniet bezorg|\bkan inte levereras|\bkunne ikke leveres|\bnie dostarczono|\bnedoručiteln"
    r"|недоставлен|не доставлен|配信不能|配[信送送]でき"
    r"|送信でき|メールエラー通知|届きません|未送达|退信|無法傳遞|배달되지|kézbesíthetetlen"
)
_NOT_SAID: Final = frozenset({"", "no", "none", "false", "0"})
_PRESENCE: Final = (
    "x-autorespond",
    "x-autoresponder",
    "x-autoresponse",
    "x-autogenerated",
    "x-auto-response",
    "x-auto-generated",
    "x-auto-reply-from",
    "x-mail-autoreply",
    "x-mail-autoresponder",
    "x-out-of-office",
    "x-vacation",
    "x-freemail-autoreply",
)
_LIST_FIELDS: Final = (
    "list-id",
    "list-unsubscribe",
    "list-help",
    "list-subscribe",
    "list-owner",
    "list-archive",
    ("list-post"),
)


def report_type(head: Headers) -> str:
    """The kind of report the message says it is (``delivery-status``, ``feedback-report`` …); empty when it is none."""
    kind, parameters = head.parameters("content-type")
    if not kind.startswith("multipart/"):
        return ""
    return parameters.get("report-type", "").lower().strip("\"' ")


def classify(head: Headers) -> Verdict:
    """Who speaks, as far as the header fields tell.

    A delivery report is a bounce until its recipients say otherwise (see `bounces`). Machines are known by what RFC 3834,
    5436, 5965, 8098, 2919 and 2369 make them say and by the marks of the common systems; a subject counts only when it
    begins with what a mail system puts there.
    """
    report = report_type(head)
    if report == "delivery-status" or "x-failed-recipients" in head or is_daemon(head):
        return Verdict.BOUNCE
    if returned_unread(head) and (is_postmaster(head) or null_path(head)):
        return Verdict.BOUNCE
    if report in {"feedback-report", "disposition-notification"} or null_path(head):
        return Verdict.AUTOMATIC
    if _says_automatic(head) or _subject_is_automatic(head) or _is_broadcast(head):
        return Verdict.AUTOMATIC
    return Verdict.HUMAN


def may_be_report(head: Headers) -> bool:
    """True when the body of the message is worth searching for recipients who were not reached."""
    return report_type(head) != "" or is_machine(head) or returned_unread(head)


def is_machine(head: Headers) -> bool:
    """True when the sender is no person, whatever the message is about."""
    return (
        is_postmaster(head)
        or null_path(head)
        or "x-mlserver" in head
        or not head.get("from").strip("<> ")
        or bool(_SYSTEM.search(head.get("from")))
    )


def is_daemon(head: Headers) -> bool:
    """True when the sender calls itself a mailer daemon."""
    return bool(_DAEMON.search(head.get("from")) or (_DAEMON.search(head.get("return-path")) and returned_unread(head)))


def is_postmaster(head: Headers) -> bool:
    """True when the sender is a postmaster, who may also be a person."""
    return bool(_POSTMASTER.search(head.get("from")))


def returned_unread(head: Headers) -> bool:
    """True when the subject is one that mail systems give to returned mail."""
    subject = head.get("subject")
    return not _ANSWER.match(subject) and bool(FAILURE_SUBJECT.search(subject[:300]))


def null_path(head: Headers) -> bool:
    """True when the message may not be answered by a machine: its envelope sender was empty (RFC 5321)."""
    return "return-path" in head and head.get("return-path").replace(" ", "") in {"<>", ""}


def _said(head: Headers, name: str) -> str:
    return head.get(name).partition(";")[0].partition("(")[0].strip().lower() if name in head else ""


def _says_automatic(head: Headers) -> bool:
    if _said(head, "auto-submitted") not in _NOT_SAID:
        return True
    if any(name in head and _said(head, name) not in _NOT_SAID for name in _PRESENCE):
        return True
    if _said(head, "x-autoreply") in {"yes", "true", "1"} or _said(head, "x-auto-reply") in {"yes", "true", "1"}:
        return True
    if any(word in _said(head, "x-auto-response-suppress") for word in ("all", "oof", "autoreply")):
        return True
    precedence = _said(head, "precedence").replace("-", "_")
    return precedence in {"auto_reply", "autoreply", "junk"} or "vacation" in _said(head, "x-mailer")


def _subject_is_automatic(head: Headers) -> bool:
    subject = head.get("subject")[:300]
    if not subject or _ANSWER.match(subject):
        return False
    if _SPAM_COMPLAINT.match(subject) or _SUBJECT.match(subject) or _SUBJECT_PHRASE.search(subject):
        return True
    return bool(_WEAK_SUBJECT.match(subject)) and ("in-reply-to" in head or "references" in head)


def _is_broadcast(head: Headers) -> bool:
    """Mail of a list to its readers. A person who writes to a list, or to a group mailbox, writes to the list's address."""
    listed = [name for name in _LIST_FIELDS if name in head]
    if not listed and _said(head, "precedence") not in {"list", "bulk"}:
        return False
    return not _written_to_list(head, {a.address.casefold() for name in ("to", "cc") for a in head.addresses(name)})


def _written_to_list(head: Headers, recipients: Collection[str]) -> bool:
    post = head.get("list-post").casefold()
    name = head.get("list-id").casefold().rpartition("<")[2].strip("> ")
    return any(address in post or address.replace("@", ".") == name for address in recipients if address)
