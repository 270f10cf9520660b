"""The customer has said: yes, that is it. Now we ask what would put it right."""

from __future__ import annotations

from datetime import timedelta

from amends.sample.shop import ELENA, JONAS, PRIYA, SAM, TOM
from amends.sample.stage import Vow
from amends.sample.story import Story


def stories() -> list[Story]:
    """Five cases that were understood, one of them for the second time."""
    return [_veneer(), _headboard(), _sofa_bed(), _glass_shelf(), _loose_leg()]


def _veneer() -> Story:
    return (
        Story("veneer", "Oluwaseun Bakare", "seun.bakare@example.com")
        .writes(
            "w2 11:15",
            """
            I think you should know that the edge of the veneer on our sideboard is lifting, along about a hand's width.
            We have had it for seven weeks. I have been careful with it: coasters, no radiator near. I would not mind so
            much if it had been cheap.
            """,
            "Veneer lifting, HO-20288",
        )
        .reply(
            "w2 13:50",
            JONAS,
            """
            Dear Mr Bakare,

            Thank you for letting us know, and so carefully. I am sorry. Seven weeks is nothing for a sideboard like that, and
            nothing you describe would do it.
            """,
            readback="""
            The veneer on your sideboard is coming away along a hand's width, after seven weeks of careful use. What troubles you
            is that you paid for something meant to last.
            """,
            ask_wish=True,
        )
        .concerns("w2 14:00", JONAS, "The edge that is lifting", implied=["That it was worth its price"])
        .confirms("m125")
    )


def _headboard() -> Story:
    return (
        Story("headboard", "Lorna Whitcombe", "lorna.whitcombe@example.com", "+44 7700 900690")
        .tells(
            "w3 10:00",
            """
            The headboard arrived a different height from the bed. The gap is as wide as her hand. The shop told her that
            "they are all like that", and she drove there and measured: they are not.
            """,
            "The headboard does not fit the bed",
            by=ELENA,
            typed="w3 10:12",
            owner=ELENA,
        )
        .heard("w3 10:14", ELENA)
        .talk(
            "w3 11:00",
            ELENA,
            """
            Said thank you to her for measuring when nobody here had. Said I was sorry that she was told something untrue in our
            own shop. Read back what I had understood; she said: exactly that, and that she minds the answer more than the gap.
            """,
        )
        .concerns("w3 11:10", ELENA, "The gap", "To have been told something that was not true")
        .on_case(
            "w3 11:11",
            lambda case, people, at: case.rounds.current().read_back(
                "The headboard leaves a gap of a hand's width. In our shop you were told that they are all like that; they are not.",
                by=people[ELENA],
                at=at,
            ),
        )
        .confirms("w3 11:12", "phone", ELENA)
        .asks_wish("w2 14:20", ELENA)
        .wishes("w2 14:21", "The right headboard, and for the young man to learn to say: I'll find out", "phone", ELENA)
        .talk(
            "w2 14:30",
            ELENA,
            """
            Asked her what would put it right, and said thank you for the answer. She laughed when I read it back to her. Told her I
            need until tomorrow, because the taller one is sold out and a new one is £180 more to us.
            """,
            vows=[Vow("Tell her tomorrow whether the taller one can be ordered", "w1 12:00", "news")],
        )
        .note(
            "w2 14:40",
            ELENA,
            "Tom: may I order the taller headboard at our cost? £180. She has bought from us four times.",
        )
        .note("w1 09:25", TOM, "Yes. And I will talk to the shop; not only to the young man, he was told to say it.")
        .red_tape(
            "w1 09:35",
            ELENA,
            "Nobody below a manager may order anything above £150, even when we owe it",
            kind="approval",
            cost="A day of waiting for a yes that was never in doubt",
            waited=timedelta(hours=19),
        )
        .talk(
            "w1 10:10",
            ELENA,
            """
            Rang her: Tom has said yes. Said sorry for the extra day, and thank you. She will think about which of the two oaks it
            should be, and rings when she knows.
            """,
        )
        .keeps("w1 10:12", ELENA, "Told her on the phone at ten past ten")
    )


def _sofa_bed() -> Story:
    return (
        Story("schlafsofa", "Klaus Ehrlich", "klaus.ehrlich@example.org")
        .writes(
            "w2 10:20",
            """
            Sehr geehrte Damen und Herren, das Schlafsofa lässt sich nur zu zweit ausklappen. Im Laden ging es mit einer Hand.
            Ich lebe allein. Was nun? K. Ehrlich, Dortmund
            """,
            "Schlafsofa klemmt",
        )
        .about("w2 10:50", JONAS, language="de", time_zone="Europe/Berlin")
        .reply(
            "w2 11:40",
            JONAS,
            """
            Sehr geehrter Herr Ehrlich,

            vielen Dank für Ihre Nachricht. Es tut mir leid: Ein Schlafsofa, das man allein nicht aufbekommt, ist kein Bett.
            """,
            readback="""
            Das Sofa klemmt und lässt sich nur zu zweit ausklappen, anders als im Laden. Sie leben allein und brauchen eines,
            das Sie mit einer Hand öffnen können.
            """,
        )
        .concerns("w2 11:45", JONAS, "Ein Sofa, das ich allein öffnen kann")
        .overrules("w2 16:00", PRIYA, "thanked", "Jonas thanked him in German, which the reader does not know yet")
        .overrules("w2 16:01", PRIYA, "apologised", "He said sorry in German; I have read it")
        .writes("w1 09:50", "Ja, genau so ist es. Danke, dass Sie auf Deutsch schreiben.")
        .confirms("w1 10:15", "email", JONAS)
        .reply(
            "w1 10:30",
            JONAS,
            """
            Danke, Herr Ehrlich. Dann frage ich Sie geradeheraus: Was würde es für Sie wieder gut machen? Wir könnten den
            Beschlag tauschen, das Sofa umtauschen oder es zurücknehmen; aber vielleicht denken Sie an etwas anderes.
            """,
            ask_wish=True,
        )
    )


