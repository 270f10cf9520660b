"""The message coach, measured: agreement with our own labelled drafts, speed, memory, and what it says of real replies.

Run as `python -m bench.coach`. Quality is told for a held-out fifth of our own drafts, chosen by a hash of each draft's name.
These drafts and labels are by the hand that wrote the rules: they say that the rules are no copy of the examples, and not how
they fare on the words of others. That say the drafts of other hands (`drafts/*_hand.jsonl`), who knew the specification alone:
`other_hands` are those that nobody looked at who wrote rules, `looked_at` those that were. A label that such a hand left open
does not count. The promises that others found in drafts (`drafts/*_promises.jsonl`) are told as `promises`, and their single
sentences (`corpora/coach`) as `wordings`: how often each fault is found there that is told in other than the usual words.
`--real` reads the replies in `data/replies` of the shared folder (AMENDS_SHARED
or `../shared`): findings per check, the share of a hand-read sample with which the reader agreed, and regret against the
labels "Apologize". `--sample N` prints N findings to read. The last line is one JSON object.
"""

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and `calendar` here would hide the standard library's.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

# ruff: noqa: E402 -- imports come after the path is right
import argparse
import csv
import gzip
import hashlib
import html
import json
import os
import random
import resource
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from time import perf_counter, process_time
from typing import Any

import yaml

from amends.checks.apology.regret import real_regrets, regrets
from amends.coach import Review, review
from amends.coach.reviewing import MOST_CHARACTERS, read_draft
from bench.kit import percentile, spread, tell

HERE = Path(__file__).parent / "drafts"
SETS = (
    "messages.yaml",
    "words.yaml",
    "second.yaml",
    "third.yaml",
    "fourth.yaml",
    "fifth.yaml",
    "sixth.yaml",
    "seventh.yaml",
)
PUBLIC = {"stage": "public_reply", "channel": "public"}
FIFTH = 5
#: Of the drafts and sentences by other hands, those that were looked at while rules were written.
LOOKED_AT = {
    "first_hand", "second_hand", "third_hand", "fourth_hand", "fifth_hand", "sixth_hand", "seventh_hand", "eighth_hand",
    "ninth_hand", "tenth_hand", "eleventh_hand", "twelfth_hand", "thirteenth_hand", "fourteenth_hand", "fifteenth_hand",
    "sixteenth_hand", "seventeenth_hand", "eighteenth_hand", "twentieth_hand", "twenty_second_hand", "twenty_third_hand",
    "twenty_fourth_hand", "twenty_seventh_hand", "twenty_eighth_hand", "twenty_ninth_hand", "thirtieth_hand",
    "thirty_second_hand", "thirty_third_hand", "thirty_fourth_hand", "thirty_sixth_hand", "thirty_seventh_hand",
    "thirty_eighth_hand", "fortieth_hand", "forty_first_hand", "forty_second_hand", "forty_third_hand", "forty_fourth_hand",
    "forty_fifth_hand", "forty_sixth_hand", "forty_seventh_hand", "forty_eighth_hand", "fiftieth_hand",
    "fifty_second_hand", "fifty_third_hand", "first_promises", "second_promises",
}  # fmt: skip
SENTENCES = Path(__file__).parent / "corpora" / "coach"
READ_SENTENCES = {
    "own", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth",
}  # fmt: skip
_MONDAY = "2026-05-04T10:00+01:00"
#: In which case a fault of the sentences is one, where it is not one in all; G3 is an effect that is named.
CASES: dict[str, dict[str, Any]] = {
    "C12A": {"fault": "not_established"}, "C12H": {"fault": "established"}, "C13": {"reads_as": "anger"}, "C18": {"now": _MONDAY},
    "C24": {"severity": "serious"}, "C28": {"wish_asked": False}, "C39": PUBLIC, "C42": {"flags": ["exit"]},
    "C45": {"reads_as": "anger"}, "G3": {"stage": "notice", "now": _MONDAY},
}  # fmt: skip
CODES = {"C12A": "C12", "C12H": "C12", "G3": "C05"}
#: What hangs on the case or the whole message is not told of sentences; of the good things only the effect is.
_STRUCTURAL = {"C03", "C15", "C34", "G1", "G2"}
#: A label that fewer sentences bear is not told; one sentence in so many is read.
_FEW, _EACH = 20, 3


def main() -> None:
    """Print the parts, and as the last line one JSON object of them."""
    parser = argparse.ArgumentParser(description="The message coach, measured.")
    parser.add_argument("--real", action="store_true", help="read the replies of the shared folder too")
    parser.add_argument("--sample", type=int, default=0, help="print so many findings on real replies, to be read")
    parser.add_argument(
        "--errors", action="store_true", help="print what differs from the labels outside the held-out fifth"
    )
    wanted = parser.parse_args()
    if wanted.sample:
        _print_sample(wanted.sample)
        return
    own, theirs = drafts(), by_other_hands()
    figures: dict[str, Any] = {
        "held_out": _quality([row for row in own if is_held_out(row)]),
        "others": _quality([row for row in own if not is_held_out(row)], errors=wanted.errors),
        "other_hands": _quality([row for hand, rows in theirs.items() if hand not in LOOKED_AT for row in rows]),
        "looked_at": _quality(
            [row for hand, rows in theirs.items() if hand in LOOKED_AT for row in rows], errors=wanted.errors
        ),
        "promises": {part: _promises(part) for part in ("looked_at", "not_looked_at")},
        "wordings": {part: _wordings(part) for part in ("looked_at", "not_looked_at")},
    }
    figures |= _speed()
    if wanted.real:
        figures["real"] = _real()
    tell(figures)


