"""A draft read with its case: findings, commitments, and a score that is never shown alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from amends.checks.apology.follow_ups import follow_up
from amends.checks.every import LEVELS_OF_OURS, findings
from amends.coach.commitments import commitments
from amends.drafts.context import Context, Unreadable, read
from amends.drafts.draft import Draft
from amends.drafts.house import House, ours
from amends.drafts.house import read as read_house
from amends.leanings.wordings import shipped_wordings
from amends.texts.language import language

if TYPE_CHECKING:
    from amends.drafts.finding import Commitment, Finding, Level
    from amends.leanings.wordings import Wordings

#: Longer than any reply; what is longer is refused and not half read.
MOST_CHARACTERS: Final = 50_000
_WEIGHTS: Final[dict[Level, int]] = {"block": 20, "warn": 8, "hint": 3}
#: Fewer words than these do not show a language.
_FEW = 4
#: So many characters show it.
_SHOWN = 1000


@dataclass(frozen=True, slots=True)
class Review:
    """What the coach says of a draft.

    `score` is 100 less 20 for each check that blocks, 8 for each that warns and 3 for each that hints, not below 0; how often a
    check speaks does not count. Only `en` is read: a draft in another language has its code in `language`, and no findings.
    `parts` are those that a follow-up needs in its case, each there or not; empty for every other stage.
    """

    findings: tuple[Finding, ...]
    promises: tuple[Commitment, ...]
    score: int
    language: str
    parts: Mapping[str, bool] = field(default_factory=dict)

    @property
    def blocks(self) -> bool:
        """Whether something must be put right, or overridden with a reason, before this is sent."""
        return any(finding.level == "block" for finding in self.findings)

    def as_data(self) -> dict[str, Any]:
        """As it goes out by the command line and the API."""
        return {
            "findings": [finding.as_data() for finding in self.findings],
            "promises": [promise.as_data() for promise in self.promises],
            "score": self.score,
            "language": self.language,
        }


def review(
    draft: str | Mapping[str, Any],
    context: Context | Mapping[str, Any] | None = None,
    *,
    house: House | None = None,
    wordings: Wordings | None = None,
) -> Review:
    """The review of a draft: its text, or a mapping with `text` and the keys of the case; Unreadable names what is wrong.

    The case may stand in `context` instead, as plain data or read. `wordings` are what was learned of how faults are told, else what
    is shipped; with `UNTAUGHT` the rules speak alone. A text of more than 50,000 characters is Unreadable.
    """
    text, case = _taken(draft, context)
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(f"The draft has {len(text):,} characters; the coach reads up to {MOST_CHARACTERS:,}.")
    bare = Draft(text, case, house or ours(), wordings=wordings or shipped_wordings())
    spoken = case.language.lower().partition("-")[0] or _language(bare.said[:_SHOWN])
    if spoken not in {"en", "und"}:
        return Review((), (), 100, spoken)
    bare.commitments = tuple(commitments(bare.said, case))
    found = tuple(findings(bare))
    promised = tuple(replace(one, quote=text[one.start : one.end]) for one in bare.commitments)
    parts = follow_up(bare) if case.stage == "follow_up" else {}
    return Review(found, promised, _score(found), "en", parts)


def read_draft(text: str, case: Context | Mapping[str, Any], *, house: House | None = None) -> Draft:
    """The text as the checks read it, with its case and its commitments."""
    context = case if isinstance(case, Context) else read(case)
    draft = Draft(text, context, house or ours())
    draft.commitments = tuple(commitments(draft.said, context))
    return draft


def house_policy(data: Mapping[str, Any]) -> House:
    """The policy that this plain data (of YAML) makes of ours; UnfitPolicy where it loosens without a name and a reason."""
    return read_house(data, known=LEVELS_OF_OURS)


def _taken(draft: str | Mapping[str, Any], context: Context | Mapping[str, Any] | None) -> tuple[str, Context]:
    keys: dict[str, Any] = {}
    if isinstance(draft, Mapping):
        keys = dict(draft)
        draft = keys.pop("text", None)
    case = context if isinstance(context, Context) else read({**keys, **(context or {})})
    if not isinstance(draft, str):
        raise Unreadable("The draft needs its `text`, as text.")
    if isinstance(context, Context) and keys:
        raise Unreadable(f"{next(iter(keys))!r} stands beside a context that is read already.")
    return draft, case


def _language(said: str) -> str:
    return language(said) if len(said.split()) >= _FEW else "en"


def _score(found: tuple[Finding, ...]) -> int:
    worst: dict[str, int] = {}
    for finding in found:
        worst[finding.check] = max(worst.get(finding.check, 0), _WEIGHTS[finding.level])
    return max(0, 100 - sum(worst.values()))
