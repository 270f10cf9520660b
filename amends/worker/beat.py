"""The beat: quick looks for what no job was left for, so that nothing waits because a job was lost or a server was away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from amends.arrivals.arrival import Arrival
from amends.intake.receiving import receive_waiting
from amends.integrations.ringing import ring_due
from amends.journal.actors import DESK
from amends.mail.sending import send_due
from amends.mail.tireless import start, tirelessly
from amends.messages.delivery import Delivery
from amends.worker.outreach import look

if TYPE_CHECKING:
    import threading

SENDING = 5.0  # seconds between looks for mail to send
LOOKING = (
    5.0  # seconds between looks after problems and alarms, and for gateways to tell: a job might wait behind others
)
READING = 10.0  # seconds between looks for mail to read, which is another process's work as long as it lives


def start_beat(stop: threading.Event) -> list[threading.Thread]:
    """Each look is taken in a thread of its own, until `stop`."""
    return [
        start("beat: sending", lambda: tirelessly(lambda: send(stop), what="sending mail", stop=stop, every=SENDING)),
        start("beat: reading", lambda: tirelessly(read, what="reading mail", stop=stop, every=READING)),
        start("beat: problems", lambda: tirelessly(look, what="looking after problems", stop=stop, every=LOOKING)),
        start(
            "beat: gateways",
            lambda: tirelessly(lambda: ring_due(stop=stop), what="waking people", stop=stop, every=LOOKING),
        ),
    ]


def send(stop: threading.Event) -> None:
    """What dead senders held is back in the queue, and what is due has been tried. Two small queries if nothing is."""
    Delivery.objects.reclaim(by=DESK, at=timezone.now())
    send_due(stop=stop)


def read() -> None:
    """No stored mail waits any more. One small query if none does."""
    while Arrival.objects.unread().exists():
        receive_waiting(at=timezone.now())
