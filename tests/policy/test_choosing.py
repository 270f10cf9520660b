"""Which pack and which row govern a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from amends.policy.choosing import Choice, NoPack, Shelf, explain, shipped
from amends.policy.document import PackRefused
from amends.policy.pack import Pack
from amends.policy.reading import read
from amends.policy.words import Circumstance, Due, Failure, Matter, Role, Severity
from tests.policy.specimens import GOOD, TWELVE

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def house() -> Choice:
    """The house's own pack."""
    return shipped().choose(on=TODAY)


@pytest.mark.parametrize(
    ("jurisdiction", "product", "keys"),
    [
        ("", "", ("house@1",)),
        ("FR", "beds", ("house@1",)),
        ("GB", "", ("house@1",)),
        ("GB", "beds", ("house@1",)),
        ("GB", "financial services", ("fca-disp-general@2026-06", "house@1")),
        ("GB", "e-money", ("fca-disp-payment-services@2026-06", "house@1")),
        ("GB", "social housing", ("housing-ombudsman@2026-01", "house@1")),
        ("GB", "energy", ("energy@2026-01", "house@1")),
        ("US", "consumer finance", ("cfpb-portal@2015", "house@1")),
        ("AU", "superannuation", ("asic-rg271@2021-10", "house@1")),
    ],
)
def test_place_and_product_choose_the_pack_and_the_house_fills_the_rest(
    jurisdiction: str, product: str, keys: tuple[str, ...]
) -> None:
    assert shipped().choose(on=TODAY, jurisdiction=jurisdiction, product=product).keys == keys


def test_a_pack_governs_from_its_first_day() -> None:
    def chosen(on: date) -> tuple[str, ...]:
        return shipped().choose(on=on, jurisdiction="GB", product="financial services").keys

    assert chosen(date(2026, 5, 31)) == ("house@1",)
    assert chosen(date(2026, 6, 1)) == ("fca-disp-general@2026-06", "house@1")


def make_pack(name: str, version: str = "1", **changes: object) -> Pack:
    """The shop's pack with another name."""
    return replace(read(GOOD), name=name, version=version, **changes)  # type: ignore[arg-type]


def test_a_new_version_governs_new_cases_and_an_old_case_keeps_the_old_one() -> None:
    old = make_pack("shop", "1", valid_to=date(2026, 7, 1))
    new = make_pack("shop", "2", valid_from=date(2026, 7, 1))
    shelf = Shelf((old, new))
    assert shelf.choose(on=date(2026, 6, 30)).keys == ("shop@1",)
    assert shelf.choose(on=date(2026, 7, 1)).keys == ("shop@2",)
    assert shelf.kept(["shop@1"]).packs == (old,)


def test_a_pack_that_a_case_kept_cannot_go_unseen() -> None:
    with pytest.raises(NoPack, match="the pack shop@7 is gone"):
        Shelf((make_pack("shop"),)).kept(["shop@7"])


def test_two_versions_in_force_on_one_day_are_refused() -> None:
    with pytest.raises(NoPack, match="shop@1 and shop@2 hold on the same days"):
        Shelf((make_pack("shop", "1"), make_pack("shop", "2")))
    with pytest.raises(NoPack, match="there are two packs shop@1"):
        Shelf((make_pack("shop"), make_pack("shop")))


def test_the_queue_is_nearer_than_the_product_and_the_product_than_the_place() -> None:
    everything = make_pack("all", jurisdiction="GB")
    beds = make_pack("beds", jurisdiction="GB", products=("beds",))
    trade = make_pack("trade", jurisdiction="GB", queues=("Trade",))
    shelf = Shelf((everything, beds, trade))
    for product, queue, key in (("", "", "all@1"), ("beds", "", "beds@1"), ("beds", "Trade", "trade@1")):
        assert shelf.choose(on=TODAY, jurisdiction="GB", product=product, queue=queue).keys == (key,)


def test_two_packs_equally_near_are_a_question_for_a_person() -> None:
    shelf = Shelf((make_pack("one", jurisdiction="GB"), make_pack("two", jurisdiction="GB")))
    with pytest.raises(NoPack, match="one@1 and two@1 are equally near"):
        shelf.choose(on=TODAY, jurisdiction="GB")
    with pytest.raises(NoPack, match="no pack holds on 2026-11-23 in any jurisdiction"):
        shelf.choose(on=TODAY)


def test_a_broken_file_is_named_in_the_refusal(tmp_path: object) -> None:
    file = tmp_path / "shop.yaml"  # type: ignore[operator]
    file.write_text(TWELVE)
    with pytest.raises(PackRefused) as refused:
        Shelf.read([file])
    assert refused.value.__notes__ == ["in the pack shop.yaml"]


def test_the_row_for_this_severity_counts(house: Choice) -> None:
    for severity, name in ((Severity.CRITICAL, "call-back urgent"), (Severity.LOW, "call-back")):
        limit = house.deadline(Due.CALL_BACK, on=TODAY, severity=severity)
        assert limit is not None
        assert limit.name == name


def test_the_row_for_this_product_counts() -> None:
    choice = shipped().choose(on=TODAY, jurisdiction="AU", product="superannuation")
    found = choice.deadlines(Due.FINAL, on=TODAY, product="superannuation")
    assert [limit.name for limit in found] == ["response superannuation", "response"]


