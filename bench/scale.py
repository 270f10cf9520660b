"""Loads a desk of any age straight into its tables: N open cases, five messages of 700 characters each, all side rows.

There are half as many customers as cases, three cases in ten nobody owns, due dates spread over 60 days, and 1,000
distinct texts. The phrase PHRASE_FIRST is in the first message of three cases, PHRASE_LATER in the third of one.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from django.apps import apps
from django.db import connections, transaction

from amends.journal.actors import DESK
from bench.corpus import sentences

if TYPE_CHECKING:
    from datetime import datetime

    from bench.kit import Desk

PEOPLE, TEXTS, LENGTH = 50, 1000, 700
PHRASE_FIRST, PHRASE_LATER = "zebrafish paperweight exploded", "quokka trampoline burst"
COMMON = "delivery"  # a word of most messages
_SQL = Path(__file__).with_suffix(".sql")
_LOADED = ("customer", "address", "case", "arrival", "message", "delivery", "entry")  # their keys were given by hand


def load_cases(desk: Desk, cases: int, *, at: datetime) -> list[int]:
    """So many cases stand as of `at`, and the keys of the people who own them are returned; the desk must be new."""
    people = _people(at)
    with psycopg.connect(desk.server.url) as connection:
        search = connection.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'message_found_by'").fetchone()
        assert search, "no index for full-text search"
        connection.execute("SET LOCAL session_replication_role = replica")
        connection.execute("SET LOCAL work_mem = '256MB'")
        connection.execute("SET LOCAL maintenance_work_mem = '512MB'")
        connection.execute("DROP INDEX message_found_by")  # made again in one go, which is much faster
        _tables(connection, cases, people, at)
        connection.execute(_SQL.read_bytes())
        connection.execute(search[0].encode())
        for table in _LOADED:
            name = f"amends_{table}"
            connection.execute(f"SELECT setval('{name}_id_seq', (SELECT max(id) FROM {name}))".encode())  # noqa: S608
    desk.sql("VACUUM ANALYZE")
    desk.sql("CHECKPOINT")
    return [key for key, _ in people]


def texts() -> list[str]:
    """The thousand texts, always the same."""
    chance = random.Random(7)
    words = ["".join(chance.choices("bdfgklmnprst", k=2) + chance.choices("aeiou", k=2) + ["n"]) for _ in range(4000)]
    found = []
    for _ in range(TEXTS):
        text = f"This is about the {COMMON}. {sentences(chance, 5)}"
        while len(text) < LENGTH:
            text += " " + words[min(int(chance.expovariate(1 / 600)), len(words) - 1)]
        found.append(text[:LENGTH])
    return found


def _people(at: datetime) -> list[tuple[int, str]]:
    models: Any = apps  # by name: the models load with the desk, not before
    queues, persons = models.get_model("amends.Queue").objects, models.get_model("amends.Person").objects
    with transaction.atomic():
        queue = queues.front_desk()
        people = [persons.add(f"agent{n}@desk.example.com", name=f"Agent {n}", by=DESK, at=at) for n in range(PEOPLE)]
        for person in people:
            queue.man(person, by=DESK, at=at)
    connections.close_all()
    return [(person.pk, person.name) for person in people]


def _tables(connection: psycopg.Connection, cases: int, people: list[tuple[int, str]], at: datetime) -> None:
    """What the statements read from."""
    connection.execute("CREATE TEMP TABLE scale (cases int, customers int, people int, at timestamptz)")
    connection.execute("INSERT INTO scale VALUES (%s, %s, %s, %s)", [cases, max(cases // 2, 1), len(people), at])
    connection.execute("CREATE TEMP TABLE scale_text (id int PRIMARY KEY, words text)")
    connection.execute("CREATE TEMP TABLE scale_agent (nr int, id bigint, name text)")
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO scale_text VALUES (%s, %s)", list(enumerate(texts())))
        cursor.executemany("INSERT INTO scale_agent VALUES (%s, %s, %s)", [(n, *who) for n, who in enumerate(people)])
