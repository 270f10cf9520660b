"""Money back through an API: once for its key, refused with a sentence, and asked about where no answer came."""

from __future__ import annotations

import hmac
import json
import threading
import time
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.catalogue.remedy import Way
from amends.deadlines.deadline import Deadline
from amends.integrations.running import carry_out_due
from amends.integrations.stripe import Stripe, units
from amends.integrations.supplier import Supplier
from amends.offers.offering import Given, Terms
from amends.remedies.choosing import grant
from amends.remedies.execution import Execution, State
from tests.cast import MORNING, Cast
from tests.integrations.paymaster import Ledger, make
from tests.remedies.scenes import lost, money, remedy, understood

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger() -> Ledger:
    """One that answers."""
    return Ledger(0.0)


@pytest.fixture
def stripe(ledger: Ledger) -> Iterator[Stripe]:
    """Our client of it."""
    server = make(ledger, hang=0.6)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Stripe("sk_test", f"http://127.0.0.1:{server.server_port}", timeout=0.3)
    server.shutdown()
    server.server_close()


def agreed(cast: Cast, payment: str = "pi_1", amount: str = "30.00") -> Execution:
    """A refund that waits for its job."""
    case = understood(cast.ada, email=f"{payment}@example.com")
    lost(case, "40.00", by=cast.ada, payment=payment)
    choice = grant(
        case, Given(remedy=money(cast, amount, way="stripe")), Terms(wish=True), via="phone", by=cast.ada, at=MORNING
    )
    row: Execution = Execution.objects.begin(choice, by=cast.ada, at=MORNING)
    return row


def run(stripe: Stripe) -> None:
    carry_out_due({Way.STRIPE: stripe})


def test_it_is_refunded_once_and_the_promise_is_kept(cast: Cast, stripe: Stripe, ledger: Ledger) -> None:
    row = agreed(cast)
    run(stripe)
    run(stripe)
    row.refresh_from_db()
    assert (row.state, row.reference, len(ledger.refunds), ledger.refunds[0]["amount"]) == (State.DONE, "re_0", 1, 3000)
    assert row.choice.promise.kept_at


def test_a_refusal_pays_nothing_and_is_somebodys_task(cast: Cast, stripe: Stripe, ledger: Ledger) -> None:
    row = agreed(cast, "pi_refused")
    run(stripe)
    row.refresh_from_db()
    assert (row.state, row.because, ledger.refunds) == (State.FAILED, "The card was cancelled.", [])
    assert Deadline.objects.outstanding().filter(execution=row).exists()
    row.complete("paid by bank transfer", by=cast.ada, at=MORNING)
    assert not Deadline.objects.outstanding().filter(execution=row).exists()


def test_more_than_was_paid_is_not_refunded(cast: Cast, stripe: Stripe, ledger: Ledger) -> None:
    row = agreed(cast)
    ledger.back["pi_1"] = 999_000
    run(stripe)
    row.refresh_from_db()
    assert (row.state, row.because) == (State.FAILED, "Refund amount is greater than unrefunded amount.")


@pytest.mark.parametrize("carried_out", [True, False])
def test_no_answer_is_uncertain_then_asked_about_and_never_paid_twice(
    carried_out: bool,  # noqa: FBT001
    cast: Cast,
    stripe: Stripe,
    ledger: Ledger,
) -> None:
    row = agreed(cast)
    ledger.timeouts, ledger.lost = 1.0, 0 if carried_out else 1
    run(stripe)
    row.refresh_from_db()
    assert row.state == State.UNCERTAIN
    assert Deadline.objects.outstanding().filter(execution=row, kind="task").exists()
    Execution.objects.filter(pk=row.pk).update(begun_at=timezone.now())
    ledger.timeouts = 0.0
    run(stripe)
    row.refresh_from_db()
    assert (row.state, len(ledger.refunds)) == (State.DONE, 1)


