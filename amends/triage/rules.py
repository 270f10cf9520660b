"""The rules' own small language: words in a row, gaps of bounded length, and the traps that take a match back.

A rule file has one rule a line, under the label it is for:

    = exit
    + 0.9 i|we ~2 leav* you|{provider}     counts this much
    - leav* the country                    what stands here does not count for this label
    ? 0.4 i know my rights => …            counts, stays under 0.5, and leaves a question to ask

`a|b` is either word, `c*` any word that begins so, `a_b` two words in a row, `[a]` may be missing, `~3` up to three words between,
`~~9` up to nine even past the end of a sentence, `^` its beginning, `$` its end (a dollar beside `£`), `#` a number,
`!a|b` neither of them next (behind a gap: nor within it), `{name}` a list of `words.txt`.
A denial before or within a match takes it back, unless the rule says "not" itself or begins with `!`.
Nothing repeats without a bound, so no text can make a rule slow.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(
    r"(?P<sign>[+?-]) (?:(?P<weight>[01](?:\.\d+)?) )?(?P<strict>! )?(?P<pattern>[^>]+?)(?: => (?P<question>.+))?$"
)
DENIALS = frozenset("not never no without nobody none neither nor hardly nothing".split())  # noqa: SIM905
_SUBJECTS = frozenset("i we you he she they it my our your the".split())  # noqa: SIM905
_HELD = frozenset("think believe say saying said mean suggest suggesting expect sure because".split())  # noqa: SIM905
#: Words so common that none of them wakes a rule by itself where a rarer one is at hand.
_SMALL = frozenset(
    """
    a about after all also am an and any are as at back be because been before being but by came can come could did do does
    done every first for from gave get give go going good got had has have he her here him his how i if in into is it its just
    know last let like make me more most much my need never new next no nobody not nothing now of off on once one only or our
    out over own please put said same say see she should since so some still take than thanks thank that the their them then
    there these they thing this time times to told too two up us very want was way we well went were what when where which
    while who why will with without work would year years you your . , ! ? " 's day days week weeks month months again
    """.split()  # noqa: SIM905 - read better as a text
)
_PLAIN = re.compile(r"[a-z0-9_'-]+")
_ITEM = re.compile(r"\{(\w+)\}")


@dataclass(slots=True)
class Rule:
    """One line of a rule file; `anchors` are words, or pairs of them, of which one must stand in a sentence to try the rule at all."""

    label: str
    sign: str
    weight: float
    pattern: str
    strict: bool
    question: str = ""
    anchors: frozenset[str] = frozenset()
    crosses: bool = False
    before: tuple[frozenset[str], ...] = ()
    """Of each of these sets one word must stand before the anchor too, and of each of `after` behind it: cheap questions
    before the dear one."""
    after: tuple[frozenset[str], ...] = ()
    ready: re.Pattern[str] | None = field(default=None, repr=False)
    """The compiled pattern, once it was needed."""
    literal: str = ""
    """The pattern as it stands in plain words, where it is no more than words."""
    denies: bool = False
    """Whether the rule is about a denial, and so is not taken back by one."""

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as a regular expression over plain words, the blank before them included; made when first needed."""
        if self.ready is None:
            self.ready = re.compile(" " + "".join(_parts(self.pattern.split())))
        return self.ready


#: What a word brings: the bits of the sets it stands in, and the places in `rules` of those it wakes, with the bits of the sets
#: that must be met before and behind it; last those whose words may stand in a sentence beside.
Brings = tuple[int, tuple[tuple[int, int, int], ...], tuple[tuple[int, int, int], ...]]


@dataclass(frozen=True, slots=True)
class Book:
    """All rules, by the words and the pairs of words that wake them; a bit stands for each set of words that some rule asks for."""

    rules: tuple[Rule, ...]
    exact: dict[str, list[int]]
    stems: dict[str, list[int]]
    lengths: tuple[int, ...]
    bits: dict[str, int]
    stem_bits: dict[str, int]
    masks: tuple[tuple[int, int], ...]
    pairs: dict[str, Brings] = field(default_factory=dict)
    """What two words in a row bring beside what each brings."""

    def of(self, word: str) -> Brings:
        """What a word brings."""
        known = KNOWN.get(word)
        if known is None:
            if len(KNOWN) > _REMEMBERED:
                KNOWN.clear()
            known = KNOWN[word] = _brought(self, word)
        return known


