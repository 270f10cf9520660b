"""What a visitor reads when something is refused: plain words, never a stack trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's own mark was missing or old; nothing was done."""
    return render(request, "refusals/forged.html", {"reason": reason}, status=403)
