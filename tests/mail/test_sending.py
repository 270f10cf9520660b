"""Sending: every mail is sent once, told where it stands, and never lost to a server that refuses, hangs or is away."""

from __future__ import annotations

import smtplib
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.utils import timezone

from amends.cases.case import Case
from amends.cases.portal import tag_of
from amends.journal.actors import DESK
from amends.journal.entry import Entry
from amends.mail import sending
from amends.mail import server as servers
from amends.mail.sending import Rest, send_due
from amends.messages.delivery import Delivery, State
from amends.messages.message import Message
from amends.messages.writing import Reply, reply
from tests.cast import HOUR, MORNING, SURE, arrive, make_case, make_cast, make_mail
from tests.mail.servers import Sink, until

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db(transaction=True)


def make_mails(count: int) -> list[str]:
    """So many receipts wait to be sent; returns their Message-IDs."""
    arrive(*(make_mail(f"{n}", sender=f"c{n}@example.com", message_id=f"<{n}@c.example>") for n in range(count)))
    return list(Message.objects.filter(direction="out").order_by("pk").values_list("message_id", flat=True))


def states() -> list[str]:
    return list(Delivery.objects.order_by("pk").values_list("state", flat=True))


def test_each_mail_goes_once_to_its_customer_from_an_address_that_leads_its_bounce_home(server: Sink) -> None:
    ids = make_mails(3)
    assert send_due() == 3
    assert send_due() == 0
    assert [mail.mail["Message-ID"] for mail in server.taken] == ids
    assert [mail.to for mail in server.taken] == [[f"c{n}@example.com"] for n in range(3)]
    assert [tag_of(mail.sender, "b") for mail in server.taken] == [str(d.pk) for d in Delivery.objects.order_by("pk")]
    assert states() == [State.SENT] * 3
    assert all(delivery.sent_at and delivery.tries == 1 for delivery in Delivery.objects.all())


def test_many_mails_cost_one_statement_each_and_one_connection(server: Sink) -> None:
    make_mails(45)
    statements: list[str] = []

    def count(execute, sql, params, many, context):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        statements.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        assert send_due() == 45
    assert len(statements) <= 45 + 20
    assert len(server.sessions) == 1


def test_a_reply_refers_to_the_whole_thread(server: Sink) -> None:
    cast = make_cast()
    arrive(make_mail())
    arrive(make_mail("And more.", message_id="<two@c.example>", In_Reply_To="<first@mail.example.com>"))
    receipt = Message.objects.get(purpose="receipt")
    reply(Case.objects.get(), Reply(sure=SURE, words="Sorry."), by=cast.ada, at=timezone.now())
    send_due()
    mail = server.taken[-1].mail
    assert mail["In-Reply-To"] == "<two@c.example>"
    assert set(mail["References"].split()) == {"<first@mail.example.com>", receipt.message_id, "<two@c.example>"}
    assert mail["References"].split()[-1] == "<two@c.example>"


def test_a_mail_refused_for_now_is_put_off_longer_each_time(server: Sink) -> None:
    make_mails(1)
    server.answers["RCPT"] = lambda _to: "450 4.2.0 greylisted"
    waits = []
    for _ in range(3):
        Delivery.objects.update(next_try_at=MORNING)
        before = timezone.now()
        assert send_due() == 0
        delivery = Delivery.objects.get()
        assert delivery.next_try_at
        waits.append(round((delivery.next_try_at - before).total_seconds()))
    assert (delivery.state, delivery.tries, delivery.because) == ("queued", 3, "450 4.2.0 greylisted")
    assert waits == [5, 10, 20]
    server.answers.clear()
    Delivery.objects.update(next_try_at=MORNING)
    assert send_due() == 1
    delivery.refresh_from_db()
    assert (delivery.state, delivery.because, delivery.maybe_twice) == ("sent", "", False)


