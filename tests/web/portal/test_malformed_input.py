"""Whatever is thrown at a form is refused with a 4xx or taken; it is never our fault, a 500."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote_from_bytes

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amends.web.portal.door import mark
from tests.cast import Cast
from tests.web.portal.forms import mark_on
from tests.web.portal.scenes import make_scene, token

if TYPE_CHECKING:
    from datetime import datetime

    from django.test import Client

pytestmark = pytest.mark.django_db
ACTS = ("confirmation", "correction", "wish", "messages", "answers", "link", "received")
FIELDS = (
    "words",
    "email",
    "phone",
    "name",
    "order",
    "wish",
    "mark",
    "files",
    "concern-1",
    "concern-",
    "concern-x",
    "x",
)
raw = st.one_of(
    st.binary(max_size=60),
    st.sampled_from(
        [b"", b"\x00", b"\xed\xa0\x80", b"\xff\xfe", b"right", b"not_yet", b"9" * 400, b"x" * 41_000, b"a@b.c"]
    ),
)
many = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def encoded(pairs: list[tuple[str, bytes]]) -> str:
    return "&".join(f"{name}={quote_from_bytes(value)}" for name, value in pairs)


@many
@given(
    pairs=st.lists(st.tuples(st.sampled_from(FIELDS), raw), max_size=8), ours=st.booleans(), act=st.sampled_from(ACTS)
)
def test_the_forms_of_a_case_take_or_refuse_anything(
    browser: Client, now: datetime, cast: Cast, pairs: list[tuple[str, bytes]], ours: object, act: str
) -> None:
    cache.clear()
    link = token(make_scene("new", cast, now=now), at=now)
    body = encoded(pairs) + (f"&mark={mark(link)}" if ours else "")
    page = browser.post(f"/c/{link}/{act}", body, content_type="application/x-www-form-urlencoded")
    assert page.status_code in {200, 303, 403, 409, 413, 422}


@many
@given(pairs=st.lists(st.tuples(st.sampled_from(FIELDS), raw), max_size=8), ours=st.booleans())
def test_the_public_form_takes_or_refuses_anything(
    browser: Client, now: datetime, cast: Cast, pairs: list[tuple[str, bytes]], ours: object
) -> None:
    cache.clear()
    body = encoded(pairs) + (f"&mark={mark('complaint')}" if ours else "")
    page = browser.post("/complain", body, content_type="application/x-www-form-urlencoded")
    assert page.status_code in {303, 403, 422}


@many
@given(data=st.binary(max_size=400), kind=st.sampled_from(["b", "", "b; charset=nonsense", "b; charset=utf-7", '"']))
def test_a_broken_multipart_body_is_refused(browser: Client, now: datetime, cast: Cast, data: bytes, kind: str) -> None:
    link = token(make_scene("new", cast, now=now), at=now)
    for path in ("/complain", f"/c/{link}/messages"):
        page = browser.generic("POST", path, data, content_type=f"multipart/form-data; boundary={kind}")
        assert page.status_code in {400, 403, 422}


@pytest.mark.parametrize(
    ("name", "value"),
    [("words", "\x00"), ("words", "\x00Hello\x07"), ("name", "\x00\x1b[31mMo"), ("order", "\x00" * 50)],
)
def test_characters_no_keyboard_makes_are_left_out(
    browser: Client, now: datetime, cast: Cast, name: str, value: str
) -> None:
    filled: dict[str, Any] = {
        "mark": mark_on(browser.get("/complain")),
        "words": "It broke.",
        "email": "mo@example.com",
    }
    page = browser.post("/complain", filled | {name: value})
    assert page.status_code == (422 if value == "\x00" else 303)


@pytest.mark.parametrize("key", ["0", "-1", "9" * 30, "x", ""])
def test_an_answer_about_something_else_is_refused(browser: Client, now: datetime, cast: Cast, key: str) -> None:
    link = token(make_scene("followed", cast, now=now), at=now)
    filled = {"mark": mark_on(browser.get(f"/c/{link}")), f"concern-{key}": "right", "words": "These stay."}
    page = browser.post(f"/c/{link}/answers", filled)
    assert page.status_code == 422
    assert "This list has changed meanwhile." in page.content.decode()
    assert "These stay." in page.content.decode()


@pytest.mark.parametrize("value", ["", "maybe", "RIGHT", "right\x00", "x" * 5000])
def test_an_answer_that_is_none_is_refused(browser: Client, now: datetime, cast: Cast, value: str) -> None:
    case = make_scene("followed", cast, now=now)
    link, first = token(case, at=now), case.concerns.order_by("pk").first()
    assert first
    filled = {"mark": mark_on(browser.get(f"/c/{link}")), f"concern-{first.pk}": value}
    assert browser.post(f"/c/{link}/answers", filled).status_code == 422


def test_a_body_of_another_kind_is_refused(browser: Client, now: datetime, cast: Cast) -> None:
    link = token(make_scene("new", cast, now=now), at=now)
    for path in ("/complain", f"/c/{link}/messages", f"/c/{link}/confirmation"):
        for kind in ("application/json", "text/plain", "", "application/x-www-form-urlencoded; charset=latin-1"):
            assert browser.generic("POST", path, b'{"words": 1}', content_type=kind).status_code in {400, 403}


def test_more_fields_or_text_than_anybody_types_is_refused(browser: Client, now: datetime, cast: Cast) -> None:
    for body in ("&".join(f"f{n}=1" for n in range(3000)), "words=" + "x" * 6_000_000):
        page = browser.post("/complain", body, content_type="application/x-www-form-urlencoded")
        assert page.status_code == 400
