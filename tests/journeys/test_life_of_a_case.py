"""The life of a case, told by its verbs: from an angry mail to "put right", and back again."""

from __future__ import annotations

import pytest

from amends.cases.case import Case
from amends.cases.ending import Refused, close
from amends.customers.customer import Channel
from amends.followups import asking, ending, resolving
from amends.followups.asking import FiveParts
from amends.journal.entry import Entry
from amends.journal.verifying import verify
from amends.messages.writing import Reply, record_conversation, reply
from amends.playbook.steps import Records, panel
from tests.cast import DAY, HOUR, MORNING, SURE, Cast, arrive, make_mail

PARTS = FiveParts(
    apology="I am sorry for the trouble this was.",
    what_went_wrong="Your table was put on the wrong lorry.",
    how_put_right="It was delivered on Friday and we refunded the delivery.",
    thanks="Thank you for your patience.",
    not_promising=True,
)


def next_act(case: Case) -> str | None:
    found = panel(Records.of(case)).next
    return found.step if found else None


def bring_to_resolved(case: Case, cast: Cast) -> None:
    """Every step up to the resolution, each next act as the playbook asks for it."""
    at = MORNING + HOUR
    assert next_act(case) == "concerns"
    first = case.concerns.note("The table is not here", by=cast.ada, at=at)
    second = case.concerns.note("Nobody calls back", kind="implied", by=cast.ada, at=at)
    assert next_act(case) == "thanked"
    words = "Thank you for telling us. I am so sorry that you waited in vain."
    reply(
        case,
        Reply(sure=SURE, words=words, readback="Your table was due on 2 March and nobody called."),
        by=cast.ada,
        at=at,
    )
    case.refresh_from_db()
    assert (case.stage, case.owner, next_act(case)) == ("listening", cast.ada, "confirmed")
    case.rounds.current().confirm(Channel.PORTAL, by=case.customer, at=at + HOUR)
    case.refresh_from_db()
    assert (case.stage, next_act(case)) == ("understood", "wish")
    held = case.rounds.current()
    held.tell_wish("Bring it this week", Channel.PHONE, by=cast.ada, at=at + HOUR)
    assert next_act(case) == "agreed"
    held.agree("Delivery on Friday, delivery charge refunded", Channel.PHONE, by=cast.ada, at=at + HOUR)
    promise = case.promises.make("The table comes on Friday", due=MORNING + 3 * DAY, by=cast.ada, at=at + HOUR)
    case.refresh_from_db()
    assert (case.stage, next_act(case)) == ("agreed", "acted")
    act = case.acts.do("Delivered the table and refunded 39.00", by=cast.ada, at=MORNING + 3 * DAY - HOUR)
    case.refresh_from_db()
    with pytest.raises(Refused, match="No deed meets the concern"):
        resolving.resolve(case, by=cast.ada, at=MORNING + 3 * DAY)
    first.address(act, by=cast.ada, at=MORNING + 3 * DAY)
    second.address(act, by=cast.ada, at=MORNING + 3 * DAY)
    promise.keep(evidence="signed delivery note", by=cast.ada, at=MORNING + 3 * DAY - HOUR)
    assert next_act(case) == "told"
    record_conversation(case, "Told her that the table is there; she is glad.", by=cast.ada, at=MORNING + 3 * DAY)
    assert next_act(case) == "resolved"
    resolving.resolve(case, by=cast.ada, at=MORNING + 3 * DAY + HOUR)


def test_a_customer_is_carried_to_a_confirmed_end_and_back_when_it_is_not_right(cast: Cast) -> None:
    arrive(make_mail())
    case = Case.objects.get()
    bring_to_resolved(case, cast)
    due = MORNING + 8 * DAY
    assert next_act(case) == "followed_mail"
    asking.send_mail(case, PARTS, by=cast.ada, at=due, sure=SURE)
    keys = list(case.concerns.values_list("pk", flat=True))
    asking.answer(case, dict.fromkeys(keys, "right"), via=Channel.PORTAL, by=case.customer, at=due + HOUR)
    assert (case.stage, next_act(case)) == ("resolved", "followed_call")
    asking.record_call(case, "She is happy with it.", answers={}, by=cast.ada, at=due + DAY)
    case.refresh_from_db()
    assert (case.stage, case.ending) == ("closed", "satisfied")
    asking.answer(case, {keys[0]: "not_yet"}, via=Channel.PORTAL, by=case.customer, at=due + 2 * DAY)
    case.refresh_from_db()
    assert (case.stage, case.round, case.owner, next_act(case)) == ("understood", 2, cast.ada, "wish")
    assert verify() == (Entry.objects.count(), [])


def test_a_follow_up_mail_with_a_missing_part_does_not_leave(cast: Cast) -> None:
    arrive(make_mail())
    case = Case.objects.get()
    bring_to_resolved(case, cast)
    with pytest.raises(Refused, match="what went wrong"):
        asking.send_mail(
            case,
            FiveParts(apology="Sorry", what_went_wrong=" ", how_put_right="x", thanks="y"),
            by=cast.ada,
            at=MORNING,
            sure=SURE,
        )


def test_two_tries_on_two_channels_and_silence_end_a_case_unconfirmed_which_is_no_success(cast: Cast) -> None:
    arrive(make_mail())
    case = Case.objects.get()
    bring_to_resolved(case, cast)
    due = MORNING + 8 * DAY
    with pytest.raises(Refused, match="Ask by mail first"):
        ending.end_unconfirmed(case, by=cast.ada, at=due)
    asking.send_mail(case, PARTS, by=cast.ada, at=due, sure=SURE)
    with pytest.raises(Refused, match="by phone as well"):
        ending.end_unconfirmed(case, by=cast.ada, at=due)
    case.attempts.make(result="no_answer", follow_up=True, by=cast.ada, at=due + HOUR)
    with pytest.raises(Refused, match="Wait for an answer"):
        ending.end_unconfirmed(case, by=cast.ada, at=due + 2 * HOUR)
    assert ending.silence_over(at=due + 2 * HOUR) == 0
    assert ending.silence_over(at=due + 4 * DAY) == 1
    case.refresh_from_db()
    assert case.ending == "unconfirmed"


def test_to_decline_needs_grounds_and_a_second_reader(cast: Cast) -> None:
    arrive(make_mail())
    case = Case.objects.get()
    for because, reader in (("", cast.leo), ("It was delivered and signed for", None), ("It was signed for", cast.ada)):
        with pytest.raises(Refused):
            close(case, "declined", because=because, second_reader=reader, by=cast.ada, at=MORNING)
    signed = {"because": "It was signed for by her", "second_reader": cast.leo}
    with pytest.raises(Refused, match="what can be done"):
        close(case, "declined", **signed, by=cast.ada, at=MORNING)  # type: ignore[arg-type]
    close(case, "declined", **signed, instead="We ask the carrier who signed", by=cast.ada, at=MORNING)  # type: ignore[arg-type]
    case.refresh_from_db()
    assert case.ending == "declined"
