"""A backup holds everything of one moment, and comes back whole or not at all."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg import sql

from amends.postgres.backups import BackupRefused, dump, restore, verified
from amends.postgres.binaries import find_binaries
from amends.postgres.databases import create_database, database_exists, drop_database
from tests.postgres.conftest import one, quick

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMA = """
CREATE TABLE customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, zone text DEFAULT 'UTC');
CREATE TABLE message (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id bigint REFERENCES customer, body text,
    headers jsonb, raw bytea, words tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED,
    said_at timestamptz, grams text[]
);
CREATE INDEX message_words ON message USING gin (words);
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'append only'; END $$;
CREATE TABLE journal (n int PRIMARY KEY, deed text, CHECK (deed <> ''));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TABLE nothing_yet (id int);
INSERT INTO customer (name) SELECT 'Übel & Söhne ' || n FROM generate_series(1, 50) n;
INSERT INTO message (customer_id, body, headers, raw, said_at, grams)
    SELECT n % 50 + 1, E'broken\\r\\n\\ttable, "again" ' || n,
    jsonb_build_object('n', n, 'null', NULL, 'to', '["ü"]'::jsonb),
    decode(repeat(md5(n::text), 64) || '00ff0a5c', 'hex'), timestamptz '2026-03-29 01:30+00' + n * interval '1 s',
    ARRAY['a', NULL]
    FROM generate_series(1, 300) n;
