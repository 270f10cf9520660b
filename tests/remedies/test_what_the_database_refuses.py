"""The database refuses: every constraint of these tables is listed here, and each is proved by a row that breaks it alone."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F

from amends.authority.approval import Approval
from amends.authority.spend import Purse, Spend
from amends.catalogue.code import Code
from amends.catalogue.remedy import Remedy
from amends.effort.effort import Effort
from amends.offers.loss import Loss
from amends.offers.offer import Choice, Offer, Option
from amends.offers.offering import Given, Terms, offer
from amends.remedies.choosing import choose, grant
from amends.remedies.execution import Execution
from amends.remedies.recognition import Recognition
from tests.cast import DAY, HOUR, MORNING, Cast
from tests.remedies.scenes import FROM, lost, money, options, remedy, understood

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model

pytestmark = pytest.mark.django_db
TABLES = (Remedy, Code, Purse, Spend, Approval, Loss, Offer, Option, Choice, Execution, Recognition, Effort)
LESS = Decimal("-0.01")


class World:
    """One of everything, as our own verbs leave it."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.case = understood(cast.ada)
        self.loss = lost(self.case, by=cast.ada)
        self.remedy = money(cast, "30.00")
        three = [Given(remedy=money(cast, "25.00", kind)) for kind in ("redo", "credit", "visit")]
        self.offer = offer(self.case, three, Terms(), by=cast.ada, at=MORNING)
        self.options = options(self.offer)
        self.choice = choose(self.offer, self.options[0], via="portal", by=self.case.customer, at=MORNING)
        self.other = understood(cast.ada, email="other@example.com")
        lost(self.other, by=cast.ada)
        self.done = grant(self.other, Given(remedy=self.remedy), Terms(wish=True), via="phone", by=cast.ada, at=MORNING)
        self.execution = Execution.objects.begin(self.done, by=cast.ada, at=MORNING, evidence="paid")
        self.spend = Spend.objects.filter(case=self.other).get()
        self.purse = Purse.objects.get()
        self.approval = self.case.approvals.ask(
            self.remedy, worth=Decimal(80), cost=Decimal(80), failure="F5", because="they waited", in_band=False, by=cast.ada,
            at=MORNING,
        )  # fmt: skip
        Code.objects.upload(self.remedy, ["AAAA"], by=cast.mira, at=MORNING)
        self.code = Code.objects.get()
        self.effort = self.case.efforts.note("forms", "the claim form", by=cast.ada, at=MORNING)
        self.recognition = Recognition.objects.create(
            case=self.other, words="a card", owed_at=MORNING, deadline=self.effort.deadline or self.approval.deadline
        )

    def change(self, row: Model, **values: Any) -> None:
        """Past the verbs, as somebody with a console would."""
        type(row)._default_manager.filter(pk=row.pk).update(**values)

    def copy(self, row: Model, **values: Any) -> None:
        """A second row like it but for these values."""
        fields = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if not f.primary_key}
        type(row)._default_manager.create(**{**fields, **values})


def _half(name: str, row: str) -> Callable[[World], None]:
    return lambda w: w.change(getattr(w, row), **{name: MORNING})


