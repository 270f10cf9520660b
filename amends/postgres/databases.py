"""Addresses of databases, and making and dropping them."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

import psycopg
from psycopg import sql

USER = "amends"
MAINTENANCE = "postgres"


def socket_url(folder: str, database: str) -> str:
    """Return the address of a database behind the socket in `folder`, as psycopg, Django and libpq take it."""
    return f"postgresql://{USER}@/{quote(database, safe='')}?host={quote(folder, safe='')}&port=5432"


def renamed(url: str, database: str) -> str:
    """Return the address of another database on the same server."""
    return urlsplit(url)._replace(path=f"/{quote(database, safe='')}").geturl()


def database_exists(url: str, name: str) -> bool:
    """Answer whether the server at `url` has the database `name`."""
    with psycopg.connect(renamed(url, MAINTENANCE), autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
    return found is not None


def create_database(url: str, name: str, *, template: str = "template1") -> str:
    """Make the database `name` on the server at `url`, as a copy of `template`; the answer is its address.

    psycopg.errors.DuplicateDatabase if it exists; psycopg.errors.ObjectInUse if somebody is connected to the template.
    """
    command = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
    with psycopg.connect(renamed(url, MAINTENANCE), autocommit=True) as connection:
        connection.execute(command)
    return renamed(url, name)


def drop_database(url: str, name: str) -> None:
    """Drop the database `name`, its sessions included; nothing happens if there is none."""
    command = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    with psycopg.connect(renamed(url, MAINTENANCE), autocommit=True) as connection:
        connection.execute(command)