def test_a_rule_without_a_number_stands_behind_the_target_that_gives_it_one() -> None:
    choice = shipped().choose(on=TODAY, jurisdiction="GB", product="financial services")
    found = choice.deadlines(Due.ACKNOWLEDGEMENT, on=TODAY, product="financial services")
    assert [(limit.name, limit.kind) for limit in found] == [
        ("acknowledgement target", "house target"),
        ("acknowledgement", "house target"),
        ("acknowledgement", "rule"),
    ]
    limit = choice.deadline(Due.ACKNOWLEDGEMENT, on=TODAY, product="financial services")
    assert limit is not None
    assert limit.name == "acknowledgement target"


def test_an_exceptional_limit_counts_only_when_asked_for() -> None:
    choice = shipped().choose(on=TODAY, jurisdiction="GB", product="e-money")
    usual = choice.deadline(Due.FINAL, on=TODAY, product="e-money")
    later = choice.deadline(Due.FINAL, on=TODAY, product="e-money", exceptional=True)
    assert usual is not None
    assert later is not None
    assert (str(usual.within), str(later.within)) == ("15 business days", "35 business days")
    assert later.only_if == "a holding response was sent within fifteen business days"


def test_what_nobody_decided_has_no_row(house: Choice) -> None:
    assert house.deadline(Due.FINAL, on=TODAY) is None
    assert house.independence(Due.STAGE_1, on=TODAY) is None


def test_a_dated_row_holds_within_its_dates() -> None:
    (pack, _) = shipped().choose(on=TODAY, jurisdiction="GB", product="financial services").packs
    returns = [row for row in pack.duties if row.duty == "report"]
    for on, name in ((date(2026, 12, 31), "return until 2026"), (date(2027, 1, 1), "return from 2027")):
        assert [row.name for row in returns if row.holds_on(on)] == [name]


@pytest.mark.parametrize(
    ("role", "failure", "severity", "cap"),
    [
        (Role.AGENT, Failure.TIME, Severity.LOW, "50.00 GBP"),
        (Role.AGENT, Failure.TIME, Severity.HIGH, "100.00 GBP"),
        (Role.AGENT, Failure.TRUST, Severity.LOW, None),
        (Role.LEAD, Failure.TRUST, Severity.LOW, "250.00 GBP"),
        (Role.ADMIN, Failure.TIME, Severity.LOW, None),
    ],
)
def test_authority_goes_by_role_failure_and_severity(
    house: Choice, role: Role, failure: Failure, severity: Severity, cap: str | None
) -> None:
    band = house.band(role, failure, severity, currency="GBP", on=TODAY)
    assert (str(band.per_case) if band else None) == cap
    assert house.band(role, failure, severity, currency="EUR", on=TODAY) is None


@pytest.mark.parametrize(
    ("severity", "circumstances", "probability"),
    [
        (Severity.LOW, [], "0.90"),
        (Severity.HIGH, [], "0.95"),
        (Severity.LOW, [Circumstance.STRONG_ANGER], "0.95"),
        (Severity.LOW, [Circumstance.INTERNAL], "0.80"),
        (Severity.LOW, [Circumstance.INTERNAL, Circumstance.REPEAT_FAILURE], "0.95"),
    ],
)
def test_a_date_must_be_surer_the_more_is_at_stake(
    house: Choice, severity: Severity, circumstances: list[Circumstance], probability: str
) -> None:
    assert house.probability(severity, circumstances, on=TODAY) == Decimal(probability)


def test_the_channels_follow_severity_value_crowd_and_matter(house: Choice) -> None:
    def names(**given: object) -> list[str]:
        return [row.name for row in house.rungs(**({"on": TODAY, "severity": Severity.LOW} | given))]  # type: ignore[arg-type]

    assert names() == ["everyone else"]
    assert names(severity=Severity.HIGH) == ["grave matters personally", "everyone else"]
    assert names(value=Decimal(500), currency="GBP") == ["large losses personally", "everyone else"]
    assert names(value=Decimal("499.99"), currency="GBP") == ["everyone else"]
    assert names(value=Decimal(900), currency="EUR") == ["everyone else"]
    assert names(crowd=200) == ["crowds", "everyone else"]
    assert names(matter=Matter.DELAY) == ["delays and apologies in full", "everyone else"]


def test_a_row_explains_itself_in_a_sentence() -> None:
    pack, house = shipped().choose(on=TODAY, jurisdiction="GB", product="e-money").packs
    assert explain(pack.row("deadlines", "final response after holding")) == (
        "35 business days after they told us, because in exceptional cases the final response must be sent within "
        "thirty-five business days (rule, DISP 1.6.1R); to be verified: counted from receipt, as the earlier of the "
        "two readings"
    )
    assert explain(house.row("effort", "repeats asked")) == (
        "because nobody should have to tell it twice (house target, the house)"
    )
    assert explain(pack.row("deadlines", "acknowledgement")) == (
        "because the firm must acknowledge a complaint promptly and in writing (rule, DISP 1.6)"
    )
    with pytest.raises(KeyError):
        pack.row("deadlines", "none such")
