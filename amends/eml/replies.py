"""The words of a reply: without the mail it quotes, the client's advertisement and the signature."""
# ruff: noqa: RUF001 - letters and punctuation of other scripts are what is looked for

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

MAX_LINES: Final = 4_000
"""Lines that are looked at; what lies behind them is kept only when nothing before it says that it is quoted."""
MAX_LINE: Final = 1_000
"""Characters above which a line is words and no mark of anything."""
_MAX_SIGNATURE: Final = 15
_MAX_FAREWELL: Final = 8
_FEW_WORDS: Final = 3
"""Words before a forwarded mail that only point to it."""
_FOLDED: Final = 2
"""Lines into which a mail client may break one field of a header block."""
_MAX_ATTRIBUTION: Final = 400
_SHORT: Final = 5
_MAX_MARK: Final = 200
_MAX_NAME: Final = 100

# "On … X wrote:" in the languages of the usual clients: the verb that ends, or stands in, such a line.
_WROTE: Final = (
    r"wrote|writes|sent|schrieb|schreef|geschreven|a\s+écrit|a\s+ecrit|écrit|escribió|escribio|ha escrito|va escriure"
    r"|escreveu|ha scritto|scrisse|skrev|skreiv|skriver|kirjoitti|napisał(?:\(a\)|a)?|pisze|napisana|napsal(?:\(a\)"
    r"|a)?|napísal(?:\(a\)|a)?|написала?|написал\(а\)|пишет|пише|писала?|написав(?:ла)?|написа|írta|a scris|a\s+scris"
    r"|yazdı|şunları yazdı|napisao je|napisala je|je napisao|napisala|je pisal|έγραψε|rakstīja|rašė|parašė|kirjutas|写道"
    r"|寫道|写到|书写|のメール|เขียนว่า|كتابة|님이 작성|작성|님의 말|đã viết|menulis|كتب|كتبت|כתב|כתבה|מאת"
)
_VERB = re.compile(rf"(?i)(?<![^\W\d_])(?:{_WROTE})(?![^\W\d_])")
_DATED = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[:.h]\d\d(?!\d)|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
    r"|\d{1,2}[ .-]*[^\W\d_]{3,10}[ .,-]+\d{2,4}|年.{1,3}月|\d\s*[시時时]"
)
_MAILBOX = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]{1,255}")
_BRACKETED = re.compile(r"[<(\[][^\s<>@()]{1,64}@[^\s<>@()]{1,255}[>)\]]")
_QUOTING = re.compile(r"(?i)^(?:quoting|quoted from|zitat von|citando|cytowanie|citerar|citace)\b")
_WROTE_ON = re.compile(
    r"(?i)(?:wrote on|schrieb am|a écrit le|escribió el|escreveu em|ha scritto il|schreef op|skrev den"
    r"|skrev) .{0,12}\d"
)
_INTRODUCES = re.compile(
    r"(?i)^[-*_\s>]{0,12}(?:on|le|am|el|em|il|op|den|dne|dňa|dnia|w dniu|på|kl\.?|pe|ma|ti|ke|to|la|su|vào|vào lúc"
    r"|ngày|în|pada|tarihinde|a|az|στις|в|в\s+\w{2,3},|ср|пн|вт|чт|пт|сб|вс|at|de|from|date|sent|\d|在|于|於|mon|tue|wed"
    r"|thu|fri|sat|sun|[^\W\d_]{2,12}[.,]? \d)\b|^[-*_\s>(]{0,12}[\d在于於年]|^[-*_\s>]{0,12}[^\W\d_]{1,10}[.,]{1,2} "
)
_WITHIN = re.compile(r"(?<=[\s-])On\s(?:[A-Z][a-z]{2,8},?\s|\d)[^\n]{8,300}?\s(?:wrote|writes|sent):\s*$")
_WRAPPED = re.compile(r"https?://\S*$")
_ORIGINAL: Final = (
    r"original (?:message|mail|e-?mail|appointment)|reply message|ursprüngliche (?:nachricht|e-?mail)"
    r"|originalnachricht|original-?nachricht|urspr\. nachricht|message d['’´]origine|message original|mensaje original"
    r"|messaggio originale|mensagem original|oorspronkelijk(?:e)? bericht|origineel bericht|opprinnelig melding"
    r"|oprindelig (?:besked|meddelelse|e-?mail)|ursprungligt meddelande|originalmeddelande|ursprungligt mail"
    r"|alkuperäinen viesti|oryginalna wiadomość|wiadomość oryginalna|původní (?:zpráva|e-?mail)|pôvodná správa"
    r"|eredeti üzenet|исходное сообщение|пересылаемое сообщение|оригинальное сообщение|вихідне повідомлення"
    r"|mesaj original|orijinal (?:mesaj|ileti)|özgün ileti"
    r"|원본 (?:메시지|메일)|元のメッセージ|オリジナル ?メッセージ|原始邮件|原始郵件|原邮件|thư gốc"
    r"|tin nhắn gốc|pesan asli|рабочее сообщение|αρχικό μήνυμα|izvirno sporočilo|izvorna poruka|missatge original"
    r"|jatkuva viesti"
)
_FORWARDED: Final = (
    r"(?:begin )?forwarded (?:message|mail|e-?mail|by)|(?:anfang der )?weitergeleitete(?:n)? (?:nachricht|e-?mail"
    r"|mail)|(?:début du )?message (?:transféré|réexpédié|transmis)|(?:inicio del )?mensaje reenviado"
    r"|(?:início da )?mensagem (?:encaminhada|reencaminhada)|(?:inizio )?messaggio inoltrato"
    r"|(?:begin )?doorgestuurd bericht|videresendt (?:meddelelse|melding|besked)|vidarebefordrat (?:meddelande|mail)"
    r"|välitetty viesti|przekazana wiadomość|wiadomość przekazana|přeposlaná zpráva|переадресованное сообщение"
    r"|пересланное сообщение|пересилається повідомлення|iletilmiş mesaj|yönlendirilen ileti|továbbított üzenet"
    r"|転送されたメッセージ|转发的?邮件|轉寄的郵件|전달된 메시지|missatge reenviat|tin nhắn đã chuyển tiếp"
)
_ORIGINAL_LINE = re.compile(
    rf"(?i)^[\s>*]*[-_=*]{{2,}}[\s*]*(?:{_ORIGINAL})\b[^\n]{{0,40}}?[-_=*\s:]*$|^[\s>*]*(?:{_ORIGINAL})\s*(?::"
    r"|processed by \S+)\s*$"
)
_FORWARD_LINE = re.compile(
    rf"(?i)^[\s>*]*(?:[-_=*]{{2,}}[\s*]*(?:{_FORWARDED})\b[^\n]{{0,80}}|(?:{_FORWARDED})\s*:\s*)$"
)
_DASHED = re.compile(rf"(?i)^[\s>]*-{{2,}}\s*\S.{{5,300}}\b(?:{_WROTE})\s*-{{2,}}\s*$")

