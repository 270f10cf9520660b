"""The policy of the house for the coach: its phrases, its limits, what each check weighs; a name behind each loosening."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, cast

from amends.drafts.finding import LEVELS, Level
from amends.drafts.turns import Turn, Turns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LISTS: Final = ("banned", "jargon", "stiff", "chummy")
LIMITS: Final = ("upset", "others")
_OFF: Final = "off"


class UnfitPolicy(ValueError):  # noqa: N818 - named for the refusal
    """The policy for the coach cannot be used; the message says which entry, and what would do."""


@dataclass(frozen=True)
class House:
    """Phrases by list, the most words of a draft, and levels that differ from the coach's own (None: the check is off)."""

    phrases: Mapping[str, Sequence[str]]
    limits: Mapping[str, int]
    levels: Mapping[str, Level | None] = field(default_factory=dict)
    loosened: Mapping[str, str] = field(default_factory=dict)

    def cue(self, name: str) -> Turns:
        """What finds the phrases of a list."""
        return _cue(tuple(self.phrases[name]))


@cache
def ours() -> House:
    """The policy that ships with the coach."""
    import yaml  # noqa: PLC0415 - reading YAML is not needed for help or for the import of the coach

    data = yaml.safe_load((Path(__file__).parent / "house.yaml").read_text(encoding="utf-8"))
    return House(
        MappingProxyType({name: tuple(data[name]) for name in LISTS}),
        MappingProxyType(dict(data["limits"])),
    )


def read(data: Mapping[str, Any], *, known: Mapping[str, Level]) -> House:
    """Our policy with a house's changes; UnfitPolicy where an entry is not understood or loosens without a name and a reason.

    `levels: {C21: block}` tightens as it stands; less than the coach's own level, or `off`, needs
    `{level: hint, by: NAME, because: REASON}`. `banned`, `jargon`, `stiff` and `chummy` add phrases; `limits` with fewer words
    tighten, with more they need the same form; `allowed: [{phrase, by, because}]` takes a phrase off our lists.
    """
    base = ours()
    wrong = [key for key in data if key not in {*LISTS, "levels", "limits", "allowed"}]
    if wrong:
        raise UnfitPolicy(
            f"{wrong[0]!r} is no entry of the coach's policy. Known are: {', '.join(LISTS)}, levels, limits, allowed."
        )
    loosened: dict[str, str] = {}
    levels = {code: _level(code, entry, known, loosened) for code, entry in (data.get("levels") or {}).items()}
    limits = dict(base.limits)
    for name, entry in (data.get("limits") or {}).items():
        limits[name] = _limit(name, entry, base.limits, loosened)
    allowed = {_allowed(entry, loosened) for entry in data.get("allowed") or []}
    phrases = {
        name: (*(p for p in base.phrases[name] if p not in allowed), *_added(name, data.get(name) or []))
        for name in LISTS
    }
    return House(
        MappingProxyType(phrases), MappingProxyType(limits), MappingProxyType(levels), MappingProxyType(loosened)
    )


def _level(code: str, entry: Any, known: Mapping[str, Level], loosened: dict[str, str]) -> Level | None:
    if code not in known:
        raise UnfitPolicy(f"{code!r} is no check of the coach. They are C01 to C50.")
    wanted = entry.get("level") if isinstance(entry, dict) else entry
    wanted = _OFF if wanted is False else wanted  # YAML reads a bare `off` as false
    if wanted not in (*LEVELS, _OFF):
        raise UnfitPolicy(f"The level of {code} cannot be {wanted!r}. It is one of: {', '.join(LEVELS)}, off.")
    level = None if wanted == _OFF else cast("Level", wanted)
    if level is None or LEVELS.index(level) < LEVELS.index(known[code]):
        loosened[code] = _reason(f"{code} from {known[code]} to {wanted}", entry)
    return level


def _limit(name: str, entry: Any, base: Mapping[str, int], loosened: dict[str, str]) -> int:
    if name not in LIMITS:
        raise UnfitPolicy(f"{name!r} is no limit of the coach. Known are: {', '.join(LIMITS)}.")
    words = entry.get("words") if isinstance(entry, dict) else entry
    if not isinstance(words, int) or isinstance(words, bool) or words < 1:
        raise UnfitPolicy(f"The limit {name} must be a whole number of words, not {words!r}.")
    if words > base[name]:
        loosened[name] = _reason(f"the limit {name} from {base[name]} to {words} words", entry)
    return words


def _allowed(entry: Any, loosened: dict[str, str]) -> str:
    phrase = entry.get("phrase") if isinstance(entry, dict) else None
    if not any(phrase in phrases for phrases in ours().phrases.values()):
        raise UnfitPolicy(f"{phrase!r} is on none of our lists; an allowed phrase is written as it stands there.")
    loosened[str(phrase)] = _reason(f"the phrase {phrase!r}", entry)
    return str(phrase)


def _reason(what: str, entry: Any) -> str:
    by, because = (entry.get("by"), entry.get("because")) if isinstance(entry, dict) else (None, None)
    if not by or not because:
        raise UnfitPolicy(f"To loosen {what} a name (`by`) and a reason (`because`) must stand beside it.")
    return f"{by}: {because}"


def _added(name: str, phrases: Any) -> list[str]:
    if not isinstance(phrases, list) or not all(isinstance(phrase, str) and phrase.strip() for phrase in phrases):
        raise UnfitPolicy(f"{name} must be a list of phrases.")
    return [re.escape(phrase.strip()).replace(r"\ ", " ") for phrase in phrases]


#: What "*" stands for in a phrase.
_FEW_WORDS: Final = r"(?: [\w-]+){0,4}"


@cache
def _cue(phrases: tuple[str, ...]) -> Turns:
    return Turns(
        *(Turn(rf"(?<!\w)(?:{phrase.replace(' *', _FEW_WORDS)})(?!\w)", hints=_bits(phrase)) for phrase in phrases)
    )


def _bits(phrase: str) -> list[str]:
    """Bits of words one of which stands in whatever the phrase finds; none where none is known."""
    bare = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)\??|\[[^\]]*\]\??|\w\?|\\.", "\n", phrase).replace("*", "\n")
    longest = max((run.strip() for run in re.findall(r"[A-Za-z' ]+", bare)), key=len, default="")
    word = max(longest.split(), key=len, default="")
    if len(word) > 2:  # noqa: PLR2004 - shorter ones stand everywhere
        return [word.lower()]
    group = re.match(r"\(([^()]*)\)(?!\?)", phrase)
    return [re.match(r"[a-z']*", one.lower())[0] for one in group[1].split("|")] if group else []  # type: ignore[index]
