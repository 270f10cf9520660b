"""Who may need care is offered help and asked; only with their yes something is noted, and it is gone when they take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from amends.cases.ending import Refused
from amends.coach import review
from amends.consents.consent import OFFER, Consent
from amends.journal.entry import Entry
from amends.readings.reading import Reading
from tests.cast import MORNING, make_case

if TYPE_CHECKING:
    from amends.cases.case import Case
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
HER_WORDS = "My bed never came. I am in hospital with my hip and I cannot manage the stairs. I ordered it on 3 May."


@pytest.fixture
def case(cast: Cast) -> Case:
    """She says that she is in hospital; Ada has read it."""
    now = timezone.now()
    found = make_case(owner=cast.ada, words=HER_WORDS, at=now)
    (reading,) = Reading.objects.keep(found.messages.theirs(), at=now)
    assert "vulnerable" in reading.flags()
    reading.confirm(by=cast.ada, at=now)
    return found


def page(case: Case, cast: Cast) -> str:
    client = Client()
    client.force_login(cast.ada)
    return client.get(f"/cases/{case.reference}").content.decode()


def act(case: Case, cast: Cast, noun: str, **typed: str) -> int:
    client = Client()
    client.force_login(cast.ada)
    return client.post(f"/cases/{case.reference}/{noun}", typed).status_code


def test_help_is_offered_in_words_that_assume_nothing(case: Case, cast: Cast) -> None:
    assert "offer help, and ask before you note anything" in page(case, cast)
    assert "Would it help if we did this by phone" in page(case, cast)
    assert "Put their answer on record" in page(case, cast)
    assert 'name="answer"' in page(case, cast)
    found = review(OFFER, {"stage": "update", "flags": ["vulnerable"]})
    assert "C46" not in {one.check for one in found.findings}


def test_nothing_is_kept_of_them_before_they_said_yes(case: Case, cast: Cast) -> None:
    assert not Consent.objects.exists()
    assert act(case, cast, "consents", answer="no", said="Rather not", via="phone", words="Hip operation") == 422
    assert act(case, cast, "consents", answer="yes", said="Yes please", via="phone", words="") == 422
    assert act(case, cast, "consents", answer="yes", said="", via="phone", words="Write, do not ring") == 422
    assert not Consent.objects.exists()
    assert act(case, cast, "consents", answer="no", said="Rather not", via="phone", words="") == 303
    (row,) = Consent.objects.all()
    assert (row.yes, row.words) == (False, "")
    assert "offer help, and ask" not in page(case, cast)


def test_with_their_yes_it_is_borne_in_mind_on_each_of_their_cases_and_gone_when_taken_back(
    case: Case, cast: Cast
) -> None:
    assert (
        act(case, cast, "consents", answer="yes", said="Yes, note that", via="phone", words="Write, do not ring") == 303
    )
    later = make_case(owner=cast.ada, words="Another thing: the lamp is broken.", at=timezone.now())
    assert later.customer == case.customer
    assert "Write, do not ring" in page(later, cast)
    client = Client()
    client.force_login(cast.ada)
    assert "Write, do not ring" in client.get(f"/customers/{case.customer_id}").content.decode()
    (row,) = Consent.objects.helping(case.customer)
    assert act(later, cast, f"consents/{row.pk}/withdrawal") == 303
    assert "Write, do not ring" not in page(later, cast)
    row.refresh_from_db()
    assert (row.words, row.said) == ("", "")
    said = " ".join(str(entry.data) + entry.sentence for entry in Entry.objects.filter(deed__startswith="consent"))
    assert "Write, do not ring" not in said


def test_a_stranger_s_consent_cannot_be_taken_out_from_here(case: Case, cast: Cast) -> None:
    other = make_case(owner=cast.ada, email="b@example.com", name="B", at=timezone.now())
    row = other.consents.record(yes=True, said="Yes", words="Write", via="phone", by=cast.ada, at=timezone.now())
    assert act(case, cast, f"consents/{row.pk}/withdrawal") == 404


@pytest.mark.parametrize(
    "row", [{"yes": True, "words": ""}, {"yes": False, "words": "deaf"}, {"yes": True, "words": "deaf", "said": ""}]
)
def test_the_database_keeps_no_note_without_a_yes(case: Case, cast: Cast, row: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(
            **{"case": case, "said": "x", "via": "phone", "answered_at": MORNING, "recorded_by": cast.ada, **row}
        )


def test_the_answer_must_be_in_their_words(case: Case, cast: Cast) -> None:
    with pytest.raises(Refused, match="in their words"):
        case.consents.record(yes=True, said=" ", words="Write", via="phone", by=cast.ada, at=MORNING)
