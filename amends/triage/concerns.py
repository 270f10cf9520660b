"""What the customer needs met: in their words, or behind them; what stands behind words is a question and never said as a fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from amends.triage.saying import Hit, Saying
    from amends.triage.weighing import Failure, Flag

#: Questions for what is raised without being sure; "we may be wrong, so we ask".
_ASK = {
    "safety": "Was anyone hurt, or could anyone have been?",
    "vulnerable": "Is there anything about your situation that we should know? We note it only if you agree.",
    "legal": "Would you like us to set out your rights and the next steps in writing?",
    "sarcasm": "Did we read you right: something went wrong here?",
}


@dataclass(frozen=True, slots=True)
class Concern:
    """One concern; `question` tests it before anybody acts on it."""

    kind: str
    text: str
    question: str | None
    evidence: tuple[tuple[int, int], ...]


def concerns_in(
    saying: Saying, found: Mapping[str, Sequence[Hit]], failures: Sequence[Failure], flags: Sequence[Flag]
) -> tuple[Concern, ...]:
    """The sentences that tell of a failure as stated concerns, then what may stand behind them, each once."""
    spans = [span for failure in failures for span in failure.evidence]
    stated = [
        Concern("stated", " ".join(one.words.split()), None, ((one.start, one.end),))
        for one in saying.sentences
        if any(one.start <= start and end <= one.end for start, end in spans)
    ]
    implied: dict[str, Concern] = {}
    for label, here in found.items():
        questions = [hit for hit in here if hit.rule.question]
        if questions and " " in label:
            first = questions[0]
            implied[label] = Concern("implied", label, first.rule.question, (first.span,) if first.span[1] else ())
    for flag in flags:
        if flag.confidence < 0.5 or flag.flag == "sarcasm":  # noqa: PLR2004 - below it a flag only asks
            asked = next(
                (hit.rule.question for hit in found.get(flag.flag, ()) if hit.rule.question), _ASK.get(flag.flag)
            )
            if asked:
                implied[flag.flag] = Concern("implied", f"Perhaps {flag.flag}", asked, flag.evidence[:1])
    return (*stated, *implied.values())
