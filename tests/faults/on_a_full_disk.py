"""A desk of its own whose disk is full after some megabytes; run as a program, it prints what it saw as JSON."""

from __future__ import annotations

import json
import os
import re
import resource
import sys
from datetime import UTC, datetime
from pathlib import Path

from amends.postgres.server import Server

ROOM = 40 * 1024 * 1024
PIECE = 6 * 1024 * 1024


def main(folder: Path) -> dict[str, object]:
    """Send files to a customer's page until the disk is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, resource.RLIM_INFINITY))
    server = Server(folder, durable=False, tied=True)
    os.environ["DATABASE_URL"] = server.start()
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    os.environ["DJANGO_SETTINGS_MODULE"] = "amends.site.settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    try:
        return fill()
    finally:
        server.stop(force=True)


def fill() -> dict[str, object]:
    """What the customer and the desk see before, at and after the moment it is full."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import Client

    from amends.cases.portal import PortalLink
    from amends.messages.attachment import Attachment, Blob
    from amends.messages.message import Message
    from tests.cast import make_case

    now = datetime.now(UTC)
    case = make_case(at=now)
    link = PortalLink.objects.give([case], at=now)[case.pk]
    client = Client(raise_request_exception=False, headers={"host": "127.0.0.1"})
    mark = {"mark": re.findall(r'name="mark" value="([^"]+)"', client.get(f"/c/{link.token}").content.decode())[0]}
    kept, answer = 0, None
    for n in range(20):
        file = SimpleUploadedFile(f"{n}.bin", os.urandom(PIECE))
        answer = client.post(f"/c/{link.token}/messages", {**mark, "words": f"Photograph {n}", "files": [file]})
        if answer.status_code >= 400:
            break
        kept += 1
    assert answer is not None
    small = client.post(f"/c/{link.token}/messages", {**mark, "words": "Only words"})
    return {
        "kept": kept,
        "status": answer.status_code,
        "page": answer.content.decode(),
        "messages": Message.objects.filter(channel="portal").count(),
        "attachments": Attachment.objects.count(),
        "whole_blobs": sum(len(bytes(blob.data)) == blob.size == PIECE for blob in Blob.objects.all()),
        "blobs": Blob.objects.count(),
        "after": small.status_code,
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))  # noqa: T201
