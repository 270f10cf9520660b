"""All that is known of laying and taking a fault."""

from __future__ import annotations

from typing import Final

from amends.checks.against import our_proof, their_doing
from amends.checks.fault import blaming_words, doers, excuse_words, fault_words, proving_words
from amends.checks.fault.told import hedging_words, others_words, owning_words, reason_words
from amends.drafts.turns import Turns

PROVING: Final = Turns(*proving_words.FRAMES, *our_proof.MORE)
BLAMING: Final = Turns(*blaming_words.FRAMES, *their_doing.MORE)
LAYING_OFF: Final = Turns(*doers.FRAMES, *others_words.WIDER)
ADMITTING: Final = Turns(*fault_words.ADMISSIONS, *owning_words.WIDER)
HEDGING: Final = Turns(*fault_words.HEDGES)
HEDGING_ALL_THE_SAME: Final = Turns(*hedging_words.HEDGES_ALL_THE_SAME)
EXCUSING: Final = Turns(*excuse_words.FRAMES, *reason_words.WIDER)
