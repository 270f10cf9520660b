"""What the customer needs met: in their words, or behind them; what stands behind words is a question and never said as a fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from amends.texts.apart import own_words
from amends.texts.sentences import plainly, sentences

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
#: "Why did nobody call?"; "why don't you just refund me?" asks for something else.
_WHY = re.compile(
    r"\bwhy\b(?! (?:not|should (?:i|we)|don't you|do you not|can't you just|bother))[^.!?]{0,200}\?|\bhow come\b"
    r"|\b(?:what|how)(?: \w+){0,2} (?:went wrong|(?:has |have |had |could |can |did )?(?:this|that|it|such \w+(?: \w+)?)? ?"
    r"happen(?:ed)?)\b[^.!?]{0,60}\?|\b(?:what(?:'s| is| was)|for what) (?:the )?(?:reason|cause)\b",
    re.IGNORECASE,
)
_TO_KNOW = (
    r"(?:(?:know|understand|hear|learn|find out|be told|see)"
    r"|(?:tell|explain(?: to)?|let|show|write)(?: me| us)?(?: know| exactly)?)(?: exactly| please)?"
)
_ASKED = re.compile(
    r"\b(?:want|like|love|need|wish|demand|expect|ask(?:ing|ed)?|please|(?:could|can|would|will) (?:you|we|i|somebody|someone"
    rf"|anyone)|deserve)\b[^.!?;]{{0,40}}?\b{_TO_KNOW} (?:why|the reason|what (?:went wrong|(?:has |had )?happened)"
    r"|how (?:this|that|it|such))\b|\b(?:want|like|need|demand|expect|deserve|ask(?:ing)? for|owe (?:me|us)|waiting for"
    r"|give (?:me|us))\b[^.!?;]{0,25}\b(?:an |any |your |some )?explanations?\b|\bexplain (?:yourself|yourselves|this|what)\b"
    r"|\b(?:nobody|no one|never|cannot|can't|don't|do not|couldn't)\b[^.!?;]{0,30}\b(?:understand|explain\w*|tells?|told|say"
    r"|says|said)\b[^.!?;]{0,15}\bwhy\b",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\b(?:don't|do not|didn't|doesn't|not) (?:care|want|need|wish|ask|interested)\b[^.!?;]{0,40}"
    r"\b(?:why|explanations?|reasons?|excuses?)\b",
    re.IGNORECASE,
)


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


def asks_why(text: str) -> bool:
    """Whether the writer asks for the reason: why it happened, what went wrong, an explanation. English only.

    "I understand why" asks nothing, "I don't care why" forbids it, and "why don't you refund me?" asks for something else.
    """
    if not any(
        word in text.lower()
        for word in ("why", "reason", "cause", "explain", "explanation", "happen", "went wrong", "how come")
    ):
        return False
    return any(
        (_WHY.search(one.words) or _ASKED.search(one.words)) and not _NOT_ASKED.search(one.words)
        for one in sentences(plainly(own_words(text)))
    )
