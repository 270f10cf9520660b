"""What the rules found is weighed: failures, feelings, flags, whether it is a complaint, and how serious."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from amends.triage.doubts import doubted
from amends.triage.likely import PLAIN, flag, level
from amends.triage.saying import hits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from amends.texts.told import Told
    from amends.triage.likely import Likely
    from amends.triage.saying import Hit, Saying
    from amends.triage.specifics import Specific

Span = tuple[int, int]
Found = "Mapping[str, Sequence[Hit]]"

FAILURES = {
    "F1": "Core outcome",
    "F2": "Time",
    "F3": "Information",
    "F4": "Person",
    "F5": "Money",
    "F6": "Process burden",
    "F7": "Response to failure",
    "F8": "Ethics, trust",
    "F9": "Special need",
    "F10": "Customer-side or outside cause",
}
FLAGS = ("exit", "legal", "safety", "vulnerable", "public", "repeat", "discrimination", "privacy", "abuse", "sarcasm")
EMOTIONS = ("anger", "disappointment", "betrayal", "anxiety", "frustration", "hurt", "resignation", "contempt", "calm")
LEVELS = ("minor", "moderate", "serious", "critical")
ACTS = 0.5
"""From this confidence on a label acts."""
_ASKS = 0.4

_CAPITALS = re.compile(r"[A-Z](?:(?<!X)|(?!X))[A-Z]{3,}")
_BUT = re.compile(r" (?:but|although|though|however|pity|shame|otherwise|sadly|unfortunately|apart|except) ")
_LARGE = {"INR": 50_000, "NGN": 300_000}


@dataclass(frozen=True, slots=True)
class Failure:
    """A kind of failure the writer tells of."""

    code: str
    label: str
    evidence: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Feeling:
    """How the words read; never what the person is."""

    emotion: str
    intensity: str
    evidence: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that may not wait, or needs care."""

    flag: str
    evidence: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Severity:
    """How much is at stake for the customer, and why we think so."""

    level: str
    why: str


def failures_in(found: Mapping[str, Sequence[Hit]], lean: Likely) -> tuple[Failure, ...]:
    """The failures that the words show, the surest first; where leanings know a kind, their word decides."""
    some = []
    for code, label in FAILURES.items():
        by_rule = found.get(code, ())
        if not lean.knows(code):
            if by_rule:
                some.append(Failure(code, label, _evidence(by_rule), _confidence(by_rule)))
        elif lean.holds(code) and (words := _evidence(by_rule) or lean.words(code)):
            some.append(Failure(code, label, words, min(0.97, lean.sure(code))))
        elif _confidence(by_rule) >= PLAIN and not lean.contradicts(code):
            some.append(Failure(code, label, _evidence(by_rule), ACTS))
    harm, unequal, data = (
        _sure(name, found.get(name, ()), lean.saying) for name in ("safety", "discrimination", "privacy")
    )
    codes = {failure.code for failure in some}
    by_person = "F4" in codes or "F9" in codes or "abuse" in found
    for code, because, weight in (
        ("F1", "safety", 0.0 if by_person else harm),
        ("F8", "safety", harm),
        ("F8", "privacy", data),
        ("F4", "discrimination", unequal),
    ):
        if weight >= ACTS and code not in codes and not (lean.knows(code) and lean.contradicts(code)):
            some.append(Failure(code, FAILURES[code], _evidence(found[because]), weight * 0.8))
            codes.add(code)
    return tuple(sorted(some, key=lambda failure: -failure.confidence))


def heard(saying: Saying) -> dict[str, list[Hit]]:
    """What the rules find, by label, with the praise that is meant the other way round."""
    found = hits(saying)
    if meant := _sarcastic(found, saying):
        found["sarcasm"] = [*found.get("sarcasm", ()), *meant]
    return found


