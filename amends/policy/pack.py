"""A pack: the policy of one jurisdiction or house, row by row, dated; plain values that nothing can change."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

from amends.policy.words import ClosedDay, Ends, Kind, Since, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from amends.calendars.calendar import Calendar
    from amends.drafts.house import House
    from amends.policy.words import (
        Channel,
        Circumstance,
        Due,
        Duty,
        Effort,
        Failure,
        Matter,
        Place,
        Remedy,
        Role,
        Severity,
        Told,
    )

HOUSE_JURISDICTION: Final = "any"


@dataclass(frozen=True, slots=True)
class Span:
    """An amount of time, in one unit; never negative."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.amount} {self.unit.removesuffix('s') if self.amount == 1 else self.unit}"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency, named by its three letters (ISO 4217)."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing a pack says: law or our own target, on whose word, and why.

    `about` is a clause that can follow "because". It holds from `valid_from` until just before `valid_to`. A row to
    `verify` must be compared with the law before anyone relies on it; `note` says what is unsure.
    """

    name: str
    kind: Kind
    source: str
    about: str
    valid_from: date
    valid_to: date | None
    verify: bool = False
    note: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the row is in force on this day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade(Row):
    """A severity, and when it is given."""

    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence(Row):
    """How often this customer hears from a human while the case is open; no severities are all of them."""

    severities: tuple[Severity, ...]
    within: Span
    warn: Span | None
    since: Since = Since.LAST_UPDATE
    ends: Ends = Ends.SAME_TIME
    closed_day: ClosedDay = ClosedDay.STANDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset(Row):
    """A cadence that a customer may choose for themselves."""

    within: Span
    since: Since = Since.LAST_UPDATE
    ends: Ends = Ends.SAME_TIME
    closed_day: ClosedDay = ClosedDay.STANDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Row):
    """Something due within a time. Without `within` the law only says "promptly", and a house target gives the number.

    `warn` is how long before it is due the first of `tell` hears of it, and `climb` how long until the next of them
    does. No severities or products are all of them. An `exceptional` limit counts only when `only_if` is on record.
    `letter` names the letter that meets it.
    """

    due: Due
    within: Span | None
    since: Since
    ends: Ends
    closed_day: ClosedDay
    warn: Span | None
    climb: Span | None
    tell: tuple[Told, ...]
    severities: tuple[Severity, ...]
    products: tuple[str, ...]
    exceptional: bool
    only_if: str
    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortRoute(Row):
    """What a case settled before the limit named in `deadline` is spared.

    With `acceptance` the customer must have said that it is settled, if `oral` also by mouth. `letter` names what is
    sent instead of the final response, or is empty if nothing needs to be. `register`: it is recorded all the same.
    """

    deadline: str
    acceptance: bool
    oral: bool
    register: bool
    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung(Row):
    """By which channels a customer is reached, at or above a severity, value or number of customers.

    `first` are the ways to try first; `not_first` may only follow another, unless the customer chose them. An e-mail
    alone needs a reason on record if `reason_needed`. No matters are all of them.
    """

    severities: tuple[Severity, ...]
    value_from: Money | None
    crowd_from: int | None
    matters: tuple[Matter, ...]
    first: tuple[Channel, ...]
    not_first: tuple[Channel, ...]
    reason_needed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Row):
    """What a role may give without asking: for one case, one customer, and all customers together in `period`.

    The caps are in one currency. No failures or severities are all of them.
    """

    role: Role
    failures: tuple[Failure, ...]
    severities: tuple[Severity, ...]
    per_case: Money
    per_customer: Money
    per_period: Money
    period: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Row):
    """Which kinds of remedy lead for these failures, come next, or are better avoided, while our own figures say no better."""

    failures: tuple[Failure, ...]
    place: Place
    remedies: tuple[Remedy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortLimit(Row):
    """How often we may ask this of one customer in one case before somebody is alarmed."""

    asks: Effort
    at_most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention(Row):
    """How long a class of records is kept, and whether a legal hold keeps it longer."""

    records: str
    within: Span
    since: Since
    products: tuple[str, ...]
    legal_hold: bool
    ends: Ends = Ends.END_OF_DAY
    closed_day: ClosedDay = ClosedDay.STANDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Row):
    """With which probability a date must hold before it may be said."""

    severities: tuple[Severity, ...]
    circumstance: Circumstance
    probability: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation(Row):
    """A duty without a number."""

    duty: Duty
    products: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(Row):
    """Where the customer may go if our answer does not satisfy them, how long they have, and what must be said of it."""

    body: str
    within: Span | None
    since: Since
    say: tuple[str, ...]
    ends: Ends = Ends.END_OF_DAY
    closed_day: ClosedDay = ClosedDay.STANDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence(Row):
    """A stage that must be taken by somebody who took no part in the stages before it."""

    stage: Due
    after: tuple[Due, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Row):
    """A way for a case to be recorded as ended, in the regulator's terms; one of each group is chosen."""

    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Row):
    """Words our letters avoid, and what they do instead."""

    avoid: tuple[str, ...]
    prefer: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Row):
    """A number that has no table of its own."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseRow(Row):
    """A place in the tree of causes: below these failures, and `under` the cause of that name if it names a narrower one."""

    failures: tuple[Failure, ...]
    under: str


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a letter, with slots in braces. `says` are phrases by which it is recognised however it was edited.

    Of blocks with the same `choice` a letter has exactly one.
    """

    name: str
    text: str
    required: bool = True
    choice: str = ""
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Row):
    """A letter in parts, in order, and what it is an answer to."""

    serves: Due
    blocks: tuple[Block, ...]


