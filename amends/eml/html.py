"""HTML of strangers: as text for reading and searching, and made safe for showing."""

import html as entities
import re
from typing import Any, Final

import nh3

MAX_HTML: Final = 300_000
"""Characters of HTML that are turned into text or shown; an honest mail stays far below."""

_TAG_NAMES: Final = (
    "a abbr address b bdi bdo blockquote br caption center cite code col colgroup dd del dfn div dl dt em font h1 h2 h3 h4"
    " h5 h6 hr i ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var"
)
_ATTRIBUTES: Final = {
    "*": {"dir", "lang", "title"},
    "a": {"href"},
    "col": {"span"},
    "colgroup": {"span"},
    "font": {"color", "size"},
    "li": {"value"},
    "ol": {"start", "type"},
    "td": {"align", "colspan", "rowspan", "valign"},
    "th": {"align", "colspan", "rowspan", "scope", "valign"},
}
_DROPPED: Final = {
    "script",
    "style",
    "title",
    "head",
    "noscript",
    "svg",
    "math",
    "iframe",
    "object",
    "template",
    ("textarea"),
}

MAX_NESTING: Final = 2_000
"""Elements within elements that are shown as HTML; deeper ones as plain text."""
MAX_LAYOUT: Final = 200
"""Elements within elements that the parser keeps (it stops at 256); deeper ones are read without their layout."""
_NESTING = re.compile(r"(?i)<(/?)(?!(?:br|img|hr|meta|input|col|link|p|li|td|tr|th)\b)[a-z]")
_INVISIBLE = re.compile(r"(?is)<(script|style|head|title|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)")
_BREAK = re.compile(r"(?i)<(?:br|/p|/div|/tr|/li|/h\d|/blockquote|hr)\b[^<>]{0,500}>")
_TAG = re.compile(r"<[^<>]{0,5000}>")
_UNSAFE = re.compile(r"[\x00\ud800-\udfff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# Where the quoted mail begins in the HTML of the usual clients.
_QUOTE: Final = (
    "//blockquote | //div[contains(@class,'gmail_quote') or contains(@class,'yahoo_quoted') or "
    "contains(@class,'moz-cite-prefix')"
    " or contains(@class,'protonmail_quote') or contains(@class,'zmail_extra') or contains(@class,'tutanota_quote')]"
)
_REST: Final = (
    "//*[@id='divRplyFwdMsg' or @id='appendonsend' or @id='zwchr' or @id='isReplyContent' or @id='OLK_SRC_BODY_SECTION'"
    " or @id='mail-editor-reference-message-container' or @id='ms-outlook-mobile-reference' or "
    "contains(@class,'OutlookMessageHeader')"
    " or @data-marker='__QUOTED_TEXT__'"
    " or contains(@style,'border-top:solid #B5C4DF') or contains(@style,'border-top:solid #E1E1E1')"
    " or contains(@style,'border-top: solid #B5C4DF') or contains(@style,'border-top: solid #E1E1E1')]"
)


def safe_html(html: str) -> str:
    """The HTML without anything that runs, loads from elsewhere, or sends anything.

    Pictures, styles, forms and frames are gone; links lead to the web, a mailbox or a telephone only and tell the other
    side nothing about the desk.
    """
    html = _UNSAFE.sub("", html[:MAX_HTML])
    if _is_deeper(html, MAX_NESTING):
        return f"<p>{entities.escape(_by_tags(html))}</p>"
    return nh3.clean(
        html,
        tags=set(_TAG_NAMES.split()),
        clean_content_tags=_DROPPED,
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer nofollow",
        strip_comments=True,
    )


def _is_deeper(html: str, limit: int) -> bool:
    """True for nesting that no mail program writes: the sanitiser takes quadratic time on it, and the parser drops it."""
    depth = 0
    for tag in _NESTING.finditer(html) if html.count("<") > limit else ():
        depth += -1 if tag[1] else 1
        if depth > limit:
            return True
    return False


def text_of(html: str) -> str:
    """What a reader sees of the HTML, as text. Never raises."""
    return _as_text(html, quotes=True)


def reply_of(html: str) -> str:
    """The text of the HTML without what the mail client marked as quoted; all of it when nothing else is left."""
    return _as_text(html, quotes=False) or text_of(html)


def _as_text(html: str, *, quotes: bool) -> str:
    html = _DECLARATION.sub("", _UNSAFE.sub("", html[:MAX_HTML]))
    if not html.strip():
        return ""
    words = _by_tags(html) if _is_deeper(html, MAX_LAYOUT) else _by_layout(html, quotes=quotes)
    lines = [line.rstrip() for line in _UNSAFE.sub("", words).replace("\xa0", " ").splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _by_layout(html: str, *, quotes: bool) -> str:
    from inscriptis.css_profiles import CSS_PROFILES  # noqa: PLC0415 - these three are slow to import and seldom needed
    from inscriptis.html_engine import Inscriptis  # noqa: PLC0415
    from inscriptis.model.config import ParserConfig  # noqa: PLC0415
    from lxml.etree import LxmlError  # noqa: PLC0415
    from lxml.html import HTMLParser, fromstring  # noqa: PLC0415

    try:
        tree = fromstring(f"<html><body>{html}</body></html>".encode(), parser=HTMLParser(encoding="utf-8"))
        if not quotes:
            _without_quotes(tree)
        for hidden in tree.xpath("//style | //script | //title | //template | //comment()"):
            _drop(hidden)
        return str(Inscriptis(tree, ParserConfig(css=CSS_PROFILES["strict"])).get_text())
    except (LxmlError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return _by_tags(html)


def _without_quotes(tree: Any) -> None:
    for start in tree.xpath(_REST)[:1]:
        node = start
        while node is not None and node.tag not in {"body", "html"}:
            for later in list(node.itersiblings()):
                later.getparent().remove(later)
            node.tail = None
            node = node.getparent()
        _drop(start)
    for quoted in tree.xpath(_QUOTE):
        if quoted.getparent() is not None:
            _drop(quoted)


def _drop(node: Any) -> None:
    """Take the node out and leave the text behind it in place."""
    parent, tail = node.getparent(), node.tail
    if parent is None:
        return
    before = node.getprevious()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(node)


def _by_tags(html: str) -> str:
    html = _BREAK.sub("\n", _INVISIBLE.sub(" ", html))
    return entities.unescape(_TAG.sub("", html))
