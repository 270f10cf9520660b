"""All that is known of laying and taking a fault, looked for at once."""

from __future__ import annotations

from typing import Final

from amends.checks import blaming_words, doers, excuse_words, fault_words, proving_words
from amends.drafts.frames import Frames

SAID: Final = Frames(
    proving=proving_words.FRAMES,
    blaming=blaming_words.FRAMES,
    laying_off=doers.FRAMES,
    admitting=fault_words.ADMISSIONS,
    hedging=fault_words.HEDGES,
    excusing=excuse_words.FRAMES,
)
