"""Whether a reply names what it did to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.effects.bearing_words import borne, done_for_them
from amends.checks.effects.effect_words import EFFECT
from amends.checks.effects.hardship_words import HARDSHIP
from amends.drafts.cue import Cue
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_TO_COME = Cue(
    r"\byou(?:'d|'ll| would| will)(?: now| then| otherwise)? (?:miss|lose|arrive|be (?:left|without|stuck|out|late|short"
    r"|unable|kept)|go without|have (?:no|nothing|nowhere)|not be able|need to (?:find|change|cancel|wait))\b",
    "you'd|you'll|you would|you will",
)


def effect(draft: Draft) -> Iterator[Mark]:
    """C05: a first reply and a notice say what it did to them."""
    if draft.context.stage not in {"first_reply", "notice"}:
        return
    ahead = re.compile(
        r"\b(?:will|can(?! (?:see|imagine|understand|hear|only))|could|would|please|if|shall|(?<!\d )may(?! \d)|until)\b(?!'t)"
        r"|\b(?:won't|needn't|didn't|doesn't|weren't|shouldn't|wouldn't)(?: \w+)?\s*\Z",
        re.IGNORECASE,
    )
    if _TO_COME.first(draft) or borne(draft) or draft.worded("G3"):
        return
    for found in (*EFFECT.all(draft), *HARDSHIP.all(draft)):
        sentence = draft.sentences[draft.index(found.start())]
        if (
            not sentence.words.endswith("?")
            and not done_for_them(draft.said, sentence.start, found.start())
            and not ahead.search(draft.said, sentence.start, found.start())
            and not re.search(r"\bthank", draft.said[sentence.start : found.start()], re.IGNORECASE)
        ):
            return
    yield Mark(
        draft.missing, draft.missing, "What it did to them is not named: what they lost, missed, paid or had to do."
    )
