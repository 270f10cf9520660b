"""Letters that customers might have written, of known subjects."""

from __future__ import annotations

import numpy as np

SUBJECTS = {
    "late parcel": ("the parcel is late", "my parcel never came", "waiting for the parcel", "the courier lost it", "late delivery"),
    "wrong bill": ("the bill is wrong", "you charged me twice", "an extra charge on the bill", "refund the charge", "billing mistake"),
    "rude staff": ("the clerk was rude", "your staff shouted", "rude manner on the phone", "nobody was polite", "the clerk laughed"),
    "broken door": ("the hinge broke", "the door does not close", "a scratch on the door", "the door fell off", "hinge is loose"),
}  # fmt: skip
FILLING = (
    "yesterday",
    "again",
    "in march",
    "really",
    "after lunch",
    "with my wife",
    "in the shop",
    "on sunday",
    "last week",
)


def letters(n: int, *, subjects: tuple[str, ...] = tuple(SUBJECTS), seed: int = 1) -> tuple[list[str], list[str]]:
    """So many letters and the subject of each."""
    random = np.random.default_rng(seed)
    texts, of = [], []
    for i in range(n):
        subject = subjects[i % len(subjects)]
        said = random.choice(SUBJECTS[subject], 3)
        words = random.choice(FILLING, 3)
        texts.append(f"{said[0]} {words[0]}, {said[1]} {words[1]}. {said[2]} {words[2]}.")
        of.append(subject)
    return texts, of
