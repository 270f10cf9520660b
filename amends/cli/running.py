"""`amends serve`, `web`, `work`, `mail`, `check`, `setup`, `backup` and `restore`: the desk as something that runs."""

from __future__ import annotations

import logging
import os
import signal
import threading
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from amends.cli.desk import Exit, Json, data_folder, database, desk, migrate, show, show_one, stop
from amends.site import logs

if TYPE_CHECKING:
    from collections.abc import Callable

    from amends.installation.doors import Door

MAIL_LISTEN = "127.0.0.1:2525"  # as in the settings, which are not loaded yet when the ports are looked at
Host = Annotated[str, typer.Option(help="Where to listen; 0.0.0.0 is every network.")]
Port = Annotated[int, typer.Option(min=1, max=65535)]
Workers = Annotated[int, typer.Option(min=1, help="Web processes.")]
Email = Annotated[str, typer.Option(help="The first admin's address.")]
Name = Annotated[str, typer.Option(help="Their name.")]
Sample = Annotated[bool, typer.Option("--sample", help="With the sample desk: an invented furniture shop.")]


def add_to(app: typer.Typer) -> None:
    """Give the commands to the application."""
    for command in (serve, web, work, setup, check, backup, restore):
        app.command()(command)
    app.command(hidden=True)(mail)


def serve(
    *, sample: Sample = False, host: Host = "127.0.0.1", port: Port = 8000, workers: Workers = 2, as_json: Json = False
) -> None:
    """Run the whole desk: database, pages, worker and mail, until Ctrl-C."""
    from amends.cli import serving
    from amends.postgres.binaries import PostgresTrouble

    _log()
    listen = os.environ.get("AMENDS_MAIL_LISTEN", MAIL_LISTEN)
    if sample:
        os.environ["AMENDS_SAMPLE"] = "1"
    try:
        if listen:
            mail_host, _, mail_port = listen.rpartition(":")
            serving.ensure_free(mail_host, int(mail_port), option="AMENDS_MAIL_LISTEN")
        status = serving.serve(
            data_folder(),
            host=host,
            port=port,
            workers=workers,
            prepare=[partial(_prepare, sample=sample)],
            neighbours={"worker": partial(_work, sample=sample), "mail": _mail},
            announce=lambda: _announce(as_json=as_json, sample=sample),
        )
    except PostgresTrouble as trouble:
        stop(Exit.NO_DATABASE, str(trouble))
    except serving.PortTaken as trouble:
        stop(Exit.REFUSED, str(trouble))
    raise typer.Exit(status)


def web(*, host: Host = "127.0.0.1", port: Port = 8000, workers: Workers = 2) -> None:
    """Serve the pages alone; run `amends work` and, for mail, `amends mail` beside it."""
    from amends.cli import serving

    _log()
    with database():
        try:
            serving.ensure_free(host, port)
        except serving.PortTaken as trouble:
            stop(Exit.REFUSED, str(trouble))
        serving.web(host, port, workers=workers)


def work() -> None:
    """Do the jobs: send mail, sweep what is due, receive what waits."""
    _log()
    with desk():
        _work()


def mail() -> None:
    """Take mail in: the SMTP listener and the IMAP mailboxes."""
    _log()
    with desk():
        _mail()


def setup(
    *,
    email: Email = "",
    name: Annotated[str, typer.Option(help="Their name.")] = "",
    sample: Sample = False,
    as_json: Json = False,
) -> None:
    """Make the desk ready: its tables, its first admin, and a link that signs them in once. It can be run again."""
    with desk() as at:
        from amends.installation.doors import door_for, first_admin
        from amends.journal.actors import DESK

        migrate()
        if sample:
            _load_sample()
        door = door_for(first_admin(email, name=name, at=at), by=DESK, at=at)
        if as_json:
            show_one({"email": door.person.email, "sign_in": door.url, "until": door.until})
        else:
            typer.echo(
                f"The desk is ready. {door.person.name} ({door.person.email}) can sign in once, within a day:\n{door.url}"
            )


def check(*, as_json: Json = False) -> None:
    """Say what is wrong with this installation, and what to do. Exit code 1 if something is broken."""
    with desk() as at:
        from amends.installation.checks import BROKEN, findings

        found = list(findings(at=at))
    if as_json:
        show(
            [{"name": f.name, "state": f.state, "words": f.words, "remedy": f.remedy or None} for f in found],
            as_json=True,
        )
    else:
        for finding in found:
            typer.echo(f"{finding.state:8} {finding.name}: {finding.words}")
            if finding.remedy:
                typer.echo(f"         {finding.remedy}")
    if any(finding.state == BROKEN for finding in found):
        raise typer.Exit(Exit.REFUSED)


def backup(folder: Annotated[Path, typer.Argument(help="A new folder.")], *, as_json: Json = False) -> None:
    """Write everything to a new folder, as it stands at one moment, while the desk runs: tables, attachments, the secret."""
    with database() as url:
        from amends.postgres.backups import BackupRefused, dump

        try:
            made = dump(url, folder)
        except BackupRefused as refusal:
            stop(Exit.REFUSED, str(refusal))
    secret = data_folder() / "secret"
    if secret.is_file():  # without it the links in customers' mails would be dead after a restore
        _write_secret(folder / "secret", secret.read_text())
    rows = sum(made.tables.values())
    if as_json:
        show_one({"folder": str(folder), "tables": made.tables, "rows": rows})
    else:
        typer.echo(f"{rows:,} rows of {len(made.tables)} tables are in {folder}.")


