"""Who gets an automatic receipt for mail from files: those who wrote lately, unless the one who brings the files says otherwise."""

from __future__ import annotations

import pytest

from amends.arrivals.arrival import Way
from amends.files.mail import Found
from amends.files.receiving import receive_files
from amends.messages.message import Message
from tests.cast import DAY, MORNING, make_mail

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("way", "days", "receipts"),
    [(Way.FILE, 1, 1), (Way.FILE, 30, 0), (Way.FILE_RECEIPTED, 30, 1), (Way.FILE_QUIET, 1, 0)],
)
def test_a_receipt_goes_to_whom_it_should(way: str, days: int, receipts: int) -> None:
    found = Found(file="one.eml", raw=make_mail(at=MORNING - days * DAY))
    assert [received.outcome for received in receive_files([found], at=MORNING, way=way)] == ["opened"]
    assert Message.objects.filter(purpose="receipt").count() == receipts
