"""Whatever is sent to whichever form: a clear answer, never a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote_plus

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amends.web.case.forms.form import CaseForm
from amends.web.case.page import FORMS
from tests.cast import HOUR, MORNING

if TYPE_CHECKING:
    from tests.web.case.conftest import Desk

pytestmark = pytest.mark.django_db
NAMES = sorted({name for form in FORMS.values() for name in form.base_fields} | {"answer_1", "about_what", "asked"})
ODD = st.sampled_from(
    [
        "", "\x00", "\ud800", "a\x00b", "on", "1", "-1", "0", "99999999999999999999", "right", "not_yet", "yes", "no",
        "phone", "letter_in", "1999-12-31T10:00", "0001-01-01T00:00", "9999-12-31T23:59", "2026-03-29T01:30", "NaN",
        "\u202e", "'; DROP TABLE", "x" * 5000, "declined", "unconfirmed", "confirmed", "a@b", "ä" * 400,
    ]
)  # fmt: skip
TYPED = st.dictionaries(st.sampled_from(NAMES), ODD | st.text(max_size=60), max_size=12)
MANY = settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


def body(typed: dict[str, str]) -> bytes:
    """As a hostile browser sends it: lone surrogates and all."""
    pairs = (f"{name}={quote_plus(value.encode('utf-8', 'surrogatepass'))}" for name, value in typed.items())
    return "&".join(pairs).encode()


def addresses(desk: Desk) -> dict[str, str]:
    """Each form's address on a case where there is one of everything."""
    case, by = desk.case, desk.person
    concern = case.concerns.note("The table", by=by, at=MORNING)
    act = case.acts.do("Looked for it", by=by, at=MORNING)
    fact = case.facts.note("Order 1", by=by, at=MORNING)
    promise = case.promises.make("call", due=MORNING + HOUR, by=by, at=MORNING)
    rows = {
        "concerns": concern.pk,
        "facts": fact.pk,
        "promises": promise.pk,
        "deliveries": act.pk,
        "follow-ups": "call",
    }
    return {
        name: form.noun.replace("{row}", str(rows.get(form.noun.partition("/")[0], ""))) for name, form in FORMS.items()
    }


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@MANY
@given(typed=TYPED)
def test_no_form_of_a_case_ever_crashes(ada: Desk, form: type[CaseForm], typed: dict[str, str]) -> None:
    if not hasattr(ada.client, "places"):
        ada.client.places = addresses(ada)  # type: ignore[attr-defined]
    url = f"/cases/{ada.case.reference}/{ada.client.places[form.name]}"  # type: ignore[attr-defined]
    answer = ada.client.post(url, body(typed), content_type="application/x-www-form-urlencoded")
    assert answer.status_code in {303, 404, 422}


@MANY
@given(typed=st.dictionaries(st.sampled_from([*NAMES, "name", "phone", "email", "customer", "look"]), ODD, max_size=12))
def test_the_new_case_never_crashes(ada: Desk, typed: dict[str, str]) -> None:
    answer = ada.client.post("/cases/new", body(typed), content_type="application/x-www-form-urlencoded")
    assert answer.status_code in {200, 303, 422}


@pytest.mark.parametrize(
    "junk", [b"", b"--x\r\n", b"--x\r\nContent-Disposition: form-data; name=words\r\n\r\n\xff\xfe\r\n--x--"]
)
def test_a_broken_upload_is_refused(ada: Desk, junk: bytes) -> None:
    answer = ada.client.post(
        f"/cases/{ada.case.reference}/replies", junk, content_type="multipart/form-data; boundary=x"
    )
    assert answer.status_code in {303, 400, 422}