def drafts() -> list[dict[str, Any]]:
    """The labelled drafts: `id`, `text`, `case`, `labels`."""
    return [row for name in SETS for row in yaml.safe_load((HERE / name).read_text(encoding="utf-8"))]


def by_other_hands() -> dict[str, list[dict[str, Any]]]:
    """The drafts of each other hand: `id`, `text`, `case`, `labels`, and those left `open`."""
    return {path.stem: _lines(path) for path in sorted(HERE.glob("*_hand.jsonl"))}


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def is_held_out(row: Mapping[str, Any]) -> bool:
    """Whether a draft is of the fifth that was not looked at."""
    return int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % FIFTH == 0


def _quality(rows: Sequence[Mapping[str, Any]], *, errors: bool = False) -> dict[str, Any]:
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    clean = quiet = 0
    for row in rows:
        labels = set(row["labels"])
        found = {one.check for one in review(row["text"], row.get("case")).findings} - (
            set(row.get("open", [])) - labels
        )
        right.update(found & labels)
        wrong.update(found - labels)
        missed.update(labels - found)
        clean += not labels
        quiet += not labels and not found
        if errors and found != labels:
            print(row["id"], "missed", sorted(labels - found), "wrong", sorted(found - labels))
    hits, extra, lacking = right.total(), wrong.total(), missed.total()
    return {
        "drafts": len(rows),
        "micro_f1": round(2 * hits / max(1, 2 * hits + extra + lacking), 3),
        "precision": round(hits / max(1, hits + extra), 3),
        "recall": round(hits / max(1, hits + lacking), 3),
        "clean": clean,
        "clean_without_finding": round(quiet / max(1, clean), 3),
        "per_check": {
            check: {"right": right[check], "wrong": wrong[check], "missed": missed[check]}
            for check in sorted({*right, *wrong, *missed})
        },
    }


def _promises(part: str) -> dict[str, Any]:
    """How many of the promises are found that a reader found, with the same time, and how often one is seen where there is none."""
    hit = timed = extra = all_ = none = quiet = 0
    files = [
        path for path in sorted(HERE.glob("*_promises.jsonl")) if (path.stem in LOOKED_AT) == (part == "looked_at")
    ]
    for row in (row for path in files for row in _lines(path) if not row.get("open")):
        found = list(review(row["text"], row["case"]).promises)
        all_ += len(row["promises"])
        for wanted in row["promises"]:
            start = row["text"].find(wanted["quote"])
            same = next((one for one in found if one.start < start + len(wanted["quote"]) and start < one.end), None)
            if same:
                found.remove(same)
                hit += 1
                timed += same.due == (datetime.fromisoformat(wanted["due"]) if wanted["due"] else None)
        extra += len(found)
        none += not row["promises"]
        quiet += not row["promises"] and not found
    return {
        "promises": all_, "recall": round(hit / all_, 3), "precision": round(hit / (hit + extra), 3),
        "time_right": round(timed / hit, 3), "drafts_without": none, "of_them_quiet": quiet,
    }  # fmt: skip


def _wordings(part: str) -> dict[str, Any]:
    """For each fault how many of the sentences that bear it are found, and how many findings are right.

    All of them teach the wordings now (`bench/wordings.py` reads each hand by what others taught), so expect less of others.
    """
    texts = [
        one
        for path in sorted(SENTENCES.glob("*.txt"))
        if (path.stem in READ_SENTENCES) == (part == "looked_at")
        for one in sentences_of(path)
    ][::_EACH]
    labels = [
        label
        for label in sorted({label for _, holds, _ in texts for label in holds} - _STRUCTURAL)
        if sum(label in holds for _, holds, _ in texts) >= _FEW
    ]
    counts = {label: Counter[str]() for label in labels}
    for text, holds, unsure in texts:
        said: dict[str, set[str]] = {}
        for label in labels:
            if label in unsure:
                continue
            case = json.dumps(CASES.get(label))
            if case not in said:
                said[case] = {one.check for one in review(text, CASES.get(label)).findings}
            found = (CODES.get(label, label) in said[case]) != (label == "G3")
            counts[label][("hit" if found else "lacking") if label in holds else "extra" if found else "quiet"] += 1
    told = {
        label: {
            "n": one["hit"] + one["lacking"],
            "recall": round(one["hit"] / max(1, one["hit"] + one["lacking"]), 2),
            "precision": round(one["hit"] / max(1, one["hit"] + one["extra"]), 2),
        }
        for label, one in counts.items()
    }
    return {"texts": len(texts), **told}


