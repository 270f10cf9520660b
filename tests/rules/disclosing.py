"""An example of every verb of problems, and of what tells those affected; each leaves its entry in the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.affected.affected import Affected
from amends.affected.joining import link
from amends.affected.opening import open_span
from amends.affected.redress import Redress
from amends.journal.actors import DESK
from amends.messages.delivery import Delivery
from amends.notices.notice import Notice
from amends.notices.wave import Wave
from amends.notices.writing import write_on
from amends.outreach.ending import end
from amends.outreach.to_call import ToCall
from amends.problems.nudge import Nudge
from amends.problems.problem import Problem
from amends.signals.signal import Signal
from amends.statuspage.subscriber import Subscriber
from tests.cast import DAY, SURE
from tests.problems.scenes import affect, csv_of, jar, make_problem, people
from tests.rules import harm

if TYPE_CHECKING:
    from collections.abc import Callable

    from amends.problems.decision import Decision
    from tests.rules.stage import Stage

#: What takes `at` and is no verb.
NO_VERBS = {
    "authority.spend:SpendManager.reserve": "part of approving what everybody affected is given, which is journalled",
    "affected.redress:Redress.go_on": "a step of the job that carrying out leaves; each case it puts right is journalled",
    "problems.nudge:NudgeManager.claim": "a step of the mail; the nudge itself is journalled",
    "problems.nudge:NudgeManager.settle": "clears what is no longer asked for; the deed that did it is journalled",
    "problems.problem:Problem.said_something": "part of the verbs that tell",
    "notices.wave:unsay": "part of stopping",
    "notices.wording:read_as_notice": "a reading",
    "outreach.ladder:advise": "a reading",
    "outreach.to_call:ToCallManager.claim": "a turn of a quarter of an hour; what comes of it is journalled",
    "statuspage.files:write": "writes files of what was published, which is journalled",
    "statuspage.subscriber:StatusMailManager.tell": "part of publishing",
    "statuspage.subscriber:StatusMailManager.claim": "a step of the mail",
    "signals.signal:waits": "a reading",
    **harm.NO_VERBS,
}


def problem(s: Stage, **changes: object) -> Problem:
    """Known and decided to be told."""
    return make_problem(s.cast, at=s.at, **changes)  # type: ignore[arg-type]


def silence(s: Stage) -> Decision:
    """Proposed by Leo."""
    return problem(s, told=False).decisions.make(tell=False, because="x", by=s.cast.leo, at=s.at)


def affected(s: Stage, *, phone: bool = True) -> Problem:
    """With two people it lets down."""
    found = problem(s)
    affect(found, people(2, phone=phone), s.cast, at=s.at)
    return found


def notice(s: Stage, *, approved: bool = True) -> Notice:
    """Written by Ada, and read by Leo."""
    words = "We are sorry. {what_happened} {course}"
    row = affected(s, phone=True).notices.write("Your order", words, sure=SURE, by=s.cast.ada, at=s.at)
    if approved:
        row.approve(by=s.cast.leo, at=s.at)
    return row


def wave(s: Stage) -> Wave:
    """On its way."""
    return notice(s).waves.send(by=s.cast.ada, at=s.at)


def redress(s: Stage, *, approved: bool = True) -> Redress:
    """Proposed by Leo, approved by Mira, for people who have their notice."""
    going = wave(s)
    write_on(going.pk, at=s.at)
    Delivery.objects.update(state="sent", sent_at=s.at)
    row = going.notice.problem.redress.propose(jar(s.cast), failure="F1", by=s.cast.leo, at=s.at)
    if approved:
        row.approve(by=s.cast.mira, at=s.at)
    return row


def call(s: Stage) -> ToCall:
    """Somebody to call."""
    ToCall.objects.put_on(affected(s), "all", by=s.by, at=s.at)
    return ToCall.objects.select_related("affected__case", "problem").order_by("pk")[0]


def bounced(s: Stage) -> object:
    """A notice that came back."""
    write_on(wave(s).pk, at=s.at)
    Delivery.objects.order_by("pk")[0].bounce(because="no such mailbox", by=DESK, at=s.at)
    return ToCall.objects.call_who_bounced(by=DESK, at=s.at)


def unreachable(s: Stage) -> Affected:
    """Somebody without a contact."""
    affect(problem(s), ["Nobody,,,,1", *people(1)], s.cast, at=s.at)
    return Affected.objects.select_related("problem").get(name="Nobody")


def subscriber(s: Stage) -> Subscriber:
    """Eve, who asked."""
    Subscriber.objects.ask(problem(s), "eve@example.org", at=s.at)
    return Subscriber.objects.select_related("problem").get()


def ended(s: Stage) -> None:
    """Nobody is left."""
    end(problem(s), because="no jar was sold", by=s.by, at=s.at)


EXAMPLES: dict[str, Callable[[Stage], object]] = {
    "problems.problem:ProblemManager.open_one": problem,
    "problems.problem:Problem.change": lambda s: problem(s).change(cause="known", by=s.by, at=s.at),
    "problems.problem:Problem.give_to": lambda s: problem(s).give_to(s.cast.ada, by=s.by, at=s.at),
    "problems.problem:Problem.go_mass": lambda s: problem(s).go_mass(because="too many", by=s.by, at=s.at),
    "problems.decision:DecisionManager.make": problem,
    "problems.decision:Decision.second": lambda s: silence(s).second(by=s.cast.mira, at=s.at),
    "problems.nudge:NudgeManager.give_due": lambda s: (
        problem(s, told=False),
        Nudge.objects.give_due(by=DESK, at=s.at + 2 * DAY),
    ),
    "affected.affected:Affected.learn_contact": lambda s: unreachable(s).learn_contact(
        email="no@example.com", by=s.by, at=s.at
    ),
    "affected.affected:Affected.give_up": lambda s: (
        affected(s),
        Affected.objects.all()[0].give_up(because="gone", by=s.by, at=s.at),
    ),
    "affected.joining:link": lambda s: link(problem(s), s.case, by=s.by, at=s.at),
    "affected.listing:add_list": affected,
    "affected.opening:open_span": lambda s: (affected(s), open_span(Problem.objects.get(), 0, 1, by=DESK, at=s.at)),
    "affected.redress:RedressManager.propose": lambda s: redress(s, approved=False),
    "affected.redress:Redress.approve": redress,
    "affected.redress:Redress.end": lambda s: redress(s).end(by=s.cast.mira, at=s.at),
    "affected.redress:Redress.carry_out": lambda s: redress(s).carry_out("sent", by=s.by, at=s.at),
    "affected.upload:UploadManager.hand_in": lambda s: problem(s).uploads.hand_in(
        csv_of(*people(1)).read(), name="x", by=s.by, at=s.at
    ),
    "affected.upload:Upload.add": lambda s: (
        problem(s).uploads.hand_in(csv_of(*people(1)).read(), name="x", by=s.by, at=s.at)[0].add(by=s.by, at=s.at)
    ),
    "notices.notice:NoticeManager.write": lambda s: notice(s, approved=False),
    "notices.notice:Notice.approve": notice,
    "notices.wave:WaveManager.send": wave,
    "notices.wave:Wave.stop": lambda s: wave(s).stop(by=s.by, at=s.at),
    "notices.writing:write_on": lambda s: write_on(wave(s).pk, at=s.at),
    "outreach.ending:end": ended,
    "outreach.to_call:ToCallManager.put_on": call,
    "outreach.to_call:ToCallManager.call_who_bounced": bounced,
    "outreach.to_call:ToCall.spoke": lambda s: call(s).spoke("Told them.", by=s.by, at=s.at),
    "outreach.to_call:ToCall.missed": lambda s: call(s).missed("busy", by=s.by, at=s.at),
    "outreach.to_call:ToCall.decline": lambda s: call(s).decline("No calls, please.", by=s.by, at=s.at),
    "statuspage.page:PostManager.publish": lambda s: problem(s).posts.publish(
        "Some lids may not close.", title="Jars", how="known", by=s.by, at=s.at
    ),
    "statuspage.subscriber:SubscriberManager.ask": subscriber,
    "statuspage.subscriber:Subscriber.confirm": lambda s: subscriber(s).confirm(at=s.at),
    "statuspage.subscriber:Subscriber.end": lambda s: subscriber(s).end(at=s.at),
    "signals.signal:SignalManager.note": lambda s: Signal.objects.note(
        "score", "2 of 10", email="ann@example.com", seen_at=s.at, by=DESK, at=s.at
    ),
    **harm.EXAMPLES,
}

#: The deed of a verb whose entry has another name than the rest of its example.
DEED = {
    "problems.decision:Decision.second": "problem.silence_seconded",
    "affected.joining:link": "problem.linked",
    "affected.listing:add_list": "affected.added",
    "affected.opening:open_span": "case.opened",
    "affected.redress:Redress.carry_out": "redress.carried_out",
    "notices.wave:Wave.stop": "wave.stopped",
    "notices.writing:write_on": "message.written",
    "outreach.ending:end": "problem.closed",
    "outreach.to_call:ToCallManager.call_who_bounced": "calls.added",
    "outreach.to_call:ToCall.missed": "attempt.made",
    **harm.DEED,
}
