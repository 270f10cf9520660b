"""What changes about a promise, from its page: noted at the first sign, and told before the old date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cast import DAY
from tests.web.case.test_promises import later, promised, text, typed
from tests.web.case.test_speaking import last

if TYPE_CHECKING:
    from tests.web.case.conftest import Desk

pytestmark = pytest.mark.django_db


def test_a_delay_is_noted_worked_out_and_told_from_the_page(ada: Desk) -> None:
    promise = promised(ada, due=4 * DAY)
    ada.act(f"promises/{promise.pk}/way", method="courier", name_1="Cream", until_1=f"{later(4 * 24):%Y-%m-%d}")
    ada.act(f"promises/{promise.pk}/change", what="date", because="supplier")
    change = promise.changes.get()
    assert "Work out how late by" in text(ada.look())
    assert "Say how late it will be" in text(ada.look())
    ada.act(f"changes/{change.pk}/estimate", due=typed(later(6 * 24)))
    page = ada.look(f"?move.{promise.pk}=1")
    assert "By then this would no longer be good: Cream." in page.content.decode()
    form = page.context["page"].moving
    ada.act(f"promises/{promise.pk}/move", words=form.suggested, due=typed(later(6 * 24)), because="supplier")
    assert "what they want instead" in text(ada.look())
    cream = promise.way.contents.get()
    ada.act(f"contents/{cream.pk}/answer", words="Jam, please.")
    assert "instead “Jam, please.”" in text(ada.look())


def test_another_way_is_told_from_the_page(ada: Desk) -> None:
    promise = promised(ada, due=4 * DAY)
    ada.act(f"promises/{promise.pk}/way", method="courier")
    ada.act(f"promises/{promise.pk}/change", what="collection", because="carrier")
    change = promise.changes.get()
    form = ada.look(f"?way-telling.{change.pk}=1").context["page"].changing
    ada.act(f"changes/{change.pk}/telling", words=form.suggested)
    change.refresh_from_db()
    assert change.told_in == last(ada)
    assert "they collect it" in text(ada.look())


def test_what_holds_after_all_is_told_nobody(ada: Desk) -> None:
    promise = promised(ada, due=4 * DAY)
    ada.act(f"promises/{promise.pk}/change", what="date", because="supplier")
    ada.act(f"changes/{promise.changes.get().pk}/withdrawal", because="the supplier called: it is on its way")
    assert "Tell them by" not in text(ada.look())
    assert ada.act("changes/999/withdrawal", because="so").status_code == 404
