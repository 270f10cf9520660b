"""Having listened: their own facts read back; nothing made small, nothing compared, nothing left unanswered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.hearing.belittling_words import BELITTLED, told_otherwise
from amends.checks.hearing.figures import misread
from amends.checks.hearing.luckier_words import AMONG_THEM, LOTS, LUCK, NOT_SAID
from amends.checks.hearing.others_words import NAMED_FOR_CAUSE, OTHERS, WORSE_LUCK
from amends.checks.hearing.smaller_words import SMALLER
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark
from amends.drafts.turns import Turn, Turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from amends.drafts.context import Concern
    from amends.drafts.draft import Draft

_GENERIC = Cue(
    r"\b(?:an? |the |your |any )(?:recent |unpleasant |unfortunate |negative |bad |poor ){0,4}(?:issues?|experience"
    r"|problems?|concerns?|matter|situation|incident|inconvenience|feedback|complaint|query|enquiry)(?: (?:with|regarding"
    r"|about|concerning) (?:our|the|your) (?:recent )?(?:service|product|order|experience|purchase|stay|visit))?",
    "issue|experience|problem|concern|matter|situation|incident|inconvenience|feedback|complaint|query|enquiry",
)
_CONCRETE = late(
    r"\d|[£$€]|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|january|february|march|april|june"
    r"|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
MINIMISING = Turns(
    Turn(
        r"\b(?:it|this|that)(?:'s| is| was|'s just| seems| looks)(?: really| just| only| merely| simply| quite"
        r"| after all){0,4}(?: (?:just|only|merely|simply|nothing more than)) (?:a|an|one|some|the|about|\d+)\b(?! (?:one"
        r"|of)\b)[^.!?\n]{0,50}|\b(?:only|just|merely) a (?:\w+ )?(?:small|little|minor|tiny|slight|cosmetic|temporary"
        r"|matter of)\b|\byou only (?:had to )?(?:wait(?:ed)?|lost|missed|paid|went without)\b[^.!?\n]{0,40}|\b(?:was|were|is"
        r"|only|just|merely) (?:only|just|merely) (?:about )?(?:\d+|a few|a couple of|one|two|three|four|five|ten|twenty"
        r"|thirty) (?:minutes?|hours?|days?|pounds?|pence)\b|\b(?:slight|minor|small|tiny|little|trivial) (?:\w+ )?(?:hiccup"
        r"|glitch|delay|inconvenience|mix-?up|oversight|issue|error|mistake|slip|blip|bump|snag|hold-?up|setback"
        r"|misunderstanding)\b|\b(?:barely|hardly|scarcely) (?:visible|noticeable|notice|noticed|noticeably|see|worth"
        r"|anything|a)\b|\b(?:calm down|keep calm|stay calm|(?:please|try to|need to|should|must) (?:just )?relax|chill out"
        r"|take it easy(?! on)|don't panic|don't overreact|be reasonable)\b|\b(?:these|such|those) things (?:do |will "
        r"|can )?happen\b|\b(?:it|things|mistakes|accidents|delays|this) (?:just )?happens?(?: to (?:everyone|all of us"
        r"|anyone|the best)| all the time| now and then| from time to time)?(?=[.,!;]|$| in (?:a|an|any))"
        r"|\bgo missing (?:now and then|from time to time|sometimes)|\bnow and then\b(?=[.!])|\b(?:not|isn't|hardly"
        r"|no)(?: really| such| exactly)? (?:a |the )?(?:big deal|big thing|end of the world|great harm|real harm|harm done"
        r"|huge issue|major issue|so bad|that bad|serious|tragedy|drama)\b|\b(?:not|isn't|wasn't)(?: really"
        r"| such)? an? (?:big|huge|major|serious|real|great) (?:problem|issue|concern|matter|delay|difference)\b"
        r"|\boverreact\w*|\bblow(?:n|ing)? (?:\w+ ){0,2}?out of (?:all )?proportion\b|\bmaking (?:a fuss|a mountain|too much)"
        r"|\bnothing to (?:worry|be (?:upset|worried|concerned)|get (?:upset|worked up))|\bnothing to get upset\b"
        r"|\bno (?:real )?(?:cause|reason|need) (?:for|to be|to get|to feel)(?: so| too| this| that)? (?:alarm|concern(?:ed)?"
        r"|upset|angry|worried|worked up)\b|\b(?:most|other|many) (?:people|customers|guests|users) (?:would )?(?:hardly"
        r"|barely|don't|do not|never|wouldn't) (?:even )?(?:notice|mind|care)\b|\b(?:it|this|that)(?:'s| is| was) (?:only"
        r"|just|merely) (?:hair|money|food|paint|paper|words|weather|dust|water|noise|cosmetic|temporary|human|natural"
        r"|procedure|standard|how)\b|\bget over it\b|\b(?:not|hardly|scarcely) worth (?:getting|being|making|complaining"
        r"|the fuss)\b[^.!?\n]{0,30}|\b(?:try|please try) (?:not to worry|to see the (?:funny|bright))\b[^.!?\n]{0,20}"
        r"|\b(?:a )?(?:storm in a teacup|drop in the ocean|fuss about nothing|petty|trivial matter|mere (?:formality|detail"
        r"|technicality|inconvenience))\b|\bdon't (?:be|get) (?:so |too )?(?:upset|angry|dramatic|silly|emotional"
        r"|worked up)\b|\bno harm done\b|\b(?:it|that) (?:could|can)(?:n't| not) have been (?:that|so) bad\b",
        "worth try storm ocean petty trivial mere don't fuss just only merely simply nothing slight minor small tiny little"
        " barely hardly scarcely calm relax chill easy panic overreact overreacting overreacted overreaction reasonable"
        " happen happens missing now big end harm proportion mountain much upset angry worried concern concerned alarm worked"
        " notice mind care over serious bad tragedy drama issue problem matter delay difference funny bright teacup formality"
        " detail technicality inconvenience",
    ),
)
_NOT_SMALL = late(
    r"\b(?:not|isn't|wasn't|never|no|than|nothing|far from|aren't|won't|if|when|whenever|how|why|before|let|(?:don't"
    r"|do not) (?:have|need|expect)|you told|we are"
    r"|we're|didn't|doesn't|don't think)(?: \w+){0,2}\s*$",
    re.IGNORECASE,
)
_ASKED = late(r"(?<!shall we)(?<!, eh)(?<!, no)(?<!right)(?<!okay)\?\Z")
COMPARING = Cue(
    r"\b(?:other|others|many|most|some|plenty of|lots of|thousands of|hundreds of|several)(?: (?:of our|our"
    r"|other))?(?: (?:customers?|passengers?|guests?|people|travellers?|travelers?|patients?|tenants?|families|households"
    r"|members|users|clients|shoppers|callers|neighbours|owners|students|parents|residents))? (?:have |had |are |were "
    r"|get |got |wait|waited|went|face|faced|suffer|would |in |on |also |still |at )[^.!?\n]{0,40}?(?:longer|worse"
    r"|far more|much more|more than you|less|nothing at all|no \w+ at all|would love|same (?:problem|issue|thing|boat))\b"
    r"|\bat least (?:nobody|no one|no-one|none|nothing|you|your|it|the|this|we|they|he|she|there|everyone"
    r"|everybody)\b(?! can be| should)|\b(?:could|might) (?:have been |be )(?:a lot |much |far |so much )?worse\b"
    r"|\b(?:things|it) could be worse\b|\bcount yourself (?:lucky|fortunate)|\byou(?:'re| are| were)(?: actually| really"
    r"| quite| rather)? (?:lucky|fortunate)(?! to have (?:you|kept|such))|\b(?:you(?:'re| are)|your \w+ (?:is|was)) (?:not"
    r"|hardly|by no means) the only (?:one|person|customer|passenger|guest)|\b(?:everyone|everybody|we(?:'re"
    r"| are) all) (?:else )?(?:is |was )?in the same boat\b|\bworse off than\b|\bnot (?:as|so) bad as (?:other|some|what)",
    "other|many|most|some|plenty|thousands|hundreds|several|at least|worse|lucky|fortunate|the only|same boat|as bad|so bad",
)
_STOP = frozenset(
    """
    a an the is are was were be been do does did to of in on at for from by with and or not no it its this that my
    your our we you i me us they them he she his her why how what when where which who if can could would will should
    have has had there their about as so but any all being am get got want wants
    """.split()  # noqa: SIM905 - read better as a text
)
_GENERAL = frozenset(
    """
    order parcel refund item delivery money account service customer product case issue problem thing time day today
    """.split()  # noqa: SIM905 - read better as a text
)
_TOKEN = late(r"[^\W_]+(?:'[a-z]+)?")
_NUMBER = late(r"\d[\d.,/-]*")
_ASIDE = late(
    r"^\W*(?:you (?:also )?(?:asked|wrote|said|mentioned|wanted)|as (?:for|to)|about|regarding|on|concerning|thank|thanks"
    r"|sorry|I'm sorry|I am sorry|we're sorry|we are sorry)\b",
    re.IGNORECASE,
)


def read_back(draft: Draft) -> Iterator[Mark]:
    """C04: a first reply names their facts, and names them right."""
    if draft.context.stage != "first_reply":
        return
    named = draft.context.specifics
    wrong = next((found for one in named if (found := misread(draft, one))), None)
    if wrong:
        start, end, right = wrong
        yield Mark(start, end, f"They told us {right}.", right)
        return
    if named:
        met = [one for one in named if names(draft, one)]
        if not met or (len(named) > 3 and len(met) < 2):  # noqa: PLR2004 - of four facts one is not enough
            yield Mark(
                draft.missing, draft.missing, "Their own facts are not read back.", f"Name them: {', '.join(named)}."
            )
        return
    vague = _GENERIC.first(draft)
    if vague and not _CONCRETE.search(" ".join(sentence.words for sentence in draft.body)):
        yield Mark(vague.start(), vague.end(), "This could be said of any complaint: nothing of theirs is read back.")


def names(draft: Draft, fact: str) -> bool:
    """Whether a fact stands in the draft: its numbers as they are, or most of its words."""
    low = draft.low
    if fact.lower() in low:
        return True
    numbers = [number.strip(".,") for number in _NUMBER.findall(fact)]
    said = {number.strip(".,") for number in _NUMBER.findall(low)}
    if any(len(number) > 2 for number in numbers):  # noqa: PLR2004 - an order is known by its number
        return any(number in said for number in numbers if len(number) > 2)  # noqa: PLR2004
    words = [word for word in _TOKEN.findall(fact.lower()) if word not in _STOP]
    spoken = set(_TOKEN.findall(low))
    stems = {stem(word) for word in spoken}
    met = sum(word in spoken or stem(word) in stems for word in words)
    return bool(words) and met >= max(1, round(len(words) * 0.6))


def minimising(draft: Draft) -> Iterator[Mark]:
    """C08."""

    def harmless(found: re.Match[str]) -> bool:
        before = draft.said[max(0, found.start() - 30) : found.start()]
        return (
            (bool(_NOT_SMALL.search(before)) and not found[0].lower().startswith("blow"))
            or bool(_ASKED.search(draft.sentence(found.start())))
            or bool(re.match(r"(?:it|this|that|there)(?:'s| is) (?:just|only) (?:one|the)", found[0], re.IGNORECASE))
        )

    yield from _once(
        mark
        for cue in (MINIMISING, *(() if "safety" in draft.context.flags else (SMALLER,)))
        for mark in cue.marks(draft, "It makes small what was not small to them.", unless=harmless)
    )
    yield from BELITTLED.marks(
        draft, "It makes small what was not small to them.", unless=lambda found: told_otherwise(draft, found)
    )


#: What befell them, beside somebody of theirs.
_THEIR_LOSS = late(r"\byou(?:'d| had)? (?:lost|spent|missed|had to|paid|stood|sat|waited|were left)\b", re.IGNORECASE)
#: It is held against theirs.
_MEASURED = late(
    r"\b(?:more|worse|longer|less|than|too|also|even|only|at least|just|others?|but|lucky|luckily|everybody|everyone)\b",
    re.IGNORECASE,
)


def comparing(draft: Draft) -> Iterator[Mark]:
    """C50."""

    def with_cause(found: re.Match[str]) -> bool:
        sentence = draft.sentence(found.start())
        return (
            bool(NAMED_FOR_CAUSE.search(sentence))
            or sentence.endswith("?")
            or (bool(_THEIR_LOSS.search(sentence)) and not _MEASURED.search(sentence))
        )

    def fair(found: re.Match[str]) -> bool:
        return with_cause(found) or bool(AMONG_THEM.search(ahead(draft, found)))

    def denied(found: re.Match[str]) -> bool:
        return bool(NOT_SAID.search(ahead(draft, found)))

    why, instead = "Others' worse luck comforts nobody.", "Leave this out; name what happened to them."
    yield from _once(
        mark
        for cue, spared in (
            (COMPARING, denied),
            (OTHERS, with_cause),
            (WORSE_LUCK, with_cause),
            (LOTS, fair),
            (LUCK, denied),
        )
        for mark in cue.marks(draft, why, instead, unless=spared)
    )


def ahead(draft: Draft, found: re.Match[str]) -> str:
    """What stands in the sentence before the place."""
    return draft.said[draft.sentences[draft.index(found.start())].start : found.start()]


def _once(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Of marks that overlap the first: several cues may know one place."""
    given: list[Mark] = []
    for mark in marks:
        if not any(mark.start < one.end and one.start < mark.end for one in given):
            given.append(mark)
            yield mark


