"""Making amends: a wish granted on the spot, three to choose from, one that waits for a yes, and what is on its way."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from amends.catalogue.remedy import Remedy
from amends.offers.loss import Loss
from amends.offers.offer import Offer
from amends.offers.offering import Given, Terms
from amends.offers.proposing import propose
from amends.offers.telling import put
from amends.remedies.choosing import choose, grant
from amends.remedies.execution import Execution
from amends.remedies.tracking import send_off
from amends.sample.shop import ELENA, JONAS, PRIYA
from amends.sample.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from amends.cases.case import Case
    from amends.people.person import Person

    Deed = Callable[[Case, dict[str, Person], datetime], object]


def stories() -> list[Story]:
    """Four cases in which something is given."""
    return [_doormat(), _dining_table(), _double_charge(), _wrong_lamp()]


def _understood(story: Story, by: str, day: str, *, need: str, readback: str, wish: str) -> Story:
    """A call in which everything is heard, read back and asked."""
    return (
        story.talk(
            f"{day} 10:20", by, "Said thank you, said sorry. Read it back; yes, that is it. Asked what would help."
        )
        .heard(f"{day} 10:21", by)
        .concerns(f"{day} 10:22", by, need)
        .on_case(
            f"{day} 10:23", lambda case, people, at: case.rounds.current().read_back(readback, by=people[by], at=at)
        )
        .confirms(f"{day} 10:24", "phone", by)
        .wishes(f"{day} 10:25", wish, "phone", by)
    )


def _lost(amount: str, failure: str, by: str, **more: object) -> Deed:
    return lambda case, people, at: Loss.objects.note(case, failure, Decimal(amount), by=people[by], at=at, **more)  # type: ignore[arg-type]


def _named(name: str) -> Remedy:
    return Remedy.objects.get(name=name)


def _three(by: str, words: str) -> Deed:
    def deed(case: Case, people: dict[str, Person], at: datetime) -> object:
        found = propose(case, Loss.objects.get(case=case), by=people[by], at=at)
        given = [Given(remedy=Remedy.objects.get(pk=one.remedy), ready_at=one.ready_at) for one in found.options]
        return put(case, given, Terms(planned=found.options[0].worth), words=words, by=people[by], at=at)

    return deed


def _doormat() -> Story:
    """Five pounds off, that is all she wanted."""

    def five(case: Case, people: dict[str, Person], at: datetime) -> object:
        terms = Terms(wish=True, asked=Decimal(5), planned=Decimal("12.00"))
        given = Given(remedy=_named("Five off, today"))
        choice = grant(
            case, given, terms, via="phone", words="A fiver off, that's all I wanted", by=people[ELENA], at=at
        )
        return Execution.objects.begin(
            choice, evidence="taken off the bill while she was on the line", by=people[ELENA], at=at
        )

    story = Story("doormat", "Bernice Holt", "bernice.holt@example.com", "+44 7700 900771").tells(
        "w2 10:10",
        "The doormat came a week late, and she was charged for express.",
        "A late doormat",
        by=ELENA,
        owner=ELENA,
    )
    told = _understood(
        story,
        ELENA,
        "w2",
        need="The express charge",
        readback="The doormat came a week late although you paid for express.",
        wish="Five pounds off",
    )
    return told.on_case("w2 10:26", _lost("12.00", "F5", ELENA, fault="established")).on_case("w2 10:27", five)


def _dining_table() -> Story:
    """He asked for the moon; three are put to him, and he has not chosen yet."""
    words = (
        "Dear Mr Amari,\n\nThank you for telling us. I am sorry about the table. Here are three ways to put it right."
    )
    story = Story("dining-table", "Idris Amari", "idris.amari@example.com", "+44 7700 900772").writes(
        "w2 09:10", "The top of the table has a crack from end to end. I want a new kitchen for this.", "Cracked table"
    )
    return (
        _understood(
            story,
            JONAS,
            "w1",
            need="A table without a crack",
            readback="The top of your table is cracked from end to end.",
            wish="A new kitchen, frankly",
        )
        .on_case("w1 10:30", _lost("45.00", "F1", JONAS, fault="established"))
        .on_case("w1 10:40", _three(JONAS, words))
    )


def _double_charge() -> Story:
    """Above what Elena may give: it waits for a yes."""

    def ask(case: Case, people: dict[str, Person], at: datetime) -> object:
        remedy, amount = _named("All of your money back"), Decimal("89.00")
        because = "We charged her twice and she had to find it herself. She has bought from us for six years."
        return case.approvals.ask(
            remedy, worth=amount, cost=amount, failure="F5", because=because, in_band=True, by=people[ELENA], at=at
        )

    story = Story("double-charge", "Ottilie Brand", "ottilie.brand@example.com", "+44 7700 900773").tells(
        "w1 10:10",
        "She was charged twice for the same lamp and found it on her statement.",
        "Charged twice",
        by=ELENA,
        owner=ELENA,
    )
    return (
        _understood(
            story,
            ELENA,
            "w1",
            need="Her money back",
            readback="You were charged twice for one lamp.",
            wish="All of it back, today",
        )
        .on_case("w1 10:30", _lost("89.00", "F5", ELENA, fault="established"))
        .on_case("m12", ask)
    )


def _wrong_lamp() -> Story:
    """She chose the replacement on her page, and it is on its way."""
    words = (
        "Dear Mrs Vos,\n\nThank you for telling us. I am sorry that we sent the lamp in brass and not in black, for a birthday. "
        "Please choose what suits you."
    )

    def chosen(case: Case, _: dict[str, Person], at: datetime) -> object:
        row = Offer.objects.get(case=case)
        return choose(row, row.options.get(kind="replacement"), via="portal", by=case.customer, at=at)

    def sent(case: Case, people: dict[str, Person], at: datetime) -> object:
        choice = case.choices.get(stands=True)
        Execution.objects.begin(choice, evidence="packed, with its label on", by=people[PRIYA], at=at)
        return send_off(case.choices.get(stands=True), words="with the morning van", by=people[PRIYA], at=at)

    story = Story("wrong-lamp", "Henrike Vos", "henrike.vos@example.com", "+44 7700 900774").writes(
        "w2 16:00", "You sent the lamp in brass and I ordered black. It was a birthday present.", "Wrong lamp"
    )
    return (
        _understood(
            story,
            PRIYA,
            "w1",
            need="The lamp in black",
            readback="You ordered the lamp in black and we sent brass.",
            wish="The black one",
        )
        .on_case("w1 10:30", _lost("64.00", "F1", PRIYA, fault="established"))
        .on_case("w1 10:40", _three(PRIYA, words))
        .on_case("w1 12:15", chosen)
        .on_case("w1 14:30", sent)
        .reply("w1 14:40", PRIYA, "Dear Mrs Vos,\n\nThe black one is packed, and left with the morning van.")
    )