def flags_in(
    found: Mapping[str, Sequence[Hit]], saying: Saying, others: Sequence[Told], lean: Likely
) -> tuple[Flag, ...]:
    """The flags, in their fixed order. What somebody else is quoted as saying is no abuse of the writer's."""
    flags = []
    for name in FLAGS:
        here = list(found.get(name, ()))
        if name == "abuse":
            here = [
                hit for hit in here if not any(hit.span[0] >= one.start and hit.span[1] <= one.end for one in others)
            ]
        sure = _sure(name, here, saying) if here else 0.0
        label = flag(name)
        if lean.knows(label) and not (here and doubted(name, here, saying)):
            sure = lean.agreed(name, sure, by_rule=bool(here))
        words = _evidence(here) if here else lean.words(label) if sure >= ACTS else ()
        if sure and (words or here):
            flags.append(Flag(name, words, sure))
    return tuple(flags)


def _sure(name: str, here: Sequence[Hit], saying: Saying) -> float:
    """How sure a flag is; where all that raised it is in doubt it asks, and does not act."""
    return min(_confidence(here), _ASKS) if doubted(name, here, saying) else _confidence(here)


def _sarcastic(found: Mapping[str, Sequence[Hit]], saying: Saying) -> list[Hit]:
    """Praise that stands beside a failure, in a sentence without a "but"."""
    bad = [hit for code in (*FAILURES, "repeat") for hit in found.get(code, ()) if hit.rule.weight >= ACTS]
    meant = []
    for praise in found.get("praise", ()):
        if praise.sentence < 0 or _BUT.search(saying.words(praise.sentence)):
            continue
        near = [hit for hit in bad if abs(hit.sentence - praise.sentence) <= 1]
        if any(hit.end <= praise.start or praise.end <= hit.start for hit in near):
            meant.append(praise)
    return meant


def feelings_in(
    found: Mapping[str, Sequence[Hit]], own: str, flags: Sequence[Flag], failures: Sequence[Failure]
) -> tuple[Feeling, ...]:
    """How it reads, the strongest first: by words of feeling, or else by what the writer does; calm where neither shows."""
    loud = len(_CAPITALS.findall(own)) + own.count("!!") * 2 + own.count("!") // 2 + own.count("??") * 2
    some: list[Feeling] = []
    for emotion in EMOTIONS[:-1]:
        here = found.get(emotion, ())
        count = len({hit.start for hit in here})
        weight = max((hit.rule.weight for hit in here), default=0.0) + 0.06 * max(0, count - 1)
        weight += 0.06 if loud and emotion in {"anger", "contempt"} else 0
        if weight >= ACTS:
            heat = count + (loud if emotion in {"anger", "contempt", "frustration"} else 0)
            intensity = "high" if heat > 3 else "medium" if heat > 1 or weight > 0.8 else "low"  # noqa: PLR2004
            some.append(Feeling(emotion, intensity, _evidence(here), min(0.95, weight)))
    civil = found.get("calm", ())
    if not some:
        some = _shown(flags, loud=bool(loud), civil=bool(civil))
    told = [one for one in failures if one.code in _BLOCKS and one.confidence >= ACTS and one.evidence]
    if not some and told and not civil and "content" not in found:  # told without a "please"
        some = [Feeling("frustration", "medium" if loud else "low", told[0].evidence, 0.5)]
    if not some and (civil or failures):
        some = [Feeling("calm", "low", _evidence(civil) if civil else failures[0].evidence, 0.6)]
    return tuple(sorted(some, key=lambda feeling: -feeling.confidence)[:3])


#: At most so many feelings are told of one text, and none that is much less likely than the first.
_MOST, _BESIDE = 3, 0.7
#: Time, news, money, errands, answers: who tells of these tells of effort that was blocked.
_BLOCKS = frozenset({"F2", "F3", "F5", "F6", "F7"})
#: What a writer does shows how it reads, where no word of feeling stands.
_SHOWS = {
    "abuse": "contempt",
    "discrimination": "hurt",
    "safety": "anxiety",
    "privacy": "anxiety",
    "public": "anger",
    "legal": "anger",
    "exit": "anger",
    "repeat": "frustration",
    "sarcasm": "frustration",
}


