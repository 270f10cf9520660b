"""Whom we let down before is known before anybody greets them: graver, with a senior owner, and the cause changed."""

from __future__ import annotations

from datetime import timedelta

from amends.cases.case import Case, Severity
from amends.cases.ending import close
from amends.journal.entry import Entry
from amends.messages.writing import Reply, record_conversation, reply
from amends.playbook.steps import Records, panel
from amends.repeats.again import again
from tests.cast import DAY, HOUR, MORNING, SURE, Cast, make_case

YEAR = timedelta(days=365)


def test_a_first_failure_is_no_repeat_and_stays_as_grave_as_it_was(cast: Cast) -> None:
    case = make_case()
    known = again(case, at=MORNING)
    assert (known.before, known.demands, known.shows, case.severity) == (0, False, False, Severity.MEDIUM)
    assert {answer.step for answer in panel(Records.of(case, now=MORNING)).answers}.isdisjoint({"senior", "learnt"})


def test_a_second_failure_is_graver_asks_for_a_senior_owner_and_for_the_cause_to_be_changed(cast: Cast) -> None:
    close(make_case(), "withdrawn", because="it came", by=cast.leo, at=MORNING + DAY)
    case = make_case(at=MORNING + 40 * DAY, owner=cast.ada)
    known = again(case, at=MORNING + 40 * DAY)
    assert (known.nth, known.still_open, known.demands) == ("second", 0, True)
    assert case.severity == Severity.HIGH
    entry = Entry.objects.get(deed="case.again", chain=case.pk)
    assert entry.sentence == "Their second failure within a year, with 0 promises broken: severity high"
    answers = {answer.step: answer for answer in panel(Records.of(case, now=MORNING + 40 * DAY)).answers}
    assert answers["senior"].state == answers["learnt"].state == "missing"
    Case.objects.filter(pk=case.pk).update(owner=cast.leo)
    case.refresh_from_db()
    answers = {answer.step: answer for answer in panel(Records.of(case, now=MORNING + 40 * DAY)).answers}
    assert (answers["senior"].state, answers["senior"].by) == ("done", "Leo, Lead")


def test_what_we_remember_is_a_year_and_harm_alone_makes_critical(cast: Cast) -> None:
    make_case()
    late = make_case(at=MORNING + YEAR + DAY, severity=Severity.HIGH)
    assert late.severity == Severity.HIGH
    assert not again(late, at=MORNING + YEAR + DAY).demands
    soon = make_case(at=MORNING + YEAR + 2 * DAY, severity=Severity.HIGH)
    assert soon.severity == Severity.HIGH
    assert again(soon, at=MORNING + YEAR + 2 * DAY).before == 1


def test_a_broken_promise_on_an_earlier_case_is_remembered(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    record_conversation(case, "We spoke.", by=cast.ada, at=MORNING)
    case.promises.make("a new table", due=MORNING + DAY, by=cast.ada, at=MORNING)
    assert not again(case, at=MORNING + HOUR).demands
    assert again(case, at=MORNING + 2 * DAY).broken == 1
    later = make_case(at=MORNING + 3 * DAY)
    known = again(later, at=MORNING + 3 * DAY)
    assert (known.before, known.broken) == (1, 1)


def test_one_home_or_company_is_let_down_together(cast: Cast) -> None:
    first = make_case()
    first.customer.join("The Okafors", by=cast.ada, at=MORNING)
    son = make_case(email="obi@example.com", name="Obi Okafor", at=MORNING + DAY)
    son.customer.join("The Okafors", by=cast.ada, at=MORNING + DAY)
    known = again(son, at=MORNING + DAY)
    assert (known.before, known.kin, known.shows, known.demands) == (0, 1, True, False)
    make_case(at=MORNING + 2 * DAY)
    third = make_case(email="obi@example.com", at=MORNING + 3 * DAY)
    assert again(third, at=MORNING + 3 * DAY).kin == 2
    assert third.severity == Severity.HIGH


def test_what_was_merged_is_one_failure(cast: Cast) -> None:
    from amends.merging.cases import merge  # noqa: PLC0415 - only here

    first = make_case()
    second = make_case(at=MORNING + HOUR, words="I wrote an hour ago: where is my table?")
    merge(second, first, by=cast.leo, at=MORNING + 2 * HOUR)
    first.refresh_from_db()
    assert first.severity == Severity.MEDIUM
    assert again(first, at=MORNING + 3 * HOUR).before == 0
    reply(first, Reply(sure=SURE, words="I am sorry."), by=cast.leo, at=MORNING + 3 * HOUR)
    third = make_case(at=MORNING + DAY)
    assert again(third, at=MORNING + DAY).before == 1