_LABELS: Final[dict[str, str]] = {
    "from": (
        r"from|von|de|da|van|od|fra|från|lähettäjä|от|від|feladó|kimden|gönderen|expéditeur|remitente|mittente"
        r"|afzender|avsender|avsändare|afsender|nadawca"
        r"|odesílatel|od koho|expeditor|de la|发件人|寄件者|寄件人|差出人|送信者|보낸 ?사람"
        r"|발신|từ|dari|από|desde"
    ),
    "date": (
        r"date|sent|sent at|datum|gesendet|gesendet am|envoyé(?: le)?|fecha|enviado(?: el| em)?|data|inviato"
        r"|data invio|verzonden|sendt|skickat|lähetetty|päiväys|päivämäärä|dato|wysłano|data wysłania|odesláno"
        r"|отправлено|дата|надіслано|elküldve|küldve|dátum|tarih|gönderilme|gönderildi|trimis|发送时间|日期|寄件日期|傳送時間|送信日時"
        r"|日時|보낸 ?날짜|날짜|đã gửi|ngày|dikirim|tanggal|στάλθηκε|ημερομηνία"
    ),
    "to": (
        r"to|an|à|a|pour|para|destinataire|naar|aan|til|till|vastaanottaja|do|komu|кому|címzett|kime|alıcı|către|收件人"
        r"|收件者|宛先|받는 ?사람|수신|đến|tới|kepada|προς|per a"
    ),
    "cc": r"cc|copie(?: à)?|kopie|kopia|kopi|copia|kopio|копия|копія|másolatot kap|bilgi|抄送|副本|참조",
    "subject": (
        r"subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|temat|předmět|predmet|тема|tárgy"
        r"|konu|subiect|主题|主旨|件名|제목|chủ đề|perihal|subjek|θέμα|assumpte"
    ),
    "reply": r"reply-to|répondre à|antwort an|responder a|importance|priority|wichtigkeit|resent-from",
}
_LABEL = re.compile(
    r"(?i)^[\s>]{0,20}\*{0,2}_?(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _LABELS.items())
    + (r")\s?\*{0,2}\s?[:：]")
)
_RULE = re.compile(r"^\s*[-_=*~#+—–ᐧ]{2,}\s*$|^\s*[—–ᐧ]\s*$")
_SIGNATURE_RULE = re.compile(r"^\s*(?:-{2,3}|_{2,}|[—–]+)\s*$")
_QUOTED = re.compile(r"^\s{0,8}(?:>|[A-Z][A-Za-z]{0,11}>(?:\s|$)|[＞])")
_PHONE: Final = (
    r"i\s?phone|i\s?pad|i\s?pod|blackberry|android|samsung|galaxy|huawei|xiaomi|nokia|htc|lumia|windows|outlook|gmail"
    r"|yahoo|proton|mail(?:box)?\b|mobile?\b|mobil|handy|téléphone|telefon|teléfono|smartphone|phone|cell|tablet"
    r"|device|gerät|app\b|airmail|spark|bluemail|typeapp|k-9|acompli|aol|gmx|web\.de|laposte|orange|thunderbird"
    r"|sparrow|hey\b"
)
_SENT: Final = (
    r"sent (?:from|via|with|by|using)|get outlook|download outlook|envoyé (?:de|depuis|à partir|avec|par)"
    r"|télécharge[rz] outlook|obtenez outlook|(?:diese nachricht wurde )?von meinem\b.{1,60}gesendet|gesendet (?:mit"
    r"|von|über|via)|von .{1,40} gesendet|outlook für .{1,20} (?:beziehen|herunter)|diese nachricht wurde (?:von|mit)"
    r"|holen sie sich outlook|enviado (?:desde|de|do|por|con|com|a partir|via)|obtener outlook|obter o outlook"
    r"|enviat des|inviato (?:da|con|dal)|scarica outlook|ottieni outlook|verzonden (?:met|vanaf|via|van)"
    r"|verstuurd (?:vanaf|met|via)|download outlook|skickat (?:från|med|via)|skickades från|sendt (?:fra|med|via)"
    r"|hent outlook|hämta outlook|lähetetty|wysłan[eoay] (?:z|za)|pobierz outlook|odesláno z|posláno z|odoslané z"
    r"|отправлено (?:с|из|со)|надіслано з|trimis (?:de|din)|küldve|elküldve|στάλθηκε|poslano (?:z|s)|dikirim dari"
    r"|(?:đã |được )?gửi từ|saadetud|nosūtīts|išsiųsta|נשלח מ|أرسلت من|أُرسلت من|مرسل من"
)
_SENT_LINE = re.compile(
    rf"(?i)^\s*[<(\[*_]{{0,3}}(?:(?:{_SENT})\b.{{0,200}}|.{{0,40}}(?:iphone|ipad|android).{{0,12}}(?:から送信|傳送|发送|發送"
    rf"|에서 보냄|gönderildi|umdan gönder.{{0,20}})|.{{0,12}}(?:发自|發自|從我的|从我的|나의).{{1,30}}|someone from mobile"
    rf"|from my i?\s?(?:phone|pad|mobile|cell)\b.{{0,30}})$"
)
_SENT_WITH = re.compile(
    rf"(?i){_PHONE}|\bmy\b(?! (?:home|house|desk|office|old|new|shop|wife|husband|mother|father|account)\b)|\bmon\b"
    r"|\bmein|\bmi\b|\bmeu\b|\bmin\b|\bmijn\b|https?:|https?"
)
_SENTENCE = re.compile(r"(?i)\b(?:is|was|were|are|has|had|have|arrived|but|because|when)\b")
_FAREWELL = re.compile(
    r"(?i)^\s*(?:(?:with |my |our )?(?:very |most )?(?:best|kind|kindest|warm|warmest|many"
    r"|sincere)?[ ,]*(?:and )?(?:best|kind|warm)? ?regards|rgds|mit (?:\w+ ){1,2}gr(?:ü|ue)(?:ß|ss)en|(?:freundliche"
    r"|viele|liebe|beste|herzliche|schöne) gr(?:ü|ue)(?:ß|ss)e|hochachtungsvoll|mfg|vg|lg|(?:bien )?cordialement"
    r"|bien à vous|(?:mes |meilleures |sincères |cordiales )?salutations(?: distinguées)?|cdlt"
    r"|(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|cordialmente|atenciosamente"
    r"|(?:com os )?(?:melhores )?cumprimentos|(?:distinti|cordiali|cari|tanti) saluti|saluti|cordialità"
    r"|met (?:vriendelijke|hartelijke) groet(?:en)?|(?:vriendelijke |hartelijke )?groet(?:en|jes)?|mvg"
    r"|(?:med )?(?:venlig|vennlig|kærlig|bedste|de bedste|beste|mange|hjertelig)[et]? hilsen(?:er)?|hilsen|mvh|kh|vh"
    r"|(?:med )?(?:vänlig|vänliga|bästa) hälsning(?:ar)?|hälsningar|ystävällisin terveisin|terveisin|t\."
    r"|(?:serdecznie |gorąco )?pozdrawiam(?: serdecznie)?|z (?:poważaniem|powazaniem|wyrazami szacunku)|pozdrowienia"
    r"|s (?:přátelským )?pozdrav[eo]m|(?:szívélyes )?üdvözlettel|tisztelettel|с уважением|с наилучшими пожеланиями"
    r"|з повагою|cu (?:stimă|respect)|(?:saygılarımla|saygılarımızla|iyi çalışmalar)|με εκτίμηση|敬具|此致|顺颂商祺|trân trọng"
    r"|hormat (?:saya|kami)|salam hangat|lugupidamisega|ar cieņu|pagarbiai|lep pozdrav|s poštovanjem)\s*[,.!;]*\s*$"
)
_POSTSCRIPT = re.compile(r"(?i)^\s*p\.? ?s\b")
_FOOTER = re.compile(
    r"(?i)^\s*(?:you (?:are receiving|received) this (?:message|e-?mail|because)"
    r"|reply to this e-?mail directly or view it|to (?:unsubscribe|stop receiving)|this e-?mail (?:and any|message"
    r"|is confidential)|disclaimer:|confidentiality notice)"
)
_FAST = re.compile(
    r"(?im)^[ \t]*(?:>|＞|[A-Za-z]{1,12}>|[-_=*~#+—–ᐧ]{2,}|[—–ᐧ][ \t]*$|[<(\[]*(?:sent|from|get|download|env|t[ée]l[ée]"
    r"|obt|hol|scar|ott|hent|hämt|pobierz|đã|gửi|được|von|diese|ges|inv|ver|ski|send|läh|wys|ode|от|на|tri|kü|el|στ"
    r"|some|从|從|发|發)|you (?:are )?rec)|[:：][ \t]*$|@|iphone|ipad|^[ \t]*\*{0,2}\w[^\n:]{0,20}[:：]"
)
_INVISIBLE = re.compile(r"[\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e]")


