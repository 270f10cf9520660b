# ruff: noqa: D102 -- a test's name is its sentence
"""The sample desk has something true to show on every page, whenever it is loaded, and only once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import TestCase

from amends.arrivals.arrival import Arrival, Outcome
from amends.asks.ask import Ask
from amends.callbacks.callback import CallBack
from amends.cases.case import Case, Origin
from amends.cases.ending import Refused
from amends.cases.stages import Ending, Stage
from amends.customers.customer import Customer, Household
from amends.deadlines.alert import Alert
from amends.deadlines.deadline import Deadline
from amends.handoffs.handoff import Handoff
from amends.journal.entry import Entry
from amends.journal.verifying import verify
from amends.messages.delivery import Delivery
from amends.messages.inbound import Chase
from amends.messages.message import Message
from amends.people.absence import Absence
from amends.people.person import Person, Role
from amends.playbook.steps import Records, panel
from amends.promises.figures import figures
from amends.promises.promise import Promise
from amends.sample.clock import Clock
from amends.sample.loading import load, stories
from amends.sample.shop import NORA, address_of
from amends.standins.standin import StandIn
from tests.cast import HOUR, make_case

#: A Tuesday afternoon within the house's hours.
NOW = datetime(2026, 3, 3, 14, 0, tzinfo=UTC)
MOMENTS = [
    NOW,
    datetime(2026, 3, 2, 0, 5, tzinfo=UTC),  # a Monday just begun
    datetime(2026, 3, 30, 7, 0, tzinfo=UTC),  # the day after the clocks changed
    datetime(2026, 12, 26, 20, 0, tzinfo=UTC),  # a Saturday among holidays
]


@pytest.mark.parametrize("at", MOMENTS)
def test_every_story_runs_forward_and_ends_by_now(at: datetime) -> None:
    clock = Clock(at)
    for story in stories():
        times = [clock.when(when) for when, _ in story.steps]
        assert times == sorted(times), story.name
        assert times[-1] <= at, story.name


@pytest.mark.django_db
def test_it_is_true_whenever_it_is_loaded() -> None:
    true_at(MOMENTS[-1], load(at=MOMENTS[-1]))


def true_at(at: datetime, loaded: int) -> None:
    assert loaded == len(stories()) >= 40
    assert set(Case.objects.values_list("stage", flat=True)) == set(Stage.values)
    assert set(Case.objects.values_list("origin", flat=True)) == set(Origin.values)
    assert set(Case.objects.exclude(ending="").values_list("ending", flat=True)) == {*Ending.values} - {Ending.MERGED}
    assert verify()[1] == []
    assert not Entry.objects.filter(at__gt=at).exists()
    for case in Case.objects.all():
        # What was missed before the letter was typed is on record when it is found, with the time it was missed.
        deeds = Entry.objects.filter(chain=case.pk).exclude(deed="deadline.missed").order_by("seq")
        times = list(deeds.values_list("at", flat=True))
        assert times == sorted(times), case.source_id


@pytest.mark.django_db
def test_it_stays_off_a_desk_that_has_cases_of_its_own() -> None:
    make_case()
    with pytest.raises(Refused):
        load(at=NOW)
    assert (Case.objects.count(), Person.objects.count()) == (1, 0)


def _empty() -> list[str]:
    """Tables of a case that the sample leaves empty."""
    tables = (
        "notes",
        "facts",
        "concerns",
        "attempts",
        "drafts",
        "overrules",
        "closures",
        "acts",
        "promises",
        "follow_ups",
        "chases",
        "call_backs",
        "asks",
        "red_tape",
        "handoffs",
        "stand_ins",
    )
    return [name for name in tables if not Case.objects.filter(**{f"{name}__isnull": False}).exists()]


class TestToday(TestCase):
    """What is there on a Tuesday afternoon."""

    loaded: int

    @classmethod
    def setUpTestData(cls) -> None:
        cls.loaded = load(at=NOW)

    def test_it_is_true(self) -> None:
        true_at(NOW, self.loaded)

    def test_every_page_has_something_to_show(self) -> None:
        assert Case.objects.filter(stage=Stage.NEW, owner=None).exists()
        assert Case.objects.filter(restricted=True).exists()
        assert Case.objects.filter(round=2).exists()
        assert Case.objects.filter(severity=1).exists()
        states = {promise.state(at=NOW) for promise in Promise.objects.select_related("deadline")}
        assert states >= {"kept", "open", "broken", "released"}
        assert Deadline.objects.outstanding().filter(kind="follow_up_call", due_at__date=NOW.date()).exists()
        assert Delivery.objects.filter(state="bounced").exists()
        assert Message.objects.filter(direction="in", automatic=True).exists()
        assert set(Message.objects.values_list("channel", flat=True)) == {
            "email",
            "phone",
            "letter",
            "visit",
            "portal",
            "form",
        }
        assert set(Household.objects.values_list("kind", flat=True)) == {"household", "company"}
        assert {"de", "fr", "nb"} <= set(Customer.objects.values_list("language", flat=True))
        assert Arrival.objects.quarantined().count() == 2
        told = Case.objects.filter(affected=None)  # whom we have not reached yet has nothing said to them
        assert all(case.notes.exists() or case.messages.exists() for case in told)
        assert _empty() == []

    def test_every_promise_was_said_in_words_of_ours_or_is_a_call_at_a_time_we_named(self) -> None:
        assert set(Promise.objects.filter(made_in=None)) == {call.promise for call in CallBack.objects.all()} - {None}

    def test_enough_promises_have_fallen_due_for_a_figure_and_not_all_were_kept(self) -> None:
        found = figures(Promise.objects.all(), at=NOW)
        assert found.first.n >= 25
        assert (found.moved, found.broken) == (2, 4)
        assert found.first.rate is not None
        assert 0.7 < found.first.rate < 0.95
        assert "interval" in str(found.first)

    def test_after_the_broken_promise_a_lead_answers_for_the_next(self) -> None:
        case = Case.objects.get(source_id="broken-promise")
        after = case.promises.get(backed_by__isnull=False)
        assert case.promises.broken(at=NOW).get().made_at < after.made_at
        assert after.backed_by is not None
        assert after.backed_by.role == Role.LEAD
        assert case.cadence == "every hour"

    def test_somebody_is_ill_somebody_stands_in_and_some_customers_know(self) -> None:
        (now,) = Absence.objects.at(NOW)
        (later,) = Absence.objects.exclude(pk=now.pk)
        assert now.starts_at.date() == NOW.date()
        assert now.swept_at is not None
        assert (later.swept_at, later.starts_at > NOW + timedelta(days=5)) == (None, True)
        assert not Case.objects.open().filter(owner=now.person).exists()
        assert set(StandIn.objects.values_list("person", flat=True)) == {now.deputy_id}
        assert StandIn.objects.filter(message__isnull=False).count() == 1
        assert StandIn.objects.untold().filter(deadline__due_at__gt=NOW).exists()

    def test_calls_asks_and_handoffs_stand_as_they_do_on_a_real_day(self) -> None:
        calls = CallBack.objects.outstanding()
        assert calls.filter(deadline__due_at__date=NOW.date()).count() >= 3
        assert calls.filter(next_try_at__isnull=False, attempts__isnull=False).count() == 1
        assert set(Ask.objects.values_list("state", flat=True)) == {"asked", "acknowledged", "done"}
        assert Ask.objects.outstanding().filter(deadline__due_at__lt=NOW).count() == 1
        assert (Handoff.objects.standing().count(), Handoff.objects.accepted().count()) == (1, 1)
        assert set(Chase.objects.values_list("case__source_id", flat=True)) == {"impatient", "smell"}

    def test_nobody_of_the_staff_gets_mail_and_nobody_a_flood_of_old_alerts(self) -> None:
        assert Alert.objects.exists()
        assert not Alert.objects.filter(mailed_at=None).exists()
        assert not Ask.objects.filter(notify_at__isnull=False, mailed_at=None).exists()
        assert not Alert.objects.filter(seen_at=None, raised_at__lt=NOW - HOUR).exists()
        for person in Person.objects.all():
            assert Alert.objects.unseen(person).count() <= 15, person.name

    def test_every_open_case_has_a_next_act(self) -> None:
        for case in Case.objects.open():
            assert panel(Records.of(case)).next is not None, case.source_id

    def test_whoever_signs_in_first_has_work_of_their_own(self) -> None:
        nora = Person.objects.get(email=address_of(NORA))
        assert Case.objects.open().filter(owner=nora).count() >= 3

    def test_nothing_of_it_leaves_by_mail(self) -> None:
        assert not Delivery.objects.exclude(state__in=["sent", "bounced"]).exists()
        assert not Delivery.objects.exclude(address__regex=r"@([a-z]+\.)?example\.(com|org)$").exists()

    def test_a_second_time_changes_nothing(self) -> None:
        before = Entry.objects.count(), Message.objects.count(), Arrival.objects.count(), Person.objects.count()
        assert load(at=NOW + timedelta(days=2)) == 0
        assert (
            Entry.objects.count(),
            Message.objects.count(),
            Arrival.objects.count(),
            Person.objects.count(),
        ) == before

    def test_mails_of_the_sample_are_real_mails(self) -> None:
        outcomes = set(Arrival.objects.values_list("outcome", flat=True))
        assert outcomes == {Outcome.OPENED, Outcome.CONTINUED, Outcome.BOUNCE, Outcome.AUTO_REPLY, Outcome.QUARANTINED}
        assert Message.objects.filter(attachments__content_type="image/png").exists()
        assert Message.objects.filter(attachments__content_type="application/pdf").exists()
