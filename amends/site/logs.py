"""What is logged, and what never is: the tokens of customers' links and one-time links are cut out of every line."""

from __future__ import annotations

import logging
import re

_SECRETS = re.compile(r"(/(?:c|in|a|calendar)/)[^/\s?\"']{6,}|(://[^:/\s]+:)[^@\s]+@")


class Discreet(logging.Formatter):
    """A line with `/c/…`, `/in/…`, `/a/…` and `/calendar/…` where a link's secret stood, and no password in an address."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without secrets."""
        return hide(super().format(record))


def hide(line: str) -> str:
    """The same words without tokens of links and passwords of addresses."""
    return _SECRETS.sub(lambda found: f"{found[1]}…" if found[1] else f"{found[2]}…@", line)


def begin(level: int = logging.INFO) -> None:
    """Log to standard error, discreetly."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler])
