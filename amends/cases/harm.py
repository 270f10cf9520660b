"""Whether somebody may come to harm by what a case is about: its own alarm, or that of a problem it is of.

The alarm of a problem stands on the problem alone and is looked up through whoever it affects, so that it begins and ends
for a million of them at once. Whoever gives or writes holds it for sharing until their deed is over, and the alarm takes it
for itself: what was asked before the alarm is done when it stands, and whatever asks after that sees it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from amends.cases.case import Case, Origin
from amends.cases.ending import Refused
from amends.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

_CLASS: Final = 0x4841524D  # of our advisory locks
# In the order of their keys, so that no two who hold several wait for each other.
_SHARE: Final = """SELECT count(pg_advisory_xact_lock_shared(%s, (p.problem_id %% 2147483647)::int))
FROM (SELECT DISTINCT problem_id FROM amends_affected WHERE case_id = ANY(%s) ORDER BY problem_id) p"""
_OF_PROBLEMS: Final = """SELECT p.safety_at, p.title, s.id FROM amends_affected a JOIN amends_problem p ON p.id = a.problem_id
LEFT JOIN LATERAL (SELECT l.spokesperson_id AS id FROM amends_alarm l
  WHERE l.problem_id = p.id AND l.over_at IS NULL AND NOT l.drill AND l.spokesperson_id IS NOT NULL
  ORDER BY l.case_id IS NOT NULL, l.id LIMIT 1) s ON TRUE
WHERE a.case_id = %s AND p.safety_at IS NOT NULL ORDER BY p.safety_at, p.id LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Harm:
    """Since when somebody may come to harm, by which problem (empty: by the case itself), and who alone speaks for the house."""

    since: datetime
    problem: str = ""
    spokesperson: int | None = None


def harm_of(case: Case) -> Harm | None:
    """What stands now for the case, which the caller holds; until their transaction ends no alarm of its problems begins."""
    of_problem = _of_problems(case.pk) if _share([case.pk]) else None
    if case.safety_at is not None:
        return Harm(case.safety_at, spokesperson=case.spokesperson_id)
    return of_problem


def endangered(cases: Collection[int]) -> set[int]:
    """Those of these cases by which somebody may come to harm; until the transaction ends no alarm of their problems begins."""
    keys = list(cases)
    _share(keys)
    return set(Case.objects.filter(pk__in=keys).exclude(safe()).values_list("pk", flat=True))


def safe(path: str = "") -> Q:
    """Nobody may come to harm by the case at this path, neither by itself nor by a problem it is of; to sift rows by."""
    prefix = f"{path}__" if path else ""
    through = Case.objects.filter(pk=OuterRef(f"{prefix}pk"), affected__problem__safety_at__isnull=False)
    return Q(**{f"{prefix}safety_at": None}) & ~Q(Exists(through))


def ensure_spokesperson(case: Case, by: Person) -> None:
    """While somebody may come to harm, one person speaks for the house and nobody else; before there is one, nobody writes."""
    harm = harm_of(case)
    if case.origin == Origin.WIN_BACK:
        ensure_unharmed(case.customer_id)
    if harm is None or harm.spokesperson == by.pk:
        return
    speaks = Person.objects.filter(pk=harm.spokesperson).first() if harm.spokesperson else None
    by_what = f"“{harm.problem}”" if harm.problem else "this"
    message = (
        f"Somebody may come to harm by {by_what}: {speaks} alone speaks for us."
        if speaks
        else f"Somebody may come to harm by {by_what}, so the routine rests: whoever answers the alarm speaks for us."
    )
    raise Refused(message)


def ensure_unharmed(customer: int) -> None:
    """Raises Refused while the customer may come to harm by what any case of theirs is about: nothing is wanted of them then."""
    if endangered(Case.objects.filter(customer=customer, merged_into=None).values_list("pk", flat=True)):
        message = "This customer may come to harm by what we sold them: nothing is asked of them until that is over."
        raise Refused(message)


def hold_problem(problem: int) -> None:
    """Nobody gives or writes on a case of this problem meanwhile; part of the alarm, which waits for those who do."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_CLASS, problem % 2147483647])


def _share(cases: list[int]) -> int:
    """Hold the alarms of their problems for sharing; how many problems these are. What is read after it is as it stands then."""
    with connection.cursor() as cursor:
        cursor.execute(_SHARE, [_CLASS, cases])
        return int(cursor.fetchone()[0])


def _of_problems(case: int) -> Harm | None:
    with connection.cursor() as cursor:
        cursor.execute(_OF_PROBLEMS, [case])
        row = cursor.fetchone()
    return Harm(*row) if row else None
