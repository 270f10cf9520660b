"""What the rules found is weighed: failures, feelings, flags, whether it is a complaint, and how serious."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

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
        if weight >= ACTS and code not in codes:
            some.append(Failure(code, FAILURES[code], _evidence(found[because]), weight * 0.8))
            codes.add(code)
    return tuple(sorted(some, key=lambda failure: -failure.confidence))


def flags_in(found: Mapping[str, Sequence[Hit]], saying: Saying, others: Sequence[Told]) -> tuple[Flag, ...]:
    """The flags, in their fixed order. What somebody else is quoted as saying is no abuse of the writer's."""
    flags = []
    for name in FLAGS:
        here = list(found.get(name, ()))
        if name == "abuse":
            here = [
                hit for hit in here if not any(hit.span[0] >= one.start and hit.span[1] <= one.end for one in others)
            ]
        if name == "sarcasm":
            here += _sarcastic(found, saying)
        if here:
            flags.append(Flag(name, _evidence(here), _sure(name, here, saying)))
    return tuple(flags)


_STRANGER = re.compile(
    r" (?:neighbou?rs?|lady|gentleman|passengers?|stranger|bystander|another (?:customer|guest|man|woman)"
    r"|the (?:man|woman|person) (?:in|next|behind)) "
)
_OURS = re.compile(r" (?:i|me|my|we|our|us) ")
_SHE = re.compile(r"\n (?:she|he|they|her|his) ")


def _is_of_a_stranger(hit: Hit, saying: Saying) -> bool:
    """Whether the words are about somebody who is neither the writer nor theirs; "she" may be the lady of the sentence before."""
    if hit.sentence < 0:
        return False
    before = saying.said[saying.bounds[hit.sentence][0] : hit.end]
    if _SHE.match(before) and hit.sentence:
        before = saying.words(hit.sentence - 1) + before
    last = None
    for last in _STRANGER.finditer(before):  # noqa: B007 - the nearest one
        pass
    return last is not None and not _OURS.search(before, last.end() - 1)


#: Who writes of these writes of money; of the others only where three of them stand.
_OF_DEBTS = frozenset(
    """
    loan loans mortgage mortgages lender lenders servicer debt debts debtor creditor creditors collector collectors foreclosure
    foreclosed refinance refinancing modification overdraft overdrafts escrow forbearance deferment equifax experian transunion
    economy economic market markets crypto bitcoin inflation stocks investors financial fund funds
    bureau bureaus garnish garnishment repossessed unsecured cfpb fdcpa fcra monetary arrears
    """.split()  # noqa: SIM905 - read better as a text
)
_OF_MONEY = frozenset(
    "bank banks banking credit card cards debit deposit account accounts payment payments balance interest fee fees insurance owe owed owing billing".split()  # noqa: SIM905
)
#: Words that are never a figure of speech in such a text.
_GRAVE = re.compile(
    r" (?:suicid\w*|(?:kill\w*|hurt\w*|harm\w*|shoot|stab|hang) (?:myself|himself|herself|me|you|us|him|her)|end (?:it all|my life)"
    r"|take my (?:own )?life|die|be here|go on|alive|gun|knife|weapon|assault\w*|punch\w*|beat\w*|groped|raped?|stalk\w*) "
)


def _is_of_money(hit: Hit, saying: Saying) -> bool:
    """Whether a word of harm stands in a text about debts, where nobody's body need be meant: it asks, and pages nobody."""
    if hit.sentence < 0 or _GRAVE.search(saying.words(hit.sentence)):
        return False
    words = set(saying.tokens)
    return not words.isdisjoint(_OF_DEBTS) or len(words & _OF_MONEY) > 2  # noqa: PLR2004 - a card pays for many a thing


_WHO = re.compile(
    r" (?:(?P<own>i|we|my (?:wife|husband|partner|family|mother|father)|please|pls|lets|let us|both|all of us)|they|he|she|which|who"
    r"|(?:the|this|a|your|my|our|another|their) (?:\w+ ){0,2}?(?:bank|company|lender|servicer|agency|agent|rep|representative|manager|seller"
    r"|plaintiff|landlord|employer|management|collector|bureau|store|merchant|dealer|dealership|clerk|lady|vendors?|account)) (?!\n)"
)


#: Nobody need be named before the first words: "Closing my account today."
_FIRST = 4


def _is_anothers(hit: Hit, saying: Saying) -> bool:
    """Whether the nearest subject before the words of leaving is not the writer: "the bank closed the account".

    In a text about debts the writer must be named, or the words begin the sentence.
    """
    if hit.sentence < 0:
        return False
    start = saying.bounds[hit.sentence][0]
    last = None
    for last in _WHO.finditer(saying.said, start, hit.end + 1):  # noqa: B007 - the nearest one
        pass
    if last is None:
        begun = len(saying.said[start : hit.start].split()) < _FIRST
        return not begun and not _OF_DEBTS.isdisjoint(saying.tokens)  # there a closed account is a fact and no threat
    return last["own"] is None and last.end() <= hit.start + 1


_DOUBTS = {"vulnerable": _is_of_a_stranger, "safety": _is_of_money, "exit": _is_anothers}


def _sure(name: str, here: Sequence[Hit], saying: Saying) -> float:
    """How sure a flag is; where all that raised it is in doubt it asks, and does not act."""
    doubted = name in _DOUBTS and all(_DOUBTS[name](hit, saying) for hit in here)
    return min(_confidence(here), _ASKS) if doubted else _confidence(here)


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
        return lean.holds("complaint")
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
    r" (?:third|fourth|fifth|sixth|3rd|4th|5th|6th|umpteenth|three times|four times|five times|3 times|4 times) "
)
_LOSS = re.compile(
    r" (?:losing|lost|lose) (?:\w+ ){0,3}(?:£|\$|€) |lost (?:everything|my business|our savings|all)|a day [.]|life savings"
)


def _has(pattern: re.Pattern[str], words: str) -> bool:
    return pattern.search(words) is not None


def _serious(raised: set[str], codes: set[str], words: str, specifics: Sequence[Specific]) -> Severity | None:
    reasons = (
        (lambda: "discrimination" in raised, "Treated worse for who they are."),
        (lambda: "privacy" in raised and bool(codes), "Their data or identity is in strange hands."),
        (lambda: "vulnerable" in raised and bool(codes or raised - {"vulnerable"}), "It hit somebody who needs care."),
        (lambda: _has(_ESSENTIAL, words), "Something they cannot do without is gone."),
        (lambda: _has(_LOSS, words), "The loss is large for them."),
        (lambda: any(_is_large(one) for one in specifics), "The sum is large."),
        (
            lambda: bool(codes & {"F1", "F2", "F3", "F9"}) and _has(_DEADLINE, words),
            "A date is at stake that does not come again.",
        ),
        (
            lambda: "repeat" in raised and "F7" in codes and _has(_THIRD, words),
            "It is not the first nor the second time.",
        ),
    )
    return next((Severity("serious", why) for holds, why in reasons if holds()), None)


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
