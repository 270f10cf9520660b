"""Putting it right from the case page, act by act, to the confirmed end; and each refusal with its sentence."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.followups.followup import FollowUp
from amends.journal.entry import Entry
from amends.offers.loss import Loss
from amends.standins.sweeping import go_away
from tests.cast import make_case
from tests.web.case.test_speaking import last, shown
from tests.web.case.test_the_page import done_and_told, resolved

if TYPE_CHECKING:
    from amends.followups.declining import Decline
    from amends.people.person import Person
    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = pytest.mark.django_db
FIVE = {"apology": "Sorry.", "what_went_wrong": "It was lost.", "how_put_right": "We sent it.", "thanks": "Thank you."}


@pytest.fixture
def priya(ada: Desk) -> Desk:
    """Ada with Priya's case, which is resolved."""
    ada.case = make_case(email="other@example.com", name="Priya")
    resolved(ada)
    return ada


def test_concerns_are_noted_one_on_each_line(ada: Desk) -> None:
    assert ada.act("concerns", words="The table\n\n- An apology", kind="implied").status_code == 303
    assert [(c.words, c.kind) for c in ada.case.concerns.order_by("pk")] == [
        ("The table", "implied"),
        ("An apology", "implied"),
    ]


def test_a_concern_is_waived_with_a_reason_only(ada: Desk) -> None:
    ada.act("concerns", words="The table", kind="stated")
    concern = ada.case.concerns.get()
    assert ada.act(f"concerns/{concern.pk}/waiver", because=" ").status_code == 422
    assert ada.act(f"concerns/{concern.pk}/waiver", because="They said so.").status_code == 303
    concern.refresh_from_db()
    assert (concern.waived_because, concern.waived_by) == ("They said so.", ada.person)


def test_a_concern_of_another_case_is_not_found(ada: Desk) -> None:
    other = make_case(email="lee@example.com")
    concern = other.concerns.note("Mine", by=ada.person, at=other.opened_at)
    assert ada.act(f"concerns/{concern.pk}/waiver", because="no").status_code == 404
    assert ada.act("concerns/99999999999999999999/waiver", because="no").status_code == 404


def test_a_concern_is_met_by_a_deed_on_record(ada: Desk) -> None:
    ada.act("concerns", words="The table", kind="stated")
    ada.act("acts", words="Sent the table")
    concern, act = ada.case.concerns.get(), ada.case.acts.get()
    assert ada.act(f"concerns/{concern.pk}/meeting", act=act.pk).status_code == 303
    concern.refresh_from_db()
    assert concern.act == act


def test_a_deed_is_checked_by_saying_how(ada: Desk) -> None:
    ada.act("acts", words="Sent the table")
    act = ada.case.acts.get()
    assert ada.act(f"acts/{act.pk}/verification", how=" ").status_code == 422
    assert ada.act(f"acts/{act.pk}/verification", how="He sat down at it").status_code == 303
    assert "Ada checked that it works" in shown(ada.look())
    assert "He sat down at it" in shown(ada.look())
    assert ada.act(f"acts/{act.pk}/verification", how="Again").status_code == 422


def test_a_fact_is_told_or_assumed_until_somebody_checks_it(ada: Desk) -> None:
    ada.act("facts", about="order", words="48213", status="assumed")
    fact = ada.case.facts.get()
    assert (fact.status, fact.about) == ("assumed", "order")
    assert "only assumed" in shown(ada.look())
    ada.act(f"facts/{fact.pk}/verification")
    fact.refresh_from_db()
    assert (fact.status, fact.verified_by) == ("verified", ada.person)
    assert ada.act("facts", about="order", words="48213", status="verified").status_code == 422


def test_their_yes_by_phone_is_recorded(ada: Desk) -> None:
    ada.act("replies", words="Thank you.", readback="The table never came.")
    assert ada.act("readback-confirmation", said="yes", via="phone").status_code == 303
    assert (ada.case.stage, ada.case.rounds.current().confirmed_via) == ("understood", "phone")


