"""Agreed, and being done: promises kept, moved, released, about to fall due, and one that broke."""

from __future__ import annotations

from amends.sample.shop import ELENA, JONAS, NORA, PRIYA, SAM
from amends.sample.stage import Vow
from amends.sample.story import Story


def stories() -> list[Story]:
    """Six cases in which something is being put right."""
    return [*_agreed(), *_promised()]


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
        .reply(
            "w2 10:15",
            ELENA,
            """
            Thank you, Mrs Quill. Mr Bell will come himself, between eight and ten, on the day we spoke of. He trains our fitters,
            and would like to see what they did. If anything changes you will hear it from me, before and not after.
            """,
            vows=[Vow("Mr Bell will come himself, between eight and ten", "+w2 10:00")],
            unmarked=["If anything changes you will hear it from me, before and not after."],
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
        .promises_call("w1 09:41", NORA, "Ring Mr Pugh with the hour of delivery", "+m120"),
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
        .reply(
            "w6 13:15",
            JONAS,
            """
            Agreed, Ms Achebe, and thank you. Two guest beds will be with you this evening. The middle support will be with you by
            noon on the day that the factory has named.
            """,
            vows=[
                Vow("Two guest beds will be with you this evening", "w6 18:00", "delivery"),
                Vow("The middle support will be with you by noon", "w1 12:00", "delivery"),
            ],
        )
        .does("w6 16:40", JONAS, "Lent them two guest beds, brought by our own van", 2)
        .keeps("w6 16:41", JONAS, "Our driver set them up himself at half past four")
        .checks("w6 16:42", JONAS, "He put his weight on both before he left")
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
        )
        .reply(
            "m178",
            JONAS,
            """
            Dear Ms Achebe,

            You are right, and I am sorry. I checked the list and not the label, and you stayed at home for it. The right support
            is in my hands now; I read the label aloud to Priya. It will be with you tomorrow by ten. Priya answers for that with
            me, and her number is below mine. Thank you for telling me what you think.
            """,
            vows=[Vow("It will be with you tomorrow by ten", "+w1 10:00", "delivery", PRIYA)],
        )
        .writes("m150", "All right. But I want to hear from you every hour until it is in my hall.")
        .paced("m148", "every hour")
        .reply(
            "m118",
            JONAS,
            "It left the workshop at the hour. It is on the Wakefield van, in its own crate, and so am I.",
        )
        .reply("m61", JONAS, "The van is unloaded. Your crate stands by the door with your name on it; I put it there.")
        .reply(
            "m9", JONAS, "Still there, and on the first round tomorrow: number two of eleven. Our driver has your bell."
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
        .reply(
            "w4 10:40",
            ELENA,
            "Agreed, and thank you. A new cover from the same roll; our upholsterer fits it at your home.",
            vows=[Vow("Our upholsterer fits the new cover at your home", "w1 15:00")],
        )
        .does("w3 11:00", ELENA, "Had the cover cut from the roll that the sofa was made of")
        .moves_promise(
            "w2 10:10",
            ELENA,
            """
            Rang before he had to: the upholsterer is ill. Said I am sorry, gave him the choice between somebody else on the
            same day and her three days later. He prefers her, because she knows the dye. Said thank you.
            """,
            "+w2 15:00",
            "supplier",
            spoken=True,
        )
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
        .talk(
            "w4 14:42",
            JONAS,
            "Said both back to her with their days, on the same call. Said thank you; no vouchers, as she asks.",
            vows=[
                Vow("Pay the painter's bill", "w2 17:00", "money"),
                Vow("The new drawer front is fitted", "+w3 12:00", "deed"),
            ],
        )
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
        .reply(
            "w3 10:05",
            SAM,
            "Thank you, Ms Yeo. New ones it is, to the right pattern. I will ring you on Saturday with the date.",
            vows=[Vow("I will ring you on Saturday with the date", "+w1 12:00", "call")],
        )
        .released("w2 09:40", SAM, "Please don't ring on a Saturday, a mail is fine")
        .does("w2 15:00", SAM, "The workshop cut new cushions", 1)
        .reply(
            "w2 15:20",
            SAM,
            "The new cushions are cut and being sewn. No call on Saturday, as you ask: I shall write. Thank you!",
            vows=[Vow("I shall write", "+w1 17:00", "news")],
        ),
    ]
