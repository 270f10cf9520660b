"""Whose words stand where: the writer's own, mail that is quoted or forwarded, a signature, a footer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from amends.texts.sentences import plainly

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["own", "quoted", "forwarded", "signature", "footer"]

#: A forwarded mail below no more words than these is what the writer wants read.
_FEW_WORDS = 12
#: A signature has no more lines than this, none longer than `_NAME` characters.
_LINES, _NAME = 7, 60

_QUOTE = re.compile(r"[ \t]{0,8}>")
_ATTRIBUTION = re.compile(
    r"[ \t>]{0,8}(?:on\b.{4,150}\bwrote|.{0,80}@.{1,80}\bwrote|.{2,60}\b(?:wrote|writes|said) on .{4,60}):?[ \t]*$",
    re.IGNORECASE,
)
_HISTORY = re.compile(r"[ \t]*[-_]{2,}[ \t]*original (?:message|e-?mail)\b", re.IGNORECASE)
_FORWARD = re.compile(r"[ \t]*(?:[-_]{2,}[ \t]*forwarded message\b|begin forwarded message:)", re.IGNORECASE)
_HEADER = re.compile(r"[ \t>*]{0,8}(?:from|sent|to|cc|date|subject|reply-to)\*{0,2}:", re.IGNORECASE)
_RULE = re.compile(r"--[ \t]*$|_{5,}[ \t]*$")
_CLIENT = re.compile(
    r"[ \t]*(?:sent (?:from|via|using) (?:my |the )?\w[\w .'-]{0,40}|get outlook for \w+)[ \t.]*$", re.IGNORECASE
)
_FAREWELL = re.compile(
    r"[ \t]*(?:(?:with |my |very )?(?:kind|best|warm|many|kindest|warmest)?[ ]?(?:regards|wishes)|rgds|brgds|yours(?: \w+)?|sincerely"
    r"(?: yours)?|faithfully|best|cheers|many thanks|thanks(?: again| a lot| so much)?"
    r"|thank you(?: very much| again)?|ta|love)[ \t,.!]*$",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"[ \t*]*(?:(?:this|the|any) (?:e-?mail|message|communication|information|content)s?\b.{0,80}\b"
    r"(?:confidential|intended|privileged)"
    r"|confidentiality (?:notice|note)|(?:legal )?disclaimer:|if you (?:are not|have received this).{0,40}\b(?:intended|in error)"
    r"|you (?:are receiving|received) this (?:e-?mail|message|because)|to unsubscribe|unsubscribe\b|please consider the environment"
    r"|registered (?:in england|office|company)|copyright \W)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Part:
    """Lines `text[start:end]` that belong to one hand; parts follow each other without a gap and cover the text."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    start: int
    end: int


def apart(text: str) -> list[Part]:
    """The text cut by whose words stand there.

    `own` is what this writer says now. `quoted` is mail they answer, `forwarded` mail they pass on; a forwarded mail with hardly a
    word above it is `own`, for it is what they want read, and so is everything where nothing else would be.
    """
    lines = list(_lines(plainly(text)))
    kinds = _kinds(lines)
    if not any(kind == "own" and _WORD.search(line.words) for kind, line in zip(kinds, lines, strict=True)):
        kinds = ["own" if kind in {"quoted", "forwarded"} else kind for kind in kinds]
    if not any(kind == "own" and _WORD.search(line.words) for kind, line in zip(kinds, lines, strict=True)):
        kinds = ["own" for _ in kinds]
    found: list[Part] = []
    for kind, line in zip(kinds, lines, strict=True):
        if found and found[-1].kind == kind:
            found[-1] = Part(kind, found[-1].start, line.end)
        else:
            found.append(Part(kind, line.start, line.end))
    return found


