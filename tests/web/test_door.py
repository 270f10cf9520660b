"""No page of the desk opens to a stranger, and no refusal shows more than plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.template.loader import render_to_string
from django.urls import URLPattern, URLResolver, get_resolver

from amends.people.may import TABLE
from tests.cast import make_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from tests.cast import Cast

#: Pages that people without an account must reach, and why.
OPEN = {
    "enter": "the one-time link",
    "portal": "customers have no account",
    "account": "the sign-in package guards its own pages",
    "mfa": "the same",
    "feed": "calendars cannot sign in; the key in the address opens it",
    "hook": "another system cannot sign in; its signature or its key opens it",
    "status": "the public page of what is wrong, and its mails: the link in the mail opens them",
    "alarm_answer": "whoever is woken at night answers by the signed link of the page, before they find their password",
    "asked": "colleagues elsewhere in the house have no account; the link in their mail opens it",
}


def patterns(inside: URLResolver | None = None) -> Iterator[URLPattern]:
    for pattern in (inside or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace != "api":  # programs have a door of their own, see tests/api
                yield from patterns(pattern)
        else:
            yield pattern


def guarded() -> list[URLPattern]:
    return [p for p in patterns() if p.name and not p.name.startswith(tuple(OPEN))]


@pytest.mark.parametrize("pattern", guarded(), ids=lambda pattern: pattern.name)
def test_every_page_of_the_desk_goes_through_the_door(pattern: URLPattern) -> None:
    assert getattr(pattern.callback, "for_the_desk", False)


@pytest.mark.parametrize(
    "path", ["/", "/today/lanes", "/today/promises", "/promises", "/here", "/search?q=x", "/customers", "/customers/1", "/kept-mail",
             "/kept-mail/1",
             "/kept-mail/1/raw", "/people", "/profile", "/pieces", "/cases/new", "/cases/K7MD-4QXR", "/attachments/1"],
)  # fmt: skip
@pytest.mark.django_db
def test_a_stranger_is_asked_to_sign_in_whether_or_not_the_thing_exists(client: Client, path: str) -> None:
    for answer in (client.get(path), client.post(path)):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/account/login/?next=")


def test_what_somebody_may_not_see_is_not_found(cast: Cast, client: Client) -> None:
    case = make_case(owner=cast.leo)
    case.restrict(by=cast.leo, at=case.received_at)
    client.force_login(cast.ada)
    assert client.get(f"/cases/{case.reference}").status_code == 404
    assert client.get("/cases/NONE-NONE").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["signup/", "email/", "confirm-email/", "login/code/confirm/", "password/reset/key/1-x/"]
)
def test_nobody_signs_themselves_up_or_changes_who_they_are(cast: Cast, client: Client, path: str) -> None:
    client.force_login(cast.ada)
    assert client.get(f"/account/{path}").status_code == 404
    assert client.post(f"/account/{path}").status_code == 404


def test_a_refusal_says_who_may(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    page = client.get("/people")
    assert page.status_code == 403
    assert TABLE["people"][1] in page.content.decode()


def test_a_form_without_its_mark_does_nothing_and_says_so(cast: Cast) -> None:
    from django.test import Client as Browser  # noqa: PLC0415 - shadows the fixture's type

    browser = Browser(enforce_csrf_checks=True)
    browser.force_login(cast.ines)
    page = browser.post("/people", {"name": "Noor", "email": "noor@desk.example.com", "role": "lead"})
    assert page.status_code == 403
    assert "Send it once more" in page.content.decode()


@pytest.mark.parametrize("code", ["400", "403", "404", "500"])
def test_the_pages_of_refusal_stand_alone(code: str) -> None:
    assert "To the start" in render_to_string(f"{code}.html")


def test_no_page_may_run_or_fetch_what_is_not_ours(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    policy = client.get("/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
