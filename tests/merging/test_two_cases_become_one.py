"""Mrs Okafor told us twice of one lost parcel: both become one case, and nothing said or owed on either is lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.apps import apps

from amends.authority.spend import BeyondAuthority
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.portal import PortalLink
from amends.deadlines.deadline import Deadline
from amends.journal.entry import Entry
from amends.journal.verifying import verify
from amends.merging.cases import MOVED
from amends.messages.attachment import Enclosure
from amends.messages.writing import Reply, reply
from amends.offers.offering import Given, Terms, offer
from amends.promises.promise import Promise
from amends.remedies.choosing import choose, grant
from amends.standins.sweeping import go_away
from tests.cast import DAY, HOUR, MINUTE, MORNING, SURE, Cast
from tests.merging.twice import NOON, become_one, due, first, second
from tests.remedies.scenes import lost, money, understood

pytestmark = pytest.mark.django_db


def test_the_one_ends_as_merged_and_says_where_it_goes_on(cast: Cast) -> None:
    old, new = first(), second()
    become_one(new, old, cast.ada)
    assert (new.stage, new.ending, new.merged_into, new.closed_at) == ("closed", "merged", old, NOON)
    assert new.closures.get().because == f"It goes on as {old.reference}."
    assert (old.stage, old.ending) == ("new", "")


def test_both_chains_of_the_journal_tell_of_it_and_are_whole(cast: Cast) -> None:
    old, new = first(), second()
    become_one(new, old, cast.ada)
    said = Entry.objects.filter(deed="case.merged").order_by("chain")
    assert [entry.chain for entry in said] == [old.pk, new.pk]
    assert {str(entry) for entry in said} == {
        f"Ada merged case {new.reference} into {old.reference}: they are one failure"
    }
    assert verify()[1] == []


def test_every_table_of_a_case_has_its_place_when_two_become_one() -> None:
    """A new table that names a case is refused here until somebody says what becomes of its rows."""
    by_hand = {"Act", "Attempt", "Draft", "Deadline", "Handoff", "FollowUp", "Case", "Loss", "Usability", "Tracing"}
    by_database = {"Affected", "Alarm"}
    stays = {"Closure", "Overrule", "Round", "Settlement", "Recognition", "Signal", "Twin", "CaseReview", "Decline"}
    stays |= {
        "Assignment",
        "KeptOut",
        "Outcome",
        "Invitation",
        "WinBack",
    }  # what was drawn, became of them, or was asked then
    naming = {
        model.__name__
        for model in apps.get_app_config("amends").get_models()
        for field in model._meta.concrete_fields
        if field.related_model is Case
    }
    assert naming == {model.__name__ for model in MOVED} | by_hand | by_database | stays


def test_everything_that_was_said_and_noted_goes_on_there(cast: Cast) -> None:
    old, new = first(), second(enclosures=[Enclosure(name="box.png", content_type="image/png", data=b"x")])
    answer = reply(new, Reply(sure=SURE, words="I am sorry, Mrs Okafor."), by=cast.ada, at=NOON)
    new.notes.write("She is right", by=cast.ada, at=NOON)
    new.facts.note("Order 7", about="order", by=cast.ada, at=NOON)
    new.concerns.note("A table by Sunday", by=cast.ada, at=NOON)
    new.red_tape.note("Two yeses", kind="approval", cost="a day", by=cast.ada, at=NOON)
    become_one(new, old, cast.ada, at=NOON + HOUR)
    assert "Still no table!" in old.messages.values_list("text", flat=True)
    answer.refresh_from_db()
    assert (answer.case, answer.deliveries.get().address) == (old, "okafor@example.com")
    assert old.messages.filter(attachments__name="box.png").count() == 1
    kept = (old.notes.get().words, old.facts.get().words, old.concerns.get().words, old.red_tape.get().words)
    assert kept == ("She is right", "Order 7", "A table by Sunday", "Two yeses")
    assert [table.__name__ for table in MOVED if table._default_manager.filter(case=new).exists()] == []


def test_what_was_offered_there_is_chosen_here_and_the_money_counts_for_both(cast: Cast) -> None:
    old, new = understood(cast.ada), understood(cast.ada)
    lost(new, by=cast.ada)
    row = offer(new, [Given(remedy=money(cast, "30.00"))], Terms(wish=True), by=cast.ada, at=MORNING)
    become_one(new, old, cast.ada)
    row.refresh_from_db()
    choice = choose(row, row.options.get(), via="portal", by=old.customer, at=NOON + HOUR)
    assert (choice.case, choice.promise.case, old.loss.amount) == (old, old, Decimal(40))
    with pytest.raises(BeyondAuthority):
        grant(old, Given(remedy=money(cast, "25.00")), Terms(wish=True), via="phone", by=cast.ada, at=NOON + HOUR)


def test_a_promise_stands_with_its_time_and_is_kept_on_the_one_that_goes_on(cast: Cast) -> None:
    old, new = first(owner=cast.ada), second(owner=cast.leo)
    promise = new.promises.make("we bring it", due=NOON + DAY, by=cast.leo, at=NOON)
    become_one(new, old, cast.leo)
    promise = Promise.objects.get()
    assert (promise.case, promise.deadline.case, promise.deadline.due_at) == (old, old, NOON + DAY)
    assert promise.deadline.owner == cast.ada  # from now on it is hers to keep
    assert promise.state(at=NOON + HOUR) == "open"
    promise.keep(evidence="He signed for it", by=cast.ada, at=NOON + HOUR)
    assert "promise.kept" in Entry.objects.filter(chain=old.pk).values_list("deed", flat=True)
    assert "promise" not in due(old)


def test_a_broken_promise_of_either_needs_a_lead_for_the_next(cast: Cast) -> None:
    old, new = first(owner=cast.ada), second()
    new.promises.make("we bring it", due=NOON + HOUR, by=cast.ada, at=NOON)
    become_one(new, old, cast.ada, at=NOON + 2 * HOUR)
    with pytest.raises(Refused, match="Name the lead"):
        old.promises.make("we bring it tomorrow", due=NOON + DAY, by=cast.ada, at=NOON + 2 * HOUR)


def test_calls_and_asks_stay_due_by_whoever_does_them(cast: Cast) -> None:
    old, new = first(), second(owner=cast.ada)
    call = new.call_backs.ask(due=NOON + 3 * HOUR, caller=cast.leo, by=cast.ada, at=NOON)
    call.attempt("busy", by=cast.leo, at=NOON + 10 * MINUTE)
    ask = new.asks.make("Where is it?", of=cast.mira, by=cast.ada, at=NOON)
    ask.finish("In Leeds", by=cast.mira, at=NOON + 20 * MINUTE)
    become_one(new, old, cast.ada, at=NOON + HOUR)
    call, ask = old.call_backs.get(), old.asks.get()
    assert (call.deadline.case, call.deadline.owner, call.attempts.get().case) == (old, cast.leo, old)
    assert (ask.deadline.case, ask.check_due.case) == (old, old)  # type: ignore[union-attr]
    assert {"call_back", "check"} <= set(due(old))
    ask.verify(by=cast.ada, at=NOON + HOUR)
    assert "check" not in due(old)


def test_nothing_is_due_any_more_on_the_one_that_ended_and_something_is_on_the_other(cast: Cast) -> None:
    old, new = first(), second()
    become_one(new, old, cast.ada)
    assert due(new) == {}
    assert set(due(old)) == {"first_answer"}


def test_the_answer_we_announced_first_stays_due(cast: Cast) -> None:
    old, new = first(), second(at=MORNING + DAY)
    announced = due(old)["first_answer"]
    become_one(old, new, cast.ada, at=MORNING + DAY)
    assert due(new) == {"first_answer": announced}
    assert new.received_at == MORNING


def test_what_was_asked_again_after_our_answer_is_due_as_the_next_word(cast: Cast) -> None:
    old, new = first(owner=cast.ada), second(at=MORNING + DAY)
    reply(old, Reply(sure=SURE, words="I am sorry."), by=cast.ada, at=NOON)
    announced = due(new)["first_answer"]
    assert announced < due(old)["next_update"]
    become_one(new, old, cast.ada, at=MORNING + DAY)
    assert due(old)["next_update"] == announced
    assert "inbound" in due(old)
    assert old.waiting_since == MORNING + DAY


def test_what_was_told_twice_before_our_answer_is_answered(cast: Cast) -> None:
    old, new = first(owner=cast.ada), second()
    reply(old, Reply(sure=SURE, words="I am sorry."), by=cast.ada, at=NOON)
    become_one(new, old, cast.ada, at=NOON + HOUR)
    assert old.waiting_since is None
    assert set(due(old)) == {"next_update"}


def test_an_answer_on_either_is_an_answer_to_both(cast: Cast) -> None:
    old, new = first(), second()
    said = reply(new, Reply(sure=SURE, words="I am sorry."), by=cast.ada, at=NOON)
    become_one(new, old, cast.leo, at=NOON + HOUR)
    assert (old.stage, old.human_spoke_at, old.owner) == ("listening", NOON, cast.ada)
    assert set(due(old)) == {"next_update"}
    said.refresh_from_db()
    said.deliveries.get().bounce(because="unknown", by=cast.ada, at=NOON + DAY)
    old.refresh_from_db()
    assert (old.stage, old.human_spoke_at, old.waiting_since) == ("new", None, NOON + DAY)
    assert "first_answer" in due(old)


def test_it_is_as_old_as_grave_and_as_closed_as_the_two_together(cast: Cast) -> None:
    old, new = first(severity=2), second(severity=3)
    old.restrict(by=cast.leo, at=NOON)
    become_one(old, new, cast.leo)
    assert (new.received_at, new.severity, new.restricted) == (MORNING, 2, True)


def test_a_graver_case_is_heard_from_sooner(cast: Cast) -> None:
    grave, mild = first(severity=1), second(severity=4)
    reply(mild, Reply(sure=SURE, words="I am sorry."), by=cast.ada, at=NOON)
    later = due(mild)["next_update"]
    become_one(grave, mild, cast.ada, at=NOON)
    assert (mild.severity, due(mild)["next_update"] < later) == (1, True)


def test_its_own_owner_keeps_it_and_an_unowned_one_gets_the_others(cast: Cast) -> None:
    old, new = first(owner=cast.ada), second(owner=cast.leo)
    become_one(new, old, cast.leo)
    assert old.owner == cast.ada
    third = second(at=NOON)
    become_one(old, third, cast.leo, at=NOON)
    assert third.owner == cast.ada
    assert Deadline.objects.outstanding().filter(case=third).exclude(owner=cast.ada).count() == 0


def test_an_owner_who_is_away_does_not_get_it(cast: Cast) -> None:
    old, new = first(owner=cast.ada), second()
    go_away(cast.ada, starts_at=NOON + HOUR, by=cast.ada, at=NOON)  # planned, begun, and not swept yet
    become_one(old, new, cast.leo, at=NOON + 2 * HOUR)
    assert new.owner is None


def test_cases_merged_before_lead_to_the_last(cast: Cast) -> None:
    one, two, three = first(), second(), second(at=NOON)
    become_one(one, two, cast.ada)
    become_one(two, three, cast.ada, at=NOON)
    one.refresh_from_db()
    assert (one.merged_into, two.merged_into) == (three, three)


def test_the_old_portal_link_opens_the_one_that_goes_on(cast: Cast) -> None:
    old, new = first(), second()
    link = PortalLink.objects.give([new], at=NOON)[new.pk]
    become_one(new, old, cast.ada)
    found = PortalLink.objects.follow(link.token, at=NOON)
    assert found is not None
    assert found.case == old
