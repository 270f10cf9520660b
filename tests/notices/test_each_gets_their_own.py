"""A notice is written once and read by two; each of the affected gets it alone, with their own facts, and its result is theirs."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from amends.affected.funnel import State, funnel
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.journal.actors import DESK
from amends.mail.sending import send_due
from amends.messages.delivery import Delivery
from amends.messages.message import Message
from amends.messages.writing import record_conversation
from amends.notices.notice import Notice, Recipient
from amends.notices.results import Result, results
from amends.notices.wave import Wave
from amends.notices.writing import write_on
from amends.outreach.to_call import ToCall
from amends.problems.problem import Problem
from tests.cast import HOUR, MORNING, SURE, Cast, arrive, make_cast, make_mail
from tests.mail.servers import Sink
from tests.notices.waves import make_notice, send
from tests.problems.scenes import WORDS, affect, make_problem, people

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db


@pytest.fixture
def problem(cast: Cast) -> Problem:
    """Two customers, one of whom ordered twice."""
    found = make_problem(cast)
    affect(found, ["Ann,ann@example.com,,,17", "Ann,ann@example.com,,,21", "Bob,bob@example.com,,,18"], cast)
    return found


def test_each_reads_their_own_orders_and_a_reply_reaches_the_owner(problem: Problem, cast: Cast, server: Sink) -> None:
    send(make_notice(problem, cast), cast)
    assert send_due() == 2
    ann = next(mail.mail for mail in server.taken if mail.to == ["ann@example.com"])
    text = ann.get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert "Dear Ann," in text
    assert "your order 17 and 21" in text
    assert ann["Subject"] == "About your order 17 and 21"
    assert "Leo" in str(ann["From"])
    case = Case.objects.get(customer__name="Ann")
    assert (case.owner, case.stage) == (cast.leo, "listening")
    headers = {"In_Reply_To": str(ann["Message-ID"])}
    answer = make_mail("When?", sender="ann@example.com", message_id="<r@x>", at=MORNING + HOUR, **headers)
    arrive(answer, at=MORNING + HOUR)
    case.refresh_from_db()
    assert case.waiting_since is not None
    notice = Notice.objects.get()
    assert (results(notice)[Result.REPLIED], results(notice)[Result.ACCEPTED]) == (1, 1)


def test_nothing_is_said_to_be_reached_before_a_server_took_it(problem: Problem, cast: Cast, server: Sink) -> None:
    notice = make_notice(problem, cast)
    send(notice, cast)
    assert results(notice)[Result.WAITS] == 2
    assert funnel(problem).of(State.TO_REACH) == 2
    send_due()
    assert results(notice)[Result.ACCEPTED] == 2
    assert funnel(problem).of(State.REACHED) == 2


def test_what_comes_back_becomes_a_call_or_is_listed_as_not_to_be_reached(cast: Cast, server: Sink) -> None:
    problem = make_problem(cast)
    affect(problem, ["Ann,ann@example.com,+442079460017,,1", "Bob,bob@example.com,,,2", "Cy,cy@example.com,,,3"], cast)
    server.answers["RCPT"] = lambda to: None if to.startswith("cy") else "550 no such mailbox"
    send(make_notice(problem, cast), cast)
    send_due()
    found = funnel(problem)
    assert (found.of(State.TRIED), found.of(State.REACHED)) == (2, 1)
    assert ToCall.objects.call_who_bounced(by=DESK, at=MORNING) == 1
    assert ToCall.objects.get().affected.name == "Ann"
    found = funnel(problem)
    assert (found.of(State.TRIED), found.of(State.CANNOT), found.total) == (1, 1, 3)
    assert ToCall.objects.call_who_bounced(by=DESK, at=MORNING) == 0


def test_a_notice_says_what_happened_what_we_do_and_that_we_are_sorry(problem: Problem, cast: Cast) -> None:
    with pytest.raises(Refused, match="does not say what happened"):
        problem.notices.write("Your order", "Dear {name}, we are sorry. {course}", by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match="brings no solution"):
        problem.notices.write("Your order", "We are sorry. {what_happened}", by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match="that you are sorry"):
        problem.notices.write("Your order", "{what_happened} {course}", by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match=r"No list says what \{colour\} is"):
        problem.notices.write("Your order", WORDS + "{colour}", by=cast.ada, at=MORNING)


def test_what_a_notice_promises_is_recorded_and_binds_us_to_each(problem: Problem, cast: Cast) -> None:
    words = WORDS + "\nWe will send you a new jar by Friday."
    with pytest.raises(Refused, match="not recorded with it"):
        problem.notices.write("Your order", words, by=cast.ada, at=MORNING)
    notice = make_notice(
        problem, cast, words=words, promise="We will send you a new jar by Friday", promise_due=MORNING + 72 * HOUR
    )
    send(notice, cast)
    assert all(case.promises.outstanding().count() == 1 for case in Case.objects.all())


def test_its_writer_does_not_approve_it_and_nothing_leaves_before_somebody_did(problem: Problem, cast: Cast) -> None:
    notice = problem.notices.write("About your order", WORDS, sure=SURE, by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match="Somebody else reads it"):
        notice.approve(by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match="Somebody else reads it"):
        notice.waves.send(by=cast.ada, at=MORNING)


def test_nobody_is_told_before_it_was_decided(cast: Cast) -> None:
    problem = make_problem(cast, told=False)
    affect(problem, people(1), cast)
    notice = problem.notices.write("About your order", WORDS, sure=SURE, by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match="Decide first"):
        notice.approve(by=cast.leo, at=MORNING)


def test_who_was_called_meanwhile_is_not_written_to(problem: Problem, cast: Cast) -> None:
    notice = make_notice(problem, cast)
    wave = notice.waves.send(by=cast.ada, at=MORNING)
    record_conversation(Case.objects.get(customer__name="Bob"), "I told Bob.", by=cast.ada, at=MORNING)
    while write_on(wave.pk, at=MORNING):
        pass
    assert results(notice)[Result.OVER] == 1
    assert list(Delivery.objects.values_list("address", flat=True)) == ["ann@example.com"]


def test_who_is_added_later_gets_the_next_wave_and_nobody_gets_two(problem: Problem, cast: Cast) -> None:
    notice = make_notice(problem, cast)
    send(notice, cast)
    with pytest.raises(Refused, match="Nobody is left"):
        notice.waves.send(by=cast.ada, at=MORNING)
    affect(problem, people(3), cast)
    assert send(notice, cast).people == 3
    assert Recipient.objects.count() == Delivery.objects.count() == 5


def test_the_stop_button_holds_back_what_has_not_left_and_it_counts_as_not_said(cast: Cast, server: Sink) -> None:
    problem = make_problem(cast)
    affect(problem, people(450), cast)
    notice = make_notice(problem, cast)
    wave = notice.waves.send(by=cast.ada, at=MORNING)
    assert [write_on(wave.pk, at=MORNING) for _ in range(3)] == [200, 200, 0]
    held = wave.stop(by=cast.leo, at=MORNING)
    assert (held, send_due(), write_on(wave.pk, at=MORNING)) == (450, 0, None)
    assert funnel(problem).of(State.TO_REACH) == 450
    assert not Case.objects.exclude(stage="new").exists()
    assert Case.objects.filter(deadlines__kind="first_answer", deadlines__met_at=None).count() == 450
    assert send(notice, cast, at=MORNING + HOUR).people == 450


def test_later_news_goes_to_those_who_were_told_and_are_not_put_right(
    problem: Problem, cast: Cast, server: Sink
) -> None:
    send(make_notice(problem, cast), cast)
    affect(problem, people(2), cast)
    news = make_notice(problem, cast, kind="update", words="The new jars are filled today. {course}")
    assert send(news, cast).people == 2


def test_a_wave_costs_as_many_statements_for_many_as_for_few(cast: Cast) -> None:
    problem = make_problem(cast)
    notice, counts = None, []
    for size, first in ((3, 0), (60, 100)):
        affect(problem, people(size, first=first), cast)
        notice = notice or make_notice(problem, cast)
        wave = notice.waves.send(by=cast.ada, at=MORNING)
        with CaptureQueriesContext(connection) as asked:
            assert write_on(wave.pk, at=MORNING) == size
        counts.append(len(asked))
        write_on(wave.pk, at=MORNING)
    assert counts[0] == counts[1]


@pytest.mark.django_db(transaction=True)
def test_pressing_send_by_two_at_once_sends_one_wave() -> None:
    cast = make_cast()
    problem = make_problem(cast)
    affect(problem, people(30), cast)
    notice = make_notice(problem, cast)
    start = threading.Barrier(4)
    said: list[str] = []

    def press() -> None:
        start.wait()
        try:
            Notice.objects.get(pk=notice.pk).waves.send(by=cast.ada, at=MORNING)
            said.append("sent")
        except Refused as refusal:
            said.append(str(refusal))
        finally:
            connections.close_all()

    pressing: list[Callable[[], None]] = [press] * 4
    threads = [threading.Thread(target=one) for one in pressing]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["It is on its way already."] * 3 + ["sent"]
    assert (Wave.objects.count(), Recipient.objects.count(), Message.objects.count()) == (1, 30, 0)