BROKEN: dict[str, Callable[[World], None]] = {
    "remedy_kind_known": lambda w: w.change(w.remedy, kind="bribe"),
    "remedy_has_a_name": lambda w: w.change(w.remedy, name=""),
    "remedy_never_charges_the_customer": lambda w: w.change(w.remedy, charge=Decimal("0.01")),
    "remedy_worth_is_fixed_or_a_share": lambda w: w.change(w.remedy, worth=LESS),
    "remedy_stock_not_below_nought": lambda w: w.change(w.remedy, stock=-1),
    "remedy_currency_of_three_letters": lambda w: w.change(w.remedy, currency="gb"),
    "remedy_ends_after_it_begins": lambda w: w.change(w.remedy, valid_to=FROM),
    "remedy_takes_some_time": lambda w: w.change(w.remedy, lead_hours=-1),
    "remedy_way_known": lambda w: w.change(w.remedy, way="magic"),
    "remedy_names_its_supplier": lambda w: w.change(w.remedy, way="supplier"),
    "remedy_words_have_no_price": lambda w: w.change(w.remedy, kind="apology"),
    "code_has_letters": lambda w: w.change(w.code, code=""),
    "amends_code_code_key": lambda w: w.copy(w.code),
    "purse_one_a_period": lambda w: w.copy(w.purse),
    "purse_role_known": lambda w: w.change(w.purse, role="king"),
    "purse_spent_not_below_nought": lambda w: w.change(w.purse, spent=LESS),
    "purse_within_its_cap": lambda w: w.change(w.purse, spent=F("cap") + 1),
    "spend_not_negative": lambda w: w.change(w.spend, amount=LESS),
    "spend_within_the_cap_of_a_case": lambda w: w.change(w.spend, case_total=F("case_cap") + 1),
    "spend_within_the_cap_of_a_customer": lambda w: w.change(w.spend, customer_total=F("customer_cap") + 1),
    "approval_state_known": lambda w: w.change(w.approval, state="maybe"),
    "approval_money_not_negative": lambda w: w.change(w.approval, cost=LESS),
    "approval_has_a_case_for_it": lambda w: w.change(w.approval, because=""),
    "approval_not_by_its_asker": lambda w: w.change(w.approval, answered_by=w.cast.ada, answered_at=MORNING),
    "approval_answered_at_and_by": _half("answered_at", "approval"),
    "approval_granted_by_somebody": lambda w: w.change(w.approval, state="granted"),
    "approval_passes_only_in_band": lambda w: w.change(w.approval, state="passed", passed_at=MORNING, spend=w.spend),
    "approval_refused_in_words": lambda w: w.change(
        w.approval, state="refusing", answered_by=w.cast.leo, answered_at=MORNING
    ),
    "approval_refused_by_two": lambda w: w.change(
        w.approval, state="refused", answer="no", answered_by=w.cast.leo, answered_at=MORNING, second_reader=w.cast.leo
    ),
    "approval_looked_at_and_by": _half("looked_at", "approval"),
    "loss_not_negative": lambda w: w.change(w.loss, amount=LESS),
    "loss_failure_known": lambda w: w.change(w.loss, failure="F99"),
    "loss_fault_known": lambda w: w.change(w.loss, fault="theirs"),
    "loss_currency_of_three_letters": lambda w: w.change(w.loss, currency="£"),
    "amends_loss_case_id_key": lambda w: w.copy(w.loss),
    "offer_money_not_negative": lambda w: w.change(w.offer, planned=LESS),
    "offer_withdrawn_before_it_began": _half("withdrawn_at", "offer"),
    "offer_told_by_a_known_way": lambda w: w.change(w.offer, told_via="smoke"),
    "option_one_to_three": lambda w: w.change(w.options[2], position=4),
    "option_one_a_place": lambda w: w.change(w.options[2], position=1),
    "option_distinct_in_kind": lambda w: w.change(w.options[2], kind=w.options[0].kind),
    "option_money_not_negative": lambda w: w.change(w.options[0], worth=LESS),
    "option_has_a_name": lambda w: w.change(w.options[0], name=""),
    "choice_within_the_offer": lambda w: w.change(w.choice, option=w.done.option),
    "choice_one_stands": lambda w: w.copy(w.choice, option_id=w.options[1].pk, promise_id=_another_promise(w)),
    "choice_stands_until_superseded": lambda w: w.change(w.choice, stands=False),
    "choice_via_known": lambda w: w.change(w.choice, via="smoke"),
    "choice_theirs_or_recorded": lambda w: w.change(w.choice, theirs=False),
    "choice_consents_to_the_work": lambda w: w.change(w.choice, works=True),
    "choice_money_not_negative": lambda w: w.change(w.choice, worth=LESS),
    "choice_agreed_before_executed": lambda w: w.change(w.done, executed_at=MORNING - HOUR),
    "choice_executed_before_on_its_way": _half("on_its_way_at", "choice"),
    "choice_executed_before_had": _half("had_at", "choice"),
    "choice_missed_with_a_reason": _half("missed_at", "choice"),
    "amends_choice_promise_id_key": lambda w: w.change(w.choice, promise=w.done.promise),
    "execution_of_a_standing_choice": lambda w: w.change(w.done, stands=False, superseded_at=MORNING),
    "execution_stands": lambda w: w.change(w.execution, stands=False),
    "execution_state_known": lambda w: w.change(w.execution, state="paid?", done_at=None),
    "execution_way_known": lambda w: w.change(w.execution, way="magic"),
    "execution_money_not_negative": lambda w: w.change(w.execution, amount=LESS),
    "execution_has_a_key": lambda w: w.change(w.execution, key=""),
    "execution_done_with_evidence": lambda w: w.change(w.execution, evidence=""),
    "execution_fails_with_a_reason": lambda w: w.change(w.execution, state="uncertain", done_at=None),
    "amends_execution_choice_id_key": lambda w: w.copy(w.execution, key="another"),
    "amends_execution_key_key": lambda w: w.copy(w.execution, choice_id=w.choice.pk),
    "recognition_done_with_evidence": _half("done_at", "recognition"),
    "amends_recognition_case_id_key": lambda w: w.copy(w.recognition, deadline_id=w.done.promise.deadline_id),
    "loss_token_within_policy": lambda w: w.change(w.loss, token=101),
    "effort_kind_known": lambda w: w.change(w.effort, kind="patience"),
    "effort_says_what": lambda w: w.change(w.effort, words=""),
    "effort_eased_in_words": _half("eased_at", "effort"),
}
#: What holds by itself: keys that only other keys refer to, and one-to-one columns that may be empty.
PLAIN = {
    "option_of_its_offer", "choice_and_whether_it_stands", "amends_approval_deadline_id_key",
    "amends_approval_look_due_id_key", "amends_approval_spend_id_key", "amends_offer_spend_id_key",
    "amends_offer_approval_id_key", "amends_execution_code_id_key", "amends_execution_task_id_key",
    "amends_recognition_deadline_id_key", "amends_effort_deadline_id_key",
}  # fmt: skip


