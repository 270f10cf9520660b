"""Agreed, and being done: promises kept, moved, released, about to fall due, and one that broke."""

from __future__ import annotations

from amends.sample.shop import ELENA, JONAS, NORA, SAM, TOM
from amends.sample.story import Story


def stories() -> list[Story]:
    """Nine cases in which something is being put right."""
    return [*_agreed(), *_promised(), *_together()]


def _agreed() -> list[Story]:
    return [
        Story("wardrobe-door", "Teresa Quill", "teresa.quill@example.com")
        .writes(
            "w3 09:30",
            "One wardrobe door hangs lower than the other and scrapes. It was fitted by your own people.",
            "Door scrapes",
        )
        .reply(
            "w3 10:45",
            ELENA,
            "Dear Mrs Quill,\n\nThank you for writing. I am sorry that you "
            "are left with a door that scrapes after paying for fitting.",
            readback="The left door was hung too low by our fitters and scrapes when it is opened.",
            ask_wish=True,
        )
        .concerns("w3 10:50", ELENA, "A door that does not scrape")
        .confirms("w2 08:10")
        .wishes("w2 08:11", "Someone to come and hang it properly, not the same two", "portal")
        .agrees("w2 10:00", ELENA, "Mr Bell, who trains our fitters, hangs the door himself", "email")
        .promises("w2 10:01", ELENA, "Mr Bell comes to hang the door, between eight and ten", "+w2 10:00")
        .reply(
            "w2 10:15",
            ELENA,
            """
            Thank you, Mrs Quill. Mr Bell will come himself, between eight and ten, on the day we spoke of. He trains our fitters,
            and would like to see what they did. If anything changes you will hear it from me, before and not after.
            """,
        ),
        Story("rug", "Dafydd Pugh", "dafydd.pugh@example.com", "+44 7700 900743")
        .tells(
            "w1 09:10",
            "The rug is the display one, faded on one side. He noticed when he laid it in the sun.",
            "A faded rug",
            by=NORA,
            owner=NORA,
        )
        .talk(
            "w1 09:20",
            NORA,
            "Said thank you to him, said sorry: the display rug should never have been rolled up and sold as new. Read it back; yes.",
        )
        .heard("w1 09:25", NORA)
        .concerns("w1 09:26", NORA, "A rug that is the same colour all over")
        .on_case(
            "w1 09:27",
            lambda case, people, at: case.rounds.current().read_back(
                "You were sold the display rug as a new one; it is faded on one side.", by=people[NORA], at=at
            ),
        )
        .confirms("w1 09:28", "phone", NORA)
        .wishes("w1 09:29", "A new one by the weekend, my daughter's visiting", "phone", NORA)
        .agrees(
            "w1 09:40", NORA, "A new rug from Wakefield, brought by Nora on her way home; the old one stays until then"
        )
        .promises("w1 09:41", NORA, "Ring Mr Pugh with the hour of delivery", "+m120"),
    ]