def unanswered(draft: Draft) -> Iterator[Mark]:
    """C36: each concern is met by a sentence that says something about it; implied ones warn."""
    if draft.context.stage in {"handoff", "gift_note", "public_reply", "notice", "win_back"}:
        return
    for concern in draft.context.concerns:
        if not _met(draft, concern):
            level = "block" if concern.kind == "stated" else "warn"
            yield Mark(draft.missing, draft.missing, f"Not answered: {concern.text}", level=level)  # type: ignore[arg-type]


def _met(draft: Draft, concern: Concern) -> bool:
    keywords = [word.lower() for word in concern.keywords]
    own = [word for word in _TOKEN.findall(concern.text.lower()) if word not in _STOP and word not in _GENERAL]
    body = draft.body
    for place, sentence in enumerate(body):
        low = sentence.words.lower()
        stems = {stem(word) for word in _TOKEN.findall(low)}
        if not (any(_has(low, stems, word) for word in keywords) or _paraphrased(stems, own)):
            continue
        if not _ASIDE.match(sentence.words) or ": " in sentence.words or place + 1 < len(body) or len(low) > 90:  # noqa: PLR2004 - more than a mention
            return True
    return False


def _has(low: str, stems: set[str], keyword: str) -> bool:
    return keyword in low if " " in keyword or not keyword.isalpha() else stem(keyword) in stems


def _paraphrased(stems: set[str], own: Iterable[str]) -> bool:
    words = {stem(word) for word in own}
    met = len(words & stems)
    return met >= 2 or (met == 1 and len(words) == 1)  # noqa: PLR2004 - two words of their own


def stem(word: str) -> str:
    """The beginning of a word, enough to know it again in another form."""
    bare = word.lower().removesuffix("'s")
    for ending in (
        "ations",
        "ation",
        "ments",
        "ment",
        "ingly",
        "edly",
        "ness",
        "ings",
        "ing",
        "ied",
        "ies",
        "ers",
        "ely",
        "ed",
        "es",
        "ly",
        "er",
        "en",
        "s",
        "e",
        "y",
    ):
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:  # noqa: PLR2004 - the least that tells words apart
            return bare[: len(bare) - len(ending)]
    return bare
