"""An example of every verb of safety: alarms, those who are woken, the regulator's clock, and news of themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.affected.joining import link
from amends.journal.actors import DESK
from amends.protection.reading import put_right, read_waiting
from amends.readings.reading import Reading
from amends.safety.alarm import Alarm
from amends.safety.paging import Duty, Page
from amends.safety.report import Report
from amends.safety.ringing import MOST, Ring
from amends.safety.watching import climb_all, spread
from tests.cast import HOUR, make_case
from tests.problems.scenes import make_problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rules.stage import Stage

NO_VERBS = {
    "safety.paging:PageManager.claim": "a step of the page; the page itself is journalled",
    "safety.paging:Page.follow": "a reading",
    "safety.ringing:RingManager.ring": "part of waking",
    "safety.ringing:RingManager.due": "a reading",
    "safety.ringing:RingManager.claim": "a step of the ring; how it ends is journalled",
    "safety.report:ReportManager.fall_due": "part of sounding the alarm",
    "protection.reading:protect": "part of reading",
    "lessons.news:ThemeNewsManager.put_away": "what is due stays due",
    "lessons.news:ThemeNewsManager.claim": "a step of the mail; the telling itself is journalled",
}


def alarm(s: Stage, *, answered: bool = True) -> Alarm:
    """Somebody may come to harm."""
    row = Alarm.objects.sound("smoke", case=s.case, by=DESK, at=s.at)
    if answered:
        row.answer(by=s.cast.mira, at=s.at)
    return row


def harmed(s: Stage) -> object:
    """A word of harm came in."""
    make_case(at=s.at, words="It burned my hand", email="ann@example.com")
    return read_waiting(by=DESK, at=s.at)


def spared(s: Stage) -> Report:
    """Leo finds that nothing must be reported."""
    report = alarm(s).report
    report.spare(because="nobody was hurt", by=s.cast.leo, at=s.at)
    return report


def ring(s: Stage, *, tries: int) -> Ring:
    """A page that a gateway is told of, so often."""
    page = alarm(s, answered=False).pages.get()
    return Ring.objects.create(page=page, way="webhook", tries=tries, next_try_at=s.at)


def linked(s: Stage) -> object:
    """The case of an alarm turns out to be of a problem."""
    alarm(s)
    return link(make_problem(s.cast, at=s.at), s.case, by=s.by, at=s.at)


def dangerous(s: Stage) -> None:
    """Somebody finds a danger in words that read harmless."""
    read_waiting(by=DESK, at=s.at)
    put_right(Reading.objects.get(message__case=s.case), "flag", "safety", holds=True, by=s.by, at=s.at)


EXAMPLES: dict[str, Callable[[Stage], object]] = {
    "safety.alarm:AlarmManager.sound": lambda s: alarm(s, answered=False),
    "safety.alarm:AlarmManager.raise_on": lambda s: Alarm.objects.raise_on(s.case, "It burns", by=s.by, at=s.at),
    "safety.alarm:Alarm.answer": alarm,
    "safety.alarm:Alarm.appoint": lambda s: alarm(s).appoint(s.cast.mira, by=s.cast.mira, at=s.at),
    "safety.alarm:Alarm.stand_down": lambda s: alarm(s).stand_down(because="it was steam", by=s.cast.mira, at=s.at),
    "safety.alarm:Alarm.spread": lambda s: (linked(s), Alarm.objects.get().spread(by=DESK, at=s.at)),
    "safety.alarm:Item.tick": lambda s: alarm(s).items.all()[0].tick(by=s.by, at=s.at),
    "safety.paging:DutyManager.appoint": lambda s: Duty.objects.appoint([s.cast.mira], by=s.by, at=s.at),
    "safety.paging:PageManager.climb": lambda s: Page.objects.climb(alarm(s, answered=False), by=DESK, at=s.at + HOUR),
    "safety.report:Report.tell": lambda s: alarm(s).report.tell(
        "the market watch", told_at=s.at, evidence="their receipt", by=s.by, at=s.at
    ),
    "safety.report:Report.spare": spared,
    "safety.report:Report.second": lambda s: spared(s).second(by=s.cast.mira, at=s.at),
    "safety.ringing:Ring.taken": lambda s: ring(s, tries=1).taken(at=s.at),
    "safety.ringing:Ring.failed": lambda s: ring(s, tries=MOST).failed("it answered 500", at=s.at),
    "safety.watching:climb_all": lambda s: (alarm(s, answered=False), climb_all(by=DESK, at=s.at + HOUR)),
    "safety.watching:spread": lambda s: (linked(s), spread(by=DESK, at=s.at)),
    "protection.reading:read_waiting": harmed,
    "protection.reading:put_right": dangerous,
    "messages.message:MessageManager.take_down": lambda s: s.case.messages.take_down(
        "It is warm", channel="phone", by=s.by, said_at=s.at, at=s.at
    ),
}

#: The deed of a verb whose entry has another name than the rest of its example.
DEED = {
    "safety.alarm:Alarm.stand_down": "safety.stood_down",
    "safety.alarm:Alarm.spread": "safety.spread",
    "safety.watching:spread": "safety.spread",
    "safety.report:Report.second": "safety.spared_seconded",
    "safety.ringing:Ring.failed": "safety.gateway_failed",
    "protection.reading:read_waiting": "safety.alarmed",
    "protection.reading:put_right": "safety.alarmed",
}