def sentences_of(path: Path) -> Iterator[tuple[str, set[str], set[str]]]:
    """Each text with the labels that hold and those left open; it begins with a line `@@ labels`, "-" for none."""
    for block in ("\n" + path.read_text(encoding="utf-8")).split("\n@@ ")[1:]:
        head, _, text = block.partition("\n")
        labels = head.split()
        yield (
            text.strip(),
            {one for one in labels if one[-1] not in "?-"},
            {one[:-1] for one in labels if one.endswith("?")},
        )


def _speed() -> dict[str, Any]:
    row = next(row for row in drafts() if row["id"] == "longwinded")
    text = row["text"] + (
        "I'm sorry. Thank you for your patience, and for the pictures. Your refund is with the bank; I asked them to send it now. "
        "I will ring you at four today, and the van comes on Tuesday with the three pieces and two people to carry them up."
    )
    review(text, row["case"])
    took = []
    for _ in range(400):
        began = process_time()
        review(text, row["case"])
        took.append(1000 * (process_time() - began))
    imports = []
    for _ in range(5):
        command = [
            sys.executable,
            "-c",
            "import time; t = time.process_time(); import amends.coach; print(time.process_time() - t)",
        ]
        imports.append(float(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    lengths = {}
    for size in (MOST_CHARACTERS // 4, MOST_CHARACTERS // 2, MOST_CHARACTERS):
        long = (text + " ") * (size // len(text) + 1)
        began = perf_counter()
        review(long[:size], row["case"])
        lengths[size] = round(1000 * (perf_counter() - began))
    return {
        "words": len(text.split()),
        "p50_ms": round(percentile(took, 0.5), 2),
        "p95_ms": round(percentile(took, 0.95), 2),
        "import_cpu_s": round(min(imports), 3),
        "import_cpu_s_spread": spread(imports, 3),
        "ms_by_characters": lengths,
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "n": len(took),
    }


def _replies() -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Each real reply: where from, its text, its row."""
    folder = (
        Path(os.environ.get("AMENDS_SHARED") or Path(__file__).resolve().parents[2] / "shared") / "data" / "replies"
    )
    for name, column, outbound in (
        ("hotel_review_responses_a.csv.gz", "response", None),
        ("twcs_sample_a.csv.gz", "text", ("inbound", "False")),
        ("twcs_labelled_activities_a.csv.gz", "text", ("direction", "outbound")),
    ):
        if not (folder / name).exists():
            raise SystemExit(f"There is no {name} in {folder}; AMENDS_SHARED names the folder above `data`.")
        with gzip.open(folder / name, "rt", encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                if outbound is None or row[outbound[0]] == outbound[1]:
                    yield name.partition(".")[0], html.unescape(row[column]), row


def _key(check: str, text: str, start: int) -> str:
    """A finding on a real reply, named without its words."""
    return f"{check}-{hashlib.sha256(f'{start}:{text}'.encode()).hexdigest()[:12]}"


def _found() -> Iterator[tuple[str, str, Review]]:
    for source, text, _ in _replies():
        yield source, text, review(text[:MOST_CHARACTERS], PUBLIC)


def _print_sample(count: int) -> None:
    """Findings in a fixed random order, at most so many; each with its key for `read.yaml`."""
    everything = [(found, text) for _, text, one in _found() for found in one.findings]
    random.Random(5).shuffle(everything)
    for found, text in everything[:count]:
        around = " ".join(text[max(0, found.start - 160) : found.end + 100].split())
        print(f"{_key(found.check, text, found.start)} «{' '.join(found.quote.split())}» | {found.why} | {around}\n")


def _real() -> dict[str, Any]:
    counts, keys = Counter[str](), set()
    replies = other = 0
    for _, text, one in _found():
        replies += 1
        other += one.language not in {"en", "und"}
        counts.update({found.check for found in one.findings})
        keys |= {_key(found.check, text, found.start) for found in one.findings}
    read = yaml.safe_load((HERE / "read.yaml").read_text(encoding="utf-8"))
    standing = {key: verdict for key, verdict in read.items() if key in keys}
    agreed = sum(verdict == "agree" for verdict in standing.values())
    return {
        "replies": replies,
        "other_languages": other,
        "replies_with": dict(sorted(counts.items())),
        "hand_read": len(read),
        "hand_read_still_found": len(standing),
        "agreed": round(agreed / max(1, len(standing)), 3),
        "regret": _regret(),
    }


def _regret() -> dict[str, Any]:
    """The word of regret against the label "Apologize", on the replies whose labels could say so."""
    table = Counter[tuple[bool, bool]]()
    for source, text, row in _replies():
        if source.startswith("twcs_labelled") and "Apologize" in row["label_set"]:
            draft = read_draft(text, {})
            table[bool(regrets(draft) or real_regrets(draft)), "Apologize" in row["labels"]] += 1
    both, only_ours, only_theirs = table[True, True], table[True, False], table[False, True]
    return {
        "n": table.total(),
        "agreement": round((both + table[False, False]) / max(1, table.total()), 3),
        "both": both,
        "only_ours": only_ours,
        "only_labelled": only_theirs,
    }


if __name__ == "__main__":
    main()