def restore(
    folder: Annotated[Path, typer.Argument(help="A folder that `amends backup` made.")],
    *,
    force: Annotated[bool, typer.Option("--force", help="Replace the desk that is there.")] = False,
    as_json: Json = False,
) -> None:
    """Put a backup in the place of this desk, whole or not at all, also while it runs."""
    if not folder.is_dir():
        stop(Exit.NOT_FOUND, f"There is no folder {folder}.")
    with database() as url:
        from amends.postgres.backups import BackupRefused
        from amends.postgres.backups import restore as put_back

        try:
            held = put_back(folder, url, force=force)
        except BackupRefused as refusal:
            stop(Exit.REFUSED, str(refusal))
    fresh_secret = _restore_secret(folder / "secret")
    rows = sum(held.tables.values())
    if as_json:
        show_one({"folder": str(folder), "tables": held.tables, "rows": rows, "restart": fresh_secret})
        return
    typer.echo(f"{rows:,} rows of {len(held.tables)} tables were put back.")
    if fresh_secret:
        typer.echo("The secret was put back too: restart the desk if it runs.")


def _write_secret(path: Path, text: str) -> None:
    staged = path.with_name(f".secret-{os.getpid()}")
    staged.touch(mode=0o600)
    staged.write_text(text)
    staged.replace(path)


def _restore_secret(held: Path) -> bool:
    """Whether the desk has another secret now than before."""
    ours = data_folder() / "secret"
    if (
        not held.is_file()
        or os.environ.get("AMENDS_SECRET_KEY")
        or (ours.is_file() and ours.read_text() == held.read_text())
    ):
        return False
    _write_secret(ours, held.read_text())
    return True


def _log() -> None:
    logs.begin()
    for name in ("procrastinate", "asyncio", "mail.log"):
        logging.getLogger(name).setLevel(logging.WARNING)


def _prepare(*, sample: bool) -> None:
    """The tables are there, and the people of the sample, so that somebody can sign in before the rest is loaded."""
    try:
        migrate()
    except typer.Exit as refused:  # this process ends here, and `serve` as it does
        raise SystemExit(refused.exit_code) from None
    if sample:
        from datetime import UTC, datetime

        from amends.cases.ending import Refused
        from amends.sample.loading import begin

        try:
            begin(at=datetime.now(UTC))
        except Refused as refusal:
            typer.echo(f"{refusal} It runs without.", err=True)


def _load_sample() -> None:
    from datetime import UTC, datetime

    from amends.sample.loading import load
    from amends.web.coming import coming_in

    with coming_in():
        load(at=datetime.now(UTC))


def _work(*, sample: bool = False) -> None:
    """Do the jobs until told to stop; the sample is loaded first, while the pages are answered already."""
    from amends.cases.ending import Refused
    from amends.worker.running import run

    if sample:
        with suppress(Refused):  # and was said before
            _load_sample()
    _until_told(run)


def _mail() -> None:
    from amends.mail.running import run

    _until_told(run)


def _until_told(run: Callable[[threading.Event], None]) -> None:
    told = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: told.set())
    run(told)


def _announce(*, as_json: bool, sample: bool) -> None:
    """Say where the desk is, how to come in, and where to send a first mail."""
    from datetime import UTC, datetime

    from django.conf import settings
    from django.db import connections

    from amends.installation.doors import door_for, first_admin
    from amends.journal.actors import DESK

    at = datetime.now(UTC)
    door = door_for(first_admin("", name="", at=at), by=DESK, at=at)
    connections.close_all()  # the parent forks again when a child dies, and a connection cannot be shared
    if as_json:
        row = {"address": settings.BASE_URL, "sign_in": door.url, "email": door.person.email}
        show_one(row | {"mail_to": settings.MAIL_FROM, "smtp": settings.MAIL_LISTEN})
    else:
        typer.echo(_greeting(settings.BASE_URL, door, settings.MAIL_FROM, settings.MAIL_LISTEN, sample=sample))


EXAMPLE = """  python3 - <<'MAIL'
import smtplib
mail = "From: Ruth Okafor <ruth@example.com>\\nTo: {to}\\nSubject: Where is my sofa?\\n\\nIt was promised for Monday."
smtplib.SMTP("{host}", {port}).sendmail("ruth@example.com", "{to}", mail)
MAIL"""


def _greeting(address: str, door: Door, mail_to: str, listen: str, *, sample: bool) -> str:
    lines = ["", f"The desk is open:  {address}", f"Sign in, once:     {door.url}"]
    lines.append(f"                   (as {door.person.name})")
    if sample:
        lines += ["", "The sample's cases come in now, one by one; at a first start that takes about half a minute."]
    if listen:
        host, _, port = listen.rpartition(":")
        lines += ["", f"Send it a mail ({mail_to}, by SMTP on {listen}), for example:"]
        lines.append(EXAMPLE.format(to=mail_to, host=host, port=port))
    return "\n".join([*lines, "", "Ctrl-C stops everything.", ""])
