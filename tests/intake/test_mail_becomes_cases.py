"""Mail becomes cases: each mail ends in one outcome, on the right case, in whatever order it comes."""

from __future__ import annotations

import pytest

from amends.cases.case import Case
from amends.followups.ending import end
from amends.journal.actors import DESK
from amends.journal.verifying import verify
from amends.messages.delivery import Delivery
from amends.messages.message import Message
from amends.messages.writing import Reply, reply
from amends.playbook.steps import Records, panel
from amends.playbook.worklists import LANES, Scope, lines
from tests.cast import DAY, HOUR, MINUTE, MORNING, SURE, Cast, arrive, make_mail

pytestmark = pytest.mark.django_db


def test_a_complaint_opens_a_case_with_the_customers_words_and_a_receipt() -> None:
    (arrival,) = arrive(make_mail())
    case = Case.objects.get()
    assert (arrival.outcome, arrival.case) == ("opened", case)
    assert (case.stage, case.customer.name, case.subject) == ("new", "Mrs Okafor", "Where is my table?")
    theirs, receipt = case.messages.order_by("id")
    assert theirs.text == "My parcel never came. Where is it?"
    assert (receipt.automatic, receipt.purpose) == (True, "receipt")
    assert case.human_spoke_at is None
    assert [delivery.address for delivery in Delivery.objects.all()] == ["okafor@example.com"]
    assert verify()[1] == []


def test_a_second_delivery_is_recorded_once() -> None:
    raw = make_mail()
    outcomes = [
        a.outcome
        for a in arrive(raw, b"Received: from mx.example.com by mx2; Tue, 3 Mar 2026 10:00:00 +0000\r\n" + raw)
    ]
    assert outcomes == ["opened", "duplicate"]
    assert Message.objects.filter(direction="in").count() == 1


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2)])
@pytest.mark.parametrize("together", [True, False])
def test_a_thread_is_one_case_in_whatever_order_its_mails_arrive(order: tuple[int, ...], together: bool) -> None:  # noqa: FBT001
    mails = [
        make_mail("It is lost."),
        make_mail("And nobody calls.", message_id="<second@mail.example.com>", In_Reply_To="<first@mail.example.com>"),
        make_mail(
            "I am away.",
            message_id="<auto@mail.example.com>",
            References="<first@mail.example.com>",
            Auto_Submitted="auto-replied",
        ),
    ]
    batches = [[mails[i] for i in order]] if together else [[mails[i]] for i in order]
    for batch in batches:
        arrive(*batch)
    case = Case.objects.get()
    assert sorted(m.text for m in case.messages.filter(direction="in")) == [
        "And nobody calls.",
        "I am away.",
        "It is lost.",
    ]
    assert case.messages.filter(direction="in", automatic=True).get().text == "I am away."
    assert case.messages.filter(purpose="receipt").count() == 1


def test_two_readers_of_one_newsletter_are_two_cases() -> None:
    arrive(
        make_mail(message_id="<a@x.example>", In_Reply_To="<newsletter@shop.example>"),
        make_mail(sender="mo@example.com", message_id="<b@x.example>", In_Reply_To="<newsletter@shop.example>"),
    )
    assert Case.objects.count() == 2


def test_the_same_subject_alone_never_joins_two_mails() -> None:
    arrive(
        make_mail(message_id="<a@x.example>"), make_mail(message_id="<b@x.example>", subject="Re: Where is my table?")
    )
    assert Case.objects.count() == 2


def test_an_answer_to_our_receipt_finds_its_case() -> None:
    arrive(make_mail())
    receipt = Message.objects.get(purpose="receipt")
    (answer,) = arrive(
        make_mail("Thanks.", message_id="<c@x.example>", sender="other@example.com", In_Reply_To=receipt.message_id)
    )
    assert (answer.outcome, answer.case) == ("continued", receipt.case)


