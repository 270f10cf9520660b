"""An example of every verb of outcomes, experiments, win-backs and reports; each leaves its entry in the journal."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from amends.experiments.lots import object_to
from amends.followups import asking
from amends.followups.ending import end
from amends.journal.actors import DESK
from amends.messages.writing import Reply
from amends.outcomes.activity import Feed
from amends.outcomes.noting import note_all
from amends.outcomes.outcome import Outcome
from amends.outcomes.settling import settle
from amends.reports.judging import judge_drawn
from amends.reports.money import Costs
from amends.reports.monthly import ReportMail, ReportOrder
from amends.winbacks.inviting import Invitation
from amends.winbacks.winback import WinBack
from tests.cast import DAY, SURE
from tests.experiments.scenes import register, running
from tests.outcomes.scenes import settled, tell, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from amends.experiments.assignment import Assignment
    from tests.rules.stage import Stage

#: What takes `at` and is no verb.
NO_VERBS = {
    "offers.loss:Loss.draw_token": "part of noting the loss; what it draws or keeps out is journalled",
    "remedies.retiring:tried": "a reading",
    "remedies.retiring:to_retire": "a reading",
    "experiments.lots:decide": "part of the verb that decides; what it draws or keeps out is journalled",
    "experiments.answering:first_answered": "part of the first answer; what it draws or keeps out is journalled",
    "experiments.answering:follow_up_shares": "part of resolving; what it draws or keeps out is journalled",
    "experiments.menus:arrange": "part of offering; what it draws or keeps out is journalled",
    "experiments.assignment:AssignmentManager.draw": "part of the verb that offers, and journalled there",
    "outcomes.activity:FeedManager.known_until": "a reading",
    "winbacks.inviting:InvitationManager.may_ask": "a reading",
    "reports.judging:own_plan": "a reading",
    "outcomes.fairness:gaps": "a reading",
    "outcomes.tables:shares": "a reading",
    "outcomes.tables:severities": "a reading",
    "outcomes.tables:lives": "a reading",
    "reports.report:report": "a reading",
    "reports.monthly:ReportMailManager.claim": "a step of the mail; the report itself is journalled",
}


def drawn(s: Stage) -> Assignment:
    """Somebody was drawn, and their time is over."""
    from amends.experiments.assignment import Assignment  # noqa: PLC0415

    row = running(s.cast)
    found = Assignment.objects.draw(row, s.customer.pk, case=s.case, cost=Decimal(5), by=s.by, at=s.at)
    tell(told("contract", -9), until=100)
    return found


def lost(s: Stage) -> Outcome:
    """The customer told us that they leave."""
    end(s.case, "lost", because="They move their account", by=s.by, at=s.at)
    settled(100)
    return Outcome.objects.get(case=s.case)


def satisfied(s: Stage) -> None:
    """All is right again."""
    s.resolved()
    s.case.follow_ups.update(waived_at=s.at, waived_by=s.by, waived_because="x")
    asking.answer(s.case, {s.case.concerns.get().pk: "right"}, via="phone", by=s.by, at=s.at + DAY)
    s.case.refresh_from_db()


def thanked(s: Stage) -> object:
    """They are thanked, after that."""
    satisfied(s)
    letter = Reply(words="Thank you.", sure=SURE)
    return Invitation.objects.ask(s.case, "thanks", letter, by=s.by, at=s.at + 2 * DAY)


def feed(s: Stage) -> Feed:
    """A shop tells what they did."""
    note_all([told("order", -1)], source="shop", by=DESK, at=s.at)
    return Feed.objects.get()


EXAMPLES: dict[str, Callable[[Stage], object]] = {
    "experiments.experiment:ExperimentManager.register": lambda s: register(s.cast),
    "experiments.experiment:Experiment.begin": lambda s: running(s.cast),
    "experiments.lots:object_to": lambda s: (running(s.cast), object_to("menu", s.case, because="x", by=s.by, at=s.at)),
    "experiments.experiment:Experiment.stop": lambda s: running(s.cast).stop(because="x", by=s.cast.mira, at=s.at),
    "outcomes.noting:note_all": feed,
    "outcomes.activity:Feed.end": lambda s: feed(s).end(by=s.by, at=s.at),
    "outcomes.settling:settle": lambda s: settle(by=DESK, at=s.at),
    "reports.judging:judge_drawn": lambda s: (drawn(s), judge_drawn(by=DESK, at=s.at + 100 * DAY)),
    "reports.money:CostsManager.note": lambda s: Costs.objects.note(
        begins=s.at.date(), ends=(s.at + DAY).date(), currency="GBP", by=s.by, at=s.at
    ),
    "winbacks.inviting:InvitationManager.ask": thanked,
    "winbacks.winback:WinBackManager.ask": lambda s: WinBack.objects.ask(
        lost(s), approach="apology", by=s.by, at=s.at + 2 * DAY
    ),
    "reports.monthly:ReportOrderManager.order": lambda s: ReportOrder.objects.order(by=s.by, at=s.at),
    "reports.monthly:ReportOrder.end": lambda s: ReportOrder.objects.order(by=s.by, at=s.at).end(by=s.by, at=s.at),
    "reports.monthly:ReportMailManager.write_due": lambda s: (
        ReportOrder.objects.order(by=s.by, at=s.at),
        ReportMail.objects.write_due(by=DESK, at=s.at),
    ),
}
DEED = {
    "experiments.lots:object_to": "experiment.kept_out",
    "experiments.experiment:Experiment.begin": "experiment.begun",
    "experiments.experiment:Experiment.stop": "experiment.stopped",
    "outcomes.activity:Feed.end": "feed.ended",
    "reports.judging:judge_drawn": "experiment.judged",
    "winbacks.inviting:InvitationManager.ask": "invitation.sent",
    "winbacks.winback:WinBackManager.ask": "winback.asked",
    "reports.monthly:ReportOrder.end": "report.ended",
    "reports.monthly:ReportMailManager.write_due": "report.written",
}
