"""What a lot may decide, and between what: each place with its arms, the first of which the others are held against.

No arm is below what policy asks for: customers hear sooner and never later, a token is within its band, and both words of an
opening, sorry and thanks, stand in every form.
"""

from __future__ import annotations

from typing import Final

from django.db import models


class Place(models.TextChoices):
    """What the lot decides."""

    MENU = "menu", "in which order three remedies are put"
    CARD = "card", "whether a credit or a gift card of the same worth is among the three"
    TOKEN = "token", "how large a token is where no money was lost"
    OPENING = "opening", "how the first answer begins"
    CADENCE = "cadence", "how often a customer hears from us"
    FOLLOW_UP = "follow_up", "whether mail or call comes first some days after"
    WIN_BACK = "win_back", "how lost customers are asked back"


class Order(models.TextChoices):
    """Arms of an experiment on the menu."""

    AS_PROPOSED = "as proposed", "as whoever has the case put them"
    CHEAPEST = "cheapest first", "what costs us least first"
    DEAREST = "dearest first", "what costs us most first"
    SOONEST = "soonest first", "what they have soonest first"


class Card(models.TextChoices):
    """Arms of an experiment on how the same worth is given."""

    CREDIT = "credit", "a credit on their account"
    GIFT_CARD = "gift card", "a gift card"


class Token(models.TextChoices):
    """Arms of an experiment on the size of a token."""

    FULL = "full", "up to what policy allows"
    HALF = "half", "up to half of that"
    RECOGNITION = "recognition alone", "no money: that it was felt is said, and meant"


class Opening(models.TextChoices):
    """Arms of an experiment on the first words."""

    AS_WRITTEN = "as written", "as whoever answers begins"
    SORRY = "sorry first", "sorry first, then thanks"
    THANKS = "thanks first", "thanks first, then sorry"


class Pace(models.TextChoices):
    """Arms of an experiment on how often a customer hears from a human."""

    AS_POLICY = "as policy", "as often as policy asks"
    OFTENER = "oftener", "after three quarters of that time"
    TWICE = "twice as often", "after half of that time"


class FollowUps(models.TextChoices):
    """Arms of an experiment on the two tasks of a follow-up. Both stay, and neither is later than policy asks."""

    TOGETHER = "together", "both on the same day"
    CALL_FIRST = "call first", "the call earlier, the mail on the day"
    MAIL_FIRST = "mail first", "the mail earlier, the call on the day"


class Approach(models.TextChoices):
    """Arms of an experiment on winning back."""

    UNTOUCHED = "untouched", "left alone"
    APOLOGY = "apology", "an apology"
    DISCOUNT = "discount", "a discount"
    PROOF = "proof", "proof that what failed was put right"


ARMS: Final[dict[str, type[models.TextChoices]]] = {
    Place.MENU: Order, Place.CARD: Card, Place.TOKEN: Token, Place.OPENING: Opening, Place.CADENCE: Pace,
    Place.FOLLOW_UP: FollowUps, Place.WIN_BACK: Approach,
}  # fmt: skip
#: Which arm the others are held against: the first of each place.
CONTROL: Final[dict[str, str]] = {place: str(kinds.values[0]) for place, kinds in ARMS.items()}
#: Which share of the time that policy gives passes until a customer hears again, in hundredths.
PACES: Final[dict[str, int]] = {Pace.AS_POLICY: 100, Pace.OFTENER: 75, Pace.TWICE: 50}
