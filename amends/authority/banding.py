"""What policy lets a role give: its band for this failure and severity, and the period its cap runs over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from amends.cases.ending import Refused
from amends.deadlines.ruling import choice_of, day_of, house_calendar, key_of, shelf
from amends.people.person import Role
from amends.policy.words import Failure, Severity, Unit
from amends.policy.words import Role as Roles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from decimal import Decimal

    from amends.cases.case import Case
    from amends.policy.pack import Band, Span

_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}
#: From the least to the most; an admin gives what a manager may.
ROLES: tuple[Role, ...] = (Role.AGENT, Role.LEAD, Role.MANAGER)


@dataclass(frozen=True, slots=True)
class Authority:
    """The band of a role on one case: its caps in `currency`, and the row of policy it comes from."""

    role: Role
    currency: str
    per_case: Decimal
    per_customer: Decimal
    per_period: Decimal
    period: Span
    policy: str

    def begins(self, at: datetime) -> date:
        """The first day of the period this moment lies in, on the house's clock: of its month, its week, its year or itself."""
        day = at.astimezone(ZoneInfo(house_calendar().zone)).date()
        count = self.period.amount
        if self.period.unit in _MONTHS:
            months = count * _MONTHS[self.period.unit]
            number = (day.year * 12 + day.month - 1) // months * months
            return date(number // 12, number % 12 + 1, 1)
        days = count * (7 if self.period.unit is Unit.WEEKS else 1)
        return date.fromordinal(1 + (day.toordinal() - 1) // days * days)


def authority_of(role: str, case: Case, failure: str, currency: str) -> Authority | None:
    """What this role may give on this case in this currency without asking; None: nothing."""
    held = Role.MANAGER if role == Role.ADMIN else Role(role)
    choice, day = choice_of(case), day_of(case.received_at)
    band = choice.band(Roles(held.value), Failure(failure), Severity(case.severity), currency=currency, on=day)
    return _read(held, band, key_of(choice, "authority", band)) if band else None


def roles_above(role: str) -> Sequence[Role]:
    """Who may be asked by somebody of this role, the nearest first; colleagues of one rank may ask each other."""
    held = Role.MANAGER if role == Role.ADMIN else Role(role)
    return ROLES[max(ROLES.index(held), 1) :]


def _read(role: Role, band: Band, key: str) -> Authority:
    return Authority(
        role, band.per_case.currency, band.per_case.amount, band.per_customer.amount, band.per_period.amount, band.period, key
    )  # fmt: skip


def house_number(name: str, *, on: datetime) -> Decimal:
    """A number of the house's own pack of that day. Refused where it has none of this name."""
    day = day_of(on)
    for pack in shelf().choose(on=day).packs:
        for row in pack.numbers:
            if row.name == name and row.holds_on(day):
                return row.value
    message = f"Policy does not say “{name}”."
    raise Refused(message)


def number(case: Case, name: str) -> Decimal:
    """A number of the packs the case began under. Refused where none of them has it."""
    for pack in choice_of(case).packs:
        for row in pack.numbers:
            if row.name == name and row.holds_on(day_of(case.received_at)):
                return row.value
    message = f"Policy does not say “{name}”."
    raise Refused(message)
