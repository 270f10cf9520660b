"""Admins look after people; each person looks after their own profile; a link signs in once."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.utils import timezone

from amends.journal.actors import DESK
from amends.people.person import Person, SignInLink
from amends.standins.sweeping import go_away
from tests.cast import make_case

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast


@pytest.fixture
def admin(cast: Cast, client: Client) -> Client:
    client.force_login(cast.ines)
    return client


def secret_for(person: Person, *, lasts: timedelta = timedelta(days=1)) -> str:
    now = timezone.now()
    return SignInLink.objects.make(person, expires_at=now + lasts, by=DESK, at=now - timedelta(days=2))


def test_only_an_admin_sees_people(cast: Cast, client: Client) -> None:
    for person, status in ((cast.ada, 403), (cast.leo, 403), (cast.mira, 403), (cast.ines, 200)):
        client.force_login(person)
        assert client.get("/people").status_code == status
    client.force_login(cast.ada)
    assert "An admin looks after people." in client.get("/people").content.decode()


def test_somebody_added_gets_a_link_that_signs_them_in_and_leads_to_a_password(admin: Client) -> None:
    page = admin.post("/people", {"name": "Noor", "email": "Noor@desk.example.com", "role": "lead"}).content.decode()
    link = re.search(r"/in/[\w-]+", page)
    assert link
    admin.post("/account/logout/")
    assert "Sign in as Noor" in admin.get(link.group()).content.decode()
    assert admin.post(link.group())["Location"] == "/account/password/set/"
    assert admin.get("/account/password/set/").status_code == 200
    assert admin.get("/").context["user"].email == "noor@desk.example.com"


def test_nobody_is_added_twice(admin: Client) -> None:
    page = admin.post("/people", {"name": "Ada", "email": "ADA@desk.example.com", "role": "agent"})
    assert page.status_code == 422
    assert "Somebody with this address is here already." in page.content.decode()


def test_a_role_is_changed_but_not_ones_own(cast: Cast, admin: Client) -> None:
    admin.post(f"/people/{cast.ada.pk}/role", {"role": "lead"})
    admin.post(f"/people/{cast.ines.pk}/role", {"role": "agent"})
    roles = dict(Person.objects.values_list("name", "role"))
    assert (roles["Ada"], roles["Ines"]) == ("lead", "admin")


def test_who_leaves_hands_on_what_was_theirs_to_the_heir_that_was_named(cast: Cast, admin: Client) -> None:
    case = make_case(owner=cast.ada)
    unsure = admin.post(f"/people/{cast.ada.pk}/leaving", {"heir": cast.mira.pk})
    assert unsure.status_code == 422
    assert "Tick that Ada has left" in unsure.content.decode()
    assert Person.objects.get(pk=cast.ada.pk).is_active
    gone = admin.post(f"/people/{cast.ada.pk}/leaving", {"sure": "on", "heir": cast.mira.pk}, follow=True)
    assert "Ada can no longer sign in. 1 open case passed to others." in gone.content.decode()
    case.refresh_from_db()
    assert case.owner == cast.mira
    assert not Person.objects.get(pk=cast.ada.pk).is_active


def test_without_an_heir_what_was_theirs_finds_somebody_who_is_here(cast: Cast, admin: Client) -> None:
    case = make_case(owner=cast.ada)
    admin.post(f"/people/{cast.ada.pk}/leaving", {"sure": "on"})
    case.refresh_from_db()
    assert case.owner in {cast.leo, cast.mira, cast.ines}


def test_an_heir_who_is_away_is_refused_and_so_is_leaving_oneself(cast: Cast, admin: Client) -> None:
    now = timezone.now()
    go_away(cast.mira, starts_at=now - timedelta(hours=1), by=cast.leo, at=now)
    refused = admin.post(f"/people/{cast.ada.pk}/leaving", {"sure": "on", "heir": cast.mira.pk})
    assert refused.status_code == 422
    assert "Mira is away. Choose somebody who is here." in refused.content.decode()
    oneself = admin.post(f"/people/{cast.ines.pk}/leaving", {"sure": "on"})
    assert "Somebody else must record that you left." in oneself.content.decode()
    assert Person.objects.staff().count() == 4


def test_who_left_is_out_at_once(cast: Cast, admin: Client, client: Client) -> None:
    cast.ada.leave(by=cast.ines, at=timezone.now())
    client.force_login(cast.ada)
    assert client.get("/")["Location"] == "/account/login/?next=/"


@pytest.mark.parametrize("spoilt", ["unknown", "used", "expired"])
def test_a_link_that_no_longer_works_says_so(cast: Cast, client: Client, spoilt: str) -> None:
    secret = secret_for(cast.ada, lasts=-timedelta(hours=1) if spoilt == "expired" else timedelta(hours=1))
    if spoilt == "used":
        SignInLink.objects.use(secret, at=timezone.now())
    address = "/in/nonsense" if spoilt == "unknown" else f"/in/{secret}"
    for answer in (client.get(address), client.post(address)):
        assert answer.status_code == 404
        assert "This link no longer works" in answer.content.decode()


def test_looking_at_a_link_does_not_use_it(cast: Cast, client: Client) -> None:
    address = f"/in/{secret_for(cast.ada)}"
    client.get(address)
    client.head(address)
    assert client.post(address).status_code == 302


def test_a_profile_is_kept_and_its_clock_is_used(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    typed = {"name": "Ada L", "time_zone": "Asia/Tokyo", "signature": "Ada\nThe Table Shop"}
    assert client.post("/profile", typed)["Location"] == "/profile"
    ada = Person.objects.get(pk=cast.ada.pk)
    assert (ada.name, ada.time_zone, ada.signature.splitlines()) == ("Ada L", "Asia/Tokyo", ["Ada", "The Table Shop"])
    assert client.post("/profile", {"name": "", "time_zone": "Nowhere"}).status_code == 422


def test_a_password_signs_in_and_ten_wrong_ones_do_not_go_unnoticed(cast: Cast, client: Client) -> None:
    cache.clear()
    cast.ada.set_password("a long enough secret")
    cast.ada.save()
    wrong = {"login": "ada@desk.example.com", "password": "not the secret"}
    answers = [client.post("/account/login/", wrong) for _ in range(7)]
    assert "Too many failed login attempts" in answers[-1].content.decode()
    right = {**wrong, "password": "a long enough secret"}
    assert client.post("/account/login/", right).status_code == 200, "throttled: even the right one must wait"
    cache.clear()
    assert client.post("/account/login/", right)["Location"] == "/"
