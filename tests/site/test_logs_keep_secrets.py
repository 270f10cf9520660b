"""No line of a log holds what would let somebody in."""

from __future__ import annotations

import logging

import pytest

from amends.site.logs import Discreet


@pytest.mark.parametrize(
    ("said", "logged"),
    [
        ("Not Found: /c/AbCdEf123.sig-nature_x", "Not Found: /c/…"),
        ("Forbidden: /c/AbCdEf123.sig/answers", "Forbidden: /c/…/answers"),
        ("GET /in/RKB8DNvi2a0jkwB", "GET /in/…"),
        ("POST /a/12-0f9e8d7c6b5a49382716/answer", "POST /a/…/answer"),
        ("Not Found: /calendar/Zm9vYmFyYmF6cXV4cXV1eA.ics", "Not Found: /calendar/…"),
        (
            "cannot reach imaps://desk:hunter2@mail.example.com/INBOX",
            "cannot reach imaps://desk:…@mail.example.com/INBOX",
        ),
        ("GET /customers/12", "GET /customers/12"),
    ],
)
def test_links_and_passwords_are_cut_out(said: str, logged: str) -> None:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "%s", (said,), None)
    assert Discreet("%(message)s").format(record) == logged
