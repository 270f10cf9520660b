"""Cases that belong together, a company's and a family's, and somebody we lost and would like to have back."""

from __future__ import annotations

from amends.sample.shop import ELENA, NORA, TOM
from amends.sample.stage import Vow
from amends.sample.story import Story


def stories() -> list[Story]:
    """Five cases of which no other is a stranger."""
    return [
        Story("cafe-chairs", "Astrid Lindqvist", "astrid@cafe.example.com", "+44 113 496 0222")
        .writes(
            "w5 09:10",
            """
            Six of the twenty chairs you made for the café have split along the seat, all in the same place. We open
            the second room in three weeks and I cannot open it with six chairs missing.
            """,
            "Six chairs have split",
        )
        .belongs("w5 09:40", TOM, "Lindqvist & Daughters", "company")
        .about("w5 09:41", TOM, key_customer=True)
        .reply(
            "w5 10:30",
            NORA,
            """
            Dear Astrid,

            Thank you for telling us the same morning. I am sorry. Six in the same place is not bad luck, it is a
            fault, and it is ours to find.
            """,
            readback="Six of twenty chairs split along the seat, in one place. "
            "You open the second room in three weeks and need twenty.",
            ask_wish=True,
        )
        .concerns("w5 10:35", NORA, "Twenty chairs by the opening", "Are the other fourteen going to split?")
        .confirms("w5 11:15")
        .wishes("w5 11:16", "Lend me six if you must, but tell me the truth about the other fourteen", "portal")
        .agrees(
            "w5 13:40",
            NORA,
            "Six chairs on loan tomorrow; all twenty seats examined; every doubtful one remade",
            "email",
        )
        .reply(
            "w5 13:50",
            NORA,
            "Six chairs from our own floor will be with you tomorrow by noon. Thank you for saying what you need first.",
            vows=[Vow("Six chairs from our own floor will be with you tomorrow by noon", "w4 12:00", "delivery")],
        )
        .does("w4 11:00", NORA, "Brought six chairs from the shop floor on loan", 1)
        .keeps("w4 11:02", NORA, "Carried them in with Astrid; six, counted by both")
        .reply(
            "w4 11:20",
            NORA,
            "The six are with you. Mr Bell looks at the other fourteen on Monday, with you beside him. Thank you.",
            vows=[Vow("Mr Bell looks at the other fourteen on Monday, with you beside him", "w3 17:00")],
        )
        .does(
            "w3 14:00", NORA, "Mr Bell examined the fourteen with her: two more are doubtful, and are being remade", 2
        )
        .keeps("w3 14:05", NORA, "He went through them chair by chair, with her")
        .talk(
            "w3 15:10",
            NORA,
            "Told her plainly: eight of twenty, one plank of green wood. Said thank you to her for standing there with him.",
            vows=[Vow("Eight remade chairs are at the café", "+w5 17:00", "delivery")],
        ),
        Story("cafe-table", "Maja Lindqvist", "maja@cafe.example.com")
        .tells(
            "w2 10:30",
            "The long table's varnish goes white under hot plates.",
            "White rings on the long table",
            "visit",
            by=NORA,
            owner=NORA,
        )
        .belongs("w2 10:35", NORA, "Lindqvist & Daughters", "company")
        .talk(
            "w2 10:40",
            NORA,
            "At the café about the chairs; Maja showed me the table. Said thank you to her, said sorry, took a picture.",
            "visit",
        )
        .asks(
            "w1 11:05",
            NORA,
            "Can the long table at the café be oiled over a Sunday, so that they need not close?",
            of="Walter Bell",
            department="Workshop",
            due="+m240",
        )
        .has_seen("m210", NORA),
        Story("patel-bunk", "Rina Patel", "rina.patel@example.com", "+44 7700 900951")
        .writes(
            "w4 12:30",
            "The ladder of the bunk bed has no rubber feet and slips on our floor. The boys are five and seven.",
            "Ladder slips",
        )
        .graded("w4 12:50", ELENA, 2, "Children climb it")
        .belongs("w4 12:51", ELENA, "The Patels")
        .reply(
            "w4 13:10",
            ELENA,
            "Dear Mrs Patel,\n\nThank you. I am sorry. Please take the ladder off "
            "until the feet are there, even if it means a mattress on the floor.",
            readback="The ladder came without its rubber feet and slips. The boys are five and seven.",
            ask_wish=True,
        )
        .concerns("w4 13:15", ELENA, "A ladder that does not slip")
        .writes(
            "w4 13:40",
            "Yes. It's off. Just send the feet please, they have been fighting over the floor mattress, it is the best thing ever.",
        )
        .confirms("w4 13:50", "email", ELENA)
        .wishes("w4 13:51", "Just send the feet please", "email", ELENA)
        .agrees("w4 14:00", ELENA, "The feet by courier today, and a look at whether other ladders lack them", "email")
        .reply(
            "w4 14:10",
            ELENA,
            "Four rubber feet will be with you tomorrow by noon. Thank you for taking it down at once; I hope the mattress lasts.",
            vows=[Vow("Four rubber feet will be with you tomorrow by noon", "w3 12:00", "delivery")],
        )
        .does("w4 15:30", ELENA, "Sent four rubber feet by courier", 1)
        .keeps("w3 10:20", ELENA, "Courier's receipt, signed R. Patel at 09:50"),
        Story("patel-drawer", "Anil Patel", "anil.patel@example.com")
        .tells(
            "w2 16:00",
            "My wife wrote about the ladder; the drawer under the same bunk sticks.",
            "A drawer that sticks",
            "form",
        )
        .belongs("w1 09:30", ELENA, "The Patels")
        .reply(
            "w1 09:40",
            ELENA,
            "Dear Mr Patel,\n\nThank you, and sorry: two things wrong with one bed. I have the ladder too, so you need only me.",
        ),
        Story("win-back", "Simon Ferrars", "simon.ferrars@example.com", "+44 7700 900147")
        .tells(
            "w8 10:00",
            """
            (We rang him.) He cancelled a kitchen worth of furniture last year after two wrong deliveries, and nobody ever
            asked him why. He was surprised to be asked. "You lost me on the second phone call, not on the second van."
            """,
            "Why he left us last year",
            origin="win_back",
            severity=4,
            by=TOM,
            owner=TOM,
        )
        .talk(
            "w8 10:10",
            TOM,
            "Listened. Said thank you to him, and said I am sorry, a year late. He told it all, without heat.",
        )
        .heard("w8 10:30", TOM)
        .concerns("w8 10:31", TOM, "Nobody rang me back", "I was charged for the second delivery")
        .on_case(
            "w8 10:32",
            lambda case, people, at: case.rounds.current().read_back(
                "Two wrong deliveries, then a call that nobody returned, and a charge that should never have been.",
                by=people[TOM],
                at=at,
            ),
        )
        .confirms("w8 10:33", "phone", TOM)
        .wishes("w8 10:34", "The forty pounds back, on principle. Then we'll see", "phone", TOM)
        .agrees("w8 10:40", TOM, "The £40 back today; nothing asked in return")
        .talk(
            "w8 10:42",
            TOM,
            "Told him that it goes back today. Said thank you for the straight talk.",
            vows=[Vow("Pay back the £40 today", "w8 17:00", "money")],
        )
        .does("w8 11:20", TOM, "Paid back £40", 2)
        .keeps("w8 11:21", TOM, "Done at 11:20, and the bank has confirmed it")
        .reply(
            "w5 10:00",
            TOM,
            "Dear Mr Ferrars,\n\nThank you for talking to me. The £40 is back "
            "on your card. I have also found who did not ring you, and why.",
        ),
    ]
