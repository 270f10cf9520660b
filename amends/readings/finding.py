"""What triage found in one message that may be taken onto its case, each at its place in the reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from amends.concerns.fact import About

if TYPE_CHECKING:
    from collections.abc import Mapping

WISH, DEADLINE = "wish", "deadline"
#: What a named thing is a fact about; a wish is no fact.
_ABOUT: Final = {
    "date": About.WHEN, "amount": About.AMOUNT, "order": About.ORDER, "place": About.WHERE, "product": About.WHAT,
    "person": About.OTHER, DEADLINE: About.WHEN,
}  # fmt: skip
_WORDS: Final = {
    "stated": "they say", "implied": "perhaps", "date": "when", "amount": "amount", "order": "order or account",
    "place": "where", "product": "what", "person": "who", WISH: "they ask", DEADLINE: "needed by",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found. `place` names it within its reading (`concern.0`, `specific.3`); `question` tests what is only implied."""

    place: str
    kind: str
    text: str
    question: str = ""

    @property
    def label(self) -> str:
        """What it is, in a word or two."""
        return _WORDS.get(self.kind, self.kind)

    @property
    def is_concern(self) -> bool:
        """Whether it is something they need met."""
        return self.place.startswith("concern.")

    @property
    def plain(self) -> bool:
        """Whether they said it themselves; what stands behind their words is asked about first."""
        return self.kind != "implied"

    @property
    def about(self) -> str:
        """What the fact it becomes is about."""
        return _ABOUT.get(self.kind, About.OTHER)


def found_in(labels: Mapping[str, Any]) -> list[Found]:
    """Everything found, what they say and ask before what they name and what stands behind it.

    A date that is named as a deadline too is found once, as the deadline; a sentence that is their wish and nothing else, as the wish.
    """
    concerns = [
        Found(f"concern.{n}", one["kind"], one["text"], one.get("question") or "")
        for n, one in enumerate(labels.get("concerns", ()))
    ]
    named = [
        Found(f"specific.{n}", one["kind"], one["text"])
        for n, one in enumerate(labels.get("specifics", ()))
        if one["kind"] in _ABOUT or one["kind"] == WISH
    ]
    until = {one.text.lower() for one in named if one.kind == DEADLINE}
    named = [one for one in named if one.kind != "date" or one.text.lower() not in until]
    asked = {_bare(one.text) for one in named if one.kind == WISH}
    concerns = [one for one in concerns if one.kind != "stated" or _bare(one.text) not in asked]
    order = ("stated", WISH, DEADLINE, "date", "amount", "order", "product", "place", "person", "implied")
    return sorted([*concerns, *named], key=lambda one: order.index(one.kind))


def _bare(text: str) -> str:
    return text.strip(" .!?,;").lower()