def test_not_quite_needs_their_words(ada: Desk) -> None:
    ada.act("replies", words="Thank you.", readback="The table never came.")
    page = ada.act("readback-confirmation", said="no", via="phone")
    assert (page.status_code, "Write down what is not quite right." in shown(page)) == (422, True)
    ada.act("readback-confirmation", said="no", words="It was the chair.", via="phone")
    assert ada.case.rounds.current().disputed_words == "It was the chair."


def test_a_yes_without_a_read_back_is_refused(ada: Desk) -> None:
    page = ada.act("readback-confirmation", said="yes", via="phone")
    assert (page.status_code, "Nothing was read back yet." in shown(page)) == (422, True)


def test_the_wish_is_asked_then_told_in_their_words(ada: Desk) -> None:
    ada.act("wish", via="phone", asked="1")
    assert ada.case.rounds.current().wish_asked_via == "phone"
    assert ada.act("wish", via="phone", words="").status_code == 422
    ada.act("wish", via="phone", words="Just bring it.")
    assert ada.case.rounds.current().wish == "Just bring it."


def test_nothing_is_agreed_before_the_wish(ada: Desk) -> None:
    page = ada.act("agreement", words="We bring it.", via="phone")
    assert page.status_code == 422
    assert "before anything is agreed" in shown(page)
    assert "We bring it." in shown(page)


def test_a_promise_is_made_kept_with_evidence_or_released(ada: Desk) -> None:
    soon = f"{timezone.localtime() + timedelta(days=1):%Y-%m-%dT%H:%M}"
    assert ada.act("promises", words="call her", due="2020-01-01T10:00").status_code == 422
    ada.act("promises", words="call her", due=soon)
    ada.act("promises", words="write to her", due=soon)
    call, write = ada.case.promises.order_by("pk")
    assert ada.act(f"promises/{call.pk}/keeping", evidence="").status_code == 422
    assert ada.act(f"promises/{call.pk}/keeping", evidence="I called at ten.").status_code == 303
    page = ada.act(f"promises/{call.pk}/keeping", evidence="Again.")
    assert (page.status_code, "This promise is no longer open." in shown(page)) == (422, True)
    assert ada.act(f"promises/{write.pk}/release", because="“No need to write.”").status_code == 303
    assert list(ada.case.promises.outstanding()) == []


def test_a_case_is_resolved_by_evidence_only(ada: Desk) -> None:
    page = ada.act("resolution")
    assert page.status_code == 422
    assert "Nothing has been done yet." in shown(page)


def test_resolving_plans_the_follow_up_and_the_page_waits_for_it(priya: Desk) -> None:
    assert FollowUp.objects.filter(case=priya.case).count() == 2
    words = shown(priya.look())
    assert "It falls due" in words
    assert "Do it now all the same" in words


def test_the_follow_up_mail_goes_with_its_five_parts_only(priya: Desk) -> None:
    page = priya.act("follow-up-mail", **{**FIVE, "thanks": ""})
    assert (page.status_code, "The mail cannot go without this part." in shown(page)) == (422, True)
    page = priya.act("follow-up-mail", **FIVE)
    assert page.status_code == 422
    assert "still lacks why it will not happen again" in shown(page)
    assert priya.act("follow-up-mail", **FIVE, not_promising="on").status_code == 303
    assert (last(priya).purpose, "  - The lamp" in last(priya).text) == ("follow_up", True)


def test_the_follow_up_mail_is_begun_from_the_record(priya: Desk) -> None:
    words = shown(priya.look())
    assert "Dear Priya" in words
    assert "  - Sent the lamp" in words


def test_mail_call_and_every_concern_put_right_close_the_case_as_satisfied(priya: Desk) -> None:
    concern = priya.case.concerns.get()
    priya.act("follow-up-mail", **FIVE, not_promising="on")
    priya.act("follow-up-call", words="She is happy.", **{f"answer_{concern.pk}": "right"})
    assert (priya.case.stage, priya.case.ending) == ("closed", "satisfied")
    assert "Satisfied" in shown(priya.look())


def test_not_yet_opens_the_case_again_with_the_same_owner(priya: Desk) -> None:
    concern, owner = priya.case.concerns.get(), priya.case.owner
    assert priya.act("answers", via="email").status_code == 422
    priya.act("answers", via="email", words="The shade is broken", **{f"answer_{concern.pk}": "not_yet"})
    assert (priya.case.stage, priya.case.round, priya.case.owner) == ("understood", 2, owner)
    assert "not yet, they say" in shown(priya.look())


