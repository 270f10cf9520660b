"""A stranger learns nothing: every page behind a wrong link is the same 404, and an old link gives nothing away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import URLPattern, reverse

from amends.cases.portal import PortalLink, _signer
from amends.journal.actors import DESK
from amends.messages.delivery import Delivery
from amends.web.portal.urls import urlpatterns
from tests.cast import DAY, Cast, make_case
from tests.web.portal.forms import mark_on
from tests.web.portal.scenes import token

if TYPE_CHECKING:
    from datetime import datetime

    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from amends.cases.case import Case

pytestmark = pytest.mark.django_db
HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}


def paths(link: str) -> list[str]:
    """Every address of the portal that a link leads to."""
    found = [p for p in urlpatterns if isinstance(p, URLPattern) and "token" in p.pattern.converters]
    assert len(found) >= 9
    return [
        reverse(str(p.name), args=[link, 1] if "key" in p.pattern.converters else [link])
        for p in found
    ]  # fmt: skip


def revoked(case: Case, at: datetime) -> str:
    held = token(case, at=at)
    PortalLink.objects.revoke(case, by=DESK, at=at)
    return held


def run_out(case: Case, at: datetime) -> str:
    held = token(case, at=at)
    PortalLink.objects.filter(case=case).update(made_at=at - 100 * DAY, expires_at=at)
    return held


@pytest.mark.parametrize("method", ["get", "post", "head", "put", "delete", "options"])
def test_every_page_behind_a_wrong_link_is_the_same_404(
    browser: Client, now: datetime, cast: Cast, method: str
) -> None:
    known = token(make_case(at=now), at=now)
    wrong = [
        revoked(make_case(at=now, email="other@example.com"), now),
        _signer.sign("never-given"),
        known[:-1] + ("A" if known[-1] != "A" else "B"),
        known.partition(".")[0],
        "x",
        "%00",
        "%ed%a0%80",
        "..%2f..",
        "é" * 300,
    ]
    pages = {
        (page.status_code, page.content, *(page.get(name) for name in HEADERS))
        for link in wrong
        for page in (getattr(browser, method)(path) for path in paths(link))
    }
    assert len(pages) == 1
    ((status, content, *headers),) = pages
    assert (status, headers) == (404, list(HEADERS.values()))
    assert method == "head" or b"This link does not work" in content


def test_a_forged_link_costs_as_much_as_a_revoked_one(
    browser: Client, now: datetime, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for link in ("forged.forged", revoked(make_case(at=now), now), _signer.sign("never-given")):
        with django_assert_num_queries(1):
            browser.get(f"/c/{link}")


def test_a_link_leads_to_one_case_only(browser: Client, now: datetime, cast: Cast) -> None:
    mine, theirs = make_case(at=now), make_case(at=now, email="b@example.com", words="My lamp is broken.")
    page = browser.get(f"/c/{token(mine, at=now)}").content.decode()
    assert "My parcel never came" in page
    assert "My lamp is broken" not in page
    assert theirs.reference not in page


def test_an_expired_link_shows_nothing_of_the_case(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_case(at=now)
    link = run_out(case, now)
    for path in paths(link):
        page = browser.get(path, follow=True)
        assert page.status_code == 410
        shown = page.content.decode()
        assert "This link has run out" in shown
        assert all(word not in shown for word in (case.reference, "Okafor", "okafor", "parcel"))


def test_an_expired_link_gives_back_what_was_typed(browser: Client, now: datetime, cast: Cast) -> None:
    link = run_out(make_case(at=now), now)
    page = browser.post(f"/c/{link}/messages", {"words": "I waited <all> day."})
    assert (page.status_code, "I waited &lt;all&gt; day." in page.content.decode()) == (410, True)


def test_a_new_link_goes_to_the_address_we_hold_and_once(browser: Client, now: datetime, cast: Cast) -> None:
    link = run_out(make_case(at=now), now)
    filled = {"mark": mark_on(browser.get(f"/c/{link}"))}
    pages = [browser.post(f"/c/{link}/link", filled) for _ in range(3)]
    assert [page.status_code for page in pages] == [200, 200, 200]
    assert len({page.content for page in pages}) == 1
    assert "okafor" not in pages[0].content.decode().lower()
    assert [delivery.address for delivery in Delivery.objects.all()] == ["okafor@example.com"]
    fresh = PortalLink.objects.exclude(expires_at__lte=now).get()
    assert browser.get(f"/c/{fresh.token}").status_code == 200


def test_the_answer_is_the_same_when_we_hold_no_address(browser: Client, now: datetime, cast: Cast) -> None:
    with_mail, without = make_case(at=now), make_case(at=now, email="", phone="020 7946 0000")
    pages = set()
    for case in (with_mail, without):
        link = run_out(case, now)
        page = browser.post(f"/c/{link}/link", {"mark": mark_on(browser.get(f"/c/{link}"))})
        pages.add((page.status_code, page.content))
    assert len(pages) == 1
    assert Delivery.objects.count() == 1


def test_no_new_link_is_sent_for_a_link_that_still_works_or_without_our_form(
    browser: Client, now: datetime, cast: Cast
) -> None:
    case = make_case(at=now)
    good = token(case, at=now)
    assert browser.post(f"/c/{good}/link", {"mark": mark_on(browser.get(f"/c/{good}"))}).status_code == 303
    old = run_out(make_case(at=now, email="c@example.com"), now)
    assert browser.post(f"/c/{old}/link", {"mark": "made up"}).status_code == 403
    assert Delivery.objects.count() == 0


def test_many_new_links_from_one_place_must_wait(browser: Client, now: datetime, cast: Cast) -> None:
    statuses = []
    for n in range(12):
        link = run_out(make_case(at=now, email=f"{n}@example.com"), now)
        statuses.append(browser.post(f"/c/{link}/link", {"mark": mark_on(browser.get(f"/c/{link}"))}).status_code)
    assert statuses == [200] * 10 + [429] * 2


def test_no_cookie_is_set_and_nothing_is_kept_or_listed(browser: Client, now: datetime, cast: Cast) -> None:
    page = browser.get(f"/c/{token(make_case(at=now), at=now)}")
    assert {name: page[name] for name in HEADERS} == HEADERS
    assert not page.cookies
    assert "unsafe" not in page["Content-Security-Policy"]
    assert {name: browser.get("/complain")[name] for name in HEADERS} == HEADERS
