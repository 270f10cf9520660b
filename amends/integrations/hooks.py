"""What others tell us of their own accord: that a refund succeeded or failed, signed, once or several times, in any order."""

from __future__ import annotations

import time
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from amends.integrations.stripe import Unbelievable, believed
from amends.remedies.execution import Execution

if TYPE_CHECKING:
    from django.http import HttpRequest

_MOST = 512_000


@csrf_exempt
@require_POST
def stripe(request: HttpRequest) -> HttpResponse:
    """An event of theirs. What is ours by its key is brought up to what they know; all else is heard and left alone."""
    if int(request.headers.get("Content-Length") or 0) > _MOST:
        return HttpResponse(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    try:
        event = believed(
            request.body, request.headers.get("Stripe-Signature", ""), settings.STRIPE_WEBHOOK_SECRET, at=time.time()
        )
        row = event["data"]["object"]
        key, status = str(row.get("metadata", {}).get("amends", "")), row.get("status")
    except (Unbelievable, ValueError, KeyError, AttributeError, TypeError):
        return HttpResponse(status=HTTPStatus.BAD_REQUEST)
    execution = Execution.objects.filter(key=key).select_related("choice__case", "choice__option", "begun_by").first()
    if execution and status == "succeeded":
        execution.succeed(str(row["id"]), at=timezone.now())
    elif execution and status in {"failed", "canceled"}:
        execution.fail(str(row.get("failure_reason") or "it failed"), at=timezone.now())
    return HttpResponse(status=HTTPStatus.NO_CONTENT)