@cache
def book() -> Book:
    """The rules of this house, read once."""
    rules = tuple(_rules())
    exact: dict[str, list[int]] = {}
    stems: dict[str, list[int]] = {}
    for at, rule in enumerate(rules):
        for anchor in rule.anchors:
            place = stems if anchor.endswith("*") else exact
            place.setdefault(anchor.rstrip("*"), []).append(at)
    asked = Counter(some for rule in rules for some in (*rule.before, *rule.after))
    bit = {
        some: 1 << number for number, (some, _) in enumerate(asked.most_common())
    }  # short numbers for what is often asked
    bits: dict[str, int] = {}
    stem_bits: dict[str, int] = {}
    for some, one in bit.items():
        for word in some:
            table = stem_bits if word.endswith("*") else bits
            table[word.rstrip("*")] = table.get(word.rstrip("*"), 0) | one
    masks = tuple(
        (sum(bit[some] for some in set(rule.before)), sum(bit[some] for some in set(rule.after))) for rule in rules
    )
    lengths = tuple(sorted({len(stem) for stem in (*stems, *stem_bits)}))
    made = Book(rules, exact, stems, lengths, bits, stem_bits, masks)
    made.pairs.update((words, _brought(made, words)) for words in (*exact, *bits) if " " in words)
    return made


#: What words brought before; see `Book.of`.
KNOWN: dict[str, Brings] = {}
#: So many words are remembered; a text of nothing but new words must not fill the memory.
_REMEMBERED = 20_000


def _brought(book: Book, word: str) -> Brings:
    places = set(book.exact.get(word, ()))
    bits = book.bits.get(word, 0)
    for length in () if " " in word else book.lengths:
        if length > len(word):
            break
        places.update(book.stems.get(word[:length], ()))
        bits |= book.stem_bits.get(word[:length], 0)
    if word[:1].isdigit():
        places.update(book.exact.get("#", ()))
        bits |= book.bits.get("#", 0)
    woken = [(at, *book.masks[at]) for at in sorted(places)]
    crossing = [book.rules[at].crosses for at, _, _ in woken]
    return (
        bits,
        tuple(one for one, crosses in zip(woken, crossing, strict=True) if not crosses),
        tuple(one for one, crosses in zip(woken, crossing, strict=True) if crosses),
    )


def _rules() -> Iterator[Rule]:
    folder = files("amends.triage") / "rules"
    words = _lists((folder / "words.txt").read_text(encoding="utf-8"))
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name != "words.txt" and file.name.endswith(".txt"):
            yield from _rules_of(file.name, file.read_text(encoding="utf-8"), words)