def _another_promise(w: World) -> int:
    key: int = w.case.promises.make("another", due=MORNING + DAY, by=w.cast.ada, at=MORNING).pk
    return key


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_it_refuses(name: str, cast: Cast) -> None:
    world = World(cast)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        BROKEN[name](world)


def test_the_list_is_whole() -> None:
    tables = [model._meta.db_table for model in TABLES]
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT conname FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
            WHERE t.relname = ANY(%s) AND (contype IN ('c', 'u') OR contype = 'f' AND conname !~ '_fk_')
            UNION SELECT i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
            WHERE t.relname = ANY(%s) AND x.indisunique AND NOT x.indisprimary""",
            [tables, tables],
        )
        found = {name for (name,) in cursor.fetchall() if not name.endswith("_check")}
    assert found - set(BROKEN) - PLAIN == set()
    assert (set(BROKEN) | PLAIN) - found == set()


def test_an_execution_without_an_agreement_is_refused(cast: Cast) -> None:
    world = World(cast)
    fields = {"key": "k", "way": "hand", "amount": 1, "currency": "GBP", "begun_at": MORNING, "begun_by": cast.ada}
    with pytest.raises(IntegrityError, match="choice_id"), transaction.atomic():
        Execution.objects.create(**fields)
    Choice.objects.filter(pk=world.choice.pk).update(stands=False, superseded_at=MORNING + timedelta(hours=1))
    with pytest.raises(IntegrityError, match="execution_of_a_standing_choice"), transaction.atomic():
        Execution.objects.create(choice=world.choice, **fields)


def test_a_code_is_of_one_execution_ever(cast: Cast) -> None:
    world = World(cast)
    Execution.objects.filter(pk=world.execution.pk).update(code=world.code)
    fields = {"key": "k", "way": "code", "amount": 1, "currency": "GBP", "begun_at": MORNING, "begun_by": cast.ada}
    with pytest.raises(IntegrityError, match="amends_execution_code_id_key"), transaction.atomic():
        Execution.objects.create(choice=world.choice, code=world.code, **fields)


def test_what_a_remedy_is_worth_says_its_currency_everywhere() -> None:
    for model in TABLES:
        names = {field.name for field in model._meta.concrete_fields}
        amounts = {f.name for f in model._meta.concrete_fields if getattr(f, "decimal_places", None)}
        holder = names | {"currency"} if model in {Option, Choice} else names  # they have that of their offer
        assert not amounts or "currency" in holder, model


def test_a_remedy_that_charges_cannot_be_saved_by_its_own_verb_either(cast: Cast) -> None:
    with pytest.raises(IntegrityError, match="remedy_never_charges_the_customer"), transaction.atomic():
        remedy(cast, "A discount for a fee", charge=Decimal(1))
