"""A real Dovecot on loopback, with its folder of mail, for as long as a test runs."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imapclient import IMAPClient

from tests.mail.servers import free_port, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROGRAM = shutil.which("dovecot")

# One unprivileged user stands for all: the mailboxes are a test's and live in its folder.
CONFIGURATION = """
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
first_valid_gid = 1
mail_uid = {user}
mail_gid = {group}
default_internal_user = {user_name}
default_internal_group = {group_name}
default_login_user = {user_name}
mmap_disable = yes
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
passdb {{
  driver = static
  args = password=s@cret/1
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%u
}}
"""
PASSWORD = "s@cret/1"


@dataclass(frozen=True, slots=True)
class Dovecot:
    """Its port and folder."""

    port: int
    folder: Path

    @property
    def url(self) -> str:
        """The mailbox of care@, as our settings name it."""
        return f"imap://care:s%40cret%2F1@127.0.0.1:{self.port}/INBOX?tls=none"

    @contextlib.contextmanager
    def client(self) -> Iterator[IMAPClient]:
        """Somebody else who has the mailbox open."""
        with IMAPClient("127.0.0.1", self.port, ssl=False, use_uid=True, timeout=10) as client:
            client.login("care", PASSWORD)
            client.select_folder("INBOX")
            yield client

    def put(self, *raws: bytes, flags: tuple[bytes, ...] = ()) -> None:
        """Mail arrives in the mailbox."""
        with self.client() as client:
            for raw in raws:
                client.append("INBOX", raw, flags)

    def flags(self) -> list[tuple[bytes, ...]]:
        """The marks on each message."""
        with self.client() as client:
            found = client.fetch(client.search(), ["FLAGS"])
            return [
                tuple(sorted(flag for flag in data[b"FLAGS"] if flag != b"\\Recent"))
                for _, data in sorted(found.items())
            ]

    def renumber(self) -> None:
        """The mailbox is put back from a backup: all messages get new numbers."""
        for path in (self.folder / "mail" / "care").glob("dovecot*"):
            path.unlink()
        time.sleep(1.1)  # the new UIDVALIDITY is a time in seconds


@contextlib.contextmanager
def dovecot(folder: Path) -> Iterator[Dovecot]:
    """A running server, gone afterwards."""
    import grp  # noqa: PLC0415
    import pwd  # noqa: PLC0415

    assert PROGRAM
    user = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    group = grp.getgrgid(user.pw_gid)
    port = free_port()
    for part in (folder, *folder.parents):
        if part.owner() == pwd.getpwuid(os.geteuid()).pw_name and os.access(part, os.W_OK) and len(part.parts) > 2:
            part.chmod(part.stat().st_mode | 0o111)
    (folder / "mail").mkdir()
    os.chown(folder / "mail", user.pw_uid, user.pw_gid)
    path = folder / "dovecot.conf"
    path.write_text(
        CONFIGURATION.format(
            folder=folder,
            port=port,
            user=user.pw_uid,
            group=user.pw_gid,
            user_name=user.pw_name,
            group_name=group.gr_name,
        )
    )
    process = subprocess.Popen([PROGRAM, "-F", "-c", str(path)], stderr=subprocess.PIPE)
    found = Dovecot(port, folder)
    try:
        answers = until(lambda: process.poll() is not None or _answers(found), seconds=15)
        said = (folder / "log").read_text() if (folder / "log").exists() else ""
        assert answers, said
        assert process.poll() is None, f"{process.stderr and process.stderr.read()!r} {said}"
        yield found
    finally:
        process.terminate()
        process.wait(timeout=15)


def _answers(found: Dovecot) -> bool:
    try:
        with found.client():
            return True
    except OSError:
        return False
