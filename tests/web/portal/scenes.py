"""Mrs Okafor's table, brought by our own verbs as far as a test needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.cases.ending import close
from amends.cases.portal import PortalLink
from amends.customers.customer import Channel
from amends.followups import asking, ending, resolving
from amends.followups.asking import FiveParts
from amends.messages.writing import Reply, record_conversation, reply
from tests.cast import DAY, HOUR, MINUTE, SURE, make_case

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case
    from tests.cast import Cast

PARTS = FiveParts(
    apology="I am sorry for the trouble this was.",
    what_went_wrong="Your table was put on the wrong lorry.",
    how_put_right="It was delivered on Friday and we refunded the delivery.",
    thanks="Thank you for your patience.",
    not_promising=True,
)
READBACK = (
    "You ordered the table on 2 February for your daughter's birthday. It should have come on 2 March. It did not come, "
    "and nobody called you."
)
SCENES = (
    "new", "taken", "listening", "understood", "wished", "agreed", "acting", "broken", "resolved", "followed", "answered",
    "satisfied", "reopened", "unconfirmed", "declined",
)  # fmt: skip


def make_scene(scene: str, cast: Cast, *, now: datetime) -> Case:
    """The case as it stands at `now`, its story begun two weeks before; the scenes are those of `SCENES`, in their order."""
    case, begun = make_case(at=now - 14 * DAY), now - 14 * DAY
    if scene == "taken":
        case.take(by=cast.ada, at=begun + HOUR)
    if scene not in {"new", "taken"}:
        _tell(scene, case, cast, begun, now)
    case.refresh_from_db()
    return case


def _tell(scene: str, case: Case, cast: Cast, begun: datetime, now: datetime) -> None:
    ada, wanted, at = cast.ada, SCENES.index(scene), begun + HOUR
    recent = now - HOUR
    words = (
        "Dear Mrs Okafor,\n\nthank you for telling us. I am so sorry that you waited in vain, and that nobody called."
    )
    reply(
        case, Reply(sure=SURE, words=words, readback=READBACK, ask_wish=True), by=ada, at=at if wanted > 2 else recent
    )
    if scene == "listening":
        return
    if scene == "declined":
        close(
            case,
            "declined",
            because="It was signed for",
            second_reader=cast.leo,
            instead="We ask the carrier",
            by=ada,
            at=recent,
        )
        return
    _confirm(case, cast, begun + DAY)
    if scene == "understood":
        reply(case, Reply(sure=SURE, words="Thank you. And what would put it right?"), by=ada, at=recent)
        return
    held = case.rounds.current()
    held.tell_wish("Bring the table before Saturday, and do not charge me for the delivery.", "portal", by=case.customer,
                   at=begun + DAY + HOUR)  # fmt: skip
    if scene == "wished":
        reply(case, Reply(sure=SURE, words="That I can do. I am checking with the depot."), by=ada, at=recent)
        return
    _agree(scene, case, cast, begun, now)


def _confirm(case: Case, cast: Cast, at: datetime) -> None:
    case.concerns.note("The table is not here", by=cast.ada, at=at)
    case.concerns.note("Nobody calls back", kind="implied", by=cast.ada, at=at)
    case.refresh_from_db()
    case.rounds.current().confirm(Channel.PORTAL, by=case.customer, at=at)


def _agree(scene: str, case: Case, cast: Cast, begun: datetime, now: datetime) -> None:
    ada, recent = cast.ada, now - HOUR
    case.rounds.current().agree(
        "The table comes on Friday; the delivery charge is refunded.", "phone", by=ada, at=begun + 2 * DAY
    )
    due = now - 2 * HOUR if scene == "broken" else now + 2 * DAY
    promise = case.promises.make("The table is delivered to your door.", due=due, by=ada, at=begun + 2 * DAY)
    refund = case.promises.make(
        "We refund the delivery charge of 39.00.", due=begun + 3 * DAY, by=ada, at=begun + 2 * DAY
    )
    if scene == "agreed":
        reply(case, Reply(sure=SURE, words="It is all arranged."), by=ada, at=recent)
        return
    case.refresh_from_db()
    act = case.acts.do("Refunded the delivery charge of 39.00 to your card", by=ada, at=begun + 2 * DAY + HOUR)
    refund.keep(evidence="ledger 4711", by=ada, at=begun + 2 * DAY + HOUR)
    record_conversation(case, "Told her about the refund; she is still cross.", by=ada, at=begun + 2 * DAY + 2 * HOUR)
    if scene == "acting":
        reply(case, Reply(sure=SURE, words="The lorry is loaded."), by=ada, at=recent)
    if scene in {"acting", "broken"}:
        return
    brought = case.acts.do("Delivered the table and set it up", by=ada, at=begun + 3 * DAY)
    promise.keep(evidence="signed note", by=ada, at=begun + 3 * DAY)
    for concern, deed in zip(case.concerns.order_by("pk"), (brought, act), strict=True):
        concern.address(deed, by=ada, at=begun + 3 * DAY)
    record_conversation(case, "Told her that it is there.", by=ada, at=begun + 3 * DAY + HOUR)
    resolved = now - MINUTE if scene == "resolved" else begun + 3 * DAY + 2 * HOUR
    case.refresh_from_db()
    resolving.resolve(case, by=ada, at=resolved)
    if scene != "resolved":
        _follow_up(scene, case, cast, begun)


def _follow_up(scene: str, case: Case, cast: Cast, begun: datetime) -> None:
    asking.send_mail(case, PARTS, by=cast.ada, at=begun + 6 * DAY, sure=SURE)
    keys = list(case.concerns.order_by("pk").values_list("pk", flat=True))
    if scene in {"answered", "satisfied", "reopened"}:
        asking.answer(case, dict.fromkeys(keys, "right"), via="portal", by=case.customer, at=begun + 7 * DAY)
    if scene in {"satisfied", "reopened"}:
        asking.record_call(case, "She is glad.", answers={}, by=cast.ada, at=begun + 8 * DAY)
    if scene == "reopened":
        wrong, words = {keys[0]: "not_yet"}, "One leg is loose."
        asking.answer(case, wrong, via="portal", words=words, by=case.customer, at=begun + 9 * DAY)
    if scene == "unconfirmed":
        case.attempts.make(result="no_answer", follow_up=True, by=cast.ada, at=begun + 6 * DAY + HOUR)
        ending.end_unconfirmed(case, by=cast.ada, at=begun + 13 * DAY)


def token(case: Case, *, at: datetime) -> str:
    """What stands in the address of the case's page."""
    return PortalLink.objects.give([case], at=at)[case.pk].token