def _shown(flags: Sequence[Flag], *, loud: bool, civil: bool) -> list[Feeling]:
    raised = {flag.flag: flag for flag in flags if flag.confidence >= ACTS}
    for name, emotion in _SHOWS.items():
        if name in raised and not (civil and emotion in {"anger", "anxiety"} and not loud):
            return [Feeling(emotion, "medium" if loud else "low", raised[name].evidence, 0.55)]
    return []


def feelings_with(lean: Likely, feelings: Sequence[Feeling], failures: Sequence[Failure]) -> tuple[Feeling, ...]:
    """How a complaint reads, the likeliest first; its words are those of the rules, else those that speak for it or tell of it."""
    known = [emotion for emotion in EMOTIONS if lean.knows(emotion)]
    if not known:
        return tuple(feelings)
    by_rule = {feeling.emotion: feeling for feeling in feelings}
    order = sorted(known, key=lambda emotion: -lean.of[emotion])
    best = lean.of[order[0]]
    told = []
    for emotion in order[:_MOST]:
        if emotion != order[0] and lean.of[emotion] < _BESIDE * best:
            break
        sure = min(0.95, max(0.5, lean.of[emotion]))
        if emotion in by_rule:
            told.append(replace(by_rule[emotion], confidence=sure))
        else:
            words = lean.words(emotion) or (failures[0].evidence if failures else ())
            told.append(Feeling(emotion, "low", words, sure))
    return tuple(told)


#: Where something went wrong so surely it is a complaint.
_SURELY = 0.7


def complains(
    failures: Sequence[Failure],
    flags: Sequence[Flag],
    feelings: Sequence[Feeling],
    found: Mapping[str, Sequence[Hit]],
    lean: Likely,
) -> bool:
    """Whether something went wrong for the writer, by their words."""
    strong = {flag.flag for flag in flags if flag.confidence >= ACTS}
    if strong - {"vulnerable", "public", "exit"}:
        return True
    if lean.knows("complaint"):
        return lean.holds("complaint") or any(lean.knows(code) and lean.of[code] >= _SURELY for code in FAILURES)
    if strong and failures:
        return True
    sure = [failure for failure in failures if failure.confidence >= ACTS]
    felt = {feeling.emotion for feeling in feelings if feeling.confidence > 0.7} - {"calm"}  # noqa: PLR2004
    told = {hit.start for failure in sure for hit in found.get(failure.code, ())}
    pleased = {hit.start for hit in found.get("content", ())}
    if pleased and not felt and len(told) <= len(pleased):
        return False
    return (
        bool(sure)
        or not felt.isdisjoint({"anger", "disappointment", "betrayal", "contempt", "frustration"})
        or any(feeling.emotion in {"anger", "disappointment", "betrayal", "contempt"} for feeling in feelings)
    )


def severity_with(lean: Likely, by_rule: Severity) -> Severity:
    """How serious, the likeliest; where the rules say another level, the words that speak for this one say why."""
    if not all(lean.knows(level(name)) for name in LEVELS):
        return by_rule
    best = max(LEVELS, key=lambda name: lean.of[level(name)])
    if by_rule.level in {best, "critical"}:  # in doubt the graver
        return by_rule
    return Severity(best, _LIKE[best])


_LIKE = {
    "minor": "By many texts like it, an annoyance.",
    "moderate": "By many texts like it, money, time or use was lost; it can be put right.",
    "serious": "By many texts like it, the loss is large or hard to repair.",
    "critical": "By many texts like it, health, safety, liberty or home is at stake.",
}


def severity_of(
    failures: Sequence[Failure], flags: Sequence[Flag], saying: Saying | None, specifics: Sequence[Specific]
) -> Severity:
    """How serious, by the first reason that holds, the worst first."""
    raised = {flag.flag for flag in flags if flag.confidence >= ACTS}
    codes = {failure.code for failure in failures}
    if saying is None or not (codes or raised):
        return Severity("minor", "Nothing was lost by these words.")
    words = saying.said
    if "safety" in raised:
        return Severity("critical", "Somebody was hurt, fell ill, or could have been.")
    if "vulnerable" in raised and _has(_ESSENTIAL, words):
        return Severity("critical", "Somebody who needs care is without what they cannot do without.")
    if _has(_HOME, words):
        return Severity("critical", "Home or liberty is at stake.")
    return _serious(raised, codes, words, specifics) or _lesser(codes, raised, words, specifics)


