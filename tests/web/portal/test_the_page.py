"""The customer's page tells the truth about their case, in their words and times, and nothing that is ours alone."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.db import connection

from amends.cases.case import Case
from amends.cases.ending import close
from amends.customers.customer import Customer
from amends.journal.actors import DESK
from amends.messages.message import Message
from amends.messages.writing import Reply, hear, move_promise, reply
from tests.cast import DAY, HOUR, MINUTE, SURE, Cast, arrive, make_case, make_mail
from tests.web.portal.scenes import SCENES, make_scene, token
from tests.web.portal.test_strangers import paths

if TYPE_CHECKING:
    from datetime import datetime

    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


def words_of(browser: Client, case: Case, now: datetime) -> str:
    """What somebody reads on the case's page, spaces aside."""
    page = browser.get(f"/c/{token(case, at=now)}")
    assert page.status_code == 200
    main = page.content.decode().partition("<main")[2]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).replace(" ,", ",").split())


LEADS = {
    "new": "A person will read it and write to you. That should have happened by Wednesday 4 March at 14:00, and it did "
    "not. We are sorry.",
    "taken": "Ada has it and will write to you. That should have happened by Wednesday 4 March at 14:00, and it did not.",
    "listening": "We are listening Ada has your case and will write to you by 17:30 tomorrow (Thursday).",
    "understood": "Ada is working out with you how to put it right, and will write to you by 17:30 tomorrow (Thursday).",
    "wished": "Ada is working out with you how to put it right",
    "agreed": "Ada is getting started on it, and will write to you by 17:30 tomorrow (Thursday).",
    "acting": "Ada is making sure that everything we agreed gets done, and will write to you by 17:30 tomorrow (Thursday).",
    "broken": "Ada is making sure that everything we agreed gets done",
    "resolved": "Ada will ask you on Monday 23 March whether it is really right. Your case stays open until then.",
    "followed": "Only you can say whether it is really right. Your case stays open until you have told us.",
    "answered": "You told us it is put right Thank you. Ada will still call you, to hear it from you in person",
    "satisfied": "Thank you for giving us the chance. We ended your case on Thursday 12 March.",
    "reopened": "It is not right yet Ada is working out with you how to put it right",
    "unconfirmed": "We could not reach you",
    "declined": "We did not do what you asked We looked into it and ended your case today (Wednesday).",
}


@pytest.mark.parametrize("scene", SCENES)
def test_the_lead_says_where_it_stands(browser: Client, now: datetime, cast: Cast, scene: str) -> None:
    assert LEADS[scene] in words_of(browser, make_scene(scene, cast, now=now), now)


@pytest.mark.parametrize("scene", SCENES)
def test_reading_changes_nothing_as_scanners_follow_links_too(
    browser: Client, now: datetime, cast: Cast, scene: str
) -> None:
    link = token(make_scene(scene, cast, now=now), at=now)
    before = everything()
    for path in paths(link):
        for method in ("get", "head", "options", "put", "delete"):
            assert getattr(browser, method)(path).status_code < 500
    assert everything() == before


def everything() -> list[object]:
    """Every row of ours, and how much is in the shared cache."""
    rows: list[object] = [
        list(m._default_manager.order_by("pk").values()) for m in apps.get_app_config("amends").get_models()
    ]
    with connection.cursor() as cursor:
        cursor.execute("SELECT (SELECT count(*) FROM amends_cache), (SELECT count(*) FROM django_session)")
        return [*rows, cursor.fetchone()]