@pytest.mark.parametrize("command", ["RCPT", "DATA"])
def test_a_mail_refused_for_good_is_shown_and_the_others_go(server: Sink, command: str) -> None:
    cast = make_cast()
    case = make_case()
    reply(case, Reply(sure=SURE, words="Sorry."), by=cast.ada, at=MORNING + HOUR)
    make_mails(2)

    def refuse(what: object) -> str | None:
        to = what if isinstance(what, str) else what.rcpt_tos[0]  # type: ignore[attr-defined]
        return "550 5.1.1 nobody here" if to == "okafor@example.com" else None

    server.answers[command] = refuse
    assert send_due() == 2
    assert states() == ["failed", "sent", "sent"]
    delivery = Delivery.objects.get(state="failed")
    assert delivery.because == "550 5.1.1 nobody here"
    assert delivery.message.failed
    assert Entry.objects.filter(deed="delivery.failed", chain=case.pk).count() == 1
    case.refresh_from_db()
    assert (case.stage, case.waiting_since is not None) == ("new", True)


def test_a_server_that_is_away_costs_no_mail_a_try(server: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    make_mails(2)
    server.close()
    assert send_due() == 0
    assert list(Delivery.objects.values_list("state", "tries", "because")) == [("queued", 0, "")] * 2
    assert send_due() == 0
    server.open()
    monkeypatch.setattr(Rest, "until", 0.0)
    assert send_due() == 2


def test_a_server_that_goes_away_in_the_middle_costs_no_mail_a_try(server: Sink) -> None:
    make_mails(4)
    server.answers["RCPT"] = lambda to: "421 4.3.2 going down" if to == "c2@example.com" else None
    assert send_due() == 0
    assert list(Delivery.objects.order_by("pk").values_list("state", "tries")) == [
        ("sent", 1), ("sent", 1), ("queued", 0), ("queued", 0),
    ]  # fmt: skip
    assert not Delivery.objects.filter(maybe_twice=True).exists()


def test_a_connection_that_is_closed_between_two_mails_is_opened_again(server: Sink) -> None:
    make_mails(3)
    server.on_mail = lambda _mail: server.cut_after_answer()
    assert send_due() == 3
    assert [mail.to[0] for mail in server.taken] == ["c0@example.com", "c1@example.com", "c2@example.com"]
    assert Delivery.objects.filter(maybe_twice=True).count() == 0


def test_a_server_that_takes_a_mail_and_hangs_leaves_that_one_in_doubt(
    server: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "DECIDING", 0.3)
    make_mails(3)
    server.hanging = True
    assert send_due() == 0
    doubtful, *others = Delivery.objects.order_by("pk")
    assert (doubtful.state, doubtful.tries, doubtful.maybe_twice) == ("queued", 1, True)
    assert [(other.state, other.tries, other.maybe_twice) for other in others] == [("queued", 0, False)] * 2
    assert Entry.objects.filter(deed="delivery.uncertain").count() == 1
    server.hanging = False
    monkeypatch.setattr(Rest, "until", 0.0)
    Delivery.objects.update(next_try_at=MORNING)
    assert send_due() == 3
    doubtful.refresh_from_db()
    assert (doubtful.state, doubtful.maybe_twice) == ("sent", True)


def test_a_mail_that_is_never_confirmed_is_given_up_after_a_few_tries(
    server: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "DECIDING", 0.1)
    make_mails(1)
    server.hanging = True
    for _ in range(5):
        Delivery.objects.filter(state="queued").update(next_try_at=MORNING)
        monkeypatch.setattr(Rest, "until", 0.0)
        send_due()
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.tries) == ("failed", 4)
    assert "may have arrived" in delivery.because


