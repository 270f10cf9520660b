"""Offers, rounds, follow-ups, drafts and limits of two cases that become one; and what cannot be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction

from amends.cases.case import Case
from amends.cases.ending import Merged, Refused, close, reopen
from amends.deadlines.deadline import Kind
from amends.followups.followup import FollowUp
from amends.handoffs.handoff import Handoff
from amends.journal.entry import Entry
from amends.merging.cases import merge
from amends.messages import inbound
from amends.messages.writing import Reply, hear, record_conversation, reply
from amends.people.may import NotAllowed
from amends.responses.response import pack_of
from amends.standins.standin import StandIn
from amends.standins.sweeping import sweep_begun
from tests.cast import DAY, HOUR, MORNING, SURE, Cast
from tests.merging.twice import NOON, become_one, due, first, second
from tests.rules.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable


pytestmark = pytest.mark.django_db


def test_an_offer_to_hand_it_over_lapses_and_the_others_stands(cast: Cast) -> None:
    gain = "Mira knows the carrier and can have the table sent tomorrow"
    old, new = first(owner=cast.ada), second(owner=cast.ada)
    lapsed = new.handoffs.offer(cast.mira, gain=gain, by=cast.ada, at=NOON)
    old.handoffs.offer(cast.leo, gain=gain, by=cast.ada, at=NOON)
    become_one(new, old, cast.ada)
    lapsed.refresh_from_db()
    assert lapsed.declined_because == "merged"
    assert [offer.receiver for offer in Handoff.objects.standing()] == [cast.leo]


def test_a_stand_in_still_tells_the_customer_where_it_goes_on(cast: Cast) -> None:
    stage = Stage(cast)
    row = stage.stood_in()
    new = second(owner=cast.leo)
    become_one(stage.case, new, cast.leo, at=stage.at)
    row = StandIn.objects.untold().get(pk=row.pk)
    assert (row.case, row.deadline.case) == (new, new)  # type: ignore[union-attr]
    row.introduce(Reply(sure=SURE, words="Ada is away; I am Leo."), by=cast.leo, at=stage.at + HOUR)
    assert "stand_in" not in due(new)


def test_a_case_that_somebody_else_has_by_now_is_not_offered_back(cast: Cast) -> None:
    stage = Stage(cast)
    row = stage.stood_in()
    become_one(stage.case, second(owner=cast.mira), cast.leo, at=stage.at)
    row.refresh_from_db()
    sweep_begun(by=cast.leo, at=stage.at + 6 * HOUR)
    assert row.answer == "overtaken"
    assert not StandIn.objects.offered(cast.ada).exists()
    assert not StandIn.objects.untold().exists()


def test_deeds_count_for_the_round_the_other_is_in(cast: Cast) -> None:
    stage = Stage(cast)
    stage.resolved()
    reopen(stage.case, because="It broke", by=cast.leo, at=NOON)
    new = second(at=NOON)
    new.acts.do("Sent another", by=cast.ada, at=NOON)
    become_one(new, stage.case, cast.ada, at=NOON)
    assert stage.case.acts.filter(round=2).get().words == "Sent another"


def test_a_resolved_case_is_open_again_where_something_of_the_other_is_not_done(cast: Cast) -> None:
    stage = Stage(cast)
    stage.resolved()
    new = second(at=NOON)
    new.concerns.note("And the chairs?", by=cast.ada, at=NOON)
    become_one(new, stage.case, cast.ada, at=NOON + HOUR)
    assert (stage.case.stage, stage.case.round) == ("understood", 2)
    assert "next_update" in due(stage.case)
    assert [concern.words for concern in stage.case.concerns.unanswered()] == ["And the chairs?"]


def test_a_resolved_case_keeps_its_follow_up_when_the_other_says_nothing_new(cast: Cast) -> None:
    stage = Stage(cast)
    stage.resolved()
    new = second(at=NOON)
    become_one(new, stage.case, cast.ada, at=NOON + HOUR)
    assert stage.case.stage == "resolved"
    assert {"follow_up_mail", "follow_up_call"} <= set(due(stage.case))


def test_the_follow_up_of_the_one_that_ended_is_void(cast: Cast) -> None:
    stage = Stage(cast)
    stage.resolved()
    new = second(at=NOON)
    become_one(stage.case, new, cast.ada, at=NOON + HOUR)
    assert not FollowUp.objects.outstanding().exists()
    assert new.follow_ups.count() == 0


def test_a_draft_goes_along_unless_its_writer_has_one_there(cast: Cast) -> None:
    old, new = first(), second()
    new.drafts.keep(cast.ada, "Dear Mrs", at=NOON)
    new.drafts.keep(cast.leo, "Hello", at=NOON)
    old.drafts.keep(cast.leo, "Good day", at=NOON)
    become_one(new, old, cast.ada)
    assert sorted(old.drafts.values_list("words", flat=True)) == ["Dear Mrs", "Good day"]


def test_that_she_chased_us_is_not_forgotten(cast: Cast) -> None:
    old, new = first(), second()
    said = record_conversation(new, "Where is it?", by=cast.ada, at=NOON)
    inbound.record_chase(said, by=cast.ada, at=NOON)
    become_one(new, old, cast.ada, at=NOON)
    assert old.chases.get().message == said


def test_two_of_one_household_may_have_one_failure(cast: Cast) -> None:
    hers, his = first(), second(name="Mr Okafor", email="mr@example.com")
    with pytest.raises(Refused, match="merge the customers first"):
        merge(his, hers, by=cast.ada, at=NOON)
    for customer in (hers.customer, his.customer):
        customer.join("The Okafors", by=cast.ada, at=NOON)
    become_one(Case.objects.get(pk=his.pk), Case.objects.get(pk=hers.pk), cast.ada)
    his.refresh_from_db()
    assert his.merged_into == hers


def test_what_cannot_be_one_is_refused_with_the_reason(cast: Cast) -> None:
    old, new, other = first(), second(), second(at=NOON)
    with pytest.raises(Refused, match="into itself"):
        merge(old, old, by=cast.ada, at=NOON)
    become_one(new, old, cast.ada)
    with pytest.raises(Merged, match=f"goes on as {old.reference}"):
        merge(new, other, by=cast.ada, at=NOON)
    with pytest.raises(Refused, match=f"itself goes on as {old.reference}"):
        merge(other, new, by=cast.ada, at=NOON)
    close(other, "withdrawn", because="found it", by=cast.ada, at=NOON)
    with pytest.raises(Refused, match="has ended"):
        merge(old, other, by=cast.ada, at=NOON)
    with pytest.raises(Refused, match="stays as it is"):
        merge(other, old, by=cast.ada, at=NOON)
    assert Entry.objects.filter(deed="case.merged").count() == 2


@pytest.mark.parametrize("hidden", [0, 1])
def test_who_may_not_see_both_cannot_merge_them(cast: Cast, hidden: int) -> None:
    pair = first(), second()
    pair[hidden].restrict(by=cast.leo, at=NOON)
    with pytest.raises(NotAllowed):
        merge(pair[0], pair[1], by=cast.ada, at=NOON)


def test_a_merged_case_cannot_be_opened_again(cast: Cast) -> None:
    old, new = first(), second()
    become_one(new, old, cast.ada)
    with pytest.raises(Merged):
        reopen(new, because="not right", by=cast.ada, at=NOON)


def test_a_colleague_who_still_looks_at_it_is_told_and_nothing_is_written_there(cast: Cast) -> None:
    old, new = first(), second()
    become_one(Case.objects.get(pk=new.pk), old, cast.ada)
    speaking: list[Callable[[], object]] = [
        lambda: reply(new, Reply(sure=SURE, words="Sorry."), by=cast.leo, at=NOON),
        lambda: record_conversation(new, "Sorry.", by=cast.leo, at=NOON),
    ]
    for say in speaking:
        with pytest.raises(Merged, match=f"Case {new.reference} goes on as {old.reference}. Do it there"):
            say()
    owing: list[Callable[[], object]] = [
        lambda: new.promises.make("we bring it", due=NOON + DAY, by=cast.leo, at=NOON),
        lambda: new.notes.write("Careful", by=cast.leo, at=NOON),
        lambda: new.concerns.note("A table", by=cast.leo, at=NOON),
    ]
    for owe in owing:
        with pytest.raises(IntegrityError, match="goes on as case"), transaction.atomic():
            owe()


def test_what_the_customer_still_says_on_the_old_page_is_said_where_it_goes_on(cast: Cast) -> None:
    old, new = first(), second()
    become_one(Case.objects.get(pk=new.pk), old, cast.ada)
    hear(new, "Are you there?", by=new.customer, at=NOON + HOUR)
    assert old.messages.order_by("-pk")[0].text == "Are you there?"
    new.refresh_from_db()
    assert new.waiting_since is None


def test_a_limit_that_the_law_sets_is_not_lost(cast: Cast) -> None:
    june = MORNING + 100 * DAY
    plain = second(at=june)
    plain.queue.place(jurisdiction="GB", product="financial services", by=cast.ines, at=june)
    regulated = first(at=june)
    limit = due(regulated)[Kind.FINAL]
    become_one(regulated, plain, cast.ada, at=june + HOUR)
    assert due(plain)[Kind.FINAL] == limit
    assert pack_of(plain).jurisdiction == "GB"  # so that the letter it asks for can be written
