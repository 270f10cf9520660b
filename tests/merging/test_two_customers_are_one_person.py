"""Mrs Okafor wrote from two addresses and was two customers: she becomes one, wherever anybody looks for her."""

from __future__ import annotations

import pytest

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.customers.address import Address
from amends.customers.customer import Customer
from amends.intake.opening import Complaint, open_case
from amends.journal.entry import Entry
from amends.journal.verifying import verify
from amends.merging.cases import merge as merge_cases
from amends.merging.customers import Moving, merge
from tests.cast import DAY, HOUR, MORNING, Cast, arrive, make_case, make_mail

pytestmark = pytest.mark.django_db
NOON = MORNING + 2 * HOUR


def two(**more: object) -> tuple[Customer, Customer]:
    """Her, and her again from her other address."""
    return make_case().customer, make_case(
        at=MORNING + HOUR, **{"name": "Ngozi Okafor", "email": "ngozi@example.com", **more}
    ).customer


def become_one(customer: Customer, into: Customer, cast: Cast) -> None:
    merge(customer, into, by=cast.ada, at=NOON)
    customer.refresh_from_db()
    into.refresh_from_db()


def test_addresses_cases_and_promises_are_hers(cast: Cast) -> None:
    her, again = two()
    promise = again.cases.get().promises.make("we bring it", due=NOON + DAY, by=cast.ada, at=NOON)
    become_one(again, her, cast)
    promise.refresh_from_db()
    assert sorted(address.value for address in her.addresses.standing()) == ["ngozi@example.com", "okafor@example.com"]
    assert her.cases.count() == 2
    assert promise.customer == her
    assert (again.merged_into, again.merged_at) == (her, NOON)


def test_the_journal_tells_of_it_on_the_desks_chain_and_on_her_cases_and_is_whole(cast: Cast) -> None:
    her, again = two()
    become_one(again, her, cast)
    said = Entry.objects.filter(deed="customer.merged").order_by("chain")
    assert [entry.chain for entry in said] == [0, Case.objects.order_by("-pk")[0].pk]
    assert str(said[0]) == "Ada recorded that Ngozi Okafor and Mrs Okafor are one person"
    assert verify()[1] == []


def test_what_she_told_us_on_either_is_known_and_what_the_one_was_told_stays(cast: Cast) -> None:
    her, again = two()
    her.change(language="en", by=cast.ada, at=NOON)
    again.change(
        language="yo", time_zone="Africa/Lagos", preferred_channel="phone", key_customer=True, by=cast.ada, at=NOON
    )
    again.join("The Okafors", by=cast.ada, at=NOON)
    become_one(again, her, cast)
    assert (her.language, her.time_zone, her.preferred_channel) == ("en", "Africa/Lagos", "phone")
    assert (her.key_customer, str(her.household), her.name) == (True, "The Okafors", "Mrs Okafor")
    assert [member.pk for member in her.household.members.all()] == [her.pk]  # type: ignore[union-attr]


def test_she_is_known_since_she_first_told_us_and_by_the_only_name_she_gave(cast: Cast) -> None:
    her, again = two(name="")
    become_one(her, again, cast)
    assert (again.known_since, again.name) == (MORNING, "Mrs Okafor")


def test_she_is_found_once_by_name_and_by_address(cast: Cast) -> None:
    her, again = two()
    become_one(again, her, cast)
    for words in ("okafor", "ngozi@", "Ngozi"):
        assert again not in Customer.objects.sought(words)
    assert list(Customer.objects.sought("ngozi@")) == [her]
    assert Address.objects.owners("email", ["ngozi@example.com"]) == {"ngozi@example.com": her}


def test_what_she_writes_from_either_address_is_her_case(cast: Cast) -> None:
    her, again = two()
    become_one(again, her, cast)
    (arrival,) = arrive(make_mail("Another thing.", sender="ngozi@example.com", message_id="<x@y.example>"), at=NOON)
    assert arrival.case is not None
    assert arrival.case.customer == her
    assert Customer.objects.count() == 2


def test_a_case_typed_for_the_one_that_was_open_on_somebodys_screen_is_hers(cast: Cast) -> None:
    her, again = two()
    become_one(Customer.objects.get(pk=again.pk), her, cast)
    complaint = Complaint(
        words="And the chairs?", channel="phone", received_at=NOON, customer=again, phone="020 7946 0001"
    )
    case = open_case(complaint, by=cast.ada, at=NOON)
    case.refresh_from_db()
    assert case.customer == her
    assert her.addresses.filter(kind="phone").exists()


def test_an_address_both_have_stands_once(cast: Cast) -> None:
    her, again = two()
    her.addresses.learn("phone", "020 7946 0958", by=cast.ada, at=NOON)
    kept = again.addresses.learn("phone", "020 7946 0000", by=cast.ada, at=NOON)
    # As it was kept before the house said in which country it is: a form of its own, so that nothing refused it.
    Address.objects.filter(pk=kept.pk).update(value="020 7946 0958", normal="020 7946 0958")
    become_one(again, her, cast)
    assert [address.normal for address in her.addresses.standing().filter(kind="phone")] == ["+442079460958"]
    assert her.addresses.filter(kind="phone").count() == 2


def test_her_cases_may_become_one_afterwards(cast: Cast) -> None:
    her, again = two()
    theirs = again.cases.get()
    become_one(again, her, cast)
    theirs.refresh_from_db()
    old = her.cases.exclude(pk=theirs.pk).get()
    merge_cases(theirs, old, by=cast.ada, at=NOON)
    assert Case.objects.open().get() == old


def test_those_merged_before_lead_to_the_last(cast: Cast) -> None:
    her, again = two()
    third = make_case(name="N. O.", email="no@example.com").customer
    become_one(third, again, cast)
    become_one(again, her, cast)
    third.refresh_from_db()
    assert third.merged_into == her


def test_nobody_is_merged_with_themselves_or_twice(cast: Cast) -> None:
    her, again = two()
    third = make_case(name="N. O.", email="no@example.com").customer
    with pytest.raises(Refused, match="the same customer already"):
        merge(her, her, by=cast.ada, at=NOON)
    become_one(again, her, cast)
    for pair in ((again, third), (third, again)):
        with pytest.raises(Refused, match="was found to be Mrs Okafor before"):
            merge(*pair, by=cast.ada, at=NOON)
    assert third.merged_at is None


def test_what_will_move_is_told_before(cast: Cast) -> None:
    _, again = two()
    again.cases.get().promises.make("we bring it", due=NOON + DAY, by=cast.ada, at=NOON)
    assert Moving.of(again) == Moving(addresses=["ngozi@example.com"], cases=1, open_cases=1, promises=1)