def _lists(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, words = line.partition(":")
            found[name.strip()] = "|".join(_filled(words, found).split())
    return found


def _filled(pattern: str, words: dict[str, str]) -> str:
    return _ITEM.sub(lambda match: words[match[1]], pattern)


def _rules_of(name: str, text: str, words: dict[str, str]) -> Iterator[Rule]:
    label = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("= "):
            label = line[2:].strip()
            continue
        match = _LINE.match(line.strip())
        if (
            match is None
            or not label
            or any(not word.strip(" _") for item in match["pattern"].split() for word in item.split("|"))
        ):
            raise ValueError(f"{name}, line {number}: this is no rule: {line!r}")
        weight = float(match["weight"] or (0.45 if match["sign"] == "?" else 0.9))
        pattern = " ".join(_filled(match["pattern"], words).split())
        rule = Rule(label, match["sign"], weight, pattern, match["strict"] is None, match["question"] or "")
        yield from _each(rule) if " " not in pattern and "|" in pattern and "$" not in pattern else (_ready(rule),)


def _ready(rule: Rule) -> Rule:
    words = rule.pattern.replace("_", " ")
    before, anchors, after = _needs(rule.pattern)
    return replace(
        rule, anchors=anchors, before=before, after=after, crosses="~~" in rule.pattern,
        literal=f" {words} " if _PLAIN.fullmatch(rule.pattern) else "", denies=rule.denies or _denies(rule),
    )  # fmt: skip


def _denies(rule: Rule) -> bool:
    words = {word for item in rule.pattern.split() for some in _alternatives(item) for word in some.split()}
    return not rule.strict or not words.isdisjoint(DENIALS)


def _each(rule: Rule) -> Iterator[Rule]:
    """A rule that is one long list of words, as one rule for each: only those whose words stand there are tried."""
    denies = _denies(rule)
    for word in dict.fromkeys(rule.pattern.split("|")):
        yield _ready(replace(rule, pattern=word, denies=denies))


def _needs(pattern: str) -> tuple[tuple[frozenset[str], ...], frozenset[str], tuple[frozenset[str], ...]]:
    """The words of the item that stands in the fewest sentences, as far as common words tell, and those of the items round it."""
    items = [item for item in pattern.split() if item[0] not in "[~^!" and item != "$"]
    sure = [item for item in items if "$" not in item.split("|") or "£" in item] or items
    best = min(sure, key=lambda item: sum(map(_often, _telling(item))))
    place = items.index(best)
    before, after = (
        tuple(_telling(item) for item in some if "$" not in item) for some in (items[:place], items[place + 1 :])
    )
    return before, _telling(best), after


def _alternatives(item: str) -> list[str]:
    return item.strip("[]").replace("_", " ").split("|")


def _telling(item: str) -> frozenset[str]:
    return frozenset(map(_first, _alternatives(item)))


#: Of a hundred sentences so many have one of these words, another common word, or any other; the rough is enough.
_EVERYWHERE = frozenset(
    """
    the to i and a of my in it for is was on that you not . , we have with me but # be at this
    """.split()  # noqa: SIM905 - read better as a text
)
_OFTEN = frozenset(
    """
    account bank call called card company credit customer email information letter loan money number order pay paid payment
    phone refund service bill charge charged received report sent send asked ask help still again even because told tell
    someone who they when never date month day any other make made use house home name address item work problem issue
    """.split()  # noqa: SIM905 - read better as a text
)


def _often(word: str) -> float:
    if " " in word:
        return 0.5 if _SMALL.issuperset(word.split()) else 0.1
    return 25.0 if word in _EVERYWHERE else 6.0 if word in _SMALL else 3.0 if word in _OFTEN else 0.3


def _first(words: str) -> str:
    """Of several words in a row, what to wake by: the two whose rarer is the longest, or one where none stand side by side."""
    some = words.split()
    rare = {word: (word not in _SMALL, len(word.rstrip("*"))) for word in some}
    plain = [pair for pair in pairwise(some) if all(map(_PLAIN.fullmatch, pair))]
    if plain:
        return " ".join(max(plain, key=lambda pair: max(rare[word] for word in pair)))
    return max(some, key=lambda word: rare[word])


def _parts(items: list[str]) -> Iterator[str]:
    for at, item in enumerate(items):
        if item[0] == "!":
            gap = items[at - 1] if at and items[at - 1][0] == "~" else "~0"
            words = "|".join(_word(word) for word in _alternatives(item[1:]))
            yield f"(?!{_part(gap)}(?:{words}) )"
        elif item[0] != "~" or at + 1 == len(items) or items[at + 1][0] != "!":
            yield _part(item)
        elif at + 2 < len(items):  # words go on behind the gap and what must not stand in it
            yield f"(?!{_part(item)}(?:{'|'.join(_word(word) for word in _alternatives(items[at + 1][1:]))}) ){_part(item)}"


def _part(item: str) -> str:  # noqa: PLR0911 - one for each sign of the language
    if item.startswith("~~"):
        return rf"(?:[^ ]+ ){{0,{item[2:]}}}?"
    if item.startswith("~"):
        return rf"(?:[^ .!?]+ ){{0,{item[1:]}}}?"
    if item == "^":
        return r"(?<=\n )"
    if item == "$":
        return r"(?=[.!? ]{0,8}\n)"
    if item == "#":
        return r"[^ a-z]*\d[^ ]* "
    words = _alternatives(item)
    ends = "$" in words and "£" not in words
    alternatives = _either([word for word in words if not (ends and word == "$")])
    if ends:
        return rf"(?:(?:{alternatives}) |{_part('$')})"
    return f"(?:(?:{alternatives}) )?" if item.startswith("[") else f"(?:{alternatives}) "


#: So many words are tried one after the other; of more, first the letter they begin with.
_FEW = 4


def _either(words: list[str]) -> str:
    if len(words) <= _FEW:
        return "|".join(map(_word, words))
    letters: dict[str, list[str]] = {}
    for word in words:
        letters.setdefault(word[0] if word[0].isalnum() and len(word) > 1 else "", []).append(word)
    return "|".join(
        f"{letter}(?:{'|'.join(_word(word)[1:] for word in some)})"
        if letter and len(some) > 1
        else "|".join(map(_word, some))
        for letter, some in letters.items()
    )


def _word(words: str) -> str:
    if words == "#":
        return r"[^ a-z]{0,20}\d[^ ]{0,40}"
    return re.escape(words).replace(r"\*", r"[^ .,!?]{0,20}").replace(r"\ ", " ")


def denied(said: str, start: int, end: int) -> bool:
    """Whether a denial stands within a match, or up to four words before it in the same clause."""
    before = re.split(r"[,.!?;:\n]| but | and | because ", said[max(0, start - 50) : start])[-1].split()[-4:]
    inside = said[start:end].split()
    if inside and inside[0] in _SUBJECTS and _HELD.isdisjoint(before):  # "if it is not back by noon we are leaving"
        before = []
    words = [*before, *inside]
    return any(
        word in DENIALS and (words[at + 1 : at + 2] or [""])[0] not in {"only", "just", "wonder", "doubt", "matter"}
        for at, word in enumerate(words)
    )
