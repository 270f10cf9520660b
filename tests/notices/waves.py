"""A notice that was read by two, and the writing of its waves without a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.notices.wave import Wave
from amends.notices.writing import write_on
from tests.cast import MORNING, SURE
from tests.problems.scenes import WORDS

if TYPE_CHECKING:
    from datetime import datetime

    from amends.notices.notice import Notice
    from amends.problems.problem import Problem
    from tests.cast import Cast


def make_notice(problem: Problem, cast: Cast, *, at: datetime = MORNING, words: str = WORDS, **how: object) -> Notice:
    """Ada's words, read by Leo."""
    notice = problem.notices.write("About your order {order}", words, sure=SURE, by=cast.ada, at=at, **how)  # type: ignore[arg-type]
    notice.approve(by=cast.leo, at=at)
    return notice


def send(notice: Notice, cast: Cast, *, at: datetime = MORNING) -> Wave:
    """A wave, written to its end."""
    wave = notice.waves.send(by=cast.ada, at=at)
    while write_on(wave.pk, at=at):
        pass
    return wave
