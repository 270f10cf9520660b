"""Impatient customers press a button eight times at the same moment; the database settles it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from amends.cases.case import Case
from amends.customers.customer import Customer
from amends.intake.forms import Form, complain
from amends.journal.entry import Entry
from amends.messages.delivery import Delivery
from amends.messages.message import Message
from tests.cast import MORNING

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db(transaction=True)


def eight(deed: Callable[[int], object]) -> list[object]:
    """The deed, eight times at once; what each returned."""
    gate = Barrier(8)

    def once(n: int) -> object:
        try:
            gate.wait(timeout=20)
            return deed(n)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(once, range(8)))


def test_one_form_sent_eight_times_at_once_is_one_case_and_one_receipt() -> None:
    form = Form(key="one", words="It broke.", email="mo@example.com", wish="A new one", order="4711")
    found = eight(lambda _: complain(form, at=MORNING).pk)
    assert set(found) == {Case.objects.get().pk}
    assert (Message.objects.filter(direction="in").count(), Delivery.objects.count()) == (1, 1)
    assert Entry.objects.filter(deed="wish.told").count() == 1


def test_eight_forms_of_one_new_customer_at_once_are_eight_cases_of_one_customer() -> None:
    eight(lambda n: complain(Form(key=str(n), words=f"It broke, {n}.", email="mo@example.com"), at=MORNING).pk)
    assert (Case.objects.count(), Customer.objects.count()) == (8, 1)