def kept_text(text: str) -> str:
    """What this writer says now: without quoted mail, header blocks, client lines and signature.

    Quotes between the writer's own paragraphs stay where nothing introduces them, since the answer means little without
    them; so does a forwarded mail that is the whole point ("FYI"). When nothing would be left, everything is kept.
    Linear in the length of the text.
    """
    whole = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").strip("\n \t")
    if not _FAST.search(whole):
        return "\n".join(_without_farewell(whole.split("\n"))).rstrip()
    lines = _INVISIBLE.sub("", whole).split("\n")
    body, rest = lines[:MAX_LINES], lines[MAX_LINES:]
    words, cut = _without_history(body)
    kept = _without_signature(words)
    if rest and not cut and len(kept) == len(words):
        kept += rest
    result = "\n".join(kept).strip("\n \t")
    return result or whole


@dataclass(frozen=True, slots=True)
class _Mark:
    """A line, or several, that says: from here on I quote."""

    end: int
    """The line after it."""
    before: str = ""
    """The writer's words that stand on the same line."""
    forwards: bool = False


def _without_history(lines: Sequence[str]) -> tuple[list[str], bool]:
    """The lines without quoted mail, and whether a cut to the end was made."""
    kept: list[str] = []
    introduced = spoken = False
    at = 0
    while at < len(lines):
        line = lines[at]
        if len(line) > MAX_LINE or not line.strip():
            mark = None
        elif introduced and _QUOTED.match(line):
            at = _after_quote(lines, at)
            continue
        else:
            mark = _mark(lines, at)
        if mark is None:
            kept.append(line)
            spoken = spoken or bool(line.strip())
            at += 1
            continue
        if mark.forwards and spoken and len(" ".join(kept).split()) <= _FEW_WORDS:
            return [*kept, *lines[at:]], True
        if mark.before:
            kept.append(mark.before)
        introduced, spoken = True, spoken or bool(mark.before)
        start = _next_spoken(lines, mark.end)
        if start < len(lines) and _QUOTED.match(lines[start]):
            at = _after_quote(lines, start)
        elif spoken:
            return kept, True
        else:
            at = mark.end
    return _without_tail(kept), False


