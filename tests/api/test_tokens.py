"""A token opens what it names, for as long as it stands, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from amends.api import urls
from amends.api.door import api
from amends.people.may import NotAllowed
from amends.people.token import Token
from tests.api.conftest import Program
from tests.cast import HOUR, make_case

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast


def test_a_stranger_is_told_to_show_a_token(cast: Cast) -> None:
    for secret in ("", "amends_guess", "x" * 500):
        answer = Program(secret).get("cases")
        assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
        assert "token" in answer.json()["detail"]


def test_every_deed_of_the_api_wants_a_token() -> None:
    urls.urlpatterns  # noqa: B018 - the deeds are known once their addresses are
    deeds = [deed for _, router in api._routers for view in router.path_operations.values() for deed in view.operations]
    assert len(deeds) > 5
    assert [deed.view_func.__name__ for deed in deeds if not deed.auth_callbacks] == []


@pytest.mark.django_db
def test_there_is_nothing_at_the_root_of_the_api() -> None:
    assert Program("").get("").status_code == 404


def test_a_token_for_opening_does_not_read(program: Callable[..., Program]) -> None:
    answer = program("open").get("cases")
    assert answer.status_code == 403
    assert answer.json() == {"detail": "This token has no scope “read”."}


def test_the_secret_is_shown_once_and_only_its_hash_is_kept(cast: Cast) -> None:
    token, secret = cast.ada.tokens.make("the shop", scopes=["read"], by=cast.ada, at=timezone.now())
    kept = Token.objects.get(pk=token.pk)
    assert secret.startswith("amends_")
    assert secret.encode() not in bytes(kept.secret_hash)
    assert Program(secret).get("cases").status_code == 200
    kept.refresh_from_db()
    assert kept.last_used_at is not None


def test_a_revoked_one_an_old_one_and_one_of_somebody_who_left_open_nothing(cast: Cast) -> None:
    now = timezone.now()
    revoked, first = cast.ada.tokens.make("one", scopes=["read"], by=cast.ada, at=now)
    _, second = cast.ada.tokens.make(
        "two", scopes=["read"], by=cast.ada, at=now - 2 * HOUR, expires_at=now - timedelta(seconds=1)
    )
    _, third = cast.leo.tokens.make("three", scopes=["read"], by=cast.leo, at=now)
    assert [Program(one).get("cases").status_code for one in (first, second, third)] == [200, 401, 200]
    revoked.revoke(by=cast.ines, at=now)
    cast.leo.leave(by=cast.ines, at=now)
    assert [Program(one).get("cases").status_code for one in (first, third)] == [401, 401]


def test_a_colleague_may_not_revoke_it(cast: Cast) -> None:
    token, _ = cast.ada.tokens.make("the shop", scopes=["read"], by=cast.ada, at=timezone.now())
    with pytest.raises(NotAllowed):
        token.revoke(by=cast.leo, at=timezone.now())


@pytest.mark.parametrize("scopes", [[], ["everything"]])
def test_the_database_refuses_scopes_that_there_are_not(cast: Cast, scopes: list[str]) -> None:
    with pytest.raises(ValueError, match="scope"):
        cast.ada.tokens.make("the shop", scopes=scopes, by=cast.ada, at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Token.objects.create(person=cast.ada, name="the shop", secret_hash=b"1", scopes=scopes, made_at=timezone.now())


def test_a_restricted_case_of_a_colleague_is_not_there(cast: Cast, program: Callable[..., Program]) -> None:
    case = make_case(owner=cast.leo, at=timezone.now())
    case.restrict(by=cast.leo, at=timezone.now())
    assert program().get(f"cases/{case.reference}").status_code == 404
    assert program(of=cast.leo).get(f"cases/{case.reference}").status_code == 200
