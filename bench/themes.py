"""Themes, measured: real narratives with their words, time, memory and agreement with labels, and a million made-up texts.

Run as `python -m bench.themes`. Narratives are read from `--complaints` (by default the folder `data/complaints` of the shared
folder, AMENDS_SHARED or `../shared`). Agreement is adjusted mutual information with the labels of product and issue, which no
grouping sees; k-means on TF-IDF stands beside it. The made-up texts come into being while they
are read and are never all in memory. The last line is one JSON object.
"""

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and `calendar` here would hide the standard library's.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

# ruff: noqa: E402 -- imports come after the path is right
import argparse
import csv
import gzip
import json
import os
import resource
from collections.abc import Iterator
from time import perf_counter
from typing import Any

import numpy as np
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_mutual_info_score

from amends.themes.groups import find
from amends.themes.likeness import alike

SUBJECTS = 12


def main() -> None:
    """Print both parts, and as the last line one JSON object of them."""
    wanted = _wanted()
    found: dict[str, Any] = {}
    if wanted.texts:  # first, so that the peak of memory is its own
        found["made_up"] = _made(wanted.texts)
    rows = _narratives(wanted.complaints)[: wanted.narratives]
    if rows:
        found["narratives"] = _real(rows)
    figures = found.get("narratives", {})
    print(
        json.dumps(
            {
                **found, "n": len(rows), "spread": "deterministic: the same texts give the same themes",
                "baseline": "k-means on TF-IDF, as many groups", "ratio_to_baseline": figures.get("ratio_to_baseline"),
            },
            ensure_ascii=False,
        )
    )  # fmt: skip


def _wanted() -> argparse.Namespace:
    shared = Path(os.environ.get("AMENDS_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    parser = argparse.ArgumentParser(description="Themes, measured.")
    parser.add_argument("--complaints", type=Path, default=shared / "data" / "complaints")
    parser.add_argument("--texts", type=int, default=1_000_000, help="made-up texts; 0 leaves the part out")
    parser.add_argument("--narratives", type=int, default=None, help="only the first so many real ones")
    return parser.parse_args()


def _narratives(folder: Path) -> list[tuple[str, str, str]]:
    csv.field_size_limit(10**9)
    found = []
    for path in sorted(folder.glob("cfpb_narratives_*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            found += [(row["narrative"], row["product"], row.get("issue") or "") for row in csv.DictReader(file)]
    return found


def _real(rows: list[tuple[str, str, str]]) -> dict[str, Any]:
    texts = [text for text, _, _ in rows]
    before, began = _peak(), perf_counter()
    found = find(lambda: texts)
    seconds = perf_counter() - began
    again = find(lambda: texts)
    assert (found.labels == again.labels).all()
    assert found.themes == again.themes
    began = perf_counter()
    plain = KMeans(len(found.themes), n_init=6, random_state=1).fit_predict(
        TfidfVectorizer(stop_words="english", min_df=5).fit_transform(texts)
    )
    plain_seconds = perf_counter() - began
    for each in found.themes:
        print(f"{each.n:>5}  {each.name}: {', '.join(each.words)}")
    agreement = {
        what: {"amends": _agreement(rows, column, found.labels), "baseline": _agreement(rows, column, plain)}
        for column, what in ((1, "product"), (2, "issue"))
    }
    began = perf_counter()
    pairs = list(alike(texts))
    return {
        "texts": len(texts), "themes": len(found.themes), "seconds": round(seconds, 1), "baseline_seconds": round(plain_seconds, 1),
        "peak_mib": _peak(), "peak_before_mib": before, "adjusted_mutual_information": agreement,
        "ratio_to_baseline": round(agreement["product"]["amends"] / max(agreement["product"]["baseline"], 1e-9), 2),
        "same_twice": True, "near_duplicates": len(pairs), "same_texts": sum(each.same for each in pairs),
        "near_duplicates_seconds": round(perf_counter() - began, 1),
        "names": [each.name for each in found.themes],
    }  # fmt: skip


def _agreement(rows: list[tuple[str, str, str]], column: int, labels: Any) -> float:
    known = np.array([bool(row[column]) for row in rows])
    return round(
        float(adjusted_mutual_info_score([row[column] for row in rows if row[column]], np.asarray(labels)[known])), 3
    )


def _made(n: int) -> dict[str, Any]:
    """So many made-up texts of some subjects, of which each has words of its own among common ones."""
    before, began = _peak(), perf_counter()
    found = find(lambda: _texts(n), themes=SUBJECTS)
    seconds = perf_counter() - began
    truth = np.fromiter((i * 7919 % SUBJECTS for i in range(n)), dtype=np.intp, count=n)
    every = max(n // 100_000, 1)
    agreement = float(adjusted_mutual_info_score(truth[::every], found.labels[::every]))
    told = {
        "texts": n, "seconds": round(seconds, 1), "texts_per_second": round(n / seconds), "peak_mib": _peak(),
        "peak_before_mib": before, "adjusted_mutual_information": round(agreement, 3), "passes": 3,
    }  # fmt: skip
    print(f"made up: {told}")
    return told


def _texts(n: int) -> Iterator[str]:
    random = np.random.default_rng(5)
    common = np.array(
        [
            f"{a}{b}"
            for a in ("ba", "ke", "li", "mo", "nu", "pa", "re", "so")
            for b in ("ter", "lin", "gal", "dor", "vek", "mek")
        ]
    )
    own = np.array(
        [
            [f"{a}{b}{chr(97 + s)}o" for a in ("fi", "ga", "ho", "ju", "wa") for b in ("rn", "st", "mp", "lk")]
            for s in range(SUBJECTS)
        ]
    )
    for begin in range(0, n, 10_000):
        size = min(10_000, n - begin)
        words = common[random.integers(0, len(common), (size, 18))]
        special = random.integers(0, own.shape[1], (size, 7))
        for i in range(size):
            subject = (begin + i) * 7919 % SUBJECTS
            yield " ".join([*words[i], *own[subject][special[i]]])


def _peak() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