def _mark(lines: Sequence[str], at: int) -> _Mark | None:
    """What introduces a quote at this line, if anything does."""
    line = lines[at]
    if _FORWARD_LINE.match(line):
        return _Mark(_after_headers(lines, at + 1), forwards=True)
    if _ORIGINAL_LINE.match(line) or _DASHED.match(line):
        return _Mark(_after_headers(lines, at + 1))
    end = _headers_end(lines, at) if ":" in line or "：" in line else 0
    if end:
        return _Mark(end)
    within = _WITHIN.search(line) if line.rstrip().endswith(":") else None
    if within and not _QUOTED.match(line) and any(c.isalnum() for c in line[: within.start()]):
        return _Mark(at + 1, line[: within.start()].rstrip(" -–—"))
    end = _attribution_end(lines, at)
    return _Mark(end) if end else None


def _next_spoken(lines: Sequence[str], at: int) -> int:
    """The next line that is not blank; the end when there is none."""
    return next((k for k in range(at, len(lines)) if lines[k].strip()), len(lines))


def _after_quote(lines: Sequence[str], at: int) -> int:
    """The first line after a quoted block; blank lines within it, and lines its long lines were broken into, belong to it."""
    while at < len(lines):
        if _QUOTED.match(lines[at]):
            at += 1
            continue
        following = next((k for k in range(at, min(at + 4, len(lines))) if lines[k].strip()), len(lines))
        if following < len(lines) and following > at and _QUOTED.match(lines[following]):
            at = following
            continue
        if at + 1 < len(lines) and _WRAPPED.search(lines[at - 1]) and _QUOTED.match(lines[at + 1]):
            at += 1
            continue
        break
    return at


