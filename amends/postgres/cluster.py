"""The cluster: how the embedded server's files are made, and settings for a small desk that shares its machine."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
from typing import TYPE_CHECKING, TypedDict

from amends.postgres.binaries import PostgresTrouble
from amends.postgres.databases import USER

if TYPE_CHECKING:
    from pathlib import Path

    from amends.postgres.binaries import Binaries
    from amends.postgres.place import Place

BUILTIN_LOCALE_SINCE = 17

INCLUDE = "include 'amends.conf'  # written at every start; settings of your own go below this line and win"

SETTINGS = {
    "listen_addresses": "",  # the socket in a private folder is the only door
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "jit": "off",  # compiling costs more than our short queries do
    "random_page_cost": "1.1",  # solid-state storage
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
    "wal_compression": "on",
    "wal_level": "minimal",  # nobody replicates an embedded server; a firm that wants to has its own
    "max_wal_senders": "0",
    "max_logical_replication_workers": "0",
    "timezone": "UTC",
    "lc_messages": "C",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] ",
    # What customers wrote stays out of the log: no statements, and no details that quote a row.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
}
FLEETING = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "dynamic_shared_memory_type": "mmap",  # inside the cluster, so that removing a killed one removes all of it
}


def configuration(*, shared_buffers: str, durable: bool, preload: str) -> str:
    """Return the text of `amends.conf`. Without `durable` a crash of the machine loses the cluster: tests only."""
    settings = SETTINGS | {"shared_buffers": shared_buffers} | ({} if durable else FLEETING)
    if preload:
        settings["shared_preload_libraries"] = preload
    return "".join(f"{name} = '{value}'\n" for name, value in settings.items())


class Identity(TypedDict, total=False):
    """How a program is run as the server's account."""

    cwd: Path
    env: dict[str, str]
    user: int
    group: int
    extra_groups: list[int]


def identity(place: Place) -> Identity:
    """Return how to run a program as the server's account, with nothing of ours in its environment but the paths."""
    environment = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "TMPDIR") if name in os.environ}
    if os.geteuid() != 0:
        return Identity(cwd=place.folder, env=environment)
    who = place.account
    return Identity(cwd=place.folder, env=environment, user=who.uid, group=who.gid, extra_groups=[])


def initialise(place: Place, binaries: Binaries, *, durable: bool) -> None:
    """Make the cluster if there is none: whole, or not at all."""
    mark = place.cluster / "PG_VERSION"
    if mark.exists():
        if int(mark.read_text()) != binaries.version:
            message = (
                f"The database in {place.cluster} was made by PostgreSQL {mark.read_text().strip()}, and the one here "
                f"is {binaries.version}. Set AMENDS_POSTGRES_BIN to the old one, make a backup, and restore it into "
                "a new folder."
            )
            raise PostgresTrouble(message)
        return
    staged = place.folder / "cluster.new"
    shutil.rmtree(staged, ignore_errors=True)
    place.write(place.password, secrets.token_urlsafe(32) + "\n")
    command = [binaries.program("initdb"), "-D", str(staged), f"--username={USER}", f"--pwfile={place.password}"]
    command += ["--encoding=UTF8", "--locale=C.UTF-8", "--auth-local=trust", "--auth-host=scram-sha-256"]
    if binaries.version >= BUILTIN_LOCALE_SINCE:
        command += [
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
        ]  # sorts the same on every machine, and fast
    if not durable:
        command += ["--no-sync"]
    ours = identity(place)  # in a session of its own, because Ctrl-C at the terminal is answered by us
    said = subprocess.run(command, **ours, capture_output=True, text=True, check=False, start_new_session=True)  # noqa: S603
    if said.returncode:
        message = f"The database could not be made in {place.folder}:\n{said.stderr.strip()}"
        raise PostgresTrouble(message)
    with (staged / "postgresql.conf").open("a") as file:
        file.write(f"\n{INCLUDE}\n")
    staged.rename(place.cluster)
