"""Backups of the whole desk, taken and put back while it runs; attachments lie in the database and come along."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

import psycopg
from psycopg import sql

from amends.postgres.binaries import PostgresTrouble, find_binaries, major_version
from amends.postgres.databases import MAINTENANCE, create_database, drop_database, renamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MANIFEST = "manifest.json"
DUMP = "database"
FILES = "files"
FORM = 1  # of the manifest; a newer one is refused
TABLES = "SELECT schemaname, tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
Connection = psycopg.Connection[tuple[object, ...]]


class BackupRefused(PostgresTrouble):
    """The backup was not taken or not put back, and nothing was changed; the message says why."""


class Backup(NamedTuple):
    """What a backup holds, as its manifest says."""

    tables: dict[str, int]  # rows by table
    files: dict[str, str]  # SHA-256 by path
    server: int  # major version


def dump(url: str, folder: Path, *, files: Iterable[Path] = ()) -> Backup:
    """Write everything in the database at `url` to the new folder `folder`, as it stands at one moment.

    With it go those of `files` that exist, such as the installation's secret, without which old links would not open.

    The folder appears whole and on disk, or not at all. BackupRefused if it exists already and is not empty.
    """
    if folder.is_dir() and any(folder.iterdir()):
        message = f"{folder} is not empty. A backup gets a folder of its own."
        raise BackupRefused(message)
    folder.parent.mkdir(parents=True, exist_ok=True)
    staged = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
    try:
        staged.mkdir(mode=0o700)
        with psycopg.connect(url) as connection:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            snapshot = _text(connection, "SELECT pg_export_snapshot()")
            server = connection.info.server_version // 10_000
            _run(
                "pg_dump", url, "--format=directory", f"--file={staged / DUMP}", f"--snapshot={snapshot}", server=server
            )
            tables = dict(_row_counts(connection))
        (staged / FILES).mkdir()
        for path in files:
            if path.is_file():
                shutil.copyfile(path, staged / FILES / path.name)
        backup = Backup(tables=tables, files=dict(_checksums(staged)), server=server)
        (staged / MANIFEST).write_text(json.dumps({"form": FORM, **backup._asdict()}, indent=1, sort_keys=True) + "\n")
        _settle(staged)
        staged.rename(folder)
        _to_disk(folder.parent)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return backup


def restore(folder: Path, url: str, *, files: Path | None = None, force: bool = False) -> Backup:
    """Put the backup in `folder` in the place of the database at `url`, which may be in use.

    It is read into a database beside the old one, counted, and then takes its name in one step: whatever fails on the
    way, the desk stays as it was. BackupRefused if a file of the backup is missing or changed, or if the desk has
    tables and this is not by `force`. The account of `url` must be allowed to make databases. The files that were
    taken along go to the folder `files`, if one is given.
    """
    backup = verified(folder)
    name = unquote(urlsplit(url).path.lstrip("/"))
    if not force and not _is_bare(url):
        message = f"The desk in the database {name} is not empty. Nothing was changed; force the restore to replace it."
        raise BackupRefused(message)
    fresh, old = f"{name}_restored_{secrets.token_hex(4)}", f"{name}_replaced_{secrets.token_hex(4)}"
    try:
        target = create_database(url, fresh, template="template0")
        with psycopg.connect(target) as connection:
            server = connection.info.server_version // 10_000
        _run("pg_restore", target, "--no-owner", "--no-privileges", str(folder / DUMP), server=server)
        _compare(target, backup)
        _swap(url, name, fresh, old)
    except psycopg.errors.InsufficientPrivilege as error:
        message = f"The database account may not do this: {error.diag.message_primary}. Give it CREATEDB."
        raise BackupRefused(message) from error
    finally:
        drop_database(url, fresh)
    drop_database(url, old)
    if files is not None:
        for path in sorted((folder / FILES).iterdir()):
            _put(path, files / path.name)
    return backup


def verified(folder: Path) -> Backup:
    """Return what the backup in `folder` holds; BackupRefused unless every file is there and unchanged."""
    try:
        read = json.loads((folder / MANIFEST).read_text())
    except (OSError, ValueError) as error:
        message = f"{folder} is not a backup of a desk: it has no readable {MANIFEST}."
        raise BackupRefused(message) from error
    if read.pop("form", None) != FORM:
        message = f"The backup in {folder} was written by another version of amends. Restore it with that one."
        raise BackupRefused(message)
    backup = Backup(**read)
    found = dict(_checksums(folder))
    wrong = sorted(path for path in backup.files if found.get(path) != backup.files[path])
    if wrong:
        message = f"The backup in {folder} is damaged. Missing or changed: {', '.join(wrong)}."
        raise BackupRefused(message)
    return backup


def _run(program: str, url: str, *arguments: str, server: int) -> None:
    """Run a client program of PostgreSQL; BackupRefused with what it said, if it failed."""
    command = [_client(program, server), f"--dbname={url}", "--no-password", *arguments]
    said = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  -- PostgreSQL's own
    errors = [line for line in said.stderr.splitlines() if ": error: " in line]
    # A newer program sets parameters that an older server has never heard of, and needs none of them.
    if said.returncode and not (errors and all("unrecognized configuration parameter" in line for line in errors)):
        message = f"{program} failed:\n{said.stderr.strip()}"
        raise BackupRefused(message)


def _client(program: str, server: int) -> str:
    """Return the oldest of the programs here that understands the server: a firm's own suits its own server best."""
    candidates = []
    with suppress(PostgresTrouble):  # a desk on a server of its own needs no embedded one
        candidates.append(find_binaries().program(program))
    if on_path := shutil.which(program):
        candidates.append(on_path)
    versions = {candidate: major_version(candidate) for candidate in candidates}
    suited = [candidate for candidate, version in versions.items() if version >= server]
    if not suited:
        found = ", ".join(f"{candidate} ({version})" for candidate, version in versions.items()) or "none"
        message = f"The server is PostgreSQL {server} and needs a {program} of that version or newer. Found: {found}."
        raise BackupRefused(message)
    return min(suited, key=versions.__getitem__)


