"""Filling a pack's letters from named slots, and seeing afterwards whether an edited letter still says what it must."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from amends.policy.pack import Block, Letter

SLOT: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_BLANKS: Final = re.compile(r"\s+")


class SlotMissing(ValueError):  # noqa: N818 -- named for the refusal
    """A letter cannot be filled; the message names each slot that has no words, and `slots` lists them."""

    def __init__(self, name: str, slots: tuple[str, ...]) -> None:
        self.slots = slots
        missing = " and ".join(f"{{{slot}}}" for slot in slots)
        super().__init__(f"The part {name!r} needs words for {missing}.")


class ChoiceMissing(ValueError):  # noqa: N818 -- named for the refusal
    """A letter has parts of which one must be chosen; the message names them."""


def slots_of(block: Block) -> tuple[str, ...]:
    """The names of the slots of a block, in order, each once."""
    return tuple(dict.fromkeys(SLOT.findall(block.text)))


def fill(block: Block, slots: Mapping[str, str]) -> str:
    """The words of a block with every slot filled, as given: braces in them stay. Raises SlotMissing."""
    missing = tuple(name for name in slots_of(block) if not slots.get(name, "").strip())
    if missing:
        raise SlotMissing(block.name, missing)
    return SLOT.sub(lambda found: slots[found[1]].strip(), block.text)


def compose(letter: Letter, slots: Mapping[str, str], chosen: Mapping[str, str] | None = None) -> str:
    """The whole letter, its parts with a line between them; an optional part whose slots have no words is left out.

    `chosen` names, for each choice of the letter, the block to take. Raises ChoiceMissing and SlotMissing, which names
    the missing slots of the first part that lacks any.
    """
    parts = []
    for block in chosen_blocks(letter, chosen or {}):
        empty = not block.required and any(not slots.get(name, "").strip() for name in slots_of(block))
        if not empty:
            parts.append(fill(block, slots))
    return "\n\n".join(parts)


def lacking(
    letter: Letter, text: str, slots: Mapping[str, str], chosen: Mapping[str, str] | None = None
) -> list[Block]:
    """The required parts that an edited letter no longer has.

    A part is there if each of its phrases to recognise it by is; if it names none, if all its slots' words are; if it
    has no slots either, if its whole text is. Case, blanks and line ends do not matter. Raises ChoiceMissing.
    """
    found = _even(text)
    return [
        block
        for block in chosen_blocks(letter, chosen or {})
        if block.required and not all(_even(mark) in found for mark in _marks(block, slots))
    ]


def chosen_blocks(letter: Letter, chosen: Mapping[str, str]) -> Iterator[Block]:
    """The blocks of this letter in order, of each choice the chosen one. Raises ChoiceMissing."""
    for choice in dict.fromkeys(block.choice for block in letter.blocks if block.choice):
        names = [block.name for block in letter.blocks if block.choice == choice]
        if chosen.get(choice) not in names:
            msg = f"Choose one for {choice!r}: {', '.join(names)}."
            raise ChoiceMissing(msg)
    yield from (block for block in letter.blocks if not block.choice or chosen.get(block.choice) == block.name)


def _marks(block: Block, slots: Mapping[str, str]) -> list[str]:
    """By what a block is recognised; a phrase or slot without words cannot be found, so its block is lacking."""
    if block.says:
        return [SLOT.sub(lambda found: slots.get(found[1], "").strip() or found[0], phrase) for phrase in block.says]
    return [slots.get(name) or f"{{{name}}}" for name in slots_of(block)] or [block.text]


def _even(text: str) -> str:
    return _BLANKS.sub(" ", text).strip().casefold()
