"""What came with the mail, handed over so that nothing in it can run: attachments, and the mail as it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from amends.cases.case import Case
from amends.eml.html import safe_html
from amends.eml.reading import Unreadable, read
from amends.messages.attachment import Attachment
from amends.messages.message import Message
from amends.web.door import DeskRequest, desk

if TYPE_CHECKING:
    from django.db.models import QuerySet

#: What a browser shows as a picture and cannot run.
_PICTURES = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp", "image/avif"})
_SEALED = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
#: The page of an original has our style sheet, and links that lead away from it; nothing else.
_PAGE = (
    "default-src 'none'; style-src 'self'; sandbox allow-popups allow-top-navigation-by-user-activation;"
    " frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)


def _sealed(response: HttpResponse, policy: str = _SEALED) -> HttpResponse:
    response.headers["Content-Security-Policy"] = policy
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, max-age=0, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@desk
def attachment(request: DeskRequest, pk: int) -> HttpResponse:
    """A file, to be saved; a picture may be looked at. 404 to whoever may not see its case."""
    seen = Attachment.objects.filter(message__case__in=Case.objects.visible_to(request.user))
    row = seen.select_related("blob").filter(pk=pk).first()
    if row is None:
        raise Http404
    picture = row.content_type in _PICTURES
    response = HttpResponse(
        bytes(row.blob.data), content_type=row.content_type if picture else "application/octet-stream"
    )
    response.headers["Content-Disposition"] = content_disposition_header(not picture, row.name) or "attachment"
    return _sealed(response)


def _message(request: DeskRequest, pk: int) -> Message:
    rows: QuerySet[Message] = Message.objects.filter(case__in=Case.objects.visible_to(request.user), pk=pk)
    row = rows.select_related("arrival", "case", "author").defer("found_by").first()
    if row is None:
        raise Http404
    return row


@desk
def original(request: DeskRequest, pk: int) -> HttpResponse:
    """A message as it came or left: its whole text, and its HTML made safe, on a page that loads and runs nothing."""
    message = _message(request, pk)
    raw = bytes(message.arrival.raw) if message.arrival else b""
    try:
        letter = read(raw) if raw else None
    except Unreadable:
        letter = None
    context = {
        "message": message,
        "case": message.case,
        "letter": letter,
        "text": letter.text if letter else message.sent_text or message.text,
        "html": safe_html(letter.html) if letter and letter.html else "",
        "heads": raw.replace(b"\r\n", b"\n")
        .partition(b"\n\n")[0]
        .decode("utf-8", "replace")
        .replace("\x00", "�")[:20_000],
        "now": request.at,
    }
    return _sealed(render(request, "case/original.html", context), _PAGE)


@desk
def raw(request: DeskRequest, pk: int) -> HttpResponse:
    """The bytes of the mail as it reached us, to be saved; 404 for what did not come by mail."""
    message = _message(request, pk)
    if message.arrival is None:
        raise Http404
    response = HttpResponse(bytes(message.arrival.raw), content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{message.case.reference}-{message.pk}.eml"'
    return _sealed(response)
