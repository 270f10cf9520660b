"""Where the embedded server lives, and the account that it runs under.

PostgreSQL refuses to run as root, and the account it runs under must be able to walk to its folder. Nobody else's
permissions are changed for that: where the way is barred (a desk under root's home) the cluster lies elsewhere, and a
link in the data folder says where.
"""

from __future__ import annotations

import hashlib
import os
import pwd
import re
import secrets
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from amends.postgres.binaries import PostgresTrouble

ACCOUNTS = ("amends", "postgres", "nobody")
ELSEWHERE = Path("/var/lib/amends")
LAST_RESORT = Path("/tmp")  # noqa: S108  -- the folder we make in it is private, and checked to be
SOCKET_LIMIT = 107 - len("/.s.PGSQL.5432")


@dataclass(frozen=True)
class Account:
    """The system account that PostgreSQL's processes belong to."""

    name: str
    uid: int
    gid: int

    def may_enter(self, folder: Path) -> bool:
        """Answer whether this account can walk to `folder`: every part of the way lets it through."""
        return all(self._passes(part.stat()) for part in (folder, *folder.parents))

    def _passes(self, found: os.stat_result) -> bool:
        if found.st_uid == self.uid:
            return bool(found.st_mode & stat.S_IXUSR)
        if found.st_gid == self.gid:
            return bool(found.st_mode & stat.S_IXGRP)
        return bool(found.st_mode & stat.S_IXOTH)


@dataclass(frozen=True)
class Place:
    """The folder of an embedded server, and whose it is."""

    folder: Path
    account: Account

    @property
    def cluster(self) -> Path:
        """Return PostgreSQL's data folder."""
        return self.folder / "cluster"

    @property
    def log(self) -> Path:
        """Return the file that the server writes its log to."""
        return self.folder / "log"

    @property
    def password(self) -> Path:
        """Return the file with the password for TCP, which is off unless somebody turns it on."""
        return self.folder / "password"

    def lock(self, name: str) -> Path:
        """Return one of the lock files: `start`, `users` or `server`."""
        return self.folder / f"{name}.lock"

    def give(self, path: Path) -> None:
        """Hand a file or folder of ours to the server's account."""
        if os.geteuid() == 0:
            os.chown(path, self.account.uid, self.account.gid, follow_symlinks=False)

    def write(self, path: Path, text: str) -> None:
        """Replace a file of the account's in one step. It is made anew, so a link planted there is never followed."""
        staged = path.with_name(f"{path.name}.{os.getpid()}")
        staged.unlink(missing_ok=True)
        with os.fdopen(os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
        self.give(staged)
        staged.replace(path)

    def open(self, path: Path, flags: int) -> int:
        """Open a file of the account's, made if missing; a link is refused, because root may be the one who opens."""
        descriptor = os.open(path, flags | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        if os.geteuid() == 0:
            os.fchown(descriptor, self.account.uid, self.account.gid)
        return descriptor

    def socket_folder(self) -> Path:
        """Return a folder for the socket that only the account may enter, near the data if that is short enough."""
        near = self.folder / "socket"
        if len(os.fsencode(near)) <= SOCKET_LIMIT and re.fullmatch(r"[\w./-]+", str(near), re.ASCII):
            near.mkdir(mode=0o700, exist_ok=True)
            self.give(near)
            return near
        mark = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:12]
        return self._private(_runtime_folder(self.account) / f"amends-{self.account.uid}-{mark}")

    def _private(self, folder: Path) -> Path:
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
            self.give(folder)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != self.account.uid or found.st_mode & 0o077:
            message = f"{folder} should be a private folder of the account {self.account.name}, and is not. Remove it."
            raise PostgresTrouble(message)
        return folder


def place_for(data: Path) -> Place:
    """Return the place of the embedded server of the desk whose data folder is `data`, made if it is new.

    Under root it belongs to whoever owns the data folder, so a person and root can run the same desk in turn.
    """
    data.mkdir(parents=True, exist_ok=True)
    near = data.resolve() / "postgres"
    if os.geteuid() != 0:
        return _own(near)
    if near.is_dir():
        folder = near.resolve()
        account = _owner_or_servant(folder)
        os.chown(folder, account.uid, account.gid)
        return Place(folder, account)
    account = _owner_or_servant(near.parent)
    if near.is_symlink():
        with suppress(FileExistsError):
            _make(near.readlink(), account)
    elif account.may_enter(near.parent):
        with suppress(FileExistsError):
            _make(near, account)
    else:
        _link(near, account)
    return Place(near.resolve(strict=True), account)


def _own(near: Path) -> Place:
    try:
        near.mkdir(mode=0o700, exist_ok=True)
        folder = near.resolve(strict=True)
        owner = folder.stat().st_uid
    except OSError as error:
        message = f"The database's folder {near} cannot be used: {error.strerror}."
        raise PostgresTrouble(message) from error
    if owner != os.geteuid():
        message = f"The database in {near} belongs to the account {_name(owner)}. Run this as that account, or as root."
        raise PostgresTrouble(message)
    return Place(folder, Account(_name(owner), owner, os.getegid()))


def _owner_or_servant(folder: Path) -> Account:
    """Return whose this folder is; for root's own, an account that has no rights."""
    found = folder.stat()
    if found.st_uid:
        return Account(_name(found.st_uid), found.st_uid, found.st_gid)
    return _unprivileged()


def _unprivileged() -> Account:
    for name in ACCOUNTS:
        with suppress(KeyError):
            entry = pwd.getpwnam(name)
            return Account(name, entry.pw_uid, entry.pw_gid)
    message = "PostgreSQL does not run as root, and there is no account to run it under. Add one named amends."
    raise PostgresTrouble(message)


def _name(uid: int) -> str:
    with suppress(KeyError):
        return pwd.getpwuid(uid).pw_name
    return str(uid)


def _make(folder: Path, account: Account) -> None:
    folder.mkdir(mode=0o700, parents=True)
    os.chown(folder, account.uid, account.gid)


def _link(near: Path, account: Account) -> None:
    """Make the folder where the account can walk, and a link to it where the desk looks for it."""
    ELSEWHERE.mkdir(parents=True, exist_ok=True)
    if not account.may_enter(ELSEWHERE):
        message = f"The account {account.name} cannot enter {near.parent} or {ELSEWHERE}. Choose another data folder."
        raise PostgresTrouble(message)
    target = ELSEWHERE / f"{near.parent.parent.name or 'desk'}-{secrets.token_hex(4)}"
    _make(target, account)
    try:
        near.symlink_to(target)
    except FileExistsError:  # another process was quicker: its folder is the one
        target.rmdir()


def _runtime_folder(account: Account) -> Path:
    """Return a folder for short-lived things whose path leaves room for ours."""
    named = os.environ.get("XDG_RUNTIME_DIR")
    candidates = [*([Path(named)] if named else []), Path(tempfile.gettempdir())]
    for folder in candidates:
        if len(os.fsencode(folder)) + 40 <= SOCKET_LIMIT and folder.is_dir() and account.may_enter(folder):
            return folder
    return LAST_RESORT
