"""Downloads and exports: the report as CSV and Parquet, and all outcomes as Parquet without a name, for questions of one's own.

DuckDB writes Parquet and answers questions here; the same questions, as Ibis expressions, run where a firm keeps its data.
"""

from __future__ import annotations

import csv
import importlib
import io
import tempfile
import warnings
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from django.db import connection

from amends.cases.ending import Refused
from amends.reports.report import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_OUTCOMES = """COPY (
  SELECT o.case_id, o.zero_at AT TIME ZONE 'UTC' AS zero_at, date_trunc('month', o.zero_at AT TIME ZONE 'UTC')::date AS month,
    o.first, o.severity, o.grade, o.word, o.known, o.days, o.loss, o.d30, o.d90, o.d180, o.d365, o.own90, o.promises_due,
    o.promises_kept, o.ending, k.origin, k.channel
  FROM amends_outcome o JOIN amends_case k ON k.id = o.case_id
) TO STDOUT (FORMAT csv, HEADER)"""


class NotInstalled(Refused):
    """What this needs is an extra that is not here."""


def needed(name: str) -> Any:
    """The module, which is loaded only now; NotInstalled says how to get it."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as missing:
        raise NotInstalled("This needs packages that are not here: pip install 'amends[insight]'.") from missing


def as_csv(lines: Sequence[Line]) -> str:
    """The report's figures as a table with a line of names; no cell is taken for a formula."""
    return csv_of([field.name for field in fields(Line)], [list(asdict(line).values()) for line in lines])


def csv_of(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with a line of names; no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return out.getvalue()


def _cell(value: object) -> object:
    text = str(value) if isinstance(value, str) else value
    return (
        f"'{text}"
        if isinstance(text, str) and text[:1] in {"=", "+", "-", "@", "\t", "\r"}
        else ""
        if text is None
        else text
    )


def as_parquet(lines: Sequence[Line]) -> bytes:
    """The same figures as Parquet. Raises NotInstalled."""
    duckdb = needed("duckdb")
    with tempfile.TemporaryDirectory(prefix="amends-") as folder, duckdb.connect() as database:
        path = Path(folder) / "report.parquet"
        database.execute(
            'CREATE TABLE report (section VARCHAR, measure VARCHAR, "group" VARCHAR, value DOUBLE, low DOUBLE, high DOUBLE, n BIGINT,'
            " note VARCHAR)"
        )
        database.executemany(
            "INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [list(asdict(line).values()) for line in lines]
        )
        database.table("report").write_parquet(str(path))
        return path.read_bytes()


def export_outcomes(path: Path) -> int:
    """Every outcome as one Parquet file, one row a case, without names; returns the rows. Memory does not grow with them."""
    duckdb = needed("duckdb")
    with tempfile.TemporaryDirectory(prefix="amends-") as folder, duckdb.connect() as database:
        table = Path(folder) / "outcomes.csv"
        with table.open("wb") as file, connection.cursor() as cursor, cursor.copy(_OUTCOMES) as rows:
            for chunk in rows:
                file.write(chunk)
        words = dict.fromkeys(("grade", "word", "loss", "ending"), "VARCHAR")
        database.read_csv(
            str(table), header=True, dtype={**words, "first": "BOOLEAN", "known": "BOOLEAN"}
        ).write_parquet(str(path))
        return int(database.read_parquet(str(path)).count("*").fetchall()[0][0])


def kept_by_month(table: Any) -> Any:
    """An Ibis expression over an export: by month and first or later failure, how many were kept and lost at 90 days, and after
    how many days those lost were, on the average. The same on every engine.
    """  # noqa: D205
    return _kept_by(table, "month", "first")


def kept_by_grade(table: Any) -> Any:
    """The same by how the failure was handled, where that is known."""
    return _kept_by(table.filter(table.grade != ""), "grade")


def kept_by_word(table: Any) -> Any:
    """The same by whether our promises were kept, where any was due."""
    return _kept_by(table.filter(table.word != ""), "word")


def kept_by_severity(table: Any) -> Any:
    """The same by how grave it was for them, and whether it was their first failure."""
    return _kept_by(table, "severity", "first")


def kept_by_origin(table: Any) -> Any:
    """The same by who spoke first, they or we."""
    return _kept_by(table, "origin")


def _kept_by(table: Any, *by: str) -> Any:
    kept, lost = table.d90.isin(["kept", "advocate"]), table.d90 == "lost"
    grouped = table.group_by([table[name] for name in by]).aggregate(
        cases=table.count(), kept=kept.ifelse(1, 0).sum(), lost=lost.ifelse(1, 0).sum(),
        mean_days=lost.ifelse(table.days, None).mean(),
    )  # fmt: skip
    return grouped.order_by(list(by))


#: What may be asked of an export by name. None of them says what caused what.
QUESTIONS: Final = {
    "kept-by-month": kept_by_month, "kept-by-grade": kept_by_grade, "kept-by-word": kept_by_word,
    "kept-by-severity": kept_by_severity, "kept-by-origin": kept_by_origin,
}  # fmt: skip


def ask(question: str, *, over: Path | None = None) -> list[dict[str, Any]]:
    """The rows that answer one of these over an export, or over all outcomes as they are now; DuckDB counts. Raises NotInstalled."""
    ibis = needed("ibis")
    with tempfile.TemporaryDirectory(prefix="amends-") as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # what the engines say to each other
        path = over or Path(folder) / "outcomes.parquet"
        if over is None:
            export_outcomes(path)
        engine = ibis.duckdb.connect()
        found = engine.raw_sql(engine.compile(QUESTIONS[question](engine.read_parquet(str(path)))))
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
