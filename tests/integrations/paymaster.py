"""A stand-in for whoever pays: the documented part of Stripe's API, with keys it remembers, refusals, and answers that never come.

Run as a process it tells its address; what it paid is asked for at `/paid`. One request in `TIMEOUTS` is carried out and never
answered, or not carried out and never answered, by turns.
"""

from __future__ import annotations

import json
import random
import sys
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

#: What a payment of a test was; more cannot be refunded of it.
CHARGED = 1_000_000


class Ledger:
    """Every refund, by its number; the answer to each key; and how much of each payment went back."""

    def __init__(self, timeouts: float, seed: int = 7) -> None:
        self.lock = threading.Lock()
        self.refunds: list[dict[str, Any]] = []
        self.answers: dict[str, dict[str, Any]] = {}
        self.back: Counter[str] = Counter()
        self.random, self.timeouts, self.lost = random.Random(seed), timeouts, 0  # noqa: S311
        self.requests: Counter[str] = Counter()

    def refund(self, key: str, payment: str, amount: int, mark: str) -> tuple[int, dict[str, Any]]:
        """The same answer to the same key; 400 for more than was charged."""
        with self.lock:
            self.requests[key] += 1
            if key in self.answers:
                return 200, self.answers[key]
            if payment == "pi_refused":
                return 402, {"error": {"message": "The card was cancelled."}}
            if self.back[payment] + amount > CHARGED:
                return 400, {"error": {"message": "Refund amount is greater than unrefunded amount."}}
            row = {
                "id": f"re_{len(self.refunds)}", "object": "refund", "amount": amount, "status": "succeeded", "payment": payment,
                "metadata": {"amends": mark},
            }  # fmt: skip
            self.refunds.append(row)
            self.answers[key] = row
            self.back[payment] += amount
            return 200, row

    def silent(self) -> str:
        """Whether this one is never answered, and if so whether it is carried out."""
        with self.lock:
            if self.random.random() >= self.timeouts:
                return ""
            self.lost += 1
            return "done" if self.lost % 2 else "not done"


def make(ledger: Ledger, *, hang: float) -> ThreadingHTTPServer:
    """The server, on a port of its own."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def _answer(self, status: int, body: object) -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def do_POST(self) -> None:
            """A refund."""
            typed = {
                name: values[0]
                for name, values in parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).items()
            }
            payment = typed.get("payment_intent") or typed.get("charge") or ""
            silence = ledger.silent()
            if silence != "not done":
                answer = ledger.refund(
                    self.headers["Idempotency-Key"], payment, int(typed["amount"]), typed.get("metadata[amends]", "")
                )
            if silence:
                time.sleep(hang)
                self.close_connection = True
                return
            self._answer(*answer)

        def do_GET(self) -> None:
            """The refunds of a payment, in pages; or what was paid in all."""
            parts = urlsplit(self.path)
            if parts.path == "/paid":
                with ledger.lock:
                    self._answer(
                        200, {"paid": [row["metadata"]["amends"] for row in ledger.refunds], "lost": ledger.lost}
                    )
                return
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            payment = asked.get("payment_intent") or asked.get("charge")
            with ledger.lock:
                rows = [row for row in ledger.refunds if row["payment"] == payment]
            names = [row["id"] for row in rows]
            start = names.index(asked["starting_after"]) + 1 if "starting_after" in asked else 0
            page = rows[start : start + int(asked["limit"])]
            self._answer(200, {"data": page, "has_more": start + len(page) < len(rows)})

    return ThreadingHTTPServer(("127.0.0.1", 0), Handler)


if __name__ == "__main__":
    server = make(Ledger(float(sys.argv[1])), hang=float(sys.argv[2]))
    print(f"http://127.0.0.1:{server.server_port}", flush=True)  # noqa: T201
    server.serve_forever()
