"""`amends dates`: a history is taken in from a file, dates are learnt from it, and begun anew after a change."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from django.utils import timezone

from amends.leadtimes.chronicle import Chronicle
from amends.leadtimes.lesson import Lesson
from tests.cast import DAY, Cast, make_case
from tests.cli.console import Said, amends

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db
INES, LEO, ADA = (f"{name}@desk.example.com" for name in ("ines", "leo", "ada"))


def repairs(folder: Path, *, closed_only: bool = False) -> str:
    """Four hundred repairs of the last year in a file, those still open without an end."""
    random = np.random.default_rng(1)
    now = timezone.now()
    lines = ["number,opened,closed,workshop"]
    for number in range(400):
        opened = now - timedelta(days=365 - number * 0.91)
        closed = opened + timedelta(days=float(5 * random.lognormal(0, 0.5)))
        if closed_only:
            closed = now - timedelta(days=20 - number * 0.05)
            opened = closed - timedelta(days=float(60 * random.lognormal(0, 0.8)))
        ended = f"{closed:%Y-%m-%d %H:%M}" if closed < now else ""
        lines.append(f"{number},{opened:%Y-%m-%d %H:%M},{ended},{'Bell' if number % 2 else 'ours'}")
    path = folder / "repairs.csv"
    path.write_text("\n".join(lines))
    return str(path)


def take_in(path: str, *more: str, by: str = INES) -> Said:
    return amends("dates", "take-in", path, "--of", "deed", "--by", by, *more)


def test_a_history_is_taken_in_and_gives_dates_at_once(cast: Cast, tmp_path: Path) -> None:
    found = take_in(repairs(tmp_path), "--opened", "opened", "--closed", "closed", "--group", "workshop", "--json").row
    assert (found["of"], found["gives_dates"], found["source"], found["why"]) == ("deed", True, "taken in", None)
    assert found["replayed"]["0.9"]["coverage"] == pytest.approx(0.9, abs=0.06)
    assert (Chronicle.objects.get().name, Chronicle.objects.get().group) == ("repairs.csv", "workshop")
    assert amends("dates", "list", "--json").row == found


def test_it_says_in_plain_words_what_its_dates_would_have_been_worth(cast: Cast, tmp_path: Path) -> None:
    said = take_in(repairs(tmp_path)).out
    assert "Dates of something done are learnt from" in said
    assert "90% dates would have held" in said


def test_an_export_of_closed_cases_is_refused_with_the_reason(cast: Cast, tmp_path: Path) -> None:
    said = take_in(repairs(tmp_path, closed_only=True))
    assert said.code == 1
    assert "Export every case opened in a period" in said.err
    assert not Chronicle.objects.exists()


def test_only_a_lead_says_from_what_dates_are_learnt(cast: Cast, tmp_path: Path) -> None:
    said = take_in(repairs(tmp_path), by=ADA)
    assert (said.code, Chronicle.objects.count()) == (1, 0)
    assert "A lead says from what dates are learnt." in said.err
    assert amends("dates", "anew", "--of", "deed", "--since", "2026-01-01", "--because", "x", "--by", ADA).code == 1


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--of", "luck"), 2),
        (("--queue", "Nowhere"), 3),
        (("--group", "colour"), 1),
        (("--opened", "colour"), 1),
        (("--zone", "Mars/Olympus"), 2),
        (("--until", "soon"), 2),
    ],
)
def test_what_cannot_be_ends_with_a_sentence(cast: Cast, tmp_path: Path, more: tuple[str, str], code: int) -> None:
    said = take_in(repairs(tmp_path), *more)
    assert (said.code, bool(said.err.strip()), Lesson.objects.count()) == (code, True, 0)


def test_a_file_that_is_not_there_is_said(cast: Cast, tmp_path: Path) -> None:
    assert take_in(str(tmp_path / "none.csv")).code == 3


def test_dates_are_learnt_anew_by_hand_and_after_a_change(cast: Cast, tmp_path: Path) -> None:
    take_in(repairs(tmp_path))
    assert amends("dates", "learn", "--json").row["gives_dates"] is True
    since = f"{timezone.now() - 2 * DAY:%Y-%m-%d}"
    row = amends("dates", "anew", "--of", "deed", "--since", since, "--because", "moved", "--by", LEO, "--json").row
    assert (row["gives_dates"], row["since_because"]) == (False, "moved")
    assert "moved" in row["why"]


def test_a_promise_made_here_needs_its_reason_too(cast: Cast, tmp_path: Path) -> None:
    take_in(repairs(tmp_path))
    case = make_case(owner=cast.ada, at=timezone.now())
    due = (timezone.now() + DAY).isoformat()
    told = ("promise", "make", case.reference, "repair it", "--due", due, "--by", ADA)
    refused = amends(*told)
    assert refused.code == 1
    assert "in 100" in refused.err
    assert amends(*told, "--hurried", "the workshop is empty").code == 0
    assert case.promises.get().quoted.hurried == "the workshop is empty"
