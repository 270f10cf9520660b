"""What the learned wordings bring to the coach: faults found in sentences by hands that neither taught them nor were read for rules.

Run as `python bench/wordings.py`; it needs the extra `text`. The hands that wrote `corpora/coach` are parted in five; the sentences
of each part are read with what the other four taught, and with the rules. So it is with the good whole replies of `drafts`. For
each label two bars are chosen on that: below the first a rule is not believed, from the second no rule is needed. Told are recall
and precision of the rules alone and of both, on the files that nobody read who wrote rules; a fault that is one only in some case is
read in such a case (`bench.coach.CASES`). A label that was left open does not count. The bars, two numbers a label, are chosen on
the texts that they are judged by here. `--write` learns from all and puts it into `amends/leanings/wordings.net` (`make leanings`).
"""

import sys
from pathlib import Path

# Run as a file, this folder would be searched first, and this module would hide the package's name.
sys.path[:] = [str(Path(__file__).parents[1]), *(p for p in sys.path if Path(p).resolve() != Path(__file__).parent)]

# ruff: noqa: E402 -- imports come after the path is right
import argparse
import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from time import process_time
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from amends.checks.every import about
from amends.checks.second_opinion import FAULTS, GOOD_THINGS
from amends.coach import review
from amends.leanings.wordings import UNTAUGHT
from amends.practice.complaint import complaints
from amends.texts.sentences import sentences
from amends.training.wording import Signs, Text, learned, shown_of, wordings
from bench import coach
from bench.kit import tell

WRITTEN = Path(__file__).parents[1] / "amends" / "leanings" / "wordings.net"
LABELS = (*(fault.label for faults in FAULTS.values() for fault in faults), *GOOD_THINGS)
CODES = {"G2": "", "G3": "C05"} | {fault.label: check for check, faults in FAULTS.items() for fault in faults}
#: Labels of faults that are none in some cases: what a draft does not bear of them was not judged.
OF_SOME_CASES = frozenset(
    {"C12A", "C12H", "C13", "C24", "C28", "C39", "C45", "C09", "C14", "C16", "C18", "C19", "C26", "C31", *GOOD_THINGS}
)
PARTS = 5
#: In so many of a thousand good replies a label may be added wrongly; and so likely it must be in sentences that come near.
WRONG_IN_A_THOUSAND, LIKELY = 1.0, 0.6
#: The stages in which a check looks for a good thing in vain.
LOOKED_FOR = {"G2": ("C03", {"first_reply"}), "G3": ("C05", {"first_reply", "notice"})}
#: From so likely on a good thing is taken to be there: to be told that it is missing, where it is not, is worse than not to be told.
THERE = 0.6
#: A rule is believed where it is at least so likely that it is right.
BELIEVED = 0.4
#: Of a fault that hangs on the rest of the message sentences tell less: there a rule is believed from this on.
OF_THE_MESSAGE, BELIEVED_THERE = frozenset({"C07", "C14", "C16", "C19"}), 0.2
#: Of fewer findings of a rule nothing is judged.
FEW = 40
#: Weights below this, times how rare the sign is, change next to nothing.
LEAST = 4.0


