"""The regulator's clock is a deadline like another, until somebody reported or two people say that nothing must be reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.deadlines.alert import Alert
from amends.deadlines.deadline import Deadline
from amends.deadlines.sweeping import sweep
from amends.journal.actors import DESK
from amends.journal.entry import Entry
from amends.merging.cases import merge
from amends.people.may import NotAllowed
from amends.playbook.worklists import Scope, shelved
from amends.problems.nudge import Nudge
from amends.safety.alarm import Alarm
from amends.worker.telling import mail_out
from tests.cast import DAY, HOUR, MINUTE, MORNING, Cast, make_case
from tests.cli.console import amends
from tests.problems.scenes import make_problem

if TYPE_CHECKING:
    from tests.mail.servers import Sink

pytestmark = pytest.mark.django_db


def harmed(cast: Cast, *, at: object = MORNING) -> Alarm:
    """Ada says that the kettle of Mrs Okafor may burn somebody; Mira has the alarm."""
    case = make_case(at=at, owner=cast.ada)  # type: ignore[arg-type]
    alarm = Alarm.objects.raise_on(case, "The lid flies off", by=cast.ada, at=at)  # type: ignore[arg-type]
    alarm.answer(by=cast.mira, at=at)  # type: ignore[arg-type]
    return alarm


def test_it_is_warned_of_climbs_and_stands_on_today_until_it_was_reported(cast: Cast) -> None:
    alarm = harmed(cast)
    (lane,) = [rows for name, rows in shelved(Scope(cast.ada, False, MORNING + DAY), most=5).items() if name == "law"]
    assert [(line.kind, line.words, line.due_at) for line in lane] == [("report", "The lid flies off", MORNING + DAY)]
    sweep(by=DESK, at=MORNING + 15 * HOUR)
    assert not Alert.objects.filter(deadline__kind="report").exists()
    sweep(by=DESK, at=MORNING + 16 * HOUR)
    assert Alert.objects.get(deadline__kind="report").person == cast.ada
    sweep(by=DESK, at=MORNING + DAY + MINUTE)
    told = Alert.objects.filter(deadline__kind="report").values_list("person__name", "about")
    assert {("Ada", "warning"), ("Leo", "miss")} <= set(told)
    alarm.report.tell(
        "the market watch",
        told_at=MORNING + DAY + HOUR,
        reference="R 7",
        evidence="mail",
        by=cast.mira,
        at=MORNING + 2 * DAY,
    )
    deadline = Deadline.objects.get(kind="report")
    assert (deadline.met_at, deadline.missed_at) == (MORNING + DAY + HOUR, MORNING + DAY + MINUTE)
    entry = Entry.objects.get(deed="safety.reported")
    assert (entry.chain, entry.data["to"], entry.data["reference"]) == (alarm.case_id, "the market watch", "R 7")


def test_to_whom_and_how_we_know_are_needed_and_it_is_reported_once(cast: Cast) -> None:
    report = harmed(cast).report
    with pytest.raises(Refused, match="Say who was told"):
        report.tell("the market watch", told_at=MORNING, evidence=" ", by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match="lies in the future"):
        report.tell("the market watch", told_at=MORNING + DAY, evidence="mail", by=cast.ada, at=MORNING)
    report.tell("the market watch", told_at=MORNING, evidence="mail", by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match="before"):
        report.tell("another", told_at=MORNING, evidence="mail", by=cast.ada, at=MORNING)


def test_that_nothing_must_be_reported_needs_a_reason_and_a_lead_who_did_not_say_it(cast: Cast) -> None:
    report = harmed(cast).report
    with pytest.raises(Refused, match="First somebody says"):
        report.second(by=cast.leo, at=MORNING)
    report.spare(because="No law of ours covers lids", by=cast.leo, at=MORNING)
    with pytest.raises(Refused, match="Somebody else"):
        report.second(by=cast.leo, at=MORNING)
    with pytest.raises(NotAllowed):
        report.second(by=cast.ada, at=MORNING)
    assert Deadline.objects.outstanding().filter(kind="report").exists()
    report.second(by=cast.mira, at=MORNING + HOUR)
    assert Deadline.objects.get(kind="report").met_at == MORNING + HOUR
    with pytest.raises(Refused, match="before"):
        report.spare(because="again", by=cast.leo, at=MORNING)


def test_it_outlasts_the_alarm_the_end_of_the_case_and_a_merger(cast: Cast) -> None:
    alarm = harmed(cast)
    alarm.stand_down(because="another lid", by=cast.mira, at=MORNING)
    case, other = Case.objects.get(alarms=alarm), make_case(at=MORNING + MINUTE)
    merge(case, other, by=cast.leo, at=MORNING)
    Deadline.objects.void_at_the_end(other.pk, at=MORNING)
    assert Deadline.objects.outstanding().get(kind="report").case == other


def test_of_a_problem_alone_its_owner_is_reminded_before_it_is_due_and_the_next_after_them(
    cast: Cast, server: Sink, client: Client
) -> None:
    problem = make_problem(cast)
    alarm = Alarm.objects.sound("smoke", problem=problem, by=cast.leo, at=MORNING)
    about_it = Nudge.objects.filter(about="report")
    Nudge.objects.give_due(by=DESK, at=MORNING + 15 * HOUR)
    assert not about_it.exists()
    Nudge.objects.give_due(by=DESK, at=MORNING + 16 * HOUR)
    assert [nudge.person for nudge in about_it.all()] == [cast.leo]
    client.force_login(cast.leo)
    assert "A regulator must be told".lower() in client.get("/").content.decode().lower()
    mail_out(at=MORNING + 16 * HOUR)
    (mail,) = [one for one in server.taken if "regulator" in str(one.mail["Subject"])]
    assert b"It is due 04 Mar, 10:00 UTC" in mail.raw
    Nudge.objects.give_due(by=DESK, at=MORNING + 24 * HOUR)
    assert cast.mira in [nudge.person for nudge in about_it.all()]
    alarm.report.tell("the market watch", told_at=MORNING + DAY, evidence="mail", by=cast.leo, at=MORNING + DAY)
    Nudge.objects.settle(at=MORNING + DAY)
    assert not about_it.filter(over_at=None).exists()


def test_on_its_page_it_is_reported_or_put_to_somebody_else_and_what_was_typed_stays(
    cast: Cast, client: Client
) -> None:
    alarm = harmed(cast, at=timezone.now())
    client.force_login(cast.leo)
    refused = client.post(f"/safety/{alarm.pk}/report", {"told_to": "the market watch", "evidence": ""})
    assert refused.status_code == 422
    assert "the market watch" in refused.content.decode()
    case = client.get(f"/cases/{alarm.case.reference}")  # type: ignore[union-attr]
    assert "A regulator must be told" in case.content.decode()
    client.post(f"/safety/{alarm.pk}/sparing", {"because": "No law of ours covers lids"})
    assert "I answer for it" not in client.get(f"/safety/{alarm.pk}").content.decode()
    mira = Client()
    mira.force_login(cast.mira)
    assert "I answer for it" in mira.get(f"/safety/{alarm.pk}").content.decode()
    assert mira.post(f"/safety/{alarm.pk}/seconding").status_code == 303
    assert "Mira answers for it" in client.get(f"/safety/{alarm.pk}").content.decode()


def test_on_the_page_who_was_told_when_is_on_record(cast: Cast, client: Client) -> None:
    alarm = harmed(cast, at=timezone.now())
    client.force_login(cast.leo)
    said = {"told_to": "the market watch", "reference": "R 7", "evidence": "their receipt"}
    assert client.post(f"/safety/{alarm.pk}/report", said).status_code == 303
    assert "reference R 7" in client.get(f"/safety/{alarm.pk}").content.decode()


def test_at_the_console_it_is_reported_or_spared_by_two(cast: Cast) -> None:
    first, second = harmed(cast, at=timezone.now()), harmed(cast, at=timezone.now())
    told = amends(
        "safety", "report", str(first.pk), "--to", "the market watch", "--evidence", "mail", "--by", cast.ada.email
    )
    assert told.code == 0
    assert amends("safety", "spare", str(second.pk), "--because", "no law", "--by", cast.leo.email).code == 0
    assert amends("safety", "spare", str(second.pk), "--by", cast.leo.email).code == 1
    assert amends("safety", "spare", str(second.pk), "--by", cast.mira.email).code == 0
    assert [row["report"] for row in amends("safety", "list", "--all", "--json").rows] == ["spared", "told"]
