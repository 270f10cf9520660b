"""Done and told. Now we ask, by mail and by phone, whether it is right."""

from __future__ import annotations

from amends.sample.shop import JONAS, NORA, PRIYA, SAM
from amends.sample.stage import Vow
from amends.sample.story import Story


def stories() -> list[Story]:
    """Five cases between "done" and "it is right"."""
    return [_due_today(), _overdue(), _later(), _half_answered(), _silent()]


def _due_today() -> Story:
    return (
        Story("bookcase-back", "Imogen Hartley", "imogen.hartley@example.com", "+44 7700 900411")
        .writes(
            "w6 09:20",
            "The back panel of the bookcase is missing. I can see the wallpaper through it.",
            "No back on my bookcase",
        )
        .reply(
            "w6 10:30",
            NORA,
            "Dear Ms Hartley,\n\nThank you for writing. I'm sorry: you paid for a back, and wallpaper is not one.",
            readback="Your bookcase came without its back panel.",
            ask_wish=True,
        )
        .concerns("w6 10:35", NORA, "The back panel")
        .confirms("w6 12:40")
        .wishes("w6 12:41", "Just the panel and four nails, I'm handy", "portal")
        .agrees("w6 14:00", NORA, "The panel by courier, with nails and her name on it", "email")
        .reply(
            "w6 14:05",
            NORA,
            "The panel will be with you in two days, with four nails and your name on it. Thank you, and sorry again.",
            vows=[Vow("The panel will be with you in two days, with four nails", "w4 12:00", "delivery")],
        )
        .does("w5 10:30", NORA, "Sent the panel, with nails, by courier", 1)
        .keeps("w4 10:50", NORA, "Courier's receipt, signed for at 10:32")
        .reply(
            "w3 11:00",
            NORA,
            "The courier says that the panel is with you. Thank you for being handy, and sorry that you had to be.",
        )
        .resolves("w3 11:05", NORA)
    )


def _overdue() -> Story:
    return (
        Story("bench", "Malcolm Oyelaran", "malcolm.oyelaran@example.com", "+44 7700 900520")
        .writes(
            "w8 15:10",
            "Bench delivered to number 11, we are number 71. They signed for it and kept it for a week.",
            "Our bench lived next door",
        )
        .reply(
            "w8 16:20",
            SAM,
            "Dear Mr Oyelaran,\n\nThank you for sorting out with your neighbours what was ours to sort out. I am sorry.",
            readback="Your bench was left at number 11 for a week, signed for by "
            "people who did not order it. It is with you now, scuffed.",
            ask_wish=True,
        )
        .concerns("w8 16:25", SAM, "The scuff", "That nobody told me where it was")
        .confirms("w7 08:20")
        .wishes("w7 08:21", "Touch up the scuff, and ask your driver to read", "portal")
        .agrees(
            "w7 10:00", SAM, "Mr Bell touches up the bench; the driver's handheld shows the door number large", "email"
        )
        .reply(
            "w7 10:10",
            SAM,
            "Agreed, both of them. Mr Bell will be with you tomorrow before noon. Thank you.",
            vows=[Vow("Mr Bell will be with you tomorrow before noon", "w6 12:00")],
        )
        .does("w6 11:00", SAM, "Mr Bell touched up the scuff at his home", 1)
        .keeps("w6 11:02", SAM, "He rang when he was done, and Mr Oyelaran took the phone to say so")
        .does("w6 15:00", SAM, "The carrier changed the display of the handhelds; we have seen it", 2)
        .reply(
            "w5 09:30",
            SAM,
            "Both are done: the scuff, and the handhelds, which now show the number in the size of a thumb. Thank you.",
        )
        .resolves("w5 09:35", SAM)
        .follow_mail(
            "w2 09:30",
            SAM,
            apology="I am sorry again that your bench spent a week at number 11, and that nobody told you.",
            what_went_wrong="The driver read 11 for 71 on a small screen, and our system called it delivered.",
            how_put_right="The scuff is touched up, and all handhelds of the carrier now show the number large.",
            recurrence="A delivery to the wrong door now needs the surname, which a neighbour does not know.",
            thanks="Thank you for taking it with such good humour.",
        )
        .tries("w2 16:30", SAM, "no_answer", follow_up=True)
        .tries("w1 11:15", SAM, "voicemail", follow_up=True)
    )


def _later() -> Story:
    return (
        Story("lamp", "Bethan Lloyd", "bethan.lloyd@example.com")
        .writes("w3 09:15", "Lamp flickers. New bulb flickers too.", "Flickering lamp")
        .reply(
            "w3 10:00",
            JONAS,
            "Dear Ms Lloyd,\n\nThank you for trying another bulb first. Sorry for the flicker.",
            readback="The lamp flickers, with any bulb.",
            ask_wish=True,
        )
        .concerns("w3 10:01", JONAS, "A lamp that does not flicker")
        .confirms("w3 12:00")
        .wishes("w3 12:01", "Another lamp please, same one", "portal")
        .agrees("w3 13:00", JONAS, "A new lamp; the old one need not come back", "email")
        .reply(
            "w3 13:05",
            JONAS,
            "Thank you. I will post a new one tomorrow, once it has burned on my desk for an hour. Sorry for the dark corner.",
            vows=[Vow("I will post a new one tomorrow", "w2 17:00", "delivery")],
        )
        .does("w2 10:00", JONAS, "Sent a new lamp, tested for an hour on my own desk", 1)
        .keeps("w2 10:02", JONAS, "Posted at ten, proof of posting with the case")
        .reply(
            "w1 10:00",
            JONAS,
            "The new lamp should have arrived. It burned on my desk for an hour and did not blink. Thank you, and sorry again.",
        )
        .resolves("w1 10:05", JONAS)
        .writes("w1 19:30", "It came! Lovely, thank you.")
        .rests("m200", JONAS)
    )


