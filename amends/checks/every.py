"""All fifty checks, in their order, with the level each has of itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from amends.checks import rosters
from amends.checks.apology import follow_ups, regret
from amends.checks.effects import naming
from amends.checks.fault import admitting, blame
from amends.checks.hearing import listening, thanks
from amends.checks.hollow import choices, out_of_date
from amends.checks.honesty import records, truth
from amends.checks.manner import cheer_words, tone
from amends.checks.next_steps import forecasts, steps
from amends.checks.next_steps.assurance_words import answers_praise
from amends.checks.remedy import asking, redress
from amends.checks.second_opinion import heard
from amends.drafts.finding import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from amends.drafts.draft import Draft
    from amends.drafts.finding import Mark


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its code, its own level, and what finds its marks."""

    code: str
    level: Level
    marks: Callable[[Draft], Iterator[Mark]]


CHECKS: Final[tuple[Check, ...]] = (
    Check("C01", "block", regret.regret_comes_first),
    Check("C02", "block", regret.sorry_for_their_feelings),
    Check("C03", "warn", thanks.thanks),
    Check("C04", "block", listening.read_back),
    Check("C05", "warn", naming.effect),
    Check("C06", "block", regret.conditional_apology),
    Check("C07", "block", regret.taken_back),
    Check("C08", "block", listening.minimising),
    Check("C09", "block", blame.proving),
    Check("C10", "block", blame.blaming),
    Check("C11", "block", blame.laying_off),
    Check("C12", "block", admitting.admitting),
    Check("C13", "warn", blame.excusing),
    Check("C14", "block", redress.bare_refusal),
    Check("C15", "block", steps.next_step),
    Check("C16", "warn", steps.assuring),
    Check("C17", "block", asking.asked_again),
    Check("C18", "block", forecasts.hard_date),
    Check("C19", "block", steps.bare_transfer),
    Check("C20", "warn", tone.too_long),
    Check("C21", "warn", tone.jargon),
    Check("C22", "hint", tone.stiff),
    Check("C23", "block", tone.stock_phrases),
    Check("C24", "warn", tone.chummy),
    Check("C25", "warn", tone.shouting),
    Check("C26", "block", redress.work),
    Check("C27", "block", redress.charge),
    Check("C28", "warn", redress.token_before_asking),
    Check("C29", "warn", choices.options),
    Check("C30", "warn", regret.worn_out),
    Check("C31", "block", truth.never_again),
    Check("C32", "block", follow_ups.card_in_follow_up),
    Check("C33", "block", follow_ups.follow_up_parts),
    Check("C34", "warn", tone.nobody_speaks),
    Check("C35", "warn", steps.vague),
    Check("C36", "block", listening.unanswered),
    Check("C37", "block", records.unproved),
    Check("C38", "block", steps.empty_news),
    Check("C39", "block", truth.in_public),
    Check("C40", "block", truth.played_down),
    Check("C41", "block", truth.tied),
    Check("C42", "warn", tone.pressing),
    Check("C43", "warn", tone.wrong_channel),
    Check("C44", "block", rosters.away),
    Check("C45", "warn", cheer_words.cheer),
    Check("C46", "block", tone.traits),
    Check("C47", "block", tone.leaks_of_template),
    Check("C48", "warn", out_of_date.stale),
    Check("C49", "block", records.overstated),
    Check("C50", "warn", listening.comparing),
)
LEVELS_OF_OURS: Final[dict[str, Level]] = {check.code: check.level for check in CHECKS}
#: What is only a fault where somebody is unhappy; whoever praises us is not put off by pride or an invitation.
_TO_THE_UNHAPPY: Final = frozenset(
    ["C07", "C08", "C10", "C13", "C14", "C16", "C18", "C19", "C26", "C31", "C35", "C38", "C42", "C46", "C50"]
)
#: So many findings of one check are enough to make its point.
_ENOUGH = 5


def findings(draft: Draft) -> Iterator[Finding]:
    """What every check finds in the draft, in the order of the checks; with the levels of the house."""
    praised = answers_praise(draft)
    for check in CHECKS:
        if praised and check.code in _TO_THE_UNHAPPY:
            continue
        level = draft.house.levels.get(check.code, check.level)
        if level is None:
            continue
        seen: set[tuple[int, int]] = set()
        for mark in heard(check.code, check.marks, draft):
            if any(start <= mark.start and mark.end <= end for start, end in seen) and mark.start != mark.end:
                continue
            if len(seen) == _ENOUGH:
                break
            seen.add((mark.start, mark.end))
            weight = mark.level if mark.level and check.code not in draft.house.levels else level
            yield Finding(
                check.code,
                weight,
                mark.start,
                mark.end,
                draft.text[mark.start : mark.end],
                mark.why or about(check.code)["why"],
                mark.suggestion,
            )


@cache
def _explanations() -> dict[str, dict[str, Any]]:
    import yaml  # noqa: PLC0415 - only who asks for an explanation waits for YAML

    found: dict[str, dict[str, Any]] = yaml.safe_load(
        (Path(__file__).parent / "checks.yaml").read_text(encoding="utf-8")
    )
    return found


def about(code: str) -> dict[str, Any]:
    """What a check looks for: `name`, `why`, `when`, `bad` and `good` sentences. KeyError where there is no such check."""
    return _explanations()[code]