def _glass_shelf() -> Story:
    return (
        Story("glass-shelf", "Fiona Abernethy", "fiona.abernethy@example.com", "+44 7700 900455")
        .tells(
            "w3 12:00",
            """
            (We told her.) The glass shelf of the Swale coffee table can crack at its bracket. Four of two hundred have. We wrote
            to everybody who has one: please take the shelf out; a steel one is on its way; nothing to pay, nothing to prove.
            """,
            "The shelf of the Swale table",
            "email",
            origin="disclosure",
            severity=2,
            by=TOM,
            owner=SAM,
        )
        .talk(
            "w3 12:40",
            SAM,
            """
            Rang her, as all forty of my list, so that nobody has only a letter. Said what we found and that we are sorry to bring
            such a thing into her house. She thanked me for ringing. Her shelf is out already. She has toddlers.
            """,
        )
        .concerns("w3 12:50", SAM, "Is the rest of the table safe?", implied=["Not to be left with glass in the hall"])
        .writes(
            "w2 09:15",
            """
            Thank you for the call. I have been thinking about it since. Is the REST of it safe? The top is glass too. I would
            rather have my money back than lie awake, nothing against you.
            """,
            "The Swale table",
        )
        .reply(
            "w2 10:30",
            SAM,
            """
            Dear Mrs Abernethy,

            Thank you for asking; I would too. I am sorry for the night. The top is a different glass, thicker and not drilled,
            and none has failed. But you need not take my word for it, and you need not keep the table.
            """,
            readback="""
            You took the shelf out, and cannot be easy about the rest of the table with small children in the house. You may
            want to give it back.
            """,
            ask_wish=True,
        )
        .confirms("w1 20:05")
        .wishes("w1 20:06", "I'd like to swap it for a wooden one, if the difference isn't huge", "portal")
        .introduces(
            "m70",
            ELENA,
            """
            Dear Mrs Abernethy,

            Sam Okoro is ill today, and I look after your case until he is back. I have read all of it, so you need not tell it again.
            Thank you for your answer last night; a wooden one it is, then. I have asked our warehouse which sizes are here.

            I am sorry that you have to get used to a second name.
            """,
        )
    )


def _loose_leg() -> Story:
    return (
        Story("loose-leg", "Bartosz Nowak", "bartosz.nowak@example.com", "+44 7700 900102")
        .writes("w12 09:40", "Leg of the Ribble chair is loose. Second one in a year. Please fix.", "Loose leg again")
        .reply(
            "w12 11:20",
            SAM,
            "Dear Mr Nowak,\n\nThank you for telling us. I am sorry that it is the second in a year.",
            readback="A leg of a Ribble chair is loose, for the second time in a year. You would like it fixed, for good.",
            ask_wish=True,
        )
        .concerns("w12 11:25", SAM, "The leg", implied=["That it does not happen a third time"])
        .writes("w11 08:55", "Correct. Just fix it.")
        .confirms("w11 09:30", "email", SAM)
        .wishes("w11 09:31", "Just fix it", "email", SAM)
        .agrees("w11 10:00", SAM, "Mr Bell repairs the leg at his home", "email")
        .reply(
            "w11 10:05",
            SAM,
            "Thank you. Mr Bell will come tomorrow between nine and ten. I am sorry for the trouble.",
            vows=[Vow("Mr Bell will come tomorrow between nine and ten", "w10 10:00")],
        )
        .does("w10 09:40", SAM, "Mr Bell glued and screwed the leg at the customer's home", 1, 2)
        .keeps("w10 09:45", SAM, "He rang from the doorstep at twenty to ten")
        .talk("w10 15:00", SAM, "Rang: the chair stands. Said thank you to him for his time. He thinks it will hold.")
        .resolves("w10 15:05", SAM)
        .follow_mail(
            "w7 10:00",
            SAM,
            apology="I am sorry again for the loose leg, the second one in a year.",
            what_went_wrong="The dowel was glued but not pinned, as on all Ribble chairs of that spring.",
            how_put_right="Mr Bell pinned it at your home.",
            thanks="Thank you for putting up with us.",
            not_promising=True,
        )
        .answers(
            "m190",
            "not_yet",
            "not_yet",
            words="It wobbles again since Sunday. I am not angry, I want a different chair now.",
        )
    )