def main() -> None:
    """Print the figures, and as the last line one JSON object of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument(
        "--only", type=int, default=1, help="learn from and judge by one text in so many, which takes seconds"
    )
    asked = parser.parse_args()
    texts = lots()[:: asked.only] + short_drafts() + explained()
    good = good_replies()[:: asked.only]
    parted = [Text((words,), text.holds, text.open, text.hand) for text, _ in good for words in text.sentences]
    began = process_time()
    scores = _by_others([*texts, *parted])
    most = np.array([one.max(0) for one in scores[: len(texts)]])
    ends = np.cumsum([0, *(len(text.sentences) for text, _ in good)])
    good_most = np.array([np.array(scores[len(texts) :])[a:b].max((0, 1)) for a, b in pairwise(ends)])
    unread = [at for at, text in enumerate(texts) if text.hand not in coach.READ_SENTENCES and text.hand != "own"]
    unread = unread[:: -(-asked.only // 10)]  # to read them by rules takes longest
    rules = _rules([texts[at] for at in unread])
    good_rules = np.array([[CODES[one] in said for one in LABELS] for said in map(_said, good)])
    bars = {}
    figures: dict[str, Any] = {}
    made = learned([*texts, *parted], LABELS)
    for column, label in enumerate(LABELS):
        judged = [n for n, at in enumerate(unread) if label not in texts[at].open]
        holds = np.array([label in texts[unread[n]].holds for n in judged])
        score, said = most[[unread[n] for n in judged], column], rules[judged, column]
        if label in GOOD_THINGS:
            bar = (-30.0, round(_missed(label, made, asked.only), 4))
        else:
            bar = _bars(
                holds, score, said, good_most[:, column], BELIEVED_THERE if label in OF_THE_MESSAGE else BELIEVED
            )
        bars[label] = bar
        both = (said & (score >= bar[0])) | (score >= bar[1])
        good_both = (good_rules[:, column] & (good_most[:, column] >= bar[0])) | (good_most[:, column] >= bar[1])
        figures[label] = {
            "n": int(holds.sum()), "rules": _rates(holds, said), "both": _rates(holds, both),
            "of_good_replies": [int(good_rules[:, column].sum()), int(good_both.sum())],
            "bars": [round(one, 2) for one in bar],
        }  # fmt: skip
        print(label, json.dumps(figures[label]))
    net = wordings(*made, labels=LABELS, bars=bars, least=LEAST)
    if asked.write:
        WRITTEN.write_bytes(net.as_bytes())
    mean = {
        way: [
            round(float(np.mean([one[way][at] for label, one in figures.items() if label not in GOOD_THINGS])), 3)
            for at in (0, 1)
        ]
        for way in ("rules", "both")
    }
    tell(
        {
            "texts": len(texts), "hands": len({text.hand for text in texts}), "judged": len(unread), "good_replies": len(good),
            "signs": len(net.signs), "bytes": len(net.as_bytes()), "seconds": round(process_time() - began),
            "labels": figures, "recall_and_precision": mean["both"], "baseline": "the rules alone, on the same texts",
            "rules_alone": mean["rules"], "spread": [one["both"][0] for one in figures.values()],
            "ratio_to_baseline": round(mean["both"][0] / max(0.001, mean["rules"][0]), 3), "n": len(unread),
        }
    )  # fmt: skip


def lots() -> list[Text]:
    """The sentences of `corpora/coach`, each file by a hand of its own."""
    return [
        Text(_parted(words), frozenset(holds), frozenset(unsure), path.stem)
        for path in sorted(coach.SENTENCES.glob("*.txt"))
        for words, holds, unsure in coach.sentences_of(path)
    ]


def short_drafts() -> list[Text]:
    """Our own drafts of at most three sentences, without the held-out fifth."""
    found = []
    for row in coach.drafts():
        words = _parted(row["text"])
        if not coach.is_held_out(row) and len(words) <= 3:
            known = (row.get("case") or {}).get("fault") == "established"
            holds = frozenset({"C12": "C12H" if known else "C12A"}.get(one, one) for one in row["labels"])
            found.append(Text(words, holds, OF_SOME_CASES - holds, "own"))
    return found


def explained() -> list[Text]:
    """The sentences by which each check is explained: one that bears its fault, and the same said well."""
    labels = {CODES[label]: label for label in reversed(LABELS) if label not in GOOD_THINGS}
    return [
        Text(_parted(about(code)[which]), holds, OF_SOME_CASES - holds, "own")
        for code, label in labels.items()
        for which, holds in (("bad", frozenset({label})), ("good", frozenset[str]()))
    ]


def good_replies() -> list[tuple[Text, Mapping[str, Any]]]:
    """Whole drafts without a fault, by our own hand and others', with their case; none of those that judge the coach."""
    rows = [("own", row) for row in coach.drafts() if not coach.is_held_out(row)]
    rows += [(hand, row) for hand, some in coach.by_other_hands().items() for row in some if hand in coach.LOOKED_AT]
    rows += [("own", {"text": one.answer, "case": one.case, "labels": []}) for one in complaints()]
    return [
        (Text(_parted(row["text"]), frozenset(), OF_SOME_CASES, hand), row.get("case") or {})
        for hand, row in rows
        if not row["labels"] and set(row.get("open", [])) <= {"C20"}
    ]


