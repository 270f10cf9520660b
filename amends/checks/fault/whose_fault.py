"""All that is known of laying and taking a fault."""

from __future__ import annotations

from typing import Final

from amends.checks.fault import blaming_words, doers, excuse_words, fault_words, proving_words
from amends.drafts.turns import Turns

PROVING: Final = Turns(*proving_words.FRAMES)
BLAMING: Final = Turns(*blaming_words.FRAMES)
LAYING_OFF: Final = Turns(*doers.FRAMES)
ADMITTING: Final = Turns(*fault_words.ADMISSIONS)
HEDGING: Final = Turns(*fault_words.HEDGES)
EXCUSING: Final = Turns(*excuse_words.FRAMES)