Timed = Cadence | Preset | Limit | Retention | Referral


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The policy of a jurisdiction, or of the house (jurisdiction "any"), for some products and queues, or for all.

    `coach` is how the house has the coach read; only the house's own pack says it. `advice` says that it is not legal advice,
    and `recheck` what to compare with the law before `recheck_by`. A case keeps the pack it began under, by `key`.
    """

    name: str
    version: str
    jurisdiction: str
    source: str
    valid_from: date
    valid_to: date | None
    advice: str
    recheck_by: date
    recheck: tuple[str, ...]
    products: tuple[str, ...] = ()
    queues: tuple[str, ...] = ()
    verify: bool = False
    note: str = ""
    calendar: Calendar | None = None
    coach: House | None = None
    severities: tuple[Grade, ...] = ()
    cadence: tuple[Cadence, ...] = ()
    presets: tuple[Preset, ...] = ()
    deadlines: tuple[Limit, ...] = ()
    short_routes: tuple[ShortRoute, ...] = ()
    channels: tuple[Rung, ...] = ()
    authority: tuple[Band, ...] = ()
    matches: tuple[Match, ...] = ()
    effort: tuple[EffortLimit, ...] = ()
    retention: tuple[Retention, ...] = ()
    quoting: tuple[Quote, ...] = ()
    duties: tuple[Obligation, ...] = ()
    referrals: tuple[Referral, ...] = ()
    independence: tuple[Independence, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    wording: tuple[Wording, ...] = ()
    numbers: tuple[Number, ...] = ()
    causes: tuple[CauseRow, ...] = ()
    letters: tuple[Letter, ...] = ()

    @property
    def key(self) -> str:
        """The name and version by which a case keeps this pack."""
        return f"{self.name}@{self.version}"

    def overdue_on(self, day: date) -> bool:
        """Whether it is in force though nobody has compared it with the law, or approved it again, by the day it names."""
        return self.holds_on(day) and day > self.recheck_by

    def holds_on(self, day: date) -> bool:
        """Whether the pack is in force on this day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    def rows(self) -> Iterator[Row]:
        """Every row, section by section."""
        yield from (row for _, row in self.sections())

    def sections(self) -> Iterator[tuple[str, Row]]:
        """Every row with the name of its section, in order."""
        for section in fields(self):
            held = getattr(self, section.name)
            if isinstance(held, tuple):
                yield from ((section.name, row) for row in held if isinstance(row, Row))

    def row(self, section: str, name: str) -> Row:
        """The row of this name in this section, such as "deadlines". Raises KeyError."""
        for row in getattr(self, section):
            if isinstance(row, Row) and row.name == name:
                return row
        raise KeyError(name)

    def letter(self, name: str) -> Letter:
        """The letter of this name. Raises KeyError."""
        for letter in self.letters:
            if letter.name == name:
                return letter
        raise KeyError(name)