def test_a_hanging_server_never_takes_more_than_two_senders(server: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "BUSY", threading.Semaphore(9))  # as if each were a process of its own
    make_mails(2 * sending.BATCH + 1)
    server.hanging = True
    stop = threading.Event()

    def send() -> None:
        try:
            send_due(stop=stop)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    assert until(lambda: Delivery.objects.filter(state="handing_over").count() == 2)
    assert send_due() == 0
    assert Delivery.objects.filter(state="claimed").count() == 2 * sending.BATCH - 2
    stop.set()
    server.close()
    for thread in threads:
        thread.join(timeout=20)
    assert Delivery.objects.filter(state="queued").count() == 2 * sending.BATCH + 1


def test_what_a_dead_sender_held_goes_back_and_what_it_was_handing_over_says_so(server: Sink) -> None:
    ids = make_mails(3)
    first, second, third = Delivery.objects.order_by("pk")
    Delivery.objects.filter(pk=first.pk).update(state="claimed", claimed_by=77, tries=1)
    Delivery.objects.filter(pk=second.pk).update(state="handing_over", claimed_by=77, tries=1)
    Delivery.objects.filter(pk=third.pk).update(state="claimed", claimed_by=88, tries=1)
    living = connection.copy()
    with living.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(88)")
    try:
        assert Delivery.objects.reclaim(by=DESK, at=timezone.now()) == 2
        assert Delivery.objects.reclaim(by=DESK, at=timezone.now()) == 0
    finally:
        living.close()
    assert list(Delivery.objects.order_by("pk").values_list("state", "tries", "maybe_twice")) == [
        ("queued", 0, False), ("queued", 1, True), ("claimed", 1, False),
    ]  # fmt: skip
    assert send_due() == 2
    assert sorted(mail.mail["Message-ID"] for mail in server.taken) == sorted(ids[:2])


def test_a_sender_whose_claim_was_taken_away_sends_nothing(server: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    make_mails(2)
    claim = Delivery.objects.claim

    def claimed_and_lost(sender: int, *, at, most: int) -> list[Delivery]:  # type: ignore[no-untyped-def]  # noqa: ANN001
        rows = claim(sender, at=at, most=most)
        Delivery.objects.filter(pk__in=[row.pk for row in rows]).update(claimed_by=99)
        return rows

    monkeypatch.setattr(type(Delivery.objects), "claim", lambda _self, *a, **k: claimed_and_lost(*a, **k))
    assert send_due() == 0
    assert (server.taken, set(Delivery.objects.values_list("state", "claimed_by"))) == ([], {("claimed", 99)})


def test_an_address_the_server_cannot_write_is_shown(server: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    make_mails(1)
    Delivery.objects.update(address="zoë@example.com")
    monkeypatch.setattr(smtplib.SMTP, "has_extn", lambda *_: False)
    assert send_due() == 0
    assert Delivery.objects.get().because == "the mail server cannot write to addresses with letters beyond ASCII"


def test_a_password_never_stands_in_what_we_say(settings: Settings) -> None:
    address = servers.Address.read("smtp://desk:s%40cret@mx.example.com:587?tls=starttls")
    assert (address.password, address.tls, address.port) == ("s@cret", "starttls", 587)
    assert "s@cret" not in repr(address)
    assert servers.Address.read("smtp://desk:x@mx.example.com").tls == "starttls"
    assert servers.Address.read("smtp://127.0.0.1:1025").tls == "offered"
    assert servers.Address.read("smtps://desk:x@mx.example.com").port == 465


def test_mail_that_is_put_off_waits_two_hours_at_most_and_is_given_up_in_the_end() -> None:
    make_mails(1)
    delivery = Delivery.objects.get()
    Delivery.objects.update(state="claimed", claimed_by=5, tries=11)
    delivery.refresh_from_db()
    delivery.put_off(because="450", by=DESK, at=MORNING)
    delivery.refresh_from_db()
    assert delivery.next_try_at == MORNING + timedelta(seconds=5 * 2**10)
    Delivery.objects.update(state="claimed", claimed_by=5, tries=12)
    delivery.refresh_from_db()
    delivery.put_off(because="450", by=DESK, at=MORNING)
    delivery.refresh_from_db()
    assert delivery.state == "failed"