INSERT INTO journal SELECT n, 'deed ' || n FROM generate_series(1, 20) n;
"""


@pytest.fixture
def desk(running: Path) -> Iterator[str]:
    url = create_database(quick(running).start(), "desk")
    with psycopg.connect(url) as connection:
        connection.execute(SCHEMA.encode())
    yield url
    drop_database(url, "desk")


@pytest.fixture
def elsewhere(desk: str) -> Iterator[str]:
    yield create_database(desk, "elsewhere")
    drop_database(desk, "elsewhere")


def every_row(url: str) -> dict[str, str]:
    """Return a hash over all rows of each table."""
    found = {}
    with psycopg.connect(url) as connection:
        for (table,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall():
            query = sql.SQL("SELECT string_agg(row::text, chr(10) ORDER BY row::text) FROM {} row").format(
                sql.Identifier(table)
            )
            rows = connection.execute(query).fetchone()
            found[table] = hashlib.sha256(str(rows).encode()).hexdigest()
    return found


def test_every_row_of_every_table_comes_back(desk: str, elsewhere: str, tmp_path: Path) -> None:
    before = every_row(desk)
    taken = dump(desk, tmp_path / "backup")
    put_back = restore(tmp_path / "backup", elsewhere)
    assert len(before) == 4
    assert every_row(elsewhere) == before
    assert put_back == taken
    assert taken.tables == {"public.customer": 50, "public.journal": 20, "public.message": 300, "public.nothing_yet": 0}


def test_rules_and_counters_come_back_too(desk: str, elsewhere: str, tmp_path: Path) -> None:
    dump(desk, tmp_path / "backup")
    restore(tmp_path / "backup", elsewhere)
    with psycopg.connect(elsewhere) as connection:
        assert connection.execute("INSERT INTO customer (name) VALUES ('new') RETURNING id").fetchone() == (51,)
        with pytest.raises(psycopg.errors.RaiseException, match="append only"):
            connection.execute("UPDATE journal SET deed = 'forged'")


def test_a_backup_is_of_one_moment_while_people_work(desk: str, elsewhere: str, tmp_path: Path) -> None:
    with psycopg.connect(desk) as busy:
        busy.execute("INSERT INTO customer (name) VALUES ('not yet said')")
        taken = dump(desk, tmp_path / "backup")
    restore(tmp_path / "backup", elsewhere)
    assert taken.tables["public.customer"] == 50
    assert one(elsewhere, "SELECT count(*) FROM customer") == 50
    assert one(desk, "SELECT count(*) FROM customer") == 51


def test_the_secret_that_signs_links_goes_along(desk: str, elsewhere: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("of this desk")
    dump(desk, tmp_path / "backup", files=[tmp_path / "secret", tmp_path / "not there"])
    restore(tmp_path / "backup", elsewhere, files=tmp_path / "new")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["secret"]
    assert (tmp_path / "new" / "secret").read_text() == "of this desk"
    assert (tmp_path / "new" / "secret").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "backup").stat().st_mode & 0o077 == 0


def test_a_desk_with_anything_in_it_is_not_written_over(desk: str, tmp_path: Path) -> None:
    dump(desk, tmp_path / "backup")
    with psycopg.connect(desk) as connection:
        connection.execute("DELETE FROM message")
    before = every_row(desk)
    with pytest.raises(BackupRefused, match="is not empty"):
        restore(tmp_path / "backup", desk)
    assert every_row(desk) == before


def test_by_force_it_takes_the_place_of_a_desk_in_use(desk: str, tmp_path: Path) -> None:
    before = every_row(desk)
    dump(desk, tmp_path / "backup")
    with psycopg.connect(desk) as somebody:
        somebody.execute("DELETE FROM message")
        somebody.commit()
        restore(tmp_path / "backup", desk, force=True)
        with pytest.raises(psycopg.OperationalError):
            somebody.execute("SELECT 1")
    assert every_row(desk) == before
    assert one(desk, "SELECT count(*) FROM pg_database WHERE datname LIKE 'desk%'") == 1


@pytest.mark.parametrize("damage", ["change", "remove"])
def test_a_damaged_backup_is_refused_and_changes_nothing(
    desk: str, elsewhere: str, tmp_path: Path, damage: str
) -> None:
    dump(desk, tmp_path / "backup")
    victim = max((tmp_path / "backup" / "database").iterdir(), key=lambda path: path.stat().st_size)
    if damage == "remove":
        victim.unlink()
    else:
        victim.write_bytes(victim.read_bytes()[:-1] + b"!")
    with pytest.raises(BackupRefused, match=re.escape(victim.name)):
        restore(tmp_path / "backup", elsewhere)
    assert every_row(elsewhere) == {}


def test_a_restore_that_fails_half_way_leaves_the_desk_as_it_was(desk: str, tmp_path: Path) -> None:
    dump(desk, tmp_path / "backup")
    manifest = tmp_path / "backup" / "manifest.json"
    told = json.loads(manifest.read_text())
    told["tables"]["public.journal"] = 21
    manifest.write_text(json.dumps(told))
    before = every_row(desk)
    with pytest.raises(BackupRefused, match=r"have not the rows that the manifest says: public\.journal"):
        restore(tmp_path / "backup", desk, force=True)
    assert every_row(desk) == before
    assert one(desk, "SELECT count(*) FROM pg_database WHERE datname LIKE 'desk%'") == 1


def test_a_failed_backup_leaves_no_folder(desk: str, tmp_path: Path) -> None:
    with psycopg.connect(desk) as connection:
        connection.execute("CREATE ROLE stranger LOGIN")
    try:
        with pytest.raises((BackupRefused, psycopg.Error)):
            dump(desk.replace("amends@", "stranger@"), tmp_path / "backup")
    finally:
        with psycopg.connect(desk) as connection:
            connection.execute("DROP ROLE stranger")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_not_used(desk: str, tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"sun")
    with pytest.raises(BackupRefused, match="is not empty"):
        dump(desk, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]


def test_any_other_folder_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="is not a backup of a desk"):
        verified(tmp_path)


def test_an_account_that_may_not_make_databases_is_told_so(desk: str, tmp_path: Path) -> None:
    dump(desk, tmp_path / "backup")
    with psycopg.connect(desk) as connection:
        connection.execute("CREATE ROLE clerk LOGIN IN ROLE pg_read_all_data")
    try:
        with pytest.raises(BackupRefused, match="Give it CREATEDB"):
            restore(tmp_path / "backup", desk.replace("amends@", "clerk@"), force=True)
    finally:
        with psycopg.connect(desk) as connection:
            connection.execute("DROP ROLE clerk")
    assert database_exists(desk, "desk")


def test_a_desk_may_move_to_an_older_server_of_the_firms_own(
    desk: str, empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dump(desk, tmp_path / "backup")
    sixteen = find_binaries().folder.parent.parent / "pginstall" / "bin"
    if not sixteen.is_dir():
        pytest.skip("no older PostgreSQL here")
    older = quick(empty)
    with monkeypatch.context() as patch:
        patch.setenv("AMENDS_POSTGRES_BIN", str(sixteen))
        url = older.start()
    restore(tmp_path / "backup", url)
    assert every_row(url) == every_row(desk)


def test_a_server_newer_than_every_program_here_is_refused_in_plain_words(
    desk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sixteen = find_binaries().folder.parent.parent / "pginstall" / "bin"
    if not sixteen.is_dir():
        pytest.skip("no older PostgreSQL here")
    monkeypatch.setenv("AMENDS_POSTGRES_BIN", str(sixteen))
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(BackupRefused, match="needs a pg_dump of that version or newer"):
        dump(desk, tmp_path / "backup")
