"""What we learn, on its pages: themes, changes, the mirror, drills, the load and the case of the week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from amends.assessment.sitting import Said, Sitting
from amends.cases.case import Case
from amends.cases.ending import close
from amends.causes.action import CorrectiveAction
from amends.causes.tracing import Tracing
from amends.journal.actors import DESK
from amends.lessons.alert import ThemeAlert
from amends.lessons.looking import look
from amends.mirror.items import ITEMS, NOT_VALIDATED
from amends.problems.problem import Problem
from amends.readings.reading import Reading
from amends.teamwork.drill import AbsenceDrill
from amends.teamwork.load import heaviest, load
from amends.teamwork.review import CaseReview
from tests.cast import DAY, HOUR, make_case

if TYPE_CHECKING:
    from pytest_django.fixtures import DjangoAssertNumQueries

    from amends.people.person import Person
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
CAUSE = "address or label wrong"
WEEK = timedelta(weeks=1)


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def themed(cast: Cast, causes: int = 1) -> ThemeAlert:
    """Eight quiet weeks, then three today of each of so many causes."""
    now = timezone.now()
    make_case(at=now - 8 * WEEK)
    from amends.causes.tree import tree  # noqa: PLC0415 - only here

    for place, cause in enumerate([CAUSE, *list(tree())][:causes]):
        for n in range(3):
            case = make_case(email=f"t{place}-{n}@example.com", at=now - HOUR)
            Tracing.objects.trace(case, cause, by=cast.leo, at=now)
    look(by=DESK, at=now)
    return ThemeAlert.objects.get(about="cause", key=CAUSE)


def test_from_a_theme_to_a_problem_to_a_change_that_is_watched(cast: Cast) -> None:
    leo, alert = as_(cast.leo), themed(cast)
    page = leo.get("/lessons").content.decode()
    assert "Packed or carried wrong: address or label wrong" in page
    assert "More than usual" in leo.get("/problems").content.decode()
    assert leo.get(f"/lessons/alerts/{alert.pk}").content.decode().count("Mrs Okafor") == 3
    assert leo.post(f"/lessons/alerts/{alert.pk}/setting-aside", {"because": " "}).status_code == 422
    assert leo.post(f"/lessons/alerts/{alert.pk}/problem").status_code == 303
    problem = Problem.objects.get(found_by="theme")
    at = f"/problems/{problem.pk}/acts"
    assert leo.post(f"{at}/why", {"cause_of": CAUSE, "shows": "the printer skips"}).status_code == 303
    due = (timezone.now() + 3 * DAY).strftime("%Y-%m-%dT%H:%M")
    change = {"words": "A new printer", "cause_of": CAUSE, "who": cast.ada.pk, "due": due}
    assert leo.post(f"{at}/change", change | {"cause_of": ""}).status_code == 422
    assert leo.post(f"{at}/change", change).status_code == 303
    action = CorrectiveAction.objects.get()
    assert (action.owner, action.problem) == (cast.ada, problem)
    here = f"/lessons/actions/{action.pk}"
    assert leo.post(f"{here}/finishing", {"words": "A new printer", "evidence": "", "weeks": 8}).status_code == 422
    assert (
        leo.post(f"{here}/finishing", {"words": "A new printer", "evidence": "it hums", "weeks": 8}).status_code == 303
    )
    assert "of these came" not in (shown := leo.get(here).content.decode())
    assert "0 in 0.1 weeks since, 3 in 8 weeks before" in shown
    assert "A new printer" in leo.get(f"/problems/{problem.pk}").content.decode()
    assert leo.post(f"{here}/measuring", {"unit": "parcels", "before": "0"}).status_code == 422
    assert leo.get("/lessons/actions?state=watched").content.decode().count('class="row"') == 1


def test_lessons_cost_the_same_with_one_theme_and_with_many(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    leo = as_(cast.leo)
    themed(cast)
    leo.get("/lessons")
    with django_assert_num_queries(20) as few:
        leo.get("/lessons")
    now = timezone.now()
    for n in range(12):
        case = make_case(email=f"n{n}@example.com", at=now)
        Tracing.objects.trace(case, "tone", by=cast.leo, at=now)
        action = CorrectiveAction.objects.note(case, by=cast.leo, at=now)
        action.take_up("tone", owner=cast.ada, due=now + DAY, by=cast.leo, at=now)
    with django_assert_num_queries(len(few)):
        assert leo.get("/lessons").content.decode().count("being changed") >= 12


def test_on_a_case_one_key_makes_it_something_to_improve_and_it_says_whose_failure_it_is_again(cast: Cast) -> None:
    ada = as_(cast.ada)
    first = make_case(at=timezone.now() - 30 * DAY)
    page = ada.get(f"/cases/{first.reference}").content.decode()
    assert "the first failure within a year" in page
    assert 'id="again"' not in page
    case = make_case(at=timezone.now())
    here = f"/cases/{case.reference}"
    page = ada.get(here).content.decode()
    assert page.index("This is their second failure within a year") < page.index('class="case-head"')
    assert "A senior owner" in page
    assert 'data-opens="l"' in page
    assert ada.post(f"{here}/cause", {"cause": "luck"}).status_code == 422
    assert ada.post(f"{here}/cause", {"cause": CAUSE, "words": "seen"}).status_code == 303
    assert ada.post(f"{here}/improvement", {"words": "Two labels"}).status_code == 303
    page = ada.get(here).content.decode()
    assert "Packed or carried wrong: address or label wrong" in page
    assert "Two labels" in page
    assert 'data-opens="l"' not in page


def test_the_mirror_shows_what_is_said_beside_what_is_shown_and_keeps_both(cast: Cast) -> None:
    ada, leo, mira = as_(cast.ada), as_(cast.leo), as_(cast.mira)
    assert NOT_VALIDATED in leo.get("/mirror").content.decode()
    assert ada.get("/mirror/answers").status_code == 303
    assert leo.post("/mirror/beginning").status_code == 303
    assert ada.get("/mirror/answers").content.decode().count("<fieldset") == len(ITEMS) + 1
    low = {f"item{n}": "1" for n in range(1, 29)}
    assert ada.post("/mirror/answers", low).status_code == 422
    assert ada.post("/mirror/answers", {"role": "front", **low, "item3": ""}).status_code == 303
    assert Said.objects.get(item=3).level is None
    assert (
        mira.post("/mirror/answers", {"role": "ownership", **{f"item{n}": "4" for n in range(1, 29)}}).status_code
        == 303
    )
    page = leo.get("/mirror").content.decode()
    assert "Owners answer 3.0 levels higher than the front line" in page
    assert "of 100" in page
    assert ada.post("/mirror/ending").status_code == 403
    assert leo.post("/mirror/ending").status_code == 303
    held = Sitting.objects.get()
    assert held.ended_at is not None
    page = leo.get(f"/mirror/{held.pk}").content.decode()
    assert "As it was on" in page
    assert [word in page for word in ("Front line", "Management", "Ownership")] == [True] * 3
    assert leo.post("/mirror/beginning").status_code == 303
    assert f'href="/mirror/{held.pk}"' in leo.get("/mirror").content.decode()


def test_the_mirror_on_paper_is_an_accessible_pdf(cast: Cast) -> None:
    pytest.importorskip("typst", reason="the extra insight is not here")
    leo = as_(cast.leo)
    leo.post("/mirror/beginning")
    leo.post("/mirror/answers", {"role": "front", **{f"item{n}": "2" for n in range(1, 29)}})
    leo.post("/mirror/ending")
    held = Sitting.objects.get()
    for path in ("/mirror/paper", f"/mirror/{held.pk}/paper"):
        answer = leo.get(path)
        assert answer["Content-Type"] == "application/pdf"
        assert b"pdfuaid" in answer.content


def test_without_typst_the_page_says_what_is_missing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("amends.reports.exporting.importlib.import_module", gone)
    assert "amends[insight]" in as_(cast.leo).get("/mirror/paper", follow=True).content.decode()


def test_evidence_comes_from_the_desks_own_tables_with_n_or_is_not_enough(cast: Cast) -> None:
    now = timezone.now()
    for n in range(12):
        case = make_case(email=f"c{n}@example.com", at=now - DAY)
        if n < 6:
            Case.objects.filter(pk=case.pk).update(origin="disclosure")
    shown = {row.item: row for row in Sitting(ended_at=None).evidence(at=now)}
    assert (shown[1].value, shown[1].n) == (50.0, 12)
    assert shown[1].low is not None
    assert shown[14].value == 100
    assert 16 not in shown
    assert "not enough data (n 12, 30 needed)" in as_(cast.leo).get("/mirror").content.decode()


def test_an_absence_is_rehearsed_counted_and_taken_back(cast: Cast) -> None:
    now = timezone.now()
    case = make_case(owner=cast.ada, at=now - HOUR)
    assert as_(cast.ada).post("/drills", {"person": cast.ada.pk}).status_code == 403
    assert as_(cast.leo).post("/drills", {"person": cast.ada.pk}).status_code == 303
    drill = AbsenceDrill.objects.get()
    assert (drill.things, drill.covered) == (1, 1)
    case.refresh_from_db()
    assert case.owner == cast.ada
    assert not case.stand_ins.exists()
    assert "1 of 1" in as_(cast.ada).get("/drills").content.decode()


def test_hostile_words_are_counted_for_each_and_whoever_had_most_is_named_to_leads_alone(cast: Cast) -> None:
    now = timezone.now()
    for n in range(4):
        case = make_case(
            email=f"h{n}@example.com", owner=cast.ada, at=now - HOUR,
            words="You stupid idiots. I am furious and disgusted, this is an outrage, you useless incompetent liars!",
        )  # fmt: skip
        Reading.objects.keep(case.messages.theirs(), at=now)
    rows = load(at=now)
    assert (rows[0].name, rows[0].words, rows[0].hostile) == ("Ada", 4, 4)
    assert heaviest(rows) == rows[0]
    assert "Ada had 4 this week" in as_(cast.leo).get("/load").content.decode()
    own = as_(cast.ada).get("/load").content.decode()
    assert "Leo" not in own.split("<main")[1]


def test_one_case_a_week_is_drawn_for_everybody_and_what_was_learnt_is_kept_once(cast: Cast) -> None:
    assert "No case has ended lately" in as_(cast.leo).get("/review").content.decode()
    now = timezone.now()
    for n in range(3):
        case = make_case(email=f"c{n}@example.com", name=f"Mrs {n}", at=now - DAY)
        close(case, "lost" if n == 1 else "withdrawn", because="they said so", by=cast.leo, at=now)
    chosen = CaseReview.objects.chosen(at=now)
    assert chosen is not None
    assert chosen.customer.name == "Mrs 1"
    leo = as_(cast.leo)
    assert leo.post("/review", {"saw": "Nothing"}).status_code == 422
    assert leo.post("/review", {"saw": "Nothing", "change": "Call first"}).status_code == 303
    assert leo.post("/review", {"change": "Again"}).status_code == 422
    assert "Call first" in as_(cast.ada).get("/review").content.decode()


def test_what_is_changed_on_a_restricted_case_is_seen_by_those_who_see_the_case(cast: Cast) -> None:
    now = timezone.now()
    case = make_case(owner=cast.leo, at=now)
    case.restrict(by=cast.leo, at=now)
    action = CorrectiveAction.objects.note(case, "A secret of theirs", by=cast.leo, at=now)
    ada, leo = as_(cast.ada), as_(cast.leo)
    for path in ("/lessons", "/lessons/actions"):
        assert "A secret of theirs" not in ada.get(path).content.decode()
        assert "A secret of theirs" in leo.get(path).content.decode()
    assert ada.get(f"/lessons/actions/{action.pk}").status_code == 404
    assert ada.post(f"/lessons/actions/{action.pk}/dropping", {"because": "x"}).status_code == 404