def own_words(text: str) -> str:
    """The same text, character for character, with blanks where the words are not the writer's own; line ends stay."""
    if len(text.splitlines()) < 2:  # noqa: PLR2004 - one line alone is the writer's, whatever it looks like
        return text
    pieces = [
        text[part.start : part.end] if part.kind == "own" else re.sub(r"[^\r\n]", " ", text[part.start : part.end])
        for part in apart(text)
    ]
    return "".join(pieces)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield _Line(line.rstrip("\r\n"), at, at + len(line))
        at += len(line)


def _kinds(lines: list[_Line]) -> list[Kind]:
    kinds: list[Kind] = ["own"] * len(lines)
    at, footer = 0, False
    while at < len(lines):
        words = lines[at].words[:400]
        if _HISTORY.match(words) or _is_header_block(lines, at):
            kinds[at:] = ["quoted"] * (len(lines) - at)
            break
        if _FORWARD.match(words):
            few = sum(len(_WORD.findall(line.words[:400])) for line in lines[:at]) <= _FEW_WORDS
            body = _past_headers(lines, at + 1)
            kinds[at:body] = ["forwarded"] * (body - at)
            if few:
                at = body
                continue
            kinds[body:] = ["forwarded"] * (len(lines) - body)
            break
        if _QUOTE.match(words) or _introduces(lines, at):
            kinds[at] = "quoted"
        footer = bool(words.strip()) and (footer or _FOOTER.match(words) is not None)
        if footer and kinds[at] == "own":
            kinds[at] = "footer"
        at += 1
    _mark_signature(lines, kinds)
    return kinds


def _introduces(lines: list[_Line], at: int) -> bool:
    """Whether this line, perhaps with the next one, is "On Monday Ann wrote:" above a quote."""
    words = lines[at].words
    if not words.rstrip().endswith(":") and not (
        at + 1 < len(lines) and lines[at + 1].words.rstrip().endswith("wrote:")
    ):
        return False
    following = next((line.words for line in lines[at + 1 : at + 4] if line.words.strip()), "")
    joined = words[:200] if words.rstrip().endswith(":") else f"{words[:150]} {following[:60]}"
    return _ATTRIBUTION.match(joined) is not None


def _is_header_block(lines: list[_Line], at: int) -> bool:
    """Whether three of From, Sent, To and Subject begin here, as a mail program puts above what it quotes."""
    return bool(re.match(r"[ \t>*]{0,8}from\*{0,2}:", lines[at].words, re.IGNORECASE)) and (
        sum(_HEADER.match(line.words) is not None for line in lines[at : at + 5]) > 2  # noqa: PLR2004 - of four
    )


def _past_headers(lines: list[_Line], at: int) -> int:
    while at < len(lines) and (not lines[at].words.strip() or _HEADER.match(lines[at].words)):
        at += 1
    return at


def _mark_signature(lines: list[_Line], kinds: list[Kind]) -> None:
    """A signature is what follows "-- ", a farewell with a name below, or the line of a telephone, to the end of its block."""
    own = [at for at, kind in enumerate(kinds) if kind == "own" and lines[at].words.strip()]
    for place, at in enumerate(own):
        words = lines[at].words
        below = own[place + 1 :]
        short = len(below) <= _LINES and all(len(lines[one].words) <= _NAME for one in below)
        ruled = _RULE.match(words) and place and (short or words.startswith("--"))
        if ruled or _CLIENT.match(words):
            _set(kinds, [at, *(below if ruled else [])])
        elif place and short and below and _FAREWELL.match(words) and not _says(lines, below):
            _set(kinds, [at, *below])
            return


def _says(lines: list[_Line], below: list[int]) -> bool:
    """Whether a sentence stands below the farewell: a postscript, or the mail going on."""
    return any(
        re.search(r"[.!?]\s*$|\bp\.?\s?s\b|\b(?:is|was|have|will|i|you)\b", lines[one].words, re.IGNORECASE)
        for one in below
    )


def _set(kinds: list[Kind], at: list[int]) -> None:
    for one in at:
        kinds[one] = "signature"
