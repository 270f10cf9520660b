"""A gift never rides on the follow-up: it is a message of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from amends.cases.ending import Refused
from amends.followups import asking
from amends.followups.given import gift_in
from tests.cast import DAY, SURE, Cast
from tests.journeys.test_life_of_a_case import PARTS
from tests.rules.stage import Stage


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["apology", "what_went_wrong", "how_put_right", "thanks"])
def test_a_follow_up_that_speaks_of_one_does_not_leave(part: str, cast: Cast) -> None:
    stage = Stage(cast)
    case = stage.resolved()
    words = replace(PARTS, **{part: "Please find a gift card with this letter."})  # type: ignore[arg-type]
    with pytest.raises(Refused, match="A gift goes apart"):
        asking.send_mail(case, words, sure=SURE, by=cast.ada, at=stage.at + DAY)
    assert asking.send_mail(case, PARTS, sure=SURE, by=cast.ada, at=stage.at + DAY)


@pytest.mark.parametrize(
    "words", ["a gift-card", "Gift vouchers", "a handwritten note", "eine Geschenkkarte", "a small gift"]
)
def test_these_are_gifts(words: str) -> None:
    assert gift_in(f"We enclose {words} for you.")


@pytest.mark.parametrize(
    "words", ["We refunded the delivery.", "You are gifted.", "I noted it by hand.", "The card reader failed."]
)
def test_and_these_are_none(words: str) -> None:
    assert not gift_in(words)
