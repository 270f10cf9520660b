"""The message coach, measured: agreement with our own labelled drafts, speed, memory, and what it says of real replies.

Run as `python -m bench.coach`. Quality is told for a held-out fifth, chosen by a hash of each draft's name. All drafts and
labels are by one hand: two sets were written before the rules, five more after the first of them, to see what they missed;
the rules were then written looking at the other four fifths only. The figures say that the rules are no copy of the examples,
and not how they fare on the words of others. `--real` reads the replies in `data/replies` of the shared folder (AMENDS_SHARED
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
import os
import random
import resource
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from time import perf_counter, process_time
from typing import Any

import yaml

from amends.checks.regret import real_regrets, regrets
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
    figures: dict[str, Any] = {
        "held_out": _quality(held_out=True),
        "others": _quality(held_out=False, errors=wanted.errors),
    }
    figures |= _speed()
    if wanted.real:
        figures["real"] = _real()
    tell(figures)


def drafts() -> list[dict[str, Any]]:
    """The labelled drafts: `id`, `text`, `case`, `labels`."""
    return [row for name in SETS for row in yaml.safe_load((HERE / name).read_text(encoding="utf-8"))]


def is_held_out(row: Mapping[str, Any]) -> bool:
    """Whether a draft is of the fifth that was not looked at."""
    return int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % FIFTH == 0


def _quality(*, held_out: bool, errors: bool = False) -> dict[str, Any]:
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    clean = quiet = count = 0
    for row in drafts():
        if is_held_out(row) != held_out:
            continue
        found, labels = {one.check for one in review(row["text"], row.get("case")).findings}, set(row["labels"])
        right.update(found & labels)
        wrong.update(found - labels)
        missed.update(labels - found)
        count += 1
        clean += not labels
        quiet += not labels and not found
        if errors and found != labels:
            print(row["id"], "missed", sorted(labels - found), "wrong", sorted(found - labels))
    hits, extra, lacking = right.total(), wrong.total(), missed.total()
    return {
        "drafts": count,
        "micro_f1": round(2 * hits / (2 * hits + extra + lacking), 3),
        "precision": round(hits / (hits + extra), 3),
        "recall": round(hits / (hits + lacking), 3),
        "clean": clean,
        "clean_without_finding": round(quiet / clean, 3),
        "per_check": {
            check: {"right": right[check], "wrong": wrong[check], "missed": missed[check]}
            for check in sorted({*right, *wrong, *missed})
        },
    }


def _speed() -> dict[str, Any]:
    row = next(row for row in drafts() if row["id"] == "longwinded")
    text = row["text"] + (
        "I'm sorry. Thank you for your patience, and for the pictures. Your refund is with the bank; I asked them to send it now."
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