def test_what_is_ours_alone_is_never_shown(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("followed", cast, now=now)
    case.notes.write("She is difficult.", by=cast.ada, at=now)
    case.facts.note("Owes us money, we assume", by=cast.ada, at=now, status="assumed")
    case.attempts.make(result="busy", by=cast.ada, at=now)
    first = case.messages.order_by("pk").first()
    assert first
    Message.objects.create(
        case=case,
        direction="in",
        channel="email",
        automatic=True,
        text="I am on holiday.",
        said_at=now,
        recorded_at=now,
    )
    shown = words_of(browser, case, now)
    hidden = (
        "difficult", "Owes us", "on holiday", "still cross", "Told her", "implied", "ledger 4711", "signed note",
        "Okafor@", "medium", "busy",
    )  # fmt: skip
    assert [word for word in hidden if word in shown] == []
    assert "receipt" not in shown
    assert "Ada spoke with you on the phone." in shown
    assert "Nobody calls back" in shown


def test_the_grounds_of_an_ending_stay_ours(browser: Client, now: datetime, cast: Cast) -> None:
    assert "signed for" not in words_of(browser, make_scene("declined", cast, now=now), now)


def test_the_receipt_is_one_line_and_counts_as_no_answer(browser: Client, now: datetime, cast: Cast) -> None:
    arrive(make_mail(at=now), at=now)
    shown = words_of(browser, Case.objects.get(), now)
    assert "we sent you a receipt, so that you know it arrived." in shown
    assert "This is only an automatic receipt" not in shown
    assert "A person will read it and write to you by 14:00 today (Wednesday)." in shown


def test_every_promise_is_told_as_it_turned_out(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_case(at=now - 9 * DAY)

    def promised(words: str, due: datetime) -> object:
        return case.promises.make(words, due=due, backed_by=cast.leo, by=cast.ada, at=now - 8 * DAY)

    promised("P1 call back", now - 7 * DAY).keep(evidence="x", by=cast.ada, at=now - 7 * DAY - HOUR)  # type: ignore[attr-defined]
    promised("P2 letter", now - 7 * DAY).keep(evidence="x", by=cast.ada, at=now - 6 * DAY)  # type: ignore[attr-defined]
    promised("P3 voucher", now + DAY).release(because="never mind", by=cast.ada, at=now - DAY)  # type: ignore[attr-defined]
    promised("P4 table", now - HOUR)
    promised("P5 lamp", now + DAY)
    moved = promised("P6 chair", now + DAY)
    told = Reply(sure=SURE, words="The chair comes on Saturday 21 March, I am sorry.")
    move_promise(moved, told, due=now + 3 * DAY, because="supplier", by=cast.ada, at=now)  # type: ignore[arg-type]
    shown = words_of(browser, case, now)
    for sentence in (
        "P1 call back We said by Wednesday 11 March at 10:00. Done on Wednesday 11 March at 09:00, in time.",
        "P2 letter We said by Wednesday 11 March at 10:00. Done on Thursday 12 March at 10:00, later than we said. We are",
        "P3 voucher We said by 10:00 tomorrow (Thursday). You told us that this is no longer needed.",
        "P4 table We said by 09:00 today (Wednesday), and have not done it. We are sorry.",
        "P5 lamp By 10:00 tomorrow (Thursday).",
        "P6 chair By Saturday 21 March at 10:00. At first we had said by 10:00 tomorrow (Thursday);",
        "we told you today (Wednesday) that we could not hold that.",
    ):
        assert sentence in shown


def test_times_are_those_of_the_customer_where_we_know_them(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    case.customer.change(time_zone="Asia/Tokyo", by=DESK, at=now)
    shown = words_of(browser, case, now)
    assert "by Friday 20 March at 02:30" in shown
    Customer.objects.update(time_zone="Middle/Earth")
    assert "by 17:30 tomorrow (Thursday)" in words_of(browser, case, now)


def test_somebody_who_left_is_not_named_as_the_one_who_has_it(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    assert "Who has your case A Ada" in words_of(browser, case, now)
    cast.ada.leave(by=cast.ines, at=now)
    assert "Who has your case Our team." in words_of(browser, case, now)


def test_the_owners_number_is_there_to_call(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("taken", cast, now=now)
    cast.ada.change(phone="020 7946 0018", by=cast.ines, at=now)
    assert (
        '<a class="who-phone" href="tel:02079460018">020 7946 0018</a>'
        in browser.get(f"/c/{token(case, at=now)}").content.decode()
    )


@pytest.mark.parametrize(
    ("scene", "button"),
    [
        ("listening", "Yes, that is it"),
        ("followed", "Send my answers"),
        ("new", "Send"),
        ("acting", "Send"),
        ("satisfied", "Send"),
    ],
)
def test_one_act_stands_out(browser: Client, now: datetime, cast: Cast, scene: str, button: str) -> None:
    page = browser.get(f"/c/{token(make_scene(scene, cast, now=now), at=now)}").content.decode()
    found = re.findall(r'<button class="button button-primary[^>]*>(.*?)</button>', page)
    assert [re.sub(r"<[^>]+>", "", label) for label in found] == [button]


def test_what_they_wrote_is_never_markup(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_case(at=now, words="<script>alert(1)</script> {{ settings.SECRET_KEY }}")
    page = browser.get(f"/c/{token(case, at=now)}").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ settings.SECRET_KEY }}" in page


def test_a_long_story_is_shown_in_parts(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_case(at=now - DAY, words="The very first words")
    for n in range(60):
        hear(case, f"Word {n}.", by=case.customer, at=now - HOUR + n * MINUTE)
    page = browser.get(f"/c/{token(case, at=now)}").content.decode()
    assert ("Word 59." in page, "Word 10." in page, "Word 9." in page) == (True, True, False)
    older = re.search(r'href="(\?before=\d+)#', page)
    assert older
    page = browser.get(f"/c/{token(case, at=now)}{older[1]}").content.decode()
    assert ("The very first words" in page, "Word 10." in page) == (True, False)


@pytest.mark.parametrize("before", ["x", "-1", "9" * 18, "9" * 5000, "", "٣", "1;2"])
def test_a_made_up_place_in_the_story_is_harmless(browser: Client, now: datetime, cast: Cast, before: str) -> None:
    assert browser.get(f"/c/{token(make_case(at=now), at=now)}", {"before": before}).status_code == 200


@pytest.mark.parametrize("scene", ["listening", "followed", "satisfied"])
def test_a_long_story_costs_as_many_statements_as_a_short_one(
    browser: Client, now: datetime, cast: Cast, scene: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    case = make_scene(scene, cast, now=now)
    link = token(case, at=now)
    with django_assert_max_num_queries(14) as short:
        browser.get(f"/c/{link}")
    for n in range(30):
        concern = case.concerns.note(f"Concern {n}", by=cast.ada, at=now)
        concern.address(case.acts.do(f"Act {n}", by=cast.ada, at=now), by=cast.ada, at=now)
        case.promises.make(f"Promise {n}", due=now + DAY, by=cast.ada, at=now)
        hear(case, f"Word {n}.", by=case.customer, at=now)
        if case.is_open:
            reply(case, Reply(sure=SURE, words=f"Answer {n}."), by=cast.ada, at=now)
    with django_assert_max_num_queries(14) as long:
        browser.get(f"/c/{link}")
    assert len(long) == len(short)


def test_an_ended_case_says_how_to_go_on(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_case(at=now - DAY)
    close(case, "withdrawn", because="She found it", by=cast.ada, at=now - HOUR)
    shown = words_of(browser, case, now)
    assert "You asked us to stop here We ended your case today (Wednesday)." in shown
    assert "Write to us" in shown
