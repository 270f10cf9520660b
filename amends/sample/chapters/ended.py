"""How cases end well: satisfied, some of them at the second try."""

from __future__ import annotations

from amends.sample.pictures import document, photograph
from amends.sample.shop import ELENA, JONAS, NORA, PRIYA, SAM, TOM
from amends.sample.stage import Vow
from amends.sample.story import Story


def stories() -> list[Story]:
    """Five customers who said that it is right."""
    return [_piano_stool(), _second_round(), _letters_only(), _told_first(), _portal_only()]


def _piano_stool() -> Story:
    """The whole way, as it should be."""
    return (
        Story("piano-stool", "Winifred Castle", "winifred.castle@example.com", "+44 1943 960088")
        .writes(
            "w20 09:25",
            """
            I am a piano teacher. The stool I ordered from you collapsed under a pupil yesterday, a girl of eleven. She laughed,
            thank heaven, but I did not. I have taught for thirty-one years and nothing like it has happened in my room.

            I am not after money. I should like somebody to take it seriously, and I need something to sit a child on by Monday.
            """,
            "A piano stool that collapsed under a child",
            [
                photograph("stool.png", flaw="crack"),
                document("receipt.pdf", "Hearth & Oak", "Order HO-19822", "Piano stool, beech"),
            ],
        )
        .taken("w20 09:32", PRIYA)
        .graded("w20 09:33", PRIYA, 1, "A child fell")
        .talk(
            "w20 09:45",
            PRIYA,
            """
            Rang her before writing. Said thank you for telling us at once, asked after the girl first: a bruise, in good spirits.
            Said I am deeply sorry that this happened in her room, in front of her pupil. She told me the whole story; I
            did not interrupt. What she minds most is that a parent trusted her.
            """,
        )
        .heard("w20 09:58", PRIYA)
        .facts(
            "w20 10:00",
            PRIYA,
            what="The seat of a piano stool came off its column",
            when="Yesterday, about five",
            where="Her teaching room, Ilkley",
            order="!HO-19822",
            effect="A girl of eleven fell; a bruise",
        )
        .concerns(
            "w20 10:03",
            PRIYA,
            "Somebody to take it seriously",
            "Something to sit a child on by Monday",
            implied=["That the girl's parents can trust her room again"],
        )
        .reply(
            "w20 10:20",
            PRIYA,
            """
            Dear Mrs Castle,

            Thank you for telling us, and for talking to me just now. I am so sorry. A stool of ours failed under a child in your
            care, and it was luck and not our work that she was not hurt worse.
            """,
            readback="""
            The seat of your piano stool broke off under a pupil of eleven. She was bruised, and you were frightened. You have taught
            for thirty-one years, and parents trust your room. You want this taken seriously, and you need a safe seat by Monday.
            """,
            ask_wish=True,
        )
        .confirms("w20 10:50")
        .wishes("w20 10:52", "A stool I can trust, and a word to the girl's mother that it was not my doing", "portal")
        .agrees(
            "w20 11:10",
            PRIYA,
            "An adjustable bench, tested by us, tomorrow; Nora writes to the girl's mother; the stool goes to be examined",
            "phone",
        )
        .talk(
            "w20 11:15",
            PRIYA,
            "Said all three back to her with the times. Said thank you to her for her trust.",
            vows=[
                Vow("A tested bench is in her room", "w19 16:00", "delivery"),
                Vow("Nora's letter to the mother is in the post", "w19 17:00"),
                Vow("She knows what was wrong with the stool", "w17 12:00", "news"),
            ],
        )
        .note("w20 11:30", NORA, "Letter written. I have stopped the sale of this stool until we know why.")
        .does("w19 14:10", PRIYA, "Brought a bench ourselves, tested with twice the weight", 2)
        .keeps("w19 14:12", PRIYA, "Delivered at 14:05; she sat on it while Mr Bell was there")
        .does("w19 15:00", NORA, "Wrote by hand to the girl's mother: the stool was at fault, not the teacher", 3)
        .keeps("w19 15:01", NORA, "Posted at the counter, proof kept with the case")
        .does(
            "w18 11:00",
            PRIYA,
            "Mr Bell took the stool apart: a weld was missing. All forty of that batch are off sale",
            1,
        )
        .talk(
            "w18 11:30",
            PRIYA,
            "Told her what Mr Bell found, plainly, and what we did with the "
            "other forty. Said thank you: she may have spared another child.",
        )
        .keeps("w18 11:32", PRIYA, "Told her on the phone, and sent her Mr Bell's drawing")
        .resolves("w18 11:40", PRIYA)
        .follow_mail(
            "w15 10:00",
            PRIYA,
            apology="I am sorry again that a stool of ours failed in your room, under a child in your care.",
            what_went_wrong="A weld was missing under the seat. It could not be seen from outside.",
            how_put_right="You have a bench tested with twice the weight, and the girl's mother has Nora's letter.",
            recurrence="The forty stools of that batch are off sale, and each weld is now tested before it is covered.",
            thanks="Thank you for telling us so quickly. It mattered to more people than you.",
        )
        .follow_call(
            "w15 11:10",
            PRIYA,
            "Said thank you to her for her time. The bench is steady, the mother has rung her, "
            "the girl comes on Mondays as before. She asked me to thank Nora.",
            "right",
            "right",
            "right",
        )
    )


