"""An example of every verb of what customers say and what we make of it: taken onto the case, answered by mail alone, declined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.callbacks.calling import write
from amends.messages.writing import Reply
from amends.protection.reading import put_right
from amends.readings.reading import Reading
from tests.cast import HOUR, SURE, make_case

if TYPE_CHECKING:
    from collections.abc import Callable

    from amends.followups.declining import Decline
    from amends.readings.taking import Taken
    from tests.rules.stage import Stage

NO_VERBS = {
    "advice.voice:ensure_voice": "part of writing",
    "concerns.round:Round.take_back_wish": "part of undoing what was taken",
    "followups.ending:let_go": "part of the verbs that end a case",
    "followups.declining:DeclineManager.drop": "part of the verbs that end a case",
}


def read_of(s: Stage) -> Reading:
    """What was read in the first words of another case."""
    words = "My table came broken on 2 February. I want a refund. I need it before Friday."
    case = make_case(words=words, email="grace@example.com", at=s.at)
    (found,) = Reading.objects.keep(case.messages.theirs(), at=s.at)
    return found


def taken(s: Stage, *, last: bool = False) -> Taken:
    """Something of it is on the case: their wish, or the day they need it by."""
    found: list[Taken] = read_of(s).taken.take_all(by=s.by, at=s.at)
    return next(row for row in found if (row.deadline is not None if last else row.wish))


def proposed(s: Stage) -> Decline:
    """Leo would decline, and asked Ada to read it."""
    row: Decline = s.case.declines.propose("a raft", instead="a repair", reader=s.cast.ada, by=s.by, at=s.at)
    return row


EXAMPLES: dict[str, Callable[[Stage], object]] = {
    "readings.taking:TakenManager.take": lambda s: read_of(s).taken.take("concern.0", by=s.by, at=s.at),
    "readings.taking:TakenManager.take_all": lambda s: read_of(s).taken.take_all(by=s.by, at=s.at),
    "readings.taking:Taken.undo": lambda s: taken(s).undo(by=s.by, at=s.at),
    "readings.taking:Taken.in_time": lambda s: taken(s, last=True).in_time(by=s.by, at=s.at),
    "protection.reading:put_right": lambda s: put_right(read_of(s), "flag", "legal", holds=True, by=s.by, at=s.at),
    "concerns.round:Round.write_alone": lambda s: s.round.write_alone("no number", by=s.by, at=s.at),
    "callbacks.calling:write": lambda s: write(
        s.case, Reply(sure=SURE, words="Sorry."), call_by=s.at + HOUR, by=s.by, at=s.at
    ),
    "followups.declining:DeclineManager.propose": proposed,
    "followups.declining:Decline.agree": lambda s: proposed(s).agree(by=s.cast.ada, at=s.at),
    "followups.declining:Decline.object": lambda s: proposed(s).object("They are right", by=s.cast.ada, at=s.at),
    "followups.declining:Decline.withdraw": lambda s: proposed(s).withdraw(by=s.by, at=s.at),
    "followups.declining:Decline.pass_on": lambda s: proposed(s).pass_on(by=s.by, at=s.at),
}
DEED = {
    "readings.taking:TakenManager.take": "reading.taken",
    "readings.taking:TakenManager.take_all": "reading.taken",
    "readings.taking:Taken.undo": "reading.taken_back",
    "readings.taking:Taken.in_time": "reading.in_time",
    "protection.reading:put_right": "case.protected",
    "concerns.round:Round.write_alone": "mail.alone",
    "callbacks.calling:write": "message.written",
    "followups.declining:Decline.agree": "case.closed",
    "followups.declining:Decline.object": "decline.objected",
    "followups.declining:Decline.withdraw": "decline.withdrawn",
}
