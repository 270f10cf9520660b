"""Whoever has to know what is due gets one mail of it, once, and no customer ever does."""

from __future__ import annotations

import re
from datetime import timedelta
from email.header import decode_header, make_header
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.utils import timezone

from amends.customers.address import Address
from amends.deadlines.alert import Alert
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.sweeping import sweep
from amends.journal.actors import DESK
from amends.mail import server as servers
from amends.mail.alerting import mail_alerts
from amends.messages.delivery import Delivery
from amends.people.absence import Absence
from amends.worker import jobs
from tests.cast import DAY, HOUR, MINUTE, Cast, arrive, make_case, make_cast
from tests.mail.servers import Sink

if TYPE_CHECKING:
    from collections.abc import Callable

    from amends.cases.case import Case
    from tests.mail.servers import Taken

pytestmark = pytest.mark.django_db(transaction=True)
#: The gravest cases know no quiet hours, so that these tests run at any hour.
GRAVE = 1


@pytest.fixture
def cast() -> Cast:
    return make_cast(at=timezone.now() - 9 * DAY)


def due_case(cast: Cast, name: str, *, ago: timedelta, **more: object) -> Case:
    """A case of Ada's whose first answer was due that long ago (or is, in future), and of which she was warned."""
    now = timezone.now()
    case = make_case(owner=cast.ada, name=name, email=f"{name}@example.com".lower(), severity=GRAVE, at=now, **more)
    due = now - ago
    warn = min(due, now) - MINUTE
    Deadline.objects.filter(case=case).update(due_at=due, warn_at=warn, wake_at=warn, policy="")
    return case


def swept() -> None:
    sweep(by=DESK, at=timezone.now())


def body(taken: Taken) -> str:
    words = taken.mail.get_payload(decode=True)
    assert isinstance(words, bytes)
    return words.decode()


def test_one_mail_tells_a_person_all_of_it_the_most_urgent_first(server: Sink, cast: Cast) -> None:
    soon, late, later = (due_case(cast, n, ago=a) for n, a in (("Soon", -HOUR), ("Late", DAY), ("Later", HOUR)))
    swept()
    assert mail_alerts() == 4  # of what is late others hear too
    (taken,) = (one for one in server.taken if one.to == ["ada@desk.example.com"])
    subject = str(make_header(decode_header(taken.mail["Subject"])))
    assert subject.startswith("3 things due, soonest: a first answer for Late, ")
    words = body(taken)
    references = re.findall(r"/cases/([A-Z0-9-]+)", words)
    assert references == [late.reference, later.reference, soon.reference]
    assert f"MISSED: a first answer for Late, case {late.reference}, was due" in words
    assert re.search(rf"^a first answer for Soon, case {soon.reference}, is due", words, re.MULTILINE)
    assert mail_alerts() == 0


def test_it_is_plain_from_the_desk_and_no_program_answers_it(server: Sink, cast: Cast) -> None:
    due_case(cast, "Zoë", ago=HOUR)
    swept()
    mail_alerts()
    mail, sender = server.taken[0].mail, server.taken[0].sender
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content_type() == "text/plain"
    assert sender == "care@desk.example.com"
    assert "<care@desk.example.com>" in mail["From"]
    assert "Zoë" in body(server.taken[0])
    arrive(server.taken[0].raw.replace(b"To: ada@", b"To: care@"))  # should it ever come back to us, it opens no case
    assert Delivery.objects.count() == 0


def test_each_person_gets_their_own_and_customers_get_none(server: Sink, cast: Cast) -> None:
    due_case(cast, "Mrs Okafor", ago=DAY)
    swept()
    told = set(Alert.objects.values_list("person__email", flat=True))
    assert len(told) > 1
    assert mail_alerts() == len(told)
    assert {address for taken in server.taken for address in taken.to} == told
    assert not told & set(Address.objects.values_list("value", flat=True))


def test_what_was_done_meanwhile_is_not_told(server: Sink, cast: Cast) -> None:
    done, moved, seen, left = (due_case(cast, name, ago=-HOUR) for name in ("Done", "Moved", "Seen", "Left"))
    swept()
    Deadline.objects.meet(done.pk, Kind.FIRST_ANSWER, at=timezone.now())
    Deadline.objects.filter(case=moved).update(due_at=timezone.now() + DAY)
    Alert.objects.put_away(cast.ada, [Alert.objects.get(deadline__case=seen).pk], at=timezone.now())
    assert mail_alerts() == 1
    assert re.findall(r"/cases/([A-Z0-9-]+)", body(server.taken[0])) == [left.reference]
    assert not Alert.objects.filter(mailed_at=None).exists()