def _second_round() -> Story:
    return (
        Story("dishwasher-door", "Kirsty McAllister", "kirsty.mcallister@example.com", "+44 7700 900271")
        .writes(
            "w26 10:00",
            "The oak front you fitted to our dishwasher has warped and the door won't shut.",
            "Warped front",
        )
        .reply(
            "w26 11:05",
            ELENA,
            "Dear Mrs McAllister,\n\nThank you for writing, and sorry: steam and raw oak should never have met.",
            readback="The front has warped and the dishwasher does not shut.",
            ask_wish=True,
        )
        .concerns("w26 11:10", ELENA, "A door that shuts")
        .confirms("w26 12:00")
        .wishes("w26 12:01", "Make it shut", "portal")
        .agrees("w26 13:00", ELENA, "A new front, sealed on both sides", "email")
        .reply(
            "w26 13:05",
            ELENA,
            "Thank you. A new front will be fitted the day after tomorrow by noon. Sorry for the steam until then.",
            vows=[Vow("A new front will be fitted the day after tomorrow by noon", "w24 12:00")],
        )
        .does("w24 10:00", ELENA, "Fitted a new front, sealed on the outside", 1)
        .keeps("w24 10:02", ELENA, "The fitter's sheet, signed by her")
        .reply("w24 11:00", ELENA, "The new front is on. Thank you for your patience.")
        .resolves("w24 11:05", ELENA)
        .answers("w22 18:40", "not_yet", words="It is warping again already, at the bottom edge.")
        .talk(
            "w21 09:15",
            ELENA,
            """
            Rang first thing. Said sorry, and said thank you for not letting us off: I had agreed on both sides, and the fitter sealed
            one. That is on me for not looking. She wants it done once more and done right.
            """,
            vows=[Vow("A front sealed on both sides, which I have looked at", "w19 12:00")],
        )
        .wishes("w21 09:20", "Once more, and this time both sides", "phone", ELENA)
        .agrees(
            "w21 09:25", ELENA, "A new front, sealed on both sides and looked at by Elena before it leaves the workshop"
        )
        .does("w19 10:30", ELENA, "Fitted a front sealed on both sides; I had it in my hands before it left", 1)
        .keeps("w19 10:32", ELENA, "Two pictures, of both sides, with the case")
        .reply("w19 11:00", ELENA, "It is on, sealed on both sides; I looked. Thank you for giving us a second go.")
        .resolves("w19 11:05", ELENA)
        .follow_mail(
            "w16 10:00",
            ELENA,
            apology="I am sorry that it took us two goes.",
            what_went_wrong="The first front was sealed on one side only, against what we had agreed.",
            how_put_right="The second is sealed on both, and I looked before it left.",
            recurrence="Fronts for dishwashers are now sealed before they are cut.",
            thanks="Thank you for your straight words.",
        )
        .follow_call("w16 10:40", ELENA, "It shuts, it stays flat, she is content. Said thank you.", "right")
    )


def _letters_only() -> Story:
    return (
        Story("writing-desk", "Miss Agnes Thorley", phone="+44 1756 960319")
        .tells(
            "w25 10:00",
            "Dear Sir or Madam, The lid of my writing desk no longer locks, and I keep my late sister's letters in it. A. Thorley.",
            "A lock that does not lock",
            "letter",
            by=SAM,
            owner=SAM,
            typed="w24 09:30",
        )
        .about("w24 09:35", SAM, preferred_channel="letter")
        .reached_at("w24 09:36", SAM, "post", "3 Mill Bridge, Skipton")
        .letter(
            "w24 10:30",
            SAM,
            """
            Dear Miss Thorley, Thank you for your letter. I am sorry that the lock has failed you, when it keeps something that
            cannot be replaced. I understand that the lid no longer locks and that the letters must stay private. Is that right,
            and what would put it right for you?
            """,
        )
        .on_case(
            "w24 10:31",
            lambda case, people, at: case.rounds.current().read_back(
                "The lid no longer locks; her late sister's letters must stay private.", by=people[SAM], at=at
            ),
        )
        .asks_wish("w24 10:32", SAM, "letter")
        .concerns("w24 10:33", SAM, "A lock that locks", "My sister's letters")
        .letter(
            "w22 10:00",
            SAM,
            "Dear Mr Okoro, You have understood perfectly. I should like the lock mended here, and nobody to move the letters.",
            theirs=True,
        )
        .confirms("w22 10:05", "letter", SAM)
        .wishes("w22 10:06", "The lock mended here, and nobody to move the letters", "letter", SAM)
        .agrees("w22 10:10", SAM, "Mr Bell mends the lock at her home while she is beside him", "letter")
        .letter(
            "w22 10:20",
            SAM,
            "Dear Miss Thorley, Thank you. Mr Bell will come on Tuesday at eleven and will touch nothing but the lock.",
        )
        .promises("w22 10:25", SAM, Vow("Mr Bell comes on Tuesday at eleven", "w19 12:00"))
        .does("w19 11:30", SAM, "Mr Bell mended the lock at her home; she sat beside him and gave him tea", 1, 2)
        .keeps("w19 11:35", SAM, "He was there at eleven; she has written it in her diary")
        .letter(
            "w19 15:00",
            SAM,
            "Dear Miss Thorley, Mr Bell tells me that it turns again. Thank you for the tea, he says. I am sorry for the worry.",
        )
        .resolves("w19 15:05", SAM)
        .waives_follow_up("w16 09:30", TOM, "mail", "She has no e-mail; Sam asked by letter and rings once")
        .follow_call(
            "w16 11:00",
            SAM,
            "She answered at the second ring. It locks. The letters are where they were. Said thank you.",
            "right",
            "right",
        )
    )


