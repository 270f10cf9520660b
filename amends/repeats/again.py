"""The same customer again: how often before, which word to them was broken, and who else of theirs was let down."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from django.db import connection
from django.db.models import JSONField
from django.db.models.expressions import RawSQL

from amends.cases.case import Case, Origin, Severity
from amends.deadlines.ruling import house_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

# Of one customer at one moment: failures before, promises broken, failures of the others of the household. `x` says whose and when.
_COUNTED: Final = """jsonb_build_object(
  'before', (SELECT count(*) FROM amends_case c WHERE c.customer_id = x.customer_id AND c.id <> x.id
    AND c.received_at < x.received_at AND c.received_at >= x.received_at - %(year)s
    AND c.origin <> 'win_back' AND c.ending <> 'merged'),
  'open', (SELECT count(*) FROM amends_case c WHERE c.customer_id = x.customer_id AND c.id <> x.id AND c.stage <> 'closed'
    AND c.received_at < x.received_at AND c.received_at >= x.received_at - %(year)s AND c.origin <> 'win_back'),
  'broken', (SELECT count(*) FROM amends_promise p JOIN amends_deadline d ON d.id = p.deadline_id
    WHERE p.customer_id = x.customer_id AND p.released_at IS NULL AND p.made_at >= x.received_at - %(year)s
    AND (p.kept_at IS NULL AND d.due_at <= %(at)s OR p.kept_at > d.due_at)),
  'kin', (SELECT count(*) FROM amends_customer me JOIN amends_customer k ON k.household_id = me.household_id AND k.id <> me.id
    JOIN amends_case c ON c.customer_id = k.id WHERE me.id = x.customer_id
    AND c.received_at < x.received_at AND c.received_at >= x.received_at - %(year)s
    AND c.origin <> 'win_back' AND c.ending <> 'merged'))"""
# Most who write are new, and nothing is counted for them: counting one by one what is not there would take longest.
_OF_MANY: Final = f"""SELECT x.id, {_COUNTED}
FROM unnest(%(ids)s::bigint[], %(customers)s::bigint[], %(times)s::timestamptz[]) AS x(id, customer_id, received_at)
WHERE x.customer_id IN (SELECT customer_id FROM amends_case WHERE customer_id = ANY(%(customers)s))
  OR x.customer_id IN (SELECT id FROM amends_customer WHERE id = ANY(%(customers)s) AND household_id IS NOT NULL)"""  # noqa: S608
_WORDS: Final = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth"}
#: What raises by a failure that came again; a danger alone makes a case critical.
_RAISED: Final = (Origin.COMPLAINT, Origin.SIGNAL)


@dataclass(frozen=True, slots=True)
class Again:
    """What is known of a customer from before this failure, over the span that policy remembers. `round` counts reopenings too."""

    before: int = 0
    still_open: int = 0
    broken: int = 0
    kin: int = 0
    round: int = 1

    @classmethod
    def of(cls, row: Mapping[str, Any], *, round_: int = 1) -> Again:
        """From the counts as the database gives them."""
        return cls(row["before"], row["open"], row["broken"], row["kin"], round_)

    @property
    def nth(self) -> str:
        """Which failure this is for them, in words."""
        return _WORDS.get(self.before + 1, f"{self.before + 1}th")

    @property
    def demands(self) -> bool:
        """Whether a senior owner and the playbook of a second failure are asked for."""
        return self.before > 0 or self.broken > 0 or self.kin + 1 >= house_number("again household from")

    @property
    def shows(self) -> bool:
        """Whether whoever greets them should know something first."""
        return self.demands or self.round > 1 or self.kin > 0

    def raised(self, severity: int) -> int:
        """The severity of a case that is their failure again: one grade graver, and never critical, which is for harm.

        An earlier case that is still open raises nothing by itself: it may be the same failure, told twice.
        """
        graver = min(severity, max(Severity.HIGH, severity - 1))
        return graver if self.demands and (self.before != self.still_open or self.broken or self.kin) else severity


def riding(*, at: datetime) -> RawSQL:
    """A column of cases that brings the counts along, for `Again.of`."""
    text = "(SELECT " + _COUNTED.replace("x.", "amends_case.") + ")"
    sql, values = _placed(text, {"year": _year(), "at": at})
    return RawSQL(sql, values, output_field=JSONField())  # noqa: S611 - the text is ours


def again(case: Case, *, at: datetime) -> Again:
    """What is known of this case's customer from before it."""
    row = Case.objects.filter(pk=case.pk).annotate(again_row=riding(at=at)).values_list("again_row", "round").get()
    return Again.of(row[0], round_=row[1])


def known_of(wanted: Sequence[tuple[int, datetime]], *, at: datetime) -> list[Again]:
    """For cases that are about to be opened: of each customer, by key, who tells us at that time; one statement for all."""
    if not wanted:
        return []
    values: dict[str, Any] = {
        "ids": [-1 - n for n in range(len(wanted))], "customers": [key for key, _ in wanted],
        "times": [time for _, time in wanted], "year": _year(), "at": at,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_OF_MANY, values)
        rows = dict(cursor.fetchall())
    return [Again.of(_read(rows[-1 - n])) if -1 - n in rows else Again() for n in range(len(wanted))]


def raises(origin: str) -> bool:
    """Whether a case that began so is raised by what was before it: what we tell of ourselves is not."""
    return origin in _RAISED


def _year() -> timedelta:
    return timedelta(days=house_number("again days"))


def _read(value: Any) -> Mapping[str, Any]:
    """Django's cursors give JSON as text."""
    found: Mapping[str, Any] = json.loads(value) if isinstance(value, str) else value
    return found


def _placed(text: str, values: Mapping[str, Any]) -> tuple[str, list[Any]]:
    """Named places as positions, which is how a column takes them."""
    found: list[Any] = []
    parts = text.split("%(")
    out = [parts[0]]
    for part in parts[1:]:
        name, _, rest = part.partition(")s")
        found.append(values[name])
        out.append("%s" + rest)
    return "".join(out), found
