"""The net that is shipped: it is read as it was written, and its quick sums are plain sums."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from itertools import starmap
from math import sqrt
from operator import mul

import pytest

from amends.leanings.leaning import leanings, shipped
from amends.leanings.net import LIFT, Net
from amends.leanings.signs import shown
from amends.training.learning import row_of
from amends.training.network import taught

RAW = (files("amends.leanings") / "shipped.net").read_bytes()
SAID = "the boiler you mended on monday is leaking again and we shall look for somebody else"


def test_what_is_shipped_is_read_as_it_was_written() -> None:
    assert Net.read(RAW).as_bytes() == RAW


@pytest.mark.parametrize("raw", [RAW[:-1], b"{}\nabc", b"no JSON", b""])
def test_a_net_that_is_damaged_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"no net|steps are not|Expecting value"):
        Net.read(raw)


def test_numbers_that_are_added_side_by_side_come_to_what_they_come_to_one_by_one() -> None:
    net = shipped().net
    one = shown(SAID.split())
    width = len(net.scale)
    units = list(net.passage.units)
    for signs, share in ((one.words, 4 / sqrt(len(one.words))), (one.kinds, 2 / sqrt(len(one.kinds)))):
        for row in (net.places[sign] * width for sign in signs & net.places.keys()):
            for at in range(width):
                units[at] += share * net.scale[at] * (net.steps[row + at] - LIFT)
    by_hand = [
        sum(starmap(mul, zip([max(0.0, unit) for unit in units], column, strict=True)))
        for column in zip(*net.passage.adds, strict=True)
    ]
    assert net.passages([one])[0] == pytest.approx(by_hand, abs=0.02)


def test_a_text_of_words_that_nobody_taught_is_left_to_the_rules() -> None:
    assert shipped().of({"qwxz": 1.0, "zzyqx": 1.0}, (), 2) == {}


def test_what_a_house_taught_of_a_label_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="not known"):
        leanings('{"n": 3, "bar": {"flag boredom": 0.5}, "trust": {}, "starts": {}, "adds": {}}')


def test_the_same_texts_teach_the_same_net_in_whichever_order_their_signs_come() -> None:
    texts = [
        f"{word} number {n} {what}" for n in range(12) for word, what in (("Parcel", "is lost"), ("Thanks", "for it"))
    ]
    rows = [row_of(text, failures=["F1"] if "lost" in text else [], flags=[]) for text in texts]
    turned = [replace(row, signs=dict(reversed([*row.signs.items()]))) for row in rows]
    one, other = (taught(some, ["complaint", "flag exit"], ["flag exit"]) for some in (rows, turned))
    assert one.signs
    assert one.as_bytes() == other.as_bytes()