def _parted(words: str) -> tuple[str, ...]:
    return tuple(sentence.words for sentence in sentences(words)) or ("",)


def _by_others(texts: Sequence[Text]) -> list[Any]:
    """For each text a line of log odds for each sentence, by what others taught than who wrote it."""
    shown = shown_of(texts)
    hands = sorted({text.hand for text in texts})
    part = np.array([hands.index(text.hand) % PARTS for text in texts])
    found: list[Any] = [None] * len(texts)
    for one in range(PARTS):
        some, theirs = np.flatnonzero(part != one).tolist(), np.flatnonzero(part == one).tolist()
        signs, weights, starts = learned([texts[at] for at in some], LABELS, [shown[at] for at in some])
        table = signs.table([[sentence] for at in theirs for sentence in shown[at]]) @ weights.T + starts
        ends = np.cumsum([0, *(len(shown[at]) for at in theirs)])
        for at, start, end in zip(theirs, ends, ends[1:], strict=False):
            found[at] = table[start:end]
    return found


def _rules(texts: Sequence[Text]) -> Any:
    """Which labels the rules alone say of each text, in a case where they are faults."""
    table = np.zeros((len(texts), len(LABELS)), bool)
    cases: dict[str, list[int]] = {}
    for column, label in enumerate(LABELS):
        cases.setdefault(json.dumps(coach.CASES.get(label, {})), []).append(column)
    for line, text in enumerate(texts):
        for case, columns in cases.items():
            said = {one.check for one in review(" ".join(text.sentences), json.loads(case), wordings=UNTAUGHT).findings}
            for column in columns:
                label = LABELS[column]
                table[line, column] = (CODES[label] in said) != (label in GOOD_THINGS)
    return table


def _said(good: tuple[Text, Mapping[str, Any]]) -> set[str]:
    text, case = good
    return {one.check for one in review("\n".join(text.sentences), case, wordings=UNTAUGHT).findings}


def _bars(holds: Any, score: Any, said: Any, good: Any, believed: float) -> tuple[float, float]:
    """Below the first a rule is not believed; from the second a label is likely without one, and rare in good replies."""
    least = _where(score[said], holds[said], believed) if said.sum() >= FEW else -30.0
    enough = _where(score[~said], holds[~said], LIKELY)
    rare = np.sort(good)[::-1][round(len(good) * WRONG_IN_A_THOUSAND / 1000)]
    return round(float(least), 4), round(float(max(enough, rare, least)), 4)


def _missed(label: str, made: tuple[Signs, Any, Any], only: int) -> float:
    """Of whole drafts (one in `only`) in which no rule sees a good thing: the score from which it is likely to be there."""
    check, stages = LOOKED_FOR[label]
    signs, weights, starts = made
    column = LABELS.index(label)
    scores, there = [], []
    for hand, rows in coach.by_other_hands().items():
        for row in rows[::only] if hand in coach.LOOKED_AT else ():
            case = row.get("case") or {}
            if case.get("stage") not in stages or check in row.get("open", []):
                continue
            if check in {one.check for one in review(row["text"], case, wordings=UNTAUGHT).findings}:
                shown = shown_of([Text(_parted(row["text"]), frozenset(), frozenset())])[0]
                scores.append(float((signs.table([[one] for one in shown]) @ weights[column]).max() + starts[column]))
                there.append(check not in row["labels"])
    return _where(np.array(scores), np.array(there), THERE)


def _where(score: Any, holds: Any, likely: float) -> float:
    """The score from which a label is so likely, by a logistic curve."""
    if min(holds.sum(), (~holds).sum()) < 5:
        return -30.0 if holds.sum() >= (~holds).sum() else 30.0
    curve = LogisticRegression(C=1.0).fit(score[:, None], holds)
    slope = max(float(curve.coef_[0][0]), 1e-3)
    return float(np.clip((np.log(likely / (1 - likely)) - float(curve.intercept_[0])) / slope, -30, 30))


def _rates(holds: Any, said: Any) -> list[float]:
    return [
        round(float((said & holds).sum() / max(1, holds.sum())), 3),
        round(float((said & holds).sum() / max(1, said.sum())), 3),
    ]


if __name__ == "__main__":
    main()