_HOME = re.compile(r" (?:evicted|eviction|homeless|repossess\w*|foreclos\w*|arrested|detained|deported|jail\w*) ")
_ESSENTIAL = re.compile(
    r" (?:no|without|lost|not have) (?:any )?(?:heating|hot water|water|power|electricity|gas|phone|wages"
    r"|salary|access to my (?:money|account))"
    r"|water (?:is )?off|power (?:is )?off|can not (?:open|trade|work|get out)|locked out of my (?:home|house"
    r"|flat)|account (?:is )?frozen"
)
_DEADLINE = re.compile(
    r" (?:exam|wedding|funeral|surgery|operation|visa|completion|hearing|interview|flight|deadline|chemo\w*|birth) .*"
    r" (?:not here|miss|missed|late|if it is|before|on the|in time|will not let|too late)|too late (?:now )?to"
    r"|no doing it over|once in a lifetime"
)
_THIRD = re.compile(
    r" (?:third|fourth|fifth|sixth|3 rd|4 th|5 th|6 th|umpteenth|three times|four times|five times|3 times|4 times) "
)
_LOSS = re.compile(
    r" (?:losing|lost|lose) (?:\w+ ){0,3}(?:£|\$|€) |lost (?:everything|my business|our savings|all)|a day [.]|life savings"
)


def _has(pattern: re.Pattern[str], words: str) -> bool:
    return pattern.search(words) is not None


def _serious(raised: set[str], codes: set[str], words: str, specifics: Sequence[Specific]) -> Severity | None:
    if "discrimination" in raised:
        why = "Treated worse for who they are."
    elif "privacy" in raised and codes:
        why = "Their data or identity is in strange hands."
    elif "vulnerable" in raised and (codes or raised - {"vulnerable"}):
        why = "It hit somebody who needs care."
    elif _has(_ESSENTIAL, words):
        why = "Something they cannot do without is gone."
    elif _has(_LOSS, words):
        why = "The loss is large for them."
    elif any(_is_large(one) for one in specifics):
        why = "The sum is large."
    elif codes & {"F1", "F2", "F3", "F9"} and _has(_DEADLINE, words):
        why = "A date is at stake that does not come again."
    elif "repeat" in raised and "F7" in codes and _has(_THIRD, words):
        why = "It is not the first nor the second time."
    else:
        return None
    return Severity("serious", why)


def _is_large(one: Specific) -> bool:
    return one.number is not None and float(one.number) >= _LARGE.get(one.currency, 1000)


def _lesser(codes: set[str], raised: set[str], words: str, specifics: Sequence[Specific]) -> Severity:
    if codes & {"F5", "F7", "F8"} or raised & {"repeat", "legal", "exit"}:
        return Severity("moderate", "Money, time or trust was lost; it can be put right.")
    if codes & {"F1", "F2", "F9"} and (
        _has(_USE, words) or any(one.kind in {"amount", "order", "deadline"} for one in specifics)
    ):
        return Severity("moderate", "Something paid for cannot be used, or time was lost; it can be put right.")
    return Severity("minor", "An annoyance; no loss is told.")


_USE = re.compile(
    r" (?:broken|broke|faulty|not work\w*|never (?:came|arrived)|not (?:here|arrived|come|received)|stopped"
    r"|wrong|missing|leak\w*|refund|replace\w*|collect|weeks"
    r"|days|months|weeks|hours|dead|damaged|crash\w*|failed|useless|lost|cancelled|still) "
)


def _evidence(some: Sequence[Hit]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for start, end in sorted({hit.span for hit in some if hit.span[1] > hit.span[0]}):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


def _confidence(some: Sequence[Hit]) -> float:
    """The surest rule, and a little more for every other that agrees; what is only a question stays one."""
    if not some:
        return 0.0
    best = max(hit.rule.weight for hit in some)
    return best if best < ACTS else min(0.97, best + 0.02 * (len({hit.start for hit in some}) - 1))
