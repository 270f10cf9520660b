"""The pages of problems, as a person works with them: found, decided, listed, called, written, told in public."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amends.affected.affected import Affected, Listing
from amends.affected.funnel import funnel
from amends.affected.opening import open_span
from amends.cases.case import Case
from amends.journal.actors import DESK
from amends.notices.notice import Notice
from amends.notices.wave import Wave
from amends.outcomes.activity import Activity
from amends.outreach.to_call import ToCall
from amends.problems.problem import Problem
from amends.safety.alarm import Alarm
from amends.signals.signal import Signal
from amends.statuspage.subscriber import StatusMail, Subscriber
from tests.cast import DAY, HOUR, Cast, make_case
from tests.problems.scenes import COURSE, WHAT, WORDS, affect, csv_of, jar, make_problem, people

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def leo(client: Client, cast: Cast) -> Client:
    client.force_login(cast.leo)
    return client


@pytest.fixture
def mira(cast: Cast) -> Client:
    other = Client()
    other.force_login(cast.mira)
    return other


def act(client: Client, problem: Problem, name: str, row: object = "", **typed: object) -> str:
    """Press the button of one act; the page that follows."""
    path = f"/problems/{problem.pk}/acts/{name}" + (f"/{row}" if row else "")
    answer = client.post(path, typed, follow=True)
    return answer.content.decode()


def test_a_problem_is_found_decided_and_shown_with_its_age(leo: Client) -> None:
    typed = {"title": "Jars", "what_happened": WHAT, "found_by": "staff", "severity": "3", "course": COURSE}
    assert leo.post("/problems/new", typed).status_code == 303
    problem = Problem.objects.get()
    assert "decide whether they are told" in leo.get("/problems").content.decode()
    assert "they are told" in act(leo, problem, "decision", tell="yes", because="They should know")
    assert "decided to tell, by Leo" in leo.get("/problems").content.decode()


def test_three_sentences_are_refused_and_nothing_typed_is_lost(leo: Client) -> None:
    typed = {"title": "Jars", "what_happened": "One. Two. Three.", "found_by": "staff", "severity": "3"}
    answer = leo.post("/problems/new", typed)
    assert answer.status_code == 422
    assert "two sentences at most" in answer.content.decode()
    assert "One. Two. Three." in answer.content.decode()


def test_silence_is_proposed_by_one_and_agreed_to_by_another(
    leo: Client, mira: Client, cast: Cast, now: datetime
) -> None:
    problem = make_problem(cast, at=now, told=False)
    act(leo, problem, "decision", tell="no", because="It harms nobody")
    decision = problem.decisions.get()
    assert "Somebody else has to agree" in act(leo, problem, "second", decision.pk)
    assert "Two people answer for it now" in act(mira, problem, "second", decision.pk)


def test_a_list_is_tried_and_then_added(leo: Client, cast: Cast, now: datetime) -> None:
    problem = make_problem(cast, at=now)
    file = SimpleUploadedFile("orders.csv", csv_of(*people(3), "Ann,c0@example.com,,,9").read())
    answer = leo.post(f"/problems/{problem.pk}/lists", {"file": file}, follow=True)
    assert "orders.csv would come to this" in answer.content.decode()
    assert not Affected.objects.exists()
    leo.post(answer.request["PATH_INFO"])
    assert Affected.objects.count() == 3
    assert not problem.uploads.exists()
    assert "4 lines = 3 new people + 1 with the same contact" in leo.get(f"/problems/{problem.pk}").content.decode()


def test_a_list_may_be_sought_in_our_own_records(leo: Client, cast: Cast, now: datetime) -> None:
    make_case(at=now - HOUR)
    problem = make_problem(cast, at=now)
    answer = leo.post(f"/problems/{problem.pk}/lists", {"sought": "parcel"}, follow=True)
    leo.post(answer.request["PATH_INFO"])
    assert Affected.objects.get().via == "records"


def test_a_list_may_be_everybody_who_bought_in_that_time(leo: Client, cast: Cast, now: datetime) -> None:
    buyer, early = (make_case(email=f"b{n}@example.com", at=now - HOUR).customer for n in range(2))
    for number, (who, when) in enumerate([(buyer, now - DAY), (buyer, now - 2 * DAY), (early, now - 40 * DAY)]):
        told = {"source": "till", "source_id": str(number), "noted_at": now}
        Activity.objects.create(customer=who, kind="order", at=when, **told)
    problem = make_problem(cast, at=now)
    since = f"{timezone.localtime(now - 7 * DAY):%Y-%m-%dT%H:%M}"
    answer = leo.post(f"/problems/{problem.pk}/lists", {"bought": "on", "since": since}, follow=True)
    leo.post(answer.request["PATH_INFO"])
    assert [one.email for one in Affected.objects.all()] == ["b0@example.com"]


def test_what_is_no_list_is_refused_with_a_sentence(leo: Client, cast: Cast, now: datetime) -> None:
    problem = make_problem(cast, at=now)
    answer = leo.post(f"/problems/{problem.pk}/lists", {"words": "name,order\nAnn,1"})
    assert answer.status_code == 422
    assert "No column holds an e-mail address" in answer.content.decode()


def test_each_count_of_the_funnel_opens_into_its_people(leo: Client, cast: Cast, now: datetime) -> None:
    problem = make_problem(cast, at=now)
    affect(problem, [*people(2), "Nobody,,,,7"], cast, at=now)
    page = leo.get(f"/problems/{problem.pk}/people?state=cannot").content.decode()
    assert "Nobody" in page
    assert "Customer 0" not in page
    nobody = Affected.objects.get(name="Nobody")
    assert "They can be reached now" in act(leo, problem, "contact", nobody.pk, email="no@example.com")


def test_a_caller_gets_one_person_and_records_what_came_of_it(leo: Client, cast: Cast, now: datetime) -> None:
    problem = make_problem(cast, at=now)
    affect(problem, people(2, phone=True), cast, at=now)
    ToCall.objects.put_on(problem, "all", by=cast.leo, at=now)
    ToCall.objects.update(hours_from="00:00", hours_until="23:59:59")
    page = leo.get(f"/problems/{problem.pk}/calling").content.decode()
    assert WHAT in page
    one = ToCall.objects.get(claimed_by=cast.leo)
    refused = leo.post(f"/problems/{problem.pk}/calling", {"call": one.pk, "result": "spoke", "words": ""})
    assert refused.status_code == 422
    leo.post(f"/problems/{problem.pk}/calling", {"call": one.pk, "result": "spoke", "words": "Told them."})
    one.refresh_from_db()
    assert one.outcome == "spoke"
    two = ToCall.objects.exclude(pk=one.pk).get()
    leo.get(f"/problems/{problem.pk}/calling")
    leo.post(f"/problems/{problem.pk}/calling", {"call": two.pk, "result": "no_answer", "later": "2099-01-01T99:00"})
    two.refresh_from_db()
    assert two.tries == 1


def test_a_notice_is_written_read_sent_and_stopped_by_buttons(
    leo: Client, mira: Client, cast: Cast, now: datetime
) -> None:
    problem = make_problem(cast, at=now)
    affect(problem, people(5), cast, at=now)
    lacking = act(leo, problem, "notices", kind_of="tell", subject="Your order", words="Hello {name}")
    assert "does not say what happened" in lacking
    assert "Hello {name}" in lacking
    held = act(leo, problem, "notices", kind_of="tell", subject="Your order", words=WORDS)
    assert "If it must go as it is, say why" in held
    act(leo, problem, "notices", kind_of="tell", subject="Your order", words=WORDS, sure="They are called today")
    notice = Notice.objects.get()
    assert "Somebody else reads it" in act(leo, problem, "approval", notice.pk)
    act(mira, problem, "approval", notice.pk)
    assert "It goes to 5 people" in act(leo, problem, "wave", notice.pk)
    assert "on its way already" in act(mira, problem, "wave", notice.pk)
    assert "5 were held back" in act(mira, problem, "stop", Wave.objects.get().pk)
    assert leo.get(f"/problems/{problem.pk}/notices/{notice.pk}").status_code == 200


def test_a_case_is_linked_by_a_person_and_what_they_found_is_said(leo: Client, cast: Cast, now: datetime) -> None:
    problem = make_problem(cast, at=now)
    case = make_case(at=now, words="The lid of my jar does not close", email="ann@example.com")
    assert case.customer.spoken_name in leo.get(f"/problems/{problem.pk}").content.decode()
    assert "found it after we knew" in act(leo, problem, "case", case.reference)


def test_the_public_is_told_and_asks_for_updates_without_signing_in(
    leo: Client, cast: Cast, now: datetime, settings: Settings, tmp_path: Path
) -> None:
    settings.STATUS_FOLDER = str(tmp_path)
    problem = make_problem(cast, at=now)
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.get("/status/").status_code == 404
    act(leo, problem, "posts", public_title="Jars that do not close", how="known", words="Some lids may not close.")
    from amends.statuspage.files import write  # noqa: PLC0415

    write(at=now)
    answer = stranger.get("/status/")
    assert "Some lids may not close." in answer.content.decode()
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert stranger.get("/status/secret").status_code == 404
    asked = stranger.post("/status/subscriptions", {"problem": problem.pk, "email": "eve@example.org"})
    assert asked.status_code == 200
    assert StatusMail.objects.count() == 1
    eve = Subscriber.objects.get()
    plain = Client()
    assert "Do you want updates" in plain.get(f"/status/mail/{eve.key}").content.decode()
    assert not Subscriber.objects.get().wants_mail
    plain.post(f"/status/mail/{eve.key}")
    assert Subscriber.objects.get().wants_mail
    plain.post(f"/status/mail/{eve.key}")
    assert not Subscriber.objects.get().wants_mail


@pytest.mark.parametrize("typed", [{}, {"problem": "x", "email": "y"}, {"problem": "9" * 30, "email": "a@example.org"}])
def test_odd_requests_for_updates_are_answered_and_leave_nothing(typed: dict[str, str]) -> None:
    assert Client().post("/status/subscriptions", typed).status_code == 404


def test_monitoring_and_shops_report_by_hooks_with_a_key_and_nobody_without(cast: Cast, settings: Settings) -> None:
    told = {"title": "The checkout fails", "what_happened": "Orders are charged twice.", "id": "probe-7", "severity": 2}
    sign = {"sign": "score", "words": "1 of 10", "email": "ann@example.com", "id": "s1"}

    def post(path: str, said: object, key: str = "k" * 20) -> int:
        return Client().post(
            path, json.dumps(said), content_type="application/json", headers={"Authorization": f"Bearer {key}"}
        ).status_code  # fmt: skip

    assert post("/hooks/problems", told) == 401
    settings.HOOK_KEY = "k" * 20
    assert post("/hooks/problems", told, key="wrong") == 401
    assert (post("/hooks/problems", told), post("/hooks/problems", told)) == (201, 201)
    assert Problem.objects.get().found_by == "monitoring"
    assert (post("/hooks/signals", sign), post("/hooks/signals", {"words": "x"}), post("/hooks/signals", [1])) == (
        201,
        422,
        400,
    )
    assert Signal.objects.get().case.origin == "signal"


def test_an_alarm_is_raised_answered_and_ended_and_a_drill_is_timed(
    leo: Client, mira: Client, cast: Cast, now: datetime
) -> None:
    problem = make_problem(cast, at=now)
    act(leo, problem, "harm", words="The glass splinters")
    alarm = Alarm.objects.get()
    assert "somebody may come to harm" in leo.get("/problems").content.decode()
    assert "Answer the alarm first" in mira.post(f"/safety/{alarm.pk}/end", {"because": "x"}).content.decode()
    mira.post(f"/safety/{alarm.pk}/answer")
    mira.post(f"/safety/{alarm.pk}/spokesperson", {"person": cast.mira.pk})
    mira.post(f"/safety/{alarm.pk}/item", {"item": alarm.items.first().pk})  # type: ignore[union-attr]
    mira.post(f"/safety/{alarm.pk}/end", {"because": "No glass is in it"})
    problem.refresh_from_db()
    assert problem.safety_at is None
    leo.post("/safety/duty", {"place0": cast.ines.pk, "place1": cast.leo.pk, "place2": "nobody"})
    leo.post("/safety")
    drill = Alarm.objects.get(drill=True)
    assert drill.pages.get().person == cast.ines
    leo.post(f"/safety/{drill.pk}/answer")
    assert "Leo" in leo.get("/safety").content.decode()


def test_redress_is_approved_by_another_and_ends_with_the_problem(
    leo: Client, mira: Client, cast: Cast, now: datetime
) -> None:
    problem = make_problem(cast, at=now)
    affect(problem, people(1), cast, at=now)
    assert "4.50 GBP in all" in act(leo, problem, "redress", remedy=jar(cast).pk, failure="F1")
    row = problem.redress.get()
    assert "Somebody else approves" in act(leo, problem, "total", row.pk)
    act(mira, problem, "total", row.pk)
    assert "0 people are put right" in act(leo, problem, "done", row.pk, evidence="sent")
    assert "still to be reached" in act(leo, problem, "end", because="done")
    Affected.objects.get().give_up(because="moved away", by=cast.leo, at=now)
    assert "The problem has ended" in act(leo, problem, "end", because="nobody is left")


def test_the_pages_cost_as_many_statements_for_many_as_for_one(leo: Client, cast: Cast, now: datetime) -> None:
    def costs() -> list[int]:
        found = []
        first = Problem.objects.order_by("pk")[0]
        for path in ("/problems", f"/problems/{first.pk}", f"/problems/{first.pk}/people", "/safety"):
            with CaptureQueriesContext(connection) as asked:
                assert leo.get(path).status_code == 200
            found.append(len(asked))
        return found

    problem = make_problem(cast, at=now)
    affect(problem, people(1), cast, at=now)
    Alarm.objects.sound("A drill", drill=True, by=cast.leo, at=now)
    before = costs()
    for _ in range(29):
        make_problem(cast, at=now)
        Alarm.objects.sound("A drill", drill=True, by=cast.leo, at=now)
    affect(problem, people(29, first=50), cast, at=now)
    assert costs() == before


def test_the_time_from_a_sign_to_the_first_word_is_told_with_its_n_or_not_at_all(leo: Client, now: datetime) -> None:
    def note(n: int) -> None:
        Signal.objects.note("review", "One star", email=f"c{n}@example.com", seen_at=now - HOUR, by=DESK, at=now)

    note(0)
    assert "not enough data (n = 1" in leo.get("/problems").content.decode()
    for n in range(1, 6):
        note(n)
    assert "n = 6" in leo.get("/problems").content.decode()
    assert "nobody has spoken to 6 of them yet" in leo.get("/problems").content.decode()


@pytest.mark.parametrize("path", ["/problems", "/problems/new", "/problems/1", "/problems/1/calling", "/safety"])
def test_strangers_are_asked_to_sign_in(path: str, client: Client) -> None:
    assert client.get(path).status_code == 302


def test_cases_of_a_disclosure_wait_on_their_problem_and_not_among_the_unanswered(
    leo: Client, cast: Cast, now: datetime
) -> None:
    problem = make_problem(cast, at=now)
    affect(problem, people(3), cast, at=now)
    make_case(at=now - HOUR)
    today = leo.get("/?who=everybody").content.decode()
    assert "Mrs Okafor" in today
    assert "Customer 0" not in today
    assert funnel(problem).people == 3
    assert leo.get(f"/cases/{Case.objects.filter(origin='disclosure')[0].reference}").status_code == 200
    assert Listing.objects.count() == 1
    assert open_span(problem, 0, 10**9, by=DESK, at=now) == 0
