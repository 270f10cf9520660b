"""What else a lot decides at the desk: first words, how often, what comes first afterwards, how large a token, credit or card."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, connection, transaction

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.deadlines import cadence
from amends.deadlines.deadline import Deadline
from amends.deadlines.pacing import next_update
from amends.experiments.arms import ARMS
from amends.experiments.assignment import Assignment, KeptOut
from amends.experiments.lots import object_to
from amends.followups.resolving import resolve
from amends.journal.actors import DESK
from amends.messages.writing import Reply, record_conversation, reply
from amends.offers.loss import Loss
from amends.offers.offering import Given, Terms, offer
from amends.offers.proposing import propose
from amends.remedies.choosing import grant
from amends.reports.judging import judge_drawn, results
from amends.trials.drawing import Fixed
from tests.cast import DAY, HOUR, MORNING, SURE, Cast, make_case
from tests.cli.console import amends
from tests.experiments.scenes import HALF, register, running
from tests.outcomes.scenes import tell, told
from tests.remedies.scenes import given, lost, money, stock, understood

if TYPE_CHECKING:
    from django.test import Client

    from amends.experiments.experiment import Experiment
    from amends.people.person import Person

pytestmark = pytest.mark.django_db


def at_place(cast: Cast, place: str, **changes: Any) -> Experiment:
    """An experiment between everything that a place knows; by blocks, so that six of a kind have every arm, where it can be."""
    arms = list(ARMS[place].values)
    shares = dict.fromkeys(arms, 1 / Decimal(len(arms)))
    return running(cast, place, place=place, arms=shares, blocks=place != "opening", **changes)


def new(n: int, **more: Any) -> Case:
    """A complaint of a customer of their own."""
    return make_case(email=f"c{n}@example.com", name=f"Customer {n}", **more)


def answer(case: Case, by: Person) -> Case:
    """The first answer goes."""
    reply(case, Reply(words="Thank you. I am sorry that it is lost.", sure=SURE), by=by, at=MORNING + HOUR)
    case.refresh_from_db()
    return case


def test_the_first_answer_begins_with_the_words_that_are_then_drawn(cast: Cast, client: Client) -> None:
    at_place(cast, "opening")
    client.force_login(cast.ada)
    shown: dict[int, str] = {}
    for n in range(60):
        if len(set(shown.values())) == 3:
            break
        case = new(n)
        page = client.get(f"/cases/{case.reference}").content.decode()
        sorry, thanks = (page.find(words) for words in ("I am sorry that this happened", "Thank you for telling us."))
        shown[case.pk] = "as written" if sorry < 0 else "sorry first" if sorry < thanks else "thanks first"
        answer(case, cast.ada)
    drawn = dict(Assignment.objects.values_list("case", "arm"))
    assert drawn == shown
    assert set(drawn.values()) == {"as written", "sorry first", "thanks first"}


def test_whoever_called_is_answered_in_the_same_breath_and_not_drawn(cast: Cast) -> None:
    at_place(cast, "opening")
    record_conversation(new(1, channel="phone"), "I am sorry.", by=cast.ada, at=MORNING + HOUR)
    assert not Assignment.objects.exists()


def test_they_hear_oftener_by_lot_and_never_later_than_policy_asks(cast: Cast) -> None:
    at_place(cast, "cadence")
    due: dict[str, set[Any]] = {}
    for n in range(6):
        case = answer(new(n), cast.ada)
        standing = Deadline.objects.outstanding().get(case=case, kind="next_update")
        due.setdefault(Assignment.objects.get(case=case).arm, set()).add(standing.due_at)
    policy = next_update(new(99), since=MORNING + HOUR).due_at
    assert due["as policy"] == {policy}
    assert MORNING + HOUR < min(due["twice as often"]) < min(due["oftener"]) < policy
    with pytest.raises(IntegrityError, match="case_pace_never_below_policy"), transaction.atomic():
        Case.objects.update(pace=101)


def test_who_chose_how_often_they_hear_is_kept_out_of_it(cast: Cast) -> None:
    at_place(cast, "cadence")
    case = new(1)
    cadence.choose(case, "daily", by=cast.ada, at=MORNING)
    assert answer(case, cast.ada).pace == 100
    assert KeptOut.objects.get().fixed == Fixed.WISH.name


def test_one_of_the_two_follow_ups_comes_earlier_by_lot_and_neither_later(cast: Cast) -> None:
    at_place(cast, "follow_up")
    days = {}
    for n in range(6):
        case = understood(cast.ada, email=f"c{n}@example.com")
        case.rounds.current().agree("We bring it", "phone", by=cast.ada, at=MORNING)
        case.refresh_from_db()
        act = case.acts.do("Brought it", by=cast.ada, at=MORNING)
        case.concerns.get().address(act, by=cast.ada, at=MORNING)
        record_conversation(case, "It is there.", by=cast.ada, at=MORNING + HOUR)
        case.refresh_from_db()
        resolve(case, by=cast.ada, at=MORNING + HOUR)
        due = dict(case.follow_ups.values_list("kind", "due_at"))
        standing = dict(Deadline.objects.outstanding().filter(case=case).values_list("kind", "due_at"))
        assert {due["mail"], due["call"]} == {standing["follow_up_mail"], standing["follow_up_call"]}
        days[Assignment.objects.get(case=case).arm] = (due["mail"], due["call"])
    together, call, mail = (days[arm] for arm in ("together", "call first", "mail first"))
    assert together[0] == together[1] == call[0] == mail[1]
    assert MORNING + DAY < call[1] == mail[0] < together[0]


def test_how_large_a_token_is_is_drawn_when_nothing_was_lost_and_a_wish_has_the_whole(cast: Cast) -> None:
    stock(cast)
    five, two = money(cast, "5.00", "discount"), money(cast, "2.00", "discount")
    at_place(cast, "token")
    worth: dict[str, set[Decimal]] = {}
    for n in range(6):
        case = understood(cast.ada, email=f"c{n}@example.com")
        row = lost(case, "0.00", failure="F4", by=cast.ada)
        band = row.band()
        found = propose(case, row, by=cast.ada, at=MORNING)
        assert len(found.options) == 3
        worth.setdefault(Assignment.objects.get(case=case).arm, set()).update(
            one.worth for one in [*found.options, *found.others]
        )
        assert row.menu().cap == band.cap
    assert max(worth["full"]) == band.most
    assert max(worth["half"]) <= band.most / 2
    assert worth["recognition alone"] == {Decimal(0)}
    drawn = Assignment.objects.filter(arm="recognition alone").select_related("case").first()
    assert drawn is not None
    assert drawn.case is not None
    with pytest.raises(Refused, match="should be"):
        offer(drawn.case, [Given(remedy=two), *_free(drawn.case, cast)], Terms(), by=cast.ada, at=MORNING)
    assert grant(drawn.case, Given(remedy=five), Terms(wish=True), via="phone", by=cast.ada, at=MORNING).worth == 5


def _free(case: Case, cast: Cast) -> list[Given]:
    found = propose(case, Loss.objects.get(case=case), by=cast.ada, at=MORNING)
    return [given(one) for one in found.options if one.kind != "discount"][:2]


def test_whoever_notes_the_loss_may_object_with_a_reason(cast: Cast, client: Client) -> None:
    stock(cast)
    case = understood(cast.ada)
    client.force_login(cast.ada)
    page = f"/cases/{case.reference}"
    assert "size of a token" not in client.get(page).content.decode()
    at_place(cast, "token")
    assert "size of a token" in client.get(page).content.decode()
    typed = {
        "failure": "F4",
        "amount": "0",
        "currency": "GBP",
        "rejected": "yes",
        "fault": "open",
        "objection": "He is ill",
    }
    client.post(f"{page}/loss", typed)
    assert Loss.objects.get(case=case).token == 100
    assert list(KeptOut.objects.values_list("fixed", "because")) == [("OBJECTION", "He is ill")]


def test_a_credit_or_a_gift_card_of_the_same_worth_is_drawn_after_the_three_are_chosen(cast: Cast) -> None:
    stock(cast)
    credit = money(cast, "24.00", "credit", name="As credit")
    card = money(cast, "24.00", "gift card", name="A card")
    experiment = at_place(cast, "card")
    kinds: Counter[tuple[str, str]] = Counter()
    for n in range(8):
        case = understood(cast.ada, email=f"c{n}@example.com")
        lost(case, failure="F4", by=cast.ada)
        near = propose(case, Loss.objects.get(case=case), by=cast.ada, at=MORNING)
        others = [given(one) for one in [*near.options, *near.others] if one.kind not in {"credit", "gift card"}]
        two = list({one.remedy.kind: one for one in others}.values())[:2]
        chosen = credit if n % 4 < 2 else card
        row = offer(case, [Given(remedy=chosen), *two], Terms(), by=cast.ada, at=MORNING)
        found = row.options.get(kind__in=["credit", "gift card"])
        assert found.worth == 24
        kinds[found.kind, Assignment.objects.get(experiment=experiment, case=case).arm] += 1
    assert set(kinds) == {("credit", "credit"), ("gift card", "gift card")}


def test_whoever_has_the_case_may_keep_it_out_beforehand(cast: Cast) -> None:
    case = new(1)
    with pytest.raises(Refused, match="No experiment"):
        object_to("cadence", case, because="They asked for quiet", by=cast.ada, at=MORNING)
    at_place(cast, "cadence")
    done = ("experiment", "object", case.reference, "--by", cast.ada.email, "--place", "cadence")
    assert amends(*done, "--because", " ").code != 0
    assert amends(*done, "--because", "They asked for quiet").code == 0
    answer(case, cast.ada)
    assert not Assignment.objects.exists()
    drawn = answer(new(2), cast.ada)
    with pytest.raises(Refused, match="drawn already"):
        object_to("cadence", drawn, because="too late", by=cast.ada, at=MORNING)


def test_by_blocks_every_kind_of_case_has_each_arm_by_its_share_after_a_few(cast: Cast) -> None:
    row = running(cast, place="cadence", arms={"as policy": HALF, "twice as often": HALF}, blocks=True)
    for n in range(8):
        answer(new(n, severity=2 + n % 2), cast.ada)
    found = Counter(Assignment.objects.values_list("stratum", "arm"))
    assert len({stratum for stratum, _ in found}) == 2
    assert set(found.values()) == {2}
    with pytest.raises(IntegrityError, match="not changed"), transaction.atomic():
        connection.cursor().execute("UPDATE amends_assignment SET number = 77")
    with pytest.raises(IntegrityError, match="what was registered"), transaction.atomic():
        connection.cursor().execute("UPDATE amends_experiment SET blocks = false")
    assert row.sealed != register(cast, "plain", place="cadence", arms=dict(row.arms)).sealed


def test_blocks_that_cannot_hold_the_shares_or_would_be_seen_beforehand_are_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="block of 4"):
        register(cast, blocks=True, arms={"as proposed": Decimal("0.4"), "cheapest first": Decimal("0.6")})
    with pytest.raises(Refused, match="no blocks there"):
        register(cast, place="opening", arms={"as written": HALF, "sorry first": HALF}, blocks=True)


def test_freed_of_the_year_before_the_interval_is_narrower_and_says_so(cast: Cast, client: Client) -> None:
    from tests.experiments.test_comparing_by_lot import drawn_many  # noqa: PLC0415 - its scene

    rows = {}
    for name, adjusted in (("plain", False), ("freed", True)):
        rows[name] = running(cast, name, adjusted=adjusted)
        rows[name].stop(because="the next", by=cast.mira, at=MORNING) if name == "plain" else None
    drawn_many(
        rows["freed"], n={"as proposed": 100, "cheapest first": 100}, kept={"as proposed": 0.6, "cheapest first": 0.6}
    )
    judged(rows["freed"])
    found = results(rows["freed"])
    plain = results(_as(rows["freed"], adjusted=False))
    assert found.left < 0.8
    width, wide = (one.arms[1].comparison for one in (found, plain))
    assert width is not None
    assert wide is not None
    assert width.high - width.low < wide.high - wide.low
    client.force_login(cast.mira)
    assert "of the variance is left" in client.get(f"/experiments/{rows['freed'].pk}").content.decode()


def _as(row: Experiment, **changes: Any) -> Experiment:
    """The same experiment as if it had been registered otherwise; only in memory."""
    for name, value in changes.items():
        setattr(row, name, value)
    return row


def judged(row: Experiment) -> None:
    """Their time is over; those who stayed had mostly bought before the draw."""
    judge_drawn(by=DESK, at=MORNING + 100 * DAY)
    stayed = row.assignments.filter(result="kept").values_list("customer__addresses__normal", flat=True)
    tell(*(told("order", -day, email) for n, email in enumerate(stayed) if n % 6 for day in (10, 20, 30)), until=100)