def _half_answered() -> Story:
    return (
        Story("garden-set", "Roisin Daly", "roisin.daly@example.com", "+44 7700 900633")
        .writes(
            "w9 10:00",
            "The garden table rusts at the screws, and the umbrella never came. It is for my parents' anniversary.",
            "Garden set",
        )
        .reply(
            "w9 11:10",
            PRIYA,
            "Dear Roisin,\n\nThank you for writing. I am sorry: a present should arrive whole.",
            readback="The screws rust, the umbrella is missing, and it was your parents' present.",
            ask_wish=True,
        )
        .concerns("w9 11:15", PRIYA, "The rust", "The umbrella", implied=["That the present is one"])
        .confirms("w9 12:00")
        .wishes("w9 12:02", "Steel screws and the umbrella. And could somebody write them a line?", "portal")
        .agrees(
            "w9 14:00",
            PRIYA,
            "Stainless screws fitted by us, the umbrella, and a card from Nora to her parents",
            "email",
        )
        .reply(
            "w9 14:10",
            PRIYA,
            """
            Thank you, Roisin. Then these are the three, so that you can hold us to them.

            - Mr Bell will change the screws tomorrow.
            - The umbrella will be with them tomorrow as well.
            - Nora will write to them tomorrow, by hand.

            I am sorry that there have to be three.
            """,
            vows=[
                Vow("Mr Bell will change the screws tomorrow", "w8 17:00"),
                Vow("The umbrella will be with them tomorrow", "w8 17:00", "delivery"),
                Vow("Nora will write to them tomorrow, by hand", "w8 17:30"),
            ],
        )
        .does("w8 11:00", PRIYA, "Mr Bell changed all screws to stainless ones", 1)
        .keeps("w8 11:05", PRIYA, "All sixteen screws seen, stainless, by me")
        .moves_promise(
            "w8 13:30",
            PRIYA,
            """
            Dear Roisin,

            I am sorry: the umbrella is on a van that has broken down near Otley, and will not be there today. It will be with them
            tomorrow before noon. The screws are done. Thank you for bearing with us.
            """,
            "w7 12:00",
            "carrier",
        )
        .does("w7 10:30", PRIYA, "Brought the umbrella", 2)
        .keeps("w7 10:31", PRIYA, "I carried it in myself; her father put it up at once")
        .does("w7 10:33", PRIYA, "Nora wrote them a card by hand, with no offer in it", 3)
        .keeps("w7 10:34", PRIYA, "It was with the umbrella: a day late, Nora was at the café")
        .talk(
            "w6 10:00",
            PRIYA,
            "Rang to tell her that all three are done. Said thank you. Her mother has put the card on the mantelpiece.",
        )
        .resolves("w6 10:10", PRIYA)
        .follow_mail(
            "w3 09:45",
            PRIYA,
            apology="I am sorry again that your parents' present came in pieces.",
            what_went_wrong="Plain screws were packed in place of stainless ones, and the umbrella was left in the warehouse.",
            how_put_right="All screws are stainless now, the umbrella is there, and so is Nora's card.",
            recurrence="The plain screws are no longer in our store.",
            thanks="Thank you for letting us put it right.",
        )
        .answers("m155", "right", "right", "right", words="Mum cried at the card. Thank you.")
    )


def _silent() -> Story:
    return (
        Story("mirror", "Owen Tranter", "owen.tranter@example.com", "+44 7700 900098")
        .writes("w9 13:30", "Mirror arrived cracked. Annoying but these things happen.", "Cracked mirror")
        .reply(
            "w9 14:20",
            JONAS,
            "Dear Mr Tranter,\n\nThank you for taking it so well. I am sorry all the same.",
            readback="The mirror arrived cracked.",
            ask_wish=True,
        )
        .concerns("w9 14:25", JONAS, "A mirror in one piece")
        .writes("w8 09:10", "Yep. A new one would be grand.")
        .confirms("w8 09:40", "email", JONAS)
        .wishes("w8 09:41", "A new one would be grand", "email", JONAS)
        .agrees("w8 09:50", JONAS, "A new mirror, in a crate this time", "email")
        .reply(
            "w8 09:55",
            JONAS,
            "Thank you. A new one will be with you tomorrow by noon, in a crate. Sorry for the first.",
            vows=[Vow("A new one will be with you tomorrow by noon, in a crate", "w7 12:00", "delivery")],
        )
        .does("w7 11:00", JONAS, "Delivered a new mirror in a crate; the driver unpacked it with him", 1)
        .keeps("w7 11:05", JONAS, "The driver sent a picture of it on the wall")
        .reply("w7 11:10", JONAS, "I hear that it arrived whole. Thank you for your patience.")
        .resolves("w7 11:15", JONAS)
        .follow_mail(
            "w4 10:00",
            JONAS,
            apology="I am sorry again about the cracked mirror.",
            what_went_wrong="It travelled in cardboard, which is not enough for its size.",
            how_put_right="You have a new one, which came in a crate.",
            recurrence="All mirrors above a metre travel in crates now.",
            thanks="Thank you for your good humour.",
        )
        .tries("w4 15:00", JONAS, "no_answer", follow_up=True)
        .tries("w1 10:10", JONAS, "voicemail", follow_up=True)
    )
