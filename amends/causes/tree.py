"""The tree of causes as the house's policy has it: failures at the top, causes below them, narrower causes below those."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amends.cases.ending import Refused
from amends.deadlines.ruling import house_packs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from amends.policy.pack import CauseRow


@dataclass(frozen=True, slots=True)
class Cause:
    """One place in the tree: `above` are the wider causes, the widest first; `failures` the codes of the taxonomy it belongs to."""

    name: str
    about: str
    failures: tuple[str, ...]
    above: tuple[str, ...]

    @property
    def path(self) -> str:
        """Where it stands, in words."""
        return ": ".join([*self.above, self.name])


def tree() -> dict[str, Cause]:
    """Every cause by its name, wider ones before narrower ones: of the house's own pack, or of the one that comes with the desk."""
    own, shipped = house_packs()
    return _grown(own.causes or shipped.causes)


def _grown(rows: Iterable[CauseRow]) -> dict[str, Cause]:
    found: dict[str, Cause] = {}
    for row in rows:
        over = found.get(row.under)
        failures = tuple(code.value for code in row.failures) or (over.failures if over else ())
        found[row.name] = Cause(row.name, row.about, failures, (*over.above, over.name) if over else ())
    return found


def known(name: str) -> Cause:
    """The cause of this name. Refused where the tree has none."""
    found = tree().get(name)
    if found is None:
        message = f"The tree of causes has no “{name}”. It stands in the house's policy pack."
        raise Refused(message)
    return found


def within(name: str) -> list[str]:
    """This cause and every narrower one; a name that the tree no longer has stands for itself."""
    return [name, *(cause.name for cause in tree().values() if name in cause.above)]


def lineage(name: str) -> list[str]:
    """This cause and every wider one."""
    cause = tree().get(name)
    return [name, *cause.above] if cause else [name]
