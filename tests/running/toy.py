"""The smallest site that the supervisor can run: one page that says which process answered, and asks the database."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import path

if TYPE_CHECKING:
    from django.http import HttpRequest

SECRET_KEY = "toy"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "tests.running.toy"
DATABASES = {
    "default": {"ENGINE": "django.db.backends.postgresql", "OPTIONS": {"service": ""}, "NAME": "", "CONN_MAX_AGE": 600}
}


def page(_request: HttpRequest) -> HttpResponse:
    """Answer with the process that answers, and the database's start."""
    import psycopg  # noqa: PLC0415

    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        row = connection.execute("SELECT pg_postmaster_start_time()::text").fetchone()
    return HttpResponse(f"{os.getpid()} {row[0] if row else ''}")


urlpatterns = [path("", page)]


def idle() -> None:
    """Do nothing until told to stop."""
    while True:
        time.sleep(60)


def stubborn() -> None:
    """Do nothing, and do not hear that it is told to stop."""
    import signal  # noqa: PLC0415

    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    idle()


def succeed() -> None:
    """Prepare something."""
    sys.stdout.write("prepared\n")


def greet() -> None:
    """Say that pages are answered."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()


def fail() -> None:
    """Fail to prepare."""
    sys.exit(3)


def migrate() -> None:
    """Prepare the real desk."""
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0)


def run() -> int:
    """Run as a command: the data folder, the port, the preparation, and the neighbours' names."""
    from amends.cli.serving import PortTaken, serve  # noqa: PLC0415

    data, port, prepare, *neighbours = sys.argv[1:]
    try:
        return serve(
            Path(data),
            host="127.0.0.1",
            port=int(port),
            prepare=[globals()[prepare]],
            neighbours={name: globals()[name] for name in neighbours},
            announce=greet,
        )
    except PortTaken as taken:
        sys.stdout.write(f"{taken}\n")
        return 2


if __name__ == "__main__":
    sys.exit(run())