def _headers_end(lines: Sequence[str], at: int) -> int:
    """The line after a block such as Outlook's From/Sent/To/Subject beginning here; 0 when none begins."""
    first = _LABEL.match(lines[at])
    if not first or first.lastgroup not in {"from", "date", "subject"}:
        return 0
    kinds: set[str | None] = {first.lastgroup}
    end, silent = at + 1, 0
    for index in range(at + 1, min(at + 12, len(lines))):
        found = _LABEL.match(lines[index])
        if found and found.lastgroup not in kinds:
            kinds.add(found.lastgroup)
            end, silent = index + 1, 0
            continue
        silent += 1
        if silent > _FOLDED or not lines[index].strip():
            break
    addressed = any("@" in line for line in lines[at:end])
    whole = "from" in kinds or {"date", "to"} <= kinds
    return (
        end
        if whole
        and (addressed if len(kinds) == len({"from", "to"}) else len(kinds) > 1 and (addressed or ("subject") in kinds))
        else 0
    )


def _after_headers(lines: Sequence[str], at: int) -> int:
    """Past the blank lines and the header block that follow a marker."""
    start = next((k for k in range(at, len(lines)) if lines[k].strip("> \t*")), len(lines))
    return (_headers_end(lines, start) or at) if start < len(lines) else at


