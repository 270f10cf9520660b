"""How often one place may send us something, and the mark that makes two clicks one: counted in the cache all processes share."""

from __future__ import annotations

import hashlib
import ipaddress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.exceptions import PermissionDenied

if TYPE_CHECKING:
    from django.http import HttpRequest

#: Seconds in which is counted; a limit that was reached ends with them.
WINDOW = 15 * 60
_DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` of a kind of thing within a window, for each name it is counted under."""

    kind: str
    most: int

    def key(self, name: str, at: datetime) -> str:
        """Where it is counted; the name itself is not kept."""
        return f"portal:{self.kind}:{int(at.timestamp()) // WINDOW}:{hashlib.sha256(name.encode()).hexdigest()[:32]}"

    def reached(self, name: str, at: datetime) -> bool:
        """Whether there were as many already."""
        return int(cache.get(self.key(name, at), 0)) >= self.most

    def count(self, name: str, at: datetime) -> None:
        """One more."""
        key = self.key(name, at)
        cache.set(key, int(cache.get(key, 0)) + 1, WINDOW)


FROM_ONE_PLACE = Limit("place", 8)
FROM_ONE_MAILBOX = Limit("mailbox", 4)
FROM_EVERYWHERE = Limit("everywhere", 120)
ON_ONE_CASE = Limit("case", 40)
NEW_LINKS = Limit("link", 1)
NEW_LINKS_FROM_ONE_PLACE = Limit("links", 10)


def window_ends(at: datetime) -> datetime:
    """When the counting begins anew."""
    return datetime.fromtimestamp((int(at.timestamp()) // WINDOW + 1) * WINDOW, tz=UTC)


def place(request: HttpRequest) -> str:
    """Where a request comes from: one IPv4 address, or the network of an IPv6 one, which one household has to itself."""
    try:
        address = ipaddress.ip_address(get_adapter().get_client_ip(request))
    except (PermissionDenied, ValueError):
        return ""
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else str(address)  # noqa: PLR2004


class Once:
    """One act, recognised when it is sent again: by its form's mark and all that was typed into it.

    Used as a context: an act that fails is forgotten, so that it can be tried again.
    """

    def __init__(self, request: HttpRequest) -> None:
        said = sorted((name, values) for name, values in request.POST.lists())
        files = sorted((file.name or "", file.size or 0) for file in request.FILES.getlist("files"))
        digest = hashlib.sha256(repr((request.path, said, files)).encode("utf-8", "replace")).hexdigest()
        self._key = f"portal:once:{digest}"
        self.first = False

    def __enter__(self) -> Self:
        self.first = cache.add(self._key, 1, _DAY)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if kind is not None and self.first:
            cache.delete(self._key)
