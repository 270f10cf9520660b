"""Mail that could not be read, kept whole for a person: see the page of kept mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.sample.post import receive

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["mails", "receive"]


def mails() -> Iterator[tuple[str, str, bytes]]:
    """The name, the time and the bytes of each."""
    yield (
        "sample/scan",
        "w1 13:20",
        b"\x00\x01%FAX 2 PAGES\x00\x7f\xfe Pennine Carriers, note of delivery, smudged \x00\x00",
    )
    yield (
        "sample/no-sender",
        "m220",
        b"Subject: re the sofa\r\nTo: care\r\nMIME-Version: 1.0\r\n\r\nits moss not olive. ring me. you have the number\r\n",
    )
