"""A fault is put right when somebody saw that it works; and what came short of what was said is not right, however punctual."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction

from amends.cases.ending import Refused
from amends.concerns.concern import Act
from amends.deadlines.deadline import Deadline, Kind
from amends.followups.resolving import missing, resolve
from amends.followups.wanting import find_wanting
from amends.journal.entry import Entry
from tests.cast import DAY, HOUR
from tests.remedies.scenes import lost
from tests.rules.stage import Stage

if TYPE_CHECKING:
    from amends.promises.promise import Promise
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return Stage(cast)


def kept(stage: Stage) -> Promise:
    promise = stage.promise()
    promise.keep(evidence="the driver's receipt", by=stage.by, at=stage.at)
    return promise


def test_a_fault_is_not_fixed_before_somebody_checked_that_it_works(stage: Stage) -> None:
    act = stage.acting()
    lost(stage.case, failure="F1", by=stage.by)
    assert missing(stage.case) == ["Check that it works, and say how you did: “Brought it”."]
    with pytest.raises(Refused, match="Check that it works"):
        resolve(stage.case, by=stage.by, at=stage.at + HOUR)
    with pytest.raises(Refused, match="Say how"):
        act.verify("  ", by=stage.by, at=stage.at + HOUR)
    act.verify("She opened and closed every drawer", by=stage.by, at=stage.at + HOUR)
    resolve(stage.case, by=stage.by, at=stage.at + HOUR)
    assert stage.case.stage == "resolved"
    assert "She opened and closed every drawer" in Entry.objects.get(deed="act.verified").sentence


def test_it_is_checked_once_and_by_the_first(stage: Stage) -> None:
    act = stage.acting()
    act.verify("She tried it", by=stage.cast.ada, at=stage.at)
    with pytest.raises(Refused, match="before"):
        act.verify("So did I", by=stage.by, at=stage.at)
    assert Act.objects.get(pk=act.pk).verified_by == stage.cast.ada
    with pytest.raises(IntegrityError), transaction.atomic():
        Act.objects.filter(pk=act.pk).update(verified_how="")


@pytest.mark.parametrize("failure", ["F2", "F5"])
def test_lateness_and_money_have_nothing_that_could_work(failure: str, stage: Stage) -> None:
    stage.acting()
    lost(stage.case, failure=failure, by=stage.by)
    assert missing(stage.case) == []


def test_what_came_may_fall_short_although_it_came_in_time(stage: Stage) -> None:
    stage.acting()
    promise = kept(stage)
    find_wanting(promise, "It is beech, and you said oak", by=stage.customer, at=stage.at + HOUR)
    promise.refresh_from_db()
    assert (promise.state(at=stage.at), promise.fell_short_words) == ("kept", "It is beech, and you said oak")
    assert Deadline.objects.outstanding().filter(case=stage.case, kind=Kind.NEXT_UPDATE).exists()


def test_a_case_that_was_resolved_begins_again_when_what_came_fell_short(stage: Stage) -> None:
    stage.acting()
    promise = kept(stage)
    resolve(stage.case, by=stage.by, at=stage.at + HOUR)
    find_wanting(promise, "It is beech", by=stage.by, at=stage.at + DAY)
    stage.case.refresh_from_db()
    assert (stage.case.is_open, stage.case.round) == (True, 2)
    assert "was not as we had said: It is beech" in Entry.objects.get(deed="case.reopened").because


def test_what_was_not_done_cannot_fall_short_and_what_did_has_their_words(stage: Stage) -> None:
    promise = stage.promise()
    with pytest.raises(Refused, match="not done yet"):
        find_wanting(promise, "It is beech", by=stage.by, at=stage.at)
    promise.keep(evidence="seen", by=stage.by, at=stage.at)
    with pytest.raises(Refused, match="in their words"):
        find_wanting(promise, " ", by=stage.by, at=stage.at)
    assert not Entry.objects.filter(deed="promise.fell_short").exists()