def _row_counts(connection: Connection) -> Iterator[tuple[str, int]]:
    for schema, table in connection.execute(f"{TABLES} ORDER BY 1, 2").fetchall():
        query = sql.SQL("SELECT count(*) FROM ONLY {}").format(sql.Identifier(str(schema), str(table)))
        row = connection.execute(query).fetchone()
        yield f"{schema}.{table}", int(str(row[0])) if row else 0


def _compare(url: str, backup: Backup) -> None:
    with psycopg.connect(url) as connection:
        found = dict(_row_counts(connection))
    if found != backup.tables:
        differing = sorted(
            name for name in found.keys() | backup.tables.keys() if found.get(name) != backup.tables.get(name)
        )
        message = f"The restored tables have not the rows that the manifest says: {', '.join(differing)}."
        raise BackupRefused(message)


def _is_bare(url: str) -> bool:
    """Answer whether the database has no table yet."""
    with psycopg.connect(url) as connection:
        return not connection.execute(TABLES).fetchall()


def _swap(url: str, name: str, fresh: str, old: str) -> None:
    """Give `fresh` the name of the desk's database, in one transaction; its sessions are cut off and may come back."""
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    doors = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
    with psycopg.connect(renamed(url, MAINTENANCE), autocommit=True) as connection:
        connection.execute(doors.format(sql.Identifier(name), sql.SQL("false")))
        try:
            connection.execute(
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = %s", [name]
            )
            with connection.transaction():
                connection.execute(rename.format(sql.Identifier(name), sql.Identifier(old)))
                connection.execute(rename.format(sql.Identifier(fresh), sql.Identifier(name)))
        except psycopg.Error:
            connection.execute(doors.format(sql.Identifier(name), sql.SQL("true")))
            raise


def _checksums(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != MANIFEST:
            with path.open("rb") as file:
                yield str(path.relative_to(folder)), hashlib.file_digest(file, "sha256").hexdigest()


def _put(path: Path, target: Path) -> None:
    """Put a file in its place in one step, for the owner's eyes only."""
    target.parent.mkdir(parents=True, exist_ok=True)
    staged = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    staged.touch(mode=0o600)
    staged.write_bytes(path.read_bytes())
    _to_disk(staged)
    staged.replace(target)


def _settle(folder: Path) -> None:
    for path in (*folder.rglob("*"), folder):
        _to_disk(path)


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _text(connection: Connection, query: str) -> str:
    row = connection.execute(query.encode()).fetchone()
    return str(row[0]) if row else ""
