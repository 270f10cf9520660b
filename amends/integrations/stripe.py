"""Stripe: money back to the card it came from, through its documented API, with one key however often it is tried.

A second request under the same key is answered with the result of the first. Where no answer came, nobody knows: then the
refunds of the payment are looked through for our key, and what is found is what happened.
"""

from __future__ import annotations

import hmac
import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from amends.integrations.asking import Declined, Found, NoAnswer

if TYPE_CHECKING:
    from amends.remedies.execution import Execution

TIMEOUT = 15.0  # seconds until an answer counts as none
#: Currencies that have no smaller unit; every other is counted in hundredths.
_WHOLE = {
    "BIF",
    "CLP",
    "DJF",
    "GNF",
    "JPY",
    "KMF",
    "KRW",
    "MGA",
    "PYG",
    "RWF",
    "UGX",
    "VND",
    "VUV",
    "XAF",
    "XOF",
    "XPF",
}
_THOUSANDTHS = {"BHD", "JOD", "KWD", "OMR", "TND"}
#: A webhook older than this, in seconds, is not believed.
TOLERANCE = 300
_PAGE = 100


class Unbelievable(Exception):  # noqa: N818
    """A webhook that is not signed with our secret, or was signed long ago."""


@dataclass(frozen=True, slots=True)
class Stripe:
    """The account we refund from; `url` is where the API is, which tests set to a stand-in of their own."""

    key: str
    url: str = "https://api.stripe.com"
    timeout: float = TIMEOUT

    def carry_out(self, execution: Execution) -> str:
        """Refund what was agreed; returns Stripe's number for it. Raises Declined, NoAnswer."""
        payment = _payment(execution)
        if not payment:
            message = (
                "No payment of theirs is on record that could be given back. Note it with the loss, or give it by hand."
            )
            raise Declined(message)
        kind = "charge" if payment.startswith("ch_") else "payment_intent"
        body = {
            kind: payment, "amount": units(execution.amount, execution.currency), "metadata[amends]": execution.key,
            "reason": "requested_by_customer",
        }  # fmt: skip
        return _accepted(self._ask("POST", "/v1/refunds", body, key=execution.key))

    def find(self, execution: Execution) -> Found:
        """Whether our key is among the refunds of the payment. Raises NoAnswer."""
        payment, after = _payment(execution), ""
        kind = "charge" if payment.startswith("ch_") else "payment_intent"
        while True:
            query = {kind: payment, "limit": str(_PAGE), **({"starting_after": after} if after else {})}
            page = self._ask("GET", f"/v1/refunds?{urlencode(query)}")
            for row in page["data"]:
                if row.get("metadata", {}).get("amends") == execution.key:
                    failed = row.get("status") in {"failed", "canceled"}
                    return Found(row["id"], failed=failed, because=str(row.get("failure_reason") or "it failed"))
            if not page.get("has_more"):
                return Found("")
            after = page["data"][-1]["id"]

    def _ask(self, method: str, path: str, body: dict[str, str] | None = None, *, key: str = "") -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.key}", **({"Idempotency-Key": key} if key else {})}
        data = urlencode(body).encode() if body else None
        request = urllib.request.Request(self.url + path, data, headers, method=method)  # noqa: S310 - our own setting
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as answer:  # noqa: S310 - the same
                found: dict[str, Any] = json.load(answer)
                return found
        except urllib.error.HTTPError as refusal:
            raise _refused(refusal) from refusal
        except (OSError, ValueError) as trouble:
            raise NoAnswer(str(trouble) or type(trouble).__name__) from trouble


def _refused(refusal: urllib.error.HTTPError) -> Declined | NoAnswer:
    """A plain refusal of the request means that nothing was paid; anything else, that nobody knows."""
    try:
        words = json.load(refusal).get("error", {}).get("message", "")
    except (OSError, ValueError, AttributeError):
        words = ""
    sure = {
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.PAYMENT_REQUIRED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_FOUND,
    }
    said = words or f"answered {refusal.code}"
    return Declined(said) if refusal.code in sure else NoAnswer(said)


def _accepted(row: dict[str, Any]) -> str:
    if row.get("status") in {"failed", "canceled"}:
        raise Declined(str(row.get("failure_reason") or "it failed"))
    return str(row["id"])


def _payment(execution: Execution) -> str:
    loss = getattr(execution.choice.case, "loss", None)
    return loss.payment if loss else ""


def units(amount: Decimal, currency: str) -> str:
    """The amount in the smallest unit of its currency, as the API counts."""
    factor = 1 if currency in _WHOLE else 1000 if currency in _THOUSANDTHS else 100
    return str(int((amount * factor).to_integral_value()))


def believed(body: bytes, signature: str, secret: str, *, at: float) -> dict[str, Any]:
    """The event in a webhook, if it was signed with our secret within five minutes. Raises Unbelievable.

    The scheme: `t=TIME,v1=HMAC-SHA256(TIME.BODY)`; several `v1` while a secret is exchanged.
    """
    parts = [part.partition("=")[::2] for part in signature.split(",")]
    time = next((value for name, value in parts if name.strip() == "t"), "")
    mac = hmac.new(secret.encode(), time.encode() + b"." + body, sha256).hexdigest()
    signed = any(
        hmac.compare_digest(mac.encode(), value.strip().encode()) for name, value in parts if name.strip() == "v1"
    )
    if not secret or not signed or not time.isdecimal() or abs(at - int(time)) > TOLERANCE:
        raise Unbelievable
    event: dict[str, Any] = json.loads(body)
    return event
