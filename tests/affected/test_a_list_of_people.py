"""A list becomes people, each once: tried dry first, merged by contact and household, and nobody without a contact is lost."""

from __future__ import annotations

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.affected.affected import Affected
from amends.affected.funnel import State, funnel
from amends.affected.listing import add_list, pasted, try_list
from amends.affected.opening import open_span
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.journal.actors import DESK
from tests.cast import MORNING, Cast, make_case
from tests.problems.scenes import affect, csv_of, make_problem, people

pytestmark = pytest.mark.django_db

FIVE = [
    "Ann,ann@example.com,020 7946 0001,,1",
    "Ann B,ANN@example.com ,,,2",
    "Bob,bob@example.com,+442079460001,,3",
    "Cy,cy@example.com,,12 High Street,4",
    "Di,di@example.com,,12  high street,5",
    "Nobody,not an address,12,,6",
]


def test_a_dry_run_counts_and_adds_nobody(cast: Cast) -> None:
    problem = make_problem(cast)
    counts = try_list(problem, csv_of(*FIVE))
    assert (counts.lines, counts.people, counts.same_contact, counts.same_household) == (6, 3, 2, 1)
    assert (counts.known, counts.no_contact, counts.without) == (0, 1, ["Nobody"])
    assert counts.facts == ("order",)
    assert not Affected.objects.exists()


def test_whoever_shares_an_address_a_number_or_a_household_is_one_with_all_their_orders(cast: Cast) -> None:
    problem = make_problem(cast)
    affect(problem, FIVE, cast)
    rows = Affected.objects.order_by("pk")
    assert [(row.name, row.lines, [fact["order"] for fact in row.facts]) for row in rows] == [
        ("Ann", 3, ["1", "2", "3"]),
        ("Cy", 2, ["4", "5"]),
        ("Nobody", 1, ["6"]),
    ]


def test_each_has_a_case_of_origin_disclosure_whose_clock_began_when_we_knew(cast: Cast) -> None:
    problem = make_problem(cast)
    affect(problem, FIVE, cast)
    cases = Case.objects.order_by("pk")
    assert [(case.customer.name, case.origin, case.received_at) for case in cases] == [
        ("Ann", "disclosure", problem.knew_at),
        ("Cy", "disclosure", problem.knew_at),
    ]
    assert [list(case.customer.addresses.values_list("normal", flat=True)) for case in cases] == [
        ["ann@example.com", "+442079460001"],
        ["cy@example.com"],
    ]
    assert all(case.deadlines.filter(kind="first_answer", met_at=None).exists() for case in cases)


def test_who_has_no_usable_contact_is_listed_as_such_and_reached_once_one_is_known(cast: Cast) -> None:
    problem = make_problem(cast)
    affect(problem, FIVE, cast)
    nobody = Affected.objects.get(name="Nobody")
    assert nobody.unreachable_because
    assert nobody.facts[0]["email_as_written"] == "not an address"
    assert nobody.case is None
    nobody.learn_contact(phone="020 7946 0044", by=cast.ada, at=MORNING)
    assert open_span(problem, nobody.pk, nobody.pk, by=DESK, at=MORNING) == 1
    nobody.refresh_from_db()
    assert nobody.case is not None


def test_the_same_list_twice_brings_nobody_twice(cast: Cast) -> None:
    problem = make_problem(cast)
    affect(problem, FIVE[:5], cast)
    again = affect(problem, [*FIVE[:5], "Ed,ed@example.com,,,7"], cast)
    assert (again.people, again.known) == (1, 5)
    assert Affected.objects.count() == Case.objects.count() == 3
    assert open_span(problem, 0, 10**9, by=DESK, at=MORNING) == 0


def test_a_customer_we_know_stays_the_same_customer(cast: Cast) -> None:
    known = make_case(email="ann@example.com", name="Ann Berg").customer
    affect(make_problem(cast), FIVE, cast)
    assert Case.objects.get(origin="disclosure", customer=known)
    assert Affected.objects.get(name="Ann").customer == known


def test_every_line_is_a_person_or_one_of_them_and_the_funnel_adds_up(cast: Cast) -> None:
    problem = make_problem(cast)
    listing = affect(problem, [*FIVE, *people(20)], cast)
    assert listing.lines == 26
    found = funnel(problem)
    assert found.total == 26
    assert (found.people, found.merged) == (23, 3)
    assert (found.of(State.TO_REACH), found.of(State.CANNOT)) == (22, 1)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "The list is empty."),
        (b"name,order\nAnn,1", "No column holds an e-mail address"),
        (b"email\n\n\n", "The list has no lines."),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence_and_leaves_nothing(raw: bytes, said: str, cast: Cast) -> None:
    problem = make_problem(cast)
    with pytest.raises(Refused, match=said):
        add_list(problem, io.BytesIO(raw), by=cast.leo, at=MORNING)
    assert not Affected.objects.exists()


def test_columns_may_be_named_and_a_list_may_be_windows_and_semicolons(cast: Cast) -> None:
    problem = make_problem(cast)
    raw = "Kontakt;Name;Bestellung\nann@example.com;Jörg;7\n".encode("cp1252")
    add_list(problem, io.BytesIO(raw), chosen={"email": "Kontakt"}, by=cast.leo, at=MORNING)
    row = Affected.objects.get()
    assert (row.name, row.email, row.facts) == ("Jörg", "ann@example.com", [{"bestellung": "7"}])


def test_a_pasted_list_may_be_addresses_alone(cast: Cast) -> None:
    problem = make_problem(cast)
    add_list(problem, pasted("ann@example.com\n020 7946 0001\n"), by=cast.leo, at=MORNING)
    assert list(Affected.objects.order_by("pk").values_list("email", "phone")) == [
        ("ann@example.com", ""),
        ("", "+442079460001"),
    ]


def test_what_is_odd_in_a_field_stays_as_it_is(cast: Cast) -> None:
    problem = make_problem(cast)
    raw = 'email,note\nann@example.com,"a\tb\nc\\d ""e"" \\N"\n'
    add_list(problem, io.BytesIO(raw.encode()), by=cast.leo, at=MORNING)
    assert Affected.objects.get().facts == [{"note": 'a\tb\nc\\d "e" \\N'}]


def test_opening_costs_as_many_statements_for_many_as_for_few(cast: Cast) -> None:
    problem = make_problem(cast)
    counts = []
    for size, first in ((3, 0), (60, 100)):
        add_list(problem, csv_of(*people(size, first=first)), by=cast.leo, at=MORNING)
        with CaptureQueriesContext(connection) as asked:
            assert open_span(problem, 0, 10**9, by=DESK, at=MORNING) == size
        counts.append(len(asked))
    assert counts[0] == counts[1]
