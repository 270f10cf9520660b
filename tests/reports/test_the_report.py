"""What the manager reads: customers kept first, never a rate without its n and interval, and nothing causal from a table."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.intake.opening import Complaint, open_cases
from amends.journal.actors import DESK
from amends.outcomes.outcome import Outcome
from amends.outcomes.tallying import recount
from amends.reports.exporting import NotInstalled, as_csv, as_parquet, export_outcomes, kept_by_month
from amends.reports.money import Costs
from amends.reports.monthly import ReportMail, ReportOrder
from amends.reports.printing import told as printed
from amends.reports.report import Why, lines, report
from amends.worker import telling
from tests.cast import DAY, HOUR, MORNING, Cast, make_case
from tests.cli.console import amends
from tests.outcomes.scenes import settled, tell, told

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

pytestmark = pytest.mark.django_db
NOW = MORNING + 400 * DAY


def customers(n: int, *, lost: int, first: int = 0) -> None:
    """So many customers with a contract, the first of whom give notice."""
    names = [f"k{first + number}@example.com" for number in range(n)]
    open_cases(
        [Complaint(words="It is lost", channel="form", received_at=MORNING, email=name) for name in names],
        by=None,
        at=MORNING,
    )
    what = [told("contract", -100, name) for name in names]
    what += [told("cancellation", 10 + number, name, reason="Too dear") for number, name in enumerate(names[:lost])]
    tell(*what, until=399)


def test_a_desk_without_customers_says_not_enough_data_and_nothing_else(cast: Cast, client: Client) -> None:
    client.force_login(cast.leo)
    page = client.get("/reports").content.decode()
    assert "Not enough data" in page
    assert "No system has told yet" in page
    assert "No ratio without your own numbers" in page


def test_it_leads_with_customers_kept_and_names_those_lost(cast: Cast, client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    customers(40, lost=8)
    settled()
    found = report(at=NOW, months=18)
    assert str(found.head.rate) == "80% (n 40, 95 % interval 65% to 90%)"
    assert found.kept[30].lost == 8
    assert found.head.bounds == (0.8, 0.8)
    assert {cause: each.by(365)[0] for cause, each in found.lost_to.items()} == {"cancelled": pytest.approx(0.2)}
    assert found.lives["failure"].groups[0].n == 40
    assert found.lives["word"].groups[2].n == 32  # those lost by then are in no curve from day 30 on
    client.force_login(cast.leo)
    page = client.get("/reports").content.decode()
    assert page.index("Kept after 90 days") < page.index("Our word") < page.index("Lost customers, by name")
    assert "Nobody drew lots" in page


def test_what_is_kept_of_the_report_is_forgotten_the_moment_a_tally_changes(cast: Cast) -> None:
    customers(40, lost=8)
    settled()
    found = report(at=NOW, months=18)
    assert report(at=NOW, months=18).lives is found.lives  # nothing was worked out twice
    assert report(at=NOW + DAY, months=18).lives is not found.lives
    tell(told("cancellation", 60, "k30@example.com"), until=399)
    Outcome.objects.filter(case__customer__addresses__normal="k30@example.com").update(due_at=MORNING)
    settled()
    assert report(at=NOW, months=18).head.lost == 9
    settled(401)  # nothing changed by this one
    assert report(at=NOW, months=18).lives is report(at=NOW, months=18).lives


def test_beside_each_group_stands_how_grave_its_cases_were(cast: Cast, client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    customers(40, lost=8)
    for case in Case.objects.order_by("pk")[:10]:
        case.grade(1, by=cast.leo, at=MORNING + HOUR)
    settled()
    first, later = report(at=NOW, months=18).groups["failure"]
    assert (first.graves, str(first.grave)) == ((10, 0, 30, 0), "25% (n 40, 95 % interval 14% to 40%)")
    assert str(later.grave) == "not enough data (n 0)"
    rows = [line for line in lines(report(at=NOW, months=18)) if line.section == "who was in which group"]
    assert [(row.group, row.n) for row in rows][:2] == [("their first", 40), ("a later one", 0)]
    client.force_login(cast.leo)
    assert client.get("/reports").content.decode().count("Critical or high") == 3  # not beside severity itself


def test_groups_that_were_not_watched_alike_are_said_to_be_so(cast: Cast, client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    customers(60, lost=0)
    settled()
    rows = Outcome.objects.order_by("pk")
    rows.filter(pk__in=list(rows.values_list("pk", flat=True)[:30])).update(first=False)
    recount()
    assert not report(at=NOW, months=18).lives["failure"].unseen
    rows.filter(first=False, pk__in=list(rows.filter(first=False).values_list("pk", flat=True)[:10])).update(days=60)
    recount()
    mine, theirs = report(at=NOW, months=18).lives["failure"].unseen["later"]
    assert (mine, round(theirs, 4)) == (0.0, 0.3333)
    client.force_login(cast.leo)
    page = client.get("/reports").content.decode()
    warned = "of “their first” 0% were lost from sight before the end, of “a later one” 33%"
    assert warned in page
    paper = printed(report(at=NOW, months=18), house="The shop")
    assert [warned in "".join(chart["warnings"]) for chart in paper["charts"]].count(True) == 1
    assert client.get("/reports/downloads/pdf").content.startswith(b"%PDF")


def test_that_being_asked_is_a_treatment_too_is_said_on_the_page_and_on_paper(
    cast: Cast, client: Client, monkeypatch: Any
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    client.force_login(cast.leo)
    page = client.get("/reports").content.decode()
    assert "Being asked is a treatment too" in page
    assert "no answer counts as no" in page
    assert "Being asked is a treatment too" in printed(report(at=NOW), house="The shop")["asked_too"]


def test_nobody_earns_a_grade_who_left_before_the_thirtieth_day(cast: Cast) -> None:
    customers(60, lost=40)  # on days 10 to 49
    settled()
    found = report(at=NOW, months=18).lives
    assert found["failure"].groups[0].n == 60
    assert found["grade"].groups[2].n == sum(1 for day in range(10, 50) if day > 30) + 20


def test_groups_are_compared_in_days_with_an_interval_and_too_few_are_not(cast: Cast) -> None:
    customers(60, lost=30)
    late = MORNING + HOUR
    again = [
        Complaint(words="Again", channel="form", received_at=late, email=f"k{n}@example.com") for n in range(30, 55)
    ]
    open_cases(again, by=None, at=late)
    settled()
    compared = report(at=NOW, months=18).lives["failure"]
    longer = compared.longer["later"]
    assert longer.n == (60, 25)
    assert longer.high < 0  # the first failures were those of whoever left
    assert compared.p["later"] < 0.05
    assert not report(at=NOW, months=18).lives["severity"].longer


def test_the_page_takes_as_many_statements_for_one_as_for_thirty(cast: Cast, client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    client.force_login(cast.leo)
    counts = []
    for n, first in ((1, 0), (30, 1)):
        customers(n, lost=n, first=first)
        settled()
        Outcome.objects.filter(loss="cancelled").update(lost_at=NOW - 10 * DAY)
        client.get("/reports")
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/reports").status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_causes_come_from_whoever_knows_them() -> None:
    def causes(_since: date, _at: datetime) -> list[Why]:
        return [Why("The carrier's depot", 12, 3, "another carrier, watched until May")]

    found = report(at=NOW, causes=causes)
    assert [line.value for line in lines(found) if line.section == "causes"] == [12.0]


def test_an_agent_may_not_read_it_and_downloads_are_refused_alike(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    for path in ("/reports", "/reports/downloads/csv", "/experiments", "/win-backs", "/reports/costs"):
        assert client.get(path).status_code == 403, path


def test_downloads_hold_the_same_figures(cast: Cast, client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    customers(40, lost=8)
    settled()
    client.force_login(cast.leo)
    rows = list(csv.DictReader(io.StringIO(client.get("/reports/downloads/csv").content.decode())))
    assert len(rows) == len(lines(report(at=NOW)))
    pytest.importorskip("duckdb", reason="the extra insight is not here")
    answer = client.get("/reports/downloads/parquet")
    assert answer.content[:4] == b"PAR1"
    assert client.get("/reports/downloads/doc").status_code == 404


def test_a_table_program_takes_no_cell_for_a_formula() -> None:
    found = report(at=NOW, causes=lambda _since, _at: [Why("=cmd|' /C calc'!A0", 1, 0)])
    assert "'=cmd" in as_csv(lines(found))


def test_the_report_on_paper_is_an_accessible_pdf(cast: Cast, client: Client, monkeypatch: Any) -> None:
    pytest.importorskip("typst", reason="the extra insight is not here")
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    customers(40, lost=20)
    settled()
    client.force_login(cast.leo)
    answer = client.get("/reports/downloads/pdf")
    assert answer.content[:5] == b"%PDF-"
    assert b"pdfuaid" in answer.content
    assert b"/StructTreeRoot" in answer.content or b"/MarkInfo" in answer.content


def test_what_needs_an_extra_says_which(monkeypatch: Any, cast: Cast, client: Client) -> None:
    def gone(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("amends.reports.exporting.importlib.import_module", gone)
    with pytest.raises(NotInstalled, match="amends\\[insight\\]"):
        as_parquet([])
    client.force_login(cast.leo)
    answer = client.get("/reports/downloads/pdf", follow=True)
    assert "amends[insight]" in answer.content.decode()


@pytest.mark.filterwarnings("ignore")  # of the engines among themselves
def test_one_question_gives_the_same_answer_here_and_on_spark(tmp_path: Path, cast: Cast) -> None:
    ibis = pytest.importorskip("ibis", reason="the extra insight is not here")
    customers(30, lost=9)
    settled()
    path = tmp_path / "outcomes.parquet"
    assert export_outcomes(path) == 30
    ours = kept_by_month(ibis.duckdb.connect().read_parquet(str(path))).execute().to_dict("records")
    assert [(row["cases"], row["kept"], row["lost"], row["mean_days"]) for row in ours] == [(30, 21, 9, 14.0)]
    with spark() as session:
        theirs = kept_by_month(ibis.pyspark.connect(session).read_parquet(str(path))).execute().to_dict("records")
    assert [{**row, "month": str(row["month"])[:10]} for row in theirs] == [
        {**row, "month": str(row["month"])[:10]} for row in ours
    ]


def spark() -> Any:
    """A Spark of two workers on this machine, as a cluster; the test is skipped where there is no Java or no pyspark."""
    import contextlib  # noqa: PLC0415
    import shutil  # noqa: PLC0415

    if shutil.which("java") is None:
        pytest.skip("no Java on this machine: the same question is asked of DuckDB alone")
    sql = pytest.importorskip(
        "pyspark.sql", reason="the extra spark is not here: the same question is asked of DuckDB alone"
    )

    @contextlib.contextmanager
    def held() -> Any:
        builder = sql.SparkSession.builder.master("local-cluster[2,1,1024]").appName("amends")
        for key, value in {
            "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1", "spark.ui.enabled": "false",
            "spark.sql.shuffle.partitions": "2", "spark.sql.session.timeZone": "UTC",
        }.items():  # fmt: skip
            builder = builder.config(key, value)
        session = builder.getOrCreate()
        try:
            yield session
        finally:
            session.stop()

    return held()


def test_the_month_comes_by_mail_once_when_the_house_is_open(cast: Cast) -> None:
    ReportOrder.objects.order(by=cast.leo, at=MORNING)
    ReportOrder.objects.order(by=cast.leo, at=MORNING)
    first = MORNING.replace(month=4, day=1, hour=0)
    assert ReportMail.objects.write_due(by=DESK, at=first) == 0  # nobody is there at midnight
    assert ReportMail.objects.write_due(by=DESK, at=first + 12 * HOUR) == 1
    assert ReportMail.objects.write_due(by=DESK, at=first + 13 * HOUR) == 0
    row = ReportMail.objects.get()
    assert "Kept after 90 days: not enough data (n 0)" in row.words
    to, raw = telling.monthly(row, MORNING)
    assert to == cast.leo.email
    assert b"Customers kept: the report of April 2026" in raw
    ReportOrder.objects.get().end(by=cast.leo, at=first + DAY)
    assert ReportMail.objects.write_due(by=DESK, at=first.replace(month=5) + 12 * HOUR) == 0
    assert len(ReportMail.objects.claim(at=first)) == 1
    assert ReportMail.objects.claim(at=first) == []


def test_no_ratio_without_ones_own_numbers(cast: Cast, client: Client) -> None:
    client.force_login(cast.leo)
    form = {
        "begins": "2026-01-01",
        "ends": "2026-04-01",
        "currency": "GBP",
        "acquisition": "50000",
        "new_customers": "100",
    }
    assert client.post("/reports/costs", form).status_code == 302
    assert "no ratio without" in client.get("/reports").content.decode()
    assert Costs.objects.get().ratio.times is None
    form |= {"service": "20000", "recovery": "5000", "retention": "5000", "kept_customers": "900"}
    assert client.post("/reports/costs", form).status_code == 302
    ratio = Costs.objects.get().ratio
    assert (ratio.winning, ratio.keeping, ratio.times) == (Decimal("500.00"), Decimal("33.33"), Decimal("15.00"))
    assert "50000.00 for 100 won" in client.get("/reports").content.decode()
    assert client.post("/reports/costs", {**form, "ends": "2025-01-01"}).status_code == 422
    with pytest.raises(Refused, match="below zero"):
        Costs.objects.note(
            begins=MORNING.date(), ends=NOW.date(), currency="GBP", by=cast.leo, at=NOW, service=Decimal(-1)
        )


def test_the_console_says_the_same(cast: Cast, tmp_path: Path) -> None:
    make_case()
    assert {row["note"] for row in amends("outcomes", "report", "--json").rows} >= {"not enough data"}
    assert amends("outcomes", "settle", "--json").row["cases"] == 1
    assert amends("outcomes", "settle", "--check").code == 0
    assert amends("outcomes", "report", "--csv", tmp_path / "r.csv").code == 0
    assert (tmp_path / "r.csv").read_text().startswith("section,measure")
    assert amends("outcomes", "lost", "--by", cast.leo.email, "--json").rows == []
    said = amends(
        "outcomes",
        "costs",
        "--by",
        cast.leo.email,
        "--begins",
        "2026-01-01",
        "--ends",
        "2026-04-01",
        "--number",
        "service=5",
    )
    assert said.out.startswith("Noted. No ratio without: what was spent on winning customers")