def test_an_ending_unconfirmed_says_why_not_yet(priya: Desk) -> None:
    assert "Ask by mail first." in shown(priya.look("?run=1"))
    page = priya.act("closure", ending="unconfirmed")
    assert (page.status_code, "Ask by mail first." in shown(page)) == (422, True)


def test_a_try_on_a_resolved_case_is_a_try_at_the_follow_up(priya: Desk) -> None:
    priya.act("attempts", channel="phone", result="no_answer")
    assert priya.case.attempts.get().follow_up is True


def declined(ada: Desk, reader: Person) -> Decline:
    raft = {"ending": "declined", "because": "It was used as a raft.", "instead": "We repair it at cost"}
    assert ada.act("closure", **raft, second_reader=reader.pk).status_code == 303
    return ada.case.declines.latest("pk")


def test_to_decline_takes_grounds_and_a_second_reader_who_presses(cast: Cast, ada: Desk, leo: Desk) -> None:
    assert ada.act("closure", ending="declined", because="It was used as a raft.").status_code == 422
    assert ada.act("closure", ending="declined", because="It was …", second_reader=cast.ada.pk).status_code == 422
    raft = {"ending": "declined", "because": "It was used as a raft.", "second_reader": cast.leo.pk}
    assert ada.act("closure", **raft).status_code == 422
    row = declined(ada, cast.leo)
    assert (ada.case.stage, ada.case.ending, row.deadline.assignee) == ("new", "", cast.leo)
    assert "Ada would decline: read it before it ends" in shown(leo.look())
    assert ada.act("closure", **raft, instead="We repair it").status_code == 422  # it waits already
    page = ada.act(f"declines/{row.pk}/agreement")
    assert (page.status_code, "Somebody else must read it" in shown(page)) == (422, True)
    assert leo.act(f"declines/{row.pk}/agreement").status_code == 303
    closure = ada.case.closures.get()
    ada.case.refresh_from_db()
    assert (ada.case.ending, closure.closed_by, closure.second_reader) == ("declined", cast.ada, cast.leo)
    assert ada.case.deadlines.outstanding().count() == 0
    assert leo.act(f"declines/{row.pk}/agreement").status_code == 422


def test_a_second_reader_who_does_not_agree_says_why_and_the_case_goes_on(cast: Cast, ada: Desk, leo: Desk) -> None:
    row = declined(ada, cast.leo)
    assert leo.act(f"declines/{row.pk}/objection", words=" ").status_code == 422
    assert leo.act(f"declines/{row.pk}/objection", words="Our page shows it afloat.").status_code == 303
    row.refresh_from_db()
    assert (row.state, row.answer, ada.case.ending) == ("objected", "Our page shows it afloat.", "")
    again = declined(ada, cast.leo)
    assert ada.act(f"declines/{again.pk}/withdrawal").status_code == 303
    assert leo.act(f"declines/{again.pk}/agreement").status_code == 422
    assert leo.act("declines/99999999999999999999/agreement").status_code == 404


def test_a_proposal_to_decline_lapses_when_the_case_ends_otherwise_and_passes_on_when_its_reader_goes(
    cast: Cast, ada: Desk
) -> None:
    row = declined(ada, cast.leo)
    now = timezone.now()
    go_away(cast.leo, starts_at=now, by=cast.leo, at=now)
    row.refresh_from_db()
    row.deadline.refresh_from_db()
    assert row.reader not in {cast.leo, cast.ada}
    assert row.deadline.assignee == row.reader
    ada.act("closure", ending="lost", because="They left.")
    row.refresh_from_db()
    row.deadline.refresh_from_db()
    assert (row.state, row.deadline.void_at is not None) == ("withdrawn", True)


