"""Examples of the verbs that make amends, for the test that each of them writes the journal."""

# ruff: noqa: D102 - each method is one verb, done

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from amends.authority.approval import Approval
from amends.authority.spend import Spend
from amends.cases.ending import close
from amends.catalogue.code import Code
from amends.catalogue.remedy import Remedy
from amends.catalogue.starting import stock_up
from amends.effort.effort import Effort
from amends.messages.writing import Reply, record_conversation, reply
from amends.offers.loss import Loss
from amends.offers.offer import Choice, Offer
from amends.offers.offering import Given, Terms, offer, withdraw
from amends.offers.telling import put
from amends.offers.usability import Usability
from amends.remedies.choosing import choose, grant
from amends.remedies.execution import Execution, State
from amends.remedies.recognition import Recognition
from amends.remedies.tracking import dispute, fall_short, miss, receive, send_off
from tests.cast import DAY, HOUR, SURE
from tests.remedies.scenes import FROM, lost, money

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rules.stage import Stage


class Amends:
    """A stage with a case that was understood, what they lost, and a remedy of thirty pounds."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.by, self.at, self.cast = stage, stage.by, stage.at, stage.cast
        reply(
            stage.case, Reply(sure=SURE, words="Sorry, and thank you.", readback="It is lost."), by=self.by, at=self.at
        )
        stage.case.concerns.note("It is lost", by=self.by, at=self.at)
        held = stage.case.rounds.current()
        held.confirm("phone", by=self.by, at=self.at)
        held.tell_wish("Thirty back", "phone", by=self.by, at=self.at)
        stage.case.refresh_from_db()
        self.case = stage.case
        lost(self.case, "30.00", by=self.by, at=self.at)

    def thirty(self, **more: object) -> Remedy:
        return money(self.cast, "30.00", **more)  # type: ignore[arg-type]

    def offered(self) -> Offer:
        return offer(self.case, [Given(remedy=self.thirty())], Terms(wish=True), by=self.by, at=self.at)

    def granted(self, **more: object) -> Choice:
        return grant(
            self.case, Given(remedy=self.thirty(**more)), Terms(wish=True), via="phone", by=self.by, at=self.at
        )

    def begun(self, state: str = "", **more: object) -> Execution:
        row = Execution.objects.begin(self.granted(**more), by=self.by, at=self.at)
        if state:
            Execution.objects.filter(pk=row.pk).update(
                state=state, because="x" if state in {"failed", "uncertain"} else ""
            )
            row.refresh_from_db()
        return row

    def done(self) -> Choice:
        choice = self.granted()
        Execution.objects.begin(choice, evidence="paid", by=self.by, at=self.at)
        choice.refresh_from_db()
        return choice

    def asked(self, *, in_band: bool = True) -> Approval:
        row: Approval = self.case.approvals.ask(
            self.thirty(), worth=Decimal(30), cost=Decimal(30), failure="F5", because="she waited", in_band=in_band, by=self.cast.ada,
            at=self.at,
        )  # fmt: skip
        return row

    def refused_once(self) -> Approval:
        row = self.asked()
        row.refuse("too much", by=self.cast.leo, at=self.at)
        return row

    def passed(self) -> Approval:
        row = self.asked()
        Approval.objects.pass_due(at=self.at + HOUR)
        row.refresh_from_db()
        return row

    def spent(self) -> Spend:
        return Spend.objects.take(self.case, Decimal(10), "GBP", failure="F5", role="agent", by=self.by, at=self.at)

    def put(self) -> Offer:
        return put(
            self.case,
            [Given(remedy=self.thirty())],
            Terms(wish=True),
            words="Here.",
            via="phone",
            by=self.by,
            at=self.at,
        )

    def alarmed(self) -> Effort:
        rows = [self.case.efforts.note("repeats", "tell it again", by=self.by, at=self.at) for _ in range(2)]
        return next(row for row in rows if row.deadline_id)

    def owed(self) -> Recognition:
        self.case.customer.change(key_customer=True, by=self.by, at=self.at)
        act = self.case.acts.do("Paid", by=self.by, at=self.at)
        self.granted()
        self.case.refresh_from_db()
        self.case.acts.do("Paid", by=self.by, at=self.at)
        self.case.concerns.get().address(act, by=self.by, at=self.at)
        record_conversation(self.case, "Paid.", by=self.by, at=self.at)
        close(self.case, "satisfied", by=self.by, at=self.at)
        Recognition.objects.owe_due(at=self.at + HOUR)
        return Recognition.objects.get()


def _code(a: Amends) -> object:
    row = a.begun()
    Code.objects.upload(row.choice.remedy, ["A"], by=a.cast.mira, at=a.at)
    return row.give_code(by=a.by, at=a.at)


def _with(deed: Callable[[Amends], object]) -> Callable[[Stage], object]:
    return lambda stage: deed(Amends(stage))


_VERBS: dict[str, tuple[Callable[[Amends], object], str]] = {
    "catalogue.remedy:RemedyManager.add": (lambda a: a.thirty(), "catalogue.added"),
    "catalogue.remedy:Remedy.change": (lambda a: a.thirty().change(name="x", by=a.cast.mira, at=a.at), "catalogue.changed"),
    "catalogue.remedy:Remedy.retire": (lambda a: a.thirty().retire(FROM, by=a.cast.mira, at=a.at), "catalogue.retired"),
    "catalogue.starting:stock_up": (lambda a: stock_up(by=a.cast.mira, at=a.at), "catalogue.added"),
    "catalogue.code:CodeManager.upload": (
        lambda a: Code.objects.upload(a.thirty(), ["A"], by=a.cast.mira, at=a.at), "catalogue.codes_uploaded"
    ),
    "authority.spend:SpendManager.take": (lambda a: a.spent(), "spend.taken"),
    "authority.spend:Spend.settle": (lambda a: a.spent().settle(Decimal(5), by=a.by, at=a.at), "spend.settled"),
    "authority.spend:Spend.release": (lambda a: a.spent().release(by=a.by, at=a.at), "spend.released"),
    "authority.approval:ApprovalManager.ask": (lambda a: a.asked(), "approval.asked"),
    "authority.approval:ApprovalManager.pass_due": (lambda a: a.passed(), "approval.passed"),
    "authority.approval:Approval.grant": (lambda a: a.asked().grant(by=a.cast.leo, at=a.at), "approval.granted"),
    "authority.approval:Approval.refuse": (lambda a: a.refused_once().refuse("", by=a.cast.mira, at=a.at), "approval.refused"),
    "authority.approval:Approval.withdraw": (lambda a: a.asked().withdraw(by=a.cast.ada, at=a.at), "approval.withdrawn"),
    "authority.approval:Approval.pass_by_itself": (lambda a: a.asked().pass_by_itself(at=a.at), "approval.passed"),
    "authority.approval:Approval.look_over": (
        lambda a: a.passed().look_over("fine", by=a.cast.leo, at=a.at + DAY), "approval.looked_over"
    ),
    "offers.loss:LossManager.note": (lambda a: Loss.objects.note(a.case, "F1", Decimal(9), by=a.by, at=a.at), "loss.noted"),
    "offers.offering:offer": (lambda a: a.offered(), "offer.made"),
    "offers.offering:withdraw": (lambda a: withdraw(a.offered(), because="x", by=a.by, at=a.at), "offer.withdrawn"),
    "offers.usability:UsabilityManager.note": (
        lambda a: Usability.objects.note(a.case, a.thirty(questions=["Q?"]), "Q?", can=True, by=a.by, at=a.at), "usability.noted"
    ),
    "offers.telling:put": (lambda a: a.put(), "message.recorded"),
    "remedies.choosing:choose": (
        lambda a: choose((row := a.offered()), row.options.get(), via="phone", by=a.by, at=a.at), "choice.made"
    ),
    "remedies.choosing:grant": (lambda a: a.granted(), "wish.granted"),
    "remedies.execution:ExecutionManager.begin": (lambda a: a.begun(), "remedy.begun"),
    "remedies.execution:ExecutionManager.take": (
        lambda a: (a.begun(way="stripe"), Execution.objects.take(at=a.at)), "remedy.sending"
    ),
    "remedies.execution:ExecutionManager.hand_to_finance": (
        lambda a: (a.begun(way="csv"), Execution.objects.hand_to_finance(by=a.by, at=a.at)), "remedy.listed"
    ),
    "remedies.execution:Execution.complete": (lambda a: a.begun().complete("paid", by=a.by, at=a.at), "remedy.executed"),
    "remedies.execution:Execution.succeed": (lambda a: a.begun(State.UNCERTAIN).succeed("re_1", at=a.at), "remedy.executed"),
    "remedies.execution:Execution.fail": (lambda a: a.begun(State.SENDING).fail("no", at=a.at), "remedy.failed"),
    "remedies.execution:Execution.doubt": (lambda a: a.begun(State.SENDING).doubt("no answer", at=a.at), "remedy.uncertain"),
    "remedies.execution:Execution.try_again": (lambda a: a.begun(State.FAILED).try_again(by=a.by, at=a.at), "remedy.again"),
    "remedies.execution:Execution.give_code": (_code, "remedy.executed"),
    "remedies.tracking:send_off": (lambda a: send_off(a.done(), by=a.by, at=a.at), "remedy.on_its_way"),
    "remedies.tracking:receive": (lambda a: receive(a.done(), by=a.by, at=a.at), "remedy.had"),
    "remedies.tracking:miss": (lambda a: miss(a.done(), "unused", "never came", by=a.by, at=a.at), "remedy.missed"),
    "remedies.tracking:dispute": (lambda a: dispute(a.done(), "nothing came", by=a.by, at=a.at), "remedy.disputed"),
    "remedies.tracking:fall_short": (
        lambda a: fall_short(done := a.done(), "nothing came", by=done.case.customer, at=a.at), "remedy.disputed",
    ),
    "remedies.recognition:RecognitionManager.owe_due": (lambda a: a.owed(), "recognition.owed"),
    "remedies.recognition:Recognition.finish": (lambda a: a.owed().finish("ticked", by=a.by, at=a.at), "recognition.done"),
    "effort.effort:EffortManager.note": (lambda a: a.case.efforts.note("forms", "a form", by=a.by, at=a.at), "effort.asked"),
    "effort.effort:Effort.ease": (lambda a: a.alarmed().ease("we did it", by=a.by, at=a.at), "effort.eased"),
}  # fmt: skip
REMEDIES: Final = {name: _with(deed) for name, (deed, _) in _VERBS.items()}
REMEDY_DEEDS: Final = {name: left for name, (_, left) in _VERBS.items()}