def restrict(case: Case, cast: Cast) -> None:
    case.assign(cast.leo, by=cast.leo, at=timezone.now())
    case.restrict(by=cast.leo, at=timezone.now())


def leave(case: Case, cast: Cast) -> None:
    cast.ada.leave(by=cast.ines, at=timezone.now())


def go(case: Case, cast: Cast) -> None:
    Absence.objects.plan(cast.ada, starts_at=timezone.now() - MINUTE, by=cast.ines, at=timezone.now() - MINUTE)


@pytest.mark.parametrize("change", [restrict, leave, go])
def test_nobody_is_mailed_of_what_is_no_longer_theirs_to_see(
    server: Sink, cast: Cast, change: Callable[[Case, Cast], None]
) -> None:
    case = due_case(cast, "Mrs Okafor", ago=-HOUR)
    swept()
    change(case, cast)
    assert mail_alerts() == 0
    assert server.taken == []


def test_quiet_hours_hold_the_mail_back(server: Sink, cast: Cast) -> None:
    due_case(cast, "Mrs Okafor", ago=-HOUR)
    swept()
    Alert.objects.update(notify_at=timezone.now() + HOUR)
    assert mail_alerts() == 0
    Alert.objects.update(notify_at=timezone.now() - MINUTE, raised_at=timezone.now() - HOUR)
    assert mail_alerts() == 1


def test_a_server_that_is_away_or_says_not_now_gets_it_later_and_once(server: Sink, cast: Cast) -> None:
    due_case(cast, "Mrs Okafor", ago=-HOUR)
    swept()
    server.answers["DATA"] = lambda _: "451 later"
    assert mail_alerts() == 0
    server.answers.clear()
    assert mail_alerts() == 0  # not at once
    again()
    server.close()
    assert mail_alerts() == 0
    server.open()
    again()
    assert mail_alerts() == 1
    again()
    assert mail_alerts() == 0
    assert len(server.taken) == 1


def again() -> None:
    """The time to try again has come."""
    Alert.objects.filter(mailed_at=None).update(raised_at=timezone.now() - HOUR, notify_at=timezone.now() - MINUTE)


def test_a_mail_that_may_have_been_taken_is_not_sent_again(
    server: Sink, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    due_case(cast, "Mrs Okafor", ago=-HOUR)
    swept()
    monkeypatch.setattr(servers, "DECIDING", 0.3)
    server.hanging = True  # with the whole mail in its hands
    assert mail_alerts() == 0
    server.hanging = False
    again()
    assert mail_alerts() == 0


def test_an_address_that_is_refused_for_good_holds_up_nobody_else(server: Sink, cast: Cast) -> None:
    due_case(cast, "Mrs Okafor", ago=DAY)
    swept()
    server.answers["RCPT"] = lambda to: "550 no such person" if to.startswith("ada@") else None
    assert mail_alerts() == len(set(Alert.objects.values_list("person", flat=True))) - 1
    again()
    assert mail_alerts() == 0


def test_a_connection_the_server_closed_is_opened_anew(server: Sink, cast: Cast) -> None:
    due_case(cast, "Mrs Okafor", ago=DAY)
    swept()
    people = len(set(Alert.objects.values_list("person", flat=True)))
    server.on_mail = lambda _: server.cut_after_answer() if len(server.taken) == 1 else None
    assert mail_alerts() == people
    assert len(server.sessions) == 2


def test_who_has_too_much_to_do_gets_a_mail_of_bounded_length(server: Sink, cast: Cast) -> None:
    for n in range(53):
        due_case(cast, f"C{n}", ago=-HOUR)
    swept()
    assert mail_alerts() == 1
    words = body(server.taken[0])
    assert words.count("/cases/") == 50
    assert "And 3 more: " in words


def test_with_nothing_due_it_is_one_small_query(server: Sink, cast: Cast) -> None:
    statements: list[str] = []

    def note(execute, sql, params, many, context):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        statements.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        assert mail_alerts() == 0
    assert len([sql for sql in statements if sql.startswith("SELECT")]) == 1
    assert server.sessions == set()


def test_the_sweep_itself_sends_nothing_and_leaves_a_job(server: Sink, cast: Cast) -> None:
    due_case(cast, "Mrs Okafor", ago=-HOUR)
    jobs.sweep_deadlines(0)
    assert server.taken == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name FROM procrastinate_jobs WHERE task_name = 'amends.mail_alerts'")
        assert cursor.fetchall() == [("amends.mail_alerts",)]
    jobs.mail_alerts_now()
    assert len(server.taken) == 1
    jobs.mail_alerts_again(0)
    assert len(server.taken) == 1
