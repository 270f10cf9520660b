"""Whoever runs the desk hears of a theme once: by one mail, while the house is open, and by one line on Today."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.journal.actors import DESK
from amends.lessons.alert import ThemeAlert
from amends.lessons.looking import look
from amends.lessons.news import REST, ThemeNews
from amends.standins.sweeping import go_away
from amends.worker.telling import mail_out
from tests.cast import DAY, HOUR, MORNING, Cast
from tests.lessons.test_what_many_complaints_say import broken, quiet
from tests.mail.conftest import server

if TYPE_CHECKING:
    from django.test import Client

    from tests.mail.servers import Sink

__all__ = ["server"]
pytestmark = pytest.mark.django_db


def lids(cast: Cast) -> datetime:
    """Three lids broke on one day; when the desk looked."""
    day = quiet()
    for n in range(3):
        broken(cast, n, day)
    at = MORNING + day * DAY + 4 * HOUR
    look(by=DESK, at=at)
    return at


def test_each_lead_has_one_mail_of_all_that_is_new_and_no_other_while_it_lasts(cast: Cast, server: Sink) -> None:
    at = lids(cast)
    assert ThemeAlert.objects.standing().count() > 1
    mail_out(at=at)
    assert sorted(mail.to[0] for mail in server.taken) == [f"{who}@desk.example.com" for who in ("ines", "leo", "mira")]
    assert all("More than usual" in str(mail.mail["Subject"]) for mail in server.taken)
    look(by=DESK, at=at + HOUR)
    mail_out(at=at + HOUR)
    assert len(server.taken) == 3


def test_at_night_the_mail_waits_and_whoever_is_away_has_none(cast: Cast, server: Sink) -> None:
    at = lids(cast)
    go_away(cast.mira, starts_at=at, by=cast.leo, at=at)
    mail_out(at=at + 9 * HOUR)
    assert server.taken == []
    mail_out(at=at + 19 * HOUR)
    assert sorted(mail.to[0] for mail in server.taken) == ["ines@desk.example.com", "leo@desk.example.com"]


def test_a_theme_that_was_dealt_with_before_the_mail_left_is_not_mailed(cast: Cast, server: Sink) -> None:
    at = lids(cast)
    for alert in ThemeAlert.objects.standing():
        alert.put_aside(because="a broken scale", by=cast.leo, at=at)
    mail_out(at=at)
    assert server.taken == []


def test_one_that_goes_and_comes_again_soon_is_the_same_news(cast: Cast) -> None:
    at = lids(cast)
    told = ThemeNews.objects.count()
    first = ThemeAlert.objects.get(about="cause")
    ThemeAlert.objects.update(over_at=at)
    again = ThemeAlert.objects.create(
        about=first.about, key=first.key, name=first.name, since=at, raised_at=at, seen_at=at, count=3, expected=0.1, evidence=99
    )  # fmt: skip
    assert ThemeNews.objects.tell_new(by=DESK, at=at + DAY) == 0
    assert ThemeNews.objects.count() == told
    assert ThemeNews.objects.tell_new(by=DESK, at=at + REST + DAY) == 1
    assert {news.person for news in again.news.all()} == {cast.leo, cast.mira, cast.ines}


def test_today_has_one_line_of_them_until_it_was_seen(cast: Cast, client: Client) -> None:
    lids(cast)
    standing = ThemeAlert.objects.standing().count()
    client.force_login(cast.leo)
    shown = client.get("/").content.decode()
    assert shown.count("More than usual: ") == 1
    assert f"and {standing - 1} more" in shown
    client.post("/today/alerts/putting-away", {"news": [news.pk for news in ThemeNews.objects.filter(person=cast.leo)]})
    assert "More than usual: " not in client.get("/").content.decode()
    client.force_login(cast.mira)
    assert "More than usual: " in client.get("/").content.decode()
    client.force_login(cast.ada)
    assert "More than usual: " not in client.get("/").content.decode()
    assert ThemeNews.objects.filter(seen_at__lte=timezone.now()).count() == standing
