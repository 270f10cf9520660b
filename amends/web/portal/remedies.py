"""What we give them, as they read it: what they may choose from, what they chose, what happens next and by when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amends.offers.offer import Choice, Offer, Option
from amends.offers.proposing import due_when_chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from amends.cases.case import Case
    from amends.web.portal.wording import Clock


@dataclass(frozen=True, slots=True)
class Card:
    """One option as it stands on the page: three of them look alike, so that none is pressed on anybody."""

    pk: int
    name: str
    words: str
    worth: str
    when: str
    work: str


@dataclass(frozen=True, slots=True)
class Given:
    """What they chose: what happens next and by when, in a sentence. `to_tell`: only they can say that they have it.

    `falls_short`: it was done, so they may tell us that it has not come or is not what was agreed.
    """

    pk: int
    option: int
    name: str
    state: str
    sentence: str
    to_tell: bool
    falls_short: bool


@dataclass(frozen=True, slots=True)
class Remedies:
    """The offer that is open, its cards, what they chose of it, and what was given before. Two statements."""

    offer: Offer | None
    options: Sequence[Option]
    cards: Sequence[Card]
    chosen: Given | None
    given: Sequence[Given]

    @property
    def asks_work(self) -> bool:
        """Whether any of them asks something of the customer."""
        return any(card.work for card in self.cards)

    def thanks(self, done: str) -> str:
        """What we say after they chose, or told us that they have it; nothing if the records do not bear it out."""
        if done == "choice":
            return f"Thank you. You chose: {self.chosen.name}. {self.chosen.sentence}" if self.chosen else ""
        if done == "shortfall":
            told = "Thank you for telling us. We are sorry. We find out what happened, and write to you."
            return told if any(one.falls_short for one in self.given) else ""
        had = any(one.state == "had" for one in self.given)
        return "Thank you for telling us. We are glad that you have it." if had else ""

    @classmethod
    def of(cls, case: Case, clock: Clock) -> Remedies:
        """As it stands now."""
        standing = Option.objects.filter(offer__case=case, offer__withdrawn_at=None, offer__begun_at=None)
        near = standing.select_related("offer__made_by", "offer__case", "remedy")
        found = list(near.order_by("-offer__made_at", "-offer_id", "position"))
        offer = found[0].offer if found else None
        options = [option for option in found if offer and option.offer_id == offer.pk]
        rows = (
            case.choices.filter(stands=True)
            .select_related("option", "remedy", "promise__deadline")
            .order_by("chosen_at", "pk")
        )
        given = [(row.offer_id, _given(row, clock)) for row in rows]
        chosen = next((one for key, one in given if offer and key == offer.pk), None)
        cards = [_card(option, offer, clock) for option in options] if offer else []
        return cls(offer, options, cards, chosen, [one for _, one in given])


def _card(option: Option, offer: Offer, clock: Clock) -> Card:
    worth = f"{option.worth} {offer.currency}" if option.worth else ""
    due = due_when_chosen(option, offer.case, at=clock.at)
    return Card(option.pk, option.name, option.words, worth, clock.day(due), option.work)


def _given(row: Choice, clock: Clock) -> Given:
    state = row.state()
    to_tell = state in {"executed", "on its way"} and row.remedy.travels
    return Given(row.pk, row.option_id, row.option.name, state, _SENTENCES[state](row, clock), to_tell, state in _DONE)


def _agreed(row: Choice, clock: Clock) -> str:
    if row.remedy.apart:
        return "It comes in a message of its own, once everything is put right."
    due = row.promise.deadline.due_at
    if due < clock.at:
        return f"It should have been done by {clock.by(due)}, and it was not. We are sorry."
    return f"We do it by {clock.by(due)}, and tell you when it is done."


def _on_its_way(row: Choice, clock: Clock) -> str:
    return f"It is on its way, and should be with you by {clock.day(row.promise.deadline.due_at)}."


def _had(row: Choice, clock: Clock) -> str:
    return f"You have had it since {clock.day(row.had_at)}." if row.had_at else ""


def _came_to_nothing(_row: Choice, _clock: Clock) -> str:
    return "It came to nothing. If that is not what you wanted, please write to us."


def _done(row: Choice, clock: Clock) -> str:
    done = f"We did it {clock.on(row.executed_at)}." if row.executed_at else ""
    return f"{done} It should be with you by {clock.day(row.promise.deadline.due_at)}." if row.remedy.travels else done


_DONE = {"executed", "on its way", "had"}
_SENTENCES: dict[str, Callable[[Choice, Clock], str]] = {
    "agreed": _agreed, "executed": _done, "on its way": _on_its_way, "had": _had, "missed": _came_to_nothing,
}  # fmt: skip
