"""The wrong batch of jars: a problem, a decision, and the people it lets down."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from amends.affected.affected import Affected
from amends.affected.listing import add_list
from amends.affected.opening import open_span
from amends.catalogue.remedy import Remedy
from amends.journal.actors import DESK
from amends.problems.problem import Problem
from tests.cast import HOUR, MORNING

if TYPE_CHECKING:
    from datetime import datetime

    from amends.affected.affected import Listing
    from tests.cast import Cast

WHAT = "A batch of our jars was filled on the wrong line. The lids of that batch may not close."
COURSE = "We replace every jar of that batch at no charge."
WORDS = (
    "Dear {name},\n\nwe are sorry: {what_happened}\n\nThis concerns your order {order}. {course}\n\n"
    "Please tell us if you would like it another way.\n"
)


def make_problem(cast: Cast, *, at: datetime = MORNING, told: bool = True, **changes: object) -> Problem:
    """Leo's problem, known for an hour; decided to be told, unless said otherwise."""
    fields: dict[str, object] = {"what_happened": WHAT, "knew_at": at - HOUR, "owner": cast.leo, "course": COURSE}
    problem = Problem.objects.open_one("Jars that do not close", by=cast.leo, at=at, **{**fields, **changes})  # type: ignore[arg-type]
    if told:
        problem.decisions.make(tell=True, because="They would rather hear it from us", by=cast.leo, at=at)
    return problem


def csv_of(*rows: str, names: str = "name,email,phone,household,order") -> io.BytesIO:
    """A list with these lines."""
    return io.BytesIO("\n".join([names, *rows]).encode())


def people(count: int, *, first: int = 0, phone: bool = False) -> list[str]:
    """So many lines, each of somebody else."""
    return [
        f"Customer {n},c{n}@example.com,{'+4420794600' + str(10 + n) if phone else ''},,{1000 + n}"
        for n in range(first, first + count)
    ]


def affect(problem: Problem, rows: list[str], cast: Cast, *, at: datetime = MORNING) -> Listing:
    """These lines are a list of the problem, and everybody who can be reached has a case."""
    listing = add_list(problem, csv_of(*rows), by=cast.leo, at=at)
    keys = list(Affected.objects.filter(problem=problem).values_list("pk", flat=True))
    open_span(problem, min(keys), max(keys), by=DESK, at=at)
    return listing


def jar(cast: Cast, **changes: object) -> Remedy:
    """A new jar, in the catalogue."""
    fields: dict[str, Any] = {"name": "a new jar", "kind": "replacement", "worth": Decimal("4.50"), **changes}
    fields.setdefault("cost", fields["worth"])
    return Remedy.objects.add(str(fields.pop("name")), valid_from=date(2020, 1, 1), by=cast.mira, at=MORNING, **fields)
