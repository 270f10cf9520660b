"""What became of a customer follows from what they did, by rules that were fixed beforehand."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.test import Client

from amends.cases.case import Case
from amends.journal.actors import DESK
from amends.merging.customers import merge
from amends.outcomes.activity import Activity, Feed
from amends.outcomes.noting import NoActivity, note_all
from amends.outcomes.outcome import Tally
from amends.outcomes.tallying import differing, recount
from tests.cast import DAY, HOUR, MORNING, Cast, make_case
from tests.outcomes.scenes import OKAFOR, outcome, settled, tell, told

pytestmark = pytest.mark.django_db
RHYTHM = (-90, -60, -30)  # so that silence of 60 days is a loss


def results(case: object) -> tuple[str, ...]:
    row = outcome(case)  # type: ignore[arg-type]
    return row.d30, row.d90, row.d180, row.d365


def orders(*days: float, **more: object) -> list:  # type: ignore[type-arg]
    return [told("order", day, **more) for day in days]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("what", "found"),
    [
        (orders(*RHYTHM, *range(20, 400, 30)), ("kept",) * 4),
        (orders(*RHYTHM, 20, 50), ("kept", "kept", "lost", "lost")),
        (orders(*RHYTHM), ("unknown", "lost", "lost", "lost")),
        (orders(*RHYTHM, *range(55, 400, 50)), ("kept",) * 4),
        ([told("contract", -500)], ("kept",) * 4),
        ([told("contract", -500), told("cancellation", 40, reason="too dear")], ("kept", "lost", "lost", "lost")),
        ([told("contract", -500), told("cancellation", -3)], ("unknown",) * 4),
        ([told("contract", -500), told("gone", 40)], ("kept", "elsewhere", "elsewhere", "elsewhere")),
        ([told("contract", -500), told("praise", 60, evidence="https://reviews.example.com/7")],
         ("kept", "advocate", "advocate", "advocate")),
        ([told("praise", 60, evidence="https://reviews.example.com/7")], ("unknown",) * 4),
        ([], ("unknown",) * 4),
    ],
)  # fmt: skip
def test_kept_lost_advocate_or_unknown(what: list, found: tuple[str, ...]) -> None:  # type: ignore[type-arg]
    case = make_case()
    tell(*what, told("order", 0, "somebody-else@example.com"))
    settled()
    assert results(case) == found
    assert differing() == 0


def test_nothing_is_said_of_days_that_no_system_has_told_yet() -> None:
    case = make_case()
    tell(told("contract", -500), told("cancellation", 40), until=59)
    settled(200)
    assert results(case) == ("kept", "unknown", "unknown", "unknown")
    assert outcome(case).loss == ""  # known of at the next check, with those who stay
    tell(told("contract", 70, "x@example.com"), until=95)
    settled(201)
    assert results(case)[:2] == ("kept", "lost")
    assert differing() == 0


def test_who_is_lost_early_counts_no_sooner_than_those_who_stay() -> None:
    gone, stays = make_case(), make_case(email="stays@example.com")
    tell(told("contract", -9), told("contract", -9, "stays@example.com"), told("cancellation", 5), until=200)
    settled(200)
    assert results(gone) == ("lost", "lost", "lost", "unknown")
    assert results(stays) == ("kept", "kept", "kept", "unknown")
    assert outcome(gone).lost_at == MORNING + 5 * DAY


def test_the_system_that_is_behind_says_until_when_everything_is_known(cast: Cast) -> None:
    make_case()
    tell(told("order", -10), until=100)
    tell(told("cancellation", 5), until=40, source="contracts")
    assert Feed.objects.known_until(at=MORNING + 120 * DAY) == MORNING + 40 * DAY
    Feed.objects.get(source="contracts").end(by=cast.mira, at=MORNING + 120 * DAY)
    assert Feed.objects.known_until(at=MORNING + 120 * DAY) == MORNING + 100 * DAY


def test_a_system_that_tells_as_it_happens_and_falls_silent_is_not_believed_to_know_today() -> None:
    make_case()
    note_all([told("order", 1)], source="till", live=True, by=DESK, at=MORNING + DAY)
    assert Feed.objects.known_until(at=MORNING + 5 * DAY) == MORNING + 5 * DAY
    assert Feed.objects.known_until(at=MORNING + 30 * DAY) == MORNING + DAY


def test_a_case_that_ended_says_what_became_of_them(cast: Cast, client: Client) -> None:
    case = make_case(owner=cast.ada)
    Case.objects.filter(pk=case.pk).update(
        stage="closed", ending="withdrawn", closed_at=MORNING + DAY, waiting_since=None
    )
    client.force_login(cast.ada)
    assert "not known yet" in client.get(f"/cases/{case.reference}").content.decode()
    tell(told("contract", -500), until=100)
    settled(100)
    assert "kept after 90 days" in client.get(f"/cases/{case.reference}").content.decode()


def test_the_use_of_our_own_voucher_keeps_nobody_by_itself() -> None:
    case = make_case()
    tell(*orders(*RHYTHM), told("order", 40, voucher=True))
    settled(90)
    assert (outcome(case).d90, outcome(case).own90) == ("kept", "lost")


def test_a_customer_who_told_us_that_they_leave_is_lost_unless_they_bought_again(cast: Cast) -> None:
    from amends.followups.ending import end  # noqa: PLC0415

    gone, back = make_case(), make_case(email="b@example.com")
    for case in (gone, back):
        end(case, "lost", because="They go elsewhere.", by=cast.leo, at=MORNING + 3 * DAY)
    tell(*orders(*RHYTHM, *range(20, 400, 30), email="b@example.com"), told("order", -30))
    settled()
    assert (outcome(gone).loss, results(gone)) == ("said", ("lost",) * 4)
    assert results(back) == ("kept",) * 4


def test_a_lost_customer_who_comes_back_stays_lost_and_has_returned() -> None:
    case = make_case()
    tell(*orders(*RHYTHM, 200))
    settled()
    row = outcome(case)
    assert row.words == "stopped buying on 02 May 2026, and came back on 19 Sep 2026"
    assert (row.d365, row.loss, row.lost_at) == ("lost", "lapsed", MORNING + 60 * DAY)
    assert row.returned_at == MORNING + 200 * DAY


def test_the_rhythm_stays_that_of_the_first_look_whatever_is_told_later() -> None:
    case = make_case()
    tell(*orders(*RHYTHM), until=40)
    settled(40)
    before = outcome(case).within_days
    tell(*orders(-400, -390), until=100)
    settled(100)
    assert outcome(case).within_days == before == 60


def test_the_same_thing_told_twice_is_one_thing_and_of_strangers_nothing_is_kept() -> None:
    make_case()
    assert tell(told("order", 1, source_id="7"), told("order", 1, source_id="7"), told("order", 1, "who@example.com")) == [
        "noted", "already_here", "nobody",
    ]  # fmt: skip
    assert tell(told("order", 9, source_id="7")) == ["already_here"]
    assert Activity.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"kind": "sigh"}, "no kind"), ({"source_id": " "}, "no number of its own"), ({"day": 500}, "future"),
        ({"email": ""}, "names nobody"), ({"kind": "referral"}, "only with evidence"), ({"amount": "ten"}, "no amount"),
        ({"kind": "renewal", "voucher": True}, "only an order"),
    ],
)  # fmt: skip
def test_what_tells_nothing_is_refused_with_a_sentence(wrong: dict, sentence: str) -> None:  # type: ignore[type-arg]
    make_case()
    with pytest.raises(NoActivity, match=sentence):
        tell(told(**{"kind": "order", "day": 1, **wrong}))


def test_a_referral_without_evidence_is_refused_by_the_database_too() -> None:
    case = make_case()
    with pytest.raises(IntegrityError, match="activity_advocate_with_evidence"), transaction.atomic():
        Activity.objects.create(
            customer=case.customer, kind="referral", at=MORNING, source="x", source_id="1", noted_at=MORNING
        )


def test_first_and_later_failures_grade_and_word_are_as_of_the_thirtieth_day(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    again = make_case(at=MORNING + 2 * DAY)
    case.rounds.current().read_back("It is lost", by=cast.ada, at=MORNING + HOUR)
    case.rounds.current().confirm("phone", by=cast.ada, at=MORNING + HOUR)
    case.promises.make("We bring it", due=MORNING + DAY, by=cast.ada, at=MORNING + HOUR)
    settled(10)
    assert (outcome(case).grade, outcome(case).word) == ("", "")
    assert (outcome(case).first, outcome(again).first) == (True, False)
    tell(told("order", 1), until=40)
    settled(40)
    assert (outcome(case).grade, outcome(case).word) == ("poor", "broken")
    assert (outcome(case).promises_due, outcome(case).promises_kept) == (1, 0)
    assert (outcome(again).grade, outcome(again).word) == ("poor", "none")
    assert differing() == 0


def test_tallies_equal_a_recount_after_any_step_and_a_difference_is_seen() -> None:
    cases = [make_case(email=f"c{n}@example.com") for n in range(5)]
    for day in (20, 60, 95, 200, 399):
        tell(*(told("order", day - n, f"c{n}@example.com") for n in range(5)), until=day)
        settled(day)
        assert differing() == 0
    assert sum(Tally.objects.filter(kind="all", day=90).values_list("n", flat=True)) == len(cases)
    Tally.objects.filter(kind="all", day=90).update(n=F("n") + 1)
    assert differing() > 0
    recount()
    assert differing() == 0


def test_two_customers_found_to_be_one_share_what_they_did_and_a_merged_case_counts_once(cast: Cast) -> None:
    from amends.merging.cases import merge as merge_cases  # noqa: PLC0415

    one, other = make_case(), make_case(email="ngozi@example.com")
    tell(*orders(*RHYTHM, *range(20, 400, 30), email="ngozi@example.com"))
    settled()
    assert (outcome(one).d90, outcome(other).d90) == ("unknown", "kept")
    merge(other.customer, one.customer, by=cast.ada, at=MORNING + 400 * DAY)
    settled(401)
    assert outcome(one).d90 == "kept"
    tell(told("order", 399, OKAFOR))
    merge_cases(other, one, by=cast.ada, at=MORNING + 401 * DAY)
    settled(402)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM amends_outcome")
        assert cursor.fetchone() == (1,)
    assert differing() == 0