def test_resolving_on_what_is_only_assumed_takes_a_press_and_is_on_record(ada: Desk) -> None:
    ada.case.facts.note("The carrier dropped it", status="assumed", by=ada.person, at=timezone.now())
    done_and_told(ada)
    assert ada.case.stage == "acting"
    page = ada.act("resolution")
    assert (page.status_code, "It rests on what is only assumed: “The carrier dropped it”." in shown(page)) == (
        422,
        True,
    )
    assert ada.act("resolution", knowing="on").status_code == 303
    assert Entry.objects.get(deed="resolution.assumed").data["words"] == "The carrier dropped it"


def test_a_failure_of_ours_is_not_resolved_without_any_recognition_or_a_word_why(ada: Desk) -> None:
    Loss.objects.note(ada.case, "F1", Decimal(40), fault="established", by=ada.person, at=timezone.now())
    done_and_told(ada)
    assert ada.case.stage == "acting"
    page = ada.act("resolution")
    assert (page.status_code, "nothing was given for their trouble" in shown(page)) == (422, True)
    assert "Why nothing is given for their trouble" in shown(page)
    assert ada.act("resolution", unrecognised="She would take nothing").status_code == 303
    assert Entry.objects.get(deed="recognition.left_out").because == "She would take nothing"


@pytest.mark.parametrize("ending", ["withdrawn", "lost"])
def test_withdrawn_and_lost_need_grounds(ada: Desk, ending: str) -> None:
    page = ada.act("closure", ending=ending)
    assert (page.status_code, "Say what the ending rests on." in shown(page)) == (422, True)


@pytest.mark.parametrize("ending", ["satisfied", "new", ""])
def test_an_ending_that_is_not_chosen_is_refused(ada: Desk, ending: str) -> None:
    assert ada.act("closure", ending=ending, because="x").status_code == 422
    assert ada.case.stage == "new"


def test_a_case_that_ended_meanwhile_is_not_ended_twice(ada: Desk, leo: Desk) -> None:
    ada.act("closure", ending="lost", because="They left.")
    page = leo.act("closure", ending="withdrawn", because="They said so.")
    assert (page.status_code, "has moved on meanwhile" in shown(page)) == (422, True)
    assert "They said so." in shown(page)


def test_a_case_that_nobody_has_is_taken_or_given_and_passes_from_whoever_is_here_by_a_handoff(
    cast: Cast, ada: Desk
) -> None:
    ada.act("owner", owner=cast.leo.pk)
    assert ada.case.owner == cast.leo
    page = ada.act("owner", owner=cast.ada.pk)
    assert (page.status_code, "Ask for it with a handoff" in shown(page)) == (422, True)
    assert ada.case.owner == cast.leo
    assert ada.act("owner", owner=12345678).status_code == 422


def test_the_severity_is_set_with_a_reason(ada: Desk) -> None:
    ada.act("severity", severity=1, because="A child cut its hand.")
    assert ada.case.severity == 1


def test_a_lead_answers_for_a_step_and_it_shows(ada: Desk, leo: Desk) -> None:
    page = ada.act("overrules", step="confirmed", because="They confirmed on the stairs.")
    assert (page.status_code, "A lead may overrule a step." in shown(page)) == (422, True)
    assert leo.act("overrules", step="confirmed", because="They confirmed on the stairs.").status_code == 303
    assert "overruled by Leo: They confirmed on the stairs." in shown(leo.look())
    page = leo.act("overrules", step="heard", because="x")
    page = leo.act("overrules", step="heard", because="x")
    assert (page.status_code, "Somebody did this at the same moment" in shown(page)) == (422, True)


def test_a_lead_restricts_and_opens_again(ada: Desk, leo: Desk) -> None:
    assert ada.act("restriction", restricted="on").status_code == 422
    leo.act("restriction", restricted="on")
    assert leo.case.restricted is True
    leo.act("restriction")
    assert leo.case.restricted is False


def test_a_manager_leaves_out_a_follow_up_with_a_reason(cast: Cast, priya: Desk) -> None:
    assert priya.act("follow-ups/call/waiver", because="No phone.").status_code == 422
    mira = priya.as_(cast.mira)
    assert mira.act("follow-ups/call/waiver", because="No phone.").status_code == 303
    assert mira.act("follow-ups/fax/waiver", because="No phone.").status_code == 404
    assert FollowUp.objects.get(case=priya.case, kind="call").waived_by == cast.mira