def test_long_afterwards_what_they_do_not_know_of_is_left_to_a_person(
    cast: Cast, stripe: Stripe, ledger: Ledger
) -> None:
    row = agreed(cast)  # begun long ago, by the clock of the job
    ledger.timeouts, ledger.lost = 1.0, 1
    run(stripe)
    ledger.timeouts = 0.0
    run(stripe)
    row.refresh_from_db()
    assert (row.state, ledger.refunds) == (State.UNCERTAIN, [])


def test_without_a_payment_on_record_it_is_given_by_hand(cast: Cast, stripe: Stripe) -> None:
    row = agreed(cast, "")
    run(stripe)
    row.refresh_from_db()
    assert (row.state, row.because.split(".")[0]) == (
        State.FAILED,
        "No payment of theirs is on record that could be given back",
    )


def test_amounts_are_counted_as_each_currency_is() -> None:
    assert [units(Decimal("12.34"), "GBP"), units(Decimal(1200), "JPY"), units(Decimal("1.234"), "KWD")] == [
        "1234",
        "1200",
        "1234",
    ]


def signed(body: bytes, secret: str, when: float) -> str:
    mac = hmac.new(secret.encode(), f"{int(when)}.".encode() + body, sha256).hexdigest()
    return f"t={int(when)},v1={mac}"


def test_a_webhook_is_believed_by_its_signature_alone_and_counts_once(
    cast: Cast, client: Client, settings: Settings
) -> None:
    settings.STRIPE_WEBHOOK_SECRET = "whsec"
    row = agreed(cast)
    event = {
        "type": "refund.updated",
        "data": {"object": {"id": "re_9", "status": "succeeded", "metadata": {"amends": row.key}}},
    }
    body = json.dumps(event).encode()

    def send(
        secret: str = "whsec",  # noqa: S107
        when: float | None = None,
    ) -> int:
        header = signed(body, secret, time.time() if when is None else when)
        return client.post(
            "/hooks/stripe", body, content_type="application/json", headers={"Stripe-Signature": header}
        ).status_code

    assert [send("guessed"), send(when=time.time() - 3600)] == [400, 400]
    assert client.post("/hooks/stripe", body, content_type="application/json").status_code == 400
    row.refresh_from_db()
    assert row.state == State.WAITING
    assert [send(), send()] == [204, 204]
    row.refresh_from_db()
    assert (row.state, row.reference, row.choice.case.acts.count()) == (State.DONE, "re_9", 1)


def test_a_supplier_is_asked_by_mail_under_the_same_number(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, by=cast.ada)
    part = remedy(cast, "A part", kind="missing part", way="supplier", supplier="parts@supplier.example", travels=True)
    choice = grant(case, Given(remedy=part), Terms(wish=True), via="phone", by=cast.ada, at=MORNING)
    row = Execution.objects.begin(choice, by=cast.ada, at=MORNING)
    mails: list[tuple[str, bytes]] = []

    def take(_: str, to: str, raw: bytes) -> bool:
        mails.append((to, raw))
        return True

    carry_out_due({Way.SUPPLIER: Supplier(take)})
    row.refresh_from_db()
    assert (row.state, mails[0][0], row.key.encode() in mails[0][1]) == (State.DONE, "parts@supplier.example", True)
    assert row.choice.promise.kept_at is None  # it is theirs once it is there


def test_a_mail_that_nobody_knows_of_is_not_sent_again(cast: Cast) -> None:
    case = understood(cast.ada)
    lost(case, by=cast.ada)
    part = remedy(cast, "A part", kind="missing part", way="supplier", supplier="parts@supplier.example")
    choice = grant(case, Given(remedy=part), Terms(wish=True), via="phone", by=cast.ada, at=MORNING)
    row = Execution.objects.begin(choice, by=cast.ada, at=MORNING)
    tries: list[str] = []

    def hang(_: str, to: str, __: bytes) -> bool:
        tries.append(to)
        raise TimeoutError

    for _ in range(3):
        carry_out_due({Way.SUPPLIER: Supplier(hang)})
    row.refresh_from_db()
    assert (row.state, len(tries)) == (State.UNCERTAIN, 1)
