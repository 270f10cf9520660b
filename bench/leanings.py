"""What the learned part of triage brings: the rules alone and with leanings, on the texts that nobody looked at while either was made.

Run as `python bench/leanings.py`; it needs the extra `text`. It learns from the four fifths of `bench/corpora/triage` that may be
seen and judges by the held-out fifth (`bench.triage`). The bars are chosen on the four fifths too, each text weighed by what other
writers taught. `--hands` asks the harder question: how are texts read by whose writer nothing was learned? The texts of each writer
are then read with what the others' taught, held out or not; that is what to expect of texts that nobody here has seen. (The bars,
one number a label, stay as they were chosen on all.) `--write` puts what was learned into `amends/leanings/shipped.json` and
`shipped.net` (`make leanings`).
"""

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and this module would hide the package's name.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

# ruff: noqa: E402 -- imports come after the path is right
import argparse
import json
from collections.abc import Mapping
from time import process_time

from amends.leanings.leaning import NONE, Leanings
from amends.training.fitting import Row
from amends.training.learning import BY_PASSAGE, LABELS, learn, row_of
from amends.training.network import taught
from amends.triage import read
from bench.kit import tell
from bench.triage import Example, corpus, judged, quality

SHIPPED = Path(__file__).parents[1] / "amends" / "leanings"


def main() -> None:
    """Print the figures, and as the last line one JSON object of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--hands", action="store_true", help="judge by writers too, which takes some minutes")
    parser.add_argument("--texts", type=int, help="learn from and judge by only so many texts, which takes seconds")
    asked = parser.parse_args()
    examples = [one for one in corpus() if one.language == "en"]
    examples = examples[:: max(1, len(examples) // asked.texts)] if asked.texts else examples
    held = [one for one in examples if one.held_out]
    began = process_time()
    made = learn([_row(one) for one in examples if not one.held_out])
    took = process_time() - began
    if asked.write:
        told = {"n": made.n, "bar": {label: made.bar[label] for label in made.net.labels}}
        (SHIPPED / "shipped.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        (SHIPPED / "shipped.net").write_bytes(made.net.as_bytes())
    with_them, alone = _figures(quality(held, made)), _figures(quality(held, NONE))
    tell(
        {
            "n": len(held),
            "learned_from": made.n,
            "signs": len(made.net.signs),
            "units": len(made.net.scale),
            "bars": dict(made.bar),
            "seconds_to_learn": round(took, 1),
            "with_leanings": with_them,
            "other_hands": _other_hands(examples, made.bar) if asked.hands else {},
            "baseline": "the rules alone, on the same texts",
            "rules_alone": alone,
            "spread": [alone["failures_micro_f1"], with_them["failures_micro_f1"]],
            "ratio_to_baseline": round(with_them["failures_micro_f1"] / alone["failures_micro_f1"], 3),
        }
    )


def _row(one: Example) -> Row:
    return row_of(
        one.text, failures=one.failures, emotion=one.emotion, flags=one.flags, unsure=one.open, severity=one.severity,
        hand=one.file,
    )  # fmt: skip


def _other_hands(examples: list[Example], bars: Mapping[str, float], parts: int = 5) -> dict[str, object]:
    """The texts of the lots by single hands, each read with what was learned from texts of others."""
    rows = [_row(one) for one in examples]
    hands = sorted({one.file for one in examples if one.file.endswith("_hand")})
    readings = []
    for part in range(parts):
        theirs = set(hands[part::parts])
        some = [row for row in rows if row.hand not in theirs]
        made = Leanings(len(some), bars, taught(some, LABELS, BY_PASSAGE))
        readings += [(one, read(one.text, leanings=made)) for one in examples if one.file in theirs]
    return judged(readings)


def _figures(found: dict[str, object]) -> dict[str, float]:
    return {
        name: float(str(found[name]))
        for name in ("failures_micro_f1", "complaint_right", "emotion_first", "severity_right")
    }


if __name__ == "__main__":
    main()
