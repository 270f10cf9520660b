"""The mail process: listener, reader and fetchers under one roof."""

from __future__ import annotations

import functools
import logging
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from amends.arrivals.arrival import Arrival
from amends.intake.receiving import receive_waiting
from amends.mail.fetching import keep_fetching
from amends.mail.listener import Listener, Store, place
from amends.mail.tireless import start, tirelessly

if TYPE_CHECKING:
    import threading

log = logging.getLogger(__name__)
_GATHER = 0.1  # seconds
_LOOK = 2.0  # seconds between looks for mail that another process stored


def run(stop: threading.Event) -> None:
    """Take mail in until `stop` is set; everything that was acknowledged is stored when this returns.

    OSError when the listening address cannot be had. Without AMENDS_MAIL_LISTEN nothing listens.
    """
    store = Store()
    listener = None
    if settings.MAIL_LISTEN:
        host, port = place(settings.MAIL_LISTEN)
        listener = Listener(store, host=host, port=port)
        log.info("mail is taken on %s port %s", host, listener.port)
    threads = [start("mail reader", functools.partial(_keep_reading, stop, store.stored))]
    threads += [
        start("mail fetcher", functools.partial(keep_fetching, url, stop, store.stored)) for url in settings.IMAP_URLS
    ]
    stop.wait()
    if listener:
        listener.close()
    store.close()
    store.stored.set()
    for thread in threads:
        thread.join(timeout=10)


def _keep_reading(stop: threading.Event, stored: threading.Event) -> None:
    """Stored mail becomes cases: at once when we stored it, soon when somebody else did."""

    def read() -> None:
        if (
            stored.is_set()
        ):  # woken in the middle of a rush: a moment later there is a batch to read instead of one mail
            stop.wait(_GATHER)
            stored.clear()
        while Arrival.objects.unread().exists():
            receive_waiting(at=timezone.now())

    tirelessly(read, what="reading mail", stop=stop, every=_LOOK, wake=stored)
