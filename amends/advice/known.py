"""What the record knows of cases beside what was read in them: fault, remedies, wish, and the like; one statement for any number."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from django.db import connection

from amends.catalogue.remedy import APART, PRICELESS
from amends.customers.address import Kind as AddressKind
from amends.drafts.context import Remedied, Stale
from amends.policy.house import HOUSE
from amends.triage.concerns import asks_why

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_KNOWN: Final = (Path(__file__).parent / "known.sql").read_text(encoding="utf-8")
_WAYS: Final = {AddressKind.EMAIL: "email", AddressKind.PHONE: "phone", AddressKind.POST: "address"}
#: How a finding of fault is said to the coach.
_FAULTS: Final = {"established": "established", "open": "not_established", "not_ours": "not_ours"}


def known_of(cases: Iterable[int]) -> dict[int, Known]:
    """What is on record of these cases, by their keys."""
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, {"cases": list(cases)})
        rows = cursor.fetchall()
    return {key: Known(json.loads(row) if isinstance(row, str) else row) for key, row in rows}


class Known:
    """One case, in the coach's words where those are others than the desk's."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        self.row = row
        self.relationship: str = row["relationship"]
        self.wish_asked: bool = row["asked"]
        self.wish: str = row["wish"]
        self.confirmed: bool = row["confirmed"]
        self.facts: list[tuple[str, str, str]] = [tuple(one) for one in row["facts"]]
        self.concerns: list[tuple[str, str]] = [tuple(one) for one in row["concerns"]]
        self.regrets: int = row["regrets"]
        self.acts: int = row["acts"]
        self.refused: bool = row["refused"]

    @property
    def fault(self) -> str:
        """Established, not established, or not ours; empty where nobody has looked."""
        return _FAULTS.get(self.row["fault"], "")

    @property
    def asked_why(self) -> bool:
        """Whether one of their last letters asks for the reason."""
        return any(asks_why(words) for words in self.row["asking"])

    @property
    def given(self) -> set[str]:
        """What they gave us by the ways in which they can be reached, and with what they sent."""
        return {_WAYS[AddressKind(kind)] for kind in self.row["reached"]} | (
            {"photos"} if self.row["photos"] else set()
        )

    def remedies(self, stage: str) -> tuple[Remedied, ...]:
        """What is offered, asked for, agreed or done. A follow-up names what has a price, and no gift: that goes apart."""
        left_out = (*APART, *PRICELESS) if stage == "follow_up" else ()
        rows = (one for one in self.row["remedies"] if one[0] not in left_out)
        return tuple(Remedied(kind, state, _said(*rest)) for kind, *rest, state in rows)

    def consented(self, stage: str) -> bool:
        """Whether they agreed to what they have to do for a remedy. An offer says what each option asks: to choose is to agree."""
        return bool(self.row["consented"]) or stage == "offer"

    def beyond(self, stage: str) -> bool:
        """Whether their wish is more than may be given by whoever writes: then three are offered, and not what they wish."""
        return bool(self.row["beyond"]) or (stage == "offer" and not self.row["granted"])

    @property
    def stale(self) -> tuple[Stale, ...]:
        """What a delivery of ours brings that is good only until some day."""
        return tuple(Stale(name, date.fromisoformat(until)) for name, until in self.row["stale"])


def _said(name: str, worth: float, currency: str, ready_at: str | None) -> str:
    """A remedy as the record has it: what, how much, by when."""
    much = f" ({worth:.2f} {currency})" if worth else ""
    if not ready_at:
        return f"{name}{much}"
    local = datetime.fromisoformat(ready_at).astimezone(ZoneInfo(HOUSE.time_zone))
    return f"{name}{much}, by {local:%A} {local.day} {local:%B}"