def _attribution_end(lines: Sequence[str], at: int) -> int:
    """The line after an "On …, X wrote:" that begins here and may run over several lines; 0 when none begins."""
    first = lines[at]
    ended = first.rstrip("* \t").endswith((":", "："))
    if len(first) > MAX_LINE or not (_INTRODUCES.match(first) or "@" in first or (ended and _VERB.search(first))):
        return 0
    joined, blanks = "", 0
    for index in range(at, min(at + 6, len(lines))):
        piece = lines[index].strip().lstrip("> \t") if index > at else lines[index].strip("> \t*")
        if not piece:
            blanks += 1
            if blanks > 1 or not _DATED.search(joined):
                return 0
            continue
        joined = f"{joined} {piece}".strip()
        if len(joined) > _MAX_ATTRIBUTION:
            return 0
        if joined.rstrip("* \t").endswith((":", "：")) and not joined.endswith(("mailto:", "tel:")):
            following = next((k for k in lines[index + 1 : index + 4] if k.strip()), "")
            return index + 1 if _is_attribution(joined.rstrip("* \t"), quoted=bool(_QUOTED.match(following))) else 0
    return 0


def _is_attribution(joined: str, *, quoted: bool) -> bool:
    """Whether the line introduces a quote: who and when it quotes in any language, or a verb of writing with one of the two."""
    dated, mailbox, verb = _DATED.search(joined), _MAILBOX.search(joined), _VERB.search(joined)
    if mailbox and (dated or _QUOTING.match(joined)):
        return bool(verb) or quoted or bool(_BRACKETED.search(joined))
    if verb and mailbox:
        return not joined[verb.end() :].strip(" :：")
    return bool(verb and dated) and (quoted or bool(_INTRODUCES.match(joined)) or bool(_WROTE_ON.search(joined)))


def _without_rule(kept: list[str]) -> list[str]:
    """The line that Outlook draws above its header block goes with the block."""
    while kept and (not kept[-1].strip() or _RULE.match(kept[-1])):
        kept.pop()
    return kept


def _without_tail(kept: list[str]) -> list[str]:
    """Quotes at the very end that nobody answered; a message of nothing but quotes stays."""
    last = len(kept)
    while last and (not kept[last - 1].strip() or _QUOTED.match(kept[last - 1])):
        last -= 1
    return kept[:last] if last else kept


def _without_signature(kept: list[str]) -> list[str]:
    """The lines up to a signature mark, a client's line, a mailing list's footer, or a farewell with a name below."""
    start, end, spoken = 0, len(kept), False
    for index, line in enumerate(kept):
        if not line.strip():
            continue
        if len(line) <= _MAX_MARK and _ends_the_words(kept, index):
            if spoken:
                end = index
                break
            start = index + 1
        else:
            spoken = True
    return _without_farewell(_without_rule(_without_tail(kept[start:end])))


def _ends_the_words(kept: list[str], index: int) -> bool:
    line = kept[index]
    if _RULE.match(line):
        below = [k for k in kept[index + 1 : index + 1 + 3 * _MAX_SIGNATURE] if k.strip()]
        return all(_RULE.match(k) for k in below) or bool(_SIGNATURE_RULE.match(line) and len(below) <= _MAX_SIGNATURE)
    return bool(_SENT_LINE.match(line) and _is_client(line)) or bool(_FOOTER.match(line))


def _is_client(line: str) -> bool:
    """True for "Sent from my iPhone", false for "Sent from my desk, is much easier" and "Sent from the depot on Monday"."""
    return (
        len(line) <= _MAX_MARK
        and not _SENTENCE.search(line)
        and (bool(_SENT_WITH.search(line)) or len(line.split()) <= _SHORT)
    )


def _without_farewell(kept: list[str]) -> list[str]:
    """A formal farewell with a name below it goes; one alone stays, and so do thanks."""
    spoken = [index for index, line in enumerate(kept) if line.strip()]
    for count, index in enumerate(reversed(spoken)):
        if count > _MAX_FAREWELL or len(kept[index]) > _MAX_NAME or _POSTSCRIPT.match(kept[index]):
            break
        if count and index and _FAREWELL.match(kept[index]):
            return kept[:index]
    return kept
