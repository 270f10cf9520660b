"""The 28 statements, as data in `items.yaml`: wording, evidence, bands, and the fewest cases before evidence speaks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import yaml

NOT_VALIDATED: Final = (
    "This instrument is new and not validated: nobody has shown yet that its answers are reliable or that a higher score "
    "keeps more customers. Compare a house with itself over time, not with others."
)
SCALE: Final = (
    "never, or no",
    "rarely, or it depends on the person",
    "about half the time, or written down but not checked",
    "usually, and someone checks",
    "almost always, measured and improved",
)


@dataclass(frozen=True, slots=True)
class Item:
    """One statement. `bands` are the values at which evidence reaches levels 1 to 4, rising or falling, and `worst` that of level 0.

    `also` is a second condition for level 4. `moved_by` is what in the product moves it.
    """

    number: int
    dimension: str
    statement: str
    evidence: str
    unit: str
    bands: tuple[float, float, float, float]
    worst: float
    fewest: int
    moved_by: str
    also: str = ""

    def level(self, value: float, *, also: bool = True) -> float:
        """The level of this value, interpolated between the bands, 0 to 4. Without `also`, where it is asked for, 3 at most."""
        sign = 1.0 if self.worst < self.bands[-1] else -1.0
        found = 0.0
        for low, high in pairwise((self.worst, *self.bands)):
            found += min(max(sign * (value - low) / (sign * (high - low)), 0.0), 1.0)
        return min(found, 3.0) if self.also and not also else found


def _read() -> tuple[dict[str, str], tuple[Item, ...]]:
    given = yaml.safe_load((Path(__file__).parent / "items.yaml").read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    items: list[Item] = []
    for dimension in given["dimensions"]:
        names[dimension["letter"]] = dimension["name"]
        for row in dimension["items"]:
            items.append(Item(len(items) + 1, dimension["letter"], **{**row, "bands": tuple(row["bands"])}))
    return names, tuple(items)


DIMENSIONS, ITEMS = _read()
SAFETY: Final = 4
