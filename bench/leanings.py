"""What the learned part of triage brings: the rules alone and with leanings, on the texts that nobody looked at while either was made.

Run as `python bench/leanings.py`; it needs the extra `text`. It learns from the four fifths of `bench/corpora/triage` that may be
seen and judges by the held-out fifth (`bench.triage`). The bars are chosen on the four fifths too, each text weighed by what the
others taught. `--write` puts what was learned into `amends/leanings/shipped.json` (`make leanings`).
"""

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and this module would hide the package's name.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

# ruff: noqa: E402 -- imports come after the path is right
import argparse
from time import process_time

from amends.leanings.leaning import NONE
from amends.training.fitting import Row
from amends.training.learning import learn, row_of
from bench.kit import tell
from bench.triage import Example, corpus, quality

SHIPPED = Path(__file__).parents[1] / "amends" / "leanings" / "shipped.json"


def main() -> None:
    """Print the figures, and as the last line one JSON object of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    examples = [one for one in corpus() if one.language == "en"]
    held = [one for one in examples if one.held_out]
    began = process_time()
    made = learn([_row(one) for one in examples if not one.held_out])
    took = process_time() - began
    if write:
        SHIPPED.write_text(made.as_json(), encoding="utf-8")
    with_them, alone = _figures(quality(held, made)), _figures(quality(held, NONE))
    tell(
        {
            "n": len(held),
            "learned_from": made.n,
            "signs": len(made.weights),
            "bars": dict(made.bar),
            "seconds_to_learn": round(took, 1),
            "with_leanings": with_them,
            "baseline": "the rules alone, on the same texts",
            "rules_alone": alone,
            "spread": [alone["failures_micro_f1"], with_them["failures_micro_f1"]],
            "ratio_to_baseline": round(with_them["failures_micro_f1"] / alone["failures_micro_f1"], 3),
        }
    )


def _row(one: Example) -> Row:
    return row_of(one.text, failures=one.failures, emotion=one.emotion)


def _figures(found: dict[str, object]) -> dict[str, float]:
    return {
        name: float(str(found[name]))
        for name in ("failures_micro_f1", "complaint_right", "emotion_first", "severity_right")
    }


if __name__ == "__main__":
    main()