def _told_first() -> Story:
    return (
        Story("swale-steel", "Hugo Brandreth", "hugo.brandreth@example.com", "+44 7700 900362")
        .tells(
            "w18 12:00",
            "(We told him.) The glass shelf of his Swale table can crack; please take it out, a steel one is on its way.",
            "The shelf of the Swale table",
            "email",
            origin="disclosure",
            severity=2,
            by=TOM,
            owner=JONAS,
        )
        .talk(
            "w18 13:30",
            JONAS,
            "Rang. Said sorry, and said thank you for listening. He had not "
            "noticed anything. Read back: shelf out, steel one by post.",
        )
        .heard("w18 13:35", JONAS)
        .concerns("w18 13:36", JONAS, "A shelf that does not crack")
        .on_case(
            "w18 13:37",
            lambda case, people, at: case.rounds.current().read_back(
                "The shelf is out and he would like the steel one.", by=people[JONAS], at=at
            ),
        )
        .confirms("w18 13:38", "phone", JONAS)
        .wishes("w18 13:39", "The steel one is fine, fair play for ringing", "phone", JONAS)
        .agrees("w18 13:40", JONAS, "A steel shelf by courier")
        .talk(
            "w18 13:42",
            JONAS,
            "Told him that it goes tomorrow. Said thank you.",
            vows=[Vow("The steel shelf goes out tomorrow", "w17 17:00", "delivery")],
        )
        .does("w17 10:00", JONAS, "Sent the steel shelf", 1)
        .keeps("w17 10:02", JONAS, "Courier's slip")
        .reply("w17 10:10", JONAS, "Your steel shelf is on its way; it clips in. Thank you for your time on the phone.")
        .resolves("w17 10:15", JONAS)
        .follow_mail(
            "w14 10:00",
            JONAS,
            apology="I am sorry that we sold you a shelf that could crack.",
            what_went_wrong="The bracket presses on a drilled edge.",
            how_put_right="You have a steel shelf.",
            recurrence="All Swale tables are made with steel from now on.",
            thanks="Thank you for your patience.",
        )
        .follow_call(
            "w14 10:10", JONAS, "Clipped in, solid. He has ordered the matching bench. Said thank you.", "right"
        )
    )


def _portal_only() -> Story:
    return (
        Story("portal-happy", "Nadia Rahman", "nadia.rahman@example.com", "+44 7700 900739")
        .tells("w13 10:00", "The set of coat hooks has five, the picture shows six.", "Five hooks, not six", "form")
        .reply(
            "w13 10:40",
            JONAS,
            "Dear Ms Rahman,\n\nThank you, and sorry: you counted better than we did.",
            readback="You have five hooks, and bought six.",
            ask_wish=True,
        )
        .concerns("w13 10:45", JONAS, "The sixth hook")
        .confirms("w13 12:10")
        .wishes("w13 12:11", "The sixth hook :)", "portal")
        .agrees("w13 13:00", JONAS, "The sixth hook by post, and one to spare", "email")
        .reply(
            "w13 13:05",
            JONAS,
            "Number six will be in the post tomorrow. Thank you for counting.",
            vows=[Vow("Number six will be in the post tomorrow", "w12 17:00", "delivery")],
        )
        .does("w12 10:00", JONAS, "Posted two hooks", 1)
        .keeps("w12 10:01", JONAS, "Proof of posting, two hooks")
        .reply("w12 10:05", JONAS, "Number six is in the post, with number seven for company. Thank you.")
        .resolves("w12 10:10", JONAS)
        .follow_mail(
            "w9 09:40",
            JONAS,
            apology="I am sorry about the missing hook.",
            what_went_wrong="The bags were packed by weight, and one hook weighs little.",
            how_put_right="You have number six, and a spare.",
            recurrence="They are counted now.",
            thanks="Thank you for the smile in your message.",
        )
        .follow_call(
            "w9 10:05", JONAS, "All six hang by the door; the seventh holds the dog's lead. Said thank you.", ""
        )
        .answers("w9 19:15", "right", words="Perfect. The dog says thanks too.")
    )
