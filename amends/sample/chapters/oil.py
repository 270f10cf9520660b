"""The oil that stays sticky: found in the shop's own workshop, and told to everybody who bought it before they had to find out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db import transaction

from amends.affected.affected import Affected
from amends.affected.listing import add_list, pasted
from amends.affected.opening import open_span
from amends.journal.actors import DESK
from amends.messages.delivery import Delivery, State
from amends.messages.writing import hear
from amends.notices.writing import write_on
from amends.outreach.to_call import ToCall, Whom
from amends.problems.problem import Problem
from amends.sample.shop import ELENA, JONAS, PRIYA, SOURCE, TOM

if TYPE_CHECKING:
    from amends.people.person import Person
    from amends.sample.clock import Clock

_KEY: Final = "sticky-oil"
_BOUGHT: Final = """name,email,phone,key,order
Aileen Munro,aileen.munro@example.com,0131 496 0871,yes,4471
Bashir Rahimi,bashir.rahimi@example.com,0113 496 0872,,4473
Carla Mendes,carla.mendes@example.com,,,4474
Derek Poole,derek.poole@example.com,0113 496 0874,,4478
Efua Boateng,efua.boateng@example.com,0161 496 0875,yes,4480
Frank Oduya,frank.oduya@example.com,,,4481
Gwen Pryce,gwen.pryce@example.com,029 2018 0877,,4485
Hana Sato,hana.sato@example.com,,,4490
Carla Mendes,Carla.Mendes@example.com,,,4492
Ivor Lind,,,,4495
"""
_WORDS: Final = (
    "Dear {name},\n\nwe are sorry: {what_happened}\n\nThis concerns the oil of your order {order}. {course}\n\n"
    "If you have used it already, answer this mail: we come and put the surface right, at no cost to you.\n"
)


@transaction.atomic
def happened(people: dict[str, Person], clock: Clock) -> None:
    """The problem is on the desk with what was done about it until now; a second time changes nothing.

    Whole or not at all: a worker that comes by meanwhile must neither send these letters nor miss what they meet.
    """
    if Problem.objects.filter(source=SOURCE, source_id=_KEY).exists():
        return
    tom, priya = people[TOM], people[PRIYA]
    knew, found, told = clock.when("w1 09:20"), clock.when("w1 09:50"), clock.when("w1 11:30")
    problem = Problem.objects.open_one(
        "Oil that stays sticky",
        what_happened="A batch of our walnut oil was mixed with too little drier. It can stay sticky for weeks.",
        course="We bring you a tin of a good batch, and take the old one back.",
        knew_at=knew, owner=priya, cause="known", source=SOURCE, source_id=_KEY, by=people[ELENA], at=found,
    )  # fmt: skip
    problem.decisions.make(
        tell=True, because="They would rather hear it from us than from their table", by=tom, at=found
    )
    add_list(problem, pasted(_BOUGHT), name="Orders with oil of batch 31", by=priya, at=told)
    keys = list(Affected.objects.filter(problem=problem).values_list("pk", flat=True))
    open_span(problem, min(keys), max(keys), by=DESK, at=told)
    ToCall.objects.put_on(problem, Whom.KEY, by=priya, at=told)
    _write(problem, people, clock)
    _call(problem, people, clock)
    problem.posts.publish(
        "A batch of our walnut oil can stay sticky. If yours has the number 31, leave it closed: we bring you another.",
        title="Walnut oil, batch 31", how="mending", by=priya, at=clock.when("w1 16:30"),
    )  # fmt: skip


def _write(problem: Problem, people: dict[str, Person], clock: Clock) -> None:
    notice = problem.notices.write(
        "Your oil, order {order}", _WORDS, sure="The day is agreed with each of them: nobody knows it yet",
        by=people[PRIYA], at=clock.when("w1 11:50"),
    )  # fmt: skip
    notice.approve(by=people[TOM], at=clock.when("w1 12:05"))
    sent = clock.when("w1 12:10")
    wave = notice.waves.send(by=people[PRIYA], at=sent)
    while write_on(wave.pk, at=sent) is not None:
        pass
    mails = Delivery.objects.filter(message__case__affected__problem=problem, state=State.QUEUED)
    mails.update(state=State.SENT, sent_at=sent, tries=1)
    back = Delivery.objects.filter(address="gwen.pryce@example.com").latest("pk")
    back.bounce(because="550 5.1.1 no such mailbox", by=DESK, at=clock.when("w1 12:40"))
    ToCall.objects.call_who_bounced(by=DESK, at=clock.when("w1 12:45"))
    one = Affected.objects.get(problem=problem, email="bashir.rahimi@example.com")
    assert one.case is not None  # noqa: S101 - everybody with an address has one
    hear(
        one.case, "Thank you for writing before I opened the tin. Tuesday suits me for the exchange.",
        by=one.case.customer, at=clock.when("m70"),
    )  # fmt: skip


def _call(problem: Problem, people: dict[str, Person], clock: Clock) -> None:
    first = ToCall.objects.claim(problem, by=people[JONAS], at=clock.when("w1 12:50"))
    assert first is not None  # noqa: S101 - two key customers were put on the list
    first.spoke(
        "Told her of the oil, said sorry. She had not opened it, and laughed: her brush had dried up first.",
        by=people[JONAS], at=clock.when("w1 12:58"),
    )  # fmt: skip
    second = ToCall.objects.claim(problem, by=people[JONAS], at=clock.when("w1 13:00"))
    if second is not None:
        second.missed("no_answer", by=people[JONAS], at=clock.when("w1 13:02"))
    third = ToCall.objects.claim(problem, by=people[ELENA], at=clock.when("w1 13:05"))
    if third is not None:
        third.spoke(
            "Our mail had come back, so I rang. Told her of the oil, said sorry, wrote down her new address.",
            by=people[ELENA], at=clock.when("w1 13:12"),
        )  # fmt: skip
