"""`amends intake`: complaints from files of mail and from tables."""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from amends.cli.desk import Exit, Json, Progress, desk, show_one, stop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.files.mail import Found
    from amends.files.receiving import Received

app = typer.Typer(help="Take complaints in from files.", no_args_is_help=True)


@app.command()
def mail(
    paths: Annotated[
        list[str],
        typer.Argument(help="eml, mbox, Maildir, a folder of any of them, tar, tar.gz, zip; `-` is standard input."),
    ],
    *,
    receipts: Annotated[
        bool | None,
        typer.Option(
            help="Whether complaints get the automatic receipt; otherwise those do that were written within seven days."
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Receive mail from files, as if it had been fetched.

    Every message ends in one outcome: opened, continued, duplicate, auto_reply, bounce or quarantined. Running it again
    opens nothing. Exit code 4: something could not be read at all, and was named.
    """
    if gone := [path for path in paths if path != "-" and not Path(path).exists()]:
        stop(Exit.NOT_FOUND, f"There is no {gone[0]}.")
    with desk() as at, Progress("messages", _size(paths)) as progress:
        from amends.arrivals.arrival import Way
        from amends.files.mail import messages
        from amends.files.receiving import receive_files

        way = {None: Way.FILE, True: Way.FILE_RECEIPTED, False: Way.FILE_QUIET}[receipts]

        counts: Counter[str] = Counter()
        seen = _Weighed(messages(paths, standard_input=sys.stdin.buffer))
        for count, received in enumerate(receive_files(seen, at=at, way=way), 1):
            counts["unread" if received.trouble else received.outcome] += 1
            progress.at(count, seen.bytes)
            _tell(received, as_json=as_json)
    if not as_json:
        typer.echo(", ".join(f"{count:,} {outcome}" for outcome, count in counts.most_common()) or "No message found.")
    raise typer.Exit(Exit.SOME_FAILED if counts["unread"] else Exit.FINE)


def _tell(received: Received, *, as_json: bool) -> None:
    if received.trouble:
        typer.echo(f"{received.file}: {received.trouble}", err=True)
    elif as_json:
        row = asdict(received) | {"case": received.case or None, "message_id": received.message_id or None}
        del row["trouble"]
        show_one(row | {"recipient": next(iter(received.recipients), None)})


class _Weighed:
    """The messages as they go by, and how many bytes they were."""

    def __init__(self, found: Iterator[Found]) -> None:
        self.found, self.bytes = found, 0

    def __iter__(self) -> Iterator[Found]:
        for message in self.found:
            self.bytes += len(message.raw)
            yield message


def _size(paths: Sequence[str]) -> int:
    """The bytes of these files, or 0 where it cannot be said how many they unpack to."""
    total = 0
    for path in paths:
        if path == "-" or path.endswith(("gz", "bz2", "xz", "zip")):
            return 0
        if os.path.isfile(path):  # noqa: PTH113 -- beside os.walk
            total += Path(path).stat().st_size
        for folder, _, names in os.walk(path):
            total += sum(file.stat().st_size for name in names if (file := Path(folder, name)).is_file())
    return total


@app.command("csv")
def table(
    file: Annotated[Path, typer.Argument(help="A table with a line of column names; .gz is unpacked.")],
    *,
    mapped: Annotated[
        list[str],
        typer.Option("--map", metavar="NAME=COLUMN", help="What a column holds; once for each. `words` is needed."),
    ],
    source: Annotated[str, typer.Option(help="Name of where it comes from; the file's name if not given.")] = "",
    channel: Annotated[str, typer.Option(help="How they told us, for rows that do not say.")] = "form",
    dates: Annotated[str, typer.Option(help="`day-first` or `month-first`, for dates such as 3/4/2026.")] = "",
    as_json: Json = False,
) -> None:
    """Open a case for each row of a table, with the row's own date.

    Names for --map: received_at, words (or narrative, text), subject, name, email, phone, id, channel, severity, origin.
    A row that fails is named with the reason and the others go on; then the exit code is 4. It can be run twice: rows that
    are here already are counted and left alone.
    """
    if not file.is_file():
        stop(Exit.NOT_FOUND, f"There is no file {file}.")
    with desk() as at, Progress("rows") as progress:
        from amends.files.rows import BadMap, Table, open_rows

        try:
            found = Table(file, mapped, source=source, channel=channel, dates=dates)
        except BadMap as wrong:
            stop(Exit.USAGE, str(wrong))
        counts: Counter[str] = Counter()
        for count, row in enumerate(open_rows(found, at=at), 1):
            counts[row.outcome] += 1
            progress.at(count)
            if row.outcome == "failed" and as_json:
                show_one({"row": row.number, "line": row.line, "outcome": row.outcome, "because": row.because})
            elif row.outcome == "failed":
                typer.echo(f"Row {row.number} (line {row.line}): {row.because}", err=True)
    totals = {name: counts[name] for name in ("opened", "already_here", "failed")}
    show_one(totals) if as_json else typer.echo(
        ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in totals.items())
    )
    raise typer.Exit(Exit.SOME_FAILED if counts["failed"] else Exit.FINE)
