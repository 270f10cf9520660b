"""Static files carry the hash of their content in their address, so that a browser keeps them until they change."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class Versioned(StaticFilesStorage):
    """`/static/css/base.css?v=1a2b3c4d`."""

    def url(self, name: str | None, *args: Any, **kwargs: Any) -> str:
        """The address of a file, with its version; a file that is not there has none."""
        address = super().url(name, *args, **kwargs)
        version = _version(name or "")
        return f"{address}?v={version}" if version else address


@lru_cache(maxsize=256)
def _version(name: str) -> str:
    found = finders.find(name)
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:8] if isinstance(found, str) else ""
