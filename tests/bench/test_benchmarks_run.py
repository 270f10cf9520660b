"""Each benchmark runs as `make bench` runs it, ends with one JSON object, and finds what was put there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from amends.triage.weighing import FLAGS
from bench.corpus import AUTOMATIC, COMPLAINT, REPLY, SECOND, corpus, count
from bench.spikes import KINDS
from tests.cli.console import shared

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parents[2]
TO = "care@desk.example.com"


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The folder of a migrated desk, made once: the benchmarks that need a desk begin with a copy."""
    folder = tmp_path_factory.mktemp("ready")
    program = f"from bench import kit\nwith kit.desk(folder={str(folder)!r}, durable=False): pass"
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program], cwd=REPOSITORY, env=plain(), check=True, timeout=240
    )
    yield str(folder)
    shutil.rmtree((folder / "postgres").resolve())  # which may be a link, to where the server's account can walk


def plain() -> dict[str, str]:
    """The environment without anything that is set for these tests."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("AMENDS_", "DATABASE_"))}


def run(name: str, *words: str, ready: str = "") -> dict[str, Any]:
    """The figures that a benchmark prints on its last line; its desk, if it has one, begins with the ready one."""
    command = [sys.executable, "-W", "ignore", f"bench/{name}.py", *words]
    environment = plain() | {"BENCH_READY": ready}
    done = subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False, timeout=240
    )
    assert done.returncode == 0, done.stderr
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert {"n", "spread", "baseline", "ratio_to_baseline"} <= set(figures)
    return figures


def test_the_corpus_is_the_same_each_time_and_has_its_shares() -> None:
    mails = corpus(2000, to=TO)
    assert mails == corpus(2000, to=TO)
    assert count(2000) == {COMPLAINT: 1340, REPLY: 500, AUTOMATIC: 100, SECOND: 60}
    assert {kind: sum(mail.kind == kind for mail in mails) for kind in count(2000)} == count(2000)
    assert {mail.kind for mail in mails[:40]} == {COMPLAINT}
    assert len({mail.message_id for mail in mails}) == 1940
    assert len({mail.root for mail in mails}) == 1340


def test_a_corpus_of_fewer_customers_has_as_many_complaints() -> None:
    mails = [mail for mail in corpus(200, to=TO, customers=30) if mail.kind == COMPLAINT]
    assert len({mail.sender for mail in mails}) == 30
    assert len(mails) == 134


@pytest.mark.slow
def test_every_mail_becomes_what_it_should_on_a_new_desk_and_a_used_one_and_no_loop_goes_on(ready: str) -> None:
    sizes = ["--mails", "36", "--rounds", "1", "--baseline-n", "10", "--cases", "0", "30"]
    figures = run("intake", *sizes, "--through", "both", ready=ready)
    assert figures["wrong"] == []
    assert figures["exact"] is True
    assert set(figures["by_cases"]) == {"0", "30"}
    assert figures["growth"] > 0
    assert len(figures["loop_rounds"]) == 4
    assert max(figures["loop_rounds"].values()) <= 2


@pytest.mark.slow
def test_the_worklists_are_measured_at_two_sizes_and_the_phrases_are_found(ready: str) -> None:
    figures = run("worklist", "--cases", "20", "40", "--requests", "2", ready=ready)
    assert figures["found"] == {"first": 3, "later": 1}
    assert set(figures["by_cases"]) == {"20", "40"}
    assert {"today", "case", "search_common", "customers"} <= set(figures["growth"])
    assert not [words for words in figures["over"] if "statements" in words]


@pytest.mark.slow
def test_the_sweep_is_measured_at_two_sizes(ready: str) -> None:
    figures = run("sweep", "--deadlines", "50", "200", "--due", "20", "--rounds", "1", ready=ready)
    assert set(figures["by_deadlines"]) == {"50", "200"}
    assert figures["growth_10k_to_1m"] > 0
    assert figures["mailed_in_the_tick"] == 0
    assert figures["sql_a_deadline"] <= 5


@pytest.mark.slow
def test_telling_those_affected_is_measured(ready: str) -> None:
    figures = run("outreach", "--people", "100", "--letters", "10", ready=ready)
    assert figures["affected_per_second"] >= figures["with_cases_per_second"] > 0
    assert figures["messages_per_second"] > 0


@pytest.mark.slow
def test_memory_is_measured_beside_an_empty_server(ready: str) -> None:
    figures = run("memory", "--cases", "20", "--rounds", "1", "--rest", "0.2", ready=ready)
    assert figures["web_mb"] > figures["baseline_web_mb"] > 0
    assert set(figures["serve_parts_mb"]) == {"desk", "pg"}


@pytest.mark.slow
def test_spikes_are_measured_beside_two_habits() -> None:
    figures = run("spikes", "--complaints", "nowhere", "--made", "1")
    assert set(figures["made_up"]) == {f"made up, {kind}" for kind in KINDS}
    own = [part["amends"]["alarms"] for part in figures["made_up"].values()]
    usual = [part["3-sigma"]["alarms"] for part in figures["made_up"].values()]
    assert sum(own) < sum(usual)


def test_themes_are_measured() -> None:
    figures = run("themes", "--complaints", "nowhere", "--texts", "2000")
    assert figures["made_up"]["texts"] == 2000
    assert figures["made_up"]["adjusted_mutual_information"] > 0.9


def test_business_time_is_measured() -> None:
    assert run("calendar", "--n", "200", "--baseline-n", "20", "--rounds", "1")["additions_per_second"] > 0


@pytest.mark.slow
def test_three_options_are_proposed_from_any_catalogue_and_past(ready: str) -> None:
    figures = run("remedies", "--entries", "200", "--past", "2000", "--rounds", "40", ready=ready)
    assert figures["with_three"] == figures["n"] == 40
    assert figures["p95_ms"] > 0


@pytest.mark.slow
def test_triage_is_measured_on_what_was_not_looked_at_and_against_the_clock() -> None:
    figures = run("triage", "--rounds", "1", "--fuzz", "4", "--texts", "800")
    assert figures["n"] >= 400
    assert figures["held_out"]["n"] >= 80
    assert set(figures["held_out"]["flags"]) == set(FLAGS)
    assert figures["texts_per_second"] > 0
    assert figures["fuzz_worst_seconds_20k"] > 0


@pytest.mark.slow
def test_what_the_learned_part_brings_is_measured_beside_the_rules_alone() -> None:
    figures = run("leanings", "--texts", "1500")
    assert figures["with_leanings"]["failures_micro_f1"] > figures["rules_alone"]["failures_micro_f1"]
    assert figures["n"] >= 80


@pytest.mark.slow
def test_what_learned_wordings_bring_the_coach_is_measured_beside_the_rules_alone() -> None:
    figures = run("wordings", "--only", "40")
    assert figures["n"] >= 100
    assert figures["recall_and_precision"] != figures["rules_alone"]


@pytest.mark.slow
def test_the_managers_page_is_read_from_tallies_that_equal_a_recount(ready: str) -> None:
    figures = run("insight", "--cases", "1000", "--settled", "60", "--opens", "2", ready=ready)
    assert (figures["settled"], figures["figures_differing"]) == (60, 0)


@pytest.mark.slow
def test_everybody_of_a_problem_is_frozen_and_freed_by_one_row(ready: str) -> None:
    figures = run("frozen", "--people", "500", "--rounds", "1", ready=ready)
    assert (figures["n"], figures["people"]) == (1, 500)
    assert figures["raise_ms"] > 0
    assert figures["baseline_ms"] > 0


def test_public_retention_data_through_our_own_machinery() -> None:
    figures = run("retention", "--retention", str(shared("retention")))
    ours, textbook = (figures[f"hillstrom, Mens E-Mail, {name}"] for name in ("ours at one look", "textbook"))
    assert ours == pytest.approx(textbook, abs=2e-5)
