"""How cases end otherwise: nobody answered, declined with a second reader, withdrawn, lost."""

from __future__ import annotations

from amends.sample.shop import ELENA, PRIYA, SAM, TOM
from amends.sample.stage import Vow
from amends.sample.story import Story


def stories() -> list[Story]:
    """Four endings that are no success, and say so."""
    return [
        Story("unconfirmed", "Derek Swann", "derek.swann@example.com", "+44 7700 900555")
        .writes("w22 10:00", "Wrong knobs on the drawers.", "Knobs")
        .reply(
            "w22 11:00",
            SAM,
            "Dear Mr Swann,\n\nThank you, and sorry.",
            readback="The drawers have the wrong knobs.",
            ask_wish=True,
        )
        .concerns("w22 11:05", SAM, "The right knobs")
        .writes("w21 09:00", "yes, brass ones")
        .confirms("w21 09:30", "email", SAM)
        .wishes("w21 09:31", "brass ones", "email", SAM)
        .agrees("w21 09:40", SAM, "Eight brass knobs by post", "email")
        .reply(
            "w21 09:45",
            SAM,
            "Thank you. Eight brass ones will be on their way tomorrow.",
            vows=[Vow("Eight brass ones will be on their way tomorrow", "w20 17:00", "delivery")],
        )
        .does("w20 10:00", SAM, "Sent eight brass knobs", 1)
        .keeps("w20 10:02", SAM, "Posted, tracked")
        .reply("w20 10:10", SAM, "Eight brass knobs are in the post. Thank you.")
        .resolves("w20 10:15", SAM)
        .follow_mail(
            "w17 10:00",
            SAM,
            apology="I am sorry about the knobs.",
            what_went_wrong="They were packed from the wrong drawer.",
            how_put_right="Eight brass ones went to you by post.",
            thanks="Thank you.",
            not_promising=True,
        )
        .tries("w17 15:00", SAM, "no_answer", follow_up=True)
        .unconfirmed("w14 16:00", SAM),
        Story("declined", "Victor Slade", "victor.slade@example.com")
        .writes(
            "w16 10:00",
            "I bought this table four years ago. I have burnt it with a pan. "
            "You say it is heat resistant. I want a new one AND my money.",
            "Your table burns",
        )
        .reply(
            "w16 11:30",
            PRIYA,
            "Dear Mr Slade,\n\nThank you for writing. I am sorry about the table. May I ask what stood on it, and for how long?",
        )
        .writes("w15 09:10", "An iron pan off the hob, while I ate. So what. It says heat resistant. In the leaflet.")
        .facts(
            "w15 10:00",
            PRIYA,
            what="An iron pan from the hob stood on the table",
            other="!The leaflet says: use a mat above 60 degrees",
        )
        .reply(
            "w15 11:00",
            PRIYA,
            """
            Dear Mr Slade,

            Thank you for telling me so plainly. I have read the leaflet of that year: it asks for a mat above sixty degrees, and
            a pan from the hob is well above that. I cannot replace the table or return the price, and would rather say so than
            keep you waiting. Mr Bell can sand and oil the top for £60, which is what it costs us. I am
            sorry that this is not the answer you hoped for.
            """,
        )
        .writes("w14 09:30", "Forget it.")
        .closes(
            "w13 10:00",
            PRIYA,
            "declined",
            "The damage is from a pan off the hob, four years on; the leaflet "
            "of that year says to use a mat. Repair at cost was offered.",
            TOM,
            instead="We polish the mark out at cost, whenever it suits you.",
        ),
        Story("withdrawn", "Penelope Ashdown", "penelope.ashdown@example.com")
        .writes("w9 09:30", "The parcel with the curtains has not come.", "Curtains")
        .reply(
            "w9 10:10",
            ELENA,
            "Dear Ms Ashdown,\n\nThank you for writing; I am sorry that you are waiting. I am asking the carrier now. "
            "You will hear from me by one, whatever they say.",
            vows=[Vow("You will hear from me by one, whatever they say", "w9 13:00", "news")],
        )
        .writes(
            "w9 12:20",
            "Oh no. I'm so embarrassed. My husband took them in and put them in the loft. Please forget I wrote!",
        )
        .released("w9 12:30", ELENA, "Please forget I wrote!")
        .reply("w9 12:40", ELENA, "No need to be embarrassed, and thank you for telling us. Enjoy the curtains.")
        .closes("w9 12:45", ELENA, "withdrawn", "The parcel was in her loft; she says to forget it."),
        Story("lost", "Jeremy Oldroyd", "jeremy.oldroyd@example.com", "+44 7700 900412")
        .writes(
            "w30 09:20",
            "Five weeks. No bed, no call, no refund. I have cancelled and bought elsewhere. Don't bother.",
            "Cancelled",
        )
        .talk(
            "w30 13:00",
            TOM,
            "Rang him. Said sorry, and said thank you for taking the call. He was "
            "civil and quite finished with us. Refund today, nothing asked.",
            vows=[Vow("The whole price goes back to him today", "w30 17:00", "money")],
        )
        .concerns("w30 13:10", TOM, "My money back")
        .note(
            "w30 13:20",
            TOM,
            "Five weeks without a call: the order sat between two owners while Elena was away. Ours entirely.",
        )
        .on_case(
            "w30 15:00",
            lambda case, people, at: case.acts.do("Refunded the whole price the same day, £749", by=people[TOM], at=at),
        )
        .keeps("w30 15:02", TOM, "Transfer of £749, confirmed by the bank")
        .reply(
            "w30 15:10",
            TOM,
            "Dear Mr Oldroyd,\n\nThe whole price is on its way back to you. "
            "Thank you for your years with us. I am sorry that we lost you.",
        )
        .closes("w29 09:30", TOM, "lost", "He bought elsewhere and does not want to hear from us."),
    ]