def test_an_unreadable_mail_is_kept_whole_for_a_person() -> None:
    raw = b"\x00\x01\x02 no mail at all"
    (arrival,) = arrive(raw)
    assert (arrival.outcome, bytes(arrival.raw)) == ("quarantined", raw)
    assert arrival.because


def test_a_machine_that_answers_everything_gets_two_receipts_at_most() -> None:
    now = MORNING
    arrive(make_mail(sender="bot@example.org", at=now), at=now)
    for n in range(8):
        now += MINUTE / 60
        Delivery.objects.filter(state="queued").update(state="sent", sent_at=now)
        raw = make_mail(
            f"Thank you for your mail {n}.",
            sender="bot@example.org",
            message_id=f"<{n}@b.example>",
            subject="Hello",
            at=now,
        )
        arrive(raw, at=now)
    assert Message.objects.filter(purpose="receipt").count() == 2


def test_a_person_with_three_complaints_in_an_hour_gets_three_receipts() -> None:
    for n in range(3):
        now = MORNING + n * 10 * MINUTE
        arrive(make_mail(f"Complaint {n}", message_id=f"<{n}@p.example>", at=now), at=now)
    assert Message.objects.filter(purpose="receipt").count() == 3


def test_a_bounce_is_shown_on_the_message_that_bounced() -> None:
    arrive(make_mail())
    receipt = Message.objects.get(purpose="receipt")
    report = (
        b"From: MAILER-DAEMON@mx.example.com\r\nTo: care@desk.example.com\r\nSubject: Undelivered Mail\r\n"
        b"Message-ID: <dsn@mx.example.com>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        b"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\n"
        b"Final-Recipient: rfc822; okafor@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        b"--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: " + receipt.message_id.encode() + b"\r\n\r\n--b--\r\n"
    )
    (bounce,) = arrive(report, at=MORNING + HOUR)
    delivery = receipt.deliveries.get()
    assert (bounce.outcome, bounce.case, bounce.recipients) == ("bounce", receipt.case, ["okafor@example.com"])
    assert (delivery.state, delivery.because) == ("bounced", "5.1.1")
    assert receipt.case.customer.addresses.get().failed_at == MORNING + HOUR


def test_a_first_answer_that_bounced_was_not_given(cast: Cast) -> None:
    arrive(make_mail())
    case = Case.objects.get()
    message = reply(case, Reply(sure=SURE, words="I am sorry, and thank you."), by=cast.ada, at=MORNING + HOUR)
    message.deliveries.get().bounce(because="5.1.1", by=DESK, at=MORNING + 2 * HOUR)
    case.refresh_from_db()
    assert (case.stage, case.human_spoke_at) == ("new", None)
    assert case.waiting_since is not None
    due = case.deadlines.filter(met_at=None, void_at=None)
    assert [deadline.kind for deadline in due] == ["first_answer"]
    steps = {answer.step: answer.state for answer in panel(Records.of(case)).answers}
    assert (steps["thanked"], steps["apologised"]) == ("missing", "missing")


def test_what_a_customer_writes_on_a_closed_case_is_seen(cast: Cast) -> None:
    arrive(make_mail())
    case = Case.objects.get()
    end(case, "withdrawn", because="She found it", by=cast.ada, at=MORNING + HOUR)
    arrive(
        make_mail("It is not it!", message_id="<later@x.example>", In_Reply_To="<first@mail.example.com>"),
        at=MORNING + DAY,
    )
    scope = Scope(cast.ada, everybody=True, until=MORNING + DAY)
    waiting = next(lane for lane in LANES if lane.name == "waiting")
    assert [line.reference for line in lines(waiting, scope, most=25)] == [case.reference]


def test_an_old_date_in_a_file_is_when_they_told_us() -> None:
    arrive(make_mail(at=MORNING - 700 * DAY), way="file")
    assert Case.objects.get().received_at == MORNING - 700 * DAY