def _promised() -> list[Story]:
    return [
        Story("broken-promise", "Yvonne Achebe", "yvonne.achebe@example.com", "+44 7700 900286")
        .writes(
            "w6 10:10",
            "The bed frame came without the middle support. We sleep on the floor.",
            "Bed without its middle",
        )
        .reply(
            "w6 11:30",
            JONAS,
            "Dear Ms Achebe,\n\nThank you for telling us at once. I am so sorry: nobody should sleep on the floor beside a new bed.",
            readback="The middle support of your bed was not in the box, and you are sleeping on the floor.",
            ask_wish=True,
        )
        .graded("w6 11:31", JONAS, 2, "They sleep on the floor")
        .concerns("w6 11:35", JONAS, "The middle support", implied=["A bed to sleep in until then"])
        .confirms("w6 12:20")
        .wishes("w6 12:21", "The part. And honestly, something to sleep on until it's here", "portal")
        .agrees("w6 13:10", JONAS, "A guest bed today; the support as soon as the factory sends it", "email")
        .promises("w6 13:11", JONAS, "The middle support is delivered", "w1 12:00")
        .does("w6 16:40", JONAS, "Lent them two guest beds, brought by our own van", 2)
        .reply(
            "w6 16:50",
            JONAS,
            "The guest beds should be with you now. Thank you for your patience with us; the support comes on the day we said.",
        )
        .talk(
            "w4 10:00",
            JONAS,
            "Rang to say that nothing has changed and the date holds. Said thank you. She is tired but kind.",
        )
        .reply(
            "w3 10:00",
            JONAS,
            "A short word, so that you need not wonder: the factory has confirmed your part for the date we gave you.",
        )
        .note(
            "w1 14:30",
            JONAS,
            "Not on the van. The factory sent the left-hand one. I should have checked the label, not the list.",
        )
        .writes(
            "w1 18:20", "You promised noon. It is evening. I stayed at home for it. I don't know what to believe now."
        ),
        Story("moved-promise", "Martin Eastwood", "martin.eastwood@example.com")
        .writes(
            "w5 11:00", "Stain on the arm of the sofa, under the wrapping, so it came like that.", "Stain on a new sofa"
        )
        .reply(
            "w5 12:15",
            ELENA,
            "Dear Mr Eastwood,\n\nThank you for the photograph. I am sorry; it left our warehouse like that.",
            readback="The left arm of your new sofa was stained under its wrapping. You want it clean or new, not explained.",
            ask_wish=True,
        )
        .concerns("w5 12:20", ELENA, "The stain")
        .confirms("w4 09:00")
        .wishes("w4 09:02", "A new cover for the arm, if it's the same dye", "portal")
        .agrees("w4 10:30", ELENA, "A new cover from the same roll, fitted at his home", "email")
        .promises("w4 10:31", ELENA, "The new cover is fitted", "w1 15:00")
        .reply(
            "w4 10:40",
            ELENA,
            "Agreed, and thank you. A new cover from the same roll; our upholsterer fits it at your home.",
        )
        .does("w3 11:00", ELENA, "Had the cover cut from the roll that the sofa was made of")
        .talk(
            "w2 10:10",
            ELENA,
            """
            Rang before he had to: the upholsterer is ill. Said I am sorry, gave him the choice between somebody else on the
            same day and her three days later. He prefers her, because she knows the dye. Said thank you.
            """,
        )
        .moves_promise("w2 10:15", ELENA, "+w2 15:00", "supplier")
        .says(
            "w2 19:40", "Thank you for ringing before I had to. Tell her to get well; the arm has waited, it can wait."
        )
        .reply("w1 10:50", ELENA, "I passed it on, and she was touched. Thank you. The day and the hour stand."),
        Story("two-promises", "Gwen Prosser", "gwen.prosser@example.com", "+44 7700 900834")
        .tells(
            "w4 14:00",
            "Delivery scraped the wall of her stairs, and one drawer front is chipped.",
            "A scraped wall and a chipped drawer",
            by=JONAS,
            owner=JONAS,
        )
        .talk(
            "w4 14:10",
            JONAS,
            "Heard it out. Said thank you to her, said sorry for the wall: "
            "she had painted it for the new furniture. Read it back: yes.",
        )
        .heard("w4 14:25", JONAS)
        .concerns("w4 14:26", JONAS, "My wall", "The chipped drawer")
        .facts("w4 14:30", JONAS, where="The stairs, at the turn", amount="!Painter's estimate £85", order="!HO-20310")
        .on_case(
            "w4 14:31",
            lambda case, people, at: case.rounds.current().read_back(
                "Our delivery scraped the wall you had just painted, and a drawer front is chipped.",
                by=people[JONAS],
                at=at,
            ),
        )
        .confirms("w4 14:32", "phone", JONAS)
        .wishes("w4 14:33", "Pay my painter, and a new front. No vouchers please", "phone", JONAS)
        .agrees("w4 14:40", JONAS, "We pay her painter; a new drawer front from the workshop")
        .promises("w4 14:41", JONAS, "Pay the painter's bill", "w2 17:00")
        .promises("w4 14:42", JONAS, "The new drawer front is fitted", "+w3 12:00")
        .does("w3 11:30", JONAS, "Paid the painter £85 by transfer", 1)
        .keeps("w3 11:31", JONAS, "Transfer of £85, confirmed by the bank")
        .reply(
            "w3 11:45",
            JONAS,
            "Your painter has been paid this morning, in full. Thank you for sending his bill so quickly.",
            to="gwen.prosser@example.com",
        )
        .talk(
            "w1 10:30",
            JONAS,
            "Rang: the front is being lacquered, fitting as promised. Said thank you; the wall is painted and she is pleased.",
        ),
        Story("released", "Harriet Yeo", "harriet.yeo@example.com")
        .writes("w4 09:05", "Cushions are a size too small for the bench.", "Cushions too small")
        .reply(
            "w4 10:15",
            SAM,
            "Dear Ms Yeo,\n\nThank you, and sorry: we cut them to the old pattern.",
            readback="The cushions are cut too small for your bench.",
            ask_wish=True,
        )
        .concerns("w4 10:20", SAM, "Cushions that fit")
        .confirms("w3 08:45")
        .wishes("w3 08:46", "New ones, no hurry at all", "portal")
        .agrees("w3 10:00", SAM, "New cushions, to the right pattern", "email")
        .promises("w3 10:01", SAM, "Ring her on Saturday with the date", "+w1 12:00")
        .released("w2 09:40", SAM, "Please don't ring on a Saturday, a mail is fine")
        .does("w2 15:00", SAM, "The workshop cut new cushions", 1)
        .reply(
            "w2 15:20",
            SAM,
            "The new cushions are cut and being sewn. No call on Saturday, as you ask: I shall write. Thank you!",
        ),
    ]


def _together() -> list[Story]:
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
        .does("w4 11:00", NORA, "Brought six chairs from the shop floor on loan", 1)
        .reply(
            "w4 11:20",
            NORA,
            "The six are with you. Mr Bell looks at the other fourteen on Monday, with you beside him. Thank you.",
        )
        .does(
            "w3 14:00", NORA, "Mr Bell examined the fourteen with her: two more are doubtful, and are being remade", 2
        )
        .talk(
            "w3 15:10",
            NORA,
            "Told her plainly: eight of twenty, one plank of green wood. Said thank you to her for standing there with him.",
        )
        .promises("w3 15:15", NORA, "Eight remade chairs are at the café", "+w5 17:00"),
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
        ),
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
        .does("w4 15:30", ELENA, "Sent four rubber feet by courier", 1),
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
        .does("w8 11:20", TOM, "Paid back £40", 2)
        .reply(
            "w5 10:00",
            TOM,
            "Dear Mr Ferrars,\n\nThank you for talking to me. The £40 is back "
            "on your card. I have also found who did not ring you, and why.",
        ),
    ]
