"""Nobody has answered yet: what came in since yesterday, by every way there is, and one that slipped."""

from __future__ import annotations

from datetime import time

from amends.sample.pictures import document, photograph
from amends.sample.shop import ELENA, JONAS, PRIYA
from amends.sample.story import Story


def stories() -> list[Story]:
    """Eight cases that wait for a first human word."""
    return [*_by_mail(), *_otherwise()]


def _by_mail() -> list[Story]:
    return [
        Story("no-show", "Deborah Finch", "d.finch@example.com").writes(
            "m52",
            """
            This is the THIRD time I have taken a day off work to sit in and wait for a sofa that does not come. Today I
            was told between 7 and 11. At 11.40 I rang and a recording told me how much my call matters to you.

            I have no sofa, because your people told me to get rid of the old one before they came. My mother is 81 and is
            staying with me and she is sitting on a garden chair. Three days' leave. Nobody has rung. Nobody has said sorry.

            Order HO-20418, the Alder three-seater in moss. I want to know when it is coming, from a person, and I want
            to know why anyone should believe it.
            """,
            "Third missed delivery - this is beyond a joke",
        ),
        Story("cot-bed", "Hannah Lowe", "hannah.lowe@example.com").writes(
            "d1 22:41",
            """
            Hello, I'm sorry to write so late. We built the Fern cot bed tonight and there are no bolts in the bag for the
            side rail, eight of them, the long ones, part F on the sheet. We've been through all the packaging twice.

            It wouldn't matter so much except that I'm 38 weeks and this was the last thing on the list. I know it's only
            bolts. I just sat on the floor and cried, to be honest.

            Is there any way of getting some this week? We are in Otley so I could send my husband to you if that is easier.

            Order HO-20377.
            """,
            "Missing bolts for the Fern cot bed",
            [photograph("bag-of-bolts.png", wood=(190, 180, 165), flaw="stain")],
        ),
        Story("kratzer", "Annette Brandt", "annette.brandt@example.org")
        .writes(
            "m84",
            """
            Guten Tag,

            unser Esstisch „Wensley" ist gestern in Köln angekommen, vielen Dank. Leider geht ein etwa 40 cm langer
            Kratzer quer über die Platte, man spürt ihn mit dem Fingernagel. Die Verpackung war unbeschädigt.

            Am Samstag haben wir zwölf Gäste zur Konfirmation unserer Tochter. Was schlagen Sie vor? Zurückschicken können
            wir ihn bis dahin schlecht.

            Mit freundlichen Grüßen
            Annette Brandt
            """,
            "Kratzer auf dem Tisch Wensley, Bestellung HO-20391",
            [
                photograph("kratzer.png"),
                document("bestellung-HO-20391.pdf", "Hearth & Oak", "Order HO-20391", "Wensley table, oak, 200 cm"),
            ],
        )
        .given("m80", PRIYA, JONAS)
        .on_case(
            "m79",
            lambda case, people, at: case.customer.change(
                by=people[PRIYA], at=at, language="de", time_zone="Europe/Berlin", preferred_channel="email"
            ),
        )
        .note(
            "m79",
            PRIYA,
            "Jonas, this one is yours: German, and Saturday is a hard date. Cologne depot has no tops in oak.",
        ),
        Story("slipped", "Graham Tully", "graham.tully@example.com")
        .writes(
            "w3 16:52",
            """
            The drawer runner on the left of our Ribble sideboard has bent, so the drawer drops at the front when you pull
            it out. It is fourteen months old. I assume there is some sort of guarantee. Grateful for a reply when you have
            a moment.
            """,
            "Ribble sideboard drawer",
        )
        .writes("w1 17:10", "Just wondering whether you had seen my note below? No great rush.")
        .graded("m200", PRIYA, 3, "Found in the sweep this morning. Three days without a word: ours to make good."),
    ]


def _otherwise() -> list[Story]:
    return [
        Story("wrong-colour", "Mehmet Aydin", "m.aydin@example.com", "+44 113 496 0771").tells(
            "m141",
            """
            The two Ribble armchairs came this morning, on time and two very nice lads. But they are "Slate" and we ordered
            "Heather". I have compared them with the swatch you sent. They are lovely chairs, just not ours. What should
            we do, keep them in the plastic?
            """,
            "Two armchairs in the wrong colour",
            "form",
            files=[document("order-HO-20402.pdf", "Hearth & Oak", "Order HO-20402", "2 x Ribble armchair, Heather")],
        ),
        Story("fathers-chair", "Edwin Marsden", phone="+44 1904 960142")
        .tells(
            "w2 11:00",
            """
            Dear Sirs, I write about the recovering of my late father's chair, which your workshop has had since the end of
            the summer. I was told six weeks. It is the only thing of his that I kept. I do not use the telephone with any
            pleasure and have no computer, but I should be glad to know that it is safe. Yours faithfully, E. Marsden.
            """,
            "A chair left for recovering",
            "letter",
            by=ELENA,
            owner=ELENA,
            typed="m110",
        )
        .about("m108", ELENA, preferred_channel="letter")
        .reached_at("m107", ELENA, "post", "14 Bishopthorpe Lane, York")
        .facts(
            "m105",
            ELENA,
            what="A wing chair left for recovering",
            effect="It was his father's",
            order="?Workshop ticket W-1188",
        ),
        Story("voicemail", "Joanne Petrie", phone="+44 7700 900561")
        .tells(
            "d1 19:25",
            """
            (Message on the answering machine.) Hi, it's Jo Petrie, I bought a Malham bed off you in the spring. One of the
            slats went last night, with a bang, and my son was on it. He's fine, bruised his back a bit. But it shouldn't do
            that, should it? He's nine. Can somebody ring me, after four because I'm at work.
            """,
            "A slat broke with a child on the bed",
            severity=1,
            by=JONAS,
            typed="m38",
            owner=PRIYA,
        )
        .note("m37", JONAS, "Child hurt, if only a bruise. Taken straight to Priya. Third Malham slat this month?")
        .facts(
            "m36",
            JONAS,
            what="A slat of a Malham bed broke",
            effect="Her son, nine, bruised his back",
            when="Yesterday evening",
        )
        .wants_call(
            "m35",
            JONAS,
            "A slat broke under her son. After four: she is at work",
            caller=PRIYA,
            hours=(time(16), time(20)),
        ),
        Story("two-stars", "“Leedsfamily4”")
        .tells(
            "w1 08:15",
            """
            (A review on a public page, two stars.) Table is gorgeous. Delivery was not. They left it in the hall because
            "upstairs isn't on the sheet", and my partner who has a bad back carried it up with a neighbour. Wouldn't
            bother ordering again, life's too short.
            """,
            "Two stars for a delivery left in the hall",
            "form",
            origin="signal",
            severity=4,
            by=PRIYA,
            typed="w1 10:20",
        )
        .note(
            "w1 10:25",
            PRIYA,
            "Has not complained to us. Order list says probably HO-20366, the Okonkwo-Reids. Do not guess: ask the shop first.",
        ),
    ]
